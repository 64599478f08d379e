//! Identity: a thing in the dossier is named by its kind and its id, never by its place in a list.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::Kind;

/// An id: `[a-z0-9][a-z0-9-]*`, at most 64 bytes, unique within a kind. Cheap to clone.
///
/// The ids of observations are composed by `load` from series, place, date and part, and may hold other characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Arc<str>);

impl Id {
    /// The longest id an author may write, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// Takes the text as it is; whether it is well-formed is for the check to say ([`Id::is_well_formed`]).
    pub fn new(text: &str) -> Self {
        Self(Arc::from(text))
    }

    /// Whether an author may write this as an id.
    pub fn is_well_formed(text: &str) -> bool {
        let mut bytes = text.bytes();
        text.len() <= Self::MAX_BYTES
            && bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An id is equal to, hashed and ordered like its text, so that a map of ids can be asked for a text.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// One thing in the dossier. Written `actor:bytedance`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Ref {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its id within that kind.
    pub id: Id,
}

impl Ref {
    /// Names the thing of this kind with this id.
    pub fn new(kind: Kind, id: &Id) -> Self {
        Self { kind, id: id.clone() }
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

/// A [`Ref`] must be written `kind:id`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("expected kind:id, such as actor:bytedance")]
pub struct ParseRefError;

impl FromStr for Ref {
    type Err = ParseRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (word, id) = text.split_once(':').ok_or(ParseRefError)?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(ParseRefError)?;
        Ok(Self { kind, id: Id::new(id) })
    }
}
