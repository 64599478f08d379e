//! What is new since the dossier was last open: said once, and shown on request.

use std::sync::Arc;

use super::App;
use crate::dossier::Dossier;
use crate::dossier::news::Snapshot;
use crate::input::action::Action;
use crate::overlays::news;
use crate::protocol::holdings;
use crate::text::width;

/// What the dossier held when it was last open.
#[derive(Clone, Debug, Default)]
pub enum LastSeen {
    /// It is not known: it was not open before, or nothing is kept.
    #[default]
    Unknown,
    /// What it holds now.
    Same,
    /// This.
    Earlier(Arc<Snapshot>),
}

impl LastSeen {
    /// What it held, where that is known and may be something else than now.
    pub(super) fn snapshot(&self) -> Option<&Snapshot> {
        match self {
            Self::Earlier(snapshot) => Some(snapshot),
            Self::Unknown | Self::Same => None,
        }
    }

    pub(super) fn is_same(&self) -> bool {
        matches!(self, Self::Same)
    }

    /// The dossier is read again: what it held until now counts as what it held before, unless something earlier does.
    pub(super) fn before_reload(&mut self, before: &Arc<Dossier>) {
        if self.snapshot().is_none() {
            *self = Self::Earlier(Arc::new(holdings::snapshot(before)));
        }
    }
}

impl App {
    /// The dossier that is open, for who keeps it beyond the next reload.
    pub fn shared_dossier(&self) -> &Arc<Dossier> {
        &self.context.dossier
    }

    /// Takes in what the dossier held when it was last open; the status line says what is new, beside what it says anyway.
    pub(super) fn compare_with(&mut self, seen: LastSeen) {
        match (&seen, &self.last_seen) {
            // What a reload has put there is earlier than now, and what was there before that reload is the same.
            (LastSeen::Unknown | LastSeen::Same, LastSeen::Earlier(_)) => return,
            _ => self.last_seen = seen,
        }
        let Some(before) = self.last_seen.snapshot() else { return };
        let news = holdings::snapshot(&self.context.dossier).since(before);
        if news.is_empty() {
            self.last_seen = LastSeen::Same;
            return;
        }
        let context = &self.context;
        let texts = &context.strings().news;
        let counts = news::counted(context.language, news.counts());
        let key = context.key(Action::News);
        let long = context.joined(&[texts.since.replace("{}", &counts), texts.shows.replace("{}", &key)]);
        let is_long_enough = width::cells(&long) + 2 > usize::from(self.size.width);
        let said = if is_long_enough {
            context.joined(&[texts.since_short.replace("{}", &counts), key])
        } else {
            long
        };
        let parts: Vec<String> = std::iter::once(said).chain(self.notice.take()).collect();
        self.notice = Some(self.context.joined(&parts));
    }
}
