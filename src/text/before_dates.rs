//! Words before dates.

/// What may stand before a month or a year, and makes clear that it is one, in small letters.
const ENGLISH: &[&str] = &[
    "in",
    "of",
    "on",
    "last",
    "next",
    "this",
    "since",
    "until",
    "till",
    "by",
    "from",
    "early",
    "late",
    "mid",
    "through",
    "to",
    "before",
    "after",
    "and",
    "between",
    "during",
    "year",
    "years",
    "around",
    "throughout",
    "past",
    "for",
    "previous",
    "winter",
    "summer",
    "spring",
    "autumn",
    "fall",
];

const GERMAN: &[&str] = &[
    "im",
    "seit",
    "bis",
    "ab",
    "vom",
    "am",
    "zum",
    "anfang",
    "mitte",
    "ende",
    "und",
    "zwischen",
    "vor",
    "nach",
    "von",
    "jahr",
    "jahre",
    "jahren",
    "jahres",
    "sommer",
    "frühjahr",
    "herbst",
    "frühling",
    "diesen",
    "kommenden",
    "vergangenen",
    "letzten",
    "nächsten",
];

/// Whether a word may stand before a month or a year, and makes clear that it is one: of `in May`, `Ende 2024`.
pub(crate) fn leads_to_date(word: &str) -> bool {
    let is_one = |word: &str| ENGLISH.contains(&word) || GERMAN.contains(&word);
    is_one(word) || is_one(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_and_parts_of_a_year_lead_to_a_date() {
        for word in ["in", "Since", "Ende", "seit", "Jahr", "throughout", "winter"] {
            assert!(leads_to_date(word), "{word}");
        }
        for word in ["", "the", "Wagen", "und so"] {
            assert!(!leads_to_date(word), "{word}");
        }
    }
}
