//! What the author of a change has seen of the values that it replaces: if somebody else has changed one meanwhile, it is not
//! overwritten without a word.

use crate::dossier::{Dossier, Hedge, Id, Kind, LanguageTag, LocalText, Ref, When};
use crate::load::{ASSESSMENTS, Loaded};

use super::change::{Change, Expectation};
use super::refused::Refused;

/// What a key of a thing's table says, as far as a change can replace it; of a list all its elements, with blanks between them.
pub fn present(dossier: &Dossier, of: &Ref, key: &str) -> Option<String> {
    let (name, language) = match key.split_once('.') {
        Some((name, language)) => (name, Some(language)),
        None => (key, None),
    };
    let plain = |text: Option<&str>| text.map(str::to_owned);
    let local = |text: Option<&LocalText>| in_language(text?, language);
    let date = |date: Option<&When>| plain(date.map(When::text));
    let words = |words: Option<&Hedge>| plain(words.map(|words| &*words.words));
    match of.kind {
        Kind::Actor => {
            let actor = dossier.actor(&of.id)?;
            match name {
                "name" => local(Some(&actor.name)),
                "kind" => plain(Some(&actor.kind)),
                "country" => plain(actor.country.as_deref()),
                "role" => local(actor.role.as_ref().map(|role| &role.text)),
                _ => None,
            }
        }
        Kind::Claim => {
            let claim = dossier.claim(&of.id)?;
            match name {
                "text" => local(claim.text.as_ref()),
                "hedge" => words(claim.hedge.as_ref()),
                "attributed_to" => {
                    let ids: Vec<&str> = claim.attributed_to.iter().map(Id::as_str).collect();
                    Some(ids.join(" ")).filter(|ids| !ids.is_empty())
                }
                "attribution" => words(claim.attribution.as_ref()),
                "assessment" => {
                    let is_it = |other: &crate::dossier::Assessment| Some(*other) == claim.assessment;
                    plain(ASSESSMENTS.iter().find(|(_, other)| is_it(other)).map(|(word, _)| *word))
                }
                "note" => local(claim.note.as_ref()),
                _ => None,
            }
        }
        Kind::Event => {
            let event = dossier.event(&of.id)?;
            match name {
                "date" => date(Some(&event.date)),
                "title" => local(Some(&event.title)),
                "kind" => plain(Some(&event.kind)),
                "status" => local(event.status.as_ref()),
                "summary" => local(event.summary.as_ref()),
                _ => None,
            }
        }
        Kind::Gap if name == "text" => local(Some(&dossier.gap(&of.id)?.text)),
        Kind::Source => {
            let source = dossier.source(&of.id)?;
            match name {
                "type" => plain(Some(&source.kind)),
                "outlet" => plain(Some(&source.outlet)),
                "title" => plain(source.title.as_deref()),
                "url" => plain(source.url.as_deref()),
                "issued" => date(source.issued.as_ref()),
                "accessed" => date(source.accessed.as_ref()),
                "quote" => plain(source.quote.as_deref()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The version of a text under `note`, or under `note.de`.
fn in_language(text: &LocalText, language: Option<&str>) -> Option<String> {
    let mut versions = text.versions();
    let found = versions.find(|(tag, _)| tag.map(LanguageTag::tag) == language);
    found.map(|(_, text)| text.to_owned())
}

/// Whether everything that a change replaces is still as its author has seen it.
///
/// # Errors
///
/// Fails with the first value that is another.
pub(super) fn as_seen(loaded: &Loaded, change: &Change) -> Result<(), Refused> {
    for Expectation { of, key, was } in &change.expects {
        let is = present(&loaded.dossier, of, key);
        if is != *was && loaded.dossier.contains(of) {
            let at = loaded.locations.of(of).cloned().map(Box::new);
            return Err(Refused::Otherwise { of: of.clone(), key: key.clone(), is, at });
        }
    }
    Ok(())
}
