//! The invented dossier of the tests, for unit tests; `tests/it/common/fixture.rs` opens it for the others.

use std::path::Path;

use crate::load::source::files::Folder;

/// The dossier in `tests/it/fixture`.
pub(crate) fn fixture() -> Folder {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixture"));
    Folder::open(folder).unwrap_or_else(|problem| panic!("{problem:?}"))
}
