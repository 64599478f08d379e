//! What the interface says, in each language, and how that language writes numbers.

pub mod language;
pub mod numbers;
pub mod plural;
pub mod strings;
