//! The author's texts on things, for search and for the check of sizes. Names of other things are not among those of a
//! thing: the other things are found themselves.

use super::content::Words;
use super::{Dossier, Kind, LocalText, Ref};

impl Dossier {
    /// Everything to which an author gives an id, kind by kind, in the author's order.
    pub fn authored(&self) -> impl Iterator<Item = Ref> {
        Kind::ALL.into_iter().filter(|kind| kind.is_authored()).flat_map(|kind| self.all_of(kind))
    }

    /// Everything of a kind, in the author's order.
    pub fn all_of(&self, kind: Kind) -> impl Iterator<Item = Ref> {
        (0..).map_while(move |index| self.nth_of_kind(kind, index))
    }

    /// The texts of a thing that a screen must show, each with what it is called in reports; what the thing is called comes
    /// first. None of a figure or a link.
    pub fn texts_of(&self, item: &Ref) -> Vec<(&'static str, LocalText)> {
        let shown = self.content(item).texts.into_iter().filter(|text| text.is_shown);
        shown
            .map(|text| match text.words {
                Words::Name(words) | Words::Local(words) => (text.what, words.clone()),
                Words::Plain(words) => (text.what, LocalText::plain(words)),
            })
            .collect()
    }

    /// The texts of a thing in its author's words that may differ by language, each with what it is called in reports.
    pub(crate) fn own_texts_of(&self, item: &Ref) -> Vec<(&'static str, &LocalText)> {
        let texts = self.content(item).texts.into_iter();
        texts
            .filter_map(|text| match text.words {
                Words::Name(words) | Words::Local(words) => Some((text.what, words)),
                Words::Plain(_) => None,
            })
            .collect()
    }

    /// The texts of a thing that an author wrote, all of them: its name in every language first, then what is said of it in
    /// this language.
    pub fn searchable_texts(&self, item: &Ref, language: &str) -> Vec<&str> {
        let mut found = Vec::new();
        for text in self.content(item).texts {
            match text.words {
                Words::Name(words) => found.extend(words.texts()),
                Words::Local(words) => {
                    let shown = words.shown(language, &self.article.language);
                    found.extend(shown.map(|shown| shown.text));
                }
                Words::Plain(words) => found.push(words),
            }
        }
        found
    }
}
