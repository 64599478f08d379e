//! The fuzz targets: the same checks as in `tests/it/mutations.rs`, over generated inputs.

#[path = "../../tests/it/sound/mod.rs"]
mod sound;

/// The files of a dossier, loaded and shown.
pub fn load(input: &[u8]) {
    sound::files::check(input);
}

/// An article, edits of it and quotations, which must be found where they were placed.
pub fn anchors(input: &[u8]) {
    sound::anchors::check(&String::from_utf8_lossy(input));
}

/// The files of a dossier, and changes of them.
pub fn edit(input: &[u8]) {
    sound::edits::check(input);
}

/// A page, a note with a head or a text as people save it.
pub fn intake(input: &[u8]) {
    sound::intake::check(input);
}

/// A text, and what is suggested of it.
pub fn suggest(input: &[u8]) {
    sound::suggest::check(&String::from_utf8_lossy(input));
}

/// A file of a reference manager, added to a dossier.
pub fn references(input: &[u8]) {
    sound::references::check(input);
}

/// A width, a language and a text, wrapped.
pub fn wrap(input: &[u8]) {
    sound::wrap::check(&String::from_utf8_lossy(input));
}
