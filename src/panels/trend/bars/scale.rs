//! How long bars are: from zero, in eighths of a cell to the right, in whole cells where there are no eighths.

use super::figures::Bars;

/// A cell in eighths, from the left.
pub(super) const EIGHTHS: [&str; 9] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
/// The right half of a cell: how a bar to the left ends.
pub(super) const RIGHT_HALF: &str = "▐";

/// From where to where bars reach, on a row of cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Scale {
    /// The cells of the row, that of the line of zero among them.
    pub(super) cells: u16,
    /// The cell of the line of zero; none where no value is below it and bars begin at the first cell.
    pub(super) zero: Option<u16>,
    /// A value, and how many cells its bar has.
    longest: (f64, u16),
}

impl Scale {
    /// The scale on which the longest bar fills so many cells. With values below zero it takes at least 3.
    pub(super) fn of(bars: &Bars, cells: u16) -> Self {
        let (least, most) = (bars.least, bars.most);
        if least >= 0.0 {
            return Self { cells, zero: None, longest: (most, cells) };
        }
        let cells = cells.max(3);
        // Halves: their difference has to be a number, too.
        let share = -least / 2.0 / (most / 2.0 - least / 2.0);
        let end = if most > 0.0 { cells - 2 } else { cells - 1 };
        let zero = ((share * f64::from(cells - 1)).round() as u16).clamp(1, end);
        let right = cells - 1 - zero;
        let is_right = right > 0 && most / f64::from(right) > -least / f64::from(zero);
        let longest = if is_right { (most, right) } else { (-least, zero) };
        Self { cells, zero: Some(zero), longest }
    }

    /// How many cells the bar of a value is long, exactly.
    pub(super) fn length(&self, value: f64) -> f64 {
        let (longest, cells) = self.longest;
        if longest > 0.0 { value.abs() / longest * f64::from(cells) } else { 0.0 }
    }

    /// Its eighths of a cell; at least one, unless it is zero.
    pub(super) fn eighths(&self, value: f64) -> u16 {
        let eighths = (self.length(value) * 8.0).round() as u16;
        if value == 0.0 { 0 } else { eighths.max(1) }
    }

    /// Its halves of a cell, in the same way.
    pub(super) fn halves(&self, value: f64) -> u16 {
        let halves = (self.length(value) * 2.0).round() as u16;
        if value == 0.0 { 0 } else { halves.max(1) }
    }

    /// Its whole cells, in the same way.
    pub(super) fn whole(&self, value: f64) -> u16 {
        let cells = self.length(value).round() as u16;
        if value == 0.0 { 0 } else { cells.max(1) }
    }

    /// Where the parts of a total end, in whole cells: the end of the total is rounded first, and each part that is not zero
    /// has a cell.
    pub(super) fn ends(&self, parts: &[f64]) -> Vec<u16> {
        let least = |part: f64| u16::from(part > 0.0);
        let total = self.whole(parts.iter().sum()).max(parts.iter().map(|part| least(*part)).sum());
        let (mut sum, mut before) = (0.0, 0);
        let mut ends: Vec<u16> = Vec::new();
        for part in parts {
            sum += part;
            before = (self.length(sum).round() as u16).max(before + least(*part));
            ends.push(before);
        }
        let mut after = total;
        for (end, part) in ends.iter_mut().zip(parts).rev() {
            *end = (*end).min(after);
            after = end.saturating_sub(least(*part));
        }
        if let Some(last) = ends.last_mut() {
            *last = total;
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Scale;

    fn scale(most: f64, cells: u16) -> Scale {
        Scale { cells, zero: None, longest: (most, cells) }
    }

    #[test]
    fn a_value_that_is_not_zero_is_seen() {
        let scale = scale(1874.0, 35);
        assert_eq!([0.0, 0.001, 401.92, 1874.0].map(|value| scale.eighths(value)), [0, 1, 60, 280]);
        assert_eq!([0.0, 0.001, 401.92, 1874.0].map(|value| scale.whole(value)), [0, 1, 8, 35]);
    }

    proptest! {
        #[test]
        fn the_cells_of_parts_add_up_to_those_of_the_total(
            parts in prop::collection::vec(prop_oneof![Just(0.0), 0.0_f64..1.0, 0.0_f64..0.01], 1..5),
            (power, cells) in (-12_i32..13, 6_u16..200),
        ) {
            let parts: Vec<f64> = parts.into_iter().map(|part| part * 10_f64.powi(power)).collect();
            let total: f64 = parts.iter().sum();
            prop_assume!(total > 0.0);
            let scale = scale(total * 1.5, cells);
            let ends = scale.ends(&parts);
            let some = parts.iter().filter(|part| **part > 0.0).count() as u16;
            prop_assert_eq!(*ends.last().unwrap(), scale.whole(total).max(some));
            let mut before = 0;
            for (end, part) in ends.iter().zip(&parts) {
                prop_assert!(*end >= before + u16::from(*part > 0.0), "{ends:?} of {parts:?}");
                prop_assert!(*part > 0.0 || *end == before || Some(end) == ends.last(), "{ends:?} of {parts:?}");
                before = *end;
            }
        }
    }
}
