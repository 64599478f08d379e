//! The rules, each as a function from the sources to what violates it.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::sources::{House, Target, Use};

/// From the ground up: each may use itself and what stands before it.
const FLOORS: [&str; 26] = [
    "text",
    "dossier",
    "notes",
    "i18n",
    "facts",
    "load",
    "suggest",
    "edit",
    "references",
    "intake",
    "look",
    "input",
    "settings",
    "protocol",
    "export",
    "plain",
    "widgets",
    "panels",
    "card",
    "tour",
    "search",
    "overlays",
    "app",
    "render",
    "runtime",
    "cli",
];

/// Floors that use none of the others, wherever they stand.
const ALONE: [&str; 1] = ["render"];

/// What those use all the same: how text stands in markup is the same wherever markup is written.
const SHARED: [&str; 2] = ["text", "escape"];

/// The roots, which only declare modules and start the program.
const ROOTS: [&str; 2] = ["lib.rs", "main.rs"];

/// Folders whose modules do not know each other.
const SEPARATE: [&str; 2] = ["panels", "overlays"];

/// A cycle that is known: of which folder the files use which file, and why that is still so.
pub(crate) type Known = (&'static str, &'static str, &'static str);

/// All that are known. One that is gone has to be taken off.
pub(crate) const KNOWN: &[Known] = &[];

/// What is outside the program, and who may touch it. A folder ends with `/`.
const OUTSIDE: [(&[&str], &[&str]); 2] = [
    (
        &[
            "std::fs",
            "std::env",
            "std::io",
            "std::process",
            "crossterm",
            "tempfile",
            "etcetera",
            "open",
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "dbg!",
        ],
        &["runtime/", "cli/", "main.rs", "load/source/files.rs"],
    ),
    (
        &[
            "std::time",
            "std::thread",
            "std::net",
            "std::os",
            "chrono::Utc",
            "chrono::Local",
            "ratatui::crossterm",
            "ratatui::backend",
            "notify",
            "rustix",
            "signal_hook",
        ],
        &["runtime/"],
    ),
];

/// Floors that know nothing of how things are shown.
const WITHOUT_SCREEN: [&str; 5] = ["dossier", "edit", "facts", "i18n", "load"];

/// A rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Rule {
    /// Every file belongs to a floor and to a module.
    Place,
    /// Imports run upward.
    Floors,
    /// Panels do not know each other, nor do overlays.
    Panels,
    /// No file uses itself by way of others.
    Cycles,
    /// Only the edges do I/O, and only `runtime` knows a clock.
    Outside,
    /// The dossier and its loader know no screen.
    Screen,
}

/// What violates which rule, each with its file and line; cycles that are known do not.
pub(crate) fn violations(house: &House, known: &[Known]) -> BTreeSet<(Rule, String)> {
    let found = [
        (Rule::Place, homeless(house)),
        (Rule::Floors, downward(house)),
        (Rule::Panels, between_siblings(house)),
        (Rule::Cycles, cycles(house, known)),
        (Rule::Outside, outside(house)),
        (Rule::Screen, screens(house)),
    ];
    found.into_iter().flat_map(|(rule, found)| found.into_iter().map(move |text| (rule, text))).collect()
}

fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

fn at(found: &Use, what: &str) -> String {
    format!("src/{}:{}: {} {what}", found.file, found.line, found.path)
}

fn homeless(house: &House) -> Vec<String> {
    let strays = house.strays.iter().map(|file| format!("src/{file} is not declared by any module"));
    let homeless =
        house.files().into_iter().filter(|file| !ROOTS.contains(file) && !FLOORS.contains(&room(file)));
    strays.chain(homeless.map(|file| format!("src/{file} is on no floor"))).collect()
}

/// The paths that lead to other modules of ours, and to which.
fn ours(house: &House) -> impl Iterator<Item = (&Use, &[String])> {
    house.uses.iter().filter_map(|found| match &found.target {
        Target::Ours { module, .. } => Some((found, module.as_slice())),
        Target::Foreign { .. } => None,
    })
}

fn downward(house: &House) -> Vec<String> {
    let floor = |name: &str| FLOORS.iter().position(|floor| *floor == name);
    let wrong = ours(house).filter_map(|(found, module)| {
        let (own, other) = (room(&found.file), module.first()?);
        let alone = ALONE.contains(&own) && other != own && !module.starts_with(&SHARED.map(String::from));
        (floor(own)? < floor(other)? || alone).then(|| at(found, &format!("leads from {own} to {other}")))
    });
    wrong.collect()
}

fn between_siblings(house: &House) -> Vec<String> {
    let wrong = ours(house).filter_map(|(found, module)| {
        let (folder, own) = found.file.split_once('/')?;
        let [first, other, ..] = module else { return None };
        let is_wrong = SEPARATE.contains(&folder) && own != "mod.rs" && first == folder && other != room(own);
        is_wrong.then(|| at(found, &format!("leads from one of {folder} to another, {other}")))
    });
    wrong.collect()
}

/// Which file uses which, and by what paths.
///
/// Left out are a module's name alone (its items are used by further paths), re-exports of submodules (whoever uses one
/// uses the file that defines the item), and what a submodule uses of the modules it is in: those are split into files,
/// and the parts of a type's `impl` need the type. So two submodules that use each other are a cycle, and so are a module
/// and another outside it; a module and its own submodules are not.
fn edges(house: &House) -> BTreeMap<&str, BTreeMap<&str, &Use>> {
    let mut edges: BTreeMap<&str, BTreeMap<&str, &Use>> = BTreeMap::new();
    for found in &house.uses {
        if let Target::Ours { file, is_item: true, is_reexport: false, .. } = &found.target
            && !contains(file, &found.file)
        {
            edges.entry(&found.file).or_default().entry(file).or_insert(found);
        }
    }
    edges
}

/// Whether the module of one file is that of the other, or has it somewhere below.
fn contains(file: &str, other: &str) -> bool {
    let own = file.strip_suffix("/mod.rs").or_else(|| file.strip_suffix(".rs")).unwrap_or(file);
    file == other || other.strip_prefix(own).is_some_and(|rest| rest.starts_with('/'))
}

fn cycles(house: &House, known: &[Known]) -> Vec<String> {
    let edges = edges(house);
    let is_of = |(folder, file, _): &Known, user: &str, used: &str| user.starts_with(folder) && used == *file;
    let mut kept = edges.clone();
    for (user, used) in &mut kept {
        used.retain(|used, _| !known.iter().any(|known| is_of(known, user, used)));
    }
    let mut wrong: Vec<String> = cycle_groups(&kept).iter().map(|files| described(files, &kept)).collect();
    let all = cycle_groups(&edges);
    for known @ (folder, file, _) in known {
        let is_needed = |files: &BTreeSet<&str>| {
            files.contains(file) && files.iter().any(|user| is_of(known, user, file))
        };
        if !all.iter().any(is_needed) {
            wrong.push(format!("src/{folder} and src/{file} are no cycle any more: take them off the list"));
        }
    }
    wrong
}

/// The sets of files that all use each other, directly or by way of others.
fn cycle_groups<'a>(edges: &BTreeMap<&'a str, BTreeMap<&'a str, &Use>>) -> Vec<BTreeSet<&'a str>> {
    let reached = |from: &'a str| {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(file) = open.pop() {
            open.extend(
                edges.get(file).into_iter().flat_map(BTreeMap::keys).filter(|file| reached.insert(**file)),
            );
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = edges.keys().map(|file| (*file, reached(file))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let cycle_groups: BTreeSet<BTreeSet<&str>> = reached
        .iter()
        .filter(|(file, _)| reaches(file, file))
        .map(|(file, others)| others.iter().copied().filter(|other| reaches(other, file)).collect())
        .collect();
    cycle_groups.into_iter().collect()
}

fn described(files: &BTreeSet<&str>, edges: &BTreeMap<&str, BTreeMap<&str, &Use>>) -> String {
    let mut text = format!("{} files use each other:", files.len());
    for file in files {
        for (used, found) in edges.get(file).into_iter().flatten().filter(|(used, _)| files.contains(*used)) {
            text.push_str("\n    ");
            text.push_str(&at(found, &format!("leads to src/{used}")));
        }
    }
    text
}

fn foreign(house: &House) -> impl Iterator<Item = (&Use, String, bool)> {
    house.uses.iter().filter_map(|found| match &found.target {
        Target::Foreign { path, is_glob } => Some((found, path.join("::"), *is_glob)),
        Target::Ours { .. } => None,
    })
}

/// Whether a path is this one or leads into it; with all below it also whether it leads there from above.
fn leads_into(path: &str, is_glob: bool, outer: &str) -> bool {
    let below = |path: &str, outer: &str| path.strip_prefix(outer).is_some_and(|rest| rest.starts_with("::"));
    path == outer || below(path, outer) || is_glob && below(outer, path)
}

fn outside(house: &House) -> Vec<String> {
    let mut wrong = Vec::new();
    for (found, path, is_glob) in foreign(house) {
        for (outer, files) in OUTSIDE {
            let may = files
                .iter()
                .any(|file| found.file == *file || file.ends_with('/') && found.file.starts_with(file));
            if !may && outer.iter().any(|outer| leads_into(&path, is_glob, outer)) {
                wrong.push(at(found, &format!("is only for {}", files.join(", "))));
            }
        }
    }
    wrong
}

fn screens(house: &House) -> Vec<String> {
    let wrong = foreign(house).filter(|(found, path, _)| {
        WITHOUT_SCREEN.contains(&room(&found.file)) && leads_into(path, false, "ratatui")
    });
    wrong.map(|(found, ..)| at(found, "belongs to the screen")).collect()
}
