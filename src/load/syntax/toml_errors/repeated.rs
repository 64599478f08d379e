//! Keys and tables that stand twice: all that can be wrong with a file whose statements are right.

use std::ops::Range;

use toml::de::DeTable;

use super::error::{SyntaxError, unclear};
use super::shape::line_at;
use crate::load::syntax::keys::table_with;
use crate::load::syntax::table_kinds::{is_word, single, with_id};

/// What stands twice in a text whose statements are right each by itself.
pub(super) fn repeated(text: &str) -> Vec<SyntaxError> {
    let (_, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| error.span().unwrap_or_default().start);
    let mut found: Vec<SyntaxError> = Vec::new();
    // The tables whose single ones are reported, and where the table ends that lacks its opening.
    let mut singles_of: Vec<&str> = Vec::new();
    let mut without_opening = 0;
    let mut last: Option<Section> = None;
    for error in &errors {
        let span = error.span().unwrap_or_default();
        let Some(name) = text.get(span.clone()) else { continue };
        if span.start < without_opening || found.last().is_some_and(|last| last.span.start == span.start) {
            continue;
        }
        let message = error.message();
        if message.starts_with("cannot extend value of type") {
            found.push(twice_by_language(span, name));
            continue;
        }
        if !message.starts_with("duplicate key") {
            found.push(unclear(text, error, 0));
            continue;
        }
        let line = &text[line_at(text, span.start)];
        let is_opening = line.trim_start().starts_with('[');
        if is_opening && is_word(name) {
            if singles_of.contains(&name) {
                continue;
            }
            let before = found.len();
            found.extend(singles(text, name).map(|span| {
                let (message, hint) = single(name);
                SyntaxError { span, message, hint }
            }));
            found.extend(named_singles(text, name));
            if found.len() > before {
                singles_of.push(name);
                continue;
            }
        }
        if is_opening {
            let message = format!("[{name}] is opened a second time");
            found.push(SyntaxError::new(
                span,
                message,
                "put the keys of both together, and remove this line",
            ));
            continue;
        }
        // Walking to both ends of a table for each of its keys would take long.
        let mut current = match last.take() {
            Some(last) if last.range.contains(&span.start) => last,
            _ => Section { range: section(text, span.start), first: found.len(), repeated: 0 },
        };
        let section = current.range.clone();
        let opening = text[section.start..].lines().next().unwrap_or_default().trim();
        let is_single = singles_of.iter().any(|word| opening.trim_matches(['[', ']']) == *word);
        if is_single && !opening.starts_with("[[") {
            // That is what has to be said of it.
            last = Some(current);
            continue;
        }
        current.repeated += 1;
        let (first, repeated) = (current.first, current.repeated);
        last = Some(current);
        if repeated == MANY {
            found.truncate(first + 1);
            if let Some(first) = found.last_mut() {
                *first = many(first.span.clone(), opening);
            }
        }
        if repeated >= MANY {
            continue;
        }
        let rest = &text[span.start..section.end];
        if has_languages(&text[section.clone()], name) {
            found.push(twice_by_language(span, name));
            continue;
        }
        // With what stands before its point, as it is written.
        let (span, name) = match text[..span.start].rfind('\n').map_or(0, |end| end + 1) {
            start if assigned_whole(&text[start..]).is_some_and(|key| start + key.len() == span.end) => {
                (start..span.end, &text[start..span.end])
            }
            _ => (span, name),
        };
        let message = format!("the key \"{name}\" stands a second time in the same table");
        if name == "id" && opening.starts_with("[[") {
            let own = opening.trim_matches(['[', ']', ' ']);
            let keys: Vec<&str> = rest.lines().filter_map(assigned).collect();
            let hint = match table_with(&keys, own).filter(|_| keys.len() > 1) {
                Some(word) => {
                    without_opening = section.end;
                    format!("write [[{word}]] above it: here the next one begins")
                }
                None => format!("remove one of the two, or write {opening} above the second"),
            };
            found.push(SyntaxError::new(span, message, hint));
        } else {
            found.push(SyntaxError::new(span, message, "remove one of the two"));
        }
    }
    found
}

/// A table in which keys stand twice.
struct Section {
    range: Range<usize>,
    /// The place of its first report among all.
    first: usize,
    /// How many of its keys stood before.
    repeated: usize,
}

/// So many keys that stand again are those of another table, whose opening is missing.
const MANY: usize = 3;

/// What is said of such a table, at the first of the keys.
fn many(span: Range<usize>, opening: &str) -> SyntaxError {
    let opening = if opening.starts_with('[') { opening } else { "[[claim]] or the like" };
    let hint =
        format!("write {opening} above this line if the next one begins here; else remove what stands twice");
    SyntaxError::new(span, "from here on the keys of this table stand a second time".to_owned(), hint)
}

/// The key at the beginning of a text, with all of its parts.
fn assigned_whole(text: &str) -> Option<&str> {
    Some(text.split_once('=')?.0.trim_end())
}

/// The key of a line.
fn assigned(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    key.trim().split('.').next()
}

/// A text that stands once for all languages and once for one.
fn twice_by_language(span: Range<usize>, name: &str) -> SyntaxError {
    let message = format!("\"{name}\" stands here by language, and without one too");
    let hint = format!("give each its language, {name}.de and {name}.en, or write one for all: {name}");
    SyntaxError::new(span, message, hint)
}

fn has_languages(section: &str, name: &str) -> bool {
    section.lines().any(|line| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// The lines of the table that a byte stands in, its opening among them.
fn section(text: &str, at: usize) -> Range<usize> {
    let opens = |line: &str| line.trim_start().starts_with('[');
    let (mut start, mut end) = (0, text.len());
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if opens(line) && line_start <= at {
            start = line_start;
        } else if opens(line) {
            end = line_start;
            break;
        }
        line_start += line.len();
    }
    start..end
}

/// Where `[word]` stands alone on a line: beside a `[[word]]` it is what breaks the rule, whichever comes first.
fn singles<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let mut end = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = end + line.len() - line.trim_start().len();
        end += line.len();
        let (name, _) = line.trim_start().strip_prefix('[')?.split_once(']')?;
        (name.trim().trim_matches(['"', '\'']) == word).then_some(start..start + name.len() + 2)
    })
}

/// Where `[word.id]` opens a table as if its id were a part of its name.
fn named_singles(text: &str, word: &str) -> Vec<SyntaxError> {
    let mut end = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = end + line.len() - line.trim_start().len();
        end += line.len();
        let name = line
            .trim_start()
            .trim_start_matches('[')
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix('.'));
        let Some((id, _)) =
            name.and_then(|name| name.split_once(']')).filter(|_| line.trim_start().starts_with('['))
        else {
            continue;
        };
        let written = line.trim();
        let (message, hint) = with_id(written, word, id);
        found.push(SyntaxError::new(start..start + written.len(), message, hint));
    }
    found
}
