//! The browser: the platform's own opener is given an address and nothing else, never through a shell, with nothing that
//! could disturb the screen.

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::incoming::Incoming;
use crate::dossier::Ref;
use crate::text::address::Address;
use crate::ui::effect::Outcome;

/// An opener that ends badly within so long has opened nothing, and the next is tried; one that is still there has.
const SOON: Duration = Duration::from_secs(5);

/// A key that is held repeats at least this often: the same address again within so long is no wish of its own.
const HELD: Duration = Duration::from_secs(1);

/// Opens addresses, each once however long the key is held.
pub(super) struct Browser {
    main: Sender<Incoming>,
    last: Arc<Mutex<Option<Last>>>,
}

/// What was asked for last.
struct Last {
    address: Address,
    /// When it was first asked for.
    since: Instant,
    /// When it was last asked for.
    at: Instant,
    /// Whether it is not known yet if an opener took it.
    is_open: bool,
}

impl Last {
    /// Whether it is too early to ask again.
    fn is_too_early(&self, now: Instant) -> bool {
        now.duration_since(self.at) < HELD || self.is_open && now.duration_since(self.since) < SOON
    }
}

impl Browser {
    /// A browser that reports to main.
    pub(super) fn new(main: Sender<Incoming>) -> Self {
        Self { main, last: Arc::default() }
    }

    /// Asks for an address to be opened, and reports what came of it. On a thread of its own, which also waits for the end
    /// of what it started: no key waits, and no process is left behind.
    pub(super) fn browse(&self, address: Address, of: Ref) -> io::Result<()> {
        let now = Instant::now();
        {
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(last) = last.as_mut().filter(|last| last.address == address)
                && last.is_too_early(now)
            {
                last.at = now;
                let _ = self.main.send(Incoming::Outcome(Outcome::AlreadyBrowsing(address)));
                return Ok(());
            }
            *last = Some(Last { address: address.clone(), since: now, at: now, is_open: true });
        }
        let (main, last) = (self.main.clone(), Arc::clone(&self.last));
        let browse = move || {
            // Whoever does not listen any more has ended.
            let report = |outcome| drop(main.send(Incoming::Outcome(outcome)));
            let settle = |is_opened: bool| {
                let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
                match last.as_mut().filter(|last| last.address == address) {
                    Some(last) if is_opened => last.is_open = false,
                    // It may be tried again at once: nothing was opened.
                    Some(_) => *last = None,
                    None => {}
                }
            };
            if can_show(|name| std::env::var_os(name)) {
                for command in open::commands(address.as_str()) {
                    let since = Instant::now();
                    let Ok(mut opener) = start(command) else { continue };
                    report(Outcome::Browsing(address.clone()));
                    let is_well = opener.wait().is_ok_and(|status| status.success());
                    if is_well || since.elapsed() >= SOON {
                        settle(true);
                        return;
                    }
                }
            }
            settle(false);
            report(Outcome::NotBrowsed(address, of));
        };
        thread::Builder::new().name("browse".into()).spawn(browse).map(drop)
    }
}

/// Starts an opener that neither reads keys nor writes on the screen, and that the terminal's signals do not reach.
fn start(mut command: Command) -> io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Whether there can be a browser to see: not without a display, nor on the far side of SSH, where it would open on a
/// screen that nobody looks at. Whoever names one in `BROWSER` knows better.
fn can_show(environment: impl Fn(&str) -> Option<OsString>) -> bool {
    let has =
        |names: &[&str]| names.iter().any(|name| environment(name).is_some_and(|value| !value.is_empty()));
    let needs_display = cfg!(all(unix, not(target_os = "macos")));
    let is_far = has(&["SSH_CONNECTION", "SSH_TTY"]);
    let is_seen = !needs_display || has(&["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"]);
    has(&["BROWSER"]) || is_seen && !is_far
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_browser_needs_a_screen_that_somebody_looks_at() {
        let shows = |set: &[(&str, &str)]| {
            can_show(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
            })
        };
        assert!(!shows(&[]) && !shows(&[("DISPLAY", "")]));
        assert!(shows(&[("DISPLAY", ":0")]) && shows(&[("WAYLAND_DISPLAY", "wayland-0")]));
        assert!(!shows(&[("DISPLAY", "localhost:10.0"), ("SSH_CONNECTION", "a 1 b 22")]));
        assert!(shows(&[("BROWSER", "firefox"), ("SSH_CONNECTION", "a 1 b 22")]));
    }
}
