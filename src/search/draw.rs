//! Draws the search: the line that is typed in, what was found, and what of that is out of sight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::rows::{GroupKind, ResultGroup, ResultRow, ResultRows};
use super::{SearchItem, State, rows_area, thing};
use crate::dossier::{Ref, Search};
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::{excerpt, width, wrap};
use crate::widgets::{prompt, row, to_cells};

/// Cells before the words of a row: cursor, sign, a blank.
const INDENT: u16 = row::CURSOR_CELLS + 2;

/// What the frame says on the right: how much is found, and how far the search is.
pub fn badge(context: &Context) -> String {
    let Some(search) = context.search() else { return String::new() };
    let strings = context.strings();
    let found = names::counted(context.language, search.found(), &strings.hit);
    if search.is_anything_cut() {
        format!("{} {found}", strings.more_than)
    } else if search.is_done() {
        found
    } else {
        context.joined(&[names::searching(context, search), found])
    }
}

/// The line that is typed in.
fn typed_line(area: Rect) -> Rect {
    Rect { x: area.x + 3, width: area.width.saturating_sub(4), height: 1, ..area }
}

/// The cell where the next letter goes; none without any room.
pub fn caret(state: &State, context: &Context, area: Rect) -> Option<Position> {
    (!area.is_empty()).then(|| prompt::caret(&state.prompt, context, typed_line(area)))
}

/// Draws into the inside of the frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    buffer.set_stringn(area.x + 1, area.y, "/", usize::from(area.width), context.style(Role::Key));
    prompt::draw(&state.prompt, context, typed_line(area), buffer);
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    match context.search() {
        None => draw_before(state, context, area, buffer),
        Some(search) if search.found() == 0 && search.is_done() => {
            let text = context.said(context.strings().found_nowhere).replace("{}", search.query());
            draw_prose(context, &text, below, buffer);
        }
        Some(search) => draw_found(state, search, context, area, buffer),
    }
}

/// Draws a text in as many lines as it takes.
fn draw_prose(context: &Context, text: &str, area: Rect, buffer: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(prose_lines(text, area)) {
        buffer.set_string(area.x + 1, y, &text[line.range], context.style(Role::Quiet));
    }
}

fn prose_lines(text: &str, area: Rect) -> Vec<wrap::WrappedLine> {
    wrap::wrap(text, area.width.saturating_sub(2).max(1))
}

/// The list of earlier searches, below the line that is typed in.
pub(super) struct RecentArea {
    /// Whether there is room for the hint above the list.
    has_hint: bool,
    /// The row of the heading; none where there is only room for a search.
    heading: Option<u16>,
    /// The rows of the searches.
    pub(super) rows: Rect,
}

impl RecentArea {
    /// The list's part of this area. If hint and list do not both fit, the list is shown: keys act on it.
    pub(super) fn of(context: &Context, area: Rect) -> Self {
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let hint = to_cells(prose_lines(&context.said(context.strings().search_hint), below).len());
        // An empty row stands between hint and heading.
        let above = hint.saturating_add(1);
        let has_hint = below.height >= above.saturating_add(2);
        let top = if has_hint { below.y + above } else { below.y };
        let heading = (below.bottom().saturating_sub(top) > 1).then_some(top);
        let first = top + u16::from(heading.is_some());
        Self {
            has_hint,
            heading,
            rows: Rect { y: first, height: below.bottom().saturating_sub(first), ..below },
        }
    }
}

/// While nothing is typed: what can be, and what was.
fn draw_before(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let RecentArea { has_hint, heading, rows } = RecentArea::of(context, area);
    if has_hint || state.recent.is_empty() {
        draw_prose(context, &context.said(strings.search_hint), below, buffer);
    }
    if state.recent.is_empty() {
        return;
    }
    let room = usize::from(area.width.saturating_sub(INDENT + 1));
    if let Some(y) = heading {
        buffer.set_stringn(area.x + 1, y, strings.searched_before, room, context.style(Role::Heading));
    }
    let recent = state.recent.iter().enumerate().skip(state.cursor.top());
    for (y, (place, query)) in (rows.top()..rows.bottom()).zip(recent) {
        let is_cursor = state.at == Some(SearchItem::Recent(place));
        draw_cursor(context, is_cursor, Rect { y, height: 1, ..rows }, buffer);
        let role = if is_cursor { Role::Selected } else { Role::Text };
        buffer.set_string(rows.x + INDENT, y, context.truncate(query, room), context.style(role));
    }
}

fn draw_cursor(context: &Context, is_cursor: bool, row: Rect, buffer: &mut Buffer) {
    if is_cursor {
        buffer.set_string(row.x, row.y, context.glyph(glyphs::SELECTED), context.style(Role::FrameFocused));
    }
}

fn draw_found(state: &State, search: &Search, context: &Context, area: Rect, buffer: &mut Buffer) {
    let rows = ResultRows::of(search);
    let window = rows_area(area);
    let top = rows.first_row(state.cursor.top(), window.height);
    for (y, number) in (window.y..window.bottom()).zip(top..) {
        let row = Rect { y, height: 1, ..window };
        match rows.row(number) {
            Some(ResultRow::Name(group)) => {
                let text = group_name(context, search, group);
                let room = usize::from(row.width.saturating_sub(2));
                buffer.set_string(row.x + 1, y, context.truncate(&text, room), context.style(Role::Heading));
            }
            Some(ResultRow::Item(at)) => {
                let is_cursor = state.at.as_ref() == Some(&at);
                draw_cursor(context, is_cursor, row, buffer);
                draw_item(context, search, &at, is_cursor, row, buffer);
            }
            None => break,
        }
    }
    let below = top + usize::from(window.height);
    let hidden: Vec<String> = rows
        .groups()
        .iter()
        .filter(|group| group.row >= below)
        .map(|group| group_name(context, search, *group))
        .collect();
    let rest = rows.len().saturating_sub(below);
    let text = if hidden.is_empty() {
        row::more(context, (0, rest))
    } else {
        format!("{} {}", context.glyph(glyphs::DOWN), context.joined(&hidden))
    };
    let room = usize::from(area.width.saturating_sub(2));
    let y = area.bottom() - 1;
    if y > area.y {
        buffer.set_string(area.x + 1, y, context.truncate_parts(&text, room), context.style(Role::Quiet));
    }
}

/// `Akteure 3`, `Artikel mehr als 10.000`.
fn group_name(context: &Context, search: &Search, group: ResultGroup) -> String {
    let strings = context.strings();
    let count = context.language.count(group.count);
    match group.kind {
        GroupKind::Article if search.is_cut() => {
            format!("{} {} {count}", strings.article, strings.more_than)
        }
        GroupKind::Article => format!("{} {count}", strings.article),
        GroupKind::Translation => format!("{} {count}", strings.translation),
        GroupKind::Things(kind) => {
            format!("{} {count}", names::capitalized(context.strings().kind(kind).many))
        }
    }
}

fn draw_item(
    context: &Context,
    search: &Search,
    at: &SearchItem,
    is_cursor: bool,
    row: Rect,
    buffer: &mut Buffer,
) {
    let room = usize::from(row.width.saturating_sub(INDENT + 1));
    let sign = match at {
        SearchItem::Hit(hit) => {
            let article = &context.dossier.article;
            let block = article.blocks.partition_point(|block| block.range.end <= hit.start);
            let stretch = article.blocks.get(block).map_or(hit.clone(), |block| block.range.clone());
            let line =
                excerpt::around(&article.text, stretch, hit.clone(), room, context.glyph(glyphs::ELLIPSIS));
            let x = row.x + INDENT;
            draw_words(context, &line.text, &line.words, is_cursor, Position::new(x, row.y), buffer);
            Some(signs::ARTICLE)
        }
        SearchItem::Translated(hit) => {
            let article = &context.dossier.article;
            let translation = article.translation_for(search.language());
            let Some(translation) = translation.and_then(|place| article.translations.get(place)) else {
                return;
            };
            let stretch = translation.blocks[translation.block_at(hit.start)].range.clone();
            let ellipsis = context.glyph(glyphs::ELLIPSIS);
            let line = excerpt::around(&translation.text, stretch, hit.clone(), room, ellipsis);
            let x = row.x + INDENT;
            draw_words(context, &line.text, &line.words, is_cursor, Position::new(x, row.y), buffer);
            Some(Sign { glyph: glyphs::TRANSLATION, role: Role::Background })
        }
        SearchItem::Thing(..) => {
            thing(search, at).map(|name| draw_thing(context, search, name, is_cursor, row, buffer))
        }
        SearchItem::Recent(_) => None,
    };
    if let Some(Sign { glyph, role }) = sign {
        buffer.set_string(row.x + row::CURSOR_CELLS, row.y, context.glyph(glyph), context.style(role));
    }
}

/// A thing by its name, and, if the words are in another of its texts, with some of that text.
fn draw_thing(
    context: &Context,
    search: &Search,
    name: &Ref,
    is_cursor: bool,
    row: Rect,
    buffer: &mut Buffer,
) -> Sign {
    let room = usize::from(row.width.saturating_sub(INDENT + 1));
    let x = row.x + INDENT;
    let called = names::name(context, name);
    let find = |text: &str| search.finder().and_then(|finder| finder.first(text));
    if let Some(words) = find(&called) {
        let line = excerpt::around(&called, 0..called.len(), words, room, context.glyph(glyphs::ELLIPSIS));
        draw_words(context, &line.text, &line.words, is_cursor, Position::new(x, row.y), buffer);
    } else {
        let called = context.truncate(&called, room * 2 / 5).into_owned();
        let between = context.glyph(glyphs::DOT);
        let style = context.style(if is_cursor { Role::Selected } else { Role::Text });
        let (x, _) = buffer.set_stringn(x, row.y, &called, room, style);
        let (x, _) = buffer.set_stringn(x, row.y, between, room, context.style(Role::Quiet));
        let room = room.saturating_sub(width::cells(&called) + width::cells(between));
        let texts = context.dossier.searchable_texts(name, search.language());
        if let Some((text, words)) = texts.into_iter().find_map(|text| Some((text, find(text)?))) {
            let line = excerpt::around(text, 0..text.len(), words, room, context.glyph(glyphs::ELLIPSIS));
            draw_words(context, &line.text, &line.words, is_cursor, Position::new(x, row.y), buffer);
        }
    }
    context.link_sign(name)
}

fn draw_words(
    context: &Context,
    text: &str,
    words: &std::ops::Range<usize>,
    is_cursor: bool,
    from: Position,
    buffer: &mut Buffer,
) {
    let style = context.style(if is_cursor { Role::Selected } else { Role::Text });
    let emphasis = style.patch(context.style(Role::Match));
    let Position { x, y } = from;
    let (x, _) = buffer.set_stringn(x, y, &text[..words.start], usize::MAX, style);
    let (x, _) = buffer.set_stringn(x, y, &text[words.clone()], usize::MAX, emphasis);
    buffer.set_stringn(x, y, &text[words.end..], usize::MAX, style);
}
