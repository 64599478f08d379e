//! What `fundstelle suggest` prints, and what is no longer offered once an author has decided.

use fundstelle::dossier::{Decision, Dossier, SuggestionKind};
use fundstelle::load::{Memory, load};
use fundstelle::suggest::{self, What};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::run::{Folder, run_with};
use crate::sound;

const HEAD: &str = "format = 1\nid = \"bridge\"\ntitle = \"The bridge\"\n[article]\nfile = \"article.md\"\nlanguage = \"en\"\n\
                    published = \"2025-11-27\"\n";

const ARTICLE: &str = "---\nauthor: Jo\n---\n# The bridge\n\nIt cost *£2.5 million*, the council said on [Tuesday](x.html).\n\n\
                       It opened in October 2022. Some 1,200 people came.\n";

fn json(answer: &str) -> Vec<Value> {
    let report: Value = serde_json::from_str(answer).expect("an answer in JSON");
    report["suggestions"].as_array().expect("suggestions").clone()
}

/// The suggestions of a kind, by these keys.
fn of_kind<'a>(all: &'a [Value], kind: &str, key: &str) -> Vec<&'a str> {
    let own = all.iter().filter(|suggestion| suggestion["kind"] == kind);
    own.map(|suggestion| suggestion[key].as_str().unwrap_or("-")).collect()
}

#[test]
fn programs_get_places_of_the_file_and_words_of_the_reader() {
    let folder = Folder::with(&[("dossier.toml", HEAD), ("article.md", ARTICLE)]);
    let answer = folder.run(&["suggest", "--format", "json"]);
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""));
    let all = json(&answer.stdout);
    let file: Vec<char> = ARTICLE.chars().collect();
    for suggestion in &all {
        let place = |key: &str| usize::try_from(suggestion[key].as_u64().unwrap()).unwrap();
        let framed: String = file[place("start")..place("end")].iter().collect();
        let seen = framed.replace(['*', '[', ']'], "").replace("(x.html)", "");
        assert_eq!(seen, suggestion["text"].as_str().unwrap());
    }
    assert_eq!(of_kind(&all, "time", "text"), ["Tuesday", "October 2022"]);
    assert_eq!(of_kind(&all, "time", "edtf"), ["2025-11-25", "2022-10"]);
    assert_eq!(of_kind(&all, "time", "basis"), ["published", "words"]);
    assert_eq!(of_kind(&all, "figure", "value"), ["2500000", "1200"]);
    assert_eq!(of_kind(&all, "figure", "unit"), ["£", "people"]);
    assert_eq!(of_kind(&all, "figure", "qualifier"), ["exact", "about"]);
    let said = all.iter().find(|suggestion| suggestion["kind"] == "attributed").unwrap();
    assert_eq!(said["markers"][0]["text"], "said");
    let starts: Vec<u64> = all.iter().map(|suggestion| suggestion["start"].as_u64().unwrap()).collect();
    assert!(starts.is_sorted());
}

#[test]
fn people_get_them_by_kind_with_places_they_can_go_to() {
    let folder = Folder::with(&[("dossier.toml", HEAD), ("article.md", ARTICLE)]);
    let answer = folder.run_inside(&["suggest", "."]);
    assert_eq!(answer.code, Some(0));
    assert!(answer.stdout.contains("article.md:8:14: \"October 2022\": 2022-10; "), "{}", answer.stdout);
    // Each says why.
    let mut offered = answer.stdout.lines().filter(|line| line.starts_with("  "));
    assert!(
        offered.all(|line| line.rsplit_once("; ").is_some_and(|(_, why)| why.len() > 3)),
        "{}",
        answer.stdout
    );
    let order = ["Attributed or hedged", "Times", "Figures", "suggested: "]
        .map(|kind| answer.stdout.find(kind).unwrap());
    assert!(order.is_sorted(), "{}", answer.stdout);
}

#[test]
fn an_article_alone_will_do() {
    let answer =
        run_with(&["suggest", "-", "--format", "json"], "Die Brücke\n\nSie kostete 48,5 Millionen Euro.\n");
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert_eq!(of_kind(&json(&answer.stdout), "figure", "value"), ["48500000"]);
}

#[test]
fn actors_of_other_dossiers_come_first() {
    let other = "format = 1\nid = \"ferries\"\ntitle = \"Ferries\"\n[article]\nfile = \"a.txt\"\n[[actor]]\nid = \"council\"\n\
                 kind = \"government\"\nname = \"The council\"\naliases = [\"council\"]\n";
    let folder = Folder::with(&[("dossier.toml", HEAD), ("article.md", ARTICLE)]);
    let liked = Folder::with(&[("dossier.toml", other), ("a.txt", "Title\n\nThe council met.\n")]);
    let path = liked.path().to_str().unwrap();
    let all = json(&folder.run(&["suggest", "--format", "json", "--like", path]).stdout);
    let known = all.iter().find(|suggestion| suggestion["text"] == "council").unwrap();
    assert_eq!(
        (&known["kind"], &known["reason"], &known["from"]),
        (&"name".into(), &"known".into(), &"ferries".into())
    );
    let wrong = folder.run(&["suggest", "--like", "nowhere"]);
    assert_eq!((wrong.code, &*wrong.stdout), (Some(1), ""));
}

fn dossier(tables: &str) -> Dossier {
    let files = Memory::default().with("dossier.toml", format!("{HEAD}{tables}")).with("article.md", ARTICLE);
    (*load(&files).expect("a dossier").dossier).clone()
}

fn open_of(dossier: &Dossier, kind: SuggestionKind) -> Vec<&str> {
    let open = suggest::open(dossier).found.into_iter().filter(|found| found.what.kind() == kind);
    open.map(|found| &dossier.article.text[found.range]).collect()
}

#[test]
fn what_the_dossier_has_is_not_offered() {
    let bare = dossier("");
    assert_eq!(open_of(&bare, SuggestionKind::Attributed).len(), 1);
    let claimed = dossier(
        "[[claim]]\nid = \"a\"\ntext = \"It cost a lot.\"\nanchors = [\"£2.5 million\"]\nassessment = \"open\"\n",
    );
    assert!(open_of(&claimed, SuggestionKind::Attributed).is_empty());
    // Its figure can still become one of a series.
    assert_eq!(open_of(&claimed, SuggestionKind::Figure), ["£2.5 million", "1,200 people"]);
    let dated = dossier(
        "[[event]]\nid = \"a\"\ndate = \"2022-10\"\nkind = \"other\"\ntitle = \"Opened\"\nanchors = [\"It opened in October 2022\"]\n",
    );
    assert_eq!(open_of(&dated, SuggestionKind::Time), ["Tuesday"]);
}

#[test]
fn what_was_rejected_is_not_offered_again() {
    let bare = dossier("");
    let mut parts = (*bare).clone();
    let rejected = |of, words: &str| Decision { of, words: vec![words.into()], is_accepted: false };
    parts.suggested.decisions = vec![
        rejected(SuggestionKind::Time, "October 2022"),
        rejected(SuggestionKind::Figure, "Tuesday"),
        Decision { is_accepted: true, ..rejected(SuggestionKind::Figure, "1,200 people") },
    ];
    let decided = Dossier::assemble(parts);
    assert_eq!(
        open_of(&decided, SuggestionKind::Time),
        ["Tuesday"],
        "words of another kind are another thing"
    );
    assert_eq!(open_of(&decided, SuggestionKind::Figure).len(), 2, "accepted is not rejected");
}

#[test]
fn a_group_keeps_its_places_when_others_go() {
    let two = "Title\n\nWellgard AG was founded by Ms. Anna Holt. Then Wellgard AG grew, Ms. Holt said.\n";
    let files = Memory::default().with("dossier.toml", HEAD).with("article.md", two);
    let bare = (*load(&files).unwrap().dossier).clone();
    let all = suggest::find(&bare);
    assert!(all.groups.len() > 1, "{all:?}");
    let mut parts = (*bare).clone();
    let words = all.groups[0].forms.iter().map(|form| form.as_str().into()).collect();
    parts.suggested.decisions = vec![Decision { of: SuggestionKind::Name, words, is_accepted: false }];
    let open = suggest::open(&Dossier::assemble(parts));
    assert_eq!(open.groups, all.groups[1..]);
    for place in &open.found {
        if let What::Name(number) = place.what {
            let words = &bare.article.text[place.range.clone()];
            assert!(open.groups[number].forms.iter().any(|form| form == words), "{words}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Words and signs that grammars take apart, in any order.
    #[test]
    fn suggestions_are_sound_whatever_the_text(
        text in prop::collection::vec(prop::sample::select(PIECES), 0..60)
    ) {
        sound::suggest::check(&text.concat());
    }

    #[test]
    fn suggestions_are_sound_of_any_characters(text in "\\PC{0,120}") {
        sound::suggest::check(&text);
    }
}

const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    ". ",
    ", ",
    "-",
    "–",
    "/",
    "\n\n",
    "\u{ad}",
    "27",
    "31",
    "2025",
    "1.000",
    "4,5",
    "27.11.2025",
    "Mai",
    "May",
    "November",
    "von",
    "from",
    "bis",
    "to",
    "seit",
    "since",
    "zwischen",
    "between",
    "und",
    "and",
    "Ende",
    "late",
    "the",
    "des",
    "Jahres",
    "year",
    "last",
    "vergangenen",
    "Dienstag",
    "Tuesday",
    "Quartal",
    "quarter",
    "ersten",
    "first",
    "half",
    "of",
    "drei",
    "three",
    "hundred",
    "Millionen",
    "million",
    "Euro",
    "$",
    "€",
    "%",
    "Prozent",
    "people",
    "Drittel",
    "third",
    "ein",
    "a",
    "vor",
    "ago",
    "Jahren",
    "days",
    "er",
    "s",
    "th",
    "er Jahre",
    "Sommer",
    "summer",
    "24/25",
    "sagte",
    "said",
    "„",
    "“",
    "(",
    ")",
    "\u{202f}",
    "’",
    "x",
];

/// An article as it was taken from a page.
const OF_PAGE: &str = "# Bridge opened\n\nBy Anna Holt\n\n5 March 2026\n\nThe council of Talheim opened the old bridge in October 2022 after 1,200 \
                       people had waited for it, as the mayor of the town said there.\n\nShare\n";

#[test]
fn lines_of_a_page_come_first_and_nothing_is_suggested_within_them() {
    let folder = Folder::with(&[("dossier.toml", HEAD), ("article.md", OF_PAGE)]);
    let all = json(&folder.run(&["suggest", "--format", "json"]).stdout);
    assert_eq!(of_kind(&all, "leftover", "text"), ["By Anna Holt 5 March 2026", "Share"]);
    let first = all.iter().find(|suggestion| suggestion["kind"] == "leftover").unwrap();
    let lines: Vec<&str> =
        first["lines"].as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(lines, ["By Anna Holt", "5 March 2026"]);
    assert!(!of_kind(&all, "name", "text").contains(&"Anna Holt"));
    assert_eq!(of_kind(&all, "time", "text"), ["October 2022"]);
    let text = folder.run(&["suggest"]).stdout;
    assert!(text.starts_with("Lines ") && text.contains("suggested: 2 leftovers, "), "{text}");

    let decided = "[[decided]]\nkind = \"leftover\"\nwords = [\"By Anna Holt\", \"5 March 2026\"]\ndecision = \"rejected\"\n";
    let folder =
        Folder::with(&[("dossier.toml", HEAD), ("article.md", OF_PAGE), ("suggested.toml", decided)]);
    let all = json(&folder.run(&["suggest", "--format", "json"]).stdout);
    assert_eq!(of_kind(&all, "leftover", "text"), ["Share"]);
    assert!(of_kind(&all, "name", "text").contains(&"Anna Holt"));
    assert_eq!(of_kind(&all, "time", "text").len(), 2);
}

#[test]
fn what_the_page_says_is_a_caption_is_a_leftover() {
    let article = "# Bridge opened\n\nThe bridge in winter\n\nThe council opened it.\n";
    let caption = "[[caption]]\nwords = \"The bridge in winter\"\n";
    let of = |files: &[(&str, &str)]| {
        let all = json(&Folder::with(files).run(&["suggest", "--format", "json"]).stdout);
        of_kind(&all, "leftover", "reason").iter().map(|reason| (*reason).to_owned()).collect::<Vec<_>>()
    };
    let files = [("dossier.toml", HEAD), ("article.md", article), ("suggested.toml", caption)];
    assert_eq!(of(&files), ["caption"]);
    assert!(of(&files[..2]).is_empty());
}
