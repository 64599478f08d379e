//! The slides of the tour: what stands on them at every size, and that each mark of a picture stands where its value is.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory, Rule, load, shipped};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::tour::Cut;
use proptest::prelude::*;

use crate::common::fixture::fixture;
use crate::common::{Cells, Screen};

const LANGUAGES: [Language; 2] = [Language::De, Language::En];
/// What a wall shows, and a desk.
const SIZES: [Cells; 4] = [(80, 24), (100, 30), (120, 40), (160, 45)];

fn open(files: &dyn Files, size: Cells, language: Language) -> Screen {
    Screen::open(files, size, Options { language, ..Options::default() })
}

/// The rows of a slide, without its foot.
fn rows(screen: &Screen) -> Vec<String> {
    let mut rows: Vec<String> =
        screen.whole().rows.iter().map(|row| row.text().trim_end().to_owned()).collect();
    rows.pop();
    rows
}

/// The keys that type a number.
fn digits(number: usize) -> String {
    number.to_string().chars().flat_map(|digit| [digit, ' ']).collect()
}

/// Words without what stands between them.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn verdict_and_source_line_stand_whole_at_the_bottom_of_every_slide() {
    for (files, language) in [(&fixture() as &dyn Files, LANGUAGES[0]), (&shipped(), LANGUAGES[1])] {
        for size in SIZES {
            let mut screen = open(files, size, language);
            for number in 1..=screen.app().stops() {
                screen.press("b").press(&digits(number));
                screen.press("Enter");
                let rows = rows(&screen);
                let below = rows[rows.len().saturating_sub(4)..].concat();
                let cut = screen.app().slide_cut();
                assert!(
                    !cut.contains(&Cut::Text) && !cut.contains(&Cut::Picture),
                    "{number} {size:?}: {cut:?}"
                );
                let is_verdict = |row: &String| {
                    let word: String = row.chars().filter(|c| c.is_alphabetic()).take(5).collect();
                    word.chars().count() == 5 && word.to_uppercase() == word
                };
                let mut bottom = rows[rows.len().saturating_sub(4)..].iter();
                assert!(bottom.any(is_verdict), "{number} {size:?}: {rows:#?}");
                let unread = if language == Language::De { "nicht gelesen" } else { "not read by us" };
                let origins = if language == Language::De { "Quelle" } else { "source" };
                let score = if language == Language::De { "Bewertung" } else { "assessments" };
                let says = |word: &str| bare(&below).contains(&bare(word));
                assert!(says(origins) || says(score) || says(unread), "{number} {size:?}: {below}");
                assert!(!below.contains('…'), "{number} {size:?}: {below}");
            }
        }
    }
}

#[test]
fn the_points_come_one_by_one_where_they_are_to() {
    let mut screen = open(&fixture(), (80, 24), Language::En);
    screen.press("b 3 Enter");
    let has = |screen: &Screen, words: &str| rows(screen).iter().any(|row| row.contains(words));
    assert!(!has(&screen, "gives no date") && !has(&screen, "no ban"));
    let before = rows(&screen);
    screen.press("Right");
    assert!(has(&screen, "gives no date") && !has(&screen, "no ban"));
    screen.press("Right");
    assert!(has(&screen, "gives no date") && has(&screen, "no ban"));
    // Nothing else has moved.
    let after = rows(&screen);
    let moved = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert_eq!(moved, 2, "{before:#?} {after:#?}");
    screen.press("Right");
    assert!(has(&screen, "M20"), "{:#?}", rows(&screen));
    // Back, it is there whole, and its points go one by one.
    screen.press("Left");
    assert!(has(&screen, "no ban"));
    screen.press("Left");
    assert!(!has(&screen, "no ban") && has(&screen, "gives no date"));
}

/// A dossier with a series of these figures, and a stop that shows them.
fn figures(stop: &str, values: &[(&str, f64, f64)]) -> Memory {
    let place = |(id, _, _): &(&str, f64, f64)| format!("[[place]]\nid = \"{id}\"\nname = \"{id}\"\n");
    let places = values.iter().map(place).collect::<Vec<_>>().concat();
    let row = |(id, first, last): &(&str, f64, f64)| {
        format!("a,{id},2024,{first},exact,s\na,{id},2025,{last},exact,s\n")
    };
    let rows = values.iter().map(row).collect::<Vec<_>>().concat();
    let dossier = format!(
        "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\naccessed = \"2026-01-02\"\n{places}\
         [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"stock\"\ntitle = \"A\"\ndefinition = \"D.\"\n\
         [[stop]]\ntitle = \"Figures\"\nselect = \"series:a\"\n{stop}\n"
    );
    Memory::default()
        .with("dossier.toml", dossier)
        .with("a.txt", "Title\nText.\n")
        .with("o.csv", format!("series,place,date,value,qualifier,source\n{rows}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// A bar is as long as its value, to half a cell.
    #[test]
    fn bars_are_as_long_as_their_values(
        values in prop::collection::vec((1_u32..5000, 1_u32..5000), 1..4),
        width in 80_u16..200,
    ) {
        let names = ["one", "two", "three"];
        let values: Vec<(&str, f64, f64)> =
            values.iter().zip(names).map(|((first, last), id)| (id, f64::from(*first), f64::from(*last))).collect();
        let files = figures("show = \"figure\"", &values);
        let mut screen = open(&files, (width, 40), Language::En);
        screen.press("b");
        let most = values.iter().flat_map(|(_, first, last)| [*first, *last]).fold(0.0, f64::max);
        let rows = rows(&screen);
        // The rows of bars that have a year and a value.
        let bars: Vec<(f64, f64)> = rows
            .iter()
            .filter_map(|row| {
                let eighths: f64 = row
                    .chars()
                    .map(|c| match c {
                        '█' | '▒' => 8.0,
                        c => "▏▎▍▌▋▊▉".chars().position(|part| part == c).map_or(0.0, |at| at as f64 + 1.0),
                    })
                    .sum();
                let value = row.split_whitespace().next_back()?.replace(',', "").parse().ok()?;
                (eighths > 0.0 || row.contains("2024") || row.contains("2025")).then_some((value, eighths / 8.0))
            })
            .collect();
        let expected: Vec<f64> = values
            .iter()
            .flat_map(|(_, first, last)| [*first, *last])
            .collect();
        let mut drawn: Vec<f64> = bars.iter().map(|(value, _)| *value).collect();
        let mut wanted = expected.clone();
        drawn.sort_by(f64::total_cmp);
        wanted.sort_by(f64::total_cmp);
        prop_assert_eq!(&drawn, &wanted, "{:#?}", rows);
        let longest = bars.iter().map(|(_, cells)| *cells).fold(0.0, f64::max);
        for (value, cells) in bars {
            prop_assert!((cells - value / most * longest).abs() <= 0.63, "{} {} of {}: {:#?}", value, cells, longest, rows);
        }
    }

    /// Whatever the size, nothing fails, and what is not reported as cut is there.
    #[test]
    fn slides_of_any_size_show_their_texts(
        width in 40_u16..200, height in 10_u16..60, number in 1_usize..13, is_ascii: bool,
    ) {
        let glyphs = if is_ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let options = Options { language: Language::En, glyphs, ..Options::default() };
        let mut screen = Screen::open(&fixture(), (width, height), options);
        screen.press("b").press(&digits(number)).press("Enter");
        let stop = screen.dossier.tour()[number - 1].clone();
        let text: String = bare(&rows(&screen).concat());
        let title = stop.title.shown("en", &screen.dossier.article.language).map(|title| bare(title.text));
        let is_large = height >= 38;
        if !screen.app().slide_cut().contains(&Cut::Text) && !is_large {
            prop_assert!(title.is_some_and(|title| text.contains(&title)), "{:#?}", rows(&screen));
        }
        if width >= 60 && height >= 18 {
            prop_assert!(!screen.app().slide_cut().contains(&Cut::Text), "{:#?}", rows(&screen));
        }
    }
}

/// The days of events and where their marks stand on the axis.
#[test]
fn events_stand_at_their_days_on_a_linear_axis() {
    let days = [("2020-01-01", 0_i64), ("2021-01-01", 366), ("2022-01-01", 731), ("2024-01-01", 1461)];
    let events = days
        .iter()
        .enumerate()
        .map(|(at, (day, _))| {
            format!(
                "[[event]]\nid = \"e{at}\"\ndate = \"{day}\"\nkind = \"report\"\nlane = \"l\"\ntitle = \"E{at}\"\nshort = \"E{at}\"\n\
                 summary = \"S\"\nsources = [\"s\"]\n"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let dossier = format!(
        "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n[[lane]]\nid = \"l\"\nname = \"L\"\n{events}\
         [[stop]]\ntitle = \"Events\"\nshow = \"lanes\"\n"
    );
    let files = Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n");
    for width in [80_u16, 100, 133] {
        let mut screen = open(&files, (width, 30), Language::En);
        screen.press("b");
        let rows = rows(&screen);
        let marks: Vec<usize> = (0..days.len())
            .map(|at| {
                let row = rows.iter().find(|row| row.contains(&format!("E{at},"))).expect("it is named");
                row.chars().position(|c| c == '◇').expect("it has a mark")
            })
            .collect();
        let (first, last) = (marks[0] as f64, marks[3] as f64);
        for ((_, day), mark) in days.iter().zip(&marks) {
            let wanted = first + (last - first) * *day as f64 / 1461.0;
            assert!((wanted - *mark as f64).abs() <= 1.0, "{day} at {mark}, not {wanted}: {rows:#?}");
        }
    }
}

/// What is shown large is the figure that the picture points at.
#[test]
fn the_cursor_of_a_chart_stands_on_what_is_shown_large() {
    let values = [("one", 10.0, 20.0), ("two", 300.0, 444.0)];
    let files = figures("show = \"chart\"\nbig = \"20 MW\"\npanel = \"trend\"\nview = \"a\"", &values);
    let mut screen = open(&files, (120, 40), Language::En);
    screen.press("b");
    let readout = rows(&screen).into_iter().find(|row| row.contains("one") && row.contains("2025"));
    assert!(readout.is_some_and(|row| row.contains("20 MW")), "{:#?}", rows(&screen));
}

/// A tour that nobody wrote: contradicted claims first, then the gaps, the axis, the figures and the score; what there is
/// nothing of is left out.
#[test]
fn a_tour_that_nobody_wrote_has_a_picture_on_each_of_at_most_twelve_stops() {
    let mut files = fixture();
    files = files.with("tour.toml", "");
    let with_all = open(&files, (80, 24), Language::En);
    let claims_only = Memory::default()
        .with(
            "dossier.toml",
            "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\naccessed = \"2026-01-02\"\n\
             [[claim]]\nid = \"c\"\nanchors = [\"They left\"]\ntext = \"They left\"\nassessment = \"qualified\"\nsources = [\"s\"]\n\
             [[claim]]\nid = \"d\"\nanchors = [\"in boats\"]\ntext = \"In boats\"\nassessment = \"contradicted\"\nsources = [\"s\"]\n",
        )
        .with("a.txt", "Title\nThey left in boats.\n");
    let only = open(&claims_only, (80, 24), Language::En);
    for (mut screen, stops) in [(with_all, 10), (only, 3)] {
        assert_eq!(screen.app().stops(), stops);
        for number in 1..=stops {
            screen.press("b").press(&digits(number)).press("Enter");
            assert_eq!(screen.app().slide_cut(), [], "{number}: {:#?}", rows(&screen));
            assert!(screen.app().slide_words() <= 35, "{number}");
            let title = rows(&screen)[1].clone();
            assert!(!title.trim().is_empty(), "{number}: {:#?}", rows(&screen));
        }
    }
    let mut screen = open(&claims_only, (80, 24), Language::En);
    screen.press("b");
    assert!(rows(&screen)[1].contains("In boats"), "what is contradicted comes first: {:#?}", rows(&screen));
}

/// Each slip is one report.
#[test]
fn slips_in_a_stop_are_reported_once_each() {
    let stop = |more: &str| {
        let values = [("one", 10.0, 20.0)];
        let files = figures(more, &values);
        load(&files).expect("it opens").problems
    };
    for (more, rule) in [
        ("show = \"pictures\"", Rule::WordUnknown),
        ("big = \"999 MW\"", Rule::StopFigureUnsupported),
        ("finding = \"It was 999.\"", Rule::StopFigureUnsupported),
        (
            "finding = \"one two three four five six seven eight nine ten eleven twelve a b c\"",
            Rule::FindingTooLong,
        ),
        ("brief = true", Rule::KeyMissing),
        ("points = [\"a\", \"b\", \"c\", \"d\"]", Rule::TooMany),
        ("points = \"a\"", Rule::ValueType),
        ("points.en = [\"a\", \"b\"]", Rule::ValueType),
        ("items = [\"place:one\", \"place:one\"]", Rule::ReferenceRepeated),
        ("items = [\"place:none\"]", Rule::ReferenceUnknown),
        ("items = [\"one\"]", Rule::SelectionInvalid),
        ("big = \"20 20 20 20 20 20 20\"", Rule::BigTooLong),
    ] {
        let problems = stop(more);
        let found: Vec<Rule> = problems.iter().map(|problem| problem.rule).collect();
        assert_eq!(found, [rule], "{more}: {problems:#?}");
    }
}
