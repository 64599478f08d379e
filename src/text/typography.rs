//! Typography: the characters in which a text and its copy differ although people read the same. Quotation marks,
//! apostrophes, dashes, ellipses and blanks are typography; letters, digits, accents and capitals are not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::scripts::is_continuation;

/// What every quotation mark and apostrophe counts as where typography does not count.
const MARK: char = '\'';
/// What every dash and hyphen counts as.
const DASH: char = '-';
/// What every ellipsis counts as.
const ELLIPSIS: char = '…';

/// Quotation marks and dashes as a keyboard has them, blanks as blanks.
pub(crate) fn on_keyboard(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '‶' | '〝'..='〟' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '‵' | '´' | 'ʼ' | 'ʻ' | '＇' => '\'',
        '‐'..='―' | '−' | '⁃' | '﹘' | '﹣' | '－' => '-',
        _ if c.is_whitespace() => ' ',
        _ => return None,
    })
}

/// One character as it is compared where typography does not count, and what it stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sign {
    /// All quotation marks and apostrophes are one character, and so are all dashes and all ellipses.
    pub(crate) sign: char,
    /// The bytes of the text that are written for it.
    pub(crate) at: Range<usize>,
}

/// The characters of a text as they are compared where typography does not count. A blank beside a mark or a dash is
/// left out, because typesetters differ in it; one beside a separator of digits is not: `3. 5` is not `3.5`.
pub(crate) fn signs(text: &str) -> Signs<'_> {
    Signs { text, at: 0, before: None }
}

/// See [`signs`].
#[derive(Clone, Debug)]
pub(crate) struct Signs<'t> {
    text: &'t str,
    at: usize,
    before: Option<char>,
}

impl Iterator for Signs<'_> {
    type Item = Sign;

    fn next(&mut self) -> Option<Sign> {
        loop {
            let (sign, length) = first_sign(&self.text[self.at..])?;
            let at = self.at..self.at + length;
            self.at = at.end;
            if sign == ' ' {
                let after = first_sign(&self.text[at.end..]).map(|(sign, _)| sign);
                if !counts_between(self.before, after) {
                    continue;
                }
            }
            self.before = Some(sign);
            return Some(Sign { sign, at });
        }
    }
}

/// What a text begins with, and the bytes of that.
fn first_sign(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    if first.is_ascii_alphanumeric() {
        return Some((first, 1));
    }
    let run = |wanted: char| text.bytes().take_while(|byte| char::from(*byte) == wanted).count();
    Some(match first {
        '.' if run('.') >= 3 => (ELLIPSIS, run('.')),
        // As typewriters and TeX write quotation marks.
        '\'' | '`' | ',' if is_pair(text.as_bytes()) => (MARK, 2),
        '"' | '\'' | '`' => (MARK, 1),
        DASH => (DASH, run(DASH)),
        _ if first.is_whitespace() => (' ', text.find(|c: char| !c.is_whitespace()).unwrap_or(text.len())),
        _ => {
            let sign = match on_keyboard(first) {
                Some('"' | '\'') => MARK,
                Some('-') => DASH,
                _ => first,
            };
            (sign, first.len_utf8())
        }
    })
}

/// Whether a text begins with one byte twice, and not three times. Of a long run no more is read, for this is asked at each
/// of its characters.
fn is_pair(text: &[u8]) -> bool {
    match text {
        [first, second] => first == second,
        [first, second, third, ..] => first == second && second != third,
        _ => false,
    }
}

/// Whether a blank between these two counts.
fn counts_between(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_word = |c: char| c.is_alphanumeric() || is_continuation(c);
    let is_separator = |c: char| matches!(c, '.' | ',' | MARK);
    is_word(before) && is_word(after)
        || is_separator(before) && after.is_numeric()
        || before.is_numeric() && is_separator(after)
}

/// A place where two texts differ in typography; empty where one of them has nothing there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Difference {
    /// Bytes of the one text.
    pub(crate) before: Range<usize>,
    /// Bytes of the other.
    pub(crate) after: Range<usize>,
}

/// Where two texts differ, in order, if they differ in typography at most; none if they differ in more. What kind of blank
/// stands between two words does not count, nor do blanks at the ends.
pub(crate) fn differences(before: &str, after: &str) -> Option<Vec<Difference>> {
    let mut found = Vec::new();
    let (mut ones, mut others) = (signs(before), signs(after));
    let mut ends: Option<(usize, usize)> = None;
    loop {
        let (one, other) = match (ones.next(), others.next()) {
            (None, None) => return Some(found),
            (Some(one), Some(other)) if one.sign == other.sign => (one, other),
            _ => return None,
        };
        if let Some((end, other_end)) = ends {
            let (gap, other_gap) = (end..one.at.start, other_end..other.at.start);
            if gap.is_empty() != other_gap.is_empty() {
                found.push(Difference { before: gap, after: other_gap });
            }
        }
        ends = Some((one.at.end, other.at.end));
        if one.sign != ' ' && before[one.at.clone()] != after[other.at.clone()] {
            found.push(Difference { before: one.at, after: other.at });
        }
    }
}

/// What characters are called in a report: `’ (U+2019)`, `'`, `no blank`.
pub(crate) fn named(characters: &str) -> String {
    if characters.is_empty() {
        return "no blank".to_owned();
    }
    if characters.chars().all(char::is_whitespace) {
        return "a blank".to_owned();
    }
    let mut name = characters.to_owned();
    if !characters.is_ascii() {
        let codes: Vec<String> = characters.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
        let _ = write!(name, " ({})", codes.join(" "));
    }
    name
}

/// What kind of typography some characters are: that of the first of them, a blank where there is none.
pub(crate) fn kind(characters: &str) -> char {
    let first = characters.chars().next().unwrap_or(' ');
    on_keyboard(first).unwrap_or(if first == ELLIPSIS { '.' } else { first })
}

/// The changes that lead from the one text to the other: for each run of characters, in order, what stands in its place,
/// each once.
pub(crate) fn changes<'t>(
    pairs: impl IntoIterator<Item = (&'t str, &'t str)>,
) -> BTreeMap<&'t str, Vec<&'t str>> {
    let mut changes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (before, after) in pairs {
        let afters = changes.entry(before).or_default();
        if !afters.contains(&after) {
            afters.push(after);
        }
    }
    changes
}

/// What differs, in words: `“ (U+201C) and ” (U+201D) where the quotation has "; – (U+2013) where it has -`.
pub(crate) fn described<'t>(pairs: impl IntoIterator<Item = (&'t str, &'t str)>, what: &str) -> String {
    let mut text = String::new();
    for (number, (before, afters)) in changes(pairs).into_iter().enumerate() {
        let afters: Vec<String> = afters.into_iter().map(named).collect();
        let (before_it, subject) = if number == 0 { ("", what) } else { ("; ", "it") };
        let before =
            if before.trim().is_empty() && !before.is_empty() { "one".to_owned() } else { named(before) };
        let before = if afters == ["a blank"] && before == "no blank" { "none".to_owned() } else { before };
        let _ = write!(text, "{before_it}{} where {subject} has {before}", afters.join(" and "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        signs(text).map(|sign| sign.sign).collect()
    }

    fn pairs<'t>(before: &'t str, after: &'t str) -> Option<Vec<(&'t str, &'t str)>> {
        let found = differences(before, after)?.into_iter();
        Some(found.map(|it| (&before[it.before], &after[it.after])).collect())
    }

    #[test]
    fn what_typesetters_choose_counts_as_one() {
        let alike = [
            ("\"Ja\"", "„Ja“"),
            ("\"Ja\"", "‚Ja‘"),
            ("``Ja''", "»Ja«"),
            ("Reuters' Büro", "Reuters’ Büro"),
            ("er ging - und kam", "er ging — und kam"),
            ("er ging -- und kam", "er ging–und kam"),
            ("und so weiter...", "und so weiter…"),
            ("5 %", "5\u{202f}%"),
            ("5%", "5 %"),
            ("z.B.", "z. B."),
            ("Oui !", "Oui\u{a0}!"),
            ("« Oui »", "\"Oui\""),
            ("a  b", "a\u{a0}b"),
        ];
        for (one, other) in alike {
            assert_eq!(read(one), read(other), "{one} {other}");
        }
    }

    #[test]
    fn letters_digits_accents_and_capitals_are_no_typography() {
        let unlike = [
            ("Cafe", "Café"),
            ("china", "China"),
            ("61", "6 1"),
            ("3. 5", "3.5"),
            ("12'500", "12500"),
            ("Ja", "„Ja“"),
            ("ß", "ss"),
            ("a b", "ab"),
            ("Wort.", "Wort…"),
            ("1,5", "1.5"),
        ];
        for (one, other) in unlike {
            assert_eq!(differences(one, other), None, "{one} {other}");
        }
    }

    #[test]
    fn each_difference_is_found_where_it_stands() {
        assert_eq!(
            pairs("Er sagte: \"Nein\" - und ging...", "Er sagte: „Nein“ – und ging…"),
            Some(vec![("\"", "„"), ("\"", "“"), ("-", "–"), ("...", "…")])
        );
        assert_eq!(pairs("5%", "5 %"), Some(vec![("", " ")]));
        assert_eq!(pairs("a  b", "a\u{a0}b"), Some(vec![]));
    }

    /// At each character of a run only the next two are read: with the whole run this would not end.
    #[test]
    fn long_runs_of_marks_are_read_once() {
        const MANY: usize = 500_000;
        for mark in [",", "'", "`"] {
            assert_eq!(signs(&mark.repeat(MANY)).count(), MANY - 1, "{mark}: the last two are a pair");
        }
        for (text, pairs) in [("''", true), ("'',", true), ("'''", false), ("'", false), ("", false)] {
            assert_eq!(is_pair(text.as_bytes()), pairs, "{text}");
        }
    }

    #[test]
    fn differences_have_names() {
        assert_eq!(
            described([("\"", "„"), ("\"", "“"), ("-", "–")], "the quotation"),
            "„ (U+201E) and “ (U+201C) where the quotation has \"; – (U+2013) where it has -"
        );
        assert_eq!(described([("", " ")], "the alias"), "a blank where the alias has none");
        assert_eq!(described([(" ", "")], "the alias"), "no blank where the alias has one");
    }

    proptest! {
        #[test]
        fn signs_stand_in_order_and_leave_out_only_blanks(text in "[aé1.,'\"„“’…– \u{a0}-]{0,30}") {
            let mut end = 0;
            for sign in signs(&text) {
                prop_assert!(text[end..sign.at.start].trim().is_empty());
                prop_assert!(!sign.at.is_empty());
                end = sign.at.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }

        #[test]
        fn a_text_differs_from_itself_in_nothing(text in "[aé1.,'\"„“’…– -]{0,30}") {
            prop_assert_eq!(differences(&text, &text), Some(Vec::new()));
        }

        /// Where all differences are undone, nothing but blanks is left.
        #[test]
        fn differences_are_all_there_is(one in "[a1.'\"„…– -]{0,12}", other in "[a1.'\"„…– -]{0,12}") {
            if let Some(found) = differences(&one, &other) {
                let mut made = one.clone();
                for it in found.iter().rev() {
                    made.replace_range(it.before.clone(), &other[it.after.clone()]);
                }
                let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(squeezed(&made), squeezed(&other));
            }
        }
    }
}
