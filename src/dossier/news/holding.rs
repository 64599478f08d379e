//! What is held of each thing. Each is taken apart without `..`, so that a new field does not compile before it is decided
//! what a change of it is called.

use std::collections::BTreeMap;
use std::hash::Hasher as _;

use fnv::FnvHasher;

use super::{Held, HeldArticle, HeldFigure, Names, TextPart};
use crate::dossier::content::{Content, Words};
use crate::dossier::{
    Actor, Anchor, AnchorState, Article, Claim, Dossier, Event, Gap, Id, Kind, LanguageTag, LocalText,
    Observation, Place, Ref, Series, SeriesKind, Source, Stop, When,
};

/// A hash that stays the same from one version of the program to the next: what is held outlives it.
#[derive(Default)]
struct Digest {
    hasher: FnvHasher,
    is_used: bool,
}

impl Digest {
    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.hasher.write(&(bytes.len() as u64).to_le_bytes());
        self.hasher.write(bytes);
        self.is_used = true;
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    fn text_if(&mut self, text: Option<&str>) -> &mut Self {
        self.flag(text.is_some()).text(text.unwrap_or_default())
    }

    fn flag(&mut self, flag: bool) -> &mut Self {
        self.bytes(&[u8::from(flag)])
    }

    fn local(&mut self, text: &LocalText) -> &mut Self {
        for (language, text) in text.versions() {
            self.text_if(language.map(LanguageTag::tag)).text(text);
        }
        self
    }

    fn local_if(&mut self, text: Option<&LocalText>) -> &mut Self {
        self.flag(text.is_some());
        if let Some(text) = text {
            self.local(text);
        }
        self
    }

    fn ids<'i>(&mut self, ids: impl IntoIterator<Item = &'i Id>) -> &mut Self {
        for id in ids {
            self.text(id.as_str());
        }
        self
    }

    /// Where a quotation stands is no part of it: other words of the article move it.
    fn anchors<'a>(&mut self, anchors: impl IntoIterator<Item = &'a Anchor>) -> &mut Self {
        for Anchor { quote, inferred, state } in anchors {
            let state = match state {
                AnchorState::Exact(_) => "exact",
                AnchorState::Reworded(_) => "reworded",
                AnchorState::Ambiguous(_) => "ambiguous",
                AnchorState::Lost => "lost",
            };
            self.text(&quote.exact).text(&quote.prefix).text(&quote.suffix).flag(*inferred).text(state);
        }
        self
    }

    /// The hash; 0 of nothing at all.
    fn end(&self) -> u64 {
        if self.is_used { self.hasher.finish().max(1) } else { 0 }
    }
}

fn hash(text: &str) -> u64 {
    Digest::default().text(text).end()
}

fn date(when: Option<&When>) -> Option<String> {
    when.map(|when| when.text().to_owned())
}

pub(super) fn article(dossier: &Dossier) -> HeldArticle {
    let article = &dossier.article;
    let Article { text, blocks, styled_spans: _, links, language, outlet, url, published, translations } =
        article;
    let mut details = Digest::default();
    details.text(language.tag()).text_if(outlet.as_deref()).text_if(url.as_deref());
    for link in links {
        details.text(&link.address);
    }
    let translated = translations.iter().flat_map(|translation| {
        translation.blocks.iter().map(|block| hash(&translation.text[block.range.clone()]))
    });
    HeldArticle {
        blocks: blocks.iter().map(|block| hash(&text[block.range.clone()])).collect(),
        translation: translated.collect(),
        details: details.end(),
        date: date(published.as_ref()),
    }
}

/// A stop has no id; it is known by its title.
pub(super) fn stop(stop: &Stop, names: Names) -> Held {
    let Stop {
        title,
        picture,
        big,
        big_label,
        points,
        steps,
        select,
        items,
        brief,
        finding,
        panel,
        view,
        speaker,
    } = stop;
    let mut text = Digest::default();
    text.local_if(big.as_ref()).local_if(big_label.as_ref()).local_if(finding.as_ref());
    text.local_if(speaker.as_ref());
    for point in points {
        text.local(point);
    }
    let mut details = Digest::default();
    // What these are called in debugging is what they are called in code; both are ours and stay.
    details.text(&format!("{picture:?} {panel:?}")).flag(*steps).flag(*brief).text_if(view.as_deref());
    for item in select.iter().chain(items) {
        details.text(&item.to_string());
    }
    let name = Digest::default().local(title).end();
    Held {
        names,
        texts: BTreeMap::from([(TextPart::Name, name), (TextPart::Text, text.end())]),
        links: select.as_ref().map_or(0, |select| hash(&select.to_string())),
        details: details.end(),
        ..Held::default()
    }
}

pub(super) fn thing(dossier: &Dossier, item: &Ref, names: Names) -> Held {
    let content = dossier.content(item);
    let mut own = Own::default();
    own.words.anchors(content.evidence.iter().flat_map(|evidence| &evidence.anchors));
    own.held = Held {
        of: item.to_string(),
        names,
        texts: texts(&content),
        links: links(&content),
        sources: content.evidence.iter().flat_map(|evidence| &evidence.sources).map(Id::to_string).collect(),
        ..Held::default()
    };
    let id = &item.id;
    // Of a relation all is text, links and evidence.
    match item.kind {
        Kind::Actor => {
            if let Some(actor) = dossier.actor(id) {
                own.actor(actor);
            }
        }
        Kind::Event => {
            if let Some(event) = dossier.event(id) {
                own.event(event);
            }
        }
        Kind::Claim => {
            if let Some(claim) = dossier.claim(id) {
                own.claim(claim);
            }
        }
        Kind::Gap => {
            if let Some(gap) = dossier.gap(id) {
                own.gap(gap);
            }
        }
        Kind::Series => {
            if let Some(series) = dossier.series_by_id(id) {
                own.series(series);
            }
        }
        Kind::Place => {
            if let Some(place) = dossier.place(id) {
                own.place(place);
            }
        }
        Kind::Observation => {
            if let Some(figure) = dossier.observation(id) {
                own.figure(figure);
            }
        }
        Kind::Source => {
            if let Some(source) = dossier.source(id) {
                own.source(source);
            }
        }
        Kind::Relation | Kind::Link => {}
    }
    Held { details: own.details.end(), words: own.words.end(), ..own.held }
}

/// What is held of a thing, while it is put together from what things of every kind have and from what its own has.
#[derive(Default)]
struct Own {
    held: Held,
    details: Digest,
    words: Digest,
}

impl Own {
    fn actor(&mut self, actor: &Actor) {
        let Actor {
            id: _,
            kind,
            country,
            name: _,
            prominent,
            role: _,
            aliases: _,
            not_in: _,
            named_mentions,
        } = actor;
        self.details.text(kind).text_if(country.as_deref()).flag(*prominent);
        self.words.anchors(named_mentions);
    }

    fn event(&mut self, event: &Event) {
        let Event {
            id: _,
            date: when,
            lane,
            kind,
            status: _,
            title: _,
            short,
            summary: _,
            actors: _,
            evidence: _,
            candidate_for,
            follows: _,
            prominent,
        } = event;
        // As it was held when each had a lane.
        self.details
            .text(lane.as_ref().map_or("", Id::as_str))
            .text(kind)
            .local_if(short.as_ref())
            .flag(*prominent);
        self.words.anchors(candidate_for);
        self.held.date = date(Some(when));
    }

    fn claim(&mut self, claim: &Claim) {
        let Claim {
            id: _,
            text: _,
            short,
            evidence: _,
            hedge: _,
            attributed_to: _,
            attribution: _,
            actors: _,
            events: _,
            assessment,
            note: _,
            searched: _,
        } = claim;
        self.details.local_if(short.as_ref());
        self.held.assessment = *assessment;
    }

    fn gap(&mut self, gap: &Gap) {
        let Gap { id: _, near, text: _, short, actors: _, evidence: _ } = gap;
        self.details.local_if(short.as_ref());
        self.words.anchors(near);
    }

    fn series(&mut self, series: &Series) {
        let Series {
            id: _,
            outlet: _,
            unit,
            unit_short,
            kind,
            title: _,
            short,
            finding: _,
            definition: _,
            actors: _,
            expects,
            planned_for: _,
            left_out: _,
        } = series;
        let kind = match kind {
            SeriesKind::Stock => "stock",
            SeriesKind::Flow => "flow",
            SeriesKind::List => "list",
        };
        let [unit, unit_short, short] = [unit, unit_short, short].map(Option::as_ref);
        self.details.text(kind).local_if(unit).local_if(unit_short).local_if(short).ids(expects);
    }

    fn place(&mut self, place: &Place) {
        let Place { id: _, name: _, country, actor: _, coordinates } = place;
        self.details.text_if(country.as_deref());
        if let Some((longitude, latitude)) = coordinates {
            let [east, north] = [longitude, latitude].map(|degrees| degrees.to_bits().to_le_bytes());
            self.details.bytes(&east).bytes(&north);
        }
    }

    /// Series, place, date and part are the id of a figure.
    fn figure(&mut self, figure: &Observation) {
        let Observation {
            id: _,
            series: _,
            place: _,
            date: _,
            part: _,
            value,
            qualifier,
            part_name: _,
            unit,
            evidence: _,
            note: _,
        } = figure;
        self.details.local_if(unit.as_ref());
        self.held.links = 0;
        self.held.figure = Some(HeldFigure { value: *value, qualifier: *qualifier });
    }

    fn source(&mut self, source: &Source) {
        let Source {
            id: _,
            kind,
            outlet: _,
            title: _,
            issued,
            url: _,
            archived: _,
            accessed,
            repeats: _,
            repeats_unknown,
            quote: _,
        } = source;
        self.details.text(kind).flag(*repeats_unknown);
        self.held.date = date(issued.as_ref());
        self.held.read = date(accessed.as_ref());
    }
}

/// A hash of each of a thing's texts.
fn texts(content: &Content<'_>) -> BTreeMap<TextPart, u64> {
    let mut texts: BTreeMap<TextPart, Digest> = BTreeMap::new();
    for text in &content.texts {
        let part = match text.what {
            "name" | "title" | "outlet" | "part" => TextPart::Name,
            "note" => TextPart::Note,
            "hedge" => TextPart::Hedge,
            "attribution" => TextPart::Attribution,
            "searched" => TextPart::Searched,
            "role" => TextPart::Role,
            "alias" => TextPart::Alias,
            "summary" => TextPart::Summary,
            "status" => TextPart::Status,
            "finding" => TextPart::Finding,
            "definition" => TextPart::Definition,
            "quote" => TextPart::Quote,
            "url" | "archived" => TextPart::Address,
            _ => TextPart::Text,
        };
        let digest = texts.entry(part).or_default();
        digest.text(text.what);
        match text.words {
            Words::Name(words) | Words::Local(words) => digest.local(words),
            Words::Plain(words) => digest.text(words),
        };
    }
    texts.into_iter().map(|(part, digest)| (part, digest.end())).collect()
}

/// A hash of the things it names. The sources that a statement rests on are told one by one.
fn links(content: &Content<'_>) -> u64 {
    let mut digest = Digest::default();
    for (kind, ids) in &content.links {
        let is_evidence = *kind == Kind::Source && content.evidence.is_some();
        if !ids.is_empty() && !is_evidence {
            digest.text(kind.word()).ids(*ids);
        }
    }
    digest.end()
}
