//! The frame of a panel: a box, or one rule where rows are scarce. Heavy if the panel has the focus.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Widget};

use crate::look::colours::Palette;
use crate::look::glyphs::{self, Glyphs};
use crate::look::layout::Frame;
use crate::look::theme::Role;
use crate::text::width;

/// What is written into a frame.
#[derive(Clone, Debug)]
pub struct Legend {
    /// At the left: the panel's name, or its tabs with the shown one marked.
    pub names: Vec<(String, bool)>,
    /// After the last name: the totals of its panel. They outlast the names of other tabs, and the note.
    pub totals: String,
    /// At the right: what part is shown.
    pub note: String,
    /// Whether the note says that things are hidden; then the names of other tabs yield to it.
    pub hides: bool,
    /// Whether it has the focus.
    pub focused: bool,
    /// The colours.
    pub palette: Palette,
    /// The signs.
    pub glyphs: Glyphs,
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
    let style = legend.palette.style(role);
    let rule = if legend.focused { glyphs::HEAVY_RULE } else { glyphs::RULE };
    match frame {
        Frame::Boxed => {
            let edges = legend.glyphs.border(legend.focused);
            Block::new().borders(Borders::ALL).border_set(edges).border_style(style).render(area, buffer);
        }
        Frame::Ruled => {
            for x in area.left()..area.right() {
                buffer.set_string(x, area.y, rule.get(legend.glyphs), style);
            }
        }
    }
    let (names, at) = names(legend, area);
    clear(at, buffer);
    buffer.set_line(at.x, at.y, &names, at.width);
    let left = area.width.saturating_sub(4).saturating_sub(at.width + 1);
    let (dot, cut) = (glyphs::DOT.get(legend.glyphs), glyphs::ELLIPSIS.get(legend.glyphs));
    let note = width::truncate_parts(&legend.note, dot, usize::from(left.saturating_sub(2)), cut);
    if !note.is_empty() {
        let note = format!(" {note} ");
        let cells = u16::try_from(width::cells(&note)).unwrap_or(left);
        let x = area.right().saturating_sub(cells + 2);
        clear(Rect::new(x, area.y, cells, 1), buffer);
        buffer.set_string(x, area.y, note, legend.palette.style(Role::Quiet));
    }
}

/// Which of the names in a frame is at a cell.
pub fn name_at(area: Rect, legend: &Legend, position: Position) -> Option<usize> {
    let (names, at) = names(legend, area);
    let cell = usize::from(position.x.checked_sub(at.x).filter(|_| at.contains(position))?);
    let mut end = 0;
    let span = names.spans.iter().position(|span| {
        end += span.width();
        cell < end
    })?;
    // Before each name stand blanks; after the last, its totals.
    let is_totals = span == 2 * legend.names.len() && !legend.totals.is_empty();
    (span % 2 == 1 || is_totals).then(|| (span / 2).min(legend.names.len() - 1))
}

/// The names in a frame as they are written beside its note, and the cells they take.
fn names(legend: &Legend, area: Rect) -> (Line<'static>, Rect) {
    let beside = |note: usize| written_beside(legend, note, area);
    let names = beside(width::cells(&legend.note)).or_else(|| beside(0));
    let names = names.unwrap_or_else(|| written(legend, false, " "));
    let cells = u16::try_from(names.width()).unwrap_or(u16::MAX).min(area.width.saturating_sub(4));
    (names, Rect::new(area.x + 2, area.y, cells, 1))
}

/// What is written into a frame does not wear the frame's colour.
fn clear(area: Rect, buffer: &mut Buffer) {
    Clear.render(area.intersection(buffer.area), buffer);
}

/// Cells beside a note: a blank on either side, and some of the frame.
const AROUND_NOTE: usize = 3;
/// The least cells kept for a note; the names of tabs that are not shown yield to it.
const LEAST_NOTE: usize = 8;

/// With the totals and the note that the frame has room for, each of several forms, longest first; none where there is no
/// room. The note is shortened before the totals are, unless it says that things are hidden.
pub fn fitting(legend: Legend, totals: Vec<String>, notes: Vec<String>, area: Rect) -> Legend {
    let fits = |legend: &Legend, note: &str| written_beside(legend, width::cells(note), area).is_some();
    let with_totals: Vec<Legend> =
        totals.into_iter().map(|totals| Legend { totals, ..legend.clone() }).collect();
    if legend.hides {
        for note in &notes {
            if let Some(found) = with_totals.iter().find(|legend| fits(legend, note)) {
                return Legend { note: note.clone(), ..found.clone() };
            }
        }
    }
    let shortest = notes.last().map_or("", String::as_str);
    let legend = with_totals.into_iter().find(|legend| fits(legend, shortest)).unwrap_or(legend);
    let note = notes.into_iter().find(|note| fits(&legend, note)).unwrap_or_default();
    Legend { note, ..legend }
}

/// The names, in the longest form that leaves room for a note of this width; none if no form does.
///
/// Tabs are named where there is room for any note, so that they do not change with what is in the panels; beside one that
/// says that things are hidden, where there is room for it. Else only
/// the shown one is, and the one whose totals stand after it; of the others stand their numbers, which are the keys that go
/// to them.
fn written_beside(legend: &Legend, note: usize, area: Rect) -> Option<Line<'static>> {
    let room = usize::from(area.width.saturating_sub(4));
    let after = |note: usize| if note == 0 { 0 } else { note + AROUND_NOTE };
    let least = if legend.hides { note.max(LEAST_NOTE) } else { LEAST_NOTE };
    let named = written(legend, true, " ").width() + after(least) <= room;
    let forms = ["  ", " "].map(|gap| written(legend, named, gap));
    forms.into_iter().find(|line| line.width() + after(note) <= room)
}

fn written(legend: &Legend, named: bool, gap: &'static str) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let has_totals = |place: usize| place + 1 == legend.names.len() && !legend.totals.is_empty();
    for (place, (name, shown)) in legend.names.iter().enumerate() {
        if place > 0 {
            spans.push(Span::raw(gap));
        }
        // Not the frame's own colour, which is one for lines and too faint for words.
        let role = if *shown { Role::Heading } else { Role::Quiet };
        let text = match name.split_once(' ') {
            // Brackets mark the shown tab without colour.
            _ if *shown && legend.names.len() > 1 => format!("[{name}]"),
            Some((number, _)) if !shown && !named && !has_totals(place) => number.to_owned(),
            _ => name.clone(),
        };
        spans.push(Span::styled(text, legend.palette.style(role)));
    }
    if !legend.totals.is_empty() {
        spans.push(Span::styled(format!(" {}", legend.totals), legend.palette.style(Role::Quiet)));
    }
    spans.push(Span::raw(" "));
    Line::from(spans)
}
