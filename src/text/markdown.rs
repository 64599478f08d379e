//! Writes other people's text as part of our Markdown, for CommonMark and for GitHub's Markdown, which also links bare
//! addresses.

use std::ops::Range;

use super::address::{Address, SCHEME};

/// How the addresses in a text are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Addresses {
    /// Web addresses that may be opened, and mail addresses, are links to themselves.
    Linked,
    /// Nothing is a link: this stands within one, or may not be opened.
    Plain,
}

/// A text whose every character is itself in Markdown, at the beginning of a line or of a list's item or within one.
/// Only what is necessary is escaped, since the Markdown may also be read as it is. A line break is a blank.
pub fn escaped(text: &str, addresses: Addresses) -> String {
    escaped_with(text, "", addresses)
}

/// The same, with these characters marked too wherever they stand: ASCII punctuation may always be.
pub fn escaped_with(text: &str, also: &str, addresses: Addresses) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let indent = text.len() - text.trim_start().len();
    let mut end = 0;
    for address in find_addresses(text, addresses) {
        match address {
            FoundAddress::Link(link) => {
                push_words(text, indent, end..link.start, also, &mut escaped);
                push_link(&text[link.clone()], also, &mut escaped);
                end = link.end;
            }
            // GitHub looks for mail addresses in the text that a backslash leaves; only markup parts it. A comment shows
            // nothing.
            FoundAddress::Mail(at) => {
                push_words(text, indent, end..at, also, &mut escaped);
                escaped.push_str("<!-- -->");
                end = at;
            }
        }
    }
    push_words(text, indent, end..text.len(), also, &mut escaped);
    escaped
}

/// An address as a link to itself.
pub fn link(address: &Address) -> String {
    let mut link = String::with_capacity(address.as_str().len() + 2);
    push_link(address.as_str(), "$", &mut link);
    link
}

/// An address as the destination of a link, to stand in round brackets.
pub fn destination(address: &Address) -> String {
    let mut destination = String::with_capacity(address.as_str().len() + 2);
    push_destination(address.as_str(), &mut destination);
    destination
}

/// Writes an address as a link to itself. Readers disagree on whether a character reference is one between angle
/// brackets alone (GitHub decodes it, CommonMark does not), so such an address is written with its words and its
/// destination: there all of them decode it.
fn push_link(address: &str, also: &str, link: &mut String) {
    let has_entity = address.match_indices('&').any(|(place, _)| is_entity(&address[place + 1..]));
    if !has_entity {
        link.push('<');
        link.push_str(address);
        link.push('>');
        return;
    }
    // `![` would begin an image.
    if link.ends_with('!') && !also.contains('!') {
        link.pop();
        link.push_str("\\!");
    }
    link.push('[');
    link.push_str(&escaped_with(address, also, Addresses::Plain));
    link.push_str("](");
    push_destination(address, link);
    link.push(')');
}

fn push_destination(address: &str, destination: &mut String) {
    destination.push('<');
    for (place, one) in address.char_indices() {
        destination.push(one);
        if one == '&' && is_entity(&address[place + 1..]) {
            destination.push_str("amp;");
        }
    }
    destination.push('>');
}

/// Writes a part of a text, without links. The text begins with so many bytes of white space.
fn push_words(text: &str, indent: usize, part: Range<usize>, also: &str, escaped: &mut String) {
    for (place, one) in text[part.clone()].char_indices() {
        let place = part.start + place;
        let (before, rest) = (&text[..place], &text[place + one.len_utf8()..]);
        let special = match one {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' => true,
            // What would be a character by its name or number.
            '&' => is_entity(rest),
            '#' | '+' | '-' | '=' => place <= indent,
            // What would number a list, or be a bare address.
            '.' => numbers_list(&text[indent..], place.checked_sub(indent)) || ends_www(before),
            ')' => numbers_list(&text[indent..], place.checked_sub(indent)),
            ':' => rest.starts_with("//") && SCHEMES.iter().any(|scheme| ends_in_word(before, scheme)),
            _ => false,
        };
        if special || also.contains(one) {
            escaped.push('\\');
        }
        escaped.push(if one == '\n' { ' ' } else { one });
    }
}

/// The schemes GitHub links without being asked.
const SCHEMES: [&str; 3] = ["http", "https", "ftp"];

fn ends_www(before: &str) -> bool {
    ends_in_word(before, "www")
}

/// Whether a text ends in this word, whatever its capitals.
fn ends_in_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word))
        && !text[..start].ends_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether an ampersand before this would begin a character by its name or number.
fn is_entity(rest: &str) -> bool {
    /// `&CounterClockwiseContourIntegral;`, the longest name.
    const LONGEST: usize = 32;
    let end = rest.bytes().take(LONGEST).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'));
    end.is_some_and(|end| end > 0 && rest.as_bytes()[end] == b';')
}

/// Whether the dot or bracket at this place of a text without its indent would number a list.
fn numbers_list(text: &str, place: Option<usize>) -> bool {
    /// Numbers with more digits number nothing.
    const DIGITS: usize = 9;
    place.is_some_and(|place| {
        (1..=DIGITS).contains(&place)
            && text.as_bytes()[..place].iter().all(u8::is_ascii_digit)
            && text[place + 1..].chars().next().is_none_or(char::is_whitespace)
    })
}

/// An address in a text.
enum FoundAddress {
    /// One that is written as a link to itself.
    Link(Range<usize>),
    /// The `@` of what GitHub would make a link, and we do not.
    Mail(usize),
}

/// The addresses in a text, in its order.
fn find_addresses(text: &str, addresses: Addresses) -> Vec<FoundAddress> {
    let is_linked = addresses == Addresses::Linked;
    let mut found = Vec::new();
    let mut end = 0;
    // Up to here no web address begins: each candidate is parsed once, whatever it contains.
    let mut parsed = 0;
    for (place, one) in text.char_indices().filter(|(_, one)| matches!(one, 'h' | '@')) {
        if place < end {
            continue;
        }
        let link = if one == '@' {
            let Some((mail, can_link)) = mail(text, place).filter(|(mail, _)| mail.start >= end) else {
                continue;
            };
            if !(is_linked && can_link) {
                found.push(FoundAddress::Mail(place));
                continue;
            }
            mail
        } else {
            let begins = is_linked
                && place >= parsed
                && text[place..].starts_with(SCHEME)
                && !text[..place].ends_with(|c: char| c.is_ascii_alphabetic());
            if !begins {
                continue;
            }
            let candidate = candidate(&text[place..]);
            parsed = place + candidate.len();
            let address = without_punctuation(candidate);
            if Address::new(address).is_err() {
                continue;
            }
            place..place + address.len()
        };
        end = link.end;
        found.push(FoundAddress::Link(link));
    }
    found
}

/// What may be the web address that a text begins with, and the punctuation after it.
fn candidate(text: &str) -> &str {
    let is_over = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}[]".contains(c);
    &text[..text.find(is_over).unwrap_or(text.len())]
}

/// An address without the punctuation after it. A bracket that is not opened within it closes one around it.
fn without_punctuation(candidate: &str) -> &str {
    let opened = candidate.matches('(').count();
    let mut closed = candidate.matches(')').count();
    let mut address = candidate;
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if closed > opened => closed -= 1,
            _ if "?!.,:;*_~'“”„‘’‚»«›‹…".contains(last) => {}
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

/// The longest label of a domain that a mail address in a link may have, in bytes.
const LABEL: usize = 63;

/// What GitHub takes for the mail address around this `@`, and whether it can be written as a link: GitHub lets a domain
/// have underscores, which no link can have.
fn mail(text: &str, at: usize) -> Option<(Range<usize>, bool)> {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b".+-_".contains(byte);
    let start = at - text.as_bytes()[..at].iter().rev().take_while(|byte| is_of_name(byte)).count();
    let after = &text[at + 1..];
    let of_mail =
        |with_underscores| domain(after, with_underscores).map(|domain| (domain, at + 1 + domain.len()));
    let (found, end) = of_mail(false).or_else(|| of_mail(true)).filter(|_| start < at)?;
    let can_link = found.split('.').all(|label| {
        let is_fit = !label.contains('_') && !label.starts_with('-') && !label.ends_with('-');
        is_fit && (1..=LABEL).contains(&label.len())
    });
    Some((start..end, can_link))
}

/// The domain a text begins with; it has a dot and ends in a letter.
fn domain(text: &str, with_underscores: bool) -> Option<&str> {
    let bytes = text.as_bytes();
    let is_of_it = |place: usize, byte: u8| match byte {
        b'.' => bytes.get(place + 1).is_some_and(u8::is_ascii_alphanumeric),
        b'_' => with_underscores,
        _ => byte.is_ascii_alphanumeric() || byte == b'-',
    };
    let length = bytes.iter().enumerate().take_while(|(place, byte)| is_of_it(*place, **byte)).count();
    // The dot after `www` is marked, and GitHub takes what stands before a mark for the whole of a domain.
    let marked = text[..length].match_indices('.').map(|(dot, _)| dot).find(|dot| ends_www(&text[..*dot]));
    [Some(length), marked].into_iter().flatten().find_map(|end| {
        let domain = text[..end].trim_end_matches(['-', '_']);
        let is_one = domain.contains('.') && domain.ends_with(|c: char| c.is_ascii_alphabetic());
        is_one.then_some(domain)
    })
}

#[cfg(test)]
mod tests;
