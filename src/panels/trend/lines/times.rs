//! The labels and ticks of a time axis: the finest step of the calendar whose labels fit.

use chrono::{Datelike as _, NaiveDate};

use super::axis::TimeAxis;
use super::grid::cells;
use crate::dossier::calendar::{self, Step};
use crate::i18n::language::Language;
use crate::i18n::ticks::{self, TickForm};
use crate::text::width;

/// What a time axis says. Columns count from the left of the plot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct TimeTicks {
    /// The columns of its ticks.
    pub(super) ticks: Vec<u16>,
    /// Its labels from left to right: the column of the first cell, which may be left of the plot.
    pub(super) labels: Vec<(i32, String)>,
}

/// A step on the axis.
struct Slot {
    start: NaiveDate,
    /// Where its tick is; none where the axis begins within it.
    tick: Option<u16>,
    /// Where its label has its middle.
    middle: f64,
    /// The columns it has on the axis.
    room: f64,
    /// Whether it goes on beyond the axis.
    is_cut: bool,
}

/// The labels of an axis, in steps that are not finer than `own`. They may reach `beside` the plot by so many cells to the
/// left and to the right.
pub(super) fn layout(axis: &TimeAxis, own: Step, beside: (u16, u16), language: Language) -> TimeTicks {
    let steps = Step::ALL.into_iter().filter(|step| *step >= own);
    let found = steps.filter(|step| is_coarse_enough(*step, axis)).find_map(|step| {
        let slots = slots(step, axis);
        let labels = labels(step, &slots, axis, beside, language)?;
        Some(TimeTicks { ticks: slots.iter().filter_map(|slot| slot.tick).collect(), labels })
    });
    found.unwrap_or_else(|| TimeTicks { ticks: Vec::new(), labels: ends(axis, own, beside.0, language) })
}

/// No label takes fewer than two columns with the blank after it.
fn is_coarse_enough(step: Step, axis: &TimeAxis) -> bool {
    2 * step.count_within(axis.first, axis.last) <= i64::from(axis.columns) + 2
}

fn slots(step: Step, axis: &TimeAxis) -> Vec<Slot> {
    let steps = step.within(axis.first, axis.last);
    match step {
        Step::Years(2..) => steps.filter_map(|(start, next)| year(start, next, axis)).collect(),
        _ => steps.map(|(start, next)| period(step, start, next, axis)).collect(),
    }
}

/// A year that stands for itself, not for those that follow it: its label is at the tick. There is no year 0.
fn year(start: NaiveDate, next: NaiveDate, axis: &TimeAxis) -> Option<Slot> {
    let start = calendar::round_year(start)?;
    let last = NaiveDate::from_ymd_opt(start.year(), 12, 31)?;
    let (at, to) = (axis.start_of(start), axis.start_of(next));
    let is_on = axis.first <= start && start <= axis.last;
    let middle = axis.middle_of((start, last)).min(f64::from(axis.columns));
    is_on.then(|| Slot { start, tick: axis.column(at), middle, room: to - at, is_cut: false })
}

/// A period: its label is in the middle of what is on the axis, its tick at its beginning; the tick of a day in its middle.
fn period(step: Step, start: NaiveDate, next: NaiveDate, axis: &TimeAxis) -> Slot {
    let end = f64::from(axis.columns);
    let (from, to) = (axis.start_of(start), axis.start_of(next));
    let (seen_from, seen_to) = (from.max(0.0), to.min(end));
    let middle = f64::midpoint(seen_from, seen_to);
    let tick = if step == Step::Day { Some(middle) } else { Some(from).filter(|from| *from > 0.0) };
    let tick = tick.and_then(|tick| axis.column(tick));
    Slot { start, tick, middle, room: seen_to - seen_from, is_cut: from < 0.0 || to > end }
}

/// The labels of these steps; none where they do not fit, or fewer than two would be left.
fn labels(
    step: Step,
    slots: &[Slot],
    axis: &TimeAxis,
    beside: (u16, u16),
    language: Language,
) -> Option<Vec<(i32, String)>> {
    let text = |slot: &Slot, form| ticks::label(step, slot.start, form, language);
    let fits = |slot: &Slot, form| (width::cells(&text(slot, form)) + 1) as f64 <= slot.room;
    // What is cut by an end of the axis has a label only if that fits into what is left of it.
    let slots: Vec<&Slot> = slots.iter().filter(|slot| !slot.is_cut || fits(slot, TickForm::Short)).collect();
    let all_fit = |form: &TickForm| slots.iter().all(|slot| fits(slot, *form));
    let (first, last) = (0, slots.len().checked_sub(1)?);
    let forms: &[TickForm] = match step {
        Step::Day | Step::Week => &[],
        Step::Month | Step::Quarter | Step::HalfYear | Step::Years(_) => &[TickForm::Long, TickForm::Medium],
    };
    let uniform = forms.iter().copied().find(all_fit);
    if uniform.is_none() && !all_fit(&TickForm::Short) {
        return None;
    }
    // What is not in every label is said once at the first, and wherever it changes.
    let turn = |place: usize| {
        let before = slots[place.checked_sub(1)?].start;
        let start = slots[place].start;
        match step {
            _ if start.year() != before.year() => Some(TickForm::Medium),
            Step::Day if start.month() != before.month() => Some(TickForm::Medium),
            _ => None,
        }
    };
    let rank = |place: &usize| match *place {
        place if place == first => 0,
        place if place == last => 1,
        place if turn(place).is_some() => 2,
        _ => 3,
    };
    let mut order: Vec<usize> = (0..slots.len()).collect();
    order.sort_by_key(rank);
    let mut placed: Vec<(i32, String)> = Vec::new();
    for place in order {
        let full = match step {
            // Of days and weeks also the year.
            Step::Day | Step::Week if place == first => Some(TickForm::Long),
            _ if place == first => Some(TickForm::Medium),
            _ => turn(place),
        };
        let forms = match uniform {
            Some(form) => [Some(form), None],
            None => [full, Some(TickForm::Short)],
        };
        let fitting = forms.into_iter().flatten().find_map(|form| {
            let text = text(slots[place], form);
            place_label(slots[place].middle, &text, axis, beside, &placed).map(|x| (x, text))
        });
        match fitting {
            Some(label) => placed.push(label),
            None if place == first || place == last => return None,
            None => {}
        }
    }
    placed.sort();
    // Half of the quarters without a name says less than half-years with one.
    let is_whole = step != Step::Quarter || placed.len() == slots.len();
    (placed.len() > 1 && is_whole).then_some(placed)
}

/// The first column of a label, if it is whole and apart from those that stand there already.
fn place_label(
    middle: f64,
    text: &str,
    axis: &TimeAxis,
    (left, right): (u16, u16),
    placed: &[(i32, String)],
) -> Option<i32> {
    let room = cells(text);
    let x = (middle - f64::from(room) / 2.0).round() as i32;
    let is_inside = -i32::from(left) <= x && x + room <= i32::from(axis.columns) + i32::from(right);
    let is_apart = |(other, text): &(i32, String)| x > other + cells(text) || x + room < *other;
    (is_inside && placed.iter().all(is_apart)).then_some(x)
}

/// Where no step fits: the first and the last day, at both ends, as fully as they fit, or their years.
fn ends(axis: &TimeAxis, own: Step, left: u16, language: Language) -> Vec<(i32, String)> {
    let step = if own <= Step::Week { Step::Day } else { own };
    let forms = [TickForm::Long, TickForm::Medium, TickForm::Short].map(|form| (step, form));
    let forms = forms.into_iter().chain([(Step::Years(1), TickForm::Short)]);
    let columns = i32::from(axis.columns);
    let mut pairs =
        forms.map(|(step, form)| [axis.first, axis.last].map(|day| ticks::label(step, day, form, language)));
    let fitting = pairs.find_map(|[first, last]| {
        let to = columns - cells(&last);
        let from = (to - 1 - cells(&first)).min(0);
        (from >= -i32::from(left)).then(|| vec![(from, first), (to, last)])
    });
    fitting.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::{TimeTicks, cells, layout};
    use crate::dossier::calendar::Step;
    use crate::i18n::language::Language;
    use crate::panels::trend::lines::axis::TimeAxis;
    use crate::widgets::to_cells;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn written(first: &str, last: &str, columns: u16, own: Step) -> String {
        let axis = TimeAxis::new((day(first), day(last)), columns);
        let TimeTicks { labels, .. } = layout(&axis, own, (6, 2), Language::En);
        labels.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn labels_follow_the_range() {
        assert_eq!(written("2025-11-03", "2025-11-08", 50, Step::Day), "3 Nov 2025|4|5|6|7|8");
        assert_eq!(written("2025-11-29", "2025-12-03", 50, Step::Day), "29 Nov 2025|30|1 Dec|2|3");
        assert_eq!(
            written("2025-11-03", "2025-12-14", 50, Step::Day),
            "3 Nov 2025|17 Nov|24 Nov|1 Dec|8 Dec"
        );
        assert_eq!(written("2025-09-01", "2026-03-31", 50, Step::Month), "Sep 25|Oct|Nov|Dec|Jan 26|Feb|Mar");
        assert_eq!(written("2024-04-01", "2025-12-31", 40, Step::Quarter), "Q2 24|Q3|Q4|Q1 25|Q2|Q3|Q4");
        assert_eq!(
            written("2022-07-01", "2025-12-31", 53, Step::HalfYear),
            "H2 22|H1 23|H2 23|H1 24|H2 24|H1 25|H2 25"
        );
        assert_eq!(written("2018-01-01", "2025-12-31", 50, Step::HalfYear).split('|').count(), 8);
        assert_eq!(
            written("1850-01-01", "2030-12-31", 50, Step::Years(1)),
            "1860|1880|1900|1920|1940|1960|1980|2000|2020"
        );
        assert_eq!(
            written("-0999-01-01", "2000-12-31", 50, Step::Years(1)),
            "1000 BC|500 BC|1|500|1000|1500|2000"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn labels_are_whole_apart_and_at_both_ends(
            (first, power, columns, own, german) in
                (-800_000_i32..800_000, 0.0_f64..6.0, 20_u16..220, proptest::sample::select(&Step::ALL[..9]), any::<bool>())
        ) {
            let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
            // At least two periods of its own, as a chart has them.
            let start = own.start(first).unwrap();
            let second = own.next(start).unwrap();
            let days = chrono::Days::new(10_f64.powf(power) as u64);
            let last = own.next(second).unwrap().max(second.checked_add_days(days).unwrap()).pred_opt().unwrap();
            let axis = TimeAxis::new((start, last), columns);
            let language = if german { Language::De } else { Language::En };
            let TimeTicks { labels, ticks } = layout(&axis, own, (7, 3), language);
            prop_assert!(labels.len() > 1, "{labels:?}");
            for (x, text) in &labels {
                prop_assert!(*x >= -7 && x + cells(text) <= i32::from(columns) + 3);
            }
            for pair in labels.windows(2) {
                prop_assert!(pair[0].0 + cells(&pair[0].1) < pair[1].0, "{labels:?}");
            }
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            // No more than one step without a label at either end.
            if let [first, .., last] = &ticks[..] {
                let step = i32::from(last - first) / i32::from(to_cells(ticks.len() - 1)) + 2;
                let (from, to) = (&labels[0], &labels[labels.len() - 1]);
                prop_assert!(from.0 <= i32::from(*first) + step, "{labels:?} {ticks:?}");
                prop_assert!(to.0 + cells(&to.1) >= i32::from(*last) - step, "{labels:?} {ticks:?}");
            }
        }
    }
}
