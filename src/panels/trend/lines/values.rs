//! What is written at values and at ticks: the data's own figures, and round ones in one unit and precision.

use crate::dossier::chart::Point;
use crate::i18n::language::Language;
use crate::look::glyphs::Glyphs;
use crate::protocol::lines;
use crate::text::width;

/// A value as it is written beside its mark, exactly as it is in the data; none without one.
pub(super) fn text(point: &Point, language: Language, glyphs: Glyphs) -> Option<String> {
    point.value.map(|value| lines::short_value_of(language, glyphs, value, point.qualifier))
}

/// From so many characters on ticks are in thousands, millions or billions.
const LONG: usize = 7;
/// Beyond this numbers are powers of ten, which no unit makes shorter.
const MOST_WITH_UNIT: f64 = 1e15;

/// The labels of ticks: all in one unit and with as many digits behind the point, and exact. Zero needs neither.
pub(super) fn tick_labels(ticks: &[f64], language: Language) -> Vec<String> {
    let strings = language.strings();
    let plain = in_one_precision(ticks, language);
    let most = ticks.iter().fold(0.0_f64, |most, tick| most.max(tick.abs()));
    let is_long = plain.iter().any(|label| width::cells(label) >= LONG);
    let (divisor, unit) = match most {
        _ if !is_long || most >= MOST_WITH_UNIT => return plain,
        1e9.. => (1e9, strings.billions),
        1e6.. => (1e6, strings.millions),
        1e3.. => (1e3, strings.thousands),
        _ => return plain,
    };
    let divided: Vec<f64> = ticks.iter().map(|tick| tick / divisor).collect();
    let labels = in_one_precision(&divided, language);
    let with_unit =
        |(label, tick): (String, &f64)| if *tick == 0.0 { label } else { format!("{label} {unit}") };
    labels.into_iter().zip(ticks).map(with_unit).collect()
}

fn in_one_precision(ticks: &[f64], language: Language) -> Vec<String> {
    let point = match language {
        Language::De => ',',
        Language::En => '.',
    };
    let labels: Vec<String> = ticks.iter().map(|tick| language.number(*tick)).collect();
    let digits = |label: &String| label.split_once(point).map_or(0, |(_, digits)| digits.len());
    let most = labels.iter().map(digits).max().unwrap_or(0);
    let is_plain = labels.iter().all(|label| !label.contains('e'));
    let padded = labels.into_iter().zip(ticks).map(|(mut label, tick)| {
        if is_plain && most > 0 && *tick != 0.0 {
            let there = digits(&label);
            label.extend((there == 0).then_some(point));
            label.extend(std::iter::repeat_n('0', most - there));
        }
        label
    });
    padded.collect()
}

#[cfg(test)]
mod tests {
    use super::tick_labels;
    use crate::i18n::language::Language;

    #[test]
    fn ticks_have_one_unit_and_precision() {
        assert_eq!(tick_labels(&[0.0, 500.0, 1000.0], Language::En), ["0", "500", "1,000"]);
        assert_eq!(tick_labels(&[0.0, 0.5, 1.0], Language::De), ["0", "0,5", "1,0"]);
        assert_eq!(tick_labels(&[0.0, 5e11, 1e12], Language::En), ["0", "500 bn", "1,000 bn"]);
        assert_eq!(tick_labels(&[0.0, 5e11, 1e12], Language::De), ["0", "500 Mrd.", "1.000 Mrd."]);
        assert_eq!(tick_labels(&[-5e5, 0.0, 5e5, 1e6], Language::En), ["-0.5 m", "0", "0.5 m", "1.0 m"]);
        assert_eq!(tick_labels(&[50_000.0, 100_000.0], Language::De), ["50 Tsd.", "100 Tsd."]);
        assert_eq!(tick_labels(&[0.0, 2e-7, 4e-7], Language::En), ["0", "0.0000002", "0.0000004"]);
    }
}
