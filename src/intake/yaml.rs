//! The lines of a Markdown file's head: as much of YAML as programs write there. Keys with a text, a list, or a text over
//! several lines. What is more is left out; nothing is an error.

/// A key, in small letters, and its values: one of a text, several of a list.
pub(super) type Entry = (String, Vec<String>);

/// The most keys and values that are read.
const MOST: usize = 1000;

/// The entries of a head.
pub(super) fn entries(head: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut lines = head.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with([' ', '\t', '#', '-']) || entries.len() >= MOST {
            continue;
        }
        let Some((key, value)) = key_and_value(line) else { continue };
        // What is set in, or an item of a list, belongs to it.
        let mut below = Vec::new();
        while let Some(next) = lines.next_if(|next| {
            next.trim().is_empty() || next.starts_with([' ', '\t']) || next.starts_with("- ") || *next == "-"
        }) {
            below.push(next);
        }
        let values = values(value, &below);
        if !values.is_empty() {
            entries.push((key, values));
        }
    }
    entries
}

fn key_and_value(line: &str) -> Option<(String, &str)> {
    let (key, value) = match line.chars().next()? {
        mark @ ('"' | '\'') => {
            let (key, rest) = line[1..].split_once(mark)?;
            (key, rest.trim_start().strip_prefix(':')?)
        }
        _ => line.split_once(": ").or_else(|| line.split_once(':'))?,
    };
    let key = key.trim();
    (!key.is_empty() && !key.contains(char::is_whitespace)).then(|| (key.to_lowercase(), value.trim()))
}

fn values(value: &str, below: &[&str]) -> Vec<String> {
    let value = without_comment(value);
    let one = |text: String| if text.trim().is_empty() { Vec::new() } else { vec![text.trim().to_owned()] };
    if let Some(inner) = value.strip_prefix('[') {
        let whole = format!("{inner} {}", below.join(" "));
        return flow(whole.split_once(']').map_or(&*whole, |(inner, _)| inner));
    }
    if value.starts_with(['|', '>']) {
        return one(below.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "));
    }
    if value.is_empty() {
        let items = below.iter().filter_map(|line| {
            let item = line.trim();
            item.strip_prefix("- ")
                .or_else(|| item.strip_prefix("name:"))
                .or_else(|| item.strip_prefix("name :"))
        });
        return items.take(MOST).filter_map(|item| scalar(without_comment(item.trim()))).collect();
    }
    // A text that goes on below.
    let whole = std::iter::once(value).chain(below.iter().map(|line| line.trim()));
    let whole = whole.collect::<Vec<_>>().join(" ");
    scalar(whole.trim()).into_iter().collect()
}

/// The items of `a, "b, c"`.
fn flow(inner: &str) -> Vec<String> {
    let mut items = Vec::new();
    let (mut start, mut mark) = (0, None);
    for (at, c) in inner.char_indices() {
        match (c, mark) {
            ('"' | '\'', None) if inner[start..at].trim().is_empty() => mark = Some(c),
            (c, Some(open)) if c == open => mark = None,
            (',', None) => {
                items.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&inner[start..]);
    items.into_iter().take(MOST).filter_map(|item| scalar(item.trim())).collect()
}

/// A text as it is meant; none of what means nothing.
fn scalar(text: &str) -> Option<String> {
    let text = text.strip_prefix("name:").map_or(text, str::trim);
    let quoted = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
    let plain = if let Some(inner) = quoted('"') {
        escapes(inner)
    } else if let Some(inner) = quoted('\'') {
        inner.replace("''", "'")
    } else if matches!(text, "~" | "null" | "Null" | "NULL")
        || text.starts_with(['&', '*', '!', '{', '%', '@', '`'])
    {
        return None;
    } else {
        text.to_owned()
    };
    // A link to a note of the reader's own.
    let inner = plain.trim().strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let plain = inner.map_or(plain.trim(), |inner| inner.rsplit('|').next().unwrap_or(inner).trim());
    (!plain.is_empty()).then(|| plain.to_owned())
}

/// A text between double quotation marks without its backslashes.
fn escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(c) = rest.chars().next() else { break };
        rest = &rest[c.len_utf8()..];
        let digits = match c {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code = rest.get(..digits).and_then(|code| u32::from_str_radix(code, 16).ok());
        match (code.and_then(char::from_u32), c) {
            (Some(meant), _) => {
                out.push(meant);
                rest = &rest[digits..];
            }
            (None, 'n' | 't' | 'r' | '_') => out.push(' '),
            (None, other) => out.push(other),
        }
    }
    out.push_str(rest);
    out
}

/// A value without the comment after it.
fn without_comment(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    // Within quotation marks it is none.
    let from = match value.chars().next() {
        Some(mark @ ('"' | '\'')) => value[1..].rfind(mark).map_or(0, |at| at + 1),
        _ => 0,
    };
    value[from..].find(" #").map_or(value, |at| value[..from + at].trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(head: &str) -> Vec<(String, Vec<String>)> {
        entries(head)
    }

    #[test]
    fn keys_and_values_are_read_as_programs_write_them() {
        for (head, key, values) in [
            ("title: Old bridge", "title", &["Old bridge"][..]),
            ("title: \"He said: \\\"no\\\" \\u00e4\"", "title", &["He said: \"no\" ä"]),
            ("Title: 'It''s old' # a comment", "title", &["It's old"]),
            ("title: Old: a bridge", "title", &["Old: a bridge"]),
            ("source: https://example.org/a#b", "source", &["https://example.org/a#b"]),
            ("title: >-\n  Old\n  bridge\nlang: en", "title", &["Old bridge"]),
            ("title: Old\n  bridge", "title", &["Old bridge"]),
            (
                "author:\n  - \"[[Erika Muster]]\"\n  - Ada Beispiel",
                "author",
                &["Erika Muster", "Ada Beispiel"],
            ),
            ("author:\n- name: Erika Muster\n  affiliation: Talbote", "author", &["Erika Muster"]),
            ("author: [Erika Muster, 'Beispiel, Ada']", "author", &["Erika Muster", "Beispiel, Ada"]),
            ("author: \"[[notes/Erika|Erika Muster]]\"", "author", &["Erika Muster"]),
            ("\"og:title\": A", "og:title", &["A"]),
        ] {
            let entries = read(head);
            let found = entries.iter().find(|(found, _)| found == key);
            assert_eq!(
                found.map(|(_, values)| values.as_slice()),
                Some(&values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>()[..]),
                "{head}"
            );
        }
        for nothing in [
            "title:",
            "title: ~",
            "title: null",
            "title: \"\"",
            "# title: a",
            "tags: []",
            "title: &a",
            "a b: c",
        ] {
            assert_eq!(read(nothing), [], "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn any_head_is_read(head in "([a-z]|:|\"|'|\\\\|-| |\n|\\[|\\]|#|ä|>|\\|){0,60}") {
            for (key, values) in read(&head) {
                prop_assert!(!key.is_empty() && values.iter().all(|value| !value.trim().is_empty()));
            }
        }
    }
}
