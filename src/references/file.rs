//! A file of a reference manager: which format it is in, by what stands in it, and its entries.

use crate::load::{MARK, not_utf8};

use super::entry::{Entry, Unreadable};
use super::lines::{Lines, Position};
use super::{bibtex, csl};

/// What reference managers write and this reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// CSL-JSON.
    CslJson,
    /// BibTeX or BibLaTeX.
    Bibtex,
}

/// The entries of a file with this name, in their order.
///
/// # Errors
///
/// Fails if it is in no format that is read, or as a whole is not what its format says.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Vec<Entry>, Unreadable> {
    let text = text(name, bytes)?;
    match format(&text) {
        Ok(Format::CslJson) => csl::read(&text),
        Ok(Format::Bibtex) => Ok(bibtex::read(&text)),
        Err((message, hint)) => Err(Unreadable {
            at: Position { line: 1, column: 1 },
            message: message.to_owned(),
            hint: hint.to_owned(),
        }),
    }
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Unreadable> {
    let (text, fault) = not_utf8(bytes, name);
    match fault {
        None => Ok(text.strip_prefix(MARK).map(str::to_owned).unwrap_or(text)),
        Some((at, message, hint)) => Err(Unreadable { at: Lines::new(&text).position(at), message, hint }),
    }
}

/// What a text is, or what it is instead and what to do.
fn format(text: &str) -> Result<Format, (&'static str, &'static str)> {
    const EXPORT: &str = "export it as CSL-JSON or BibTeX";
    let start = text.trim_start();
    if start.is_empty() {
        return Err(("it is empty", EXPORT));
    }
    if start.starts_with(['[', '{']) {
        return Ok(Format::CslJson);
    }
    if bibtex::has_entries(text) {
        return Ok(Format::Bibtex);
    }
    Err(match start {
        _ if start.starts_with("TY  -") => ("it is RIS", EXPORT),
        _ if start.starts_with('<') => ("it is XML or HTML", EXPORT),
        _ if start.starts_with('%')
            && start[1..].starts_with(|c: char| c.is_ascii_uppercase() || c == '0') =>
        {
            ("it seems to be EndNote's or Refer's", EXPORT)
        }
        _ if start.starts_with("---") => ("it seems to be YAML", EXPORT),
        _ => ("it is neither CSL-JSON nor BibTeX", EXPORT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_what_stands_in_it() {
        for json in ["[]", "\n {\"items\": []}"] {
            assert_eq!(format(json), Ok(Format::CslJson), "{json}");
        }
        for bib in ["@book{a,}", "% made by hand\n\n@Misc {b, title = {x}}", "words\n@string{a = {b}}\n"] {
            assert_eq!(format(bib), Ok(Format::Bibtex), "{bib}");
        }
        for other in
            ["", "  \n", "TY  - JOUR\nER  - \n", "<xml/>", "%0 Journal Article", "a@b.org {x}", "a,b\n1,2\n"]
        {
            assert!(format(other).is_err(), "{other}");
        }
    }

    #[test]
    fn another_encoding_is_named() {
        let bytes = b"@book{a,\n title = {Br\xfccke}, publisher = {Fl\xfcsse}}".to_vec();
        let error = read("refs.bib", bytes).unwrap_err();
        assert_eq!(error.at, Position { line: 2, column: 13 });
        assert!(error.message.contains("UTF-8"), "{error}");
        let marked = read("refs.json", "\u{feff}[]".as_bytes().to_vec());
        assert_eq!(marked, Ok(Vec::new()));
    }
}
