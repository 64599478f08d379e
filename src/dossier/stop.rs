//! A stop of the tour: what it says, what it rests on, and which picture it draws.

use super::{Kind, LocalText, Ref};

/// A part of the screen that a stop names, as it is called in files.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StopPanel {
    /// The article.
    Article,
    /// The actors.
    Actors,
    /// The timeline.
    Timeline,
    /// The trend.
    Trend,
    /// The claims.
    Claims,
}

/// The picture of a stop.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Picture {
    /// The article's words, large.
    Words,
    /// The large figure, and bars of the line it is on and of others.
    Figure,
    /// The chart of a series.
    Chart,
    /// The first and the last figure of each line of a series.
    Overview,
    /// The figures on a map.
    Map,
    /// Events on a time axis.
    Lanes,
    /// The claims in the article's order, and how many there are of each assessment.
    Score,
    /// Which source repeats which.
    Sources,
    /// What the article leaves out, and where.
    Gaps,
}

impl Picture {
    /// The picture of a thing where its author names none.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Gap => Self::Gaps,
            Kind::Event => Self::Lanes,
            Kind::Series | Kind::Place | Kind::Observation => Self::Chart,
            Kind::Source | Kind::Link => Self::Sources,
            Kind::Claim | Kind::Actor | Kind::Relation => Self::Words,
        }
    }

    /// Whether it can be drawn of the whole dossier, with nothing selected.
    pub fn is_of_all(self) -> bool {
        matches!(self, Self::Overview | Self::Map | Self::Lanes | Self::Score | Self::Gaps)
    }
}

/// One idea of the tour. It is not a statement of its own: it rests on what it selects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// What it is about.
    pub title: LocalText,
    /// The picture it draws.
    pub picture: Picture,
    /// A figure or a word to be shown large, at most [`Stop::MAX_BIG`] characters.
    pub big: Option<LocalText>,
    /// What is shown large, in words.
    pub big_label: Option<LocalText>,
    /// What to remember, at most [`Stop::MAX_POINTS`], each at most [`Stop::MAX_POINT`] characters.
    pub points: Vec<LocalText>,
    /// Whether the points come one by one.
    pub steps: bool,
    /// What it rests on; none if the picture is of the whole dossier, or the author names nothing that exists.
    pub select: Option<Ref>,
    /// What the picture draws beside that, at most [`Stop::MAX_ITEMS`].
    pub items: Vec<Ref>,
    /// Whether it is among the findings of the brief.
    pub brief: bool,
    /// What it finds, in a sentence of at most [`Stop::MAX_FINDING`] words.
    pub finding: Option<LocalText>,
    /// The panel in which what it shows can be read on.
    pub panel: StopPanel,
    /// The view of that panel; of the trend the id of a series.
    pub view: Option<Box<str>>,
    /// What to say, for the speaker alone.
    pub speaker: Option<LocalText>,
}

impl Stop {
    /// The longest figure that is shown large, in characters.
    pub const MAX_BIG: usize = 16;
    /// The most points.
    pub const MAX_POINTS: usize = 3;
    /// The longest point, in characters.
    pub const MAX_POINT: usize = 70;
    /// The most things that a picture draws beside what is selected.
    pub const MAX_ITEMS: usize = 8;
    /// The most words of a finding.
    pub const MAX_FINDING: usize = 14;
    /// The most findings of the brief.
    pub const MAX_BRIEF: usize = 5;

    /// A stop with a title and a picture, and nothing else yet.
    pub(crate) fn new(title: &LocalText, picture: Picture, panel: StopPanel) -> Self {
        Self {
            title: title.clone(),
            picture,
            big: None,
            big_label: None,
            points: Vec::new(),
            steps: false,
            select: None,
            items: Vec::new(),
            brief: false,
            finding: None,
            panel,
            view: None,
            speaker: None,
        }
    }

    /// What it selects and what else its picture draws, each once.
    pub fn things(&self) -> impl Iterator<Item = &Ref> {
        let items = self.items.iter().filter(|item| self.select.as_ref() != Some(item));
        self.select.iter().chain(items)
    }
}
