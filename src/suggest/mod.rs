//! What could be made of the article: lines that are not its own, names, times, figures, and attributed or hedged
//! sentences. Found by rules and lists for German and English; nothing is understood, and nothing is asserted before an author has
//! accepted it.

mod attributed;
mod covered;
mod figures;
mod known;
mod leftovers;
mod names;
mod reason;
mod times;
mod units;
mod unread;
mod words;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dossier::{
    Article, DateShape, Decision, Dossier, KnownActor, Precision, Qualifier, SuggestionKind, When,
};
use crate::text::cues::CueLanguage;
pub use attributed::quoted_words;
use names::names;
pub use reason::Reason;

/// Everything that could be made of the article, whether or not the dossier has it already.
pub fn find(dossier: &Dossier) -> Suggestions {
    let mut all = of_words(dossier);
    all.found.extend(leftovers::find(&dossier.article, &dossier.suggested.captions, |_| false));
    sort(&mut all.found);
    all
}

/// The lines of an article that look like the page's and not the article's, of those that stand together each; of some the page has
/// said that they are captions.
pub fn leftovers(article: &Article, captions: &[Box<str>]) -> Vec<Vec<Range<usize>>> {
    let found = leftovers::find(article, captions, |_| false);
    let lines = found.into_iter().filter_map(|found| match found.what {
        What::Leftover(lines) => Some(lines),
        _ => None,
    });
    lines.collect()
}

/// The lines of an article that are captions of the page's pictures, each once, as a reader sees them.
pub fn captions(article: &Article, of_page: &[String]) -> Vec<Box<str>> {
    leftovers::captions(article, of_page)
}

/// What could be made of words of the article. Of lines that may not be the article's it knows nothing: which of them are left depends
/// on what was decided of those beside them.
fn of_words(dossier: &Dossier) -> Suggestions {
    let (groups, mut found) = names(dossier);
    found.extend(attributed::find(dossier));
    let published = published(dossier);
    for words in words::stretches(&dossier.article) {
        let times = times::find(&words, published);
        let places: Vec<Range<usize>> = times.iter().map(|(places, _)| places.clone()).collect();
        let figures = figures::find(&words, &places);
        let times = times.into_iter().map(|(places, time)| (places, What::Time(time)));
        let figures = figures.into_iter().map(|(places, figure)| (places, What::Figure(figure)));
        found.extend(times.chain(figures).map(|(places, what)| Suggestion {
            range: words.bytes(&places),
            what,
            reason: Reason::Form,
        }));
    }
    unread::Unread::of(&dossier.article).take_from(&mut found);
    sort(&mut found);
    Suggestions { found, groups }
}

/// Puts them into the article's order; of those that begin together the longer comes first.
fn sort(found: &mut [Suggestion]) {
    found.sort_by_key(|suggestion| (suggestion.range.start, Reverse(suggestion.range.end)));
}

/// When something was that words of an article tell of, read as something that happens once, and what that is known by: the first
/// date that they give by themselves, else the first that is counted from the day on which it came out.
pub(crate) fn event_date(
    words: &str,
    languages: &'static [CueLanguage],
    published: Option<NaiveDate>,
) -> Option<(When, Basis)> {
    times::first_date(words, languages, published)
}

/// What an event of the time at these bytes has as its date: "no earlier than March 2027" is that month or later, where the time
/// alone is a period. None where nothing at these bytes is a time in their sentence.
pub(crate) fn event_time(dossier: &Dossier, sentence: Range<usize>, at: &Range<usize>) -> Option<Time> {
    let article = &dossier.article;
    let languages = CueLanguage::of_tag(article.language.primary());
    times::date_at(&article.text, sentence, at, languages, published(dossier))
}

/// The date that words are which an author has typed; none if they are more than a date.
pub(crate) fn typed_date(words: &str) -> Option<When> {
    times::only_date(words)
}

/// The day on which the article came out, if it is one day.
pub(crate) fn published(dossier: &Dossier) -> Option<NaiveDate> {
    let published = dossier.article.published.as_ref()?;
    let is_day = published.shape() == DateShape::Within && published.precision() == Precision::Day;
    published.first().filter(|_| is_day)
}

/// The same without what the dossier has already, and without what its author has rejected: what is to be decided.
pub fn open(dossier: &Dossier) -> Suggestions {
    covered::without(dossier, &of_words(dossier), &[])
}

/// Everything that was found in an article. That depends on the article and the known actors alone, and takes long in a long one:
/// it is kept while they are the same, whatever else the dossier gets.
#[derive(Clone, Debug)]
pub struct Found {
    dossier: Arc<Dossier>,
    all: Arc<Suggestions>,
}

impl Found {
    /// What can be found in this dossier: the same as `before`, if that was found in an equal article.
    pub fn of(dossier: &Arc<Dossier>, before: Option<&Self>) -> Self {
        let is_same = |before: &&Self| {
            let old = &before.dossier;
            old.article == dossier.article && old.suggested.known == dossier.suggested.known
        };
        let all = match before.filter(is_same) {
            Some(before) => Arc::clone(&before.all),
            None => Arc::new(of_words(dossier)),
        };
        Self { dossier: Arc::clone(dossier), all }
    }

    /// What of it is to be decided, see [`open()`], where these decisions count, too.
    pub fn open(&self, decided: &[Decision]) -> Suggestions {
        covered::without(&self.dossier, &self.all, decided)
    }

    /// The dossier that it is of.
    pub fn dossier(&self) -> &Arc<Dossier> {
        &self.dossier
    }

    /// Whether both were found at once, not one after the other.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all)
    }
}

/// Everything that is suggested of an article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Suggestions {
    /// The places, in the article's order; of those that begin together the longer first.
    pub found: Vec<Suggestion>,
    /// What is named, in the order in which names are offered: known actors first, then by their first place.
    pub groups: Vec<NameGroup>,
}

/// A place of the article, and what could be made of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// Its bytes of [`crate::dossier::Article::text`]; of an attributed sentence all of it, of leftovers from the first
    /// line to the last.
    pub range: Range<usize>,
    /// What it could be.
    pub what: What,
    /// Why it is suggested.
    pub reason: Reason,
}

/// What a place of the article could be.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    /// Lines that are the page's and not the article's: the bytes of each. They stand together, and are one decision.
    Leftover(Vec<Range<usize>>),
    /// A name, of this group of [`Suggestions::groups`].
    Name(usize),
    /// Words that say when something was.
    Time(Time),
    /// A number with what it counts.
    Figure(Figure),
    /// A sentence that has it from somebody, or does not vouch for it: the bytes of the article's text of the words that say so.
    Attributed(Vec<Range<usize>>),
}

impl What {
    /// What it is one of.
    pub fn kind(&self) -> SuggestionKind {
        match self {
            Self::Leftover(_) => SuggestionKind::Leftover,
            Self::Name(_) => SuggestionKind::Name,
            Self::Time(_) => SuggestionKind::Time,
            Self::Figure(_) => SuggestionKind::Figure,
            Self::Attributed(_) => SuggestionKind::Attributed,
        }
    }
}

/// Names of presumably one actor: one decision of the author's.
#[derive(Clone, PartialEq, Debug)]
pub struct NameGroup {
    /// The forms as the reader sees them, each once; the one that its actor would be called by first.
    pub forms: Vec<String>,
    /// The word of the kind of actor that it seems to be, as `company`; none where nothing tells.
    pub kind: Option<&'static str>,
    /// The actor of another dossier, or none.
    pub known: Option<KnownActor>,
    /// Why it is suggested.
    pub reason: Reason,
}

impl NameGroup {
    /// What its actor would be called: the first form, in the nominative if the article has only a genitive. That form need not
    /// stand in the article, and is then no alias.
    pub fn name(&self) -> String {
        let form = self.forms.first().map_or("", String::as_str);
        names::nominative(form, self.reason).unwrap_or_else(|| form.to_owned())
    }
}

/// When something was.
#[derive(Clone, PartialEq, Debug)]
pub struct Time {
    /// The date, where it is certain; none of vague words.
    pub date: Option<When>,
    /// What it is known by.
    pub basis: Basis,
}

/// What a date is known by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The words alone.
    Words,
    /// The words, counted from the day the article was published.
    Published,
}

/// How much of something.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The number in figures, with a full stop and without separators: `1500000`, `4.5`.
    pub value: String,
    /// What it counts, as the article writes it.
    pub unit: String,
    /// What the article says of how exact it is.
    pub qualifier: Qualifier,
    /// What the words say that the value does not.
    pub beside: Beside,
}

impl Figure {
    /// Whether a row of figures says the same as the words: one value with its unit, as exact as the words have it.
    pub fn can_be_row(&self) -> bool {
        self.beside == Beside::Nothing && !self.unit.is_empty()
    }
}

/// What the words of a figure say that a value with its qualifier does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// Nothing: the value says it all.
    Nothing,
    /// It is one end of a range: `20 to 30 percent`.
    OtherEnd,
    /// It is a fraction that no decimal gives exactly: `two-thirds`.
    Remainder,
    /// It is less than the value, which is then not reached: `less than 20 percent`.
    Limit,
    /// It is not this value: `not 20 percent`.
    Denial,
    /// The words beside it say something of it that no rule knows: `gegen 20`, `other than 20`.
    Doubt,
}
