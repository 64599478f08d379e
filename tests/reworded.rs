//! A text that changed after it was annotated: a quotation that no longer stands is never shown as evidence, and who reads
//! or checks sees both wordings.

mod common;

use common::{Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::dossier::Standing;
use fundstelle::load::{Files, Memory, load, shipped};
use fundstelle::ui::glyphs::Glyphs;
use fundstelle::ui::language::Language;
use fundstelle::ui::theme::Theme;

/// The shipped dossier with an edit in its article.
fn edited(from: &str, to: &str) -> Memory {
    let shipped = shipped();
    let mut files = Memory::default();
    for name in shipped.list() {
        let bytes = shipped.read(&name, u64::MAX).unwrap_or_else(|error| panic!("{name}: {error}"));
        files = files.with(&name, bytes);
    }
    let article = files.read("article.txt", u64::MAX).unwrap_or_else(|error| panic!("{error}"));
    let article = String::from_utf8_lossy(&article).into_owned();
    assert_eq!(article.matches(from).count(), 1, "{from}");
    files.with("article.txt", article.replace(from, to))
}

fn report(files: &Memory) -> Vec<String> {
    let loaded = load(files).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    loaded.problems.iter().map(ToString::to_string).collect()
}

fn open(files: &Memory, language: Language, glyphs: Glyphs) -> Screen {
    Screen::open(files, USUAL, Options { language, theme: Theme::Mono, glyphs })
}

/// Goes to a thing by its name.
fn go_to<'a>(screen: &'a mut Screen, name: &str) -> &'a mut Screen {
    screen.press(":").paste(name).press("Enter")
}

#[test]
fn check_fails_and_tells_both_wordings() {
    for (from, to, message) in [
        (
            "nicht mehr erhältlich",
            "wieder erhältlich",
            "claims.toml:194:12: error: the article no longer says \"…bereit, die innerhalb Chinas [-nicht mehr-] \
             erhältlich sind.\"; in its place stands \"…bereit, die innerhalb Chinas [+wieder+] erhältlich sind.\"; \
             located, not proven: fundstelle relink shows both and takes over the new words if you confirm them",
        ),
        (
            "weniger als ein Drittel",
            "mehr als zwei Drittel",
            "claims.toml:306:12: error: the article no longer says \"Ist [-weniger-] als [-ein-] Drittel der Anlage \
             fertiggestellt,…\"; in its place stands \"Ist [+mehr+] als [+zwei+] Drittel der Anlage \
             fertiggestellt,…\"; located",
        ),
        (
            "Alibaba und",
            "Tencent und",
            "claims.toml:144:12: error: the article no longer says \"…Schwergewichte wie [-Alibaba-] und die \
             TikTok-Mutter…\"; in its place stands \"…Schwergewichte wie [+Tencent+] und die TikTok-Mutter…\"; located",
        ),
    ] {
        let report = report(&edited(from, to));
        assert!(report.iter().any(|line| line.starts_with(message)), "{message}\n{report:#?}");
    }
}

#[test]
fn what_was_not_looked_for_is_said() {
    let mut files = edited("Kommentare", "Kommentare");
    let long = "Wort ".repeat(401);
    let claims = format!(
        "[[claim]]\nid = \"long\"\ntext = \"x\"\nassessment = \"open\"\nanchors = [\"{}\"]\n",
        long.trim_end()
    );
    files = files.with("tour.toml", claims);
    let said = "what may stand in its place was not looked for: it has more than 400 words; quote less";
    assert!(report(&files).iter().any(|line| line.starts_with("tour.toml:5:12: error") && line.ends_with(said)));
}

#[test]
fn it_is_no_evidence_and_no_other_words_are_taken_for_it() {
    let dossier = |from, to| {
        let loaded = load(&edited(from, to)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        (loaded.dossier, loaded.marks)
    };
    let (changed, marks) = dossier("nicht mehr erhältlich", "wieder erhältlich");
    let claim = changed.claims.iter().find(|claim| claim.evidence.anchors.iter().any(|a| a.located().is_some()));
    let claim = claim.unwrap_or_else(|| panic!("a claim rests on it"));
    assert!(marks.evidence.contains(&claim.to_ref()));
    assert!(changed.passages(&claim.to_ref()).is_empty());
    assert!(!matches!(claim.evidence.standing(), Standing::Article | Standing::Both));
    let (gone, _) = dossier(", Malaysia", "");
    assert!(gone.mentions.iter().all(|mention| mention.actor.as_str() != "malaysia"));
    let (asian, _) = dossier("chinesische KI-Modelle", "asiatische KI-Modelle");
    for actor in &asian.actors {
        for passage in asian.lit(&actor.to_ref()).located {
            assert!(asian.article.text[passage.clone()].contains("asiatische KI-Modelle"), "{passage:?}");
        }
    }
}

#[test]
fn the_screen_marks_it_and_shows_both_wordings() {
    let files = edited("nicht mehr erhältlich", "wieder erhältlich");
    for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
        let mut screen = open(&files, Language::En, glyphs);
        screen.press("5");
        let claims = screen.framed("5 Claims");
        let row = claims.rows.iter().map(common::Row::text).find(|row| row.contains("no longer"));
        let row = row.unwrap_or_else(|| panic!("{}", claims.text()));
        assert!(row.contains('!'), "{row}");
        go_to(&mut screen, "no longer available");
        let card = screen.framed("Claim");
        let prose = card.prose();
        assert!(prose.contains("Quoted was: „Dort stehen die neuesten Nvidia-Cluster bereit,"), "{prose}");
        assert!(prose.contains("innerhalb Chinas [-nicht mehr-] erhältlich sind.“"), "{prose}");
        assert!(prose.contains("In its place stands now (located, not proven): „Dort stehen"), "{prose}");
        assert!(prose.contains("innerhalb Chinas [+wieder+] erhältlich sind.“"), "{prose}");
        assert_eq!(card.row_with("[-nicht").weight_of("[-nicht"), 'B');
        assert_eq!(card.row_with("[+wieder+]").weight_of("erhältlich"), '.');
    }
}

#[test]
fn the_way_there_lights_nothing() {
    let files = edited("nicht mehr erhältlich", "wieder erhältlich");
    for way in ["w", "n", "Enter"] {
        let mut screen = open(&files, Language::En, Glyphs::Unicode);
        go_to(&mut screen, "no longer available");
        let before = screen.clone();
        screen.press(way);
        assert!(screen.status().contains("Located, not proven"), "{way}: {}", screen.text());
        let article = screen.framed("1 Article");
        assert!(article.words('L').is_empty(), "{way}: nothing is lit as evidence");
        assert_eq!(article.row_with("wieder erhältlich").weight_of("erhältlich"), 'u', "{way}");
        if way != "n" {
            screen.press("Backspace");
            common::assert_back(&screen, &before);
        }
    }
}
