//! The preview of a claim's card: shown in the place of a panel while the reader steps from claim to claim and the list of
//! claims is not in sight. The article keeps the keys.

use super::App;
use crate::card;
use crate::dossier::Ref;
use crate::look::panel::{Focus, Panel};
use crate::protocol::change::{Change, Rebase as _};

/// A card that is previewed.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    pub(super) card: card::State,
    /// What had the focus before: it has it again when the preview is closed.
    before: Focus,
}

impl App {
    /// What has the focus again when the preview is closed.
    pub(super) fn focus_before_preview(&self) -> Focus {
        self.preview.as_ref().map_or(self.context.focus, |preview| preview.before)
    }

    /// Shows the card of the selected claim or gap, unless that is in the list of claims, or open, or there is no room.
    pub(super) fn preview(&mut self, item: Ref, before: Focus) {
        let Some(areas) = &self.areas else { return };
        let is_in_sight = areas.of(Panel::Claims).is_some() || self.card.is_some();
        if is_in_sight || areas.one_at_a_time || self.navigator.arrangement.whole {
            return;
        }
        let card = card::State::new(card::CardPlace::at_top(item));
        self.preview = Some(Preview { card, before });
        // What is covered should not have the keys.
        self.context.focus = Focus::Panel(Panel::Article);
    }

    /// Previews the card of the selection again, or none.
    pub(super) fn restore_preview(&mut self, before: Option<Focus>) {
        let preview = self.context.selection().cloned().zip(before);
        self.preview = preview.map(|(item, before)| {
            let card = card::State::new(card::CardPlace::at_top(item));
            Preview { card, before }
        });
    }

    /// Closes the preview; the panel in whose place it was is there again, with the focus if it had it.
    pub(super) fn close_preview(&mut self) {
        if let Some(preview) = self.preview.take() {
            self.context.focus = preview.before;
        }
    }

    /// After a reload the card says what is known now; that of a thing that is gone is closed.
    pub(super) fn rebase_preview(&mut self, change: &Change) {
        let Some(preview) = &mut self.preview else { return };
        if change.thing(preview.card.of()).is_some() {
            preview.card.rebase(change, &self.context);
        } else {
            self.close_preview();
        }
    }
}
