//! What is joined and what is left alone.

use proptest::prelude::*;

use super::*;

/// Breaks a paragraph as programs do: a word that does not fit begins the next line.
fn wrapped(paragraph: &str, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in paragraph.split(' ') {
        let room = cells(word);
        if column > 0 && column + 1 + room > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += room;
    }
    out
}

fn paragraphs(joined: &Joined) -> Vec<&str> {
    joined.paragraphs().map(|range| &joined.text[range]).collect()
}

fn joined(text: &str) -> Joined {
    join(text, |_| false).unwrap_or_else(|| panic!("not wrapped: {text}"))
}

const REPORT: &str = "Council votes to close the old bridge to lorries in May, and to all others
in the autumn of next year

By Ann Lee
Staff writer

The council voted on Tuesday to close the old bridge to lorries from the
first of May. Engineers found cracks in two of its arches in March, and the
mayor said that nobody would be put at risk, or at least not on purpose.

- Lorries go first.
- Cars follow, and there is a second line to this item, which hangs from its
  mark.

\u{201e}It is a sad day for the town,\u{201c} said the mayor, who has crossed the bridge
every morning for thirty years and will miss it.
";

#[test]
fn a_report_flows_and_what_stands_apart_stays() {
    let joined = joined(REPORT);
    assert_eq!(
        paragraphs(&joined),
        [
            "Council votes to close the old bridge to lorries in May, and to all others in the autumn of next year",
            "By Ann Lee",
            "Staff writer",
            "The council voted on Tuesday to close the old bridge to lorries from the first of May. Engineers found \
             cracks in two of its arches in March, and the mayor said that nobody would be put at risk, or at least not \
             on purpose.",
            "- Lorries go first.",
            "- Cars follow, and there is a second line to this item, which hangs from its mark.",
            "\u{201e}It is a sad day for the town,\u{201c} said the mayor, who has crossed the bridge every morning for \
             thirty years and will miss it.",
        ]
    );
    assert_eq!((joined.width, joined.joined, joined.hyphens), (76, 5, 0));
    let byte = joined.text.find("cracks").unwrap_or_default();
    let piece = joined.piece_at(byte).expect("it comes from a line");
    assert!(REPORT[piece.from + byte - piece.at..].starts_with("cracks in two"));
}

#[test]
fn a_line_that_is_named_stays_a_line() {
    let stays = "first of May. Engineers found cracks in two of its arches in March, and the";
    let joined =
        join(&format!("{REPORT}\n{REPORT}"), |line| line == stays).expect("it is wrapped all the same");
    assert!(paragraphs(&joined).contains(&stays), "{joined:?}");
}

#[test]
fn a_hyphen_at_a_lines_end_is_never_lost() {
    let text = wrapped(&"und so weiter mit den anderen Worten dieses Satzes ".repeat(8), 60);
    let of = |tail: &str| {
        let joined = joined(&format!(
            "{text}\n\nEs kamen die vielen Leute und auch noch die neuen Nvidia-\nChips {tail}"
        ));
        (joined.text.contains("Nvidia-Chips "), joined.text.contains("Nvidia- Chips "), joined.hyphens)
    };
    assert_eq!(of("nach Wien."), (false, true, 1), "whether it belongs to the word is not known");
    assert_eq!(of("nach Wien.\n\nDie Nvidia-Chips kamen."), (true, false, 0), "the text itself says so");
    assert!(of("nach Wien.\n\nDie NvidiaChips kamen.").1, "no letter and no sign is taken away");
}

#[test]
fn what_nobody_wrapped_is_left_alone() {
    let verse = "Es war, als hätt der Himmel die Erde still geküsst,\nDass sie im Blütenschimmer von ihm nun träumen müsst.\n\n\
                 Die Luft ging durch die Felder, die Ähren wogten sacht,\nEs rauschten leis die Wälder, so sternklar war die Nacht.\n\n\
                 Und meine Seele spannte weit ihre Flügel aus,\nFlog durch die stillen Lande, als flöge sie nach Haus.\n";
    let lines =
        "One line is a paragraph, and it is as long as it is.\n".repeat(9) + "\nAnd so is this one.\n";
    let list = "What there is\n\n- apples from the garden behind the house\n- pears from the garden behind the barn\n\
                - plums from the garden behind the church\n- cherries from the garden behind the inn\n- quinces\n- medlars\n";
    let table =
        "Town      Lorries   Cars\n\n".to_owned() + &"Old Town      12000     340000 a year\n".repeat(9);
    let mail = "Hello\n\n".to_owned()
        + &"> quoted words that a program broke at a width before they were sent on to\n".repeat(9);
    let parted = "A paragraph a line.\n\nAnother one that is longer than the first.\n\n".repeat(9);
    for text in
        [verse, &lines, list, &table, &mail, &parted, "", "\n\n", "one\n\ntwo", &REPORT.replace("\n\n", "\n")]
    {
        assert_eq!(join(text, |_| false), None, "{text}");
    }
}

#[test]
fn scripts_without_small_letters_are_joined_too() {
    let text = wrapped(
        "قال المجلس ان الجسر القديم سيغلق في شهر مايو وان الشاحنات ستمنع اولا ثم السيارات ".repeat(5).trim(),
        60,
    );
    assert_eq!(paragraphs(&joined(&format!("{text}\n\n{text}"))).len(), 2);
}

#[test]
fn an_address_longer_than_the_width_hides_it_from_nobody() {
    let words = "the council will close the old bridge for good in the month of May because of ".repeat(4);
    let text = format!("{}\nhttps://example.org/{}\nas it said", wrapped(words.trim(), 70), "a".repeat(120));
    let joined = joined(&format!("{text}\n\nEnd."));
    assert_eq!(paragraphs(&joined).len(), 2);
    assert!(joined.width <= 70, "{}", joined.width);
}

/// Words as in prose: most are small, some are not.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![8 => "[a-zäöü]{1,11}", 3 => "[A-ZÄ][a-zß]{1,12}", 1 => "[a-z]{2,8}[,.]", 1 => "[0-9]{1,4}"];
    // The first words are not the marks of a list's item.
    (("[A-Z][a-z]{3,8}"), prop::collection::vec(word, 12..90))
        .prop_map(|(first, words)| format!("{first} {}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn wrapping_at_any_width_and_joining_gives_the_paragraphs_back(
        texts in prop::collection::vec(prose(), 3..9), width in 50_usize..=100, crlf in any::<bool>()
    ) {
        let source = texts.iter().map(|text| wrapped(text, width)).collect::<Vec<_>>().join("\n\n");
        let source = if crlf { source.replace('\n', " \n") } else { source };
        let lines: Vec<String> = texts.iter().map(|text| wrapped(text, width)).collect();
        let after: Vec<&str> = lines.iter().flat_map(|text| text.lines().skip(1)).collect();
        let small = after.iter().filter(|line| line.starts_with(char::is_lowercase)).count();
        let Some(joined) = join(&source, |_| false) else {
            // Too few lines to know a width by, or as many capitals as verses have: words of chance may have that.
            prop_assert!(after.len() < 3 * LEAST || small * 5 <= after.len(), "{} ends: {source}", after.len());
            return Ok(());
        };
        prop_assert_eq!(paragraphs(&joined), texts);
        for piece in &joined.pieces {
            prop_assert_eq!(source[piece.from..].chars().next(), joined.text[piece.at..].chars().next());
        }
    }

    #[test]
    fn a_paragraph_a_line_is_never_touched(texts in prop::collection::vec(prose(), 1..12), blank in any::<bool>()) {
        let source = texts.join(if blank { "\n\n" } else { "\n" });
        prop_assert_eq!(join(&source, |_| false), None);
    }

    #[test]
    fn nothing_but_blanks_and_line_ends_changes(text in "([a-zA-Z>|*-]{1,9}[ \n.]{1,3}){0,120}") {
        if let Some(joined) = join(&text, |_| false) {
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&joined.text), solid(&text));
        }
    }
}

/// Each line seems full because of what the next begins with.
#[test]
fn entries_of_lists_and_logs_stay_apart() {
    let entries = |entry: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = (0..12).map(entry).collect();
        format!("Title\n\n{}\n\n{}\n", lines[..6].join("\n"), lines[6..].join("\n"))
    };
    for text in [
        entries(&|n| format!("international-airport\t{n}\t0\tthe value of the thing in question here")),
        entries(&|n| format!("{n:064x}  the-file-number-{n}")),
        entries(&|n| format!("counterrevolutionaries the meaning of the word in a few words {n}")),
        entries(&|n| format!("systemd[100{n}]:session-0.scope/unit-of-the-user the service began again")),
    ] {
        assert_eq!(join(&text, |_| false).map(|joined| joined.text), None, "{text}");
    }
}
