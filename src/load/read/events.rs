//! `[[lane]]` and `[[event]]`: what happened when, and whose act it was.

use foldhash::{HashSet, HashSetExt as _};

use crate::dossier::{Event, Id, Kind, Lane, LocalText, When};

use crate::load::read::anchors::Resolver;
use crate::load::report::Report;
use crate::load::syntax::date_errors::date_hint;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::EVENT_KINDS;

/// The longest title the list of events shows whole.
const TITLE: usize = 40;

/// The lanes, in the author's order, which is the order on screen.
pub(crate) fn read_lanes(tables: &Tables<'_>, report: &mut Report) -> Vec<Lane> {
    let entries = tables.named("lane").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let lane = Lane {
                id: entry.id.clone(),
                short: table.required_local("short"),
                name: table.required_local("name"),
            };
            table.finish();
            lane
        })
        .collect()
}

/// The events, in the author's order. One whose lane is not there gets a lane of that name, so that it is shown there.
pub(crate) fn read(
    tables: &Tables<'_>,
    resolver: &Resolver<'_>,
    lanes: &mut Vec<Lane>,
    report: &mut Report,
) -> Vec<Event> {
    let mut made: HashSet<Id> = HashSet::new();
    let entries = tables.named("event").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            if !table.has("date") {
                table.missing("date", date_hint());
            }
            let date = table.date("date").map_or_else(|| When::unreadable(""), |date| date.value);
            let lane = read_lane(&mut table, resolver, &mut made, lanes);
            let event = Event {
                id: entry.id.clone(),
                date,
                lane,
                kind: table.required_word("kind", &EVENT_KINDS),
                status: table.local("status").map(|status| status.value),
                title: table.required_title("title", TITLE),
                short: table.short_local("short", Event::MAX_SHORT),
                summary: table.local("summary").map(|summary| summary.value),
                actors: table.ids("actors", Kind::Actor, &resolver.ids),
                evidence: table.evidence(resolver, "event"),
                candidate_for: table.anchors("candidate_for", resolver),
                follows: table.ids("follows", Kind::Event, &resolver.ids),
                prominent: table.flag("prominent"),
            };
            // It may have been repealed.
            let status_lost = table.is_lost("status", event.status.is_some());
            table.distrust_if(status_lost);
            table.finish();
            event
        })
        .collect()
}

fn read_lane(
    table: &mut Table<'_, '_>,
    resolver: &Resolver<'_>,
    made: &mut HashSet<Id>,
    lanes: &mut Vec<Lane>,
) -> Option<Id> {
    // One that cannot be read has its own report.
    let name = table.text("lane")?;
    if let Some(lane) = table.resolve(&name, "lane", &resolver.ids) {
        return Some(lane);
    }
    let id = Id::new(&name.value);
    if made.insert(id.clone()) {
        let text = LocalText::plain(&name.value);
        lanes.push(Lane { id: id.clone(), short: text.clone(), name: text });
    }
    Some(id)
}
