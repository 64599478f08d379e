//! The keys of suggestions, which are not those of reading.

use crate::dossier::SuggestionKind;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::protocol::context::Context;
use crate::protocol::suggesting::SuggestKey;

/// Each with what it does while suggestions are offered, the commonest first.
pub(super) fn keys(context: &Context) -> Vec<(String, String)> {
    let strings = &context.strings().suggesting;
    // Keys whose names are long are left out where there are others.
    let is_left_out = |key: &Key| matches!(key.code, Code::BackTab | Code::Up | Code::Down);
    let labels = |does: SuggestKey| {
        let keys = does.keys().iter().filter(|key| !is_left_out(key)).map(|key| context.label(*key));
        keys.collect::<Vec<_>>().join(" ")
    };
    let row = |does: &[SuggestKey], text: &str| {
        let keys: Vec<String> = does.iter().map(|does| labels(*does)).collect();
        (keys.join("  "), text.to_owned())
    };
    let kinds = SuggestionKind::ALL.map(|kind| labels(SuggestKey::Kind(kind))).join(" ");
    vec![
        row(&[SuggestKey::Accept], strings.help_accept),
        row(&[SuggestKey::OtherKind], strings.help_other_kind),
        row(&[SuggestKey::Reject], strings.help_reject),
        row(&[SuggestKey::Later], strings.help_later),
        row(&[SuggestKey::SameAs], strings.help_same_as),
        row(&[SuggestKey::Undo], strings.help_undo),
        (context.key(Action::Redo), strings.help_redo.to_owned()),
        row(&[SuggestKey::Edit], strings.help_edit),
        row(&[SuggestKey::Claim], strings.help_claim),
        row(&[SuggestKey::Mark], strings.help_mark),
        row(&[SuggestKey::PreviousPlace, SuggestKey::NextPlace], strings.help_place),
        (format!("{}  {kinds}", labels(SuggestKey::NextKind)), strings.help_kind.to_owned()),
        row(&[SuggestKey::Copy], strings.help_copy),
        row(&[SuggestKey::PageUp, SuggestKey::PageDown], strings.help_page),
        row(&[SuggestKey::Leave], strings.help_leave),
    ]
}
