//! What a reader takes away: evidence collected in a notes file, and notes of their own, which nobody else sees.

use fundstelle::app::{Message, Options};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::notes::{Change, edit};
use fundstelle::protocol::effect::{Effect, Outcome};

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::{
    ACTORS, ANNOTATE, CARD, CLAIMS, CLOSE, COLLECT, COPY, DOWN, EXIT, NEXT_CLAIM, NOTES, PAGE_DOWN, PALETTE,
    RIGHT, SEARCH, THEME, TOUR, letters,
};

const PATH: &str = "~/notes/ferries.md";

/// A reader whose notes file is a text.
struct Desk {
    screen: Screen,
    file: String,
}

impl Desk {
    fn open(files: &dyn Files, size: Cells, options: Options, file: &str) -> Self {
        let mut screen = Screen::open(files, size, options);
        screen.keep_notes(PATH, file);
        Self { screen, file: file.to_owned() }
    }

    fn fixture(size: Cells, language: Language) -> Self {
        Self::open(&fixture(), size, Options { language, ..Options::default() }, "")
    }

    /// Presses keys, and changes the file as they ask.
    fn press(&mut self, script: &str) -> &mut Self {
        for key in script.split_whitespace() {
            let before = self.screen.escaped().len();
            self.screen.press(key);
            if let Some(Effect::EditNotes(asked)) = self.screen.escaped().get(before).cloned() {
                let edited = edit(&self.file, &asked);
                self.file.clone_from(&edited.text);
                let outcome = Outcome::NotesEdited { text: edited.text, change: edited.change };
                self.screen.send(Message::Outcome(outcome));
            }
        }
        self
    }

    fn type_note(&mut self, words: &str) -> &mut Self {
        self.press(&letters(words))
    }
}

const LIMITS: &str = "claim:limits";

#[test]
fn evidence_is_collected_once_and_the_status_line_says_where() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(COLLECT);
    assert!(
        desk.screen.status().contains("Collected as entry 1 · ~/notes/ferries.md"),
        "{}",
        desk.screen.status()
    );
    let file = desk.file.clone();
    assert!(file.starts_with("# Notes: Ferry exodus\n\n**Article:** „Leinen los"), "{file}");
    assert!(file.contains("\n## Claim 6: Upland has limited"), "{file}");
    assert!(
        file.contains("\n\n<!-- fundstelle: claim:limits -->\n\n> **Assessment:** borne out\n>\n> > „"),
        "{file}"
    );
    assert!(file.contains("(paragraph 2, sentence 1)"), "{file}");
    // The article and the dossier stand once, at the head.
    assert_eq!(file.matches("faehrblatt.example").count(), 1, "{file}");
    assert_eq!(file.matches("Ferry exodus").count(), 1, "{file}");
    desk.press(COLLECT);
    assert_eq!(desk.file, file);
    assert!(desk.screen.status().contains("Already there: entry 1"), "{}", desk.screen.status());
    desk.press(NEXT_CLAIM).press(COLLECT);
    assert!(desk.screen.status().contains("Collected as entry 2"), "{}", desk.screen.status());
    assert!(desk.file.starts_with(&file));
}

#[test]
fn a_hit_is_collected_as_its_sentence() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(&format!("{SEARCH} {} {CARD} {COLLECT}", letters("Ostlinie")));
    assert!(desk.file.contains("<!-- fundstelle: words \"Den Anfang machten"), "{}", desk.file);
    assert!(desk.file.contains("> > „Den Anfang machten"), "{}", desk.file);
    desk.press(COLLECT);
    assert!(desk.screen.status().contains("Already there"), "{}", desk.screen.status());
}

#[test]
fn a_note_is_written_shown_changed_and_removed() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(ANNOTATE);
    assert!(desk.screen.shows("Your note"), "{}", desk.screen.text());
    assert!(desk.screen.text().contains("Note on: Claim 6"), "{}", desk.screen.text());
    desk.type_note("Ask the ministry").press(CARD);
    assert!(
        desk.screen.status().contains("Note saved in entry 1 · ~/notes/ferries.md"),
        "{}",
        desk.screen.status()
    );
    assert!(desk.file.ends_with("<!-- fundstelle: claim:limits -->\n\nAsk the ministry\n"), "{}", desk.file);
    // In the article's margin, after the row of the list, and on the card.
    let margin = desk.screen.framed("1 Article").row_with("hat Hochland die Ausfuhr").text();
    assert!(margin.chars().take(3).any(|sign| sign == '✎'), "{margin}");
    let row = desk.screen.framed("5 Claims").row_with("Upland has limited").text();
    assert!(row.trim_end().ends_with('✎'), "{row}");
    desk.press(CARD);
    let card = desk.screen.framed("Claim").prose();
    assert!(card.contains("✎ Your note Ask the ministry"), "{card}");
    // The same key changes it; emptied, it is gone.
    desk.press(ANNOTATE).type_note(" again").press(CARD);
    assert!(desk.file.ends_with("\n\nAsk the ministry again\n"), "{}", desk.file);
    assert!(desk.screen.framed("Claim").prose().contains("Ask the ministry again"));
    desk.press(ANNOTATE).press("Ctrl+u").press(CARD);
    assert!(desk.screen.status().contains("Note removed"), "{}", desk.screen.status());
    assert!(!desk.file.contains("claim:limits"), "{}", desk.file);
    assert!(!desk.screen.text().contains('✎'), "{}", desk.screen.text());
}

#[test]
fn collected_evidence_stays_when_its_note_is_removed() {
    let mut desk = Desk::fixture(USUAL, Language::De);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(COLLECT);
    let collected = desk.file.clone();
    desk.press(ANNOTATE).type_note("Wer sagt das").press(CARD);
    assert_eq!(desk.file, format!("{collected}\nWer sagt das\n"));
    desk.press(ANNOTATE).press("Ctrl+u").press(CARD);
    assert!(desk.screen.status().contains("der Rest des Eintrags bleibt"), "{}", desk.screen.status());
    assert_eq!(desk.file.trim_end(), collected.trim_end());
}

#[test]
fn what_is_typed_is_not_lost_by_one_key() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(&format!("{ACTORS} j {ANNOTATE}")).type_note("Half a thought").press(CLOSE);
    assert!(desk.screen.text().contains("Not saved yet."), "{}", desk.screen.text());
    desk.press(COPY);
    assert!(
        matches!(desk.screen.escaped().last(), Some(Effect::Copy { text, .. }) if text == "Half a thought"),
        "{:?}",
        desk.screen.escaped()
    );
    // Any other key goes back to the text.
    desk.press("Home").type_note("Not ").press(CLOSE).press(CARD);
    assert!(desk.file.ends_with("\n\nHalf a thoughtNot\n"), "{}", desk.file);
    let file = desk.file.clone();
    desk.press(ANNOTATE).type_note("x").press(CLOSE).press(CLOSE);
    assert_eq!(desk.file, file, "given up");
    assert!(!desk.screen.shows("Your note"));
    // Pasted lines are one paragraph.
    desk.press(ANNOTATE).press("Ctrl+u");
    desk.screen.paste("one\ntwo");
    desk.press(CARD);
    assert!(desk.file.ends_with("\n\none two\n"), "{}", desk.file);
}

#[test]
fn a_file_that_cannot_be_written_loses_nothing() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.screen.press(&format!("{ACTORS} j {ANNOTATE} {} {CARD}", letters("Keep me")));
    desk.screen.send(Message::Outcome(Outcome::NotesNotWritten("/n.md: Permission denied".to_owned())));
    assert!(
        desk.screen.status().contains("Nothing written: /n.md: Permission denied"),
        "{}",
        desk.screen.status()
    );
    assert!(desk.screen.shows("Your note") && desk.screen.text().contains("Keep me"));
    desk.screen.press(COPY);
    assert!(matches!(desk.screen.escaped().last(), Some(Effect::Copy { text, .. }) if text == "Keep me"));
    desk.screen.press(CLOSE).press(COLLECT);
    desk.screen.send(Message::Outcome(Outcome::NotesNotWritten("/n.md: Permission denied".to_owned())));
    assert!(desk.screen.status().contains("y copies the evidence instead"), "{}", desk.screen.status());
}

#[test]
fn without_a_notes_file_nothing_is_written_and_that_is_said() {
    for key in [COLLECT, ANNOTATE, NOTES] {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.press(&format!("{ACTORS} j {key}"));
        assert!(screen.escaped().is_empty(), "{key}");
        assert!(screen.status().contains("No notes are kept"), "{key}: {}", screen.status());
    }
}

#[test]
fn words_that_moved_keep_their_note_and_words_that_are_gone_are_listed_as_such() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(&format!("{SEARCH} {} {CARD} {ANNOTATE}", letters("Einzelne Typen")));
    desk.type_note("Which").press(CARD).press(CLOSE);
    let at = |desk: &Desk| {
        let article = desk.screen.framed("1 Article");
        article.rows.iter().any(|row| row.text().contains('✎'))
    };
    assert!(at(&desk), "{}", desk.screen.text());
    // More stands before them now.
    desk.screen.reload(&edited(
        "article.txt",
        "Im Frühjahr hat",
        "Schon zu Beginn dieses Jahres, im Frühjahr, hat",
    ));
    assert!(at(&desk), "{}", desk.screen.text());
    desk.press(NOTES);
    let list = desk.screen.framed("Notes").prose();
    assert!(
        list.contains("/notes/ferries.md")
            && list.contains("„Einzelne Typen wie der M20")
            && list.contains("Which"),
        "{list}"
    );
    assert!(!list.contains("no longer found"), "{list}");
    desk.press(CARD);
    assert!(desk.screen.status().contains("Your note: Which"), "{}", desk.screen.status());
    desk.screen.reload(&edited("article.txt", "Einzelne Typen wie der M20 sind", "Manche sind"));
    desk.press(NOTES);
    let list = desk.screen.framed("Notes").prose();
    assert!(list.contains("(no longer found)") && list.contains("Which"), "{list}");
    desk.press(CARD);
    assert!(desk.screen.status().contains("No longer found"), "{}", desk.screen.status());
    assert!(desk.file.contains("Which"));
}

#[test]
fn the_list_of_notes_leads_to_what_they_are_on() {
    let mut desk = Desk::fixture(USUAL, Language::De);
    desk.press(NOTES);
    assert!(desk.screen.status().contains("Noch keine Notizen: A schreibt"), "{}", desk.screen.status());
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(COLLECT).press(&format!("{ACTORS} j {ANNOTATE}")).type_note("Wer").press(CARD);
    desk.press(NOTES);
    let list = desk.screen.framed("Notizen").prose();
    assert!(list.contains("Aussage 6: Hochland hat") && list.contains("gesammelter Beleg"), "{list}");
    desk.press("j").press(CARD);
    assert!(
        desk.screen.selection().starts_with("actor:") && desk.screen.shows("Akteur"),
        "{}",
        desk.screen.text()
    );
    desk.press(CLOSE).press(NOTES).press(CARD);
    assert_eq!(desk.screen.selection(), LIMITS);
}

/// Others look on.
#[test]
fn nobody_sees_notes_in_the_tour_in_copies_or_in_documents() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(ANNOTATE).type_note("Private").press(CARD).press(COPY);
    assert!(
        matches!(desk.screen.escaped().last(), Some(Effect::Copy { text, .. }) if !text.contains("Private"))
    );
    desk.press(TOUR);
    for _ in 0..60 {
        assert!(
            !desk.screen.text().contains('✎') && !desk.screen.text().contains("Private"),
            "{}",
            desk.screen.text()
        );
        desk.press("v");
        assert!(
            !desk.screen.text().contains('✎') && !desk.screen.text().contains("Private"),
            "{}",
            desk.screen.text()
        );
        desk.press("v").press(RIGHT);
    }
    for key in [ANNOTATE, COLLECT, NOTES] {
        let before = desk.screen.escaped().len();
        desk.press(key);
        assert_eq!(desk.screen.escaped().len(), before, "{key}");
        assert!(!desk.screen.text().contains("Private"), "{}", desk.screen.text());
    }
    desk.press("q");
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    assert!(desk.screen.text().contains('✎'), "read on: {}", desk.screen.text());
}

#[test]
fn nobody_sees_notes_while_a_question_from_the_audience_is_answered() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(ANNOTATE).type_note("Private").press(CARD);
    desk.press(TOUR).press(PALETTE).type_note("upland has limited").press(CARD);
    assert_eq!(desk.screen.selection(), LIMITS, "{}", desk.screen.text());
    let private = |desk: &Desk| desk.screen.text().contains('✎') || desk.screen.text().contains("Private");
    assert!(!private(&desk), "{}", desk.screen.text());
    desk.press(DOWN);
    assert!(!private(&desk), "{}", desk.screen.text());
    // Who asks for them means to see them.
    let mut asked = desk.screen.clone();
    asked.press(NOTES);
    assert!(asked.text().contains("Private"), "{}", asked.text());
    // Back in the tour, and out of it to read.
    desk.press(TOUR);
    assert!(desk.screen.app().is_tour_running() && !private(&desk));
    desk.press("q").press(CLAIMS);
    desk.screen.select(LIMITS);
    assert!(private(&desk), "{}", desk.screen.text());
}

#[test]
fn quitting_asks_before_a_note_that_is_typed_is_lost() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(CLAIMS);
    desk.screen.select(LIMITS);
    desk.press(ANNOTATE).type_note("Half a").press(EXIT);
    assert!(desk.screen.escaped().is_empty() && desk.screen.text().contains("Not saved yet."));
    // A letter goes on with the note, and changes nothing else.
    desk.press(THEME).type_note("thought").press(CARD);
    assert!(desk.file.contains("Half athought"), "{}", desk.file);
    desk.press(ANNOTATE).type_note("!").press(EXIT).press(EXIT);
    assert!(matches!(desk.screen.escaped().last(), Some(Effect::Quit)));
}

#[test]
fn notes_have_signs_of_ascii_too_and_no_screen_is_too_small() {
    let text = "## x\n\n<!-- fundstelle: claim:built-abroad -->\n\nMine, and a longer one that has to be wrapped somewhere\n";
    for (size, glyphs) in [((40, 10), Glyphs::Unicode), ((80, 24), Glyphs::Ascii), ((200, 60), Glyphs::Ascii)]
    {
        for language in [Language::De, Language::En] {
            let options = Options { language, glyphs, ..Options::default() };
            let mut desk = Desk::open(&fixture(), size, options, text);
            let sign = glyphs::sign(glyphs);
            let first = desk.screen.text();
            let line = first.lines().find(|line| line.contains("Leinen los")).unwrap_or_default().to_owned();
            assert!(line.contains(sign), "{size:?}: {line}");
            desk.press(&format!("{NEXT_CLAIM} {ANNOTATE}"));
            assert!(desk.screen.text().contains("Mine, and"), "{}", desk.screen.text());
            desk.press(&letters(&"more ".repeat(60)));
            desk.press(CARD).press(NOTES).press(PAGE_DOWN);
            assert!(desk.screen.text().contains("Mine"), "{}", desk.screen.text());
        }
    }
}

mod glyphs {
    use fundstelle::look::glyphs::Glyphs;

    /// The sign of a note.
    pub(super) fn sign(glyphs: Glyphs) -> &'static str {
        match glyphs {
            Glyphs::Unicode => "✎",
            Glyphs::Ascii => "N",
        }
    }
}

/// An article alone has nothing to select: a note is on the sentence at the top of what is in sight.
#[test]
fn a_bare_article_takes_notes_too() {
    let text = format!("# Bridge\n\nFirst sentence. Second one.\n\n{}", "Another paragraph.\n\n".repeat(40));
    let files = Memory::default().with("article.md", text);
    let options = Options { language: Language::En, ..Options::default() };
    let mut desk = Desk::open(&files, USUAL, options, "");
    desk.press(ANNOTATE).type_note("On the title").press(CARD);
    assert!(
        desk.file.contains("<!-- fundstelle: words \"Bridge\" at 0-6 -->\n\nOn the title\n"),
        "{}",
        desk.file
    );
    assert!(desk.screen.text().contains('✎'));
    desk.press(ANNOTATE);
    assert!(desk.screen.text().contains("On the title"), "it is the same note: {}", desk.screen.text());
}

#[test]
fn a_note_changed_by_hand_meanwhile_stays_beside_the_new_one() {
    let mut desk = Desk::fixture(USUAL, Language::En);
    desk.press(&format!("{ACTORS} j {ANNOTATE}")).type_note("one").press(CARD);
    desk.file = desk.file.replace("\none\n", "\none, by hand\n");
    desk.press(ANNOTATE).type_note(" two").press(CARD);
    assert!(desk.file.ends_with("\n\none two\n\none, by hand\n"), "{}", desk.file);
    assert!(desk.screen.status().contains("The file has another note by now"), "{}", desk.screen.status());
    let asked = desk.screen.escaped().iter().rev().find_map(|effect| match effect {
        Effect::EditNotes(edit) => Some(edit.clone()),
        _ => None,
    });
    let again = edit(&desk.file, &asked.expect("an edit"));
    assert_eq!(again.change, Change::Unchanged);
}
