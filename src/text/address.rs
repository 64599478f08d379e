//! Web addresses: the one rule for what a dossier may name, a document may link to and a browser is given.
//!
//! Only `https`, with a host, in the characters of RFC 3987 (RFC 3986 with other scripts). Anything else must be
//! percent-encoded by the author: guessing how a browser would read it is how addresses come to mean two things.

use std::fmt::Write as _;

use fluent_uri::Iri;
use fluent_uri::component::Host;
use unicode_normalization::char::is_combining_mark;

use super::sanitize::sanitize;

/// The one scheme. A file, a script or a program's own scheme may do anything.
pub const SCHEME: &str = "https://";

/// An https address that may be opened and linked to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address(Box<str>);

/// Why a text is no address that may be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AddressError {
    /// It does not begin with `https://`.
    #[error("is no https address")]
    NotHttps,
    /// Nothing stands where the host belongs.
    #[error("names no host")]
    NoHost,
    /// What stands where the host belongs is no name of one.
    #[error("names no valid host")]
    BadHost,
    /// A user name before the host, which makes one site look like another.
    #[error("has a user name before its host")]
    UserName,
    /// What follows the host's colon is no number from 1 to 65535.
    #[error("has no valid port")]
    BadPort,
    /// A percent sign that two hexadecimal digits do not follow.
    #[error("has a % without two hexadecimal digits after it")]
    BadPercent,
    /// A character that an address may only contain percent-encoded.
    #[error("contains {}, which an address may not", named(*.0))]
    Character(char),
}

impl AddressError {
    /// What to do about it.
    pub fn hint(self) -> String {
        match self {
            Self::NotHttps => "write an address that begins with https://".to_owned(),
            Self::NoHost | Self::BadHost => {
                "write the host after https://, as in https://example.org/page".to_owned()
            }
            Self::UserName => "leave out the @ and what stands before it; in a path write %40".to_owned(),
            Self::BadPort => "write a number from 1 to 65535 after the colon, or leave both out".to_owned(),
            Self::BadPercent => "write %25 for a percent sign".to_owned(),
            Self::Character(' ') => "write %20".to_owned(),
            Self::Character(c) => match encoded(c) {
                Some(encoded) => format!("write {encoded} instead, or leave it out"),
                None => "leave it out".to_owned(),
            },
        }
    }
}

impl Address {
    /// The address, if it may be opened.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let rest = text.strip_prefix(SCHEME).ok_or(AddressError::NotHttps)?;
        if rest.is_empty() || rest.starts_with(['/', '?', '#', ':']) {
            return Err(AddressError::NoHost);
        }
        // What is plain ASCII is seen.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        if let Some(c) = text.chars().filter(|_| !is_plain).find(|c| is_unseen(*c)) {
            return Err(AddressError::Character(c));
        }
        let iri = Iri::parse(text).map_err(|error| {
            let host_end = SCHEME.len() + rest.find(['/', '?', '#']).unwrap_or(rest.len());
            match text[error.index()..].chars().next() {
                Some('%') => AddressError::BadPercent,
                // An IPv6 address as a whole.
                Some(c) if !(rest.starts_with('[') && error.index() < host_end) => AddressError::Character(c),
                _ => AddressError::BadHost,
            }
        })?;
        let authority = iri.authority().ok_or(AddressError::NoHost)?;
        if authority.has_userinfo() {
            return Err(AddressError::UserName);
        }
        match authority.host_parsed() {
            Host::RegName(_) if !is_host_name(authority.host()) => return Err(AddressError::BadHost),
            Host::IpvFuture { .. } => return Err(AddressError::BadHost),
            _ => {}
        }
        if authority.has_port() && !matches!(authority.port_to_u16(), Ok(Some(1..))) {
            return Err(AddressError::BadPort);
        }
        Ok(Self(text.into()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Labels between dots, of letters, digits, hyphens and underscores or of another script's characters.
fn is_host_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    host.split('.').all(|label| {
        let is_fit =
            |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || !c.is_ascii() && is_of_word(c);
        !label.is_empty() && !label.starts_with('-') && label.chars().all(is_fit)
    })
}

/// Whether it is part of a word: a letter, a digit or a mark on one.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether a character cannot be seen where it stands, or stands for one that could not be shown: two addresses that
/// differ only in it look the same.
fn is_unseen(c: char) -> bool {
    // Nearly all of every address.
    if c.is_ascii_graphic() {
        return false;
    }
    let is_replaced = sanitize(c.encode_utf8(&mut [0; 4])) != *c.encode_utf8(&mut [0; 4]);
    let is_format = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}');
    is_replaced || is_format || c.is_whitespace() || is_picture(c) || c == char::REPLACEMENT_CHARACTER
}

/// Whether it is what [`sanitize`] shows for a control character.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2400}'..='\u{2421}')
}

/// A character for people, in any language: itself in quotation marks, or its number where it cannot be seen.
pub fn display_char(c: char) -> String {
    let meant = control(c).unwrap_or(c);
    if is_unseen(c) { format!("U+{:04X}", u32::from(meant)) } else { format!("\"{c}\"") }
}

/// A character as messages in English name it.
fn named(c: char) -> String {
    if c == ' ' { "a space".to_owned() } else { display_char(c) }
}

/// The control character that a character is, or is shown for.
fn control(c: char) -> Option<char> {
    match c {
        '\u{2421}' => Some('\u{7f}'),
        _ if is_picture(c) => char::from_u32(u32::from(c) - 0x2400),
        _ if c.is_control() => Some(c),
        _ => None,
    }
}

/// The character percent-encoded; none where it is not known which it was.
fn encoded(c: char) -> Option<String> {
    if c == char::REPLACEMENT_CHARACTER {
        return None;
    }
    let c = control(c).unwrap_or(c);
    let mut encoded = String::new();
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing into a string does not fail.
        let _ = write!(encoded, "%{byte:02X}");
    }
    Some(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_may_be_opened() {
        for good in [
            "https://a.org",
            "https://a.org/b?c=d&e=(f)#:~:text=g%20h",
            "https://ä.de/é",
            "https://हिन्दी.example/",
            "https://[::1]/",
            "https://127.0.0.1:8443/x",
            "https://a_b.example./",
            "https://en.wikipedia.org/wiki/Moore's_law",
            "https://a.org/~x/!$&'()*+,;=:@",
        ] {
            assert_eq!(Address::new(good).map(|address| address.as_str().to_owned()), Ok(good.to_owned()));
        }
    }

    #[test]
    fn what_is_wrong_with_an_address_is_said() {
        use AddressError::{BadHost, BadPercent, BadPort, Character, NoHost, NotHttps, UserName};
        for (bad, why) in [
            ("", NotHttps),
            ("http://a.org", NotHttps),
            ("HTTPS://a.org", NotHttps),
            ("file:///etc/passwd", NotHttps),
            ("javascript:alert(1)", NotHttps),
            ("-x", NotHttps),
            (" https://a.org", NotHttps),
            ("https://", NoHost),
            ("https:///etc/passwd", NoHost),
            ("https://?a", NoHost),
            ("https://:80/", NoHost),
            ("https://-x", BadHost),
            ("https://.", BadHost),
            ("https://a..b", BadHost),
            ("https://…/", BadHost),
            ("https://a'b/", BadHost),
            ("https://a%00b/", BadHost),
            ("https://[::x]/", BadHost),
            ("https://bank.example@evil.example/", UserName),
            ("https://a.org:0/", BadPort),
            ("https://a.org:/", BadPort),
            ("https://a.org:65536/", BadPort),
            ("https://a.org:8x/", Character('x')),
            ("https://a.org/100%", BadPercent),
            ("https://a.org/ b", Character(' ')),
            ("https://a.org/\u{1b}]0;x", Character('\u{1b}')),
            ("https://a.org/\u{241b}]0;x", Character('\u{241b}')),
            ("https://a.org/\"&calc", Character('"')),
            ("https://a.org/a|b", Character('|')),
            ("https://a.org\\@b.org", Character('\\')),
            ("https://a.org/{x}", Character('{')),
            ("https://a.org/a[b]", Character('[')),
            ("https://a.org/\u{200b}", Character('\u{200b}')),
            ("https://a.org/\u{202e}", Character('\u{202e}')),
            ("https://a\u{ad}.org/", Character('\u{ad}')),
        ] {
            assert_eq!(Address::new(bad).err(), Some(why), "{bad}");
        }
    }

    #[test]
    fn a_character_is_named_and_its_code_given() {
        let description = |c| (AddressError::Character(c).to_string(), AddressError::Character(c).hint());
        let expect = |what: &str, hint: &str| {
            (
                format!("contains {what}, which an address may not"),
                format!("write {hint} instead, or leave it out"),
            )
        };
        assert_eq!(description('|'), expect("\"|\"", "%7C"));
        assert_eq!(description('\u{241b}'), expect("U+001B", "%1B"));
        assert_eq!(description('\u{200b}'), expect("U+200B", "%E2%80%8B"));
        let space = ("contains a space, which an address may not".to_owned(), "write %20".to_owned());
        assert_eq!(description(' '), space);
    }

    proptest! {
        /// Whatever passes can stand between the angle brackets of Markdown and in an attribute of HTML.
        #[test]
        fn an_address_has_nothing_that_ends_it(rest in r#"[a-z.:@/?#%0-9<>"'\\^`{}|\[\] \u{1b}\u{200b}ä-]{0,24}"#) {
            if let Ok(address) = Address::new(&format!("{SCHEME}{rest}")) {
                let ends = |c: char| "<>\"\\^`{}|".contains(c) || c.is_whitespace() || is_unseen(c);
                prop_assert!(!address.as_str().contains(ends), "{}", address.as_str());
                prop_assert!(!rest.starts_with(['/', '?', '#']));
            }
        }
    }
}
