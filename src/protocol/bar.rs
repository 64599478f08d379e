//! The key bar: panels, overlays, card and tour say which actions do something there, and what they are called.

use crate::input::action::Action;
use crate::protocol::context::Context;

/// An action and the word for what it does here.
pub type Hint = (Action, &'static str);

/// These actions with their usual words.
pub fn named(context: &Context, actions: &[Action]) -> Vec<Hint> {
    actions.iter().map(|action| (*action, context.word(*action))).collect()
}

/// The same for a panel or the card: without the actions that have nothing to do where nothing is selected and there is
/// nothing to select.
pub fn on_panel(context: &Context, actions: &[Action]) -> Vec<Hint> {
    let article = &context.dossier.article;
    let has_things =
        context.selection().is_some() || !context.dossier.is_article_alone() || !article.links.is_empty();
    let is_useful = |action: Action| match action {
        Action::Card | Action::Words | Action::Sources | Action::View | Action::Filter | Action::Down => {
            has_things
        }
        Action::NextPassage => context.search().is_some() || !context.lit().passages.is_empty(),
        Action::NextClaim => context.dossier.has_claims(),
        _ => true,
    };
    let mut hints = named(context, actions);
    hints.retain(|(action, _)| is_useful(*action));
    if context.search().is_some() {
        rename(&mut hints, Action::NextPassage, context.strings().next_hit);
    }
    hints
}

/// Calls an action something else than usual.
pub fn rename(hints: &mut [Hint], action: Action, word: &'static str) {
    for hint in hints.iter_mut().filter(|hint| hint.0 == action) {
        hint.1 = word;
    }
}
