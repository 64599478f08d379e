//! Large values in thousands, millions or billions, all of them in the same, and exact.

use crate::dossier::Qualifier;
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;

/// By which power of ten values are divided so that they stay short.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Multiple(i32);

/// From so many cells on a number is written in thousands, millions or billions.
const LONG: usize = 7;

impl Multiple {
    /// The values themselves.
    const ONES: Self = Self(0);

    /// In what these values take the fewest cells, where the longest of them is long.
    pub(crate) fn of(context: &Context, values: &[f64]) -> Self {
        let widest = |multiple: Self| {
            let cells = |value: &f64| width::cells(&multiple.write(context, *value, Qualifier::Exact));
            values.iter().map(cells).max().unwrap_or(0)
        };
        if widest(Self::ONES) < LONG {
            return Self::ONES;
        }
        // None of them becomes less than one of these.
        let least =
            values.iter().map(|value| value.abs()).filter(|value| *value > 0.0).fold(f64::MAX, f64::min);
        let multiples = [0, 3, 6, 9].into_iter().filter(|power| *power == 0 || least >= 10_f64.powi(*power));
        multiples.map(Self).min_by_key(|multiple| widest(*multiple)).unwrap_or(Self::ONES)
    }

    /// A value in this, with its qualifier: `≈3 bn`.
    pub(crate) fn write(self, context: &Context, value: f64, qualifier: Qualifier) -> String {
        if self == Self::ONES || value == 0.0 {
            return lines::short_value(context, value, qualifier);
        }
        // By its digits: a division would add some.
        let digits = format!("{value:e}");
        let (digits, exponent) = digits.split_once('e').unwrap_or((&digits, "0"));
        let exponent = exponent.parse::<i32>().unwrap_or(0) - self.0;
        let shifted = format!("{digits}e{exponent}").parse().unwrap_or(value);
        let strings = context.strings();
        let name = match self.0 {
            3 => strings.thousands,
            6 => strings.millions,
            _ => strings.billions,
        };
        format!("{} {name}", lines::short_value(context, shifted, qualifier))
    }
}
