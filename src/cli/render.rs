//! `fundstelle render`: opens a dossier, presses keys, and writes what the screen would show. The same drawing path as
//! the screen, with a file at its end.

use std::io::{self, IsTerminal as _};
use std::mem;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{GroundName, PictureFormat, RenderArgs};
use super::io::{at, exit_code_after_write, print_bytes, print_error, shown};
use super::{WRONG_USAGE, no_stop, open, refuse};
use crate::app::{App, Message, draw, settle, update};
use crate::dossier::Dossier;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::{names, slide};
use crate::render::{Description, Ground, ansi, html, png, svg, text};
use crate::runtime::write_atomically;

pub(super) fn run(asked: &RenderArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    if asked.format == PictureFormat::Png && asked.output.is_none() && io::stdout().is_terminal() {
        print_error(
            "fundstelle: a terminal cannot show a PNG file; name one with -o FILE, or send it elsewhere with >",
        );
        return ExitCode::from(WRONG_USAGE);
    }
    if let Some(wrong) = no_folder(asked) {
        print_error(&wrong);
        return ExitCode::from(WRONG_USAGE);
    }
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let dossier = Arc::clone(&loaded.dossier);
    let mut app = App::new(loaded, asked.looks.options(environment), asked.size);
    app.set_home(asked.dossier.home());
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
        Some(folder) if asked.all_stops => deck(&app, dossier, asked, folder),
        Some(path) => write(&app, asked, &[], path),
        None => bytes(&app, asked, &[]).and_then(|bytes| print_bytes(&bytes)),
    };
    // The process ends, and all memory with it; giving back each text by itself would take a thirtieth of the command.
    mem::forget(app);
    exit_code_after_write("the picture", written, ExitCode::SUCCESS)
}

/// What to say where a file is named for what takes a folder.
fn no_folder(asked: &RenderArgs) -> Option<String> {
    let folder = asked.output.as_ref().filter(|_| asked.all_stops)?;
    let ending = folder.extension().filter(|own| own.eq_ignore_ascii_case(asked.format.ending()))?;
    Some(format!(
        "fundstelle: --all-stops writes a file for each stop, and {} ends in .{} like one of them; name a folder \
         for them: -o {}",
        shown(folder),
        ending.display(),
        shown(&folder.with_extension("")),
    ))
}

/// Every stop in a file of its own, `deck/stop-01.svg`; of pages also one that lists them.
fn deck(app: &App, dossier: Arc<Dossier>, asked: &RenderArgs, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    let context = Context::new(dossier, app.language());
    let stops = context.dossier.tour();
    let strings = context.strings();
    let way = |relation, number: usize| {
        let title = slide::title(&context, stops.get(number.checked_sub(1)?)?);
        let step = match relation {
            "prev" => format!("{}: ", names::capitalized(strings.tour_back)),
            "next" => format!("{}: ", names::capitalized(strings.tour_next)),
            _ => String::new(),
        };
        let words = format!("{step}{number}/{} {title}", stops.len());
        Some(html::Way { relation, file: file(asked, number), words })
    };
    let all = html::Way { relation: "", file: INDEX.to_owned(), words: names::capitalized(strings.stops) };
    for number in 1..=stops.len() {
        // Each from the same beginning: what a stop before it left in the panels beside it does not show.
        let mut app = app.clone();
        app.start_tour_at(number);
        let ways = [way("prev", number - 1), way("next", number + 1), Some(all.clone())];
        let ways: Vec<html::Way> = ways.into_iter().flatten().collect();
        write(&app, asked, &ways, &folder.join(file(asked, number)))?;
    }
    if asked.format != PictureFormat::Html {
        return Ok(());
    }
    let pages: Vec<html::Way> = (1..=stops.len()).filter_map(|number| way("", number)).collect();
    let mut described = described(app, asked);
    described.title = match context.text(&context.dossier.title) {
        title if title.is_empty() => context.dossier.article.title().unwrap_or_default().to_owned(),
        title => title,
    };
    described.text = names::counted(context.language, pages.len(), &strings.export.stop);
    let path = folder.join(INDEX);
    write_atomically(&path, html::index(&described, &pages).as_bytes()).map_err(|error| at(&path, &error))
}

/// The page that lists all stops.
const INDEX: &str = "index.html";

/// The file of a stop, by its number from 1.
fn file(asked: &RenderArgs, number: usize) -> String {
    format!("stop-{number:02}.{}", asked.format.ending())
}

fn write(app: &App, asked: &RenderArgs, ways: &[html::Way], path: &Path) -> io::Result<()> {
    write_atomically(path, &bytes(app, asked, ways)?).map_err(|error| at(path, &error))
}

/// What a picture says about itself.
fn described(app: &App, asked: &RenderArgs) -> Description {
    let (title, text) = app.description();
    let ground = match asked.ground {
        GroundName::Dark => Ground::Dark,
        GroundName::Light => Ground::Light,
    };
    let language = app.language().tag().to_owned();
    let around = app.theme().ground().unwrap_or_default();
    Description { title, text, ground, around, language }
}

/// What the screen shows, as a file of the format asked for.
fn bytes(app: &App, asked: &RenderArgs, ways: &[html::Way]) -> io::Result<Vec<u8>> {
    let buffer = &draw(app);
    let described = || described(app, asked);
    Ok(match asked.format {
        PictureFormat::Text => text::text(buffer).into_bytes(),
        PictureFormat::Ansi => ansi::ansi(buffer).into_bytes(),
        PictureFormat::Svg => svg::svg(buffer, &described()).into_bytes(),
        PictureFormat::Png => png::png(&svg::svg(buffer, &described())).map_err(io::Error::other)?,
        PictureFormat::Html => html::html(buffer, &described(), ways).into_bytes(),
    })
}
