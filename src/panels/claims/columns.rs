//! The columns of the list of claims: number, assessment, where it comes from, text, first source.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::{Assessment, Claim, Dossier, Gap, Kind, Ref};
use crate::facts::{self, Totals};
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
/// From this width on, claims and gaps are numbered, and each takes a row that ends in its first source.
const NUMBERS: u16 = 76;
/// The most cells for a source.
const SOURCE: usize = 24;

/// What the widths of the columns depend on in a dossier, in a language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Widths {
    number: u16,
    word: u16,
    source: u16,
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
        let claims = dossier.claims.iter().map(Claim::to_ref).chain(dossier.gaps.iter().map(Gap::to_ref));
        let sources = claims.filter_map(|item| source(dossier, language, &item));
        let source = sources.map(|source| width::cells(&source)).max();
        let source = source.map_or(0, |source| source.max(width::cells(strings.source.one)).min(SOURCE));
        // The head begins over the sign, which has a blank after it.
        Self {
            number: to_cells(number),
            word: to_cells(word.max(width::cells(strings.by_assessment).saturating_sub(2))),
            source: to_cells(source),
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
    /// The sign of where it comes from; none where what is compared says it.
    provenance: Option<u16>,
    /// The text.
    pub(super) text: u16,
    /// The cells of the first source, at the end of the row, with those before it; none if there is no room for it.
    pub(super) source: Option<u16>,
}

/// `Reuters +5`: the first source of a claim or gap and how many more there are; none without a source.
pub(super) fn source(dossier: &Dossier, language: Language, item: &Ref) -> Option<String> {
    let (first, more) = facts::first_source(dossier, item)?;
    Some(if more > 0 { format!("{first} +{}", language.count(more)) } else { first.to_owned() })
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
        let source = (area.width >= NUMBERS && widths.source > 0).then_some(widths.source + 2);
        Self { number, assessment, word, provenance: Some(provenance), text: provenance + 2, source }
    }

    /// Those of the comparison, where the first row of each claim says the assessment in a word and its first source.
    pub(super) fn compared(widths: Widths) -> Self {
        let number = row::CURSOR_CELLS + widths.number;
        let assessment = number + 1;
        Self {
            number: Some(number),
            assessment,
            word: None,
            provenance: None,
            text: assessment + 2,
            source: None,
        }
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
        match (self.word, self.provenance) {
            (Some(_), Some(provenance)) => {
                set(self.assessment, strings.by_assessment);
                set(provenance, strings.by_provenance);
            }
            (None, Some(_)) => {
                set(self.assessment, &context.joined(&[strings.by_assessment, strings.by_provenance]));
            }
            (_, None) => set(self.assessment, strings.by_assessment),
        }
        if let Some(cells) = self.source {
            let name = names::capitalized(strings.source.one);
            set(line.width.saturating_sub(row::LIT_CELLS + cells - 2), &name);
        }
    }

    /// Draws what stands before the text of a claim or gap in its first row, and after it in the last of so many.
    pub(super) fn draw(&self, context: &Context, item: &Ref, rows: usize, line: Rect, buffer: &mut Buffer) {
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
        if let Some(provenance) = self.provenance {
            set(provenance, context.standing_sign(item));
        }
        if let Some((source, cells)) = source(&context.dossier, context.language, item).zip(self.source) {
            let x = line.right().saturating_sub(row::LIT_CELLS + cells - 2);
            let y = line.y + to_cells(rows.saturating_sub(1));
            if y < line.bottom() {
                buffer.set_string(x, y, context.truncate(&source, usize::from(cells - 2)), quiet);
            }
        }
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
    let rows = Totals::of(dossier);
    let of = |(assessment, count): (Option<Assessment>, usize)| {
        counted(count, assessment.map_or(signs::BROKEN, signs::of_assessment))
    };
    let claims: Vec<String> = rows.rows().map(of).collect();
    let (claims, gaps) = (claims.join(" "), counted(dossier.gaps.len(), signs::GAP));
    vec![context.joined(&[claims.clone(), gaps.clone()]), format!("{claims} {gaps}")]
}
