//! An author marks words of the article, by keys and with the mouse, and chooses what they become.

mod menu;
mod mode;
mod mouse;

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::{Role, Theme};
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Modifier;

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

/// Reverse video, bold and underlined together are nothing else; emphasised words are slanted besides.
fn wears(cell: &Cell, theme: Theme, role: Role) -> bool {
    let own = theme.style(role).add_modifier;
    let is_reversed = |modifier: Modifier| modifier.contains(Modifier::REVERSED);
    cell.modifier.contains(own) && is_reversed(cell.modifier) == is_reversed(own)
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
