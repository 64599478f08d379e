//! What is found on a page, and what a page leads to.

use super::Body;
use crate::export::document::{Inline, Item, Link, Part, Prose, Run, Target};

/// What is found on a page.
pub(super) fn own_anchors<'d>(body: &Body<'d>) -> Vec<&'d str> {
    match body {
        Body::Start | Body::Opening(_) => Vec::new(),
        Body::Prose(prose) => {
            let opened = prose.runs.iter().filter_map(|run| match run {
                Run::Open { anchor, .. } => anchor.as_deref(),
                Run::Words { to: Some(Target::Actor { place, .. }), .. } => place.as_deref(),
                _ => None,
            });
            opened.collect()
        }
        Body::Entry(entry) => {
            let rows = entry.items.iter().flat_map(|item| match item {
                Item::Table(table) => &table.rows[..],
                _ => &[],
            });
            std::iter::once(&*entry.anchor).chain(rows.filter_map(|row| row.anchor.as_deref())).collect()
        }
        Body::Stop(stop) => vec![&stop.anchor],
    }
}

/// What a page leads to, in the order in which it says so.
pub(super) fn led_to<'d>(body: &Body<'d>) -> Vec<&'d str> {
    let mut anchors = Vec::new();
    let of_links = |anchors: &mut Vec<&'d str>, links: &'d [Link]| {
        anchors.extend(links.iter().map(|link| &*link.anchor));
    };
    match *body {
        Body::Start => {}
        Body::Opening(section) => {
            for part in &section.parts {
                if let Part::Overview(table) = part {
                    let heads = table.rows.iter().filter(|row| row.is_heading);
                    for cell in heads.flat_map(|row| &row.cells) {
                        of_pieces(&mut anchors, cell);
                    }
                }
            }
        }
        Body::Prose(prose) => {
            of_links(&mut anchors, &prose.claims);
            for (_, links) in &prose.here {
                of_links(&mut anchors, links);
            }
            anchors.extend(named(prose).into_iter().map(|(anchor, _)| anchor));
        }
        Body::Entry(entry) => {
            for item in &entry.items {
                match item {
                    Item::Line { pieces, .. } => of_pieces(&mut anchors, pieces),
                    Item::Quotes { label, quotes } => {
                        of_pieces(&mut anchors, label);
                        for quote in quotes {
                            of_pieces(&mut anchors, &quote.pieces);
                            anchors.extend(quote.place.as_deref());
                        }
                    }
                    Item::Links { links, .. } => of_links(&mut anchors, links),
                    Item::Places { anchors: places, .. } => {
                        anchors.extend(places.iter().map(String::as_str));
                    }
                    Item::Stops { stops, .. } => anchors.extend(stops.iter().map(|(_, anchor)| &**anchor)),
                    Item::Table(table) => {
                        for cell in table.rows.iter().flat_map(|row| &row.cells) {
                            of_pieces(&mut anchors, cell);
                        }
                    }
                    Item::Chart(_) | Item::Fault(_) => {}
                }
            }
        }
        Body::Stop(stop) => of_links(&mut anchors, stop.shows.as_slice()),
    }
    anchors
}

fn of_pieces<'d>(anchors: &mut Vec<&'d str>, pieces: &'d [Inline]) {
    anchors.extend(pieces.iter().filter_map(|piece| match piece {
        Inline::Thing { anchor, .. } => Some(&**anchor),
        _ => None,
    }));
}

/// The actors that words of a block name, each once, and whether it takes a reading wherever it is named there.
pub(in crate::export::text) fn named(prose: &Prose) -> Vec<(&str, bool)> {
    let mut named: Vec<(&str, bool)> = Vec::new();
    for run in &prose.runs {
        if let Run::Words { to: Some(Target::Actor { anchor, inferred, .. }), .. } = run {
            match named.iter_mut().find(|(known, _)| known == anchor) {
                Some((_, is_inferred)) => *is_inferred &= *inferred,
                None => named.push((anchor, *inferred)),
            }
        }
    }
    named
}
