//! Units and currencies, and words that make a number large.

use crate::text::cues::CueLanguage::{self, English, German};

/// Units as they stand after a number, in either language.
const UNITS: &str = "% ‰ $ € £ ¥ ° Prozent Prozentpunkt Prozentpunkte Prozentpunkten Promille percent pc pp Dollar Dollars \
    dollar dollars Euro Euros euro euros Cent Cents cent cents Franken francs Pfund pounds pound pence Yuan yuan Yen yen Rupien rupees Kronen \
    crowns kroner kronor Rubel roubles rubles won Zloty Złoty Lira EUR USD GBP CHF \
    W kW MW GW TW Wh kWh MWh GWh TWh Watt Kilowatt Megawatt Gigawatt Terawatt watts kilowatts megawatts gigawatts terawatts megawatt \
    gigawatt Kilowattstunde Kilowattstunden Megawattstunde Megawattstunden Gigawattstunden Terawattstunden V kV Volt \
    mm cm m km Millimeter Zentimeter Meter Metern Kilometer Kilometern metres meters metre meter kilometres kilometers kilometre \
    kilometer miles mile feet foot inches inch yards Meilen Zoll \
    ha Hektar hectares hectare acres acre Quadratmeter Quadratmetern Quadratkilometer Quadratkilometern m² km² sqm m³ \
    Kubikmeter Kubikmetern g mg kg t Gramm Kilogramm Kilo Kilos Tonnen Tonne tonnes tonne tons ton kilograms kilogrammes kilos grams ounces \
    l ml hl Liter Litern litres liters litre liter gallons barrels barrel Barrel Fass Grad degrees \
    kB MB GB TB PB Kilobyte Megabyte Gigabyte Terabyte Petabyte gigabytes terabytes petabytes megabytes Bit Byte \
    Hz kHz MHz GHz Hertz bps Mbit Gbit nm µm Nanometer nanometres nanometers \
    PS kWp MWp GWp kVA MVA Nm kN bar mbar Bar hPa Ah mAh lm qm qkm ccm cm³ cm² mm² dm³ KG mg µg Milligramm Mikrogramm \
    cl dl ct Ct Mikrometer Mikrometern Millimetern Zentimetern Megapixel Megapixeln Pixel Megabit Gigabit MBit \
    Mark Reichsmark Schilling Forint Hrywnja Krone Kilowattstunden Petawattstunden GBit Lux Lumen Becquerel Sievert Millisievert \
    mph Stundenkilometer Stundenkilometern ppm dB Dezibel decibels kcal Kalorien calories J kJ";

/// Whether a word is a unit.
pub(super) fn is_unit(word: &str) -> bool {
    use std::sync::LazyLock;

    use foldhash::HashSet;

    static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| UNITS.split_whitespace().collect());
    ALL.contains(word)
}

/// Whether a word or a sign is a currency.
pub(super) fn is_money(word: &str) -> bool {
    const MONEY: &[&str] = &[
        "$", "€", "£", "¥", "Euro", "Euros", "euro", "euros", "Dollar", "Dollars", "dollar", "dollars",
        "Franken", "francs", "Pfund", "pounds", "pound", "Yuan", "yuan", "Yen", "yen", "EUR", "USD", "GBP",
        "CHF", "Kronen", "crowns", "kroner", "kronor", "Rubel", "roubles", "rubles", "rupees",
    ];
    MONEY.contains(&word)
}

/// The power of ten that a word multiplies a number by, in a text that is in one of these languages. Billion is a million millions
/// in German and a thousand in English; where only the capital could tell, it has no power ([`has_two_readings`]).
pub(super) fn scale(word: &str, languages: &[CueLanguage]) -> Option<u32> {
    let either = |german: u32, english: u32| match languages {
        [German] => Some(german),
        [English] => Some(english),
        _ => None,
    };
    Some(match word {
        "hundert" | "Hundert" | "hundred" | "Hundred" => 2,
        "Tausend" | "tausend" | "Tsd" | "Tds" | "thousand" | "Thousand" | "k" => 3,
        "Million" | "Millionen" | "Mio" | "Mill" | "million" | "mn" | "mln" => 6,
        "Milliarde" | "Milliarden" | "Mrd" | "Mia" | "Md" | "billion" | "bn" => 9,
        "Billion" => either(12, 9)?,
        "Bio" if languages.contains(&German) => 12,
        "Billionen" | "trillion" | "tn" | "trn" => 12,
        "Trillion" => either(18, 12)?,
        "Billiarde" | "Billiarden" | "quadrillion" => 15,
        "Quadrillion" => either(24, 15)?,
        "Trillionen" => 18,
        "Quadrillionen" => 24,
        _ => return None,
    })
}

/// Whether a word makes a number large, and nobody can tell how large: `Billion` where the language is not known.
pub(super) fn has_two_readings(word: &str, languages: &[CueLanguage]) -> bool {
    languages.len() > 1 && scale(word, languages).is_none() && scale(word, &[German]).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::words::{WordKind, Words};
    use super::*;

    #[test]
    fn billion_is_another_number_in_each_language() {
        for (word, german, english) in [
            ("Billion", 12, 9),
            ("Trillion", 18, 12),
            ("Million", 6, 6),
            ("billion", 9, 9),
            ("Billionen", 12, 12),
        ] {
            assert_eq!(
                (scale(word, &[German]), scale(word, &[English])),
                (Some(german), Some(english)),
                "{word}"
            );
            assert_eq!(scale(word, &CueLanguage::ALL), (german == english).then_some(german), "{word}");
            assert_eq!(has_two_readings(word, &CueLanguage::ALL), german != english, "{word}");
        }
        assert!(!has_two_readings("Euro", &CueLanguage::ALL));
    }

    /// What is split when a text is read could never be found.
    #[test]
    fn each_unit_is_one_word_or_sign() {
        for unit in UNITS.split_whitespace() {
            let words = Words::of(unit, 0..unit.len(), &CueLanguage::ALL);
            assert!(matches!(&*words.list, [word] if word.kind != WordKind::Digits), "{unit}");
        }
    }
}
