//! What an author makes of words of the article: in whole dossiers every draft can be written, in both languages, and whatever the
//! loader would find doubtful in it is said before.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the dossier had better fail")]

use std::ops::Range;
use std::sync::Arc;

use fundstelle::dossier::{BlockKind, Dossier, Ref};
use fundstelle::edit::doubts::doubts;
use fundstelle::edit::draft::{self, ActorWords, ClaimWords, EventWords, GapWords, Publication, SourceWords};
use fundstelle::edit::{Change, Plan, plan};
use fundstelle::load::{Files, Rule, load, shipped};
use fundstelle::text::cues::CueLanguage;
use fundstelle::text::names::name_runs;
use fundstelle::text::sentences::sentences;

use crate::common::fixture::fixture;

const LANGUAGES: [&str; 2] = ["de", "en"];

fn dossier(files: &dyn Files) -> Arc<Dossier> {
    load(files).unwrap().dossier
}

/// The sentences of the article's paragraphs.
fn all_sentences(dossier: &Dossier) -> Vec<Range<usize>> {
    let article = &dossier.article;
    let blocks = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let of_block = |block: Range<usize>| {
        let own = sentences(&article.text[block.clone()]).into_iter();
        own.map(move |own| block.start + own.start..block.start + own.end).collect::<Vec<_>>()
    };
    blocks.flat_map(|block| of_block(block.range.clone())).collect()
}

/// The change on these files. That there is another problem than before was said if it could be known.
fn made(files: &dyn Files, change: &Change) -> Plan {
    let before = load(files).unwrap();
    let plan = plan(files, change).unwrap_or_else(|refused| panic!("{refused:?}: {change:?}"));
    let was_there: Vec<Rule> = before.problems.iter().map(|problem| problem.rule).collect();
    for problem in &plan.loaded.problems {
        let is_doubted = || !doubts(&before.dossier, change).is_empty();
        match problem.rule {
            rule if was_there.contains(&rule) => {}
            // An author writes in one language at a time.
            Rule::TranslationMissing => {}
            Rule::AliasShared | Rule::AliasNested | Rule::MentionsOverlap => {
                assert!(is_doubted(), "{change:?}");
            }
            _ => panic!("{problem:#?}: {change:?}"),
        }
    }
    let result: &Ref = change.result.as_ref().unwrap();
    assert!(plan.loaded.dossier.contains(result), "{result}");
    plan
}

fn publications(dossier: &Dossier) -> Vec<Publication> {
    let known = dossier.sources.iter().find(|source| source.accessed.is_some()).unwrap();
    let new = SourceWords {
        source_type: "webpage".to_owned(),
        outlet: "Amtsblatt".to_owned(),
        accessed: "2026-11-30".to_owned(),
        url: "https://amtsblatt.example/1".to_owned(),
        ..SourceWords::default()
    };
    vec![Publication::Known(known.id.clone()), Publication::New(new)]
}

/// One draft after another, so that each is made of some of the sentences.
fn draft_of(dossier: &Dossier, words: &Range<usize>, number: usize, language: &str) -> Change {
    let actor = &dossier.actors[number % dossier.actors.len()].id;
    match number % 5 {
        0 => {
            let own = ClaimWords {
                text: "So steht es da.".to_owned(),
                hedge: draft::hedge(dossier, words).unwrap_or_default(),
                attributed_to: draft::speaker(dossier, words).into_iter().collect(),
                attribution: draft::attribution(dossier, words).unwrap_or_default(),
                assessment: "qualified".to_owned(),
                sources: publications(dossier),
                note: "Anders.".to_owned(),
            };
            draft::claim(dossier, words, &own, language)
        }
        1 => {
            let own = EventWords {
                date: draft::date(dossier, words)
                    .map_or_else(|| "2025".to_owned(), |(date, _)| date.text().to_owned()),
                title: "Was geschah".to_owned(),
                kind: "other".to_owned(),
                ..EventWords::default()
            };
            draft::event(dossier, words, &own, language)
        }
        2 => {
            let own = GapWords { text: "Das fehlt.".to_owned(), sources: publications(dossier) };
            draft::gap(dossier, words, &own, language)
        }
        3 => draft::role(dossier, actor, words, "Tut etwas.", language),
        _ => draft::mention(dossier, actor, words, true),
    }
    .unwrap_or_else(|| panic!("{words:?} cannot be quoted"))
}

#[test]
fn a_draft_of_any_sentence_can_be_written() {
    for files in [&shipped() as &dyn Files, &fixture()] {
        let dossier = dossier(files);
        let all = all_sentences(&dossier);
        assert!(all.len() > 10);
        for (number, words) in all.iter().enumerate() {
            let change = draft_of(&dossier, words, number, LANGUAGES[number / 5 % 2]);
            let plan = made(files, &change);
            let [claims, before] = [&plan.loaded.dossier.claims, &dossier.claims];
            if let Some(claim) = claims.get(before.len()) {
                assert_eq!(claim.evidence.anchors[0].passage().as_ref(), Some(words));
                assert_eq!(claim.unconfirmed_hedge(), None, "what is proposed stands in the sentence");
            }
        }
    }
}

#[test]
fn a_name_of_the_article_can_be_an_actor_or_an_alias() {
    for files in [&shipped() as &dyn Files, &fixture()] {
        let dossier = dossier(files);
        let runs = name_runs(&dossier.article.text, &[CueLanguage::German]);
        assert!(runs.len() > 20);
        for (number, words) in runs.iter().step_by(7).enumerate() {
            let own = ActorWords { kind: "organisation".to_owned(), ..ActorWords::default() };
            let change = draft::actor(&dossier, words, &own, LANGUAGES[number % 2]);
            let plan = made(files, &change);
            let actor = &plan.loaded.dossier.actors[dossier.actors.len()];
            let mut own = plan.loaded.dossier.mentions.iter().filter(|mention| mention.actor == actor.id);
            assert!(
                own.any(|mention| mention.passage == *words),
                "{:?}",
                &dossier.article.text[words.clone()]
            );
            let other = &dossier.actors[number % dossier.actors.len()].id;
            let change = draft::alias(&dossier, other, words);
            // The loader forbids nothing here, but one alias twice is none.
            if !dossier.mentions.iter().any(|mention| mention.actor == *other && mention.passage == *words) {
                made(files, &change);
            }
        }
    }
}

#[test]
fn a_claim_is_assessed_and_anything_becomes_a_stop() {
    for (files, language) in [(&shipped() as &dyn Files, "de"), (&fixture(), "en")] {
        let dossier = dossier(files);
        for claim in dossier.claims.iter().step_by(6) {
            let sources = publications(&dossier);
            // What a stop shows large may stand in the note alone.
            let is_shown = dossier.stops.iter().any(|stop| stop.select.as_ref() == Some(&claim.to_ref()));
            let note = if is_shown { "" } else { "Es war anders." };
            let change = draft::assess(&dossier, &claim.id, "contradicted", &sources, note, language);
            let plan = made(files, &change);
            let own = plan.loaded.dossier.claim(&claim.id).unwrap();
            assert!(own.is_assessed() && own.evidence.sources.len() > claim.evidence.sources.len());
        }
        for item in dossier.authored().step_by(17) {
            let change = draft::stop(&dossier, &item, "Sieh an", language).unwrap();
            let plan = made(files, &change);
            assert_eq!(plan.loaded.dossier.stops.len(), dossier.stops.len() + 1);
        }
    }
}
