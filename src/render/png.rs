//! The picture as pixels, for slides and programs that take no SVG.
//!
//! It is the SVG of [`super::svg`], drawn by resvg with the one font that is built in, so that it is the same on every
//! machine, down to the byte. The fonts of the system are not looked at.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb};

/// Pixels of the file for each pixel of the SVG, in both directions: sharp on a projector, and on paper up to a hand's
/// breadth for 80 columns.
pub const SCALE: u16 = 2;

/// The name of the font that is built in; the first that the SVG asks for.
const FAMILY: &str = "DejaVu Sans Mono";

/// Why there are no pixels.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The SVG could not be read.
    #[error("the SVG cannot be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// Nothing has no pixels, and so much has too many.
    #[error("no picture can have {0}x{1} pixels")]
    Size(u32, u32),
    /// The pixels could not be written down.
    #[error("the pixels cannot be written: {0}")]
    Encoding(String),
}

/// An SVG picture as a PNG file, [`SCALE`] times as large.
///
/// A character that the font lacks, as those of Chinese, is drawn as an empty box.
///
/// # Errors
///
/// If the text is no SVG, has no size, or a size beyond what memory can hold.
pub fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let tree = Tree::from_str(svg, &options())?;
    let (size, scale) = (tree.size().to_int_size(), u32::from(SCALE));
    let (width, height) = (size.width().saturating_mul(scale), size.height().saturating_mul(scale));
    let mut pixels = Pixmap::new(width, height).ok_or(PngError::Size(width, height))?;
    let scale = f32::from(SCALE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encoding(error.to_string()))
}

/// What a picture is drawn with: nothing but the fonts built in.
fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for face in [
        dejavu::sans_mono::regular(),
        dejavu::sans_mono::bold(),
        dejavu::sans_mono::oblique(),
        dejavu::sans_mono::bold_oblique(),
    ] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::render::svg::svg;
    use crate::render::{Description, Ground};

    const GROUND: [u8; 3] = [0x16, 0x18, 0x1e];
    const TEXT: [u8; 3] = [0xd4, 0xd7, 0xde];

    /// A decoded picture.
    struct Picture {
        width: usize,
        height: usize,
        rgba: Vec<u8>,
    }

    impl Picture {
        fn of(buffer: &Buffer) -> Self {
            let description = Description {
                title: String::new(),
                text: String::new(),
                ground: Ground::Dark,
                around: Color::Reset,
                language: "de".to_owned(),
            };
            let file = png(&svg(buffer, &description)).unwrap();
            let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
            let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut rgba).unwrap();
            assert_eq!(info.color_type, ::png::ColorType::Rgba);
            Self { width: info.width as usize, height: info.height as usize, rgba }
        }

        fn lines<const N: usize>(lines: [&str; N]) -> Self {
            Self::of(&Buffer::with_lines(lines))
        }

        /// The colour at a pixel of the SVG.
        fn at(&self, x: usize, y: usize) -> [u8; 3] {
            let at = 4 * (y * usize::from(SCALE) * self.width + x * usize::from(SCALE));
            assert_eq!(self.rgba[at + 3], 0xff, "nothing shines through");
            [self.rgba[at], self.rgba[at + 1], self.rgba[at + 2]]
        }

        /// Columns of the file, within a cell of the first row, that show anything.
        fn inked(&self, column: usize) -> Vec<usize> {
            let scale = usize::from(SCALE);
            let (left, top) = ((9 + 9 * column) * scale, 9 * scale);
            (0..9 * scale)
                .filter(|x| {
                    (0..18 * scale).any(|y| {
                        let at = 4 * ((top + y) * self.width + left + x);
                        self.rgba[at..at + 3] != GROUND
                    })
                })
                .collect()
        }

        /// How much is shown, roughly.
        fn ink(&self) -> usize {
            self.rgba.chunks_exact(4).map(|pixel| usize::from(pixel[0].saturating_sub(GROUND[0]))).sum()
        }
    }

    #[test]
    fn frames_and_grounds_have_the_colours_of_the_palette_to_the_pixel() {
        let mut buffer = Buffer::with_lines(["┌─┐", "│ │", "└─┘"]);
        buffer.set_style(Rect::new(0, 2, 3, 1), Style::new().fg(Color::Red));
        buffer.set_style(Rect::new(1, 1, 1, 1), Style::new().bg(Color::Blue));
        let picture = Picture::of(&buffer);
        assert_eq!((picture.width, picture.height), ((3 * 9 + 18) * 2, (3 * 18 + 18) * 2));
        assert_eq!(picture.at(0, 0), GROUND);
        assert_eq!(picture.at(22, 17), TEXT, "the upper edge");
        assert_eq!(picture.at(13, 36), TEXT, "the left edge");
        assert_eq!(picture.at(22, 36), [0x6a, 0xa7, 0xf4], "inside");
        assert_eq!(picture.at(22, 53), [0xeb, 0x82, 0x7b], "the lower edge");
    }

    #[test]
    fn letters_stand_in_the_middle_of_their_cells_to_the_end_of_a_long_row() {
        let picture = Picture::lines([&"I".repeat(120)]);
        let expected = picture.inked(0);
        assert!(expected.len() > 4 && expected.len() < 18, "{expected:?}");
        for column in 1..120 {
            let inked = picture.inked(column);
            let (first, last) = (inked[0], inked[inked.len() - 1]);
            assert!(first.abs_diff(expected[0]) <= 1 && last.abs_diff(expected[expected.len() - 1]) <= 1);
        }
    }

    #[test]
    fn bold_has_more_ink_than_plain_and_dim_has_less_and_italic_leans() {
        let with = |style: Style| {
            let mut buffer = Buffer::with_lines(["Ill"]);
            buffer.set_style(Rect::new(0, 0, 3, 1), style);
            Picture::of(&buffer)
        };
        let plain = with(Style::new());
        assert!(with(Style::new().bold()).ink() > plain.ink() * 11 / 10);
        assert!(with(Style::new().dim()).ink() < plain.ink() * 8 / 10);
        assert_ne!(with(Style::new().italic()).inked(0), plain.inked(0));
        assert_ne!(with(Style::new().italic().bold()).inked(0), with(Style::new().bold()).inked(0));
    }

    /// The font has what we say and what an article in a European language says; what it lacks is a box, not nothing.
    #[test]
    fn what_we_write_is_in_the_font_and_what_is_not_is_a_box() {
        let lacking = Picture::lines(["\u{E123}"]);
        assert!(lacking.ink() > 0);
        for one in "≠≥≤×°·•‹›…–—„“”’«»äößßéñçşžłőДжЖαΩ€½²".chars()
        {
            let drawn = Picture::lines([one.to_string().as_str()]);
            assert!(drawn.ink() > 0 && drawn.rgba != lacking.rgba, "{one}");
        }
        assert!(Picture::lines(["中"]).ink() > 0);
    }

    #[test]
    fn what_is_no_svg_is_told() {
        assert!(matches!(png("<svg"), Err(PngError::Svg(_))));
    }
}
