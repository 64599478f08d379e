//! An author goes through what is suggested of an article: one at a time at its words, by keys, and each decision is written at
//! once.

mod beside;
mod course;
mod decisions;
mod decisions_file;
mod figures;
mod inside;
mod journey;
mod looks;
mod read_only;

use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::{Role, Theme};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use crate::authoring::Desk;
use crate::common::{Cells, Screen};

const SMALL: Cells = (80, 24);

const HEAD: &str = "# By hand.\nformat = 1\nid = \"harbour\"\ntitle = \"Harbour\"\n\n[article]\nfile = \"article.txt\"\n\
                    language = \"en\"\npublished = \"2026-03-05\"\n";

const ARTICLE: &str = "Tarvik moves its ferries to batteries\n\n\
    The shipping company Norsund AG will convert twelve ferries by the end of 2027. Norsund AG is spending 180 million euros \
    on it, nearly as much as in the ten years before.\n\n\
    The minister Helen Brandvik called it a breakthrough for the whole coast. The campaign group Tidewatch says the pledge is \
    too small. On 12 November 2024 a battery caught fire on board, and nobody was hurt. Brandvik told reporters that the \
    grant could double.\n";

/// An actor of another dossier, as `new --like` writes it.
const KNOWN: &str = "[[known]]\nid = \"norsund\"\nkind = \"company\"\nname = \"Norsund AG\"\naliases = [\"Norsund AG\"]\n\
                     from = \"ferries\"\n";

fn folder() -> Memory {
    Memory::default().with("dossier.toml", HEAD).with("article.txt", ARTICLE)
}

fn desk(size: Cells, language: Language) -> Desk {
    Desk::open(folder(), size, language)
}

/// What the screen shows of a suggestion.
trait Suggested {
    /// The words that look suggested, at the place that is looked at, without blanks and hyphens.
    fn offered(&self) -> String;

    /// The same words at other places.
    fn elsewhere(&self) -> String;
}

fn words(screen: &Screen, role: Role) -> String {
    let theme = screen.app().theme();
    // In the title all words are bold besides.
    let own = |modifier: Modifier| modifier.difference(Modifier::BOLD);
    let wears = |cell: &&Cell| own(cell.modifier) == own(theme.style(role).add_modifier);
    let cells = screen.buffer().content.iter();
    squeezed(&cells.filter(wears).map(Cell::symbol).collect::<String>())
}

impl Suggested for Screen {
    fn offered(&self) -> String {
        words(self, Role::Suggested)
    }

    fn elsewhere(&self) -> String {
        words(self, Role::SuggestedElsewhere)
    }
}

/// Without blanks and hyphens: a row of the screen may end anywhere.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// A theme that tells words apart by their weight alone.
const PLAIN: Theme = Theme::Mono;

impl Desk {
    fn offers(&self, words: &str) -> bool {
        self.screen.offered().starts_with(&squeezed(words))
    }

    /// Puts suggestions off until the one that begins with these words is offered.
    fn go_to(&mut self, words: &str) -> &mut Self {
        for _ in 0..60 {
            if self.offers(words) {
                return self;
            }
            self.press("Space");
        }
        panic!("{words:?} is never offered:\n{}", self.screen.text());
    }

    /// Takes back until the one that begins with these words is offered.
    fn go_back_to(&mut self, words: &str) -> &mut Self {
        for _ in 0..60 {
            self.press("Backspace");
            if self.offers(words) {
                return self;
            }
        }
        panic!("{words:?} is never offered again:\n{}", self.screen.text());
    }

    fn assert_offers(&mut self, words: &str) -> &mut Self {
        assert!(self.offers(words), "{:?} is offered:\n{}", self.screen.offered(), self.screen.text());
        self
    }

    fn assert_offers_another_than(&mut self, words: &str) -> &mut Self {
        assert!(!self.screen.offered().is_empty() && !self.offers(words), "{}", self.screen.text());
        self
    }
}
