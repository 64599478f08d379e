//! Words of others, in quotation marks.

use crate::dossier::Dossier;
use crate::i18n::language::{Language, quotation_marks as marks};

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
