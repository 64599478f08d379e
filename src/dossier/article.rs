//! The article as published: its text, never altered but for characters that may not reach a terminal, and the
//! blocks it consists of.

use std::collections::HashSet;
use std::ops::Range;

use super::Language;
use super::When;
use super::anchor::fold;
use crate::text::flow;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The article's title; at most one, the first.
    Title,
    /// A heading within it.
    Heading,
    /// A paragraph.
    Paragraph,
}

/// A stretch of the article that is laid out on its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes of [`Article::text`], without surrounding white space.
    pub range: Range<usize>,
    /// The stretches of it that are laid out one at a time ([`crate::text::flow::chunks`]), in order.
    pub chunks: Vec<Range<usize>>,
}

/// The article and what is known of its publication.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// The whole text, boilerplate included. Every passage is a half-open range of its bytes.
    pub text: Box<str>,
    /// What is shown, in order; boilerplate is not among it.
    pub blocks: Vec<Block>,
    /// The language it is written in.
    pub language: Language,
    /// Who published it.
    pub outlet: Option<Box<str>>,
    /// Where.
    pub url: Option<Box<str>>,
    /// When.
    pub published: Option<When>,
}

impl Article {
    /// The article with this text: each line that is not empty is a block, the first of them the title. A line that
    /// reads like one of `headings` is a heading; one that reads like one of `boilerplate` stays in the text and is
    /// not shown. Texts are compared as anchors are.
    pub fn from_text(text: &str, language: Language, headings: &[String], boilerplate: &[String]) -> Self {
        let headings: HashSet<String> = headings.iter().map(|line| fold(line)).collect();
        let boilerplate: HashSet<String> = boilerplate.iter().map(|line| fold(line)).collect();
        let mut blocks: Vec<Block> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim_start();
            let first = start + line.len() - trimmed.len();
            let range = first..first + trimmed.trim_end().len();
            start += line.len();
            if range.is_empty() {
                continue;
            }
            let folded = fold(&text[range.clone()]);
            if boilerplate.contains(&folded) {
                continue;
            }
            let kind = match blocks.first() {
                None => BlockKind::Title,
                Some(_) if headings.contains(&folded) => BlockKind::Heading,
                Some(_) => BlockKind::Paragraph,
            };
            let chunks = flow::chunks(text, range.clone());
            blocks.push(Block { kind, range, chunks });
        }
        Self { text: text.into(), blocks, language, outlet: None, url: None, published: None }
    }

    /// The title as it stands in the text; none if the article has no text.
    pub fn title(&self) -> Option<&str> {
        self.blocks.first().map(|block| &self.text[block.range.clone()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
        let article = Article::from_text(
            text,
            Language::new("de"),
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
        let empty = Article::from_text("", Language::new("de"), &[], &[]);
        assert_eq!(empty.title(), None);
    }

    proptest! {
        #[test]
        fn blocks_are_disjoint_and_in_order(text in "[ a\\n\u{a0}ü]{0,60}") {
            let article = Article::from_text(&text, Language::new("de"), &[], &[]);
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
