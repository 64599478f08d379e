//! A dossier read again: swapped whole, and everything that names something of the old one finds it in the new, things by
//! their ids and places by the words that stand there. What is gone is let go; all else stays where it is on the screen.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::overlay::Overlay;
use super::{App, GoTo, Place};
use crate::card;
use crate::dossier::{Actor, Dossier, Event, Kind, Link, Ref, Search};
use crate::input::action::Action;
use crate::load::{Loaded, Problem, Refusal, Tally};
use crate::look::panel::Focus;
use crate::overlays::problems;
use crate::protocol::filter::View;
use crate::protocol::names;
use crate::text::relocate::Relocation;

/// What came of reading the dossier again, or of being asked to.
#[derive(Clone, Debug)]
pub enum Reload {
    /// It is another now.
    Read(Box<Loaded>),
    /// It cannot be opened as it is; the last that could be stays.
    Refused(Refusal),
    /// Its files say what they said.
    Same,
    /// It is part of the program and never another.
    Shipped,
    /// Changes will not be noticed; it is read again only when asked for.
    Unwatched,
}

/// What came of reading the dossier, the last time that it could be opened and since.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// What is wrong with the dossier, as far as it is listed.
    pub(super) problems: Vec<Problem>,
    /// How many problems it has, listed or not.
    pub(super) tally: Tally,
    /// Why its files cannot be opened as they are now, while this is so.
    pub(super) refusal: Option<Refusal>,
    /// The reader asked for it to be read again, and waits to hear what came of it.
    pub(super) asked: bool,
}

/// From a dossier to the next state of it.
pub(super) struct Passage<'d> {
    before: &'d Dossier,
    pub(super) after: &'d Dossier,
    moved: Relocation<'d>,
}

impl<'d> Passage<'d> {
    fn new(before: &'d Dossier, after: &'d Dossier) -> Self {
        Self { before, after, moved: Relocation::new(&before.article.text, &after.article.text) }
    }

    /// What a thing is called now; none if there is no such thing any more.
    pub(super) fn thing(&self, of: &Ref) -> Option<Ref> {
        if of.kind != Kind::Link {
            return Some(of.clone()).filter(|of| self.after.contains(of));
        }
        // The number of a link is its own only while the article stays as it is; its words tell which it is now.
        let words = self.moved.words(&self.before.article.link(&of.id)?.range)?;
        self.after.article.links.iter().find(|link| link.range == words).map(Link::to_ref)
    }

    /// A passage in hand. One that was a passage of what is selected has to be one still.
    pub(super) fn passage(
        &self,
        passage: &Range<usize>,
        (was, is): (Option<&Ref>, Option<&Ref>),
    ) -> Option<Range<usize>> {
        let words = self.moved.words(passage)?;
        let has = |dossier: &Dossier, of: Option<&Ref>, passage: &Range<usize>| {
            of.is_some_and(|of| dossier.lit(of).passages.iter().any(|lit| lit.range == *passage))
        };
        (has(self.after, is, &words) || !has(self.before, was, passage)).then_some(words)
    }

    /// A place one was at; none if what was selected there is gone.
    fn place(&self, place: Place, views: impl Fn((View, View)) -> (View, View)) -> Option<Place> {
        let selection = match &place.selection {
            Some(was) => Some(self.thing(was)?),
            None => None,
        };
        let known = |of: Option<Ref>| of.and_then(|of| self.thing(&of));
        let both = (place.selection.as_ref(), selection.as_ref());
        let card = match place.card {
            Some(card) => {
                let of = self.thing(card.of())?;
                Some(card.renamed(of))
            }
            None => None,
        };
        Some(Place {
            passage: place.passage.as_ref().and_then(|passage| self.passage(passage, both)),
            card,
            top_byte: self.moved.byte(place.top_byte),
            views: views(place.views),
            compare: place.compare,
            trend: crate::panels::trend::Position {
                series: known(place.trend.series),
                figure: known(place.trend.figure),
            },
            selection,
            ..place
        })
    }

    /// The usual view where there are key items now and were none; all, where it is the other way round.
    fn views(&self, (actors, events): (View, View)) -> (View, View) {
        let keys = |of: fn(&Dossier) -> bool| (of(self.before), of(self.after));
        let view = |view, keys| match keys {
            (_, false) => View::All,
            (false, true) if view == View::All => View::Key,
            _ => view,
        };
        let of_actors = keys(|dossier| dossier.actors.iter().any(|actor: &Actor| actor.prominent));
        let of_events = keys(|dossier| dossier.events.iter().any(|event: &Event| event.prominent));
        (view(actors, of_actors), view(events, of_events))
    }
}

impl App {
    /// Asks for the dossier to be read again; what comes of it will be said.
    pub(super) fn ask_for_reload(&mut self) {
        self.reading.asked = true;
    }

    /// Takes in what came of reading the dossier again.
    pub(super) fn reload(&mut self, reload: Reload) {
        let asked = mem::take(&mut self.reading.asked);
        let strings = self.context.language.strings();
        let say = |text: &'static str| asked.then(|| text.to_owned());
        let notice = match reload {
            Reload::Read(loaded) => self.swap(*loaded).or_else(|| say(strings.read_again)),
            Reload::Refused(refusal) => {
                self.reading.refusal = Some(refusal);
                asked.then(|| self.still_not_read())
            }
            Reload::Same if self.reading.refusal.is_some() => asked.then(|| self.still_not_read()),
            Reload::Same => say(strings.read_the_same),
            Reload::Shipped => say(strings.shipped_stays),
            Reload::Unwatched => {
                let context = &self.context;
                let told = context.with_keys(strings.unwatched, &[Action::Reload]);
                let before = self.notice.clone();
                Some(context.joined(&before.into_iter().chain([told]).collect::<Vec<_>>()))
            }
        };
        self.notice = notice.or(self.notice.take());
        self.show_problems();
    }

    fn still_not_read(&self) -> String {
        let context = &self.context;
        context.with_keys(context.strings().still_not_read, &[Action::Problems])
    }

    /// Opens the list of what is wrong with the dossier, or says that nothing is.
    pub(super) fn open_problems(&mut self) {
        if self.reading.refusal.is_none() && self.reading.problems.is_empty() {
            self.notice = Some(self.context.language.strings().no_problems.to_owned());
            return;
        }
        self.overlay = Some(Overlay::Problems(problems::State::new(self.report())));
    }

    fn report(&self) -> problems::Report {
        match &self.reading.refusal {
            Some(refusal) => {
                problems::Report { refused: true, problems: refusal.problems.clone(), tally: refusal.tally }
            }
            None => problems::Report {
                refused: false,
                problems: self.reading.problems.clone(),
                tally: self.reading.tally,
            },
        }
    }

    /// If the list of problems is open, it shows those there are now.
    fn show_problems(&mut self) {
        let report = self.report();
        if let Some(Overlay::Problems(state)) = &mut self.overlay {
            state.show(report);
        }
    }

    /// Puts another dossier in the place of this one. Tells if what was selected is gone.
    fn swap(&mut self, loaded: Loaded) -> Option<String> {
        let Loaded { dossier, problems, marks, tally } = loaded;
        let named = self.context.selection().map(|of| names::name(&self.context, of));
        let before = mem::replace(&mut self.context.dossier, dossier);
        let after = Arc::clone(&self.context.dossier);
        let passage = Passage::new(&before, &after);
        (self.reading.problems, self.reading.tally, self.reading.refusal) = (problems, tally, None);
        (self.context.broken, self.context.faulty) = (marks.evidence, marks.other);

        let lost = self.rebase_selection(&passage);
        self.clicked = None;
        self.go_to = self.go_to.take().and_then(|go_to| match go_to {
            GoTo::Words(words) => passage.moved.words(&words).map(GoTo::Words),
            GoTo::Keep(words) => passage.moved.words(&words).map(GoTo::Keep),
            GoTo::Top(byte) => Some(GoTo::Top(passage.moved.byte(byte))),
            GoTo::Follow => Some(GoTo::Follow),
        });
        self.history.rebase(|place| passage.place(place, |views| passage.views(views)));

        self.renew_panels(&passage);
        self.renew_card(&passage);
        self.renew_search(&passage);
        self.renew_overlay();
        let strings = self.context.language.strings();
        named.filter(|_| lost.is_some()).map(|name| strings.selection_gone.replace("{}", &name))
    }

    fn renew_panels(&mut self, passage: &Passage) {
        let (before, after) = (passage.before, passage.after);
        if after.article_days().is_none() {
            self.only_after = false;
        }
        let (actors, events) = passage.views((self.actors.filter().view(), self.timeline.filter().view()));
        self.actors.rebase(after, actors);
        self.timeline.rebase(after, events, self.only_after);
        self.claims.rebase(after);
        self.trend.rebase(before, after, self.only_after);
        self.article.rebase(before, after, |byte| passage.moved.byte(byte));
        let claims = &self.claims;
        let lists = |of: &Ref| claims.lists(of);
        let in_force = claims.filter().in_force();
        self.article.show_signs(after, in_force.then_some(&lists));
        let context = &self.context;
        let palette = match &mut self.overlay {
            Some(Overlay::Palette(state)) => Some(state),
            _ => None,
        };
        self.palette.rebase(context, palette);
    }

    /// The card of a thing that is gone is closed.
    fn renew_card(&mut self, passage: &Passage) {
        let Some(mut state) = self.card.take() else { return };
        match passage.thing(state.of()) {
            Some(of) => {
                card::rebase(&mut state, &self.context, of, |words| passage.moved.words(words));
                self.card = Some(state);
            }
            None if self.context.focus == Focus::Card => self.context.focus = Focus::Panel(self.side),
            None => {}
        }
    }

    /// A search begins anew; the hit it stood at is in hand if its words still stand.
    fn renew_search(&mut self, passage: &Passage) {
        let anew = |search: &mut Search| {
            let origin = passage.moved.byte(search.origin());
            *search = Search::new(passage.after, search.query(), search.language(), origin);
        };
        let hit = |hit: Option<Range<usize>>| hit.and_then(|hit| passage.moved.words(&hit));
        if let Some(Overlay::Search(state, before)) = &mut self.overlay {
            state.rebase(self.context.search(), |words| passage.moved.words(words));
            if let Some(search) = &mut before.search {
                anew(search);
            }
            before.hit = hit(before.hit.take());
            let place = &mut before.place;
            let views = |views| passage.views(views);
            let here = || Place { selection: None, passage: None, card: None, ..place.clone() };
            let renewed = passage.place(place.clone(), views).or_else(|| {
                // What was selected before is gone; where one was is not.
                let focus = if place.focus == Focus::Card { Focus::Panel(place.side) } else { place.focus };
                passage.place(Place { focus, ..here() }, views)
            });
            if let Some(renewed) = renewed {
                *place = renewed;
            }
        }
        if let Some(search) = &mut self.context.search {
            anew(search);
        }
        self.context.hit = hit(self.context.hit.take());
    }

    /// A chooser shows what can be chosen now; where that is nothing, it is closed.
    fn renew_overlay(&mut self) {
        let Some(Overlay::Filter(state)) = &self.overlay else { return };
        let (facets, counts) = self.choices(state.panel());
        match &mut self.overlay {
            Some(Overlay::Filter(state)) if !facets.is_empty() => state.show(facets, counts),
            _ => self.overlay = None,
        }
    }
}
