//! A drawn buffer as a file: plain text, text with ANSI colours, or an SVG picture.
//!
//! What is on the screen and what is in the file come from the same drawing. Each format is one function of the
//! buffer, and its bytes are the same every time.

pub mod ansi;
mod cells;
pub mod svg;
pub mod text;
