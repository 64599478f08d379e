//! Searching: opened over the panels, shown in the article while one types, in force after that until Esc.

use std::ops::Range;

use super::before::Before;
use super::history::Leave;
use super::overlay::Overlay;
use super::{App, GoTo};
use crate::dossier::Search;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::names;
use crate::text::find::SLICE;
use crate::{card, search};

/// How many of the queries before are remembered.
const REMEMBERED: usize = 8;

impl App {
    /// Whether something is left to do although no key was pressed: a search goes on ([`super::Message::Work`]).
    pub fn has_work(&self) -> bool {
        self.context.search().is_some_and(|search| !search.is_done())
    }

    pub(super) fn open_search(&mut self) {
        let (search, hit) = (self.context.search.take(), self.context.hit.take());
        let before = Before { place: self.place(), search, hit, led_away: false };
        // The article is to be seen beside it.
        self.whole = false;
        let state = search::State::new(self.queries.clone());
        self.overlay = Some(Overlay::Search(state, Box::new(before)));
    }

    /// Looks for what is typed now, if that is something else.
    pub(super) fn look(&mut self) {
        let Some(Overlay::Search(state, before)) = &mut self.overlay else { return };
        if self.context.search().map_or("", Search::query) == state.query() {
            return;
        }
        let language = self.context.language.tag();
        let search = Search::new(&self.context.dossier, state.query(), language, before.place.top_byte);
        self.context.search = Some(search).filter(|search| search.finder().is_some());
        state.begin();
    }

    /// Looks for the same again if things are told in another language now.
    pub(super) fn look_again(&mut self) {
        let language = self.context.language.tag();
        if let Some(search) = self.context.search.as_mut().filter(|search| search.language() != language) {
            *search = Search::new(&self.context.dossier, search.query(), language, search.origin());
        }
    }

    /// Goes on searching for a slice.
    pub(super) fn work(&mut self) {
        let Some(search) = &mut self.context.search else { return };
        search.work(&self.context.dossier, SLICE);
        if let Some(Overlay::Search(state, _)) = &mut self.overlay {
            state.follow(search);
            if state.waits() && state.hit().is_some() || state.waits() && search.is_done() {
                self.take_found();
            }
        }
    }

    /// Lets the article show what is in hand in the search; where that is none of its words, what it showed before.
    pub(super) fn preview(&mut self) {
        let Some(Overlay::Search(state, before)) = &mut self.overlay else { return };
        let is_other = state.hit() != self.context.hit();
        self.context.hit = state.hit().cloned();
        // Until it is known whether the article has it, the article stays where it is.
        let is_known = self.context.search().is_none_or(Search::has_read_article);
        match &self.context.hit {
            Some(hit) if is_other => {
                self.go_to = Some(GoTo::Words(hit.clone()));
                before.led_away = true;
            }
            None if is_known && before.led_away => {
                self.go_to = Some(GoTo::Top(before.place.top_byte));
                before.led_away = false;
            }
            _ => {}
        }
    }

    /// Goes to what is in hand in the search, which stays in force: also beside a thing's card, unless the article has
    /// nothing to go through.
    pub(super) fn take_found(&mut self) {
        let Some(Overlay::Search(state, _)) = &mut self.overlay else { return };
        let chosen = state.choose(self.context.search());
        let Some(chosen) = chosen else {
            // Something looked for before may have been chosen.
            self.look();
            return;
        };
        let query = state.query().to_owned();
        self.queries.retain(|known| *known != query);
        self.queries.insert(0, query);
        self.queries.truncate(REMEMBERED);
        let Some(Overlay::Search(_, before)) = self.overlay.take() else { return };
        let Before { place, .. } = *before;
        let was_whole = place.whole && place.focus == Focus::Panel(Panel::Article);
        self.history.leave(Leave::Jump, || place);
        match chosen {
            search::Chosen::Words(hit) => {
                self.whole = was_whole;
                self.context.focus = Focus::Panel(Panel::Article);
                self.stand_at(hit, None);
            }
            search::Chosen::Thing(name) => {
                if self.context.search().is_none_or(|search| search.hits().is_empty()) {
                    self.end_search();
                }
                self.open(card::Position::at_top(name));
            }
        }
    }

    /// Closes the search, and all is as it was before.
    pub(super) fn cancel_search(&mut self) {
        if let Some(Overlay::Search(_, before)) = self.overlay.take() {
            let Before { place, search, hit, .. } = *before;
            self.restore(place);
            (self.context.search, self.context.hit) = (search, hit);
        }
    }

    pub(super) fn end_search(&mut self) {
        (self.context.search, self.context.hit) = (None, None);
    }

    /// The next hit in the article, from the one the search stands at unless the article shows others, else from those;
    /// after the last the first again.
    pub(super) fn go_to_hit(&mut self, forward: bool) {
        let strings = self.context.language.strings();
        let Some(search) = &self.context.search else { return };
        let hits = search.hits();
        if hits.is_empty() {
            let text = || self.context.with_keys(strings.no_hit_in_article, &[Action::Close]);
            self.notice = search.has_read_article().then(text);
            return;
        }
        let shown = self.article.shown();
        // Where the article itself is out of sight, one goes on from hit to hit all the same.
        let here = self.context.hit().filter(|hit| shown.is_none() || self.article.shows(hit));
        let shown = shown.unwrap_or_default();
        let place = match (here.and_then(|hit| hits.place_of(hit)), forward) {
            (Some(place), true) => Some(place + 1),
            (Some(place), false) => place.checked_sub(1),
            (None, true) => Some(hits.place_from(shown.start)),
            (None, false) => hits.place_from(shown.end).checked_sub(1),
        };
        let (place, round) = match place {
            Some(place) if place < hits.len() => (place, None),
            Some(_) => (0, Some(strings.from_the_start)),
            None => (hits.len() - 1, Some(strings.from_the_end)),
        };
        if let Some(hit) = hits.get(place).cloned() {
            // Where the article is not on screen one would not see it.
            if self.inside(Panel::Article).is_empty() && self.areas.is_some() {
                let place = self.place();
                self.history.leave(Leave::Jump, || place);
                self.context.focus = Focus::Panel(Panel::Article);
            }
            self.stand_at(hit, round);
        }
    }

    /// Brings a hit in sight; says so if one went past the end to reach it.
    fn stand_at(&mut self, hit: Range<usize>, round: Option<&str>) {
        self.context.selection.set_passage(None);
        self.go_to = Some(GoTo::Words(hit.clone()));
        self.context.hit = Some(hit);
        if let Some((search, round)) = self.context.search().zip(round) {
            let parts = [format!("/{}", search.query()), self.which_hit(search), round.to_owned()];
            self.notice = Some(self.context.joined(&parts));
        }
    }

    /// `Treffer 3/12`: the hit in hand and how many there are, as far as that is known.
    fn which_hit(&self, search: &Search) -> String {
        let language = self.context.language;
        let strings = language.strings();
        let hits = search.hits();
        let place = self.context.hit().and_then(|hit| hits.place_of(hit));
        let many = language.count(hits.len());
        let found = names::counted(language, hits.len(), &strings.hit);
        match place {
            _ if !search.has_read_article() => {
                let context = &self.context;
                context.joined(&[names::searching(context, search), found])
            }
            _ if search.is_cut() => format!("{} {found}", strings.more_than),
            Some(place) => format!("{} {}/{many}", strings.hit.one, language.count(place + 1)),
            None => found,
        }
    }

    /// What the status line says of the search: which hit of the article is in hand; while it is typed also which thing,
    /// in full.
    pub(super) fn search_summary(&self) -> Option<String> {
        let language = self.context.language;
        let strings = language.strings();
        let search = self.context.search();
        let Some(Overlay::Search(state, _)) = &self.overlay else {
            let search = search.filter(|_| self.overlay.is_none())?;
            let context = &self.context;
            let keys = [Action::NextPassage, Action::PreviousPassage, Action::Close];
            // Esc closes an open card first; what the keys do comes first, for a line may be short.
            let keys = if self.card.is_some() {
                context.with_keys(strings.search_goes_on, &keys[..2])
            } else {
                context.with_keys(strings.search_in_force, &keys)
            };
            return Some(context.joined(&[keys, format!("/{}", search.query()), self.which_hit(search)]));
        };
        let in_hand = search.map(|search| match (state.hit(), state.thing(search)) {
            (Some(_), _) => format!("{}: {}", strings.article, self.which_hit(search)),
            (None, Some(name)) => {
                let kind = names::capitalized(names::kind(language, name.kind).one);
                format!("{kind}: {}", names::name(&self.context, name))
            }
            (None, None) => String::new(),
        });
        Some(in_hand.unwrap_or_default())
    }
}
