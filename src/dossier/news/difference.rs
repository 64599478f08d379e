//! How two states of a dossier differ, in the terms of a reader.

use std::collections::HashMap;

use similar::{Algorithm, capture_diff_slices};

use super::{Held, HeldArticle, HeldFigure, Names, Snapshot, TextPart};
use crate::dossier::{Assessment, Id, Kind, Ref, When};

/// What there is to list, in the order in which it is listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// The article itself.
    Article,
    /// What it asserts.
    Claims,
    /// What it leaves out.
    Gaps,
    /// What happened when.
    Events,
    /// Who the story is about.
    Actors,
    /// Values.
    Figures,
    /// Who does what to whom.
    Relations,
    /// What the values are of.
    Series,
    /// Where they were measured.
    Places,
    /// Publications.
    Sources,
    /// The tour.
    Stops,
}

impl Group {
    fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::Claim => Self::Claims,
            Kind::Gap => Self::Gaps,
            Kind::Event => Self::Events,
            Kind::Actor => Self::Actors,
            Kind::Observation => Self::Figures,
            Kind::Relation => Self::Relations,
            Kind::Series => Self::Series,
            Kind::Place => Self::Places,
            Kind::Source => Self::Sources,
            Kind::Link => return None,
        })
    }
}

/// What an entry is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The article, and its first block that is not what it was, if one is.
    Article(Option<usize>),
    /// A thing.
    Thing(Ref),
    /// A stop of the tour, by its number from 0.
    Stop(usize),
}

/// What became of it.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    /// It was not there.
    Added,
    /// It is not there any more.
    Gone,
    /// It differs in these.
    Changed(Vec<Difference>),
}

/// A thing that may be gone, and what it is or was called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// What it is or was called; nothing where that is not known.
    pub names: Names,
    /// Its id.
    pub id: Id,
}

/// In what something differs.
#[derive(Clone, PartialEq, Debug)]
pub enum Difference {
    /// How a claim is assessed; none where nothing was judged.
    Assessment(Option<Assessment>, Option<Assessment>),
    /// When it was, or was published.
    Date(Option<When>, Option<When>),
    /// A value.
    Figure(HeldFigure, HeldFigure),
    /// A text of the dossier's own.
    Text(TextPart),
    /// The words of the article that it rests on, or whether they are found.
    Words,
    /// Publications that it rests on now and did not.
    SourcesAdded(Vec<Named>),
    /// Publications that it rested on and does not any more.
    SourcesGone(Vec<Named>),
    /// When we read it; none where we did not.
    Read(Option<When>, Option<When>),
    /// Other things that it names.
    Links,
    /// Anything else of what it is.
    Details,
    /// So many paragraphs of the article.
    Paragraphs(usize),
    /// So many paragraphs of its translation.
    Translation(usize),
}

/// One thing that is new.
#[derive(Clone, PartialEq, Debug)]
pub struct NewsEntry {
    /// Where it is listed.
    pub group: Group,
    /// What it is about.
    pub of: Subject,
    /// What it is called; of what is gone, what it was called.
    pub names: Names,
    /// What became of it.
    pub what: What,
}

/// How many of each there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Those that were not there.
    pub added: usize,
    /// Those that are not there any more.
    pub gone: usize,
    /// Those that differ.
    pub changed: usize,
}

/// What is new in a dossier since an earlier state of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct News {
    /// By group; in each first what was added, then what changed, then what is gone.
    pub entries: Vec<NewsEntry>,
}

impl News {
    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many were added, are gone, changed.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for entry in &self.entries {
            match entry.what {
                What::Added => counts.added += 1,
                What::Gone => counts.gone += 1,
                What::Changed(_) => counts.changed += 1,
            }
        }
        counts
    }
}

/// What is new in `after`.
pub(super) fn between(before: &Snapshot, after: &Snapshot) -> News {
    let mut entries: Vec<NewsEntry> = article(&before.article, &after.article).into_iter().collect();
    let sources = SourceNames::new(before, after);
    let was: HashMap<&str, &Held> = before.things.iter().map(|held| (&*held.of, held)).collect();
    let is: HashMap<&str, &Held> = after.things.iter().map(|held| (&*held.of, held)).collect();
    for held in &after.things {
        match was.get(&*held.of) {
            None => entries.extend(thing(held, What::Added)),
            Some(old) => {
                let differences = differences(old, held, &sources);
                if !differences.is_empty() {
                    entries.extend(thing(held, What::Changed(differences)));
                }
            }
        }
    }
    let gone = before.things.iter().filter(|held| !is.contains_key(&*held.of));
    entries.extend(gone.filter_map(|held| thing(held, What::Gone)));
    stops(&before.stops, &after.stops, &sources, &mut entries);
    let rank = |entry: &NewsEntry| match entry.what {
        What::Added => 0,
        What::Changed(_) => 1,
        What::Gone => 2,
    };
    // Stable: in each group the order is the dossier's.
    entries.sort_by_key(|entry| (entry.group, rank(entry)));
    News { entries }
}

/// What sources are called: as they are, or as they were.
struct SourceNames<'s>(HashMap<&'s str, &'s Names>);

impl<'s> SourceNames<'s> {
    fn new(before: &'s Snapshot, after: &'s Snapshot) -> Self {
        // The later name takes the place of the earlier one.
        let all = before.things.iter().chain(&after.things);
        Self(all.map(|held| (held.of.as_str(), &held.names)).collect())
    }

    fn named(&self, id: &str) -> Named {
        let id = Id::new(id);
        let names = self.0.get(Ref::new(Kind::Source, &id).to_string().as_str());
        Named { names: names.map(|names| (*names).clone()).unwrap_or_default(), id }
    }

    /// Those of the first that are not among the others.
    fn beyond(&self, those: &[String], others: &[String]) -> Vec<Named> {
        those.iter().filter(|id| !others.contains(id)).map(|id| self.named(id)).collect()
    }
}

/// An entry for a thing; none for what a file calls by no name of ours.
fn thing(held: &Held, what: What) -> Option<NewsEntry> {
    let of: Ref = held.of.parse().ok()?;
    let group = Group::of(of.kind)?;
    Some(NewsEntry { group, of: Subject::Thing(of), names: held.names.clone(), what })
}

fn when(text: Option<&String>) -> Option<When> {
    text.and_then(|text| When::parse(text).ok())
}

/// In what a thing differs, what a reader asks for first at the beginning.
fn differences(before: &Held, after: &Held, sources: &SourceNames) -> Vec<Difference> {
    // Without `..`, so that what is held of things is compared.
    let Held {
        of: _,
        names: _,
        texts,
        words,
        sources: rests_on,
        links,
        details,
        assessment,
        date,
        read,
        figure,
    } = after;
    let mut found = Vec::new();
    if before.assessment != *assessment {
        found.push(Difference::Assessment(before.assessment, *assessment));
    }
    if before.date != *date {
        found.push(Difference::Date(when(before.date.as_ref()), when(date.as_ref())));
    }
    if let (Some(before), Some(after)) = (before.figure, *figure)
        && before != after
    {
        found.push(Difference::Figure(before, after));
    }
    let parts = before.texts.keys().chain(texts.keys().filter(|part| !before.texts.contains_key(part)));
    let changed = parts.filter(|part| before.texts.get(part) != texts.get(part));
    found.extend(changed.copied().map(Difference::Text));
    if before.words != *words {
        found.push(Difference::Words);
    }
    let added = sources.beyond(rests_on, &before.sources);
    let gone = sources.beyond(&before.sources, rests_on);
    if !added.is_empty() {
        found.push(Difference::SourcesAdded(added));
    }
    if !gone.is_empty() {
        found.push(Difference::SourcesGone(gone));
    }
    if before.read != *read {
        found.push(Difference::Read(when(before.read.as_ref()), when(read.as_ref())));
    }
    if before.links != *links {
        found.push(Difference::Links);
    }
    if before.details != *details {
        found.push(Difference::Details);
    }
    found
}

/// How many blocks are not what they were: of a stretch that others replace the longer counts.
fn changed_blocks(before: &[u64], after: &[u64]) -> (usize, Option<usize>) {
    let (mut count, mut first) = (0, None);
    for change in capture_diff_slices(Algorithm::Myers, before, after) {
        if !matches!(change, similar::DiffOp::Equal { .. }) {
            count += change.old_range().len().max(change.new_range().len());
            first = first.or(Some(change.new_range().start));
        }
    }
    (count, first)
}

fn article(before: &HeldArticle, after: &HeldArticle) -> Option<NewsEntry> {
    let HeldArticle { blocks, translation, details, date } = after;
    let (paragraphs, first) = changed_blocks(&before.blocks, blocks);
    let (translated, _) = changed_blocks(&before.translation, translation);
    let mut found = Vec::new();
    if before.date != *date {
        found.push(Difference::Date(when(before.date.as_ref()), when(date.as_ref())));
    }
    if paragraphs > 0 {
        found.push(Difference::Paragraphs(paragraphs));
    }
    if translated > 0 {
        found.push(Difference::Translation(translated));
    }
    if before.details != *details {
        found.push(Difference::Details);
    }
    let of = Subject::Article(first);
    (!found.is_empty()).then(|| NewsEntry {
        group: Group::Article,
        of,
        names: Names::default(),
        what: What::Changed(found),
    })
}

/// A hash of what a stop is called.
fn title(stop: &Held) -> Option<&u64> {
    stop.texts.get(&TextPart::Name)
}

/// Stops have no ids: one is the same as long as it keeps its title, or else what it selects.
fn stops(before: &[Held], after: &[Held], sources: &SourceNames, entries: &mut Vec<NewsEntry>) {
    let mut left: Vec<Option<&Held>> = before.iter().map(Some).collect();
    let mut pairs: Vec<Option<&Held>> = vec![None; after.len()];
    let are_same: [fn(&Held, &Held) -> bool; 3] = [
        |old, new| title(old) == title(new) && old.texts == new.texts && old.details == new.details,
        |old, new| title(old) == title(new),
        |old, new| old.links != 0 && old.links == new.links,
    ];
    for is_same in are_same {
        for (pair, new) in pairs.iter_mut().zip(after).filter(|(pair, _)| pair.is_none()) {
            let place = left.iter().position(|old| old.is_some_and(|old| is_same(old, new)));
            *pair = place.and_then(|place| left[place].take());
        }
    }
    let entry = |held: &Held, number, what| NewsEntry {
        group: Group::Stops,
        of: Subject::Stop(number),
        names: held.names.clone(),
        what,
    };
    for (number, (new, old)) in after.iter().zip(pairs).enumerate() {
        let Some(old) = old else {
            entries.push(entry(new, number, What::Added));
            continue;
        };
        let mut differences = differences(old, new, sources);
        // That is among the details of a stop.
        differences.retain(|difference| *difference != Difference::Links);
        if !differences.is_empty() {
            entries.push(entry(new, number, What::Changed(differences)));
        }
    }
    let gone = left.into_iter().enumerate().filter_map(|(number, old)| Some((number, old?)));
    entries.extend(gone.map(|(number, old)| entry(old, number, What::Gone)));
}
