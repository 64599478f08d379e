//! How another quotation or another text is written in the place of one, in the form that its author chose.

use std::ops::Range;

use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::dossier::Quote;

use super::{Edit, Meaning, WrittenAnchor};

/// What to write in the place of a quotation, so that it quotes this passage. None where it is written in a form that only its author can complete.
pub(super) fn edits(
    text: &str,
    anchor: &WrittenAnchor,
    quote: &Quote,
    passage: &Range<usize>,
) -> Option<Vec<Edit>> {
    let number = anchor.number;
    let edit = |range, text| Edit { number, range, text, meaning: Meaning::Other };
    let words = |range, text| Edit { number, range, text, meaning: Meaning::Quotes(passage.clone()) };
    // What has not changed keeps its very letters.
    let spelled = |range: &Range<usize>, old: &str, new: &str| -> Option<String> {
        let raw = text.get(range.clone())?;
        Some(if old == new { raw.to_owned() } else { literal(new, raw) })
    };
    let old = &anchor.quote;
    let Some(spans) = &anchor.spans else {
        let mut value = spelled(&anchor.value, &old.exact, &quote.exact)?;
        if !quote.prefix.is_empty() || !quote.suffix.is_empty() {
            value = format!("{{ exact = {value}{} }}", context(quote, true, true));
        }
        return Some(vec![words(anchor.value.clone(), value)]);
    };
    let mut exact = spelled(&spans.exact, &old.exact, &quote.exact)?;
    let (adds_prefix, adds_suffix) = (
        spans.prefix.is_none() && !quote.prefix.is_empty(),
        spans.suffix.is_none() && !quote.suffix.is_empty(),
    );
    if adds_prefix || adds_suffix {
        // A table that is written over several lines has its keys elsewhere.
        if !text.get(anchor.value.clone())?.starts_with('{') {
            return None;
        }
        exact.push_str(&context(quote, adds_prefix, adds_suffix));
    }
    let mut edits = vec![words(spans.exact.clone(), exact)];
    for (range, old, new) in
        [(&spans.prefix, &old.prefix, &quote.prefix), (&spans.suffix, &old.suffix, &quote.suffix)]
    {
        if let Some(range) = range.as_ref().filter(|_| old != new) {
            edits.push(edit(range.clone(), spelled(range, old, new)?));
        }
    }
    Some(edits)
}

/// The keys of a quotation's context, to stand after its words.
fn context(quote: &Quote, prefix: bool, suffix: bool) -> String {
    let key = |wanted: bool, key: &str, text: &str| {
        if wanted && !text.is_empty() { format!(", {key} = {}", basic(text)) } else { String::new() }
    };
    key(prefix, "prefix", &quote.prefix) + &key(suffix, "suffix", &quote.suffix)
}

/// The text as a TOML string, of the kind of the one it replaces where that kind can hold it.
pub(crate) fn literal(text: &str, replaced: &str) -> String {
    let is_plain = !text.contains(char::is_control);
    let long_literal = is_plain && !text.contains("'''") && !text.ends_with('\'');
    if replaced.starts_with("\"\"\"") {
        format!("\"\"{}\"\"", basic(text))
    } else if replaced.starts_with("'''") && long_literal {
        format!("'''{text}'''")
    } else if replaced.starts_with('\'') && !replaced.starts_with("'''") && is_plain && !text.contains('\'') {
        format!("'{text}'")
    } else {
        basic(text)
    }
}

/// The text as a TOML basic string.
pub(crate) fn basic(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}
