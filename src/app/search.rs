//! Searching: opened over the panels, shown in the article while the reader types, in force after that until Esc.

use std::ops::Range;

use super::App;
use super::history::Leave;
use super::navigator::{ScreenPlace, ScrollTarget};
use crate::dossier::Search;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::change::{Change, Rebase as _};
use crate::protocol::context::Context;
use crate::protocol::names;
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

/// The same search after a reload.
fn again(search: &Search, change: &Change) -> Search {
    Search::new(change.after, search.query(), search.language(), change.byte(search.origin()))
}

impl App {
    /// Whether work is left although no key was pressed: a search is running ([`super::Message::Work`]).
    pub fn has_work(&self) -> bool {
        self.context.search().is_some_and(|search| !search.is_done())
    }

    pub(super) fn open_search(&mut self) {
        let (before, hit_before) = (self.context.search.take(), self.context.hit.take());
        let place = Box::new(self.place());
        self.preview = None;
        // The article has to be visible beside it.
        self.navigator.arrangement.whole = false;
        let state = search::State::new(self.queries.clone());
        self.search =
            Some(SearchSession { state, place, before, hit_before, led_away: false, translated: None });
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
        if self.context.search().map_or("", Search::query) == query {
            return;
        }
        let language = self.context.language.tag();
        let search = Search::new(&self.context.dossier, query, language, session.place.top_byte);
        self.context.search = Some(search).filter(|search| search.finder().is_some());
        session.state.begin();
    }

    /// Restarts the search if the language of the interface has changed.
    pub(super) fn restart_search(&mut self) {
        let language = self.context.language.tag();
        if let Some(search) = self.context.search.as_mut().filter(|search| search.language() != language) {
            *search = Search::new(&self.context.dossier, search.query(), language, search.origin());
        }
    }

    /// Does the next slice of the search.
    pub(super) fn step_search(&mut self) {
        let Some(search) = &mut self.context.search else { return };
        search.work(&self.context.dossier, WORK_PER_SLICE);
        if let Some(SearchSession { state, .. }) = &mut self.search {
            state.follow(search);
            if state.waits() && (state.hit().is_some() || state.translated().is_some() || search.is_done()) {
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
    }

    /// Goes to the current result. The search stays in force, also beside a thing's card, unless the article has no hits.
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
        match chosen {
            search::Chosen::Words(hit) => {
                self.navigator.arrangement.whole = was_whole;
                self.context.focus = Focus::Panel(Panel::Article);
                self.stand_at(hit, None);
            }
            search::Chosen::Translated(words) => {
                self.navigator.arrangement.whole = was_whole;
                self.context.focus = Focus::Panel(Panel::Article);
                self.context.selection.set_passage(None);
                self.context.hit = None;
                self.panels.article.show_both(true);
                self.navigator.scroll = Some(ScrollTarget::ToTranslated(words));
            }
            search::Chosen::Thing(name) => {
                let has_none = |search: &Search| search.hits().is_empty() && search.translated().is_empty();
                if self.context.search().is_none_or(has_none) {
                    self.end_search();
                }
                self.open(card::CardPlace::at_top(name));
            }
        }
    }

    /// Closes the search and restores what was before.
    pub(super) fn cancel_search(&mut self) {
        if let Some(SearchSession { place, before, hit_before, .. }) = self.search.take() {
            self.restore(*place);
            (self.context.search, self.context.hit) = (before, hit_before);
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
        let shown = self.panels.article.shown();
        // Stepping from hit to hit works even while the article is out of sight.
        let here = self.context.hit().filter(|hit| shown.is_none() || self.panels.article.shows(hit));
        let shown = shown.unwrap_or_default();
        let place = match (here.and_then(|hit| hits.index_of(hit)), forward) {
            (Some(place), true) => Some(place + 1),
            (Some(place), false) => place.checked_sub(1),
            (None, true) => Some(hits.index_from(shown.start)),
            (None, false) => hits.index_from(shown.end).checked_sub(1),
        };
        let (place, round) = match place {
            Some(place) if place < hits.len() => (place, None),
            Some(_) => (0, Some(strings.from_the_start)),
            None => (hits.len() - 1, Some(strings.from_the_end)),
        };
        if let Some(hit) = hits.get(place).cloned() {
            // Where the article is not on screen the hit would not be seen.
            if self.inside(Panel::Article).is_empty() && self.areas.is_some() {
                self.leave_by_jump();
                self.context.focus = Focus::Panel(Panel::Article);
            }
            self.stand_at(hit, round);
        }
    }

    /// Brings a hit in sight; the notice says so if the search wrapped around to reach it.
    fn stand_at(&mut self, hit: Range<usize>, round: Option<&str>) {
        self.context.selection.set_passage(None);
        self.navigator.scroll = Some(ScrollTarget::To(hit.clone()));
        self.context.hit = Some(hit);
        if let Some((search, round)) = self.context.search().zip(round) {
            let parts = [format!("/{}", search.query()), self.which_hit(search), round.to_owned()];
            self.notice = Some(self.context.joined(&parts));
        }
    }

    /// `Treffer 3/12`: the current hit and how many there are, as far as that is known.
    fn which_hit(&self, search: &Search) -> String {
        let language = self.context.language;
        let strings = language.strings();
        let hits = search.hits();
        let place = self.context.hit().and_then(|hit| hits.index_of(hit));
        let many = language.count(hits.len());
        let found = names::counted(language, hits.len(), &strings.hit);
        match place {
            _ if !search.has_read_article() => {
                let context = &self.context;
                context.joined(&[names::searching(context, search), found])
            }
            _ if search.is_cut() => format!("{} {found}", strings.more_than),
            Some(place) => {
                let which = format!("{} {}/{many}", strings.hit.one, language.count(place + 1));
                match names::hits_in_both(language, search) {
                    Some(both) => self.context.joined(&[which, both]),
                    None => which,
                }
            }
            None => names::hits_in_both(language, search).unwrap_or(found),
        }
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
            return Some(context.joined(&[keys, format!("/{}", search.query()), self.which_hit(search)]));
        };
        let current = search.map(|search| match (state.hit(), state.thing(search)) {
            _ if state.translated().is_some() => {
                let hits = search.translated();
                let place = state.translated().and_then(|hit| hits.index_of(hit)).unwrap_or(0);
                let (place, many) = (language.count(place + 1), language.count(hits.len()));
                let which = format!("{}: {} {place}/{many}", strings.translation, strings.hit.one);
                let both = names::hits_in_both(language, search);
                self.context.joined(&[which].into_iter().chain(both).collect::<Vec<_>>())
            }
            (Some(_), _) => format!("{}: {}", strings.article, self.which_hit(search)),
            (None, Some(name)) => {
                let kind = names::capitalized(language.strings().kind(name.kind).one);
                format!("{kind}: {}", names::name(&self.context, name))
            }
            (None, None) => String::new(),
        });
        Some(current.unwrap_or_default())
    }
}
