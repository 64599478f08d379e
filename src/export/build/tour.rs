//! The tour its author has written. One made of what the dossier holds would say nothing that does not stand below.

use super::Builder;
use crate::dossier::{Kind, Ref, Stop};
use crate::export::document::{self, Item, Part, Section};
use crate::look::glyphs::Glyphs;
use crate::protocol::names;
use crate::protocol::slide::Slide;

impl Builder<'_> {
    /// The stops, in order; what is for the speaker alone only if it is asked for.
    pub(super) fn tour(&self, with_notes: bool) -> Option<Section> {
        let stops = (1..).zip(&self.dossier.stops);
        let parts = stops.map(|(number, stop)| Part::Stop(Box::new(self.stop(number, stop, with_notes))));
        let count = names::counted(self.language(), self.dossier.stops.len(), &self.own().stop);
        let name = format!("{}: {count}", self.own().tour);
        Self::section("briefing", &name, self.own().tour_intro, parts.collect())
    }

    fn stop(&self, number: usize, stop: &Stop, with_notes: bool) -> document::Stop {
        let slide = Slide::of(&self.context, stop);
        document::Stop {
            number,
            anchor: anchor(number),
            title: self.words(&stop.title),
            big: slide.big,
            label: slide.label,
            points: slide.points,
            verdict: slide.verdict.map(|(sign, words)| (sign.glyph.get(Glyphs::Unicode), words)),
            finding: stop.finding.as_ref().filter(|_| !slide.is_broken).map(|finding| self.words(finding)),
            source: slide.source,
            shows: stop.select.as_ref().and_then(|shown| self.entry_for(shown)).map(|to| self.link(&to)),
            speaker: stop.speaker.as_ref().filter(|_| with_notes).map(|speaker| self.words(speaker)),
        }
    }

    /// The stops that show a thing.
    pub(super) fn shown_at(&self, of: &Ref) -> Option<Item> {
        let stops = (1..).zip(&self.dossier.stops);
        let stops = stops.filter(|(_, stop)| {
            stop.select.as_ref().and_then(|shown| self.entry_for(shown)).as_ref() == Some(of)
        });
        let one = names::capitalized(self.own().stop.one);
        let stops: Vec<_> = stops.map(|(number, _)| (format!("{one} {number}"), anchor(number))).collect();
        (!stops.is_empty()).then(|| Item::Stops { label: self.own().tour, stops })
    }

    /// The thing whose entry a stop leads to: for a place whom it stands for, as it has no entry of its own.
    pub(super) fn entry_for(&self, shown: &Ref) -> Option<Ref> {
        let actor =
            || self.dossier.place(&shown.id)?.actor.as_ref().map(|actor| Ref::new(Kind::Actor, actor));
        let to = if shown.kind == Kind::Place { actor()? } else { shown.clone() };
        self.dossier.contains(&to).then_some(to)
    }
}

/// What a stop is found by.
fn anchor(number: usize) -> String {
    format!("stop-{number}")
}
