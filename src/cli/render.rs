//! `fundstelle render`: opens a dossier, presses keys, and writes what the screen would show. The same drawing path as
//! the screen, with a file at its end.

use std::io::{self, IsTerminal as _};
use std::mem;
use std::path::Path;
use std::process::ExitCode;

use super::args::{GroundName, PictureFormat, RenderArgs};
use super::io::{at, exit_code_after_write, print_bytes, print_error};
use super::{WRONG_USAGE, no_stop, open, refuse};
use crate::app::{App, Message, draw, settle, update};
use crate::protocol::effect::Effect;
use crate::render::{Description, Ground, ansi, html, png, svg, text};
use crate::runtime::write_atomically;

pub(super) fn run(asked: &RenderArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if asked.format == PictureFormat::Png && asked.output.is_none() && io::stdout().is_terminal() {
        print_error(
            "fundstelle: a terminal cannot show a PNG file; name one with -o FILE, or send it elsewhere with >",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let mut app = App::new(loaded, asked.looks.options(environment), asked.size);
    let stops = app.stops();
    if (asked.stop.is_some() || asked.all_stops)
        && let Some(wrong) = no_stop(asked.stop.unwrap_or(1), stops)
    {
        print_error(&wrong);
        return ExitCode::from(WRONG_USAGE);
    }
    if let Some(number) = asked.stop {
        app.start_tour_at(number);
    }
    if asked.with_notes {
        app.show_notes();
    }
    for key in &asked.keys.0 {
        if update(&mut app, Message::Key(*key)).contains(&Effect::Quit) {
            break;
        }
        settle(&mut app);
    }
    let written = match &asked.output {
        Some(folder) if asked.all_stops => deck(&app, asked, folder),
        Some(path) => write(&app, asked, path),
        None => bytes(&app, asked).and_then(|bytes| print_bytes(&bytes)),
    };
    // The process ends, and all memory with it; giving back each text by itself would take a thirtieth of the command.
    mem::forget(app);
    exit_code_after_write("the picture", written, ExitCode::SUCCESS)
}

/// Every stop in a file of its own: `deck/stop-01.svg`.
fn deck(app: &App, asked: &RenderArgs, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    for number in 1..=app.stops() {
        // Each from the same beginning: what a stop before it left in the panels beside it does not show.
        let mut app = app.clone();
        app.start_tour_at(number);
        let path = folder.join(format!("stop-{number:02}.{}", asked.format.ending()));
        write(&app, asked, &path)?;
    }
    Ok(())
}

fn write(app: &App, asked: &RenderArgs, path: &Path) -> io::Result<()> {
    write_atomically(path, &bytes(app, asked)?).map_err(|error| at(path, &error))
}

/// What the screen shows, as a file of the format asked for.
fn bytes(app: &App, asked: &RenderArgs) -> io::Result<Vec<u8>> {
    let buffer = &draw(app);
    let described = || {
        let (title, text) = app.description();
        let ground = match asked.ground {
            GroundName::Dark => Ground::Dark,
            GroundName::Light => Ground::Light,
        };
        let language = app.language().tag().to_owned();
        let around = app.theme().ground().unwrap_or_default();
        Description { title, text, ground, around, language }
    };
    Ok(match asked.format {
        PictureFormat::Text => text::text(buffer).into_bytes(),
        PictureFormat::Ansi => ansi::ansi(buffer).into_bytes(),
        PictureFormat::Svg => svg::svg(buffer, &described()).into_bytes(),
        PictureFormat::Png => png::png(&svg::svg(buffer, &described())).map_err(io::Error::other)?,
        PictureFormat::Html => html::html(buffer, &described()).into_bytes(),
    })
}
