//! `fundstelle check`: every problem, one a line, then how many there are.

use std::process::ExitCode;

use super::{AT_FAULT, Check, coverage, open, print, told, unlisted, whereabouts};
use crate::load::{Loaded, Problem, Refusal, Tally};

/// Prints the report to standard output.
pub(super) fn run(check: &Check) -> ExitCode {
    let (problems, tally, dossier) = match open(&check.dossier) {
        Ok(Loaded { problems, tally, dossier, .. }) => (problems, tally, Some(dossier)),
        Err(Refusal { problems, tally }) => (problems, tally, None),
    };
    let earned = if fails(tally, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
    let mut text = report(&problems, tally);
    if let Some(dossier) = dossier.filter(|_| check.coverage) {
        text.push_str(&coverage::report(&dossier, &whereabouts(&check.dossier)));
    }
    told("the report", print(&text), earned)
}

fn fails(tally: Tally, strict: bool) -> bool {
    tally.errors > 0 || strict && tally.warnings > 0
}

fn report(problems: &[Problem], tally: Tally) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&problem.to_string());
        text.push('\n');
    }
    if let Some(rest) = unlisted(tally) {
        text.push_str(&rest);
        text.push('\n');
    }
    let plural = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    format!("{text}{}, {}\n", plural(tally.errors, "error"), plural(tally.warnings, "warning"))
}
