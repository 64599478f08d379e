//! How much of everything goes into the handout, and what gives way first where two pages do not hold it.

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

impl Budget {
    /// With room for everything.
    pub(crate) const FULL: Self = Self {
        findings: 5,
        cites: 2,
        gaps: 3,
        later: 3,
        series: 4,
        lines: 2,
        events: 8,
        open: 5,
        tiles: 60,
        has_axis: true,
        has_titles: true,
    };

    /// After the full one, each with room for less than the one before, the last with so little that any dossier fits: what
    /// the second page holds of sources and figures, then what came since, gaps, the last findings, and at the end the
    /// pictures.
    pub(crate) fn steps() -> Vec<Self> {
        let mut steps = Vec::new();
        let mut next = Self::FULL;
        let mut give = |change: &dyn Fn(&mut Self)| {
            change(&mut next);
            steps.push(next);
        };
        give(&|budget| budget.cites = 1);
        give(&|budget| budget.events = 6);
        give(&|budget| budget.has_titles = false);
        give(&|budget| budget.series = 3);
        give(&|budget| budget.lines = 1);
        give(&|budget| budget.series = 2);
        for later in (0..Self::FULL.later).rev() {
            give(&|budget| budget.later = later);
        }
        for gaps in (0..Self::FULL.gaps).rev() {
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
}
