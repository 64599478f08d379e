//! Where each panel goes: a pure function of the size and of what is shown.

mod speaker;
mod tour;

use ratatui::layout::{Rect, Size};

use crate::look::panel::{Focus, Panel, PerPanel};

pub use speaker::speaker_areas;
pub use tour::tour_areas;

/// The smallest screen that is laid out; below it one line says what is needed.
pub const SMALLEST: Size = Size::new(40, 10);
/// From this size on, the article is above and one panel below.
const MEDIUM: Size = Size::new(70, 20);
/// In fewer columns a line holds fewer words, so that it takes more rows for the article to stand above a panel: one for
/// each so many columns that are missing.
const COLUMNS_A_ROW: u16 = 3;
/// From here on there are rows enough for the article above and three panels below.
const TALL: Size = Size::new(MEDIUM.width, 50);
/// From this size on, the article is left and the panels right.
const WIDE: Size = Size::new(110, 30);
/// From this size on, all panels are shown at once.
const WIDEST: Size = Size::new(160, 30);
/// What the timeline takes to show a title of 40 characters whole, where its dates are days and its lanes of a few letters.
const DATED: u16 = 65;
/// The fewest columns of a list.
const LISTED: u16 = 40;
/// The rows, frame and all, in which a claim's card shows how the claim stands and what for.
const PREVIEWED: u16 = 14;
/// Columns that panels without anything in them keep, to say how to fill them.
const EMPTY: u16 = 46;
/// The most cells a line of the article takes.
pub const MEASURE: u16 = 72;
/// Cells of the article's panel that are not text: the frame, two signs and a blank, a blank at the end.
pub const ARTICLE_EXTRA: u16 = 6;

/// What decides the layout besides the size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LayoutInput {
    /// What has the focus; a focused panel gets the most room.
    pub focus: Focus,
    /// The panel beside the article that was last in use.
    pub side: Panel,
    /// Which of actors and claims the box they share shows.
    pub shared: Panel,
    /// The rows that each panel would fill, frame and all.
    pub rows: PerPanel<u16>,
    /// The rows, frame and all, without which the view of a panel gives way to another; 0 where it needs no more than any.
    pub needs: PerPanel<u16>,
    /// Whether there is nothing but the article: it takes the rows that the empty panels do not need.
    pub alone: bool,
    /// Whether the article has no dossier, so that nothing ever comes into the panels: it takes their columns too. In an empty
    /// dossier it has its usual columns from the beginning, so that its lines do not break anew when the first thing is written.
    pub bare: bool,
    /// Whether a card is shown.
    pub card: CardShown,
    /// Whether the focused panel or card has the whole screen.
    pub whole: bool,
}

/// Whether a card is shown, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CardShown {
    /// None is.
    No,
    /// A claim's card is previewed: in the place of a panel, where the list of claims is not in sight.
    Previewed,
    /// It is open.
    Open,
}

/// How panels are framed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// A box all around.
    Boxed,
    /// One rule above, to save rows.
    Ruled,
}

/// Where everything stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Areas {
    /// The first line.
    pub title: Rect,
    /// The panels that are shown, the article first.
    pub panels: Vec<(Panel, Rect)>,
    /// The card, if one is shown.
    pub card: Option<Rect>,
    /// The line that says what is selected.
    pub status: Rect,
    /// The last line.
    pub keys: Rect,
    /// How panels are framed.
    pub frame: Frame,
    /// Panels that share one place and are reached by tabs; empty where all have their own.
    pub tabs: &'static [Panel],
    /// Whether what has the focus has the whole screen anyway.
    pub one_at_a_time: bool,
    /// The stop of the tour, while it is running.
    pub stop: Option<Rect>,
    /// The speaker's notes.
    pub notes: Option<Rect>,
}

impl Areas {
    /// Where a panel stands, if it is shown.
    pub fn of(&self, panel: Panel) -> Option<Rect> {
        self.panels.iter().find(|(input, _)| *input == panel).map(|(_, area)| *area)
    }
}

const SIDE: [Panel; 4] = [Panel::Actors, Panel::Timeline, Panel::Trend, Panel::Claims];

/// How much a screen has room for: which panels stand beside each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum SizeClass {
    Widest,
    Wide,
    Beside,
    Tall,
    Medium,
    Narrow,
}

impl SizeClass {
    fn of(size: Size) -> Option<Self> {
        let holds = |least: Size| size.width >= least.width && size.height >= least.height;
        let missing = MEDIUM.width.saturating_sub(size.width);
        let medium = Size { height: MEDIUM.height + missing.div_ceil(COLUMNS_A_ROW), width: 0 };
        let classes = [
            (Self::Widest, WIDEST),
            (Self::Wide, WIDE),
            (Self::Beside, Size { width: WIDE.width, ..SMALLEST }),
            (Self::Tall, TALL),
            (Self::Medium, medium),
            (Self::Narrow, SMALLEST),
        ];
        let found = classes.into_iter().find(|(_, least)| holds(*least));
        found.map(|(class, _)| class).filter(|_| holds(SMALLEST))
    }
}

/// Lays the screen out; none where it is too small.
pub fn areas(size: Size, input: LayoutInput) -> Option<Areas> {
    let class = match SizeClass::of(size)? {
        // Of panels that are all empty one at a time is enough.
        SizeClass::Tall if input.alone => SizeClass::Medium,
        class => class,
    };
    let Size { width, height } = size;
    let body = Rect::new(0, 1, width, height - 3);
    let mut areas = Areas {
        title: Rect::new(0, 0, width, 1),
        panels: Vec::new(),
        card: None,
        status: Rect::new(0, height - 2, width, 1),
        keys: Rect::new(0, height - 1, width, 1),
        frame: Frame::Boxed,
        tabs: &[],
        one_at_a_time: class == SizeClass::Narrow,
        stop: None,
        notes: None,
    };
    if class == SizeClass::Narrow {
        areas.frame = Frame::Ruled;
        areas.tabs = &Panel::ALL;
    }
    if input.whole || class == SizeClass::Narrow {
        match input.focus {
            Focus::Card => areas.card = Some(body),
            Focus::Panel(panel) => areas.panels.push((panel, body)),
        }
        return Some(areas);
    }
    let (article, others) = match class {
        // What is empty needs only the words that say how to fill it.
        SizeClass::Widest | SizeClass::Wide | SizeClass::Beside if input.bare => beside(body, width - EMPTY),
        SizeClass::Widest => {
            let others = width - DATED;
            beside(body, (others * 3 / 5).min(others - LISTED))
        }
        SizeClass::Wide => beside(body, width * 12 / 25),
        // One panel needs no more than its longest titles.
        SizeClass::Beside => beside(body, (width - DATED).max(width * 12 / 25)),
        SizeClass::Tall => above(body, tall(body.height, input)),
        SizeClass::Medium | SizeClass::Narrow => above(body, medium(body.height, input)),
    };
    if matches!(class, SizeClass::Tall | SizeClass::Medium) {
        areas.frame = Frame::Ruled;
    }
    areas.panels.push((Panel::Article, article));
    match class {
        _ if input.card == CardShown::Open => areas.card = Some(others),
        SizeClass::Widest => areas.panels.extend(widest(others, input)),
        SizeClass::Wide | SizeClass::Tall => {
            areas.tabs = &Panel::SHARED;
            areas.panels.extend(wide(others, input));
            if input.card == CardShown::Previewed && input.shared != Panel::Claims {
                areas.card = previewed(&mut areas.panels);
            }
        }
        SizeClass::Beside | SizeClass::Medium | SizeClass::Narrow => {
            areas.tabs = &SIDE;
            if input.card == CardShown::Previewed && input.side != Panel::Claims {
                areas.card = Some(others);
            } else {
                areas.panels.push((input.side, others));
            }
        }
    }
    Some(areas)
}

/// The article at the left, in this many columns if its lines can fill them.
fn beside(body: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(MEASURE + ARTICLE_EXTRA);
    let right = Rect { x: left, width: body.width - left, ..body };
    (Rect { width: left, ..body }, right)
}

/// The article above, and this many rows below.
fn above(body: Rect, below: u16) -> (Rect, Rect) {
    let above = body.height - below;
    (Rect { height: above, ..body }, Rect { y: body.y + above, height: below, ..body })
}

// ┌─ article ────┐┌─ actors · claims ┐
// │              │└──────────────────┘
// │              │┌─ timeline ───────┐
// │              │└──────────────────┘
// │              │┌─ trend ──────────┐
// └──────────────┘└──────────────────┘
fn wide(right: Rect, input: LayoutInput) -> Vec<(Panel, Rect)> {
    let stack = [input.shared, Panel::Timeline, Panel::Trend];
    let heights = shares(right.height, &stack, input);
    let mut y = right.y;
    stack
        .into_iter()
        .zip(heights)
        .map(|(panel, height)| {
            let area = Rect::new(right.x, y, right.width, height);
            y += height;
            (panel, area)
        })
        .collect()
}

/// The place of a previewed card: that of the shared box, and of the timeline below where that alone is too low.
fn previewed(panels: &mut Vec<(Panel, Rect)>) -> Option<Rect> {
    // The article comes first.
    let (_, mut area) = (panels.len() > 1).then(|| panels.remove(1))?;
    while area.height < PREVIEWED && panels.len() > 2 {
        let (_, below) = panels.remove(1);
        area.height += below.height;
    }
    Some(area)
}

// ┌─ article ────┐┌─ actors ──┐┌─ timeline ┐
// │              ││           ││           │
// │              │├─ claims ──┤├─ trend ───┤
// │              ││           ││           │
// └──────────────┘└───────────┘└───────────┘
fn widest(right: Rect, input: LayoutInput) -> Vec<(Panel, Rect)> {
    let dated = if input.bare { right.width / 2 } else { DATED.max(right.width / 2) };
    let listed = right.width - dated;
    let mut panels = Vec::new();
    for (x, width, stack) in
        [(right.x, listed, Panel::SHARED), (right.x + listed, dated, [Panel::Timeline, Panel::Trend])]
    {
        let heights = shares(right.height, &stack, input);
        let mut y = right.y;
        for (panel, height) in stack.into_iter().zip(heights) {
            panels.push((panel, Rect::new(x, y, width, height)));
            y += height;
        }
    }
    panels
}

// Wide and low: the article's lines are at most MEASURE cells, so beside one panel it uses columns that would stand
// empty at its right, and keeps the rows that a panel below would take.
//
// ┌─ article ────┐┌─ actors ┊ timeline ┊ trend ┊ claims
// │              ││                                   │
// └──────────────┘└───────────────────────────────────┘

// ── article ─────────────────────────
//
// ── actors · claims ─────────────────
//
// ── timeline ────────────────────────
//
// ── trend ───────────────────────────
//
fn tall(height: u16, input: LayoutInput) -> u16 {
    let below = if input.card == CardShown::Open { height * 3 / 5 } else { height * 11 / 20 };
    below.max([input.shared, Panel::Timeline, Panel::Trend].map(least).iter().sum())
}

// ── article ─────────────────────────
//
// ── actors ┊ timeline ┊ trend ┊ claims
//
fn medium(height: u16, input: LayoutInput) -> u16 {
    let below = match input.focus {
        Focus::Panel(_) if input.alone && input.card != CardShown::Open => 3,
        Focus::Panel(Panel::Article) if input.card == CardShown::Previewed && input.side != Panel::Claims => {
            return height * 11 / 20;
        }
        Focus::Panel(Panel::Article) => height * 2 / 5,
        Focus::Panel(_) => height * 11 / 20,
        Focus::Card => height * 3 / 5,
    };
    // Rows that a short list would leave empty are the article's.
    if input.card == CardShown::Open {
        below
    } else {
        below.min(input.rows[input.side]).max(least(input.side).min(below))
    }
}

// One panel at a time; the card, too, has all the room.
//
// ── 1 ┊ 2 ┊ timeline ┊ 4 ┊ 5 ────────
//

/// What a panel needs to be of use, in rows with its frame.
fn least(panel: Panel) -> u16 {
    match panel {
        Panel::Article => 5,
        Panel::Actors | Panel::Claims => 7,
        Panel::Timeline => 8,
        Panel::Trend => 11,
    }
}

/// The fewest rows of a panel in sight, frame and all.
const FEWEST: u16 = 6;

/// Divides a column: each panel gets what it needs, then the focused one what it can fill, then the others a row at a
/// time while they can fill it. What nobody can fill goes round. Where the view of the focused panel would have to give way,
/// the others keep only the fewest rows, if that helps.
fn shares<const N: usize>(height: u16, stack: &[Panel; N], input: LayoutInput) -> [u16; N] {
    let mut rows = stack.map(least);
    let mut rest = height.saturating_sub(rows.iter().sum());
    let wants = stack.map(|panel| input.rows[panel]);
    if let Some(place) = stack.iter().position(|panel| input.focus == Focus::Panel(*panel)) {
        // The others keep some of the rest: what is linked has to show there too.
        let more = wants[place].saturating_sub(rows[place]).min(rest * 2 / 3);
        rows[place] += more;
        rest -= more;
    }
    while rest > 0 {
        let hungry = rows.iter().zip(&wants).any(|(has, wants)| has < wants);
        for (has, wants) in rows.iter_mut().zip(&wants) {
            if rest > 0 && (!hungry || *has < *wants) {
                *has += 1;
                rest -= 1;
            }
        }
    }
    if let Some(place) = stack.iter().position(|panel| input.focus == Focus::Panel(*panel)) {
        let needed = input.needs[stack[place]];
        let free: u16 = rows.iter().map(|has| has.saturating_sub(FEWEST)).sum();
        if rows[place] < needed && needed <= FEWEST + free {
            while rows[place] < needed {
                let largest = (0..N).filter(|other| *other != place).max_by_key(|other| rows[*other]);
                let Some(largest) = largest else { break };
                rows[largest] -= 1;
                rows[place] += 1;
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::{Rect, Size};

    use super::{CardShown, LayoutInput, SizeClass, areas};
    use crate::look::panel::{Focus, Panel, PerPanel};

    fn input() -> impl Strategy<Value = LayoutInput> {
        let flags = any::<[bool; 5]>();
        let rows = (any::<[u16; 5]>(), prop::array::uniform5(0_u16..40));
        (0_usize..6, 0_usize..4, flags, rows).prop_map(
            |(focus, side, [alone, bare, card, preview, whole], (rows, needs))| {
                let focus = Panel::ALL.get(focus).map_or(Focus::Card, |panel| Focus::Panel(*panel));
                let side = match focus {
                    Focus::Panel(panel) if panel != Panel::Article => panel,
                    _ => Panel::ALL[side + 1],
                };
                let shared = if focus == Focus::Panel(Panel::Claims) { Panel::Claims } else { Panel::Actors };
                let rows = PerPanel::from_fn(|panel| rows[panel.number() - 1]);
                let needs = PerPanel::from_fn(|panel| needs[panel.number() - 1]);
                let card = match focus {
                    Focus::Card => CardShown::Open,
                    _ if card => CardShown::Open,
                    // A preview leaves the keys to the article.
                    Focus::Panel(Panel::Article) if preview => CardShown::Previewed,
                    Focus::Panel(_) => CardShown::No,
                };
                LayoutInput { focus, side, shared, rows, needs, alone, bare, card, whole }
            },
        )
    }

    proptest! {
        #[test]
        fn nothing_overlaps_or_leaves_the_screen(width in 1_u16..500, height in 1_u16..200, input in input()) {
            let size = Size::new(width, height);
            let Some(areas) = areas(size, input) else {
                prop_assert!(width < 40 || height < 10);
                return Ok(());
            };
            prop_assert!(width >= 40 && height >= 10);
            let screen = Rect::new(0, 0, width, height);
            let mut all: Vec<Rect> = areas.panels.iter().map(|(_, area)| *area).collect();
            all.extend([areas.title, areas.status, areas.keys]);
            all.extend(areas.card);
            for (place, area) in all.iter().enumerate() {
                prop_assert_eq!(area.intersection(screen), *area);
                prop_assert!(area.width > 0 && area.height > 0);
                for other in &all[place + 1..] {
                    prop_assert!(area.intersection(*other).is_empty());
                }
            }
            prop_assert_eq!(all.iter().map(|area| area.area()).sum::<u32>(), screen.area());
        }

        #[test]
        fn what_has_the_focus_is_shown(width in 40_u16..300, height in 10_u16..100, input in input()) {
            let areas = areas(Size::new(width, height), input).expect("large enough");
            match input.focus {
                Focus::Card => prop_assert!(areas.card.is_some()),
                Focus::Panel(Panel::Article) => prop_assert!(areas.of(Panel::Article).is_some()),
                Focus::Panel(panel) if input.card == CardShown::No => prop_assert!(areas.of(panel).is_some()),
                Focus::Panel(_) => {}
            }
        }

        /// A frame, some rows, and columns for a name and a figure: else it were better not shown.
        #[test]
        fn what_is_shown_has_room(width in 40_u16..300, height in 10_u16..100, input in input()) {
            let areas = areas(Size::new(width, height), input).expect("large enough");
            let all = areas.panels.iter().map(|(_, area)| *area).chain(areas.card);
            // An empty panel says in a line or two how to fill it.
            let rows = if input.alone { 3 } else { 6 };
            for area in all {
                prop_assert!(area.width >= 40 && area.height >= rows, "{area:?} of {width}×{height}");
            }
        }

        /// Whatever is read beside the article: its words stay in sight, unless there is no room for two.
        #[test]
        fn the_article_stays_in_sight(width in 40_u16..300, height in 10_u16..100, input in input()) {
            let areas = areas(Size::new(width, height), input).expect("large enough");
            let has_room = width >= 110 || height >= 20 + 70_u16.saturating_sub(width).div_ceil(3);
            prop_assert_eq!(areas.one_at_a_time, !has_room);
            prop_assert!(areas.of(Panel::Article).is_some() || input.whole || !has_room);
        }

        /// Each panel stands somewhere or behind a tab, so that every number key leads to something seen before.
        #[test]
        fn every_panel_is_in_sight_or_behind_a_tab(width in 40_u16..300, height in 10_u16..100, input in input()) {
            let areas = areas(Size::new(width, height), LayoutInput { whole: false, ..input }).expect("large enough");
            for panel in Panel::ALL {
                let covered = areas.card.is_some();
                prop_assert!(covered || areas.of(panel).is_some() || areas.tabs.contains(&panel), "{panel:?}");
            }
        }
    }

    /// The named sizes, and those between them.
    #[test]
    fn each_size_has_its_class() {
        use super::SizeClass::{Beside, Medium, Narrow, Tall, Wide, Widest};
        for (width, height, expected) in [
            (39, 200, None),
            (500, 9, None),
            (40, 10, Some(Narrow)),
            (40, 29, Some(Narrow)),
            (60, 23, Some(Narrow)),
            (60, 24, Some(Medium)),
            (69, 20, Some(Narrow)),
            (109, 19, Some(Narrow)),
            (40, 30, Some(Medium)),
            (69, 60, Some(Medium)),
            (70, 20, Some(Medium)),
            (109, 49, Some(Medium)),
            (70, 50, Some(Tall)),
            (100, 60, Some(Tall)),
            (110, 10, Some(Beside)),
            (160, 24, Some(Beside)),
            (500, 29, Some(Beside)),
            (110, 30, Some(Wide)),
            (159, 60, Some(Wide)),
            (160, 30, Some(Widest)),
        ] {
            assert_eq!(SizeClass::of(Size::new(width, height)), expected, "{width}×{height}");
        }
    }
}
