//! `fundstelle export`: a dossier as a document, to be handed out.

use std::process::ExitCode;

use super::args::{ExportArgs, ExportFormat, language};
use super::io::{at, exit_code_after_write, print};
use super::{open, refuse};
use crate::export::{self, Options};
use crate::runtime::write_atomically;

pub(super) fn run(asked: &ExportArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let options = Options { language: language(asked.lang, environment), with_notes: asked.with_notes };
    let written = match asked.format {
        ExportFormat::Html => export::html(&loaded, options),
        ExportFormat::Text => export::text(&loaded, options),
        ExportFormat::Markdown => export::markdown(&loaded, options),
    };
    let outcome = match &asked.output {
        Some(path) => write_atomically(path, written.as_bytes()).map_err(|error| at(path, &error)),
        None => print(&written),
    };
    exit_code_after_write("the document", outcome, ExitCode::SUCCESS)
}
