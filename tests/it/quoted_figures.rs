//! Figures that the article gives: a row quotes its words, and everywhere the article is said to be who gives them.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use crate::common::run::Folder;
use crate::common::{Cells, Screen};
use fundstelle::app::Options;
use fundstelle::dossier::{Id, Kind, Ref, Standing};
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Loaded, Memory, Problem, load};
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
title = "Minutes of February"
issued = "2026-02-24"
accessed = "2026-03-01"
url = "https://council.example/minutes"
[[actor]]
id = "council"
kind = "government"
name = "Council"
aliases = ["council"]
[[claim]]
id = "closes"
text = "It closes."
anchors = ["close the old bridge"]
assessment = "open"
sources = ["minutes"]
[[place]]
id = "north"
name = "North ramp"
[[place]]
id = "south"
name = "South ramp"
[[series]]
id = "lorries"
outlet = "Courier"
kind = "stock"
unit = "lorries"
title = "Lorries on the bridge"
definition = "Per day."
"#;
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May. In 2024 some 500 lorries crossed the \
                       north ramp each day; in 2025 it was 600 lorries.\nOn the south ramp it was 600 lorries too.\n";
const COLUMNS: &str = "series,place,date,value,qualifier,source,note,anchor,anchor.prefix,anchor.suffix\n";
/// The article gives both.
const BOTH_GIVEN: &str = "lorries,north,2024,500,about,,,some 500 lorries crossed,,\n\
                          lorries,north,2025,600,exact,,,600 lorries,in 2025 it was ,\n";

fn files(rows: &str) -> Memory {
    Memory::default()
        .with("dossier.toml", HEAD)
        .with("article.txt", ARTICLE)
        .with("figures.csv", format!("{COLUMNS}{rows}"))
}

fn opened(rows: &str) -> Loaded {
    load(&files(rows)).unwrap()
}

fn headings(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(Problem::heading).collect()
}

fn screen(files: &dyn Files, size: Cells, language: Language) -> Screen {
    Screen::open(files, size, Options { language, theme: Theme::Mono, ..Options::default() })
}

/// A text with its lines put together.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn copied(screen: &Screen) -> &str {
    match screen.escaped().last() {
        Some(Effect::Copy { text, .. }) => text,
        other => panic!("not copied: {other:?}"),
    }
}

// ---- What is read --------------------------------------------------------------------------------------------------

#[test]
fn the_articles_words_are_enough() {
    let loaded = opened(BOTH_GIVEN);
    assert_eq!(headings(&loaded), [""; 0]);
    let dossier = &loaded.dossier;
    let [one, other] = &dossier.observations[..] else { panic!("{:?}", dossier.observations) };
    assert_eq!((one.source(), other.source()), (None, None));
    for figure in [one, other] {
        assert_eq!(dossier.standing(&figure.to_ref()), Standing::Article);
        let passages = dossier.passages(&figure.to_ref());
        assert_eq!(passages.len(), 1, "{passages:?}");
    }
    assert_eq!(&dossier.article.text[dossier.passages(&other.to_ref())[0].range.clone()], "600 lorries");
    assert!(
        dossier.article.text[..dossier.passages(&other.to_ref())[0].range.start].ends_with("in 2025 it was ")
    );
    let series = Ref::new(Kind::Series, &Id::new("lorries"));
    assert_eq!(dossier.standing(&series), Standing::Article);
    assert_eq!(dossier.passages(&series).len(), 2);
    // Without the column of sources as well.
    let rows = BOTH_GIVEN.replace("about,,", "about,").replace("exact,,", "exact,");
    let figures = format!("{COLUMNS}{rows}").replace("source,", "");
    let loaded = load(&files("").with("figures.csv", figures)).unwrap();
    assert_eq!(headings(&loaded), [""; 0]);
}

#[test]
fn a_source_beside_the_words_supports_the_figure_too() {
    let loaded = opened("lorries,north,2024,500,about,minutes,,some 500 lorries crossed,,\n");
    assert_eq!(headings(&loaded), [""; 0]);
    let figure = loaded.dossier.observations[0].to_ref();
    assert_eq!(loaded.dossier.standing(&figure), Standing::Both);
    let series = Ref::new(Kind::Series, &Id::new("lorries"));
    assert_eq!(loaded.dossier.standing(&series), Standing::Both);
    // Of a series that the article gives only in part, sources are what is said.
    let loaded = opened(&format!("{BOTH_GIVEN}lorries,south,2024,300,exact,minutes,,,,\n"));
    assert_eq!(loaded.dossier.standing(&series), Standing::Background);
    assert_eq!(loaded.dossier.standing_of_figures([&series]), Standing::Both);
}

/// The rows, what is reported of them with the place as line, column and end, whether the figure is there, and whether it
/// is marked.
#[test]
fn what_is_wrong_with_the_words_is_reported_at_them() {
    for (row, rule, place, is_kept, is_marked, hint) in [
        (
            "lorries,north,2024,500,about,,,,,",
            "text-empty",
            (2, 30, 30),
            false,
            false,
            "quote the words of the article",
        ),
        (
            "lorries,north,2024,500,about,,,In 2024 some 500 trucks crossed the north ramp each day,,",
            "anchor-reworded",
            (2, 32, 87),
            true,
            true,
            "write \"In 2024 some 500 lorries crossed the north ramp each day\" in anchor by hand",
        ),
        (
            "lorries,north,2024,500,about,,,nobody has counted anything,,",
            "anchor-lost",
            (2, 32, 59),
            true,
            true,
            "copy the words",
        ),
        (
            "lorries,north,2025,600,exact,,,600 lorries,,",
            "anchor-ambiguous",
            (2, 32, 43),
            true,
            true,
            "in anchor.",
        ),
        (
            "lorries,north,2025,600,exact,minutes,,600 lorries,,",
            "anchor-ambiguous",
            (2, 39, 50),
            true,
            true,
            "in anchor.",
        ),
        (
            "lorries,north,2025,600,exact,,,600 lorries,in 2026 it was ,",
            "anchor-context",
            (2, 32, 43),
            true,
            true,
            "",
        ),
        (
            "lorries,north,2024,500,about,minutes,,,some ,",
            "anchor-empty",
            (2, 40, 44),
            true,
            false,
            "write the words themselves",
        ),
        (
            "lorries,north,2024,710,about,,,some 500 lorries crossed,,",
            "figure-differs",
            (2, 32, 56),
            true,
            false,
            "correct the value",
        ),
        (
            "lorries,north,2024,500,about,nobody,,some 500 lorries crossed,,",
            "reference-unknown",
            (2, 30, 36),
            false,
            false,
            "",
        ),
    ] {
        let loaded = opened(&format!("{row}\n"));
        let of_row: Vec<&Problem> =
            loaded.problems.iter().filter(|problem| problem.location.file == "figures.csv").collect();
        let [problem] = of_row[..] else { panic!("{row}: {:#?}", loaded.problems) };
        let at = &problem.location;
        assert_eq!(problem.rule.id(), rule, "{problem}");
        assert_eq!((at.line, at.column, at.end_column), place, "{problem}");
        assert!(problem.hint.contains(hint), "{problem}");
        assert!(!problem.to_string().contains("relink"), "{problem}");
        assert_eq!(loaded.dossier.observations.len(), usize::from(is_kept), "{row}");
        let marked = loaded
            .dossier
            .observations
            .iter()
            .any(|figure| loaded.faulty.evidence.contains(&figure.to_ref()));
        assert_eq!(marked, is_marked, "{row}");
    }
}

#[test]
fn words_that_do_not_stand_are_no_evidence() {
    let rows = "lorries,north,2024,500,about,,,some 500 trucks crossed,,\n";
    let loaded = opened(rows);
    let series = Ref::new(Kind::Series, &Id::new("lorries"));
    let figure = loaded.dossier.observations[0].to_ref();
    let standing = |item: &Ref| loaded.dossier.standing(item);
    assert_eq!((standing(&figure), standing(&series)), (Standing::Broken, Standing::Broken));
    for (language, from) in [(Language::De, "aus dem Artikel"), (Language::En, "from the article")] {
        let mut screen = screen(&files(rows), (120, 40), language);
        let chart = screen.press("4 v").text();
        assert!(!chart.contains(&format!("▏ {from}")), "{chart}");
        let [page, text, _] = documents(&loaded, language);
        let (_, row) = page.split_once("<tr role=\"row\" id=\"observation--0\">").unwrap();
        let (row, _) = row.split_once("</tr>").unwrap();
        assert!(row.contains("! 2024") && !row.contains("some 500"), "{row}");
        assert!(!page.contains("words-observation"), "{page}");
        assert!(text.lines().any(|line| line.contains("! 2024") && !line.contains("some 500")), "{text}");
    }
    let csv = export::series_csv(&loaded, Language::En);
    assert!(csv.contains(",some 500 trucks crossed,,,"), "as the author wrote it: {csv}");
}

/// What nothing supports is listed, marked; it is no mark of a chart, no end of a change, and no figure of a slide or finding.
#[test]
fn a_figure_that_nothing_supports_is_neither_drawn_nor_computed_with() {
    let given = "lorries,north,2024,500,exact,,,some 500 lorries crossed,,\n";
    let lost = format!("{given}lorries,north,2025,723,exact,,,723 lorries,,\n");
    let sound = format!("{given}lorries,north,2025,600,exact,,,600 lorries,in 2025 it was ,\n");
    let overview = |rows: &str, size| screen(&files(rows), size, Language::En).press("4 z").text();
    for size in [(80, 24), (120, 40)] {
        assert!(overview(&sound, size).contains("500→600"), "{}", overview(&sound, size));
        let text = overview(&lost, size);
        assert!(text.contains("500") && !text.contains("723") && !text.contains("500→"), "{text}");
    }
    let stop = "[[stop]]\ntitle = \"S\"\nselect = \"series:lorries\"\nshow = \"figure\"\nbig = \"723\"\n";
    let files = files(&lost).with("dossier.toml", format!("{HEAD}finding = \"723 a day\"\n{stop}"));
    let loaded = load(&files).unwrap();
    let rules: Vec<&str> = loaded.problems.iter().map(|problem| problem.rule.id()).collect();
    assert!(rules.contains(&"stop-figure-unsupported"), "{rules:?}");
    assert_eq!(loaded.dossier.stops[0].big, None);
    let [page, text, markdown] = documents(&loaded, Language::En);
    for document in [page, text, markdown] {
        assert!(!document.contains("45%") && !document.contains("44.6"), "{document}");
    }
}

/// What stands in a CSV is not written by relink: it says so, and that something is left.
#[test]
fn relink_lists_what_is_to_be_corrected_by_hand() {
    let rows = "lorries,north,2024,500,about,,,In 2024 some 500 trucks crossed the north ramp each day,,\n";
    let folder = Folder::of(&files(rows));
    let answer = folder.run(&["relink"]);
    assert_eq!(answer.code, Some(1), "{}", answer.stdout);
    assert!(
        answer.stdout.contains("by hand") && answer.stdout.contains("figures.csv:2:32"),
        "{}",
        answer.stdout
    );
    assert_eq!(folder.read("figures.csv"), format!("{COLUMNS}{rows}"));
    let answer = Folder::of(&files(BOTH_GIVEN)).run(&["relink"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stdout);
    assert!(!answer.stdout.contains("by hand"), "{}", answer.stdout);
}

#[test]
fn a_row_that_is_left_out_quotes_nothing() {
    let loaded = opened("lorries,north,2024,many,about,,,nobody has counted anything,,\n");
    let of_row: Vec<String> = headings(&loaded);
    assert!(of_row.iter().any(|heading| heading.ends_with("[number-invalid]")), "{of_row:?}");
    assert!(loaded.dossier.observations.is_empty() && loaded.faulty_words_of_figures().next().is_none());
}

// ---- What is seen --------------------------------------------------------------------------------------------------

/// Page, text and Markdown.
fn documents(loaded: &Loaded, language: Language) -> [String; 3] {
    let options = export::Options { language, with_notes: false };
    [export::html(loaded, options), export::text(loaded, options), export::markdown(loaded, options)]
}

#[test]
fn one_key_leads_from_a_figure_to_its_words() {
    for (language, from) in [(Language::De, "aus dem Artikel"), (Language::En, "from the article")] {
        let mut screen = screen(&files(BOTH_GIVEN), (120, 40), language);
        let chart = screen.press("4 v").text();
        assert!(chart.contains(&format!("▏ {from}")), "{chart}");
        assert!(!chart.contains("from sources") && !chart.contains("Quellen"), "{chart}");
        screen.press("Right");
        assert_eq!(screen.selection(), "observation:lorries/north/2025/");
        let readout = screen.framed("4 Trend").prose();
        assert!(readout.contains("· “600 lorries”"), "{readout}");
        screen.press("w");
        // The words themselves, not those on the other ramp.
        let article = screen.framed(if language == Language::En { "1 Article" } else { "1 Artikel" });
        let lit = article.words('R').join(" ");
        assert_eq!(lit, "600 lorries", "{}", article.text());
        assert!(flat(&article.text()).contains("in 2025 it was 600 lorries"), "{}", article.text());
        // And on from there to the same figure's card.
        screen.press("Enter");
        let card = screen.text();
        assert!(card.contains("▏ “600 lorries”") || card.contains("▏ “600 lorries"), "{card}");
    }
}

#[test]
fn the_article_has_the_sign_of_a_figure_beside_its_words_and_a_click_selects_it() {
    let mut screen = screen(&files(BOTH_GIVEN), (120, 40), Language::En);
    let text = screen.text();
    let (y, row) = text.lines().enumerate().find(|(_, line)| line.contains("2024 some 500 lorries")).unwrap();
    let x = row.chars().position(|c| c == '▏').unwrap_or_else(|| panic!("{text}"));
    screen.press("M").click((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()));
    assert_eq!(screen.selection(), "observation:lorries/north/2024/");
    let lit = screen.framed("1 Article").words('R').join(" ");
    assert_eq!(lit, "some 500 lorries crossed");
    // The claim's sign yields to none.
    assert!(text.lines().any(|line| line.contains("? ") && line.contains("close the old bridge")), "{text}");
}

#[test]
fn a_series_is_quoted_on_its_card_and_leads_to_the_words() {
    let mut screen = screen(&files(BOTH_GIVEN), (120, 40), Language::En);
    screen.press(": L o r r i e s Enter");
    assert_eq!(screen.selection(), "series:lorries");
    let card = screen.framed("Series").text();
    for words in [
        "▏ The article",
        "▏ “some 500 lorries crossed”",
        "▏ “600 lorries”",
        "▏ North ramp · 2024 · about 500 lorries",
    ] {
        assert!(card.contains(words), "{card}");
    }
    assert!(!card.contains("source"), "the article is no source: {card}");
    let passages: Vec<_> = screen.lit().passages.iter().map(|passage| passage.range.clone()).collect();
    assert_eq!(passages.len(), 2);
    screen.press("y");
    let sheet = copied(&screen).replace('\\', "");
    assert!(sheet.contains("> “some 500 lorries crossed”"), "{sheet}");
    assert!(sheet.contains("- North ramp · 2025 · 600 lorries · Article · “600 lorries”"), "{sheet}");
    assert!(sheet.contains("**Article:** “Old bridge to close”, Courier"), "the article is named: {sheet}");
}

#[test]
fn the_table_names_the_article_where_it_gives_a_figure() {
    let rows = format!(
        "{BOTH_GIVEN}lorries,south,2024,300,exact,minutes,,,,\nlorries,south,2025,600,exact,minutes,,600 lorries,On the south ramp it was ,\n"
    );
    let listed = HEAD.replace("kind = \"stock\"\nunit = \"lorries\"", "kind = \"list\"\nunit = \"lorries\"");
    let with_unit: Vec<String> = rows.lines().map(|row| format!("{row},lorries")).collect();
    let figures = format!("{},unit\n{}\n", COLUMNS.trim_end(), with_unit.join("\n"));
    for (language, article) in [(Language::De, "Artikel"), (Language::En, "Article")] {
        let files = files("").with("dossier.toml", listed.as_str()).with("figures.csv", figures.as_str());
        let mut screen = screen(&files, (160, 40), language);
        screen.press("4 z");
        if !screen.text().contains("Town council") {
            screen.press("v");
        }
        let table = screen.text();
        let row = |words: &str| {
            table.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {table}"))
        };
        assert!(row("500 lorries").contains('▏') && row("500 lorries").contains(article), "{table}");
        assert!(
            !row("300 lorries").contains(article) && row("300 lorries").contains("Town council"),
            "{table}"
        );
        let both =
            table.lines().rfind(|line| line.contains("600 lorries") && line.contains("South")).unwrap();
        assert!(both.contains(&format!("{article} · Town council")), "{table}");
    }
}

#[test]
fn every_document_quotes_the_article_where_a_source_would_stand() {
    let rows = format!(
        "{BOTH_GIVEN}lorries,south,2024,300,exact,minutes,,,,\nlorries,south,2025,600,exact,minutes,,600 lorries,On the south ramp it was ,\n"
    );
    let loaded = opened(&rows);
    assert_eq!(headings(&loaded), [""; 0]);
    let [page, text, markdown] = documents(&loaded, Language::En);
    // A link to the words, which are marked there; and from the words to the row.
    let (_, cell) = page.split_once("about 500 lorries</td>").unwrap();
    let (cell, _) = cell.split_once("</td>").unwrap();
    let (_, link) = cell.split_once("<a href=\"#").unwrap();
    let (anchor, words) = link.split_once("\">").unwrap();
    assert_eq!(words, "“some 500 lorries crossed”</a>");
    assert!(page.contains(&format!("id=\"{anchor}\">some 500 lorries crossed</span>")), "{page}");
    let (_, here) = page.split_once("<dt>Figures</dt>").unwrap();
    assert!(
        here.contains(
            "North ramp · 2024 · about 500 lorries</a> <span class=\"under\">Courier: Lorries on the bridge"
        ),
        "{here}"
    );
    let flat_text = flat(&text);
    assert!(
        flat_text.contains("- 2024; North ramp; about 500 lorries; “some 500 lorries crossed” "),
        "{text}"
    );
    assert!(
        flat_text.contains("- 2025; South ramp; 600 lorries; “600 lorries” · Town council, 24 Feb 2026"),
        "{text}"
    );
    assert!(flat_text.contains("The article: “some 500 lorries crossed” "), "{text}");
    assert!(
        markdown.contains(
            "| 2025 | South ramp | 600 lorries | “600 lorries” · Town council, 24 Feb 2026[^source-minutes] |"
        ),
        "{markdown}"
    );
    assert!(
        markdown.contains("| 2024 | South ramp | 300 lorries | Town council, 24 Feb 2026[^source-minutes] |"),
        "{markdown}"
    );
    for document in [&page, &text, &markdown] {
        assert!(!flat(document).contains("come from their sources, not from the article"), "{document}");
    }
    // What comes back is what was there.
    let csv = export::series_csv(&loaded, Language::En);
    assert!(csv.starts_with("series,place,date,part,value,qualifier,unit,source,note,anchor,anchor.prefix,anchor.suffix,series_title,"), "{csv}");
    assert!(csv.contains(",600,exact,lorries,,,600 lorries,in 2025 it was ,,"), "{csv}");
    let again = load(&files("").with("figures.csv", csv)).unwrap();
    let evidence = |loaded: &Loaded| {
        let figures = loaded.dossier.observations.iter();
        figures.map(|figure| (figure.id.clone(), figure.evidence.clone())).collect::<Vec<_>>()
    };
    assert_eq!(evidence(&loaded), evidence(&again));
}

/// Old files have no such columns, and are written without.
#[test]
fn without_quotations_nothing_is_said_of_the_article() {
    let loaded = load(&files("").with(
        "figures.csv",
        "series,place,date,value,qualifier,source\nlorries,north,2024,500,exact,minutes\nlorries,north,2025,600,exact,minutes\n",
    ))
    .unwrap();
    let csv = export::series_csv(&loaded, Language::En);
    assert!(
        csv.starts_with("series,place,date,part,value,qualifier,unit,source,note,series_title,"),
        "{csv}"
    );
    for document in documents(&loaded, Language::En) {
        assert!(
            flat(&document).contains("The figures come from their sources, not from the article."),
            "{document}"
        );
        assert!(!document.contains("from the article and"), "{document}");
    }
}

#[test]
fn the_article_is_no_independent_origin() {
    let rows = format!(
        "{BOTH_GIVEN}lorries,south,2024,300,exact,minutes,,,,\nlorries,south,2025,600,exact,minutes,,600 lorries,On the south ramp it was ,\n"
    );
    let loaded = opened(&rows);
    let [.., figures] = loaded.dossier.thinly_sourced();
    // Two have a source, each one origin, whatever the article says; two are the article's and no background.
    assert_eq!((figures.of, figures.thin[0].count), (2, 2));
    let folder = Folder::of(&files(&rows));
    let answer = folder.run(&["check", "--coverage"]);
    assert!(answer.stdout.contains("Figures: 2 of 2"), "{}", answer.stdout);
}

#[test]
fn a_slide_names_the_article_as_who_says_it() {
    let stop = "[[stop]]\ntitle = \"More lorries\"\nshow = \"chart\"\nselect = \"series:lorries\"\nbig = \"600 lorries\"\n";
    for (language, article, verdict) in [
        (Language::En, "Article: Courier, 2 Mar 2026", "IN THE ARTICLE"),
        (Language::De, "Artikel: Courier, 2.3.2026", "IM ARTIKEL"),
    ] {
        let files = files(BOTH_GIVEN).with("tour.toml", stop);
        assert_eq!(headings(&load(&files).unwrap()), [""; 0]);
        let mut screen = screen(&files, (120, 40), language);
        let slide = screen.step_by_itself(60).text();
        assert!(slide.contains(article) && slide.contains(verdict), "{slide}");
        assert!(!slide.contains("Town council"), "{slide}");
    }
}

/// Of some figures that the article gives a slide says how many, and never that none of it is in the article.
#[test]
fn a_slide_says_how_many_figures_the_article_gives() {
    let stop = "[[stop]]\ntitle = \"More lorries\"\nshow = \"chart\"\nselect = \"series:lorries\"\n";
    let rows = format!("{BOTH_GIVEN}lorries,south,2024,300,exact,minutes,,,,\n");
    let mut screen = screen(&files(&rows).with("tour.toml", stop), (120, 40), Language::En);
    let slide = screen.step_by_itself(60).text();
    assert!(slide.contains("2 OF 3 IN THE ARTICLE") && !slide.contains("NOT IN THE ARTICLE"), "{slide}");
    assert!(slide.contains("Article: Courier, 2 Mar 2026 · Town council, 24 Feb 2026"), "{slide}");
}

#[test]
fn the_overview_has_the_sign_of_where_its_figures_come_from() {
    for (rows, sign) in [
        (BOTH_GIVEN, "▏ "),
        ("lorries,north,2024,500,about,minutes,,,,\nlorries,north,2025,600,exact,minutes,,,,\n", "┊ "),
    ] {
        let mut screen = screen(&files(rows), (120, 40), Language::En);
        let panel = screen.press("4").framed("4 Trend").text();
        assert!(panel.trim_start().starts_with(&format!("{sign}1 rose")), "{panel}");
    }
}

/// It is one of the quotations that are located at once, and what is new is seen.
#[test]
fn a_quotation_that_is_corrected_is_evidence_at_once() {
    let broken = "lorries,north,2024,500,about,,,some 500 trucks crossed,,\n";
    let mut screen = screen(&files(broken), (120, 40), Language::En);
    screen.press("4 v");
    assert!(!screen.text().contains("▏ from the article"), "{}", screen.text());
    screen.reload(&files(&broken.replace("trucks", "lorries")));
    assert!(screen.text().contains("▏ from the article"), "{}", screen.text());
}
