//! What is written when a suggestion is accepted or rejected: decisions in a file of their own, figures as rows, names with all
//! their forms. What stands there stays, and is there again when it is taken back.

use std::collections::BTreeMap;

use fundstelle::dossier::{
    Decision, Id, Kind, KnownActor, LanguageTag, LocalText, Qualifier, SuggestionKind,
};
use fundstelle::edit::draft::{
    aliases, attributed_claim, decided, decision, figure, known_actor, name_group,
};
use fundstelle::edit::{Change, Plan, Refused, plan, revert, toml, with_exceptions};
use fundstelle::load::{Files as _, Memory, Rule, load};
use fundstelle::suggest::{Beside, Figure};
use proptest::prelude::*;

use super::common::{after, contents, new_claim};

const ARTICLE: &str = "Der Hafen wächst\nDie Werft Nordkai will rund 1,5 Millionen Euro ausgeben. Nordkais Sprecherin sagte, \
                       der Kran soll im Mai stehen. Davon kommen 250 Tonnen Stahl, später noch einmal 250 Tonnen. Es sind 12,25 \
                       Prozent mehr.\n";
const HEAD: &str = "format = 1\nid = \"hafen\"\ntitle = \"Der Hafen\"\n\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
                    outlet = \"Hafenbote\"\n";
const COLUMNS: &str =
    "series,place,date,part,value,qualifier,unit,source,note,anchor,anchor.prefix,anchor.suffix";

fn bare() -> Memory {
    Memory::default().with("a.txt", ARTICLE).with("dossier.toml", HEAD)
}

/// With the series and a file of figures that stands like this.
fn with_figures(csv: &str) -> Memory {
    let head = HEAD.replacen("\n\n", "\nobservations = \"zahlen.csv\"\n\n", 1);
    let series = "[[series]]\nid = \"in-article\"\nkind = \"list\"\noutlet = \"Hafenbote\"\ntitle = \"Im Artikel\"\n\
                  definition = \"Zahlen, die der Artikel nennt\"\n";
    Memory::default()
        .with("a.txt", ARTICLE)
        .with("dossier.toml", head)
        .with("series.toml", series)
        .with("zahlen.csv", csv)
}

fn text_of(files: &Memory, name: &str) -> String {
    String::from_utf8(files.read(name, 1 << 23).unwrap()).unwrap()
}

/// A figure of these words, the nth time that they stand there.
fn figure_of(files: &Memory, words: &str, nth: usize, value: &str, unit: &str, how: Qualifier) -> Change {
    let dossier = load(files).unwrap().dossier;
    let at = dossier.article.text.match_indices(words).nth(nth).unwrap().0;
    let of =
        Figure { value: value.to_owned(), unit: unit.to_owned(), qualifier: how, beside: Beside::Nothing };
    figure(&dossier, &(at..at + words.len()), &of, "de").unwrap()
}

fn money(files: &Memory) -> Change {
    figure_of(files, "1,5 Millionen Euro", 0, "1500000", "Euro", Qualifier::About)
}

fn percent(files: &Memory) -> Change {
    figure_of(files, "12,25 Prozent", 0, "12.25", "Prozent", Qualifier::Exact)
}

fn accepted(of: SuggestionKind, words: &[&str]) -> Decision {
    Decision { of, words: words.iter().map(|words| (*words).into()).collect(), is_accepted: true }
}

fn rejected(words: &[&str]) -> Decision {
    Decision { is_accepted: false, ..accepted(SuggestionKind::Name, words) }
}

/// Makes a change, takes it back to the byte, makes it again; what has come of it.
fn made(files: &Memory, change: &Change) -> (Memory, Plan) {
    let found = plan(files, change).unwrap();
    let later = after(files, &found);
    assert_eq!(load(&later).unwrap().tally, found.loaded.tally, "it is read as it was planned");
    let undone = revert(&later, &found.undo).unwrap();
    assert_eq!(contents(&after(&later, &undone)), contents(files), "it is taken back to the byte");
    let again = revert(files, &undone.undo).unwrap();
    assert_eq!(contents(&after(files, &again)), contents(&later), "and made again");
    (later, found)
}

#[test]
fn the_first_decision_makes_its_file_and_the_next_stands_below() {
    let files = bare();
    let (later, found) = made(&files, &decision(rejected(&["Hafen"])));
    assert_eq!(found.order, ["suggested.toml"]);
    let first = "[[decided]]\nkind = \"name\"\nwords = [\"Hafen\"]\ndecision = \"rejected\"\n";
    assert_eq!(text_of(&later, "suggested.toml"), first);
    assert_eq!(found.loaded.dossier.suggested.decisions, [rejected(&["Hafen"])]);
    let next = accepted(SuggestionKind::Time, &["im \"Mai\""]);
    let (later, found) = made(&later, &decision(next.clone()));
    let text = text_of(&later, "suggested.toml");
    assert!(text.starts_with(&format!("{first}\n[[decided]]\nkind = \"time\"\n")), "{text}");
    assert_eq!(found.loaded.dossier.suggested.decisions, [rejected(&["Hafen"]), next]);
    assert_eq!(found.loaded.tally.errors + found.loaded.tally.warnings, 0);
}

#[test]
fn a_decision_stands_like_those_that_are_there() {
    for (there, expected) in [
        ("# mine", "# mine\n\n[[decided]]\nkind = "),
        ("# mine\r\n", "# mine\r\n\r\n[[decided]]\r\nkind = "),
        ("\u{feff}", "\u{feff}[[decided]]\nkind = "),
        (
            "decided = [{ kind = \"name\", words = \"Mai\", decision = \"accepted\" }] # so\n",
            "decided = [{ kind = \"name\", words = \"Mai\", decision = \"accepted\" }, { kind = \"name\", words = [\"Hafen\"], \
             decision = \"rejected\" }] # so\n",
        ),
        (
            "[[known]]\nid = \"x\"\nkind = \"company\"\nname = \"X\"\nfrom = \"y\"\n",
            "[[known]]\nid = \"x\"\nkind = \"company\"\nname = \"X\"\nfrom = \"y\"\n\n[[decided]]\n",
        ),
    ] {
        let files = bare().with("suggested.toml", there);
        let (later, _) = made(&files, &decision(rejected(&["Hafen"])));
        assert!(text_of(&later, "suggested.toml").starts_with(expected), "{there:?}");
    }
}

#[test]
fn what_is_accepted_and_that_it_was_are_one_change() {
    let files = bare();
    let dossier = load(&files).unwrap().dossier;
    let forms = ["Nordkai".to_owned(), "Nordkais".to_owned()];
    let change = name_group(&dossier, &forms, "company", "", "de");
    let change = decided(change, accepted(SuggestionKind::Name, &["Nordkai", "Nordkais"]));
    let (later, found) = made(&files, &change);
    assert_eq!(found.order, ["suggested.toml", "dossier.toml"], "nobody reads a new file before it is whole");
    let added = text_of(&later, "dossier.toml").strip_prefix(HEAD).unwrap().to_owned();
    assert_eq!(
        added,
        "\n[[actor]]\nid = \"nordkai\"\nkind = \"company\"\nname = \"Nordkai\"\naliases = [\"Nordkai\", \"Nordkais\"]\n"
    );
    assert_eq!(found.loaded.dossier.mentions.len(), 2);
    assert_eq!(found.loaded.tally.errors, 0);
}

#[test]
fn a_decision_is_not_written_into_what_is_no_toml_and_other_changes_are() {
    let files = bare().with("suggested.toml", "[[decided]\n");
    let loaded = load(&files).unwrap();
    let rules: Vec<Rule> = loaded.problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, [Rule::SuggestionsUnreadable]);
    match plan(&files, &decision(rejected(&["Hafen"]))) {
        Err(Refused::Unreadable(problem)) => {
            assert_eq!(
                (problem.rule, &*problem.location.file),
                (Rule::SuggestionsUnreadable, "suggested.toml")
            );
        }
        other => panic!("{other:?}"),
    }
    made(&files, &money(&files));
}

#[test]
fn a_single_table_of_decisions_gets_no_second_beside_it() {
    let single = "[decided]\nkind = \"name\"\nwords = \"Mai\"\ndecision = \"accepted\"\n";
    let files = bare().with("suggested.toml", single);
    let refused = plan(&files, &decision(rejected(&["Hafen"]))).unwrap_err();
    assert!(matches!(refused, Refused::SingleTable { kind: "decided", .. }), "{refused:?}");
}

#[test]
fn a_file_that_was_made_stays_if_somebody_has_written_into_it() {
    let files = bare();
    let found = plan(&files, &decision(rejected(&["Hafen"]))).unwrap();
    let edited = text_of(&after(&files, &found), "suggested.toml") + "# mine\n";
    let edited = after(&files, &found).with("suggested.toml", edited);
    let undone = revert(&edited, &found.undo).unwrap();
    assert_eq!(text_of(&after(&edited, &undone), "suggested.toml"), "# mine\n");
    let gone = files.clone();
    assert!(matches!(revert(&gone, &found.undo), Err(Refused::ChangedSince(_))));
}

/// An actor of a name, and that its name was accepted.
fn accepted_name(files: &Memory, name: &str) -> Change {
    let dossier = load(files).unwrap().dossier;
    let change = name_group(&dossier, &[name.to_owned()], "company", "", "de");
    decided(change, accepted(SuggestionKind::Name, &[name]))
}

#[test]
fn only_the_file_that_hinders_is_named() {
    let files = bare();
    let found = plan(&files, &accepted_name(&files, "Nordkai")).unwrap();
    let later = after(&files, &found);
    let edited = text_of(&later, "dossier.toml").replace("\"company\"", "\"authority\"");
    match revert(&later.with("dossier.toml", edited), &found.undo) {
        Err(Refused::ChangedSince(left)) => {
            let mut hinders: Vec<_> = left.iter().map(|left| (&*left.file, left.hinders)).collect();
            hinders.sort_unstable();
            assert_eq!(hinders, [("dossier.toml", true), ("suggested.toml", false)]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_of_others_keep_the_header_that_came_with_ours() {
    let files = bare();
    let found = plan(&files, &money(&files)).unwrap();
    let later = after(&files, &found);
    let row = "in-article,,,250 Tonnen,250,exact,Tonnen,,,,,\n";
    let edited = text_of(&later, "observations.csv") + row;
    match revert(&later.with("observations.csv", edited), &found.undo) {
        Err(Refused::ChangedSince(left)) => {
            assert!(left.iter().all(|left| left.hinders == (left.file == "observations.csv")), "{left:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_figure_makes_its_series_and_its_file() {
    let files = bare();
    let (later, found) = made(&files, &money(&files));
    assert_eq!(found.order, ["observations.csv", "dossier.toml"]);
    let head = text_of(&later, "dossier.toml");
    let (own, article) = HEAD.split_once("\n\n").unwrap();
    assert!(head.starts_with(&format!("{own}\nobservations = \"observations.csv\"\n\n{article}")), "{head}");
    assert!(
        head.ends_with(
            "\n[[series]]\nid = \"in-article\"\nkind = \"list\"\noutlet = \"Hafenbote\"\ntitle = \"Im Artikel\"\n\
             definition = \"Zahlen, die der Artikel nennt\"\n"
        ),
        "{head}"
    );
    assert_eq!(
        text_of(&later, "observations.csv"),
        format!(
            "{COLUMNS}\nin-article,,,\"Nordkai will rund 1,5 Millionen Euro ausgeben\",1500000,about,Euro,,,\"1,5 Millionen Euro\",,\n"
        )
    );
    let of = found.loaded.dossier.observations.first().unwrap();
    assert_eq!((of.value, of.qualifier, of.date.clone()), (Some(1_500_000.0), Qualifier::About, None));
    assert_eq!(found.loaded.tally.errors + found.loaded.tally.warnings, 0, "{:?}", found.loaded.problems);
    // The next goes below it, with its decision.
    let next = decided(percent(&later), accepted(SuggestionKind::Figure, &["12,25 Prozent"]));
    let (last, found) = made(&later, &next);
    assert!(text_of(&last, "observations.csv").ends_with(
        "\nin-article,,,\"Es sind 12,25 Prozent mehr\",12.25,exact,Prozent,,,\"12,25 Prozent\",,\n"
    ));
    assert_eq!(found.order, ["suggested.toml", "observations.csv"]);
    assert_eq!(found.loaded.tally.errors + found.loaded.tally.warnings, 0, "{:?}", found.loaded.problems);
}

#[test]
fn the_same_words_can_give_two_figures() {
    let mut files = bare();
    for nth in [0, 1] {
        let change = figure_of(&files, "250 Tonnen", nth, "250", "Tonnen", Qualifier::Exact);
        (files, _) = made(&files, &change);
    }
    let dossier = load(&files).unwrap().dossier;
    let parts: Vec<&str> = dossier.observations.iter().filter_map(|of| of.part.as_deref()).collect();
    assert_eq!(parts, ["Davon kommen 250 Tonnen Stahl", "später noch einmal 250 Tonnen"]);
    let places: Vec<_> = dossier.observations.iter().map(|of| of.evidence.anchors[0].passage()).collect();
    assert!(places[0].is_some() && places[1].is_some() && places[0] != places[1], "{places:?}");
}

/// The parts of figures of these words, each the nth time that they stand in the article, in its order.
fn parts_of(article: &str, all: &[(&str, usize)]) -> Vec<String> {
    let mut files = bare().with("a.txt", article);
    for (words, nth) in all {
        let change = figure_of(&files, words, *nth, "5", "t", Qualifier::Exact);
        (files, _) = made(&files, &change);
    }
    let dossier = load(&files).unwrap().dossier;
    dossier.observations.iter().filter_map(|of| of.part.as_deref().map(str::to_owned)).collect()
}

#[test]
fn a_figure_is_called_by_the_words_around_it() {
    let article = "Der Hafen\n„Rund 3,2 Millionen Menschen sahen zu.“ Es kamen 30 Schiffe und 40 Boote. Die Werft, die 20 \
                   Kräne hat, wächst. Wer im langen und kalten Winter des vorvorigen Jahres 60 Tonnen Kohle aus dem Lager \
                   am alten Hafen holte, bekam 60 Tonnen. 60 Tonnen. 60 Tonnen.\n";
    let all = [
        ("3,2 Millionen Menschen", 0),
        ("30 Schiffe", 0),
        ("40 Boote", 0),
        ("20 Kräne", 0),
        ("60 Tonnen", 0),
        ("60 Tonnen", 1),
        ("60 Tonnen", 2),
        ("60 Tonnen", 3),
    ];
    let parts = parts_of(article, &all);
    assert_eq!(
        parts,
        [
            "Rund 3,2 Millionen Menschen sahen zu",
            "Es kamen 30 Schiffe und 40 Boote",
            "kamen 30 Schiffe und 40 Boote",
            "Die Werft, die 20 Kräne hat, wächst",
            "des vorvorigen Jahres 60 Tonnen Kohle aus dem",
            "bekam 60 Tonnen",
            "60 Tonnen",
            "60 Tonnen (2)",
        ]
    );
    for part in &parts[..7] {
        assert!(article.contains(part.as_str()), "{part} is verbatim");
    }
}

#[test]
fn what_a_row_cannot_say_makes_none() {
    let dossier = load(&bare()).unwrap().dossier;
    let of = Figure {
        value: "250".to_owned(),
        unit: "Tonnen".to_owned(),
        qualifier: Qualifier::Exact,
        beside: Beside::Nothing,
    };
    let at = ARTICLE.find("250 Tonnen").unwrap();
    let row = |of: &Figure| figure(&dossier, &(at..at + 10), of, "de");
    assert!(row(&of).is_some());
    for beside in [Beside::OtherEnd, Beside::Remainder, Beside::Limit, Beside::Denial] {
        assert_eq!(row(&Figure { beside, ..of.clone() }), None, "{beside:?}");
    }
    assert_eq!(row(&Figure { unit: String::new(), ..of.clone() }), None);
}

#[test]
fn a_dossier_by_language_gets_the_series_in_its_languages() {
    let head = HEAD.replace("title = \"Der Hafen\"", "title.de = \"Der Hafen\"\ntitle.en = \"The port\"");
    let head = head.replace("outlet = \"Hafenbote\"\n", "");
    let files = bare().with("dossier.toml", head);
    let (later, found) = made(&files, &money(&files));
    let text = text_of(&later, "dossier.toml");
    for line in [
        "outlet = \"Der Artikel\"",
        "title.de = \"Im Artikel\"",
        "title.en = \"In the article\"",
        "definition.en = ",
    ] {
        assert!(text.contains(&format!("\n{line}")), "{line}\n{text}");
    }
    assert_eq!(found.loaded.tally.errors + found.loaded.tally.warnings, 0, "{:?}", found.loaded.problems);
}

#[test]
fn a_row_is_like_those_of_its_file() {
    let own = "in-article";
    for (csv, row) in [
        // In another order, by semicolons, with what a spreadsheet adds.
        (
            "\u{feff}sep=;\r\nanchor;unit;value;qualifier;date;series;part;;\r\n;;;;;;;;\r\n",
            format!("12,25 Prozent;Prozent;12.25;exact;;{own};Es sind 12,25 Prozent mehr;;\r\n"),
        ),
        // Decimals with a comma.
        (
            "series;part;value;qualifier;unit;date;anchor\nin-article;a;3,75;exact;Meter;;1,5 Millionen Euro",
            format!("\n{own};Es sind 12,25 Prozent mehr;12,25;exact;Prozent;;12,25 Prozent\n"),
        ),
        // By tabs, and with a column that nobody asked for.
        (
            "series\tpart\tvalue\tqualifier\tunit\tdate\tanchor\tsource\n",
            format!("{own}\tEs sind 12,25 Prozent mehr\t12.25\texact\tProzent\t\t12,25 Prozent\t\n"),
        ),
        // The unit by language.
        (
            "series,part,value,qualifier,unit.en,unit.de,date,anchor\r\n",
            format!("{own},\"Es sind 12,25 Prozent mehr\",12.25,exact,,Prozent,,\"12,25 Prozent\"\r\n"),
        ),
    ] {
        let files = with_figures(csv);
        let (later, _) = made(&files, &percent(&files));
        assert_eq!(text_of(&later, "zahlen.csv"), format!("{csv}{row}"));
    }
}

#[test]
fn a_named_file_of_figures_that_is_not_there_is_made() {
    let head = HEAD.replacen("\n\n", "\nobservations = \"zahlen.csv\"\n\n", 1);
    let files = bare().with("dossier.toml", head);
    let found = plan(&files, &percent(&files)).unwrap();
    let later = after(&files, &found);
    assert!(text_of(&later, "zahlen.csv").starts_with(COLUMNS));
    assert_eq!(found.loaded.tally.errors, 0);
}

#[test]
fn a_file_without_the_columns_gets_them_unless_its_rows_are_of_another_length() {
    let files = with_figures("series,date,value,qualifier,source,unit\n");
    let found = plan(&files, &percent(&files)).unwrap();
    let later = after(&files, &found);
    assert!(
        text_of(&later, "zahlen.csv").starts_with("series,date,value,qualifier,source,unit,part,anchor\n"),
        "{}",
        text_of(&later, "zahlen.csv")
    );
    let row = text_of(&later, "zahlen.csv").lines().nth(1).map(str::to_owned).unwrap();
    assert!(
        row.starts_with("in-article,,12.25,exact,,Prozent,") && row.ends_with(",\"12,25 Prozent\""),
        "{row}"
    );
    let files = with_figures("series,date,value,qualifier,source,unit\na,b\n");
    match plan(&files, &percent(&files)) {
        Err(Refused::NoColumns { file, columns }) => {
            assert_eq!((&*file, columns), ("zahlen.csv", vec!["part".to_owned(), "anchor".to_owned()]));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_figure_is_not_written_where_no_row_is_read() {
    for (csv, rule) in [
        (format!("{COLUMNS}\nin-article,,,\"a,1,exact,Euro,,,im Mai,,\n"), Rule::QuotesInvalid),
        (format!("{COLUMNS},value\n"), Rule::ColumnDuplicate),
        (COLUMNS.replace("date", "Datum") + "\n", Rule::ColumnUnknown),
    ] {
        let files = with_figures(&csv);
        match plan(&files, &percent(&files)) {
            Err(Refused::Unreadable(problem)) => {
                assert_eq!((problem.rule, &*problem.location.file), (rule, "zahlen.csv"), "{csv}");
            }
            other => panic!("{csv}: {other:?}"),
        }
    }
}

/// The decimal point of a new figure would say that `1.234` has decimals, or that `1,234` has none.
#[test]
fn a_figure_that_settles_others_is_not_written() {
    let files = with_figures(
        "series;part;value;qualifier;unit;date;anchor;anchor.prefix\nin-article;a;1,234;exact;Meter;;1,5 Millionen Euro;\n",
    );
    let refused = plan(&files, &percent(&files)).unwrap_err();
    assert!(matches!(refused, Refused::WouldChange { .. }), "{refused:?}");
    // A whole number says nothing.
    made(&files, &figure_of(&files, "250 Tonnen", 0, "250", "Tonnen", Qualifier::Exact));
}

#[test]
fn a_file_that_nobody_names_does_not_become_the_dossiers_by_a_figure() {
    let files = bare().with("observations.csv", "series,date,value\nother,2020,1\n");
    let refused = plan(&files, &money(&files)).unwrap_err();
    assert_eq!(refused, Refused::NameTaken("observations.csv".to_owned()));
}

#[test]
fn the_row_can_be_copied_where_it_cannot_be_written() {
    let files = bare();
    let change = decided(money(&files), accepted(SuggestionKind::Figure, &["1,5 Millionen Euro"]));
    let text = toml(&change);
    assert!(text.parse::<toml::Table>().unwrap().contains_key("series"), "{text}");
    assert!(
        text.contains(&format!(
            "# {COLUMNS}\n# in-article,,,\"Nordkai will rund 1,5 Millionen Euro ausgeben\",1500000,about,"
        )),
        "{text}"
    );
    assert!(!text.contains("decided"), "what was decided is nothing by itself: {text}");
    let alone = toml(&decision(rejected(&["Hafen"])));
    assert!(alone.contains("[[decided]]") && alone.parse::<toml::Table>().is_ok(), "{alone}");
}

#[test]
fn a_known_actor_keeps_its_id_and_its_names() {
    let taken = "\n[[source]]\nid = \"nordkai\"\ntype = \"report\"\noutlet = \"N\"\n";
    let files = bare().with("dossier.toml", format!("{HEAD}{taken}"));
    let dossier = load(&files).unwrap().dossier;
    let known = KnownActor {
        id: Id::new("nordkai"),
        kind: "company".into(),
        name: LocalText::by_language(vec![
            (LanguageTag::new("de"), "Werft Nordkai".into()),
            (LanguageTag::new("en"), "Nordkai Shipyard".into()),
        ]),
        aliases: vec!["Werft Nordkai".into(), "Südkai".into(), "Nordkai".into()],
        from: "werften".into(),
    };
    let change = known_actor(&dossier, &known, &["Nordkai".to_owned(), "Nordkais".to_owned()]);
    let (later, found) = made(&files, &change);
    assert!(text_of(&later, "dossier.toml").ends_with(
        "[[actor]]\nid = \"nordkai\"\nkind = \"company\"\nname.de = \"Werft Nordkai\"\nname.en = \"Nordkai Shipyard\"\n\
         aliases = [\"Werft Nordkai\", \"Nordkai\", \"Nordkais\"]\n"
    ));
    assert_eq!(change.result.unwrap().id.as_str(), "nordkai");
    // Once more it would be another.
    let again = known_actor(&found.loaded.dossier, &known, &[]);
    assert_eq!(again.result.unwrap().id.as_str(), "nordkai-2");
}

#[test]
fn further_forms_become_aliases_once() {
    let actor =
        "\n[[actor]]\nid = \"werft\"\nkind = \"company\"\nname = \"Werft\"\naliases = [\"Nordkai\"]\n";
    let files = bare().with("dossier.toml", format!("{HEAD}{actor}"));
    let dossier = load(&files).unwrap().dossier;
    let forms =
        ["Nordkai".to_owned(), "Nordkais".to_owned(), "Werft Nordkai".to_owned(), "Nordkais".to_owned()];
    let change = with_exceptions(&dossier, &aliases(&dossier, &Id::new("werft"), &forms));
    let (later, found) = made(&files, &change);
    assert!(
        text_of(&later, "dossier.toml")
            .ends_with("aliases = [\"Nordkai\", \"Nordkais\", \"Werft Nordkai\"]\n")
    );
    assert_eq!(found.loaded.dossier.mentions_of(&Id::new("werft")).count(), 2);
}

#[test]
fn an_attributed_sentence_becomes_a_claim_with_what_it_says_itself() {
    let files = bare();
    let dossier = load(&files).unwrap().dossier;
    let sentence = "Nordkais Sprecherin sagte, der Kran soll im Mai stehen.";
    let at = dossier.article.text.find(sentence).unwrap();
    let (_, found) = made(&files, &attributed_claim(&dossier, &(at..at + sentence.len())).unwrap());
    let claim = found.loaded.dossier.claims.first().unwrap();
    assert_eq!(claim.text, None);
    assert!(claim.hedge.is_some() && claim.evidence.anchors.len() == 1, "{claim:?}");
    assert_eq!(found.loaded.tally.errors, 0, "{:?}", found.loaded.problems);
    // An actor who is known is who says it.
    let forms = ["Nordkais Sprecherin".to_owned()];
    let (later, _) = made(&files, &name_group(&dossier, &forms, "person", "", "de"));
    let dossier = load(&later).unwrap().dossier;
    let (_, found) = made(&later, &attributed_claim(&dossier, &(at..at + sentence.len())).unwrap());
    let claim = found.loaded.dossier.claims.first().unwrap();
    assert_eq!(claim.attributed_to, [Id::new("nordkais-sprecherin")]);
    assert_eq!(claim.attribution, None);
}

/// A file of figures as somebody may have it, without its rows' end.
fn any_csv() -> impl Strategy<Value = (String, String)> {
    let columns: Vec<&str> = COLUMNS.split(',').collect();
    let order = Just(columns).prop_shuffle();
    let cell = prop::sample::select(vec!["", "x y", "a;b", "a,b", "say \"no\"", "two\nlines", "ü"]);
    let row = prop::collection::vec(cell, 3);
    (
        order,
        prop::collection::vec(row, 0..4),
        prop::sample::select(vec![',', ';', '\t']),
        prop::sample::select(vec!["\n", "\r\n"]),
        any::<[bool; 4]>(),
        0..3_usize,
    )
        .prop_map(|(order, rows, separator, end, [is_marked, has_end, says_it, quotes_all], blanks)| {
            let written = |field: &str| {
                if quotes_all || field.contains([separator, '"', '\n']) {
                    format!("\"{}\"", field.replace('"', "\"\""))
                } else {
                    field.to_owned()
                }
            };
            let line = |fields: Vec<String>| fields.join(&separator.to_string());
            let mut lines = Vec::new();
            if says_it {
                lines.push(format!("sep={separator}"));
            }
            lines.push(line(order.iter().map(|name| written(name)).collect()));
            for (number, texts) in rows.iter().enumerate() {
                let part = format!("{number} {}", texts[0].trim());
                let of: BTreeMap<&str, String> = BTreeMap::from([
                    ("series", "in-article".to_owned()),
                    ("part", part.trim().to_owned()),
                    ("value", "7".to_owned()),
                    ("qualifier", "exact".to_owned()),
                    ("unit", "m".to_owned()),
                    ("anchor", "im Mai".to_owned()),
                    ("note", texts[1].to_owned()),
                ]);
                lines.push(line(
                    order.iter().map(|name| written(of.get(name).map_or("", String::as_str))).collect(),
                ));
            }
            let mut text = lines.join(end);
            if has_end {
                text.push_str(end);
                text.push_str(&end.repeat(blanks));
            }
            (if is_marked { format!("\u{feff}{text}") } else { text }, end.to_owned())
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Whatever the file is like: it stays to the byte, one row follows, and it is read as meant.
    #[test]
    fn every_byte_of_figures_stays((csv, end) in any_csv()) {
        let files = with_figures(&csv);
        let before = load(&files).unwrap().dossier.observations.clone();
        let (later, found) = made(&files, &percent(&files));
        let text = text_of(&later, "zahlen.csv");
        prop_assert!(text.starts_with(&csv), "{csv:?} {text:?}");
        prop_assert!(text.ends_with(if csv.contains(&end) { &end } else { "\n" }), "{csv:?} {text:?}");
        let now = &found.loaded.dossier.observations;
        prop_assert_eq!(&now[..before.len()], &before[..]);
        prop_assert_eq!(now.len(), before.len() + 1);
        prop_assert_eq!(now.last().unwrap().value, Some(12.25));
    }

    /// What others have written above and below, in any of the files, stays to the byte when ours is taken back, and made again.
    #[test]
    fn what_others_have_written_beside_it_stays(
        is_name in any::<bool>(),
        is_first in any::<bool>(),
        has_end in any::<bool>(),
        beside in prop::collection::vec((0..ABOVE.len(), 0..OF_DOSSIER.len(), 0..OF_DECISIONS.len()), 2),
    ) {
        let head = if has_end { HEAD } else { HEAD.trim_end() };
        let mut files = bare().with("dossier.toml", head);
        if !is_first {
            files = after(&files, &plan(&files, &accepted_name(&files, "Kran")).unwrap());
        }
        let change =
            if is_name { accepted_name(&files, "Nordkai") } else { decision(rejected(&["Nordkai"])) };
        let found = plan(&files, &change).unwrap();
        let later = after(&files, &found);
        let with = |files: &Memory| {
            let name = |name: &str, above: usize, below: &str| {
                let own = files.read(name, 1 << 23).unwrap_or_default();
                format!("{}{}{below}", ABOVE[above], String::from_utf8(own).unwrap())
            };
            let dossier = name("dossier.toml", beside[0].0, OF_DOSSIER[beside[0].1]);
            let decisions = name("suggested.toml", beside[1].0, OF_DECISIONS[beside[1].2]);
            let files = files.clone().with("dossier.toml", dossier);
            if decisions.is_empty() { files } else { files.with("suggested.toml", decisions) }
        };
        let edited = with(&later);
        let undone = revert(&edited, &found.undo).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
        let old = after(&edited, &undone);
        prop_assert_eq!(contents(&old), contents(&with(&files)));
        let again = revert(&old, &undone.undo).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
        prop_assert_eq!(again.loaded.dossier.suggested.decisions.len(), load(&edited).unwrap().dossier.suggested.decisions.len());
    }

    /// Decisions of any words are read as they were made.
    #[test]
    fn every_decision_is_read_again(words in prop::collection::vec("[^\\p{C}]{0,12}[\\p{L}\"#\\]']", 1..3)) {
        let words: Vec<&str> = words.iter().map(|words| words.trim()).collect();
        let wanted = rejected(&words);
        let (later, found) = made(&bare(), &decision(wanted.clone()));
        let read = &found.loaded.dossier.suggested.decisions;
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!((read[0].of, read[0].is_accepted), (wanted.of, wanted.is_accepted));
        prop_assert_eq!(read[0].words.len(), wanted.words.len());
        let (_, found) = made(&later, &Change { steps: vec![new_step()], ..decision(wanted) });
        prop_assert_eq!(found.loaded.dossier.suggested.decisions.len(), 1);
    }
}

const ABOVE: [&str; 2] = ["", "# mine\n"];
const OF_DOSSIER: [&str; 4] = [
    "",
    "\n# mine\n",
    "\n[[actor]]\nid = \"stahl\"\nkind = \"company\"\nname = \"Stahl\"\naliases = [\"Stahl\"]\n",
    "\n[[claim]]\nid = \"c\"\ntext = \"C\"\nanchors = [\"im Mai\"]\n",
];
const OF_DECISIONS: [&str; 3] =
    ["", "\n# mine\n", "\n[[decided]]\nkind = \"name\"\nwords = \"Werft\"\ndecision = \"rejected\"\n"];

/// Something of the dossier, which leaves the decisions alone.
fn new_step() -> fundstelle::edit::Step {
    match new_claim() {
        fundstelle::edit::Step::Table(mut table) => {
            for (key, value) in &mut table.keys {
                if key == "anchors" {
                    *value = fundstelle::edit::Value::List(vec![super::common::words("im Mai")]);
                }
            }
            fundstelle::edit::Step::Table(table)
        }
        other => other,
    }
}

#[test]
fn a_figure_is_selected_when_it_is_made() {
    let files = bare();
    let change = money(&files);
    let result = change.result.clone().unwrap();
    assert_eq!(
        (result.kind, result.id.as_str()),
        (Kind::Observation, "in-article///Nordkai will rund 1,5 Millionen Euro ausgeben")
    );
    assert!(plan(&files, &change).unwrap().loaded.dossier.contains(&result));
}
