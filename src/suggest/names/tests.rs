//! Names by each rule, in both languages, and what holds of all that are found.

use super::*;
use crate::dossier::{Id, KnownActor, LanguageTag, LocalText, Parts, Suggested};
use crate::text::word_boundary::is_between_words;
use proptest::prelude::*;

fn dossier(text: &str, language: &str, known: Vec<KnownActor>) -> Dossier {
    let article = Article::from_text(text, LanguageTag::new(language), &[], &[]);
    let suggested = Suggested { known, ..Suggested::default() };
    Dossier::assemble(Parts { article, suggested, ..Parts::default() })
}

/// The forms of each group, of an article with this text below a title without names.
fn groups(text: &str, language: &str) -> Vec<NameGroup> {
    names(&dossier(&format!("–\n{text}"), language, Vec::new())).0
}

fn forms(text: &str, language: &str) -> Vec<String> {
    groups(text, language).iter().map(|group| group.forms.join(" | ")).collect()
}

fn german(text: &str) -> Vec<String> {
    forms(text, "de")
}

fn english(text: &str) -> Vec<String> {
    forms(text, "en")
}

/// Kind and reason of the only group.
fn only(text: &str, language: &str) -> (String, Option<&'static str>, Reason) {
    let groups = groups(text, language);
    assert_eq!(groups.len(), 1, "{text}: {groups:?}");
    (groups[0].forms.join(" | "), groups[0].kind, groups[0].reason)
}

#[test]
fn a_surname_behind_a_particle_is_that_of_its_person() {
    let text = "Gestern kam Okke de Vrieslund in die Stadt. Für Vrieslund ist das neu.";
    assert_eq!(german(text), ["Okke de Vrieslund | Vrieslund"]);
}

#[test]
fn words_that_are_written_as_no_others() {
    assert_eq!(only("Die neue WellNet wächst.", "de"), ("WellNet".into(), None, Reason::Shape));
    assert_eq!(only("The firm runs on eLund and little else.", "en").2, Reason::Shape);
    assert_eq!(german("Der Preis der X70 stieg um 40 kWh je Tag."), ["X70"]);
    assert_eq!(german("Das meldet die BLKW. Auch KI und LKW sind gemeint, mit 3 GW."), ["BLKW"]);
    assert_eq!(english("The BLKW said AI and its CEO were fine on TV."), ["BLKW"]);
    assert_eq!(german("Die BürgerInnen und die Bürger*innen warten."), [""; 0]);
}

#[test]
fn what_lists_have_is_found_in_every_case_and_once() {
    let text = "Chinas Wirtschaft wächst. In China und in den USA wird gebaut, nicht in Rostock.";
    assert_eq!(german(text), ["China | Chinas", "USA", "Rostock"]);
    assert_eq!(
        english("The United States and the U.S. told Britain. The UK’s answer came from London."),
        ["United States | U.S.", "Britain | UK", "London"]
    );
    assert_eq!(only("Die Europäische Zentralbank prüft.", "de").1, Some("agency"));
    assert_eq!(german("Er aß eine Orange und eine Bank stand leer."), [""; 0]);
}

#[test]
fn only_the_genitive_that_stands_there_is_a_form() {
    assert_eq!(german("Dort bleibt Washingtons Handelspolitik ein Rätsel."), ["Washingtons"]);
    let text = "Zuletzt wuchs Tresslings Umsatz. Die Zahlen hat Tressling selbst genannt.";
    assert_eq!(german(text), ["Tressling | Tresslings"]);
}

#[test]
fn persons_by_title_and_by_first_name() {
    let text = "Das sagte Ministerin Hallbach. Auch Sprecher Jens Ohmstedt schwieg. Später ging Ohmstedt.";
    assert_eq!(german(text), ["Hallbach", "Jens Ohmstedt | Ohmstedt"]);
    assert_eq!(
        german("Neben ihr saß Anna-Lena von der Wettern, neben ihm Koch."),
        ["Anna-Lena von der Wettern"]
    );
    assert_eq!(only("Gestern kam Dr. Hallbach.", "de"), ("Hallbach".into(), Some("person"), Reason::Title));
    assert_eq!(german("Das meint der Koch. Die Köchin Eva Koch widerspricht, der Koch nicht."), ["Eva Koch"]);
    let text =
        "Prime Minister Alan Wexby resigned. Ms. Corrow, a nurse, met Wexby and Chief Executive Dana Pryle.";
    assert_eq!(english(text), ["Alan Wexby | Wexby", "Corrow", "Dana Pryle"]);
    assert_eq!(english("The Prime Minister and the Foreign Secretary left."), [""; 0]);
    assert_eq!(english("Wellgard CEO Dana Pryle left."), ["Wellgard", "Dana Pryle"]);
}

#[test]
fn companies_by_their_legal_form() {
    let text = "Der Berliner Hersteller Wellgard Geräte GmbH wächst. Wellgard baut an.";
    assert_eq!(german(text), ["Wellgard | Wellgard Geräte GmbH"]);
    assert_eq!(only("It was bought by Lund Shipping Ltd in May.", "en").1, Some("company"));
    assert_eq!(german("Das Büro Pfandl & Söhne plant."), ["Pfandl & Söhne"]);
}

#[test]
fn institutions_have_a_name_or_are_the_state_s_own() {
    assert_eq!(
        german("Das Landgericht Hallstadt und die Universität Wendel streiten."),
        ["Landgericht Hallstadt", "Universität Wendel"]
    );
    assert_eq!(
        german("Das Umweltministerium prüft, eine Behörde nicht, das Gericht auch nicht."),
        ["Umweltministerium"]
    );
    assert_eq!(
        german("Sie arbeitet am Institut für Hafenbau und Küstenschutz in Lund."),
        ["Institut für Hafenbau und Küstenschutz", "Lund"]
    );
    let text = "The Office of Tidal Power wrote to the Department of Trade and Industry, not to the council.";
    assert_eq!(english(text), ["Office of Tidal Power", "Department of Trade and Industry"]);
}

#[test]
fn german_names_by_what_stands_beside_them() {
    assert_eq!(
        only("Das plant der Hersteller Brenkor.", "de"),
        ("Brenkor".into(), Some("company"), Reason::Apposition)
    );
    assert_eq!(
        german("Das berichtet der Sender Radio Tallicht und das Magazin Höhenmeter."),
        ["Radio Tallicht", "Höhenmeter"]
    );
    assert_eq!(only("Das sei falsch, sagte Meinhardt.", "de").2, Reason::Speaker);
    assert_eq!(german("Die Arbeiter in Brunsend warten, die aus Slubice auch."), ["Brunsend", "Slubice"]);
    assert_eq!(german("Wegen der Brenkor-Chips und der Cloud-Dienste stieg der Preis."), ["Brenkor"]);
    assert_eq!(german("Im Kesstal brach der Ötzbach über das Ufer."), ["Kesstal", "Ötzbach"]);
}

#[test]
fn german_nouns_are_no_names() {
    let text = "Das Thema Scoring bewegt Banken und Versicherer. Ohne Aufsicht sinkt das Vertrauen. Mitte Dezember begannen \
                Gespräche über Rechenzentren. Danach ging alles schnell. Zwei Millionen Euro fehlen. Wichtig ist Geduld.";
    assert_eq!(german(text), [""; 0]);
}

#[test]
fn english_names_are_words_with_capitals_within_sentences() {
    let text = "Shares in Wellgard fell on Tuesday. Doubts grew in May. Wellgard’s owners, most of them Norwegian, waited.";
    assert_eq!(english(text), ["Wellgard"]);
    assert_eq!(english("Doubts remain. Nothing moved."), [""; 0]);
    assert_eq!(
        english("They met at St Hilda’s church and at Lloyd’s of London."),
        ["St Hilda’s", "Lloyd’s of London"]
    );
}

#[test]
fn a_headline_with_capitals_gives_only_what_stands_elsewhere() {
    let found =
        names(&dossier("Wellgard Plans Bigger Ferries Again\nIt is what Wellgard wants.", "en", Vec::new()));
    let (groups, places) = found;
    assert_eq!(groups.iter().map(|group| &*group.forms[0]).collect::<Vec<_>>(), ["Wellgard"]);
    assert_eq!(places.len(), 2);
}

#[test]
fn short_forms_belong_to_the_long_ones() {
    assert_eq!(
        english("He quoted the Lund Tidal Review (LTR). The LTR agreed."),
        ["Lund Tidal Review | LTR"]
    );
    assert_eq!(english("The Pentlow Islands are far. A boat left Pentlow."), ["Pentlow Islands | Pentlow"]);
    assert_eq!(german("Die Nato tagt. Auch die NATO wächst."), ["Nato | NATO"]);
    let text = "Das Bundeskartellamt prüft. Das Kartellamt schweigt.";
    assert_eq!(german(text), ["Bundeskartellamt | Kartellamt"]);
}

#[test]
fn an_article_of_unknown_language_is_read_by_its_words() {
    assert_eq!(
        forms("Das sei falsch, sagte Meinhardt, und die Kosten der Halle steigen.", "und"),
        ["Meinhardt"]
    );
    assert_eq!(forms("That is wrong, said the man who runs Wellgard in the north.", "und"), ["Wellgard"]);
    assert_eq!(forms("Le patron de Wellgard est parti. Personne ne parle.", "fr"), ["Wellgard"]);
}

#[test]
fn invisible_characters_do_not_count() {
    let text = "–\nDas sei falsch, sagte Mein\u{ad}hardt\u{200b}, und Meinhardt ging.";
    let dossier = dossier(text, "de", Vec::new());
    let (groups, places) = names(&dossier);
    assert_eq!(groups[0].forms, ["Meinhardt"]);
    let words: Vec<&str> = places.iter().map(|place| &dossier.article.text[place.range.clone()]).collect();
    assert_eq!(words, ["Mein\u{ad}hardt", "Meinhardt"]);
}

fn known(id: &str, kind: &str, aliases: &[&str]) -> KnownActor {
    KnownActor {
        id: Id::new(id),
        kind: kind.into(),
        name: LocalText::plain(id),
        aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
        from: "elsewhere".into(),
    }
}

#[test]
fn names_that_newcomers_missed() {
    assert_eq!(german("Autorin und Autor: Jan Lukas Wendtorf weiß das."), ["Jan Lukas Wendtorf"]);
    assert_eq!(german("Es kostet 300 Millionen US-Dollar, und das Image leidet."), [""; 0]);
    let listed = groups("Die Fahrzeuge Wisent, Luchs, Elch und Tapir sind alt.", "de");
    assert!(listed.iter().all(|group| group.kind != Some("person")), "{listed:?}");
    let editor = groups("The paper’s editor Jorun Sopwith said so.", "en");
    assert_eq!((editor[0].kind, editor[0].reason), (Some("person"), Reason::Title));
    assert_eq!(english("It fought Islamic State there."), ["Islamic State"]);
}

/// The forms stand in the article; the name is what its actor would be called.
#[test]
fn a_name_is_no_genitive() {
    let text = "Das kam nach Angaben des Bundesamts für Ausrüstung, Informationstechnik und Nutzung der Bundeswehr so.";
    let group = &groups(text, "de")[0];
    assert_eq!(group.forms, ["Bundesamts für Ausrüstung, Informationstechnik und Nutzung der Bundeswehr"]);
    assert_eq!(group.name(), "Bundesamt für Ausrüstung, Informationstechnik und Nutzung der Bundeswehr");
    assert_eq!(groups("Polens Wirtschaft wächst.", "de")[0].name(), "Polen");
    assert_eq!(groups("In Paris und in Rostock wird gebaut.", "de")[0].name(), "Paris");
}

#[test]
fn known_actors_come_first_and_take_their_other_forms() {
    let actors =
        vec![known("hafenrunde", "organisation", &["Runde der Häfen"]), known("lund", "place", &["Lund"])];
    let text = "–\nDas sagte Meinhardt der Runde der Häfen. Lunds Hafen ist in Lund bekannt.";
    let dossier = dossier(text, "de", actors);
    let (groups, places) = names(&dossier);
    let listed: Vec<String> = groups.iter().map(|group| group.forms.join(" | ")).collect();
    assert_eq!(listed, ["Runde der Häfen", "Lund | Lunds", "Meinhardt"]);
    assert_eq!(groups[0].known.as_ref().map(|actor| actor.id.as_str()), Some("hafenrunde"));
    assert_eq!((groups[0].reason, groups[2].known.is_none()), (Reason::Known, true));
    assert!(places.is_sorted_by_key(|place| place.range.start));
}

#[test]
fn a_longer_name_is_not_the_known_one_inside_of_it() {
    let text = "–\nThe Bank of Lund paid. He lives in Lund.";
    let dossier = dossier(text, "en", vec![known("lund", "place", &["Lund"])]);
    let (groups, places) = names(&dossier);
    let forms: Vec<&str> = groups.iter().map(|group| &*group.forms[0]).collect();
    assert_eq!(forms, ["Lund", "Bank of Lund"]);
    let words: Vec<&str> = places.iter().map(|place| &dossier.article.text[place.range.clone()]).collect();
    assert_eq!(words, ["Bank of Lund", "Lund"]);
}

#[test]
fn hidden_blocks_and_code_give_none() {
    let boilerplate = ["Foto: Jens Ohmstedt".to_owned()];
    let article =
        Article::from_text("Titel\nFoto: Jens Ohmstedt\nText", LanguageTag::new("de"), &[], &boilerplate);
    let dossier = Dossier::assemble(Parts { article, ..Parts::default() });
    assert_eq!(names(&dossier), (Vec::new(), Vec::new()));
}

/// Words by which the rules go, and others, with what may stand between them.
fn any_text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 48] = [
        "Jens",
        "Ohmstedt",
        "Ministerin",
        "der",
        "die",
        "das",
        "Wellgard",
        "Wellgards",
        "GmbH",
        "AG",
        "Konzern",
        "sagte",
        "said",
        "the",
        "of",
        "Bank",
        "Institut",
        "für",
        "Berliner",
        "Europäische",
        "China",
        "Chinas",
        "U",
        "S",
        "O",
        "St",
        "s",
        "BND",
        "H20",
        "eBay",
        "737",
        "von",
        "Prime",
        "Minister",
        "CEO",
        "Monday",
        "in",
        "aus",
        "Rechenzentren",
        "Ötzbach",
        "Straße",
        "and",
        "und",
        "Lund",
        "Times",
        "alpin.de",
        "a\u{301}b",
        "é",
    ];
    const GAPS: [&str; 18] = [
        " ", " ", " ", " ", "-", " & ", "’", "'", ". ", ".", ", ", " (", ") ", ": „", "“ ", " – ", "\n",
        "\u{ad}",
    ];
    let piece = (proptest::sample::select(&WORDS[..]), proptest::sample::select(&GAPS[..]));
    proptest::collection::vec(piece, 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #[test]
    fn places_are_whole_words_in_order_and_groups_are_theirs(
        text in any_text(),
        language in proptest::sample::select(&["de", "en", "und", "fr"][..]),
        has_known in any::<bool>(),
    ) {
        let actors = if has_known { vec![known("lund", "place", &["Lund", "Jens", "Wellgard"])] } else { Vec::new() };
        let dossier = dossier(&text, language, actors);
        let article = &dossier.article;
        let (groups, places) = names(&dossier);
        let mut end = 0;
        let mut used: Vec<Vec<String>> = vec![Vec::new(); groups.len()];
        for place in &places {
            let Range { start, end: last } = place.range;
            prop_assert!(end <= start && start < last, "{:?}", place);
            prop_assert!(is_between_words(&article.text, start) && is_between_words(&article.text, last));
            prop_assert!(article.blocks.iter().any(|block| block.range.start <= start && last <= block.range.end));
            let What::Name(group) = place.what else { panic!("{place:?} is no name") };
            let form = without_invisible(&article.text[place.range.clone()]).into_owned();
            prop_assert!(groups[group].forms.contains(&form), "{form} {:?}", groups[group]);
            used[group].push(form);
            end = last;
        }
        for (group, used) in groups.iter().zip(used) {
            prop_assert!(!group.forms.is_empty() && group.forms.iter().all(|form| used.contains(form)));
        }
        prop_assert!(groups.is_sorted_by_key(|group| group.known.is_none()), "known ones come first");
    }

    #[test]
    fn any_text_at_all_is_read(text in "\\PC{0,60}", language in proptest::sample::select(&["de", "en", "und"][..])) {
        names(&dossier(&text, language, Vec::new()));
    }
}

/// What would take forever if each place, form or part were compared with all others.
#[test]
fn texts_made_to_be_slow_are_read() {
    for piece in
        ["Anna Aab", "A-", "Wellgard & ", "Bank of ", "Lund ", "U.", "O'B", "Berliner ", "(ABC) ", "der "]
    {
        for language in ["de", "en"] {
            names(&dossier(&piece.repeat(2000), language, Vec::new()));
        }
    }
    let many: Vec<String> =
        (0..2000).map(|number| format!("Xa{number} Yb{number} (XY) und Anna Zett{number}. ")).collect();
    let many = many.concat();
    names(&dossier(&many, "de", Vec::new()));
    names(&dossier(&many, "en", Vec::new()));
}
