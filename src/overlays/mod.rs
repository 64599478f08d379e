//! What lies over the panels, one thing at a time, behind one trait: help, problems, filter, go to, the index of stops, what
//! is new. While one takes text, what belongs to a line of text goes there, and only the other keys ask for actions.

pub mod filter;
pub mod form;
pub mod help;
pub mod menu;
pub mod news;
pub mod not_reverted;
pub mod note;
pub mod notes;
pub mod palette;
pub mod problems;
pub mod same_as;
pub mod stops;

use std::fmt::Debug;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use crate::dossier::news::Snapshot;
use crate::edit::Refused;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::input::keymap::Keymap;
use crate::look::frame::{self, Legend};
use crate::look::glyphs;
use crate::look::layout::Frame;
use crate::look::panel::Panel;
use crate::panels::Panels;
use crate::protocol::bar::Hint;
use crate::protocol::context::Context;
use crate::protocol::quoted;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::prompt::Prompt;

/// What lies over the panels. `area` is always the inside of its frame.
pub trait Overlay: CloneOverlay + Debug + Send {
    /// What its frame calls it.
    fn name(&self, context: &Context) -> String;

    /// Where it lies, frame and all.
    fn area(&self, _context: &Context, room: &Room) -> Rect {
        room.body
    }

    /// Whether it has no frame, to save rows.
    fn is_bare(&self, _room: &Room) -> bool {
        false
    }

    /// Carries out an action; [`Action::Close`] is carried out for it.
    fn update(&mut self, action: Action, area: Rect) -> Vec<Request>;

    /// Ends an update: makes what is in sight.
    fn layout(&mut self, context: &Context, area: Rect);

    /// Draws into the inside of the frame.
    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer);

    /// What the frame says on the right.
    fn badge(&self, context: &Context, area: Rect) -> String;

    /// The actions that do something here, most useful first, and what they are called.
    fn bar(&self, context: &Context) -> Vec<Hint>;

    /// Shows what there is now, after the dossier or a filter has changed. False where that is nothing: it closes then.
    fn refresh(&mut self, context: &Context, data: &mut Data) -> bool;

    /// The panel it belongs to; that keeps its rows meanwhile.
    fn panel(&self) -> Option<Panel> {
        None
    }

    /// Whether no key may reach it while the screen is too small to show it: what nobody sees nobody should change.
    fn needs_to_be_seen(&self) -> bool {
        false
    }

    /// The line that takes text.
    fn prompt(&mut self) -> Option<&mut Prompt> {
        None
    }

    /// Takes back what was typed, before the overlay itself is closed. False if there was nothing.
    fn clear(&mut self) -> bool {
        false
    }

    /// Whether the program must not be quit before it has asked what is to become of what was typed. It asks once.
    fn asks_before_quitting(&mut self) -> bool {
        false
    }

    /// Whether an action may be carried out while this lies on top; else the overlay alone learns of it.
    fn lets_through(&self, _action: Action) -> bool {
        true
    }

    /// The text in the prompt has changed.
    fn on_typed(&mut self) {}

    /// What it asked the world for was refused.
    fn on_refused(&mut self) {}

    /// The change that it asked for was not made in the dossier's files, and why.
    fn refuse(&mut self, _why: &Refused) {}

    /// Whether a click closes it, wherever it is: what it asks is answered by a key, and everything else means no.
    fn closes_on_click(&self) -> bool {
        false
    }

    /// Takes a key before it can ask for an action. True if it did.
    fn press(&mut self, _key: Key) -> bool {
        false
    }

    /// What to say of a key that does nothing here, where every key is answered.
    fn no_use_for(&self, _key: Key, _context: &Context) -> Option<String> {
        None
    }

    /// A click at a cell of it.
    fn click(&mut self, _area: Rect, _at: Position) -> Vec<Request> {
        Vec::new()
    }

    /// What a key asks for here, where that is something else than elsewhere.
    fn action(&self, _key: Key, _keymap: &Keymap) -> Option<Action> {
        None
    }

    /// The cell of its cursor, or of the caret of the line that takes text; none where it has neither.
    fn cursor(&self, _context: &Context, _area: Rect) -> Option<Position> {
        None
    }

    /// What the status line says, where that is not the selection.
    fn status(&self, _context: &Context) -> Option<String> {
        None
    }
}

/// Copies what is boxed.
pub trait CloneOverlay {
    /// A copy in a box of its own.
    fn boxed(&self) -> Box<dyn Overlay>;
}

impl<T: Overlay + Clone + 'static> CloneOverlay for T {
    fn boxed(&self) -> Box<dyn Overlay> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Overlay> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}

/// What overlays show besides what every panel may read.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and any of them can be so with any other"
)]
#[derive(Debug)]
pub struct Data<'a> {
    /// The panels, for their filters.
    pub panels: &'a Panels,
    /// What is wrong with the dossier.
    pub report: &'a problems::ProblemList,
    /// The panel whose filter the key for it means; none where there is nothing to filter.
    pub filtered: Option<Panel>,
    /// The stop of the tour that is shown or was last, from 0.
    pub stop: usize,
    /// Whether that is on the screen: the tour is running.
    pub in_tour: bool,
    /// Whether words of the article are marked.
    pub is_marking: bool,
    /// Whether suggestions are offered.
    pub is_suggesting: bool,
    /// What the dossier held when it was last open, if that is known and not the same.
    pub before: Option<&'a Snapshot>,
    /// Whether it is known to have held the same.
    pub is_same: bool,
    /// Where one went by name.
    pub palette: &'a mut palette::PaletteMemory,
}

/// Which part of the screen may be covered.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The rows that the panels share.
    pub body: Rect,
    /// How panels are framed.
    pub frame: Frame,
    /// Whether one thing at a time has all rows.
    pub alone: bool,
    /// The panel that the overlay belongs to, or what stands in its place.
    pub over: Rect,
}

/// What an action opens.
#[derive(Debug)]
pub enum Opened {
    /// This.
    Overlay(Box<dyn Overlay>),
    /// Nothing, and why.
    Nothing(String),
}

/// Opens what an action asks for; none if it asks for no overlay.
pub fn open(action: Action, context: &Context, data: &mut Data) -> Option<Opened> {
    let strings = context.strings();
    let (overlay, otherwise): (Option<Box<dyn Overlay>>, _) = match action {
        Action::Help => (Some(Box::new(help::State::open(data))), ""),
        Action::Problems => (boxed(problems::State::open(context, data)), strings.no_problems),
        Action::Filter => (boxed(filter::State::open(context, data)), strings.nothing_to_filter),
        Action::Stops => (boxed(stops::State::open(context, data)), strings.no_tour),
        Action::Notes if context.notes().path().is_none() => (None, strings.notes_off),
        Action::Notes => {
            let Some(state) = notes::State::open(context) else {
                let keys = [Action::Annotate, Action::Collect];
                return Some(Opened::Nothing(context.with_keys(strings.notes_empty, &keys)));
            };
            (Some(Box::new(state)), "")
        }
        Action::News => {
            let is_known = data.is_same || data.before.is_some();
            let otherwise = if is_known { strings.news.nothing } else { strings.news.unknown };
            (boxed(news::State::open(context, data)), otherwise)
        }
        Action::Palette => (Some(Box::new(data.palette.open(context, data.panels))), ""),
        _ => return None,
    };
    Some(overlay.map_or_else(|| Opened::Nothing(otherwise.to_owned()), Opened::Overlay))
}

fn boxed<T: Overlay + 'static>(overlay: Option<T>) -> Option<Box<dyn Overlay>> {
    overlay.map(|overlay| Box::new(overlay) as Box<dyn Overlay>)
}

/// Where an overlay lies and how it is framed: one that covers only some rows has a box, so that it ends where they go
/// on.
pub fn place(overlay: &dyn Overlay, context: &Context, room: &Room) -> (Rect, Frame) {
    let area = overlay.area(context, room);
    (area, if area == room.body { room.frame } else { Frame::Boxed })
}

/// The room inside an overlay's frame.
pub fn inside(overlay: &dyn Overlay, context: &Context, room: &Room) -> Rect {
    let (area, frame) = place(overlay, context, room);
    if overlay.is_bare(room) { area } else { frame::inside(area, frame) }
}

/// Draws an overlay and its frame.
pub fn draw(overlay: &dyn Overlay, context: &Context, room: &Room, buffer: &mut Buffer) {
    let (area, frame) = place(overlay, context, room);
    let inside = inside(overlay, context, room);
    clear(area, buffer);
    if overlay.is_bare(room) {
        overlay.draw(context, inside, buffer);
        return;
    }
    let room = usize::from(area.width.saturating_sub(AROUND_NAME));
    let note = overlay.badge(context, inside);
    // A long name leaves room for a short note.
    let beside = Some(width::cells(&note)).filter(|cells| (1..=room / 4).contains(cells));
    let room = room - beside.map_or(0, |cells| (cells + AROUND_NOTE).min(room));
    let name = quoted::truncated(&overlay.name(context), room, context.glyph(glyphs::ELLIPSIS));
    let legend = Legend {
        names: vec![(name, true)],
        totals: String::new(),
        hides: false,
        note,
        focused: true,
        palette: context.palette(),
        glyphs: context.glyphs,
    };
    frame::draw(area, frame, &legend, buffer);
    overlay.draw(context, inside, buffer);
}

/// Cells of a frame's upper edge that are not its name.
const AROUND_NAME: u16 = 6;
/// Cells between a name and the note beside it.
const AROUND_NOTE: usize = 3;

/// Clears the area, and with it a wide letter that reaches into it: half of one cannot be drawn.
pub fn clear(area: Rect, buffer: &mut Buffer) {
    if let Some(x) = area.x.checked_sub(1) {
        for y in area.top()..area.bottom() {
            if let Some(cell) = buffer.cell_mut((x, y)).filter(|cell| width::cells(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }
    Clear.render(area, buffer);
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn no_half_of_a_wide_letter_is_left_at_the_edge() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "中国中国", Style::new());
        clear(Rect::new(3, 0, 2, 1), &mut buffer);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, ["中", " ", " ", " ", " ", " ", "国", " "]);
    }
}
