//! What is known of series, their figures, and the places these are of.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::{Attribution, Builder, Detail, Label, Mark, Value};
use crate::dossier::{Anchor, Dossier, Event, Kind, Observation, Ref, Series, Source, Standing, When};
use crate::facts::quotations::{Quotation, Quotations};
use crate::facts::sources::Sources;

/// Of each place and part the newest figure that has a value and support, in the order in which they are first met.
pub fn newest<'o>(figures: &[&'o Observation]) -> Vec<&'o Observation> {
    let mut newest: Vec<&Observation> = Vec::new();
    let mut places: HashMap<_, usize> = HashMap::new();
    let last = |figure: &Observation| figure.date.as_ref().and_then(|date| date.last().or(date.first()));
    for figure in figures.iter().filter(|figure| figure.value.is_some() && figure.is_supported()) {
        let place = *places.entry((&figure.series, &figure.place, &figure.part)).or_insert(newest.len());
        match newest.get_mut(place) {
            Some(known) if last(known) <= last(figure) => *known = figure,
            Some(_) => {}
            None => newest.push(figure),
        }
    }
    newest
}

/// Who gives a figure.
#[derive(Clone, PartialEq, Debug)]
pub struct GivenBy<'a> {
    /// The article, by these words (bytes of its text).
    pub words: Option<Range<usize>>,
    /// A publication.
    pub source: Option<&'a Source>,
}

/// Who gives a figure: only words that stand in the article as they were quoted count.
pub fn given_by<'a>(dossier: &'a Dossier, figure: &Observation) -> GivenBy<'a> {
    let anchor = figure.anchor().filter(|_| !figure.evidence.is_broken);
    GivenBy {
        words: anchor.and_then(Anchor::passage),
        source: figure.source().and_then(|source| dossier.source(source)),
    }
}

impl<'a> Builder<'a, '_> {
    pub(super) fn series(&mut self) -> Option<()> {
        let series = self.dossier.series_by_id(&self.item.id)?;
        let figures = self.linked_figures();
        self.details([
            series.unit.as_ref().map(Detail::Unit),
            Some(Detail::SeriesKind(series.kind)),
            period_covered(&figures),
        ]);
        let mark = self.figures_mark();
        self.text(Label::Finding, Some(mark), series.finding.as_ref());
        self.text(Label::Definition, Some(mark), Some(&series.definition));
        self.figures_provenance();
        self.figures_words(&figures);
        self.links(Label::NoValueFor, series.expects.iter().map(|id| Ref::new(Kind::Place, id)).collect());
        self.links(
            Label::PlannedFor,
            series.planned_for.iter().map(|id| Ref::new(Kind::Series, id)).collect(),
        );
        let planned =
            self.dossier.series.iter().filter(|other| other.planned_for.as_ref() == Some(&series.id));
        self.links(Label::Planned, planned.map(Series::to_ref).collect());
        self.figures();
        if series.left_out > 0 {
            self.add(
                Label::RowsLeftOut,
                Attribution::Nobody,
                Some(Mark::Broken),
                Value::Count(series.left_out),
            );
        }
        self.source_list(Label::Sources, Sources::of_figures(self.dossier, &figures));
        self.linked(Kind::Actor);
        Some(())
    }

    pub(super) fn observation(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let observation = dossier.observation(&self.item.id)?;
        let mark = self.statement_mark(&observation.evidence);
        self.text(Label::FigureNote, Some(mark), observation.note.as_ref());
        self.provenance(&observation.evidence);
        self.quotations(Label::Words, &observation.evidence.anchors);
        self.links(Label::Of(Kind::Series), dossier.linked_of(self.item, Kind::Series).cloned().collect());
        let series = dossier.series_by_id(&observation.series);
        self.text(Label::SeriesDefinition, Some(mark), series.map(|series| &series.definition));
        self.links(Label::Of(Kind::Place), dossier.linked_of(self.item, Kind::Place).cloned().collect());
        let within = observation.date.iter().flat_map(|date| dossier.events_within(date));
        self.links(Label::EventsWithin, within.map(Event::to_ref).collect());
        self.sources(&observation.evidence.sources);
        Some(())
    }

    pub(super) fn place(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let place = dossier.place(&self.item.id)?;
        self.details([
            place.country.as_deref().map(Detail::Country),
            place.coordinates.map(|(longitude, latitude)| Detail::Coordinates(longitude, latitude)),
        ]);
        let figures = self.linked_figures();
        self.figures_provenance();
        self.figures_words(&figures);
        self.linked(Kind::Actor);
        self.figures();
        let without = dossier.series.iter().filter(|series| series.expects.contains(&place.id));
        self.links(Label::NoFigureIn, without.map(Series::to_ref).collect());
        self.source_list(Label::Sources, Sources::of_figures(dossier, &figures));
        Some(())
    }

    /// What is said of figures is the article's where it alone gives all of them.
    fn figures_mark(&self) -> Mark {
        match self.dossier.standing_of_figures([self.item]) {
            Standing::Article => Mark::Article,
            Standing::Broken => Mark::Broken,
            _ => Mark::Background,
        }
    }

    /// Where the figures of a series or a place come from.
    fn figures_provenance(&mut self) {
        let value = Value::Provenance(self.dossier.standing_of_figures([self.item]), false);
        self.add(Label::Provenance, Attribution::Nobody, Some(self.figures_mark()), value);
    }

    /// The words of the article that give figures, each once.
    fn figures_words(&mut self, figures: &[&'a Observation]) {
        // In the order of the figures; of thousands that quote the article most quote other words.
        let mut met: HashSet<Quotation> = HashSet::with_capacity(figures.len());
        let mut quotations: Vec<Quotation> =
            figures.iter().flat_map(|figure| self.quoted(&figure.evidence.anchors)).collect();
        quotations.retain(|quotation| met.insert(quotation.clone()));
        self.quotation_list(Label::Words, Quotations { quotations, ..Quotations::default() });
    }

    fn linked_figures(&self) -> Vec<&'a Observation> {
        let dossier = self.dossier;
        let figures = dossier.linked_of(self.item, Kind::Observation);
        figures.filter_map(|figure| dossier.observation(&figure.id)).collect()
    }

    /// The figures of a thing, those of a series together.
    pub(super) fn figures(&mut self) {
        let mut figures = self.linked_figures();
        let place = |figure: &&Observation| self.dossier.index_of(&Ref::new(Kind::Series, &figure.series));
        figures.sort_by_cached_key(place);
        if !figures.is_empty() {
            self.plain(Label::Figures, Value::Figures(figures));
        }
    }
}

/// From the first to the last period of figures; none without dates.
fn period_covered<'a>(figures: &[&'a Observation]) -> Option<Detail<'a>> {
    let dated = figures.iter().filter_map(|figure| figure.date.as_ref());
    let mut dated: Vec<&When> = dated.filter(|date| date.first().is_some()).collect();
    dated.sort_by_key(|date| (date.first(), date.last()));
    Some(Detail::Period(dated.first()?, dated.last()?))
}
