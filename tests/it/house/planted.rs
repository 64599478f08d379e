//! The rules, held to small sources that keep or violate them.

use crate::house::rules::{Rule, violations};
use crate::house::sources::{House, Sources};

/// Sources that keep every rule, and use all that is allowed.
const CLEAN: [(&str, &str); 26] = [
    (
        "lib.rs",
        "pub mod app; pub mod cli; pub mod dossier; pub mod load; pub mod panels; pub mod render; pub mod runtime;
         pub mod look; pub mod overlays; pub mod text; pub mod widgets;",
    ),
    ("main.rs", "fn main() { fundstelle::cli::run(std::env::args_os()) }"),
    ("text/mod.rs", "pub mod width;"),
    ("text/width.rs", "use std::ops::Range; pub fn cells(text: &str) -> Range<usize> { 0..text.len() }"),
    // A module and its submodules are one thing in several files.
    (
        "dossier/mod.rs",
        "mod id; mod links; pub use id::Id; pub struct Dossier { id: Id, links: links::Links }
         impl Dossier { fn links(&self) { links::of(self) } }",
    ),
    ("dossier/id.rs", "use super::Dossier; pub struct Id; impl Dossier { pub fn id(&self) -> &Id { loop {} } }"),
    ("dossier/links.rs", "use super::{Dossier, Id}; pub struct Links(Id); pub fn of(_: &Dossier) {}"),
    ("load/mod.rs", "mod source; use crate::dossier::Dossier; pub fn load() -> Dossier { source::files::read() }"),
    ("load/source/mod.rs", "pub mod files;"),
    ("load/source/files.rs", "use std::fs; pub fn read() { fs::read(\"dossier.toml\"); }"),
    ("look/mod.rs", "pub mod theme;"),
    ("look/theme.rs", "use ratatui::style::Color; pub struct Theme(Color);"),
    ("panels/mod.rs", "pub mod actors; pub mod timeline; fn hint() { crate::look::theme::Theme; }"),
    (
        "panels/actors.rs",
        "use crate::widgets::list::List; use crate::dossier::{Dossier, Id}; use crate::look::theme::Theme;
         pub struct State { list: List, of: Option<Id> }
         pub fn draw(state: &State, _: &Dossier, _: Theme) { crate::widgets::hint() }
         #[cfg(test)] mod tests { use super::super::timeline::State; use std::fs; use crate::app; }",
    ),
    ("widgets/mod.rs", "pub mod list; pub fn hint() {}"),
    ("widgets/list.rs", "pub struct List;"),
    ("overlays/mod.rs", "pub mod filter; pub mod help;"),
    ("overlays/filter.rs", "use crate::panels::actors::State;"),
    ("overlays/help.rs", "use crate::widgets::hint;"),
    ("panels/timeline.rs", "use crate::widgets::list::{self, List}; pub struct State; pub enum Mode { A } pub fn state() {}"),
    ("app/mod.rs", "mod tests; use crate::panels::{actors, timeline}; pub struct App(actors::State, timeline::State);"),
    // Named like tests, and none.
    ("app/tests.rs", "use crate::panels::actors::State;"),
    ("render/mod.rs", "mod svg; pub struct Cells; pub fn svg() { self::svg::svg() }"),
    ("render/svg.rs", "use crate::render::Cells; pub fn svg() -> Cells { Cells }"),
    ("runtime/mod.rs", "use std::time::Instant; use crate::app::App; pub fn run(_: App) { Instant::now(); }"),
    ("cli/mod.rs", "use std::io::{self, Write}; use crate::runtime::run; pub fn run_it() { io::stdout(); }"),
];

fn clean() -> Sources {
    CLEAN.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
}

/// The clean sources, and text written at the end of some of their files.
fn with(planted: &[(&str, &str)]) -> House {
    let mut sources = clean();
    for (file, text) in planted {
        let file = sources.entry((*file).to_owned()).or_default();
        file.push('\n');
        file.push_str(text);
    }
    House::read(&sources)
}

/// Asserts that what is planted violates this rule in the last of these files, and no other rule.
#[track_caller]
fn violates(rule: Rule, planted: &[(&str, &str)]) {
    let found = violations(&with(planted), &[]);
    let (file, text) = planted.last().expect("something is planted");
    let of_rule = found.iter().filter(|(found, _)| *found == rule);
    assert!(of_rule.clone().any(|(_, report)| report.contains(&format!("src/{file}"))), "{text}: {found:?}");
    assert_eq!(of_rule.count(), found.len(), "{text}: {found:?}");
}

/// Asserts that what is planted violates nothing.
#[track_caller]
fn passes(planted: &[(&str, &str)]) {
    assert_eq!(violations(&with(planted), &[]), [].into(), "{planted:?}");
}

#[test]
fn clean_sources_pass() {
    passes(&[]);
}

#[test]
fn one_panel_is_seen_in_another_however_it_is_written() {
    for text in [
        "use super::timeline::State as Other;",
        "use super::{self as panels, timeline::State as Other};",
        "use super::{timeline::{self, Mode, State as Other}};",
        "use crate::panels::timeline;",
        "use crate::{text::width, panels::{timeline::Mode}};",
        "use super::timeline as chart; fn f() { chart::state() }",
        "use crate::panels as rooms; struct Other { of: rooms::timeline::State }",
        "use crate as house; fn f(_: house::panels::timeline::State) {}",
        "use super::timeline::*;",
        "extern crate self as house; fn f() { house::panels::timeline::state() }",
        "fn f() { <super::timeline::State as Default>::default(); }",
        "use super::*; fn f(_: timeline::State) {}",
        "struct Other { of: Option<Box<super::timeline::State>> }",
        "trait Other { fn f(&self) -> crate::panels::timeline::State; }",
        "impl From<super::timeline::State> for State {}",
        "fn f() { let _ = super::timeline::state(); }",
        "fn f(mode: u8) { if let super::timeline::Mode::A = mode {} }",
        "fn f() { use super::timeline::State; }",
        "fn f() -> String { format!(\"{:?}\", super::timeline::state()) }",
        "fn f() { matches!(1, super::timeline::Mode::A if true); }",
        "macro_rules! other { () => { $crate::panels::timeline::state() } }",
        "mod inner { use super::super::timeline::State; }",
        "mod inner { mod more { fn f() { self::super::super::super::timeline::state() } } }",
        "pub(crate) use super::timeline::State as Other;",
        "const ADDRESS: &str = \"https://a.org\"; use super::timeline::Mode;",
        "#[cfg(unix)] use super::timeline::Mode;",
        "#[cfg(not(test))] use super::timeline::Mode;",
        "#[cfg(test)] mod shapes { } fn f() { super::timeline::state() }",
        "impl State { #[cfg(test)] fn whole() {} fn after() { super::timeline::state() } }",
    ] {
        violates(Rule::Panels, &[("panels/actors.rs", text)]);
    }
    let reexport = ("panels/mod.rs", "pub use timeline::State as Shown;");
    violates(Rule::Panels, &[reexport, ("panels/actors.rs", "use super::Shown;")]);
    violates(Rule::Panels, &[reexport, ("panels/actors.rs", "fn f(_: crate::panels::Shown) {}")]);
    let all = ("panels/mod.rs", "pub use timeline::*;");
    violates(Rule::Panels, &[all, ("panels/actors.rs", "use super::Mode as Other;")]);
    violates(Rule::Panels, &[all, ("panels/actors.rs", "use super::*; fn f(_: Mode) {}")]);
    violates(Rule::Panels, &[("overlays/filter.rs", "use super::help;")]);
}

#[test]
fn a_panel_in_a_folder_is_one_panel() {
    let folder = [("panels/mod.rs", "mod trend;"), ("panels/trend/mod.rs", "mod plot; mod axis;")];
    let axis = ("panels/trend/axis.rs", "pub struct Axis;");
    passes(&[
        folder[0],
        folder[1],
        axis,
        ("panels/trend/plot.rs", "use super::axis::Axis; use crate::widgets::list;"),
    ]);
    let planted = ("panels/trend/plot.rs", "fn f() { super::super::timeline::state() }");
    violates(Rule::Panels, &[folder[0], folder[1], axis, planted]);
}

#[test]
fn what_only_tests_see_may_look_anywhere() {
    for text in [
        "#[cfg(test)] use super::timeline::State as Other;",
        "#[cfg(all(test, unix))] mod more { use crate::cli; fn f() { std::fs::read(\"a\"); } }",
        "impl State { #[cfg(test)] fn f() { super::timeline::state() } }",
        "/// As [`super::timeline::State`]: `use super::timeline::State;`\nfn f() {}",
        "const TEXT: &str = \"super::timeline::State\";",
        "pub(in crate::panels) fn f() {}",
    ] {
        passes(&[("panels/actors.rs", text)]);
    }
    passes(&[("panels/actors.rs", "#[cfg(test)] mod cases;"), ("panels/actors/cases.rs", "use crate::app;")]);
}

#[test]
fn floors_are_used_from_above_only() {
    for (file, text) in [
        ("text/width.rs", "use crate::dossier::Id;"),
        ("dossier/id.rs", "fn f(_: crate::look::theme::Theme) {}"),
        ("dossier/id.rs", "use crate::{text::width, load};"),
        ("look/mod.rs", "use super::app::App;"),
        ("app/tests.rs", "use crate::cli::run_it;"),
        ("app/mod.rs", "use crate::render as picture; fn f(_: picture::Cells) {}"),
        ("panels/mod.rs", "mod inner { fn f(_: crate::app::App) {} }"),
        // Pictures know only cells, although text stands below them.
        ("render/svg.rs", "use crate::text::width::cells;"),
        ("render/mod.rs", "fn f() { crate::text::width::cells(\"a\"); }"),
    ] {
        violates(Rule::Floors, &[(file, text)]);
    }
}

#[test]
fn files_that_use_each_other_are_reported() {
    violates(
        Rule::Cycles,
        &[
            ("dossier/links.rs", "use super::id::Id as Of;"),
            (
                "dossier/id.rs",
                "use super::links;
        fn f() { links::of() }",
            ),
        ],
    );
    violates(Rule::Cycles, &[("dossier/id.rs", "struct Other { links: crate::dossier::links::Links }")]);
    // By way of a third, and of a name that the module above passes on.
    violates(
        Rule::Cycles,
        &[
            ("dossier/mod.rs", "mod when; pub use when::When;"),
            ("dossier/when.rs", "use super::links::Links; pub struct When;"),
            ("dossier/id.rs", "use super::When;"),
        ],
    );
    // A module and another outside it, although that one is in the same folder.
    violates(
        Rule::Cycles,
        &[
            ("dossier/mod.rs", "mod search;"),
            ("dossier/search/mod.rs", "mod hits; use super::id::Id; pub struct Search;"),
            ("dossier/search/hits.rs", "pub struct Hits;"),
            ("dossier/id.rs", "use super::search::Search;"),
        ],
    );
    // A module that uses its submodule, which uses another that uses the module.
    violates(
        Rule::Cycles,
        &[
            ("dossier/mod.rs", "mod search; mod words;"),
            ("dossier/search/mod.rs", "mod hits; pub struct Search(hits::Hits);"),
            ("dossier/search/hits.rs", "pub struct Hits(super::super::words::Words);"),
            ("dossier/words.rs", "pub struct Words(super::search::Search);"),
        ],
    );
}

#[test]
fn a_cycle_is_reported_with_its_lines() {
    let house = with(&[
        ("dossier/mod.rs", "mod gap; mod when;"),
        ("dossier/gap.rs", "use super::when::When;\npub struct Gap(When);"),
        ("dossier/when.rs", "pub struct When;\nimpl From<super::gap::Gap> for When {}"),
    ]);
    let found = violations(&house, &[]);
    assert_eq!(
        found.first().map(|(_, report)| report.as_str()),
        Some(
            "2 files use each other:
    src/dossier/gap.rs:2: super::when::When leads to src/dossier/when.rs
    src/dossier/when.rs:3: super::gap::Gap leads to src/dossier/gap.rs"
        )
    );
}

#[test]
fn a_known_cycle_passes_as_long_as_it_is_one() {
    let known = [("dossier/when/", "dossier/gap.rs", "a reason")];
    let when = ("dossier/when/mod.rs", "pub struct When(super::gap::Gap);");
    let planted = |gap| with(&[("dossier/mod.rs", "mod gap; mod when;"), when, ("dossier/gap.rs", gap)]);
    let cycle = planted("pub struct Gap(Box<super::when::When>);");
    assert_eq!(violations(&cycle, &[]).len(), 1);
    assert_eq!(violations(&cycle, &known), [].into());
    let gone = "src/dossier/when/ and src/dossier/gap.rs are no cycle any more: take them off the list";
    let gone = (Rule::Cycles, gone.to_owned());
    assert_eq!(violations(&planted("pub struct Gap;"), &known), [gone].into());
}

#[test]
fn a_name_alone_is_no_use_of_what_is_in_it() {
    // `links` is brought into scope with `super::*` in mind; nothing in it is used.
    passes(&[("dossier/id.rs", "use super::links;")]);
    passes(&[("dossier/mod.rs", "pub use links::Links; pub use crate::text::width;")]);
}

#[test]
fn only_the_edges_touch_what_is_outside() {
    for text in [
        "use std::fs;",
        "use std::{fmt, fs::File};",
        "use std::io::{self, Read};",
        "use std::*;",
        "extern crate std as system; fn f() { system::fs::read(\"a\"); }",
        "use std as system; fn f() { system::fs::read(\"a\"); }",
        "use std::env as surroundings; fn f() { surroundings::var(\"HOME\"); }",
        "fn f() { ::std::process::exit(1) }",
        "fn f() { std::thread::spawn(|| ()); }",
        "fn f() -> std::time::Instant { loop {} }",
        "use std::time::{Duration, SystemTime as Clock};",
        "fn f() { let now = chrono::Local::now(); }",
        "fn f() { format!(\"{}\", chrono::Utc::now()); }",
        "use ratatui::crossterm::event;",
        "use crossterm::{event::read, terminal};",
        "fn f() { println!(\"{}\", 1); }",
        "fn f() { vec![dbg!(1)]; }",
        "fn f() { std::eprintln!(); }",
        "mod inner { fn f() { tempfile::tempfile(); } }",
    ] {
        violates(Rule::Outside, &[("look/theme.rs", text)]);
    }
    // Neither the command line nor the files of a dossier need a clock or a thread.
    violates(Rule::Outside, &[("cli/mod.rs", "use std::time::Instant;")]);
    violates(Rule::Outside, &[("load/source/files.rs", "fn f() { std::thread::yield_now() }")]);
    // What may be done in one file of `load` may not be done in the next.
    violates(Rule::Outside, &[("load/mod.rs", "use std::fs::read;")]);
    for text in [
        "use std::path::Path;",
        "use std::{fmt, sync::Arc};",
        "fn io() {} fn f() { io() }",
        "use chrono::NaiveDate;",
    ] {
        passes(&[("look/theme.rs", text)]);
    }
}

#[test]
fn what_is_known_does_not_depend_on_how_it_is_shown() {
    violates(Rule::Screen, &[("dossier/id.rs", "use ratatui::layout::Rect;")]);
    violates(Rule::Screen, &[("load/mod.rs", "fn f(_: ratatui::layout::Rect) {}")]);
}

#[test]
fn every_file_has_its_place() {
    violates(Rule::Place, &[("lib.rs", "mod attic;"), ("attic.rs", "")]);
    violates(Rule::Place, &[("look/forgotten.rs", "")]);
}
