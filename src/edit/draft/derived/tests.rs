use std::sync::Arc;

use crate::dossier::Dossier;
use crate::dossier::anchor::{contains_words, fold};
use crate::edit::draft::tests::{place, read};
use crate::edit::draft::{attribution, hedge, speaker};
use crate::load::Memory;

fn article(text: &str, language: &str) -> Arc<Dossier> {
    let toml = format!(
        "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"{language}\"\n\
         [[actor]]\nid = \"lund\"\nkind = \"company\"\nname = \"Lund\"\naliases = [\"Lund\"]\n\
         [[actor]]\nid = \"amt\"\nkind = \"agency\"\nname = \"A\"\naliases = [\"Hafenamt\", \"Harbour Office\"]\n\
         [[actor]]\nid = \"berg\"\nkind = \"person\"\nname = \"B\"\naliases = [\"Ida Berg\"]\n"
    );
    read(&Memory::default().with("dossier.toml", toml).with("a.txt", format!("Titel\n{text}\n")))
}

type Derived = (Option<&'static str>, Option<&'static str>, Option<&'static str>);

/// Who is found to speak, the hedge, and the attribution, of the article's only sentence.
fn derived(text: &str, language: &str) -> (Option<String>, Option<String>, Option<String>) {
    let dossier = article(text, language);
    let words = 6..6 + text.len();
    let id = speaker(&dossier, &words).map(|id| id.as_str().to_owned());
    let (hedge, attribution) = (hedge(&dossier, &words), attribution(&dossier, &words));
    // The loader accepts no words that do not stand in the sentence.
    for words in hedge.iter().chain(&attribution) {
        assert!(contains_words(&fold(text), words), "{text}: {words}");
    }
    (id, hedge, attribution)
}

fn check(cases: &[(&str, Derived)], language: &str) {
    for (text, (id, hedge, attribution)) in cases {
        let found = derived(text, language);
        let found = (found.0.as_deref(), found.1.as_deref(), found.2.as_deref());
        assert_eq!(found, (*id, *hedge, *attribution), "{text}");
    }
}

#[test]
fn a_speaker_is_known_where_a_sentence_leaves_no_doubt() {
    for (text, id) in [
        ("Die Fähre fährt, sagte Lund.", Some("lund")),
        ("„Sie fährt“, sagte das Hafenamt am Montag.", Some("amt")),
        ("Lund sagte, das Hafenamt habe gezahlt.", Some("lund")),
        ("Laut Lund fährt die Fähre.", Some("lund")),
        ("Sie fährt laut Lund.", Some("lund")),
        ("Das berichtet das Hafenamt; Lund schweigt.", Some("amt")),
        ("Lund zufolge fährt sie.", Some("lund")),
        ("Kritiker von Lund sagten, sie fahre.", None),
        ("Sie fährt, sagte Lund-Chef Moe.", None),
        ("„Sie fährt“, sagt auch Lund.", Some("lund")),
        ("„Sie fährt“, sagt auch Ida Berg.", Some("berg")),
        ("„Sie fährt nie“, warnt Kritiker Lund.", Some("lund")),
        ("Das Hafenamt erklärte keine Stunde später, die Fähre sei sicher.", Some("amt")),
        ("Das Hafenamt erklärte keine zwei Tage nach dem Unfall, sie sei sicher.", Some("amt")),
        ("Die Fähre fährt, wie Lund sagte.", Some("lund")),
        ("Sie fährt, sagte Hafen-Managerin Berg.", None),
        ("Das Hafenamt warnte Lund.", Some("amt")),
        ("Lund habe gezahlt.", None),
        ("Lund sagte ja, Moe sagte nein.", None),
        ("Lund sagte ja, das Hafenamt sagte nein.", None),
        ("Die Fähre gehört Lund.", None),
        ("Die Fähre kostet nach Angaben des Hafenamts das Doppelte.", Some("amt")),
        ("Die Fähre fährt nach Angaben von Kritikern des Hafenamts nie.", None),
        ("„Sie fährt“, sagte Amtsleiterin Ida Berg am Montag vor Gästen.", Some("berg")),
        ("„Sie fährt“, sagte die langjährige Leiterin Ida Berg.", Some("berg")),
        ("„Sie fährt“, sagte Otto Lund.", None),
        ("„Sie fährt“, sagte der Reederei-Sprecher.", None),
        ("Ida Berg, Leiterin des Hafenamts, sagte am Montag, sie fahre.", Some("berg")),
        ("Die Abgeordnete Ida Berg nannte das „ein Luftschloss“.", Some("berg")),
        ("Sie fährt, teilte das Hafenamt am Abend mit.", Some("amt")),
        ("Das Hafenamt rechnet anders und beruft sich auf ein Gutachten des Büros Kai.", Some("amt")),
        ("Das Hafenamt bestätigte das auf Anfrage nicht.", None),
        ("Die Netzbetreiber Lund und das Hafenamt sagten ja.", None),
        ("Lund erklärt auf Anfrage, dass die Fähre fährt.", Some("lund")),
        ("Ida Berg erklärt, die Fähre fahre.", Some("berg")),
        ("Lund forderte mehr Geld.", Some("lund")),
        ("Das Hafenamt, wo der Fall liegt, sagte, es prüfe das.", Some("amt")),
        (
            "Ida Berg, Leiterin des Hafens, zuständig für Fähren, nennt den Vorfall „besorgniserregend“.",
            Some("berg"),
        ),
        ("Otto Moe, Leiter des Hafens, nennt den Plan von Lund „besorgniserregend“.", None),
        ("„Sie fährt“, sagte dem Hafenamt ein Zeuge.", None),
        ("Am Montag sagte Lund, die Fähre fahre.", Some("lund")),
        ("Lund sagte, die Fähre fahre, und betonte, sie sei sicher.", Some("lund")),
        ("Lund lehnte den Plan ab.", Some("lund")),
        ("Der Unfall wurde von Lund bestätigt.", None),
        ("Lund fordert, dass die Fähre fährt.", Some("lund")),
        ("Trotz der Kritik betonte Ida Berg, sie fahre.", Some("berg")),
        ("Ida Berg (Grüne) forderte mehr Geld.", Some("berg")),
    ] {
        assert_eq!(derived(text, "de").0.as_deref(), id, "{text}");
    }
    for (text, id) in [
        ("Lund said the Harbour Office paid.", Some("lund")),
        ("“It leaves,” said the Harbour Office.", Some("amt")),
        ("It leaves, according to Lund.", Some("lund")),
        ("Critics of Lund said it leaves.", None),
        ("It leaves, said Lund chief Moe.", None),
        ("The minister told Lund to leave.", None),
        ("Lund is said to leave.", None),
        ("According to the Harbour Office, it leaves.", Some("amt")),
        ("“It leaves,” said Ida Berg, who leads the office.", Some("berg")),
        ("“It leaves,” said its director, Ida Berg.", Some("berg")),
        ("“It leaves,” said office director Ida Berg on Monday.", Some("berg")),
        ("“It leaves,” said Otto Lund.", None),
        ("Its director, Ida Berg, said passengers had been warned.", Some("berg")),
        ("Lund, which runs the old ferry, said it would pay.", Some("lund")),
        ("Lund, which wants a third ferry, says the plan would help.", Some("lund")),
        ("The Harbour Office has warned that it may sink.", Some("amt")),
        ("The rest comes from a toll that the Harbour Office estimates at £3 a trip.", Some("amt")),
        ("Lund, Ida Berg, said it leaves.", None),
        ("On the old ferry, Lund said it was safe but insisted that it leaves.", Some("lund")),
        ("However, in her letter, Lund said it leaves.", Some("lund")),
        ("Lund has confirmed the delay.", Some("lund")),
        ("Lund told the Harbour Office it leaves.", Some("lund")),
        ("It leaves in May, as noted by Lund.", Some("lund")),
        ("Ida Berg (Greens) said it leaves.", Some("berg")),
        ("Ida Berg, 55, said Lund’s last-minute plea hurt the town.", Some("berg")),
        ("Ida Berg, founder of the harbour club, said Lund’s plan in May hurt the town.", Some("berg")),
    ] {
        assert_eq!(derived(text, "en").0.as_deref(), id, "{text}");
    }
}

#[test]
fn whom_an_article_has_it_from_is_named_in_its_words() {
    check(
        &[
            (
                "Man prüfe das, teilte eine Sprecherin mit, ein Beschluss sei spät zu erwarten.",
                (None, Some("teilte eine Sprecherin mit"), Some("eine Sprecherin")),
            ),
            (
                "Ein Gutachten kommt laut Genossenschaft auf drei Grad.",
                (None, Some("laut Genossenschaft"), Some("Genossenschaft")),
            ),
            (
                "Nach Informationen dieser Zeitung fehlten Angaben.",
                (None, Some("Nach Informationen dieser Zeitung"), Some("dieser Zeitung")),
            ),
            (
                "Sie rechnet anders und beruft sich auf eine Studie des Büros Kai, die keiner kennt.",
                (None, Some("beruft sich auf eine Studie des Büros Kai"), Some("eine Studie des Büros Kai")),
            ),
            (
                "Der Vertrag sei noch nicht da, hieß es aus Verhandlungskreisen.",
                (None, Some("hieß es aus Verhandlungskreisen"), Some("Verhandlungskreisen")),
            ),
            (
                "Sie fährt, sagte ein Sprecher der Stadt am Montag.",
                (None, Some("sagte ein Sprecher der Stadt"), Some("ein Sprecher der Stadt")),
            ),
            (
                "Die Fähre soll nach Angaben des Hafenamts 40 Knoten schaffen.",
                (Some("amt"), Some("soll"), None),
            ),
            ("Die Fähre kostet laut Lund das Doppelte.", (Some("lund"), Some("laut Lund"), None)),
            (
                "Lund bestätigte das auf Anfrage nicht.",
                (None, Some("bestätigte das auf Anfrage nicht"), None),
            ),
            ("Er sagte, sie fahre nie.", (None, Some("sagte"), None)),
            ("Das könnte stimmen, sagte das Hafenamt.", (Some("amt"), Some("sagte"), None)),
            ("Das könnte stimmen.", (None, Some("könnte"), None)),
            (
                "Otto Moe, Leiter im Hafen, nennt den Vorfall „besorgniserregend“.",
                (None, Some("nennt"), Some("Otto Moe")),
            ),
            (
                "Lund lehnte den Plan der Stadt ab.",
                (Some("lund"), Some("lehnte den Plan der Stadt ab"), None),
            ),
            ("Die Fähre ist nach NDR-Recherchen alt.", (None, Some("nach NDR-Recherchen"), None)),
            ("Die Polizei zufolge fährt sie nie.", (None, Some("Die Polizei zufolge"), Some("Polizei"))),
        ],
        "de",
    );
    check(
        &[
            (
                "According to two people familiar with the plan, the town considered a loan.",
                (
                    None,
                    Some("According to two people familiar with the plan"),
                    Some("two people familiar with the plan"),
                ),
            ),
            ("He said the old ferry could not be relied on for another winter.", (None, Some("said"), None)),
            (
                "It leaves, said a spokeswoman for the town on Monday.",
                (None, Some("said a spokeswoman for the town"), Some("a spokeswoman for the town")),
            ),
            ("Lund claimed that the toll could exceed £9.", (Some("lund"), Some("claimed"), None)),
            ("Two engineers said it might sink.", (None, Some("Two engineers said"), Some("Two engineers"))),
            ("The plan is expected to cost £9 million.", (None, Some("is expected to"), None)),
            ("It withdrew, blaming what it called a vague promise.", (None, Some("what it called"), None)),
            ("The town reportedly replied in May.", (None, Some("reportedly"), None)),
            ("Neither side said so.", (None, Some("said"), None)),
        ],
        "en",
    );
}

#[test]
fn a_quotation_has_no_blanks_at_its_ends() {
    let text = "The old ferry left on Sunday. It rains.";
    let dossier = article(text, "en");
    let words = place(&dossier, "The old ferry left on Sunday. ");
    let around = words.start - 1..words.end;
    for words in [words, around] {
        let quotation = crate::edit::draft::quoting::quotation(&dossier, &words).expect("it stands there");
        assert_eq!(&*quotation.exact, "The old ferry left on Sunday.");
    }
}

#[test]
fn a_hedge_stands_in_the_sentence() {
    let hedge = |text: &str, words: &str, language: &str| {
        let dossier = article(text, language);
        hedge(&dossier, &place(&dossier, words))
    };
    let text = "Lund verkauft. Die Fähre soll angeblich ablegen, sagte Moe. Sie ist alt.";
    assert_eq!(hedge(text, "Fähre", "de").as_deref(), Some("soll"));
    assert_eq!(hedge(text, "Lund verkauft", "de"), None);
    assert_eq!(hedge("It leaves, said Moe.", "It leaves", "en").as_deref(), Some("said Moe"));
    assert_eq!(hedge("He said it might leave.", "it might leave", "en").as_deref(), Some("said"));
    assert_eq!(hedge("It might leave.", "It might leave", "fr"), None, "no words are known in French");
}

#[test]
fn of_several_who_are_spoken_of_none_is_the_speaker() {
    let text = "Die Firmen Nordlinie, Wittsund und die Kjaersund hätten ihre Preise abgestimmt, teilte die Behörde am Montag mit.";
    let (id, _, attribution) = derived(text, "de");
    assert_eq!((id, attribution.as_deref()), (None, Some("Behörde")));
}

/// Whom no rule may put words into the mouth of.
fn nobody_speaks(sentences: &[&str], language: &str) {
    for text in sentences {
        assert_eq!(derived(text, language).0, None, "{text}");
    }
}

#[test]
fn a_quotation_within_a_quotation_is_not_the_articles() {
    nobody_speaks(
        &[
            "„Lund sagt, sie fahre nie, und wir warten.“",
            "„Das Hafenamt sagt dann, alle müssen warten“, klagte er.",
        ],
        "de",
    );
    nobody_speaks(
        &["“Lund said it leaves and we wait.”", "“Even Lund said so many times,” he sighed."],
        "en",
    );
    assert_eq!(derived("„Lund sagt immer, sie fahre“, sagte Ida Berg.", "de").0.as_deref(), Some("berg"));
    assert_eq!(derived("“Lund said it leaves in May,” said Ida Berg.", "en").0.as_deref(), Some("berg"));
}

#[test]
fn what_is_denied_asked_or_only_supposed_nobody_says() {
    nobody_speaks(
        &[
            "Lund sagte nicht, wann die Fähre fährt.",
            "Das Hafenamt äußerte sich nicht dazu.",
            "Lund nannte keine Zahlen.",
            "Lund nannte keinen Tag für die Abfahrt.",
            "Wenn Ida Berg sagt, sie fahre, dann fährt sie.",
            "Lund wird erklären, warum sie fährt.",
            "Lund hatte die Fähre erwartet, als sie sank.",
            "Lund kann das nicht erwarten.",
            "Niemand sagte das.",
            "Was sagte Lund?",
        ],
        "de",
    );
    nobody_speaks(
        &[
            "Lund said nothing about the ferry.",
            "Lund said no.",
            "Lund said no to the ferry.",
            "Lund said little, but it leaves.",
            "Lund said little of it.",
            "Lund said no more about the ferry.",
            "Lund never said it leaves.",
            "If Ida Berg said it leaves, it leaves.",
            "Whoever said so was wrong.",
            "Lund asked for a second ferry.",
            "Lund recalled the product.",
        ],
        "en",
    );
}

#[test]
fn that_something_is_not_so_is_said_as_well() {
    check(
        &[
            ("The Harbour Office said no ferry would leave.", (Some("amt"), Some("said"), None)),
            ("The Harbour Office said little of the money had arrived.", (Some("amt"), Some("said"), None)),
            ("The Harbour Office said nothing had arrived.", (Some("amt"), Some("said"), None)),
        ],
        "en",
    );
}

#[test]
fn an_example_of_who_speaks_is_not_the_speaker() {
    nobody_speaks(
        &[
            "Bahn-Konkurrenten wie Lund fürchten das.",
            "Kritiker wie Ida Berg sagten, sie fahre nie.",
            "Andere wie Lund sagten, sie fahre nie.",
            "Mehrere Firmen, darunter Lund, warnten davor.",
            "Firmen wie Lund zufolge fährt sie nie.",
        ],
        "de",
    );
    nobody_speaks(
        &[
            "Rivals such as Lund said it leaves.",
            "Critics including Ida Berg said it leaves.",
            "Critics like Ida Berg said it leaves.",
            "It leaves, according to critics such as Ida Berg.",
        ],
        "en",
    );
}

#[test]
fn in_a_long_sentence_each_verb_is_judged_by_the_words_beside_it() {
    let text = format!(
        "Harbour Office sagte, {}ab.",
        "die alte Fähre fährt heute nie mehr sagte nun weiter ".repeat(2_000)
    );
    let dossier = article(&text, "de");
    assert_eq!(speaker(&dossier, &(6..6 + text.len())), None);
}

#[test]
fn what_is_put_first_is_not_who_says_it() {
    check(
        &[
            ("Darin fordert sie, dass die Fähre fährt.", (None, Some("fordert"), None)),
            ("Den Film kommentierte er am Ende.", (None, Some("kommentierte"), None)),
            ("Das Bußgeld bewertete der Senat als hoch.", (None, Some("bewertete"), None)),
            (
                "Mit diesem Wort beschreibt die Stadt, wie sie fährt.",
                (None, Some("beschreibt die Stadt"), Some("Stadt")),
            ),
            ("Natürlich erklärt das Amt, dass sie fährt.", (None, Some("erklärt das Amt"), Some("Amt"))),
            ("Falsch vermutet, denn sie fährt.", (None, Some("vermutet"), None)),
            ("Anders gesagt: Sie fährt.", (None, Some("gesagt"), None)),
            ("Wer Fähren kritisiert, der fährt nie.", (None, Some("kritisiert"), None)),
            ("Kritiker behaupten, sie fahre nie.", (None, Some("Kritiker behaupten"), Some("Kritiker"))),
            ("Ein Buch aus dem 17. Jahrhundert erklärt die Fähre.", (None, Some("erklärt"), None)),
            (
                "Das „Alte Boot“ kündigt eine baldige Fahrt an.",
                (None, Some("kündigt eine baldige Fahrt an"), None),
            ),
            ("Die Fähre fährt, sagte die Park- und Zooleiterin.", (None, Some("sagte"), None)),
            ("Sie prüfte den Angaben zufolge den Kai.", (None, Some("den Angaben zufolge"), None)),
            (
                "Laut Angaben der Stadt fährt sie.",
                (None, Some("Laut Angaben der Stadt"), Some("Angaben der Stadt")),
            ),
        ],
        "de",
    );
    check(
        &[
            ("Back in 2009 she told a paper it leaves.", (None, Some("told"), None)),
            ("It is old, so it says a lot.", (None, Some("says"), None)),
            ("It sank, a letter said on Monday.", (None, Some("a letter said"), Some("a letter"))),
            ("The officials invariably reported that it sank.", (None, Some("reported"), Some("officials"))),
        ],
        "en",
    );
}

#[test]
fn names_beside_each_other_are_not_one() {
    nobody_speaks(
        &[
            "Otto Moe, Lund, meldete den höchsten Wert.",
            "Lund, das Hafenamt und der Kai sind alt, sagte der Bürgermeister.",
        ],
        "de",
    );
    nobody_speaks(
        &[
            "Lund, Moe and the town are old, said the mayor.",
            "It leaves, warned Lund (LL) director Otto Moe.",
            "The ferry reached Lund, a port, said the mayor.",
        ],
        "en",
    );
}

#[test]
fn what_is_quoted_hedges_nothing() {
    for (text, language, expected) in [
        ("„Vermutlich fährt sie nie“, sagte Lund.", "de", "sagte"),
        ("Lund verkündete, dass die Fähre im Mai fahren soll.", "de", "verkündete"),
        ("Die Fähre soll laut Lund fahren.", "de", "soll"),
        ("Ida Berg mahnte: Sie fährt.", "de", "mahnte"),
        ("“Perhaps it leaves in May,” said Lund.", "en", "said"),
        ("Lund said the allegations were old.", "en", "said"),
        ("It perhaps leaves, said Lund.", "en", "perhaps"),
    ] {
        assert_eq!(derived(text, language).1.as_deref(), Some(expected), "{text}");
    }
}
