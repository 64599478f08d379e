//! What the terminal shows, and the bytes that make it show something else.
//!
//! ratatui's own `Terminal` writes a reset even when nothing changed, asks for the size at every draw, and may ask the
//! terminal where its cursor is. The two buffers and ratatui's difference between them are all that is needed here.
//!
//! # Text whose width is in doubt
//!
//! Terminals do not agree how many cells a flag, a Thai syllable or a keycap takes: some count characters, some clusters,
//! and their tables are of different years. Sending only the cells that changed assumes that both sides agree: where they
//! do not, remnants of what stood there stay on the screen, and what follows stands in the wrong column (and ratatui's
//! difference leaves cells out even where they do: ratatui#2738, ratatui#2651).
//!
//! So the difference is sent only for rows that hold, and held, nothing but characters to which every terminal gives the
//! cells we do: European letters, Hebrew and Arabic ones without points, and those of the Far East. A row with anything
//! else is, when it changes, erased and written again from its left end. After each cluster the cursor is placed, so a
//! cluster that a terminal draws narrower or wider moves nothing, and what follows, blanks too, is written over its
//! overhang. These are the bytes of a full redraw, and no cluster reaches beyond its row; so the row shows what a
//! full redraw would show, whatever the terminal makes of the cluster.

use std::{io, mem};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate,
};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// What others may have left behind that would spoil a redraw, or the keys: colours (a terminal erases with them), line
/// drawing characters, origin mode, insert mode, margins, a scrolling region, no line wrap, controls of eight bits.
const SANE: &[u8] = b"\x1b[0m\x1b(B\x0f\x1b[?6l\x1b[4l\x1b[?69l\x1b[r\x1b[?7h\x1b F";

/// The screen as last drawn.
#[derive(Debug)]
pub struct Screen {
    shown: Buffer,
    next: Buffer,
    bytes: Vec<u8>,
    /// The terminal no longer shows what was drawn.
    stale: bool,
    /// Where the cursor is to stand, and where it was put last; none where it was left.
    cursor: Option<Position>,
    placed: Option<Position>,
}

impl Screen {
    /// A screen on which nothing is drawn yet: its first frame clears the terminal.
    pub fn new(size: Size) -> Self {
        let blank = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        Self { shown: blank.clone(), next: blank, bytes: Vec::new(), stale: true, cursor: None, placed: None }
    }

    /// The size it is drawn for.
    pub fn size(&self) -> Size {
        self.shown.area.as_size()
    }

    /// Where the cursor is to stand after the next frame, if anywhere.
    pub fn set_cursor(&mut self, cursor: Option<Position>) {
        self.cursor = cursor;
    }

    /// The bytes that bring the terminal from what it shows to what `draw` draws, as one synchronized update; none if
    /// that is the same. `draw` is given a blank buffer.
    ///
    /// # Errors
    ///
    /// None: the bytes are only collected. The type is that of the backend that makes them.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Buffer)) -> io::Result<&[u8]> {
        self.bytes.clear();
        self.next.reset();
        draw(&mut self.next);
        let mut changes = self.shown.diff(&self.next);
        if self.stale || !changes.is_empty() {
            queue!(self.bytes, BeginSynchronizedUpdate)?;
            if mem::take(&mut self.stale) {
                self.bytes.extend_from_slice(SANE);
                queue!(self.bytes, Clear(ClearType::All))?;
            }
            let doubtful: Vec<u16> = changes
                .chunk_by(|one, other| one.1 == other.1)
                .map(|changes| changes[0].1)
                .filter(|y| [&self.shown, &self.next].iter().any(|buffer| is_doubtful(row(buffer, *y))))
                .collect();
            changes.retain(|(_, y, _)| doubtful.binary_search(y).is_err());
            if !changes.is_empty() || doubtful.is_empty() {
                CrosstermBackend::new(&mut self.bytes).draw(changes.into_iter())?;
            }
            for y in doubtful {
                write_row(&mut self.bytes, row(&self.next, y), y)?;
            }
            // What was drawn last has left it there.
            self.placed = None;
            if let Some(at) = self.cursor {
                queue!(self.bytes, MoveTo(at.x, at.y))?;
            }
            queue!(self.bytes, EndSynchronizedUpdate)?;
        } else if let Some(at) = self.cursor.filter(|_| self.cursor != self.placed) {
            queue!(self.bytes, MoveTo(at.x, at.y))?;
        }
        self.placed = self.cursor;
        mem::swap(&mut self.shown, &mut self.next);
        mark_styled_halves(&mut self.shown);
        Ok(&self.bytes)
    }
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    &buffer.content[usize::from(y) * width..][..width]
}

/// Whether a terminal may give anything on this row another width than we do.
fn is_doubtful(row: &[Cell]) -> bool {
    // A half that is marked shows nothing.
    !row.iter().all(|cell| cell.symbol().is_empty() || width::is_certain(cell.symbol()))
}

/// Erases a row and writes all of it.
fn write_row(bytes: &mut Vec<u8>, row: &[Cell], y: u16) -> io::Result<()> {
    let mut cells: Vec<(u16, u16, Cell)> = Vec::with_capacity(row.len());
    let mut may_wrap = false;
    // The column after a cluster of one cell.
    let mut end_of_cluster = None;
    // The column up to which a terminal may have drawn the clusters before.
    let mut drawn_to = 0;
    let mut x = 0_u16;
    while let Some(cell) = row.get(usize::from(x)) {
        let symbol = cell.symbol();
        let after = x.saturating_add(cell.cell_width().max(1));
        // What is blank is erased already, but not what stands in it since.
        if *cell == Cell::EMPTY && usize::from(x) >= drawn_to {
            x = after;
            continue;
        }
        if end_of_cluster.take() == Some(x) {
            // The backend places the cursor unless the cell before was the last it wrote. This one writes nothing.
            cells.push((x, y, with_symbol(cell, "")));
        }
        if !width::is_certain(symbol) {
            drawn_to = drawn_to.max(usize::from(x) + usize::from(width::most_cells(symbol)));
            may_wrap |= drawn_to > row.len();
            let is_cluster = symbol.chars().nth(1).is_some();
            if is_cluster && shows_when_blank(cell) {
                // Where a terminal draws it narrower, its background has no hole.
                for x in x + 1..after {
                    cells.push((x, y, with_symbol(cell, " ")));
                }
            }
            end_of_cluster = (after == x + 1).then_some(after);
        }
        cells.push((x, y, cell.clone()));
        x = after;
    }
    queue!(bytes, MoveTo(0, y), Clear(ClearType::UntilNewLine))?;
    if cells.is_empty() {
        return Ok(());
    }
    if may_wrap {
        queue!(bytes, DisableLineWrap)?;
    }
    CrosstermBackend::new(&mut *bytes).draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
    if may_wrap {
        queue!(bytes, EnableLineWrap)?;
    }
    Ok(())
}

fn with_symbol(cell: &Cell, symbol: &str) -> Cell {
    let mut cell = cell.clone();
    cell.set_symbol(symbol);
    cell
}

/// Where the right half of a wide letter is uncovered and is to be blank, the terminal has blanked it itself, but in the
/// letter's own style. So half of a letter on a background is made different from any blank: it will be sent.
fn mark_styled_halves(shown: &mut Buffer) {
    for at in 1..shown.content.len() {
        let [letter, half] = &mut shown.content[at - 1..=at] else { return };
        if shows_when_blank(letter) && letter.style() != half.style() && letter.cell_width() == 2 {
            half.set_symbol("");
        }
    }
}

/// Whether a blank in this style looks different from an erased cell.
fn shows_when_blank(cell: &Cell) -> bool {
    let visible = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    cell.bg != Color::Reset || cell.modifier.intersects(visible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn say(text: &'static str) -> impl FnOnce(&mut Buffer) {
        move |buffer| {
            buffer.set_string(0, 0, text, Style::new());
        }
    }

    /// What is sent for a row of ten cells that held one text and is to hold another, without what frames it.
    fn change(from: &'static str, to: &'static str) -> String {
        let mut screen = Screen::new(Size::new(10, 1));
        screen.frame(say(from)).unwrap();
        let frame = String::from_utf8(screen.frame(say(to)).unwrap().to_vec()).unwrap();
        let frame = frame.strip_prefix("\x1b[?2026h").and_then(|frame| frame.strip_suffix("\x1b[?2026l"));
        frame.unwrap().replace("\x1b[39m\x1b[49m\x1b[59m\x1b[0m", "")
    }

    #[test]
    fn the_first_frame_clears_and_draws() {
        let mut screen = Screen::new(Size::new(4, 1));
        let frame = String::from_utf8(screen.frame(say("ab")).unwrap().to_vec()).unwrap();
        // Colours and the like that others left are reset before, or the terminal would erase with them.
        assert!(
            frame.starts_with(
                "\x1b[?2026h\x1b[0m\x1b(B\x0f\x1b[?6l\x1b[4l\x1b[?69l\x1b[r\x1b[?7h\x1b F\x1b[2J"
            ),
            "{frame:?}"
        );
        assert!(frame.contains("ab"), "{frame:?}");
        assert!(frame.ends_with("\x1b[?2026l"), "{frame:?}");
    }

    #[test]
    fn the_same_picture_costs_nothing() {
        for text in ["ab", "🇩🇪 กำ"] {
            let mut screen = Screen::new(Size::new(8, 1));
            screen.frame(say(text)).unwrap();
            assert_eq!(screen.frame(say(text)).unwrap(), b"");
        }
    }

    #[test]
    fn the_cursor_is_put_where_it_belongs_after_each_frame_and_only_then() {
        let mut screen = Screen::new(Size::new(4, 2));
        screen.set_cursor(Some(Position::new(1, 0)));
        let frame = String::from_utf8(screen.frame(say("ab")).unwrap().to_vec()).unwrap();
        assert!(frame.ends_with("\x1b[1;2H\x1b[?2026l"), "{frame:?}");
        assert_eq!(screen.frame(say("ab")).unwrap(), b"", "nothing has changed");
        screen.set_cursor(Some(Position::new(3, 1)));
        assert_eq!(screen.frame(say("ab")).unwrap(), b"\x1b[2;4H", "only the cursor");
        let frame = String::from_utf8(screen.frame(say("ac")).unwrap().to_vec()).unwrap();
        assert!(frame.ends_with("\x1b[2;4H\x1b[?2026l"), "drawing has moved it: {frame:?}");
        screen.set_cursor(None);
        assert_eq!(screen.frame(say("ac")).unwrap(), b"");
    }

    #[test]
    fn only_what_changed_is_sent() {
        let mut screen = Screen::new(Size::new(4, 1));
        screen.frame(say("abcd")).unwrap();
        let frame = String::from_utf8(screen.frame(say("abXd")).unwrap().to_vec()).unwrap();
        assert!(frame.contains("\x1b[1;3HX"), "{frame:?}");
        assert!(!frame.contains('a') && !frame.contains("\x1b[2J"), "{frame:?}");
        // As ratatui writes it, to the byte.
        assert_eq!(change("é │ „x“", "è │ »x«"), "\x1b[1;1Hè\x1b[1;5H»\x1b[1;7H«");
    }

    #[test]
    fn the_far_east_is_sent_as_before_without_a_rest_of_its_background() {
        assert_eq!(change("中国 데", "中a  데"), "\x1b[1;3Ha");
        let mut screen = Screen::new(Size::new(10, 1));
        let style = Style::new().bg(Color::Indexed(17));
        screen.frame(|buffer| buffer.set_string(2, 0, "中", style)).unwrap();
        let frame = screen.frame(|buffer| buffer.set_string(1, 0, "国", Style::new())).unwrap();
        let frame = String::from_utf8(frame.to_vec()).unwrap();
        assert!(frame.contains("\x1b[1;2H国\x1b[1;4H "), "{frame:?}");
    }

    /// ratatui#2738: of a flag that is two characters of one cell each, the second half stays when a narrow letter and a
    /// blank come in its place.
    #[test]
    fn nothing_of_a_cluster_is_left() {
        assert_eq!(change("🇩🇪", "a"), "\x1b[1;1H\x1b[K\x1b[1;1Ha");
        assert_eq!(change("กำ กำ", ""), "\x1b[1;1H\x1b[K");
    }

    /// ratatui#2651: after an emoji of two cells the cursor must be placed, or in a terminal that draws it in two what
    /// follows is one cell off; after one that others draw wider or narrower too.
    #[test]
    fn after_a_cluster_the_cursor_is_placed() {
        assert_eq!(change("a", "⚠️ab"), "\x1b[1;1H\x1b[K\x1b[1;1H⚠️\x1b[1;3Hab");
        assert_eq!(change("a", "किab"), "\x1b[1;1H\x1b[K\x1b[1;1Hकि\x1b[1;3Hab");
        assert_eq!(change("", "บี่ab"), "\x1b[1;1H\x1b[K\x1b[1;1Hบี่\x1b[1;2Hab");
        assert_eq!(change("", "บี่ a"), "\x1b[1;1H\x1b[K\x1b[1;1Hบี่\x1b[1;3Ha");
    }

    /// A family that a terminal draws as four people does not reach into the blanks beside it, nor into the next column.
    #[test]
    fn blanks_are_written_over_what_a_cluster_may_cover() {
        let frame = change("", "👩\u{200d}👩\u{200d}👧   │");
        assert_eq!(frame, "\x1b[1;1H\x1b[K\x1b[1;1H👩\u{200d}👩\u{200d}👧\x1b[1;3H   │");
        assert_eq!(
            change("", "a👩   b"),
            "\x1b[1;1H\x1b[K\x1b[1;1Ha👩\x1b[1;7Hb",
            "no more than it may cover"
        );
    }

    #[test]
    fn at_the_right_edge_nothing_runs_on_to_the_next_row() {
        let row = "\x1b[1;1H\x1b[K";
        let family = change("", "12345678👩\u{200d}👩");
        assert_eq!(family, format!("{row}\x1b[?7l\x1b[1;1H12345678👩\u{200d}👩\x1b[?7h"));
        // Its marks take no cell anywhere, and without line wrap tmux would set them on the letter before.
        assert_eq!(change("", "123456789บี่"), format!("{row}\x1b[1;1H123456789บี่"));
    }

    #[test]
    fn a_highlight_has_no_hole_where_a_cluster_is_drawn_narrower() {
        let mut screen = Screen::new(Size::new(10, 1));
        let style = Style::new().add_modifier(Modifier::REVERSED);
        screen.frame(say("x")).unwrap();
        let frame = screen.frame(|buffer| buffer.set_string(0, 0, "⚠️", style)).unwrap();
        let frame = String::from_utf8(frame.to_vec()).unwrap();
        assert!(frame.contains("\x1b[1;2H\x1b[7m \x1b[1;1H⚠️"), "{frame:?}");
    }

    #[test]
    fn rows_without_doubt_are_sent_as_before_beside_those_with_it() {
        let mut screen = Screen::new(Size::new(10, 2));
        let draw = |one: &'static str, other: &'static str| {
            move |buffer: &mut Buffer| {
                buffer.set_string(0, 0, one, Style::new());
                buffer.set_string(0, 1, other, Style::new());
            }
        };
        screen.frame(draw("กำ one", "plain one")).unwrap();
        let frame = String::from_utf8(screen.frame(draw("กำ one", "plain two")).unwrap().to_vec()).unwrap();
        assert!(frame.contains("\x1b[2;7Htwo") && !frame.contains("\x1b[K"), "{frame:?}");
        let frame = String::from_utf8(screen.frame(draw("กำ two", "plain ten")).unwrap().to_vec()).unwrap();
        assert!(frame.contains("\x1b[2;8Hen") && frame.contains("\x1b[1;1H\x1b[K"), "{frame:?}");
    }
}
