//! What a reader does at the screen, key by key.

#[path = "../common/mod.rs"]
mod common;
mod storm;
