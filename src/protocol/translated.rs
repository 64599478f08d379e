//! Our translation of words of the article.

use std::ops::Range;

use crate::dossier::{BlockKind, TranslatedPart};
use crate::i18n::language::quotation_marks as marks;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::without_line_breaks;

/// Our translation of the sentences that words of the article stand in, and how much of it that is; none for who reads the
/// article's language.
pub fn translated(context: &Context, passage: &Range<usize>) -> Option<String> {
    let (article, strings) = (&context.dossier.article, context.strings());
    let reader = context.language.tag();
    let translation = article.translation_unless_read(reader)?;
    let found = translation.of_passage(article, passage)?;
    let is_heading = article.blocks.iter().any(|block| {
        block.range.start <= passage.start
            && passage.end <= block.range.end
            && matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Subheading)
    });
    let whose = match found.of {
        _ if found.is_whole => strings.our_translation,
        _ if is_heading => strings.our_translation_of_heading,
        TranslatedPart::Sentences(1) => strings.our_translation_of_sentence,
        TranslatedPart::Sentences(_) => strings.our_translation_of_sentences,
        TranslatedPart::Block => strings.our_translation_of_block,
    };
    let language = translation.language.primary();
    let tag = if language == reader { String::new() } else { format!(" [{language}]") };
    let (open, close) = marks(language);
    Some(format!("{}{tag}: {open}{}{close}", names::capitalized(whose), without_line_breaks(found.words)))
}
