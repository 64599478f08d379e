//! Puts together what the handout of two pages says.

mod figures;
mod summary;

use std::collections::HashSet;

use super::Builder;
use crate::dossier::{Assessment, Claim, Id, Kind, LocalText, Picture, Ref, Source, Stop, StopPanel};
use crate::export::document::brief::{Address, Block, Brief, Budget, Item, More, Publication, clipped};
use crate::export::document::{Inline, Words};
use crate::export::ids;
use crate::facts::{self, Address as Published, Article, Score, StopFacts, StopVerdict};
use crate::i18n::plural::Plural;
use crate::protocol::quoted::of_article;
use crate::protocol::translated::translated;
use crate::protocol::{names, score};

/// The most columns of a title.
const TITLE: usize = 100;
/// Those of what stands below it.
const STANDING: usize = 150;
/// Those of an item.
const ITEM: usize = 140;
/// Those of a sentence on how far to trust all this.
const SENTENCE: usize = 200;
/// Those of a publication, of its title, and of an address that is written.
const OUTLET: usize = 50;
const PUBLICATION: usize = 90;
const ADDRESS: usize = 150;

impl Builder<'_> {
    /// The handout, with so much of everything.
    pub(in crate::export::build) fn brief(&self, errors: usize, facts: &Score, budget: &Budget) -> Brief {
        let summary = self.summary(facts, budget);
        let figures = self.series(budget);
        let findings = summary.findings.iter().flat_map(|block| &block.items).map(|item| &item.cites);
        let items = [&summary.gaps, &summary.later].into_iter().flatten().flat_map(|block| &block.items);
        let series = figures.iter().flat_map(|block| &block.items).map(|series| &series.cites);
        let cites = findings.chain(items.map(|item| &item.cites)).chain(series).flatten();
        let sources = self.publications(cites, budget);
        Brief {
            title: self.brief_title(),
            standing: self.brief_standing(),
            answer: self.answer(facts),
            warnings: self.warnings(errors),
            summary,
            figures,
            events: self.axis(budget),
            trust: self.trust(facts),
            sources,
        }
    }

    fn brief_title(&self) -> Words {
        let title = self.title();
        Words { text: clipped(&title.text, TITLE), ..title }
    }

    /// Which article it is about, then how far the facts run and whose the assessments are.
    fn brief_standing(&self) -> Vec<Vec<Inline>> {
        let strings = self.strings();
        let Article { title, outlet, published, as_of, .. } = facts::article(self.dossier);
        let title = title.map(|title| self.quoted(&of_article(self.dossier, &clipped(title, TITLE))));
        let published = published.map(|when| self.context.date(when));
        let of: Vec<String> =
            [outlet.map(|outlet| clipped(outlet, OUTLET)), published].into_iter().flatten().collect();
        let about = match (title, of.is_empty()) {
            (Some(title), _) => {
                let of = of.into_iter().map(|part| Inline::ours(format!(", {part}")));
                let head = [Inline::ours(format!("{}: ", strings.article)), Inline::Words(title)];
                Some(head.into_iter().chain(of).collect())
            }
            (None, false) => Some(vec![Inline::ours(format!("{}: {}", strings.article, of.join(", ")))]),
            (None, true) => None,
        };
        let as_of = as_of.map(|date| format!("{} {}", strings.as_of, self.context.date(date)));
        let ours = self.dossier.has_claims().then(|| strings.slide_ours.to_owned());
        let standing: Vec<String> = as_of.into_iter().chain(ours).collect();
        let standing = (!standing.is_empty()).then(|| self.context.joined(&standing));
        let ours = [self.translated_title(), standing].into_iter().flatten();
        about.into_iter().chain(ours.map(|line| vec![Inline::ours(clipped(&line, STANDING))])).collect()
    }

    /// What the article's title says, for those who do not read its language.
    fn translated_title(&self) -> Option<String> {
        let title = self.dossier.article.title_block()?;
        translated(&self.context, &title.range)
    }

    /// How the claims hold, in a sentence: of one alone the score says it as well.
    fn answer(&self, facts: &Score) -> Option<String> {
        let (language, own, totals) = (self.language(), self.own(), &facts.totals);
        if facts.tiles.len() < 2 {
            return None;
        }
        if let Some(untested) = score::untested(&self.context, facts) {
            return Some(untested.to_owned());
        }
        let clause = |count: usize, forms: &Plural| match count {
            // None is said like one: `none is open`.
            0 => forms.one.replace("{}", own.brief_none),
            _ => language.plural(count, forms).replace("{}", &language.count(count)),
        };
        let mut clauses = vec![
            clause(totals.borne_out, &own.brief_borne_out),
            clause(totals.qualified, &own.brief_partly),
            clause(totals.open, &own.brief_undecided),
            clause(totals.contradicted, &own.brief_contradicted),
        ];
        clauses.extend((totals.broken > 0).then(|| clause(totals.broken, &own.brief_broken)));
        let claims = names::counted(language, facts.tiles.len(), &self.strings().claim);
        Some(filled(own.brief_answer, &[claims, clauses.join(", ")]))
    }

    /// What is open: what the last stop says where it is the score, and the claims that are open.
    pub(super) fn open(&self, budget: &Budget) -> Option<Block<Item>> {
        let last = self.dossier.stops.last().filter(|stop| stop.picture == Picture::Score);
        let points = last.into_iter().flat_map(|stop| &stop.points).map(|point| Item {
            lead: None,
            text: Self::clipped_words(self.words(point), ITEM),
            to: None,
            cites: Vec::new(),
        });
        let mut items: Vec<Item> = points.collect();
        let order = crate::dossier::in_article_order(self.dossier);
        let claims = order.iter().filter(|item| item.kind == Kind::Claim);
        let open: Vec<&Claim> = claims
            .filter_map(|item| self.dossier.claim(&item.id))
            .filter(|claim| claim.assessment == Some(Assessment::Open))
            .collect();
        items.extend(open.iter().map(|claim| Item {
            lead: Some(self.mark_of(&claim.to_ref()).glyph().to_owned()),
            text: Self::clipped_words(self.claim_words(claim), ITEM),
            to: Some(ids::of(self.dossier, &claim.to_ref())),
            cites: Vec::new(),
        }));
        let count = names::counted(self.language(), open.len(), &self.strings().claim);
        let heading = match open.len() {
            0 => self.own().brief_open.to_owned(),
            _ => format!("{}: {count}", self.own().brief_open),
        };
        let all = items.len();
        // What the last stop says comes first: where all of it is there, only claims are left out.
        let are_claims = budget.open >= all - open.len();
        let noun = if are_claims { &self.strings().claim } else { &self.own().brief_point };
        items.truncate(budget.open);
        Self::block(&heading, None, items, (all, noun))
    }

    /// How far to trust it: what the claims rest on, what was not read, and what most sources go back to.
    fn trust(&self, facts: &Score) -> Vec<String> {
        let fits = |forms: Vec<String>| {
            let fits = |form: &&String| clipped(form, SENTENCE).len() == form.len();
            forms.iter().find(fits).or(forms.last()).map(|form| format!("{}.", clipped(form, SENTENCE)))
        };
        let untested = score::untested(&self.context, facts).map(str::to_owned);
        let support = score::support(&self.context, &facts.support);
        let head = self.strings().support_head;
        let support = fits(support.into_iter().map(|form| format!("{head}: {form}")).collect());
        let carried = fits(score::carried(&self.context, facts));
        untested
            .into_iter()
            .chain(support)
            .chain(carried)
            .chain(self.carrying(facts))
            .chain(self.reading())
            .collect()
    }

    /// How many of the claims that rest on a single source the tour counts where it shows the score: those of a few sources
    /// that carry several.
    fn carrying(&self, facts: &Score) -> Option<String> {
        let score = Stop::new(&LocalText::default(), Picture::Score, StopPanel::Claims);
        let shown = StopFacts::of(self.dossier, self.context.faults(), &score).verdict;
        let StopVerdict::Score { sources, claims } = shown else { return None };
        let form = self.language().plural(sources, &self.own().brief_carry);
        let counts = [sources, claims].map(|count| self.language().count(count));
        (sources > 0 && claims < facts.support.one).then(|| filled(form, &counts))
    }

    /// How many sources we read; of the others, which we know because a source that we read repeats them.
    fn reading(&self) -> Option<String> {
        let (language, own, sources) = (self.language(), self.own(), &self.dossier.sources);
        let (read, unread): (Vec<&Source>, Vec<&Source>) =
            sources.iter().partition(|source| source.accessed.is_some());
        let repeated: HashSet<&Id> = read.iter().flat_map(|source| &source.repeats).collect();
        let known = unread.iter().filter(|source| repeated.contains(&source.id)).count();
        let counts = [unread.len(), sources.len()].map(|count| language.count(count));
        let said = match (read.len(), unread.len()) {
            (0, 0) => return None,
            (_, 0) => language.plural(sources.len(), &own.brief_all_read).replace("{}", &counts[1]),
            (0, _) => language.plural(sources.len(), &own.brief_none_read).replace("{}", &counts[1]),
            _ => filled(language.plural(unread.len(), &own.brief_unread), &counts),
        };
        let known = match known {
            0 => String::new(),
            all if all == unread.len() => language.plural(all, &own.brief_known_all).to_owned(),
            some => language.plural(some, &own.brief_known).replace("{}", &language.count(some)),
        };
        Some(format!("{said}{known}."))
    }

    /// The sources that are cited, each once.
    fn publications<'c>(&self, cites: impl Iterator<Item = &'c String>, budget: &Budget) -> Vec<Publication> {
        let mut cites: Vec<&String> = cites.collect();
        let mut seen = HashSet::new();
        cites.retain(|cite| seen.insert(*cite));
        let source = |anchor: &str| {
            let of = |source: &&Source| ids::of(self.dossier, &source.to_ref()) == anchor;
            self.dossier.sources.iter().find(of)
        };
        let publication = |source: &Source| Publication {
            anchor: ids::of(self.dossier, &source.to_ref()),
            outlet: clipped(&source.outlet, OUTLET),
            title: source
                .title
                .as_ref()
                .filter(|_| budget.has_titles)
                .map(|title| clipped(title, PUBLICATION)),
            date: source.issued.as_ref().map(|date| clipped(&self.context.date(date), OUTLET)),
            address: address(source),
            is_read: source.accessed.is_some(),
        };
        cites.into_iter().filter_map(|cite| source(cite)).map(publication).collect()
    }

    /// What some sources are found by, the first of each outlet.
    fn cites<'s>(&self, sources: impl IntoIterator<Item = &'s Source>, most: usize) -> Vec<String> {
        let mut outlets: Vec<&str> = Vec::new();
        let mut cites = Vec::new();
        for source in sources {
            if cites.len() == most {
                break;
            }
            if !outlets.contains(&&*source.outlet) {
                outlets.push(&source.outlet);
                cites.push(ids::of(self.dossier, &source.to_ref()));
            }
        }
        cites
    }

    /// The same, and where we read none of these, one that we read if there is one: it is what we know the others from.
    fn cites_with_read(&self, sources: &[&Source], most: usize) -> Vec<String> {
        let mut cites = self.cites(sources.iter().copied(), most);
        let mut read = sources.iter().filter(|source| source.accessed.is_some());
        let anchor = |source: &&Source| ids::of(self.dossier, &source.to_ref());
        if !cites.is_empty() && !read.clone().any(|source| cites.contains(&anchor(source))) {
            cites.extend(read.next().map(anchor));
        }
        cites
    }

    /// A source of a thing: one that is cited already, so that the list of sources is short, rather one that we read; else
    /// the first.
    fn cite_of(&self, item: &Ref, cited: &mut HashSet<String>) -> Option<String> {
        let anchor = |source: &Source| ids::of(self.dossier, &source.to_ref());
        let order = |source: &&Source| {
            let is_cited = cited.contains(&anchor(source));
            (!is_cited, is_cited && source.accessed.is_none())
        };
        let cite = anchor(self.sources_of(item).min_by_key(order)?);
        cited.insert(cite.clone());
        Some(cite)
    }

    fn has_source(&self, item: &Ref) -> bool {
        self.sources_of(item).next().is_some()
    }

    fn sources_of(&self, item: &Ref) -> impl Iterator<Item = &Source> {
        let ids = self.dossier.evidence(item).map_or(&[][..], |evidence| &evidence.sources);
        ids.iter().filter_map(|id| self.dossier.source(id))
    }

    /// A claim in a few words, if it has such.
    fn claim_words(&self, claim: &Claim) -> Words {
        claim.in_short().map_or_else(|| self.name(&claim.to_ref()), |text| self.words(text))
    }

    fn clipped_words(words: Words, room: usize) -> Words {
        let text = match &words.language {
            Some(language) if words.is_marked => {
                clipped(&words.text, room.saturating_sub(language.len() + 3))
            }
            _ => clipped(&words.text, room),
        };
        Words { text, ..words }
    }

    /// Some of so many items. Where there is no room for any, they are counted all the same; none where there is none.
    fn block<T>(
        heading: &str,
        intro: Option<String>,
        items: Vec<T>,
        (all, noun): (usize, &'static Plural<'static>),
    ) -> Option<Block<T>> {
        let more = More { count: all.saturating_sub(items.len()), noun };
        (all > 0).then(|| Block { heading: heading.to_owned(), intro, items, more })
    }
}

/// A form with its gaps filled in order.
fn filled(form: &str, with: &[String]) -> String {
    with.iter().fold(form.to_owned(), |text, part| text.replacen("{}", part, 1))
}

/// Where a source is found, as far as it can be written.
fn address(source: &Source) -> Address {
    let fits = |written: &str| clipped(written, ADDRESS) == written;
    match facts::readable_at(source) {
        Published::Opens(address) if fits(address.as_str()) => Address::Opens(address),
        Published::Shown(written) if fits(written) => Address::Shown(written.to_owned()),
        Published::Opens(_) | Published::Shown(_) => Address::Elsewhere,
        Published::None => Address::None,
    }
}
