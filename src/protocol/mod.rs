//! What panels, overlays, app and runtime say to each other.

pub mod authoring;
pub mod bar;
pub mod change;
pub mod context;
pub mod effect;
pub mod filter;
pub mod holdings;
pub mod key_table;
pub(crate) mod lines;
pub(crate) mod maps;
pub mod mark;
pub(crate) mod multiples;
pub mod names;
pub mod notes;
pub mod position;
pub mod quoted;
pub mod refusal;
pub mod request;
pub mod score;
pub mod search;
pub mod selection;
pub mod slide;
pub mod suggesting;
pub mod translated;
pub(crate) mod wording;
pub mod words;
