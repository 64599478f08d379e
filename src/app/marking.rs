//! Marking words of the article: the mode in which keys and mouse move the mark, and the menu of what it may become.

use std::ops::Range;

use ratatui::layout::Position;

use super::App;
use super::navigator::ScrollTarget;
use crate::dossier::Kind;
use crate::edit::{anchor_toml, draft};
use crate::facts::Blocks;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::look::glyphs;
use crate::look::panel::{Focus, Panel};
use crate::overlays::menu::{About, Entry, Heading, State as Menu};
use crate::panels::PanelState as _;
use crate::protocol::authoring::Intent;
use crate::protocol::change::Change;
use crate::protocol::effect::Effect;
use crate::protocol::mark::{
    self, Hindrance, MOST_CHARACTERS, MarkKey, Step, Stepped, TextMark, characters, count_words,
};
use crate::protocol::request::Request;
use crate::protocol::{names, words};

/// What the mode remembers from one key to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Marking {
    /// The key that has said that the next sentence is in another block: pressed again it goes there.
    confirms: Option<Step>,
    /// Where the mouse button was pressed on words.
    pressed: Option<Pressed>,
}

/// A press of the mouse button on words of the article.
#[derive(Clone, Debug)]
struct Pressed {
    at: Position,
    word: TextMark,
    /// It was on the mark, which is asked about when the button is released.
    is_on_mark: bool,
    /// The mouse has been moved since, so that words are marked.
    drags: bool,
}

/// Cells the mouse has to be moved within a word for that to be more than an unsteady hand.
const UNSTEADY: u16 = 2;

impl App {
    /// The marked words, by bytes of the article's text.
    pub fn mark(&self) -> Option<Range<usize>> {
        self.context.mark().map(|mark| mark.range().clone())
    }

    /// Whether keys go to the mark: words are marked, and nothing lies over the panels.
    pub(super) fn is_marking(&self) -> bool {
        self.context.mark.is_some() && !self.is_covered() && !self.is_tour_running()
    }

    /// Begins with the hit of the search, else the sentence of the selection's passage that is in sight, else the first
    /// whole sentence in sight.
    pub(super) fn begin_marking(&mut self) {
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.leave_by_jump();
            self.show_panel(Panel::Article);
        }
        // What is in sight is known once it is laid out.
        self.layout();
        match self.first_mark() {
            Some(mark) => self.set_mark(mark),
            None => self.notice = Some(self.context.strings().marking.nothing.to_owned()),
        }
    }

    fn first_mark(&self) -> Option<TextMark> {
        let (context, panel) = (&self.context, &self.panels.article);
        let article = &context.dossier.article;
        let hit = context.hit().filter(|hit| context.search().is_some() && panel.shows(hit));
        if let Some(mark) = hit.and_then(|hit| TextMark::of_words(article, hit)) {
            return Some(mark);
        }
        let lit = context.lit().passages.iter().map(|passage| &passage.range);
        let mut passages = context.passage().into_iter().chain(lit).filter(|passage| panel.shows(passage));
        let of_passage = passages.find_map(|passage| {
            let mark = TextMark::sentence_at(article, passage.start)?;
            // In a heading there is nothing to mark.
            (mark.range().start < passage.end && passage.start < mark.range().end).then_some(mark)
        });
        of_passage.or_else(|| TextMark::first_in(article, &panel.shown()?))
    }

    /// Marks these words, and brings them in sight.
    fn set_mark(&mut self, mark: TextMark) {
        self.context.mark = Some(mark);
        self.marking.confirms = None;
        self.navigator.scroll = Some(ScrollTarget::Mark);
    }

    /// Ends the mode: words are read again.
    pub(super) fn end_marking(&mut self) {
        self.context.mark = None;
        self.marking = Marking::default();
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
        let is_confirmed = self.marking.confirms.take() == Some(step);
        let stepped = mark.step(&self.context.dossier.article, step, is_confirmed);
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
                    (Hindrance::TooLong, _) => self.with_most(strings.too_long),
                    (Hindrance::Empty, _) => strings.one_word_left.to_owned(),
                    (Hindrance::BlockEnds, _) => strings.block_ends.to_owned(),
                    (Hindrance::OtherBlock, Some(step)) => {
                        self.marking.confirms = Some(step);
                        let said = match step {
                            Step::PreviousSentence => strings.block_begins_press_again,
                            _ => strings.block_ends_press_again,
                        };
                        let key = MarkKey::Step(step).keys()[0];
                        said.replacen("{}", &self.context.label(key), 1)
                    }
                    (Hindrance::None, Some(Step::NextName)) => strings.no_next_name.to_owned(),
                    (Hindrance::None, Some(Step::PreviousName)) => strings.no_previous_name.to_owned(),
                    (Hindrance::None | Hindrance::OtherBlock, _) => strings.no_sentence.to_owned(),
                };
                self.notice = Some(said);
                // The mark may have been scrolled out of sight.
                self.navigator.scroll = Some(ScrollTarget::Mark);
            }
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
        }
    }

    /// Finds the marked words again after a reload; ends the mode if they are gone.
    pub(super) fn rebase_mark(&mut self, change: &Change) {
        let Some(mark) = self.context.mark.take() else { return };
        let words = change.words(mark.range());
        let rebased = words.and_then(|words| mark.moved_to(&change.after.article, words));
        self.end_marking();
        match rebased {
            Some(mark) => self.set_mark(mark),
            None => self.notice = Some(self.context.strings().marking.gone.to_owned()),
        }
    }

    /// What is marked, for the status line: `7 words, 52 characters · paragraph 3, sentence 2`.
    pub(super) fn mark_summary(&self) -> Option<String> {
        let context = &self.context;
        let range = context.mark()?.range();
        let article = &context.dossier.article;
        let (language, strings) = (context.language, &context.strings().marking);
        let counted = [
            names::counted(language, count_words(article, range), &strings.words),
            names::counted(language, characters(article, range), &strings.characters),
        ];
        let place = words::stretch(language, &Blocks::of(article).stretch(range));
        Some(context.joined(&[counted.join(", ")].into_iter().chain(place).collect::<Vec<_>>()))
    }

    /// Opens the menu of what the marked words may become.
    pub(super) fn open_mark_menu(&mut self) {
        let Some(range) = self.mark() else { return };
        let context = &self.context;
        let strings = &context.strings().marking;
        // There only a note of one's own and the anchor make sense.
        let is_only_read = self.why_only_read().is_some();
        let entry = |key: char, text: &str, intent: Intent| Entry {
            key,
            text: text.replace("{}", context.glyph(glyphs::ELLIPSIS)),
            intent,
            is_possible: !is_only_read || matches!(intent, Intent::Annotate | Intent::CopyAnchor),
        };
        let entries = vec![
            entry('a', strings.as_actor, Intent::Actor),
            entry('+', strings.as_alias, Intent::Alias),
            entry('c', strings.as_claim, Intent::Claim),
            entry('e', strings.as_event, Intent::Event),
            entry('g', strings.as_gap, Intent::Gap),
            entry('r', strings.as_role, Intent::Role),
            entry('n', strings.as_note, Intent::Annotate),
            entry('y', strings.as_anchor, Intent::CopyAnchor),
        ];
        let about = names::of_article_on_a_line(context, &range);
        let inside = mark::inside(&context.dossier, &range);
        let (actors, others): (Vec<_>, Vec<_>) = inside.iter().partition(|found| found.kind == Kind::Actor);
        let named: Vec<String> = actors.into_iter().map(|actor| names::name(context, actor)).collect();
        let others = others.into_iter().map(|other| words::numbered(context, other));
        let parts: Vec<String> =
            Some(named.join(", ")).filter(|named| !named.is_empty()).into_iter().chain(others).collect();
        let note = (!parts.is_empty()).then(|| format!("{}: {}", strings.inside, context.joined(&parts)));
        let menu = Menu::new(strings.menu.to_owned(), About::Mark, Heading { about, note }, entries);
        self.overlay = Some(Box::new(menu));
        self.navigator.scroll = Some(ScrollTarget::Mark);
    }

    /// Copies the marked words as an anchor in TOML, as it would be written into the dossier.
    pub(super) fn copy_anchor(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let Some(range) = self.mark() else { return Vec::new() };
        let context = &self.context;
        let Some(words) = draft::quotation(&context.dossier, &range) else {
            self.notice = Some(context.strings().marking.no_anchor.to_owned());
            return Vec::new();
        };
        let what = names::of_article_on_a_line(context, &range);
        vec![Effect::Copy { text: anchor_toml(&words), what }]
    }

    /// A press of the mouse button on words of the article is remembered: they are marked if the mouse is moved. In the mode
    /// the nearer end of the mark goes to the word. True if the press was for the mark.
    pub(super) fn press_on_words(&mut self, at: Position) -> bool {
        self.marking.pressed = None;
        let area = self.inside(Panel::Article);
        let is_marking = self.is_marking();
        let word = Some(at)
            .filter(|at| area.contains(*at) && !self.is_covered())
            .and_then(|at| self.panels.article.byte_at(&self.context, area, at))
            .and_then(|byte| {
                let article = &self.context.dossier.article;
                Some((byte, TextMark::word_at(article, byte)?))
            });
        let Some((byte, word)) = word else { return false };
        let is_on_mark = is_marking && self.mark().is_some_and(|mark| mark.contains(&byte));
        self.marking.pressed = Some(Pressed { at, word: word.clone(), is_on_mark, drags: false });
        if is_marking && !is_on_mark {
            let article = &self.context.dossier.article;
            let stepped = self.context.mark().map(|mark| mark.with_word(article, &word));
            if let Some(stepped) = stepped {
                self.take_stepped(stepped, None);
            }
        }
        is_marking
    }

    /// The mouse was moved with the button down: all words from the one pressed to the one that is nearest are marked.
    pub(super) fn drag_over_words(&mut self, at: Position) {
        let Some(pressed) = &self.marking.pressed else { return };
        if self.is_covered() {
            return;
        }
        let area = self.inside(Panel::Article);
        let article = &self.context.dossier.article;
        let from = pressed.word.range().clone();
        let Some(byte) = self.panels.article.byte_near(&self.context, area, at) else { return };
        let to = TextMark::word_at(article, byte).map(|word| word.range().clone());
        // Beyond its block the mark goes on to the block's end.
        let to = to.unwrap_or(byte..byte);
        let is_steady = to == from && at.y == pressed.at.y && at.x.abs_diff(pressed.at.x) < UNSTEADY;
        if is_steady && !pressed.drags {
            return;
        }
        let Some(mark) = TextMark::between(article, &from, &to) else { return };
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.show_panel(Panel::Article);
        }
        self.set_mark(mark);
        self.clicked = None;
        if let Some(pressed) = &mut self.marking.pressed {
            pressed.drags = true;
        }
    }

    /// The button is released: after a click on the mark its menu opens.
    pub(super) fn release_on_words(&mut self) {
        let pressed = self.marking.pressed.take();
        if pressed.is_some_and(|pressed| pressed.is_on_mark && !pressed.drags) && self.is_marking() {
            self.open_mark_menu();
        }
    }
}
