//! What the article's rows are laid out for: how wide its lines are, and where a translation stands.

use ratatui::layout::Rect;

use crate::look::layout::{ARTICLE_EXTRA, MEASURE};

/// Cells of the margin: two signs and a blank.
pub(super) const MARGIN: u16 = 3;
/// From so many columns on a translation stands beside the article, in two measures of at least 50.
const BESIDE: u16 = 110;
/// Cells between the two: a blank, the language, the bar and a blank.
const BETWEEN: u16 = 6;
/// Below so many columns a translation is not set in.
const SET_IN_FROM: u16 = 44;
/// Cells that it is set in, the bar among them.
const SET_IN: u16 = 2;
/// In fewer columns or rows only one block's translation is shown.
const SMALLEST: (u16, u16) = (30, 8);
/// From so many rows on the last says whose the translation is.
const NOTED_FROM: u16 = 4;

/// How wide the lines are, and where a translation stands, if one is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Shape {
    /// Cells of the article's lines.
    pub width: u16,
    /// The translation, if one is shown.
    pub pairing: Option<Pairing>,
}

/// How a translation is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pairing {
    /// Which of the article's translations.
    pub translation: usize,
    /// Cells of its lines.
    pub width: u16,
    /// The column of the bar before it, from that of the panel.
    pub bar: u16,
    /// Whether it stands beside the article, not below each block.
    pub beside: bool,
    /// The only block whose translation is shown, where there is no room for more.
    pub only: Option<usize>,
}

impl Pairing {
    /// Whether the translation of this block is shown.
    pub(super) fn shows(self, block: usize) -> bool {
        self.only.is_none_or(|only| only == block)
    }

    /// The column of its words.
    pub(super) fn text(self) -> u16 {
        self.bar + SET_IN
    }

    /// Whether there is room for the language before the bar.
    pub(super) fn has_tag(self) -> bool {
        self.bar >= MARGIN
    }
}

/// Whether there is room for one block's translation alone.
pub(super) fn is_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// Whether the last row says whose the translation is.
pub(super) fn has_note(pairing: Option<Pairing>, area: Rect) -> bool {
    pairing.is_some() && area.height >= NOTED_FROM
}

/// The shape for this room, with one of the translations or none; `only` says whose translation is shown where there is
/// room for one alone.
pub(super) fn of(area: Rect, translation: Option<usize>, only: usize) -> Shape {
    let width = (area.width + 2).saturating_sub(ARTICLE_EXTRA).clamp(1, MEASURE);
    let Some(translation) = translation else { return Shape { width, pairing: None } };
    if area.width >= BESIDE && !is_small(area) {
        let width = ((area.width - MARGIN - BETWEEN - 1) / 2).min(MEASURE);
        let bar = MARGIN + width + BETWEEN - SET_IN;
        let pairing = Pairing { translation, width, bar, beside: true, only: None };
        return Shape { width, pairing: Some(pairing) };
    }
    let is_set_in = area.width >= SET_IN_FROM;
    let (bar, own) =
        if is_set_in { (MARGIN, width.saturating_sub(SET_IN).max(1)) } else { (MARGIN - SET_IN, width) };
    let only = is_small(area).then_some(only);
    Shape { width, pairing: Some(Pairing { translation, width: own, bar, beside: false, only }) }
}
