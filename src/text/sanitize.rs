//! What may be shown. A terminal obeys control characters, and bidirectional overrides show words in another order
//! than they are written; neither may come out of a file. They become visible signs instead.

use std::borrow::Cow;

/// The text with every character that a terminal would obey, or that reorders or hides its neighbours, replaced by
/// a visible one. One character becomes exactly one, so that a line and column of the file stay true.
///
/// Line feeds stay. Tabs and carriage returns become blanks (so a CRLF is a blank at the end of the line). Joiners,
/// variation selectors, soft hyphens and the plain direction marks stay: words are written with them.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    match first_unfit(text) {
        None => Cow::Borrowed(text),
        Some(clean) => {
            let mut out = String::with_capacity(text.len() + 16);
            out.push_str(&text[..clean]);
            out.extend(text[clean..].chars().map(shown_as));
            Cow::Owned(out)
        }
    }
}

/// Where the first character stands that has to be replaced. Nearly every byte of a file passes through here, so only
/// characters whose first byte could begin such a one are looked at.
fn first_unfit(text: &str) -> Option<usize> {
    /// So many bytes are looked at together.
    const STRIDE: usize = 32;
    let bytes = text.as_bytes();
    for (number, stride) in bytes.chunks(STRIDE).enumerate() {
        // Without a branch for each byte this is a handful of instructions.
        if !stride.iter().fold(false, |suspect, byte| suspect | is_suspect(*byte)) {
            continue;
        }
        for (place, _) in stride.iter().enumerate().filter(|(_, byte)| is_suspect(**byte)) {
            let at = number * STRIDE + place;
            // No byte within a character is suspect, so one begins here.
            let c = text[at..].chars().next()?;
            if shown_as(c) != c {
                return Some(at);
            }
        }
    }
    None
}

/// Whether a character that must not be shown can begin with this byte: ASCII controls, and the first bytes of the
/// ranges in [`shown_as`].
#[expect(clippy::needless_bitwise_bool, reason = "without branches the compiler looks at many bytes at once")]
fn is_suspect(byte: u8) -> bool {
    let control = (byte < b' ') & (byte != b'\n') | (byte == 0x7f);
    control | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xef)
}

fn shown_as(c: char) -> char {
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
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| shown_as(*c) != *c) {
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

    proptest! {
        #[test]
        fn one_character_becomes_one_that_is_safe(text in any::<String>()) {
            let shown = sanitize(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            prop_assert!(shown.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert_eq!(sanitize(&shown), &*shown);
        }
    }
}
