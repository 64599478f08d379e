//! Articles with what pages leave in them.

use super::*;
use crate::load::{Memory, load};

const LONG_ONE: &str = "Der Stadtrat hat am Montag entschieden, dass die alte Brücke im Mai gesperrt wird, weil das Tragwerk \
                        nicht mehr sicher ist, wie die Stadt mitteilte.";

/// The lines that are suggested, each suggestion's together.
fn suggested(article: &str, captions: &[&str], rejected: &[&str]) -> Vec<Vec<String>> {
    let loaded = load(&Memory::default().with("a.md", article.to_owned().into_bytes())).unwrap();
    let captions: Vec<Box<str>> = captions.iter().map(|caption| (*caption).into()).collect();
    let article = &loaded.dossier.article;
    let found = find(article, &captions, |line| rejected.contains(&line));
    let lines = found.into_iter().map(|found| {
        let What::Leftover(lines) = found.what else { panic!("another kind") };
        lines.into_iter().map(|line| article.text[line].to_owned()).collect()
    });
    lines.collect()
}

fn found(article: &str, captions: &[&str]) -> Vec<String> {
    suggested(article, captions, &[]).concat()
}

#[test]
fn what_pages_have_around_an_article_is_found() {
    let article = format!(
        "# Alte Brücke\n\nHome › Region › Talheim\n\nVon Erika Muster\n\n05.03.2026, 18:00 Uhr\n\n{LONG_ONE}\n\nEine Brücke im \
         Tal. Foto: Ada Beispiel\n\n## Was der Rat sagt\n\n{LONG_ONE}\n\nLesen Sie auch: [Neue Fähre im Tal](https://a.example)\n\n\
         Anzeige\n\n{LONG_ONE}\n\nDann regnete es.\n\ndpa\n\nTeilen Facebook WhatsApp E-Mail\n\n12 Kommentare\n\n### Mehr zum \
         Thema\n\n- [Die Fähre kommt](https://a.example/1)\n- [Der Fluss steigt](https://a.example/2)\n\n© 2026 Talbote\n",
    );
    assert_eq!(
        found(&article, &["Eine Brücke im Tal. Foto: Ada Beispiel"]),
        [
            "Home › Region › Talheim",
            "Von Erika Muster",
            "05.03.2026, 18:00 Uhr",
            "Eine Brücke im Tal. Foto: Ada Beispiel",
            "Lesen Sie auch: Neue Fähre im Tal",
            "Anzeige",
            "dpa",
            "Teilen Facebook WhatsApp E-Mail",
            "12 Kommentare",
            "Mehr zum Thema",
            "Die Fähre kommt",
            "Der Fluss steigt",
            "© 2026 Talbote",
        ]
    );
}

#[test]
fn lines_that_stand_together_are_one_suggestion_and_a_rejected_one_parts_them() {
    let article = format!(
        "# Alte Brücke\n\n{LONG_ONE}\n\nTeilen\n\nDrucken\n\n12 Kommentare\n\n## Zur Sache\n\n{LONG_ONE}\n\nAnzeige\n"
    );
    assert_eq!(suggested(&article, &[], &[]), [vec!["Teilen", "Drucken", "12 Kommentare"], vec!["Anzeige"]]);
    let rejected = suggested(&article, &[], &["Drucken", "Anzeige"]);
    assert_eq!(rejected, [["Teilen"], ["12 Kommentare"]]);
}

#[test]
fn below_a_long_lead_stand_who_wrote_it_and_when() {
    for line in [
        "Von Volker Muster, Jan Ole Beispiel und Berta Probe, TRF",
        "By Jess Sample, Local Valley Reporter",
        "Stand: 05.03.2026 18:00 Uhr",
        "05.03.2026 18:00 Uhr",
        "Erstellt am Dienstag 3. März 2026",
    ] {
        let article = format!("# Alte Brücke\n\n{LONG_ONE}\n\n{line}\n\n{LONG_ONE}\n");
        assert_eq!(found(&article, &[]), [line]);
    }
    for line in
        ["Von Anfang an war das Streit", "Von Talheim nach Bergheim", "18:00 Uhr", "By May it was over"]
    {
        let article = format!("# Alte Brücke\n\n{LONG_ONE}\n\n{line}\n\n{LONG_ONE}\n");
        assert!(found(&article, &[]).is_empty(), "{line}");
    }
}

#[test]
fn a_line_that_reads_like_one_of_the_articles_own_stays() {
    let article = format!(
        "# Alte Brücke\n\n{LONG_ONE}\n\n## Neue Fähre\n\n{LONG_ONE}\n\n[Neue Fähre](https://a.example)\n"
    );
    assert!(found(&article, &[]).is_empty());
}

#[test]
fn what_the_article_says_is_none() {
    let article = format!(
        "# Share prices fall\n\n{LONG_ONE}\n\n## Comments by the council\n\nShare prices fell.\n\n> Von Anfang an war das \
         falsch.\n\nVon Anfang an war das falsch, sagt er.\n\nPublished in 2019, the report is old.\n\n| Ort | 2024 |\n|---|---|\n\
         | Teilen | 12 |\n\n- [One source](https://a.example)\n- Two\n\n{LONG_ONE}\n\nEr schwieg.\n"
    );
    assert_eq!(found(&article, &[]), Vec::<String>::new());
    // Without a long paragraph nobody knows where the article begins.
    assert_eq!(found("# Verse\n\nEin Vers\n\nNoch einer\n", &[]), Vec::<String>::new());
    assert_eq!(found("# Verse\n\nEin Vers\n\nAnzeige\n", &[]), ["Anzeige"]);
}

#[test]
fn an_article_may_begin_a_sentence_as_a_page_begins_a_label() {
    for line in [
        "Datenschutz ist für den Rat ein Fremdwort",
        "Copyright law was changed in May, and nobody knows how.",
        "Newsletter werden im Tal selten gelesen.",
        "Getty Images sued the company.",
    ] {
        for article in [
            format!("# Alte Brücke\n\n{LONG_ONE}\n\n{line}\n\n{LONG_ONE}\n"),
            format!("# Alte Brücke\n\n{LONG_ONE}\n\n## {line}\n\n{LONG_ONE}\n"),
        ] {
            assert_eq!(found(&article, &[]), Vec::<String>::new(), "{line}");
        }
    }
}

#[test]
fn rows_of_tables_notes_and_numbers_are_the_articles() {
    let article = format!(
        "# Alte Brücke\n\n{LONG_ONE}\n\n| Ort | Fähre |\n|---|---|\n| Talheim | ja |\n| Bergheim | nein |\n\n28,2 %\n\n\\[7\\] Bericht des \
         Rats\n\n12\\. Die Fähre\n"
    );
    assert_eq!(found(&article, &[]), Vec::<String>::new());
    let article = format!("# Alte Brücke\n\n{LONG_ONE}\n\nStart | Tal | Fluss\n\n05.03.2026\n");
    assert_eq!(found(&article, &[]), ["Start | Tal | Fluss", "05.03.2026"]);
}
