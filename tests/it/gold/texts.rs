//! The texts of `tests/gold`, with what is annotated of them at its place. What it all means stands in `tests/gold/README.md`.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use fundstelle::dossier::{Dossier, Qualifier, When};
use fundstelle::load::{Memory, load};
use fundstelle::suggest::Basis;
use serde::Deserialize;

/// The folders of texts: one to read and learn from, one that only says how well that went.
pub(crate) const HALVES: [&str; 2] = ["seen", "unseen"];

/// An article and what should be suggested of it.
pub(crate) struct GoldText {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) dossier: Arc<Dossier>,
    pub(crate) names: Vec<GoldName>,
    pub(crate) times: Vec<GoldTime>,
    pub(crate) figures: Vec<GoldFigure>,
    pub(crate) sentences: Vec<GoldPlace>,
}

/// A place of [`fundstelle::dossier::Article::text`], and whether it may be left out or offered alike.
pub(crate) struct GoldPlace {
    pub(crate) range: Range<usize>,
    pub(crate) optional: bool,
}

pub(crate) struct GoldName {
    pub(crate) forms: Vec<String>,
    pub(crate) optional: bool,
}

pub(crate) struct GoldTime {
    pub(crate) place: GoldPlace,
    /// Its date in EDTF and what it is known by; none of vague words.
    pub(crate) date: Option<(String, Basis)>,
}

pub(crate) struct GoldFigure {
    pub(crate) place: GoldPlace,
    /// The value; of a range both.
    pub(crate) values: Vec<f64>,
    pub(crate) unit: String,
    pub(crate) qualifier: Qualifier,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Annotations {
    language: String,
    published: String,
    #[serde(default)]
    name: Vec<NameTable>,
    #[serde(default)]
    time: Vec<TimeTable>,
    #[serde(default)]
    figure: Vec<FigureTable>,
    #[serde(default)]
    attributed: Vec<SentenceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameTable {
    forms: Vec<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeTable {
    words: String,
    #[serde(default = "first")]
    nth: usize,
    edtf: Option<String>,
    basis: Option<BasisWord>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum BasisWord {
    Words,
    Published,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureTable {
    words: String,
    #[serde(default = "first")]
    nth: usize,
    value: String,
    to: Option<String>,
    unit: String,
    qualifier: Qualifier,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentenceTable {
    words: String,
    #[serde(default)]
    optional: bool,
}

fn first() -> usize {
    1
}

/// All texts of a half, by name.
pub(crate) fn texts(half: &str) -> Vec<GoldText> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(half);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    let read =
        |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let stem =
        |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let text = |path: &Path| gold(&stem(path), &read(path), &read(&path.with_extension("toml")));
    paths
        .iter()
        .map(|path| text(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .collect()
}

/// The article with its annotations at their places.
///
/// # Errors
///
/// Says what is not in the article, not at one place only, or no annotation.
pub(crate) fn gold(name: &str, article: &str, annotations: &str) -> Result<GoldText, String> {
    let Annotations { language, published, name: names, time, figure, attributed } =
        toml::from_str(annotations).map_err(|error| error.to_string())?;
    let dossier = dossier(article, &language, &published)?;
    let text = &*dossier.article.text;
    let names = names.into_iter().map(|table| gold_name(text, table)).collect::<Result<_, _>>()?;
    let times = time.into_iter().map(|table| gold_time(text, table)).collect::<Result<Vec<_>, _>>()?;
    let figures = figure.into_iter().map(|table| gold_figure(text, table)).collect::<Result<Vec<_>, _>>()?;
    let sentences = attributed.into_iter().map(|SentenceTable { words, optional }| {
        if text.matches(&words).count() > 1 {
            return Err(format!("{words:?} stands there more than once"));
        }
        Ok(GoldPlace { range: nth(text, &words, 1)?, optional })
    });
    let sentences = sentences.collect::<Result<Vec<_>, _>>()?;
    apart(text, times.iter().map(|time| &time.place))?;
    apart(text, figures.iter().map(|figure| &figure.place))?;
    apart(text, sentences.iter())?;
    Ok(GoldText { name: name.to_owned(), language, dossier, names, times, figures, sentences })
}

/// A dossier of nothing but an article.
///
/// # Errors
///
/// Says why it does not open.
pub(crate) fn dossier(article: &str, language: &str, published: &str) -> Result<Arc<Dossier>, String> {
    let head = "format = 1\nid = \"gold\"\ntitle = \"Gold\"\n[article]\nfile = \"article.txt\"\n";
    let head = format!("{head}language = \"{language}\"\npublished = \"{published}\"\n");
    let files = Memory::default().with("article.txt", article).with("dossier.toml", head);
    load(&files).map(|loaded| loaded.dossier).map_err(|refusal| format!("{refusal:?}"))
}

fn gold_name(text: &str, NameTable { forms, optional }: NameTable) -> Result<GoldName, String> {
    if forms.is_empty() {
        return Err("a name without forms".to_owned());
    }
    let inside = |byte: Option<char>| byte.is_some_and(char::is_alphanumeric);
    let whole = |form: &String| {
        text.match_indices(form.as_str()).any(|(at, _)| {
            let after = text[at + form.len()..].chars().next();
            !inside(text[..at].chars().next_back()) && !inside(after)
        })
    };
    match forms.iter().find(|form| !whole(form)) {
        Some(form) => Err(format!("no word is the name {form:?}")),
        None => Ok(GoldName { forms, optional }),
    }
}

fn gold_time(text: &str, table: TimeTable) -> Result<GoldTime, String> {
    let TimeTable { words, nth: number, edtf, basis, optional } = table;
    let date = match (edtf, basis) {
        (Some(edtf), Some(basis)) => {
            When::parse(&edtf).map_err(|error| format!("{words:?}: {error:?}"))?;
            let basis = match basis {
                BasisWord::Words => Basis::Words,
                BasisWord::Published => Basis::Published,
            };
            Some((edtf, basis))
        }
        (None, None) => None,
        _ => return Err(format!("{words:?}: a date and its basis belong together")),
    };
    Ok(GoldTime { place: GoldPlace { range: nth(text, &words, number)?, optional }, date })
}

fn gold_figure(text: &str, table: FigureTable) -> Result<GoldFigure, String> {
    let FigureTable { words, nth: number, value, to, unit, qualifier, optional } = table;
    let values = [Some(value), to].into_iter().flatten();
    let values = values.map(|value| value.parse().map_err(|error| format!("{words:?}: {value:?}: {error}")));
    let values = values.collect::<Result<_, String>>()?;
    if !words.contains(&unit) {
        return Err(format!("{words:?} has no unit {unit:?}"));
    }
    Ok(GoldFigure {
        place: GoldPlace { range: nth(text, &words, number)?, optional },
        values,
        unit,
        qualifier,
    })
}

/// The bytes of these words where they stand for the nth time.
fn nth(text: &str, words: &str, number: usize) -> Result<Range<usize>, String> {
    let found = number.checked_sub(1).and_then(|before| text.match_indices(words).nth(before));
    let (at, _) = found.ok_or_else(|| format!("{words:?} does not stand there {number} times"))?;
    Ok(at..at + words.len())
}

/// Nothing is annotated twice as the same kind.
fn apart<'a>(text: &str, places: impl Iterator<Item = &'a GoldPlace>) -> Result<(), String> {
    let mut ranges: Vec<_> = places.map(|place| place.range.clone()).collect();
    ranges.sort_by_key(|range| range.start);
    match ranges.windows(2).find(|pair| pair[1].start < pair[0].end) {
        Some(pair) => Err(format!("{:?} and {:?} overlap", &text[pair[0].clone()], &text[pair[1].clone()])),
        None => Ok(()),
    }
}
