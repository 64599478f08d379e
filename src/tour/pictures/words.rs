//! The article's words, as large as there is room for: in large letters for those who read its language; else in quotation
//! marks, with our translation below.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::{Kind, Ref, Stop};
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::wrap;
use crate::tour::big;
use crate::widgets::{quotation, to_cells};

/// The most passages that are quoted; the details show all.
const PASSAGES: usize = 2;
/// Words on either side of a name, in characters.
const AROUND: usize = 60;
/// Columns before the words, for the sign of the article.
const INDENT: u16 = 2;
/// The most rows of large letters, in lines of text.
const LARGE_LINES: usize = 3;
/// Words are not set wider than this: more is hard to read from afar.
const MEASURE: u16 = 96;

/// What is quoted.
pub(in crate::tour) struct Words {
    /// Each with how it looks.
    texts: Vec<(String, Role)>,
    /// The words to be drawn in large letters, where there is room; none where something else is large.
    large: Option<String>,
}

impl Words {
    /// The words that a stop's selection rests on; none where the article has none.
    pub(super) fn of(context: &Context, stop: &Stop, is_second: bool) -> Option<Self> {
        let item = stop.select.as_ref()?;
        let passages = passages(context, item);
        let first = passages.first()?.clone();
        let around = if item.kind == Kind::Actor { AROUND } else { 0 };
        let mut texts: Vec<(String, Role)> = Vec::new();
        let translated = quotation::translated(context, &first);
        // Beside something large there is one text: for those who do not read the article's language, the translation.
        let quoted = if is_second && translated.is_some() { 0 } else { PASSAGES };
        for passage in passages.iter().take(quoted) {
            texts.push((quotation::passage(context, passage, around).text, Role::LitWords));
        }
        let exact = quotation::without_line_breaks(&context.dossier.article.text[first]);
        let is_alone = !is_second && translated.is_none() && passages.len() == 1 && around == 0;
        let is_large = is_alone && context.glyphs != Glyphs::Ascii && big::has_letters(&exact);
        let large = is_large.then_some(exact);
        texts.extend(translated.map(|text| (text, Role::Translation)));
        Some(Self { texts, large })
    }

    /// The rows that the texts take, a blank one between two.
    fn plain_rows(&self, width: u16) -> u16 {
        let lines = self.texts.iter().map(|(text, _)| wrap::wrap(text, measure(width)).len() + 1);
        to_cells(lines.sum::<usize>().saturating_sub(1))
    }

    /// The words in large letters in each size in which they take a few lines, the largest first.
    fn large_rows(&self, width: u16) -> impl Iterator<Item = Vec<String>> {
        let width = width.saturating_sub(INDENT);
        big::Size::ALL.into_iter().filter_map(move |size| {
            let text = self.large.as_deref()?;
            let (across, _) = size.cells();
            let lines = wrap::wrap(text, (width / across).max(1)).len();
            big::lines(text, size, width).filter(|_| lines <= LARGE_LINES)
        })
    }

    pub(super) fn rows(&self, width: u16) -> (u16, u16) {
        let plain = self.plain_rows(width);
        let large = self.large_rows(width).next().map_or(0, |rows| to_cells(rows.len()));
        (plain, plain.max(large))
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let sign = context.glyph(signs::ARTICLE.glyph);
        let sign_style = context.style(signs::ARTICLE.role);
        let mut large = self.large_rows(area.width);
        if let Some(rows) = large.find(|rows| to_cells(rows.len()) <= area.height) {
            for (y, row) in (area.y..area.bottom()).zip(rows) {
                buffer.set_string(area.x, y, sign, sign_style);
                buffer.set_string(area.x + INDENT, y, row, context.style(Role::Heading));
            }
            return;
        }
        let mut y = area.y;
        for (text, role) in &self.texts {
            for line in wrap::wrap(text, measure(area.width)) {
                if y >= area.bottom() {
                    return;
                }
                if *role == Role::LitWords {
                    buffer.set_string(area.x, y, sign, sign_style);
                }
                buffer.set_string(area.x + INDENT, y, &text[line.range], context.style(*role));
                y += 1;
            }
            y += 1;
        }
    }
}

fn measure(width: u16) -> u16 {
    width.saturating_sub(INDENT).clamp(1, MEASURE)
}

/// The article's words for a thing, those it rests on first; none that are not exact.
fn passages(context: &Context, item: &Ref) -> Vec<Range<usize>> {
    let dossier = &context.dossier;
    match dossier.evidence(item) {
        _ if item.kind == Kind::Actor => {
            dossier.naming_passages(&item.id).map(|passage| passage.range).collect()
        }
        Some(evidence) => evidence.anchors.iter().filter_map(crate::dossier::Anchor::passage).collect(),
        None => Vec::new(),
    }
}
