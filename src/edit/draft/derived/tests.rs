use std::sync::Arc;

use crate::dossier::Dossier;
use crate::edit::draft::tests::{english, place, read};
use crate::edit::draft::{hedge, speaker, title};
use crate::load::Memory;

fn article(text: &str, language: &str) -> Arc<Dossier> {
    let toml = format!(
        "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"{language}\"\n\
         [[actor]]\nid = \"lund\"\nkind = \"company\"\nname = \"Lund\"\naliases = [\"Lund\"]\n\
         [[actor]]\nid = \"amt\"\nkind = \"agency\"\nname = \"A\"\naliases = [\"Hafenamt\", \"Harbour Office\"]\n"
    );
    read(&Memory::default().with("dossier.toml", toml).with("a.txt", format!("Titel\n{text}\n")))
}

#[test]
fn a_speaker_is_known_where_a_sentence_leaves_no_doubt() {
    let found = |text: &str, language: &str| {
        let dossier = article(text, language);
        let words = 6..6 + text.len();
        speaker(&dossier, &words).map(|id| id.as_str().to_owned())
    };
    for (text, id) in [
        ("Die Fähre fährt, sagte Lund.", Some("lund")),
        ("„Sie fährt“, sagte das Hafenamt am Montag.", Some("amt")),
        ("Lund sagte, das Hafenamt habe gezahlt.", Some("lund")),
        ("Laut Lund fährt die Fähre.", None),
        ("Sie fährt laut Lund.", Some("lund")),
        ("Das berichtet das Hafenamt; Lund schweigt.", Some("amt")),
        ("Lund zufolge fährt sie.", Some("lund")),
        ("Kritiker von Lund sagten, sie fahre.", None),
        ("Sie fährt, sagte Lund-Chef Moe.", None),
        ("Das Hafenamt warnte Lund.", Some("amt")),
        ("Lund habe gezahlt.", None),
        ("Lund sagte ja, Moe sagte nein.", None),
        ("Lund sagte ja, das Hafenamt sagte nein.", None),
        ("Die Fähre gehört Lund.", None),
    ] {
        assert_eq!(found(text, "de").as_deref(), id, "{text}");
    }
    for (text, id) in [
        ("Lund said the Harbour Office paid.", Some("lund")),
        ("“It leaves,” said the Harbour Office.", Some("amt")),
        ("It leaves, according to Lund.", Some("lund")),
        ("Critics of Lund said it leaves.", None),
        ("It leaves, said Lund chief Moe.", None),
        ("The minister told Lund to leave.", None),
        ("Lund is said to leave.", None),
    ] {
        assert_eq!(found(text, "en").as_deref(), id, "{text}");
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
    assert_eq!(hedge("It leaves, said Moe.", "It leaves", "en").as_deref(), Some("said"));
    assert_eq!(hedge("He said it might leave.", "it might leave", "en").as_deref(), Some("might"));
    assert_eq!(hedge("It might leave.", "It might leave", "fr"), None, "no words are known in French");
}

#[test]
fn a_title_is_short() {
    let dossier = read(&english());
    assert_eq!(title(&dossier, &place(&dossier, "Lund is silent.")).as_deref(), Some("Lund is silent"));
    assert_eq!(
        title(&dossier, &place(&dossier, "The Lund line sells the ferry, said the Harbour Office")),
        None
    );
}
