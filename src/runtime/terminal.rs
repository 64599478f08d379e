//! The terminal while it is ours: acquired, drawn on, and restored exactly as often as it was acquired.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;
use std::{mem, panic, process, thread};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{queue, terminal};
use ratatui::layout::Size;

use super::input;

/// How long a dying process waits for a terminal that takes no bytes (stopped by Ctrl+S, or a dead connection), or for a
/// disk.
pub(super) const GRACE: Duration = Duration::from_millis(500);

/// Buttons and the wheel, moves with a button down (by which words are marked), with positions as numbers. A terminal that
/// does not know the second does the first. crossterm's `EnableMouseCapture` asks for every movement, which is a flood of bytes
/// over a slow line, for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// What to assume when a terminal says it has no size, as serial lines and some containers do.
const FALLBACK_SIZE: Size = Size::new(80, 24);

/// The largest screen. `stty` can set any size, and two full 65535 × 65535 buffers would be fatal.
const MAX_SIZE: Size = Size::new(1000, 500);

/// The size to draw for.
pub(super) fn size() -> io::Result<Size> {
    terminal::size().map(|(width, height)| sensible(Size::new(width, height)))
}

fn sensible(reported: Size) -> Size {
    if reported.width == 0 || reported.height == 0 {
        return FALLBACK_SIZE;
    }
    Size::new(reported.width.min(MAX_SIZE.width), reported.height.min(MAX_SIZE.height))
}

/// The terminal, shared by everything that may have to restore it.
pub(super) struct Terminal {
    state: Mutex<State>,
    set_raw: fn(bool) -> io::Result<()>,
}

struct State {
    out: Box<dyn Write + Send>,
    /// In raw mode and on the alternate screen.
    held: bool,
    /// It reports the mouse while it is held.
    mouse: bool,
    /// It shows its cursor while it is held.
    cursor: bool,
}

impl Terminal {
    /// The terminal on standard output, untouched; `None` if there is none, or no terminal to read keys from.
    pub(super) fn of_process() -> Option<Arc<Self>> {
        let drawn_on = io::stdout().is_terminal();
        (drawn_on && input::is_available()).then(|| Arc::new(Self::new(Box::new(io::stdout()), set_raw)))
    }

    fn new(out: Box<dyn Write + Send>, set_raw: fn(bool) -> io::Result<()>) -> Self {
        Self { state: Mutex::new(State { out, held: false, mouse: false, cursor: false }), set_raw }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // After a panic, restoring undoes whatever was left half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Acquires the terminal: raw mode, alternate screen, no cursor, bracketed paste. A process that was stopped
    /// acquires it again, since the shell had it meanwhile.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut state = self.lock();
        state.held = true;
        (self.set_raw)(true)?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen)?;
        if state.cursor {
            queue!(bytes, Show)?;
        } else {
            queue!(bytes, Hide)?;
        }
        // Pasted letters are text, not commands. An old Windows console does not support it.
        let _ = queue!(bytes, EnableBracketedPaste);
        if state.mouse {
            bytes.extend_from_slice(MOUSE_ON);
        }
        state.send(&bytes)
    }

    /// Turns mouse reports on or off, now and whenever the terminal is acquired again.
    pub(super) fn mouse(&self, on: bool) -> io::Result<()> {
        let mut state = self.lock();
        if mem::replace(&mut state.mouse, on) == on || !state.held {
            return Ok(());
        }
        state.send(if on { MOUSE_ON } else { MOUSE_OFF })
    }

    /// Shows or hides the cursor, now and whenever the terminal is acquired again.
    pub(super) fn cursor(&self, on: bool) -> io::Result<()> {
        let mut state = self.lock();
        if mem::replace(&mut state.cursor, on) == on || !state.held {
            return Ok(());
        }
        let mut bytes = Vec::new();
        if on {
            queue!(bytes, Show)?;
        } else {
            queue!(bytes, Hide)?;
        }
        state.send(&bytes)
    }

    /// Writes a frame, in one piece. Does nothing while the terminal is not ours.
    pub(super) fn write(&self, frame: &[u8]) -> io::Result<()> {
        let mut state = self.lock();
        if state.held { state.send(frame) } else { Ok(()) }
    }

    /// Restores the terminal once the current frame is written. Does nothing if it is restored already.
    pub(super) fn leave(&self) -> io::Result<()> {
        self.leave_locked(&mut self.lock())
    }

    fn leave_locked(&self, state: &mut State) -> io::Result<()> {
        if !mem::take(&mut state.held) {
            return Ok(());
        }
        let mut bytes = Vec::new();
        if state.mouse {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        queue!(bytes, EndSynchronizedUpdate, SetAttribute(Attribute::Reset))?;
        let _ = queue!(bytes, DisableBracketedPaste);
        queue!(bytes, LeaveAlternateScreen, Show)?;
        let sent = state.send(&bytes);
        (self.set_raw)(false).and(sent)
    }

    /// Restores the terminal just before the process ends, from any thread and in any state: errors are ignored, and a
    /// terminal that takes no bytes is given up after a grace period.
    pub(super) fn restore_before_exit(self: &Arc<Self>) {
        // Needs neither the lock, which a stuck frame may hold, nor a terminal that takes bytes.
        let _ = (self.set_raw)(false);
        let (done, wait) = mpsc::channel();
        let terminal = Arc::clone(self);
        let restore = move || {
            let mut state = terminal.lock();
            let _ = terminal.leave_locked(&mut state);
            let _ = done.send(());
            // Never unlocked: main must not acquire the terminal again before the process ends.
            mem::forget(state);
        };
        if thread::Builder::new().name("restore".into()).spawn(restore).is_ok() {
            let _ = wait.recv_timeout(GRACE);
        } else if let Ok(mut state) = self.state.try_lock() {
            // No more threads are available. A terminal that takes no bytes then blocks the process until it does.
            let _ = self.leave_locked(&mut state);
            mem::forget(state);
        }
    }
}

impl State {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

/// Restores the terminal when dropped.
pub(super) struct TerminalGuard(Arc<Terminal>);

impl TerminalGuard {
    /// Acquires the terminal.
    pub(super) fn acquire(terminal: &Arc<Terminal>) -> io::Result<Self> {
        let guard = Self(Arc::clone(terminal));
        guard.0.enter()?;
        Ok(guard)
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        // The only error is a terminal that is gone, and then there is nothing to restore.
        let _ = self.0.leave();
    }
}

/// On a panic on any thread, restores the terminal first, so that the message appears on the normal screen, then ends
/// the process: main would wait forever for a thread that is gone.
pub(super) fn restore_on_panic(terminal: &Arc<Terminal>) {
    let terminal = Arc::clone(terminal);
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let _ = terminal.leave();
        previous(info);
        process::exit(101);
    }));
}

fn set_raw(on: bool) -> io::Result<()> {
    if !on {
        return terminal::disable_raw_mode();
    }
    terminal::enable_raw_mode()?;
    // After a stop crossterm believes that raw mode is still on and does nothing. Turning it off first would let a Ctrl+z
    // pressed meanwhile stop the rest of the job before us.
    #[cfg(unix)]
    input::force_raw()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps what is written, for all clones.
    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl Sink {
        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A terminal that takes no bytes, like one stopped by Ctrl+S, and says when it was offered some.
    struct Stuck(mpsc::Sender<()>);

    impl Write for Stuck {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            self.0.send(()).unwrap();
            loop {
                thread::park();
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn terminal(out: impl Write + Send + 'static) -> Arc<Terminal> {
        Arc::new(Terminal::new(Box::new(out), |_| Ok(())))
    }

    const ENTERED: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
    const ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
    const OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
    const LEFT: &str = "\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";

    #[test]
    fn what_is_taken_is_given_back_once() {
        let sink = Sink::default();
        let guard = TerminalGuard::acquire(&terminal(sink.clone())).unwrap();
        guard.0.leave().unwrap();
        drop(guard);
        assert_eq!(sink.text(), format!("{ENTERED}{LEFT}"));
    }

    #[test]
    fn an_untouched_terminal_is_left_alone() {
        let sink = Sink::default();
        terminal(sink.clone()).leave().unwrap();
        terminal(sink.clone()).restore_before_exit();
        assert_eq!(sink.text(), "");
    }

    #[test]
    fn nothing_is_drawn_once_it_is_given_back() {
        let sink = Sink::default();
        let terminal = terminal(sink.clone());
        terminal.write(b"early").unwrap();
        let guard = TerminalGuard::acquire(&terminal).unwrap();
        terminal.write(b"frame").unwrap();
        drop(guard);
        terminal.write(b"late").unwrap();
        assert_eq!(sink.text(), format!("{ENTERED}frame{LEFT}"));
    }

    #[test]
    fn the_mouse_is_asked_for_only_while_it_is_on_and_given_back() {
        let sink = Sink::default();
        let terminal = terminal(sink.clone());
        terminal.mouse(true).unwrap();
        assert_eq!(sink.text(), "", "it is not ours yet");
        terminal.enter().unwrap();
        terminal.mouse(true).unwrap();
        terminal.leave().unwrap();
        terminal.enter().unwrap();
        terminal.mouse(false).unwrap();
        terminal.mouse(false).unwrap();
        terminal.mouse(true).unwrap();
        terminal.restore_before_exit();
        let taken = format!("{ENTERED}{ON}{OFF}{LEFT}{ENTERED}{ON}{OFF}{ON}{OFF}{LEFT}");
        assert_eq!(sink.text(), taken);
    }

    #[test]
    fn the_cursor_is_shown_only_where_that_is_wanted() {
        let sink = Sink::default();
        let terminal = terminal(sink.clone());
        terminal.enter().unwrap();
        terminal.cursor(false).unwrap();
        terminal.cursor(true).unwrap();
        terminal.leave().unwrap();
        terminal.enter().unwrap();
        terminal.leave().unwrap();
        let again = ENTERED.replace("?25l", "?25h");
        assert_eq!(sink.text(), format!("{ENTERED}\x1b[?25h{LEFT}{again}{LEFT}"));
    }

    #[test]
    fn a_panic_gives_it_back() {
        let sink = Sink::default();
        let terminal = terminal(sink.clone());
        let panicked = thread::spawn(move || {
            let guard = TerminalGuard::acquire(&terminal).unwrap();
            guard.0.mouse(true).unwrap();
            // Not `panic!`: its message would stand among the test results.
            panic::resume_unwind(Box::new(()));
        });
        assert!(panicked.join().is_err());
        assert_eq!(sink.text(), format!("{ENTERED}{ON}{OFF}{LEFT}"));
    }

    #[test]
    fn a_terminal_that_takes_nothing_does_not_keep_the_process() {
        let (sender, stuck) = mpsc::channel();
        let terminal = terminal(Stuck(sender));
        let drawing = Arc::clone(&terminal);
        thread::spawn(move || drawing.enter());
        stuck.recv().unwrap();
        terminal.restore_before_exit();
    }

    #[test]
    fn sizes_are_sensible() {
        assert_eq!(sensible(Size::new(0, 0)), FALLBACK_SIZE);
        assert_eq!(sensible(Size::new(1, 1)), Size::new(1, 1));
        assert_eq!(sensible(Size::new(500, 200)), Size::new(500, 200));
        assert_eq!(sensible(Size::new(u16::MAX, u16::MAX)), MAX_SIZE);
    }
}
