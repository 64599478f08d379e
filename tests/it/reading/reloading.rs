//! The dossier changes while one reads: what is still there stays where it is, and what is gone is let go.

use fundstelle::app::{Message, Options, Reload, draw, settle, update};
use fundstelle::i18n::language::Language;
use fundstelle::input::key::Key;
use fundstelle::input::mouse::Gesture;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;
use proptest::prelude::*;

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Row, Screen, USUAL};
use crate::reading::scripts::{NOTHING, PROBLEMS, RELOAD};
use crate::reading::storm::{GESTURES, size};
use crate::reading::{LARGE, SMALL};

fn options() -> Options {
    Options { language: Language::En, theme: Theme::Mono, ..Options::default() }
}

fn open(files: &Memory) -> Screen {
    Screen::open(files, USUAL, options())
}

const HEAD: &str = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";

fn small(article: &str, tables: &str) -> Memory {
    Memory::default().with("dossier.toml", format!("{HEAD}{tables}")).with("a.txt", article)
}

fn actor(id: &str, name: &str) -> String {
    format!(
        "[[actor]]\nid = \"{id}\"\nkind = \"company\"\nname = \"{name}\"\naliases = [\"{name}\"]\nprominent = true\n"
    )
}

#[test]
fn the_same_read_again_moves_nothing() {
    for size in [SMALL, USUAL, LARGE, (40, 10)] {
        for script in [
            "Down Down Down",
            "Right Right n",
            "2 j j v j",
            "3 v j j PageDown",
            "4 j j j",
            "4 v v v j j",
            "4 v Left Left",
            "5 j j w n",
            "c c Enter j j j j j j",
            "2 j Enter Tab",
            "2 j s j j",
            "3 f j Space",
            "3 a 4",
            "5 f j Space Esc Up",
            ": w e l l Down Down",
            "/ t a l l a n d Down Down Enter n n",
            "/ m o d u l s Tab Down",
            "? PageDown",
            "2 j Enter j Enter j Enter Backspace",
            "z 3 j",
        ] {
            let mut screen = Screen::fixture(size, Language::De);
            screen.press(script);
            let before = screen.clone();
            assert_eq!(screen.reload(&fixture()).golden(), before.golden(), "{size:?} {script}");
            // Nor does what comes after it differ.
            for key in ["Backspace", "Down", "L", "Tab", "n"] {
                let mut other = before.clone();
                assert_eq!(screen.clone().press(key).golden(), other.press(key).golden(), "{script} {key}");
            }
        }
    }
}

#[test]
fn another_claim_shows_and_the_selection_stays() {
    let mut screen = Screen::fixture_with(USUAL, options());
    screen.press("2").select("actor:wellgard");
    let before = screen.clone();
    let article = before.framed("1 Article");
    screen.reload(&edited("actors.toml", "name = \"Wellgard\"", "name = \"Wellgard Ltd\""));
    assert_eq!(screen.selection(), "actor:wellgard");
    assert!(screen.framed("2 Actors").row_with("Wellgard Ltd").weights().contains('R'));
    screen.framed("1 Article").assert_same(&article, "the article");
}

#[test]
fn text_put_in_above_keeps_the_words_at_the_top_and_the_current_ones() {
    let text: String = (1..60).fold("The title\n".to_owned(), |text, number| {
        text + &format!("Paragraph {number} speaks of Alpha and of other things.\n")
    });
    let tables = actor("alpha", "Alpha");
    let mut screen = open(&small(&text, &tables));
    screen.press("PageDown Right Right n");
    let before = screen.clone();
    for put_in in
        ["A paragraph more.\n", "Paragraph 1 speaks of Alpha and of something new.\nParagraph one.\n"]
    {
        let later = text.replace("Paragraph 1 ", &format!("{put_in}Paragraph 1 "));
        let mut screen = before.clone();
        screen.reload(&small(&later, &tables));
        let rows =
            |screen: &Screen| screen.framed("1 Article").rows.iter().map(Row::text).collect::<Vec<_>>();
        assert_eq!(rows(&screen), rows(&before), "{put_in}");
        let weights = |screen: &Screen| screen.framed("1 Article").words('R');
        assert_eq!(weights(&screen), weights(&before));
        // Next comes what would have come next.
        let next = |screen: &Screen| screen.clone().press("n").framed("1 Article").text();
        assert_eq!(next(&screen), next(&before));
    }
    // Words that are gone are not current; what stands in their place is at the top.
    screen.reload(&small("The title\nNothing but this.\n", &tables));
    assert_eq!(screen.selection(), "actor:alpha");
    assert!(screen.framed("1 Article").words('R').is_empty());
    assert!(screen.text().contains("Nothing but this."));
}

/// A file may be missing for a while.
#[test]
fn what_comes_back_is_selected_again_unless_something_else_was() {
    let article = "The title\nAlpha and Beta met.\n";
    let both = small(article, &(actor("alpha", "Alpha") + &actor("beta", "Beta")));
    let without = small(article, &actor("alpha", "Alpha"));
    let mut screen = open(&both);
    screen.press("2").select("actor:beta");
    let before = screen.clone();
    screen.reload(&without);
    assert_eq!(screen.selection(), "");
    screen.press("1");
    screen.reload(&small("The title\nAlpha and Beta met again.\n", &actor("alpha", "Alpha")));
    screen.reload(&both);
    assert_eq!(screen.selection(), "actor:beta");
    assert!(!screen.status().contains("No longer"), "{}", screen.status());
    let article = |screen: &Screen| screen.framed("1 Article").words('L');
    assert_eq!(article(&screen), article(&before));

    let mut screen = before.clone();
    screen.reload(&without).press("2").select("actor:alpha");
    screen.reload(&both);
    assert_eq!(screen.selection(), "actor:alpha");
    screen.reload(&small("The title\nAlpha and Beta met.\n", "")).reload(&both);
    assert_eq!(screen.selection(), "actor:alpha", "the last that was selected, and not the one before");
}

/// The cursor goes to what is selected again: two rows that look chosen would be one too many.
#[test]
fn lists_follow_what_is_selected_again() {
    let article = "The title\nAlpha, Beta and Gamma met.\n";
    let (alpha, beta, gamma) = (actor("alpha", "Alpha"), actor("beta", "Beta"), actor("gamma", "Gamma"));
    let all = small(article, &(alpha.clone() + &beta + &gamma));
    let mut screen = open(&all);
    screen.press("2").select("actor:beta");
    let before = screen.clone();
    screen.reload(&small(article, &(alpha + &gamma)));
    assert_eq!(screen.selection(), "");
    screen.reload(&all);
    assert_eq!(screen.selection(), "actor:beta");
    screen.framed("2 Actors").assert_same(&before.framed("2 Actors"), "as before");
    screen.press("Down");
    assert_eq!(screen.selection(), "actor:gamma");
}

#[test]
fn what_is_gone_is_no_longer_selected_and_it_is_said() {
    let article = "The title\nAlpha and Beta met.\n";
    let both = actor("alpha", "Alpha") + &actor("beta", "Beta");
    let mut screen = open(&small(article, &both));
    screen.press("2").select("actor:beta").press("Enter").press("1");
    screen.reload(&small(article, &actor("alpha", "Alpha")));
    assert_eq!(screen.selection(), "");
    assert!(screen.status().contains("No longer in the dossier: Beta"), "{}", screen.status());
    assert!(screen.shows("2 Actors") && screen.framed("1 Article").words('L').is_empty());
    // A way back to it is none.
    screen.press("Backspace Backspace Backspace");
    assert_ne!(screen.selection(), "actor:beta");
    let mut on_card = open(&small(article, &both));
    on_card.press("2").select("actor:beta").press("Enter");
    assert_eq!(on_card.app().focus(), Focus::Card);
    on_card.reload(&small(article, &actor("alpha", "Alpha")));
    assert_eq!(on_card.app().focus(), Focus::Panel(Panel::Actors));
    on_card.press("j");
    assert_eq!(on_card.selection(), "actor:alpha");
}

#[test]
fn a_filter_gives_up_what_is_no_longer_there() {
    let claim = |id: &str, assessment: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"{id}.\"\nanchors = [\"Alpha\"]\nassessment = \"{assessment}\"\nsources = [\"s\"]\n"
        )
    };
    let source =
        "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\ntitle = \"S\"\nissued = \"2026\"\n";
    let article = "The title\nAlpha met.\n";
    let both = [source.to_owned(), claim("first", "open"), claim("second", "qualified")].concat();
    let mut screen = open(&small(article, &both));
    // The first row is of an assessment that no claim has.
    screen.press("5 f Down Space Esc");
    let listed = |screen: &Screen| screen.framed("5 Claims").prose();
    let was = listed(&screen);
    assert!(was.contains("first.") != was.contains("second."), "{was}");
    let kept = if was.contains("first.") { claim("other", "qualified") } else { claim("other", "open") };
    let text = [source.to_owned(), kept].concat();
    assert!(listed(screen.reload(&small(article, &text))).contains("other."), "{}", screen.text());
}

#[test]
fn an_article_alone_becomes_a_dossier() {
    let article = "The title\nAlpha met.\n";
    let mut screen = open(&Memory::default().with("a.txt", article));
    assert!(screen.status().contains("Article only"));
    // One who has written a dossier.toml knows of it, though nothing stands in it yet.
    screen.reload(&small(article, ""));
    assert!(screen.status().contains("Nothing selected"), "{}", screen.status());
    let translated = small(article, "translation.de = \"de.txt\"\n").with("de.txt", "Titel\nAlpha traf.\n");
    let german = Screen::open(&translated, USUAL, Options { language: Language::De, ..options() }).status();
    assert!(german.contains("Nichts ausgewählt") && german.contains("Übersetzung"), "{german}");
    let tables = actor("alpha", "Alpha") + &actor("beta", "Beta").replace("prominent = true\n", "");
    screen.reload(&small(article, &tables));
    screen.press("2 j");
    assert_eq!(screen.selection(), "actor:alpha");
    let actors = screen.framed("2 Actors").prose();
    assert!(actors.contains("1 more in"), "the key actors are shown: {actors}");
    // And back: nothing can be selected.
    screen.reload(&Memory::default().with("a.txt", article));
    assert_eq!(screen.selection(), "");
}

const BROKEN: &str = "format = 1\ntitle = \"X\ntitle = \"Y\n";

#[test]
fn what_cannot_be_read_keeps_what_could_and_says_so_while_it_lasts() {
    let article = "The title\nAlpha met.\n";
    let good = small(article, &actor("alpha", "Alpha"));
    let broken = small(article, "").with("dossier.toml", BROKEN);
    for size in [(40, 10), SMALL, USUAL] {
        let mut screen = Screen::open(&good, size, options());
        screen.press("2 j");
        let before = screen.clone();
        screen.reload(&broken);
        let title = screen.whole().rows[0].text();
        assert!(title.contains("! not reloaded"), "{title}");
        assert_eq!(screen.selection(), "actor:alpha");
        let below = |screen: &Screen| screen.whole().rows[1..].iter().map(Row::text).collect::<Vec<_>>();
        assert_eq!(below(&screen), below(&before), "nothing but the title bar tells of it");
        screen.press(PROBLEMS);
        assert!(screen.whole().prose().contains("cannot be opened as it is now"), "{}", screen.text());
        assert!(screen.text().contains("dossier.toml:2:"), "{}", screen.text());
        // While the list is open it shows what is wrong now.
        screen
            .reload(&small(article, "[[actor]]\nid = \"a\"\nkind = \"company\"\nname = \"A\"\ncolour = 1\n"));
        assert!(!screen.whole().prose().contains("cannot be opened"), "{}", screen.text());
        assert!(screen.text().contains("colour"), "{}", screen.text());
        screen.reload(&broken).press("Esc").reload(&good);
        assert_eq!(screen.whole().rows[0].text(), before.whole().rows[0].text());
    }
}

#[test]
fn errors_of_an_opened_dossier_are_counted_and_listed() {
    let article = "The title\nAlpha met.\n";
    let mut screen = open(&small(article, &actor("alpha", "Alpha")));
    screen.press(PROBLEMS);
    assert!(screen.status().contains("neither errors nor warnings"), "{}", screen.status());
    let relation = "[[relation]]\nid = \"r\"\nfrom = \"alpha\"\nto = \"nobody\"\nlabel = \"x\"\nanchors = [\"Alpha met\"]\n";
    screen.reload(&small(article, &(actor("alpha", "Alpha") + relation)));
    assert!(screen.whole().rows[0].text().contains("! 1 error (e)"), "{}", screen.text());
    screen.press(PROBLEMS);
    let listed = screen.framed("Errors and warnings").prose();
    assert!(
        listed.contains("dossier.toml:") && listed.contains("! error") && listed.contains("nobody"),
        "{listed}"
    );
    screen.press("Esc");
    assert!(!screen.shows("Errors and warnings"));
}

#[test]
fn a_long_list_of_problems_scrolls() {
    let many: String =
        (0..1200).fold(String::new(), |text, number| text + &format!("[[nothing-{number}]]\nx = 1\n"));
    let mut screen = open(&small("T\n", &many));
    screen.press(PROBLEMS);
    assert!(screen.text().contains("nothing-0"));
    screen.press("End");
    assert!(screen.text().contains("Not listed: "), "{}", screen.text());
    screen.press("Home PageDown Down Up");
    assert!(!screen.text().contains("Not listed: "));
}

#[test]
fn r_asks_for_it_and_says_what_came_of_it() {
    let mut screen = Screen::fixture_with(USUAL, options());
    screen.press("2");
    let answered =
        |screen: &mut Screen, answer: Reload| screen.press(RELOAD).send(Message::Reload(answer)).status();
    assert!(answered(&mut screen, Reload::Shipped).contains("part of the program"));
    assert_eq!(screen.escaped(), [Effect::Reload]);
    assert!(answered(&mut screen, Reload::Same).contains("nothing has changed"));
    let status = screen.press(RELOAD).reload(&edited("dossier.toml", "Fährauszug", "Auszug")).status();
    assert!(status.contains("Reloaded."), "{status}");
    let status = screen.press(RELOAD).reload(&fixture().with("dossier.toml", BROKEN)).status();
    assert!(status.contains("e shows why"), "{status}");
    assert!(answered(&mut screen, Reload::Same).contains("e shows why"));
    // What nobody asked for gives no message.
    screen.press(NOTHING);
    let status = screen.status();
    assert_eq!(screen.send(Message::Reload(Reload::Same)).status(), status);
    assert!(screen.send(Message::Reload(Reload::Unwatched)).status().contains("r reloads"));
    assert_eq!(screen.selection(), "actor:talland");
}

#[derive(Clone, Debug)]
enum Step {
    Press(String),
    Burst(Key),
    Resize(Cells),
    Mouse(Gesture, Cells),
    /// Another state of the dossier, by number.
    Reload(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let keys = fundstelle::input::action::TABLE.iter().flat_map(|entry| entry.keys);
    let mut keys: Vec<String> = keys.map(ToString::to_string).collect();
    keys.extend(
        ["2 j", "5 j Enter", "3 v j j", "4 v j", "4 v v j", ", Esc", "c h", "2 f j Space", "Right"]
            .map(str::to_owned),
    );
    prop_oneof![
        8 => prop::sample::select(keys).prop_map(Step::Press),
        1 => prop::sample::select(vec!["/", "a", "e", "Enter", "n"])
            .prop_map(|key| Step::Burst(key.parse().expect("a key"))),
        1 => size().prop_map(Step::Resize),
        2 => (prop::sample::select(GESTURES), (0_u16..=210, 0_u16..=70))
            .prop_map(|(gesture, at)| Step::Mouse(gesture, at)),
        3 => (0..STATES).prop_map(Step::Reload),
    ]
}

const STATES: usize = 8;

/// States of a dossier, most of them of the fixture.
fn state(number: usize) -> Memory {
    match number {
        0 => fixture(),
        1 => edited("article.txt", "eigenen", "fremden"),
        2 => edited("article.txt", "\n", "\n\nNoch ein Absatz über Talland.\n"),
        3 => fixture().with("events.toml", "").with("series.toml", ""),
        4 => fixture().with("actors.toml", "").with("claims.toml", ""),
        5 => Memory::default().with("article.md", "# Titel\n\nEin [Link](https://x.org) und Talland.\n"),
        6 => fixture().with("dossier.toml", BROKEN),
        _ => small("Alpha\n", &actor("talland", "Alpha")).with("a.txt", ""),
    }
}

fn play(screen: &mut Screen, step: Step) {
    match step {
        Step::Press(key) => screen.press(&key),
        Step::Burst(key) => screen.send(Message::Key(key)),
        Step::Resize(size) => screen.resize(size),
        Step::Mouse(gesture, at) => screen.mouse(gesture, at),
        Step::Reload(number) => screen.reload(&state(number)),
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// At any point of any script: the same files read again change nothing on the screen, then or at the next key.
    #[test]
    fn the_same_read_again_changes_nothing(
        size in size(),
        steps in prop::collection::vec(step(), 1..30),
        next in step(),
    ) {
        let mut screen = Screen::fixture(size, Language::De);
        screen.press("M");
        for step in steps {
            // Who asks is answered in words; that is another test.
            let asks = matches!(&step, Step::Press(key) if key == RELOAD);
            if !asks && !matches!(step, Step::Reload(_)) {
                play(&mut screen, step);
            }
        }
        // Work that is under way is done first: a search begins anew.
        let mut app = screen.app().clone();
        settle(&mut app);
        let before = draw(&app);
        let mut again = screen.clone();
        again.reload(&fixture());
        prop_assert!(*again.buffer() == before, "{}\n{}", again.text(), screen.text());
        if let Step::Press(keys) = next {
            for key in keys.split_whitespace().map(|key| key.parse().expect("a key")) {
                update(&mut app, Message::Key(key));
                settle(&mut app);
            }
            again.press(&keys);
            prop_assert!(*again.buffer() == draw(&app), "{keys}");
        }
    }

    /// Any other files: nothing breaks, and nothing is selected that is not there.
    #[test]
    fn another_dossier_at_any_point_is_shown_soundly(
        size in size(),
        first in prop::sample::select(&[0_usize, 1, 2, 3, 4, 5][..]),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut screen = Screen::open(&state(first), size, options());
        screen.press("M");
        for step in steps {
            play(&mut screen, step);
            prop_assert_eq!(screen.buffer(), &draw(screen.app()));
            if let Some(selection) = screen.app().selection() {
                prop_assert!(screen.dossier.contains(selection), "{} is nothing", selection);
            }
        }
        screen.press(NOTHING);
        crate::reading::storm::assert_nothing_outside(&screen);
    }
}
