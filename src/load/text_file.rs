//! A file of the dossier as text.

use super::files::{Files, ReadError};
use super::nearest::suggestion;
use super::problem::quoted;
use super::report::At;
use super::toml::Found;

/// A file's name and its text, without a byte order mark.
pub(crate) struct TextFile {
    pub(crate) name: String,
    /// Of a file that is not UTF-8, what comes before the fault.
    pub(crate) text: String,
}

/// Why a file cannot be read as text.
pub(crate) struct Fault {
    /// There is no such file.
    pub(crate) missing: bool,
    /// The byte of the text at which it is at fault.
    pub(crate) offset: usize,
    pub(crate) message: String,
    pub(crate) hint: &'static str,
}

impl Fault {
    /// What to say of a file that is named in `dossier.toml` as the dossier's `what` and read as number `file`: the
    /// place, the message and the hint.
    pub(crate) fn told_of(
        self,
        what: &str,
        files: &dyn Files,
        named: &Found<String>,
        file: usize,
    ) -> (At, String, String) {
        let name = &named.value;
        // Inside the file where the fault is in it; otherwise where it is named.
        let at = if self.offset > 0 { At { file, offset: self.offset } } else { named.at };
        let meant = self.missing.then(|| {
            let mut names = files.list();
            names.sort_unstable();
            suggestion(name, names.iter().map(String::as_str), || self.hint.to_owned())
        });
        let message = format!("the {what} {} cannot be read: {}", quoted(name), self.message);
        (at, message, meant.unwrap_or_else(|| self.hint.to_owned()))
    }
}

/// Reads a file; what could be read of it is there to locate the fault in.
pub(crate) fn read_text(files: &dyn Files, name: &str, limit: u64) -> (TextFile, Option<Fault>) {
    let (text, fault) = match files.read(name, limit) {
        Ok(bytes) => decode(bytes),
        Err(error) => {
            let missing = matches!(error, ReadError::Missing);
            let hint = error.hint();
            (String::new(), Some(Fault { missing, offset: 0, message: error.to_string(), hint }))
        }
    };
    (TextFile { name: name.to_owned(), text }, fault)
}

fn decode(bytes: Vec<u8>) -> (String, Option<Fault>) {
    const MARK: &str = "\u{feff}";
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
            let message = "it is not UTF-8 from here on".to_owned();
            (text, Some(Fault { missing: false, offset, message, hint: "save it as UTF-8" }))
        }
    }
}
