//! A dossier with a claim and an event of the fewest keys, in every view and every output.

use fundstelle::dossier::news::Counts;
use fundstelle::export::{self, citation};
use fundstelle::facts::Label;
use fundstelle::i18n::language::Language;
use fundstelle::load::load;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::plain::{Reading, Reply};
use fundstelle::protocol::slide::{self, Slide};
use fundstelle::protocol::{holdings, names, words};

use super::{
    ARTICLE, CLAIM, EVENT, LANGUAGES, SIZES, SOURCE, context, documents, dossier, flat, open, open_in,
    place_of, reports, shown,
};
use crate::common::run::Folder;
use crate::common::{Row, Screen, thing};

/// The claim's words as they are quoted.
const QUOTED: &str = "“close the old bridge in May”";

#[test]
fn it_is_read_without_a_report() {
    let files = dossier(&format!("{CLAIM}{EVENT}"));
    assert_eq!(reports(&files), [""; 0]);
    let answer = Folder::of(&files).run(&["check", "--strict"]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    // What is said beside it stands on its card, and is not missed in the list.
    let beside = format!("{CLAIM}note = \"We asked.\"\nsearched = \"The order.\"\n{EVENT}");
    for (files, size) in [(&files, "80x24"), (&files, "120x40"), (&dossier(&beside), "80x24")] {
        let answer = Folder::of(files).run(&["check", "--strict", "--size", size]);
        assert_eq!(answer.code, Some(0), "{answer:?}");
    }
}

#[test]
fn a_claim_needs_words_of_ours_or_of_the_article() {
    let claim = "[[claim]]\nid = \"c\"\nassessment = \"open\"\n";
    let missing = |claim: &str| format!("{}: key-missing", place_of(claim, "[[claim]]"));
    let with_source = format!("{SOURCE}{claim}sources = [\"minutes\"]\n");
    assert_eq!(reports(&dossier(&with_source)), [missing(&with_source)]);
    let with_empty_list = format!("{with_source}anchors = []\n");
    assert_eq!(reports(&dossier(&with_empty_list)), [missing(&with_empty_list)]);
    // That nothing supports it is enough.
    assert_eq!(reports(&dossier(claim)), [format!("{}: evidence-missing", place_of(claim, "[[claim]]"))]);
    // One report for one slip.
    for (slip, rule) in
        [("text = 5", "value-type"), ("txet = \"It closes.\"", "key-unknown"), ("anchors = 5", "value-type")]
    {
        let tables = format!("{with_source}{slip}\n");
        let found = reports(&dossier(&tables));
        assert_eq!(found.len(), 1, "{slip}: {found:?}");
        assert!(found[0].ends_with(rule), "{slip}: {found:?}");
    }
    // Without a text, an anchor that is not in the article is one slip too, and nowhere do the words pass for the article's.
    let lost = CLAIM.replace("close the old", "shut the old");
    let files = dossier(&lost);
    assert_eq!(reports(&files).len(), 1, "{:?}", reports(&files));
    let name = names::name(&context(&files, Language::En), &thing("claim:closes"));
    assert_eq!(name, "No evidence: “shut the old bridge in May”");
    for (output, text) in documents(&files, Language::En) {
        let text = if output == "page" { shown(&text) } else { text };
        let quoted = text.matches("“shut the old").count();
        let marked = ["No evidence: “shut", "Not in the article, no evidence: “shut", "no evidence:** “shut"];
        let marked: usize = marked.iter().map(|words| text.matches(words).count()).sum();
        assert!(quoted > 0 && quoted == marked, "{output}: {text}");
    }
}

#[test]
fn every_view_shows_the_articles_words_as_the_articles() {
    let files = dossier(&format!("{CLAIM}{EVENT}"));
    for (size, language, glyphs) in SIZES
        .into_iter()
        .flat_map(|size| LANGUAGES.map(|language| (size, language)))
        .flat_map(|(size, language)| [Glyphs::Unicode, Glyphs::Ascii].map(|glyphs| (size, language, glyphs)))
    {
        let screen = open_in(&files, size, language, glyphs);
        // The list, the comparison, the score, each on the whole screen.
        for keys in ["5 z", "5 v z", "5 v v z"] {
            let mut screen = screen.clone();
            let prose = panel(screen.press(keys));
            assert!(prose.contains(QUOTED), "{keys} {size:?}:\n{}", screen.text());
            assert_eq!(
                prose.matches("close the old bridge").count(),
                1,
                "{keys} {size:?}:\n{}",
                screen.text()
            );
        }
        // The card, where the words that are quoted stand below the name.
        let mut card = screen.clone();
        let prose = panel(card.press("5 Enter z"));
        let sign = if glyphs == Glyphs::Ascii { "|" } else { "▏" };
        assert_eq!(prose.matches(&format!("{sign} {QUOTED}")).count(), 2, "{}", card.text());
        // The status line, the search, what one goes to.
        assert!(card.status().contains("“close the old"), "{}", card.text());
        let mut found = screen.clone();
        found.press("/ b r i d g e Space M a y");
        assert!(found.text().contains(QUOTED), "{}", found.text());
        let mut palette = screen.clone();
        palette.press(": b r i d g e Space i n");
        assert!(palette.text().contains("“close the old bridge in May"), "{}", palette.text());
    }
}

/// What is on the screen above the status line, its rows put together.
fn panel(screen: &Screen) -> String {
    let rows = screen.whole().rows;
    let rows = rows[..rows.len() - 2].iter().map(Row::text);
    let rows: Vec<String> =
        rows.map(|row| row.trim().trim_matches(['│', '┃', '>', '▶', ' ']).to_owned()).collect();
    flat(&rows.join(" "))
}

#[test]
fn an_event_without_a_summary_has_nothing_empty() {
    let files = dossier(&format!("{CLAIM}{EVENT}"));
    for (language, kind, said) in [
        (
            Language::En,
            "Event",
            "Board meets March 2026 · decision · perhaps after the article The article “The board met in March”",
        ),
        (
            Language::De,
            "Ereignis",
            "Board meets März 2026 · Entscheidung · vielleicht nach dem Artikel Der Artikel “The board met in March”",
        ),
    ] {
        let mut screen = open_in(&files, (120, 40), language, Glyphs::Unicode);
        screen.press("3 Enter");
        assert_eq!(screen.framed(kind).prose().trim(), said, "{}", screen.text());
        let copy = citation::of_thing(&context(&files, language), &thing("event:met"));
        assert!(!copy.contains(":**\n"), "{copy}");
        let heading = words::label(language, Label::Summary);
        for (output, text) in documents(&files, language) {
            assert!(!text.contains(&heading), "{output}: {text}");
            assert!(!text.contains("<dd></dd>") && !text.contains("<p></p>"), "{output}: {text}");
        }
    }
}

#[test]
fn without_lanes_the_list_has_no_column_for_them() {
    let bare = open(&dossier(EVENT)).press("3").framed("3 Timeline").row_with("Board meets").text();
    assert!(bare.contains("◆ Board meets"), "{bare}");
    let lane = "[[lane]]\nid = \"town\"\nshort = \"Town\"\nname = \"The town\"\n";
    let other = EVENT.replace("\"met\"", "\"vote\"").replace("Board meets", "Board votes");
    let mut screen = open(&dossier(&format!("{lane}{EVENT}{other}lane = \"town\"\n")));
    let timeline = screen.press("3").framed("3 Timeline");
    assert!(timeline.row_with("Board votes").text().contains("◆ Town Board votes"), "{}", screen.text());
    assert!(timeline.row_with("Board meets").text().contains("◆      Board meets"), "{}", screen.text());
}

#[test]
fn every_document_quotes_it() {
    let files = dossier(&format!("{CLAIM}{EVENT}"));
    for language in LANGUAGES {
        for (output, text) in documents(&files, language) {
            let text = if output == "page" { shown(&text) } else { text };
            assert!(text.contains(QUOTED), "{output}: {text}");
            assert!(!text.contains("claim:closes") && !text.contains("event:met"), "{output}: {text}");
            // In the article and in whole sentences it stands without marks.
            let bare = text.matches("close the old bridge in May").count() - text.matches(QUOTED).count();
            assert_eq!(bare, 1, "{output}: {text}");
        }
        let loaded = load(&files).unwrap();
        for text in [
            shown(&export::brief_html(&loaded, language)),
            flat(&export::brief_text(&loaded, language)),
            flat(&export::brief_markdown(&loaded, language)),
        ] {
            assert!(text.contains(QUOTED), "{text}");
            assert_eq!(text.matches("close the old bridge").count(), text.matches(QUOTED).count(), "{text}");
        }
        let copy = citation::of_thing(&context(&files, language), &thing("claim:closes"));
        assert!(copy.lines().next().unwrap().contains(QUOTED), "{copy}");
    }
    // A browser and a screen reader know whose language it is.
    let [(_, page), ..] = documents(&files, Language::De);
    assert!(page.contains(&format!("lang=\"en\">{QUOTED}")), "{page}");
}

#[test]
fn the_plain_reading_names_it_by_its_words() {
    let files = dossier(&format!("{CLAIM}{EVENT}"));
    let mut reading = Reading::new(export::edition(&load(&files).unwrap(), Language::En, 80));
    let Reply::Text(text) = reading.answer("go to claim 1") else { panic!("it goes on") };
    assert!(flat(&text).contains(QUOTED), "{text}");
}

#[test]
fn a_tour_that_nobody_wrote_shows_the_words_once() {
    let claim = CLAIM.replace("\"open\"", "\"qualified\"\nsources = [\"minutes\"]");
    let source = format!("{SOURCE}accessed = \"2026-03-01\"\n");
    let files = dossier(&format!("{source}{claim}"));
    assert_eq!(reports(&files), [""; 0]);
    let context = context(&files, Language::En);
    let stop = &context.dossier.tour()[0];
    assert_eq!(Slide::of(&context, stop).title, "Claim 1");
    // In the list of stops, where nothing quotes it, it is called by its words.
    assert_eq!(slide::title(&context, stop), QUOTED);
    let stops = open(&files).press("b i").text();
    assert!(stops.contains(QUOTED), "{stops}");
    // The handout says what was found by the article's words.
    let brief = flat(&export::brief_text(&load(&files).unwrap(), Language::En));
    assert!(brief.contains(QUOTED), "{brief}");
}

#[test]
fn long_quotations_are_cut_between_words() {
    let sentence = "The council will close the old bridge in May, ".repeat(4);
    let article = format!("Title\n{sentence}they say.\n");
    let claim =
        format!("[[claim]]\nid = \"c\"\nanchors = [\"{}they say\"]\nassessment = \"open\"\n", &sentence);
    let files = dossier(&claim).with("a.txt", article);
    assert_eq!(reports(&files), [""; 0]);
    let name = names::name(&context(&files, Language::En), &thing("claim:c"));
    assert!(name.starts_with("“The council will") && name.ends_with(" …”"), "{name}");
    assert!(name.chars().count() <= 124, "{name}");
    let said = name.trim_start_matches('“').trim_end_matches(" …”");
    assert!(sentence.starts_with(&format!("{said} ")), "{name}");
}

#[test]
fn what_is_new_is_named_by_the_articles_words() {
    let (before, after) = (dossier(EVENT), dossier(&format!("{CLAIM}{EVENT}")));
    let held = |files| holdings::snapshot(&load(files).unwrap().dossier);
    let news = held(&after).since(&held(&before));
    assert_eq!(news.counts(), Counts { added: 1, ..Counts::default() });
    let gone = held(&before).since(&held(&after));
    assert_eq!(gone.entries[0].names.get("de"), QUOTED);
    // And what differs has a name of its own.
    let searched =
        dossier(&format!("{CLAIM}searched = \"The order.\"\nattribution = \"two officials\"\n{EVENT}"));
    let changed = held(&searched).since(&held(&after));
    let differences = format!("{:?}", changed.entries[0].what);
    assert!(differences.contains("Searched") && differences.contains("Attribution"), "{differences}");
    assert!(ARTICLE.contains("two officials"));
}
