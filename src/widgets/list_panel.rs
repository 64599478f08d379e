//! What the panels that are lists do alike: actors, timeline and claims. Each lays its items out into rows; here those are
//! kept, scrolled, found under the mouse and drawn, with the filter and the line under the list.

use std::borrow::Cow;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::dossier::{Kind, Ref};
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::signs::Sign;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::filter::{FacetValue, Filter, ListView};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::Measure;
use crate::widgets::list::List;
use crate::widgets::memo::Memo;
use crate::widgets::{hint, row, to_cells};

/// An item as laid out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct ItemLayout {
    /// Rows above it that are not its own: rules.
    pub(crate) above: u16,
    /// Its own rows.
    pub(crate) lines: Vec<ItemLine>,
    /// Rows below it that are not its own.
    pub(crate) below: u16,
    /// Whether it was selected, where that makes a difference.
    pub(crate) as_selected: Option<bool>,
    /// Whether its first rows are above the window.
    pub(crate) goes_on: bool,
}

/// A row of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ItemLine {
    /// Cells it is indented by.
    pub(crate) indent: u16,
    /// The sign in the indent.
    pub(crate) sign: Option<Sign>,
    /// Its text.
    pub(crate) text: String,
    /// How it looks; none for the style of the item, which depends on the selection.
    pub(crate) role: Option<Role>,
}

impl ItemLine {
    /// A row of the item's name.
    pub(crate) fn name(text: impl Into<String>) -> Self {
        Self { indent: 0, sign: None, text: text.into(), role: None }
    }
}

impl ItemLayout {
    /// An item that is only its name, in a column of this width.
    pub(crate) fn named(context: &Context, item: &Ref, cells: usize) -> Self {
        let name = names::name(context, item);
        let lines = row::name_lines(context, item, &name, cells);
        let as_selected = (width::cells(&name) > cells).then(|| context.is_selected(item));
        Self { lines: lines.into_iter().map(ItemLine::name).collect(), as_selected, ..Self::default() }
    }

    /// The rows it takes; an item takes at least one of its own.
    pub(crate) fn height(&self) -> u16 {
        self.above.saturating_add(to_cells(self.lines.len()).max(1)).saturating_add(self.below)
    }
}

/// The items in sight as laid out.
#[derive(Clone, Debug, Default)]
struct Entries {
    known: Memo<Measure, HashMap<Ref, ItemLayout>>,
}

impl Entries {
    /// The rows of an item, laid out if that has not been done.
    fn height<'a>(
        &'a mut self,
        measure: Measure,
        context: &'a Context,
        lay_out: &'a dyn Fn(&Ref) -> ItemLayout,
    ) -> impl FnMut(&Ref) -> u16 + 'a {
        let known = self.known.get(measure, HashMap::new);
        move |item| {
            let is_as_laid_out =
                |entry: &&ItemLayout| entry.as_selected.is_none_or(|was| was == context.is_selected(item));
            if let Some(entry) = known.get(item).filter(is_as_laid_out) {
                return entry.height();
            }
            let entry = lay_out(item);
            let height = entry.height();
            known.insert(item.clone(), entry);
            height
        }
    }
}

/// A panel that is a list.
#[derive(Clone, Debug)]
pub(crate) struct ListPanel {
    list: List,
    filter: Filter,
    entries: Entries,
    /// The places of the items in sight, as last laid out.
    window: Range<usize>,
    /// Whether rows of the last of them are below the window.
    is_cut: bool,
}

/// What the line under a list is about.
#[derive(Clone, Copy)]
pub(crate) struct ListFooter<'a> {
    /// The kinds of things the panel lists.
    pub(crate) kinds: &'a [Kind],
    /// Whether the filter hides anything; else what is not listed is in the view of all.
    pub(crate) hides: bool,
    /// Whether a thing is left out because it came before the article.
    pub(crate) earlier: &'a dyn Fn(&Ref) -> bool,
    /// What to say where nothing is linked: what else there is.
    pub(crate) otherwise: &'a str,
    /// What to say in place of an empty list.
    pub(crate) nothing: &'a str,
}

impl ListPanel {
    /// A list of these items, those that pass the filter.
    pub(crate) fn new(items: Vec<Ref>, filter: Filter) -> Self {
        Self { list: List::new(items), filter, entries: Entries::default(), window: 0..0, is_cut: false }
    }

    /// Shows it from its first item.
    pub(crate) fn reset(&mut self) {
        self.list.reset();
    }

    /// The items listed, in order.
    pub(crate) fn items(&self) -> &[Ref] {
        self.list.items()
    }

    /// The item the next move starts from; none in an empty list.
    pub(crate) fn cursor(&self) -> Option<&Ref> {
        self.list.cursor()
    }

    /// The same, for drawing: the cursor is only shown in the focused panel.
    pub(crate) fn shown_cursor(&self, context: &Context, panel: Panel) -> Option<&Ref> {
        self.list.shown_cursor(context, panel)
    }

    /// An item's place in the list.
    pub(crate) fn place(&self, item: &Ref) -> Option<usize> {
        self.list.place(item)
    }

    /// What is listed.
    pub(crate) fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Sets what is listed from now on. Returns whether that is something else; then the items have to be shown.
    pub(crate) fn set_filter(&mut self, filter: Filter) -> bool {
        let changes = self.filter != filter;
        self.filter = filter;
        changes
    }

    /// Shows other items; the cursor stays on its item if that is still there.
    pub(crate) fn show(&mut self, items: Vec<Ref>) {
        self.forget();
        self.list.show(items);
    }

    /// Prepares the filter for another state of the dossier, with these values in it, in this view.
    pub(crate) fn rebase_filter(
        &mut self,
        view: Option<ListView>,
        things: impl Iterator<Item = Vec<FacetValue>>,
    ) {
        if let Some(view) = view.filter(|view| self.filter.view() != *view) {
            self.filter.set_view(view);
        }
        self.filter.rebase(things);
    }

    /// Shows the items of another state of the dossier.
    pub(crate) fn rebase(&mut self, items: Vec<Ref>) {
        self.forget();
        self.list.rebase(items);
    }

    /// Forgets how items were laid out: others are listed now, or they say something else.
    fn forget(&mut self) {
        self.entries.known.forget();
        self.window = 0..0;
    }

    /// Follows the selection.
    pub(crate) fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.list.follow_selection(context, entered);
    }

    /// Ends an update: scrolls so that what matters is in sight, and lays out what is.
    pub(crate) fn layout(
        &mut self,
        context: &Context,
        focused: bool,
        area: Rect,
        measure: Measure,
        lay_out: &dyn Fn(&Ref) -> ItemLayout,
    ) {
        let Self { list, entries, window, is_cut, .. } = self;
        let height = entries.height(measure, context, lay_out);
        (*window, *is_cut) = if measure.by_line {
            list.scroll_by_line(context, focused, rows(area), height)
        } else {
            (list.scroll(context, focused, rows(area), height), false)
        };
        // Of a long list only what is in sight is kept, and the items beside it, which are measured to see that they do not
        // fit.
        let near = window.start.saturating_sub(1)..window.end + 1;
        let known = entries.known.get(measure, HashMap::new);
        known.retain(|item, _| list.place(item).is_some_and(|place| near.contains(&place)));
    }

    /// Carries out a key of the list.
    pub(crate) fn press(
        &mut self,
        action: Action,
        context: &Context,
        area: Rect,
        measure: Measure,
        lay_out: &dyn Fn(&Ref) -> ItemLayout,
    ) -> Vec<Request> {
        let height = self.entries.height(measure, context, lay_out);
        self.list.press(action, context, rows(area), measure, height).into_iter().collect()
    }

    /// Carries out a turn of the wheel.
    pub(crate) fn wheel(
        &mut self,
        down: bool,
        context: &Context,
        measure: Measure,
        lay_out: &dyn Fn(&Ref) -> ItemLayout,
    ) {
        self.list.wheel(down, self.entries.height(measure, context, lay_out));
    }

    /// The same where the window moves by lines.
    pub(crate) fn wheel_by_line(
        &mut self,
        down: bool,
        context: &Context,
        area: Rect,
        measure: Measure,
        lay_out: &dyn Fn(&Ref) -> ItemLayout,
    ) {
        self.list.wheel_by_line(down, rows(area), self.entries.height(measure, context, lay_out));
    }

    /// The items in sight with their rows; of the first only those that are.
    fn shown(&self) -> impl Iterator<Item = (&Ref, Cow<'_, ItemLayout>)> {
        let known = self.entries.known.last();
        let items = self.list.items().get(self.window.clone()).unwrap_or_default();
        let skip = usize::from(self.list.skip());
        items.iter().enumerate().filter_map(move |(place, item)| {
            let entry = known?.get(item)?;
            let entry = if place == 0 && skip > 0 {
                let lines = entry.lines.get(skip..).unwrap_or_default().to_vec();
                Cow::Owned(ItemLayout { above: 0, lines, goes_on: true, ..*entry })
            } else {
                Cow::Borrowed(entry)
            };
            Some((item, entry))
        })
    }

    /// What a click there asks for: the item whose own row it is.
    pub(crate) fn hit_test(&self, area: Rect, position: Position) -> Option<Request> {
        let row = position.y.checked_sub(area.y).filter(|row| *row < rows(area))?;
        let mut from = 0;
        for (item, entry) in self.shown() {
            let end = from + entry.height();
            if row < end {
                let own = from + entry.above..end - entry.below;
                return own.contains(&row).then(|| Request::Select(item.clone()));
            }
            from = end;
        }
        None
    }

    /// `wichtige 11 von 48`, `alle 48`: how many of all are listed; longest first.
    pub(crate) fn counted(&self, context: &Context, total: usize) -> Vec<String> {
        let (strings, language) = (context.strings(), context.language);
        if total == 0 {
            Vec::new()
        } else if self.filter.view() == ListView::All || self.items().len() == total {
            vec![format!("{} {}", strings.all, language.count(total))]
        } else {
            let [shown, total] = [self.items().len(), total].map(|number| language.count(number));
            let counts = format!("{shown} {} {total}", strings.out_of);
            vec![format!("{shown} {} {} {total}", strings.prominent, strings.out_of), counts]
        }
    }

    /// Draws the list into the inside of the panel's frame, each item into the room from its first row to the end of the
    /// list.
    pub(crate) fn draw(
        &self,
        context: &Context,
        panel: Panel,
        footer: ListFooter,
        area: Rect,
        buffer: &mut Buffer,
        mut draw: impl FnMut(&Ref, &ItemLayout, Rect, &mut Buffer),
    ) {
        if self.items().is_empty() {
            hint(context, footer.nothing, area, buffer);
        }
        let cursor = self.shown_cursor(context, panel);
        let mut room = Rect { height: rows(area), ..area };
        for (item, entry) in self.shown() {
            if entry.above < room.height {
                let first = Rect { y: room.y + entry.above, height: 1, ..room };
                row::ends(context, item, cursor == Some(item), first, buffer);
            }
            draw(item, &entry, room, buffer);
            let taken = entry.height().min(room.height);
            room = Rect { y: room.y + taken, height: room.height - taken, ..room };
        }
        let ListFooter { kinds, hides, otherwise, earlier, .. } = footer;
        let is_left_out = |item: &Ref| self.place(item).is_none() && earlier(item);
        let lit = context.lit().things().filter(|item| !context.is_selected(item));
        let earlier = lit.filter(|item| is_left_out(item)).count();
        let is_selection_earlier = context.selection().is_some_and(is_left_out);
        let hidden_as_earlier = context.with_keys(context.strings().hidden_as_earlier, &[Action::OnlyAfter]);
        let mut out = self.list.out_of_sight(&self.window);
        // What is in sight in part goes on out of it.
        out.items.0 += usize::from(self.list.skip() > 0);
        out.items.1 += usize::from(self.is_cut);
        let footer = row::Footer {
            kinds,
            out,
            has_selection: self.list.has_selection(context),
            unlisted: &unlisted(context, hides),
            earlier: (earlier, is_selection_earlier, &hidden_as_earlier),
            otherwise,
        };
        let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        row::footer(context, footer, line, buffer);
    }
}

/// The rows of the items: all but the line under the list.
fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

/// The rows that a list fills, frame included, if its items take this many.
pub(crate) fn rows_with_frame(rows_of_items: usize) -> u16 {
    to_cells(rows_of_items + 3)
}

/// The same of a list with column heads, which it has from so many rows inside the frame on.
pub(crate) fn rows_with_heads(rows_of_items: usize, from: u16) -> u16 {
    let rows = rows_with_frame(rows_of_items);
    rows + u16::from(rows > from)
}

/// The inside of a list's frame as the row of its column heads and the rest. Items come first: in fewer rows than `from`
/// there are no heads. They stand above the list and do not scroll.
pub(crate) fn split_heads(area: Rect, from: u16) -> (Option<Rect>, Rect) {
    if area.height < from {
        return (None, area);
    }
    let list = Rect { y: area.y + 1, height: area.height - 1, ..area };
    (Some(Rect { height: 1, ..area }), list)
}

/// That the filter hides all there is.
pub(crate) fn nothing_passes(context: &Context) -> String {
    context.with_keys(context.strings().nothing_passes, &[Action::Filter, Action::Close])
}

/// Where a list's things are that it does not show.
fn unlisted(context: &Context, hides: bool) -> String {
    let strings = context.strings();
    let text = context.said(if hides { strings.hidden_by_filter } else { strings.in_view_all });
    context.with_keys(&text, &[Action::View])
}
