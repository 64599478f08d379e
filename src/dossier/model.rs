//! The things a dossier holds. All text in here is already safe to show ([`crate::text::sanitize`]).
//!
//! `content` takes each thing apart without `..`, so that a new field does not compile before it is decided what it is.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::When;
use super::content::{Content, Words};
use super::{Anchor, Article, Evidence, Id, Kind, LocalText, Stop, Suggested};

/// Everything a dossier consists of, in the author's order, before it is assembled. Ids are unique within a kind and
/// every reference resolves: `load` has left out what does not.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Parts {
    /// The dossier's title.
    pub title: LocalText,
    /// The date up to which the facts run.
    pub as_of: Option<When>,
    /// The article.
    pub article: Article,
    /// The publications.
    pub sources: Vec<Source>,
    /// Who the story is about.
    pub actors: Vec<Actor>,
    /// Every passage that names an actor, ordered by where it starts, the longer first.
    pub mentions: Vec<Mention>,
    /// Who does what to whom.
    pub relations: Vec<Relation>,
    /// What the article asserts.
    pub claims: Vec<Claim>,
    /// What it leaves out.
    pub gaps: Vec<Gap>,
    /// The order of the timeline.
    pub lanes: Vec<Lane>,
    /// What happened when.
    pub events: Vec<Event>,
    /// Where figures were measured.
    pub places: Vec<Place>,
    /// The figures' definitions.
    pub series: Vec<Series>,
    /// The figures.
    pub observations: Vec<Observation>,
    /// The tour, if the author wrote one.
    pub stops: Vec<Stop>,
    /// What was decided of suggestions, and which actors others know.
    pub suggested: Suggested,
    /// Whether it is made of an article's file alone, without tables that could say more.
    pub is_bare: bool,
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
    /// The address of a copy, as written; the same holds for it.
    pub archived: Option<Box<str>>,
    /// The day the page itself was read; `None` if it was not.
    pub accessed: Option<When>,
    /// The sources it merely repeats; it is not independent of them.
    pub repeats: Vec<Id>,
    /// Whether it repeats something that cannot be read. It then does not count as an origin.
    pub repeats_unknown: bool,
    /// Its own words; without them what it says is shown as "in our words".
    pub quote: Option<Box<str>>,
}

impl Source {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            kind: _,
            outlet,
            title,
            issued: _,
            url,
            archived,
            accessed: _,
            repeats,
            repeats_unknown: _,
            quote,
        } = self;
        Content::default()
            .plain("outlet", &**outlet)
            .plain("title", title.as_deref())
            .plain("quote", quote.as_deref())
            .searched_only("url", url.iter().map(|url| Words::Plain(url)))
            .searched_only("archived", archived.iter().map(|archived| Words::Plain(archived)))
            .links(Kind::Source, repeats)
    }
}

/// What an actor does in the story, and the evidence for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// In our words.
    pub text: LocalText,
    /// The evidence for it.
    pub evidence: Evidence,
}

/// Who or what the story is about: someone who acts, a place, a product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// Its id.
    pub id: Id,
    /// One of the words the format allows: `company`, `government`, `agency` …
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
    /// Texts of the article in which no alias counts: names of something else that have one inside.
    pub not_in: Vec<Box<str>>,
    /// Where `mentions = [...]` stand, in the author's order, whatever their state.
    pub named_mentions: Vec<Anchor>,
}

impl Actor {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            kind: _,
            country: _,
            name,
            prominent: _,
            role,
            aliases,
            not_in: _,
            named_mentions: _,
        } = self;
        let content = Content::default()
            .name("name", name)
            .searched_only("alias", aliases.iter().map(|alias| Words::Plain(alias)));
        match role {
            Some(role) => content.local("role", &role.text).evidence(&role.evidence),
            None => content,
        }
    }
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
    /// It stands side by side with the one before it of the same actor, as in "TikTok-Mutter ByteDance": to a reader they are
    /// one passage.
    pub continues: bool,
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

impl Relation {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, from, to, label, evidence } = self;
        Content::default()
            .local("label", label)
            .link(Kind::Actor, from)
            .link(Kind::Actor, to)
            .evidence(evidence)
    }
}

/// How an assertion of the article compares with the sources; `assets/format.md` has the rule in full.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assessment {
    /// It is supported as the article words it.
    BorneOut,
    /// It is supported in part, or by one report alone that rests on unnamed people.
    Qualified,
    /// A source that was read says otherwise.
    Contradicted,
    /// Nothing that was read decides it.
    Open,
}

impl Assessment {
    /// In which order claims are told where there is no room for all, the lowest first: what surprises most, and last what is
    /// not decided.
    pub(crate) fn telling_order(self) -> u8 {
        match self {
            Self::Contradicted => 0,
            Self::Qualified => 1,
            Self::BorneOut => 2,
            Self::Open => 3,
        }
    }
}

/// Words of the article's beside a claim: by which it keeps its distance, or says whom it has it from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hedge {
    /// The words as the author quotes them.
    pub words: Box<str>,
    /// Whether they stand in the sentence of an exact anchor. Otherwise they are not shown as the article's words.
    pub is_confirmed: bool,
}

impl Hedge {
    /// The words, if the article has them.
    pub fn confirmed(&self) -> Option<&str> {
        self.is_confirmed.then_some(&*self.words)
    }

    /// The words, if they are in no sentence of a valid quotation: no evidence.
    pub fn unconfirmed(&self) -> Option<&str> {
        (!self.is_confirmed).then_some(&*self.words)
    }
}

/// What the article asserts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Its id.
    pub id: Id,
    /// The assertion in our words; its quotation stands in the evidence's anchors. Without it, the article's words stand
    /// for the claim (`facts::wording`).
    pub text: Option<LocalText>,
    /// The same in a few words, for narrow views, at most [`Claim::MAX_SHORT`] characters.
    pub short: Option<LocalText>,
    /// Its words in the article, and the sources of the assessment.
    pub evidence: Evidence,
    /// The words by which the article keeps its distance.
    pub hedge: Option<Hedge>,
    /// The actors the article attributes it to.
    pub attributed_to: Vec<Id>,
    /// To whom the article attributes it where that is no actor, in its words.
    pub attribution: Option<Hedge>,
    /// The actors it names.
    pub actors: Vec<Id>,
    /// The events it concerns.
    pub events: Vec<Id>,
    /// How it compares with the sources. `None` if its evidence is faulty: then nothing is judged.
    pub assessment: Option<Assessment>,
    /// What the sources say, in our words.
    pub note: Option<LocalText>,
    /// What was looked for in vain, in our words. No evidence.
    pub searched: Option<LocalText>,
}

impl Claim {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            text,
            short: _,
            evidence,
            hedge,
            attributed_to,
            attribution,
            actors,
            events,
            assessment: _,
            note,
            searched,
        } = self;
        Content::default()
            .local("text", text.as_ref())
            .searched_only("hedge", hedge.iter().map(|hedge| Words::Plain(&hedge.words)))
            .searched_only("attribution", attribution.iter().map(|words| Words::Plain(&words.words)))
            .local("note", note.as_ref())
            .local("searched", searched.as_ref())
            .links(Kind::Actor, actors)
            .links(Kind::Actor, attributed_to)
            .links(Kind::Event, events)
            .evidence(evidence)
    }
}

impl Claim {
    /// The longest short text of a claim or gap, in characters.
    pub const MAX_SHORT: usize = 34;

    /// The claim in few words of ours: its short text, else its text; none of one that has neither.
    pub fn in_short(&self) -> Option<&LocalText> {
        self.short.as_ref().or(self.text.as_ref())
    }

    /// The hedge, if the article has it.
    pub fn confirmed_hedge(&self) -> Option<&str> {
        self.hedge.as_ref().and_then(Hedge::confirmed)
    }

    /// The hedge, if it is in no sentence of a valid quotation: no evidence.
    pub fn unconfirmed_hedge(&self) -> Option<&str> {
        self.hedge.as_ref().and_then(Hedge::unconfirmed)
    }

    /// Whether the article attributes it to somebody, an actor or others.
    pub fn is_attributed(&self) -> bool {
        !self.attributed_to.is_empty() || self.attribution.as_ref().is_some_and(|words| words.is_confirmed)
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
    /// The same in a few words, for narrow views, at most [`Claim::MAX_SHORT`] characters.
    pub short: Option<LocalText>,
    /// The actors it names.
    pub actors: Vec<Id>,
    /// Who says so.
    pub evidence: Evidence,
}

impl Gap {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, near: _, text, short: _, actors, evidence } = self;
        Content::default().local("text", text).links(Kind::Actor, actors).evidence(evidence)
    }
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
    /// The id of its [`Lane`], if it has one.
    pub lane: Option<Id>,
    /// One of the words the format allows: `control`, `relaxation`, `mandate` …
    pub kind: Box<str>,
    /// Its status.
    pub status: Option<LocalText>,
    /// At most 40 characters.
    pub title: LocalText,
    /// The title as a label on the time axis prints it, at most [`Event::MAX_SHORT`] characters.
    pub short: Option<LocalText>,
    /// One or two sentences.
    pub summary: Option<LocalText>,
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

impl Event {
    /// The longest short title of an event, in characters.
    pub const MAX_SHORT: usize = 26;

    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            date: _,
            lane: _,
            kind: _,
            status,
            title,
            short: _,
            summary,
            actors,
            evidence,
            candidate_for: _,
            follows,
            prominent: _,
        } = self;
        Content::default()
            .name("title", title)
            .local("summary", summary.as_ref())
            .local("status", status.as_ref())
            .links(Kind::Actor, actors)
            .links(Kind::Event, follows)
            .evidence(evidence)
    }
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

impl Place {
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, name, country: _, actor, coordinates: _ } = self;
        Content::default().name("name", name).link(Kind::Actor, actor.as_ref())
    }
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
    /// The unit as narrow views print it, at most [`Series::MAX_UNIT_SHORT`] characters.
    pub unit_short: Option<LocalText>,
    /// What its values are.
    pub kind: SeriesKind,
    /// What it shows.
    pub title: LocalText,
    /// What it shows in a word or two, as narrow views print it after a place, at most [`Series::MAX_SHORT`] characters.
    pub short: Option<LocalText>,
    /// What it shows, in a sentence of at most [`Series::MAX_FINDING`] characters; each figure in it is one of the series.
    pub finding: Option<LocalText>,
    /// What exactly is counted.
    pub definition: LocalText,
    /// The actors the figures name.
    pub actors: Vec<Id>,
    /// Places the publisher covers but no figure was found for.
    pub expects: Vec<Id>,
    /// The series whose values these are planned for: what is planned of the same, by the same publisher, in the same unit.
    pub planned_for: Option<Id>,
    /// How many rows of figures name it and were left out because of an error. With any, it is incomplete.
    pub left_out: usize,
}

impl Series {
    /// The longest short name of a series, in characters.
    pub const MAX_SHORT: usize = 12;
    /// The longest short unit, in characters.
    pub const MAX_UNIT_SHORT: usize = 6;
    /// The longest finding of a series, in characters.
    pub const MAX_FINDING: usize = 60;

    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            outlet,
            unit: _,
            unit_short: _,
            kind: _,
            title,
            short: _,
            finding,
            definition,
            actors,
            expects: _,
            planned_for,
            left_out: _,
        } = self;
        Content::default()
            .name("title", title)
            .local("finding", finding.as_ref())
            .searched_only("outlet", [Words::Plain(outlet)])
            .local("definition", definition)
            .link(Kind::Series, planned_for.as_ref())
            .links(Kind::Actor, actors)
    }
}

/// How a value is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// The words of the article that give it, at most one quotation, and where it is published, at most one source.
    pub evidence: Evidence,
    /// The author's remark.
    pub note: Option<LocalText>,
}

impl Observation {
    pub(super) fn content(&self) -> Content<'_> {
        let Self {
            id: _,
            series,
            place,
            date: _,
            part: _,
            value: _,
            qualifier: _,
            part_name,
            unit: _,
            evidence,
            note,
        } = self;
        // Figures have no cards: theirs are made of what their series and places say.
        Content::default()
            .searched_only("part", part_name.iter().map(Words::Local))
            .searched_only("note", note.iter().map(Words::Local))
            .link(Kind::Series, series)
            .link(Kind::Place, place.as_ref())
            .evidence(evidence)
    }

    /// Where it is published; none of what the article alone gives.
    pub fn source(&self) -> Option<&Id> {
        self.evidence.sources.first()
    }

    /// The words of the article that give it, whatever their state.
    pub fn anchor(&self) -> Option<&Anchor> {
        self.evidence.anchors.first()
    }

    /// Whether a source gives it, or words that stand in the article. Else it is listed, marked, and nowhere drawn or
    /// computed with.
    pub fn is_supported(&self) -> bool {
        self.source().is_some() || self.anchor().is_some_and(|anchor| anchor.passage().is_some())
    }
}
