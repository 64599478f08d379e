//! What keeps a form from being written, and at which field.

use super::field::{Asked, Field, Input, Reading};
use super::fields::EVERYWHERE;
use super::{Missing, Purpose, State, texts};
use crate::dossier::anchor::fold;
use crate::dossier::{Actor, Anchor, Id, Kind, Ref};
use crate::edit::draft::{self, Publication};
use crate::load::Rule;

impl State {
    pub(super) fn missing(&self, asked: Asked, text: &str) -> Missing {
        let field = self.fields.iter().position(|field| field.asked == asked);
        Missing { field, text: text.to_owned() }
    }

    /// The first field that keeps the form from being written.
    pub(super) fn check(&self) -> Result<(), Missing> {
        let forms = &self.strings().forms;
        for (place, field) in self.fields.iter().enumerate() {
            let missing = |text: String| Err(Missing { field: Some(place), text });
            match field.reading() {
                Reading::None => return missing(forms.no_date.to_owned()),
                Reading::Either(one, other) => {
                    return missing(forms.date_either.replacen("{}", &one, 1).replacen("{}", &other, 1));
                }
                Reading::Date(_) | Reading::Nothing => {}
            }
            // A longer one that was there is not this form's fault.
            let too_long = field.count().filter(|(count, most)| count > most && field.is_changed());
            if let Some((_, most)) = too_long {
                return missing(forms.too_long.replace("{}", &most.to_string()));
            }
            if matches!(&field.input, Input::Names(names) if !names.typed().is_empty()) {
                return missing(forms.not_known.to_owned());
            }
            if self.purpose == Purpose::Gap && field.asked == Asked::Sources && field.is_empty() {
                return missing(self.strings().editing.gap_needs_source.to_owned());
            }
            if field.is_missing() {
                return missing(texts::missing(self.strings(), field));
            }
        }
        self.check_country()?;
        self.check_new()?;
        self.check_sources()
    }

    fn check_country(&self) -> Result<(), Missing> {
        let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        match self.field(Asked::Country) {
            Some(field) if field.is_changed() && !field.is_empty() && !is_country(field.text()) => {
                Err(self.missing(Asked::Country, self.strings().editing.no_country))
            }
            _ => Ok(()),
        }
    }

    /// What is there already is not written again.
    fn check_new(&self) -> Result<(), Missing> {
        let dossier = &self.dossier;
        let strings = &self.strings().editing;
        let actor = dossier.actor(&self.id(Asked::Actor));
        let is_here = |anchor: &Anchor| anchor.passage().as_ref() == self.range();
        match (&self.purpose, actor, self.range()) {
            (Purpose::Alias, Some(actor), Some(words)) => {
                let name = fold(&draft::visible(dossier, words));
                let is_known = actor.aliases.iter().any(|alias| fold(alias) == name);
                let is_meant = actor.named_mentions.iter().any(is_here);
                match self.text(Asked::Reach).as_str() {
                    EVERYWHERE if is_known => Err(self.missing(Asked::Actor, strings.alias_there)),
                    EVERYWHERE => Ok(()),
                    _ if is_known || is_meant => Err(self.missing(Asked::Actor, strings.mention_there)),
                    _ => Ok(()),
                }
            }
            (Purpose::Role, Some(Actor { role: Some(role), .. }), Some(_))
                if role.evidence.anchors.iter().any(is_here)
                    && self.field(Asked::Role).is_some_and(|field| !field.is_changed()) =>
            {
                Err(self.missing(Asked::Role, strings.role_there))
            }
            (Purpose::SourceOf(of), ..) => {
                let there = dossier.evidence(of).map_or(&[][..], |evidence| &evidence.sources);
                let is_there = self.ids(Asked::Sources).iter().any(|id| there.contains(id));
                if is_there { Err(self.missing(Asked::Sources, strings.source_there)) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    /// Which field an error of the loader is about, and how it is said there.
    pub(super) fn at_fault(&self, rule: Rule) -> Option<(Asked, &'static str)> {
        let editing = &self.strings().editing;
        let forms = &self.strings().forms;
        let is_claim = matches!(&self.purpose, Purpose::Edit(of) if of.kind == Kind::Claim);
        Some(match rule {
            Rule::HedgeLost => (Asked::Hedge, editing.not_in_sentence),
            Rule::AttributionLost => (Asked::Attribution, editing.not_in_sentence),
            Rule::AddressInvalid => (Asked::Url, editing.no_address),
            Rule::CountryInvalid => (Asked::Country, editing.no_country),
            Rule::DateNotADay => (Asked::Accessed, editing.no_day),
            Rule::DateInvalid if self.field(Asked::Date).is_some() => (Asked::Date, forms.no_date),
            Rule::DateInvalid => (Asked::Issued, forms.no_date),
            Rule::EvidenceMissing if self.purpose == Purpose::Gap => {
                (Asked::Sources, editing.gap_needs_source)
            }
            Rule::KeyMissing if is_claim => (Asked::Text, editing.without_words),
            Rule::AssessmentUnsupported => (Asked::Sources, forms.needs_read_source),
            _ => return None,
        })
    }

    /// Another assessment than open needs a source that somebody read.
    fn check_sources(&self) -> Result<(), Missing> {
        let is_read = |id: &Id| self.dossier.source(id).is_some_and(|source| source.accessed.is_some());
        let is_edited = matches!(self.purpose, Purpose::Edit(_));
        let assessment = self.field(Asked::Assessment).filter(|field| !is_edited || field.is_changed());
        let assessment = assessment.map(Field::text);
        if !assessment.is_some_and(|assessment| !assessment.is_empty() && assessment != "open") {
            return Ok(());
        }
        let there = match &self.purpose {
            Purpose::Assess(claim) | Purpose::Edit(Ref { id: claim, .. }) => {
                self.dossier.claim(claim).map(|claim| &*claim.evidence.sources)
            }
            _ => None,
        };
        let is_there = there.unwrap_or_default().iter().any(is_read);
        let is_taken = self.publications().iter().any(|publication| match publication {
            Publication::Known(id) => is_read(id),
            Publication::New(own) => !own.accessed.is_empty(),
        });
        if is_there || is_taken {
            return Ok(());
        }
        let asked = if is_edited { Asked::Assessment } else { Asked::Sources };
        Err(self.missing(asked, self.strings().forms.needs_read_source))
    }
}
