//! The article with its marked words. Passages nest where they nest and are split where they cross; of several names for
//! the same words the shortest leads, and the others stand beside the paragraph.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::Builder;
use super::marks::Passage;
use crate::dossier::{Article, Block, Kind, Mention, Ref, sort_by_article};
use crate::export::document::{Link, Look, Part, Prose, Run, Section, Target, Words};
use crate::export::ids;
use crate::protocol::names;
use crate::text::address::Address;

/// A name in the article.
struct Name<'a> {
    mention: &'a Mention,
    /// Which of its actor's passages it is in, from 1.
    passage: usize,
}

/// What begins before a place and may reach beyond it.
struct Open<'a, T> {
    items: &'a [T],
    next: usize,
    reaching: Vec<usize>,
}

impl<'a, T> Open<'a, T> {
    fn new(items: &'a [T]) -> Self {
        Self { items, next: 0, reaching: Vec::new() }
    }

    /// The places of those that share bytes with a block, which follows the one asked for before. The items stand in the
    /// order in which they begin.
    fn within(&mut self, block: &Range<usize>, range: impl Fn(&T) -> &Range<usize>) -> Vec<usize> {
        let items = self.items;
        self.reaching.retain(|place| range(&items[*place]).end > block.start);
        while let Some(item) = items.get(self.next).filter(|item| range(item).start < block.end) {
            if range(item).end > block.start {
                self.reaching.push(self.next);
            }
            self.next += 1;
        }
        self.reaching.clone()
    }
}

impl Builder<'_> {
    pub(super) fn article(&self) -> Section {
        let article = &self.dossier.article;
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let names: Vec<Name> = self
            .dossier
            .mentions
            .iter()
            .map(|mention| {
                let passage = counts.entry(mention.actor.as_str()).or_default();
                *passage += usize::from(!mention.continues);
                Name { mention, passage: *passage }
            })
            .collect();
        let mut passages = Open::new(self.marks.passages());
        let mut mentions = Open::new(&names);
        let mut parts = Vec::new();
        for (place, block) in article.blocks.iter().enumerate() {
            let passages = passages.within(&block.range, |passage| &passage.range);
            let passages: Vec<&Passage> =
                passages.iter().map(|place| &self.marks.passages()[*place]).collect();
            let mentions = mentions.within(&block.range, |name| &name.mention.passage);
            let mentions: Vec<&Name> = mentions.iter().map(|place| &names[*place]).collect();
            let translation = self.translation(place);
            parts.push(Part::Prose(Prose { translation, ..self.prose(block, &passages, &mentions) }));
        }
        Section {
            id: "article",
            name: self.strings().article.to_owned(),
            intro: (!self.dossier.is_article_alone()).then(|| self.own().article_intro.to_owned()),
            plain_intro: (!self.dossier.is_article_alone())
                .then(|| self.own().article_intro_plain.to_owned()),
            parts,
        }
    }

    fn prose(&self, block: &Block, passages: &[&Passage], names: &[&Name]) -> Prose {
        let article = &self.dossier.article;
        let leading = leading(article, &block.range, passages, names);
        let shown: BTreeSet<usize> = leading.iter().filter_map(|(_, lead)| lead.name()).collect();
        let mut weave = Weave { builder: self, block: &block.range, runs: Vec::new(), open: Vec::new() };
        let mut begun: BTreeSet<usize> = BTreeSet::new();
        // Names that lead nowhere themselves are found all the same.
        let hidden = names.iter().enumerate().filter(|(place, _)| !shown.contains(place));
        let hidden: Vec<&Name> = hidden.map(|(_, name)| *name).collect();
        let mut unshown = hidden.iter().peekable();
        let mut starting = passages.iter().peekable();
        for (segment, lead) in &leading {
            weave.close_until(segment.start);
            while let Some(passage) = starting.next_if(|passage| passage.range.start <= segment.start) {
                weave.begin(passage);
            }
            while let Some(name) = unshown.next_if(|name| name.mention.passage.start <= segment.start) {
                if name.mention.passage.start == segment.start && !name.mention.continues {
                    weave.place(self.passage_anchor(name));
                }
            }
            let target = match lead {
                Lead::Nowhere => None,
                Lead::ExternalLink(address) => Some(Target::ExternalLink(address.clone())),
                Lead::Name(place) => {
                    let name = names[*place];
                    let is_first = begun.insert(*place) && name.mention.passage.start >= block.range.start;
                    Some(self.target(name, is_first))
                }
            };
            weave.words(segment, target);
        }
        weave.close_until(usize::MAX);
        let begins = |range: &Range<usize>| range.start >= block.range.start;
        let begin: Vec<&Passage> =
            passages.iter().copied().filter(|passage| begins(&passage.range)).collect();
        let hidden: Vec<&Name> = hidden.into_iter().filter(|name| begins(&name.mention.passage)).collect();
        Prose {
            kind: block.kind,
            containers: block.containers.to_vec(),
            runs: weave.runs,
            translation: None,
            claims: self.remarks_at(&begin),
            here: self.here(&begin, &hidden),
        }
    }

    /// Our translation of a block, unless the reader does not need one.
    fn translation(&self, block: usize) -> Option<(String, Words)> {
        let reader = self.language().tag();
        let translation = self.dossier.article.translation_unless_read(reader)?;
        let is_theirs = translation.language.primary() == reader;
        let words = Words {
            text: translation.of_block(block)?.to_owned(),
            language: (!is_theirs).then(|| translation.language.tag().to_owned()),
            is_marked: !is_theirs,
        };
        Some((names::capitalized(self.strings().our_translation), words))
    }

    fn passage_anchor(&self, name: &Name) -> String {
        let actor = Ref::new(Kind::Actor, &name.mention.actor);
        ids::naming_passage(self.dossier, &actor, name.passage)
    }

    fn target(&self, name: &Name, is_first: bool) -> Target {
        let actor = Ref::new(Kind::Actor, &name.mention.actor);
        Target::Actor {
            anchor: ids::of(self.dossier, &actor),
            place: (is_first && !name.mention.continues).then(|| self.passage_anchor(name)),
            inferred: name.mention.inferred,
            name: name.mention.inferred.then(|| self.name(&actor).marked()),
        }
    }

    /// The claims and gaps that hang on some passages, each once, in the order of their own list.
    fn remarks_at(&self, passages: &[&Passage]) -> Vec<Link> {
        let mut remarks = things_at(passages, &[Kind::Claim, Kind::Gap]);
        sort_by_article(self.dossier, &mut remarks);
        remarks.iter().map(|remark| self.link(remark)).collect()
    }

    fn links_at(&self, passages: &[&Passage], kind: Kind) -> Vec<Link> {
        things_at(passages, &[kind]).iter().map(|thing| self.link(thing)).collect()
    }

    /// What hangs on the words of a block beside claims and gaps: the passages and the hidden names that begin in it.
    fn here(&self, passages: &[&Passage], hidden: &[&Name]) -> Vec<(String, Vec<Link>)> {
        let strings = self.strings();
        let mut meant: Vec<Ref> = Vec::new();
        for name in hidden {
            let actor = Ref::new(Kind::Actor, &name.mention.actor);
            if !meant.contains(&actor) {
                meant.push(actor);
            }
        }
        let meant = (self.own().also_meant, meant.iter().map(|actor| self.link(actor)).collect());
        let others = Kind::ALL.into_iter().filter(|of| !matches!(of, Kind::Claim | Kind::Gap | Kind::Actor));
        let others = others.map(|of| (strings.kind(of).many, self.links_at(passages, of)));
        let roles = (strings.roles, self.links_at(passages, Kind::Actor));
        let groups = std::iter::once(meant).chain(others).chain([roles]);
        let groups = groups.filter(|(_, links): &(&str, Vec<Link>)| !links.is_empty());
        groups.map(|(label, links)| (names::capitalized(label), links)).collect()
    }
}

/// The things of these kinds that hang on some passages, each once.
fn things_at(passages: &[&Passage], kinds: &[Kind]) -> Vec<Ref> {
    let mut things: Vec<Ref> = Vec::new();
    for passage in passages {
        if kinds.contains(&passage.of.kind) && !things.contains(&passage.of) {
            things.push(passage.of.clone());
        }
    }
    things
}

/// Where a segment leads.
enum Lead {
    Nowhere,
    /// To who is named: a place among the names.
    Name(usize),
    /// Where the article's own link leads.
    ExternalLink(Address),
}

impl Lead {
    fn name(&self) -> Option<usize> {
        match self {
            Lead::Name(place) => Some(*place),
            Lead::Nowhere | Lead::ExternalLink(_) => None,
        }
    }
}

/// A block cut wherever anything begins or ends, and where each piece leads: of several names and links the shortest.
fn leading(
    article: &Article,
    block: &Range<usize>,
    passages: &[&Passage],
    names: &[&Name],
) -> Vec<(Range<usize>, Lead)> {
    let meets = |range: &Range<usize>| range.start < block.end && block.start < range.end;
    let first_link = article.links.partition_point(|link| link.range.end <= block.start);
    let links = article.links[first_link..].iter().take_while(|link| meets(&link.range));
    let links: Vec<_> = links.map(|link| (&link.range, Address::new(&link.address).ok())).collect();
    let first_weight = article.styled_spans.partition_point(|weight| weight.range.end <= block.start);
    let weights = article.styled_spans[first_weight..].iter().take_while(|weight| meets(&weight.range));
    let mut cuts: Vec<usize> = vec![block.start, block.end];
    let ranges = passages.iter().map(|passage| &passage.range);
    let ranges = ranges.chain(names.iter().map(|name| &name.mention.passage));
    let ranges =
        ranges.chain(links.iter().map(|(range, _)| *range)).chain(weights.map(|weight| &weight.range));
    cuts.extend(ranges.flat_map(|range| [range.start, range.end]).filter(|cut| block.contains(cut)));
    cuts.sort_unstable();
    cuts.dedup();
    let mut reaching: Vec<usize> = Vec::new();
    let mut next = 0;
    let segments = cuts.windows(2).map(|pair| pair[0]..pair[1]);
    segments
        .map(|segment| {
            reaching.retain(|place| names[*place].mention.passage.end > segment.start);
            while names.get(next).is_some_and(|name| name.mention.passage.start <= segment.start) {
                reaching.push(next);
                next += 1;
            }
            let shortest = reaching.iter().copied().min_by_key(|place| names[*place].mention.passage.len());
            let link = links.partition_point(|(range, _)| range.end <= segment.start);
            let link = links.get(link).filter(|(range, _)| range.start <= segment.start);
            let link = link.and_then(|(range, address)| Some((range.len(), address.clone()?)));
            let lead = match (shortest, link) {
                (Some(name), Some((length, address))) if names[name].mention.passage.len() > length => {
                    Lead::ExternalLink(address)
                }
                (Some(name), _) => Lead::Name(name),
                (None, Some((_, address))) => Lead::ExternalLink(address),
                (None, None) => Lead::Nowhere,
            };
            (segment, lead)
        })
        .collect()
}

/// The runs of a block, as they come to be.
struct Weave<'b, 'p> {
    builder: &'b Builder<'b>,
    block: &'b Range<usize>,
    runs: Vec<Run>,
    /// The passages that are open, the last on top.
    open: Vec<&'p Passage>,
}

impl<'p> Weave<'_, 'p> {
    fn begin(&mut self, passage: &'p Passage) {
        let begins = passage.range.start >= self.block.start;
        self.runs.push(Run::Open { anchor: begins.then(|| passage.anchor.clone()), look: passage.look });
        self.open.push(passage);
    }

    /// A place that can be found.
    fn place(&mut self, anchor: String) {
        self.runs.push(Run::Open { anchor: Some(anchor), look: Look::Silent });
        self.runs.push(Run::Close);
    }

    /// Closes what ends up to here, each with its mark; what was opened within it goes on.
    fn close_until(&mut self, at: usize) {
        let end = at.min(self.block.end);
        let ends = |passage: &Passage| passage.range.end <= end || at >= self.block.end;
        let Some(lowest) = self.open.iter().position(|passage| ends(passage)) else { return };
        let closing: Vec<&Passage> = self.open.drain(lowest..).collect();
        self.runs.extend(closing.iter().map(|_| Run::Close));
        for passage in
            closing.iter().rev().filter(|passage| ends(passage) && passage.range.end <= self.block.end)
        {
            self.mark(passage);
        }
        for passage in closing.into_iter().filter(|passage| !ends(passage)) {
            self.runs.push(Run::Open { anchor: None, look: passage.look });
            self.open.push(passage);
        }
    }

    fn mark(&mut self, passage: &Passage) {
        let builder = self.builder;
        if let Some(number) = builder.dossier.number_of(&passage.of) {
            self.runs.push(Run::Marker {
                anchor: ids::of(builder.dossier, &passage.of),
                mark: builder.mark_of(&passage.of),
                name: builder.numbered(&passage.of),
                number,
            });
        }
    }

    fn words(&mut self, segment: &Range<usize>, to: Option<Target>) {
        let article = &self.builder.dossier.article;
        let weight = article.styled_spans.partition_point(|weight| weight.range.end <= segment.start);
        let weight = article.styled_spans.get(weight).filter(|weight| weight.range.start <= segment.start);
        self.runs.push(Run::Words {
            text: article.text[segment.clone()].to_owned(),
            emphasis: weight.is_some_and(|weight| weight.emphasis),
            strong: weight.is_some_and(|weight| weight.strong),
            struck: weight.is_some_and(|weight| weight.struck),
            to,
        });
    }
}
