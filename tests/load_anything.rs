//! Whatever stands in the files: no panic, and what is loaded holds together.

use std::collections::HashSet;

use fundstelle::dossier::{Anchor, AnchorState, Dossier, Id, Kind, Ref};
use fundstelle::load::{Embedded, Files, Memory, ReadError, load};
use proptest::prelude::*;

const FILES: Embedded = Embedded::new(&[
    ("dossier.toml", br#"format = 1
id = "t"
as_of = "2026-09"
title.de = "T"
title.en = "T"
observations = "o.csv"
[article]
file = "a.txt"
language = "de"
published = "[2025-11-27..]"
headings = ["Zwischen"]
boilerplate = ["Kommentare"]
[[source]]
id = "s"
type = "report"
outlet = "O"
issued = 2025-11-05
url = "https://example.org"
[[source]]
id = "u"
type = "report"
outlet = "O"
repeats = ["s"]
"#),
    ("actors.toml", br#"[[actor]]
id = "a"
kind = "company"
country = "CN"
name = "A"
aliases = ["Alibaba", "Ali Baba"]
role.de = "x"
role.en = "x"
sources = ["s"]
[[actor]]
id = "b"
kind = "group"
name = "B"
mentions = [{ exact = "Beide", suffix = " sollen", inferred = true }]
[[relation]]
id = "r"
from = "a"
to = "b"
label = "x"
anchors = ["Beide sollen"]
"#),
    ("claims.toml", br#"[[claim]]
id = "c"
text = "x"
anchors = ["Beide sollen laut Berichten"]
hedge = "laut Berichten"
actors = ["a", "b"]
events = ["e"]
assessment = "borne-out"
sources = ["s"]
[[gap]]
id = "g"
near = "Chips"
text = "x"
sources = ["u"]
"#),
    ("events.toml", br#"[[lane]]
id = "l"
short = "L"
name = "L"
[[event]]
id = "e"
date = "2025-04-09"
lane = "l"
kind = "control"
title = "E"
summary = "E"
follows = ["f"]
sources = ["s"]
[[event]]
id = "f"
date = "2024-41"
lane = "l"
kind = "control"
title = "F"
summary = "F"
candidate_for = ["Alibaba"]
sources = ["s"]
"#),
    ("series.toml", br#"[[place]]
id = "p"
name = "P"
actor = "a"
coordinates = [103.4, 1.8]
[[series]]
id = "m"
outlet = "O"
unit = "MW"
kind = "stock"
title = "M"
definition = "M"
expects = ["p"]
"#),
    ("a.txt", "Titel\nAlibaba, Ali  Baba. Beide sollen laut Berichten Chips kaufen – ü.\nZwischen\nKommentare".as_bytes()),
    ("o.csv", b"series,place,date,part,value,qualifier,source,note\nm,p,2024-41,,401,exact,s,\nm,p,2025,x,,,s,\"a, b\"\n"),
]);

const PIECES: [&str; 30] = [
    "",
    "\"",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\n",
    ",",
    ".",
    "\\",
    "'",
    "#",
    "[[actor]]\n",
    "id = \"a\"\n",
    "\"a\"",
    "\"e\"",
    "\"f\"",
    "1",
    "-",
    "XXXX",
    "2025",
    "\r\n",
    "\t",
    "\u{1b}",
    "\u{202e}",
    "u\u{308}",
    "\u{feff}",
    "書",
    " ",
];

fn mutated(changes: &[(usize, usize, usize, usize)]) -> Memory {
    let mut files = Memory::default();
    for (number, name) in FILES.list().iter().enumerate() {
        let mut bytes = FILES.read(name, 1 << 20).expect("a listed file is there");
        for &(_, at, cut, piece) in changes.iter().filter(|(file, ..)| file % 7 == number) {
            let from = at % (bytes.len() + 1);
            let to = (from + cut).min(bytes.len());
            let piece = PIECES.get(piece).map_or(&b"\xff"[..], |piece| piece.as_bytes());
            bytes.splice(from..to, piece.iter().copied());
        }
        files = files.with(name, bytes);
    }
    files
}

/// The same files, listed the other way round.
struct Backwards(Memory);

impl Files for Backwards {
    fn list(&self) -> Vec<String> {
        self.0.list().into_iter().rev().collect()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.0.read(name, limit)
    }
}

fn anchors(dossier: &Dossier) -> impl Iterator<Item = &Anchor> {
    let evidence = dossier
        .actors
        .iter()
        .filter_map(|actor| actor.role.as_ref().map(|role| &role.evidence))
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

fn references(dossier: &Dossier) -> Vec<Ref> {
    fn all<'a>(kind: Kind, ids: impl IntoIterator<Item = &'a Id>) -> Vec<Ref> {
        ids.into_iter().map(|id| Ref::new(kind, id)).collect()
    }
    let mut refs = Vec::new();
    refs.extend(dossier.sources.iter().flat_map(|source| all(Kind::Source, &source.repeats)));
    refs.extend(dossier.mentions.iter().flat_map(|mention| all(Kind::Actor, [&mention.actor])));
    for relation in &dossier.relations {
        refs.extend(all(Kind::Actor, [&relation.from, &relation.to]));
        refs.extend(all(Kind::Source, &relation.evidence.sources));
    }
    for claim in &dossier.claims {
        refs.extend(all(Kind::Actor, claim.actors.iter().chain(&claim.attributed_to)));
        refs.extend(all(Kind::Event, &claim.events));
        refs.extend(all(Kind::Source, &claim.evidence.sources));
    }
    for event in &dossier.events {
        refs.extend(all(Kind::Actor, &event.actors));
        refs.extend(all(Kind::Event, &event.follows));
        refs.extend(all(Kind::Source, &event.evidence.sources));
    }
    refs.extend(dossier.places.iter().flat_map(|place| all(Kind::Actor, &place.actor)));
    refs.extend(dossier.series.iter().flat_map(|series| all(Kind::Place, &series.expects)));
    for observation in &dossier.observations {
        refs.extend(all(Kind::Series, [&observation.series]));
        refs.extend(all(Kind::Source, [&observation.source]));
        refs.extend(all(Kind::Place, &observation.place));
    }
    refs
}

#[test]
fn the_seed_is_sound() {
    let loaded = load(&mutated(&[])).unwrap();
    assert_eq!(loaded.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_loaded_holds_together(
        changes in proptest::collection::vec((0usize..7, 0usize..4000, 0usize..12, 0usize..32), 1..6)
    ) {
        let files = mutated(&changes);
        let loaded = load(&files);
        let report = |loaded: &Result<fundstelle::load::Loaded, fundstelle::load::Refusal>| match loaded {
            Ok(loaded) => loaded.problems.clone(),
            Err(refusal) => refusal.problems.clone(),
        };
        let problems = report(&loaded);
        prop_assert_eq!(&problems, &report(&load(&Backwards(files))));
        for problem in &problems {
            prop_assert!(!problem.to_string().contains(char::is_control));
            prop_assert!(problem.location.line > 0 && problem.location.column > 0);
        }
        let Ok(loaded) = loaded else { return Ok(()) };
        let dossier = loaded.dossier;
        for problem in &problems {
            // Of an item that was left out nothing remains to be marked.
            if let Some(item) = problem.item.as_ref().filter(|item| item.kind == Kind::Claim) {
                prop_assert!(dossier.contains(item), "{item}");
            }
        }
        let text = &dossier.article.text;
        for anchor in anchors(&dossier) {
            let places = match &anchor.state {
                AnchorState::Exact(place) | AnchorState::Reworded(place) => vec![place.clone()],
                AnchorState::Ambiguous(places) => places.clone(),
                AnchorState::Lost => vec![],
            };
            for place in places {
                prop_assert!(text.get(place).is_some_and(|words| !words.is_empty()));
            }
        }
        prop_assert!(dossier.mentions.iter().all(|mention| text.get(mention.passage.clone()).is_some()));
        for name in references(&dossier) {
            prop_assert!(dossier.contains(&name), "{name}");
        }
        prop_assert!(dossier.events.iter().all(|event| dossier.lanes.iter().any(|lane| lane.id == event.lane)));
        let ids: Vec<&Id> = dossier.observations.iter().map(|observation| &observation.id).collect();
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    }
}
