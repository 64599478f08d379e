//! `fundstelle source add`, and sources out as CSL-JSON: files of reference managers, what becomes of them in a dossier, and that
//! nothing else in its files changes.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files had better fail")]

use std::collections::BTreeMap;
use std::fs;

use fundstelle::dossier::{Source, When};
use fundstelle::load::{self, Loaded};
use serde_json::Value;

use crate::common::fixture::{FIXTURE, fixture};
use crate::common::run::{Answer, Folder, run, text_of};

const ARTICLE: &str =
    "Old bridge to close\nThe council has decided that the old bridge is to be closed in May.\n";
const HEAD: &str = "# The head stays.\r\nformat = 1\r\nid = \"bridge\"\r\ntitle = \"Bridge\"\r\nas_of = \"2026\"\r\n\r\n[article]\r\n\
                    file = \"article.txt\"\r\nlanguage = \"en\"\r\n\r\n[[source]] # the first\r\nid = \"echo\"\r\ntype = 'webpage'\r\n\
                    outlet = \"Evening Echo\"\r\nurl = \"https://example.org/echo\"\r\n# The end.";

const JSON: &str = r#"[
  {"id": "minutes", "type": "report", "publisher": "Town council", "title": "Minutes <i>No. 7</i>",
   "issued": {"date-parts": [[2026, 2, 25]]}, "accessed": {"date-parts": [["2026", "3", "4"]]},
   "URL": "https://council.example/7?utm_source=mail", "author": [{"literal": "Clerk"}], "note": null},
  {"id": "http://zotero.org/users/1/items/AB12", "type": "webpage", "container-title": "Evening Echo",
   "title": "Bridge shut", "URL": "https://EXAMPLE.org/echo/#comments"},
  {"id": "again", "type": "report", "publisher": "Town council", "URL": "https://council.example/7"},
  {"id": "nobody", "type": "book", "title": "On Bridges"},
  {"id": "echo", "type": "article-newspaper", "container-title": "Morning Post", "title": "Lorries \"stuck\"",
   "URL": "http://post.example/lorries"}
]"#;

const BIB: &str = "@comment{made by hand}\n@string{post = \"Morning Post\"}\n\
                   @article{lorries, entrysubtype = {newspaper}, journaltitle = post, title = {Lorries {STUCK} in Br{\\\"u}ck},\n\
                   \x20 date = {2026-03}, url = {https://post.example/lorries}}\n\
                   @book{broken, title = {x\n\
                   @book{echo, publisher = {P}, title = {Y}, doi = {10.1000/Y}}\n";

/// A dossier with a source, in lines that end as on Windows, the last of which does not end.
fn dossier() -> Folder {
    Folder::with(&[("article.txt", ARTICLE), ("dossier.toml", HEAD)])
}

fn add(folder: &Folder, name: &str, references: &str, options: &[&str]) -> Answer {
    let desk = Folder::with(&[(name, references)]);
    let file = desk.path().join(name);
    let path = folder.path();
    run(&[&["source", "add", path.to_str().unwrap(), file.to_str().unwrap()], options].concat())
}

fn opened(folder: &Folder) -> Loaded {
    load::load(&load::Folder::open(folder.path()).unwrap()).unwrap()
}

fn sources(folder: &Folder) -> Vec<Source> {
    opened(folder).dossier.sources.clone()
}

fn files(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

#[test]
fn publications_become_sources_and_every_other_byte_stays() {
    let folder = dossier();
    let answer = add(&folder, "refs.json", JSON, &[]);
    assert_eq!((answer.code, &*answer.stderr), (Some(1), ""), "one was left out: {answer:?}");
    let text = folder.read("dossier.toml");
    assert!(text.starts_with(HEAD), "{text}");
    assert!(
        text[HEAD.len()..].lines().all(|line| !line.contains('\r'))
            && !text.replace("\r\n", "").contains('\n')
    );
    let loaded = opened(&folder);
    assert_eq!(loaded.tally.errors, 0, "{:?}", loaded.problems);
    let found = &loaded.dossier.sources;
    let ids: Vec<&str> = found.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["echo", "minutes", "echo-2"]);
    let minutes = &found[1];
    assert_eq!((&*minutes.kind, &*minutes.outlet), ("report", "Town council"));
    assert_eq!(minutes.title.as_deref(), Some("Minutes No. 7"));
    assert_eq!(minutes.issued.as_ref().map(When::text), Some("2026-02-25"));
    assert_eq!(minutes.accessed.as_ref().map(When::text), Some("2026-03-04"));
    assert_eq!(minutes.url.as_deref(), Some("https://council.example/7?utm_source=mail"));
    assert_eq!((found[2].title.as_deref(), found[2].url.as_deref()), (Some("Lorries \"stuck\""), None));
    // Each entry has its line with its place; the address that is not taken over is said.
    for (place, says) in [
        (":2:3: minutes: ", "source:minutes"),
        (":5:3: http://zotero.org/users/1/items/AB12: ", "source:echo"),
        (":7:3: again: ", "entry 1"),
        (":8:3: nobody: ", "left out"),
        (":9:3: echo: ", "source:echo-2"),
    ] {
        let line = answer.stdout.lines().find(|line| line.contains(place));
        assert!(line.is_some_and(|line| line.contains(says)), "{place}: {}", answer.stdout);
    }
    assert!(answer.stdout.contains("http://post.example/lorries"), "{}", answer.stdout);
    assert!(answer.stdout.contains("dossier.toml"), "where they are: {}", answer.stdout);
}

#[test]
fn what_is_there_is_not_added_again() {
    let folder = dossier();
    let json = JSON.replace("{\"id\": \"nobody\", \"type\": \"book\", \"title\": \"On Bridges\"},", "");
    assert_eq!(add(&folder, "refs.json", &json, &[]).code, Some(0));
    let before = files(&folder);
    let answer = add(&folder, "refs.json", &json, &[]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_eq!(files(&folder), before);
}

#[test]
fn of_bibtex_what_is_whole_comes_in() {
    let folder = dossier();
    // By what stands in it, whatever it is called.
    let answer = add(&folder, "export.txt", BIB, &[]);
    assert_eq!(answer.code, Some(1), "{answer:?}");
    let found = sources(&folder);
    let ids: Vec<&str> = found.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["echo", "lorries", "echo-2"]);
    assert_eq!(found[1].title.as_deref(), Some("Lorries STUCK in Brück"));
    assert_eq!((&*found[1].kind, &*found[1].outlet), ("article-newspaper", "Morning Post"));
    assert_eq!(found[2].url.as_deref(), Some("https://doi.org/10.1000/Y"));
    assert!(answer.stdout.contains(":5:1: broken: left out"), "{}", answer.stdout);
}

#[test]
fn they_come_through_standard_input_and_go_where_sources_stand() {
    let folder = Folder::of(&fixture());
    let before = files(&folder);
    let answer = crate::common::run::run_with(
        &["source", "add", folder.path().to_str().unwrap(), "-"],
        BIB.replace("@book{broken, title = {x\n", ""),
    );
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{answer:?}");
    let after = files(&folder);
    let changed: Vec<&String> = after.keys().filter(|name| after.get(*name) != before.get(*name)).collect();
    assert_eq!(changed, ["sources.toml"]);
    assert!(after["sources.toml"].starts_with(&before["sources.toml"]));
    assert_eq!(sources(&folder).len(), opened_fixture().len() + 2);
}

fn opened_fixture() -> Vec<Source> {
    load::load(&fixture()).unwrap().dossier.sources.clone()
}

#[test]
fn a_dry_run_prints_what_would_be_written() {
    let folder = dossier();
    let before = files(&folder);
    let answer = add(&folder, "refs.json", JSON, &["--dry-run"]);
    assert_eq!(answer.code, Some(1));
    assert_eq!(files(&folder), before);
    let toml: toml::Table = answer.stdout.parse().unwrap();
    assert_eq!(toml["source"].as_array().unwrap().len(), 2);
    assert!(answer.stderr.contains("nobody: left out"), "{answer:?}");
    // Put in by hand it is what would have been written.
    folder.write("sources.toml", answer.stdout);
    let by_hand = sources(&folder);
    let other = dossier();
    add(&other, "refs.json", JSON, &[]);
    assert_eq!(by_hand, sources(&other));
}

#[test]
fn nothing_is_written_where_that_is_refused() {
    let refused = |folder: &Folder, answer: &Answer, says: &str| {
        assert_eq!((answer.code, &*answer.stdout), (Some(1), ""), "{answer:?}");
        assert!(answer.stderr.contains(says), "{answer:?}");
        assert!(
            folder.read("dossier.toml").starts_with(HEAD) && !folder.read("dossier.toml").contains("minutes")
        );
    };
    let folder = dossier();
    folder.write(".dossier.toml.swp", "");
    refused(&folder, &add(&folder, "refs.json", JSON, &[]), ".dossier.toml.swp");
    let folder = dossier();
    folder.write("dossier.toml", format!("{HEAD}\n<<<<<<< mine\n"));
    refused(&folder, &add(&folder, "refs.json", JSON, &[]), "dossier.toml:17:1");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = dossier();
        fs::set_permissions(folder.path().join("dossier.toml"), fs::Permissions::from_mode(0o444)).unwrap();
        refused(&folder, &add(&folder, "refs.json", JSON, &[]), "dossier.toml");
    }
}

#[test]
fn an_article_alone_and_a_pipe_have_no_place_for_sources() {
    let desk = Folder::with(&[("article.txt", ARTICLE), ("refs.json", JSON)]);
    let answer = desk.run_inside(&["source", "add", "article.txt", "refs.json"]);
    assert_eq!((answer.code, &*answer.stdout), (Some(1), ""), "{answer:?}");
    assert!(answer.stderr.contains("fundstelle new"), "{answer:?}");
    for arguments in
        [&["source", "add", "-", "refs.json"][..], &["source", "add", ".", "gone.json"], &["source"]]
    {
        assert_eq!(desk.run_inside(arguments).code, Some(2), "{arguments:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_said_with_its_place() {
    for (name, bytes, place) in [
        ("refs.json", &b"[{\"type\": \"book\",}]"[..], ":1:18: "),
        ("refs.bib", b"@book{a,\n title = {Br\xfccke}, publisher = {Flu\xdf}}", ":2:13: "),
        ("refs.ris", b"TY  - JOUR\nER  - \n", ":1:1: "),
        ("refs.json", b"", ":1:1: "),
    ] {
        let folder = dossier();
        let desk = Folder::with(&[(name, bytes)]);
        let path = desk.path().join(name);
        let answer = run(&["source", "add", folder.path().to_str().unwrap(), path.to_str().unwrap()]);
        assert_eq!((answer.code, &*answer.stdout), (Some(1), ""), "{name}: {answer:?}");
        assert!(answer.stderr.contains(place), "{name}: {answer:?}");
        assert_eq!(folder.read("dossier.toml"), HEAD);
    }
}

fn exported(arguments: &[&str]) -> Value {
    serde_json::from_str(&text_of(&[&["export", FIXTURE, "--format", "csl-json"], arguments].concat()))
        .unwrap()
}

fn ids(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn sources_go_out_as_csl_json() {
    let items = exported(&[]);
    let all = opened_fixture();
    assert_eq!(ids(&items), all.iter().map(|source| source.id.as_str()).collect::<Vec<_>>());
    assert_eq!(
        items[0],
        serde_json::json!({
            "id": "quarzon-2022-08-31",
            "type": "report",
            "publisher": "Quarzon",
            "title": "Notice to shareholders, August 2022",
            "issued": { "date-parts": [[2022, 8, 31]] },
            "accessed": { "date-parts": [[2026, 11, 23]] },
            "URL": "https://quarzon.example/quarzon-2022-08-31",
        })
    );
    assert_eq!(items[1]["container-title"], "Ausfuhramt", "a page is in its website");
}

#[test]
fn a_part_has_the_sources_that_it_cites() {
    let loaded = load::load(&fixture()).unwrap();
    let claim = loaded.dossier.claims.iter().find(|claim| !claim.evidence.sources.is_empty()).unwrap();
    let items = exported(&["--about", &format!("claim:{}", claim.id)]);
    let found = ids(&items);
    assert!(claim.evidence.sources.iter().all(|id| found.contains(&id.as_str())), "{found:?}");
    assert!(found.len() < loaded.dossier.sources.len());
    assert_eq!(exported(&["--only", "sources"]), exported(&[]));
    for wrong in [&["--brief"][..], &["--with-notes"], &["--only", "sources", "--assessment", "open"]] {
        let answer = run(&[&["export", FIXTURE, "--format", "csl-json"], wrong].concat());
        assert_eq!(answer.code, Some(2), "{wrong:?}");
    }
}

#[test]
fn what_goes_out_comes_in_as_it_was() {
    let written = text_of(&["export", FIXTURE, "--format", "csl-json"]);
    let home = Folder::of(&fixture());
    let before = files(&home);
    let answer = add(&home, "refs.json", &written, &[]);
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{answer:?}");
    assert_eq!(files(&home), before, "all of them are there");
    let folder = dossier();
    folder.write("dossier.toml", HEAD.split("[[source]]").next().unwrap());
    assert_eq!(add(&folder, "refs.json", &written, &[]).code, Some(0));
    assert_eq!(sources(&folder), opened_fixture());
}

/// Thousands are read, planned and written at once.
#[test]
fn a_large_file_comes_in_whole() {
    use std::fmt::Write as _;
    let mut bib = String::new();
    for number in 0..1500 {
        let _ = writeln!(
            bib,
            "@online{{page, organization = {{Echo}}, url = {{https://example.org/page/{number}}}}}"
        );
    }
    let folder = dossier();
    let answer = add(&folder, "refs.bib", &bib, &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert_eq!(sources(&folder).len(), 1501);
}
