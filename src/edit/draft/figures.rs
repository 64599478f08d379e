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
/// words that say how much something is seldom say when. None if the words cannot be quoted.
pub fn figure(dossier: &Dossier, words: &Range<usize>, figure: &Figure, language: &str) -> Option<Change> {
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
    let part = visible(dossier, words);
    // The same words may stand twice.
    let mut parts = std::iter::once(part.clone()).chain((2_u64..).map(|number| format!("{part} ({number})")));
    let result = parts.find_map(|part| {
        new.part = part;
        Some(new.to_ref()).filter(|figure| !dossier.contains(figure))
    });
    steps.push(Step::Figure(new));
    Some(Change { steps, result, ..Change::default() })
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
