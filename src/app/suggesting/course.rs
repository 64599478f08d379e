//! The course through the suggestions: which comes next, which was put off, and the way back.

use std::sync::Arc;

use super::offers::{OfferId, Offers, Rank};
use super::{Session, Stage, Suggesting};
use crate::app::App;
use crate::dossier::SuggestionKind;
use crate::look::panel::Panel;
use crate::protocol::change::Change;
use crate::protocol::effect::Effect;

/// What was asked to be written.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The suggestion that it decides, if it does.
    pub(super) of: Option<OfferId>,
    /// Whether it accepts it.
    pub(super) is_accepted: bool,
}

/// Something that was done with a suggestion.
#[derive(Clone, Debug)]
pub(super) enum Past {
    /// It was decided, and that is written: by the entry of the stack of changes that has so many below it.
    Written { of: OfferId, is_accepted: bool, below: usize },
    /// Something else was made of its sentence, and is written by the entry with so many below it.
    Besides { of: OfferId, below: usize },
    /// It was rejected for this run only.
    ForRun(OfferId),
    /// It was put off.
    Later(OfferId),
}

impl Suggesting {
    /// How many were accepted, and how many rejected.
    pub(super) fn counts(&self) -> (usize, usize) {
        let accepted = |past: &&Past| matches!(past, Past::Written { is_accepted: true, .. });
        let decided = self.past.iter().filter(|past| past.decided().is_some());
        let all = decided.clone().count();
        let accepted = decided.filter(accepted).count();
        (accepted, all - accepted)
    }

    /// How many of a kind were decided.
    pub(super) fn decided_of(&self, kind: SuggestionKind) -> usize {
        let decided = self.past.iter().filter_map(Past::decided);
        decided.filter(|of| of.rank.kind() == kind).count()
    }

    /// The change with so many below it on the stack was taken back: if it was a decision, that is none any more. It need not
    /// be the last: what was put off since is no change, and changes are taken back outside of suggestions, too.
    fn forget(&mut self, taken_back: usize) -> Option<OfferId> {
        let place = self.past.iter().rposition(|past| past.below() == Some(taken_back))?;
        let past = self.past.remove(place);
        let of = past.of().clone();
        self.taken_back.push(past);
        Some(of)
    }

    /// The change with so many below it was made again: if it was a decision, that is one again.
    fn remember(&mut self, made_again: usize) {
        let place = self.taken_back.iter().rposition(|past| past.below() == Some(made_again));
        self.past.extend(place.map(|place| self.taken_back.remove(place)));
    }

    /// The author is asked something else from now on.
    pub(super) fn ask_something_else(&mut self) {
        self.question += 1;
    }
}

impl Past {
    fn of(&self) -> &OfferId {
        match self {
            Self::Written { of, .. } | Self::Besides { of, .. } | Self::ForRun(of) | Self::Later(of) => of,
        }
    }

    /// How many changes of the files lie below it, if it is one.
    fn below(&self) -> Option<usize> {
        match self {
            Self::Written { below, .. } | Self::Besides { below, .. } => Some(*below),
            Self::ForRun(_) | Self::Later(_) => None,
        }
    }

    /// A change with so many below it is gone from under this one, if it lay higher.
    fn move_down_from(&mut self, gone: usize) {
        match self {
            Self::Written { below, .. } | Self::Besides { below, .. } if *below > gone => *below -= 1,
            Self::Written { .. } | Self::Besides { .. } | Self::ForRun(_) | Self::Later(_) => {}
        }
    }

    fn decided(&self) -> Option<&OfferId> {
        match self {
            Self::Written { of, .. } | Self::ForRun(of) => Some(of),
            Self::Besides { .. } | Self::Later(_) => None,
        }
    }

    fn moved(self, byte: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Written { of, is_accepted, below } => {
                Self::Written { of: of.moved(byte), is_accepted, below }
            }
            Self::Besides { of, below } => Self::Besides { of: of.moved(byte), below },
            Self::ForRun(of) => Self::ForRun(of.moved(byte)),
            Self::Later(of) => Self::Later(of.moved(byte)),
        }
    }
}

impl Session {
    /// What comes after a place in the order: what follows, then what was passed over, then once more what was put off.
    fn next_after(&mut self, rank: Rank) -> Option<usize> {
        let later = &self.later;
        let is_wanted =
            |offers: &Offers, offer: &usize| later.is_empty() || !later.contains(&offers.id(*offer));
        let next = self.offers.around(rank).find(|offer| is_wanted(&self.offers, offer));
        if next.is_some() || self.is_second_round || self.offers.is_empty() {
            return next;
        }
        self.is_second_round = true;
        self.later.clear();
        Some(0)
    }
}

impl App {
    /// Offers this one.
    pub(super) fn offer(&mut self, offer: usize) {
        let Some(session) = &mut self.suggesting.session else { return };
        session.current = Some(offer);
        session.stage = Stage::Offered;
        let of = session.offers.id(offer);
        if session.asked_of.as_ref() != Some(&of) {
            session.asked_of = Some(of);
            self.suggesting.ask_something_else();
        }
        let exceptions = self.current_offer().map(|(session, offer)| self.exceptions_of(session, offer));
        if let Some(session) = self.session_mut() {
            session.exceptions = exceptions.unwrap_or_default();
        }
        self.show_what_it_becomes();
        self.show_place(0);
    }

    /// Beside the article stands the panel that has what such a suggestion becomes, so that one sees what was just made.
    fn show_what_it_becomes(&mut self) {
        let Some((session, offer)) = self.current_offer() else { return };
        let panel = match session.offers.kind(offer) {
            // It becomes nothing that a panel has.
            SuggestionKind::Leftover => return,
            SuggestionKind::Name => Panel::Actors,
            SuggestionKind::Attributed => Panel::Claims,
            SuggestionKind::Time => Panel::Timeline,
            SuggestionKind::Figure => Panel::Trend,
        };
        let arrangement = &mut self.navigator.arrangement;
        arrangement.side = panel;
        if panel.is_shared() {
            arrangement.shared = panel;
        }
    }

    /// Goes on to what comes after a place in the order, or to the end.
    pub(super) fn go_on_after(&mut self, rank: Rank) {
        let Some(session) = self.session_mut() else { return };
        if let Some(next) = session.next_after(rank) {
            self.offer(next);
        } else {
            (session.current, session.stage, session.asked_of) = (None, Stage::End, None);
            self.suggesting.ask_something_else();
            self.context.suggested = None;
        }
    }

    /// Puts the suggestion off.
    pub(super) fn put_off(&mut self) {
        let Some((session, offer)) = self.current_offer() else { return };
        let of = session.offers.id(offer);
        self.suggesting.past.push(Past::Later(of.clone()));
        if let Some(session) = self.session_mut() {
            session.later.insert(of.clone());
        }
        self.go_on_after(of.rank);
    }

    /// At the end: offers once more what was put off.
    pub(super) fn offer_again(&mut self) {
        let Some(session) = self.session_mut() else { return };
        session.later.clear();
        if session.offers.is_empty() {
            self.end_suggesting();
        } else {
            self.offer(0);
        }
    }

    /// Offers the first of the next kind that has any.
    pub(super) fn offer_kind(&mut self, by: usize) {
        let Some(session) = &self.suggesting.session else { return };
        let kinds = SuggestionKind::ALL;
        let here = session.current.map_or(kinds.len() - 1, |offer| {
            let own = session.offers.kind(offer);
            kinds.iter().position(|kind| *kind == own).unwrap_or(0)
        });
        let mut others = (1..=kinds.len()).map(|steps| kinds[(here + steps * by) % kinds.len()]);
        match others.find_map(|kind| session.offers.first_of(kind)) {
            Some(first) => self.offer(first),
            None => self.notice = Some(self.context.strings().suggesting.nothing_left.to_owned()),
        }
    }

    /// Offers the first of a kind.
    pub(super) fn offer_first_of(&mut self, kind: SuggestionKind) {
        let Some(session) = &self.suggesting.session else { return };
        if let Some(first) = session.offers.first_of(kind) {
            self.offer(first);
        } else {
            let strings = &self.context.strings().suggesting;
            let kind = self.kind_name(kind);
            self.notice = Some(strings.none_of_kind.replace("{}", kind));
        }
    }

    /// Takes back what was done last, and returns to it.
    pub(super) fn undo_decision(&mut self) -> Vec<Effect> {
        let of = match self.suggesting.past.last() {
            Some(Past::Later(of)) => {
                let of = of.clone();
                if let Some(session) = self.session_mut() {
                    session.later.remove(&of);
                }
                of
            }
            Some(Past::ForRun(of)) => {
                let of = of.clone();
                self.suggesting.for_run.pop();
                self.take_offers_anew();
                of
            }
            // What is written is taken back in the order in which it was written, whatever it is.
            Some(Past::Written { .. } | Past::Besides { .. }) | None => return self.undo(),
        };
        self.suggesting.past.pop();
        self.return_to(&of);
        Vec::new()
    }

    /// What was rejected for this run is another now.
    pub(super) fn take_offers_anew(&mut self) {
        let offers = Arc::new(self.open_offers().without(&self.suggesting.for_run));
        self.suggesting.offers = Some(Arc::clone(&offers));
        if let Some(session) = self.session_mut() {
            session.offers = offers;
        }
    }

    /// Offers again what was decided or put off, or what stands in its place.
    fn return_to(&mut self, of: &OfferId) {
        let Some(session) = &self.suggesting.session else { return };
        match session.offers.find(of) {
            Some(offer) => self.offer(offer),
            None => self.go_on_after(of.rank),
        }
    }

    /// A change of the dossier was taken back: if it was a decision, the suggestion is offered again.
    pub(in crate::app) fn after_revert(&mut self, below: usize) {
        if let Some(of) = self.suggesting.forget(below) {
            self.return_to(&of);
        }
    }

    /// A change of the dossier was made again: if it was a decision, it counts again.
    pub(in crate::app) fn after_redo(&mut self, below: usize) {
        self.suggesting.remember(below);
    }

    /// The change with so many below it can never be taken back or made again: those that were taken back from above it are
    /// made again with one less below them.
    pub(in crate::app) fn forget_decision(&mut self, below: usize) {
        let is_other = |past: &Past| past.below() != Some(below);
        self.suggesting.past.retain(is_other);
        self.suggesting.taken_back.retain(is_other);
        for past in &mut self.suggesting.taken_back {
            past.move_down_from(below);
        }
    }

    /// Finds what is offered in the dossier as it is now, or goes on from there.
    pub(in crate::app) fn rebase_suggesting(&mut self, change: &Change) {
        let byte = |byte| change.byte(byte);
        let past = std::mem::take(&mut self.suggesting.past);
        self.suggesting.past = past.into_iter().map(|past| past.moved(byte)).collect();
        let taken_back = std::mem::take(&mut self.suggesting.taken_back);
        self.suggesting.taken_back = taken_back.into_iter().map(|past| past.moved(byte)).collect();
        // Otherwise they are computed when they are asked for.
        let Some(session) = &self.suggesting.session else { return };
        let current = session.current.map(|offer| session.offers.id(offer).moved(byte));
        let (place, stage) = (session.place, session.stage.clone());
        let offers = self.open_offers();
        let Some(session) = self.session_mut() else { return };
        session.offers = Arc::clone(&offers);
        session.later = std::mem::take(&mut session.later).into_iter().map(|of| of.moved(byte)).collect();
        session.form = session.form.take().map(|form| form.moved(byte));
        if let Some(Asked { of: Some(of), .. }) = &mut session.asked {
            *of = of.clone().moved(byte);
        }
        let Some(current) = current else {
            session.current = None;
            return;
        };
        match offers.find(&current) {
            Some(offer) => {
                self.offer(offer);
                if place < offers.places(offer).len() {
                    self.show_place(place);
                }
                // What was being decided is still to be decided.
                if let Some(session) = self.session_mut() {
                    session.stage = stage;
                }
            }
            None => self.go_on_after(current.rank),
        }
    }
}
