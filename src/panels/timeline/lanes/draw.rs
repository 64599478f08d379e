//! Draws the lanes, and says which event is at a cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::lane_table::LaneTable;
use super::marks::{Cell, TOO_MANY};
use super::picture::{Lead, Picture};
use crate::dossier::{Kind, Ref};
use crate::facts::{Moment, TimelineEvent};
use crate::look::glyphs::{self, Glyph};
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::{LINE_COLOURS, Role};
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::to_cells;

/// A picture with what it was made of.
pub(super) struct Drawing<'a> {
    pub(super) picture: &'a Picture,
    pub(super) events: &'a [TimelineEvent],
    /// The same by their names.
    pub(super) items: &'a [Ref],
    pub(super) lanes: &'a LaneTable,
    /// What the selection lights.
    pub(super) lit: &'a Lit,
    /// The selected one, if one is.
    pub(super) selected: Option<usize>,
    pub(super) context: &'a Context,
}

/// The events that the selection lights, and where the axis shows them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Lit {
    /// How many there are.
    count: usize,
    /// How many the axis does not show.
    outside: usize,
    /// The cells of the others, from the upper left of the panel; events may share one.
    cells: Vec<(u16, u16)>,
}

impl Lit {
    /// Of these events of a picture.
    pub(super) fn of(lit: &[usize], events: &[TimelineEvent], lanes: &LaneTable, picture: &Picture) -> Self {
        let shown = lit.iter().filter_map(|event| picture.cell_of(*event, lanes.row_of(events.get(*event)?)));
        let mut cells: Vec<(u16, u16)> = shown.collect();
        let outside = lit.len() - cells.len();
        cells.sort_unstable();
        cells.dedup();
        Self { count: lit.len(), outside, cells }
    }
}

impl Picture {
    /// The cell of a mark in a lane, from the upper left of the panel; none off the axis, and where the lane is not in sight.
    fn cell_of(&self, event: usize, lane: usize) -> Option<(u16, u16)> {
        let band = self.rows.band(lane)?;
        Some((self.left + self.marks.columns.get(event).copied().flatten()?, band.marks))
    }
}

impl Drawing<'_> {
    /// Draws all of it.
    pub(super) fn draw(&self, buffer: &mut Buffer) {
        self.head(buffer);
        self.lanes(buffer);
        self.emphasis(buffer);
        self.labels(buffer);
        self.axis(buffer);
        self.words(buffer);
    }

    /// The event at a cell: that of a label, else the current one of a mark, a main one, or the first; a mark is hit beside it
    /// too.
    pub(super) fn hit_test(&self, position: Position) -> Option<usize> {
        let Picture { room, rows, left, labels, cells, .. } = self.picture;
        let (x, y) = (position.x.checked_sub(room.area.x)?, position.y.checked_sub(room.area.y)?);
        let at_label = labels.placed.iter().find(|label| {
            let is_written = label.y == y && (label.text.contains(&x) || label.corner == x);
            is_written || label.corner == x && label.stem.contains(&y)
        });
        if let Some(label) = at_label {
            return Some(label.event);
        }
        let band = rows.bands.iter().find(|band| band.marks == y)?;
        let column = x.checked_sub(*left)?;
        let near = [Some(column), column.checked_sub(1), Some(column + 1)];
        let here = near.into_iter().flatten().map(|column| cells.events(band.lane, column));
        let here = here.into_iter().find(|events| !events.is_empty())?;
        let current = here.iter().find(|event| **event == room.cursor);
        let main = here.iter().find(|event| self.events[**event].is_main);
        current.or(main).or(here.first()).copied()
    }

    fn write(&self, buffer: &mut Buffer, at: (u16, u16), text: &str, role: Role) {
        self.write_styled(buffer, at, text, self.context.style(role));
    }

    fn write_styled(&self, buffer: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style) {
        let area = self.picture.room.area;
        if x < area.width && y < area.height {
            buffer.set_stringn(area.x + x, area.y + y, text, usize::from(area.width - x), style);
        }
    }

    fn sign(&self, buffer: &mut Buffer, at: (u16, u16), glyph: Glyph, role: Role) {
        self.write(buffer, at, self.context.glyph(glyph), role);
    }

    /// The hue of a lane that an event is in.
    fn hue_of(&self, event: usize) -> u8 {
        hue(self.lanes.row_of(&self.events[event]))
    }

    /// What came after the article is bright.
    fn is_after(&self, event: usize) -> bool {
        self.events[event].moment == Moment::After
    }

    fn head(&self, buffer: &mut Buffer) {
        let Some((y, head)) = self.picture.rows.head.zip(self.picture.head.as_ref()) else { return };
        self.write(buffer, (0, y), &head.left, Role::Quiet);
        if let Some(right) = &head.right {
            let x = self.picture.room.area.width.saturating_sub(to_cells(width::cells(right)));
            self.write(buffer, (x, y), right, Role::Quiet);
            self.sign(buffer, (x, y), glyphs::ARTICLE_DAY, Role::Article);
        }
    }

    fn lanes(&self, buffer: &mut Buffer) {
        let Picture { rows, names, cells, left, axis, rule_rows, .. } = self.picture;
        for (band, name) in rows.bands.iter().zip(names) {
            let hue = hue(band.lane);
            self.write(buffer, (0, band.marks), name, Role::LineWords(hue));
            for (column, cell) in (0..).zip(cells.lane(band.lane)) {
                let at = (left + column, band.marks);
                match cell {
                    Cell::Line => self.sign(buffer, at, glyphs::LANE, Role::Axis),
                    Cell::Period => self.sign(buffer, at, glyphs::LANE_PERIOD, Role::Line(hue)),
                    Cell::Rule => self.sign(buffer, at, glyphs::LANE_ARTICLE, Role::Article),
                    Cell::OpenBefore => self.sign(buffer, at, glyphs::OPEN_BEFORE, Role::Line(hue)),
                    Cell::OpenAfter => self.sign(buffer, at, glyphs::OPEN_AFTER, Role::Line(hue)),
                    Cell::Events(events) => self.mark(buffer, at, events, hue),
                }
            }
        }
        if let Some(rule) = axis.rule {
            for y in rule_rows {
                self.sign(buffer, (left + rule.column, *y), glyphs::ARTICLE_DAY, Role::Article);
            }
        }
    }

    fn mark(&self, buffer: &mut Buffer, at: (u16, u16), events: &[usize], hue: u8) {
        let digit = events.len().to_string();
        let (text, style) = if let [one] = *events {
            let event = self.context.dossier.events.get(self.events[one].event);
            let sign = signs::of_event_kind(event.map_or("", |event| &event.kind));
            let style = self.context.style(Role::Line(hue));
            let style = if self.is_after(one) { style.add_modifier(Modifier::BOLD) } else { style };
            (self.context.glyph(sign.glyph), style)
        } else {
            let text = if events.len() < TOO_MANY { &*digit } else { self.context.glyph(glyphs::MANY) };
            (text, self.context.style(Role::LineWords(hue)).add_modifier(Modifier::BOLD))
        };
        self.write_styled(buffer, at, text, style);
    }

    /// The cell of an event's mark.
    fn cell_of(&self, event: usize) -> Option<(u16, u16)> {
        self.picture.cell_of(event, self.lanes.row_of(self.events.get(event)?))
    }

    fn is_selected(&self, event: usize) -> bool {
        self.items.get(event).is_some_and(|item| self.context.is_selected(item))
    }

    /// How an event is brought out, if it is.
    fn emphasised(&self, event: usize, style: Style) -> Option<Style> {
        let item = self.items.get(event)?;
        let is_cursor = event == self.picture.room.cursor && self.context.has_focus(Panel::Timeline);
        if self.context.is_selected(item) {
            Some(style.patch(self.context.style(Role::Selected)))
        } else if is_cursor {
            Some(style.patch(self.context.style(Role::Cursor)))
        } else if self.context.is_lit(item) {
            Some(self.lit_style(style))
        } else {
            None
        }
    }

    /// What is linked is underlined, since numbers are bold anyway.
    fn lit_style(&self, style: Style) -> Style {
        style.patch(self.context.style(Role::Lit)).add_modifier(Modifier::UNDERLINED)
    }

    /// Brings out the marks of what is linked, under the cursor, selected, in this order: events may share a cell.
    fn emphasis(&self, buffer: &mut Buffer) {
        let area = self.picture.room.area;
        let restyle = |buffer: &mut Buffer, (x, y): (u16, u16), of: &dyn Fn(Style) -> Option<Style>| {
            if let Some(cell) = buffer.cell_mut((area.x + x, area.y + y))
                && let Some(style) = of(cell.style())
            {
                cell.set_style(style);
            }
        };
        for cell in &self.lit.cells {
            restyle(buffer, *cell, &|style| Some(self.lit_style(style)));
        }
        for event in [Some(self.picture.room.cursor), self.selected].into_iter().flatten() {
            if let Some(cell) = self.cell_of(event) {
                restyle(buffer, cell, &|style| self.emphasised(event, style));
            }
        }
    }

    fn labels(&self, buffer: &mut Buffer) {
        let Picture { labels, texts, .. } = self.picture;
        for (label, name) in labels.placed.iter().zip(texts) {
            let hue = self.hue_of(label.event);
            let corner = match (label.is_above, label.begins()) {
                (true, true) => glyphs::LABEL_ABOVE_BEGINS,
                (true, false) => glyphs::LABEL_ABOVE_ENDS,
                (false, true) => glyphs::LABEL_BELOW_BEGINS,
                (false, false) => glyphs::LABEL_BELOW_ENDS,
            };
            self.sign(buffer, (label.corner, label.y), corner, Role::Line(hue));
            for y in label.stem.clone() {
                self.sign(buffer, (label.corner, y), glyphs::LABEL_STEM, Role::Line(hue));
            }
            let style = self.context.style(Role::LineWords(hue));
            let style = if self.is_after(label.event) { style.add_modifier(Modifier::BOLD) } else { style };
            let style = self.emphasised(label.event, style).unwrap_or(style);
            let mut x = label.text.start;
            match name.lead {
                Some(Lead::Cursor) => {
                    let sign = self.cursor_sign(label.event).unwrap_or(glyphs::CURSOR);
                    self.sign(buffer, (x, label.y), sign, Role::FrameFocused);
                }
                Some(Lead::Article) => {
                    self.sign(buffer, (x, label.y), signs::ARTICLE.glyph, signs::ARTICLE.role);
                }
                None => {}
            }
            x += u16::from(name.lead.is_some());
            self.write_styled(buffer, (x, label.y), &name.text, style);
        }
    }

    /// The sign of the cursor on an event; none where it is neither selected nor in the panel that keys go to.
    fn cursor_sign(&self, event: usize) -> Option<Glyph> {
        if self.is_selected(event) {
            Some(glyphs::SELECTED)
        } else {
            self.context.has_focus(Panel::Timeline).then_some(glyphs::CURSOR)
        }
    }

    fn axis(&self, buffer: &mut Buffer) {
        let Picture { rows, axis, left, ticks, before, after, article_is_open, .. } = self.picture;
        let (y, end) = (rows.axis, axis.columns.saturating_sub(to_cells(width::cells(after))));
        let at = |column: u16| (left + column, y);
        for column in 0..end {
            self.sign(buffer, at(column), glyphs::RULE, Role::Axis);
        }
        for column in ticks.at.iter().filter(|column| **column < end) {
            self.sign(buffer, at(*column), glyphs::TIME_TICK, Role::Axis);
        }
        if let Some(rule) = axis.rule.filter(|rule| rule.column < end) {
            self.sign(buffer, at(rule.column), glyphs::CROSSING, Role::Article);
            let beside = [
                (article_is_open.0, rule.column.checked_sub(1), glyphs::OPEN_BEFORE),
                (article_is_open.1, Some(rule.column + 1).filter(|column| *column < end), glyphs::OPEN_AFTER),
            ];
            for (is_open, column, sign) in beside {
                if let Some(column) = column.filter(|_| is_open) {
                    self.sign(buffer, at(column), sign, Role::Article);
                }
            }
        }
        let before = self.context.truncate(before, usize::from(*left).max(2));
        self.write(buffer, (0, y), &before, Role::Quiet);
        self.write(buffer, at(end), after, Role::Quiet);
        for (column, label) in &ticks.labels {
            self.write(buffer, (left + column, y + 1), label, Role::Quiet);
        }
    }

    fn words(&self, buffer: &mut Buffer) {
        let Picture { rows, legend, readout, named, room, .. } = self.picture;
        for (y, line) in (rows.legend.0..).zip(legend) {
            self.write(buffer, (0, y), line, Role::Quiet);
        }
        if let Some(y) = rows.counts {
            self.write(buffer, (2, y), named, Role::Quiet);
        }
        let (first, height) = rows.readout;
        let linked = self.linked();
        let sign = self.cursor_sign(room.cursor);
        let is_shown = sign.is_some() || linked.is_none();
        let mut y = first;
        if is_shown {
            if let Some(sign) = sign {
                self.sign(buffer, (0, y), sign, Role::FrameFocused);
            }
            if let Some(of) = readout.of.as_ref().filter(|_| readout.left > 2) {
                // First, so that it is there whatever is cut.
                let sign = self.context.standing_sign(of);
                self.sign(buffer, (1, y), sign.glyph, sign.role);
            }
            for line in readout.title.iter().take(usize::from(height)) {
                self.write(buffer, (readout.left, y), line, Role::Heading);
                y += 1;
            }
        }
        if y >= first + height {
            return;
        }
        match (linked, &readout.of) {
            (Some(linked), _) => {
                self.sign(buffer, (2, y), glyphs::LIT, Role::Lit);
                let room = usize::from(room.area.width.saturating_sub(4));
                self.write(buffer, (4, y), &self.context.truncate(&linked, room), Role::Quiet);
            }
            (None, Some(of)) if !readout.details.is_empty() => {
                let sign = self.context.standing_sign(of);
                self.sign(buffer, (2, y), sign.glyph, sign.role);
                self.write(buffer, (4, y), &readout.details, Role::Quiet);
            }
            _ => {}
        }
    }

    /// How many events are linked to something else that is selected, and how many of them the axis does not show.
    fn linked(&self) -> Option<String> {
        let (context, strings) = (self.context, self.context.strings());
        let is_other = context.selection().is_some_and(|selection| selection.kind != Kind::Event);
        let Lit { count, outside, .. } = *self.lit;
        if !is_other || count == 0 {
            return None;
        }
        let mut text = format!("{} {}", context.language.count(count), strings.linked_to_selection);
        if outside > 0 {
            text.push_str(", ");
            text.push_str(&strings.outside.replace("{}", &context.language.count(outside)));
        }
        Some(text)
    }
}

/// The number of a lane's colour.
fn hue(row: usize) -> u8 {
    (row % LINE_COLOURS) as u8
}
