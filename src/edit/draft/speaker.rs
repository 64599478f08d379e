//! Whom the article has something from, where a sentence leaves no doubt of it.

use std::ops::Range;

use crate::dossier::{Dossier, Id};

use super::saying::Sayings;

/// The actor who says what the sentence of these words says: named beside the verb of saying, or right after `laut` and the like.
/// None where another could be meant.
pub fn speaker(dossier: &Dossier, words: &Range<usize>) -> Option<Id> {
    Sayings::of(dossier, words).speaker()
}

/// The words that name whom the sentence has it from where that is no actor, as they stand there.
pub fn attribution(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    let sayings = Sayings::of(dossier, words);
    let found: Vec<&Range<usize>> = sayings.all.iter().filter_map(|saying| saying.who.as_ref()).collect();
    let mut named: Vec<&str> = found.into_iter().map(|who| &sayings.text[who.clone()]).collect();
    named.dedup();
    // With two of them it cannot be seen whose the words are.
    match named[..] {
        [only] if sayings.all.iter().all(|saying| saying.actor.is_none()) => Some(only.to_owned()),
        _ => None,
    }
}

impl Sayings {
    fn speaker(&self) -> Option<Id> {
        let mut speakers = self.all.iter().filter(|saying| saying.names_somebody);
        // Where somebody says something and it cannot be seen who, it may be them.
        let first = speakers.next()?.actor.as_ref()?;
        speakers.all(|other| other.actor.as_ref() == Some(first)).then(|| first.clone())
    }
}
