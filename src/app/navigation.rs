//! From the selection to the words and sources that support it, from claim to claim and from passage to passage.

use std::ops::Range;

use super::App;
use crate::card;
use crate::dossier::{Kind, Ref};
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::names;

impl App {
    pub(super) fn go_to_words(&mut self) {
        let Some(selection) = self.selected_or_pointed_at() else {
            self.notice = Some(self.context.nothing_selected());
            return;
        };
        match self.context.lit().passages.first().map(|passage| passage.range.clone()) {
            Some(passage) => {
                self.leave_by_jump();
                self.set_passage(passage);
                self.context.focus = Focus::Panel(Panel::Article);
            }
            None => match self.context.lit().located.first().cloned() {
                Some(located) => {
                    self.leave_by_jump();
                    self.go_to_located(located);
                }
                None => self.notice = Some(self.no_words(&selection)),
            },
        }
    }

    /// Goes to words that stand where the selection's were, and says that they are no evidence.
    pub(super) fn go_to_located(&mut self, passage: Range<usize>) {
        self.notice = Some(self.context.language.strings().located.to_owned());
        self.set_passage(passage);
        self.context.focus = Focus::Panel(Panel::Article);
    }

    /// Why there are no words to go to: the evidence is broken, or the article does not say this; then also who does.
    fn no_words(&self, of: &Ref) -> String {
        let context = &self.context;
        let strings = context.strings();
        if context.broken.contains(of) {
            return context.with_keys(strings.broken, &[Action::Problems]);
        }
        let mut sources = self.context.dossier.linked_of(of, Kind::Source);
        match sources.next() {
            Some(first) => {
                let more = sources.count();
                let first = names::name(context, first);
                let more = if more > 0 { format!(" + {more}") } else { String::new() };
                format!("{} {}: {first}{more}", strings.no_words, names::capitalized(strings.source.one))
            }
            None => strings.no_words.to_owned(),
        }
    }

    pub(super) fn open_sources(&mut self) {
        let strings = self.context.language.strings();
        match self.selected_or_pointed_at() {
            None => self.notice = Some(self.context.nothing_selected()),
            Some(selection) => {
                // The sources of a series are those of its figures.
                let kind = if selection.kind == Kind::Series { Kind::Observation } else { Kind::Source };
                if selection.kind == Kind::Source {
                    self.notice = Some(strings.is_source.to_owned());
                } else if self.context.dossier.linked_of(&selection, kind).next().is_none() {
                    self.notice = Some(strings.no_sources.to_owned());
                } else {
                    self.leave_by_jump();
                    self.open(card::CardPlace::at_sources(selection));
                }
            }
        }
    }

    pub(super) fn go_to_claim(&mut self, forward: bool) {
        let strings = self.context.language.strings();
        match self.panels.claims.next(&self.context, forward, self.panels.article.top_byte()) {
            Some(name) => {
                self.leave_by_jump();
                let before = self.focus_before_preview();
                self.select(name.clone());
                self.preview(name, before);
                if let Some(passage) = self.context.lit().passages.first() {
                    let passage = passage.range.clone();
                    self.set_passage(passage);
                }
            }
            None if !self.context.dossier.has_claims() => {
                self.notice =
                    Some(self.context.with_keys(strings.no_claims, &[Action::Suggest, Action::Mark]));
            }
            None if forward => self.notice = Some(strings.no_next_claim.to_owned()),
            None => self.notice = Some(strings.no_previous_claim.to_owned()),
        }
    }

    /// The selection's next passage, and after the last the first again.
    pub(super) fn go_to_passage(&mut self, forward: bool) {
        let strings = self.context.language.strings();
        let Some(selection) = self.selected_or_pointed_at() else {
            self.notice = Some(self.context.nothing_selected());
            return;
        };
        let passages = &self.context.lit().passages;
        let count = passages.len();
        if count == 0 {
            match self.context.lit().located.first().cloned() {
                Some(located) => self.go_to_located(located),
                None => self.notice = Some(self.no_words(&selection)),
            }
            return;
        }
        let here = self.context.passage();
        let place = here.and_then(|here| passages.iter().position(|passage| passage.range == *here));
        let next = match (place, forward) {
            (Some(place), true) => (place + 1) % count,
            (Some(place), false) => (place + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        let passage = passages[next].range.clone();
        let word = names::capitalized(strings.passage.one);
        self.notice = Some(format!("{word} {}/{count}", next + 1));
        self.set_passage(passage);
    }
}
