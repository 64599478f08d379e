//! What can lie over the panels, one at a time.

pub mod filter;
pub mod help;
pub mod palette;
pub mod problems;
pub mod stops;
