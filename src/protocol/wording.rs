//! Assessments and figures in words, for whoever needs no more than the language to say them.

use crate::dossier::{Assessment, Qualifier};
use crate::i18n::language::Language;
use crate::look::glyphs::{self, Glyphs};

/// An assessment in a word.
pub fn assessment(language: Language, assessment: Assessment) -> &'static str {
    let strings = language.strings();
    match assessment {
        Assessment::BorneOut => strings.borne_out,
        Assessment::Qualified => strings.qualified,
        Assessment::Contradicted => strings.contradicted,
        Assessment::Open => strings.open,
    }
}

/// An amount, with its unit or without, and how it is meant: `> 1.000 MW`, `rund 917 MW`.
pub(crate) fn meant(language: Language, glyphs: Glyphs, amount: String, qualifier: Qualifier) -> String {
    let strings = language.strings();
    match qualifier {
        Qualifier::Exact => amount,
        Qualifier::About => format!("{} {amount}", strings.about),
        Qualifier::Rounded => format!("{} {amount}", strings.rounded),
        Qualifier::MoreThan => format!("> {amount}"),
        Qualifier::AtLeast => format!("{} {amount}", glyphs::AT_LEAST.get(glyphs)),
        Qualifier::UpTo => format!("{} {amount}", glyphs::AT_MOST.get(glyphs)),
        Qualifier::Forecast => format!("{amount} ({})", strings.forecast),
    }
}
