//! The text being put together, a block a line, and what is known of each.

use std::fmt::Write as _;

use super::Piece;
use crate::dossier::{ArticleLink, Block, BlockKind, Container, ContainerKind, Id, StyledSpan};
use crate::load::source::limits;
use crate::text::sanitize::{sanitize, sanitize_line};

/// The most levels of quotations and lists that are shown; what stands deeper is set like what is around it.
const SHOWN_LEVELS: usize = 8;

/// What stands between two parts.
const BREAK: &str = "* * *";

/// The text so far.
#[derive(Default)]
pub(super) struct Sheet {
    text: String,
    blocks: Vec<Block>,
    styled_spans: Vec<StyledSpan>,
    links: Vec<ArticleLink>,
    /// Where the block that is being written begins.
    start: usize,
    /// Where it begins in the file, and where those before it did.
    source: usize,
    starts: Vec<usize>,
    /// The place in the file that the reader has reached, if no words have come from there yet.
    reached: Option<usize>,
    pieces: Vec<Piece>,
    /// The footnote whose words come next.
    note: Option<usize>,
    kind: BlockKind,
    /// The block being written is of the first level, and so the title if there is none yet.
    is_first_level: bool,
    titled: Titled,
    /// What is open around it, and whether a block of it is written.
    containers: Vec<(ContainerKind, bool)>,
    lists: Vec<List>,
    in_paragraph: bool,
    last: Last,
    emphasis: usize,
    strong: usize,
    struck: usize,
    /// A link that is open: where its words begin, and where it leads.
    link: Option<(usize, Box<str>)>,
    /// Images whose words have not come yet.
    images: usize,
}

/// What the title is.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Titled {
    /// There is none yet.
    #[default]
    Not,
    /// The first block, which comes from the file's head and gives way to a heading.
    ByHead,
    /// A heading of the first level.
    ByHeading,
}

/// What the last block is to the next.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Last {
    /// Another block.
    #[default]
    Apart,
    /// An item without paragraphs of its own; such items stand close together.
    TightItem,
    /// The same paragraph, where its author broke the line.
    BrokenLine,
}

/// A list that is open.
struct List {
    /// The number of the next item, if it has numbers.
    next: Option<u64>,
    /// The first block in it.
    first: usize,
    /// How many things it stands within.
    depth: usize,
}

/// What stands before and after words that are struck out.
const STRUCK: &str = "~~";

impl Sheet {
    /// The reader has reached this byte of the file.
    pub(super) fn reach(&mut self, source: usize) {
        self.reached = Some(source);
        if self.text.len() == self.start {
            self.source = source;
        }
    }

    /// Ends the block being written, and takes where each block begins in the file, and each stretch.
    pub(super) fn take_places(&mut self) -> (Vec<usize>, Vec<Piece>) {
        self.end();
        (std::mem::take(&mut self.starts), std::mem::take(&mut self.pieces))
    }

    /// Adds words to the block being written.
    pub(super) fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.number();
        let start = self.text.len();
        if let Some(from) = self.reached.take() {
            self.pieces.push(Piece { at: start, from });
        }
        for _ in 0..std::mem::take(&mut self.images) {
            self.text.push('[');
        }
        // A line feed can only come from a reference (`&#10;`); it is no new block.
        for (number, part) in sanitize(words).split('\n').enumerate() {
            if number > 0 {
                self.text.push(' ');
            }
            self.text.push_str(part);
        }
        self.weigh(start);
    }

    /// Writes the number of a footnote before its first words.
    fn number(&mut self) {
        if let Some(number) = self.note.take() {
            // Writing into a string does not fail.
            let _ = write!(self.text, "[{number}] ");
        }
    }

    /// Begins what a footnote says.
    pub(super) fn begin_note(&mut self, number: usize) {
        self.end();
        self.note = Some(number);
    }

    pub(super) fn end_note(&mut self) {
        self.end();
        // It had no words.
        self.note = None;
    }

    /// Adds a blank, unless there is one.
    pub(super) fn blank(&mut self) {
        if self.text.len() > self.start && !self.text.ends_with(' ') {
            self.words(" ");
        }
    }

    fn weigh(&mut self, start: usize) {
        let (emphasis, strong, struck) = (self.emphasis > 0, self.strong > 0, self.struck > 0);
        if !emphasis && !strong && !struck {
            return;
        }
        let range = start..self.text.len();
        match self.styled_spans.last_mut() {
            Some(last)
                if last.range.end == start
                    && (last.emphasis, last.strong, last.struck) == (emphasis, strong, struck) =>
            {
                last.range.end = range.end;
            }
            _ => self.styled_spans.push(StyledSpan { range, emphasis, strong, struck }),
        }
    }

    /// Begins with a title that the file's head gives. It gives way to one in the text.
    pub(super) fn front(&mut self, title: &str) {
        self.words(title);
        if self.add(BlockKind::Title, false, 0) {
            self.titled = Titled::ByHead;
        }
    }

    /// What the following blocks are.
    pub(super) fn kind(&mut self, kind: BlockKind) {
        self.kind = kind;
        self.is_first_level = false;
    }

    /// The following block is a heading of the first level.
    pub(super) fn first_level(&mut self) {
        self.kind(BlockKind::Heading);
        self.is_first_level = true;
    }

    /// Ends the block being written.
    pub(super) fn end(&mut self) {
        let is_tight =
            !self.in_paragraph && matches!(self.containers.last(), Some((ContainerKind::Item { .. }, _)));
        let in_list = self.lists.first().is_some_and(|list| list.first < self.blocks.len());
        let close = match self.last {
            Last::Apart => false,
            Last::TightItem => is_tight && in_list,
            Last::BrokenLine => true,
        };
        if self.add(self.kind, close, 0) && is_tight {
            self.last = Last::TightItem;
        } else if self.last == Last::BrokenLine {
            self.last = Last::Apart;
        }
    }

    /// Removes the block being written, which has no words.
    fn truncate(&mut self) {
        self.text.truncate(self.start);
        while self.pieces.last().is_some_and(|last| last.at >= self.start) {
            self.pieces.pop();
        }
    }

    fn add(&mut self, kind: BlockKind, close: bool, indent: u16) -> bool {
        let line = &self.text[self.start..];
        let words = line.trim();
        if words.is_empty() {
            self.truncate();
            while self.styled_spans.last().is_some_and(|last| last.range.start >= self.start) {
                self.styled_spans.pop();
            }
            return false;
        }
        self.last = Last::Apart;
        let first = self.start + line.len() - line.trim_start().len();
        let range = first..first + words.len();
        let is_title = self.is_first_level && self.containers.is_empty() && self.titled != Titled::ByHeading;
        if is_title {
            if self.titled == Titled::ByHead {
                self.blocks.remove(0);
                self.starts.remove(0);
            }
            self.titled = Titled::ByHeading;
        }
        let kind = if is_title { BlockKind::Title } else { kind };
        let containers = self
            .containers
            .iter_mut()
            .take(SHOWN_LEVELS)
            .map(|(kind, begun)| Container { kind: *kind, begins: !std::mem::replace(begun, true) });
        let containers = containers.collect();
        self.blocks.push(Block { containers, indent, close, ..Block::new(kind, &self.text, range) });
        self.starts.push(self.source);
        self.text.push('\n');
        self.start = self.text.len();
        true
    }

    pub(super) fn begin_paragraph(&mut self) {
        self.end();
        self.in_paragraph = true;
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end();
        self.in_paragraph = false;
    }

    /// Ends a line where its author wants it to end; a heading stays one line.
    pub(super) fn break_line(&mut self) {
        if self.kind == BlockKind::Paragraph {
            let before = self.blocks.len();
            self.end();
            if self.blocks.len() > before {
                self.last = Last::BrokenLine;
            }
        } else {
            self.blank();
        }
    }

    pub(super) fn rule(&mut self) {
        self.end();
        self.text.push_str(BREAK);
        self.add(BlockKind::Break, false, 0);
    }

    /// Adds program text, a block a line; lines without words are blank rows.
    pub(super) fn code(&mut self, code: &str) {
        let mut close = false;
        for line in code.lines() {
            let words = line.trim_start_matches([' ', '\t']);
            let indent = line[..line.len() - words.len()].bytes().fold(0_u16, |cells, byte| {
                let more = if byte == b'\t' { 4 - cells % 4 } else { 1 };
                cells.saturating_add(more)
            });
            self.words(words);
            close = self.add(BlockKind::Code, close, indent);
        }
    }

    /// Ends a row of a table; a row without words is left out. True if there is one.
    pub(super) fn end_row(&mut self, close: bool) -> bool {
        if self.text[self.start..].trim_matches([' ', '|']).is_empty() {
            self.truncate();
        }
        self.add(BlockKind::Paragraph, close, 0)
    }

    /// What follows stands within this.
    pub(super) fn enter(&mut self, nest: ContainerKind) {
        self.end();
        self.containers.push((nest, false));
    }

    /// What follows stands outside the innermost again.
    pub(super) fn leave(&mut self) {
        self.end();
        self.containers.pop();
    }

    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.end();
        self.lists.push(List { next: first, first: self.blocks.len(), depth: self.containers.len() });
    }

    pub(super) fn begin_item(&mut self) {
        let number = self.lists.last().and_then(|list| list.next);
        self.enter(ContainerKind::Item { number, cells: 0 });
        if let Some(List { next: Some(next), .. }) = self.lists.last_mut() {
            *next = next.saturating_add(1);
        }
    }

    /// Ends a list: now the longest of its numbers is known.
    pub(super) fn end_list(&mut self) {
        self.end();
        let Some(List { next: Some(next), first, depth }) = self.lists.pop() else { return };
        let longest = u8::try_from(next.saturating_sub(1).to_string().len()).unwrap_or(u8::MAX);
        // No list stands as deep as this and is shown.
        if depth < SHOWN_LEVELS {
            for block in &mut self.blocks[first..] {
                if let Some(Container { kind: ContainerKind::Item { cells, .. }, .. }) =
                    block.containers.get_mut(depth)
                {
                    *cells = longest;
                }
            }
        }
    }

    pub(super) fn emphasis(&mut self, begins: bool) {
        self.emphasis = if begins { self.emphasis + 1 } else { self.emphasis.saturating_sub(1) };
    }

    pub(super) fn strong(&mut self, begins: bool) {
        self.strong = if begins { self.strong + 1 } else { self.strong.saturating_sub(1) };
    }

    /// The marks are words, too: without them a quotation could join what is struck out with what is not, and where nothing
    /// can be crossed out it would read as if it held.
    pub(super) fn struck(&mut self, begins: bool) {
        if begins {
            self.struck += 1;
            self.words(STRUCK);
        } else if self.struck > 0 {
            self.words(STRUCK);
            self.struck -= 1;
        }
    }

    /// Words that are set higher or lower follow. Behind a digit that is said: they would be more digits of its number.
    pub(super) fn shifted(&mut self, mark: &str) {
        if self.text.ends_with(|c: char| c.is_ascii_digit()) {
            self.words(mark);
        }
    }

    pub(super) fn begin_link(&mut self, address: &str) {
        self.number();
        let mut end = address.char_indices().map(|(at, _)| at).skip(limits::TEXT);
        let shown = end.next().map_or_else(|| address.to_owned(), |end| format!("{}…", &address[..end]));
        let address = sanitize_line(shown.trim()).into_owned();
        self.link = Some((self.text.len(), address.into()));
    }

    /// Ends a link; one without words or address is none.
    pub(super) fn end_link(&mut self) {
        let Some((start, address)) = self.link.take() else { return };
        let words = self.text.get(start..).unwrap_or_default();
        let first = start + words.len() - words.trim_start().len();
        let range = first..first + words.trim().len();
        if !range.is_empty() && !address.is_empty() {
            let id = Id::new(&(self.links.len() + 1).to_string());
            self.links.push(ArticleLink { id, range, address });
        }
    }

    /// The words that stand for an image come next, and are shown in brackets.
    pub(super) fn begin_image(&mut self) {
        self.images += 1;
    }

    pub(super) fn end_image(&mut self) {
        if self.images > 0 {
            // There were none.
            self.images -= 1;
        } else {
            self.words("]");
        }
    }

    /// The text, its blocks, weights and links. Where no heading is of the first level, one that all begins with is the
    /// title.
    pub(super) fn finish(mut self) -> (String, Vec<Block>, Vec<StyledSpan>, Vec<ArticleLink>) {
        self.end();
        let worded = self.blocks.iter_mut().find(|block| block.kind != BlockKind::Break);
        if let Some(Block { kind: kind @ (BlockKind::Heading | BlockKind::Subheading), containers, .. }) =
            worded
            && containers.is_empty()
            && self.titled == Titled::Not
        {
            *kind = BlockKind::Title;
        }
        (self.text, self.blocks, self.styled_spans, self.links)
    }
}
