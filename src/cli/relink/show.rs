//! What is asked about, as text.

use std::fmt::Write as _;
use std::ops::Range;

use crate::dossier::AnchorState;
use crate::dossier::anchor::MAX_PLACES;
use crate::load::{Edit, WrittenAnchor, WrittenAnchors};
use crate::protocol::quoted::without_line_breaks;
use crate::text::cut::{collapse_white_space, first_chars, last_chars};
use crate::text::diff::diff_words;
use crate::text::sanitize::sanitize;
use crate::text::typography::{changes, named};

/// The most characters of a sentence on either side of what is marked.
const AROUND: usize = 160;

/// The beginning of a quotation, on one line.
pub(super) fn shortened(words: &str) -> String {
    const ENOUGH: usize = 60;
    let words = without_line_breaks(words);
    match words.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// Both wordings, how they differ, and the sentence that the later one stands in.
pub(super) fn both(written: &WrittenAnchors, anchor: &WrittenAnchor, passage: &Range<usize>) -> String {
    let (before, after) = diff_words(&anchor.quote.exact, &written.article.text[passage.clone()]);
    let same = before.changes.is_empty() && after.changes.is_empty();
    let around = if same {
        format!("  where:   {}\n", within(written, passage))
    } else {
        sentence(written, passage, &after.text)
    };
    let note = if same { "  the words stand, what was given beside them does not\n" } else { "" };
    format!("  quoted:  {}\n  now:     {}\n{note}{around}", before.text, after.text)
}

/// The sentence of a passage with the passage written so; nothing if the passage is all of it.
pub(super) fn sentence(written: &WrittenAnchors, passage: &Range<usize>, marked: &str) -> String {
    let text = &written.article.text;
    let around = written.sentence(passage);
    let before = collapse_white_space(text[around.start..passage.start].trim_start());
    let after = collapse_white_space(text[passage.end..around.end].trim_end());
    if before.is_empty() && !after.contains(char::is_alphanumeric) {
        return String::new();
    }
    format!("  in:      {}{marked}{}\n", end_of(&before), start_of(&after))
}

fn end_of(text: &str) -> String {
    let last = last_chars(text, AROUND);
    if last.len() < text.len() {
        format!("… {}", last.split_once(' ').map_or(last, |(_, rest)| rest))
    } else {
        text.to_owned()
    }
}

fn start_of(text: &str) -> String {
    let first = first_chars(text, AROUND);
    if first.len() < text.len() {
        format!("{} …", first.rsplit_once(' ').map_or(first, |(rest, _)| rest))
    } else {
        text.to_owned()
    }
}

/// The places of an ambiguous quotation, each with the words around it.
pub(super) fn numbered(written: &WrittenAnchors, anchor: &WrittenAnchor) -> String {
    let mut text = format!("  quoted:  {}\n", anchor.quote.exact);
    let passages = anchor.places();
    for (number, passage) in passages.iter().enumerate() {
        let _ = writeln!(text, "  {:>2}  {}", number + 1, within(written, passage));
    }
    if passages.len() == MAX_PLACES {
        text.push_str(
            "      perhaps more, which are not listed: for those quote more of the sentence by hand\n",
        );
    }
    text
}

/// A passage in brackets with some words around it.
pub(super) fn within(written: &WrittenAnchors, passage: &Range<usize>) -> String {
    /// Characters on either side.
    const BESIDE: usize = 40;
    let text = &written.article.text;
    // What stands in another block is no part of the sentence.
    let start = text[..passage.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[passage.end..].find('\n').map_or(text.len(), |end| passage.end + end);
    let (before, after) =
        (last_chars(&text[start..passage.start], BESIDE), first_chars(&text[passage.end..end], BESIDE));
    let line = format!("{before}[{}]{after}", &text[passage.clone()]);
    line.replace('\n', " ").trim().to_owned()
}

/// The sentence of a quotation that differs in typography, with the article's characters in brackets.
pub(super) fn typography(written: &WrittenAnchors, anchor: &WrittenAnchor) -> String {
    let text = &written.article.text;
    let Some(first) = anchor.differences.first() else { return String::new() };
    let around = written.sentence(&first.at);
    let inside = anchor.differences.iter().map(|it| &it.at);
    let inside: Vec<_> = inside.filter(|at| around.start <= at.start && at.end <= around.end).collect();
    let mut marked = String::new();
    let mut end = first.at.start;
    for at in &inside {
        let _ = write!(marked, "{}[{}]", &text[end..at.start], &text[(*at).clone()]);
        end = at.end;
    }
    let (before, after) = (&text[around.start..first.at.start], &text[end..around.end]);
    let (before, after) = (collapse_white_space(before), collapse_white_space(after));
    let marked = collapse_white_space(&marked);
    format!("      {}{marked}{}\n", end_of(before.trim_start()), start_of(after.trim_end()))
}

/// What changes in the typography of some quotations: `" → “ ”, - → –`.
pub(super) fn changed<'t>(pairs: impl IntoIterator<Item = (&'t str, &'t str)>) -> String {
    let shown = |characters: &str| {
        if characters.trim().is_empty() { named(characters) } else { characters.to_owned() }
    };
    let all = changes(pairs).into_iter().map(|(before, after)| {
        let after: Vec<String> = after.into_iter().map(shown).collect();
        format!("{} → {}", shown(before), after.join(" "))
    });
    all.collect::<Vec<_>>().join(", ")
}

/// What would be written for each choice.
pub(super) fn proposed(choices: &[Vec<Edit>]) -> String {
    let mut text = String::new();
    for (number, edits) in choices.iter().enumerate() {
        let which = if choices.len() > 1 { format!("{:>2}", number + 1) } else { "  ".to_owned() };
        for edit in edits {
            let _ = writeln!(text, "  {which}  would write {}", sanitize(&edit.text));
        }
    }
    text
}

/// Where a sentence begins and ends without the marks that some words lack: what a quotation leaves out there is no other
/// wording.
fn bare(words: &str, sentence: &str) -> (usize, usize) {
    let is_mark = |c: char| !c.is_alphanumeric();
    let words = words.trim();
    let end = if words.ends_with(is_mark) { sentence } else { sentence.trim_end_matches(is_mark) }.len();
    let rest = &sentence[..end];
    let start = if words.starts_with(is_mark) { rest } else { rest.trim_start_matches(is_mark) }.len();
    (end - start, end)
}

/// A lost quotation, and the sentence with most of its words, if one has many.
pub(super) fn nearest(
    written: &WrittenAnchors,
    anchor: &WrittenAnchor,
    near: Option<&Range<usize>>,
) -> String {
    debug_assert!(anchor.state == AnchorState::Lost, "only what is lost has no place");
    let Some(near) = near else {
        return format!("  quoted:  {}\n  nothing like it stands in the article\n", anchor.quote.exact);
    };
    let (words, sentence) = (&*anchor.quote.exact, &written.article.text[near.clone()]);
    let (start, end) = bare(words, sentence);
    let (before, after) = diff_words(words, &sentence[start..end]);
    let (opening, closing) =
        (collapse_white_space(&sentence[..start]), collapse_white_space(&sentence[end..]));
    let (opening, closing) = (opening.trim_start(), closing.trim_end());
    format!("  quoted:  {}\n  nearest: {opening}{}{closing}\n", before.text, after.text)
}
