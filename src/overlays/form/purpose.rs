//! What a form is for: which fields it has, and the change that they make.

use std::ops::Range;
use std::sync::Arc;

use super::choice::Choice;
use super::completion::Completion;
use super::field::{Asked, Derived, Field, Input, Reading};
use super::known;
use super::{Filled, Marked, Missing, Stage, State};
use crate::dossier::{Assessment, Id, Kind, Ref};
use crate::edit::draft::{self, ActorWords, ClaimWords, EventWords, GapWords, Publication};
use crate::i18n::language::Language;
use crate::load::{ACTOR_KINDS, ASSESSMENTS, EVENT_KINDS};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted;
use crate::protocol::words;

/// What a form is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// The marked words name an actor that is not there yet.
    Actor,
    /// They name an actor that is.
    Alias,
    /// They assert something.
    Claim,
    /// They say when something happened.
    Event,
    /// Something is left out beside them.
    Gap,
    /// They say what an actor does in the story.
    Role,
    /// The assessment of this claim.
    Assess(Id),
    /// What the sources say of this claim.
    Note(Id),
    /// A source for this.
    SourceOf(Ref),
    /// A source that is not there yet, for the form that asks for one.
    NewSource,
    /// This becomes a stop of the tour.
    Stop(Ref),
}

/// The longest title of a stop that is offered.
const MOST_OFFERED: usize = 60;

/// How far another name of an actor counts.
const EVERYWHERE: &str = "alias";
const HERE: &str = "mention";
const BY_READING: &str = "inferred";

impl State {
    /// A form for this, about these words if it is about words. None if there is nothing that it could change.
    pub fn open(
        context: &Context,
        purpose: Purpose,
        words: Option<Range<usize>>,
        today: Option<String>,
    ) -> Option<Self> {
        let dossier = Arc::clone(&context.dossier);
        let fields = fields(context, &purpose, words.as_ref())?;
        let words = words.map(|range| Marked::new(&dossier.article.text, range));
        let heading = heading(context, &purpose, words.as_ref());
        let is_first_source = matches!(purpose, Purpose::SourceOf(_)) && dossier.sources.is_empty();
        let mut state = Self {
            purpose,
            words,
            heading,
            types: known::of(context, Asked::SourceType),
            made: Vec::new(),
            dossier,
            language: context.language,
            today,
            fields,
            focus: 0,
            stage: Stage::Typing,
            complaint: None,
            shows_keys: false,
            outer: None,
        };
        state.focus_first();
        if is_first_source {
            state.make_source();
        }
        Some(state)
    }

    /// Whether the article's words can stand for what is typed.
    pub(super) fn is_claim(&self) -> bool {
        self.purpose == Purpose::Claim
    }

    /// The change that it makes as it is filled in, or what is missing.
    pub(super) fn change(&self) -> Filled {
        self.check()?;
        let language = self.language.tag();
        let dossier = &self.dossier;
        let gone = || Missing { field: None, text: self.strings().marking.no_anchor.to_owned() };
        let words = || self.range().cloned().ok_or_else(gone);
        match &self.purpose {
            Purpose::Actor => {
                let own = ActorWords { name: self.text(Asked::Name), kind: self.text(Asked::ActorKind) };
                Ok(draft::actor(dossier, &words()?, &own, language))
            }
            Purpose::Alias => {
                let (actor, words) = (self.id(Asked::Actor), words()?);
                match self.text(Asked::Reach).as_str() {
                    EVERYWHERE => Ok(draft::alias(dossier, &actor, &words)),
                    reach => draft::mention(dossier, &actor, &words, reach == BY_READING).ok_or_else(gone),
                }
            }
            Purpose::Claim => {
                let own = ClaimWords {
                    text: self.text(Asked::Text),
                    assessment: self.text(Asked::Assessment),
                    hedge: self.text(Asked::Hedge),
                    attributed_to: self.ids(Asked::Speakers),
                    attribution: self.text(Asked::Attribution),
                    sources: self.publications(),
                    note: String::new(),
                };
                draft::claim(dossier, &words()?, &own, language).ok_or_else(gone)
            }
            Purpose::Event => {
                let lane = self.text(Asked::Lane);
                let own = EventWords {
                    date: self.date(Asked::Date),
                    title: self.text(Asked::Title),
                    kind: self.text(Asked::EventKind),
                    lane: (!lane.is_empty()).then(|| Id::new(&lane)),
                    summary: String::new(),
                    sources: self.publications(),
                };
                draft::event(dossier, &words()?, &own, language).ok_or_else(gone)
            }
            Purpose::Gap => {
                let own = GapWords { text: self.text(Asked::Text), sources: self.publications() };
                draft::gap(dossier, &words()?, &own, language).ok_or_else(gone)
            }
            Purpose::Role => {
                let actor = self.id(Asked::Actor);
                let text = self.text(Asked::Role);
                draft::role(dossier, &actor, &words()?, &text, language).ok_or_else(gone)
            }
            Purpose::Assess(claim) => {
                let (assessment, note) = (self.text(Asked::Assessment), self.changed(Asked::Note));
                Ok(draft::assess(dossier, claim, &assessment, &self.publications(), &note, language))
            }
            Purpose::Note(claim) => Ok(draft::note(dossier, claim, &self.text(Asked::Note), language)),
            Purpose::SourceOf(of) => match self.publications().first() {
                Some(Publication::Known(id)) => draft::existing_source(dossier, of, id)
                    .ok_or_else(|| self.missing(Asked::Sources, self.strings().refusals.source_there)),
                Some(Publication::New(own)) => Ok(draft::source(dossier, own, Some(of))),
                None => Err(self.missing(Asked::Sources, self.strings().forms.needed)),
            },
            Purpose::NewSource => Ok(draft::source(dossier, &self.source_words(), None)),
            Purpose::Stop(of) => {
                draft::stop(dossier, of, &self.text(Asked::Title), language).ok_or_else(gone)
            }
        }
    }

    pub(super) fn field(&self, asked: Asked) -> Option<&Field> {
        self.fields.iter().find(|field| field.asked == asked)
    }

    /// What a field says; nothing if there is no such field.
    pub(super) fn text(&self, asked: Asked) -> String {
        self.field(asked).map(|field| field.text().to_owned()).unwrap_or_default()
    }

    /// What a field says, if that is not what it said at first.
    fn changed(&self, asked: Asked) -> String {
        self.field(asked)
            .filter(|field| field.is_changed())
            .map(|field| field.text().to_owned())
            .unwrap_or_default()
    }

    pub(super) fn date(&self, asked: Asked) -> String {
        match self.field(asked).map(Field::reading) {
            Some(Reading::Date(date)) => date,
            _ => String::new(),
        }
    }

    fn id(&self, asked: Asked) -> Id {
        Id::new(&self.text(asked))
    }

    fn taken(&self, asked: Asked) -> &[String] {
        match self.field(asked).map(|field| &field.input) {
            Some(Input::Names(names)) => &names.taken,
            _ => &[],
        }
    }

    fn ids(&self, asked: Asked) -> Vec<Id> {
        self.taken(asked).iter().map(|id| Id::new(id)).collect()
    }

    /// The sources that were taken, and those that are made with this.
    pub(super) fn publications(&self) -> Vec<Publication> {
        let all = self.taken(Asked::Sources).iter().map(|value| {
            let made = self.made.iter().find(|(name, _)| name == value);
            made.map_or_else(|| Publication::Known(Id::new(value)), |(_, own)| Publication::New(own.clone()))
        });
        all.collect()
    }
}

/// What a frame calls the form.
fn heading(context: &Context, purpose: &Purpose, words: Option<&Marked>) -> String {
    let forms = &context.strings().forms;
    let strings = context.strings();
    let thing = |of: &Ref| names::name_nested(context, of);
    let (what, of) = match purpose {
        Purpose::Actor => (strings.actor.one, None),
        Purpose::Alias => (forms.heading_alias, None),
        Purpose::Claim => (strings.claim.one, None),
        Purpose::Event => (strings.event.one, None),
        Purpose::Gap => (strings.gap.one, None),
        Purpose::Role => (forms.role, None),
        Purpose::Assess(id) => {
            let claim = Ref::new(Kind::Claim, id);
            return format!("{}: {}", words::numbered(context, &claim), thing(&claim));
        }
        Purpose::Note(id) => (forms.note, Some(thing(&Ref::new(Kind::Claim, id)))),
        Purpose::SourceOf(of) => (strings.source.one, Some(thing(of))),
        Purpose::NewSource => (forms.heading_source, None),
        Purpose::Stop(of) => (forms.heading_stop, Some(thing(of))),
    };
    let of = of.or_else(|| Some(quoted::of_article_nested(&context.dossier, &words?.text)));
    let what = names::capitalized(what);
    of.map_or_else(|| what.clone(), |of| format!("{what}: {of}"))
}

/// The fields of a form; none if there is nothing that it could change.
fn fields(context: &Context, purpose: &Purpose, words: Option<&Range<usize>>) -> Option<Vec<Field>> {
    let dossier = &context.dossier;
    let language = context.language;
    let completed = |asked, many| Completion::new(known::of(context, asked), many, asked == Asked::Sources);
    let sources = || Field::new(Asked::Sources, Input::Names(completed(Asked::Sources, true)));
    let actor = || Field::new(Asked::Actor, Input::Names(completed(Asked::Actor, false))).needed();
    Some(match purpose {
        Purpose::Actor => {
            let name = words.map(|words| draft::visible(dossier, words)).unwrap_or_default();
            let kinds = choice(&ACTOR_KINDS, |word| names::actor_kind(language, word), None);
            vec![
                Field::line(Asked::Name, &name).needed().from(Derived::Words),
                Field::new(Asked::ActorKind, kinds).needed(),
            ]
        }
        Purpose::Alias => {
            let forms = &context.strings().forms;
            let reach = |word: &'_ str| match word {
                EVERYWHERE => forms.everywhere,
                HERE => forms.here,
                _ => forms.by_reading,
            };
            let reach = choice(&[EVERYWHERE, HERE, BY_READING], reach, Some(EVERYWHERE));
            vec![actor(), Field::new(Asked::Reach, reach).needed()]
        }
        Purpose::Claim => {
            let hedge = words.and_then(|words| draft::hedge(dossier, words)).unwrap_or_default();
            let speaker = words.and_then(|words| draft::speaker(dossier, words));
            let attribution = words.and_then(|words| draft::attribution(dossier, words)).unwrap_or_default();
            let speakers = completed(Asked::Speakers, true)
                .with(speaker.iter().map(|id| id.as_str().to_owned()).collect());
            vec![
                Field::prose(Asked::Text, ""),
                Field::new(Asked::Assessment, assessments(language, "open")).needed(),
                Field::line(Asked::Hedge, &hedge).from(Derived::Sentence),
                Field::new(Asked::Speakers, Input::Names(speakers)).from(Derived::Sentence),
                Field::line(Asked::Attribution, &attribution).from(Derived::Sentence),
                sources(),
            ]
        }
        Purpose::Event => {
            let date = words.and_then(|words| draft::date(dossier, words)).unwrap_or_default();
            let kinds = choice(&EVENT_KINDS, |word| names::event_kind(language, word), None);
            let mut fields = vec![
                Field::new(Asked::EventKind, kinds).needed(),
                Field::line(Asked::Title, "").needed().at_most(draft::MOST_TITLE),
                Field::date(Asked::Date, &date, None).needed().from(Derived::Words),
            ];
            if !dossier.lanes.is_empty() {
                fields.push(Field::new(Asked::Lane, lanes(context)));
            }
            fields.push(sources());
            fields
        }
        // What is left out somebody must have said.
        Purpose::Gap => vec![Field::prose(Asked::Text, "").needed(), sources().needed()],
        Purpose::Role => vec![actor(), Field::prose(Asked::Role, "").needed()],
        Purpose::Assess(id) => {
            let claim = dossier.claim(id)?;
            let word = claim.assessment.map_or("", assessment_word);
            let note = claim.note.as_ref().map(|note| shown(context, note)).unwrap_or_default();
            vec![
                Field::new(Asked::Assessment, assessments(language, word)).needed().from(Derived::Dossier),
                sources(),
                Field::prose(Asked::Note, &note).from(Derived::Dossier),
            ]
        }
        Purpose::Note(id) => {
            let note = dossier.claim(id)?.note.as_ref().map(|note| shown(context, note)).unwrap_or_default();
            vec![Field::prose(Asked::Note, &note).needed().from(Derived::Dossier)]
        }
        Purpose::SourceOf(of) => {
            if !draft::has_sources(dossier, of) {
                return None;
            }
            vec![Field::new(Asked::Sources, Input::Names(completed(Asked::Sources, false))).needed()]
        }
        Purpose::NewSource => return None,
        Purpose::Stop(of) => {
            if !of.kind.is_authored() {
                return None;
            }
            let name =
                if names::is_by_article(context, of) { String::new() } else { names::name(context, of) };
            let offered = Some(name).filter(|name| name.chars().count() <= MOST_OFFERED).unwrap_or_default();
            vec![Field::line(Asked::Title, &offered).needed().from(Derived::Dossier)]
        }
    })
}

/// A text of the dossier in the language in which it is typed.
fn shown(context: &Context, text: &crate::dossier::LocalText) -> String {
    let own = text.versions().find(|(tag, _)| tag.is_none_or(|tag| tag.primary() == context.language.tag()));
    own.map(|(_, text)| text.to_owned()).unwrap_or_default()
}

fn choice<'t>(words: &[&'static str], name: impl Fn(&'static str) -> &'t str, chosen: Option<&str>) -> Input {
    let words = words.iter().map(|word| ((*word).to_owned(), name(word).to_owned()));
    Input::Choice(Choice::new(words.collect(), chosen))
}

fn assessments(language: Language, chosen: &str) -> Input {
    let words = ASSESSMENTS
        .iter()
        .map(|(word, assessment)| ((*word).to_owned(), names::assessment(language, *assessment).to_owned()));
    Input::Choice(Choice::new(words.collect(), Some(chosen)))
}

/// What files call an assessment.
fn assessment_word(assessment: Assessment) -> &'static str {
    ASSESSMENTS.iter().find(|(_, other)| *other == assessment).map_or("", |(word, _)| word)
}

fn lanes(context: &Context) -> Input {
    let lanes = context.dossier.lanes.iter();
    let words = lanes.map(|lane| (lane.id.as_str().to_owned(), context.text(&lane.name)));
    Input::Choice(Choice::new(words.collect(), None))
}
