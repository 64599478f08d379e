//! Where sentences end, as far as that can be decided without understanding them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations after which a capital begins no sentence.
const ABBREVIATIONS: [&str; 14] =
    ["Mrd", "Mio", "Dr", "Prof", "Nr", "No", "Mr", "Mrs", "Ms", "St", "vs", "ca", "bzw", "Inc"];

/// The sentences of a text, in order, without the blanks at their ends.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut begin = None;
    for (at, piece) in text.split_sentence_bound_indices() {
        let (start, end) = (*begin.get_or_insert(at), at + piece.len());
        if end < text.len() && is_continued(&text[start..end]) {
            continue;
        }
        begin = None;
        let mut start = start;
        // Marks alone belong to what they close.
        if let Some(last) = found.last_mut()
            && let Some(marks) = closing_marks(&text[start..end])
        {
            last.end = start + marks;
            start = last.end;
        }
        let whole = &text[start..end];
        let from = start + (whole.len() - whole.trim_start().len());
        let to = start + whole.trim_end().len();
        if from < to {
            found.push(from..to);
        }
    }
    found
}

/// The bytes of the marks a text begins with, if words do not stand right after them, as after marks that open.
fn closing_marks(text: &str) -> Option<usize> {
    let (mut end, mut is_over) = (0, true);
    for (at, c) in text.char_indices() {
        if "\"'”“’‘»«›‹)]".contains(c) {
            (end, is_over) = (at + c.len_utf8(), false);
        } else if c.is_whitespace() {
            is_over = true;
        } else {
            break;
        }
    }
    let is_alone = end == text.trim_end().len();
    (end > 0 && (is_over || is_alone)).then_some(end)
}

/// How far one looks for the end of a sentence. What is longer is cut: in so long a stretch words have little to do with each
/// other, and a search must not wait.
const REACH: usize = 2048;

/// The bytes of a long sentence within which a blank is looked for to cut it at.
const NEAR: usize = 64;

/// The sentence of a stretch of a text that this byte is in, with the blanks before it. The sentences of a stretch are the same
/// from whichever of its bytes they are looked for, and none is longer than twice `REACH` and a little. Cheaper than
/// [`sentences`], because the stretch is not read from its beginning, and a little coarser.
pub fn enclosing(text: &str, stretch: &Range<usize>, at: usize) -> Range<usize> {
    let cuts = at.saturating_sub(stretch.start) / REACH;
    let cut_at = |cuts: usize| cut(text, stretch, cuts);
    let before = (0..=cuts).rev().map(cut_at).find(|cut| *cut <= at).unwrap_or(stretch.start);
    let start = last_end(text, stretch, before.saturating_sub(REACH), at).unwrap_or(before);
    let mut after = (cuts..).map(cut_at).skip_while(|cut| *cut <= at && *cut < stretch.end);
    let (first, second) = (after.next().unwrap_or(stretch.end), after.next().unwrap_or(stretch.end));
    let end = first_end(text, stretch, at, first).unwrap_or_else(|| {
        // A long sentence is cut where it has gone on for long enough.
        let has_begun = last_end(text, stretch, first.saturating_sub(REACH), at).is_some();
        if has_begun { first_end(text, stretch, first, second).unwrap_or(second) } else { first }
    });
    start..end
}

/// Whether a sentence ends inside of a text.
pub fn has_end(text: &str) -> bool {
    first_end(text, &(0..text.len()), 0, text.len()).is_some_and(|end| !text[end..].trim().is_empty())
}

/// The place where a sentence that is too long may be cut, the first at the beginning.
fn cut(text: &str, stretch: &Range<usize>, cuts: usize) -> usize {
    let from = stretch.start + cuts * REACH;
    if cuts == 0 || from >= stretch.end {
        return from.min(stretch.end);
    }
    let from = ceil_boundary(text, from);
    let to = ceil_boundary(text, (from + NEAR).min(stretch.end));
    text[from..to].find(char::is_whitespace).map_or(from, |blank| from + blank)
}

fn ceil_boundary(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    byte
}

/// The last place after `from` where a sentence ends, up to and including this byte.
fn last_end(text: &str, stretch: &Range<usize>, from: usize, to: usize) -> Option<usize> {
    let from = ceil_boundary(text, from.max(stretch.start));
    let ends = text.get(from..ceil_boundary(text, (to + 1).min(stretch.end)))?.char_indices().rev();
    let mut ends = ends.filter_map(|(place, c)| end_at(text, stretch, from + place, c));
    ends.find(|end| *end > from && *end <= to)
}

/// The first place after `from` where a sentence ends, up to and including `to`.
fn first_end(text: &str, stretch: &Range<usize>, from: usize, to: usize) -> Option<usize> {
    let ends = text.get(from..ceil_boundary(text, (to + 1).min(stretch.end)))?.char_indices();
    let mut ends = ends.filter_map(|(place, c)| end_at(text, stretch, from + place, c));
    ends.find(|end| *end > from && *end <= to)
}

/// The place where a sentence ends, if it does with this character: a blank after a full stop, or a full stop that needs none.
fn end_at(text: &str, stretch: &Range<usize>, place: usize, c: char) -> Option<usize> {
    /// More than any closing signs and an abbreviation.
    const MOST_BEFORE: usize = 48;
    /// More signs than stand between two sentences: in a text full of signs the next letter may be far.
    const MOST_AFTER: usize = 48;
    if matches!(c, '。' | '！' | '？') {
        return Some(place + c.len_utf8());
    }
    if !c.is_whitespace() {
        return None;
    }
    let from = ceil_boundary(text, place.saturating_sub(MOST_BEFORE).max(stretch.start));
    let before = text[from..place].trim_end_matches(|c| "\"'”“’‘»«›‹)]".contains(c));
    let ends = before.ends_with(['!', '?', '…']) || before.ends_with('.') && !is_continued(before);
    let mut after = text[place..stretch.end].chars().take(MOST_AFTER).filter(|c| c.is_alphanumeric());
    let mut goes_on = || after.next().is_some_and(char::is_lowercase);
    (ends && !goes_on()).then_some(place)
}

/// Whether the full stop at the end belongs to a number ("am 27. November"), an initial or an abbreviation.
fn is_continued(text: &str) -> bool {
    let Some(before) = text.trim_end().strip_suffix('.') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut chars = word.chars();
    let number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let initial = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    number || initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(split("Sie weichen aus. Warum? Darum!"), ["Sie weichen aus.", "Warum?", "Darum!"]);
        assert_eq!(split("Am 27. November sank er. So."), ["Am 27. November sank er.", "So."]);
        assert_eq!(
            split("Das kostet 3 Mrd. Dollar, sagte J. Smith. Ja."),
            ["Das kostet 3 Mrd. Dollar, sagte J. Smith.", "Ja."]
        );
        assert_eq!(split("  no stop at the end "), ["no stop at the end"]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("He said: ‘Wow.’ ” Then he left."), ["He said: ‘Wow.’ ”", "Then he left."]);
        assert_eq!(split("He left. “Wow,” she said."), ["He left.", "“Wow,” she said."]);
        assert_eq!(split("'Wow.' \""), ["'Wow.' \""]);
        assert_eq!(split("…"), ["…"]);
    }

    /// The sentences of a text, each looked for from its last byte.
    fn enclosed(text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut end = text.len();
        while end > 0 {
            let last = text[..end].char_indices().next_back().map_or(0, |(place, _)| place);
            let sentence = enclosing(text, &(0..text.len()), last);
            assert!(sentence.contains(&last), "{sentence:?} {last}");
            end = sentence.start;
            found.push(sentence);
        }
        found.reverse();
        found
    }

    #[test]
    fn the_sentence_of_a_byte_is_found_from_there() {
        let text = "Sie weichen aus. „Warum?“ Am 27. November sank er z. B. im Osten. Darum!";
        let found = enclosed(text);
        let found: Vec<&str> = found.into_iter().map(|range| text[range].trim()).collect();
        let expected = ["Sie weichen aus.", "„Warum?“", "Am 27. November sank er z. B. im Osten.", "Darum!"];
        assert_eq!(found, expected);
        assert_eq!(enclosed("他来了。她走了。").len(), 2);
        assert!(has_end("Er ging. Sie kam") && !has_end("13. März 2026") && !has_end("Er ging. "));
    }

    #[test]
    fn what_never_ends_is_cut_at_blanks() {
        let text = "Wort ".repeat(5000);
        let found = enclosed(&text);
        assert!(found.len() > 5 && found.iter().all(|part| part.len() < 2 * REACH + NEAR));
        assert!(found.iter().skip(1).all(|part| text[part.start..].starts_with(' ')));
        let unbroken = format!("{}. ", "w".repeat(3 * REACH));
        assert!(
            enclosed(&unbroken).iter().all(|part| part.len() <= 2 * REACH),
            "and where there are none, anyway"
        );
    }

    proptest! {
        /// From wherever in a sentence it is looked for.
        #[test]
        fn the_sentence_of_a_byte_is_the_same_from_all_its_bytes(
            text in "([a-zA-Z]{1,9}[.!?,]? ){0,40}", times in 1_usize..80, seed in 0_usize..10_000
        ) {
            let text = text.repeat(times);
            let all = 0..text.len();
            if !text.is_empty() {
                let sentence = enclosing(&text, &all, seed % text.len());
                prop_assert!(sentence.contains(&(seed % text.len())) && sentence.len() <= 2 * REACH + NEAR);
                for byte in [sentence.start, sentence.start + sentence.len() / 2, sentence.end - 1] {
                    prop_assert_eq!(&enclosing(&text, &all, byte), &sentence);
                }
            }
        }

        #[test]
        fn nothing_but_blanks_is_lost(text in "[a-zA-Z0-9 .!?\n„“ä]{0,60}") {
            let kept: String = split(&text).concat().split_whitespace().collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
