//! `fundstelle export`: a dossier as a document, to be handed out.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{Export, LanguageName, at, open, print, refuse, told};
use crate::export::{self, Options};
use crate::i18n::language::Language;
use crate::runtime::{self, write_atomically};

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    /// One page that needs nothing else: no script, no network
    Html,
    /// Plain text of at most 80 columns with numbered sources, for screen readers, mail and less
    Text,
    /// Markdown with footnotes
    Markdown,
}

pub(super) fn run(asked: &Export, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let language = match asked.lang {
        Some(LanguageName::De) => Language::De,
        Some(LanguageName::En) => Language::En,
        None if runtime::prefers_german(environment) => Language::De,
        None => Language::En,
    };
    let options = Options { language, with_notes: asked.with_notes };
    let written = match asked.format {
        Format::Html => export::html(&loaded, options),
        Format::Text => export::text(&loaded, options),
        Format::Markdown => export::markdown(&loaded, options),
    };
    let outcome = match &asked.output {
        Some(path) => write_atomically(path, written.as_bytes()).map_err(|error| at(path, &error)),
        None => print(&written),
    };
    told("the document", outcome, ExitCode::SUCCESS)
}
