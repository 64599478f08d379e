//! Signals, on a thread of their own.

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::{io, thread};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::event_loop::Incoming;
use super::state::Keeper;
use super::terminal::{GRACE, Terminal};

/// Ends the process on a deadly signal, with the terminal given back; tells main of the others.
pub(super) fn watch(
    terminal: &Arc<Terminal>,
    keeper: &Arc<Keeper>,
    sender: Sender<Incoming>,
) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH])?;
    let (terminal, keeper) = (Arc::clone(terminal), Arc::clone(keeper));
    let listen = move || {
        for signal in signals.forever() {
            // If main no longer listens, the process is about to end.
            let _ = match signal {
                SIGWINCH => sender.send(Incoming::Resized),
                SIGTSTP => sender.send(Incoming::Suspended),
                SIGCONT => sender.send(Incoming::Continued),
                deadly => {
                    end_by(deadly, &terminal, &keeper);
                    Ok(())
                }
            };
        }
    };
    thread::Builder::new().name("signals".into()).spawn(listen).map(drop)
}

/// Gives the terminal back, writes down where one was and dies of `signal`, so that the parent sees what ended us. Main
/// is not asked: it may be stuck in a write that no terminal takes. Nor is a disk waited for that does not answer.
pub(super) fn end_by(signal: i32, terminal: &Arc<Terminal>, keeper: &Arc<Keeper>) {
    terminal.leave_for_good();
    let (done, wait) = mpsc::channel();
    let keeper = Arc::clone(keeper);
    let save = move || {
        keeper.save();
        let _ = done.send(());
    };
    if thread::Builder::new().name("save".into()).spawn(save).is_ok() {
        let _ = wait.recv_timeout(GRACE);
    }
    if emulate_default_handler(signal).is_err() {
        std::process::exit(128 + signal);
    }
}

/// Stops the process until it is continued, as the shell expects of Ctrl+Z. The terminal must be given back before.
pub(super) fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}
