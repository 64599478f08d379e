//! Slips that spoil rows as a whole, or several at once: each has one report, and what it says makes the table sound.

use crate::spreadsheets::{Mistake, commas, have_one_report_each, opened, reports, semicolons, values};

const ROWS: &str =
    "mw,johor,2023,5,exact,report,\nmw,johor,2024,6,exact,report,\nmw,johor,2025,7,exact,report,";

fn mistakes() -> Vec<Mistake> {
    let sound = commas(ROWS);
    let anchored = |rows: &str| format!("series,date,value,qualifier,source,note,anchor\n{rows}\n");
    vec![
        (
            "a merge that was not finished",
            commas(
                "mw,johor,2023,5,exact,report,\n<<<<<<< HEAD\nmw,johor,2024,6,exact,report,\n=======\nmw,johor,2024,7,exact,report,\n>>>>>>> other",
            ),
            "row-length",
            (3, 1, 13),
            "in lines 3 to 7 keep one of the versions",
        ),
        (
            "a title above the header",
            format!("Power in Johor,,,,,,\n{sound}"),
            "column-missing",
            (1, 1, 21),
            "delete line 1",
        ),
        (
            "a title and an empty line above the header",
            format!("Power in Johor\n\n{}", semicolons("mw;johor;2023;5;exact;report;")),
            "column-missing",
            (1, 1, 15),
            "delete lines 1 to 2",
        ),
        (
            "quotes around each row",
            sound.lines().map(|line| format!("\"{line}\"\n")).collect::<Vec<_>>().concat(),
            "quotes-invalid",
            (1, 1, 48),
            "remove the quotation mark at the beginning and at the end of every row",
        ),
        (
            "a row of totals",
            format!("{sound}Total,,,18,,,\n"),
            "reference-unknown",
            (5, 1, 6),
            "delete this row",
        ),
        (
            "a row of totals that is too short",
            format!("{sound}Summe,,,18\n"),
            "reference-unknown",
            (5, 1, 6),
            "delete this row",
        ),
        (
            "merged cells",
            commas(&ROWS.replace("\nmw,johor", "\n,")),
            "text-empty",
            (3, 1, 1),
            "write mw and the place johor as above in lines 3 and 4",
        ),
        (
            "a line break in a field",
            anchored("mw,2024,5,exact,report,one\nand two,\nmw,2025,6,exact,report,,"),
            "row-length",
            (2, 1, 9),
            "join lines 2 and 3",
        ),
        (
            "a line break in the last field",
            commas(&ROWS.replace("report,\nmw,johor,2024", "report,one\nand two\nmw,johor,2024")),
            "row-length",
            (3, 1, 8),
            "join it to the line above",
        ),
        (
            "a remark below the table",
            format!("{sound}As of May.\n"),
            "row-length",
            (5, 1, 11),
            "or delete it",
        ),
        (
            "typographic quotation marks",
            anchored("mw,2024,5,exact,,,“It, grew”"),
            "quotes-invalid",
            (2, 19, 20),
            "\"It, grew\"",
        ),
        (
            "a comma in the words of the article",
            anchored("mw,2024,6,exact,,,6, then 5"),
            "row-length",
            (2, 1, 28),
            "put quotes around the field anchor: \"6, then 5\"",
        ),
        (
            "a comma in a note",
            commas("mw,johor,2023,5,exact,report,first, not final"),
            "row-length",
            (2, 1, 46),
            "put quotes around the field note: \"first, not final\"",
        ),
        (
            "a column removed",
            sound.replace(",qualifier", "").replace(",exact", ""),
            "column-missing",
            (1, 1, 36),
            "a field for it at the end of every row",
        ),
        (
            "a column's name removed",
            sound.replace(",qualifier", ""),
            "column-missing",
            (1, 1, 36),
            "add qualifier to the header",
        ),
        (
            "dates as columns",
            "series,place,2023,2024,2025\nmw,johor,5,6,7\n".to_owned(),
            "column-missing",
            (1, 1, 28),
            "write one row for each date",
        ),
        (
            "a formula's error in a note",
            commas("mw,johor,2023,5,exact,report,#NAME?"),
            "text-empty",
            (2, 30, 36),
            "write what it was to give",
        ),
        (
            "empty fields left out at the end of rows",
            commas(&ROWS.replace("report,", "report")),
            "row-length",
            (2, 1, 29),
            "so that there are 7, and the same way in lines 3 and 4",
        ),
        ("one field", commas("mw"), "row-length", (2, 1, 3), "write a comma for each field"),
    ]
}

#[test]
fn a_slip_of_whole_rows_has_one_report() {
    have_one_report_each(mistakes());
}

#[test]
fn one_field_is_one() {
    let loaded = opened(commas("mw"));
    assert!(reports(&loaded)[0].message.contains("this row has 1 field, "), "{:?}", loaded.problems);
}

/// What follows from rows that are left out is not reported: nor that nothing rests on their source.
#[test]
fn a_source_of_a_row_that_is_left_out_is_in_use() {
    for (name, text, ..) in mistakes() {
        if name == "one field" || name.contains("totals") {
            continue;
        }
        let is_named = text.contains(",report,");
        let loaded = opened(text.into_bytes());
        let unused = loaded.problems.iter().any(|problem| problem.rule.id() == "source-unused");
        assert!(!unused || !is_named, "{name}: {:?}", loaded.problems);
    }
    let mut bytes = b"series,date,value,qualifier,source,note\nmw,2024,5,exact,report,".to_vec();
    bytes.extend(b"\xfcber\n");
    let loaded = opened(bytes);
    let found: Vec<&str> = loaded.problems.iter().map(|problem| problem.rule.id()).collect();
    assert_eq!(found, ["figures-unreadable"]);
}

/// Rows beside those that are spoilt are read.
#[test]
fn the_other_rows_are_read() {
    for (text, expected) in [
        (commas(&ROWS.replace("\nmw,johor,2024", "\nSumme,,")), &[5.0, 7.0][..]),
        (commas(&ROWS.replace("\nmw,johor,2024", "\n,,2024")), &[5.0, 7.0]),
        (
            commas(
                &ROWS
                    .replace("mw,johor,2024", "<<<<<<< a\nmw,johor,2024")
                    .replace("\nmw,johor,2025", "\n>>>>>>> b\nmw,johor,2025"),
            ),
            &[5.0, 7.0],
        ),
    ] {
        let loaded = opened(text.as_str());
        assert_eq!(reports(&loaded).len(), 1, "{text} {:?}", loaded.problems);
        assert_eq!(values(&loaded), expected.iter().map(|value| Some(*value)).collect::<Vec<_>>(), "{text}");
    }
}
