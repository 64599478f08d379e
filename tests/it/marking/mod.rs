//! An author marks words of the article, by keys and with the mouse, and chooses what they become.

mod menu;
mod mode;
mod mouse;

use std::ops::Range;

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::{Role, Theme};
use ratatui::buffer::Cell;
use ratatui::layout::Position;

use crate::common::{Cells, Screen};

const SMALL: Cells = (80, 24);
const TINY: Cells = (40, 10);
const SIZES: [Cells; 5] = [SMALL, crate::common::USUAL, TINY, (45, 12), (200, 60)];

/// The screen of a reader who has the cells that look marked in mind.
trait Marked {
    /// The words that look marked, with a blank between two rows of them.
    fn marked(&self) -> String;

    /// Where the letter is that looks like the end that keys move.
    fn end(&self) -> Option<Position>;
}

fn wears(cell: &Cell, theme: Theme, role: Role) -> bool {
    let style = theme.style(role);
    // A name in strong words is no mark: reverse video, bold and underlined together are nothing else.
    cell.modifier == style.add_modifier
}

impl Marked for Screen {
    fn marked(&self) -> String {
        let theme = self.app().theme();
        let width = usize::from(self.buffer().area.width).max(1);
        let is_marked =
            |cell: &&Cell| wears(cell, theme, Role::Marked) || wears(cell, theme, Role::MarkedEnd);
        let rows = self.buffer().content.chunks(width);
        let rows = rows.map(|row| row.iter().filter(is_marked).map(Cell::symbol).collect::<String>());
        let rows: Vec<String> = rows.filter(|row| !row.is_empty()).collect();
        rows.join(" ")
    }

    fn end(&self) -> Option<Position> {
        let theme = self.app().theme();
        let place = self.buffer().content.iter().position(|cell| wears(cell, theme, Role::MarkedEnd))?;
        Some(self.buffer().pos_of(place).into())
    }
}

fn options(language: Language) -> Options {
    Options { language, theme: Theme::Mono, ..Options::default() }
}

/// An article alone in a dossier of nothing else, in Markdown.
fn article(text: &str) -> Memory {
    let dossier = "format = 1\nid = \"d\"\ntitle = \"T\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\n\
                   boilerplate = [\"Share this page\"]\n";
    Memory::default().with("a.md", text).with("dossier.toml", dossier)
}

/// Without blanks and hyphens: a row of the screen may end anywhere.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The bytes of these words, which stand once.
fn place_of(screen: &Screen, words: &str) -> Range<usize> {
    let text = &screen.dossier.article.text;
    let mut places = text.match_indices(words);
    let (start, _) = places.next().unwrap_or_else(|| panic!("no {words:?}"));
    assert!(places.next().is_none(), "{words:?} stands twice");
    start..start + words.len()
}
