//! The format is described in three places: `assets/format.md` for people, `fundstelle schema` for editors, and the loader. Here
//! they are compared, so that none of them can say what the others do not.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the reference had better fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::common::run::run;
use fundstelle::dossier::When;
use fundstelle::load::format::{
    ACTOR, ARTICLE, CLAIM, COLUMNS, EVENT, FILES, GROUPS, Group, HEAD, Need, QUOTATION, SERIES, SOURCE, STOP,
    SUGGESTED_GROUPS, Type, beside, schema,
};
use fundstelle::load::{Embedded, Files as _, Memory, Problem, load, shipped};
use proptest::prelude::*;
use toml::{Table, Value};

const PAGE: &str = include_str!("../../assets/format.md");
const README: &str = include_str!("../../README.md");

/// The block of code that follows a line.
fn block_after(text: &'static str, line: &str) -> &'static str {
    let rest = text.split_once(line).unwrap_or_else(|| panic!("there is no line {line:?}")).1;
    rest.split_once("```").unwrap().1.split_once('\n').unwrap().1.split_once("```").unwrap().0
}

/// The part of the page below a group's heading.
fn section(group: &Group) -> &'static str {
    let is_heading = |line: &str| {
        line.starts_with('#') && line.trim_start_matches('#').trim().trim_matches('`') == group.title
    };
    let heading = PAGE.lines().find(|line| is_heading(line));
    let heading = heading.unwrap_or_else(|| panic!("the page has no heading {}", group.title));
    let rest = PAGE.split_once(&format!("\n{heading}\n")).unwrap().1;
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// A dossier that can be changed: its TOML as data, its figures as rows.
#[derive(Clone)]
struct Draft {
    article: &'static str,
    root: Table,
    figures: Vec<Vec<String>>,
}

impl Draft {
    /// The page's whole example.
    fn whole() -> Self {
        let rows = block_after(PAGE, "\n`observations.csv`\n").lines();
        Self {
            article: block_after(PAGE, "\n`article.txt`\n"),
            root: block_after(PAGE, "\n`dossier.toml`\n").parse().unwrap(),
            figures: rows.map(|row| row.split(',').map(str::to_owned).collect()).collect(),
        }
    }

    /// The first table of a group.
    fn table(&mut self, group: &Group) -> &mut Table {
        fn first<'t>(table: &'t mut Table, key: &str) -> &'t mut Table {
            table.get_mut(key).unwrap().as_array_mut().unwrap()[0].as_table_mut().unwrap()
        }
        match group.title {
            title if title == HEAD.title => &mut self.root,
            title if title == ARTICLE.title => self.root.get_mut("article").unwrap().as_table_mut().unwrap(),
            title if title == QUOTATION.title => first(first(&mut self.root, "actor"), "mentions"),
            _ => first(&mut self.root, group.word()),
        }
    }

    /// The same with a value of the first row of figures instead of its own.
    fn with_figure(mut self, column: &str, value: &str) -> Self {
        let at = self.figures[0].iter().position(|name| name == column).unwrap();
        value.clone_into(&mut self.figures[1][at]);
        self
    }

    fn without_column(mut self, column: &str) -> Self {
        let at = self.figures[0].iter().position(|name| name == column).unwrap();
        for row in &mut self.figures {
            row.remove(at);
        }
        self
    }

    fn with(mut self, group: &Group, key: &str, value: impl Into<Value>) -> Self {
        self.table(group).insert(key.to_owned(), value.into());
        self
    }

    fn without(mut self, group: &Group, key: &str) -> Self {
        self.table(group).remove(key).unwrap_or_else(|| panic!("{} has no {key}", group.title));
        self
    }

    fn problems(&self) -> Vec<Problem> {
        let figures: String = self.figures.iter().fold(String::new(), |mut text, row| {
            writeln!(text, "{}", row.join(",")).unwrap();
            text
        });
        let files = Memory::default()
            .with("article.txt", self.article)
            .with("article.de.txt", block_after(PAGE, "\n`article.de.txt`\n"))
            .with("dossier.toml", toml::to_string(&self.root).unwrap())
            .with("observations.csv", figures);
        load(&files).map_or_else(|refusal| refusal.problems, |loaded| loaded.problems)
    }

    /// What is wrong with it and no mere warning.
    fn errors(&self) -> Vec<String> {
        let problems = self.problems().into_iter();
        let grave = problems.filter(|problem| problem.grade() != fundstelle::load::Grade::Warning);
        grave.map(|problem| problem.to_string()).collect()
    }

    /// What the schema has against it.
    fn faults(&self) -> Vec<String> {
        faults(&schema(), &self.root)
    }
}

fn faults(schema: &serde_json::Value, table: &Table) -> Vec<String> {
    let validator = jsonschema::draft202012::new(schema).unwrap();
    let data = data(&Value::Table(table.clone()));
    validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// TOML as JSON; an unquoted date is its text.
fn data(value: &Value) -> serde_json::Value {
    match value {
        Value::String(text) => text.as_str().into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(flag) => (*flag).into(),
        Value::Datetime(date) => date.to_string().into(),
        Value::Array(values) => values.iter().map(data).collect(),
        Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), data(value))).collect(),
    }
}

/// The groups that are tables of TOML.
fn tables() -> impl Iterator<Item = &'static Group> {
    GROUPS.into_iter().filter(|group| group.title != COLUMNS.title)
}

/// A value that no key of this type may have.
fn wrong(kind: Type) -> Value {
    match kind {
        Type::Format => Value::Integer(2),
        Type::Flag => Value::String("yes".to_owned()),
        Type::Table(_) | Type::Tables(_) => Value::Integer(5),
        Type::Coordinates => Value::Array(vec![Value::Integer(5)]),
        Type::Refs(_) | Type::Texts | Type::Anchors => Value::Boolean(true),
        _ => Value::Integer(5),
    }
}

#[test]
fn the_whole_example_has_every_key_and_no_problem() {
    let whole = Draft::whole();
    assert_eq!(whole.problems(), []);
    assert_eq!(whole.faults(), [""; 0]);
    for group in tables() {
        let table = whole.clone().table(group).clone();
        let written: BTreeSet<&str> = table.keys().map(String::as_str).collect();
        let all: BTreeSet<&str> = group.fields.iter().map(|field| field.key).collect();
        assert_eq!(written, all, "{}", group.title);
    }
    let columns: Vec<&str> = COLUMNS.fields.iter().map(|field| field.key).collect();
    assert_eq!(whole.figures[0], columns);
}

/// What a key that nobody knows is answered with: the keys that the loader asks for.
#[test]
fn the_loader_asks_for_exactly_these_keys() {
    const STRANGE: &str = "zzzzzzzzzzzzzzzzzzzzzzzz";
    for group in tables() {
        let problems = Draft::whole().with(group, STRANGE, 1).problems();
        let about: Vec<&Problem> =
            problems.iter().filter(|problem| problem.message.contains(STRANGE)).collect();
        let [problem] = about.as_slice() else { panic!("{}: {problems:?}", group.title) };
        assert_eq!(problem.message, format!("{} has no key \"{STRANGE}\"", group.what));
        let keys = problem.hint.strip_prefix("its keys are ").unwrap();
        let mut asked: Vec<&str> = keys.split(", ").collect();
        let mut all: Vec<&str> = group.fields.iter().map(|field| field.key).collect();
        asked.sort_unstable();
        all.sort_unstable();
        assert_eq!(asked, all, "{}", group.title);
    }
    let mut strange = Draft::whole();
    STRANGE.clone_into(&mut strange.figures[0][8]);
    let problems = strange.problems();
    let problem = problems.iter().find(|problem| problem.message.contains(STRANGE)).unwrap();
    let all: Vec<&str> = COLUMNS.fields.iter().map(|field| field.key).collect();
    assert_eq!(problem.hint, format!("the columns are {}", all.join(", ")));
}

#[test]
fn a_wrong_type_is_an_error_to_the_loader_and_to_the_schema() {
    for group in tables() {
        for field in group.fields {
            let broken = Draft::whole().with(group, field.key, wrong(field.kind));
            assert!(!broken.errors().is_empty(), "{} {}", group.title, field.key);
            assert!(!broken.faults().is_empty(), "{} {}", group.title, field.key);
        }
    }
}

#[test]
fn what_is_required_is_required_by_the_loader_and_by_the_schema() {
    for group in tables() {
        for field in group.fields {
            let mut without = Draft::whole().without(group, field.key);
            if field.key == "role" {
                // What supports it goes with it.
                without = without.without(&ACTOR, "anchors").without(&ACTOR, "sources");
            }
            if group.title == CLAIM.title && field.key == "anchors" {
                // What stands in their sentence goes with them; alone it is at fault.
                assert!(!without.errors().is_empty() && !without.faults().is_empty());
                without = without.without(&CLAIM, "hedge").without(&CLAIM, "attribution");
            }
            if field.key == "boilerplate" {
                // What is shown then is not translated.
                without = without.without(&ARTICLE, "translation");
            }
            if field.key == "finding" {
                // The brief prints it.
                without = without.without(&STOP, "brief");
            }
            let place = format!("without {} of {}", field.key, group.title);
            // Things that others name leave names of nothing behind, which a schema cannot see.
            if !matches!(field.kind, Type::Tables(_)) {
                let errors = without.errors();
                let asks = matches!(field.need, Need::Required | Need::UnlessList | Need::UnlessOfAll)
                    || (group.title == CLAIM.title && field.key == "sources");
                assert_eq!(!errors.is_empty(), asks, "{place}: {errors:?}");
                assert_eq!(!without.faults().is_empty(), asks, "{place}: {:?}", without.faults());
            } else if field.need == Need::Optional {
                assert_eq!(without.faults(), [""; 0], "{place}");
            }
        }
        for both in [Need::Evidence, Need::RoleEvidence] {
            if group.fields.iter().any(|field| field.need == both) {
                for neither in [
                    Draft::whole().without(group, "anchors").without(group, "sources"),
                    Draft::whole().with(group, "anchors", Vec::<Value>::new()).without(group, "sources"),
                ] {
                    assert!(!neither.errors().is_empty(), "{}", group.title);
                    assert!(!neither.faults().is_empty(), "{}", group.title);
                }
            }
        }
    }
    for column in COLUMNS.fields {
        let mut draft = Draft::whole().without_column(column.key);
        if column.key == "anchor" {
            // They are nothing without it.
            draft = draft.without_column("anchor.prefix").without_column("anchor.suffix");
        }
        let errors = draft.errors();
        // Two rows of the example have no anchor.
        let asks = column.need == Need::Required || column.key == "source";
        assert_eq!(!errors.is_empty(), asks, "{}: {errors:?}", column.key);
    }
    for neither in ["source", "anchor"] {
        let errors = Draft::whole().with_figure(neither, "").errors();
        let is_left_alone = errors.iter().any(|error| error.contains("supports this figure"));
        assert!(!is_left_alone, "{errors:?}");
    }
    let alone = Draft::whole().with_figure("source", "").with_figure("anchor", "");
    assert!(alone.errors().iter().any(|error| error.contains("nothing supports this figure")));
}

#[test]
fn one_key_may_ask_for_another() {
    for (draft, sound) in [
        (Draft::whole().with(&SERIES, "kind", "list").without(&SERIES, "unit"), true),
        (Draft::whole().with(&SERIES, "kind", "stock").without(&SERIES, "unit"), false),
        (Draft::whole().with(&CLAIM, "assessment", "open").without(&CLAIM, "sources"), true),
        // What is shown large rests on something.
        (Draft::whole().with(&STOP, "show", "score").without(&STOP, "select").without(&STOP, "big"), true),
        (Draft::whole().with(&STOP, "show", "figure").without(&STOP, "select"), false),
        (Draft::whole().without(&ACTOR, "role"), false),
        (Draft::whole().without(&ACTOR, "role").without(&ACTOR, "anchors"), false),
    ] {
        let (errors, faults) = (draft.errors(), draft.faults());
        // A value of a list wants a unit in its row, which is not in the TOML.
        let errors: Vec<_> = errors.iter().filter(|error| !error.contains("lacks its unit")).collect();
        assert_eq!(errors.is_empty(), sound, "{errors:?}");
        assert_eq!(faults.is_empty(), sound, "{faults:?}");
    }
}

#[test]
fn each_word_is_taken_by_the_loader_and_by_the_schema_and_stands_on_the_page() {
    for group in tables() {
        for field in group.fields {
            let Type::Word(words) = field.kind else { continue };
            for word in words {
                let mut draft = Draft::whole().with(group, field.key, *word);
                if field.key == "panel" {
                    // Each panel has its own views.
                    draft = draft.without(group, "view");
                }
                // A list's rows have units of their own, and each panel its own views.
                let depends =
                    |error: &String| error.contains("lacks its unit") || error.contains("has no view");
                let errors: Vec<String> =
                    draft.errors().into_iter().filter(|error| !depends(error)).collect();
                assert!(errors.is_empty() && draft.faults().is_empty(), "{word}: {errors:?}");
                assert!(
                    section(group).contains(&format!("`{word}`")),
                    "{word} is not listed for {}",
                    group.title
                );
            }
        }
    }
    for field in COLUMNS.fields {
        let Type::Word(words) = field.kind else { continue };
        for word in words {
            assert_eq!(Draft::whole().with_figure(field.key, word).errors(), [""; 0]);
            assert!(section(&COLUMNS).contains(&format!("`{word}`")), "{word} is not listed");
        }
    }
}

/// The table of a group's fields as it must stand on the page.
fn fields_table(group: &Group) -> String {
    let mut text = "| key | type | | meaning | example |\n|---|---|---|---|---|\n".to_owned();
    for field in group.fields {
        let (kind, need) = (field.kind.name(), field.need.name());
        let example = field.example;
        let example = if example.is_empty() { String::new() } else { format!("`{example}`") };
        writeln!(text, "| `{}` | {kind} | {need} | {} | {example} |", field.key, field.meaning).unwrap();
    }
    text.replace("|  |", "| |")
}

#[test]
fn the_page_lists_these_fields_and_no_others() {
    let mut missing = String::new();
    for group in GROUPS.into_iter().chain(SUGGESTED_GROUPS) {
        let table = fields_table(group);
        if !section(group).contains(&table) {
            write!(missing, "under {} must stand\n{table}", group.title).unwrap();
        }
    }
    assert!(missing.is_empty(), "{missing}");
    let known = GROUPS.len() + SUGGESTED_GROUPS.len();
    assert_eq!(PAGE.matches("| key | type |").count(), known, "a table of fields nobody knows");
}

#[test]
fn the_page_lists_the_files_in_their_order() {
    let (first, others) = FILES.split_first().unwrap();
    let others: Vec<String> = others.iter().map(|name| format!("`{name}`")).collect();
    assert!(PAGE.contains(&format!("\n| `{first}` |")), "{first}");
    assert!(PAGE.contains(&format!("\n| {} |", others.join(" "))), "{others:?}");
}

#[test]
fn every_type_of_a_field_is_explained() {
    let types = PAGE.split_once("\n## Types\n").unwrap().1.split_once("\n## ").unwrap().0;
    for field in GROUPS.iter().flat_map(|group| group.fields) {
        let row = match field.kind {
            Type::Table(_) | Type::Tables(_) => continue,
            Type::Ref(_) => "`source`'s id".to_owned(),
            Type::Refs(_) => "list of `source` ids".to_owned(),
            Type::Anchors => "anchor".to_owned(),
            kind => kind.name(),
        };
        assert!(types.contains(&format!("\n| {row} |")), "{row}");
    }
}

#[test]
fn every_example_of_a_field_loads() {
    for group in tables() {
        for field in group.fields {
            if matches!(field.kind, Type::Table(_) | Type::Tables(_)) {
                continue;
            }
            let written: Table = field.example.parse().unwrap();
            let value = written[field.key].clone();
            let draft = Draft::whole().with(group, field.key, value);
            assert_eq!(draft.errors(), [""; 0], "{} {}", group.title, field.example);
            assert_eq!(draft.faults(), [""; 0], "{} {}", group.title, field.example);
        }
    }
    for column in COLUMNS.fields {
        let draft = Draft::whole().with_figure(column.key, column.example);
        // Of a series that is no list, no row has a unit of its own.
        assert_eq!(draft.errors().len(), usize::from(column.key == "unit"), "{}", column.key);
    }
}

/// The rows of a section's table of errors: what is written, the grade and message.
fn documented_errors(section: &'static str) -> Vec<(&'static str, &'static str)> {
    let Some((_, rows)) = section.split_once("\n| written | check says |\n|---|---|\n") else {
        return Vec::new();
    };
    let rows = rows.lines().take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let (written, said) = row.trim_matches(['|', ' ']).split_once(" | ").unwrap();
        (written.trim(), said.trim())
    })
    .collect()
}

/// The example with what a row says is written.
fn broken(group: &Group, written: &str) -> Draft {
    if let Some(keys) = written.strip_prefix("without ") {
        return keys.split(", ").fold(Draft::whole(), |draft, key| {
            let key = key.trim_matches('`');
            if group.title == COLUMNS.title { draft.without_column(key) } else { draft.without(group, key) }
        });
    }
    let written = written.trim_matches('`');
    if group.title == COLUMNS.title {
        let (column, value) = written.split_once(" =").unwrap();
        return Draft::whole().with_figure(column, value.trim());
    }
    let table: Table = written.parse().unwrap_or_else(|error| panic!("{written}: {error}"));
    table.into_iter().fold(Draft::whole(), |draft, (key, value)| draft.with(group, &key, value))
}

#[test]
fn what_the_page_says_of_errors_is_what_check_says() {
    let mut wrong = String::new();
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for group in GROUPS {
        for (written, said) in documented_errors(section(group)) {
            let problems = broken(group, written).problems();
            let lines: Vec<String> = problems
                .iter()
                .map(|problem| format!("{}: `{}`", problem.grade(), problem.message))
                .collect();
            // What ends in … goes on with what depends on the rest of the file.
            let begins = said.strip_suffix("…`");
            let says = |line: &String| begins.map_or(line == said, |begins| line.starts_with(begins));
            if !lines.iter().any(says) {
                writeln!(wrong, "{} ~ {written} ~ {}", group.title, lines.join(" ~ ")).unwrap();
            }
            *groups.entry(group.title).or_default() += 1;
        }
    }
    assert!(wrong.is_empty(), "check says otherwise:\n{wrong}");
    for group in GROUPS {
        assert!(
            groups.get(group.title).is_some_and(|rows| *rows >= 2),
            "no errors of {} are listed",
            group.title
        );
    }
}

#[test]
fn dates_are_what_the_page_says() {
    let dates = PAGE.split_once("\n## Dates\n").unwrap().1.split_once("\n## ").unwrap().0;
    let (good, bad) = dates.split_once("| not written |").unwrap();
    let mut read = 0;
    for row in good.lines().filter(|line| line.starts_with("| `")) {
        for date in
            row.split('|').nth(1).unwrap().split('`').filter(|piece| piece.starts_with(['2', '[', 'X', 'Y']))
        {
            let draft = Draft::whole().with(&EVENT, "date", date);
            assert_eq!(draft.errors(), [""; 0], "{date}");
            assert_eq!(draft.faults(), [""; 0], "{date}");
            read += 1;
        }
    }
    assert!(read > 12, "{read} dates");
    for row in bad.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
        let date = cells[0].trim_matches('`');
        let errors = Draft::whole().with(&EVENT, "date", date).errors().join("\n");
        assert!(errors.contains(&format!("\"{date}\" is no date: {}", cells[1])), "{errors}");
    }
}

#[test]
fn limits_are_what_the_page_says() {
    let mut draft = Draft::whole();
    for (length, sound) in [(4000, true), (4001, false)] {
        draft = draft.with(&CLAIM, "note", "a".repeat(length));
        assert_eq!((draft.errors().is_empty(), draft.faults().is_empty()), (sound, sound));
    }
    let megabytes = |name: &str, mb: usize| {
        let files = Memory::default().with("article.txt", "Words.").with(
            "dossier.toml",
            "format = 1\nid = \"x\"\ntitle = \"x\"\nobservations = \"x.csv\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
        let files = files.with(name, vec![b' '; (mb << 20) + 1]);
        let problems = load(&files).map_or_else(|refusal| refusal.problems, |loaded| loaded.problems);
        problems.iter().any(|problem| problem.message.contains(&format!("larger than {mb} MB")))
    };
    assert!(megabytes("article.txt", 10) && megabytes("sources.toml", 8) && megabytes("x.csv", 32));
    for limit in [
        "| article | 10 MB |",
        "| a translation of it | 10 MB |",
        "| a TOML file | 8 MB |",
        "| observations | 32 MB |",
        "4,000 characters |",
    ] {
        assert!(PAGE.contains(limit), "{limit}");
    }
}

#[test]
fn the_shipped_dossier_fits_the_schema() {
    let files: Embedded = shipped();
    for name in files.list().iter().filter(|name| name.contains(".toml")) {
        let text = String::from_utf8(files.read(name, 1 << 20).unwrap()).unwrap();
        let schema = if name == "dossier.toml" { schema() } else { beside() };
        assert_eq!(faults(&schema, &text.parse().unwrap()), [""; 0], "{name}");
    }
}

#[test]
fn the_readmes_example_fits_the_schema() {
    let example: Table = block_after(README, "\n`dossier.toml`\n").parse().unwrap();
    assert_eq!(faults(&schema(), &example), [""; 0]);
    let head_beside = faults(&beside(), &example);
    assert!(!head_beside.is_empty(), "a head belongs in dossier.toml alone");
}

#[test]
fn the_command_prints_the_schema() {
    let printed = |arguments: &[&str]| {
        let answer = run(arguments);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        serde_json::from_str::<serde_json::Value>(&answer.stdout).unwrap()
    };
    assert_eq!(printed(&["schema"]), schema());
    assert_eq!(printed(&["schema", "--beside"]), beside());
    assert!(jsonschema::meta::is_valid(&schema()) && jsonschema::meta::is_valid(&beside()));
    assert_eq!(schema()["$defs"][SOURCE.word()]["properties"]["type"]["enum"].as_array().unwrap().len(), 45);
}

/// Texts of the alphabet of dates, and such as have the form of one.
fn dates() -> impl Strategy<Value = String> {
    let sign = "[?~%]?";
    let year = "(-?[0-9X]{4}|Y-?[0-9]{5,6}|Y[1-9]E[0-9])";
    let date = format!("{sign}{year}{sign}(-{sign}[0-4X][0-9X]{sign}(-{sign}[0-3X][0-9X]{sign})?)?");
    let set = format!("\\[(\\.\\.)?{date}(\\.\\.)?(,{date})?\\]");
    let end = format!("({date}|\\.\\.)?");
    prop_oneof![
        prop::string::string_regex(&date).unwrap(),
        prop::string::string_regex(&set).unwrap(),
        prop::string::string_regex(&format!("{end}/{end}")).unwrap(),
        prop::string::string_regex("[0-9XYE?~%.,/\\[\\]-]{1,12}").unwrap(),
    ]
}

/// The schema of a date alone.
static DATE: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    jsonschema::draft202012::new(&schema()["$defs"]["event"]["properties"]["date"]).unwrap()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// What is read as a date the schema accepts.
    #[test]
    fn the_schema_accepts_every_date_that_is_read(text in dates()) {
        if When::parse(&text).is_ok() {
            prop_assert!(DATE.is_valid(&text.as_str().into()), "{}", text);
        }
    }
}

/// Dates as people and other programs write them are refused by an editor already.
#[test]
fn the_schema_refuses_what_is_no_date() {
    for text in [
        "25.07.2019",
        "11/28/2026",
        "05/06/2026",
        "Jul 2019",
        "25 July 2019",
        "2019.07.25",
        "2019/07/25",
        "20190725",
        "2019-7-5",
        "2019-7",
        "19-07-25",
        "2019-13",
        "2019-00",
        "2019-07-32",
        "2025-21",
        "2025-37",
        "1950S2",
        "{2024,2025}",
        "2025-11-27T10:00:00Z",
        "2019-2021",
        "in May",
        "",
        " 2019",
        "2019 ",
        "ca. 2019",
        "2019..2021",
    ] {
        assert!(When::parse(text).is_err(), "{text}");
        assert!(!DATE.is_valid(&text.into()), "{text}");
    }
}

/// What an editor shows beside a key says what it means, and each example is one.
#[test]
fn the_schema_describes_every_key_and_has_examples() {
    let whole = schema();
    for group in tables() {
        let properties = match group.title {
            title if title == HEAD.title => &whole["properties"],
            title if title == QUOTATION.title => &whole["$defs"]["quotation"]["properties"],
            _ => &whole["$defs"][group.word()]["properties"],
        };
        for field in group.fields {
            let property = &properties[field.key];
            let description = property["description"].as_str().unwrap();
            assert!(!description.contains("](#") && !description.contains('`'), "{description}");
            assert!(
                description.len() >= 15
                    || matches!(
                        field.kind,
                        Type::Text | Type::Tables(_) | Type::Local | Type::Word(_) | Type::Texts
                    ),
                "{description}"
            );
            if matches!(field.kind, Type::Table(_) | Type::Tables(_)) {
                continue;
            }
            let example = &property["examples"][0];
            let mut alone = property.clone();
            alone["$defs"] = whole["$defs"].clone();
            assert!(
                jsonschema::draft202012::new(&alone).unwrap().is_valid(example),
                "{}: {example}",
                field.key
            );
        }
    }
}

/// The line by which an editor finds the schema is a comment to the loader.
#[test]
fn the_line_that_names_the_schema_is_a_comment() {
    let files = Memory::default()
        .with("article.txt", "Old bridge\nIt closes.\n")
        .with("schema.json", "{}")
        .with(
            "dossier.toml",
            "#:schema ./schema.json\nformat = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
    assert_eq!(load(&files).unwrap().problems, []);
}
