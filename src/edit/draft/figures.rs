//! Figures that the article gives.

use std::ops::Range;

use crate::dossier::{Dossier, Id, LanguageTag, SeriesKind};
use crate::edit::{Change, NewFigure, Step, TableKind};
use crate::i18n::language::Language;
use crate::suggest::Figure;
use crate::text::sentences::sentences;

use super::own_words::own_key;
use super::quoting::{quotation, visible};
use super::table::Draft;

/// The id of the series that the article's figures stand in.
const SERIES: &str = "in-article";

/// So many characters are read at a glance, and so few still say something.
const LONG: usize = 50;
const SHORT: usize = 30;

/// The words give a figure: one more of the series with those of the article, which is made for the first. It has no date, for
/// words that say how much something is seldom say when. None if a row cannot say what the words say, or if they cannot be quoted.
pub fn figure(dossier: &Dossier, words: &Range<usize>, figure: &Figure, language: &str) -> Option<Change> {
    if !figure.can_be_row() {
        return None;
    }
    let anchor = quotation(dossier, words)?;
    let (series, is_there) = series_of_article(dossier);
    let mut steps = Vec::new();
    if !is_there {
        steps.push(new_series(dossier, &series, language));
    }
    let mut new = NewFigure {
        series,
        part: String::new(),
        value: figure.value.trim().to_owned(),
        qualifier: figure.qualifier,
        unit: figure.unit.trim().to_owned(),
        anchor,
    };
    // Of two figures in one sentence the second is called by fewer words, and the same words may stand twice.
    let [long, short] = [LONG, SHORT].map(|most| visible(dossier, &words_around(dossier, words, most)));
    let numbered = (2_u64..).map(|number| format!("{short} ({number})"));
    let mut parts = [long, short.clone()].into_iter().chain(numbered);
    let result = parts.find_map(|part| {
        new.part = part;
        Some(new.to_ref()).filter(|figure| !dossier.contains(figure))
    });
    steps.push(Step::Figure(new));
    Some(Change { steps, result, ..Change::default() })
}

/// What a figure is of, by the words around it: its sentence, or where that is long its clause, or as many whole words of it as
/// one takes in at a glance.
fn words_around(dossier: &Dossier, words: &Range<usize>, most: usize) -> Range<usize> {
    let text = &dossier.article.text;
    let chunks = || dossier.article.text_blocks().flat_map(|block| &block.chunks);
    let Some(chunk) = chunks().find(|chunk| chunk.start <= words.start && words.end <= chunk.end) else {
        return words.clone();
    };
    let own = &text[chunk.clone()];
    let mut all = sentences(own).into_iter().map(|range| chunk.start + range.start..chunk.start + range.end);
    let sentence = all.find(|range| range.start <= words.start && words.end <= range.end);
    let Some(sentence) = sentence else { return words.clone() };
    let fits = |range: &Range<usize>| text[range.clone()].chars().count() <= most;
    let sentence = trimmed(text, sentence, words);
    if fits(&sentence) {
        return sentence;
    }
    let clause = trimmed(text, clause(text, &sentence, words), words);
    if fits(&clause) {
        return clause;
    }
    // Word by word, after and before, as long as it fits.
    let mut around = words.clone();
    let (mut may_before, mut may_after) = (true, true);
    while may_before || may_after {
        for is_after in [true, false] {
            let may = if is_after { &mut may_after } else { &mut may_before };
            if !*may {
                continue;
            }
            let more = if is_after {
                let rest = &text[around.end..clause.end];
                let skipped = rest.len() - rest.trim_start().len();
                let word = rest[skipped..].find(char::is_whitespace).map_or(rest.len(), |end| skipped + end);
                around.start..around.end + word
            } else {
                let rest = text[clause.start..around.start].trim_end();
                let word = rest.char_indices().rev().find(|(_, c)| c.is_whitespace());
                clause.start + word.map_or(0, |(at, c)| at + c.len_utf8())..around.end
            };
            if more == around || !fits(&more) {
                *may = false;
            } else {
                around = more;
            }
        }
    }
    trimmed(text, around, words)
}

/// The part of a sentence between marks that these words are in.
fn clause(text: &str, sentence: &Range<usize>, words: &Range<usize>) -> Range<usize> {
    let parts =
        |c: char| matches!(c, ',' | ';' | ':' | '–' | '—' | '(' | ')' | '„' | '“' | '”' | '"' | '«' | '»');
    // A mark within a number parts nothing.
    let is_between_digits = |at: usize, c: char| {
        text[..at].ends_with(|c: char| c.is_ascii_digit())
            && text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
    };
    let marks = |range: Range<usize>| {
        let found = text[range.clone()].char_indices().map(move |(at, c)| (range.start + at, c));
        found.filter(move |(at, c)| parts(*c) && !is_between_digits(*at, *c))
    };
    let start =
        marks(sentence.start..words.start).next_back().map_or(sentence.start, |(at, c)| at + c.len_utf8());
    let end = marks(words.end..sentence.end).next().map_or(sentence.end, |(at, _)| at);
    start..end
}

/// Without the marks and blanks at its ends, but with all of these words.
fn trimmed(text: &str, range: Range<usize>, words: &Range<usize>) -> Range<usize> {
    let is_mark = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '–' | '—' | '"')
            || matches!(c, '„' | '“' | '”' | '«' | '»' | '‚' | '‘')
    };
    let before = &text[range.start..words.start];
    let after = &text[words.end..range.end];
    let start = words.start - before.trim_start_matches(is_mark).len();
    start..words.end + after.trim_end_matches(is_mark).len()
}

/// The series of the article's figures, and whether it is there. One that is called so and is no list holds other figures.
fn series_of_article(dossier: &Dossier) -> (Id, bool) {
    let ids = std::iter::once(SERIES.to_owned()).chain((2_u64..).map(|number| format!("{SERIES}-{number}")));
    let found = ids.map(|id| Id::new(&id)).find_map(|id| {
        let there = dossier.series.iter().find(|series| series.id == id);
        match there.map(|series| series.kind) {
            None => Some((id, false)),
            Some(SeriesKind::List) => Some((id, true)),
            Some(SeriesKind::Stock | SeriesKind::Flow) => None,
        }
    });
    found.unwrap_or_else(|| (Id::new(SERIES), false))
}

/// A series for figures with a unit each.
fn new_series(dossier: &Dossier, id: &Id, language: &str) -> Step {
    let own = language_of(language).strings();
    let outlet = dossier.article.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty());
    let mut table = Draft::new(dossier, TableKind::Series)
        .text("id", id.as_str())
        .text("kind", "list")
        .text("outlet", outlet.unwrap_or(own.drafts.article));
    for key in ["title", "definition"] {
        for language in languages(dossier, key, language) {
            let texts = &language_of(language).strings().drafts;
            let text = if key == "title" { texts.figures } else { texts.figures_definition };
            table = table.own(key, text, language);
        }
    }
    table.step()
}

/// The languages in which a text of ours is written: where the dossier has such texts by language, in each that it is in and we
/// know.
fn languages<'l>(dossier: &Dossier, key: &str, language: &'l str) -> Vec<&'l str> {
    let mut all = vec![language];
    if own_key(dossier, TableKind::Series, key, language).contains('.') {
        let of_dossier = || dossier.title.languages().map(LanguageTag::primary);
        let others = [Language::De, Language::En].map(Language::tag);
        all.extend(others.into_iter().filter(|tag| *tag != language && of_dossier().any(|own| own == *tag)));
    }
    all
}

fn language_of(tag: &str) -> Language {
    if tag == Language::De.tag() { Language::De } else { Language::En }
}
