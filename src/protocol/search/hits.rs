//! Places in the article, in order, although those before where the reader was are found last.

use std::ops::Range;

/// Passages that share no words, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hits {
    behind: Vec<Range<usize>>,
    ahead: Vec<Range<usize>>,
}

impl Hits {
    /// Adds one after all others.
    pub(super) fn push_ahead(&mut self, hit: Range<usize>) {
        self.ahead.push(hit);
    }

    /// Adds one after those behind and before those ahead. Of those ahead, none keeps words of it.
    pub(super) fn push_behind(&mut self, hit: Range<usize>) {
        while self.ahead.first().is_some_and(|first| first.start < hit.end) {
            self.ahead.remove(0);
        }
        self.behind.push(hit);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.behind.len() + self.ahead.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at this place of the order.
    pub fn get(&self, place: usize) -> Option<&Range<usize>> {
        match place.checked_sub(self.behind.len()) {
            None => self.behind.get(place),
            Some(place) => self.ahead.get(place),
        }
    }

    /// The place of the first that begins at this byte or after it; the number of all if there is none.
    pub fn index_from(&self, byte: usize) -> usize {
        let before = |hits: &[Range<usize>]| hits.partition_point(|hit| hit.start < byte);
        before(&self.behind) + before(&self.ahead)
    }

    /// The place of this one.
    pub fn index_of(&self, hit: &Range<usize>) -> Option<usize> {
        let place = self.index_from(hit.start);
        (self.get(place) == Some(hit)).then_some(place)
    }

    /// Those that have words in this stretch, in order.
    pub fn within(&self, stretch: Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let ends = |hits: &[Range<usize>]| hits.partition_point(|hit| hit.end <= stretch.start);
        let first = ends(&self.behind) + ends(&self.ahead);
        (first..self.len()).map_while(|place| self.get(place)).take_while(move |hit| hit.start < stretch.end)
    }
}
