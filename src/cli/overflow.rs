//! `fundstelle check --size`: goes through every list in each of its views, every card, series and stop on a screen of
//! that size, draws each as the reader sees it, and reports which of the author's texts are cut.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::app::{App, Message, draw, settle, update};
use crate::dossier::{Kind, LocalText, Ref};
use crate::facts::{self, Wording};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::load::{Problem, Rule, SourceMap};
use crate::look::panel::Panel;
use crate::protocol::slide::Slide;
use crate::tour::Cut;

/// The most lines of a card that are looked at.
const LINES: usize = 2000;

/// The most views of a list that are looked at.
const VIEWS: usize = 20;

/// What does not fit.
#[derive(Default)]
pub(super) struct Overflow {
    /// How many screens were drawn.
    drawn: usize,
    /// What is cut, each once.
    cut: BTreeSet<CutText>,
    /// The slides, in the order in which they were drawn.
    slides: Vec<SlideMeasure>,
}

/// What was measured of a slide.
struct SlideMeasure {
    /// Which stop, from 1.
    number: usize,
    language: &'static str,
    words: usize,
    /// Of its rows, in per cent.
    blank: u16,
    cut: Vec<Cut>,
}

impl SlideMeasure {
    /// What is wrong with it, each with its rule and what to do.
    fn problems(&self) -> Vec<(Rule, String, &'static str)> {
        let mut problems: Vec<(Rule, String, &'static str)> = Vec::new();
        for cut in &self.cut {
            let (what, hint) = match cut {
                Cut::Text => (
                    "goes on below the screen".to_owned(),
                    "nobody scrolls during a talk: shorten its title, its label or its points",
                ),
                Cut::Points(1) => ("has no room for a point".to_owned(), "write fewer or shorter points"),
                Cut::Points(count) => {
                    (format!("has no room for {count} points"), "write fewer or shorter points")
                }
                Cut::Picture => (
                    "has no room for its picture".to_owned(),
                    "write fewer or shorter points, or leave out \"big\"",
                ),
                Cut::Name => (
                    "cuts a name in its picture".to_owned(),
                    "write \"short\" for what it names, or name fewer things in \"items\"",
                ),
                Cut::Big => (
                    "shows \"big\" in plain type".to_owned(),
                    "shorten it, and use characters that have large letters",
                ),
            };
            problems.push((Rule::StopCut, what, hint));
        }
        if self.words > Slide::MAX_WORDS {
            let message = format!("has {} words, more than {}", self.words, Slide::MAX_WORDS);
            let hint = "a slide is read in ten seconds: leave out a point, or say it shorter";
            problems.push((Rule::StopWordy, message, hint));
        }
        problems
    }
}

/// A text that is cut. Ordered as it is reported.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct CutText {
    of: Option<Ref>,
    what: &'static str,
    place: &'static str,
    language: &'static str,
}

impl Overflow {
    /// How many warnings there are.
    pub(super) fn count(&self) -> usize {
        self.cut.len() + self.slides.iter().map(|slide| slide.problems().len()).sum::<usize>()
    }

    /// A warning each, in the order of the files.
    pub(super) fn problems(&self, size: Size, locations: &SourceMap) -> Vec<Problem> {
        let mut cut: Vec<&CutText> = self.cut.iter().collect();
        let place = |cut: &CutText| cut.of.as_ref().and_then(|of| locations.of(of));
        cut.sort_by_key(|cut| place(cut).map(|at| (at.file.clone(), at.line)));
        let problem = |cut: &CutText| {
            let CutText { of, what, place, language } = cut;
            let thing = match of {
                Some(of) => format!("{} \"{}\"", of.kind.word(), of.id),
                None => "the dossier".to_owned(),
            };
            let (width, height) = (size.width, size.height);
            let message = format!("{thing}: its {what} is cut in {place} at {width}x{height} ({language})");
            locations.problem(Rule::TextCut, of.as_ref(), &message, "shorten it")
        };
        let slides = self.slides.iter().flat_map(|slide| {
            let at = move |(rule, what, hint): (Rule, String, &str)| {
                let (width, height) = (size.width, size.height);
                let SlideMeasure { number, language, .. } = slide;
                let message = format!("stop {number} {what} at {width}x{height} ({language})");
                locations.problem_at_stop(rule, *number, &message, hint)
            };
            slide.problems().into_iter().map(at)
        });
        cut.into_iter().map(problem).chain(slides).collect()
    }

    /// How much was looked at, and a line for each slide.
    pub(super) fn summary(&self, Size { width, height }: Size) -> String {
        let is_cut = |slide: &SlideMeasure| slide.cut.len();
        let (drawn, count) = (self.drawn, self.cut.len() + self.slides.iter().map(is_cut).sum::<usize>());
        let texts = if count == 1 { "text is" } else { "texts are" };
        let wordy = self.slides.iter().filter(|slide| slide.words > Slide::MAX_WORDS).count();
        let wordy = match wordy {
            0 => String::new(),
            1 => ", 1 slide has too many words".to_owned(),
            many => format!(", {many} slides have too many words"),
        };
        let slide = |slide: &SlideMeasure| {
            let SlideMeasure { number, language, words, blank, cut } = slide;
            let cut = if cut.is_empty() { "whole" } else { "cut" };
            format!("stop {number} ({language}): {words} words, {blank} % of the rows blank, {cut}")
        };
        let mut lines: Vec<String> = self.slides.iter().map(slide).collect();
        lines.push(format!("{drawn} screens drawn at {width}x{height}, {count} {texts} cut{wordy}"));
        lines.join("\n")
    }

    /// Goes through all there is in the language of the app.
    pub(super) fn walk(&mut self, app: &mut App) {
        let title = app.dossier().title.clone();
        let screen = self.screen(app);
        self.compare(app, None, &[("title", title)], "the title bar", &rows(&screen, screen.area));
        for (panel, kinds, place) in [
            (Panel::Actors, &[Kind::Actor][..], "the list of actors"),
            (Panel::Timeline, &[Kind::Event], "the timeline"),
            (Panel::Claims, &[Kind::Claim, Kind::Gap], "the list of claims"),
        ] {
            act(app, Action::Focus(panel));
            self.views(app, kinds, place);
        }
        let authored: Vec<Ref> = app.dossier().authored().collect();
        for item in authored {
            self.card(app, &item);
        }
        for number in 1..=app.stops() {
            app.start_tour_at(number);
            self.stop(app, number);
        }
    }

    /// A stop of the tour. Its slide says itself what it has no room for.
    fn stop(&mut self, app: &App, number: usize) {
        self.drawn += 1;
        self.slides.push(SlideMeasure {
            number,
            language: called(app.language()),
            words: app.slide_words(),
            blank: app.slide_blank_share(),
            cut: app.slide_cut().to_vec(),
        });
    }

    /// Every view of the focused list, until the first one comes round again.
    fn views(&mut self, app: &mut App, kinds: &[Kind], place: &'static str) {
        let mut first: Option<Buffer> = None;
        for _ in 0..VIEWS {
            // From the end to the beginning, so that each view starts on its first line.
            act(app, Action::Last);
            act(app, Action::First);
            let screen = draw(app);
            if first.as_ref() == Some(&screen) {
                break;
            }
            first.get_or_insert(screen);
            // A picture names only what the cursor is on, shortened to the room beside it.
            if !app.shows_picture() {
                self.list(app, kinds, place);
            }
            act(app, Action::View);
        }
    }

    /// Every line of the focused list, from its first.
    fn list(&mut self, app: &mut App, kinds: &[Kind], place: &'static str) {
        let mut last: Option<(Ref, Buffer)> = None;
        loop {
            let screen = self.screen(app);
            let Some(item) = app.selection().cloned().filter(|item| kinds.contains(&item.kind)) else {
                break;
            };
            if let Some((before, seen)) = &last
                && *before == item
            {
                // A step within an item scrolls through it.
                if *seen == screen {
                    break;
                }
                last = Some((item, screen));
                act(app, Action::Down);
                continue;
            }
            // A list shows what a thing is called; the rest is for its card.
            let name = match facts::wording(app.dossier(), &item) {
                Some(Wording::Ours(_)) => app.dossier().texts_of(&item).into_iter().next(),
                Some(Wording::Article(called) | Wording::NoEvidence(called)) => {
                    Some(("anchors", LocalText::plain(&called.words)))
                }
                None => None,
            };
            self.compare(app, Some(&item), name.as_slice(), place, &rows(&screen, app.focused_area()));
            last = Some((item, screen));
            act(app, Action::Down);
        }
    }

    /// A card from its first line to its last; and a series in the trend.
    fn card(&mut self, app: &mut App, thing: &Ref) {
        app.open_card(thing.clone());
        // The current line may be below the first rows, and steps from link to link may skip rows: down by lines, and up
        // again by pages.
        act(app, Action::First);
        let mut seen: Vec<String> = Vec::new();
        for action in [Action::Down, Action::PageUp] {
            let mut before: Option<Buffer> = None;
            for _ in 0..LINES {
                let screen = self.screen(app);
                if before.as_ref() == Some(&screen) {
                    break;
                }
                seen.extend(rows(&screen, app.focused_area()));
                before = Some(screen);
                act(app, action);
            }
        }
        let texts = app.dossier().texts_of(thing);
        self.compare(app, Some(thing), &texts, "its card", &seen);
        act(app, Action::Close);
        if let Some(series) = app.dossier().series_by_id(&thing.id).filter(|_| thing.kind == Kind::Series) {
            let title = series.title.clone();
            act(app, Action::Focus(Panel::Trend));
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
                self.cut.insert(CutText { of: of.cloned(), what, place, language });
            }
        }
    }
}

fn called(language: Language) -> &'static str {
    if language == Language::De { "German" } else { "English" }
}

/// Not by its key: a key may be bound to something else.
fn act(app: &mut App, action: Action) {
    update(app, Message::Action(action));
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
