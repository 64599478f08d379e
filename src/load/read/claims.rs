//! `[[claim]]` and `[[gap]]`: what the article asserts, and what it leaves out.

use toml::de::DeValue;

use crate::dossier::{Assessment, Claim, Gap, Kind};

use crate::load::read::anchors::Resolver;
use crate::load::report::Report;
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
            let text = table.local("text").map(|text| text.value);
            let evidence = table.evidence(resolver, "claim");
            let [hedge, attribution] = ["hedge", "attribution"]
                .map(|key| table.words_of_sentence(key, &evidence.anchors, resolver.article));
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
                && table.is_written("sources")
            {
                // Those that are written and name nothing have their own reports.
                table.distrust_if(true);
            } else if assessment.is_some_and(|assessment| assessment != Assessment::Open)
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
                attribution,
                actors: table.ids("actors", Kind::Actor, &resolver.ids),
                events: table.ids("events", Kind::Event, &resolver.ids),
                assessment,
                note: table.local("note").map(|note| note.value),
                searched: table.local("searched").map(|searched| searched.value),
            };
            // Without them it would seem to be the article's own flat statement.
            let hedge_lost = table.is_lost("hedge", claim.hedge.is_some());
            let attributed_lost = attributed_lost
                || table.is_lost("attributed_to", table.has("attributed_to"))
                || table.is_lost("attribution", claim.attribution.is_some());
            table.distrust_if(hedge_lost || attributed_lost);
            if says_nothing(&mut table, &claim) {
                let hint =
                    "write text = \"…\", or quote the article in anchors, whose words then stand for it";
                table.missing("text", hint);
            }
            table.finish();
            claim
        })
        .collect()
}

/// Whether neither a text nor the article's words say what the claim is. Those that cannot be read have their own report.
fn says_nothing(table: &mut Table<'_, '_>, claim: &Claim) -> bool {
    let is_empty = |list: &DeValue<'_>| list.as_array().is_some_and(|list| list.is_empty());
    let has_empty_list = table.value("anchors").is_some_and(|anchors| is_empty(anchors.value));
    claim.text.is_none()
        && claim.evidence.anchors.is_empty()
        // That nothing at all supports it is reported.
        && !claim.evidence.sources.is_empty()
        && !table.is_lost("text", false)
        && !table.is_lost("anchors", has_empty_list)
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
