//! The order in which the article says things.

use foldhash::{HashMap, HashMapExt as _};

use super::{Claim, Dossier, Gap, Kind, Ref};

/// The numbers of claims and of gaps, each from 1 in the article's order.
pub(super) fn numbers(dossier: &Dossier) -> HashMap<Ref, usize> {
    let mut numbers = HashMap::new();
    let (mut claims, mut gaps) = (0, 0);
    for item in in_article_order(dossier) {
        let count = if item.kind == Kind::Claim { &mut claims } else { &mut gaps };
        *count += 1;
        numbers.insert(item, *count);
    }
    numbers
}

/// Claims and gaps by where their words stand; those without words at the end.
pub(crate) fn in_article_order(dossier: &Dossier) -> Vec<Ref> {
    let claims = dossier.claims.iter().map(Claim::to_ref);
    let mut items: Vec<Ref> = claims.chain(dossier.gaps.iter().map(Gap::to_ref)).collect();
    sort_by_article(dossier, &mut items);
    items
}

/// Sorts claims and gaps by where their words stand; those of one place by the author's order, gaps last.
pub(crate) fn sort_by_article(dossier: &Dossier, items: &mut [Ref]) {
    let begin = |item: &Ref| dossier.passages(item).first().map_or(usize::MAX, |passage| passage.range.start);
    items.sort_by_cached_key(|item| (begin(item), item.kind == Kind::Gap, dossier.index_of(item)));
}
