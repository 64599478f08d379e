//! The codes of states: ISO 3166-1 alpha-2, as of 2026.

use crate::load::report::problem::quoted;

/// All of them, in order.
pub(crate) const CODES: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
    "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
    "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
    "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
    "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
    "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
    "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
    "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
    "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
    "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
    "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];

/// Whether it is one.
pub(crate) fn is_state(code: &str) -> bool {
    CODES.binary_search(&code).is_ok()
}

/// States by what authors write instead of their codes: other codes, and names in English and German.
const NAMES: [(&str, &[&str]); 40] = [
    ("AT", &["AUT", "AUSTRIA", "ÖSTERREICH"]),
    ("AU", &["AUS", "AUSTRALIA", "AUSTRALIEN"]),
    ("BE", &["BEL", "BELGIUM", "BELGIEN"]),
    ("BR", &["BRA", "BRAZIL", "BRASILIEN"]),
    ("CA", &["CAN", "CANADA", "KANADA"]),
    ("CH", &["CHE", "SWITZERLAND", "SCHWEIZ"]),
    ("CN", &["CHN", "CHINA", "PRC"]),
    ("CZ", &["CZE", "CZECHIA", "CZECH REPUBLIC", "TSCHECHIEN"]),
    ("DE", &["DEU", "GER", "GERMANY", "DEUTSCHLAND"]),
    ("DK", &["DNK", "DENMARK", "DÄNEMARK"]),
    ("EG", &["EGY", "EGYPT", "ÄGYPTEN"]),
    ("ES", &["ESP", "SPAIN", "SPANIEN"]),
    ("FI", &["FIN", "FINLAND", "FINNLAND"]),
    ("FR", &["FRA", "FRANCE", "FRANKREICH"]),
    (
        "GB",
        &[
            "UK",
            "GBR",
            "UNITED KINGDOM",
            "GREAT BRITAIN",
            "ENGLAND",
            "VEREINIGTES KÖNIGREICH",
            "GROSSBRITANNIEN",
        ],
    ),
    ("GR", &["GRC", "GREECE", "GRIECHENLAND"]),
    ("HU", &["HUN", "HUNGARY", "UNGARN"]),
    ("ID", &["IDN", "INDONESIA", "INDONESIEN"]),
    ("IE", &["IRL", "IRELAND", "IRLAND"]),
    ("IL", &["ISR", "ISRAEL"]),
    ("IN", &["IND", "INDIA", "INDIEN"]),
    ("IT", &["ITA", "ITALY", "ITALIEN"]),
    ("JP", &["JPN", "JAPAN"]),
    ("KR", &["KOR", "SOUTH KOREA", "KOREA", "SÜDKOREA"]),
    ("MX", &["MEX", "MEXICO", "MEXIKO"]),
    ("MY", &["MYS", "MALAYSIA"]),
    ("NL", &["NLD", "NETHERLANDS", "THE NETHERLANDS", "HOLLAND", "NIEDERLANDE"]),
    ("NO", &["NOR", "NORWAY", "NORWEGEN"]),
    ("PH", &["PHL", "PHILIPPINES", "PHILIPPINEN"]),
    ("PL", &["POL", "POLAND", "POLEN"]),
    ("RU", &["RUS", "RUSSIA", "RUSSLAND"]),
    ("SE", &["SWE", "SWEDEN", "SCHWEDEN"]),
    ("SG", &["SGP", "SINGAPORE", "SINGAPUR"]),
    ("TH", &["THA", "THAILAND"]),
    ("TR", &["TUR", "TURKEY", "TÜRKIYE", "TÜRKEI"]),
    ("TW", &["TWN", "TAIWAN"]),
    ("UA", &["UKR", "UKRAINE"]),
    (
        "US",
        &[
            "USA",
            "U.S.",
            "U.S.A.",
            "UNITED STATES",
            "UNITED STATES OF AMERICA",
            "AMERICA",
            "VEREINIGTE STAATEN",
        ],
    ),
    ("VN", &["VNM", "VIETNAM"]),
    ("ZA", &["ZAF", "SOUTH AFRICA", "SÜDAFRIKA"]),
];

/// What to write instead of an unknown code.
pub(crate) fn did_you_mean(code: &str) -> String {
    let capitals = code.trim().to_uppercase();
    let named = NAMES.iter().find(|(_, names)| names.contains(&&*capitals));
    let capitals = named.map_or(&*capitals, |(code, _)| code);
    if is_state(capitals) {
        return format!("did you mean {}?", quoted(capitals));
    }
    "write its two capital letters (ISO 3166-1), such as CN".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_in_order_and_told_apart() {
        assert!(CODES.windows(2).all(|two| two[0] < two[1]));
        assert!(["CN", "GB", "ZW", "AD"].into_iter().all(is_state));
        assert!(!["UK", "XX", "EU", "gb", "GBR", ""].into_iter().any(is_state));
        assert_eq!(did_you_mean("UK"), "did you mean \"GB\"?");
        assert_eq!(did_you_mean("Malaysia"), "did you mean \"MY\"?");
        assert!(NAMES.iter().all(|(code, _)| is_state(code)));
        assert_eq!(did_you_mean("de"), "did you mean \"DE\"?");
        assert_eq!(did_you_mean("XX"), "write its two capital letters (ISO 3166-1), such as CN");
    }
}
