//! The sections of a part of a dossier: those of the whole with fewer entries, the sources that are cited, and no link to what
//! is not there.

use std::collections::HashSet;

use super::Builder;
use crate::dossier::{Id, Kind, Ref};
use crate::export::choice::Choice;
use crate::export::document::{Document, Entry, Inline, Item, Part, Score, Section, TreeItem};
use crate::facts::{self, Attribution, Facts, Value};
use crate::protocol::{names, words};

impl Builder<'_> {
    /// A part of the dossier; none if nothing is in it.
    pub(super) fn part(&self, errors: usize, choice: &Choice) -> Option<Document> {
        let chosen = self.chosen(choice);
        if chosen.is_empty() {
            return None;
        }
        let cited = self.cited(&chosen);
        let is_shown = |item: &Ref| chosen.contains(item) || cited.contains(item);
        let sections =
            [self.claims(), self.actors(), self.relations(), self.timeline(), self.trend(), self.sources()];
        let sections = sections.into_iter().flatten();
        let sections =
            sections.filter_map(|section| self.reduced(section, choice, &chosen, is_shown)).collect();
        let mut document = self.document_of(errors, sections);
        document.standing.push(vec![Inline::ours(self.says_part(choice, &chosen))]);
        without_dead_ends(&mut document);
        Some(document)
    }

    /// The sources that were asked for, and those that are cited by what was.
    pub(super) fn sources_of_part(&self, choice: &Choice) -> HashSet<Id> {
        let chosen = self.chosen(choice);
        let cited = self.cited(&chosen);
        let sources = chosen.iter().chain(&cited).filter(|item| item.kind == Kind::Source);
        sources.map(|item| item.id.clone()).collect()
    }

    /// The things that were asked for.
    fn chosen(&self, choice: &Choice) -> HashSet<Ref> {
        let dossier = self.dossier;
        let linked =
            choice.about.as_ref().map(|about| linked(&facts::of(dossier, self.context.faults(), about)));
        let is_chosen = |item: &Ref| {
            let assessed = match dossier.claim(&item.id).filter(|_| item.kind == Kind::Claim) {
                Some(claim) if !choice.assessments.is_empty() => {
                    claim.assessment.is_some_and(|judged| choice.assessments.contains(&judged))
                }
                _ => true,
            };
            assessed && linked.as_ref().is_none_or(|linked| linked.contains(item))
        };
        let kinds = Choice::KINDS.into_iter().filter(|kind| choice.has(*kind));
        kinds.flat_map(|kind| dossier.all_of(kind)).filter(is_chosen).collect()
    }

    /// The sources of these things, and those that they repeat.
    fn cited(&self, chosen: &HashSet<Ref>) -> HashSet<Ref> {
        let dossier = self.dossier;
        let cites = chosen.iter().filter(|item| item.kind != Kind::Source);
        let mut waiting: Vec<Ref> =
            cites.flat_map(|item| dossier.linked_of(item, Kind::Source)).cloned().collect();
        let mut cited = HashSet::new();
        while let Some(item) = waiting.pop() {
            let Some(source) = dossier.source(&item.id) else { continue };
            if cited.insert(item) {
                waiting.extend(source.repeats.iter().map(|id| Ref::new(Kind::Source, id)));
            }
        }
        cited
    }

    /// The section with the entries that are shown; none without any.
    fn reduced(
        &self,
        mut section: Section,
        choice: &Choice,
        chosen: &HashSet<Ref>,
        is_shown: impl Fn(&Ref) -> bool,
    ) -> Option<Section> {
        let has_all = choice.is_unfiltered();
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        for part in std::mem::take(&mut section.parts) {
            let is_kept = match &part {
                Part::Entry(entry) => is_shown(&entry.of),
                Part::Group(_) | Part::Rule(_) => true,
                Part::Score(_) => has_all && choice.has(Kind::Claim),
                Part::Chart(_) | Part::Overview(_) => has_all,
                Part::Prose(_) | Part::Stop(_) | Part::Summary(_) => false,
            };
            if let Part::Entry(entry) = &part
                && is_kept
            {
                match kinds.iter_mut().find(|(kind, _)| *kind == entry.of.kind) {
                    Some((_, count)) => *count += 1,
                    None => kinds.push((entry.of.kind, 1)),
                }
            }
            // A group without entries is none.
            if matches!(parts.last(), Some(Part::Group(_))) && !matches!(part, Part::Entry(_)) {
                parts.pop();
            }
            if is_kept {
                parts.push(part);
            }
        }
        while matches!(parts.last(), Some(Part::Group(_) | Part::Rule(_))) {
            parts.pop();
        }
        if matches!(parts.first(), Some(Part::Rule(_))) {
            parts.remove(0);
        }
        if kinds.is_empty() {
            return None;
        }
        let language = self.language();
        kinds.sort_by_key(|(kind, _)| Choice::KINDS.iter().position(|known| known == kind));
        let counted =
            kinds.iter().map(|(kind, count)| names::counted(language, *count, self.strings().kind(*kind)));
        let mut name = counted.collect::<Vec<_>>().join(", ");
        if section.is_sources() && !chosen.iter().any(|item| item.kind == Kind::Source) {
            name = format!("{}: {name}", self.strings().sources_cited);
        }
        // What is said of claims and gaps together is not so of either.
        let intro = section.intro.filter(|_| section.id != "claims" || kinds.len() > 1);
        Some(Section { name, intro, parts, ..section })
    }

    /// `Only a part of the dossier: claims (partly borne out): 20 of 29`.
    fn says_part(&self, choice: &Choice, chosen: &HashSet<Ref>) -> String {
        let (language, strings) = (self.language(), self.strings());
        let kinds = Choice::KINDS.into_iter().filter(|kind| choice.has(*kind));
        let counts = kinds.filter_map(|kind| {
            let part = chosen.iter().filter(|item| item.kind == kind).count();
            let all = self.dossier.all_of(kind).count();
            // Where all kinds were asked for, those without a thing need not be listed.
            if part == 0 && choice.kinds.is_empty() {
                return None;
            }
            let mut name = strings.kind(kind).many.to_owned();
            if kind == Kind::Claim && !choice.assessments.is_empty() {
                let judged = choice.assessments.iter().map(|judged| names::assessment(language, *judged));
                name = format!("{name} ({})", judged.collect::<Vec<_>>().join(", "));
            }
            let count = strings.part_of_all.replace("{part}", &language.count(part));
            Some(format!("{name}: {}", count.replace("{all}", &language.count(all))))
        });
        let counts = counts.collect::<Vec<_>>().join("; ");
        let about = choice.about.as_ref().map(|about| {
            let name =
                format!("{}: {}", words::numbered(&self.context, about), names::name(&self.context, about));
            strings.linked_to_it.replace("{}", &name)
        });
        let parts: Vec<String> = std::iter::once(counts).chain(about).collect();
        strings.only_part.replace("{}", &self.context.joined(&parts))
    }
}

/// What a thing is linked to, and it itself.
fn linked(facts: &Facts) -> HashSet<Ref> {
    let mut linked = HashSet::from([facts.item.clone()]);
    for fact in &facts.facts {
        match &fact.value {
            Value::Links(links) => linked.extend(links.iter().cloned()),
            Value::Sources(sources) => linked.extend(sources.sources.iter().map(|source| source.to_ref())),
            Value::Figures(figures) => {
                linked.extend(figures.iter().map(|figure| Ref::new(Kind::Series, &figure.series)));
            }
            _ => {}
        }
    }
    linked
}

/// Turns what leads to entries that are not in the document into words.
fn without_dead_ends(document: &mut Document) {
    let mut there: HashSet<String> = HashSet::new();
    for part in document.sections.iter().flat_map(|section| &section.parts) {
        if let Part::Entry(entry) = part {
            there.insert(entry.anchor.clone());
            for item in &entry.items {
                if let Item::Table(table) = item {
                    there.extend(table.rows.iter().filter_map(|row| row.anchor.clone()));
                }
            }
        }
    }
    for part in document.sections.iter_mut().flat_map(|section| &mut section.parts) {
        match part {
            Part::Entry(entry) => in_entry(entry, &there),
            Part::Score(score) => in_score(score, &there),
            Part::Overview(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| in_line(cell, &there));
            }
            _ => {}
        }
    }
}

fn in_score(score: &mut Score, there: &HashSet<String>) {
    fn in_tree(item: &mut TreeItem, there: &HashSet<String>) {
        in_line(&mut item.pieces, there);
        item.below.iter_mut().for_each(|below| in_tree(below, there));
    }
    score.tree.iter_mut().for_each(|item| in_tree(item, there));
}

fn in_entry(entry: &mut Entry, there: &HashSet<String>) {
    entry.items.retain(|item| !matches!(item, Item::Stops { .. }));
    for item in &mut entry.items {
        match item {
            Item::Line { pieces, .. } => in_line(pieces, there),
            Item::Quotes { label, quotes } => {
                in_line(label, there);
                for quote in quotes {
                    // The article is not there.
                    quote.place = None;
                    in_line(&mut quote.pieces, there);
                }
            }
            Item::Links { links, .. } => {
                for link in links.iter_mut().filter(|link| !there.contains(&link.anchor)) {
                    link.anchor.clear();
                }
            }
            Item::Places { label, .. } => {
                let pieces = vec![Inline::ours(std::mem::take(label))];
                *item = Item::Line { label: None, by: Attribution::Nobody, pieces };
            }
            Item::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| in_line(cell, there));
            }
            Item::Stops { .. } | Item::Chart(_) | Item::Fault(_) => {}
        }
    }
}

fn in_line(pieces: &mut [Inline], there: &HashSet<String>) {
    for piece in pieces {
        if let Inline::Thing { anchor, words, .. } = piece
            && !there.contains(anchor.as_str())
        {
            *piece = Inline::Words(std::mem::take(words));
        }
    }
}
