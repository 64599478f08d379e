//! The keys of the tour, which are not those of reading.

use crate::input::action::Action;
use crate::protocol::context::Context;

/// Each with what it does in the tour, the commonest first.
pub(super) fn keys(context: &Context) -> Vec<(String, String)> {
    let strings = context.strings();
    let key = |action| context.key(action);
    let pair = |one, other| format!("{}  {}", key(one), key(other));
    let row = |keys: String, text: &str, named: &[Action]| (keys, context.with_keys(text, named));
    vec![
        row(
            format!("{}  {}", pair(Action::Right, Action::Down), key(Action::Card)),
            strings.tour_help_on,
            &[Action::PageDown],
        ),
        row(
            format!("{}  {}", pair(Action::Left, Action::Up), key(Action::Back)),
            strings.tour_help_back,
            &[Action::PageUp],
        ),
        row(
            key(Action::View),
            strings.tour_help_details,
            &[Action::Up, Action::Down, Action::View, Action::Close],
        ),
        row(key(Action::Stops), strings.tour_help_index, &[]),
        row(format!("1 2 3  {}", key(Action::Card)), strings.tour_help_number, &[]),
        row(pair(Action::First, Action::Last), strings.tour_help_ends, &[]),
        row(pair(Action::Search, Action::Palette), strings.tour_help_search, &[Action::Close]),
        row(pair(Action::Black, Action::Tour), strings.tour_help_black, &[]),
        row(key(Action::PreviousPassage), strings.tour_help_notes, &[]),
        row(key(Action::Quit), strings.tour_help_read, &[Action::Tour]),
        row(pair(Action::Theme, Action::Language), strings.tour_help_looks, &[]),
        row(key(Action::Exit), strings.tour_help_exit, &[Action::Close]),
    ]
}
