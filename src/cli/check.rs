//! `fundstelle check`: every problem with the line it stands in, then how many there are; with `--size` what is cut off
//! on a screen of that size counts as one.

use std::collections::BTreeSet;
use std::io;
use std::process::ExitCode;

use ratatui::layout::Size;

use super::args::{CheckArgs, LanguageName, ReportFormat};
use super::coverage::Coverage;
use super::io::{exit_code_after_report, print};
use super::overflow::Overflow;
use super::place::Place;
use super::report::{self, ReportStyle};
use super::{AT_FAULT, files};
use crate::app::{App, Options};
use crate::i18n::language::Language;
use crate::load::{Files, Loaded, Problem, Refusal, Tally, load};

/// Prints the report to standard output.
pub(super) fn run(check: &CheckArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let checked = match files(&check.dossier) {
        Ok(files) => Checked::of(&*files, check),
        Err(refusal) => Checked::refused(refusal),
    };
    let Checked { problems, tally, opens, notes, screens, coverage } = checked.at(&Place::of(&check.dossier));
    let earned = if fails(tally, check.strict) { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
    let written = match check.format {
        ReportFormat::Json => {
            report::json(&problems, tally, &notes, coverage.as_ref()).map_err(io::Error::from)
        }
        format => {
            let mut text = match format {
                ReportFormat::Text => report::text(&problems, ReportStyle::of_output(environment)),
                _ => report::short(&problems),
            };
            let lines = report::unlisted(tally).into_iter().chain([format!(
                "checked {}: {}",
                check.dossier.name(),
                report::summary(tally, !opens)
            )]);
            for line in lines.chain(notes.iter().map(Problem::to_string)).chain(screens) {
                text.push_str(&line);
                text.push('\n');
            }
            text.extend(coverage.map(|coverage| coverage.text()));
            Ok(text)
        }
    };
    exit_code_after_report("the report", written.and_then(|text| print(&text)), earned)
}

/// Everything there is to report.
struct Checked {
    problems: Vec<Problem>,
    tally: Tally,
    /// Whether there is a dossier to open.
    opens: bool,
    /// What is no problem.
    notes: Vec<Problem>,
    /// How much was drawn, with `--size`.
    screens: Option<String>,
    coverage: Option<Coverage>,
}

impl Checked {
    /// Reads these files once, and checks what was requested.
    fn of(files: &dyn Files, check: &CheckArgs) -> Self {
        let loaded = match load(files) {
            Ok(loaded) => loaded,
            Err(refusal) => return Self::refused(refusal),
        };
        let (mut problems, mut tally) = (loaded.problems.clone(), loaded.tally);
        let mut screens = None;
        if let Some(size) = check.size {
            let found = drawn(&loaded, check.lang, size);
            screens = Some(found.summary(size));
            problems.extend(found.problems(size, &loaded.locations));
            tally = with_cut(tally, found.count(), &problems);
        }
        let coverage = check.coverage.then(|| Coverage::of(&loaded.dossier, &loaded.locations));
        Self { problems, tally, opens: true, notes: loaded.notes, screens, coverage }
    }

    /// With the paths of files instead of their names.
    fn at(self, place: &Place) -> Self {
        let placed = |problems: Vec<Problem>| problems.into_iter().map(|one| place.problem(one)).collect();
        let (problems, notes) = (placed(self.problems), placed(self.notes));
        let coverage = self.coverage.map(|coverage| coverage.at(place));
        Self { problems, notes, coverage, ..self }
    }

    fn refused(Refusal { problems, tally }: Refusal) -> Self {
        Self { problems, tally, opens: false, notes: Vec::new(), screens: None, coverage: None }
    }
}

/// With the texts that are cut, each a warning.
fn with_cut(tally: Tally, cut: usize, listed: &[Problem]) -> Tally {
    let files: BTreeSet<&str> = listed.iter().map(|problem| &*problem.location.file).collect();
    Tally { warnings: tally.warnings + cut, files: tally.files.max(files.len()), ..tally }
}

/// Everything drawn at a size, in the language asked for or in each.
fn drawn(loaded: &Loaded, language: Option<LanguageName>, size: Size) -> Overflow {
    let languages = match language {
        Some(LanguageName::De) => &[Language::De][..],
        Some(LanguageName::En) => &[Language::En],
        None => &[Language::De, Language::En],
    };
    let mut found = Overflow::default();
    for &language in languages {
        found.walk(&mut App::new(loaded.clone(), Options { language, ..Options::default() }, size));
    }
    found
}

fn fails(tally: Tally, strict: bool) -> bool {
    tally.errors > 0 || strict && tally.warnings > 0
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use clap::Parser as _;

    use super::*;
    use crate::cli::args::{Arguments, Command};
    use crate::load::{Counting, fixture, parse};

    #[test]
    fn check_and_relink_read_each_file_once() {
        let arguments = ["fundstelle", "check", "--coverage", "--size", "60x20"];
        let Ok(Arguments { command: Some(Command::Check(check)), .. }) = Arguments::try_parse_from(arguments)
        else {
            panic!("these are arguments of check");
        };
        let counting = Counting::new(fixture());
        let checked = Checked::of(&counting, &check);
        assert!(checked.screens.is_some() && checked.coverage.is_some());
        // What was decided of suggestions may stand beside any dossier.
        let names = fixture().list().into_iter().chain(["suggested.toml".to_owned()]);
        let expected: BTreeMap<String, usize> = names.map(|name| (name, 1)).collect();
        assert_eq!(counting.counts(), expected);
        let counting = Counting::new(fixture());
        assert!(parse(&counting).is_ok_and(|parsed| parsed.quotations.is_some()));
        assert_eq!(counting.counts(), expected);
    }
}
