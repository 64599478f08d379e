//! What is loaded holds together, and what is said of it is said of places there are.

use std::collections::HashSet;

use fundstelle::dossier::{
    Actor, Anchor, AnchorState, ArticleLink, Claim, Dossier, Event, Gap, Id, Kind, Observation, Place, Ref,
    Relation, Series, Source,
};
use fundstelle::load::{Files, Grade, Loaded, Problem, Tally, load};

use super::anchors::Shown;

/// Far above the size of any file that is made up.
const LARGE: u64 = 64 << 20;

/// Loads the files. None if there is nothing to open.
pub(crate) fn check(files: &dyn Files) -> Option<Loaded> {
    match load(files) {
        Ok(loaded) => {
            check_problems(files, &loaded.problems, loaded.tally);
            assert!(loaded.problems.iter().all(|problem| problem.grade() != Grade::Fatal));
            // Of another item that was left out nothing remains to be marked; a claim is never left out.
            let items = loaded.problems.iter().filter_map(|problem| problem.item.as_ref());
            for claim in items.filter(|item| item.kind == Kind::Claim) {
                assert!(loaded.dossier.contains(claim), "{claim} is nothing");
            }
            check_article(&loaded.dossier);
            check_passages(&loaded);
            check_references(&loaded.dossier);
            Some(loaded)
        }
        Err(refusal) => {
            check_problems(files, &refusal.problems, refusal.tally);
            assert!(!refusal.problems.is_empty(), "a refusal has its reason");
            assert!(refusal.problems.iter().all(|problem| problem.grade() == Grade::Fatal));
            None
        }
    }
}

/// Every problem is one line fit for a terminal and stands within its file, in order.
fn check_problems(files: &dyn Files, problems: &[Problem], tally: Tally) {
    assert_eq!(tally.errors + tally.warnings, problems.len() + tally.unlisted);
    let mut last: Option<&Problem> = None;
    // A name is shown fit for a terminal, as everything in a report is.
    let names = files.list();
    let mut texts: Vec<(&str, Option<String>)> = Vec::new();
    for problem in problems {
        let said = problem.to_string();
        assert!(!said.contains(char::is_control), "{said:?}");
        assert!(!problem.message.is_empty(), "{said:?}");
        let place = &problem.location;
        if let Some(last) = last.filter(|last| last.location.file == place.file) {
            let before = (last.location.line, last.location.column);
            assert!(before <= (place.line, place.column), "{said} comes after {last}");
        }
        last = Some(problem);
        if texts.iter().all(|(name, _)| *name != place.file) {
            let text = names.contains(&place.file).then(|| read(files, &place.file));
            texts.push((&place.file, text));
        }
        let text = texts.iter().find(|(name, _)| *name == place.file).and_then(|(_, text)| text.as_deref());
        let Some(text) = text else { continue };
        let line = text.split('\n').nth(place.line.checked_sub(1).expect("lines count from 1"));
        let line = line.unwrap_or_else(|| panic!("{said}: there is no such line"));
        assert!((1..=line.chars().count() + 1).contains(&place.column), "{said}: there is no such column");
    }
}

/// What can be read of a file as text, without a byte order mark.
fn read(files: &dyn Files, name: &str) -> String {
    let bytes = files.read(name, LARGE).expect("a listed file can be read");
    let good = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
    String::from_utf8_lossy(&bytes[..good]).trim_start_matches('\u{feff}').to_owned()
}

fn check_article(dossier: &Dossier) {
    let text = &dossier.article.text;
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
    let mut end = 0;
    for block in &dossier.article.blocks {
        assert!(end <= block.range.start && !block.range.is_empty(), "{:?} after {end}", block.range);
        end = block.range.start;
        for chunk in &block.chunks {
            assert!(end <= chunk.start && chunk.end <= block.range.end && !text[chunk.clone()].is_empty());
            end = chunk.end;
        }
        end = block.range.end;
    }
    assert!(text.is_char_boundary(end));
    let set_off = dossier.article.styled_spans.iter().map(|weight| &weight.range);
    for range in set_off.chain(dossier.article.links.iter().map(|link| &link.range)) {
        assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{range:?}");
    }
}

/// Every anchor stands where it is said to stand and nowhere else, every mention names its actor.
fn check_passages(loaded: &Loaded) {
    let dossier = &loaded.dossier;
    let shown = Shown::of(&dossier.article);
    for anchor in anchors(dossier) {
        // One whose context could not be read is lost wherever its words stand: they may stand where they are not meant.
        let has_context = !anchor.quote.prefix.is_empty() || !anchor.quote.suffix.is_empty();
        let may_stand = !has_context && !loaded.faulty.evidence.is_empty();
        if anchor.state == AnchorState::Lost && may_stand {
            continue;
        }
        shown.check(&anchor.quote, &anchor.state);
    }
    for mention in &dossier.mentions {
        let actor = dossier.actor(&mention.actor).expect("a mention names an actor");
        let named = actor.named_mentions.iter().filter_map(Anchor::passage);
        let by_name = actor.aliases.iter().any(|alias| shown.reads(&mention.passage, alias));
        assert!(by_name || named.into_iter().any(|passage| passage == mention.passage), "{mention:?}");
    }
    for name in names(dossier) {
        for passage in dossier.lit(&name).passages {
            assert!(dossier.article.text.get(passage.range).is_some_and(|words| !words.is_empty()), "{name}");
        }
    }
}

fn anchors(dossier: &Dossier) -> impl Iterator<Item = &Anchor> {
    let roles = dossier.actors.iter().filter_map(|actor| actor.role.as_ref());
    let evidence = roles
        .map(|role| &role.evidence)
        .chain(dossier.relations.iter().map(|relation| &relation.evidence))
        .chain(dossier.claims.iter().map(|claim| &claim.evidence))
        .chain(dossier.gaps.iter().map(|gap| &gap.evidence))
        .chain(dossier.events.iter().map(|event| &event.evidence));
    evidence
        .flat_map(|evidence| &evidence.anchors)
        .chain(dossier.gaps.iter().filter_map(|gap| gap.near.as_ref()))
        .chain(dossier.actors.iter().flat_map(|actor| &actor.named_mentions))
        .chain(dossier.events.iter().flat_map(|event| &event.candidate_for))
}

/// Everything there is.
fn names(dossier: &Dossier) -> Vec<Ref> {
    let mut names: Vec<Ref> = dossier.sources.iter().map(Source::to_ref).collect();
    names.extend(dossier.actors.iter().map(Actor::to_ref));
    names.extend(dossier.relations.iter().map(Relation::to_ref));
    names.extend(dossier.claims.iter().map(Claim::to_ref));
    names.extend(dossier.gaps.iter().map(Gap::to_ref));
    names.extend(dossier.events.iter().map(Event::to_ref));
    names.extend(dossier.places.iter().map(Place::to_ref));
    names.extend(dossier.series.iter().map(Series::to_ref));
    names.extend(dossier.observations.iter().map(Observation::to_ref));
    names.extend(dossier.article.links.iter().map(ArticleLink::to_ref));
    names
}

/// Every reference that remains names something, and every name is one thing's.
fn check_references(dossier: &Dossier) {
    for name in references(dossier) {
        assert!(dossier.contains(&name), "{name} is nothing");
    }
    for event in &dossier.events {
        assert!(event.lane.is_none() || dossier.lane_of(event).is_some(), "{:?}", event.lane);
    }
    let names = names(dossier);
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "a name is one thing's");
    for name in &names {
        assert!(dossier.contains(name), "{name} is nothing");
        assert!(dossier.linked(name).iter().all(|other| dossier.contains(other)), "linked to {name}");
    }
}

fn references(dossier: &Dossier) -> Vec<Ref> {
    fn all<'a>(kind: Kind, ids: impl IntoIterator<Item = &'a Id>) -> Vec<Ref> {
        ids.into_iter().map(|id| Ref::new(kind, id)).collect()
    }
    let mut refs = Vec::new();
    refs.extend(dossier.sources.iter().flat_map(|source| all(Kind::Source, &source.repeats)));
    for role in dossier.actors.iter().filter_map(|actor| actor.role.as_ref()) {
        refs.extend(all(Kind::Source, &role.evidence.sources));
    }
    for relation in &dossier.relations {
        refs.extend(all(Kind::Actor, [&relation.from, &relation.to]));
        refs.extend(all(Kind::Source, &relation.evidence.sources));
    }
    for claim in &dossier.claims {
        refs.extend(all(Kind::Actor, claim.actors.iter().chain(&claim.attributed_to)));
        refs.extend(all(Kind::Event, &claim.events));
        refs.extend(all(Kind::Source, &claim.evidence.sources));
    }
    for gap in &dossier.gaps {
        refs.extend(all(Kind::Actor, &gap.actors));
        refs.extend(all(Kind::Source, &gap.evidence.sources));
    }
    for event in &dossier.events {
        refs.extend(all(Kind::Actor, &event.actors));
        refs.extend(all(Kind::Event, &event.follows));
        refs.extend(all(Kind::Source, &event.evidence.sources));
    }
    refs.extend(dossier.places.iter().flat_map(|place| all(Kind::Actor, &place.actor)));
    for series in &dossier.series {
        refs.extend(all(Kind::Place, &series.expects));
        refs.extend(all(Kind::Actor, &series.actors));
    }
    for observation in &dossier.observations {
        refs.extend(all(Kind::Series, [&observation.series]));
        refs.extend(all(Kind::Source, &observation.evidence.sources));
        refs.extend(all(Kind::Place, &observation.place));
    }
    refs
}
