//! Events on a linear time axis: each in a row of its own with its name, a line down to the axis, and the article's day as a
//! rule.
//!
//! No line crosses a name. What there is no row for has its mark on the axis alone, and is counted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::stacked::{self, Name, Place};

use crate::dossier::{Event, Stop};
use crate::facts::{NamingOrder, TimelineEvent, stop_events, timeline, timeline_label};
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::time_axis::{ALL, Axis, Day, Reach, Ticks, number};
use crate::widgets::to_cells;

/// The rows of the axis and of what stands at its ticks.
const AXIS: u16 = 2;
/// The most rows from one event to the next.
const STEP: u16 = 3;
/// The most ticks of the axis.
const TICKS: i64 = 6;
/// The most events that are named: those that the stop names, and of others fewer.
const NAMED: usize = 9;
const NAMED_OTHERS: usize = 6;

/// The events of a stop, from left to right.
pub(in crate::tour) struct Lanes<'a> {
    context: &'a Context,
    events: Vec<TimelineEvent>,
    reach: Reach,
    /// The event that the stop selects, by its place among the events.
    selected: Option<usize>,
    /// Whether the stop names what it draws.
    are_named: bool,
}

impl<'a> Lanes<'a> {
    /// None where no event has a date.
    pub(super) fn of(context: &'a Context, stop: &Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let items = stop_events(dossier, stop);
        let mut events = timeline(dossier, context.faults(), &items);
        events.retain(|event| event.place.is_some());
        let reach = Reach::of(&events, dossier.article_days())?;
        let of_stop = stop.select.as_ref().and_then(|item| dossier.index_of(item));
        let selected = events.iter().position(|event| Some(event.event) == of_stop);
        Some(Self { context, events, reach, selected, are_named: !stop.items.is_empty() })
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let events = to_cells(self.events.len().min(self.most_named()));
        (AXIS + events.min(4), AXIS + 1 + events * STEP)
    }

    fn most_named(&self) -> usize {
        if self.are_named { NAMED } else { NAMED_OTHERS }
    }

    fn event(&self, event: &TimelineEvent) -> &Event {
        &self.context.dossier.events[event.event]
    }

    /// The places of the events that are named, as many as there are rows, in the order of time.
    fn named(&self, rows: usize) -> Vec<usize> {
        let order = NamingOrder::of(&self.events, self.context.dossier.article_days());
        let mut places: Vec<usize> = (0..self.events.len()).collect();
        if !self.are_named {
            places.sort_by_key(|place| order.key(&self.events[*place]));
        }
        // What the stop selects is always named.
        places.sort_by_key(|place| Some(*place) != self.selected);
        places.truncate(rows.min(self.most_named()));
        places.sort_unstable();
        places
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        let axis = Axis::new(self.reach.usual_range(ALL, 0), area.width, self.reach.article);
        let mut rows = area.height.saturating_sub(AXIS);
        if self.events.len() > usize::from(rows).min(self.most_named()) {
            // The others are counted in a row of their own.
            rows = rows.saturating_sub(1);
        }
        let named = self.named(usize::from(rows));
        let count = to_cells(named.len()).max(1);
        let bottom = area.bottom() - AXIS;
        // The names stand on the axis, as far apart as there are rows.
        let height = rows.min(count * STEP);
        let top = bottom - height;
        let rule = axis.rule.map(|rule| rule.column);
        if let Some(x) = rule {
            for y in top..bottom {
                buffer.set_string(
                    area.x + x,
                    y,
                    context.glyph(glyphs::ARTICLE_DAY),
                    context.style(Role::Axis),
                );
            }
        }
        let columns: Vec<Option<u16>> = self.events.iter().map(|event| Self::column(&axis, event)).collect();
        let shown: Vec<(usize, u16)> =
            named.iter().filter_map(|place| Some((*place, columns[*place]?))).collect();
        let forms: Vec<[String; 2]> = shown.iter().map(|(place, _)| self.forms(*place)).collect();
        let names: Vec<Name> = shown
            .iter()
            .zip(&forms)
            .map(|((_, x), forms)| Name {
                x: *x,
                forms: forms.each_ref().map(|form| to_cells(width::cells(form))),
            })
            .collect();
        let mut is_cut = false;
        for (row, at) in stacked::stack(&names, area.width, rule).into_iter().enumerate() {
            let (place, x) = shown[at.name];
            is_cut |= names[at.name].forms[at.form] > at.room;
            let y = top + to_cells(row) * height / count;
            for below in y + 1..bottom {
                let style = context.style(Role::Axis);
                buffer.set_string(area.x + x, below, context.glyph(glyphs::LABEL_STEM), style);
            }
            self.name(place, &forms[at.name][at.form], (x, y, at), area, buffer);
        }
        self.axis(&axis, &columns, &named, area, buffer);
        let more = self.events.len() - named.len();
        if more > 0 && top > area.y {
            let text = super::rows::more(context, more);
            buffer.set_string(area.x, area.y, text, context.style(Role::Quiet));
        }
        is_cut
    }

    fn column(axis: &Axis, event: &TimelineEvent) -> Option<u16> {
        axis.mark_column(number(event.place?.day))
    }

    /// What an event is called, with its date and without.
    fn forms(&self, place: usize) -> [String; 2] {
        let event = self.event(&self.events[place]);
        let label = timeline_label(event, |text| self.context.text(text));
        [format!("{label}, {}", self.context.compact_date(&event.date)), label]
    }

    /// Draws the mark of an event and its name.
    fn name(&self, place: usize, text: &str, (x, y, at): (u16, u16, Place), area: Rect, buffer: &mut Buffer) {
        let context = self.context;
        let kind = signs::of_event_kind(&self.event(&self.events[place]).kind);
        let is_selected = Some(place) == self.selected;
        let (role, mark) =
            if is_selected { (Role::LitWords, Role::LitWords) } else { (Role::Text, kind.role) };
        let [style, mark] =
            [role, mark].map(|role| context.style(role).remove_modifier(Modifier::UNDERLINED));
        let text = context.truncate(text, usize::from(at.room));
        // A name on the left ends at its line, however much of it is cut.
        let missing = if at.is_left { at.room.saturating_sub(to_cells(width::cells(&text))) } else { 0 };
        buffer.set_string(area.x + at.from + missing, y, &*text, style);
        buffer.set_string(area.x + x, y, context.glyph(kind.glyph), mark);
    }

    /// Draws the axis with its ticks, the marks of what is not named, and the periods of events that took longer than a
    /// column.
    fn axis(&self, axis: &Axis, columns: &[Option<u16>], named: &[usize], area: Rect, buffer: &mut Buffer) {
        let context = self.context;
        let style = context.style(Role::Axis);
        let y = area.bottom() - AXIS;
        for x in area.left()..area.right() {
            buffer.set_string(x, y, context.glyph(glyphs::RULE), style);
        }
        // Ticks stand on a period too.
        for event in &self.events {
            self.period(axis, event, (area.x, y), buffer);
        }
        let ticks = Ticks::up_to(TICKS, axis, 0, context.language);
        for column in &ticks.at {
            buffer.set_string(area.x + column, y, context.glyph(glyphs::TIME_TICK), style);
        }
        for (column, label) in &ticks.labels {
            buffer.set_string(area.x + column, y + 1, label, context.style(Role::Quiet));
        }
        if let Some(rule) = axis.rule {
            buffer.set_string(area.x + rule.column, y, context.glyph(glyphs::CROSSING), style);
            self.article_label(area, rule.column, &ticks, buffer);
        }
        for (place, event) in self.events.iter().enumerate() {
            let Some(column) = columns[place] else { continue };
            if named.contains(&place) {
                buffer.set_string(area.x + column, y, context.glyph(glyphs::CROSSING), style);
            } else {
                let kind = signs::of_event_kind(&self.event(event).kind);
                buffer.set_string(area.x + column, y, context.glyph(kind.glyph), context.style(kind.role));
            }
        }
    }

    /// A bar for what took longer, or whose date is less exact, than a column.
    fn period(&self, axis: &Axis, event: &TimelineEvent, (x, y): (u16, u16), buffer: &mut Buffer) {
        let Some((first, last)) = event.place.and_then(|place| place.period) else { return };
        let days: (Day, Day) = (number(first), number(last));
        let Some(columns) = axis.columns_of(days).filter(|columns| columns.end() > columns.start()) else {
            return;
        };
        for column in columns {
            let style = self.context.style(Role::Axis);
            buffer.set_string(x + column, y, self.context.glyph(glyphs::LANE_PERIOD), style);
        }
    }

    /// What the rule is, below it, where no label of the axis stands.
    fn article_label(&self, area: Rect, column: u16, ticks: &Ticks, buffer: &mut Buffer) {
        let label = self.context.strings().article;
        let cells = to_cells(width::cells(label));
        let from = column.saturating_sub(cells / 2).min(area.width.saturating_sub(cells));
        let is_free =
            |(at, text): &(u16, String)| at + to_cells(width::cells(text)) < from || *at > from + cells;
        if ticks.labels.iter().all(is_free) {
            buffer.set_string(area.x + from, area.bottom() - 1, label, self.context.style(Role::Article));
        }
    }
}
