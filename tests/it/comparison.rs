//! How words of a dossier are compared with the article: what only looks alike is named, what is near is offered, and nothing
//! but what stands letter by letter is evidence.

use crate::common::run::Folder;
use fundstelle::dossier::Id;
use fundstelle::load::{Loaded, Memory, Problem, load, shipped};

/// A dossier of an article, actors and claims.
fn dossier(article: &str, tables: &str) -> Memory {
    Memory::default()
        .with("a.txt", format!("Title\n{article}\n"))
        .with("dossier.toml", HEAD)
        .with("actors.toml", tables)
}

const HEAD: &str = "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n";

fn loaded(files: &Memory) -> Loaded {
    load(files).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// A claim with these keys.
fn claim(keys: &str) -> String {
    format!("[[claim]]\nid = \"c\"\ntext = \"x\"\nassessment = \"open\"\n{keys}\n")
}

/// An actor with these keys, called by its id.
fn actor(id: &str, keys: &str) -> String {
    format!("[[actor]]\nid = \"{id}\"\nkind = \"company\"\nname = \"{id}\"\n{keys}\n")
}

/// Rule, line, column, and the message with its hint.
fn problems(article: &str, tables: &str) -> Vec<(String, usize, usize, String)> {
    let problems = loaded(&dossier(article, tables)).problems.into_iter();
    let said = problems.map(|problem| {
        let Problem { rule, location, message, hint, .. } = problem;
        (rule.to_string(), location.line, location.column, format!("{message}; {hint}"))
    });
    said.collect()
}

/// The rules alone.
fn rules(article: &str, tables: &str) -> Vec<String> {
    problems(article, tables).into_iter().map(|(rule, ..)| rule).collect()
}

/// Each kind of typography, at the character in the file: column by column as the author counts.
#[test]
fn the_character_that_differs_is_named_where_it_stands() {
    let article = "Laut Reuters’ Büro sagte er: „Wir warten“ – und ging… Es waren 5\u{202f}% mehr.";
    for (anchor, column, named) in [
        ("\"Reuters' Büro\"", 20, "’ (U+2019) where the quotation has '"),
        ("'\"Wir warten\"'", 13, "„ (U+201E) and “ (U+201C) where the quotation has \""),
        ("\"\\\"Wir warten\\\"\"", 13, "„ (U+201E)"),
        ("\"\"\"\"Wir warten\" \"\"\"", 15, "„ (U+201E)"),
        ("\"“Wir warten“\"", 13, "„ (U+201E) where the quotation has “ (U+201C)"),
        ("\"warten“ - und\"", 21, "– (U+2013) where the quotation has -"),
        ("\"warten“ -- und\"", 21, "– (U+2013) where the quotation has --"),
        ("\"warten“– und\"", 20, "a blank where the quotation has none"),
        ("\"und ging...\"", 21, "… (U+2026) where the quotation has ..."),
        ("\"5% mehr\"", 14, "a blank where the quotation has none"),
        ("{ exact = \"Wir warten\", prefix = \"er: \\\"\" }", 50, "„ (U+201E)"),
        ("{ exact = \"und ging\", suffix = \"... Es\" }", 44, "… (U+2026)"),
    ] {
        let found = problems(article, &claim(&format!("anchors = [{anchor}]")));
        let [(rule, line, at, said)] = &found[..] else { panic!("{anchor}: {found:?}") };
        assert_eq!((rule.as_str(), *line, *at), ("anchor-typography", 5, column), "{anchor}: {said}");
        assert!(said.contains(named), "{anchor}: {said}");
        assert!(said.contains("fundstelle relink"), "{said}");
    }
}

#[test]
fn what_differs_in_typography_is_no_evidence() {
    let files = dossier("Er sagte: „Wir warten“, und ging.", &claim("anchors = ['\"Wir warten\"']"));
    let loaded = loaded(&files);
    let claim = &loaded.dossier.claims[0];
    assert!(loaded.dossier.passages(&claim.to_ref()).is_empty());
    assert!(loaded.faulty.evidence.contains(&claim.to_ref()));
    assert!(claim.evidence.anchors[0].located().is_some(), "it is shown where it would be");
    assert_eq!(Folder::of(&files).run(&["check"]).code, Some(1));
}

#[test]
fn letters_digits_accents_capitals_and_marks_that_lack_are_no_typography() {
    let article = "Das Café zahlt 1.500 Euro. Er sagte „ja“.";
    for anchor in ["Das Cafe", "das Café", "1500 Euro", "1 500 Euro", "1,500 Euro", "sagte ja", "Das Cafe'"]
    {
        let rules = rules(article, &claim(&format!("anchors = [\"{anchor}\"]")));
        assert!(!rules.is_empty() && !rules.contains(&"anchor-typography".to_owned()), "{anchor}: {rules:?}");
    }
}

#[test]
fn several_places_are_counted_and_none_is_taken() {
    let files = dossier("Die „Chips“ fehlen. Die “Chips” nicht.", &claim("anchors = ['\"Chips\"']"));
    let loaded = loaded(&files);
    assert!(loaded.problems[0].message.contains("one more place"), "{:?}", loaded.problems);
    assert_eq!(loaded.dossier.claims[0].evidence.anchors[0].located(), None);
}

/// The sentence is shown, cut around the words that are nearest.
#[test]
fn a_hedge_that_does_not_stand_is_shown_its_sentence() {
    let long = "Am Anfang steht hier sehr viel, was mit der Sache wenig zu tun hat und nur Platz braucht, ";
    let article = format!("{long}und die Firma mietet, wie ein Whistleblower’s Anwalt sagt, Chips in Johor.");
    let anchors = "anchors = [\"die Firma mietet\"]\n";
    for (hedge, column, said) in [
        (
            "ein Whistle-blower’s Anwalt sagt",
            9,
            "… braucht, und die Firma mietet, wie ein Whistleblower’s Anwalt sagt, Chips in Johor.",
        ),
        ("ein Whistleblower's Anwalt", 27, "’ (U+2019) where the hedge has '"),
        ("angeblich", 9, "Am Anfang steht hier"),
    ] {
        let found = problems(&article, &claim(&format!("{anchors}hedge = \"{hedge}\"")));
        let [(rule, line, at, text)] = &found[..] else { panic!("{hedge}: {found:?}") };
        assert_eq!((rule.as_str(), *line, *at), ("hedge-lost", 6, column), "{hedge}: {text}");
        assert!(text.contains(said), "{hedge}: {text}");
    }
    let found = problems(&article, &claim(&format!("{anchors}hedge = \"ein Whistle-blower’s Anwalt\"")));
    assert!(found[0].3.contains("if \"ein Whistleblower’s Anwalt\" is meant"), "{found:?}");
}

/// Each with the form that is named first; none where nothing is near.
#[test]
fn for_an_alias_that_matches_nothing_near_forms_are_named() {
    let article =
        "Nvidias Chips und NVIDIAs Erfolg. Die Banken, Reuters’ Büro, Nvidia-Prozessoren, Zurich, ByteDanse.";
    for (alias, named) in [
        ("Chip", Some("\"Chips\"")),
        ("NVIDIA", Some("\"Nvidia-Prozessoren\"")),
        ("banken", Some("\"Banken\"")),
        ("Bank", Some("\"Banken\"")),
        ("Nvidia Prozessoren", Some("\"Nvidia-Prozessoren\"")),
        ("Zürich", Some("\"Zurich\"")),
        ("ByteDance", Some("\"ByteDanse\"")),
        ("Alibaba", None),
    ] {
        let found = problems(article, &actor("a", &format!("aliases = [\"{alias}\"]")));
        let [(rule, 5, 12, said)] = &found[..] else { panic!("{alias}: {found:?}") };
        assert_eq!(rule, "alias-unused");
        match named {
            Some(named) if alias != "NVIDIA" => {
                assert!(said.contains(&format!("there is {named}")), "{alias}: {said}");
            }
            Some(_) => assert!(said.contains("\"Nvidias\""), "{said}"),
            None => assert!(!said.contains("what stands there"), "{said}"),
        }
    }
    let found = problems(article, &actor("a", "aliases = [\"Reuters' Büro\"]"));
    let [(rule, 5, 20, said)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(rule, "alias-unused");
    assert!(said.contains("’ (U+2019) where the alias has '"), "{said}");
    // A form is never taken by itself.
    let files = dossier("Nvidias Chips", &actor("a", "aliases = [\"Nvidia\"]"));
    assert_eq!(loaded(&files).dossier.mentions_of(&Id::new("a")).count(), 0);
}

/// What an actor is named by.
fn names(files: &Memory, id: &str) -> Vec<String> {
    let dossier = loaded(files).dossier;
    dossier
        .mentions_of(&Id::new(id))
        .map(|mention| dossier.article.text[mention.passage.clone()].to_owned())
        .collect()
}

#[test]
fn inside_of_other_names_an_alias_does_not_count_if_that_is_said() {
    let article = "The White House told the House, a White\u{a0}House aide said. House by House, the House’s House of Cards.";
    let keys = "aliases = [\"House\"]\nnot_in = [\"White House\", \"House of Cards\"]";
    let files = dossier(article, &actor("house", keys));
    assert_eq!(names(&files, "house").len(), 4);
    assert!(loaded(&files).problems.is_empty(), "{:?}", loaded(&files).problems);
    let without = dossier(article, &actor("house", "aliases = [\"House\"]"));
    assert_eq!(names(&without, "house").len(), 7);
}

/// It is only for aliases: what an author quotes counts.
#[test]
fn a_mention_by_hand_counts_everywhere() {
    let keys = "aliases = [\"House\"]\nmentions = [{ exact = \"House\", prefix = \"White \" }]\nnot_in = [\"White House\"]";
    let files = dossier("The White House told the House.", &actor("house", keys));
    assert_eq!(names(&files, "house"), ["House", "House"]);
}

#[test]
fn exceptions_without_effect_are_warned_of() {
    let article = "The White House told the House.";
    for (keys, expected, said) in [
        ("aliases = [\"House\"]\nnot_in = [\"White Haus\"]", vec!["not-in-unused"], "stands nowhere"),
        (
            "aliases = [\"House\"]\nnot_in = [\"White Houses\"]",
            vec!["not-in-unused"],
            "did you mean \"White House\"",
        ),
        ("aliases = [\"House\"]\nnot_in = [\"told\"]", vec!["not-in-unused"], "contains none"),
        (
            "aliases = [\"House\"]\nnot_in = [\"House\"]",
            vec!["alias-unused"],
            "only inside of texts in not_in",
        ),
        ("aliases = [\"Hose\"]\nnot_in = [\"White House\"]", vec!["alias-unused"], "\"House\""),
        ("aliases = [\"House\"]\nnot_in = \"White House\"", vec!["value-type"], "wants a list"),
        ("aliases = [\"House\"]\nnot_in = []", vec![], ""),
    ] {
        let found = problems(article, &actor("house", keys));
        let rules: Vec<&str> = found.iter().map(|(rule, ..)| rule.as_str()).collect();
        assert_eq!(rules, expected, "{keys}: {found:?}");
        assert!(found.iter().all(|(.., text)| text.contains(said)), "{found:?}");
    }
}

/// At the second of the two, with the first named; of an alias that matches nothing only that is said.
#[test]
fn an_alias_of_two_actors_is_warned_of_once() {
    let two = |one: &str, other: &str| {
        actor("a", &format!("aliases = [\"{one}\"]")) + &actor("b", &format!("aliases = [\"{other}\"]"))
    };
    let found = problems("Reuters’ House stands.", &two("House", "House"));
    let [(rule, 10, 12, said)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(rule, "alias-shared");
    assert!(said.contains("actor \"a\", written in line 5"), "{said}");
    assert_eq!(
        rules("A House.", &two("House", "Ho\u{ad}use")),
        ["alias-shared"],
        "invisible ones do not count"
    );
    assert_eq!(rules("A House.", &two("House", "house")), ["alias-unused"]);
    assert_eq!(rules("A House, a house.", &two("House", "house")), [""; 0]);
    assert_eq!(rules("None.", &two("House", "House")), ["alias-unused"; 2]);
}

/// Once for an actor, with all that has to be written.
#[test]
fn an_alias_inside_the_name_of_another_is_warned_of_once() {
    let article = "The White House told the House and the House of Cards. The Bank of China and China-Chips.";
    let house = |keys: &str| actor("house", &format!("aliases = [\"House\"]\n{keys}"));
    let others = actor("wh", "aliases = [\"White House\"]")
        + &actor("House of Cards", "").replace("id = \"House of Cards\"", "id = \"hc\"");
    let found = problems(article, &(house("") + &others));
    let [(rule, 5, 12, said)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(rule, "alias-nested");
    assert!(said.contains("\"House\" in \"House of Cards\", \"House\" in \"White House\""), "{said}");
    assert!(said.contains("write not_in = [\"House of Cards\", \"White House\"] without those"), "{said}");
    for keys in
        ["not_in = [\"White House\", \"House of Cards\"]", "not_in = []", "not_in = [\"White House\"]"]
    {
        assert_eq!(rules(article, &(house(keys) + &others)), [""; 0], "{keys}");
    }
    let names: Vec<String> = (0..3000).map(|number| format!("House No {number}")).collect();
    let many = names.iter().map(|name| format!("\"{name}\", ")).collect::<Vec<_>>().concat();
    let many = house("") + &actor("many", &format!("aliases = [{many}]"));
    let found = problems(&names.join(" and "), &many);
    let [(_, 5, 12, said)] = &found[..] else { panic!("{found:?}") };
    assert!(said.contains("\"House\" in \"House No 10\" and 2997 more;") && said.len() < 400, "{said}");
    let marked = house("") + &actor("q", "aliases = ['House \"C\" of it']");
    let found = problems("A House. The House \"C\" of it.", &marked);
    let [(_, 5, 12, said)] = &found[..] else { panic!("{found:?}") };
    assert!(said.contains("write not_in = ['House \"C\" of it'] if"), "{said}");
    let china = actor("china", "aliases = [\"China\"]");
    assert_eq!(
        rules(article, &(china.clone() + &actor("bank", "aliases = [\"Bank of China\"]"))),
        ["alias-nested"]
    );
    // A compound is no longer name, nor is what does not stand, nor an alias of the same actor.
    assert_eq!(rules(article, &(china.clone() + &actor("chips", "aliases = [\"China-Chips\"]"))), [""; 0]);
    assert_eq!(
        rules(
            article,
            &(china + &actor("Bank of all China", "").replace("id = \"Bank of all China\"", "id = \"b\""))
        ),
        [""; 0]
    );
    assert_eq!(rules(article, &actor("house", "aliases = [\"House\", \"White House\"]")), [""; 0]);
    let own = actor("house", "aliases = [\"House\", \"White House\"]")
        + &actor("x", "aliases = [\"The White House\"]");
    assert!(
        !problems(article, &own).iter().any(|(.., said)| said.contains("\"House\" in")),
        "the longer one is there"
    );
}

#[test]
fn of_a_line_that_differs_in_typography_the_character_is_named() {
    let head = format!("{HEAD}headings = [\"The mayor's word\"]\n");
    let files =
        Memory::default().with("a.txt", "Title\nThe mayor’s word\nText.\n").with("dossier.toml", head);
    let problems = loaded(&files).problems;
    let [Problem { rule, message, .. }] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(rule.to_string(), "article-line-unknown");
    assert!(message.ends_with("the article has ’ (U+2019) where this has '"), "{message}");
}

#[test]
fn the_shipped_dossier_has_nothing_to_say() {
    assert!(load(&shipped()).is_ok_and(|loaded| loaded.problems.is_empty()));
}

/// What differs in capitals alone is named, where it differs, and is no evidence; relink offers it where it stands once.
#[test]
fn capitals_alone_are_named_as_such() {
    let article = "The Bank of China and the bank OF Chad. So the Bank is safe.";
    let found = |anchors: &str| {
        let found = problems(article, &claim(&format!("anchors = [{anchors}]")));
        let [(rule, line, column, said)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(*line, 5);
        (rule.clone(), *column, said.clone())
    };
    let (rule, column, said) = found("\"Bank of china\"");
    assert_eq!((rule.as_str(), column), ("anchor-reworded", 21), "under the c");
    assert!(said.contains("only capitals differ: the article has \"Bank of China\";"), "{said}");
    let (rule, column, said) = found("\"BANK\"");
    assert_eq!((rule.as_str(), column), ("anchor-lost", 14), "under the A");
    assert!(said.contains("the article has \"Bank\"; it stands in 2 more places"), "{said}");
    let (rule, ..) = found("{ exact = \"of China\", prefix = \"bank \" }");
    assert_eq!(rule, "anchor-reworded");
    assert_eq!(found("\"Bank of Chile\"").0, "anchor-lost");
    let loaded = loaded(&dossier(article, &claim("anchors = [\"Bank of china\"]")));
    assert!(loaded.dossier.claims[0].assessment.is_none(), "no evidence");
}
