//! What the fuzz targets hold: the same as `tests/it/mutations.rs` does, over inputs that nobody thought of.

#[path = "../../tests/it/sound/mod.rs"]
mod sound;

/// Files in one piece, read, held together and looked at.
pub fn load(input: &[u8]) {
    sound::files::hold(input);
}

/// An article, edits and quotations, which stand where they are told to.
pub fn anchors(input: &[u8]) {
    sound::anchors::hold(&String::from_utf8_lossy(input));
}

/// A width, a language and a text, laid out.
pub fn wrap(input: &[u8]) {
    sound::wrap::hold(&String::from_utf8_lossy(input));
}
