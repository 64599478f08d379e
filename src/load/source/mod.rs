//! The files of a dossier: where they come from, how much of them is read, and whether they have changed.

pub(crate) mod beside;
pub(crate) mod damage;
pub(crate) mod encoding;
pub(crate) mod files;
pub(crate) mod fingerprint;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod limits;
pub(crate) mod shipped;
pub(crate) mod stream;
pub(crate) mod text_file;
pub(crate) mod web_page;
