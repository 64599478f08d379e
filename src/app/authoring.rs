//! Writing into the dossier: what the author begins, what is asked of the edge of the program, and what has come of it.

use super::App;
use super::reload::Reload;
use crate::edit::{Plan, Refused, Undo};
use crate::protocol::authoring::Home;

/// What has come of a change of the dossier's files.
#[derive(Clone, Debug)]
pub enum Written {
    /// It is made.
    Done(Box<Plan>),
    /// It is not, and why.
    Refused(Refused),
}

/// What was written since the program was started.
#[derive(Clone, Debug, Default)]
pub(super) struct Authoring {
    /// What the open dossier is.
    home: Home,
    /// What takes changes back, the last one at the end.
    done: Vec<Undo>,
    /// Why the last change was not made.
    refused: Option<Refused>,
}

impl App {
    /// Says what the open dossier is, for an author.
    pub fn set_home(&mut self, home: Home) {
        self.authoring.home = home;
    }

    /// What the open dossier is, for an author.
    pub(super) fn home(&self) -> Home {
        self.authoring.home
    }

    /// Takes in the dossier as it was written, or says why it was not.
    pub(super) fn take_in_written(&mut self, written: Written) {
        match written {
            Written::Done(plan) => {
                let Plan { loaded, undo, .. } = *plan;
                self.authoring.done.push(undo);
                self.reload(Reload::Read(Box::new(loaded)));
                self.refresh_overlay();
            }
            Written::Refused(why) => self.authoring.refused = Some(why),
        }
    }
}
