//! Words of others, in quotation marks.

use crate::dossier::Dossier;
use crate::i18n::language::{Language, inner_quotation_marks as inner_marks, quotation_marks as marks};
use crate::text::width;

/// Words of the article in the quotation marks of its language.
pub fn of_article(dossier: &Dossier, text: &str) -> String {
    let (open, close) = marks(dossier.article.language.primary());
    format!("{open}{text}{close}")
}

/// Words of a source in the quotation marks of the interface's language.
pub fn by_us(language: Language, text: &str) -> String {
    let (open, close) = marks(language.tag());
    format!("{open}{text}{close}")
}

/// Line breaks as blanks; nothing else is touched.
pub fn without_line_breaks(text: &str) -> String {
    text.replace('\n', " ")
}

/// Words of the article in the quotation marks of its language, on a line; a quotation within them has the inner marks.
pub fn of_article_nested(dossier: &Dossier, text: &str) -> String {
    let language = dossier.article.language.primary();
    let (open, close) = marks(language);
    let (inner_open, inner_close) = inner_marks(language);
    let mut nested = String::with_capacity(text.len() + 16);
    nested.push_str(open);
    let mut is_open = false;
    let mut before = ' ';
    for c in without_line_breaks(text).chars() {
        let begins = if c == '"' { !is_open && !before.is_alphanumeric() } else { open.starts_with(c) };
        let ends = if c == '"' { is_open } else { close.starts_with(c) };
        if begins || ends {
            nested.push_str(if begins { inner_open } else { inner_close });
            is_open = begins;
        } else {
            nested.push(c);
        }
        before = c;
    }
    nested.push_str(close);
    nested
}

/// A text that ends with words in quotation marks, in so many cells. What is cut off of them is said within the marks: they
/// are closed again.
pub fn truncated(text: &str, cells: usize, ellipsis: &str) -> String {
    if width::cells(text) <= cells {
        return text.to_owned();
    }
    let mut cut = String::new();
    for marks in 0..=2 {
        cut = width::truncate(text, cells.saturating_sub(marks), ellipsis).into_owned();
        let missing = unclosed(&cut);
        if missing.chars().count() <= marks {
            // A mark with nothing behind it says nothing.
            return cut + &missing;
        }
    }
    cut
}

/// The marks that close the quotations which are open at the end of a text, the inner one first.
fn unclosed(text: &str) -> String {
    let mut open: Vec<char> = Vec::new();
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // An apostrophe has a letter behind it, and most often one before it.
        let is_within_word = rest.peek().is_some_and(|next| next.is_alphanumeric());
        let is_apostrophe = matches!(c, '’' | '\'') && (is_within_word || before.is_whitespace());
        if open.last() == Some(&c) && !is_apostrophe {
            open.pop();
        } else {
            open.extend(match c {
                '„' => Some('“'),
                '“' => Some('”'),
                '‚' => Some('‘'),
                '‘' => Some('’'),
                '"' => Some('"'),
                '\'' if !before.is_alphanumeric() => Some('\''),
                _ => None,
            });
        }
        before = c;
    }
    open.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::load::{Memory, load};

    fn dossier(language: &str) -> Arc<Dossier> {
        let files = Memory::default()
            .with("dossier.toml", format!("format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"{language}\"\n"))
            .with("article.txt", "Text.\n");
        load(&files).expect("it is read").dossier
    }

    #[test]
    fn a_quotation_within_a_quotation_has_the_inner_marks() {
        let german = dossier("de");
        assert_eq!(of_article_nested(&german, "„Wir bauen das“,\nsagte er"), "„‚Wir bauen das‘, sagte er“");
        assert_eq!(of_article_nested(&german, "\"Wir bauen das\", sagte er"), "„‚Wir bauen das‘, sagte er“");
        let english = dossier("en");
        assert_eq!(of_article_nested(&english, "“This isn’t it,” he said"), "“‘This isn’t it,’ he said”");
        assert_eq!(of_article_nested(&english, "a 5\" disk"), "“a 5\" disk”");
    }

    #[test]
    fn what_is_cut_is_closed_again() {
        assert_eq!(truncated("Lücke: „Wie viele Schiffe das trifft“", 25, "…"), "Lücke: „Wie viele …“");
        assert_eq!(truncated("Claim: “‘This isn’t it,’ he said”", 20, "…"), "Claim: “‘This …’”");
        assert_eq!(truncated("Claim: \"'This isn't it,' he said\"", 21, "..."), "Claim: \"'This ...'\"");
        assert_eq!(truncated("Akteur: „Ostlinie“", 18, "…"), "Akteur: „Ostlinie“");
        assert_eq!(truncated("Ein Name ohne Worte", 10, "…"), "Ein Name …");
    }

    proptest! {
        #[test]
        fn there_is_always_room_for_what_is_cut(text in "[a-c „“‚‘’\"' ]{0,40}", cells in 0..40_usize) {
            prop_assert!(width::cells(&truncated(&text, cells, "…")) <= cells.max(1));
        }
    }
}
