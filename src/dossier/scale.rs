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

/// The largest 1, 2 or 5 times a power of ten that is not above a value; 1 where there is nothing to measure.
pub(crate) fn round_below(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let power = power_of_ten(value);
    let mut steps = [5.0, 2.0, 1.0].into_iter().map(|factor| factor * power);
    steps.find(|step| *step <= value).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::step;

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
}
