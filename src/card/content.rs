//! What a card says of a thing: all that is known of it, each line a way to where that comes from.

use std::ops::Range;

use crate::dossier::{Anchor, Kind, LocalText, Ref};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::widgets::quotation;

/// Where a line leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// To another thing's card.
    Thing(Ref),
    /// To words of the article.
    Words(Range<usize>),
    /// To words that stand in the place of others: located, not proven.
    Located(Range<usize>),
}

/// A line of a card before it is wrapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// What stands before it.
    pub sign: Option<Sign>,
    /// What it says.
    pub text: String,
    /// What is told of it below, quietly; part of the same line for the cursor.
    pub under: Option<String>,
    /// Cells it is set in: it belongs to the line above.
    pub indent: u16,
    /// Bytes of the text that are set off, in order, and how.
    pub emphasis: Vec<(Range<usize>, Role)>,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub target: Option<Target>,
    /// Whether it heads a section.
    pub heading: bool,
}

impl Entry {
    /// A line of text that leads nowhere.
    pub(super) fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            sign: None,
            text: text.into(),
            under: None,
            indent: 0,
            emphasis: Vec::new(),
            role,
            target: None,
            heading: false,
        }
    }
}

/// Words on either side of a mention, in characters.
const AROUND: usize = 24;
/// The most passages a card lists; the article itself shows the rest.
const PASSAGES: usize = 40;
/// Cells that a line is set in which belongs to the one above.
pub(super) const SET_IN: u16 = 2;

/// A card being written.
pub(super) struct Content<'a> {
    pub(super) context: &'a Context,
    pub(super) entries: Vec<Entry>,
}

/// All that is known of a thing.
pub(super) fn entries(context: &Context, of: &Ref) -> Vec<Entry> {
    let mut content = Content { context, entries: Vec::new() };
    match of.kind {
        Kind::Actor => content.actor(of),
        Kind::Relation => content.relation(of),
        Kind::Claim => content.claim(of),
        Kind::Gap => content.gap(of),
        Kind::Event => content.event(of),
        Kind::Series => content.series(of),
        Kind::Observation => content.observation(of),
        Kind::Place => content.place(of),
        Kind::Source => content.source(of),
        Kind::Link => content.article_link(of),
    }
    content.entries
}

/// What the frame of a card calls it: the kind of thing.
pub fn title(context: &Context, of: &Ref) -> String {
    names::capitalized(names::kind(context.language, of.kind).one)
}

impl Content<'_> {
    pub(super) fn push(
        &mut self,
        sign: Option<Sign>,
        text: impl Into<String>,
        role: Role,
        target: Option<Target>,
    ) {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push(Entry { sign, target, ..Entry::new(text, role) });
        }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.push(None, text, Role::Text, None);
    }

    pub(super) fn quietly(&mut self, text: impl Into<String>) {
        self.push(None, text, Role::Quiet, None);
    }

    pub(super) fn head(&mut self, sign: Option<Sign>, text: &str) {
        let text = names::capitalized(text);
        self.entries.push(Entry { sign, heading: true, ..Entry::new(text, Role::Heading) });
    }

    pub(super) fn name(&mut self, of: &Ref) {
        self.push(None, names::name(self.context, of), Role::Heading, None);
        if self.context.broken.contains(of) {
            self.push(
                Some(signs::BROKEN),
                self.context.with_keys(self.context.strings().broken, &[Action::Problems]),
                Role::Heading,
                None,
            );
        }
        if self.context.faulty.contains(of) {
            self.push(
                Some(signs::BROKEN),
                self.context.with_keys(self.context.strings().faulty, &[Action::Problems]),
                Role::Heading,
                None,
            );
        }
    }

    pub(super) fn text(&self, text: Option<&LocalText>) -> String {
        text.map_or_else(String::new, |text| self.context.text(text))
    }

    fn actor(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(actor) = dossier.actor(&of.id) else { return };
        self.name(of);
        let kind = names::actor_kind(language, &actor.kind);
        let mut parts: Vec<String> =
            [Some(kind), actor.country.as_deref()].into_iter().flatten().map(str::to_owned).collect();
        let name = self.context.text(&actor.name);
        let others: Vec<&str> =
            actor.aliases.iter().map(|alias| &**alias).filter(|alias| *alias != name).collect();
        if !others.is_empty() {
            parts.push(format!("{} {}", strings.also_called, others.join(", ")));
        }
        self.quietly(self.context.joined(&parts));
        if let Some(role) = &actor.role {
            let text = self.text(Some(&role.text));
            let broken = self.context.broken.contains(of);
            let sign = if broken { signs::BROKEN } else { signs::of_evidence(&role.evidence) };
            self.push(Some(sign), text, Role::Text, None);
            let from = self.entries.len();
            self.quotations(&role.evidence.anchors);
            for quotation in &mut self.entries[from..] {
                quotation.indent = SET_IN;
            }
        }
        let mentions = dossier.mentions_of(&of.id).count();
        if mentions == 0 {
            // It may name the actor where a mention that is at fault should have stood.
            if !self.context.broken.contains(of) {
                self.quietly(strings.not_named);
            }
        } else {
            self.head(None, &names::counted(language, mentions, &strings.mention));
        }
        self.broken_quotations(&actor.named_mentions);
        for mention in dossier.mentions_of(&of.id).take(PASSAGES) {
            let sign = if mention.inferred { signs::INFERRED } else { signs::ARTICLE };
            self.words(sign, &mention.passage, AROUND);
        }
        if mentions > PASSAGES {
            let more = self.context.glyph(glyphs::ELLIPSIS);
            let rest = language.count(mentions - PASSAGES);
            self.quietly(format!("{more} {}", strings.and_more.replace("{}", &rest)));
        }
        self.linked(of, Kind::Relation, strings.relation.many);
        self.claims_and_gaps(of);
        self.events(of);
        self.linked(of, Kind::Series, strings.series.many);
        self.linked(of, Kind::Place, strings.measured_place.many);
        if let Some(role) = &actor.role {
            self.sources(&role.evidence.sources);
        }
    }

    fn relation(&mut self, of: &Ref) {
        let Some(relation) = self.context.dossier.relation(&of.id) else { return };
        self.name(of);
        self.evidence_words(of, &relation.evidence);
        self.linked(of, Kind::Actor, self.context.strings().actor.many);
        self.sources(&relation.evidence.sources);
    }

    fn claim(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(claim) = dossier.claim(&of.id) else { return };
        self.name(of);
        // That its evidence is broken stands below its name.
        if let Some(judged) = claim.assessment {
            let verdict = names::assessment(language, judged).to_uppercase();
            self.push(Some(signs::of_assessment(judged)), verdict, Role::Heading, None);
        }
        let mut heading = strings.the_article.to_owned();
        if let Some(hedge) = claim.confirmed_hedge() {
            heading = format!("{heading}: {}", quotation::of_article(dossier, hedge));
        }
        let attributed: Vec<String> = claim
            .attributed_to
            .iter()
            .map(|id| names::name(self.context, &Ref::new(Kind::Actor, id)))
            .collect();
        if !attributed.is_empty() {
            let attributed = format!("{}: {}", strings.attributed_to, attributed.join(", "));
            heading = self.context.joined(&[heading, attributed]);
        }
        self.head(Some(signs::ARTICLE), &heading);
        self.quotations(&claim.evidence.anchors);
        if let Some(hedge) = claim.unconfirmed_hedge() {
            let hedge = names::unconfirmed_hedge(self.context, hedge);
            self.push(Some(signs::BROKEN), hedge, Role::Text, None);
        }
        let note = self.text(claim.note.as_ref());
        if !note.is_empty() {
            let is_ours = claim.evidence.sources.is_empty();
            let sign = if is_ours { signs::INFERRED } else { signs::BACKGROUND };
            self.head(Some(sign), names::note(language, &claim.evidence.sources));
            self.say(note);
        }
        let gaps: Vec<Ref> = dossier.gaps_at(&claim.evidence.anchors);
        if !gaps.is_empty() {
            self.head(Some(signs::GAP), strings.left_out_here);
            for gap in gaps {
                let text = names::name(self.context, &gap);
                self.push(None, text, Role::Text, Some(Target::Thing(gap)));
            }
        }
        self.sources(&claim.evidence.sources);
        self.events(of);
        let attributed = claim.attributed_to.iter().map(|id| Ref::new(Kind::Actor, id)).collect();
        self.links(strings.attributed_to, attributed);
        let named = claim.actors.iter().map(|id| Ref::new(Kind::Actor, id)).collect();
        self.links(strings.actor.many, named);
    }

    fn gap(&mut self, of: &Ref) {
        let strings = self.context.strings();
        let Some(gap) = self.context.dossier.gap(&of.id) else { return };
        self.name(of);
        self.head(Some(signs::GAP), strings.left_out);
        if let Some(near) = &gap.near {
            self.quotations(std::slice::from_ref(near));
        }
        let claims: Vec<Ref> =
            gap.near.iter().flat_map(|near| self.context.dossier.claims_at(near)).collect();
        self.links(strings.claim_here, claims);
        self.sources(&gap.evidence.sources);
        self.linked(of, Kind::Actor, strings.actor.many);
    }

    fn event(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(event) = dossier.event(&of.id) else { return };
        self.name(of);
        let lane =
            dossier.lanes.iter().find(|lane| lane.id == event.lane).map(|lane| self.context.text(&lane.name));
        let kind = names::event_kind(language, &event.kind).to_owned();
        let later = names::after_article(self.context, &event.date).map(str::to_owned);
        let parts = [Some(self.context.date(&event.date)), lane, Some(kind), later];
        self.quietly(self.context.joined(&parts.into_iter().flatten().collect::<Vec<_>>()));
        let summary = self.text(Some(&event.summary));
        // Only the article's own words are the article's; a summary says what its sources say.
        let said_by_sources = !event.evidence.sources.is_empty();
        let sign = if said_by_sources { signs::BACKGROUND } else { self.context.standing_sign(of) };
        self.push(Some(sign), summary, Role::Text, None);
        let status = self.text(event.status.as_ref());
        if !status.is_empty() {
            self.quietly(format!("{}: {status}", strings.status));
        }
        self.evidence_words(of, &event.evidence);
        if event.candidate_for.iter().any(|anchor| anchor.passage().is_some()) {
            self.head(Some(signs::INFERRED), strings.perhaps_meant_here);
            for passage in event.candidate_for.iter().filter_map(Anchor::passage) {
                self.words(signs::INFERRED, &passage, 0);
            }
        }
        self.broken_quotations(&event.candidate_for);
        let followed_by: Vec<Ref> = dossier
            .events
            .iter()
            .filter(|other| other.follows.contains(&of.id))
            .map(crate::dossier::Event::to_ref)
            .collect();
        let follows: Vec<Ref> = event.follows.iter().map(|id| Ref::new(Kind::Event, id)).collect();
        for (heading, events) in [(strings.follows, follows), (strings.followed_by, followed_by)] {
            if !events.is_empty() {
                self.head(None, heading);
                for event in events {
                    self.event_link(event);
                }
            }
        }
        self.claims_and_gaps(of);
        self.sources(&event.evidence.sources);
        self.linked(of, Kind::Actor, strings.actor.many);
    }

    fn article_link(&mut self, of: &Ref) {
        let (article, strings) = (&self.context.dossier.article, self.context.strings());
        let Some(link) = article.link(&of.id) else { return };
        self.name(of);
        self.head(None, strings.address);
        self.say(&*link.address);
        self.head(Some(signs::ARTICLE), strings.the_article);
        self.words(signs::ARTICLE, &link.range, AROUND);
        let count = article.links.len();
        if count < 2 {
            return;
        }
        let links = names::counted(self.context.language, count, &strings.link);
        let heading = self.context.joined(&[strings.in_the_article, &links]);
        self.head(None, &heading);
        // Those around it where there are very many.
        let own = article.links.partition_point(|other| other.range.start < link.range.start);
        let from = own.saturating_sub(PASSAGES / 2).min(count.saturating_sub(PASSAGES));
        for other in article.links[from..].iter().take(PASSAGES) {
            let to = other.to_ref();
            let words = names::name(self.context, &to);
            let text = if words == *other.address { words } else { format!("{words}  {}", other.address) };
            self.push(None, text, Role::Text, Some(Target::Thing(to)));
        }
        if count > PASSAGES {
            let more = self.context.language.count(count - PASSAGES);
            self.quietly(strings.and_more.replace("{}", &more));
        }
    }
}
