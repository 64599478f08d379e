//! How much of everything goes into the handout: what gives way first where two pages do not hold it, and what takes the room
//! that is left.

use super::{Block, Brief};

/// The most sources that are cited for one thing.
const MOST_CITES: usize = 2;

/// The most of everything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Budget {
    /// Findings.
    pub findings: usize,
    /// Sources that are cited for one thing.
    pub cites: usize,
    /// Gaps.
    pub gaps: usize,
    /// Events after the article.
    pub later: usize,
    /// Series.
    pub series: usize,
    /// Lines of a series.
    pub lines: usize,
    /// Events where they are not drawn.
    pub events: usize,
    /// Open points and claims.
    pub open: usize,
    /// Tiles of claims; where there are more, they are only counted.
    pub tiles: usize,
    /// Whether the events are drawn where that is possible.
    pub has_axis: bool,
    /// Whether sources have their titles.
    pub has_titles: bool,
}

/// What can take room that is left.
pub(crate) struct Growth {
    /// How much of it is left out.
    pub left: fn(&Brief, &Budget) -> usize,
    /// Gives it room for one more.
    pub grow: fn(&mut Budget),
}

impl Budget {
    /// What most dossiers have room for, and what the full document says before all else.
    pub(crate) const BASE: Self = Self {
        findings: 5,
        cites: 1,
        gaps: 3,
        later: 3,
        series: 2,
        lines: 1,
        events: 6,
        open: 5,
        tiles: 60,
        has_axis: true,
        has_titles: false,
    };

    /// After that, each with room for less than the one before, the last with so little that any dossier fits: what
    /// came since, gaps, the last findings, and at the end the pictures.
    pub(crate) fn steps() -> Vec<Self> {
        let mut steps = Vec::new();
        let mut next = Self::BASE;
        let mut give = |change: &dyn Fn(&mut Self)| {
            change(&mut next);
            steps.push(next);
        };
        for later in (0..Self::BASE.later).rev() {
            give(&|budget| budget.later = later);
        }
        for gaps in (0..Self::BASE.gaps).rev() {
            give(&|budget| budget.gaps = gaps);
        }
        give(&|budget| (budget.findings, budget.open) = (4, 3));
        give(&|budget| (budget.has_axis, budget.events) = (false, 3));
        give(&|budget| budget.tiles = 0);
        give(&|budget| (budget.findings, budget.open) = (3, 2));
        give(&|budget| (budget.findings, budget.series) = (2, 1));
        give(&|budget| (budget.findings, budget.open) = (1, 1));
        steps
    }

    /// What takes the room that is left: first what the first page lists, one of each in turn, then what the second page has.
    pub(crate) fn growths() -> [Vec<Growth>; 2] {
        fn left<T>(block: Option<&Block<T>>) -> usize {
            block.map_or(0, |block| block.more.count)
        }
        let first = vec![
            Growth { left: |brief, _| left(brief.summary.gaps.as_ref()), grow: |budget| budget.gaps += 1 },
            Growth { left: |brief, _| left(brief.summary.later.as_ref()), grow: |budget| budget.later += 1 },
            Growth { left: |brief, _| left(brief.summary.open.as_ref()), grow: |budget| budget.open += 1 },
        ];
        let second = vec![
            Growth {
                left: |brief, _| {
                    let series = brief.figures.iter().flat_map(|block| &block.items);
                    series.map(|series| series.more.count).sum()
                },
                grow: |budget| budget.lines += 1,
            },
            Growth { left: |brief, _| left(brief.figures.as_ref()), grow: |budget| budget.series += 1 },
            Growth {
                left: |brief, _| left(brief.events.as_ref().map(|(events, _)| events)),
                grow: |budget| budget.events += 1,
            },
            Growth {
                left: |_, budget| usize::from(!budget.has_titles),
                grow: |budget| budget.has_titles = true,
            },
            Growth {
                left: |_, budget| MOST_CITES.saturating_sub(budget.cites),
                grow: |budget| budget.cites += 1,
            },
        ];
        [first, second]
    }
}
