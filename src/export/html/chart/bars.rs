//! Bars from zero, a value each, or the values of the parts of one total end to end. Every value is printed, so there is no
//! axis but the line of zero.

use super::canvas::{Anchor, Canvas, Label};
use super::{COLOURS, FILLS, Mark, Picture};
use crate::export::figure::{Bar, BarChart, Bound};
use crate::text::wrap;

/// How thick a bar is.
const THICKNESS: f64 = 16.0;
/// From a bar to the next.
const BETWEEN: f64 = 6.0;
/// From a bar to its words, with room for the head of a bound.
const WORDS: f64 = 12.0;
/// From the words before a bar to it.
const PERIOD: f64 = 10.0;

/// What letters may reach beyond their own width at the edge of the picture.
const EDGE: f64 = 1.5;

/// Where bars lie, and where their words.
struct Scale {
    /// Where the lowest value is.
    left: f64,
    /// How wide the range of values is.
    room: f64,
    least: f64,
    most: f64,
    /// Whether the period stands on the left of its bar and the values on its right; else both stand above it.
    is_beside: bool,
}

impl Scale {
    fn of(chart: &BarChart, canvas: &Canvas) -> Self {
        let bars = || chart.groups.iter().flat_map(|group| &group.bars);
        let ends = || bars().flat_map(ends);
        let far = f64::MAX / 4.0;
        let (least, most) = (ends().fold(0.0, f64::min).max(-far), ends().fold(0.0, f64::max).min(far));
        let widest = |texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| canvas.text_width(text)).fold(0.0, f64::max)
        };
        let period = widest(&mut bars().map(|bar| &bar.period));
        let drawn = widest(&mut bars().filter(|bar| !bar.segments.is_empty()).map(|bar| &bar.words));
        let room = canvas.width - period - PERIOD - WORDS - drawn - EDGE;
        let alone = widest(&mut bars().filter(|bar| bar.segments.is_empty()).map(|bar| &bar.words));
        let is_beside =
            canvas.is_wide && room >= canvas.width * 0.4 && period + PERIOD + alone <= canvas.width;
        let (left, room) =
            if is_beside { (period + PERIOD, room) } else { (2.0, canvas.width - 2.0 - WORDS) };
        Self { left, room, least, most, is_beside }
    }

    fn x(&self, value: f64) -> f64 {
        let range = self.most - self.least;
        let share = if range > 0.0 { (value.clamp(self.least, self.most) - self.least) / range } else { 0.0 };
        self.left + share * self.room
    }
}

/// Where each segment of a bar begins and ends.
fn ends(bar: &Bar) -> impl Iterator<Item = f64> {
    let mut end = 0.0;
    bar.segments.iter().map(move |segment| {
        end += segment.value;
        end
    })
}

/// The picture of bars at a size.
pub(super) fn picture(chart: &BarChart, canvas: &Canvas) -> Picture {
    let scale = Scale::of(chart, canvas);
    let mut picture = Picture { fills: chart.parts.len(), ..Picture::default() };
    let mut y = 2.0;
    key(chart, canvas, &mut y, &mut picture);
    for group in &chart.groups {
        if let Some(note) = group.note {
            y += 6.0;
            picture.path("axis", format!("M0 {y:.1}H{}", canvas.width));
            y += 6.0;
            rows(note, "day", canvas, &mut y, &mut picture);
        }
        if let Some(name) = &group.name {
            rows(name, "place", canvas, &mut y, &mut picture);
        }
        let top = y;
        for bar in &group.bars {
            one(bar, &scale, canvas, &mut y, &mut picture);
        }
        if group.bars.iter().any(|bar| !bar.segments.is_empty()) {
            picture.path("axis", format!("M{:.1} {top:.1}V{:.1}", scale.x(0.0), y - BETWEEN / 2.0));
        }
        y += BETWEEN;
    }
    picture.height = y;
    picture
}

/// The parts and their fills.
fn key(chart: &BarChart, canvas: &Canvas, y: &mut f64, picture: &mut Picture) {
    let mut x = 0.0;
    for (part, name) in chart.parts.iter().enumerate() {
        let width = 30.0 + canvas.text_width(name);
        if x > 0.0 && x + width > canvas.width {
            x = 0.0;
            *y += canvas.row();
        }
        picture.marks.push(Mark {
            class: format!("key {}", class(part)),
            at: (x + 1.0, *y + canvas.font * 0.5),
            path: "M0 -6h20v12h-20z".to_owned(),
            fill: patterned(part),
            title: String::new(),
            link: None,
        });
        let cells = ((canvas.width - x - 30.0) / canvas.text_width("0")) as usize;
        let name = crate::text::width::truncate(name, cells, "…");
        picture.labels.push(Label::new(x + 27.0, *y + canvas.font * 0.85, Anchor::Start, &*name));
        x += width + 14.0;
    }
    if !chart.parts.is_empty() {
        *y += canvas.row() + BETWEEN;
    }
}

/// A text in as many rows as it takes.
fn rows(text: &str, class: &str, canvas: &Canvas, y: &mut f64, picture: &mut Picture) {
    // Bold type is wider.
    let room = if class == "place" { 0.85 * canvas.width } else { canvas.width };
    let cells = ((room - 2.0 * EDGE) / canvas.text_width("0")) as u16;
    for row in wrap::wrap(text, cells) {
        let label = Label::new(EDGE, *y + canvas.font, Anchor::Start, &text[row.range]).with_class(class);
        picture.labels.push(label);
        *y += canvas.row();
    }
    *y += 3.0;
}

/// A bar with its period and its values.
fn one(bar: &Bar, scale: &Scale, canvas: &Canvas, y: &mut f64, picture: &mut Picture) {
    let is_drawn = !bar.segments.is_empty();
    let right = ends(bar).fold(0.0, f64::max);
    if scale.is_beside {
        let base = *y + THICKNESS / 2.0 + canvas.font * 0.33;
        picture.labels.push(Label::new(scale.left - PERIOD, base, Anchor::End, &*bar.period));
        let x = if is_drawn { scale.x(right) + WORDS } else { scale.left };
        picture.labels.push(Label::new(x, base, Anchor::Start, &*bar.words).with_class("value"));
    } else {
        let words = format!("{}: {}", bar.period, bar.words);
        rows(&words, "value", canvas, y, picture);
        if !is_drawn {
            *y += BETWEEN / 2.0;
            return;
        }
    }
    let mut from = 0.0;
    let middle = *y + THICKNESS / 2.0;
    for segment in &bar.segments {
        let to = from + segment.value;
        let (start, end) = (scale.x(from), scale.x(to));
        picture.marks.push(Mark {
            class: format!("bar {}", class(segment.part)),
            at: (end, middle),
            path: format!("M0 {0:.1}H{1:.1}V{2:.1}H0z", -THICKNESS / 2.0, start - end, THICKNESS / 2.0),
            fill: patterned(segment.part),
            title: segment.title.clone(),
            link: None,
        });
        from = to;
    }
    if let Some(bound) = bar.bound {
        // Its head points to where the figure is.
        let head = if bound == Bound::Lower { "M2 -8l8 8l-8 8z" } else { "M-2 -8l-8 8l8 8z" };
        let at = (scale.x(from), middle);
        let class = "head full c0".to_owned();
        picture.marks.push(Mark { class, at, path: head.to_owned(), ..Mark::default() });
    }
    *y += THICKNESS + BETWEEN;
}

fn class(part: usize) -> String {
    let colour = part / FILLS % COLOURS;
    if part.is_multiple_of(FILLS) { format!("full c{colour}") } else { format!("part c{colour}") }
}

/// The fill of a part, where that is no plain one.
fn patterned(part: usize) -> Option<usize> {
    (!part.is_multiple_of(FILLS)).then_some(part)
}
