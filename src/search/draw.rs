//! Draws the search: the line that is typed in, what was found, and what of that is out of sight.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::queries::{INDENT, QueryList, draw_cursor};
use super::rows::{GroupKind, ResultGroup, ResultRow, ResultRows};
use super::{SearchItem, State, rows_area, thing};
use crate::dossier::{Kind, Ref};
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::search::{Search, texts_of};
use crate::text::find::{Finder, Query};
use crate::text::{excerpt, width};
use crate::widgets::{prompt, row};

/// What the frame says on the right: how much is found, and how far the search is.
pub fn badge(context: &Context) -> String {
    let Some(search) = context.search() else { return String::new() };
    let strings = context.strings();
    let found = names::counted(context.language, search.found(), &strings.hit);
    if search.is_anything_cut() {
        format!("{} {found}", strings.more_than)
    } else if search.has_read_all() {
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
    match (QueryList::of(state, context), context.search()) {
        (Some(list), _) => list.draw(state, context, area, buffer),
        (None, Some(search)) => draw_found(state, search, context, area, buffer),
        (None, None) => {}
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
    let passage = |text: &str, stretch: Range<usize>, hit: &Range<usize>, buffer: &mut Buffer| {
        let line = excerpt::around(text, stretch, hit.clone(), room, context.glyph(glyphs::ELLIPSIS));
        let words = search.query().map(|query| query.words(&line.text, line.words.clone()));
        // What is cut off may have had them.
        let words = words.filter(|words| !words.is_empty()).unwrap_or_else(|| vec![line.words]);
        draw_words(context, &line.text, &words, is_cursor, Position::new(row.x + INDENT, row.y), buffer);
    };
    let article = &context.dossier.article;
    let sign = match at {
        SearchItem::Hit(hit) => {
            let block = article.blocks.partition_point(|block| block.range.end <= hit.start);
            let stretch = article.blocks.get(block).map_or(hit.clone(), |block| block.range.clone());
            passage(&article.text, stretch, hit, buffer);
            Some(signs::ARTICLE)
        }
        SearchItem::Translated(hit) => {
            let translation = article.translation_for(search.language().tag());
            let Some(translation) = translation.and_then(|place| article.translations.get(place)) else {
                return;
            };
            let stretch = translation.blocks[translation.block_at(hit.start)].range.clone();
            passage(&translation.text, stretch, hit, buffer);
            Some(Sign { glyph: glyphs::TRANSLATION, role: Role::Background })
        }
        SearchItem::Thing(..) => {
            thing(search, at).map(|name| draw_thing(context, search, name, is_cursor, row, buffer))
        }
        SearchItem::Recent(_) | SearchItem::Suggestion(_) => None,
    };
    if let Some(Sign { glyph, role }) = sign {
        buffer.set_string(row.x + row::CURSOR_CELLS, row.y, context.glyph(glyph), context.style(role));
    }
}

/// A thing by its name, and, if not all words are in that, with some of another text that has one of the others.
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
    let called = called(context, name);
    let query = search.query();
    let words_in = |text: &str| query.map(|query| query.words(text, 0..text.len())).unwrap_or_default();
    let other = query.and_then(|query| another_text(context, search, query, name, &called));
    let ellipsis = context.glyph(glyphs::ELLIPSIS);
    let Some((text, words)) = other else {
        let words = words_in(&called);
        let first = words.first().cloned().unwrap_or(0..0);
        let line = excerpt::around(&called, 0..called.len(), first, room, ellipsis);
        draw_words(context, &line.text, &words_in(&line.text), is_cursor, Position::new(x, row.y), buffer);
        return context.link_sign(name);
    };
    let called = context.truncate(&called, room * 2 / 5).into_owned();
    let between = context.glyph(glyphs::DOT);
    let position = Position::new(x, row.y);
    let x = draw_words(context, &called, &words_in(&called), is_cursor, position, buffer);
    let (x, _) = buffer.set_stringn(x, row.y, between, room, context.style(Role::Quiet));
    let room = room.saturating_sub(width::cells(&called) + width::cells(between));
    let line = excerpt::around(&text, 0..text.len(), words, room, ellipsis);
    draw_words(context, &line.text, &words_in(&line.text), is_cursor, Position::new(x, row.y), buffer);
    context.link_sign(name)
}

/// What a thing is called in the list: a figure by where it was measured, its value and when; all else as everywhere.
pub(super) fn called(context: &Context, name: &Ref) -> String {
    let Some(figure) = context.dossier.observation(&name.id).filter(|_| name.kind == Kind::Observation)
    else {
        return names::name(context, name);
    };
    let of = match &figure.place {
        Some(place) => names::name(context, &Ref::new(Kind::Place, place)),
        None => names::name(context, &Ref::new(Kind::Series, &figure.series)),
    };
    let part = figure.part_name.as_ref().map(|part| context.text(part));
    let date = figure.date.as_ref().map(|date| context.compact_date(date));
    let value = format!("{of}: {}", names::value(context, figure));
    context.joined(&[Some(value), part, date].into_iter().flatten().collect::<Vec<_>>())
}

/// The first of a thing's texts that has a word of the query which what it is called has not, and where that stands; none if
/// what it is called has them all.
fn another_text<'a>(
    context: &'a Context,
    search: &Search,
    query: &Query,
    name: &Ref,
    called: &str,
) -> Option<(Cow<'a, str>, Range<usize>)> {
    let missing: Vec<&Finder> = query.terms().filter(|finder| finder.first(called).is_none()).collect();
    if missing.is_empty() {
        return None;
    }
    texts_of(&context.dossier, name, search.language()).into_iter().find_map(|text| {
        // A date or a value that is written in another way than it is called by is the same.
        let spelled = || missing.iter().any(|finder| finder.first(&text.spellings).is_some());
        let words = missing.iter().find_map(|finder| finder.first(&text.text));
        let words = words.or_else(|| spelled().then_some(0..0))?;
        (!called.contains(&*text.text)).then_some((text.text, words))
    })
}

/// Draws a text with these words of it highlighted; returns where it ends.
fn draw_words(
    context: &Context,
    text: &str,
    words: &[Range<usize>],
    is_cursor: bool,
    from: Position,
    buffer: &mut Buffer,
) -> u16 {
    let style = context.style(if is_cursor { Role::Selected } else { Role::Text });
    let emphasis = style.patch(context.style(Role::Match));
    let Position { mut x, y } = from;
    let mut done = 0;
    for word in words {
        (x, _) = buffer.set_stringn(x, y, &text[done..word.start], usize::MAX, style);
        (x, _) = buffer.set_stringn(x, y, &text[word.clone()], usize::MAX, emphasis);
        done = word.end;
    }
    (x, _) = buffer.set_stringn(x, y, &text[done..], usize::MAX, style);
    x
}
