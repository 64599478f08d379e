//! The tables of the format, each group in a file, the article and the figures.

pub(crate) mod actors;
pub(crate) mod anchors;
pub(crate) mod article;
pub(crate) mod claims;
pub(crate) mod csv;
pub(crate) mod events;
pub(crate) mod header;
pub(crate) mod markdown;
pub(crate) mod series;
pub(crate) mod sources;
pub(crate) mod tour;
