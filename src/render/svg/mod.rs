//! A picture of the screen that stays sharp at any size, can be searched, and says what it shows.
//!
//! Text is text; blocks, box lines, braille and the marks of charts are shapes, since few fonts have all of them and
//! none makes them meet. A cell is 9 × 18 pixels, around them is a margin of half a cell's height.

mod ink;
mod lines;
mod marks;
mod shapes;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use self::ink::{HEIGHT, Ink, PIXEL, WIDTH, px};
use self::shapes::Shape;
use self::words::SvgText;
use super::Description;
use super::cells::rows;
use super::palette::{CellStyle, Rgb};
use crate::text::escape::escape;

/// The ground around the cells, in units.
const MARGIN: i32 = HEIGHT / 2;
/// Where letters stand, in units from the top of their cell.
const BASELINE: i32 = 14 * PIXEL;
/// Where an underline is.
const UNDERLINE: (i32, i32) = (16 * PIXEL, 17 * PIXEL);
/// Where what crosses out is.
const STRIKE: (i32, i32) = (9 * PIXEL, 10 * PIXEL);
/// The first is 1233/2048 of its size wide, which makes 9 pixels. The others are fitted by `textLength`.
const FONT: &str = r#"14.95px "DejaVu Sans Mono","Cascadia Mono",Menlo,Consolas,monospace"#;

/// The shapes of a picture, by colour.
type Inks = BTreeMap<Rgb, Ink>;

/// A buffer as an SVG picture.
///
/// The terminal's sixteen colours and its own foreground and background are those of the ground, as a picture cannot
/// ask its reader's terminal; its other colours are the same everywhere. Control characters are shown as blanks in cells
/// and as U+FFFD in the description.
pub fn svg(buffer: &Buffer, description: &Description) -> String {
    let ground = description.ground;
    let around = description.around();
    let (mut backgrounds, mut shapes, mut words) = (Inks::new(), Inks::new(), SvgText::default());
    for (row, drawn) in (0_u16..).zip(rows(buffer)) {
        for drawn in drawn {
            let style = CellStyle::of(&drawn, ground);
            let (x, y) = corner(drawn.column, row);
            let across = (0, i32::from(drawn.cells) * WIDTH);
            let fill = |inks: &mut Inks, color, down| {
                inks.entry(color).or_default().at(x, y).rectangle(across, down);
            };
            if style.background != around {
                fill(&mut backgrounds, style.background, (0, HEIGHT));
            }
            if style.is(Modifier::HIDDEN) {
                continue;
            }
            if style.is(Modifier::UNDERLINED) {
                fill(&mut shapes, style.text, UNDERLINE);
            }
            if style.is(Modifier::CROSSED_OUT) {
                fill(&mut shapes, style.text, STRIKE);
            }
            if let Some(shape) = Shape::of(drawn.symbol) {
                let color = style.text.over(style.background, shape.shade());
                shape.draw(&mut shapes.entry(color).or_default().at(x, y));
            } else if !drawn.is_blank() {
                words.add(&drawn, row, style);
            }
        }
    }
    let far = corner(buffer.area.width, buffer.area.height);
    let (width, height) = (px(far.0 + MARGIN), px(far.1 + MARGIN));
    let (language, title, text) =
        (escape(&description.language), escape(&description.title), escape(&description.text));
    let mut svg = String::new();
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" lang="{language}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:space="preserve">
<title id="title">{title}</title>
<desc id="desc">{text}</desc>
<style>text{{font:{FONT};white-space:pre}}{}</style>
<path fill="{}" d="M0 0h{width}v{height}h-{width}z"/>
"#,
        words.rules(),
        around
    );
    for (color, ink) in backgrounds.into_iter().chain(shapes) {
        let _ = writeln!(svg, r#"<path fill="{color}" d="{}"/>"#, ink.path());
    }
    svg.push_str(&words.elements(baseline, |cells| px(i32::from(cells) * WIDTH)));
    svg.push_str("</svg>\n");
    svg
}

/// The upper left corner of a cell, in units.
fn corner(column: u16, row: u16) -> (i32, i32) {
    (MARGIN + i32::from(column) * WIDTH, MARGIN + i32::from(row) * HEIGHT)
}

/// Where the text of a cell begins, in pixels.
fn baseline(column: u16, row: u16) -> (f64, f64) {
    let (x, y) = corner(column, row);
    (px(x), px(y + BASELINE))
}

#[cfg(test)]
mod tests;
