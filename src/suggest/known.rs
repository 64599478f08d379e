//! Actors of other dossiers that the article names.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::anchor::fold;
use crate::dossier::mentions;
use crate::dossier::{Actor, Article, Id, KnownActor};

/// Where the article names actors of other dossiers, by whole words as aliases are found: in order, none within another, each
/// with the place of its actor among these. Actors with the same id and a name in common are one, and the first of them is named:
/// by its id alone `weber` is a person here and a company there.
pub(super) fn find(article: &Article, known: &[KnownActor]) -> Vec<(usize, Range<usize>)> {
    if known.is_empty() {
        return Vec::new();
    }
    let mut of_id: HashMap<&Id, Vec<usize>> = HashMap::new();
    let mut actors: Vec<Actor> = Vec::new();
    // Of each the place of the first one that it is.
    let mut places: Vec<usize> = Vec::new();
    for (place, own) in known.iter().enumerate() {
        let names = || own.aliases.iter().map(|alias| &**alias).chain(own.name.texts());
        let shares_a_name = |number: &&usize| {
            let there = &actors[**number].aliases;
            names().map(fold).any(|name| there.iter().any(|alias| fold(alias) == name))
        };
        let same = of_id.entry(&own.id).or_default();
        let number = same.iter().find(shares_a_name).copied().unwrap_or(actors.len());
        if number == actors.len() {
            same.push(number);
            places.push(place);
            actors.push(actor(own, number));
        }
        let aliases = &mut actors[number].aliases;
        for name in names() {
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
        let number: usize = is_apart.then(|| mention.actor.as_str().parse().ok())??;
        end = mention.passage.end;
        Some((*places.get(number)?, mention.passage))
    });
    found.collect()
}

/// The actor as it would stand in this dossier, without names. Its id is its number here: two may have the same.
fn actor(known: &KnownActor, number: usize) -> Actor {
    Actor {
        id: Id::new(&number.to_string()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Block, BlockKind, LocalText};

    fn known(id: &str, kind: &str, names: &[&str]) -> KnownActor {
        KnownActor {
            id: Id::new(id),
            kind: kind.into(),
            name: LocalText::plain(names[0]),
            aliases: names.iter().map(|name| (*name).into()).collect(),
            from: "d".into(),
        }
    }

    /// The place of the actor, and the words.
    fn named<'t>(text: &'t str, known: &[KnownActor]) -> Vec<(usize, &'t str)> {
        let block = Block::new(BlockKind::Paragraph, text, 0..text.len());
        let article = Article { text: text.into(), blocks: vec![block], ..Article::default() };
        find(&article, known).into_iter().map(|(place, range)| (place, &text[range])).collect()
    }

    #[test]
    fn actors_with_one_id_are_the_same_only_by_a_name() {
        let all = [
            known("weber", "person", &["Anna Weber", "Frau Weber"]),
            known("weber", "company", &["Weber Werft"]),
            known("weber", "person", &["A. Weber", "Anna Weber"]),
        ];
        assert_eq!(
            named("Frau Weber leads Weber Werft. A. Weber said so.", &all),
            [(0, "Frau Weber"), (1, "Weber Werft"), (0, "A. Weber")]
        );
    }
}
