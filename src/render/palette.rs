//! The colours of a picture, which has no terminal to define what red is.
//!
//! The sixteen are chosen in Oklab (Ottosson 2020), so that they look equally light: one hue for each name (red 25°,
//! yellow 90°, green 145°, cyan 200°, blue 255°, magenta 325°) at one lightness for the six normal and one for the six
//! bright colours of a ground (dark 0.72 and 0.83, light 0.53 and 0.45), with as much chroma up to 0.15 as sRGB has
//! there; the greys are neutral. Against their ground all of them reach the contrast of 4.5 that WCAG 2.2 asks of text
//! (1.4.3), but for the two that are the ground's own: black on dark, white on light. A test holds that.

use ratatui::style::{Color, Modifier};

use crate::render::cells::Drawn;

/// What a picture is drawn on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ground {
    /// Light text on a dark ground, for a screen.
    Dark,
    /// Dark text on a light ground, for paper.
    Light,
}

/// A colour in sRGB.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

/// The colours of a ground.
struct Palette {
    background: Rgb,
    text: Rgb,
    /// In the order of their numbers.
    sixteen: [Rgb; 16],
}

const DARK: Palette = Palette {
    background: Rgb(0x16, 0x18, 0x1e),
    text: Rgb(0xd4, 0xd7, 0xde),
    sixteen: [
        Rgb(0x20, 0x22, 0x26),
        Rgb(0xeb, 0x82, 0x7b),
        Rgb(0x6d, 0xba, 0x70),
        Rgb(0xc4, 0xa0, 0x32),
        Rgb(0x6a, 0xa7, 0xf4),
        Rgb(0xcd, 0x87, 0xd1),
        Rgb(0x14, 0xbb, 0xc2),
        Rgb(0xbb, 0xbe, 0xc3),
        Rgb(0x87, 0x89, 0x8e),
        Rgb(0xfd, 0xb1, 0xaa),
        Rgb(0x8f, 0xde, 0x92),
        Rgb(0xe8, 0xc3, 0x5a),
        Rgb(0xa2, 0xca, 0xfe),
        Rgb(0xf2, 0xa9, 0xf6),
        Rgb(0x3a, 0xe0, 0xe8),
        Rgb(0xf2, 0xf5, 0xfb),
    ],
};

const LIGHT: Palette = Palette {
    background: Rgb(0xfb, 0xfa, 0xf7),
    text: Rgb(0x26, 0x29, 0x2f),
    sixteen: [
        Rgb(0x20, 0x22, 0x26),
        Rgb(0xb2, 0x40, 0x3d),
        Rgb(0x1f, 0x81, 0x2d),
        Rgb(0x84, 0x68, 0x00),
        Rgb(0x22, 0x6b, 0xc0),
        Rgb(0x95, 0x48, 0x9b),
        Rgb(0x01, 0x7b, 0x80),
        Rgb(0x6f, 0x72, 0x76),
        Rgb(0x61, 0x63, 0x68),
        Rgb(0x97, 0x25, 0x27),
        Rgb(0x03, 0x68, 0x19),
        Rgb(0x69, 0x52, 0x05),
        Rgb(0x00, 0x53, 0xa5),
        Rgb(0x7c, 0x2f, 0x82),
        Rgb(0x06, 0x61, 0x66),
        Rgb(0xf2, 0xf5, 0xfb),
    ],
};

/// The levels of red, green and blue in the terminal's cube of 6 × 6 × 6 colours, as xterm defines them.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Rgb {
    /// This colour laid over another, so many hundredths of it.
    pub(super) fn over(self, below: Self, hundredths: u16) -> Self {
        let mix = |above: u8, below: u8| {
            ((u16::from(above) * hundredths + u16::from(below) * (100 - hundredths)) / 100) as u8
        };
        Self(mix(self.0, below.0), mix(self.1, below.1), mix(self.2, below.2))
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Ground {
    fn palette(self) -> &'static Palette {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }

    /// The colour behind everything.
    pub(super) fn background(self) -> Rgb {
        self.palette().background
    }

    /// The colour of text that has no other.
    pub(super) fn text(self) -> Rgb {
        self.palette().text
    }

    /// What a terminal's colour is on this ground, or nothing where the ground's own is meant.
    pub(super) fn rgb(self, color: Color) -> Option<Rgb> {
        let index = match color {
            Color::Reset => return None,
            Color::Rgb(r, g, b) => return Some(Rgb(r, g, b)),
            Color::Indexed(index) => index,
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
        Some(match index {
            0..16 => self.palette().sixteen[usize::from(index)],
            16..232 => {
                let [r, g, b] = [36, 6, 1].map(|place| CUBE[usize::from((index - 16) / place % 6)]);
                Rgb(r, g, b)
            }
            232.. => {
                let grey = 8 + 10 * (index - 232);
                Rgb(grey, grey, grey)
            }
        })
    }
}

/// How something is drawn, with all colours known: dim and reversed are among them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CellStyle {
    pub(super) text: Rgb,
    pub(super) background: Rgb,
    modifier: Modifier,
}

impl CellStyle {
    /// How a cell looks on a ground.
    pub(super) fn of(drawn: &Drawn<'_>, ground: Ground) -> Self {
        let modifier = drawn.cell.modifier;
        let mut text = ground.rgb(drawn.cell.fg).unwrap_or(ground.text());
        let mut background = ground.rgb(drawn.cell.bg).unwrap_or(ground.background());
        if modifier.contains(Modifier::DIM) {
            text = text.over(background, 60);
        }
        if modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut text, &mut background);
        }
        Self { text, background, modifier }
    }

    /// Whether it is drawn so: bold, italic, underlined, crossed out or hidden.
    pub(super) fn is(self, modifier: Modifier) -> bool {
        self.modifier.contains(modifier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2.2.
    fn luminance(color: Rgb) -> f64 {
        let [r, g, b] = [color.0, color.1, color.2].map(|level| {
            let level = f64::from(level) / 255.0;
            if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_colour_is_readable_on_its_ground() {
        for (ground, own) in [(Ground::Dark, 0), (Ground::Light, 15)] {
            assert!(contrast(ground.text(), ground.background()) >= 7.0);
            for index in (0..16).filter(|index| *index != own) {
                let color = ground.rgb(Color::Indexed(index)).unwrap();
                assert!(contrast(color, ground.background()) >= 4.5, "{ground:?} {index} {color}");
            }
        }
    }

    #[test]
    fn numbered_colours_are_xterms() {
        assert_eq!(Ground::Dark.rgb(Color::Indexed(208)), Some(Rgb(255, 135, 0)));
        assert_eq!(Ground::Dark.rgb(Color::Indexed(255)), Some(Rgb(238, 238, 238)));
        assert_eq!(Ground::Light.rgb(Color::Indexed(9)), Ground::Light.rgb(Color::LightRed));
    }
}
