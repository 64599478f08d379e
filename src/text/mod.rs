//! Text on a grid: what may be shown, how wide it is, how it breaks into lines, and what in it is an address. Knows
//! nothing of dossiers, panels or terminals.

pub mod address;
pub mod diff;
pub(crate) mod escape;
pub mod excerpt;
pub mod find;
pub mod hyphenate;
pub(crate) mod invisible;
pub mod markdown;
pub mod relocate;
pub mod sanitize;
pub(crate) mod scripts;
pub mod sentences;
pub mod width;
pub mod wrap;
