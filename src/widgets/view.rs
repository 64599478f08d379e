//! A view of a panel: one of the ways in which it shows what it has. The panel chooses the view, frames it, and says what
//! stands around it; all else is the view's.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::dossier::Ref;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::list::OutOfSight;

/// A view of a panel. `area` is the room that the panel gives it, the same from [`View::layout`] to the next.
pub(crate) trait View {
    /// What the cursor is on; none where the view shows nothing.
    fn cursor(&self) -> Option<&Ref>;

    /// Moves the cursor to an item, if the view shows it.
    fn put(&mut self, item: &Ref);

    /// Moves the cursor to the selection. When the panel is `entered` and does not show it, to the first lit item.
    fn follow_selection(&mut self, context: &Context, entered: bool);

    /// Ends an update: scrolls so that what matters is in sight.
    fn layout(&mut self, context: &Context, focused: bool, area: Rect);

    /// Carries out a key.
    fn press(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request>;

    /// Carries out a turn of the wheel. Returns without effect where everything is in sight.
    fn wheel(&mut self, down: bool);

    /// The item at a cell.
    fn hit_test(&self, context: &Context, area: Rect, position: Position) -> Option<&Ref>;

    /// Draws it.
    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer);

    /// What is scrolled out of the window.
    fn out_of_sight(&self, area: Rect) -> OutOfSight;

    /// Whether a key that moves does anything here.
    fn responds_to(&self, action: Action) -> bool;

    /// What the key bar calls an action here, where that is another word than the table's.
    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str>;
}
