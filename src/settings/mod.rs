//! What a reader's `config.toml` says: text in, settings and problems out. Nothing in it is fatal: what cannot be used is
//! reported and left out, and the rest holds.

mod colours;
mod keys;
mod preferences;
mod reader;
mod template;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use preferences::{Preference, Preferences};
pub use template::template;

use reader::Reader;

use crate::dossier::StopPanel;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::input::keymap::Keymap;
use crate::load::{self, Problem, Report, Rule, Span, Tally, TextFile};
use crate::look::colours::Colours;
use crate::look::panel::Panel;
use crate::look::theme::Theme;

/// Which names the article underlines, as settings and bookmarks write it; the usual choice first.
pub const MARKS: [&str; 3] = ["prominent", "all", "none"];

/// What a setting says that leaves it to the surroundings.
const AUTO: &str = "auto";

/// When signs are those of ASCII.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ascii {
    /// In a locale that is not UTF-8.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Ascii {
    const NAMES: [(&str, Self); 3] = [(AUTO, Self::Auto), ("always", Self::Always), ("never", Self::Never)];
}

/// The settings of a reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The interface's language; none: that of the locale.
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
    /// Whether the mouse is on from the start.
    pub mouse: bool,
    /// Which names the article underlines: one of [`MARKS`].
    pub marks: &'static str,
    /// When signs are those of ASCII.
    pub ascii: Ascii,
    /// The view that a panel opens with, by its name in a stop of the tour, where that is not the usual one.
    pub views: Vec<(Panel, &'static str)>,
    /// Which key asks for what.
    pub keymap: Keymap,
    /// What is changed in the colours.
    pub colours: Arc<Colours>,
    /// The folder with the reader's notes; none: the program's own.
    pub notes: Option<PathBuf>,
    /// What the file says of that folder cannot be read.
    pub is_notes_unknown: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::Default,
            mouse: false,
            marks: MARKS[0],
            ascii: Ascii::Auto,
            views: Vec::new(),
            keymap: Keymap::default(),
            colours: Arc::default(),
            notes: None,
            is_notes_unknown: false,
        }
    }
}

/// The file with the settings, as reports and paths in it need to know it.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The file, as reports call it.
    pub name: &'a str,
    /// The folder that paths in it are relative to.
    pub folder: &'a Path,
    /// What `~` stands for.
    pub home: Option<&'a Path>,
}

/// Settings and what is wrong with them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Read {
    /// What can be used.
    pub settings: Settings,
    /// What cannot, by its place; of very many problems only the first.
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub tally: Tally,
}

/// Reads the text of a file with settings.
pub fn read(origin: Origin<'_>, text: &str) -> Read {
    let text = text.trim_start_matches('\u{feff}');
    let file = TextFile { name: origin.name.to_owned(), marked: false, text: text.to_owned(), whole: true };
    let mut report = Report::default();
    let settings = reader::with_root(&file, &mut report, |reader| settings(origin, reader));
    let (problems, _, tally) = report.finish(&[&file]);
    // Of a file whose TOML ends in an error the rest is not known.
    let is_whole = !problems.iter().any(|problem| problem.rule == Rule::TomlInvalid);
    let is_notes_unknown = settings.is_notes_unknown || !is_whole && settings.notes.is_none();
    Read { settings: Settings { is_notes_unknown, ..settings }, problems, tally }
}

/// The usual settings, where the file with others cannot be read.
pub fn unreadable(name: &str, message: &str, hint: &str) -> Read {
    let file = TextFile::absent(name);
    let mut report = Report::default();
    let message = format!("the settings cannot be read: {message}");
    report.add(Rule::SettingsUnreadable, Span::start_of(0), None, message, hint);
    let (problems, _, tally) = report.finish(&[&file]);
    Read { settings: Settings { is_notes_unknown: true, ..Settings::default() }, problems, tally }
}

/// The keys of the file, in the order in which it is written by [`template`].
const KEYS: [&str; 9] = ["language", "theme", "mouse", "marks", "ascii", "notes", "views", "keys", "colours"];

fn settings(origin: Origin<'_>, reader: &mut Reader<'_, '_>) -> Settings {
    let mut settings = Settings::default();
    for entry in reader.entries() {
        match entry.key {
            "language" => {
                let names = [(AUTO, None), ("de", Some(Language::De)), ("en", Some(Language::En))];
                settings.language = reader.word(&entry, &names).unwrap_or(settings.language);
            }
            "theme" => {
                let names = Theme::ALL.map(|theme| (theme.name(), theme));
                settings.theme = reader.word(&entry, &names).unwrap_or(settings.theme);
            }
            "mouse" => settings.mouse = reader.flag(&entry).unwrap_or(settings.mouse),
            "marks" => {
                let names = MARKS.map(|name| (name, name));
                settings.marks = reader.word(&entry, &names).unwrap_or(settings.marks);
            }
            "ascii" => settings.ascii = reader.word(&entry, &Ascii::NAMES).unwrap_or(settings.ascii),
            "notes" => match notes(origin, reader, &entry) {
                Some(folder) => settings.notes = Some(folder).filter(|folder| !folder.as_os_str().is_empty()),
                None => settings.is_notes_unknown = true,
            },
            "views" => settings.views = views(reader, &entry),
            "keys" => settings.keymap = keys::read(reader, &entry),
            "colours" => settings.colours = Arc::new(colours::read(reader, &entry)),
            _ => reader.unknown(&entry, "config.toml has no key", &KEYS),
        }
    }
    settings
}

/// The folder that notes are kept in, none where that cannot be read. An empty one leaves it to the program, as a setting that
/// is not there does.
fn notes(origin: Origin<'_>, reader: &mut Reader<'_, '_>, entry: &reader::Entry<'_>) -> Option<PathBuf> {
    let text = reader.text(entry)?;
    if text.is_empty() {
        return Some(PathBuf::new());
    }
    let Some(rest) = text.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']))
    else {
        return Some(origin.folder.join(text));
    };
    let Some(home) = origin.home else {
        let hint = "write the whole path";
        reader.add(Rule::SettingsUnreadable, entry.at, "the home folder is not known here".to_owned(), hint);
        return None;
    };
    Some(home.join(rest.trim_start_matches(['/', '\\'])))
}

/// The views that panels open with.
fn views(reader: &mut Reader<'_, '_>, entry: &reader::Entry<'_>) -> Vec<(Panel, &'static str)> {
    let panels = panels();
    let mut found = Vec::new();
    for entry in reader.table(entry) {
        let Some((_, panel, views)) = panels.iter().find(|(name, ..)| *name == entry.key) else {
            let names: Vec<&str> = panels.iter().map(|(name, ..)| *name).collect();
            reader.unknown(&entry, "there is no panel", &names);
            continue;
        };
        let names: Vec<(&'static str, &'static str)> = views.iter().map(|view| (*view, *view)).collect();
        // The usual view is no change.
        found.extend(reader.word(&entry, &names).filter(|view| *view != views[0]).map(|view| (*panel, view)));
    }
    found
}

/// The panels by their names, with the names of their views, the usual one first.
pub fn panel_views() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    panels().into_iter().map(|(name, _, views)| (name, views))
}

/// The panels by their names, with the names of their views, the usual one first.
fn panels() -> [(&'static str, Panel, &'static [&'static str]); 5] {
    let all =
        [StopPanel::Article, StopPanel::Actors, StopPanel::Timeline, StopPanel::Trend, StopPanel::Claims];
    all.map(|panel| {
        let name = Action::Focus(panel.into()).entry().name;
        (name, Panel::from(panel), load::views(panel))
    })
}

#[cfg(test)]
mod tests;
