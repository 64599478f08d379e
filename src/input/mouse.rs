//! What the program asks the terminal to report of the mouse: its left button, its moves while that is down, and its wheel.

use ratatui::layout::Position;

/// Something done with the mouse.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mouse {
    /// What was done.
    pub gesture: Gesture,
    /// The cell it was done at.
    pub at: Position,
}

/// What is done with a mouse.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gesture {
    /// The left button was pressed.
    Click,
    /// The mouse was moved to another cell with the left button down.
    Drag,
    /// The left button was released.
    Release,
    /// The wheel was turned away from the reader: up.
    WheelUp,
    /// The wheel was turned towards the reader: down.
    WheelDown,
}

/// Rows that one notch of the wheel scrolls.
pub const NOTCH: u16 = 3;
