//! What the status line says of the mark.

use crate::app::App;
use crate::facts::Blocks;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::mark::{characters, count_words};
use crate::protocol::{names, words};
use crate::text::width;

/// The fewest cells for the words themselves, as a part of the line: one in so many.
const PART: usize = 3;

impl App {
    /// The marked words, and how many: `„Reedereien aus … bekommen.“ · 13 words, 98 characters · paragraph 1, sentence 2`.
    pub(in crate::app) fn mark_summary(&self, room: usize) -> Option<String> {
        let context = &self.context;
        let range = context.mark()?.range();
        let article = &context.dossier.article;
        let (language, strings) = (context.language, &context.strings().marking);
        let counted = [
            names::counted(language, count_words(article, range), &strings.words),
            names::counted(language, characters(article, range), &strings.characters),
        ];
        let place = words::stretch(language, &Blocks::of(article).stretch(range));
        let counts = context.joined(&[counted.join(", ")].into_iter().chain(place).collect::<Vec<_>>());
        let between = width::cells(context.glyph(glyphs::DOT));
        let left = room.saturating_sub(width::cells(&counts) + between).max(room / PART);
        let said = without_middle(context, &names::of_article_on_a_line(context, range), left);
        Some(context.joined(&[said, counts]))
    }
}

/// Words in at most so many cells: those at both ends, where not all fit.
fn without_middle(context: &Context, text: &str, room: usize) -> String {
    if width::cells(text) <= room {
        return text.to_owned();
    }
    let ellipsis = context.glyph(glyphs::ELLIPSIS);
    let words: Vec<&str> = text.split(' ').collect();
    let (mut first, mut last) = (0, words.len());
    let shown = |first: usize, last: usize| [&words[..first], &[ellipsis], &words[last..]].concat().join(" ");
    while first < last {
        // From both ends in turn, the beginning first.
        let next = if first <= words.len() - last { (first + 1, last) } else { (first, last - 1) };
        if width::cells(&shown(next.0, next.1)) > room {
            break;
        }
        (first, last) = next;
    }
    // Without a word from both ends, as many letters as fit from the beginning.
    let has_both = first > 0 && last < words.len();
    if has_both { shown(first, last) } else { context.truncate(text, room).into_owned() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::dossier::{Dossier, Parts};
    use crate::i18n::language::Language;

    fn context() -> Context {
        Context::new(Arc::new(Dossier::assemble(Parts::default())), Language::En)
    }

    #[test]
    fn the_words_at_both_ends_stay() {
        let cut = |room| without_middle(&context(), "„Wer in diesen Wochen viele fremde Flaggen.“", room);
        assert_eq!(cut(80), "„Wer in diesen Wochen viele fremde Flaggen.“");
        assert_eq!(cut(30), "„Wer in … fremde Flaggen.“");
        assert!(cut(8).starts_with("„Wer") && cut(8).ends_with('…'), "{}", cut(8));
    }

    proptest! {
        #[test]
        fn it_takes_no_more_room_than_there_is(text in "\\PC{0,80}", room in 1_usize..60) {
            prop_assert!(width::cells(&without_middle(&context(), &text, room)) <= room);
        }
    }
}
