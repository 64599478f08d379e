//! Files that are changed as people and accidents change them: whatever can be written into them can be taken back.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::sound::edits;

/// What stands in the folder of seeds, also everything that the fuzz target ever found.
fn seeds() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/edit");
    let mut seeds: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let bytes = fs::read(&path).unwrap();
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                String::from_utf8_lossy(&bytes).into_owned(),
            )
        })
        .collect();
    seeds.sort();
    assert!(seeds.len() > 3);
    seeds
}

#[test]
fn every_seed_holds() {
    for (name, text) in seeds() {
        eprintln!("{name}");
        edits::check(text.as_bytes());
    }
}

/// What can come between anything.
const PIECES: [&str; 30] = [
    "\n",
    "\r\n",
    " ",
    "\t",
    "#",
    "# x\n",
    ",",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    "\\",
    "\n[[claim]]\n",
    "\n[claim.note]\n",
    "\n[[actor.mentions]]\n",
    "id = \"a\"\n",
    "note.en = ''\n",
    "[]",
    "{}",
    "🌉",
    "\u{feff}",
    "\r",
];

#[derive(Clone, Debug)]
enum Edit {
    Insert(Index, &'static str),
    /// A line.
    Delete(Index),
    Double(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), select(&PIECES[..])).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        at().prop_map(Edit::Delete),
        (at(), at()).prop_map(|(from, to)| Edit::Double(from, to)),
    ]
}

fn edited(text: &str, edit: &Edit) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    match edit {
        Edit::Insert(at, piece) => {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = places[at.index(places.len())];
            return format!("{}{piece}{}", &text[..at], &text[at..]);
        }
        Edit::Delete(at) => drop(lines.remove(at.index(lines.len()))),
        Edit::Double(from, to) => lines.insert(to.index(lines.len()), lines[from.index(lines.len())]),
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_left_of_files_is_written_to_with_care(
        seed in any::<Index>(),
        edits in proptest::collection::vec(edit(), 1..4),
    ) {
        let seeds = seeds();
        let (_, text) = &seeds[seed.index(seeds.len())];
        let text = edits.iter().fold(text.clone(), |text, edit| edited(&text, edit));
        edits::check(text.as_bytes());
    }
}
