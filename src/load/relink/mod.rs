//! Quotations, words of sentences and aliases as they are written in a dossier's files, and how others are written in
//! their place. Nothing is written here.

mod aliases;
mod sentence_words;
mod spelling;
mod typed;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use foldhash::HashMap;
use toml::de::DeValue;

use crate::dossier::anchor::{Index, QuoteDifference};
use crate::dossier::{AnchorState, Article, Dossier, Quote};

use super::read::anchors::{Resolver, quote};
use super::read::sentence_words::sentence;
use super::report::line_index::LineIndex;
use super::report::problem::Location;
use super::report::span::Span;
use super::source::text_file::{MARK, TextFile};
use super::syntax::tables::{ItemTable, Tables};
use super::syntax::words::QUOTATION_KEYS;

pub(crate) use aliases::AliasOwners;
pub use aliases::WrittenAlias;
pub(crate) use sentence_words::WordsState;
pub use sentence_words::WrittenWords;
use spelling::edits;
pub(crate) use spelling::{basic as basic_string, literal as toml_string_like};
pub(crate) use typed::TypedError;

/// The quotations of a dossier as they are written.
pub struct WrittenAnchors {
    /// All of them, by file and place.
    pub anchors: Vec<WrittenAnchor>,
    /// The words that have to stand in the sentences of some of them, by file and place.
    pub words: Vec<WrittenWords>,
    /// The aliases, by actor and place.
    pub aliases: Vec<WrittenAlias>,
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
    /// Where it stands but for typography, in order; none if it stands, or if more differs.
    pub typographic: Vec<Range<usize>>,
    /// What differs in typography at the first of these places.
    pub(crate) differences: Vec<QuoteDifference>,
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
    meaning: Meaning,
}

/// What a reading of the files must find after an edit.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Meaning {
    /// The quotation quotes this passage (bytes of the article).
    Quotes(Range<usize>),
    /// The words of a sentence are these.
    Says(String),
    /// Part of another edit, or an alias.
    Other,
}

/// What is written in these tables.
pub(super) struct Collected {
    anchors: Vec<WrittenAnchor>,
    words: Vec<WrittenWords>,
    aliases: Vec<WrittenAlias>,
}

/// The quotations, words of sentences and aliases of these tables, by file and place.
pub(super) fn collect(texts: &[TextFile], tables: &Tables<'_>, resolver: &Resolver<'_>) -> Collected {
    let names: Vec<&TextFile> = texts.iter().collect();
    let mut lines = LineIndex::new(&names);
    let mut anchors: Vec<WrittenAnchor> = Vec::new();
    for table in tables.all() {
        for key in QUOTATION_KEYS {
            let Some(value) = table.peek_at(key) else { continue };
            let written = elements(value)
                .into_iter()
                .filter_map(|value| written(table, key, value, resolver, &mut lines));
            anchors.extend(written);
        }
    }
    anchors.sort_by_key(|anchor| Span::point(anchor.number, anchor.value.start));
    let words = sentence_words::collect(tables, resolver, &mut lines);
    let aliases = aliases::collect(tables, &mut lines);
    Collected { anchors, words, aliases }
}

/// The elements of a list, or the one value in place of a list.
fn elements<'t, 'd>(value: &'t toml::Spanned<DeValue<'d>>) -> Vec<&'t toml::Spanned<DeValue<'d>>> {
    match value.get_ref() {
        DeValue::Array(several) => several.iter().collect(),
        _ => vec![value],
    }
}

/// What reports call the thing of a table.
fn name_of(table: &ItemTable<'_>, key: &str) -> String {
    let item = table.item().map_or_else(|| table.id.to_string(), ToString::to_string);
    format!("{item}, {key}")
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
    let typographic = resolver.typographic(&quote);
    let first = typographic.first();
    Some(WrittenAnchor {
        file,
        line,
        column,
        of: name_of(table, key),
        state: resolver.state(&quote),
        typographic: typographic.iter().map(|found| found.passage.clone()).collect(),
        differences: first
            .map_or_else(Vec::new, |found| resolver.index.typographic_differences(&quote, found)),
        quote,
        number,
        value,
        spans,
    })
}

impl WrittenAnchors {
    pub(super) fn new(collected: Collected, dossier: &Dossier, texts: Arc<[TextFile]>, index: Index) -> Self {
        let Collected { anchors, words, mut aliases } = collected;
        aliases::judge(&mut aliases, dossier, &index);
        Self { anchors, words, aliases, article: dossier.article.clone(), texts, index }
    }

    /// The sentence, or sentences, that a passage is in.
    pub fn sentence(&self, passage: &Range<usize>) -> Range<usize> {
        sentence(&self.article, passage)
    }

    /// For each of these quotations the sentence of the article that has most of its words, if one has half of them. It is
    /// a place to look at and no proposal.
    pub fn nearest_sentences(&self, lost: &[&WrittenAnchor]) -> Vec<Option<Range<usize>>> {
        let quotes: Vec<&Quote> = lost.iter().map(|anchor| &anchor.quote).collect();
        self.index.nearest_sentences(&quotes)
    }

    /// What to write in the place of each quotation, so that it quotes the passage beside it and that alone. None where
    /// nothing short tells the passage from others, or where the quotation is written in a form that only its author can
    /// complete.
    pub fn relinked(&self, wanted: &[(&WrittenAnchor, Range<usize>)]) -> Vec<Option<Vec<Edit>>> {
        let quotes: Vec<_> =
            wanted.iter().map(|(anchor, passage)| (&anchor.quote, passage.clone())).collect();
        let quotes = self.index.updated_quotes(&quotes).into_iter();
        let edits = wanted.iter().zip(quotes).map(|((anchor, passage), quote)| {
            let text = &self.texts.get(anchor.number)?.text;
            edits(text, anchor, &quote?, passage)
        });
        edits.collect()
    }

    /// The words of a passage as bytes of the compared text, without the blanks at its ends.
    fn words_of(&self, passage: &Range<usize>) -> Range<usize> {
        let folded = self.index.folded_range(passage);
        let text = &self.index.text()[folded.clone()];
        let start = folded.end - text.trim_start().len();
        start..start + text.trim().len()
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

impl WrittenAnchor {
    /// The candidate places of a quotation that needs a decision.
    pub fn places(&self) -> &[Range<usize>] {
        match &self.state {
            _ if !self.typographic.is_empty() => &self.typographic,
            AnchorState::Reworded(passage) => std::slice::from_ref(passage),
            AnchorState::Ambiguous(passages) => passages,
            AnchorState::Exact(_) | AnchorState::Lost => &[],
        }
    }

    /// Where its words are written.
    fn words_start(&self) -> usize {
        self.spans.as_ref().map_or(&self.value, |spans| &spans.exact).start
    }

    /// Whether it stands exactly once.
    pub fn is_exact(&self) -> bool {
        matches!(self.state, AnchorState::Exact(_))
    }
}

impl WrittenAnchors {
    /// Whether another reading, of the files with these edits, says what was confirmed and nothing else: every quotation is
    /// as before or quotes the confirmed passage, every word of a sentence is as before or the confirmed one, and aliases
    /// are as before but for those in `renamed`, by their place here, which have become the ones beside them.
    pub fn is_as_confirmed(&self, after: &Self, edits: &[Edit], renamed: &[(usize, Vec<String>)]) -> bool {
        let meanings: HashMap<(usize, usize), &Meaning> =
            edits.iter().map(|edit| ((edit.number, edit.range.start), &edit.meaning)).collect();
        let same_passage =
            |one: &Range<usize>, other: &Range<usize>| self.words_of(one) == self.words_of(other);
        let anchors = self.anchors.len() == after.anchors.len()
            && self.anchors.iter().zip(&after.anchors).all(|(old, new)| {
                let says = match (meanings.get(&(old.number, old.words_start())), &new.state) {
                    (Some(Meaning::Quotes(wanted)), AnchorState::Exact(found)) => same_passage(wanted, found),
                    (Some(_), _) => false,
                    (None, _) => old.quote == new.quote,
                };
                old.of == new.of && says
            });
        let words = self.words.len() == after.words.len()
            && self.words.iter().zip(&after.words).all(|(old, new)| {
                let says = match meanings.get(&(old.number, old.value.start)) {
                    Some(Meaning::Says(wanted)) => new.words == *wanted && new.state == WordsState::Stands,
                    Some(_) => false,
                    None => old.words == new.words,
                };
                old.of == new.of && says
            });
        let mut expected: Vec<(&str, &str)> = Vec::new();
        for (place, alias) in self.aliases.iter().enumerate() {
            match renamed.iter().find(|(renamed, _)| *renamed == place) {
                None => expected.push((&alias.of, &alias.alias)),
                Some((_, forms)) => expected.extend(forms.iter().map(|form| (&*alias.of, &**form))),
            }
        }
        let is_new = |alias: &WrittenAlias| renamed.iter().any(|(_, forms)| forms.contains(&alias.alias));
        anchors
            && words
            && after.aliases.iter().map(|alias| (&*alias.of, &*alias.alias)).eq(expected)
            && after.aliases.iter().filter(|alias| is_new(alias)).all(|alias| !alias.is_unused)
    }
}

#[cfg(test)]
mod tests;
