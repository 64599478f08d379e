//! What accepting a suggestion makes of it, and what is kept of the decision.

use std::ops::Range;

use crate::dossier::anchor::{contains_words, fold};
use crate::dossier::{Decision, Dossier, Id, Kind, KnownActor, LanguageTag, Ref};
use crate::edit::id::NewIds;
use crate::edit::{Change, Step, TableKind, Value};

use super::claims::{ClaimWords, claim};
use super::derived::hedge;
use super::quoting::visible;
use super::speaker::{attribution, speaker};
use super::table::Draft;

/// The change, with what was decided as a further step: both are written, and taken back, as one.
#[must_use]
pub fn decided(mut change: Change, decision: Decision) -> Change {
    change.steps.push(Step::Decision(decision));
    change
}

/// What was decided, and nothing else: of something that is rejected.
pub fn decision(decision: Decision) -> Change {
    decided(Change::default(), decision)
}

/// These lines of the article (bytes of its text) are not its own: they stand in its `boilerplate`, and are no longer shown. None if
/// one of them is no line of it.
pub fn leftover(dossier: &Dossier, lines: &[Range<usize>]) -> Option<Change> {
    let blocks = &dossier.article.blocks;
    let is_line = |line: &Range<usize>| {
        let place = blocks.partition_point(|block| block.range.start < line.start);
        blocks.get(place).is_some_and(|block| block.range == *line)
    };
    if lines.is_empty() || !lines.iter().all(is_line) {
        return None;
    }
    let words: Vec<String> = lines.iter().map(|line| visible(dossier, line)).collect();
    let words = each_once(words.iter().map(String::as_str));
    (!words.is_empty()).then(|| Change { steps: vec![Step::Boilerplate(words)], ..Change::default() })
}

/// An actor that all these forms name, called by the first of them where the name is empty.
pub fn name_group(dossier: &Dossier, forms: &[String], kind: &str, name: &str, language: &str) -> Change {
    let forms = each_once(forms.iter().map(String::as_str));
    let name = match name.trim() {
        "" => forms.first().map_or("", String::as_str),
        name => name,
    };
    let id = NewIds::of(dossier).next(TableKind::Actor, name);
    let table = Draft::new(dossier, TableKind::Actor)
        .text("id", id.as_str())
        .text("kind", kind)
        .own("name", name, language)
        .value("aliases", texts(forms));
    Change { steps: vec![table.step()], result: Some(Ref::new(Kind::Actor, &id)), ..Change::default() }
}

/// An actor that another dossier has: with its id, its kind and its name in all languages. It is named by those words of that
/// dossier which stand in this article, too, and by these forms.
pub fn known_actor(dossier: &Dossier, known: &KnownActor, forms: &[String]) -> Change {
    let article = fold(&dossier.article.text);
    let in_article = known.aliases.iter().map(|alias| &**alias).filter(|alias| {
        let alias = fold(alias);
        contains_words(&article, alias.trim())
    });
    let aliases = each_once(in_article.chain(forms.iter().map(String::as_str)));
    let id = NewIds::of(dossier).kept(TableKind::Actor, &known.id);
    let mut table = Draft::new(dossier, TableKind::Actor).text("id", id.as_str()).text("kind", &known.kind);
    for (language, name) in known.name.versions() {
        let key = language.map(LanguageTag::tag).map_or("name".to_owned(), |tag| format!("name.{tag}"));
        table = table.text(&key, name);
    }
    let table = table.value("aliases", texts(aliases));
    Change { steps: vec![table.step()], result: Some(Ref::new(Kind::Actor, &id)), ..Change::default() }
}

/// All these forms name the actor wherever they stand; those that do so already are left out.
pub fn aliases(dossier: &Dossier, actor: &Id, forms: &[String]) -> Change {
    let of = Ref::new(Kind::Actor, actor);
    let there = dossier.actor(actor).map_or(&[][..], |actor| &actor.aliases);
    let is_new = |form: &String| !there.iter().any(|alias| fold(alias) == fold(form));
    let new = each_once(forms.iter().map(String::as_str)).into_iter().filter(is_new);
    let steps = new
        .map(|form| Step::Element { of: of.clone(), key: "aliases".to_owned(), value: Value::Text(form) })
        .collect();
    Change { steps, result: Some(of), ..Change::default() }
}

/// The sentence as a claim, with what it says itself of where it has it from. None if it cannot be quoted.
pub fn attributed_claim(dossier: &Dossier, sentence: &Range<usize>) -> Option<Change> {
    let speaker = speaker(dossier, sentence);
    let own = ClaimWords {
        hedge: hedge(dossier, sentence).unwrap_or_default(),
        // Whom an actor's name says needs no words.
        attribution: match speaker {
            Some(_) => String::new(),
            None => attribution(dossier, sentence).unwrap_or_default(),
        },
        attributed_to: speaker.into_iter().collect(),
        ..ClaimWords::default()
    };
    // It has no words of our own, so no language either.
    claim(dossier, sentence, &own, "")
}

/// The texts without blanks at their ends, each once, without empty ones.
fn each_once<'t>(all: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in all.map(str::trim).filter(|text| !text.is_empty()) {
        if !found.iter().any(|other| other == text) {
            found.push(text.to_owned());
        }
    }
    found
}

fn texts(all: Vec<String>) -> Value {
    Value::List(all.into_iter().map(Value::Text).collect())
}
