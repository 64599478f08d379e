//! What programs leave in a page that they save: where it came from.

/// How far one looks.
const BEGINNING: usize = 16 << 10;

/// The address, as `SingleFile` and Chromium write it into a comment before the page.
pub(super) fn address(html: &str) -> Option<String> {
    let end = (0..=BEGINNING.min(html.len())).rev().find(|end| html.is_char_boundary(*end))?;
    let mut rest = &html[..end];
    while let Some(begin) = rest.find("<!--") {
        rest = &rest[begin + 4..];
        let comment = &rest[..rest.find("-->").unwrap_or(rest.len())];
        if let Some(address) = in_comment(comment) {
            return Some(address.to_owned());
        }
    }
    None
}

fn in_comment(comment: &str) -> Option<&str> {
    let comment = comment.trim();
    // `saved from url=(0026)https://…`: the number is the length.
    let chromium = || comment.strip_prefix("saved from url=(")?.split_once(')').map(|(_, rest)| rest);
    let single_file = || {
        let rest = comment.strip_prefix("Page saved with SingleFile")?;
        rest.split_once("url:").map(|(_, rest)| rest)
    };
    let found = chromium().or_else(single_file)?;
    found.split_whitespace().next().filter(|address| address.starts_with("http"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_stands_where_programs_write_it() {
        for (html, expected) in [
            (
                "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://talbote.example/b?x=1 \n saved date: \
                 Thu Mar 05 2026\n--><head>",
                Some("https://talbote.example/b?x=1"),
            ),
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0029)https://talbote.example/bruecke -->\n<html>",
                Some("https://talbote.example/bruecke"),
            ),
            ("<!-- saved from url=(0014)about:internet -->", None),
            ("<!-- a comment --><!-- url: https://a.example -->", None),
            ("<p>saved from url=(1)https://a.example", None),
            ("", None),
        ] {
            assert_eq!(address(html).as_deref(), expected, "{html}");
        }
    }
}
