//! What a reader does at the screen, key by key.

mod announcing;
mod cursor;
mod editing;
mod entering;
mod evidence;
mod filters;
mod finding;
mod going;
mod keys;
mod looks;
mod mouse;
mod moving;
mod newcomer;
mod noting;
mod pages;
mod paths;
mod reloading;
mod resume;
pub(crate) mod scripts;
mod searching;
mod selection;
mod signs;
mod sizes;
mod storm;
mod talk;
mod together;
mod tour;
mod tour_keys;
mod typing;
mod views;

use crate::common::Cells;

/// One panel below the article.
const SMALL: Cells = (80, 24);
/// All panels and the whole article at once.
const LARGE: Cells = (200, 60);
/// One of each layout and the edges between them, from the smallest screen on.
const SIZES: [Cells; 16] = [
    (40, 10),
    (45, 12),
    (60, 15),
    (100, 18),
    (40, 30),
    (69, 60),
    (70, 20),
    SMALL,
    (70, 50),
    (100, 60),
    (110, 10),
    (160, 24),
    (110, 30),
    crate::common::USUAL,
    (160, 30),
    LARGE,
];
