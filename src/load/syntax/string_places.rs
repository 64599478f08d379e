//! Where a character of a text stands in a file, however the TOML string is written that holds the text.

use std::ops::Range;

/// The bytes of a TOML string, quotation marks and all, that are written for the character at this byte of its text. None
/// beyond the text's end, or if `raw` is no string.
pub(crate) fn place_in_string(raw: &str, byte: usize) -> Option<Range<usize>> {
    let is_basic = raw.starts_with('"');
    let quote = if is_basic { "\"" } else { "'" };
    let long = quote.repeat(3);
    let is_long = raw.len() >= 6 && raw.starts_with(&long) && raw.ends_with(&long);
    let marks = if is_long { 3 } else { 1 };
    if !raw.starts_with(quote) || raw.len() < 2 * marks || !raw.ends_with(quote) {
        return None;
    }
    let end = raw.len() - marks;
    let mut at = marks;
    if is_long {
        // A line end right after the opening marks is no part of the text.
        at += line_end(&raw[at..end]);
    }
    let mut read = 0;
    while at < end {
        let c = raw[at..].chars().next()?;
        let (length, bytes) = if c == '\\' && is_basic {
            let rest = &raw[at + 1..end];
            if is_long && rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) {
                // A line that goes on: the blanks and line ends up to the next word are no part of the text.
                (1 + rest.len() - rest.trim_start().len(), 0)
            } else {
                escape(rest).map(|(length, bytes)| (1 + length, bytes))?
            }
        } else if is_long && line_end(&raw[at..end]) == 2 {
            // A line end of two bytes is read as one.
            (2, 1)
        } else {
            (c.len_utf8(), c.len_utf8())
        };
        if bytes > 0 && byte < read + bytes {
            return Some(at..at + length);
        }
        read += bytes;
        at += length;
    }
    None
}

/// The bytes of the line end that a text begins with.
fn line_end(text: &str) -> usize {
    ["\r\n", "\n"].into_iter().find(|end| text.starts_with(end)).map_or(0, str::len)
}

/// The bytes of an escape after its backslash, and of the character it stands for.
fn escape(rest: &str) -> Option<(usize, usize)> {
    let digits = match rest.chars().next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return Some((1, 1)),
    };
    let code = u32::from_str_radix(rest.get(1..=digits)?, 16).ok()?;
    Some((1 + digits, char::from_u32(code)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text_of(raw: &str) -> String {
        let table: toml::Table = format!("a = {raw}\n").parse().expect("it is TOML");
        table["a"].as_str().expect("a text").to_owned()
    }

    #[test]
    fn a_character_is_found_however_it_is_written() {
        let raws = [
            r#""sagte: \"Ja\"!""#,
            r#"'sagte: "Ja"!'"#,
            "\"\"\"sagte: \"Ja\"!\"\"\"",
            "\"\"\"\nsagte: \\\n   \"Ja\"!\"\"\"",
            "'''\nsagte: \"Ja\"!'''",
            r#""s\u00e4gte: \x22Ja\"!""#,
        ];
        for raw in raws {
            let text = text_of(raw);
            let place = |word: &str| {
                let byte = text.find(word).expect("the word");
                &raw[place_in_string(raw, byte).expect("it is there")]
            };
            assert!(matches!(place("\""), "\"" | "\\\"" | "\\x22"), "{raw}");
            assert_eq!(place("J"), "J", "{raw}");
            assert_eq!(place("!"), "!", "{raw}");
            assert_eq!(place_in_string(raw, text.len()), None, "{raw}");
        }
        assert_eq!(place_in_string("sagte", 1), None);
    }

    proptest! {
        #[test]
        fn every_character_of_a_string_is_found(
            parts in proptest::collection::vec(
                prop::sample::select(&["a", "é", "\\\"", "\\\\", "\\n", "\\u00fc", "\\U0001F600", " ", "'"][..]), 0..12
            ),
            is_long in any::<bool>(),
        ) {
            let marks = if is_long { "\"\"\"" } else { "\"" };
            let raw = format!("{marks}{}{marks}", parts.concat());
            let text = text_of(&raw);
            let mut end = marks.len();
            for (byte, c) in text.char_indices() {
                let place = place_in_string(&raw, byte);
                prop_assert!(place.is_some(), "{raw} {byte}");
                let place = place.unwrap_or_default();
                prop_assert_eq!(place.start, end);
                prop_assert_eq!(text_of(&format!("\"{}\"", &raw[place.clone()])), c.to_string());
                end = place.end;
            }
            prop_assert_eq!(end, raw.len() - marks.len());
        }
    }
}
