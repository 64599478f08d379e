//! How much a dossier may hold. A stranger's file must not fill the memory.

/// The largest article, in bytes.
pub(crate) const ARTICLE: u64 = 10 << 20;

/// The largest TOML file, in bytes.
pub(crate) const TOML: u64 = 8 << 20;

/// The largest file of observations, in bytes.
pub(crate) const CSV: u64 = 32 << 20;

/// The longest text for people, in characters: longer ones would be a second article, and slow every screen they are on.
pub(crate) const TEXT: usize = 4000;

/// The most problems of each grade that are listed; the rest are counted.
pub(crate) const PROBLEMS: usize = 1000;

/// The most names of a folder that are looked at.
pub(crate) const NAMES: usize = 10_000;
