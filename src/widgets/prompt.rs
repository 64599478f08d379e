//! A line that takes text: what search and go-to have in common. Its cursor is a cell in reverse video, drawn
//! like everything else, so that pictures and tests see it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::input::key::{Code, Key};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::{sanitize, width, wrap};
use crate::widgets::to_cells;

/// The most a line takes, in graphemes.
const LONGEST: usize = 200;
/// The most a paragraph takes.
const LONGEST_PARAGRAPH: usize = 4000;
/// The most bytes for each, for a grapheme may be of any length.
const BYTES: usize = 4;

/// A text of one line and where the next letter goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prompt {
    text: String,
    /// The byte before which a letter goes; never within a grapheme.
    cursor: usize,
    /// The most it takes, in graphemes.
    longest: usize,
}

impl Default for Prompt {
    fn default() -> Self {
        Self { text: String::new(), cursor: 0, longest: LONGEST }
    }
}

/// What a key did to a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// The text is another now.
    Changed,
    /// The key is the line's own, but the text is what it was.
    Kept,
    /// The key is none of the line's: it may ask for an action.
    NotMine,
}

impl Prompt {
    /// A line with this text, and the cursor at its end.
    pub fn line(text: &str) -> Self {
        let mut prompt = Self::default();
        prompt.insert(text);
        prompt
    }

    /// Whether the cursor stands behind the last letter.
    pub fn is_at_end(&self) -> bool {
        self.cursor == self.text.len()
    }

    /// A paragraph with this text, however long that is, and the cursor at its end.
    pub fn paragraph(text: &str) -> Self {
        let length = width::graphemes(text).count().max(text.len() / BYTES + 1);
        let mut prompt = Self { longest: LONGEST_PARAGRAPH.max(length), ..Self::default() };
        prompt.insert(text);
        prompt
    }

    /// Whether the line takes no more: what is typed or pasted beyond that is dropped.
    pub fn is_full(&self) -> bool {
        width::graphemes(&self.text).count() >= self.longest
    }

    /// What was typed, without control characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Carries out a key that belongs to a line of text: characters, what removes them, and what moves among them.
    pub fn press(&mut self, key: Key) -> Typed {
        let before = self.text.len();
        match (key.code, key.ctrl) {
            (Code::Char('u'), true) => self.remove(0, self.text.len()),
            (Code::Char('w'), true) => self.remove(self.word_before(), self.cursor),
            // What some terminals send for Backspace.
            (Code::Backspace, false) | (Code::Char('h'), true) => self.remove(self.before(), self.cursor),
            (Code::Delete, false) => self.remove(self.cursor, self.after()),
            (Code::Left, false) => self.cursor = self.before(),
            (Code::Right, false) => self.cursor = self.after(),
            (Code::Home, false) => self.cursor = 0,
            (Code::End, false) => self.cursor = self.text.len(),
            (Code::Char(c), false) => return self.insert(c.encode_utf8(&mut [0; 4])),
            _ => return Typed::NotMine,
        }
        if self.text.len() == before { Typed::Kept } else { Typed::Changed }
    }

    /// Takes pasted text in at the cursor, as far as there is room. Line ends and tabs become blanks.
    pub fn paste(&mut self, text: &str) -> Typed {
        self.insert(text.trim_matches(['\r', '\n', '\t']))
    }

    fn insert(&mut self, text: &str) -> Typed {
        let before = self.text.len();
        let mut graphemes = width::graphemes(&self.text).count();
        let room = (BYTES * self.longest).saturating_sub(before);
        let mut added = String::new();
        for piece in width::graphemes(text) {
            graphemes += 1;
            if graphemes > self.longest || added.len() + piece.symbol.len() > room {
                break;
            }
            let symbol = if piece.symbol == "\r\n" { "\n" } else { piece.symbol };
            let fitting: String = symbol.chars().filter_map(fit).collect();
            // What may not be shown is not to be written either, not even as a sign that it was there.
            let shown = sanitize::sanitize(&fitting);
            let is_kept = |c: &char| *c != char::REPLACEMENT_CHARACTER || fitting.contains(*c);
            added.extend(shown.chars().filter(is_kept));
        }
        self.text.insert_str(self.cursor, &added);
        self.cursor += added.len();
        // A combining mark may have joined what stood after the cursor.
        self.cursor = self.boundary_from(self.cursor);
        if self.text.len() == before { Typed::Kept } else { Typed::Changed }
    }

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        // What stood before and after may be one grapheme now.
        self.cursor = self.boundary_from(from);
    }

    /// Where graphemes begin.
    fn boundaries(&self) -> impl Iterator<Item = usize> + '_ {
        width::graphemes(&self.text).map(|grapheme| grapheme.start)
    }

    fn before(&self) -> usize {
        self.boundaries().take_while(|at| *at < self.cursor).last().unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.boundary_from(self.cursor + 1)
    }

    /// The first place between graphemes from this byte on.
    fn boundary_from(&self, byte: usize) -> usize {
        self.boundaries().find(|at| *at >= byte).unwrap_or(self.text.len())
    }

    fn word_before(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
    }
}

/// What a line takes of a character: no line has lines, and a control character is none to look for.
fn fit(c: char) -> Option<char> {
    match c {
        '\r' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The cell of the cursor in a line that is drawn on the first row of the area.
pub fn caret(prompt: &Prompt, context: &Context, area: Rect) -> Position {
    let before = to_cells(width::cells(&before_cursor(prompt, context, usize::from(area.width))));
    let x = area.x.saturating_add(before).min(area.right().saturating_sub(1));
    Position::new(x, area.y)
}

/// What is drawn before the cursor in so much room.
fn before_cursor(prompt: &Prompt, context: &Context, room: usize) -> String {
    let ahead = width::cells(&prompt.text[prompt.cursor..]).min(room / 3);
    let left = prompt.text[..prompt.cursor].to_owned();
    // The cursor stands on the first cell of what is ahead, or on a cell of its own at the end.
    let room_left = room.saturating_sub(ahead.max(1));
    let cells = width::cells(&left);
    if cells <= room_left {
        return left;
    }
    let mark = context.glyph(glyphs::ELLIPSIS);
    let mut out = cells + width::cells(mark);
    let start = width::graphemes(&left).find_map(|grapheme| {
        out -= usize::from(grapheme.cells);
        (out <= room_left).then_some(grapheme.end())
    });
    start.map_or_else(String::new, |start| format!("{mark}{}", &left[start..]))
}

/// Draws the line and its cursor on the first row of the area. A text with no room scrolls with the cursor, which keeps
/// a third of the room ahead of it while there is text to show there.
pub fn draw(prompt: &Prompt, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    let left = before_cursor(prompt, context, room);
    let text = context.style(Role::Text);
    let (x, _) = buffer.set_stringn(area.x, area.y, &left, room, text);
    let under = width::graphemes(&prompt.text[prompt.cursor..]).next();
    let (symbol, rest) = match under {
        Some(grapheme) if grapheme.cells > 0 => (grapheme.symbol, prompt.cursor + grapheme.end()),
        _ => (" ", prompt.cursor),
    };
    let room_right = usize::from(area.right().saturating_sub(x));
    let (x, _) = buffer.set_stringn(x, area.y, symbol, room_right, context.style(Role::TextCursor));
    let room_right = usize::from(area.right().saturating_sub(x));
    buffer.set_stringn(x, area.y, &prompt.text[rest..], room_right, text);
}

/// Draws the text in as many rows as it takes, with its cursor. Where they are more than the area has, those around the cursor.
pub fn draw_wrapped(prompt: &Prompt, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let Wrapped { lines, row, top } = wrapped(prompt, area);
    for (y, line) in (area.y..area.bottom()).zip(&lines[top..]) {
        let room = usize::from(area.width);
        buffer.set_stringn(area.x, y, &prompt.text[line.clone()], room, context.style(Role::Text));
    }
    let Position { x, y } = caret_wrapped(prompt, area);
    let under = width::graphemes(&prompt.text[prompt.cursor..]).next();
    let symbol = under.filter(|under| under.cells > 0 && prompt.cursor < lines[row].end);
    let symbol = symbol.map_or(" ", |under| under.symbol);
    let room = usize::from(area.right() - x);
    buffer.set_stringn(x, y, symbol, room, context.style(Role::TextCursor));
}

/// The cell of the cursor of a text that is drawn in several rows.
pub fn caret_wrapped(prompt: &Prompt, area: Rect) -> Position {
    let Wrapped { lines, row, top } = wrapped(prompt, area);
    let before = width::cells(&prompt.text[lines[row].start..prompt.cursor]);
    let x = area.x + to_cells(before).min(area.width.saturating_sub(1));
    Position::new(x, area.y + to_cells(row - top))
}

/// A text in rows.
struct Wrapped {
    lines: Vec<Range<usize>>,
    /// The row of the cursor, and the first that is shown.
    row: usize,
    top: usize,
}

fn wrapped(prompt: &Prompt, area: Rect) -> Wrapped {
    let mut lines: Vec<Range<usize>> =
        wrap::wrap(&prompt.text, area.width.max(1)).into_iter().map(|line| line.range).collect();
    if lines.is_empty() {
        lines.push(0..0);
    }
    let row = lines.partition_point(|line| line.start <= prompt.cursor).saturating_sub(1);
    let top = (row + 1).saturating_sub(usize::from(area.height));
    Wrapped { lines, row, top }
}

/// How many rows the text takes in so many cells, with the cursor.
pub fn rows(prompt: &Prompt, cells: u16) -> usize {
    wrap::wrap(&prompt.text, cells.max(1)).len().max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(script: &str) -> Prompt {
        let mut prompt = Prompt::default();
        for word in script.split(' ') {
            prompt.press(word.parse().expect("a key"));
        }
        prompt
    }

    /// The text with a bar where the cursor is.
    fn shown(prompt: &Prompt) -> String {
        format!("{}|{}", &prompt.text[..prompt.cursor], &prompt.text[prompt.cursor..])
    }

    #[test]
    fn letters_go_where_the_cursor_is() {
        assert_eq!(shown(&typed("a b Left ä Space € End ß")), "aä €bß|");
        assert_eq!(shown(&typed("a b Home x Right Right y")), "xaby|");
    }

    #[test]
    fn what_removes_removes_one_letter_a_word_or_all() {
        assert_eq!(shown(&typed("a b c Left Backspace")), "a|c");
        assert_eq!(shown(&typed("a b c Ctrl+h")), "ab|");
        assert_eq!(shown(&typed("a b c Home Delete")), "|bc");
        assert_eq!(shown(&typed("a b Space c d Space Ctrl+w")), "ab |");
        assert_eq!(shown(&typed("a b Space c Left Ctrl+u")), "|");
        assert_eq!(shown(&typed("Backspace Delete Ctrl+w Left Right")), "|");
    }

    #[test]
    fn a_letter_with_its_marks_is_one_step() {
        let mut prompt = Prompt::default();
        prompt.paste("e\u{301}👩\u{200d}💻");
        prompt.press(Key::plain(Code::Left));
        assert_eq!(shown(&prompt), "e\u{301}|👩\u{200d}💻");
        prompt.press(Key::plain(Code::Backspace));
        assert_eq!(shown(&prompt), "|👩\u{200d}💻");
    }

    #[test]
    fn a_paste_is_one_line_without_controls() {
        let mut prompt = typed("a");
        assert_eq!(prompt.paste("b\r\nc\u{1b}[31m\u{202e}d\n"), Typed::Changed);
        assert_eq!(prompt.text(), "ab c[31md");
        assert_eq!(prompt.paste("\u{2067}e\u{2069}\u{2028}f"), Typed::Changed);
        assert_eq!(prompt.text(), "ab c[31mde f");
        assert_eq!(prompt.paste("\u{7}\n"), Typed::Kept);
    }

    #[test]
    fn a_line_takes_so_much_and_no_more() {
        let mut prompt = Prompt::default();
        prompt.paste(&"ä".repeat(100_000));
        assert_eq!(prompt.text().chars().count(), LONGEST);
        assert_eq!(prompt.press(Key::char('x')), Typed::Kept);
        let mut prompt = Prompt::default();
        prompt.paste(&format!("a{}", "\u{301}".repeat(100_000)));
        assert!(prompt.text().len() <= BYTES * LONGEST);
    }

    #[test]
    fn other_keys_are_left_to_others() {
        for key in
            ["Up", "Down", "PageUp", "PageDown", "Enter", "Esc", "Tab", "F1", "Ctrl+c", "Ctrl+z", "Ctrl+n"]
        {
            assert_eq!(typed("a").press(key.parse().expect("a key")), Typed::NotMine, "{key}");
        }
    }

    proptest! {
        #[test]
        fn the_cursor_never_stands_within_a_letter(pieces in prop::collection::vec((any::<String>(), 0..8_usize), 0..12)) {
            let keys = ["Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl+w", "a"];
            let mut prompt = Prompt::default();
            for (text, key) in pieces {
                prompt.paste(&text);
                prompt.press(keys[key].parse().expect("a key"));
                prop_assert!(prompt.cursor == prompt.text.len() || prompt.boundaries().any(|at| at == prompt.cursor));
                prop_assert!(!prompt.text.contains(char::is_control));
                prop_assert!(prompt.text.len() <= BYTES * LONGEST);
            }
        }
    }
}
