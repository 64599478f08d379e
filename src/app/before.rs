//! What Esc brings back when a search is left.

use std::ops::Range;

use super::Place;
use crate::dossier::Search;

/// How it was before a search was opened.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub(super) place: Place,
    pub(super) search: Option<Search>,
    pub(super) hit: Option<Range<usize>>,
    /// A hit has led the article away from there since.
    pub(super) led_away: bool,
}
