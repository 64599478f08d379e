//! The dossier that tests of the program use: an invented article with invented annotations, as files in
//! `tests/it/fixture`. Tests name its words, so it changes only together with them.

use std::fs;
use std::sync::LazyLock;

use fundstelle::load::{Files as _, Memory};

/// The folder, for tests that run the program.
pub(crate) const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixture");

static FILES: LazyLock<Memory> = LazyLock::new(|| {
    let entries = fs::read_dir(FIXTURE).unwrap_or_else(|error| panic!("{FIXTURE}: {error}"));
    entries.fold(Memory::default(), |files, entry| {
        let path = entry.unwrap_or_else(|error| panic!("{FIXTURE}: {error}")).path();
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        files.with(&path.file_name().unwrap_or_default().to_string_lossy(), bytes)
    })
});

/// Its files.
pub(crate) fn fixture() -> Memory {
    FILES.clone()
}

/// The text of one of its files.
pub(crate) fn text_of(name: &str) -> String {
    let bytes = FILES.read(name, u64::MAX).unwrap_or_else(|error| panic!("{name}: {error}"));
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Its files, with these words of one file replaced wherever they occur.
pub(crate) fn edited(name: &str, from: &str, to: &str) -> Memory {
    let text = text_of(name);
    assert!(text.contains(from), "{name} has no {from:?}");
    fixture().with(name, text.replace(from, to))
}
