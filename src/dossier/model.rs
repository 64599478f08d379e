//! The things a dossier holds. All text in here is already safe to show ([`crate::text::sanitize`]).

use std::borrow::Cow;
use std::ops::Range;

use super::Id;
use super::When;

/// A language by its BCP 47 tag, lower case (`de`, `en`, `de-at`).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct LanguageTag(Cow<'static, str>);

impl LanguageTag {
    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        // Every text of a dossier carries one, and nearly all of them are these.
        const COMMON: [&str; 2] = ["de", "en"];
        match COMMON.into_iter().find(|common| *common == tag) {
            Some(common) => Self(Cow::Borrowed(common)),
            None => Self(Cow::Owned(tag.to_ascii_lowercase())),
        }
    }

    /// BCP 47's tag for an unknown language.
    pub fn unknown() -> Self {
        Self::new("und")
    }

    /// Whether it is unknown.
    pub fn is_unknown(&self) -> bool {
        self.primary() == "und"
    }

    /// The whole tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary subtag: `de` of `de-at`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

/// Text for people: one version for everyone, or one per language.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LocalText {
    versions: Vec<(Option<LanguageTag>, Box<str>)>,
}

/// A text chosen from a [`LocalText`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown<'a> {
    /// The text.
    pub text: &'a str,
    /// Set only when the text is not in the requested language; the screen shows it as `[de]`.
    pub other: Option<&'a LanguageTag>,
}

impl LocalText {
    /// One text for every language.
    pub fn plain(text: &str) -> Self {
        Self { versions: vec![(None, text.into())] }
    }

    /// One text per language, in the order written.
    pub fn by_language(versions: Vec<(LanguageTag, Box<str>)>) -> Self {
        Self { versions: versions.into_iter().map(|(language, text)| (Some(language), text)).collect() }
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// The languages it is written in; empty for a text that serves every language.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.versions.iter().filter_map(|(language, _)| language.as_ref())
    }

    /// Every version's text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.versions.iter().map(|(_, text)| &**text)
    }

    /// The text in the language asked for, else in the article's, else any.
    pub fn shown<'a>(&'a self, asked: &str, article: &LanguageTag) -> Option<Shown<'a>> {
        let find = |wanted: &str| {
            self.versions
                .iter()
                .find(|(language, _)| language.as_ref().is_none_or(|language| language.primary() == wanted))
        };
        let (language, text) =
            find(asked).or_else(|| find(article.primary())).or_else(|| self.versions.first())?;
        let other = language.as_ref().filter(|language| language.primary() != asked);
        Some(Shown { text, other })
    }
}

/// A quotation that finds a passage: W3C Web Annotation's `TextQuoteSelector`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Quote {
    /// The words themselves.
    pub exact: Box<str>,
    /// The words right before them, or nothing. If given, they must match too.
    pub prefix: Box<str>,
    /// The words right after them, or nothing. If given, they must match too.
    pub suffix: Box<str>,
}

/// Where a quotation is found in the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnchorState {
    /// It occurs once, with its context, in this passage (bytes of [`super::Article::text`]).
    Exact(Range<usize>),
    /// It does not occur in the article, but something similar does here, in the same context: located, not proven,
    /// and so no evidence.
    Reworded(Range<usize>),
    /// It occurs more than once; the passages, in order.
    Ambiguous(Vec<Range<usize>>),
    /// It does not occur in the article.
    Lost,
}

/// A quotation and where it is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// The quotation as the author wrote it.
    pub quote: Quote,
    /// It takes interpretation, such as who "Beide" are. Still evidence, but shown with `?`.
    pub inferred: bool,
    /// Where it is found.
    pub state: AnchorState,
}

impl Anchor {
    /// The passage, if it is exact: the only state that counts as evidence.
    pub fn passage(&self) -> Option<Range<usize>> {
        match &self.state {
            AnchorState::Exact(passage) => Some(passage.clone()),
            AnchorState::Reworded(_) | AnchorState::Ambiguous(_) | AnchorState::Lost => None,
        }
    }

    /// Where similar words are now: to look at, never to rely on.
    pub fn located(&self) -> Option<Range<usize>> {
        match &self.state {
            AnchorState::Reworded(passage) => Some(passage.clone()),
            AnchorState::Exact(_) | AnchorState::Ambiguous(_) | AnchorState::Lost => None,
        }
    }
}

/// What a statement rests on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Evidence {
    /// Words of the article.
    pub anchors: Vec<Anchor>,
    /// Publications.
    pub sources: Vec<Id>,
    /// Whether something is wrong with it: a quotation is not exact or cannot be read, an assessment has no source, what
    /// limits the statement is lost.
    pub is_broken: bool,
}

/// A publication. `type` is one of CSL's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// CSL item type, such as `article-newspaper`.
    pub kind: Box<str>,
    /// Who published it.
    pub outlet: Box<str>,
    /// Its title, never translated; none where none is known.
    pub title: Option<Box<str>>,
    /// When it came out.
    pub issued: Option<When>,
    /// Its address as written. Only what [`crate::text::address::Address`] accepts is opened or linked to.
    pub url: Option<Box<str>>,
    /// The day the page itself was read; `None` if it was not.
    pub accessed: Option<When>,
    /// The sources it merely repeats; it is not independent of them.
    pub repeats: Vec<Id>,
    /// Whether it repeats something that cannot be read. It then does not count as an origin.
    pub repeats_unknown: bool,
    /// Its own words; without them what it says is shown as "in our words".
    pub quote: Option<Box<str>>,
}

/// What an actor does in the story, and the evidence for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// In our words.
    pub text: LocalText,
    /// The evidence for it.
    pub evidence: Evidence,
}

/// A company, government, agency, person, place, product, medium or group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// Its id.
    pub id: Id,
    /// `company`, `government`, `agency`, `person`, `place`, `product`, `medium` or `group`.
    pub kind: Box<str>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<Box<str>>,
    /// Its name; may differ by language.
    pub name: LocalText,
    /// In the short list.
    pub prominent: bool,
    /// What it does in the story, if that is stated.
    pub role: Option<Role>,
    /// Surface forms, found in the article as whole words.
    pub aliases: Vec<Box<str>>,
    /// Where `mentions = [...]` stand, in the author's order, whatever their state.
    pub named_mentions: Vec<Anchor>,
}

/// A passage that names an actor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Who is named.
    pub actor: Id,
    /// Where (bytes of [`super::Article::text`]).
    pub passage: Range<usize>,
    /// By a pronoun or paraphrase rather than by name.
    pub inferred: bool,
}

/// Actor, verb, actor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// Its id.
    pub id: Id,
    /// The acting actor.
    pub from: Id,
    /// The actor acted upon.
    pub to: Id,
    /// The verb.
    pub label: LocalText,
    /// The evidence for it.
    pub evidence: Evidence,
}

/// How an assertion of the article compares with the sources.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Assessment {
    /// The sources say the same.
    BorneOut,
    /// The sources bear it out in part.
    Qualified,
    /// The sources say otherwise.
    Contradicted,
    /// Not decided.
    Open,
}

/// The words by which the article keeps its distance from a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hedge {
    /// The words as the author quotes them.
    pub words: Box<str>,
    /// Whether they stand in the sentence of an exact anchor. Otherwise they are not shown as the article's words.
    pub is_confirmed: bool,
}

/// What the article asserts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Its id.
    pub id: Id,
    /// The assertion in our words; its quotation stands in the evidence's anchors.
    pub text: LocalText,
    /// Its words in the article, and the sources of the assessment.
    pub evidence: Evidence,
    /// The words by which the article keeps its distance.
    pub hedge: Option<Hedge>,
    /// The actors the article attributes it to.
    pub attributed_to: Vec<Id>,
    /// The actors it names.
    pub actors: Vec<Id>,
    /// The events it concerns.
    pub events: Vec<Id>,
    /// How it compares with the sources. `None` if its evidence is faulty: then nothing is judged.
    pub assessment: Option<Assessment>,
    /// What the sources say, in our words.
    pub note: Option<LocalText>,
}

impl Claim {
    /// The hedge, if the article has it.
    pub fn confirmed_hedge(&self) -> Option<&str> {
        self.hedge.as_ref().filter(|hedge| hedge.is_confirmed).map(|hedge| &*hedge.words)
    }

    /// The hedge, if it was not found in the article: no evidence.
    pub fn unconfirmed_hedge(&self) -> Option<&str> {
        self.hedge.as_ref().filter(|hedge| !hedge.is_confirmed).map(|hedge| &*hedge.words)
    }

    /// Whether it has been assessed.
    pub fn is_assessed(&self) -> bool {
        self.assessment.is_some_and(|assessment| assessment != Assessment::Open)
    }
}

/// What a source says and the article leaves out, at the sentence concerned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// Its id.
    pub id: Id,
    /// The words of the article it concerns. A place, not evidence.
    pub near: Option<Anchor>,
    /// What is left out, in our words.
    pub text: LocalText,
    /// The actors it names.
    pub actors: Vec<Id>,
    /// Who says so.
    pub evidence: Evidence,
}

/// A lane of the timeline: whose act an event is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lane {
    /// Its id.
    pub id: Id,
    /// At most a few letters, for the list.
    pub short: LocalText,
    /// In full.
    pub name: LocalText,
}

/// Something dated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// When.
    pub date: When,
    /// The id of its [`Lane`].
    pub lane: Id,
    /// `control`, `relaxation`, `mandate`, `guidance`, `enforcement` or `report`.
    pub kind: Box<str>,
    /// Its status.
    pub status: Option<LocalText>,
    /// At most 40 characters.
    pub title: LocalText,
    /// One or two sentences.
    pub summary: LocalText,
    /// The actors it names.
    pub actors: Vec<Id>,
    /// The evidence for it.
    pub evidence: Evidence,
    /// Sentences that may refer to it without saying so. Not evidence.
    pub candidate_for: Vec<Anchor>,
    /// The events it follows.
    pub follows: Vec<Id>,
    /// In the short list.
    pub prominent: bool,
}

/// Where something was measured.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// Its id.
    pub id: Id,
    /// Its name; may differ by language.
    pub name: LocalText,
    /// ISO 3166-1 alpha-2.
    pub country: Option<Box<str>>,
    /// The actor it stands for or lies in.
    pub actor: Option<Id>,
    /// Longitude and latitude in degrees (WGS 84), east and north positive.
    pub coordinates: Option<(f64, f64)>,
}

/// What the values are, which decides how they may be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SeriesKind {
    /// A level at a date.
    Stock,
    /// A sum over a period.
    Flow,
    /// Figures that do not compare; only ever a table.
    List,
}

/// One publisher's figures under one definition (but see [`SeriesKind::List`]).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// Its id.
    pub id: Id,
    /// Who published it.
    pub outlet: Box<str>,
    /// The unit of all its values; for a list each observation has its own.
    pub unit: Option<LocalText>,
    /// What its values are.
    pub kind: SeriesKind,
    /// What it shows.
    pub title: LocalText,
    /// What exactly is counted.
    pub definition: LocalText,
    /// The actors the figures name.
    pub actors: Vec<Id>,
    /// Places the publisher covers but no figure was found for.
    pub expects: Vec<Id>,
    /// How many rows of figures name it and were left out because of an error. With any, it is incomplete.
    pub left_out: usize,
}

/// How a value is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Qualifier {
    /// As printed.
    Exact,
    /// "around".
    About,
    /// Rounded by the publisher.
    Rounded,
    /// A lower bound, not reached.
    MoreThan,
    /// A lower bound.
    AtLeast,
    /// An upper bound.
    UpTo,
    /// A forecast.
    Forecast,
}

/// One value of a series. Identified by series, place, date and part together.
#[derive(Clone, PartialEq, Debug)]
pub struct Observation {
    /// `series/place/date/part`, as composed by `load`.
    pub id: Id,
    /// Its series.
    pub series: Id,
    /// Where it was measured.
    pub place: Option<Id>,
    /// When; without a date it has no place on an axis.
    pub date: Option<When>,
    /// Which part of a total; with series, place and date it names the observation.
    pub part: Option<Box<str>>,
    /// The value; `None` means looked for, no figure found.
    pub value: Option<f64>,
    /// How it is meant.
    pub qualifier: Qualifier,
    /// What that part is called.
    pub part_name: Option<LocalText>,
    /// Its unit, for a list.
    pub unit: Option<LocalText>,
    /// Where it is published.
    pub source: Id,
    /// The author's remark.
    pub note: Option<LocalText>,
}
