//! Changes of any files: what can be made leaves every other byte, can be read, and can be taken back.

use fundstelle::dossier::{Decision, Id, Kind, Qualifier, Ref, SuggestionKind};
use fundstelle::edit::{
    Change, NewFigure, NewTable, Plan, Quotation, Step, TableKind, Value, plan, revert, toml,
};
use fundstelle::load::{Files, Loaded, Memory, load};

use super::files::{Named, memory, split};

/// Where the steps stand, each on a line: `table claim { id = "x" }`, `element actor:x aliases "X"`, `key claim:a note.en "N"`,
/// `decision name "X"`, `figure x 1.5 "words"`.
const STEPS: &str = "steps";

/// Reads the files that the bytes hold, and tries the steps among them, and some on what there is.
pub(crate) fn check(input: &[u8]) {
    let (steps, files): (Vec<Named>, Vec<Named>) =
        split(input).into_iter().partition(|(name, _)| name == STEPS);
    let files = memory(&files);
    let script = String::from_utf8_lossy(steps.first().map_or(&[], |(_, script)| script)).into_owned();
    let mut all: Vec<Vec<Step>> = script.lines().take(12).filter_map(step).map(|step| vec![step]).collect();
    // All in one, too.
    all.push(all.concat());
    if let Ok(loaded) = load(&files) {
        all.extend(steps_for(&loaded).into_iter().map(|step| vec![step]));
    }
    for steps in all {
        check_change(&files, &Change { steps, ..Change::default() });
    }
}

/// Tries a change.
pub(crate) fn check_change(files: &Memory, change: &Change) {
    let written = toml(change);
    assert!(written.parse::<toml::Table>().is_ok(), "it is TOML: {written}");
    let Ok(found) = plan(files, change) else { return };
    let later = after(files, &found);
    let undone = revert(&later, &found.undo).expect("it can be taken back at once");
    assert_eq!(contents(&after(&later, &undone)), contents(files));
    let redone = revert(files, &undone.undo).expect("and made again");
    assert_eq!(contents(&after(files, &redone)), contents(&later));
}

/// The files after a plan, which says what they are, and what they were.
fn after(files: &Memory, plan: &Plan) -> Memory {
    let mut later = files.clone();
    for (name, change) in &plan.files {
        assert_eq!(files.read(name, 1 << 24).ok(), change.before);
        later = match &change.after {
            Some(after) => later.with(name, after.clone()),
            None => later.without(name),
        };
    }
    let loaded = load(&later).expect("it can be read");
    assert_eq!(loaded.tally, plan.loaded.tally);
    later
}

fn contents(files: &Memory) -> Vec<(String, Vec<u8>)> {
    files
        .list()
        .into_iter()
        .map(|name| (name.clone(), files.read(&name, 1 << 24).unwrap_or_default()))
        .collect()
}

/// Steps that mean what there is.
fn steps_for(loaded: &Loaded) -> Vec<Step> {
    let text = |text: &str| Value::Text(text.to_owned());
    let first = loaded.dossier.article.text.split_whitespace().next().unwrap_or("x");
    let words = Value::Words(Quotation { exact: first.to_owned(), ..Quotation::default() });
    let new = |kind: TableKind| {
        let keys = [
            ("id", "zz-new"),
            ("kind", "group"),
            ("type", "report"),
            ("outlet", "O"),
            ("text", "\u{7f}\"ü\""),
        ];
        let keys = keys.into_iter().filter(|(key, _)| match kind {
            TableKind::Source => ["id", "type", "outlet"].contains(key),
            _ => ["id", "text"].contains(key),
        });
        Step::Table(NewTable { kind, keys: keys.map(|(key, value)| (key.to_owned(), text(value))).collect() })
    };
    let mut steps: Vec<Step> = TableKind::ALL.into_iter().map(new).collect();
    let dossier = &loaded.dossier;
    steps.push(decision(SuggestionKind::Name, &["x, [y] # \"z\"", first]));
    for series in dossier.series.iter().take(4) {
        steps.push(figure(series.id.as_str(), "1234.5", first));
        steps.push(figure(series.id.as_str(), "7", first));
    }
    for of in dossier.actors.iter().take(4).map(|actor| Ref::new(Kind::Actor, &actor.id)) {
        steps.push(Step::Element {
            of: of.clone(),
            key: "aliases".to_owned(),
            value: text("x, [y] # \"z\""),
        });
        steps.push(Step::Element { of: of.clone(), key: "mentions".to_owned(), value: words.clone() });
        steps.push(Step::Key { of, key: "prominent".to_owned(), value: Value::Flag(true) });
    }
    for of in dossier.claims.iter().take(4).map(|claim| Ref::new(Kind::Claim, &claim.id)) {
        steps.push(Step::Element { of: of.clone(), key: "anchors".to_owned(), value: words.clone() });
        steps.push(Step::Key { of: of.clone(), key: "assessment".to_owned(), value: text("open") });
        steps.push(Step::Key { of: of.clone(), key: "note.en".to_owned(), value: text("A\tnote.\n") });
        steps.push(Step::Key { of, key: "sources".to_owned(), value: Value::List(Vec::new()) });
    }
    steps
}

fn decision(of: SuggestionKind, words: &[&str]) -> Step {
    let words = words.iter().map(|words| (*words).into()).collect();
    Step::Decision(Decision { of, words, is_accepted: false })
}

fn figure(series: &str, value: &str, words: &str) -> Step {
    Step::Figure(NewFigure {
        series: Id::new(series),
        part: format!("{words}, \"zz\""),
        value: value.to_owned(),
        qualifier: Qualifier::MoreThan,
        unit: "mm; \"x\"".to_owned(),
        anchor: Quotation { exact: words.to_owned(), ..Quotation::default() },
    })
}

fn step(line: &str) -> Option<Step> {
    let (what, rest) = line.split_once(' ')?;
    let (of, rest) = rest.split_once(' ')?;
    if what == "decision" {
        let kind = SuggestionKind::ALL.into_iter().find(|kind| kind.word() == of)?;
        return Some(decision(kind, &[rest.trim_matches('"')]));
    }
    if what == "figure" {
        let (value, words) = rest.split_once(' ')?;
        return Some(figure(of, value, words.trim_matches('"')));
    }
    if what == "table" {
        let kind = TableKind::ALL.into_iter().find(|kind| kind.word() == of)?;
        let parsed: toml::Table = format!("t = {rest}").parse().ok()?;
        let keys = parsed.get("t")?.as_table()?.iter();
        let keys = keys.filter_map(|(key, value)| Some((key.clone(), value_of(value)?))).collect();
        return Some(Step::Table(NewTable { kind, keys }));
    }
    let (key, value) = rest.split_once(' ')?;
    // A key of the format has no empty part, and neither has TOML.
    let is_key = key.split('.').all(|part| !part.is_empty());
    let parsed: toml::Table = format!("t = {value}").parse().ok()?;
    let value = value_of(parsed.get("t")?)?;
    let (of, key) = (of.parse().ok().filter(|_| is_key)?, key.to_owned());
    Some(if what == "element" { Step::Element { of, key, value } } else { Step::Key { of, key, value } })
}

fn value_of(value: &toml::Value) -> Option<Value> {
    let text = |key: &str| value.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    Some(match value {
        toml::Value::String(text) => Value::Text(text.clone()),
        toml::Value::Boolean(flag) => Value::Flag(*flag),
        toml::Value::Array(values) => Value::List(values.iter().map(value_of).collect::<Option<_>>()?),
        toml::Value::Table(table) => Value::Words(Quotation {
            exact: text("exact"),
            prefix: text("prefix"),
            suffix: text("suffix"),
            inferred: table.contains_key("inferred"),
        }),
        _ => return None,
    })
}
