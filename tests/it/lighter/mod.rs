//! Dossiers of few keys: what may be left out is missed nowhere, and what may be said beside it stands in every output.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod beside;
mod derived;
mod fewest;
mod lanes;

use std::sync::Arc;

use fundstelle::app::Options;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::context::Context;

use crate::common::{Cells, Screen};

const LANGUAGES: [Language; 2] = [Language::De, Language::En];
const SIZES: [Cells; 2] = [(80, 24), (120, 40)];

const HEAD: &str = "format = 1\nid = \"b\"\ntitle = \"The bridge\"\n\
    [article]\nfile = \"a.txt\"\nlanguage = \"en\"\npublished = \"2026-03-02\"\n";

const ARTICLE: &str = "Old bridge to close\n\
    The council will close the old bridge in May, two officials said. The board met in March.\n\
    Lorries have damaged the arches. It may reopen.\n";

/// The smallest claim and the smallest event that there can be.
const CLAIM: &str =
    "[[claim]]\nid = \"closes\"\nanchors = [\"close the old bridge in May\"]\nassessment = \"open\"\n";
const EVENT: &str = "[[event]]\nid = \"met\"\ndate = \"2026-03\"\nkind = \"decision\"\ntitle = \"Board meets\"\n\
    anchors = [\"The board met in March\"]\n";

const SOURCE: &str = "[[source]]\nid = \"minutes\"\ntype = \"report\"\noutlet = \"Town council\"\n";

/// A dossier of these tables.
fn dossier(tables: &str) -> Memory {
    Memory::default().with("dossier.toml", format!("{HEAD}{tables}")).with("a.txt", ARTICLE)
}

fn open_in(files: &Memory, size: Cells, language: Language, glyphs: Glyphs) -> Screen {
    Screen::open(files, size, Options { language, theme: Theme::Mono, glyphs })
}

fn open(files: &Memory) -> Screen {
    open_in(files, (120, 40), Language::En, Glyphs::Unicode)
}

/// `dossier.toml:9:1: error[key-missing]`, of each report.
fn reports(files: &Memory) -> Vec<String> {
    let problems = match load(files) {
        Ok(loaded) => loaded.problems,
        Err(refusal) => refusal.problems,
    };
    let place = |problem: &fundstelle::load::Problem| {
        let at = &problem.location;
        format!("{}:{}:{}: {}", at.file, at.line, at.column, problem.rule)
    };
    problems.iter().map(place).collect()
}

/// Where the first of these words stands in `dossier.toml`, as reports write it.
fn place_of(tables: &str, words: &str) -> String {
    let text = format!("{HEAD}{tables}");
    let before = &text[..text.find(words).unwrap()];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    format!("dossier.toml:{line}:{column}")
}

fn context(files: &Memory, language: Language) -> Context {
    let loaded = load(files).unwrap();
    Context::new(Arc::clone(&loaded.dossier), language).with_faulty(loaded.faulty)
}

/// A text with its lines put together, and without what keeps words from being markup.
fn flat(text: &str) -> String {
    text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Page, text and Markdown, each with what it is called.
fn documents(files: &Memory, language: Language) -> [(&'static str, String); 3] {
    let loaded = load(files).unwrap();
    let options = export::Options { language, with_notes: false };
    [
        ("page", export::html(&loaded, options)),
        ("text", flat(&export::text(&loaded, options))),
        ("Markdown", flat(&export::markdown(&loaded, options))),
    ]
}

/// What a page shows, without its markup.
fn shown(page: &str) -> String {
    let body = page.split("<body").nth(1).unwrap_or(page);
    let mut text = String::new();
    let mut is_markup = false;
    for c in body.chars() {
        match c {
            '<' => is_markup = true,
            '>' => is_markup = false,
            c if !is_markup => text.push(c),
            _ => {}
        }
    }
    flat(&text.replace("&quot;", "\"").replace("&amp;", "&"))
}
