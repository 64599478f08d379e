//! What stands in quotation marks.

use std::ops::Range;

use crate::dossier::{BlockKind, Dossier};
use crate::text::cut::{ceil_boundary, floor_boundary};
use crate::text::words;

/// The quotations of the article's paragraphs, in order. Those of few words only set a word off.
pub(super) fn find(dossier: &Dossier) -> Vec<Range<usize>> {
    /// As few words as that are quoted without a speaker: titles, nicknames.
    const FEWEST: usize = 4;
    let text = &dossier.article.text;
    let mut found = Vec::new();
    let blocks = dossier.article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut blocks = blocks.peekable();
    while let Some(block) = blocks.next() {
        let next = blocks.peek().map(|next| next.range.clone());
        for quoted in of_block(dossier, &block.range, next) {
            // A line in quotation marks that ends like no sentence is a heading.
            let is_line = text[block.range.start..quoted.start].chars().nth(1).is_none()
                && text[quoted.end..block.range.end].chars().count() == 1;
            let is_heading = is_line && !text[quoted.clone()].ends_with(['.', '!', '?', '…', ',']);
            if !is_heading && words::count(&text[quoted.clone()]) >= FEWEST {
                found.push(quoted);
            }
        }
    }
    found
}

/// What is quoted in the paragraph of these words, also single words. Of a very long one only what stands near.
pub fn quoted_words(dossier: &Dossier, words: &Range<usize>) -> Vec<Range<usize>> {
    /// A quotation that began earlier is not seen.
    const REACH: usize = 8_000;
    let blocks = &dossier.article.blocks;
    let own = blocks.partition_point(|block| block.range.end <= words.start);
    let Some(block) = blocks.get(own).filter(|block| block.kind == BlockKind::Paragraph) else {
        return Vec::new();
    };
    let text = &dossier.article.text;
    let start = ceil_boundary(text, block.range.start.max(words.start.saturating_sub(REACH)));
    let end = floor_boundary(text, block.range.end.min(words.end + REACH));
    let next = blocks.get(own + 1).filter(|_| end == block.range.end).map(|next| next.range.clone());
    of_block(dossier, &(start..end), next)
}

/// The quotations of a paragraph, without their marks; after it stands another.
fn of_block(dossier: &Dossier, block: &Range<usize>, next: Option<Range<usize>>) -> Vec<Range<usize>> {
    let text = &dossier.article.text;
    // In German it ends a quotation.
    let is_english = dossier.article.language.primary() == "en";
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = text[block.clone()].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = block.start + at;
        // What stands right behind a word or a full stop opens nothing.
        let may_open = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?' | '…');
        before = c;
        // An apostrophe within a word is no mark.
        let is_inner = c == '’' && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        match open {
            Some((start, first)) if closes(first, c) && !is_inner => {
                found.push(start..at);
                open = None;
            }
            None if c == '„'
                || may_open && (matches!(c, '“' | '"' | '»' | '«') || c == '‘' && is_english) =>
            {
                open = Some((at + c.len_utf8(), c));
            }
            _ => {}
        }
    }
    // A quotation over several paragraphs is opened in each, and ends in the last.
    let next = next.and_then(|next| text[next].chars().next());
    if let Some((start, first)) = open
        && next == Some(first)
    {
        found.push(start..block.end);
    }
    found
}

/// Whether a mark ends what this one has begun.
fn closes(first: char, mark: char) -> bool {
    match first {
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => mark == '”',
        '‘' => mark == '’',
        '»' => mark == '«',
        '«' => mark == '»',
        _ => mark == first,
    }
}
