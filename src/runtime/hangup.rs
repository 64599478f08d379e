//! Notices that the terminal was closed when no signal says so.
//!
//! The kernel sends SIGHUP to the session's leader only. A leader that ignores it, or a wrapper that outlives its
//! terminal (`ssh -t host task`), passes nothing on, and crossterm would read an ended terminal for ever, at the cost
//! of a whole core (crossterm issue 793).

use std::sync::Arc;
use std::{io, thread};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::signals;
use super::terminal::Terminal;

/// Ends the process as SIGHUP would, once standard output hangs up.
pub(super) fn watch(terminal: &Arc<Terminal>) -> io::Result<()> {
    let terminal = Arc::clone(terminal);
    let wait = move || {
        let stdout = io::stdout();
        // Asking for no event still reports these, and sleeps through everything else.
        let gone = PollFlags::HUP | PollFlags::ERR;
        loop {
            let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_) if watched[0].revents().intersects(gone) => signals::end_by(SIGHUP, &terminal),
                Err(Errno::INTR) => {}
                // Where terminals cannot be polled, the signal has to do.
                _ => return,
            }
        }
    };
    thread::Builder::new().name("hangup".into()).spawn(wait).map(drop)
}
