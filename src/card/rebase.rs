//! A card after a reload: its content may have changed; the reader's place on it should not.

use ratatui::layout::{Position, Rect};

use super::State;
use super::content::{CardEntry, LinkTarget};
use super::draw::text_width;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;

impl Rebase for State {
    /// The card of the same thing. If it says the same, nothing moves; else cursor and window stay on their entries. The card
    /// of a thing that is gone stays as it is; the app closes it.
    fn rebase(&mut self, change: &Change, context: &Context) {
        let Some(item) = change.thing(&self.at.of) else { return };
        self.at.of = item;
        let Some((size, _)) = self.laid_out else { return };
        let mut old = self.clone();
        for entry in &mut old.entries {
            if let Some(LinkTarget::Words(range)) = &mut entry.target
                && let Some(now) = change.words(range)
            {
                *range = now;
            }
        }
        self.lay_out(context, text_width(Rect::from((Position::ORIGIN, size))));
        if self.entries == old.entries {
            self.pages = old.pages;
            return;
        }
        // The entry that leads to the same or says the same; of several the nearest.
        let line = |place: usize| {
            let entry = old.entries.get(place)?;
            let is_it = |other: &CardEntry| match &entry.target {
                Some(_) => other.target == entry.target,
                None => other.text == entry.text,
            };
            let places = (0..self.entries.len()).filter(|other| is_it(&self.entries[*other]));
            places.min_by_key(|other| other.abs_diff(place))
        };
        let link = old.links.get(old.at.link).and_then(|link| line(link.entry));
        let link = link.and_then(|entry| self.links.iter().position(|link| link.entry == entry));
        let top = old.rows.get(old.at.top).and_then(|row| {
            let first = old.rows.iter().position(|other| other.entry == row.entry)?;
            let entry = line(row.entry)?;
            Some(self.rows.iter().position(|row| row.entry == entry)? + old.at.top - first)
        });
        self.at.link = link.unwrap_or(old.at.link).min(self.links.len().saturating_sub(1));
        self.at.top = top.unwrap_or(old.at.top).min(self.lowest_top(usize::from(size.height)));
    }
}
