//! The vocabulary of the screen: what panels, app and runtime say to each other.

pub mod action;
pub mod context;
pub mod effect;
pub mod filter;
pub mod frame;
pub mod glyphs;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod mouse;
pub mod names;
pub mod panel;
pub mod quoted;
pub mod request;
pub mod signs;
pub mod theme;
