//! Where the author marked last: there marking begins anew, unless the reader has gone elsewhere since.

use std::ops::Range;

use crate::app::App;
use crate::app::navigator::ScrollTarget;
use crate::dossier::Ref;
use crate::protocol::change::Change;
use crate::protocol::mark::{End, Step, Stepped, TextMark};

/// The mark that was left, and where the reader was then.
#[derive(Clone, Debug)]
pub(super) struct LastMark {
    mark: TextMark,
    at: Reader,
}

/// What keys are about: another of these, and the reader has gone elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Reader {
    selection: Option<Ref>,
    passage: Option<Range<usize>>,
    hit: Option<Range<usize>>,
}

impl App {
    fn reader(&self) -> Reader {
        let context = &self.context;
        Reader {
            selection: context.selection().cloned(),
            passage: context.passage().cloned(),
            hit: context.hit().cloned(),
        }
    }

    /// Remembers the mark that is left now.
    pub(super) fn remember_mark(&mut self) {
        if let Some(mark) = self.context.mark.clone() {
            self.marking.last = Some(LastMark { mark, at: self.reader() });
        }
    }

    /// A search has led the reader to words: there marking begins, also if they are the same as before.
    pub(in crate::app) fn on_found(&mut self) {
        self.marking.last = None;
        self.marking.found_with = self.context.selection().cloned();
    }

    /// Whether the reader has done nothing since the last mark was left that leads elsewhere.
    pub(in crate::app) fn is_at_last_mark(&self) -> bool {
        self.marking.last.as_ref().is_some_and(|last| last.at == self.reader())
    }

    /// Whether the reader is there still and sees words of it.
    pub(in crate::app) fn sees_last_mark(&self) -> bool {
        let last = self.marking.last.as_ref().filter(|_| self.is_at_last_mark());
        last.is_some_and(|last| self.panels.article.shows(last.mark.range()))
    }

    /// What the program itself selects at the last mark leads nobody elsewhere.
    fn stay_at_last_mark(&mut self) {
        let at = self.reader();
        if let Some(last) = &mut self.marking.last {
            last.at = at;
        }
    }

    /// Finds the last mark again after a reload.
    pub(super) fn rebase_last_mark(&mut self, change: &Change, is_there: bool) {
        let Some(last) = self.marking.last.take() else { return };
        let words = change.words(last.mark.range());
        let found = words.and_then(|words| last.mark.moved_to(&change.after.article, words));
        if let Some(mark) = found.filter(|_| is_there) {
            self.marking.last = Some(LastMark { mark, at: self.reader() });
        }
    }

    /// The whole sentence of the last mark, or all that it was in, if that is in sight and the reader has not gone elsewhere.
    pub(super) fn mark_again(&self) -> Option<TextMark> {
        let last = self.marking.last.as_ref().filter(|_| self.is_at_last_mark())?;
        let article = &self.context.dossier.article;
        let step = |mark: TextMark, step| match mark.step(article, step) {
            Stepped::Mark(mark) | Stepped::Cut(mark) => mark,
            Stepped::Not(_) => mark,
        };
        let mark = step(last.mark.clone(), Step::Sentences);
        // As in any mark that was just begun, keys move its end.
        let mark = if mark.active() == End::Start { step(mark, Step::OtherEnd) } else { mark };
        let panel = &self.panels.article;
        let is_longer = |shown: Range<usize>| mark.range().len() > shown.len();
        let is_in_sight = panel.shows_whole(mark.range())
            || panel.shows(mark.range()) && panel.shown().is_some_and(is_longer);
        is_in_sight.then_some(mark)
    }

    /// Makes the passage of the selection that stands at the last mark the current one, and scrolls no further than it takes to
    /// see the mark.
    pub(in crate::app) fn show_last_mark(&mut self) {
        let Some(words) = self.marking.last.as_ref().map(|last| last.mark.range().clone()) else { return };
        let passages = self.context.lit().passages.iter().map(|passage| &passage.range);
        let mut here = passages.filter(|passage| passage.start < words.end && words.start < passage.end);
        let exact = here.clone().find(|passage| **passage == words);
        match exact.or_else(|| here.next()).cloned() {
            Some(passage) => self.set_passage(passage),
            None => self.navigator.scroll = Some(ScrollTarget::IfHidden(words)),
        }
        self.stay_at_last_mark();
    }
}
