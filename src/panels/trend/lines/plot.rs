//! The geometry of a line chart: the plot between the scale at its left and the labels at its right, and which
//! rows and columns values and days have in it.

use ratatui::layout::Rect;

use super::axis::TimeAxis;
use crate::dossier::chart::{Chart, Point};
use crate::dossier::scale::{round_below, step};
use crate::look::theme::{LINE_COLOURS, Role};
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::to_cells;

/// The most ticks of the value axis.
const MOST_TICKS: u16 = 5;

/// The place of the plot and its axes.
pub(super) struct Plot {
    pub(super) area: Rect,
    pub(super) axis: TimeAxis,
    pub(super) scale: Scale,
    /// The cells of a label at its right.
    pub(super) label_cells: usize,
}

/// What the value axis reaches from and to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Scale {
    /// 0, or below where a value is.
    pub(super) bottom: f64,
    pub(super) top: f64,
    step: f64,
}

impl Scale {
    /// From 0, or the lowest value below it, to the highest; a little beyond, so that no point sticks to the frame.
    fn of(chart: &Chart, height: u16) -> Self {
        let (least, most) = (chart.min().max(-FARTHEST), chart.max().min(FARTHEST));
        let top = if most > 0.0 || least < 0.0 { most * 1.06 } else { 1.0 };
        let bottom = least * 1.06;
        let step = step(most - least, ((height - 1) / 2).min(MOST_TICKS));
        // In few rows the step may lie beyond all values; a scale of nothing but 0 measures none of them.
        let step = step.min(round_below(top.max(-bottom)));
        // Of a low chart whose only tick would share its row with a higher value that value is the tick.
        let row = (top - bottom) / f64::from((height - 1).max(1));
        let beyond = most - step;
        let shares = 2.0 * step > top && beyond > 0.05 * most && beyond < row;
        Self { bottom, top, step: if shares && least >= 0.0 { most } else { step } }
    }

    /// A value as a share of the scale, from 0 at the bottom to 1 at the top.
    fn share(&self, value: f64) -> f64 {
        (value - self.bottom) / (self.top - self.bottom)
    }

    /// The values to write beside it: 0 and whole steps.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let from = (self.bottom / self.step).ceil() as i32;
        let to = (self.top / self.step).floor() as i32;
        (from..=to).map(|tick| tidy(self.step * f64::from(tick)))
    }
}

/// Values farther out are at the edge: a scale as long as this still has a length.
const FARTHEST: f64 = f64::MAX / 4.0;

/// Without what binary arithmetic adds: three times 0.1 is 0.3.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

impl Plot {
    pub(super) fn row(&self, value: f64) -> u16 {
        let dots = f64::from(self.area.height) * 4.0 - 1.0;
        let from_top = ((1.0 - self.scale.share(value)) * dots).round().clamp(0.0, dots) as u16;
        self.area.y + from_top / 4
    }

    /// The row of a point. A point without a value is below the plot, so that it is not taken for a low one.
    pub(super) fn height(&self, point: &Point) -> u16 {
        point.value.map_or(self.area.bottom(), |value| self.row(value))
    }

    pub(super) fn column(&self, point: &Point) -> Option<u16> {
        self.axis.cell(point.middle()).map(|cell| self.area.x + cell)
    }
}

/// The least rows of a chart with its axis, and the least cells of its plot.
pub(super) const LEAST_ROWS: u16 = 4;
const LEAST_CELLS: u16 = 16;
/// The most cells of a label, where that is more than a third of the room and its value takes no more.
const MOST_LABEL_CELLS: usize = 20;

/// The cells that the labels take.
#[derive(Clone, Copy)]
pub(super) struct LabelRoom {
    /// All of them whole.
    pub(super) whole: usize,
    /// Each without its place.
    pub(super) least: usize,
}

/// The plot between its scale and its labels; none where it has too little room, or nothing to show.
pub(super) fn plot(chart: &Chart, labels: LabelRoom, context: &Context, area: Rect) -> Option<Plot> {
    let (first, last) = chart.span()?;
    // A footer of two lines takes one of the rows there is room in.
    if area.height + 1 < LEAST_ROWS {
        return None;
    }
    let scale = Scale::of(chart, area.height);
    let scale_labels = scale.ticks().map(|value| context.language.number(value));
    let scale_cells = scale_labels.map(|label| width::cells(&label)).max().unwrap_or(0) + 1;
    let left = to_cells(scale_cells).saturating_add(1);
    // And the blank before a label, and the mark of what is lit after it.
    let most = usize::from(area.width / 3).max(MOST_LABEL_CELLS).max(labels.least);
    let label_cells = labels.whole.min(most);
    let right = to_cells(label_cells).saturating_add(2);
    let cells = area.width.saturating_sub(left.saturating_add(right));
    let area = Rect { x: area.x + left, width: cells, height: area.height - 1, ..area };
    (cells >= LEAST_CELLS).then(|| Plot { area, axis: TimeAxis::new(first, last, cells), scale, label_cells })
}

/// The role that a line is drawn in: its colour.
pub(super) fn line_role(index: usize) -> Role {
    Role::Line((index % LINE_COLOURS) as u8)
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::dossier::chart::{Chart, ChartLine, Point};
    use crate::dossier::{Id, Kind, Qualifier, Ref, When};

    fn chart(values: &[f64]) -> Chart {
        let id = Id::new("p");
        let when = When::parse("2025").unwrap();
        let point = |value: &f64| Point {
            of: Ref::new(Kind::Place, &id),
            period: (when.first().unwrap(), when.last().unwrap()),
            value: Some(*value),
            qualifier: Qualifier::Exact,
            is_unsure: false,
        };
        Chart::with(vec![ChartLine {
            place: Some(id.clone()),
            part: None,
            points: values.iter().map(point).collect(),
        }])
    }

    #[test]
    fn a_scale_reaches_below_nought_only_where_a_value_is() {
        let ticks = |values: &[f64]| Scale::of(&chart(values), 13).ticks().collect::<Vec<_>>();
        assert_eq!(ticks(&[1002.0]), [0.0, 500.0, 1000.0]);
        assert_eq!(ticks(&[-4.0, 8.0]), [0.0, 5.0]);
        // However low the chart, one value beside 0 is written.
        for height in 3..13 {
            for most in [1002.0, 5800.0, 7.3, 0.3, 1.0, 99_999.0] {
                let scale = Scale::of(&chart(&[most]), height);
                assert!((2..=7).contains(&scale.ticks().count()), "{most} in {height}");
            }
        }
        // No value is drawn in the row of a tick that says less.
        let low = |most: f64, height| Scale::of(&chart(&[most]), height).ticks().collect::<Vec<_>>();
        assert_eq!(low(5800.0, 4), [0.0, 5800.0]);
        assert_eq!(low(1002.0, 4), [0.0, 1000.0]);
        assert_eq!(ticks(&[-40.0, 40.0]), [-40.0, -20.0, 0.0, 20.0, 40.0]);
        assert_eq!(ticks(&[-40.0]), [-40.0, -30.0, -20.0, -10.0, 0.0]);
        assert_eq!(ticks(&[0.3]), [0.0, 0.1, 0.2, 0.3]);
        let below = Scale::of(&chart(&[-10.0, 30.0]), 13);
        assert!((below.share(0.0) - 0.25).abs() < 1e-9);
        assert!(below.share(-10.0) > 0.0 && below.share(30.0) < 1.0);
        for far in [[f64::MAX, -f64::MAX], [f64::MIN_POSITIVE, 0.0], [0.0, 0.0]] {
            let scale = Scale::of(&chart(&far), 40);
            assert!(scale.ticks().count() < 12 && scale.share(0.0).is_finite(), "{far:?}");
        }
    }
}
