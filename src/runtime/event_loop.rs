//! The loop: what came in goes to the app, and then one draw shows what became of it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use std::{io, mem};

use ratatui::layout::Size;

use super::browser::Browser;
use super::clipboard::Clipboard;
use super::incoming::Incoming;
use super::screen::Screen;
#[cfg(unix)]
use super::signals;
use super::state::Keeper;
use super::terminal::{self, Terminal};
use super::tour_timer::Pacer;
use super::watch::Reader;
use crate::app::{self, App, Message};
use crate::protocol::effect::Effect;

/// Keys that keep coming are shown at work at least this often.
const LONGEST_BLIND: Duration = Duration::from_millis(100);

/// After a key, work may keep the reader from seeing what became of it no longer than this.
const FIRST_WORK: Duration = Duration::from_millis(10);

/// While work goes on, the reader sees how far it is this often.
const WORK: Duration = Duration::from_millis(40);

/// Whether to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Quit,
}

/// The app, and the screen it is drawn on.
pub(super) struct EventLoop<'t> {
    terminal: &'t Arc<Terminal>,
    keeper: &'t Keeper,
    reader: &'t Reader,
    clipboard: Clipboard,
    browser: Browser,
    app: App,
    screen: Screen,
    pacer: Pacer,
    /// The terminal's size and content are to be taken for unknown.
    stale: bool,
}

impl<'t> EventLoop<'t> {
    /// A loop for an app that was made for `size`.
    pub(super) fn new(
        terminal: &'t Arc<Terminal>,
        keeper: &'t Keeper,
        (reader, sender): (&'t Reader, Sender<Incoming>),
        size: Size,
        app: App,
    ) -> Self {
        Self {
            terminal,
            keeper,
            reader,
            clipboard: Clipboard::new(terminal, sender.clone()),
            browser: Browser::new(sender),
            app,
            screen: Screen::new(size),
            pacer: Pacer::default(),
            stale: false,
        }
    }

    /// Runs until the app asks to quit. Draws first, and then after everything that waits is handled; what the app has
    /// to do besides is done while nothing waits.
    pub(super) fn run(mut self, incoming: &Receiver<Incoming>) -> io::Result<()> {
        self.terminal.mouse(self.app.mouse())?;
        loop {
            if self.refit()? == Flow::Quit {
                return Ok(());
            }
            // What a reader has seen is not lost by a signal.
            self.keeper.note(|| self.app.bookmark());
            self.draw()?;
            let mut next = if self.app.has_work() {
                incoming.try_recv().ok()
            } else {
                match self.wait(incoming) {
                    Ok(first) => Some(first),
                    Err(RecvTimeoutError::Timeout) => {
                        for message in self.pacer.due(Instant::now()) {
                            if self.update(message)? == Flow::Quit {
                                return Ok(());
                            }
                        }
                        continue;
                    }
                    // Input and signals hold a sender each for as long as the process lives.
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                }
            };
            let work = if next.is_some() { FIRST_WORK } else { WORK };
            let since = Instant::now();
            while let Some(message) = next {
                if self.handle(message)? == Flow::Quit {
                    return Ok(());
                }
                next = if since.elapsed() < LONGEST_BLIND { incoming.try_recv().ok() } else { None };
            }
            if self.work(incoming, work)? == Flow::Quit {
                return Ok(());
            }
        }
    }

    /// Waits for what comes in; while the tour asks for a clock, no longer than until its next tick.
    fn wait(&mut self, incoming: &Receiver<Incoming>) -> Result<Incoming, RecvTimeoutError> {
        let now = Instant::now();
        self.pacer.follow(self.app.is_briefing(), self.app.pace(), now);
        match self.pacer.wake() {
            Some(wake) => incoming.recv_timeout(wake.saturating_duration_since(now)),
            None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// Lets the app work for so long, or until something comes in, which is handled.
    fn work(&mut self, incoming: &Receiver<Incoming>, longest: Duration) -> io::Result<Flow> {
        let since = Instant::now();
        while self.app.has_work() && since.elapsed() < longest {
            match incoming.try_recv() {
                Ok(message) => return self.handle(message),
                Err(_) => {
                    if self.update(Message::Work)? == Flow::Quit {
                        return Ok(Flow::Quit);
                    }
                }
            }
        }
        Ok(Flow::On)
    }

    fn handle(&mut self, incoming: Incoming) -> io::Result<Flow> {
        match incoming {
            Incoming::Input(message) => return self.update(message),
            Incoming::Reload(reload) => return self.update(Message::Reload(reload)),
            Incoming::Outcome(outcome) => return self.update(Message::Outcome(outcome)),
            Incoming::Resized => self.stale = true,
            #[cfg(unix)]
            Incoming::Suspended => self.suspend(signals::stop)?,
            #[cfg(unix)]
            Incoming::Continued => self.take_again()?,
            Incoming::InputFailed(error) | Incoming::TerminalFailed(error) => return Err(error),
        }
        Ok(Flow::On)
    }

    fn update(&mut self, message: Message) -> io::Result<Flow> {
        for effect in app::update(&mut self.app, message) {
            match effect {
                Effect::Quit => {
                    // Keys before this one may have come in the same burst.
                    self.keeper.note(|| self.app.bookmark());
                    return Ok(Flow::Quit);
                }
                #[cfg(unix)]
                Effect::Suspend if signals::is_job() => self.suspend(signals::stop_job)?,
                // There is nobody to continue us.
                Effect::Suspend => {}
                Effect::Redraw => self.take_again()?,
                Effect::Reload => self.reader.ask(),
                Effect::Mouse(on) => self.terminal.mouse(on)?,
                Effect::Copy { text, what } => self.clipboard.copy(text, what)?,
                Effect::Browse { address, of } => self.browser.browse(address, of),
            }
        }
        Ok(Flow::On)
    }

    /// Gives the terminal back and stops until somebody continues us.
    #[cfg(unix)]
    fn suspend(&mut self, stop: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.terminal.leave()?;
        self.keeper.note(|| self.app.bookmark());
        self.keeper.save();
        stop()?;
        // SIGCONT will say so too, and draw once more. But the first process of a container cannot be stopped and
        // comes here without it.
        self.take_again()
    }

    /// Takes the terminal again, as after a stop: others had it or wrote on it meanwhile, and it may have another size.
    fn take_again(&mut self) -> io::Result<()> {
        self.terminal.enter()?;
        self.stale = true;
        Ok(())
    }

    /// Learns the terminal's size, if it may have another. However many there were, only the newest counts. Even if it
    /// is the old one all is drawn anew: a terminal that was narrow for a moment has forgotten the rest.
    fn refit(&mut self) -> io::Result<Flow> {
        if !mem::take(&mut self.stale) {
            return Ok(Flow::On);
        }
        let size = terminal::size()?;
        let known = self.screen.size();
        self.screen = Screen::new(size);
        if size == known { Ok(Flow::On) } else { self.update(Message::Resize(size)) }
    }

    fn draw(&mut self) -> io::Result<()> {
        let frame = self.screen.frame(|buffer| app::view(&self.app, buffer))?;
        if frame.is_empty() { Ok(()) } else { self.terminal.write(frame) }
    }
}
