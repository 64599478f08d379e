//! Bytes of the files that are being read, and values with the bytes they were read from.

use std::borrow::Cow;
use std::ops::Range;

/// Some bytes of one of the files that are being read, or a point between two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Span {
    pub(crate) file: usize,
    pub(crate) offset: usize,
    /// Where they end; at a point this is `offset`.
    pub(crate) end: usize,
}

impl Span {
    pub(crate) fn new(file: usize, span: Range<usize>) -> Self {
        Self { file, offset: span.start, end: span.end.max(span.start) }
    }

    pub(crate) fn point(file: usize, offset: usize) -> Self {
        Self { file, offset, end: offset }
    }

    /// Where a file begins.
    pub(crate) fn start_of(file: usize) -> Self {
        Self::point(file, 0)
    }

    /// Of a text that stands here the character at this byte, if the text is written as it is read: `quotes` are the
    /// bytes around it. All of it where an escape hides where the character stands.
    pub(crate) fn within(self, text: &str, byte: usize, quotes: usize) -> Self {
        let rest = text.get(byte..).and_then(|rest| rest.chars().next());
        match rest {
            Some(c) if self.end - self.offset == text.len() + 2 * quotes => {
                let offset = self.offset + quotes + byte;
                Self { offset, end: offset + c.len_utf8(), ..self }
            }
            _ => self,
        }
    }
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) at: Span,
}

impl Spanned<Cow<'_, str>> {
    /// The same, to be kept longer than the file.
    pub(crate) fn into_owned(self) -> Spanned<String> {
        Spanned { value: self.value.into_owned(), at: self.at }
    }
}
