//! The lanes as they stand in their room: every mark, label and word with its cell. Computed once for a room, a range of days
//! and an event under the cursor; what is selected and linked changes only how it is drawn.

use foldhash::HashMap;
use ratatui::layout::Rect;

use super::labels::{Candidate, Label, Labels, Space};
use super::lane_table::{LaneNames, LaneTable};
use super::marks::{LaneCells, Marks};
use super::rows::{self, Rows};
use super::words::{self, Head, Kinds, Readout, Shown, cells};
use crate::dossier::{DateShape, Event};
use crate::facts::{Mark, NamingOrder, TimelineEvent};
use crate::i18n::language::Language;
use crate::look::glyphs::{self, Glyphs};
use crate::protocol::context::Context;
use crate::widgets::time_axis::{Axis, Range, Reach, Ticks};
use crate::widgets::{part, to_cells};

/// What a picture is made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Room {
    pub(super) area: Rect,
    pub(super) language: Language,
    pub(super) glyphs: Glyphs,
    pub(super) zoom: u8,
    pub(super) range: Range,
    /// The event under the cursor.
    pub(super) cursor: usize,
    /// Whether it is shown which that is.
    pub(super) has_cursor: bool,
}

/// A label as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Name {
    /// The sign before it, one cell: of the cursor, or that the article says it.
    pub(super) lead: Option<Lead>,
    pub(super) text: String,
}

impl Name {
    fn cells(&self) -> u16 {
        cells(&self.text) + u16::from(self.lead.is_some())
    }
}

/// What stands before a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lead {
    /// The sign of the cursor.
    Cursor,
    /// The sign of what the article says.
    Article,
}

/// The lanes in their room. Rows and columns count from the upper left of the panel.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub(super) room: Room,
    pub(super) rows: Rows,
    /// What the lanes in sight are called.
    pub(super) names: Vec<String>,
    /// The column of the axis' first.
    pub(super) left: u16,
    pub(super) axis: Axis,
    pub(super) ticks: Ticks,
    pub(super) marks: Marks,
    pub(super) cells: LaneCells,
    pub(super) labels: Labels,
    /// What is written at each label.
    pub(super) texts: Vec<Name>,
    pub(super) head: Option<Head>,
    pub(super) legend: Vec<String>,
    pub(super) named: String,
    pub(super) readout: Readout,
    /// How many events are before the axis and after it, as written.
    pub(super) before: String,
    pub(super) after: String,
    /// Whether the article may be of an earlier day, or of a later one.
    pub(super) article_is_open: (bool, bool),
    /// The rows in which the article's day is drawn beside labels.
    pub(super) rule_rows: Vec<u16>,
}

/// The most cells of a label, in a narrow panel and in a wide one.
const LABEL_CELLS: (u16, u16) = (Event::MAX_SHORT as u16, 40);
/// From so many columns on a panel is wide.
const WIDE: u16 = 100;
/// From so many rows on the legend may take two.
const HIGH: u16 = 20;
/// Of more events on the axis only main ones are tried.
const MOST_TRIED: usize = 500;
/// The most main events that are tried.
const MOST_MAIN: usize = 150;

/// What a picture is made of.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    /// The events, in the order of time.
    pub(super) events: &'a [TimelineEvent],
    /// Their kinds.
    pub(super) kinds: Kinds,
    /// Their lanes, and what these are called.
    pub(super) lanes: &'a LaneTable,
    pub(super) names: &'a LaneNames,
    pub(super) reach: &'a Reach,
    /// In which order they are named.
    pub(super) order: NamingOrder,
}

impl Picture {
    /// The picture of some events in a room.
    pub(super) fn of(context: &Context, parts: Parts, room: Room) -> Self {
        let Parts { events, kinds, lanes, names, reach, .. } = parts;
        let area = room.area;
        let left = names.left();
        let axis = Axis::new(room.range, names.axis_columns(area.width), reach.article);
        let lane_of = |event: &TimelineEvent| lanes.row_of(event);
        let marks = Marks::of(&axis, events, &lane_of, lanes.count());
        let on_axis = |place: &usize| marks.columns[*place].is_some();
        let most = if area.height < HIGH { 1 } else { 2 };
        let legend = words::legend(context, kinds, (area.width, most), &marks);
        let current = events.get(room.cursor).map_or(0, lane_of);
        let rows =
            rows::divide((area.width, area.height), lanes.main_events(), to_cells(legend.len()), current);
        let lane_cells = LaneCells::of(&axis, events, &marks, &lane_of, rows.lanes());
        let leads = lane_cells.leads(events, parts.order);
        let labelling =
            Labelling { context, parts, axis: &axis, marks: &marks, rows: &rows, leads: &leads, left, room };
        let (labels, texts) = labelling.place();
        let count = |is_main: bool| {
            let is_so = |place: usize| events[place].is_main == is_main;
            let named = labels.placed.iter().filter(|label| is_so(label.event)).count();
            (named, (0..events.len()).filter(on_axis).filter(|place| is_so(*place)).count())
        };
        let named = words::named(context, count(true), count(false).0);
        let main_named = words::main_named(context, count(true));
        let in_sight = rows.lanes();
        let lanes_shown = (in_sight.len() < lanes.count()).then(|| {
            let part = part(context, in_sight.start + 1..=in_sight.end, lanes.count());
            context.strings().lanes_shown.replace("{}", &part)
        });
        let shown = Shown {
            axis: &axis,
            marks: &marks,
            zoom: reach.named(room.zoom),
            lanes: lanes_shown,
            named: Some(&*named).filter(|named| rows.counts.is_none() && !named.is_empty()),
            main_named: main_named.as_deref().filter(|_| rows.counts.is_none()),
        };
        let named_below =
            context.truncate_parts(&named, usize::from(area.width.saturating_sub(2))).into_owned();
        let head = rows.head.map(|_| Head::of(context, &shown, area.width));
        let event = events.get(room.cursor).and_then(|event| context.dossier.events.get(event.event));
        let readout = event.map(|event| Readout::of(context, event, (area.width, rows.readout.1)));
        let beyond = |number: usize, text: String| if number > 0 { text } else { String::new() };
        let (before, after) = marks.beyond;
        let before_text = format!("{}{}", context.glyph(glyphs::OPEN_BEFORE), context.language.count(before));
        let after_text = format!("{}{}", context.language.count(after), context.glyph(glyphs::OPEN_AFTER));
        let legend = if rows.legend.1 > 0 { legend } else { Vec::new() };
        let published = context.dossier.article.published.as_ref();
        let article_is_open = published.map_or((false, false), |date| {
            let is = |shape| date.shape() == shape;
            (is(DateShape::NotAfter), is(DateShape::NotBefore))
        });
        let ticks = Ticks::of(&axis, 0, room.language);
        let rule_rows = axis.rule.map_or_else(Vec::new, |rule| {
            let x = left + rule.column;
            let beside =
                rows.bands.iter().flat_map(|band| (band.top..band.bottom).filter(|y| *y != band.marks));
            beside.filter(|y| labels.is_clear(x, *y)).collect()
        });
        Self {
            room,
            names: rows.lanes().filter_map(|lane| names.get(lane).cloned()).collect(),
            left,
            axis,
            ticks,
            labels,
            texts,
            head,
            legend,
            named: named_below,
            readout: readout.unwrap_or_default(),
            before: beyond(before, before_text),
            after: beyond(after, after_text),
            article_is_open,
            rule_rows,
            marks,
            cells: lane_cells,
            rows,
        }
    }
}

/// Finds places for the names of events.
struct Labelling<'a> {
    context: &'a Context,
    parts: Parts<'a>,
    axis: &'a Axis,
    marks: &'a Marks,
    rows: &'a Rows,
    /// For each event that comes first of those in its column, how many others there are.
    leads: &'a [Option<usize>],
    left: u16,
    room: Room,
}

impl Labelling<'_> {
    /// Finds the places, and says what is written there.
    fn place(&self) -> (Labels, Vec<Name>) {
        let Self { parts: Parts { events, order, .. }, axis, marks, rows, leads, left, room, .. } = self;
        let on_axis: Vec<usize> = (0..events.len())
            .filter(|place| marks.columns[*place].is_some() && self.band(*place).is_some())
            .collect();
        let in_order = |is_main: bool, most: usize| {
            let is_tried =
                |place: &usize| events[*place].is_main == is_main && (is_main || leads[*place].is_some());
            let mut some: Vec<usize> = on_axis.iter().copied().filter(is_tried).collect();
            let key = |place: &usize| (order.key(&events[*place]), *place);
            if some.len() > most {
                some.select_nth_unstable_by_key(most, key);
                some.truncate(most);
            }
            some.sort_unstable_by_key(key);
            some
        };
        let main = in_order(true, MOST_MAIN);
        let others = if on_axis.len() > MOST_TRIED { Vec::new() } else { in_order(false, MOST_TRIED) };
        let candidates = |named: &[usize]| -> Vec<Candidate> {
            let name = |place: &usize| self.name(*place, leads[*place].unwrap_or(0), false);
            named.iter().filter_map(|place| self.candidate(*place, &name(place))).collect()
        };
        let rule = axis.rule.map(|rule| left + rule.column);
        let space = Space { columns: room.area.width, bands: &rows.bands, rule };
        let mut labels = Labels::place(space, &candidates(&main), &candidates(&others));
        let more: HashMap<usize, usize> =
            labels.placed.iter().map(|label| (label.event, self.more(label, &labels))).collect();
        for (place, more) in &more {
            if leads[*place].is_some_and(|lead| lead > *more) {
                labels.shorten(*place, self.name(*place, *more, false).cells());
            }
        }
        labels.sort_by_key(|place| (order.key(&events[place]), place));
        let more = |place: usize| more.get(&place).copied().or(leads[place]).unwrap_or(0);
        let current = on_axis.iter().copied().find(|place| room.has_cursor && *place == room.cursor);
        let current = current.and_then(|place| self.candidate(place, &self.name(place, more(place), true)));
        if let Some(current) = &current {
            labels.put_current(space, current);
        }
        let is_current = |place: usize| current.as_ref().is_some_and(|current| current.event == place);
        let texts = labels.placed.iter().map(|label| label.event);
        let texts = texts.map(|place| self.name(place, more(place), is_current(place)));
        let texts = texts.collect();
        (labels, texts)
    }

    /// How many events of a label's column it has to count: those that have no label of their own.
    fn more(&self, label: &Label, labels: &Labels) -> usize {
        let is_here =
            |other: &&Label| other.corner == label.corner && self.band(other.event) == self.band(label.event);
        let named = labels.placed.iter().filter(is_here).count();
        self.leads[label.event].map_or(0, |others| (others + 1).saturating_sub(named))
    }

    /// Which of the bands an event is in, if its lane is in sight.
    fn band(&self, place: usize) -> Option<usize> {
        let row = self.parts.lanes.row_of(&self.parts.events[place]);
        let in_sight = self.rows.lanes();
        in_sight.contains(&row).then(|| row - in_sight.start)
    }

    /// What is written at an event, which may count others of its column.
    fn name(&self, place: usize, more: usize, has_cursor: bool) -> Name {
        let Self { context, parts, marks, left, room, .. } = self;
        let event = &parts.events[place];
        let lead = if has_cursor {
            Some(Lead::Cursor)
        } else {
            (event.standing == Mark::Article).then_some(Lead::Article)
        };
        let more = match more {
            0 => String::new(),
            more => format!(" +{}", context.language.count(more)),
        };
        let most = if room.area.width < WIDE { LABEL_CELLS.0 } else { LABEL_CELLS.1 };
        // It goes on to one side of its mark.
        let x = left + marks.columns[place].unwrap_or(0);
        let beside = x.max(room.area.width.saturating_sub(x + 1));
        let beside = beside.saturating_sub(u16::from(lead.is_some()) + cells(&more));
        let text = context
            .dossier
            .events
            .get(event.event)
            .map(|event| words::label(context, event, most.min(beside)))
            .unwrap_or_default();
        Name { lead, text: text + &more }
    }

    fn candidate(&self, place: usize, name: &Name) -> Option<Candidate> {
        let x = self.left + self.marks.columns[place]?;
        Some(Candidate { event: place, band: self.band(place)?, x, cells: name.cells() })
    }
}
