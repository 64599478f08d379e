//! Numbers as each language writes them.

use super::language::Language;

/// From here on a number is a power of ten, and below its reciprocal.
const MOST: f64 = 1e15;

impl Language {
    /// A whole number with the language's thousands separator.
    pub fn count(self, number: usize) -> String {
        self.number(number as f64)
    }

    /// A number with the language's separators, as it was written: never rounded. Beyond fifteen digits, before the
    /// point or behind it, as a power of ten.
    pub fn number(self, number: f64) -> String {
        let (thousands, decimal) = match self {
            Language::De => ('.', ','),
            Language::En => (',', '.'),
        };
        // No negative nought.
        let number = if number == 0.0 { 0.0 } else { number };
        let is_plain = number == 0.0 || (MOST.recip()..MOST).contains(&number.abs());
        if !is_plain {
            return format!("{number:e}").replace('.', &decimal.to_string());
        }
        let plain = number.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut text = String::from(sign);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                text.push(thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(decimal);
            text.push_str(fraction);
        }
        text
    }

    /// A share of a hundred, or several: `22–57 %`, `22–57%`.
    pub fn percent(self, shares: &str) -> String {
        match self {
            Language::De => format!("{shares} %"),
            Language::En => format!("{shares}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        assert_eq!(Language::De.number(1002.0), "1.002");
        assert_eq!(Language::En.number(1002.0), "1,002");
        assert_eq!(Language::De.number(0.35), "0,35");
        assert_eq!(Language::En.number(-1_234_567.5), "-1,234,567.5");
        assert_eq!(Language::En.count(100), "100");
    }

    #[test]
    fn a_number_is_never_rounded() {
        assert_eq!(Language::De.number(1.6549), "1,6549");
        assert_eq!(Language::En.number(0.004), "0.004");
        assert_eq!(Language::En.number(0.1), "0.1");
        assert_eq!(Language::De.number(-12_345.678_9), "-12.345,6789");
        assert_eq!(Language::En.number(-0.0), "0");
        assert_eq!(Language::En.number(999_999_999_999_999.0), "999,999,999,999,999");
        assert_eq!(Language::De.number(1.5e300), "1,5e300");
        assert_eq!(Language::En.number(-2e-300), "-2e-300");
        assert_eq!(Language::En.number(1e15), "1e15");
    }
}
