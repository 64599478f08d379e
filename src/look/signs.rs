//! The signs, the same everywhere, each readable without colour. The help shows this table.

use crate::dossier::Assessment;
use crate::facts::Mark;
use crate::i18n::strings::Strings;
use crate::look::glyphs::{self, Glyph};
use crate::look::theme::Role;

/// A sign and the style it wears.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign {
    /// One cell.
    pub glyph: Glyph,
    /// What colours it.
    pub role: Role,
}

const fn sign(glyph: Glyph, role: Role) -> Sign {
    Sign { glyph, role }
}

/// The article says it.
pub const ARTICLE: Sign = sign(glyphs::ARTICLE, Role::Article);
/// Only sources say it.
pub const BACKGROUND: Sign = sign(glyphs::BACKGROUND, Role::Background);
/// Inferred by us.
pub const INFERRED: Sign = sign(glyphs::INFERRED, Role::Open);
/// An event that the article perhaps means.
pub const PERHAPS: Sign = sign(glyphs::PERHAPS, Role::Open);
/// Borne out.
pub const BORNE_OUT: Sign = sign(glyphs::BORNE_OUT, Role::BorneOut);
/// Qualified.
pub const QUALIFIED: Sign = sign(glyphs::QUALIFIED, Role::Qualified);
/// Contradicted.
pub const CONTRADICTED: Sign = sign(glyphs::CONTRADICTED, Role::Contradicted);
/// Open: not decided.
pub const OPEN: Sign = sign(glyphs::OPEN, Role::Open);
/// A gap.
pub const GAP: Sign = sign(glyphs::GAP, Role::Gap);
/// Its evidence is broken.
pub const BROKEN: Sign = sign(glyphs::BROKEN, Role::Broken);

/// The reader's own note. No sign of the dossier's, so that it is explained apart from those.
pub const NOTE: Sign = sign(glyphs::NOTE, Role::Note);

/// Every sign and what it means, in the order in which they are explained.
pub fn legend(strings: &'static Strings) -> [(Sign, &'static str); 10] {
    [
        (ARTICLE, strings.help_article),
        (BACKGROUND, strings.help_background),
        (INFERRED, strings.help_inferred),
        (PERHAPS, strings.help_perhaps),
        (BORNE_OUT, strings.help_borne_out),
        (QUALIFIED, strings.help_qualified),
        (CONTRADICTED, strings.help_contradicted),
        (OPEN, strings.help_open),
        (GAP, strings.help_gap),
        (BROKEN, strings.help_broken),
    ]
}

/// The sign of each kind of event, in the order in which they are explained; the last is that of all other kinds.
pub const EVENT_KINDS: [(&str, Sign); 9] = [
    ("control", sign(glyphs::KIND_CONTROL, Role::Text)),
    ("relaxation", sign(glyphs::KIND_RELAXATION, Role::Text)),
    ("guidance", sign(glyphs::KIND_GUIDANCE, Role::Text)),
    ("mandate", sign(glyphs::KIND_MANDATE, Role::Text)),
    ("enforcement", sign(glyphs::KIND_ENFORCEMENT, Role::Text)),
    ("report", sign(glyphs::KIND_REPORT, Role::Text)),
    ("decision", sign(glyphs::KIND_DECISION, Role::Text)),
    ("statement", sign(glyphs::KIND_STATEMENT, Role::Text)),
    ("other", sign(glyphs::KIND_OTHER, Role::Text)),
];

/// Which of the kinds of events this is, by its place among [`EVENT_KINDS`].
pub fn place_of_event_kind(kind: &str) -> usize {
    EVENT_KINDS.iter().position(|(known, _)| *known == kind).unwrap_or(EVENT_KINDS.len() - 1)
}

/// The sign of a kind of event.
pub fn of_event_kind(kind: &str) -> Sign {
    EVENT_KINDS[place_of_event_kind(kind)].1
}

/// The sign of a mark.
pub fn of_mark(mark: Mark) -> Sign {
    match mark {
        Mark::Article => ARTICLE,
        Mark::Background => BACKGROUND,
        Mark::Inferred => INFERRED,
        Mark::Perhaps => PERHAPS,
        Mark::Assessed(assessment) => of_assessment(assessment),
        Mark::Gap => GAP,
        Mark::Broken | Mark::Faulty => BROKEN,
    }
}

/// The sign of an assessment.
pub fn of_assessment(assessment: Assessment) -> Sign {
    match assessment {
        Assessment::BorneOut => BORNE_OUT,
        Assessment::Qualified => QUALIFIED,
        Assessment::Contradicted => CONTRADICTED,
        Assessment::Open => OPEN,
    }
}

/// What the tile of a claim is filled with, and its colour; none is for a claim on broken evidence.
pub fn tile(assessment: Option<Assessment>) -> Sign {
    match assessment {
        Some(Assessment::BorneOut) => sign(glyphs::TILE_BORNE_OUT, Role::BorneOut),
        Some(Assessment::Qualified) => sign(glyphs::TILE_QUALIFIED, Role::Qualified),
        Some(Assessment::Contradicted) => sign(glyphs::TILE_CONTRADICTED, Role::Contradicted),
        Some(Assessment::Open) => sign(glyphs::TILE_OPEN, Role::Open),
        None => sign(glyphs::TILE_BROKEN, Role::Broken),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::dossier::Assessment;
    use crate::i18n::language::Language;
    use crate::look::glyphs::Glyphs;

    /// Every mark but that of another fault, which wears the sign of broken evidence: both say that something is wrong.
    const MARKS: [Mark; 10] = [
        Mark::Article,
        Mark::Background,
        Mark::Inferred,
        Mark::Perhaps,
        Mark::Assessed(Assessment::BorneOut),
        Mark::Assessed(Assessment::Qualified),
        Mark::Assessed(Assessment::Contradicted),
        Mark::Assessed(Assessment::Open),
        Mark::Gap,
        Mark::Broken,
    ];

    #[test]
    fn each_sign_means_one_thing_and_the_legend_lists_it_once() {
        for language in [Language::De, Language::En] {
            let legend = legend(language.strings());
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let listed: Vec<&str> = legend.iter().map(|(sign, _)| sign.glyph.get(glyphs)).collect();
                let marked: Vec<&str> = MARKS.iter().map(|mark| of_mark(*mark).glyph.get(glyphs)).collect();
                assert_eq!(marked.iter().collect::<HashSet<_>>().len(), marked.len(), "{marked:?}");
                assert_eq!(
                    listed.iter().collect::<HashSet<_>>(),
                    marked.iter().collect::<HashSet<_>>(),
                    "{language:?}"
                );
                assert_eq!(listed.len(), marked.len(), "{listed:?}");
            }
            let meanings: HashSet<&str> = legend.iter().map(|(_, meaning)| *meaning).collect();
            assert_eq!(meanings.len(), legend.len(), "{meanings:?}");
        }
    }
}
