//! Everything known of one thing: what is said of it and in whose words, what that rests on, how sure it is, when it was
//! relative to the article, and what it is linked to.
//!
//! It is decided here, once. The card, the tour, what is copied and the documents only lay it out: they may show less of
//! it, but say nothing else. So there is no layout in here, no width and no string of the interface; those words are in
//! [`crate::i18n::label`] and [`crate::protocol::words`].

mod actors;
mod article;
mod change;
mod claims;
mod events;
mod figures;
mod mark;
mod naming;
mod place;
mod quotations;
mod score;
mod sources;
mod stop;
mod timeline;
mod tree;
mod trend;
mod wording;

use std::collections::HashSet;

use crate::dossier::{
    Assessment, Dossier, Evidence, Kind, LocalText, Observation, Ref, SeriesKind, Standing, When,
};

pub use crate::i18n::label::Label;
pub use actors::{RelationGroup, relation_groups};
pub use article::{Address, Article, address, archived, article, readable_at};
pub(crate) use change::Change;
pub use events::{Moment, TimeGroup, in_order_of_time};
pub use figures::{GivenBy, given_by, newest};
pub use mark::{Mark, mark, provenance_mark};
pub use naming::{Naming, naming, passage_counts};
pub use place::{BlockLabel, Blocks, Place, Stretch};
pub use quotations::{Quotation, Quotations, State};
pub use score::{OriginShare, Root, Score, Support, Tile, Totals, first_source};
pub use sources::{MOST_REPEATED, Sources};
pub use stop::{
    StopFacts, StopVerdict, stop_big_figure, stop_events, stop_figures, stop_gaps, stop_has_any,
    stop_panel_view, stop_series,
};
pub(crate) use timeline::{
    LaneName, NamingOrder, Placement, TimelineEvent, lane_names, place_names, range as timeline_range,
    timeline, timeline_label,
};
pub use tree::{Branch, SourceTree};
pub(crate) use trend::{Direction, LineTrend, SeriesTrend, change_between};
pub use wording::{SomeWords, Wording, wording};

/// The things errors were found with.
#[derive(Clone, Copy, Debug)]
pub struct Faults<'a> {
    /// Those whose evidence is broken.
    pub evidence: &'a HashSet<Ref>,
    /// Those with another error. A thing may be in both.
    pub other: &'a HashSet<Ref>,
}

/// Everything known of one thing.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts<'a> {
    /// Which thing.
    pub item: Ref,
    /// Whether its evidence is broken.
    pub is_broken: bool,
    /// Whether another error was found with it.
    pub is_faulty: bool,
    /// How it stands, as shown where its name stands for it.
    pub mark: Mark,
    /// What is known of it, in the order in which it is shown. Nothing of a thing that the dossier does not have.
    pub facts: Vec<Fact<'a>>,
}

/// One thing known of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact<'a> {
    /// What it is about.
    pub label: Label,
    /// Whose words it is in.
    pub by: Attribution,
    /// Where a statement comes from. None of what states nothing by itself.
    pub mark: Option<Mark>,
    /// What it says.
    pub value: Value<'a>,
}

/// Whose words something is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribution {
    /// The article's.
    Article,
    /// A source's own.
    Source,
    /// Ours, reporting what sources say or what the article's words come to.
    Ours,
    /// Nobody's: what a thing is, where it stands, what it is linked to.
    Nobody,
}

/// What a fact says.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'a> {
    /// What a thing is, in short parts.
    Details(Vec<Detail<'a>>),
    /// How a claim is assessed; none where its evidence is broken: the assessment is then withheld.
    Judgement(Option<Assessment>),
    /// Where it comes from, and whether all of the article's words for it take a reading.
    Provenance(Standing, bool),
    /// A text in the dossier's own words.
    Text(&'a LocalText),
    /// Words of a source as they were published.
    Verbatim(&'a str),
    /// Its label says it.
    Notice,
    /// Words of the article.
    Quotations(Quotations<'a>),
    /// How often and where the article names an actor.
    Mentions(Naming),
    /// Other things.
    Links(Vec<Ref>),
    /// Publications.
    Sources(Sources<'a>),
    /// Figures, those of a series together.
    Figures(Vec<&'a Observation>),
    /// So many.
    Count(usize),
    /// An address.
    Address(Address<'a>),
}

impl Value<'_> {
    /// Whether it leads to things of a kind.
    fn leads_to(&self, kind: Kind) -> bool {
        match self {
            Value::Links(links) => links.iter().any(|to| to.kind == kind),
            Value::Sources(_) => kind == Kind::Source,
            Value::Figures(_) => kind == Kind::Observation,
            _ => false,
        }
    }
}

/// A part of what a thing is.
#[derive(Clone, PartialEq, Debug)]
pub enum Detail<'a> {
    /// The kind of an actor, by its word.
    ActorKind(&'a str),
    /// The kind of an event, by its word.
    EventKind(&'a str),
    /// The kind of a publication, by its word.
    SourceKind(&'a str),
    /// What the values of a series are.
    SeriesKind(SeriesKind),
    /// A country, by its code.
    Country(&'a str),
    /// Every name of an actor in the article, and the name it goes by.
    AlsoCalled(&'a [Box<str>], &'a LocalText),
    /// When.
    Date(&'a When),
    /// When, relative to the article.
    Moment(Moment),
    /// Whose act an event is.
    Lane(&'a LocalText),
    /// The unit of a series.
    Unit(&'a LocalText),
    /// The first and last period of a series.
    Period(&'a When, &'a When),
    /// Longitude and latitude in degrees, east and north positive.
    Coordinates(f64, f64),
    /// The day we read a publication; none if we did not.
    Reading(Option<&'a When>),
}

/// Everything known of a thing.
pub fn of<'a>(dossier: &'a Dossier, faults: Faults<'_>, item: &Ref) -> Facts<'a> {
    let mut builder = Builder { dossier, faults, item, facts: Vec::new() };
    match item.kind {
        Kind::Actor => builder.actor(),
        Kind::Relation => builder.relation(),
        Kind::Claim => builder.claim(),
        Kind::Gap => builder.gap(),
        Kind::Event => builder.event(),
        Kind::Series => builder.series(),
        Kind::Observation => builder.observation(),
        Kind::Place => builder.place(),
        Kind::Source => builder.source(),
        Kind::Link => builder.link(),
    }
    .unwrap_or_default();
    builder.other_links();
    Facts {
        item: item.clone(),
        is_broken: faults.evidence.contains(item),
        is_faulty: faults.other.contains(item),
        mark: mark(dossier, faults, item),
        facts: builder.facts,
    }
}

impl<'a> Facts<'a> {
    /// What is said about this.
    pub fn get(&self, label: Label) -> Option<&Fact<'a>> {
        self.facts.iter().find(|fact| fact.label == label)
    }

    /// When it was, relative to the article; none of what has no date.
    pub fn moment(&self) -> Option<Moment> {
        self.details().find_map(|detail| match detail {
            Detail::Moment(moment) => Some(*moment),
            _ => None,
        })
    }

    /// What it is.
    pub fn details(&self) -> impl Iterator<Item = &Detail<'a>> {
        self.facts.iter().flat_map(|fact| match &fact.value {
            Value::Details(details) => &details[..],
            _ => &[],
        })
    }

    /// Its figures.
    pub fn figures(&self) -> Option<&[&'a Observation]> {
        self.get(Label::Figures).and_then(|fact| match &fact.value {
            Value::Figures(figures) => Some(&figures[..]),
            _ => None,
        })
    }

    /// The sources of its statements, or of its figures.
    pub fn sources(&self) -> Option<&Sources<'a>> {
        self.get(Label::Sources).and_then(|fact| match &fact.value {
            Value::Sources(sources) => Some(sources),
            _ => None,
        })
    }
}

/// The facts of one thing, while they are collected. What collects those of a kind ends early, with nothing, where the
/// dossier has no such thing.
struct Builder<'a, 'b> {
    dossier: &'a Dossier,
    faults: Faults<'b>,
    item: &'b Ref,
    facts: Vec<Fact<'a>>,
}

impl<'a> Builder<'a, '_> {
    fn is_broken(&self) -> bool {
        self.faults.evidence.contains(self.item)
    }

    /// The mark of a statement in our words. Only what rests on the article's own words alone is the article's: with a
    /// source beside them it says what its sources say.
    fn statement_mark(&self, evidence: &Evidence) -> Mark {
        if self.is_broken() {
            Mark::Broken
        } else if evidence.sources.is_empty() {
            Mark::of_evidence(evidence)
        } else {
            Mark::Background
        }
    }

    fn add(&mut self, label: Label, by: Attribution, mark: Option<Mark>, value: Value<'a>) {
        self.facts.push(Fact { label, by, mark, value });
    }

    /// What nobody says: it is so.
    fn plain(&mut self, label: Label, value: Value<'a>) {
        self.add(label, Attribution::Nobody, None, value);
    }

    fn details(&mut self, details: impl IntoIterator<Item = Option<Detail<'a>>>) {
        let details: Vec<Detail> = details.into_iter().flatten().collect();
        if !details.is_empty() {
            self.plain(Label::Details, Value::Details(details));
        }
    }

    /// A text in our words.
    fn text(&mut self, label: Label, mark: Option<Mark>, text: Option<&'a LocalText>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.add(label, Attribution::Ours, mark, Value::Text(text));
        }
    }

    /// Words of a source as they were published.
    fn verbatim(&mut self, label: Label, by: Attribution, text: Option<&'a str>) {
        if let Some(text) = text {
            self.add(label, by, Some(Mark::Background), Value::Verbatim(text));
        }
    }

    fn links(&mut self, label: Label, links: Vec<Ref>) {
        if !links.is_empty() {
            self.plain(label, Value::Links(links));
        }
    }

    /// Everything of a kind that is one link away.
    fn linked(&mut self, kind: Kind) {
        self.links(Label::Linked(kind), self.dossier.linked_of(self.item, kind).cloned().collect());
    }

    /// The same of each kind to which no fact leads yet. A fact that leads to some things of a kind has to lead to all.
    fn other_links(&mut self) {
        for kind in Kind::ALL {
            if !self.facts.iter().any(|fact| fact.value.leads_to(kind)) {
                self.linked(kind);
            }
        }
    }
}
