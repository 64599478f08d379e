//! In whose words a thing is called what it is called.

use std::borrow::Cow;

use crate::dossier::{Anchor, Dossier, LocalText, Ref};

/// What a thing is called by a text of its own, and whose words these are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wording<'a> {
    /// In our words, or by its name.
    Ours(&'a LocalText),
    /// In the article's, as they stand there.
    Article(SomeWords<'a>),
    /// In words that were quoted as the article's and are no evidence: they do not stand there, or not there alone.
    NoEvidence(SomeWords<'a>),
}

/// Quoted words that stand for a thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SomeWords<'a> {
    /// The words on one line; the first of them where they are many.
    pub words: Cow<'a, str>,
    /// Whether they go on.
    pub is_cut: bool,
}

/// The most characters of the article that a thing is called by.
const MOST_CALLED: usize = 120;

impl<'a> SomeWords<'a> {
    /// Of these words as many as stand for a thing.
    pub fn of(words: &'a str) -> Self {
        let end = words.char_indices().nth(MOST_CALLED).map(|(end, _)| end);
        // Rather a word less than a part of one, where there are blanks between words.
        let ends_word = |end: usize| words[end..].starts_with(char::is_whitespace);
        let whole = end.map(|end| match words[..end].rfind(char::is_whitespace) {
            Some(before) if !ends_word(end) => before,
            _ => end,
        });
        let words = words[..whole.unwrap_or(words.len())].trim_end();
        let words = if words.contains('\n') { words.replace('\n', " ").into() } else { words.into() };
        Self { words, is_cut: end.is_some() }
    }
}

/// What a thing is called by a text of its own, or, a claim without one, by the first of the article's words that it quotes and
/// that stand there. None of what is called by several of its parts, or of a claim that quotes nothing.
pub fn wording<'a>(dossier: &'a Dossier, item: &Ref) -> Option<Wording<'a>> {
    if let Some(own) = dossier.own_name(item) {
        return Some(Wording::Ours(own));
    }
    let claim = dossier.claim(&item.id).filter(|claim| claim.to_ref() == *item)?;
    let anchors = &claim.evidence.anchors;
    Some(match anchors.iter().find_map(Anchor::passage) {
        Some(passage) => Wording::Article(SomeWords::of(&dossier.article.text[passage])),
        None => Wording::NoEvidence(SomeWords::of(&anchors.first()?.quote.exact)),
    })
}
