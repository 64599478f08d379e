//! What may be shown. A terminal obeys control characters, and bidirectional overrides show words in another order
//! than they are written; neither may come out of a file. They become visible signs instead.

use std::borrow::Cow;
use std::ops::Range;

/// The text with every character that a terminal would obey, or that reorders or hides its neighbours, replaced by
/// a visible one. One character becomes exactly one, so that a line and column of the file stay true.
///
/// Line feeds stay. Tabs and carriage returns become blanks (so a CRLF is a blank at the end of the line). Joiners,
/// variation selectors, soft hyphens and the plain direction marks stay: words are written with them. Tag characters
/// stay only in a flag, as that of England: anywhere else they are text that nobody sees.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    replace(text, first_replaced(text, false), '\n')
}

/// The same on one line: line feeds become blanks.
pub fn sanitize_line(text: &str) -> Cow<'_, str> {
    replace(text, first_replaced(text, true), ' ')
}

/// The text with all replaced from this byte on, if any is, and with this for line feeds.
fn replace(text: &str, from: Option<usize>, line_feed: char) -> Cow<'_, str> {
    let Some(clean) = from else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..clean]);
    let mut rest = &text[clean..];
    while let Some(c) = rest.chars().next() {
        let flag = flag_length(rest).unwrap_or(0);
        if flag > 0 {
            out.push_str(&rest[..flag]);
        } else if c == '\n' {
            out.push(line_feed);
        } else {
            out.push(replacement(c));
        }
        rest = &rest[flag.max(c.len_utf8())..];
    }
    Cow::Owned(out)
}

/// Where the first character stands that has to be replaced, line feeds among them or not. Nearly every byte of a file
/// passes through here, so only characters whose first byte could begin such a one are looked at.
fn first_replaced(text: &str, line_feeds: bool) -> Option<usize> {
    /// The bytes examined together: always as many, and no branch for each, is a handful of instructions.
    const STRIDE: usize = 16;
    let has_suspect =
        |stride: &[u8; STRIDE]| stride.iter().fold(false, |found, byte| found | is_suspect(*byte));
    let bytes = text.as_bytes();
    let (strides, rest) = bytes.as_chunks::<STRIDE>();
    for (number, stride) in strides.iter().enumerate() {
        let start = number * STRIDE;
        if has_suspect(stride)
            && let Some(found) = first_replaced_in(text, start..start + STRIDE, line_feeds)
        {
            return Some(found);
        }
    }
    // Of a text that is long enough its last bytes are looked at once more instead of one by one.
    if bytes.last_chunk().is_some_and(|last| !has_suspect(last)) {
        return None;
    }
    first_replaced_in(text, text.len() - rest.len()..text.len(), line_feeds)
}

fn first_replaced_in(text: &str, within: Range<usize>, line_feeds: bool) -> Option<usize> {
    let mut suspects = within.filter(|at| is_suspect(text.as_bytes()[*at]));
    suspects.find(|at| {
        // No byte within a character is suspect, so one begins here.
        let c = text[*at..].chars().next().unwrap_or_default();
        (line_feeds && c == '\n') || (replacement(c) != c && !(is_tag(c) && is_in_flag(text, *at)))
    })
}

/// What a flag made of tag characters begins with.
const BLACK_FLAG: char = '\u{1f3f4}';
/// What it ends with.
const CANCEL_TAG: char = '\u{e007f}';
/// The letters and digits of a subdivision's code ("gbeng"), at most so many.
const LONGEST_CODE: usize = 6;

/// The length in bytes of the flag that a text begins with: a black flag, the code of a country's subdivision in tag
/// characters, and the end of it (UTS #51). That short, it cannot hide a text.
fn flag_length(text: &str) -> Option<usize> {
    let tags = text.strip_prefix(BLACK_FLAG)?;
    let is_code = |c: char| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let code = tags.chars().take_while(|c| is_code(*c)).take(LONGEST_CODE + 1).count();
    let end = BLACK_FLAG.len_utf8() + code * CANCEL_TAG.len_utf8();
    let fits = (3..=LONGEST_CODE).contains(&code) && text[end..].starts_with(CANCEL_TAG);
    fits.then(|| end + CANCEL_TAG.len_utf8())
}

/// Whether the tag character at this byte belongs to a flag.
fn is_in_flag(text: &str, at: usize) -> bool {
    let before = text[..at].char_indices().rev().take(LONGEST_CODE + 1);
    let start = before.take_while(|(_, c)| is_tag(*c) || *c == BLACK_FLAG).find(|(_, c)| *c == BLACK_FLAG);
    start.is_some_and(|(start, _)| flag_length(&text[start..]).is_some_and(|length| start + length > at))
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// Whether a character that must not be shown can begin with this byte: ASCII controls, and the first bytes of the
/// ranges in [`replacement`].
#[expect(clippy::needless_bitwise_bool, reason = "without branches the compiler looks at many bytes at once")]
fn is_suspect(byte: u8) -> bool {
    let control = (byte < b' ') | (byte == 0x7f);
    control | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xef)
}

fn replacement(c: char) -> char {
    match c {
        '\n' | ' '..='~' => c,
        '\t' | '\r' => ' ',
        // The control pictures stand in the order of the controls.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => char::REPLACEMENT_CHARACTER,
        _ if u32::from(c) & 0xfffe == 0xfffe => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clean_text_is_not_copied() {
        assert!(matches!(sanitize("Chinas Tech-Giganten – „Beide“\n中国"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_range_is_suspected() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| replacement(*c) != *c) {
            assert!(is_suspect(c.to_string().as_bytes()[0]), "{c:?}");
        }
    }

    #[test]
    fn controls_become_pictures() {
        assert_eq!(sanitize("a\u{1b}[31mb\0\u{7f}"), "a\u{241b}[31mb\u{2400}\u{2421}");
        assert_eq!(sanitize("\u{9b}31m"), "\u{fffd}31m");
    }

    #[test]
    fn line_breaks_stay_where_they_are() {
        assert_eq!(sanitize("a\r\nb\tc\rd"), "a \nb c d");
        assert_eq!(sanitize("a\u{2028}b\u{2029}"), "a\u{fffd}b\u{fffd}");
    }

    #[test]
    fn overrides_tags_and_noncharacters_are_replaced() {
        for c in
            ['\u{202e}', '\u{2066}', '\u{2069}', '\u{fff9}', '\u{e0041}', '\u{ffff}', '\u{1fffe}', '\u{fdd0}']
        {
            assert_eq!(sanitize(&c.to_string()), "\u{fffd}", "{c:?}");
        }
    }

    #[test]
    fn what_words_are_written_with_stays() {
        let text = "👩\u{200d}💻 می\u{200c}خواهم ☂\u{fe0f} Donau\u{ad}dampf \u{200e}\u{200f}";
        assert_eq!(sanitize(text), text);
    }

    /// The flag of a country's subdivision with this code, in tag characters.
    fn flag(code: &str) -> String {
        let tag = |c: char| char::from_u32(0xe0000 + u32::from(c)).unwrap();
        format!("\u{1f3f4}{}\u{e007f}", code.chars().map(tag).collect::<String>())
    }

    #[test]
    fn a_flag_of_tags_stays_and_other_tags_are_replaced() {
        let text = format!("{} – {}!", flag("gbeng"), flag("usca"));
        assert!(matches!(sanitize(&text), Cow::Borrowed(_)));
        // After something that is replaced too.
        assert_eq!(sanitize(&format!("\u{7f}{text}")), format!("\u{2421}{text}"));
        let (flag, hidden) = (flag("gbsct"), "\u{e0068}\u{e0069}");
        let replaced = "\u{fffd}\u{fffd}";
        assert_eq!(sanitize(&format!("{flag}{hidden}")), format!("{flag}{replaced}"));
        assert_eq!(sanitize(&format!("{hidden}{flag}")), format!("{replaced}{flag}"));
        assert_eq!(sanitize(&format!("\u{1f3f4}{hidden}")), format!("\u{1f3f4}{replaced}"));
        assert_eq!(sanitize(&format!("a{}", &flag[4..])), format!("a{}", "\u{fffd}".repeat(6)));
    }

    #[test]
    fn a_flag_cannot_hide_a_text() {
        let long = flag("thisismorethanacode");
        assert_eq!(sanitize(&long), format!("\u{1f3f4}{}", "\u{fffd}".repeat(20)));
        assert_eq!(sanitize(&flag("A b")).matches('\u{fffd}').count(), 4);
    }

    proptest! {
        #[test]
        fn on_one_line_only_line_feeds_differ(text in "[a-zäé„–\u{1b}\u{202e}\t\n\r ]{0,80}") {
            prop_assert_eq!(sanitize_line(&text), sanitize(&text).replace('\n', " "));
        }

        #[test]
        fn flags_and_tags_in_any_order_are_safe(pieces in prop::collection::vec(0..6_usize, 0..20)) {
            let flag = flag("gbwls");
            let all = [flag.as_str(), "\u{1f3f4}", "\u{e0067}", "\u{e007f}", "\u{e0030}", "a"];
            let text: String = pieces.iter().map(|piece| all[*piece]).collect();
            let shown = sanitize(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            prop_assert_eq!(sanitize(&shown), &*shown);
            // What is left of tags is a flag each time: so many, the last of them the end, after a black flag.
            let chars: Vec<char> = shown.chars().collect();
            let (mut from, mut length) = (0, 0);
            for run in chars.chunk_by(|a, b| is_tag(*a) == is_tag(*b)) {
                if is_tag(run[0]) {
                    prop_assert_eq!(chars[from - 1], BLACK_FLAG);
                    prop_assert!((4..=7).contains(&run.len()) && run[run.len() - 1] == CANCEL_TAG);
                    prop_assert_eq!(run.iter().filter(|c| **c == CANCEL_TAG).count(), 1);
                    length += run.len();
                }
                from += run.len();
            }
            prop_assert!(length >= 6 * pieces.iter().filter(|piece| **piece == 0).count());
        }

        #[test]
        fn one_character_becomes_one_that_is_safe(text in any::<String>()) {
            let shown = sanitize(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            prop_assert!(shown.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert_eq!(sanitize(&shown), &*shown);
        }
    }
}
