//! Words of a text, and runs of them that look like a name: to step from one to the next.

use std::ops::Range;

use super::cues::CueLanguage;
use super::invisible::is_invisible;
use super::word_boundary;

/// The words and numbers of a text, without the marks around them: where a quotation may begin and end. Soft hyphens and the like part
/// no words; of a script that puts no blanks between words each letter is one.
pub fn words(text: &str) -> Vec<Range<usize>> {
    if !text.contains(is_invisible) {
        return word_boundary::words(text);
    }
    let shown: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !is_invisible(*c)).collect();
    let plain: String = shown.iter().map(|(_, c)| c).collect();
    let mut places = plain.char_indices().map(|(at, _)| at).zip(&shown);
    // Both ends of a word are looked up in order.
    let mut place = |wanted: usize| places.by_ref().find(|(at, _)| *at == wanted).map(|(_, (at, _))| *at);
    let mut found = Vec::new();
    for word in word_boundary::words(&plain) {
        let last = plain[..word.end].char_indices().next_back().map_or(word.start, |(at, _)| at);
        let Some(start) = place(word.start) else { break };
        let end = if last == word.start { Some(start) } else { place(last) };
        let Some(end) = end else { break };
        found.push(start..end + text[end..].chars().next().map_or(0, char::len_utf8));
    }
    found
}

/// Words that begin with a capital, those side by side as one.
pub fn name_runs(text: &str, _languages: &[CueLanguage]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for word in words(text) {
        if !text[word.clone()].starts_with(char::is_uppercase) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if text[last.end..word.start].chars().all(|c| c == ' ') => last.end = word.end,
            _ => runs.push(word),
        }
    }
    runs
}
