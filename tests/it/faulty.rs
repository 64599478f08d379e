//! What a reader sees of a dossier that has errors: nothing that is recorded is said to be missing, and nothing that is not
//! confirmed looks as if it were.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use crate::common::{Cells, Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory, load};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

const HEAD: &str = r#"
format = 1
id = "bridge"
title = "The bridge"
observations = "figures.csv"
[article]
file = "article.txt"
language = "en"
outlet = "Courier"
published = "2026-03-02"
[[source]]
id = "minutes"
type = "report"
outlet = "Town council"
accessed = "2026-03-01"
url = "https://council.example/minutes"
[[lane]]
id = "town"
short = "Town"
name = "Town"
[[place]]
id = "bridge"
name = "Bridge"
[[series]]
id = "lorries"
outlet = "Council"
kind = "stock"
unit = "lorries"
title = "Lorries"
definition = "Per day."
"#;
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May, the mayor said.\n";
const FIGURES: &str = "series,place,date,value,qualifier,source\nlorries,bridge,2024,500,exact,minutes\n\
                       lorries,bridge,2025,600,exact,minutes\n";

/// The bridge, with more tables and rows of figures.
fn bridge(tables: &str, rows: &str) -> Memory {
    Memory::default()
        .with("dossier.toml", format!("{HEAD}{tables}"))
        .with("article.txt", ARTICLE)
        .with("figures.csv", format!("{FIGURES}{rows}"))
}

fn open(files: &dyn Files, size: Cells, language: Language) -> Screen {
    Screen::open(files, size, Options { language, theme: Theme::Mono, ..Options::default() })
}

/// The three documents: page, text, Markdown.
fn documents(files: &dyn Files, language: Language) -> [String; 3] {
    let loaded = load(files).unwrap();
    let options = export::Options { language, with_notes: false };
    [export::html(&loaded, options), export::text(&loaded, options), export::markdown(&loaded, options)]
}

/// A text with its lines put together.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown without what keeps its words from being markup.
fn unescaped(markdown: &str) -> String {
    markdown.replace('\\', "").replace("<!-- -->", "")
}

fn copied(screen: &Screen) -> &str {
    match screen.escaped().last() {
        Some(Effect::Copy { text, .. }) => text,
        other => panic!("not copied: {other:?}"),
    }
}

fn claim(id: &str, rest: &str) -> String {
    format!("[[claim]]\nid = \"{id}\"\ntext = \"Claim {id}.\"\nassessment = \"open\"\n{rest}\n")
}

fn source(address: &str) -> String {
    let claim = claim("c", "anchors = [\"old bridge\"]\nsources = [\"paper\"]");
    format!("[[source]]\nid = \"paper\"\ntype = \"report\"\noutlet = \"Paper\"\n{address}\n{claim}")
}

// ---- Addresses -----------------------------------------------------------------------------------------------------

#[test]
fn an_address_that_may_not_be_opened_is_shown_as_text() {
    for (address, why) in [
        ("https://paper.example/p?a=1&b=x|y", "\"|\" is not allowed in an address: "),
        ("http://paper.example/p", "Only https addresses are opened, not "),
        ("https://bank.example@paper.example/p", "this address has a user name before its host: "),
        ("javascript:alert(1)", "Only https addresses are opened, not "),
    ] {
        let files = bridge(&source(&format!("url = \"{address}\"")), "");
        let mut screen = open(&files, (120, 40), Language::En);
        screen.press("5 Down").press("Enter");
        assert!(screen.framed("Claim").prose().contains(address), "{}", screen.text());
        screen.press("o");
        assert!(screen.status().contains(&format!("{why}{address}")), "{}", screen.status());
        screen.press("s Enter");
        assert_eq!(screen.selection(), "source:paper");
        let card = screen.framed("Source");
        assert!(card.text().contains(&format!("! {address}\n")), "{}", card.text());
        assert!(card.text().contains("! This entry has an error (e shows which)."), "{}", card.text());
        screen.press("y");
        let sheet = unescaped(copied(&screen));
        assert!(sheet.contains(&format!("Paper · not read by us · {address}\n")), "{sheet}");

        let [page, text, markdown] = documents(&files, Language::En);
        let escaped = address.replace('&', "&amp;");
        assert!(page.contains(&format!("<dt>Address</dt><dd>{escaped}</dd>")), "{page}");
        assert!(!page.contains(&format!("href=\"{escaped}")), "{page}");
        assert!(flat(&text).contains(&format!("Address: {address} ")), "{text}");
        assert!(!markdown.contains("<https://paper") && !markdown.contains("<https://bank"), "{markdown}");
        let markdown = unescaped(&markdown);
        assert!(markdown.contains(&format!(". Address: {address}")), "{markdown}");
        assert!(markdown.contains("\n- **!** Paper[^source-paper]\n"), "{markdown}");
        assert!(markdown.contains("\n[^source-paper]: **!** Paper. "), "{markdown}");
        assert!(text.contains("\n! [2] Paper\n"), "{text}");
        for document in [&screen.text(), &page, &text, &markdown] {
            assert!(
                !document.to_lowercase().contains("no address") && !document.contains("none recorded"),
                "{document}"
            );
        }
    }
}

#[test]
fn the_articles_own_address_is_text_too_where_it_may_not_be_opened() {
    let head =
        HEAD.replace("outlet = \"Courier\"", "outlet = \"Courier\"\nurl = \"https://courier.example/{a}\"");
    let files = bridge("", "").with("dossier.toml", head);
    let [page, text, markdown] = documents(&files, Language::En);
    assert!(text.contains("The article on the publisher's site: https://courier.example/{a}\n"), "{text}");
    assert!(
        page.contains("https://courier.example/{a}") && !page.contains("href=\"https://courier"),
        "{page}"
    );
    assert!(
        markdown.contains("The article on the publisher's site: https\\://courier.example/\\{a\\}\n"),
        "{markdown}"
    );
}

#[test]
fn only_a_source_without_an_address_has_none() {
    for (language, sheet, entry) in [
        (Language::En, "no address recorded", "Address: none recorded"),
        (Language::De, "keine Adresse verzeichnet", "Adresse: keine verzeichnet"),
    ] {
        let files = bridge(&source("title = \"It closes.\""), "");
        let mut screen = open(&files, USUAL, language);
        screen.press("5 Down o");
        assert!(screen.status().contains(&format!("Paper: {sheet}")), "{}", screen.status());
        let [page, text, markdown] = documents(&files, language);
        let (label, none) = entry.split_once(": ").unwrap();
        assert!(page.contains(&format!("<dt>{label}</dt><dd>{none}</dd>")), "{page}");
        assert!(flat(&text).contains(entry), "{text}");
        // The title ends its sentence itself.
        assert!(markdown.contains(&format!(" {entry}\n")) && !markdown.contains(".. "), "{markdown}");
        let title = if language == Language::En { "“It closes.” " } else { "„It closes.“ " };
        assert!(markdown.contains(&format!("{title}{entry}\n")), "{markdown}");
    }
}

// ---- Hedges --------------------------------------------------------------------------------------------------------

#[test]
fn a_hedge_that_the_article_does_not_have_is_never_shown_as_its_words() {
    for (language, heading, expected) in [
        (Language::En, "The article", "Hedge not confirmed, no evidence: “perhaps maybe”"),
        (Language::De, "Der Artikel", "Vorbehalt nicht bestätigt, kein Beleg: “perhaps maybe”"),
    ] {
        for anchors in ["anchors = [\"The council will close\"]", "anchors = [\"the bridge fell\"]"] {
            let claim = claim("hedged", &format!("{anchors}\nhedge = \"perhaps maybe\""));
            let stop = "[[stop]]\ntitle = \"Stop\"\nselect = \"claim:hedged\"\n";
            let files = bridge(&format!("{claim}{stop}"), "");
            let mut screen = open(&files, (200, 40), language);
            screen.press("5 Down Enter");
            let card = screen.whole();
            assert_eq!(
                card.row_with("perhaps maybe").text().matches(expected).count(),
                1,
                "{}",
                screen.text()
            );
            assert!(card.row_with(expected).text().contains(&format!("! {expected}")), "{}", screen.text());
            assert!(!screen.text().contains(&format!("{heading}: ")), "{}", screen.text());
            screen.press("y");
            assert!(copied(&screen).contains(&format!("\n{expected}\n")), "{}", copied(&screen));
            screen.press("q b v");
            assert!(flat(&screen.text()).contains("perhaps maybe"), "{}", screen.text());
            assert!(screen.whole().row_with("perhaps maybe").text().contains('!'), "{}", screen.text());

            let [page, text, markdown] = documents(&files, language);
            let (label, quote) = expected.split_once(": ").unwrap();
            let in_page = format!("<span class=\"label\">{label}:</span> <span dir=\"auto\"");
            assert!(page.contains(&in_page), "{page}");
            assert!(page.contains("<blockquote class=\"broken\">"), "{page}");
            assert!(flat(&text).contains(&format!("! {expected} ")), "{text}");
            assert!(markdown.contains(&format!("- **! {label}:** {quote}\n")), "{markdown}");
            for document in [&page, &text, &markdown] {
                assert_eq!(document.matches("perhaps maybe").count(), 1, "{document}");
                assert!(!document.contains(&format!("{heading} · “perhaps")), "{document}");
            }
        }
    }
}

#[test]
fn a_hedge_of_the_articles_sentence_stands_beside_its_words() {
    let files = bridge(&claim("c", "anchors = [\"The council will close\"]\nhedge = \"the mayor said\""), "");
    let mut screen = open(&files, USUAL, Language::En);
    screen.press("5 Down Enter");
    assert!(screen.framed("Claim").prose().contains("The article: “the mayor said”"), "{}", screen.text());
    let [_, text, _] = documents(&files, Language::En);
    assert!(text.contains("    The article · “the mayor said”: “The council will close”\n"), "{text}");
    assert!(!text.contains("not confirmed"), "{text}");
}

// ---- What documents promise ----------------------------------------------------------------------------------------

#[test]
fn a_document_promises_evidence_only_where_there_is_no_error() {
    let sound = claim("sound", "anchors = [\"old bridge\"]");
    let lost = claim("lost", "anchors = [\"nowhere\"]");
    let two = format!("{lost}{}", claim("gone", "anchors = [\"elsewhere\"]"));
    for (language, promise, caution, one_error, two_errors) in [
        (
            Language::En,
            "Every statement comes with words of the article or with a source.",
            "Statements without valid evidence are marked “!”.",
            "The dossier has 1 error. What",
            "The dossier has 2 errors. What",
        ),
        (
            Language::De,
            "Zu jeder Angabe stehen die Worte des Artikels oder eine Quelle.",
            "Angaben ohne gültigen Beleg tragen „!“.",
            "Das Dossier hat 1 Fehler. Was",
            "Das Dossier hat 2 Fehler. Was",
        ),
    ] {
        for (tables, says, says_not, errors) in [
            (&sound, promise, caution, None),
            (&lost, caution, promise, Some(one_error)),
            (&two, caution, promise, Some(two_errors)),
        ] {
            for document in documents(&bridge(tables, ""), language) {
                let document = flat(&unescaped(&document));
                assert!(document.contains(says) && !document.contains(says_not), "{document}");
                assert!(errors.is_none_or(|errors| document.contains(errors)), "{document}");
            }
        }
    }
}

#[test]
fn figures_come_from_their_sources_which_says_nothing_of_the_article() {
    for (language, panel, intro) in [
        (
            Language::En,
            "┊ background: from sources",
            "The figures come from their sources, not from the article.",
        ),
        (
            Language::De,
            "┊ Hintergrund: aus Quellen",
            "Die Zahlen stammen aus ihren Quellen, nicht aus dem Artikel.",
        ),
    ] {
        let mut screen = open(&bridge("", ""), USUAL, language);
        // Below the overview, and beside the heading of the series.
        assert!(screen.text().contains(panel), "{}", screen.text());
        assert!(screen.press("4 v").text().contains(panel), "{}", screen.text());
        for document in documents(&bridge("", ""), language) {
            assert!(flat(&unescaped(&document)).contains(intro), "{document}");
        }
    }
}

#[test]
fn the_comparison_of_claims_says_that_it_is_in_our_words() {
    for (language, expected) in [
        (Language::En, "Claims beside the article's words and what the sources say, in our words"),
        (Language::De, "Aussagen, Worte des Artikels und, in unseren Worten, was Quellen sagen"),
    ] {
        let mut screen = open(&bridge(&claim("c", "anchors = [\"old bridge\"]"), ""), (80, 24), language);
        screen.press("5 v");
        assert_eq!(screen.status().trim(), expected);
    }
}

// ---- Figures -------------------------------------------------------------------------------------------------------

/// Rows with an error each: qualifier, decimal comma, place, source, none, and a quote that is not closed.
const BAD_ROWS: &str = "lorries,bridge,2026,700,abuot,minutes\n\
                        lorries,bridge,2023,\"1,65\",exact,minutes\n\
                        lorries,ferry,2022,7,exact,minutes\n\
                        lorries,bridge,2021,400,exact,nowhere\n\
                        lorries,bridge,2020,300,,minutes\n\
                        lorries,bridge,2019,200,exact,\"minutes\n";

#[test]
fn a_series_says_how_many_of_its_rows_were_left_out() {
    for (language, rows, expected) in [
        (Language::En, BAD_ROWS, "6 rows left out"),
        (Language::De, BAD_ROWS, "6 Zeilen ausgelassen"),
        (Language::En, "lorries,bridge,2026,700,abuot,minutes\n", "1 row left out"),
        (Language::De, "lorries,bridge,2025,7,exact,minutes\n", "1 Zeile ausgelassen"),
        (
            Language::En,
            "lorries,bridge,2026,700,exact\nlorries,bridge,2027,7,exact,minutes\n",
            "1 row left out",
        ),
    ] {
        let files = bridge("", rows);
        for size in [(40, 10), (80, 24), (200, 60)] {
            let mut screen = open(&files, size, language);
            screen.press("4 v");
            assert!(
                flat(&screen.text()).contains(&format!("! {expected} (e). Council")),
                "{}",
                screen.text()
            );
        }
        let mut screen = open(&files, (200, 60), language);
        assert!(screen.press("4 v").text().contains("Lorries  ! "), "{}", screen.text());
        screen.press(": L o r r i e s Enter");
        assert!(screen.text().contains(&format!("! {expected}")), "{}", screen.text());
        screen.press("y");
        assert!(copied(&screen).contains(&format!("\n**!** {expected}\n")), "{}", copied(&screen));
        let [page, text, markdown] = documents(&files, language);
        let last = |document: &str, after: &str, expected: &str| {
            let (_, rest) = document.split_once(after).unwrap_or_else(|| panic!("{after}: {document}"));
            assert!(rest.contains(expected), "{document}");
        };
        last(&page, "</table>", &format!("<p class=\"fault\"><span class=\"sign\">!</span> {expected}</p>"));
        last(&text, "600 lorries", &format!("\n    ! {expected}\n"));
        last(&markdown, "600 lorries", &format!("\n- **!** {expected}\n"));
        assert!(text.contains("\n! Council: Lorries\n"), "{text}");
    }
    let mut whole = open(&bridge("", ""), USUAL, Language::En);
    assert!(!whole.press("4").text().contains("left out"), "{}", whole.text());
    let series = whole.press("v").text();
    assert!(series.contains("Lorries  ┊ ") && !series.contains("left out"), "{series}");
}

/// The overview does so of the series that its cursor is in.
#[test]
fn the_overview_says_how_many_rows_were_left_out() {
    for (language, rows, expected) in [
        (Language::En, BAD_ROWS, "! 6 rows left out (e)"),
        (Language::De, "lorries,bridge,2025,7,exact,minutes\n", "! 1 Zeile ausgelassen (e)"),
    ] {
        for size in [(40, 10), (80, 24), (200, 60)] {
            let mut screen = open(&bridge("", rows), size, language);
            screen.press("4");
            assert!(flat(&screen.text()).contains(expected), "{}", screen.text());
        }
    }
}

#[test]
fn rows_that_belong_to_no_series_count_nowhere() {
    let loaded = load(&bridge("", "lorry,bridge,2026,700,exact,minutes\n")).unwrap();
    assert_eq!((loaded.tally.errors, loaded.dossier.series[0].left_out), (1, 0));
    // Under a header that cannot be used no row is read.
    let header = FIGURES.replace("qualifier", "qualifer");
    let loaded = load(&bridge("", "").with("figures.csv", header)).unwrap();
    assert_eq!((loaded.dossier.observations.len(), loaded.dossier.series[0].left_out), (0, 2));
}

#[test]
fn what_limits_a_figure_stands_beside_it_whole() {
    let full = "Enchanted bridge over the long valley";
    for (language, expected, short) in
        [(Language::En, "700 lorries (forecast)", "700 F"), (Language::De, "700 lorries (Prognose)", "700 P")]
    {
        let dossier = HEAD.replace("name = \"Bridge\"", &format!("name = \"{full}\""));
        let files = bridge("", "lorries,bridge,2026,700,forecast,minutes\n").with("dossier.toml", dossier);
        let mut screen = open(&files, (80, 24), language);
        let overview = screen.press("4").text();
        assert!(overview.contains(full), "{overview}");
        assert!(overview.contains(&format!("→{short} ")), "{overview}");
        let chart = screen.press("v").text();
        assert!(chart.contains(full), "{chart}");
        assert!(chart.contains(&format!(" {short}")), "{chart}");
        assert!(flat(&screen.press("End").text()).contains(expected), "{}", screen.text());
        let [page, text, markdown] = documents(&files, language);
        for document in [page, text, unescaped(&markdown)] {
            assert!(flat(&document).contains(expected), "{document}");
        }
    }
}

#[test]
fn an_event_at_fault_is_marked_where_documents_list_it() {
    let event = "[[event]]\nid = \"vote\"\ndate = \"2026-02-30\"\nlane = \"town\"\nkind = \"report\"\n\
                 title = \"Vote\"\nsummary = \"Nine to four.\"\nsources = [\"minutes\"]\n";
    let [page, text, markdown] = documents(&bridge(event, ""), Language::En);
    // The entry, and the list of what rests on its source.
    assert_eq!(text.matches("! 2026-02-30: Vote").count(), 2, "{text}");
    assert!(!text.contains("- 2026-02-30: Vote"), "{text}");
    assert_eq!(page.matches("<span class=\"sign\">!</span> <span class=\"sign\"").count(), 2, "{page}");
    assert!(markdown.contains("### \\! ┊ 2026-02-30: Vote"), "{markdown}");
}

// ---- Wording -------------------------------------------------------------------------------------------------------

#[test]
fn broken_evidence_names_the_key_that_shows_why() {
    for (language, expected) in [
        (Language::En, "! No valid evidence (e shows why)."),
        (Language::De, "! Kein gültiger Beleg (e zeigt, warum)."),
    ] {
        let mut screen = open(&bridge(&claim("c", "anchors = [\"nowhere\"]"), ""), USUAL, language);
        assert!(screen.press("5 Down Enter").text().contains(expected), "{}", screen.text());
    }
}

#[test]
fn words_as_we_read_them_are_headed_once() {
    let inferred =
        "anchors = [{ exact = \"The council will close\", inferred = true }]\nhedge = \"the mayor said\"";
    let [_, text, markdown] = documents(&bridge(&claim("c", inferred), ""), Language::En);
    let heading = "The article, as we read it · “the mayor said”";
    assert!(text.contains(&format!("    ∴ {heading}: “The council will close”\n")), "{text}");
    assert!(markdown.contains(&format!("- **∴ {heading}:** “The council will close”")), "{markdown}");
    assert!(!text.contains("The article. The"), "{text}");
    let [_, text, _] = documents(&bridge(&claim("c", inferred), ""), Language::De);
    assert!(text.contains("∴ Der Artikel, von uns gedeutet · “the mayor said”: “The council"), "{text}");
}

#[test]
fn both_wordings_of_a_quotation_are_copied_in_one_sentence() {
    let quoted = "The council will close the new bridge in May";
    for (language, expected) in [
        (
            Language::En,
            "Was quoted: “The council will close the \\[-new-\\] bridge in May”; now in its place",
        ),
        (
            Language::De,
            "Bisher zitiert: “The council will close the \\[-new-\\] bridge in May”; dort steht jetzt",
        ),
    ] {
        let mut screen =
            open(&bridge(&claim("c", &format!("anchors = [\"{quoted}\"]")), ""), USUAL, language);
        screen.press("5 Down y");
        let expected = expected.replace("\\[-new-\\]", "new");
        assert!(copied(&screen).contains(&expected), "{}", copied(&screen));
    }
}

#[test]
fn undated_events_stand_before_the_day_of_the_article() {
    let event = |id: &str, date: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ndate = \"{date}\"\nlane = \"town\"\nkind = \"report\"\ntitle = \"Event {id}\"\n\
             summary = \"S.\"\nsources = [\"minutes\"]\n"
        )
    };
    let events = event("later", "2026-05-01") + &event("when", "") + &event("early", "2025-01-01");
    for (language, order) in [
        (
            Language::En,
            [
                "2025:",
                "Event early",
                "Undated:",
                "Event when",
                "*** Article published",
                "2026:",
                "Event later",
            ],
        ),
        (
            Language::De,
            [
                "2025:",
                "Event early",
                "Ohne Datum:",
                "Event when",
                "*** Artikel erschienen",
                "2026:",
                "Event later",
            ],
        ),
    ] {
        for events in [events.clone(), events.replace("2026-05-01", "2025-05-01")] {
            let [_, text, _] = documents(&bridge(&events, ""), language);
            // What came after the article is also in brief, before all else.
            let (_, text) =
                text.split_once(if language == Language::De { "ZEITLEISTE" } else { "TIMELINE" }).unwrap();
            let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
            let early = events.matches("2025").count() == 2;
            let order: Vec<&str> = order.into_iter().take(if early { 5 } else { 7 }).collect();
            assert!(order.is_sorted_by_key(|words| place(words)), "{text}");
            assert_eq!(text.matches("*** ").count(), 1, "{text}");
        }
    }
}

// ---- Order ---------------------------------------------------------------------------------------------------------

#[test]
fn what_is_said_of_one_place_stands_in_the_order_of_the_list() {
    // The words of both begin at the same place; those of the second end first.
    let claims = claim("first", "anchors = [\"The council will close the old bridge\"]")
        + &claim("second", "anchors = [\"The council\"]");
    let files = bridge(&claims, "");
    let screen = open(&files, (200, 40), Language::En).press("5 v").text();
    let [page, text, markdown] = documents(&files, Language::En);
    for all in [screen, page, flat(&text), markdown] {
        let places: Vec<usize> =
            ["Claim first.", "Claim second."].iter().map(|words| all.find(words).unwrap()).collect();
        assert!(places[0] < places[1], "{all}");
    }
}
