//! The menu of what marked words may become, and their anchor to copy.

use crate::app::App;
use crate::app::navigator::ScrollTarget;
use crate::dossier::Kind;
use crate::edit::{anchor_toml, draft};
use crate::look::glyphs;
use crate::overlays::menu::{About, Entry, Heading, State as Menu};
use crate::protocol::authoring::Intent;
use crate::protocol::effect::Effect;
use crate::protocol::{mark, names, words};

impl App {
    /// Opens the menu of what the marked words may become.
    pub(in crate::app) fn open_mark_menu(&mut self) {
        let Some(range) = self.mark() else { return };
        let context = &self.context;
        let strings = &context.strings().marking;
        // There only a note of one's own and the anchor make sense.
        let is_only_read = self.why_only_read().is_some();
        let entry = |key: char, text: &str, intent: Intent| Entry {
            key,
            text: text.replace("{}", context.glyph(glyphs::ELLIPSIS)),
            intent,
            is_possible: !is_only_read || matches!(intent, Intent::Annotate | Intent::CopyAnchor),
        };
        let entries = vec![
            entry('a', strings.as_actor, Intent::Actor),
            entry('+', strings.as_alias, Intent::Alias),
            entry('c', strings.as_claim, Intent::Claim),
            entry('e', strings.as_event, Intent::Event),
            entry('g', strings.as_gap, Intent::Gap),
            entry('r', strings.as_role, Intent::Role),
            entry('n', strings.as_note, Intent::Annotate),
            entry('y', strings.as_anchor, Intent::CopyAnchor),
        ];
        let about = names::of_article_on_a_line(context, &range);
        let inside = mark::inside(&context.dossier, &range);
        let (actors, others): (Vec<_>, Vec<_>) = inside.iter().partition(|found| found.kind == Kind::Actor);
        let named: Vec<String> = actors.into_iter().map(|actor| names::name(context, actor)).collect();
        let others = others.into_iter().map(|other| words::numbered(context, other));
        let parts: Vec<String> =
            Some(named.join(", ")).filter(|named| !named.is_empty()).into_iter().chain(others).collect();
        let note = (!parts.is_empty()).then(|| format!("{}: {}", strings.inside, context.joined(&parts)));
        let menu = Menu::new(strings.menu.to_owned(), About::Mark, Heading { about, note }, entries);
        self.overlay = Some(Box::new(menu));
        self.navigator.scroll = Some(ScrollTarget::Mark);
    }

    /// Copies the marked words as an anchor in TOML, as it would be written into the dossier.
    pub(in crate::app) fn copy_anchor(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let Some(range) = self.mark() else { return Vec::new() };
        let context = &self.context;
        let Some(words) = draft::quotation(&context.dossier, &range) else {
            self.notice = Some(context.strings().marking.no_anchor.to_owned());
            return Vec::new();
        };
        let what = format!("TOML: {}", names::of_article_on_a_line(context, &range));
        vec![Effect::Copy { text: anchor_toml(&words), what }]
    }
}
