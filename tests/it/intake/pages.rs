//! Twenty-six kinds of pages, and what becomes of each.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its pages had better fail")]

use std::fs;
use std::path::Path;

use fundstelle::dossier::BlockKind;
use fundstelle::intake::{Article, Found, take_in};

/// A page, and what becomes of it.
struct Case {
    file: &'static str,
    title: &'static str,
    /// How its first and its last paragraph begin.
    from: &'static str,
    to: &'static str,
    /// Language, outlet, address, day and author, as the page has them.
    facts: [&'static str; 5],
    /// Other words that must be there.
    has: &'static [&'static str],
    /// Words that must not.
    lacks: &'static [&'static str],
    /// The lines that are offered as leftovers.
    leftovers: &'static [&'static str],
}

const GERMAN: Case = Case {
    file: "",
    title: "Alte Brücke wird gesperrt",
    from: "Der Stadtrat von Talheim hat am Montagabend entschieden",
    to: "Der Neubau soll Ende 2028 fertig sein.",
    facts: ["de", "", "", "", ""],
    has: &[
        "Umweg über die Nordbrücke beträgt 7,5 Kilometer",
        "die am Brückenkopf eine Buchhandlung führt",
        "Genehmigung des Wasseramts",
    ],
    lacks: &[],
    leftovers: &[],
};

const ENGLISH: Case = Case {
    title: "Old bridge to close in May",
    from: "The council of Valley Falls decided on Monday evening",
    to: "The new bridge is to be finished at the end of 2028.",
    facts: ["en", "", "", "", ""],
    has: &[
        "detour over the north bridge is 4.5 miles long",
        "runs a bookshop at the foot",
        "permit from the water authority",
    ],
    ..GERMAN
};

const CASES: [Case; 26] = [
    Case {
        file: "classic-cms.html",
        facts: [
            "de-DE",
            "Talbote",
            "https://talbote.example/region/alte-bruecke.html",
            "2026-03-03",
            "Konrad Vorlage",
        ],
        lacks: &["Startseite", "Der Fluss steigt", "Impressum", "kein Text", "TalheimAlte"],
        leftovers: &[
            "Die alte Brücke im Winter. Foto: Ida Musterfrau",
            "Lesen Sie auch: Wann die Fähre kommt",
        ],
        ..GERMAN
    },
    Case {
        file: "json-ld-graph.html",
        facts: [
            "en-GB",
            "Valley Courier",
            "https://courier.example/news/old-bridge",
            "2026-03-02",
            "Jane Pattern, John Template",
        ],
        lacks: &["The river rises again"],
        leftovers: &["Advertisement"],
        ..ENGLISH
    },
    Case {
        file: "paywall.html",
        facts: ["de", "Talbote", "", "2026-03-03", ""],
        to: "Der Umweg über die Nordbrücke",
        has: &[],
        // It is there, but nobody who read the page saw it.
        lacks: &["die am Brückenkopf eine Buchhandlung führt"],
        ..GERMAN
    },
    Case {
        file: "live-blog.html",
        title: "Liveblog: Der Rat berät über die Brücke",
        from: "Rat entscheidet",
        has: &["## Rat entscheidet\n\n21:40\n\nDer Stadtrat"],
        facts: ["de", "Talbote", "", "2026-03-02", ""],
        ..GERMAN
    },
    Case {
        file: "amp.html",
        facts: [
            "en",
            "Valley Courier",
            "https://courier.example/news/old-bridge",
            "2026-03-03",
            "Jane Pattern",
        ],
        leftovers: &["The old bridge in winter. Photo: Ida Sample"],
        ..ENGLISH
    },
    Case {
        file: "single-file.html",
        facts: ["de", "", "https://talbote.example/region/alte-bruecke?seite=1", "2026-03-03", ""],
        lacks: &["AAAA", "E-Mail"],
        leftovers: &["Die alte Brücke. Bild: Ida Musterfrau"],
        ..GERMAN
    },
    Case {
        file: "chromium-complete.htm",
        facts: ["en", "", "https://courier.example/news/old-bridge", "2026-03-03", "Jane Pattern"],
        has: &[
            "[the city’s site](https://city.example/paper.pdf)",
            "and in a saved copy; nobody has read all of it, as members of the council admit.",
        ],
        lacks: &["Privacy policy"],
        ..ENGLISH
    },
    Case {
        file: "windows-1252.html",
        facts: ["", "", "", "", ""],
        leftovers: &["Übersicht", "Kontakt"],
        ..GERMAN
    },
    Case { file: "bom.xhtml", facts: ["de", "", "", "2026-03-03", ""], ..GERMAN },
    Case { file: "utf-16.html", ..ENGLISH },
    Case { file: "soft-hyphens.html", ..GERMAN },
    Case {
        file: "br-paragraphs.html",
        facts: ["", "", "", "", ""],
        has: &["\n\n**Händler in Sorge**\n\n"],
        ..GERMAN
    },
    Case { file: "divs-only.html", facts: ["en", "Valley Courier", "", "", ""], ..ENGLISH },
    Case {
        file: "picture-in-paragraph.html",
        has: &["Verein der Händler leitet. Eine Fähre soll"],
        lacks: &["Ein Bild, das niemand sieht", "WinterDer"],
        leftovers: &["Die alte Brücke im Winter", "Der Umweg führt über die Nordbrücke (Archivbild)"],
        ..GERMAN
    },
    Case {
        file: "cookie-wall.html",
        lacks: &["142 Partner", "Alle akzeptieren"],
        leftovers: &["Wir verwenden Cookies, um diese Seite zu verbessern."],
        ..GERMAN
    },
    Case { file: "comments.html", lacks: &["Kommentar Nummer", "Antworten"], ..GERMAN },
    Case {
        file: "newsletter.html",
        facts: ["en", "", "", "2026-03-03", ""],
        leftovers: &[
            "Sign up for our morning briefing and get the news of the valley in your inbox.",
            "Share",
            "Filed under: bridges, council",
        ],
        ..ENGLISH
    },
    Case { file: "page-2.html", leftovers: &["Seite 1 von 2", "Auf Seite 2 weiterlesen"], ..GERMAN },
    Case {
        file: "table.html",
        has: &[
            "Traffic a day",
            "| Year | Cars a day | Buses |",
            "| 2015 | 5,100 | 70 |",
            "- First, the frame is taken down.",
            "> “Nobody will miss it,” says one who lives there.",
            "12 m² and a report¹ says so \\*in part\\*.",
        ],
        ..ENGLISH
    },
    Case {
        file: "interview.html",
        title: "„Am Ende war es klar“",
        from: "Die Bürgermeisterin von Talheim über die Sperrung",
        to: "Wann ist alles fertig?",
        has: &["**Frau Muster, warum muss die Brücke weg?**", "Der Stadtrat von Talheim"],
        ..GERMAN
    },
    Case {
        file: "list.html",
        title: "Six things to know about the old bridge",
        from: "1. It closes in May",
        has: &["## 1. It closes in May\n", "## 6. The new one opens in 2028\n"],
        ..ENGLISH
    },
    Case { file: "bare.html", title: "", facts: ["", "", "", "", ""], ..ENGLISH },
    Case { file: "logo-heading.html", lacks: &["Talbote"], ..GERMAN },
    Case { file: "broken.html", facts: ["", "", "", "", ""], ..GERMAN },
    Case {
        file: "chinese.html",
        title: "旧桥将于五月关闭",
        from: "溪谷市议会周一晚上决定",
        to: "新桥预计于二〇二八年底完工。",
        facts: ["zh-CN", "", "", "2026-03-03", ""],
        has: &[],
        ..GERMAN
    },
    Case {
        file: "arabic.html",
        title: "إغلاق الجسر القديم",
        from: "قرر مجلس مدينة الوادي",
        to: "ومن المقرر أن يكتمل",
        facts: ["ar", "", "", "", ""],
        has: &[],
        ..GERMAN
    },
];

fn taken(file: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(file);
    match take_in(Some(file), fs::read(path).unwrap(), false) {
        Ok(article) => article,
        Err(unfit) => panic!("{file}: {unfit:?}"),
    }
}

#[test]
fn each_kind_of_page_becomes_its_article() {
    for case in CASES {
        let file = case.file;
        let Article { name, bytes, loaded, metadata, leftovers, .. } = taken(file);
        let markdown = String::from_utf8(bytes).unwrap();
        assert_eq!(name, "article.md");
        assert!(loaded.problems.is_empty(), "{file}: {:?}\n{markdown}", loaded.problems);
        let article = &loaded.dossier.article;
        assert_eq!(article.title().unwrap_or_default(), case.title, "{file}\n{markdown}");
        let titles = article.blocks.iter().filter(|block| block.kind == BlockKind::Title);
        assert_eq!(titles.count(), usize::from(!case.title.is_empty()), "{file}\n{markdown}");
        assert_eq!(
            markdown.lines().filter(|line| line.starts_with("# ")).count(),
            usize::from(!case.title.is_empty())
        );
        // What the page has around it is offered, not removed; what is left is the article.
        let kept = article.text.lines().map(str::trim).filter(|line| {
            !line.is_empty() && *line != case.title && !leftovers.iter().any(|leftover| leftover == line)
        });
        let kept: Vec<&str> = kept.collect();
        assert!(kept.first().is_some_and(|line| line.starts_with(case.from)), "{file}: {kept:#?}");
        let end = kept.iter().rev().take(2).any(|line| line.starts_with(case.to));
        assert!(end, "{file}: {kept:#?}");
        for words in case.has {
            assert!(markdown.contains(words), "{file} lacks {words}\n{markdown}");
        }
        for words in case.lacks {
            assert!(!markdown.contains(words), "{file} has {words}\n{markdown}");
        }
        assert_eq!(leftovers, case.leftovers, "{file}\n{markdown}");
        let value =
            |found: &Option<Found>| found.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        let facts =
            [&metadata.language, &metadata.outlet, &metadata.address, &metadata.published, &metadata.author];
        assert_eq!(facts.map(value), case.facts, "{file}");
        // No marks of HTML, no pictures, nothing that nobody sees.
        let tags = markdown.match_indices('<').filter(|(at, _)| !markdown[..*at].ends_with('\\'));
        assert_eq!(tags.count(), 0, "{file}\n{markdown}");
        assert!(
            !markdown.contains("![") && !markdown.contains(['\u{ad}', '\u{200b}', '\u{feff}']),
            "{file}\n{markdown}"
        );
    }
}

#[test]
fn every_page_is_in_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut listed = CASES.map(|case| case.file);
    listed.sort_unstable();
    assert_eq!(names, listed);
}

#[test]
fn what_was_hidden_from_the_reader_is_said_to_be_missing() {
    assert!(taken("paywall.html").metadata.is_partial);
    assert!(!taken("classic-cms.html").metadata.is_partial);
    assert!(taken("soft-hyphens.html").changes.invisible > 30);
}
