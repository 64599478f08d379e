use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use super::*;

/// What a reader of CommonMark sees.
fn read(markdown: &str) -> String {
    let words = Parser::new(markdown).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    });
    words.collect()
}

/// What GitHub makes of Markdown.
#[derive(Default, Debug)]
struct Page {
    words: String,
    /// Where links lead, and the words that do.
    links: Vec<(String, String)>,
    footnotes: usize,
    items: usize,
    cells: usize,
    /// Anything we never write: headings, code, HTML but empty comments, images, rules, emphasis that is not ours.
    strange: Vec<String>,
}

fn github(markdown: &str) -> Page {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let mut page = Page::default();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => page.words.push_str(text),
            NodeValue::SoftBreak | NodeValue::LineBreak => page.words.push(' '),
            NodeValue::Link(link) => page.links.push((link.url.clone(), words_of(node))),
            NodeValue::FootnoteReference(_) => page.footnotes += 1,
            NodeValue::Item(_) => page.items += 1,
            NodeValue::TableCell => page.cells += 1,
            NodeValue::HtmlInline(html) if html == "<!-- -->" => {}
            NodeValue::Document
            | NodeValue::Paragraph
            | NodeValue::Strong
            | NodeValue::List(_)
            | NodeValue::BlockQuote
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::FootnoteDefinition(_) => {}
            other => page.strange.push(format!("{other:?}")),
        }
    }
    page
}

fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let texts = node.descendants().filter_map(|node| match &node.data.borrow().value {
        NodeValue::Text(text) => Some(text.to_string()),
        NodeValue::SoftBreak | NodeValue::LineBreak => Some(" ".to_owned()),
        _ => None,
    });
    texts.collect()
}

/// Where the links of Markdown lead for a reader of CommonMark.
fn destinations(markdown: &str) -> Vec<String> {
    let links = Parser::new(markdown).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    links.collect()
}

const EXPORT: &str = "|#&$^{}!";

/// What is meant by a text: links to itself, wherever an address stands in it.
fn is_meant((to, words): &(String, String), text: &str) -> bool {
    let is_web = Address::new(to).is_ok() && to == words;
    text.contains(words.as_str()) && (is_web || *to == format!("mailto:{words}"))
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "www.",
        "www.bis.gov",
        "WWW.x.org",
        "https://",
        "http://",
        "ftp://a.b",
        "https://a.org",
        "https://a.org/b_c*d~e",
        "https://a.org/(x)",
        "HTTP://a.b/",
        "http://a.b/c_d",
        "https://a.org/|",
        "https://a.org.",
        "@",
        "a@b.c",
        "x.y@z_w.de",
        "mailto:a@b.cd",
        "xmpp:a@b.cd/e",
        "a@b@c.de",
        "[^x]",
        "[^1]:",
        "[x](y)",
        "[x]: y",
        "![i](u)",
        "]",
        "(",
        ")",
        "|",
        "| --- |",
        "\\",
        "\\\\",
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "~~~",
        "`",
        "```",
        "#",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "123456789. ",
        "1234567890. ",
        "=",
        "===",
        "---",
        "> ",
        "[ ] ",
        "&amp;",
        "&#64;",
        "&",
        ";",
        "<b>",
        "</b>",
        "<!--",
        "<https://a.b>",
        "!",
        ":",
        "/",
        ".",
        "-",
        " ",
        " ",
        "\n",
        "word",
        "Ä",
        "„",
        "“",
        "…",
        "1",
        "a",
        "b",
    ]);
    let random = "[!-~äß„“ …]{0,8}";
    prop::collection::vec(prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => random], 1..10)
        .prop_map(|pieces| pieces.concat())
}

/// Any text, often with addresses that contain what looks like a character's name or number.
fn with_addresses() -> impl Strategy<Value = String> {
    let addresses = prop::sample::select(vec![
        "https://a.org/?b&amp;c",
        "https://a.org/b_c*&amp;",
        "https://a.org/&#64;&copy;",
        "https://a.org/(&lt;)",
        "https://a.org/?a@b.cd&gt;",
    ]);
    prop::collection::vec(prop_oneof![2 => "[!-~äß„“ …]{0,20}", 1 => addresses.prop_map(str::to_owned)], 1..4)
        .prop_map(|pieces| pieces.concat())
}

/// Lines as we write them: what stands before and after a text, how many items, cells and footnotes that makes.
const LINES: [(&str, &str, usize, usize, usize); 8] = [
    ("", "", 0, 0, 0),
    ("- ", "", 1, 0, 0),
    ("> ", "", 0, 0, 0),
    ("- **A: ", "**", 1, 0, 0),
    ("— ", "", 0, 0, 0),
    ("- **B:** ", " more", 1, 0, 0),
    ("- ", "[^s]\n\n[^s]: a source\n", 1, 0, 1),
    ("| h | i |\n| --- | --- |\n| j | ", " |\n", 0, 4, 0),
];

proptest! {
    #[test]
    fn what_is_written_is_what_is_read(text in with_addresses()) {
        let text = text.trim();
        for (before, after) in [("- ", ""), ("> ", ""), ("**A: ", "**"), ("— ", ""), ("**B:** ", "")] {
            for addresses in [Addresses::Linked, Addresses::Plain] {
                for escaped in [escaped(text, addresses), escaped_with(text, EXPORT, addresses)] {
                    let read = read(&format!("{before}{escaped}{after}"));
                    prop_assert!(read.ends_with(text), "{read:?}");
                }
            }
        }
    }

    /// Whatever characters its query seems to name, an address leads to itself for every reader.
    #[test]
    fn an_address_leads_to_itself(query in "(&(amp|copy|lt|a)?;?|[a-z$*_~!=]){0,8}(&#(64|x40);?)?(&(amp|lt);|[a-z*!]){0,3}") {
        let address = Address::new(&format!("https://a.org/?q{query}")).unwrap();
        let expected = (address.as_str().to_owned(), address.as_str().to_owned());
        for markdown in [link(&address), format!("- {}", link(&address))] {
            prop_assert_eq!(&github(&markdown).links, std::slice::from_ref(&expected), "{}", markdown);
            prop_assert_eq!(destinations(&markdown), [address.as_str()], "{}", markdown);
        }
        let markdown = format!("[x]({})", destination(&address));
        prop_assert_eq!(&github(&markdown).links, &[(expected.0, "x".to_owned())], "{}", markdown);
        prop_assert_eq!(destinations(&markdown), [address.as_str()], "{}", markdown);
    }

    #[test]
    fn github_shows_the_words_and_links_only_addresses(text in hostile()) {
        let text = text.trim();
        prop_assume!(!text.is_empty());
        let seen = text.replace('\n', " ");
        for (before, after, items, cells, footnotes) in LINES {
            for addresses in [Addresses::Linked, Addresses::Plain] {
                for also in ["", EXPORT] {
                    // Only the export writes tables.
                    if cells > 0 && also.is_empty() {
                        continue;
                    }
                    let markdown = format!("{before}{}{after}", escaped_with(text, also, addresses));
                    let page = github(&markdown);
                    prop_assert!(page.words.contains(&seen), "{markdown:?} {page:?}");
                    prop_assert!(page.links.iter().all(|link| is_meant(link, text)), "{markdown:?} {page:?}");
                    prop_assert!(addresses == Addresses::Linked || page.links.is_empty(), "{markdown:?} {page:?}");
                    prop_assert_eq!(
                        (page.items, page.cells, page.footnotes),
                        (items, cells, footnotes),
                        "{:?}", markdown
                    );
                    prop_assert!(page.strange.is_empty(), "{markdown:?} {page:?}");
                }
            }
        }
    }

    /// Words that lead elsewhere: no address in them takes the link from them.
    #[test]
    fn words_of_a_link_lead_where_it_does(text in hostile()) {
        let text = text.trim();
        prop_assume!(!text.is_empty());
        let markdown = format!("- [{}](<https://there.example/>)", escaped_with(text, EXPORT, Addresses::Plain));
        let page = github(&markdown);
        let expected = [("https://there.example/".to_owned(), text.replace('\n', " "))];
        prop_assert_eq!(page.links, expected, "{}", markdown);
    }
}

#[test]
fn what_begins_a_list_or_is_far_from_it_is_text() {
    let code = "-     <b>";
    let plain = |text| escaped(text, Addresses::Linked);
    assert_eq!(plain(code), "\\-     \\<b\\>");
    assert_eq!(read(&format!("- {}", plain(code))), code);
    assert_eq!(plain("12. a"), "12\\. a");
    assert_eq!(plain("US$ 5 & a - b"), "US$ 5 & a - b");
}

#[test]
fn addresses_are_links_to_themselves_or_text() {
    let linked = |text| escaped(text, Addresses::Linked);
    assert_eq!(linked("See https://example.org/foo_bar*~."), "See <https://example.org/foo_bar>\\*\\~.");
    assert_eq!(linked("(https://a.org/(x))"), "(<https://a.org/(x)>)");
    assert_eq!(linked("„https://a.org/b“"), "„<https://a.org/b>“");
    assert_eq!(
        linked("!https://a.org/?a&b;c&d"),
        "\\![https\\://a.org/?a\\&b;c&d](<https://a.org/?a&amp;b;c&d>)"
    );
    assert_eq!(linked("https://a.org/?a&b"), "<https://a.org/?a&b>");
    assert_eq!(linked("https://a.org/).)_)"), "<https://a.org/>).)\\_)");
    assert_eq!(linked("(https://a.org/(b_(c)))."), "(<https://a.org/(b_(c))>).");
    assert_eq!(linked("www.bis.gov, xwww.a.b"), "www\\.bis.gov, xwww.a.b");
    assert_eq!(linked("http://a.org/b_c"), "http\\://a.org/b\\_c");
    assert_eq!(linked("Ask a.b@c.org."), "Ask <a.b@c.org>.");
    assert_eq!(linked("a@b_c.org"), "a<!-- -->@b\\_c.org");
    assert_eq!(linked("a@b.c.www.1."), "<a@b.c.www>\\.1.");
    assert_eq!(escaped("https://a.org", Addresses::Plain), "https\\://a.org");
}

/// An outlet's address before a footnote, and addresses in a note: faults that were seen.
#[test]
fn an_outlet_that_is_an_address_keeps_its_footnote() {
    let outlet = escaped_with("www.bis.gov", EXPORT, Addresses::Linked);
    let page = github(&format!("- {outlet}[^source-s]\n\n[^source-s]: it\n"));
    assert_eq!((page.footnotes, page.links.len(), page.words.as_str()), (1, 0, "www.bis.govit"));
    let page = github(&escaped("See https://example.org/foo_bar", Addresses::Linked));
    let address = "https://example.org/foo_bar".to_owned();
    assert_eq!(page.links, [(address.clone(), address)]);
    for outlet in ["1. FC X", "- x", "+ x", "# x", "> x", "1) x"] {
        let page = github(&format!("- {}", escaped(outlet, Addresses::Linked)));
        assert_eq!((page.items, page.words.as_str()), (1, outlet), "{outlet}");
    }
}

/// Texts as long as the longest article: if a candidate were parsed or trimmed more than once, this would take hours.
#[test]
fn long_texts_made_to_be_slow_are_not() {
    const LENGTH: usize = 1 << 20;
    let linked = |text: &str| escaped(text, Addresses::Linked);
    let text = SCHEME.repeat(LENGTH / SCHEME.len());
    assert_eq!(linked(&text), text.replace(':', "\\:"));
    let brackets = ")".repeat(LENGTH);
    assert_eq!(linked(&format!("https://a.org/{brackets}")), format!("<https://a.org/>{brackets}"));
    let mixed = ")*".repeat(LENGTH / 2);
    assert_eq!(
        linked(&format!("https://a.org/{mixed}")),
        format!("<https://a.org/>{}", mixed.replace('*', "\\*"))
    );
    let indent = " ".repeat(LENGTH);
    assert_eq!(linked(&format!("{indent}x{}", "1.#".repeat(LENGTH / 3))).len(), LENGTH + 1 + LENGTH / 3 * 3);
    assert_eq!(linked(&format!("{indent}1. x")), format!("{indent}1\\. x"));
    let mail = "a@".repeat(LENGTH / 2);
    assert_eq!(linked(&mail), mail);
}
