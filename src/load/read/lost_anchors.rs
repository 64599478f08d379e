//! Why quotations do not stand as they are written, where that can be told from the quotation itself: it skips words, or a
//! blank is missing between it and its context. And what is no place for one although it is like it.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::anchor::Index;
use crate::dossier::{AnchorState, Quote};
use crate::text::sentences::sentences;
use crate::text::typography::on_keyboard;

use crate::load::source::damage::garbled;

/// The most quotations that are looked at for it.
const QUOTATIONS: usize = 1000;

/// The signs by which people skip words. Between square or round brackets they are nothing else.
const SKIPS: [(&str, bool); 10] = [
    ("[…]", true),
    ("[...]", true),
    ("[..]", true),
    ("(…)", true),
    ("(...)", true),
    ("…", false),
    ("...", false),
    (" / ", false),
    (" | ", false),
    ("\n", false),
];

/// A quotation of which parts stand apart in the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Skipping {
    /// The byte of the quotation at which words are skipped.
    pub(crate) at: usize,
    /// What stands before, between and after.
    pub(crate) parts: Vec<String>,
}

/// Those of these quotations, none of which stands, that skip words.
pub(super) fn skipping(index: &Index, lost: &[&Quote]) -> HashMap<Quote, Skipping> {
    let candidates: Vec<(&Quote, Skipping, bool)> = lost
        .iter()
        .take(QUOTATIONS)
        .filter_map(|quote| {
            let (at, sign, is_sure) = first_skip(&quote.exact)?;
            let parts: Vec<String> = quote.exact.split(sign).map(|part| part.trim().to_owned()).collect();
            let parts: Vec<String> =
                parts.into_iter().filter(|part| part.contains(char::is_alphanumeric)).collect();
            (parts.len() > 1).then_some((*quote, Skipping { at, parts }, is_sure))
        })
        .collect();
    let parts = candidates.iter().flat_map(|(_, skipping, _)| &skipping.parts);
    let parts: Vec<Quote> = parts.map(|part| bare(part)).collect();
    if parts.is_empty() {
        return HashMap::new();
    }
    let typographic = index.typographic(&parts.iter().collect::<Vec<_>>());
    let states = index.locate_all(&parts).into_iter().zip(typographic);
    let mut stands = states.map(|(state, near)| state != AnchorState::Lost || !near.is_empty());
    let mut found = HashMap::new();
    for (quote, skipping, is_sure) in candidates {
        let standing = stands.by_ref().take(skipping.parts.len()).filter(|stands| *stands).count();
        if standing == skipping.parts.len() || is_sure && standing > 0 {
            found.insert(quote.clone(), skipping);
        }
    }
    found
}

fn first_skip(text: &str) -> Option<(usize, &'static str, bool)> {
    SKIPS.into_iter().find_map(|(sign, is_sure)| Some((text.find(sign)?, sign, is_sure)))
}

fn bare(words: &str) -> Quote {
    Quote { exact: words.into(), ..Quote::default() }
}

/// Those of these quotations that stand if the blanks between them and their context are put right: as they are then, and
/// where.
pub(super) fn seams(index: &Index, lost: &[&Quote]) -> HashMap<Quote, (Quote, Range<usize>)> {
    let candidates: Vec<(&Quote, Quote)> = lost
        .iter()
        .take(QUOTATIONS)
        .flat_map(|quote| variants(quote).into_iter().map(|variant| (*quote, variant)))
        .collect();
    let mut found = HashMap::new();
    if candidates.is_empty() {
        return found;
    }
    let variants: Vec<Quote> = candidates.iter().map(|(_, variant)| variant.clone()).collect();
    for (state, (quote, variant)) in index.locate_all(&variants).into_iter().zip(candidates) {
        if let AnchorState::Exact(place) = state {
            found.entry(quote.clone()).or_insert((variant, place));
        }
    }
    found
}

/// The quotation with a blank more or less at either seam, the likest first.
fn variants(quote: &Quote) -> Vec<Quote> {
    let seam = |context: &str, added: String, trimmed: &str| -> Vec<Box<str>> {
        let other = if context.is_empty() {
            None
        } else if context == trimmed {
            Some(added)
        } else {
            Some(trimmed.to_owned())
        };
        std::iter::once(context.into()).chain(other.map(Into::into)).collect()
    };
    let Quote { exact, prefix, suffix } = quote;
    let prefixes = seam(prefix, format!("{prefix} "), prefix.trim_end());
    let suffixes = seam(suffix, format!(" {suffix}"), suffix.trim_start());
    let pairs = prefixes.iter().flat_map(|prefix| suffixes.iter().map(move |suffix| (prefix, suffix)));
    pairs
        .skip(1)
        .map(|(prefix, suffix)| Quote {
            exact: exact.clone(),
            prefix: prefix.clone(),
            suffix: suffix.clone(),
        })
        .collect()
}

/// Whether what stands in the place of a quotation goes on where that ended: into another sentence, or into or out of words
/// that somebody said; or has letters of a wrong encoding.
pub(super) fn goes_beyond(quote: &Quote, now: &str) -> bool {
    let marks = |text: &str| text.chars().filter(|c| *c == '"' || on_keyboard(*c) == Some('"')).count();
    let (quoted, there) = (marks(&quote.exact), marks(now));
    let is_garbled = || garbled(now).is_some() && garbled(&quote.exact).is_none();
    is_garbled()
        || there > quoted && (there - quoted) % 2 == 1
        || sentences(now).len() > sentences(&quote.exact).len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_sentence_or_the_speech_is_beyond() {
        let quote = bare("the ferry is late again");
        assert!(!goes_beyond(&quote, "the boat is late again"));
        assert!(!goes_beyond(&quote, "the “ferry” is late again"));
        assert!(goes_beyond(&quote, "the ferry is late again”, he said"));
        assert!(goes_beyond(&quote, "The ferry left. It is late again"));
    }
}
