//! `fundstelle relink`, question by question: equal changes once, hedges and aliases too, words that are typed, and an exit
//! code that agrees with `check`.

use crate::common::run::{Answer, Folder};
use fundstelle::load::Memory;

const HEAD: &str = "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";

/// A dossier of an article and claims, with a byte order mark and CRLF.
fn folder(article: &str, tables: &str) -> Folder {
    let tables = format!("\u{feff}{}", tables.replace('\n', "\r\n"));
    let files = Memory::default()
        .with("a.txt", format!("Title\n{article}\n"))
        .with("dossier.toml", HEAD)
        .with("claims.toml", tables);
    Folder::of(&files)
}

fn claim(id: &str, keys: &str) -> String {
    format!("[[claim]]\nid = \"{id}\"\ntext = \"x\"\nassessment = \"open\"\n{keys}\n")
}

fn actor(id: &str, aliases: &str) -> String {
    format!("[[actor]]\nid = \"{id}\"\nkind = \"company\"\nname = \"{id}\"\naliases = {aliases}\n")
}

fn relink(folder: &Folder, answers: &str) -> Answer {
    folder.run_with(&["relink"], answers)
}

/// Asserts that these answers change only these words of the tables, and that `check` then agrees with the exit code.
#[track_caller]
fn becomes(folder: &Folder, answers: &str, changes: &[(&str, &str)], code: i32) -> String {
    let mut expected = folder.read("claims.toml");
    for (from, to) in changes {
        assert!(expected.contains(from), "{from} in {expected}");
        expected = expected.replace(from, to);
    }
    let Answer { stdout, stderr, code: ended } = relink(folder, answers);
    assert_eq!((ended, stderr.as_str()), (Some(code), ""), "{stdout}");
    assert_eq!(folder.read("claims.toml"), expected, "{stdout}");
    let check = folder.run(&["check"]);
    assert_eq!(check.code, Some(code), "{stdout}\n{}", check.stdout);
    stdout
}

const MARKS: &str =
    "The mayor said “we wait” – so far. The council’s clerk said “we go” – at once. It’s a town.";

fn marks() -> String {
    claim("a", "anchors = ['\"we wait\"']")
        + &claim("b", "anchors = ['\"we go\"']")
        + &claim("c", "anchors = [\"It's a town\"]")
        + &claim("d", "anchors = ['\"we wait\"', \"The council's clerk\"]")
}

#[test]
fn one_question_covers_all_that_differs_in_the_same_marks() {
    let folder = folder(MARKS, &marks());
    let all = [
        ("'\"we wait\"'", "'“we wait”'"),
        ("'\"we go\"'", "'“we go”'"),
        ("It's", "It’s"),
        ("council's", "council’s"),
    ];
    let output = becomes(&folder, "y\ny\n", &all, 0);
    assert!(output.contains("1/2  typography in 3 quotations: \" → “ ”\n"), "{output}");
    assert!(output.contains("The mayor said [“]we wait[”] – so far."), "{output}");
    assert!(output.contains("2/2  typography in 2 quotations: ' → ’\n"), "{output}");
    assert!(output.contains("5 confirmed, 0 left as they are; 0 lost"), "{output}");
}

#[test]
fn whoever_says_no_to_all_is_asked_about_each() {
    let folder = folder(MARKS, &marks());
    let output = becomes(&folder, "n\ny\nn\nn\n", &[("'\"we wait\"'", "'“we wait”'")], 1);
    assert!(
        output.contains("1.1/2  claims.toml:5:12  claim:a, anchors\n  also   claims.toml:20:12"),
        "{output}"
    );
    assert!(output.contains("2 confirmed, 3 left as they are; 0 lost"), "{output}");
}

#[test]
fn more_than_three_are_counted_not_shown() {
    let sentences: Vec<String> =
        (0..5).map(|number| format!("No {number}: the town’s bridge{number} stands.")).collect();
    let claims: String = (0..5)
        .map(|number| claim(&format!("c{number}"), &format!("anchors = [\"the town's bridge{number}\"]")))
        .collect();
    let folder = folder(&sentences.join(" "), &claims);
    let output = relink(&folder, "quit\n").stdout;
    assert!(
        output.contains("No 2: the town[’]s bridge2") && !output.contains("town[’]s bridge3"),
        "{output}"
    );
    assert!(output.contains("  and 2 more\n") && output.contains("in all 5? y, n"), "{output}");
    becomes(&folder, "y\n", &[("town's", "town’s")], 0);
}

/// Quotation marks and dashes are one kind of change together, and another than either.
#[test]
fn a_quotation_that_needs_more_changes_is_another_question() {
    let both = claim("a", "anchors = ['\"we wait\" - so']") + &claim("b", "anchors = ['\"we go\"']");
    let output = relink(&folder(MARKS, &both), "").stdout;
    assert!(output.starts_with("1/2  claims.toml:5:12"), "{output}");
}

#[test]
fn the_same_quotation_in_several_things_is_one_question() {
    let article = "The council will now close the old bridge in May, the mayor said.";
    let words = "The council will not close the old bridge in May, the mayor said";
    let folder = folder(
        article,
        &(claim("a", &format!("anchors = [\"{words}\"]")) + &claim("b", &format!("anchors = ['{words}']"))),
    );
    let output = becomes(&folder, "y\n", &[("will not", "will now")], 0);
    assert!(output.contains("2 confirmed, 0 left"), "{output}");
    assert_eq!(output.matches("write the words as they stand now?").count(), 1, "{output}");
}

const HEDGED: &str = "The bridge, a whistleblower says, will close in May. It may reopen, the mayor hopes.";

#[test]
fn hedges_are_asked_about_like_quotations() {
    let tables = claim("a", "anchors = [\"will close in May\"]\nhedge = \"a whistle-blower says\"");
    let folder = folder(HEDGED, &tables);
    let output = becomes(&folder, "n\n", &[], 1);
    assert!(output.contains("1/1  claims.toml:6:9  claim:a, hedge\n"), "{output}");
    assert!(
        output.contains("  hedge:   a [-whistle-blower-] says\n  now:     a [+whistleblower+] says\n"),
        "{output}"
    );
    assert!(
        output.contains("  in:      The bridge, a [+whistleblower+] says, will close in May."),
        "{output}"
    );
    assert!(output.contains("0 confirmed, 1 left as they are"), "{output}");
    becomes(&folder, "y\n", &[("whistle-blower", "whistleblower")], 0);
}

/// A hedge can only be judged when the quotation whose sentence it is in is exact.
#[test]
fn after_a_quotation_its_hedge_is_asked_about() {
    let quoted = "The bridge, a whistle-blower says, will close in May";
    let tables = claim("a", &format!("anchors = [\"{quoted}\"]\nhedge = \"a whistle-blower says\""));
    let changes = [
        ("bridge, a whistle-blower", "bridge, a whistleblower"),
        ("\"a whistle-blower", "\"a whistleblower"),
    ];
    let output = becomes(&folder(HEDGED, &tables), "y\ny\n", &changes, 0);
    assert!(output.contains("2 confirmed, 0 left"), "{output}");
    let output = becomes(&folder(HEDGED, &tables), "y\nn\n", &changes[..1], 1);
    assert!(output.contains("1 confirmed, 1 left"), "{output}");
    // Nothing is written if a later answer cannot be understood.
    let folder = folder(HEDGED, &tables);
    let answer = relink(&folder, "y\nwhat\n");
    assert_eq!(answer.code, Some(2), "{answer:?}");
    assert!(answer.stderr.contains("the answer before it can be given again"), "{answer:?}");
    assert!(folder.read("claims.toml").contains("bridge, a whistle-blower"));
}

#[test]
fn a_hedge_with_nothing_near_can_be_typed() {
    let tables = claim("a", "anchors = [\"will close in May\"]\nhedge = \"reportedly\"");
    let folder = folder(HEDGED, &tables);
    assert!(
        relink(&folder, "")
            .stdout
            .contains("  in:      The bridge, a whistleblower says, will close in May.\n")
    );
    let output = becomes(
        &folder,
        "e\nthe mayor hopes\na whistleblower says\n",
        &[("reportedly", "a whistleblower says")],
        0,
    );
    assert!(output.contains("that does not stand in the sentence"), "{output}");
}

#[test]
fn words_can_be_typed_from_a_pipe() {
    let article = "The council will close the old bridge in May or in July, a reader said. The council will build. A “new” bridge.";
    let tables = claim(
        "a",
        "anchors = [\"The council will now close the old bridge in June or in July, a reader said\"]",
    );
    let folder_of = || folder(article, &tables);
    let whole = "The council will now close the old bridge in June or in July, a reader said";
    // Words that stand nowhere, or too often, are asked for again; an empty line leads back.
    let output = becomes(
        &folder_of(),
        "e\nclose the new bridge\nin\n\ne\nclose the old bridge\n",
        &[(whole, "close the old bridge")],
        0,
    );
    assert!(
        output.contains("that does not stand in the article") && output.contains("that stands 2 times"),
        "{output}"
    );
    // What stands once in the sentence that is shown is that, with a context.
    let output = becomes(
        &folder_of(),
        "e\nThe council will\n",
        &[(&format!("\"{whole}\""), "{ exact = \"The council will\", suffix = \" close\" }")],
        0,
    );
    assert!(output.contains("  taken: "), "{output}");
    let output = becomes(&folder_of(), "e\nA \"new\" bridge\ny\n", &[(whole, "A “new” bridge")], 0);
    assert!(output.contains("taken, with the article's own characters"), "{output}");
    assert!(
        output.contains(&format!("in another sentence\n  quoted:  {whole}\n  new:     ")),
        "both are shown: {output}"
    );
    becomes(&folder_of(), "e\n", &[], 1);
    // Without a yes words of another sentence are not written, and typing can be given up.
    for answers in ["e\nA \"new\" bridge\n", "e\nA \"new\" bridge\nn\n\nquit\n", "e\nno such words\n\nquit\n"]
    {
        let output = becomes(&folder_of(), answers, &[], 1);
        assert!(output.contains("(an empty line gives it up)"), "{output}");
    }
}

#[test]
fn a_lost_quotation_is_shown_the_nearest_sentence_and_can_be_typed() {
    let article = "In May the old bridge is to be closed by the council. Nobody knows why.";
    let tables = claim("a", "anchors = [\"The council closes the old bridge\"]");
    let folder = folder(article, &tables);
    for answers in ["", "n\n"] {
        let output = becomes(&folder, answers, &[], 1);
        assert!(output.contains("lost 1/1  claims.toml:5:12  claim:a, anchors\n"), "{output}");
        assert!(output.contains("nearest: [+In May+] the old bridge"), "{output}");
        assert!(
            output.contains("1 lost, for which there is nothing to propose\n  claims.toml:5:12"),
            "{output}"
        );
    }
    let answer = relink(&folder, "y\n");
    assert_eq!(answer.code, Some(2), "one key does not take it over: {answer:?}");
    becomes(
        &folder,
        "e\nthe old bridge is to be closed\n",
        &[("The council closes the old bridge", "the old bridge is to be closed")],
        0,
    );
}

#[test]
fn a_longer_beginning_is_proposed_whole() {
    let article = "So it began. At least 225 members of the house now support the inquiry. So it goes.";
    let old = "Over 220 members of the house now support the inquiry";
    let folder = folder(article, &claim("a", &format!("anchors = [\"{old}\"]")));
    becomes(&folder, "y\n", &[("Over 220", "At least 225")], 0);
}

const CHIPS: &str = "Nvidias chips and NVIDIA are back. Reuters’ office knows.";

#[test]
fn a_form_of_an_alias_is_written_only_if_it_is_chosen() {
    let tables = actor("nvidia", "[\"Nvidia\"]") + &claim("a", "anchors = [\"are back\"]");
    let folder_of = || folder(CHIPS, &tables);
    let output = becomes(&folder_of(), "", &[], 0);
    assert!(
        output.contains("1/1  claims.toml:5:12  actor:nvidia, aliases\n  alias:   Nvidia  matches nothing"),
        "{output}"
    );
    assert!(
        output.contains("   1  NVIDIA  (once)  ")
            && output.contains("   2  Nvidias  (once)  [Nvidias] chips"),
        "{output}"
    );
    assert!(output.ends_with("1 alias matches nothing, a warning of check\n"), "{output}");
    becomes(&folder_of(), "2\n", &[("[\"Nvidia\"]", "[\"Nvidias\"]")], 0);
    becomes(&folder_of(), "1 2\n", &[("[\"Nvidia\"]", "[\"NVIDIA\", \"Nvidias\"]")], 0);
    becomes(&folder_of(), "n\n", &[], 0);
    becomes(&folder_of(), "e\nReuters\n", &[("[\"Nvidia\"]", "[\"Reuters\"]")], 0);
    let single = actor("nvidia", "'Nvidia'");
    let folder = folder(CHIPS, &single);
    let answer = relink(&folder, "1 2\n");
    assert_eq!(answer.code, Some(2), "where no list is written one form has room: {answer:?}");
}

/// What another actor has is named before it is written; what the actor has itself is not written twice.
#[test]
fn whose_alias_a_form_is_already_is_said() {
    let quoted = claim("a", "anchors = [\"are back\"]");
    let tables = actor("nvidia", "[\"Nvidia\"]") + &actor("maker", "[\"NVIDIA\"]") + &quoted;
    let output = becomes(&folder(CHIPS, &tables), "n\n", &[], 0);
    assert!(output.contains("NVIDIA  (once)  "), "{output}");
    assert!(output.contains("      also an alias of actor:maker: each place"), "{output}");
    let typed = |answers: &str, changes: &[(&str, &str)]| {
        let output = becomes(&folder(CHIPS, &tables), answers, changes, 0);
        assert!(output.contains("NVIDIA: also an alias of actor:maker"), "{output}");
    };
    typed("e\nNVIDIA\nn\n\nquit\n", &[]);
    typed("e\nNVIDIA\n", &[]);
    typed("e\nNVIDIA\ny\n", &[("[\"Nvidia\"]", "[\"NVIDIA\"]")]);
    let twice = actor("nvidia", "[\"Nvidia\", \"nvidia\"]") + &quoted;
    let output = becomes(&folder(CHIPS, &twice), "1\n1\n", &[("\"Nvidia\"", "\"NVIDIA\"")], 0);
    assert!(output.contains("NVIDIA: an alias of this actor already; not written"), "{output}");
    let output = becomes(&folder(CHIPS, &twice), "1\ne\nNVIDIA\n\nn\n", &[("\"Nvidia\"", "\"NVIDIA\"")], 0);
    assert!(output.contains("NVIDIA: an alias of this actor already\n"), "{output}");
}

/// A quotation that leaves out the full stop of its sentence is no other wording.
#[test]
fn what_a_quotation_leaves_out_at_its_ends_is_not_marked() {
    let article = "In May the council closes the old bridge. Nobody knows why.";
    let folder = folder(article, &claim("a", "anchors = [\"council closes the bridge soon\"]"));
    let output = relink(&folder, "").stdout;
    assert!(output.contains("nearest: [+In May the+] council closes the [+old+] bridge.\n"), "{output}");
}

#[test]
fn an_alias_that_differs_in_typography_takes_the_articles_characters() {
    let folder = folder(CHIPS, &actor("reuters", "[\"Reuters' office\"]"));
    becomes(&folder, "y\n", &[("Reuters'", "Reuters’")], 0);
}

#[test]
fn a_dry_run_shows_hedges_and_aliases_too() {
    let tables = claim("a", "anchors = [\"will close in May\"]\nhedge = \"a whistle-blower says\"")
        + &actor("mayor", "[\"Mayor\"]");
    let folder = folder(HEDGED, &tables);
    let output = folder.run(&["relink", "--dry-run"]).stdout;
    assert!(
        output.contains("would write \"a whistleblower says\"") && output.contains("would write \"mayor\""),
        "{output}"
    );
    assert!(output.contains("1 to be asked; nothing was asked or written"), "{output}");
}
