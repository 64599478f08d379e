//! Good dossiers, changed as authors, editors and accidents change them: whatever comes out is read without harm, what
//! is told of it is so, and it can be looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its seeds had better fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::fixture::fixture;
use fundstelle::input::action::TABLE;
use fundstelle::load::format::FILES;
use fundstelle::load::{Files, Grade, Loaded, Memory, Problem, ReadError, Refusal, load};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::sound::files::{Named, memory, press, split};

/// What stands in the folder of seeds for a target.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds").join(target);
    let mut seeds: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    seeds.sort();
    assert!(seeds.len() > 1, "{target} has seeds");
    seeds
}

fn seed(name: &str) -> Vec<Named> {
    let (_, bytes) = seeds("load").into_iter().find(|(known, _)| known == name).unwrap();
    split(&bytes).into_iter().filter(|(name, _)| name != "keys").collect()
}

fn fixture_files() -> Vec<Named> {
    let fixture = fixture();
    fixture.list().into_iter().map(|name| (name.clone(), fixture.read(&name, 1 << 20).unwrap())).collect()
}

/// Also everything that a fuzz target ever found.
#[test]
fn every_seed_holds() {
    for (name, bytes) in seeds("load") {
        eprintln!("{name}");
        crate::sound::files::check(&bytes);
    }
    for (name, bytes) in seeds("anchors") {
        eprintln!("{name}");
        crate::sound::anchors::check(&String::from_utf8_lossy(&bytes));
    }
    for (name, bytes) in seeds("wrap") {
        eprintln!("{name}");
        crate::sound::wrap::check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn every_file_of_a_reference_manager_holds() {
    for (name, bytes) in seeds("references") {
        eprintln!("{name}");
        crate::sound::references::check(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// A good file with a stretch of it gone, and something else in its place.
    #[test]
    fn a_changed_file_of_a_reference_manager_does_no_harm(
        which in any::<Index>(), from in any::<Index>(), length in 0..12_usize, piece in select(PIECES.to_vec()),
    ) {
        let all = seeds("references");
        let (_, bytes) = which.get(&all);
        let from = from.index(bytes.len());
        let to = (from + length).min(bytes.len());
        let changed = [&bytes[..from], piece.as_bytes(), &bytes[to..]].concat();
        crate::sound::references::check(&changed);
    }
}

#[test]
fn what_is_changed_is_sound_before() {
    for name in ["small.txt", "markdown.txt"] {
        let loaded = crate::sound::dossier::check(&memory(&seed(name))).unwrap();
        assert_eq!(loaded.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0], "{name}");
    }
    let loaded = crate::sound::dossier::check(&fixture()).unwrap();
    assert!(loaded.problems.iter().all(|problem| problem.grade() == Grade::Warning));
}

/// What can come between, or instead of, anything.
const PIECES: [&str; 36] = [
    "",
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\n",
    ",",
    ".",
    "\\",
    "#",
    "\t",
    "\r\n",
    "\r",
    "-",
    "0",
    " ",
    "\u{0}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{200d}",
    "\u{ad}",
    "\u{a0}",
    "\u{2028}",
    "u\u{308}",
    "\u{308}",
    "\u{feff}",
    "書",
    "👩\u{200d}👩\u{200d}👧",
    "\u{e0041}",
];

/// Values of every type, well meant and not.
const VALUES: [&str; 32] = [
    "\"\"",
    "\"a\"",
    "\"s\"",
    "\"e\"",
    "\"de\"",
    "\"2025\"",
    "\"2025-13\"",
    "\"XXXX\"",
    "\"[..2025-11]\"",
    "\"2025-41/..\"",
    "\"99999-01\"",
    "\"-2025\"",
    "\"../a.txt\"",
    "\"/etc/passwd\"",
    "\"o.csv\"",
    "\"borne-out\"",
    "\"\\u202E\\u0007\"",
    "2025-11-05",
    "2025-11-05T10:00:00Z",
    "0",
    "-1",
    "9223372036854775807",
    "99999999999999999999",
    "1e308",
    "nan",
    "-inf",
    "true",
    "[]",
    "[[], {}]",
    "[\"a\", \"a\", 1]",
    "{ exact = \"Chips\", prefix = \" \" }",
    "{ de = \"x\", en = 1 }",
];

/// Fields of a table of figures.
const FIELDS: [&str; 16] = [
    "",
    "m",
    "p",
    "s",
    "2024-41",
    "XXXX",
    "1e308",
    "1e309",
    "-0",
    "1,5",
    "99999999999999999999",
    "more-than",
    "\"",
    "\"a,b\"",
    "\"a\nb\"",
    "\u{202e}",
];

/// What a file is made of, for a change that takes, doubles or swaps parts of it.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// A line; in an article a block.
    Line,
    /// What begins with `[`.
    Table,
    /// What stands between blanks.
    Word,
    /// What stands between commas.
    Field,
}

impl Part {
    /// The text in such parts; put together again they are the text.
    fn of(self, text: &str) -> Vec<String> {
        match self {
            Part::Line => text.split_inclusive('\n').map(str::to_owned).collect(),
            Part::Word => text.split_inclusive([' ', '\n']).map(str::to_owned).collect(),
            Part::Field => text.split_inclusive([',', '\n']).map(str::to_owned).collect(),
            Part::Table => {
                let mut tables: Vec<String> = vec![String::new()];
                for line in text.split_inclusive('\n') {
                    if line.starts_with('[') {
                        tables.push(String::new());
                    }
                    tables.last_mut().unwrap().push_str(line);
                }
                tables
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Change {
    Delete(Part, Index, usize),
    Double(Part, Index, Index),
    Swap(Part, Index, Index),
    /// A part of another file.
    Borrow(Part, Index, Index, Index),
    /// The text of a line before its first equals sign, or behind it.
    Key(Index, Index),
    Value(Index, &'static str),
    Field(Index, &'static str),
    Insert(Index, &'static str),
    InsertAny(Index, String),
    Byte(Index, u8),
    Truncate(Index),
    Crlf,
    Mark,
    /// The whole file.
    Remove,
    Rename(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let part = || select(vec![Part::Line, Part::Line, Part::Table, Part::Word, Part::Field]);
    let at = any::<Index>;
    prop_oneof![
        4 => (part(), at(), 1_usize..6).prop_map(|(part, at, count)| Change::Delete(part, at, count)),
        3 => (part(), at(), at()).prop_map(|(part, from, to)| Change::Double(part, from, to)),
        3 => (part(), at(), at()).prop_map(|(part, a, b)| Change::Swap(part, a, b)),
        2 => (part(), at(), at(), at()).prop_map(|(part, file, from, to)| Change::Borrow(part, file, from, to)),
        3 => (at(), at()).prop_map(|(a, b)| Change::Key(a, b)),
        6 => (at(), select(&VALUES[..])).prop_map(|(at, value)| Change::Value(at, value)),
        3 => (at(), select(&FIELDS[..])).prop_map(|(at, field)| Change::Field(at, field)),
        5 => (at(), select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
        1 => (at(), any::<String>()).prop_map(|(at, piece)| Change::InsertAny(at, piece)),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => at().prop_map(Change::Truncate),
        1 => Just(Change::Crlf),
        1 => Just(Change::Mark),
        1 => Just(Change::Remove),
        1 => at().prop_map(Change::Rename),
    ]
}

/// Each change meets one of the files.
fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    prop::collection::vec((any::<Index>(), change()), 1..7)
}

fn changed(mut files: Vec<Named>, changes: &[(Index, Change)]) -> Vec<Named> {
    for (file, change) in changes {
        if files.is_empty() {
            break;
        }
        let file = file.index(files.len());
        match change {
            Change::Remove => {
                files.remove(file);
            }
            Change::Rename(other) => {
                let other = other.index(files.len());
                let name = std::mem::take(&mut files[file].0);
                files[file].0 = std::mem::replace(&mut files[other].0, name);
            }
            Change::Byte(at, byte) => {
                let bytes = &mut files[file].1;
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
            }
            Change::Truncate(at) => {
                let bytes = &mut files[file].1;
                bytes.truncate(at.index(bytes.len() + 1));
            }
            Change::Borrow(part, other, from, to) => {
                let other = String::from_utf8_lossy(&files[other.index(files.len())].1).into_owned();
                let parts = part.of(&other);
                let borrowed =
                    if parts.is_empty() { String::new() } else { parts[from.index(parts.len())].clone() };
                edit(&mut files[file].1, |text| {
                    let mut parts = part.of(text);
                    parts.insert(to.index(parts.len() + 1), borrowed);
                    parts.concat()
                });
            }
            other => edit(&mut files[file].1, |text| rewritten(text, other)),
        }
    }
    files
}

fn edit(bytes: &mut Vec<u8>, with: impl FnOnce(&str) -> String) {
    *bytes = with(&String::from_utf8_lossy(bytes)).into_bytes();
}

fn rewritten(text: &str, change: &Change) -> String {
    let insert = |at: &Index, piece: &str| {
        let mut places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        places.push(text.len());
        let place = places[at.index(places.len())];
        [&text[..place], piece, &text[place..]].concat()
    };
    let parts_of = |part: Part, with: &dyn Fn(&mut Vec<String>)| {
        let mut parts = part.of(text);
        if !parts.is_empty() {
            with(&mut parts);
        }
        parts.concat()
    };
    match change {
        Change::Delete(part, at, count) => parts_of(*part, &|parts| {
            let at = at.index(parts.len());
            parts.drain(at..(at + count).min(parts.len()));
        }),
        Change::Double(part, from, to) => parts_of(*part, &|parts| {
            let doubled = parts[from.index(parts.len())].clone();
            parts.insert(to.index(parts.len() + 1), doubled);
        }),
        Change::Swap(part, a, b) => parts_of(*part, &|parts| {
            let (a, b) = (a.index(parts.len()), b.index(parts.len()));
            parts.swap(a, b);
        }),
        Change::Key(a, b) => parts_of(Part::Line, &|lines| {
            let key = lines[b.index(lines.len())].split_once('=').map(|(key, _)| key.to_owned());
            let a = a.index(lines.len());
            let line = &mut lines[a];
            if let Some((key, (_, value))) = key.zip(line.split_once('=')) {
                *line = format!("{key}={value}");
            }
        }),
        Change::Value(at, new) => parts_of(Part::Line, &|lines| {
            let keyed: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].contains('=')).collect();
            if keyed.is_empty() {
                return;
            }
            let line = &mut lines[keyed[at.index(keyed.len())]];
            *line = format!("{}= {new}\n", line.split_once('=').unwrap().0);
        }),
        Change::Field(at, new) => parts_of(Part::Field, &|fields| {
            let at = at.index(fields.len());
            let field = &mut fields[at];
            let end = field.trim_end_matches([',', '\n']).len();
            field.replace_range(..end, new);
        }),
        Change::Insert(at, piece) => insert(at, piece),
        Change::InsertAny(at, piece) => insert(at, piece),
        Change::Crlf => text.replace('\n', "\r\n"),
        Change::Mark => format!("\u{feff}{text}"),
        Change::Borrow(..) | Change::Byte(..) | Change::Truncate(_) | Change::Remove | Change::Rename(_) => {
            unreachable!("done to the bytes")
        }
    }
}

fn problems(loaded: &Result<Loaded, Refusal>) -> &[Problem] {
    match loaded {
        Ok(loaded) => &loaded.problems,
        Err(refusal) => &refusal.problems,
    }
}

/// The same files, listed in another order.
struct Shuffled(Memory, Vec<String>);

impl Files for Shuffled {
    fn list(&self) -> Vec<String> {
        self.1.clone()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.0.read(name, limit)
    }
}

fn keys() -> impl Strategy<Value = String> {
    let mut keys: Vec<String> = TABLE.iter().flat_map(|entry| entry.keys).map(ToString::to_string).collect();
    keys.extend(["a", "e", "ü", "Down", "Enter", "Down", "Enter"].map(str::to_owned));
    let size = prop_oneof![(1_u16..220, 1_u16..80), (40_u16..120, 10_u16..40)];
    (size, prop::collection::vec(select(keys), 1..12))
        .prop_map(|((width, height), keys)| format!("{width}x{height} {}", keys.join(" ")))
}

fn check_in_any_order(files: &[Named], order: &[Index]) {
    let memory = memory(files);
    let mut names = memory.list();
    for (place, other) in (0..names.len()).zip(order) {
        let other = other.index(names.len());
        names.swap(place, other);
    }
    let loaded = load(&memory);
    assert_eq!(problems(&loaded), problems(&load(&Shuffled(memory, names))));
}

fn order() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 8)
}

/// What is said, and of what, wherever it is written.
fn said(problems: &[Problem]) -> BTreeSet<(Grade, String, String, Option<String>)> {
    let said = |one: &Problem| {
        (one.grade(), one.message.clone(), one.hint.clone(), one.item.as_ref().map(ToString::to_string))
    };
    problems.iter().map(said).collect()
}

/// The tables of all files, each put into one of the files in an order of their own. What stands above the first table
/// with an id stays.
fn spread(files: &[Named], places: &[(Index, u32)]) -> Vec<Named> {
    let mut spread: Vec<Named> = FILES.iter().map(|name| ((*name).to_owned(), Vec::new())).collect();
    let mut tables: Vec<String> = Vec::new();
    for (name, bytes) in files {
        if !FILES.contains(&name.as_str()) {
            spread.push((name.clone(), bytes.clone()));
            continue;
        }
        for table in Part::Table.of(std::str::from_utf8(bytes).unwrap()) {
            if table.starts_with("[[") {
                tables.push(table);
            } else {
                spread[0].1.extend(table.bytes());
            }
        }
    }
    let mut placed: Vec<_> = tables.iter().zip(places.iter().cycle()).collect();
    placed.sort_by_key(|(_, (_, order))| *order);
    for (table, (file, _)) in placed {
        spread[file.index(FILES.len())].1.extend(table.bytes());
    }
    spread
}

/// So many cases. What they find goes into `tests/seeds`, to be tried by every run in plain sight.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(1200))]

    #[test]
    fn small_dossiers_hold_whatever_is_changed(
        name in select(vec!["small.txt", "small.txt", "markdown.txt", "bare.txt", "broken.txt"]),
        changes in changes(),
        order in order(),
        script in keys(),
    ) {
        let files = changed(seed(name), &changes);
        if let Some(loaded) = crate::sound::dossier::check(&memory(&files)) {
            press(loaded, &script);
        }
        check_in_any_order(&files, &order);
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_fixture_holds_whatever_is_changed(
        changes in changes(), order in order(), script in keys(),
    ) {
        let files = changed(fixture_files(), &changes);
        if let Some(loaded) = crate::sound::dossier::check(&memory(&files)) {
            press(loaded, &script);
        }
        check_in_any_order(&files, &order);
    }

    /// Every quotation of the dossier, in an article whose words were deleted, doubled and swapped.
    #[test]
    fn the_fixture_holds_in_any_edit_of_its_article(
        changes in prop::collection::vec(
            (select(vec![Part::Word, Part::Word, Part::Line]), any::<Index>(), any::<Index>(), 0..3), 1..12,
        ),
        script in keys(),
    ) {
        let mut files = fixture_files();
        let article = files.iter_mut().find(|(name, _)| name == "article.txt").unwrap();
        for (part, a, b, kind) in changes {
            let change = match kind {
                0 => Change::Delete(part, a, 1),
                1 => Change::Double(part, a, b),
                _ => Change::Swap(part, a, b),
            };
            edit(&mut article.1, |text| rewritten(text, &change));
        }
        if let Some(loaded) = crate::sound::dossier::check(&memory(&files)) {
            press(loaded, &script);
        }
    }

    /// Values are changed, not keys or ids: what is written twice belongs to whoever comes first.
    #[test]
    fn tables_say_the_same_in_any_file_and_order(
        of_fixture in any::<bool>(),
        values in prop::collection::vec((any::<Index>(), any::<Index>(), select(&VALUES[..])), 0..6),
        places in prop::collection::vec((any::<Index>(), any::<u32>()), 50..90),
    ) {
        let mut files = if of_fixture { fixture_files() } else { seed("small.txt") };
        for (file, line, value) in values {
            let file = file.index(files.len());
            edit(&mut files[file].1, |text| {
                let mut lines = Part::Line.of(text);
                let keyed: Vec<usize> =
                    (0..lines.len()).filter(|at| lines[*at].contains(" = ") && !lines[*at].starts_with("id")).collect();
                if !keyed.is_empty() {
                    let line = &mut lines[keyed[line.index(keyed.len())]];
                    *line = format!("{} = {value}\n", line.split_once(" = ").unwrap().0);
                }
                lines.concat()
            });
        }
        let written = load(&memory(&files));
        let elsewhere = load(&memory(&spread(&files, &places)));
        prop_assert_eq!(said(problems(&written)), said(problems(&elsewhere)));
    }
}

/// Words that meet everywhere, marks that join what stands before them, and blanks.
fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "ana", "ananas", "na", " ", " ", "\n", "\u{a0}", "u", "\u{308}", "ü", "\u{323}", "\u{307}", "한",
        "\u{1100}", "\u{1161}", "書", "\u{212b}", "-", "„", "*", "_", "`", "[a](b)", "&amp;", "# ", "> ",
        "\\", "\t",
    ]);
    prop::collection::vec(word, 1..14).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn quotations_stand_where_they_are_found(
        article in words(),
        edits in prop::collection::vec((words(), words()), 0..2),
        quotes in prop::collection::vec((words(), words(), words(), 0..3), 1..6),
        numbers in prop::collection::vec((0..6, 0..6), 0..3),
    ) {
        let line = |text: &str| text.replace('\n', " ");
        let edits: Vec<String> = edits.iter().map(|(old, new)| format!("{} -> {}", line(old), line(new))).collect();
        let mut lines: Vec<String> = quotes
            .iter()
            .map(|(prefix, exact, suffix, context)| match context {
                0 => line(exact),
                1 => format!("{}|{}|", line(prefix), line(exact)),
                _ => format!("|{}|{}", line(exact), line(suffix)),
            })
            .collect();
        lines.extend(numbers.iter().map(|(first, more)| format!("#{first}-{}", first + more)));
        crate::sound::anchors::check(&format!("{article}\n===\n{}\n===\n{}", edits.join("\n"), lines.join("\n")));
    }

    #[test]
    fn texts_are_all_there_at_any_width(text in words(), any in any::<String>(), width in 0_u16..40) {
        crate::sound::wrap::check(&format!("{width} de\n{text}{any}"));
    }
}
