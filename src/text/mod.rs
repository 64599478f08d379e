//! Text on a grid: what may be shown, how wide it is, and how it breaks into lines. Knows nothing of dossiers,
//! panels or terminals.

pub mod difference;
pub mod excerpt;
pub mod find;
pub mod flow;
pub mod hyphenate;
pub(crate) mod invisible;
pub mod markdown;
pub mod sanitize;
pub mod sentences;
pub mod width;
