//! `suggested.toml`: what is read of it, what is reported, and that it says nothing of the dossier.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files had better fail")]

use fundstelle::dossier::{Decision, SuggestionKind};
use fundstelle::load::format::{KNOWN, SUGGESTED_GROUPS};
use fundstelle::load::{
    Fingerprint, Grade, Loaded, Memory, Problem, Rule, load, load_if_changed, load_with_fingerprint,
};

const HEAD: &str = "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";

/// What the reference shows.
fn example() -> &'static str {
    let page = include_str!("../../assets/format.md");
    let section = page.split_once("\n## `suggested.toml`\n").unwrap().1;
    section.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0
}

fn files(suggested: &str) -> Memory {
    without().with("suggested.toml", suggested)
}

fn without() -> Memory {
    Memory::default().with("a.txt", "The bridge\nThe council closes it in May.\n").with("dossier.toml", HEAD)
}

fn read(suggested: &str) -> Loaded {
    load(&files(suggested)).unwrap()
}

fn rules(loaded: &Loaded) -> Vec<Rule> {
    loaded.problems.iter().map(|problem| problem.rule).collect()
}

fn rejected(of: SuggestionKind, words: &[&str]) -> Decision {
    Decision { of, words: words.iter().map(|words| (*words).into()).collect(), is_accepted: false }
}

#[test]
fn the_example_of_the_reference_is_read() {
    let loaded = read(example());
    assert_eq!(loaded.problems, []);
    let suggested = &loaded.dossier.suggested;
    assert_eq!(suggested.decisions, [rejected(SuggestionKind::Name, &["Council", "Councils"])]);
    let [known] = &suggested.known[..] else { panic!("{suggested:?}") };
    assert_eq!((known.id.as_str(), &*known.kind, &*known.from), ("council", "government", "bridge"));
    assert_eq!(known.aliases, ["council".into()]);
    // It is nobody of this dossier.
    assert!(loaded.dossier.actors.is_empty() && loaded.dossier.mentions.is_empty());
}

#[test]
fn one_word_needs_no_brackets_and_others_are_as_a_reader_sees_them() {
    let loaded = read(
        "[[decided]]\nkind = \"time\"\nwords = \" in  May\\n\"\ndecision = \"accepted\"\n\
         [[decided]]\nkind = \"figure\"\nwords = [\"two\"]\ndecision = \"rejected\"\n",
    );
    assert_eq!(loaded.problems, []);
    let [first, second] = &loaded.dossier.suggested.decisions[..] else { panic!() };
    assert!(first.is_accepted && first.of == SuggestionKind::Time);
    assert_eq!(*second, rejected(SuggestionKind::Figure, &["two"]));
}

/// Every key that the reference requires is required, and none else is known.
#[test]
fn the_loader_asks_for_the_keys_of_the_reference() {
    for group in SUGGESTED_GROUPS {
        let whole: toml::Table = example().parse().unwrap();
        let change = |change: &dyn Fn(&mut toml::Table)| {
            let mut file = whole.clone();
            change(file[group.word()].as_array_mut().unwrap()[0].as_table_mut().unwrap());
            read(&toml::to_string(&file).unwrap())
        };
        for field in group.fields {
            let loaded = change(&|table| {
                table.remove(field.key).unwrap();
            });
            let is_required = field.need == fundstelle::load::format::Need::Required;
            assert_eq!(
                rules(&loaded).contains(&Rule::KeyMissing),
                is_required,
                "{} {}",
                group.title,
                field.key
            );
            let loaded = change(&|table| {
                table.insert(field.key.to_owned(), toml::Value::Integer(5));
            });
            assert_eq!(rules(&loaded), [Rule::ValueType], "{} {}", group.title, field.key);
            let written: toml::Table = field.example.parse().unwrap();
            assert!(written.contains_key(field.key));
            let loaded = change(&|table| {
                table.insert(field.key.to_owned(), written[field.key].clone());
            });
            assert_eq!(loaded.problems, [], "{} {}", group.title, field.key);
        }
        let loaded = change(&|table| {
            table.insert("zzzzzzzzzz".to_owned(), toml::Value::Integer(5));
        });
        let [problem] = &loaded.problems[..] else { panic!("{:?}", loaded.problems) };
        assert_eq!(problem.rule, Rule::KeyUnknown);
        let mut asked: Vec<&str> = problem.hint.strip_prefix("its keys are ").unwrap().split(", ").collect();
        let mut all: Vec<&str> = group.fields.iter().map(|field| field.key).collect();
        asked.sort_unstable();
        all.sort_unstable();
        assert_eq!(asked, all, "{}", group.title);
    }
}

#[test]
fn what_is_no_toml_counts_as_no_decision_and_the_dossier_opens() {
    let broken = example().replace("decision = \"rejected\"", "decision = \"rejected");
    let loaded = read(&broken);
    assert_eq!(rules(&loaded), [Rule::SuggestionsUnreadable]);
    let Problem { location, .. } = &loaded.problems[0];
    let line = broken.lines().position(|line| line.starts_with("decision")).unwrap() + 1;
    assert_eq!((&*location.file, location.line), ("suggested.toml", line));
    assert_eq!(loaded.dossier.suggested, fundstelle::dossier::Suggested::default());
    let bytes = without().with("suggested.toml", b"# \xff\n".to_vec());
    let loaded = load(&bytes).unwrap();
    assert_eq!(rules(&loaded), [Rule::SuggestionsUnreadable]);
    assert!(loaded.problems.iter().all(|problem| problem.grade() == Grade::Error));
}

#[test]
fn a_decision_that_says_too_little_does_not_count_and_others_do() {
    let loaded = read(
        "[[decided]]\nkind = \"names\"\nwords = [\"a\"]\ndecision = \"rejected\"\n\
         [[decided]]\nkind = \"name\"\nwords = [\"b\"]\ndecision = \"rejected\"\n\
         [[decided]]\nkind = \"name\"\nwords = []\ndecision = \"rejected\"\n\
         [[decided]]\nkind = \"name\"\nwords = [\"c\"]\n",
    );
    assert_eq!(loaded.dossier.suggested.decisions, [rejected(SuggestionKind::Name, &["b"])]);
    assert_eq!(rules(&loaded), [Rule::WordUnknown, Rule::TextEmpty, Rule::KeyMissing]);
}

#[test]
fn no_table_of_a_dossier_is_read_from_it() {
    let loaded = read("[[claim]]\nid = \"x\"\nassessment = \"open\"\nanchors = [\"in May\"]\n");
    assert_eq!(rules(&loaded), [Rule::KeyUnknown]);
    assert!(loaded.dossier.claims.is_empty());
}

/// The languages and names in it are another dossier's: nothing of this one is compared with them.
#[test]
fn it_changes_no_report_of_the_dossier() {
    let actors = "[[actor]]\nid = \"a\"\nkind = \"group\"\nname = \"A\"\naliases = [\"council\"]\nrole = \"R\"\nsources = [\"x\"]\n";
    let known = "[[known]]\nid = \"x\"\nkind = \"group\"\nname.fr = \"X\"\nname.de = \"X\"\naliases = [\"council\"]\nfrom = \"x\"\n";
    let plain = without().with("actors.toml", actors);
    let (alone, beside) =
        (load(&plain).unwrap(), load(&plain.clone().with("suggested.toml", known)).unwrap());
    assert_eq!(alone.problems, beside.problems);
    assert_eq!(beside.dossier.suggested.known.len(), 1);
    assert_eq!(KNOWN.word(), "known");
}

#[test]
fn a_change_of_it_is_seen() {
    let seen = |files: &Memory| -> Fingerprint { load_with_fingerprint(files).1 };
    let before = seen(&without());
    assert!(before.asks_for("suggested.toml"), "one that is not there yet, too");
    let (loaded, after) = load_if_changed(&files(example()), &before).unwrap();
    assert_eq!(loaded.unwrap().dossier.suggested.decisions.len(), 1);
    assert!(load_if_changed(&files(example()), &after).is_none());
    assert!(load_if_changed(&files(""), &after).is_some());
    assert!(load_if_changed(&without(), &after).is_some());
}
