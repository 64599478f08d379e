//! The date in words of the article, and in words that were typed.

use std::ops::Range;

use crate::dossier::{Dossier, When};
use crate::suggest::{Basis, event_date, published, typed_date};
use crate::text::cues::CueLanguage;

use super::quoting::visible;

/// The first date of these words, and what it is known by: `2024` of "Ende 2024", `2019/2021` of "von 2019 bis 2021", `../2029` of
/// "bis 2029". What is not before a date or not after it keeps that: `[2027-03..]` of "frühestens im März 2027". A date that the
/// words give by themselves goes before one that is counted from the day on which the article came out, and a season or a week has
/// none.
pub fn date(dossier: &Dossier, words: &Range<usize>) -> Option<(When, Basis)> {
    let languages = CueLanguage::of_tag(dossier.article.language.primary());
    event_date(&visible(dossier, words), languages, published(dossier))
}

/// The date that somebody has typed as it stands in an article: "Ende 2024", "bis Mai 2026".
pub fn date_typed(text: &str) -> Option<String> {
    typed_date(text).map(|date| date.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date_in(text: &str, languages: &'static [CueLanguage]) -> Option<String> {
        event_date(text, languages, None).map(|(date, _)| date.text().to_owned())
    }

    fn german(text: &str) -> Option<String> {
        date_in(text, &[CueLanguage::German])
    }

    fn english(text: &str) -> Option<String> {
        date_in(text, &[CueLanguage::English])
    }

    #[test]
    fn a_date_is_read_in_german() {
        for (text, date) in [
            ("Am 27. November 2025 sank die Fähre", "2025-11-27"),
            ("Am Montag, dem 27.11.2025, sank sie", "2025-11-27"),
            ("Sie sank im November 2025", "2025-11"),
            ("Ende 2024 wurde gebaut", "2024"),
            ("Anfang Februar 2026 kam er", "2026-02"),
            ("im zweiten Quartal 2025 stieg sie", "2025-34"),
            ("im ersten Halbjahr 2025 stieg sie", "2025-40"),
            ("seit 2019 gilt das", "2019/.."),
            ("seit Anfang 2024 gilt das", "2024/.."),
            ("bis 2029 wird gebaut", "../2029"),
            ("bis Ende 2026 wird gebaut", "../2026"),
            ("bis zum 31. Dezember 2026 wird gebaut", "../2026-12-31"),
            ("vor 2019 war es anders", "[..2018]"),
            ("vor Ende 2026 nicht", "2026"),
            ("von 2019 bis 2021 wurde gebaut", "2019/2021"),
            ("zwischen 2019 und 2021 wurde gebaut", "2019/2021"),
            ("in den Jahren 2019 und 2021 wurde gebaut", "2019"),
            ("vom 24. bis 26. Februar 2026 tagten sie", "2026-02-24/2026-02-26"),
            ("Mai bis Juni 2023", "2023-05/2023-06"),
            ("im Q4/2025", "2025-36"),
            ("im Jahr 2024/25 stieg sie", "2024/2025"),
            ("erst 2023, dann 2025", "2023"),
            ("am 3. Mai 2024 und im Juni 2025", "2024-05-03"),
            ("ein Beschluss sei frühestens im März 2027 zu erwarten", "[2027-03..]"),
            ("frühestens am 3. Mai 2027", "[2027-05-03..]"),
            ("frühestens Ende 2027", "[2027..]"),
            ("nicht vor Juli 2027", "[2027-07..]"),
            ("spätestens im März 2027", "[..2027-03]"),
            ("spätestens bis Ende 2028", "[..2028]"),
            ("im März 2027 frühestens", "[2027-03..]"),
            ("Im Frühjahr kam ein Plan; ein Entwurf liegt seit dem 3. Juni 2026 vor.", "2026-06-03/.."),
            ("Im Sommer 2024 wurde geplant, am 3. Mai 2026 gebaut.", "2026-05-03"),
            ("Gestern hieß es, am 9. Dezember 2026 werde entschieden.", "2026-12-09"),
        ] {
            assert_eq!(german(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn a_date_is_read_in_english() {
        for (text, date) in [
            ("It sank on November 27, 2025.", "2025-11-27"),
            ("It sank on 27 November 2025.", "2025-11-27"),
            ("It sank in November 2025.", "2025-11"),
            ("At the end of 2024 it closed.", "2024"),
            ("in the third quarter of 2025", "2025-35"),
            ("since 2019 it has been so", "2019/.."),
            ("until May 2023 it was open", "../2023-05"),
            ("by the end of 2026.", "[..2026]"),
            ("a report from 2019.", "2019"),
            ("from 2019 to 2021 it was built", "2019/2021"),
            ("between 2019 and 2021 it was built", "2019/2021"),
            ("On 2026-02-24 they met", "2026-02-24"),
            ("Work could begin as early as April 2028 if they agree", "[2028-04..]"),
            ("no earlier than 2028", "[2028..]"),
            ("not before May 3, 2028", "[2028-05-03..]"),
            ("in 2028 at the earliest", "[2028..]"),
            ("no later than March 2027", "[..2027-03]"),
            ("by the end of March 2027", "[..2027-03]"),
            ("in March 2027 at the latest", "[..2027-03]"),
            ("Last week it asked again; on 12 June 2026 it replied.", "2026-06-12"),
        ] {
            assert_eq!(english(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_vague_has_no_date() {
        for text in
            ["gestern", "am Montag", "im November", "im Sommer 2024", "KW 12 2025", "im Vorjahr", "bald", ""]
        {
            assert_eq!(german(text), None, "{text}");
        }
        for text in [
            "yesterday",
            "on Monday",
            "in November",
            "in the summer of 2024",
            "11/12/2025",
            "in week 12 of 2025",
        ] {
            assert_eq!(english(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_counted_is_so_from_publication_and_after_what_is_not() {
        let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 27);
        let counted = |text| {
            event_date(text, &[CueLanguage::German], published)
                .map(|(date, basis)| (date.text().to_owned(), basis))
        };
        let date = |date: &str, basis| Some((date.to_owned(), basis));
        assert_eq!(counted("Am Dienstag tagte der Rat."), date("2025-11-25", Basis::Published));
        assert_eq!(counted("Im vergangenen Jahr stieg sie."), date("2024", Basis::Published));
        assert_eq!(counted("Gestern hieß es, seit 2019 sei es so."), date("2019/..", Basis::Words));
        assert_eq!(counted("Im Sommer wird gebaut."), None);
    }

    #[test]
    fn what_is_typed_is_all_of_a_date() {
        for (text, date) in [
            ("Ende 2024", "2024"),
            ("im März 2026", "2026-03"),
            ("March 2026", "2026-03"),
            ("bis Mai 2026", "../2026-05"),
            ("vor 2019", "[..2018]"),
            ("late 2024", "2024"),
            ("since 2019", "2019/.."),
            ("zwischen 2019 und 2021", "2019/2021"),
        ] {
            assert_eq!(date_typed(text).as_deref(), Some(date), "{text}");
        }
        for text in ["bald", "gestern", "im Sommer 2024", "2024 Menschen", "Ende 2024 und mehr", ""] {
            assert_eq!(date_typed(text), None, "{text}");
        }
    }

    proptest! {
        /// Whatever stands beside each other: what is found is a date.
        #[test]
        fn every_date_is_one(words in prop::collection::vec(prop::sample::select(vec![
            "2019", "2024/25", "1990er", "3.", "24.–26.", "31.", "Februar", "Mai", "May", "Montag,", "bis", "to", "und", "zwischen", "seit",
            "before", "Ende", "the", "Q3", "Quartal", "zweiten", "27.11.2025", "2025-11-27", "(2020)", "Sommer", "etwa", "–", "gestern",
        ]), 0..9)) {
            let text = words.join(" ");
            for languages in [&[CueLanguage::German], &[CueLanguage::English]] {
                if let Some(date) = date_in(&text, languages) {
                    prop_assert!(When::parse(&date).is_ok(), "{}: {}", text, date);
                    prop_assert!(text.contains(|c: char| c.is_ascii_digit()));
                }
            }
        }
    }
}
