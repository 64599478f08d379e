//! Which figures of a place and a period are the parts of one total, and may be laid end to end: the same on the screen and
//! in documents.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Qualifier;
use super::chart::{Length, Point, length};
use super::scale::tidy;

/// The points of a place, each with the number of its part; none of what is not a part.
pub(crate) type Points = Vec<(Point, Option<usize>)>;

/// Figures that share a bar: one, or the parts of a total.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Stack {
    /// The first and last day of their period.
    pub period: (NaiveDate, NaiveDate),
    /// At least one, in the order of their parts, those looked for and not found among them.
    pub points: Points,
    /// The parts that its place has in other periods, and not in this.
    pub missing: Vec<usize>,
}

impl Stack {
    /// What its values add up to; none where every figure was looked for and not found.
    pub(crate) fn total(&self) -> Option<f64> {
        let sum = self.points.iter().filter_map(|(point, _)| point.value).reduce(|sum, value| sum + value);
        sum.map(tidy)
    }
}

/// Of each place its stacks, in order of time. There are `parts` parts in all.
pub(crate) fn of_places(places: Vec<Points>, parts: usize) -> Vec<Vec<Stack>> {
    let usual = usual_parts(&places, parts);
    places.into_iter().map(|points| of_place(points, &usual)).collect()
}

/// What values add up to by their digits; none where that has more digits than a number keeps, so that a sum would be wrong
/// in its last ones.
pub(crate) fn exact_sum(values: impl Iterator<Item = f64>) -> Option<f64> {
    /// The digits that a number keeps.
    const DIGITS: usize = 15;
    let written: Vec<String> = values.map(|value| value.to_string()).collect();
    let decimals = |text: &String| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let most = written.iter().map(decimals).max()?;
    let whole = |text: &String| {
        let digits = text.replace('.', "") + &"0".repeat(most - decimals(text));
        digits.parse::<i128>().ok()
    };
    let sum = written.iter().map(whole).try_fold(0_i128, |sum, value| sum.checked_add(value?))?;
    let digits = sum.unsigned_abs().to_string();
    if digits.trim_end_matches('0').len() > DIGITS {
        return None;
    }
    format!("{sum}e-{most}").parse().ok()
}

/// How a sum of figures is meant that are meant so: it is exact only if all of them are.
pub(crate) fn qualifier_of_sum(mut of: impl Iterator<Item = Qualifier>) -> Qualifier {
    if of.all(|qualifier| qualifier == Qualifier::Exact) { Qualifier::Exact } else { Qualifier::About }
}

/// The lengths of time that these sums are over: first the one that most of them have, then the others by the same rule.
/// What was looked for and not found does not count.
pub(crate) fn lengths<'a>(stacks: impl Iterator<Item = &'a Stack>) -> Vec<Length> {
    let mut lengths: HashMap<Length, (usize, f64)> = HashMap::new();
    for stack in stacks {
        let Some(total) = stack.total() else { continue };
        let (count, most) = lengths.entry(length(stack.period)).or_insert((0, total));
        *count += 1;
        *most = most.max(total);
    }
    let mut lengths: Vec<(Length, (usize, f64))> = lengths.into_iter().collect();
    lengths.sort_by(|(one, (one_count, one_most)), (other, (other_count, other_most))| {
        other_count.cmp(one_count).then(other_most.total_cmp(one_most)).then(other.cmp(one))
    });
    lengths.into_iter().map(|(length, _)| length).collect()
}

/// For each part those it is usually stacked with: what the first place that has it beside others has.
fn usual_parts(places: &[Points], count: usize) -> Vec<Vec<usize>> {
    let mut usual: Vec<Vec<usize>> = (0..count).map(|part| vec![part]).collect();
    for points in places {
        let own = parts_of(points);
        for part in &own {
            if usual[*part].len() < 2 && own.len() > 1 {
                usual[*part].clone_from(&own);
            }
        }
    }
    usual
}

fn parts_of(points: &Points) -> Vec<usize> {
    let mut parts: Vec<usize> = points.iter().filter_map(|(_, part)| *part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn of_place(mut points: Points, usual: &[Vec<usize>]) -> Vec<Stack> {
    points.sort_by_key(|(point, part)| (point.period, *part));
    let mut own = parts_of(&points);
    if let [part] = own[..] {
        own.clone_from(&usual[part]);
    }
    let mut stacks: Vec<Stack> = Vec::new();
    for (point, part) in points {
        let goes_on = |last: &Stack| {
            let before = last.points.last().and_then(|(_, part)| *part);
            last.period == point.period && part.is_some() && before.is_some() && before != part
        };
        match stacks.last_mut() {
            Some(last) if goes_on(last) => last.points.push((point, part)),
            _ => {
                stacks.push(Stack { period: point.period, points: vec![(point, part)], missing: Vec::new() });
            }
        }
    }
    stacks.into_iter().flat_map(|stack| split(stack, &own)).collect()
}

/// A stack stays one if its parts make a total, or if one of them is known; else each part stands alone.
fn split(stack: Stack, own: &[usize]) -> Vec<Stack> {
    let Stack { period, points, .. } = stack;
    let has = |part: &usize| points.iter().any(|(_, own)| own.as_ref() == Some(part));
    let is_divided = points.iter().any(|(_, part)| part.is_some());
    let missing: Vec<usize> = own.iter().copied().filter(|part| is_divided && !has(part)).collect();
    let known = points.iter().filter(|(point, _)| point.value.is_some()).count();
    let adds = |point: &Point| point.is_level() && point.value.is_some_and(|value| value >= 0.0);
    let makes_total = missing.is_empty() && points.iter().all(|(point, _)| adds(point));
    if makes_total || known <= 1 {
        // Of what is not known at all nothing is missing beside it.
        let missing = if known == 0 { Vec::new() } else { missing };
        return vec![Stack { period, points, missing }];
    }
    points.into_iter().map(|point| Stack { period, points: vec![point], missing: Vec::new() }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Points, Stack, lengths, of_places, qualifier_of_sum};
    use crate::dossier::chart::{Length, Point};
    use crate::dossier::{Id, Kind, Qualifier, Ref};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn point(year: i32, value: Option<f64>, qualifier: Qualifier) -> Point {
        let of = Ref::new(Kind::Observation, &Id::new("x"));
        Point { of, period: (day(year, 1, 1), day(year, 12, 31)), value, qualifier, is_unsure: false }
    }

    /// The values of each stack, and the parts it lacks.
    fn stacked(points: Points) -> Vec<(Vec<Option<f64>>, Vec<usize>)> {
        let stacks = of_places(vec![points], 3).remove(0);
        let values = |stack: &Stack| stack.points.iter().map(|(point, _)| point.value).collect();
        stacks.iter().map(|stack| (values(stack), stack.missing.clone())).collect()
    }

    #[test]
    fn only_known_levels_make_a_total() {
        use Qualifier::{About, AtLeast, Exact, Forecast, MoreThan, Rounded, UpTo};
        let pair = |one: (f64, Qualifier), other: (f64, Qualifier)| {
            let [one, other] = [one, other].map(|(value, meant)| point(2024, Some(value), meant));
            stacked(vec![(one, Some(0)), (other, Some(1))]).len()
        };
        for meant in [Exact, Rounded, About] {
            assert_eq!(pair((10.0, Exact), (20.0, meant)), 1, "{meant:?}");
        }
        for meant in [MoreThan, AtLeast, UpTo, Forecast] {
            assert_eq!(pair((10.0, meant), (20.0, Exact)), 2, "{meant:?}");
        }
        assert_eq!(pair((10.0, Exact), (-20.0, Exact)), 2);
    }

    #[test]
    fn what_lacks_a_part_is_no_total() {
        let exact = |year, value| point(year, Some(value), Qualifier::Exact);
        let all = [10.0, 20.0, 30.0].into_iter().enumerate();
        let mut points: Points = all.map(|(part, value)| (exact(2023, value), Some(part))).collect();
        points.push((exact(2024, 10.0), Some(0)));
        points.push((exact(2024, 30.0), Some(1)));
        points.push((exact(2025, 40.0), Some(2)));
        let known = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
        assert_eq!(
            stacked(points),
            [
                (known(&[10.0, 20.0, 30.0]), vec![]),
                (known(&[10.0]), vec![]),
                (known(&[30.0]), vec![]),
                (known(&[40.0]), vec![0, 1]),
            ]
        );
    }

    #[test]
    fn two_figures_of_one_part_and_a_total_beside_parts_stand_alone() {
        let exact = |value| point(2024, Some(value), Qualifier::Exact);
        assert_eq!(stacked(vec![(exact(1.0), None), (exact(2.0), None)]).len(), 2);
        let points = vec![(exact(3.0), None), (exact(1.0), Some(0)), (exact(2.0), Some(1))];
        let stacks = stacked(points);
        assert_eq!(stacks.iter().map(|(values, _)| values.len()).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_sum_is_as_sure_as_its_parts() {
        use Qualifier::{About, Exact, Rounded};
        assert_eq!(qualifier_of_sum([Exact, Exact].into_iter()), Exact);
        assert_eq!(qualifier_of_sum([Exact, Rounded].into_iter()), About);
        let stack = of_places(
            vec![vec![(point(2024, Some(0.1), About), Some(0)), (point(2024, Some(0.2), About), Some(1))]],
            2,
        );
        assert_eq!(stack[0][0].total(), Some(0.3));
    }

    #[test]
    fn lengths_are_told_apart_to_the_day() {
        let of_days = |days: u64, value: f64| Stack {
            period: (day(2024, 3, 1), day(2024, 3, 1) + chrono::Days::new(days - 1)),
            points: vec![(point(2024, Some(value), Qualifier::Exact), None)],
            missing: Vec::new(),
        };
        let stacks = [of_days(1, 5.0), of_days(7, 9.0), of_days(1, 6.0), of_days(14, 1.0), of_days(31, 2.0)];
        assert_eq!(
            lengths(stacks.iter()),
            [Length::Days(1), Length::Days(7), Length::Months(1), Length::Days(14)]
        );
    }
}
