use std::ops::Range;

use proptest::prelude::*;

use super::own_words::own_key;
use super::*;
use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::{Change, Quotation, Step, Value, plan};
use crate::load::{Loaded, Memory, Rule, load};
use crate::text::names::words;

const GERMAN: &str = "Die Fähre\nDie Reederei Lund verkauft die Fähre, sagte das Hafenamt. Am 3. Mai 2025 soll die Fähre ablegen. \
                      Die Fähre ist alt. Lund schweigt.\n";
const ENGLISH: &str = "The ferry\nThe Lund line sells the ferry, said the Harbour Office. On May 3, 2025 the ferry may leave. \
                       The ferry is old. Lund is silent.\n";

/// A dossier whose own words are plain, in English.
fn english() -> Memory {
    let toml = "format = 1\nid = \"t\"\ntitle = \"The ferry\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                [[source]]\nid = \"echo\"\ntype = \"report\"\noutlet = \"Echo\"\naccessed = \"2026-01-02\"\n\
                [[actor]]\nid = \"office\"\nkind = \"agency\"\nname = \"The office\"\naliases = [\"Harbour Office\"]\n";
    Memory::default().with("dossier.toml", toml).with("a.txt", ENGLISH)
}

/// One whose own words are in languages, in German.
fn german() -> Memory {
    let toml = "format = 1\nid = \"t\"\ntitle.de = \"Die Fähre\"\ntitle.en = \"The ferry\"\n[article]\nfile = \"a.txt\"\n\
                language = \"de\"\n[[source]]\nid = \"echo\"\ntype = \"report\"\noutlet = \"Echo\"\naccessed = \"2026-01-02\"\n\
                [[actor]]\nid = \"amt\"\nkind = \"agency\"\nname = \"Hafenamt\"\naliases = [\"Hafenamt\"]\n\
                role.de = \"Sagt es.\"\nsources = [\"echo\"]\n\
                [[claim]]\nid = \"alt\"\ntext.de = \"Sie ist alt.\"\nassessment = \"open\"\nanchors = [\"Die Fähre ist alt\"]\n\
                note.de = \"Seit 1990.\"\n";
    Memory::default().with("dossier.toml", toml).with("a.txt", GERMAN)
}

pub(super) fn read(files: &Memory) -> std::sync::Arc<Dossier> {
    load(files).expect("it opens").dossier
}

pub(super) fn place(dossier: &Dossier, words: &str) -> Range<usize> {
    let start = dossier.article.text.find(words).expect("the words stand there");
    start..start + words.len()
}

/// The dossier with the change, in which the loader finds nothing that is not to be expected: that a text lacks a translation, and
/// nothing rests on a source yet.
fn made(files: &Memory, change: &Change) -> Loaded {
    let plan = plan(files, change).unwrap_or_else(|refused| panic!("{refused:?}: {change:?}"));
    let rules = |loaded: &Loaded| loaded.problems.iter().map(|problem| problem.rule).collect::<Vec<_>>();
    let mut expected = rules(&load(files).expect("it opens"));
    expected.extend([Rule::TranslationMissing, Rule::LanguageRare, Rule::SourceUnused]);
    let is_known = |rule: &Rule| expected.contains(rule);
    assert!(rules(&plan.loaded).iter().all(is_known), "{:#?}", plan.loaded.problems);
    let result = change.result.as_ref().expect("a draft says what it makes");
    assert!(plan.loaded.dossier.contains(result), "{result}");
    plan.loaded
}

fn sources() -> Vec<Publication> {
    let new = SourceWords {
        source_type: "article-newspaper".to_owned(),
        outlet: "Evening News".to_owned(),
        issued: "2025-05-04".to_owned(),
        accessed: "2026-01-03".to_owned(),
        ..SourceWords::default()
    };
    vec![Publication::Known(Id::new("echo")), Publication::New(new)]
}

/// The keys of the last table that the change adds.
fn keys(change: &Change) -> Vec<&str> {
    let mut tables = change.steps.iter().filter_map(|step| match step {
        Step::Table(table) => Some(table),
        _ => None,
    });
    tables.next_back().into_iter().flat_map(|table| table.keys.iter().map(|(key, _)| key.as_str())).collect()
}

#[test]
fn an_actor_is_named_by_the_marked_words() {
    for (files, language, words, key) in
        [(english(), "en", "Lund line", "name"), (german(), "de", "Reederei Lund", "name")]
    {
        let dossier = read(&files);
        let own = ActorWords { name: String::new(), kind: "company".to_owned() };
        let change = actor(&dossier, &place(&dossier, words), &own, language);
        assert_eq!(keys(&change), ["id", "kind", key, "aliases"], "names are plain in both");
        let loaded = made(&files, &change);
        let actor = loaded.dossier.actors.last().expect("it is there");
        assert_eq!(actor.name.texts().collect::<Vec<_>>(), [words]);
        assert_eq!(loaded.dossier.mentions.iter().filter(|mention| mention.actor == actor.id).count(), 1);
    }
}

#[test]
fn an_actor_gets_another_name_or_passage_and_a_role() {
    for (files, language, id) in [(english(), "en", "office"), (german(), "de", "amt")] {
        let dossier = read(&files);
        let id = Id::new(id);
        let lund = place(&dossier, "Lund");
        let added = made(&files, &alias(&dossier, &id, &lund)).dossier;
        assert_eq!(added.actor(&id).map(|actor| actor.aliases.len()), Some(2));
        let added = made(&files, &mention(&dossier, &id, &lund, true).expect("it can be quoted")).dossier;
        let mention = added.mentions.iter().find(|mention| mention.passage == lund);
        assert!(mention.is_some_and(|mention| mention.inferred && mention.actor == id));
        let sentence = dossier.article.sentence_at(lund.start).expect("it stands in one");
        let change = role(&dossier, &id, &sentence, " Sells. ", language).expect("it can be quoted");
        let added = made(&files, &change).dossier;
        let role = added.actor(&id).and_then(|actor| actor.role.clone()).expect("it has one");
        assert_eq!(role.text.texts().collect::<Vec<_>>(), ["Sells."], "the one that is there gives way");
        assert_eq!(role.evidence.anchors.last().and_then(crate::dossier::Anchor::passage), Some(sentence));
    }
}

#[test]
fn another_role_does_not_rest_on_what_was_quoted_for_the_first() {
    let quoted = "role = \"Sells.\"\nanchors = [\"Lund is silent\"]\nsources = [\"echo\"]\n";
    let toml = "format = 1\nid = \"t\"\ntitle = \"The ferry\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                [[source]]\nid = \"echo\"\ntype = \"report\"\noutlet = \"Echo\"\naccessed = \"2026-01-02\"\n\
                [[actor]]\nid = \"office\"\nkind = \"agency\"\nname = \"The office\"\naliases = [\"Harbour Office\"]\n";
    let files = Memory::default().with("dossier.toml", format!("{toml}{quoted}")).with("a.txt", ENGLISH);
    let dossier = read(&files);
    let id = Id::new("office");
    let quotes = |words: &str, text: &str| {
        let change = role(&dossier, &id, &place(&dossier, words), text, "en").expect("it can be quoted");
        let role = made(&files, &change).dossier.actor(&id).and_then(|actor| actor.role.clone());
        let anchors = role.expect("it has one").evidence.anchors;
        anchors
            .iter()
            .filter_map(crate::dossier::Anchor::passage)
            .map(|own| dossier.article.text[own].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(quotes("The ferry is old", "Mends."), ["The ferry is old"]);
    assert_eq!(quotes("The ferry is old", "Sells."), ["Lund is silent", "The ferry is old"]);
    let same =
        role(&dossier, &id, &place(&dossier, "Lund is silent"), "Sells.", "en").expect("it can be quoted");
    assert_eq!(same.steps, [], "all of it is there");
}

#[test]
fn a_claim_is_written_with_what_the_article_says_of_it() {
    for (files, language, words, own) in [
        (english(), "en", "The Lund line sells the ferry", "text"),
        (german(), "de", "Die Reederei Lund verkauft die Fähre", "text.de"),
    ] {
        let dossier = read(&files);
        let words = place(&dossier, words);
        let said = ClaimWords {
            text: "It is sold.".to_owned(),
            assessment: "qualified".to_owned(),
            hedge: hedge(&dossier, &words).expect("it is attributed"),
            attributed_to: speaker(&dossier, &words).into_iter().collect(),
            sources: sources(),
            ..ClaimWords::default()
        };
        let change = claim(&dossier, &words, &said, language).expect("it can be quoted");
        assert_eq!(keys(&change), ["id", own, "anchors", "hedge", "attributed_to", "assessment", "sources"]);
        let loaded = made(&files, &change);
        let claim = loaded.dossier.claims.last().expect("it is there");
        assert_eq!(claim.evidence.anchors.len(), 1);
        assert_eq!(claim.evidence.anchors[0].passage(), Some(words));
        assert!(claim.confirmed_hedge().is_some() && claim.attributed_to.len() == 1);
        assert_eq!(claim.evidence.sources.len(), 2);
        assert_eq!(
            loaded.dossier.sources.last().map(|source| source.id.as_str()),
            Some("evening-news-2025-05-04")
        );
    }
}

/// The article's words stand for a claim without a text, and nobody has looked into it yet.
#[test]
fn a_claim_needs_nothing_but_the_words() {
    let files = english();
    let dossier = read(&files);
    let words = place(&dossier, "Lund is silent");
    let change = claim(&dossier, &words, &ClaimWords::default(), "en").expect("it can be quoted");
    assert_eq!(keys(&change), ["id", "anchors", "assessment"]);
    assert_eq!(change.result, Some(Ref::new(Kind::Claim, &Id::new("lund-is-silent"))));
    made(&files, &change);
}

#[test]
fn a_claim_is_assessed_with_its_sources_and_what_they_say() {
    let files = german();
    let dossier = read(&files);
    let id = Id::new("alt");
    let change = assess(&dossier, &id, "borne-out", &sources(), "Seit 1991.", "de");
    let claim = made(&files, &change).dossier.claim(&id).cloned().expect("it is there");
    assert!(claim.is_assessed() && claim.evidence.sources.len() == 2);
    let notes = |text: &crate::dossier::LocalText| text.texts().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(claim.note.as_ref().map(notes), Some(vec!["Seit 1991.".to_owned()]));
    let other = made(&files, &note(&dossier, &id, "Since 1990.", "en")).dossier;
    let other = other.claim(&id).and_then(|claim| claim.note.clone()).expect("it has one");
    assert_eq!(notes(&other), ["Seit 1990.", "Since 1990."], "beside that in the other language");
}

#[test]
fn an_event_and_a_gap_are_written() {
    for (files, language, words, title) in [
        (english(), "en", "On May 3, 2025 the ferry may leave", "title"),
        (german(), "de", "Am 3. Mai 2025 soll die Fähre ablegen", "title.de"),
    ] {
        let dossier = read(&files);
        let words = place(&dossier, words);
        let own = EventWords {
            date: date(&dossier, &words).expect("it has one").0.text().to_owned(),
            title: "It leaves".to_owned(),
            kind: "decision".to_owned(),
            ..EventWords::default()
        };
        let change = event(&dossier, &words, &own, language).expect("it can be quoted");
        assert_eq!(keys(&change), ["id", "date", "kind", title, "anchors"]);
        let added = made(&files, &change).dossier;
        assert_eq!(added.events.last().map(|event| event.date.text()), Some("2025-05-03"));
        let own = GapWords { text: "It never left.".to_owned(), sources: sources() };
        let change = gap(&dossier, &words, &own, language).expect("it can be quoted");
        let added = made(&files, &change).dossier;
        let near = added.gaps.last().and_then(|gap| gap.near.clone()).expect("it has a place");
        assert_eq!(near.passage(), Some(words));
    }
}

#[test]
fn a_source_is_added_where_there_is_a_place_for_it() {
    let files = german();
    let dossier = read(&files);
    let [Publication::Known(echo), Publication::New(new)] = &sources()[..] else { panic!("one of each") };
    let of = |kind: Kind, id: &str| Ref::new(kind, &Id::new(id));
    let claim = of(Kind::Claim, "alt");
    let count = |loaded: &Loaded| loaded.dossier.evidence(&claim).map(|evidence| evidence.sources.len());
    let change = existing_source(&dossier, &claim, echo).expect("it is not there yet");
    let with_it = made(&files, &change);
    assert_eq!(count(&with_it), Some(1));
    assert_eq!(existing_source(&with_it.dossier, &claim, echo), None, "it is there by now");
    let again = assess(
        &with_it.dossier,
        &claim.id,
        "open",
        &[echo.clone(), echo.clone()].map(Publication::Known),
        "",
        "de",
    );
    assert_eq!(again.steps.len(), 1, "{again:?}");
    let change = source(&dossier, new, Some(&claim));
    assert_eq!(change.result.as_ref(), Some(&claim), "the claim stays selected");
    assert_eq!(count(&made(&files, &change)), Some(1));
    for of in [None, Some(of(Kind::Source, "echo"))] {
        let change = source(&dossier, new, of.as_ref());
        assert_eq!(change.steps.len(), 1);
        assert_eq!(made(&files, &change).dossier.sources.len(), 2);
    }
}

#[test]
fn a_stop_shows_what_an_author_names() {
    let files = german();
    let dossier = read(&files);
    let change =
        stop(&dossier, &Ref::new(Kind::Claim, &Id::new("alt")), "Wie alt?", "de").expect("it can be shown");
    assert_eq!(keys(&change), ["title.de", "select"]);
    assert_eq!(made(&files, &change).dossier.stops.len(), 1);
    assert_eq!(stop(&dossier, &Ref::new(Kind::Link, &Id::new("1")), "Da", "de"), None);
}

#[test]
fn own_words_are_written_as_the_author_writes_them() {
    use crate::edit::TableKind::{Claim, Event, Gap, Stop};
    let key = |more: &str, kind, key: &str, language: &str| {
        let toml = format!(
            "format = 1\nid = \"t\"\ntitle.de = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n{more}"
        );
        own_key(
            &read(&Memory::default().with("dossier.toml", toml).with("a.txt", GERMAN)),
            kind,
            key,
            language,
        )
    };
    let plain = "[[claim]]\nid = \"a\"\ntext = \"T\"\nassessment = \"open\"\nanchors = [\"Lund schweigt\"]\n";
    let both =
        "[[claim]]\nid = \"b\"\ntext.de-AT = \"T\"\nassessment = \"open\"\nanchors = [\"Lund schweigt\"]\n";
    assert_eq!(key("", Claim, "text", "en"), "text.en", "as the title");
    assert_eq!(key(plain, Claim, "text", "en"), "text");
    assert_eq!(key(&format!("{plain}{both}"), Claim, "text", "en"), "text.en", "the last one counts");
    assert_eq!(key(&format!("{plain}{both}"), Claim, "text", "de"), "text.de-at", "with its variety");
    assert_eq!(key(plain, Gap, "text", "en"), "text", "as other texts");
    assert_eq!(key(plain, Event, "title", "en"), "title");
    let stop = "[[stop]]\ntitle.de = \"T\"\nselect = \"claim:a\"\n";
    assert_eq!(key(&format!("{plain}{stop}"), Stop, "title", "en"), "title.en");
}

#[test]
fn words_are_quoted_with_as_much_beside_them_as_they_need() {
    let dossier = read(&english());
    let quoted = |words: &str| quotation(&dossier, &place(&dossier, words));
    let plain = |exact: &str| Quotation { exact: exact.to_owned(), ..Quotation::default() };
    assert_eq!(quoted("is silent"), Some(plain("is silent")));
    let second = {
        let first = place(&dossier, "the ferry,");
        first.start..first.end - 1
    };
    let found = quotation(&dossier, &second).expect("something tells it from others");
    assert_eq!(found, Quotation { prefix: "sells ".to_owned(), ..plain("the ferry") });
    let title = quotation(&dossier, &(0..9)).expect("what comes after tells it");
    assert_eq!((&*title.prefix, &*title.exact), ("", "The ferry"));
    assert_eq!(title.suffix, " The");
    let half = place(&dossier, "erry is");
    assert_eq!(quotation(&dossier, &half), None, "half a word is no word");
    assert_eq!(quotation(&dossier, &(3..4)), None, "a blank is none");
}

/// A soft hyphen, a blank that must not break, marks of Markdown: a reader sees none of them.
#[test]
fn words_are_quoted_as_a_reader_sees_them() {
    let toml = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.md\"\nlanguage = \"de\"\n";
    let text =
        "# Titel\n\nDer Öl\u{ad}preis *fiel*\u{a0}um [5 Prozent](https://example.org), der Ölpreis fiel.\n";
    let files = Memory::default().with("dossier.toml", toml).with("a.md", text);
    let dossier = read(&files);
    let words = place(&dossier, "Öl\u{ad}preis fiel\u{a0}um 5 Prozent");
    let own = ClaimWords::default();
    let change = claim(&dossier, &words, &own, "de").expect("it can be quoted");
    let Some(Step::Table(table)) = change.steps.first() else { panic!("a table") };
    let (_, Value::List(anchors)) = &table.keys[1] else { panic!("a list") };
    let exact = "Ölpreis fiel um 5 Prozent".to_owned();
    assert_eq!(anchors[..], [Value::Words(Quotation { exact, ..Quotation::default() })]);
    let loaded = made(&files, &change);
    assert_eq!(loaded.dossier.claims[0].evidence.anchors[0].passage(), Some(words));
}

/// A text of few words, so that many of them stand more than once.
fn repetitive() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ab",
        "Ab",
        "b\u{ad}a",
        "1,5",
        "15",
        "é",
        "e\u{301}",
        "書書",
        "हिन्दी",
        "–",
        "c",
        "-c",
    ]);
    let gap = prop::sample::select(vec![" ", " ", " ", "\u{a0}", "  ", ". ", "\n", ", „"]);
    prop::collection::vec((word, gap), 1..14)
        .prop_map(|all| all.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What is quoted is found again by the loader at that very place, and has no context that it does not need.
    #[test]
    fn a_quotation_means_just_the_marked_words(text in repetitive(), one in 0..40_usize, other in 0..40_usize) {
        let toml = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
        let files = Memory::default().with("dossier.toml", toml).with("a.txt", format!("Title\n{text}\n"));
        let dossier = read(&files);
        let all = words(&dossier.article.text);
        let (one, other) = (&all[one % all.len()], &all[other % all.len()]);
        let marked = one.start.min(other.start)..one.end.max(other.end);
        match quotation(&dossier, &marked) {
            Some(found) => {
                let own = ClaimWords::default();
                let change = claim(&dossier, &marked, &own, "en").expect("it was quoted before");
                let plan = plan(&files, &change);
                let plan = plan.map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
                let anchor = &plan.loaded.dossier.claims[0].evidence.anchors[0];
                prop_assert_eq!(anchor.passage(), Some(marked), "{:?}", found);
                let times = occurrences(&dossier, &found.exact);
                prop_assert_eq!(times == 1, found.prefix.is_empty() && found.suffix.is_empty(), "{:?}", found);
            }
            None => prop_assert!(occurrences(&dossier, &visible(&dossier, &marked)) != 1),
        }
    }
}

/// How often these words stand in the article, as the loader counts them.
fn occurrences(dossier: &Dossier, words: &str) -> usize {
    use crate::dossier::{AnchorState, Quote};
    let article = &dossier.article;
    let index = article.index();
    match index.locate_all(&[Quote { exact: words.into(), ..Quote::default() }]).pop() {
        Some(AnchorState::Exact(_)) => 1,
        Some(AnchorState::Ambiguous(places)) => places.len(),
        _ => 0,
    }
}
