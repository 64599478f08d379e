//! What there is on the selection among the figures: in this series, in the others, and which events.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::{State, figures_of};
use crate::dossier::chart::may_be_after_article;
use crate::dossier::{Kind, Ref};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::names;

/// The figures that are linked to the selection, and what it names without naming a figure.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked {
    /// How many figures of the series that is shown.
    here: usize,
    /// Of these, those that are not shown because they are not of a time after the article.
    hidden: usize,
    /// Whether the series itself is linked, or a place on its chart.
    named: bool,
    /// How many places that are linked are not drawn.
    undrawn: usize,
    /// How many figures of other series, and of which, by number.
    elsewhere: usize,
    others: Vec<usize>,
}

impl Linked {
    /// Looks once a selection for what is linked to it, here and in other series.
    pub(super) fn of(state: &State, context: &Context) -> Self {
        let dossier = &context.dossier;
        let mut linked = Self::default();
        let mut elsewhere: BTreeMap<usize, usize> = BTreeMap::new();
        for lit in context.lit().things() {
            match lit.kind {
                Kind::Observation => {
                    let Some(figure) = dossier.observation(&lit.id) else { continue };
                    match dossier.index_of(&Ref::new(Kind::Series, &figure.series)) {
                        Some(place) if !state.shows(dossier, place) => {
                            *elsewhere.entry(place).or_default() += 1;
                        }
                        Some(_) => {
                            let is_after = may_be_after_article(dossier, figure);
                            linked.here += 1;
                            linked.hidden += usize::from(context.only_after && !is_after);
                        }
                        None => {}
                    }
                }
                Kind::Series => match dossier.index_of(lit) {
                    Some(place) if state.shows(dossier, place) => linked.named = true,
                    Some(place) => {
                        elsewhere.entry(place).or_default();
                    }
                    None => {}
                },
                Kind::Place => {
                    if let Some(is_drawn) = state.view.draws(&lit.id) {
                        linked.named = true;
                        linked.undrawn += usize::from(!is_drawn);
                    }
                }
                _ => {}
            }
        }
        for (place, figures) in elsewhere {
            // A series that names the selection, but no figure of it: then all of them are about it.
            linked.elsewhere +=
                if figures == 0 { figures_of(dossier, &dossier.series[place]) } else { figures };
            linked.others.push(place);
        }
        linked
    }
}

/// What there is on the selection: in the window `body`, above and below it, in other series, and which events.
pub(super) fn words(state: &State, context: &Context, body: Rect) -> String {
    let (language, strings) = (context.language, context.strings());
    let nothing = Linked::default();
    let linked = state.linked.as_ref().unwrap_or(&nothing);
    let count =
        |number: usize, place: &str| (number > 0).then(|| format!("{} {place}", language.count(number)));
    let sign = context.glyph(glyphs::LIT);
    let mut words = vec![if linked.here > 0 {
        let figures = names::counted(language, linked.here, &strings.observation);
        format!("{sign} {figures} {}", strings.linked_to_selection)
    } else if linked.named {
        format!("{sign} {}", strings.linked_to_selection)
    } else if linked.elsewhere > 0 {
        strings.nothing_here.to_owned()
    } else {
        strings.nothing_on.to_owned()
    }];
    let out = state.view.out_of_sight(body);
    let places = [(out.above, glyphs::UP), (out.below, glyphs::DOWN)];
    words.extend(places.into_iter().filter_map(|(number, arrow)| count(number, context.glyph(arrow))));
    words.extend(count(linked.hidden, strings.hidden_by_filter));
    words.extend(count(linked.undrawn, strings.undrawn));
    if linked.elsewhere > 0 {
        let series = match linked.others[..] {
            [one] => strings.in_series.replacen("{}", &(one + 1).to_string(), 1),
            ref several => strings.in_other_series.replacen("{}", &language.count(several.len()), 1),
        };
        let series = context.with_keys(&series, &[Action::View]);
        words.push(format!("{} {series}", language.count(linked.elsewhere)));
    }
    words.extend(state.view.events(context));
    context.joined(&words)
}
