//! What was found as rows: each group under its name. Only counted, never listed, for there may be thousands.

use super::SearchItem;
use crate::dossier::Kind;
use crate::protocol::search::Search;
use crate::widgets::cursor::{Items, Measure};

/// The rows of all that was found.
pub(super) struct ResultRows<'a> {
    search: &'a Search,
    /// The groups that contain anything.
    groups: Vec<ResultGroup>,
}

/// What a group has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum GroupKind {
    /// Places in the article.
    Article,
    /// Places in its translation.
    Translation,
    /// Things of a kind.
    Things(Kind),
}

/// A group of rows under a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ResultGroup {
    /// What it has.
    pub(super) kind: GroupKind,
    /// Its number among all kinds.
    number: usize,
    /// The row of its name.
    pub(super) row: usize,
    /// How many it contains.
    pub(super) count: usize,
}

/// The content of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ResultRow {
    /// The name of a group.
    Name(ResultGroup),
    /// Something that was found.
    Item(SearchItem),
}

impl<'a> ResultRows<'a> {
    pub(super) fn of(search: &'a Search) -> Self {
        let words = [
            (GroupKind::Article, 0, search.hits().len()),
            (GroupKind::Translation, 0, search.translated().len()),
        ];
        let things = search.things().enumerate();
        let things = things.map(|(number, (kind, things))| (GroupKind::Things(kind), number, things.len()));
        let mut groups: Vec<ResultGroup> = Vec::new();
        for (kind, number, count) in words.into_iter().chain(things).filter(|(.., count)| *count > 0) {
            let row = groups.last().map_or(0, |last| last.row + 1 + last.count);
            groups.push(ResultGroup { kind, number, row, count });
        }
        Self { search, groups }
    }

    pub(super) fn groups(&self) -> &[ResultGroup] {
        &self.groups
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.groups.last().map_or(0, |last| last.row + 1 + last.count)
    }

    /// How many of them can be chosen.
    pub(super) fn items(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// The row of the item at this place among all that can be chosen.
    pub(super) fn row_of(&self, place: usize) -> usize {
        let mut before = 0;
        for (number, group) in self.groups.iter().enumerate() {
            if place < before + group.count {
                return place + number + 1;
            }
            before += group.count;
        }
        self.len()
    }

    /// The items, each with the name of its group if that is right above it. In a window of a single row the names
    /// are left out.
    pub(super) fn in_window(&self, rows: u16) -> Items<impl FnMut(usize) -> u16 + '_> {
        let rows = rows.max(1);
        let height = move |place| 1 + u16::from(rows > 1 && self.heads(self.row_of(place)));
        Items { count: self.items(), rows, measure: Measure::default(), height }
    }

    /// The first row in a window of this height that has this place at its top.
    pub(super) fn first_row(&self, top: usize, rows: u16) -> usize {
        let row = self.row_of(top);
        row - usize::from(rows > 1 && self.heads(row))
    }

    /// Whether the name of its group is right above this row.
    fn heads(&self, row: usize) -> bool {
        self.groups.iter().any(|group| group.row + 1 == row)
    }

    /// The content of this row.
    pub(super) fn row(&self, row: usize) -> Option<ResultRow> {
        let group = *self.groups.iter().rev().find(|group| group.row <= row)?;
        match (row - group.row).checked_sub(1) {
            None => Some(ResultRow::Name(group)),
            Some(place) => self.within(group, place).map(ResultRow::Item),
        }
    }

    fn within(&self, group: ResultGroup, place: usize) -> Option<SearchItem> {
        match group.kind {
            GroupKind::Article => self.search.hits().get(place).cloned().map(SearchItem::Hit),
            GroupKind::Translation => {
                self.search.translated().get(place).cloned().map(SearchItem::Translated)
            }
            GroupKind::Things(_) => (place < group.count).then_some(SearchItem::Thing(group.number, place)),
        }
    }

    /// The item at this place among all that can be chosen.
    pub(super) fn item(&self, place: usize) -> Option<SearchItem> {
        match self.row(self.row_of(place))? {
            ResultRow::Item(at) => Some(at),
            ResultRow::Name(_) => None,
        }
    }

    /// The place of this among all that can be chosen.
    pub(super) fn place(&self, at: &SearchItem) -> Option<usize> {
        let mut before = 0;
        for group in &self.groups {
            let within = match (at, group.kind) {
                (SearchItem::Hit(hit), GroupKind::Article) => self.search.hits().index_of(hit),
                (SearchItem::Translated(hit), GroupKind::Translation) => {
                    self.search.translated().index_of(hit)
                }
                (SearchItem::Thing(number, place), GroupKind::Things(_)) if *number == group.number => {
                    Some(*place)
                }
                _ => None,
            };
            if let Some(within) = within {
                return Some(before + within);
            }
            before += group.count;
        }
        None
    }

    /// The place of the first of the next or the previous group, and round.
    pub(super) fn other_group(&self, place: usize, forward: bool) -> usize {
        let row = self.row_of(place);
        let here = self.groups.iter().rposition(|group| group.row < row).unwrap_or(0);
        let steps = if forward { 1 } else { self.groups.len().saturating_sub(1) };
        let other = (here + steps) % self.groups.len().max(1);
        self.groups[..other].iter().map(|group| group.count).sum()
    }
}
