//! Lines drawn from figures: axes with ticks of their own, a marker a place, bounds as arrows, gaps as crosses. Nothing
//! is joined that does not follow directly, as on the screen.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};

use super::Page;
use crate::dossier::Qualifier;
use crate::dossier::chart::{Chart, ChartLine, Point};
use crate::dossier::scale::step;
use crate::export::document::Figure;
use crate::text::width;

/// The picture, in its own units: about a pixel each on a desk.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 340.0;
/// Around the plot: the scale, the labels of the lines, the unit, the years.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 130.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 44.0;
/// Between the labels of two lines, at least.
const LABEL: f64 = 18.0;
/// The shapes and the colours that distinguish lines; two of one shape never have one colour.
const SHAPES: usize = 4;
pub(super) const COLOURS: usize = 6;
/// The cells of a label, at most.
const LABEL_CELLS: usize = 15;

/// Where days and values stand.
struct Plot {
    first: NaiveDate,
    days: f64,
    bottom: f64,
    top: f64,
    step: f64,
}

impl Plot {
    fn of(chart: &Chart) -> Option<Self> {
        let (first, last) = chart.span()?;
        let far = f64::MAX / 4.0;
        let (least, most) = (chart.min().max(-far), chart.max().min(far));
        let step = step(most - least, 5);
        // A little beyond, so that no point sticks to the edge.
        let top = if most > 0.0 || least < 0.0 { most * 1.1 } else { 1.0 };
        let days = (last - first).num_days().max(1) as f64;
        Some(Self { first, days, bottom: least * 1.1, top, step })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        LEFT + (day - self.first).num_days() as f64 / self.days * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        let share = ((value - self.bottom) / (self.top - self.bottom)).clamp(0.0, 1.0);
        HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
    }

    /// Where a point stands; what has no value stands on the time axis.
    fn at(&self, point: &Point) -> (f64, f64) {
        (self.x(point.middle()), point.value.map_or(HEIGHT - BOTTOM, |value| self.y(value)))
    }
}

impl Page<'_> {
    pub(super) fn chart(&mut self, figure: &Figure) {
        let Some(plot) = Plot::of(&figure.chart) else { return };
        let (title, description) =
            (format!("{}-title", figure.anchor), format!("{}-description", figure.anchor));
        self.out.raw("<figure>\n");
        self.out.open(
            "div",
            &[("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", &title)],
        );
        self.out.raw("\n");
        self.out.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", &format!("0 0 {WIDTH} {HEIGHT}")),
                ("role", "img"),
                ("aria-labelledby", &format!("{title} {description}")),
            ],
        );
        self.out.raw("\n");
        self.out.element("title", &[("id", &title)], &figure.title);
        self.out.element("desc", &[("id", &description)], &figure.description);
        self.out.raw("\n");
        self.axes(figure, &plot);
        let drawn: Vec<(usize, &ChartLine)> = figure.chart.drawn(0).collect();
        for (place, line) in &drawn {
            self.joins(*place, line, &plot);
        }
        for (place, line) in &drawn {
            for (point, words) in line.points.iter().zip(&figure.points[*place]) {
                self.point(*place, point, words, &plot);
            }
        }
        self.labels(figure, &drawn, &plot);
        self.out.raw("</svg>\n</div>\n<figcaption>");
        for note in &figure.notes {
            self.out.element("p", &[], note);
        }
        self.out.raw("</figcaption>\n</figure>\n");
    }

    fn axes(&mut self, figure: &Figure, plot: &Plot) {
        let (right, foot) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        let mut lines = String::new();
        let (from, to) = ((plot.bottom / plot.step).ceil() as i32, (plot.top / plot.step).floor() as i32);
        let mut labels = Vec::new();
        for tick in from..=to {
            let value = tidy(plot.step * f64::from(tick));
            let y = plot.y(value);
            let class = if tick == 0 { "axis" } else { "grid" };
            let _ = writeln!(lines, "<path class=\"{class}\" d=\"M{LEFT} {y:.1}H{right}\"/>");
            labels.push((LEFT - 8.0, y + 5.0, "end", self.document.language.number(value)));
        }
        let last = plot.first + chrono::Days::new(plot.days as u64);
        for year in plot.first.year()..=last.year() {
            let day = |year| NaiveDate::from_ymd_opt(year, 1, 1);
            let (Some(begins), Some(ends)) = (day(year), year.checked_add(1).and_then(day)) else { continue };
            let from = plot.x(begins.max(plot.first));
            let to = plot.x(ends.min(last));
            if begins > plot.first {
                let _ = writeln!(lines, "<path class=\"axis\" d=\"M{from:.1} {foot}v6\"/>");
            }
            let label = year.to_string();
            if to - from >= 40.0 {
                labels.push((f64::midpoint(from, to), foot + 28.0, "middle", label));
            } else if to - from >= 20.0 {
                let short = format!("{:02}", year.rem_euclid(100));
                labels.push((f64::midpoint(from, to), foot + 28.0, "middle", short));
            }
        }
        let _ = writeln!(lines, "<path class=\"axis\" d=\"M{LEFT} {TOP}V{foot}H{right}\"/>");
        self.out.raw(&lines);
        labels.push((LEFT - 8.0, TOP - 16.0, "end", figure.unit.clone()));
        for (x, y, anchor, text) in labels {
            let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
            // A unit longer than the scale is wide begins at the left.
            let (x, anchor) =
                if width::cells(&text) > 7 && anchor == "end" { ("0", "start") } else { (&*x, anchor) };
            self.out.element("text", &[("x", x), ("y", &y), ("text-anchor", anchor)], &text);
            self.out.raw("\n");
        }
    }

    fn joins(&mut self, place: usize, line: &ChartLine, plot: &Plot) {
        let mut path = String::new();
        for pair in line.points.windows(2).filter(|pair| pair[0].joins(&pair[1])) {
            let ((x1, y1), (x2, y2)) = (plot.at(&pair[0]), plot.at(&pair[1]));
            let _ = write!(path, "M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}");
        }
        if !path.is_empty() {
            let class = format!("line c{}", place % COLOURS);
            self.out.raw(&format!("<path class=\"{class}\" d=\"{path}\"/>\n"));
        }
    }

    fn point(&mut self, place: usize, point: &Point, words: &str, plot: &Plot) {
        let (x, y) = plot.at(point);
        let shape = match (point.value, point.qualifier) {
            (None, _) => format!("M{:.1} {:.1}l10 10m0 -10l-10 10", x - 5.0, y - 5.0),
            (Some(_), Qualifier::MoreThan | Qualifier::AtLeast) => arrow(x, y, -1.0),
            (Some(_), Qualifier::UpTo) => arrow(x, y, 1.0),
            (Some(_), _) => shape(place, x, y),
        };
        let kind = match (point.value, point.qualifier) {
            (Some(_), Qualifier::Exact) if !point.is_unsure => "full",
            (Some(_), Qualifier::Exact | Qualifier::About | Qualifier::Rounded | Qualifier::Forecast) => {
                "hollow"
            }
            (None, _) | (Some(_), Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::UpTo) => "stroke",
        };
        let class = format!("{kind} c{}", place % COLOURS);
        self.out.open("path", &[("class", &class), ("d", &shape)]);
        self.out.element("title", &[], words);
        self.out.raw("</path>\n");
    }

    /// What each line is called, at its end, with its marker.
    fn labels(&mut self, figure: &Figure, drawn: &[(usize, &ChartLine)], plot: &Plot) {
        let end = |line: &ChartLine| {
            line.points.iter().rfind(|point| point.value.is_some()).map(|point| plot.at(point).1)
        };
        let mut labels: Vec<(f64, usize)> =
            drawn.iter().map(|(place, line)| (end(line).unwrap_or(HEIGHT - BOTTOM), *place)).collect();
        labels.sort_by(|one, other| one.0.total_cmp(&other.0));
        // Down as far as the one above asks for, and from the bottom up again where that is too far.
        let mut least = TOP;
        for (y, _) in &mut labels {
            *y = y.max(least);
            least = *y + LABEL;
        }
        let mut most = HEIGHT - BOTTOM;
        for (y, _) in labels.iter_mut().rev() {
            *y = y.min(most);
            most = *y - LABEL;
        }
        let x = WIDTH - RIGHT + 14.0;
        for (y, place) in labels {
            let class = format!("full c{}", place % COLOURS);
            self.out.open("path", &[("class", &class), ("d", &shape(place, x, y))]);
            self.out.raw("</path>");
            let name = width::truncate(&figure.names[place], LABEL_CELLS, "…");
            let (x, y) = (format!("{:.1}", x + 11.0), format!("{:.1}", y + 5.0));
            self.out.element("text", &[("x", &x), ("y", &y)], &name);
            self.out.raw("\n");
        }
    }
}

/// The marker of a line: a circle, a diamond, a square, a triangle.
fn shape(place: usize, x: f64, y: f64) -> String {
    match place % SHAPES {
        0 => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
        1 => format!("M{x:.1} {:.1}l6.5 6.5l-6.5 6.5l-6.5 -6.5z", y - 6.5),
        2 => format!("M{:.1} {:.1}h9.6v9.6h-9.6z", x - 4.8, y - 4.8),
        _ => format!("M{:.1} {:.1}h12l-6 10.4z", x - 6.0, y - 4.6),
    }
}

/// From the bound the way the value lies: up, or down.
fn arrow(x: f64, y: f64, way: f64) -> String {
    let (tip, wing) = (way * 18.0, way * -7.0);
    format!("M{:.1} {y:.1}h10m-5 0v{tip:.1}m-5 {wing:.1}l5 {:.1}l5 {wing:.1}", x - 5.0, -wing)
}

/// Without what binary arithmetic adds: three times 0.1 is 0.3.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}
