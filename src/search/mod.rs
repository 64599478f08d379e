//! Search: what is typed is looked for at once; what is found stands in groups below, and the current hit is shown in
//! the article beside it. The search itself is the app's, for it stays in force when this is closed.

mod draw;
mod queries;
mod rows;

use std::ops::Range;

use ratatui::layout::Rect;

pub use draw::{badge, caret, draw};
use queries::QueryList;
use rows::ResultRows;

use crate::dossier::Ref;
use crate::input::action::Action;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::search::{Found, Search};
use crate::widgets::cursor::Cursor;
use crate::widgets::prompt::Prompt;

/// What was typed, and which of what it found is current.
#[derive(Clone, Debug)]
pub struct State {
    prompt: Prompt,
    /// Earlier queries, the newest first.
    recent: Vec<String>,
    at: Option<SearchItem>,
    /// The reader has moved: what is current stays so while more is found.
    moved: bool,
    /// Enter was pressed before anything was found.
    waits: bool,
    /// The window, and in it the place of what is current among all that can be chosen.
    cursor: Cursor,
    /// The thing that was current before the search started again, until it is found again.
    former: Option<Ref>,
    /// The place that was at the top before the search started again, until all is found: others come in before it
    /// meanwhile.
    former_top: Option<usize>,
}

/// What is current.
#[derive(Clone, PartialEq, Eq, Debug)]
enum SearchItem {
    /// A place in the article.
    Hit(Range<usize>),
    /// A place in the article's translation, by the bytes of that.
    Translated(Range<usize>),
    /// A thing: its group, and its place there.
    Thing(usize, usize),
    /// An earlier query.
    Recent(usize),
    /// What to look for instead of what was found nowhere.
    Suggestion(usize),
}

impl State {
    /// Open, with nothing typed.
    pub fn new(recent: Vec<String>) -> Self {
        let at = (!recent.is_empty()).then_some(SearchItem::Recent(0));
        Self {
            prompt: Prompt::default(),
            recent,
            at,
            moved: false,
            waits: false,
            cursor: Cursor::default(),
            former: None,
            former_top: None,
        }
    }

    /// The line that is typed in.
    pub fn prompt(&mut self) -> &mut Prompt {
        &mut self.prompt
    }

    /// The query; empty if there are only blanks.
    pub fn query(&self) -> &str {
        self.prompt.text().trim()
    }

    /// The place in the article that is current.
    pub fn hit(&self) -> Option<&Range<usize>> {
        match &self.at {
            Some(SearchItem::Hit(hit)) => Some(hit),
            _ => None,
        }
    }

    /// The place in the article's translation that is current.
    pub fn translated(&self) -> Option<&Range<usize>> {
        match &self.at {
            Some(SearchItem::Translated(hit)) => Some(hit),
            _ => None,
        }
    }

    /// The thing that is current.
    pub fn thing<'a>(&self, search: &'a Search) -> Option<&'a Ref> {
        match &self.at {
            Some(at) => thing(search, at),
            None => None,
        }
    }

    /// Whether Enter was pressed before anything was found.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Nothing was found: Enter asked for what was typed, not for something like it.
    pub fn give_up(&mut self) {
        self.waits = false;
    }

    /// The query has changed.
    pub fn begin(&mut self) {
        let nothing = self.query().is_empty() && !self.recent.is_empty();
        (self.at, self.cursor) = (nothing.then_some(SearchItem::Recent(0)), Cursor::default());
        (self.moved, self.waits) = (false, false);
        (self.former, self.former_top) = (None, None);
    }

    /// Makes the thing current again that was so before the search began anew.
    fn restore(&mut self, search: &Search) {
        let Some(former) = &self.former else { return };
        let mut groups = search.things().enumerate();
        let found = groups.find_map(|(group, (_, things))| {
            Some(SearchItem::Thing(group, things.iter().position(|thing| thing == former)?))
        });
        if found.is_some() || search.has_read_all() {
            self.at = found;
            self.former = None;
        }
    }

    /// Makes current what is most likely wanted: the first hit from where the reader was, else the first of the
    /// article, else the first thing, else the first that is offered instead.
    pub fn follow(&mut self, search: &Search) {
        self.restore(search);
        if self.former.is_some() {
            return;
        }
        if let Some(SearchItem::Suggestion(place)) = self.at
            && (search.found() > 0 || search.is_done() && place >= search.suggestions().len())
        {
            // In another language, or after a change, the same is found after all.
            (self.at, self.moved) = (None, false);
        }
        if self.moved && self.at.is_some() {
            return;
        }
        if search.found() == 0 {
            self.at = (!search.suggestions().is_empty()).then_some(SearchItem::Suggestion(0));
            return;
        }
        let hits = search.hits();
        let ahead = hits.get(hits.index_from(search.origin()));
        let hit = ahead.or_else(|| hits.get(0).filter(|_| search.has_read_article()));
        self.at = match hit {
            Some(hit) => Some(SearchItem::Hit(hit.clone())),
            None if search.has_read_article() => ResultRows::of(search).item(0),
            None => None,
        };
    }

    /// What Enter goes to; none if there is nothing yet, and then the first that is found is gone to, or if a query was
    /// chosen, one of those before or one that is offered, and then that is looked for.
    pub fn choose(&mut self, search: Option<&Search>) -> Option<Found> {
        match (&self.at, search) {
            (Some(SearchItem::Recent(place)), _) => {
                let query = self.recent.get(*place).cloned().unwrap_or_default();
                self.type_in(&query);
                None
            }
            (Some(SearchItem::Suggestion(place)), Some(search)) => {
                let query = search.suggestions().get(*place).map(|offer| offer.query.clone());
                self.type_in(&query.unwrap_or_default());
                None
            }
            (Some(SearchItem::Hit(hit)), Some(_)) => Some(Found::Article(hit.clone())),
            (Some(SearchItem::Translated(hit)), Some(_)) => Some(Found::Translation(hit.clone())),
            (Some(SearchItem::Thing(..)), Some(search)) => self.thing(search).cloned().map(Found::Thing),
            (_, Some(search)) => {
                self.waits = !search.has_read_all();
                None
            }
            (_, None) => None,
        }
    }

    fn type_in(&mut self, query: &str) {
        self.prompt = Prompt::default();
        self.prompt.paste(query);
    }

    /// How many rows there are to choose from, and which of them is current.
    fn items(&self, search: Option<&Search>) -> (usize, Option<usize>) {
        match (search, &self.at) {
            (None, Some(SearchItem::Recent(place))) => (self.recent.len(), Some(*place)),
            (None, _) => (self.recent.len(), None),
            (Some(search), at) if search.found() == 0 => {
                let place = match at {
                    Some(SearchItem::Suggestion(place)) => Some(*place),
                    _ => None,
                };
                (search.suggestions().len(), place)
            }
            (Some(search), at) => {
                let rows = ResultRows::of(search);
                (rows.items(), at.as_ref().and_then(|at| rows.place(at)))
            }
        }
    }
}

impl Rebase for State {
    /// What it shows is searched for again; `context` still has what was found before.
    fn rebase(&mut self, change: &Change, context: &Context) {
        self.former = context.search().and_then(|before| self.thing(before)).cloned();
        self.former_top = Some(self.former_top.unwrap_or(self.cursor.top()));
        if let Some(SearchItem::Hit(hit)) = &self.at {
            self.at = change.words(hit).map(SearchItem::Hit);
        } else if let Some(SearchItem::Translated(_)) = &self.at {
            // Only the article's words are found again after a change.
            self.at = None;
        }
    }
}

/// The actions that do something in a search, most useful first, and what they are called.
pub fn bar(context: &Context) -> Vec<Hint> {
    let strings = context.strings();
    let actions = [Action::Down, Action::Card, Action::NextPanel, Action::Close];
    let mut hints = bar::named(context, &actions);
    bar::rename(&mut hints, Action::Card, strings.go_there);
    bar::rename(&mut hints, Action::NextPanel, strings.next_group);
    bar::rename(&mut hints, Action::Close, strings.search_ends);
    hints
}

/// The thing at this place.
fn thing<'a>(search: &'a Search, at: &SearchItem) -> Option<&'a Ref> {
    let SearchItem::Thing(group, place) = at else { return None };
    let (_, things) = search.things().nth(*group)?;
    things.get(*place)
}

/// Carries out an action.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) {
    let (count, place) = state.items(context.search());
    if count == 0 {
        return;
    }
    match (action, context.search(), place) {
        (_, _, None) => state.cursor.step_to(0),
        (Action::NextPanel | Action::PreviousPanel, Some(search), Some(here)) if search.found() > 0 => {
            state.cursor.step_to(ResultRows::of(search).other_group(here, action == Action::NextPanel));
        }
        (_, search, Some(here)) => {
            let items = QueryList::of(state, context).map(|list| list.items(area));
            state.cursor.put(here);
            let moves = match (items, search) {
                (Some(items), _) => state.cursor.press(action, items),
                (None, Some(search)) => {
                    state.cursor.press(action, ResultRows::of(search).in_window(rows_area(area).height))
                }
                (None, None) => false,
            };
            if !moves {
                return;
            }
        }
    }
    let next = state.cursor.at();
    (state.moved, state.former_top) = (true, None);
    state.at = match context.search() {
        None => Some(SearchItem::Recent(next)),
        Some(search) if search.found() == 0 => Some(SearchItem::Suggestion(next)),
        Some(search) => ResultRows::of(search).item(next),
    };
}

/// Brings what is current in sight, and the name of its group if it is the first there.
pub fn layout(state: &mut State, context: &Context, area: Rect) {
    if let Some(SearchItem::Recent(place) | SearchItem::Suggestion(place)) = state.at
        && let Some(items) = QueryList::of(state, context).map(|list| list.items(area))
    {
        state.cursor.put(place);
        state.cursor.scroll(Some(place), items);
        return;
    }
    let rows = context.search().map(ResultRows::of);
    let place = rows.as_ref().zip(state.at.as_ref()).and_then(|(rows, at)| rows.place(at));
    let (Some(search), Some(rows), Some(place)) = (context.search(), rows, place) else {
        state.cursor = Cursor::default();
        return;
    };
    state.cursor.put(place);
    if let Some(top) = state.former_top {
        state.cursor = Cursor::new(place, top);
    }
    state.cursor.scroll(Some(place), rows.in_window(rows_area(area).height));
    state.former_top.take_if(|_| search.has_read_all());
}

/// The rows below the line that is typed in and above the line that says what is out of sight.
fn rows_area(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area }
}
