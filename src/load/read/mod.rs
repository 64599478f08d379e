//! The tables of the format, each group in a file, and all of them in order; the article and the figures.

pub(crate) mod actors;
mod anchor_reports;
pub(crate) mod anchors;
pub(crate) mod article;
pub(crate) mod claims;
pub(crate) mod csv;
pub(crate) mod events;
pub(crate) mod header;
mod lost_anchors;
pub(crate) mod markdown;
pub(crate) mod sentence_words;
pub(crate) mod series;
pub(crate) mod sources;
pub(crate) mod suggested;
pub(crate) mod tour;
pub(crate) mod translation;

use crate::dossier::Parts;

use crate::load::report::Report;
use crate::load::syntax::tables::Tables;

use actors::Names;
use anchors::Resolver;

/// All that stands in tables, and where the names of actors are written. The title, the article and what is found in it, and
/// the figures are not among it.
pub(crate) fn things(
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
    report: &mut Report,
) -> (Parts, Vec<Names>) {
    let sources = sources::read(tables, &resolver.ids, report);
    let (actors, names) = actors::read(tables, resolver, report);
    let relations = actors::read_relations(tables, resolver, report);
    let claims = claims::read(tables, resolver, report);
    let gaps = claims::read_gaps(tables, resolver, report);
    let mut lanes = events::read_lanes(tables, report);
    let events = events::read(tables, resolver, &mut lanes, report);
    let places = series::read_places(tables, &resolver.ids, report);
    let series = series::read(tables, &resolver.ids, report);
    let stops = tour::read(tables, &resolver.ids, report);
    let parts = Parts {
        sources,
        actors,
        relations,
        claims,
        gaps,
        lanes,
        events,
        places,
        series,
        stops,
        ..Parts::default()
    };
    (parts, names)
}
