//! The rows of the article. There is no global row number: a position is a block, a chunk of it and a row of that chunk,
//! so that scrolling costs the same in two pages and in two thousand.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::lead;
use crate::dossier::{Article, BlockKind};
use crate::text::hyphenate;
use crate::text::wrap::{WrappedLine, lines};

/// A row of the article as laid out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct RowPosition {
    /// Which block.
    pub block: usize,
    /// Which chunk of the block.
    pub chunk: usize,
    /// Which row of the chunk; one past its lines is the blank row after a block, if there is one.
    pub row: usize,
}

/// How many laid-out chunks are kept. A screenful needs a handful; the rest is for going back and forth.
const KEPT: usize = 64;

/// Lays out what is asked for, a chunk at a time, and keeps the last few.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    width: u16,
    /// The names and links, inside which no word is hyphenated: in order, disjoint.
    names: Vec<Range<usize>>,
    laid_out: HashMap<(usize, usize), Rc<[WrappedLine]>>,
}

impl Rows {
    /// Lays out an article with these names and links, in order and disjoint.
    pub(super) fn new(names: Vec<Range<usize>>) -> Self {
        Self { names, ..Self::default() }
    }

    /// Whether the names and links are the same as there.
    pub(super) fn keeps_whole_what(&self, other: &Self) -> bool {
        self.names == other.names
    }

    /// Lays out at this width from now on.
    pub(super) fn set_width(&mut self, width: u16) {
        if self.width != width {
            self.width = width;
            self.laid_out.clear();
        }
    }

    /// The lines of a chunk.
    pub(super) fn lines(&mut self, article: &Article, block: usize, chunk: usize) -> Rc<[WrappedLine]> {
        if let Some(known) = self.laid_out.get(&(block, chunk)) {
            return Rc::clone(known);
        }
        if self.laid_out.len() >= KEPT {
            self.laid_out.clear();
        }
        let range = article.blocks[block].chunks[chunk].clone();
        let hyphens = self.hyphens(article, block, range.clone());
        let width = self.width.saturating_sub(lead::of(&article.blocks[block], self.width).rest);
        let made: Rc<[WrappedLine]> = lines(&article.text, range, width, &hyphens).into();
        self.laid_out.insert((block, chunk), Rc::clone(&made));
        made
    }

    /// Where the words of a chunk may be broken: none in a heading or in program text, none inside a name or a link.
    fn hyphens(&self, article: &Article, block: usize, chunk: Range<usize>) -> Vec<usize> {
        match article.blocks[block].kind {
            BlockKind::Title
            | BlockKind::Heading
            | BlockKind::Subheading
            | BlockKind::Code
            | BlockKind::Break => return Vec::new(),
            BlockKind::Paragraph => {}
        }
        let from = self.names.partition_point(|name| name.end <= chunk.start);
        let mut names = self.names[from..].iter().peekable();
        let mut hyphens = hyphenate::break_points(&article.text, chunk, article.language.tag());
        hyphens.retain(|place| {
            while names.next_if(|name| name.end <= *place).is_some() {}
            names.peek().is_none_or(|name| *place <= name.start)
        });
        hyphens
    }

    fn rows(&mut self, article: &Article, block: usize, chunk: usize) -> usize {
        let last_chunk = chunk + 1 == article.blocks[block].chunks.len();
        let next = article.blocks.get(block + 1);
        let blank = usize::from(last_chunk && next.is_some_and(|next| !next.close));
        self.lines(article, block, chunk).len() + blank
    }

    /// The line at a position; none on a blank row.
    pub(super) fn line(&mut self, article: &Article, place: RowPosition) -> Option<WrappedLine> {
        article.blocks.get(place.block)?;
        self.lines(article, place.block, place.chunk).get(place.row).cloned()
    }

    /// The row below; none at the end.
    pub(super) fn after(&mut self, article: &Article, place: RowPosition) -> Option<RowPosition> {
        let RowPosition { block, chunk, row } = place;
        if row + 1 < self.rows(article, block, chunk) {
            Some(RowPosition { block, chunk, row: row + 1 })
        } else if chunk + 1 < article.blocks[block].chunks.len() {
            Some(RowPosition { block, chunk: chunk + 1, row: 0 })
        } else if block + 1 < article.blocks.len() {
            Some(RowPosition { block: block + 1, chunk: 0, row: 0 })
        } else {
            None
        }
    }

    /// The row above; none at the beginning.
    pub(super) fn before(&mut self, article: &Article, place: RowPosition) -> Option<RowPosition> {
        let RowPosition { block, chunk, row } = place;
        let (block, chunk) = if row > 0 {
            return Some(RowPosition { block, chunk, row: row - 1 });
        } else if chunk > 0 {
            (block, chunk - 1)
        } else if block > 0 {
            (block - 1, article.blocks[block - 1].chunks.len() - 1)
        } else {
            return None;
        };
        Some(RowPosition { block, chunk, row: self.rows(article, block, chunk) - 1 })
    }

    /// The row that is `rows` above, or the first.
    pub(super) fn up(&mut self, article: &Article, mut place: RowPosition, rows: u16) -> RowPosition {
        for _ in 0..rows {
            match self.before(article, place) {
                Some(before) => place = before,
                None => break,
            }
        }
        place
    }

    /// The row that is `rows` below, or the last.
    pub(super) fn down(&mut self, article: &Article, mut place: RowPosition, rows: u16) -> RowPosition {
        for _ in 0..rows {
            match self.after(article, place) {
                Some(after) => place = after,
                None => break,
            }
        }
        place
    }

    /// The last row.
    pub(super) fn last(&mut self, article: &Article) -> RowPosition {
        let block = article.blocks.len() - 1;
        let chunk = article.blocks[block].chunks.len() - 1;
        RowPosition { block, chunk, row: self.rows(article, block, chunk) - 1 }
    }

    /// The row at the top of a window of so many rows that ends with the last.
    pub(super) fn lowest_top(&mut self, article: &Article, rows: u16) -> RowPosition {
        let last = self.last(article);
        self.up(article, last, rows.saturating_sub(1))
    }

    /// The row that shows a byte of the article, or the nearest that is shown at all. The byte where a block ends is the
    /// blank row after it.
    pub(super) fn place_of(&mut self, article: &Article, byte: usize) -> RowPosition {
        let block = article.blocks.partition_point(|block| block.range.start <= byte).saturating_sub(1);
        let chunks = &article.blocks[block].chunks;
        let chunk = chunks.partition_point(|chunk| chunk.start <= byte).saturating_sub(1);
        if byte == article.blocks[block].range.end && block + 1 < article.blocks.len() {
            return RowPosition { block, chunk, row: self.rows(article, block, chunk) - 1 };
        }
        let lines = self.lines(article, block, chunk);
        let row = lines.partition_point(|line| line.range.start <= byte).saturating_sub(1);
        RowPosition { block, chunk, row }
    }
}

/// A row of the window: what it shows, and of which block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct WindowRow {
    /// Which block.
    pub block: usize,
    /// The bytes shown; none on a blank row.
    pub range: Option<Range<usize>>,
    /// Whether a hyphen follows that does not stand in the text.
    pub hyphen: bool,
}
