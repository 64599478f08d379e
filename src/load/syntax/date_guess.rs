//! What date is meant by a text that is no EDTF: the ways in which people, spreadsheets and other tools write dates.

use chrono::{Days, NaiveDate};

use crate::dossier::When;

/// What somebody probably meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum DateGuess {
    /// This date.
    One(String),
    /// One of these two: which number is the day cannot be seen.
    Either(String, String),
}

impl DateGuess {
    /// What to write.
    pub(crate) fn hint(&self) -> String {
        match self {
            DateGuess::One(date) => format!("write \"{date}\""),
            DateGuess::Either(one, other) => {
                format!("write year, month, day: \"{one}\" or \"{other}\", whichever is meant")
            }
        }
    }
}

/// The date that is meant by a text which is none, if there is only one reading, or two.
pub(crate) fn guess(text: &str) -> Option<DateGuess> {
    if text.len() > 40 || When::parse(&text.trim().to_uppercase()).is_ok() {
        return None;
    }
    let text = text.trim().to_lowercase().replace(['–', '—', '−', '‑'], "-");
    // Spreadsheets write the time of day beside a day that has none.
    let text = text.split_once(' ').filter(|(_, time)| is_time(time)).map_or(&*text, |(date, _)| date);
    let (text, mark) = without_about(text);
    if !mark.is_empty() && When::parse(&text.to_uppercase()).is_ok() {
        let marked = format!("{}{mark}", text.to_uppercase());
        return When::parse(&marked).is_ok().then_some(DateGuess::One(marked));
    }
    if When::parse(text).is_ok() {
        return Some(DateGuess::One(text.to_owned()));
    }
    let found = of_words(text).or_else(|| of_numbers(text)).or_else(|| years(text)).or_else(|| range(text));
    let found = found.or_else(|| serial(text).filter(|_| mark.is_empty()))?;
    let marked = |date: String| format!("{date}{mark}");
    let found = match found {
        DateGuess::One(date) => DateGuess::One(marked(date)),
        DateGuess::Either(one, other) => DateGuess::Either(marked(one), marked(other)),
    };
    let is_date = |date: &String| When::parse(date).is_ok();
    match found {
        DateGuess::One(date) => is_date(&date).then_some(DateGuess::One(date)),
        DateGuess::Either(one, other) => match (is_date(&one), is_date(&other)) {
            (true, true) => Some(DateGuess::Either(one, other)),
            (true, false) => Some(DateGuess::One(one)),
            (false, true) => Some(DateGuess::One(other)),
            (false, false) => None,
        },
    }
}

/// Whether this is a time of day, as `00:00:00`.
fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// The text without a word for "about", and the sign for it.
fn without_about(text: &str) -> (&str, &'static str) {
    for word in
        ["circa ", "ca. ", "ca ", "c. ", "about ", "around ", "approximately ", "etwa ", "um ", "ungefähr "]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return (rest.trim(), "~");
        }
    }
    (text, "")
}

/// A date with a month's name, or the word for a quarter or half-year: `25 July 2019`, `Juli 2019`, `Q3 2019`.
fn of_words(text: &str) -> Option<DateGuess> {
    let mut words: Vec<&str> =
        text.split([' ', ',', '.', '-', '/', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    words.retain(|word| {
        !matches!(*word, "the" | "of" | "den" | "der" | "am" | "im" | "in") && !is_weekday(word)
    });
    if !(2..=3).contains(&words.len()) {
        return None;
    }
    let month = words.iter().find_map(|word| month(word));
    let part = part_of_year(&words);
    let rest: Vec<&str> = words.iter().copied().filter(|word| self::month(word).is_none()).collect();
    if let Some((code, year)) = part {
        return Some(DateGuess::One(format!("{year}-{code}")));
    }
    let month = month?;
    match rest[..] {
        [year] if is_year(year) => Some(DateGuess::One(format!("{year}-{month:02}"))),
        [one, other] if is_year(other) => {
            Some(DateGuess::One(format!("{other}-{month:02}-{:02}", day(one)?)))
        }
        [one, other] if is_year(one) => Some(DateGuess::One(format!("{one}-{month:02}-{:02}", day(other)?))),
        _ => None,
    }
}

/// Whether the word is a day of the week, whole or cut.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 15] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
    ];
    word.len() >= 2 && DAYS.into_iter().any(|day| day.starts_with(word)) && month(word).is_none()
}

/// From one date to another: `24 Feb 2026 - 26 Feb 2026`.
fn range(text: &str) -> Option<DateGuess> {
    let parts = [" - ", " to ", " until ", " bis ", " und "];
    let (from, to) = parts.into_iter().find_map(|between| text.split_once(between))?;
    let date = |text: &str| match guess(text) {
        Some(DateGuess::One(date)) => Some(date),
        _ => When::parse(text.trim()).is_ok().then(|| text.trim().to_owned()),
    };
    Some(DateGuess::One(format!("{}/{}", date(from)?, date(to)?)))
}

/// A day as spreadsheets count them, of this or the last decades: `46077`.
fn serial(text: &str) -> Option<DateGuess> {
    let days: u64 = text.parse().ok().filter(|days| (20_000..70_000).contains(days))?;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some(DateGuess::One(first.checked_add_days(Days::new(days))?.to_string()))
}

/// A quarter or half-year with its year, as EDTF counts them.
fn part_of_year<'t>(words: &[&'t str]) -> Option<(u32, &'t str)> {
    let year = words.iter().copied().find(|word| is_year(word))?;
    let others: Vec<&str> = words.iter().copied().filter(|word| *word != year).collect();
    let numbered = |number: &str, most: u32| number.parse().ok().filter(|number| (1..=most).contains(number));
    match others[..] {
        [part] if part.starts_with('q') => Some((32 + numbered(&part[1..], 4)?, year)),
        [part] if part.starts_with('h') => Some((39 + numbered(&part[1..], 2)?, year)),
        [number, "quartal"] => Some((32 + numbered(number, 4)?, year)),
        [number, "halbjahr"] => Some((39 + numbered(number, 2)?, year)),
        [order, "quarter"] => Some((32 + numbered(order.get(..1)?, 4)?, year)),
        [order, "half"] => Some((39 + numbered(order.get(..1)?, 2)?, year)),
        _ => None,
    }
}

/// A date in figures: `25.07.2019`, `7/25/2019`, `2019/7/25`, `20190725`, `2019-7`.
fn of_numbers(text: &str) -> Option<DateGuess> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(DateGuess::One(format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])));
    }
    if let Some((year, quarter)) =
        text.split_once('q').filter(|(year, quarter)| is_year(year) && quarter.len() == 1)
    {
        return Some(DateGuess::One(format!("{year}-{}", 32 + number(quarter)?)));
    }
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(sign, '.' | '/' | '-' | ' ') {
        return None;
    }
    let numbers: Vec<&str> = text.split(sign).map(str::trim).collect();
    if !numbers.iter().all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let date = |year: &str, month: &str, day: &str| {
        let year = whole_year(year)?;
        Some(format!("{year}-{:02}-{:02}", number(month)?, number(day)?))
    };
    match numbers[..] {
        [year, month] if is_year(year) && month.len() <= 2 => {
            Some(DateGuess::One(format!("{year}-{:02}", number(month)?)))
        }
        [month, year] if is_year(year) && month.len() <= 2 => {
            Some(DateGuess::One(format!("{year}-{:02}", number(month)?)))
        }
        [year, month, day] if is_year(year) => date(year, month, day).map(DateGuess::One),
        // With points the day comes first wherever it is written so.
        [day, month, year] if sign == '.' => date(year, month, day).map(DateGuess::One),
        [one, other, year] => {
            let (day_first, month_first) = (date(year, other, one)?, date(year, one, other)?);
            if day_first == month_first {
                return Some(DateGuess::One(day_first));
            }
            Some(DateGuess::Either(day_first, month_first))
        }
        _ => None,
    }
}

/// From one year to another, or on from one: `2019–2021`, `since 2019`.
fn years(text: &str) -> Option<DateGuess> {
    for (words, step) in [(["before ", "vor "], -1), (["after ", "nach "], 1)] {
        let year = words.into_iter().find_map(|word| text.strip_prefix(word)).filter(|year| is_year(year));
        if let Some(year) = year.and_then(|year| year.parse::<i32>().ok()) {
            let year = year + step;
            return Some(DateGuess::One(if step < 0 {
                format!("[..{year}]")
            } else {
                format!("[{year}..]")
            }));
        }
    }
    for word in ["since ", "seit ", "ab ", "from "] {
        if let Some(year) = text.strip_prefix(word).filter(|year| is_year(year)) {
            return Some(DateGuess::One(format!("{year}/..")));
        }
    }
    let (from, to) = text
        .split_once(['-', '–', '—'])
        .or_else(|| text.split_once(" to "))
        .or_else(|| text.split_once(" bis "))?;
    let (from, to) = (from.trim(), to.trim());
    (is_year(from) && is_year(to)).then(|| DateGuess::One(format!("{from}/{to}")))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(word.as_bytes()[0], b'1' | b'2')
}

/// A year of four digits; one of two is of this century or the last.
fn whole_year(year: &str) -> Option<String> {
    match year.len() {
        4 if is_year(year) => Some(year.to_owned()),
        2 => Some(format!("{}{year}", if year < "50" { "20" } else { "19" })),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// A day of the month: `5`, `05`, `5th`.
fn day(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    number(digits)
}

/// A month by its name in English or German, whole or cut.
pub(crate) fn month(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 21] = [
        ("january", 1),
        ("januar", 1),
        ("jänner", 1),
        ("february", 2),
        ("februar", 2),
        ("march", 3),
        ("märz", 3),
        ("maerz", 3),
        ("april", 4),
        ("may", 5),
        ("mai", 5),
        ("june", 6),
        ("juni", 6),
        ("july", 7),
        ("juli", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("oktober", 10),
        ("november", 11),
        ("december", 12),
    ];
    if matches!(word, "dezember" | "dez") {
        return Some(12);
    }
    let is_cut = |name: &str| word.chars().count() >= 3 && name.starts_with(word);
    NAMES.into_iter().find(|(name, _)| is_cut(name)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(text: &str) -> Option<String> {
        match guess(text)? {
            DateGuess::One(date) => Some(date),
            DateGuess::Either(..) => None,
        }
    }

    #[test]
    fn dates_of_other_ways_of_writing_are_understood() {
        for (written, meant) in [
            ("25.07.2019", "2019-07-25"),
            ("25.7.2019", "2019-07-25"),
            ("25. 7. 2019", "2019-07-25"),
            ("25.07.19", "2019-07-25"),
            ("11/28/2026", "2026-11-28"),
            ("28/11/2026", "2026-11-28"),
            ("05/05/2026", "2026-05-05"),
            ("28-11-2026", "2026-11-28"),
            ("2026/11/28", "2026-11-28"),
            ("2026.11.28", "2026-11-28"),
            ("20261128", "2026-11-28"),
            ("2026-7-5", "2026-07-05"),
            ("2026-7", "2026-07"),
            ("2026/07", "2026-07"),
            ("07/2026", "2026-07"),
            ("Jul 2019", "2019-07"),
            ("Nov 2025", "2025-11"),
            ("Sept. 2025", "2025-09"),
            ("July 2019", "2019-07"),
            ("im Juli 2019", "2019-07"),
            ("März 2019", "2019-03"),
            ("Dez. 2019", "2019-12"),
            ("25 July 2019", "2019-07-25"),
            ("25. Juli 2019", "2019-07-25"),
            ("July 25, 2019", "2019-07-25"),
            ("the 25th of July 2019", "2019-07-25"),
            ("25-Jul-2019", "2019-07-25"),
            ("Q3 2019", "2019-35"),
            ("2019-Q3", "2019-35"),
            ("3. Quartal 2019", "2019-35"),
            ("H1 2019", "2019-40"),
            ("2. Halbjahr 2019", "2019-41"),
            ("ca. 2019", "2019~"),
            ("about July 2019", "2019-07~"),
            ("2019–2021", "2019/2021"),
            ("2019-2021", "2019/2021"),
            ("seit 2019", "2019/.."),
            ("before 2019", "[..2018]"),
            ("nach 2019", "[2020..]"),
            ("Tue, 24 Feb 2026", "2026-02-24"),
            ("Dienstag, 24. Februar 2026", "2026-02-24"),
            ("2026–02–24", "2026-02-24"),
            ("2026Q1", "2026-33"),
            ("2025-02-01 00:00:00", "2025-02-01"),
            ("1.2.2025 00:00", "2025-02-01"),
            ("46077", "2026-02-24"),
            ("24 Feb 2026 - 26 Feb 2026", "2026-02-24/2026-02-26"),
            ("2026-02-24 to 2026-02-26", "2026-02-24/2026-02-26"),
        ] {
            assert_eq!(one(written).as_deref(), Some(meant), "{written}");
        }
        assert_eq!(
            guess("05/06/2026"),
            Some(DateGuess::Either("2026-06-05".to_owned(), "2026-05-06".to_owned()))
        );
    }

    #[test]
    fn what_is_no_date_and_what_is_one_is_not_guessed_at() {
        for text in [
            "",
            "in May",
            "bald",
            "30.02.2019",
            "2019",
            "2019-07",
            "25.07.",
            "1.2.3",
            "13/13/2019",
            "maybe 3 2019",
            "x",
        ] {
            assert_eq!(guess(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_proposed_is_a_date(text in "[0-9a-zA-ZäöüÄ./, –-]{0,30}") {
            match guess(&text) {
                Some(DateGuess::One(date)) => prop_assert!(When::parse(&date).is_ok()),
                Some(DateGuess::Either(one, other)) => {
                    prop_assert!(When::parse(&one).is_ok() && When::parse(&other).is_ok() && one != other);
                }
                None => {}
            }
        }

        #[test]
        fn a_day_is_understood_with_points_and_with_the_month_in_words(
            year in 1000u32..3000,
            month in 1u32..13,
            day in 1u32..29,
        ) {
            let meant = format!("{year}-{month:02}-{day:02}");
            let name = ["Jan", "Feb", "Mär", "April", "Mai", "June", "Juli", "Aug.", "Sept", "Okt", "Nov", "December"];
            let name = name[month as usize - 1];
            for written in [
                format!("{day}.{month}.{year}"),
                format!("{day:02}.{month:02}.{year}"),
                format!("{year}/{month}/{day}"),
                format!("{day}. {name} {year}"),
                format!("{name} {day}, {year}"),
            ] {
                prop_assert_eq!(one(&written), Some(meant.clone()), "{}", written);
            }
        }
    }
}
