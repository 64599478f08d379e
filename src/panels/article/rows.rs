//! The rows of the article. There is no global row number: a position is a block, a chunk of it and a row of that chunk,
//! so that scrolling costs the same in two pages and in two thousand. Where a translation is shown, its chunks follow those
//! of the block. Where it stands beside them, several chunks are laid out as one, so that the two run independently from the
//! first line of a block on.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::lead;
use super::shape::{Pairing, Shape};
use crate::dossier::{Article, BlockKind, Translation};
use crate::text::hyphenate;
use crate::text::wrap::{WrappedLine, lines};

/// A row of the article as laid out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct RowPosition {
    /// Which block.
    pub block: usize,
    /// Whether it is of the translation below the block. Where that stands beside it, both share their rows.
    pub translated: bool,
    /// Which chunk of the block or of its translation; where both share their rows, which [`RUN`] of chunks.
    pub chunk: usize,
    /// Which row of the chunk; one past its lines is the blank row after a block, if there is one.
    pub row: usize,
}

impl RowPosition {
    /// The first row of a block.
    fn first_of(block: usize) -> Self {
        Self { block, ..Self::default() }
    }
}

/// How many laid-out chunks are kept. A screenful needs a handful; the rest is for going back and forth.
const KEPT: usize = 256;

/// How many chunks are laid out as one where the translation stands beside the article. Only in a block of more are the two
/// aligned again after so many, which costs blank rows: no more than that is ever laid out for one row.
const RUN: usize = 8;

/// Lays out what is asked for, a chunk or a run of them at a time, and keeps the last few.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    shape: Shape,
    /// The names and links, inside which no word is hyphenated: in order, disjoint.
    names: Vec<Range<usize>>,
    /// By whether it is of the translation, the block and the chunk or the run of chunks.
    laid_out: HashMap<(bool, usize, usize), Rc<[WrappedLine]>>,
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

    /// What the rows are laid out for.
    pub(super) fn shape(&self) -> Shape {
        self.shape
    }

    /// Lays out for this room and view from now on.
    pub(super) fn set_shape(&mut self, shape: Shape) {
        if self.shape != shape {
            self.shape = shape;
            self.laid_out.clear();
        }
    }

    /// How many chunks are laid out as one.
    fn run(&self) -> usize {
        if self.is_beside() { RUN } else { 1 }
    }

    /// The lines of a chunk of the article, or of a run of them.
    fn lines(&mut self, article: &Article, block: usize, chunk: usize) -> Rc<[WrappedLine]> {
        self.kept((false, block, chunk), |rows| {
            let width = rows.shape.width;
            let width = width.saturating_sub(lead::of(&article.blocks[block], width).rest);
            let run = rows.run();
            let chunks = article.blocks[block].chunks.iter().skip(chunk * run).take(run);
            let lines = chunks.flat_map(|range| {
                let hyphens = rows.hyphens(article, block, range.clone());
                lines(&article.text, range.clone(), width, &hyphens)
            });
            lines.collect()
        })
    }

    /// The lines of a chunk of the translation, or of a run of them; a single line without words where there is none.
    fn translated_lines(&mut self, article: &Article, block: usize, chunk: usize) -> Rc<[WrappedLine]> {
        self.kept((true, block, chunk), |rows| {
            let Some((pairing, translation)) = rows.translation(article) else { return Rc::default() };
            let own = &translation.blocks[block];
            let run = rows.run();
            let chunks = own.chunks.get(chunk * run..).unwrap_or_default();
            if chunks.is_empty() {
                return Rc::new([WrappedLine { range: own.range.clone(), hyphen: false }]);
            }
            let width = pairing.width.saturating_sub(lead::of(&article.blocks[block], pairing.width).rest);
            let lines = chunks.iter().take(run).flat_map(|range| {
                let hyphens = match article.blocks[block].kind {
                    BlockKind::Paragraph => {
                        hyphenate::break_points(&translation.text, range.clone(), translation.language.tag())
                    }
                    _ => Vec::new(),
                };
                lines(&translation.text, range.clone(), width, &hyphens)
            });
            lines.collect()
        })
    }

    /// What was laid out before, or is now.
    fn kept(
        &mut self,
        key: (bool, usize, usize),
        make: impl FnOnce(&Self) -> Rc<[WrappedLine]>,
    ) -> Rc<[WrappedLine]> {
        if let Some(known) = self.laid_out.get(&key) {
            return Rc::clone(known);
        }
        if self.laid_out.len() >= KEPT {
            self.laid_out.clear();
        }
        let made = make(self);
        self.laid_out.insert(key, Rc::clone(&made));
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

    /// The translation that is shown, and how.
    fn translation<'a>(&self, article: &'a Article) -> Option<(Pairing, &'a Translation)> {
        let pairing = self.shape.pairing?;
        Some((pairing, article.translations.get(pairing.translation)?))
    }

    /// The chunks of a block, or the runs of them.
    fn own_chunks(&self, article: &Article, block: usize) -> usize {
        article.blocks[block].chunks.len().div_ceil(self.run())
    }

    /// The chunks of a block's translation as shown, or the runs of them: one where there is none, to say so.
    fn translated_chunks(&self, article: &Article, block: usize) -> usize {
        let is_worded = article.blocks[block].kind != BlockKind::Break;
        let shown = self.translation(article).filter(|(pairing, _)| is_worded && pairing.shows(block));
        shown.map_or(0, |(_, translation)| translation.blocks[block].chunks.len().div_ceil(self.run()).max(1))
    }

    fn is_beside(&self) -> bool {
        self.shape.pairing.is_some_and(|pairing| pairing.beside)
    }

    /// The chunks that stand one below the other: of the block, or of the translation below it.
    fn chunks(&self, article: &Article, block: usize, translated: bool) -> usize {
        let own = self.own_chunks(article, block);
        match (self.translated_chunks(article, block), self.is_beside()) {
            (chunks, true) => own.max(chunks),
            (chunks, false) if translated => chunks,
            _ => own,
        }
    }

    /// Whether a translation follows below the block.
    fn has_below(&self, article: &Article, block: usize) -> bool {
        !self.is_beside() && self.translated_chunks(article, block) > 0
    }

    /// The last chunk of a block and of what belongs to it.
    fn last_chunk(&self, article: &Article, block: usize) -> RowPosition {
        let translated = self.has_below(article, block);
        RowPosition { block, translated, chunk: self.chunks(article, block, translated) - 1, row: 0 }
    }

    /// The rows of a chunk that have words.
    fn worded(&mut self, article: &Article, at: RowPosition) -> usize {
        let RowPosition { block, translated, chunk, .. } = at;
        if translated {
            return self.translated_lines(article, block, chunk).len();
        }
        let own =
            if chunk < self.own_chunks(article, block) { self.lines(article, block, chunk).len() } else { 0 };
        if self.is_beside() && chunk < self.translated_chunks(article, block) {
            return own.max(self.translated_lines(article, block, chunk).len());
        }
        own
    }

    /// The rows of a chunk, with the blank row after the last of a block.
    fn rows(&mut self, article: &Article, at: RowPosition) -> usize {
        let is_last = RowPosition { row: 0, ..at } == self.last_chunk(article, at.block);
        let next = article.blocks.get(at.block + 1);
        let blank = usize::from(is_last && next.is_some_and(|next| !next.close));
        self.worded(article, at) + blank
    }

    /// What stands at a position.
    pub(super) fn row(&mut self, article: &Article, place: RowPosition) -> WindowRow {
        let RowPosition { block, translated, chunk, row } = place;
        let mut shown = WindowRow { block, line: None, translation: None };
        if article.blocks.get(block).is_none() {
            return shown;
        }
        if !translated && chunk < self.own_chunks(article, block) {
            shown.line = self.lines(article, block, chunk).get(row).cloned();
        }
        if (translated || self.is_beside()) && chunk < self.translated_chunks(article, block) {
            shown.translation = self.translated_lines(article, block, chunk).get(row).cloned();
        }
        shown
    }

    /// The row below; none at the end.
    pub(super) fn after(&mut self, article: &Article, place: RowPosition) -> Option<RowPosition> {
        let RowPosition { block, translated, chunk, row } = place;
        if row + 1 < self.rows(article, place) {
            Some(RowPosition { row: row + 1, ..place })
        } else if chunk + 1 < self.chunks(article, block, translated) {
            Some(RowPosition { chunk: chunk + 1, row: 0, ..place })
        } else if !translated && self.has_below(article, block) {
            Some(RowPosition { block, translated: true, chunk: 0, row: 0 })
        } else if block + 1 < article.blocks.len() {
            Some(RowPosition::first_of(block + 1))
        } else {
            None
        }
    }

    /// The row above; none at the beginning.
    pub(super) fn before(&mut self, article: &Article, place: RowPosition) -> Option<RowPosition> {
        let RowPosition { block, translated, chunk, row } = place;
        let above = if row > 0 {
            return Some(RowPosition { row: row - 1, ..place });
        } else if chunk > 0 {
            RowPosition { chunk: chunk - 1, row: 0, ..place }
        } else if translated {
            RowPosition { chunk: self.chunks(article, block, false) - 1, ..RowPosition::first_of(block) }
        } else if block > 0 {
            self.last_chunk(article, block - 1)
        } else {
            return None;
        };
        Some(RowPosition { row: self.rows(article, above) - 1, ..above })
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
        let last = self.last_chunk(article, article.blocks.len() - 1);
        RowPosition { row: self.rows(article, last) - 1, ..last }
    }

    /// The row at the top of a window of so many rows that ends with the last.
    pub(super) fn lowest_top(&mut self, article: &Article, rows: u16) -> RowPosition {
        let last = self.last(article);
        self.up(article, last, rows.saturating_sub(1))
    }

    /// The first and the last row of a block and its translation, if both fit in so many rows and there is one.
    pub(super) fn pair(
        &mut self,
        article: &Article,
        block: usize,
        rows: u16,
    ) -> Option<(RowPosition, RowPosition)> {
        if article.blocks.get(block).is_none() || self.translated_chunks(article, block) == 0 {
            return None;
        }
        let first = RowPosition::first_of(block);
        let end = self.last_chunk(article, block);
        let (mut chunk, mut total) = (first, 0);
        loop {
            let worded = self.worded(article, chunk);
            total += worded;
            if total > usize::from(rows) {
                return None;
            }
            if chunk == end {
                return Some((first, RowPosition { row: worded - 1, ..end }));
            }
            chunk = if chunk.chunk + 1 < self.chunks(article, block, chunk.translated) {
                RowPosition { chunk: chunk.chunk + 1, ..chunk }
            } else {
                RowPosition { translated: true, chunk: 0, ..chunk }
            };
        }
    }

    /// The row that shows a byte of the article, or the nearest that is shown at all. The byte where a block ends is the
    /// blank row after it.
    pub(super) fn place_of(&mut self, article: &Article, byte: usize) -> RowPosition {
        let block = article.blocks.partition_point(|block| block.range.start <= byte).saturating_sub(1);
        if byte == article.blocks[block].range.end && block + 1 < article.blocks.len() {
            let last = self.last_chunk(article, block);
            return RowPosition { row: self.rows(article, last) - 1, ..last };
        }
        let chunks = &article.blocks[block].chunks;
        let chunk = chunks.partition_point(|chunk| chunk.start <= byte).saturating_sub(1) / self.run();
        let lines = self.lines(article, block, chunk);
        let row = lines.partition_point(|line| line.range.start <= byte).saturating_sub(1);
        RowPosition { block, translated: false, chunk, row }
    }

    /// The row that shows a byte of the translation; none where it is not shown.
    pub(super) fn place_of_translated(&mut self, article: &Article, byte: usize) -> Option<RowPosition> {
        let (_, translation) = self.translation(article)?;
        let block = translation.block_at(byte);
        if self.translated_chunks(article, block) == 0 {
            return None;
        }
        let chunks = &translation.blocks[block].chunks;
        let chunk = chunks.partition_point(|chunk| chunk.start <= byte).saturating_sub(1) / self.run();
        let lines = self.translated_lines(article, block, chunk);
        let row = lines.partition_point(|line| line.range.start <= byte).saturating_sub(1);
        Some(RowPosition { block, translated: !self.is_beside(), chunk, row })
    }

    /// Where the last line of a block begins.
    pub(super) fn last_line(&mut self, article: &Article, block: usize) -> usize {
        let chunk = self.own_chunks(article, block).saturating_sub(1);
        let lines = self.lines(article, block, chunk);
        lines.last().map_or(article.blocks[block].range.start, |line| line.range.start)
    }
}

/// A row of the window: what it shows, and of which block. Without either it is blank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct WindowRow {
    /// Which block.
    pub block: usize,
    /// The line of the article.
    pub line: Option<WrappedLine>,
    /// The line of its translation; without words where there is none.
    pub translation: Option<WrappedLine>,
}

impl WindowRow {
    /// The bytes of the article that are shown.
    pub(super) fn range(&self) -> Option<&Range<usize>> {
        self.line.as_ref().map(|line| &line.range)
    }
}

#[cfg(test)]
mod tests;
