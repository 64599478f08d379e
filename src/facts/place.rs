//! Where in the article words stand, as people count: the title, a heading, the third paragraph, its second sentence.

use std::ops::Range;

use crate::dossier::{Article, Block, BlockKind};
use crate::text::sentences::sentences;

/// A block of the article, as people count them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockLabel {
    /// The title.
    Title,
    /// A heading, by its number among the blocks, so that no two are the same.
    Heading(usize),
    /// A paragraph, counted from 1.
    Paragraph(usize),
    /// No words of the article.
    Nowhere,
}

/// Where a place in the article is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// In which block.
    pub block: BlockLabel,
    /// In which sentence of a paragraph, counted from 1; none elsewhere.
    pub sentence: Option<usize>,
}

/// Where words of the article are: the places of their beginning and of their end, which are mostly the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Where they begin.
    pub from: Place,
    /// Where they end.
    pub to: Place,
}

/// The blocks of an article with what they are called.
#[derive(Clone, Debug)]
pub struct Blocks<'a> {
    article: &'a Article,
    labels: Vec<BlockLabel>,
}

impl<'a> Blocks<'a> {
    /// Those of an article.
    pub fn of(article: &'a Article) -> Self {
        let mut paragraphs = 0;
        let label = |(number, block): (usize, &Block)| match block.kind {
            BlockKind::Title => BlockLabel::Title,
            BlockKind::Heading | BlockKind::Subheading => BlockLabel::Heading(number),
            BlockKind::Break => BlockLabel::Nowhere,
            BlockKind::Paragraph | BlockKind::Code => {
                paragraphs += 1;
                BlockLabel::Paragraph(paragraphs)
            }
        };
        let labels = article.blocks.iter().enumerate().map(label).collect();
        Self { article, labels }
    }

    fn number_at(&self, byte: usize) -> Option<usize> {
        let blocks = &self.article.blocks;
        let number = blocks.partition_point(|block| block.range.end <= byte);
        blocks.get(number).filter(|block| block.range.start <= byte)?;
        Some(number)
    }

    /// The block of a byte of the article.
    pub fn at(&self, byte: usize) -> BlockLabel {
        self.number_at(byte).map_or(BlockLabel::Nowhere, |number| self.labels[number])
    }

    /// The sentence of a paragraph that a byte is in, counted from 1.
    fn sentence_at(&self, block: &Block, byte: usize) -> usize {
        let mut before = 0;
        for chunk in block.chunks.iter().take_while(|chunk| chunk.start <= byte) {
            let found = sentences(&self.article.text[chunk.clone()]);
            if byte < chunk.end {
                let begun = found.iter().filter(|sentence| chunk.start + sentence.start <= byte).count();
                return before + begun.max(1);
            }
            before += found.len();
        }
        before.max(1)
    }

    /// Where a byte of the article is.
    pub fn place(&self, byte: usize) -> Place {
        let Some(number) = self.number_at(byte) else {
            return Place { block: BlockLabel::Nowhere, sentence: None };
        };
        let (block, label) = (&self.article.blocks[number], self.labels[number]);
        let is_prose = block.kind == BlockKind::Paragraph;
        Place { block: label, sentence: is_prose.then(|| self.sentence_at(block, byte)) }
    }

    /// Where words of the article are.
    pub fn stretch(&self, words: &Range<usize>) -> Stretch {
        let last = self
            .article
            .text
            .get(words.clone())
            .and_then(|words| words.trim_end().char_indices().next_back());
        let end = words.start + last.map_or(0, |(byte, _)| byte);
        Stretch { from: self.place(words.start), to: self.place(end) }
    }
}
