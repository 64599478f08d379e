//! What an author may want to write into the dossier, and where that would go.

/// What marked words, or the selection, are to become.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Intent {
    /// The marked words name an actor that is not there yet.
    Actor,
    /// They name an actor that is: another name, or a passage.
    Alias,
    /// They assert something.
    Claim,
    /// They say when something happened.
    Event,
    /// Something is left out beside them.
    Gap,
    /// They say what an actor does in the story.
    Role,
    /// A note of the reader's own on them.
    Annotate,
    /// They are copied as an anchor in TOML.
    CopyAnchor,
    /// The assessment of the selected claim.
    Assess,
    /// A source for the selection, one that is there or a new one.
    Source,
    /// The note of the selected claim: what the sources say.
    Note,
    /// What is written of the selection.
    Edit,
    /// The selection becomes a stop of the tour.
    Stop,
}

/// What the open dossier is, for an author.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Home {
    /// Files on disk: those of a dossier, or an article alone, which the dossier itself says.
    #[default]
    Files,
    /// A part of the program.
    Shipped,
    /// A pipe.
    Stream,
}
