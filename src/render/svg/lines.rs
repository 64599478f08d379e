//! Box lines (U+2500–257F): up to four arms from the cell's edges to its middle, each with its weight.

use super::ink::{HEIGHT, Pen, WIDTH};

/// Where the lines cross, in units. Half a pixel above the middle, so that a line fills whole pixels.
const CENTER: (i32, i32) = (WIDTH / 2, HEIGHT / 2 - 4);
/// Half the width of a light line, in units: it is one pixel wide.
const THIN: i32 = 4;
/// Half the width of a heavy line: three pixels. A double one takes the same room with two light lines.
const THICK: i32 = 12;
/// How far each of the two lines of a double one is from the middle.
const APART: i32 = 8;

/// What comes from an edge of the cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Arm {
    None,
    Light,
    Heavy,
    Double,
}

impl Arm {
    /// How far it reaches to either side of its middle.
    fn half(self) -> i32 {
        match self {
            Self::None => 0,
            Self::Light => THIN,
            Self::Heavy | Self::Double => THICK,
        }
    }
}

/// The arms up, right, down and left of each character from U+2500: 0 none, 1 light, 2 heavy, 3 double. As the names
/// in Unicode have it; dashes, bends and diagonals are zero here.
const ARMS: [&[u8; 79]; 8] = [
    b"0101 0202 1010 2020 0000 0000 0000 0000 0000 0000 0000 0000 0110 0210 0120 0220",
    b"0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120",
    b"2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212",
    b"0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212",
    b"2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0000 0000 0000 0000",
    b"0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130",
    b"3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000",
    b"0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010",
];

/// Draws the box line of a character, counted from U+2500 and below 128.
pub(super) fn draw(index: u8, pen: &mut Pen<'_>) {
    match index {
        0x04..=0x07 => dashes(3, index, pen),
        0x08..=0x0B => dashes(4, index, pen),
        0x4C..=0x4F => dashes(2, index, pen),
        0x6D => pen.bend(CENTER, (true, true), WIDTH / 2, 2 * THIN),
        0x6E => pen.bend(CENTER, (false, true), WIDTH / 2, 2 * THIN),
        0x6F => pen.bend(CENTER, (false, false), WIDTH / 2, 2 * THIN),
        0x70 => pen.bend(CENTER, (true, false), WIDTH / 2, 2 * THIN),
        0x71 => rising(pen),
        0x72 => falling(pen),
        0x73 => {
            rising(pen);
            falling(pen);
        }
        _ => straight(index, pen),
    }
}

/// So many dashes, each two thirds of its share of the cell. Of each four characters the first two lie and the last
/// two stand, the second and fourth are heavy.
fn dashes(count: i32, index: u8, pen: &mut Pen<'_>) {
    let half = if index.is_multiple_of(2) { THIN } else { THICK };
    let stands = index % 4 >= 2;
    let share = if stands { HEIGHT } else { WIDTH } / count;
    for start in (0..count).map(|dash| dash * share + share / 6) {
        let along = (start, start + share * 2 / 3);
        if stands {
            pen.rectangle((CENTER.0 - half, CENTER.0 + half), along);
        } else {
            pen.rectangle(along, (CENTER.1 - half, CENTER.1 + half));
        }
    }
}

/// From the lower left to the upper right corner.
fn rising(pen: &mut Pen<'_>) {
    pen.polygon(&[(WIDTH - 5, 0), (WIDTH + 5, 0), (5, HEIGHT), (-5, HEIGHT)]);
}

/// From the upper left to the lower right corner.
fn falling(pen: &mut Pen<'_>) {
    pen.polygon(&[(-5, 0), (5, 0), (WIDTH + 5, HEIGHT), (WIDTH - 5, HEIGHT)]);
}

/// The straight arms of a character.
fn straight(index: u8, pen: &mut Pen<'_>) {
    let row = ARMS[usize::from(index / 16)];
    let arms = [0, 1, 2, 3].map(|arm| match row[usize::from(index % 16) * 5 + arm] {
        b'1' => Arm::Light,
        b'2' => Arm::Heavy,
        b'3' => Arm::Double,
        _ => Arm::None,
    });
    let [up, right, down, left] = arms;
    for (direction, &weight) in arms.iter().enumerate() {
        let opposite = arms[(direction + 2) % 4];
        let (low, high) = if direction.is_multiple_of(2) { (left, right) } else { (up, down) };
        let offsets: &[i32] = match weight {
            Arm::None => &[],
            Arm::Light | Arm::Heavy => &[0],
            Arm::Double => &[-APART, APART],
        };
        let half = if weight == Arm::Heavy { THICK } else { THIN };
        for &offset in offsets {
            let past = past_center(offset, opposite, low, high);
            let across = |center: i32| (center + offset - half, center + offset + half);
            match direction {
                0 => pen.rectangle(across(CENTER.0), (0, CENTER.1 + past)),
                1 => pen.rectangle((CENTER.0 - past, WIDTH), across(CENTER.1)),
                2 => pen.rectangle(across(CENTER.0), (CENTER.1 - past, HEIGHT)),
                _ => pen.rectangle((0, CENTER.0 + past), across(CENTER.1)),
            }
        }
    }
}

/// How far a line of an arm reaches past the middle of the cell, in units; less than 0 where it stops before.
///
/// `low` and `high` are the arms on its two sides, to the left or above and to the right or below.
fn past_center(offset: i32, opposite: Arm, low: Arm, high: Arm) -> i32 {
    // The first line of a double one that it meets.
    let near = THIN - APART;
    let (side, other) = if offset < 0 { (low, high) } else { (high, low) };
    if offset == 0 {
        return match (low, high) {
            _ if opposite != Arm::None => 0,
            (Arm::Double, Arm::Double) => near,
            _ => low.half().max(high.half()),
        };
    }
    match side {
        // One line of a double arm turns into the line on its own side …
        Arm::Double => near,
        Arm::Light | Arm::Heavy => side.half(),
        // … and the other goes on, or around the corner.
        Arm::None if opposite != Arm::None => 0,
        Arm::None => other.half(),
    }
}
