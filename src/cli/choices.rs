//! What counts where several have a say: an option, then `NO_COLOR` (of the theme alone), then what the reader has chosen by
//! keys, then `config.toml`, then the locale.

use super::args::{self, ReadArgs};
use crate::app::{App, Options};
use crate::load::{Grade, Problem};
use crate::look::glyphs::Glyphs;
use crate::look::theme::Theme;
use crate::runtime::{self, PreferencesFile, SettingsFile};
use crate::settings::{Ascii, Read, Settings};

/// How the screen is to begin.
pub(super) struct Choices {
    pub(super) options: Options,
    /// Where further choices are remembered.
    pub(super) preferences: Option<PreferencesFile>,
    /// The settings themselves.
    pub(super) settings: Settings,
    /// What cannot be used of the settings, in this file.
    wrong: Option<(String, Read)>,
    /// Asked for on the command line; then the reader is told how to select text all the same.
    takes_mouse: bool,
    /// Chosen before.
    mouse: bool,
}

impl Choices {
    /// Reads the settings and what was chosen.
    pub(super) fn of(asked: &ReadArgs, environment: &impl Fn(&str) -> Option<String>) -> Self {
        let file = SettingsFile::of(environment);
        let read = file.as_ref().and_then(|file| file.read(&file.name()));
        let settings = read.as_ref().map(|read| read.settings.clone()).unwrap_or_default();
        let preferences = PreferencesFile::of(&settings, environment);
        let chosen = preferences.as_ref().map(PreferencesFile::read).unwrap_or_default();
        let no_color = environment("NO_COLOR").is_some_and(|value| !value.is_empty());

        let given = asked.looks.options(environment);
        let language = match asked.looks.lang {
            Some(_) => given.language,
            None => chosen.language(&settings).or(settings.language).unwrap_or(given.language),
        };
        let theme = match asked.looks.theme {
            Some(_) => given.theme,
            None if no_color => Theme::Mono,
            None => chosen.theme(&settings).unwrap_or(settings.theme),
        };
        let glyphs = match (asked.looks.ascii, settings.ascii) {
            (Some(args::Ascii::Always), _) | (None, Ascii::Always) => Glyphs::Ascii,
            (None, Ascii::Auto) if runtime::is_not_utf8(environment) => Glyphs::Ascii,
            _ => Glyphs::Unicode,
        };
        Self {
            options: Options { language, theme, glyphs },
            mouse: chosen.mouse(&settings).unwrap_or(settings.mouse),
            takes_mouse: asked.mouse,
            preferences,
            settings,
            wrong: file.zip(read).map(|(file, read)| (file.name(), read)),
        }
    }

    /// Lets the settings count on a screen that has just been made.
    pub(super) fn apply(&self, app: &mut App) {
        app.apply(&self.settings);
        app.set_mouse(self.mouse);
    }

    /// Says on the screen what is to be said of them: how to select text while the mouse is on, and that settings have
    /// errors.
    pub(super) fn announce(&self, app: &mut App) {
        if self.takes_mouse {
            app.take_mouse();
        }
        let Some((file, read)) = &self.wrong else { return };
        let mut errors = read.problems.iter().filter(|problem| problem.grade() == Grade::Error);
        if let Some(first) = errors.next() {
            app.report_settings(file, read.tally.errors, line_of(first));
        }
    }
}

/// The line of a problem; none where the file could not be read.
fn line_of(problem: &Problem) -> Option<usize> {
    problem.excerpt.as_ref().map(|_| problem.location.line)
}
