//! The browser: the platform's own opener is given an address and nothing else, never through a shell, with nothing that
//! could disturb the screen.

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::incoming::Incoming;
use super::repeat::{Asked, Latest};
use crate::dossier::Ref;
use crate::protocol::effect::Outcome;
use crate::text::address::Address;

/// An opener that fails within this time has opened nothing, and the next is tried; one still running has.
const FAIL_FAST: Duration = Duration::from_secs(5);

/// Opens addresses, each only once however long the key is held.
pub(super) struct Browser {
    main: Sender<Incoming>,
    latest: Arc<Mutex<Latest<Address>>>,
}

impl Browser {
    /// A browser that reports to main.
    pub(super) fn new(main: Sender<Incoming>) -> Self {
        Self { main, latest: Arc::new(Mutex::new(Latest::new(FAIL_FAST))) }
    }

    /// Asks for an address to be opened, and reports what came of it. On a thread of its own, which also waits for the end
    /// of what it started: no key waits, and no process is left behind.
    pub(super) fn browse(&self, address: Address, of: Ref) {
        let asked = lock(&self.latest).ask(&address, Instant::now());
        let repeated = match asked {
            Asked::New => None,
            Asked::UnderWay => Some(Outcome::AlreadyBrowsing(address.clone())),
            // Two sources may have the same address.
            Asked::Done(Outcome::NotBrowsed(..)) => Some(Outcome::NotBrowsed(address.clone(), of.clone())),
            Asked::Done(outcome) => Some(outcome),
        };
        if let Some(outcome) = repeated {
            let _ = self.main.send(Incoming::Outcome(outcome));
            return;
        }
        let (main, latest) = (self.main.clone(), Arc::clone(&self.latest));
        let not_browsed = Outcome::NotBrowsed(address.clone(), of);
        let failed = not_browsed.clone();
        let asked_for = address.clone();
        let browse = move || {
            // A closed channel means main has exited.
            let report = |outcome| drop(main.send(Incoming::Outcome(outcome)));
            if can_show(|name| std::env::var_os(name)) {
                for command in open::commands(address.as_str()) {
                    let since = Instant::now();
                    let Ok(mut opener) = start(command) else { continue };
                    report(Outcome::Browsing(address.clone()));
                    let is_well = opener.wait().is_ok_and(|status| status.success());
                    if is_well || since.elapsed() >= FAIL_FAST {
                        lock(&latest).done(&address, Outcome::Browsing(address.clone()));
                        return;
                    }
                }
            }
            lock(&latest).done(&address, not_browsed.clone());
            report(not_browsed);
        };
        if thread::Builder::new().name("browse".into()).spawn(browse).is_err() {
            lock(&self.latest).done(&asked_for, failed.clone());
            let _ = self.main.send(Incoming::Outcome(failed));
        }
    }
}

fn lock(latest: &Mutex<Latest<Address>>) -> MutexGuard<'_, Latest<Address>> {
    latest.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts an opener that neither reads keys nor writes on the screen, and that the terminal's signals do not reach.
fn start(mut command: Command) -> io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// Whether there can be a browser to see: not without a display, nor on the far side of SSH, where it would open on a
/// screen that nobody looks at. `BROWSER` overrides this.
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
