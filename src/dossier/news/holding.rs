//! What is held of each thing. Each is taken apart without `..`, so that a new field does not compile before it is decided
//! what a change of it is called.

use std::collections::BTreeMap;
use std::hash::Hasher as _;

use fnv::FnvHasher;

use super::{Held, HeldArticle, HeldFigure, Names, TextPart};
use crate::dossier::content::{Content, Words};
use crate::dossier::{
    Actor, Anchor, AnchorState, Article, Claim, Dossier, Event, Gap, Id, Kind, LanguageTag, LocalText,
    Observation, Place, Ref, Relation, Series, SeriesKind, Source, Stop, When,
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
    let (mut details, mut words) = (Digest::default(), Digest::default());
    let mut held = Held {
        of: item.to_string(),
        names,
        texts: texts(&content),
        links: links(&content),
        sources: content.evidence.iter().flat_map(|evidence| &evidence.sources).map(Id::to_string).collect(),
        ..Held::default()
    };
    words.anchors(content.evidence.iter().flat_map(|evidence| &evidence.anchors));
    let id = &item.id;
    match item.kind {
        Kind::Actor => dossier.actor(id).into_iter().for_each(|actor| {
            let Actor { id: _, kind, country, name: _, prominent, role: _, aliases: _, named_mentions } =
                actor;
            details.text(kind).text_if(country.as_deref()).flag(*prominent);
            words.anchors(named_mentions);
        }),
        Kind::Event => dossier.event(id).into_iter().for_each(|event| {
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
            details.text(lane.as_str()).text(kind).local_if(short.as_ref()).flag(*prominent);
            words.anchors(candidate_for);
            held.date = date(Some(when));
        }),
        Kind::Claim => dossier.claim(id).into_iter().for_each(|claim| {
            let Claim {
                id: _,
                text: _,
                short,
                evidence: _,
                hedge: _,
                attributed_to: _,
                actors: _,
                events: _,
                assessment,
                note: _,
            } = claim;
            details.local_if(short.as_ref());
            held.assessment = *assessment;
        }),
        Kind::Gap => dossier.gap(id).into_iter().for_each(|gap| {
            let Gap { id: _, near, text: _, short, actors: _, evidence: _ } = gap;
            details.local_if(short.as_ref());
            words.anchors(near);
        }),
        Kind::Relation => dossier.relation(id).into_iter().for_each(|relation| {
            // All of it is text, links and evidence.
            let Relation { id: _, from: _, to: _, label: _, evidence: _ } = relation;
        }),
        Kind::Series => dossier.series_by_id(id).into_iter().for_each(|series| {
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
            details.text(kind).local_if(unit).local_if(unit_short).local_if(short).ids(expects);
        }),
        Kind::Place => dossier.place(id).into_iter().for_each(|place| {
            let Place { id: _, name: _, country, actor: _, coordinates } = place;
            details.text_if(country.as_deref());
            if let Some((longitude, latitude)) = coordinates {
                details.bytes(&longitude.to_bits().to_le_bytes()).bytes(&latitude.to_bits().to_le_bytes());
            }
        }),
        Kind::Observation => dossier.observation(id).into_iter().for_each(|figure| {
            // Series, place, date and part are its id.
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
                source,
                note: _,
            } = figure;
            details.local_if(unit.as_ref());
            held.sources = vec![source.to_string()];
            held.links = 0;
            held.figure = Some(HeldFigure { value: *value, qualifier: *qualifier });
        }),
        Kind::Source => dossier.source(id).into_iter().for_each(|source| {
            let Source {
                id: _,
                kind,
                outlet: _,
                title: _,
                issued,
                url: _,
                accessed,
                repeats: _,
                repeats_unknown,
                quote: _,
            } = source;
            details.text(kind).flag(*repeats_unknown);
            held.date = date(issued.as_ref());
            held.read = date(accessed.as_ref());
        }),
        Kind::Link => {}
    }
    (held.details, held.words) = (details.end(), words.end());
    held
}

/// A hash of each of a thing's texts.
fn texts(content: &Content<'_>) -> BTreeMap<TextPart, u64> {
    let mut texts: BTreeMap<TextPart, Digest> = BTreeMap::new();
    for text in &content.texts {
        let part = match text.what {
            "name" | "title" | "outlet" | "part" => TextPart::Name,
            "note" => TextPart::Note,
            "hedge" => TextPart::Hedge,
            "role" => TextPart::Role,
            "alias" => TextPart::Alias,
            "summary" => TextPart::Summary,
            "status" => TextPart::Status,
            "finding" => TextPart::Finding,
            "definition" => TextPart::Definition,
            "quote" => TextPart::Quote,
            "url" => TextPart::Address,
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
        if !ids.is_empty() && !(*kind == Kind::Source && content.evidence.is_some()) {
            digest.text(kind.word()).ids(*ids);
        }
    }
    digest.end()
}
