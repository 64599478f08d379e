//! A place that outlives a change of the article or the dossier: things by their ids, passages by their words. A bookmark
//! leads to the right place, or to none.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::App;
use super::arrangement::{Arrangement, panel_name, panel_named};
use super::history::Leave;
use super::navigator::{ScreenPlace, ScrollTarget};
use crate::card;
use crate::dossier::{ArticleLink, Dossier, Kind, Ref};
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::panels::{PanelPlace, article};
use crate::protocol::position::StopMark;
use crate::text::relocate::Quoted;

/// Where the reader is, as plain values. Any values are valid: what leads nowhere is ignored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// What has the focus: a panel, by the name of the action that focuses it, or `card`.
    #[serde(serialize_with = "write_focus", deserialize_with = "read_focus")]
    pub focus: Focus,
    /// Which panels are shown.
    #[serde(flatten)]
    pub arrangement: Arrangement,
    /// Which names the article underlines, if not those that it does from the start.
    pub marks: String,
    /// What is selected, as `actor:bytedance`.
    pub selection: Option<String>,
    /// The link the cursor is on and the row at the top, both from 0, of the selection's card, if that is open.
    pub card: Option<(usize, usize)>,
    /// The card of the selection is previewed.
    #[serde(skip_serializing_if = "is_false")]
    pub preview: bool,
    /// All actors are listed; in bookmarks of version 0.1.
    #[serde(skip_serializing_if = "is_false")]
    pub all_actors: bool,
    /// All events are listed; in bookmarks of version 0.1.
    #[serde(skip_serializing_if = "is_false")]
    pub all_events: bool,
    /// The id of the series shown; in bookmarks of version 0.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// The current passage.
    pub passage: Option<Quoted>,
    /// What begins at the top of the article's window.
    pub top: Option<Quoted>,
    /// Where the reader is in each panel, by the panel's name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub panels: BTreeMap<String, PanelPlace>,
    /// The stop where the last talk ended; none if it ended with the last stop, and in bookmarks of version 0.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk: Option<StopMark>,
}

impl Default for Bookmark {
    /// The beginning of the article.
    fn default() -> Self {
        Self {
            focus: Focus::Panel(Panel::Article),
            arrangement: Arrangement::default(),
            marks: String::new(),
            selection: None,
            card: None,
            preview: false,
            all_actors: false,
            all_events: false,
            series: None,
            passage: None,
            top: None,
            panels: BTreeMap::new(),
            talk: None,
        }
    }
}

const CARD: &str = "card";

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn write_focus<S: Serializer>(focus: &Focus, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match focus {
        Focus::Panel(panel) => panel_name(*panel),
        Focus::Card => CARD,
    })
}

fn read_focus<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Focus, D::Error> {
    Ok(match String::deserialize(deserializer)?.as_str() {
        CARD => Focus::Card,
        name => Focus::Panel(panel_named(name).unwrap_or(Panel::Article)),
    })
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Bookmark {
    /// Where the reader was in a panel, if the bookmark says so.
    ///
    /// Version 0.1 opened with the first series: there it stands for the view in which the panel opens now.
    fn panel(&self, panel: Panel, dossier: &Dossier) -> Option<PanelPlace> {
        let view = |view: String| PanelPlace { view: Some(view), item: None };
        self.panels.get(panel_name(panel)).cloned().or_else(|| match panel {
            Panel::Actors => self.all_actors.then(|| view("all".to_owned())),
            Panel::Timeline => self.all_events.then(|| view("all".to_owned())),
            Panel::Trend => {
                let first = dossier.series.first().map(|series| series.id.as_str());
                self.series.clone().filter(|id| Some(id.as_str()) != first).map(view)
            }
            _ => None,
        })
    }
}

impl App {
    /// Where the reader is.
    pub fn bookmark(&self) -> Bookmark {
        let place = self.place();
        let text = &self.context.dossier.article.text;
        let panels = Panel::ALL.into_iter().map(|panel| (panel, &place.panels[panel]));
        let panels = panels.filter(|(panel, place)| **place != self.opened.panels[*panel]);
        Bookmark {
            focus: place.focus,
            arrangement: place.arrangement,
            marks: Some(self.panels.article.marks())
                .filter(|marks| *marks != self.opened.marks)
                .map_or_else(String::new, |marks| marks.name().to_owned()),
            selection: place.selection.as_ref().map(ToString::to_string),
            card: place.card.as_ref().map(|card| (card.link(), card.top())),
            preview: place.preview.is_some(),
            passage: place.passage.as_ref().map(|passage| Quoted::of(text, passage)),
            top: Quoted::from(text, place.top_byte).filter(|_| !self.has_pending_scroll()),
            panels: panels.map(|(panel, place)| (panel_name(panel).to_owned(), place.clone())).collect(),
            talk: self.last_talk(),
            ..Bookmark::default()
        }
    }

    /// Whether the article is to go to other words as soon as there is room for it.
    fn has_pending_scroll(&self) -> bool {
        match self.navigator.scroll {
            Some(ScrollTarget::To(_) | ScrollTarget::ToTranslated(_)) => true,
            Some(ScrollTarget::Follow) => !self.context.lit().passages.is_empty(),
            Some(ScrollTarget::IfHidden(_) | ScrollTarget::TopAt(_) | ScrollTarget::Mark) | None => false,
        }
    }

    /// Goes to where a bookmark was made, as a jump from here: "back" leads back here. The status line says so. What the
    /// dossier does not have is ignored.
    pub fn resume(&mut self, bookmark: &Bookmark) {
        self.remember_talk(bookmark.talk.clone());
        if let Some(marks) =
            article::MarkedNames::ALL.into_iter().find(|marks| marks.name() == bookmark.marks)
        {
            self.panels.article.mark(marks);
        }
        let here = self.place();
        let (place, has_top) = self.find(bookmark, &here);
        self.restore(place);
        if self.place() == here {
            self.navigator.scroll = None;
        } else {
            self.navigator.history.leave(Leave::Jump, || here);
            if !has_top {
                let passage = self.context.passage().cloned();
                self.navigator.scroll = Some(passage.map_or(ScrollTarget::Follow, ScrollTarget::To));
            }
            let context = &self.context;
            let strings = context.strings();
            let to_start = context.with_keys(strings.resumed_start, &[Action::Back]);
            self.notice = Some(context.joined(&[strings.resumed, &to_start]));
        }
        self.layout();
    }

    /// The place a bookmark means, and whether the words at the top of the article are still there. Panels that the
    /// bookmark does not mention keep their place `here`.
    fn find(&self, bookmark: &Bookmark, here: &ScreenPlace) -> (ScreenPlace, bool) {
        let dossier = &self.context.dossier;
        let text = &dossier.article.text;
        let quoted = bookmark.passage.as_ref();
        let found = quoted.and_then(|quoted| quoted.find(text));
        let known = |name: &String| match name.parse().ok()? {
            // A link's number changes with the article; its words tell which link it is now.
            Ref { kind: Kind::Link, .. } => {
                let is_found = |link: &&ArticleLink| found.as_ref() == Some(&link.range);
                dossier.article.links.iter().find(is_found).map(ArticleLink::to_ref)
            }
            name => Some(name).filter(|name| dossier.contains(name)),
        };
        let selection = bookmark.selection.as_ref().and_then(known);
        let passage = selection.as_ref().zip(found).and_then(|(selection, found)| {
            // Words that stand elsewhere now are the same passage only if the selection has one there.
            let stayed = quoted.is_some_and(|quoted| quoted.start == found.start);
            let is_its = || dossier.lit(selection).passages.iter().any(|passage| passage.range == found);
            (stayed || is_its()).then_some(found)
        });
        let card = selection.as_ref().zip(bookmark.card);
        let card = card.map(|(item, (link, top))| card::CardPlace::at(item.clone(), link, top));
        let mut arrangement = bookmark.arrangement;
        let focus = match (bookmark.focus, &card) {
            (Focus::Card, Some(_)) => Focus::Card,
            // A card lies over all panels but the article.
            (_, Some(_)) => Focus::Panel(Panel::Article),
            (Focus::Card, None) => Focus::Panel(arrangement.side),
            (focus, None) => focus,
        };
        if let Focus::Panel(panel) = focus
            && panel != Panel::Article
        {
            arrangement.side = panel;
        }
        if arrangement.side.is_shared() {
            arrangement.shared = arrangement.side;
        }
        // Of the panels beside the article only the one last in use can be under a card.
        arrangement.opener = match arrangement.opener {
            opener if opener != Panel::Article && card.is_some() => arrangement.side,
            _ => Panel::Article,
        };
        let top = bookmark.top.as_ref().and_then(|top| top.find(text)).map(|range| range.start);
        let mut panels = here.panels.clone();
        for panel in Panel::ALL {
            if let Some(place) = bookmark.panel(panel, &self.context.dossier) {
                panels[panel] = place;
            }
        }
        let top_byte = top.unwrap_or(0);
        let can_preview = focus == Focus::Panel(Panel::Article) && card.is_none();
        let preview = (bookmark.preview && can_preview).then_some(focus);
        (
            ScreenPlace { selection, passage, focus, arrangement, card, preview, top_byte, panels },
            top.is_some(),
        )
    }
}
