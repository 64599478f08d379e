//! The pictures of slides, each of what the dossier holds, by rules that work for any dossier.

mod bars;
mod gaps;
mod lanes;
mod overview;
mod rows;
mod score;
mod sources;
mod stacked;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::{Kind, Picture, Stop};
use crate::facts::stop_panel_view;
use crate::protocol::context::Context;
use crate::protocol::slide::Slide;

/// The fewest rows in which a panel draws the picture.
const PANEL: u16 = 10;

/// What a slide draws.
pub(super) enum Art<'a> {
    /// Nothing: there is nothing of it.
    None,
    /// The trend draws it in this view: the chart of a series, or a map.
    Panel(String),
    Words(words::Words),
    Bars(bars::Bars<'a>),
    Overview(overview::Overview),
    Lanes(lanes::Lanes<'a>),
    Score(score::ScorePicture<'a>),
    Sources(sources::SourcesPicture),
    Gaps(gaps::GapsPicture),
}

impl<'a> Art<'a> {
    /// The picture of a stop. Of what is broken nothing is drawn.
    pub(super) fn of(context: &'a Context, stop: &'a Stop, slide: &Slide) -> Self {
        if slide.is_broken {
            return Self::None;
        }
        // Of what the article has no words for, or a series no bars, another picture shows what there is.
        let kind = stop.select.as_ref().map(|item| item.kind);
        let others: &[Picture] = match kind {
            Some(Kind::Series | Kind::Place) => &[Picture::Figure, Picture::Overview, Picture::Chart],
            Some(Kind::Event) => &[Picture::Lanes, Picture::Words, Picture::Sources],
            Some(_) => &[Picture::Words, Picture::Sources],
            None => &[],
        };
        let pictures = std::iter::once(&stop.picture).chain(others);
        let mut drawn = pictures.filter_map(|picture| Self::drawn(context, stop, *picture, slide));
        drawn.next().unwrap_or(Self::None)
    }

    fn drawn(context: &'a Context, stop: &'a Stop, picture: Picture, slide: &Slide) -> Option<Self> {
        match picture {
            Picture::Words => words::Words::of(context, stop, slide.big.is_some()).map(Self::Words),
            Picture::Figure => bars::Bars::of(context, stop).map(Self::Bars),
            Picture::Chart | Picture::Map => {
                stop_panel_view(&context.dossier, stop, picture).map(Self::Panel)
            }
            Picture::Overview => overview::Overview::of(context, stop).map(Self::Overview),
            Picture::Lanes => lanes::Lanes::of(context, stop).map(Self::Lanes),
            Picture::Score => score::ScorePicture::of(context).map(Self::Score),
            Picture::Sources => sources::SourcesPicture::of(context, stop).map(Self::Sources),
            Picture::Gaps => gaps::GapsPicture::of(context, stop).map(Self::Gaps),
        }
    }

    /// Whether there is anything to draw.
    pub(super) fn is_any(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// The view of the trend that draws it, if it does.
    pub(super) fn panel_view(&self) -> Option<&str> {
        match self {
            Self::Panel(view) => Some(view),
            _ => None,
        }
    }

    /// The fewest and the most rows it can use in this width, the fewest at least one.
    pub(super) fn rows(&self, width: u16) -> (u16, u16) {
        let (least, most) = match self {
            Self::None => (0, 0),
            Self::Panel(_) => (PANEL, u16::MAX),
            Self::Words(words) => words.rows(width),
            Self::Bars(bars) => bars.rows(),
            Self::Overview(overview) => overview.rows(),
            Self::Lanes(lanes) => lanes.rows(),
            Self::Score(score) => score.rows(width),
            Self::Sources(sources) => sources.rows(),
            Self::Gaps(gaps) => gaps.rows(width),
        };
        (least, most.max(least))
    }

    /// Draws it into an area of at least its fewest rows. Returns whether a name in it is cut.
    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        match self {
            Self::None | Self::Panel(_) => {}
            Self::Words(words) => words.paint(context, area, buffer),
            Self::Score(score) => score.paint(context, area, buffer),
            Self::Gaps(gaps) => gaps.paint(context, area, buffer),
            Self::Overview(overview) => return overview.paint(context, area, buffer),
            Self::Bars(bars) => return bars.paint(context, area, buffer),
            Self::Lanes(lanes) => return lanes.paint(context, area, buffer),
            Self::Sources(sources) => return sources.paint(context, area, buffer),
        }
        false
    }
}
