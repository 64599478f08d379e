//! The tour of a dossier whose author has written none.

use super::{Anchor, Assessment, Claim, LocalText, Observation, Parts, Picture, SeriesKind, Stop, StopPanel};

/// The most claims that have a stop of their own.
const MOST_CLAIMS: usize = 6;

/// A claim on each stop, those first whose assessment surprises most; then what the article leaves out, when it happened, the
/// figures and the score. What there is nothing of is left out. At most ten stops, each with a picture.
pub(super) fn derived(parts: &Parts) -> Vec<Stop> {
    // What they are called is said in the reader's language, where they are shown.
    let untitled = LocalText::default();
    let of_all = |picture, panel, view: Option<&str>| Stop {
        view: view.map(Into::into),
        ..Stop::new(&untitled, picture, panel)
    };
    let mut stops = claims(parts);
    if let Some(first) = parts.gaps.first() {
        stops.push(Stop { select: Some(first.to_ref()), ..of_all(Picture::Gaps, StopPanel::Claims, None) });
    }
    if parts.events.iter().any(|event| event.date.is_dated()) {
        stops.push(of_all(Picture::Lanes, StopPanel::Timeline, Some("lanes")));
    }
    let lists: Vec<_> = parts
        .series
        .iter()
        .filter(|series| series.kind == SeriesKind::List)
        .map(|series| &series.id)
        .collect();
    let is_drawn = |figure: &Observation| {
        figure.value.is_some()
            && figure.date.as_ref().is_some_and(|date| date.period().is_some())
            && !lists.contains(&&figure.series)
    };
    if parts.observations.iter().any(is_drawn) {
        stops.push(of_all(Picture::Overview, StopPanel::Trend, Some("overview")));
    }
    if !parts.claims.is_empty() {
        stops.push(of_all(Picture::Score, StopPanel::Claims, Some("score")));
    }
    stops
}

/// The assessed claims that are contradicted, borne out in part, and borne out, each in the article's order.
fn claims(parts: &Parts) -> Vec<Stop> {
    let order = |claim: &Claim| claim.assessment.map(Assessment::telling_order);
    let place = |claim: &Claim| {
        let first = claim.evidence.anchors.first().and_then(Anchor::passage);
        first.map_or(usize::MAX, |words| words.start)
    };
    let mut claims: Vec<&Claim> = parts.claims.iter().filter(|claim| claim.is_assessed()).collect();
    claims.sort_by_key(|claim| (order(claim), place(claim)));
    claims.truncate(MOST_CLAIMS);
    let untitled = LocalText::default();
    let stop = |claim: &Claim| Stop {
        select: Some(claim.to_ref()),
        // A title is read at a glance.
        ..Stop::new(claim.in_short().unwrap_or(&untitled), Picture::Words, StopPanel::Claims)
    };
    claims.into_iter().map(stop).collect()
}
