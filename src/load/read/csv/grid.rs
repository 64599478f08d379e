//! Where the header and the fields of a sheet stand in its text, and what separates them.

use std::ops::Range;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::names;

/// What may separate columns.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A text of rows.
#[derive(Clone, Copy)]
pub(super) struct Grid<'t> {
    pub(super) text: &'t str,
    /// The first byte of the header.
    pub(super) start: usize,
    pub(super) separator: u8,
}

impl<'t> Grid<'t> {
    /// Finds the header and what separates its columns: what a spreadsheet's first line `sep=;` says, else that with which
    /// the header has the most columns that we know.
    pub(super) fn of(text: &'t str) -> Self {
        let start = first_row(text, 0);
        if let Some((separator, after)) = named_separator(text, start) {
            return Self { text, start: first_row(text, after), separator };
        }
        let mut found = Self { text, start, separator: SEPARATORS[0] };
        let mut most = found.known_columns();
        for separator in &SEPARATORS[1..] {
            let other = Self { separator: *separator, ..found };
            let known = other.known_columns();
            if known > most {
                (found, most) = (other, known);
            }
        }
        found
    }

    /// How many columns the header has that are ours, or seem to mean one.
    pub(super) fn known_columns(self) -> usize {
        self.header().iter().filter(|name| names::is_meant(name)).count()
    }

    /// The names of the columns, without those that are empty after the last.
    pub(super) fn header(self) -> Vec<String> {
        // Only its own bytes: quotes at fault would swallow all that follows.
        let line = Self { text: &self.text[..self.record(self.start).end], ..self };
        let mut record = StringRecord::new();
        if !line.reader().read_record(&mut record).unwrap_or(false) {
            return Vec::new();
        }
        let mut names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        names
    }

    /// How many fields the header has, with those that are empty after the last column.
    pub(super) fn width(self) -> usize {
        // Of a field that is not there all of the record is found.
        let header = self.record(self.start);
        (1..=header.len()).find(|number| self.field(self.start, *number) == header).unwrap_or(1)
    }

    /// A reader of the header and what follows; its places count from [`Grid::start`].
    pub(super) fn reader(self) -> Reader<&'t [u8]> {
        let mut builder = ReaderBuilder::new();
        builder.flexible(true).has_headers(false).delimiter(self.separator);
        builder.from_reader(&self.text.as_bytes()[self.start..])
    }

    /// The bytes of a field of the record that starts at or after `start`, without the blanks around it. Of a record that
    /// has no such field all of it.
    pub(super) fn field(self, start: usize, number: usize) -> Range<usize> {
        let first = self.first(start);
        let (mut from, mut left, mut quotes) = (first, number, false);
        let mut end = self.text.len();
        for (at, byte) in self.text.bytes().enumerate().skip(first) {
            match byte {
                b'"' => quotes = !quotes,
                byte if byte == self.separator && !quotes && left > 0 => (from, left) = (at + 1, left - 1),
                byte if !quotes && (byte == self.separator || matches!(byte, b'\r' | b'\n')) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        if left > 0 {
            return first..end;
        }
        let field = &self.text[from..end];
        from += field.len() - field.trim_start().len();
        from..from + field.trim().len()
    }

    /// The number of the line that a place is in.
    pub(super) fn line(self, place: usize) -> usize {
        let bytes = &self.text.as_bytes()[..place];
        let breaks = bytes.iter().enumerate().filter(|(at, byte)| {
            // A carriage return before a line feed ends no line of its own.
            **byte == b'\n' || **byte == b'\r' && self.text.as_bytes().get(at + 1) != Some(&b'\n')
        });
        breaks.count() + 1
    }

    /// The lines of these places, in words: `lines 3, 4 and 7`. Of many the first.
    pub(super) fn lines(self, places: &[usize]) -> String {
        const SHOWN: usize = 12;
        let numbers: Vec<String> =
            places.iter().take(SHOWN).map(|place| self.line(*place).to_string()).collect();
        match &numbers[..] {
            [] => String::new(),
            [one] => format!("line {one}"),
            several if places.len() > several.len() => {
                format!("lines {} and {} more", several.join(", "), places.len() - several.len())
            }
            [before @ .., last] => format!("lines {} and {last}", before.join(", ")),
        }
    }

    /// The bytes of the record that starts at or after `start`.
    pub(super) fn record(self, start: usize) -> Range<usize> {
        self.field(start, usize::MAX)
    }

    /// The first byte of that record: the reader counts a line break that ends the record before to it.
    pub(super) fn first(self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let breaks = bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        (start + breaks).min(self.text.len())
    }
}

/// What a separator is called.
pub(super) fn name(separator: u8) -> &'static str {
    match separator {
        b';' => "semicolon",
        b'\t' => "tab",
        _ => "comma",
    }
}

/// The other separator that parts a row into so many fields.
pub(super) fn separator_of(row: &str, not: u8, fields: usize) -> Option<u8> {
    let others = SEPARATORS.into_iter().filter(|separator| *separator != not);
    others.into_iter().find(|separator| row.bytes().filter(|byte| byte == separator).count() + 1 == fields)
}

/// Whether a line has nothing in it but separators and blanks.
fn is_empty(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || SEPARATORS.contains(&(c as u32).try_into().unwrap_or(0)))
}

/// The first byte of the first line from here on that is not empty; the end of the text if all are.
fn first_row(text: &str, mut start: usize) -> usize {
    loop {
        let rest = &text[start..];
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        if !is_empty(&rest[..end]) {
            return start;
        }
        if end == rest.len() {
            return text.len();
        }
        start += end + 1;
    }
}

/// What a spreadsheet's line `sep=;` says, and where the line ends.
fn named_separator(text: &str, start: usize) -> Option<(u8, usize)> {
    let rest = &text[start..];
    let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
    // A blank is not dropped before it is known that it is no tab.
    let line = rest[..end].trim_start().trim_start_matches('"');
    let named = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(line.as_bytes().get(4));
    let separator = SEPARATORS.into_iter().find(|separator| Some(separator) == named)?;
    Some((separator, start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_whose_columns_are_known() {
        for (text, expected) in [
            ("series,date,value\n", b','),
            ("series;date;value\n", b';'),
            ("series\tdate\tvalue\n", b'\t'),
            ("\"a,b,c\";series;date\n", b';'),
            ("Reihe;Datum;Wert\n", b';'),
            ("sep=;\nvalue\n", b';'),
            ("SEP=\t\r\nvalue\r\n", b'\t'),
            ("\n;;;\n\nseries;value", b';'),
            ("value\n", b','),
            ("", b','),
            ("a;b;c\n", b','),
        ] {
            assert_eq!(Grid::of(text).separator, expected, "{text:?}");
        }
    }

    #[test]
    fn the_header_is_the_first_line_with_something_in_it() {
        for text in ["series;value", "\r\n;;\r\nseries;value;;\r\n", "sep=;\r\n\rseries;value\r1;2"] {
            let grid = Grid::of(text);
            let names = grid.header();
            assert_eq!(names, ["series", "value"], "{text:?}");
            assert_eq!(&text[grid.field(grid.start, 1)], "value", "{text:?}");
        }
    }
}
