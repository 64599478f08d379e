//! In whose words a thing is called what it is called.

use std::borrow::Cow;
use std::ops::Range;

use crate::dossier::{Anchor, Dossier, LocalText, Ref};

/// What a thing is called by a text of its own, and whose words these are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wording<'a> {
    /// In our words, or by its name.
    Ours(&'a LocalText),
    /// In the article's, as they stand there.
    Article(ArticleWords<'a>),
}

/// Words of the article that stand for a thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleWords<'a> {
    /// The words on one line; the first of them where they are many.
    pub words: Cow<'a, str>,
    /// Whether they go on.
    pub is_cut: bool,
    /// Where all of them stand (bytes of the article's text).
    pub passage: Range<usize>,
}

/// The most characters of the article that a thing is called by.
const MOST_CALLED: usize = 120;

impl<'a> ArticleWords<'a> {
    /// The words of a passage, as they stand for a thing.
    pub fn of(dossier: &'a Dossier, passage: Range<usize>) -> Self {
        let words = &dossier.article.text[passage.clone()];
        let end = words.char_indices().nth(MOST_CALLED).map(|(end, _)| end);
        // Rather a word less than a part of one, where there are blanks between words.
        let ends_word = |end: usize| words[end..].starts_with(char::is_whitespace);
        let whole = end.map(|end| match words[..end].rfind(char::is_whitespace) {
            Some(before) if !ends_word(end) => before,
            _ => end,
        });
        let words = words[..whole.unwrap_or(words.len())].trim_end();
        let words = if words.contains('\n') { words.replace('\n', " ").into() } else { words.into() };
        Self { words, is_cut: end.is_some(), passage }
    }
}

/// What a thing is called by a text of its own, or, a claim without one, by the first of the article's words that it quotes and
/// that stand there. None of what is called by several of its parts, or of a claim that quotes nothing that stands there.
pub fn wording<'a>(dossier: &'a Dossier, item: &Ref) -> Option<Wording<'a>> {
    if let Some(own) = dossier.own_name(item) {
        return Some(Wording::Ours(own));
    }
    let claim = dossier.claim(&item.id).filter(|claim| claim.to_ref() == *item)?;
    let passage = claim.evidence.anchors.iter().find_map(Anchor::passage)?;
    Some(Wording::Article(ArticleWords::of(dossier, passage)))
}
