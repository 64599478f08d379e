//! Words that a title or a row is to have, each from the beginning of one of its words on.

use std::ops::Range;

use crate::text::find::{Finder, Scan, Step};
use crate::text::scripts::is_unspaced;

/// The words that are typed, in any order; none, and every title has them.
#[derive(Debug, Default)]
pub(crate) struct Words(Vec<Finder>);

impl Words {
    pub(crate) fn new(typed: &str) -> Self {
        Self(typed.split_whitespace().filter_map(Finder::new).collect())
    }

    /// Where a title has all of these words; none if it lacks one.
    pub(crate) fn marks(&self, title: &str) -> Option<Vec<Range<usize>>> {
        self.0.iter().map(|finder| at_beginning(finder, title)).collect()
    }
}

/// The first place where a word of the title begins like that.
fn at_beginning(finder: &Finder, title: &str) -> Option<Range<usize>> {
    let mut scan = Scan::of(0..title.len());
    let mut work = usize::MAX;
    while let Step::Hit(hit) = finder.next(title, &mut scan, &mut work) {
        let before = title[..hit.start].chars().next_back();
        let first = title[hit.clone()].chars().next();
        // Where words have no blanks between them, any letter may begin one.
        if before.is_none_or(|c| !c.is_alphanumeric()) || first.is_some_and(is_unspaced) {
            return Some(hit);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'t>(typed: &str, title: &'t str) -> Option<Vec<&'t str>> {
        let marks = Words::new(typed).marks(title)?;
        Some(marks.into_iter().map(|mark| &title[mark]).collect())
    }

    #[test]
    fn words_count_from_their_beginnings_in_any_order_and_case() {
        let title = "Der Schub in Südost-Asien: 231 auf 401";
        assert_eq!(marked("schub", title), Some(vec!["Schub"]));
        assert_eq!(marked("asi sue", title), Some(vec!["Asi", "Sü"]));
        assert_eq!(marked("401", title), Some(vec!["401"]));
        assert_eq!(marked("hub", title), None, "within a word");
        assert_eq!(marked("ost", title), None, "within a word");
        assert_eq!(marked("schub indien", title), None, "one is not there");
    }

    #[test]
    fn a_beginning_after_one_within_a_word_is_found() {
        assert_eq!(marked("re", "Fire and rest"), Some(vec!["re"]));
        let marks = Words::new("re").marks("Fire and rest").unwrap_or_default();
        assert_eq!(marks.first(), Some(&(9..11)), "not the one within the first word");
        assert_eq!(marked("国", "中国 租赁"), Some(vec!["国"]), "no blanks between words");
    }

    #[test]
    fn nothing_asks_for_nothing() {
        assert_eq!(marked("", "Title"), Some(vec![]));
        assert_eq!(marked("  ", "Title"), Some(vec![]));
    }
}
