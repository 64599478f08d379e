//! `fundstelle new`: a folder with a dossier to write in, made of an article, or as a copy of the shipped one.

mod article;
mod folder;
mod report;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory as _;

use self::article::{Source, Unfit};
use self::folder::NewFolder;
use super::args::{Arguments, NewArgs};
use super::io::{exit_code_after_report, print, print_error, shown};
use super::like::Liked;
use super::wrapped::wrapped;
use super::{AT_FAULT, WRONG_USAGE, refuse};
use crate::intake::{DossierFile, suggested_file};
use crate::load::{Files as _, shipped};

/// The file of what is to be suggested.
const SUGGESTED: &str = "suggested.toml";

pub(super) fn run(asked: &NewArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    match (&asked.example, &asked.article) {
        (Some(folder), _) => copy_example(folder),
        (None, Some(article)) => of_article(article, asked, environment),
        // The arguments ask for one of them.
        (None, None) => ExitCode::from(WRONG_USAGE),
    }
}

/// Copies the shipped dossier.
fn copy_example(folder: &Path) -> ExitCode {
    let shipped = shipped();
    let files = shipped.list().into_iter().filter_map(|name| {
        let bytes = shipped.read(&name, u64::MAX).ok()?;
        Some((name, bytes))
    });
    let mut files: Vec<(String, Vec<u8>)> = files.collect();
    // Its head comes last: a folder that has it has all.
    files.sort_by_key(|(name, _)| name == crate::load::DOSSIER);
    let said = |shown: &str| {
        format!(
            "copied the shipped dossier: {} files in {shown}\n\
             to read it: fundstelle {shown}\n\
             press V there to mark words of the article, and E to open the files in your editor\n",
            files.len()
        )
    };
    made(folder, &files, "--example DIR", said)
}

/// Makes a dossier of an article.
fn of_article(article: &Path, asked: &NewArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    match prepared(article, asked) {
        Ok(Prepared { folder, files, source, head, liked }) => {
            made(&folder, &files, "-o DIR", |shown| report::report(shown, &source.article, &head, &liked))
        }
        Err(Unfit::Usage(message)) => {
            print_error(&wrapped(&format!("fundstelle: {message}")));
            ExitCode::from(WRONG_USAGE)
        }
        Err(Unfit::Page(message)) => {
            print_error(&wrapped(&format!("fundstelle: {message}")));
            ExitCode::from(AT_FAULT)
        }
        Err(Unfit::Faulty(refusal)) => refuse(&refusal, environment),
    }
}

/// What is to be written, and what is to be said of it.
struct Prepared {
    folder: PathBuf,
    files: Vec<(String, Vec<u8>)>,
    source: Source,
    head: DossierFile,
    liked: Vec<report::Known>,
}

/// Reads all that is needed; nothing is written.
fn prepared(article: &Path, asked: &NewArgs) -> Result<Prepared, Unfit> {
    let dossiers = Liked::open_all(&asked.like)?;
    let source = Source::read(article, asked.keep_lines)?;
    let Some(folder) = asked.output.clone().or_else(|| source.folder.clone()) else {
        return Err(Unfit::Usage(
            "what came through the pipe has no title to name a folder after: name one with -o DIR".to_owned(),
        ));
    };
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let head = DossierFile::of(&source.article, name.as_deref(), asked.language.as_ref());
    let (mut known, mut liked) = (Vec::new(), Vec::new());
    for dossier in &dossiers {
        let (mut found, there) = dossier.named_in(&source.article.loaded.dossier.article.text, &known);
        liked.push(report::Known { dossier: dossier.id.clone(), new: found.len(), there });
        known.append(&mut found);
    }
    let mut files = vec![(source.article.name.clone(), source.article.bytes.clone())];
    let suggested = suggested_file(&known, &source.article.captions);
    files.extend(suggested.map(|toml| (SUGGESTED.to_owned(), toml.into_bytes())));
    files.push((crate::load::DOSSIER.to_owned(), head.toml().into_bytes()));
    Ok(Prepared { folder, files, source, head, liked })
}

/// Puts the files into a new folder, and says so. `option` is the one that names another.
fn made(path: &Path, files: &[(String, Vec<u8>)], option: &str, said: impl Fn(&str) -> String) -> ExitCode {
    match NewFolder::make(path).and_then(|folder| folder.fill(files)) {
        Ok(()) => {
            exit_code_after_report("the answer", print(&said(&on_command_line(path))), ExitCode::SUCCESS)
        }
        Err(error) => {
            print_error(&wrapped(&format!("fundstelle: {error} ({option})")));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// A path as it is written behind `fundstelle`.
fn on_command_line(path: &Path) -> String {
    let text = shown(path);
    let is_command = Arguments::command().get_subcommands().any(|command| command.get_name() == text);
    let text = if is_command || text.starts_with('-') { shown(&Path::new(".").join(path)) } else { text };
    if cfg!(windows) {
        return if text.contains(' ') { format!("\"{text}\"") } else { text };
    }
    shlex::try_quote(&text).map_or_else(|_| text.clone(), Cow::into_owned)
}
