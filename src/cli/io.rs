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
/// enough, so there is no message; but the output is incomplete, and the code says so.
pub(super) fn exit_code_after_write(what: &str, written: io::Result<()>, exit_code: ExitCode) -> ExitCode {
    match written {
        Ok(()) => exit_code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(WRONG_USAGE),
        Err(error) => {
            print_error(&format!("fundstelle: {what} could not be written: {error}; give it another place"));
            ExitCode::from(WRONG_USAGE)
        }
    }
}

/// The exit code after reporting what was found out or done, which stays true when the reader has gone.
pub(super) fn exit_code_after_report(what: &str, written: io::Result<()>, exit_code: ExitCode) -> ExitCode {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => exit_code,
        written => exit_code_after_write(what, written, exit_code),
    }
}

/// Prints to standard error and ignores failure. Messages may contain arguments, paths and messages of the system.
pub(super) fn print_error(message: &str) {
    let _ = writeln!(stderr().lock(), "{}", sanitize(message));
}
