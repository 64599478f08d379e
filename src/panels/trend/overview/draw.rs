//! Draws the overview: summary and heads, then the rows in sight, each with what stands around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::entries::Entry;
use super::marks::{BarScale, Stretch, bar, fill};
use super::plan::{Around, Plan, has_foot};
use super::summary::{HeadLine, Places, head_line};
use super::{HEAD, Overview, rows};
use crate::dossier::{Kind, Ref};
use crate::facts::{Direction, LineTrend, SeriesTrend};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{lines, names};
use crate::text::width;
use crate::widgets::{hint, row, to_cells};

/// Draws into the room between the panel's heading, if it has one, and its footer.
pub(super) fn draw(overview: &Overview, context: &Context, area: Rect, buffer: &mut Buffer) {
    let Some(plan) = overview.plan.last() else { return };
    if plan.rows.is_empty() {
        // The panel opens with the overview only where figures compare.
        let text = context.with_keys(context.strings().none_after, &[Action::View, Action::OnlyAfter]);
        hint(context, &text, area, buffer);
        return;
    }
    let arrow = width::cells(context.glyph(glyphs::FROM_TO));
    let places = Places::of(&plan.columns, usize::from(row::CURSOR_CELLS), arrow);
    draw_head(overview, context, plan, area, buffer);
    let cursor = overview.list.shown_cursor(context, Panel::Trend);
    let selected = context.selection().and_then(|selection| overview.list.place(selection));
    let mut y = area.y + HEAD;
    for (place, entry) in overview.shown() {
        let Some((_, around)) = plan.rows.get(place) else { continue };
        let line = Rect { y, height: 1, ..area };
        let is_cursor = cursor == Some(&entry.item);
        let drawing = Drawing { context, plan, places: &places, overview };
        y += drawing.item(entry, *around, (selected == Some(place), is_cursor), line, buffer);
        if y >= area.y + HEAD + rows(area) {
            break;
        }
    }
}

/// The summary and the heads of the columns.
fn draw_head(overview: &Overview, context: &Context, plan: &Plan, area: Rect, buffer: &mut Buffer) {
    let HeadLine { counts, x, heads, .. } = head_line(overview, context, plan, area.width);
    for head in &heads {
        let x = area.x + to_cells(head.x);
        buffer.set_string(x, area.y, &head.text, context.style(Role::Quiet));
        for (stretch, from) in &head.fills {
            let style = context.style(stretch_role(*stretch));
            buffer.set_string(x + to_cells(*from), area.y, fill(*stretch, context.glyphs), style);
        }
    }
    let series: Vec<Ref> =
        overview.trends.iter().map(|trend| Ref::new(Kind::Series, &trend.series)).collect();
    let (sign, _) = names::figures_from(context, context.dossier.standing_of_figures(&series));
    buffer.set_string(area.x + 1, area.y, context.glyph(sign.glyph), context.style(sign.role));
    buffer.set_string(area.x + to_cells(x), area.y, &counts, context.style(Role::Heading));
}

/// What the rows are drawn with.
struct Drawing<'a> {
    context: &'a Context,
    plan: &'a Plan,
    places: &'a Places,
    overview: &'a Overview,
}

impl Drawing<'_> {
    /// Draws a line with what stands around it, from its first row down, and returns the rows it took.
    fn item(
        &self,
        entry: &Entry,
        around: Around,
        (is_selected, is_cursor): (bool, bool),
        first: Rect,
        buffer: &mut Buffer,
    ) -> u16 {
        let Self { context, plan, overview, .. } = self;
        let trend = &overview.trends[entry.line.0];
        let mut line = first;
        if around.head {
            self.head(trend, line, buffer);
            line.y += 1;
        }
        let of_line = &trend.lines[entry.line.1];
        let is_lit = !is_selected && lines::is_lit(context, &of_line.line);
        let role = match (is_selected, is_lit) {
            (true, _) => Role::Selected,
            (false, true) => Role::Lit,
            (false, false) => Role::Text,
        };
        self.ends(is_selected, is_cursor, is_lit, line, buffer);
        self.name(entry, context.style(role), line, buffer);
        if plan.columns.two_rows {
            line.y += 1;
        }
        self.values(entry, context.style(role), line, buffer);
        self.bar(entry, line, buffer);
        line.y += 1;
        if around.foot {
            self.foot(trend, line, buffer);
            line.y += 1;
        }
        line.y - first.y
    }

    fn ends(&self, is_selected: bool, is_cursor: bool, is_lit: bool, line: Rect, buffer: &mut Buffer) {
        let context = self.context;
        let glyph = match (is_selected, is_cursor) {
            (true, _) => context.glyph(glyphs::SELECTED),
            (false, true) => context.glyph(glyphs::CURSOR),
            (false, false) => " ",
        };
        buffer.set_string(line.x, line.y, glyph, context.style(Role::FrameFocused));
        if is_lit {
            let end = line.right().saturating_sub(1);
            buffer.set_string(end, line.y, context.glyph(glyphs::LIT), context.style(Role::Lit));
        }
    }

    /// What is measured, in which unit, and by whom.
    fn head(&self, trend: &SeriesTrend, line: Rect, buffer: &mut Buffer) {
        let context = self.context;
        let Some(series) = context.dossier.series_by_id(&trend.series) else { return };
        let room = usize::from(line.width.saturating_sub(2));
        let title = context.text(&series.title);
        let unit = lines::unit_unless_said(context, series, &title);
        let outlet = Some(series.outlet.to_string()).filter(|outlet| !outlet.is_empty());
        let parts: Vec<String> = unit.into_iter().chain(outlet).collect();
        let rest = format!("{}{}", context.glyph(glyphs::DOT), context.joined(&parts));
        // The unit and the publisher are said in any case.
        let title = context.truncate(&title, room.saturating_sub(width::cells(&rest)).max(room / 3));
        let (x, _) = buffer.set_stringn(line.x + 1, line.y, &*title, room, context.style(Role::Heading));
        let left = usize::from((line.right() - 1).saturating_sub(x));
        buffer.set_string(x, line.y, context.truncate(&rest, left), context.style(Role::Quiet));
    }

    fn name(&self, entry: &Entry, style: Style, line: Rect, buffer: &mut Buffer) {
        let Self { context, plan, places, .. } = self;
        let columns = &plan.columns;
        let name = if plan.is_headed { &entry.name_under_head } else { &entry.name };
        let dates = if columns.years { &entry.years } else { &entry.dates };
        let mut x = line.x + to_cells(places.name);
        if let Some(sign) = entry.fault {
            buffer.set_string(x, line.y, context.glyph(sign.glyph), context.style(sign.role));
            x += 2;
        }
        if columns.two_rows {
            let room = usize::from(line.right().saturating_sub(x + row::LIT_CELLS));
            let with_dates = context.joined(&[name, dates]);
            let text = if width::cells(&with_dates) <= room { &with_dates } else { name };
            buffer.set_string(x, line.y, context.truncate(text, room), style);
            return;
        }
        let room = columns.name.saturating_sub(usize::from(x - line.x) - places.name);
        // A name is never cut where the dates can give way to it.
        if width::cells(name) > room {
            let room = room + if columns.dates > 0 { columns.dates + 1 } else { 0 };
            buffer.set_string(x, line.y, context.truncate(name, room), style);
            return;
        }
        buffer.set_string(x, line.y, name, style);
        if columns.dates > 0 {
            buffer.set_string(line.x + to_cells(places.dates), line.y, dates, self.quiet(style));
        }
    }

    fn values(&self, entry: &Entry, style: Style, line: Rect, buffer: &mut Buffer) {
        let Self { context, plan, places, .. } = self;
        let columns = &plan.columns;
        // In a row of its own it is indented under the name.
        let x = line.x + u16::from(columns.two_rows);
        let at = |place: usize| x + to_cells(place);
        let room = |x: u16| usize::from(line.right().saturating_sub(x));
        let values = entry.values(context, columns.values);
        let values = context.truncate(values.trim_end(), room(at(places.values)));
        buffer.set_string(at(places.values), line.y, &*values, style.add_modifier(Modifier::BOLD));
        if columns.unit > 0 {
            let unit = context.truncate(&entry.unit, room(at(places.unit)));
            buffer.set_string(at(places.unit), line.y, unit, self.quiet(style));
        }
        if columns.change > 0 {
            let gap = columns.change.saturating_sub(width::cells(&entry.change));
            buffer.set_string(at(places.change) + to_cells(gap), line.y, &entry.change, style);
        }
        if columns.shape > 0 {
            buffer.set_string(at(places.shape), line.y, &entry.shape, context.style(Role::Line(0)));
        }
    }

    /// A style for what is second to the name and the values; the selection's in a selected row.
    fn quiet(&self, style: Style) -> Style {
        let selected = self.context.style(Role::Selected);
        if style == selected { style } else { self.context.style(Role::Quiet) }
    }

    fn bar(&self, entry: &Entry, line: Rect, buffer: &mut Buffer) {
        let Self { context, plan, places, overview } = self;
        if plan.columns.bar == 0 {
            return;
        }
        let trend = &overview.trends[entry.line.0];
        let of_line = &trend.lines[entry.line.1];
        let (first, last) = of_line.ends();
        // What came or went is only drawn where that is known; else how much it was at last.
        let is_known = !matches!(of_line.direction(), Direction::Unknown | Direction::Single);
        let (first, last) = if is_known { (first, Some(last)) } else { (last, None) };
        let scale = BarScale { least: trend.least, most: trend.most };
        let mut x = line.x + to_cells(places.bar);
        for (kind, cells) in bar(first, last, scale, to_cells(plan.columns.bar), context.glyphs) {
            buffer.set_string(x, line.y, &cells, context.style(stretch_role(kind)));
            x += to_cells(width::cells(&cells));
        }
    }

    /// The places of a series that have no figure, in one row, and how many of its figures have no date.
    fn foot(&self, trend: &SeriesTrend, line: Rect, buffer: &mut Buffer) {
        if !has_foot(trend) {
            return;
        }
        let context = self.context;
        let strings = context.strings();
        let room = usize::from(line.width.saturating_sub(2));
        let place = |id| names::name(context, &Ref::new(Kind::Place, id));
        let of_lines = trend.lines.iter().flat_map(LineTrend::missing);
        let single = of_lines.map(|line| lines::name_with_periods(context, &line));
        let looked_for = trend.without.iter().map(|line| lines::name_with_periods(context, line));
        let missing: Vec<String> = single.chain(looked_for).chain(trend.expected.iter().map(place)).collect();
        let mut text = String::new();
        if !missing.is_empty() {
            let sign = context.glyph(glyphs::MISSING);
            text = format!(
                "{sign} {}: {}",
                strings.no_figure_found,
                fitted(context, &missing, room.saturating_sub(24))
            );
        }
        if !trend.undated.is_empty() {
            let undated = format!("{} {}", context.language.count(trend.undated.len()), strings.undated);
            text = if text.is_empty() { undated } else { context.joined(&[text, undated]) };
        }
        let text = context.truncate(&text, room);
        buffer.set_string(line.x + 1, line.y, &*text, context.style(Role::Quiet));
    }
}

/// What a stretch of a bar is drawn in.
fn stretch_role(stretch: Stretch) -> Role {
    match stretch {
        Stretch::Added => Role::Line(0),
        Stretch::First | Stretch::Gone | Stretch::Blank => Role::Axis,
    }
}

/// Names with commas between them, as many as fit, and how many more there are.
fn fitted(context: &Context, names: &[String], room: usize) -> String {
    let all = names.join(", ");
    if width::cells(&all) <= room {
        return all;
    }
    let more = |left: usize| {
        let more = context.strings().and_more.replace("{}", &context.language.count(left));
        format!(", {more}")
    };
    let fits = |count: &usize| {
        width::cells(&names[..*count].join(", ")) + width::cells(&more(names.len() - count)) <= room
    };
    let count = (1..names.len()).rev().find(fits).unwrap_or(1);
    format!("{}{}", names[..count].join(", "), more(names.len() - count))
}
