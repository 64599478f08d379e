//! How a card quotes the article: in the quotation marks of its language, with some of what stands around a name.

use std::ops::Range;

use crate::ui::context::Context;
use crate::ui::glyphs;
pub(super) use crate::ui::quoted::{by_us, of_article};
use crate::ui::quoted::{marks, one_line};

/// A passage as a card shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Quotation {
    /// The words in quotation marks, with what stands around them.
    pub(super) text: String,
    /// Bytes of the text that are the passage itself, where more stands around it.
    pub(super) emphasis: Option<Range<usize>>,
}

/// Quotes a passage with at most `around` characters of its block on either side, cut at words.
pub(super) fn passage(context: &Context, passage: &Range<usize>, around: usize) -> Quotation {
    let dossier = context.dossier;
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
    let before = format!("{open}{before}{}", one_line(&article.text[from..passage.start]));
    let exact = one_line(&article.text[passage.clone()]);
    let after = cut(to < block.end, format!(" {more}"));
    let after = format!("{}{after}{close}", one_line(&article.text[passage.end..to]));
    let emphasis = (around > 0).then(|| before.len()..before.len() + exact.len());
    Quotation { text: format!("{before}{exact}{after}"), emphasis }
}

/// Where to begin so that at most so many characters stand before, at a word's edge.
fn edge_before(text: &str, most: usize) -> usize {
    let Some((start, _)) = text.char_indices().rev().take(most).last() else { return text.len() };
    if start == 0 {
        return 0;
    }
    text[start..].find(' ').map_or(text.len(), |blank| start + blank + 1)
}

/// Where to end so that at most so many characters stand after, at a word's edge.
fn edge_after(text: &str, most: usize) -> usize {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.len() };
    text[..end].rfind(' ').unwrap_or(0)
}
