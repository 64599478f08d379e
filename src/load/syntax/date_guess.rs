//! What date is meant by a text that is no EDTF: the ways in which people, spreadsheets and other tools write dates.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::date_words::{day, is_weekday, is_year, month, number, part_of_year, whole_year, without_about};
use crate::dossier::When;

/// The dashes that people and word processors write for a hyphen.
pub(super) const DASHES: [char; 4] = ['–', '—', '−', '‑'];

/// What somebody probably meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum DateGuess {
    /// This date.
    One(String),
    /// One of these two: which number is the day cannot be seen.
    Either(String, String),
}

impl DateGuess {
    /// Whether it is written as dates are.
    fn is_date(&self) -> bool {
        matches!(self, DateGuess::One(date) if When::parse(date).is_ok())
    }

    /// What to write.
    pub(crate) fn hint(&self) -> String {
        match self {
            DateGuess::One(date) => format!("write \"{date}\""),
            DateGuess::Either(one, other) if one.len() == other.len() => {
                format!("write year, month, day: \"{one}\" or \"{other}\", whichever is meant")
            }
            DateGuess::Either(one, other) => {
                format!("write \"{one}\" or \"{other}\", whichever is meant")
            }
        }
    }
}

/// The date that is meant by a text which is none, if there is only one reading, or two.
pub(crate) fn guess(text: &str) -> Option<DateGuess> {
    if text.len() > 40 || When::parse(&text.trim().to_uppercase()).is_ok() {
        return None;
    }
    let text = text.trim().to_lowercase();
    // Beside hyphens a dash is no hyphen: it leads from one date to another.
    if let Some((from, to)) = text.split_once(DASHES).filter(|_| text.contains('-')) {
        return from_to(from, to)
            .filter(|_| !to.contains(DASHES))
            .map(DateGuess::One)
            .filter(DateGuess::is_date);
    }
    let text = text.replace(DASHES, "-");
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
    let found = single(text).or_else(|| bounds(text)).or_else(|| range(text)).or_else(|| of_slips(text));
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

/// One date, of any way of writing.
fn single(text: &str) -> Option<DateGuess> {
    of_words(text).or_else(|| of_numbers(text)).or_else(|| ages(text))
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
    let mut months = words.iter().filter_map(|word| month(word));
    let month = months.next();
    // From one to another.
    if months.next().is_some() {
        return None;
    }
    let part = part_of_year(&words);
    let rest: Vec<&str> = words.iter().copied().filter(|word| self::month(word).is_none()).collect();
    if let Some((code, year)) = part {
        return Some(DateGuess::One(format!("{year}-{code}")));
    }
    let month = month?;
    match rest[..] {
        [year] if is_year(year) => Some(DateGuess::One(format!("{year}-{month:02}"))),
        // As spreadsheets write a month; a small number may be a day of it.
        [year]
            if year.len() == 2 && (text.contains('-') || number(year)? > 31) && !text.starts_with(year) =>
        {
            Some(DateGuess::One(format!("{}-{month:02}", whole_year(year)?)))
        }
        [one, other] if is_year(other) => {
            Some(DateGuess::One(format!("{other}-{month:02}-{:02}", day(one)?)))
        }
        [one, other] if is_year(one) => Some(DateGuess::One(format!("{one}-{month:02}-{:02}", day(other)?))),
        _ => None,
    }
}

/// A day as spreadsheets count them, of this or the last decades: `46077`.
fn serial(text: &str) -> Option<DateGuess> {
    let days: u64 = text.parse().ok().filter(|days| (20_000..70_000).contains(days))?;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some(DateGuess::One(first.checked_add_days(Days::new(days))?.to_string()))
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
        [year, next] if follows(year, next) && sign != '.' => {
            let years = format!("{year}/{}{next}", &year[..2]);
            Some(if number(next)? > 12 {
                DateGuess::One(years)
            } else {
                DateGuess::Either(format!("{year}-{next}"), years)
            })
        }
        // A year with a separator of thousands.
        [thousand, rest] if sign == '.' && rest.len() == 3 && is_year(&format!("{thousand}{rest}")) => {
            Some(DateGuess::One(format!("{thousand}{rest}")))
        }
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

/// Whether two digits are those of the year after this one: `2024/25`.
fn follows(year: &str, next: &str) -> bool {
    let ends = || Some((year[2..].parse::<u32>().ok()?, next.parse::<u32>().ok()?));
    is_year(year) && next.len() == 2 && ends().is_some_and(|(one, other)| one + 1 == other)
}

/// A decade or a century: `2020s`, `2020er Jahre`, `19th century`.
fn ages(text: &str) -> Option<DateGuess> {
    let text = ["the ", "die ", "in the ", "in den "]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let decade =
        ["s", "'s", "’s", "er", "er jahre", "er-jahre"].into_iter().find_map(|end| text.strip_suffix(end));
    if let Some(decade) = decade.filter(|decade| is_year(decade) && decade.ends_with('0')) {
        return Some(DateGuess::One(format!("{}X", &decade[..3])));
    }
    let century =
        [" century", ". jahrhundert", ". jh."].into_iter().find_map(|end| text.strip_suffix(end))?;
    let century = day(century).filter(|century| (11..=21).contains(century))?;
    Some(DateGuess::One(format!("{}XX", century - 1)))
}

/// Letters in the place of digits: `2026-O2-03`.
fn of_slips(text: &str) -> Option<DateGuess> {
    let fixed = text.replace('o', "0").replace(['l', 'i'], "1");
    let is_slip = text.starts_with(|c: char| c.is_ascii_digit())
        && fixed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && When::parse(&fixed).is_ok();
    is_slip.then_some(DateGuess::One(fixed))
}

/// The one date of a text, which may be a date as it is.
fn one(text: &str) -> Option<String> {
    let text = text.trim();
    let is_plain = |date: &str| !date.contains(['/', '[']);
    match single(text) {
        Some(DateGuess::One(date)) if is_plain(&date) => Some(date),
        Some(_) => None,
        None => (is_plain(text) && When::parse(text).is_ok()).then(|| text.to_owned()),
    }
}

/// On from a date, or up to one: `since 2019`, `bis Mai 2023`.
fn bounds(text: &str) -> Option<DateGuess> {
    let after = |words: &[&str]| one(words.iter().find_map(|word| text.strip_prefix(word))?);
    let found = if let Some(date) = after(&["since ", "seit ", "ab ", "from "]) {
        format!("{date}/..")
    } else if let Some(date) = after(&["until ", "till ", "up to ", "bis "]) {
        format!("../{date}")
    } else if let Some(date) = after(&["by ", "no later than ", "spätestens ", "bis spätestens "]) {
        format!("[..{date}]")
    } else if let Some(date) = after(&["before ", "vor "]) {
        format!("[..{}]", neighbour(&date, false)?)
    } else {
        format!("[{}..]", neighbour(&after(&["after ", "nach "])?, true)?)
    };
    Some(DateGuess::One(found))
}

/// The year, month or day after this one, or before it.
fn neighbour(date: &str, is_after: bool) -> Option<String> {
    let parse = |date: &str| date.parse::<NaiveDate>().ok();
    let found = match date.len() {
        4 => {
            let year: i32 = date.parse().ok()?;
            return Some(format!("{:04}", if is_after { year + 1 } else { year - 1 }));
        }
        7 => {
            let first = parse(&format!("{date}-01"))?;
            let month = Months::new(1);
            let other =
                if is_after { first.checked_add_months(month) } else { first.checked_sub_months(month) }?;
            return Some(format!("{:04}-{:02}", other.year(), other.month()));
        }
        10 if is_after => parse(date)?.succ_opt()?,
        10 => parse(date)?.pred_opt()?,
        _ => return None,
    };
    Some(found.to_string())
}

/// From one date to another: `24 Feb 2026 - 26 Feb 2026`, `Mai-Juni 2023`.
fn range(text: &str) -> Option<DateGuess> {
    let text = ["from ", "von "].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let between = [" - ", " to ", " until ", " bis ", " und ", " and "];
    let in_words = between.into_iter().filter_map(|between| text.split_once(between));
    let hyphens = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
    in_words.chain(hyphens).find_map(|(from, to)| from_to(from, to)).map(DateGuess::One)
}

/// The dates on both sides. What both share may be written once.
fn from_to(from: &str, to: &str) -> Option<String> {
    let (from, to) = (from.trim(), to.trim());
    if let (Some(from), Some(to)) = (one(from), one(to)) {
        return Some(format!("{from}/{to}"));
    }
    // `2025-11` to `12`, `2026-02-24` to `26`.
    if let Some(shared) = from.len().checked_sub(2).filter(|at| *at >= 5 && from.is_char_boundary(*at))
        && to.len() == 2
        && from.as_bytes()[shared - 1] == b'-'
        && When::parse(from).is_ok()
    {
        return Some(format!("{from}/{}{to}", &from[..shared]));
    }
    // `24.` to `26.02.2026`.
    let (first, last): (Vec<&str>, Vec<&str>) =
        (from.trim_end_matches('.').split('.').collect(), to.split('.').collect());
    if last.len() == 3 && first.len() < 3 && !last.iter().any(|part| part.contains(' ')) {
        let first: Vec<&str> = first.iter().chain(&last[first.len()..]).map(|part| part.trim()).collect();
        return Some(format!("{}/{}", one(&first.join("."))?, one(to)?));
    }
    let found = |text: &str, is_it: &dyn Fn(&str) -> bool| {
        text.split([' ', ',', '.', '-']).find(|word| is_it(word)).map(str::to_owned)
    };
    let (is_month, is_of_year) = (|word: &str| month(word).is_some(), |word: &str| is_year(word));
    let completed = |text: &str, other: &str| {
        let mut text = text.to_owned();
        for is_it in [&is_month as &dyn Fn(&str) -> bool, &is_of_year] {
            if found(&text, is_it).is_none() {
                text = format!("{text} {}", found(other, is_it)?);
            }
        }
        one(&text)
    };
    Some(format!("{}/{}", completed(from, to)?, completed(to, from)?))
}

#[cfg(test)]
mod tests;
