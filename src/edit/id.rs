//! Ids for what an author writes in the program: made of its words, so that they can be read, and not used yet.

use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::TableKind;
use crate::load::words_of_id;

/// The most characters of an id; a longer one is cut after a word. A number may still come after them.
const LONGEST: usize = 40;

/// An id for a new thing of this kind: the words of the text, or `claim-7` where nothing of them can stand in an id. None of its
/// kind has it, in whichever file.
pub fn id(dossier: &Dossier, kind: TableKind, text: &str) -> Id {
    NewIds::of(dossier).next(kind, text)
}

/// The ids of several new things, of which none may have that of another.
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
        let words = shortened(&words_of_id(&text_of_id(text)));
        let own = if Id::is_well_formed(&words) { words } else { String::new() };
        let is_free = |id: &String| !self.is_taken(kind, id);
        let first = Some(own.clone()).filter(|own| !own.is_empty()).filter(is_free);
        let id = first.unwrap_or_else(|| {
            let (stem, count) = if own.is_empty() { (kind.word(), self.count(kind) + 1) } else { (&*own, 2) };
            let mut numbered = (count..).map(|number| format!("{stem}-{number}"));
            numbered.find(is_free).unwrap_or_default()
        });
        let id = Id::new(&id);
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
        TableKind::Stop => None,
    }
}

/// The text without what parts no words to a reader: soft hyphens and the like, and apostrophes inside of words.
fn text_of_id(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect()
}

/// The first words that are not too long; the first letters where even one word is.
fn shortened(words: &str) -> String {
    if words.len() <= LONGEST {
        return words.to_owned();
    }
    let (head, rest) = words.split_at(LONGEST);
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
            ("Den Anfang machten in diesem Frühjahr die Ostlinie", "den-anfang-machten-in-diesem-fruehjahr"),
            ("Donaudampfschifffahrtsgesellschaftskapitänswitwe", "donaudampfschifffahrtsgesellschaftskapit"),
            ("中国", "claim-26"),
            (" … ", "claim-26"),
            ("names", "names-2"),
        ] {
            let count = dossier.claims.len() + 1;
            let expected = expected.replace("26", &count.to_string());
            assert_eq!(id(&dossier, TableKind::Claim, text).as_str(), expected, "{text}");
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
            let id = id(&dossier, kind, &text);
            prop_assert!(Id::is_well_formed(id.as_str()), "{}", id);
            prop_assert!(id.as_str().len() <= LONGEST);
        }
    }
}
