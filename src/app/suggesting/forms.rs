//! Forms and lists that a suggestion opens: for a time, for what is nearly right, for a name of an actor who is there already.

use std::ops::Range;

use super::course::Asked;
use super::offers::OfferId;
use super::{Session, Stage};
use crate::app::App;
use crate::dossier::{Decision, Id, SuggestionKind};
use crate::edit::{Change, Step, TableKind, Value, draft, with_exceptions};
use crate::overlays::form::{Purpose, State as Form};
use crate::overlays::same_as::State as SameAs;
use crate::protocol::effect::Effect;
use crate::protocol::mark::TextMark;
use crate::suggest::{Basis, Time, What, event_time};

/// What the form on top does to the suggestion that it was opened from.
#[derive(Clone, Debug)]
pub(super) enum FormOf {
    /// It accepts it: what is then decided.
    Suggestion(Box<(OfferId, Decision)>),
    /// It makes something else of its sentence.
    Sentence,
}

impl FormOf {
    /// The same after a change of the article.
    pub(super) fn moved(self, byte: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Suggestion(decides) => {
                let (of, decision) = *decides;
                Self::Suggestion(Box::new((of.moved(byte), decision)))
            }
            Self::Sentence => Self::Sentence,
        }
    }
}

impl App {
    /// The sentence of a suggestion as it can be marked; its own words where they stand in none.
    pub(super) fn sentence_of_suggestion(&self, session: &Session, offer: usize) -> Range<usize> {
        let article = &self.context.dossier.article;
        let words = Self::words_looked_at(session, offer);
        let sentence = TextMark::sentence_at(article, words.start).map(|mark| mark.range().clone());
        let has_words = |mark: &Range<usize>| mark.start <= words.start && words.end <= mark.end;
        // Of a long sentence only the beginning can be marked, and in a heading nothing.
        sentence.filter(has_words).unwrap_or(words)
    }

    /// The words at the place that is looked at.
    fn words_looked_at(session: &Session, offer: usize) -> Range<usize> {
        let places = session.offers.places(offer);
        places.get(session.place).unwrap_or(&session.offers.first(offer).range).clone()
    }

    fn open_form_of_suggestion(&mut self, form: Option<Form>, accepts: bool) {
        let Some(form) = form else {
            self.notice = Some(self.context.strings().marking.no_anchor.to_owned());
            return;
        };
        let Some((session, offer)) = self.current_offer() else { return };
        let decides = || (session.offers.id(offer), session.offers.decision(offer, true));
        let of = if accepts { FormOf::Suggestion(Box::new(decides())) } else { FormOf::Sentence };
        let form = form.with_used(self.used());
        self.overlay = Some(Box::new(form));
        if let Some(session) = self.session_mut() {
            session.stage = Stage::Offered;
            session.form = Some(of);
        }
    }

    /// The form of an event, with the date of the words.
    pub(super) fn open_event_form(&mut self) {
        let Some((session, offer)) = self.current_offer() else { return };
        let Some(time) = self.event_time(session, offer) else { return };
        let (date, is_counted) = (time.date.clone(), time.basis == Basis::Published);
        let sentence = self.sentence_of_suggestion(session, offer);
        let form = self.new_form(Purpose::Event, sentence, None);
        // Without a date it is the author who has to know one.
        let date = date.as_ref().map_or("", |date| date.text());
        let form = form.map(|form| form.with_date(date, is_counted));
        self.open_form_of_suggestion(form, true);
    }

    /// The time of a suggestion as an event has it.
    pub(super) fn event_time(&self, session: &Session, offer: usize) -> Option<Time> {
        let What::Time(time) = &session.offers.first(offer).what else { return None };
        let at = Self::words_looked_at(session, offer);
        let sentence = self.sentence_of_suggestion(session, offer);
        Some(event_time(&self.context.dossier, sentence, &at).unwrap_or_else(|| time.clone()))
    }

    fn new_form(&self, purpose: Purpose, words: Range<usize>, named: Option<&Range<usize>>) -> Option<Form> {
        Form::open(&self.context, purpose, Some(words), named, self.today())
    }

    /// Opens the form of what a suggestion would become, to change it before it is written.
    pub(super) fn edit_suggestion(&mut self) {
        if self.says_why_only_read() {
            return;
        }
        let Some((session, offer)) = self.current_offer() else { return };
        match session.offers.kind(offer) {
            SuggestionKind::Name => {
                let Some(group) = session.offers.group(offer) else { return };
                let name = group.known.as_ref().map(|known| self.context.text(&known.name));
                let name = name.or_else(|| group.forms.first().cloned()).unwrap_or_default();
                let kind = group.known.as_ref().map(|known| known.kind.to_string());
                let kind = kind.or_else(|| group.kind.map(str::to_owned)).unwrap_or_default();
                let aliases = self.name_as(session, offer, &kind).map(aliases_of).unwrap_or_default();
                let words = Self::words_looked_at(session, offer);
                let form = self.new_form(Purpose::Actor, words, None);
                let form = form.map(|form| form.with_name(&name, &kind, &aliases));
                self.open_form_of_suggestion(form, true);
            }
            SuggestionKind::Attributed => {
                let words = session.offers.first(offer).range.clone();
                let form = self.new_form(Purpose::Claim, words, None);
                self.open_form_of_suggestion(form, true);
            }
            SuggestionKind::Time => self.open_event_form(),
            SuggestionKind::Leftover => {
                let strings = &self.context.strings().suggesting;
                self.notice = Some(strings.no_form_of_leftover.to_owned());
            }
            SuggestionKind::Figure => {
                let strings = &self.context.strings().suggesting;
                self.notice = Some(strings.no_form_of_figure.to_owned());
            }
        }
    }

    /// Opens the form of a claim for the sentence.
    pub(super) fn claim_sentence(&mut self) {
        if self.says_why_only_read() {
            return;
        }
        let Some((session, offer)) = self.current_offer() else { return };
        if session.offers.kind(offer) == SuggestionKind::Attributed {
            return self.edit_suggestion();
        }
        let sentence = self.sentence_of_suggestion(session, offer);
        let form = self.new_form(Purpose::Claim, sentence, None);
        self.open_form_of_suggestion(form, false);
    }

    /// Leaves the suggestions, with the words marked.
    pub(super) fn mark_suggestion(&mut self) {
        let Some((session, offer)) = self.current_offer() else { return };
        let words = Self::words_looked_at(session, offer);
        match TextMark::of_words(&self.context.dossier.article, &words) {
            Some(mark) => {
                self.end_suggesting();
                self.notice = None;
                self.mark_found(mark);
            }
            None => self.notice = Some(self.context.strings().marking.nothing.to_owned()),
        }
    }

    /// Asks which actor the names are other names of.
    pub(super) fn ask_who_is_the_same(&mut self) {
        if self.says_why_only_read() {
            return;
        }
        let Some((session, offer)) = self.current_offer() else { return };
        let strings = self.context.strings();
        if session.offers.group(offer).is_none() {
            self.notice = Some(strings.suggesting.only_names.to_owned());
        } else if self.context.dossier.actors.is_empty() {
            self.notice = Some(strings.forms.no_actors.to_owned());
        } else {
            let forms = session.offers.words(offer);
            let list = SameAs::new(&self.context, &forms, self.used());
            self.overlay = Some(Box::new(list));
        }
    }

    /// The names are other names of this actor.
    pub(in crate::app) fn accept_as_same(&mut self, actor: &Id) -> Vec<Effect> {
        self.overlay = None;
        let Some((session, offer)) = self.current_offer() else { return Vec::new() };
        let forms = session.offers.words(offer);
        let change = draft::aliases(&self.context.dossier, actor, &forms);
        self.decide(Some(change))
    }

    /// What a form asks to be written; with the decision, if it accepts a suggestion.
    pub(in crate::app) fn with_decision_of_form(&mut self, change: Change) -> Change {
        let Some(session) = self.session_mut() else { return change };
        let (of, decision) = match &session.form {
            None => return change,
            Some(FormOf::Sentence) => (None, None),
            Some(FormOf::Suggestion(decides)) => {
                let (of, decision) = (**decides).clone();
                (Some(of), Some(decision))
            }
        };
        session.asked = Some(Asked { of: of.clone(), is_accepted: true });
        match decision.zip(of) {
            Some((decision, of)) => {
                let change = with_exceptions(&self.context.dossier, &self.as_known(change, &of));
                draft::decided(change, decision)
            }
            None => change,
        }
    }

    /// What the form makes of a name; of one that another dossier knows, that actor.
    fn as_known(&self, change: Change, of: &OfferId) -> Change {
        let Some((session, _)) = self.current_offer() else { return change };
        let offer = session.offers.find(of);
        let known = offer.and_then(|offer| session.offers.group(offer)?.known.as_ref().zip(Some(offer)));
        let made = known.and_then(|(known, offer)| {
            Some((self.name_as(session, offer, &known.kind)?, self.context.text(&known.name)))
        });
        match made {
            Some((made, shown)) => with_form(made, change, &shown),
            None => change,
        }
    }
}

/// The keys of the actor that a change makes.
fn keys_of_actor(change: &mut Change) -> Option<&mut Vec<(String, Value)>> {
    change.steps.iter_mut().find_map(|step| match step {
        Step::Table(table) if table.kind == TableKind::Actor => Some(&mut table.keys),
        _ => None,
    })
}

/// The names that the actor gets by a change.
fn aliases_of(mut change: Change) -> Vec<String> {
    let keys = keys_of_actor(&mut change).map(std::mem::take).unwrap_or_default();
    let aliases = keys.into_iter().find_map(|(key, value)| match value {
        Value::List(aliases) if key == "aliases" => Some(aliases),
        _ => None,
    });
    let texts = aliases.unwrap_or_default().into_iter().filter_map(|alias| match alias {
        Value::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// The actor of another dossier, with its id and its names in other languages, as the form says otherwise: which name it is that
/// the form shows, is known by its text.
fn with_form(mut known: Change, mut form: Change, shown: &str) -> Change {
    let (Some(keys), Some(typed)) = (keys_of_actor(&mut known), keys_of_actor(&mut form)) else {
        return form;
    };
    let is_name = |key: &str| key == "name" || key.starts_with("name.");
    for (key, value) in keys {
        let is_shown_name = is_name(key) && *value == Value::Text(shown.to_owned());
        let own = typed.iter().find(|(other, _)| match &**key {
            "kind" | "aliases" => other == key,
            _ => is_shown_name && is_name(other),
        });
        if let Some((_, own)) = own {
            *value = own.clone();
        }
    }
    known
}
