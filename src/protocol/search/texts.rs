//! What a thing is found by: what its author wrote, and what the screen makes of its dates, values and verdicts.

use std::borrow::Cow;

use crate::dossier::{
    Assessment, Dossier, Id, Kind, LocalText, Observation, Precision, Qualifier, Ref, When,
};
use crate::facts::{self, Wording};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::look::glyphs::{ABOUT, Glyphs};
use crate::protocol::wording::{assessment, meant};

/// A text that a thing is found by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SearchText<'a> {
    /// As the screen shows it.
    pub(crate) text: Cow<'a, str>,
    /// In what other ways it is written: not shown.
    pub(crate) spellings: String,
}

impl<'a> SearchText<'a> {
    fn shown(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), spellings: String::new() }
    }
}

/// What an author wrote on a thing, its name first.
pub(super) fn authored<'a>(dossier: &'a Dossier, item: &Ref, language: Language) -> Vec<SearchText<'a>> {
    dossier.searchable_texts(item, language.tag()).into_iter().map(SearchText::shown).collect()
}

/// What else a thing is found by. Made when the thing is read: of thousands of things, most are never looked at again.
pub(super) fn composed<'a>(dossier: &'a Dossier, item: &Ref, language: Language) -> Vec<SearchText<'a>> {
    let mut texts = Composed { dossier, language, texts: Vec::new() };
    let id = &item.id;
    match item.kind {
        Kind::Event => texts.event(id),
        Kind::Claim => {
            if let Some(claim) = dossier.claim(id) {
                texts.local(claim.short.as_ref());
                texts.article_words(item);
                texts.assessment(claim.assessment);
            }
        }
        Kind::Gap => texts.local(dossier.gap(id).and_then(|gap| gap.short.as_ref())),
        Kind::Series => {
            if let Some(series) = dossier.series_by_id(id) {
                for text in [&series.unit, &series.unit_short, &series.short] {
                    texts.local(text.as_ref());
                }
            }
        }
        Kind::Observation => {
            if let Some(figure) = dossier.observation(id) {
                texts.figure(figure);
            }
        }
        Kind::Source => {
            if let Some(source) = dossier.source(id) {
                texts.date(source.issued.as_ref());
                texts.date(source.accessed.as_ref());
            }
        }
        Kind::Actor | Kind::Relation | Kind::Place | Kind::Link => {}
    }
    texts.texts
}

/// All that a thing is found by.
pub(crate) fn all<'a>(dossier: &'a Dossier, item: &Ref, language: Language) -> Vec<SearchText<'a>> {
    let mut texts = authored(dossier, item, language);
    texts.extend(composed(dossier, item, language));
    texts
}

struct Composed<'a> {
    dossier: &'a Dossier,
    language: Language,
    texts: Vec<SearchText<'a>>,
}

impl<'a> Composed<'a> {
    /// An assessment as the score and the cards say it, and as files do.
    fn assessment(&mut self, judged: Option<Assessment>) {
        let Some(judged) = judged else { return };
        let spellings = match judged {
            Assessment::BorneOut => "borne-out",
            Assessment::Qualified => "qualified",
            Assessment::Contradicted => "contradicted",
            Assessment::Open => "open",
        };
        let text = Cow::Borrowed(assessment(self.language, judged));
        self.texts.push(SearchText { text, spellings: spellings.to_owned() });
    }

    /// The quoted words that a thing is called by.
    fn article_words(&mut self, item: &Ref) {
        if let Some(Wording::Article(called) | Wording::NoEvidence(called)) =
            facts::wording(self.dossier, item)
        {
            self.texts.push(SearchText::shown(called.words));
        }
    }

    fn local(&mut self, text: Option<&'a LocalText>) {
        let shown = text.and_then(|text| text.shown(self.language.tag(), &self.dossier.article.language));
        self.texts.extend(shown.map(|shown| SearchText::shown(shown.text)));
    }

    fn name(&mut self, name: Option<&'a LocalText>) {
        self.texts.extend(name.into_iter().flat_map(LocalText::texts).map(SearchText::shown));
    }

    fn event(&mut self, id: &Id) {
        let Some(event) = self.dossier.event(id) else { return };
        self.date(Some(&event.date));
        self.local(event.short.as_ref());
    }

    fn figure(&mut self, figure: &'a Observation) {
        self.name(figure.place.as_ref().and_then(|id| self.dossier.place(id)).map(|place| &place.name));
        self.date(figure.date.as_ref());
        let Some(value) = figure.value else {
            self.texts.push(SearchText::shown(self.language.strings().no_figure));
            return;
        };
        let series = self.dossier.series_by_id(&figure.series);
        let unit = figure.unit.as_ref().or_else(|| series.and_then(|series| series.unit.as_ref()));
        let unit = unit.and_then(|unit| unit.shown(self.language.tag(), &self.dossier.article.language));
        let mut amount = self.language.number(value);
        if let Some(unit) = unit {
            amount = format!("{amount} {}", unit.text);
        }
        // As charts and tables write it, with the separators of either language and with none.
        let mut spellings = [Language::De, Language::En].map(|language| language.number(value)).join(" ");
        spellings.push(' ');
        spellings.push_str(&value.to_string());
        if matches!(figure.qualifier, Qualifier::About | Qualifier::Rounded) {
            spellings.push(' ');
            spellings.push_str(ABOUT.get(Glyphs::Unicode));
        }
        let text = Cow::Owned(meant(self.language, Glyphs::Unicode, amount, figure.qualifier));
        self.texts.push(SearchText { text, spellings });
    }

    /// A date as cards write it; also as lists and tables do, in either language, and as files do.
    fn date(&mut self, date: Option<&When>) {
        let Some(date) = date else { return };
        let signs = Glyphs::Unicode.in_dates();
        let mut spellings = String::from(date.text());
        for language in [Language::De, Language::En] {
            for written in [dates::full(date, language, signs), dates::compact(date, language, signs)] {
                spellings.push(' ');
                spellings.push_str(&written);
            }
        }
        spell_days(date, &mut spellings);
        let text = Cow::Owned(dates::full(date, self.language, signs));
        self.texts.push(SearchText { text, spellings });
    }
}

/// The days of a date as people write them: `13. März 2026`, `13 March 2026`, `13.03.2026`, `05 Mar`.
fn spell_days(date: &When, into: &mut String) {
    use chrono::Datelike as _;

    for part in date.choices() {
        spell_days(&part, into);
    }
    if let Some((first, last)) = date.ends() {
        for end in [first, last].into_iter().flatten() {
            spell_days(end, into);
        }
        return;
    }
    let Some(day) = date.first().filter(|_| date.precision() == Precision::Day) else { return };
    let (year, number) = (day.year(), day.day());
    let month = |months: &[&'static str; 12]| months[day.month0() as usize];
    let [german, english] = [Language::De, Language::En].map(|language| month(&language.strings().months));
    let short = month(&Language::En.strings().short_months);
    let numeric = format!("{number:02}.{:02}.{year}", day.month());
    let written =
        format!(" {numeric} {number}. {german} {year} {number} {english} {year} {number:02} {short}");
    into.push_str(&written);
}
