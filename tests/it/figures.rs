//! The figures of all series as CSV: read back they are the same figures, and a spreadsheet computes none of their texts.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what it has written had better fail")]

use fundstelle::dossier::Observation;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Rule, load};
use proptest::prelude::*;

use crate::common::fixture::{FIXTURE, edited, fixture};
use crate::common::run::run_in;
use crate::export::{LANGUAGES, load_fixture};

/// The rows of a CSV, each by its columns' names.
fn rows(csv: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        header.iter().zip(&row).map(|(column, field)| (column.to_owned(), field.to_owned())).collect()
    });
    rows.collect()
}

fn field<'r>(row: &'r [(String, String)], column: &str) -> &'r str {
    &row.iter().find(|(name, _)| name == column).unwrap().1
}

/// What is the same in every language.
fn plain(figure: &Observation) -> impl PartialEq + std::fmt::Debug + use<> {
    let Observation { id, series, place, date, part, value, qualifier, evidence, .. } = figure.clone();
    (id, series, place, date, part, value, qualifier, evidence)
}

fn assert_reads_back(loaded: &Loaded, language: Language) {
    let csv = export::series_csv(loaded, language);
    let again = load(&fixture().with("observations.csv", csv)).unwrap();
    let wrong = again.problems.iter().filter(|problem| {
        // Those that the format does not know say more of what it knows.
        problem.rule != Rule::ColumnUnknown && !loaded.problems.iter().any(|known| known.rule == problem.rule)
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&fundstelle::load::Problem>::new());
    let (before, after) = (&loaded.dossier.observations, &again.dossier.observations);
    assert_eq!(before.iter().map(plain).collect::<Vec<_>>(), after.iter().map(plain).collect::<Vec<_>>());
    let shown = |text: Option<&fundstelle::dossier::LocalText>, loaded: &Loaded| {
        text.and_then(|text| {
            Some(text.shown(language.tag(), &loaded.dossier.article.language)?.text.to_owned())
        })
    };
    for (one, other) in before.iter().zip(after) {
        assert_eq!(shown(one.note.as_ref(), loaded), shown(other.note.as_ref(), &again), "{}", one.id);
        assert_eq!(shown(one.unit.as_ref(), loaded), shown(other.unit.as_ref(), &again), "{}", one.id);
    }
}

#[test]
fn figures_read_back_as_they_were() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        assert_reads_back(&loaded, language);
    }
}

#[test]
fn a_row_can_be_understood_without_the_dossier() {
    let loaded = load_fixture();
    let csv = export::series_csv(&loaded, Language::En);
    assert!(
        csv.starts_with("series,place,date,part,value,qualifier,unit,source,note,series_title,"),
        "{csv}"
    );
    assert!(csv.lines().count() > loaded.dossier.observations.len() && csv.contains("\r\n"));
    let rows = rows(&csv);
    assert_eq!(rows.len(), loaded.dossier.observations.len());
    let row = &rows[4];
    for (column, expected) in [
        ("series", "pegel-in-use"),
        ("place", "seefurt"),
        ("date", "2024-41"),
        ("value", "1000"),
        ("qualifier", "more-than"),
        ("unit", "kt"),
        ("note", "lower bound only; from a press report"),
        ("series_title", "kt in use by port"),
        ("series_outlet", "Pegel & Partner"),
        ("series_kind", "stock"),
        ("place_name", "Seefurt"),
        ("source_outlet", "Hafenpost"),
    ] {
        assert_eq!(field(row, column), expected, "{column}");
    }
    assert!(field(row, "source_address").starts_with("https://"));
    // Looked for and not found: the row is there, without a value.
    let missing = rows.iter().find(|row| field(row, "date") == "2025-40" && field(row, "place") == "luhort");
    let missing = missing.unwrap();
    assert_eq!((field(missing, "value"), field(missing, "qualifier")), ("", ""));
    assert!(!field(missing, "note").is_empty());
    let german = export::series_csv(&loaded, Language::De);
    assert!(german.contains("nur Untergrenze; aus einem Pressebericht") && german.contains("Mrd. Taler"));
    assert!(german.contains(",126.8,"), "a value is written as files have it, in every language");
}

#[test]
fn no_text_is_a_formula() {
    let files =
        edited("observations.csv", "lower bound only; from a press report", "\"=HYPERLINK(\"\"x\"\",1)\"");
    let csv = export::series_csv(&load(&files).unwrap(), Language::En);
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\",1)\""), "{csv}");
    let files = edited("observations.csv", ",,,,840,exact", ",,,,-840,exact");
    let csv = export::series_csv(&load(&files).unwrap(), Language::En);
    assert!(csv.contains(",-840,exact,"), "a negative number is no text: {csv}");
}

#[test]
fn the_command_writes_csv_of_series_and_of_nothing_else() {
    let run = |arguments: &[&str]| run_in(&[], &[&["export", FIXTURE], arguments].concat());
    let printed = run(&["--format", "csv", "--only", "series", "--lang", "en"]);
    assert!(printed.status.success() && printed.stderr.is_empty());
    assert!(printed.stdout == export::series_csv(&load_fixture(), Language::En).into_bytes());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("figures.csv");
    let written = run(&["--format", "csv", "--only", "series", "--lang", "en", "-o", file.to_str().unwrap()]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert!(std::fs::read(&file).unwrap() == printed.stdout);
    for (arguments, hint) in [
        (&["--format", "csv"][..], "add --only series"),
        (&["--format", "csv", "--only", "series,claims"], "--only series alone"),
        (&["--format", "csv", "--only", "series", "--about", "actor:ostlinie"], "leave out --about"),
        (&["--format", "csv", "--only", "series", "--with-notes"], "leave out --with-notes"),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(refused.stdout.is_empty() && String::from_utf8_lossy(&refused.stderr).contains(hint));
    }
}

/// Rows that could not be read are not there, and that is said.
#[test]
fn csv_of_a_faulty_series_is_called_incomplete() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(FIXTURE).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let figures = folder.path().join("observations.csv");
    let text = std::fs::read_to_string(&figures).unwrap();
    std::fs::write(&figures, text.replace(",,,,840,exact", ",,,,many,exact")).unwrap();
    let folder = folder.path().to_str().unwrap().to_owned();
    let output = run_in(&[], &["export", &folder, "--format", "csv", "--only", "series"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("left out because of errors: 1"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_and_any_note_reads_back(
        (value, note) in (any::<f64>().prop_filter("finite", |value| value.is_finite()), "[a-z=,;\"' –-]{0,20}")
    ) {
        let note = format!("n{}", note.trim_end());
        let written = format!("\"{}\"", note.replace('"', "\"\""));
        let files = edited(
            "observations.csv",
            ",,,,1000,more-than,,,hafenpost-2025-02,\"nur Untergrenze; aus einem Pressebericht\",lower bound only; from a press report",
            &format!(",,,,{value},more-than,,,hafenpost-2025-02,{written},{written}"),
        );
        let loaded = load(&files).unwrap();
        prop_assert_eq!(loaded.dossier.observations[4].value, Some(value));
        assert_reads_back(&loaded, Language::En);
    }
}
