//! Notices that the terminal was closed when no signal says so.
//!
//! The kernel sends SIGHUP to the session's leader only. A leader that ignores it, or a wrapper that outlives its
//! terminal (`ssh -t host task`), passes nothing on, and crossterm would read an ended terminal for ever, at the cost
//! of a whole core (crossterm issue 793).

use std::sync::Arc;
use std::{io, thread};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::saver::StateSaver;
use super::signals;
use super::terminal::Terminal;

/// Asking for no event still reports these, and sleeps through everything else.
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR);

/// Whether standard output has hung up. A write that fails because of it may be noticed before the signal.
pub(super) fn is_gone() -> bool {
    let stdout = io::stdout();
    let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
    poll(&mut watched, Some(&Timespec::default())).is_ok() && watched[0].revents().intersects(GONE)
}

/// Ends the process as SIGHUP would, once standard output hangs up.
pub(super) fn watch(terminal: &Arc<Terminal>, saver: &Arc<StateSaver>) -> io::Result<()> {
    let (terminal, saver) = (Arc::clone(terminal), Arc::clone(saver));
    let wait = move || {
        let stdout = io::stdout();

        loop {
            let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_) if watched[0].revents().intersects(GONE) => signals::end_by(SIGHUP, &terminal, &saver),
                Err(Errno::INTR) => {}
                // Where terminals cannot be polled, the signal has to do.
                _ => return,
            }
        }
    };
    thread::Builder::new().name("hangup".into()).spawn(wait).map(drop)
}
