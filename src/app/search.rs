//! Searching: opened over the panels, shown in the article while the reader types, in force after that until Esc.

use std::ops::Range;

use super::App;
use super::history::Leave;
use super::navigator::{ScreenPlace, ScrollTarget};
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::change::{Change, Rebase as _};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::search::{Found, Hits, Search};
use crate::text::find::WORK_PER_SLICE;
use crate::{card, search};

/// How many earlier queries are remembered.
const REMEMBERED: usize = 8;

/// A search that is being typed. What it finds is in the context, and stays in force when this is closed.
#[derive(Clone, Debug)]
pub(super) struct SearchSession {
    pub(super) state: search::State,
    /// Where the reader was before, and the search in force then: what Esc brings back.
    place: Box<ScreenPlace>,
    before: Option<Search>,
    hit_before: Option<Range<usize>>,
    found_before: Option<Found>,
    /// Whether a hit has led the article away from there since.
    led_away: bool,
    /// The hit in the translation that the article was led to last.
    translated: Option<Range<usize>>,
}

impl SearchSession {
    /// Rebases it after a reload; `context` still has the old search.
    fn rebase(&mut self, change: &Change, context: &Context) {
        self.state.rebase(change, context);
        if let Some(search) = &mut self.before {
            *search = again(search, change);
        }
        self.hit_before = self.hit_before.take().and_then(|hit| change.words(&hit));
        self.found_before = self.found_before.take().and_then(|found| rebased(found, change));
        let place = &*self.place;
        let rebased = place.clone().rebased(change).or_else(|| {
            // What was selected before is gone, but the place in the article is not.
            let focus = match place.focus {
                Focus::Card => Focus::Panel(place.arrangement.side),
                focus @ Focus::Panel(_) => focus,
            };
            let here = ScreenPlace { selection: None, passage: None, card: None, focus, ..place.clone() };
            here.rebased(change)
        });
        if let Some(rebased) = rebased {
            *self.place = rebased;
        }
    }
}

/// The same that was found after a reload; of the translation nothing is found again.
fn rebased(found: Found, change: &Change) -> Option<Found> {
    match found {
        Found::Article(hit) => change.words(&hit).map(Found::Article),
        Found::Translation(_) => None,
        Found::Thing(thing) => change.after.contains(&thing).then_some(Found::Thing(thing)),
    }
}

/// The same search after a reload.
fn again(search: &Search, change: &Change) -> Search {
    Search::new(change.after, search.typed(), search.language(), change.byte(search.origin()))
}

impl App {
    /// Whether work is left although no key was pressed: a search is running ([`super::Message::Work`]).
    pub fn has_work(&self) -> bool {
        self.context.search().is_some_and(|search| !search.is_done())
    }

    pub(super) fn open_search(&mut self) {
        let (before, hit_before) = (self.context.search.take(), self.context.hit.take());
        let found_before = self.found.take();
        let place = Box::new(self.place());
        self.preview = None;
        // The article has to be visible beside it.
        self.navigator.arrangement.whole = false;
        let state = search::State::new(self.queries.clone());
        self.search = Some(SearchSession {
            state,
            place,
            before,
            hit_before,
            found_before,
            led_away: false,
            translated: None,
        });
    }

    /// Carries out an action while a search is typed.
    pub(super) fn act_in_search(&mut self, action: Action) {
        match action {
            Action::Close => {
                self.cancel_search();
                self.end_detour();
            }
            Action::Card => self.take_found(),
            _ => self.scroll_search(action),
        }
    }

    /// Moves the cursor over what was found.
    pub(super) fn scroll_search(&mut self, action: Action) {
        let area = self.inside_card();
        if let Some(session) = &mut self.search {
            search::update(&mut session.state, action, &self.context, area);
        }
    }

    /// Starts a search for what is typed now, if that has changed.
    pub(super) fn start_search(&mut self) {
        let Some(session) = &mut self.search else { return };
        let query = session.state.query();
        if self.context.search().map_or("", Search::typed) == query {
            return;
        }
        let language = self.context.language;
        let search = Search::new(&self.context.dossier, query, language, session.place.top_byte);
        self.context.search = Some(search).filter(|search| search.query().is_some());
        session.state.begin();
    }

    /// Restarts the search if the language of the interface has changed.
    pub(super) fn restart_search(&mut self) {
        let language = self.context.language;
        if let Some(search) = self.context.search.as_mut().filter(|search| search.language() != language) {
            *search = Search::new(&self.context.dossier, search.typed(), language, search.origin());
            self.found.take_if(|found| matches!(found, Found::Translation(_)));
        }
    }

    /// Does the next slice of the search.
    pub(super) fn step_search(&mut self) {
        let Some(search) = &mut self.context.search else { return };
        search.work(&self.context.dossier, WORK_PER_SLICE);
        if let Some(SearchSession { state, .. }) = &mut self.search {
            state.follow(search);
            let has_one = state.hit().is_some() || state.translated().is_some();
            if search.has_read_all() && search.found() == 0 {
                state.give_up();
            }
            if state.waits() && (has_one || search.has_read_all()) {
                self.take_found();
            }
        }
    }

    /// Lets the article show the current hit; where nothing in the article is current, what it showed before.
    pub(super) fn show_hit(&mut self) {
        let Some(session) = &mut self.search else {
            self.panels.article.peek(false);
            return;
        };
        let is_other = session.state.hit() != self.context.hit();
        self.context.hit = session.state.hit().cloned();
        // Its place among the article's words shows what the translation translates.
        let translated = session.state.translated();
        self.panels.article.peek(translated.is_some());
        if let Some(words) = translated {
            if session.translated.as_ref() != Some(words) {
                self.navigator.scroll = Some(ScrollTarget::ToTranslated(words.clone()));
                session.led_away = true;
            }
            session.translated = Some(words.clone());
            return;
        }
        session.translated = None;
        // The article stays where it is until the search has reached it.
        let is_known = self.context.search().is_none_or(Search::has_read_article);
        match &self.context.hit {
            Some(hit) if is_other => {
                self.navigator.scroll = Some(ScrollTarget::To(hit.clone()));
                session.led_away = true;
            }
            None if is_known && session.led_away => {
                self.navigator.scroll = Some(ScrollTarget::TopAt(session.place.top_byte));
                session.led_away = false;
            }
            _ => {}
        }
    }

    /// Rebases searches and hits after a reload.
    pub(super) fn rebase_search(&mut self, change: &Change) {
        if let Some(session) = &mut self.search {
            session.rebase(change, &self.context);
        }
        if let Some(search) = &mut self.context.search {
            *search = again(search, change);
        }
        self.context.hit = self.context.hit.take().and_then(|hit| change.words(&hit));
        self.found = self.found.take().and_then(|found| rebased(found, change));
    }

    /// Goes to the current result. The search stays in force, also beside a thing's card, unless nothing else was found.
    pub(super) fn take_found(&mut self) {
        let Some(SearchSession { state, .. }) = &mut self.search else { return };
        let Some(chosen) = state.choose(self.context.search()) else {
            // An earlier query may have been chosen.
            self.start_search();
            return;
        };
        let query = state.query().to_owned();
        self.queries.retain(|known| *known != query);
        self.queries.insert(0, query);
        self.queries.truncate(REMEMBERED);
        let Some(SearchSession { place, .. }) = self.search.take() else { return };
        let was_whole = place.arrangement.whole && place.focus == Focus::Panel(Panel::Article);
        self.navigator.history.leave(Leave::Jump, || *place);
        if matches!(chosen, Found::Article(_) | Found::Translation(_)) {
            self.navigator.arrangement.whole = was_whole;
            self.context.focus = Focus::Panel(Panel::Article);
        }
        self.show_found(chosen, None);
        if self.context.search().is_some_and(|search| search.has_read_all() && search.found() == 1)
            && matches!(self.found, Some(Found::Thing(_)))
        {
            self.end_search();
        }
    }

    /// Closes the search and restores what was before.
    pub(super) fn cancel_search(&mut self) {
        if let Some(SearchSession { place, before, hit_before, found_before, .. }) = self.search.take() {
            self.restore(*place);
            (self.context.search, self.context.hit, self.found) = (before, hit_before, found_before);
        }
    }

    pub(super) fn end_search(&mut self) {
        (self.context.search, self.context.hit, self.found) = (None, None, None);
    }

    /// The next of all that was found, from what the search stands at; in the article from what is in sight if that shows other
    /// words. After the last the first again.
    pub(super) fn go_to_hit(&mut self, forward: bool) {
        let strings = self.context.language.strings();
        let Some(search) = &self.context.search else { return };
        let count = search.found();
        if count == 0 {
            let text = || self.context.said(strings.found_nowhere).replace("{}", search.typed());
            self.notice = search.has_read_all().then(text);
            return;
        }
        let shown = self.panels.article.shown();
        let here = match &self.found {
            // Stepping from hit to hit works even while the article is out of sight.
            Some(Found::Article(hit)) if shown.is_some() && !self.panels.article.shows(hit) => None,
            found => found.as_ref().and_then(|found| search.place_of(found)),
        };
        let (hits, shown) = (search.hits(), shown.unwrap_or_default());
        let place = match (here, forward) {
            (Some(place), true) => Some(place + 1),
            (Some(place), false) => place.checked_sub(1),
            (None, true) => Some(hits.index_from(shown.start)),
            (None, false) => hits.index_from(shown.end).checked_sub(1),
        };
        let (place, round) = match place {
            Some(place) if place < count => (place, None),
            Some(_) => (0, Some(strings.from_the_start)),
            None => (count - 1, Some(strings.from_the_end)),
        };
        let Some(found) = search.nth(place) else { return };
        let is_in_article = matches!(found, Found::Article(_) | Found::Translation(_));
        // What is not on screen would not be seen; a card can be gone back from.
        if !is_in_article || self.inside(Panel::Article).is_empty() && self.areas.is_some() {
            self.leave_by_jump();
        }
        if is_in_article && self.inside(Panel::Article).is_empty() && self.areas.is_some() {
            self.context.focus = Focus::Panel(Panel::Article);
        }
        self.show_found(found, round);
    }

    /// Shows something that was found: brings words in sight, opens the card of a thing. The notice says so if the search wrapped
    /// around to reach it.
    fn show_found(&mut self, found: Found, round: Option<&str>) {
        self.context.hit = None;
        match &found {
            Found::Article(hit) => {
                self.context.selection.set_passage(None);
                self.navigator.scroll = Some(ScrollTarget::To(hit.clone()));
                self.context.hit = Some(hit.clone());
            }
            Found::Translation(words) => {
                self.context.selection.set_passage(None);
                self.panels.article.show_both(true);
                self.navigator.scroll = Some(ScrollTarget::ToTranslated(words.clone()));
            }
            Found::Thing(thing) => self.open(card::CardPlace::at_top(thing.clone())),
        }
        self.found = Some(found);
        self.on_found();
        if let Some((search, round)) = self.context.search().zip(round) {
            let mut parts = self.which_hit(search);
            // What it is may be long.
            parts.insert(1, round.to_owned());
            parts.insert(0, format!("/{}", search.typed()));
            self.notice = Some(self.context.joined(&parts));
        }
    }

    /// `Treffer 3/12`: what the search stands at and how many were found, as far as that is known; of a thing also which:
    /// `hit 3/17 · event: Vote on the bridge`.
    fn which_hit(&self, search: &Search) -> Vec<String> {
        let context = &self.context;
        let strings = context.strings();
        let count = search.found();
        let found = names::counted(context.language, count, &strings.hit);
        if !search.has_read_article() {
            return vec![names::searching(context, search), found];
        }
        let place = self.found.as_ref().and_then(|found| search.place_of(found));
        let which = match place {
            _ if search.is_anything_cut() => format!("{} {found}", strings.more_than),
            Some(place) => self.hit_number(place, count),
            None => found,
        };
        let more = match &self.found {
            Some(Found::Thing(thing)) => Some(self.thing_found(thing)),
            Some(Found::Article(_) | Found::Translation(_)) | None => {
                names::hits_in_both(context.language, search)
            }
        };
        [which].into_iter().chain(more).collect()
    }

    /// `Treffer 3/12`.
    fn hit_number(&self, place: usize, count: usize) -> String {
        let language = self.context.language;
        let [place, count] = [place + 1, count].map(|number| language.count(number));
        format!("{} {place}/{count}", self.context.strings().hit.one)
    }

    /// `event: Vote on the bridge`; of what is selected also how much hangs on it.
    fn thing_found(&self, thing: &Ref) -> String {
        let context = &self.context;
        let kind = context.strings().kind(thing.kind).one;
        let called = if context.is_selected(thing) {
            names::summary(context, thing)
        } else {
            names::name(context, thing)
        };
        format!("{kind}: {called}")
    }

    /// Whether what the status line says of the search names the selection.
    pub(super) fn is_selection_found(&self) -> bool {
        let found = self.found.as_ref().filter(|_| self.context.search.is_some());
        matches!(found, Some(Found::Thing(thing)) if self.context.is_selected(thing))
    }

    /// What the status line says of the search: which hit of the article is current; while it is typed also which thing,
    /// in full.
    pub(super) fn search_summary(&self) -> Option<String> {
        let language = self.context.language;
        let strings = language.strings();
        let search = self.context.search();
        let Some(SearchSession { state, .. }) = &self.search else {
            let search = search.filter(|_| self.overlay.is_none())?;
            let context = &self.context;
            let keys = [Action::NextPassage, Action::PreviousPassage, Action::Close];
            // Esc closes an open card first; what the keys do comes first, for a line may be short.
            let keys = if self.card.is_some() {
                context.with_keys(strings.search_keys_short, &keys[..2])
            } else {
                context.with_keys(strings.search_keys, &keys)
            };
            let mut parts = vec![keys, format!("/{}", search.typed())];
            parts.extend(self.which_hit(search));
            return Some(context.joined(&parts));
        };
        let current = search.map(|search| match (state.hit(), state.thing(search)) {
            _ if state.translated().is_some() => {
                let place = state.translated().and_then(|hit| search.translated().index_of(hit));
                self.hit_in(search, strings.translation, search.translated(), place)
            }
            (Some(hit), _) => {
                self.hit_in(search, strings.article, search.hits(), search.hits().index_of(hit))
            }
            (None, Some(name)) => {
                let kind = names::capitalized(language.strings().kind(name.kind).one);
                format!("{kind}: {}", names::name(&self.context, name))
            }
            (None, None) => String::new(),
        });
        Some(current.unwrap_or_default())
    }

    /// `Artikel: Treffer 3/12`, while the search is typed: which of the hits in the article or in its translation.
    fn hit_in(&self, search: &Search, text: &str, hits: &Hits, place: Option<usize>) -> String {
        let context = &self.context;
        let found = names::counted(context.language, hits.len(), &context.strings().hit);
        let which = match place {
            _ if !search.has_read_article() => {
                return format!("{text}: {}", context.joined(&[names::searching(context, search), found]));
            }
            _ if search.is_cut() => format!("{} {found}", context.strings().more_than),
            Some(place) => self.hit_number(place, hits.len()),
            None => found,
        };
        let both = names::hits_in_both(context.language, search);
        let parts: Vec<String> = [format!("{text}: {which}")].into_iter().chain(both).collect();
        context.joined(&parts)
    }
}
