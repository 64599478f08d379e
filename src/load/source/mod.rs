//! The files of a dossier: where they come from, how much of them is read, and whether they have changed.

pub(crate) mod files;
pub(crate) mod fingerprint;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod limits;
pub(crate) mod shipped;
pub(crate) mod text_file;
