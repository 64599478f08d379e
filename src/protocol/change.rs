//! A dossier read again: what of the old state is where in the new one.

use std::ops::Range;

use crate::dossier::{ArticleLink, Dossier, Kind, Ref};
use crate::protocol::context::Context;
use crate::text::relocate::TextChange;

/// From one state of a dossier to the next.
#[derive(Clone, Copy, Debug)]
pub struct Change<'d> {
    /// The dossier as it was.
    pub before: &'d Dossier,
    /// The dossier as it is now.
    pub after: &'d Dossier,
    text: TextChange<'d>,
}

/// What names something of the dossier and has to find it again after a change.
pub trait Rebase {
    /// Finds what it names in the dossier's new state; `context` already has that state. What is gone is dropped, all
    /// else stays where it is on the screen.
    fn rebase(&mut self, change: &Change, context: &Context);
}

impl<'d> Change<'d> {
    /// From one state to the next.
    pub fn new(before: &'d Dossier, after: &'d Dossier) -> Self {
        Self { before, after, text: TextChange::new(&before.article.text, &after.article.text) }
    }

    /// What a thing is called now; none if it is gone.
    pub fn thing(&self, item: &Ref) -> Option<Ref> {
        if item.kind != Kind::Link {
            return Some(item.clone()).filter(|item| self.after.contains(item));
        }
        // The number of a link is its own only while the article stays as it is; its words tell which it is now.
        let words = self.words(&self.before.article.link(&item.id)?.range)?;
        self.after.article.links.iter().find(|link| link.range == words).map(ArticleLink::to_ref)
    }

    /// Where exactly these words of the article are now; none if they are gone.
    pub fn words(&self, words: &Range<usize>) -> Option<Range<usize>> {
        self.text.words(words)
    }

    /// Where what begins at this byte of the article begins now; if it is gone, what took its place.
    pub fn byte(&self, byte: usize) -> usize {
        self.text.byte(byte)
    }

    /// Where the current passage of a selection is now; none if it is gone. One that was a passage of the thing `was`,
    /// which is now called `is`, has to be one still.
    pub fn passage(
        &self,
        passage: &Range<usize>,
        was: Option<&Ref>,
        is: Option<&Ref>,
    ) -> Option<Range<usize>> {
        let words = self.words(passage)?;
        let has = |dossier: &Dossier, item: Option<&Ref>, passage: &Range<usize>| {
            item.is_some_and(|item| dossier.lit(item).passages.iter().any(|lit| lit.range == *passage))
        };
        (has(self.after, is, &words) || !has(self.before, was, passage)).then_some(words)
    }
}
