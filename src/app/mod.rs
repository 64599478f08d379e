//! What is on screen. Owns the selection; gives the panels their context and carries out what they ask for.

mod before;
mod bookmark;
mod brief;
mod filters;
mod going;
mod history;
mod mouse;
mod outside;
mod overlay;
mod reload;
mod search;
mod trail;
mod update;
mod view;
mod visit;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use ratatui::layout::{Rect, Size};

pub use bookmark::{Bookmark, Quoted};
pub use brief::Pace;
pub use reload::Reload;
pub use update::{settle, update};
pub use view::{draw, view};

use history::History;
use mouse::Clicked;
use overlay::{Overlay, Room};
use reload::Reading;

use crate::dossier::{Dossier, Lit, Ref, Search};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::input::mouse::Mouse;
use crate::load::Loaded;
use crate::look::glyphs::Glyphs;
use crate::look::layout::{Areas, Frame, Shown};
use crate::look::panel::{Focus, Panel};
use crate::look::theme::Theme;
use crate::overlays::palette;
use crate::panels::{actors, article, claims, timeline, trend};
use crate::protocol::context::Context;
use crate::protocol::effect::Outcome;
use crate::protocol::filter::View;
use crate::protocol::names;
use crate::{card, tour};

/// What the app is told.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// An action was asked for other than by its key. Outside the tour and where no text is typed.
    Action(Action),
    /// Text was pasted.
    Paste(String),
    /// A key that asks for a line of text was pressed, that text and perhaps Enter, faster than a hand does. Where a line of
    /// text is being typed already, all of it is text for that.
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
    /// The screen has this size now.
    Resize(Size),
    /// The dossier was read again, or was to be.
    Reload(Reload),
    /// An effect was carried out, or could not be.
    Outcome(Outcome),
    /// Nothing else is to be done, and the app has work ([`App::has_work`]): it does some, for at most a millisecond.
    Work,
    /// So many seconds have passed since the tour began.
    Clock(u64),
    /// The time of a stop that steps by itself is over.
    Step,
}

/// How the app speaks and looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The interface's language.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
}

/// All that is known between two keys.
#[derive(Clone, Debug)]
pub struct App {
    shared: Shared,
    reading: Reading,
    size: Size,
    areas: Option<Areas>,
    side: Panel,
    /// What the card was opened from: keys go there when it is closed.
    opener: Panel,
    shared_box: Panel,
    whole: bool,
    /// Whether timeline and trend show only what came after the article, or may have.
    only_after: bool,
    history: History,
    notice: Option<String>,
    /// Whether the mouse is listened to.
    mouse: bool,
    clicked: Option<Clicked>,
    /// Words to bring on screen once the article is laid out.
    go_to: Option<GoTo>,
    overlay: Option<Overlay>,
    palette: palette::Memory,
    card: Option<card::State>,
    /// What was looked for, the newest first.
    queries: Vec<String>,
    article: article::State,
    actors: actors::State,
    timeline: timeline::State,
    trend: trend::State,
    claims: claims::State,
    tour: tour::State,
    /// After how many seconds the next stop comes by itself, until a key is pressed.
    auto: Option<u64>,
}

/// What every panel may read.
#[derive(Clone, Debug)]
struct Shared {
    dossier: Arc<Dossier>,
    broken: HashSet<Ref>,
    faulty: HashSet<Ref>,
    selection: Option<Ref>,
    /// What was selected when it went from the dossier, while nothing has been selected since: a file may be missing for a
    /// while.
    missed: Option<Ref>,
    passage: Option<Range<usize>>,
    lit: Lit,
    /// The search that is typed or in force.
    search: Option<Search>,
    /// The place in the article that it stands at.
    hit: Option<Range<usize>>,
    focus: Focus,
    options: Options,
}

/// How the article is to scroll.
#[derive(Clone, PartialEq, Eq, Debug)]
enum GoTo {
    /// To these words.
    Words(Range<usize>),
    /// To the selection's first passage, unless one is in sight whole.
    Follow,
    /// To this passage, unless some of it is in sight.
    Keep(Range<usize>),
    /// So that this byte is at the top.
    Top(usize),
}

/// Where one is: what "back" restores.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Place {
    selection: Option<Ref>,
    passage: Option<Range<usize>>,
    focus: Focus,
    side: Panel,
    /// What the card was opened from; without a card the article.
    opener: Panel,
    shared_box: Panel,
    whole: bool,
    card: Option<card::Position>,
    top_byte: usize,
    /// Which items actors and timeline show, and where one is in the trend. Filters are no part of a place: what was
    /// hidden stays hidden until it is asked for.
    views: (View, View),
    /// Whether the claims are compared.
    compare: bool,
    trend: trend::Position,
}

impl Shared {
    fn context(&self) -> Context<'_> {
        Context {
            dossier: &self.dossier,
            broken: &self.broken,
            faulty: &self.faulty,
            selection: self.selection.as_ref(),
            passage: self.passage.as_ref(),
            lit: &self.lit,
            search: self.search.as_ref(),
            hit: self.hit.as_ref(),
            focus: self.focus,
            theme: self.options.theme,
            glyphs: self.options.glyphs,
            language: self.options.language,
        }
    }
}

impl App {
    /// Opens a dossier on a screen of this size, at the beginning of the article, with nothing selected.
    pub fn new(loaded: Loaded, options: Options, size: Size) -> Self {
        let Loaded { dossier, problems, marks, tally, .. } = loaded;
        let mut app = Self {
            article: article::State::new(&dossier),
            actors: actors::State::new(&dossier),
            timeline: timeline::State::new(&dossier),
            trend: trend::State::new(&dossier),
            claims: claims::State::new(&dossier),
            shared: Shared {
                dossier: Arc::new(dossier),
                broken: marks.evidence,
                faulty: marks.other,
                selection: None,
                missed: None,
                passage: None,
                lit: Lit::default(),
                search: None,
                hit: None,
                focus: Focus::Panel(Panel::Article),
                options,
            },
            reading: Reading { problems, tally, refusal: None, asked: false },
            size,
            areas: None,
            side: Panel::Actors,
            opener: Panel::Article,
            shared_box: Panel::Actors,
            whole: false,
            only_after: false,
            history: History::default(),
            notice: None,
            mouse: false,
            clicked: None,
            go_to: None,
            overlay: None,
            palette: palette::Memory::default(),
            card: None,
            queries: Vec::new(),
            tour: tour::State::default(),
            auto: None,
        };
        app.layout();
        app
    }

    /// What is selected.
    pub fn selection(&self) -> Option<&Ref> {
        self.shared.selection.as_ref()
    }

    /// What keys go to.
    pub fn focus(&self) -> Focus {
        self.shared.focus
    }

    /// The interface's language.
    pub fn language(&self) -> Language {
        self.shared.options.language
    }

    /// The colours in force.
    pub fn theme(&self) -> Theme {
        self.shared.options.theme
    }

    /// What a picture of the screen is called, and what it shows.
    pub fn description(&self) -> (String, String) {
        let context = self.shared.context();
        let title = context.text(&self.shared.dossier.title);
        let mut shows: Vec<String> = Vec::new();
        if self.tour.is_given() {
            let (number, count) = (self.tour.number(), self.stops());
            shows.push(format!("{}/{count} {}", number + 1, tour::title(&context, number)));
        }
        if let Some(areas) = &self.areas {
            shows.extend(
                areas.panels.iter().map(|(panel, _)| names::panel(context.language, *panel).to_owned()),
            );
        }
        if let Some(card) = &self.card {
            shows.push(format!("{}: {}", card::title(&context, card.of()), names::name(&context, card.of())));
        }
        shows.extend(self.overlay.as_ref().map(|overlay| overlay.name(&context)));
        if let Some(selection) = context.selection {
            shows.push(names::summary(&context, selection));
        }
        (format!("Fundstelle: {title}"), format!("{}.", shows.join(". ")))
    }

    fn shown(&self) -> Shown {
        // A search takes the place of a card: beside the article, never over it.
        let is_searching = matches!(self.overlay, Some(Overlay::Search(..)));
        Shown {
            focus: if is_searching { Focus::Card } else { self.shared.focus },
            side: self.side,
            shared: self.shared_box,
            wants: self.wants(),
            alone: self.shared.dossier.is_article_alone(),
            card: self.card.is_some() || is_searching,
            whole: self.whole,
        }
    }

    /// The rows that actors, timeline, trend and claims would fill.
    fn wants(&self) -> [u16; 4] {
        let mut wants = [self.actors.wants(), self.timeline.wants(), trend::WANTS, self.claims.wants()];
        // While a filter is chosen, its panel keeps its rows, however few things pass: the chooser lies over it.
        if let Some(Overlay::Filter(state)) = &self.overlay {
            for panel in [state.panel(), self.side] {
                if let Some(rows) = (panel.number() - 1).checked_sub(1).and_then(|place| wants.get_mut(place))
                {
                    *rows = u16::MAX;
                }
            }
        }
        wants
    }

    fn place(&self) -> Place {
        Place {
            selection: self.shared.selection.clone(),
            passage: self.shared.passage.clone(),
            focus: self.shared.focus,
            side: self.side,
            opener: if self.card.is_some() { self.opener } else { Panel::Article },
            shared_box: self.shared_box,
            whole: self.whole,
            card: self.card.as_ref().map(|card| card.position().clone()),
            top_byte: match self.go_to {
                // The article has not been laid out yet: there was no room for it.
                Some(GoTo::Top(byte)) => byte,
                _ => self.article.top_byte(),
            },
            views: (self.actors.filter().view(), self.timeline.filter().view()),
            compare: self.claims.compares(),
            trend: self.trend.position(&self.shared.dossier),
        }
    }

    /// The room inside a panel's frame; empty where the panel is not shown.
    fn inside(&self, panel: Panel) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        areas.of(panel).map_or(Rect::ZERO, |area| crate::look::frame::inside(area, areas.frame))
    }

    /// The room inside the card's frame; empty where there is none.
    fn inside_card(&self) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        areas.card.map_or(Rect::ZERO, |area| crate::look::frame::inside(area, areas.frame))
    }

    /// What may be covered, and how it is framed there. A search takes the place of a card.
    fn room(&self) -> Room {
        let (area, frame) = match (&self.overlay, &self.areas) {
            (Some(Overlay::Search(..)), Some(areas)) => (areas.card.unwrap_or_default(), areas.frame),
            (_, Some(areas)) => (self.body(), areas.frame),
            (_, None) => (self.body(), Frame::Boxed),
        };
        Room { area, frame, alone: self.one_at_a_time() }
    }

    /// The rows that panels and what lies over them share.
    fn body(&self) -> Rect {
        if self.tour.is_given() {
            return Rect::new(0, 0, self.size.width, self.size.height.saturating_sub(1));
        }
        Rect::new(0, 1, self.size.width, self.size.height.saturating_sub(3))
    }
}
