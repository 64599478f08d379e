//! Draws the picture of a line chart, and says what is at a cell of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::marks::{Mark, Shape};
use super::picture::Picture;
use crate::dossier::chart::Chart;
use crate::dossier::{Kind, Ref};
use crate::look::glyphs;
use crate::look::panel::{Focus, Panel};
use crate::look::theme::{LINE_COLOURS, Role};
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;
use crate::widgets::to_cells;

/// A picture with what it was made of.
pub(super) struct Drawing<'a> {
    pub(super) picture: &'a Picture,
    pub(super) chart: &'a Chart,
    /// The line and the point the cursor is on.
    pub(super) cursor: (usize, usize),
    /// The last row, in words.
    pub(super) notes: &'a [String],
    /// The head of the row of events.
    pub(super) events_head: &'a str,
    pub(super) context: &'a Context,
}

impl Drawing<'_> {
    /// Draws all of it.
    pub(super) fn draw(&self, buffer: &mut Buffer) {
        self.axes(buffer);
        self.lines(buffer);
        self.labels(buffer);
        self.events(buffer);
        self.missing(buffer);
        if let Some(y) = self.picture.notes_row {
            let room = usize::from(self.picture.room.area.width.saturating_sub(2));
            let notes = self.context.joined(self.notes);
            let notes = self.context.truncate_parts(&notes, room);
            self.write(buffer, 1, y, &notes, Role::Quiet);
        }
    }

    /// The figure at a cell: the one of a label, else the nearest mark in its row, the cursor's before others.
    pub(super) fn hit_test(&self, position: Position) -> Option<(usize, usize)> {
        let Self { picture, cursor, .. } = self;
        let area = picture.room.area;
        let (x, y) = (position.x.checked_sub(area.x)?, position.y.checked_sub(area.y)?);
        let at_label =
            picture.labels.placed.iter().find(|label| label.y == y && label.columns().contains(&x));
        if let Some(label) = at_label {
            return Some(label.of);
        }
        let column = x.checked_sub(picture.edge + 1)?;
        let missing = picture.missing.iter().filter(|_| picture.missing_row == Some(y));
        let missing = missing.map(|one| (one.column, one.of));
        let marks = picture.marks.iter().filter(|mark| {
            let (upper, lower) = mark.rows(picture.scale.rows());
            y == upper || y == lower
        });
        let found = missing.chain(marks.map(|mark| (mark.column, (mark.line, mark.point))));
        let near = found.filter(|(at, _)| at.abs_diff(column) <= 1);
        near.min_by_key(|(at, of)| (at.abs_diff(column), of != cursor)).map(|(_, of)| of)
    }

    fn write(&self, buffer: &mut Buffer, x: u16, y: u16, text: &str, role: Role) {
        self.write_styled(buffer, (x, y), text, self.context.style(role));
    }

    fn write_styled(&self, buffer: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style) {
        let area = self.picture.room.area;
        if x < area.width && y < area.height {
            buffer.set_stringn(area.x + x, area.y + y, text, usize::from(area.width - x), style);
        }
    }

    /// The column in the chart of one in the plot.
    fn at(&self, column: u16) -> u16 {
        self.picture.edge + 1 + column
    }

    fn hue(&self, line: usize) -> u8 {
        (self.chart.hue(line) % LINE_COLOURS) as u8
    }

    /// The role that a line is drawn in: its colour.
    fn line_role(&self, line: usize) -> Role {
        Role::Line(self.hue(line))
    }

    /// The role of what is written at a line.
    fn words_role(&self, line: usize) -> Role {
        Role::LineWords(self.hue(line))
    }

    /// The role of a mark: a bound is no point of its line, and recedes.
    fn mark_role(&self, mark: &Mark) -> Role {
        match mark.shape {
            Shape::Up(_) | Shape::Down(_) => Role::Quiet,
            Shape::Block(_) | Shape::Sign(_) => self.line_role(mark.line),
        }
    }

    fn axes(&self, buffer: &mut Buffer) {
        let Self { picture, context, .. } = self;
        let (edge, zero, rows) = (picture.edge, picture.scale.zero(), picture.scale.rows());
        for y in 0..rows {
            self.write(buffer, edge, y, context.glyph(glyphs::AXIS), Role::Axis);
        }
        for (y, _, label) in &picture.value_ticks {
            self.write(buffer, edge, *y, context.glyph(glyphs::VALUE_TICK), Role::Axis);
            self.write(buffer, edge.saturating_sub(to_cells(width::cells(label))), *y, label, Role::Quiet);
        }
        if let Some((x, y, unit)) = &picture.unit {
            self.write(buffer, *x, *y, unit, Role::Quiet);
        }
        for column in 0..picture.axis.columns {
            self.write(buffer, self.at(column), zero, context.glyph(glyphs::RULE), Role::Axis);
        }
        for column in &picture.time_ticks.ticks {
            self.write(buffer, self.at(*column), zero, context.glyph(glyphs::TIME_TICK), Role::Axis);
        }
        self.write(buffer, edge, zero, context.glyph(glyphs::CROSSING), Role::Axis);
        if let Some((column, blank)) = &picture.rule {
            for y in blank {
                self.write(buffer, self.at(*column), *y, context.glyph(glyphs::ARTICLE_DAY), Role::Axis);
            }
            self.write(buffer, self.at(*column), zero, context.glyph(glyphs::CROSSING), Role::Axis);
        }
        if let Some((x, y, words)) = &picture.rule_words {
            self.write(buffer, *x, *y, words, Role::Quiet);
        }
        for (x, label) in &picture.time_ticks.labels {
            let x = u16::try_from(x + i32::from(edge) + 1).unwrap_or(0);
            self.write(buffer, x, rows, label, Role::Quiet);
        }
    }

    fn lines(&self, buffer: &mut Buffer) {
        let Self { picture, context, .. } = self;
        for y in 0..picture.scale.rows() {
            for x in 0..picture.axis.columns {
                if let Some((dots, line)) = picture.dots.cell(x, y) {
                    let style = context.style(self.line_role(usize::from(line)));
                    self.write_styled(buffer, (self.at(x), y), dots.encode_utf8(&mut [0; 4]), style);
                }
            }
        }
        for (line, (x, y)) in &picture.joints {
            self.write(buffer, self.at(*x), *y, ".", self.line_role(*line));
        }
        for mark in &picture.marks {
            if mark.is_sign() {
                self.sign(buffer, mark, context.style(self.mark_role(mark)));
            }
        }
        // What is linked, selected or under the cursor is drawn last: marks may share a cell.
        let mut marked: Vec<(Emphasis, &Mark)> = Vec::new();
        for mark in &picture.marks {
            let emphasis = self.emphasis((mark.line, mark.point));
            marked.extend(emphasis.map(|emphasis| (emphasis, mark)));
        }
        marked.sort_by_key(|(emphasis, _)| *emphasis);
        for (emphasis, mark) in marked {
            let style = self.emphasised(self.context.style(self.mark_role(mark)), emphasis);
            if mark.is_sign() {
                self.sign(buffer, mark, style);
                continue;
            }
            let (upper, lower) = mark.rows(picture.scale.rows());
            for y in [upper, lower] {
                if let Some((dots, _)) = picture.dots.cell(mark.column, y) {
                    let cell = (self.at(mark.column), y);
                    self.write_styled(buffer, cell, dots.encode_utf8(&mut [0; 4]), style);
                }
            }
        }
    }

    fn sign(&self, buffer: &mut Buffer, mark: &Mark, style: Style) {
        let (glyph, y) = match mark.shape {
            Shape::Up(y) => (glyphs::UP, y),
            Shape::Down(y) => (glyphs::DOWN, y),
            Shape::Sign(y) if mark.is_unsure => (glyphs::UNSURE_POINT, y),
            Shape::Sign(y) => (glyphs::POINT, y),
            Shape::Block(_) => return,
        };
        self.write_styled(buffer, (self.at(mark.column), y), self.context.glyph(glyph), style);
    }

    fn of(&self, (line, point): (usize, usize)) -> &Ref {
        &self.chart.lines[line].points[point].of
    }

    fn emphasis(&self, of: (usize, usize)) -> Option<Emphasis> {
        let name = self.of(of);
        if self.context.is_selected(name) {
            Some(Emphasis::Selected)
        } else if of == self.cursor && self.context.focus == Focus::Panel(Panel::Trend) {
            Some(Emphasis::Cursor)
        } else {
            self.context.is_lit(name).then_some(Emphasis::Lit)
        }
    }

    fn emphasised(&self, style: Style, emphasis: Emphasis) -> Style {
        match emphasis {
            Emphasis::Lit => style.add_modifier(Modifier::BOLD),
            Emphasis::Cursor => style.patch(self.context.style(Role::Cursor)),
            Emphasis::Selected => style.patch(self.context.style(Role::Selected)),
        }
    }

    fn labels(&self, buffer: &mut Buffer) {
        let mut lit_lines = vec![None; self.chart.lines.len()];
        for label in &self.picture.labels.placed {
            let line = label.of.0;
            let is_lit =
                *lit_lines[line].get_or_insert_with(|| lines::is_lit(self.context, &self.chart.lines[line]));
            let mut style = self.context.style(self.words_role(line));
            if is_lit {
                style = style.add_modifier(Modifier::BOLD);
            }
            self.write_styled(buffer, (label.x, label.y), &label.text, style);
            // Of a value and a name the value is the figure's.
            if let (Some(emphasis), Some(value)) = (self.emphasis(label.of), &label.value_text) {
                self.write_styled(buffer, (label.x, label.y), value, self.emphasised(style, emphasis));
            }
            if is_lit && label.has_name {
                let sign = self.context.glyph(glyphs::LIT);
                self.write(buffer, label.columns().end + 1, label.y, sign, Role::Lit);
            }
        }
    }

    fn events(&self, buffer: &mut Buffer) {
        let Self { picture, context, .. } = self;
        let Some(y) = picture.events_row else { return };
        if picture.events.bins.is_empty() {
            return;
        }
        let has_room = width::cells(self.events_head) <= usize::from(picture.edge);
        let head = if has_room { self.events_head } else { context.glyph(glyphs::EVENT) };
        self.write(buffer, 0, y, head, Role::Quiet);
        let name = |event: &usize| context.dossier.events[*event].to_ref();
        let has_lit = context.selection().is_some();
        for bin in &picture.events.bins {
            let number = bin.events.len();
            let digit = number.to_string();
            let sign = match number {
                1 => context.glyph(glyphs::EVENT),
                2..10 => &digit,
                _ => context.glyph(glyphs::MANY),
            };
            let role = if has_lit && bin.events.iter().any(|event| context.is_selected(&name(event))) {
                Role::Selected
            } else if has_lit && bin.events.iter().any(|event| context.is_lit(&name(event))) {
                Role::Lit
            } else {
                Role::Quiet
            };
            self.write(buffer, self.at(bin.column), y, sign, role);
        }
    }

    fn missing(&self, buffer: &mut Buffer) {
        let Some(y) = self.picture.missing_row else { return };
        for one in &self.picture.missing {
            let mut style = self.context.style(self.line_role(one.of.0));
            if let Some(emphasis) = self.emphasis(one.of) {
                style = self.emphasised(style, emphasis);
            }
            let sign = self.context.glyph(glyphs::MISSING);
            self.write_styled(buffer, (self.at(one.column), y), sign, style);
            if let Some((x, words)) = &one.name {
                self.write(buffer, *x, y, words, self.words_role(one.of.0));
            }
        }
    }
}

/// How much a figure is brought out; of two that share a cell the greater is seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Emphasis {
    /// Linked to the selection.
    Lit,
    /// Where the next key starts from.
    Cursor,
    /// Selected.
    Selected,
}

/// How many lit events are on a time axis, and how many are off it on either side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct LitEvents {
    pub(super) before: usize,
    pub(super) on: usize,
    pub(super) after: usize,
}

/// Counts the events the selection lights, on the time axis and off it.
pub(super) fn lit_events(picture: &Picture, context: &Context) -> LitEvents {
    let mut events = LitEvents::default();
    let lit = context.lit().things().filter(|name| name.kind == Kind::Event);
    let periods = lit.filter_map(|name| super::events::period_of(context.dossier.event(&name.id)?));
    for period in periods {
        match super::events::side(&picture.axis, period) {
            std::cmp::Ordering::Less => events.before += 1,
            std::cmp::Ordering::Equal => events.on += 1,
            std::cmp::Ordering::Greater => events.after += 1,
        }
    }
    events
}
