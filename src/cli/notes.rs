//! `fundstelle notes`: the reader's notes on a dossier, and where they are.

use std::io::{IsTerminal as _, stdout};
use std::process::ExitCode;

use super::args::NotesArgs;
use super::io::{exit_code_after_write, print, print_error};
use super::{WRONG_USAGE, files, refuse};
use crate::runtime::{NotesFile, SettingsFile};
use crate::text::sanitize::sanitize;

pub(super) fn run(asked: &NotesArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    // A misspelt path is no dossier without notes.
    if let Err(refusal) = files(&asked.dossier) {
        return refuse(&refusal, environment);
    }
    let settings = SettingsFile::of(environment).and_then(|file| file.read(&file.name()));
    let folder = settings.and_then(|read| read.settings.notes);
    let Some(notes) = NotesFile::of(asked.dossier.path.as_deref(), folder.as_deref(), environment) else {
        print_error(
            "fundstelle: no notes are kept: FUNDSTELLE_NOTES=off does without them, the name of a folder in that \
             variable brings them back",
        );
        return ExitCode::from(WRONG_USAGE);
    };
    if asked.path_only {
        let path = format!("{}\n", notes.path().display());
        return exit_code_after_write("the path", print(&path), ExitCode::SUCCESS);
    }
    match notes.read() {
        Ok(text) if text.is_empty() => {
            let path = notes.shown();
            print_error(&format!(
                "fundstelle: there are no notes yet; while reading, A writes a note and Y collects evidence: {path}"
            ));
            ExitCode::SUCCESS
        }
        Ok(text) => {
            // As it is for other programs; a terminal would obey what is no text in it.
            let text = if stdout().is_terminal() { sanitize(&text).into_owned() } else { text };
            exit_code_after_write("the notes", print(&text), ExitCode::SUCCESS)
        }
        Err(error) => {
            print_error(&format!("fundstelle: {error}"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}
