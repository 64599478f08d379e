//! The signs, the same everywhere, each readable without colour. The help shows this table.

use super::theme::Role;
use crate::dossier::{Assessment, Evidence, Standing};

/// A sign and the style it wears.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign {
    /// One cell.
    pub glyph: &'static str,
    /// What colours it.
    pub role: Role,
}

const fn sign(glyph: &'static str, role: Role) -> Sign {
    Sign { glyph, role }
}

/// The article says it.
pub const ARTICLE: Sign = sign("▏", Role::Article);
/// Only sources say it.
pub const BACKGROUND: Sign = sign("┊", Role::Background);
/// Inferred, a candidate, or open.
pub const INFERRED: Sign = sign("?", Role::Open);
/// Borne out.
pub const BORNE_OUT: Sign = sign("=", Role::BorneOut);
/// Qualified.
pub const QUALIFIED: Sign = sign("~", Role::Qualified);
/// Contradicted.
pub const CONTRADICTED: Sign = sign("≠", Role::Contradicted);
/// A gap.
pub const GAP: Sign = sign("+", Role::Gap);
/// Its evidence is broken.
pub const BROKEN: Sign = sign("!", Role::Broken);

/// The sign of an assessment.
pub fn of_assessment(assessment: Assessment) -> Sign {
    match assessment {
        Assessment::BorneOut => BORNE_OUT,
        Assessment::Qualified => QUALIFIED,
        Assessment::Contradicted => CONTRADICTED,
        Assessment::Open => INFERRED,
    }
}

/// The sign of a standing.
pub fn of_standing(standing: Standing) -> Sign {
    match standing {
        Standing::Article | Standing::Both => ARTICLE,
        Standing::Background => BACKGROUND,
        Standing::Inferred => INFERRED,
        Standing::Broken => BROKEN,
    }
}

/// The sign of what bears a statement: `?` where all of the article's words for it take a reading.
pub fn of_evidence(evidence: &Evidence) -> Sign {
    if evidence.is_inferred() { INFERRED } else { of_standing(evidence.standing()) }
}
