use proptest::prelude::*;

use super::edit::one_line;
use super::{Change, Edit, Entry, Subject, Task, edit, read};
use crate::dossier::Ref;
use crate::text::relocate::Quoted;

fn thing(name: &str) -> Subject {
    Subject::Thing(name.parse::<Ref>().expect("a reference"))
}

fn words(words: &str, start: usize) -> Subject {
    Subject::Words(Quoted { start, end: start + words.len(), words: words.to_owned() })
}

fn of(subject: Subject, task: Task) -> Edit {
    Edit { subject, heading: "Claim 1: It closes.".to_owned(), head: "# Notes: Bridge".to_owned(), task }
}

fn collect(name: &str, evidence: &str) -> Edit {
    of(thing(name), Task::Collect(evidence.to_owned()))
}

fn note(subject: Subject, before: &str, note: &str) -> Edit {
    of(subject, Task::Annotate { before: before.to_owned(), note: note.to_owned() })
}

const COLLECTED: &str = "# Notes: Bridge\n\n## Claim 1: It closes.\n\n<!-- fundstelle: claim:a -->\n\n> **Assessment:** open\n>\n> - one\n";

#[test]
fn a_file_begins_with_a_head_and_has_an_entry_for_each_thing() {
    let first = edit("", &collect("claim:a", "**Assessment:** open\n\n- one"));
    assert_eq!((first.text.as_str(), first.change), (COLLECTED, Change::Collected(1)));
    let again = edit(&first.text, &collect("claim:a", "**Assessment:** open\n\n- one"));
    assert_eq!((again.text, again.change), (first.text.clone(), Change::AlreadyThere(1)));
    let other = edit(&first.text, &collect("claim:b", "other"));
    assert_eq!(other.change, Change::Collected(2));
    assert!(
        other.text.starts_with(COLLECTED)
            && other.text.ends_with("<!-- fundstelle: claim:b -->\n\n> other\n")
    );
    // What was known then stays when the dossier says something else now.
    assert_eq!(edit(&other.text, &collect("claim:a", "else")).change, Change::Collected(3));
}

#[test]
fn a_note_stands_below_the_evidence_and_is_edited_and_removed() {
    let noted = edit(COLLECTED, &note(thing("claim:a"), "", "Ask\nthem. "));
    assert_eq!((noted.text.clone(), noted.change), (format!("{COLLECTED}\nAsk them.\n"), Change::Noted(1)));
    assert_eq!(read(&noted.text)[0].note, ["Ask them."]);
    let edited = edit(&noted.text, &note(thing("claim:a"), "Ask them.", "Done."));
    assert_eq!(edited.text, format!("{COLLECTED}\nDone.\n"));
    let removed = edit(&edited.text, &note(thing("claim:a"), "Done.", " "));
    assert_eq!((removed.text.trim_end(), removed.change), (COLLECTED.trim_end(), Change::RemovedFromEntry));
    assert!(read(&removed.text)[0].has_evidence);
}

#[test]
fn an_entry_made_for_a_note_goes_with_it_unless_the_reader_has_written_in_it() {
    let noted = edit("Mine.\n", &note(thing("gap:g"), "", "Why?"));
    assert_eq!(noted.text, "Mine.\n\n## Claim 1: It closes.\n\n<!-- fundstelle: gap:g -->\n\nWhy?\n");
    let gone = edit(&noted.text, &note(thing("gap:g"), "Why?", ""));
    assert_eq!((gone.text.as_str(), gone.change), ("Mine.\n\n", Change::Removed));
    let headed = noted.text.replace("Claim 1", "My claim");
    let kept = edit(&headed, &note(thing("gap:g"), "Why?", ""));
    assert!(kept.text.contains("## My claim: It closes.\n\n<!-- fundstelle: gap:g -->\n"), "{}", kept.text);
    let longer = format!("{}\nMore of mine.\n", noted.text);
    let kept = edit(&longer, &note(thing("gap:g"), "Why?", ""));
    assert_eq!(
        (read(&kept.text)[0].note.clone(), kept.change),
        (vec!["More of mine.".to_owned()], Change::RemovedFromEntry)
    );
}

#[test]
fn a_note_that_was_changed_by_hand_meanwhile_is_not_overwritten() {
    let text = format!("{COLLECTED}\nBy hand.\n");
    let both = edit(&text, &note(thing("claim:a"), "Old.", "New."));
    assert_eq!(
        (both.text, both.change),
        (format!("{COLLECTED}\nNew.\n\nBy hand.\n"), Change::NotedBeside(1))
    );
    let kept = edit(&text, &note(thing("claim:a"), "Old.", ""));
    assert_eq!((kept.text, kept.change), (text, Change::ChangedElsewhere));
}

#[test]
fn entries_are_found_wherever_they_were_moved_and_whatever_stands_around_them() {
    let text = "\u{feff}no head\r\n<!-- fundstelle: claim:a -->\r\nnote\r\nin two lines\r\n> quoted\r\n<!-- fundstelle: broken -->\r\n\
                <!-- fundstelle: words \"half -->\r\n<!-- fundstelle: words \"a \\\"b\\\" c\\-d\" at 3-12 -->\r\nother\r\n### small\r\nmore\r\n# End\r\nnot it\r\n";
    let entries = read(text);
    assert_eq!(entries.len(), 2, "{entries:#?}");
    assert_eq!(entries[0].note, ["note in two lines"]);
    assert!(entries[0].has_evidence && entries[0].heading.is_empty());
    assert_eq!(entries[1].subject, words("a \"b\" c-d", 3));
    assert_eq!(entries[1].note, ["other", "more"]);
    let edited = edit(text, &note(thing("claim:a"), "note in two lines", "one"));
    assert_eq!(edited.text, text.replace("note\r\nin two lines", "one"));
    let collected = edit(text, &collect("claim:z", "x\ny"));
    assert_eq!(
        collected.text,
        format!("{text}\r\n## Claim 1: It closes.\r\n\r\n<!-- fundstelle: claim:z -->\r\n\r\n> x\r\n> y\r\n")
    );
}

/// Lines that mean something in the file, and any others.
fn file() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "# Head",
        "## Claim 1: It closes.",
        "<!-- fundstelle: claim:a -->",
        "<!-- fundstelle: claim:b -->",
        "<!-- fundstelle: words \"w\" at 1-2 -->",
        "<!-- fundstelle: words \"w",
        "<!--",
        "-->",
        "```",
        "> quoted",
        "> **Assessment:** open",
        "a note",
        "\\> a note",
        "- item",
        "  indented",
        "\u{feff}",
        "---",
    ]);
    let line = prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()];
    let ends = prop::sample::select(vec!["\n", "\r\n", "\n\n", ""]);
    prop::collection::vec((line, ends), 0..14)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        Just(thing("claim:a")),
        Just(thing("gap:new")),
        any::<String>().prop_filter("words", |text| !text.is_empty()).prop_map(|text| words(&text, 7)),
        any::<String>().prop_map(|id| Subject::Thing(Ref::new(
            crate::dossier::Kind::Observation,
            &crate::dossier::Id::new(&format!("x{id}"))
        ))),
    ]
}

fn entry_of<'e>(entries: &'e [Entry], subject: &Subject) -> Option<&'e Entry> {
    let mut own = entries.iter().filter(|entry| entry.subject == *subject);
    own.clone().find(|entry| !entry.note.is_empty()).or_else(|| own.next())
}

/// The note as the file has it now.
fn shown(text: &str, subject: &Subject) -> String {
    let entries = read(text);
    entry_of(&entries, subject).and_then(|entry| entry.note.first().cloned()).unwrap_or_default()
}

/// Whether one text is the other with something put in at one place.
fn only_adds(before: &str, after: &str) -> bool {
    let head = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let tail = before.bytes().rev().zip(after.bytes().rev()).take_while(|(one, other)| one == other).count();
    head + tail >= before.len() && after.len() >= before.len()
}

proptest! {
    #[test]
    fn what_is_added_is_found_again_and_nothing_else_is_touched(
        text in file(), subject in subject(), own in any::<String>(), evidence in "[a-z>#<\\\\\n ]{0,20}"
    ) {
        let before = shown(&text, &subject);
        let noted = edit(&text, &note(subject.clone(), &before, &own));
        let wanted = one_line(&own);
        if before.is_empty() {
            prop_assert!(only_adds(&text, &noted.text), "{text:?} {:?}", noted.text);
        }
        if !wanted.is_empty() {
            prop_assert_eq!(shown(&noted.text, &subject), wanted.clone(), "{:?}", noted.text);
        }
        // Other entries say what they said.
        let others = |text: &str| {
            let others = read(text).into_iter().filter(|entry| entry.subject != subject);
            others.map(|entry| (entry.subject, entry.note, entry.has_evidence)).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&text), others(&noted.text), "{:?}", noted.text);
        let collected = edit(&noted.text, &of(subject.clone(), Task::Collect(evidence.clone())));
        prop_assert!(only_adds(&noted.text, &collected.text));
        prop_assert_eq!(others(&text), others(&collected.text));
        prop_assert_eq!(shown(&collected.text, &subject), shown(&noted.text, &subject));
        let again = edit(&collected.text, &of(subject.clone(), Task::Collect(evidence)));
        prop_assert_eq!(again.text, collected.text);
    }

    #[test]
    fn a_note_is_taken_back_without_a_trace_of_anything_else(text in file(), own in "[a-z>#]{1,9}") {
        let subject = thing("gap:new");
        let noted = edit(&text, &note(subject.clone(), "", &own));
        let gone = edit(&noted.text, &note(subject.clone(), &own, ""));
        prop_assert_eq!(gone.change, Change::Removed);
        prop_assert!(gone.text.starts_with(&text));
        let rest = gone.text[text.len()..].trim();
        prop_assert!(rest.is_empty() || rest == "# Notes: Bridge", "{rest:?}");
    }
}
