//! Round values for the axis of a chart.

/// Round values from 0 up to at least `most`, at most `count` steps of 1, 2 or 5 times a power of ten. Returns the
/// step; 1 where there is nothing to measure.
pub(crate) fn step(most: f64, count: u16) -> f64 {
    if most <= 0.0 || !most.is_finite() {
        return 1.0;
    }
    let rough = most / f64::from(count.max(1));
    let power = power_of_ten(rough);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough)
        .unwrap_or(rough)
}

/// The largest power of ten that is not above a value, which is above 0.
///
/// Read off its digits: that is exact, and a logarithm would be the only thing the program needs the system's library of
/// mathematics for, whose pages are half a megabyte.
fn power_of_ten(value: f64) -> f64 {
    let digits = format!("{value:e}");
    let exponent = digits.split_once('e').map_or("0", |(_, exponent)| exponent);
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

/// A value axis on a grid of rows. Its zero and all its ticks stand in the middle of a row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct RowScale {
    /// From tick to tick: 1, 2 or 5 times a power of ten.
    tick: f64,
    /// The rows from tick to tick.
    every: u16,
    /// The rows of the plot, that of the lowest tick among them.
    rows: u16,
    /// The rows below that of zero.
    below: u16,
}

impl RowScale {
    /// What is left free above the highest value, in rows: its label stands there.
    const ABOVE: f64 = 1.6;
    /// What is left free below the lowest value, where that is below zero.
    const BELOW: f64 = 0.5;
    /// The most ticks.
    const MOST_TICKS: u16 = 7;
    /// The finest scale that shows these values in so many rows, at least 3. It always contains zero.
    ///
    /// `least` and `most` are the lowest and the highest value; what is beyond [`FARTHEST`] is taken for that.
    pub(crate) fn of(least: f64, most: f64, rows: u16) -> Self {
        let rows = rows.max(3);
        let (least, most) = (least.clamp(-FARTHEST, 0.0), most.clamp(0.0, FARTHEST));
        // Of nothing but zero, or of what is too small to be divided, any scale will do.
        let span = most - least;
        if span < f64::MIN_POSITIVE * 1e16 {
            return Self { tick: 1.0, every: 1.max(rows / Self::MOST_TICKS + 1), rows, below: 0 };
        }
        let below_of = |row: f64| if least < 0.0 { (-least / row + Self::BELOW).ceil() } else { 0.0 };
        let power = power_of_ten(span / f64::from(rows));
        let factors = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0];
        let ticks = factors.into_iter().map(|factor| tidy(factor * power));
        // As many rows from tick to tick as leave a tick beside zero.
        let most_every = (rows / 3).max(5).min(rows - 2);
        let scales =
            ticks.flat_map(|tick| (1..=most_every).map(move |every| (tick / f64::from(every), tick, every)));
        let fits = |(row, _, every): &(f64, f64, u16)| {
            let is_few = (rows - 1) / every < Self::MOST_TICKS;
            let below = below_of(*row);
            let above = f64::from(rows - 1) - below;
            // One tick says nothing of any other value.
            let has_two = [above, below].into_iter().any(|rows| rows >= f64::from(*every));
            is_few && has_two && most / row + Self::ABOVE + below <= f64::from(rows)
        };
        let finest = scales
            .filter(fits)
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        let (row, tick, every) = finest.unwrap_or((power * 1e4, tidy(power * 1e4), 1));
        let below = below_of(row).min(f64::from(rows - 2)) as u16;
        Self { tick, every, rows, below }
    }

    /// The rows of the plot.
    pub(crate) fn rows(&self) -> u16 {
        self.rows
    }

    /// The row of zero, counted from the top.
    pub(crate) fn zero(&self) -> u16 {
        self.rows - 1 - self.below
    }

    /// How many rows a value lies above the middle of the row of zero; negative below.
    pub(crate) fn rows_above_zero(&self, value: f64) -> f64 {
        let rows = value / self.tick * f64::from(self.every);
        rows.clamp(-f64::from(self.below), f64::from(self.rows))
    }

    /// The ticks from the lowest to the highest: the row of each, counted from the top, and its value.
    pub(crate) fn ticks(&self) -> impl Iterator<Item = (u16, f64)> + '_ {
        let every = i32::from(self.every);
        let (lowest, highest) = (-i32::from(self.below) / every, i32::from(self.zero()) / every);
        (lowest..=highest).map(move |tick| {
            let row = i32::from(self.zero()) - tick * every;
            (u16::try_from(row).unwrap_or(0), tidy(self.tick * f64::from(tick)))
        })
    }
}

/// Values farther out are at the edge: a scale as long as this still has a length.
const FARTHEST: f64 = f64::MAX / 1e6;

/// Without what binary arithmetic adds: three times 0.1 is 0.3.
pub(crate) fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{RowScale, step};

    #[test]
    fn steps_are_round() {
        assert!((step(1002.0, 2) - 1000.0).abs() < f64::EPSILON);
        assert!((step(1002.0, 4) - 500.0).abs() < f64::EPSILON);
        assert!((step(68.0, 5) - 20.0).abs() < f64::EPSILON);
        assert!((step(0.0, 5) - 1.0).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn no_more_steps_than_asked_for(most in 0.001_f64..1e12, count in 1_u16..20) {
            prop_assert!((most / step(most, count)).ceil() <= f64::from(count) + 1e-6);
        }
    }

    #[test]
    fn a_scale_of_rows_is_as_fine_as_its_rows_allow() {
        let scale = RowScale::of(0.0, 1002.0, 7);
        let ticks: Vec<(u16, f64)> = scale.ticks().collect();
        assert_eq!(
            ticks,
            [(6, 0.0), (5, 200.0), (4, 400.0), (3, 600.0), (2, 800.0), (1, 1000.0), (0, 1200.0)]
        );
        assert!((scale.rows_above_zero(1002.0) - 5.01).abs() < 1e-9);
        let tall: Vec<f64> = RowScale::of(0.0, 1002.0, 24).ticks().map(|(_, value)| value).collect();
        assert_eq!(tall, [0.0, 200.0, 400.0, 600.0, 800.0, 1000.0]);
        // Where a row is 200 only just too fine, the plot is not left half empty.
        let low = RowScale::of(0.0, 1002.0, 10);
        assert_eq!(low.ticks().collect::<Vec<_>>(), [(9, 0.0), (5, 500.0), (1, 1000.0)]);
        let both: Vec<f64> = RowScale::of(-3.5, 2.25, 12).ticks().map(|(_, value)| value).collect();
        assert!(both.contains(&0.0) && both[0] < 0.0, "{both:?}");
    }

    proptest! {
        #[test]
        fn ticks_are_exact_evenly_spaced_and_few(
            (least, most, power, rows) in (-1.0_f64..=0.0, 0.0_f64..1.0, -12_i32..13, 3_u16..60)
        ) {
            let [least, most] = [least, most].map(|value| value * 10_f64.powi(power));
            let scale = RowScale::of(least, most, rows);
            let ticks: Vec<(u16, f64)> = scale.ticks().collect();
            prop_assert!((1..=8).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks.iter().any(|(row, value)| *value == 0.0 && *row == scale.zero()));
            for pair in ticks.windows(2) {
                prop_assert!(pair[0].1 < pair[1].1 && pair[0].0 > pair[1].0);
                prop_assert_eq!(pair[0].0 - pair[1].0, ticks[0].0 - ticks[1].0);
            }
            for (row, value) in &ticks {
                let above = f64::from(scale.zero()) - f64::from(*row);
                prop_assert!((scale.rows_above_zero(*value) - above).abs() < 1e-6);
                // A small multiple of a round number, whatever its sign and its size: binary noise would add digits.
                let digits: String = value.to_string().chars().filter(char::is_ascii_digit).collect();
                prop_assert!(digits.trim_matches('0').len() <= 4, "{}", value);
            }
            // Every value is on the plot, and its label has room above it.
            prop_assert!(scale.rows_above_zero(most) <= f64::from(scale.zero()) - 0.59);
            let below = (least / scale.tick * f64::from(scale.every)).abs();
            prop_assert!(below <= f64::from(scale.rows() - 1 - scale.zero()) + 1e-9);
            // No more than half of the plot is empty, unless it has so few rows that no finer scale has a tick.
            let room = f64::from(rows) - RowScale::ABOVE - 1.0;
            let used = scale.rows_above_zero(most) - scale.rows_above_zero(least);
            prop_assert!(rows < 8 || least < 0.0 || most == 0.0 || used >= room / 2.0, "{} of {}", used, room);
        }
    }
}
