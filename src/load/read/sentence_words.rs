//! Words that must stand in the sentence of an anchor: a claim's hedge, and to whom the article attributes it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::dossier::anchor::{contains_words, differing, find_typographic, first_difference, fold};
use crate::dossier::{Anchor, Article, Hedge};
use crate::text::cues::CueLanguage;
use crate::text::excerpt::around;
use crate::text::near_cue::nearest_hedge;
use crate::text::typography::described;

use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Spanned;
use crate::load::syntax::table::Table;

/// Where words stand that should do so in one of some sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum InSentence {
    /// They stand there.
    Stands,
    /// They do but for typography; where (bytes of the article).
    Typography(Range<usize>),
    /// Words like them do.
    Near(Range<usize>),
    /// Nothing like them does.
    Lost,
}

/// Where these words stand in the sentences of these passages, and the sentence that is meant: that where they, or words
/// like them, stand, else the first. None without a passage.
pub(crate) fn in_sentences(
    article: &Article,
    passages: &[Range<usize>],
    words: &str,
) -> Option<(InSentence, Range<usize>)> {
    let folded = fold(words);
    // Nearly always they stand in the quotation itself.
    let stands = |range: &Range<usize>| contains_words(&fold(&article.text[range.clone()]), &folded);
    if let Some(passage) = passages.iter().find(|passage| stands(passage)) {
        return Some((InSentence::Stands, passage.clone()));
    }
    let sentences: Vec<Range<usize>> = passages.iter().map(|passage| sentence(article, passage)).collect();
    if let Some(sentence) = sentences.iter().find(|sentence| stands(sentence)) {
        return Some((InSentence::Stands, sentence.clone()));
    }
    let find = |find: &dyn Fn(&str, &str) -> Option<Range<usize>>| {
        sentences.iter().find_map(|sentence| {
            let found = find(&article.text[sentence.clone()], words)?;
            Some((sentence.start + found.start..sentence.start + found.end, sentence.clone()))
        })
    };
    if let Some((found, sentence)) = find(&find_typographic) {
        return Some((InSentence::Typography(found), sentence));
    }
    let languages = CueLanguage::of_tag(article.language.primary());
    let near = |sentence: &str, words: &str| nearest_hedge(sentence, words, languages);
    if let Some((found, sentence)) = find(&near) {
        return Some((InSentence::Near(found), sentence));
    }
    sentences.into_iter().next().map(|first| (InSentence::Lost, first))
}

impl Table<'_, '_> {
    /// The words under this key, which must stand in the sentence of one of the anchors.
    pub(crate) fn words_of_sentence(
        &mut self,
        key: &'static str,
        anchors: &[Anchor],
        article: &Article,
    ) -> Option<Hedge> {
        let hedge = self.text(key)?;
        let passages: Vec<Range<usize>> = anchors.iter().filter_map(Anchor::passage).collect();
        let found = in_sentences(article, &passages, &hedge.value);
        let is_confirmed = matches!(found, Some((InSentence::Stands, _)));
        // Without an exact anchor there is no sentence, and that has its own report.
        if let Some((state, sentence)) = found.filter(|_| !is_confirmed) {
            let hedge = Spanned { value: &*hedge.value, at: hedge.at };
            self.report_sentence_words(key, &hedge, &state, &sentence, article);
        } else if !self.is_written("anchors") {
            let message =
                format!("the {key} {} stands beside no quotation of the article", quoted(&hedge.value));
            let hint = "quote the sentence that has it: anchors = [\"words of the article\"]";
            self.evidence_error(rule_of(key), hedge.at, message, hint);
        }
        Some(Hedge { words: hedge.value.into(), is_confirmed })
    }

    fn report_sentence_words(
        &mut self,
        key: &str,
        Spanned { value: words, at }: &Spanned<&str>,
        state: &InSentence,
        sentence: &Range<usize>,
        article: &Article,
    ) {
        let named = quoted(words);
        let shown = |words: &Range<usize>| excerpt(article, sentence, words);
        let mut at = *at;
        let (message, hint) = match state {
            InSentence::Typography(found) => {
                let there = &article.text[found.clone()];
                at = first_difference(words, there).map_or(at, |byte| at.within(words, byte, 1));
                let pairs = differing(words, there);
                let pairs = pairs.iter().map(|(one, other)| (one.as_str(), other.as_str()));
                let what = described(pairs, &format!("the {key}"));
                (
                    format!(
                        "only typography differs: the anchored sentence has {what}: \"{}\"",
                        shown(found)
                    ),
                    "write it as it stands there, or run fundstelle relink, which takes the article's \
                     characters over"
                        .to_owned(),
                )
            }
            InSentence::Near(found) => (
                format!("the {key} {named} does not stand in the anchored sentence: \"{}\"", shown(found)),
                format!(
                    "if {} is meant, write it as it stands there; fundstelle relink offers it",
                    quoted(&fold(&article.text[found.clone()]))
                ),
            ),
            InSentence::Stands | InSentence::Lost => (
                format!(
                    "the {key} {named} does not stand in the anchored sentence: \"{}\"",
                    shown(&(sentence.start..sentence.start))
                ),
                "copy the words as they stand there, or quote the sentence that has them".to_owned(),
            ),
        };
        self.evidence_error(rule_of(key), at, message, hint);
    }
}

/// What words under this key break that do not stand where they should.
fn rule_of(key: &str) -> Rule {
    if key == "attribution" { Rule::AttributionLost } else { Rule::HedgeLost }
}

/// The sentence of a passage on one line, cut around it.
pub(crate) fn sentence_around(article: &Article, passage: &Range<usize>) -> String {
    excerpt(article, &sentence(article, passage), passage)
}

/// A sentence on one line, cut around some of its words.
fn excerpt(article: &Article, sentence: &Range<usize>, words: &Range<usize>) -> String {
    /// What a report has room for.
    const CELLS: usize = 90;
    around(&article.text, sentence.clone(), words.clone(), CELLS, "…").text.trim().to_owned()
}

/// The passage, widened to whole sentences.
pub(crate) fn sentence(article: &Article, passage: &Range<usize>) -> Range<usize> {
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
