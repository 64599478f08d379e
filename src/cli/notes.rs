//! `fundstelle notes`: the reader's notes on a dossier, and where they are.

use std::io::{IsTerminal as _, stdout};
use std::process::ExitCode;

use super::args::{DossierArgs, NotesArgs};
use super::io::{exit_code_after_write, print, print_error};
use super::{AT_FAULT, WRONG_USAGE, files, refuse};
use crate::runtime::{NotesFile, NotesFolder, SettingsFile};
use crate::settings::Settings;
use crate::text::sanitize::sanitize;

/// The notes file of a dossier; none where no notes are kept.
pub(super) fn file(
    dossier: &DossierArgs,
    settings: &Settings,
    environment: &impl Fn(&str) -> Option<String>,
) -> Option<NotesFile> {
    if dossier.is_stream() {
        return None;
    }
    let folder = match &settings.notes {
        _ if settings.is_notes_unknown => NotesFolder::Unknown,
        Some(folder) => NotesFolder::Named(folder),
        None => NotesFolder::Usual,
    };
    NotesFile::of(dossier.path.as_deref(), folder, environment)
}

pub(super) fn run(asked: &NotesArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if asked.dossier.is_stream() {
        print_error(
            "fundstelle: what comes through a pipe has no notes: nothing says where they belong; give the path of a dossier or \
             an article",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    // A misspelt path is no dossier without notes.
    if let Err(refusal) = files(&asked.dossier) {
        return refuse(&refusal, environment);
    }
    let read = SettingsFile::of(environment).and_then(|file| file.read(&file.name()));
    let settings = read.map(|read| read.settings).unwrap_or_default();
    let Some(notes) = file(&asked.dossier, &settings, environment) else {
        if settings.is_notes_unknown {
            print_error(
                "fundstelle: where your notes are is not known: config.toml has an error; \"fundstelle config --check\" lists it",
            );
            return ExitCode::from(AT_FAULT);
        }
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
