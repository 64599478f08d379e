//! The directions of the house: which folder and which file may use which, and who does I/O. `src/lib.rs` describes the
//! order; this holds it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources had better fail")]

mod planted;
mod rules;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{KNOWN, violations};
use sources::{House, Sources};

fn sources() -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Sources::new();
    let mut open: Vec<PathBuf> = vec![root.clone()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(&path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn directions_hold() {
    let house = House::read(&sources());
    assert!(house.files().len() > 150 && house.uses.len() > 10_000, "the sources were found and read");
    let wrong: Vec<String> =
        violations(&house, KNOWN).into_iter().map(|(rule, text)| format!("{rule:?}: {text}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
