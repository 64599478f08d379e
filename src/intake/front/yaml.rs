//! The lines of a Markdown file's head: as much of YAML as programs write there. Keys with a text, a text over several lines, a list,
//! or a table of somebody's name. What is more is left out, and it is said where it stands.

use super::{Entry, Fault};

/// The most keys and values that are read.
const MOST: usize = 1000;

/// Why a value is left out.
type Why = &'static str;

const NOT_CLOSED: Why = "a quotation mark or bracket is not closed";
const A_TABLE: Why = "a table is not supported here";
const NESTED: Why = "a list within a list is not supported";
const AN_ALIAS: Why = "an alias (*) is not supported";
const BEHIND: Why = "something stands behind the closing quotation mark";

/// The entries of a head, and what is left out of it. `first` is the number of its first line in the file.
pub(super) fn entries(head: &str, first: usize) -> (Vec<Entry>, Vec<Fault>) {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    let mut lines = head.lines().zip(first..).peekable();
    while let Some((line, number)) = lines.next() {
        if line.trim().is_empty() || line.starts_with('#') || entries.len() >= MOST {
            continue;
        }
        // What is set in, is an item of a list or closes one belongs to it.
        let mut below = Vec::new();
        let is_below = |line: &str| {
            line.trim().is_empty()
                || line.starts_with([' ', '\t', ']', '}'])
                || line.starts_with("- ")
                || line == "-"
        };
        while let Some((next, _)) = lines.next_if(|(next, _)| is_below(next)) {
            below.push(next);
        }
        let Some((key, value)) = key_and_value(line) else {
            faults.push(Fault { line: number, key: String::new(), why: "it is no key with a value" });
            continue;
        };
        match values(value, &below, 0) {
            Ok(values) if values.is_empty() => {}
            Ok(values) => entries.push(Entry { key, values }),
            Err(why) => faults.push(Fault { line: number, key, why }),
        }
    }
    (entries, faults)
}

/// The key of a line in small letters, with `_` for blanks, and what stands behind its colon.
fn key_and_value(line: &str) -> Option<(String, &str)> {
    let (key, value) = match line.chars().next()? {
        mark @ ('"' | '\'') => {
            let (key, rest) = quoted(line, mark).ok()?;
            (key, rest.trim_start().strip_prefix(':')?)
        }
        '?' | '%' | '@' | '`' | '!' | '&' | '*' | '<' | '-' | '[' | '{' | ']' | '}' => return None,
        _ => {
            let (key, value) = line.split_once(": ").or_else(|| line.split_once(':'))?;
            (key.to_owned(), value)
        }
    };
    let key = key.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase();
    (!key.is_empty()).then(|| (key, value.trim()))
}

/// The values that stand behind a key, or behind the mark of an item, and in the lines below it.
fn values(value: &str, below: &[&str], depth: usize) -> Result<Vec<String>, Why> {
    // A name for the value, and its type, change nothing.
    let mut value = value;
    while value.starts_with(['&', '!']) {
        value = value.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
    }
    let whole = |between: &str| std::iter::once(value).chain(said(below)).collect::<Vec<_>>().join(between);
    match value.chars().next() {
        None | Some('#') => items(below, depth),
        Some('*') => Err(AN_ALIAS),
        Some('[' | '{') => {
            // A link to a note of the reader's own, without quotation marks.
            let bare = without_comment(value);
            if bare.starts_with("[[") && bare.ends_with("]]") && !bare[2..].contains('[') {
                return Ok(meant(bare));
            }
            flow(&whole("\n"))
        }
        Some('|' | '>') => {
            let header = without_comment(&value[1..]).trim();
            if !header.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-')) {
                return Err("what stands behind | or > is not supported");
            }
            Ok(meant(&said(below).collect::<Vec<_>>().join(" ")))
        }
        Some(mark @ ('"' | '\'')) => {
            let whole = whole(" ");
            let (text, rest) = quoted(&whole, mark)?;
            if rest.trim().is_empty() || rest.trim_start().starts_with('#') {
                Ok(meant(&text))
            } else {
                Err(BEHIND)
            }
        }
        Some('%' | '@' | '`') => Err("what begins with this sign is not supported"),
        Some(_) => {
            let lines = std::iter::once(value).chain(said(below));
            let text = lines.map(without_comment).collect::<Vec<_>>().join(" ");
            Ok(if matches!(text.trim(), "~" | "null" | "Null" | "NULL") { Vec::new() } else { meant(&text) })
        }
    }
}

/// What the lines say that do not only part others.
fn said<'l>(lines: &[&'l str]) -> impl Iterator<Item = &'l str> {
    lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty())
}

/// The items of a list below a key, or of a table there the name of somebody.
fn items(below: &[&str], depth: usize) -> Result<Vec<String>, Why> {
    let is_said = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let lines: Vec<&str> = below.iter().filter(is_said).copied().collect();
    let Some(first) = lines.first() else { return Ok(Vec::new()) };
    let set_in = |line: &str| line.len() - line.trim_start().len();
    let margin = set_in(first);
    let item = |line: &str| {
        let text = line.trim();
        let is_item = set_in(line) <= margin && (text == "-" || text.starts_with("- "));
        is_item.then(|| set_in(line) + 1)
    };
    if item(first).is_none() {
        return name_of(&lines).map(|name| vec![name]).ok_or(A_TABLE);
    }
    if depth > 0 {
        return Err(NESTED);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() && found.len() < MOST {
        let end = (at + 1..lines.len()).find(|next| item(lines[*next]).is_some()).unwrap_or(lines.len());
        let first = &lines[at][item(lines[at]).unwrap_or_default()..];
        if first.trim_start().starts_with("- ") {
            return Err(NESTED);
        }
        let is_table = first
            .trim()
            .split_once(": ")
            .is_some_and(|(key, _)| key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')));
        if is_table {
            let mut table = vec![first];
            table.extend(&lines[at + 1..end]);
            found.push(name_of(&table).ok_or(A_TABLE)?);
        } else {
            found.extend(values(first.trim(), &lines[at + 1..end], depth + 1)?);
        }
        at = end;
    }
    Ok(found)
}

/// The name in a table of somebody: `name: Erika Muster`.
fn name_of(lines: &[&str]) -> Option<String> {
    let name =
        lines.iter().find_map(|line| line.trim().strip_prefix("name")?.trim_start().strip_prefix(':'))?;
    values(name.trim(), &[], 1).ok()?.into_iter().next()
}

/// The items of `[a, "b, c"]`, or the name in `{name: a, url: b}`. The lines stay lines, since a comment ends with its line.
fn flow(text: &str) -> Result<Vec<String>, Why> {
    let mut found = Vec::new();
    let mut open: Vec<char> = Vec::new();
    // Within a table, the key that the next value has.
    let mut key = String::new();
    let mut plain = String::new();
    let mut rest = text;
    let mut end = |plain: &mut String, key: &mut String, is_table: bool| {
        let value = std::mem::take(plain);
        let key = std::mem::take(key);
        let value = if matches!(value.trim(), "~" | "null") { Vec::new() } else { meant(&value) };
        if !is_table || key == "name" {
            found.extend(value);
        }
    };
    while let Some(c) = rest.chars().next() {
        let is_table = open.last() == Some(&'{');
        match c {
            '"' | '\'' if plain.trim().is_empty() => {
                let (inner, behind) = quoted(rest, c)?;
                plain = inner.replace('\n', " ");
                rest = behind;
                continue;
            }
            '#' if text[..text.len() - rest.len()].ends_with(char::is_whitespace) => {
                rest = rest.find('\n').map_or("", |at| &rest[at..]);
                continue;
            }
            '\n' => plain.push(' '),
            '[' | '{' if open.is_empty() || plain.trim().is_empty() => {
                if open.len() >= 8 {
                    return Err("so many brackets in each other are not supported");
                }
                open.push(c);
            }
            ',' => end(&mut plain, &mut key, is_table),
            ':' if is_table && key.is_empty() => key = std::mem::take(&mut plain).trim().to_lowercase(),
            ']' | '}' => {
                end(&mut plain, &mut key, is_table);
                if open.pop() != Some(if c == ']' { '[' } else { '{' }) {
                    return Err(NOT_CLOSED);
                }
                if open.is_empty() {
                    rest = rest[1..].trim_start();
                    break;
                }
            }
            c => plain.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    if !open.is_empty() {
        return Err(NOT_CLOSED);
    }
    if !rest.is_empty() && !rest.starts_with('#') {
        return Err(BEHIND);
    }
    if text.starts_with('{') && found.is_empty() && text.trim_end() != "{}" {
        return Err(A_TABLE);
    }
    found.truncate(MOST);
    Ok(found)
}

/// The text between the quotation marks that a text begins with, and what follows.
fn quoted(text: &str, mark: char) -> Result<(String, &str), Why> {
    let inner = &text[1..];
    let mut at = 0;
    while let Some(found) = inner[at..].find([mark, '\\']).map(|found| at + found) {
        if inner[found..].starts_with('\\') {
            // Between single ones it stands for itself.
            let next = inner[found + 1..].chars().next().filter(|_| mark == '"');
            at = found + 1 + next.map_or(0, char::len_utf8);
        } else if mark == '\'' && inner[found + 1..].starts_with('\'') {
            at = found + 2;
        } else {
            let words = &inner[..found];
            let words = if mark == '"' { escapes(words) } else { words.replace("''", "'") };
            return Ok((words, &inner[found + 1..]));
        }
    }
    Err(NOT_CLOSED)
}

/// A text as a value, if there is one. Of a link to a note of the reader's own the words stay.
fn meant(text: &str) -> Vec<String> {
    let text = text.trim();
    let inner = text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let text = inner.map_or(text, |inner| inner.rsplit('|').next().unwrap_or(inner).trim());
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
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

/// A plain value without the comment after it.
fn without_comment(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    value.find(" #").map_or(value, |at| value[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(head: &str) -> Vec<(String, Vec<String>)> {
        entries(head, 2).0.into_iter().map(|entry| (entry.key, entry.values)).collect()
    }

    #[test]
    fn keys_and_values_are_read_as_programs_write_them() {
        for (head, key, values) in [
            ("title: Old bridge", "title", &["Old bridge"][..]),
            ("title: \"He said: \\\"no\\\" \\u00e4\"", "title", &["He said: \"no\" ä"]),
            ("Title: 'It''s old' # a comment", "title", &["It's old"]),
            ("title: Old: a bridge", "title", &["Old: a bridge"]),
            ("source: https://example.org/a#b", "source", &["https://example.org/a#b"]),
            ("title: >-\n  Old\n\n  bridge # 2\nlang: en", "title", &["Old bridge # 2"]),
            ("title: | # as it stands\n  Old\n  bridge", "title", &["Old bridge"]),
            ("title: >2+\n  Old bridge", "title", &["Old bridge"]),
            ("title: Old\n  bridge", "title", &["Old bridge"]),
            ("title: \"Old\n  bridge\"", "title", &["Old bridge"]),
            ("title: &t !!str Old bridge", "title", &["Old bridge"]),
            (
                "author:\n  - \"[[Erika Muster]]\"\n  # a comment\n  - Ada Beispiel",
                "author",
                &["Erika Muster", "Ada Beispiel"],
            ),
            (
                "author:\n  - >-\n    Erika\n    Muster\n  - [Ada, Ida]",
                "author",
                &["Erika Muster", "Ada", "Ida"],
            ),
            ("author:\n- name: Erika Muster\n  affiliation: Talbote", "author", &["Erika Muster"]),
            ("author:\n  name: 'Erika Muster'\n  url: https://a.example", "author", &["Erika Muster"]),
            ("author: [Erika Muster, 'Beispiel, Ada'] # both", "author", &["Erika Muster", "Beispiel, Ada"]),
            ("author: [\n  Erika Muster,\n  Ada Beispiel\n]", "author", &["Erika Muster", "Ada Beispiel"]),
            (
                "author: [\n  Erika Muster, # editor\n  Ada Beispiel\n]",
                "author",
                &["Erika Muster", "Ada Beispiel"],
            ),
            (
                "author: [ # both, and C#\n  'Beispiel # 2,\n  Ada', # a]\n  # b\n  C#\n] # c",
                "author",
                &["Beispiel # 2, Ada", "C#"],
            ),
            ("author: { # her\n  name: Erika Muster # it is\n}", "author", &["Erika Muster"]),
            (
                "author: [{name: \"Erika Muster\", url: https://a.example}, {name: Ada}]",
                "author",
                &["Erika Muster", "Ada"],
            ),
            ("author: {url: \"https://a.example\", name: Erika}", "author", &["Erika"]),
            ("author: \"[[notes/Erika|Erika Muster]]\"", "author", &["Erika Muster"]),
            ("author: [[Erika Muster]]", "author", &["Erika Muster"]),
            ("\"og:title\": A", "og:title", &["A"]),
            ("'Date published' : 2026-03-05", "date_published", &["2026-03-05"]),
            ("Date published: 2026-03-05", "date_published", &["2026-03-05"]),
        ] {
            let (found, faults) = entries(head, 2);
            let found = found.into_iter().find(|found| found.key == key).map(|found| found.values);
            assert_eq!(found, Some(values.iter().map(|v| (*v).to_owned()).collect()), "{head}");
            assert!(faults.is_empty(), "{head}");
        }
        for nothing in [
            "title:",
            "title: ~",
            "title: null",
            "title: \"\"",
            "# title: a",
            "tags: []",
            "title: &a",
            "a: {}",
        ] {
            assert_eq!((read(nothing), entries(nothing, 2).1.len()), (Vec::new(), 0), "{nothing}");
        }
    }

    /// It takes nothing else with it.
    #[test]
    fn what_is_not_supported_is_said_with_its_line() {
        for wrong in [
            "title: *t",
            "title: \"Old bridge",
            "title: \"Old\" bridge",
            "title: 'Old\n  bridge",
            "title: [Old, bridge",
            "title: [Old}, bridge]",
            "title: {short: Old}",
            "title:\n  short: Old\n  long: Old bridge",
            "title:\n  - - Old\n",
            "title: > Old",
            "title: @old",
            "? title",
            "<<: *all",
            "no key",
        ] {
            let head = format!("lang: en\n{wrong}\nsite: Talbote\n");
            let (found, faults) = entries(&head, 2);
            let keys: Vec<&str> = found.iter().map(|entry| &*entry.key).collect();
            assert_eq!(keys, ["lang", "site"], "{wrong}");
            assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3], "{wrong}");
        }
    }

    #[test]
    fn a_long_head_is_read_in_one_pass() {
        let long = format!(
            "a: {}\nb: \"{}\nauthor:\n{}",
            "[{".repeat(50_000),
            "\\\"".repeat(50_000),
            "- a\n".repeat(50_000)
        );
        let (found, faults) = entries(&long, 2);
        assert_eq!((found.len(), faults.len()), (1, 2));
    }

    proptest! {
        #[test]
        fn any_head_is_read(head in "([a-z]|:|\"|'|\\\\|-| |\n|\\[|\\]|\\{|\\}|,|#|ä|>|\\||&|\\*|name){0,60}") {
            for (key, values) in read(&head) {
                prop_assert!(!key.is_empty() && values.iter().all(|value| !value.trim().is_empty()));
            }
        }
    }
}
