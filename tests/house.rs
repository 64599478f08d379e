//! The directions of the house: which folder may use which. `src/lib.rs` tells the order; this holds it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources had better fail")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up: each may use itself and what stands before it.
const FLOORS: [&str; 11] =
    ["text", "dossier", "i18n", "load", "ui", "panels", "app", "render", "export", "runtime", "cli"];

/// Files that touch the world although they do not live at the edge, and why.
const EXCEPTIONS: [(&str, &str); 1] = [("load/files.rs", "reads the dossier's folder behind a trait")];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root.clone()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(&path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.len() > 30, "the sources were found");
    found
}

fn floor_of(file: &str) -> Option<usize> {
    let room = file.split('/').next().unwrap().trim_end_matches(".rs");
    FLOORS.iter().position(|floor| *floor == room)
}

/// The code of a file without its comments and its inline tests, which may look wherever they like. These stand at the
/// end; an item before them that only tests see is code like any other, and so is what follows it.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or(""));
    let mut code = lines.collect::<Vec<_>>().join("\n");
    let tests = code.match_indices("#[cfg(test)]").find(|(at, attribute)| {
        let item = code[at + attribute.len()..].trim_start();
        // `mod tests;` has its tests in another file, and code may follow.
        item.strip_prefix("mod ").is_some_and(|name| name.find('{') < name.find(';') && name.contains('{'))
    });
    if let Some((at, _)) = tests {
        code.truncate(at);
    }
    code
}

/// The rooms a file names after `crate::`, also within braces.
fn rooms_used(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let Some(inner) = rest.strip_prefix('{') else {
            rooms.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, c) in inner.char_indices() {
            match c {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                _ if begins && !c.is_whitespace() => {
                    rooms.push(word(&inner[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

#[test]
fn what_only_tests_see_hides_nothing_after_it() {
    let file = "use crate::text::A; // crate::cli::No
impl Index {
    #[cfg(test)]
    fn whole() {}

    fn after() { crate::app::draw() }
}

#[cfg(test)]
mod shapes;

fn last() { crate::panels::list() }

#[cfg(test)]
mod tests {
    use crate::runtime::X;
}
";
    assert_eq!(rooms_used(&code(file)), ["text", "app", "panels"]);
    assert_eq!(code("fn a() {}\n#[cfg(test)]\nmod tests;\n"), "fn a() {}\n#[cfg(test)]\nmod tests;");
}

#[test]
fn rooms_within_braces_are_seen() {
    assert_eq!(rooms_used("use crate::{app::X, text::Y};"), ["app", "text"]);
    assert_eq!(rooms_used("use crate::{\n    dossier::{Id, links::Lit},\n    app,\n};"), ["dossier", "app"]);
    assert_eq!(rooms_used("use crate::ui::{key::Key}; use crate::load;"), ["ui", "load"]);
}

#[test]
fn imports_run_strictly_upward() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        // Tests in a file of their own may look wherever they like, as those inside a file.
        let Some(floor) = floor_of(&file).filter(|_| !file.ends_with("/tests.rs")) else { continue };
        for room in rooms_used(&code(&text)) {
            match FLOORS.iter().position(|name| *name == room) {
                Some(used) if used > floor => wrong.push(format!("{file} uses {room}")),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "imports that run downward: {wrong:#?}");
}

#[test]
fn every_file_has_a_floor() {
    let homeless: Vec<_> = sources()
        .into_iter()
        .map(|(file, _)| file)
        .filter(|file| floor_of(file).is_none() && !["lib.rs", "main.rs"].contains(&file.as_str()))
        .collect();
    assert!(homeless.is_empty(), "no floor for {homeless:?}");
}

#[test]
fn panels_do_not_know_each_other() {
    // A list, its rows, a quotation and a line of text are parts that panels are made of.
    let shared = ["list", "prompt", "quotation", "row", "scroll"];
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(own) = file.strip_prefix("panels/") else { continue };
        if own == "mod.rs" {
            continue;
        }
        let own = own.split('/').next().unwrap().trim_end_matches(".rs");
        for rest in code(&text).split("panels::").skip(1) {
            let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != own && !shared.contains(&used.as_str()) {
                wrong.push(format!("{file} uses panels::{used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_edge_touches_the_world() {
    let world = [
        "std::fs",
        "std::env",
        "std::process",
        "std::time",
        "std::net",
        "std::thread",
        "std::io",
        "crossterm",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "println!",
        "print!",
        "eprintln!",
    ];
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let at_the_edge = file.starts_with("runtime/") || file.starts_with("cli/") || file == "main.rs";
        if at_the_edge || EXCEPTIONS.iter().any(|(name, _)| *name == file) {
            continue;
        }
        let code = code(&text);
        wrong.extend(world.iter().filter(|name| code.contains(**name)).map(|name| format!("{file}: {name}")));
    }
    assert!(wrong.is_empty(), "only runtime and the trait of files may do that: {wrong:#?}");
}

#[test]
fn the_ground_floors_know_no_screen() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if ["dossier/", "i18n/", "load/"].iter().any(|room| file.starts_with(room))
            && code(&text).contains("ratatui")
        {
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "what is known does not depend on how it is shown: {wrong:?}");
}
