//! A drawn buffer as a file: plain text, text with ANSI colours, an SVG or PNG picture, or an HTML page.
//!
//! What is on the screen and what is in the file come from the same drawing. Each format is one function of the
//! buffer, and its bytes are the same every time.

pub mod ansi;
mod cells;
pub mod html;
mod palette;
pub mod png;
pub mod svg;
pub mod text;

use ratatui::style::Color;

pub use self::palette::Ground;

/// What a picture or page says about itself, also to those who cannot see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// Its name, in a few words.
    pub title: String,
    /// What it shows.
    pub text: String,
    /// What it is drawn on.
    pub ground: Ground,
    /// The colour around the cells: the ground's, or a theme's own.
    pub around: Color,
    /// The language of what it shows (BCP 47).
    pub language: String,
}

impl Description {
    /// The colour around the cells.
    fn around(&self) -> palette::Rgb {
        self.ground.rgb(self.around).unwrap_or(self.ground.background())
    }
}
