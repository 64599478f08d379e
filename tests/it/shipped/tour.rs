//! The shipped tour: short, whole in both languages, and no figure in it that the dossier does not support.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the dossier had better fail")]

use std::collections::{BTreeMap, BTreeSet};

use fundstelle::dossier::{
    Anchor, Dossier, Evidence, Kind, LanguageTag, LocalText, Ref, Stop, StopPanel, When,
};
use fundstelle::load::{load, shipped};

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
    let selected: BTreeSet<String> =
        dossier.stops.iter().map(|stop| stop.select.as_ref().unwrap().to_string()).collect();
    assert_eq!(selected.len(), dossier.stops.len(), "one is shown twice");
    for part in
        [StopPanel::Article, StopPanel::Actors, StopPanel::Timeline, StopPanel::Trend, StopPanel::Claims]
    {
        assert!(dossier.stops.iter().any(|stop| stop.panel == part), "{part:?} never appears");
    }
}

#[test]
fn every_stop_is_written_in_both_languages_and_its_title_fits() {
    for stop in &dossier().stops {
        let speaker = stop.speaker.as_ref().unwrap_or_else(|| panic!("{}: nothing to say", name(stop)));
        for language in LANGUAGES {
            let title = text_in(&stop.title, language);
            assert!(title.chars().count() <= 76, "{title}");
            let mut lines = vec![0];
            for word in title.split(' ').map(|word| word.chars().count()) {
                match lines.last_mut().unwrap() {
                    0 => *lines.last_mut().unwrap() = word,
                    line if *line + 1 + word <= 36 => *line += 1 + word,
                    _ => lines.push(word),
                }
            }
            assert!(lines.len() <= 2 && lines.iter().all(|line| *line <= 36), "{title}: {lines:?}");
            // About 130 words are spoken a minute.
            let words = text_in(speaker, language).split_whitespace().count();
            assert!((30..=110).contains(&words), "{title}: {words} words to say");
        }
    }
}

#[test]
fn it_takes_no_longer_than_ten_minutes() {
    let dossier = dossier();
    for language in LANGUAGES {
        let speakers = dossier.stops.iter().filter_map(|stop| stop.speaker.as_ref());
        let words: usize = speakers.map(|text| text_in(text, language).split_whitespace().count()).sum();
        assert!((600..=1300).contains(&words), "{language}: {words} words to say");
    }
}

#[test]
fn what_is_shown_large_stands_in_what_is_selected() {
    let dossier = dossier();
    let mut shown = 0;
    for stop in &dossier.stops {
        let Some(big) = stop.big.as_deref() else { continue };
        assert!(big.chars().count() <= Stop::MAX_BIG, "{big}");
        assert!(big.contains(|c: char| c.is_ascii_digit()), "{big} is no figure");
        for language in LANGUAGES {
            let found = figures_of(&dossier, stop.select.as_ref().unwrap(), language);
            let strange: Vec<String> = figures(big).into_iter().filter(|run| !found.contains(run)).collect();
            assert!(strange.is_empty(), "{}: {strange:?} in {language}, of {found:?}", name(stop));
        }
        shown += 1;
    }
    assert!(shown >= 5, "{shown}");
}

/// The speaker adds no figure of their own: each stands in the dossier, written the same way in that language.
#[test]
fn no_figure_is_spoken_that_the_dossier_does_not_bear() {
    let dossier = dossier();
    for language in LANGUAGES {
        let known = all_figures(&dossier, language);
        let mut strange: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for stop in &dossier.stops {
            let spoken = [Some(&stop.title), stop.speaker.as_ref()].into_iter().flatten();
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
            let select = dossier.stops[*at].select.as_ref().unwrap();
            let event = (select.kind == Kind::Event).then(|| dossier.event(&select.id)).flatten();
            event.is_some_and(|event| dossier.is_after_article(&event.date) == Some(true))
        })
        .collect();
    assert!(after.len() >= 2, "{after:?}");
    assert!(after.windows(2).all(|pair| pair[1] == pair[0] + 1), "{after:?}");
    assert!(after.last().unwrap() + 2 >= dossier.stops.len(), "{after:?}");
    for at in after {
        let title = &dossier.stops[at].title;
        assert!(text_in(title, "de").starts_with("Seither"), "{title:?}");
        assert!(text_in(title, "en").starts_with("Since then"), "{title:?}");
    }
}
