//! Which panels the reader has put where, and how a bookmark writes that down.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::input::action::Action;
use crate::look::panel::Panel;

/// Which panels are shown where, as far as the reader decides it. The same in the app, in the history and in a bookmark:
/// whatever is added here is restored by "back" and at the next start.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The panel beside the article that was last in use.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_side")]
    pub side: Panel,
    /// What the card was opened from: it gets the focus when the card is closed.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_opener")]
    pub opener: Panel,
    /// Which of actors and claims the box they share shows.
    #[serde(serialize_with = "write_panel", deserialize_with = "read_shared")]
    pub shared: Panel,
    /// Whether what has the focus fills the whole screen.
    pub whole: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self { side: Panel::Actors, opener: Panel::Article, shared: Panel::Actors, whole: false }
    }
}

/// A panel's name: that of the action that focuses it.
pub(super) fn panel_name(panel: Panel) -> &'static str {
    Action::Focus(panel).entry().name
}

/// The panel of this name.
pub(super) fn panel_named(name: &str) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| panel_name(*panel) == name)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn write_panel<S: Serializer>(panel: &Panel, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(panel_name(*panel))
}

/// Accepts any name: the file may be of another version, and names that lead nowhere are ignored.
fn read_panel<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Panel>, D::Error> {
    Ok(panel_named(&String::deserialize(deserializer)?))
}

fn read_side<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    let panel = read_panel(deserializer)?.filter(|panel| *panel != Panel::Article);
    Ok(panel.unwrap_or(Arrangement::default().side))
}

fn read_opener<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    Ok(read_panel(deserializer)?.unwrap_or(Arrangement::default().opener))
}

fn read_shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panel, D::Error> {
    let panel = read_panel(deserializer)?.filter(|panel| panel.is_shared());
    Ok(panel.unwrap_or(Arrangement::default().shared))
}
