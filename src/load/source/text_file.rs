//! A file of the dossier as text.

use crate::load::report::problem::quoted;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::encoding::{self, Binary, Encoding, Guess};
use crate::load::source::files::{Files, ReadError};
use crate::load::syntax::suggest::suggest;

/// The byte order mark.
pub(crate) const MARK: &str = "\u{feff}";

/// A file's name and its text, without a byte order mark.
#[derive(Debug)]
pub(crate) struct TextFile {
    pub(crate) name: String,
    /// Whether it began with a byte order mark.
    pub(crate) marked: bool,
    /// The text; of a file that is not UTF-8, the part before the error.
    pub(crate) text: String,
    /// Whether the text is complete.
    pub(crate) whole: bool,
}

impl TextFile {
    /// A file that does not exist, to be named in reports.
    pub(crate) fn absent(name: &str) -> Self {
        Self { name: name.to_owned(), marked: false, text: String::new(), whole: false }
    }
}

/// Why a file cannot be read as text.
pub(crate) struct TextFileError {
    /// There is no such file.
    pub(crate) missing: bool,
    /// It is a ZIP file, as spreadsheets and texts of office programs are.
    pub(crate) is_zip: bool,
    /// The byte of the text at which the error is, if it is in the text.
    pub(crate) within: Option<usize>,
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl TextFileError {
    /// What to say of a file that is named in `dossier.toml` as the dossier's `what` and read as number `file`: the
    /// place, the message and the hint.
    pub(crate) fn describe(
        self,
        what: &str,
        files: &dyn Files,
        place: &Spanned<String>,
        file: usize,
    ) -> (Span, String, String) {
        let name = &place.value;
        // Inside the file where the fault is in it; otherwise where it is named.
        let at = self.within.map_or(place.at, |offset| Span::point(file, offset));
        let meant = self.missing.then(|| {
            let mut names = files.list();
            names.sort_unstable();
            suggest(name, names.iter().map(String::as_str), || self.hint.clone())
        });
        let message = format!("the {what} {} cannot be read: {}", quoted(name), self.message);
        (at, message, meant.unwrap_or(self.hint))
    }
}

/// Reads a file; what could be read of it is there to locate the fault in.
pub(crate) fn read_text(files: &dyn Files, name: &str, limit: u64) -> (TextFile, Option<TextFileError>) {
    let mut marked = false;
    let (text, fault) = match files.read(name, limit) {
        Ok(bytes) => {
            marked = bytes.starts_with(MARK.as_bytes());
            decode(bytes, name)
        }
        Err(error) => {
            let missing = matches!(error, ReadError::Missing);
            let hint = error.hint().to_owned();
            (
                String::new(),
                Some(TextFileError {
                    missing,
                    is_zip: false,
                    within: None,
                    message: error.to_string(),
                    hint,
                }),
            )
        }
    };
    let whole = fault.is_none();
    (TextFile { name: name.to_owned(), marked, text, whole }, fault)
}

fn decode(bytes: Vec<u8>, name: &str) -> (String, Option<TextFileError>) {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    let fault = |within: usize, message: String, hint: String| {
        Some(TextFileError { missing: false, is_zip, within: Some(within), message, hint })
    };
    let guess = encoding::guess(&bytes);
    match guess {
        Some(Guess::Binary(Binary { name, hint })) => {
            return (String::new(), fault(0, format!("this is {name}"), hint.to_owned()));
        }
        // Where it has NUL bytes it would pass for UTF-8, and nothing of it is worth being shown.
        Some(Guess::Encoding(found)) if found.iconv.starts_with("UTF-") => {
            let message = format!("it is not UTF-8 but {}", found.name);
            return (String::new(), fault(0, message, conversion(found, name)));
        }
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with(MARK) {
                text.drain(..MARK.len());
            }
            (text, None)
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..good]).trim_start_matches(MARK).to_owned();
            let offset = text.len();
            let (message, hint) = match guess {
                Some(Guess::Encoding(found)) => (
                    format!("it is not UTF-8 from here on; it seems to be {}", found.name),
                    conversion(found, name),
                ),
                _ => ("it is not UTF-8 from here on".to_owned(), "save it as UTF-8".to_owned()),
            };
            (text, fault(offset, message, hint))
        }
    }
}

/// How to make UTF-8 of a file in another encoding: a line for a shell, and what that comes to for who has none.
fn conversion(Encoding { iconv, .. }: Encoding, name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
    let is_plain = name.chars().all(is_plain) && !name.starts_with('-');
    let quoted = |name: String| if is_plain { name } else { format!("'./{}'", name.replace('\'', r"'\''")) };
    let (from, to) = (quoted(name.to_owned()), quoted(format!("{name}.utf8")));
    format!("save it as UTF-8, or run: iconv -f {iconv} -t UTF-8 {from} > {to} && mv {to} {from}")
}
