//! Quotes that RFC 4180 does not allow. The reader takes them for something all the same, and one that is not closed
//! swallows all that follows.

use super::grid::{self, Grid};

/// Where a quote is at fault.
pub(super) struct Fault {
    /// The first byte of the row.
    pub(super) row: usize,
    /// The byte of the quote.
    pub(super) at: usize,
    pub(super) kind: Kind,
}

/// What is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// It opens a field and nothing closes it.
    Unclosed,
    /// It opens a field, and something stands between the quote that closes it and the next comma.
    GoesOn,
    /// It stands within a field that none opens.
    Within,
}

impl Kind {
    /// The message, and what to do.
    pub(super) fn describe(self, separator: u8) -> (&'static str, String) {
        match self {
            Kind::Unclosed => (
                "this quote is not closed",
                "close it at the end of its field; no row from here on is read until then".to_owned(),
            ),
            Kind::GoesOn => (
                "text stands after the end of the field that this quote opens",
                format!(
                    "close the quote right before the {}; a quote within it is written twice: \"\"",
                    grid::name(separator)
                ),
            ),
            Kind::Within => (
                "a quote stands within a field that is not in quotes",
                "put the whole field in quotes and write the quote within it twice: \"\"".to_owned(),
            ),
        }
    }
}

#[derive(Clone, Copy)]
enum State {
    FieldStart,
    Plain,
    Quoted(usize),
    /// After a quote within a quoted field: the first of two, or the one that closes it.
    Quote(usize),
}

/// The first fault of each row, in order. After one that is not closed there are no more.
pub(super) fn faults(grid: Grid<'_>) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let (mut state, mut row) = (State::FieldStart, grid.start);
    let add = |faults: &mut Vec<Fault>, row, at, kind| {
        if faults.last().is_none_or(|last| last.row != row) {
            faults.push(Fault { row, at, kind });
        }
    };
    for (at, byte) in grid.text.bytes().enumerate().skip(grid.start) {
        state = match (state, byte) {
            (State::FieldStart, b'"') => State::Quoted(at),
            (State::Quoted(open), b'"') => State::Quote(open),
            (State::Quote(open), b'"') => State::Quoted(open),
            (State::Quoted(open), _) => State::Quoted(open),
            (State::Plain, b'"') => {
                add(&mut faults, row, at, Kind::Within);
                State::Plain
            }
            (_, byte) if byte == grid.separator => State::FieldStart,
            (_, b'\n' | b'\r') => {
                row = at + 1;
                State::FieldStart
            }
            (State::Quote(open), _) => {
                add(&mut faults, row, open, Kind::GoesOn);
                State::Plain
            }
            (State::FieldStart | State::Plain, _) => State::Plain,
        };
    }
    if let State::Quoted(open) = state {
        // What comes before it in its row is of no use without it.
        faults.retain(|fault| fault.row != row);
        faults.push(Fault { row, at: open, kind: Kind::Unclosed });
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::{ReaderBuilder, StringRecord};
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<Fault> {
        faults(Grid { text, start: 0, separator: b',' })
    }

    fn found(text: &str) -> Vec<(usize, usize, Kind)> {
        of(text).into_iter().map(|fault| (fault.row, fault.at, fault.kind)).collect()
    }

    #[test]
    fn what_rfc_4180_allows_passes() {
        for text in ["", "a,b\n\"a,\"\"b\"\"\",\"c\nd\"\r\n\"\",\n", "\"a\"", "\"\"\"\""] {
            assert_eq!(found(text), [], "{text:?}");
        }
    }

    #[test]
    fn what_it_does_not_allow_is_found() {
        assert_eq!(found("a,b\nc,\"d\ne,f\n"), [(4, 6, Kind::Unclosed)]);
        assert_eq!(found("a,b\n5\" pipe,\"x\"\nc,d\n"), [(4, 5, Kind::Within)]);
        assert_eq!(found("a,\"b\" c\nd,\"e\"f\"\n"), [(0, 2, Kind::GoesOn), (8, 10, Kind::GoesOn)]);
        assert_eq!(found("a, \"b\"\n"), [(0, 3, Kind::Within)]);
        assert_eq!(found("x\"y,\"z"), [(0, 4, Kind::Unclosed)]);
    }

    proptest! {
        /// Without faults the reader takes every quote as it is meant: written anew, its rows read the same.
        #[test]
        fn rows_without_faults_are_read_as_they_are_meant(
            text in prop_oneof!["[ab\",\n]{0,30}", "((a?b?|\"([ab,\n]|\"\"){0,4}\")[,\n]){0,6}"]
        ) {
            if !of(&text).is_empty() {
                return Ok(());
            }
            let rows = |text: &str| -> Vec<StringRecord> {
                let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
                reader.records().map(Result::unwrap).collect()
            };
            let read = rows(&text);
            let quoted = |field: &str| format!("\"{}\"", field.replace('"', "\"\""));
            let line = |row: &StringRecord| row.iter().map(quoted).collect::<Vec<_>>().join(",");
            let anew: String = read.iter().map(|row| line(row) + "\n").collect();
            prop_assert!(of(&anew).is_empty());
            prop_assert_eq!(rows(&anew), read);
        }
    }
}
