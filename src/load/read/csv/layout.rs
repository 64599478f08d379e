//! How a file of figures is laid out, for one that puts a row into it.

use csv::StringRecord;

use super::columns::Columns;
use super::numbers::Column;
use super::row::Row;
use super::sheet::Sheet;
use super::values::Values;

/// What a row has to be like.
pub(crate) struct FiguresLayout {
    /// What separates its fields.
    pub(crate) separator: char,
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// How many fields a row has: those after the last column are empty.
    pub(crate) width: usize,
    values: Values,
}

impl FiguresLayout {
    pub(crate) fn of(text: &str) -> Self {
        let sheet = Sheet::of(text);
        let names = sheet.grid.header();
        let columns = Columns::of(&names);
        let mut column = Column::default();
        sheet.each_row(|record, start| column.meet(Row::of(&columns, record).value, start, None));
        Self {
            separator: char::from(sheet.grid.separator),
            width: sheet.grid.width(),
            values: Values::new(column, sheet.grid.separator),
            columns: names,
        }
    }

    /// The number, which has a decimal point or none, as it is to be written: with the file's decimal mark, and so that it can be
    /// no other.
    pub(crate) fn number(&self, number: &str) -> String {
        self.values.written(number)
    }
}

/// The fields of all rows, the header's among them.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let sheet = Sheet::of(text);
    let mut reader = sheet.grid.reader();
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        rows.push(record.iter().map(str::to_owned).collect());
    }
    if !sheet.unread.is_empty() {
        rows.push(vec![sheet.unread.to_owned()]);
    }
    rows
}
