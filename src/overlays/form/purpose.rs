//! What a form is for.

use crate::dossier::{Id, Ref};

/// What a form is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// The marked words name an actor that is not there yet.
    Actor,
    /// They name an actor that is.
    Alias,
    /// They assert something.
    Claim,
    /// They say when something happened.
    Event,
    /// Something is left out beside them.
    Gap,
    /// They say what an actor does in the story.
    Role,
    /// The assessment of this claim.
    Assess(Id),
    /// What the sources say of this claim.
    Note(Id),
    /// What is written of this.
    Edit(Ref),
    /// A source for this.
    SourceOf(Ref),
    /// A source that is not there yet, for the form that asks for one.
    NewSource,
    /// This becomes a stop of the tour.
    Stop(Ref),
}
