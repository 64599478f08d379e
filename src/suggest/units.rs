//! Units and currencies, and words that make a number large.

/// Units as they stand after a number, in either language.
const UNITS: &str = "% ‰ $ € £ ¥ ° °C °F Prozent Prozentpunkt Prozentpunkte Prozentpunkten Promille percent pc pp Dollar Dollars \
    dollar dollars Euro Euros euro euros Cent Cents cent cents Franken francs Pfund pounds pound pence Yuan yuan Yen yen Rupien rupees Kronen \
    crowns kroner kronor Rubel roubles rubles won Zloty Złoty Lira EUR USD GBP CHF \
    W kW MW GW TW Wh kWh MWh GWh TWh Watt Kilowatt Megawatt Gigawatt Terawatt watts kilowatts megawatts gigawatts terawatts megawatt \
    gigawatt Kilowattstunde Kilowattstunden Megawattstunde Megawattstunden Gigawattstunden Terawattstunden terawatt-hours V kV Volt \
    mm cm m km Millimeter Zentimeter Meter Metern Kilometer Kilometern metres meters metre meter kilometres kilometers kilometre \
    kilometer miles mile feet foot inches inch yards Meilen Zoll \
    ha Hektar hectares hectare acres acre Quadratmeter Quadratmetern Quadratkilometer Quadratkilometern m² km² sqm m³ \
    Kubikmeter Kubikmetern g mg kg t Gramm Kilogramm Kilo Kilos Tonnen Tonne tonnes tonne tons ton kilograms kilogrammes kilos grams ounces \
    l ml hl Liter Litern litres liters litre liter gallons barrels barrel Barrel Fass Grad degrees \
    kB MB GB TB PB Kilobyte Megabyte Gigabyte Terabyte Petabyte gigabytes terabytes petabytes megabytes Bit Byte \
    Hz kHz MHz GHz Hertz bps Mbit Gbit nm µm Nanometer nanometres nanometers \
    km/h mph Stundenkilometer Stundenkilometern ppm dB Dezibel decibels kcal Kalorien calories J kJ \
    C F p c ₹ ₽ ₩ ₪ ₺ ₴ AUD CAD JPY CNY SEK NOK DKK RMB Forint Hrywnja hryvnia Pesos pesos peso Real reais rand shekels dirhams riyals naira \
    Pfennig Pfennige Mark Euros Rappen Groschen Schilling francs franc kuna lei ringgit baht \
    Milligramm milligrams Mikrogramm micrograms Milliliter millilitres milliliters Megatonnen Gigatonnen megatonnes gigatonnes \
    Petajoule terajoules Megabit Terabit Megapixel megapixels megahertz gigahertz gigabits gigabit gigabyte terabyte \
    millimetres millimeters centimetres centimeters centimetre millimetre kilogram tonnage furlongs fathoms knots Knoten Seemeilen Bar \
    Lichtjahre Lichtjahren Promillepunkte gallon";

/// Whether a word is a unit.
pub(super) fn is_unit(word: &str) -> bool {
    use std::sync::LazyLock;

    use foldhash::HashSet;

    static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| UNITS.split_whitespace().collect());
    ALL.contains(word) || scale(word).is_some()
}

/// The power of ten that a word multiplies a number by. Billion is a million millions in German, a thousand in English.
pub(super) fn scale(word: &str) -> Option<u32> {
    Some(match word {
        "hundert" | "hundred" => 2,
        "Tausend" | "tausend" | "Tsd" | "thousand" | "k" => 3,
        "Million" | "Millionen" | "Mio" | "million" | "mn" | "mln" => 6,
        "Milliarde" | "Milliarden" | "Mrd" | "billion" | "bn" => 9,
        "Billion" | "Billionen" | "Bio" | "trillion" | "tn" | "trn" => 12,
        "Billiarde" | "Billiarden" | "quadrillion" => 15,
        _ => return None,
    })
}
