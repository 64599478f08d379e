//! `fundstelle check`: every problem with the line it stands in, then how many there are; with `--size` what is cut off on
//! a screen of that size counts as one.

use std::collections::BTreeSet;
use std::io;
use std::process::ExitCode;

use clap::ValueEnum;
use ratatui::layout::Size;

use super::coverage::Coverage;
use super::fits::Found;
use super::report::{self, Looks};
use super::{AT_FAULT, Check, LanguageName, open, picture, print, reported, whereabouts};
use crate::app::{App, Options};
use crate::i18n::language::Language;
use crate::load::{Loaded, Problem, Refusal, Tally};
use crate::look::layout::SMALLEST;

/// How problems are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    /// With the line itself, underlined
    Text,
    /// On one line each, as compilers do: place, grade, what; what to do
    Short,
    /// As one JSON object
    Json,
}

/// Prints the report to standard output.
pub(super) fn run(check: &Check, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let (mut problems, mut tally, dossier) = match open(&check.dossier) {
        Ok(Loaded { problems, tally, dossier, .. }) => (problems, tally, Some(dossier)),
        Err(Refusal { problems, tally }) => (problems, tally, None),
    };
    let fatal = dossier.is_none();
    let (mut screens, mut coverage) = (None, None);
    if let Some(dossier) = dossier.filter(|_| check.coverage || check.size.is_some()) {
        let places = whereabouts(&check.dossier);
        if let Some(size) = check.size {
            let found = drawn(check, size);
            screens = Some(found.summary(size));
            problems.extend(found.problems(size, &places));
            tally = with_cut(tally, found.count(), &problems);
        }
        coverage = check.coverage.then(|| Coverage::of(&dossier, &places));
    }
    let earned = if fails(tally, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
    let written = match check.format {
        Format::Json => report::json(&problems, tally, coverage.as_ref()).map_err(io::Error::from),
        format => {
            let mut text = match format {
                Format::Text => report::text(&problems, Looks::of_output(environment)),
                _ => report::short(&problems),
            };
            let lines = report::unlisted(tally).into_iter().chain([format!(
                "checked {}: {}",
                check.dossier.name(),
                report::summary(tally, fatal)
            )]);
            for line in lines.chain(screens) {
                text.push_str(&line);
                text.push('\n');
            }
            text.extend(coverage.map(|coverage| coverage.text()));
            Ok(text)
        }
    };
    reported("the report", written.and_then(|text| print(&text)), earned)
}

/// With the texts that are cut, each a warning.
fn with_cut(tally: Tally, cut: usize, listed: &[Problem]) -> Tally {
    let files: BTreeSet<&str> = listed.iter().map(|problem| &*problem.location.file).collect();
    Tally { warnings: tally.warnings + cut, files: tally.files.max(files.len()), ..tally }
}

/// `100x30`: what a screen needs, at least.
pub(super) fn size(text: &str) -> Result<Size, String> {
    let size = picture::size(text)?;
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return Err(format!("a screen has at least {}x{}", SMALLEST.width, SMALLEST.height));
    }
    Ok(size)
}

/// Everything drawn at a size, in the language asked for or in each.
fn drawn(check: &Check, size: Size) -> Found {
    let languages = match check.lang {
        Some(LanguageName::De) => &[Language::De][..],
        Some(LanguageName::En) => &[Language::En],
        None => &[Language::De, Language::En],
    };
    let mut found = Found::default();
    for &language in languages {
        if let Ok(loaded) = open(&check.dossier) {
            found.walk(&mut App::new(loaded, Options { language, ..Options::default() }, size));
        }
    }
    found
}

fn fails(tally: Tally, strict: bool) -> bool {
    tally.errors > 0 || strict && tally.warnings > 0
}
