//! What to offer where nothing was found: words of the article and of the things that are nearly those that were typed.

use super::texts;
use crate::dossier::{Dossier, Kind};
use crate::i18n::language::Language;
use crate::text::find::{Nearest, Query, Suggestion};

/// The most bytes of the article that are read again for words: in more there are hardly any others.
const MOST_READ: usize = 4 << 20;

/// The work of putting the texts of a thing together.
const COMPOSE: usize = 1024;

/// How far everything has been read.
#[derive(Clone, Debug)]
pub(super) struct NearStage {
    nearest: Nearest,
    part: Part,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    /// Blocks of the article, or of its translation, and the byte that was reached.
    Article {
        block: usize,
        byte: usize,
    },
    Translation {
        block: usize,
        byte: usize,
    },
    Things {
        kind: usize,
        place: usize,
        text: usize,
        byte: usize,
    },
}

impl NearStage {
    pub(super) fn new(query: &Query, typed: &str) -> Self {
        Self { nearest: Nearest::new(query, typed), part: Part::Article { block: 0, byte: 0 } }
    }

    /// Goes on for about so much work; whether all is read.
    pub(super) fn work(
        &mut self,
        dossier: &Dossier,
        language: Language,
        translation: Option<usize>,
        work: &mut usize,
    ) -> bool {
        let article = &dossier.article;
        while *work > 0 {
            self.part = match self.part {
                Part::Article { block, byte } => {
                    match article.blocks.get(block).filter(|block| block.range.start < MOST_READ) {
                        None => Part::Translation { block: 0, byte: 0 },
                        Some(of) => {
                            let (from, to) = (byte.max(of.range.start), of.range.end);
                            let byte = self.nearest.read(&article.text, from, to, work);
                            Part::Article {
                                block: block + usize::from(byte >= to || byte >= MOST_READ),
                                byte,
                            }
                        }
                    }
                }
                Part::Translation { block, byte } => {
                    let translation = translation.and_then(|place| article.translations.get(place));
                    match translation.and_then(|of| Some((of, of.blocks.get(block)?))) {
                        Some((of, at)) if at.range.start < MOST_READ => {
                            let (from, to) = (byte.max(at.range.start), at.range.end);
                            let byte = self.nearest.read(&of.text, from, to, work);
                            Part::Translation { block: block + usize::from(byte >= to), byte }
                        }
                        _ => Part::Things { kind: 0, place: 0, text: 0, byte: 0 },
                    }
                }
                Part::Things { kind, place, text, byte } => {
                    let Some(of) = Kind::ALL.get(kind) else { return true };
                    let Some(name) = dossier.nth_of_kind(*of, place) else {
                        self.part = Part::Things { kind: kind + 1, place: 0, text: 0, byte: 0 };
                        continue;
                    };
                    let texts = texts::all(dossier, &name, language);
                    let (text, byte) = self.read_texts(&texts, text, byte, work);
                    // Only now: who may do less than this per slice gets on, too.
                    *work = work.saturating_sub(COMPOSE);
                    if text < texts.len() {
                        Part::Things { kind, place, text, byte }
                    } else {
                        Part::Things { kind, place: place + 1, text: 0, byte: 0 }
                    }
                }
            };
            // An empty block costs something too.
            *work = work.saturating_sub(1);
        }
        false
    }

    /// Reads the texts of a thing from this byte of this one on; returns how far it came.
    fn read_texts(
        &mut self,
        texts: &[texts::SearchText<'_>],
        mut text: usize,
        mut byte: usize,
        work: &mut usize,
    ) -> (usize, usize) {
        while let Some(of) = texts.get(text) {
            byte = self.nearest.read(&of.text, byte, of.text.len(), work);
            if byte < of.text.len() {
                break;
            }
            (text, byte) = (text + 1, 0);
        }
        (text, byte)
    }

    /// Whether what is offered are the query's own words, which stand nowhere together; and what is offered.
    pub(super) fn finish(self) -> (bool, Vec<Suggestion>) {
        (self.nearest.are_apart(), self.nearest.suggestions())
    }
}
