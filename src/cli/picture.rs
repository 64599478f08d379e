//! `fundstelle render`: opens a dossier, presses keys, and writes what the screen would show. The same drawing path as
//! the screen, with a file at its end.

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::{Picture, WRONG_USAGE, complain, open, print_bytes, refuse, told};
use crate::app::{App, Message, draw, settle, update};
use crate::render::{Description, Ground, ansi, html, png, svg, text};
use crate::runtime::write_atomically;
use crate::ui::effect::Effect;
use crate::ui::key::{Key, ParseKeyError};

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
    for key in &picture.keys.0 {
        if update(&mut app, Message::Key(*key)).contains(&Effect::Quit) {
            break;
        }
        settle(&mut app);
    }
    told("the picture", write(&app, &draw(&app), picture), ExitCode::SUCCESS)
}

fn write(app: &App, buffer: &Buffer, picture: &Picture) -> io::Result<()> {
    let bytes = bytes(app, buffer, picture)?;
    match &picture.output {
        Some(path) => write_atomically(path, &bytes)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        None => print_bytes(&bytes),
    }
}

/// What is drawn in a buffer, as a file of the format asked for.
fn bytes(app: &App, buffer: &Buffer, picture: &Picture) -> io::Result<Vec<u8>> {
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
