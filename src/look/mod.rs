//! How the screen looks: colours by role, signs, frames, and where each panel goes at which size.

pub mod colours;
pub mod contrast;
pub mod frame;
pub mod glyphs;
pub mod layout;
pub mod panel;
pub(crate) mod placing;
pub mod signs;
pub mod theme;
