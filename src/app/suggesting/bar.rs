//! What the key bar says of the keys of suggestions: those that do something just now, and that nothing is accepted blindly.

use std::borrow::Cow;

use super::accept::kind_of;
use super::{Session, Stage};
use crate::app::App;
use crate::dossier::SuggestionKind;
use crate::edit::Refused;
use crate::edit::doubts::Doubt;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::protocol::names;
use crate::protocol::suggesting::{KEYS, KeyRow, SuggestKey};

/// A word in the key bar.
type Word = Cow<'static, str>;

impl App {
    /// The keys that do something just now, most useful first, and the words for that.
    pub(in crate::app) fn suggestion_keys(&self) -> Vec<(SuggestKey, Key, Word)> {
        let Some(session) = &self.suggesting.session else { return Vec::new() };
        let strings = &self.context.strings().suggesting;
        let key = |does: SuggestKey, word: &'static str| (does, does.keys()[0], Word::Borrowed(word));
        let accept = self.accepting().map(|word| (SuggestKey::Accept, SuggestKey::Accept.keys()[0], word));
        let accept = accept.into_iter();
        let back = key(SuggestKey::Leave, strings.key_back);
        match (&session.stage, session.current) {
            (Stage::Kind(_) | Stage::Doubts(..), _) => accept.chain([back]).collect(),
            (Stage::Refused(..), _) => {
                let others =
                    [key(SuggestKey::Reject, strings.key_reject), key(SuggestKey::Copy, strings.key_copy)];
                accept.chain(others).chain([back]).collect()
            }
            (Stage::End, _) | (_, None) => {
                let again = key(SuggestKey::Later, strings.key_again);
                let again = (!session.later.is_empty()).then_some(again);
                let undo = key(SuggestKey::Undo, strings.key_undo);
                again.into_iter().chain([undo, key(SuggestKey::Leave, strings.key_leave)]).collect()
            }
            (Stage::Offered, Some(offer)) => {
                let rows = KEYS
                    .iter()
                    .filter(|row| row.does != SuggestKey::Accept && self.is_of_use(session, offer, row.does));
                let is_leftover = session.offers.kind(offer) == SuggestionKind::Leftover;
                let word = |row: &KeyRow| match row.does {
                    SuggestKey::Reject if is_leftover => Some(strings.key_belongs),
                    _ => row.short.map(|short| short(strings)),
                };
                let rows = rows.filter_map(|row| Some((row.does, row.keys[0], word(row)?.into())));
                accept.chain(rows).collect()
            }
        }
    }

    fn is_of_use(&self, session: &Session, offer: usize, does: SuggestKey) -> bool {
        let kind = session.offers.kind(offer);
        let is_name = kind == SuggestionKind::Name;
        match does {
            SuggestKey::SameAs => is_name,
            // Where none is known the key that accepts asks for it.
            SuggestKey::OtherKind => {
                session.offers.group(offer).is_some_and(|group| kind_of(group).is_some())
            }
            SuggestKey::NextPlace => session.offers.places(offer).len() > 1,
            SuggestKey::Edit => matches!(kind, SuggestionKind::Name | SuggestionKind::Attributed),
            SuggestKey::Claim => !matches!(kind, SuggestionKind::Attributed | SuggestionKind::Leftover),
            SuggestKey::Undo => !self.suggesting.past.is_empty(),
            _ => true,
        }
    }

    /// What the key that accepts does just now: the same in the key bar and in the block. None where it does nothing.
    pub(super) fn accepting(&self) -> Option<Word> {
        let session = self.suggesting.session.as_ref()?;
        let (strings, forms) = (&self.context.strings().suggesting, &self.context.strings().forms);
        let as_ = |what: &str| Some(strings.accept_as.replacen("{}", what, 1).into());
        match (&session.stage, session.current) {
            (Stage::End, _) | (_, None) => None,
            (Stage::Kind(choice), _) => as_(&choice.word()?.word),
            (Stage::Doubts(_, doubts), _) if doubts.iter().all(Doubt::is_of_exception) => {
                Some(forms.write.into())
            }
            (Stage::Refused(_, Refused::OpenElsewhere { .. }) | Stage::Doubts(..), _) => {
                Some(forms.write_anyway.into())
            }
            (Stage::Refused(..), _) => Some(forms.try_again.into()),
            (Stage::Offered, Some(offer)) => match session.offers.kind(offer) {
                SuggestionKind::Name => match session.offers.group(offer).and_then(kind_of) {
                    Some(kind) => as_(names::actor_kind(self.context.language, kind)),
                    None => Some(strings.accept_choosing.into()),
                },
                SuggestionKind::Leftover => Some(strings.accept_leaving_out.into()),
                SuggestionKind::Attributed => as_(self.context.strings().claim.one),
                SuggestionKind::Time => Some(strings.accept_titled.into()),
                SuggestionKind::Figure => {
                    session.offers.can_be_accepted(offer).then(|| as_(strings.figure_one)).flatten()
                }
            },
        }
    }

    /// Enter decides nothing: one too many would accept what nobody has read. It says which key does.
    pub(super) fn say_what_accepts(&mut self) {
        let context = &self.context;
        let strings = &context.strings().suggesting;
        let key = |does: SuggestKey| context.label(does.keys()[0]);
        let said = match self.accepting() {
            Some(does) => {
                let said = strings.enter_accepts_nothing.replacen("{}", &key(SuggestKey::Accept), 1);
                said.replacen("{}", &does, 1)
            }
            None if self.current_offer().is_some_and(|(_, _)| self.is_choosing()) => {
                strings.choose_kind.to_owned()
            }
            None if self.current_offer().is_some() => self.instead_of_row(),
            None => context.with_keys(strings.enter_ends_nothing, &[Action::Close]),
        };
        self.notice = Some(said);
    }

    fn is_choosing(&self) -> bool {
        matches!(&self.suggesting.session, Some(Session { stage: Stage::Kind(_), .. }))
    }
}
