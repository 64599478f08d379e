//! Ids for what an author writes in the program: made of its words, so that they can be read, and not used yet.

use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::TableKind;
use crate::load::words_of_id;
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

/// The most characters of an id; a longer one is cut after a word. A number may still come after them.
const LONGEST: usize = 32;
/// The most words that say something.
const MOST_WORDS: usize = 5;

/// The ids of new things: the words of a text, or `claim-7` where nothing of them can stand in an id. None of its kind has it, in
/// whichever file, and none of the new ones that of another.
pub(crate) struct NewIds<'d> {
    dossier: &'d Dossier,
    given: Vec<(TableKind, Id)>,
}

impl<'d> NewIds<'d> {
    /// For things that are to be added to this dossier.
    pub(crate) fn of(dossier: &'d Dossier) -> Self {
        Self { dossier, given: Vec::new() }
    }

    /// The id of the next new thing.
    pub(crate) fn next(&mut self, kind: TableKind, text: &str) -> Id {
        let words = words_for(&text_of_id(text));
        let own = if Id::is_well_formed(&words) { words } else { String::new() };
        let is_free = |id: &String| !self.is_taken(kind, id);
        let first = Some(own.clone()).filter(|own| !own.is_empty()).filter(is_free);
        let id = first.unwrap_or_else(|| {
            let (stem, count) = if own.is_empty() { (kind.word(), self.count(kind) + 1) } else { (&*own, 2) };
            let mut numbered = (count..).map(|number| format!("{stem}-{number}"));
            numbered.find(is_free).unwrap_or_default()
        });
        self.give(kind, &id)
    }

    /// The id that a thing has elsewhere, with a number where another has it here.
    pub(crate) fn kept(&mut self, kind: TableKind, id: &Id) -> Id {
        let numbered = (2_u64..).map(|number| format!("{id}-{number}"));
        let mut all = std::iter::once(id.as_str().to_owned()).chain(numbered);
        let free = all.find(|id| !self.is_taken(kind, id)).unwrap_or_default();
        self.give(kind, &free)
    }

    fn give(&mut self, kind: TableKind, id: &str) -> Id {
        let id = Id::new(id);
        self.given.push((kind, id.clone()));
        id
    }

    fn is_taken(&self, kind: TableKind, id: &str) -> bool {
        let of_kind = thing(kind).is_some_and(|kind| self.dossier.contains(&Ref::new(kind, &Id::new(id))));
        of_kind || self.given.iter().any(|(other, given)| *other == kind && given.as_str() == id)
    }

    /// How many things of this kind there are.
    fn count(&self, kind: TableKind) -> usize {
        let given = self.given.iter().filter(|(other, _)| *other == kind).count();
        given + thing(kind).map_or(0, |kind| self.dossier.all_of(kind).count())
    }
}

/// What the tables of this kind make; none where that is a stop, which has no id.
pub(crate) fn thing(kind: TableKind) -> Option<Kind> {
    match kind {
        TableKind::Source => Some(Kind::Source),
        TableKind::Actor => Some(Kind::Actor),
        TableKind::Claim => Some(Kind::Claim),
        TableKind::Gap => Some(Kind::Gap),
        TableKind::Event => Some(Kind::Event),
        TableKind::Series => Some(Kind::Series),
        TableKind::Stop => None,
    }
}

/// The text without what parts no words to a reader: soft hyphens and the like, and apostrophes inside of words.
fn text_of_id(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect()
}

/// The first words that are not too long, without an article before them, and where they are cut without a small word at their
/// end, which would promise more. The first letters where even one word is too long.
fn words_for(text: &str) -> String {
    let is_small = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        is_function_word(&word, &CueLanguage::ALL)
    };
    let all: Vec<(String, bool)> = text
        .split_whitespace()
        .map(|word| (words_of_id(word), is_small(word)))
        .filter(|(own, _)| !own.is_empty())
        .collect();
    let articles = all.iter().take_while(|(own, _)| ARTICLES.contains(&own.as_str())).count();
    // "The Who" is a name for all that.
    let from = if all[articles..].iter().all(|(_, is_small)| *is_small) { 0 } else { articles };
    let (mut taken, mut length, mut telling) = (0, 0, 0);
    for (own, is_small) in &all[from..] {
        length += own.len() + usize::from(taken > 0);
        telling += usize::from(!is_small);
        if length > LONGEST || telling > MOST_WORDS {
            break;
        }
        taken += 1;
    }
    let mut kept = &all[from..from + taken];
    if from + taken < all.len() {
        while let [rest @ .., (_, true)] = kept
            && !rest.is_empty()
        {
            kept = rest;
        }
    }
    if kept.is_empty() {
        return all.get(from).map(|(own, _)| first_letters(own)).unwrap_or_default();
    }
    kept.iter().map(|(own, _)| own.as_str()).collect::<Vec<_>>().join("-")
}

/// What stands before a noun and says nothing of it.
const ARTICLES: [&str; 14] =
    ["the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"];

/// As much of a long word as fits; of several that hyphens join whole ones.
fn first_letters(word: &str) -> String {
    if word.len() <= LONGEST {
        return word.to_owned();
    }
    let (head, rest) = word.split_at(LONGEST);
    let whole =
        if rest.starts_with('-') { Some(head) } else { head.rsplit_once('-').map(|(whole, _)| whole) };
    whole.unwrap_or(head).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{fixture, load};
    use proptest::prelude::*;

    #[test]
    fn an_id_is_made_of_words() {
        let dossier = load(&fixture()).expect("it opens").dossier;
        for (text, expected) in [
            ("Weißes Haus", "weisses-haus"),
            ("Łódź, Tromsø & São Paulo", "lodz-tromso-sao-paulo"),
            ("Nvidia’s “plan”", "nvidias-plan"),
            ("Öl\u{ad}preis fällt", "oelpreis-faellt"),
            ("Den Anfang machten in diesem Frühjahr die Ostlinie", "anfang-machten"),
            ("Der Kran soll nach Angaben der Werft stehen", "kran-soll-nach-angaben-der-werft"),
            ("Der Speicher soll nach Angaben der Gesellschaft stehen", "speicher-soll-nach-angaben"),
            ("The council voted to back a second cable", "council-voted-to-back-a-second"),
            ("Die Zeit", "zeit"),
            ("The Who", "the-who"),
            ("Es war so", "es-war-so"),
            ("a b c d e f g", "b-c-d-e-f"),
            ("Donaudampfschifffahrtsgesellschaftskapitänswitwe", "donaudampfschifffahrtsgesellscha"),
            ("中国", "claim-26"),
            (" … ", "claim-26"),
            ("names", "names-2"),
        ] {
            let count = dossier.claims.len() + 1;
            let expected = expected.replace("26", &count.to_string());
            assert_eq!(NewIds::of(&dossier).next(TableKind::Claim, text).as_str(), expected, "{text}");
        }
    }

    #[test]
    fn none_is_given_twice() {
        let dossier = load(&fixture()).expect("it opens").dossier;
        let mut ids = NewIds::of(&dossier);
        let given: Vec<String> =
            (0..3).map(|_| ids.next(TableKind::Source, "Echo").as_str().to_owned()).collect();
        assert_eq!(given, ["echo", "echo-2", "echo-3"]);
        assert_eq!(ids.next(TableKind::Actor, "Echo").as_str(), "echo", "a source is no actor");
    }

    proptest! {
        #[test]
        fn an_id_is_well_formed_and_new(text in "\\PC{0,80}", kind in prop::sample::select(TableKind::ALL.to_vec())) {
            let dossier = Dossier::assemble(crate::dossier::Parts::default());
            let id = NewIds::of(&dossier).next(kind, &text);
            prop_assert!(Id::is_well_formed(id.as_str()), "{}", id);
            prop_assert!(id.as_str().len() <= LONGEST);
        }
    }
}
