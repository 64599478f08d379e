//! Lists in what is copied: things that something is linked to, its sources with who repeats whom, its figures. An item a line.

use super::{Citation, escaped, written};
use crate::dossier::{Kind, LocalText, Observation, Ref, Source};
use crate::facts::{self, Address, Branch, Facts, Label, Mark, Sources};
use crate::protocol::quoted::by_us;
use crate::protocol::{names, score, words};

/// The most things of a kind; the dossier itself has the rest.
const MOST_LINKS: usize = 24;
/// The most figures of a series or a place.
const MOST_FIGURES: usize = 40;

impl Citation<'_> {
    /// What else it is linked to: names in a line, all else an item a line.
    pub(super) fn links(&mut self, facts: &Facts, label: Label, links: &[Ref]) {
        let context = self.context;
        let heading = self.label(label);
        let are_names = links.iter().all(|to| matches!(to.kind, Kind::Actor | Kind::Place));
        if are_names && label != Label::Roles {
            let mut names: Vec<String> =
                links.iter().take(MOST_LINKS).map(|to| self.flagged(to, &names::name(context, to))).collect();
            if links.len() > MOST_LINKS {
                names.push(format!("… {}", words::more(context.language, links.len() - MOST_LINKS)));
            }
            self.labelled(&heading, names.join(", "));
            return;
        }
        if let ([only], Label::Of(_)) = (links, label) {
            self.labelled(&heading, self.flagged(only, &names::name(context, only)));
            return;
        }
        let ordered = self.in_order_of_the_card(facts, label, links);
        let lines = ordered.iter().map(|to| self.flagged(to, &self.line(label, to))).collect();
        self.list(&heading, lines, MOST_LINKS);
    }

    /// What an actor does comes before what is done to it, as on its card.
    fn in_order_of_the_card(&self, facts: &Facts, label: Label, links: &[Ref]) -> Vec<Ref> {
        if facts.item.kind != Kind::Actor || label != Label::Linked(Kind::Relation) {
            return links.to_vec();
        }
        let groups = facts::relation_groups(&self.context.dossier, &facts.item, links);
        groups.into_iter().flat_map(|group| group.relations).map(|(relation, _)| relation).collect()
    }

    /// A heading and items, each a line; of very many the first, and how many more there are.
    fn list(&mut self, heading: &str, mut lines: Vec<String>, most: usize) {
        if lines.is_empty() {
            return;
        }
        let more = lines.len().saturating_sub(most);
        lines.truncate(most);
        let mut lines: Vec<String> = lines.into_iter().map(|line| format!("- {line}")).collect();
        if more > 0 {
            lines.push(format!("- … {}", escaped(&words::more(self.context.language, more))));
        }
        self.headed(heading);
        self.paragraph(lines.join("\n"));
    }

    /// A line about a thing, with the sign of a fault if it has one.
    fn flagged(&self, to: &Ref, line: &str) -> String {
        let is_at_fault = self.context.broken.contains(to) || self.context.faulty.contains(to);
        if is_at_fault { format!("**!** {}", escaped(line)) } else { escaped(line) }
    }

    /// A thing in a line: its number, what it says in short, how it is assessed or when it was.
    fn line(&self, label: Label, to: &Ref) -> String {
        let (context, dossier) = (self.context, &self.context.dossier);
        let name = names::name(context, to);
        let shorter = |short: Option<&LocalText>| {
            // What is at the same words is part of the evidence, and said in full.
            let is_here = matches!(label, Label::GapsHere | Label::ClaimsHere);
            let short = short.filter(|_| !is_here).map(|short| context.text(short));
            let short = short.filter(|short| !short.is_empty());
            format!("{}: {}", words::numbered(context, to), short.unwrap_or_else(|| name.clone()))
        };
        match to.kind {
            Kind::Claim => {
                let text = shorter(dossier.claim(&to.id).and_then(|claim| claim.short.as_ref()));
                match facts::mark(dossier, context.faults(), to) {
                    Mark::Assessed(assessment) => {
                        format!("{text} ({})", names::assessment(context.language, assessment))
                    }
                    _ => text,
                }
            }
            Kind::Gap => shorter(dossier.gap(&to.id).and_then(|gap| gap.short.as_ref())),
            Kind::Event => match dossier.event(&to.id) {
                Some(event) => format!("{}: {name}", context.date(&event.date)),
                None => name,
            },
            Kind::Series | Kind::Place if !matches!(label, Label::NoFigureIn | Label::NoValueFor) => {
                let figures = dossier.linked_of(to, Kind::Observation).count();
                let figures = names::counted(context.language, figures, &context.strings().observation);
                context.joined(&[name, figures])
            }
            Kind::Actor => {
                let role = dossier.actor(&to.id).and_then(|actor| actor.role.as_ref());
                let role = role.map(|role| context.text(&role.text)).filter(|role| !role.is_empty());
                role.map_or(name.clone(), |role| format!("{name}: {role}"))
            }
            Kind::Link => {
                let address = dossier.article.link(&to.id).map(|link| link.address.to_string());
                let address = address.filter(|address| *address != name);
                std::iter::once(name).chain(address).collect::<Vec<_>>().join(" ")
            }
            _ => name,
        }
    }

    /// The sources of a statement, those that repeat another below it; how many can have said it on their own.
    pub(super) fn sources(&mut self, label: &str, list: &Sources) {
        let context = self.context;
        let origins = list.origins.map(|count| words::origins(context.language, count));
        let origins = origins.map_or_else(String::new, |origins| format!(" ({})", escaped(&origins)));
        self.paragraph(format!("**{label}**{origins}:"));
        let mut lines: Vec<String> = if list.tree.has_repeats() {
            list.tree.branches.iter().map(|branch| self.branch(branch)).collect()
        } else {
            list.sources.iter().map(|source| format!("- {}", self.with_quote(source))).collect()
        };
        if list.more > 0 {
            lines.push(format!("- … {}", escaped(&words::more(context.language, list.more))));
        }
        self.paragraph(lines.join("\n"));
    }

    /// A source below the one it repeats; of one that is there only as an origin, its name and that.
    fn branch(&self, branch: &Branch) -> String {
        let indent = "  ".repeat(branch.goes_on.len());
        if branch.is_cited {
            return format!("{indent}- {}", self.with_quote(branch.source));
        }
        let parts: Vec<String> = std::iter::once(names::publication(self.context, branch.source))
            .chain(score::remarks(self.context, branch))
            .collect();
        format!("{indent}- {}", escaped(&self.context.joined(&parts)))
    }

    /// Publications that a source repeats or is repeated by: their names.
    pub(super) fn publications(&mut self, label: &str, list: &Sources) {
        let lines: Vec<String> = list
            .sources
            .iter()
            .map(|source| self.flagged(&source.to_ref(), &names::publication(self.context, source)))
            .collect();
        let more = lines.len().saturating_sub(MOST_LINKS) + list.more;
        let mut lines: Vec<String> = lines.into_iter().take(MOST_LINKS).collect();
        if more > 0 {
            lines.push(format!("… {}", escaped(&words::more(self.context.language, more))));
        }
        if !lines.is_empty() {
            self.labelled(label, lines.join("; "));
        }
    }

    /// A source and what it says in its own words.
    fn with_quote(&self, source: &Source) -> String {
        let quote = source.quote.as_deref().map(|quote| by_us(self.context.language, quote));
        let quote = quote.map_or_else(String::new, |quote| format!(" · {}", escaped(&quote)));
        format!("{}{quote}", self.source(source))
    }

    /// A source: who, when, what, whether we read it, whom it repeats, where.
    pub(super) fn source(&self, source: &Source) -> String {
        let context = self.context;
        let mut parts = vec![names::publication(context, source)];
        parts.extend(source.title.as_deref().map(|title| by_us(context.language, title)));
        parts.push(words::reading(context, source));
        parts.extend(words::repeats(context, source));
        let mut parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        let copy = written(&facts::archived(source));
        let copy = copy.map(|copy| format!("{}: {copy}", self.label(Label::Archived)));
        let address = facts::address(source);
        if address != Address::None || copy.is_none() {
            parts.push(self.address(&address));
        }
        parts.extend(copy);
        context.joined(&parts)
    }

    /// The figures of something, each with its series unless they are of one, and who published it.
    pub(super) fn figures(&mut self, label: &str, facts: &Facts, figures: &[&Observation]) {
        let context = self.context;
        let line = |figure: &&Observation| {
            let mut parts = vec![names::figure(context, figure)];
            if facts.item.kind != Kind::Series {
                parts.push(names::name(context, &Ref::new(Kind::Series, &figure.series)));
            }
            if facts.item.kind != Kind::Source {
                let given_by = names::given_by(context, figure);
                parts.extend(Some(given_by).filter(|given_by| !given_by.is_empty()));
                parts.extend(names::words_of_figure(context, figure));
            }
            self.flagged(&figure.to_ref(), &context.joined(&parts))
        };
        let lines = figures.iter().map(line).collect();
        // Then the article has to be named below.
        let is_of_article = |figure: &&Observation| facts::given_by(&context.dossier, figure).words.is_some();
        self.has_places |= figures.iter().any(is_of_article);
        self.list(label, lines, MOST_FIGURES);
    }
}
