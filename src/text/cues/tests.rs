//! Cues in sentences of our own, German and English.

use proptest::prelude::*;

use super::CueKind::{Attribution, Date, Figure, Hedge};
use super::*;

fn of<'a>(sentence: &'a str, language: &[CueLanguage]) -> Vec<(CueKind, &'a str)> {
    cues(sentence, language).into_iter().map(|cue| (cue.kind, &sentence[cue.range])).collect()
}

fn de(sentence: &str) -> Vec<(CueKind, &str)> {
    of(sentence, &[CueLanguage::German])
}

fn en(sentence: &str) -> Vec<(CueKind, &str)> {
    of(sentence, &[CueLanguage::English])
}

#[test]
fn german_hedges() {
    for (sentence, cue) in [
        ("Die Brücke ist angeblich morsch.", "angeblich"),
        ("Angeblich ist die Brücke morsch.", "Angeblich"),
        ("Der mutmaßliche Täter floh.", "mutmaßliche"),
        ("Dem Vernehmen nach schließt sie bald.", "Dem Vernehmen nach"),
        ("Sie schließt dem Vernehmen nach bald.", "dem Vernehmen nach"),
        ("Gerüchten zufolge schließt sie.", "Gerüchten zufolge"),
        ("Die Brücke soll bald schließen.", "soll"),
        (
            "Beide sollen inzwischen massiv Rechenleistung in Rechenzentren anmieten – vor allem dort.",
            "sollen",
        ),
        ("Es heißt, dass die Brücke bald schließen soll, wenn niemand zahlt.", "Es heißt"),
        ("Die Kosten dürften steigen.", "dürften"),
        ("Das war wohl ein Fehler.", "wohl"),
        ("Ob sie öffnet, ist unklar.", "unklar"),
        ("Er will die Brücke gesehen haben.", "will"),
        ("Dann müssten die Fahrer gewarnt werden.", "müssten"),
    ] {
        assert!(de(sentence).contains(&(Hedge, cue)), "{sentence}: {:?}", de(sentence));
    }
    for sentence in [
        "Die Brücke schließt bald.",
        "Das Wohl der Stadt steht über allem.",
        "Sie hat Brücken sowohl gebaut als auch gesprengt.",
        "Das Soll ist erreicht.",
        "Was soll das?",
    ] {
        assert_eq!(de(sentence), [], "{sentence}");
    }
}

#[test]
fn german_attributions() {
    for (sentence, cue) in [
        ("„Wir warten nicht“, sagte die Bürgermeisterin.", "sagte"),
        ("Laut Polizei gab es keine Verletzten.", "Laut"),
        ("Das müssen sie laut Berichten entfernen.", "laut"),
        ("Das wird laut einem Sprecher dauern.", "laut"),
        ("Der Behörde zufolge ist sie sicher.", "zufolge"),
        ("Nach Angaben der Stadt ist sie sicher.", "Nach Angaben"),
        ("Nach einem Bericht der Zeitung ist sie sicher.", "Nach einem Bericht"),
        ("Die Brücke sei sicher.", "sei"),
        ("Man habe alles geprüft.", "habe"),
        ("Das Amt teilte am Abend mit, die Brücke werde gesperrt.", "teilte"),
        ("„Nichts ist sicher“, so die Behörde.", "so"),
        ("Insider berichten von einem Ausbau.", "berichten"),
        ("Die Rätin nannte den Plan „ein Luftschloss“.", "nannte"),
        ("Die Kosten bezifferte sie auf 3 Millionen Euro.", "bezifferte"),
        ("Nach NDR-Recherchen ist sie morsch.", "Nach NDR-Recherchen"),
        ("Sie ist nach eigener Aussage sicher.", "nach eigener Aussage"),
        ("Sie ist nach ersten internen Schätzungen morsch.", "nach ersten internen Schätzungen"),
        ("Die Räte fürchten den Winter.", "fürchten"),
        ("Die Rätin lehnte den Plan am Abend ab.", "lehnte"),
        ("Das Amt geht von einem Unfall aus.", "geht"),
        ("Die Brücke zwinge die Stadt zum Handeln.", "zwinge"),
        ("Das Amt kontrolliere alle Wagen.", "kontrolliere"),
        ("An neuen Brücken hätten die Räte kein Interesse.", "hätten"),
        ("Wie die Stadt mitteilte, schließt sie.", "mitteilte"),
        ("Der Vorwurf wiegt schwer.", "Vorwurf"),
        ("Scharfe Kritik kam auch von der Kammer.", "kam"),
        ("Lob gab es aus dem Rat.", "gab"),
        ("Sie ist nach eigener Zählung voll.", "nach eigener Zählung"),
        ("Das meldete Radio Sund.", "meldete"),
        ("Die Stadt in der Bucht meldete Schäden.", "meldete"),
    ] {
        assert!(de(sentence).contains(&(Attribution, cue)), "{sentence}: {:?}", de(sentence));
    }
    for sentence in [
        "Die Musik war laut und der Laut war hell.",
        "Ich habe Zeit.",
        "Es sei denn, niemand zahlt.",
        "Sie teilte den Kuchen.",
        "Er nannte keine Zahl.",
        "Das Licht ging am Abend aus.",
        "Nach dem Regen kam die Sonne.",
        "Das mache ich gern.",
        "Die Messe findet dort statt.",
        "Er wollte sich nicht äußern.",
        "Sie war so groß, so dass alle staunten.",
        "Die mit Spannung erwarteten Zahlen kamen.",
        "Die von Fahrern verlangten Preise stiegen.",
        "Sie prüft die verkündeten Preise.",
        "Die Kritik kam spät.",
    ] {
        assert_eq!(de(sentence), [], "{sentence}");
    }
}

#[test]
fn english_hedges_and_attributions() {
    for (sentence, kind, cue) in [
        ("The bridge is reportedly unsafe.", Hedge, "reportedly"),
        ("Allegedly, it is unsafe.", Hedge, "Allegedly"),
        ("It is believed to be unsafe.", Hedge, "is believed"),
        ("They would have closed it.", Hedge, "would have"),
        ("It may close.", Hedge, "may"),
        ("It would close.", Hedge, "would"),
        ("It is unclear why it closed.", Hedge, "unclear"),
        ("The town vowed to keep it open.", Attribution, "vowed"),
        ("The mayor stressed its age.", Attribution, "stressed"),
        ("Drivers fear that it closes.", Attribution, "fear that"),
        ("The mayor is confident.", Attribution, "is confident"),
        ("“We will not wait,” said the mayor.", Attribution, "said"),
        ("According to the police nobody was hurt.", Attribution, "According to"),
        ("It is safe, according to the town.", Attribution, "according to"),
        ("He denied it.", Attribution, "denied"),
        ("It blamed what it called a vague promise.", Attribution, "what it called"),
        ("The town put the bill at $4 million.", Attribution, "put"),
        ("The ferry is due to open in May.", Hedge, "due"),
        ("The ferry is pencilled in for May.", Hedge, "pencilled"),
        ("It is a levy that the town estimates at £12.", Attribution, "estimates"),
    ] {
        assert!(en(sentence).contains(&(kind, cue)), "{sentence}: {:?}", en(sentence));
    }
    for sentence in [
        "Its estimates rose.",
        "The bridge closes.",
        "May the best town win.",
        "Nobody knows what it would cost.",
        "It was a long and sad story.",
        "The delay is due to the storm.",
        "The delay is due to flooding.",
        "It put the town at risk.",
        "His train of thought was gone.",
    ] {
        assert_eq!(en(sentence), [], "{sentence}");
    }
}

#[test]
fn dates() {
    for (sentence, cue) in [
        ("Am 27. November 2025 schloss sie.", "27. November 2025"),
        ("Im Mai schloss sie.", "Mai"),
        ("Das war 2024.", "2024"),
        ("Seit 2022 ist sie zu.", "2022"),
        ("Am Dienstagabend schloss sie.", "Dienstagabend"),
        ("Das war im vergangenen Jahr.", "im vergangenen Jahr"),
        ("Es geschah am 24.02.2026.", "24.02.2026"),
        ("Im ersten Quartal 2025 stieg es.", "Quartal 2025"),
        ("Sie wurde 1998 gebaut.", "1998"),
        ("Am 3. Dez. 2025 schloss sie.", "3. Dez. 2025"),
        ("Seit Okt. 2024 ist sie zu.", "Okt. 2024"),
        ("Sie schloss Sonntagvormittag.", "Sonntagvormittag"),
        ("Bis zu des Montags Abend war sie offen.", "Montags"),
    ] {
        assert!(de(sentence).contains(&(Date, cue)), "{sentence}: {:?}", de(sentence));
    }
    for (sentence, cue) in [
        ("It closed on November 27, 2025.", "November 27, 2025"),
        ("It closed on the 1st of May.", "1st of May"),
        ("It closed in May.", "May"),
        ("It closed on Tuesday.", "Tuesday"),
        ("In 2019 it closed.", "2019"),
        ("It closed two years ago.", "years ago"),
        ("It was built in the 1990s.", "1990s"),
        ("Last year it closed.", "Last year"),
        ("It closed on 2025-11-27.", "2025-11-27"),
        ("It closed on Dec. 5, 2025.", "Dec. 5, 2025"),
    ] {
        assert!(en(sentence).contains(&(Date, cue)), "{sentence}: {:?}", en(sentence));
    }
    assert_eq!(de("Die 2000 neuen Wagen kamen."), []);
    assert_eq!(de("Die Montage kostet nichts, die Mär war alt."), []);
    for sentence in ["They March on.", "The May family left.", "It has 2000 tons."] {
        assert!(en(sentence).iter().all(|(kind, _)| *kind != Date), "{sentence}: {:?}", en(sentence));
    }
}

#[test]
fn figures() {
    for (sentence, cue) in [
        ("Das kostet 3 Mrd. Dollar.", "3 Mrd. Dollar"),
        ("Es waren 1.000 Megawatt.", "1.000 Megawatt"),
        ("Der Anteil liegt bei 43,5 Prozent.", "43,5 Prozent"),
        ("Weniger als ein Drittel ist fertig.", "Drittel"),
        ("Es kamen 12000 Lastwagen.", "12000"),
        ("Es kamen Tausende.", "Tausende"),
    ] {
        assert!(de(sentence).contains(&(Figure, cue)), "{sentence}: {:?}", de(sentence));
    }
    for (sentence, cue) in [
        ("It costs US$400 million.", "$400 million"),
        ("It costs $400.", "$400"),
        ("The share is 5 per cent.", "5 per cent"),
        ("The share is 5.2%.", "5.2%"),
        ("It uses 50-60 MW.", "50-60 MW"),
        ("About 12,000 lorries came.", "12,000"),
        ("A third of them left.", "A third of"),
        ("Thousands came.", "Thousands"),
    ] {
        assert!(en(sentence).contains(&(Figure, cue)), "{sentence}: {:?}", en(sentence));
    }
    for sentence in ["It has 3 arches.", "In 2019 it closed.", "Page 12 of 40.", "The H20 is a chip."] {
        assert!(en(sentence).iter().all(|(kind, _)| *kind != Figure), "{sentence}: {:?}", en(sentence));
    }
}

#[test]
fn a_text_in_no_known_language_has_signs_alone() {
    assert_eq!(of("Le coût est de 5 % selon lui, said he.", CueLanguage::of_tag("fr")), [(Figure, "5 %")]);
    assert_eq!(CueLanguage::of_tag("und").len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn cues_are_words_of_the_sentence_in_order(sentence in any::<String>()) {
        let found = cues(&sentence, &CueLanguage::ALL);
        prop_assert!(found.iter().all(|cue| sentence.get(cue.range.clone()).is_some_and(|words| !words.trim().is_empty())));
        prop_assert!(found.windows(2).all(|two| two[0].range.start <= two[1].range.start));
    }

    #[test]
    fn words_make_no_trouble(words in prop::collection::vec(prop::sample::select(vec![
        "soll", "teilte", "mit", "27.", "May", "November", "2025", "$", "400", "million", "per", "cent", "US", "%", "laut", "so",
        "dem", "Vernehmen", "nach", ",", ".", "“", "would", "have", "1.000", "Mrd.", "of", "quarter", "first", "3-", "–",
    ]), 0..30)) {
        let sentence = words.join(" ");
        for cue in cues(&sentence, &CueLanguage::ALL) {
            prop_assert!(sentence.get(cue.range).is_some());
        }
    }
}

#[test]
fn doubts_are_the_cues_without_dates_and_figures() {
    for sentence in [
        "Laut Polizei sollen am 3. Mai 2025 rund 300 Menschen gekommen sein, sagte sie.",
        "Reportedly 300 people came on May 3, she said.",
        "Die Brücke steht seit 1920.",
    ] {
        let mut wanted = cues(sentence, &CueLanguage::ALL);
        wanted.retain(|cue| matches!(cue.kind, Hedge | Attribution));
        assert_eq!(doubts(sentence, &CueLanguage::ALL), wanted, "{sentence}");
    }
}
