//! Words for powers of ten, and units as figures have them beside them: `3.8 Mio. €`, `52.1 thousand`, `4.2m`.

use crate::dossier::LocalText;

/// The powers of ten that words stand for, in small letters and without points. `Billion` is another in German.
const SCALES: [(&str, &[i32]); 34] = [
    ("hundred", &[2]),
    ("hundert", &[2]),
    ("k", &[3]),
    ("tsd", &[3]),
    ("tds", &[3]),
    ("tausend", &[3]),
    ("thousand", &[3]),
    ("thousands", &[3]),
    ("lakh", &[5]),
    ("m", &[6]),
    ("mn", &[6]),
    ("mln", &[6]),
    ("mio", &[6]),
    ("mill", &[6]),
    ("million", &[6]),
    ("millions", &[6]),
    ("millionen", &[6]),
    ("crore", &[7]),
    ("b", &[9]),
    ("bn", &[9]),
    ("bln", &[9]),
    ("md", &[9]),
    ("mrd", &[9]),
    ("mia", &[9]),
    ("milliarde", &[9]),
    ("milliarden", &[9]),
    ("billion", &[9]),
    ("billions", &[9]),
    ("bio", &[12]),
    ("billionen", &[12]),
    ("tn", &[12]),
    ("trn", &[12]),
    ("trillion", &[12, 18]),
    ("trillions", &[12]),
];

/// Other words for units: the first of each row is what all are taken for.
const UNITS: [&[&str]; 4] = [
    &["€", "eur", "euro", "euros"],
    &["$", "usd", "us$", "dollar", "dollars", "us-dollar"],
    &["£", "gbp", "pound", "pounds", "pfund"],
    &["%", "prozent", "percent", "pct"],
];

/// Units that the international prefixes stand before.
const WITH_PREFIX: [&str; 10] = ["W", "Wh", "J", "V", "A", "Hz", "t", "g", "B", "Pa"];
const PREFIXES: [(&str, i32); 5] = [("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12)];

/// What stands before and after the digits of a figure, or in the unit of its series.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Unit {
    /// The powers of ten that its words can stand for; only 0 where none does.
    pub(super) powers: Vec<i32>,
    /// The other words, as written.
    pub(super) words: Vec<String>,
    /// Whether a word for a power of ten is among them.
    pub(super) has_scale: bool,
}

/// The powers of ten that a word stands for.
fn powers(word: &str) -> Option<&'static [i32]> {
    let plain = word.trim_end_matches('.');
    if matches!(plain, "Billion" | "BILLION") {
        return Some(&[9, 12]);
    }
    let small = plain.to_lowercase();
    SCALES.iter().find(|(known, _)| *known == small).map(|(_, powers)| *powers)
}

/// A unit with the power of ten before it, in one word: `€m`, `bn€`, `TEUR`.
fn joined(word: &str) -> Option<(&'static [i32], &str)> {
    let is_money = |text: &str| UNITS[..3].iter().any(|unit| unit.contains(&&*text.to_lowercase()));
    for sign in ['€', '$', '£'] {
        if let Some(powers) = word.strip_prefix(sign).and_then(powers) {
            return Some((powers, &word[..sign.len_utf8()]));
        }
    }
    let cuts = word.char_indices().map(|(at, _)| at).skip(1).filter(|at| is_money(&word[*at..]));
    for at in cuts {
        let (scale, unit) = word.split_at(at);
        // Accounts write thousands of euros so.
        if scale == "T" {
            return Some((&[3], unit));
        }
        if let Some(powers) = powers(scale) {
            return Some((powers, unit));
        }
    }
    None
}

impl Unit {
    /// Of words beside a figure. `is_metre`: whether the unit of its series is a metre, so that `m` is one.
    pub(super) fn beside<'w>(words: impl IntoIterator<Item = &'w str>, is_metre: bool) -> Self {
        let mut found = Self { powers: vec![0], ..Self::default() };
        for word in words {
            if !(is_metre && word == "m")
                && let Some(powers) = powers(word)
            {
                found.multiply(powers);
            } else if let Some((powers, unit)) = joined(word) {
                found.multiply(powers);
                found.words.push(unit.to_owned());
            } else {
                found.words.push(word.to_owned());
            }
        }
        found
    }

    /// Of the unit of a series. A word after `per` says nothing of what is counted, and a single letter is a unit.
    fn of_text(text: &str) -> Self {
        let mut found = Self { powers: vec![0], ..Self::default() };
        let mut before = "";
        for word in text.split_whitespace() {
            let plain = word.trim_matches(['(', ')', ',', ';']);
            let is_per = matches!(&*before.to_lowercase(), "per" | "je" | "pro" | "a");
            let number = plain.replace(['.', ','], "");
            if let Some(powers) = powers(plain).filter(|_| !is_per && plain.len() > 1) {
                found.multiply(powers);
            } else if let Some((powers, unit)) = joined(plain).filter(|_| !is_per) {
                found.multiply(powers);
                found.words.push(unit.to_owned());
            } else if before.is_empty()
                && number.starts_with('1')
                && number[1..].bytes().all(|byte| byte == b'0')
            {
                found.multiply(&[i32::try_from(number.len() - 1).unwrap_or(0)]);
            } else {
                found.words.push(plain.to_owned());
            }
            before = plain;
        }
        found
    }

    /// Of a unit in each of its languages: the powers of ten that all of them can stand for.
    pub(super) fn of_series(unit: &LocalText) -> Self {
        let mut all = unit.texts().map(Self::of_text);
        let mut found = all.next().unwrap_or_default();
        for other in all {
            let common: Vec<i32> =
                found.powers.iter().copied().filter(|power| other.powers.contains(power)).collect();
            if common.is_empty() {
                found.powers.extend(other.powers);
            } else {
                found.powers = common;
            }
            found.has_scale |= other.has_scale;
            found.words.extend(other.words);
        }
        found
    }

    fn multiply(&mut self, by: &[i32]) {
        self.has_scale = true;
        self.powers =
            self.powers.iter().flat_map(|power| by.iter().map(move |other| power + other)).collect();
    }

    /// Whether it is measured in metres.
    pub(super) fn is_metre(&self) -> bool {
        self.words.iter().any(|word| {
            matches!(&*word.to_lowercase(), "m" | "metre" | "metres" | "meter" | "meters" | "metern")
        })
    }

    /// Whether all of these words are among its own, or other words for them.
    pub(super) fn has_all(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.words.iter().any(|own| is_same(own, word)))
    }

    /// How many powers of ten the unit in these words is above this one: of `GW` above `MW` 3.
    pub(super) fn prefix_above(&self, words: &[String]) -> Option<i32> {
        let ([own], [other]) = (&self.words[..], words) else { return None };
        let ((own, base), (other, other_base)) = (prefixed(own)?, prefixed(other)?);
        (base == other_base).then_some(other - own)
    }
}

fn prefixed(unit: &str) -> Option<(i32, &str)> {
    PREFIXES.into_iter().find_map(|(prefix, power)| {
        let base = unit.strip_prefix(prefix).filter(|base| WITH_PREFIX.contains(base))?;
        Some((power, base))
    })
}

/// Whether two words are the same unit: other words for it, or one in the plural.
fn is_same(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let plain = |word: &str| {
        let small = word.trim_end_matches('.').to_lowercase();
        UNITS.iter().find(|unit| unit.contains(&&*small)).map_or(small, |unit| unit[0].to_owned())
    };
    let (one, other) = (plain(one), plain(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    short == long
        || short.chars().count() >= STEM
            && long
                .strip_prefix(short.as_str())
                .is_some_and(|end| matches!(end, "s" | "e" | "n" | "en" | "es"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_says_what_it_counts_in() {
        for (unit, powers) in [
            ("Millionen Euro", &[6][..]),
            ("Mio. €", &[6]),
            ("€m", &[6]),
            ("TEUR", &[3]),
            ("thousand tonnes", &[3]),
            ("1,000 t", &[3]),
            ("€ billion", &[9]),
            ("Billion", &[9, 12]),
            ("MW", &[0]),
            ("m", &[0]),
            ("passengers", &[0]),
            ("deaths per million", &[0]),
            ("%", &[0]),
        ] {
            assert_eq!(Unit::of_series(&LocalText::plain(unit)).powers, powers, "{unit}");
        }
    }

    #[test]
    fn the_same_unit_is_known_by_other_words() {
        let of = |unit: &str| Unit::of_series(&LocalText::plain(unit));
        for (unit, word) in [("Millionen Euro", "€"), ("passengers", "passenger"), ("%", "Prozent")] {
            assert!(of(unit).has_all(&[word.to_owned()]), "{unit} {word}");
        }
        for (unit, word) in [("Millionen Euro", "$"), ("passengers", "pass"), ("MW", "GW"), ("m", "mm")] {
            assert!(!of(unit).has_all(&[word.to_owned()]), "{unit} {word}");
        }
        assert_eq!(of("MW").prefix_above(&["GW".to_owned()]), Some(3));
        assert_eq!(of("MW").prefix_above(&["MWh".to_owned()]), None);
    }
}
