//! What a reader sees of Markdown, and what holds for any.

use proptest::prelude::*;

use super::*;
use crate::dossier::Container;
use crate::load::source::limits;

fn of(source: &str) -> Markdown {
    read(source).unwrap_or_else(|TooDeep(at)| panic!("too deep at {at}"))
}

/// The blocks as they look: what they stand within, a letter for what they are, `^` for no blank row before.
fn looks(source: &str) -> Vec<String> {
    let Markdown { text, blocks, .. } = of(source);
    let look = |block: &Block| {
        let containers = block.containers.iter().map(|Container { kind, begins }| match (kind, begins) {
            (ContainerKind::Quote, true) => "> ".to_owned(),
            (ContainerKind::Quote, false) => "| ".to_owned(),
            (ContainerKind::Item { number: None, .. }, true) => "* ".to_owned(),
            (ContainerKind::Item { number: Some(number), cells }, true) => format!("{number}/{cells}. "),
            (ContainerKind::Item { .. }, false) => "_ ".to_owned(),
        });
        let kind = match block.kind {
            BlockKind::Title => "T:",
            BlockKind::Heading => "H:",
            BlockKind::Subheading => "h:",
            BlockKind::Paragraph => "",
            BlockKind::Code => "C:",
            BlockKind::Break => "B:",
        };
        let close = if block.close { "^" } else { "" };
        let indent = " ".repeat(usize::from(block.indent));
        format!("{close}{}{kind}{indent}{}", containers.collect::<String>(), &text[block.range.clone()])
    };
    blocks.iter().map(look).collect()
}

/// The words set off: `/` emphasised, `*` strong, `+` both.
fn set_off(source: &str) -> Vec<String> {
    let Markdown { text, styled_spans, .. } = of(source);
    let look = |weight: &StyledSpan| {
        let mark = match (weight.emphasis, weight.strong, weight.struck) {
            (_, _, true) => '-',
            (true, true, _) => '+',
            (true, false, _) => '/',
            (false, _, _) => '*',
        };
        format!("{mark}{}", &text[weight.range.clone()])
    };
    styled_spans.iter().map(look).collect()
}

fn links(source: &str) -> Vec<(String, String)> {
    let Markdown { text, links, .. } = of(source);
    links.iter().map(|link| (text[link.range.clone()].to_owned(), link.address.to_string())).collect()
}

#[test]
fn lines_of_a_paragraph_are_one_and_emphasis_is_no_text() {
    assert_eq!(looks("One *two*\nthree **four**.\n\nFive\n"), ["One two three four.", "Five"]);
    assert_eq!(set_off("One *two* **thr*ee*** `*x*` _fo**ur**_"), ["/two", "*thr", "+ee", "/fo", "+ur"]);
    assert_eq!(set_off("*two\nlines*"), ["/two lines"]);
    assert_eq!(looks("5 \\* 3 &amp; 2 * 2 &#42; `a * b`"), ["5 * 3 & 2 * 2 * a * b"]);
}

#[test]
fn words_struck_out_are_words_that_are_struck_out() {
    assert_eq!(looks("in ~~May~~ June, ~100 and ~200"), ["in ~~May~~ June, ~100 and ~200"]);
    assert_eq!(set_off("in ~~*May*~~ ~~now~~ **x**"), ["-~~", "-May", "-~~", "-~~now~~", "*x"]);
    assert_eq!(looks("It costs ~~5~~6, <del>5</del>6, <s>5</s>6"), ["It costs ~~5~~6, ~~5~~6, ~~5~~6"]);
    assert_eq!(
        looks("10<sup>9</sup> units, 5<sub>2</sub>, H<sub>2</sub>O, Mme<sup>1</sup>"),
        ["10^9 units, 5_2, H2O, Mme1"]
    );
}

#[test]
fn footnotes_have_numbers_in_the_order_of_the_text() {
    assert_eq!(
        looks("One[^b] two[^a].\n\n[^a]: Second\n[^b]: First *note*\n\n    more\n\nThree[^c]"),
        ["One[1] two[2].", "[2] Second", "[1] First note", "more", "Three[^c]"]
    );
    assert_eq!(links("a[^1]\n\n[^1]: [b](c)\n"), [("b".to_owned(), "c".to_owned())]);
    assert_eq!(looks("a[^1]\n\n[^1]:\n\nb"), ["a[1]", "b"]);
    assert_eq!(looks("- [x] done\n- [ ] open"), ["* [x] done", "^* [ ] open"]);
}

/// Each stretch stands in the file where its piece says.
#[test]
fn words_are_found_in_the_file() {
    let source =
        "---\ntitle: T\n---\nOne *two*\nthree `four`.\n\n> five &amp; six\n\n| a | b |\n|--|--|\n| c | d |\n";
    let Markdown { text, pieces, .. } = of(source);
    for word in ["One", "two", "three", "four", "five", "six", "c", "d"] {
        let at = text.rfind(word).unwrap_or_else(|| panic!("no {word}"));
        let piece = pieces[pieces.partition_point(|piece| piece.at <= at) - 1];
        assert!(source[piece.from + at - piece.at..].starts_with(word), "{word}: {piece:?}");
    }
}

#[test]
fn the_first_heading_of_the_first_level_is_the_title() {
    assert_eq!(
        looks("By X\n\n# A\n\n## B\n\n### C\n\n# D\n\nSetext\n===\n"),
        ["By X", "T:A", "H:B", "h:C", "H:D", "H:Setext"]
    );
    assert_eq!(looks("## A *b*\n\ntext\n\n## C"), ["T:A b", "text", "H:C"]);
    assert_eq!(looks("text\n\n## C"), ["text", "H:C"]);
    assert_eq!(looks("> # A\n\n# B"), ["> H:A", "T:B"]);
    assert_eq!(looks("#\n\n# B"), ["T:B"]);
    assert_eq!(looks("Two  \nlines\n===\n"), ["T:Two lines"]);
}

#[test]
fn a_line_that_its_author_broke_stays_broken() {
    assert_eq!(looks("One  \ntwo\\\nthree\nfour"), ["One", "^two", "^three four"]);
    assert_eq!(looks("One<br>two<br/>\nthree"), ["One", "^two", "^three"]);
    assert_eq!(set_off("*One  \ntwo*"), ["/One", "/two"]);
    assert_eq!(looks("> One  \n> two"), ["> One", "^| two"]);
}

#[test]
fn quotations_and_lists_stand_within_each_other() {
    assert_eq!(
        looks("> One\n>\n> > Two\n>\n> Three\n\n> Four\n\nFive"),
        ["> One", "| > Two", "| Three", "> Four", "Five"]
    );
    assert_eq!(
        looks("a\n\n- One\n- Two\n  - Three\n- Four\n\nb"),
        ["a", "* One", "^* Two", "^_ * Three", "^* Four", "b"]
    );
    assert_eq!(looks("- One\n\n- Two\n\n  more"), ["* One", "* Two", "_ more"]);
    assert_eq!(looks("9. One\n1. Two\n   1. a\n"), ["9/2. One", "^10/2. Two", "^_ 1/1. a"]);
    assert_eq!(looks("- > One\n\n  two\n-\n- - x"), ["* > One", "_ two", "* * x"]);
}

#[test]
fn what_stands_very_deep_is_shown_less_deep() {
    let source = format!("{}a\n\nb", "> ".repeat(40));
    assert_eq!(looks(&source), [format!("{}a", "> ".repeat(8)), "b".to_owned()]);
}

#[test]
fn what_nests_deeper_than_anybody_reads_is_not_taken_apart() {
    for (source, at) in [
        (format!("a\n\n{}b", ">".repeat(LEVELS + 1)), 3),
        (format!("{}b", "- ".repeat(LEVELS + 1)), 0),
        (format!("{}b", "1. ".repeat(LEVELS + 1)), 0),
        (format!("{}- b", " ".repeat(2 * LEVELS)), 0),
        (format!("{}+ b", "\t".repeat(LEVELS)), 0),
        (format!("{}b", "[^a]: ".repeat(LEVELS + 1)), 0),
        (format!("{}b", "> [^a]:".repeat(LEVELS)), 0),
    ] {
        assert_eq!(read(&source).err().map(|TooDeep(at)| at), Some(at), "{source}");
    }
    for source in [
        format!("{}b", ">".repeat(LEVELS)),
        format!("{}b", " ".repeat(500)),
        "-".repeat(500),
        "* ".repeat(500),
        format!("{}b", "- ".repeat(LEVELS)),
        format!("{}b", "*".repeat(500)),
    ] {
        assert!(read(&source).is_ok(), "{source}");
    }
}

#[test]
fn program_text_keeps_its_lines() {
    assert_eq!(
        looks("x\n\n```rust\nfn a() {\n    b  *c*;\n\n\tdone\n}\n```\n"),
        ["x", "C:fn a() {", "^C:    b  *c*;", "C:    done", "^C:}"]
    );
    assert_eq!(looks("    one\n      two\n"), ["C:one", "^C:  two"]);
    assert_eq!(looks("- x\n\n      code\n- y"), ["* x", "_ C:code", "* y"]);
}

#[test]
fn a_break_is_no_words() {
    let Markdown { blocks, .. } = of("a\n\n---\n\nb\n***\n");
    assert_eq!(looks("a\n\n---\n\nb\n***\n"), ["a", "B:* * *", "b", "B:* * *"]);
    assert_eq!(blocks.len(), 4);
}

#[test]
fn a_table_is_read_row_by_row() {
    assert_eq!(
        looks("a\n\n| Year | Cars |\n|---|--:|\n| 2024 | *4* |\n| | |\n| 2025 | a<br>b |\n"),
        ["a", "Year | Cars", "^2024 | 4", "^2025 | a b"]
    );
    assert_eq!(set_off("| A | B |\n|--|--|\n| *c* | d |"), ["*A | B", "/c"]);
    assert_eq!(looks("a | b\nc | d"), ["a | b c | d"]);
}

#[test]
fn links_keep_their_words_and_their_addresses() {
    let link = |words: &str, address: &str| (words.to_owned(), address.to_owned());
    assert_eq!(
        links("a [b *c*](/d \"t\") <https://e.f> [g][1] [h] [i]() [](j)\n\n[1]: /k\n[h]: <l m>\n"),
        [link("b c", "/d"), link("https://e.f", "https://e.f"), link("g", "/k"), link("h", "l m")]
    );
    assert_eq!(links("[[no]](x) [a ![b](c) d](e)"), [link("[no]", "x"), link("a [b] d", "e")]);
    assert_eq!(links("[x](<\u{1b}]0;y\u{202e}>)&#27;"), [link("x", "\u{241b}]0;y\u{fffd}")]);
    let long = format!("[x](/{})", "y".repeat(9000));
    let address = &links(&long)[0].1;
    assert_eq!(address.chars().count(), limits::TEXT + 1);
    assert!(address.ends_with("y…"));
}

#[test]
fn an_image_is_its_words_in_brackets() {
    assert_eq!(looks("a ![b *c*](d) ![](e) f"), ["a [b c]  f"]);
    assert_eq!(links("a ![b *c*](d) ![](e) f"), [("[b c]".to_owned(), "d".to_owned())]);
    assert_eq!(looks("![](e)\n\n![ ](e)\n\n![![a](b) c](d)\n"), ["[ ]", "[[a] c]"]);
}

#[test]
fn of_html_the_words_are_kept() {
    assert_eq!(
        looks(
            "<div class=\"a>b\"><p>One <b>two</b>\n &amp; three&#33;</p>\n<!-- no -->\n<p>Four</div>\n\nfive"
        ),
        ["One two & three!", "Four", "five"]
    );
    assert_eq!(looks("a <b>b</b><!-- c -->d <script>e</script>f"), ["a bd f"]);
    assert_eq!(looks("<script>\nno\n\nno\n</script>\nyes\n\n<STYLE>no</STYLE>"), ["yes"]);
    assert_eq!(looks("<pre>\none\n  two\n\nthree</pre>"), ["one", "^two", "three"]);
    assert_eq!(looks("<div>\na < b <c and <d\n"), ["a < b <c and <d"]);
    assert_eq!(looks("a <style>b\n\nc"), ["a", "c"]);
    assert_eq!(looks("<!-- a\n\nb -->\n\nc"), ["c"]);
    assert_eq!(looks("<p>a &bogus; &#xFFFFFFFF; &</p>"), ["a &bogus; &#xFFFFFFFF; &"]);
}

#[test]
fn a_head_gives_title_and_language() {
    let head = "---\ntitle: \"The bridge\"\nlang: en-GB\ntags:\n  - a\n- b\n# note\n---\n";
    assert_eq!(looks(&format!("{head}Text")), ["T:The bridge", "Text"]);
    assert_eq!(looks(&format!("{head}Text\n\n# Other\n")), ["Text", "T:Other"]);
    assert_eq!(looks(&format!("{head}## Part\n")), ["T:The bridge", "H:Part"]);
    assert_eq!(of(head).language, Some(LanguageTag::new("en-gb")));
    assert_eq!(looks("---\r\ntitle: It's # so\r\n...\r\nText"), ["T:It's", "Text"]);
    assert_eq!(looks("---\ntitle: |\n  Long\nlang: no language\n---\nText"), ["Text"]);
}

#[test]
fn two_rules_are_no_head() {
    assert_eq!(looks("---\n\nOne: two.\n\n---\n\nb"), ["B:* * *", "One: two.", "B:* * *", "b"]);
    assert_eq!(looks("---\nOne two: three.\n---\n"), ["B:* * *", "T:One two: three."]);
    assert_eq!(looks("---\ntitle: x\n"), ["B:* * *", "title: x"]);
}

#[test]
fn control_characters_are_shown() {
    let Markdown { text, .. } = of("a&#27;[31m\u{202e} &#10; b\u{1b}\n\n    c\u{7}\n\n<p>&#27;&#x9b;</p>");
    assert_eq!(text, "a\u{241b}[31m\u{fffd}   b\u{241b}\nc\u{2407}\n\u{241b}\u{fffd}\n");
}

/// Markdown made of its own marks.
fn marks() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b c",
        "ü",
        "中",
        "\u{308}",
        " ",
        "  ",
        "\n",
        "\n\n",
        "  \n",
        "\\",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~",
        "~~",
        "~",
        "[^1]",
        "[^1]: ",
        "[^a]:",
        "[x] ",
        "> ",
        "- ",
        "1. ",
        "10) ",
        "    ",
        "\t",
        "# ",
        "## ",
        "---\n",
        "===\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](x)",
        "[x]: y\n",
        "<",
        ">",
        "<b>",
        "</b>",
        "<br>",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<pre>",
        "<a:b>",
        "&amp;",
        "&#10;",
        "&#27;",
        "|",
        "|-|-|\n",
        "a|b\n",
        "title: t\n",
        "\u{1b}",
        "\u{202e}",
        "\u{a0}",
        "\r\n",
        "\r",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn holds_together(source: &str) -> Result<(), TestCaseError> {
    let Ok(Markdown { text, blocks, styled_spans, links, pieces, .. }) = read(source) else { return Ok(()) };
    prop_assert!(pieces.windows(2).all(|two| two[0].at < two[1].at));
    prop_assert!(
        pieces.iter().all(|piece| text.get(piece.at..).is_some() && source.get(piece.from..).is_some())
    );
    prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
    let mut end = 0;
    for block in &blocks {
        prop_assert!(end <= block.range.start && block.range.start < block.range.end);
        end = block.range.end;
        let words = text.get(block.range.clone());
        prop_assert!(words.is_some_and(|words| words == words.trim() && !words.contains('\n')));
        prop_assert!(!block.chunks.is_empty());
        let mut within = block.range.start;
        for chunk in &block.chunks {
            prop_assert!(
                within <= chunk.start && chunk.start < chunk.end && text.get(chunk.clone()).is_some()
            );
            within = chunk.end;
        }
        prop_assert!(within <= block.range.end);
    }
    prop_assert!(blocks.iter().filter(|block| block.kind == BlockKind::Title).count() <= 1);
    prop_assert!(
        blocks.first().is_none_or(|first| first.containers.iter().all(|nest| nest.begins) && !first.close)
    );
    for ranges in [
        styled_spans.iter().map(|weight| &weight.range).collect::<Vec<_>>(),
        links.iter().map(|link| &link.range).collect(),
    ] {
        prop_assert!(ranges.iter().all(|range| !range.is_empty() && text.get((*range).clone()).is_some()));
        prop_assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn marks_make_blocks_that_hold_together(source in marks()) {
        holds_together(&source)?;
    }

    #[test]
    fn anything_makes_blocks_that_hold_together(source in any::<String>()) {
        holds_together(&source)?;
    }

    /// Letters are never marks: whatever stands around them, all are shown, in order.
    #[test]
    fn every_word_is_shown(words in prop::collection::vec(("[a-z]{1,6}", prop::sample::select(vec![
        " ", "\n", "\n\n", "  \n", "\n- ", "\n\n> ", "\n\n1. ", " *", "* ", " **", "** ", "\n\n# ", "\n\n---\n\n", "\n***\n", "`", " | ",
        "\n\n    ", "\\\n",
    ])), 0..40)) {
        let source = words.iter().flat_map(|(word, mark)| [word, *mark]).collect::<String>();
        let Ok(Markdown { text, blocks, .. }) = read(&source) else { return Ok(()) };
        let shown: String = blocks.iter().map(|block| &text[block.range.clone()]).collect();
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
        prop_assert_eq!(letters(&shown), letters(&source));
    }
}
