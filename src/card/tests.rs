//! A card holds every link of its thing, in both languages and at any width.

use std::collections::HashSet;
use std::sync::Arc;

use ratatui::layout::Rect;

use super::content::{CardEntry, LinkTarget, entries};
use super::{CardPlace, State, update};
use crate::dossier::{Dossier, Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::load::{fixture, load};
use crate::look::panel::Focus;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;

fn dossier() -> Arc<Dossier> {
    load(&fixture()).unwrap_or_else(|problems| panic!("{problems:?}")).dossier
}

fn everything(dossier: &Dossier) -> Vec<Ref> {
    Kind::ALL.into_iter().flat_map(|kind| dossier.all_of(kind)).collect()
}

fn with_context<T>(dossier: &Dossier, language: Language, then: impl FnOnce(&Context) -> T) -> T {
    let context = Context::new(Arc::new(dossier.clone()), language);
    then(&Context { focus: Focus::Card, ..context })
}

fn things(entries: &[CardEntry]) -> HashSet<Ref> {
    let targets = entries.iter().filter_map(|entry| match &entry.target {
        Some(LinkTarget::Thing(to)) => Some(to.clone()),
        Some(LinkTarget::Words(_) | LinkTarget::Located(_)) | None => None,
    });
    targets.collect()
}

#[test]
fn every_link_of_the_dossier_is_one_on_the_cards_of_both_its_ends() {
    let dossier = dossier();
    let mut links = 0;
    for language in [Language::De, Language::En] {
        with_context(&dossier, language, |context| {
            for of in everything(&dossier) {
                let entries = entries(context, &of);
                let there = things(&entries);
                for to in dossier.linked(&of) {
                    assert!(there.contains(to), "{of} has no link to {to}");
                    links += 1;
                }
                assert!(!there.contains(&of), "{of} leads to itself");
                assert!(entries.iter().all(|entry| !entry.heading || entry.target.is_none()));
                // The words that support it can be gone to, but of an actor named a great many times.
                let words = entries.iter().filter(|entry| matches!(entry.target, Some(LinkTarget::Words(_))));
                assert!(words.count() >= dossier.passages(&of).len(), "{of}");
            }
        });
    }
    assert!(links > 2000, "{links}");
}

#[test]
fn a_source_says_whether_it_was_read_and_whom_it_repeats() {
    let dossier = dossier();
    with_context(&dossier, Language::En, |context| {
        for source in &dossier.sources {
            let entries = entries(context, &source.to_ref());
            let head = entries.iter().take_while(|entry| !entry.heading);
            let lines: Vec<&str> = head.map(|entry| &*entry.text).collect();
            let says = |words: &str| lines.iter().any(|line| line.contains(words));
            assert_eq!(says(" · read on "), source.accessed.is_some(), "{lines:?}");
            assert_eq!(says(" · not read by us"), source.accessed.is_none(), "{lines:?}");
            let there = things(&entries);
            let mut repeated = source.repeats.iter().map(|id| Ref::new(Kind::Source, id));
            assert!(repeated.all(|to| there.contains(&to)));
            if let Some(url) = &source.url {
                assert!(lines.contains(&&**url), "{url} whole in {lines:?}");
            }
        }
        for claim in &dossier.claims {
            let lines = entries(context, &claim.to_ref());
            let origins = dossier.origins(&claim.evidence.sources).len();
            let says = |text: &str| lines.iter().any(|line| line.heading && line.text.ends_with(text));
            match origins {
                0 => assert!(!says("independent source") && !says("independent sources")),
                1 => assert!(says("1 independent source")),
                _ => assert!(says(&format!("up to {origins} independent sources"))),
            }
        }
    });
}

/// Down, and down again, comes by each link, at forty columns and at the widest.
#[test]
fn every_link_is_come_by_and_no_row_is_too_wide() {
    let dossier = dossier();
    for (width, height) in [(38, 5), (78, 11), (120, 50)] {
        let area = Rect::new(0, 0, width, height);
        with_context(&dossier, Language::De, |context| {
            for of in everything(&dossier).iter().step_by(3) {
                let mut state = State::new(CardPlace::at_top(of.clone()));
                state.layout(context, area);
                for row in &state.rows {
                    let entry = &state.entries[row.entry];
                    let text =
                        if row.under { entry.under.as_deref().unwrap_or_default() } else { &entry.text };
                    let cells = row.range.clone().map_or(0, |range| width::cells(&text[range]));
                    let set_in = 3 + entry.indent + if row.under { 2 } else { 0 };
                    assert!(cells + usize::from(set_in) <= usize::from(width), "{of}: {text}");
                }
                assert_eq!(state.at.top, 0, "{of} opens at its beginning");
                let current = |state: &State| state.current_link(usize::from(height)).map(|_| state.at.link);
                let mut visited: HashSet<usize> = current(&state).into_iter().collect();
                for _ in 0..state.rows.len() + state.links.len() {
                    assert!(update(&mut state, Action::Down, context, area).is_empty());
                    visited.extend(current(&state));
                }
                assert!(visited.len() >= state.links.len(), "{of}");
                if let Some(link) = state.links.last() {
                    let target = state.entries[link.entry].target.clone();
                    let request = update(&mut state, Action::Card, context, area);
                    match target {
                        Some(LinkTarget::Thing(to)) => assert_eq!(request, [Request::Open(to)]),
                        Some(LinkTarget::Words(words)) => assert_eq!(request, [Request::Words(words)]),
                        Some(LinkTarget::Located(words)) => assert_eq!(request, [Request::Located(words)]),
                        None => panic!("a link leads somewhere"),
                    }
                }
            }
        });
    }
}
