//! What a form says: what its fields are called, what can be done in them, what is missing.

use super::field::{Asked, Field, Input, Reading};
use super::{Stage, State};
use crate::edit::Refused;
use crate::edit::doubts::Doubt;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::refusal;
use crate::widgets::completion::Candidate;

/// What a field is called.
pub(super) fn label(strings: &Strings, asked: Asked) -> &'static str {
    let forms = &strings.forms;
    match asked {
        Asked::Name => forms.name,
        Asked::ActorKind | Asked::EventKind => forms.kind,
        Asked::Aliases => strings.suggesting.aliases,
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

/// Which field is missing, and how it is filled in.
pub(super) fn missing(strings: &Strings, field: &Field) -> String {
    let forms = &strings.forms;
    let said = match &field.input {
        _ if field.was_there() => strings.editing.must_stay,
        Input::Choice(_) => forms.needed_choice,
        Input::Names(_) => forms.needed_name,
        Input::Text { .. } | Input::Date { .. } => forms.needed,
    };
    said.replace("{}", label(strings, field.asked))
}

/// A text of which no sentence ends with two full stops: what was put into it may end with one of its own.
fn with_single_stops(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let stops = rest[at..].chars().take_while(|c| *c == '.').count();
        single.push_str(&rest[..at]);
        let dots = &rest[at..at + stops];
        rest = &rest[at + stops..];
        // Three say that something is left out, and two before a name belong to it.
        let is_end = rest.chars().next().is_none_or(char::is_whitespace);
        single.push_str(if stops == 2 && is_end { "." } else { dots });
    }
    single + rest
}

/// The keys that do something in every field.
fn keys(state: &State, context: &Context) -> String {
    let forms = &context.strings().forms;
    let enter = if state.outer.is_some() { forms.take_over } else { forms.write };
    let key = |key: Key| context.label(key);
    let steps = [
        format!("{} {}", key(Key::plain(Code::Tab)), forms.next_field),
        format!("{} {}", key(Key::plain(Code::BackTab)), forms.previous_field),
        format!("{} {enter}", key(Key::plain(Code::Enter))),
        format!("{} {}", key(Key { code: Code::Char('u'), ctrl: true }), forms.empty_field),
        format!("{} {}", key(Key::plain(Code::Esc)), forms.cancel),
    ];
    context.joined(&steps)
}

/// What the last rows say, and how.
pub(super) fn message(state: &State, context: &Context) -> (String, Role) {
    let forms = &context.strings().forms;
    let copy = (Action::Copy, context.word(Action::Copy));
    let asked = |said: &str, steps: &[(Action, &str)]| {
        (with_single_stops(&format!("{} {}", context.said(said), context.steps(steps))), Role::Notice)
    };
    match &state.stage {
        Stage::Asks { quits } => {
            let mut steps = vec![copy, (Action::Card, forms.write), (Action::Close, forms.discard)];
            steps.extend(quits.then_some((Action::Exit, forms.quit)));
            asked(forms.not_written, &steps)
        }
        Stage::Doubts(doubts) => {
            let said: Vec<String> = doubts.iter().map(|doubt| refusal::doubt(context, doubt)).collect();
            let is_shown_only = doubts.iter().all(Doubt::is_of_exception);
            let write = if is_shown_only { forms.write } else { forms.write_anyway };
            asked(&said.join(" "), &[(Action::Card, write), (Action::Close, forms.change)])
        }
        Stage::Refused(why) => {
            let enter = match why {
                Refused::OpenElsewhere { .. } => forms.write_anyway,
                Refused::Otherwise { .. } => context.strings().editing.write_over,
                _ => forms.try_again,
            };
            let mut steps = vec![(Action::Card, enter), (Action::Copy, forms.copy_toml)];
            steps.extend(state.stage.place().map(|_| (Action::Edit, context.word(Action::Edit))));
            steps.push((Action::Close, forms.change));
            asked(&refusal::text(context, why), &steps)
        }
        Stage::Typing => match &state.complaint {
            Some(complaint) => (context.said(complaint).into_owned(), Role::Notice),
            None if state.shows_keys => (keys(state, context), Role::Quiet),
            None => (context.said(&hint(state, context)).into_owned(), Role::Quiet),
        },
    }
}

/// The most cells of a name in a hint.
const MOST_NAMED: usize = 30;

/// What can be done in the field that keys go to.
fn hint(state: &State, context: &Context) -> String {
    let forms = &context.strings().forms;
    let field = state.focused();
    if state.takes_out(field) {
        let label = label(context.strings(), field.asked);
        return context.strings().editing.goes_out.replace("{}", label);
    }
    match (&field.input, field.reading()) {
        (Input::Text { prompt, .. }, _) if prompt.is_full() => forms.full.to_owned(),
        (Input::Choice(_), _) => forms.hint_choice.to_owned(),
        (Input::Names(names), _) if names.is_to_be_made() => forms.hint_make.to_owned(),
        (Input::Names(names), _) if names.current().is_some() => {
            let name = names.current().and_then(|at| match names.candidates()[at] {
                Candidate::Known(place) => Some(names.name(place)),
                Candidate::New => None,
            });
            forms.hint_take.replace("{}", &context.truncate(name.unwrap_or_default(), MOST_NAMED))
        }
        (Input::Names(names), _) if !names.typed().is_empty() => forms.not_known.to_owned(),
        (Input::Names(names), _) if !names.taken.is_empty() && names.is_many() => {
            forms.hint_chosen.to_owned()
        }
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
            Asked::Aliases => context.strings().suggesting.hint_aliases.to_owned(),
            _ if state.outer.is_some() => forms.hint_take_over.to_owned(),
            _ => {
                // The other key for help is a letter here.
                let help = Key::plain(Code::F(1));
                let is_help = context.keymap.action(help) == Some(Action::Help);
                let keys =
                    is_help.then(|| format!(" {}", forms.hint_keys.replace("{}", &context.label(help))));
                format!("{}{}", forms.hint_write, keys.unwrap_or_default())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::with_single_stops;

    #[test]
    fn a_sentence_ends_with_one_full_stop() {
        assert_eq!(
            with_single_stops("Schon hier: Nordleitung.. Enter trägt"),
            "Schon hier: Nordleitung. Enter trägt"
        );
        for text in ["Und so weiter... Enter", "../2029", "a.b, c", ""] {
            assert_eq!(with_single_stops(text), text);
        }
    }
}
