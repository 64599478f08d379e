//! A slide: the title, what is shown large, one picture, the points, the verdict and the line that says who says it, from top
//! to bottom in this order.
//!
//! What gives way where rows are short, in this order: blank rows, how large the figure is, the points from the last, the
//! picture. Title, label, verdict and source line never do, nor is one of them cut.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::big;
use super::pictures::Art;
use crate::dossier::Stop;
use crate::look::glyphs::{self, Glyphs};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::slide::Slide;
use crate::text::{width, wrap};
use crate::widgets::to_cells;

/// A slide as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Painted {
    /// Its cells.
    pub(super) buffer: Buffer,
    /// Where a panel draws the picture, if one does.
    pub(super) panel: Option<Rect>,
    /// What there was no room for.
    pub(super) cut: Vec<Cut>,
    /// How many of its rows are blank.
    pub(super) blank_rows: u16,
}

/// What gave way on a slide.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cut {
    /// A text that must be whole goes on below the screen.
    Text,
    /// So many points.
    Points(usize),
    /// The picture.
    Picture,
    /// A name in the picture.
    Name,
    /// What is to be large is in plain type.
    Big,
}

/// On fewer columns or rows there is no picture.
const PICTURED: (u16, u16) = (54, 15);
/// The most blank rows between two blocks; what is left stands before the verdict.
const APART: u16 = 5;
/// Of the rows of a slide what is large takes at most one in so many, where there is a picture besides.
const BIG_SHARE: u16 = 3;

/// From so many rows on a title is in large letters, if it takes no more than two lines of them.
const HIGH: u16 = 38;

fn large_title(context: &Context, title: &str, width: u16) -> Option<TextBlock> {
    if context.glyphs == Glyphs::Ascii || !big::has_letters(title) {
        return None;
    }
    let (across, down) = big::Size::Narrow.cells();
    let lines = wrap::wrap(title, (width / across).max(1)).len();
    let rows = big::lines(title, big::Size::Narrow, width).filter(|_| lines <= 2)?;
    (to_cells(rows.len()) <= 2 * (down + 1))
        .then(|| TextBlock { rows: rows.into_iter().map(|row| (row, Role::Heading)).collect() })
}

/// Large letters over a label: a row is left free below what hangs below their line.
fn above_label(mut rows: Vec<String>) -> Vec<String> {
    if rows.last().is_some_and(|row| big::reaches_down(row)) {
        rows.push(String::new());
    }
    rows
}

/// Text in rows.
struct TextBlock {
    rows: Vec<(String, Role)>,
}

impl TextBlock {
    fn wrapped(text: &str, width: u16, role: Role) -> Self {
        let lines = wrap::wrap(text, width.max(1));
        Self { rows: lines.into_iter().map(|line| (text[line.range].to_owned(), role)).collect() }
    }

    /// With a sign before its first row, and the others below its words.
    fn signed(sign: &str, text: &str, width: u16, role: Role) -> Self {
        let indent = width::cells(sign) + 1;
        let mut block = Self::wrapped(text, width.saturating_sub(to_cells(indent)), role);
        for (place, (row, _)) in block.rows.iter_mut().enumerate() {
            *row = if place == 0 { format!("{sign} {row}") } else { format!("{}{row}", " ".repeat(indent)) };
        }
        block
    }

    fn height(&self) -> u16 {
        to_cells(self.rows.len())
    }
}

/// The parts of a slide, laid out for a width.
struct Parts<'a> {
    title: TextBlock,
    big: Option<String>,
    label: TextBlock,
    art: Art<'a>,
    points: Vec<TextBlock>,
    verdict: TextBlock,
    source: TextBlock,
}

/// A way to share out the rows.
struct Plan {
    big: Vec<String>,
    points: usize,
    has_picture: bool,
    picture: u16,
    /// Blank rows between two blocks.
    apart: u16,
}

/// Lays out and draws a slide of this size, with so many of its points.
pub(super) fn paint(context: &Context, stop: &Stop, shown: usize, (width, height): (u16, u16)) -> Painted {
    let slide = Slide::of(context, stop);
    let mut parts = Parts::new(context, stop, &slide, width);
    let is_pictured = width >= PICTURED.0 && height >= PICTURED.1;
    let mut plan = parts.plan(context, width, height, is_pictured);
    // Where there is room for all, the title is large too.
    if height >= HIGH
        && let Some(large) = large_title(context, &slide.title, width)
    {
        let plain = std::mem::replace(&mut parts.title, large);
        let with_large = parts.plan(context, width, height, is_pictured);
        if with_large.big == plan.big && with_large.points == plan.points && with_large.apart > 0 {
            plan = with_large;
        } else {
            parts.title = plain;
        }
    }
    let mut painter = Painter {
        context,
        buffer: Buffer::empty(Rect::new(0, 0, width, height)),
        y: 0,
        taken: 0,
        cut: Vec::new(),
    };
    let panel = parts.paint(&mut painter, &plan, &slide, shown, width, height);
    let Painter { buffer, mut cut, taken, .. } = painter;
    let lost = parts.points.len() - plan.points;
    cut.extend((lost > 0).then_some(Cut::Points(lost)));
    // On a small screen there is none by rule.
    cut.extend((is_pictured && !plan.has_picture && parts.art.is_any()).then_some(Cut::Picture));
    cut.extend(parts.big.as_deref().filter(|big| plan.big == [*big]).map(|_| Cut::Big));
    cut.sort_unstable();
    cut.dedup();
    if cut.contains(&Cut::Text) {
        // All else follows from that.
        cut = vec![Cut::Text];
    }
    let blank_rows = if panel.is_some() { height.saturating_sub(taken) } else { blank_rows(&buffer) };
    Painted { buffer, panel, cut, blank_rows }
}

fn blank_rows(buffer: &Buffer) -> u16 {
    let area = buffer.area;
    let is_blank = |y: &u16| (0..area.width).all(|x| buffer[(x, *y)].symbol().trim().is_empty());
    to_cells((0..area.height).filter(is_blank).count())
}

impl<'a> Parts<'a> {
    fn new(context: &'a Context, stop: &'a Stop, slide: &Slide, width: u16) -> Self {
        let bullet = context.glyph(glyphs::BULLET);
        let points = slide.points.iter().map(|point| TextBlock::signed(bullet, point, width, Role::Text));
        let verdict = match &slide.verdict {
            Some((sign, word)) => TextBlock::signed(context.glyph(sign.glyph), word, width, Role::Heading),
            None => TextBlock { rows: Vec::new() },
        };
        let label = slide.label.as_deref().filter(|_| slide.big.is_some());
        Self {
            title: TextBlock::wrapped(&slide.title, width, Role::Heading),
            big: slide.big.clone(),
            label: label
                .map_or(TextBlock { rows: Vec::new() }, |label| TextBlock::wrapped(label, width, Role::Text)),
            art: Art::of(context, stop, slide),
            points: points.collect(),
            verdict,
            source: TextBlock::wrapped(&slide.source, width, Role::Quiet),
        }
    }

    /// The rows of all texts with so many points.
    fn texts(&self, points: usize) -> u16 {
        let points: u16 = self.points[..points].iter().map(TextBlock::height).sum();
        self.title.height() + self.label.height() + points + self.verdict.height() + self.source.height()
    }

    /// How many blocks there are, which are set apart from each other.
    fn blocks(&self, has_picture: bool, points: usize) -> u16 {
        2 + u16::from(self.big.is_some()) + u16::from(has_picture) + u16::from(points > 0)
    }

    /// The first way to share out the rows for which there is room; the last way, if there is for none.
    fn plan(&self, context: &Context, width: u16, height: u16, is_pictured: bool) -> Plan {
        let has_art = is_pictured && self.art.is_any();
        let (least, most) = if has_art { self.art.rows(width) } else { (0, 0) };
        let large = self.large(context, width);
        let plain: Vec<String> = self.big.iter().cloned().collect();
        for has_picture in [has_art, false] {
            for points in (0..=self.points.len()).rev() {
                // Blank rows give way before the figure becomes small, and that before a point does.
                for (apart, sizes) in [(1, &large[..]), (0, &large[..]), (0, std::slice::from_ref(&plain))] {
                    let least = if has_picture { least } else { 0 };
                    for big in sizes {
                        let rows = to_cells(big.len());
                        let is_too_large = has_picture && rows > 4.max(height / BIG_SHARE);
                        let gaps = apart * (self.blocks(has_picture, points) - 1);
                        let needed = self.texts(points) + rows + least + gaps;
                        if is_too_large || needed > height {
                            continue;
                        }
                        let picture =
                            if has_picture { least + (height - needed).min(most - least) } else { 0 };
                        return Plan { big: big.clone(), points, has_picture, picture, apart };
                    }
                }
                if !has_picture && points == 0 {
                    break;
                }
            }
        }
        Plan { big: plain, points: 0, has_picture: false, picture: 0, apart: 0 }
    }

    /// What is large in each size that fits the width, the largest first; nothing in one size where nothing is large.
    fn large(&self, context: &Context, width: u16) -> Vec<Vec<String>> {
        match &self.big {
            None => vec![Vec::new()],
            Some(big) if big::can_draw(context, big) => {
                let sizes = big::Size::ALL.into_iter();
                sizes.filter_map(|size| big::lines(big, size, width).map(above_label)).collect()
            }
            Some(big) => vec![vec![big.clone()]],
        }
    }

    /// Draws the parts, and says where a panel has to draw.
    fn paint(
        &self,
        painter: &mut Painter<'_>,
        plan: &Plan,
        slide: &Slide,
        shown: usize,
        width: u16,
        height: u16,
    ) -> Option<Rect> {
        let blocks = self.blocks(plan.has_picture, plan.points);
        let used =
            self.texts(plan.points) + to_cells(plan.big.len()) + plan.picture + plan.apart * (blocks - 1);
        // Spare rows go between the blocks in equal parts; the rest stands before the verdict, which stays at the bottom.
        let spare = height.saturating_sub(used);
        let more = (spare / (blocks - 1).max(1)).min(APART.saturating_sub(plan.apart));
        let apart = plan.apart + more;
        painter.block(&self.title);
        if self.big.is_some() {
            painter.skip(apart);
            // It stands out by its colour; an underline would cut through it.
            let style = painter.context.style(Role::LitWords).remove_modifier(Modifier::UNDERLINED);
            for row in &plan.big {
                painter.row(row, style);
            }
            painter.block(&self.label);
        }
        let mut panel = None;
        if plan.has_picture {
            painter.skip(apart);
            let area = Rect::new(0, painter.y, width, plan.picture);
            if self.art.panel_view().is_some() {
                panel = Some(area);
                painter.taken += area.height;
            } else {
                let is_cut = self.art.paint(painter.context, area, &mut painter.buffer);
                painter.cut.extend(is_cut.then_some(Cut::Name));
            }
            painter.y += plan.picture;
        }
        if plan.points > 0 {
            painter.skip(apart);
            for (place, point) in self.points[..plan.points].iter().enumerate() {
                if place < shown {
                    painter.block(point);
                } else {
                    painter.skip(point.height());
                }
            }
        }
        let bottom = self.verdict.height() + self.source.height();
        painter.y = painter.y.max(height.saturating_sub(bottom));
        if let Some((sign, _)) = &slide.verdict {
            let at = painter.y;
            painter.block(&self.verdict);
            let style = painter.context.style(sign.role);
            if at < height {
                painter.buffer.set_style(Rect::new(0, at, 1.min(width), 1), style);
                self.judged(painter, slide, at);
            }
        }
        painter.block(&self.source);
        panel
    }
}

impl Parts<'_> {
    /// Draws which claim the verdict is of, where it has room beside it.
    fn judged(&self, painter: &mut Painter<'_>, slide: &Slide, y: u16) {
        let (Some(judged), [(verdict, _)]) = (&slide.judged, &self.verdict.rows[..]) else { return };
        let x = to_cells(width::cells(verdict)) + BESIDE;
        if usize::from(x) + width::cells(judged) <= usize::from(painter.buffer.area.width) {
            painter.buffer.set_string(x, y, judged, painter.context.style(Role::Quiet));
        }
    }
}

/// Cells between the verdict and the claim.
const BESIDE: u16 = 3;

struct Painter<'a> {
    context: &'a Context,
    buffer: Buffer,
    y: u16,
    /// Rows with text.
    taken: u16,
    cut: Vec<Cut>,
}

impl Painter<'_> {
    fn skip(&mut self, rows: u16) {
        self.y = self.y.saturating_add(rows);
    }

    fn block(&mut self, block: &TextBlock) {
        for (row, role) in &block.rows {
            let style = self.context.style(*role);
            self.row(row, style);
        }
    }

    fn row(&mut self, text: &str, style: Style) {
        let area = self.buffer.area;
        if self.y < area.height {
            self.buffer.set_stringn(0, self.y, text, usize::from(area.width), style);
            self.taken += 1;
        }
        if self.y >= area.height || width::cells(text) > usize::from(area.width) {
            self.cut.push(Cut::Text);
        }
        self.y = self.y.saturating_add(1);
    }
}
