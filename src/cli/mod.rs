//! The command line: what is asked for, and with which exit code it ends: 0 fine, 1 the dossier is at fault, 2 wrong
//! usage, or output that could not be written, or not all of it.

mod check;
mod coverage;
mod export;
mod fits;
mod picture;
mod relink;
mod report;
mod schema;

use std::ffi::OsString;
use std::io::{self, Write as _, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ContextValue;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::app::{App, Options};
use crate::i18n::language::Language;
use crate::load::{Files, Folder, Loaded, Problem, Refusal, load, load_noting};
use crate::look::glyphs::Glyphs;
use crate::look::theme::Theme;
use crate::runtime::{self, Source, StateFile};
use crate::text::sanitize::sanitize;

/// The dossier is at fault.
const AT_FAULT: u8 = 1;
/// Wrong usage; also that the output could not be written where it was told to go, which says nothing of the dossier.
const WRONG_USAGE: u8 = 2;

/// Read an annotated news article: its text, its actors, the timeline, the trend, and what each statement rests on.
#[derive(Parser, Debug)]
#[command(
    name = "fundstelle",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: Read,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Give the tour: one idea a stop, with the article's words and the source's
    Brief(Brief),
    /// List every problem of a dossier: where it is, the line itself, and what to do
    Check(Check),
    /// Go through the quotations whose words have changed, or stand more than once, and write what you confirm
    ///
    /// Ends with exit code 1 while any of these, or any that is lost, remains.
    Relink(Relink),
    /// Write what the screen would show, to a file
    Render(Picture),
    /// Write the dossier as a document to be handed out
    Export(Export),
    /// Print a JSON Schema of dossier.toml, for editors
    Schema(Schema),
}

#[derive(Args, Debug)]
struct Read {
    #[command(flatten)]
    dossier: Dossier,
    #[command(flatten)]
    looks: Looks,
    /// Begin at the beginning, not where you left off; `FUNDSTELLE_STATE=off` remembers nothing at all
    #[arg(long)]
    fresh: bool,
    /// Listen to the mouse, as the key M does: the wheel scrolls, a click selects, a second one opens. To select text,
    /// hold Shift
    #[arg(long)]
    mouse: bool,
}

#[derive(Args, Debug)]
struct Dossier {
    /// A folder with dossier.toml, or a .txt or .md file; without it, the shipped dossier. A path that equals a command is
    /// written ./check
    #[arg(value_name = "DOSSIER")]
    path: Option<PathBuf>,
}

impl Dossier {
    /// What was asked for, fit to show.
    fn name(&self) -> String {
        match &self.path {
            Some(path) => shown(path),
            None => "the shipped dossier".to_owned(),
        }
    }
}

#[derive(Args, Debug)]
struct Looks {
    /// The interface's language; else German in a German locale, else English
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<LanguageName>,
    /// The colours: the terminal's own on its own ground (default), dark or light on a ground of their own, or none
    /// (mono, and what `NO_COLOR` asks for on the screen)
    #[arg(long, value_enum, value_name = "THEME")]
    theme: Option<ThemeName>,
    /// Draw signs, rules and frames with ASCII alone, or never; else on a screen whose locale is not UTF-8. What the
    /// article and the dossier say stays as it is
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true,
          default_missing_value = "always")]
    ascii: Option<Ascii>,
}

#[derive(Args, Debug)]
struct Brief {
    #[command(flatten)]
    read: Read,
    /// The stop to begin with
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    stop: usize,
    /// Step from stop to stop by itself until a key is pressed, every so many seconds
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "20",
          value_parser = clap::value_parser!(u64).range(1..=86_400))]
    auto: Option<u64>,
}

#[derive(Args, Debug)]
struct Check {
    #[command(flatten)]
    dossier: Dossier,
    /// Let warnings fail the check too
    #[arg(long)]
    strict: bool,
    /// How to write them; short and json are for editors and for what runs unattended
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: check::Format,
    /// Also list the article's sentences without a claim or a mention, and background with fewer than two independent
    /// origins; that is no problem, and the exit code stays as it is
    #[arg(long)]
    coverage: bool,
    /// Also draw every list, card and series on a screen of this many columns and rows, from 40x10, and tell which texts
    /// of the dossier are cut off there: warnings
    #[arg(long, value_parser = check::size, value_name = "SIZE")]
    size: Option<ratatui::layout::Size>,
    /// The language to draw it in; else German and English
    #[arg(long, value_enum, value_name = "LANGUAGE", requires = "size")]
    lang: Option<LanguageName>,
}

#[derive(Args, Debug)]
struct Relink {
    /// A folder with dossier.toml
    #[arg(value_name = "DOSSIER")]
    path: PathBuf,
    /// Show what would be asked and written; ask nothing, write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args, Debug)]
struct Schema {
    /// That of the files beside it (sources.toml, actors.toml …), which have its tables and not its head
    #[arg(long)]
    beside: bool,
}

#[derive(Args, Debug)]
struct Picture {
    #[command(flatten)]
    dossier: Dossier,
    #[command(flatten)]
    looks: Looks,
    /// Columns and rows, from 1x1 to 500x200
    #[arg(long, default_value = "120x40", value_parser = picture::size, value_name = "SIZE")]
    size: ratatui::layout::Size,
    /// Keys to press first, separated by blanks: "Tab j j Enter"
    #[arg(long, default_value = "", value_parser = picture::keys, value_name = "KEYS")]
    keys: picture::Keys,
    /// What to write
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: picture::Format,
    /// What svg, png and html are drawn on, where the theme has no ground of its own
    #[arg(long, value_enum, default_value = "dark", value_name = "GROUND")]
    ground: picture::GroundName,
    /// A stop of the tour, by its number
    #[arg(long, value_name = "NUMBER", conflicts_with = "all_stops")]
    stop: Option<usize>,
    /// Every stop of the tour, each in a file of its own, in the folder that --output names
    #[arg(long, requires = "output")]
    all_stops: bool,
    /// With the speaker's notes
    #[arg(long)]
    with_notes: bool,
    /// Where to write it; else standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args, Debug)]
struct Export {
    #[command(flatten)]
    dossier: Dossier,
    /// What to write
    #[arg(long, value_enum, default_value = "html", value_name = "FORMAT")]
    format: export::Format,
    /// The language it is told in; else German in a German locale, else English
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<LanguageName>,
    /// With the briefing's notes for the speaker
    #[arg(long)]
    with_notes: bool,
    /// Where to write it; else standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// When signs are those of ASCII.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Ascii {
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageName {
    De,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeName {
    Default,
    Dark,
    Light,
    Mono,
}

/// Runs the command. `arguments` begin with the program's name; `environment` is asked for the locale,
/// `NO_COLOR` and `FUNDSTELLE_STATE`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    environment: impl Fn(&str) -> Option<String>,
) -> ExitCode {
    #[cfg(unix)]
    runtime::report_file_size_limit();
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return answer(error),
    };
    match arguments.command {
        None => read(&arguments.read, None, &environment),
        Some(Command::Brief(brief)) => read(&brief.read, Some(&brief), &environment),
        Some(Command::Check(check)) => check::run(&check, &environment),
        Some(Command::Relink(relink)) => relink::run(&relink, &environment),
        Some(Command::Export(asked)) => export::run(&asked, &environment),
        Some(Command::Schema(schema)) => schema::run(&schema),
        Some(Command::Render(picture)) => picture::run(&picture, &environment),
    }
}

/// Prints help or the version, or what is wrong with the arguments. They are repeated there, and are as foreign as any
/// text: with `check *` they are the names of files.
fn answer(mut error: clap::Error) -> ExitCode {
    let on_one_line = |text: &String| sanitize(text).replace('\n', " ");
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
        complain(text.trim_end());
        return ExitCode::from(WRONG_USAGE);
    }
    told("the answer", print(&text), ExitCode::SUCCESS)
}

/// A path, fit to show in a line.
fn shown(path: &Path) -> String {
    sanitize(&path.display().to_string()).replace('\n', " ")
}

/// An error of a file with its name.
fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// Opens a dossier in the terminal, to be read or to be given as a tour.
fn read(read: &Read, brief: Option<&Brief>, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let (loaded, source) = match open_live(&read.dossier) {
        Ok(opened) => opened,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let stops = loaded.dossier.tour().len();
    if let Some(wrong) = brief.and_then(|brief| no_stop(brief.stop, stops)) {
        complain(&wrong);
        return ExitCode::from(WRONG_USAGE);
    }
    let no_color = environment("NO_COLOR").is_some_and(|value| !value.is_empty());
    let mut options = read.looks.options(environment);
    if read.looks.ascii.is_none() && runtime::is_not_utf8(environment) {
        options.glyphs = Glyphs::Ascii;
    }
    if read.looks.theme.is_none() && no_color {
        options.theme = Theme::Mono;
    }
    let state = StateFile::of(read.dossier.path.as_deref(), environment);
    let left_off = state.clone().filter(|_| !read.fresh);
    let make = |size| {
        let mut app = App::new(loaded, options, size);
        if let Some(bookmark) = left_off.and_then(|state| state.read()) {
            app.resume(&bookmark);
        }
        if read.mouse {
            app.take_mouse();
        }
        if let Some(brief) = brief {
            app.brief(brief.stop);
            match brief.auto {
                Some(seconds) => app.step_by_itself(seconds),
                None => app.show_tour_keys(),
            }
        }
        app
    };
    match runtime::run(make, state, source) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("fundstelle: {error}"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// Why there is no stop with this number, if there is none.
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

impl Looks {
    fn options(&self, environment: &impl Fn(&str) -> Option<String>) -> Options {
        let language = match self.lang {
            Some(LanguageName::De) => Language::De,
            Some(LanguageName::En) => Language::En,
            None if runtime::prefers_german(environment) => Language::De,
            None => Language::En,
        };
        let theme = match self.theme {
            Some(ThemeName::Default) | None => Theme::Default,
            Some(ThemeName::Dark) => Theme::Dark,
            Some(ThemeName::Light) => Theme::Light,
            Some(ThemeName::Mono) => Theme::Mono,
        };
        let glyphs = match self.ascii {
            Some(Ascii::Always) => Glyphs::Ascii,
            Some(Ascii::Never) | None => Glyphs::Unicode,
        };
        Options { language, theme, glyphs }
    }
}

/// A path that is not there may be a command misspelt; clap cannot tell.
fn meant(path: &Path, mut fatal: Problem) -> Problem {
    let word = path.to_string_lossy();
    let commands = Arguments::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    if !path.exists()
        && let Some(command) = crate::load::nearest(&word, names)
    {
        fatal.hint = format!("did you mean the command {command}? Otherwise {}", fatal.hint);
    }
    fatal
}

/// The files of a dossier, or why there is nothing to open.
fn files(dossier: &Dossier) -> Result<Box<dyn Files>, Refusal> {
    match &dossier.path {
        Some(path) => Ok(Box::new(Folder::open(path).map_err(|fatal| meant(path, *fatal))?)),
        None => Ok(Box::new(crate::load::shipped())),
    }
}

/// Opens a dossier, or says why there is nothing to open.
fn open(dossier: &Dossier) -> Result<Loaded, Refusal> {
    load(&*files(dossier)?)
}

/// Opens a dossier to be read in the terminal; one on disk is watched from there.
fn open_live(dossier: &Dossier) -> Result<(Loaded, Option<Source>), Refusal> {
    let Some(path) = &dossier.path else { return open(dossier).map(|loaded| (loaded, None)) };
    let folder = Folder::open(path).map_err(|fatal| meant(path, *fatal))?;
    let (loaded, seen) = load_noting(&folder);
    Ok((loaded?, Some(Source::new(path, seen))))
}

/// Says to standard error why there is nothing to open.
fn refuse(refusal: &Refusal, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let looks = report::Looks::suiting(&stderr(), environment);
    // Not by `complain`: it may be coloured, and nothing in it is raw.
    let _ = writeln!(stderr().lock(), "{}", report::text(&refusal.problems, looks).trim_end());
    if let Some(rest) = report::unlisted(refusal.tally) {
        complain(&rest);
    }
    ExitCode::from(AT_FAULT)
}

/// Writes to standard output, all of it: what a buffer held back until the end would be lost without a word.
fn print(text: &str) -> io::Result<()> {
    print_bytes(text.as_bytes())
}

/// The same for what need not be text.
fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The exit code after writing something whole: a document, a picture, help. A reader who has gone (`| head`) has had
/// enough, so that nothing is said; but what they have is not all of it.
fn told(what: &str, written: io::Result<()>, earned: ExitCode) -> ExitCode {
    match written {
        Ok(()) => earned,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(WRONG_USAGE),
        Err(error) => {
            complain(&format!("fundstelle: {what} could not be written: {error}; give it another place"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// The exit code after reporting what was found out or done, which stays true when the reader has gone.
fn reported(what: &str, written: io::Result<()>, earned: ExitCode) -> ExitCode {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => earned,
        written => told(what, written, earned),
    }
}

/// To standard error; if that is gone there is nobody left to tell. Messages may repeat arguments, paths and what the
/// system says.
fn complain(message: &str) {
    let _ = writeln!(stderr().lock(), "{}", sanitize(message));
}
