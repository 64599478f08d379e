//! The panels. Each has a state behind one trait: an `update` that turns an action into requests, a `draw` that only
//! reads, and what the app asks of every panel. None of them knows another.

pub mod actors;
pub mod article;
pub mod claims;
pub mod timeline;
pub mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use crate::dossier::{Dossier, Kind, Ref};
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::Rebase;
use crate::protocol::context::Context;
use crate::protocol::filter::{Choice, Filter, ListView};
use crate::protocol::request::Request;

/// What the app asks of every panel. `area` is always the inside of its frame.
pub trait PanelState: Rebase {
    /// Carries out an action.
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request>;

    /// Ends an update: lays out what is in sight.
    fn layout(&mut self, context: &Context, area: Rect);

    /// Draws into the inside of the frame.
    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer);

    /// The views it has, by the names that a stop of the tour calls them by, but for those of a thing of the dossier; nothing
    /// where there is only one.
    fn views(&self, _: &Dossier) -> Vec<String> {
        Vec::new()
    }

    /// What the frame says on the right, longest first.
    fn badge(&self, context: &Context) -> Vec<String>;

    /// What stands after its name, as a tab too: the totals of what it has, longest first; nothing for most panels.
    fn totals(&self, _: &Context) -> Vec<String> {
        Vec::new()
    }

    /// Whether it shows a picture, which names at most what the cursor is on.
    fn is_picture(&self) -> bool {
        false
    }

    /// The actions that do something here, most useful first, and what they are called.
    fn bar(&self, context: &Context) -> Vec<Hint>;

    /// What a click at a cell asks for.
    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request>;

    /// Carries out a turn of the wheel.
    fn wheel(&mut self, down: bool, context: &Context, area: Rect);

    /// Follows a new selection; a panel that is entered also looks for what is lit.
    fn follow_selection(&mut self, context: &Context, entered: bool);

    /// What the cursor points at, unless the selection is of what the panel shows another way: when the panel was entered,
    /// keys that do something to a thing do it to this.
    fn pointed_at(&self, _: &Context) -> Option<&Ref> {
        self.cursor()
    }

    /// The item under the cursor; none in the article, and where nothing is shown.
    fn cursor(&self) -> Option<&Ref> {
        None
    }

    /// The cell of the row or the mark that the cursor is on; none where that is out of sight.
    fn cursor_cell(&self, context: &Context, area: Rect) -> Option<Position> {
        let item = self.cursor()?;
        let is_on_item = |at: &Position| matches!(self.hit(context, area, *at), Some(Request::Select(hit)) if hit == *item);
        // Nearly all have a row that can be clicked from its left end on.
        let left = area.rows().map(Rect::as_position);
        left.chain(area.positions()).find(is_on_item)
    }

    /// What is shown in the place of the chosen view, and why; none where the view itself is.
    fn stands_in(&self, _: &Context) -> Option<String> {
        None
    }

    /// The rows it would fill, frame and all.
    fn rows(&self) -> u16;

    /// The rows, frame and all, without which its view gives way to another; 0 where any room will do.
    fn needs(&self) -> u16 {
        0
    }

    /// Where the reader is in it.
    fn place(&self, context: &Context) -> PanelPlace;

    /// Goes back to a place. What the dossier does not have is ignored.
    fn restore(&mut self, context: &Context, place: &PanelPlace);

    /// Shows what a stop of the tour names, a view and an item in it; without them the usual view, from its first row.
    fn present(&mut self, context: &Context, view: Option<&str>, item: Option<&Ref>);

    /// Lists again: only what came after the article, or everything; `context` says which.
    fn relist(&mut self, context: &Context);

    /// Its filter; none if it cannot be filtered.
    fn filtered(&self) -> Option<&dyn Filtered>;

    /// Its filter, to be changed.
    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered>;
}

/// A panel that can be filtered.
pub trait Filtered {
    /// What is listed.
    fn filter(&self) -> &Filter;

    /// Lists what the filter lets pass.
    fn set_filter(&mut self, context: &Context, filter: Filter);

    /// What it can be filtered by.
    fn choices(&self, context: &Context) -> Vec<Choice>;

    /// How many things are listed, and how many there are.
    fn counts(&self, dossier: &Dossier) -> (usize, usize);
}

/// Where the reader is in a panel: kept for "back" and from one session to the next. Filters are not part of it: what is
/// hidden stays hidden until it is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelPlace {
    /// Which view it shows, none for the usual one: by its name in a stop of the tour; in the trend the id of the series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    /// The item under the cursor, if that is not the selection: `observation:cw-2025`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

impl PanelPlace {
    /// A place in a list that has the usual views.
    fn in_view(view: ListView, usual: ListView) -> Self {
        Self { view: (view != usual).then(|| view.name().to_owned()), item: None }
    }

    /// The view of such a list. Where nothing is a key item all are listed anyway.
    fn view_or(&self, usual: ListView) -> ListView {
        let named = self.view.as_deref().and_then(ListView::named);
        named.filter(|_| usual != ListView::All).unwrap_or(usual)
    }
}

/// Lists the items of a view; what else is chosen in the filter stays.
fn show_view(state: &mut (impl PanelState + Filtered), context: &Context, view: ListView) {
    if state.filter().view() != view {
        let mut filter = state.filter().clone();
        filter.set_view(view);
        state.set_filter(context, filter);
        state.follow_selection(context, false);
    }
}

/// The names of the views of such a list; nothing where no item is a key item, for then there is only one.
fn list_views(usual: ListView) -> Vec<String> {
    match usual {
        ListView::All => Vec::new(),
        _ => [ListView::Key, ListView::All].map(|view| view.name().to_owned()).into(),
    }
}

/// Carries out the view key in a list with this usual view; if that is the view of all, there is no other.
fn next_view(state: &mut (impl PanelState + Filtered), context: &Context, usual: ListView) -> Vec<Request> {
    if usual == ListView::All {
        return vec![Request::Notice(context.strings().only_view.to_owned())];
    }
    let mut filter = state.filter().clone();
    filter.next_view();
    show_view(state, context, filter.view());
    Vec::new()
}

/// The view in which a list shows what a stop names: the one named; else the usual one, or all if that hides the item.
fn view_of_stop(dossier: &Dossier, view: Option<&str>, item: Option<&Ref>, usual: ListView) -> ListView {
    let is_key = |item: &Ref| match item.kind {
        Kind::Actor => dossier.actor(&item.id).is_none_or(|actor| actor.prominent),
        Kind::Event => dossier.event(&item.id).is_none_or(|event| event.prominent),
        _ => true,
    };
    let named = view.and_then(ListView::named).filter(|view| *view != ListView::Others);
    named.unwrap_or(if item.is_none_or(is_key) { usual } else { ListView::All })
}

/// The five panels.
#[derive(Clone, Debug)]
pub struct Panels {
    /// The article's text.
    pub article: article::State,
    /// Who the story is about.
    pub actors: actors::State,
    /// What happened when.
    pub timeline: timeline::State,
    /// The figures.
    pub trend: trend::State,
    /// What the article asserts and leaves out.
    pub claims: claims::State,
}

impl Panels {
    /// Each panel in its usual view.
    pub fn new(context: &Context) -> Self {
        let dossier = &context.dossier;
        Self {
            article: article::State::new(dossier),
            actors: actors::State::new(context),
            timeline: timeline::State::new(context),
            trend: trend::State::new(dossier),
            claims: claims::State::new(dossier),
        }
    }

    /// A panel.
    pub fn get(&self, panel: Panel) -> &dyn PanelState {
        match panel {
            Panel::Article => &self.article,
            Panel::Actors => &self.actors,
            Panel::Timeline => &self.timeline,
            Panel::Trend => &self.trend,
            Panel::Claims => &self.claims,
        }
    }

    /// A panel, to be changed.
    pub fn get_mut(&mut self, panel: Panel) -> &mut dyn PanelState {
        match panel {
            Panel::Article => &mut self.article,
            Panel::Actors => &mut self.actors,
            Panel::Timeline => &mut self.timeline,
            Panel::Trend => &mut self.trend,
            Panel::Claims => &mut self.claims,
        }
    }

    /// Every view there is, in the order of the panels and of their views.
    pub fn views(&self, dossier: &Dossier) -> impl Iterator<Item = (Panel, String)> {
        let of = move |panel| self.get(panel).views(dossier).into_iter().map(move |name| (panel, name));
        Panel::ALL.into_iter().flat_map(of)
    }

    /// The filter of a panel; none if it cannot be filtered.
    pub fn filter(&self, panel: Panel) -> Option<&Filter> {
        self.get(panel).filtered().map(Filtered::filter)
    }

    /// Sets the filter of a panel.
    pub fn set_filter(&mut self, panel: Panel, context: &Context, filter: Filter) {
        let Some(filtered) = self.get_mut(panel).filtered_mut() else { return };
        filtered.set_filter(context, filter);
        self.get_mut(panel).follow_selection(context, false);
        if panel == Panel::Claims {
            self.sync_margin(&context.dossier);
        }
    }

    /// Shows in the article's margin only the signs of the claims and gaps that are listed.
    pub fn sync_margin(&mut self, dossier: &Dossier) {
        let claims = &self.claims;
        let is_listed = |item: &Ref| claims.lists(item);
        self.article.show_signs(dossier, claims.filter().in_force().then_some(&is_listed));
    }
}

/// The key bar of a list.
fn list_bar(context: &Context) -> Vec<Hint> {
    let actions = [
        Action::Down,
        Action::Card,
        Action::Words,
        Action::NextPanel,
        Action::Back,
        Action::Help,
        Action::Quit,
        Action::Search,
        Action::Palette,
        Action::View,
        Action::Filter,
        Action::Sources,
        Action::NextPassage,
        Action::Whole,
    ];
    bar::on_panel(context, &actions)
}
