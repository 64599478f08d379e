//! Words that must stand in the sentence of an anchor: a claim's hedge, and to whom the article attributes it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::dossier::anchor::{contains_words, fold};
use crate::dossier::{Anchor, Article, Hedge};

use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::table::Table;

impl Table<'_, '_> {
    /// The words under this key, which must stand in the sentence of one of the anchors.
    pub(crate) fn words_of_sentence(
        &mut self,
        key: &'static str,
        anchors: &[Anchor],
        article: &Article,
    ) -> Option<Hedge> {
        let hedge = self.text(key)?;
        let words = fold(&hedge.value);
        let mut passages = anchors.iter().filter_map(Anchor::passage).peekable();
        let has_sentence = passages.peek().is_some();
        let is_confirmed = passages.any(|p| {
            // Nearly always it stands in the quotation itself.
            contains_words(&fold(&article.text[p.clone()]), &words)
                || contains_words(&fold(&article.text[sentence(article, &p)]), &words)
        });
        // Without an exact anchor there is no sentence, and that has its own report.
        if has_sentence && !is_confirmed {
            let message =
                format!("the {key} {} does not stand in the anchored sentence", quoted(&hedge.value));
            let rule = if key == "attribution" { Rule::AttributionLost } else { Rule::HedgeLost };
            self.evidence_error(rule, hedge.at, message, "copy the words as they stand there");
        }
        Some(Hedge { words: hedge.value.into(), is_confirmed })
    }
}

/// The passage, widened to whole sentences.
fn sentence(article: &Article, passage: &Range<usize>) -> Range<usize> {
    /// No sentence reaches farther; a block of megabytes must not be walked for each claim.
    const REACH: usize = 4096;
    let block = |at: usize| {
        let number = article.blocks.partition_point(|block| block.range.end < at);
        article.blocks.get(number).filter(|block| block.range.start <= at)
    };
    let first = block(passage.start).map_or(passage.start, |block| block.range.start);
    let last = block(passage.end).map_or(passage.end, |block| block.range.end);
    let text = &article.text;
    let mut from = first.max(passage.start.saturating_sub(REACH));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = last.min(passage.end + REACH).max(passage.end);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let mut widened = passage.clone();
    for (at, sentence) in text[from..to].split_sentence_bound_indices() {
        let (start, end) = (from + at, from + at + sentence.len());
        if start <= passage.start {
            widened.start = start;
        }
        if end >= passage.end {
            widened.end = end;
            break;
        }
    }
    widened
}
