//! CSL-JSON, the format that reference managers exchange: read, and written.

mod dates;
mod elements;
mod markup;
mod read;
mod write;

pub(super) use read::read;
pub use write::csl_json;

/// Where CSL-JSON has room for what it has no field for, and what stands there is ours.
const CUSTOM: &str = "custom";
const OURS: &str = "fundstelle";

#[cfg(test)]
mod tests;
