//! What a stop shows large, drawn by `tui-big-text`, and larger than that by whole numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::dossier::Stop;
use crate::look::glyphs::Glyphs;
use crate::protocol::context::Context;
use crate::text::wrap;

/// How large a letter is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Size {
    /// 4 columns, 4 rows: narrow.
    Narrow,
    /// 8 columns, 4 rows, times so much in both directions.
    Times(u16),
}

impl Size {
    /// All sizes, the largest first.
    pub(super) const ALL: [Size; 4] = [Size::Times(3), Size::Times(2), Size::Times(1), Size::Narrow];

    /// Cells that a letter takes, across and down. The lowest row of a letter is for what hangs below the line, so most texts
    /// take fewer rows.
    pub(super) fn cells(self) -> (u16, u16) {
        match self {
            Size::Narrow => (4, 4),
            Size::Times(times) => (8 * times, 4 * times),
        }
    }
}

/// Whether a text can be drawn large: it is short enough, and there is a large letter for each of its characters.
pub(super) fn can_draw(context: &Context, text: &str) -> bool {
    context.glyphs != Glyphs::Ascii && text.chars().count() <= Stop::MAX_BIG && has_letters(text)
}

/// Whether there is a large letter for each character of a text.
pub(super) fn has_letters(text: &str) -> bool {
    text.chars().all(|letter| letter == ' ' || is_drawn(letter))
}

/// A text in rows of large letters, in no more than so many columns; none where it does not fit.
pub(super) fn lines(text: &str, size: Size, width: u16) -> Option<Vec<String>> {
    let (across, _) = size.cells();
    let letters = width / across;
    let is_broken = |word: &str| word.chars().count() > usize::from(letters);
    if text.split_whitespace().any(is_broken) {
        return None;
    }
    let wrapped = wrap::wrap(text, letters.max(1));
    let mut rows: Vec<String> = Vec::new();
    for line in wrapped {
        let line = &text[line.range];
        if line.chars().count() > usize::from(letters) {
            return None;
        }
        // What hangs below a line does not touch the next.
        if rows.last().is_some_and(|row| reaches_down(row)) {
            rows.push(String::new());
        }
        rows.extend(row_of_letters(line, size));
    }
    Some(rows)
}

/// Whether a row of letters fills the lower half of a cell, so that what stands below would touch it.
pub(super) fn reaches_down(row: &str) -> bool {
    row.contains(|c: char| !" ▀▘▝".contains(c))
}

/// The words of a line beside each other, half a letter apart: a whole one would look like a hole.
fn row_of_letters(text: &str, size: Size) -> Vec<String> {
    let (across, _) = size.cells();
    let mut rows: Vec<String> = Vec::new();
    let mut begin = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters = letters(word, size);
        rows.resize_with(rows.len().max(letters.len()), String::new);
        for (row, letters) in rows.iter_mut().zip(letters) {
            let blanks = begin - row.chars().count();
            row.extend(std::iter::repeat_n(' ', blanks));
            row.push_str(&letters);
        }
        begin += word.chars().count() * usize::from(across) + usize::from(across / 2);
    }
    let mut rows: Vec<String> = rows.into_iter().map(|row| row.trim_end().to_owned()).collect();
    // A letter's lowest row is for what hangs below the line.
    while rows.last().is_some_and(String::is_empty) {
        rows.pop();
    }
    rows
}

fn letters(text: &str, size: Size) -> Vec<String> {
    let count = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    match size {
        Size::Narrow => cells(&draw(text, Rect::new(0, 0, count.saturating_mul(4), 4), PixelSize::Quadrant)),
        Size::Times(1) => {
            cells(&draw(text, Rect::new(0, 0, count.saturating_mul(8), 4), PixelSize::HalfHeight))
        }
        Size::Times(times) => enlarged(text, count, usize::from(times)),
    }
}

/// Each point of the letters as a square of so many columns and half rows.
fn enlarged(text: &str, count: u16, times: usize) -> Vec<String> {
    let drawn = draw(text, Rect::new(0, 0, count.saturating_mul(8), 8), PixelSize::Full);
    let is_set = |x: usize, y: usize| {
        let cell = u16::try_from(x).ok().zip(u16::try_from(y).ok()).and_then(|at| drawn.cell(at));
        cell.is_some_and(|cell| !cell.symbol().trim().is_empty())
    };
    let (columns, points) = (usize::from(drawn.area.width) * times, usize::from(drawn.area.height) * times);
    let half = |x: usize, y: usize| y < points && is_set(x / times, y / times);
    let row = |y: usize| {
        let cell = |x: usize| match (half(x, 2 * y), half(x, 2 * y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        (0..columns).map(cell).collect::<String>().trim_end().to_owned()
    };
    (0..points.div_ceil(2)).map(row).collect()
}

fn cells(drawn: &Buffer) -> Vec<String> {
    let row = |y| {
        let row: String = (0..drawn.area.width).map(|x| drawn[(x, y)].symbol()).collect();
        row.trim_end().to_owned()
    };
    (0..drawn.area.height).map(row).collect()
}

fn draw(text: &str, area: Rect, size: PixelSize) -> Buffer {
    let mut buffer = Buffer::empty(area);
    let text = BigText::builder().pixel_size(size).lines([Line::raw(text.to_owned())]).build();
    text.render(area, &mut buffer);
    buffer
}

/// Whether there is a large letter for it: what there is none for is left empty.
fn is_drawn(letter: char) -> bool {
    let drawn = draw(letter.encode_utf8(&mut [0; 4]), Rect::new(0, 0, 8, 4), PixelSize::HalfHeight);
    drawn.content.iter().any(|cell| !cell.symbol().trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_size_is_the_same_picture() {
        let once = lines("7", Size::Times(1), 80).expect("it fits");
        let twice = lines("7", Size::Times(2), 80).expect("it fits");
        let area = |rows: &[String]| -> usize {
            let halves = |c: char| match c {
                '█' => 2,
                '▀' | '▄' => 1,
                _ => 0,
            };
            rows.iter().flat_map(|row| row.chars()).map(halves).sum()
        };
        assert_eq!(area(&twice), 4 * area(&once), "{once:#?} {twice:#?}");
    }

    #[test]
    fn a_text_that_is_too_long_is_wrapped_or_not_drawn() {
        assert_eq!(lines("401 MW", Size::Times(1), 48).map(|rows| rows.len() < 5), Some(true));
        assert_eq!(lines("401 MW", Size::Times(1), 40).map(|rows| rows.len() > 5), Some(true));
        // A word that is too long for a line is not broken.
        assert_eq!(lines("SUDDENLY", Size::Times(1), 40), None);
    }

    #[test]
    fn figures_money_and_umlauts_have_large_letters() {
        assert!(has_letters("0123456789 %<>+-.,?:/$ÄÖÜß"));
    }
}
