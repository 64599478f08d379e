//! What other programs leave in a text that is no part of it: the marks of a merge, and letters that were read in the wrong
//! encoding and saved again.

use std::ops::Range;

/// The first line that a merge tool put in to mark two versions, in bytes of the text. Of a Markdown text a line of `>` is none:
/// it may be a quotation.
pub(crate) fn conflict_mark(text: &str, is_markdown: bool) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let is_mark = |sign: char| {
            let rest = words.strip_prefix(&*String::from_iter([sign; 7]));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if is_mark('<') || !is_markdown && is_mark('>') {
            return Some(at..at + words.len());
        }
        at += line.len();
    }
    None
}

/// UTF-8 that was read as Windows-1252.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Garbled {
    /// The first character that was read as several, in bytes of the text.
    pub(crate) at: Range<usize>,
    /// What it was.
    pub(crate) was: char,
    /// In how many places this is so.
    pub(crate) count: usize,
}

/// Characters of a text that are another's bytes: `Ã¤` for ä, `â€œ` for “.
pub(crate) fn garbled(text: &str) -> Option<Garbled> {
    let mut first: Option<(Range<usize>, char)> = None;
    let (mut count, mut is_sure) = (0, false);
    for (at, lead) in text.match_indices(['Â', 'Ã', 'â']) {
        let Some((was, length)) = read_back(&text[at..]) else { continue };
        let end = at + length;
        // A capital before a closing mark may be one.
        is_sure |= lead == "â" || !text[at + lead.len()..end].starts_with(closes);
        count += 1;
        first.get_or_insert((at..end, was));
    }
    let (at, was) = first.filter(|_| is_sure)?;
    Some(Garbled { at, was, count })
}

/// The character whose bytes a text begins with, each as a character of Windows-1252, and their length here.
fn read_back(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 3];
    let mut length = 0;
    let needed = if text.starts_with('â') { 3 } else { 2 };
    let mut chars = text.chars();
    for byte in &mut bytes[..needed] {
        let c = chars.next()?;
        *byte = windows_1252_byte(c)?;
        length += c.len_utf8();
    }
    let was = std::str::from_utf8(&bytes[..needed]).ok()?.chars().next()?;
    // Of three bytes only punctuation, the euro and the trade mark are common.
    let is_common = needed == 2 || matches!(was, '\u{2000}'..='\u{206f}' | '€' | '™');
    is_common.then_some((was, length))
}

fn closes(c: char) -> bool {
    matches!(c, '»' | '«' | '”' | '“' | '’' | '‘' | '„' | '‚' | '…' | '–' | '—' | '\u{a0}' | '›' | '‹')
}

/// What Windows-1252 has from 0x80 to 0x9f; where it has nothing, the control of that number.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte of a character in Windows-1252.
fn windows_1252_byte(c: char) -> Option<u8> {
    if let Some(place) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + place).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

/// The character of a byte in Windows-1252.
#[cfg(feature = "html")]
pub(crate) fn windows_1252(byte: u8) -> char {
    HIGH.get(usize::from(byte.wrapping_sub(0x80))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_encoding_are_known_and_real_ones_are_left() {
        for (text, was) in [
            ("Die BrÃ¼cke", 'ü'),
            ("FÃ¤hre", 'ä'),
            ("groÃŸ", 'ß'),
            ("die â€žGreteâ€œ", '„'),
            ("Dr.Â\u{a0}Meier und 5Â°", '\u{a0}'),
        ] {
            assert_eq!(garbled(text).map(|found| found.was), Some(was), "{text}");
        }
        for text in ["SÃO PAULO", "«Ã»", "pâte, âge", "Ângela", "château – là", "Die Brücke", "CÂ…"]
        {
            assert_eq!(garbled(text), None, "{text}");
        }
    }

    #[test]
    fn marks_of_a_merge_are_known() {
        let text = "A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> other\n";
        assert_eq!(conflict_mark(text, false), Some(2..14));
        assert_eq!(conflict_mark(">>>>>>> a quotation\n", true), None);
        assert_eq!(conflict_mark("Title\n=======\n<<<<<<<<< x\n", true), None);
    }
}
