//! What an update asks of the world, and what became of it. Plain data; only `runtime` carries it out.

use crate::dossier::Ref;

/// Something only the edge of the program can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Read the dossier again.
    Reload,
    /// Ask the terminal to tell what the mouse does, or no longer.
    Mouse(bool),
    /// Give the terminal back and stop until the shell continues us (Ctrl+Z).
    Suspend,
    /// Set the terminal up as at the start and draw everything: something else has written on it (Ctrl+L).
    Redraw,
    /// Ask the terminal to put a text on the clipboard.
    Copy {
        /// What to put there; at most [`MOST_COPIED`] bytes.
        text: String,
        /// What it is, for the reader.
        what: String,
    },
    /// Ask the platform to open an address in a browser.
    Browse {
        /// Where to.
        address: Address,
        /// Whose address it is.
        of: Ref,
    },
}

/// What became of an effect that can turn out one way or the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The terminal was asked to copy this. It does not answer.
    Copied(String),
    /// The platform was asked to open this.
    Browsing(Address),
    /// There is nothing that could open the address of this.
    NotBrowsed(Address, Ref),
}

/// The most bytes that are copied: with them an OSC 52 sequence has 100,000, which terminals take. What is longer some cut
/// off and some ignore.
pub const MOST_COPIED: usize = 74_994;

/// An https address that may be handed to another program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address(Box<str>);

impl Address {
    /// The address, if it is one of https. No other scheme is ever opened: a file, a script or a program's own may do
    /// anything.
    pub fn new(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://")?;
        let begins = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
        let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'`<>\\^{|}".contains(c);
        (begins && !rest.contains(odd)).then(|| Self(text.into()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_is_an_address_to_open() {
        for good in
            ["https://a.org", "https://a.org/b?c=d&e=(f)#:~:text=g%20h", "https://ä.de/é", "https://[::1]/"]
        {
            assert_eq!(Address::new(good).map(|address| address.as_str().to_owned()), Some(good.to_owned()));
        }
        let bad = [
            "",
            "https://",
            "http://a.org",
            "HTTPS://a.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "-x",
            "https://-x",
            "https:///a",
            "https://a.org/ b",
            "https://a.org/\u{1b}]0;x",
            "https://a.org/\"&calc",
            " https://a.org",
        ];
        for bad in bad {
            assert_eq!(Address::new(bad), None, "{bad}");
        }
    }
}
