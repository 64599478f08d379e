//! Why nothing was written into the dossier, on a command line.

use std::path::Path;
use std::sync::Arc;

use crate::cli::io::shown;
use crate::cli::place::Place;
use crate::dossier::{Dossier, Parts};
use crate::edit::Refused;
use crate::i18n::language::Language;
use crate::protocol::context::Context;
use crate::protocol::refusal;

/// The reason and what to do.
pub(super) fn text(dossier: &Path, why: &Refused) -> String {
    match why {
        Refused::NoDossier => format!(
            "fundstelle: {} has no dossier.toml to write into; make one with: fundstelle new ARTICLE",
            shown(dossier)
        ),
        Refused::Unreadable(problem) => Place::of_path(dossier).problem((**problem).clone()).to_string(),
        why => {
            let context = Context::new(Arc::new(Dossier::assemble(Parts::default())), Language::En);
            format!("fundstelle: {}", refusal::text(&context, why))
        }
    }
}
