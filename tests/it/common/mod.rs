//! What several tests need: a reader at the screen, an invented dossier, the program as a process.

pub(crate) mod fixture;
mod grid;
#[cfg(unix)]
pub(crate) mod pty;
pub(crate) mod run;
mod screen;

pub(crate) use grid::{Grid, Row};
pub(crate) use screen::{Screen, assert_back, thing};

/// Columns and rows.
pub(crate) type Cells = (u16, u16);

/// Article, actors, timeline and trend side by side.
pub(crate) const USUAL: Cells = (120, 40);
