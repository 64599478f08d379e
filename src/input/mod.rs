//! What a reader does with keyboard and mouse: keys, the actions they ask for, and gestures.

pub mod action;
pub mod key;
pub mod keymap;
pub mod layouts;
pub mod mouse;
