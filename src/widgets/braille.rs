//! Dots of braille: two columns and four rows in each cell.

/// The dots of a cell from top to bottom, in the left and the right column.
const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// The dot at a column and a row of dots, counted from the upper left, within its cell.
pub(crate) fn bit(x: i32, y: i32) -> u8 {
    BITS[y.rem_euclid(4) as usize][x.rem_euclid(2) as usize]
}

/// The sign for a cell with these dots.
pub(crate) fn sign(bits: u8) -> char {
    char::from_u32(0x2800 + u32::from(bits)).unwrap_or(' ')
}
