//! What stands in quotation marks.

use std::ops::Range;

use crate::dossier::{BlockKind, Dossier};
use crate::text::words;

/// The quotations of the article's paragraphs, in order. Those of few words only set a word off.
pub(super) fn find(dossier: &Dossier) -> Vec<Range<usize>> {
    /// As few words as that are quoted without a speaker: titles, nicknames.
    const FEWEST: usize = 4;
    let text = &dossier.article.text;
    // In German it ends a quotation.
    let is_english = dossier.article.language.primary() == "en";
    let mut found = Vec::new();
    let blocks = dossier.article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut blocks = blocks.peekable();
    while let Some(block) = blocks.next() {
        let mut open: Option<(usize, char)> = None;
        let mut chars = text[block.range.clone()].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let at = block.range.start + at;
            // An apostrophe within a word is no mark.
            let is_inner = c == '’' && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            match open {
                Some((start, first)) if closes(first, c) && !is_inner => {
                    // A line in quotation marks that ends like no sentence is a heading.
                    let is_line =
                        start - first.len_utf8() == block.range.start && at + c.len_utf8() == block.range.end;
                    let is_heading = is_line && !text[start..at].ends_with(['.', '!', '?', '…', ',']);
                    if !is_heading && words::count(&text[start..at]) >= FEWEST {
                        found.push(start..at);
                    }
                    open = None;
                }
                None if matches!(c, '„' | '“' | '"' | '»' | '«') || c == '‘' && is_english => {
                    open = Some((at + c.len_utf8(), c));
                }
                _ => {}
            }
        }
        // A quotation over several paragraphs is opened in each, and ends in the last.
        let next = blocks.peek().and_then(|next| text[next.range.clone()].chars().next());
        if let Some((start, first)) = open
            && next == Some(first)
            && words::count(&text[start..block.range.end]) >= FEWEST
        {
            found.push(start..block.range.end);
        }
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
