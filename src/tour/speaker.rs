//! The speaker's screen: what the audience sees in a few lines, what to say, what comes next, and how long the talk and this
//! stop have lasted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::dossier::Stop;
use crate::input::action::Action;
use crate::look::frame::{self, Legend};
use crate::look::glyphs;
use crate::look::layout::Frame;
use crate::look::theme::Role;
use crate::protocol::bar::Hint;
use crate::protocol::context::Context;
use crate::protocol::position::Companion;
use crate::protocol::slide::{self, Slide};
use crate::text::sentences::sentences;
use crate::text::{width, wrap};

/// What only the speaker's screen knows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The stop that the rest is about.
    number: Option<usize>,
    /// When it was first shown, in seconds since the talk began.
    since: u64,
    /// Which page of its notes is shown, counted on beyond the last.
    page: usize,
    companion: Option<Companion>,
    /// Whether the audience's screen has left the tour to read.
    is_read: bool,
    /// A key that asks for more before anything happens.
    asked: Option<Asked>,
}

/// What a key has begun on the speaker's screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A search, which is for the audience's screen: what is typed here is no command.
    Search,
    /// The clock to 0:00, which is for the second press.
    Clock,
}

impl State {
    /// Notes which stop is shown. The time of another stop begins now.
    pub fn note_stop(&mut self, number: usize, elapsed: u64) {
        if self.number != Some(number) {
            *self = Self { number: Some(number), since: elapsed, page: 0, ..*self };
        }
    }

    /// Follows the audience's screen, which shows this stop since then.
    pub fn follow(&mut self, number: usize, since: u64, is_read: bool) {
        self.note_stop(number, since);
        (self.since, self.is_read) = (since, is_read);
    }

    /// The talk begins now.
    pub fn restart(&mut self) {
        self.since = 0;
    }

    /// What a key has begun.
    pub fn asked(&self) -> Option<Asked> {
        self.asked
    }

    /// A key begins this, or ends what was begun.
    pub fn ask(&mut self, asked: Option<Asked>) {
        self.asked = asked;
    }

    /// Shows the next page of the notes, and after the last the first.
    pub fn turn_page(&mut self) {
        self.page = self.page.wrapping_add(1);
    }

    /// What became of the audience's screen.
    pub fn set_companion(&mut self, companion: Companion) {
        self.companion = Some(companion);
        self.is_read = false;
    }
}

/// Words are not set wider than this: the speaker finds the place again after looking up.
const MEASURE: u16 = 76;
/// Columns on either side of words.
const MARGIN: u16 = 2;
/// The rows that notes have at least, their rule included, whatever the slide says.
const NOTES: u16 = 5;
/// The rows of what comes next: its rule and its title.
const NEXT: u16 = 2;
/// On fewer rows nothing is set apart.
const ROOMY: u16 = 18;

/// Draws the screen, all but its last row.
pub fn draw(speaker: &State, tour: &super::State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let stops = context.dossier.tour();
    let Some(stop) = stops.get(tour.number()) else { return };
    let apart = u16::from(area.height >= ROOMY);
    draw_clocks(speaker, tour, context, area, buffer);

    let words = area.width.saturating_sub(2 * MARGIN).clamp(1, MEASURE);
    let head = 1 + apart;
    let mut slide = slide(context, stop, tour.points(), words);
    let most = area.height.saturating_sub(head + apart + NOTES + NEXT).max(1);
    shorten(context, &mut slide, usize::from(most), usize::from(words));
    let mut y = (area.y + head).min(area.bottom());
    for line in &slide {
        buffer.set_line(area.x + MARGIN, y, line, words);
        y += 1;
    }

    let next = area.bottom().saturating_sub(NEXT).max(y);
    draw_next(
        context,
        stops.get(tour.number() + 1),
        Rect { y: next, height: area.bottom() - next, ..area },
        buffer,
    );
    let y = (y + apart).min(next);
    draw_notes(speaker, context, stop, Rect { y, height: next - y, ..area }, buffer);
}

/// The first row: which stop of how many, and the two clocks, in words where there is room.
fn draw_clocks(speaker: &State, tour: &super::State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let counter = format!("{}/{}", tour.number() + 1, context.dossier.tour().len());
    let width = usize::from(area.width);
    let (x, _) = buffer.set_stringn(area.x + MARGIN, area.y, counter, width, context.style(Role::Heading));
    let elapsed = tour.elapsed();
    let (here, all) = (clock(elapsed.saturating_sub(speaker.since)), clock(elapsed));
    let with_words = vec![
        (format!("{} ", strings.speaker_here), Role::Quiet),
        (here.clone(), Role::Text),
        (format!("{}{} ", context.glyph(glyphs::DOT), strings.speaker_talk), Role::Quiet),
        (all.clone(), Role::Heading),
    ];
    let dot = context.glyph(glyphs::DOT).to_owned();
    let alone = vec![(here, Role::Text), (dot, Role::Quiet), (all, Role::Heading)];
    for parts in [with_words, alone] {
        let line: Line =
            parts.into_iter().map(|(text, role)| Span::styled(text, context.style(role))).collect();
        let cells = u16::try_from(line.width()).unwrap_or(u16::MAX);
        let at = area.right().saturating_sub(cells.saturating_add(MARGIN));
        if at > x {
            buffer.set_line(at, area.y, &line, cells);
            return;
        }
    }
}

/// `75:09`.
fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What the slide says: its title, what it shows large, and its points; of points that come one by one which is next.
fn slide(context: &Context, stop: &Stop, shown: usize, width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let slide = Slide::of(context, stop);
    put(&mut lines, &Span::raw(""), &slide.title, context.style(Role::Heading), width);
    if let Some(big) = slide.big {
        let parts: Vec<String> = [big].into_iter().chain(slide.label).collect();
        put(&mut lines, &Span::raw(""), &context.joined(&parts), context.style(Role::Text), width);
    }
    for (number, point) in slide.points.iter().enumerate() {
        let (sign, role) = match number {
            _ if number < shown => (glyphs::BULLET, Role::Text),
            _ if number == shown => (glyphs::ARROW, Role::Heading),
            _ => (glyphs::BULLET, Role::Quiet),
        };
        let style = context.style(role);
        let sign = format!("{:3}", context.glyph(sign));
        put(&mut lines, &Span::styled(sign, style), point, style, width);
    }
    lines
}

/// Keeps so many lines. The last of them says that there were more.
fn shorten(context: &Context, lines: &mut Vec<Line<'static>>, most: usize, room: usize) {
    if lines.len() > most
        && let Some(last) = most.checked_sub(1).and_then(|last| lines.get_mut(last))
    {
        let mark = context.glyph(glyphs::ELLIPSIS);
        let text = last.to_string();
        let kept = context.truncate(&text, room.saturating_sub(width::cells(mark) + 1));
        let text = if kept.ends_with(mark) { kept.into_owned() } else { format!("{kept} {mark}") };
        let style = last.spans.last().map(|span| span.style).unwrap_or_default();
        *last = Line::styled(text, style);
        lines.truncate(most);
    }
}

/// A text, wrapped, with a sign before its first line.
fn put(lines: &mut Vec<Line<'static>>, sign: &Span<'static>, text: &str, style: Style, width: u16) {
    let indent = u16::try_from(sign.width()).unwrap_or(0);
    for (row, line) in wrap::wrap(text, width.saturating_sub(indent).max(1)).into_iter().enumerate() {
        let before = if row == 0 { sign.clone() } else { Span::raw(" ".repeat(usize::from(indent))) };
        lines.push(Line::from(vec![before, Span::styled(text[line.range].to_owned(), style)]));
    }
}

/// What to say: each sentence set apart where there is room, else on lines of its own, else all in one; page by page where
/// that is too long.
fn draw_notes(speaker: &State, context: &Context, stop: &Stop, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let strings = context.strings();
    let inside = frame::inside(area, Frame::Ruled);
    let width = inside.width.saturating_sub(2 * MARGIN).clamp(1, MEASURE);
    let (text, role) = match &stop.speaker {
        Some(notes) => (context.text(notes), Role::Text),
        None => (strings.no_notes.to_owned(), Role::Quiet),
    };
    let lines = lines_of_notes(&text, width, usize::from(inside.height));
    let rows = usize::from(inside.height).max(1);
    let pages = lines.len().div_ceil(rows).max(1);
    let page = speaker.page % pages;
    let note = if pages > 1 {
        let more = context.with_keys(strings.speaker_more, &[Action::NextPassage]);
        context.joined(&[format!("{}/{pages}", page + 1), more])
    } else {
        String::new()
    };
    frame::draw(area, Frame::Ruled, &legend(context, strings.notes, note), buffer);
    let style = context.style(role);
    for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(page * rows)) {
        buffer.set_string(inside.x + MARGIN, y, line, style);
    }
}

/// The lines of the notes for so many rows.
fn lines_of_notes(text: &str, width: u16, rows: usize) -> Vec<String> {
    let wrapped = |text: &str| -> Vec<String> {
        wrap::wrap(text, width).into_iter().map(|line| text[line.range].to_owned()).collect()
    };
    let paragraphs: Vec<Vec<String>> =
        sentences(text).into_iter().map(|range| wrapped(&text[range])).collect();
    let spread = paragraphs.join(&String::new());
    let lined = paragraphs.concat();
    if spread.len() <= rows {
        spread
    } else if lined.len() <= rows {
        lined
    } else {
        wrapped(text)
    }
}

/// What comes after this stop.
fn draw_next(context: &Context, next: Option<&Stop>, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let strings = context.strings();
    frame::draw(area, Frame::Ruled, &legend(context, strings.speaker_next, String::new()), buffer);
    let (text, role) = match next {
        Some(stop) => (slide::title(context, stop), Role::Text),
        None => (strings.speaker_no_next.to_owned(), Role::Quiet),
    };
    let room = usize::from(area.width.saturating_sub(2 * MARGIN));
    if area.height > 1 {
        let text = context.truncate(&text, room);
        buffer.set_string(area.x + MARGIN, area.y + 1, text, context.style(role));
    }
}

fn legend(context: &Context, name: &str, note: String) -> Legend {
    Legend {
        names: vec![(name.to_owned(), true)],
        totals: String::new(),
        hides: false,
        note,
        focused: false,
        palette: context.palette(),
        glyphs: context.glyphs,
    }
}

/// Draws the last row: a number that is typed or what a key had to say, else what the audience's screen does.
pub fn draw_footer(
    speaker: &State,
    tour: &super::State,
    context: &Context,
    notice: Option<&str>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let strings = context.strings();
    let typed = (!tour.typed().is_empty()).then(|| format!("{} {}", strings.to_stop, tour.typed()));
    let room = usize::from(area.width.saturating_sub(MARGIN));
    let (text, role) = match (typed, notice) {
        (Some(typed), _) => (typed, Role::Notice),
        (None, Some(notice)) => (notice.to_owned(), Role::Notice),
        (None, None) => status(speaker, tour, context),
    };
    let text = context.truncate_parts(&text, room);
    let (x, _) = buffer.set_stringn(area.x + 1, area.y, &text, room, context.style(role));
    let keys = hint(context);
    let cells = u16::try_from(width::cells(&keys)).unwrap_or(u16::MAX);
    let at = area.right().saturating_sub(cells.saturating_add(1));
    if notice.is_none() && at > x.saturating_add(MARGIN) {
        buffer.set_string(at, area.y, keys, context.style(Role::Quiet));
    }
}

/// What the audience's screen does, and how loud that is to be said.
fn status(speaker: &State, tour: &super::State, context: &Context) -> (String, Role) {
    let strings = context.strings();
    let (linked, role) = match speaker.companion {
        None => (strings.audience_missing, Role::Quiet),
        Some(Companion::Joined) if speaker.is_read => (strings.audience_reads, Role::Notice),
        Some(Companion::Joined) => (strings.audience_follows, Role::Quiet),
        Some(Companion::Left) => (strings.audience_left, Role::Notice),
        Some(Companion::Taken) => (strings.talk_taken, Role::Notice),
        Some(Companion::Unlinked) => (strings.talk_unlinked, Role::Notice),
    };
    let shown = [(tour.is_black(), strings.audience_black), (tour.has_details(), strings.audience_details)];
    let shown: Vec<&str> = shown.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text).collect();
    if shown.is_empty() {
        return (linked.to_owned(), role);
    }
    (context.joined(&[&shown[..], &[linked]].concat()), Role::Notice)
}

/// The keys of the speaker's screen.
pub fn hint(context: &Context) -> String {
    let strings = context.strings();
    let keys: [Hint; 3] = [
        (Action::NextClaim, strings.speaker_restart),
        (Action::Help, strings.step_help),
        (Action::Quit, strings.speaker_quit),
    ];
    context.steps(&keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_set_apart_where_there_is_room_and_never_lost() {
        let text = "Erst das eine. Dann das andere, in 3,5 Minuten. Am 27. November ist Schluss.";
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        for width in [1, 12, 30, 76] {
            for rows in 0..40 {
                let lines = lines_of_notes(text, width, rows);
                assert_eq!(letters(&lines.join(" ")), letters(text), "{width} {rows}");
                let blanks = lines.iter().filter(|line| line.is_empty()).count();
                assert!(blanks == 0 || (blanks == 2 && lines.len() <= rows), "{width} {rows}: {lines:?}");
            }
        }
        assert_eq!(lines_of_notes(text, 76, 5).len(), 5);
    }

    #[test]
    fn the_time_of_a_stop_begins_when_it_comes() {
        let mut speaker = State::default();
        speaker.note_stop(0, 0);
        speaker.turn_page();
        speaker.note_stop(0, 40);
        assert_eq!((speaker.since, speaker.page), (0, 1));
        speaker.note_stop(1, 50);
        assert_eq!((speaker.since, speaker.page), (50, 0));
        speaker.follow(1, 47, true);
        assert_eq!((speaker.since, speaker.is_read), (47, true));
        speaker.set_companion(Companion::Left);
        assert!(!speaker.is_read);
    }

    #[test]
    fn a_clock_counts_minutes_on() {
        assert_eq!([0, 59, 61, 4509].map(clock), ["0:00", "0:59", "1:01", "75:09"]);
    }
}
