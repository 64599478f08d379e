//! Text on a grid: what may be shown, how wide it is, how it wraps, and which parts of it are addresses. Knows nothing
//! of dossiers, panels or terminals.

pub mod address;
pub(crate) mod before_dates;
pub mod cues;
pub(crate) mod cut;
pub mod diff;
pub(crate) mod escape;
pub mod excerpt;
pub mod find;
pub mod hard_wrap;
pub mod hyphenate;
pub(crate) mod invisible;
pub mod language;
pub(crate) mod letters;
pub mod markdown;
pub(crate) mod months;
pub mod names;
pub(crate) mod near;
pub(crate) mod near_cue;
pub(crate) mod page_address;
pub mod relocate;
pub mod sanitize;
pub(crate) mod scripts;
pub mod sentences;
pub(crate) mod typography;
pub mod width;
pub(crate) mod word_boundary;
pub mod words;
pub mod wrap;
