//! What the interface says, in each language, and how that language writes dates and numbers.

pub mod dates;
pub mod label;
pub mod language;
pub mod numbers;
pub mod plural;
pub(crate) mod runs;
pub(crate) mod spans;
pub mod strings;
pub(crate) mod ticks;
