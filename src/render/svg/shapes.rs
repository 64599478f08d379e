//! Characters that are drawn as shapes. A font may lack them, and where it has them they rarely meet at the cells' edges.

use super::ink::{HEIGHT, Pen, WIDTH};
use super::{lines, marks};

/// A character that is a shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A box line, counted from U+2500.
    Line(u8),
    /// A block element, counted from U+2580.
    Block(u8),
    /// A braille pattern: its eight dots as bits.
    Braille(u8),
    /// A mark of a chart or a list.
    Mark(char),
}

/// The block elements from U+2596 as their quarters: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [u8; 10] = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14];

/// Where the dots of a braille pattern stand in its cell, in eighths of its width and height, in the order of their bits.
const DOTS: [(i32, i32); 8] = [(2, 1), (2, 3), (2, 5), (6, 1), (6, 3), (6, 5), (2, 7), (6, 7)];
/// Their radius, in units.
const DOT: i32 = 11;

impl Shape {
    /// The shape of a symbol, if it is one.
    pub(super) fn of(symbol: &str) -> Option<Self> {
        let mut chars = symbol.chars();
        let (Some(one), None) = (chars.next(), chars.next()) else { return None };
        match one {
            '\u{2500}'..='\u{257F}' => Some(Self::Line((one as u32 - 0x2500) as u8)),
            '\u{2580}'..='\u{259F}' => Some(Self::Block((one as u32 - 0x2580) as u8)),
            '\u{2800}'..='\u{28FF}' => Some(Self::Braille((one as u32 - 0x2800) as u8)),
            _ => marks::is_mark(one).then_some(Self::Mark(one)),
        }
    }

    /// How much of the text's colour it shows, in hundredths; the rest is the background's.
    pub(super) fn shade(self) -> u16 {
        match self {
            Self::Block(shade @ 0x11..=0x13) => 25 * u16::from(shade - 0x10),
            _ => 100,
        }
    }

    /// Draws it in its cell.
    pub(super) fn draw(self, pen: &mut Pen<'_>) {
        match self {
            Self::Line(index) => lines::draw(index, pen),
            Self::Block(index) => block(index, pen),
            Self::Braille(dots) => braille(dots, pen),
            Self::Mark(one) => marks::draw(one, pen),
        }
    }
}

fn block(index: u8, pen: &mut Pen<'_>) {
    let eighth = |of: i32, count: i32| of / 8 * count;
    let (all_x, all_y) = ((0, WIDTH), (0, HEIGHT));
    let count = i32::from(index);
    match index {
        0x00 => pen.rectangle(all_x, (0, HEIGHT / 2)),
        0x01..=0x08 => pen.rectangle(all_x, (eighth(HEIGHT, 8 - count), HEIGHT)),
        0x09..=0x0F => pen.rectangle((0, eighth(WIDTH, 16 - count)), all_y),
        0x10 => pen.rectangle((WIDTH / 2, WIDTH), all_y),
        0x14 => pen.rectangle(all_x, (0, eighth(HEIGHT, 1))),
        0x15 => pen.rectangle((eighth(WIDTH, 7), WIDTH), all_y),
        0x16.. => quarters(QUARTERS[usize::from(index - 0x16) % QUARTERS.len()], pen),
        // The shades fill the cell with a paler colour.
        _ => pen.rectangle(all_x, all_y),
    }
}

fn quarters(bits: u8, pen: &mut Pen<'_>) {
    for (bit, right, lower) in [(1, 0, 0), (2, 1, 0), (4, 0, 1), (8, 1, 1)] {
        if bits & bit != 0 {
            let (x, y) = (right * WIDTH / 2, lower * HEIGHT / 2);
            pen.rectangle((x, x + WIDTH / 2), (y, y + HEIGHT / 2));
        }
    }
}

fn braille(bits: u8, pen: &mut Pen<'_>) {
    for (bit, (x, y)) in DOTS.into_iter().enumerate() {
        if bits >> bit & 1 == 1 {
            pen.circle((x * WIDTH / 8, y * HEIGHT / 8), DOT);
        }
    }
}
