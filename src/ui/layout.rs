//! Which panel stands where: a pure function of the size and of what is shown.

use ratatui::layout::{Rect, Size};

use super::panel::{Focus, Panel};

/// The smallest screen that is laid out; below it one line says what is needed.
pub const SMALLEST: Size = Size::new(70, 20);
/// From here on the article stands left and the panels right.
const WIDE: Size = Size::new(110, 30);
/// From here on all panels stand at once.
const WIDEST: Size = Size::new(160, 30);
/// What the timeline takes to show a title of 40 characters whole.
const DATED: u16 = 62;
/// Columns that panels without anything in them keep, to say how to fill them.
const EMPTY: u16 = 46;
/// The most cells a line of the article takes.
pub const MEASURE: u16 = 72;
/// Cells of the article's panel that are not text: the frame, two signs and a blank, a blank at the end.
pub const ARTICLE_EXTRA: u16 = 6;

/// What decides the arrangement besides the size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown {
    /// What keys go to; the focused panel gets the most room.
    pub focus: Focus,
    /// The panel beside the article that was last in use.
    pub side: Panel,
    /// Which of actors and claims the box they share shows.
    pub shared: Panel,
    /// The rows that actors, timeline, trend and claims would fill, frame and all.
    pub wants: [u16; 4],
    /// Whether there is nothing but the article: it takes what the empty panels do not need.
    pub alone: bool,
    /// Whether a card is open.
    pub card: bool,
    /// Whether the focused panel or card has the whole screen.
    pub whole: bool,
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
}

impl Areas {
    /// Where a panel stands, if it is shown.
    pub fn of(&self, panel: Panel) -> Option<Rect> {
        self.panels.iter().find(|(shown, _)| *shown == panel).map(|(_, area)| *area)
    }
}

const SIDE: [Panel; 4] = [Panel::Actors, Panel::Timeline, Panel::Trend, Panel::Claims];
const SHARED: [Panel; 2] = [Panel::Actors, Panel::Claims];

/// Lays the screen out; none where it is too small.
pub fn areas(size: Size, shown: Shown) -> Option<Areas> {
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return None;
    }
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
    };
    if shown.whole {
        match shown.focus {
            Focus::Card => areas.card = Some(body),
            Focus::Panel(panel) => areas.panels.push((panel, body)),
        }
        return Some(areas);
    }
    if width >= WIDE.width && height >= WIDE.height {
        let left = article_width(width, shown.alone);
        let right = Rect::new(left, body.y, width - left, body.height);
        areas.panels.push((Panel::Article, Rect::new(0, body.y, left, body.height)));
        if shown.card {
            areas.card = Some(right);
        } else if width >= WIDEST.width {
            areas.panels.extend(widest(right, shown));
        } else {
            areas.tabs = &SHARED;
            areas.panels.extend(wide(right, shown));
        }
    } else {
        areas.frame = Frame::Ruled;
        areas.tabs = &SIDE;
        let (above, below) = medium(body, shown);
        areas.panels.push((Panel::Article, above));
        if shown.card {
            areas.card = Some(below);
        } else {
            areas.panels.push((shown.side, below));
        }
    }
    Some(areas)
}

fn article_width(width: u16, alone: bool) -> u16 {
    let most = MEASURE + ARTICLE_EXTRA;
    if alone {
        (width - EMPTY).min(most)
    } else if width >= WIDEST.width {
        ((width - DATED) * 3 / 5).min(most)
    } else {
        (width * 12 / 25).min(most)
    }
}

// ┌─ article ────┐┌─ actors · claims ┐
// │              │└──────────────────┘
// │              │┌─ timeline ───────┐
// │              │└──────────────────┘
// │              │┌─ trend ──────────┐
// └──────────────┘└──────────────────┘
fn wide(right: Rect, shown: Shown) -> Vec<(Panel, Rect)> {
    let stack = [shown.shared, Panel::Timeline, Panel::Trend];
    let heights = shares(right.height, &stack, shown);
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

// ┌─ article ────┐┌─ actors ──┐┌─ timeline ┐
// │              ││           ││           │
// │              │├─ claims ──┤├─ trend ───┤
// │              ││           ││           │
// └──────────────┘└───────────┘└───────────┘
fn widest(right: Rect, shown: Shown) -> Vec<(Panel, Rect)> {
    let dated = if shown.alone { right.width / 2 } else { DATED.max(right.width / 2) };
    let listed = right.width - dated;
    let mut panels = Vec::new();
    for (x, width, stack) in [
        (right.x, listed, [Panel::Actors, Panel::Claims]),
        (right.x + listed, dated, [Panel::Timeline, Panel::Trend]),
    ] {
        let heights = shares(right.height, &stack, shown);
        let mut y = right.y;
        for (panel, height) in stack.into_iter().zip(heights) {
            panels.push((panel, Rect::new(x, y, width, height)));
            y += height;
        }
    }
    panels
}

// ── article ─────────────────────────
//
// ── actors ┊ timeline ┊ trend ┊ claims
//
fn medium(body: Rect, shown: Shown) -> (Rect, Rect) {
    let below = match shown.focus {
        Focus::Panel(_) if shown.alone && !shown.card => 3,
        Focus::Panel(Panel::Article) => body.height * 2 / 5,
        Focus::Panel(_) => body.height * 11 / 20,
        Focus::Card => body.height * 3 / 5,
    };
    let above = body.height - below;
    (Rect::new(body.x, body.y, body.width, above), Rect::new(body.x, body.y + above, body.width, below))
}

/// What a panel needs to be of use, in rows with its frame.
fn least(panel: Panel) -> u16 {
    match panel {
        Panel::Article => 5,
        Panel::Actors | Panel::Claims => 7,
        Panel::Timeline => 8,
        Panel::Trend => 11,
    }
}

/// Divides a column: each panel gets what it needs, then the focused one what it can fill, then the others a row at a
/// time while they can fill it. What nobody can fill goes round.
fn shares<const N: usize>(height: u16, stack: &[Panel; N], shown: Shown) -> [u16; N] {
    let mut rows = stack.map(least);
    let mut rest = height.saturating_sub(rows.iter().sum());
    let wants = stack.map(|panel| shown.wants[panel.number().clamp(2, 5) - 2]);
    if let Some(place) = stack.iter().position(|panel| shown.focus == Focus::Panel(*panel)) {
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
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::{Rect, Size};

    use super::{Shown, areas};
    use crate::ui::panel::{Focus, Panel};

    fn shown() -> impl Strategy<Value = Shown> {
        (0_usize..6, 0_usize..4, any::<bool>(), any::<bool>(), any::<bool>(), any::<[u16; 4]>()).prop_map(
            |(focus, side, alone, card, whole, wants)| {
                let focus = Panel::ALL.get(focus).map_or(Focus::Card, |panel| Focus::Panel(*panel));
                let side = match focus {
                    Focus::Panel(panel) if panel != Panel::Article => panel,
                    _ => Panel::ALL[side + 1],
                };
                let shared = if focus == Focus::Panel(Panel::Claims) { Panel::Claims } else { Panel::Actors };
                Shown { focus, side, shared, wants, alone, card: card || focus == Focus::Card, whole }
            },
        )
    }

    proptest! {
        #[test]
        fn nothing_overlaps_or_leaves_the_screen(width in 1_u16..500, height in 1_u16..200, shown in shown()) {
            let size = Size::new(width, height);
            let Some(areas) = areas(size, shown) else {
                prop_assert!(width < 70 || height < 20);
                return Ok(());
            };
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
        fn what_has_the_focus_is_shown(width in 70_u16..300, height in 20_u16..100, shown in shown()) {
            let areas = areas(Size::new(width, height), shown).expect("large enough");
            match shown.focus {
                Focus::Card => prop_assert!(areas.card.is_some()),
                Focus::Panel(Panel::Article) => prop_assert!(areas.of(Panel::Article).is_some()),
                Focus::Panel(panel) if !shown.card => prop_assert!(areas.of(panel).is_some()),
                Focus::Panel(_) => {}
            }
        }
    }
}
