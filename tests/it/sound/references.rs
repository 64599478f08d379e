//! Files of reference managers: whatever stands in them, what comes of it is a good dossier, and then all of it is there.

use fundstelle::edit::plan;
use fundstelle::export::csl_json;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files as _, Memory, load};
use fundstelle::references::{Outcome, add, read};

const HEAD: &str = "format = 1\nid = \"x\"\ntitle = \"X\"\nas_of = \"2026\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                    [[source]]\nid = \"a\"\ntype = \"webpage\"\noutlet = \"A\"\nurl = \"https://a.example/\"\n";

/// Adds what the bytes hold to a dossier.
pub(crate) fn check(input: &[u8]) {
    let files = Memory::default().with("a.txt", "A\nWords.\n").with("dossier.toml", HEAD);
    let Ok(entries) = read("refs", input.to_vec()) else { return };
    let before = load(&files).expect("it opens");
    let addition = add(&before.dossier, &entries);
    assert_eq!(addition.entries.len(), entries.len());
    let planned = plan(&files, &addition.change).expect("all that is taken over is as the format wants it");
    let is_new = |outcome: &Outcome| matches!(outcome, Outcome::Added { .. });
    let new = addition.entries.iter().filter(|entry| is_new(&entry.outcome)).count();
    assert_eq!(planned.loaded.dossier.sources.len(), before.dossier.sources.len() + new);
    let again = add(&planned.loaded.dossier, &entries);
    assert!(again.change.steps.is_empty(), "{:?}", again.change);
    let after = planned
        .files
        .iter()
        .fold(files, |files, (name, change)| files.with(name, change.after.clone().unwrap_or_default()));
    assert!(after.read("dossier.toml", 1 << 24).is_ok_and(|bytes| bytes.starts_with(HEAD.as_bytes())));
    // What goes out is there, too.
    let written = csl_json(&planned.loaded, Language::En, None).expect("all sources");
    let back = read("refs.json", written.into_bytes()).expect("it is CSL-JSON");
    assert!(add(&planned.loaded.dossier, &back).change.steps.is_empty());
}
