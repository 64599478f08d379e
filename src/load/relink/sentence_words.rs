//! Words that have to stand in the sentence that the same table quotes: a claim's hedge or attribution.

use std::ops::Range;

use toml::de::DeValue;

use crate::dossier::anchor::{contains_words, find_typographic, fold};

use super::spelling::literal;
use super::{Edit, Meaning, WrittenAnchors, elements, name_of};
use crate::load::read::anchors::{Resolver, quote};
use crate::load::read::sentence_words::{InSentence, in_sentences, sentence};
use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::{Location, trimmed_line};
use crate::load::report::span::Span;
use crate::load::syntax::tables::{ItemTable, Tables};
use crate::load::syntax::words::SENTENCE_KEYS;

/// Such words as they are written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenWords {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What they belong to, and the key they stand under: `claim:renting, hedge`.
    pub of: String,
    /// What they say.
    pub words: String,
    /// Where that stands.
    pub(crate) state: WordsState,
    /// The sentences that it may stand in; none if no quotation is exact.
    pub(crate) sentences: Vec<Range<usize>>,
    pub(super) number: usize,
    pub(super) value: Range<usize>,
}

/// Where such words stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum WordsState {
    /// In the sentence.
    Stands,
    /// No quotation is exact, so there is no sentence; that is reported of the quotation.
    NoSentence,
    /// Words like them are here, in the sentence.
    Near(Range<usize>),
    /// Nothing like them is in the sentence.
    Lost,
}

/// The words of these tables, by file and place.
pub(super) fn collect(
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
    lines: &mut LineIndex<'_>,
) -> Vec<WrittenWords> {
    let all = tables.all().flat_map(|table| SENTENCE_KEYS.map(|key| (table, key)));
    let mut words: Vec<WrittenWords> =
        all.filter_map(|(table, key)| written(table, key, resolver, lines)).collect();
    words.sort_by_key(|words| Span::point(words.number, words.value.start));
    words
}

fn written(
    table: &ItemTable<'_>,
    key: &str,
    resolver: &Resolver<'_>,
    lines: &mut LineIndex<'_>,
) -> Option<WrittenWords> {
    let value = table.peek_at(key)?;
    let DeValue::String(text) = value.get_ref() else { return None };
    let words = trimmed_line(text).into_owned();
    let quotations = table.peek_at("anchors").map_or_else(Vec::new, elements);
    let quotations = quotations.into_iter().filter_map(|value| quote(value.get_ref()));
    let passages: Vec<Range<usize>> = quotations
        .filter_map(|quote| match resolver.state(&quote) {
            crate::dossier::AnchorState::Exact(passage) => Some(passage),
            _ => None,
        })
        .collect();
    let state = match in_sentences(resolver.article, &passages, &words) {
        None => WordsState::NoSentence,
        Some((InSentence::Stands, _)) => WordsState::Stands,
        Some((InSentence::Typography(found) | InSentence::Near(found), _)) => WordsState::Near(found),
        Some((InSentence::Lost, _)) => WordsState::Lost,
    };
    let sentences = passages.iter().map(|passage| sentence(resolver.article, passage)).collect();
    let (number, value) = (table.at().file, value.span());
    let Location { file, line, column, .. } = lines.location(Span::point(number, value.start));
    Some(WrittenWords { file, line, column, of: name_of(table, key), words, state, sentences, number, value })
}

impl WrittenWords {
    /// Whether `check` reports it.
    pub fn is_at_fault(&self) -> bool {
        matches!(self.state, WordsState::Near(_) | WordsState::Lost)
    }

    /// The key they stand under.
    pub fn key(&self) -> &str {
        self.of.rsplit(' ').next().unwrap_or_default()
    }
}

impl WrittenAnchors {
    /// What to write in the place of some words.
    pub fn reworded(&self, words: &WrittenWords, new: &str) -> Option<Edit> {
        let raw = self.texts.get(words.number)?.text.get(words.value.clone())?;
        let meaning = Meaning::Says(new.to_owned());
        Some(Edit { number: words.number, range: words.value.clone(), text: literal(new, raw), meaning })
    }

    /// What an article says in a passage, as it is compared: without what no reader sees.
    pub fn plain(&self, passage: &Range<usize>) -> String {
        fold(&self.article.text[passage.clone()]).trim().to_owned()
    }

    /// The words as they stand in one of the sentences that these may stand in; none if they do not.
    pub fn in_sentence(&self, words: &WrittenWords, typed: &str) -> Option<String> {
        let typed = fold(typed).trim().to_owned();
        words.sentences.iter().find_map(|sentence| {
            let text = &self.article.text[sentence.clone()];
            if contains_words(&fold(text), &typed) {
                return Some(typed.clone());
            }
            let found = find_typographic(text, &typed)?;
            Some(self.plain(&(sentence.start + found.start..sentence.start + found.end)))
        })
    }
}
