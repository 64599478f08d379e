//! Actors of other dossiers that the article names.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::mentions;
use crate::dossier::{Actor, Article, Id, KnownActor};

/// Where the article names actors of other dossiers, by whole words as aliases are found: in order, none within another, each
/// with the place of its actor among these. Actors with the same id are one, and the first of them is named.
pub(super) fn find(article: &Article, known: &[KnownActor]) -> Vec<(usize, Range<usize>)> {
    if known.is_empty() {
        return Vec::new();
    }
    let mut places: HashMap<&Id, (usize, usize)> = HashMap::new();
    let mut actors: Vec<Actor> = Vec::new();
    for (place, own) in known.iter().enumerate() {
        let (_, number) = *places.entry(&own.id).or_insert((place, actors.len()));
        if number == actors.len() {
            actors.push(actor(own));
        }
        let aliases = &mut actors[number].aliases;
        for name in own.aliases.iter().map(|alias| &**alias).chain(own.name.texts()) {
            if !aliases.iter().any(|alias| **alias == *name) {
                aliases.push(name.into());
            }
        }
    }
    let index = article.index();
    let mut end = 0;
    let mentions = mentions::find(&index, &actors).mentions.into_iter();
    let found = mentions.filter_map(|mention| {
        let is_apart = mention.passage.start >= end;
        let (place, _) = is_apart.then(|| places.get(&mention.actor))??;
        end = mention.passage.end;
        Some((*place, mention.passage))
    });
    found.collect()
}

/// The actor as it would stand in this dossier, without names.
fn actor(known: &KnownActor) -> Actor {
    Actor {
        id: known.id.clone(),
        kind: known.kind.clone(),
        country: None,
        name: known.name.clone(),
        prominent: false,
        role: None,
        aliases: Vec::new(),
        not_in: Vec::new(),
        named_mentions: Vec::new(),
    }
}
