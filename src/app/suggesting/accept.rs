//! A suggestion is decided: what accepting it writes, and what rejecting it remembers.

use super::course::{Asked, Past};
use super::{Session, Stage};
use crate::app::App;
use crate::dossier::{KnownActor, SuggestionKind};
use crate::edit::doubts::{Doubt, doubts};
use crate::edit::draft::{self, EventWords};
use crate::edit::{self, Change, Step};
use crate::protocol::effect::Effect;
use crate::protocol::refusal;
use crate::protocol::suggesting::SuggestKey;
use crate::suggest::{NameGroup, What};
use crate::widgets::choice::Choice;

/// The kind of actor that a name is shown as, and accepted as.
pub(super) fn kind_of(group: &NameGroup) -> Option<&str> {
    group.known.as_ref().map(|known| &*known.kind).or(group.kind)
}

fn is_rejection(step: &Step) -> bool {
    matches!(step, Step::Decision(decision) if !decision.is_accepted)
}

impl App {
    /// Accepts what is offered: at once where nothing is left to say, else by a letter or a form. What it does is said beside
    /// its key before ([`App::accepting`]).
    pub(super) fn accept(&mut self) -> Vec<Effect> {
        if self.says_why_only_read() {
            return Vec::new();
        }
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        match session.offers.kind(offer) {
            SuggestionKind::Time => {
                self.open_event_form();
                Vec::new()
            }
            SuggestionKind::Name => {
                let Some(group) = session.offers.group(offer) else { return Vec::new() };
                let Some(kind) = kind_of(group) else {
                    self.ask_for_kind();
                    return Vec::new();
                };
                let change = self.name_as(session, offer, kind);
                self.decide(change)
            }
            SuggestionKind::Figure if !session.offers.can_be_accepted(offer) => {
                self.notice = Some(self.instead_of_row());
                Vec::new()
            }
            SuggestionKind::Leftover | SuggestionKind::Attributed | SuggestionKind::Figure => {
                self.decide(self.of_words(session, offer))
            }
        }
    }

    /// Accepts a name as one of this kind of actor.
    pub(super) fn accept_as(&mut self, kind: Option<String>) -> Vec<Effect> {
        let Some(kind) = kind else {
            self.notice = Some(self.context.strings().suggesting.choose_kind.to_owned());
            return Vec::new();
        };
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let change = self.name_as(session, offer, &kind);
        self.decide(change)
    }

    /// Offers the kinds of actors, with the one that the name seems to be of chosen.
    pub(super) fn ask_for_kind(&mut self) {
        if self.says_why_only_read() {
            return;
        }
        let Some((session, offer)) = self.current_offer() else { return };
        match session.offers.group(offer) {
            Some(group) => {
                let choice = Choice::of_actor_kinds(self.context.language, kind_of(group));
                self.set_stage(Stage::Kind(choice));
            }
            None => self.notice = Some(self.context.strings().suggesting.no_kind.to_owned()),
        }
    }

    /// What is written with a name so that it does not count inside of other names, nor they inside of it.
    pub(super) fn exceptions_of(&self, session: &Session, offer: usize) -> Vec<Doubt> {
        let kind = session.offers.group(offer).and_then(kind_of).unwrap_or_default();
        let Some(change) = self.name_as(session, offer, kind) else { return Vec::new() };
        let dossier = &self.context.dossier;
        let mut doubts = doubts(dossier, &edit::with_exceptions(dossier, &change));
        doubts.retain(Doubt::is_of_exception);
        doubts
    }

    fn set_stage(&mut self, stage: Stage) {
        if matches!(stage, Stage::Doubts(..) | Stage::Refused(..)) {
            self.suggesting.ask_something_else();
        }
        if let Some(session) = self.session_mut() {
            session.stage = stage;
        }
    }

    /// What can be done with a figure that is no row of a list.
    pub(super) fn instead_of_row(&self) -> String {
        let key = self.context.label(SuggestKey::Claim.keys()[0]);
        self.context.strings().suggesting.no_row.replacen("{}", &key, 1)
    }

    /// An actor of this name: as another dossier has it, or of this kind.
    pub(super) fn name_as(&self, session: &Session, offer: usize, kind: &str) -> Option<Change> {
        let (dossier, language) = (&self.context.dossier, self.context.language.tag());
        let group = session.offers.group(offer)?;
        Some(match &group.known {
            Some(known) if *known.kind == *kind => draft::known_actor(dossier, known, &group.forms),
            Some(known) => {
                let known = KnownActor { kind: kind.into(), ..known.clone() };
                draft::known_actor(dossier, &known, &group.forms)
            }
            None => draft::name_group(dossier, &group.forms, kind, &group.name(), language),
        })
    }

    /// What words that need no words of one's own become. None if they cannot be quoted.
    pub(super) fn of_words(&self, session: &Session, offer: usize) -> Option<Change> {
        let (dossier, language) = (&self.context.dossier, self.context.language.tag());
        let suggestion = session.offers.first(offer);
        match &suggestion.what {
            What::Leftover(lines) => draft::leftover(dossier, lines),
            What::Attributed(_) => draft::attributed_claim(dossier, &suggestion.range),
            What::Figure(figure) => draft::figure(dossier, &suggestion.range, figure, language),
            What::Name(_) | What::Time(_) => None,
        }
    }

    /// Writes what was accepted with the decision, unless there is something to consider before.
    pub(super) fn decide(&mut self, change: Option<Change>) -> Vec<Effect> {
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let Some(change) = change else {
            self.notice = Some(self.context.strings().marking.no_anchor.to_owned());
            return Vec::new();
        };
        let change = edit::with_exceptions(&self.context.dossier, &change);
        let mut doubts = doubts(&self.context.dossier, &change);
        // Where there is room the block says so already.
        doubts.retain(|doubt| self.is_low() || !session.exceptions.contains(doubt));
        let change = draft::decided(change, session.offers.decision(offer, true));
        if !doubts.is_empty() {
            self.set_stage(Stage::Doubts(Box::new(change), doubts));
            return Vec::new();
        }
        self.ask_for_decision(change, true, false)
    }

    /// Writes although there was something to consider.
    pub(super) fn write_all_the_same(&mut self) -> Vec<Effect> {
        let Some(Session { stage: Stage::Doubts(change, _), .. }) = &self.suggesting.session else {
            return Vec::new();
        };
        let change = (**change).clone();
        self.ask_for_decision(change, true, false)
    }

    /// Asks again for what was refused, if an editor was the obstacle, in spite of it.
    pub(super) fn try_again(&mut self) -> Vec<Effect> {
        let Some(Session { stage: Stage::Refused(change, why), .. }) = &self.suggesting.session else {
            return Vec::new();
        };
        let despite_editor = matches!(why, edit::Refused::OpenElsewhere { .. });
        let change = (**change).clone();
        let is_accepted = !change.steps.iter().any(is_rejection);
        self.ask_for_decision(change, is_accepted, despite_editor)
    }

    fn ask_for_decision(&mut self, change: Change, is_accepted: bool, despite_editor: bool) -> Vec<Effect> {
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let of = session.offers.id(offer);
        if let Some(session) = self.session_mut() {
            session.asked = Some(Asked { of: Some(of), is_accepted });
            session.stage = Stage::Offered;
        }
        self.remember_used(&change);
        self.ask_to_write(change, despite_editor)
    }

    /// Rejects what is offered: it is not offered again.
    pub(super) fn reject(&mut self) -> Vec<Effect> {
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let decision = session.offers.decision(offer, false);
        if self.why_only_read().is_some() {
            self.reject_for_run();
            return Vec::new();
        }
        self.ask_for_decision(draft::decision(decision), false, false)
    }

    /// Rejects it where nothing can be written: until the program ends.
    pub(super) fn reject_for_run(&mut self) {
        let Some((session, offer)) = self.current_offer() else { return };
        let (decision, of) = (session.offers.decision(offer, false), session.offers.id(offer));
        self.suggesting.for_run.push(decision);
        self.suggesting.past.push(Past::ForRun(of.clone()));
        self.take_offers_anew();
        self.go_on_after(of.rank);
        self.notice = Some(self.context.strings().suggesting.for_this_run.to_owned());
    }

    /// Says why nothing can be written, if that is so.
    pub(super) fn says_why_only_read(&mut self) -> bool {
        let why = self.why_only_read().map(|why| refusal::text(&self.context, &why));
        let is_so = why.is_some();
        self.notice = why.or(self.notice.take());
        is_so
    }

    /// Copies what accepting would write, as TOML: of a name without a certain kind and of a time something is left to fill in.
    pub(super) fn copy_suggestion(&mut self) -> Vec<Effect> {
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let (dossier, language) = (&self.context.dossier, self.context.language.tag());
        let change = match &session.offers.first(offer).what {
            What::Name(_) => {
                let kind = session.offers.group(offer).and_then(kind_of);
                self.name_as(session, offer, kind.unwrap_or_default())
            }
            What::Time(_) => {
                let time = self.event_time(session, offer);
                let date =
                    time.and_then(|time| time.date).map_or_else(String::new, |date| date.text().to_owned());
                let own = EventWords { date, ..EventWords::default() };
                draft::event(dossier, &self.sentence_of_suggestion(session, offer), &own, language)
            }
            What::Leftover(_) | What::Attributed(_) | What::Figure(_) => self.of_words(session, offer),
        };
        let Some(change) = change else {
            self.notice = Some(self.context.strings().marking.no_anchor.to_owned());
            return Vec::new();
        };
        self.copy_toml(edit::toml(&edit::with_exceptions(dossier, &change)))
    }
}
