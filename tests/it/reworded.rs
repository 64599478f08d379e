//! A text that changed after it was annotated: a quotation that no longer stands is never shown as evidence, and who reads
//! or checks sees both wordings.

use std::fs;

use crate::common::fixture::{self, text_of};
use crate::common::run::run;
use crate::common::{Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::dossier::Standing;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use fundstelle::text::diff::diff_words;

/// The fixture with an edit in its article.
fn edited(from: &str, to: &str) -> Memory {
    assert_eq!(text_of("article.txt").matches(from).count(), 1, "{from}");
    fixture::edited("article.txt", from, to)
}

fn report(files: &Memory) -> Vec<String> {
    let loaded = load(files).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    loaded.problems.iter().map(ToString::to_string).collect()
}

fn open(files: &Memory, language: Language, glyphs: Glyphs) -> Screen {
    Screen::open(files, USUAL, Options { language, theme: Theme::Mono, glyphs })
}

#[test]
fn check_fails_and_shows_both_wordings() {
    for (from, to, message) in [
        (
            "bisher nicht",
            "inzwischen",
            "claims.toml:281:12: error[anchor-reworded]: your quotation has \"können die eigenen Module [-bisher nicht-] mit \
             Quarzon mithalten\" where the article has \"können die eigenen Module [+inzwischen+] mit Quarzon mithalten\"; \
             located, not proven: fundstelle relink shows both and takes over the new words if you confirm them",
        ),
        (
            "weniger als ein Viertel",
            "mehr als zwei Drittel",
            "claims.toml:240:12: error[anchor-reworded]: your quotation has \"Ist [-weniger-] als [-ein Viertel-] des Rumpfes fertig, müssen …\" where the article has \"Ist [+mehr+] als [+zwei Drittel+] des Rumpfes fertig, müssen …\"; located",
        ),
        (
            "Ostlinie und",
            "Flusslinie und",
            "claims.toml:113:12: error[anchor-reworded]: your quotation has \"… in diesem Frühjahr die [-Ostlinie-] und die \
             Pendelo-Mutter Wellgard.\" where the article has \"… in diesem Frühjahr die [+Flusslinie+] und die \
             Pendelo-Mutter Wellgard.\"; located",
        ),
    ] {
        let report = report(&edited(from, to));
        assert!(report.iter().any(|line| line.starts_with(message)), "{message}\n{report:#?}");
    }
}

#[test]
fn what_was_not_looked_for_is_said() {
    let mut files = fixture::fixture();
    let long = "Wort ".repeat(401);
    let claims = format!(
        "[[claim]]\nid = \"long\"\ntext = \"x\"\nassessment = \"open\"\nanchors = [\"{}\"]\n",
        long.trim_end()
    );
    files = files.with("tour.toml", claims);
    let said =
        "what may stand in its place was not looked for: it is longer than 400 usual words; quote less";
    assert!(
        report(&files).iter().any(|line| line.starts_with("tour.toml:5:12: error") && line.ends_with(said))
    );
}

#[test]
fn it_is_no_evidence_and_no_other_words_are_taken_for_it() {
    let dossier = |from, to| {
        let loaded = load(&edited(from, to)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        (loaded.dossier, loaded.faulty)
    };
    let (changed, marks) = dossier("bisher nicht", "inzwischen");
    let claim =
        changed.claims.iter().find(|claim| claim.evidence.anchors.iter().any(|a| a.located().is_some()));
    let claim = claim.unwrap_or_else(|| panic!("a claim rests on it"));
    assert!(marks.evidence.contains(&claim.to_ref()));
    assert!(changed.passages(&claim.to_ref()).is_empty());
    assert!(!matches!(claim.evidence.standing(), Standing::Article | Standing::Both));
    let (gone, _) = dossier("in Marschland und ", "");
    let named = gone.mentions.iter().filter(|mention| mention.actor.as_str() == "marschland");
    let mut words = named.map(|mention| &gone.article.text[mention.passage.clone()]);
    assert!(words.all(|words| words != "Marschland" && !words.contains("ufer")));
    let (local, _) = dossier("heimische Module", "hiesige Module");
    for actor in &local.actors {
        for passage in local.lit(&actor.to_ref()).located {
            assert!(local.article.text[passage.clone()].contains("hiesige Module"), "{passage:?}");
        }
    }
}

/// The edits that the issue of this names, the claim that rests on the words, and how the passage begins.
const EDITS: [(&str, &str, &str, &str); 3] = [
    ("bisher nicht", "inzwischen", "claim:lag", "können die eigenen"),
    ("weniger als ein Viertel", "mehr als zwei Drittel", "claim:one-quarter", "Ist mehr als zwei"),
    ("Ostlinie und", "Flusslinie und", "claim:names", "Den Anfang"),
];

#[test]
fn each_edit_is_marked_in_list_margin_and_card_with_both_wordings() {
    for (from, to, claim, begins) in EDITS {
        let mut screen = open(&edited(from, to), Language::En, Glyphs::Unicode);
        screen.press("5").select(claim);
        let marked = screen.framed("5 Claims").rows.into_iter().find(|row| row.weights().contains('R'));
        let marked = marked.unwrap_or_else(|| panic!("{claim} is in sight")).text();
        assert!(marked.contains('!'), "{claim}: {marked}");
        screen.press("w");
        assert!(screen.status().contains("Located, not proven"), "{claim}: {}", screen.status());
        let beside: String = screen.framed("1 Article").row_with(begins).text().chars().take(2).collect();
        assert!(beside.contains('!'), "{claim}: {beside:?}");
        screen.press("5 Enter");
        let prose = screen.framed("Claim").prose();
        assert!(prose.contains("Was quoted: ") && prose.contains("(located, not proven)"), "{prose}");
        let mut card = prose;
        for _ in 0..12 {
            card.push_str(&screen.press("Down").framed("Claim").prose());
        }
        for judged in ["BORNE OUT", "PARTLY", "CONTRADICTED"] {
            assert!(!card.contains(judged), "{claim}: on broken evidence nothing is judged: {card}");
        }
        let (quoted, now) = diff_words(from, to);
        for wording in [quoted, now] {
            for change in wording.changes {
                let words = &wording.text[change];
                assert!(card.contains(words), "{claim}: {words} in {card}");
            }
        }
    }
}

#[test]
fn check_ends_with_one_for_each_edit() {
    for (from, to, ..) in EDITS {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let check = |files: &Memory| {
            for name in files.list() {
                let bytes = files.read(&name, u64::MAX).unwrap_or_else(|error| panic!("{error}"));
                fs::write(folder.path().join(name), bytes).unwrap_or_else(|error| panic!("{error}"));
            }
            run(&["check", &folder.path().to_string_lossy()]).code
        };
        let codes = [check(&edited(from, from)), check(&edited(from, to))];
        assert_eq!(codes, [Some(0), Some(1)], "{from}");
    }
}

/// A click on the sign is the claim, and leads to the words that stand there now.
#[test]
fn the_sign_in_the_margin_is_the_claim() {
    let (from, to, claim, begins) = EDITS[1];
    let mut screen = open(&edited(from, to), Language::En, Glyphs::Unicode);
    // Selected first to bring it in sight, then something else.
    screen.press("5").select(claim).press("w");
    let article = screen.framed("1 Article");
    let row = article.place_of(begins).unwrap_or_else(|| panic!("{}", article.text()));
    let column = article.rows[row].text().chars().position(|c| c == '!').unwrap_or_else(|| panic!("no sign"));
    screen.press("5 k");
    assert_ne!(screen.selection(), claim);
    // The article's box begins below the title, and its edges take a cell.
    let cell = (u16::try_from(column + 1).unwrap_or(0), u16::try_from(row + 2).unwrap_or(0));
    screen.press("M").click(cell);
    assert_eq!(screen.selection(), claim, "{}", screen.text());
    assert_eq!(screen.framed("1 Article").row_with(begins).weight_of("mehr als zwei"), 'U');
}

#[test]
fn the_screen_marks_it_and_shows_both_wordings() {
    let files = edited("bisher nicht", "inzwischen");
    let mut screen = open(&files, Language::En, Glyphs::Unicode);
    screen.press("5").select("claim:lag");
    let row = screen.framed("5 Claims").row_with("Home-made modules cannot yet match").text();
    assert!(row.contains('!'), "{row}");
    screen.press("Enter");
    let card = screen.framed("Claim");
    let prose = card.prose();
    assert!(prose.contains("Was quoted: „können die eigenen Module"), "{prose}");
    assert!(prose.contains("eigenen Module [-bisher nicht-] mit Quarzon mithalten“"), "{prose}");
    assert!(prose.contains("Now in its place (located, not proven): „können die"), "{prose}");
    assert!(prose.contains("eigenen Module [+inzwischen+] mit Quarzon mithalten“"), "{prose}");
    assert_eq!(card.row_with("[-bisher").weight_of("[-bisher"), 'B');
    let now = screen.press("Down").framed("Claim").row_with("[+inzwischen+]");
    assert_eq!((now.weight_of("[+inzwischen+]"), now.weight_of("eigenen Module")), ('L', '.'));
}

#[test]
fn both_wordings_can_be_told_apart_with_ascii_alone_and_in_german() {
    let files = edited("bisher nicht", "inzwischen");
    let mut screen = open(&files, Language::De, Glyphs::Ascii);
    let text = screen.press("5").select("claim:lag").press("Enter").text();
    for words in
        ["! Bisher zitiert: ", "[-bisher", "nicht-]", "jetzt (gefunden, nicht belegt):", "[+inzwischen+]"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn the_way_there_lights_nothing() {
    let files = edited("bisher nicht", "inzwischen");
    for way in ["w", "n", "Enter"] {
        let mut screen = open(&files, Language::En, Glyphs::Unicode);
        screen.press("5").select("claim:lag").press("Enter");
        let before = screen.clone();
        screen.press(way);
        assert!(screen.status().contains("Located, not proven"), "{way}: {}", screen.text());
        let article = screen.framed("1 Article");
        assert!(article.words('L').is_empty(), "{way}: nothing is lit as evidence");
        assert_eq!(
            article.row_with("eigenen Module inzwischen").weight_of("Module inzwischen"),
            'U',
            "{way}"
        );
        if way != "n" {
            screen.press("Backspace");
            crate::common::assert_back(&screen, &before);
        }
    }
}
