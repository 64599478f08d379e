//! Where words begin and end, so that part of a word is never mistaken for a word: "61" does not occur in "161" or
//! "1.61", nor "ostasia" in "südostasiatisch".

use std::ops::Range;

use crate::text::scripts::{is_continuation, is_unspaced};

/// Marks where a word ends or begins. This byte never occurs in UTF-8.
const WORD_EDGE: u8 = 0xff;

/// Marks where a number ends or begins, on the number's side of a `WORD_EDGE`. This byte never occurs in UTF-8 either.
const NUMBER_EDGE: u8 = 0xfe;

/// A text with all word edges marked. A pattern marked in the same way is found in it only as whole words; an edge
/// that is neither a letter nor a digit may be beside anything.
///
/// Marking beats filtering hits afterwards: a word of megabytes would contain countless partial hits.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct BoundaryText {
    bytes: Vec<u8>,
}

impl BoundaryText {
    pub(crate) fn of(text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + text.len() / 2 + 2);
        let mut before = Side::Other;
        let mut start = 0;
        let mut at = 0;
        // Runs between two ends are copied at once.
        while let Some(c) = text[at..].chars().next() {
            let after = if is_continuation(c) { before } else { Side::at(text, at, c) };
            if before != after || after == Side::Unspaced {
                bytes.extend_from_slice(&text.as_bytes()[start..at]);
                push_marks(&mut bytes, before, after);
                start = at;
            }
            before = after;
            at += c.len_utf8();
            // Most text is words of these letters; nothing changes within one.
            if before == Side::Word {
                at += text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            }
        }
        bytes.extend_from_slice(&text.as_bytes()[start..]);
        push_marks(&mut bytes, before, Side::Other);
        Self { bytes }
    }

    /// A pattern that may begin or end inside a word, but not inside a number: without its first or last digits it
    /// would be a different number.
    pub(crate) fn with_cut_ends(text: &str, at_start: bool, at_end: bool) -> Self {
        let mut marked = Self::of(text);
        // The word may go on; where it begins or ends with a number, the mark of the number's end stays.
        if at_end && marked.bytes.last() == Some(&WORD_EDGE) {
            marked.bytes.pop();
        }
        if at_start && marked.bytes.first() == Some(&WORD_EDGE) {
            marked.bytes.remove(0);
        }
        marked
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Maps offsets back to the text; they must be asked for in order.
    pub(crate) fn offsets(&self) -> OffsetMap<'_> {
        OffsetMap { marked: &self.bytes, at: 0, ends: 0 }
    }
}

impl AsRef<[u8]> for BoundaryText {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// Maps offsets of a marked text back to the text.
pub(crate) struct OffsetMap<'a> {
    marked: &'a [u8],
    at: usize,
    ends: usize,
}

impl OffsetMap<'_> {
    /// The byte of the text for this byte of the marked text, which is not before the one asked for last.
    pub(crate) fn to(&mut self, marked: usize) -> usize {
        self.ends +=
            self.marked[self.at..marked].iter().map(|byte| usize::from(*byte >= NUMBER_EDGE)).sum::<usize>();
        self.at = marked;
        marked - self.ends
    }
}

/// The most characters examined for a letter and the marks on it: no real text has more than 30 marks in a row (UAX
/// #15, Stream-Safe Text Format), and a text of nothing else must not take forever.
const MAX_MARKS: usize = 31;

/// What is on one side of a position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// A letter.
    Word,
    /// A digit, or what separates digits within a number.
    Number,
    /// A letter of a script that puts no blanks between words.
    Unspaced,
    /// Anything else, or nothing.
    Other,
}

impl Side {
    fn of(c: char) -> Self {
        if c.is_ascii() {
            return match c {
                '0'..='9' => Side::Number,
                _ if c.is_ascii_alphabetic() => Side::Word,
                _ => Side::Other,
            };
        }
        match c.is_alphanumeric() {
            false => Side::Other,
            true if is_digit(c) => Side::Number,
            true if is_unspaced(c) => Side::Unspaced,
            true => Side::Word,
        }
    }

    /// What is before this byte. A mark counts as the letter it belongs to: the virama in "हिन्दी" ends no word.
    fn before(text: &str, at: usize) -> Self {
        let mut before = text[..at].char_indices().rev().take(MAX_MARKS);
        before.find(|(_, c)| !is_continuation(*c)).map_or(Self::Other, |(at, c)| Self::at(text, at, c))
    }

    /// What is after this byte.
    fn after(text: &str, at: usize) -> Self {
        match text[at..].chars().next() {
            None => Self::Other,
            Some(c) if is_continuation(c) => Self::before(text, at),
            Some(c) => Self::at(text, at, c),
        }
    }

    /// The side that this character, which is not a mark, makes.
    fn at(text: &str, at: usize, c: char) -> Self {
        let is_of_number = is_separator(c) && is_between_digits(text, at, c) || is_minus(text, at, c);
        if is_of_number { Side::Number } else { Side::of(c) }
    }

    /// Whether two such characters side by side belong to one word.
    fn is_joined(self) -> bool {
        matches!(self, Side::Word | Side::Number)
    }

    /// What is on either side of a position.
    fn beside(text: &str, at: usize) -> (Self, Self) {
        (Self::before(text, at), Self::after(text, at))
    }
}

/// Whether the character can separate the digits of a number: decimal points and commas, also Arabic and full-width ones,
/// the apostrophes by which thousands are grouped, the raised point, and the stroke of fractions.
fn is_separator(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | '\'' | '\u{2019}' | '\u{066b}' | '\u{066c}' | '\u{ff0e}' | '\u{ff0c}' | '\u{2044}' | '·'
    )
}

/// Whether the character here is the minus of a number: U+2212 right before a digit, or a hyphen there with a blank or nothing
/// before it. Between other signs it may be a dash or join two numbers.
fn is_minus(text: &str, at: usize, c: char) -> bool {
    let before = || text[..at].chars().next_back();
    let may_be = match c {
        '\u{2212}' => before().is_none_or(|before| !is_digit(before)),
        '-' => before().is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[')),
        _ => false,
    };
    may_be && text[at + c.len_utf8()..].chars().next().is_some_and(is_digit)
}

/// Whether the character here has a digit on either side.
fn is_between_digits(text: &str, at: usize, c: char) -> bool {
    let (before, after) = (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
    [before, after].into_iter().all(|c| c.is_some_and(is_digit))
}

/// Whether numbers are written with the character. Han numerals are words.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && c.is_numeric() && !matches!(c, '\u{3005}'..='\u{3029}')
}

/// Adds the marks for what ends or begins between these two.
fn push_marks(bytes: &mut Vec<u8>, before: Side, after: Side) {
    let is_within_word = before.is_joined() && after.is_joined();
    if before == Side::Number && after != Side::Number {
        bytes.push(NUMBER_EDGE);
    }
    if !is_within_word && (before, after) != (Side::Other, Side::Other) {
        bytes.push(WORD_EDGE);
    }
    if after == Side::Number && before != Side::Number {
        bytes.push(NUMBER_EDGE);
    }
}

/// Whether no word or number of the text extends across this byte.
pub(crate) fn is_between_words(text: &str, at: usize) -> bool {
    let (before, after) = Side::beside(text, at);
    !(before.is_joined() && after.is_joined())
}

/// Whether a number of the text extends across this byte.
pub(crate) fn is_within_number(text: &str, at: usize) -> bool {
    Side::beside(text, at) == (Side::Number, Side::Number)
}

/// The words and numbers of a text, each whole: none extends across one of their ends. Of a script that puts no blanks between
/// words each letter is one.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = Side::Other;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let side = if is_continuation(c) { before } else { Side::at(text, at, c) };
        match found.last_mut() {
            _ if side == Side::Other => {}
            Some(last) if is_continuation(c) || before.is_joined() && side.is_joined() => last.end = end,
            _ => found.push(at..end),
        }
        before = side;
    }
    found
}

/// Whether no letter, digit or mark is next to these words, which need not end with one themselves.
pub(crate) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let hit = &text[range.clone()];
    let after = text[range.end..].chars().next();
    // A mark belongs to the letter before it, whatever the script.
    !after.is_some_and(is_continuation)
        && !extends_word(
            text[..range.start].chars().rev().take(MAX_MARKS).find(|c| !is_continuation(*c)),
            hit.chars().next(),
        )
        && !extends_word(after, hit.chars().next_back())
}

/// Whether the neighbour makes it a part of a longer word.
fn extends_word(neighbour: Option<char>, edge: Option<char>) -> bool {
    let is_part = |c: char| Side::of(c).is_joined();
    neighbour.is_some_and(is_part) && !edge.is_some_and(is_unspaced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: [&str; 8] =
        ["हिन्दी", "क्षेत्रीय", "फ़ैसला", "প্রতিক্রিয়া", "முதலமைச்சர்", "മുഖ്യമന്ത്രി", "ශ්\u{200D}රී", "x\u{304}y"];

    /// Where parts of the text are found that are marked as whole words.
    fn found(text: &str, part: &str) -> usize {
        let (marked, sought) = (BoundaryText::of(text), BoundaryText::of(part));
        marked.bytes().windows(sought.bytes().len()).filter(|bytes| *bytes == sought.bytes()).count()
    }

    /// Without its sign, its thousands or its denominator it would be another number.
    #[test]
    fn no_part_of_a_number_is_found_beside_its_sign() {
        for (text, part, count) in [
            ("It was −7 degrees", "7 degrees", 0),
            ("It was -7 degrees", "7 degrees", 0),
            ("It was (-7) degrees", "7", 0),
            ("It was −7 degrees", "−7 degrees", 1),
            ("It was -7 degrees", "-7 degrees", 1),
            ("It was -7 degrees", "was -7 degrees", 1),
            ("5-7 degrees, 5–7, Covid-19 - 3", "7 degrees", 1),
            ("5-7 degrees, 5–7, Covid-19 - 3", "19", 1),
            ("5-7 degrees, 5–7, Covid-19 - 3", "3", 1),
            ("3⁄4 l, 1·5 l", "4 l", 0),
            ("3⁄4 l, 1·5 l", "5 l", 0),
        ] {
            assert_eq!(found(text, part), count, "{part} in {text}");
        }
    }

    #[test]
    fn no_part_of_a_word_is_found_beside_its_marks() {
        for word in WORDS {
            let text = format!("“{word}” {word}, {word}");
            assert_eq!(found(&text, word), 3, "{word}");
            assert!(stands_alone(&text, &(3..3 + word.len())));
            for (at, _) in word.char_indices().skip(1) {
                assert!(!is_between_words(word, at), "{word} at {at}");
                let (left, right) = word.split_at(at);
                assert_eq!(found(&text, left), 0, "{left} in {word}");
                assert!(!stands_alone(word, &(0..at)), "{left} in {word}");
                // What begins with a mark is no word.
                if !right.starts_with(is_continuation) {
                    assert_eq!(found(&text, right), 0, "{right} in {word}");
                    assert!(!stands_alone(word, &(at..word.len())), "{right} in {word}");
                }
            }
        }
    }

    #[test]
    fn a_mark_on_a_sign_begins_no_word() {
        assert_eq!(found("❤\u{FE0F}abc", "abc"), 1);
        assert!(stands_alone("❤\u{FE0F}abc", &(6..9)));
        assert_eq!(found("葛\u{FE00}城", "城"), 1);
    }

    #[test]
    fn a_letter_with_marks_without_end_takes_no_time() {
        let text = format!("a{}b", "\u{301}".repeat(1_000_000));
        for at in (1..text.len() - 1).step_by(2) {
            is_between_words(&text, at);
        }
    }

    proptest! {
        #[test]
        fn every_place_of_a_marked_text_leads_back(text in "[ab1書éन\u{94d}\u{93f}.,'’٫，\\- ]{0,40}") {
            let marked = BoundaryText::of(&text);
            let mut offsets = marked.offsets();
            let mut count = 0;
            for (at, byte) in marked.bytes().iter().enumerate() {
                if *byte >= NUMBER_EDGE {
                    continue;
                }
                prop_assert_eq!(offsets.to(at), count);
                prop_assert_eq!(text.as_bytes()[count], *byte);
                count += 1;
            }
            prop_assert_eq!(count, text.len());
        }

        #[test]
        fn whole_words_are_what_is_found_marked(text in "[ab12書न\u{94d}.,'’٫\\- ]{0,20}", words in "[ab12書न.,'’٫\\- ][ab12書न\u{94d}.,'’٫\\- ]{0,3}") {
            // These alone have no ends to be marked.
            prop_assume!(!(words.chars().count() == 1 && words.chars().all(is_separator)));
            let (marked, sought) = (BoundaryText::of(&text), BoundaryText::of(&words));
            let found = marked.bytes().windows(sought.bytes().len()).filter(|part| *part == sought.bytes());
            let ends = |at: usize| [at, at + words.len()].into_iter().all(|at| is_between_words(&text, at));
            let all = text.char_indices().filter(|(at, _)| text[*at..].starts_with(&words) && ends(*at));
            prop_assert_eq!(found.count(), all.count());
        }

        #[test]
        fn cut_words_are_found_but_not_within_a_number(
            text in "[ab12書.,'’ ]{0,20}",
            words in "[ab12書.,'’ ]{2,4}",
            at_start in any::<bool>(),
            at_end in any::<bool>(),
        ) {
            let (marked, sought) = (BoundaryText::of(&text), BoundaryText::with_cut_ends(&words, at_start, at_end));
            let found = marked.bytes().windows(sought.bytes().len()).filter(|part| *part == sought.bytes());
            let may_end = |at: usize, is_cut: bool| {
                if is_cut { !is_within_number(&text, at) } else { is_between_words(&text, at) }
            };
            let all = text.char_indices().filter(|(at, _)| {
                text[*at..].starts_with(&words)
                    && may_end(*at, at_start)
                    && may_end(at + words.len(), at_end)
                    // What is a number in the text must be one in the words, too.
                    && words.char_indices().all(|(inner, c)| {
                        Side::at(&words, inner, c) == Side::at(&text, at + inner, c)
                    })
            });
            prop_assert_eq!(found.count(), all.count());
        }
    }
}
