//! The article as published: its text, never altered but for characters that may not reach a terminal, and the
//! blocks it consists of.

use std::ops::Range;

use super::Language;
use super::When;

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
