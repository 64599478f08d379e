//! The sources of a dossier as CSL-JSON, for reference managers.

use super::build;
use super::choice::Choice;
use crate::i18n::language::Language;
use crate::load::Loaded;
use crate::references;

/// All sources of a dossier, or those of a part of it and that this cites, in the dossier's order. Dates that CSL-JSON has no form
/// for stand in words of a language. None if a part has no sources.
pub fn csl_json(loaded: &Loaded, language: Language, choice: Option<&Choice>) -> Option<String> {
    let all = &loaded.dossier.sources;
    let Some(choice) = choice else { return Some(references::csl_json(all, language)) };
    let wanted = build::sources_of_part(loaded, language, choice);
    let mut of_part = all.iter().filter(|source| wanted.contains(&source.id)).peekable();
    of_part.peek()?;
    Some(references::csl_json(of_part, language))
}
