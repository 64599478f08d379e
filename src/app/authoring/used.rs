//! Which actors and sources the author used in what was written, so that the next form offers the last ones first.

use crate::app::App;
use crate::dossier::Kind;
use crate::edit::{Change, Step, Value};

/// Keys that name actors or sources.
const NAMING: [&str; 2] = ["sources", "attributed_to"];

impl App {
    /// Remembers whom and what a change names.
    pub(in crate::app) fn remember_used(&mut self, change: &Change) {
        let mut used = Vec::new();
        for step in &change.steps {
            match step {
                Step::Table(table) => {
                    let naming = table.keys.iter().filter(|(key, _)| NAMING.contains(&key.as_str()));
                    for (_, value) in naming {
                        add_texts(value, &mut used);
                    }
                }
                Step::Decision(_) | Step::Boilerplate(_) | Step::Figure(_) | Step::Remove { .. } => {}
                Step::Element { of, key, value } | Step::Key { of, key, value } => {
                    if NAMING.contains(&key.as_str()) {
                        add_texts(value, &mut used);
                    }
                    used.extend((of.kind == Kind::Actor).then(|| of.id.as_str().to_owned()));
                }
            }
        }
        let made = change.result.iter().filter(|made| matches!(made.kind, Kind::Actor | Kind::Source));
        used.extend(made.map(|made| made.id.as_str().to_owned()));
        let before = &mut self.authoring.used;
        before.retain(|id| !used.contains(id));
        before.extend(used);
    }
}

fn add_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Text(text) => texts.push(text.clone()),
        Value::List(values) => {
            for value in values {
                add_texts(value, texts);
            }
        }
        Value::Flag(_) | Value::Words(_) => {}
    }
}
