//! The suggestions in the order in which they are offered, a name with all its places, and how one is found again when the
//! dossier is another.

use std::ops::Range;
use std::sync::Arc;

use crate::dossier::{Decision, Dossier, SuggestionKind};
use crate::edit::draft::visible;
use crate::suggest::{Found, NameGroup, Suggestion, Suggestions, What};

/// Everything that is open, in the order in which it is offered.
#[derive(Clone, Debug)]
pub(super) struct Offers {
    found: Found,
    open: Arc<Suggestions>,
    offers: Vec<Offer>,
    /// How many times have no date.
    undated: usize,
}

/// One decision: a name with all its places, or a single time, figure or sentence.
#[derive(Clone, Debug)]
struct Offer {
    rank: Rank,
    /// By their places in [`Suggestions::found`], in order; at least one.
    places: Vec<usize>,
}

/// Where a suggestion stands in the order: by its kind, of names those of known actors first, then by its first place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Rank {
    kind: usize,
    is_new: bool,
    byte: usize,
}

impl Rank {
    /// Before every suggestion of a kind.
    fn of_kind(kind: SuggestionKind) -> Self {
        Self { kind: number(kind), is_new: false, byte: 0 }
    }

    /// What it is one of.
    pub(super) fn kind(self) -> SuggestionKind {
        SuggestionKind::ALL[self.kind]
    }
}

fn number(kind: SuggestionKind) -> usize {
    SuggestionKind::ALL.iter().position(|other| *other == kind).unwrap_or(0)
}

/// A suggestion by its place and its words, to find it again.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct OfferId {
    pub(super) rank: Rank,
    words: String,
}

impl OfferId {
    /// The same after a change of the article.
    pub(super) fn moved(self, byte: impl Fn(usize) -> usize) -> Self {
        Self { rank: Rank { byte: byte(self.rank.byte), ..self.rank }, ..self }
    }
}

impl Offers {
    /// What is open in a dossier, without what was rejected for this run only. What was found before is taken from there, if the
    /// article is the same.
    pub(super) fn of(dossier: &Arc<Dossier>, rejected: &[Decision], before: Option<&Self>) -> Self {
        let found = Found::of(dossier, before.map(|before| &before.found));
        let open = Arc::new(found.open(rejected));
        Self::in_order(found, open)
    }

    /// The same dossier's, without what was rejected for this run only.
    pub(super) fn without(&self, rejected: &[Decision]) -> Self {
        Self::in_order(self.found.clone(), Arc::new(self.found.open(rejected)))
    }

    fn in_order(found_in: Found, open: Arc<Suggestions>) -> Self {
        let Suggestions { found, groups } = &*open;
        let mut of_group: Vec<Option<usize>> = vec![None; groups.len()];
        let mut offers: Vec<Offer> = Vec::new();
        let mut undated = 0;
        for (place, suggestion) in found.iter().enumerate() {
            let Suggestion { range, what, .. } = suggestion;
            let kind = what.kind();
            let rank = |is_new| Rank { kind: number(kind), is_new, byte: range.start };
            if let What::Name(group) = what {
                if let Some(offer) = of_group[*group] {
                    offers[offer].places.push(place);
                    continue;
                }
                of_group[*group] = Some(offers.len());
                offers.push(Offer { rank: rank(groups[*group].known.is_none()), places: vec![place] });
            } else if matches!(what, What::Time(time) if time.date.is_none()) {
                // Without a date there is no event.
                undated += 1;
            } else {
                offers.push(Offer { rank: rank(true), places: vec![place] });
            }
        }
        offers.sort_by_key(|offer| offer.rank);
        Self { found: found_in, open, offers, undated }
    }

    /// Whether they are of this very dossier.
    pub(super) fn is_of(&self, dossier: &Arc<Dossier>) -> bool {
        Arc::ptr_eq(self.found.dossier(), dossier)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.offers.is_empty()
    }

    pub(super) fn rank(&self, offer: usize) -> Rank {
        self.offers[offer].rank
    }

    pub(super) fn kind(&self, offer: usize) -> SuggestionKind {
        self.rank(offer).kind()
    }

    /// The suggestion at its first place.
    pub(super) fn first(&self, offer: usize) -> &Suggestion {
        &self.open.found[self.offers[offer].places[0]]
    }

    /// The names it stands for, if it is of names.
    pub(super) fn group(&self, offer: usize) -> Option<&NameGroup> {
        match self.first(offer).what {
            What::Name(group) => self.open.groups.get(group),
            _ => None,
        }
    }

    /// All its places in the article.
    pub(super) fn places(&self, offer: usize) -> Vec<Range<usize>> {
        self.offers[offer].places.iter().map(|place| self.open.found[*place].range.clone()).collect()
    }

    /// Its words as the reader sees them: of a name all its forms.
    pub(super) fn words(&self, offer: usize) -> Vec<String> {
        match self.group(offer) {
            Some(group) => group.forms.clone(),
            None => match &self.first(offer).what {
                What::Leftover(lines) => {
                    lines.iter().map(|line| visible(self.found.dossier(), line)).collect()
                }
                _ => vec![visible(self.found.dossier(), &self.first(offer).range)],
            },
        }
    }

    /// The decision on it.
    pub(super) fn decision(&self, offer: usize, is_accepted: bool) -> Decision {
        let words = self.words(offer).into_iter().map(String::into_boxed_str);
        Decision { of: self.kind(offer), words: words.collect(), is_accepted }
    }

    pub(super) fn id(&self, offer: usize) -> OfferId {
        OfferId { rank: self.rank(offer), words: self.words(offer).into_iter().next().unwrap_or_default() }
    }

    /// Where a suggestion stands now; none if it is no longer open.
    pub(super) fn find(&self, id: &OfferId) -> Option<usize> {
        let first = self.offers.partition_point(|offer| offer.rank < id.rank);
        let same = self.offers[first..].iter().take_while(|offer| offer.rank == id.rank).count();
        (first..first + same).find(|offer| self.id(*offer) == *id)
    }

    /// Those after a place in the order, then those before it, which were passed over.
    pub(super) fn around(&self, rank: Rank) -> impl Iterator<Item = usize> {
        let next = self.offers.partition_point(|offer| offer.rank <= rank);
        (next..self.offers.len()).chain(0..next)
    }

    /// The first of a kind.
    pub(super) fn first_of(&self, kind: SuggestionKind) -> Option<usize> {
        let first = self.offers.partition_point(|offer| offer.rank < Rank::of_kind(kind));
        (first < self.offers.len() && self.kind(first) == kind).then_some(first)
    }

    /// How many of its kind stand before it, and how many there are.
    pub(super) fn among_kind(&self, offer: usize) -> (usize, usize) {
        let kind = self.rank(offer).kind;
        let first = self.offers.partition_point(|other| other.rank.kind < kind);
        let end = self.offers.partition_point(|other| other.rank.kind <= kind);
        (offer - first, end - first)
    }

    /// How many times are open that have no date that would be certain: none of them is offered.
    pub(super) fn undated(&self) -> usize {
        self.undated
    }

    /// Whether something can be written of it as it stands: what has no unit is no row of a list.
    pub(super) fn can_be_accepted(&self, offer: usize) -> bool {
        !matches!(&self.first(offer).what, What::Figure(figure) if !figure.can_be_row())
    }

    pub(super) fn len(&self) -> usize {
        self.offers.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{
        Article, Block, BlockKind, Id, KnownActor, LanguageTag, LocalText, Parts, Qualifier, Suggested,
    };
    use crate::suggest::{Beside, Figure, Reason};

    const TEXT: &str = "Weber said Norsund has 30 ships. Anna Weber says no.";

    fn at(words: &str, what: What) -> Suggestion {
        let start = TEXT.find(words).expect("the words");
        Suggestion { range: start..start + words.len(), what, reason: Reason::Form }
    }

    fn group(forms: &[&str], known: Option<KnownActor>) -> NameGroup {
        let forms = forms.iter().map(|form| (*form).to_owned()).collect();
        NameGroup { forms, kind: None, known, reason: Reason::Form }
    }

    /// A dossier without suggestions of its own, with these.
    fn offers() -> Offers {
        let known = KnownActor {
            id: Id::new("norsund"),
            kind: "company".into(),
            name: LocalText::plain("Norsund"),
            aliases: vec!["Norsund".into()],
            from: "d".into(),
        };
        let figure = Figure {
            value: "30".to_owned(),
            unit: "ships".to_owned(),
            qualifier: Qualifier::Exact,
            beside: Beside::Nothing,
        };
        let second = TEXT.rfind("Anna").expect("the words");
        let second = Suggestion { range: second..second + 10, what: What::Name(0), reason: Reason::Form };
        let found = vec![
            at("Weber said Norsund has 30 ships.", What::Attributed(std::iter::once(6..10).collect())),
            at("Weber", What::Name(0)),
            at("Norsund", What::Name(1)),
            at("30 ships", What::Figure(figure)),
            second,
        ];
        let groups = vec![group(&["Anna Weber", "Weber"], None), group(&["Norsund"], Some(known))];
        let article = Article {
            text: TEXT.into(),
            blocks: vec![Block::new(BlockKind::Paragraph, TEXT, 0..TEXT.len())],
            ..Article::default()
        };
        let dossier = Arc::new(Dossier::assemble(Parts { article, ..Parts::default() }));
        let open = Arc::new(Suggestions { found, groups });
        Offers::in_order(Found::of(&dossier, None), open)
    }

    fn in_order(offers: &Offers) -> Vec<String> {
        (0..offers.len()).map(|offer| offers.words(offer).join("/")).collect()
    }

    #[test]
    fn names_of_known_actors_come_first_then_sentences_and_figures() {
        let offers = offers();
        let sentence = "Weber said Norsund has 30 ships.";
        assert_eq!(in_order(&offers), ["Norsund", "Anna Weber/Weber", sentence, "30 ships"]);
        assert_eq!(offers.places(1).len(), 2, "a name has all its places");
        assert_eq!(offers.among_kind(1), (1, 2));
        assert_eq!(offers.first_of(SuggestionKind::Attributed), Some(2));
        assert_eq!(offers.first_of(SuggestionKind::Time), None);
    }

    #[test]
    fn a_figure_without_a_unit_can_be_no_row() {
        let with_unit = offers();
        let figure = with_unit.first_of(SuggestionKind::Figure).expect("a figure");
        assert!(with_unit.can_be_accepted(figure));
        let mut open = (*with_unit.open).clone();
        for suggestion in &mut open.found {
            if let What::Figure(figure) = &mut suggestion.what {
                figure.unit.clear();
            }
        }
        let without = Offers { open: Arc::new(open), ..with_unit };
        assert!(!without.can_be_accepted(figure) && without.can_be_accepted(0));
    }

    #[test]
    fn what_was_rejected_is_left_out_and_the_rest_keeps_its_place() {
        let article = Article {
            text: TEXT.into(),
            blocks: vec![Block::new(BlockKind::Paragraph, TEXT, 0..TEXT.len())],
            language: LanguageTag::new("en"),
            ..Article::default()
        };
        let dossier = Arc::new(Dossier::assemble(Parts { article, ..Parts::default() }));
        let all = Offers::of(&dossier, &[], None);
        let weber = (0..all.len()).find(|offer| all.words(*offer).contains(&"Weber".to_owned()));
        let weber = weber.expect("a name");
        let left = all.without(&[all.decision(weber, false)]);
        assert_eq!((left.len(), left.find(&all.id(weber))), (all.len() - 1, None));
        for other in (0..all.len()).filter(|other| *other != weber) {
            let place = other - usize::from(other > weber);
            assert_eq!(left.find(&all.id(other)), Some(place));
        }
        let after: Vec<usize> = (weber..left.len()).chain(0..weber).collect();
        assert_eq!(left.around(all.rank(weber)).collect::<Vec<_>>(), after, "first what follows");
    }

    #[test]
    fn nothing_is_found_anew_in_the_same_article() {
        let with = |text: &str, suggested: Suggested| {
            let article = Article {
                text: text.into(),
                blocks: vec![Block::new(BlockKind::Paragraph, text, 0..text.len())],
                language: LanguageTag::new("en"),
                ..Article::default()
            };
            Arc::new(Dossier::assemble(Parts { article, suggested, ..Parts::default() }))
        };
        let first = Offers::of(&with(TEXT, Suggested::default()), &[], None);
        let decided = first.decision(0, false);
        let decided = Suggested { decisions: vec![decided], ..Suggested::default() };
        let next = Offers::of(&with(TEXT, decided.clone()), &[], Some(&first));
        assert!(next.found.is_shared_with(&first.found));
        assert_eq!(
            (next.len(), next.find(&first.id(0))),
            (first.len() - 1, None),
            "what is decided is not offered"
        );
        let other = Offers::of(&with("Norsund has 30 ships.", decided), &[], Some(&next));
        assert!(!other.found.is_shared_with(&next.found), "another article is read");
    }
}
