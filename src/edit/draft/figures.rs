//! Figures that the article gives.

use std::ops::Range;

use crate::dossier::{Dossier, Id, LanguageTag, SeriesKind};
use crate::edit::{Change, NewFigure, Step, TableKind};
use crate::i18n::language::Language;
use crate::suggest::Figure;

use super::own_words::own_key;
use super::quoting::{quotation, visible};
use super::table::Draft;

/// The id of the series that the article's figures stand in.
const SERIES: &str = "in-article";

/// The words give a figure: one more of the series with those of the article, which is made for the first. It has no date, for
/// words that say how much something is seldom say when; what tells it from the others are the words around it. None if the words
/// cannot be quoted, or if no row can say what they say.
pub fn figure(dossier: &Dossier, words: &Range<usize>, figure: &Figure, language: &str) -> Option<Change> {
    let anchor = quotation(dossier, words).filter(|_| figure.can_be_row())?;
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
    // The same words may stand twice.
    let longer = [PART, 2 * PART].map(|most| around(dossier, words, most));
    let numbered = (2_u64..).map(|number| format!("{} ({number})", longer[0]));
    let result = longer.iter().cloned().chain(numbered).find_map(|part| {
        new.part = part;
        Some(new.to_ref()).filter(|figure| !dossier.contains(figure))
    });
    steps.push(Step::Figure(new));
    Some(Change { steps, result, ..Change::default() })
}

/// About so many characters of the article stand for a figure in a list.
const PART: usize = 50;

/// Words of the article with those around them that tell what they are about: their clause, or their sentence if that is nothing
/// but they; of a longer one whole words of about so many characters.
fn around(dossier: &Dossier, words: &Range<usize>, most: usize) -> String {
    let text = &*dossier.article.text;
    let Some(sentence) = dossier.article.sentence_at(words.start) else { return visible(dossier, words) };
    let sentence = sentence.start.min(words.start)..sentence.end.max(words.end);
    let clause = clause(text, &sentence, words);
    let more = |range: &Range<usize>| text[range.start..words.start].len() + text[words.end..range.end].len();
    // "500 delegates," alone says nothing more.
    let whole = if more(&clause) < 5 { sentence } else { clause };
    let part = cut(text, &whole, words, most);
    let part = part.start + (text[part.clone()].len() - text[part.clone()].trim_start_matches(is_mark).len())
        ..part.end;
    let end = part.start + text[part.clone()].trim_end_matches(is_mark).len();
    visible(dossier, &(part.start.min(words.start)..end.max(words.end)))
}

/// Marks and blanks, which begin and end no part. A sign of money does.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || !c.is_alphanumeric() && !"$€£¥%‰°".contains(c)
}

/// The clause that words of a sentence are in: between marks that part clauses.
fn clause(text: &str, sentence: &Range<usize>, words: &Range<usize>) -> Range<usize> {
    let parts = |at: usize, c: char| {
        // The comma of a number has a digit after it.
        let is_end = text[at + c.len_utf8()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        matches!(c, ',' | ';' | ':' | '!' | '?') && is_end
            || matches!(c, '–' | '—' | '(' | ')' | '„' | '“' | '”' | '"' | '»' | '«')
    };
    let before =
        text[sentence.start..words.start].char_indices().rev().map(|(at, c)| (sentence.start + at, c));
    let mut after = text[words.end..sentence.end].char_indices().map(|(at, c)| (words.end + at, c));
    let mut before = before;
    let start = before.find(|(at, c)| parts(*at, *c)).map_or(sentence.start, |(at, c)| at + c.len_utf8());
    let end = after.find(|(at, c)| parts(*at, *c)).map_or(sentence.end, |(at, _)| at);
    start..end
}

/// The part of a passage around these words that has about so many characters: from its beginning if they are near it, else to
/// its end or with as much on either side. No word is cut.
fn cut(text: &str, whole: &Range<usize>, words: &Range<usize>, most: usize) -> Range<usize> {
    let count = |range: Range<usize>| text[range].chars().count();
    if count(whole.clone()) <= most {
        return whole.clone();
    }
    let own = count(words.clone());
    let room = most.saturating_sub(own);
    let (before, after) = (count(whole.start..words.start), count(words.end..whole.end));
    // Of what stands before the figure a third of the room, unless there is more.
    let left = before.min((room / 2).max(room.saturating_sub(after)));
    let right = after.min(room - left.min(room));
    let start = match text[whole.start..words.start].char_indices().rev().nth(left) {
        // One more character than fits: the word there is whole if that is a blank.
        Some((at, _)) => {
            let rest = &text[whole.start + at..words.start];
            words.start - rest.find(char::is_whitespace).map_or(0, |blank| rest.len() - blank)
        }
        None => whole.start,
    };
    let end = match text[words.end..whole.end].char_indices().nth(right) {
        Some((at, c)) => {
            let fits = &text[words.end..words.end + at + c.len_utf8()];
            words.end + fits.rfind(char::is_whitespace).unwrap_or(0)
        }
        None => whole.end,
    };
    start..end
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
