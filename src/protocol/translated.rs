//! Our translation of words of the article.

use std::ops::Range;

use crate::dossier::{BlockKind, TranslatedPart, TranslatedPassage};
use crate::i18n::language::quotation_marks as marks;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::without_line_breaks;

/// The most characters of a translation that follows what is quoted.
pub const LONGEST: usize = 800;

/// Our translation of the sentences that words of the article stand in, and how much of it that is; none for those who read the
/// article's language.
pub fn translated(context: &Context, passage: &Range<usize>) -> Option<String> {
    let reader = context.language.tag();
    let translation = context.dossier.article.translation_unless_read(reader)?;
    let found = translation.of_passage(&context.dossier.article, passage)?;
    if found.words.chars().nth(LONGEST).is_some() {
        return Some(format!("({})", context.strings().translation_left_out));
    }
    let language = translation.language.primary();
    let tag = if language == reader { String::new() } else { format!(" [{language}]") };
    let (open, close) = marks(language);
    let whose = names::capitalized(whose(context, passage, &found));
    Some(format!("{whose}{tag}: {open}{}{close}", without_line_breaks(found.words)))
}

/// That a translation is ours, and of how much where fewer words were quoted.
pub fn whose(context: &Context, passage: &Range<usize>, found: &TranslatedPassage) -> &'static str {
    let (article, strings) = (&context.dossier.article, context.strings());
    let number = article.blocks.partition_point(|block| block.range.start <= passage.start);
    let kind = article.blocks[..number].last().map(|block| block.kind);
    match found.of {
        _ if found.is_whole => strings.our_translation,
        _ if matches!(kind, Some(BlockKind::Title | BlockKind::Heading | BlockKind::Subheading)) => {
            strings.our_translation_of_heading
        }
        TranslatedPart::Sentences(1) => strings.our_translation_of_sentence,
        TranslatedPart::Sentences(_) => strings.our_translation_of_sentences,
        TranslatedPart::Block => strings.our_translation_of_block,
    }
}
