//! The words that a form is about, found again wherever the article is another now.

use std::ops::Range;

use crate::text::relocate::Quoted;

/// Words of the article as they were when they were marked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// Where they stand; none since they are gone.
    pub(super) range: Option<Range<usize>>,
    quoted: Quoted,
    /// All of them.
    pub(super) text: String,
}

impl Marked {
    pub(super) fn new(text: &str, range: Range<usize>) -> Self {
        let quoted = Quoted::of(text, &range);
        Self { text: text[range.clone()].to_owned(), range: Some(range), quoted }
    }

    /// Finds the words again, if all of them are still there.
    pub(super) fn find(&mut self, text: &str) {
        let found = self.quoted.find(text).filter(|found| text.get(found.clone()) == Some(&*self.text));
        if let Some(found) = &found {
            self.quoted = Quoted::of(text, found);
        }
        self.range = found;
    }
}
