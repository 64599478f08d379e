//! Standard output and standard error, and the exit code that follows from writing to them.

use std::io::{self, Write as _, stderr};
use std::path::Path;
use std::process::ExitCode;

use super::WRONG_USAGE;
use crate::text::sanitize::sanitize;

/// A path, fit to show in a line.
pub(super) fn shown(path: &Path) -> String {
    sanitize(&path.display().to_string()).replace('\n', " ")
}

/// An error of a file with its name.
pub(super) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// Writes to standard output, all of it: what a buffer held back until the end would be lost without a word.
pub(super) fn print(text: &str) -> io::Result<()> {
    print_bytes(text.as_bytes())
}

/// The same for what need not be text.
pub(super) fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The exit code after writing something whole: a document, a picture, help. A reader who has gone (`| head`) has had
/// enough, so that nothing is said; but what they have is not all of it.
pub(super) fn written_whole(what: &str, written: io::Result<()>, earned: ExitCode) -> ExitCode {
    match written {
        Ok(()) => earned,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(WRONG_USAGE),
        Err(error) => {
            complain(&format!("fundstelle: {what} could not be written: {error}; give it another place"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// The exit code after reporting what was found out or done, which stays true when the reader has gone.
pub(super) fn reported(what: &str, written: io::Result<()>, earned: ExitCode) -> ExitCode {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => earned,
        written => written_whole(what, written, earned),
    }
}

/// To standard error; if that is gone there is nobody left to tell. Messages may repeat arguments, paths and what the
/// system says.
pub(super) fn complain(message: &str) {
    let _ = writeln!(stderr().lock(), "{}", sanitize(message));
}
