//! What texts of reference managers mean, in whichever format they come.

use crate::dossier::{DateShape, Precision, When};
use crate::load::{DateGuess, MOST_OF_TEXT, guess_date};
use crate::text::address::Address;
use crate::text::invisible::is_blank;
use crate::text::sanitize::sanitize_line;

use super::entry::{Reference, Slip};

/// A text on one line, each stretch of blanks as one. None if nothing of it can be seen.
pub(super) fn one_line(text: &str) -> Option<String> {
    let clean = sanitize_line(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    Some(words.join(" ")).filter(|text| !is_blank(text))
}

/// The same of a text that may be too long for the format; then it is left out and said.
pub(super) fn short_enough(key: &str, text: &str, slips: &mut Vec<Slip>) -> Option<String> {
    let text = one_line(text)?;
    if text.len() > MOST_OF_TEXT && text.chars().count() > MOST_OF_TEXT {
        slips.push(Slip::TooLong { key: key.to_owned(), most: MOST_OF_TEXT });
        return None;
    }
    Some(text)
}

/// A text as a message repeats it.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 100;
    let text = one_line(text).unwrap_or_default();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} [...]", &text[..end]),
        None => text,
    }
}

/// The DOI that an address stands for.
pub(super) fn doi_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let (host, doi) = rest.split_once('/')?;
    let is_scheme = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_resolver =
        ["doi.org", "dx.doi.org", "www.doi.org"].iter().any(|known| host.eq_ignore_ascii_case(known));
    let doi = doi.split(['?', '#']).next().unwrap_or_default();
    (is_scheme && is_resolver && doi.starts_with("10.")).then(|| doi.to_owned())
}

/// A DOI however people write it: alone, with `doi:` before it, as an address. None if it is none.
pub(super) fn doi(text: &str) -> Option<String> {
    let text = text.trim();
    let bare =
        text.get(..4).filter(|head| head.eq_ignore_ascii_case("doi:")).map_or(text, |_| text[4..].trim());
    let doi = doi_of(bare).unwrap_or_else(|| bare.to_owned());
    let is_doi = doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace);
    (is_doi && doi.len() <= 300).then_some(doi)
}

/// The address of a DOI. What an address may not contain is encoded.
fn address_of(doi: &str) -> Option<String> {
    use std::fmt::Write as _;
    let mut address = "https://doi.org/".to_owned();
    for c in doi.chars() {
        if c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(c) {
            address.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing into a string does not fail.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    Address::new(&address).ok().map(|_| address)
}

/// Takes over an address and a DOI: the address as it stands if it may be opened, else that of the DOI.
pub(super) fn put_address(
    reference: &mut Reference,
    key: &'static str,
    url: Option<&str>,
    doi: Option<String>,
    slips: &mut Vec<Slip>,
) {
    let url = url.and_then(one_line);
    // As its address has it, so that it is known again by that.
    let doi = doi.or_else(|| url.as_deref().and_then(doi_of));
    reference.doi = doi.as_deref().and_then(address_of).as_deref().and_then(doi_of);
    let resolved = || reference.doi.as_deref().and_then(address_of);
    reference.url = match url {
        None => resolved(),
        Some(url) => match fit_address(&url) {
            Ok(url) => Some(url),
            // The same page by its other name.
            Err(_) if doi_of(&url).is_some() => resolved(),
            Err(why) => {
                slips.push(Slip::AddressUnfit { key, written: excerpt(&url), why });
                resolved()
            }
        },
    };
}

/// An address that may be opened. The scheme is written in small letters, which says the same.
pub(super) fn fit_address(url: &str) -> Result<String, crate::text::address::AddressError> {
    let is_secure = url.get(..8).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"));
    let url = if is_secure { format!("https://{}", &url[8..]) } else { url.to_owned() };
    Address::new(&url).map(|_| url)
}

/// A date that is written in words or otherwise, if there is no doubt which one is meant.
pub(super) fn certain_date(text: &str) -> Option<String> {
    let text = text.trim();
    // The time of a day is finer than the format goes.
    let day = text.get(..10).filter(|_| text.get(10..11).is_some_and(|next| next.eq_ignore_ascii_case("t")));
    let text = day.filter(|day| When::parse(day).is_ok()).unwrap_or(text);
    if When::parse(text).is_ok() {
        return Some(text.to_owned());
    }
    // Which century is meant by two digits is not certain.
    let has_year = text.as_bytes().split(|byte| !byte.is_ascii_digit()).any(|digits| digits.len() == 4);
    match guess_date(text) {
        Some(DateGuess::One(date)) if has_year => Some(date).filter(|date| When::parse(date).is_ok()),
        _ => None,
    }
}

/// What to do about a date that is not certain.
pub(super) fn date_hint(text: &str) -> String {
    guess_date(text)
        .map_or_else(|| "write it in the dossier, as in 2025-11-27".to_owned(), |guess| guess.hint())
}

/// A date if it is one day, on which something can have been read.
pub(super) fn one_day(date: String, slips: &mut Vec<Slip>) -> Option<String> {
    let is_day = When::parse(&date).is_ok_and(|when| {
        when.first().is_some() && when.precision() == Precision::Day && when.shape() == DateShape::Within
    });
    if !is_day {
        slips.push(Slip::NotADay { written: date });
        return None;
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_is_one_however_it_is_written() {
        for text in [
            "10.1000/x(y)",
            " doi:10.1000/x(y)",
            "DOI: 10.1000/x(y)",
            "https://doi.org/10.1000/x(y)",
            "http://dx.doi.org/10.1000/x(y)",
        ] {
            assert_eq!(doi(text).as_deref(), Some("10.1000/x(y)"), "{text}");
        }
        for none in ["", "10", "10.1000", "see 10.1000/x", "10.1000/x y", "https://example.org/10.1000/x"] {
            assert_eq!(doi(none), None, "{none}");
        }
        assert_eq!(address_of("10.1000/<a>#b").as_deref(), Some("https://doi.org/10.1000/%3Ca%3E%23b"));
    }

    #[test]
    fn an_address_that_may_not_be_opened_is_said_and_not_changed() {
        let read = |url: &str, doi: Option<&str>| {
            let (mut reference, mut slips) = (Reference::default(), Vec::new());
            put_address(&mut reference, "url", Some(url), doi.map(str::to_owned), &mut slips);
            (reference.url, slips.len())
        };
        assert_eq!(read("https://a.org/", None), (Some("https://a.org/".to_owned()), 0));
        assert_eq!(read("HTTPS://a.org/", None), (Some("https://a.org/".to_owned()), 0));
        assert_eq!(read("http://a.org/", None), (None, 1));
        assert_eq!(read("http://a.org/", Some("10.1/x")), (Some("https://doi.org/10.1/x".to_owned()), 1));
        assert_eq!(read("http://dx.doi.org/10.1/x", None), (Some("https://doi.org/10.1/x".to_owned()), 0));
        assert_eq!(read("javascript:alert(1)", None), (None, 1));
        let encoded = Some("https://doi.org/10.1/%3Ca%3E".to_owned());
        assert_eq!(read("http://a.org/", Some("10.1/<a>")), (encoded, 1));
        assert_eq!(read("http://a.org/", Some("10.1/a%")), (None, 1));
    }

    #[test]
    fn only_certain_dates_are_taken() {
        for (text, date) in [
            ("2025-11-27", "2025-11-27"),
            ("2025-11-27T08:00:00Z", "2025-11-27"),
            ("27 November 2025", "2025-11-27"),
            ("[2025-11-27..]", "[2025-11-27..]"),
            ("2024/2025", "2024/2025"),
        ] {
            assert_eq!(certain_date(text).as_deref(), Some(date), "{text}");
        }
        for unclear in ["", "01/02/2025", "27.11.25", "soon", "in press", "2025-21"] {
            assert_eq!(certain_date(unclear), None, "{unclear}");
        }
    }
}
