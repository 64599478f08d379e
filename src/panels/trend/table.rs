//! Draws a series that is no line: a row a figure with its period, place, part, value and source.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::list::List;
use super::super::row;
use super::chart::shown;
use crate::dossier::{Dossier, Kind, Observation, Ref, Series, When};
use crate::text::width;
use crate::ui::context::Context;
use crate::ui::dates;
use crate::ui::names;
use crate::ui::panel::Panel;
use crate::ui::signs;
use crate::ui::theme::Role;

/// The figures of a series by period; the undated last.
pub(super) fn items(dossier: &Dossier, series: &Series, only_after: bool) -> Vec<Ref> {
    let mut items: Vec<&Observation> = shown(dossier, series, only_after).collect();
    items
        .sort_by_key(|observation| observation.date.as_ref().and_then(When::first).unwrap_or(NaiveDate::MAX));
    items.into_iter().map(Observation::to_ref).collect()
}

/// Rows above the figures: the names of the columns.
pub(super) const HEADER: u16 = 1;

/// The columns: period, place, part, value, source.
const COLUMNS: usize = 5;
/// The column that is set to the right, as figures are.
const VALUE: usize = 3;

/// Draws the window into the room between heading and caption.
pub(super) fn draw(list: &List, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let cursor = list.shown_cursor(context, Panel::Trend);
    let window = list.window(area.height.saturating_sub(HEADER), |_| 1);
    let shown = &list.items()[window];
    let figures: Vec<[String; COLUMNS]> = shown.iter().map(|item| cells(context, item)).collect();
    let header = [strings.period, strings.place_short, strings.part, strings.value, strings.source.one];
    let header = header.map(names::capitalized);
    let widths = widths(&figures, &header, area);
    draw_row(&header, widths, context.style(Role::Quiet), Rect { height: 1, ..area }, buffer);
    for ((y, item), cells) in (area.y + HEADER..area.bottom()).zip(shown).zip(&figures) {
        let line = Rect { y, height: 1, ..area };
        row::ends(context, item, cursor == Some(item), line, buffer);
        let sign = signs::BACKGROUND;
        buffer.set_string(area.x + row::CURSOR_CELLS, y, sign.glyph, context.style(sign.role));
        draw_row(cells, widths, row::style(context, item), line, buffer);
    }
}

fn cells(context: &Context, item: &Ref) -> [String; COLUMNS] {
    let Some(figure) = context.dossier.observation(&item.id) else { return Default::default() };
    let place = figure.place.as_ref().map(|id| names::name(context, &Ref::new(Kind::Place, id)));
    let part = figure.part_name.as_ref().map(|part| context.text(part));
    let value = match figure.value {
        Some(_) => names::value(context, figure),
        None => context.strings().no_figure_short.to_owned(),
    };
    let date = figure.date.as_ref().map(|date| dates::compact(date, context.language));
    [
        date.unwrap_or_else(|| context.strings().undated.to_owned()),
        place.unwrap_or_default(),
        part.unwrap_or_default(),
        value,
        names::name(context, &Ref::new(Kind::Source, &figure.source)),
    ]
}

/// As wide as what is shown in them; the source gets what is left, and none at all where that is too little to read.
fn widths(figures: &[[String; COLUMNS]], header: &[String; COLUMNS], area: Rect) -> [usize; COLUMNS] {
    const LEAST_SOURCE: usize = 8;
    let room = usize::from(area.width.saturating_sub(row::CURSOR_CELLS + 1 + row::LIT_CELLS));
    let widest = |column: usize| figures.iter().map(|cells| width::cells(&cells[column])).max().unwrap_or(0);
    let mut widths = [0; COLUMNS];
    let mut used = 0;
    for column in 0..COLUMNS {
        let wanted = match (column, widest(column)) {
            (_, 0) => 0,
            (_, widest) => widest.max(width::cells(&header[column])),
        };
        let left = room.saturating_sub(used);
        widths[column] = match column + 1 {
            COLUMNS if left < LEAST_SOURCE => 0,
            _ => wanted.min(left),
        };
        used += widths[column] + usize::from(widths[column] > 0);
    }
    widths
}

fn draw_row(
    cells: &[String; COLUMNS],
    widths: [usize; COLUMNS],
    style: Style,
    line: Rect,
    buffer: &mut Buffer,
) {
    let mut x = line.x + row::CURSOR_CELLS + 1;
    for (column, (cell, cells)) in cells.iter().zip(widths).enumerate() {
        if cells == 0 {
            continue;
        }
        let text = width::truncate(cell, cells);
        let gap = if column == VALUE { cells.saturating_sub(width::cells(&text)) } else { 0 };
        buffer.set_string(x + u16::try_from(gap).unwrap_or(0), line.y, &*text, style);
        x += u16::try_from(cells).unwrap_or(0) + 1;
    }
}
