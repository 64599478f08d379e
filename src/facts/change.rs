//! How much a figure changed: our arithmetic, done only where two figures support it.

/// From one value of a line to a later one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Change {
    /// They are the same.
    None,
    /// By so many whole per cent of the first, less than to its double; not 0.
    Percent(i32),
    /// By less than half a per cent; whether it is more.
    Slight(bool),
    /// To so many times the first, twice or more, in two significant digits.
    Factor(f64),
    /// By so much of their unit: one of them is not above zero, and has no rate.
    Difference(f64),
}

impl Change {
    /// The change between two values; none where the smaller has one significant digit, so that a rate would say more than
    /// the figures do.
    pub(crate) fn between(first: f64, last: f64) -> Option<Self> {
        if first.total_cmp(&last).is_eq() {
            return Some(Self::None);
        }
        if first <= 0.0 || last <= 0.0 {
            let difference = last - first;
            return difference.is_finite().then(|| Self::Difference(digits(difference, 12)));
        }
        if significant_digits(first.min(last)) < 2 {
            return None;
        }
        let factor = last / first;
        if !factor.is_finite() {
            return None;
        }
        if factor >= 2.0 {
            return Some(Self::Factor(digits(factor, 1)));
        }
        let percent = ((factor - 1.0) * 100.0).round() as i32;
        Some(match percent {
            0 => Self::Slight(last > first),
            // What is not double yet is not called so.
            100.. => Self::Percent(99),
            // What is left is something.
            ..=-100 => Self::Percent(-99),
            percent => Self::Percent(percent),
        })
    }
}

/// A number with so many digits behind its first.
fn digits(number: f64, behind: usize) -> f64 {
    format!("{number:.behind$e}").parse().unwrap_or(number)
}

/// How many digits a number is written with, without zeros before it and its power of ten; zeros at its end count.
fn significant_digits(number: f64) -> usize {
    let plain = number.to_string();
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn a_change_is_a_rate_below_the_double_and_a_factor_from_there_on() {
        let changes = [
            (231.0, 401.0, Some(Change::Percent(74))),
            (876.0, 1002.0, Some(Change::Percent(14))),
            (434.0, 226.0, Some(Change::Percent(-48))),
            (96.0, 93.0, Some(Change::Percent(-3))),
            (113.0, 429.0, Some(Change::Factor(3.8))),
            (388.0, 837.0, Some(Change::Factor(2.2))),
            (3.4, 1874.0, Some(Change::Factor(550.0))),
            (20.0, 40.0, Some(Change::Factor(2.0))),
            (1000.0, 1999.0, Some(Change::Percent(99))),
            (1000.0, 1.5, Some(Change::Percent(-99))),
            (1000.0, 1002.0, Some(Change::Slight(true))),
            (1000.0, 998.0, Some(Change::Slight(false))),
            (50.0, 50.0, Some(Change::None)),
        ];
        for (first, last, change) in changes {
            assert_eq!(Change::between(first, last), change, "{first} to {last}");
        }
    }

    #[test]
    fn what_is_too_coarse_for_a_rate_has_none() {
        for (first, last) in [(2.0, 1.0), (2.0, 300.0), (0.5, 0.75), (f64::MIN_POSITIVE, f64::MAX)] {
            assert_eq!(Change::between(first, last), None, "{first} to {last}");
        }
    }

    #[test]
    fn what_is_not_above_zero_changes_in_its_unit() {
        assert_eq!(Change::between(-3.5, 2.0), Some(Change::Difference(5.5)));
        assert_eq!(Change::between(0.0, 12.0), Some(Change::Difference(12.0)));
        assert_eq!(Change::between(0.3, -0.1), Some(Change::Difference(-0.4)));
        assert_eq!(Change::between(-f64::MAX, f64::MAX), None);
    }
}
