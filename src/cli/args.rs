//! The arguments of the program and of each command, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ratatui::layout::Size;

use super::io::{is_input, is_stream, shown};
use crate::app::Options;
use crate::dossier::{Assessment, Kind, LanguageTag};
use crate::i18n::language::Language;
use crate::input::key::{Key, ParseKeyError};
use crate::load::{is_language, tag_of};
use crate::look::glyphs::Glyphs;
use crate::look::layout::SMALLEST;
use crate::look::theme::Theme;
use crate::protocol::authoring::Home;
use crate::runtime;

/// Read an annotated news article: its text, its actors, the timeline, the trend, and what each statement rests on.
#[derive(Parser, Debug)]
#[command(
    name = "fundstelle",
    version = env!("FUNDSTELLE_VERSION"),
    after_help = "What is set in config.toml and chosen by keys holds where no option says otherwise; fundstelle config \
                  prints the settings.",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) read: PlainReadArgs,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Read a dossier, as without a command; --plain: line by line, without a screen
    Read(PlainReadArgs),
    /// Give the tour: the story slide by slide, for a room
    Brief(BriefArgs),
    /// Make a folder for a dossier of an article, or a copy of the shipped dossier that can be changed
    ///
    /// Of a web page the article is taken, as Markdown; else the file is copied, without characters that nobody sees and with
    /// its lines joined where a program broke them. In dossier.toml stands what is known of it; the rest is there as comments,
    /// to be filled in. Nothing that is there already is written over.
    New(NewArgs),
    /// List what could be made of the article: names, times, figures, and attributed or hedged sentences
    ///
    /// Found by rules for German and English, without what the dossier has already and what was rejected. Nothing is written; in
    /// the program, S goes through them.
    Suggest(SuggestArgs),
    /// List every problem of a dossier: where it is, the line itself, and what to do
    Check(CheckArgs),
    /// Explain a rule that a report names: what it means and what to do; without RULE, list them all
    Explain(ExplainArgs),
    /// Go through the quotations whose words have changed, or stand more than once, and write what you confirm
    ///
    /// The same quotation in several places is one question, and so are all in which the same typography differs. Then
    /// come hedges and attributions that do not stand, and aliases of which another form does. Ends with exit code 1
    /// while any of these that check calls an error, or any quotation that is lost, remains.
    Relink(RelinkArgs),
    /// Write what the screen would show, to a file
    ///
    /// It shows the same whoever runs it: language and colours are those of the options, or else of the locale and of the
    /// terminal; config.toml and what you have chosen by keys are not read.
    Render(RenderArgs),
    /// Write the dossier as a document to be handed out, its figures as CSV, or its sources for a reference manager
    Export(ExportArgs),
    /// Take publications over from a reference manager
    Source(SourceArgs),
    /// Print a JSON Schema of dossier.toml, for editors
    Schema(SchemaArgs),
    /// Print your notes on a dossier, as Markdown
    Notes(NotesArgs),
    /// Print the settings with their usual values, to be saved as config.toml and changed
    ///
    /// Language, colours, mouse, the view each panel opens with, keys: each with a comment, and saved as it is, it changes
    /// nothing.
    Config(ConfigArgs),
    /// Print what a shell needs to complete the command line
    ///
    /// For bash, for instance: fundstelle completions bash > ~/.local/share/bash-completion/completions/fundstelle
    Completions(CompletionsArgs),
    /// Print the man page of the program or of a command, or write all of them into a folder
    Man(ManArgs),
}

#[derive(Args, Debug)]
pub(super) struct PlainReadArgs {
    #[command(flatten)]
    pub(super) read: ReadArgs,
    /// Print it line by line and ask what is next, for screen readers, braille displays, simple terminals and scripts: no
    /// colours, no cursor movement; answers are lines of standard input, "help" lists them
    #[arg(long, conflicts_with_all = ["mouse", "theme", "ascii", "fresh"])]
    pub(super) plain: bool,
}

#[derive(Args, Debug)]
pub(super) struct ReadArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    #[command(flatten)]
    pub(super) looks: LookArgs,
    /// Begin at the beginning, not where you left off. Where FUNDSTELLE_STATE is off, nothing at all is remembered
    #[arg(long)]
    pub(super) fresh: bool,
    /// Listen to the mouse, as the key M does: the wheel scrolls, a click selects, a second one opens. To select text,
    /// hold Shift
    #[arg(long)]
    pub(super) mouse: bool,
    /// Show the terminal's cursor. It always stands on the selected row or where the next letter goes, so that braille
    /// displays, magnifiers and input methods find it, but is hidden otherwise
    #[arg(long)]
    pub(super) cursor: bool,
}

#[derive(Args, Clone, Debug)]
pub(super) struct DossierArgs {
    /// A folder with dossier.toml, or a .txt or .md file; "-" is an article from standard input, and a pipe is read too;
    /// without it, the shipped dossier. A path that equals a command is written ./check
    #[arg(value_name = "DOSSIER", value_hint = clap::ValueHint::AnyPath)]
    pub(super) path: Option<PathBuf>,
}

impl DossierArgs {
    /// Whether it is an article that comes through a pipe.
    pub(super) fn is_stream(&self) -> bool {
        self.path.as_deref().is_some_and(is_stream)
    }

    /// What it is for an author.
    pub(super) fn home(&self) -> Home {
        match &self.path {
            None => Home::Shipped,
            Some(_) if self.is_stream() => Home::Stream,
            Some(_) => Home::Files,
        }
    }

    /// Whether it takes standard input for itself.
    pub(super) fn takes_input(&self) -> bool {
        self.path.as_deref().is_some_and(is_input)
    }

    /// What was asked for, fit to show.
    pub(super) fn name(&self) -> String {
        match &self.path {
            Some(path) if path.as_os_str() == "-" => "standard input".to_owned(),
            Some(path) => shown(path),
            None => "the shipped dossier".to_owned(),
        }
    }
}

#[derive(Args, Debug)]
pub(super) struct LookArgs {
    /// The interface's language; else German in a German locale, else English
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(super) lang: Option<LanguageName>,
    /// The colours: the terminal's own on its own ground (default), dark or light on a ground of their own, strong ones
    /// for a bright wall (projector), high contrast on black (contrast), or none (mono, and what NO_COLOR asks for on the
    /// screen)
    #[arg(long, value_enum, value_name = "THEME")]
    pub(super) theme: Option<ThemeName>,
    /// Draw signs, rules and frames with ASCII alone, or never; else on a screen whose locale is not UTF-8. What the
    /// article and the dossier say stays as it is
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true,
          default_missing_value = "always")]
    pub(super) ascii: Option<Ascii>,
}

#[derive(Args, Debug)]
pub(super) struct BriefArgs {
    #[command(flatten)]
    pub(super) read: ReadArgs,
    /// The stop to begin with; else where the last talk on the dossier ended, and with --fresh the first
    #[arg(long, value_name = "NUMBER")]
    pub(super) stop: Option<usize>,
    /// Step from stop to stop by itself until a key is pressed, every so many seconds
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "20",
          value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(super) auto: Option<u64>,
    /// Show the speaker's screen: notes, clock, what comes next. It follows the tour that runs in another terminal, and steers
    /// it; through the state folder, so not where FUNDSTELLE_STATE is off
    #[arg(long)]
    pub(super) speaker: bool,
}

#[derive(Args, Debug)]
pub(super) struct NewArgs {
    /// The article: a saved web page, a .txt or .md file, or - for standard input
    #[arg(value_name = "ARTICLE", required_unless_present = "example", value_hint = clap::ValueHint::FilePath)]
    pub(super) article: Option<PathBuf>,
    /// Copy the shipped dossier into this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["article", "output", "language", "like", "keep_lines"],
          value_hint = clap::ValueHint::DirPath)]
    pub(super) example: Option<PathBuf>,
    /// The folder to make, or an empty one; else one with the article's name, where the command is run
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// The article's language as a BCP 47 tag, such as de; else the one in its head or its page, else German or English where
    /// its words leave no doubt
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub(super) language: Option<LanguageTag>,
    /// A dossier whose actors the article may name; they are suggested first. May be given several times
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(super) like: Vec<PathBuf>,
    /// Leave the lines of plain text as they are, also where a program broke them
    #[arg(long)]
    pub(super) keep_lines: bool,
}

#[derive(Args, Debug)]
pub(super) struct SuggestArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    /// A dossier whose actors the article may name; they are suggested first. May be given several times
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(super) like: Vec<PathBuf>,
    /// How to write them; json is for other programs
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: SuggestFormat,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    /// Let warnings fail the check too
    #[arg(long)]
    pub(super) strict: bool,
    /// How to write them; short and json are for editors and for what runs unattended
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: ReportFormat,
    /// Also list the article's sentences without a claim or a mention; those with a hedge, an attribution, a date or a figure
    /// (in German and English) that no claim, event or figure covers; and background with fewer than two independent origins. That
    /// is no problem, and the exit code stays as it is
    #[arg(long)]
    pub(super) coverage: bool,
    /// Also draw every list, card, series and stop on a screen of this many columns and rows, from 40x10, and report
    /// which texts of the dossier are cut off there: warnings
    #[arg(long, value_parser = screen_size, value_name = "SIZE")]
    pub(super) size: Option<Size>,
    /// The language to draw it in; else German and English
    #[arg(long, value_enum, value_name = "LANGUAGE", requires = "size")]
    pub(super) lang: Option<LanguageName>,
}

#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    /// The rule's id, as a report has it in brackets: anchor-lost
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct RelinkArgs {
    /// A folder with dossier.toml
    #[arg(value_name = "DOSSIER")]
    pub(super) path: PathBuf,
    /// Show what would be asked and written; ask nothing, write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct SourceArgs {
    #[command(subcommand)]
    pub(super) command: SourceCommand,
}

#[derive(Subcommand, Debug)]
pub(super) enum SourceCommand {
    /// Add the publications of a file of a reference manager as sources: CSL-JSON, BibTeX or BibLaTeX
    ///
    /// What is there already is not added again: publications with the same address or DOI are the same. What the format
    /// wants and the file does not say, such as who published something, keeps an entry out; each is listed with the reason,
    /// and the exit code is then 1.
    Add(SourceAddArgs),
}

#[derive(Args, Debug)]
pub(super) struct SourceAddArgs {
    /// A folder with dossier.toml
    #[arg(value_name = "DOSSIER", value_hint = clap::ValueHint::DirPath)]
    pub(super) dossier: PathBuf,
    /// The file: CSL-JSON, BibTeX or BibLaTeX; "-" is standard input
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) references: PathBuf,
    /// Print the TOML that would be added, and to standard error what becomes of each entry; write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct SchemaArgs {
    /// That of the files beside it (sources.toml, actors.toml …), which have its tables and not its head
    #[arg(long)]
    pub(super) beside: bool,
}

#[derive(Args, Debug)]
pub(super) struct ConfigArgs {
    /// Print where the settings are looked for: config.toml in the platform's folder, or the file that FUNDSTELLE_CONFIG
    /// names ("off": none)
    #[arg(long, conflicts_with = "check")]
    pub(super) path: bool,
    /// List what is wrong in the settings: where it is, the line itself, and what to do. Ends with exit code 1 if there are
    /// errors
    #[arg(long)]
    pub(super) check: bool,
    /// The file to check; else the one that is looked for
    #[arg(value_name = "FILE", requires = "check")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(super) struct ManArgs {
    /// A command; else the program
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
    /// A folder to write the page into, fundstelle-COMMAND.1; without COMMAND a page for the program and for each command
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct RenderArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    #[command(flatten)]
    pub(super) looks: LookArgs,
    /// Columns and rows, from 1x1 to 500x200
    #[arg(long, default_value = "120x40", value_parser = size, value_name = "SIZE")]
    pub(super) size: Size,
    /// Keys to press first, separated by blanks: "Tab j j Enter"
    #[arg(long, default_value = "", value_parser = keys, value_name = "KEYS")]
    pub(super) keys: Keys,
    /// What to write
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: PictureFormat,
    /// What svg, png and html are drawn on, where the theme has no ground of its own
    #[arg(long, value_enum, default_value = "dark", value_name = "GROUND")]
    pub(super) ground: GroundName,
    /// A stop of the tour, by its number
    #[arg(long, value_name = "NUMBER", conflicts_with = "all_stops")]
    pub(super) stop: Option<usize>,
    /// Every stop of the tour, each in a file of its own, in the folder that --output names; of html also index.html,
    /// which lists them
    #[arg(long, requires = "output")]
    pub(super) all_stops: bool,
    /// With the speaker's notes
    #[arg(long)]
    pub(super) with_notes: bool,
    /// Where to write it; else standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    /// What to write
    #[arg(long, value_enum, default_value = "html", value_name = "FORMAT")]
    pub(super) format: ExportFormat,
    /// The handout of two pages: how the claims hold, what was found and who says so, what is left out, the figures, the
    /// events on a time axis, what is open
    #[arg(long, conflicts_with_all = ["only", "with_notes"])]
    pub(super) brief: bool,
    /// Only a part of the dossier, with the sources it cites; several are separated by commas. Of csv always the series,
    /// since nothing else is a table of figures
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    pub(super) only: Vec<ExportPart>,
    /// Of the claims only those that are assessed like this; with --only claims
    #[arg(long, value_enum, value_delimiter = ',', value_name = "ASSESSMENT")]
    pub(super) assessment: Vec<AssessmentName>,
    /// Only what is linked to a thing, which is named as in files: actor:bytedance
    #[arg(long, value_name = "ID", conflicts_with = "brief")]
    pub(super) about: Option<String>,
    /// The language to write it in; else German in a German locale, else English
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(super) lang: Option<LanguageName>,
    /// With the briefing's notes for the speaker
    #[arg(long)]
    pub(super) with_notes: bool,
    /// Where to write it; else standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct NotesArgs {
    #[command(flatten)]
    pub(super) dossier: DossierArgs,
    /// Print where the file is, whether or not there is one yet
    #[arg(id = "path_only", long = "path")]
    pub(super) path_only: bool,
}

/// When signs are those of ASCII.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Ascii {
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LanguageName {
    De,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ThemeName {
    Default,
    Dark,
    Light,
    Projector,
    Contrast,
    Mono,
}

impl LookArgs {
    pub(super) fn options(&self, environment: &impl Fn(&str) -> Option<String>) -> Options {
        let language = language(self.lang, environment);
        let theme = match self.theme {
            Some(ThemeName::Default) | None => Theme::Default,
            Some(ThemeName::Dark) => Theme::Dark,
            Some(ThemeName::Light) => Theme::Light,
            Some(ThemeName::Projector) => Theme::Projector,
            Some(ThemeName::Contrast) => Theme::Contrast,
            Some(ThemeName::Mono) => Theme::Mono,
        };
        let glyphs = match self.ascii {
            Some(Ascii::Always) => Glyphs::Ascii,
            Some(Ascii::Never) | None => Glyphs::Unicode,
        };
        Options { language, theme, glyphs }
    }
}

/// The language asked for; else German in a German locale, else English.
pub(super) fn language(
    asked: Option<LanguageName>,
    environment: &impl Fn(&str) -> Option<String>,
) -> Language {
    match asked {
        Some(LanguageName::De) => Language::De,
        Some(LanguageName::En) => Language::En,
        None if runtime::prefers_german(environment) => Language::De,
        None => Language::En,
    }
}

/// How suggestions are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum SuggestFormat {
    /// By kind, a line each: where, the words, what they mean, why
    Text,
    /// As one JSON object, in the order of the article
    Json,
}

/// How problems are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ReportFormat {
    /// With the line itself, underlined
    Text,
    /// On one line each, as compilers do: place, grade, what; what to do
    Short,
    /// As one JSON object
    Json,
}

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ExportFormat {
    /// One page that needs nothing else: no script, no network
    Html,
    /// Plain text of at most 80 columns with numbered sources, for screen readers, mail and less
    Text,
    /// Markdown with footnotes
    Markdown,
    /// The figures of all series as CSV (RFC 4180), with --only series: the columns of the format's reference, then titles,
    /// names and addresses
    Csv,
    /// The sources for a reference manager, as CSL-JSON: all, or with --only and --about those that this part cites
    CslJson,
}

/// A part of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ExportPart {
    /// What the article asserts, and how that holds
    Claims,
    /// What it leaves out
    Gaps,
    /// Who it is about
    Actors,
    /// Who does what to whom
    Relations,
    /// What happened when
    Events,
    /// The figures; as CSV a row each
    Series,
    /// The publications
    Sources,
}

impl ExportPart {
    /// The kind of the things in it.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Claims => Kind::Claim,
            Self::Gaps => Kind::Gap,
            Self::Actors => Kind::Actor,
            Self::Relations => Kind::Relation,
            Self::Events => Kind::Event,
            Self::Series => Kind::Series,
            Self::Sources => Kind::Source,
        }
    }
}

/// How a claim is assessed, in the words of the format.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum AssessmentName {
    BorneOut,
    Qualified,
    Contradicted,
    Open,
}

impl AssessmentName {
    /// The assessment.
    pub(super) fn assessment(self) -> Assessment {
        match self {
            Self::BorneOut => Assessment::BorneOut,
            Self::Qualified => Assessment::Qualified,
            Self::Contradicted => Assessment::Contradicted,
            Self::Open => Assessment::Open,
        }
    }
}

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum PictureFormat {
    /// Characters only, a line a row
    Text,
    /// Characters with their colours, for "cat" in a terminal
    Ansi,
    /// A picture that stays sharp at any size
    Svg,
    /// The same picture as pixels, two for each of the SVG's in both directions
    Png,
    /// A page of its own with the characters as text, for a browser
    Html,
}

impl PictureFormat {
    /// What a file of it is called by.
    pub(super) fn ending(self) -> &'static str {
        match self {
            PictureFormat::Text => "txt",
            PictureFormat::Ansi => "ansi",
            PictureFormat::Svg => "svg",
            PictureFormat::Png => "png",
            PictureFormat::Html => "html",
        }
    }
}

/// What a picture is drawn on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum GroundName {
    Dark,
    Light,
}

/// The largest screen that is drawn.
const LARGEST: Size = Size::new(500, 200);

/// `120x40`.
pub(super) fn size(text: &str) -> Result<Size, String> {
    let parsed = text
        .split_once('x')
        .and_then(|(width, height)| Some(Size::new(width.parse().ok()?, height.parse().ok()?)));
    match parsed {
        Some(size)
            if (1..=LARGEST.width).contains(&size.width) && (1..=LARGEST.height).contains(&size.height) =>
        {
            Ok(size)
        }
        _ => Err(format!("write columns x rows, from 1x1 to {}x{}", LARGEST.width, LARGEST.height)),
    }
}

/// A key script.
#[derive(Clone, Debug)]
pub(super) struct Keys(pub(super) Vec<Key>);

/// Keys separated by blanks; a single character is itself.
pub(super) fn keys(text: &str) -> Result<Keys, ParseKeyError> {
    text.split_whitespace().map(str::parse).collect::<Result<_, _>>().map(Keys)
}

/// `de`, `en-GB`.
pub(super) fn language_tag(text: &str) -> Result<LanguageTag, String> {
    if is_language(text) {
        return Ok(LanguageTag::new(text));
    }
    let meant = tag_of(text).map_or("such as de or en-GB".to_owned(), |meant| format!("as {meant}"));
    Err(format!("write its BCP 47 tag, {meant}"))
}

/// `100x30`, no smaller than a screen may be.
pub(super) fn screen_size(text: &str) -> Result<Size, String> {
    let size = size(text)?;
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return Err(format!("a screen has at least {}x{}", SMALLEST.width, SMALLEST.height));
    }
    Ok(size)
}
