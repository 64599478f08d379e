//! `fundstelle check`: every problem with the line it stands in, then how many there are.

use std::io;
use std::process::ExitCode;

use clap::ValueEnum;

use super::report::{self, Looks};
use super::{AT_FAULT, Check, open, print, told};
use crate::load::{Loaded, Refusal, Tally};

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
    let (problems, tally, fatal) = match open(&check.dossier) {
        Ok(Loaded { problems, tally, .. }) => (problems, tally, false),
        Err(Refusal { problems, tally }) => (problems, tally, true),
    };
    let earned = if fails(tally, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
    let written = match check.format {
        Format::Text => Ok(listed(report::text(&problems, Looks::of_output(environment)), tally, fatal)),
        Format::Short => Ok(listed(report::short(&problems), tally, fatal)),
        Format::Json => report::json(&problems, tally).map_err(io::Error::from),
    };
    told("the report", written.and_then(|text| print(&text)), earned)
}

fn fails(tally: Tally, strict: bool) -> bool {
    tally.errors > 0 || strict && tally.warnings > 0
}

/// The problems, and how many there are.
fn listed(mut text: String, tally: Tally, fatal: bool) -> String {
    for line in report::unlisted(tally).into_iter().chain([report::summary(tally, fatal)]) {
        text.push_str(&line);
        text.push('\n');
    }
    text
}
