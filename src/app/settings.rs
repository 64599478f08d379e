//! What the reader's settings mean for the screen, and how they are reported if they have errors.

use std::sync::Arc;

use super::App;
use crate::look::panel::{Panel, PerPanel};
use crate::panels::{PanelPlace, article::MarkedNames};
use crate::protocol::names;
use crate::settings::Settings;

/// How the settings open a dossier. A bookmark only says what is different, so that a changed setting is seen.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub(super) marks: MarkedNames,
    pub(super) panels: PerPanel<PanelPlace>,
}

impl Default for Opened {
    fn default() -> Self {
        Self { marks: MarkedNames::default(), panels: PerPanel::from_fn(|_| PanelPlace::default()) }
    }
}

impl App {
    /// Applies settings, but for those that the command line or the reader's own choices come before: language, theme,
    /// signs and mouse. To be done before a bookmark is resumed.
    pub fn apply(&mut self, settings: &Settings) {
        self.context.keymap = settings.keymap.clone();
        self.context.colours = Arc::clone(&settings.colours);
        let marks = MarkedNames::ALL.into_iter().find(|marks| marks.name() == settings.marks);
        self.opened = Opened { marks: marks.unwrap_or_default(), ..Opened::default() };
        self.panels.article.mark(self.opened.marks);
        for (panel, view) in &settings.views {
            self.open_with(*panel, view);
        }
        self.layout();
    }

    /// Shows a view of a panel from the start, if the dossier has what it shows.
    fn open_with(&mut self, panel: Panel, view: &str) {
        let state = self.panels.get_mut(panel);
        if state.views(&self.context.dossier).iter().any(|known| known == view) {
            let place = PanelPlace { view: Some(view.to_owned()), item: None };
            state.restore(&self.context, &place);
            self.opened.panels[panel] = state.place(&self.context);
        }
    }

    /// Turns the mouse on or off from the start, as the reader has chosen before.
    pub fn set_mouse(&mut self, on: bool) {
        self.mouse = on;
    }

    /// Says that the settings have errors: in which file, how many, and in which line the first is; none where the file
    /// could not be read.
    pub fn report_settings(&mut self, file: &str, errors: usize, first: Option<usize>) {
        let context = &self.context;
        let strings = &context.strings().settings;
        let (what, command) = match first {
            None => (strings.unread.replace("{}", file), strings.why),
            Some(line) if errors == 1 => {
                let what = strings.error.replacen("{}", file, 1);
                (what.replacen("{}", &line.to_string(), 1), strings.which)
            }
            Some(line) => {
                let counted = names::counted(context.language, errors, &context.strings().errors);
                let what = strings.errors.replacen("{}", file, 1).replacen("{}", &counted, 1);
                (what.replacen("{}", &line.to_string(), 1), strings.all)
            }
        };
        let said = [what, command.to_owned()].into_iter().chain(self.notice.take());
        self.notice = Some(context.joined(&said.collect::<Vec<_>>()));
    }
}
