//! The events on a time axis, a lane a row: how close they were, who acted when, and what the article could know.

mod draw;
mod labels;
mod lane_table;
mod marks;
mod picture;
mod rows;
#[cfg(test)]
mod tests;
mod words;

use foldhash::HashMap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::widgets::time_axis::{ALL, Day, Range, Reach, TWO_YEARS, day, number};
use draw::{Drawing, Lit};
use lane_table::{LaneNames, LaneTable};
use picture::{Parts, Picture, Room};
use words::Kinds;

use crate::dossier::{Kind, Ref};
use crate::facts::{NamingOrder, TimelineEvent, timeline};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::panel::Panel;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::memo::Memo;
use crate::widgets::pages::Pages;
use crate::widgets::to_cells;

/// The name of the view in a stop of the tour and in a bookmark.
pub(super) const NAME: &str = "lanes";

/// The least columns and rows in which lanes say anything.
const LEAST: (u16, u16) = (30, 7);
/// The rows that are no lanes: head, axis and its labels, legend, readout.
const OTHERS: u16 = 6;
/// The rows of a frame.
const FRAME: u16 = 2;

/// Why a list stands in for the lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fallback {
    /// They have no room.
    NoRoom,
    /// No event has a date.
    NothingDated,
}

impl Fallback {
    /// The same in words.
    pub(super) fn reason(self, strings: &Strings) -> &'static str {
        match self {
            Self::NoRoom => strings.no_room_for_lanes,
            Self::NothingDated => strings.nothing_dated,
        }
    }
}

/// Where the cursor was, and what the axis showed where that had been moved.
type Spot = (usize, Option<(u8, Day)>);

/// The lanes, and where the reader is in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    /// The events, in the order of time.
    events: Vec<TimelineEvent>,
    /// The same by their names.
    items: Vec<Ref>,
    places: HashMap<Ref, usize>,
    /// Which kinds of events there are.
    kinds: Kinds,
    /// The lanes that have events.
    lanes: LaneTable,
    /// What they are called in a panel of so many columns.
    names: Memo<(u16, Language, Glyphs), LaneNames>,
    /// What the zooms depend on; none where no event has a date.
    reach: Option<Reach>,
    /// The event that the next step starts from.
    cursor: usize,
    /// The zoom that was chosen; none for the usual one of the room.
    zoom: Option<u8>,
    /// The first day at a zoom where that was moved.
    start: Option<(u8, Day)>,
    pages: Pages<Spot, (Spot, (u8, u16))>,
    picture: Memo<Room, Picture>,
    /// The events that a selection lights in a room.
    lit: Memo<(Option<Ref>, Room), Lit>,
}

impl Lanes {
    /// Lanes of these events.
    pub(super) fn new(context: &Context, events: &[Ref]) -> Self {
        let mut lanes = Self::default();
        lanes.show(context, events);
        lanes.cursor = lanes.first_cursor(context);
        lanes
    }

    /// Shows other events; the cursor stays on its event if that is still there.
    pub(super) fn show(&mut self, context: &Context, events: &[Ref]) {
        let dossier = &context.dossier;
        let at = self.cursor().cloned();
        self.events = timeline(dossier, context.faults(), events);
        self.items = self.events.iter().map(|event| dossier.events[event.event].to_ref()).collect();
        self.places = self.items.iter().cloned().zip(0..).collect();
        self.kinds = words::kinds(context, &self.events);
        self.lanes = LaneTable::of(context, &self.events);
        self.names.forget();
        self.reach = Reach::of(&self.events, dossier.article_days());
        self.cursor = at.and_then(|at| self.place(&at)).unwrap_or_else(|| self.first_cursor(context));
        self.picture.forget();
        self.lit.forget();
        self.pages.clear();
    }

    /// How many events it shows.
    pub(super) fn count(&self) -> usize {
        self.events.len()
    }

    /// Shows it as it opens.
    pub(super) fn reset(&mut self, context: &Context) {
        (self.zoom, self.start) = (None, None);
        self.cursor = self.first_cursor(context);
        self.pages.clear();
    }

    /// Why a list has to stand in for it, if one has.
    pub(super) fn fallback(&self, area: Rect) -> Option<Fallback> {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            Some(Fallback::NoRoom)
        } else {
            // Where nothing is listed at all that is said, not why.
            (self.reach.is_none() && !self.events.is_empty()).then_some(Fallback::NothingDated)
        }
    }

    /// The rows it would fill, without a frame: labels above and below each lane.
    pub(super) fn rows(&self) -> u16 {
        to_cells(self.lanes.count()).saturating_mul(3).saturating_add(OTHERS)
    }

    /// The rows, frame and all, in which every lane, the axis, the legend and the readout are in sight.
    pub(super) fn needs(&self) -> u16 {
        to_cells(self.lanes.count()).saturating_add(OTHERS + FRAME)
    }

    /// Where the cursor is until something is selected: on the last main event that the article could know.
    fn first_cursor(&self, context: &Context) -> usize {
        let article = context.dossier.article_days();
        let is_known = |event: &TimelineEvent| {
            event.place.is_some_and(|place| article.is_none_or(|(_, last)| place.day <= last))
        };
        let last = |is_wanted: &dyn Fn(&TimelineEvent) -> bool| {
            self.events.iter().rposition(|event| is_wanted(event) && is_known(event))
        };
        last(&|event| event.is_main).or_else(|| last(&|_| true)).unwrap_or(0)
    }

    /// The event under the cursor.
    pub(super) fn cursor(&self) -> Option<&Ref> {
        self.items.get(self.cursor)
    }

    fn place(&self, item: &Ref) -> Option<usize> {
        self.places.get(item).copied()
    }

    /// The day of an event's mark.
    fn day(&self, event: usize) -> Option<Day> {
        self.events.get(event)?.place.map(|place| number(place.day))
    }

    /// Follows the selection; where the panel is entered and does not show it, the cursor goes to the first event it lights.
    pub(super) fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.lit.forget();
        let selected = context.selection().and_then(|selection| self.place(selection));
        let lit = || entered.then(|| lit_events(&self.places, context).first().copied()).flatten();
        if let Some(place) = selected.or_else(lit) {
            self.cursor = place;
        }
    }

    /// Ends an update: moves the axis so that the cursor is on it, and lays everything out.
    pub(super) fn layout(&mut self, context: &Context, area: Rect) {
        let Some(reach) = self.reach else { return };
        let names = self.names.get((area.width, context.language, context.glyphs), || {
            LaneNames::of(context, &self.lanes, area.width)
        });
        let columns = names.axis_columns(area.width);
        let zoom = self.zoom.unwrap_or_else(|| reach.usual(area.height, columns));
        let at = self.day(self.cursor);
        let usual = reach.usual_range(zoom, at.unwrap_or_else(|| self.middle(&reach)));
        let moved = self.start.filter(|(at_zoom, _)| *at_zoom == zoom);
        let mut range = moved.map_or(usual, |(_, first)| Range { first, ..usual });
        if let Some(day) = at.filter(|day| !range.contains(*day)) {
            range = reach.around(zoom, day);
        }
        self.start = (range != usual || zoom > TWO_YEARS).then_some((zoom, range.first));
        let is_selected = self.cursor().is_some_and(|item| context.is_selected(item));
        let room = Room {
            area,
            language: context.language,
            glyphs: context.glyphs,
            zoom,
            range,
            cursor: self.cursor,
            has_cursor: is_selected || context.has_focus(Panel::Timeline),
        };
        let Self { events, kinds, lanes, names, picture, .. } = self;
        let Some(names) = names.last() else { return };
        let picture = picture.get(room, || {
            let order = NamingOrder::of(events, context.dossier.article_days());
            let parts = Parts { events, kinds: *kinds, lanes, names, reach: &reach, order };
            Picture::of(context, parts, room)
        });
        let Self { events, lanes, places, lit, .. } = self;
        lit.get((context.selection().cloned(), room), || {
            Lit::of(&lit_events(places, context), events, lanes, picture)
        });
    }

    /// A day to begin with where the cursor has none.
    fn middle(&self, reach: &Reach) -> Day {
        reach
            .article
            .map(|(first, _)| first)
            .or_else(|| (0..self.events.len()).rev().find_map(|event| self.day(event)))
            .unwrap_or(0)
    }

    /// Carries out a key.
    pub(super) fn press(&mut self, action: Action, context: &Context) -> Vec<Request> {
        match action {
            Action::Card => {
                return self
                    .cursor()
                    .or(context.selection())
                    .cloned()
                    .map(Request::Open)
                    .into_iter()
                    .collect();
            }
            Action::ZoomIn | Action::ZoomOut => return self.change_zoom(action == Action::ZoomIn, context),
            _ => {}
        }
        let Some(next) = self.next(action) else { return Vec::new() };
        if !matches!(action, Action::PageUp | Action::PageDown) {
            self.pages.clear();
        }
        self.cursor = next;
        self.cursor().cloned().map(Request::Select).into_iter().collect()
    }

    /// Where a key leads; none if it leads nowhere.
    fn next(&mut self, action: Action) -> Option<usize> {
        let here = self.cursor;
        let last = self.events.len().checked_sub(1)?;
        Some(match action {
            Action::Left => here.saturating_sub(1),
            Action::Right => (here + 1).min(last),
            Action::Up => self.beside(false).unwrap_or(here),
            Action::Down => self.beside(true).unwrap_or(here),
            Action::First => 0,
            Action::Last => last,
            Action::PageUp | Action::PageDown => self.page(action == Action::PageDown),
            Action::HalfPageUp | Action::HalfPageDown => self.half_page(action == Action::HalfPageDown),
            _ => return None,
        })
    }

    /// The event nearest in time in the next lane that has one, or in the one before.
    fn beside(&self, down: bool) -> Option<usize> {
        let own = self.events.get(self.cursor)?.lane;
        let day = self.day(self.cursor);
        let is_beyond = |event: &&TimelineEvent| {
            event.place.is_some() && if down { event.lane > own } else { event.lane < own }
        };
        let lanes = self.events.iter().filter(is_beyond).map(|event| event.lane);
        let lane = if down { lanes.min() } else { lanes.max() }?;
        let of_lane = (0..self.events.len()).filter(|event| self.events[*event].lane == lane);
        let dated = of_lane.filter_map(|event| self.day(event).map(|at| (event, at)));
        // Seen from an event without a date the last is nearest.
        dated.min_by_key(|(_, at)| day.map_or(-at, |day| (at - day).abs())).map(|(event, _)| event)
    }

    /// The first event after what the axis shows, or the last before it, with the axis there; turning back at once undoes it.
    fn page(&mut self, down: bool) -> usize {
        let Some(picture) = self.picture.last() else { return self.cursor };
        let (zoom, range, columns) = (picture.room.zoom, picture.axis.range, picture.axis.columns);
        let days = picture.room.range.days;
        let here = (self.cursor, self.start);
        let mut pages = std::mem::take(&mut self.pages);
        let dated = || (0..self.events.len()).filter(|event| self.day(*event).is_some());
        let last = dated().next_back().unwrap_or(0);
        let next = || {
            let first = if down { range.first + range.days } else { range.first - days };
            let is_there = |event: &usize| {
                self.day(*event).is_some_and(|day| if down { day >= first } else { day < range.first })
            };
            let found = if down { dated().find(is_there) } else { dated().rev().find(is_there) };
            let at_end = if down { last } else { 0 };
            found.map_or((at_end, here.1), |found| (found, Some((zoom, first))))
        };
        let (cursor, start) = pages.turn(down, here, (zoom, columns), next);
        self.pages = pages;
        self.start = start;
        cursor
    }

    /// The first event half of the axis after the cursor's, or the last half of it before; the axis follows.
    fn half_page(&self, down: bool) -> usize {
        let Some(picture) = self.picture.last() else { return self.cursor };
        let half = picture.axis.range.days / 2;
        let at = self.day(self.cursor).unwrap_or(picture.axis.range.first);
        let mut dated = (0..self.events.len()).filter_map(|event| Some((event, self.day(event)?)));
        let found = if down {
            dated.find(|(_, day)| *day >= at + half)
        } else {
            dated.rfind(|(_, day)| *day <= at - half)
        };
        let at_end = if down { self.events.len().saturating_sub(1) } else { 0 };
        found.map_or(at_end, |(event, _)| event)
    }

    /// Zooms, with the event under the cursor in its column.
    fn change_zoom(&mut self, closer: bool, context: &Context) -> Vec<Request> {
        let strings = context.strings();
        let Some((reach, picture)) = self.reach.zip(self.picture.last()) else {
            return vec![Request::Notice(strings.nothing_to_zoom.to_owned())];
        };
        let zoom = picture.room.zoom;
        let next = if closer { reach.closer(zoom) } else { reach.farther(zoom) };
        let Some(next) = next else {
            let notice = if closer { strings.closest } else { strings.farthest };
            return vec![Request::Notice(notice.to_owned())];
        };
        let axis = picture.axis;
        let at = self.day(self.cursor).unwrap_or_else(|| number(day(axis.range.first + axis.range.days / 2)));
        let column = axis.column(at).unwrap_or(axis.columns / 2);
        let range = reach.with_column(next, at, column, axis.columns);
        self.zoom = Some(next);
        self.start = (next != ALL).then_some((next, range.first));
        self.pages.clear();
        Vec::new()
    }

    /// Moves the cursor to the next event or the one before, and leaves the selection.
    pub(super) fn wheel(&mut self, down: bool) {
        let last = self.events.len().saturating_sub(1);
        self.cursor = if down { (self.cursor + 1).min(last) } else { self.cursor.saturating_sub(1) };
        self.pages.clear();
    }

    /// The event at a cell.
    pub(super) fn hit_test(&self, context: &Context, position: Position) -> Option<&Ref> {
        self.items.get(self.drawing(context)?.hit_test(position)?)
    }

    /// What is drawn, as last laid out.
    fn drawing<'a>(&'a self, context: &'a Context) -> Option<Drawing<'a>> {
        let picture = self.picture.last()?;
        let lit = self.lit.last()?;
        let selected = context.selection().and_then(|item| self.place(item));
        let (events, items, lanes) = (&self.events, &self.items, &self.lanes);
        Some(Drawing { picture, events, items, lanes, lit, selected, context })
    }

    /// Draws it.
    pub(super) fn draw(&self, context: &Context, buffer: &mut Buffer) {
        if let Some(drawing) = self.drawing(context) {
            drawing.draw(buffer);
        }
    }
}

/// The events that the selection lights, in order.
fn lit_events(places: &HashMap<Ref, usize>, context: &Context) -> Vec<usize> {
    let lit = context.lit().things().filter(|item| item.kind == Kind::Event && !context.is_selected(item));
    let mut lit: Vec<usize> = lit.filter_map(|item| places.get(item).copied()).collect();
    lit.sort_unstable();
    lit
}
