//! Quotations as they are written in a dossier's files, and how another one is written in the place of one. Nothing is
//! written here.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeValue;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::dossier::anchor::Index;
use crate::dossier::{AnchorState, Article, Quote};

use super::read::anchors::{Resolver, quote};
use super::report::line_index::LineIndex;
use super::report::problem::Location;
use super::report::span::Span;
use super::source::text_file::{MARK, TextFile};
use super::syntax::tables::{ItemTable, Tables};
use super::syntax::words::QUOTATION_KEYS;

/// The quotations of a dossier as they are written.
pub struct WrittenAnchors {
    /// All of them, by file and place.
    pub anchors: Vec<WrittenAnchor>,
    /// The article as it is now.
    pub article: Article,
    texts: Arc<[TextFile]>,
    index: Index,
}

/// A quotation as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenAnchor {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What it belongs to (`claim:renting`), and the key it stands under.
    pub of: String,
    /// What it says.
    pub quote: Quote,
    /// Where that stands.
    pub state: AnchorState,
    number: usize,
    /// Bytes of the file's text, its byte order mark not counted.
    value: Range<usize>,
    spans: Option<QuotationSpans>,
}

/// The values of a quotation that is a table.
#[derive(Clone, PartialEq, Eq, Debug)]
struct QuotationSpans {
    exact: Range<usize>,
    prefix: Option<Range<usize>>,
    suffix: Option<Range<usize>>,
}

/// A stretch of a file and what is to stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    number: usize,
    range: Range<usize>,
    /// What is to stand there.
    pub text: String,
}

/// The quotations of these tables, by file and place.
pub(super) fn collect(
    texts: &[TextFile],
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
) -> Vec<WrittenAnchor> {
    let names: Vec<&TextFile> = texts.iter().collect();
    let mut lines = LineIndex::new(&names);
    let mut anchors: Vec<WrittenAnchor> = Vec::new();
    for table in tables.all() {
        for key in QUOTATION_KEYS {
            let Some(value) = table.peek_at(key) else { continue };
            let single = std::slice::from_ref(value);
            let values: Vec<_> = match value.get_ref() {
                DeValue::Array(several) => several.iter().collect(),
                _ => single.iter().collect(),
            };
            let written =
                values.into_iter().filter_map(|value| written(table, key, value, resolver, &mut lines));
            anchors.extend(written);
        }
    }
    anchors.sort_by_key(|anchor| Span::point(anchor.number, anchor.value.start));
    anchors
}

fn written(
    table: &ItemTable<'_>,
    key: &str,
    value: &toml::Spanned<DeValue<'_>>,
    resolver: &Resolver<'_>,
    lines: &mut LineIndex<'_>,
) -> Option<WrittenAnchor> {
    let quote = quote(value.get_ref())?;
    let spans = match value.get_ref() {
        DeValue::Table(keys) => {
            let span = |key: &str| keys.get(key).map(toml::Spanned::span);
            Some(QuotationSpans { exact: span("exact")?, prefix: span("prefix"), suffix: span("suffix") })
        }
        _ => None,
    };
    let number = table.at().file;
    let value = value.span();
    let Location { file, line, column, .. } = lines.location(Span::point(number, value.start));
    let item = table.item().map_or_else(|| table.id.to_string(), ToString::to_string);
    Some(WrittenAnchor {
        file,
        line,
        column,
        of: format!("{item}, {key}"),
        state: resolver.state(&quote),
        quote,
        number,
        value,
        spans,
    })
}

impl WrittenAnchors {
    pub(super) fn new(
        anchors: Vec<WrittenAnchor>,
        article: Article,
        texts: Arc<[TextFile]>,
        index: Index,
    ) -> Self {
        Self { anchors, article, texts, index }
    }

    /// What to write in the place of each quotation, so that it quotes the passage beside it and that alone. None where
    /// nothing short tells the passage from others, or where the quotation is written in a form that only its author can
    /// complete.
    pub fn relinked(&self, wanted: &[(&WrittenAnchor, Range<usize>)]) -> Vec<Option<Vec<Edit>>> {
        let quotes: Vec<_> =
            wanted.iter().map(|(anchor, passage)| (&anchor.quote, passage.clone())).collect();
        let quotes = self.index.updated_quotes(&quotes).into_iter();
        let edits = wanted.iter().zip(quotes).map(|((anchor, _), quote)| {
            let text = &self.texts.get(anchor.number)?.text;
            edits(text, anchor, &quote?)
        });
        edits.collect()
    }

    /// The files that these edits change, by name: as they were read, and as they are to be.
    pub fn rewritten(&self, edits: &[Edit]) -> BTreeMap<String, (Vec<u8>, Vec<u8>)> {
        let mut changed = BTreeMap::new();
        for (number, file) in self.texts.iter().enumerate() {
            let mut own: Vec<&Edit> = edits.iter().filter(|edit| edit.number == number).collect();
            if own.is_empty() {
                continue;
            }
            own.sort_by_key(|edit| edit.range.start);
            let mark = if file.marked { MARK } else { "" };
            let mut text = mark.to_owned();
            let mut end = 0;
            for edit in own {
                text.push_str(&file.text[end..edit.range.start]);
                text.push_str(&edit.text);
                end = edit.range.end;
            }
            text.push_str(&file.text[end..]);
            let before = format!("{mark}{}", file.text);
            changed.insert(file.name.clone(), (before.into_bytes(), text.into_bytes()));
        }
        changed
    }
}

fn edits(text: &str, anchor: &WrittenAnchor, quote: &Quote) -> Option<Vec<Edit>> {
    let edit = |range: Range<usize>, text: String| Edit { number: anchor.number, range, text };
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
        return Some(vec![edit(anchor.value.clone(), value)]);
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
    let mut edits = vec![edit(spans.exact.clone(), exact)];
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
fn literal(text: &str, replaced: &str) -> String {
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
fn basic(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

#[cfg(test)]
mod tests;
