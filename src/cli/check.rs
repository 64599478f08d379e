//! `fundstelle check`: every problem, one a line, then how many there are.

use std::io::Write as _;
use std::process::ExitCode;

use super::{AT_FAULT, Check, complain, open};
use crate::load::Loaded;
use crate::load::{Grade, Problem};

/// Prints the report to standard output.
pub(super) fn run(check: &Check) -> ExitCode {
    let problems = match open(&check.dossier) {
        Ok(Loaded { problems, .. }) => problems,
        Err(fatals) => fatals,
    };
    if let Err(error) = std::io::stdout().lock().write_all(report(&problems).as_bytes()) {
        complain(&format!("fundstelle: the report could not be written: {error}"));
        return ExitCode::from(AT_FAULT);
    }
    if fails(&problems, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS }
}

fn fails(problems: &[Problem], strict: bool) -> bool {
    problems.iter().any(|problem| strict || problem.grade != Grade::Warning)
}

fn report(problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&problem.to_string());
        text.push('\n');
    }
    let count = |grades: &[Grade]| problems.iter().filter(|problem| grades.contains(&problem.grade)).count();
    let errors = count(&[Grade::Fatal, Grade::Error]);
    let warnings = count(&[Grade::Warning]);
    let plural = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    format!("{text}{}, {}\n", plural(errors, "error"), plural(warnings, "warning"))
}
