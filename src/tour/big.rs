//! The large figure of a stop, drawn by `tui-big-text`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::dossier::Stop;
use crate::look::glyphs::Glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;

/// The sizes there are, the largest first: what a letter takes, in cells, and how it is drawn.
const SIZES: [(u16, u16, PixelSize); 2] = [(8, 4, PixelSize::HalfHeight), (4, 4, PixelSize::Quadrant)];

/// The figure in lines, as large as there is room for; none where there is no room, or no large letter for one of its
/// characters: then it is a line like any other.
pub(super) fn lines(context: &Context, figure: &str, width: u16, height: u16) -> Option<Vec<Line<'static>>> {
    let count = u16::try_from(figure.chars().count()).unwrap_or(u16::MAX);
    if context.glyphs == Glyphs::Ascii || usize::from(count) > Stop::MAX_BIG || !figure.chars().all(is_drawn)
    {
        return None;
    }
    let fits = |(across, down, _): &&(u16, u16, PixelSize)| count * across <= width && *down <= height;
    let (across, down, size) = SIZES.iter().find(fits)?;
    let style = context.style(Role::Heading);
    let drawn = draw(figure, Rect::new(0, 0, count * across, *down), *size, style);
    let row = |y| {
        let row: String = (0..drawn.area.width).map(|x| drawn[(x, y)].symbol()).collect();
        Line::styled(row.trim_end().to_owned(), style)
    };
    let mut lines: Vec<Line> = (0..drawn.area.height).map(row).collect();
    // A letter's lowest row is for what hangs below the line.
    while lines.last().is_some_and(|line| line.width() == 0) {
        lines.pop();
    }
    Some(lines)
}

fn draw(figure: &str, area: Rect, size: PixelSize, style: Style) -> Buffer {
    let mut buffer = Buffer::empty(area);
    let text = BigText::builder().pixel_size(size).style(style).lines([Line::raw(figure.to_owned())]).build();
    text.render(area, &mut buffer);
    buffer
}

/// Whether there is a large letter for it: what there is none for is left empty.
fn is_drawn(letter: char) -> bool {
    let (across, down, size) = SIZES[0];
    let drawn = draw(letter.encode_utf8(&mut [0; 4]), Rect::new(0, 0, across, down), size, Style::new());
    letter == ' ' || drawn.content.iter().any(|cell| !cell.symbol().trim().is_empty())
}
