//! What a reader does at the screen, key by key.

#[path = "../common/mod.rs"]
mod common;

mod filters;
mod moving;
mod newcomer;
mod paths;
mod scripts;
mod selection;
mod storm;
mod typing;
mod views;

use common::Cells;

/// One panel below the article.
const SMALL: Cells = (80, 24);
/// All panels and the whole article at once.
const LARGE: Cells = (200, 60);
