//! Writes the pages: where one is, what stands there, and the numbers of what it leads to.

use std::collections::HashMap;

use super::links::led_to;
use super::{Body, Chapter, Draft, Page, PageKind};
use crate::dossier::{BlockKind, Kind};
use crate::export::document::{Document, Item, Part, Prose, Run, Section, Stop};
use crate::export::text::{FAULT, IN, Text, Walk};
use crate::protocol::names;
use crate::text::cut::{collapse_white_space, first_chars};

/// The most characters of a block of the article in a list.
const EXCERPT: usize = 70;

/// What pages are written from.
pub(super) struct Writer<'d> {
    pub(super) document: &'d Document,
    /// How the claims hold, in a sentence.
    pub(super) answer: Option<&'d str>,
    pub(super) columns: u16,
    pub(super) drafts: &'d [Draft<'d>],
    /// How many there are of each kind.
    pub(super) counts: HashMap<PageKind, usize>,
    /// The page where each thing is found.
    pub(super) places: HashMap<&'d str, usize>,
    /// What pages say of others.
    pub(super) walk: &'d Walk<'d>,
}

impl Writer<'_> {
    /// A page by its place.
    pub(super) fn page(&self, place: usize) -> Page {
        let draft = &self.drafts[place];
        let language = self.document.language;
        let mut links: Vec<usize> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for anchor in led_to(&draft.body) {
            let Some(to) = self.places.get(anchor).copied().filter(|to| *to != place) else { continue };
            let at = links.iter().position(|link| *link == to).unwrap_or_else(|| {
                links.push(to);
                links.len() - 1
            });
            numbers.insert(anchor, at + 1);
        }
        let text = || Text {
            out: String::new(),
            texts: &language.strings().export,
            language,
            numbers: numbers.clone(),
            is_brief: false,
            columns: self.columns,
            walk: Some(self.walk),
        };
        let head = self.head(draft);
        let (mut all, mut words, mut sources) = (text(), text(), text());
        if let Some(rule) = draft.rule {
            all.lines("", rule, 0);
            all.blank();
        }
        all.lines("", &head, 0);
        match draft.body {
            Body::Start => self.start(&mut all, &mut links),
            Body::Opening(section) => all.opening(section),
            Body::Prose(prose) => {
                all.prose(prose);
                words.prose_words(prose);
            }
            Body::Entry(entry) => {
                all.lines(if entry.is_at_fault() { FAULT } else { "" }, &entry.name.marked(), 0);
                all.known(entry);
                for item in &entry.items {
                    match item {
                        Item::Quotes { .. } => words.item(item),
                        Item::Links { links, .. } if links[0].to.kind == Kind::Source => sources.item(item),
                        _ => {}
                    }
                }
            }
            Body::Stop(stop) => {
                all.slide(stop);
                sources.lines("", &stop.source, IN);
            }
        }
        Page {
            chapter: draft.chapter,
            kind: draft.kind(),
            number: draft.number,
            name: self.name(draft),
            line: self.line(draft),
            head,
            text: all.out,
            words: words.out,
            sources: sources.out,
            links,
        }
    }

    /// Where one is: which of how many of what, and what matters most of it.
    fn head(&self, draft: &Draft) -> String {
        let language = self.document.language;
        let strings = language.strings();
        let noun = match draft.body {
            Body::Start => return self.document.title.marked(),
            Body::Opening(section) => return section.name.clone(),
            Body::Prose(_) => strings.plain.paragraph,
            Body::Entry(entry) => strings.kind(entry.of.kind).one,
            Body::Stop(_) => strings.export.stop.one,
        };
        let count = self.counts.get(&draft.kind()).copied().unwrap_or_default();
        let [number, count] = [draft.number, count].map(|number| language.count(number));
        let head = format!("{} {number} {} {count}", names::capitalized(noun), strings.out_of);
        let most = match draft.body {
            Body::Entry(entry) => match entry.of.kind {
                Kind::Claim => Some(entry.mark.word.to_owned()),
                Kind::Gap => None,
                Kind::Actor => draft.group.map(str::to_owned),
                _ => entry.lead.clone(),
            },
            Body::Stop(stop) => stop.verdict.as_ref().map(|(_, verdict)| verdict.clone()),
            Body::Prose(prose) => match prose.kind {
                BlockKind::Title => Some(strings.plain.title.to_owned()),
                BlockKind::Heading | BlockKind::Subheading => Some(strings.plain.heading.to_owned()),
                BlockKind::Paragraph | BlockKind::Code | BlockKind::Break => None,
            },
            Body::Start | Body::Opening(_) => None,
        };
        most.map_or_else(|| head.clone(), |most| format!("{head}: {most}"))
    }

    fn name(&self, draft: &Draft) -> String {
        match draft.body {
            Body::Start | Body::Opening(_) => self.head(draft),
            Body::Prose(prose) => words_of(prose),
            Body::Entry(entry) => entry.name.marked(),
            Body::Stop(stop) => stop.title.marked(),
        }
    }

    fn line(&self, draft: &Draft) -> String {
        let name = self.name(draft);
        match draft.body {
            Body::Start | Body::Opening(_) => name,
            Body::Prose(_) => {
                let excerpt = first_chars(&name, EXCERPT);
                if excerpt.len() < name.len() { format!("{} …", excerpt.trim_end()) } else { name }
            }
            Body::Entry(entry) => match &entry.lead {
                Some(lead) => format!("{lead}: {name}"),
                None => name,
            },
            Body::Stop(stop) => match &stop.verdict {
                Some((_, verdict)) => format!("{verdict}: {name}"),
                None => name,
            },
        }
    }

    /// What the dossier is, and the way to each of its parts.
    fn start(&self, text: &mut Text<'_>, links: &mut Vec<usize>) {
        let texts = &self.document.language.strings().plain;
        for line in &self.document.standing {
            let line = text.joined(line);
            text.lines("", &line, 0);
        }
        for warning in &self.document.warnings {
            text.lines(FAULT, warning, 0);
        }
        if let Some(answer) = self.answer {
            text.lines("", answer, 0);
        }
        text.blank();
        text.lines("", &format!("{}:", texts.parts), 0);
        for chapter in Chapter::ALL {
            let is_its = |draft: &Draft| draft.chapter == chapter && chapter != Chapter::Start;
            let Some(first) = self.drafts.iter().position(is_its) else { continue };
            links.push(first);
            let name = names::capitalized(chapter.name(self.document.language));
            let entries = self.drafts.iter().filter(|draft| is_its(draft));
            let entries = entries.filter(|draft| draft.kind() != PageKind::Opening).count();
            let count = self.document.language.count(entries);
            text.lines("- ", &format!("{name}: {count} [{}]", links.len()), 0);
        }
        text.blank();
        text.lines("", self.document.made, 0);
    }
}

/// The words of a block.
fn words_of(prose: &Prose) -> String {
    let words = prose.runs.iter().filter_map(Run::plain_words);
    collapse_white_space(&words.collect::<String>())
}

impl Text<'_> {
    /// What is to be known before the entries of a part, and what they show at a glance.
    fn opening(&mut self, section: &Section) {
        if let Some(intro) = section.plain_intro.as_ref().or(section.intro.as_ref()) {
            self.lines("", intro, 0);
        }
        for part in &section.parts {
            if matches!(part, Part::Overview(_) | Part::Score(_)) {
                self.part(part);
            }
        }
    }

    /// The words of a slide.
    fn slide(&mut self, stop: &Stop) {
        self.lines("", &stop.title.marked(), 0);
        if let Some(big) = &stop.big {
            let label = stop.label.as_ref().map(|label| format!(": {label}")).unwrap_or_default();
            self.lines("", &format!("{big}{label}"), IN);
        }
        for point in &stop.points {
            self.lines("- ", point, IN);
        }
        if let Some(finding) = &stop.finding {
            self.lines("", &finding.marked(), IN);
        }
        self.lines("", &stop.source, IN);
        if let Some(shows) = &stop.shows {
            self.link(shows, IN);
        }
    }
}
