//! The state of the screen. Owns the selection, gives the panels their context and carries out what they ask for.

mod actions;
mod arrangement;
mod authoring;
mod bookmark;
mod breadcrumbs;
mod cursor;
mod external;
mod filters;
mod focus;
mod history;
mod inspect;
mod key_bar;
mod layout;
mod leaving;
mod marking;
mod mouse;
mod navigation;
mod navigator;
mod news;
mod notes;
mod overlay;
mod pending;
mod preview;
mod reload;
mod requests;
mod search;
mod selection;
mod settings;
mod speaker;
mod status;
mod suggesting;
mod talk;
mod title;
mod tour;
mod update;
mod view;
mod views;

use ratatui::layout::Size;

pub use arrangement::Arrangement;
pub use authoring::Written;
pub use bookmark::Bookmark;
pub use news::LastSeen;
pub use reload::Reload;
pub use tour::Pace;
pub use update::{settle, update};
pub use view::{draw, view};

pub use crate::text::relocate::Quoted;

use leaving::{Left, Onlookers};
use mouse::Clicked;
use navigator::{Navigator, ScreenPlace};
use notes::KeptNotes;
use preview::Preview;
use reload::Reading;
use search::SearchSession;
use settings::Opened;
use talk::Talk;

use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::input::keymap::Keymap;
use crate::input::mouse::Mouse;
use crate::load::Loaded;
use crate::look::glyphs::Glyphs;
use crate::look::layout::Areas;
use crate::look::panel::{Focus, Panel};
use crate::look::theme::Theme;
use crate::overlays::{Overlay, palette};
use crate::panels::Panels;
use crate::protocol::context::Context;
use crate::protocol::effect::Outcome;
use crate::protocol::names;
use crate::protocol::position::{Companion, Position};
use crate::protocol::search::Found;
use crate::{card, tour as stops};

/// What happens to the app.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// An action was requested other than by its key; outside the tour and where no text is typed.
    Action(Action),
    /// Text was pasted.
    Paste(String),
    /// A key that asks for a line of text, that text and perhaps Enter came faster than anyone types. Where a line of text
    /// is being typed already, all of it is text for that line.
    Line {
        /// The key that asks for text.
        opener: Key,
        /// The text.
        text: String,
        /// Whether Enter follows.
        enter: bool,
    },
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// The screen has a new size.
    Resize(Size),
    /// The outcome of a reload.
    Reload(Reload),
    /// What the dossier held when it was last open.
    LastSeen(LastSeen),
    /// The outcome of a change of the dossier's files.
    Written(Written),
    /// The outcome of an effect.
    Outcome(Outcome),
    /// Nothing else is waiting, and the app has work ([`App::has_work`]): it does some, for at most a millisecond.
    Work,
    /// So many seconds have passed since the tour began.
    Clock(u64),
    /// The time of a stop that steps by itself is over.
    Step,
    /// The other screen of the talk shows this now.
    Presented {
        /// What it shows.
        position: Position,
        /// When the stop was first shown, in seconds since the talk began.
        since: u64,
    },
    /// The other screen of the talk has come, or gone.
    Companion(Companion),
}

/// The interface's language and looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The interface's language.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
}

/// The whole state between two keys.
#[derive(Clone, Debug)]
pub struct App {
    /// What every panel may read: dossier, selection, search in force, how to speak and look.
    context: Context,
    panels: Panels,
    /// Which panels are shown, and the history.
    navigator: Navigator,
    /// What lies over the panels.
    overlay: Option<Box<dyn Overlay>>,
    /// A search that is typed, in the place of the card.
    search: Option<SearchSession>,
    /// What of all that was found the search in force stands at.
    found: Option<Found>,
    card: Option<card::State>,
    /// A claim's card in the place of a panel, while no card is open.
    preview: Option<Preview>,
    tour: stops::State,
    /// After how many seconds the tour steps on by itself, until a key is pressed.
    auto: Option<u64>,
    /// A key has ended that, which is still to be said.
    auto_ended: bool,
    left: Left,
    onlookers: Onlookers,
    /// The speaker's screen, if this is one.
    speaker: Option<stops::speaker::State>,
    /// Where the last talk ended, or where this one is.
    talk: Talk,
    reading: Reading,
    /// What the dossier held when it was last open.
    last_seen: LastSeen,
    size: Size,
    areas: Option<Areas>,
    notice: Option<String>,
    /// A key that was pressed and waits for another.
    prefix: Option<Key>,
    /// The place that was left for a panel while nothing was selected: when that is laid out, the row of its cursor is
    /// selected.
    entered_from: Option<Box<ScreenPlace>>,
    /// The panel whose view was asked for by name, until it is laid out.
    asked_for_view: Option<Panel>,
    /// Whether the terminal's cursor is shown.
    shows_cursor: bool,
    /// Whether the mouse is on.
    mouse: bool,
    clicked: Option<Clicked>,
    /// How the reader's settings open a dossier.
    opened: Opened,
    /// What "go to" remembers.
    palette: palette::PaletteMemory,
    /// What was searched for, the newest first.
    queries: Vec<String>,
    /// The reader's notes, and what they wait for.
    kept: KeptNotes,
    /// What marking words remembers from one key to the next.
    marking: marking::Marking,
    /// What was written into the dossier.
    authoring: authoring::Authoring,
    /// What could be made of the article, and how far the author has decided it.
    suggesting: suggesting::Suggesting,
}

impl App {
    /// Opens a dossier on a screen of this size, at the beginning of the article, with nothing selected.
    pub fn new(loaded: Loaded, options: Options, size: Size) -> Self {
        let Loaded { dossier, problems, faulty, tally, .. } = loaded;
        let context = Context {
            theme: options.theme,
            glyphs: options.glyphs,
            ..Context::new(dossier, options.language)
        };
        let context = context.with_faulty(faulty);
        let mut app = Self {
            panels: Panels::new(&context),
            context,
            navigator: Navigator::default(),
            overlay: None,
            search: None,
            found: None,
            card: None,
            preview: None,
            tour: stops::State::default(),
            auto: None,
            auto_ended: false,
            left: Left::default(),
            onlookers: Onlookers::default(),
            speaker: None,
            talk: Talk::default(),
            reading: Reading::new(problems, tally),
            last_seen: LastSeen::default(),
            size,
            areas: None,
            notice: None,
            prefix: None,
            entered_from: None,
            asked_for_view: None,
            shows_cursor: false,
            mouse: false,
            clicked: None,
            opened: Opened::default(),
            palette: palette::PaletteMemory::default(),
            queries: Vec::new(),
            kept: KeptNotes::default(),
            marking: marking::Marking::default(),
            authoring: authoring::Authoring::default(),
            suggesting: suggesting::Suggesting::default(),
        };
        app.layout();
        app
    }

    /// The article came through a pipe: there is no folder for a dossier, and nothing to keep notes by.
    pub fn set_stream(&mut self) {
        self.reading.is_stream = true;
    }

    /// Rebinds the keys.
    pub fn set_keymap(&mut self, keymap: Keymap) {
        self.context.keymap = keymap;
        self.layout();
    }

    /// The keys in use.
    pub fn keymap(&self) -> &Keymap {
        &self.context.keymap
    }

    /// What has the focus.
    pub fn focus(&self) -> Focus {
        self.context.focus
    }

    /// The interface's language.
    pub fn language(&self) -> Language {
        self.context.language
    }

    /// The colours in force.
    pub fn theme(&self) -> Theme {
        self.context.theme
    }

    /// What a picture of the screen is called, and what it shows.
    pub fn description(&self) -> (String, String) {
        let context = &self.context;
        let title = context.text(&self.context.dossier.title);
        let mut shows: Vec<String> = Vec::new();
        let stop = self.tour.is_running().then(|| {
            let (number, count) = (self.tour.number(), self.stops());
            format!("{}/{count} {}", number + 1, stops::title(context, number))
        });
        // Pictures of several stops lie side by side: each is called by its own name.
        let title = match &stop {
            Some(stop) if title.is_empty() => stop.clone(),
            Some(stop) => format!("{stop} – {title}"),
            None => format!("Fundstelle: {title}"),
        };
        shows.extend(stop);
        if let Some(areas) = &self.areas {
            shows.extend(
                areas.panels.iter().map(|(panel, _)| names::panel(context.language, *panel).to_owned()),
            );
        }
        if let Some(card) = &self.card {
            shows.push(format!("{}: {}", card::title(context, card.of()), names::name(context, card.of())));
        }
        if let Some(card) = self.shown_preview() {
            shows.push(format!("{}: {}", card::title(context, card.of()), names::name(context, card.of())));
        }
        shows.extend(self.search.as_ref().map(|_| context.strings().search.to_owned()));
        shows.extend(self.overlay.as_ref().map(|overlay| overlay.name(context)));
        if let Some(selection) = context.selection() {
            shows.push(names::summary(context, selection));
        }
        (title, format!("{}.", shows.join(". ")))
    }
}
