//! What a form says: what its fields are called, what can be done in them, what is missing.

use super::field::{Asked, Input, Reading};
use super::{Stage, State};
use crate::edit::Refused;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::refusal;

/// What a field is called.
pub(super) fn label(strings: &Strings, asked: Asked) -> &'static str {
    let forms = &strings.forms;
    match asked {
        Asked::Name => forms.name,
        Asked::ActorKind | Asked::EventKind => forms.kind,
        Asked::Actor => forms.actor,
        Asked::Reach => forms.reach,
        Asked::Text => forms.text,
        Asked::Assessment => forms.assessment,
        Asked::Hedge => forms.hedge,
        Asked::Speakers => forms.speakers,
        Asked::Attribution => forms.attribution,
        Asked::Date => forms.date,
        Asked::Title | Asked::SourceTitle => forms.title,
        Asked::Lane => forms.lane,
        Asked::Sources => forms.sources,
        Asked::Role => forms.role,
        Asked::Note => forms.note,
        Asked::SourceType => forms.source_type,
        Asked::Outlet => forms.outlet,
        Asked::Url => forms.url,
        Asked::Issued => forms.issued,
        Asked::Accessed => forms.accessed,
        Asked::Quote => forms.quote,
        Asked::Country => strings.editing.country,
        Asked::Status => strings.editing.status,
        Asked::Summary => strings.editing.summary,
    }
}

/// What the last rows say, and how.
pub(super) fn message(state: &State, context: &Context) -> (String, Role) {
    let forms = &context.strings().forms;
    let copy = (Action::Copy, context.word(Action::Copy));
    let asked = |said: &str, steps: &[(Action, &str)]| {
        (format!("{} {}", context.said(said), context.steps(steps)), Role::Notice)
    };
    match &state.stage {
        Stage::Asks => {
            asked(forms.not_written, &[copy, (Action::Card, forms.write), (Action::Close, forms.discard)])
        }
        Stage::Doubts(doubts) => {
            let said: Vec<String> = doubts.iter().map(|doubt| refusal::doubt(context, doubt)).collect();
            asked(&said.join(" "), &[(Action::Card, forms.write_anyway), (Action::Close, forms.change)])
        }
        Stage::Refused(why) => {
            let enter = match why {
                Refused::OpenElsewhere { .. } => forms.write_anyway,
                Refused::Otherwise { .. } => context.strings().editing.write_over,
                _ => forms.try_again,
            };
            let mut steps = vec![(Action::Card, enter), (Action::Copy, forms.copy_toml)];
            steps.extend(state.stage.place().map(|_| (Action::Edit, context.word(Action::Edit))));
            steps.push((Action::Close, forms.discard));
            asked(&refusal::text(context, why), &steps)
        }
        Stage::Typing => match &state.complaint {
            Some(complaint) => (context.said(complaint).into_owned(), Role::Notice),
            None => (context.said(&hint(state, context)).into_owned(), Role::Quiet),
        },
    }
}

/// What can be done in the field that keys go to.
fn hint(state: &State, context: &Context) -> String {
    let forms = &context.strings().forms;
    let field = state.focused();
    match (&field.input, field.reading()) {
        (Input::Text { prompt, .. }, _) if prompt.is_full() => forms.full.to_owned(),
        (Input::Choice(_), _) => forms.hint_choice.to_owned(),
        (Input::Names(names), _) if names.current().is_some() => forms.hint_take.to_owned(),
        (Input::Names(names), _) if !names.typed().is_empty() => forms.not_known.to_owned(),
        (Input::Names(_), _) if field.asked == Asked::Sources => forms.hint_sources.to_owned(),
        (Input::Names(_), _) => forms.hint_names.to_owned(),
        (_, Reading::Either(one, other)) => {
            forms.date_either.replacen("{}", &one, 1).replacen("{}", &other, 1)
        }
        (_, Reading::None) => forms.no_date.to_owned(),
        (Input::Date { offered: Some(today), prompt }, _) if prompt.text().is_empty() => {
            forms.hint_today.replace("{}", today)
        }
        (Input::Date { .. }, _) => forms.hint_date.to_owned(),
        _ => match field.asked {
            Asked::Text if state.is_claim() => forms.hint_claim.to_owned(),
            Asked::Hedge => forms.hint_hedge.to_owned(),
            Asked::Attribution => forms.hint_attribution.to_owned(),
            Asked::Quote => forms.hint_quote.to_owned(),
            _ if state.outer.is_some() => forms.hint_take_over.to_owned(),
            _ => forms.hint_write.to_owned(),
        },
    }
}
