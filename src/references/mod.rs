//! Publications from a reference manager, and the dossier's publications for one: CSL-JSON both ways, BibTeX and BibLaTeX in.
//!
//! Nothing is made up: what the format wants and the reference manager does not know keeps an entry out, and what is not certain is
//! left out of it; both are said. Pure: the bytes of a file come in, a change of the dossier goes out.

mod addition;
mod bibtex;
mod csl;
mod entry;
mod file;
mod ids;
mod kinds;
mod lines;
mod outlets;
mod reading;
mod same;

pub use addition::{Addition, Handled, Outcome, add};
pub use csl::csl_json;
pub use entry::{Entry, LeftOut, Reference, Slip, Unreadable};
pub use file::{Format, read};
pub use lines::Position;
