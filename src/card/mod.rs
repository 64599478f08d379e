//! The card: all that is known of one thing. Each line that leads somewhere can be followed.

mod content;
mod draw;
mod rebase;
#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::layout::{Position, Rect, Size};

use content::{CardEntry, SET_IN, entries};
pub use content::{LinkTarget, title};
use draw::text_width;
pub use draw::{draw, draw_preview};

use crate::dossier::{Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::input::mouse::NOTCH;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::wrap;
use crate::widgets::pages::{self, Pages};

/// Whose card it is and where the reader is on it: what "back" restores.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardPlace {
    of: Ref,
    /// Which of the links the cursor is on, while that is in sight.
    link: usize,
    /// The first row in the window.
    top: usize,
    /// Go to the sources as soon as the card is laid out.
    to_sources: bool,
}

impl CardPlace {
    /// At the beginning of a thing's card.
    pub fn at_top(of: Ref) -> Self {
        Self { of, link: 0, top: 0, to_sources: false }
    }

    /// On one of the links of a thing's card, with this row at the top; on the nearest that the card has.
    pub fn at(of: Ref, link: usize, top: usize) -> Self {
        Self { link, top, ..Self::at_top(of) }
    }

    /// At the sources of a thing's card.
    pub fn at_sources(of: Ref) -> Self {
        Self { to_sources: true, ..Self::at_top(of) }
    }

    /// Whose card it is.
    pub fn of(&self) -> &Ref {
        &self.of
    }

    /// The same place on the card of the thing under its new id.
    #[must_use]
    pub fn renamed(self, of: Ref) -> Self {
        Self { of, ..self }
    }

    /// Which of its links the cursor is on, from 0.
    pub fn link(&self) -> usize {
        self.link
    }

    /// The first row in the window, from 0.
    pub fn top(&self) -> usize {
        self.top
    }
}

/// A card as laid out, and where the reader is on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    at: CardPlace,
    /// The room and language it was last laid out for; none before the first time.
    laid_out: Option<(Size, Language)>,
    entries: Vec<CardEntry>,
    rows: Vec<CardRow>,
    links: Vec<CardLink>,
    /// The top and the link before each page turn.
    pages: Pages<(usize, usize), ((usize, usize), Size)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct CardRow {
    entry: usize,
    /// Bytes of the entry's text, or of what stands under it; none on the blank row above a heading.
    range: Option<Range<usize>>,
    first: bool,
    under: bool,
}

/// An entry that leads somewhere, and the rows it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
struct CardLink {
    entry: usize,
    rows: Range<usize>,
}

impl State {
    /// A card, to be laid out before it is drawn.
    pub fn new(at: CardPlace) -> Self {
        Self {
            at,
            laid_out: None,
            entries: Vec::new(),
            rows: Vec::new(),
            links: Vec::new(),
            pages: Pages::default(),
        }
    }

    /// Whose card it is.
    pub fn of(&self) -> &Ref {
        &self.at.of
    }

    /// Lays it out anew where it is: the reader's notes are other ones.
    pub fn on_notes(&mut self, context: &Context) {
        if let Some((size, _)) = self.laid_out {
            self.lay_out(context, text_width(Rect::from((Position::ORIGIN, size))));
            self.at.link = self.at.link.min(self.links.len().saturating_sub(1));
            self.at.top = self.at.top.min(self.lowest_top(usize::from(size.height)));
        }
    }

    /// Where the reader is on it.
    pub fn place(&self) -> &CardPlace {
        &self.at
    }

    /// Lays the card out, unless that was done for this area in this language. After a change of either, the cursor is in
    /// sight if it was before; a card opens at its beginning, whether a link is in sight there or not.
    pub fn layout(&mut self, context: &Context, area: Rect) {
        let room = area.as_size();
        let (known, spoken) = self.laid_out.unzip();
        let is_translated = spoken.is_some_and(|language| language != context.language);
        if known == Some(room) && !is_translated || area.is_empty() {
            return;
        }
        let begins = (self.at.link, self.at.top) == (0, 0);
        let held = known.map_or(!begins, |known| self.current_link(usize::from(known.height)).is_some());
        if known.is_none_or(|known| known.width != area.width) || is_translated {
            // In another language the entries are the same, with other words.
            let top = self.rows.get(self.at.top).filter(|_| is_translated).map(|row| row.entry);
            self.lay_out(context, text_width(area));
            if let Some(top) = top {
                self.at.top = self.rows.iter().position(|row| row.entry == top).unwrap_or(0);
            }
        }
        self.laid_out = Some((room, context.language));
        let height = usize::from(room.height);
        if std::mem::take(&mut self.at.to_sources)
            && let Some(link) = self.links.iter().position(|link| self.is_source(link))
        {
            self.at.link = link;
            self.at.top = self.links[link].rows.start.saturating_sub(2);
        }
        self.at.link = self.at.link.min(self.links.len().saturating_sub(1));
        if let Some(link) = self.links.get(self.at.link).filter(|_| held) {
            self.at.top = self.at.top.max(link.rows.end.saturating_sub(height)).min(link.rows.start);
        }
        self.at.top = self.at.top.min(self.lowest_top(height));
    }

    /// The link under the cursor; none while that is outside a window of so many rows.
    fn current_link(&self, height: usize) -> Option<&CardLink> {
        let link = self.links.get(self.at.link)?;
        Some(link).filter(|link| link.rows.start < self.at.top + height && link.rows.end > self.at.top)
    }

    fn lay_out(&mut self, context: &Context, width: u16) {
        self.entries = entries(context, &self.at.of);
        self.rows.clear();
        self.links.clear();
        self.pages.clear();
        for (place, entry) in self.entries.iter().enumerate() {
            if entry.heading {
                self.rows.push(CardRow { entry: place, range: None, first: false, under: false });
            }
            let start = self.rows.len();
            let room = width.saturating_sub(entry.indent).max(1);
            for (number, line) in wrap::wrap(&entry.text, room).into_iter().enumerate() {
                let range = Some(line.range);
                self.rows.push(CardRow { entry: place, range, first: number == 0, under: false });
            }
            let room = room.saturating_sub(SET_IN).max(1);
            for line in entry.under.iter().flat_map(|under| wrap::wrap(under, room)) {
                self.rows.push(CardRow { entry: place, range: Some(line.range), first: false, under: true });
            }
            if entry.target.is_some() {
                self.links.push(CardLink { entry: place, rows: start..self.rows.len() });
            }
        }
    }

    fn is_source(&self, link: &CardLink) -> bool {
        matches!(&self.entries[link.entry].target, Some(LinkTarget::Thing(to)) if to.kind == Kind::Source)
    }

    fn lowest_top(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(height)
    }

    /// Goes to the next link if that is in sight, else scrolls by a row; likewise back. So no row is skipped unread. Without
    /// a current link, forward goes to the first in sight and back to the last.
    fn step(&mut self, forward: bool, height: usize) {
        let next = match (self.current_link(height), forward) {
            (Some(_), true) => Some(self.at.link + 1),
            (Some(_), false) => self.at.link.checked_sub(1),
            (None, true) => Some(self.links.partition_point(|link| link.rows.end <= self.at.top)),
            (None, false) => {
                self.links.partition_point(|link| link.rows.start < self.at.top + height).checked_sub(1)
            }
        };
        let next = next.filter(|next| *next < self.links.len());
        let in_sight = |top: usize, link: &CardLink| {
            if forward { link.rows.end <= top + height } else { link.rows.start >= top }
        };
        if let Some(next) = next.filter(|next| in_sight(self.at.top, &self.links[*next])) {
            self.at.link = next;
            return;
        }
        self.at.top = if forward {
            (self.at.top + 1).min(self.lowest_top(height))
        } else {
            self.at.top.saturating_sub(1)
        };
        if let Some(next) = next.filter(|next| in_sight(self.at.top, &self.links[*next])) {
            self.at.link = next;
        }
    }

    fn page(&mut self, forward: bool, area: Rect) {
        let next = self.moved(forward, usize::from(pages::lines(area.height)), usize::from(area.height));
        let Self { at, pages, .. } = self;
        (at.top, at.link) = pages.turn(forward, (at.top, at.link), area.as_size(), || next);
    }

    /// The top and the link after the window has moved by so many rows.
    fn moved(&self, forward: bool, by: usize, height: usize) -> (usize, usize) {
        let Self { at, links, .. } = self;
        let lowest = self.lowest_top(height);
        let top = if forward { (at.top + by).min(lowest) } else { at.top.saturating_sub(by) };
        let first = links.partition_point(|link| link.rows.start < top);
        let end = links.partition_point(|link| link.rows.start < top + height);
        let current = if forward { end.saturating_sub(1) } else { first };
        (top, if first < end { current } else { at.link })
    }
}

/// The actions that do something on a card, most useful first, and what they are called.
pub fn bar(context: &Context) -> Vec<Hint> {
    let actions = [
        Action::Card,
        Action::Down,
        Action::Words,
        Action::Back,
        Action::Close,
        Action::Help,
        Action::NextPanel,
        Action::Whole,
        Action::NextPassage,
        Action::Copy,
        Action::Browse,
    ];
    let mut hints = bar::on_panel(context, &actions);
    bar::rename(&mut hints, Action::Card, context.strings().follow_link);
    hints
}

/// The cell of the current link, on a card in this area; none without one.
pub fn cursor(state: &State, area: Rect) -> Option<Position> {
    let link = state.current_link(usize::from(area.height))?;
    let row = link.rows.start.saturating_sub(state.at.top);
    Some(Position::new(area.x, area.y + u16::try_from(row).ok()?))
}

/// Where the current link leads, on a card in this area; none without a current link.
pub fn current_target(state: &State, area: Rect) -> Option<&LinkTarget> {
    let link = state.current_link(usize::from(area.height))?;
    state.entries[link.entry].target.as_ref()
}

/// Carries out a key.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let height = usize::from(area.height);
    match action {
        Action::Up => state.step(false, height),
        Action::Down => state.step(true, height),
        Action::PageUp => state.page(false, area),
        Action::PageDown => state.page(true, area),
        Action::HalfPageUp | Action::HalfPageDown => {
            let is_down = action == Action::HalfPageDown;
            (state.at.top, state.at.link) =
                state.moved(is_down, usize::from(pages::half(area.height)), usize::from(area.height));
        }
        Action::First => (state.at.link, state.at.top) = (0, 0),
        Action::Last => {
            state.at.top = state.lowest_top(height);
            state.at.link = state.links.len().saturating_sub(1);
        }
        Action::Card => {
            return vec![match current_target(state, area).cloned() {
                Some(LinkTarget::Thing(to)) => Request::Open(to),
                Some(LinkTarget::Words(passage)) => Request::Words(passage),
                Some(LinkTarget::Located(passage)) => Request::Located(passage),
                None if state.links.is_empty() => Request::Notice(context.strings().no_link.to_owned()),
                None => Request::Notice(
                    context.with_keys(context.strings().no_current_link, &[Action::Up, Action::Down]),
                ),
            }];
        }
        _ => {}
    }
    Vec::new()
}

/// Carries out a turn of the wheel. The cursor is kept in sight, so that the next step begins there.
pub fn wheel(state: &mut State, down: bool, area: Rect) {
    let (height, notch) = (usize::from(area.height), usize::from(NOTCH));
    let top = if down { state.at.top + notch } else { state.at.top.saturating_sub(notch) };
    state.at.top = top.min(state.lowest_top(height));
    let first = state.links.partition_point(|link| link.rows.start < state.at.top);
    let end = state.links.partition_point(|link| link.rows.start < state.at.top + height);
    if first < end {
        state.at.link = state.at.link.clamp(first, end - 1);
    }
}

/// The link at a row of the window, both from 0.
pub fn link_at(state: &State, row: u16) -> Option<usize> {
    let row = state.at.top + usize::from(row);
    state.links.iter().position(|link| link.rows.contains(&row))
}

/// Puts the cursor on a link.
pub fn put_cursor(state: &mut State, link: usize) {
    state.at.link = link;
}

/// What the frame says on the right: which part of a long card is in sight.
pub fn badge(state: &State, context: &Context, area: Rect) -> String {
    let height = usize::from(area.height);
    if state.rows.len() <= height {
        return String::new();
    }
    let end = (state.at.top + height).min(state.rows.len());
    crate::widgets::part(context, state.at.top + 1..=end, state.rows.len())
}
