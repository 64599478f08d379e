//! Which names in the article are underlined.

use std::ops::Range;

use crate::dossier::{Dossier, Mention};

/// Which names are underlined without a selection.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum MarkedNames {
    /// Those of prominent actors.
    #[default]
    Prominent,
    /// All.
    All,
    /// None.
    None,
}

impl MarkedNames {
    /// All of them, in the order the key goes through them.
    pub const ALL: [MarkedNames; 3] = [MarkedNames::Prominent, MarkedNames::All, MarkedNames::None];

    /// Its name in a bookmark.
    pub fn name(self) -> &'static str {
        match self {
            MarkedNames::Prominent => "prominent",
            MarkedNames::All => "all",
            MarkedNames::None => "none",
        }
    }
}

/// What is underlined, joined where passages overlap: an underline does not show how many names it is for.
#[derive(Clone, Debug)]
pub(super) struct Underlines {
    pub(super) prominent: Vec<Range<usize>>,
    pub(super) all: Vec<Range<usize>>,
}

impl Underlines {
    /// What is underlined in this article.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let is_prominent = |mention: &&Mention| {
            !mention.inferred && dossier.actor(&mention.actor).is_some_and(|actor| actor.prominent)
        };
        Self {
            prominent: joined(dossier, dossier.mentions.iter().filter(is_prominent)),
            all: joined(dossier, dossier.mentions.iter()),
        }
    }
}

/// The passages of these mentions and of all links.
pub(super) fn joined<'a>(
    dossier: &'a Dossier,
    mentions: impl Iterator<Item = &'a Mention>,
) -> Vec<Range<usize>> {
    let links = dossier.article.links.iter().map(|link| &link.range);
    let mut passages: Vec<&Range<usize>> = mentions.map(|mention| &mention.passage).chain(links).collect();
    passages.sort_by_key(|passage| passage.start);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for passage in passages {
        match ranges.last_mut() {
            Some(last) if passage.start < last.end => last.end = last.end.max(passage.end),
            _ => ranges.push(passage.clone()),
        }
    }
    ranges
}
