//! Claims, what becomes of them, and gaps.

use std::ops::Range;

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::id::NewIds;
use crate::edit::{Change, Step, TableKind, Value};

use super::own_words::key_in_place;
use super::quoting::{quotation, visible};
use super::sources::{Publication, named_once, publications};
use super::table::Draft;

/// What an author writes of a claim.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClaimWords {
    /// The assertion in one's own words; without them the article's stand for it.
    pub text: String,
    /// The word of its assessment; `open` where it is empty.
    pub assessment: String,
    /// The words by which the article keeps its distance.
    pub hedge: String,
    /// The actors it has it from.
    pub attributed_to: Vec<Id>,
    /// Whom it has it from where that is no actor, in its words.
    pub attribution: String,
    /// The publications of the assessment.
    pub sources: Vec<Publication>,
    /// What they say.
    pub note: String,
}

/// What an author writes of a gap.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GapWords {
    /// What is left out.
    pub text: String,
    /// The publications that say it.
    pub sources: Vec<Publication>,
}

/// The assessment of what nobody has looked into yet.
const OPEN: &str = "open";

/// The words assert something. None if they cannot be quoted.
pub fn claim(dossier: &Dossier, words: &Range<usize>, own: &ClaimWords, language: &str) -> Option<Change> {
    let ClaimWords { text, assessment, hedge, attributed_to, attribution, sources, note } = own;
    let quotation = quotation(dossier, words)?;
    let mut ids = NewIds::of(dossier);
    let said = visible(dossier, words);
    let id = ids.next(TableKind::Claim, if text.trim().is_empty() { &said } else { text });
    let (mut steps, sources) = publications(dossier, sources, &mut ids);
    let assessment = if assessment.trim().is_empty() { OPEN } else { assessment };
    let table = Draft::new(dossier, TableKind::Claim)
        .text("id", id.as_str())
        .own("text", text, language)
        .value("anchors", Value::List(vec![Value::Words(quotation)]))
        .text("hedge", hedge)
        .ids("attributed_to", attributed_to)
        .text("attribution", attribution)
        .text("assessment", assessment)
        .ids("sources", &sources)
        .own("note", note, language);
    steps.push(table.step());
    Some(Change { steps, result: Some(Ref::new(Kind::Claim, &id)), ..Change::default() })
}

/// Something is left out beside these words. None if they cannot be quoted.
pub fn gap(dossier: &Dossier, near: &Range<usize>, own: &GapWords, language: &str) -> Option<Change> {
    let quotation = quotation(dossier, near)?;
    let mut ids = NewIds::of(dossier);
    let id = ids.next(TableKind::Gap, &own.text);
    let (mut steps, sources) = publications(dossier, &own.sources, &mut ids);
    let table = Draft::new(dossier, TableKind::Gap)
        .text("id", id.as_str())
        .value("near", Value::Words(quotation))
        .own("text", &own.text, language)
        .ids("sources", &sources);
    steps.push(table.step());
    Some(Change { steps, result: Some(Ref::new(Kind::Gap, &id)), ..Change::default() })
}

/// Another assessment of a claim, with the publications that it needs beside those that are there, and what they say. An empty note
/// leaves the one that is there.
pub fn assess(
    dossier: &Dossier,
    claim: &Id,
    assessment: &str,
    sources: &[Publication],
    note: &str,
    language: &str,
) -> Change {
    let of = Ref::new(Kind::Claim, claim);
    let (mut steps, ids) = publications(dossier, sources, &mut NewIds::of(dossier));
    for step in ids.iter().filter_map(|id| named_once(dossier, &of, id)) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    let value = Value::Text(assessment.trim().to_owned());
    steps.push(Step::Key { of: of.clone(), key: "assessment".to_owned(), value });
    if !note.trim().is_empty() {
        steps.push(note_step(dossier, claim, note, language));
    }
    Change { steps, result: Some(of), ..Change::default() }
}

/// What the sources say of a claim, in the place of what is there in this language.
pub fn note(dossier: &Dossier, claim: &Id, text: &str, language: &str) -> Change {
    Change {
        steps: vec![note_step(dossier, claim, text, language)],
        result: Some(Ref::new(Kind::Claim, claim)),
        ..Change::default()
    }
}

fn note_step(dossier: &Dossier, claim: &Id, text: &str, language: &str) -> Step {
    let there = dossier.claim(claim).and_then(|claim| claim.note.as_ref());
    let key = key_in_place(dossier, TableKind::Claim, "note", there, language);
    Step::Key { of: Ref::new(Kind::Claim, claim), key, value: Value::Text(text.trim().to_owned()) }
}
