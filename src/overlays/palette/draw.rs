//! What is typed, and below it what it found: sign, kind, name with the letters that were found, day or key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::State;
use super::catalogue::{Goal, key, words};
use crate::dossier::Kind;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::fuzzy::{MatchedLetters, Query, matcher};
use crate::widgets::{prompt, to_cells};

/// From this width on, an event's day is shown at the right.
const DAYS: u16 = 60;
/// Cells before the kind: cursor, sign, a blank.
const INDENT: u16 = 3;

/// The rows below the line that is typed in.
pub(super) fn rows(area: Rect) -> Rect {
    Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area }
}

/// The line that is typed in.
pub(super) fn typed_line(area: Rect) -> Rect {
    Rect { x: area.x + INDENT, width: area.width.saturating_sub(INDENT + 1), height: 1, ..area }
}

/// Draws into the inside of the frame.
pub(super) fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    buffer.set_stringn(area.x + 1, area.y, ":", usize::from(area.width), context.style(Role::Key));
    let line = typed_line(area);
    prompt::draw(&state.prompt, context, line, buffer);
    if state.prompt.text().is_empty() {
        let x = line.x + 2;
        let room = usize::from(line.right().saturating_sub(x));
        buffer.set_stringn(x, line.y, context.strings().go_to_what, room, context.style(Role::Quiet));
    }
    let area = rows(area);
    if state.found.is_empty() {
        let text = context.said(context.strings().nothing_found).replace("{}", state.prompt.text());
        crate::widgets::hint(context, &text, area, buffer);
    }
    let query = Query::new(state.prompt.text());
    let mut matcher = matcher();
    let cells_of_kind = kind_cells(context);
    for (y, place) in (area.y..area.bottom()).zip(state.cursor.top()..state.found.len()) {
        let entry = state.catalogue.entry(state.found[place]);
        let row = GoalRow {
            context,
            goal: &entry.goal,
            marks: query.marks(&entry.letters, &mut matcher),
            is_current: place == state.cursor.at(),
            kind_cells: cells_of_kind,
        };
        row.draw(Rect { y, height: 1, ..area }, buffer);
    }
}

/// The cells of the longest word for a kind, with a number after it where things have one.
fn kind_cells(context: &Context) -> u16 {
    let (strings, dossier) = (context.strings(), &context.dossier);
    let numbered = [(strings.claim.one, dossier.claims.len()), (strings.gap.one, dossier.gaps.len())]
        .map(|(word, most)| width::cells(word) + 1 + width::cells(&context.language.count(most)));
    let kinds = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Place | Kind::Observation));
    let words = kinds.map(|kind| context.strings().kind(kind).one).chain([strings.command, strings.place]);
    words.map(width::cells).chain(numbered).max().map_or(0, to_cells)
}

struct GoalRow<'a> {
    context: &'a Context,
    goal: &'a Goal,
    marks: MatchedLetters,
    is_current: bool,
    kind_cells: u16,
}

impl GoalRow<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let Self { context, goal, marks, is_current, kind_cells } = self;
        let quiet = context.style(Role::Quiet);
        let words = words(context, goal);
        if *is_current {
            buffer.set_stringn(
                area.x,
                area.y,
                context.glyph(glyphs::SELECTED),
                usize::from(area.width),
                context.style(Role::FrameFocused),
            );
        }
        if let Goal::Thing(name) = goal {
            let sign = context.link_sign(name);
            let room = usize::from(area.width.saturating_sub(1));
            buffer.set_stringn(area.x + 1, area.y, context.glyph(sign.glyph), room, context.style(sign.role));
        }
        // Beside the name stand, one after the other, the kind, the day and the other words, each after a blank.
        let mut begin = 0;
        let mut beside = words.beside_name().map(|word| {
            begin += 1;
            let end = begin + width::graphemes(word).count();
            let marked =
                marks.beside.iter().map(|mark| *mark as usize).filter(|mark| (begin..end).contains(mark));
            let marked: Vec<usize> = marked.map(|mark| mark - begin).collect();
            begin = end;
            (word, marked)
        });
        let mut end = area.right().saturating_sub(1);
        let mut x = area.x + INDENT;
        if let Some((kind, marked)) = beside.next() {
            self.text(
                kind,
                &marked,
                quiet,
                Rect { x, width: (*kind_cells).min(end.saturating_sub(x)), ..area },
                buffer,
            );
            x += kind_cells + 2;
        }
        let day = beside.next().filter(|(day, _)| !day.is_empty() && area.width >= DAYS);
        let right = match (&day, key(context, goal)) {
            (Some((day, marked)), _) => Some(((*day).to_owned(), marked.clone(), quiet)),
            (None, Some(key)) => Some((key, Vec::new(), context.style(Role::Key))),
            (None, None) => None,
        };
        if let Some((text, marked, style)) = right {
            let cells = to_cells(width::cells(&text)).min(end.saturating_sub(x));
            self.text(&text, &marked, style, Rect { x: end - cells, width: cells, ..area }, buffer);
            end = (end - cells).saturating_sub(2);
        }
        let style = context.style(if *is_current { Role::Selected } else { Role::Text });
        let marked: Vec<usize> = marks.name.iter().map(|mark| *mark as usize).collect();
        x = self.text(&words.name, &marked, style, Rect { x, width: end.saturating_sub(x), ..area }, buffer);
        // Why it was found, where neither name nor kind nor day shows it.
        if let Some((other, marked)) = beside.find(|(_, marked)| !marked.is_empty()) {
            x += 2;
            self.text(other, &marked, quiet, Rect { x, width: end.saturating_sub(x), ..area }, buffer);
        }
    }

    /// Draws a text whose marked graphemes stand out, as much as there is room for: its beginning, or where that would
    /// leave out what is marked, from a word shortly before that on. Returns where it ends.
    fn text(&self, text: &str, marked: &[usize], style: Style, area: Rect, buffer: &mut Buffer) -> u16 {
        let room = usize::from(area.width);
        let (first, from) = beginning(text, marked, room);
        let mut x = area.x;
        let mut room_left = room;
        let mark = self.context.glyph(glyphs::ELLIPSIS);
        if first > 0 {
            let mark = format!("{mark} ");
            (x, _) = buffer.set_stringn(x, area.y, &mark, room, style);
            room_left = room.saturating_sub(width::cells(&mark));
        }
        let shown = self.context.truncate(&text[from..], room_left);
        // What stands for the rest is no letter that was found.
        let whole = *shown == text[from..];
        let letters = if whole {
            shown.len()
        } else {
            width::graphemes(&shown).count().saturating_sub(mark.chars().count())
        };
        for (place, grapheme) in width::graphemes(&shown).enumerate() {
            let is_marked = place < letters && marked.contains(&(first + place));
            let style = if is_marked { style.patch(self.context.style(Role::Match)) } else { style };
            let room = usize::from(area.right().saturating_sub(x));
            (x, _) = buffer.set_stringn(x, area.y, grapheme.symbol, room, style);
        }
        x
    }
}

/// From which grapheme, and from which byte, a text is shown in so many cells.
fn beginning(text: &str, marked: &[usize], room: usize) -> (usize, usize) {
    let (Some(first), Some(last)) = (marked.iter().min(), marked.iter().max()) else { return (0, 0) };
    let mut cells = 0;
    // Where each grapheme begins, in cells.
    let places: Vec<(usize, width::Grapheme)> = width::graphemes(text)
        .map(|grapheme| {
            let place = cells;
            cells += usize::from(grapheme.cells);
            (place, grapheme)
        })
        .collect();
    let end_of = |place: usize| places.get(place + 1).map_or(cells, |(cell, _)| *cell);
    if cells <= room || end_of(*last) < room {
        return (0, 0);
    }
    let Some((cell, grapheme)) = places.get(*first) else { return (0, 0) };
    // More of what is before is shown where all that follows has room.
    let earliest = cell.saturating_sub(room / 4).min((cells + 2).saturating_sub(room));
    let word = places.windows(2).enumerate().find(|(place, pair)| {
        let begins = pair[0].1.symbol == " " && pair[1].1.symbol != " ";
        begins && pair[1].0 >= earliest && place < first
    });
    match word {
        Some((place, pair)) => (place + 1, pair[1].1.start),
        None => (*first, grapheme.start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marked: &[usize], room: usize) -> String {
        let (first, byte) = beginning(text, marked, room);
        assert_eq!(width::graphemes(&text[..byte]).count(), first);
        text[byte..].to_owned()
    }

    #[test]
    fn a_name_begins_where_what_was_found_is_in_sight() {
        let name = "Die Vorgaben treffen auch große Projekte, die bereits im Bau sind und bald fertig";
        assert_eq!(shown(name, &[], 20), name);
        assert_eq!(shown(name, &[4, 5], 20), name);
        assert_eq!(
            shown(name, &[26, 27], 20),
            "auch große Projekte, die bereits im Bau sind und bald fertig"
        );
        assert_eq!(shown(name, &[75, 76], 24), "sind und bald fertig");
        assert_eq!(shown(&"ä".repeat(50), &[40], 10), "ä".repeat(10));
    }
}
