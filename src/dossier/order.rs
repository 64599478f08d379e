//! The order in which the article says things.

use super::{Claim, Dossier, Gap, Kind, Ref};

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
