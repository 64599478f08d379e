//! A row of a list: the cursor at the left, the mark of what is lit at the right, and the line under the list that
//! counts what is not in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dossier::{Kind, Ref};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::{width, wrap};
use crate::widgets::list::OutOfSight;
use crate::widgets::to_cells;

/// Cells at the left of every row, for the cursor.
pub(crate) const CURSOR_CELLS: u16 = 1;
/// Cells at the right of every row, for the mark of what is lit.
pub(crate) const LIT_CELLS: u16 = 2;

/// How an item is drawn.
pub(crate) fn style(context: &Context, item: &Ref) -> Style {
    if context.is_selected(item) {
        context.style(Role::Selected)
    } else if context.is_lit(item) {
        context.style(Role::Lit)
    } else {
        context.style(Role::Text)
    }
}

/// Draws both ends of an item's first row, and its background.
pub(crate) fn ends(context: &Context, item: &Ref, is_cursor: bool, area: Rect, buffer: &mut Buffer) {
    let glyph = match (context.is_selected(item), is_cursor) {
        (true, _) => context.glyph(glyphs::SELECTED),
        (false, true) => context.glyph(glyphs::CURSOR),
        (false, false) => " ",
    };
    buffer.set_string(area.x, area.y, glyph, context.style(Role::FrameFocused));
    let end = area.right().saturating_sub(1);
    if context.is_lit(item) {
        buffer.set_string(end, area.y, context.glyph(glyphs::LIT), context.style(Role::Lit));
    } else if context.notes().has(item) {
        buffer.set_string(end, area.y, context.glyph(glyphs::NOTE), context.style(Role::Note));
    }
}

/// `3 more ↓`, `2 ↑ · 3 ↓`: how many items are outside the window; empty if none is.
pub(crate) fn more(context: &Context, (above, below): (usize, usize)) -> String {
    let (up, down) = (context.glyph(glyphs::UP), context.glyph(glyphs::DOWN));
    let number = |number| context.language.count(number);
    let only = |count, arrow| format!("{} {arrow}", context.strings().and_more.replace("{}", &number(count)));
    match (above, below) {
        (0, 0) => String::new(),
        (0, below) => only(below, down),
        (above, 0) => only(above, up),
        (above, below) => {
            context.joined(&[format!("{} {up}", number(above)), format!("{} {down}", number(below))])
        }
    }
}

/// What the line under a list is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Footer<'a> {
    /// The kinds of things the panel lists.
    pub(crate) kinds: &'a [Kind],
    /// How many of the lit the window does not show.
    pub(crate) out: OutOfSight,
    /// Whether the list contains the selection, where that is of a kind it lists.
    pub(crate) has_selection: bool,
    /// Where things are that are not in the list.
    pub(crate) unlisted: &'a str,
    /// How many of the lit are not in the list for another reason, whether the selection is among those, and the reason.
    pub(crate) earlier: (usize, bool, &'a str),
    /// What to say where nothing is lit: what else there is.
    pub(crate) otherwise: &'a str,
}

/// Draws the line under a list: what is linked to the selection and where it is, in words where there is nothing.
pub(crate) fn footer(context: &Context, footer: Footer, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let language = context.language;
    let is_of_kind = context.selection().is_some_and(|selection| footer.kinds.contains(&selection.kind));
    let lit =
        footer.kinds.iter().map(|kind| context.lit().count(*kind)).sum::<usize>() - usize::from(is_of_kind);
    let (earlier, is_selection_earlier, why_earlier) = footer.earlier;
    let why = if is_selection_earlier { why_earlier } else { footer.unlisted };
    let apart = (is_of_kind && !footer.has_selection).then(|| format!("{} {why}", strings.selection));
    let (long, short) = match context.selection() {
        Some(_) if lit > 0 => {
            let OutOfSight { above, below, listed, .. } = footer.out;
            let (up, down) = (context.glyph(glyphs::UP), context.glyph(glyphs::DOWN));
            let unlisted = lit.saturating_sub(listed + earlier);
            let places = [(above, up), (below, down), (earlier, why_earlier), (unlisted, footer.unlisted)];
            let places = places.into_iter().filter(|(number, _)| *number > 0);
            let places: Vec<String> =
                places.map(|(number, place)| format!("{} {place}", language.count(number))).collect();
            let with = |first: String| {
                let parts = apart.iter().cloned().chain([first]).chain(places.iter().cloned());
                context.joined(&parts.collect::<Vec<_>>())
            };
            let lit = format!("{} {}", context.glyph(glyphs::LIT), language.count(lit));
            (with(format!("{lit} {}", strings.linked_to_selection)), with(lit))
        }
        Some(_) if !is_of_kind => (strings.nothing_linked.to_owned(), strings.nothing_linked.to_owned()),
        _ => {
            apart.map_or_else(|| (footer.otherwise.to_owned(), String::new()), |apart| (apart.clone(), apart))
        }
    };
    let style = context.style(Role::Quiet);
    let room = usize::from(area.width.saturating_sub(2));
    let more = more(context, footer.out.items);
    let cells = width::cells(&more);
    let beside = |text: &&String| width::cells(text) + if text.is_empty() { 0 } else { 2 } + cells <= room;
    let text = match [&long, &short].into_iter().find(beside) {
        Some(text) => {
            let x = area.right().saturating_sub(1 + to_cells(cells));
            buffer.set_string(x, area.y, more, style);
            text
        }
        None => [&long, &short].into_iter().find(|text| width::cells(text) <= room).unwrap_or(&short),
    };
    buffer.set_string(area.x + 1, area.y, context.truncate_parts(text, room), style);
}

/// The rows of what an item is called: one, cut to the cells it has there, and where it is selected as many as it takes.
pub(crate) fn name_lines(context: &Context, item: &Ref, name: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    if context.is_selected(item) && width::cells(name) > cells {
        let lines = wrap::wrap(name, to_cells(cells));
        lines.into_iter().map(|line| name[line.range].to_owned()).collect()
    } else {
        vec![context.truncate(name, cells).into_owned()]
    }
}
