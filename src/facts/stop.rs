//! What a stop of the tour rests on: how that stands, and which publications say it.

use foldhash::{HashSet, HashSetExt as _};

use crate::dossier::in_article_order;
use crate::dossier::map::Measures;
use crate::dossier::{
    Assessment, Dossier, Event, Evidence, Id, Kind, LocalText, Observation, Picture, Ref, Standing, Stop,
    StopPanel, When,
};
use crate::facts::{Faults, Mark, Moment, Score, Sources, given_by};
use crate::i18n::language::Language;
use crate::i18n::runs::{Run, runs};

/// How what a stop shows stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StopVerdict {
    /// Its evidence is broken, or it shows nothing that exists.
    Broken,
    /// A claim, assessed.
    Assessed(Assessment),
    /// So many gaps.
    Gaps(usize),
    /// It came after the article, or may have.
    Later(Moment),
    /// The article says it.
    InArticle,
    /// It is in the article only by our interpretation.
    Inferred,
    /// The article says so many of so many of these.
    PartInArticle(usize, usize),
    /// Only sources say it.
    NotInArticle,
    /// A source, read by us or not.
    Read(bool),
    /// One source, which so many others repeat.
    Retold(usize),
    /// So many sources that so many claims rest on alone; no source where there is no such claim.
    Score {
        /// The sources, at most [`StopFacts::MOST_CARRYING`].
        sources: usize,
        /// The claims.
        claims: usize,
    },
    /// All claims are open, and nobody has read a source.
    Untested,
}

/// What a stop rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct StopFacts<'a> {
    /// How that stands.
    pub verdict: StopVerdict,
    /// Which sign it has.
    pub mark: Mark,
    /// What says it, those of the figures that are drawn first; nothing for the score.
    pub sources: Sources<'a>,
    /// Whether the article gives figures that are drawn.
    pub has_figures_of_article: bool,
}

impl<'a> StopFacts<'a> {
    /// The most sources that are said to carry claims alone.
    pub const MOST_CARRYING: usize = 2;

    /// What a stop of the dossier rests on.
    pub fn of(dossier: &'a Dossier, faults: Faults<'_>, stop: &Stop) -> Self {
        let sources = sources(dossier, stop);
        let verdict = match verdict(dossier, faults, stop) {
            StopVerdict::Broken => StopVerdict::Broken,
            // How a claim holds is not given up for that.
            verdict @ StopVerdict::Assessed(_) => verdict,
            _ if stop.picture == Picture::Sources && is_retold(dossier, &sources) => {
                StopVerdict::Retold(sources.sources.len() - 1)
            }
            verdict => verdict,
        };
        let draws_figures =
            matches!(stop.picture, Picture::Figure | Picture::Chart | Picture::Overview | Picture::Map);
        let has_figures_of_article = draws_figures
            && stop_figures(dossier, stop).iter().any(|figure| given_by(dossier, figure).words.is_some());
        Self { verdict, mark: mark(verdict), sources, has_figures_of_article }
    }

    /// From the first to the last day on which one of the sources was published.
    pub fn published(&self) -> Option<(&'a When, &'a When)> {
        let issued = self.sources.sources.iter().filter_map(|source| source.issued.as_ref());
        let begin = |date: &&When| date.first().or(date.last());
        let end = |date: &&When| date.last().or(date.first());
        let known = issued.filter(|date| end(date).is_some());
        Some((known.clone().min_by_key(begin)?, known.max_by_key(end)?))
    }

    /// Who published them, each once.
    pub fn outlets(&self) -> Vec<&'a str> {
        let mut outlets: Vec<&str> = Vec::new();
        for source in &self.sources.sources {
            if !outlets.contains(&&*source.outlet) {
                outlets.push(&source.outlet);
            }
        }
        outlets
    }
}

fn verdict(dossier: &Dossier, faults: Faults<'_>, stop: &Stop) -> StopVerdict {
    match (&stop.select, stop.picture) {
        // There is nothing of what it is to show.
        (_, picture) if picture.is_of_all() && stop.select.is_none() && !stop_has_any(dossier, stop) => {
            StopVerdict::Broken
        }
        (_, Picture::Score) => score(dossier),
        (_, Picture::Gaps) => StopVerdict::Gaps(stop_gaps(dossier, stop).len()),
        (Some(item), _) => of_item(dossier, faults, stop, item),
        (None, Picture::Lanes) => of_events(dossier, &stop_events(dossier, stop)),
        (None, Picture::Overview | Picture::Map) => of_figures(dossier, stop),
        (None, Picture::Words | Picture::Figure | Picture::Chart | Picture::Sources) => StopVerdict::Broken,
    }
}

/// Whether there is anything of what a picture of the whole dossier draws.
pub fn stop_has_any(dossier: &Dossier, stop: &Stop) -> bool {
    match stop.picture {
        Picture::Score => !dossier.claims.is_empty(),
        Picture::Gaps => !dossier.gaps.is_empty(),
        Picture::Lanes => !stop_events(dossier, stop).is_empty(),
        _ => stop_figures(dossier, stop).iter().any(|figure| figure.value.is_some()),
    }
}

/// How many of some events the article states.
fn of_events(dossier: &Dossier, events: &[Ref]) -> StopVerdict {
    let standings: Vec<StopVerdict> = events.iter().map(|event| standing(dossier, event)).collect();
    let is_in = |of: &&StopVerdict| matches!(of, StopVerdict::InArticle | StopVerdict::Inferred);
    match standings.iter().filter(is_in).count() {
        0 => StopVerdict::NotInArticle,
        // One that takes a reading makes a reading of all.
        stated if stated == events.len() && standings.contains(&StopVerdict::Inferred) => {
            StopVerdict::Inferred
        }
        stated if stated == events.len() => StopVerdict::InArticle,
        stated => StopVerdict::PartInArticle(stated, events.len()),
    }
}

/// How many of the figures that a stop draws the article gives.
fn of_figures(dossier: &Dossier, stop: &Stop) -> StopVerdict {
    let figures = stop_figures(dossier, stop);
    let with_value = figures.iter().filter(|figure| figure.value.is_some());
    let all = with_value.clone().count();
    match with_value.filter(|figure| given_by(dossier, figure).words.is_some()).count() {
        0 => StopVerdict::NotInArticle,
        given if given == all => StopVerdict::InArticle,
        given => StopVerdict::PartInArticle(given, all),
    }
}

/// Whether all of several sources go back to one of them.
fn is_retold(dossier: &Dossier, sources: &Sources<'_>) -> bool {
    let ids = || sources.sources.iter().map(|source| &source.id);
    let Some(origin) = dossier.only_origin(ids()) else { return false };
    sources.sources.len() > 1 && ids().any(|id| *id == dossier.sources[origin].id)
}

fn of_item(dossier: &Dossier, faults: Faults<'_>, stop: &Stop, item: &Ref) -> StopVerdict {
    if faults.evidence.contains(item) {
        return StopVerdict::Broken;
    }
    match item.kind {
        Kind::Claim => match dossier.claim(&item.id).and_then(|claim| claim.assessment) {
            Some(assessment) => StopVerdict::Assessed(assessment),
            None => StopVerdict::Broken,
        },
        Kind::Gap => StopVerdict::Gaps(1),
        Kind::Source => {
            StopVerdict::Read(dossier.source(&item.id).is_some_and(|source| source.accessed.is_some()))
        }
        Kind::Event => {
            let moment = dossier.event(&item.id).map(|event| Moment::of(dossier, &event.date));
            match moment {
                Some(moment @ (Moment::After | Moment::PerhapsAfter)) => StopVerdict::Later(moment),
                _ => standing(dossier, item),
            }
        }
        // Of some figures that the article gives it is said how many.
        Kind::Series | Kind::Place if dossier.standing_of_figures([item]) == Standing::Both => {
            of_figures(dossier, stop)
        }
        Kind::Actor | Kind::Relation | Kind::Series | Kind::Place | Kind::Observation | Kind::Link => {
            standing(dossier, item)
        }
    }
}

fn standing(dossier: &Dossier, item: &Ref) -> StopVerdict {
    let is_inferred = dossier.evidence(item).is_some_and(Evidence::is_inferred);
    match dossier.standing(item) {
        Standing::Inferred => StopVerdict::Inferred,
        Standing::Article | Standing::Both if is_inferred => StopVerdict::Inferred,
        Standing::Article | Standing::Both => StopVerdict::InArticle,
        Standing::Background => StopVerdict::NotInArticle,
        Standing::Broken => StopVerdict::Broken,
    }
}

fn score(dossier: &Dossier) -> StopVerdict {
    let score = Score::of(dossier);
    if score.is_untested() {
        return StopVerdict::Untested;
    }
    let sole = score.sole_origins();
    let carrying = sole.iter().filter(|share| share.alone > 1).take(StopFacts::MOST_CARRYING);
    StopVerdict::Score { sources: carrying.clone().count(), claims: carrying.map(|share| share.alone).sum() }
}

fn mark(verdict: StopVerdict) -> Mark {
    match verdict {
        StopVerdict::Broken => Mark::Broken,
        StopVerdict::Assessed(assessment) => Mark::Assessed(assessment),
        StopVerdict::Gaps(_) => Mark::Gap,
        StopVerdict::InArticle => Mark::Article,
        StopVerdict::Inferred => Mark::Inferred,
        StopVerdict::Later(_)
        | StopVerdict::PartInArticle(..)
        | StopVerdict::NotInArticle
        | StopVerdict::Read(_)
        | StopVerdict::Retold(_)
        | StopVerdict::Score { .. }
        | StopVerdict::Untested => Mark::Background,
    }
}

/// So many gaps always have room.
const FEW_GAPS: usize = 8;

/// The gaps that a stop draws: those it names, else all in the article's order.
pub fn stop_gaps(dossier: &Dossier, stop: &Stop) -> Vec<Ref> {
    let is_gap = |item: &&Ref| item.kind == Kind::Gap;
    let select = stop.select.as_ref().filter(is_gap);
    let named: Vec<Ref> = stop.items.iter().filter(is_gap).cloned().collect();
    let gaps = if named.is_empty() {
        in_article_order(dossier).into_iter().filter(|item| item.kind == Kind::Gap).collect()
    } else {
        named
    };
    // What is selected is drawn first where it might have no room.
    let others = gaps.iter().filter(|gap| select != Some(gap));
    if select.is_some_and(|select| !gaps.contains(select)) || gaps.len() > FEW_GAPS {
        return select.into_iter().chain(others).cloned().collect();
    }
    gaps
}

/// The events that a stop draws: those it names, else the main ones, else all; as they happened.
pub fn stop_events(dossier: &Dossier, stop: &Stop) -> Vec<Ref> {
    let mut events: Vec<Ref> = stop.things().filter(|item| item.kind == Kind::Event).cloned().collect();
    let begins =
        |item: &Ref| dossier.event(&item.id).and_then(|event| event.date.first().or(event.date.last()));
    if !stop.items.iter().any(|item| item.kind == Kind::Event) {
        let select = stop.select.clone().filter(|item| item.kind == Kind::Event);
        let is_main = |event: &&Event| event.prominent && event.date.is_dated();
        let main = dossier.events.iter().filter(is_main).map(Event::to_ref);
        events = select.into_iter().chain(main).collect();
        if events.is_empty() {
            events = dossier.all_of(Kind::Event).collect();
        }
    }
    let mut seen = HashSet::new();
    events.retain(|event| seen.insert(event.clone()));
    events.retain(|event| begins(event).is_some());
    events.sort_by_key(begins);
    events
}

/// The view of the trend that draws the chart or the map of a stop, as a stop names it; none where there is no such figure.
pub fn stop_panel_view(dossier: &Dossier, stop: &Stop, picture: Picture) -> Option<String> {
    let named = stop_series(dossier, stop);
    match picture {
        Picture::Chart => {
            let place = || stop.things().find(|item| item.kind == Kind::Place).map(|item| &item.id);
            let at_place = || {
                let place = place()?;
                let figure = dossier.observations.iter().find(|figure| figure.place.as_ref() == Some(place));
                figure.map(|figure| &figure.series)
            };
            let series = named.first().copied().or_else(at_place)?;
            let has_figures = dossier.observations.iter().any(|figure| figure.series == *series);
            has_figures.then(|| series.as_str().to_owned())
        }
        Picture::Map => {
            let maps = Measures::all(dossier);
            let is_named = |map: &&Measures| map.series().any(|series| named.contains(&series));
            let map = if named.is_empty() { maps.first() } else { maps.iter().find(is_named) }?;
            map.id().map(|id| format!("map/{id}"))
        }
        _ => None,
    }
}

/// The series that a stop draws: those it names, else the one that its view of the trend is called by.
pub fn stop_series<'a>(dossier: &'a Dossier, stop: &'a Stop) -> Vec<&'a Id> {
    let named = stop.things().filter(|item| item.kind == Kind::Series).map(|item| &item.id);
    let named: Vec<&Id> = named.collect();
    if !named.is_empty() {
        return named;
    }
    let view = stop.view.as_deref().filter(|_| stop.panel == StopPanel::Trend);
    let found = dossier.series.iter().find(|series| view == Some(series.id.as_str()));
    found.map(|series| &series.id).into_iter().collect()
}

/// The figures that a stop draws: of the series it names, only at the places it names, if it names any.
pub fn stop_figures<'a>(dossier: &'a Dossier, stop: &Stop) -> Vec<&'a Observation> {
    let named = |kind: Kind| stop.things().filter(move |item| item.kind == kind).map(|item| &item.id);
    let series = stop_series(dossier, stop);
    let places: Vec<&Id> = named(Kind::Place).collect();
    let is_drawn = |figure: &&Observation| {
        let of_series = series.is_empty() || series.contains(&&figure.series);
        figure.is_supported()
            && of_series
            && (places.is_empty() || figure.place.as_ref().is_some_and(|place| places.contains(&place)))
    };
    if series.is_empty() && places.is_empty() && !stop.picture.is_of_all() {
        return Vec::new();
    }
    dossier.observations.iter().filter(is_drawn).collect()
}

fn sources<'a>(dossier: &'a Dossier, stop: &Stop) -> Sources<'a> {
    let mut ids: Vec<&Id> = Vec::new();
    let mut seen = HashSet::new();
    let mut add = |id: &'a Id| {
        if seen.insert(id) {
            ids.push(id);
        }
    };
    let things: Vec<Ref> = match stop.picture {
        Picture::Score => Vec::new(),
        Picture::Gaps => stop_gaps(dossier, stop),
        // What else is on the axis stands there for comparison.
        Picture::Lanes if stop.select.is_some() => stop.select.iter().cloned().collect(),
        Picture::Lanes => stop_events(dossier, stop),
        Picture::Figure | Picture::Chart | Picture::Overview | Picture::Map => {
            // The source of what is shown large comes first.
            let large = stop.big.iter().flat_map(LocalText::texts);
            let large = large.flat_map(|big| [Language::De, Language::En].map(|language| (big, language)));
            let large = large.filter_map(|(big, language)| stop_big_figure(dossier, stop, big, language));
            for figure in large.take(1).chain(stop_figures(dossier, stop)) {
                figure.source().into_iter().for_each(&mut add);
            }
            stop.select.iter().cloned().collect()
        }
        Picture::Words | Picture::Sources => stop.things().cloned().collect(),
    };
    for thing in &things {
        match thing.kind {
            Kind::Source => dossier.source(&thing.id).iter().for_each(|source| add(&source.id)),
            Kind::Series | Kind::Place => {
                let of = |figure: &&Observation| {
                    figure.series == thing.id || figure.place.as_ref() == Some(&thing.id)
                };
                dossier.observations.iter().filter(of).filter_map(Observation::source).for_each(&mut add);
            }
            _ => match dossier.evidence(thing) {
                Some(evidence) => evidence.sources.iter().for_each(&mut add),
                None => dossier.linked_of(thing, Kind::Source).for_each(|source| add(&source.id)),
            },
        }
    }
    Sources::of(dossier, &ids)
}

/// The figure that a stop shows large, as a text in this language has it: of those the stop draws, the last with this value
/// and, if the text has words, this unit. None where what is large is no figure of a series, or could be that of several places
/// none of which the stop names first.
pub fn stop_big_figure<'a>(
    dossier: &'a Dossier,
    stop: &Stop,
    big: &str,
    language: Language,
) -> Option<&'a Observation> {
    let (figures, words): (Vec<Run>, Vec<Run>) =
        runs(big, language).partition(|run| matches!(run, Run::Figure(_)));
    let [large] = &figures[..] else { return None };
    let has_value = |figure: &&Observation| {
        let value = figure.value.map(|value| language.number(value));
        value.is_some_and(|value| runs(&value, language).eq([large.clone()]))
    };
    let has_unit = |figure: &&Observation| {
        let series = dossier.series_by_id(&figure.series);
        let unit = figure.unit.as_ref().or_else(|| series?.unit.as_ref());
        let units = unit.into_iter().chain(series.and_then(|series| series.unit_short.as_ref()));
        let mut units = units.flat_map(LocalText::texts).flat_map(|unit| runs(unit, language));
        words.is_empty() || units.any(|unit| words.contains(&unit))
    };
    let found: Vec<&Observation> =
        stop_figures(dossier, stop).into_iter().filter(has_value).filter(has_unit).collect();
    let first = stop.things().find(|thing| thing.kind == Kind::Place).map(|thing| &thing.id);
    let is_at_first = |figure: &&&Observation| figure.place.as_ref() == first;
    let is_one_place = found.windows(2).all(|pair| pair[0].place == pair[1].place);
    let candidates = found.iter().filter(|figure| is_one_place || is_at_first(figure));
    let time = |figure: &&&Observation| figure.date.as_ref().and_then(|date| date.last().or(date.first()));
    candidates.max_by_key(time).copied()
}
