//! Changes taken back, and made again, also where the files were changed by hand since.

use fundstelle::dossier::Kind;
use fundstelle::edit::{Plan, Refused, Step, plan, revert};
use fundstelle::load::{Memory, Rule};

use super::common::{ARTICLE, HEAD, after, change, contents, element, item, key, new_claim, text};

const A: &str = "[[claim]]\nid = \"a\"\ntext = \"A\"\nanchors = [\"in May\"]\n";
const B: &str = "[[claim]]\nid = \"b\"\ntext = \"B\"\nanchors = [\"It is a loss\"]\n";

fn dossier(text: &str) -> Memory {
    Memory::default().with("a.txt", ARTICLE).with("dossier.toml", text)
}

fn made(files: &Memory, step: Step) -> (Memory, Plan) {
    let found = plan(files, &change(vec![step])).unwrap();
    (after(files, &found), found)
}

fn text_of(files: &Memory) -> String {
    contents(files).into_iter().find(|(name, _)| name == "dossier.toml").unwrap().1
}

#[test]
fn what_was_written_by_hand_elsewhere_stays() {
    let before = dossier(&format!("{HEAD}{A}"));
    let (later, made) = made(&before, new_claim());
    let text = text_of(&later);
    for (edited, expected) in [
        (
            text.replace("title = \"D\"", "title = \"Another\" # mine"),
            format!("{HEAD}{A}").replace("title = \"D\"", "title = \"Another\" # mine"),
        ),
        (text.clone() + "\n" + B, format!("{HEAD}{A}\n{B}")),
        (format!("\u{feff}{text}"), format!("\u{feff}{HEAD}{A}")),
    ] {
        let edited = dossier(&edited);
        let back = revert(&edited, &made.undo).unwrap();
        let old = after(&edited, &back);
        assert_eq!(text_of(&old), expected);
        assert!(back.loaded.dossier.claims.iter().all(|claim| claim.id.as_str() != "new"));
        let again = revert(&old, &back.undo).unwrap();
        assert_eq!(contents(&after(&old, &again)), contents(&edited), "made again");
    }
}

#[test]
fn what_was_changed_itself_is_not_taken_back() {
    let before = dossier(&format!("{HEAD}{A}"));
    let (later, made) = made(&before, new_claim());
    let text = text_of(&later);
    for edited in [
        text.replace("Closes", "Closed"),
        // It would become a key of the claim above.
        text.clone() + "hedge = \"will\"\n",
        text.clone() + "  # mine\nnote.en = \"Mine.\"\n",
        text.replace("id = \"new\"", "id = \"newer\""),
        format!("{HEAD}{A}"),
    ] {
        match revert(&dossier(&edited), &made.undo) {
            Err(Refused::ChangedSince(left)) => {
                assert_eq!((left.len(), &*left[0].file, &*left[0].insert), (1, "dossier.toml", &[][..]));
                assert_eq!(left[0].remove[..2], ["[[claim]]", "id = \"new\""], "what to remove by hand");
            }
            other => panic!("{edited}: {other:?}"),
        }
    }
}

/// A change in several places: each is named, with its line as the file is now, what is there and what was there.
#[test]
fn each_place_that_is_left_is_named() {
    let source = "[[source]]\nid = \"s\"\ntype = \"document\"\noutlet = \"S\"\ntitle = \"T\"\naccessed = \"2024-01-01\"\n";
    let before = dossier(&format!("{HEAD}{A}assessment = \"open\"\n")).with("sources.toml", source);
    let steps = vec![
        element(Kind::Claim, "a", "sources", text("s")),
        key(Kind::Claim, "a", "assessment", text("borne-out")),
    ];
    let made = plan(&before, &change(steps)).unwrap();
    let edited = text_of(&after(&before, &made)).replace("borne-out", "qualified");
    let edited = edited.replace("[[claim]]", "# mine\n[[claim]]");
    let Err(Refused::ChangedSince(left)) = revert(&dossier(&edited).with("sources.toml", source), &made.undo)
    else {
        panic!("it was changed")
    };
    let line = |wanted: &str| edited.lines().position(|line| line.starts_with(wanted)).map(|line| line + 1);
    let left: Vec<_> = left
        .iter()
        .map(|left| (left.line, left.of.clone(), left.remove.join("|"), left.insert.join("|")))
        .collect();
    let of = Some(item(Kind::Claim, "a"));
    let assessment = "assessment = \"borne-out\"".to_owned();
    assert!(
        left.contains(&(line("assessment"), of.clone(), assessment, "assessment = \"open\"".to_owned())),
        "{left:?}"
    );
    assert!(left.contains(&(line("sources"), of, "sources = [\"s\"]".to_owned(), String::new())), "{left:?}");
    assert_eq!(left.len(), 2);
}

#[test]
fn what_something_refers_to_now_stays() {
    let before = dossier(&format!("{HEAD}{A}"));
    let (later, made) = made(&before, new_claim());
    let edited = text_of(&later) + "\n[[stop]]\ntitle = \"New\"\nselect = \"claim:new\"\n";
    match revert(&dossier(&edited), &made.undo) {
        Err(Refused::Needed { problem, left }) => {
            assert!(matches!(problem.rule, Rule::ReferenceUnknown | Rule::SelectionInvalid));
            let line = edited.lines().position(|line| line.contains("claim:new")).unwrap() + 1;
            assert_eq!(problem.location.line, line, "as the file is");
            assert_eq!(left[0].remove[1], "id = \"new\"");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_two_places_alike_neither_is_taken() {
    let before = dossier(&format!("{HEAD}{A}"));
    let (later, made) = made(&before, key(Kind::Claim, "a", "note.en", text("N")));
    let filler = format!("# {}\n", "as before ".repeat(20));
    let own = text_of(&later).replace(HEAD, "");
    let moved = dossier(&format!("{HEAD}{filler}{own}"));
    assert_eq!(text_of(&after(&moved, &revert(&moved, &made.undo).unwrap())), format!("{HEAD}{filler}{A}"));
    let copied = dossier(&format!("{HEAD}{filler}{own}{filler}{own}"));
    assert!(matches!(revert(&copied, &made.undo), Err(Refused::ChangedSince(_))));
    // Its own is gone, and another claim says the same.
    let other = dossier(&format!("{HEAD}{A}{B}note.en = \"N\"\n"));
    assert!(matches!(revert(&other, &made.undo), Err(Refused::ChangedSince(_))));
}

#[test]
fn an_error_that_was_there_may_come_back() {
    let before = dossier(&format!("{HEAD}{A}assessment = \"qualified\"\n"));
    let (later, made) = made(&before, key(Kind::Claim, "a", "assessment", text("open")));
    assert_eq!(made.loaded.tally.errors, 0);
    let back = revert(&later, &made.undo).unwrap();
    assert_eq!(contents(&after(&later, &back)), contents(&before));
    assert_eq!(back.loaded.tally.errors, 1);
}

#[test]
fn several_are_taken_back_one_after_the_other() {
    let mut files = dossier(&format!("{HEAD}{A}")).with("claims.toml", B.replace('\n', "\r\n"));
    let steps = [
        new_claim(),
        key(Kind::Claim, "b", "note.en", text("N")),
        key(Kind::Claim, "new", "note.en", text("M")),
        key(Kind::Claim, "b", "note.en", text("Other")),
        key(Kind::Claim, "b", "assessment", text("open")),
    ];
    let mut before = Vec::new();
    for step in steps {
        let (later, plan) = made(&files, step);
        before.push((files, plan.undo));
        files = later;
    }
    let last = contents(&files);
    let mut redo = Vec::new();
    for (expected, undo) in before.iter().rev() {
        let back = revert(&files, undo).unwrap();
        files = after(&files, &back);
        assert_eq!(contents(&files), contents(expected));
        redo.push(back.undo);
    }
    for undo in redo.iter().rev() {
        let again = revert(&files, undo).unwrap();
        files = after(&files, &again);
    }
    assert_eq!(contents(&files), last);
}
