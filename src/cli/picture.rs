//! `fundstelle render`: opens a dossier, presses keys, and writes what the screen would show. The same drawing path as
//! the screen, with a file at its end.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use ratatui::layout::Size;

use super::{Picture, WRONG_USAGE, at, complain, no_stop, open, print_bytes, refuse, told};
use crate::app::{App, Message, draw, settle, update};
use crate::input::key::{Key, ParseKeyError};
use crate::protocol::effect::Effect;
use crate::render::{Description, Ground, ansi, html, png, svg, text};
use crate::runtime::write_atomically;

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    /// Characters only, a line a row
    Text,
    /// Characters with their colours, for `cat` in a terminal
    Ansi,
    /// A picture that stays sharp at any size
    Svg,
    /// The same picture as pixels, two for each of the SVG's in both directions
    Png,
    /// A page of its own with the characters as text, for a browser
    Html,
}

impl Format {
    /// What a file of it is called by.
    fn ending(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Ansi => "ansi",
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
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
pub(super) struct Keys(Vec<Key>);

/// Keys separated by blanks; a single character is itself.
pub(super) fn keys(text: &str) -> Result<Keys, ParseKeyError> {
    text.split_whitespace().map(str::parse).collect::<Result<_, _>>().map(Keys)
}

pub(super) fn run(picture: &Picture, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if picture.format == Format::Png && picture.output.is_none() && io::stdout().is_terminal() {
        complain(
            "fundstelle: a terminal cannot show a PNG file; name one with -o FILE, or send it elsewhere with >",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    let loaded = match open(&picture.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let mut app = App::new(loaded, picture.looks.options(environment), picture.size);
    let stops = app.stops();
    if (picture.stop.is_some() || picture.all_stops)
        && let Some(wrong) = no_stop(picture.stop.unwrap_or(1), stops)
    {
        complain(&wrong);
        return ExitCode::from(WRONG_USAGE);
    }
    if let Some(number) = picture.stop {
        app.brief(number);
    }
    if picture.with_notes {
        app.show_notes();
    }
    for key in &picture.keys.0 {
        if update(&mut app, Message::Key(*key)).contains(&Effect::Quit) {
            break;
        }
        settle(&mut app);
    }
    let written = match &picture.output {
        Some(folder) if picture.all_stops => deck(&app, picture, folder),
        Some(path) => write(&app, picture, path),
        None => bytes(&app, picture).and_then(|bytes| print_bytes(&bytes)),
    };
    told("the picture", written, ExitCode::SUCCESS)
}

/// Every stop in a file of its own: `deck/stop-01.svg`.
fn deck(app: &App, picture: &Picture, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    for number in 1..=app.stops() {
        // Each from the same beginning: what a stop before it left in the panels beside it does not show.
        let mut app = app.clone();
        app.brief(number);
        let path = folder.join(format!("stop-{number:02}.{}", picture.format.ending()));
        write(&app, picture, &path)?;
    }
    Ok(())
}

fn write(app: &App, picture: &Picture, path: &Path) -> io::Result<()> {
    write_atomically(path, &bytes(app, picture)?).map_err(|error| at(path, &error))
}

/// What the screen shows, as a file of the format asked for.
fn bytes(app: &App, picture: &Picture) -> io::Result<Vec<u8>> {
    let buffer = &draw(app);
    let described = || {
        let (title, text) = app.description();
        let ground = match picture.ground {
            GroundName::Dark => Ground::Dark,
            GroundName::Light => Ground::Light,
        };
        let language = app.language().tag().to_owned();
        let around = app.theme().ground().unwrap_or_default();
        Description { title, text, ground, around, language }
    };
    Ok(match picture.format {
        Format::Text => text::text(buffer).into_bytes(),
        Format::Ansi => ansi::ansi(buffer).into_bytes(),
        Format::Svg => svg::svg(buffer, &described()).into_bytes(),
        Format::Png => png::png(&svg::svg(buffer, &described())).map_err(io::Error::other)?,
        Format::Html => html::html(buffer, &described()).into_bytes(),
    })
}
