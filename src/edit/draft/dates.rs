//! The date in words of the article.

use std::ops::Range;

use crate::dossier::{Dossier, When};
use crate::load::{DateGuess, guess_date, month_named};
use crate::text::cues::{CueKind, CueLanguage, cues};

use super::quoting::visible;

/// The first date of these words, in EDTF: `2024` of "Ende 2024", `2019/2021` of "von 2019 bis 2021", `../2029` of "bis 2029". What is
/// not before a date or not after it keeps that: `[2027-03..]` of "frühestens im März 2027". None where they have none that can be
/// read without the day on which the article came out, and none of a season or a week.
pub fn date(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    date_in(&visible(dossier, words), CueLanguage::of_tag(dossier.article.language.primary()))
}

fn date_in(text: &str, languages: &[CueLanguage]) -> Option<String> {
    let mut found = cues(text, languages);
    found.retain(|cue| cue.kind == CueKind::Date);
    for (number, cue) in found.iter().enumerate() {
        let date = with_numbers(text, &cue.range);
        let before = words_before(text, date.start);
        if is_season_or_week(&text[date.clone()], &before) {
            continue;
        }
        if let Some((count, limit)) = limit_of(&before, &text[date.end..]) {
            match limited(&before[..count], &text[date.clone()], limit) {
                Some(found) => return Some(found),
                None => continue,
            }
        }
        let next = found.get(number + 1).map(|next| next.range.clone());
        let read = ends(text, &date, next).into_iter().find_map(|rest| {
            let most = before.iter().take_while(|word| Part::of(word).is_some()).count();
            (0..=most).rev().find_map(|count| read_with(&before[..count], rest))
        });
        if read.is_some() {
            return read;
        }
    }
    None
}

/// What a date is the limit of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    NotBefore,
    NotAfter,
}

/// Whether words before a date or after it make it a limit, and how many of those before lie between.
fn limit_of(before: &[&str], after: &str) -> Option<(usize, Limit)> {
    /// In the order in which they stand.
    const BEFORE: [(&[&str], Limit); 11] = [
        (&["frühestens"], Limit::NotBefore),
        (&["spätestens"], Limit::NotAfter),
        (&["as", "early", "as"], Limit::NotBefore),
        (&["no", "earlier", "than"], Limit::NotBefore),
        (&["not", "earlier", "than"], Limit::NotBefore),
        (&["not", "before"], Limit::NotBefore),
        (&["nicht", "vor"], Limit::NotBefore),
        (&["no", "later", "than"], Limit::NotAfter),
        (&["not", "later", "than"], Limit::NotAfter),
        (&["as", "late", "as"], Limit::NotAfter),
        (&["at", "the", "latest", "by"], Limit::NotAfter),
    ];
    const AFTER: [(&str, Limit); 4] = [
        ("frühestens", Limit::NotBefore),
        ("at the earliest", Limit::NotBefore),
        ("spätestens", Limit::NotAfter),
        ("at the latest", Limit::NotAfter),
    ];
    let may_lie_between = |word: &str| {
        let is_until = matches!(&*word.to_lowercase(), "bis" | "by");
        is_until || matches!(Part::of(word), Some(Part::Filler | Part::OfYear | Part::Number))
    };
    let most = before.iter().take_while(|word| may_lie_between(word)).count();
    let stands = |phrase: &[&str], count: usize| {
        let rest = before.get(count..count + phrase.len());
        rest.is_some_and(|rest| {
            rest.iter().rev().zip(phrase).all(|(word, wanted)| word.to_lowercase() == **wanted)
        })
    };
    let found = (0..=most).find_map(|count| {
        let own = BEFORE.iter().find(|(phrase, _)| stands(phrase, count));
        own.map(|(_, limit)| (count, *limit))
    });
    let after = after.trim_start();
    let behind =
        || AFTER.iter().find(|(phrase, _)| after.starts_with(phrase)).map(|(_, limit)| (most, *limit));
    found.or_else(behind)
}

/// The date with this limit: a day, a month, a quarter or a year, and no range.
fn limited(before: &[&str], date: &str, limit: Limit) -> Option<String> {
    let numbers = before.iter().rev().filter(|word| Part::of(word) == Some(Part::Number)).copied();
    let date = read(&numbers.chain(std::iter::once(date)).collect::<Vec<_>>().join(" "))?;
    let found = match limit {
        Limit::NotBefore => format!("[{date}..]"),
        Limit::NotAfter => format!("[..{date}]"),
    };
    When::parse(&found).is_ok().then_some(found)
}

/// The date with all that a stroke joins to it: of `11/12/2025` the year alone is not meant, nor of `Q4/2025`.
fn with_numbers(text: &str, date: &Range<usize>) -> Range<usize> {
    if !text[..date.start].ends_with('/') {
        return date.clone();
    }
    let start = text[..date.start].rfind(|c: char| !c.is_alphanumeric() && c != '/');
    start.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8))..date.end
}

/// The words before a byte, the nearest first, up to the end of another clause. What opens a bracket or a quotation is no part of
/// them.
fn words_before(text: &str, at: usize) -> Vec<&str> {
    /// More than "from the end of the first" are not looked at.
    const MOST: usize = 6;
    let words = text[..at].split_whitespace().rev().take(MOST);
    let words = words.take_while(|word| !word.ends_with([',', ';', ':', '!', '?', '(', '„', '“']));
    words.map(|word| word.trim_start_matches(['(', '„', '“', '"', '‚', '‘'])).collect()
}

/// The date itself, the longest first: with the next one where they are a range, with the second year of `2024/25`.
fn ends<'t>(text: &'t str, date: &Range<usize>, next: Option<Range<usize>>) -> Vec<&'t str> {
    let mut ends = Vec::new();
    if let Some(next) = next {
        let between = text[date.end..next.start].trim();
        let is_range = matches!(
            between,
            "bis" | "bis zum" | "bis Ende" | "to" | "until" | "through" | "und" | "and" | "-" | "–" | "—"
        );
        if is_range {
            ends.push(&text[date.start..next.end]);
        }
    }
    let mut after = text[date.end..].chars();
    if after.next() == Some('/')
        && after.by_ref().take(2).filter(char::is_ascii_digit).count() == 2
        && !after.next().is_some_and(char::is_alphanumeric)
    {
        ends.push(&text[date.start..date.end + 3]);
    }
    ends.push(&text[date.clone()]);
    ends
}

/// What a word before a date is there for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Since, until, about: it says how the date is meant.
    Lead,
    /// Before and after, which exclude it.
    Beyond,
    /// From and between, which only a second date completes.
    From,
    /// The end, the middle: EDTF has nothing for that.
    OfYear,
    /// An article, a preposition.
    Filler,
    /// The number of a day or a quarter, a month, and what stands between two.
    Number,
}

impl Part {
    fn of(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        Some(match &*word {
            "seit" | "since" | "ab" | "bis" | "until" | "till" | "by" | "spätestens" | "circa" | "ca."
            | "etwa" | "ungefähr" | "around" | "approximately" => Self::Lead,
            "vor" | "before" | "nach" | "after" => Self::Beyond,
            "von" | "vom" | "from" | "zwischen" | "between" => Self::From,
            "ende" | "anfang" | "mitte" | "end" | "early" | "late" | "mid" | "beginning" => Self::OfYear,
            "the" | "of" | "dem" | "den" | "der" | "des" | "am" | "im" | "in" | "on" | "zum" | "zur" => {
                Self::Filler
            }
            "to" | "–" | "-" | "und" | "and" => Self::Number,
            _ if is_number(&word) || month_named(&word).is_some() => Self::Number,
            _ => return None,
        })
    }
}

/// A day or a quarter: `24.`, `24.–`, `1st`, `zweiten`, `Q3`.
fn is_number(word: &str) -> bool {
    const ORDINALS: [&str; 8] = ["first", "second", "third", "fourth", "erste", "zweite", "dritte", "vierte"];
    let digits = word.trim_start_matches(['q', 'h']).trim_end_matches(['–', '-', '.']);
    let digits =
        ["st", "nd", "rd", "th"].into_iter().find_map(|end| digits.strip_suffix(end)).unwrap_or(digits);
    let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let bare = word.trim_end_matches(['n', 's', 'r', 'm']);
    is_short || ORDINALS.contains(&word) || bare.ends_with('e') && ORDINALS.contains(&bare)
}

/// A date with these words before it, the nearest first, if all of them belong to it.
fn read_with(before: &[&str], rest: &str) -> Option<String> {
    let lead = before.last().and_then(|word| Part::of(word));
    let has = |part: Part| before.iter().any(|word| Part::of(word) == Some(part));
    // An article belongs to the date only after something that does.
    if matches!(lead, Some(Part::Filler | Part::OfYear))
        // "Before the end of 2026" is not "before 2026".
        || has(Part::OfYear) && lead != Some(Part::Lead)
    {
        return None;
    }
    let is_kept = |word: &&&str| !matches!(Part::of(word), Some(Part::Filler | Part::OfYear | Part::From));
    let kept = before.iter().rev().filter(is_kept).copied().chain(std::iter::once(rest));
    let date = read(&kept.collect::<Vec<_>>().join(" "))?;
    let is_range = date.contains('/') && !date.contains("..");
    // "Between 2019 and 2021" is a range, "2019 and 2021" are two.
    let is_listed = [" und ", " and "].iter().any(|and| rest.contains(and))
        || before.contains(&"und")
        || before.contains(&"and");
    let is_between =
        before.last().is_some_and(|word| matches!(&*word.to_lowercase(), "zwischen" | "between"));
    ((lead != Some(Part::From) || is_range) && (!is_listed || is_between)).then_some(date)
}

/// The date that a text is, as EDTF has it or as people write it.
fn read(text: &str) -> Option<String> {
    if When::parse(text).is_ok() {
        return Some(text.to_owned());
    }
    match guess_date(text)? {
        DateGuess::One(date) => Some(date),
        // Which number is the day cannot be seen.
        DateGuess::Either(..) => None,
    }
}

/// Whether the date is that of a season or a week, of which nobody can say when it began.
fn is_season_or_week(date: &str, before: &[&str]) -> bool {
    const SEASONS: [&str; 9] =
        ["frühling", "frühjahr", "sommer", "herbst", "winter", "spring", "summer", "autumn", "fall"];
    const WEEKS: [&str; 4] = ["kw", "kalenderwoche", "woche", "week"];
    let is_season = |word: &str| SEASONS.contains(&word.to_lowercase().trim_end_matches('s'));
    let is_skipped = |word: &&&str| matches!(Part::of(word), Some(Part::Filler | Part::Number));
    let named = before.iter().find(|word| !is_skipped(word));
    let is_named = named.is_some_and(|word| is_season(word) || WEEKS.contains(&&*word.to_lowercase()));
    is_named || date.split_whitespace().any(is_season)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
