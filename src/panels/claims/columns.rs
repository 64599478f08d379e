//! The columns of the list of claims: number, assessment, where it comes from, text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::{Assessment, Dossier, Kind, Ref};
use crate::i18n::language::Language;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;
use crate::widgets::{row, to_cells};

/// From this many rows inside the frame on, the columns have heads.
pub(super) const HEADS_FROM: u16 = 10;
/// From this width inside the frame on, the assessment is said in a word too.
const WORDS: u16 = 70;
/// From this width on, claims and gaps are numbered.
const NUMBERS: u16 = 76;

/// What the widths of the columns depend on in a dossier, in a language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Widths {
    number: u16,
    word: u16,
}

impl Widths {
    /// Those of all claims and gaps, whatever the filter lets pass: the columns stay where they are.
    pub(super) fn of(dossier: &Dossier, language: Language) -> Self {
        let strings = language.strings();
        let most = dossier.claims.len().max(dossier.gaps.len());
        let number = width::cells(&language.count(most)).max(width::cells(strings.number));
        let assessments = dossier.claims.iter().filter_map(|claim| claim.assessment);
        let words = assessments.map(|assessment| names::assessment(language, assessment));
        let words = words.chain((!dossier.gaps.is_empty()).then_some(strings.gap.one));
        let word = words.map(width::cells).max().unwrap_or(0);
        // The head begins over the sign, which has a blank after it.
        Self {
            number: to_cells(number),
            word: to_cells(word.max(width::cells(strings.by_assessment).saturating_sub(2))),
        }
    }
}

/// The columns in a list of some width, each by the cells that stand before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Columns {
    /// Where the number ends; none if there is no room for it.
    number: Option<u16>,
    assessment: u16,
    /// The word for the assessment; none if there is no room for it.
    word: Option<u16>,
    provenance: u16,
    /// The text.
    pub(super) text: u16,
}

impl Columns {
    /// Those of a list inside this area.
    pub(super) fn of(widths: Widths, area: Rect) -> Self {
        let number = (area.width >= NUMBERS).then_some(row::CURSOR_CELLS + widths.number);
        let assessment = number.map_or(row::CURSOR_CELLS, |end| end + 1);
        // A sign and a blank.
        let after_sign = assessment + 2;
        let word = (area.width >= WORDS).then_some(after_sign);
        let provenance = word.map_or(after_sign, |word| word + widths.word + 1);
        Self { number, assessment, word, provenance, text: provenance + 2 }
    }

    /// Draws what stands over the columns. Where the signs have no words between them, both are named in a row.
    pub(super) fn draw_heads(&self, context: &Context, line: Rect, buffer: &mut Buffer) {
        let (strings, quiet) = (context.strings(), context.style(Role::Quiet));
        let mut set = |x: u16, text: &str| {
            let room = usize::from(line.width.saturating_sub(x));
            buffer.set_string(line.x + x, line.y, context.truncate(text, room), quiet);
        };
        if let Some(end) = self.number {
            set(end.saturating_sub(to_cells(width::cells(strings.number))), strings.number);
        }
        if self.word.is_some() {
            set(self.assessment, strings.by_assessment);
            set(self.provenance, strings.by_provenance);
        } else {
            set(self.assessment, &context.joined(&[strings.by_assessment, strings.by_provenance]));
        }
    }

    /// Draws what stands before the text of a claim or gap.
    pub(super) fn draw(&self, context: &Context, item: &Ref, line: Rect, buffer: &mut Buffer) {
        let quiet = context.style(Role::Quiet);
        if let (Some(end), Some(number)) = (self.number, context.dossier.number_of(item)) {
            let number = context.language.count(number);
            let x = end.saturating_sub(to_cells(width::cells(&number)));
            buffer.set_string(line.x + x, line.y, number, quiet);
        }
        let assessment = assessment(&context.dossier, item);
        let strings = context.strings();
        let (sign, word) = match (item.kind, assessment) {
            (Kind::Claim, Some(assessment)) => {
                (Some(signs::of_assessment(assessment)), names::assessment(context.language, assessment))
            }
            // On broken evidence nothing is judged, which the sign beside it shows.
            (Kind::Claim, None) => (None, ""),
            _ => (Some(signs::GAP), strings.gap.one),
        };
        let mut set = |x: u16, Sign { glyph, role }: Sign| {
            buffer.set_string(line.x + x, line.y, context.glyph(glyph), context.style(role));
        };
        if let Some(sign) = sign {
            set(self.assessment, sign);
        }
        set(self.provenance, context.standing_sign(item));
        if let Some(x) = self.word {
            buffer.set_string(line.x + x, line.y, word, quiet);
        }
    }
}

/// How a claim is assessed; none of a gap, and none where its evidence is broken.
fn assessment(dossier: &Dossier, item: &Ref) -> Option<Assessment> {
    dossier.claim(&item.id).filter(|_| item.kind == Kind::Claim).and_then(|claim| claim.assessment)
}

/// `3= 15~ 11? 0≠ · 8+`: how many claims there are of each assessment, and how many gaps; then without the dot. Claims
/// without an assessment are counted where there are any.
pub(super) fn totals(context: &Context) -> Vec<String> {
    let dossier = &context.dossier;
    let counted =
        |count: usize, sign: Sign| format!("{}{}", context.language.count(count), context.glyph(sign.glyph));
    let of = |assessment: Assessment| {
        let count = dossier.claims.iter().filter(|claim| claim.assessment == Some(assessment)).count();
        counted(count, signs::of_assessment(assessment))
    };
    let broken = dossier.claims.iter().filter(|claim| claim.assessment.is_none()).count();
    let order = [Assessment::BorneOut, Assessment::Qualified, Assessment::Open, Assessment::Contradicted];
    let mut claims: Vec<String> = order.into_iter().map(of).collect();
    claims.extend((broken > 0).then(|| counted(broken, signs::BROKEN)));
    let (claims, gaps) = (claims.join(" "), counted(dossier.gaps.len(), signs::GAP));
    vec![context.joined(&[claims.clone(), gaps.clone()]), format!("{claims} {gaps}")]
}
