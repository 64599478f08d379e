//! The fields of each form, with what can be derived in them.

use std::ops::Range;

use super::Purpose;
use super::field::{Asked, Derived, Field, Input};
use super::known;
use crate::dossier::{Id, Kind, Mention, Ref};
use crate::edit::draft::{self, MOST_TITLE};
use crate::i18n::language::Language;
use crate::load::{ASSESSMENTS, EVENT_KINDS, sentence_of};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::suggest::Basis;
use crate::widgets::choice::Choice;
use crate::widgets::completion::Completion;

/// The longest title of a stop that is offered.
const MOST_OFFERED: usize = 60;

/// How far another name of an actor counts.
pub(super) const EVERYWHERE: &str = "alias";
const HERE: &str = "mention";
pub(super) const BY_READING: &str = "inferred";

/// The fields of a form; none if there is nothing that it could change.
pub(super) fn fields(
    context: &Context,
    purpose: &Purpose,
    words: Option<&Range<usize>>,
    named: Option<&Range<usize>>,
) -> Option<Vec<Field>> {
    let dossier = &context.dossier;
    let language = context.language;
    let completed = |asked, many| Completion::new(known::of(context, asked), many, asked == Asked::Sources);
    let sources = || Field::new(Asked::Sources, Input::Names(completed(Asked::Sources, true)));
    let actor = || {
        let meant = |words: &Range<usize>| actor_meant(context, purpose, words);
        // Of a name that was gone to, the mark has become the whole sentence, which may name others, too.
        let found = named.and_then(meant).or_else(|| words.and_then(meant));
        let (id, from) = found.map_or((None, Derived::Words), |(id, from)| (Some(id), from));
        let taken = id.iter().map(|id| id.as_str().to_owned()).collect();
        Field::new(Asked::Actor, Input::Names(completed(Asked::Actor, false).with(taken))).needed().from(from)
    };
    Some(match purpose {
        Purpose::Actor => {
            let name = words.map(|words| draft::visible(dossier, words)).unwrap_or_default();
            let kinds = Choice::of_actor_kinds(language, None);
            vec![
                Field::line(Asked::Name, &name).needed().from(Derived::Words),
                Field::new(Asked::ActorKind, Input::Choice(kinds)).needed(),
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
            let date = words.and_then(|words| draft::date(dossier, words));
            let is_counted = matches!(date, Some((_, Basis::Published)));
            let from = if is_counted { Derived::Published } else { Derived::Words };
            let date = date.as_ref().map_or("", |(date, _)| date.text());
            let kinds = choice(&EVENT_KINDS, |word| names::event_kind(language, word), None);
            let mut fields = vec![
                Field::new(Asked::EventKind, kinds).needed(),
                Field::line(Asked::Title, "").needed().at_most(MOST_TITLE),
                Field::date(Asked::Date, date, None).needed().from(from),
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
            dossier.claim(id)?;
            vec![
                Field::new(Asked::Assessment, assessments(language, "")).needed(),
                sources(),
                Field::prose(Asked::Note, ""),
            ]
        }
        Purpose::Note(id) => {
            dossier.claim(id)?;
            vec![Field::prose(Asked::Note, "").needed()]
        }
        Purpose::SourceOf(of) => {
            if !draft::has_sources(dossier, of) {
                return None;
            }
            vec![Field::new(Asked::Sources, Input::Names(completed(Asked::Sources, false))).needed()]
        }
        Purpose::Edit(of) => edited(context, of)?,
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

/// The fields of what a thing's table says; what stands in them is put in later.
fn edited(context: &Context, of: &Ref) -> Option<Vec<Field>> {
    let language = context.language;
    context.dossier.contains(of).then_some(())?;
    let completed = |asked, many| Input::Names(Completion::new(known::of(context, asked), many, false));
    let fields = match of.kind {
        Kind::Actor => vec![
            Field::line(Asked::Name, ""),
            Field::new(Asked::ActorKind, Input::Choice(Choice::of_actor_kinds(language, None))),
            Field::line(Asked::Country, ""),
        ],
        Kind::Claim => vec![
            Field::prose(Asked::Text, ""),
            Field::new(Asked::Assessment, assessments(language, "")),
            Field::line(Asked::Hedge, ""),
            Field::new(Asked::Speakers, completed(Asked::Speakers, true)),
            Field::line(Asked::Attribution, ""),
            Field::prose(Asked::Note, ""),
        ],
        Kind::Event => vec![
            Field::date(Asked::Date, "", None),
            Field::line(Asked::Title, "").at_most(MOST_TITLE),
            Field::new(
                Asked::EventKind,
                choice(&EVENT_KINDS, |word| names::event_kind(language, word), None),
            ),
            Field::line(Asked::Status, ""),
            Field::prose(Asked::Summary, ""),
        ],
        Kind::Gap => vec![Field::prose(Asked::Text, "")],
        Kind::Source => vec![
            Field::line(Asked::Outlet, ""),
            Field::line(Asked::SourceTitle, ""),
            Field::line(Asked::Url, ""),
            Field::new(Asked::SourceType, completed(Asked::SourceType, false)),
            Field::date(Asked::Issued, "", None),
            Field::date(Asked::Accessed, "", None),
            Field::prose(Asked::Quote, ""),
        ],
        Kind::Relation | Kind::Series | Kind::Place | Kind::Observation | Kind::Link => return None,
    };
    Some(fields)
}

/// The actor that another name or a role is most likely of, and how that is seen: the only one named in the words, the selected
/// one if it is named in their sentence, the only one there is.
fn actor_meant(context: &Context, purpose: &Purpose, words: &Range<usize>) -> Option<(Id, Derived)> {
    let dossier = &context.dossier;
    let named = |place: &Range<usize>| {
        let is_in =
            |mention: &&Mention| place.start <= mention.passage.start && mention.passage.end <= place.end;
        let mut ids: Vec<Id> = dossier.mentions.iter().filter(is_in).map(|one| one.actor.clone()).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    // Whom the words name already needs no further name in them.
    let is_named = |id: &Id| {
        let mut own = dossier.mentions.iter().filter(|mention| mention.actor == *id);
        own.any(|mention| mention.passage == *words)
    };
    let is_meant = |id: &Id| *purpose != Purpose::Alias || !is_named(id);
    let only = |ids: Vec<Id>| <[Id; 1]>::try_from(ids).ok().map(|[id]| id);
    let selected = context.selection().filter(|of| of.kind == Kind::Actor).map(|of| of.id.clone());
    let in_sentence =
        selected.filter(|id| named(&sentence_of(&dossier.article, words)).contains(id)).filter(is_meant);
    let in_words = only(named(words)).filter(is_meant).map(|id| (id, Derived::Words));
    let alone = || match &dossier.actors[..] {
        [actor] => Some((actor.id.clone(), Derived::Dossier)).filter(|(id, _)| is_meant(id)),
        _ => None,
    };
    in_words.or(in_sentence.map(|id| (id, Derived::Sentence))).or_else(alone)
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

fn lanes(context: &Context) -> Input {
    let lanes = context.dossier.lanes.iter();
    let words = lanes.map(|lane| (lane.id.as_str().to_owned(), context.text(&lane.name)));
    Input::Choice(Choice::new(words.collect(), None))
}
