//! Draws an event in its columns, and the rules between events.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::order::Rules;
use crate::dossier::{Event, Ref};
use crate::facts::Moment;
use crate::i18n::dates;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::list_panel::ItemLayout;
use crate::widgets::{row, to_cells};

/// The minimum width of the year: most have four digits.
const LEAST_YEAR: u16 = 4;

/// The widths of the columns, for a dossier and a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    year: u16,
    date: u16,
    lane: u16,
}

impl Columns {
    pub(super) fn of(context: &Context) -> Self {
        let years = context.dossier.events.iter().map(|event| width::cells(&year(event)));
        let date = context.dossier.events.iter().map(|event| width::cells(&date(context, event)));
        let lane = context.dossier.lanes.iter().map(|lane| width::cells(&context.text(&lane.short)));
        Self {
            year: to_cells(years.max().unwrap_or(0)).max(LEAST_YEAR),
            date: to_cells(date.max().unwrap_or(0)).min(dates::SHORT_CELLS),
            lane: to_cells(lane.max().unwrap_or(0)).min(8),
        }
    }

    /// The cells before the title: cursor, year, standing, date, kind, lane, and the blanks between them.
    fn before_title(self) -> u16 {
        let lane = if self.lane > 0 { self.lane + 1 } else { 0 };
        row::CURSOR_CELLS + self.year + 3 + self.date + 3 + lane
    }

    /// The cells of the title.
    pub(super) fn title_cells(self, area: Rect) -> usize {
        usize::from(area.width.saturating_sub(self.before_title() + row::LIT_CELLS))
    }
}

/// Draws the events of a list from the top down.
pub(super) struct EventPainter<'a> {
    context: &'a Context,
    rules: &'a Rules,
    columns: Columns,
    /// What the rule of the article's day says.
    article: String,
    /// The year in the row above; none at the top and below a rule.
    year_above: Option<String>,
}

impl<'a> EventPainter<'a> {
    pub(super) fn new(context: &'a Context, rules: &'a Rules, columns: Columns) -> Self {
        Self { context, rules, columns, article: article_label(context), year_above: None }
    }

    /// Draws an event with its rules.
    pub(super) fn draw(&mut self, item: &Ref, entry: &ItemLayout, room: Rect, buffer: &mut Buffer) {
        let Self { context, rules, columns, article, year_above } = self;
        let Rules { article_before, article_after, undated_before } = rules;
        let mut rows = (room.top()..room.bottom()).map(|y| Rect { y, height: 1, ..room });
        for (rule, label) in [(article_before, &**article), (undated_before, context.strings().undated)] {
            if rule.as_ref() == Some(item)
                && let Some(line) = rows.next()
            {
                draw_rule(context, label, line, buffer);
                *year_above = None;
            }
        }
        let Some(first) = rows.next() else { return };
        if let Some(event) = context.dossier.event(&item.id) {
            let year = year(event);
            if year_above.as_ref() != Some(&year) && event.date.is_dated() {
                buffer.set_string(first.x + row::CURSOR_CELLS, first.y, &year, context.style(Role::Quiet));
                *year_above = Some(year);
            }
            let room = Rect { height: room.bottom() - first.y, ..first };
            draw_event(context, event, entry, *columns, room, buffer);
        }
        let after = rows.nth(entry.lines.len().saturating_sub(1));
        if let Some(line) = after.filter(|_| article_after.as_ref() == Some(item)) {
            draw_rule(context, article, line, buffer);
        }
    }
}

/// Draws an event, without its rules, at the top of the room.
fn draw_event(
    context: &Context,
    event: &Event,
    entry: &ItemLayout,
    columns: Columns,
    line: Rect,
    buffer: &mut Buffer,
) {
    let item = event.to_ref();
    let quiet = context.style(Role::Quiet);
    let mut x = line.x + row::CURSOR_CELLS + columns.year + 1;
    let sign = context.standing_sign(&item);
    buffer.set_string(x, line.y, context.glyph(sign.glyph), context.style(sign.role));
    x += 2;
    buffer.set_string(x, line.y, date(context, event), quiet);
    x += columns.date + 1;
    let kind = signs::of_event_kind(&event.kind);
    buffer.set_string(x, line.y, context.glyph(kind.glyph), context.style(kind.role));
    x += 2;
    if let Some(lane) = context.dossier.lane_of(event) {
        let short = context.text(&lane.short);
        buffer.set_string(x, line.y, &*context.truncate(&short, usize::from(columns.lane)), quiet);
    }
    for (y, title) in (line.top()..line.bottom()).zip(&entry.lines) {
        buffer.set_string(line.x + columns.before_title(), y, &title.text, row::style(context, &item));
    }
}

/// The year that stands beside the dates of its events.
fn year(event: &Event) -> String {
    event.date.year().map_or_else(|| String::from("?"), |year| year.to_string())
}

/// The date, with `?` where it is not known whether it was before the article or after.
fn date(context: &Context, event: &Event) -> String {
    let in_doubt = Moment::of(&context.dossier, &event.date) == Moment::PerhapsAfter;
    dates::short(&event.date, in_doubt, context.language, context.glyphs.in_dates())
}

/// What the rule of the article's day says.
fn article_label(context: &Context) -> String {
    let published = context.dossier.article.published.as_ref();
    let day = published.map(|day| context.date(day)).unwrap_or_default();
    format!("{}: {day}", context.strings().article)
}

fn draw_rule(context: &Context, label: &str, line: Rect, buffer: &mut Buffer) {
    let (style, rule) = (context.style(Role::Axis), context.glyph(glyphs::RULE));
    for x in line.left()..line.right() {
        buffer.set_string(x, line.y, rule, style);
    }
    let label = format!(" {label} ");
    let room = usize::from(line.width.saturating_sub(6));
    buffer.set_string(line.x + 4, line.y, &*context.truncate(&label, room), context.style(Role::Heading));
}
