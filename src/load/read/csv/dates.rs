//! Dates as spreadsheets write them. None of them is read, for the day and the month may stand either way round; what they
//! can mean is said as we write it.

use crate::dossier::When;

/// The days or months that a date of a spreadsheet can mean, written as we do; nothing of a text that is none.
pub(super) fn readings(text: &str) -> Vec<String> {
    let date = text.split_once(' ').filter(|(_, time)| is_time(time)).map_or(text, |(date, _)| date);
    let Some(separator) = ['.', '/', '-'].into_iter().find(|c| date.contains(*c)) else { return Vec::new() };
    let parts: Vec<&str> = date.split(separator).collect();
    let is_number =
        |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Vec::new();
    }
    let day = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    let month = |year: &str, month: &str| format!("{year}-{month:0>2}");
    let is_year = |part: &str| part.len() == 4;
    let found = match parts[..] {
        [year, m, d] if is_year(year) => vec![day(year, m, d)],
        // With points the day comes first.
        [d, m, year] if is_year(year) && separator == '.' => vec![day(year, m, d)],
        [one, other, year] if is_year(year) => vec![day(year, other, one), day(year, one, other)],
        [year, m] if is_year(year) => vec![month(year, m)],
        [m, year] if is_year(year) => vec![month(year, m)],
        _ => Vec::new(),
    };
    let mut days: Vec<String> = found.into_iter().filter(|day| When::parse(day).is_ok()).collect();
    days.dedup();
    days
}

/// Whether this is a time of day, as `00:00:00`.
fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_spreadsheets_are_written_as_ours() {
        for (text, expected) in [
            ("01.02.2025", &["2025-02-01"][..]),
            ("1.2.2025", &["2025-02-01"]),
            ("01/02/2025", &["2025-02-01", "2025-01-02"]),
            ("11/28/2026", &["2026-11-28"]),
            ("28-11-2026", &["2026-11-28"]),
            ("02/02/2025", &["2025-02-02"]),
            ("2025/2/1", &["2025-02-01"]),
            ("2025.02.01", &["2025-02-01"]),
            ("02.2025", &["2025-02"]),
            ("2025-02-01 00:00:00", &["2025-02-01"]),
            ("31.02.2025", &[]),
            ("01.02.25", &[]),
            ("2025", &[]),
            ("spring", &[]),
            ("1.2.3.4", &[]),
        ] {
            assert_eq!(readings(text), expected, "{text}");
        }
    }
}
