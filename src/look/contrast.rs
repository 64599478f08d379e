//! How well a colour is told from the one behind it, by WCAG 2.2.

use ratatui::style::Color;

/// The sixteen as xterm has them; what other terminals make of them nobody knows.
const XTERM: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The levels of the cube of 6 × 6 × 6 colours.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Red, green and blue; none of the terminal's own colour, which may be any.
pub fn rgb(colour: Color) -> Option<[u8; 3]> {
    let number = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some([red, green, blue]),
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(match number {
        0..16 => XTERM[usize::from(number)],
        16..232 => [36, 6, 1].map(|place| CUBE[usize::from((number - 16) / place % 6)]),
        _ => [8 + 10 * (number - 232); 3],
    })
}

/// The relative luminance.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|level| {
        let level = f64::from(level) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, from 1 to 21; none where one of them is the terminal's own.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(rgb(one)?) + 0.05, luminance(rgb(other)?) + 0.05);
    Some(one.max(other) / one.min(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let of = |one, other| contrast(one, other).map(|contrast| (contrast * 100.0).round() / 100.0);
        assert_eq!(of(Color::Indexed(16), Color::Indexed(231)), Some(21.0));
        assert_eq!(of(Color::Rgb(0x76, 0x76, 0x76), Color::Indexed(231)), Some(4.54));
        assert_eq!(of(Color::Rgb(0x77, 0x77, 0x77), Color::Indexed(231)), Some(4.48));
        assert_eq!(of(Color::Red, Color::Red), Some(1.0));
        assert_eq!(contrast(Color::Reset, Color::White), None);
    }
}
