//! What was done, in a few words: for the status line, when it is written, taken back and redone.

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::{Change, Step, TableKind, Value};
use crate::load::ASSESSMENTS;
use crate::protocol::context::Context;
use crate::protocol::{names, quoted, refusal};

/// What a change does, as far as it matters to whoever asked for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Deed {
    /// A new thing.
    Made,
    /// A stop of the tour that shows the thing.
    Stop,
    /// These words name the actor.
    Alias(String),
    /// A passage names the actor.
    Mention,
    /// What the actor does in the story.
    Role,
    /// The assessment of a claim, with its sources and its note.
    Assessment,
    /// A source for the thing.
    Source(Id),
    /// What the sources say of a claim.
    Note,
    /// A suggestion that is not offered again.
    Rejected(Vec<Box<str>>),
    /// Something else of a thing that was there.
    Part,
    /// A line that is not the article's.
    LeftOut,
    /// Anything else.
    Other,
}

impl Deed {
    /// What a change does to a dossier, as this was before.
    pub(super) fn of(before: &Dossier, change: &Change) -> Self {
        let is_stop = |step: &Step| matches!(step, Step::Table(table) if table.kind == TableKind::Stop);
        if change.steps.iter().any(is_stop) {
            return Self::Stop;
        }
        if change.result.as_ref().is_some_and(|result| !before.contains(result)) {
            return Self::Made;
        }
        // What is said of a change that does several things.
        let rank = |deed: &Self| match deed {
            Self::Role | Self::Assessment => 0,
            Self::Source(_) => 1,
            _ => 2,
        };
        change
            .steps
            .iter()
            .filter_map(|step| Self::of_step(before, step))
            .min_by_key(rank)
            .unwrap_or(Self::Other)
    }

    fn of_step(before: &Dossier, step: &Step) -> Option<Self> {
        let own = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
        match step {
            Step::Decision(decision) => {
                (!decision.is_accepted).then(|| Self::Rejected(decision.words.clone()))
            }
            Step::Boilerplate(_) => Some(Self::LeftOut),
            Step::Table(_) | Step::Figure(_) => None,
            Step::Element { key, value, .. } => match (&**key, value) {
                ("aliases", Value::Text(alias)) => Some(Self::Alias(alias.clone())),
                ("mentions", _) => Some(Self::Mention),
                ("sources", Value::Text(id)) => Some(Self::Source(Id::new(id))),
                _ => None,
            },
            Step::Remove { key, .. } => match &*own(key) {
                "note" => Some(Self::Note),
                _ => Some(Self::Part),
            },
            Step::Key { of, key, value } => match (&*own(key), value) {
                ("role", _) => Some(Self::Role),
                ("note", _) => Some(Self::Note),
                ("assessment", Value::Text(word)) => {
                    let now = before.claim(&of.id).and_then(|claim| claim.assessment);
                    let is_same = ASSESSMENTS.iter().any(|(known, one)| known == word && Some(*one) == now);
                    (!is_same).then_some(Self::Assessment)
                }
                _ => Some(Self::Part),
            },
        }
    }

    /// The same in words, about its thing in a dossier that has it.
    pub(super) fn in_words(&self, context: &Context, result: Option<&Ref>) -> String {
        let forms = &context.strings().forms;
        if let Self::Rejected(words) = self {
            let words = words.first().map_or("", |words| words);
            return context
                .strings()
                .suggesting
                .did_reject
                .replace("{}", &quoted::of_article_nested(&context.dossier, words));
        }
        if *self == Self::LeftOut {
            return forms.did_leave_out.to_owned();
        }
        let Some(of) = result.filter(|result| context.dossier.contains(result)) else {
            return forms.something.to_owned();
        };
        let name = || names::name(context, of);
        let called = || if of.kind == Kind::Actor { name() } else { refusal::called(context, of) };
        match self {
            Self::Made | Self::Rejected(_) | Self::LeftOut | Self::Other => refusal::called(context, of),
            Self::Part => forms.did_part.replace("{}", &called()),
            Self::Stop => format!("{}: {}", forms.heading_stop, name()),
            Self::Alias(alias) => {
                let alias = quoted::of_article_nested(&context.dossier, alias);
                forms.did_alias.replacen("{}", &alias, 1).replacen("{}", &name(), 1)
            }
            Self::Mention => forms.did_mention.replace("{}", &name()),
            Self::Role => forms.did_role.replace("{}", &name()),
            Self::Assessment => forms.did_assessment.replace("{}", &called()),
            Self::Note => forms.did_note.replace("{}", &called()),
            Self::Source(id) => {
                let outlet = context.dossier.source(id).map_or(id.as_str(), |source| &source.outlet);
                forms.did_source.replacen("{}", outlet, 1).replacen("{}", &called(), 1)
            }
        }
    }
}
