//! What the first page of the handout says, and the full document before all else: how the claims hold, what was found, what
//! is left out, what came since, and what is open.

use std::collections::HashSet;

use super::ITEM;
use crate::dossier::{Assessment, Event, Kind, LocalText, Picture, Ref, Stop, StopPanel, in_article_order};
use crate::export::build::Builder;
use crate::export::document::Words;
use crate::export::document::brief::{Block, Budget, Finding, Item, ScoreStrip, Summary, clipped};
use crate::export::ids;
use crate::facts::{self, Moment, Score, StopFacts, StopVerdict, in_order_of_time, stop_gaps};
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::protocol::slide::Slide;
use crate::protocol::{names, score};

/// The most columns of a finding, and of the line that says who says so.
const FINDING: usize = 160;
const SOURCE: usize = 140;

impl Builder<'_> {
    /// What is said before all else.
    pub(in crate::export::build) fn summary(&self, facts: &Score, budget: &Budget) -> Summary {
        let findings = self.findings(budget);
        let mut cited: HashSet<String> = HashSet::new();
        cited.extend(findings.iter().flat_map(|block| &block.items).flat_map(|item| item.cites.clone()));
        Summary {
            score: self.score_strip(facts, budget),
            findings,
            gaps: self.left_out(budget, &mut cited),
            later: self.later(budget, &mut cited),
            open: self.open(budget),
        }
    }

    fn score_strip(&self, facts: &Score, budget: &Budget) -> Option<ScoreStrip> {
        let (language, strings) = (self.language(), self.strings());
        if facts.tiles.is_empty() {
            return None;
        }
        let claims = names::counted(language, facts.tiles.len(), &strings.claim);
        let are_shown = facts.tiles.len() <= budget.tiles;
        let groups = facts.groups().filter(|_| are_shown).map(|tiles| {
            let block = tiles.first().map(|tile| score::block(&self.context, tile.place));
            (block.unwrap_or_default(), tiles.iter().map(|tile| self.tile(tile)).collect())
        });
        let mut legend = if are_shown { score::legend(&self.context, facts) } else { Vec::new() };
        let has_gaps = facts.tiles.iter().any(|tile| !tile.gaps.is_empty());
        let left_out = format!("{} {}", signs::GAP.glyph.get(Glyphs::Unicode), strings.left_out_tile);
        legend.extend((are_shown && has_gaps).then_some(left_out));
        let totals = facts.totals.rows().map(|(assessed, count)| {
            let kind = assessed.map_or(facts::Mark::Broken, facts::Mark::Assessed);
            (self.mark(kind).glyph(), names::judgement(language, assessed).to_owned(), count)
        });
        Some(ScoreStrip {
            heading: strings.slide_score_title.replace("{}", &claims),
            name: self.own().tiles,
            blocks: groups.collect(),
            legend: legend.join("  "),
            totals: totals.collect(),
        })
    }

    /// The stops that are findings of the handout; where the author has named none, the claims that were assessed, those that
    /// are contradicted first. Nothing that rests on no source.
    fn findings(&self, budget: &Budget) -> Option<Block<Finding>> {
        let stops = self.dossier.stops.iter().filter(|stop| stop.brief);
        let mut named: Vec<Finding> = stops.filter_map(|stop| self.finding(stop, budget)).collect();
        if !named.is_empty() {
            let all = named.len();
            named.truncate(budget.findings);
            let noun = &self.own().brief_finding;
            return Self::block(self.own().brief_findings, None, named, (all, noun));
        }
        let claims: Vec<Ref> =
            in_article_order(self.dossier).into_iter().filter(|item| self.has_source(item)).collect();
        let mut ranked: Vec<(u8, Ref)> =
            claims.into_iter().filter_map(|item| Some((self.rank(&item)?, item))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let all = ranked.len();
        let shown = ranked.iter().take(budget.findings);
        let findings: Vec<Finding> =
            shown.filter_map(|(_, item)| self.finding(&self.stop_of(item)?, budget)).collect();
        let intro = Some(self.own().brief_claims.to_owned());
        Self::block(self.own().brief_findings, intro, findings, (all, &self.own().brief_finding))
    }

    /// The place of a claim among findings; none of one that is open, or on broken evidence.
    fn rank(&self, item: &Ref) -> Option<u8> {
        let claim = self.dossier.claim(&item.id).filter(|_| item.kind == Kind::Claim)?;
        claim.assessment.filter(|judged| *judged != Assessment::Open).map(Assessment::telling_order)
    }

    /// A stop that shows a claim and nothing else.
    fn stop_of(&self, item: &Ref) -> Option<Stop> {
        let claim = self.dossier.claim(&item.id)?;
        let untitled = LocalText::default();
        let title = claim.in_short().unwrap_or(&untitled);
        let stop = Stop::new(title, Picture::Words, StopPanel::Claims);
        Some(Stop { select: Some(item.clone()), ..stop })
    }

    /// What a stop finds; none where its evidence is broken, or no source says it.
    fn finding(&self, stop: &Stop, budget: &Budget) -> Option<Finding> {
        let facts = StopFacts::of(self.dossier, self.context.faults(), stop);
        if facts.verdict == StopVerdict::Broken || facts.sources.sources.is_empty() {
            return None;
        }
        let slide = Slide::of(&self.context, stop);
        let (_, verdict) = slide.verdict?;
        let text = match &stop.finding {
            Some(finding) => self.words(finding),
            None if stop.title.is_empty() => match &stop.select {
                Some(item) if names::is_by_article(&self.context, item) => self.name(item),
                _ => Words::ours(slide.title),
            },
            None => self.words(&stop.title),
        };
        Some(Finding {
            sign: self.mark(facts.mark).glyph(),
            verdict,
            text: Self::clipped_words(text, FINDING),
            source: clipped(&slide.source, SOURCE),
            to: stop
                .select
                .as_ref()
                .and_then(|shown| self.entry_for(shown))
                .map(|to| ids::of(self.dossier, &to)),
            cites: self.cites_with_read(&facts.sources.sources, budget.cites),
        })
    }

    /// What the article leaves out: first what the tour shows, in its order.
    fn left_out(&self, budget: &Budget, cited: &mut HashSet<String>) -> Option<Block<Item>> {
        let told = self.dossier.stops.iter().flat_map(|stop| match stop.picture {
            Picture::Gaps => stop_gaps(self.dossier, stop),
            _ => stop.things().filter(|item| item.kind == Kind::Gap).cloned().collect(),
        });
        let others = in_article_order(self.dossier).into_iter().filter(|item| item.kind == Kind::Gap);
        let mut seen = HashSet::new();
        let gaps: Vec<Ref> = told.chain(others).filter(|item| seen.insert(item.clone())).collect();
        let all = gaps.len();
        let mut item = |of: &Ref| {
            let gap = self.dossier.gap(&of.id)?;
            Some(Item {
                lead: Some(self.mark_of(of).glyph().to_owned()),
                text: Self::clipped_words(self.words(gap.short.as_ref().unwrap_or(&gap.text)), ITEM),
                to: Some(ids::of(self.dossier, of)),
                cites: self.cite_of(of, cited).into_iter().collect(),
            })
        };
        let items: Vec<Item> = gaps.iter().take(budget.gaps).filter_map(&mut item).collect();
        let count = names::counted(self.language(), all, &self.strings().gap);
        let heading = format!("{}: {count}", self.strings().slide_gaps_title);
        Self::block(&heading, None, items, (all, &self.strings().gap))
    }

    /// The latest events after the article, of the main ones if there are any, in the order of time.
    fn later(&self, budget: &Budget, cited: &mut HashSet<String>) -> Option<Block<Item>> {
        let is_later = |event: &&Event| Moment::of(self.dossier, &event.date) == Moment::After;
        let later = self.dossier.events.iter().filter(is_later);
        let (main, others): (Vec<&Event>, Vec<&Event>) = later.partition(|event| event.prominent);
        let mut events = if main.is_empty() { others } else { main };
        events.sort_by_key(|event| in_order_of_time(&event.date));
        let all = events.len();
        let items = events.split_off(all.saturating_sub(budget.later));
        let mut item = |event: &Event| Item {
            lead: Some(format!("{}:", self.context.date(&event.date))),
            text: Self::clipped_words(self.words(&event.title), ITEM),
            to: Some(ids::of(self.dossier, &event.to_ref())),
            cites: self.cite_of(&event.to_ref(), cited).into_iter().collect(),
        };
        let items: Vec<Item> = items.into_iter().map(&mut item).collect();
        Self::block(self.own().brief_later, None, items, (all, &self.strings().event))
    }
}
