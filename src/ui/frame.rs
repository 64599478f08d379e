//! The frame of a panel: a box, or one rule where rows are dear. Heavy where the keys go to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::{border, line};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Widget};

use super::layout::Frame;
use super::theme::{Role, Theme};
use crate::text::width;

/// What is written into a frame.
#[derive(Clone, Debug)]
pub struct Legend<'a> {
    /// At the left: the panel's name, or its tabs with the shown one marked.
    pub names: Vec<(String, bool)>,
    /// At the right: what part is shown.
    pub note: String,
    /// Whether keys go here.
    pub focused: bool,
    /// The colours.
    pub theme: &'a Theme,
}

/// The room inside a frame.
pub fn inside(area: Rect, frame: Frame) -> Rect {
    match frame {
        Frame::Boxed => Block::bordered().inner(area),
        Frame::Ruled => Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area },
    }
}

/// Draws the frame.
pub fn draw(area: Rect, frame: Frame, legend: &Legend, buffer: &mut Buffer) {
    let role = if legend.focused { Role::FrameFocused } else { Role::Frame };
    let style = legend.theme.style(role);
    let (set, rule) = if legend.focused {
        (border::THICK, line::THICK_HORIZONTAL)
    } else {
        (border::PLAIN, line::HORIZONTAL)
    };
    match frame {
        Frame::Boxed => {
            Block::new().borders(Borders::ALL).border_set(set).border_style(style).render(area, buffer);
        }
        Frame::Ruled => {
            for x in area.left()..area.right() {
                buffer.set_string(x, area.y, rule, style);
            }
        }
    }
    let names = names(legend, style);
    let room = area.width.saturating_sub(4);
    let names_width = u16::try_from(names.width()).unwrap_or(u16::MAX).min(room);
    clear(Rect::new(area.x + 2, area.y, names_width, 1), buffer);
    buffer.set_line(area.x + 2, area.y, &names, room);
    let left = room.saturating_sub(names_width + 2);
    let note = width::truncate(&legend.note, usize::from(left.saturating_sub(2)));
    if !note.is_empty() {
        let note = format!(" {note} ");
        let cells = u16::try_from(width::cells(&note)).unwrap_or(left);
        let x = area.right().saturating_sub(cells + 2);
        clear(Rect::new(x, area.y, cells, 1), buffer);
        buffer.set_string(x, area.y, note, legend.theme.style(Role::Quiet));
    }
}

/// Which of the names in a frame stands at a cell.
pub fn name_at(area: Rect, names: &[(String, bool)], position: Position) -> Option<usize> {
    let mut x = area.x + 3;
    (0..names.len()).find(|place| {
        let from = x;
        let end =
            from.saturating_add(u16::try_from(width::cells(&written(names, *place))).unwrap_or(u16::MAX));
        x = end.saturating_add(2);
        position.y == area.y && (from..end).contains(&position.x)
    })
}

/// A name as it is written. Brackets tell the shown tab without colour.
fn written(names: &[(String, bool)], place: usize) -> String {
    let (name, shown) = &names[place];
    if *shown && names.len() > 1 { format!("[{name}]") } else { name.clone() }
}

/// What is written into a frame does not wear the frame's colour.
fn clear(area: Rect, buffer: &mut Buffer) {
    Clear.render(area.intersection(buffer.area), buffer);
}

fn names(legend: &Legend, style: Style) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for (place, (_, shown)) in legend.names.iter().enumerate() {
        if place > 0 {
            spans.push(Span::raw("  "));
        }
        let style = match (shown, legend.focused) {
            (true, true) => style,
            (true, false) => legend.theme.style(Role::Heading),
            (false, _) => legend.theme.style(Role::Quiet),
        };
        spans.push(Span::styled(written(&legend.names, place), style));
    }
    spans.push(Span::raw(" "));
    Line::from(spans)
}
