//! The events on a time axis, as a document draws them.

use super::Builder;
use super::figures::has_rule;
use crate::dossier::Kind;
use crate::export::figure::{ArticleDay, Drawing, Figure, LaneMark, LanesChart};
use crate::export::ids;
use crate::facts::{
    LaneName, NamingOrder, TimelineEvent, lane_names, timeline, timeline_label, timeline_range,
};
use crate::look::signs::{self, EVENT_KINDS};
use crate::protocol::names;

impl Builder<'_> {
    /// All events that have a date, each in its lane; none where none has.
    pub(super) fn lanes(&self) -> Option<Figure> {
        let (dossier, own) = (self.dossier, self.own());
        let items: Vec<_> = dossier.all_of(Kind::Event).collect();
        let events = timeline(dossier, self.context.faults(), &items);
        let dated: Vec<&TimelineEvent> = events.iter().filter(|event| event.place.is_some()).collect();
        let days = dated.iter().filter_map(|event| event.place.map(|place| place.day));
        let range = timeline_range(days, dossier.article_days())?;
        let mut lanes: Vec<usize> = dated.iter().map(|event| event.lane).collect();
        lanes.sort_unstable();
        lanes.dedup();
        let names = lane_names(dossier, &lanes).map(|name| match name {
            LaneName::Of(lane) => self.words(&lane.name).marked(),
            LaneName::Others => self.strings().optional.other_lane.to_owned(),
            LaneName::None => String::new(),
        });
        let order = NamingOrder::of(&events, dossier.article_days());
        let mut named: Vec<usize> = (0..dated.len()).collect();
        named.sort_by_key(|place| order.key(dated[*place]));
        let mut ranks = vec![0; dated.len()];
        for (rank, place) in named.into_iter().enumerate() {
            ranks[place] = rank;
        }
        let marks = dated.iter().zip(ranks).filter_map(|(event, rank)| {
            let lane = lanes.binary_search(&event.lane).ok()?;
            self.lane_mark(event, lane, rank)
        });
        let marks: Vec<LaneMark> = marks.collect();
        let kinds = EVENT_KINDS.iter().map(|(kind, _)| *kind);
        let kinds = kinds.filter(|kind| marks.iter().any(|mark| mark.kind == *kind));
        let kinds = kinds.map(|kind| (kind, names::event_kind(self.language(), kind).to_owned()));
        let article = dossier.article_days().filter(|days| has_rule(range, *days));
        let day = dossier.article.published.as_ref().filter(|_| dossier.article_days().is_some());
        let dashed = if article.is_some() { own.chart_dashed } else { own.chart_not_dashed };
        let undated = events.len() - dated.len();
        let undated = (undated > 0).then(|| {
            let count = names::counted(self.language(), undated, &self.strings().event);
            format!("{count} {}.", self.strings().undated)
        });
        let notes = [
            Some(own.lanes_note.to_owned()),
            day.map(|day| dashed.replace("{}", &self.context.date(day))),
            undated,
        ];
        let main = marks.iter().filter(|mark| mark.is_main).map(|mark| mark.title.clone());
        Some(Figure {
            anchor: "lanes".to_owned(),
            title: own.lanes_title.to_owned(),
            description: format!("{}.", main.collect::<Vec<_>>().join("; ")),
            unit: String::new(),
            source: String::new(),
            drawing: Drawing::Lanes(LanesChart {
                lanes: names.collect(),
                kinds: kinds.collect(),
                marks,
                range,
                article: article.map(|days| ArticleDay { days, label: self.article_day() }),
            }),
            notes: notes.into_iter().flatten().collect(),
        })
    }

    fn lane_mark(&self, of: &TimelineEvent, lane: usize, rank: usize) -> Option<LaneMark> {
        let (place, event) = (of.place?, self.dossier.events.get(of.event)?);
        let kind = names::event_kind(self.language(), &event.kind);
        let title = self.words(&event.title).marked();
        let lane_name = self.dossier.lanes.get(of.lane);
        let lane_name = lane_name.map(|lane| self.words(&lane.name).marked()).unwrap_or_default();
        let besides =
            [&*lane_name, kind].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        Some(LaneMark {
            lane,
            kind: EVENT_KINDS[signs::place_of_event_kind(&event.kind)].0,
            day: place.day,
            period: place.period,
            is_open: (place.is_open_before, place.is_open_after),
            is_main: of.is_main,
            rank,
            label: timeline_label(event, |text| self.words(text).marked()),
            title: format!("{}: {title} ({besides})", self.context.date(&event.date)),
            anchor: Some(ids::of(self.dossier, &event.to_ref())),
        })
    }
}
