//! A dossier handed out: everything is in it, every link leads somewhere and back, and what strangers have written stays
//! text.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what it has written had better fail")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use comrak::nodes::NodeValue;
use fundstelle::app;
use fundstelle::dossier::{Assessment, Kind, Ref};
use fundstelle::export::{self, Choice, Options};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load};
use fundstelle::text::address::Address;
use fundstelle::text::width;
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use roxmltree::{Document, Node, ParsingOptions};

use crate::common::fixture::{FIXTURE, edited, fixture};
use crate::common::run::run_in;
use crate::common::{Screen, thing};

pub(crate) const LANGUAGES: [Language; 2] = [Language::De, Language::En];

pub(crate) fn options(language: Language) -> Options {
    Options { language, with_notes: false }
}

pub(crate) fn load_fixture() -> Loaded {
    load(&fixture()).unwrap()
}

/// The page as XML, which it is as well.
pub(crate) fn parse(page: &str) -> Document<'_> {
    let parsing = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, parsing).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

pub(crate) fn has_class(node: Node, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// Everything that is written in an element.
pub(crate) fn text_of(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// The addresses of the links in an element.
fn links<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = &'a str> {
    node.descendants().filter(|node| node.has_tag_name("a")).filter_map(|link| link.attribute("href"))
}

/// What stands alone on a page: an entry, or a block of the article.
fn owner<'a>(node: Node<'a, 'a>) -> Option<Node<'a, 'a>> {
    node.ancestors().find(|node| has_class(*node, "entry") || has_class(*node, "passage"))
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere_and_every_place_has_one_name() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        let mut names = BTreeSet::new();
        for name in document.descendants().filter_map(|node| node.attribute("id")) {
            assert!(names.insert(name), "{name} is there twice");
        }
        let to: Vec<&str> = links(document.root()).collect();
        assert!(to.len() > 1000);
        for address in to {
            match address.strip_prefix('#') {
                Some(name) => assert!(names.contains(name), "{name} is nowhere"),
                None => assert!(address.starts_with("https://"), "{address}"),
            }
        }
    }
}

#[test]
fn every_link_of_the_page_leads_back() {
    let loaded = load_fixture();
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let places: BTreeMap<&str, Node> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut ways = HashSet::new();
    for from in document.descendants().filter(|node| node.has_tag_name("a")) {
        let to = from.attribute("href").and_then(|href| href.strip_prefix('#')).and_then(|to| places.get(to));
        if let (Some(from), Some(to)) = (owner(from), to.and_then(|to| owner(*to)))
            && from != to
        {
            ways.insert((from.id(), to.id()));
        }
    }
    assert!(ways.len() > 700, "{}", ways.len());
    for (from, to) in &ways {
        let name = |node| document.get_node(node).unwrap().attribute("id").unwrap_or("the article");
        assert!(ways.contains(&(*to, *from)), "{} leads to {} and not back", name(*from), name(*to));
    }
}

#[test]
fn everything_is_in_every_document_and_language() {
    let loaded = load_fixture();
    let dossier = &loaded.dossier;
    let mut things: Vec<Ref> = Vec::new();
    things.extend(dossier.actors.iter().map(fundstelle::dossier::Actor::to_ref));
    things.extend(dossier.claims.iter().map(fundstelle::dossier::Claim::to_ref));
    things.extend(dossier.gaps.iter().map(fundstelle::dossier::Gap::to_ref));
    things.extend(dossier.events.iter().map(fundstelle::dossier::Event::to_ref));
    things.extend(dossier.series.iter().map(fundstelle::dossier::Series::to_ref));
    things.extend(dossier.sources.iter().map(fundstelle::dossier::Source::to_ref));
    things.extend(dossier.relations.iter().map(fundstelle::dossier::Relation::to_ref));
    for language in LANGUAGES {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        let entries: BTreeMap<&str, String> = document
            .descendants()
            .filter(|node| has_class(*node, "entry"))
            .map(|node| (node.attribute("id").unwrap(), without_blanks(&text_of(node))))
            .collect();
        let text = without_blanks(&export::text(&loaded, options(language)));
        // As a reader of Markdown shows it.
        let markdown = export::markdown(&loaded, options(language));
        let markdown = without_blanks(&shown(&markdown));
        for thing in &things {
            let entry = entries
                .get(&*format!("{}-{}", thing.kind.word(), thing.id))
                .unwrap_or_else(|| panic!("{thing}"));
            let words = dossier.searchable_texts(thing, language.tag());
            // The names in every language come first; one of them is the one that is shown.
            let all = match thing.kind {
                Kind::Actor => &words[words.len() - 1..],
                Kind::Event | Kind::Series => &words[2..],
                _ => &words[..],
            };
            for word in all {
                let word = without_blanks(word);
                assert!(entry.contains(&word), "{thing}: {word} in {entry}");
                assert!(text.contains(&word), "{thing}: {word} in the text");
                assert!(markdown.contains(&word), "{thing}: {word} in the Markdown");
            }
        }
        for figure in &dossier.observations {
            let value = figure.value.map(|value| language.number(value)).unwrap_or_default();
            let place = dossier.index_of(&figure.to_ref()).unwrap();
            let row = document
                .descendants()
                .find(|node| node.attribute("id") == Some(&format!("observation--{place}")));
            assert!(text_of(row.unwrap()).contains(&value), "{}", figure.id);
            assert!(text.contains(&value) && markdown.contains(&without_blanks(&value)), "{}", figure.id);
        }
    }
}

#[test]
fn the_article_is_shown_as_it_stands() {
    let loaded = load_fixture();
    let article = &loaded.dossier.article;
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let blocks: Vec<Node> = document.descendants().filter(|node| has_class(*node, "text")).collect();
    assert_eq!(blocks.len(), article.blocks.len());
    let text = without_blanks(&export::text(&loaded, options(Language::En)));
    for (block, node) in article.blocks.iter().zip(blocks) {
        // Our marks in it are set in our language, so that they can be told apart from its words.
        let ours = |text: &Node| {
            text.ancestors()
                .any(|node| node.attribute("lang") == Some("en") && node != document.root_element())
        };
        let words: String = node
            .descendants()
            .filter(|node| node.is_text() && !ours(node))
            .filter_map(|text| text.text())
            .collect();
        let as_published = &article.text[block.range.clone()];
        assert_eq!(words, as_published);
        assert_eq!(node.attribute("lang"), Some("de"));
        assert!(text.contains(&without_blanks(as_published)));
    }
}

#[test]
fn headings_leave_no_level_out_and_parts_have_names() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        let mut last = 0;
        for node in document.descendants() {
            let name = node.tag_name().name();
            if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
                assert!(level <= last + 1, "{name} after h{last}: {}", text_of(node));
                assert!(!text_of(node).trim().is_empty());
                last = level;
            }
        }
        assert_eq!(document.root_element().attribute("lang"), Some(language.tag()));
        for landmark in ["header", "nav", "main", "footer"] {
            assert_eq!(
                document.descendants().filter(|node| node.has_tag_name(landmark)).count(),
                1,
                "{landmark}"
            );
        }
        for section in document.descendants().filter(|node| node.has_tag_name("section")) {
            let name = section.attribute("aria-labelledby").unwrap();
            assert!(section.descendants().any(|node| node.attribute("id") == Some(name)));
        }
        for table in document.descendants().filter(|node| node.has_tag_name("table")) {
            assert!(table.descendants().any(|node| node.has_tag_name("caption")));
        }
    }
}

/// A page asks for nothing and runs nothing, whatever it shows.
pub(crate) fn asks_for_nothing(page: &str) {
    let document = parse(page);
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            !["script", "img", "link", "iframe", "object", "embed", "base", "form", "use", "image"]
                .contains(&name)
        );
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(
                !key.starts_with("on") && !["src", "srcset", "style", "data", "ping"].contains(&key),
                "{key}={value}"
            );
            if key == "href" {
                let leads_out = Address::new(value).is_ok();
                assert!(name == "a" && (leads_out || value.starts_with('#')), "{name} {value}");
            }
        }
    }
    let style = document.descendants().find(|node| node.has_tag_name("style")).unwrap();
    assert!(!text_of(style).contains("url(") && !text_of(style).contains("@import"));
}

#[test]
fn the_page_asks_for_nothing() {
    asks_for_nothing(&export::html(&load_fixture(), options(Language::De)));
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    for write in [export::html, export::text, export::markdown] {
        for language in LANGUAGES {
            assert!(write(&load_fixture(), options(language)) == write(&load_fixture(), options(language)));
        }
    }
}

#[test]
fn words_of_the_article_lead_to_where_it_was_published() {
    let page = export::html(&load_fixture(), options(Language::En));
    let document = parse(&page);
    let entry =
        document.descendants().find(|node| node.attribute("id") == Some("claim-one-quarter")).unwrap();
    let original = links(entry).find(|link| link.contains("#:~:text=")).unwrap();
    assert!(original.starts_with("https://faehrblatt.example/"));
    let (_, words) = original.split_once('#').unwrap();
    assert_eq!(words, ":~:text=Ist%20weniger%20als%20ein,fremden%20Module%20wieder%20ausbauen.");
    // Short words stand whole, a hyphen escaped.
    let whole = "#:~:text=die%20Pendelo%2DMutter%20Wellgard";
    assert!(links(document.root()).any(|link| link.ends_with(whole)));
}

#[test]
fn the_text_fits_and_its_references_resolve() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let text = export::text(&loaded, options(language));
        let mut defined = BTreeSet::new();
        let mut used = BTreeSet::new();
        for line in text.lines() {
            assert!(width::cells(line) <= 80, "{line}");
            assert!(!line.chars().any(|c| ('\u{2500}'..='\u{257f}').contains(&c)), "{line}");
        }
        for (at, _) in text.match_indices('[') {
            let Some((number, _)) = text[at + 1..].split_once(']') else { continue };
            let Ok(number) = number.parse::<usize>() else { continue };
            if at == 0 || text[..at].ends_with('\n') {
                defined.insert(number)
            } else {
                used.insert(number)
            };
        }
        assert_eq!(defined, (1..=loaded.dossier.sources.len()).collect());
        assert!(used.is_subset(&defined));
        // Most are cited; the others are those of observations, or of none.
        assert!(used.len() * 10 > defined.len() * 9, "{} of {}", used.len(), defined.len());
    }
}

fn parsed(markdown: &str) -> Parser<'_> {
    let with = pulldown_cmark::Options::ENABLE_FOOTNOTES | pulldown_cmark::Options::ENABLE_TABLES;
    Parser::new_ext(markdown, with)
}

/// What a reader of the Markdown sees.
fn shown(markdown: &str) -> String {
    let texts = parsed(markdown).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
        _ => None,
    });
    texts.collect()
}

/// Each footnote is used and defined once, and nothing is markup but ours.
fn is_sound(markdown: &str) -> usize {
    let (mut defined, mut used) = (BTreeSet::new(), BTreeSet::new());
    for event in parsed(markdown) {
        match event {
            Event::FootnoteReference(name) => drop(used.insert(name.to_string())),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                assert!(defined.insert(name.to_string()), "{markdown}");
            }
            // What parts a mail address that cannot be a link.
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}\n{markdown}"),
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(Address::new(&dest_url).is_ok(), "{dest_url}");
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock) | Event::Code(_) => {
                panic!("{markdown}")
            }
            _ => {}
        }
    }
    assert_eq!(defined, used, "{markdown}");
    defined.len()
}

/// What GitHub makes of the Markdown: its words. Each footnote resolves, nothing leads anywhere but to an address, no list
/// lies in another, and nothing is markup but ours.
fn on_github(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    let arena = comrak::Arena::new();
    let mut words = String::new();
    let (mut used, mut defined) = (BTreeSet::new(), BTreeSet::new());
    for node in comrak::parse_document(&arena, markdown, &options).descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::FootnoteReference(note) => drop(used.insert(note.name.clone())),
            NodeValue::FootnoteDefinition(note) => drop(defined.insert(note.name.clone())),
            NodeValue::Link(link) => {
                assert!(link.url.starts_with("mailto:") || Address::new(&link.url).is_ok(), "{}", link.url);
            }
            NodeValue::List(_) => {
                let is_list =
                    |node: &comrak::nodes::AstNode| matches!(node.data.borrow().value, NodeValue::List(_));
                assert!(!node.ancestors().skip(1).any(is_list), "{markdown}");
            }
            NodeValue::HtmlInline(html) => assert_eq!(html, "<!-- -->", "{markdown}"),
            NodeValue::Document
            | NodeValue::Paragraph
            | NodeValue::Heading(_)
            | NodeValue::ThematicBreak
            | NodeValue::Strong
            | NodeValue::Emph
            | NodeValue::Item(_)
            | NodeValue::BlockQuote
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::TableCell
            | NodeValue::SoftBreak => {}
            other => panic!("{other:?}\n{markdown}"),
        }
    }
    let footnotes = parsed(markdown).filter_map(|event| match event {
        Event::FootnoteReference(name) => Some(name.to_string()),
        _ => None,
    });
    assert_eq!(used, footnotes.collect::<BTreeSet<_>>(), "{markdown}");
    assert_eq!(used, defined, "{markdown}");
    words
}

#[test]
fn everything_is_whole_on_github() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let words = on_github(&export::markdown(&loaded, options(language)));
        let claim = loaded.dossier.claims[0].text.as_ref().expect("a text");
        let claim = claim.shown(language.tag(), &loaded.dossier.article.language).unwrap().text;
        assert!(words.contains(claim), "{words}");
    }
}

/// Outlets and notes that GitHub would read as something else.
#[test]
fn addresses_and_list_marks_are_words_on_github() {
    let files = Memory::default().with("article.txt", "Title\nOne two three.\n").with(
        "dossier.toml",
        "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"www.bis.gov\"\n\
         [[source]]\nid = \"t\"\ntype = \"report\"\noutlet = \"1. FC X\"\n\
         [[source]]\nid = \"u\"\ntype = \"report\"\noutlet = \"- x\"\n\
         [[source]]\nid = \"v\"\ntype = \"report\"\noutlet = \"+ x\"\n\
         [[claim]]\nid = \"a\"\ntext = \"A\"\nassessment = \"qualified\"\nanchors = [\"One two\"]\n\
         sources = [\"s\", \"t\", \"u\", \"v\"]\nnote = \"See https://example.org/foo_bar*.\"\n",
    );
    let markdown = export::markdown(&load(&files).unwrap(), options(Language::En));
    assert!(
        markdown.contains("www\\.bis.gov[^source-s]")
            && markdown.contains("<https://example.org/foo_bar>\\*.")
    );
    let words = on_github(&markdown);
    for outlet in ["www.bis.gov", "1. FC X", "- x", "+ x", "https://example.org/foo_bar*."] {
        assert!(words.contains(outlet), "{outlet}: {words}");
    }
}

#[test]
fn every_footnote_is_used_and_defined() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let markdown = export::markdown(&loaded, options(language));
        let dossier = &loaded.dossier;
        // One a source, and one for each claim and gap at its words.
        assert_eq!(is_sound(&markdown), dossier.sources.len() + dossier.claims.len() + dossier.gaps.len());
        let tables = parsed(&markdown).filter(|event| matches!(event, Event::End(TagEnd::Table))).count();
        // One a series, what they show at a glance, and the claims by assessment.
        assert_eq!(tables, dossier.series.len() + 2);
    }
}

#[test]
fn reworded_quotations_are_shown_with_both_wordings_and_support_nothing() {
    let files = edited("article.txt", "wieder zu haben", "nicht mehr zu haben");
    let loaded = load(&files).unwrap();
    let page = export::html(&loaded, options(Language::De));
    let document = parse(&page);
    let entry =
        document.descendants().find(|node| node.attribute("id") == Some("claim-m20-available")).unwrap();
    let words = text_of(entry);
    assert!(
        words.contains("[-wieder-]") && words.contains("[+nicht mehr+]") && words.trim().starts_with('!'),
        "{words}"
    );
    assert!(!words.contains("teilweise"), "judged on evidence that is broken: {words}");
    assert!(entry.descendants().any(|node| node.has_tag_name("del") && text_of(node) == "[-wieder-]"));
    assert!(!links(entry).any(|link| link.contains(":~:text=")), "{words}");
    assert!(document.descendants().any(|node| has_class(node, "located")));
    for document in
        [export::text(&loaded, options(Language::De)), export::markdown(&loaded, options(Language::De))]
    {
        let flat = document.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "");
        assert!(
            flat.contains("[-wieder-]") && flat.contains("[+nicht mehr+]") && flat.contains("Bisher zitiert")
        );
        assert!(flat.contains("kein gültiger Beleg: Der M20 ist inzwischen"), "{flat}");
        assert!(!flat.contains("teilweise: Der M20 ist inzwischen"), "{flat}");
    }
}

#[test]
fn notes_are_shown_only_where_they_are_asked_for() {
    let files = edited(
        "dossier.toml",
        "[article]",
        "stop = [{ title.de = \"Erster Halt\", big = \"< 20 %\", select = \"claim:one-quarter\", panel = \"claims\", speaker.de = \"Nur für mich.\" }]\n\n[article]",
    );
    let loaded = load(&files).unwrap();
    for write in [export::html, export::text, export::markdown] {
        let without = write(&loaded, options(Language::De));
        let with = write(&loaded, Options { language: Language::De, with_notes: true });
        assert!(without.contains("Erster Halt") && !without.contains("Nur für mich"), "{}", &without[..2000]);
        assert!(with.contains("Nur für mich"));
    }
    let page = export::html(&loaded, options(Language::De));
    let document = parse(&page);
    let find = |id: &str| document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
    assert!(links(find("stop-1")).any(|link| link == "#claim-one-quarter"));
    assert!(links(find("claim-one-quarter")).any(|link| link == "#stop-1"));
}

#[test]
fn passages_that_cross_are_each_found() {
    let files = Memory::default()
        .with("article.txt", "Title\nOne two three four five six.\n")
        .with(
            "dossier.toml",
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n\
             [[actor]]\nid = \"p\"\nkind = \"person\"\nname = \"P\"\naliases = [\"three four\"]\n\
             [[actor]]\nid = \"q\"\nkind = \"person\"\nname = \"Q\"\naliases = [\"four five\"]\n\
             [[actor]]\nid = \"r\"\nkind = \"person\"\nname = \"R\"\naliases = [\"three four\"]\n\
             [[claim]]\nid = \"a\"\ntext = \"A\"\nassessment = \"open\"\nanchors = [\"One two three four\"]\n\
             [[claim]]\nid = \"b\"\ntext = \"B\"\nassessment = \"open\"\nanchors = [\"two three four five\"]\n\
             [[claim]]\nid = \"c\"\ntext = \"C\"\nassessment = \"open\"\nanchors = [\"Title\\nOne two\"]\n",
        );
    let loaded = load(&files).unwrap();
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let find = |id: &str| document.descendants().find(|node| node.attribute("id") == Some(id));
    for id in ["words-claim-a-1", "words-claim-b-1", "name-actor-p-1", "name-actor-q-1", "name-actor-r-1"] {
        assert!(find(id).is_some(), "{id}: {page}");
    }
    let passage = document.descendants().filter(|node| has_class(*node, "passage")).nth(1).unwrap();
    for to in ["#claim-a", "#claim-b", "#actor-p", "#actor-q", "#actor-r"] {
        assert!(links(passage).any(|link| link == to), "{to}: {page}");
    }
    // No link within a link.
    let nested =
        |node: Node| node.has_tag_name("a") && node.ancestors().skip(1).any(|outer| outer.has_tag_name("a"));
    assert!(!document.descendants().any(nested));
}

#[test]
fn markdown_articles_keep_their_shape() {
    let article = "# T\n\nA *word* and [a link](https://a.example) and [none](javascript:x).\n\n- one\n- two\n\n  more\n\n1. first\n2. second\n\n> quoted\n\n```\nlet x = \"<b>\";\n```\n\n* * *\n\nEnd.\n";
    let loaded = load(&Memory::default().with("article.md", article)).unwrap();
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let count = |name: &str| {
        document
            .descendants()
            .filter(|node| {
                node.has_tag_name(name) && owner(*node).is_none_or(|owner| has_class(owner, "passage"))
            })
            .count()
    };
    assert_eq!(
        (count("ol"), count("blockquote"), count("pre"), count("hr"), count("em")),
        (1, 1, 1, 1, 1),
        "{page}"
    );
    asks_for_nothing(&page);
    assert_eq!(links(document.root()).filter(|link| link.starts_with("https")).count(), 1);
    let markdown = export::markdown(&loaded, options(Language::En));
    assert!(markdown.contains("*word*") && markdown.contains("[a link](<https://a.example>)"), "{markdown}");
}

#[test]
fn the_command_writes_to_a_file_or_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.html");
    let run = |arguments: &[&str]| run_in(&[], &[&["export", FIXTURE], arguments].concat());
    let printed = run(&["--lang", "de"]);
    assert!(printed.status.success());
    let written = run(&["--lang", "de", "--format", "html", "-o", file.to_str().unwrap()]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert!(std::fs::read(&file).unwrap() == printed.stdout);
    assert!(printed.stdout == export::html(&load_fixture(), options(Language::De)).into_bytes());
    for (format, begin) in [("text", "Ferry exodus\n"), ("markdown", "# Ferry exodus\n")] {
        let printed = run(&["--lang", "en", "--format", format]);
        assert!(String::from_utf8(printed.stdout).unwrap().starts_with(begin));
    }
    let nowhere = run(&["-o", folder.path().join("no/where").to_str().unwrap()]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert_eq!(run_in(&[], &["export", "/no/such/dossier"]).status.code(), Some(1));
}

/// Each source repeats the one before it and one that nobody else repeats, and all of them go back to the first.
#[test]
fn a_document_grows_with_the_sources_and_not_with_their_square() {
    let dossier = |count: usize| {
        let mut text = String::from(
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
        for number in 0..count {
            let before = number.checked_sub(1).map_or(String::new(), |before| format!("\"s{before}\", "));
            let source = |id: &str, repeats: &str| {
                format!(
                    "[[source]]\nid = \"{id}\"\ntype = \"report\"\noutlet = \"O\"\nrepeats = [{repeats}]\n"
                )
            };
            text += &source(&format!("l{number}"), "");
            text += &source(&format!("s{number}"), &format!("{before}\"l{number}\""));
        }
        load(&Memory::default().with("article.txt", "Title\nOne two.\n").with("dossier.toml", text)).unwrap()
    };
    let (small, large) = (dossier(200), dossier(400));
    for write in [export::html, export::text, export::markdown] {
        let lengths = [&small, &large].map(|loaded| write(loaded, options(Language::En)).len());
        assert!(2 * lengths[0] + lengths[0] / 4 > lengths[1], "{lengths:?}");
    }
    let page = export::html(&small, options(Language::En));
    let document = parse(&page);
    let entry = |id: &str| document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
    // It is repeated by s0 directly and by 199 others by way of it, and s199 goes back to 200.
    for id in ["source-l0", "source-s199"] {
        assert!(text_of(entry(id)).contains("160 more"), "{}", text_of(entry(id)));
    }
    assert_eq!(links(entry("source-l0")).filter(|link| link.starts_with("#source-s")).count(), 40);
    assert!(!text_of(entry("source-l170")).contains("more"), "{}", text_of(entry("source-l170")));
}

/// One source repeats many others; below each of these it is named, but not all that it repeats.
#[test]
fn a_source_that_repeats_many_is_told_in_few_words() {
    let files = |count: usize| {
        let mut text = String::from(
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
        );
        let repeated: Vec<String> = (1..count).map(|number| format!("\"s{number}\"")).collect();
        let source = |number: usize, repeats: &str| {
            format!(
                "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"O{number}\"\nrepeats = [{repeats}]\n"
            )
        };
        text += &source(0, &repeated.join(", "));
        text.extend((1..count).map(|number| source(number, "")));
        text += "[[claim]]\nid = \"c\"\ntext = \"C\"\nassessment = \"open\"\nsources = [\"s0\"]\nanchors = [\"One\"]\n";
        Memory::default().with("article.txt", "Title\nOne two.\n").with("dossier.toml", text)
    };
    let dossiers = [200, 400].map(|count| load(&files(count)).unwrap());
    for write in [export::html, export::text, export::markdown] {
        let documents = dossiers.each_ref().map(|loaded| write(loaded, options(Language::En)));
        let lengths = documents.each_ref().map(String::len);
        assert!(2 * lengths[0] + lengths[0] / 4 > lengths[1], "{lengths:?}");
    }
    let text = export::text(&dossiers[1], options(Language::En));
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("repeats O1, O2, O3, O4 and 395 more"), "{text}");
    // On a card it is a row or two.
    let mut screen = Screen::open(
        &files(400),
        (120, 40),
        app::Options { language: Language::En, ..app::Options::default() },
    );
    // The card of the claim, that of its source, that of the first it repeats.
    screen.press("5 Home Enter Down Down Enter Enter");
    assert_eq!(screen.selection(), "source:s1", "{}", screen.text());
    let card = screen.framed("Source");
    let rows = card.rows.iter().filter(|row| !row.text().trim().is_empty()).count();
    assert!(card.prose().contains("repeats O1, O2, O3, O4 and 395 more") && rows < 20, "{}", card.text());
}

/// The colours of the page, by name, in the light scheme and in the dark one.
fn colours(page: &str) -> [BTreeMap<String, [f64; 3]>; 2] {
    let of = |text: &str| -> BTreeMap<String, [f64; 3]> {
        let block = text.split_once(":root {").unwrap().1.split_once('}').unwrap().0;
        let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
        let channel =
            |hex: &str, at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        lines.map(|(name, hex)| (name.to_owned(), [0, 2, 4].map(|at| channel(hex, at)))).collect()
    };
    let dark = page.split_once("@media screen and (prefers-color-scheme: dark)").unwrap().1;
    [of(page), of(dark)]
}

/// The contrast of two colours by WCAG 2.2.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let [r, g, b] =
            colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_page_can_be_read_in_both_schemes() {
    let page = export::html(&load_fixture(), options(Language::De));
    let [light, dark] = colours(&page);
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
    for scheme in [light, dark] {
        for ground in ["ground", "panel", "lit"] {
            for (ink, colour) in
                scheme.iter().filter(|(name, _)| !["ground", "panel", "lit"].contains(&&***name))
            {
                let is_line = ink == "rule" || ink.starts_with('c');
                // The names and values of lines are text in the colours of the lines.
                let least = if ink == "rule" { 3.0 } else { 4.5 };
                let found = contrast(*colour, scheme[ground]);
                assert!(found >= least || (is_line && ground == "lit"), "{ink} on {ground}: {found:.2}");
            }
        }
    }
}

/// What strangers may write.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "\"",
        "'",
        "&amp;",
        "&",
        "</style>",
        "]]>",
        "<!--",
        "javascript:x",
        "\u{1b}[31m",
        "\u{0}",
        "\u{202e}",
        "שלום",
        "مرحبا",
        "東京都",
        "한국어",
        "a\u{301}",
        "👩‍💻",
        "*",
        "_",
        "**b**",
        "[x](y)",
        "[^1]",
        "![i](u)",
        "`c`",
        "#",
        "1.",
        "- ",
        "+ ",
        "=",
        "|",
        "\\",
        "~~~",
        "```",
        "<https://a.b>",
        "\u{a0}",
        " ",
        " ",
        "word",
        "Wort",
        "http://a.b",
        "https://a.org/b_c*",
        "https://a.org/b_c*&amp;",
        "https://a.org/?b&copy;&#64;",
        "www.bis.gov",
        "www",
        "@b.cd",
        "a.b@c.de",
        "a@b_c.de",
        "1. FC X",
        "\u{2028}",
        "\u{feff}",
        "Donau\u{ad}dampf",
        "---",
        "$x$",
        ":::",
        "\t",
        "    ",
        "averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword",
    ]);
    prop::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.concat())
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_strangers_write_stays_text(words in prop::collection::vec(hostile(), 12)) {
        let word = |at: usize| quoted(&words[at]);
        let files = Memory::default()
            .with("article.txt", format!("{}\n{}\n{}\nEnde.\n", words[0], words[1], words[2]))
            .with("dossier.toml", format!(
                "format = 1\nid = \"x\"\ntitle = {}\nas_of = \"2026\"\nobservations = \"o.csv\"\n\
                 [article]\nfile = \"article.txt\"\nlanguage = \"de\"\noutlet = {}\nurl = \"https://a.example/\"\npublished = \"2025-11-27\"\n\
                 [[source]]\nid = \"s\"\ntype = \"webpage\"\noutlet = {}\ntitle = {}\nurl = \"https://a.example/?<b>&'\\\"\"\nquote = {}\n\
                 [[actor]]\nid = \"a\"\nkind = \"company\"\nname = {}\naliases = [{}]\n\
                 [[lane]]\nid = \"l\"\nshort = \"L\"\nname = {}\n\
                 [[event]]\nid = \"e\"\ndate = \"2025\"\nlane = \"l\"\nkind = \"report\"\ntitle = {}\nsummary.fr = {}\nsources = [\"s\"]\n\
                 [[claim]]\nid = \"c\"\ntext = {}\nanchors = [{}]\nassessment = \"open\"\nnote = {}\nactors = [\"a\"]\n\
                 [[place]]\nid = \"p\"\nname = {}\n\
                 [[series]]\nid = \"f\"\noutlet = {}\nunit = {}\nkind = \"stock\"\ntitle = {}\ndefinition = {}\n",
                word(3), word(4), word(5), word(6), word(7), word(8), word(9), word(3), word(4), word(5), word(6),
                word(1), word(10), word(7), word(8), word(11), word(9), word(10),
            ))
            .with("o.csv", format!(
                "series,place,date,part,value,qualifier,source,note\nf,p,2024,,1,exact,s,\"{}\"\nf,p,2025,,2,about,s,\n",
                words[11].replace('"', "\"\"")
            ));
        let loaded = load(&files).unwrap();
        for language in LANGUAGES {
            let page = export::html(&loaded, Options { language, with_notes: true });
            asks_for_nothing(&page);
            // It is shown as it stands, and as nothing else.
            let document = parse(&page);
            let seen = without_blanks(&text_of(document.root()));
            let claim = loaded.dossier.claims[0].text.as_ref().expect("a text");
            for thing in [&loaded.dossier.title, claim, &loaded.dossier.actors[0].name] {
                for text in thing.texts() {
                    prop_assert!(seen.contains(&without_blanks(text)), "{} in {}", text, seen);
                }
            }
            for line in export::text(&loaded, Options { language, with_notes: true }).lines() {
                prop_assert!(width::cells(line) <= 80, "{}", line);
            }
            let markdown = export::markdown(&loaded, Options { language, with_notes: true });
            is_sound(&markdown);
            let on_github = without_blanks(&on_github(&markdown));
            for text in claim.texts().chain(loaded.dossier.actors[0].name.texts()) {
                prop_assert!(on_github.contains(&without_blanks(text)), "{} in {}", text, on_github);
            }
            let shown = without_blanks(&shown(&markdown));
            let article = &loaded.dossier.article;
            for block in article.text_blocks() {
                let words = without_blanks(&article.text[block.range.clone()]);
                prop_assert!(shown.contains(&words), "{} in {}", words, shown);
            }
            for text in claim.texts() {
                prop_assert!(shown.contains(&without_blanks(text)), "{} in {}", text, shown);
            }
        }
    }

    /// Emphasis may go where its marks would not be read as such; the words stay.
    #[test]
    fn an_articles_emphasis_leaves_its_words(pieces in prop::collection::vec(prop::sample::select(vec![
        "*a*", "**b**", "***c***", "**„d“**", "*(e)*", "*f*g", "h*i*", "„", "“", "(", ")", "x", " ", " ", "[j](https://a.org/k)", "*[l](https://a.org/m)*",
        "www", ".n.org", "https\\://a.org/b_c", "a\\@b.cd", "1", "\\*", "`o*p`",
    ]), 1..12)) {
        let article = format!("# T\n\nStart {} end.\n", pieces.concat());
        let loaded = load(&Memory::default().with("article.md", article)).unwrap();
        let markdown = export::markdown(&loaded, options(Language::En));
        is_sound(&markdown);
        let words = on_github(&markdown);
        for block in loaded.dossier.article.text_blocks() {
            let text = &loaded.dossier.article.text[block.range.clone()];
            prop_assert!(words.contains(text), "{} in {}", text, markdown);
        }
    }
}

/// Choices of parts: one kind, several, an assessment, what is linked to one thing.
fn choices() -> Vec<Choice> {
    let about = |name: &str| Some(thing(name));
    let kinds = |kinds: &[Kind]| Choice { kinds: kinds.to_vec(), ..Choice::default() };
    let mut choices: Vec<Choice> = Choice::KINDS.iter().map(|kind| kinds(&[*kind])).collect();
    choices.push(kinds(&[Kind::Claim, Kind::Gap]));
    choices.push(Choice { assessments: vec![Assessment::Qualified], ..kinds(&[Kind::Claim]) });
    choices.push(Choice { about: about("actor:ostlinie"), ..Choice::default() });
    choices.push(Choice { about: about("event:m20-licence"), ..kinds(&[Kind::Claim, Kind::Actor]) });
    choices.push(Choice { about: about("claim:limits"), ..Choice::default() });
    choices
}

#[test]
fn a_part_has_what_was_asked_for_the_sources_it_cites_and_no_link_to_anything_else() {
    let loaded = load_fixture();
    let dossier = &loaded.dossier;
    for choice in choices() {
        let part = export::part(&loaded, Language::En, &choice).unwrap();
        let page = part.html();
        let document = parse(&page);
        let names: BTreeSet<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        for address in links(document.root()) {
            match address.strip_prefix('#') {
                Some(name) => assert!(names.contains(name), "{choice:?}: {name} is nowhere"),
                None => assert!(address.starts_with("https://"), "{address}"),
            }
        }
        let entries: BTreeSet<&str> = document
            .descendants()
            .filter(|node| has_class(*node, "entry"))
            .filter_map(|node| node.attribute("id"))
            .collect();
        assert!(!entries.is_empty(), "{choice:?}");
        let mut cited: HashSet<String> = HashSet::new();
        for entry in &entries {
            let (kind, id) = entry.split_once('-').unwrap();
            let item = thing(&format!("{kind}:{id}"));
            assert!(
                item.kind == Kind::Source || choice.kinds.is_empty() || choice.kinds.contains(&item.kind),
                "{item}"
            );
            // What a source repeats is not cited by what was asked for.
            if item.kind == Kind::Source {
                continue;
            }
            cited
                .extend(dossier.linked_of(&item, Kind::Source).map(|source| format!("source-{}", source.id)));
        }
        let whole = entries.iter().any(|entry| !entry.starts_with("source-"));
        assert!(!whole || cited.iter().all(|source| entries.contains(&**source)), "{choice:?}");
        // The other formats have the same entries, and their footnotes lead somewhere.
        let (text, markdown) = (part.text(), part.markdown());
        for said in [&text, &markdown] {
            assert!(said.contains("Only a part of the dossier: "), "{said}");
        }
        let notes = |pattern: &str| markdown.matches(pattern).count();
        for source in cited.iter().filter(|_| whole) {
            assert!(notes(&format!("[^{source}]: ")) <= 1, "{source}");
        }
        for reference in markdown.split("[^").skip(1).filter_map(|rest| rest.split(']').next()) {
            assert!(markdown.contains(&format!("[^{reference}]: ")), "{reference} leads nowhere");
        }
    }
}

#[test]
fn claims_of_one_assessment_are_a_note_to_hand_over() {
    let loaded = load_fixture();
    let choice = Choice { kinds: vec![Kind::Claim], assessments: vec![Assessment::Qualified], about: None };
    let of = |assessment| loaded.dossier.claims.iter().filter(|claim| claim.assessment == assessment).count();
    let (part, all) = (of(Some(Assessment::Qualified)), loaded.dossier.claims.len());
    for (language, said) in [
        (Language::En, format!("Only a part of the dossier: claims (partly): {part} of {all}")),
        (Language::De, format!("Nur ein Teil des Dossiers: Aussagen (teilweise): {part} von {all}")),
    ] {
        let markdown = export::part(&loaded, language, &choice).unwrap().markdown();
        assert!(markdown.contains(&said), "{markdown}");
        let claims = markdown.lines().filter(|line| line.starts_with("### ")).count();
        assert_eq!(claims, part, "{markdown}");
    }
    let none = Choice { about: Some(thing("source:kurier-2025-11-27")), kinds: vec![Kind::Series], ..choice };
    assert!(export::part(&loaded, Language::En, &none).is_none());
}

#[test]
fn parts_are_asked_for_on_the_command_line_and_wrong_ones_are_refused() {
    let run = |arguments: &[&str]| run_in(&[], &[&["export", FIXTURE, "--lang", "en"], arguments].concat());
    let written = run(&["--only", "claims", "--assessment", "qualified", "--format", "markdown"]);
    assert!(written.status.success() && written.stderr.is_empty(), "{written:?}");
    let choice = Choice { kinds: vec![Kind::Claim], assessments: vec![Assessment::Qualified], about: None };
    let same = export::part(&load_fixture(), Language::En, &choice).unwrap().markdown();
    assert!(written.stdout == same.into_bytes());
    for asked in [
        &["--only", "claims,gaps", "--format", "text"][..],
        &["--only", "claims", "--only", "gaps"],
        &["--about", "actor:ostlinie"],
        &["--only", "series"],
    ] {
        assert!(run(asked).status.success(), "{asked:?}");
    }
    for (arguments, hint) in [
        (&["--assessment", "qualified"][..], "write --only claims"),
        (&["--only", "claims,gaps", "--assessment", "open"], "write --only claims"),
        (&["--only", "claims", "--with-notes"], "leave out --with-notes"),
        (&["--about", "ostlinie"], "as in actor:bytedance"),
        (&["--about", "actor:ostlinei"], "did you mean actor:ostlinie?"),
        (&["--only", "claims", "--assessment", "partly"], "possible values"),
        (&["--only", "claims", "--brief"], "cannot be used with"),
        (
            &["--only", "relations", "--about", "series:pegel-in-use"],
            "nothing in the dossier is in this part",
        ),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {refused:?}");
        let error = String::from_utf8_lossy(&refused.stderr).replace('\n', " ");
        assert!(refused.stdout.is_empty() && error.contains(hint), "{arguments:?}: {error}");
    }
}
