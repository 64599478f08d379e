//! `fundstelle new`: a folder with a dossier to write in, made of an article, or as a copy of the shipped one.

mod article;
mod folder;
mod head;

use std::borrow::Cow;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory as _;

use self::article::Source;
use self::folder::NewFolder;
use self::head::{Head, Origin};
use super::args::{Arguments, NewArgs};
use super::io::{exit_code_after_report, print, print_error, shown};
use super::{WRONG_USAGE, refuse};
use crate::load::{Files as _, shipped};

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
            "the shipped dossier is copied: {} files in {shown}\n\
             read it with: fundstelle {shown}\n\
             there V marks words of the article, and E opens the files in your editor\n",
            files.len()
        )
    };
    made(folder, &files, "--example DIR", said)
}

/// Makes a dossier of an article.
fn of_article(article: &Path, asked: &NewArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let source = match Source::read(article) {
        Ok(source) => source,
        Err(article::Unfit::Usage(message)) => {
            print_error(&format!("fundstelle: {message}"));
            return ExitCode::from(WRONG_USAGE);
        }
        Err(article::Unfit::Faulty(refusal)) => return refuse(&refusal, environment),
    };
    let folder = asked.output.clone().unwrap_or_else(|| source.usual_folder());
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let head = Head::of(&source, name.as_deref(), asked.language.as_ref());
    let files = [
        (source.name.clone(), source.bytes.clone()),
        (crate::load::DOSSIER.to_owned(), head.toml().into_bytes()),
    ];
    let language = match (head.language.tag(), head.origin) {
        (tag, Origin::Asked) => format!("its language is {tag}"),
        (tag, Origin::Head) => format!("its language is {tag}, as its head says"),
        (tag, Origin::Words) => format!("its language is {tag}, judging by its words"),
        (_, Origin::Unknown) => {
            "its language is not known: write it into dossier.toml, or begin again with --language".to_owned()
        }
    };
    let title = &head.title;
    let problems = match source.loaded.tally.errors + source.loaded.tally.warnings {
        0 => "",
        _ => "something is wrong with the article: fundstelle check lists it\n",
    };
    let said = |shown: &str| {
        format!(
            "made {shown}: the dossier of \"{title}\"\n\
             {language}\n\
             {problems}\
             read it with: fundstelle {shown}\n\
             there V marks words of the article, and E opens dossier.toml in your editor, where comments say what can be filled in\n"
        )
    };
    made(&folder, &files, "-o DIR", said)
}

/// Puts the files into a new folder, and says so. `option` is the one that names another.
fn made(path: &Path, files: &[(String, Vec<u8>)], option: &str, said: impl Fn(&str) -> String) -> ExitCode {
    match NewFolder::make(path).and_then(|folder| folder.fill(files)) {
        Ok(()) => {
            exit_code_after_report("the answer", print(&said(&on_command_line(path))), ExitCode::SUCCESS)
        }
        Err(error) => {
            print_error(&format!("fundstelle: {error} ({option})"));
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
