//! What the lanes say in words: what is shown, what the signs mean, and all about one event.

use std::borrow::Cow;
use std::ops::Range;

use super::marks::Marks;
use crate::dossier::calendar::Step;
use crate::dossier::{Event, Kind, Ref};
use crate::facts::{Label, Mark, Moment, TimelineEvent, provenance_mark, timeline_label};
use crate::i18n::plural::Plural;
use crate::i18n::ticks::{self, TickForm};
use crate::look::glyphs;
use crate::look::signs::{self, EVENT_KINDS};
use crate::protocol::context::Context;
use crate::protocol::{names, words};
use crate::text::{width, wrap};
use crate::widgets::time_axis::{Axis, CLOSEST, day};
use crate::widgets::to_cells;

/// What is shown, for the left of the first row, the fullest first; and the article's day, for its right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Head {
    pub(super) left: String,
    pub(super) right: Option<String>,
}

/// What a head is about.
pub(super) struct Shown<'a> {
    pub(super) axis: &'a Axis,
    pub(super) marks: &'a Marks,
    pub(super) zoom: u8,
    /// Which lanes are in sight, if not all are.
    pub(super) lanes: Option<String>,
    /// What is named, where it has no row of its own.
    pub(super) named: Option<&'a str>,
    /// How many main events are named, in short, where not all are and it has no row of its own.
    pub(super) main_named: Option<&'a str>,
}

impl Head {
    /// As much as there is room for.
    pub(super) fn of(context: &Context, shown: &Shown, columns: u16) -> Self {
        let strings = context.strings();
        let span = span(context, shown.axis);
        let unit = unit(context, shown);
        let zoom = [shown.zoom, CLOSEST]
            .iter()
            .fold(strings.zoom.to_owned(), |text, number| text.replacen("{}", &number.to_string(), 1));
        let undated = (shown.marks.undated > 0)
            .then(|| format!("{} {}", context.language.count(shown.marks.undated), strings.undated));
        let join = |parts: &[Option<&str>]| {
            let parts: Vec<&str> =
                parts.iter().copied().chain([undated.as_deref(), shown.lanes.as_deref()]).flatten().collect();
            context.joined(&parts)
        };
        let short = if shown.marks.is_binned { &unit } else { &span };
        let plain = vec![
            join(&[Some(&span), Some(&unit), Some(&zoom)]),
            join(&[Some(&span), Some(&unit)]),
            join(&[Some(short)]),
        ];
        let named = shown.named.map(|named| join(&[Some(&span), Some(&unit), Some(&zoom), Some(named)]));
        let named: Vec<String> = named.into_iter().collect();
        let main = shown.main_named.into_iter().flat_map(|named| {
            [
                join(&[Some(&span), Some(&unit), Some(&zoom), Some(named)]),
                join(&[Some(&span), Some(&zoom), Some(named)]),
                join(&[Some(short), Some(named)]),
            ]
        });
        let main: Vec<String> = main.collect();
        let published = context.dossier.article.published.as_ref().filter(|_| shown.axis.rule.is_some());
        let rights = published.map(|date| {
            let sign = context.glyph(glyphs::ARTICLE_DAY);
            let article = format!("{sign} {}", strings.article_day);
            (format!("{article}, {}", context.date(date)), article)
        });
        let room = usize::from(columns.saturating_sub(1));
        if let Some((full, short)) = &rights {
            // That some main events are not named is said even where the date of the article's day then has no room: it
            // stands above the panels too.
            let ways = [(&named, full), (&main, full), (&main, short), (&plain, full)];
            let mut pairs =
                ways.into_iter().flat_map(|(lefts, right)| lefts.iter().map(move |left| (left, right)));
            let fits =
                |(left, right): &(&String, &String)| width::cells(left) + 2 + width::cells(right) <= room;
            if let Some((left, right)) = pairs.find(fits) {
                return Self { left: left.clone(), right: Some(right.clone()) };
            }
        }
        let mut lefts = named.iter().chain(&main).chain(&plain);
        let left = lefts.find(|left| width::cells(left) <= room).unwrap_or(&plain[2]);
        Self { left: context.truncate_parts(left, room).into_owned(), right: None }
    }
}

/// `Jan 2025–Sep 2026`: what the axis shows, as finely as its days are told apart.
fn span(context: &Context, axis: &Axis) -> String {
    /// Of fewer days the ends are days, of more than these years are enough.
    const DAYS: (i64, i64) = (200, 10_000);
    let (first, last) = (day(axis.range.first), day(axis.range.last()));
    let step = match axis.range.days {
        days if days < DAYS.0 => Step::Day,
        days if days < DAYS.1 => Step::Month,
        _ => Step::Years(1),
    };
    let [first, last] = [first, last].map(|day| ticks::label(step, day, TickForm::Long, context.language));
    if first == last { first } else { format!("{first}{}{last}", context.glyph(glyphs::TO)) }
}

/// `6 days a column`: how much of the time a column is.
fn unit(context: &Context, shown: &Shown) -> String {
    /// From so many days on they are years.
    const MANY_DAYS: f64 = 1_000.0;
    let strings = context.strings();
    let is_binned = shown.marks.is_binned;
    let days =
        shown.axis.range.days as f64 / f64::from(shown.axis.columns) * if is_binned { 2.0 } else { 1.0 };
    let (number, forms): (f64, &Plural) = match (days, is_binned) {
        (..0.75, false) => (days.recip(), &strings.columns_a_day),
        (MANY_DAYS.., false) => (days / 365.2425, &strings.years_a_column),
        (MANY_DAYS.., true) => (days / 365.2425, &strings.years_a_mark),
        (_, false) => (days, &strings.days_a_column),
        (_, true) => (days, &strings.days_a_mark),
    };
    let rounded = number.round().max(1.0);
    let about = if (rounded - number).abs() < 0.005 { "" } else { context.glyph(glyphs::ABOUT) };
    format!("{about}{}", names::counted(context.language, rounded as usize, forms))
}

/// Which kinds of events there are, in the order of [`EVENT_KINDS`].
pub(super) type Kinds = [bool; EVENT_KINDS.len()];

/// The kinds of these events.
pub(super) fn kinds(context: &Context, events: &[TimelineEvent]) -> Kinds {
    let mut kinds = Kinds::default();
    for event in events.iter().filter_map(|event| context.dossier.events.get(event.event)) {
        kinds[signs::place_of_event_kind(&event.kind)] = true;
    }
    kinds
}

/// What the signs mean, in as many rows as it takes, at most so many; none where it takes more.
pub(super) fn legend(
    context: &Context,
    has_kind: Kinds,
    (columns, most): (u16, usize),
    marks: &Marks,
) -> Vec<String> {
    let strings = context.strings();
    let kinds = |is_short: bool| {
        let kinds = EVENT_KINDS.iter().zip(has_kind).filter(|(_, has_kind)| *has_kind);
        kinds.map(move |((kind, sign), _)| {
            let name = if is_short { names::short_event_kind } else { names::event_kind };
            format!("{} {}", context.glyph(sign.glyph), name(context.language, kind))
        })
    };
    let crowding = marks.crowding;
    let counts = format!("2{}9 {}", context.glyph(glyphs::TO), strings.count_sign);
    let many = format!("{} {}", context.glyph(glyphs::MANY), strings.many_sign);
    let period = format!("{} {}", context.glyph(glyphs::LANE_PERIOD), strings.period_sign);
    let more: Vec<String> =
        [(crowding.counts > 0, counts), (crowding.many > 0, many), (marks.has_periods, period)]
            .into_iter()
            .filter_map(|(has, text)| has.then_some(text))
            .collect();
    let full: Vec<String> = kinds(false).chain(more.iter().cloned()).collect();
    let only: Vec<String> = kinds(false).collect();
    let short: Vec<String> = kinds(true).collect();
    let ways = (1..=most).flat_map(|rows| [(&full, rows), (&only, rows), (&short, rows)]);
    let mut packed =
        ways.flat_map(|(entries, rows)| ["  ", " "].map(|gap| (pack(entries, gap, columns), rows)));
    packed.find(|(lines, rows)| lines.len() <= *rows).map(|(lines, _)| lines).unwrap_or_default()
}

/// Entries in rows, none of them divided.
fn pack(entries: &[String], gap: &str, columns: u16) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for entry in entries {
        match rows.last_mut() {
            Some(row) if width::cells(row) + gap.len() + width::cells(entry) <= usize::from(columns) => {
                row.push_str(gap);
                row.push_str(entry);
            }
            _ => rows.push(entry.clone()),
        }
    }
    rows
}

/// How many of the main events on the axis are named, in short; none where all are.
pub(super) fn main_named(context: &Context, (main, all_main): (usize, usize)) -> Option<String> {
    let counts = [main, all_main].map(|number| context.language.count(number));
    let text = context.strings().main_named_short.to_owned();
    (main < all_main).then(|| counts.iter().fold(text, |text, count| text.replacen("{}", count, 1)))
}

/// How many of the main events on the axis are named, and how many others.
pub(super) fn named(context: &Context, (main, all_main): (usize, usize), others: usize) -> String {
    let (language, strings) = (context.language, context.strings());
    let mut parts = Vec::new();
    if all_main > 0 {
        let counts = [main, all_main].map(|number| language.count(number));
        parts.push(
            counts.iter().fold(strings.main_named.to_owned(), |text, count| text.replacen("{}", count, 1)),
        );
    }
    if others > 0 {
        parts.push(names::counted(language, others, &strings.other_events));
    }
    context.joined(&parts)
}

/// In fewer columns a readout of one row has none for how its event stands, which leaves more of the title.
const WITH_SIGN: u16 = 40;

/// All about one event, in the rows of the readout.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Readout {
    /// Which event.
    pub(super) of: Option<Ref>,
    /// When, whose act, what; in the first row the sign of the cursor comes before it.
    pub(super) title: Vec<String>,
    /// The column that it begins in: where it has a single row, that of how it stands comes before it too.
    pub(super) left: u16,
    /// What kind of event it is, how it stands, what it follows.
    pub(super) details: String,
}

impl Readout {
    /// As much of it as has room.
    pub(super) fn of(context: &Context, event: &Event, (columns, rows): (u16, u16)) -> Self {
        let item = event.to_ref();
        let lane = context.dossier.lane_of(event);
        let title = [
            Some(context.date(&event.date)),
            lane.map(|lane| context.text(&lane.name)).filter(|name| !name.is_empty()),
            Some(context.text(&event.title)),
        ];
        let title = context.joined(&title.into_iter().flatten().collect::<Vec<_>>());
        let details = details(context, event);
        let has_sign = rows < 2 && columns >= WITH_SIGN;
        let left = if has_sign { 3 } else { 2 };
        let room = columns.saturating_sub(left);
        let cells = usize::from(room);
        if rows < 2 {
            // The title is whole where it can be; whose act it was shows in the lane, and what is known besides only as far as it
            // goes.
            let all = context.joined(&[title.as_str(), &details]);
            let text = if width::cells(&title) <= cells {
                context.truncate_parts(&all, cells)
            } else {
                let (date, name) = (context.date(&event.date), context.text(&event.title));
                let before = width::cells(&date) + width::cells(context.glyph(glyphs::DOT));
                let name = context.truncate(&name, cells.saturating_sub(before));
                Cow::Owned(context.truncate(&context.joined(&[&*date, &*name]), cells).into_owned())
            };
            return Self { of: Some(item), title: vec![text.into_owned()], left, details: String::new() };
        }
        // Rather the whole title than what is known besides.
        let ranges: Vec<Range<usize>> = wrap::wrap(&title, room).into_iter().map(|line| line.range).collect();
        let mut lines: Vec<String> = ranges.iter().map(|range| title[range.clone()].to_owned()).collect();
        if lines.len() > usize::from(rows) {
            lines.truncate(usize::from(rows));
            // What is cut goes on to the end of the last row.
            if let Some((line, range)) = lines.last_mut().zip(ranges.get(usize::from(rows) - 1)) {
                *line = context.truncate(&title[range.start..], cells).into_owned();
            }
        }
        let has_room = lines.len() < usize::from(rows);
        let details = if has_room {
            context.truncate_parts(&details, cells.saturating_sub(2)).into_owned()
        } else {
            String::new()
        };
        Self { of: Some(item), title: lines, left, details }
    }
}

/// What is known of an event besides when it was and what.
fn details(context: &Context, event: &Event) -> String {
    let (language, item) = (context.language, event.to_ref());
    let mark = provenance_mark(&context.dossier, context.faults(), &item);
    let standing = match mark {
        Mark::Perhaps => {
            format!("{}, {}", context.strings().standing_background, words::mark(language, mark))
        }
        mark => words::mark(language, mark).to_owned(),
    };
    let kind = names::event_kind(language, &event.kind).to_owned();
    let status = event.status.as_ref().map(|status| context.text(status));
    let moment = Moment::of(&context.dossier, &event.date);
    let moment = words::moment(language, moment).map(str::to_owned);
    let follows = event.follows.split_first().map(|(first, others)| {
        let first = names::name(context, &Ref::new(Kind::Event, first));
        let others =
            if others.is_empty() { String::new() } else { format!(" +{}", language.count(others.len())) };
        format!("{} {first}{others}", names::uncapitalized(Label::Follows.words(language)))
    });
    let parts = [Some(standing), Some(kind), status, moment, follows];
    context.joined(&parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>())
}

/// What stands beside the mark of an event: its short title, else its title, in at most so many cells.
pub(super) fn label(context: &Context, event: &Event, cells: u16) -> String {
    let text = timeline_label(event, |text| context.text(text));
    context.truncate(&text, usize::from(cells)).into_owned()
}

/// The cells of a text.
pub(super) fn cells(text: &str) -> u16 {
    to_cells(width::cells(text))
}
