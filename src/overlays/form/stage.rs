//! What keys mean in a form just now: they are typed, or answer a question.

use crate::edit::Refused;
use crate::edit::doubts::Doubt;
use crate::protocol::effect::FilePlace;
use crate::protocol::refusal;

/// What keys mean just now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Stage {
    /// Fields take them.
    Typing,
    /// What is to become of what was typed?
    Asks {
        /// Whether the program is to be quit, not only the form.
        quits: bool,
    },
    /// There is something to consider before it is written.
    Doubts(Vec<Doubt>),
    /// It was not written, and why.
    Refused(Refused),
}

impl Stage {
    /// Where to look for what kept it from being written.
    pub(super) fn place(&self) -> Option<FilePlace> {
        match self {
            Self::Refused(why) => refusal::place(why),
            _ => None,
        }
    }

    /// Whether Enter means that an open editor is no obstacle.
    pub(super) fn is_despite_editor(&self) -> bool {
        matches!(self, Self::Refused(Refused::OpenElsewhere { .. }))
    }
}
