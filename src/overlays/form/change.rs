//! The change that a form makes, from what stands in its fields.

use super::field::{Asked, Field, Input, Reading};
use super::fields::{BY_READING, EVERYWHERE};
use super::{Filled, Missing, Purpose, State};
use crate::dossier::Id;
use crate::edit::draft::{self, ActorWords, ClaimWords, EventWords, GapWords, Publication};

impl State {
    /// The change that it makes as it is filled in, or what is missing.
    pub(super) fn change(&self) -> Filled {
        self.check()?;
        Ok(self.only_changed(self.meant()?))
    }

    fn meant(&self) -> Filled {
        let language = self.language.tag();
        let dossier = &self.dossier;
        let gone = || Missing { field: None, text: self.strings().marking.no_anchor.to_owned() };
        let words = || self.range().cloned().ok_or_else(gone);
        match &self.purpose {
            Purpose::Actor => {
                let own = ActorWords { name: self.text(Asked::Name), kind: self.text(Asked::ActorKind) };
                if self.field(Asked::Aliases).is_some() {
                    return Ok(draft::name_group(dossier, &self.aliases(), &own.kind, &own.name, language));
                }
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
                    note: self.text(Asked::Note),
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
                let (assessment, note) = (self.text(Asked::Assessment), self.text(Asked::Note));
                Ok(draft::assess(dossier, claim, &assessment, &self.publications(), &note, language))
            }
            Purpose::Note(claim) => Ok(draft::note(dossier, claim, &self.text(Asked::Note), language)),
            Purpose::Edit(of) => Ok(self.edited(of)),
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

    /// The names of an actor, which a semicolon parts: a comma can be in a name.
    fn aliases(&self) -> Vec<String> {
        let typed = self.text(Asked::Aliases);
        typed.split(';').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn date(&self, asked: Asked) -> String {
        match self.field(asked).map(Field::reading) {
            Some(Reading::Date(date)) => date,
            _ => String::new(),
        }
    }

    pub(super) fn id(&self, asked: Asked) -> Id {
        Id::new(&self.text(asked))
    }

    fn taken(&self, asked: Asked) -> &[String] {
        match self.field(asked).map(|field| &field.input) {
            Some(Input::Names(names)) => &names.taken,
            _ => &[],
        }
    }

    pub(super) fn ids(&self, asked: Asked) -> Vec<Id> {
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
