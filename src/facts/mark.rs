//! How a thing stands, in one mark.

use super::Faults;
use crate::dossier::{Assessment, Dossier, Evidence, Kind, Ref, Standing};

/// How a thing stands, as shown where its name stands for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mark {
    /// The article says it.
    Article,
    /// Only sources say it.
    Background,
    /// The article says it only by a reading of ours.
    Inferred,
    /// An event of which only sources tell, and which words of the article perhaps mean: no evidence.
    Perhaps,
    /// A claim, and how it is assessed.
    Assessed(Assessment),
    /// A gap.
    Gap,
    /// Its evidence is broken.
    Broken,
    /// Another error was found with it.
    Faulty,
}

impl Mark {
    /// What evidence amounts to.
    pub fn of_evidence(evidence: &Evidence) -> Self {
        if evidence.is_inferred() { Self::Inferred } else { Self::of_standing(evidence.standing()) }
    }

    fn of_standing(standing: Standing) -> Self {
        match standing {
            Standing::Article | Standing::Both => Self::Article,
            Standing::Background => Self::Background,
            Standing::Inferred => Self::Inferred,
            Standing::Broken => Self::Broken,
        }
    }

    /// Whether it says that something is at fault.
    pub fn is_fault(self) -> bool {
        matches!(self, Self::Broken | Self::Faulty)
    }
}

/// The mark of a thing in a link or a list: of a claim its assessment, of a gap that it is one, of all else where it
/// comes from.
pub fn mark(dossier: &Dossier, faults: Faults, item: &Ref) -> Mark {
    match item.kind {
        _ if faults.evidence.contains(item) => Mark::Broken,
        // It is a single row, so nothing else would say that something in it is at fault.
        Kind::Observation if faults.other.contains(item) => Mark::Faulty,
        Kind::Gap => Mark::Gap,
        Kind::Claim => {
            let assessment = dossier.claim(&item.id).and_then(|claim| claim.assessment);
            assessment.map_or(Mark::Broken, Mark::Assessed)
        }
        _ => provenance_mark(dossier, faults, item),
    }
}

/// The mark of where a thing comes from, of evidence that takes a reading, or of broken evidence.
pub fn provenance_mark(dossier: &Dossier, faults: Faults, item: &Ref) -> Mark {
    match (item.kind, dossier.evidence(item)) {
        _ if faults.evidence.contains(item) => Mark::Broken,
        // An actor stands where it is named; what is said of it is a statement of its own.
        (Kind::Actor, _) | (_, None) => Mark::of_standing(dossier.standing(item)),
        (kind, Some(evidence)) => match Mark::of_evidence(evidence) {
            Mark::Background if kind == Kind::Event && is_perhaps_meant(dossier, item) => Mark::Perhaps,
            mark => mark,
        },
    }
}

/// Whether words that stand in the article perhaps mean an event.
fn is_perhaps_meant(dossier: &Dossier, event: &Ref) -> bool {
    let event = dossier.event(&event.id);
    event.is_some_and(|event| event.candidate_for.iter().any(|words| words.passage().is_some()))
}
