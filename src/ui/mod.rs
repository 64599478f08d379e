//! The vocabulary of the screen: what panels, app and runtime say to each other.

pub mod effect;
pub mod key;
