//! The two axes of a chart: round values from zero, and the calendar.

use chrono::{Datelike as _, NaiveDate};

use super::canvas::Canvas;
use crate::dossier::calendar::{self, Step};
use crate::dossier::scale::{self, tidy};
use crate::i18n::dates;
use crate::i18n::language::Language;

/// A value axis: its ticks, and where values stand between them.
pub(super) struct ValueAxis {
    /// The value of each tick, the lowest first.
    pub ticks: Vec<f64>,
    /// What each tick says, all in one precision.
    pub labels: Vec<String>,
    /// What the labels are multiples of, in words; empty for ones.
    pub multiple: &'static str,
}

/// What is farther from zero is drawn there: a difference of two such values is still a number.
const FARTHEST: f64 = f64::MAX / 4.0;
/// The most characters of a tick, above which it is written in thousands or more.
const TICK_CHARACTERS: usize = 7;

impl ValueAxis {
    /// The axis for values from `least` to `most`. It always holds zero, and ends at a tick on both sides.
    pub(super) fn of(least: f64, most: f64, count: u16, language: Language) -> Self {
        let (least, most) = (least.clamp(-FARTHEST, 0.0), most.clamp(0.0, FARTHEST));
        let step = scale::step(most - least, count.saturating_sub(u16::from(least < 0.0)));
        let ends = ((least / step).floor() as i32, (most / step).ceil() as i32);
        let (from, to) = if ends == (0, 0) { (0, 1) } else { ends };
        let ticks: Vec<f64> = (from..=to).map(|tick| tidy(step * f64::from(tick))).collect();
        let strings = &language.strings().export;
        let multiples = [
            (1.0, ""),
            (1e3, strings.in_thousands),
            (1e6, strings.in_millions),
            (1e9, strings.in_billions),
            (1e12, strings.in_trillions),
        ];
        let farthest = ticks.iter().fold(0.0_f64, |most, tick| most.max(tick.abs()));
        let written = |by: f64| even(language, ticks.iter().map(|tick| tidy(tick / by)));
        let is_short =
            |labels: &[String]| labels.iter().all(|label| label.chars().count() <= TICK_CHARACTERS);
        let mut ways = multiples.into_iter().filter(|(by, _)| *by <= farthest.max(1.0));
        let (labels, multiple) = ways
            .find_map(|(by, multiple)| Some((written(by), multiple)).filter(|(labels, _)| is_short(labels)))
            .unwrap_or_else(|| (written(1.0), ""));
        Self { ticks, labels, multiple }
    }

    /// The share of the axis' height that a value stands at, from the lowest tick.
    pub(super) fn share(&self, value: f64) -> f64 {
        let (Some(bottom), Some(top)) = (self.ticks.first(), self.ticks.last()) else { return 0.0 };
        ((value - bottom) / (top - bottom)).clamp(0.0, 1.0)
    }
}

/// Numbers as a language writes them, all with as many decimals as the one that needs most.
fn even(language: Language, numbers: impl Iterator<Item = f64>) -> Vec<String> {
    let point = if language == Language::De { ',' } else { '.' };
    let mut texts: Vec<String> = numbers.map(|number| language.number(number)).collect();
    if texts.iter().any(|text| text.contains('e')) {
        return texts;
    }
    let decimals = |text: &str| text.split_once(point).map_or(0, |(_, decimals)| decimals.len());
    let most = texts.iter().map(|text| decimals(text)).max().unwrap_or(0);
    for text in &mut texts {
        let own = decimals(text);
        if own == 0 && most > 0 {
            text.push(point);
        }
        text.extend(std::iter::repeat_n('0', most - own));
    }
    texts
}

/// A label of a time axis.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct TimeLabel {
    /// Where its middle stands, as a share of the axis.
    pub at: f64,
    /// What it says.
    pub text: String,
}

/// A time axis: from the first day of a step of the calendar to the last of another.
pub(super) struct TimeAxis {
    first: NaiveDate,
    days: f64,
    /// Where steps meet, as shares of the axis.
    pub bounds: Vec<f64>,
    /// The labels of the steps.
    pub labels: Vec<TimeLabel>,
    /// Below them the months or years that they are in; none where the labels say it.
    pub groups: Vec<TimeLabel>,
}

/// Between two labels, at least, in units of a chart.
const BETWEEN: f64 = 7.0;
/// The most steps of an axis.
const MOST_STEPS: i64 = 60;

impl TimeAxis {
    /// The axis for a range of days, `room` units wide, in the finest steps whose labels have room. They are no finer than
    /// `finest` days.
    pub(super) fn of(
        (first, last): (NaiveDate, NaiveDate),
        finest: i64,
        room: f64,
        canvas: &Canvas,
        language: Language,
    ) -> Self {
        let steps = Step::ALL.into_iter().filter(|step| {
            // The longest of its kind, so that a series by months is labelled by months.
            days_of(*step) >= finest && step.count_within(first, last) <= MOST_STEPS
        });
        let mut axes = steps.filter_map(|step| Self::with(first, last, step, language));
        axes.find(|axis| axis.has_room(room, canvas)).unwrap_or_else(|| Self::bare(first, last))
    }

    /// The axis of a range without steps.
    fn bare(first: NaiveDate, last: NaiveDate) -> Self {
        let days = ((last - first).num_days() + 1) as f64;
        Self { first, days, bounds: Vec::new(), labels: Vec::new(), groups: Vec::new() }
    }

    fn with(first: NaiveDate, last: NaiveDate, step: Step, language: Language) -> Option<Self> {
        let steps: Vec<(NaiveDate, NaiveDate)> = step.within(first, last).collect();
        let (start, end) = (steps.first()?.0, steps.last()?.1);
        // What the calendar cannot hold has no such axis.
        if end <= last {
            return None;
        }
        let mut axis = Self::bare(start, end.pred_opt()?);
        if matches!(step, Step::Years(years) if years > 1) {
            // A year in which decades meet stands where they meet.
            let starts = steps.iter().map(|(from, _)| *from).chain([end]);
            for day in starts.filter_map(calendar::round_year) {
                let at = axis.share(day).min(1.0);
                axis.bounds.push(at);
                axis.labels.push(TimeLabel { at, text: dates::year(day.year(), language) });
            }
            return Some(axis);
        }
        axis.bounds = steps.iter().map(|(from, _)| axis.share(*from)).chain([1.0]).collect();
        let within = |from, to| f64::midpoint(axis.share(from), axis.share(to));
        let labels = steps
            .iter()
            .map(|(from, to)| TimeLabel { at: within(*from, *to), text: label(step, *from, *to, language) });
        let mut groups: Vec<(String, NaiveDate, NaiveDate)> = Vec::new();
        for (from, to) in &steps {
            let Some(name) = group(step, *from, language) else { continue };
            match groups.last_mut() {
                Some((last, _, end)) if *last == name => *end = *to,
                _ => groups.push((name, *from, *to)),
            }
        }
        let labels = labels.collect();
        let groups = groups.into_iter().map(|(text, from, to)| TimeLabel { at: within(from, to), text });
        axis.groups = groups.collect();
        axis.labels = labels;
        Some(axis)
    }

    /// Whether no two labels meet.
    fn has_room(&self, room: f64, canvas: &Canvas) -> bool {
        self.labels.windows(2).all(|pair| {
            let widths = canvas.text_width(&pair[0].text) + canvas.text_width(&pair[1].text);
            (pair[1].at - pair[0].at) * room >= widths / 2.0 + BETWEEN
        })
    }

    /// Where a day begins, as a share of the axis.
    pub(super) fn share(&self, day: NaiveDate) -> f64 {
        (day - self.first).num_days() as f64 / self.days
    }

    /// Where a period begins and where it ends.
    pub(super) fn span(&self, (first, last): (NaiveDate, NaiveDate)) -> (f64, f64) {
        (self.share(first), ((last - self.first).num_days() + 1) as f64 / self.days)
    }

    /// Where a period has its middle.
    pub(super) fn middle(&self, period: (NaiveDate, NaiveDate)) -> f64 {
        let (from, to) = self.span(period);
        f64::midpoint(from, to)
    }
}

/// About how many days a step has.
fn days_of(step: Step) -> i64 {
    match step {
        Step::Day => 1,
        Step::Week => 7,
        Step::Month => 31,
        Step::Quarter => 92,
        Step::HalfYear => 184,
        Step::Years(years) => 366 * i64::from(years),
    }
}

/// What a step is called within its month or year.
fn label(step: Step, from: NaiveDate, to: NaiveDate, language: Language) -> String {
    let strings = language.strings();
    match step {
        Step::Day => from.day().to_string(),
        Step::Week => format!("{}–{}", from.day(), to.pred_opt().unwrap_or(from).day()),
        Step::Month => strings.short_months[from.month0() as usize].to_owned(),
        Step::Quarter => format!("{}{}", strings.quarter, from.month0() / 3 + 1),
        Step::HalfYear => format!("{}{}", strings.half, from.month0() / 6 + 1),
        Step::Years(_) => dates::year(from.year(), language),
    }
}

/// The month or year that a step is in, where its label does not say it.
fn group(step: Step, from: NaiveDate, language: Language) -> Option<String> {
    match step {
        Step::Day | Step::Week => {
            let month = language.strings().short_months[from.month0() as usize];
            Some(format!("{month} {}", dates::year(from.year(), language)))
        }
        Step::Month | Step::Quarter | Step::HalfYear => Some(dates::year(from.year(), language)),
        Step::Years(_) => None,
    }
}
