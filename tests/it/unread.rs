//! What cannot be read, or rests on nothing, is never shown as something else: no assessment without evidence, no finding
//! that no row states, no date that is another one.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files had better fail")]

use crate::common::run::Folder;
use crate::common::{Cells, Row, Screen};
use fundstelle::app::Options;
use fundstelle::dossier::{AnchorState, Assessment, Id, Ref, Standing, When};
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, Rule, load};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

const SIZES: [Cells; 3] = [(120, 40), (80, 24), (160, 50)];

const ARTICLE: &str = "Old bridge to close\nThe council will reportedly close the old bridge in May.\nLorries were \
                       counted.\n";

const HEAD: &str = r#"format = 1
id = "t"
title = "The bridge"
observations = "o.csv"
[article]
file = "a.txt"
language = "en"
published = "2026-03-02"
[[source]]
id = "minutes"
type = "report"
outlet = "Council"
accessed = "2026-03-01"
[[source]]
id = "echo"
type = "article-newspaper"
outlet = "Echo"
repeats = ["minutes"]
[[actor]]
id = "council"
kind = "government"
name = "The council"
prominent = true
aliases = ["council"]
role = "Decides."
sources = ["minutes", "echo"]
[[lane]]
id = "town"
short = "Town"
name = "The town"
[[event]]
id = "vote"
date = "2026-02-24"
lane = "town"
kind = "mandate"
status = "repealed"
title = "Vote"
summary = "Nine to four."
sources = ["minutes"]
prominent = true
[[place]]
id = "north"
name = "North"
[[place]]
id = "south"
name = "South"
[[series]]
id = "lorries"
outlet = "Council"
kind = "stock"
unit = "lorries"
title = "Lorries"
definition = "Weekdays only."
actors = ["council"]
expects = ["south"]
"#;

const COLUMNS: &str = "series,place,date,part,value,qualifier,source,note";

/// A claim in any state: what is between its text and its assessment, and what it rests on.
fn claim(between: &str, assessment: &str) -> String {
    format!(
        "[[claim]]\nid = \"c\"\ntext = \"It closes in May.\"\nactors = [\"council\"]\nevents = [\"vote\"]\n{between}\n\
         assessment = \"{assessment}\"\nnote = \"As the minutes have it.\"\n"
    )
}

fn files(tables: &str, figures: &str) -> Memory {
    Memory::default().with("dossier.toml", tables).with("a.txt", ARTICLE).with("o.csv", figures)
}

fn with_claim(between: &str, assessment: &str) -> Memory {
    let row = format!("{COLUMNS}\nlorries,north,2025,,5,exact,minutes,\n");
    files(&(HEAD.to_owned() + &claim(between, assessment)), &row)
}

fn opened(files: &Memory, size: Cells) -> Screen {
    Screen::open(files, size, Options { language: Language::En, theme: Theme::Mono, ..Options::default() })
}

/// All that is exported.
fn exported(loaded: &Loaded) -> String {
    [Language::En, Language::De]
        .into_iter()
        .flat_map(|language| {
            let options = export::Options { language, with_notes: true };
            [export::html(loaded, options), export::text(loaded, options), export::markdown(loaded, options)]
        })
        .collect()
}

/// Everything that a reader of the screen can come to: lists, cards, filters, search, go-to, tour, what is copied.
fn shown(files: &Memory) -> String {
    let mut output = String::new();
    for size in SIZES {
        let start = opened(files, size);
        let mut look = |keys: &str| {
            let mut screen = start.clone();
            screen.press(keys);
            output.extend(["# ", keys, "\n", &screen.text(), "\n"]);
            for effect in screen.escaped() {
                if let Effect::Copy { text, .. } = effect {
                    output.push_str(text);
                }
            }
        };
        for keys in [
            "1",
            "1 c",
            "1 c Enter",
            "1 c y",
            "2",
            "2 Down Enter",
            "2 Down y",
            "3",
            "3 Down Enter",
            "4",
            "4 Down Enter",
            "4 v",
            "4 v Down Enter",
            "5",
            "5 Down",
            "5 Down Enter",
            "5 Down Enter s",
            "5 Down y",
            "5 v",
            "5 Down v",
            "5 f",
            "b",
            "b y",
            "b Right",
            "b Right y",
            "b Right Right",
            "b i",
            ": c l o s e s",
            ": M i n u t",
            ": C o u n c i l Enter",
            "/ c l o s e s",
            "/ m a y Enter",
            "/ m i n u t",
        ] {
            look(keys);
        }
    }
    output
}

/// What `check --coverage` counts.
fn coverage(files: &Memory) -> String {
    let text = Folder::of(files).run_inside(&["check", "--coverage", "."]).stdout;
    // The problems before it quote the line that is at fault.
    let at = text.find("sentences with neither").unwrap_or_else(|| panic!("{text}"));
    text[at..].to_owned()
}

#[test]
fn no_output_shows_the_assessment_of_a_claim_whose_evidence_is_broken() {
    let broken = [
        ("every quotation is lost", "anchors = [\"never stood there\"]\nsources = [\"minutes\"]"),
        ("one of them is", "anchors = [\"the old bridge\", \"never stood there\"]\nsources = [\"minutes\"]"),
        ("it stands twice", "anchors = [\"o\", \"close\"]\nsources = [\"minutes\"]"),
        ("no source is there", "anchors = [\"the old bridge\"]\nsources = [\"minuets\", \"ecco\"]"),
        ("no source is given", "anchors = [\"the old bridge\"]"),
        ("nothing is given", ""),
        ("nothing can be read", "anchors = 5\nsources = 5"),
        ("the hedge cannot be read", "anchors = [\"the old bridge\"]\nsources = [\"minutes\"]\nhedge = 5"),
        (
            "the hedge is elsewhere",
            "anchors = [\"the old bridge\"]\nsources = [\"minutes\"]\nhedge = \"Lorries\"",
        ),
        (
            "whom it is attributed to cannot be read",
            "anchors = [\"the old bridge\"]\nsources = [\"minutes\"]\nattributed_to = [\"mayor\"]",
        ),
    ];
    let all = |files: &Memory| [shown(files), exported(&load(files).unwrap()), coverage(files)];
    for (state, between) in broken {
        let [one, another] = ["contradicted", "borne-out"].map(|word| with_claim(between, word));
        let loaded = load(&one).unwrap();
        assert_eq!(loaded.dossier.claims[0].assessment, None, "{state}");
        assert!(loaded.faulty.evidence.contains(&"claim:c".parse::<Ref>().unwrap()), "{state}");
        // Where nothing tells what the author wrote, it makes no difference what that was.
        for (one, another) in all(&one).into_iter().zip(all(&another)) {
            let differ = one.lines().zip(another.lines()).find(|(one, another)| one != another);
            assert_eq!(differ, None, "{state}");
            assert_eq!(one.len(), another.len(), "{state}");
        }
    }
    let sound = "anchors = [\"close the old bridge\"]\nsources = [\"minutes\"]\nhedge = \"reportedly\"";
    let [one, another] = ["contradicted", "borne-out"].map(|word| all(&with_claim(sound, word)));
    assert!(one[0] != another[0] && one[1] != another[1], "of a sound claim it does");
    assert_ne!(one[2], all(&with_claim(sound, "open"))[2]);
}

/// What a key of the dossier says when it cannot be read, and what must then not be so.
#[test]
fn what_limits_a_statement_and_cannot_be_read_leaves_it_weaker() {
    let sound = "anchors = [{ exact = \"close\", prefix = \"reportedly \", suffix = \" the\", inferred = true }]\nsources = [\
                 \"minutes\"]\nhedge = \"reportedly\"\nattributed_to = [\"council\"]";
    let whole = HEAD.to_owned() + &claim(sound, "qualified");
    let row = format!("{COLUMNS}\nlorries,north,2025,,5,exact,minutes,\n");
    let read = |tables: &str| load(&files(tables, &row)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let is_broken =
        |loaded: &Loaded, item: &str| loaded.faulty.evidence.contains(&item.parse::<Ref>().unwrap());
    let before = read(&whole);
    assert_eq!(before.problems.len(), 0, "{:?}", before.problems);
    assert_eq!(before.dossier.claims[0].assessment, Some(Assessment::Qualified));
    let edit = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}");
        read(&whole.replacen(from, to, 1))
    };
    let anchor = |loaded: &Loaded| loaded.dossier.claims[0].evidence.anchors[0].clone();
    for inferred in
        ["inferred = \"yes\"", "inferred = 1", "inferred = []", "infered = true", "inferrred = true"]
    {
        let loaded = edit("inferred = true", inferred);
        assert!(anchor(&loaded).inferred && !loaded.problems.is_empty(), "{inferred}");
    }
    assert!(!anchor(&edit("inferred = true", "inferred = false")).inferred);
    for (from, to) in [
        ("prefix = \"reportedly \"", "prefix = 5"),
        ("prefix = \"reportedly \"", "prefx = \"reportedly \""),
        ("suffix = \" the\"", "suffix = [\" the\"]"),
        ("suffix = \" the\"", "sufix = \" the\""),
    ] {
        let loaded = edit(from, to);
        assert_eq!(anchor(&loaded).state, AnchorState::Lost, "{to}");
        assert!(is_broken(&loaded, "claim:c") && loaded.dossier.claims[0].assessment.is_none(), "{to}");
    }
    let hedge = "hedge = \"reportedly\"";
    let attributed = "attributed_to = [\"council\"]";
    let expects = "expects = [\"south\"]";
    let definition = "definition = \"Weekdays only.\"";
    let status = "status = \"repealed\"";
    for (item, from, to) in [
        ("claim:c", hedge, "hedge = 5"),
        ("claim:c", hedge, "hegde = \"reportedly\""),
        ("claim:c", hedge, "hedge = [\"reportedly\"]"),
        ("claim:c", hedge, "hedge = \"\u{ad}\""),
        ("claim:c", attributed, "attributed_to = [\"mayor\"]"),
        ("claim:c", attributed, "attributed_to = [\"council\", 5]"),
        ("claim:c", attributed, "attributed_to = 5"),
        ("claim:c", attributed, "atributed_to = [\"council\"]"),
        ("event:vote", status, "status = 5"),
        ("event:vote", status, "staus = \"repealed\""),
        ("series:lorries", expects, "expects = [\"souht\"]"),
        ("series:lorries", expects, "expect = [\"south\"]"),
        ("series:lorries", definition, "definition = 5"),
        ("series:lorries", "unit = \"lorries\"", "unit = 5"),
    ] {
        assert!(!is_broken(&before, item));
        assert!(is_broken(&edit(from, to), item), "{to}");
    }
    // A list without its brackets is read all the same.
    assert!(!is_broken(&edit(attributed, "attributed_to = \"council\""), "claim:c"));
    let origins = |loaded: &Loaded| loaded.dossier.origins(&[Id::new("minutes"), Id::new("echo")]).len();
    for repeats in [
        "repeats = [\"minuets\"]",
        "repeats = 5",
        "repeats = [5]",
        "repeat = [\"minutes\"]",
        "repeats = [\"echo\"]",
        "repeats = [\"\"]",
    ] {
        assert_eq!(origins(&edit("repeats = [\"minutes\"]", repeats)), 1, "{repeats}");
    }
    assert_eq!(origins(&edit("repeats = [\"minutes\"]\n", "")), 2);
    // Nor is one whose reference was ignored because it closes a cycle.
    let cycle = edit("accessed = \"2026-03-01\"\n", "accessed = \"2026-03-01\"\nrepeats = [\"echo\"]\n");
    assert_eq!(cycle.problems.iter().filter(|problem| problem.rule == Rule::ReferenceCycle).count(), 1);
    assert_eq!(origins(&cycle), 0);
    for accessed in [
        "\"soon\"",
        "5",
        "true",
        "\"2026-03\"",
        "\"XXXX\"",
        "\"2026-03-01/2026-03-04\"",
        "\"[..2026-03-01]\"",
        "\"\"",
    ] {
        let loaded = edit("accessed = \"2026-03-01\"", &format!("accessed = {accessed}"));
        assert_eq!(loaded.dossier.sources[0].accessed, None, "{accessed}");
        assert!(!loaded.problems.is_empty(), "{accessed}");
    }
    // What is shown large rests on what the stop shows.
    let stop = "[[stop]]\ntitle = \"One\"\nbig = \"CLOSE\"\nselect = \"claim:c\"\n";
    assert!(exported(&read(&(whole.clone() + stop))).contains("CLOSE"));
    for select in ["claim:d", "clam:c", "c"] {
        let loaded = read(&(whole.clone() + &stop.replace("claim:c", select)));
        assert!(!exported(&loaded).contains("CLOSE"), "{select}");
    }
}

/// A statement of each kind, with sources and whatever else is given, and what it is called.
const STATEMENTS: [(&str, &str); 5] = [
    (
        "claim:k",
        "[[claim]]\nid = \"k\"\ntext = \"It closes.\"\nassessment = \"contradicted\"\nsources = [\"minutes\"]\n",
    ),
    ("gap:k", "[[gap]]\nid = \"k\"\ntext = \"Cars may pass.\"\nsources = [\"minutes\"]\n"),
    (
        "relation:k",
        "[[relation]]\nid = \"k\"\nfrom = \"council\"\nto = \"k2\"\nlabel = \"bans\"\nsources = [\"minutes\"]\n",
    ),
    (
        "actor:k",
        "[[actor]]\nid = \"k\"\nkind = \"group\"\nname = \"Guild\"\nrole = \"Objects.\"\nsources = [\"minutes\"]\n",
    ),
    (
        "event:k",
        "[[event]]\nid = \"k\"\ndate = \"2026-02-25\"\nlane = \"town\"\nkind = \"report\"\ntitle = \"Survey\"\n\
         summary = \"S\"\nsources = [\"minutes\"]\nprominent = true\n",
    ),
];

/// What is said of a thing on its card, in what is copied of it, and on a stop that shows it.
fn said_of(files: &Memory, name: &str) -> String {
    let mut output = String::new();
    for keys in ["b v", "b y"] {
        let mut screen = opened(files, (120, 40));
        screen.press(keys);
        output.push_str(&screen.text());
        for effect in screen.escaped() {
            if let Effect::Copy { text, .. } = effect {
                output.push_str(text);
            }
        }
    }
    let page =
        export::markdown(&load(files).unwrap(), export::Options { language: Language::En, with_notes: true });
    let entry = page.split("<a id=\"").find(|entry| entry.starts_with(&name.replace(':', "-")));
    output + entry.unwrap_or_default()
}

#[test]
fn a_quotation_that_cannot_be_read_is_as_bad_as_one_that_is_lost() {
    let other = "[[actor]]\nid = \"k2\"\nkind = \"group\"\nname = \"Hauliers\"\n";
    let row = format!("{COLUMNS}\nlorries,north,2025,,5,exact,minutes,\n");
    let read = |name: &str, statement: &str, line: &str| {
        let stop = format!("[[stop]]\ntitle = \"One\"\nselect = \"{name}\"\n");
        files(&format!("{HEAD}{other}{statement}{line}\n{stop}"), &row)
    };
    let broken = |files: &Memory, name: &str| {
        let loaded = load(files).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let of = name.parse::<Ref>().unwrap();
        let assessed = loaded.dossier.claims.iter().any(|claim| claim.assessment.is_some());
        (loaded.faulty.evidence.contains(&of), loaded.dossier.standing(&of), assessed, loaded.problems.len())
    };
    let not_in_article = "Not in the article";
    for (name, statement) in STATEMENTS {
        let is_actor = name.starts_with("actor");
        let background = read(name, statement, "");
        assert_eq!(broken(&background, name), (false, Standing::Background, name == "claim:k", 0), "{name}");
        let sound = read(name, statement, "anchors = [\"close the old bridge\", \"Lorries\"]");
        assert_eq!((broken(&sound, name).0, broken(&sound, name).3), (false, 0), "{name}");
        assert!(!said_of(&sound, name).contains(not_in_article), "{name}");
        if matches!(name, "event:k" | "relation:k" | "gap:k") {
            assert!(said_of(&background, name).contains(not_in_article), "{name}");
        }
        for line in [
            "anchors = 5",
            "anchors = true",
            "anchors = [5]",
            "anchors = [\"\"]",
            "anchors = [\" \"]",
            "anchors = [[\"Lorries\"]]",
            "anchors = [{}]",
            "anchors = [{ exat = \"Lorries\" }]",
            "anchors = [{ exact = 5 }]",
            "anchors = { exact = 5 }",
            "anchros = [\"Lorries\"]",
            "anchor = [\"Lorries\"]",
            "anchor = \"Lorries\"",
            "Anchors = [\"Lorries\"]",
            // What else is there does not make up for it.
            "anchors = [\"close the old bridge\", 5]",
            "anchors = [\"close the old bridge\", { exact = 5 }]",
            "anchors = [\"\", \"close the old bridge\"]",
            "anchors = [\"close the old bridge\", { exat = \"Lorries\" }]",
            "anchors = [\"close the old bridge\"]\nanchor = \"Lorries\"",
        ] {
            let files = read(name, statement, line);
            let (is_broken, standing, assessed, problems) = broken(&files, name);
            assert!(is_broken && !assessed && problems > 0, "{name}: {line}");
            // Where an actor stands is shown by its mentions.
            assert!(is_actor || standing == Standing::Broken, "{name}: {line}: {standing:?}");
            let output = said_of(&files, name);
            assert!(!output.contains(not_in_article), "{name}: {line}:\n{output}");
            assert!(!exported(&load(&files).unwrap()).contains("CONTRADICTED"), "{name}: {line}");
        }
        // A list without its brackets is read all the same, and an empty one says nothing.
        assert!(!broken(&read(name, statement, "anchors = \"close the old bridge\""), name).0, "{name}");
        assert!(!broken(&read(name, statement, "anchors = []"), name).0, "{name}");
    }
    for (name, key) in [("event:k", "candidate_for"), ("actor:k", "mentions"), ("gap:k", "near")] {
        let (_, statement) = STATEMENTS.into_iter().find(|(of, _)| *of == name).unwrap();
        let lists = ["5", "[5]", "[\"\"]", "[{ exat = \"Lorries\" }]", "[{ exact = 5 }]", "[\"Lorries\", 5]"];
        let single = ["5", "[\"Lorries\"]", "\"\"", "{ exat = \"Lorries\" }", "{ exact = 5 }"];
        let values = if key == "near" { single.to_vec() } else { lists.to_vec() };
        let misspelt = format!("{}s = \"Lorries\"", key.trim_end_matches('s'));
        let misspelt = misspelt.replace("mentions", "mentons");
        let lines = values.into_iter().map(|value| format!("{key} = {value}")).chain([misspelt]);
        for line in lines {
            let files = read(name, statement, &line);
            assert!(broken(&files, name).0, "{name}: {line}");
            let output = said_of(&files, name);
            assert!(
                !output.contains(not_in_article) && !output.contains("does not name this actor"),
                "{line}:\n{output}"
            );
        }
        let whole = if key == "near" { "\"Lorries\"" } else { "[\"Lorries\"]" };
        assert!(!broken(&read(name, statement, &format!("{key} = {whole}")), name).0, "{name}: {key}");
    }
}

#[test]
fn an_assessment_that_cannot_be_read_is_none_and_not_an_open_question() {
    let sound = "anchors = [\"close the old bridge\"]\nsources = [\"minutes\"]";
    let open = with_claim(sound, "open");
    assert_eq!(load(&open).unwrap().dossier.claims[0].assessment, Some(Assessment::Open));
    let claim = HEAD.to_owned() + &claim(sound, "contradicted");
    let written = "assessment = \"contradicted\"";
    assert!(claim.contains(written));
    for line in [
        "assessment = \"contradictd\"",
        "assessment = 5",
        "assessment = [\"contradicted\"]",
        "assessment = \"\"",
        "assesment = \"contradicted\"",
        "",
    ] {
        let files = files(
            &claim.replace(written, line),
            &format!("{COLUMNS}\nlorries,north,2025,,5,exact,minutes,\n"),
        );
        let loaded = load(&files).unwrap();
        assert_eq!(loaded.dossier.claims[0].assessment, None, "{line}");
        assert!(loaded.faulty.evidence.contains(&"claim:c".parse::<Ref>().unwrap()), "{line}");
        assert_eq!(loaded.problems.len(), 1, "{line}");
        let mut screen = opened(&files, (160, 50));
        let claims = screen.press("5").framed("5 Claims").text();
        assert!(claims.contains('!') && !claims.to_lowercase().contains("open"), "{line}:\n{claims}");
    }
}

#[test]
fn a_figure_whose_date_cannot_be_read_is_marked() {
    for date in ["2025-02-30", "spring", "20255"] {
        let row = format!("lorries,north,{date},,77,exact,minutes,");
        let others = format!(
            "{COLUMNS}\nlorries,north,2024,,4,exact,minutes,\nlorries,south,2024,,5,exact,minutes,\n"
        );
        // On a chart, and in a table.
        for kind in ["stock", "list"] {
            let tables = HEAD.replace("\"stock\"", &format!("\"{kind}\""));
            let header =
                others.replace("source,note", "unit,source,note").replace("exact,", "exact,lorries,");
            let row = row.replace("exact,", "exact,lorries,");
            let files = files(&tables, &format!("{header}{row}\n"));
            let loaded = load(&files).unwrap();
            let of = format!("observation:lorries/north/{date}/").parse::<Ref>().unwrap();
            assert!(loaded.faulty.other.contains(&of), "{kind}: {date}: {:?}", loaded.faulty);
            let options = export::Options { language: Language::En, with_notes: false };
            let marked = format!("! {date}");
            let pages = [
                export::html(&loaded, options),
                export::text(&loaded, options),
                export::markdown(&loaded, options),
            ];
            for page in pages {
                let rows = page.lines().filter(|line| line.contains(date) && line.contains("77"));
                let rows: Vec<&str> = rows.collect();
                assert!(!rows.is_empty() || page.contains(&marked), "{kind}: {date}:\n{page}");
                for row in rows {
                    assert!(row.contains('!'), "{kind}: {date}: {row}");
                }
                assert!(!page.contains("! 2024"), "{kind}: {date}");
            }
            let mut screen = opened(&files, (160, 50));
            let panel = screen.press("4 z").framed("4 Trend");
            if kind == "list" {
                // The only view: no figures compare.
                let row = panel.row_with(date).text();
                assert!(row.contains('!'), "{row}");
                assert!(!panel.row_with("5 lorries").text().contains('!'), "{}", panel.text());
            } else {
                let series = screen.press("v").framed("4 Trend");
                let marked = series.rows.iter().map(Row::text).filter(|row| row.contains('!'));
                let marked: Vec<String> = marked.collect();
                let [marked] = &marked[..] else { panic!("one row:\n{}", series.text()) };
                assert!(marked.trim_start().starts_with("! North") && marked.contains(" 77"), "{marked}");
            }
        }
    }
}

#[test]
fn a_row_says_what_it_says_or_nothing() {
    let read = |columns: &str, row: &str| {
        let unit = HEAD.to_owned() + &claim("anchors = [\"the old bridge\"]", "open");
        files(&unit, &format!("{columns}\nlorries,north,2024,,4,exact,minutes,\n{row}\n"))
    };
    let missing = ["looked for", "no figure\n", "gesucht", "keine Zahl"];
    let empty = exported(&load(&read(COLUMNS, "lorries,north,2025,,,,minutes,")).unwrap());
    assert!(empty.contains(missing[0]), "an empty value is that finding");
    for row in [
        "lorries,north,2025,,1.6.5,exact,minutes,",
        "lorries,north,2025,,many,,minutes,",
        "lorries,north,2025,,1e3,exact,minutes,",
        "lorries,north,2025,,NaN,exact,minutes,",
        "lorries,north,2025,,77,atleast,minutes,",
        "lorries,north,2025,,77,,minutes,",
        "lorries,north,2025,,,atleast,minutes,",
        "lorries,nort,2025,,77,exact,minutes,",
        "lorries,north,2025,,77,exact,minuets,",
    ] {
        let files = read(COLUMNS, row);
        let loaded = load(&files).unwrap();
        assert!(!loaded.problems.is_empty(), "{row}");
        assert_eq!(loaded.dossier.observations.len(), 1, "{row}");
        let document = exported(&loaded);
        assert!(!missing.iter().any(|words| document.contains(&format!("2025; North; {words}"))), "{row}");
        assert!(!document.contains("77 lorries"), "{row}");
        let mut screen = opened(&files, (120, 40));
        // South is one the publisher is expected to have a figure of.
        let overview = screen.press("4").framed("4 Trend");
        let none = overview.row_with("no figure").text();
        assert_eq!(none.trim(), "× no figure available: South", "{row}");
        assert_eq!(overview.text().matches('×').count(), 1, "{row}:\n{}", overview.text());
        let series = screen.press("v").framed("4 Trend").text();
        assert!(!series.contains('×') && !series.contains("no figure"), "{row}:\n{series}");
    }
    let unit = COLUMNS.replace("note", "unit");
    let loaded = load(&read(&unit, "lorries,north,2025,,77,exact,minutes,cars")).unwrap();
    assert_eq!(loaded.dossier.observations.len(), 1, "cars are no lorries");
    // A column that is misspelt says something that the rows would then lack.
    for columns in [
        COLUMNS.replace("part", "prat"),
        COLUMNS.replace("part", "part.german"),
        COLUMNS.replace("place", "plase"),
    ] {
        let loaded = load(&read(&columns, "lorries,north,2025,planned,77,exact,minutes,")).unwrap();
        assert_eq!(loaded.dossier.observations.len(), 0, "{columns}");
    }
    let own = load(&read(&COLUMNS.replace("note", "checked by"), "lorries,north,2025,,77,exact,minutes,X"))
        .unwrap();
    assert_eq!(own.dossier.observations.len(), 2, "a column of one's own takes nothing away");
}

#[test]
fn a_figure_of_an_open_date_is_not_drawn_and_not_kept_silent() {
    let dates = ["202X", "../2029", "[..2026]", "2025/..", "[2025..]", "2025/", "[2025,2027]", "XXXX"];
    for date in dates {
        let row = format!("lorries,south,\"{date}\",,77,exact,minutes,");
        let listed = format!("{COLUMNS}\nlorries,north,2024,,4,exact,minutes,\n{row}\n");
        let drawn = format!("{listed}lorries,north,2023,,3,exact,minutes,\n");
        for (language, said, heading) in
            [(Language::En, "Not drawn", "without a date"), (Language::De, "Nicht gezeichnet", "ohne Datum")]
        {
            let panel = |figures: &str| {
                let options = Options { language, theme: Theme::Mono, ..Options::default() };
                let mut screen = Screen::open(&files(HEAD, figures), (160, 50), options);
                screen.press("4 v z").framed("4 Trend").prose()
            };
            let with = panel(&drawn);
            assert!(with.contains(said) && with.contains("South") && with.contains("77"), "{date}:\n{with}");
            let without = panel(&drawn.replace(&row, ""));
            assert!(!without.contains(said), "{without}");
            // Where there is no time axis, it stands apart from those that have a date; alone it is listed.
            let apart = panel(&listed);
            let (_, undated) = apart.split_once(heading).unwrap_or_else(|| panic!("{date}:\n{apart}"));
            assert!(undated.contains("South") && undated.contains("77"), "{date}:\n{apart}");
            let alone = panel(&format!("{COLUMNS}\n{row}\n"));
            assert!(alone.contains("77") && !alone.contains(said), "{date}:\n{alone}");
        }
        let loaded = load(&files(HEAD, &drawn)).unwrap();
        let page = export::html(&loaded, export::Options { language: Language::En, with_notes: false });
        assert!(page.contains("<p>Not drawn because the time is unknown: South"), "{date}");
    }
}

/// With nothing to compare over time there is no overview to open on.
#[test]
fn figures_that_are_all_of_an_open_date_are_shown_at_once() {
    for date in ["202X", "XXXX"] {
        let figures = format!("{COLUMNS}\nlorries,south,{date},,77,exact,minutes,\n");
        let trend = opened(&files(HEAD, &figures), (160, 50)).press("4 z").framed("4 Trend").prose();
        assert!(trend.contains("77") && trend.contains("South"), "{date}:\n{trend}");
    }
}

/// The series says which it is; the overview counts it where its series is current.
#[test]
fn the_overview_counts_figures_without_a_place_in_time() {
    let drawn = format!("{COLUMNS}\nlorries,north,2024,,4,exact,minutes,\n");
    for (language, said) in [(Language::En, "1 undated"), (Language::De, "1 ohne Datum")] {
        let overview = |figures: &str| {
            let options = Options { language, theme: Theme::Mono, ..Options::default() };
            let mut screen = Screen::open(&files(HEAD, figures), (160, 50), options);
            screen.press("4 z").framed("4 Trend").prose()
        };
        for date in ["202X", "../2029", "[2025..]", "XXXX", "2025-02-30", "spring"] {
            let with = overview(&format!("{drawn}lorries,south,{date},,77,exact,minutes,\n"));
            assert!(with.contains(said), "{date}:\n{with}");
        }
        let without = overview(&drawn);
        assert!(!without.contains(said), "{without}");
    }
}

fn event(number: usize, date: &str) -> String {
    format!(
        "[[event]]\nid = \"e{number}\"\ndate = \"{date}\"\nlane = \"town\"\nkind = \"report\"\ntitle = \"Event {number}\"\n\
         summary = \"S\"\nsources = [\"minutes\"]\nprominent = true\n"
    )
}

#[test]
fn a_year_stands_whole_in_the_timeline() {
    let dates = ["Y-12000", "Y-200000", "Y20000", "-0044-03-15", "-1200", "2025-11", "Y17E7", "2025-37"];
    let tables: String = (0..).zip(dates).map(|(number, date)| event(number, date)).collect();
    for (language, name) in [(Language::En, "3 Timeline"), (Language::De, "3 Zeitleiste")] {
        for size in [(160, 60), (80, 50)] {
            let options = Options { language, theme: Theme::Mono, ..Options::default() };
            let mut screen = Screen::open(&files(&(HEAD.to_owned() + &tables), ""), size, options);
            screen.press("3 z");
            let timeline = screen.framed(name);
            // Each stands alone in its year.
            for (number, year) in [(0, "-12000"), (1, "-200000"), (2, "20000"), (3, "-44"), (4, "-1200")] {
                let row = timeline.row_with(&format!("Event {number}")).text();
                assert_eq!(
                    row.trim_start_matches(['▶', '▷', ' ']).split_whitespace().next(),
                    Some(year),
                    "{row}"
                );
            }
            for (number, written) in [(6, "Y17E7"), (7, "2025-37")] {
                let row = timeline.row_with(&format!("Event {number}")).text();
                assert!(row.contains(written), "{row}");
            }
        }
    }
}

#[test]
fn what_has_no_date_is_nowhere_after_the_article() {
    let tables = HEAD.to_owned() + &event(1, "XXXX") + &event(2, "spring");
    let files = files(&tables, "");
    let mut screen = opened(&files, (120, 40));
    for keys in ["3 End Enter", "3 End y", "b"] {
        let screen_text = screen.press(keys).text();
        assert!(!screen_text.contains("after the article"), "{screen_text}");
        screen.press("Esc Esc");
    }
    for effect in screen.escaped() {
        assert!(!format!("{effect:?}").contains("after the article"), "{effect:?}");
    }
    let documents = exported(&load(&files).unwrap());
    assert!(!documents.contains("after the article") && !documents.contains("nach dem Artikel"));
    let mut screen = opened(&self::files(&(tables + &event(3, "2026-05")), ""), (120, 40));
    let after = screen.press("3 a").framed("3 Timeline").text();
    assert!(after.contains("Event 3") && !after.contains("Vote"), "{after}");
    assert!(!after.contains("Event 1") && !after.contains("Event 2"), "{after}");
}

#[test]
fn every_form_of_a_date_is_refused_or_shown_in_both_languages() {
    use fundstelle::i18n::dates::full;
    use fundstelle::look::glyphs::Glyphs;
    // As the crate reads them, ISO 8601-2's own examples among them.
    let shown = [
        ("1985-04-12", "12.4.1985", "12 Apr 1985"),
        ("1985-04", "April 1985", "April 1985"),
        ("1985", "1985", "1985"),
        ("-1985", "1986 v. Chr.", "1986 BC"),
        ("Y-12000", "12001 v. Chr.", "12001 BC"),
        ("Y2E4~", "etwa 20000", "about 20000"),
        ("201X", "201X", "201X"),
        ("20XX", "20XX", "20XX"),
        ("2004-XX", "2004", "2004"),
        ("2004-1X", "2004", "2004"),
        ("1985-04-XX", "April 1985", "April 1985"),
        ("1985-XX-XX", "1985", "1985"),
        ("156X-12-25", "156X-12-25", "156X-12-25"),
        ("XXXX-12-XX", "XXXX-12-XX", "XXXX-12-XX"),
        ("1984?", "1984 (?)", "1984 (?)"),
        ("2004-06~", "etwa Juni 2004", "about June 2004"),
        ("2004-06-11%", "etwa 11.6.2004 (?)", "about 11 Jun 2004 (?)"),
        ("2004-?06-11", "11.6.2004 (?)", "11 Jun 2004 (?)"),
        ("?2004-06-~11", "etwa 11.6.2004 (?)", "about 11 Jun 2004 (?)"),
        ("2001-34", "2. Quartal 2001", "second quarter of 2001"),
        ("2001-41", "2. Halbjahr 2001", "second half of 2001"),
        ("1964/2008", "1964–2008", "1964–2008"),
        ("2004-06/2006-08", "Juni 2004 – August 2006", "June 2004 – August 2006"),
        ("2004-01-01/2005", "1.1.2004–2005", "1 Jan 2004 – 2005"),
        ("1985/..", "seit 1985", "since 1985"),
        ("1985/", "1985 – ?", "1985 – ?"),
        ("../1985", "bis 1985", "until 1985"),
        ("/1985", "bis 1985", "until 1985"),
        ("1984~/2004-06", "etwa 1984 – Juni 2004", "about 1984 – June 2004"),
        ("..1984/2004", "spätestens 1984 – 2004", "1984 or earlier – 2004"),
        ("1984/2004..", "1984 – frühestens 2004", "1984 – 2004 or later"),
        ("[1760-12..]", "frühestens Dezember 1760", "December 1760 or later"),
        ("[..1760-12-03]", "spätestens 3.12.1760", "3 Dec 1760 or earlier"),
        (
            "[1667,1668,1670..1672]",
            "1667, 1668 oder zwischen 1670 und 1672",
            "1667, 1668 or between 1670 and 1672",
        ),
        ("[1667,1760-12..]", "1667 oder frühestens Dezember 1760", "1667 or December 1760 or later"),
    ];
    for (text, german, english) in shown {
        let when = When::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let written = |language| full(&when, language, Glyphs::Unicode.in_dates());
        assert_eq!((&*written(Language::De), &*written(Language::En)), (german, english), "{text}");
    }
    for (text, reason) in [
        ("1985-04-12T23:20:30Z", "time of day"),
        ("2001-21", "hemisphere"),
        ("2001-29", "hemisphere"),
        ("2001-37", "third of a year"),
        ("2001-39/2002", "third of a year"),
        ("201X-33", "unknown year"),
        ("1950S2", "significant digits"),
        ("Y171010000S3", "significant digits"),
        ("Y17E7", "262,000 years"),
        ("{1667,1668}", "several dates"),
        ("{..1984}", "several dates"),
        ("2004/2003", "end precedes"),
    ] {
        assert!(When::parse(text).is_err_and(|error| error.reason.contains(reason)), "{text}");
    }
}
