//! Marking words of the article: where the mode begins and ends, and how its keys move the mark.

mod menu;
mod mouse;
mod place;
mod summary;

use std::ops::Range;

use super::App;
use super::navigator::ScrollTarget;
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::look::panel::{Focus, Panel};
use crate::panels::PanelState as _;
use crate::protocol::authoring::Intent;
use crate::protocol::change::Change;
use crate::protocol::effect::Effect;
use crate::protocol::mark::{MOST_CHARACTERS, MarkKey, Obstacle, Step, Stepped, TextMark};
use crate::protocol::request::Request;

use mouse::Pressed;
use place::LastMark;

/// What the mode remembers from one key to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Marking {
    /// The mark is a name or a word that was gone to, and neither end of it has been moved since.
    is_found: bool,
    /// Where the mouse button was pressed on words.
    pressed: Option<Pressed>,
    /// Where words were marked last.
    last: Option<LastMark>,
    /// What was selected when the search found what it stands at.
    found_with: Option<Ref>,
}

impl App {
    /// The marked words, by bytes of the article's text.
    pub fn mark(&self) -> Option<Range<usize>> {
        self.context.mark().map(|mark| mark.range().clone())
    }

    /// Whether keys go to the mark: words are marked, and nothing lies over the panels.
    pub(super) fn is_marking(&self) -> bool {
        self.context.mark.is_some() && !self.is_covered() && !self.is_tour_running()
    }

    /// Begins where words were marked last, else with the hit of the search, else with the sentence of the selection's passage
    /// that is in sight, else with the first whole sentence in sight.
    pub(super) fn begin_marking(&mut self) {
        self.end_suggesting();
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.leave_by_jump();
            self.show_panel(Panel::Article);
        }
        // What is in sight is known once it is laid out.
        self.layout();
        let hit = self.marked_hit();
        let again = self.mark_again();
        let is_found = again.is_none() && hit.is_some();
        match again.or(hit).or_else(|| self.first_mark()) {
            Some(mark) => {
                self.set_mark(mark);
                self.marking.is_found = is_found;
            }
            None => self.notice = Some(self.context.strings().marking.nothing.to_owned()),
        }
    }

    /// The words of the hit that the reader stands at: it is in sight, and nothing was selected since it was found.
    fn marked_hit(&self) -> Option<TextMark> {
        let is_there = self.context.selection() == self.marking.found_with.as_ref();
        let hit = self.current_hit().filter(|hit| is_there && self.panels.article.shows(hit))?;
        TextMark::of_words(&self.context.dossier.article, hit)
    }

    fn first_mark(&self) -> Option<TextMark> {
        let (context, panel) = (&self.context, &self.panels.article);
        let article = &context.dossier.article;
        let lit = context.lit().passages.iter().map(|passage| &passage.range);
        let mut passages = context.passage().into_iter().chain(lit).filter(|passage| panel.shows(passage));
        let of_passage = passages.find_map(|passage| {
            let mark = TextMark::sentence_at(article, passage.start)?;
            // In a heading there is nothing to mark.
            (mark.range().start < passage.end && passage.start < mark.range().end).then_some(mark)
        });
        of_passage.or_else(|| TextMark::first_in(article, &panel.shown()?))
    }

    /// Begins with words that were found.
    pub(super) fn mark_found(&mut self, mark: TextMark) {
        self.set_mark(mark);
        self.marking.is_found = true;
    }

    /// Marks these words, and brings them in sight.
    fn set_mark(&mut self, mark: TextMark) {
        self.context.mark = Some(mark);
        self.navigator.scroll = Some(ScrollTarget::Mark);
    }

    /// Ends the mode: words are read again.
    pub(super) fn end_marking(&mut self) {
        self.remember_mark();
        self.context.mark = None;
        (self.marking.is_found, self.marking.pressed) = (false, None);
        self.navigator.scroll.take_if(|scroll| *scroll == ScrollTarget::Mark);
    }

    /// Carries out a key of the mode. All keys belong to it, but those that leave the program, redraw it, and explain it.
    pub(super) fn press_in_marking(&mut self, key: Key) -> Vec<Effect> {
        if let Some(does) = MarkKey::of(key) {
            return self.act_in_marking(does);
        }
        match self.context.keymap.action(key) {
            Some(action @ (Action::Help | Action::Exit | Action::Suspend | Action::Redraw)) => {
                return self.act(action);
            }
            Some(Action::Mark | Action::Close) => self.end_marking(),
            _ => {
                let context = &self.context;
                let said = context.strings().marking.no_key.replacen("{}", &context.label(key), 1);
                self.notice = Some(context.with_keys(&said, &[Action::Close, Action::Help]));
            }
        }
        Vec::new()
    }

    /// Carries out what a key of the mode does.
    pub(super) fn act_in_marking(&mut self, does: MarkKey) -> Vec<Effect> {
        match does {
            MarkKey::Step(step) => self.step_mark(step),
            MarkKey::PageDown => self.mark_on_page(Action::PageDown),
            MarkKey::PageUp => self.mark_on_page(Action::PageUp),
            MarkKey::Menu => self.open_mark_menu(),
            MarkKey::Intend(intent) => return self.carry_out(Request::Intend(intent)),
            MarkKey::Leave => self.end_marking(),
        }
        Vec::new()
    }

    fn step_mark(&mut self, step: Step) {
        let Some(mark) = self.context.mark() else { return };
        let dossier = &self.context.dossier;
        let stepped = match step {
            Step::NextName | Step::PreviousName => mark.to_new_name(dossier, step == Step::NextName),
            _ => mark.step(&dossier.article, step),
        };
        if !matches!(stepped, Stepped::Not(_)) {
            self.marking.is_found = match step {
                Step::NextName | Step::PreviousName | Step::OneWord => true,
                Step::OtherEnd => self.marking.is_found,
                _ => false,
            };
        }
        self.take_stepped(stepped, Some(step));
    }

    /// Takes in what a step has made of the mark, or says why it made nothing.
    fn take_stepped(&mut self, stepped: Stepped, step: Option<Step>) {
        let strings = &self.context.strings().marking;
        match stepped {
            Stepped::Mark(mark) => self.set_mark(mark),
            Stepped::Cut(mark) => {
                self.set_mark(mark);
                self.notice = Some(self.with_most(strings.cut));
            }
            Stepped::Not(why) => {
                let said = match (why, step) {
                    (Obstacle::TooLong, _) => self.with_most(strings.too_long),
                    (Obstacle::Empty, _) => strings.one_word_left.to_owned(),
                    (Obstacle::BlockEnds, _) => strings.block_ends.to_owned(),
                    (Obstacle::None, Some(Step::NextName)) => strings.no_next_name.to_owned(),
                    (Obstacle::None, Some(Step::PreviousName)) => strings.no_previous_name.to_owned(),
                    (Obstacle::None, _) => strings.no_sentence.to_owned(),
                };
                self.notice = Some(said);
                // The mark may have been scrolled out of sight.
                self.navigator.scroll = Some(ScrollTarget::Mark);
            }
        }
    }

    /// A claim, an event, a gap or a role is about what a sentence says: of a name that was gone to, the mark becomes the whole
    /// sentence. What was marked by hand is meant as it is.
    pub(super) fn widen_mark_for(&mut self, intent: Intent) {
        let is_of_sentences = matches!(intent, Intent::Claim | Intent::Event | Intent::Gap | Intent::Role);
        let Some(mark) = self.context.mark().filter(|_| is_of_sentences && self.marking.is_found) else {
            return;
        };
        let stepped = mark.step(&self.context.dossier.article, Step::Sentences);
        let has_name = |wide: &TextMark| wide.range().end >= mark.range().end;
        if let Stepped::Mark(wide) | Stepped::Cut(wide) = stepped
            && has_name(&wide)
        {
            self.marking.is_found = false;
            self.set_mark(wide);
        }
    }

    fn with_most(&self, said: &str) -> String {
        said.replace("{}", &self.context.language.count(MOST_CHARACTERS))
    }

    /// Turns a page, and marks the first sentence that is in sight then.
    fn mark_on_page(&mut self, page: Action) {
        let area = self.inside(Panel::Article);
        let article = &mut self.panels.article;
        article.update(page, &self.context, area);
        article.layout(&self.context, area);
        let view = article.shown();
        if let Some(mark) = view.and_then(|view| TextMark::first_in(&self.context.dossier.article, &view)) {
            self.set_mark(mark);
            self.marking.is_found = false;
        }
    }

    /// Finds the marked words again after a reload; ends the mode if they are gone. A reader who was where words were marked
    /// last is there still.
    pub(super) fn rebase_mark(&mut self, change: &Change, is_at_last: bool) {
        self.marking.pressed = None;
        self.rebase_last_mark(change, is_at_last);
        let Some(mark) = self.context.mark.take() else { return };
        let words = change.words(mark.range());
        if let Some(mark) = words.and_then(|words| mark.moved_to(&change.after.article, words)) {
            self.set_mark(mark);
        } else {
            self.end_marking();
            self.notice = Some(self.context.strings().marking.gone.to_owned());
        }
    }
}
