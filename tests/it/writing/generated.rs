//! Dossiers made up as values, written in any of the ways in which TOML can be, and changed: whatever the layout, the files then
//! say the same but for the change, no byte is lost, and taking it back restores every one.

#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "what is written is seen better than when it is pushed"
)]

use fundstelle::dossier::Kind;
use fundstelle::edit::{Refused, Step, TableKind, Value, plan, revert};
use fundstelle::load::{Memory, load};
use proptest::prelude::*;
use toml::Value as Toml;

use super::common::{
    ARTICLE, HEAD, after, change, contents, element, key, new_claim, table, text, words, words_before,
};

/// Decisions, one after the other; after the last of them the first way everywhere.
struct Dice<'b>(std::slice::Iter<'b, u8>);

impl Dice<'_> {
    fn of(&mut self, ways: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % ways
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.of(of.len())]
    }
}

/// What is to be written under a key.
#[derive(Clone)]
enum Written {
    Text(&'static str),
    List(Vec<Written>),
    /// By language, or the parts of a quotation.
    Keys(Vec<(&'static str, Written)>),
    Raw(&'static str),
}

fn written(dice: &mut Dice<'_>, value: &Written) -> String {
    match value {
        Written::Raw(raw) => (*raw).to_owned(),
        Written::Text(text) => match dice.of(5) {
            1 if !text.contains('\'') => format!("'{text}'"),
            2 if !text.contains('"') => format!("\"\"\"{text}\"\"\""),
            3 if !text.contains('\'') => format!("'''\n{text}'''"),
            4 if !text.contains('"') => format!("\"\"\"\\\n   {text}\"\"\""),
            _ => format!("\"{}\"", text.replace('"', "\\\"")),
        },
        Written::Keys(keys) => {
            let pairs: Vec<String> = keys
                .iter()
                .map(|(key, value)| format!("{} = {}", quoted(dice, key), written(dice, value)))
                .collect();
            brackets(dice, "{", &pairs, "}")
        }
        Written::List(values) => {
            let values: Vec<String> = values.iter().map(|value| written(dice, value)).collect();
            brackets(dice, "[", &values, "]")
        }
    }
}

/// Things between brackets: in a line, or on lines, with commas and comments here and there.
fn brackets(dice: &mut Dice<'_>, open: &str, items: &[String], close: &str) -> String {
    if items.is_empty() {
        let inner = dice.one(&["", " ", "\n", " # none\n", "\n  # none yet\n  "]);
        return format!("{open}{inner}{close}");
    }
    match dice.of(5) {
        0 => format!("{open}{}{close}", items.join(", ")),
        1 => format!("{open} {}, {close}", items.join(" ,")),
        2 => format!("{open} {} # both\n{close}", items.join(", ")),
        3 => format!(
            "{open}\n{}{close}",
            items.iter().map(|item| format!("  {item}, # one\n")).collect::<String>()
        ),
        _ => {
            let last = dice.one(&["", ",", " # last", ", # last\n  # end", "\n  ,", "\n  , # last"]);
            format!("{open}\n\t{}{last}\n{close}", items.join(",\n\t"))
        }
    }
}

fn quoted(dice: &mut Dice<'_>, key: &str) -> String {
    match dice.of(8) {
        1 => format!("\"{key}\""),
        2 => format!("'{key}'"),
        _ => key.to_owned(),
    }
}

struct Thing {
    kind: &'static str,
    keys: Vec<(&'static str, Written)>,
}

/// A table on lines, with what stands in it in any of its forms.
fn on_lines(dice: &mut Dice<'_>, thing: &Thing) -> String {
    let header = quoted(dice, thing.kind);
    let blank = dice.one(&["", " "]);
    let indent = dice.one(&["", "  ", "\t"]);
    let mut own = format!("{indent}[[{blank}{header}{blank}]]{}\n", dice.one(&["", " # opened", "  "]));
    let mut below = String::new();
    for (name, value) in &thing.keys {
        let end = dice.one(&["\n", "\n", " # so\n", "\n# a note\n", "\n\n"]);
        let quoted_name = quoted(dice, name);
        match value {
            Written::Keys(keys) if dice.of(3) == 1 => {
                for (language, value) in keys {
                    own += &format!("{indent}{quoted_name}.{language} = {}{end}", written(dice, value));
                }
            }
            Written::Keys(keys) if dice.of(3) == 1 => {
                below += &format!("{indent}[{}.{quoted_name}]\n", thing.kind);
                for (language, value) in keys {
                    below += &format!("{indent}{language} = {}{end}", written(dice, value));
                }
            }
            Written::List(values) if matches!(values.first(), Some(Written::Keys(_))) && dice.of(2) == 1 => {
                for value in values {
                    below += &format!("{}[[{}.{name}]]\n", dice.one(&["", "\n", indent]), thing.kind);
                    let keys = match value {
                        Written::Keys(keys) => keys.clone(),
                        other => vec![("exact", other.clone())],
                    };
                    for (key, value) in &keys {
                        below += &format!("{key} = {}{end}", written(dice, value));
                    }
                }
            }
            _ => own += &format!("{indent}{quoted_name} = {}{end}", written(dice, value)),
        }
    }
    own + &below
}

/// All tables of a kind in one file.
fn all_of(dice: &mut Dice<'_>, things: &[Thing], may_be_inline: bool) -> String {
    let Some(first) = things.first() else { return String::new() };
    if may_be_inline && dice.of(4) == 1 {
        let tables: Vec<String> =
            things.iter().map(|thing| written(dice, &Written::Keys(thing.keys.clone()))).collect();
        return format!("{} = {}\n", first.kind, brackets(dice, "[", &tables, "]"));
    }
    things.iter().map(|thing| on_lines(dice, thing) + dice.one(&["", "\n", "\n# ---\n"])).collect()
}

/// What a claim quotes; each stands once.
const ANCHORS: [&str; 5] = ["The council said", "in May", "It is a loss", "said the mayor", "The town waits"];

fn quotation(dice: &mut Dice<'_>, exact: &'static str) -> Written {
    match dice.of(3) {
        1 => Written::Keys(vec![("exact", Written::Text(exact)), ("inferred", Written::Raw("true"))]),
        _ => Written::Text(exact),
    }
}

fn languages(dice: &mut Dice<'_>, one: &'static str, other: &'static str) -> Written {
    match dice.of(3) {
        0 => Written::Text(one),
        1 => Written::Keys(vec![("en", Written::Text(one))]),
        _ => Written::Keys(vec![("de", Written::Text(other)), ("en", Written::Text(one))]),
    }
}

fn source(id: &'static str) -> Thing {
    let keys = vec![
        ("id", Written::Text(id)),
        ("type", Written::Text("report")),
        ("outlet", Written::Text("The \"Echo\"")),
        ("issued", Written::Text("2026-03-02")),
    ];
    Thing { kind: "source", keys }
}

fn actor(dice: &mut Dice<'_>, id: &'static str) -> Thing {
    let mut keys = vec![("id", Written::Text(id)), ("kind", Written::Text("government"))];
    keys.push(("name", languages(dice, "Council’s [x]", "Rat # 1")));
    match dice.of(4) {
        0 => {}
        1 => keys.push(("aliases", Written::List(Vec::new()))),
        2 => keys.push(("aliases", Written::List(vec![Written::Text("council")]))),
        _ => keys.push(("aliases", Written::List(vec![Written::Text("council"), Written::Text("]town")]))),
    }
    if dice.of(2) == 1 {
        let of =
            |exact| Written::Keys(vec![("exact", Written::Text(exact)), ("inferred", Written::Raw("true"))]);
        keys.push(("mentions", Written::List(vec![of("The town"), of("a loss")])));
    }
    if dice.of(3) == 1 {
        keys.push(("prominent", Written::Raw("true")));
    }
    Thing { kind: "actor", keys }
}

fn claim(dice: &mut Dice<'_>, id: &'static str) -> Thing {
    let first = dice.of(ANCHORS.len());
    let mut anchors = vec![quotation(dice, ANCHORS[first])];
    if dice.of(2) == 1 {
        anchors.push(quotation(dice, ANCHORS[(first + 1) % ANCHORS.len()]));
    }
    let mut keys = vec![("id", Written::Text(id)), ("text", languages(dice, "A = 1, \"b\"", "[[claim]]"))];
    keys.push(("anchors", Written::List(anchors)));
    match dice.of(3) {
        0 => {}
        1 => keys.push(("note", languages(dice, "As it says.", "Wie es heißt."))),
        _ => keys.push(("note", Written::Keys(Vec::new()))),
    }
    match dice.of(4) {
        0 | 1 => keys.push(("assessment", Written::Text("open"))),
        2 => {
            keys.push(("sources", Written::List(vec![Written::Text("echo")])));
            keys.push(("assessment", Written::Text("qualified")));
        }
        _ => {}
    }
    if dice.of(2) == 1 {
        keys.rotate_left(1);
    }
    Thing { kind: "claim", keys }
}

/// A dossier in any layout.
fn dossier(dice: &mut Dice<'_>) -> Memory {
    let mut sources = vec![source("echo")];
    if dice.of(2) == 1 {
        sources.push(source("gazette"));
    }
    let actors = vec![actor(dice, "council"), actor(dice, "mayor")];
    let mut claims = vec![claim(dice, "a"), claim(dice, "b")];
    let split = dice.of(3) == 1;
    let later = if split { claims.split_off(1) } else { Vec::new() };
    let (mut head, mut files) = (HEAD.to_owned(), Vec::new());
    for (name, things) in [("sources.toml", &sources), ("actors.toml", &actors), ("claims.toml", &claims)] {
        if dice.of(2) == 1 {
            head += &all_of(dice, things, false);
        } else {
            files.push((name, dice.one(&["", "# head\n", "\n"]).to_owned() + &all_of(dice, things, true)));
        }
    }
    files.push(("events.toml", all_of(dice, &later, true)));
    files.push(("dossier.toml", head));
    let mut memory = Memory::default().with("a.txt", ARTICLE);
    for (name, mut text) in files {
        match dice.of(4) {
            1 => text.truncate(text.trim_end().len()),
            2 => text += "# the end",
            _ => {}
        }
        if dice.of(3) == 1 {
            text = text.replace('\n', "\r\n");
        }
        if dice.of(4) == 1 {
            text.insert(0, '\u{feff}');
        }
        memory = memory.with(name, text);
    }
    memory
}

fn step(dice: &mut Dice<'_>) -> Step {
    let claim = dice.one(&["a", "b"]);
    let actor = dice.one(&["council", "mayor"]);
    match dice.of(10) {
        0 => new_claim(),
        1 => table(TableKind::Actor, &[("id", text("new")), ("kind", text("person")), ("name", text("New"))]),
        2 => table(
            TableKind::Source,
            &[("id", text("new")), ("type", text("report")), ("outlet", text("New"))],
        ),
        3 => element(Kind::Actor, actor, "aliases", text("the mayor")),
        4 => element(Kind::Actor, actor, "mentions", words_before("it", " will close", true)),
        5 => element(Kind::Claim, claim, "anchors", words("so do we")),
        6 => element(Kind::Claim, claim, "sources", text("echo")),
        7 => key(Kind::Claim, claim, "assessment", text("open")),
        8 => key(Kind::Claim, claim, "note.fr", text("C’est \"ça\".")),
        _ => key(Kind::Claim, claim, "searched", text("In \\ the\tgazette.")),
    }
}

/// What the files say, each as values.
fn values(files: &Memory) -> Vec<(String, toml::Table)> {
    let tables = contents(files).into_iter().filter(|(name, _)| name != "a.txt");
    tables.map(|(name, text)| (name, text.trim_start_matches('\u{feff}').parse().unwrap())).collect()
}

fn value(of: &Value, in_table: bool) -> Toml {
    match of {
        Value::Text(text) => Toml::String(text.clone()),
        Value::Flag(flag) => Toml::Boolean(*flag),
        Value::List(values) => Toml::Array(values.iter().map(|of| value(of, false)).collect()),
        Value::Words(words) => {
            let all = [("exact", &words.exact), ("prefix", &words.prefix), ("suffix", &words.suffix)];
            let mut keys: toml::Table = all
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(key, text)| (key.to_owned(), Toml::String(text.clone())))
                .collect();
            if words.inferred {
                keys.insert("inferred".to_owned(), Toml::Boolean(true));
            }
            if keys.len() == 1 && !in_table { Toml::String(words.exact.clone()) } else { Toml::Table(keys) }
        }
    }
}

fn set(table: &mut toml::Table, key: &str, to: Toml) {
    match key.split_once('.') {
        None => drop(table.insert(key.to_owned(), to)),
        Some((first, rest)) => {
            let inner = table.entry(first).or_insert_with(|| Toml::Table(toml::Table::new()));
            set(inner.as_table_mut().unwrap(), rest, to);
        }
    }
}

/// What the files are to say, computed on the values alone. `tables` are those written below `[[actor.mentions]]` and the like.
fn expected(files: &Memory, step: &Step) -> Vec<(String, toml::Table)> {
    let mut all = values(files);
    let order = ["dossier.toml", "sources.toml", "actors.toml", "claims.toml", "events.toml"];
    all.sort_by_key(|(name, _)| order.iter().position(|known| known == name));
    match step {
        Step::Table(new) => {
            let mut table = toml::Table::new();
            for (key, of) in &new.keys {
                set(&mut table, key, value(of, false));
            }
            let word = new.kind.word();
            let (_, root) = all.iter_mut().rev().find(|(_, root)| root.contains_key(word)).unwrap();
            root.get_mut(word).unwrap().as_array_mut().unwrap().push(Toml::Table(table));
        }
        Step::Element { of, key, .. } | Step::Key { of, key, .. } => {
            let tables = all.iter_mut().filter_map(|(_, root)| root.get_mut(of.kind.word())?.as_array_mut());
            let mut tables = tables.flatten().filter_map(Toml::as_table_mut);
            let table = tables.find(|table| table["id"].as_str() == Some(of.id.as_str())).unwrap();
            match step {
                Step::Element { value: new, .. } => {
                    let list = table.entry(key.clone()).or_insert_with(|| Toml::Array(Vec::new()));
                    list.as_array_mut().unwrap().push(value(new, false));
                }
                Step::Key { value: new, .. } => set(table, key, value(new, false)),
                _ => unreachable!("it is another arm"),
            }
        }
        Step::Decision(_) | Step::Boilerplate(_) | Step::Figure(_) | Step::Remove { .. } => {
            unreachable!("none of these is made here")
        }
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

/// Whether everything of one text stands in the other, in order.
fn is_within(old: &str, new: &str) -> bool {
    let mut rest = new.chars();
    old.chars().all(|wanted| rest.any(|found| found == wanted))
}

/// Whether words alone under `[[claim.anchors]]` make a table there, which means the same.
fn same(found: &[(String, toml::Table)], wanted: &[(String, toml::Table)]) -> bool {
    fn plain(value: &mut Toml) {
        match value {
            Toml::Array(values) => values.iter_mut().for_each(plain),
            Toml::Table(table) => {
                table.iter_mut().for_each(|(_, value)| plain(value));
                if let (1, Some(exact)) = (table.len(), table.get("exact")) {
                    *value = exact.clone();
                }
            }
            _ => {}
        }
    }
    let plain = |files: &[(String, toml::Table)]| -> Vec<(String, Toml)> {
        let mut all: Vec<_> =
            files.iter().map(|(name, table)| (name.clone(), Toml::Table(table.clone()))).collect();
        for (_, table) in &mut all {
            plain(table);
        }
        all
    };
    plain(found) == plain(wanted)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn a_change_changes_what_it_says_and_nothing_else(
        layout in proptest::collection::vec(any::<u8>(), 0..160),
        steps in proptest::collection::vec(any::<u8>(), 3..12),
    ) {
        let first = dossier(&mut Dice(layout.iter()));
        let loaded = load(&first).map_err(|why| TestCaseError::fail(format!("{why:?} {:#?}", contents(&first))))?;
        let mut errors = loaded.tally.errors;
        let mut dice = Dice(steps.iter());
        let mut done = Vec::new();
        let mut files = first;
        for _ in 0..3 {
            let step = step(&mut dice);
            let found = match plan(&files, &change(vec![step.clone()])) {
                Ok(found) => found,
                // A note in no language has no room for another, and no id is given twice.
                Err(Refused::NoRoom { key, .. }) if key == "note.fr" => continue,
                Err(Refused::Faulty(_)) if matches!(&step, Step::Table(_)) && !done.is_empty() => continue,
                Err(why) => return Err(TestCaseError::fail(format!("{why:?} {step:?} {:#?}", contents(&files)))),
            };
            let later = after(&files, &found);
            prop_assert!(same(&values(&later), &expected(&files, &step)), "{:?} {:#?}", step, contents(&later));
            prop_assert!(found.loaded.tally.errors <= errors);
            errors = found.loaded.tally.errors;
            for ((name, old), (_, new)) in contents(&files).iter().zip(&contents(&later)) {
                let replaces = matches!(&step, Step::Key { key, .. } if key == "assessment");
                prop_assert!(replaces || is_within(old, new), "{}: {} {}", name, old, new);
            }
            done.push((files, found.undo));
            files = later;
        }
        let last = contents(&files);
        let mut again = Vec::new();
        for (before, undo) in done.iter().rev() {
            let back = revert(&files, undo).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
            files = after(&files, &back);
            prop_assert_eq!(contents(&files), contents(before));
            again.push(back.undo);
        }
        for undo in again.iter().rev() {
            let found = revert(&files, undo).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
            files = after(&files, &found);
        }
        prop_assert_eq!(contents(&files), last);
    }
}
