//! Draws the score: what is planned, and on it what is selected, linked and filtered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Facts;
use super::pieces::wrapped;
use super::plan::{MARGIN, Plan, PlanRow};
use crate::dossier::{Kind, Ref};
use crate::facts::Tile;
use crate::look::glyphs;
use crate::look::panel::Panel;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{names, score};
use crate::text::width;
use crate::widgets::list_panel::ListPanel;
use crate::widgets::tile_strip::Strip;
use crate::widgets::to_cells;

/// What is drawn with.
pub(super) struct Drawing<'a> {
    pub(super) context: &'a Context,
    pub(super) facts: &'a Facts,
    pub(super) plan: &'a Plan,
    pub(super) panel: &'a ListPanel,
    pub(super) area: Rect,
}

/// The fewest cells for the text of a claim beside what it rests on.
const LEAST_TEXT: usize = 16;

impl Drawing<'_> {
    pub(super) fn draw(&self, buffer: &mut Buffer) {
        let current = self.current();
        let readout = current.map_or_else(|| self.linked(), |item| self.readout(item));
        for (y, row) in (self.area.y..self.area.bottom()).zip(&self.plan.rows) {
            match row {
                PlanRow::Blank => {}
                PlanRow::Words(pieces) => {
                    for piece in pieces {
                        self.text(piece.x, y, &piece.text, self.context.style(piece.role), buffer);
                    }
                }
                PlanRow::Readout(line) => {
                    if let Some(spans) = readout.get(*line) {
                        let mut x = 0;
                        for (text, style) in spans {
                            self.text(x, y, text, *style, buffer);
                            x += to_cells(width::cells(text));
                        }
                    }
                }
                _ => self.tiles(row, current, y, buffer),
            }
        }
    }

    fn text(&self, x: u16, y: u16, text: &str, style: Style, buffer: &mut Buffer) {
        let x = self.area.x + MARGIN + x;
        let room = usize::from(self.area.right().saturating_sub(x));
        if room > 0 {
            buffer.set_stringn(x, y, text, room, style);
        }
    }

    /// The claim or gap that is described: the selection, or else what the next step starts from.
    fn current(&self) -> Option<&Ref> {
        let listed = |item: &&Ref| matches!(item.kind, Kind::Claim | Kind::Gap);
        self.context
            .selection()
            .filter(listed)
            .or_else(|| self.panel.shown_cursor(self.context, Panel::Claims))
    }

    /// A row of the strip.
    fn tiles(&self, row: &PlanRow, current: Option<&Ref>, y: u16, buffer: &mut Buffer) {
        let (PlanRow::Gaps(number)
        | PlanRow::Tiles(number)
        | PlanRow::Signs(number)
        | PlanRow::Numbers(number)
        | PlanRow::Labels(number)
        | PlanRow::Pointer(number)) = row
        else {
            return;
        };
        let Some(strip) = &self.plan.strip else { return };
        let of_strip = &strip.rows[*number];
        let is_head = !strip.is_single() && matches!(row, PlanRow::Signs(_));
        if matches!(row, PlanRow::Labels(_)) || is_head {
            for (x, label) in &of_strip.labels {
                self.text(*x, y, label, self.context.style(Role::Quiet), buffer);
            }
        }
        if matches!(row, PlanRow::Labels(_)) {
            return;
        }
        let current = current.and_then(|item| self.facts.places.get(item)).copied();
        for (place, x) in of_strip.tiles.iter().enumerate() {
            let place = of_strip.first + place;
            let tile = &self.facts.score.tiles[place];
            let x = self.area.x + MARGIN + x;
            match row {
                PlanRow::Gaps(_) => self.gaps(tile, strip, (x, y), buffer),
                PlanRow::Tiles(_) => {
                    let fill = self.fill(tile);
                    self.cells(x..x + strip.tile, y, fill, buffer);
                }
                PlanRow::Signs(_) => self.sign(tile, strip, (x, y), buffer),
                PlanRow::Numbers(_) => {
                    let number = self.context.language.count(place + 1);
                    let cells = to_cells(width::cells(&number));
                    if cells <= strip.tile {
                        let style = self.style_of(&tile.claim).unwrap_or(self.context.style(Role::Quiet));
                        buffer.set_string(x + strip.tile - cells, y, number, style);
                    }
                }
                _ if current == Some(place) => {
                    let style = self.context.style(Role::FrameFocused);
                    buffer.set_string(x, y, self.context.glyph(glyphs::POINTER), style);
                }
                _ => {}
            }
        }
    }

    /// Many tiles are drawn with every key: a cell at a time, without measuring what is known to be one cell wide.
    fn cells(&self, cells: std::ops::Range<u16>, y: u16, sign: Sign, buffer: &mut Buffer) {
        let (glyph, style) = (self.context.glyph(sign.glyph), self.context.style(sign.role));
        for x in cells {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(glyph).set_style(style);
            }
        }
    }

    fn passes(&self, item: &Ref) -> bool {
        self.panel.place(item).is_some()
    }

    fn fill(&self, tile: &Tile) -> Sign {
        if self.passes(&tile.claim) {
            signs::tile(tile.assessment)
        } else {
            Sign { glyph: glyphs::TILE_FILTERED, role: Role::Quiet }
        }
    }

    /// How what is selected or linked to it is set off; none of all else.
    fn style_of(&self, item: &Ref) -> Option<Style> {
        let context = self.context;
        match context.selection() {
            None => None,
            Some(_) if context.is_selected(item) => Some(context.style(Role::Selected)),
            Some(_) => context.is_lit(item).then(|| context.style(Role::LitWords)),
        }
    }

    fn sign(&self, tile: &Tile, strip: &Strip, (x, y): (u16, u16), buffer: &mut Buffer) {
        let sign = match tile.assessment {
            _ if !self.passes(&tile.claim) && strip.has_fills => return,
            _ if !self.passes(&tile.claim) => self.fill(tile),
            None => signs::BROKEN,
            Some(assessment) => signs::of_assessment(assessment),
        };
        self.cells(x..x + 1, y, sign, buffer);
        if let Some(style) = self.style_of(&tile.claim) {
            buffer.set_style(Rect::new(x, y, strip.tile, 1), style);
        }
    }

    /// That something is left out, or how much.
    fn gaps(&self, tile: &Tile, strip: &Strip, (x, y): (u16, u16), buffer: &mut Buffer) {
        let passing: Vec<&Ref> = tile.gaps.iter().filter(|gap| self.passes(gap)).collect();
        let count = self.context.language.count(passing.len());
        let text = match passing.len() {
            0 => return,
            2.. if width::cells(&count) <= usize::from(strip.tile) => &*count,
            _ => self.context.glyph(signs::GAP.glyph),
        };
        let style = passing.iter().find_map(|gap| self.style_of(gap));
        buffer.set_string(x, y, text, style.unwrap_or(self.context.style(signs::GAP.role)));
    }

    /// The current claim or gap, in the rows there are for it: what it is, what it says, what it rests on.
    fn readout(&self, item: &Ref) -> Vec<Vec<(String, Style)>> {
        let (context, facts) = (self.context, self.facts);
        let cells = usize::from(self.plan.cells);
        let tile = facts.places.get(item).map(|place| &facts.score.tiles[*place]);
        let assessment = tile.filter(|_| item.kind == Kind::Claim).map(|tile| tile.assessment);
        let (sign, word) = match assessment {
            Some(Some(of)) => (signs::of_assessment(of), names::assessment(context.language, of)),
            Some(None) => (signs::BROKEN, names::judgement(context.language, None)),
            None => (signs::GAP, context.strings().gap.one),
        };
        let pointer = if context.is_selected(item) { glyphs::SELECTED } else { glyphs::CURSOR };
        let number =
            context.dossier.number_of(item).map_or_else(String::new, |number| context.language.count(number));
        let dot = context.glyph(glyphs::DOT);
        let head = [
            (format!("{} ", context.glyph(pointer)), context.style(Role::FrameFocused)),
            (format!("{number} "), context.style(Role::Heading)),
            (format!("{} ", context.glyph(sign.glyph)), context.style(sign.role)),
            (format!("{word}{dot}"), context.style(Role::Heading)),
        ];
        let taken: usize = head.iter().map(|(text, _)| width::cells(text)).sum();
        let text = names::name(context, item);
        let rests_on = match (item.kind, tile) {
            (Kind::Claim, Some(tile)) => score::sources(context, tile),
            _ => String::new(),
        };
        let (plain, quiet) = (context.style(Role::Text), context.style(Role::Quiet));
        let room = cells.saturating_sub(taken);
        let with = width::cells(&rests_on) + width::cells(dot);
        if self.plan.readout > 1 && width::cells(&text) + with > room {
            // What it rests on has the last row; the text goes on before it.
            let rows = self.plan.readout - usize::from(!rests_on.is_empty());
            let first = wrapped(context, &format!("{}{text}", "\u{a0}".repeat(taken)), to_cells(cells), rows);
            let mut lines: Vec<Vec<(String, Style)>> = Vec::new();
            for (place, line) in first.into_iter().enumerate() {
                lines.push(match place {
                    0 => head.iter().cloned().chain([(line.trim_start().to_owned(), plain)]).collect(),
                    _ => vec![(line, plain)],
                });
            }
            if !rests_on.is_empty() {
                let rests_on = context.truncate(&rests_on, cells.saturating_sub(2)).into_owned();
                lines.push(vec![("  ".to_owned(), quiet), (rests_on, quiet)]);
            }
            return lines;
        }
        let has_room = !rests_on.is_empty() && room >= with + LEAST_TEXT.min(width::cells(&text));
        let cut = context.truncate(&text, if has_room { room - with } else { room }).into_owned();
        let mut line: Vec<(String, Style)> = head.into();
        line.push((cut, plain));
        if has_room {
            line.push((format!("{dot}{rests_on}"), quiet));
        }
        vec![line]
    }

    /// How many claims are linked to a selection that is none of them.
    fn linked(&self) -> Vec<Vec<(String, Style)>> {
        let context = self.context;
        let lit = [Kind::Claim, Kind::Gap].iter().map(|kind| context.lit().count(*kind)).sum::<usize>();
        if lit == 0 || context.selection().is_none() {
            return Vec::new();
        }
        let text = format!("{} {}", context.language.count(lit), context.strings().linked_to_selection);
        let text = context.truncate(&text, usize::from(self.plan.cells).saturating_sub(2)).into_owned();
        vec![vec![
            (format!("{} ", context.glyph(glyphs::LIT)), context.style(Role::Lit)),
            (text, context.style(Role::Quiet)),
        ]]
    }
}
