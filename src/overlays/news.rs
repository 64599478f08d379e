//! What is new in the dossier since it was last open: what was added, what changed and how, what is gone; by kind, the main
//! ones first. What is gone is still named.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay};
use crate::dossier::Ref;
use crate::dossier::news::{
    Counts, Difference, Group, HeldFigure, Named, News, NewsEntry, Subject, TextPart, What,
};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::glyphs::{self, Glyphs};
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::protocol::{holdings, names};
use crate::text::{width, wrap};
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::to_cells;

/// The entries, the cursor among them, and their rows as laid out.
#[derive(Clone, Debug)]
pub struct State {
    news: News,
    cursor: Cursor,
    rows: Vec<EntryRows>,
    /// What the rows were laid out for.
    measure: Option<(u16, Language, Glyphs)>,
    /// What is said of something that is gone and cannot be gone to.
    is_gone: &'static str,
    /// Where the article's first changed block begins and ends.
    changed_words: Option<std::ops::Range<usize>>,
}

/// An entry as laid out.
#[derive(Clone, Debug)]
struct EntryRows {
    /// The name of its group, if it is the first of that.
    heading: Option<String>,
    /// What became of it.
    became: &'static str,
    name: String,
    /// In what it differs.
    differences: Vec<String>,
}

impl EntryRows {
    fn height(&self) -> u16 {
        to_cells(usize::from(self.heading.is_some()) + 1 + self.differences.len())
    }
}

/// The cells before what became of an entry, for the cursor.
const POINTER: u16 = 2;
/// The maximum width of a line that can be read comfortably.
const MEASURE: u16 = 100;

impl State {
    /// What is new since an earlier state; none if nothing is, or no earlier state is known.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let news = holdings::snapshot(&context.dossier).since(data.before?);
        let mut state = Self {
            news: News::default(),
            cursor: Cursor::default(),
            rows: Vec::new(),
            measure: None,
            is_gone: context.strings().news.is_gone,
            changed_words: None,
        };
        state.show(context, news);
        (!state.news.is_empty()).then_some(state)
    }

    fn show(&mut self, context: &Context, news: News) {
        let block = news.entries.iter().find_map(|entry| match entry.of {
            Subject::Article(block) => block,
            Subject::Thing(_) | Subject::Stop(_) => None,
        });
        let blocks = &context.dossier.article.blocks;
        // At the end only: the last block that is left.
        let block = block.and_then(|place| blocks.get(place).or(blocks.last()));
        self.changed_words = block.map(|block| block.range.clone());
        self.news = news;
        self.measure = None;
    }

    fn items(&self, area: Rect) -> Items<impl FnMut(usize) -> u16 + '_> {
        let height = |item: usize| self.rows.get(item).map_or(1, EntryRows::height);
        Items { count: self.rows.len(), rows: area.height.max(1), measure: Measure::default(), height }
    }

    fn current(&self) -> Option<&NewsEntry> {
        self.news.entries.get(self.cursor.at())
    }

    fn go(&self) -> Vec<Request> {
        let Some(entry) = self.current() else { return Vec::new() };
        let request = match &entry.of {
            _ if entry.what == What::Gone => return vec![Request::Notice(self.is_gone.to_owned())],
            Subject::Thing(of) => Request::Open(of.clone()),
            Subject::Stop(number) => Request::Stop(*number),
            Subject::Article(_) => match &self.changed_words {
                Some(words) => Request::Words(words.clone()),
                None => Request::Act(Action::Focus(crate::look::panel::Panel::Article)),
            },
        };
        vec![Request::Dismiss, request]
    }
}

/// The cells of the widest word for what became of an entry, and of the blanks after it.
fn word_cells(context: &Context) -> u16 {
    let texts = &context.strings().news;
    let words = [texts.added, texts.gone, texts.changed];
    to_cells(words.iter().map(|word| width::cells(word)).max().unwrap_or(0) + 2)
}

fn rows(news: &News, context: &Context, cells: u16) -> Vec<EntryRows> {
    let texts = &context.strings().news;
    let indent = POINTER + word_cells(context);
    let room = cells.saturating_sub(indent + 1).clamp(10, MEASURE);
    let mut group = None;
    let mut rows = Vec::with_capacity(news.entries.len());
    for entry in &news.entries {
        let is_first = group.replace(entry.group) != Some(entry.group);
        let (became, differences) = match &entry.what {
            What::Added => (texts.added, Vec::new()),
            What::Gone => (texts.gone, Vec::new()),
            What::Changed(differences) => (texts.changed, described(context, &entry.of, differences)),
        };
        let wrapped = differences.iter().flat_map(|text| {
            wrap::wrap(text, room).into_iter().map(|line| text[line.range].trim_end().to_owned())
        });
        rows.push(EntryRows {
            heading: is_first.then(|| heading(context, entry.group)),
            became,
            name: name(context, entry),
            differences: wrapped.collect(),
        });
    }
    rows
}

fn heading(context: &Context, group: Group) -> String {
    let strings = context.strings();
    let name = match group {
        Group::Article => strings.article,
        Group::Claims => strings.claim.many,
        Group::Gaps => strings.gap.many,
        Group::Events => strings.event.many,
        Group::Actors => strings.actor.many,
        Group::Figures => strings.observation.many,
        Group::Relations => strings.relation.many,
        Group::Series => strings.series.many,
        Group::Places => strings.measured_place.many,
        Group::Sources => strings.source.many,
        Group::Stops => strings.export.stop.many,
    };
    names::capitalized(name)
}

/// What an entry is called: as it is called now, or was.
fn name(context: &Context, entry: &NewsEntry) -> String {
    match &entry.of {
        Subject::Article(_) => {
            context.dossier.article.title().unwrap_or(context.strings().article).to_owned()
        }
        Subject::Thing(of) if entry.what != What::Gone => names::name(context, of),
        Subject::Thing(_) | Subject::Stop(_) => entry.names.get(context.language.tag()).to_owned(),
    }
}

/// In what something differs: what has a value on a line of its own, all else together.
fn described(context: &Context, of: &Subject, differences: &[Difference]) -> Vec<String> {
    let (language, texts) = (context.language, &context.strings().news);
    let from_to =
        |label: &str, from: &str, to: &str| format!("{label}: {from} {} {to}", context.glyph(glyphs::ARROW));
    let date =
        |when: &Option<_>| when.as_ref().map_or_else(|| texts.none.to_owned(), |when| context.date(when));
    let mut lines = Vec::new();
    let mut others = Vec::new();
    for difference in differences {
        match difference {
            Difference::Assessment(from, to) => {
                let [from, to] = [*from, *to].map(|judged| names::judgement(language, judged));
                lines.push(from_to(texts.assessment, from, to));
            }
            Difference::Date(from, to) => lines.push(from_to(texts.date, &date(from), &date(to))),
            Difference::Read(from, to) => {
                let day = |when: &Option<_>| match when {
                    Some(_) => date(when),
                    None => texts.not_read.to_owned(),
                };
                lines.push(from_to(texts.read, &day(from), &day(to)));
            }
            Difference::Figure(from, to) => {
                if let Subject::Thing(of) = of {
                    let (from, to) = figures(context, of, *from, *to);
                    lines.push(from_to(texts.figure, &from, &to));
                }
            }
            Difference::SourcesAdded(sources) => lines.push(listed(context, texts.source_added, sources)),
            Difference::SourcesGone(sources) => lines.push(listed(context, texts.source_gone, sources)),
            Difference::Paragraphs(count) => {
                let text = language.plural(*count, &texts.paragraphs);
                lines.push(text.replace("{}", &language.count(*count)));
            }
            Difference::Translation(count) => {
                let text = language.plural(*count, &texts.translation);
                lines.push(text.replace("{}", &language.count(*count)));
            }
            Difference::Text(part) => others.push(text_part(context, *part)),
            Difference::Words => others.push(texts.words),
            Difference::Links => others.push(texts.links),
            Difference::Details => others.push(texts.details),
        }
    }
    if !others.is_empty() {
        lines.push(others.join(", "));
    }
    lines
}

/// Both values of a figure, with the unit that it has now.
fn figures(context: &Context, of: &Ref, from: HeldFigure, to: HeldFigure) -> (String, String) {
    let with_unit = |held: HeldFigure| {
        let figure = context.dossier.observation(&of.id).cloned();
        let figure = figure.map(|mut figure| {
            (figure.value, figure.qualifier) = (held.value, held.qualifier);
            names::value(context, &figure)
        });
        figure.unwrap_or_default()
    };
    let before = match (from.value, to.value) {
        // The unit is said once.
        (Some(value), Some(_)) => names::bare_value(context.language, context.glyphs, value, from.qualifier),
        _ => with_unit(from),
    };
    (before, with_unit(to))
}

fn listed(context: &Context, label: &str, sources: &[Named]) -> String {
    let name = |source: &Named| match source.names.get(context.language.tag()) {
        "" => source.id.to_string(),
        name => name.to_owned(),
    };
    let names: Vec<String> = sources.iter().map(name).collect();
    format!("{label}: {}", names.join("; "))
}

fn text_part(context: &Context, part: TextPart) -> &'static str {
    let texts = &context.strings().news;
    match part {
        TextPart::Name => texts.name,
        TextPart::Text => texts.text,
        TextPart::Note => texts.note,
        TextPart::Hedge => texts.hedge,
        TextPart::Attribution => context.strings().optional.attribution,
        TextPart::Searched => context.strings().optional.searched,
        TextPart::Role => texts.role,
        TextPart::Alias => texts.alias,
        TextPart::Summary => texts.summary,
        TextPart::Status => texts.status,
        TextPart::Finding => texts.finding,
        TextPart::Definition => texts.definition,
        TextPart::Quote => texts.quote,
        TextPart::Address => texts.address,
    }
}

/// `3 added, 1 gone, 2 changed`; what there is none of is left out.
pub fn counted(language: Language, counts: Counts) -> String {
    let texts = &language.strings().news;
    let Counts { added, gone, changed } = counts;
    let parts =
        [(added, texts.count_added), (gone, texts.count_gone), (changed, texts.count_changed)].into_iter();
    let parts = parts.filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, text)| text.replace("{}", &language.count(count))).collect();
    parts.join(", ")
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().news.title.to_owned()
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        match action {
            Action::Card => return self.go(),
            Action::News | Action::Quit | Action::Back => return vec![Request::Dismiss],
            _ => {
                let mut cursor = std::mem::take(&mut self.cursor);
                cursor.press(action, self.items(area));
                self.cursor = cursor;
            }
        }
        Vec::new()
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let measure = (area.width, context.language, context.glyphs);
        if self.measure != Some(measure) {
            self.rows = rows(&self.news, context, area.width);
            self.is_gone = context.strings().news.is_gone;
            self.measure = Some(measure);
        }
        let mut cursor = std::mem::take(&mut self.cursor);
        cursor.scroll(Some(cursor.at()), self.items(area));
        self.cursor = cursor;
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let words = word_cells(context);
        let mut y = area.y;
        for place in self.cursor.top()..self.rows.len() {
            for row in 0..self.rows[place].height() {
                if y >= area.bottom() {
                    return;
                }
                self.draw_row(context, (place, row), words, Rect { y, height: 1, ..area }, buffer);
                y += 1;
            }
        }
    }

    fn badge(&self, context: &Context, _: Rect) -> String {
        counted(context.language, self.news.counts())
    }

    /// The whole name, for which a row may have no room.
    fn status(&self, _: &Context) -> Option<String> {
        self.rows.get(self.cursor.at()).map(|rows| rows.name.clone())
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = bar::named(context, &[Action::Card, Action::Close, Action::Down]);
        bar::rename(&mut hints, Action::Card, context.strings().go_there);
        hints
    }

    fn refresh(&mut self, context: &Context, data: &mut Data) -> bool {
        let Some(before) = data.before else { return false };
        let current = self.current().map(|entry| (entry.of.clone(), entry.what == What::Gone));
        self.show(context, holdings::snapshot(&context.dossier).since(before));
        let is_current = |entry: &NewsEntry| Some((entry.of.clone(), entry.what == What::Gone)) == current;
        let place = self.news.entries.iter().position(is_current);
        let last = self.news.entries.len().saturating_sub(1);
        self.cursor.step_to(place.unwrap_or(self.cursor.at().min(last)));
        !self.news.is_empty()
    }
}

impl State {
    /// One row of an entry: the heading of its group, its name, or in what it differs.
    fn draw_row(
        &self,
        context: &Context,
        (place, row): (usize, u16),
        words: u16,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let rows = &self.rows[place];
        let put = |buffer: &mut Buffer, indent: u16, text: &str, role: Role| {
            let room = usize::from(area.width.saturating_sub(indent + 1));
            let text = context.truncate(text, room);
            buffer.set_stringn(area.x + indent, area.y, &*text, room, context.style(role));
        };
        let row = match &rows.heading {
            Some(heading) if row == 0 => return put(buffer, 1, heading, Role::Heading),
            Some(_) => row - 1,
            None => row,
        };
        if let Some(difference) = usize::from(row).checked_sub(1) {
            return put(buffer, POINTER + words, &rows.differences[difference], Role::Quiet);
        }
        let is_current = place == self.cursor.at();
        if is_current {
            let pointer = context.glyph(glyphs::SELECTED);
            buffer.set_string(area.x, area.y, pointer, context.style(Role::FrameFocused));
        }
        put(buffer, POINTER, rows.became, Role::Quiet);
        put(buffer, POINTER + words, &rows.name, if is_current { Role::Selected } else { Role::Text });
    }
}
