//! `[keys]`: which keys ask for which action. What conflicts is reported at the entry that comes last, and left out.

use super::reader::{Entry, Reader, meant};
use crate::input::action::{Action, TABLE};
use crate::input::key::{ParseKeyError, Shortcut};
use crate::input::keymap::{Keymap, KeymapError};
use crate::load::{Rule, Span, quoted};

/// The most keys of an action: nobody has more fingers, and each is compared with all others.
const MOST: usize = 20;

/// The keys of an action, as they are written.
struct Binding {
    action: Action,
    at: Span,
    keys: Vec<(Shortcut, Span)>,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry<'_>) -> Keymap {
    let mut bindings = Vec::new();
    for entry in reader.table(entry) {
        let Some(info) = TABLE.iter().find(|info| info.name == entry.key) else {
            let names: Vec<&str> = TABLE.iter().map(|info| info.name).collect();
            reader.unknown(&entry, "there is no action", &names);
            continue;
        };
        let written = shortcuts(reader, &entry);
        // An action none of whose keys can be read keeps those it has.
        if let Some(keys) = written {
            bindings.push(Binding { action: info.action, at: entry.at, keys });
        }
    }
    without_conflicts(reader, bindings)
}

/// The keys of an entry; none if nothing of it can be used.
fn shortcuts(reader: &mut Reader<'_, '_>, entry: &Entry<'_>) -> Option<Vec<(Shortcut, Span)>> {
    let values: Vec<Entry<'_>> = match entry.value.as_array() {
        Some(list) => list
            .iter()
            .map(|value| Entry { value: value.get_ref(), at: Span::new(0, value.span()), ..*entry })
            .collect(),
        None => vec![*entry],
    };
    let is_empty = values.is_empty();
    let mut keys = Vec::new();
    if let Some(more) = values.get(MOST) {
        let message = format!("\"{}\" has {} keys", entry.key, values.len());
        reader.add(Rule::ShortcutInvalid, more.at, message, &format!("an action has {MOST} at most"));
    }
    for value in values.into_iter().take(MOST) {
        let Some(text) = value.value.as_str() else {
            reader.wrong_type(&value, "a key or a list of keys", "write each key in quotes");
            continue;
        };
        if let Ok(shortcut) = text.parse::<Shortcut>() {
            keys.push((shortcut, value.at));
        } else {
            let message = format!("no key is called {}", quoted(text));
            reader.add(Rule::ShortcutInvalid, value.at, message, &hint(text));
        }
    }
    (is_empty || !keys.is_empty()).then_some(keys)
}

/// The key that was probably meant, else how keys are written.
fn hint(text: &str) -> String {
    const NAMES: [&str; 14] = [
        "enter",
        "esc",
        "tab",
        "shift-tab",
        "backspace",
        "delete",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
    ];
    let word = text.trim().to_lowercase();
    match word.as_str() {
        // A key that is nothing but blanks.
        "" if !text.is_empty() => return "did you mean \"space\"?".to_owned(),
        "escape" => return "did you mean \"esc\"?".to_owned(),
        "return" => return "did you mean \"enter\"?".to_owned(),
        _ => {}
    }
    let of_all = meant(&word, &[&NAMES[..], &["space"]].concat());
    if of_all.starts_with("did you mean") { of_all } else { ParseKeyError::HINT.to_owned() }
}

/// The keymap with as many of the bindings as do not conflict with each other or with the keys that other actions have
/// already. What conflicts loses its key, and an action without one gets its usual keys again, which may be taken by
/// now: so this goes on until nothing conflicts.
fn without_conflicts(reader: &mut Reader<'_, '_>, mut bindings: Vec<Binding>) -> Keymap {
    let usual = Keymap::default();
    loop {
        let changes: Vec<(Action, Vec<Shortcut>)> = bindings
            .iter()
            .map(|binding| (binding.action, binding.keys.iter().map(|(key, _)| *key).collect()))
            .collect();
        if let Ok(keymap) = usual.with(&changes) {
            return keymap;
        }
        let mut lost: Vec<(Action, Shortcut, Span)> = Vec::new();
        for error in usual.conflicts_with(&changes) {
            let Some((action, key, at)) = culprit(&bindings, &error) else {
                no_key(reader, &bindings, &error);
                continue;
            };
            // One key may conflict with several others.
            if !lost.iter().any(|(_, _, known)| *known == at) {
                lost.push((action, key, at));
                let (message, hint) = describe(&error, action);
                reader.add(Rule::ShortcutConflict, at, message, &hint);
            }
        }
        for binding in &mut bindings {
            binding.keys.retain(|(_, at)| !lost.iter().any(|(_, _, lost)| lost == at));
        }
        let before = bindings.len();
        bindings.retain(|binding| !binding.keys.is_empty());
        if lost.is_empty() && bindings.len() == before {
            return usual;
        }
    }
}

fn no_key(reader: &mut Reader<'_, '_>, bindings: &[Binding], error: &KeymapError) {
    let KeymapError::NoKey(name) = error else { return };
    if let Some(binding) = bindings.iter().find(|binding| binding.action.entry().name == *name) {
        let message = format!("\"{name}\" needs at least one key");
        reader.add(
            Rule::ShortcutConflict,
            binding.at,
            message,
            "write one, or leave the action out to keep its keys",
        );
    }
}

/// The key that is to blame: of those that are written in the file, the last.
fn culprit(bindings: &[Binding], error: &KeymapError) -> Option<(Action, Shortcut, Span)> {
    let sides = match error {
        KeymapError::NoKey(_) => return None,
        KeymapError::Conflict { key, one, other } => [(*one, *key), (*other, *key)],
        KeymapError::Prefix { prefix, one, longer, other } => [(*one, (*prefix).into()), (*other, *longer)],
    };
    let written =
        bindings.iter().flat_map(|binding| binding.keys.iter().map(|(key, at)| (binding.action, *key, *at)));
    let is_one = |(action, key, _): &(Action, Shortcut, Span)| {
        sides.iter().any(|(name, side)| *name == action.entry().name && side == key)
    };
    written.filter(is_one).max_by_key(|(_, _, at)| *at)
}

/// What is wrong, seen from the action whose key is to blame, and what to do.
fn describe(error: &KeymapError, blamed: Action) -> (String, String) {
    let own = blamed.entry().name;
    match error {
        KeymapError::NoKey(_) => (error.to_string(), String::new()),
        KeymapError::Conflict { key, one, other } if one == other => {
            (format!("{key} is listed twice for \"{own}\""), "remove one of the two".to_owned())
        }
        KeymapError::Conflict { key, one, other } => {
            let other = if *one == own { other } else { one };
            let message = format!("{key} cannot be bound to \"{own}\": it is bound to \"{other}\" already");
            (message, format!("choose another key, or give \"{other}\" another one"))
        }
        KeymapError::Prefix { prefix, one, longer, .. } if *one == own => {
            let message = format!("{prefix} cannot be bound to \"{own}\": {longer} begins with it");
            (message, format!("choose another key, or another one than {longer}"))
        }
        KeymapError::Prefix { prefix, one, longer, .. } => {
            let message =
                format!("{longer} cannot be bound to \"{own}\": {prefix} alone is bound to \"{one}\"");
            (message, format!("choose another key, or give \"{one}\" another one"))
        }
    }
}
