//! How the article is quoted: in the quotation marks of its language, with some of what stands around a name; and both
//! wordings of a quotation whose words have changed.

use std::ops::Range;

use crate::i18n::language::quotation_marks as marks;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
pub(crate) use crate::protocol::quoted::without_line_breaks;
pub(crate) use crate::protocol::quoted::{by_us, of_article};
pub(crate) use crate::protocol::translated::translated;
use crate::text::diff::{Wording, diff_words};

/// A passage as it is quoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuotedText {
    /// The words in quotation marks, with some words around them.
    pub(crate) text: String,
    /// Bytes of the text that are the passage itself, if there are words around it.
    pub(crate) emphasis: Option<Range<usize>>,
}

/// Quotes a passage with at most `around` characters of its block on either side, cut at words.
pub(crate) fn passage(context: &Context, passage: &Range<usize>, around: usize) -> QuotedText {
    let dossier = &context.dossier;
    let more = context.glyph(glyphs::ELLIPSIS);
    let article = &dossier.article;
    let before = article.blocks.partition_point(|block| block.range.start <= passage.start);
    let block = article.blocks[..before].last().filter(|block| passage.end <= block.range.end);
    let block = block.map_or(passage.clone(), |block| block.range.clone());
    let from = edge_before(&article.text[block.start..passage.start], around) + block.start;
    let to = edge_after(&article.text[passage.end..block.end], around) + passage.end;
    let (open, close) = marks(dossier.article.language.primary());
    let cut = |is_cut: bool, mark: String| if is_cut && around > 0 { mark } else { String::new() };
    let before = cut(from > block.start, format!("{more} "));
    let before = format!("{open}{before}{}", without_line_breaks(&article.text[from..passage.start]));
    let exact = without_line_breaks(&article.text[passage.clone()]);
    let after = cut(to < block.end, format!(" {more}"));
    let after = format!("{}{after}{close}", without_line_breaks(&article.text[passage.end..to]));
    let emphasis = (around > 0).then(|| before.len()..before.len() + exact.len());
    QuotedText { text: format!("{before}{exact}{after}"), emphasis }
}

/// A line of a quotation that is not evidence, with a remark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct MarkedText {
    /// What it is, and the words in quotation marks.
    pub(crate) text: String,
    /// Bytes of the text that are not in the other wording, in order, and how they are set off.
    pub(crate) emphasis: Vec<(Range<usize>, Role)>,
}

/// What was quoted, and the words in its place now, with the differences emphasized.
pub(crate) fn reworded(context: &Context, quoted: &str, passage: &Range<usize>) -> [MarkedText; 2] {
    let strings = context.strings();
    let (before, after) = diff_words(quoted, &context.dossier.article.text[passage.clone()]);
    let line = |label: &str, wording: Wording, role: Role| {
        let label = format!("{label}: ");
        let text = format!("{label}{}", of_article(&context.dossier, &wording.text));
        let start = text.find(&wording.text).unwrap_or(label.len());
        let changes = wording.changes.into_iter();
        let emphasis = changes.map(|change| (start + change.start..start + change.end, role)).collect();
        MarkedText { text, emphasis }
    };
    [line(strings.quoted_was, before, Role::Gone), line(strings.located_now, after, Role::Come)]
}

/// Where to begin to include at most this many characters before, at the edge of a word.
fn edge_before(text: &str, most: usize) -> usize {
    let Some((start, _)) = text.char_indices().rev().take(most).last() else { return text.len() };
    if start == 0 {
        return 0;
    }
    text[start..].find(' ').map_or(text.len(), |blank| start + blank + 1)
}

/// Where to end to include at most this many characters after, at the edge of a word.
fn edge_after(text: &str, most: usize) -> usize {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.len() };
    text[..end].rfind(' ').unwrap_or(0)
}
