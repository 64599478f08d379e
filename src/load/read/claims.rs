//! `[[claim]]` and `[[gap]]`: what the article asserts, and what it leaves out.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::dossier::anchor::{contains_words, fold};
use crate::dossier::{Anchor, Article, Assessment, Claim, Gap, Hedge, Kind};

use crate::load::read::anchors::Resolver;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::ASSESSMENTS;

/// The claims, in the author's order. A claim whose assessment cannot be read has none.
pub(crate) fn read(tables: &Tables<'_>, resolver: &Resolver<'_>, report: &mut Report) -> Vec<Claim> {
    let entries = tables.named("claim").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let text = table.required_local("text");
            let evidence = table.evidence(resolver, "claim");
            let hedge = read_hedge(&mut table, &evidence.anchors, resolver.article);
            let (attributed_to, attributed_lost) =
                table.ids_and_losses("attributed_to", Kind::Actor, &resolver.ids);
            if !table.has("assessment") {
                table.missing("assessment", "write borne-out, qualified, contradicted or open");
            }
            let assessment = table.choice("assessment", &ASSESSMENTS);
            // Whatever was meant, it was not that the question is open.
            table.distrust_if(assessment.is_none());
            if assessment.is_some_and(|assessment| assessment != Assessment::Open)
                && evidence.sources.is_empty()
            {
                let at = table.value("assessment").map_or(table.at(), |found| found.at);
                let hint = "name one in sources, or write \"open\"";
                table.evidence_error(Rule::AssessmentUnsupported, at, "the assessment has no source", hint);
            }
            let claim = Claim {
                id: entry.id.clone(),
                text,
                short: table.short_local("short", Claim::MAX_SHORT),
                evidence,
                hedge,
                attributed_to,
                actors: table.ids("actors", Kind::Actor, &resolver.ids),
                events: table.ids("events", Kind::Event, &resolver.ids),
                assessment,
                note: table.local("note").map(|note| note.value),
            };
            // Without them it would seem to be the article's own flat statement.
            let hedge_lost = table.is_lost("hedge", claim.hedge.is_some());
            let attributed_lost =
                attributed_lost || table.is_lost("attributed_to", table.has("attributed_to"));
            table.distrust_if(hedge_lost || attributed_lost);
            table.finish();
            claim
        })
        .collect()
}

/// The gaps, in the author's order.
pub(crate) fn read_gaps(tables: &Tables<'_>, resolver: &Resolver<'_>, report: &mut Report) -> Vec<Gap> {
    let entries = tables.named("gap").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let gap = Gap {
                id: entry.id.clone(),
                near: table.anchor("near", resolver),
                text: table.required_local("text"),
                short: table.short_local("short", Claim::MAX_SHORT),
                actors: table.ids("actors", Kind::Actor, &resolver.ids),
                evidence: table.evidence(resolver, "gap"),
            };
            table.finish();
            gap
        })
        .collect()
}

/// The hedge, which must stand in the sentence of one of the anchors.
fn read_hedge(table: &mut Table<'_, '_>, anchors: &[Anchor], article: &Article) -> Option<Hedge> {
    let hedge = table.text("hedge")?;
    let words = fold(&hedge.value);
    let mut passages = anchors.iter().filter_map(Anchor::passage).peekable();
    let has_sentence = passages.peek().is_some();
    let is_confirmed = passages.any(|p| {
        // Nearly always it stands in the quotation itself.
        contains_words(&fold(&article.text[p.clone()]), &words)
            || contains_words(&fold(&article.text[sentence(article, &p)]), &words)
    });
    // Without an exact anchor there is no sentence, and that has its own report.
    if has_sentence && !is_confirmed {
        let message = format!("the hedge {} does not stand in the anchored sentence", quoted(&hedge.value));
        table.evidence_error(Rule::HedgeLost, hedge.at, message, "copy the words as they stand there");
    }
    Some(Hedge { words: hedge.value.into(), is_confirmed })
}

/// The passage, widened to whole sentences.
fn sentence(article: &Article, passage: &Range<usize>) -> Range<usize> {
    /// No sentence reaches farther; a block of megabytes must not be walked for each claim.
    const REACH: usize = 4096;
    let block = |at: usize| {
        let number = article.blocks.partition_point(|block| block.range.end < at);
        article.blocks.get(number).filter(|block| block.range.start <= at)
    };
    let first = block(passage.start).map_or(passage.start, |block| block.range.start);
    let last = block(passage.end).map_or(passage.end, |block| block.range.end);
    let text = &article.text;
    let mut from = first.max(passage.start.saturating_sub(REACH));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = last.min(passage.end + REACH).max(passage.end);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let mut widened = passage.clone();
    for (at, sentence) in text[from..to].split_sentence_bound_indices() {
        let (start, end) = (from + at, from + at + sentence.len());
        if start <= passage.start {
            widened.start = start;
        }
        if end >= passage.end {
            widened.end = end;
            break;
        }
    }
    widened
}
