//! What is on screen. Owns the selection; gives the panels their context and carries out what they ask for.

mod filters;
mod history;
mod overlay;
mod trail;
mod update;
mod view;

use std::collections::HashSet;
use std::ops::Range;

use ratatui::layout::{Rect, Size};

pub use update::update;
pub use view::{draw, view};

use history::History;
use overlay::Overlay;

use crate::dossier::{Dossier, Lit, Ref};
use crate::load::Loaded;
use crate::panels::{actors, article, card, claims, timeline, trend};
use crate::ui::context::Context;
use crate::ui::filter::View;
use crate::ui::key::Key;
use crate::ui::language::Language;
use crate::ui::layout::{Areas, Shown};
use crate::ui::names;
use crate::ui::panel::{Focus, Panel};
use crate::ui::theme::Theme;

/// What the app is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has this size now.
    Resize(Size),
}

/// How the app speaks and looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The interface's language.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
}

/// All that is known between two keys.
#[derive(Clone, Debug)]
pub struct App {
    shared: Shared,
    /// How many errors the dossier has.
    errors: usize,
    size: Size,
    areas: Option<Areas>,
    side: Panel,
    shared_box: Panel,
    whole: bool,
    /// Whether timeline and trend show only what came after the article, or may have.
    only_after: bool,
    history: History,
    notice: Option<String>,
    /// Words to bring on screen once the article is laid out.
    go_to: Option<GoTo>,
    overlay: Option<Overlay>,
    card: Option<card::State>,
    article: article::State,
    actors: actors::State,
    timeline: timeline::State,
    trend: trend::State,
    claims: claims::State,
}

/// What every panel may read.
#[derive(Clone, Debug)]
struct Shared {
    dossier: Dossier,
    broken: HashSet<Ref>,
    faulty: HashSet<Ref>,
    selection: Option<Ref>,
    passage: Option<Range<usize>>,
    lit: Lit,
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
#[derive(Clone, Debug)]
struct Place {
    selection: Option<Ref>,
    passage: Option<Range<usize>>,
    focus: Focus,
    side: Panel,
    shared_box: Panel,
    whole: bool,
    card: Option<card::Position>,
    top_byte: usize,
    /// Which items actors and timeline show, and where one is in the trend. Filters are no part of a place: what was
    /// hidden stays hidden until it is asked for.
    views: (View, View),
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
            focus: self.focus,
            theme: self.options.theme,
            language: self.options.language,
        }
    }
}

impl App {
    /// Opens a dossier on a screen of this size, at the beginning of the article, with nothing selected.
    pub fn new(loaded: Loaded, options: Options, size: Size) -> Self {
        let Loaded { dossier, marks, tally, .. } = loaded;
        let mut app = Self {
            article: article::State::new(&dossier),
            actors: actors::State::new(&dossier),
            timeline: timeline::State::new(&dossier),
            trend: trend::State::new(&dossier),
            claims: claims::State::new(&dossier),
            shared: Shared {
                dossier,
                broken: marks.evidence,
                faulty: marks.other,
                selection: None,
                passage: None,
                lit: Lit::default(),
                focus: Focus::Panel(Panel::Article),
                options,
            },
            errors: tally.errors,
            size,
            areas: None,
            side: Panel::Actors,
            shared_box: Panel::Actors,
            whole: false,
            only_after: false,
            history: History::default(),
            notice: None,
            go_to: None,
            overlay: None,
            card: None,
        };
        app.arrange();
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

    /// What a picture of the screen is called, and what it shows.
    pub fn description(&self) -> (String, String) {
        let context = self.shared.context();
        let title = context.text(&self.shared.dossier.title);
        let mut shows: Vec<String> = Vec::new();
        if let Some(areas) = &self.areas {
            shows.extend(
                areas.panels.iter().map(|(panel, _)| names::panel(context.language, *panel).to_owned()),
            );
        }
        if let Some(card) = &self.card {
            shows.push(format!("{}: {}", card::title(&context, card.of()), names::name(&context, card.of())));
        }
        if let Some(selection) = context.selection {
            shows.push(names::summary(&context, selection));
        }
        (format!("Fundstelle: {title}"), format!("{}.", shows.join(". ")))
    }

    fn shown(&self) -> Shown {
        Shown {
            focus: self.shared.focus,
            side: self.side,
            shared: self.shared_box,
            wants: [self.actors.wants(), self.timeline.wants(), trend::WANTS, self.claims.wants()],
            card: self.card.is_some(),
            whole: self.whole,
        }
    }

    fn place(&self) -> Place {
        Place {
            selection: self.shared.selection.clone(),
            passage: self.shared.passage.clone(),
            focus: self.shared.focus,
            side: self.side,
            shared_box: self.shared_box,
            whole: self.whole,
            card: self.card.as_ref().map(|card| card.position().clone()),
            top_byte: self.article.top_byte(),
            views: (self.actors.filter().view(), self.timeline.filter().view()),
            trend: self.trend.position(&self.shared.dossier),
        }
    }

    /// The room inside a panel's frame; empty where the panel is not shown.
    fn inside(&self, panel: Panel) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        areas.of(panel).map_or(Rect::ZERO, |area| crate::ui::frame::inside(area, areas.frame))
    }

    /// The room inside the card's frame; empty where there is none.
    fn inside_card(&self) -> Rect {
        let Some(areas) = &self.areas else { return Rect::ZERO };
        areas.card.map_or(Rect::ZERO, |area| crate::ui::frame::inside(area, areas.frame))
    }

    /// The rows that panels and what lies over them share.
    fn body(&self) -> Rect {
        Rect::new(0, 1, self.size.width, self.size.height.saturating_sub(3))
    }
}
