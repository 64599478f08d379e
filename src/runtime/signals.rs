//! Signals, on a thread of their own.

use std::os::unix::process::CommandExt as _;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::{io, thread};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::incoming::Incoming;
use super::saver::StateSaver;
use super::terminal::{GRACE, Terminal};

/// Signals that end the process by default, on every Unix.
///
/// Missing are those that cannot be handled: SIGKILL by anybody, SIGSEGV, SIGILL and SIGFPE not without `unsafe`, because
/// they stand for a fault at the very instruction that would go on. SIGBUS does too, but can be handled where another
/// process sent it; a fault of our own still ends the process at once, because the standard library's handler, which
/// comes first, restores the default. Likewise SIGABRT: the C library's own `abort` does not wait for handlers. SIGPIPE is
/// ignored by the standard library.
const FATAL: [Signal; 14] = [
    Signal::ABORT,
    Signal::ALARM,
    Signal::BUS,
    Signal::HUP,
    Signal::INT,
    Signal::PROF,
    Signal::QUIT,
    Signal::SYS,
    Signal::TERM,
    Signal::TRAP,
    Signal::USR1,
    Signal::USR2,
    Signal::VTALARM,
    Signal::XCPU,
];

/// Signals that are fatal on Linux only: SIGIO, SIGPWR, SIGSTKFLT and the real-time signals, less those that the C library
/// keeps for itself.
#[cfg(target_os = "linux")]
fn fatal_on_this_system() -> impl Iterator<Item = i32> {
    let first = if cfg!(target_env = "gnu") { 34 } else { 35 };
    #[cfg(not(any(target_arch = "mips", target_arch = "mips64", target_arch = "sparc64")))]
    let named = [Signal::IO, Signal::POWER, Signal::STKFLT];
    #[cfg(any(target_arch = "mips", target_arch = "mips64", target_arch = "sparc64"))]
    let named = [Signal::IO, Signal::POWER];
    named.into_iter().map(Signal::as_raw).chain(first..=64)
}

#[cfg(not(target_os = "linux"))]
fn fatal_on_this_system() -> impl Iterator<Item = i32> {
    std::iter::empty()
}

/// Whether the terminal is lent to another program, which then gets the keyboard's signals.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// The terminal is lent to another program, or ours again.
pub(super) fn lend(is_lent: bool) {
    IS_LENT.store(is_lent, Ordering::Release);
}

/// On a fatal signal, restores the terminal and ends the process; reports the others to main.
pub(super) fn watch(
    terminal: &Arc<Terminal>,
    saver: &Arc<StateSaver>,
    sender: Sender<Incoming>,
) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGTSTP, SIGWINCH])?;
    for signal in FATAL.into_iter().map(Signal::as_raw) {
        signals.add_signal(signal)?;
    }
    for signal in fatal_on_this_system() {
        // A system without one of these cannot send it either.
        let _ = signals.add_signal(signal);
    }
    let (terminal, saver) = (Arc::clone(terminal), Arc::clone(saver));
    let listen = move || {
        for signal in signals.forever() {
            // If main no longer listens, the process is about to end.
            let _ = match signal {
                // Of the keyboard's signals, what is meant for the editor is not for us; but the job stops as a whole.
                SIGINT | SIGQUIT if IS_LENT.load(Ordering::Acquire) => Ok(()),
                SIGTSTP if IS_LENT.load(Ordering::Acquire) => {
                    let _ = stop();
                    Ok(())
                }
                SIGWINCH => sender.send(Incoming::Resized),
                SIGTSTP => sender.send(Incoming::Suspended),
                SIGCONT => sender.send(Incoming::Continued),
                fatal => {
                    end_by(fatal, &terminal, &saver);
                    Ok(())
                }
            };
        }
    };
    thread::Builder::new().name("signals".into()).spawn(listen).map(drop)
}

/// Lets a write past the limit on file sizes (`ulimit -f`) fail, so that it is reported and cleaned up after; by default
/// SIGXFSZ ends the process in the middle of it.
pub fn report_file_size_limit() {
    // Any handler will do. Without one, the default is no worse than before.
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Restores the terminal, saves where the reader was, leaves the talk and dies of `signal`, so that the parent sees what ended
/// us. Main is not asked: it may be stuck in a write that no terminal takes. Nor does it wait for a disk that does not respond.
pub(super) fn end_by(signal: i32, terminal: &Arc<Terminal>, saver: &Arc<StateSaver>) {
    terminal.restore_before_exit();
    let (done, wait) = mpsc::channel();
    let on_thread = Arc::clone(saver);
    let save = move || {
        on_thread.end();
        let _ = done.send(());
    };
    if thread::Builder::new().name("save".into()).spawn(save).is_ok() {
        let _ = wait.recv_timeout(GRACE);
    } else {
        saver.end();
    }
    end_process_by(signal);
}

/// Ends the process as `signal` does by default.
fn end_process_by(signal: i32) -> ! {
    if FATAL.iter().any(|known| known.as_raw() == signal) {
        let _ = emulate_default_handler(signal);
    }
    // signal-hook does not know that the others are fatal, and the default action cannot be restored without `unsafe`. A
    // program started in our place has it: this is still our process, and our parent sees it die of the signal.
    let code = 128 + signal;
    let _ = Command::new("/bin/sh").args(["-c", &format!("kill -{signal} $$; exit {code}")]).exec();
    std::process::exit(code)
}

/// Whether Ctrl+Z can stop the job that we are part of. Not if our process group is that of the session's leader (`xterm -e`,
/// `ssh host`, the first process of a container): no shell put us in a job, so none would ever continue us, and the
/// kernel would not stop us either.
pub(super) fn is_job() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the whole job until it is continued, as a terminal does on Ctrl+Z: a shell that waits for `sh -c` or make
/// goes on only once these have stopped too. The terminal must be restored before.
pub(super) fn stop_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Stops this process until it is continued, as SIGTSTP asks of it. The terminal must be restored before.
pub(super) fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}
