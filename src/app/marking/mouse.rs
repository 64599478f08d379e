//! Marking with the mouse: a drag marks words, a click in the mode moves an end of the mark or opens its menu.

use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::look::panel::{Focus, Panel};
use crate::panels::PanelState as _;
use crate::protocol::effect::Effect;
use crate::protocol::mark::TextMark;
use crate::protocol::request::Request;

/// A press of the mouse button on words of the article.
#[derive(Clone, Debug)]
pub(super) struct Pressed {
    at: Position,
    word: TextMark,
    /// It was on the mark, which is asked about when the button is released.
    is_on_mark: bool,
    /// What is selected when the button is released.
    chooses: Option<Request>,
    /// The mouse has been moved since, so that words are marked.
    drags: bool,
}

/// Cells the mouse has to be moved within a word for that to be more than an unsteady hand.
const UNSTEADY: u16 = 2;

impl App {
    /// A press of the mouse button on words of the article is remembered: they are marked if the mouse is moved. In the mode
    /// the nearer end of the mark goes to the word. True if the press was for the mark.
    pub(in crate::app) fn press_on_words(&mut self, at: Position) -> bool {
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
        self.marking.pressed =
            Some(Pressed { at, word: word.clone(), is_on_mark, chooses: None, drags: false });
        if is_marking && !is_on_mark {
            let article = &self.context.dossier.article;
            let stepped = self.context.mark().map(|mark| mark.with_word(article, &word));
            if let Some(stepped) = stepped {
                self.marking.is_found = false;
                self.take_stepped(stepped, None);
            }
        }
        is_marking
    }

    /// The mouse was moved with the button down: all words from the one pressed to the one that is nearest are marked.
    pub(in crate::app) fn drag_over_words(&mut self, at: Position) {
        let Some(pressed) = &self.marking.pressed else { return };
        if self.is_covered() {
            return;
        }
        let area = self.inside(Panel::Article);
        if pressed.drags {
            let block_of = pressed.word.range().start;
            self.scroll_for_drag(at, area, block_of);
        }
        let Some(pressed) = &self.marking.pressed else { return };
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
        self.marking.is_found = false;
        self.clicked = None;
        if let Some(pressed) = &mut self.marking.pressed {
            pressed.drags = true;
        }
    }

    /// Beyond the edge of the window a drag scrolls, as long as its block goes on there.
    fn scroll_for_drag(&mut self, at: Position, area: Rect, byte: usize) {
        let blocks = &self.context.dossier.article.blocks;
        let block = blocks.iter().find(|block| block.range.contains(&byte));
        let article = &mut self.panels.article;
        let Some((block, shown)) = block.zip(article.shown()) else { return };
        let is_below = at.y >= area.bottom() && shown.end < block.range.end;
        let is_above = at.y < area.y && block.range.start < shown.start;
        if is_below || is_above {
            article.wheel(is_below, &self.context, area);
            article.layout(&self.context, area);
        }
    }

    /// What was pressed on words is selected when the button is released, for a drag may begin there. False where no words were
    /// pressed.
    pub(in crate::app) fn choose_on_release(&mut self, thing: &Request) -> bool {
        let Some(pressed) = &mut self.marking.pressed else { return false };
        pressed.chooses = Some(thing.clone());
        true
    }

    /// The button is released. Without a move in between that is a click: what was pressed is selected, and on the mark its menu
    /// opens.
    pub(in crate::app) fn release_on_words(&mut self) -> Vec<Effect> {
        let Some(pressed) = self.marking.pressed.take().filter(|pressed| !pressed.drags) else {
            return Vec::new();
        };
        if self.is_marking() {
            if pressed.is_on_mark {
                self.open_mark_menu();
            }
            return Vec::new();
        }
        match pressed.chooses {
            Some(thing) if !self.is_covered() => self.choose_clicked(Panel::Article, thing, pressed.at),
            _ => Vec::new(),
        }
    }
}
