//! The terminal's bytes, and silence.

use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

/// What keys are read from.
#[derive(Debug)]
pub(super) enum Keyboard {
    /// Standard input, if it is a terminal.
    Stdin(io::Stdin),
    /// The terminal that controls the process, else.
    Terminal(File),
}

impl Keyboard {
    /// The terminal that crossterm puts into raw mode.
    ///
    /// # Errors
    ///
    /// Those of opening the terminal, if standard input is not one.
    pub(super) fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Ok(Self::Stdin(stdin));
        }
        // Its other name cannot be polled there.
        #[cfg(target_os = "macos")]
        let path = {
            let name = rustix::termios::ttyname(io::stdout(), Vec::new())?.into_bytes();
            std::path::PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(name))
        };
        #[cfg(not(target_os = "macos"))]
        let path = "/dev/tty";
        File::options().read(true).write(true).open(path).map(Self::Terminal)
    }

    /// The terminal, if it is not standard input.
    pub(super) fn into_file(self) -> Option<File> {
        match self {
            Self::Stdin(_) => None,
            Self::Terminal(file) => Some(file),
        }
    }

    /// Lets bytes through as they are: no lines, no echo, no signals.
    pub(super) fn force_raw(&self) -> io::Result<()> {
        let mut modes = tcgetattr(self)?;
        modes.make_raw();
        Ok(tcsetattr(self, OptionalActions::Now, &modes)?)
    }

    /// Waits until something can be read, forever if there is no timeout; returns whether something can. Bytes that
    /// came in time are not missed, however late this thread is woken: the system looks once more before it reports a
    /// timeout.
    ///
    /// # Errors
    ///
    /// Those of polling a terminal.
    pub(super) fn wait(&self, timeout: Option<Duration>) -> io::Result<bool> {
        let timeout = timeout.map(Timespec::try_from).transpose().map_err(io::Error::other)?;
        loop {
            let mut watched = [PollFd::new(self, PollFlags::IN)];
            match poll(&mut watched, timeout.as_ref()) {
                // A hang-up or an error shows in reading.
                Ok(count) => return Ok(count > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Reads what is there.
    ///
    /// # Errors
    ///
    /// Those of reading; [`io::ErrorKind::UnexpectedEof`] if the terminal was closed.
    pub(super) fn read<'b>(&self, buffer: &'b mut [u8]) -> io::Result<&'b [u8]> {
        match rustix::io::read(self, &mut *buffer) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => Ok(&buffer[..length]),
            // Interrupted, or another process reads too and was quicker.
            Err(Errno::INTR | Errno::AGAIN) => Ok(&[]),
            Err(error) => Err(error.into()),
        }
    }
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }
}
