//! Text of others in Markdown of ours.

/// A text whose every character is itself in Markdown, at the beginning of a line or of a list's item or within one. As
/// little is marked as will do: it may also be read as it is. A line break is a blank.
pub fn escaped(text: &str) -> String {
    escaped_with(text, "")
}

/// The same, with these characters marked too wherever they stand: ASCII punctuation may always be.
pub fn escaped_with(text: &str, also: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (place, one) in text.char_indices() {
        let rest = &text[place + one.len_utf8()..];
        let special = match one {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' => true,
            // What would be a character by its name or number.
            '&' => rest.split_once(';').is_some_and(|(name, _)| !name.contains(' ')),
            '#' | '+' | '-' | '=' => text[..place].trim_start().is_empty(),
            // What would number a list.
            '.' | ')' => {
                let before = text[..place].trim_start();
                !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit()) && begins_blank(rest)
            }
            _ => false,
        };
        if special || also.contains(one) {
            escaped.push('\\');
        }
        escaped.push(if one == '\n' { ' ' } else { one });
    }
    escaped
}

fn begins_blank(text: &str) -> bool {
    text.chars().next().is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser};

    use super::*;

    /// What a reader of Markdown sees.
    fn read(markdown: &str) -> String {
        let words = Parser::new(markdown).filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
        words.collect()
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(text in "[!-~äß„“ …]{0,40}") {
            let text = text.trim();
            for (before, after) in [("- ", ""), ("> ", ""), ("**A: ", "**"), ("— ", ""), ("**B:** ", "")] {
                for escaped in [escaped(text), escaped_with(text, "|#&$^{}!")] {
                    let read = read(&format!("{before}{escaped}{after}"));
                    prop_assert!(read.ends_with(text), "{read:?}");
                }
            }
        }
    }

    #[test]
    fn what_begins_a_list_or_is_far_from_it_is_text() {
        let code = "-     <b>";
        assert_eq!(escaped(code), "\\-     \\<b\\>");
        assert_eq!(read(&format!("- {}", escaped(code))), code);
        assert_eq!(escaped("12. a"), "12\\. a");
        assert_eq!(escaped("US$ 5 & a - b"), "US$ 5 & a - b");
    }
}
