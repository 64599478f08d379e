//! Dossiers of earlier versions open as they did, and without a warning on how they are written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::{Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Folder, Rule, load};
use fundstelle::look::theme::Theme;

/// Every key and word of the format as version 0.1 read it.
const VERSION_0_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/old/version-0.1");

/// The keys of each table in 0.1.
const KEYS: [(&str, &str); 12] = [
    (
        "",
        "actor article as_of claim event format gap id lane observations place relation series source stop title",
    ),
    ("article", "boilerplate file headings language outlet published url"),
    ("source", "accessed id issued outlet quote repeats title type url"),
    ("actor", "aliases anchors country id kind mentions name prominent role sources"),
    ("relation", "anchors from id label sources to"),
    ("claim", "actors anchors assessment attributed_to events hedge id note sources text"),
    ("gap", "actors anchors id near sources text"),
    ("lane", "id name short"),
    (
        "event",
        "actors anchors candidate_for date follows id kind lane prominent sources status summary title",
    ),
    ("place", "actor coordinates country id name"),
    ("series", "actors definition expects id kind outlet title unit"),
    ("stop", "big panel select speaker title view"),
];

/// But for the one question that is new: whether anybody read what an assessment rests on. Of that version's dossiers many
/// assess by sources that nobody has read, and that is worth a warning.
#[test]
fn what_version_0_1_read_has_no_new_warnings() {
    let files = Folder::open(Path::new(VERSION_0_1)).unwrap();
    let problems = load(&files).unwrap().problems;
    let (unread, others): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.rule == Rule::AssessmentUnread);
    assert_eq!(others, []);
    assert_eq!(unread.len(), 2);
}

/// Else nobody would notice that a key is no longer tried.
#[test]
fn it_uses_every_key_of_version_0_1() {
    let text = fs::read_to_string(Path::new(VERSION_0_1).join("dossier.toml")).unwrap();
    let dossier: toml::Table = text.parse().unwrap();
    for (table, keys) in KEYS {
        let tables: Vec<&toml::Table> = match dossier.get(table) {
            None => vec![&dossier],
            Some(toml::Value::Table(one)) => vec![one],
            Some(several) => several.as_array().unwrap().iter().map(|one| one.as_table().unwrap()).collect(),
        };
        let used: BTreeSet<&str> =
            tables.into_iter().flat_map(|one| one.keys().map(String::as_str)).collect();
        assert_eq!(used, keys.split(' ').collect(), "[{table}]");
    }
}

#[test]
fn everything_in_it_is_read_and_shown() {
    let files = Folder::open(Path::new(VERSION_0_1)).unwrap();
    let dossier = load(&files).unwrap().dossier;
    let counts = [
        dossier.sources.len(),
        dossier.actors.len(),
        dossier.relations.len(),
        dossier.claims.len(),
        dossier.gaps.len(),
        dossier.lanes.len(),
        dossier.events.len(),
        dossier.places.len(),
        dossier.series.len(),
        dossier.observations.len(),
        dossier.stops.len(),
    ];
    assert_eq!(counts, [3, 8, 2, 4, 1, 1, 7, 2, 3, 11, 5]);
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let opened = Screen::open(&files, USUAL, options);
    for (keys, words) in [
        ("", "The mill · Valley Post, 2 Mar 2026"),
        (": o f f i c e Enter", "Keeps the ledger"),
        ("2 v", "The office"),
        ("3 v", "Rule on mills"),
        ("3 v End", "A feast"),
        ("4", "Flour in store"),
        ("5", "1 gap"),
        ("5 End Enter", "in May"),
        ("c Enter", "BORNE OUT"),
        ("b v", "The closing"),
        ("b End v", "What is open"),
    ] {
        let mut screen = opened.clone();
        screen.press(keys);
        assert!(screen.text().contains(words), "{keys}: {words}\n{}", screen.text());
    }
}
