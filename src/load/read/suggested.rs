//! What was decided of suggestions, and the actors of other dossiers that the article may name: a file of its own, which says
//! nothing of the article. Whatever is wrong with it, the dossier opens.

use toml::de::{DeTable, DeValue};

use crate::dossier::{Decision, Id, KnownActor, LocalText, Suggested};
use crate::load::format::{CAPTION, DECIDED, KNOWN, SUGGESTED};
use crate::load::report::problem::{quoted, trimmed_line};
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::report::{Report, UnknownKey};
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};
use crate::load::syntax::ids::hint_for_id;
use crate::load::syntax::suggest::nearest;
use crate::load::syntax::table::Table;
use crate::load::syntax::table_kinds::single;
use crate::load::syntax::toml_errors::{self, SyntaxError};
use crate::load::syntax::words::{ACTOR_KINDS, DECISIONS, SUGGESTION_KINDS};

/// What the file says, which becomes file number `file` if it is there.
pub(crate) fn read(files: &dyn Files, file: usize, report: &mut Report) -> (Suggested, Option<TextFile>) {
    let (text, fault) = read_text(files, SUGGESTED, limits::TOML);
    let suggested = match fault {
        Some(fault) if fault.missing => return (Suggested::default(), None),
        Some(fault) => {
            let message = format!("the decisions on suggestions cannot be read: {}", fault.message);
            let at = Span::point(file, fault.within.unwrap_or(0));
            report.add(Rule::SuggestionsUnreadable, at, None, message, fault.hint);
            Suggested::default()
        }
        // What is named in it, and in which languages, says nothing of the dossier.
        None => {
            let mut own = Report::default();
            let suggested = of_text(&text.text, file, &mut own);
            for key in own.take_unknown_keys() {
                add_unknown(&key, &mut own);
            }
            report.absorb(own, |hint| hint);
            suggested
        }
    };
    (suggested, Some(text))
}

fn of_text(text: &str, file: usize, report: &mut Report) -> Suggested {
    let (root, errors) = DeTable::parse_recoverable(text);
    // A decision that was cut off would be another.
    if !errors.is_empty() {
        for SyntaxError { span, message, hint } in toml_errors::syntax_errors(text, &errors) {
            let message = format!("this is not TOML: {message}");
            let hint = format!("{hint} (until then no decision counts)");
            report.add(Rule::SuggestionsUnreadable, Span::new(file, span), None, message, hint);
        }
        return Suggested::default();
    }
    let root = root.into_inner();
    let mut table = Table::new(&root, Span::start_of(file), SUGGESTED, None, report);
    let known = tables(&mut table, KNOWN.word());
    let captions = tables(&mut table, CAPTION.word());
    let decided = tables(&mut table, DECIDED.word());
    table.finish();
    let known = known.into_iter().filter_map(|entry| {
        let mut table = Table::new(entry.value, entry.at, KNOWN.what, None, report);
        let actor = read_known(&mut table);
        table.finish();
        actor
    });
    let known = known.collect();
    let captions = captions.into_iter().filter_map(|entry| {
        let mut table = Table::new(entry.value, entry.at, CAPTION.what, None, report);
        let words = table.required_text("words", "write what stands below the picture");
        table.finish();
        Some(words).filter(|words| !words.is_empty())
    });
    let captions = captions.collect();
    let decisions = decided.into_iter().filter_map(|entry| {
        let mut table = Table::new(entry.value, entry.at, DECIDED.what, None, report);
        let decision = read_decision(&mut table);
        table.finish();
        decision
    });
    Suggested { decisions: decisions.collect(), known, captions }
}

/// The tables below `[[word]]`. A single `[word]` is reported and used.
fn tables<'d>(root: &mut Table<'d, '_>, word: &'static str) -> Vec<Spanned<&'d DeTable<'d>>> {
    let Some(Spanned { value, at }) = root.value(word) else { return Vec::new() };
    let elements = match value {
        DeValue::Array(elements) => {
            elements.iter().map(|one| (one.get_ref(), root.place(one.span()))).collect()
        }
        one => {
            if matches!(one, DeValue::Table(_)) {
                let (message, hint) = single(word);
                root.add(Rule::TableSingle, at, message, hint);
            }
            vec![(one, at)]
        }
    };
    let mut found = Vec::with_capacity(elements.len());
    for (value, at) in elements {
        match value {
            DeValue::Table(value) => found.push(Spanned { value, at }),
            other => root.wants(word, "tables", other, at, format!("write [[{word}]], one for each")),
        }
    }
    found
}

/// An actor of another dossier. One that lacks something that every actor has is left out.
fn read_known(table: &mut Table<'_, '_>) -> Option<KnownActor> {
    let id = table.required_text("id", "write the id that it has in the other dossier");
    let kind = table.required_word("kind", &ACTOR_KINDS);
    let name: LocalText = table.required_local("name");
    let aliases = table.texts("aliases").into_iter().map(|alias| alias.value.into()).collect();
    let from = table.required_text("from", "write the id of the dossier that has it");
    if !id.is_empty() && !Id::is_well_formed(&id) {
        let at = table.value("id").map_or(table.at(), |found| found.at);
        table.add(Rule::IdInvalid, at, format!("{} is not a valid id", quoted(&id)), hint_for_id(&id));
        return None;
    }
    let is_whole = !id.is_empty() && ACTOR_KINDS.contains(&&*kind) && !name.is_empty();
    is_whole.then(|| KnownActor { id: Id::new(&id), kind, name, aliases, from })
}

/// A decision. One of nothing, or that says nothing, is left out.
fn read_decision(table: &mut Table<'_, '_>) -> Option<Decision> {
    let of = required(table, "kind", &SUGGESTION_KINDS);
    let words = read_words(table);
    let is_accepted = required(table, "decision", &DECISIONS);
    let (of, is_accepted) = (of?, is_accepted?);
    (!words.is_empty()).then_some(Decision { of, words, is_accepted })
}

/// One of a few words, which must be there.
fn required<T: Copy>(table: &mut Table<'_, '_>, key: &'static str, words: &[(&str, T)]) -> Option<T> {
    if !table.has(key) {
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        table.missing(key, &format!("write one of {}", all.join(", ")));
    }
    table.choice(key, words)
}

/// The words of a decision: a list, or one text alone.
fn read_words(table: &mut Table<'_, '_>) -> Vec<Box<str>> {
    const KEY: &str = "words";
    let Some(Spanned { value, at }) = table.value(KEY) else {
        table.missing(KEY, "write the words of the article that were suggested");
        return Vec::new();
    };
    match value {
        DeValue::String(text) if !text.trim().is_empty() => vec![trimmed_line(text).into()],
        DeValue::String(_) | DeValue::Array(_) => {
            let words: Vec<Box<str>> = table.texts(KEY).into_iter().map(|words| words.value.into()).collect();
            if words.is_empty() && matches!(value, DeValue::Array(all) if all.is_empty()) {
                let hint = "write the words of the article, or remove the decision";
                table.add(Rule::TextEmpty, at, format!("\"{KEY}\" is empty"), hint);
            }
            words
        }
        other => {
            table.wants(KEY, "a text or a list", other, at, format!("write {KEY} = [\"…\"]"));
            Vec::new()
        }
    }
}

/// A key that its table does not have.
fn add_unknown(key: &UnknownKey, report: &mut Report) {
    let begun = |known: &&'static str| known.starts_with(&*key.name);
    let meant =
        nearest(&key.name, key.known.iter().copied()).or_else(|| key.known.iter().copied().find(begun));
    // That the other is missing says nothing more.
    if let Some(meant) = meant {
        let missing = format!("{} lacks \"{meant}\"", key.what);
        report.take_back(Rule::KeyMissing, key.table, None, Some(&missing));
    }
    let hint = match meant {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None if key.what == SUGGESTED => {
            format!("its tables are {}: those of the dossier stand in other files", key.known.join(", "))
        }
        None => format!("its keys are {}", key.known.join(", ")),
    };
    let message = format!("{} has no key {}", key.what, quoted(&key.name));
    report.add(Rule::KeyUnknown, key.at, None, message, hint);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::SuggestionKind;

    #[test]
    fn the_words_of_files_are_those_of_reports() {
        for (word, kind) in SUGGESTION_KINDS {
            assert_eq!(word, kind.word());
        }
        assert_eq!(SUGGESTION_KINDS.map(|(_, kind)| kind), SuggestionKind::ALL);
    }
}
