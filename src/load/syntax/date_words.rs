//! Words of dates: months, days of the week, quarters and half-years, and what people write before them.

pub(crate) use crate::text::months::cut as month;

/// The text without a word for "about", and the sign for it.
pub(super) fn without_about(text: &str) -> (&str, &'static str) {
    for word in
        ["circa ", "ca. ", "ca ", "c. ", "about ", "around ", "approximately ", "etwa ", "um ", "ungefähr "]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return (rest.trim(), "~");
        }
    }
    (text, "")
}

/// Whether the word is a day of the week, whole or cut.
pub(super) fn is_weekday(word: &str) -> bool {
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

/// The number of an ordinal: `1`, `1st`, `first`, `erstes`, `III`.
fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [(&str, u32); 12] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("erste", 1),
        ("zweite", 2),
        ("dritte", 3),
        ("vierte", 4),
        ("i", 1),
        ("ii", 2),
        ("iii", 3),
        ("iv", 4),
    ];
    let bare = word.strip_suffix(['s', 'n', 'r', 'm']).unwrap_or(word);
    let named = |word: &str| ORDINALS.into_iter().find(|(name, _)| *name == word).map(|(_, number)| number);
    day(word).or_else(|| named(word)).or_else(|| named(bare).filter(|_| bare.ends_with('e')))
}

/// A quarter or half-year with its year, as EDTF counts them.
pub(super) fn part_of_year<'t>(words: &[&'t str]) -> Option<(u32, &'t str)> {
    let year = words.iter().copied().find(|word| is_year(word))?;
    let others: Vec<&str> = words.iter().copied().filter(|word| *word != year).collect();
    let numbered = |number: &str, most: u32| ordinal(number).filter(|number| (1..=most).contains(number));
    match others[..] {
        [part] if part.starts_with('q') => Some((32 + numbered(&part[1..], 4)?, year)),
        [part] if part.starts_with('h') && !part.starts_with("hj") => {
            Some((39 + numbered(&part[1..], 2)?, year))
        }
        [number, "quartal" | "quarter"] => Some((32 + numbered(number, 4)?, year)),
        [number, "halbjahr" | "half" | "hälfte" | "haelfte" | "hj"] => {
            Some((39 + numbered(number, 2)?, year))
        }
        ["q", number] => Some((32 + numbered(number, 4)?, year)),
        [part] if part.starts_with("hj") => Some((39 + numbered(&part[2..], 2)?, year)),
        _ => None,
    }
}

/// Whether this is a year of four digits.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(word.as_bytes()[0], b'1' | b'2')
}

/// A year of four digits; one of two is of this century or the last.
pub(super) fn whole_year(year: &str) -> Option<String> {
    match year.len() {
        4 if is_year(year) => Some(year.to_owned()),
        2 => Some(format!("{}{year}", if year < "50" { "20" } else { "19" })),
        _ => None,
    }
}

/// A number of one digit or two.
pub(super) fn number(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// A day of the month: `5`, `05`, `5th`.
pub(super) fn day(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    number(digits)
}
