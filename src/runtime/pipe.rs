//! Pipes instead of files: what they are known by, and where answers come from while standard input is one.

use std::fs;
use std::io::{self, BufRead, IsTerminal as _};
use std::path::Path;

/// The terminal, by its name.
const TERMINAL: &str = if cfg!(windows) { "CONIN$" } else { "/dev/tty" };

/// Whether a path names something that gives its bytes once, from the first to the last: a FIFO, or the end of a pipe as
/// `/dev/stdin` and `/dev/fd/63` (which a shell writes for `<(…)`) are.
pub fn is_pipe(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        fs::metadata(path)
            .is_ok_and(|metadata| metadata.file_type().is_fifo() || metadata.file_type().is_socket())
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Where a person types: standard input where it is a terminal or `is_free`; else the terminal itself; nothing without one.
pub fn keyboard(is_free: bool) -> Box<dyn BufRead> {
    if is_free || io::stdin().is_terminal() {
        return Box::new(io::stdin().lock());
    }
    match fs::File::open(TERMINAL) {
        Ok(terminal) => Box::new(io::BufReader::new(terminal)),
        Err(_) => Box::new(io::empty()),
    }
}
