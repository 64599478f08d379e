//! `[[actor]]` and `[[relation]]`: who, and who does what to whom.

use crate::dossier::{Actor, Kind, Relation, Role};

use crate::load::read::anchors::Resolver;
use crate::load::report::Report;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::ACTOR_KINDS;

/// Where the names of an actor are written.
pub(crate) struct Names {
    pub(crate) aliases: Vec<Span>,
    /// The texts of `not_in`; none if the key is missing, which is not the same as an empty list.
    pub(crate) not_in: Option<Vec<Span>>,
    /// His named mentions.
    pub(crate) mentions: Vec<Span>,
}

/// The actors, in the author's order, and where each one's names are written.
pub(crate) fn read(
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
    report: &mut Report,
) -> (Vec<Actor>, Vec<Names>) {
    let entries = tables.named("actor").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let kind = table.required_word("kind", &ACTOR_KINDS);
            let country = table.country();
            let name = table.required_local("name");
            let prominent = table.flag("prominent");
            let aliases = table.list("aliases");
            let has_exceptions = table.has("not_in");
            let not_in = table.list("not_in");
            let named_mentions = table.placed_anchors("mentions", resolver);
            let role = table
                .local("role")
                .map(|role| Role { text: role.value, evidence: table.evidence(resolver, "actor's role") });
            for key in ["anchors", "sources"] {
                let stray = table.value(key).filter(|_| role.is_none() && !table.has("role"));
                if let Some(stray) = stray {
                    let message = format!("\"{key}\" supports an actor's role, and this one has none");
                    table.add(
                        Rule::EvidenceWithoutRole,
                        stray.at,
                        message,
                        "write role = \"…\", or use mentions for where the actor is named",
                    );
                    break;
                }
            }
            table.finish();
            let (aliases, alias_places) =
                aliases.into_iter().map(|alias| (alias.value.into(), alias.at)).unzip();
            let (not_in, exception_places): (_, Vec<Span>) =
                not_in.into_iter().map(|text| (text.value.into(), text.at)).unzip();
            let (named_mentions, mention_places) =
                named_mentions.into_iter().map(|mention| (mention.value, mention.at)).unzip();
            let not_in_places = has_exceptions.then_some(exception_places);
            let names = Names { aliases: alias_places, not_in: not_in_places, mentions: mention_places };
            let id = entry.id.clone();
            (Actor { id, kind, country, name, prominent, role, aliases, not_in, named_mentions }, names)
        })
        .unzip()
}

/// The relations between actors that exist, in the author's order.
pub(crate) fn read_relations(
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
    report: &mut Report,
) -> Vec<Relation> {
    let entries = tables.named("relation").iter();
    entries
        .filter_map(|entry| {
            let mut table = entry.table(report);
            for key in ["from", "to"] {
                if !table.has(key) {
                    table.missing(key, "without both actors it is left out; name one by its id");
                }
            }
            let from = table.id("from", Kind::Actor, &resolver.ids);
            let to = table.id("to", Kind::Actor, &resolver.ids);
            let label = table.required_local("label");
            let evidence = table.evidence(resolver, "relation");
            table.finish();
            Some(Relation { id: entry.id.clone(), from: from?, to: to?, label, evidence })
        })
        .collect()
}
