//! The article as published: its text, unaltered except for characters that must not reach a terminal, and its blocks.
//! For Markdown this is the text a reader sees, without the markup.

use std::collections::HashSet;
use std::ops::Range;

use super::anchor::{Index, fold};
use super::content::{Content, Words};
use super::{Id, Kind, LanguageTag, Ref, When};
use crate::text::sentences::sentences;
use crate::text::wrap;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum BlockKind {
    /// The article's title; at most one.
    Title,
    /// A heading within it.
    Heading,
    /// A heading below such a one.
    Subheading,
    /// A paragraph, or a line of one that its author broke.
    #[default]
    Paragraph,
    /// A line of program text or the like, whose words keep their places.
    Code,
    /// A mark between two parts (`* * *`); not words.
    Break,
}

/// Something a block is nested in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Container {
    /// What it is.
    pub kind: ContainerKind,
    /// Whether the block is the first in it.
    pub begins: bool,
}

/// What a block can be nested in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ContainerKind {
    /// A quotation.
    Quote,
    /// An item of a list.
    Item {
        /// Its number, if the list has them.
        number: Option<u64>,
        /// The cells that the longest number of the list takes; 0 in a list without numbers.
        cells: u8,
    },
}

/// A part of the article that is laid out on its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes of [`Article::text`], without surrounding white space.
    pub range: Range<usize>,
    /// The stretches of it that are laid out one at a time ([`crate::text::wrap::chunks`]), in order.
    pub chunks: Vec<Range<usize>>,
    /// What it is nested in, from the outside in.
    pub containers: Box<[Container]>,
    /// The indent of [`BlockKind::Code`] in cells, beyond that of its containers.
    pub indent: u16,
    /// Whether it follows the previous block without a blank row.
    pub close: bool,
}

impl Block {
    /// A block that is not nested and has a blank row before it. `range` has no white space at its ends.
    pub fn new(kind: BlockKind, text: &str, range: Range<usize>) -> Self {
        let chunks = wrap::chunks(text, range.clone());
        Self { kind, range, chunks, containers: Box::default(), indent: 0, close: false }
    }
}

/// Words the author emphasised or struck out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StyledSpan {
    /// Bytes of [`Article::text`].
    pub range: Range<usize>,
    /// They are emphasised.
    pub emphasis: bool,
    /// They are strongly emphasised.
    pub strong: bool,
    /// They are struck out.
    pub struck: bool,
}

/// Words of the article that lead somewhere else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleLink {
    /// Its number, counted from 1 in the order of the article.
    pub id: Id,
    /// Bytes of [`Article::text`].
    pub range: Range<usize>,
    /// Where they lead, as written.
    pub address: Box<str>,
}

impl ArticleLink {
    /// Its words are the article's, and found there.
    pub(super) fn content(&self) -> Content<'_> {
        let Self { id: _, range: _, address } = self;
        Content::default().searched_only("address", [Words::Plain(address)])
    }

    /// The name of this link.
    pub fn to_ref(&self) -> Ref {
        Ref::new(Kind::Link, &self.id)
    }
}

/// The article in another language, by the dossier's author and not by the article's: words of ours.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Translation {
    /// The language it is in.
    pub language: LanguageTag,
    /// The whole text.
    pub text: Box<str>,
    /// One for each block of the article, in order.
    pub blocks: Vec<TranslatedBlock>,
}

impl Translation {
    /// The translation of each block that has words, in order, given as bytes of `text`: those without words are not
    /// translated. None if there are not as many as the article has blocks with words.
    pub fn new(
        article: &Article,
        language: LanguageTag,
        text: Box<str>,
        ranges: &[Range<usize>],
    ) -> Option<Self> {
        if article.text_blocks().count() != ranges.len() {
            return None;
        }
        let mut ranges = ranges.iter();
        let mut end = 0;
        let blocks = article.blocks.iter().map(|block| {
            let own = if block.kind == BlockKind::Break { None } else { ranges.next() };
            // What is left out stands where the block before it ends, so that the blocks are in order.
            let range = own.filter(|range| !range.is_empty()).cloned().unwrap_or(end..end);
            end = range.end;
            let chunks = wrap::chunks(&text, range.clone());
            TranslatedBlock { range, chunks }
        });
        let blocks = blocks.collect();
        Some(Self { language, text, blocks })
    }

    /// The words for a block of the article; none if it is not translated.
    pub fn of_block(&self, block: usize) -> Option<&str> {
        let range = self.blocks.get(block)?.range.clone();
        (!range.is_empty()).then(|| &self.text[range])
    }

    /// The words for the sentences that a passage is in, where its block has as many sentences in both languages, and whether
    /// the passage is no less than these. Else those for the whole block, as where it is so long that nobody would look for
    /// the sentence in it; none where it is not translated.
    pub fn of_passage(&self, article: &Article, passage: &Range<usize>) -> Option<TranslatedPassage<'_>> {
        /// Bytes of a block from which on its sentences are not counted.
        const LONG: usize = 8192;
        let number =
            article.blocks.partition_point(|block| block.range.start <= passage.start).checked_sub(1)?;
        let block = article.blocks[number].range.clone();
        let words = self.of_block(number)?;
        if passage.end > block.end {
            return None;
        }
        if block.len() > LONG || words.len() > LONG {
            return Some(TranslatedPassage { words, of: TranslatedPart::Block, is_whole: *passage == block });
        }
        let (own, theirs) = (sentences(&article.text[block.clone()]), sentences(words));
        let first = own.partition_point(|sentence| block.start + sentence.end <= passage.start);
        let end = own.partition_point(|sentence| block.start + sentence.start < passage.end);
        if !are_alike(&own, &theirs) || first >= end {
            let is_whole = *passage == block;
            return Some(TranslatedPassage { words, of: TranslatedPart::Block, is_whole });
        }
        // A full stop at the end is nothing that a quotation lacks.
        let last = &own[end - 1];
        let said = article.text[block.clone()][last.clone()].trim_end_matches(['.', '!', '?', '…']).len();
        let is_whole =
            passage.start <= block.start + own[first].start && passage.end >= block.start + last.start + said;
        let words = &words[theirs[first].start..theirs[end - 1].end];
        Some(TranslatedPassage { words, of: TranslatedPart::Sentences(end - first), is_whole })
    }

    /// The block that has this byte of the translation's text.
    pub fn block_at(&self, byte: usize) -> usize {
        self.blocks.partition_point(|block| block.range.start <= byte).saturating_sub(1)
    }
}

/// Whether sentences of a block and those of its translation can be taken for each other: there are as many, and each has about
/// the same share of the whole. Else two may have been joined and a third divided.
fn are_alike(own: &[Range<usize>], theirs: &[Range<usize>]) -> bool {
    /// How many times as large one share may be as the other.
    const MOST: f64 = 1.33;
    let whole = |sentences: &[Range<usize>]| sentences.iter().map(Range::len).sum::<usize>().max(1) as f64;
    let (all, translated) = (whole(own), whole(theirs));
    own.len() == theirs.len()
        && own.iter().zip(theirs).all(|(own, theirs)| {
            let ratio = (own.len() as f64 / all) / (theirs.len() as f64 / translated);
            (MOST.recip()..=MOST).contains(&ratio)
        })
}

/// What words of the article mean in another language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TranslatedPassage<'a> {
    /// The words of ours.
    pub words: &'a str,
    /// How much of the article they are for.
    pub of: TranslatedPart,
    /// Whether the passage is all of that, and not a part of it.
    pub is_whole: bool,
}

/// How much of the article is translated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TranslatedPart {
    /// So many sentences.
    Sentences(usize),
    /// A whole block.
    Block,
}

/// A block of the article in another language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TranslatedBlock {
    /// Its bytes of [`Translation::text`]; empty if the block is not translated.
    pub range: Range<usize>,
    /// The stretches of it that are laid out one at a time, in order.
    pub chunks: Vec<Range<usize>>,
}

/// The article and what is known of its publication.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Article {
    /// The whole text, boilerplate included. Every passage is a half-open range of its bytes.
    pub text: Box<str>,
    /// What is shown, in order; boilerplate is not among it.
    pub blocks: Vec<Block>,
    /// What its author emphasised, in order; adjacent spans differ.
    pub styled_spans: Vec<StyledSpan>,
    /// Its own links, in order, none within another.
    pub links: Vec<ArticleLink>,
    /// The language it is written in.
    pub language: LanguageTag,
    /// Who published it.
    pub outlet: Option<Box<str>>,
    /// Where.
    pub url: Option<Box<str>>,
    /// When.
    pub published: Option<When>,
    /// The article in other languages, in the author's order.
    pub translations: Vec<Translation>,
}

impl Article {
    /// The sentence that a byte of the text is in, or the next one of its block where it is between two; none outside of the
    /// blocks. Of a block too long to be read at once only the chunk with the byte is looked at.
    pub fn sentence_at(&self, byte: usize) -> Option<Range<usize>> {
        let number = self.blocks.partition_point(|block| block.range.start <= byte);
        let chunks = &self.blocks[..number].last()?.chunks;
        let chunk = chunks.iter().find(|chunk| chunk.start <= byte && byte < chunk.end)?;
        let own = sentences(&self.text[chunk.clone()]).into_iter();
        own.map(|own| chunk.start + own.start..chunk.start + own.end).find(|own| byte < own.end)
    }

    /// The article with this text: each line that is not empty is a block, the first of them the title. A line that
    /// reads like one of `headings` is a heading; one that reads like one of `boilerplate` stays in the text and is
    /// not shown. Texts are compared as anchors are.
    pub fn from_text(text: &str, language: LanguageTag, headings: &[String], boilerplate: &[String]) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim_start();
            let first = start + line.len() - trimmed.len();
            let range = first..first + trimmed.trim_end().len();
            start += line.len();
            if !range.is_empty() {
                blocks.push(Block::new(BlockKind::Paragraph, text, range));
            }
        }
        let mut article = Self::from_blocks(text.into(), blocks, language, headings, boilerplate);
        if let Some(first) = article.blocks.first_mut() {
            first.kind = BlockKind::Title;
        }
        article
    }

    /// The article with these blocks, which are in order and share no bytes. One that reads like one of `headings` is
    /// a heading, unless it is one already; one that reads like one of `boilerplate` is not shown.
    pub fn from_blocks(
        text: Box<str>,
        mut blocks: Vec<Block>,
        language: LanguageTag,
        headings: &[String],
        boilerplate: &[String],
    ) -> Self {
        if !headings.is_empty() || !boilerplate.is_empty() {
            let headings: HashSet<String> = headings.iter().map(|line| fold(line)).collect();
            let boilerplate: HashSet<String> = boilerplate.iter().map(|line| fold(line)).collect();
            blocks.retain_mut(|block| {
                let folded = fold(&text[block.range.clone()]);
                if block.kind == BlockKind::Paragraph && headings.contains(&folded) {
                    block.kind = BlockKind::Heading;
                }
                !boilerplate.contains(&folded)
            });
        }
        let (styled_spans, links) = (Vec::new(), Vec::new());
        Self {
            text,
            blocks,
            styled_spans,
            links,
            language,
            outlet: None,
            url: None,
            published: None,
            translations: Vec::new(),
        }
    }

    /// The place of the translation for who reads in this language: that in it, else the first.
    pub fn translation_for(&self, language: &str) -> Option<usize> {
        let primary = |tag: &LanguageTag| tag.primary() == language;
        let own = self.translations.iter().position(|translation| primary(&translation.language));
        own.or((!self.translations.is_empty()).then_some(0))
    }

    /// That translation, unless they read the article's own language: for a text that should not say all twice.
    pub fn translation_unless_read(&self, language: &str) -> Option<&Translation> {
        let place = self.translation_for(language).filter(|_| self.language.primary() != language)?;
        self.translations.get(place)
    }

    /// The title as it stands in the text; none in an article without one.
    pub fn title(&self) -> Option<&str> {
        self.title_block().map(|block| &self.text[block.range.clone()])
    }

    /// The block that the title is.
    pub fn title_block(&self) -> Option<&Block> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title)
    }

    /// The blocks that have words.
    pub fn text_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind != BlockKind::Break)
    }

    /// Its words, to find quotations in them.
    pub(crate) fn index(&self) -> Index {
        Index::new(&self.text, self.text_blocks().map(|block| block.range.clone()))
    }

    /// The link with this id.
    pub fn link(&self, id: &Id) -> Option<&ArticleLink> {
        let number: usize = id.as_str().parse().ok()?;
        self.links.get(number.checked_sub(1)?).filter(|link| link.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
        let article = Article::from_text(
            text,
            LanguageTag::new("de"),
            &["Zweiter  Teil".to_owned()],
            &["Kommentare".to_owned()],
        );
        article.blocks.iter().map(|block| (block.kind, &text[block.range.clone()])).collect()
    }

    #[test]
    fn lines_are_blocks() {
        assert_eq!(
            kinds("\n  Titel \r\nEin Satz.\n\nZweiter Teil\n\tNoch einer.\nKommentare"),
            [
                (BlockKind::Title, "Titel"),
                (BlockKind::Paragraph, "Ein Satz."),
                (BlockKind::Heading, "Zweiter Teil"),
                (BlockKind::Paragraph, "Noch einer."),
            ]
        );
    }

    #[test]
    fn a_text_of_blanks_has_no_blocks() {
        assert!(kinds(" \n\n \t").is_empty());
        let empty = Article::from_text("", LanguageTag::new("de"), &[], &[]);
        assert_eq!(empty.title(), None);
    }

    proptest! {
        #[test]
        fn blocks_are_disjoint_and_in_order(text in "[ a\\n\u{a0}ü]{0,60}") {
            let article = Article::from_text(&text, LanguageTag::new("de"), &[], &[]);
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(end <= block.range.start && block.range.start < block.range.end);
                let shown = &text[block.range.clone()];
                prop_assert_eq!(shown, shown.trim());
                prop_assert!(!shown.contains('\n'));
                end = block.range.end;
            }
        }
    }
}
