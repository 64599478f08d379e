//! Files that are only for the reader: what stands in the state folder.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

/// The most bytes of a file; what we write has some hundreds.
pub(super) const MAX_BYTES: u64 = 1 << 16;

/// The text of a file of ours; none if it is none, or too long for one.
pub(super) fn read_small(file: impl io::Read) -> Option<String> {
    let mut text = String::new();
    file.take(MAX_BYTES + 1).read_to_string(&mut text).ok()?;
    (text.len() as u64 <= MAX_BYTES).then_some(text)
}

/// What a reader reads is private.
pub(super) fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
