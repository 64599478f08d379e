//! The tour: what to show and say, in order.

use super::{Anchor, Claim, Event, Gap, Kind, LocalText, Parts, Ref, Series};

/// A part of the screen that a stop names, as it is called in files.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StopPanel {
    /// The article.
    Article,
    /// The actors.
    Actors,
    /// The timeline.
    Timeline,
    /// The trend.
    Trend,
    /// The claims.
    Claims,
}

/// One idea of the briefing. It is not a statement of its own: it rests on what it selects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// What it is about.
    pub title: LocalText,
    /// A figure to be shown large, at most [`Stop::MAX_BIG`] characters.
    pub big: Option<Box<str>>,
    /// What it shows; `None` only if the author names nothing that exists.
    pub select: Option<Ref>,
    /// The panel beside it.
    pub panel: StopPanel,
    /// The view of that panel; of the trend the id of a series.
    pub view: Option<Box<str>>,
    /// What to say, for the speaker alone.
    pub speaker: Option<LocalText>,
}

impl Stop {
    /// The longest figure that is shown large, in characters.
    pub const MAX_BIG: usize = 16;

    /// A stop that shows a thing in the panel for its kind.
    fn showing(item: Ref, title: &LocalText) -> Self {
        let panel = StopPanel::listing(item.kind);
        Self { title: title.clone(), big: None, select: Some(item), panel, view: None, speaker: None }
    }
}

impl StopPanel {
    /// The panel that shows things of this kind best.
    pub fn listing(kind: Kind) -> Self {
        match kind {
            Kind::Actor | Kind::Relation => StopPanel::Actors,
            Kind::Claim | Kind::Gap => StopPanel::Claims,
            Kind::Event => StopPanel::Timeline,
            Kind::Series | Kind::Observation | Kind::Place => StopPanel::Trend,
            Kind::Source | Kind::Link => StopPanel::Article,
        }
    }
}

/// The tour of a dossier whose author has written none: what is assessed, in the article's order, each sentence's gaps after
/// its claims; then the prominent events as they happened; then the figures.
pub(super) fn derived(parts: &Parts) -> Vec<Stop> {
    let place =
        |anchor: Option<&Anchor>| anchor.and_then(Anchor::passage).map_or(usize::MAX, |range| range.start);
    let of_claim = |claim: &Claim| (place(claim.evidence.anchors.first()), 0);
    let of_gap = |gap: &Gap| (place(gap.near.as_ref().or(gap.evidence.anchors.first())), 1);
    let assessed = parts.claims.iter().filter(|claim| claim.is_assessed());
    let claims = assessed.map(|claim| (of_claim(claim), Stop::showing(claim.to_ref(), &claim.text)));
    let gaps = parts.gaps.iter().map(|gap| (of_gap(gap), Stop::showing(gap.to_ref(), &gap.text)));
    let mut stops: Vec<_> = claims.chain(gaps).collect();
    stops.sort_by_key(|(place, _)| *place);
    let mut events: Vec<&Event> = parts.events.iter().filter(|event| event.prominent).collect();
    // Undated events come last.
    events.sort_by_key(|event| (!event.date.is_dated(), event.date.first().or(event.date.last())));
    let events = events.into_iter().map(|event| Stop::showing(event.to_ref(), &event.title));
    let series = parts.series.iter().map(|series: &Series| Stop::showing(series.to_ref(), &series.title));
    stops.into_iter().map(|(_, stop)| stop).chain(events).chain(series).collect()
}
