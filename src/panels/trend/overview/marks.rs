//! What a row of the overview draws: the shape of a line in one cell a figure, and a bar from zero of what was there
//! first, what came since, and what went.

use crate::dossier::Qualifier;
use crate::dossier::chart::{ChartLine, Point};
use crate::i18n::language::Language;
use crate::look::glyphs::{self, Glyphs};

/// A cell in eighths, from the bottom, of nothing to all.
const LEVELS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// A cell in eighths, from the left.
const LENGTHS: [&str; 9] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// The fewest figures that have a shape: of two, first and last say all.
const FEWEST: usize = 3;
/// The most cells of a shape.
pub(super) const MOST_SHAPE: usize = 12;

/// The shape of a line: a cell a figure in eighths of the line's own highest, from zero; `×` where one was looked for and
/// not found, an arrow for a bound, `·` for any gap between two periods. It says shape, never level. Of more than
/// [`MOST_SHAPE`] cells it shows that many figures, evenly spread, the first and the last among them, and no gaps.
///
/// None of fewer than three figures, of one with a value below zero, and where there are no such signs.
pub(super) fn shape(line: &ChartLine, language: Language, glyphs: Glyphs) -> Option<String> {
    let top = line.values().map(|(_, value)| value).fold(0.0, f64::max);
    let is_below = line.values().any(|(_, value)| value < 0.0);
    if glyphs == Glyphs::Ascii || line.points.len() < FEWEST || is_below || top <= 0.0 {
        return None;
    }
    let cell = |point: &Point| match (point.value, point.qualifier) {
        (None, _) => glyphs::MISSING.get(glyphs),
        (Some(_), Qualifier::MoreThan | Qualifier::AtLeast) => glyphs::UP.get(glyphs),
        (Some(_), Qualifier::UpTo) => glyphs::DOWN.get(glyphs),
        (Some(_), Qualifier::Forecast) => language.strings().forecast_letter,
        (Some(value), _) => LEVELS[eighths(value, top, 1).max(usize::from(value > 0.0))],
    };
    let follows = |pair: &[Point]| pair[0].period.1.succ_opt() >= Some(pair[1].period.0);
    let gaps = line.points.windows(2).filter(|pair| !follows(pair)).count();
    if line.points.len() + gaps > MOST_SHAPE {
        let cells = line.points.len().min(MOST_SHAPE);
        let spread = (0..cells).map(|place| place * (line.points.len() - 1) / (cells - 1));
        return Some(spread.map(|place| cell(&line.points[place])).collect());
    }
    let first = line.points.first().map(cell).into_iter();
    let others = line.points.windows(2).flat_map(|pair| {
        let gap = (!follows(pair)).then(|| glyphs::NO_PERIOD.get(glyphs));
        gap.into_iter().chain([cell(&pair[1])])
    });
    Some(first.chain(others).collect())
}

/// How many eighths of so many cells a value takes that is `top` at their end.
fn eighths(value: f64, top: f64, cells: u16) -> usize {
    let whole = f64::from(cells) * 8.0;
    (value / top * whole).round().clamp(0.0, whole) as usize
}

/// What a stretch of a bar is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stretch {
    /// Nothing.
    Blank,
    /// What was there at first; all of a single figure.
    First,
    /// What came since.
    Added,
    /// What went since.
    Gone,
}

/// A bar: its stretches from the left, with what each is made of.
pub(super) type Bar = Vec<(Stretch, String)>;

/// From where to where the bars of a series reach.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct BarScale {
    /// The lowest value below zero, or zero.
    pub(super) least: f64,
    /// The highest value above zero, or zero.
    pub(super) most: f64,
}

/// The bar of a line in so many cells, from zero, where the scale's ends are at theirs.
///
/// It ends at its value to an eighth of a cell, in whole cells where it reaches below zero or where there are no eighths.
/// The border between what was there and what came or went stands on a whole cell; a value that is not zero takes a cell.
pub(super) fn bar(first: f64, last: Option<f64>, scale: BarScale, cells: u16, glyphs: Glyphs) -> Bar {
    let span = scale.most - scale.least;
    if !(span > 0.0 && span.is_finite()) || cells == 0 {
        return Vec::new();
    }
    let to_cells = |value: f64| (value / span * f64::from(cells)).round() as i32;
    let zero = to_cells(-scale.least).clamp(0, i32::from(cells));
    let end = |value: f64| {
        let end = to_cells(value);
        let least = if value > 0.0 { 1 } else { -i32::from(value < 0.0) };
        let end = if end == 0 { least } else { end };
        (zero + end).clamp(0, i32::from(cells))
    };
    let (from, to) = (end(first), last.map_or(end(first), end));
    if scale.least == 0.0 && glyphs == Glyphs::Unicode {
        return in_eighths(first, last, scale.most, cells);
    }
    let kind = |cell: i32| {
        let is_in =
            |end: i32| if end >= zero { (zero..end).contains(&cell) } else { (end..zero).contains(&cell) };
        match (is_in(from), is_in(to)) {
            (true, true) => Stretch::First,
            (false, true) => Stretch::Added,
            (true, false) if last.is_some() => Stretch::Gone,
            (true, false) => Stretch::First,
            (false, false) => Stretch::Blank,
        }
    };
    let mut bar: Bar = Vec::new();
    for cell in 0..i32::from(cells) {
        push(&mut bar, kind(cell), fill(kind(cell), glyphs));
    }
    bar
}

fn push(bar: &mut Bar, kind: Stretch, cell: &str) {
    match bar.last_mut() {
        Some((last, text)) if *last == kind => text.push_str(cell),
        _ => bar.push((kind, cell.to_owned())),
    }
}

fn in_eighths(first: f64, last: Option<f64>, most: f64, cells: u16) -> Bar {
    let last = last.unwrap_or(first);
    let least = |value: f64| eighths(value, most, cells).max(usize::from(value > 0.0));
    let (first_end, last_end) = (least(first), least(last));
    let whole = |value: f64| {
        let whole = (value / most * f64::from(cells)).round().clamp(0.0, f64::from(cells)) as usize;
        whole.max(usize::from(value > 0.0))
    };
    let mut bar = Bar::new();
    // What takes less than a cell is drawn as long as it is: no border has room in it.
    if first_end.max(last_end) < 8 {
        match (last > first, first.max(last) > 0.0) {
            (true, _) => push(&mut bar, Stretch::Added, LENGTHS[last_end]),
            // Its fill has no finer cells, and theirs would be taken for what came.
            (false, true) => push(&mut bar, Stretch::First, fill(Stretch::First, Glyphs::Unicode)),
            (false, false) => {}
        }
        return bar;
    }
    let repeat = |bar: &mut Bar, kind, cells: usize| {
        (0..cells).for_each(|_| push(bar, kind, fill(kind, Glyphs::Unicode)));
    };
    if last < first {
        let (kept, all) = (whole(last), whole(first));
        repeat(&mut bar, Stretch::First, kept);
        repeat(&mut bar, Stretch::Gone, all.saturating_sub(kept));
        return bar;
    }
    if last.total_cmp(&first).is_eq() {
        repeat(&mut bar, Stretch::First, whole(first));
        return bar;
    }
    let kept = whole(first).min(last_end / 8);
    repeat(&mut bar, Stretch::First, kept);
    repeat(&mut bar, Stretch::Added, last_end / 8 - kept);
    if last_end % 8 > 0 {
        push(&mut bar, Stretch::Added, LENGTHS[last_end % 8]);
    }
    bar
}

/// A whole cell of a stretch.
pub(super) fn fill(kind: Stretch, glyphs: Glyphs) -> &'static str {
    match kind {
        Stretch::Blank => " ",
        Stretch::First => glyphs::FILL_FIRST.get(glyphs),
        Stretch::Added => glyphs::FILL_ADDED.get(glyphs),
        Stretch::Gone => glyphs::FILL_GONE.get(glyphs),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(bar: &Bar) -> String {
        bar.iter().map(|(_, cells)| cells.as_str()).collect()
    }

    fn positive(most: f64) -> BarScale {
        BarScale { least: 0.0, most }
    }

    #[test]
    fn a_bar_says_what_came_and_what_went() {
        let drawn = |first, last| text(&bar(first, Some(last), positive(1000.0), 10, Glyphs::Unicode));
        assert_eq!(drawn(500.0, 1000.0), "▒▒▒▒▒█████");
        assert_eq!(drawn(231.0, 401.0), "▒▒██");
        assert_eq!(drawn(876.0, 1000.0), "▒▒▒▒▒▒▒▒▒█");
        assert_eq!(drawn(1000.0, 500.0), "▒▒▒▒▒░░░░░");
        assert_eq!(drawn(200.0, 460.0), "▒▒██▋");
        assert_eq!(drawn(2.0, 3.0), "▏");
        assert_eq!(text(&bar(500.0, None, positive(1000.0), 10, Glyphs::Unicode)), "▒▒▒▒▒");
        assert_eq!(text(&bar(200.0, Some(400.0), positive(1000.0), 10, Glyphs::Ascii)), "==##      ");
    }

    #[test]
    fn a_bar_below_zero_goes_to_the_left() {
        let scale = BarScale { least: -50.0, most: 50.0 };
        let drawn = |first, last| text(&bar(first, last, scale, 10, Glyphs::Unicode));
        assert_eq!(drawn(-50.0, Some(50.0)), "░░░░░█████");
        assert_eq!(drawn(-20.0, Some(-40.0)), " ██▒▒     ");
        assert_eq!(drawn(30.0, None), "     ▒▒▒  ");
    }

    proptest! {
        #[test]
        fn a_bar_is_as_long_as_its_value(
            (first, last, top, cells) in (0.0_f64..1.0, 0.0_f64..1.0, 1.0_f64..1e12, 1_u16..60)
        ) {
            let (first, last) = (first * top, last * top);
            let drawn = bar(first, Some(last), positive(top), cells, Glyphs::Unicode);
            let eighths = |text: &str| -> usize {
                text.chars().map(|c| LENGTHS.iter().position(|l| l.starts_with(c)).unwrap_or(8)).sum()
            };
            let length = eighths(&text(&drawn));
            let wanted = first.max(last) / top * f64::from(cells) * 8.0;
            // To an eighth where it ends in what came since, to a whole cell where its end is one.
            let off = if last > first || wanted < 7.5 { 0.5 } else { 4.0 };
            prop_assert!((length as f64 - wanted).abs() <= off + 1e-9 || wanted < 8.0, "{drawn:?} {wanted}");
            let cells_of = |kind| drawn.iter().filter(|(of, _)| *of == kind).count();
            prop_assert!(cells_of(Stretch::Added) == 0 || last > first);
            prop_assert!(cells_of(Stretch::Gone) == 0 || last < first);
        }

        #[test]
        fn bars_on_both_sides_of_zero_meet_there(
            (first, last, cells, ascii) in (-1.0_f64..1.0, -1.0_f64..1.0, 2_u16..60, any::<bool>())
        ) {
            let scale = BarScale { least: -1.0, most: 1.0 };
            let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
            let drawn = text(&bar(first, Some(last), scale, cells, glyphs));
            prop_assert_eq!(drawn.chars().count(), usize::from(cells));
            let zero = f64::from(cells) / 2.0;
            for (at, c) in drawn.chars().enumerate().filter(|(_, c)| *c != ' ') {
                let (from, to) = (first.min(last).min(0.0), first.max(last).max(0.0));
                let middle = (at as f64 + 0.5 - zero) / zero;
                let slack = 1.6 / zero;
                prop_assert!((from - slack..=to + slack).contains(&middle), "{} at {} in {:?}", c, at, drawn);
            }
        }
    }
}
