//! What an author is told: every mistake with file, line and column, and nothing that harms a terminal.

use std::fs;
use std::path::{Path, PathBuf};

use fundstelle::dossier::{Dossier, Id, Kind, LocalText, Ref};
use fundstelle::load::{Files, Folder, Grade, Memory, Problem, ReadError, Refusal, Tally, load};
use tempfile::TempDir;

const HEAD: &str = r#"format = 1
id = "test"
title = "Test"
observations = "figures.csv"
[article]
file = "article.txt"
language = "de"
boilerplate = ["Kommentare"]
"#;

const ARTICLE: &str = "Titel
Alibaba und ByteDance mieten Chips. Beide sollen laut Berichten Chips kaufen.
Nvidia-Chips fehlen.
Kommentare
";

const ACTORS: &str = r#"[[actor]]
id = "alibaba"
kind = "company"
name = "Alibaba"
aliases = ["Alibaba"]

[[actor]]
id = "bytedance"
kind = "company"
name = "ByteDance"
mentions = [{ exact = "Beide", suffix = " sollen", inferred = true }]
role = "Mieter"
anchors = ["ByteDance mieten"]
"#;

const CLAIMS: &str = r#"[[claim]]
id = "buy"
text = "Both are said to buy."
anchors = ["Beide sollen laut Berichten Chips kaufen"]
hedge = "laut Berichten"
actors = ["alibaba", "bytedance"]
assessment = "qualified"
sources = ["report"]

[[source]]
id = "report"
type = "report"
outlet = "Outlet"
accessed = "2026-01-02"
"#;

const SERIES: &str = r#"[[place]]
id = "johor"
name = "Johor"
coordinates = [103.4, 1.8]

[[series]]
id = "mw"
outlet = "Outlet"
unit = "MW"
kind = "stock"
title = "MW"
definition = "MW"
"#;

const FIGURES: &str = "series,place,date,value,qualifier,source\nmw,johor,2024-41,401,exact,report\n";

/// A small dossier, split by convention, with nothing wrong.
fn sound() -> Memory {
    Memory::default()
        .with("dossier.toml", HEAD)
        .with("article.txt", ARTICLE)
        .with("actors.toml", ACTORS)
        .with("claims.toml", CLAIMS)
        .with("series.toml", SERIES)
        .with("figures.csv", FIGURES)
}

/// Each problem by its place, grade and rule. Its wording is in `reports.snap`.
fn lines(files: &dyn Files) -> Vec<String> {
    let problems = match load(files) {
        Ok(loaded) => loaded.problems,
        Err(Refusal { problems, .. }) => {
            assert!(problems.iter().all(|problem| problem.grade() == Grade::Fatal) && !problems.is_empty());
            problems
        }
    };
    problems.iter().map(Problem::heading).collect()
}

/// The report of the sound dossier with this file instead of its own.
fn with(name: &str, text: &str) -> Vec<String> {
    lines(&sound().with(name, text))
}

/// The report of the sound dossier with these tables added, from the line after [`HEAD`]'s last.
fn added(tables: &str) -> Vec<String> {
    with("dossier.toml", &format!("{HEAD}{tables}"))
}

fn opened(files: &dyn Files) -> std::sync::Arc<Dossier> {
    load(files).unwrap_or_else(|problems| panic!("{problems:?}")).dossier
}

#[test]
fn a_split_dossier_is_put_together() {
    assert_eq!(lines(&sound()), [""; 0]);
    let dossier = opened(&sound());
    let claim = dossier.claim(&Id::new("buy")).unwrap();
    let passage = claim.evidence.anchors[0].passage().unwrap();
    assert_eq!(&dossier.article.text[passage], "Beide sollen laut Berichten Chips kaufen");
    let mentions: Vec<_> =
        dossier.mentions.iter().map(|m| &dossier.article.text[m.passage.clone()]).collect();
    assert_eq!(mentions, ["Alibaba", "Beide"]);
    assert_eq!(dossier.observations[0].id.as_str(), "mw/johor/2024-41/");
    assert_eq!(dossier.observations[0].value, Some(401.0));
}

#[test]
fn a_dossier_in_one_file_is_the_same() {
    let one = Memory::default()
        .with("dossier.toml", format!("{HEAD}{ACTORS}{CLAIMS}{SERIES}"))
        .with("article.txt", ARTICLE)
        .with("figures.csv", FIGURES);
    assert_eq!(lines(&one), [""; 0]);
    assert_eq!(**opened(&one), **opened(&sound()));
}

#[test]
fn names_of_nothing() {
    assert_eq!(
        with("claims.toml", &CLAIMS.replace("\"bytedance\"", "\"bytedanse\"")),
        ["claims.toml:6:22: error[reference-unknown]"]
    );
    assert_eq!(
        added(
            "[[relation]]\nid = \"r\"\nfrom = \"nobody\"\nto = \"alibaba\"\nlabel = \"x\"\nsources = [\"report\"]\n"
        ),
        ["dossier.toml:11:8: error[reference-unknown]"]
    );
}

#[test]
fn what_dangles_is_left_out_and_the_statement_marked() {
    let files = sound().with("claims.toml", CLAIMS.replace("\"bytedance\"", "\"bytedanse\""));
    let loaded = load(&files).unwrap();
    assert_eq!(loaded.dossier.claims[0].actors, [Id::new("alibaba")]);
    assert_eq!(loaded.problems[0].item, Some(Ref::new(Kind::Claim, &Id::new("buy"))));
}

#[test]
fn ids() {
    assert_eq!(
        with("actors.toml", &ACTORS.replace("\"bytedance\"", "\"alibaba\""))[0],
        "actors.toml:8:6: error[id-duplicate]"
    );
    assert_eq!(
        added("[[source]]\nid = \"Ein Bericht\"\ntype = \"report\"\noutlet = \"x\"\n"),
        ["dossier.toml:9:1: warning[source-unused]", "dossier.toml:10:6: error[id-invalid]",]
    );
    assert_eq!(added("[[lane]]\nshort = \"x\"\n"), ["dossier.toml:9:1: error[id-missing]"]);
}

#[test]
fn anchors() {
    let claim = |anchors: &str| {
        with("claims.toml", &CLAIMS.replace("[\"Beide sollen laut Berichten Chips kaufen\"]", anchors))
    };
    assert_eq!(claim("[\"Chips\"]"), ["claims.toml:4:12: error[anchor-ambiguous]",]);
    assert_eq!(
        claim("[{ exact = \"Chips\", prefix = \"keine \" }]"),
        ["claims.toml:4:12: error[anchor-context]",]
    );
    assert_eq!(claim("[\"Beide müssen\"]"), ["claims.toml:4:12: error[anchor-lost]",]);
    assert_eq!(
        claim("[\"Kommentare\", \" \"]"),
        ["claims.toml:4:12: error[anchor-hidden]", "claims.toml:4:26: error[anchor-empty]",]
    );
    assert_eq!(claim("[\"Nvidia-Chips\"]"), ["claims.toml:5:9: error[hedge-lost]",]);
}

#[test]
fn statements_need_evidence() {
    assert_eq!(
        with("claims.toml", &CLAIMS.replace("sources = [\"report\"]", "")),
        ["claims.toml:7:14: error[assessment-unsupported]",]
    );
    assert_eq!(added("[[gap]]\nid = \"g\"\ntext = \"x\"\n"), ["dossier.toml:9:1: error[evidence-missing]",]);
}

#[test]
fn circles_are_broken() {
    let source = |id: &str, repeats: &str| {
        format!("[[source]]\nid = \"{id}\"\ntype = \"report\"\noutlet = \"x\"\nrepeats = [\"{repeats}\"]\n")
    };
    let tables = format!("{}{}{}", source("a", "b"), source("b", "a"), source("c", "c"));
    assert_eq!(
        added(&tables),
        ["dossier.toml:18:12: error[reference-cycle]", "dossier.toml:23:12: error[reference-cycle]",]
    );
    // The one that closes it, wherever it stands in its list; without brackets too.
    let alone = source("c", "c").replace("[\"c\"]", "\"c\"");
    let tables = format!("{}{}{alone}", source("a", "b"), source("b", "c\", \"a"));
    let found = added(&tables);
    assert!(found.contains(&"dossier.toml:18:17: error[reference-cycle]".to_owned()), "{found:?}");
    assert!(found.contains(&"dossier.toml:23:11: error[reference-cycle]".to_owned()), "{found:?}");
}

#[test]
fn keys_types_and_words() {
    assert_eq!(
        added(
            "[[series]]\nid = \"s\"\noutlet = 7\nkind = \"stok\"\ntitel = \"x\"\ntitle = \"x\"\ndefinition = \"x\"\n\
             expects = \"johor\"\n"
        ),
        [
            "dossier.toml:9:1: warning[series-empty]",
            "dossier.toml:11:10: error[value-type]",
            "dossier.toml:12:8: error[word-unknown]",
            "dossier.toml:13:1: error[key-unknown]",
            "dossier.toml:16:11: error[value-type]",
        ]
    );
    assert_eq!(
        with("actors.toml", &format!("format = 1\n[[actr]]\n{ACTORS}")),
        ["actors.toml:1:1: error[key-misplaced]", "actors.toml:2:3: error[key-unknown]",]
    );
}

#[test]
fn what_a_stop_lacks_is_reported_and_it_keeps_its_place() {
    assert_eq!(
        added(
            "[[stop]]\nbig = \"x\"\n[[stop]]\ntitle = \"t\"\nselect = \"source:report\"\nview = \"all\"\nspeker = \"x\"\n\
             [[stop]]\ntitle = \"t\"\nselect = \"observation:report\"\npanel = \"actors\"\nview = \"al\"\n"
        ),
        [
            "dossier.toml:9:1: error[key-missing]",
            "dossier.toml:9:1: error[key-missing]",
            "dossier.toml:14:8: error[view-unknown]",
            "dossier.toml:15:1: error[key-unknown]",
            "dossier.toml:18:10: error[selection-invalid]",
            "dossier.toml:20:8: error[view-unknown]",
        ]
    );
}

#[test]
fn dates() {
    let event = |date: &str| {
        added(&format!(
            "[[lane]]\nid = \"l\"\nshort = \"l\"\nname = \"l\"\n[[event]]\nid = \"e\"\nlane = \"l\"\nkind = \"report\"\n\
             title = \"t\"\nsummary = \"s\"\nsources = [\"report\"]\ndate = {date}\n"
        ))
    };
    assert_eq!(event("2025-11-27"), [""; 0]);
    assert_eq!(event("\"2025-41\""), [""; 0]);
    assert_eq!(event("\"2025-22\""), ["dossier.toml:20:8: error[date-invalid]",]);
    assert_eq!(event("2025"), ["dossier.toml:20:8: error[value-type]"]);
    assert_eq!(event("2025-11"), ["dossier.toml:20:8: fatal[toml-invalid]"]);
}

#[test]
fn an_event_is_kept_without_a_lane_or_a_date() {
    let files = sound().with(
        "events.toml",
        "[[event]]\nid = \"e\"\nlane = \"eu\"\nkind = \"report\"\ndate = \"bald\"\ntitle = \"t\"\nsummary = \"s\"\n\
         sources = [\"report\"]\n",
    );
    let dossier = opened(&files);
    assert_eq!(dossier.events[0].date.text(), "bald");
    assert_eq!(dossier.events[0].date.first(), None);
    assert_eq!(Some(&dossier.lanes[0].id), dossier.events[0].lane.as_ref());
}

#[test]
fn warnings() {
    let long = "Ein Titel, der viel zu lang für die Zeile ist";
    assert_eq!(
        added(&format!(
            "[[lane]]\nid = \"l\"\nshort = \"l\"\nname.de = \"l\"\nname.en = \"l\"\n[[event]]\nid = \"e\"\nlane = \"l\"\n\
             kind = \"report\"\ntitle = \"{long}\"\nsummary.de = \"s\"\nsources = [\"report\"]\ndate = \"2025\"\n\
             [[actor]]\nid = \"x\"\nkind = \"group\"\nname = \"x\"\naliases = [\"Ali\"]\n"
        )),
        [
            "dossier.toml:18:9: warning[title-too-long]",
            "dossier.toml:19:1: warning[translation-missing]",
            "dossier.toml:26:12: warning[alias-unused]",
        ]
    );
}

#[test]
fn places_and_addresses() {
    assert_eq!(
        with("series.toml", &SERIES.replace("[103.4, 1.8]", "[1.8, 103.4]\ncountry = \"Malaysia\"")),
        ["series.toml:4:15: error[coordinates-invalid]", "series.toml:5:11: error[country-invalid]",]
    );
    assert_eq!(
        with("claims.toml", &format!("{CLAIMS}url = \"http://example.org\"\n")),
        ["claims.toml:15:7: error[address-invalid]",]
    );
    for address in [
        "https:///etc/passwd",
        "https://example.org@evil.example/",
        "https://example.org/a|b",
        "https://example.org/100%",
    ] {
        assert_eq!(
            with("claims.toml", &format!("{CLAIMS}url = \"{address}\"\n")),
            ["claims.toml:15:7: error[address-invalid]"]
        );
    }
    assert_eq!(
        with("claims.toml", &format!("{CLAIMS}url = \"https://example.org/\\u001b]0;x\"\n")),
        ["claims.toml:15:7: error[address-invalid]",]
    );
    assert_eq!(
        with("claims.toml", &format!("{CLAIMS}url = \"https://en.wikipedia.org/wiki/Moore's_law\"\n")),
        <[&str; 0]>::default()
    );
}

#[test]
fn observations() {
    let row = |row: &str| with("figures.csv", &format!("{FIGURES}{row}\n"));
    assert_eq!(row("mw,johor,2025-40,\"1,5\",exact,report"), ["figures.csv:3:18: error[number-invalid]",]);
    assert_eq!(row("mw,johor,2025-40,1,exct,report"), ["figures.csv:3:20: error[word-unknown]"]);
    assert_eq!(row("mw,johor,2024-41,1,exact,report"), ["figures.csv:3:1: error[figure-duplicate]",]);
    assert_eq!(row("mw,johor,2024"), ["figures.csv:3:1: error[row-length]",]);
    assert_eq!(
        row("mww,johor,2025,1,exact,reprt"),
        ["figures.csv:3:1: error[reference-unknown]", "figures.csv:3:24: error[reference-unknown]",]
    );
    // All that is wrong with a row, whether it is left out or not.
    assert_eq!(
        row("mw,johor,2025-13,x,exct,reprt"),
        [
            "figures.csv:3:15: error[date-invalid]",
            "figures.csv:3:18: error[number-invalid]",
            "figures.csv:3:20: error[word-unknown]",
            "figures.csv:3:25: error[reference-unknown]",
        ]
    );
    assert_eq!(row("mw,,,,,report"), [""; 0]);
    for value in ["1", "-1", "0.5", "-12.25", "007"] {
        assert_eq!(row(&format!("mw,johor,2025,{value},exact,report")), [""; 0]);
    }
    for value in ["1e3", "+2", ".5", "5.", "-", ".", "1.2.3", "--1", "1 000", "inf", "٣"] {
        let report = row(&format!("mw,johor,2025,{value},exact,report"));
        assert!(report[0].ends_with("error[number-invalid]"), "{report:?}");
    }
    assert_eq!(
        with("figures.csv", "series,palce\r\n"),
        ["figures.csv:1:1: error[column-missing]", "figures.csv:1:8: error[column-unknown]",]
    );
    assert_eq!(
        with("figures.csv", &format!("{FIGURES}mw,johor,2026,x,exact,report\n").replace('\n', "\r\n")),
        ["figures.csv:3:15: error[number-invalid]",]
    );
}

/// What RFC 4180 does not allow is not guessed at: an unclosed quote would swallow every row that follows.
#[test]
fn quotes_in_observations() {
    let read = |rows: &str| {
        let loaded = load(&sound().with("figures.csv", format!("{FIGURES}{rows}"))).unwrap();
        let report: Vec<String> = loaded.problems.iter().map(Problem::heading).collect();
        let dates = loaded.dossier.observations.iter().filter_map(|one| one.date.as_ref());
        (report, dates.map(|date| date.text().to_owned()).collect::<Vec<_>>())
    };
    let (report, dates) =
        read("mw,johor,2025,2,exact,report\nmw,johor,\"2026,3,exact,report\nmw,johor,2027,4,exact,report\n");
    assert_eq!(report, ["figures.csv:4:10: error[quotes-invalid]"]);
    assert_eq!(dates, ["2024-41", "2025"]);
    let (report, dates) = read(
        "mw,johor,2025,2,exact,rep\"ort\nmw,johor,\"2026\"x,3,exact,report\nmw,johor,\"2027\",4,exact,report\n",
    );
    assert_eq!(
        report,
        ["figures.csv:3:26: error[quotes-invalid]", "figures.csv:4:10: error[quotes-invalid]",]
    );
    assert_eq!(dates, ["2024-41", "2027"]);
}

#[test]
fn observations_that_cannot_be_read_are_no_fatal() {
    let files = sound().with("figures.csv", b"series\xff".as_slice());
    assert_eq!(lines(&files), ["figures.csv:1:7: error[figures-unreadable]",]);
    assert_eq!(
        with("dossier.toml", &HEAD.replace("figures.csv", "figure.csv")),
        ["dossier.toml:4:16: error[figures-unreadable]",]
    );
}

#[test]
fn every_fatal_is_reported() {
    assert_eq!(
        lines(&sound().with("claims.toml", "x = \n").with("actors.toml", b"a = 1\n\xff".as_slice())),
        ["actors.toml:2:1: fatal[file-unreadable]", "claims.toml:1:5: fatal[toml-invalid]",]
    );
    assert_eq!(
        with("dossier.toml", "format = 2\narticle = 1\n"),
        ["dossier.toml:1:10: fatal[format-unknown]", "dossier.toml:2:11: fatal[article-unnamed]",]
    );
    assert_eq!(
        lines(&sound().with("dossier.toml", vec![b' '; (8 << 20) + 1])),
        ["dossier.toml:1:1: fatal[file-unreadable]"]
    );
}

#[test]
fn an_article_that_cannot_be_read_is_fatal() {
    assert_eq!(
        with("dossier.toml", &HEAD.replace("article.txt", "artikle.txt")),
        ["dossier.toml:6:8: fatal[article-unreadable]",]
    );
    assert_eq!(with("article.txt", " \n\n"), ["dossier.toml:6:8: fatal[article-empty]",]);
    assert_eq!(
        lines(&sound().with("article.txt", b"Titel\nab\xc3".as_slice())),
        ["article.txt:2:3: fatal[article-unreadable]"]
    );
    assert_eq!(
        lines(&sound().with("article.txt", vec![b'a'; (10 << 20) + 1])),
        ["dossier.toml:6:8: fatal[article-unreadable]",]
    );
    assert_eq!(
        with("dossier.toml", &HEAD.replace("article.txt", "article.doc")),
        ["dossier.toml:6:8: fatal[article-type]"]
    );
}

#[test]
fn a_lone_article_opens_with_nothing_else() {
    let dossier = opened(&Memory::default().with("x.txt", "\u{feff}Titel\nText").with("README.md", ""));
    assert_eq!(dossier.article.title(), Some("Titel"));
    assert!(dossier.actors.is_empty());
    for marked in ["a.md", "a.markdown", "A.MD"] {
        let dossier = opened(
            &Memory::default().with(marked, "# *Titel*\nText").with("Readme.txt", "x").with("b.csv", ""),
        );
        assert_eq!(dossier.article.title(), Some("Titel"));
    }
    assert_eq!(opened(&Memory::default().with("README.md", "# A")).article.title(), Some("A"));
    let between = ["dossier.toml:1:1: fatal[dossier-missing]"];
    assert_eq!(lines(&Memory::default().with("b.txt", "").with("a.txt", "")), between);
    assert_eq!(lines(&Memory::default().with("b.md", "").with("a.txt", "")), between);
    assert_eq!(
        lines(&Memory::default().with("a.csv", "").with("b.doc", "")),
        ["dossier.toml:1:1: fatal[dossier-missing]",]
    );
    assert_eq!(lines(&Memory::default().with("a.doc", "# A")), ["a.doc:1:1: fatal[article-type]"]);
    for empty in ["", "\n\n", "---\n\n***\n", "<!-- nothing -->", "[a]: /b\n", "![](x)"] {
        let problems = lines(&Memory::default().with("a.md", empty));
        assert_eq!(problems, ["a.md:1:1: fatal[article-empty]"], "{empty:?}");
    }
}

/// The marks of Markdown are none of the words that quotations are compared with.
#[test]
fn quotations_run_across_the_marks_of_markdown() {
    let article = "# Old **Bridge** to close\n\nThe council will *close* the [**old** bridge](https://x.y)  \nin `May`,\nsaid\n\
                   <b>the mayor</b> &mdash; *twice*.\n\n> Closed\n\n---\n\n- to lorries\n- and cars\n\nComments\n";
    let quotes = [
        "Bridge to close",
        "close the old bridge in May, said the mayor — twice.",
        "Closed to lorries and cars",
    ];
    let claim = |(n, quote): (usize, &&str)| {
        format!("[[claim]]\nid = \"c{n}\"\ntext = \"x\"\nanchors = [\"{quote}\"]\nassessment = \"open\"\n")
    };
    let claims = quotes.iter().enumerate().map(claim).collect::<Vec<_>>().concat();
    let head = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\nheadings = [\"Closed\"]\n\
                boilerplate = [\"Comments\"]\n";
    let actor =
        "[[actor]]\nid = \"b\"\nkind = \"place\"\nname = \"B\"\naliases = [\"old bridge\", \"the mayor\"]\n";
    let files =
        Memory::default().with("dossier.toml", format!("{head}{actor}{claims}")).with("a.md", article);
    assert_eq!(lines(&files), [""; 0]);
    let dossier = opened(&files);
    assert_eq!(dossier.mentions.len(), 2);
    assert_eq!(dossier.article.links.len(), 1);
    assert!(
        !dossier.article.blocks.iter().any(|block| dossier.article.text[block.range.clone()] == *"Comments")
    );
    let marked = files.with("dossier.toml", format!("{head}{}", claims.replace("Bridge", "**Bridge**")));
    assert_eq!(lines(&marked).len(), 1);
}

#[test]
fn what_nests_too_deep_is_shown_line_by_line() {
    let files = Memory::default().with("a.md", format!("# A\n\n{} *b*\n", ">".repeat(100)));
    assert_eq!(lines(&files), ["a.md:3:1: warning[article-too-deep]"]);
    assert_eq!(opened(&files).article.title(), Some("# A"));
}

#[test]
fn no_control_character_gets_through() {
    let files = sound().with("article.txt", format!("{ARTICLE}Ein \u{1b}[31mroter\u{202e} Satz.\r\n")).with(
        "dossier.toml",
        format!("{HEAD}\"a\\u001b]0;\\nb\" = 1\n[[place]]\nid = \"p\"\nname = \"\\u001b[2J\"\n"),
    );
    let loaded = load(&files).unwrap();
    assert!(loaded.dossier.article.text.ends_with("Ein \u{241b}[31mroter\u{fffd} Satz. \n"));
    let places: Vec<_> = loaded.dossier.places.iter().flat_map(|place| place.name.texts()).collect();
    assert!(places.contains(&"\u{241b}[2J"));
    let report: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert!(
        report[0]
            .starts_with("dossier.toml:9:1: error[key-unknown]: [article] has no key \"a\u{241b}]0; b\""),
        "{report:?}"
    );
    assert!(report.iter().all(|line| !line.contains(char::is_control)));
}

#[test]
fn many_problems_are_counted() {
    let keys: Vec<String> = (0..1500).map(|n| format!("key-number-{n} = 1\n")).collect();
    let loaded = load(&sound().with("actors.toml", format!("{}{ACTORS}", keys.concat()))).unwrap();
    assert_eq!(loaded.problems.len(), 1000);
    assert_eq!(loaded.tally, Tally { errors: 1500, warnings: 0, unlisted: 500, files: 1 });
    let refusal = load(&sound().with("dossier.toml", "= x\n".repeat(1500))).unwrap_err();
    assert_eq!(refusal.problems.len(), 1000);
    // A line may be wrong in several ways.
    let Tally { errors, warnings, unlisted, .. } = refusal.tally;
    assert!(errors >= 1500 && warnings == 0 && unlisted == errors - 1000, "{:?}", refusal.tally);
}

#[test]
fn beyond_the_listed_problems_every_item_is_marked() {
    let named = |id: &str| Ref::new(Kind::Claim, &Id::new(id));
    let broken: Vec<String> = (0..1200)
        .map(|n| {
            format!(
                "[[claim]]\nid = \"c{n}\"\ntext = \"x\"\nanchors = [\"nirgends\"]\nassessment = \"open\"\n"
            )
        })
        .collect();
    let mut claims = broken.concat();
    claims += "[[claim]]\nid = \"bare\"\ntext = \"x\"\nassessment = \"open\"\n";
    claims +=
        "[[claim]]\nid = \"judged\"\ntext = \"x\"\nanchors = [\"Nvidia\"]\nassessment = \"qualified\"\n";
    claims += "[[claim]]\nid = \"misspelt\"\ntextt = \"x\"\ntext = \"x\"\nanchors = [\"Nvidia\"]\nassessment = \"open\"\n";
    claims += "[[claim]]\nid = \"sound\"\ntext = \"x\"\nanchors = [\"Nvidia\"]\nassessment = \"open\"\n";
    let loaded = load(&sound().with("events.toml", claims)).unwrap();
    assert_eq!(loaded.tally, Tally { errors: 1203, warnings: 0, unlisted: 203, files: 1 });
    assert_eq!(loaded.faulty.evidence.len(), 1202);
    for id in ["c0", "c1199", "bare", "judged"] {
        assert!(loaded.faulty.evidence.contains(&named(id)), "{id}");
    }
    assert_eq!(loaded.faulty.other, [named("misspelt")].into());
}

#[test]
fn many_warnings_do_not_hide_an_error() {
    let aliases: Vec<String> = (0..1500).map(|n| format!("\"nobody{n}\"")).collect();
    let actors = ACTORS.replacen("[\"Alibaba\"]", &format!("[\"Alibaba\", {}]", aliases.join(", ")), 1);
    let files = sound().with("actors.toml", actors).with("figures.csv", FIGURES.replace("401", "many"));
    let loaded = load(&files).unwrap();
    assert_eq!(loaded.tally, Tally { errors: 1, warnings: 1500, unlisted: 500, files: 2 });
    assert!(loaded.problems.iter().any(|problem| problem.grade() == Grade::Error));
}

#[test]
fn texts_for_people_have_a_limit() {
    let (fits, long) = ("ü".repeat(4000), "ü".repeat(4001));
    let event = |text: &str| {
        format!(
            "[[lane]]\nid = \"l\"\nshort = \"l\"\nname = \"l\"\n[[event]]\nid = \"e\"\ndate = \"2025\"\nlane = \"l\"\n\
             kind = \"report\"\ntitle = \"t\"\nsources = [\"report\"]\nsummary.de = \"{text}\"\n"
        )
    };
    assert_eq!(with("events.toml", &event(&fits)), [""; 0]);
    let files = sound().with("events.toml", event(&long));
    assert_eq!(lines(&files), ["events.toml:12:14: error[text-too-long]"]);
    let kept: Vec<String> =
        opened(&files).events[0].summary.iter().flat_map(LocalText::texts).map(str::to_owned).collect();
    assert_eq!(kept, [format!("{fits}…")]);

    // Its length is reported once.
    assert_eq!(
        with("events.toml", &event("x").replace("title = \"t\"", &format!("title = \"{long}\""))),
        ["events.toml:10:9: error[text-too-long]"]
    );
    let figures =
        FIGURES.replace("source\n", "source,note.de\n").replace("report\n", &format!("report,{long}\n"));
    let files = sound().with("figures.csv", figures);
    assert_eq!(lines(&files), ["figures.csv:2:35: error[text-too-long]"]);
    assert_eq!(opened(&files).observations.len(), 1);
}

/// A folder that goes away with the test.
struct Scratch(TempDir);

impl Scratch {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir_all(folder.path().join("dossier")).expect("a folder for the test");
        Self(folder)
    }

    fn dossier(&self) -> PathBuf {
        self.0.path().join("dossier")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).expect("a file for the test");
    }
}

fn refusal(path: &Path) -> String {
    Folder::open(path).expect_err("nothing to open").to_string()
}

#[test]
fn a_folder_and_its_files_open_by_path() {
    let scratch = Scratch::new();
    scratch.write("dossier/dossier.toml", &HEAD.replace("observations = \"figures.csv\"\n", ""));
    scratch.write("dossier/article.txt", ARTICLE);
    for path in [scratch.dossier(), scratch.dossier().join("dossier.toml")] {
        assert_eq!(lines(&Folder::open(&path).unwrap()), [""; 0]);
    }
    let bare = opened(&Folder::open(&scratch.dossier().join("article.txt")).unwrap());
    assert_eq!(bare.article.blocks.len(), 4, "without the dossier nobody names boilerplate");
    let missing = scratch.0.path().join("nichts\u{1b}");
    let report = refusal(&missing);
    assert!(report.ends_with(
        "nichts\u{241b}:1:1: fatal[path-unusable]: there is no such file or folder; give a dossier's folder, or a .txt or .md file"
    ), "{report:?}");
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let scratch = Scratch::new();
    scratch.write("secret.txt", "secret");
    let outside = scratch.0.path().join("secret.txt");
    let folder = Folder::open(&scratch.dossier()).unwrap();
    for name in ["../secret.txt", "x/../../secret.txt", outside.to_str().unwrap(), "", "."] {
        assert_eq!(folder.read(name, 100), Err(ReadError::Outside), "{name}");
    }
    scratch.write("dossier/dossier.toml", &HEAD.replace("article.txt", "../secret.txt"));
    assert_eq!(lines(&folder), ["dossier.toml:6:8: fatal[article-unreadable]",]);
    assert_eq!(folder.read("dossier.toml/x", 100), Err(ReadError::Missing));
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder_and_no_pipe_is_waited_for() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new();
    scratch.write("secret.txt", "secret");
    scratch.write("dossier/article.txt", "Titel");
    symlink("../secret.txt", scratch.dossier().join("out.txt")).unwrap();
    symlink("..", scratch.dossier().join("up")).unwrap();
    symlink("article.txt", scratch.dossier().join("in.txt")).unwrap();
    symlink("loop.txt", scratch.dossier().join("loop.txt")).unwrap();
    let folder = Folder::open(&scratch.dossier()).unwrap();
    assert_eq!(folder.read("out.txt", 100), Err(ReadError::LinkedOutside));
    assert_eq!(folder.read("up/secret.txt", 100), Err(ReadError::LinkedOutside));
    assert_eq!(folder.read("in.txt", 100), Ok(b"Titel".to_vec()));
    assert!(matches!(folder.read("loop.txt", 100), Err(ReadError::Unreadable(_))));
    assert_eq!(folder.read("article.txt", 4), Err(ReadError::TooLarge(4)));
    let pipe = scratch.dossier().join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success());
    if made {
        assert_eq!(folder.read("pipe.txt", 100), Err(ReadError::NotAFile));
        assert!(refusal(&pipe).contains("fatal[path-unusable]: it is neither a folder nor a regular file"));
    }
}
