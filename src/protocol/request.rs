//! What a panel asks of the app. A panel never changes the selection itself: only the app does, for all of them.

use std::ops::Range;

use crate::dossier::{Id, Ref};
use crate::edit::Change;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::notes::Edit;
use crate::protocol::authoring::Intent;
use crate::protocol::effect::FilePlace;
use crate::protocol::filter::FacetValue;

/// What a panel wants done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Select this: a move within the panel.
    Select(Ref),
    /// Select this at one of its passages: a move within the article.
    SelectAt(Ref, Range<usize>),
    /// Select this and show its card.
    Open(Ref),
    /// Go to these words of the article.
    Words(Range<usize>),
    /// Go to these words of the article, which are located, not proven.
    Located(Range<usize>),
    /// Show this view of a panel, the usual one without a name, with the cursor on this item: a jump within the panel.
    View(Panel, Option<String>, Ref),
    /// Go to this view of a panel, by the name that stops of the tour call it by.
    ShowView(Panel, String),
    /// Choose this value of a panel's filter or give it up; without one, show everything.
    Filter(Panel, Option<FacetValue>),
    /// Go to this stop of the tour, by its number from 0.
    Stop(usize),
    /// Open this place in the reader's editor.
    Edit(FilePlace),
    /// Begin to write this into the dossier.
    Intend(Intent),
    /// The suggested names are names of this actor, who is there already.
    SameAs(Id),
    /// Make this change in the dossier's files.
    Write {
        /// What is to be changed.
        change: Change,
        /// Whether the reader has said that an open editor is no obstacle.
        despite_editor: bool,
    },
    /// Take the last change back, or redo it, as this action does.
    Revert {
        /// [`Action::Undo`] or [`Action::Redo`].
        action: Action,
        /// Whether the reader has said that an open editor is no obstacle.
        despite_editor: bool,
    },
    /// Change the reader's notes file.
    EditNotes(Edit),
    /// Go to what this entry of the notes file is about, by its number from 0.
    Note(usize),
    /// Copy this, which the reader has written.
    CopyText(String),
    /// Copy this, which would be written into the dossier.
    CopyToml(String),
    /// Close what lies over the panels.
    Dismiss,
    /// Close it, and show the help in its place.
    Help,
    /// Do this, as though its key had been pressed.
    Act(Action),
    /// Say this in the status line until the next key.
    Notice(String),
}
