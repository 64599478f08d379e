//! Statements on evidence that is broken, missing, or a source's alone: what each of them must not be taken for.

use fundstelle::app::Options;
use fundstelle::dossier::{Kind, Ref, Standing};
use fundstelle::export;
use fundstelle::export::citation;
use fundstelle::facts::{self, Attribution, Label};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load};
use fundstelle::look::signs;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::filter;

use super::port::{card_of, everything, stop_of, with_context};
use crate::common::{Screen, USUAL, thing};

const ARTICLE: &str = "# Harbour to close\n\n\
The council said on Monday that the old bridge will close in May.\n\n\
Maria Lang said the port allegedly lost money.\n\n\
The port grew.\n";

const DOSSIER: &str = r#"
format = 1
id = "harbour"
title = "Harbour"
observations = "figures.csv"
[article]
file = "article.md"
language = "en"
outlet = "Echo"
published = 2025-05-01

[[source]]
id = "report"
outlet = "Reuters"
type = "article-newspaper"
title = "Port report"
quote = "Own words of it."
url = "https://reuters.example/x"
issued = 2025-01-02

[[actor]]
id = "maria"
kind = "person"
name = "Maria Lang"
aliases = ["Maria Lang"]
mentions = ["Lang, who sails"]
role = "Speaks for the port."
sources = ["report"]
[[actor]]
id = "council"
kind = "group"
name = "Council"
aliases = ["council"]
role = "Closes the bridge."
anchors = ["The council said"]
sources = ["report"]
[[actor]]
id = "port"
kind = "company"
name = "Port"
aliases = ["The port"]
role = "Loses money."
anchors = ["the port allegedly lost money"]

[[claim]]
id = "closes"
text = "The bridge closes."
anchors = ["the old bridge will close in May"]
assessment = "qualified"
sources = ["report"]
note = "Not all of it."
[[claim]]
id = "unsaid"
text = "The port is big."
assessment = "open"
sources = ["report"]

[[gap]]
id = "cost"
text = "The cost is missing."
near = "the old bridge will close in May"
anchors = ["totally absent words"]
[[gap]]
id = "payer"
text = "Who pays is missing."
near = "the council nowhere said it"
sources = ["report"]

[[relation]]
id = "pays"
from = "council"
to = "port"
label = "pays"
anchors = ["The council said"]
sources = ["report"]
[[relation]]
id = "owes"
from = "port"
to = "council"
label = "owes"
anchors = ["lost words about a debt"]

[[lane]]
id = "town"
name = "Town"
short = "T"
[[event]]
id = "lost"
title = "Lost event"
date = "2025-04-01"
lane = "town"
kind = "control"
summary = "Nobody can tell."
anchors = ["vanished words of it"]
[[event]]
id = "half"
title = "Half of an event"
date = "2025-04-02"
lane = "town"
kind = "control"
summary = "Half of it can be told."
anchors = ["The port grew", "vanished words of the other half"]
[[event]]
id = "sourced"
title = "Sourced event"
date = "2025-06-01"
lane = "town"
kind = "control"
summary = "A source can tell."
anchors = ["vanished words that a source has"]
sources = ["report"]
[[event]]
id = "read"
title = "Read into it"
date = "2021"
lane = "town"
kind = "control"
summary = "We think so."
anchors = [{ exact = "the old bridge will close", inferred = true }]
actors = ["maria"]
[[event]]
id = "until"
title = "Until then"
date = "../2024"
lane = "town"
kind = "control"
summary = "It ended."
sources = ["report"]
actors = ["maria"]
[[event]]
id = "misdated"
title = "Misdated"
date = "2025-13-40"
lane = "town"
kind = "control"
summary = "Some day."
sources = ["report"]

[[place]]
id = "pier"
name = "Pier"
[[place]]
id = "quay"
name = "Quay"
[[series]]
id = "room"
title = "Room"
definition = "What the port can hold, says its operator."
kind = "stock"
unit = "t"
outlet = "Operator"
expects = ["quay"]
[[series]]
id = "ships"
title = "Ships"
definition = "Ships on one day."
kind = "stock"
unit = "ships"
outlet = "Harbour office"
expects = ["quay"]
"#;

const FIGURES: &str = "series,place,date,value,qualifier,source\n\
ships,pier,2024,5,exact,report\n\
ships,pier,2025,6x,exact,report\n";

const STOPS: [&str; 17] = [
    "series:room",
    "series:ships",
    "event:lost",
    "event:half",
    "event:sourced",
    "event:read",
    "event:misdated",
    "gap:cost",
    "gap:payer",
    "claim:closes",
    "claim:unsaid",
    "actor:maria",
    "actor:council",
    "actor:port",
    "relation:pays",
    "relation:owes",
    "source:report",
];

fn files() -> Memory {
    let stops = STOPS.iter().map(|stop| format!("[[stop]]\ntitle = \"Stop\"\nselect = \"{stop}\"\n"));
    let dossier = DOSSIER.to_owned() + &stops.collect::<String>();
    let files = Memory::default().with("article.md", ARTICLE).with("figures.csv", FIGURES);
    files.with("dossier.toml", dossier)
}

fn harbour() -> Loaded {
    load(&files()).unwrap()
}

fn trimmed(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The lines of a stop below its title, without its frame; each column in turn where there are two.
fn stop_in(language: Language, name: &str) -> Vec<String> {
    with_context(&harbour(), language, |context| trimmed(&stop_of(context, &thing(name)).unwrap()))
}

fn stop(name: &str) -> Vec<String> {
    stop_in(Language::En, name)
}

fn card(name: &str) -> Vec<String> {
    with_context(&harbour(), Language::En, |context| trimmed(&card_of(context, &thing(name))))
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|own| own == line)
}

/// Reading it, with an event of the timeline selected.
fn screen_with(event: &str) -> Screen {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&files(), USUAL, options);
    screen.press("3").select(event);
    screen
}

#[test]
fn what_a_publisher_counts_is_its_own_without_figures_too() {
    let lines = [
        "Stop",
        "background: from sources",
        "┊ SOURCE (Operator)",
        "What the port can hold, says its operator.",
        "No figure: Quay",
    ];
    assert_eq!(stop("series:room"), lines);
}

#[test]
fn what_a_series_lacks_is_said_after_its_figures() {
    let lines = [
        "Stop",
        "background: from sources",
        "┊ SOURCE (Harbour office)",
        "Ships on one day.",
        "Pier · 2024 · 5 ships",
        "! 1 row left out",
        "No figure: Quay",
        "! No valid evidence         1 independent source · 1 of 1 not read by us",
    ];
    assert_eq!(stop("series:ships"), lines);
}

#[test]
fn a_broken_event_is_neither_background_nor_missing_from_the_article() {
    for (event, status) in [
        ("event:lost", "no valid evidence · Lost event"),
        ("event:half", "no valid evidence · Half of an event"),
        ("event:sourced", "no valid evidence · Sourced event · 1 source"),
    ] {
        let screen = screen_with(event);
        let shown = screen.status();
        assert!(shown.trim_start().starts_with(status), "{shown}");
        assert!(!shown.contains("background"), "{shown}");
        assert!(!screen.text().contains("not mentioned in the article"), "{}", screen.text());
    }
    let frame = screen_with("event:lost").text();
    assert!(frame.contains("─ no valid evidence · all ─"), "{frame}");
    // Of what is sound that is still said.
    let screen = screen_with("event:until");
    assert!(screen.status().trim_start().starts_with("Until then · background"), "{}", screen.status());
    assert!(screen.text().contains("─ not mentioned in the article · all ─"), "{}", screen.text());
}

#[test]
fn a_broken_gap_looks_broken_wherever_it_is_listed() {
    let card = card("claim:closes");
    let at = card.iter().position(|line| line == "+ Left out here").unwrap();
    assert_eq!(card[at + 1], "! The cost is missing.");
    assert!(has(&stop("gap:cost"), "! The cost is missing."));
    assert!(has(&stop("gap:payer"), "! Who pays is missing."));
}

#[test]
fn a_gap_without_a_source_does_not_stand_under_one() {
    let lines = [
        "Stop",
        "▏ ARTICLE (Echo, 1 May 2025)",
        "“the old bridge will close in May”",
        "┊ SOURCE (Reuters, 2 Jan 2025; in our words)",
        "Not all of it.",
        "Reuters: “Own words of it.”",
        "∴ OUR REMARK",
        "! The cost is missing.",
        "~ PARTLY TRUE               1 independent source · 1 of 1 not read by us",
    ];
    assert_eq!(stop("claim:closes"), lines);
}

/// On a card, the sign before the statement; at a stop, over it, and before it where that is another.
#[test]
fn a_card_and_a_stop_agree_on_whose_words_a_statement_is() {
    let source = "┊ SOURCE (Reuters, 2 Jan 2025; in our words)";
    for (name, over, at_stop, on_card) in [
        ("actor:council", source, "Closes the bridge.", Some("┊ Closes the bridge.")),
        ("actor:port", "▏ in our words", "Loses money.", Some("▏ Loses money.")),
        ("actor:maria", source, "! Speaks for the port.", Some("! Speaks for the port.")),
        ("event:lost", "! in our words", "Nobody can tell.", Some("! Nobody can tell.")),
        ("event:half", "! in our words", "Half of it can be told.", Some("! Half of it can be told.")),
        ("event:sourced", source, "! A source can tell.", Some("! A source can tell.")),
        ("event:read", "∴ in our words", "We think so.", Some("∴ We think so.")),
        ("relation:pays", source, "Council – pays → Port", None),
        ("relation:owes", "! in our words", "Port – owes → Council", None),
    ] {
        let stop = stop(name);
        assert!(has(&stop, over) && has(&stop, at_stop), "{name}\n{}", stop.join("\n"));
        if let Some(line) = on_card {
            let card = card(name);
            assert!(has(&card, line), "{name}\n{}", card.join("\n"));
        }
    }
}

#[test]
fn what_a_source_says_is_not_headed_as_our_words() {
    let lines = [
        "Stop",
        "┊ SOURCE (Reuters, 2 Jan 2025)",
        "“Port report”",
        "Reuters: “Own words of it.”",
        "1 independent source · 1 of 1 not read by us",
    ];
    assert_eq!(stop("source:report"), lines);
}

#[test]
fn a_stop_says_that_its_item_has_an_error() {
    let lines = stop("event:misdated");
    assert_eq!(lines.last().unwrap(), "! This entry has an error (e shows which).");
}

#[test]
fn a_claim_that_is_not_in_the_article_is_translated() {
    let lines = [
        "Stop",
        "▏ ARTIKEL (Echo, 1.5.2025)",
        "Nicht im Artikel: Hintergrund aus Quellen.",
        "The port is big. (in unseren Worten)",
        "┊ QUELLE (Reuters, 2.1.2025)",
        "Reuters: „Own words of it.“",
    ];
    assert_eq!(stop_in(Language::De, "claim:unsaid")[..lines.len()], lines);
}

#[test]
fn a_missing_mention_stands_first_under_the_heading_of_all() {
    let card = card("actor:maria");
    let at = card.iter().position(|line| line == "Named once").unwrap();
    assert_eq!(card[at + 1..at + 3], ["! “Lang, who sails”", "▏ “Maria Lang said the port …”"]);
}

#[test]
fn events_are_in_the_same_order_of_time_everywhere() {
    let card = card("actor:maria");
    let at = card.iter().position(|line| line == "Events").unwrap();
    assert_eq!(card[at + 1..at + 3], ["∴ 2021        Read into it", "┊ until 2024  Until then"]);
    let timeline = screen_with("event:read").framed("3 Timeline").text();
    assert!(timeline.find("Read into it").unwrap() < timeline.find("Until then").unwrap(), "{timeline}");
}

/// What a list can be filtered by and the sign beside each of its items say the same.
#[test]
fn the_choices_of_provenance_are_those_of_the_signs() {
    let loaded = harbour();
    with_context(&loaded, Language::En, |context| {
        let standing = |item: &Ref| {
            let values = filter::values(context, item);
            let standing = values.iter().find_map(|value| match value {
                filter::FacetValue::Standing(standing) => Some(*standing),
                _ => None,
            });
            standing.unwrap()
        };
        for item in everything(&loaded) {
            if !matches!(item.kind, Kind::Actor | Kind::Event | Kind::Claim | Kind::Gap) {
                continue;
            }
            let sign = match standing(&item) {
                Standing::Article | Standing::Both => signs::ARTICLE,
                Standing::Background => signs::BACKGROUND,
                Standing::Inferred => signs::INFERRED,
                Standing::Broken => signs::BROKEN,
            };
            // An event that is perhaps meant is background: a candidate is no evidence.
            let shown = context.standing_sign(&item);
            let is_perhaps = item.kind == Kind::Event && shown == signs::PERHAPS;
            let shown = if is_perhaps { signs::BACKGROUND } else { shown };
            assert_eq!(sign, shown, "{item}");
        }
        assert_eq!(standing(&thing("event:read")), Standing::Inferred);
        assert_eq!(standing(&thing("actor:maria")), Standing::Broken);
        assert_eq!(standing(&thing("claim:closes")), Standing::Both);
    });
}

#[test]
fn the_lost_place_of_a_gap_is_no_lost_evidence() {
    let loaded = harbour();
    let options = export::Options { language: Language::En, with_notes: false };
    let text = export::text(&loaded, options);
    let why = "Left out at this point. The quotation is not in the article";
    let line = format!("    ! {why}: “the council\n      nowhere said it”\n");
    assert!(text.contains(&line), "{text}");
    let markdown = export::markdown(&loaded, options);
    let line = format!("- **! {why}:** “the council nowhere said it”\n");
    assert!(markdown.contains(&line), "{markdown}");
    let page = export::html(&loaded, options);
    assert!(page.contains("The quotation is not in the article:</span>"), "{page}");
    with_context(&loaded, Language::En, |context| {
        let copy = citation::of_thing(context, &thing("gap:payer"));
        let line =
            "**Left out at this point:** The quotation is not in the article: “the council nowhere said it”";
        assert!(copy.contains(line) && !copy.contains("No evidence"), "{copy}");
    });
}

#[test]
fn a_missing_figure_is_in_nobodys_words() {
    let loaded = harbour();
    with_context(&loaded, Language::En, |context| {
        let facts = facts::of(&context.dossier, context.faults(), &thing("series:room"));
        assert_eq!(facts.get(Label::NoValueFor).unwrap().by, Attribution::Nobody);
    });
    let page = export::html(&loaded, export::Options { language: Language::En, with_notes: false });
    assert!(page.contains("<div class=\"plain\"><dt>No figure</dt><dd>Quay</dd></div>"), "{page}");
}
