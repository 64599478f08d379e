//! `fundstelle render`: opens a dossier, presses keys, and writes what the screen would show. The same drawing path as
//! the screen, with a file at its end.

use std::process::ExitCode;

use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::{Picture, open, print, refuse, told};
use crate::app::{App, Message, draw, settle, update};
use crate::render;
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
    /// A picture
    Svg,
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

fn write(app: &App, buffer: &Buffer, picture: &Picture) -> std::io::Result<()> {
    let bytes = match picture.format {
        Format::Text => render::text::text(buffer),
        Format::Ansi => render::ansi::ansi(buffer),
        Format::Svg => {
            let (title, text) = app.description();
            let ground = match picture.ground {
                GroundName::Dark => render::svg::Ground::Dark,
                GroundName::Light => render::svg::Ground::Light,
            };
            let language = app.language().tag().to_owned();
            let around = app.theme().ground().unwrap_or_default();
            render::svg::svg(buffer, &render::svg::Description { title, text, ground, around, language })
        }
    };
    match &picture.output {
        Some(path) => write_atomically(path, bytes.as_bytes())
            .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        None => print(&bytes),
    }
}
