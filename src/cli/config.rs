//! `fundstelle config`: the settings as they are without a file, where the file is looked for, and what is wrong in it.

use std::process::ExitCode;

use super::args::ConfigArgs;
use super::io::{exit_code_after_report, exit_code_after_write, print, print_error, shown};
use super::report::{self, ReportStyle};
use super::{AT_FAULT, WRONG_USAGE};
use crate::load::Tally;
use crate::runtime::SettingsFile;
use crate::settings;

pub(super) fn run(asked: &ConfigArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let file = match &asked.file {
        Some(path) => Some(SettingsFile::named(path)),
        None => SettingsFile::of(environment),
    };
    if !asked.path && !asked.check {
        return exit_code_after_write("the settings", print(&settings::template()), ExitCode::SUCCESS);
    }
    let Some(file) = file else {
        print_error(
            "fundstelle: no settings are read: FUNDSTELLE_CONFIG is off, or there is no home folder; the name of a file in \
             that variable brings them back",
        );
        return ExitCode::from(WRONG_USAGE);
    };
    if asked.path {
        return exit_code_after_write(
            "the path",
            print(&format!("{}\n", shown(file.path()))),
            ExitCode::SUCCESS,
        );
    }
    check(&file, environment)
}

/// Prints every problem of the file with its line.
fn check(file: &SettingsFile, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let name = shown(file.path());
    let (text, code) = match file.read(&name) {
        None => (format!("there is no {name}: every setting has its usual value\n"), ExitCode::SUCCESS),
        Some(read) => {
            let mut text = report::text(&read.problems, ReportStyle::of_output(environment));
            text.extend(report::unlisted(read.tally).map(|more| more + "\n"));
            // There is only one file.
            let tally = Tally { files: 0, ..read.tally };
            text.extend(["checked ", &name, ": ", &report::summary(tally, false), "\n"]);
            let code = if tally.errors > 0 { ExitCode::from(AT_FAULT) } else { ExitCode::SUCCESS };
            (text, code)
        }
    };
    exit_code_after_report("the report", print(&text), code)
}
