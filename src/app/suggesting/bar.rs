//! What the key bar says of the keys of suggestions: those that do something just now.

use super::Stage;
use crate::app::App;
use crate::dossier::SuggestionKind;
use crate::edit::Refused;
use crate::input::key::{Code, Key};
use crate::protocol::suggesting::{KEYS, SuggestKey};

impl App {
    /// The keys that do something just now, most useful first, and the words for that.
    pub(in crate::app) fn suggestion_keys(&self) -> Vec<(SuggestKey, Key, &'static str)> {
        let Some(session) = &self.suggesting.session else { return Vec::new() };
        let strings = &self.context.strings().suggesting;
        let forms = &self.context.strings().forms;
        let key = |does: SuggestKey, word: &'static str| (does, does.keys()[0], word);
        let (back, leave) =
            (key(SuggestKey::Leave, strings.key_back), key(SuggestKey::Leave, strings.key_leave));
        match (&session.stage, session.current) {
            (Stage::Kind(choice), _) => {
                let take = (SuggestKey::Accept, Key::plain(Code::Enter), strings.key_take);
                choice.chosen.map(|_| take).into_iter().chain([back]).collect()
            }
            (Stage::Doubts(..), _) => vec![key(SuggestKey::Accept, forms.write_anyway), back],
            (Stage::Refused(_, why), _) => {
                let again = match why {
                    Refused::OpenElsewhere { .. } => forms.write_anyway,
                    _ => forms.try_again,
                };
                let copy = key(SuggestKey::Copy, strings.key_copy);
                vec![key(SuggestKey::Accept, again), key(SuggestKey::Reject, strings.key_reject), copy, back]
            }
            (Stage::End, _) | (_, None) => {
                let again = key(SuggestKey::Later, strings.key_again);
                let again = (!session.later.is_empty()).then_some(again);
                let undo = key(SuggestKey::Undo, strings.key_undo);
                again.into_iter().chain([undo, leave]).collect()
            }
            (Stage::Offered, Some(offer)) => {
                let kind = session.offers.kind(offer);
                let is_name = kind == SuggestionKind::Name;
                let is_of_use = |does: SuggestKey| match does {
                    SuggestKey::SameAs => is_name,
                    SuggestKey::NextPlace => session.offers.places(offer).len() > 1,
                    SuggestKey::Edit => matches!(kind, SuggestionKind::Name | SuggestionKind::Attributed),
                    SuggestKey::Claim => {
                        !matches!(kind, SuggestionKind::Attributed | SuggestionKind::Leftover)
                    }
                    SuggestKey::Undo => !self.suggesting.past.is_empty(),
                    _ => true,
                };
                let rows = KEYS.iter().filter(|row| is_of_use(row.does));
                rows.filter_map(|row| Some((row.does, row.keys[0], row.short?(strings)))).collect()
            }
        }
    }
}
