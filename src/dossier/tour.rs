//! The tour of a dossier whose author has written none.

use super::{Anchor, Claim, Event, Gap, LocalText, Parts, Ref, Series, Stop};

impl Stop {
    /// A stop that shows a thing in the panel for its kind.
    fn showing(item: Ref, title: &LocalText) -> Self {
        let panel = item.kind.panel();
        Self { title: title.clone(), big: None, select: Some(item), panel, view: None, speaker: None }
    }
}

/// What is assessed, in the article's order, each sentence's gaps after its claims; then the prominent events as they
/// happened; then the figures.
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
