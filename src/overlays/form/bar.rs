//! What the key bar says of the keys of a form.

use super::{Stage, State};
use crate::edit::Refused;
use crate::edit::doubts::Doubt;
use crate::input::action::Action;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;

/// The keys that do something just now, and the words for that.
pub(super) fn hints(state: &State, context: &Context) -> Vec<Hint> {
    let forms = &context.strings().forms;
    let mut actions = vec![Action::Card, Action::Close];
    match &state.stage {
        Stage::Typing => actions.push(Action::NextPanel),
        Stage::Asks { quits } => {
            actions.push(Action::Copy);
            actions.extend(quits.then_some(Action::Exit));
        }
        Stage::Doubts(_) => actions.push(Action::Copy),
        Stage::Refused(_) => {
            actions.push(Action::Copy);
            actions.extend(state.stage.place().is_some().then_some(Action::Edit));
        }
    }
    let mut hints = bar::named(context, &actions);
    bar::rename(&mut hints, Action::NextPanel, forms.next_field);
    let (enter, esc) = match &state.stage {
        Stage::Typing if state.outer.is_some() => (forms.take_over, forms.cancel),
        Stage::Typing => (forms.write, forms.cancel),
        Stage::Asks { .. } => (forms.write, forms.discard),
        Stage::Doubts(doubts) if doubts.iter().all(Doubt::is_of_exception) => (forms.write, forms.change),
        Stage::Doubts(_) | Stage::Refused(Refused::OpenElsewhere { .. }) => {
            (forms.write_anyway, forms.change)
        }
        Stage::Refused(Refused::Otherwise { .. }) => (context.strings().editing.write_over, forms.change),
        Stage::Refused(_) => (forms.try_again, forms.change),
    };
    bar::rename(&mut hints, Action::Card, enter);
    bar::rename(&mut hints, Action::Close, esc);
    hints
}
