//! A program in a pseudo-terminal, and a terminal emulator that watches what it writes.
//!
//! Nothing here sleeps: every wait ends with what it waits for, or fails at a deadline and shows the screen.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid};

/// Far longer than anything takes, for machines that are busy with other things.
const DEADLINE: Duration = Duration::from_secs(20);

/// Columns and rows.
pub(crate) type Size = (u16, u16);

/// A running program and its terminal.
pub(crate) struct Session {
    terminal: Terminal,
    output: Receiver<Vec<u8>>,
    exited: Receiver<ExitStatus>,
    pid: Pid,
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

/// The side of the terminal that a terminal emulator holds. The kernel hangs up when the last of them is closed.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    modes_before: String,
}

/// What a program left behind.
pub(crate) struct End {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// Everything it ever wrote.
    pub(crate) bytes: Vec<u8>,
    /// What its terminal shows now.
    pub(crate) screen: vt100::Screen,
    /// The line discipline is as it was found.
    pub(crate) modes_restored: bool,
}

impl Session {
    /// Starts a program as the session's leader, with nothing in its environment that this machine decides.
    pub(crate) fn start(command: CommandBuilder, size: Size) -> Self {
        Self::start_keeping(command, size, "off")
    }

    /// The same, with where one leaves off kept in this folder.
    pub(crate) fn start_keeping(command: CommandBuilder, size: Size, folder: &str) -> Self {
        Self::start_with(command, size, folder, "off")
    }

    /// The same, with the settings of this file.
    pub(crate) fn start_with(mut command: CommandBuilder, size: Size, folder: &str, settings: &str) -> Self {
        for variable in
            ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "LINES", "RUST_BACKTRACE"]
        {
            command.env_remove(variable);
        }
        command.env("LANG", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("FUNDSTELLE_STATE", folder);
        command.env("FUNDSTELLE_CONFIG", settings);
        if command.get_env("FUNDSTELLE_NOTES").is_none() {
            command.env("FUNDSTELLE_NOTES", "off");
        }

        let pty = native_pty_system().openpty(pty_size(size)).expect("a pseudo-terminal");
        let modes_before = modes(&*pty.master);
        let mut child = pty.slave.spawn_command(command).expect("the program starts");
        // Held open here, the program's end would not show as the end of its output.
        drop(pty.slave);

        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut chunk = [0; 1 << 13];
            while let Ok(length @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..length].to_vec()).is_err() {
                    return;
                }
            }
        });

        let pid = child.process_id().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("a process id");
        let (sender, exited) = mpsc::channel();
        thread::spawn(move || child.wait().map(|status| sender.send(status)));

        let keys = pty.master.take_writer().expect("a writer");
        let screen = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        let terminal = Terminal { master: pty.master, keys, modes_before };
        Self { terminal, output, exited, pid, screen, bytes: Vec::new() }
    }

    /// The process that was started.
    pub(crate) fn pid(&self) -> Pid {
        self.pid
    }

    /// What the screen shows.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen, cell by cell.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Sends keys, as the bytes a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) {
        self.terminal.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.terminal.keys.flush().expect("the terminal takes keys");
    }

    /// Writes on the terminal as any other program may, and waits until it is there.
    pub(crate) fn write_from_elsewhere(&mut self, text: &str) {
        let path = self.terminal.master.tty_name().expect("the terminal has a name");
        let mut terminal = OpenOptions::new().write(true).open(path).expect("the terminal can be opened");
        let mark = self.written();
        terminal.write_all(text.as_bytes()).expect("the terminal takes bytes");
        self.wait_for_bytes(mark, text);
    }

    /// What each cell shows, and on which ground. A blank counts the same whether it was written or erased.
    pub(crate) fn cells(&self) -> Vec<(String, vt100::Color)> {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let places = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
        let cells = places.filter_map(|(row, column)| screen.cell(row, column));
        cells.map(|cell| (cell.contents().trim_end().to_owned(), cell.bgcolor())).collect()
    }

    /// Gives the terminal another size; the kernel tells the program.
    pub(crate) fn resize(&mut self, size: Size) {
        self.screen.screen_mut().set_size(cells(size.1), cells(size.0));
        self.terminal.master.resize(pty_size(size)).expect("the terminal takes a size");
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program still runs");
    }

    /// Waits until `seen` holds of this session.
    pub(crate) fn wait_until(&mut self, what: &str, seen: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !seen(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(chunk) => self.take(&chunk),
                Err(error) => panic!("{error} while waiting for {what}; the screen shows:\n{}", self.text()),
            }
        }
    }

    /// Waits until the screen shows this.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |session| session.text().contains(text));
    }

    /// Waits until these bytes have been written after the first `since`.
    pub(crate) fn wait_for_bytes(&mut self, since: usize, bytes: &str) {
        self.wait_until(&format!("{bytes:?}"), |session| find(&session.bytes[since..], bytes).is_some());
    }

    /// How many bytes the program has written so far.
    pub(crate) fn written(&self) -> usize {
        self.bytes.len()
    }

    /// How often these bytes were written after the first `since`.
    pub(crate) fn count(&self, since: usize, bytes: &str) -> usize {
        self.bytes[since..].windows(bytes.len()).filter(|window| *window == bytes.as_bytes()).count()
    }

    /// Takes what is written while `time` passes.
    pub(crate) fn watch(&mut self, time: Duration) {
        let deadline = Instant::now() + time;
        while let Ok(chunk) = self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            self.take(&chunk);
        }
    }

    /// Waits until the program is stopped, as by Ctrl+Z in a shell.
    pub(crate) fn wait_for_stop(&self) {
        let pid = self.pid;
        let (sender, stopped) = mpsc::channel();
        thread::spawn(move || {
            let status =
                waitid(WaitId::Pid(pid), WaitIdOptions::STOPPED).expect("the program can be waited for");
            let _ = sender.send(status.is_some_and(|status| status.stopped()));
        });
        assert_eq!(stopped.recv_timeout(DEADLINE), Ok(true), "the program stops");
    }

    /// Waits for the end, and for the last byte.
    pub(crate) fn end(mut self) -> End {
        let deadline = Instant::now() + DEADLINE;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(chunk) => self.take(&chunk),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(error) => panic!("{error} while waiting for the end; the screen shows:\n{}", self.text()),
            }
        }
        let status = self.exited.recv_timeout(DEADLINE).expect("the program ends with its output");
        let modes_restored = modes(&*self.terminal.master) == self.terminal.modes_before;
        End { status, bytes: self.bytes, screen: self.screen.screen().clone(), modes_restored }
    }

    /// Closes the terminal under the program, and waits for its end. The key must change the screen: the reading thread
    /// holds the terminal open until it has something to tell and finds that nobody listens.
    pub(crate) fn hang_up(mut self, key: &str) -> ExitStatus {
        self.output = mpsc::channel().1;
        self.press(key);
        drop(self.terminal);
        self.exited.recv_timeout(DEADLINE).unwrap_or_else(|_| {
            let _ = kill_process_group(self.pid, Signal::KILL);
            panic!("the program outlives its terminal");
        })
    }

    fn take(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
        self.screen.process(chunk);
    }
}

impl End {
    /// The terminal is as a shell expects it.
    pub(crate) fn assert_whole(&self) {
        let mut wrong = String::new();
        for (broken, what) in [
            (self.screen.alternate_screen(), "the alternate screen is left on"),
            (self.screen.hide_cursor(), "the cursor is left hidden"),
            (self.screen.bracketed_paste(), "bracketed paste is left on"),
            (
                self.screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
                "the mouse is left captured",
            ),
            (!self.modes_restored, "the line discipline is left raw"),
            (find(&self.bytes, "\x1b[6n").is_some(), "the cursor's position was asked for"),
        ] {
            if broken {
                let _ = writeln!(wrong, "{what}");
            }
        }
        assert!(wrong.is_empty(), "{wrong}{}", self.screen.contents());
    }
}

/// Where these bytes first stand.
pub(crate) fn find(bytes: &[u8], wanted: &str) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted.as_bytes())
}

fn pty_size((cols, rows): Size) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a terminal has cells")
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has modes"))
}
