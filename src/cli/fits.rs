//! `fundstelle check --size`: goes through every list, card and series on a screen of that size, draws each as the reader
//! sees it, and tells which of the author's texts are not there whole.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::app::{App, Message, draw, settle, update};
use crate::dossier::{
    Actor, Claim, Dossier, Event, Gap, Kind, LocalText, Place, Ref, Relation, Series, Source,
};
use crate::i18n::language::Language;
use crate::input::key::{Code, Key};
use crate::load::{Problem, SourceMap};

/// A card is not longer than so many lines; one that is has been seen well enough.
const LINES: usize = 2000;

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// How many screens were drawn.
    drawn: usize,
    /// What is cut, each once.
    cut: BTreeSet<Cut>,
    /// Stops of the tour that go on below the screen, by number from 1, and in which language.
    long: BTreeSet<(usize, &'static str)>,
}

/// A text that is not there whole. In the order in which it is told.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    of: Option<Ref>,
    what: &'static str,
    place: &'static str,
    language: &'static str,
}

impl Found {
    /// How many texts are cut.
    pub(super) fn count(&self) -> usize {
        self.cut.len() + self.long.len()
    }

    /// A warning each, in the order of the files.
    pub(super) fn problems(&self, size: Size, places: &SourceMap) -> Vec<Problem> {
        let mut cut: Vec<&Cut> = self.cut.iter().collect();
        let place = |cut: &Cut| cut.of.as_ref().and_then(|of| places.of(of));
        cut.sort_by_key(|cut| place(cut).map(|at| (at.file.clone(), at.line)));
        let problem = |cut: &Cut| {
            let Cut { of, what, place, language } = cut;
            let thing = match of {
                Some(of) => format!("{} \"{}\"", of.kind.word(), of.id),
                None => "the dossier".to_owned(),
            };
            let (width, height) = (size.width, size.height);
            let message = format!("{thing}: its {what} is cut in {place} at {width}x{height} ({language})");
            places.warning(of.as_ref(), &message, "shorten it")
        };
        let long = self.long.iter().map(|(number, language)| {
            let message = format!(
                "stop {number} goes on below the screen at {}x{} ({language})",
                size.width, size.height
            );
            places.warning_at_stop(*number, &message, "nobody scrolls at a briefing: select what says less")
        });
        cut.into_iter().map(problem).chain(long).collect()
    }

    /// How much was looked at.
    pub(super) fn summary(&self, Size { width, height }: Size) -> String {
        let (drawn, count) = (self.drawn, self.count());
        let texts = if count == 1 { "text is" } else { "texts are" };
        format!("{drawn} screens drawn at {width}x{height}, {count} {texts} cut")
    }

    /// Goes through all there is in the language of the app.
    pub(super) fn walk(&mut self, app: &mut App) {
        let title = app.dossier().title.clone();
        let screen = self.screen(app);
        self.compare(app, None, &[("title", title)], "the title bar", &rows(&screen, screen.area));
        for (key, kinds, views, place) in [
            ('2', &[Kind::Actor][..], 2, "the list of actors"),
            ('3', &[Kind::Event][..], 2, "the timeline"),
            ('5', &[Kind::Claim, Kind::Gap][..], 2, "the list of claims"),
        ] {
            press(app, Key::plain(Code::Char(key)));
            for _ in 0..views {
                self.list(app, kinds, place);
                press(app, Key::plain(Code::Char('v')));
            }
        }
        for thing in things(app.dossier()) {
            self.card(app, &thing);
        }
        for number in 1..=app.stops() {
            app.brief(number);
            self.stop(app, number);
        }
    }

    /// A stop of the tour.
    fn stop(&mut self, app: &App, number: usize) {
        let screen = self.screen(app);
        let title = app.dossier().tour()[number - 1].title.clone();
        self.compare(
            app,
            app.selection(),
            &[("title of its stop", title)],
            "the tour",
            &rows(&screen, screen.area),
        );
        if app.stop_is_cut() {
            self.long.insert((number, called(app.language())));
        }
    }

    /// Every line of a list in hand.
    fn list(&mut self, app: &mut App, kinds: &[Kind], place: &'static str) {
        press(app, Key::plain(Code::End));
        press(app, Key::plain(Code::Home));
        let mut last = None;
        loop {
            let screen = self.screen(app);
            let Some(item) = app.selection().cloned().filter(|item| kinds.contains(&item.kind)) else {
                break;
            };
            if last.as_ref() == Some(&item) {
                break;
            }
            let texts = listed(app.dossier(), &item);
            self.compare(app, Some(&item), &texts, place, &rows(&screen, app.focused_area()));
            last = Some(item);
            press(app, Key::plain(Code::Down));
        }
    }

    /// A card from its first line to its last; and a series in the trend.
    fn card(&mut self, app: &mut App, thing: &Ref) {
        app.open_card(thing.clone());
        // The line in hand may stand below the first rows, and from link to link rows may be passed over: down by lines,
        // and up again by pages.
        press(app, Key::plain(Code::Home));
        let mut seen: Vec<String> = Vec::new();
        for key in [Code::Down, Code::PageUp] {
            let mut before: Option<Buffer> = None;
            for _ in 0..LINES {
                let screen = self.screen(app);
                if before.as_ref() == Some(&screen) {
                    break;
                }
                seen.extend(rows(&screen, app.focused_area()));
                before = Some(screen);
                press(app, Key::plain(key));
            }
        }
        let texts = told(app.dossier(), thing);
        self.compare(app, Some(thing), &texts, "its card", &seen);
        press(app, Key::plain(Code::Esc));
        if let Some(series) = app.dossier().series_by_id(&thing.id).filter(|_| thing.kind == Kind::Series) {
            let title = series.title.clone();
            press(app, Key::plain(Code::Char('4')));
            let screen = self.screen(app);
            let shown = rows(&screen, app.focused_area());
            self.compare(app, Some(thing), &[("title", title)], "the trend", &shown);
        }
    }

    fn screen(&mut self, app: &App) -> Buffer {
        self.drawn += 1;
        draw(app)
    }

    /// Notes each text whose words are not all there, one after the other.
    fn compare(
        &mut self,
        app: &App,
        of: Option<&Ref>,
        texts: &[(&'static str, LocalText)],
        place: &'static str,
        shown: &[String],
    ) {
        let language = app.language();
        // Words go on in the next row.
        let shown = shown.concat();
        for (what, text) in texts {
            let Some(text) = text.shown(language.tag(), &app.dossier().article.language) else { continue };
            let mut words = text.text.split_whitespace().map(bare).filter(|word| !word.is_empty());
            // One after the other: a word that is cut may stand in another place too.
            let mut rest = &*shown;
            let mut follows = |word: String| {
                let found = rest.find(&word).map(|at| &rest[at + word.len()..]);
                rest = found.unwrap_or_default();
                found.is_some()
            };
            if !words.all(&mut follows) {
                let language = called(language);
                self.cut.insert(Cut { of: of.cloned(), what, place, language });
            }
        }
    }
}

fn called(language: Language) -> &'static str {
    if language == Language::De { "German" } else { "English" }
}

fn press(app: &mut App, key: Key) {
    update(app, Message::Key(key));
    settle(app);
}

/// The rows of an area, letters and digits alone: a word may be broken at a hyphen, and signs stand between rows.
fn rows(screen: &Buffer, area: Rect) -> Vec<String> {
    let row = |y| (area.left()..area.right()).map(|x| bare(screen[(x, y)].symbol())).collect();
    (area.top()..area.bottom()).map(row).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Everything that has a card, figures left out: theirs are made of what their series and places say.
fn things(dossier: &Dossier) -> Vec<Ref> {
    let mut things: Vec<Ref> = dossier.actors.iter().map(Actor::to_ref).collect();
    things.extend(dossier.relations.iter().map(Relation::to_ref));
    things.extend(dossier.claims.iter().map(Claim::to_ref));
    things.extend(dossier.gaps.iter().map(Gap::to_ref));
    things.extend(dossier.events.iter().map(Event::to_ref));
    things.extend(dossier.places.iter().map(Place::to_ref));
    things.extend(dossier.sources.iter().map(Source::to_ref));
    things.extend(dossier.series.iter().map(Series::to_ref));
    things
}

/// What a list must show of the item in hand.
fn listed(dossier: &Dossier, item: &Ref) -> Vec<(&'static str, LocalText)> {
    let id = &item.id;
    let text = match item.kind {
        Kind::Actor => dossier.actor(id).map(|actor| ("name", &actor.name)),
        Kind::Event => dossier.event(id).map(|event| ("title", &event.title)),
        Kind::Claim => dossier.claim(id).map(|claim| ("text", &claim.text)),
        Kind::Gap => dossier.gap(id).map(|gap| ("text", &gap.text)),
        _ => None,
    };
    text.into_iter().map(|(what, text)| (what, text.clone())).collect()
}

/// What a card must show of its own thing.
fn told(dossier: &Dossier, thing: &Ref) -> Vec<(&'static str, LocalText)> {
    let id = &thing.id;
    let mut texts = listed(dossier, thing);
    let mut add = |what, text: Option<&LocalText>| texts.extend(text.map(|text| (what, text.clone())));
    match thing.kind {
        Kind::Actor => {
            let role = dossier.actor(id).and_then(|actor| actor.role.as_ref());
            add("role", role.map(|role| &role.text));
        }
        Kind::Event => {
            let event = dossier.event(id);
            add("summary", event.map(|event| &event.summary));
            add("status", event.and_then(|event| event.status.as_ref()));
        }
        Kind::Claim => add("note", dossier.claim(id).and_then(|claim| claim.note.as_ref())),
        Kind::Relation => add("label", dossier.relation(id).map(|relation| &relation.label)),
        Kind::Place => add("name", dossier.place(id).map(|place| &place.name)),
        Kind::Series => {
            let series = dossier.series_by_id(id);
            add("title", series.map(|series| &series.title));
            add("definition", series.map(|series| &series.definition));
        }
        Kind::Source => {
            let plain = |text: Option<&str>| text.map(LocalText::plain);
            let source = dossier.source(id);
            add("title", plain(source.and_then(|source| source.title.as_deref())).as_ref());
            add("outlet", plain(source.map(|source| &*source.outlet)).as_ref());
            add("quote", plain(source.and_then(|source| source.quote.as_deref())).as_ref());
        }
        _ => {}
    }
    texts
}
