//! What is not changed, and why.

use fundstelle::dossier::Kind;
use fundstelle::edit::{Change, Misfit, Refused, Step, TableKind, Value, plan};
use fundstelle::load::{Memory, Rule};

use super::common::{
    ARTICLE, HEAD, after, change, contents, element, item, key, new_claim, table, text, words, words_before,
};

fn files(tail: &str) -> Memory {
    Memory::default().with("a.txt", ARTICLE).with("dossier.toml", format!("{HEAD}{tail}"))
}

fn refused(files: &Memory, step: Step) -> Refused {
    plan(files, &change(vec![step])).expect_err("it is refused")
}

const A: &str = "[[claim]]\nid = \"a\"\ntext = \"A\"\nanchors = [\"in May\"]\n";

#[test]
fn an_article_alone_has_no_place_to_write_to() {
    let bare = Memory::default().with("a.txt", ARTICLE);
    assert_eq!(refused(&bare, new_claim()), Refused::NoDossier);
    assert_eq!(refused(&Memory::default(), new_claim()), Refused::NoDossier);
}

#[test]
fn nothing_is_written_into_files_that_cannot_be_read() {
    let reason = |files: &Memory| match refused(files, new_claim()) {
        Refused::Unreadable(problem) => (problem.rule, problem.location.file.clone(), problem.location.line),
        other => panic!("{other:?}"),
    };
    let conflict = files(&format!("<<<<<<< HEAD\n{A}=======\n>>>>>>> other\n"));
    assert_eq!(reason(&conflict), (Rule::TomlInvalid, "dossier.toml".to_owned(), 7));
    assert_eq!(reason(&files("# one\r# two\n")).0, Rule::TomlInvalid);
    let latin = files("").with("claims.toml", b"# caf\xe9\n".to_vec());
    assert_eq!(reason(&latin), (Rule::FileUnreadable, "claims.toml".to_owned(), 1));
    assert_eq!(reason(&files("").with("events.toml", "a = 1\na = 2\n")).0, Rule::TomlInvalid);
    assert_eq!(
        reason(&Memory::default().with("a.txt", ARTICLE).with("dossier.toml", "")).0,
        Rule::FormatUnknown
    );
}

#[test]
fn a_single_table_has_no_room_for_another() {
    let single = A.replace("[[claim]]", "[claim]");
    match refused(&files(&single), new_claim()) {
        Refused::SingleTable { kind, at } => {
            assert_eq!((kind, &*at.file, at.line, at.column), ("claim", "dossier.toml", 7, 1));
        }
        other => panic!("{other:?}"),
    }
    // An actor beside it has.
    let actor = table(TableKind::Actor, &[("id", text("x")), ("kind", text("person")), ("name", text("X"))]);
    assert!(plan(&files(&single), &change(vec![actor])).is_ok());
    match refused(&files("").with("claims.toml", "claim.id = 'a'\n"), new_claim()) {
        Refused::SingleTable { at, .. } => assert_eq!((&*at.file, at.line), ("claims.toml", 1)),
        other => panic!("{other:?}"),
    }
    let scalar = files("").with("claims.toml", "claim = 'none'\n");
    assert!(matches!(refused(&scalar, new_claim()), Refused::NoRoom { why: Misfit::NotTables, .. }));
}

#[test]
fn what_is_written_otherwise_has_no_room() {
    const COUNCIL: &str = "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"C\"\n";
    let alias = || element(Kind::Actor, "council", "aliases", text("council"));
    let mention = || element(Kind::Actor, "council", "mentions", words_before("it", " will close", true));
    let note = || key(Kind::Claim, "a", "note.en", text("N"));
    let list = || key(Kind::Claim, "a", "sources", Value::List(vec![text("echo")]));
    for (tail, step, misfit) in [
        (format!("{COUNCIL}aliases = \"The town\"\n"), alias(), Misfit::NotAList),
        (format!("{COUNCIL}[[actor.aliases]]\nx = 1\n"), alias(), Misfit::NotAList),
        (format!("{COUNCIL}mentions = {{ exact = \"in May\" }}\n"), mention(), Misfit::NotAList),
        (format!("{COUNCIL}[actor.mentions]\nexact = \"in May\"\n"), mention(), Misfit::NotAList),
        (
            format!("{COUNCIL}[[actor.mentions]]\nexact = \"in May\"\n[actor.mentions.more]\nx = 1\n"),
            mention(),
            Misfit::Split,
        ),
        (format!("{A}note = \"N\"\n"), note(), Misfit::Languages),
        (
            format!("{A}note = \"\"\"\nOne.\n\nTwo.\n\"\"\"\n"),
            key(Kind::Claim, "a", "note", text("One. Two, too.")),
            Misfit::Lines,
        ),
        (format!("{A}note = [\"N\"]\n"), note(), Misfit::NotAText),
        (format!("{A}note.en.x = \"N\"\n"), note(), Misfit::NotAText),
        (format!("{A}[claim.note.de]\nx = \"N\"\n"), note(), Misfit::Split),
        (format!("{A}note.de = \"N\"\n"), key(Kind::Claim, "a", "note", text("N")), Misfit::Languages),
        (
            format!("{A}assessment = [\"open\"]\n"),
            key(Kind::Claim, "a", "assessment", text("open")),
            Misfit::NotAText,
        ),
        (format!("{A}sources = [ # the paper\n]\n"), list(), Misfit::Comment),
        (format!("{A}sources = \"echo\"\n"), list(), Misfit::NotAList),
    ] {
        match refused(&files(&tail), step) {
            Refused::NoRoom { at, why, .. } => assert_eq!((at.line, why), (11, misfit), "{tail}"),
            other => panic!("{tail}: {other:?}"),
        }
    }
}

#[test]
fn a_thing_without_a_table_cannot_be_changed() {
    for of in
        [item(Kind::Claim, "b"), item(Kind::Actor, "a"), item(Kind::Link, "a"), item(Kind::Observation, "a")]
    {
        let step = Step::Key { of: of.clone(), key: "assessment".to_owned(), value: text("open") };
        match refused(&files(A), step) {
            Refused::NoTable { of: found, at: None } => assert_eq!(found, of),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_change_that_would_be_an_error_is_not_made() {
    let rule = |files: &Memory, step: Step| match refused(files, step) {
        Refused::Faulty(problem) => problem.rule,
        other => panic!("{other:?}"),
    };
    let again = table(
        TableKind::Claim,
        &[("id", text("a")), ("text", text("B")), ("anchors", Value::List(vec![words("It is a loss")]))],
    );
    assert_eq!(rule(&files(A), again), Rule::IdDuplicate);
    assert_eq!(rule(&files(A), element(Kind::Claim, "a", "sources", text("echo"))), Rule::ReferenceUnknown);
    assert_eq!(
        rule(&files(A), key(Kind::Claim, "a", "assessment", text("qualified"))),
        Rule::AssessmentUnsupported
    );
    assert_eq!(rule(&files(A), key(Kind::Claim, "a", "hedge", text("perhaps"))), Rule::HedgeLost);
    assert_eq!(rule(&files(A), key(Kind::Claim, "a", "assesment", text("open"))), Rule::KeyUnknown);
}

#[test]
fn words_that_do_not_stand_once_are_not_written() {
    for words in [words("it will fall"), words("the"), words_before("it", " falls", false), words("idge")] {
        let step = element(Kind::Claim, "a", "anchors", words);
        assert_eq!(refused(&files(A), step), Refused::WordsGone);
    }
}

/// Nothing was written: what is named is a place in the file as it is.
#[test]
fn an_error_is_placed_where_the_file_has_a_line() {
    const B: &str = "\n[[claim]]\nid = \"b\"\ntext = \"B\"\nanchors = [\"It is a loss\"]\n";
    let files = files(&format!("{A}{B}"));
    let place = |step: Step| match refused(&files, step) {
        Refused::Faulty(problem) => problem.location.line,
        other => panic!("{other:?}"),
    };
    let long: Vec<(&str, Value)> = vec![
        ("id", text("c")),
        ("text", text("C")),
        ("note", text("N")),
        ("anchors", Value::List(vec![words("so do we")])),
        ("sources", Value::List(vec![text("echo")])),
    ];
    assert_eq!(place(table(TableKind::Claim, &long)), 15, "the last line");
    // The line below the table's last own key.
    assert_eq!(place(key(Kind::Claim, "a", "hedge", text("perhaps"))), 11);
    assert_eq!(place(element(Kind::Claim, "b", "anchors", text("nowhere"))), 15, "the line itself");
}

#[test]
fn what_a_change_makes_doubtful_is_said() {
    let source = "[[source]]\nid = \"echo\"\ntype = \"document\"\noutlet = \"E\"\ntitle = \"T\"\n";
    let files = files(&format!("{A}sources = [\"echo\"]\n{source}"));
    let rules = |step: Step| -> Vec<Rule> {
        let found = plan(&files, &change(vec![step])).unwrap();
        found.warnings.iter().map(|problem| problem.rule).collect()
    };
    assert_eq!(rules(element(Kind::Claim, "a", "sources", text("echo"))), [Rule::ReferenceRepeated]);
    assert_eq!(rules(key(Kind::Claim, "a", "note", text("N"))), []);
}

/// An alias was marked in the article, which has become another one since.
#[test]
fn a_name_that_stands_nowhere_is_not_written() {
    const COUNCIL: &str =
        "[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"C\"\naliases = [\"Nobody\"]\n";
    let alias = |words: &str| element(Kind::Actor, "council", "aliases", text(words));
    assert_eq!(refused(&files(COUNCIL), alias("Town hall")), Refused::WordsGone);
    assert!(plan(&files(COUNCIL), &change(vec![alias("council")])).is_ok());
    let actor = |alias: &str| {
        let aliases = Value::List(vec![text(alias)]);
        table(
            TableKind::Actor,
            &[("id", text("m")), ("kind", text("person")), ("name", text("M")), ("aliases", aliases)],
        )
    };
    assert_eq!(refused(&files(COUNCIL), actor("Her Honour")), Refused::WordsGone);
    assert!(plan(&files(COUNCIL), &change(vec![actor("mayor")])).is_ok());
}

#[test]
fn errors_that_are_there_already_do_not_matter() {
    let slips = "[[claim]]\nid = \"b\"\nanchors = [\"nowhere\"]\nasessment = \"open\"\n[[claim]]\nid = \"a\"\ntext = \"twice\"\n";
    let before = files(&format!("{A}{slips}")).with("sources.toml", "[[sorce]]\nid = \"x\"\n");
    let steps = vec![
        table(TableKind::Source, &[("id", text("echo")), ("type", text("report")), ("outlet", text("Echo"))]),
        element(Kind::Claim, "a", "sources", text("echo")),
        key(Kind::Claim, "a", "assessment", text("qualified")),
        new_claim(),
    ];
    let found = plan(&before, &Change { steps, ..Change::default() }).unwrap();
    assert_eq!(found.order, ["sources.toml", "dossier.toml"], "what is referred to before what refers to it");
    let later = contents(&after(&before, &found));
    let (_, dossier) = later.iter().find(|(name, _)| name == "dossier.toml").unwrap();
    assert!(dossier.contains(
        "anchors = [\"in May\"]\nsources = [\"echo\"]\nassessment = \"qualified\"\n[[claim]]\nid = \"b\""
    ));
    assert!(found.loaded.dossier.claims.iter().any(|claim| claim.id.as_str() == "new"));
}

#[test]
fn later_steps_see_what_earlier_ones_made() {
    let steps = vec![
        table(
            TableKind::Actor,
            &[("id", text("mayor")), ("kind", text("person")), ("name.en", text("Mayor"))],
        ),
        element(Kind::Actor, "mayor", "aliases", text("the mayor")),
        element(Kind::Actor, "mayor", "aliases", text("mayor")),
        key(Kind::Actor, "mayor", "name.de", text("Bürgermeisterin")),
        key(Kind::Actor, "mayor", "kind", text("government")),
    ];
    let before = files(A);
    let found = plan(&before, &Change { steps, ..Change::default() }).unwrap();
    let later = contents(&after(&before, &found));
    let written = "\n[[actor]]\nid = \"mayor\"\nkind = \"government\"\nname.en = \"Mayor\"\nname.de = \"Bürgermeisterin\"\n\
                   aliases = [\"the mayor\", \"mayor\"]\n";
    assert_eq!(later[1].1, format!("{HEAD}{A}{written}"));
}

#[test]
fn errors_that_are_counted_or_repeated_are_known_again() {
    const SOURCE: &[(&str, &str)] = &[("id", "echo"), ("type", "report"), ("outlet", "Echo")];
    let unknown = A.replace("[\"in May\"]", "[\"in May\"]\nsources = [\"nobody\", \"none\"]");
    let b = unknown.replace("\"a\"", "\"b\"").replace("in May", "It is a loss");
    let c = A.replace("\"a\"", "\"c\"").replace("in May", "The town waits") + "assessment = \"open\"\n";
    let before = files(&format!("{unknown}{b}{c}"));
    let keys: Vec<(&str, Value)> = SOURCE.iter().map(|(key, value)| (*key, text(value))).collect();
    assert!(plan(&before, &change(vec![table(TableKind::Source, &keys)])).is_ok());
    // A second thing that names what nobody knows.
    match refused(&before, element(Kind::Claim, "c", "sources", text("none"))) {
        Refused::Faulty(problem) => assert_eq!(problem.rule, Rule::ReferenceUnknown),
        other => panic!("{other:?}"),
    }
    // One of two reports of the same name less, and what it says of places another.
    let named = [("id", text("none")), ("type", text("report")), ("outlet", text("None"))];
    let found = plan(&before, &change(vec![table(TableKind::Source, &named)])).unwrap();
    assert!(found.loaded.problems.iter().any(|problem| problem.rule == Rule::ReferenceUnknown));
}

#[test]
fn saying_what_is_there_changes_nothing() {
    let before = files(&format!("{A}assessment = 'op\u{65}n' # so\n"));
    let found = plan(&before, &change(vec![key(Kind::Claim, "a", "assessment", text("open"))])).unwrap();
    assert!(found.files.is_empty() && found.order.is_empty());
}
