//! `fundstelle source`: publications from a reference manager, for the dossier.

mod refused;
mod report;

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;
use std::process::ExitCode;

use self::report::{Report, conclude};
use super::args::{SourceAddArgs, SourceArgs, SourceCommand};
use super::io::{at, exit_code_after_report, is_input, is_stream, print, print_error, shown};
use super::wrapped::wrapped;
use super::{AT_FAULT, WRONG_USAGE};
use crate::edit::{self, Plan, Refused};
use crate::load::{Folder, load};
use crate::references::{self, Addition, Entry};
use crate::runtime::change_dossier;

/// The most bytes of a file that are read.
const MOST: u64 = 64 << 20;

pub(super) fn run(asked: &SourceArgs) -> ExitCode {
    match &asked.command {
        SourceCommand::Add(asked) => add(asked),
    }
}

fn add(asked: &SourceAddArgs) -> ExitCode {
    let SourceAddArgs { dossier, references: path, dry_run } = asked;
    if is_stream(dossier) {
        print_error("fundstelle: nothing can be written into a pipe: give the path of the dossier's folder");
        return ExitCode::from(WRONG_USAGE);
    }
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            print_error(&wrapped(&format!("fundstelle: {error}")));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    let name = if is_input(path) { "standard input".to_owned() } else { shown(path) };
    let entries = match references::read(&file_name(path), bytes) {
        Ok(entries) => entries,
        Err(error) => {
            print_error(&wrapped(&format!("{name}:{error}")));
            return ExitCode::from(AT_FAULT);
        }
    };
    // What is new may be another when another program has written in between.
    let addition: RefCell<Option<Addition>> = RefCell::new(None);
    let plan = |folder: &Folder| {
        let (plan, new) = planned(folder, &entries)?;
        *addition.borrow_mut() = Some(new);
        Ok(plan)
    };
    let planned =
        if *dry_run { open(dossier).and_then(|folder| plan(&folder)) } else { change_dossier(dossier, plan) };
    let addition = addition.into_inner();
    match (planned, addition) {
        (Ok(plan), Some(addition)) => {
            let report = Report { file: &name, dossier, addition: &addition };
            let (text, code) = if *dry_run {
                // The TOML alone goes to standard output, to be used as it is.
                print_error(report.text(None).trim_end());
                (edit::toml(&addition.change), conclude(&addition))
            } else {
                (report.text(plan.order.first().map(String::as_str)), conclude(&addition))
            };
            exit_code_after_report("the report", print(&text), ExitCode::from(code))
        }
        (Err(why), _) => {
            print_error(&refused::text(dossier, &why));
            ExitCode::from(AT_FAULT)
        }
        // A plan comes with what it adds.
        (Ok(_), None) => ExitCode::from(AT_FAULT),
    }
}

/// What the entries add to a dossier, as a plan.
fn planned(folder: &Folder, entries: &[Entry]) -> Result<(Plan, Addition), Refused> {
    let loaded = load(folder).map_err(|refusal| match refusal.problems.into_iter().next() {
        Some(problem) => Refused::Unreadable(Box::new(problem)),
        None => Refused::NoDossier,
    })?;
    if loaded.dossier.is_bare {
        return Err(Refused::NoDossier);
    }
    let addition = references::add(&loaded.dossier, entries);
    Ok((edit::plan(folder, &addition.change)?, addition))
}

fn open(path: &Path) -> Result<Folder, Refused> {
    Folder::open(path).map_err(Refused::Unreadable)
}

/// The bytes of a file, or of what comes through a pipe.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if is_input(path) {
        let input = io::stdin();
        if input.is_terminal() {
            let hint = "standard input is the terminal: pipe a file into it, as in fundstelle source add DOSSIER - < refs.json";
            return Err(io::Error::other(hint));
        }
        input.lock().take(MOST + 1).read_to_end(&mut bytes)?;
    } else {
        let read = File::open(path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
        read.map_err(|error| at(path, &error))?;
    }
    if bytes.len() as u64 > MOST {
        let message =
            format!("{}: it is larger than {} MB; export fewer entries at a time", shown(path), MOST >> 20);
        return Err(io::Error::other(message));
    }
    Ok(bytes)
}

/// What advice about a file's encoding calls it.
fn file_name(path: &Path) -> String {
    if is_input(path) { "stdin.txt".to_owned() } else { path.display().to_string() }
}
