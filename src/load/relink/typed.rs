//! Words that an author types in the place of a quotation: they have to stand in the article, once.

use std::ops::Range;

use crate::dossier::anchor::{find_typographic, fold};
use crate::dossier::{AnchorState, Quote};

use super::WrittenAnchors;

/// Where typed words stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Typed {
    /// The bytes of the article.
    pub(crate) place: Range<usize>,
    /// The article has other quotation marks, dashes or the like; its own are written.
    pub(crate) is_typographic: bool,
}

/// Why typed words cannot be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TypedError {
    /// They stand nowhere.
    Nowhere,
    /// They stand in several places, and none or several of them are near those that are meant.
    Several(usize),
}

impl WrittenAnchors {
    /// Where these words stand. Of several places that counts which lies in the sentences of `near`, if only one does.
    ///
    /// # Errors
    ///
    /// Fails if they stand nowhere, or in several places of which none is meant more than others.
    pub(crate) fn typed(&self, words: &str, near: &[Range<usize>]) -> Result<Typed, TypedError> {
        let quote = Quote { exact: words.into(), ..Quote::default() };
        let (places, is_typographic) = match self.index.locate_all(std::slice::from_ref(&quote)).remove(0) {
            AnchorState::Exact(place) => (vec![place], false),
            AnchorState::Ambiguous(places) => (places, false),
            AnchorState::Reworded(_) | AnchorState::Lost => {
                let found = self.index.typographic(&[&quote]).remove(0);
                (found.into_iter().map(|found| found.passage).collect(), true)
            }
        };
        let mut close = places.iter().filter(|place| self.is_in_sentence_of(place, near));
        let place = match (&places[..], close.next(), close.next()) {
            ([], ..) => return Err(TypedError::Nowhere),
            ([only], ..) => only.clone(),
            (_, Some(only), None) => only.clone(),
            (several, ..) => return Err(TypedError::Several(several.len())),
        };
        Ok(Typed { place, is_typographic })
    }

    /// Whether a passage is in a sentence of one of these.
    pub(crate) fn is_in_sentence_of(&self, passage: &Range<usize>, near: &[Range<usize>]) -> bool {
        near.iter()
            .map(|place| self.sentence(place))
            .any(|sentence| sentence.start <= passage.start && passage.end <= sentence.end)
    }

    /// The name as the article writes it; none if it stands nowhere.
    pub(crate) fn typed_name(&self, name: &str) -> Option<String> {
        let quote = Quote { exact: name.into(), ..Quote::default() };
        match self.index.locate_all(std::slice::from_ref(&quote)).remove(0) {
            AnchorState::Exact(_) | AnchorState::Ambiguous(_) => Some(fold(name).trim().to_owned()),
            AnchorState::Reworded(_) | AnchorState::Lost => {
                find_typographic(self.index.text(), name).map(|place| self.index.text()[place].to_owned())
            }
        }
    }
}
