//! The article as a publication, and the links in it.

use super::{Attribution, Builder, Label, Mark, Value};
use crate::dossier::{Dossier, Source, When};
use crate::facts::quotations::{Quotation, Quotations, State};
use crate::text;

/// Where something is published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Address<'a> {
    /// At an address that can be opened.
    Opens(text::address::Address),
    /// At an address that is only shown: opening it would not be safe.
    Shown(&'a str),
    /// None is recorded.
    None,
}

impl<'a> Address<'a> {
    /// Of an address as written.
    pub fn of(written: Option<&'a str>) -> Self {
        match written.map(|written| (written, text::address::Address::new(written))) {
            Some((_, Ok(address))) => Self::Opens(address),
            Some((written, Err(_))) => Self::Shown(written),
            None => Self::None,
        }
    }
}

/// Where a source is published.
pub fn address(source: &Source) -> Address<'_> {
    Address::of(source.url.as_deref())
}

/// Where a copy of a source is kept.
pub fn archived(source: &Source) -> Address<'_> {
    Address::of(source.archived.as_deref())
}

/// Where a source can be read: where it is published, if that can be opened, else its copy, if that can be; else its address as
/// recorded.
pub fn readable_at(source: &Source) -> Address<'_> {
    let addresses = [address(source), archived(source)];
    let opens = |address: &&Address| matches!(address, Address::Opens(_));
    let recorded = |address: &&Address| **address != Address::None;
    let best = addresses.iter().find(opens).or_else(|| addresses.iter().find(recorded));
    best.cloned().unwrap_or(Address::None)
}

/// The article as a publication.
#[derive(Clone, PartialEq, Debug)]
pub struct Article<'a> {
    /// Its title, in its own words.
    pub title: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// When.
    pub published: Option<&'a When>,
    /// Where.
    pub address: Address<'a>,
    /// Up to when the dossier's facts run.
    pub as_of: Option<&'a When>,
}

/// What is known of the article.
pub fn article(dossier: &Dossier) -> Article<'_> {
    let article = &dossier.article;
    Article {
        title: article.title(),
        outlet: article.outlet.as_deref(),
        published: article.published.as_ref(),
        address: Address::of(article.url.as_deref()),
        as_of: dossier.as_of.as_ref(),
    }
}

impl Builder<'_, '_> {
    pub(super) fn link(&mut self) -> Option<()> {
        let article = &self.dossier.article;
        let link = article.link(&self.item.id)?;
        self.add(
            Label::Address,
            Attribution::Article,
            Some(Mark::Article),
            Value::Address(Address::of(Some(&link.address))),
        );
        let words = &article.text[link.range.clone()];
        let passage = Some(link.range.clone());
        let quotations = vec![Quotation { state: State::Exact, words, passage, may_repeat: true }];
        self.quotation_list(Label::Words, Quotations { quotations, ..Quotations::default() });
        if article.links.len() > 1 {
            self.links(
                Label::OtherLinks,
                article.links.iter().map(crate::dossier::ArticleLink::to_ref).collect(),
            );
        }
        Some(())
    }
}
