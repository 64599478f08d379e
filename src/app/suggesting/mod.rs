//! What could be made of the article is offered, one suggestion at a time at its words: where the mode begins and ends, and what
//! its keys do. Nothing is written that the author has not accepted, and there is no key that accepts more than one.

mod accept;
mod bar;
mod block;
mod course;
mod forms;
mod lines;
mod offers;
mod written;

use std::sync::Arc;

use foldhash::HashSet;

use super::navigator::ScrollTarget;
use super::{App, Message};
use crate::dossier::{Decision, SuggestionKind};
use crate::edit::doubts::Doubt;
use crate::edit::{Change, Refused};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::look::panel::{Focus, Panel};
use crate::panels::PanelState as _;
use crate::protocol::effect::Effect;
use crate::protocol::names;
use crate::protocol::suggesting::{SuggestKey, SuggestedWords};
use crate::widgets::choice::{Choice, Chose};

pub(super) use block::draw;
use course::{Asked, Past};
use forms::FormOf;
use offers::{OfferId, Offers};

/// What is known of suggestions from one key to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Suggesting {
    /// What was open when it was last asked for.
    offers: Option<Arc<Offers>>,
    session: Option<Session>,
    /// What was rejected where that cannot be written: until the program ends.
    for_run: Vec<Decision>,
    /// Why the decision that is being written without its file is not kept.
    not_kept: Option<Refused>,
    /// What was done with suggestions, the last at the end.
    past: Vec<Past>,
    /// What of that was taken back, and can be made again.
    taken_back: Vec<Past>,
    /// A number for what the author is asked; another one with each question.
    question: u64,
}

/// The mode while it lasts.
#[derive(Clone, Debug)]
struct Session {
    offers: Arc<Offers>,
    /// The one that is offered; none at the end.
    current: Option<usize>,
    /// Which of its places is looked at.
    place: usize,
    stage: Stage,
    /// What is written with a name so that it does not count inside of other names.
    exceptions: Vec<Doubt>,
    /// The one that was asked about last.
    asked_of: Option<OfferId>,
    /// Those that were put off in this round.
    later: HashSet<OfferId>,
    /// Those that were put off are offered for the second time.
    is_second_round: bool,
    /// What was asked to be written, until its outcome is known.
    asked: Option<Asked>,
    /// What the form on top is for.
    form: Option<FormOf>,
}

/// What keys mean just now.
#[derive(Clone, Debug)]
enum Stage {
    /// A suggestion is offered.
    Offered,
    /// It is accepted as one of these kinds.
    Kind(Choice),
    /// There is something to consider before it is written.
    Doubts(Box<Change>, Vec<Doubt>),
    /// It was not written, and why.
    Refused(Box<Change>, Refused),
    /// All have been offered.
    End,
}

impl App {
    /// Whether keys go to suggestions: they are offered, and nothing lies over the panels.
    pub(super) fn is_suggesting(&self) -> bool {
        self.suggesting.session.is_some() && !self.is_covered() && !self.is_tour_running()
    }

    /// Begins with the first suggestion that is open.
    pub(super) fn begin_suggesting(&mut self) {
        self.end_marking();
        let offers = self.open_offers();
        if offers.is_empty() {
            let context = &self.context;
            let nothing = context.with_keys(context.strings().suggesting.nothing, &[Action::Mark]);
            self.notice =
                Some(context.joined(
                    &[self.undated(&offers), Some(nothing)].into_iter().flatten().collect::<Vec<_>>(),
                ));
            return;
        }
        if self.context.focus != Focus::Panel(Panel::Article) {
            self.leave_by_jump();
            self.show_panel(Panel::Article);
        }
        self.suggesting.session = Some(Session {
            offers,
            current: None,
            place: 0,
            stage: Stage::Offered,
            exceptions: Vec::new(),
            asked_of: None,
            later: HashSet::default(),
            is_second_round: false,
            asked: None,
            form: None,
        });
        self.offer(0);
    }

    /// What is open now. It is computed when it is first needed, and kept as long as the dossier is the same; what was found in
    /// the article, as long as that is the same.
    fn open_offers(&mut self) -> Arc<Offers> {
        let dossier = &self.context.dossier;
        let before = self.suggesting.offers.as_ref();
        if let Some(known) = before.filter(|known| known.is_of(dossier)) {
            return Arc::clone(known);
        }
        let before = before.map(|before| &**before);
        let offers = Arc::new(Offers::of(dossier, &self.suggesting.for_run, before));
        self.suggesting.offers = Some(Arc::clone(&offers));
        offers
    }

    /// Ends the mode, and says what has come of it.
    pub(super) fn end_suggesting(&mut self) {
        if self.suggesting.session.take().is_none() {
            return;
        }
        self.context.suggested = None;
        let (accepted, rejected) = self.suggesting.counts();
        if accepted + rejected > 0 {
            let open = self.open_offers().len();
            let said = self.counts_in_words(accepted, rejected, 0, open);
            self.notice = Some(said);
        }
    }

    /// What the author is asked, as a number that is another one for each suggestion, and for what is to be considered before it is
    /// written. None while nothing is asked.
    pub fn question(&self) -> Option<u64> {
        self.is_suggesting().then_some(self.suggesting.question)
    }

    /// Whether keys and clicks were meant for another question than the one that is asked now, of which the author has seen only
    /// `seen`: the one before was still being written. They must not decide what nobody has read.
    pub fn was_meant_for_another(&self, seen: Option<u64>, message: &Message) -> bool {
        let leaves = |key: Key| {
            let action = self.context.keymap.action(key);
            matches!(action, Some(Action::Exit | Action::Suspend | Action::Redraw))
        };
        let decides = match message {
            Message::Key(key) => !leaves(*key),
            Message::Line { .. } | Message::Paste(_) | Message::Mouse(_) => true,
            _ => false,
        };
        decides && self.question().is_some_and(|asked| seen != Some(asked))
    }

    fn session_mut(&mut self) -> Option<&mut Session> {
        self.suggesting.session.as_mut()
    }

    /// The one that is offered, by its number among all.
    fn current_offer(&self) -> Option<(&Session, usize)> {
        let session = self.suggesting.session.as_ref()?;
        Some((session, session.current?))
    }

    /// Carries out a key of the mode. All keys belong to it, but those that leave the program, redraw it, and explain it.
    pub(super) fn press_in_suggesting(&mut self, key: Key) -> Vec<Effect> {
        let Some(session) = self.session_mut() else { return Vec::new() };
        // What lay on top is gone, or the key would not be here.
        session.form = None;
        let is_taken = match &mut session.stage {
            // No letter of the mode is one of a kind.
            Stage::Kind(_) if SuggestKey::of(key) == Some(SuggestKey::Accept) => false,
            Stage::Kind(choice) => match choice.press(key) {
                Chose::Done => {
                    let kind = choice.value().map(str::to_owned);
                    return self.accept_as(kind);
                }
                // A letter of no kind is none of the mode's other keys either: it was to choose a kind.
                Chose::Stays => !matches!(key.code, Code::Char(letter) if !letter.is_alphanumeric()),
                Chose::NotMine => false,
            },
            Stage::Offered | Stage::Doubts(..) | Stage::Refused(..) | Stage::End => false,
        };
        if is_taken {
            self.notice = Some(self.context.strings().suggesting.choose_kind.to_owned());
            return Vec::new();
        }
        match SuggestKey::of(key) {
            Some(does) => self.act_in_suggesting(does),
            None => self.press_elsewhere(key),
        }
    }

    fn press_elsewhere(&mut self, key: Key) -> Vec<Effect> {
        if key == Key::plain(Code::Enter) {
            self.say_what_accepts();
            return Vec::new();
        }
        match self.context.keymap.action(key) {
            Some(Action::Redo) => return self.redo(),
            Some(action @ (Action::Help | Action::Exit | Action::Suspend | Action::Redraw)) => {
                return self.act(action);
            }
            Some(Action::Edit) if self.refused_place().is_some() => return self.edit_what_was_refused(),
            Some(Action::Suggest | Action::Close) => self.end_suggesting(),
            _ => {
                let context = &self.context;
                let said = context.strings().suggesting.no_key.replacen("{}", &context.label(key), 1);
                self.notice = Some(context.with_keys(&said, &[Action::Close, Action::Help]));
            }
        }
        Vec::new()
    }

    /// Carries out what a key of the mode does.
    pub(super) fn act_in_suggesting(&mut self, does: SuggestKey) -> Vec<Effect> {
        let Some(session) = self.session_mut() else { return Vec::new() };
        let goes_back = matches!(does, SuggestKey::Leave | SuggestKey::Undo);
        match (&session.stage, does) {
            (Stage::Kind(choice), SuggestKey::Accept) => {
                let kind = choice.value().map(str::to_owned);
                return self.accept_as(kind);
            }
            (Stage::Doubts(..), SuggestKey::Accept) => return self.write_all_the_same(),
            (Stage::Refused(..), SuggestKey::Accept) => return self.try_again(),
            (Stage::Refused(change, _), SuggestKey::Copy) => {
                let toml = crate::edit::toml(change);
                return self.copy_toml(toml);
            }
            // These go back to what is offered.
            (Stage::Kind(_) | Stage::Doubts(..) | Stage::Refused(..), _) if goes_back => {
                session.stage = Stage::Offered;
                return Vec::new();
            }
            (Stage::Kind(_) | Stage::Doubts(..) | Stage::Refused(..), _) => session.stage = Stage::Offered,
            (Stage::End, SuggestKey::Later) => {
                self.offer_again();
                return Vec::new();
            }
            (Stage::End | Stage::Offered, _) => {}
        }
        match does {
            SuggestKey::Accept => return self.accept(),
            SuggestKey::Reject => return self.reject(),
            SuggestKey::Later => self.put_off(),
            SuggestKey::OtherKind => self.ask_for_kind(),
            SuggestKey::SameAs => self.ask_who_is_the_same(),
            SuggestKey::Undo => return self.undo_decision(),
            SuggestKey::Edit => self.edit_suggestion(),
            SuggestKey::Claim => self.claim_sentence(),
            SuggestKey::Mark => self.mark_suggestion(),
            SuggestKey::NextPlace => self.look_at_place(true),
            SuggestKey::PreviousPlace => self.look_at_place(false),
            SuggestKey::NextKind => self.offer_kind(1),
            SuggestKey::PreviousKind => self.offer_kind(SuggestionKind::ALL.len() - 1),
            SuggestKey::Kind(kind) => self.offer_first_of(kind),
            SuggestKey::Copy => return self.copy_suggestion(),
            SuggestKey::PageDown => self.read_on(Action::PageDown),
            SuggestKey::PageUp => self.read_on(Action::PageUp),
            SuggestKey::Leave => self.end_suggesting(),
        }
        Vec::new()
    }

    /// Scrolls the article, to read what stands around.
    fn read_on(&mut self, page: Action) {
        let area = self.article_area();
        self.panels.article.update(page, &self.context, area);
    }

    /// Goes on to another place of the same name; after the last to the first.
    fn look_at_place(&mut self, is_forward: bool) {
        let Some((session, offer)) = self.current_offer() else { return };
        let count = session.offers.places(offer).len();
        let by = if is_forward { 1 } else { count - 1 };
        let place = (session.place + by) % count;
        if count == 1 {
            self.notice = Some(self.context.strings().suggesting.only_place.to_owned());
        }
        self.show_place(place);
    }

    /// Shows the words of the suggestion at one of its places.
    fn show_place(&mut self, place: usize) {
        let Some(session) = &mut self.suggesting.session else { return };
        let Some(offer) = session.current else { return };
        session.place = place;
        let words = SuggestedWords::new(session.offers.places(offer), place);
        self.navigator.scroll = words.current().cloned().map(ScrollTarget::To);
        self.context.suggested = Some(words);
    }

    /// How many were accepted and rejected, put off, and are open: those that are not none.
    fn counts_in_words(&self, accepted: usize, rejected: usize, later: usize, open: usize) -> String {
        let (language, strings) = (self.context.language, &self.context.strings().suggesting);
        let counts = [
            (accepted, &strings.accepted),
            (rejected, &strings.rejected),
            (later, &strings.put_off),
            (open, &strings.open),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(count, forms)| names::counted(language, count, forms)).collect();
        self.context.joined(&counts)
    }
}
