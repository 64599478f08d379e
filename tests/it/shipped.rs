//! The shipped dossier, statement by statement: what it quotes stands, what it states has evidence, and it is whole in
//! both languages.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the dossier had better fail")]

mod questions;
mod tour;

use fundstelle::dossier::{Anchor, Assessment, Dossier, LocalText, Standing, When};
use fundstelle::load::{load, shipped};

use crate::common::run::text_of;

fn dossier() -> std::sync::Arc<Dossier> {
    let loaded = load(&shipped()).unwrap();
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded.dossier
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn anchors(dossier: &Dossier) -> Vec<&Anchor> {
    let roles = dossier.actors.iter().filter_map(|actor| actor.role.as_ref()).map(|role| &role.evidence);
    let statements = roles
        .chain(dossier.relations.iter().map(|relation| &relation.evidence))
        .chain(dossier.claims.iter().map(|claim| &claim.evidence))
        .chain(dossier.gaps.iter().map(|gap| &gap.evidence))
        .chain(dossier.events.iter().map(|event| &event.evidence));
    statements
        .flat_map(|evidence| &evidence.anchors)
        .chain(dossier.actors.iter().flat_map(|actor| &actor.named_mentions))
        .chain(dossier.gaps.iter().filter_map(|gap| gap.near.as_ref()))
        .chain(dossier.events.iter().flat_map(|event| &event.candidate_for))
        .collect()
}

/// Every text for people, with what it belongs to.
fn texts(dossier: &Dossier) -> Vec<(String, &LocalText)> {
    let mut texts: Vec<(String, &LocalText)> = vec![(String::from("dossier"), &dossier.title)];
    for actor in &dossier.actors {
        texts.push((actor.to_ref().to_string(), &actor.name));
        texts.extend(actor.role.iter().map(|role| (actor.to_ref().to_string(), &role.text)));
    }
    texts.extend(dossier.relations.iter().map(|relation| (relation.to_ref().to_string(), &relation.label)));
    for claim in &dossier.claims {
        texts.extend(claim.text.iter().map(|text| (claim.to_ref().to_string(), text)));
        texts.extend(claim.note.iter().map(|note| (claim.to_ref().to_string(), note)));
        texts.extend(claim.short.iter().map(|short| (claim.to_ref().to_string(), short)));
    }
    for gap in &dossier.gaps {
        texts.push((gap.to_ref().to_string(), &gap.text));
        texts.extend(gap.short.iter().map(|short| (gap.to_ref().to_string(), short)));
    }
    for lane in &dossier.lanes {
        texts.extend([(lane.id.to_string(), &lane.short), (lane.id.to_string(), &lane.name)]);
    }
    for event in &dossier.events {
        let name = event.to_ref().to_string();
        texts.push((name.clone(), &event.title));
        texts.extend(event.summary.iter().map(|summary| (name.clone(), summary)));
        texts.extend(event.status.iter().map(|status| (name.clone(), status)));
        texts.extend(event.short.iter().map(|short| (name.clone(), short)));
    }
    texts.extend(dossier.places.iter().map(|place| (place.to_ref().to_string(), &place.name)));
    for series in &dossier.series {
        let name = series.to_ref().to_string();
        texts.extend([(name.clone(), &series.title), (name.clone(), &series.definition)]);
        texts.extend(series.finding.iter().map(|finding| (name.clone(), finding)));
        texts.extend(series.short.iter().map(|short| (name.clone(), short)));
    }
    for figure in &dossier.observations {
        texts.extend(figure.note.iter().map(|note| (figure.to_ref().to_string(), note)));
    }
    for (number, stop) in (1..).zip(&dossier.stops) {
        let name = format!("stop {number}");
        texts.push((name.clone(), &stop.title));
        texts.extend(stop.speaker.iter().map(|speaker| (name.clone(), speaker)));
    }
    texts
}

#[test]
fn it_has_no_faults() {
    assert_eq!(text_of(&["check"]), "checked the shipped dossier: 0 errors, 0 warnings\n");
    assert_eq!(text_of(&["check", "--strict"]), "checked the shipped dossier: 0 errors, 0 warnings\n");
    assert!(!dossier().mentions.is_empty());
}

#[test]
fn no_text_is_cut() {
    let report = text_of(&["check", "--size", "100x30"]);
    assert!(report.ends_with(", 0 texts are cut\n"), "{report}");
    let drawn: usize = report.lines().last().and_then(|line| line.split(' ').next()?.parse().ok()).unwrap();
    assert!(drawn > 1000, "{drawn} screens");
}

#[test]
fn every_quotation_stands_in_the_article() {
    let dossier = dossier();
    let all = anchors(&dossier);
    assert!(all.len() > 40);
    for anchor in all {
        let passage = anchor.passage().unwrap_or_else(|| panic!("{:?} does not stand", anchor.quote));
        assert_eq!(words(&dossier.article.text[passage]), words(&anchor.quote.exact));
    }
}

#[test]
fn every_hedge_stands_in_the_sentence_of_its_claim() {
    let dossier = dossier();
    for claim in dossier.claims.iter().filter(|claim| claim.hedge.is_some()) {
        let hedge = claim.confirmed_hedge().unwrap();
        let stands = claim.evidence.anchors.iter().any(|anchor| {
            let passage = anchor.passage().unwrap();
            let text = &dossier.article.text;
            let start = text[..passage.start].rfind(['.', '\n']).map_or(0, |at| at + 1);
            let end = text[passage.end..].find(['.', '\n']).map_or(text.len(), |at| passage.end + at);
            text[start..end].contains(hedge)
        });
        assert!(stands, "{}: {hedge}", claim.id);
    }
}

#[test]
fn every_statement_has_evidence_and_every_judgement_a_source() {
    let dossier = dossier();
    for evidence in dossier.relations.iter().map(|relation| (&relation.id, &relation.evidence)).chain(
        dossier
            .claims
            .iter()
            .map(|claim| (&claim.id, &claim.evidence))
            .chain(dossier.gaps.iter().map(|gap| (&gap.id, &gap.evidence)))
            .chain(dossier.events.iter().map(|event| (&event.id, &event.evidence))),
    ) {
        assert_ne!(evidence.1.standing(), Standing::Broken, "{}", evidence.0);
    }
    for actor in &dossier.actors {
        let role = actor.role.as_ref().unwrap_or_else(|| panic!("{} has no role", actor.id));
        assert_ne!(role.evidence.standing(), Standing::Broken, "{}", actor.id);
    }
    for claim in &dossier.claims {
        assert!(!claim.evidence.anchors.is_empty(), "{} is no claim of the article", claim.id);
        if claim.assessment != Some(Assessment::Open) {
            assert!(!claim.evidence.sources.is_empty() && claim.note.is_some(), "{}", claim.id);
        }
    }
    for gap in &dossier.gaps {
        assert!(gap.near.is_some() && !gap.evidence.sources.is_empty(), "{}", gap.id);
    }
}

#[test]
fn both_languages_are_complete() {
    let dossier = dossier();
    for (name, text) in texts(&dossier) {
        let languages: Vec<&str> = text.languages().map(fundstelle::dossier::LanguageTag::tag).collect();
        assert!(languages.is_empty() || languages == ["de", "en"], "{name}: {languages:?}");
        assert!(text.texts().all(|text| text.trim() == text && !text.is_empty()), "{name}");
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    let dossier = dossier();
    for (name, text) in texts(&dossier) {
        for (language, text) in text.languages().zip(text.texts()) {
            assert!(!text.contains('"'), "{name}: {text}");
            match language.tag() {
                "de" => assert!(!text.contains('”'), "{name}: {text}"),
                _ => assert!(!text.contains('„'), "{name}: {text}"),
            }
        }
    }
}

/// The article's loaded words are its own: in our texts they stand in quotation marks, or not at all.
#[test]
fn loaded_words_are_quoted() {
    let dossier = dossier();
    for (name, text) in texts(&dossier).into_iter().filter(|(name, _)| name != "dossier") {
        for text in text.texts() {
            for word in ["Exodus", "Flucht", "herrenlos"] {
                for (at, _) in text.match_indices(word) {
                    let before = &text[..at];
                    let open = before.matches(['„', '“']).count() + before.matches('”').count();
                    assert!(open % 2 == 1, "{name}: {text}");
                }
            }
        }
    }
}

/// What a native speaker would not write: a duty is a customs duty, and who said something is named as a subject or with
/// "according to".
#[test]
fn wording_is_idiomatic() {
    const NOT_ENGLISH: [&str; 9] = [
        "licence duty",
        "under licence",
        "home-made",
        "rent computing in",
        "rented computing in",
        "meanwhile",
        "says the article",
        "per the ",
        "per reports",
    ];
    const NOT_GERMAN: [&str; 3] = ["Lizenzzoll", "(declared)", "(drawn)"];
    for (name, text) in texts(&dossier()) {
        for (language, text) in text.languages().zip(text.texts()) {
            let not_wanted: &[&str] = if language.tag() == "de" { &NOT_GERMAN } else { &NOT_ENGLISH };
            let lower = text.to_lowercase();
            let found = not_wanted.iter().find(|words| lower.contains(&words.to_lowercase()));
            assert_eq!(found, None, "{name}: {text}");
        }
    }
}

#[test]
fn every_series_says_what_it_shows() {
    let dossier = dossier();
    for series in &dossier.series {
        let finding = series.finding.as_ref().unwrap_or_else(|| panic!("{} has no finding", series.id));
        assert_eq!(finding.texts().count(), 2, "{}", series.id);
    }
}

/// A source that somebody read stands behind each event, except those listed: of these only retellings are known that no
/// reader should be sent to. Whoever finds a page to read takes it off the list.
#[test]
fn events_that_nobody_read_of_are_known() {
    let dossier = dossier();
    let is_read = |event: &fundstelle::dossier::Event| {
        let mut sources = event.evidence.sources.iter().filter_map(|id| dossier.source(id));
        sources.any(|source| source.accessed.is_some())
    };
    let unread: Vec<&str> =
        dossier.events.iter().filter(|event| !is_read(event)).map(|event| event.id.as_str()).collect();
    assert_eq!(
        unread,
        [
            "h200-first-licences",
            "h200-limited-plan",
            "h200-shipped-filing",
            "offshore-access-draft",
            "computing-plan-2030",
            "rtx-pro-5500",
            "lui-arrest",
            "tencent-oracle",
        ]
    );
}

#[test]
fn titles_fit() {
    let dossier = dossier();
    for event in &dossier.events {
        assert!(event.title.texts().all(|title| title.chars().count() <= 40), "{}", event.id);
    }
    for series in &dossier.series {
        assert!(series.title.texts().all(|title| title.chars().count() <= 40), "{}", series.id);
    }
}

/// Hosts that repost, mirror or rewrite, and tails that track: never shown to readers.
#[test]
fn addresses_are_fit_to_show() {
    const NOT_SHOWN: [&str; 30] = [
        "api.ai-analytics.org",
        "federalstatelaw.com",
        "frtracker.app",
        "6699global.com",
        "socastsrm.com",
        "daily8.com",
        "see.news",
        "summamoney.com",
        "phoneworld.com.pk",
        "devdiscourse.com",
        "biz360.tv",
        "thedailyguardian.com",
        "trading.hk",
        "financetom.com",
        "theboardroompk.com",
        "awnewsday.com",
        "dailyaibrief.com",
        "newspage360.com",
        "analyticsinsight.net",
        "reportify.ai",
        "localnewswave.com",
        "mediaite.com",
        "webull.ca",
        "americanbazaaronline.com",
        "tradevae.com",
        "a47news.ai",
        "vuink.com",
        "cashwinner.info",
        "flux.aeriox.co",
        "thecollective-at-one-sophia.sg",
    ];
    let dossier = dossier();
    for source in &dossier.sources {
        let Some(url) = source.url.as_deref() else { continue };
        let rest = url.strip_prefix("https://").unwrap_or_else(|| panic!("{}: {url}", source.id));
        let host = rest.split(['/', '?', '#']).next().unwrap();
        assert!(
            host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c)),
            "{url}"
        );
        assert!(url.is_ascii() && !url.contains(' '), "{url}");
        assert!(!NOT_SHOWN.iter().any(|bad| host.ends_with(bad)), "{}: {url}", source.id);
        for tail in ["utm_", "traffic_source", "cid=", "agreed=", "fbclid", "BC="] {
            assert!(!url.contains(tail), "{}: {url}", source.id);
        }
    }
}

#[test]
fn dates_agree_with_their_sources() {
    let dossier = dossier();
    let as_of = dossier.as_of.as_ref().and_then(When::last).unwrap();
    for event in &dossier.events {
        let first = event.date.first().unwrap_or_else(|| panic!("{} has no day", event.id));
        assert!(first <= as_of, "{} is later than the facts run", event.id);
        let sources: Vec<_> = event.evidence.sources.iter().filter_map(|id| dossier.source(id)).collect();
        let issued = sources.iter().filter_map(|source| source.issued.as_ref());
        let issued: Vec<_> = issued.filter_map(When::last).collect();
        assert!(
            issued.is_empty() || issued.iter().any(|day| *day >= first),
            "{}: reported before it was",
            event.id
        );
    }
    for source in &dossier.sources {
        let (issued, read) = (source.issued.as_ref().and_then(When::first), source.accessed.as_ref());
        if let (Some(issued), Some(read)) = (issued, read.and_then(When::first)) {
            assert!(issued <= read, "{}: read before it came out", source.id);
        }
    }
}

/// What a reader of November 2025 could not know is no omission of the article's.
#[test]
fn gaps_rest_on_sources_the_article_could_have_used() {
    let dossier = dossier();
    for gap in &dossier.gaps {
        for source in gap.evidence.sources.iter().filter_map(|id| dossier.source(id)) {
            let later = source.issued.as_ref().and_then(|issued| dossier.is_after_article(issued));
            assert_ne!(later, Some(true), "{}: {}", gap.id, source.id);
        }
    }
}

/// Each form of a name, and how often it stands in the article as whole words, by a count that is apart from
/// the loader.
#[test]
fn names_stand_as_often_as_counted() {
    let article = include_str!("../../assets/dossiers/ki-exodus/article.txt");
    let mut rows = 0;
    for line in include_str!("../data/alias-counts.csv").lines().skip(1) {
        let (_, form) = line.split_once(',').unwrap();
        let (form, count) = form.rsplit_once(',').unwrap();
        let form = form.trim_matches('"');
        let whole = article.match_indices(form).filter(|(at, _)| {
            let before = article[..*at].chars().next_back();
            let after = article[at + form.len()..].chars().next();
            !before.into_iter().chain(after).any(char::is_alphanumeric)
        });
        assert_eq!(whole.count(), count.parse::<usize>().unwrap(), "{line}");
        rows += 1;
    }
    assert!(rows > 60);
}
