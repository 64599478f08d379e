//! Nouns in the singular and the plural.

/// A noun for one and for any other number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plural<'a> {
    /// For exactly one.
    pub one: &'a str,
    /// For none and for several.
    pub many: &'a str,
}
