//! What an update asks of the world. Plain data; only `runtime` carries it out.

/// Something only the edge of the program can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Read the dossier again.
    Reload,
    /// Ask the terminal to tell what the mouse does, or no longer.
    Mouse(bool),
    /// Give the terminal back and stop until the shell continues us (Ctrl+Z).
    Suspend,
}
