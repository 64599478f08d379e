//! Levels and sums on a time axis: lines with a marker a place, or columns. Nothing is joined that does not follow directly,
//! bounds are arrows, and what was looked for and not found has a row of its own below the axis, where it cannot read as 0.

use std::fmt::Write as _;

use super::axis::{TimeAxis, ValueAxis};
use super::canvas::{Anchor, Canvas, Label, Rect, Segment};
use super::place::{Places, apart};
use super::shape;
use super::{COLOURS, Mark, Picture};
use crate::dossier::Qualifier;
use crate::dossier::chart::{ChartLine, Point};
use crate::export::figure::{Figure, TimeChart};
use crate::i18n::language::Language;
use crate::text::width;
use crate::text::wrap;

/// What a mark takes to each side of its middle.
const MARK: f64 = 6.5;
/// How far the arrow of a bound goes.
const ARROW: f64 = 18.0;
/// From the plot to the names of the lines.
const NAMES: f64 = 14.0;
/// The most marks of which all are labelled, not only the first and last of each line.
const MOST_LABELLED: usize = 300;
/// The most rows of a line's name.
const NAME_ROWS: usize = 4;

/// A line's name, at its height.
struct Name {
    line: usize,
    rows: Vec<String>,
}

/// Where everything goes.
struct Layout<'a> {
    canvas: &'a Canvas,
    chart: &'a TimeChart,
    values: ValueAxis,
    time: TimeAxis,
    plot: Rect,
    names: Vec<Name>,
}

/// The picture of a chart at a size.
pub(super) fn picture(figure: &Figure, chart: &TimeChart, canvas: &Canvas, language: Language) -> Picture {
    let layout = Layout::of(chart, canvas, language);
    let mut picture = Picture::default();
    layout.axes(figure, &mut picture);
    layout.marks(&mut picture);
    layout.names(&mut picture);
    layout.missing(&mut picture);
    let rows = if layout.has_missing() { 3.0 } else { 2.0 };
    picture.height = layout.plot.bottom + 8.0 + rows * canvas.row() + 6.0;
    picture
}

impl<'a> Layout<'a> {
    fn of(chart: &'a TimeChart, canvas: &'a Canvas, language: Language) -> Self {
        let data = &chart.chart;
        let values = ValueAxis::of(data.min(), data.max(), canvas.ticks, language);
        let widest = values.labels.iter().map(|label| canvas.text_width(label)).fold(0.0, f64::max);
        let names = Self::named(chart, canvas);
        let name_width =
            names.iter().flat_map(|name| &name.rows).map(|row| canvas.text_width(row)).fold(0.0, f64::max);
        let left = widest + 8.0;
        let right =
            if names.is_empty() { canvas.width - 24.0 } else { canvas.width - name_width - NAMES - 18.0 };
        let lengths = data.lines.iter().flat_map(|line| &line.points).map(|point| {
            let (first, last) = point.period;
            (last - first).num_days() + 1
        });
        let time = TimeAxis::of(chart.range, lengths.min().unwrap_or(1), right - left, canvas, language);
        let head = if chart.article.is_some() { 2.0 } else { 1.0 };
        let top = (head * canvas.row() + canvas.font * 1.7).round();
        let rows: usize = names.iter().map(|name| name.rows.len()).sum();
        let height = canvas.plot.max((rows as f64 + names.len() as f64 * 0.3) * canvas.row());
        Self { canvas, chart, values, time, plot: Rect { left, top, right, bottom: top + height }, names }
    }

    /// The names of the lines that are drawn, in the order of their last values, the highest first; none of columns, which
    /// are of one line.
    fn named(chart: &TimeChart, canvas: &Canvas) -> Vec<Name> {
        if chart.has_columns {
            return Vec::new();
        }
        let last = |line: &ChartLine| line.values().next_back().map_or(f64::MIN, |(_, value)| value);
        let mut drawn: Vec<(usize, &ChartLine)> = chart.chart.drawn(None).collect();
        drawn.sort_by(|(_, one), (_, other)| last(other).total_cmp(&last(one)));
        let rows = |name: &str| {
            let lines = wrap::wrap(name, canvas.name_cells);
            let mut rows: Vec<String> =
                lines.iter().take(NAME_ROWS).map(|line| drawn_row(name, line)).collect();
            if lines.len() > NAME_ROWS
                && let Some(row) = rows.last_mut()
            {
                let room = usize::from(canvas.name_cells).saturating_sub(1);
                let cut = width::truncate(row, room, "").trim_end().to_owned();
                *row = format!("{cut}…");
            }
            rows
        };
        drawn.into_iter().map(|(line, _)| Name { line, rows: rows(&chart.names[line]) }).collect()
    }

    /// The number of a line among those that are drawn: it has their shape and colour.
    fn look(&self, line: usize) -> usize {
        self.chart.chart.drawn(None).take_while(|(drawn, _)| *drawn < line).count()
    }

    fn x(&self, share: f64) -> f64 {
        self.plot.left + share * (self.plot.right - self.plot.left)
    }

    fn y(&self, value: f64) -> f64 {
        self.plot.bottom - self.values.share(value) * (self.plot.bottom - self.plot.top)
    }

    /// Where a point with a value stands.
    fn at(&self, point: &Point, value: f64) -> (f64, f64) {
        (self.x(self.time.middle(point.period)), self.y(value))
    }

    fn axes(&self, figure: &Figure, picture: &mut Picture) {
        let (canvas, plot) = (self.canvas, self.plot);
        for (tick, label) in self.values.ticks.iter().zip(&self.values.labels) {
            let y = self.y(*tick);
            let class = if *tick == 0.0 { "axis" } else { "grid" };
            picture.path(class, format!("M{:.1} {y:.1}H{:.1}", plot.left, plot.right));
            picture.labels.push(Label::new(plot.left - 6.0, y + canvas.font * 0.35, Anchor::End, label));
        }
        let unit = [self.values.multiple, &figure.unit].map(str::trim);
        let unit = unit.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let unit = fitting(&unit, canvas, canvas.width);
        picture.labels.push(Label::new(0.0, canvas.font, Anchor::Start, unit));
        for bound in &self.time.bounds {
            picture.path("axis", format!("M{:.1} {:.1}v6", self.x(*bound), plot.bottom));
        }
        let first = plot.bottom + 8.0 + canvas.font;
        let rows = [(first, &self.time.labels), (first + canvas.row(), &self.time.groups)];
        for (y, labels) in rows {
            let mut right = f64::MIN;
            for label in labels {
                let label = Label::new(self.x(label.at), y, Anchor::Middle, &*label.text);
                let rect = label.rect(canvas);
                // The year that only begins at an end of the axis has no room for its number, and needs none.
                if rect.left >= right && rect.left >= 0.0 && rect.right <= canvas.width {
                    right = rect.right + 4.0;
                    picture.labels.push(label);
                }
            }
        }
        let Some(article) = self.rule() else { return };
        let x = self.x(article);
        picture.path("rule-day", format!("M{x:.1} {:.1}V{:.1}", 2.4 * canvas.row(), plot.bottom));
        let text = self.chart.article.as_ref().map(|article| &*article.label).unwrap_or_default();
        let text = fitting(text, canvas, canvas.width);
        let half = canvas.text_width(&text) / 2.0;
        let x = x.clamp(half, (canvas.width - half).max(half));
        picture
            .labels
            .push(Label::new(x, canvas.row() + canvas.font, Anchor::Middle, text).with_class("day"));
    }

    /// Where the rule of the article's day stands; none where it has none.
    fn rule(&self) -> Option<f64> {
        self.chart.article.as_ref().map(|article| self.time.middle(article.days))
    }

    fn marks(&self, picture: &mut Picture) {
        let (canvas, plot) = (self.canvas, self.plot);
        let room = Rect {
            left: plot.left + 1.0,
            top: plot.top - canvas.font * 1.6,
            right: canvas.width,
            bottom: plot.bottom,
        };
        let mut places = Places::new(canvas, room);
        places.lines.push(((plot.left, self.y(0.0)), (plot.right, self.y(0.0))));
        if let Some(x) = self.rule().map(|share| self.x(share)) {
            places.lines.push(((x, 0.0), (x, plot.bottom)));
        }
        // Names keep their column.
        if !self.names.is_empty() {
            let left = plot.right + NAMES - MARK - 2.0;
            places.rects.push(Rect { left, top: 0.0, right: canvas.width, bottom: plot.bottom });
        }
        let mut found = Vec::new();
        for (number, line) in self.chart.chart.drawn(None) {
            let class = format!("c{}", self.look(number) % COLOURS);
            self.join(line, &class, &mut places.lines, picture);
            let marks = line.points.iter().zip(&self.chart.points[number]);
            let marks = marks.filter_map(|(point, words)| Some((point, point.value?, words)));
            let marks: Vec<_> = marks.collect();
            let count = marks.len();
            for (place, (point, value, words)) in marks.into_iter().enumerate() {
                let rect = self.mark(number, point, value, &words.title, picture);
                places.rects.push(rect);
                // The last of a line first, then the first of it, then the others.
                let rank = if place + 1 == count { 0 } else { u8::from(place > 0) + 1 };
                found.push((rank, number, rect, value, &words.value, class.clone()));
            }
        }
        found.sort_by_key(|(rank, ..)| *rank);
        // So many marks cover the plot, and each label is compared with all of them.
        if found.len() > MOST_LABELLED {
            found.retain(|(rank, ..)| *rank < 2);
        }
        for (_, _, rect, value, text, class) in found {
            let class = format!("value t{class}");
            if self.chart.has_columns {
                places.put_at_end(rect, value < 0.0, text, &class);
            } else {
                places.put(rect, text, &class);
            }
        }
        picture.labels.append(&mut places.placed);
    }

    fn join(&self, line: &ChartLine, class: &str, lines: &mut Vec<Segment>, picture: &mut Picture) {
        if self.chart.has_columns {
            return;
        }
        let mut path = String::new();
        for pair in line.points.windows(2).filter(|pair| pair[0].joins(&pair[1])) {
            let (Some(from), Some(to)) = (pair[0].value, pair[1].value) else { continue };
            let (from, to) = (self.at(&pair[0], from), self.at(&pair[1], to));
            let _ = write!(path, "M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1);
            lines.push((from, to));
        }
        if !path.is_empty() {
            picture.path(&format!("line {class}"), path);
        }
    }

    /// Draws a mark or a column. Returns the room it takes.
    fn mark(&self, line: usize, point: &Point, value: f64, title: &str, picture: &mut Picture) -> Rect {
        let kind = match point.qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::UpTo => "stroke",
            Qualifier::Exact if !point.is_unsure => "full",
            _ => "hollow",
        };
        let line = self.look(line);
        let class = format!("{kind} c{}", line % COLOURS);
        let (x, y) = self.at(point, value);
        let (rect, path) = if self.chart.has_columns {
            let (from, to) = self.time.span(point.period);
            let half = (self.x(to) - self.x(from)) * 0.35;
            let zero = self.y(0.0);
            let path = format!("M{:.1} 0H{half:.1}V{:.1}H{:.1}z", -half, zero - y, -half);
            (Rect { left: x - half, top: y.min(zero), right: x + half, bottom: y.max(zero) }, path)
        } else {
            let square = Rect { left: x - MARK, top: y - MARK, right: x + MARK, bottom: y + MARK };
            let (rect, path) = match point.qualifier {
                Qualifier::MoreThan | Qualifier::AtLeast => (Rect { top: y - ARROW, ..square }, shape::UP),
                Qualifier::UpTo => (Rect { bottom: y + ARROW, ..square }, shape::DOWN),
                _ => (square, shape::of_line(line)),
            };
            (rect, path.to_owned())
        };
        picture.marks.push(Mark { class, at: (x, y), path, fill: None, title: title.to_owned(), link: None });
        rect
    }

    /// What each line is called, with its marker, in the order of the last values and near their heights.
    fn names(&self, picture: &mut Picture) {
        let canvas = self.canvas;
        let last = |name: &Name| self.chart.chart.lines[name.line].values().next_back();
        let mut heights: Vec<f64> = self
            .names
            .iter()
            .map(|name| last(name).map_or(self.plot.bottom, |(_, value)| self.y(value)))
            .collect();
        let rooms: Vec<f64> =
            self.names.iter().map(|name| (name.rows.len() as f64 + 0.3) * canvas.row()).collect();
        apart(&mut heights, &rooms, self.plot.top, self.plot.bottom);
        let x = self.plot.right + NAMES;
        for (name, y) in self.names.iter().zip(heights) {
            let rows = name.rows.len() as f64;
            let top = y - (rows - 1.0) / 2.0 * canvas.row();
            let line = self.look(name.line);
            let class = line % COLOURS;
            picture.marks.push(Mark {
                class: format!("key full c{class}"),
                at: (x, top),
                path: shape::of_line(line).to_owned(),
                fill: None,
                title: String::new(),
                link: None,
            });
            for (row, text) in name.rows.iter().enumerate() {
                let y = top + canvas.font * 0.35 + row as f64 * canvas.row();
                let label =
                    Label::new(x + 11.0, y, Anchor::Start, &**text).with_class(format!("name tc{class}"));
                picture.labels.push(label);
            }
        }
    }

    /// The points of the lines that are drawn where a value was looked for and not found.
    fn gaps(&self) -> impl Iterator<Item = (usize, &Point, &str)> {
        self.chart.chart.drawn(None).flat_map(|(number, line)| {
            let points = line.points.iter().zip(&self.chart.points[number]);
            points
                .filter(|(point, _)| point.value.is_none())
                .map(move |(point, words)| (number, point, &*words.title))
        })
    }

    fn has_missing(&self) -> bool {
        self.gaps().next().is_some()
    }

    /// Below the axis a cross where a value was looked for and not found.
    fn missing(&self, picture: &mut Picture) {
        let y = self.plot.bottom + 8.0 + 2.0 * self.canvas.row() + self.canvas.font * 0.6;
        for (line, point, title) in self.gaps() {
            let x = self.x(self.time.middle(point.period));
            picture.marks.push(Mark {
                class: format!("none c{}", self.look(line) % COLOURS),
                at: (x, y),
                path: shape::NONE.to_owned(),
                fill: None,
                title: title.to_owned(),
                link: None,
            });
        }
    }
}

/// A text that is cut where even a whole row is too short for it.
fn fitting(text: &str, canvas: &Canvas, room: f64) -> String {
    let cells = (room / canvas.text_width("0")) as usize;
    width::truncate(text, cells, "…").into_owned()
}

/// A row of a wrapped name.
fn drawn_row(name: &str, line: &wrap::WrappedLine) -> String {
    let hyphen = if line.hyphen { "-" } else { "" };
    format!("{}{hyphen}", &name[line.range.clone()])
}
