//! A figure as a row of the file of figures: under that file's header, in its way of writing rows and numbers.

use crate::load::{ANCHOR_COLUMNS, FiguresLayout, OBSERVATION_COLUMNS, QUALIFIERS, rows_of_figures};

use super::change::{NewFigure, Value};
use super::columns::with_columns;
use super::files::{DossierFiles, OBSERVATIONS};
use super::meaning::{Act, Meaning, Part, ROWS};
use super::place::{Placed, place_head_key, usual_line_end};
use super::refused::Refused;
use super::text::{Piece, line_end};

/// The file of figures of a dossier that has none yet.
pub(super) const NEW_FILE: &str = "observations.csv";

/// Where a figure goes in the file with this number. `language` is the article's.
///
/// A column that the file lacks for something that the figure says is put behind the others, empty in the rows that are there.
///
/// # Errors
///
/// Fails if such a column has no place, because rows have other fields than the header.
pub(super) fn place_figure(
    files: &DossierFiles,
    number: usize,
    figure: &NewFigure,
    language: &str,
) -> Result<Placed, Refused> {
    let file = files.0.get(number).ok_or(Refused::NoDossier)?;
    let path = vec![Part::Key(ROWS.to_owned())];
    if file.text.trim().is_empty() {
        let columns: Vec<String> = all_columns();
        let layout = FiguresLayout::of(&columns.join(","));
        let row = fields(&layout, figure, language);
        let ending = if file.text.contains('\n') {
            line_end(&file.text, file.text.len())
        } else {
            usual_line_end(files)
        };
        let text = format!("{}{ending}{}{ending}", record(&columns, ','), record(&row, ','));
        let rows = [columns, row].into_iter().map(Meaning::of_fields).collect();
        let pieces = vec![Piece::insert(file.text.len(), text)];
        return Ok(Placed { file: number, pieces, path, acts: vec![Act::Set(Meaning::List(rows))] });
    }
    let layout = FiguresLayout::of(&file.text);
    let missing = missing(&layout, figure, language);
    if !missing.is_empty() {
        let whole = with_columns(&file.text, &layout, &missing);
        let whole = whole.ok_or_else(|| Refused::NoColumns { file: file.name.clone(), columns: missing })?;
        let layout = FiguresLayout::of(&whole);
        let row = fields(&layout, figure, language);
        let last = at_end(&whole, usual_line_end(files), &record(&row, layout.separator));
        let rows = rows_of_figures(&whole).into_iter().chain([row]).map(Meaning::of_fields).collect();
        let pieces = vec![Piece { range: 0..file.text.len(), text: format!("{whole}{}", last.text) }];
        return Ok(Placed { file: number, pieces, path, acts: vec![Act::Set(Meaning::List(rows))] });
    }
    let row = fields(&layout, figure, language);
    let piece = at_end(&file.text, usual_line_end(files), &record(&row, layout.separator));
    Ok(Placed { file: number, pieces: vec![piece], path, acts: vec![Act::Push(Meaning::of_fields(row))] })
}

/// Where the head names a file of figures that is new.
pub(super) fn place_name(files: &DossierFiles, name: &str) -> Result<Placed, Refused> {
    place_head_key(files, OBSERVATIONS, &Value::Text(name.to_owned()))
}

/// A figure as rows of a file that has all columns, the header first.
pub(super) fn as_file(figure: &NewFigure) -> [String; 2] {
    let columns = all_columns();
    let layout = FiguresLayout::of(&columns.join(","));
    let row: Vec<String> = columns.iter().map(|column| said(figure, column, &layout)).collect();
    [record(&columns, ','), record(&row, ',')]
}

fn all_columns() -> Vec<String> {
    OBSERVATION_COLUMNS.iter().chain(&ANCHOR_COLUMNS).map(|column| (*column).to_owned()).collect()
}

/// Under which of the file's columns something is said: what a figure counts may stand in a column of its language.
fn place_of(layout: &FiguresLayout, column: &str, language: &str) -> Option<usize> {
    let is_of_language = |name: &String| {
        let tag = name.strip_prefix(column).and_then(|rest| rest.strip_prefix('.'));
        column == UNIT && tag.is_some_and(|tag| tag.split('-').next() == Some(language))
    };
    let columns = &layout.columns;
    columns.iter().position(|name| name == column).or_else(|| columns.iter().position(is_of_language))
}

/// The columns that a file lacks for what the figure says.
fn missing(layout: &FiguresLayout, figure: &NewFigure, language: &str) -> Vec<String> {
    let is_missing = |column: &String| {
        !said(figure, column, layout).is_empty() && place_of(layout, column, language).is_none()
    };
    all_columns().into_iter().filter(is_missing).collect()
}

/// What the figure says under each column of a file.
fn fields(layout: &FiguresLayout, figure: &NewFigure, language: &str) -> Vec<String> {
    let mut row = vec![String::new(); layout.width.max(layout.columns.len())];
    for column in all_columns() {
        if let Some(place) = place_of(layout, &column, language) {
            let said = said(figure, &column, layout);
            // A column of a language and one for all may both be there.
            if !said.is_empty() {
                row[place] = said;
            }
        }
    }
    row
}

const UNIT: &str = "unit";

/// What the figure says under a column, as it is written in such a file.
fn said(figure: &NewFigure, column: &str, layout: &FiguresLayout) -> String {
    match column {
        "series" => figure.series.as_str().to_owned(),
        "part" => figure.part.clone(),
        "value" => layout.number(&figure.value),
        "qualifier" => {
            let word = QUALIFIERS.iter().find(|(_, qualifier)| *qualifier == figure.qualifier);
            word.map_or(String::new(), |(word, _)| (*word).to_owned())
        }
        UNIT => figure.unit.clone(),
        "anchor" => figure.anchor.exact.clone(),
        "anchor.prefix" => figure.anchor.prefix.clone(),
        "anchor.suffix" => figure.anchor.suffix.clone(),
        _ => String::new(),
    }
}

/// A row as it is written, without its line ending.
fn record(fields: &[String], separator: char) -> String {
    let written: Vec<String> = fields.iter().map(|field| written(field, separator)).collect();
    written.join(separator.encode_utf8(&mut [0; 4]))
}

/// A field as it is written: in quotes where it has something in it that would end it, or blanks at its ends, which some programs
/// take away.
fn written(field: &str, separator: char) -> String {
    let ends = [separator, '"', '\n', '\r'];
    if field.contains(ends) || field.trim() != field {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field.to_owned()
}

/// A row at the end of a text, on a line of its own. A text without line endings gets the `usual` ones.
fn at_end(text: &str, usual: &'static str, row: &str) -> Piece {
    let ending = match () {
        // That of the header: the last one may stand within a field.
        () if text.contains('\n') => line_end(text, 0),
        () if text.contains('\r') => "\r",
        () => usual,
    };
    let before = if text.ends_with(['\n', '\r']) { "" } else { ending };
    Piece::insert(text.len(), format!("{before}{row}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_in_quotes_where_it_must_be() {
        for (field, expected) in [
            ("3 million", "3 million"),
            ("1,5 Mio.", "\"1,5 Mio.\""),
            ("a; b", "a; b"),
            ("so \"big\"", "\"so \"\"big\"\"\""),
            (" will", "\" will\""),
            ("two\nlines", "\"two\nlines\""),
            ("", ""),
        ] {
            assert_eq!(written(field, ','), expected);
        }
        assert_eq!(written("a; b", ';'), "\"a; b\"");
    }

    #[test]
    fn a_row_stands_on_its_own_line() {
        for (text, whole) in [
            ("a,b\n1,2\n", "a,b\n1,2\nx\n"),
            ("a,b\n1,2", "a,b\n1,2\nx\n"),
            ("a,b\r\n1,2\r\n", "a,b\r\n1,2\r\nx\r\n"),
            ("a,b\r1,2\r", "a,b\r1,2\rx\r"),
            ("a,b", "a,b\nx\n"),
        ] {
            let piece = at_end(text, "\n", "x");
            assert_eq!(format!("{text}{}", piece.text), whole, "{text:?}");
        }
    }
}
