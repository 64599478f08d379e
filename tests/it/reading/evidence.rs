//! What leaves the program: the selection as evidence on the clipboard, and a source's page in a browser.

use fundstelle::app::{Message, Options};
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::panel::Focus;
use fundstelle::protocol::effect::{Effect, MOST_COPIED, Outcome};
use fundstelle::text::address::Address;

use crate::common::{Screen, USUAL, thing};
use crate::reading::SMALL;
use crate::reading::scripts::{
    ACTORS, BROWSE, CARD, CLAIMS, CLOSE, COPY, DOWN, NEXT_CLAIM, PALETTE, RIGHT, SEARCH, SOURCES, TIMELINE,
    TO_FIRST, TREND, VIEW, letters,
};

/// What the last key asked to copy.
fn copied(screen: &Screen) -> (&str, &str) {
    match screen.escaped().last() {
        Some(Effect::Copy { text, what }) => (text, what),
        other => panic!("nothing is copied, but {other:?}"),
    }
}

fn browsed(screen: &Screen) -> (&str, String) {
    match screen.escaped().last() {
        Some(Effect::Browse { address, of }) => (address.as_str(), of.to_string()),
        other => panic!("nothing is opened, but {other:?}: {}", screen.status()),
    }
}

fn address(text: &str) -> Address {
    Address::new(text).unwrap_or_else(|_| panic!("{text} is an address"))
}

/// A dossier whose quotations have met every fate.
fn small(extra: &str) -> Memory {
    let dossier = r#"format = 1
id = "t"
title.en = "The *bridge*"
as_of = "2026-09"
[article]
file = "article.txt"
language = "en"
outlet = "Valley Courier"
url = "https://valley.example/a_b"
published = "[2026-03-02..]"
[[source]]
id = "minutes"
type = "report"
outlet = "Council"
title = "Minutes [draft]"
issued = "2026-02-24"
url = "https://council.example/minutes"
accessed = "2026-03-01"
quote = "Nine to four."
[[source]]
id = "radio"
type = "broadcast"
outlet = "Radio"
repeats = ["minutes"]
[[actor]]
id = "council"
kind = "government"
name = "The council"
prominent = true
aliases = ["council"]
role = "Decides."
sources = ["minutes"]
[[actor]]
id = "ferry"
kind = "company"
name = "Ferry"
aliases = ["ferry"]
[[relation]]
id = "closes"
from = "council"
to = "ferry"
label = "replaces"
anchors = [{ exact = "It will pay the ferry", inferred = true }]
[[claim]]
id = "open"
text = "The bridge closes."
actors = []
anchors = ["The council will close the old bridge in May"]
hedge = "the mayor said"
attributed_to = ["council"]
assessment = "open"
[[claim]]
id = "reworded"
text = "Reworded."
anchors = ["Nobody in the valley was asked about the new toll before the vote of last week"]
assessment = "open"
[[claim]]
id = "lost"
text = "Lost."
anchors = ["words that never stood there"]
assessment = "contradicted"
sources = ["minutes", "radio"]
note = "The minutes say *otherwise*."
[[claim]]
id = "twice"
text = "Twice."
anchors = ["again"]
assessment = "qualified"
sources = ["radio"]
[[gap]]
id = "cost"
near = "in May"
text = "What it costs."
sources = ["radio"]
"#;
    let article = "Old bridge to close\nThe council will close the old bridge in May, the mayor said. It will pay the ferry.\nNobody in the valley was told about the new toll before the vote of last week.\nThe council voted again and again.\n";
    Memory::default().with("article.txt", article).with("dossier.toml", format!("{dossier}{extra}"))
}

fn opened(extra: &str, size: (u16, u16)) -> Screen {
    let options = Options { language: Language::En, ..Options::default() };
    Screen::open(&small(extra), size, options)
}

const FROM: &str =
    "**Article:** “Old bridge to close”, Valley Courier, 2 Mar 2026 or later, <https://valley.example/a_b>\n";

#[test]
fn a_claim_is_copied_with_its_words_their_place_and_the_assessment() {
    let mut screen = opened("", USUAL);
    screen.press(NEXT_CLAIM).press(COPY);
    let (text, what) = copied(&screen);
    assert_eq!(what, "Markdown: The bridge closes.");
    assert_eq!(
        text,
        format!(
            "**Claim 1: The bridge closes.**\n\n**Assessment:** open\n\n> “The council will close the old bridge in May” (paragraph 1, sentence 1)\n\n**The article:** “the mayor said” · attributed to: The council\n\n**Left out here:**\n\n- Gap 1: What it costs.\n\n{FROM}\n**Dossier:** The \\*bridge\\* · Facts up to September 2026\n"
        )
    );
    let what = what.to_owned();
    screen.send(Message::Outcome(Outcome::Copied(what)));
    assert!(screen.status().contains("Sent to the terminal to copy, as Markdown: The bridge closes."));
    screen.send(Message::Outcome(Outcome::MaybeCopied("Markdown: The bridge closes.".to_owned())));
    assert!(
        screen.status().contains("tmux may not pass it on; sent as Markdown: The bridge closes."),
        "{}",
        screen.status()
    );
}

#[test]
fn quotations_that_bear_nothing_are_said_to_be_no_evidence() {
    let mut screen = opened("", USUAL);
    screen.press(CLAIMS);
    for (claim, words) in [
        ("claim:reworded", "**No evidence:** Was quoted: “Nobody in the valley was asked about"),
        ("claim:reworded", "(located, not proven): “Nobody in the valley was told about"),
        ("claim:lost", "**No evidence:** The quotation is not in the article: “words that never"),
        ("claim:twice", "**No evidence:** The quotation occurs more than once in the article: “again”"),
    ] {
        screen.select(claim).press(COPY);
        let (text, _) = copied(&screen);
        assert!(text.contains(words), "{claim}: {text}");
        assert!(text.contains("**Assessment:** no valid evidence\n"), "judged on no evidence: {text}");
        assert!(
            !text.contains("\n> ") && !text.contains("Valley Courier"),
            "quoted as though it stood: {text}"
        );
    }
}

#[test]
fn sources_are_copied_with_title_day_address_and_whether_they_were_read() {
    let mut screen = opened("", USUAL);
    screen.press(CLAIMS).select("claim:lost").press(COPY);
    let (text, _) = copied(&screen);
    assert!(text.contains("**The sources, in our words:** The minutes say \\*otherwise\\*.\n"), "{text}");
    assert!(
        text.contains("**Sources** (1 independent source):\n\n- Council, 24 Feb 2026 · “Minutes \\[draft\\]” · read on 1 Mar 2026 · <https://council.example/minutes> · “Nine to four.”\n  - Radio · not read by us · repeats Council · no address recorded\n"),
        "{text}"
    );
}

/// Each kind of thing says what it is, in which words, and where those stand or who says it instead.
#[test]
fn every_kind_of_selection_can_be_copied() {
    let mut screen = opened("", USUAL);
    let mut copy = |keys: &str, selection: &str| {
        screen.press(CLOSE).press(CLOSE).press(keys).press(COPY);
        assert_eq!(screen.selection(), selection, "{keys}");
        copied(&screen).0.to_owned()
    };
    let actor = copy(&format!("{ACTORS} {DOWN}"), "actor:council");
    assert!(actor.starts_with("**Actor: The council**\n\ngovernment · named twice\n\n"), "{actor}");
    assert!(
        actor.contains(
            "**In our words:** Decides.\n\n**Where it comes from:** background\n\n**Claims:**\n\n- Claim 1: The bridge closes. (open)\n\n**Passages:** paragraph 1, sentence 1; paragraph 3, sentence 1\n\n**Relations:**\n\n- The council – replaces → Ferry\n\n**Sources** (1 independent source):"
        ),
        "{actor}"
    );
    assert!(actor.contains(&format!("\n\n{FROM}\n**Dossier:**")), "{actor}");
    let gap = copy(&format!("{NEXT_CLAIM} {CLAIMS} {DOWN}"), "gap:cost");
    assert!(
        gap.contains(
            "**Where it comes from:** background\n\n**Left out at this point:**\n\n> “in May” (paragraph 1, sentence 1)\n\n**Claim at this point:**\n\n- Claim 1: The bridge closes. (open)\n"
        ),
        "{gap}"
    );
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(CLAIMS).select("gap:dock-money").press(COPY);
    let (gap, _) = copied(&screen);
    let [place, own] = ["**Left out at this point:**", "**The article:**"].map(|heading| gap.find(heading));
    assert!(place < own && place.is_some(), "{gap}");
    assert!(gap[own.unwrap_or_default()..].contains("Lehrwerkstätten"), "{gap}");
    let source = copy(&format!("{PALETTE} {} {CARD}", letters("minutes draft")), "source:minutes");
    let reference =
        "**Source: Council, 24 Feb 2026**\n\nCouncil, 24 Feb 2026 · “Minutes \\[draft\\]” · read on";
    assert!(source.starts_with(reference) && source.contains("\n\n> “Nine to four.”\n"), "{source}");
    assert!(source.contains("**Repeated by:** Radio\n"), "{source}");

    let mut shipped = Screen::fixture(USUAL, Language::De);
    let mut copy = |keys: &str| {
        shipped.press(CLOSE).press(CLOSE).press(keys).press(COPY);
        let (text, _) = copied(&shipped);
        let kind = shipped.selection();
        (kind.split(':').next().unwrap_or_default().to_owned(), text.to_owned())
    };
    let (kind, event) = copy(&format!("{TIMELINE} {TO_FIRST}"));
    assert_eq!(kind, "event");
    assert!(
        event.starts_with("**Ereignis: Erste breite Ausfuhrregel für Module**\n\n7.10.2022 · Hochland · "),
        "{event}"
    );
    assert!(
        event.contains("**In unseren Worten:** ") && event.contains("**Herkunft:** Hintergrund"),
        "{event}"
    );
    // In the overview, and in the series itself.
    let (kind, figure) = copy(&format!("{TREND} {TO_FIRST}"));
    assert_eq!(kind, "observation");
    let of = "\n\n**Herkunft:** Hintergrund\n\n**Reihe:** Pegel & Partner: kt in Nutzung, je Hafen\n";
    assert!(figure.contains(of) && figure.contains("410 kt**\n\n"), "{figure}");
    let (kind, figure) = copy(&format!("{TREND} {VIEW} {RIGHT}"));
    assert_eq!(kind, "observation");
    assert!(figure.contains(of) && figure.contains(" kt**\n\n"), "{figure}");
    let (kind, series) = copy(&format!("{PALETTE} {} {CARD}", letters("reihe kt in nutzung")));
    assert_eq!(kind, "series");
    assert!(
        series.contains("**Gezählt wird:** Schiffbauplätze in Nutzung") && series.contains("- Seefurt · "),
        "{series}"
    );
    let (kind, place) = copy(&format!("{PALETTE} {} {CARD}", letters("luhort")));
    assert_eq!(kind, "place");
    assert!(place.contains("410 kt · Pegel & Partner: kt in Nutzung, je Hafen · Pegel"), "{place}");
}

/// What is copied of a claim with gaps and repeated sources, and of an actor, in both languages: whether it is good is for the
/// eye.
#[test]
fn what_is_copied_is_what_the_card_shows() {
    let mut copies = String::new();
    for language in [Language::De, Language::En] {
        for name in ["claim:built-abroad", "actor:ostlinie"] {
            let mut screen = Screen::fixture(USUAL, language);
            screen.press(if name.starts_with("claim") { CLAIMS } else { ACTORS }).select(name).press(COPY);
            copies.push_str(copied(&screen).0);
            copies.push_str("\n---\n\n");
        }
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("copies", copies);
    });
}

#[test]
fn inferred_words_are_said_to_be() {
    let mut screen = opened("", USUAL);
    screen.press(PALETTE).press(&letters("replaces")).press(CARD);
    assert_eq!(screen.selection(), "relation:closes");
    screen.press(COPY);
    let (text, _) = copied(&screen);
    assert!(
        text.contains(
            "**Where it comes from:** in the article · inferred\n\n> “It will pay the ferry” (inferred; paragraph 1, sentence 2)\n"
        ),
        "{text}"
    );
}

#[test]
fn a_hit_is_copied_as_the_sentence_it_stands_in() {
    let mut screen = opened("", USUAL);
    screen.press(SEARCH).press(&letters("ferry")).press(CARD).press(COPY);
    let (text, what) = copied(&screen);
    assert_eq!(what, "Markdown: ferry");
    assert!(
        text.starts_with(&format!("> “It will pay the ferry.” (paragraph 1, sentence 2)\n\n{FROM}")),
        "{text}"
    );
    // A claim selected since then is what is copied.
    screen.press(NEXT_CLAIM).press(COPY);
    assert!(copied(&screen).0.starts_with("**Claim 1: The bridge closes.**"));
}

#[test]
fn without_a_selection_nothing_is_copied_or_opened() {
    for key in [COPY, BROWSE] {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.press(key);
        assert!(screen.escaped().is_empty() && screen.status().contains("Nothing selected yet"));
    }
}

#[test]
fn what_terminals_would_cut_off_is_refused() {
    let long = "long ".repeat(MOST_COPIED / 5);
    let dossier = format!(
        "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n[[claim]]\nid = \"c\"\ntext = \"x\"\nassessment = \"open\"\nanchors = [\"{}\"]\n",
        long.trim()
    );
    let files =
        Memory::default().with("article.txt", format!("Title\n{long}\n")).with("dossier.toml", dossier);
    let mut screen = Screen::open(&files, USUAL, Options { language: Language::En, ..Options::default() });
    screen.press(NEXT_CLAIM).press(COPY);
    assert!(screen.escaped().is_empty());
    assert!(
        screen.status().contains("Not copied: terminals accept at most 74,994 bytes"),
        "{}",
        screen.status()
    );
}

#[test]
fn the_current_source_is_opened() {
    let mut screen = opened("", USUAL);
    screen.press(CLAIMS).select("claim:lost").press(BROWSE);
    assert!(screen.escaped().is_empty(), "there are two");
    assert_eq!((screen.selection().as_str(), screen.app().focus()), ("claim:lost", Focus::Card));
    screen.press(BROWSE);
    assert_eq!(browsed(&screen), ("https://council.example/minutes", "source:minutes".to_owned()));
    screen.press(DOWN).press(BROWSE);
    assert_eq!(screen.escaped().len(), 1, "the radio has no address");
    assert!(screen.status().contains("Radio: no address recorded"), "{}", screen.status());
}

#[test]
fn the_only_source_of_a_selection_is_opened_and_a_source_opens_itself() {
    let mut screen = opened("", USUAL);
    screen.press(ACTORS).select("actor:council").press(BROWSE);
    assert_eq!(browsed(&screen), ("https://council.example/minutes", "source:minutes".to_owned()));
    assert_eq!(screen.selection(), "actor:council");
    screen.press(PALETTE).press(&letters("minutes draft")).press(CARD).press(BROWSE);
    assert_eq!((screen.selection().as_str(), screen.escaped().len()), ("source:minutes", 2));
    screen.press(CLOSE).press(ACTORS).press(VIEW).select("actor:ferry").press(BROWSE);
    assert_eq!(screen.escaped().len(), 2);
    assert!(screen.status().contains("No source is recorded"), "{}", screen.status());
}

#[test]
fn where_a_selection_has_several_sources_the_keys_for_them_and_for_opening_do_the_same() {
    let mut opened = Screen::fixture(USUAL, Language::De);
    opened.press(NEXT_CLAIM);
    let mut sources = opened.clone();
    opened.press(BROWSE);
    sources.press(SOURCES);
    assert!(opened.escaped().is_empty() && opened.shows("Aussage"));
    opened.whole().assert_same(&sources.whole(), "at the sources");
    // A series rests on those of its figures.
    opened.press(PALETTE).press(&letters("reihe kt in nutzung")).press(CARD).press(CLOSE).press(BROWSE);
    assert_eq!((opened.selection().split(':').next(), opened.app().focus()), (Some("series"), Focus::Card));
    let card = opened.framed("Reihe");
    assert!(
        card.rows.iter().any(|row| row.text().contains('▶') && row.text().contains("Pegel")),
        "{}",
        opened.text()
    );
}

/// A bare article's links: those of https are opened, the others only shown.
#[test]
fn of_an_articles_links_only_https_is_opened() {
    let text = "# Bridge\n\nSee [good](https://a.example/x?y=1), [plain](http://a.example), [bad](file:///etc/passwd), [worse](javascript:alert).\n";
    let files = Memory::default().with("article.md", text);
    let mut screen = Screen::open(&files, USUAL, Options { language: Language::En, ..Options::default() });
    screen.press(RIGHT).press(COPY);
    assert!(copied(&screen).0.contains("**Address:** <https://a.example/x?y=1>"), "{}", copied(&screen).0);
    screen.press(BROWSE);
    assert_eq!(browsed(&screen).0, "https://a.example/x?y=1");
    for refused in ["http://a.example", "file:///etc/passwd", "javascript:alert"] {
        screen.press(RIGHT).press(BROWSE);
        assert_eq!(screen.escaped().len(), 2);
        let notice = format!("Only https addresses are opened, not {refused}");
        assert!(screen.status().contains(&notice), "{}", screen.status());
    }
}

/// What `check` would refuse in a dossier is refused here too, and for the same reason.
#[test]
fn an_address_that_is_not_opened_is_reported_with_what_is_wrong() {
    let text = "# Bridge\n\nSee [a](https:///etc/passwd), [b](https://a@b.example), [c](<https://a.example/x|y>), [d](https://a.example:0).\n";
    let files = Memory::default().with("article.md", text);
    let mut screen = Screen::open(&files, USUAL, Options { language: Language::En, ..Options::default() });
    for notice in [
        "Not opened: this address names no host: https:///etc/passwd",
        "Not opened: this address has a user name before its host: https://a@b.example",
        "Not opened: \"|\" is not allowed in an address: https://a.example/x|y",
        "Not opened: this address has no valid port: https://a.example:0",
    ] {
        screen.press(RIGHT).press(BROWSE);
        assert!(screen.status().contains(notice), "{}", screen.status());
        assert_eq!(screen.escaped(), []);
    }
}

#[test]
fn what_became_of_opening_is_shown_and_an_address_is_always_shown_whole() {
    let mut screen = opened("", USUAL);
    let short = address("https://council.example/minutes");
    screen.send(Message::Outcome(Outcome::Browsing(short.clone())));
    assert!(screen.status().contains("Sent to the browser: https://council.example/minutes"));
    screen.send(Message::Outcome(Outcome::AlreadyBrowsing(short.clone())));
    assert!(screen.status().contains("Already being opened: https://council.example/minutes"));
    screen.send(Message::Outcome(Outcome::NotBrowsed(short, thing("source:minutes"))));
    assert!(
        screen.status().contains("No browser can be opened here. Address: https://council.example/minutes")
    );
    assert_eq!(screen.selection(), "", "there is room for it");

    let long = format!("https://council.example/{}", "long/".repeat(20));
    let extra =
        format!("[[source]]\nid = \"long\"\ntype = \"report\"\noutlet = \"Archive\"\nurl = \"{long}\"\n");
    let mut screen = opened(&extra, SMALL);
    screen.send(Message::Outcome(Outcome::NotBrowsed(address(&long), thing("source:long"))));
    assert_eq!((screen.selection().as_str(), screen.app().focus()), ("source:long", Focus::Card));
    assert!(screen.status().contains("the address is on the card"), "{}", screen.status());
    let shown = screen.framed("Source").prose().replace(' ', "");
    assert!(shown.contains(&long), "{shown}");
    // The dossier may be another by then.
    let mut screen = opened("", SMALL);
    screen.send(Message::Outcome(Outcome::NotBrowsed(address(&long), thing("source:long"))));
    assert_eq!(screen.selection(), "");
}
