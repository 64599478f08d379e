//! Figures as spreadsheets save them: read as the numbers they are, or one report says what is wrong, where, and what to
//! write. No number is ever read as another.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fmt::Write as _;

use fundstelle::load::{Loaded, Memory, Problem, load};
use proptest::prelude::*;

const HEAD: &str = r#"
format = 1
id = "x"
title = "X"
observations = "figures.csv"
[article]
file = "article.txt"
language = "en"
[[source]]
id = "report"
type = "report"
outlet = "Office"
[[place]]
id = "johor"
name = "Johor"
[[series]]
id = "mw"
outlet = "Office"
kind = "stock"
unit = "MW"
title = "Power"
definition = "In use."
[[series]]
id = "odds"
outlet = "Office"
kind = "list"
title = "Other"
definition = "Each with its own unit."
"#;

pub(crate) fn opened(figures: impl Into<Vec<u8>>) -> Loaded {
    // A series without figures is not what is tested here.
    let rows = "figures.csv";
    let files =
        Memory::default().with("dossier.toml", HEAD).with("article.txt", "Power\nIt grew: 6, then 5.\n");
    load(&files.with(rows, figures.into())).unwrap()
}

/// The reports, without those of series that have no figures and of sources that nothing rests on.
pub(crate) fn reports(loaded: &Loaded) -> Vec<&Problem> {
    let follows = ["series-empty", "source-unused"];
    loaded.problems.iter().filter(|problem| !follows.contains(&problem.rule.id())).collect()
}

pub(crate) fn values(loaded: &Loaded) -> Vec<Option<f64>> {
    loaded.dossier.observations.iter().map(|figure| figure.value).collect()
}

/// What is read of a text, without any report.
#[track_caller]
fn reads(figures: &str, expected: &[f64]) {
    let loaded = opened(figures);
    assert_eq!(reports(&loaded), Vec::<&Problem>::new(), "{figures:?}");
    assert_eq!(values(&loaded), expected.iter().map(|value| Some(*value)).collect::<Vec<_>>(), "{figures:?}");
}

#[test]
fn what_spreadsheets_save_is_read() {
    let plain = "series,place,date,value,qualifier,source\nmw,johor,2024,43.5,exact,report\nmw,johor,2025,1000,exact,report\n";
    reads(plain, &[43.5, 1000.0]);
    let semicolons = plain.replace(',', ";");
    reads(&semicolons, &[43.5, 1000.0]);
    reads(&semicolons.replace("43.5", "43,5"), &[43.5, 1000.0]);
    reads(&plain.replace(',', "\t").replace("43.5", "43,5"), &[43.5, 1000.0]);
    // Line ends, marks and lines before the header.
    for text in [plain.to_owned(), semicolons.clone()] {
        reads(&text.replace('\n', "\r\n"), &[43.5, 1000.0]);
        reads(&text.replace('\n', "\r"), &[43.5, 1000.0]);
        reads(&format!("\u{feff}{text}"), &[43.5, 1000.0]);
        reads(&format!("\n\n{text}"), &[43.5, 1000.0]);
        reads(text.trim_end(), &[43.5, 1000.0]);
    }
    reads(&format!("sep=;\r\n{semicolons}"), &[43.5, 1000.0]);
    reads(&format!("\u{feff}sep=;\n{semicolons}"), &[43.5, 1000.0]);
    reads(&format!("sep=,\n{plain}"), &[43.5, 1000.0]);
    // Empty rows and columns, and blanks.
    reads(&format!("{plain},,,,,\n\n,,,\n"), &[43.5, 1000.0]);
    reads(&format!("{semicolons};;;;;\r\n;;;;;;;;\r\n ; ;\n"), &[43.5, 1000.0]);
    reads(&plain.replace('\n', ",,\n"), &[43.5, 1000.0]);
    reads(&semicolons.replace('\n', ";;\r\n"), &[43.5, 1000.0]);
    reads(&semicolons.replace(';', " ; "), &[43.5, 1000.0]);
    // Quotes, with what separates within them.
    reads(
        "\"series\";\"date\";\"value\";\"qualifier\";\"source\";\"note\"\n\"mw\";\"2024\";\"43,5\";\"exact\";\"report\";\"a; \"\"b\"\"\nc\"\n",
        &[43.5],
    );
}

/// Numbers of one column in one file, and how they are read.
#[test]
fn numbers_are_read_as_their_column_writes_them() {
    for (separator, numbers, expected) in [
        (';', &["1.234,5", "1.234", "1.234.567", "7"][..], &[1234.5, 1234.0, 1_234_567.0, 7.0][..]),
        (';', &["1.234", "0,5"], &[1234.0, 0.5]),
        (';', &["1,234", "0.5"], &[1234.0, 0.5]),
        (';', &["1.234", "0.5"], &[1.234, 0.5]),
        (';', &["1’234.5", "1'234", "1’234’567"], &[1234.5, 1234.0, 1_234_567.0]),
        (
            ';',
            &["1 234,5", "1\u{a0}234", "1\u{202f}234\u{202f}567", "1\u{2009}234"],
            &[1234.5, 1234.0, 1_234_567.0, 1234.0],
        ),
        ('\t', &["-43,5", "-1.234.567"], &[-43.5, -1_234_567.0]),
        (',', &["1.234", "12"], &[1.234, 12.0]),
        (',', &["\"1,234.5\"", "\"1,234\"", "\"1,234,567\""], &[1234.5, 1234.0, 1_234_567.0]),
    ] {
        let mut text = "series,date,value,qualifier,source\n".replace(',', &separator.to_string());
        for (year, number) in (2001..).zip(numbers) {
            let s = separator;
            writeln!(text, "mw{s}{year}{s}{number}{s}exact{s}report").unwrap();
        }
        reads(&text, expected);
    }
}

/// A mistake: the whole file, the rule, the place as line, column and the column after its end, and what the hint says.
pub(crate) type Mistake = (&'static str, String, &'static str, (usize, usize, usize), &'static str);

pub(crate) fn commas(rows: &str) -> String {
    format!("series,place,date,value,qualifier,source,note\n{rows}\n")
}

pub(crate) fn semicolons(rows: &str) -> String {
    format!("series;place;date;value;qualifier;source;note\n{rows}\n")
}

fn mistakes() -> Vec<Mistake> {
    let one = |value: &str| commas(&format!("mw,johor,2024,{value},exact,report,"));
    let semi = |value: &str| semicolons(&format!("mw;johor;2024;{value};exact;report;"));
    let dated = |date: &str| commas(&format!("mw,johor,{date},5,exact,report,"));
    vec![
        ("a decimal comma", one("43,5"), "row-length", (2, 15, 19), "write 43.5"),
        ("a decimal comma in quotes", one("\"43,5\""), "number-invalid", (2, 15, 21), "write 43.5"),
        ("thousands with commas", one("1,234,567"), "row-length", (2, 15, 24), "write 1234567"),
        ("one comma, two numbers", one("1,234"), "row-length", (2, 15, 20), "write 1234 or 1.2340"),
        ("the same in quotes", one("\"1,234\""), "number-ambiguous", (2, 15, 22), "write 1234 or 1.2340"),
        ("thousands with points", one("1.234.567"), "number-invalid", (2, 15, 24), "write 1234567"),
        ("a point, two numbers", semi("1.234"), "number-ambiguous", (2, 15, 20), "write 1.2340 or 1234"),
        ("a comma, two numbers", semi("12,345"), "number-ambiguous", (2, 15, 21), "write 12345 or 12.3450"),
        (
            "two conventions",
            semicolons("mw;johor;2024;43,5;exact;report;\nmw;johor;2025;7.25;exact;report;"),
            "numbers-mixed",
            (3, 15, 19),
            "write 7,25",
        ),
        ("per cent", one("43 %"), "number-invalid", (2, 15, 19), "write 43 alone"),
        ("per cent, German", semi("43,5 %"), "number-invalid", (2, 15, 21), "write 43.5 alone"),
        ("a currency", one("$1200"), "number-invalid", (2, 15, 20), "write 1200 alone"),
        ("a unit", one("401 MW"), "number-invalid", (2, 15, 21), "write 401 alone"),
        (
            "a unit in a list",
            commas("odds,,,12 dollars,exact,report,").replace(",note", ",unit"),
            "number-invalid",
            (2, 8, 18),
            "write 12, and \"dollars\" in the column unit",
        ),
        (
            "a bound",
            one(">500"),
            "number-invalid",
            (2, 15, 19),
            "write 500, and more-than in the column qualifier",
        ),
        ("a scale", one("52.1 thousand"), "number-invalid", (2, 15, 28), "write 52100 alone"),
        ("a letter for a scale", one("4.2m"), "number-invalid", (2, 15, 19), "write 4200000 alone"),
        ("a scale in German", semi("3,8 Mrd."), "number-invalid", (2, 15, 23), "write 3800000000 alone"),
        (
            "another prefix",
            one("2 GW"),
            "number-invalid",
            (2, 15, 19),
            "write 2000 alone: its series counts in \"MW\"",
        ),
        ("a minus of typography", semi("−3,1"), "number-invalid", (2, 15, 19), "write -3.1 "),
        ("a minus of bookkeeping", semi("(3,8)"), "number-invalid", (2, 15, 20), "write -3.8 "),
        (
            "a minus in a file with commas",
            semicolons("mw;johor;2024;3,5;exact;report;\nmw;johor;2025;–3,8;exact;report;"),
            "number-invalid",
            (3, 15, 19),
            "write -3,8 ",
        ),
        (
            "a bound that none says",
            one("<100"),
            "number-invalid",
            (2, 15, 19),
            "no qualifier says \"less than\"",
        ),
        ("a bound after it", one("52100+"), "number-invalid", (2, 15, 21), "write 52100, and at-least in"),
        ("a letter", one("1O0"), "number-invalid", (2, 15, 18), "write the number in figures alone"),
        (
            "a day made of a number",
            semi("03. Aug"),
            "number-invalid",
            (2, 15, 22),
            "the number that stood there",
        ),
        (
            "no figure and no qualifier",
            commas("mw,johor,2024,k. A.,,report,"),
            "number-invalid",
            (2, 15, 20),
            "looked for, no figure",
        ),
        (
            "a qualifier in German",
            commas("mw,johor,2024,5,gerundet,report,"),
            "word-unknown",
            (2, 17, 25),
            "did you mean \"rounded\"?",
        ),
        (
            "a qualifier with a point",
            commas("mw,johor,2024,5,ca.,report,"),
            "word-unknown",
            (2, 17, 20),
            "did you mean \"about\"?",
        ),
        ("an apostrophe before a date", dated("'2025-40"), "date-invalid", (2, 10, 18), "write \"2025-40\""),
        ("a formula's error", one("#REF!"), "number-invalid", (2, 15, 20), "looked for, no figure"),
        ("a name's error", one("#NAME?"), "number-invalid", (2, 15, 21), "looked for, no figure"),
        ("not available", one("n/a"), "number-invalid", (2, 15, 18), "looked for, no figure"),
        ("a dash", one("–"), "number-invalid", (2, 15, 16), "looked for, no figure"),
        ("a hyphen", one("-"), "number-invalid", (2, 15, 16), "looked for, no figure"),
        ("an exponent", semi("1,5E+03"), "number-invalid", (2, 15, 22), "write 1500"),
        (
            "too many digits",
            one("0.12345678901234567"),
            "number-too-long",
            (2, 15, 34),
            "round it to 15 digits",
        ),
        ("a German day", dated("01.02.2025"), "date-invalid", (2, 10, 20), "2025-02-01"),
        ("a day with slashes", dated("01/02/2025"), "date-invalid", (2, 10, 20), "2025-01-02"),
        ("an American day", dated("11/28/2026"), "date-invalid", (2, 10, 20), "2026-11-28"),
        (
            "columns in German",
            "Reihe;Ort;Datum;Wert;qualifier;Quelle\nmw;johor;2024;5;exact;report\n".to_owned(),
            "column-unknown",
            (1, 1, 6),
            "write series for Reihe, place for Ort, date for Datum, value for Wert, source for Quelle",
        ),
        (
            "one column with a capital",
            "series,place,date,Value,qualifier,source\nmw,johor,2024,5,exact,report\n".to_owned(),
            "column-unknown",
            (1, 19, 24),
            "did you mean \"value\"?",
        ),
        (
            "rows separated otherwise",
            "series;date;value;qualifier;source\nmw,2024,5,exact,report\nmw,2025,6,exact,report\n".to_owned(),
            "row-length",
            (2, 1, 23),
            "save the file with one of the two",
        ),
        (
            "a comma in a field",
            one("5").replace("report,", "report,a,b"),
            "row-length",
            (2, 1, 33),
            "put quotes around",
        ),
        (
            "a decimal comma before an empty column",
            "series,date,qualifier,source,value,note\nmw,2024,exact,report,43,5,\n".to_owned(),
            "row-length",
            (2, 22, 26),
            "write 43.5",
        ),
        (
            "fields left out",
            commas("mw,johor,2024"),
            "row-length",
            (2, 1, 14),
            "write a comma for each field that is empty",
        ),
        (
            "a table of something else",
            "Name;Town\nx;y\n".to_owned(),
            "column-missing",
            (1, 1, 10),
            "the first line names the columns: series",
        ),
        (
            "a web page",
            "<!DOCTYPE html>\n<html><body>5</body></html>\n".to_owned(),
            "figures-unreadable",
            (5, 16, 29),
            "as CSV",
        ),
        (
            "a table of a web page",
            "\n<html>\n<table>\n".to_owned(),
            "figures-unreadable",
            (5, 16, 29),
            "as CSV",
        ),
    ]
}

#[test]
fn one_report_says_what_is_wrong_where_and_what_to_write() {
    have_one_report_each(mistakes());
}

#[track_caller]
pub(crate) fn have_one_report_each(mistakes: Vec<Mistake>) {
    for (name, text, rule, place, hint) in mistakes {
        let loaded = opened(text.as_str());
        let found = reports(&loaded);
        let [report] = found[..] else { panic!("{name}: {found:#?}") };
        let at = &report.location;
        assert_eq!(
            (report.rule.id(), (at.line, at.column, at.end_column)),
            (rule, place),
            "{name}: {report}"
        );
        assert!(report.hint.contains(hint), "{name}: {report}");
    }
}

#[test]
fn what_the_hint_says_is_read_without_a_report() {
    for (name, text, rule, (line, from, to), hint) in mistakes() {
        let to_write = hint.strip_prefix("write ").map(|rest| rest.split(' ').next().unwrap());
        let Some(to_write) = to_write.filter(|to_write| to_write.starts_with(|c: char| c.is_ascii_digit()))
        else {
            continue;
        };
        let to_write = to_write.trim_end_matches(',');
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let row: Vec<char> = lines[line - 1].chars().collect();
        let (before, after): (String, String) =
            (row[..from - 1].iter().collect(), row[to - 1..].iter().collect());
        lines[line - 1] = format!("{before}{to_write}{after}");
        let loaded = opened(lines.join("\n"));
        let left = reports(&loaded);
        // A bound is written in two columns, and a value of a list has its unit.
        let follows = left.iter().all(|problem| problem.rule.id() == "unit-missing");
        assert!(follows, "{name} ({rule}): {left:#?}");
    }
}

/// A German Excel's file as one gets it: separators, decimals, thousands, days, mark and line ends at once.
#[test]
fn a_german_spreadsheet_has_one_report_for_each_thing_that_cannot_be_read() {
    let text = "\u{feff}series;place;date;part;value;qualifier;unit;source;note\r\n\
                mw;johor;2024;;1.234,5;exact;;report;\r\n\
                mw;johor;01.02.2025;;1.300;exact;;report;\r\n\
                ;;;;;;;;\r\n";
    let loaded = opened(text);
    let found: Vec<String> = reports(&loaded).iter().map(|problem| problem.heading()).collect();
    assert_eq!(found, ["figures.csv:3:10: error[date-invalid]"]);
    assert_eq!(values(&loaded), [Some(1234.5), Some(1300.0)]);
}

/// Values that could be two numbers are one slip, however many there are.
#[test]
fn a_column_that_proves_nothing_is_reported_once() {
    let loaded = opened(semicolons(
        "mw;johor;2021;1.234;exact;report;\nmw;johor;2022;2.345;exact;report;\nmw;johor;2023;12;exact;report;\nmw;johor;2024;3.456;exact;report;",
    ));
    let found = reports(&loaded);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.contains("2 other values"), "{}", found[0]);
    assert_eq!(values(&loaded), [Some(12.0)]);
    assert_eq!(loaded.dossier.series[0].left_out, 3);
}

/// The marks of another series say nothing of these, and what the one report says settles them all.
#[test]
fn thousands_beside_the_decimals_of_another_series_are_ambiguous() {
    let text = semicolons(
        "mw;johor;2021;386.200;exact;report;\nmw;johor;2022;421.900;exact;report;\nmw;johor;2023;438.800;exact;report;\nodds;;;3.1;exact;report;",
    );
    let text = text.replace(";note", ";unit").replace("3.1;exact;report;", "3.1;exact;report;t");
    let loaded = opened(text.as_str());
    let found = reports(&loaded);
    let [report] = found[..] else { panic!("{found:#?}") };
    assert!(report.heading().starts_with("figures.csv:2:15: error[number-ambiguous]"), "{report}");
    let hint = "write 386.2 or 386200, whichever is meant, and the same way the value in lines 3 and 4";
    assert!(report.hint.starts_with(hint), "{report}");
    assert_eq!(values(&loaded), [Some(3.1)]);
    for numbers in [["386.2", "421.9", "438.8"], ["386200", "421900", "438800"]] {
        let fixed = ["386.200", "421.900", "438.800"].into_iter().zip(numbers);
        let fixed = fixed.fold(text.clone(), |text, (from, to)| text.replace(from, to));
        assert_eq!(reports(&opened(fixed)), Vec::<&Problem>::new());
    }
}

#[test]
fn a_spreadsheet_itself_is_called_one() {
    for (name, bytes) in [
        ("figures.csv", &b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe\x00"[..]),
        ("figures.xlsx", b"PK\x03\x04\x14\0\x06\0"),
        ("figures.ods", b"PK\x03\x04mimetype\xe2\x28"),
        ("figures.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ] {
        let files = Memory::default()
            .with("dossier.toml", HEAD.replace("figures.csv", name))
            .with("article.txt", "Power\nIt grew.\n")
            .with(name, bytes);
        let loaded = load(&files).unwrap();
        let found = reports(&loaded);
        let [report] = found[..] else { panic!("{name}: {found:#?}") };
        assert!(report.heading().starts_with("dossier.toml:5:16: error[figures-unreadable]"), "{report}");
        assert!(report.message.contains("it is a spreadsheet"), "{report}");
        assert!(report.hint.contains("save it as CSV"), "{report}");
    }
    let missing = HEAD.replace("figures.csv", "figures.xlsx");
    let files = Memory::default().with("dossier.toml", missing).with("article.txt", "Power\nIt grew.\n");
    let loaded = load(&files).unwrap();
    assert!(reports(&loaded)[0].message.contains("it does not exist"), "{:?}", loaded.problems);
}

/// How a spreadsheet writes a table.
#[derive(Clone, Debug)]
struct Dialect {
    separator: char,
    decimal: char,
    /// Nothing where thousands are not parted.
    thousands: Option<char>,
    quotes_all: bool,
    line_end: &'static str,
    before: &'static str,
    /// Empty columns after the last, and empty rows between the others.
    empty: usize,
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let thousands = prop_oneof![
        2 => Just(None),
        3 => Just(Some('.')),
        3 => Just(Some(',')),
        1 => prop::sample::select(vec!['\'', '’', ' ', '\u{a0}', '\u{202f}']).prop_map(Some),
    ];
    let form = (prop::sample::select(vec![',', ';', '\t']), prop::sample::select(vec!['.', ',']), thousands);
    let frame = (
        any::<bool>(),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::sample::select(vec!["", "\u{feff}"]),
        0..3_usize,
    );
    let all =
        (form, frame).prop_map(|((separator, decimal, thousands), (quotes_all, line_end, before, empty))| {
            Dialect { separator, decimal, thousands, quotes_all, line_end, before, empty }
        });
    all.prop_filter("a mark means one thing, and where commas separate decimals have a point", |dialect| {
        dialect.thousands != Some(dialect.decimal)
            && !(dialect.separator == ',' && dialect.decimal == ',' && dialect.thousands == Some('.'))
    })
}

/// A number by its digits: the whole part and the decimals.
fn number() -> impl Strategy<Value = (bool, String, String)> {
    (any::<bool>(), "(0|[1-9][0-9]{0,8})", "([0-9]{1,4})?")
}

impl Dialect {
    fn number(&self, (is_negative, whole, decimals): &(bool, String, String)) -> String {
        let mut text = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if let Some(mark) = self.thousands
                && place > 0
                && (whole.len() - place).is_multiple_of(3)
            {
                text.push(mark);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(self.decimal);
            text.push_str(decimals);
        }
        if *is_negative { format!("-{text}") } else { text }
    }

    fn row(&self, fields: &[&str]) -> String {
        let field = |field: &&str| {
            if self.quotes_all || field.contains(self.separator) {
                format!("\"{field}\"")
            } else {
                (*field).to_owned()
            }
        };
        let row: Vec<String> = fields.iter().map(field).collect();
        let separator = self.separator.to_string();
        row.join(&separator) + &separator.repeat(self.empty) + self.line_end
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// In whatever form a table is written: each number is read as itself, or it is reported.
    #[test]
    fn no_number_is_read_as_another(dialect in dialect(), numbers in prop::collection::vec(number(), 1..6)) {
        let mut text = dialect.before.to_owned();
        text.push_str(&dialect.row(&["series", "date", "value", "qualifier", "source"]));
        for (year, number) in (2001..).zip(&numbers) {
            let value = dialect.number(number);
            text.push_str(&dialect.row(&["mw", &year.to_string(), &value, "exact", "report"]));
            text.push_str(&(dialect.separator.to_string().repeat(dialect.empty) + dialect.line_end));
        }
        let loaded = opened(text.as_str());
        let found = reports(&loaded);
        let mut unread = 0;
        for (year, (is_negative, whole, decimals)) in (2001..).zip(&numbers) {
            let sign = if *is_negative { "-" } else { "" };
            let expected: f64 = format!("{sign}{whole}.{decimals}0").parse().unwrap();
            let year = format!("{year}");
            let figure = loaded.dossier.observations.iter().find(|figure| {
                figure.date.as_ref().is_some_and(|date| date.text() == year)
            });
            match figure {
                Some(figure) => prop_assert_eq!(figure.value, Some(expected), "{:?}", text),
                None => unread += 1,
            }
        }
        prop_assert_eq!(unread > 0, !found.is_empty(), "{:?} {:?}", text, found);
        // One dialect is one convention: at most one report of all values that can be two numbers.
        let unclear = found.iter().filter(|problem| problem.rule.id() == "number-ambiguous").count();
        prop_assert!(unclear <= 1 && found.iter().all(|problem| problem.rule.id() != "numbers-mixed"), "{:?}", found);
        // With semicolons or tabs, whatever proves its marks is read; but who writes `3.1` does not write `386.200` for 386.2.
        let is_unlike = |(_, whole, decimals): &(bool, String, String)| {
            decimals.len() == 3 && decimals.ends_with('0') && whole.len() <= 3 && whole != "0"
        };
        let is_alike = !numbers.iter().any(is_unlike);
        let proves = numbers.iter().any(|(_, whole, decimals)| {
            let groups = if dialect.thousands.is_some() { (whole.len() - 1) / 3 } else { 0 };
            matches!(decimals.len(), 1 | 2 | 4) || groups > 1 && matches!(dialect.thousands, Some('.' | ','))
        });
        if dialect.separator != ',' && proves && is_alike {
            prop_assert!(found.is_empty(), "{:?} {:?}", text, found);
        }
    }

    /// Anything at all as a value: what is read has its digits.
    #[test]
    fn any_value_is_read_as_its_digits_or_reported(
        value in "[-+(]?[0-9]{1,4}[.,'’ ]?[0-9]{0,4}[.,]?[0-9]{0,3}[ %€eE)]?[0-9]{0,2}",
        separator in prop::sample::select(vec![",", ";", "\t"]),
    ) {
        let row = ["mw", "2001", &format!("\"{value}\""), "exact", "report"].join(separator);
        let header = ["series", "date", "value", "qualifier", "source"].join(separator);
        let loaded = opened(format!("{header}\n{row}\n"));
        match &loaded.dossier.observations[..] {
            [] => prop_assert_eq!(reports(&loaded).len(), 1, "{:?} {:?}", value, loaded.problems),
            [figure] => {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let read = figure.value.unwrap().to_string();
                let (read, written) = (digits(&read), digits(&value));
                let (read, written) = (read.trim_matches('0'), written.trim_matches('0'));
                prop_assert_eq!(read, written);
            }
            several => prop_assert!(false, "{:?}", several),
        }
    }
}
