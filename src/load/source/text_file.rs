//! A file of the dossier as text.

use unicode_normalization::UnicodeNormalization as _;

use crate::load::report::problem::quoted;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::encoding::{self, Binary, Encoding, Guess};
use crate::load::source::files::{Files, ReadError};
use crate::load::syntax::suggest::nearest;

/// The byte order mark.
pub(crate) const MARK: &str = "\u{feff}";

/// What an article is called that came through a pipe without a name: plain text, and Markdown.
pub(crate) const STREAMS: [&str; 2] = ["stdin.txt", "stdin.md"];

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
    /// The byte of the text at which the error is, if it is in the text.
    pub(crate) within: Option<usize>,
    /// It is a file of an office program.
    pub(crate) is_office: bool,
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
        let path = name.rsplit(['/', '\\']).next().filter(|last| last.len() < name.len());
        let meant = (self.missing || path.is_some()).then(|| {
            let mut names = files.list();
            names.sort_unstable();
            meant_name(name, path, &names)
        });
        let meant = meant.flatten();
        let message = format!("the {what} {} cannot be read: {}", quoted(name), self.message);
        (at, message, meant.unwrap_or(self.hint))
    }
}

/// What to write for the name of a file that is not there; `path` is what it ends with, if it is a path. None if no other is like it.
fn meant_name(name: &str, path: Option<&str>, names: &[String]) -> Option<String> {
    let is_there = |wanted: &str| names.iter().find(|other| *other == wanted);
    let composed = |name: &str| name.nfc().collect::<String>();
    if let Some(last) = path.and_then(is_there) {
        return Some(format!("write its name alone: {}", quoted(last)));
    }
    let twin = names.iter().find(|other| *other != name && composed(other) == composed(name));
    if twin.is_some() {
        let hint = "a file there looks the same, but its letters with marks are composed differently in its name, as some \
                    systems do: rename it, typing the name anew";
        return Some(hint.to_owned());
    }
    let name = path.unwrap_or(name);
    let small = name.to_lowercase();
    let alike = names.iter().find(|other| other.to_lowercase() == small);
    // An ending twice or not at all, and what a browser adds to a file's second copy.
    let stem = |name: &str| {
        let name = name.to_lowercase();
        let end = name.find(['.', '(']).filter(|end| *end > 0).unwrap_or(name.len());
        name[..end].trim_end().to_owned()
    };
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let fits = |other: &&String| {
        stem(other) == stem(name)
            && (ending(name).is_none() || ending(other) == ending(name) || ending(other).is_none())
    };
    let meant = alike.or_else(|| names.iter().find(fits)).map(String::as_str);
    let meant = meant.or_else(|| nearest(name, names.iter().map(String::as_str)));
    meant.map(|meant| format!("did you mean {}?", quoted(meant)))
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
            let message = error.to_string();
            (String::new(), Some(TextFileError { missing, within: None, is_office: false, message, hint }))
        }
    };
    let whole = fault.is_none();
    (TextFile { name: name.to_owned(), marked, text, whole }, fault)
}

/// The text of a file that is no part of a dossier, and if it is not UTF-8 where, what it seems to be and what to do. The text is
/// then what stands before that place.
pub(crate) fn not_utf8(bytes: Vec<u8>, name: &str) -> (String, Option<(usize, String, String)>) {
    let (text, fault) = decode(bytes, name);
    (text, fault.map(|fault| (fault.within.unwrap_or(0), fault.message, fault.hint)))
}

fn decode(bytes: Vec<u8>, name: &str) -> (String, Option<TextFileError>) {
    let fault = |within: usize, message: String, hint: String| TextFileError {
        missing: false,
        within: Some(within),
        is_office: false,
        message,
        hint,
    };
    let guess = encoding::guess(&bytes);
    match guess {
        Some(Guess::Binary(Binary { name, hint, is_office })) => {
            let fault = fault(0, format!("this is {name}"), hint.to_owned());
            return (String::new(), Some(TextFileError { is_office, ..fault }));
        }
        // Where it has NUL bytes it would pass for UTF-8, and nothing of it is worth being shown.
        Some(Guess::Encoding(found)) if found.iconv.starts_with("UTF-") => {
            let message = format!("it is not UTF-8 but {}", found.name);
            return (String::new(), Some(fault(0, message, conversion(found, name))));
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
            (text, Some(fault(offset, message, hint)))
        }
    }
}

/// How to make UTF-8 of a file in another encoding: a line for a shell, and what that comes to for who has none. The line
/// replaces nothing: run in another folder it would find another file of that name.
fn conversion(Encoding { iconv, .. }: Encoding, name: &str) -> String {
    if STREAMS.contains(&name) {
        return format!("send it through: iconv -f {iconv} -t UTF-8");
    }
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
    let is_plain = name.chars().all(is_plain) && !name.starts_with('-');
    let quoted = |name: String| if is_plain { name } else { format!("'./{}'", name.replace('\'', r"'\''")) };
    let (from, to) = (quoted(name.to_owned()), quoted(format!("{name}.utf8")));
    format!(
        "save it as UTF-8, or run in its folder: iconv -f {iconv} -t UTF-8 {from} > {to}, and put that in its place"
    )
}
