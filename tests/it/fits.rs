//! What `check --size` tells an author: which of their texts a screen of that size does not show whole.

use crate::common::run::Folder;

const DOSSIER: &str = r#"format = 1
id = "bridge"
title = "The bridge"
[article]
file = "article.txt"
language = "en"
[[source]]
id = "minutes"
type = "report"
outlet = "Council"
[[actor]]
id = "council"
kind = "government"
name = "The council of the town and of the villages around it, taken together as the two banks of the river see it"
aliases = ["council"]
prominent = true
[[actor]]
id = "mayor"
kind = "person"
name = "The mayor"
[[lane]]
id = "town"
short = "Town"
name = "Town"
[[event]]
id = "vote"
date = "2026-02-24"
lane = "town"
kind = "mandate"
title = "Council votes on the bridge"
summary = "Nine to four."
sources = ["minutes"]
"#;

fn check(arguments: &[&str]) -> (String, Option<i32>) {
    check_of(DOSSIER, arguments)
}

fn check_of(dossier: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let folder = Folder::with(&[
        ("dossier.toml", dossier),
        ("article.txt", "Old bridge to close\nThe council met.\n"),
    ]);
    let answer = folder.run_inside(&[&["check"], arguments, &["."]].concat());
    (answer.stdout, answer.code)
}

#[test]
fn a_name_that_is_cut_is_reported_with_its_place_and_one_that_fits_is_not() {
    let (report, code) = check(&["--size", "40x10", "--lang", "en", "--format", "short"]);
    let warning = "dossier.toml:11:1: warning[text-cut]: actor \"council\": its name is cut in the list of actors at 40x10 \
                (English); shorten it";
    assert!(report.lines().any(|line| line == warning), "{report}");
    assert!(!report.contains("mayor") && !report.contains("vote") && !report.contains("German"), "{report}");
    assert!(report.ends_with(" screens drawn at 40x10, 1 text is cut\n"), "{report}");
    assert_eq!(code, Some(0), "warnings alone do not fail it");
    assert!(report.contains(": 0 errors, 1 warning in 1 file\n"), "{report}");
    let (report, _) = check(&["--size", "40x10", "--lang", "en", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((&json["warnings"], &json["problems"][0]["item"]), (&1.into(), &"actor:council".into()));
    let (report, code) = check(&["--size", "40x10", "--strict"]);
    assert!(report.contains("(German)") && report.contains("(English)"), "{report}");
    assert_eq!(code, Some(1));
    let (report, code) = check(&["--size", "70x20", "--strict"]);
    assert!(report.ends_with(" screens drawn at 70x20, 0 texts are cut\n"), "{report}");
    assert_eq!(code, Some(0));
}

/// All the words of what is cut stand on the screen, but not one after the other.
#[test]
fn a_word_that_stands_elsewhere_too_does_not_stand_for_the_one_that_is_cut() {
    let long = "The council of the town and of the villages around it, taken together as the two banks of the river see it";
    assert!(DOSSIER.contains(long));
    let dossier =
        DOSSIER.replace(long, "The council of the council of the council of the council of the council of the council of the council of the council of the council");
    let (report, _) = check_of(&dossier, &["--size", "40x10", "--lang", "en", "--format", "short"]);
    assert!(report.contains("actor \"council\": its name is cut in the list of actors"), "{report}");
}

#[test]
fn a_screen_that_is_too_small_for_anything_is_wrong_usage() {
    let (_, code) = check(&["--size", "39x10"]);
    assert_eq!(code, Some(2));
}

#[test]
fn a_stop_that_goes_on_below_the_screen_is_reported() {
    let stop = "[[stop]]\ntitle = \"The vote\"\nselect = \"event:vote\"\n";
    let long = stop.replace("The vote", "Nine to four. ".repeat(40).trim());
    let (report, _) =
        check_of(&(DOSSIER.to_owned() + &long), &["--size", "40x10", "--lang", "en", "--format", "short"]);
    let warning = "dossier.toml:33:1: warning[stop-cut]: stop 1 goes on below the screen at 40x10 (English); nobody scrolls during \
                a talk: shorten its title, its label or its points";
    assert!(report.lines().any(|line| line == warning), "{report}");
    let (report, _) = check_of(&(DOSSIER.to_owned() + stop), &["--size", "80x24", "--strict"]);
    assert!(report.ends_with(" 0 texts are cut\n"), "{report}");
}

#[test]
fn every_view_of_a_list_and_every_stop_is_drawn() {
    // The mayor is not in the first view of the actors, and has no stop.
    let long = "The mayor of the town and of the villages around it, taken together as the two banks of the river see it";
    let dossier = DOSSIER.replace("\"The mayor\"", &format!("\"{long}\""));
    let (report, _) = check_of(&dossier, &["--size", "40x10", "--lang", "en", "--format", "short"]);
    let cut = "dossier.toml:17:1: warning[text-cut]: actor \"mayor\": its name is cut in the list of actors";
    assert!(report.contains(cut), "{report}");

    let story = "Nine to four. ".repeat(150);
    let event = "[[event]]\nid = \"count\"\ndate = \"2026-02-25\"\nlane = \"town\"\nkind = \"report\"\ntitle = \"The count\"\n\
         sources = [\"minutes\"]\nsummary = \"Nine to four.\"\n";
    let stop = |(item, title): (&str, &str)| format!("[[stop]]\ntitle = \"{title}\"\nselect = \"{item}\"\n");
    let stops =
        [("actor:mayor", "Stop"), ("event:vote", "Stop"), ("event:count", story.trim())].map(stop).concat();
    let dossier = format!("{DOSSIER}{event}{stops}");
    let (report, _) = check_of(&dossier, &["--size", "80x24", "--lang", "en", "--format", "short"]);
    let cut: Vec<&str> = report.lines().filter(|line| line.contains("[stop-cut]")).collect();
    assert_eq!(cut.len(), 1, "{report}");
    assert!(cut[0].starts_with("dossier.toml:47:1: warning[stop-cut]: stop 3 goes on below"), "{report}");
}
