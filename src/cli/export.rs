//! `fundstelle export`: a dossier as a document, to be handed out, or its figures as CSV.

use std::process::ExitCode;

use super::args::{ExportArgs, ExportFormat, language};
use super::io::{at, exit_code_after_write, print, print_error};
use super::{WRONG_USAGE, open, refuse};
use crate::export::{self, Options};
use crate::runtime::write_atomically;

pub(super) fn run(asked: &ExportArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let wrong = match (asked.format, asked.only) {
        (ExportFormat::Csv, _) if asked.brief => {
            "--brief is words and pictures, csv is figures: leave out one of them"
        }
        (ExportFormat::Csv, None) => "csv holds figures and nothing else: add --only series",
        (ExportFormat::Csv, Some(_)) if asked.with_notes => {
            "csv has no notes for the speaker: leave out --with-notes"
        }
        (ExportFormat::Html | ExportFormat::Text | ExportFormat::Markdown, Some(_)) => {
            "the series alone are written as CSV: add --format csv"
        }
        _ => "",
    };
    if !wrong.is_empty() {
        print_error(&format!("fundstelle: {wrong}"));
        return ExitCode::from(WRONG_USAGE);
    }
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let options = Options { language: language(asked.lang, environment), with_notes: asked.with_notes };
    let written = match (asked.format, asked.brief) {
        (ExportFormat::Html, false) => export::html(&loaded, options),
        (ExportFormat::Html, true) => export::brief_html(&loaded, options.language),
        (ExportFormat::Text, false) => export::text(&loaded, options),
        (ExportFormat::Text, true) => export::brief_text(&loaded, options.language),
        (ExportFormat::Markdown, false) => export::markdown(&loaded, options),
        (ExportFormat::Markdown, true) => export::brief_markdown(&loaded, options.language),
        (ExportFormat::Csv, _) => export::series_csv(&loaded, options.language),
    };
    let outcome = match &asked.output {
        Some(path) => write_atomically(path, written.as_bytes()).map_err(|error| at(path, &error)),
        None => print(&written),
    };
    // CSV has no place to say it, and what is incomplete has to be called so.
    let left_out: usize = loaded.dossier.series.iter().map(|series| series.left_out).sum();
    if asked.format == ExportFormat::Csv && left_out > 0 {
        print_error(&format!(
            "fundstelle: rows left out because of errors: {left_out}; run fundstelle check for where they are"
        ));
    }
    exit_code_after_write("the document", outcome, ExitCode::SUCCESS)
}
