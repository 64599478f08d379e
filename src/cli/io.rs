//! Standard input, output and error, and the exit code that follows from writing to them.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Write as _, stderr};
use std::path::Path;
use std::process::ExitCode;

use super::WRONG_USAGE;
use crate::load::{MOST_OF_STREAM, Memory, Problem, of_stream};
use crate::runtime::is_pipe;
use crate::text::sanitize::sanitize;

/// A path, fit to show in a line.
pub(super) fn shown(path: &Path) -> String {
    sanitize(&path.display().to_string()).replace('\n', " ")
}

/// Whether a path means standard input.
pub(super) fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-" || path == Path::new("/dev/stdin") && !path.is_file()
}

/// Whether what a path means comes once, from its beginning to its end, and cannot be written to or watched.
pub(super) fn is_stream(path: &Path) -> bool {
    is_input(path) || is_pipe(path)
}

/// Reads an article that comes through a pipe; more than an article may have is not read.
///
/// # Errors
///
/// Fails with a fatal problem where nothing comes.
pub(super) fn read_stream(path: &Path) -> Result<Memory, Box<Problem>> {
    let mut bytes = Vec::new();
    let read = if is_input(path) {
        let input = io::stdin();
        if input.is_terminal() {
            return Err(Box::new(Problem::of_path(
                path,
                "standard input is the terminal, and nothing is sent into it",
                "send an article into it: cat article.txt | fundstelle -",
            )));
        }
        input.lock().take(MOST_OF_STREAM).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|pipe| pipe.take(MOST_OF_STREAM).read_to_end(&mut bytes))
    };
    if let Err(error) = read {
        return Err(Box::new(Problem::of_path(
            path,
            &format!("it cannot be read: {}", error.kind()),
            "save the article in a file, and give its path",
        )));
    }
    Ok(of_stream(path.file_name().and_then(|name| name.to_str()), bytes))
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
