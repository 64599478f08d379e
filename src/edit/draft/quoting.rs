//! Words of the article as they are quoted.

use std::ops::Range;

use crate::dossier::Dossier;
use crate::dossier::anchor::fold;
use crate::edit::Quotation;

/// The quotation that finds just these words of the article (bytes of its text): without context if they are unique, else with
/// the fewest whole words beside them. None if nothing tells them from others, or if they cut a word or a number.
pub fn quotation(dossier: &Dossier, words: &Range<usize>) -> Option<Quotation> {
    let text = &dossier.article.text;
    let words = &without_blanks(text, words)?;
    let quote = dossier.article.index().shortest_quote(text, words)?;
    Some(Quotation {
        // At the end of the text the index reaches beyond the last word.
        exact: quote.exact.trim().into(),
        prefix: quote.prefix.into(),
        suffix: quote.suffix.into(),
        inferred: false,
    })
}

/// These bytes of a text without blanks at their ends, which no quotation needs.
fn without_blanks(text: &str, words: &Range<usize>) -> Option<Range<usize>> {
    let own = text.get(words.clone())?;
    let start = words.start + (own.len() - own.trim_start().len());
    Some(start..start + own.trim().len())
}

/// These words of the article as a reader sees them: on one line, without soft hyphens and the like. Empty where there are none.
pub fn visible(dossier: &Dossier, words: &Range<usize>) -> String {
    let text = dossier.article.text.get(words.clone()).unwrap_or_default();
    fold(text).trim().to_owned()
}
