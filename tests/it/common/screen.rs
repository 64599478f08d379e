//! A reader at the screen: opens a dossier, presses keys, and looks at what is drawn, characters and styles.

use std::cell::OnceCell;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use fundstelle::app::{App, Bookmark, Message, Options, Reload, draw, settle, update};
use fundstelle::dossier::{Dossier, Lit, Ref};
use fundstelle::i18n::language::Language;
use fundstelle::input::keymap::Keymap;
use fundstelle::input::mouse::{Gesture, Mouse};
use fundstelle::load::{Files, Loaded, load};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::authoring::Home;
use fundstelle::protocol::effect::Effect;
use fundstelle::settings::{self, Origin};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

use super::fixture::fixture;
use super::grid::{Grid, Row};
use super::{Cells, USUAL};

/// A dossier on a screen, and what the keys pressed so far asked of the world.
#[derive(Clone)]
pub(crate) struct Screen {
    pub(crate) dossier: Arc<Dossier>,
    app: App,
    /// Drawn when somebody looks; after a click or another size at once, where drawing finds the most to stumble over.
    buffer: OnceCell<Buffer>,
    escaped: Vec<Effect>,
}

impl Screen {
    pub(crate) fn open(files: &dyn Files, size: Cells, options: Options) -> Self {
        Self::new(load(files).unwrap_or_else(|problems| panic!("{problems:?}")), size, options)
    }

    fn new(loaded: Loaded, size: Cells, options: Options) -> Self {
        let dossier = Arc::clone(&loaded.dossier);
        let app = App::new(loaded, options, Size::from(size));
        Self { dossier, app, buffer: OnceCell::new(), escaped: Vec::new() }
    }

    /// The invented dossier of the tests, without colour.
    pub(crate) fn fixture(size: Cells, language: Language) -> Self {
        Self::fixture_with(size, Options { language, theme: Theme::Mono, ..Options::default() })
    }

    /// The same, with other options.
    pub(crate) fn fixture_with(size: Cells, options: Options) -> Self {
        // Read once: thousands of screens are opened on it.
        static LOADED: LazyLock<Loaded> =
            LazyLock::new(|| load(&fixture()).unwrap_or_else(|problems| panic!("{problems:?}")));
        Self::new(LOADED.clone(), size, options)
    }

    /// Presses keys separated by blanks: `Tab j j Enter`.
    pub(crate) fn press(&mut self, script: &str) -> &mut Self {
        for word in script.split_whitespace() {
            let key = word.parse().unwrap_or_else(|error| panic!("{error}"));
            self.escaped.extend(update(&mut self.app, Message::Key(key)));
            settle(&mut self.app);
        }
        self.buffer = OnceCell::new();
        self
    }

    /// Sends a message, and lets the app do no work beyond it.
    pub(crate) fn send(&mut self, message: Message) -> &mut Self {
        self.escaped.extend(update(&mut self.app, message));
        self.buffer = OnceCell::new();
        self
    }

    /// Lets the app do all the work that is left.
    pub(crate) fn settle(&mut self) -> &mut Self {
        settle(&mut self.app);
        self.buffer = OnceCell::new();
        self
    }

    /// Pastes text as a terminal hands it over.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Message::Paste(text.to_owned())).settle()
    }

    /// Walks the list that keys go to, from its first row down to this one.
    pub(crate) fn select(&mut self, name: &str) -> &mut Self {
        self.press("Home");
        while self.selection() != name {
            let before = self.selection();
            self.press("Down");
            assert_ne!(self.selection(), before, "{name} is not in the list:\n{}", self.text());
        }
        self
    }

    /// Does something with the mouse at a column and a row.
    pub(crate) fn mouse(&mut self, gesture: Gesture, (x, y): Cells) -> &mut Self {
        let mouse = Mouse { gesture, at: Position { x, y } };
        self.escaped.extend(update(&mut self.app, Message::Mouse(mouse)));
        self.buffer = OnceCell::from(draw(&self.app));
        self
    }

    /// Presses the mouse button at a column and a row, and releases it.
    pub(crate) fn click(&mut self, at: Cells) -> &mut Self {
        self.mouse(Gesture::Click, at).mouse(Gesture::Release, at)
    }

    pub(crate) fn resize(&mut self, size: Cells) -> &mut Self {
        self.escaped.extend(update(&mut self.app, Message::Resize(Size::from(size))));
        self.buffer = OnceCell::from(draw(&self.app));
        self
    }

    /// Reads the dossier again, from these files; what is searched for is found again before anybody looks.
    pub(crate) fn reload(&mut self, files: &dyn Files) -> &mut Self {
        let reload = match load(files) {
            Ok(loaded) => {
                self.dossier = Arc::clone(&loaded.dossier);
                Reload::Read(Box::new(loaded))
            }
            Err(refusal) => Reload::Refused(refusal),
        };
        self.send(Message::Reload(reload));
        settle(&mut self.app);
        self.buffer = OnceCell::new();
        self
    }

    /// Gives the actions other keys.
    pub(crate) fn rebind(&mut self, keymap: Keymap) -> &mut Self {
        self.app.set_keymap(keymap);
        self.buffer = OnceCell::new();
        self
    }

    /// Applies the settings that this text says, which has to be free of errors.
    pub(crate) fn configure(&mut self, text: &str) -> &mut Self {
        let origin = Origin { name: "config.toml", folder: Path::new("/"), home: None };
        let read = settings::read(origin, text);
        assert_eq!(read.tally.errors, 0, "{:#?}", read.problems);
        self.app.apply(&read.settings);
        self.buffer = OnceCell::new();
        self
    }

    /// Begins the tour at its first stop, each standing for so many seconds.
    pub(crate) fn step_by_itself(&mut self, seconds: u64) -> &mut Self {
        assert!(self.app.start_tour_at(1));
        self.app.step_by_itself(seconds);
        self.buffer = OnceCell::new();
        self
    }

    /// Begins the tour as `fundstelle brief` does: at this stop, or where the last talk ended.
    pub(crate) fn begin_talk(&mut self, stop: Option<usize>) -> &mut Self {
        assert!(self.app.begin_talk(stop));
        self.buffer = OnceCell::new();
        self
    }

    /// Becomes the speaker's screen.
    pub(crate) fn show_as_speaker(&mut self) -> &mut Self {
        self.app.show_as_speaker();
        self.buffer = OnceCell::new();
        self
    }

    /// Goes to where one left off.
    pub(crate) fn resume(&mut self, bookmark: &Bookmark) -> &mut Self {
        self.app.resume(bookmark);
        self.buffer = OnceCell::new();
        self
    }

    /// Keeps notes in a file of this path that has this text.
    pub(crate) fn keep_notes(&mut self, path: &str, text: &str) -> &mut Self {
        self.app.keep_notes(path.to_owned(), text);
        self.buffer = OnceCell::new();
        self
    }

    /// Says what day it is.
    pub(crate) fn set_today(&mut self, today: NaiveDate) {
        self.app.set_today(today);
    }

    /// Says what the open dossier is, for an author.
    pub(crate) fn set_home(&mut self, home: Home) {
        self.app.set_home(home);
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    pub(crate) fn buffer(&self) -> &Buffer {
        self.buffer.get_or_init(|| draw(&self.app))
    }

    /// What the keys asked of the world.
    pub(crate) fn escaped(&self) -> &[Effect] {
        &self.escaped
    }

    /// `actor:wellgard`; empty where nothing is selected.
    pub(crate) fn selection(&self) -> String {
        self.app.selection().map(ToString::to_string).unwrap_or_default()
    }

    /// What the selection lights, by the model.
    pub(crate) fn lit(&self) -> Lit {
        self.app.selection().map(|selection| self.dossier.lit(selection)).unwrap_or_default()
    }

    pub(crate) fn whole(&self) -> Grid {
        Grid::of(self.buffer())
    }

    /// The inside of what is framed under this name: a panel or the card.
    pub(crate) fn framed(&self, name: &str) -> Grid {
        Grid::framed(self.buffer(), name)
            .unwrap_or_else(|| panic!("nothing is framed as {name:?}:\n{}", self.text()))
    }

    pub(crate) fn shows(&self, name: &str) -> bool {
        Grid::framed(self.buffer(), name).is_some()
    }

    pub(crate) fn text(&self) -> String {
        let rows = self.buffer().content.chunks(usize::from(self.buffer().area.width).max(1));
        let text =
            |row: &[Cell]| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned() + "\n";
        rows.map(text).collect()
    }

    /// The line that says what is selected, or what a key had to say.
    pub(crate) fn status(&self) -> String {
        let width = usize::from(self.buffer().area.width).max(1);
        let row = self.buffer().content.rchunks(width).nth(1).expect("a screen has a status line");
        row.iter().map(Cell::symbol).collect()
    }

    /// Text, weights and colours, for a golden.
    pub(crate) fn golden(&self) -> String {
        let rows = self.whole().rows;
        let mut golden = String::new();
        for part in [Row::text, Row::weights, Row::colours] {
            for row in &rows {
                let _ = writeln!(golden, "│{}", part(row).trim_end_matches([' ', '.']));
            }
            golden.push('\n');
        }
        golden
    }
}

/// Asserts that one is back where one was: selection, what keys go to, what is framed, and the article's very rows. Lists
/// stand where they were last.
pub(crate) fn assert_back(screen: &Screen, before: &Screen) {
    assert_eq!(screen.selection(), before.selection());
    assert_eq!(screen.app().focus(), before.app().focus());
    // Not the way here, which is another.
    let status =
        |screen: &Screen| screen.status().split("  ‹").next().unwrap_or_default().trim_end().to_owned();
    assert_eq!(status(screen), status(before));
    for name in ["1 Article", "2 Actors", "3 Timeline", "4 Trend", "5 Claims", "Claim", "Actor"] {
        assert_eq!(screen.shows(name), before.shows(name), "{name}");
    }
    if before.shows("1 Article") {
        screen.framed("1 Article").assert_same(&before.framed("1 Article"), "the article");
    }
}

/// The thing written `actor:wellgard`.
pub(crate) fn thing(name: &str) -> Ref {
    name.parse().unwrap_or_else(|_| panic!("{name:?} names nothing"))
}

#[test]
fn a_reader_sees_words_weights_and_colours() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    assert!(screen.shows("2 Actors") && !screen.shows("5 Claims"));
    assert!(screen.status().contains("b the tour"));
    screen.press("2");
    assert_eq!(screen.selection(), "actor:talland");
    let actors = screen.framed("2 Actors");
    let row = actors.row_with("place BV");
    assert_eq!(row.weight_of("Talland"), 'R');
    assert_eq!(row.weight_of("place BV"), '.');
    assert!(actors.prose().contains("Talland place BV 5 Quarzon company HM"));
    assert_eq!(actors.place_of("Quarzon"), Some(2));
    assert!(!row.colours().contains(|c| c != '.'));
    assert!(screen.lit().has(&thing("actor:talland")));
    assert!(screen.dossier.contains(&thing("actor:talland")));
    assert!(screen.framed("1 Article").words('L').contains(&"Talrepublik".to_owned()));
    assert!(screen.text().contains("1 Article") && screen.golden().contains("1 Article"));
    assert_eq!(screen.app().selection().map(ToString::to_string), Some(screen.selection()));
    screen.whole().assert_same(&screen.clone().whole(), "the same");
    assert_eq!(screen.clone().select("actor:ostlinie").selection(), "actor:ostlinie");
    assert_back(&screen, &screen.clone());
    assert_eq!(screen.clone().reload(&fixture()).text(), screen.text());
    let bookmark = screen.app().bookmark();
    assert_eq!(screen.clone().resume(&bookmark).selection(), "actor:talland");
    assert_eq!(screen.clone().step_by_itself(9).app().pace().auto, Some(9));
    assert!(screen.clone().begin_talk(Some(2)).show_as_speaker().text().starts_with("  2/"));
    assert_eq!(screen.clone().click((1, 1)).selection(), "actor:talland");
    screen.resize((100, 30)).paste("2").press("Ctrl+c");
    assert_eq!(screen.buffer().area.width, 100);
    assert_eq!(screen.escaped(), [Effect::Quit]);
}
