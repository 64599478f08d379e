//! What `check --coverage` tells an author: what of the article nothing is said of, and what rests on too little.

use crate::common::fixture::FIXTURE;
use crate::common::run::{Folder, run};
use serde_json::Value;

fn check(folder: &Folder, arguments: &[&str]) -> (String, Option<i32>) {
    let answer = folder.run_inside(&[&["check"], arguments, &["."]].concat());
    (answer.stdout, answer.code)
}

const DOSSIER: &str = r#"format = 1
id = "bridge"
title = "The bridge"
observations = "figures.csv"
[article]
file = "ARTICLE"
language = "en"
headings = ["What the mayor said"]
[[actor]]
id = "council"
kind = "government"
name = "The council"
aliases = ["council"]
[[claim]]
id = "closes"
text = "It closes in May."
anchors = ["closes in May"]
assessment = "qualified"
sources = ["minutes", "echo"]
[[claim]]
id = "open"
text = "The vote was short."
anchors = ["a short vote"]
assessment = "open"
[[gap]]
id = "cars"
text = "Cars may use it."
sources = ["echo", "other"]
[[source]]
id = "minutes"
type = "report"
outlet = "Council"
accessed = "2026-03-01"
[[source]]
id = "echo"
type = "article-newspaper"
outlet = "Echo"
repeats = ["minutes"]
[[source]]
id = "other"
type = "webpage"
outlet = "Other"
[[lane]]
id = "town"
short = "Town"
name = "Town"
[[event]]
id = "vote"
date = "2026-02-24"
lane = "town"
kind = "mandate"
title = "Vote"
summary = "Nine to four."
sources = ["other"]
[[event]]
id = "told"
date = "2026-02"
lane = "town"
kind = "report"
title = "Told"
summary = "By the article alone."
anchors = ["Arches have cracked"]
[[series]]
id = "lorries"
outlet = "Council"
kind = "flow"
unit = "lorries"
title = "Lorries"
definition = "Both directions."
"#;

const ARTICLE: &str = "Old bridge to close

The bridge closes in May. On 24. February the council met. It was a short vote, not quite without words.
What the mayor said
Arches have cracked. Nobody knows how far the damage goes, or what it would cost to put it right again.
";

const FIGURES: &str =
    "series,date,value,qualifier,source\nlorries,2024,5,exact,echo\nlorries,2025,6,exact,other\n";

#[test]
fn bare_sentences_and_thin_background_are_counted_and_listed() {
    let dossier = DOSSIER.replace("ARTICLE", "article.txt");
    let files = [("dossier.toml", dossier.as_str()), ("article.txt", ARTICLE), ("figures.csv", FIGURES)];
    let folder = Folder::with(&files);
    let (report, code) = check(&folder, &["--coverage"]);
    let (_, coverage) = report.split_once("\n\n").unwrap();
    assert_eq!(
        coverage,
        "note[sentence-uncovered]: sentences with neither a claim nor a mention: 2 of 5, headings not counted
  article.txt:5:1: Arches have cracked.
  article.txt:5:22: Nobody knows how far the damage goes, or what it would cost …

note[hedge-uncovered]: sentences with a hedge or an attribution, and no claim: 0 of 0

note[date-uncovered]: sentences with a date, and no event or claim: 1 of 2
  article.txt:3:30: \"24. February\": On 24. February the council met.

note[figure-uncovered]: sentences with a figure, and no claim, event or figure of a series: 0 of 0

note[background-thin]: background with fewer than two independent origins
Events: 1 of 1
  dossier.toml:47:1: event:vote: other
Gaps: 0 of 1
Assessments of claims: 1 of 1
  dossier.toml:14:1: claim:closes: minutes
Figures: 2 of 2
  dossier.toml:63:1: series:lorries: 2 figures, each by one of minutes, other
"
    );
    assert_eq!(code, Some(0), "it is no problem");
    let (report_for_programs, _) = check(&folder, &["--coverage", "--format", "json"]);
    let json: Value = serde_json::from_str(&report_for_programs).unwrap();
    assert_eq!(json["coverage"]["sentences"]["rule"], "sentence-uncovered");
    assert_eq!(json["coverage"]["sentences"]["uncovered"], 2);
    assert_eq!(json["coverage"]["sentences"]["listed"][1]["place"], "article.txt:5:22");
    let figures = &json["coverage"]["background"][3];
    assert_eq!(figures["rule"], "background-thin");
    assert_eq!((&figures["kind"], &figures["thin"]), (&"Figures".into(), &2.into()));
    assert_eq!(figures["listed"][0]["item"], "series:lorries");
    assert_eq!(figures["listed"][0]["origins"], serde_json::json!(["minutes", "other"]));
    let (without, _) = check(&folder, &[]);
    assert_eq!(
        report.split_once("\n\n").unwrap().0.trim(),
        without.trim(),
        "the problems come first, as ever"
    );
}

#[test]
fn of_markdown_the_line_of_its_file_is_named() {
    let dossier =
        DOSSIER.replace("ARTICLE", "article.md").replace("headings = [\"What the mayor said\"]\n", "");
    let article = ARTICLE.replace("What the mayor said", "\n## What the mayor said\n");
    let files = [("dossier.toml", dossier.as_str()), ("article.md", &article), ("figures.csv", FIGURES)];
    let folder = Folder::with(&files);
    let (report, _) = check(&folder, &["--coverage"]);
    assert!(report.contains("\n  article.md:7:1: Arches have cracked.\n"), "{report}");
    assert!(report.contains("\n  article.md:3:30: \"24. February\": On 24. February"), "{report}");
}

const SAID: &str = "Old bridge to close

The bridge closes in May, the mayor said. It is reportedly unsafe: \u{201e}Nobody dares,\u{201c} he added. About 12,000 lorries crossed it in 2024.

The vote was held on Tuesday. It cost $400 million. *He* would
have **allegedly** paid half of it.
";

/// Each of these words asks for something; what a quotation shares words with has it.
#[test]
fn words_that_ask_for_a_claim_an_event_or_a_figure_are_listed_at_their_place() {
    let head = "format = 1\nid = \"b\"\ntitle = \"B\"\n[article]\nlanguage = \"en\"\n";
    let tables = "[[claim]]\nid = \"c\"\ntext = \"It closes.\"\nanchors = [\"closes in May\"]\nassessment = \"open\"\n\
                  [[lane]]\nid = \"t\"\nshort = \"T\"\nname = \"T\"\n\
                  [[event]]\nid = \"v\"\ndate = \"2026-02\"\nlane = \"t\"\nkind = \"report\"\ntitle = \"Vote\"\nsummary = \"V.\"\n\
                  anchors = [\"The vote was held\"]\n";
    let of = |file: &str| {
        let dossier = format!("{head}file = \"{file}\"\n{tables}");
        let folder = Folder::with(&[("dossier.toml", dossier.as_str()), (file, SAID)]);
        let (report, code) = check(&folder, &["--coverage", "--format", "json"]);
        assert_eq!(code, Some(0), "{report}");
        let json: Value = serde_json::from_str(&report).unwrap();
        let cues = json["coverage"]["cues"].as_array().unwrap().clone();
        let listed = |cue: &Value| {
            let one = |entry: &Value| {
                format!("{} {}", entry["place"].as_str().unwrap(), entry["cue"].as_str().unwrap())
            };
            let entries: Vec<String> = cue["listed"].as_array().unwrap().iter().map(one).collect();
            (cue["rule"].as_str().unwrap().to_owned(), cue["uncovered"].clone(), cue["of"].clone(), entries)
        };
        cues.iter().map(listed).collect::<Vec<_>>()
    };
    for file in ["a.txt", "a.md"] {
        let found = of(file);
        let names: Vec<&str> = found.iter().map(|(rule, ..)| rule.as_str()).collect();
        assert_eq!(names, ["hedge-uncovered", "date-uncovered", "figure-uncovered"]);
        let (_, uncovered, all, said) = &found[0];
        assert_eq!((uncovered, all), (&2.into(), &3.into()), "{found:?}");
        assert_eq!(said[0], format!("{file}:3:49 reportedly"));
        assert_eq!(found[1].3, [format!("{file}:3:129 2024")], "the event and the claim cover the others");
        assert_eq!(found[2].3[0], format!("{file}:3:100 12,000"));
        assert_eq!(found[2].3[1], format!("{file}:5:39 $400 million"));
    }
}

/// A figure of a series covers the sentence that it quotes.
#[test]
fn a_figure_that_quotes_the_article_covers_its_sentence() {
    let tables = "format = 1\nid = \"b\"\ntitle = \"B\"\nobservations = \"figures.csv\"\n[article]\nlanguage = \"en\"\n\
                  file = \"a.txt\"\n[[series]]\nid = \"s\"\noutlet = \"O\"\nkind = \"list\"\nunit = \"units\"\ntitle = \"S\"\n\
                  definition = \"D\"\n";
    let uncovered = |figures: &str| {
        let folder = Folder::with(&[("dossier.toml", tables), ("a.txt", SAID), ("figures.csv", figures)]);
        let (report, _) = check(&folder, &["--coverage", "--format", "json"]);
        let json: Value = serde_json::from_str(&report).unwrap();
        let counted = &json["coverage"]["cues"][2];
        assert_eq!(counted["rule"], "figure-uncovered");
        counted["listed"].as_array().unwrap().iter().map(|entry| entry["cue"].to_string()).collect::<Vec<_>>()
    };
    let head = "series,date,value,qualifier,unit,source,anchor\n";
    let before = uncovered(head);
    assert!(before[0].contains("12,000"), "{before:?}");
    let after = uncovered(&format!("{head}s,2024,12000,exact,units,,\"12,000\"\n"));
    assert_eq!(after, before[1..]);
}

#[test]
fn a_dossier_of_several_files_is_counted_too_and_a_broken_one_is_not() {
    let answer = run(&["check", FIXTURE, "--coverage"]);
    let (report, code) = (answer.stdout, answer.code);
    assert!(
        report.contains("\n\nnote[sentence-uncovered]: sentences with neither a claim nor a mention: "),
        "{report}"
    );
    assert!(
        report.contains("\nFigures: ") && report.contains(&format!("  {FIXTURE}/series.toml:")),
        "{report}"
    );
    assert_eq!(code, Some(0));
    let folder = Folder::with(&[("dossier.toml", "format = 2\n")]);
    let (report, code) = check(&folder, &["--coverage"]);
    assert!(!report.contains("sentence-uncovered") && report.contains("fatal error"), "{report}");
    assert_eq!(code, Some(1));
}
