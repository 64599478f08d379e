//! `fundstelle check`: every problem, one a line, then how many there are.

use std::process::ExitCode;

use ratatui::layout::Size;

use super::fits::Found;
use super::{AT_FAULT, Check, LanguageName, coverage, open, picture, print, told, unlisted, whereabouts};
use crate::app::{App, Options};
use crate::load::{Loaded, Problem, Refusal, Tally};
use crate::ui::language::Language;
use crate::ui::layout::SMALLEST;

/// Prints the report to standard output.
pub(super) fn run(check: &Check) -> ExitCode {
    let (problems, tally, dossier) = match open(&check.dossier) {
        Ok(Loaded { problems, tally, dossier, .. }) => (problems, tally, Some(dossier)),
        Err(Refusal { problems, tally }) => (problems, tally, None),
    };
    let earned = if fails(tally, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
    let opens = dossier.is_some();
    let mut text = report(&problems, tally);
    if let Some(dossier) = dossier.filter(|_| check.coverage) {
        text.push_str(&coverage::report(&dossier, &whereabouts(&check.dossier)));
    }
    let mut cut = 0;
    if let Some(size) = check.size.filter(|_| opens) {
        let found = drawn(check, size);
        cut = found.count();
        text.push('\n');
        text.push_str(&found.report(size, &whereabouts(&check.dossier)));
    }
    let earned = if check.strict && cut > 0 { ExitCode::from(AT_FAULT) } else { earned };
    told("the report", print(&text), earned)
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
