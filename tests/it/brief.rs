//! The handout of two pages: what was found, with its verdict and its source, what is left out, and no page too long, whatever
//! the dossier holds.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what it has written had better fail")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use fundstelle::dossier::Claim;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load, shipped};
use fundstelle::text::width;
use roxmltree::Node;

use crate::common::fixture::{FIXTURE, fixture, text_of as file};
use crate::common::run::run_in;
use crate::export::{LANGUAGES, has_class, load_fixture, options, parse, text_of};

const HEAD: &str =
    "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n";

/// A dossier of an article of one line a claim, and these tables.
fn dossier(lines: &str, tables: &str) -> Loaded {
    load(
        &Memory::default()
            .with("article.txt", format!("Title\n\n{lines}"))
            .with("dossier.toml", format!("{HEAD}{tables}")),
    )
    .unwrap()
}

fn source(id: &str) -> String {
    format!(
        "[[source]]\nid = \"{id}\"\ntype = \"report\"\noutlet = \"Outlet {id}\"\ntitle = \"Title {id}\"\nissued = \"2025-11-05\"\n\
         url = \"https://a.example/{id}\"\naccessed = \"2026-01-01\"\n"
    )
}

fn claim(id: &str, words: &str, assessment: &str, sources: &str) -> String {
    format!(
        "[[claim]]\nid = \"{id}\"\ntext = \"Claim {id}\"\nanchors = [\"{words}\"]\nassessment = \"{assessment}\"\nsources = [{sources}]\n"
    )
}

/// What is found, without figures: these would have to stand in what the stop shows.
const FOUND: [&str; 5] = ["alpha", "beta", "gamma", "delta", "epsilon"];

/// The fixture, with a finding at each of its first stops and at no other.
fn with_findings(count: usize) -> Loaded {
    let mut tour = String::new();
    let own: Vec<String> = file("tour.toml").lines().map(str::to_owned).collect();
    let is_finding = |line: &String| line.starts_with("finding.") || line.starts_with("brief = ");
    let own =
        own.into_iter().filter(|line| !is_finding(line)).map(|line| line + "\n").collect::<Vec<_>>().concat();
    for (number, stop) in own.split("[[stop]]\n").enumerate() {
        match number {
            0 => tour.push_str(stop),
            number if number <= count => {
                let found = FOUND[number - 1];
                let _ = write!(
                    tour,
                    "[[stop]]\nbrief = true\nfinding.de = \"Befund {found}.\"\nfinding.en = \"Finding {found}.\"\n{stop}"
                );
            }
            _ => {
                let _ = write!(tour, "[[stop]]\n{stop}");
            }
        }
    }
    load(&fixture().with("tour.toml", tour)).unwrap()
}

/// Both pages of the text; each ends with its number.
fn pages(loaded: &Loaded, language: Language) -> [Vec<String>; 2] {
    let text = export::brief_text(loaded, language);
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let foot = if language == Language::De { "Seite 1 von 2" } else { "page 1 of 2" };
    let end = lines.iter().position(|line| line.ends_with(foot)).unwrap_or_else(|| panic!("{text}"));
    let (first, second) = lines.split_at(end + 1);
    [first.to_vec(), second.to_vec()]
}

/// No page is longer or wider than paper, and none is empty.
fn assert_fits(loaded: &Loaded, name: &str) {
    for language in LANGUAGES {
        for page in pages(loaded, language) {
            assert!(page.len() <= 61, "{name}: {} lines\n{}", page.len(), page.join("\n"));
            for line in &page {
                assert!(width::cells(line) <= 80, "{name}: {line}");
                assert!(!line.chars().any(char::is_control), "{name}: {line:?}");
            }
        }
        let page = export::brief_html(loaded, language);
        let document = parse(&page);
        assert_eq!(document.descendants().filter(|node| has_class(*node, "sheet")).count(), 2, "{name}");
    }
}

/// What cites, and what is cited, in the text.
fn cites(lines: &[String]) -> BTreeSet<usize> {
    let numbers =
        lines.iter().flat_map(|line| line.split('[').skip(1)).filter_map(|rest| rest.split_once(']'));
    numbers.filter_map(|(number, _)| number.parse().ok()).collect()
}

#[test]
fn two_pages_hold_the_fixture_and_the_shipped_dossier() {
    for (name, loaded) in [
        ("the fixture", load_fixture()),
        ("the fixture with findings", with_findings(5)),
        ("the shipped dossier", load(&shipped()).unwrap()),
    ] {
        assert_fits(&loaded, name);
    }
}

#[test]
fn a_finding_has_a_verdict_a_source_and_its_number() {
    let loaded = with_findings(5);
    let [first, second] = pages(&loaded, Language::En);
    let listed: Vec<&String> = second.iter().skip_while(|line| !line.starts_with("SOURCES")).collect();
    let listed = cites(&listed.into_iter().cloned().collect::<Vec<_>>());
    for (number, found) in (1..).zip(FOUND) {
        let at = first.iter().position(|line| line.starts_with(&format!("{number}. "))).unwrap();
        let words = first[at..first.len().min(at + 4)].join(" ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&format!("Finding {found}.")), "{words}");
        let verdict = first[at].split_once(": ").unwrap().0;
        assert!(verdict.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase), "{verdict}");
        assert!(words.contains('['), "no number: {words}");
        assert!(words.contains("independent source"), "{words}");
    }
    let used = cites(&first);
    assert!(!used.is_empty() && used.is_subset(&listed), "{used:?} of {listed:?}");
    assert_eq!(listed, (1..=listed.len()).collect());
}

#[test]
fn all_formats_say_the_same() {
    let loaded = with_findings(4);
    for language in LANGUAGES {
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let text = plain(&export::brief_text(&loaded, language));
        let markdown = plain(&export::brief_markdown(&loaded, language));
        let page = export::brief_html(&loaded, language);
        let document = parse(&page);
        let items = document.descendants().filter(|node| {
            node.has_tag_name("li") && node.ancestors().any(|node| has_class(node, "findings"))
        });
        let mut findings = 0;
        for item in items {
            let is_cite = |node: &Node| node.ancestors().any(|node| has_class(node, "cite"));
            let words: Vec<String> = item
                .descendants()
                .filter(|node| node.is_text() && !is_cite(node))
                .filter_map(|node| node.text().map(plain))
                .filter(|words| !words.is_empty())
                .collect();
            assert!(words.len() >= 3, "{words:?}");
            for words in words {
                assert!(text.contains(&words) && markdown.contains(&words), "{words}");
            }
            findings += 1;
        }
        assert_eq!(findings, 4);
        assert!(export::brief_html(&loaded, language) == page, "the same each time");
    }
}

#[test]
fn without_findings_of_the_author_contradicted_claims_come_first() {
    let mut tables = source("s") + &source("t");
    for (id, words, assessment) in [
        ("a", "One", "borne-out"),
        ("b", "Two", "qualified"),
        ("c", "Three", "open"),
        ("d", "Four", "contradicted"),
        ("e", "Five", "qualified"),
        ("f", "Six", "contradicted"),
        ("g", "Seven", "borne-out"),
    ] {
        tables += &claim(id, words, assessment, "\"s\", \"t\"");
    }
    // Assessed, and on no source: no finding.
    tables += &claim("h", "Eight", "contradicted", "");
    let loaded = dossier("One. Two. Three. Four. Five. Six. Seven. Eight.\n", &tables);
    let [first, _] = pages(&loaded, Language::En);
    let findings: Vec<&String> = first.iter().filter(|line| line.contains(": Claim ")).collect();
    let order: Vec<char> =
        findings.iter().map(|line| line.split(": Claim ").nth(1).unwrap().chars().next().unwrap()).collect();
    assert_eq!(order, ['d', 'f', 'b', 'e', 'a'], "{findings:?}");
    assert!(findings[0].starts_with("1. CONTRADICTED: Claim d"), "{}", findings[0]);
    let answer = "Of 8 claims, 2 are borne out, 2 hold in part, 1 is open, 2 are contradicted, 1 has no valid evidence.";
    assert!(first.join(" ").contains(answer), "{first:?}");
    assert!(first.iter().any(|line| line == "1 more finding in the full document"), "{first:?}");
}

#[test]
fn a_stop_on_broken_evidence_is_no_finding() {
    let stop = |id: &str| {
        format!(
            "[[stop]]\ntitle = \"Stop {id}\"\nselect = \"claim:{id}\"\nbrief = true\nfinding = \"Found {id}.\"\npanel = \"claims\"\n"
        )
    };
    let tables =
        source("s") + &claim("a", "One", "qualified", "\"s\"") + &claim("b", "Nowhere", "qualified", "\"s\"");
    let loaded = dossier("One. Two.\n", &(tables + &stop("a") + &stop("b")));
    for text in [export::brief_text(&loaded, Language::En), export::brief_html(&loaded, Language::En)] {
        assert!(text.contains("Found a.") && !text.contains("Found b."), "{text}");
        assert!(text.contains("error"), "that there are errors is said: {text}");
    }
}

#[test]
fn what_has_no_room_is_counted() {
    let loaded = with_findings(0);
    let [first, _] = pages(&loaded, Language::De);
    let more = |count: usize, of: &str| format!("noch {count} {of} im vollständigen Dokument");
    // Its tour names no findings, so these are the claims that were assessed.
    let assessed = |claim: &&Claim| claim.is_assessed() && !claim.evidence.sources.is_empty();
    let all = loaded.dossier.claims.iter().filter(assessed).count();
    let lines = |begin: &str| first.iter().filter(|line| line.starts_with(begin)).count();
    let numbered = (1..=9).map(|number| lines(&format!("{number}. "))).sum::<usize>();
    assert_eq!(numbered, 5);
    assert!(first.contains(&more(all - 5, "Befunde")), "{first:?}");
    let (gaps, shown) = (loaded.dossier.gaps.len(), lines("- + "));
    assert!(shown == 5 && gaps > shown);
    assert!(first.contains(&more(gaps - shown, "Lücken")), "{first:?}");
}

#[test]
fn both_languages_cite_the_same_sources() {
    for loaded in [with_findings(5), load(&shipped()).unwrap()] {
        let cited = LANGUAGES.map(|language| {
            let page = export::brief_html(&loaded, language);
            let document = parse(&page);
            let lists = document.descendants().filter(|node| has_class(*node, "publications"));
            let names = lists.flat_map(|list| list.children()).filter_map(|item| item.attribute("id"));
            let items = document
                .descendants()
                .filter(|node| has_class(*node, "items"))
                .map(|list| list.children().filter(Node::is_element).count());
            (names.map(str::to_owned).collect::<Vec<_>>(), items.collect::<Vec<_>>())
        });
        assert!(cited[0].0.len() > 5, "{cited:?}");
        assert_eq!(cited[0], cited[1]);
    }
}

#[test]
fn beside_sources_that_were_not_read_stands_one_that_was() {
    let unread = |id: &str| source(id).replace("accessed = \"2026-01-01\"\n", "");
    let tables = unread("s")
        + &unread("u")
        + &source("t")
        + "repeats = [\"s\"]\n"
        + &claim("a", "One", "qualified", "\"s\", \"u\", \"t\"");
    let [first, second] = pages(&dossier("One.\n", &tables), Language::En);
    assert!(first.iter().any(|line| line.ends_with("Claim a\u{a0}[1][2][3]")), "{first:?}");
    assert!(second.iter().any(|line| line.starts_with("[3] Outlet t")), "{second:?}");
    let reading = "We did not read 2 of 3 sources (°); 1 of these we know from others that repeat it.";
    let words: Vec<&str> = second.iter().flat_map(|line| line.split_whitespace()).collect();
    assert!(words.join(" ").contains(reading), "{second:?}");
}

#[test]
fn what_was_read_is_said_of_one_source_and_of_none() {
    let unread = source("s").replace("accessed = \"2026-01-01\"\n", "");
    let two = unread.clone() + &unread.replace("\"s\"", "\"t\"");
    for (tables, english, german) in [
        (source("s"), "- We read the only source.", "- Die einzige Quelle haben wir gelesen."),
        (
            unread,
            "- We did not read the only source (°).",
            "- Die einzige Quelle haben wir nicht gelesen (°).",
        ),
        (two, "- We read none of the 2 sources (°).", "- Keine der 2 Quellen haben wir gelesen (°)."),
        (source("s") + &source("t"), "- We read all 2 sources.", "- Alle 2 Quellen haben wir gelesen."),
    ] {
        let loaded = dossier("One.\n", &(tables + &claim("a", "One", "qualified", "\"s\"")));
        for (language, said) in [(Language::En, english), (Language::De, german)] {
            let [_, second] = pages(&loaded, language);
            assert!(second.iter().any(|line| line == said), "{said} is not in {second:?}");
        }
    }
}

#[test]
fn where_no_claim_is_open_none_is_counted() {
    let stop =
        "[[stop]]\ntitle = \"End\"\nshow = \"score\"\npanel = \"claims\"\npoints = [\"All is settled.\"]\n";
    let tables = source("s") + &claim("a", "One", "qualified", "\"s\"") + stop;
    let [first, _] = pages(&dossier("One.\n", &tables), Language::En);
    let heading = first.iter().position(|line| line == "WHAT IS OPEN").unwrap_or_else(|| panic!("{first:?}"));
    assert_eq!(first[heading + 1], "- All is settled.");
}

#[test]
fn the_title_is_translated_for_those_who_do_not_read_it() {
    let loaded = load(&shipped()).unwrap();
    let text = |language| export::brief_text(&loaded, language);
    assert!(text(Language::En).contains("Our translation: “AI exodus"), "{}", text(Language::En));
    assert!(!text(Language::De).contains("Übersetzung"), "{}", text(Language::De));
}

/// Words as wide as can be.
fn wide(count: usize) -> String {
    vec!["WWWWWWWWMMMM"; count].join(" ")
}

/// Everything there is too much of, and all of it long.
fn hostile(claims: usize) -> Loaded {
    let mut tables = String::from(
        "as_of = \"2026-09\"\nobservations = \"o.csv\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n",
    );
    let mut article = String::new();
    for number in 0..40 {
        let _ = write!(
            tables,
            "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"{} {number}\"\ntitle = \"{}\"\nissued = \"2025-11-05\"\n\
             url = \"https://a.example/{}\"\n",
            wide(9),
            wide(30),
            "w".repeat(if number % 2 == 0 { 120 } else { 900 })
        );
    }
    for number in 0..claims {
        let _ = writeln!(article, "Words{number}.\n");
        let assessment = ["borne-out", "qualified", "open", "contradicted"][number % 4];
        let _ = write!(
            tables,
            "[[claim]]\nid = \"c{number}\"\ntext = \"{}\"\nanchors = [\"Words{number}.\"]\nassessment = \"{assessment}\"\nsources = [\"s{}\", \"s{}\"]\n",
            wide(60),
            number % 40,
            (number + 7) % 40
        );
    }
    for number in 0..20 {
        let _ = write!(
            tables,
            "[[gap]]\nid = \"g{number}\"\nnear = \"Words{number}.\"\ntext = \"{}\"\nsources = [\"s{}\"]\n\
             [[event]]\nid = \"e{number}\"\ndate = \"2026-{:02}-01\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"{}\"\nsummary = \"S\"\n\
             prominent = true\nsources = [\"s{}\"]\n\
             [[series]]\nid = \"f{number}\"\noutlet = \"{}\"\nunit = \"{}\"\nkind = \"stock\"\ntitle = \"{}\"\ndefinition = \"D\"\n\
             [[place]]\nid = \"p{number}\"\nname = \"{}\"\n",
            wide(60),
            number + 11,
            1 + number % 12,
            wide(40),
            (number + 3) % 40,
            wide(20),
            wide(9),
            wide(30),
            wide(12)
        );
    }
    let mut figures = String::from("series,place,date,part,value,qualifier,source,note\n");
    for number in 0..20 {
        for place in 0..3 {
            let _ =
                writeln!(figures, "f{number},p{place},2024-11-11,,123456789012,about,s{},", number + place);
            let _ = writeln!(
                figures,
                "f{number},p{place},2025-11-11,,987654321098,about,s{},",
                number + place + 9
            );
        }
    }
    let head = HEAD.replacen("title = \"X\"", &format!("title = \"{}\"", wide(40)), 1);
    let (before, article_table) = head.split_once("[article]").unwrap();
    let (top, rest) = tables.split_once("[[lane]]").unwrap();
    let text = format!(
        "{before}{top}[article]{article_table}outlet = \"{}\"\npublished = \"2025-11-27\"\n[[lane]]{rest}",
        wide(20)
    );
    load(
        &Memory::default()
            .with("article.txt", format!("{}\n\n{article}", wide(40)))
            .with("dossier.toml", text)
            .with("o.csv", figures),
    )
    .unwrap()
}

#[test]
fn two_pages_hold_any_dossier() {
    let alone =
        load(&Memory::default().with("article.txt", "Title\n\nWords.\n").with("dossier.toml", HEAD)).unwrap();
    assert_fits(&alone, "an article alone");
    let one = dossier("One.\n", &claim("a", "One", "open", ""));
    assert_fits(&one, "one claim");
    for claims in [30, 90] {
        let hostile = hostile(claims);
        assert_eq!(hostile.tally.errors, 0, "{claims} claims");
        assert_fits(&hostile, &format!("{claims} claims"));
        let [first, second] = pages(&hostile, Language::En);
        assert!(first.iter().any(|line| line.starts_with("1. CONTRADICTED")), "{first:?}");
        assert!(second.iter().any(|line| line.starts_with("[1]")), "{second:?}");
    }
    let mut tables = source("s");
    let mut article = String::new();
    for number in 0..2000 {
        let _ = write!(article, "Words{number}. ");
        tables += &claim(&format!("c{number}"), &format!("Words{number}."), "qualified", "\"s\"");
    }
    let many = dossier(&article, &tables);
    assert_fits(&many, "many claims");
    let [first, _] = pages(&many, Language::En);
    assert!(first.iter().any(|line| line == "1,995 more findings in the full document"), "{first:?}");
    // Each part may be missing.
    let files = ["claims.toml", "events.toml", "series.toml", "tour.toml"];
    for left_out in files {
        let without = if left_out == "series.toml" {
            fixture()
                .with(left_out, "")
                .with("observations.csv", file("observations.csv").lines().next().unwrap())
        } else {
            fixture().with(left_out, "")
        };
        if let Ok(loaded) = load(&without) {
            assert_fits(&loaded, left_out);
        }
    }
}

#[test]
fn the_page_of_the_handout_is_sound() {
    let loaded = with_findings(5);
    for language in LANGUAGES {
        let page = export::brief_html(&loaded, language);
        crate::export::asks_for_nothing(&page);
        let document = parse(&page);
        let mut names = BTreeSet::new();
        for name in document.descendants().filter_map(|node| node.attribute("id")) {
            assert!(names.insert(name), "{name} is there twice");
        }
        let mut cited = 0;
        for link in document.descendants().filter_map(|node| node.attribute("href")) {
            match link.strip_prefix('#') {
                Some(name) => {
                    assert!(names.contains(name), "{name} is nowhere");
                    cited += 1;
                }
                None => assert!(link.starts_with("https://"), "{link}"),
            }
        }
        assert!(cited >= 5, "{cited}");
        for item in document
            .descendants()
            .filter(|node| has_class(*node, "publications"))
            .flat_map(|list| list.children())
        {
            if item.is_element() {
                assert!(text_of(item).contains(".example/"), "an address is written: {}", text_of(item));
            }
        }
    }
}

#[test]
fn the_full_documents_open_with_it() {
    let loaded = with_findings(5);
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let main = document.descendants().find(|node| node.has_tag_name("main")).unwrap();
    let sections: Vec<&str> =
        main.children().filter(Node::is_element).filter_map(|section| section.attribute("id")).collect();
    assert_eq!(sections[..3], ["brief", "signs", "briefing"]);
    let nav = document.descendants().find(|node| node.has_tag_name("nav")).unwrap();
    let listed: Vec<&str> = nav.descendants().filter_map(|node| node.attribute("href")).collect();
    let expected: Vec<String> = sections.iter().map(|section| format!("#{section}")).collect();
    assert_eq!(listed, expected, "the contents list every section");
    assert!(document.descendants().any(|node| node.attribute("href") == Some("#contents")), "a way back up");
    let brief = main.first_element_child().unwrap();
    for (number, found) in (1..).zip(FOUND) {
        assert!(text_of(brief).contains(&format!("Finding {found}.")));
        let stop = document
            .descendants()
            .find(|node| node.attribute("id") == Some(&format!("stop-{number}")))
            .unwrap();
        let words = text_of(stop);
        assert!(
            words.contains(&format!("Finding {found}.")) && words.contains("independent source"),
            "{words}"
        );
        assert!(stop.descendants().any(|node| has_class(node, "verdict")), "{words}");
    }
    for text in
        [export::text(&loaded, options(Language::En)), export::markdown(&loaded, options(Language::En))]
    {
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
        assert!(place("Finding alpha") < place("1. The article: Talland's shipowners"));
        assert!(text.matches("Finding epsilon").count() == 2, "in brief, and at its stop");
    }
}

#[test]
fn the_command_writes_the_handout() {
    let run = |arguments: &[&str]| {
        run_in(&[], &[&["export", FIXTURE, "--brief", "--lang", "en"], arguments].concat())
    };
    let loaded = load_fixture();
    for (format, expected) in [
        ("html", export::brief_html(&loaded, Language::En)),
        ("text", export::brief_text(&loaded, Language::En)),
        ("markdown", export::brief_markdown(&loaded, Language::En)),
    ] {
        let written = run(&["--format", format]);
        assert_eq!(written.status.code(), Some(0), "{format}");
        assert!(written.stdout == expected.into_bytes(), "{format}");
    }
    for wrong in [&["--format", "csv"][..], &["--only", "series"], &["--with-notes"]] {
        let answer = run(wrong);
        assert!(answer.status.code() == Some(2) && answer.stdout.is_empty(), "{wrong:?}");
        assert!(String::from_utf8(answer.stderr).unwrap().contains("--brief"), "{wrong:?}");
    }
}
