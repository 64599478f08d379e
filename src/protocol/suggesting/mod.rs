//! Suggestions as they are offered: the words that one is about, and what keys do with it.

mod keys;

use std::ops::Range;

pub use keys::{KEYS, KeyRow, SuggestKey, letters};

/// The words of the article that the current suggestion is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SuggestedWords {
    places: Vec<Range<usize>>,
    at: usize,
    /// The bytes of the longest of them.
    longest: usize,
}

impl SuggestedWords {
    /// These places, in order, by bytes of the article's text, of which the one of this number is looked at. Of a time, a figure
    /// or a sentence there is one.
    pub fn new(places: Vec<Range<usize>>, at: usize) -> Self {
        let longest = places.iter().map(Range::len).max().unwrap_or(0);
        Self { places, at, longest }
    }

    /// The place that is looked at.
    pub fn current(&self) -> Option<&Range<usize>> {
        self.places.get(self.at)
    }

    /// The places that have words of a line, and whether each is the one that is looked at.
    pub fn in_line<'s>(&'s self, line: &Range<usize>) -> impl Iterator<Item = (&'s Range<usize>, bool)> {
        let Range { start, end: line_end } = *line;
        let end = self.places.partition_point(|place| place.start < line_end);
        let reach = start.saturating_sub(self.longest);
        let near = self.places[..end].iter().enumerate().rev();
        let near = near.take_while(move |(_, place)| place.start >= reach);
        let found = near.filter(move |(_, place)| start < place.end);
        found.map(|(number, place)| (place, number == self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_places_that_reach_into_it() {
        let words = SuggestedWords::new(vec![2..9, 12..14, 20..30, 31..33], 2);
        let in_line = |line: Range<usize>| -> Vec<(usize, bool)> {
            words.in_line(&line).map(|(place, is_current)| (place.start, is_current)).collect()
        };
        assert_eq!(in_line(0..10), [(2, false)]);
        assert_eq!(in_line(8..25), [(20, true), (12, false), (2, false)]);
        assert_eq!(in_line(25..32), [(31, false), (20, true)]);
        assert_eq!(in_line(14..20), []);
    }
}
