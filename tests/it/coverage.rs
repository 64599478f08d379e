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
fn of_markdown_the_block_is_named() {
    let dossier =
        DOSSIER.replace("ARTICLE", "article.md").replace("headings = [\"What the mayor said\"]\n", "");
    let article = ARTICLE.replace("What the mayor said", "\n## What the mayor said\n");
    let files = [("dossier.toml", dossier.as_str()), ("article.md", &article), ("figures.csv", FIGURES)];
    let folder = Folder::with(&files);
    let (report, _) = check(&folder, &["--coverage"]);
    assert!(report.contains("\n  article.md, block 4: Arches have cracked.\n"), "{report}");
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
