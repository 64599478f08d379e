//! The keys of marking, which are not those of reading.

use crate::input::key::{Code, Key};
use crate::protocol::context::Context;
use crate::protocol::mark::{KEYS, MarkKey, Step};

/// Each with what it does while words are marked, the commonest first.
pub(super) fn keys(context: &Context) -> Vec<(String, String)> {
    let strings = &context.strings().marking;
    // Keys whose names are long are left out where there are others.
    let is_long =
        |key: &Key| matches!(key.code, Code::ShiftUp | Code::ShiftDown | Code::BackTab | Code::Char(' '));
    let labels = |does: MarkKey| {
        let keys = does.keys().iter().filter(|key| !is_long(key)).map(|key| context.label(*key));
        keys.collect::<Vec<_>>().join(" ")
    };
    let row = |does: &[MarkKey], text: &str| {
        let keys: Vec<String> = does.iter().map(|does| labels(*does)).collect();
        (keys.join("  "), text.to_owned())
    };
    let steps = |one, other| [MarkKey::Step(one), MarkKey::Step(other)];
    let by_sentence = [Code::ShiftUp, Code::ShiftDown]
        .iter()
        .fold(strings.help_end_by_sentence.to_owned(), |text, code| {
            text.replacen("{}", &context.label(Key::plain(*code)), 1)
        });
    let at_once = KEYS.iter().filter(|row| matches!(row.does, MarkKey::Intend(_))).map(|row| row.does);
    let at_once: Vec<String> = at_once.map(labels).collect();
    vec![
        row(&steps(Step::PreviousSentence, Step::NextSentence), strings.help_sentence),
        row(&steps(Step::Left, Step::Right), strings.help_word),
        row(&[MarkKey::Step(Step::OtherEnd)], strings.help_other_end),
        row(&steps(Step::EndUp, Step::EndDown), &by_sentence),
        row(&steps(Step::PreviousName, Step::NextName), strings.help_name),
        row(&[MarkKey::Step(Step::OneWord)], strings.help_one_word),
        row(&[MarkKey::Step(Step::Sentences)], strings.help_whole),
        row(&[MarkKey::PageUp, MarkKey::PageDown], strings.help_page),
        row(&steps(Step::First, Step::Last), strings.help_ends),
        row(&[MarkKey::Menu], strings.help_menu),
        (at_once.join(" "), strings.help_at_once.to_owned()),
        row(&[MarkKey::Leave], strings.help_leave),
    ]
}
