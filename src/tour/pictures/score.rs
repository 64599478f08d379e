//! The claims as tiles in the article's order, and below them how many there are of each assessment, as bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::facts::Score;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::text::width;
use crate::widgets::tile_strip::Strip;
use crate::widgets::to_cells;

/// The most rows of a tile and of a bar.
const THICK: u16 = 4;
/// The most rows of tiles; where they take more, only the bars are drawn.
const STRIP_ROWS: usize = 8;

/// The claims of a dossier.
pub(in crate::tour) struct ScorePicture<'a> {
    context: &'a Context,
    score: Score,
}

impl<'a> ScorePicture<'a> {
    /// None without claims.
    pub(super) fn of(context: &'a Context) -> Option<Self> {
        let score = Score::of(&context.dossier);
        (!score.tiles.is_empty()).then_some(Self { context, score })
    }

    /// The rows of the bars at their lowest.
    fn totals(&self) -> u16 {
        to_cells(self.score.totals.rows().count())
    }

    pub(super) fn rows(&self, width: u16) -> (u16, u16) {
        let strip = Strip::fitting(self.context, &self.score, width, STRIP_ROWS);
        let strip_rows = strip.map_or(0, |strip| to_cells(strip.rows.len()) * (THICK + 1) + 1);
        let bars = self.totals();
        (bars, strip_rows + bars * (THICK / 2 + 1))
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let bars = self.totals();
        let free = usize::from(area.height.saturating_sub(bars + 1));
        let strip = Strip::fitting(context, &self.score, area.width, free.min(STRIP_ROWS));
        let mut y = area.y;
        if let Some(strip) = strip {
            // The tiles grow with the rows, and so do the bars: half of what is left for each.
            let rows = to_cells(strip.rows.len());
            let spare = area.height.saturating_sub(bars + 1 + to_cells(strip.height()));
            let thick = if strip.has_fills { (1 + spare / 2 / rows.max(1)).min(THICK) } else { 1 };
            y = self.strip(&strip, thick, area, buffer) + 1;
        }
        self.bars(Rect { y, height: area.bottom().saturating_sub(y), ..area }, buffer);
    }

    /// Draws the tiles; returns the first row below them.
    fn strip(&self, strip: &Strip, thick: u16, area: Rect, buffer: &mut Buffer) -> u16 {
        let context = self.context;
        let mut y = area.y;
        for row in &strip.rows {
            for (place, x) in row.tiles.iter().enumerate() {
                let tile = &self.score.tiles[row.first + place];
                let x = area.x + x;
                let sign = tile.assessment.map_or(signs::BROKEN, signs::of_assessment);
                if strip.has_fills {
                    let fill = signs::tile(tile.assessment);
                    for (dy, dx) in (0..thick).flat_map(|dy| (0..strip.tile).map(move |dx| (dy, dx))) {
                        buffer.set_string(
                            x + dx,
                            y + dy,
                            context.glyph(fill.glyph),
                            context.style(fill.role),
                        );
                    }
                    buffer.set_string(x, y + thick, context.glyph(sign.glyph), context.style(sign.role));
                } else {
                    buffer.set_string(x, y, context.glyph(sign.glyph), context.style(sign.role));
                }
            }
            y += if strip.has_fills { thick + 1 } else { 1 };
        }
        y
    }

    fn bars(&self, area: Rect, buffer: &mut Buffer) {
        let (context, language) = (self.context, self.context.language);
        let rows: Vec<_> = self.score.totals.rows().collect();
        let count = to_cells(rows.len());
        let thick = (area.height / (count + 1).max(1)).clamp(1, THICK / 2);
        let step = (area.height / count.max(1)).clamp(thick, thick + 1);
        let words: Vec<String> =
            rows.iter().map(|(of, _)| names::judgement(language, *of).to_owned()).collect();
        let counts: Vec<String> = rows.iter().map(|(_, number)| language.count(*number)).collect();
        let widest = |texts: &[String]| texts.iter().map(|text| width::cells(text)).max().unwrap_or(0);
        let (number, word) = (widest(&counts), widest(&words));
        let from = area.x + to_cells(number + 4 + word + 2);
        let most = rows.iter().map(|(_, number)| *number).max().unwrap_or(1).max(1);
        let cells = usize::from(area.right().saturating_sub(from));
        for (place, (assessment, of)) in rows.iter().enumerate() {
            let y = area.y + to_cells(place) * step;
            if y >= area.bottom() {
                return;
            }
            let sign = assessment.map_or(signs::BROKEN, signs::of_assessment);
            let x = area.x + to_cells(number - width::cells(&counts[place]));
            buffer.set_string(x, y, &counts[place], context.style(Role::Heading));
            buffer.set_string(
                area.x + to_cells(number + 2),
                y,
                context.glyph(sign.glyph),
                context.style(sign.role),
            );
            buffer.set_string(area.x + to_cells(number + 4), y, &words[place], context.style(Role::Text));
            let long = to_cells((*of * cells + most / 2) / most);
            let fill = signs::tile(*assessment);
            for (dy, x) in (0..thick).flat_map(|dy| (0..long).map(move |x| (dy, x))) {
                if y + dy < area.bottom() {
                    buffer.set_string(from + x, y + dy, context.glyph(fill.glyph), context.style(fill.role));
                }
            }
        }
    }
}
