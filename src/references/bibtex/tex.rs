//! What is left of TeX in a text once accents and brackets are resolved: commands around words, quotation marks, blanks.

/// The text as people read it. Of a command around words the words stay, of a command alone nothing.
pub(super) fn plain(text: &str) -> String {
    let text = without_commands(text);
    let text = text.replace("``", "“").replace("''", "”").replace('~', " ");
    text.replace(['{', '}'], "")
}

/// Commands with a text that stands for something else than itself.
const MEANINGS: [(&str, &str); 6] =
    [("ldots", "…"), ("glqq", "„"), ("grqq", "“"), ("glq", "‚"), ("grq", "‘"), ("euro", "€")];

fn without_commands(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        if name.is_empty() {
            let sign = behind.chars().next();
            match sign {
                // Blanks of several widths.
                Some(' ' | ',' | ';') => plain.push(' '),
                // What only says how letters stand beside each other.
                Some('/' | '!' | '@') | None => {}
                Some(sign) => plain.push(sign),
            }
            rest = &behind[sign.map_or(0, char::len_utf8)..];
            continue;
        }
        if let Some((_, meaning)) = MEANINGS.iter().find(|(command, _)| *command == name) {
            plain.push_str(meaning);
        }
        // The blank behind a command only ends it.
        rest = behind.strip_prefix(' ').unwrap_or(behind);
        let optional = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        if let Some((_, behind)) = optional {
            rest = behind;
        }
    }
    plain.push_str(rest);
    plain
}

/// The address in a text that says where something is published: `\url{https://…}`, or alone.
pub(super) fn address_in(text: &str) -> Option<&str> {
    let start = ["https://", "http://"].into_iter().find_map(|scheme| text.find(scheme))?;
    let end = text[start..].find(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '<' | '>' | '"'));
    let address = &text[start..end.map_or(text.len(), |end| start + end)];
    Some(address.trim_end_matches(['.', ',', ';', ')']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_marks_go() {
        for (text, expected) in [
            ("The \\emph{Echo} on \\textbf{bold \\textit{words}}", "The Echo on bold words"),
            ("``Quoted'' at~once", "“Quoted” at once"),
            ("a \\relax b \\ldots", "a b …"),
            ("50\\,000 \\& more", "50 000 & more"),
            ("\\href[x]{https://a.org}", "https://a.org"),
            ("\\", ""),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
        assert_eq!(address_in("\\url{https://a.org/b}"), Some("https://a.org/b"));
        assert_eq!(address_in("Online: https://a.org/b."), Some("https://a.org/b"));
        assert_eq!(address_in("Oslo"), None);
    }
}
