//! The command line: runs the command and returns its exit code: 0 success, 1 the dossier is at fault, 2 wrong usage, or
//! output that could not be written completely.

mod args;
mod check;
mod choices;
mod completions;
mod config;
mod coverage;
mod explain;
mod export;
mod io;
mod like;
mod man;
mod new;
mod notes;
mod overflow;
mod place;
mod plain;
mod relink;
mod render;
mod report;
mod schema;
mod source;
mod suggest;
mod wrapped;

use std::ffi::OsString;
use std::io::{Write as _, stderr};
use std::path::Path;
use std::process::ExitCode;

use clap::error::ContextValue;
use clap::{CommandFactory as _, Parser as _};

use self::args::{Arguments, BriefArgs, Command, DossierArgs, PlainReadArgs, ReadArgs};
use self::choices::Choices;
use self::io::{exit_code_after_write, print, print_error, read_stream};
use self::place::Place;
use crate::app::App;
use crate::load::{Beside, Files, Folder, Loaded, Problem, Refusal, load, load_with_fingerprint};
use crate::runtime::{self, Seat, Source, StateFile, Talk, WatchedDossier};
use crate::text::sanitize::sanitize_line;

/// The dossier is at fault.
const AT_FAULT: u8 = 1;
/// Wrong usage; also output that could not be written, which says nothing about the dossier.
const WRONG_USAGE: u8 = 2;

/// Runs the command. `arguments` begin with the program's name; `environment` is asked for the locale, `NO_COLOR`,
/// `FUNDSTELLE_STATE`, `FUNDSTELLE_CONFIG` and `FUNDSTELLE_NOTES`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    environment: impl Fn(&str) -> Option<String>,
) -> ExitCode {
    #[cfg(unix)]
    runtime::report_file_size_limit();
    let written: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&written) {
        Ok(arguments) => arguments,
        Err(error) => {
            if let Some(command) = misspelt_command(&written).filter(|_| error.use_stderr()) {
                print_error(&command);
                return ExitCode::from(WRONG_USAGE);
            }
            return answer(error);
        }
    };
    match arguments.command {
        None => read_or_print(&arguments.read, &environment),
        Some(Command::Read(asked)) => read_or_print(&asked, &environment),
        Some(Command::Brief(brief)) => read(&brief.read, Some(&brief), &environment),
        Some(Command::Check(check)) => check::run(&check, &environment),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::Relink(relink)) => relink::run(&relink, &environment),
        Some(Command::Export(asked)) => export::run(&asked, &environment),
        Some(Command::Schema(schema)) => schema::run(&schema),
        Some(Command::Config(asked)) => config::run(&asked, &environment),
        Some(Command::Completions(asked)) => completions::run(&asked),
        Some(Command::Man(asked)) => man::run(&asked),
        Some(Command::New(asked)) => new::run(&asked, &environment),
        Some(Command::Render(render)) => render::run(&render, &environment),
        Some(Command::Source(asked)) => source::run(&asked),
        Some(Command::Notes(asked)) => notes::run(&asked, &environment),
        Some(Command::Suggest(asked)) => suggest::run(&asked, &environment),
    }
}

/// Prints help or the version, or what is wrong with the arguments. They are repeated there, and are as foreign as any
/// text: with `check *` they are the names of files.
fn answer(mut error: clap::Error) -> ExitCode {
    let on_one_line = |text: &String| sanitize_line(text).into_owned();
    let context: Vec<_> = error.context().map(|(kind, value)| (kind, value.clone())).collect();
    for (kind, value) in context {
        match value {
            ContextValue::String(text) => error.insert(kind, ContextValue::String(on_one_line(&text))),
            ContextValue::Strings(texts) => {
                error.insert(kind, ContextValue::Strings(texts.iter().map(on_one_line).collect()))
            }
            ContextValue::StyledStrs(texts) => {
                let texts = texts.iter().map(|text| on_one_line(&text.to_string()).into()).collect();
                error.insert(kind, ContextValue::StyledStrs(texts))
            }
            _ => None,
        };
    }
    let text = error.render().to_string();
    if error.use_stderr() {
        print_error(text.trim_end());
        return ExitCode::from(WRONG_USAGE);
    }
    exit_code_after_write("the answer", print(&text), ExitCode::SUCCESS)
}

/// Opens a dossier in the terminal, to be read there or to be printed line by line.
fn read_or_print(asked: &PlainReadArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if asked.plain { plain::run(&asked.read, environment) } else { read(&asked.read, None, environment) }
}

/// Opens a dossier in the terminal, to be read or to be given as a tour.
fn read(
    read: &ReadArgs,
    tour: Option<&BriefArgs>,
    environment: &impl Fn(&str) -> Option<String>,
) -> ExitCode {
    let (loaded, source, dossier) = match open_live(&read.dossier) {
        Ok(opened) => opened,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let is_stream = matches!(source, Source::Stream);
    let stops = loaded.dossier.tour().len();
    if let Some(wrong) = tour.and_then(|tour| no_stop(tour.stop.unwrap_or(1), stops)) {
        print_error(&wrong);
        return ExitCode::from(WRONG_USAGE);
    }
    let choices = Choices::of(read, environment);
    let preferences = choices.preferences.clone();
    // Nothing says of what comes through a pipe whether it came before.
    let state = StateFile::of(dossier.path.as_deref(), environment).filter(|_| !is_stream);
    let is_speaker = tour.is_some_and(|tour| tour.speaker);
    if is_speaker && state.is_none() {
        print_error(
            "fundstelle: the speaker's screen follows the tour through the state folder, and there is none: \
             FUNDSTELLE_STATE=off does without it, the name of a folder in that variable brings it back",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    let left_off = state.clone().filter(|_| !read.fresh);
    let seat = if is_speaker { Seat::Speaker } else { Seat::Audience };
    let leads = tour.is_some_and(|tour| tour.stop.is_some());
    let talk = state.as_ref().map(|state| Talk::new(state, seat, leads));
    // Where one reads and where the talk ended is what the audience saw.
    let state = state.filter(|_| !is_speaker);
    // The speaker's screen shows what the audience may see.
    let notes = notes::file(&dossier, &choices.settings, environment).filter(|_| !is_speaker);
    let noted = notes.as_ref().map(|notes| (notes.shown(), notes.read()));
    let make = |size| {
        let mut app = App::new(loaded, choices.options, size);
        choices.apply(&mut app);
        if is_stream {
            app.set_stream();
        }
        let unread = match noted {
            Some((path, Ok(text))) => {
                app.keep_notes(path, &text);
                None
            }
            Some((path, Err(error))) => {
                app.keep_notes(path, "");
                Some(error)
            }
            None => None,
        };
        if let Some(bookmark) = left_off.and_then(|state| state.read()) {
            app.resume(&bookmark);
        }
        if let Some(error) = unread {
            app.report_unread_notes(&error.to_string());
        }
        choices.announce(&mut app);
        if read.cursor {
            app.show_cursor();
        }
        if let Some(tour) = tour {
            if tour.speaker {
                app.show_as_speaker();
            }
            app.begin_talk(tour.stop);
            if let Some(seconds) = tour.auto {
                app.step_by_itself(seconds);
            }
        }
        app
    };
    match runtime::run(make, state, talk, source, notes, preferences) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&format!("fundstelle: {error}"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// The error message for a stop number that does not exist.
fn no_stop(number: usize, stops: usize) -> Option<String> {
    match stops {
        0 => Some(
            "fundstelle: there is no tour: write [[stop]]s, or claims, gaps, prominent events or series"
                .to_owned(),
        ),
        stops if (1..=stops).contains(&number) => None,
        stops => Some(format!("fundstelle: there is no stop {number}: the tour has {stops}")),
    }
}

/// What to say of arguments that begin with a misspelt command and go on: clap takes it for the path of a dossier, behind which
/// nothing may stand.
fn misspelt_command(arguments: &[OsString]) -> Option<String> {
    let [_, word, _, ..] = arguments else { return None };
    let word = Path::new(word);
    let command = meant_command(word)?;
    Some(format!("fundstelle: there is no command {}; did you mean {command}?", io::shown(word)))
}

/// The command that is meant by a path where nothing is.
fn meant_command(path: &Path) -> Option<String> {
    let word = path.to_string_lossy();
    let commands = Arguments::command();
    let names: Vec<&str> = commands.get_subcommands().map(clap::Command::get_name).collect();
    if path.exists() || names.contains(&&*word) {
        return None;
    }
    crate::load::nearest(&word, names).map(str::to_owned)
}

/// Suggests a command for a path that does not exist: clap cannot know that it is a misspelt command.
fn did_you_mean_command(path: &Path, mut fatal: Problem) -> Problem {
    if let Some(command) = meant_command(path) {
        fatal.hint = format!("did you mean the command {command}? Otherwise {}", fatal.hint);
    }
    fatal
}

/// The files of a dossier, or why there is nothing to open.
fn files(dossier: &DossierArgs) -> Result<Box<dyn Files>, Refusal> {
    match &dossier.path {
        Some(path) if dossier.is_stream() => Ok(Box::new(read_stream(path).map_err(|fatal| *fatal)?)),
        Some(path) => Ok(Box::new(Folder::open(path).map_err(|fatal| did_you_mean_command(path, *fatal))?)),
        None => Ok(Box::new(crate::load::shipped())),
    }
}

/// Opens a dossier, or says why there is nothing to open.
fn open(dossier: &DossierArgs) -> Result<Loaded, Refusal> {
    load(&*files(dossier)?).map_err(|refusal| Place::of(dossier).refusal(refusal))
}

/// Opens a dossier to be read in the terminal; one on disk is watched from there. An article that was named is opened with the
/// dossier beside it, if that is its own, as it would be once it is written: so what is kept of it is kept by the dossier's path,
/// which comes with it.
fn open_live(dossier: &DossierArgs) -> Result<(Loaded, Source, DossierArgs), Refusal> {
    let Some(path) = &dossier.path else {
        return open(dossier).map(|loaded| (loaded, Source::Shipped, dossier.clone()));
    };
    if dossier.is_stream() {
        return open(dossier).map(|loaded| (loaded, Source::Stream, dossier.clone()));
    }
    let mut folder = Folder::open(path).map_err(|fatal| did_you_mean_command(path, *fatal))?;
    let mut path = path.clone();
    if folder.beside() == Beside::Own {
        folder = folder.around();
        folder.root().clone_into(&mut path);
    }
    let (loaded, seen) = load_with_fingerprint(&folder);
    let loaded = loaded.map_err(|refusal| Place::of(dossier).refusal(refusal))?;
    let source = Source::Watched(WatchedDossier::new(&path, seen));
    Ok((loaded, source, DossierArgs { path: Some(path) }))
}

/// Says to standard error why there is nothing to open.
fn refuse(refusal: &Refusal, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let style = report::ReportStyle::for_output(&stderr(), environment);
    // Not by `print_error`: it may be coloured, and nothing in it is raw.
    let _ = writeln!(stderr().lock(), "{}", report::text(&refusal.problems, style).trim_end());
    if let Some(rest) = report::unlisted(refusal.tally) {
        print_error(&rest);
    }
    ExitCode::from(AT_FAULT)
}
