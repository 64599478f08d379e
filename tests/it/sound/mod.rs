//! What must hold of any files, any quotations and any text. `tests/it/mutations.rs` makes them up by changing good ones;
//! the fuzz targets in `fuzz/` look for them. Both ask this, and both begin with what stands in `tests/seeds`.

pub(crate) mod anchors;
pub(crate) mod dossier;
pub(crate) mod edits;
pub(crate) mod files;
#[cfg(feature = "html")]
pub(crate) mod intake;
pub(crate) mod references;
pub(crate) mod suggest;
pub(crate) mod wrap;
