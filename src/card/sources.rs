//! Where things are published: the sources of a statement, whether we read them and whom they repeat, and the card of
//! one of them.

use super::content::{Content, Entry, Target};
use crate::dossier::{Id, Kind, Ref, Source};
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::names;
use crate::text::address::Address;
use crate::widgets::quotation;

impl Content<'_> {
    /// The sources of a statement, and how many of them can have said it on their own.
    pub(super) fn sources(&mut self, ids: &[Id]) {
        if ids.is_empty() {
            return;
        }
        let heading =
            self.context.joined(&[self.context.strings().source.many, &names::origins(self.context, ids)]);
        self.source_links(&heading, ids);
    }

    /// Sources under a heading, each with its title and where it stands.
    pub(super) fn source_links(&mut self, heading: &str, ids: &[Id]) {
        let dossier = &self.context.dossier;
        let sources: Vec<&Source> = ids.iter().filter_map(|id| dossier.source(id)).collect();
        if sources.is_empty() {
            return;
        }
        self.head(Some(signs::BACKGROUND), heading);
        for source in sources {
            let mut parts =
                vec![names::publication(self.context, source), names::reading(self.context, source)];
            parts.extend(names::repeats(self.context, source));
            let title = source.title.as_deref().map(|title| quotation::by_us(self.context.language, title));
            let host = source.url.as_deref().and_then(host).map(str::to_owned);
            let under: Vec<String> = [title, host].into_iter().flatten().collect();
            self.entries.push(Entry {
                under: (!under.is_empty()).then(|| self.context.joined(&under)),
                target: Some(Target::Thing(source.to_ref())),
                ..Entry::new(self.context.joined(&parts), Role::Text)
            });
        }
    }

    pub(super) fn source(&mut self, of: &Ref) {
        let (dossier, language, strings) =
            (&self.context.dossier, self.context.language, self.context.strings());
        let Some(source) = dossier.source(&of.id) else { return };
        self.name(of);
        let title =
            source.title.as_deref().map(|title| quotation::by_us(language, title)).unwrap_or_default();
        self.say(title);
        if let Some(quote) = &source.quote {
            let quote = quotation::by_us(language, quote);
            self.push(Some(signs::BACKGROUND), quote, Role::Text, None);
        }
        let kind = names::source_kind(language, &source.kind);
        self.quietly(self.context.joined(&[names::capitalized(kind), names::reading(self.context, source)]));
        match source.url.as_deref() {
            Some(address) if Address::new(address).is_err() => {
                self.push(Some(signs::BROKEN), address, Role::Text, None);
            }
            address => self.quietly(address.unwrap_or(strings.no_address)),
        }
        self.source_links(strings.repeats, &source.repeats);
        let ends: Vec<Id> = dossier.origins([&source.id]).into_iter().collect();
        if ends.iter().any(|end| *end != source.id && !source.repeats.contains(end)) {
            self.source_links(strings.goes_back_to, &ends);
        }
        let repeated_by = dossier.linked_of(of, Kind::Source).map(|other| other.id.clone());
        let repeated_by: Vec<Id> = repeated_by.filter(|other| !source.repeats.contains(other)).collect();
        self.source_links(strings.repeated_by, &repeated_by);
        self.claims_and_gaps(of);
        self.events(of);
        self.linked(of, Kind::Relation, strings.relation.many);
        self.roles(of);
        self.figures(dossier.linked_of(of, Kind::Observation), true);
    }

    /// The actors whose role it bears, with that role.
    fn roles(&mut self, of: &Ref) {
        let dossier = &self.context.dossier;
        let from = self.entries.len();
        self.linked(of, Kind::Actor, self.context.strings().roles);
        let mut roles = Vec::new();
        for entry in &self.entries[from..] {
            let Some(Target::Thing(actor)) = &entry.target else { continue };
            let role = dossier.actor(&actor.id).and_then(|actor| actor.role.as_ref());
            roles.extend(role.map(|role| self.context.text(&role.text)));
        }
        let links = self.entries[from..].iter_mut().filter(|entry| entry.target.is_some());
        for (entry, role) in links.zip(roles) {
            entry.under = Some(role);
        }
    }
}

/// The host of an address, as it is shown where there is no room for the whole. What may not be opened is shown whole:
/// its host is not certain.
fn host(url: &str) -> Option<&str> {
    if Address::new(url).is_err() {
        return Some(url);
    }
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_short_address_is_its_host() {
        assert_eq!(host("https://www.sec.gov/Archives/a.htm"), Some("sec.gov"));
        assert_eq!(host("https://bis.gov?x=1"), Some("bis.gov"));
        assert_eq!(host("https://"), Some("https://"));
        assert_eq!(host("https://bank.example@evil.example/"), Some("https://bank.example@evil.example/"));
    }
}
