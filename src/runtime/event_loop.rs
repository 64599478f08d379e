//! The event loop: everything waiting goes to the app, then one draw shows the result.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{io, mem};

use ratatui::layout::Size;

use super::authoring;
use super::browser::Browser;
use super::clipboard::Clipboard;
use super::editor::Editor;
use super::incoming::Incoming;
#[cfg(unix)]
use super::input::Gate;
use super::notes::NotesFile;
use super::preferences::PreferencesFile;
use super::saver::StateSaver;
use super::screen::Screen;
use super::seen::Seen;
#[cfg(unix)]
use super::signals;
use super::talk::{Heard, Link};
use super::terminal::{self, Terminal};
use super::tour_timer::TourTimer;
use super::watch::ReloadHandle;
use crate::app::{self, App, Message, Reload, Written};
use crate::edit::{Plan, Refused};
use crate::notes::Edited;
#[cfg(not(unix))]
use crate::protocol::effect::NotEdited;
use crate::protocol::effect::{EditTarget, Effect, Outcome};

/// While keys keep arriving, a frame is drawn at least this often.
const MAX_FRAME_GAP: Duration = Duration::from_millis(100);

/// After a key, background work may delay the next frame by at most this.
const FIRST_WORK_LIMIT: Duration = Duration::from_millis(10);

/// While background work runs, progress is drawn this often.
const WORK_LIMIT: Duration = Duration::from_millis(40);

/// The time, in milliseconds since 1970: the same in two processes.
fn since_1970() -> u64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(passed.as_millis()).unwrap_or(u64::MAX)
}

/// Whether the loop continues.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Continue,
    Quit,
}

/// The app, and the screen it is drawn on.
pub(super) struct EventLoop<'t> {
    terminal: &'t Arc<Terminal>,
    saver: &'t StateSaver,
    reload: &'t ReloadHandle,
    notes: Option<NotesFile>,
    clipboard: Clipboard,
    browser: Browser,
    app: App,
    screen: Screen,
    timer: TourTimer,
    /// What the dossier held when it was last open.
    seen: Seen,
    /// The other screen of the talk.
    link: Link,
    /// Where is kept what the reader chooses for all dossiers.
    preferences: Option<PreferencesFile>,
    /// Where the dossier is, if it is a file.
    path: Option<PathBuf>,
    /// Keeps keys for another program.
    #[cfg(unix)]
    keys: Arc<Gate>,
    /// The terminal's size and content must be treated as unknown.
    stale: bool,
    /// What the author was asked when it was last drawn.
    question: Option<u64>,
}

/// What the loop works with.
pub(super) struct LoopParts<'t> {
    pub(super) terminal: &'t Arc<Terminal>,
    pub(super) saver: &'t StateSaver,
    pub(super) reload: &'t ReloadHandle,
    /// The reader's notes, if they are kept.
    pub(super) notes: Option<NotesFile>,
    pub(super) seen: Seen,
    pub(super) link: Link,
    pub(super) preferences: Option<PreferencesFile>,
    /// Where the dossier is, if it is a file.
    pub(super) path: Option<PathBuf>,
    #[cfg(unix)]
    pub(super) keys: Arc<Gate>,
    /// Where clipboard and browser report to.
    pub(super) sender: Sender<Incoming>,
}

impl<'t> EventLoop<'t> {
    /// A loop for an app that was made for `size`.
    pub(super) fn new(parts: LoopParts<'t>, size: Size, app: App) -> Self {
        let LoopParts { terminal, saver, reload, notes, seen, link, preferences, path, sender, .. } = parts;
        Self {
            terminal,
            saver,
            reload,
            notes,
            clipboard: Clipboard::new(terminal, sender.clone()),
            browser: Browser::new(sender),
            app,
            screen: Screen::new(size),
            timer: TourTimer::default(),
            seen,
            link,
            preferences,
            path,
            #[cfg(unix)]
            keys: parts.keys,
            stale: false,
            question: None,
        }
    }

    /// Runs until the app asks to quit. Draws first, and then after everything that waits is handled; what the app has
    /// to do besides is done while nothing waits.
    pub(super) fn run(mut self, incoming: &Receiver<Incoming>) -> io::Result<()> {
        self.terminal.mouse(self.app.mouse())?;
        self.terminal.cursor(self.app.shows_cursor())?;
        loop {
            if self.update_size()? == Flow::Quit {
                return Ok(());
            }
            if self.share()? == Flow::Quit {
                return Ok(());
            }
            // So that a signal does not lose what the reader has seen.
            self.saver.record(|| self.app.bookmark());
            self.draw()?;
            // What is new is not for an audience, and may wait until the first frame is there.
            if !self.app.is_before_audience()
                && let Some(seen) = self.seen.compare()
            {
                if self.update(Message::LastSeen(seen))? == Flow::Quit {
                    return Ok(());
                }
                self.saver.record_holdings(self.seen.holdings(self.app.shared_dossier()));
                continue;
            }
            let mut next = if self.app.has_work() {
                incoming.try_recv().ok()
            } else {
                match self.wait(incoming) {
                    Ok(first) => Some(first),
                    Err(RecvTimeoutError::Timeout) => {
                        for message in self.timer.due(Instant::now()) {
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
            let work = if next.is_some() { FIRST_WORK_LIMIT } else { WORK_LIMIT };
            let since = Instant::now();
            while let Some(message) = next {
                if self.handle(message)? == Flow::Quit {
                    return Ok(());
                }
                // What was typed while a decision was written is not meant for the next question, so it goes before that is drawn.
                let is_unseen = self.app.question().is_some_and(|asked| self.question != Some(asked));
                next = if is_unseen || since.elapsed() < MAX_FRAME_GAP {
                    incoming.try_recv().ok()
                } else {
                    None
                };
            }
            if self.work(incoming, work)? == Flow::Quit {
                return Ok(());
            }
        }
    }

    /// Waits for what comes in; while the tour asks for a clock, no longer than until its next tick.
    fn wait(&mut self, incoming: &Receiver<Incoming>) -> Result<Incoming, RecvTimeoutError> {
        let now = Instant::now();
        self.timer.follow(self.app.is_tour_running(), self.app.pace(), now);
        match self.timer.wake() {
            Some(wake) => incoming.recv_timeout(wake.saturating_duration_since(now)),
            None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// Lets the app work for at most `longest`, or until a message arrives, which is handled.
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
        Ok(Flow::Continue)
    }

    fn handle(&mut self, incoming: Incoming) -> io::Result<Flow> {
        match incoming {
            Incoming::Input(message) if self.app.was_meant_for_another(self.question, &message) => {}
            Incoming::Input(message) => return self.update(message),
            Incoming::Reload(reload, at) => {
                let reload = self.reload.sifted(reload, at);
                let digest = at.digest.filter(|_| matches!(reload, Reload::Read(_)));
                let flow = self.update(Message::Reload(reload))?;
                self.keep_holdings(digest);
                return Ok(flow);
            }
            Incoming::Outcome(outcome) => return self.update(Message::Outcome(outcome)),
            Incoming::Companion(found) => {
                let heard = self.link.hear(found, since_1970());
                return self.take_in(heard);
            }
            Incoming::Resized => self.stale = true,
            #[cfg(unix)]
            Incoming::Suspended => self.suspend(signals::stop)?,
            #[cfg(unix)]
            Incoming::Continued => self.reacquire()?,
            Incoming::InputFailed(error) | Incoming::TerminalFailed(error) => return Err(error),
        }
        Ok(Flow::Continue)
    }

    fn update(&mut self, message: Message) -> io::Result<Flow> {
        for effect in app::update(&mut self.app, message) {
            match effect {
                Effect::Quit => {
                    // Keys before this one may have come in the same burst.
                    self.saver.record(|| self.app.bookmark());
                    return Ok(Flow::Quit);
                }
                #[cfg(unix)]
                Effect::Suspend if signals::is_job() => self.suspend(signals::stop_job)?,
                // No shell would resume the process.
                Effect::Suspend => {}
                Effect::Redraw => self.reacquire()?,
                Effect::Reload => self.reload.request(),
                Effect::Mouse(on) => self.terminal.mouse(on)?,
                Effect::Copy { text, what } => self.clipboard.copy(text, what)?,
                Effect::Browse { address, of } => self.browser.browse(address, of),
                Effect::Edit(target) => {
                    let outcome = self.edit(target)?;
                    if self.update(Message::Outcome(outcome))? == Flow::Quit {
                        return Ok(Flow::Quit);
                    }
                }
                Effect::Write { change, despite_editor } => {
                    if self.write(|dossier| authoring::write(dossier, &change, despite_editor))? == Flow::Quit
                    {
                        return Ok(Flow::Quit);
                    }
                }
                Effect::Revert { undo, despite_editor } => {
                    if self.write(|dossier| authoring::revert(dossier, &undo, despite_editor))? == Flow::Quit
                    {
                        return Ok(Flow::Quit);
                    }
                }
                Effect::EditNotes(edit) => {
                    // An app without a file asks for no edit.
                    let Some(notes) = &self.notes else { continue };
                    let outcome = match notes.edit(&edit) {
                        Ok(Edited { text, change }) => Outcome::NotesEdited { text, change },
                        Err(error) => Outcome::NotesNotWritten(error.to_string()),
                    };
                    if self.update(Message::Outcome(outcome))? == Flow::Quit {
                        return Ok(Flow::Quit);
                    }
                }
                Effect::Remember(preference) => {
                    if let Some(file) = &self.preferences {
                        file.remember(preference);
                    }
                }
                Effect::RestartClock => {
                    let now = since_1970();
                    let heard = self.link.restart(now);
                    self.set_clock(&heard, now);
                }
            }
        }
        Ok(Flow::Continue)
    }

    /// Changes the dossier's files, and shows what has come of it before anything else.
    fn write(&mut self, write: impl FnOnce(&Path) -> Result<Plan, Refused>) -> io::Result<Flow> {
        match self.reload.write(write) {
            Ok((plan, digest)) => {
                let flow = self.update(Message::Written(Written::Done(Box::new(plan))))?;
                self.keep_holdings(digest);
                Ok(flow)
            }
            Err(why) => self.update(Message::Written(Written::Refused(why))),
        }
    }

    /// What the dossier holds now is known to the reader, and not new the next time.
    fn keep_holdings(&mut self, digest: Option<u64>) {
        self.seen.reread(digest);
        self.saver.record_holdings(self.seen.holdings(self.app.shared_dossier()));
    }

    /// Tells the other screen of the talk what this one shows, if that has changed.
    fn share(&mut self) -> io::Result<Flow> {
        let heard = self.link.show(self.app.position(), since_1970());
        self.take_in(heard)
    }

    /// Follows the other screen of the talk.
    fn take_in(&mut self, heard: Heard) -> io::Result<Flow> {
        self.set_clock(&heard, since_1970());
        let follows = heard.messages.iter().any(|message| matches!(message, Message::Presented { .. }));
        for message in heard.messages {
            if self.update(message)? == Flow::Quit {
                return Ok(Flow::Quit);
            }
        }
        if follows {
            self.link.followed(self.app.position());
        }
        Ok(Flow::Continue)
    }

    fn set_clock(&mut self, heard: &Heard, now: u64) {
        if let Some(began) = heard.began {
            let now_here = Instant::now();
            let lasted = Duration::from_millis(now.saturating_sub(began));
            // A talk that began before the machine did is one of another clock.
            self.timer.begin(now_here.checked_sub(lasted).unwrap_or(now_here));
        }
    }

    /// Restores the terminal and stops the process until it is resumed.
    #[cfg(unix)]
    fn suspend(&mut self, stop: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.terminal.leave()?;
        self.saver.record(|| self.app.bookmark());
        self.saver.save();
        stop()?;
        // SIGCONT will say so too, and draw once more. But the first process of a container cannot be stopped and
        // comes here without it.
        self.reacquire()
    }

    /// Lends the terminal to the reader's editor, and reads the dossier again when that has ended.
    #[cfg(unix)]
    fn edit(&mut self, target: EditTarget) -> io::Result<Outcome> {
        let editor = match Editor::new(self.path.as_deref(), target) {
            Ok(editor) => editor,
            Err(failure) => return Ok(Outcome::NotEdited(failure)),
        };
        // It may be long before we are back.
        self.saver.record(|| self.app.bookmark());
        self.saver.save();
        self.keys.close();
        signals::lend(true);
        let left = self.terminal.leave();
        let outcome = left.map(|()| editor.run());
        signals::lend(false);
        self.reacquire()?;
        self.keys.open();
        self.reload.request();
        outcome
    }

    /// There its keys could not be kept from us.
    #[cfg(not(unix))]
    fn edit(&mut self, target: EditTarget) -> io::Result<Outcome> {
        let unsupported = NotEdited::Failed("VISUAL".to_owned(), io::ErrorKind::Unsupported.to_string());
        Ok(Outcome::NotEdited(Editor::new(self.path.as_deref(), target).err().unwrap_or(unsupported)))
    }

    /// Acquires the terminal again, as after a stop: others used it meanwhile, and its size may have changed.
    fn reacquire(&mut self) -> io::Result<()> {
        self.terminal.enter()?;
        self.stale = true;
        Ok(())
    }

    /// Updates the terminal's size if it may have changed; of several changes only the last counts. Even if the size
    /// is the same, everything is redrawn: a terminal that was narrower for a moment has lost the rest.
    fn update_size(&mut self) -> io::Result<Flow> {
        if !mem::take(&mut self.stale) {
            return Ok(Flow::Continue);
        }
        let size = terminal::size()?;
        let known = self.screen.size();
        self.screen = Screen::new(size);
        if size == known { Ok(Flow::Continue) } else { self.update(Message::Resize(size)) }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.question = self.app.question();
        self.screen.set_cursor(self.app.cursor());
        let frame = self.screen.frame(|buffer| app::view(&self.app, buffer))?;
        if frame.is_empty() { Ok(()) } else { self.terminal.write(frame) }
    }
}
