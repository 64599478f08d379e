//! The shipped tour: slides that are read in ten seconds, whole in both languages, and no figure in it that the dossier does not
//! support.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the dossier had better fail")]

use std::collections::{BTreeMap, BTreeSet};

use fundstelle::app::{App, Options};
use fundstelle::dossier::{
    Anchor, Dossier, Evidence, Kind, LanguageTag, LocalText, Picture, Ref, Stop, StopPanel, When,
};
use fundstelle::i18n::language::Language;
use fundstelle::load::{load, shipped};
use fundstelle::protocol::slide::Slide;
use ratatui::layout::Size;

/// The languages of the interface.
const LANGUAGES: [&str; 2] = ["de", "en"];

fn dossier() -> std::sync::Arc<Dossier> {
    let loaded = load(&shipped()).unwrap();
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded.dossier
}

/// A text in this language, and in no other.
fn text_in<'a>(text: &'a LocalText, language: &str) -> &'a str {
    let at = text.languages().position(|known| LanguageTag::tag(known) == language);
    text.texts().nth(at.unwrap_or_else(|| panic!("no text in {language}: {text:?}"))).unwrap()
}

/// Each run of digits, with the marks that group it: `10.000`, `126.8`.
fn figures(text: &str) -> BTreeSet<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let runs = runs.map(|run| run.trim_matches(['.', ',']));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// The parts of a date, as they stand in the file and as they are spoken: `05` and `5`.
fn of_date(date: &When) -> impl Iterator<Item = String> + use<> {
    let parts: Vec<String> = date.text().split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
    parts.into_iter().flat_map(|part| [part.trim_start_matches('0').to_owned(), part])
}

fn evidence<'a>(dossier: &'a Dossier, item: &Ref) -> Option<&'a Evidence> {
    match item.kind {
        Kind::Claim => dossier.claim(&item.id).map(|claim| &claim.evidence),
        Kind::Gap => dossier.gap(&item.id).map(|gap| &gap.evidence),
        Kind::Event => dossier.event(&item.id).map(|event| &event.evidence),
        _ => None,
    }
}

/// The figures of a thing: in its words, in the article's where it is anchored, its date, its sources' dates, and what was
/// measured in its series.
fn figures_of(dossier: &Dossier, item: &Ref, language: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> =
        dossier.searchable_texts(item, language).into_iter().flat_map(figures).collect();
    if let Some(evidence) = evidence(dossier, item) {
        found.extend(evidence.anchors.iter().flat_map(|anchor: &Anchor| figures(&anchor.quote.exact)));
        let sources = evidence.sources.iter().filter_map(|id| dossier.source(id));
        found.extend(sources.filter_map(|source| source.issued.as_ref()).flat_map(of_date));
    }
    let event = (item.kind == Kind::Event).then(|| dossier.event(&item.id)).flatten();
    found.extend(event.iter().flat_map(|event| of_date(&event.date)));
    let of_series = (item.kind == Kind::Series).then_some(&item.id);
    for figure in dossier.observations.iter().filter(|figure| Some(&figure.series) == of_series) {
        found.extend(figure.value.iter().map(ToString::to_string));
        found.extend(dossier.searchable_texts(&figure.to_ref(), language).into_iter().flat_map(figures));
        found.extend(figure.date.iter().flat_map(of_date));
    }
    found
}

/// All figures of the dossier in this language.
fn all_figures(dossier: &Dossier, language: &str) -> BTreeSet<String> {
    let claims = dossier.claims.iter().map(fundstelle::dossier::Claim::to_ref);
    let gaps = dossier.gaps.iter().map(fundstelle::dossier::Gap::to_ref);
    let events = dossier.events.iter().map(fundstelle::dossier::Event::to_ref);
    let series = dossier.series.iter().map(fundstelle::dossier::Series::to_ref);
    let actors = dossier.actors.iter().map(fundstelle::dossier::Actor::to_ref);
    let things = claims.chain(gaps).chain(events).chain(series).chain(actors);
    let mut found: BTreeSet<String> = things.flat_map(|item| figures_of(dossier, &item, language)).collect();
    found.extend(dossier.article.published.iter().chain(&dossier.as_of).flat_map(of_date));
    found
}

fn name(stop: &Stop) -> &str {
    text_in(&stop.title, "en")
}

#[test]
fn it_is_a_story_of_ten_to_fourteen_stops() {
    let dossier = dossier();
    assert!((10..=14).contains(&dossier.stops.len()), "{}", dossier.stops.len());
    let last = dossier.stops.last().unwrap();
    assert_eq!((last.picture, &last.select), (Picture::Score, &None), "it ends with the score");
    let selected: Vec<String> =
        dossier.stops.iter().filter_map(|stop| stop.select.as_ref()).map(Ref::to_string).collect();
    assert_eq!(selected.len(), dossier.stops.len() - 1);
    let once: BTreeSet<&String> = selected.iter().collect();
    assert_eq!(once.len(), selected.len(), "one is shown twice");
    for part in
        [StopPanel::Article, StopPanel::Actors, StopPanel::Timeline, StopPanel::Trend, StopPanel::Claims]
    {
        assert!(dossier.stops.iter().any(|stop| stop.panel == part), "{part:?} never appears");
    }
    for picture in [Picture::Words, Picture::Figure, Picture::Lanes, Picture::Sources, Picture::Gaps] {
        assert!(dossier.stops.iter().any(|stop| stop.picture == picture), "{picture:?} is never drawn");
    }
    let brief = dossier.stops.iter().filter(|stop| stop.brief).count();
    assert_eq!(brief, Stop::MAX_BRIEF, "findings of the brief");
    // It opens with one question, and the score takes it up.
    assert!(name(&dossier.stops[0]).ends_with('?'), "{}", name(&dossier.stops[0]));
    assert!(name(last).contains('?'), "{}", name(last));
}

#[test]
fn every_stop_is_written_in_both_languages() {
    for stop in &dossier().stops {
        let speaker = stop.speaker.as_ref().unwrap_or_else(|| panic!("{}: nothing to say", name(stop)));
        for language in LANGUAGES {
            let title = text_in(&stop.title, language);
            assert!(title.chars().count() <= 70, "{title}");
            // About 130 words are spoken a minute.
            let words = text_in(speaker, language).split_whitespace().count();
            assert!((50..=120).contains(&words), "{title}: {words} words to say");
            let others = stop.big.iter().chain(&stop.big_label).chain(&stop.points).chain(&stop.finding);
            for text in others.filter(|text| text.languages().next().is_some()) {
                assert!(!text_in(text, language).is_empty(), "{title}");
            }
        }
    }
}

/// Read in ten seconds from six metres: few words, a picture, and nothing that has no room.
#[test]
fn every_slide_is_short_and_whole_at_the_sizes_of_a_wall() {
    for (tag, language) in [("de", Language::De), ("en", Language::En)] {
        for size in [(80, 24), (100, 30), (120, 40), (160, 45)] {
            let options = Options { language, ..Options::default() };
            let mut app = App::new(load(&shipped()).unwrap(), options, Size::new(size.0, size.1));
            for number in 1..=app.stops() {
                assert!(app.start_tour_at(number));
                let (words, blank) = (app.slide_words(), app.slide_blank_share());
                assert!(words <= Slide::MAX_WORDS, "{number} has {words} words in {tag}");
                assert_eq!(app.slide_cut(), [], "{number} at {size:?} in {tag}");
                assert!(blank <= 80, "{blank} % of the rows of {number} are blank at {size:?} in {tag}");
            }
        }
    }
}

#[test]
fn it_takes_no_longer_than_ten_minutes() {
    let dossier = dossier();
    for language in LANGUAGES {
        let speakers = dossier.stops.iter().filter_map(|stop| stop.speaker.as_ref());
        let words: usize = speakers.map(|text| text_in(text, language).split_whitespace().count()).sum();
        assert!((1150..=1300).contains(&words), "{language}: {words} words to say");
    }
}

/// The speaker adds no figure of their own: each stands in the dossier, written the same way in that language.
#[test]
fn no_figure_is_spoken_that_the_dossier_does_not_bear() {
    let dossier = dossier();
    for language in LANGUAGES {
        let known = all_figures(&dossier, language);
        let mut strange: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for stop in &dossier.stops {
            let spoken = [&stop.title].into_iter().chain(&stop.speaker).chain(&stop.big_label);
            let spoken = spoken.chain(&stop.points).chain(&stop.finding);
            let spoken = spoken.flat_map(|text| figures(text_in(text, language)));
            let of_none: Vec<String> = spoken.filter(|run| !known.contains(run)).collect();
            if !of_none.is_empty() {
                strange.insert(name(stop), of_none);
            }
        }
        assert!(strange.is_empty(), "{language}: {strange:?}");
    }
}

/// What has changed since comes last, before what is open, and called so.
#[test]
fn what_came_after_the_article_comes_last() {
    let dossier = dossier();
    let after: Vec<usize> = (0..dossier.stops.len())
        .filter(|at| {
            let Some(select) = dossier.stops[*at].select.as_ref() else { return false };
            let event = (select.kind == Kind::Event).then(|| dossier.event(&select.id)).flatten();
            event.is_some_and(|event| dossier.is_after_article(&event.date) == Some(true))
        })
        .collect();
    assert!(after.len() >= 2, "{after:?}");
    assert!(after.windows(2).all(|pair| pair[1] == pair[0] + 1), "{after:?}");
    assert!(after.last().unwrap() + 3 >= dossier.stops.len(), "{after:?}");
    for at in after {
        let title = &dossier.stops[at].title;
        assert!(text_in(title, "de").starts_with("Seither"), "{title:?}");
        assert!(text_in(title, "en").starts_with("Since then"), "{title:?}");
    }
}
