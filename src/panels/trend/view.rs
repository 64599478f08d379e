//! What the panel asks of a view of a series, beside what every view answers.

use std::fmt::Debug;

use crate::dossier::{Id, Ref};
use crate::protocol::context::Context;
use crate::widgets::view::View;

/// What the view of all series at a glance is called in a stop of the tour.
pub(super) const OVERVIEW: &str = "overview";

/// The views of a series.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// All series at a glance.
    Overview,
    /// Places on a map.
    Map,
    /// Series at a glance, where their chart or map has no room.
    Rows,
    /// Lines on a time axis.
    Lines,
    /// Columns on a scale, one for each period.
    Columns,
    /// Bars from zero, one for each figure or for the parts of a total.
    Bars,
    /// A row for each figure.
    Table,
}

/// A view of a series.
pub(super) trait SeriesView: View + Debug {
    /// Which view it is.
    fn form(&self) -> Form;

    /// How many figures it shows.
    fn count(&self) -> usize;

    /// How many lines it has no room for, and which figures cannot be drawn; the caption says so.
    fn left_out(&self) -> (usize, &[Ref]) {
        (0, &[])
    }

    /// Whether it shows how much figures changed, and does not say itself that this is our arithmetic.
    fn has_changes(&self) -> bool {
        false
    }

    /// Whether it draws the line of a place; none where it has no line for it.
    fn draws(&self, place: &Id) -> Option<bool>;

    /// Whether a view of several series prints a figure, so that there is no need to go to its own.
    fn prints(&self, _figure: &Ref) -> bool {
        false
    }

    /// How many figures of a series have no date and are not in its rows, where it shows several.
    fn undated(&self, _series: &Id) -> usize {
        0
    }

    /// Which edition it shows, by its days, where it shows one of several at a time; none where it shows the latest.
    fn edition(&self) -> Option<String> {
        None
    }

    /// Shows an edition, if it has it, else the latest.
    fn show_edition(&mut self, _edition: Option<&str>) {}

    /// Whether it says in a line of so many cells that what it shows is not in the article.
    fn says_background(&self, _context: &Context, _width: u16) -> bool {
        false
    }

    /// What the row of the cursor says, where that is more than the name of its figure: as much as fits into so many cells.
    fn readout(&self, _context: &Context, _room: usize) -> Option<String> {
        None
    }

    /// Whose card says what the row of the cursor stands for.
    fn card(&self) -> Option<Ref> {
        self.cursor().cloned()
    }

    /// What its signs mean that are in sight, `≈ about`, those first that matter most; nothing where the view says it
    /// itself.
    fn legend(&self, _context: &Context) -> Vec<String> {
        Vec::new()
    }

    /// Whether each figure has a row of its own that says it.
    fn has_rows(&self) -> bool;

    /// How many events are linked, and where they stand to its time axis; none without one.
    fn events(&self, _context: &Context) -> Option<String> {
        None
    }

    /// The same view of these figures, which are those of another state of the dossier; none if it starts afresh.
    fn rebase(self: Box<Self>, _figures: Vec<Ref>) -> Option<Box<dyn SeriesView>> {
        None
    }

    /// A copy of it.
    fn copied(&self) -> Box<dyn SeriesView>;
}

impl Clone for Box<dyn SeriesView> {
    fn clone(&self) -> Self {
        self.copied()
    }
}
