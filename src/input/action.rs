//! The one table of actions: each has a name, its default keys, what the key bar calls it, and a line of help. The default
//! keymap, the help and the key bar are made from it.

use crate::i18n::language::Language;
use crate::input::key::{Code, Key, Shortcut};
use crate::look::panel::Panel;

/// What a key can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// One step up.
    Up,
    /// One step down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// Half a page up.
    HalfPageUp,
    /// Half a page down.
    HalfPageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// One step left within the item.
    Left,
    /// One step right within the item.
    Right,
    /// Keys go to this panel.
    Focus(Panel),
    /// Keys go to the next panel.
    NextPanel,
    /// Keys go to the panel before.
    PreviousPanel,
    /// To the words that support the selection.
    Words,
    /// The card of what the cursor is on.
    Card,
    /// The sources of the selection.
    Sources,
    /// The selection as evidence, to the clipboard.
    Copy,
    /// The selection as evidence, into the notes file.
    Collect,
    /// A note of the reader's own on the selection.
    Annotate,
    /// Words of the article are marked, to become something of the dossier.
    Mark,
    /// What could be made of the article is offered, one suggestion at a time.
    Suggest,
    /// What can be changed of the selection.
    Change,
    /// The selection becomes a stop of the tour.
    MakeStop,
    /// The last change of the dossier is taken back.
    Undo,
    /// The change that was taken back last is made again.
    Redo,
    /// All notes.
    Notes,
    /// A source's page, in a browser.
    Browse,
    /// The next claim or gap.
    NextClaim,
    /// The claim or gap before.
    PreviousClaim,
    /// The selection's next passage.
    NextPassage,
    /// The selection's passage before.
    PreviousPassage,
    /// Back to where the reader was.
    Back,
    /// Forward again.
    Forward,
    /// The panel's next view.
    View,
    /// This view of a panel, by the name that stops of the tour call it by.
    ShowView(Panel, &'static str),
    /// A shorter stretch of the time axis, in more detail.
    ZoomIn,
    /// A longer stretch of the time axis.
    ZoomOut,
    /// The focused panel on the whole screen.
    Whole,
    /// Which names the article underlines.
    Marks,
    /// Look for words, in the article and in everything else.
    Search,
    /// What the focused panel is filtered by.
    Filter,
    /// Only what came after the article.
    OnlyAfter,
    /// Go to anything by its name.
    Palette,
    /// The tour; in it, the screen black or not.
    Tour,
    /// The index of the tour's stops.
    Stops,
    /// The screen black or not.
    Black,
    /// What is wrong with the dossier.
    Problems,
    /// The dossier's file in the reader's editor, at the selection or at a problem.
    Edit,
    /// What is new since the dossier was last open.
    News,
    /// Read the dossier again.
    Reload,
    /// The next theme.
    Theme,
    /// The interface's other language.
    Language,
    /// The mouse on or off.
    Mouse,
    /// All keys and signs.
    Help,
    /// Close the topmost thing.
    Close,
    /// Leave the card or the program.
    Quit,
    /// Leave the program.
    Exit,
    /// Stop until the shell continues us.
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
}

/// What actions are for: the help heads them by this.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Group {
    /// To read, and to move while reading.
    Move,
    /// Panels, their views, and what they leave out.
    Panels,
    /// The selection, and from there to what supports it.
    Evidence,
    /// To find something, and go there.
    Search,
    /// What leaves the program.
    TakeAway,
    /// What is written into the dossier.
    Write,
    /// The tour.
    Tour,
    /// Settings, and the program itself.
    Program,
}

impl Group {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Move,
        Self::Panels,
        Self::Evidence,
        Self::Search,
        Self::TakeAway,
        Self::Write,
        Self::Tour,
        Self::Program,
    ];

    /// What the help calls it.
    pub fn name(self) -> Local {
        match self {
            Self::Move => local("Lesen und bewegen", "Read and move"),
            Self::Panels => local("Bereiche und Ansichten", "Panels and views"),
            Self::Evidence => local("Auswahl und Belege", "Selection and evidence"),
            Self::Search => local("Suchen und hingehen", "Search and go to"),
            Self::TakeAway => local("Mitnehmen", "Take away"),
            Self::Write => local("Ins Dossier schreiben", "Write into the dossier"),
            Self::Tour => local("Vortrag", "Tour"),
            Self::Program => local("Einstellungen und Programm", "Settings and program"),
        }
    }
}

/// A text in the interface's languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Local {
    de: &'static str,
    en: &'static str,
}

impl Local {
    /// The text in this language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::De => self.de,
            Language::En => self.en,
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// What is done.
    pub action: Action,
    /// What it is for.
    pub group: Group,
    /// Its name for configuration and tests; unique.
    pub name: &'static str,
    /// The keys that do it; the first is the one shown in the key bar.
    pub keys: &'static [Shortcut],
    /// Its short name: in the key bar where it is listed there, and a word that "go to" finds it by.
    pub short: Local,
    /// A line of help; `{quit}` stands for the key of the action of that name. [`Context::help`] puts it in.
    ///
    /// [`Context::help`]: crate::protocol::context::Context::help
    pub help: Local,
}

const fn local(de: &'static str, en: &'static str) -> Local {
    Local { de, en }
}

const fn char(c: char) -> Shortcut {
    Shortcut::single(Key::char(c))
}

const fn ctrl(c: char) -> Shortcut {
    Shortcut::single(Key::ctrl(c))
}

const fn plain(code: Code) -> Shortcut {
    Shortcut::single(Key::plain(code))
}

/// A key after the prefix for views.
const fn view(c: char) -> Shortcut {
    Shortcut::after(Key::char(','), Key::char(c))
}

/// Rows below `in Group;` are of that group.
macro_rules! table {
    ($(in $group:ident; $($action:expr, $name:literal, [$($key:expr),* $(,)?],
       ($de:literal, $en:literal), ($help_de:literal, $help_en:literal);)*)*) => {
        /// Every action, in the order of the help.
        pub const TABLE: &[ActionInfo] = &[$($(ActionInfo {
            action: $action,
            group: Group::$group,
            name: $name,
            keys: &[$($key),*],
            short: local($de, $en),
            help: local($help_de, $help_en),
        }),*),*];
    };
}

table! {
    in Move;
    Action::Up, "up", [plain(Code::Up), char('k'), ctrl('p')],
        ("auf", "up"), ("nach oben: wählen, im Artikel blättern", "up: choose, or scroll the article");
    Action::Down, "down", [plain(Code::Down), char('j'), ctrl('n')],
        ("wählen", "choose"), ("nach unten: wählen, im Artikel blättern", "down: choose, or scroll the article");
    Action::Left, "left", [plain(Code::Left), char('h')],
        ("Name", "name"),
        ("im Artikel voriger Name oder Link, im Trend früherer Zeitraum, in den Spuren voriges Ereignis, in der Bilanz vorige Aussage",
         "previous name or link in the article, earlier period in the trend, previous event in the lanes, previous claim in the score");
    Action::Right, "right", [plain(Code::Right), char('l')],
        ("Name", "name"),
        ("im Artikel nächster Name oder Link, im Trend späterer Zeitraum, in den Spuren nächstes Ereignis, in der Bilanz nächste Aussage",
         "next name or link in the article, later period in the trend, next event in the lanes, next claim in the score");
    Action::PageUp, "page-up", [plain(Code::PageUp)],
        ("vorige Seite", "page up"), ("eine Seite nach oben", "one page up");
    Action::PageDown, "page-down", [plain(Code::PageDown), plain(Code::Char(' '))],
        ("nächste Seite", "page down"), ("eine Seite nach unten", "one page down");
    Action::HalfPageUp, "half-page-up", [ctrl('u')],
        ("halbe Seite auf", "half page up"), ("eine halbe Seite nach oben", "half a page up");
    Action::HalfPageDown, "half-page-down", [ctrl('d')],
        ("halbe Seite ab", "half page down"), ("eine halbe Seite nach unten", "half a page down");
    Action::First, "first", [plain(Code::Home), char('g')],
        ("Anfang", "first"), ("zum Anfang", "to the beginning");
    Action::Last, "last", [plain(Code::End), char('G')],
        ("Ende", "last"), ("zum Ende", "to the end");
    in Panels;
    Action::Focus(Panel::Article), "article", [char('1')],
        ("Artikel", "article"), ("zum Artikel", "go to the article");
    Action::Focus(Panel::Actors), "actors", [char('2')],
        ("Akteure", "actors"), ("zu den Akteuren", "go to the actors");
    Action::Focus(Panel::Timeline), "timeline", [char('3')],
        ("Zeitleiste", "timeline"), ("zur Zeitleiste", "go to the timeline");
    Action::Focus(Panel::Trend), "trend", [char('4')],
        ("Trend", "trend"), ("zum Trend", "go to the trend");
    Action::Focus(Panel::Claims), "claims", [char('5')],
        ("Aussagen", "claims"), ("zu Aussagen und Lücken", "go to claims and gaps");
    Action::NextPanel, "next-panel", [plain(Code::Tab)],
        ("Bereich", "panel"), ("nächster Bereich", "next panel");
    Action::PreviousPanel, "previous-panel", [plain(Code::BackTab)],
        ("Bereich zurück", "panel back"), ("voriger Bereich", "previous panel");
    Action::View, "view", [char('v')],
        ("Ansicht", "view"),
        ("nächste Ansicht: wichtige, alle, Spuren; Aussagen neben ihren Quellen, auf einen Blick; Karte, Reihen; Artikel mit Übersetzung",
         "next view: main items, all, lanes; claims beside their sources, at a glance; map, series; article with translation");
    Action::ShowView(Panel::Article, "original"), "view-article", [view('w')],
        ("Wortlaut", "words only"), ("Artikel: nur sein Wortlaut", "article: its words alone");
    Action::ShowView(Panel::Article, "both"), "view-translation", [view('b')],
        ("mit Übersetzung", "translation"), ("Artikel: beide Sprachen, mit unserer Übersetzung", "article: both languages, with our translation");
    Action::ShowView(Panel::Actors, "prominent"), "view-main-actors", [view('k')],
        ("Kernakteure", "key actors"), ("Akteure: die wichtigen", "actors: the main ones");
    Action::ShowView(Panel::Actors, "all"), "view-all-actors", [view('A')],
        ("alle Akteure", "all actors"), ("Akteure: alle", "actors: all of them");
    Action::ShowView(Panel::Timeline, "prominent"), "view-timeline", [view('t')],
        ("Zeitleiste", "timeline"), ("Zeitleiste: die wichtigen Ereignisse", "timeline: the main events");
    Action::ShowView(Panel::Timeline, "all"), "view-all-events", [view('a')],
        ("alle Ereignisse", "all events"), ("Zeitleiste: alle Ereignisse", "timeline: all events");
    Action::ShowView(Panel::Timeline, "lanes"), "view-lanes", [view('l')],
        ("Spuren", "lanes"), ("Zeitleiste: eine Zeitachse mit Spuren", "timeline: a time axis with lanes");
    Action::ShowView(Panel::Trend, "overview"), "view-overview", [view('o')],
        ("Trendüberblick", "trend overview"), ("Trend: Überblick über die Reihen", "trend: overview of the series");
    Action::ShowView(Panel::Trend, "map"), "view-map", [view('m')],
        ("Karte", "map"), ("Trend: Karte", "trend: map");
    Action::ShowView(Panel::Claims, "list"), "view-claims", [view('p')],
        ("Aussagenliste", "claims list"), ("Aussagen: Punkt für Punkt als Liste", "claims: point by point, as a list");
    Action::ShowView(Panel::Claims, "compare"), "view-compare", [view('c')],
        ("Vergleich", "compare"), ("Aussagen: im Vergleich mit den Quellen", "claims: compared with the sources");
    Action::ShowView(Panel::Claims, "score"), "view-score", [view('s')],
        ("Bilanz", "score"), ("Aussagen: auf einen Blick", "claims: the score, at a glance");
    Action::ZoomIn, "zoom-in", [char('+'), char('=')],
        ("Zoom", "zoom"), ("Spuren der Zeitleiste: kürzere Zeit, genauer", "lanes of the timeline: a shorter time, in more detail");
    Action::ZoomOut, "zoom-out", [char('-')],
        ("Überblick", "zoom out"), ("Spuren der Zeitleiste: längere Zeit", "lanes of the timeline: a longer time");
    Action::Whole, "whole", [char('z')],
        ("Vollbild", "full screen"), ("Bereich oder Karte auf dem ganzen Bildschirm", "panel or card on the whole screen");
    Action::Filter, "filter", [char('f')],
        ("filtern", "filter"), ("Bereich filtern: nach Gewicht, Spur, Art, Land, Urteil, Herkunft, Auswahl", "filter the panel: by importance, lane, kind, country, assessment, provenance, selection");
    Action::OnlyAfter, "only-after", [char('a')],
        ("nach dem Artikel", "after article"),
        ("Zeitleiste und Trend: nur, was nach dem Artikel kam oder gekommen sein kann",
         "timeline and trend: only what came after the article, or may have");
    Action::Marks, "marks", [char('m')],
        ("Namen", "names"), ("unterstrichene Namen: wichtige, alle, keine", "underlined names: main ones, all, none");
    in Evidence;
    Action::Card, "card", [plain(Code::Enter)],
        ("Karte", "card"),
        ("Karte: alles zum Eintrag unter dem Cursor; auf der Karte dem Verweis folgen",
         "card: all that is known of what the cursor is on; on the card, follow the link");
    Action::Words, "words", [char('w')],
        ("Fundstelle", "words"),
        ("zu den Worten des Artikels, auf denen die Auswahl beruht",
         "to the passage of the article that supports the selection");
    Action::Sources, "sources", [char('s')],
        ("Quellen", "sources"), ("die Quellen der Auswahl", "the sources of the selection");
    Action::NextPassage, "next-passage", [char('n')],
        ("nächste Stelle", "next passage"),
        ("nächste Stelle der Auswahl; bei einer Suche nächster Treffer",
         "next passage of the selection; next hit of a search");
    Action::PreviousPassage, "previous-passage", [char('N')],
        ("vorige Stelle", "previous passage"),
        ("vorige Stelle der Auswahl; bei einer Suche voriger Treffer",
         "previous passage of the selection; previous hit of a search");
    Action::NextClaim, "next-claim", [char('c')],
        ("Aussage", "claim"), ("nächste Aussage oder Lücke", "next claim or gap");
    Action::PreviousClaim, "previous-claim", [char('C')],
        ("vorige Aussage", "previous claim"), ("vorige Aussage oder Lücke", "previous claim or gap");
    Action::Back, "back", [plain(Code::Backspace), ctrl('h'), char('H')],
        ("zurück", "back"), ("zurück zur vorigen Stelle", "back to where you were");
    Action::Forward, "forward", [char('L')],
        ("vor", "forward"), ("wieder vor", "forward again");
    in Search;
    Action::Search, "search", [char('/')],
        ("suchen", "search"),
        ("suchen: im Artikel, in Akteuren, Ereignissen, Aussagen, Quellen",
         "search the article, actors, events, claims and sources");
    Action::Palette, "go-to", [char(':')],
        ("gehe zu", "go to"),
        ("gehe zu: Befehle, Akteure, Ereignisse, Aussagen, Quellen nach Namen",
         "go to anything by name: commands, actors, events, claims, sources");
    in TakeAway;
    Action::Copy, "copy", [char('y')],
        ("kopieren", "copy"),
        ("Auswahl als Beleg kopieren (Markdown): Wortlaut, Stelle, Quellen, Urteil",
         "copy the selection as evidence (Markdown): words, place, sources, assessment");
    Action::Collect, "collect", [char('Y')],
        ("sammeln", "collect"),
        ("denselben Beleg in die Notizdatei schreiben", "write the same evidence into the notes file");
    Action::Annotate, "annotate", [char('A')],
        ("Anmerkung", "annotate"),
        ("eigene Anmerkung zu Auswahl, Treffer oder Satz", "a note of your own on the selection, hit or sentence");
    Action::Notes, "notes", [char('@')],
        ("Notizen", "notes"),
        ("eigene Notizen, gesammelte Belege und ihre Datei", "your notes, collected evidence, and their file");
    Action::Browse, "open-source", [char('o')],
        ("Quelle öffnen", "open source"),
        ("Quelle der Auswahl im Browser öffnen, oder ihre Adresse zeigen",
         "open the selection's source in a browser, or show its address");
    in Write;
    Action::Mark, "mark", [char('V')],
        ("markieren", "mark"),
        ("Worte des Artikels markieren, um sie ins Dossier zu schreiben: als Akteur, Aussage, Ereignis, Lücke; {help} zeigt dabei die Tasten",
         "mark words of the article, to write them into the dossier as an actor, claim, event or gap; {help} while marking lists the keys");
    Action::Suggest, "suggest", [char('S')],
        ("Vorschläge", "suggestions"),
        ("Vorschläge aus dem Artikel einzeln annehmen oder ablehnen: Namen, Angaben anderer, Zeiten, Zahlen; {help} zeigt dabei die Tasten",
         "accept or reject what the article suggests, one by one: names, attributed sentences, times, figures; {help} meanwhile lists the keys");
    Action::Change, "change", [char('x')],
        ("ändern", "change"),
        ("die Auswahl im Dossier ändern: Urteil, Quelle, Anmerkung, Station",
         "change the selection in the dossier: assessment, source, note, stop");
    Action::MakeStop, "make-stop", [char('T')],
        ("Station", "stop"),
        ("aus der Auswahl eine Station des Vortrags machen", "make the selection a stop of the tour");
    Action::Undo, "undo", [char('u')],
        ("zurücknehmen", "undo"),
        ("die letzte Änderung am Dossier zurücknehmen: eine nach der anderen, bis zum Start des Programms",
         "take back the last change of the dossier: one after the other, up to the start of the program");
    Action::Redo, "redo", [ctrl('r')],
        ("wiederherstellen", "redo"),
        ("die zuletzt zurückgenommene Änderung wiederherstellen", "make the change that was taken back last again");
    in Tour;
    Action::Tour, "tour", [char('b'), plain(Code::F(5))],
        ("Vortrag", "tour"),
        ("Vortrag beginnen oder fortsetzen; darin rechts, links, Nummer und {card}, {previous-passage} Notizen, {quit} zum Lesen",
         "begin or resume the tour; in it right and left, a number and {card}, {previous-passage} for notes, {quit} to read");
    Action::Stops, "stops", [char('i')],
        ("Stationen", "stops"), ("Verzeichnis der Stationen des Vortrags", "index of the tour's stops");
    Action::Black, "black", [char('.')],
        ("schwarz", "black"), ("im Vortrag: Bildschirm schwarz und zurück (auch {tour})", "in the tour: screen black and back (also {tour})");
    in Program;
    Action::Problems, "problems", [char('e')],
        ("Fehler", "problems"),
        ("Fehler und Warnungen des Dossiers: wo sie stehen, was zu tun ist",
         "errors and warnings of the dossier: where they are, what to do");
    Action::Edit, "edit", [char('E')],
        ("Editor", "editor"),
        ("Datei des Dossiers im eigenen Editor ($VISUAL, $EDITOR) öffnen: an der Auswahl, am Fehler",
         "open the dossier's file in your editor ($VISUAL, $EDITOR): at the selection, at a problem");
    Action::News, "news", [char('W')],
        ("Neues", "what is new"),
        ("Was ist neu: was dazukam, entfiel oder sich änderte, seit das Dossier zuletzt offen war",
         "what is new: what was added, is gone or has changed since the dossier was last open");
    Action::Reload, "reload", [char('r')],
        ("neu laden", "reload"),
        ("Dossier neu laden; ein selbst geöffnetes zeigt Änderungen von allein",
         "reload the dossier; one that you opened shows changes by itself");
    Action::Theme, "theme", [char('t')],
        ("Farben", "colours"),
        ("Farben: die des Terminals, dunkel, hell, Projektor, hoher Kontrast, keine",
         "colours: the terminal's own, dark, light, projector, high contrast, none");
    Action::Language, "language", [char('d')],
        ("English", "Deutsch"), ("Sprache: Deutsch, Englisch", "language: German, English");
    Action::Mouse, "mouse", [char('M')],
        ("Maus", "mouse"),
        ("Maus an oder aus: Rad scrollt, Klick wählt, zweiter Klick öffnet",
         "mouse on or off: wheel scrolls, click selects, second click opens");
    Action::Help, "help", [char('?'), plain(Code::F(1))],
        ("Hilfe", "help"), ("diese Hilfe", "this help");
    Action::Close, "close", [plain(Code::Esc)],
        ("schließen", "close"),
        ("das Oberste schließen; ist nichts offen, Suche beenden, dann Filter aufheben",
         "close the topmost thing; with nothing open, end the search, then clear the filters");
    Action::Quit, "quit", [char('q')],
        ("beenden", "quit"), ("schließen, was offen ist, sonst beenden", "close what is open, otherwise quit");
    Action::Exit, "exit", [ctrl('c')],
        ("beenden", "exit"), ("beenden", "quit");
    Action::Suspend, "suspend", [ctrl('z')],
        ("anhalten", "suspend"), ("anhalten, bis die Shell fortsetzt", "suspend until the shell resumes the program");
    Action::Redraw, "redraw", [ctrl('l')],
        ("neu zeichnen", "redraw"),
        ("den Bildschirm neu zeichnen, wenn ein anderes Programm darauf geschrieben hat",
         "redraw the screen after another program has written on it");
}

impl Action {
    /// Its row of the table.
    ///
    /// # Panics
    ///
    /// Never: a test checks that every action has a row.
    pub fn entry(self) -> &'static ActionInfo {
        TABLE.iter().find(|entry| entry.action == self).expect("every action has a row in the table")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Group, TABLE};

    #[test]
    fn names_and_actions_are_unique_and_every_action_has_a_key() {
        let names: HashSet<_> = TABLE.iter().map(|entry| entry.name).collect();
        let actions: HashSet<_> = TABLE.iter().map(|entry| entry.action).collect();
        assert_eq!(names.len(), TABLE.len());
        assert_eq!(actions.len(), TABLE.len());
        assert!(TABLE.iter().all(|entry| !entry.keys.is_empty()));
    }

    #[test]
    fn the_table_is_in_the_order_of_its_groups() {
        let mut groups: Vec<Group> = TABLE.iter().map(|entry| entry.group).collect();
        groups.dedup();
        assert_eq!(groups, Group::ALL);
    }
}
