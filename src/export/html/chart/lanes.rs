//! Events on a time axis, a lane for each of those who act: a mark at its day whose shape says what kind of event it is, and the
//! main ones by name. Marks that would cover each other stand one above the other, each above its own day.

use chrono::NaiveDate;

use super::axis::TimeAxis;
use super::canvas::{Anchor, Canvas, Label};
use super::{COLOURS, Mark, Picture, shape};
use crate::export::figure::{LaneMark, LanesChart};
use crate::facts::{Placement, place_names};
use crate::i18n::language::Language;
use crate::text::width;

/// What a mark takes to each side of its middle.
const MARK: f64 = 5.5;
/// From a mark to the one above it.
const ABOVE: f64 = 13.0;
/// The most marks one above the other; what is beyond covers the last.
const MOST_ABOVE: usize = 6;
/// From the edge of the picture to the axis.
const EDGE: f64 = 8.0;
/// From a leader to its label.
const BESIDE: f64 = 4.0;
/// The most rows of labels of a lane.
const MOST_ROWS: usize = 10;
/// The most times that labels are placed.
const ROUNDS: usize = 20;
/// The most labels of a lane.
const MOST_LABELS: usize = 150;
/// The arrow of an open end, from its mark on.
const OPEN: f64 = 16.0;

/// The least share of the picture that the axis takes where labels need room at its right.
const LEAST_AXIS: f64 = 0.7;
/// How many shorter axes are tried.
const AXES: usize = 6;

/// A label in its row, the lowest of which is next to the marks.
struct Placed {
    mark: usize,
    row: usize,
    /// From where to where it is written.
    text: (f64, f64),
    side: Side,
}

/// On which side of its leader a label stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// It begins at its leader.
    Begins,
    /// It ends at it.
    Ends,
    /// It stands on it.
    Over,
}

/// In which ways labels are placed, the best first: beside their leaders, on them, across the article's day.
const WAYS: [(&[Side], bool); 3] =
    [(&[Side::Begins, Side::Ends], false), (&[Side::Over], false), (&[Side::Begins, Side::Ends], true)];

/// A row of labels: what is written in it, and the leaders that pass through it.
#[derive(Default)]
struct Row {
    texts: Vec<(f64, f64)>,
    leaders: Vec<f64>,
}

/// Where everything goes along the axis.
struct Layout<'a> {
    canvas: &'a Canvas,
    chart: &'a LanesChart,
    time: TimeAxis,
    left: f64,
    right: f64,
    /// How wide the label of each mark is: labels are placed many times, and a text is slow to measure.
    widths: Vec<f64>,
}

/// The picture of the lanes at a size.
pub(super) fn picture(chart: &LanesChart, canvas: &Canvas, language: Language) -> Picture {
    let (left, right) = (EDGE, canvas.width - EDGE);
    let time = TimeAxis::of(chart.range, 1, (right - left) * LEAST_AXIS, canvas, language);
    let widths = chart.marks.iter().map(|mark| canvas.text_width(&mark.label)).collect();
    let mut layout = Layout { canvas, chart, time, left, right, widths };
    layout.right = layout.right_end();
    let mut picture = Picture::default();
    let mut y = layout.key(&mut picture);
    let top = y;
    if layout.chart.article.is_some() {
        y += canvas.row();
    }
    for lane in 0..chart.lanes.len() {
        y = layout.lane(lane, y, &mut picture);
    }
    layout.axis(top, y, &mut picture);
    picture.height = y + 8.0 + 2.0 * canvas.row() + 6.0;
    picture
}

impl Layout<'_> {
    /// Where the axis ends: where most main events are named, as few as can be across the article's day; the axis is the
    /// shorter the more room there is for names at its right, and as long as can be.
    fn right_end(&mut self) -> f64 {
        let all = self.right;
        let of = |place: usize| all - (all - self.canvas.width * LEAST_AXIS) * place as f64 / AXES as f64;
        let ends: Vec<f64> = (0..=AXES).map(of).collect();
        let mut best = (0, all);
        let main = self.chart.marks.iter().filter(|mark| mark.is_main).count();
        for right in ends {
            // Among so many no axis is short enough; and more than all cannot be named.
            if main > MOST_LABELS || best.0 == 3 * main {
                break;
            }
            self.right = right;
            let named = self.named();
            if named > best.0 {
                best = (named, right);
            }
        }
        best.1
    }

    /// How many main events are named; one across the article's day counts less.
    fn named(&self) -> usize {
        let crosses = |(from, to): (f64, f64)| self.rule().is_some_and(|rule| from < rule && rule < to);
        let count = |lane: usize| {
            let marks: Vec<(usize, &LaneMark)> = self.marks(lane);
            let placed = self.labels(&marks);
            placed.iter().map(|label| if crosses(label.text) { 2 } else { 3 }).sum::<usize>()
        };
        (0..self.chart.lanes.len()).map(count).sum()
    }

    /// The marks of a lane, with their places among all.
    fn marks(&self, lane: usize) -> Vec<(usize, &LaneMark)> {
        self.chart.marks.iter().enumerate().filter(|(_, mark)| mark.lane == lane).collect()
    }

    fn x(&self, share: f64) -> f64 {
        self.left + share * (self.right - self.left)
    }

    /// Where the middle of a day is.
    fn x_of(&self, day: NaiveDate) -> f64 {
        self.x(self.time.middle((day, day)))
    }

    /// Where the article's day is.
    fn rule(&self) -> Option<f64> {
        self.chart.article.as_ref().map(|article| self.x(self.time.middle(article.days)))
    }

    /// The shapes and what they mean. Returns where they end.
    fn key(&self, picture: &mut Picture) -> f64 {
        let canvas = self.canvas;
        let (mut x, mut y) = (0.0, 2.0);
        for (kind, name) in &self.chart.kinds {
            let width = 18.0 + canvas.text_width(name);
            if x > 0.0 && x + width > canvas.width {
                x = 0.0;
                y += canvas.row();
            }
            let (look, path) = shape::of_event(kind);
            picture.marks.push(Mark {
                class: format!("key {look} c5"),
                at: (x + 7.0, y + canvas.font * 0.55),
                path: path.to_owned(),
                ..Mark::default()
            });
            picture.labels.push(Label::new(x + 18.0, y + canvas.font * 0.85, Anchor::Start, &**name));
            x += width + 12.0;
        }
        y + canvas.row() + 6.0
    }

    /// A lane from this height down. Returns where it ends.
    fn lane(&self, lane: usize, top: f64, picture: &mut Picture) -> f64 {
        let canvas = self.canvas;
        let marks = self.marks(lane);
        let levels = self.levels(&marks);
        let placed = self.labels(&marks);
        let rows = placed.iter().map(|label| label.row + 1).max().unwrap_or(0);
        let highest = levels.iter().max().copied().unwrap_or(0);
        let first = top + canvas.row();
        let name =
            width::truncate(&self.chart.lanes[lane], (canvas.width / canvas.text_width("0")) as usize, "…");
        let colour = lane % COLOURS;
        picture.labels.push(
            Label::new(0.0, top + canvas.font, Anchor::Start, &*name).with_class(format!("place tc{colour}")),
        );
        // Rows of labels, then the marks, the lowest of them on the lane.
        let above = first + rows as f64 * canvas.row();
        let line = above + 4.0 + highest as f64 * ABOVE + MARK;
        picture.path("axis", format!("M{:.1} {line:.1}H{:.1}", self.left, self.right));
        for label in &placed {
            let (_, mark) = marks[label.mark];
            let x = self.x_of(mark.day);
            let base = above - label.row as f64 * canvas.row() - canvas.font * 0.35;
            let end = line - levels[label.mark] as f64 * ABOVE - MARK;
            let begin = base + canvas.font * if label.side == Side::Over { 0.3 } else { -0.6 };
            picture.path(&format!("leader c{colour}"), format!("M{x:.1} {begin:.1}V{end:.1}"));
            let (at, anchor) = match label.side {
                Side::Begins => (x + BESIDE, Anchor::Start),
                Side::Ends => (x - BESIDE, Anchor::End),
                Side::Over => (f64::midpoint(label.text.0, label.text.1), Anchor::Middle),
            };
            let text = Label::new(at, base, anchor, &*mark.label);
            picture.labels.push(text.with_class(format!("tc{colour}")));
        }
        for ((_, mark), level) in marks.iter().zip(&levels) {
            self.mark(mark, line - *level as f64 * ABOVE, colour, picture);
        }
        line + MARK + 8.0
    }

    /// How many marks each has below it that it would cover.
    fn levels(&self, marks: &[(usize, &LaneMark)]) -> Vec<usize> {
        let mut ends = [f64::MIN; MOST_ABOVE];
        let level = |(_, mark): &(usize, &LaneMark)| {
            let x = self.x_of(mark.day);
            let level = ends.iter().position(|end| *end <= x - MARK).unwrap_or(MOST_ABOVE - 1);
            ends[level] = x + MARK + 1.0;
            level
        };
        marks.iter().map(level).collect()
    }

    /// Rows for the names of main events, as many of them as find room in some rounds.
    fn labels(&self, marks: &[(usize, &LaneMark)]) -> Vec<Placed> {
        let mut order: Vec<usize> = (0..marks.len()).filter(|place| marks[*place].1.is_main).collect();
        order.sort_by_key(|place| marks[*place].1.rank);
        order.truncate(MOST_LABELS);
        // Those far from the article first, they rise towards it like stairs, and none is in the way of another's leader.
        let stairs: Vec<usize> = order.iter().rev().copied().collect();
        let placed = [order, stairs].map(|order| {
            place_names(&order, ROUNDS, |order| self.place_all(marks, order)).unwrap_or_default()
        });
        let [near, far] = placed;
        if far.len() > near.len() { far } else { near }
    }

    /// Places labels in this order, as far as they have room.
    fn place_all(&self, marks: &[(usize, &LaneMark)], order: &[usize]) -> Placement<Vec<Placed>> {
        let mut rows: Vec<Row> = (0..MOST_ROWS).map(|_| Row::default()).collect();
        let mut placed = Vec::new();
        let put = |place: &usize| {
            let (number, mark) = marks[*place];
            let x = self.x_of(mark.day);
            let Some(label) = self.place(x, self.widths[number], *place, &rows) else { return false };
            rows[label.row].texts.push(label.text);
            rows[..label.row].iter_mut().for_each(|row| row.leaders.push(x));
            placed.push(label);
            true
        };
        let has_room = order.iter().map(put).collect();
        Placement { placed, has_room, is_last: false }
    }

    /// The lowest row in which a label this wide has room for a mark at `x`, without crossing the article's day where that can
    /// be.
    fn place(&self, x: f64, width: f64, place: usize, rows: &[Row]) -> Option<Placed> {
        let rule = self.rule();
        WAYS.into_iter().find_map(|(sides, may_cross)| {
            (0..rows.len()).find_map(|row| {
                sides.iter().find_map(|side| {
                    let (from, to) = self.text(x, width, rule, *side)?;
                    let is_inside = from >= 0.0 && to <= self.canvas.width;
                    let crosses = rule.is_some_and(|rule| from < rule && rule < to);
                    let is_apart = |(start, end): &(f64, f64)| to + BESIDE <= *start || *end + BESIDE <= from;
                    let is_beside = |leader: &f64| to + BESIDE <= *leader || *leader + BESIDE <= from;
                    let is_clear = |(start, end): &(f64, f64)| x + BESIDE <= *start || *end + BESIDE <= x;
                    let is_free = rows[row].texts.iter().all(is_apart)
                        && rows[row].leaders.iter().all(is_beside)
                        && rows[..row].iter().flat_map(|row| &row.texts).all(is_clear);
                    (is_inside && is_free && crosses == may_cross).then_some(Placed {
                        mark: place,
                        row,
                        text: (from, to),
                        side: *side,
                    })
                })
            })
        })
    }

    /// From where to where a label is written on a side of its leader, that included; none on it where it has no room on its
    /// own side of the article's day.
    fn text(&self, x: f64, width: f64, rule: Option<f64>, side: Side) -> Option<(f64, f64)> {
        match side {
            Side::Begins => Some((x, x + BESIDE + width)),
            Side::Ends => Some((x - BESIDE - width, x)),
            Side::Over => {
                let (low, high) = match rule {
                    Some(rule) if x > rule => (rule + BESIDE, self.canvas.width),
                    Some(rule) => (0.0, rule - BESIDE),
                    None => (0.0, self.canvas.width),
                };
                let from = (x - width / 2.0).min(high - width).max(low);
                (from + width <= high && from <= x && x <= from + width).then_some((from, from + width))
            }
        }
    }

    /// Draws a mark, and what it takes of the axis.
    fn mark(&self, mark: &LaneMark, y: f64, colour: usize, picture: &mut Picture) {
        let x = self.x_of(mark.day);
        let line = format!("line c{colour}");
        if let Some((first, last)) = mark.period {
            let (from, _) = self.time.span((first, first));
            let (_, to) = self.time.span((last, last));
            let (from, to) = (self.x(from).max(self.left), self.x(to).min(self.right));
            picture.path(&line, format!("M{from:.1} {y:.1}H{to:.1}"));
        }
        if mark.is_open.0 {
            picture.path(&line, format!("M{x:.1} {y:.1}h-{OPEN}m5 -4l-5 4l5 4"));
        }
        if mark.is_open.1 {
            picture.path(&line, format!("M{x:.1} {y:.1}h{OPEN}m-5 -4l5 4l-5 4"));
        }
        let (look, path) = shape::of_event(mark.kind);
        picture.marks.push(Mark {
            class: format!("{look} c{colour}"),
            at: (x, y),
            path: path.to_owned(),
            fill: None,
            title: mark.title.clone(),
            link: mark.anchor.clone(),
        });
    }

    /// The axis below the lanes, and the article's day through all of them.
    fn axis(&self, top: f64, bottom: f64, picture: &mut Picture) {
        let canvas = self.canvas;
        picture.path("axis", format!("M{:.1} {bottom:.1}H{:.1}", self.left, self.right));
        for bound in &self.time.bounds {
            picture.path("axis", format!("M{:.1} {bottom:.1}v6", self.x(*bound)));
        }
        let first = bottom + 8.0 + canvas.font;
        for (y, labels) in [(first, &self.time.labels), (first + canvas.row(), &self.time.groups)] {
            let mut right = f64::MIN;
            for label in labels {
                let label = Label::new(self.x(label.at), y, Anchor::Middle, &*label.text);
                let rect = label.rect(canvas);
                if rect.left >= right && rect.left >= 0.0 && rect.right <= canvas.width {
                    right = rect.right + 4.0;
                    picture.labels.push(label);
                }
            }
        }
        let Some((x, article)) = self.rule().zip(self.chart.article.as_ref()) else { return };
        picture.path("rule-day", format!("M{x:.1} {:.1}V{bottom:.1}", top + canvas.row() * 0.9));
        let cells = (canvas.width / canvas.text_width("0")) as usize;
        let text = width::truncate(&article.label, cells, "…");
        let half = canvas.text_width(&text) / 2.0;
        let x = x.clamp(half, (canvas.width - half).max(half));
        picture.labels.push(Label::new(x, top + canvas.font * 0.8, Anchor::Middle, &*text).with_class("day"));
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::super::canvas::{BROAD, NARROW, WIDE};
    use super::{EDGE, LaneMark, LanesChart, picture};
    use crate::export::figure::ArticleDay;
    use crate::i18n::language::Language;
    use crate::look::signs::EVENT_KINDS;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 1, 1).unwrap().checked_add_days(Days::new(number)).unwrap()
    }

    fn chart(days: &[(u64, usize, bool)]) -> LanesChart {
        let marks = days.iter().enumerate().map(|(number, (at, lane, is_main))| LaneMark {
            lane: *lane,
            kind: EVENT_KINDS[number % EVENT_KINDS.len()].0,
            day: day(*at),
            period: None,
            is_open: (false, false),
            is_main: *is_main,
            rank: at.abs_diff(200) as usize,
            label: "x".repeat(4 + number * 7 % 22),
            title: format!("T{number}"),
            anchor: Some(format!("event-{number}")),
        });
        LanesChart {
            lanes: vec!["One".to_owned(), "Two".to_owned()],
            kinds: vec![("control", "control".to_owned()), ("report", "report".to_owned())],
            marks: marks.collect(),
            range: (day(0), day(364)),
            article: Some(ArticleDay { days: (day(200), day(200)), label: "Article".to_owned() }),
        }
    }

    /// What came after the article is named after its day, and what came before it before, close to the end of the axis too.
    #[test]
    fn names_stay_on_their_side_of_the_article() {
        let days =
            [(40, 0, true), (160, 0, true), (260, 0, true), (300, 0, true), (355, 0, true), (364, 1, true)];
        let mut chart = chart(&days);
        chart.article = Some(ArticleDay { days: (day(280), day(280)), label: "Article".to_owned() });
        for (mark, letter) in chart.marks.iter_mut().zip('a'..) {
            mark.label = letter.to_string().repeat(if mark.lane == 0 { 16 } else { 22 });
        }
        for canvas in [BROAD, WIDE] {
            let picture = picture(&chart, &canvas, Language::En);
            let rule = picture.paths.iter().find(|(class, _)| class == "rule-day").unwrap();
            let rule: f64 = rule.1[1..].split(' ').next().unwrap().parse().unwrap();
            for (mark, letter) in chart.marks.iter().zip('a'..) {
                let label = picture.labels.iter().find(|label| label.text == mark.label);
                let rect = label.unwrap_or_else(|| panic!("{letter} at {}", canvas.class)).rect(&canvas);
                let is_right = if mark.day < day(280) { rect.right <= rule } else { rect.left >= rule };
                assert!(is_right, "{letter} at {}: {rect:?}, rule at {rule}", canvas.class);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// The axis is a year, which its ticks may widen: of three marks the middle one divides what is between the others as
        /// its day does. No label covers another, and each mark leads to its entry.
        #[test]
        fn marks_stand_at_their_days_and_labels_apart(
            days in prop::collection::vec((0_u64..365, 0_usize..2, any::<bool>()), 3..40)
        ) {
            let mut days = days;
            days.sort_unstable();
            let chart = chart(&days);
            for canvas in [BROAD, WIDE, NARROW] {
                let picture = picture(&chart, &canvas, Language::En);
                let marks: Vec<_> = picture.marks.iter().filter(|mark| mark.link.is_some()).collect();
                prop_assert_eq!(marks.len(), days.len());
                let x = |at: u64| marks.iter().find(|mark| {
                    let number = mark.title[1..].parse::<usize>().unwrap();
                    days[number].0 == at
                }).unwrap().at.0;
                let (first, last) = (days[0].0, days[days.len() - 1].0);
                for (at, ..) in &days {
                    let share = if last > first { (at - first) as f64 / (last - first) as f64 } else { 0.0 };
                    let expected = x(first) + share * (x(last) - x(first));
                    prop_assert!((x(*at) - expected).abs() < 0.01, "{} {}", x(*at), expected);
                    prop_assert!(x(*at) >= EDGE && x(*at) <= canvas.width - EDGE);
                }
                let texts: Vec<_> = picture.labels.iter().filter(|label| label.text.starts_with('x')).collect();
                for (place, one) in texts.iter().enumerate() {
                    for other in &texts[place + 1..] {
                        prop_assert!(!one.rect(&canvas).overlaps(&other.rect(&canvas)), "{one:?} {other:?}");
                    }
                    prop_assert!(one.rect(&canvas).left >= -0.01 && one.rect(&canvas).right <= canvas.width + 0.01);
                }
            }
        }
    }
}
