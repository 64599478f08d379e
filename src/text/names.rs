//! Words of a text, and runs of them that look like a name: to step from one to the next.

mod function_words;
mod nouns;

use std::ops::Range;

use foldhash::HashSet;

use super::cues::{CueKind, CueLanguage, cues};
use super::invisible::is_invisible;
use super::sentences::sentences;
use super::word_boundary;
pub(crate) use function_words::is_function_word;

/// The words and numbers of a text, without the marks around them: where a quotation may begin and end. Soft hyphens and the like part
/// no words; of a script that puts no blanks between words each letter is one.
pub fn words(text: &str) -> Vec<Range<usize>> {
    if !text.contains(is_invisible) {
        return word_boundary::words(text);
    }
    let shown: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !is_invisible(*c)).collect();
    let plain: String = shown.iter().map(|(_, c)| c).collect();
    let places: Vec<(usize, Range<usize>)> =
        plain.char_indices().zip(shown).map(|((own, _), (at, c))| (own, at..at + c.len_utf8())).collect();
    let first_from = |own: usize| places.partition_point(|(place, _)| *place < own);
    let found = word_boundary::words(&plain).into_iter().filter_map(|word| {
        let (_, start) = places.get(first_from(word.start))?;
        let (_, end) = places.get(first_from(word.end).checked_sub(1)?)?;
        Some(start.start..end.end)
    });
    found.collect()
}

/// Words side by side that look like a name: they begin with a capital, or have one inside, and have numbers and small words as
/// "von der" only between or after them. No dates, no figures, and no word by itself that only has a capital because a sentence
/// begins with it, or because it is a German noun, as far as that can be seen.
pub fn name_runs(text: &str, languages: &[CueLanguage]) -> Vec<Range<usize>> {
    name_runs_of(text, languages, |word| stands_within_sentence(text, word))
}

/// The same of a part of a text, of the rest of which is asked whether a word has its capital there within a sentence.
pub(crate) fn name_runs_of(
    text: &str,
    languages: &[CueLanguage],
    stands_within: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let languages = if languages.is_empty() { &CueLanguage::ALL } else { languages };
    let is_german = languages.contains(&CueLanguage::German);
    let words = words(text);
    let small: HashSet<&str> =
        words.iter().map(|word| &text[word.clone()]).filter(|word| is_small(word)).collect();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for sentence in sentences(text) {
        let first = words.partition_point(|word| word.start < sentence.start);
        let end = words.partition_point(|word| word.start < sentence.end);
        let others = cues(&text[sentence.clone()], languages).into_iter();
        let others: Vec<Range<usize>> = others
            .filter(|cue| matches!(cue.kind, CueKind::Date | CueKind::Figure))
            .map(|cue| sentence.start + cue.range.start..sentence.start + cue.range.end)
            .collect();
        let is_other =
            |word: &Range<usize>| others.iter().any(|cue| cue.start <= word.start && word.end <= cue.end);
        let own = words[first..end].iter().enumerate();
        let kinds = own.map(|(place, word)| {
            let as_written = &text[word.clone()];
            let kind = WordKind::of(as_written, languages);
            // A word that is also written small has its capital from the sentence.
            let is_by_place = place == 0 && small.contains(&*as_written.to_lowercase());
            let is_none = is_other(word) || kind == WordKind::Name && is_by_place;
            (word.clone(), if is_none { WordKind::Other } else { kind })
        });
        let kinds: Vec<(Range<usize>, WordKind)> = kinds.collect();
        let mut own: Vec<Range<usize>> = Vec::new();
        add_runs(text, &kinds, is_german, &mut own);
        own.retain(|run| {
            let place = kinds.partition_point(|(word, _)| word.start < run.start);
            let word = &text[run.clone()];
            let is_single = kinds.get(place).is_some_and(|(word, _)| word.end == run.end);
            if !is_single || is_like_no_noun(word) {
                return true;
            }
            if is_german && nouns::is_institution(word) {
                return true;
            }
            let is_noun = languages == [CueLanguage::German] && nouns::is_led(text, &kinds[..place], run);
            !is_noun && (place > 0 || stands_within(word))
        });
        runs.append(&mut own);
    }
    runs
}

/// Whether a word is written as no other word is: with a capital inside, or a digit.
fn is_like_no_noun(word: &str) -> bool {
    word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a word stands somewhere in this text after another of the same sentence.
pub(crate) fn stands_within_sentence(text: &str, word: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '(' | '–' | '’');
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let rest = before.trim_end_matches([' ', '\u{a0}']);
        rest.len() < before.len() && rest.ends_with(goes_on) && !after.starts_with(char::is_alphanumeric)
    })
}

/// What a word may be in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordKind {
    /// It looks like a name.
    Name,
    /// It may follow one: `Boeing 737`.
    Number,
    /// It may stand between two: `von`, `of`.
    Particle,
    Other,
}

impl WordKind {
    fn of(word: &str, languages: &[CueLanguage]) -> Self {
        let has_capital = word.contains(char::is_uppercase);
        match word {
            _ if is_particle(word, languages) => Self::Particle,
            _ if has_capital && is_function_word(&word.to_lowercase(), languages) => Self::Other,
            _ if has_capital => Self::Name,
            _ if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) => Self::Number,
            _ => Self::Other,
        }
    }
}

/// Small words inside of names.
fn is_particle(word: &str, languages: &[CueLanguage]) -> bool {
    const ANYWHERE: [&str; 15] =
        ["von", "van", "de", "di", "da", "del", "della", "du", "la", "le", "al", "el", "bin", "ibn", "dos"];
    ANYWHERE.contains(&word) || word == "of" && languages.contains(&CueLanguage::English)
}

/// Words that may follow a particle: `von der Leyen`, `Bank of the West`.
fn is_after_particle(word: &str) -> bool {
    matches!(word, "der" | "den" | "dem" | "the" | "la" | "las" | "los")
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && !word.contains(char::is_uppercase)
}

/// Adds the runs of a sentence.
fn add_runs(text: &str, words: &[(Range<usize>, WordKind)], is_german: bool, runs: &mut Vec<Range<usize>>) {
    let mut place = 0;
    while place < words.len() {
        let (first, kind) = &words[place];
        place += 1;
        if *kind != WordKind::Name {
            continue;
        }
        let mut run = first.clone();
        while let Some(next) = next_of_run(text, words, place, is_german) {
            run.end = words[next].0.end;
            place = next + 1;
        }
        runs.push(run);
    }
}

/// The word with which a run goes on from before this place, if it does.
fn next_of_run(
    text: &str,
    words: &[(Range<usize>, WordKind)],
    place: usize,
    is_german: bool,
) -> Option<usize> {
    let is_joined = |place: usize| {
        let before = words.get(place.checked_sub(1)?)?;
        let gap = &text[before.0.end..words.get(place)?.0.start];
        joins(&text[before.0.clone()], gap).then_some(())
    };
    is_joined(place)?;
    match words[place].1 {
        WordKind::Name => Some(place),
        // Only right after a name: "H 20", and not after a number.
        WordKind::Number => {
            // "Die Gesellschaft 400 Leute": a German noun after a number is what is counted.
            let counts = is_german
                && words.get(place + 1).is_some_and(|(_, kind)| *kind == WordKind::Name)
                && is_joined(place + 1).is_some();
            (words[place - 1].1 == WordKind::Name && !counts).then_some(place)
        }
        WordKind::Other => None,
        WordKind::Particle => {
            let mut next = place + 1;
            is_joined(next)?;
            if is_after_particle(&text[words[next].0.clone()]) {
                next += 1;
                is_joined(next)?;
            } else if is_german && &text[words[place].0.clone()] == "von" {
                // "Chef von Lund" is more frequent than "Otto von Lund".
                return None;
            }
            (words[next].1 == WordKind::Name).then_some(next)
        }
    }
}

/// Whether what stands after a word leads on to another of the same name: blanks on one line, a hyphen, an apostrophe, the full stop
/// of an initial, an ampersand.
fn joins(before: &str, gap: &str) -> bool {
    let is_blank = |text: &str| text.chars().all(|c| c == ' ' || c == '\u{a0}' || is_invisible(c));
    let is_initial = before.chars().nth(1).is_none();
    match gap.trim_matches(is_invisible) {
        "-" | "\u{2010}" | "\u{2011}" | "'" | "\u{2019}" | "&" | " & " => true,
        gap => is_blank(gap) || is_initial && gap.strip_prefix('.').is_some_and(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(text: &str, language: CueLanguage) -> Vec<&str> {
        name_runs(text, &[language]).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn german_names_are_found() {
        let text = "Den Anfang machten die Ostlinie und die Pendelo-Mutter Wellgard. Ursula von der Leyen fährt am 27. November \
                    2025 mit der H20. Das sagte J. Smith, Chef von Lund. Wenn Sie bauen, bauen wir.";
        let found = names(text, CueLanguage::German);
        assert_eq!(found, ["Pendelo-Mutter Wellgard", "Ursula von der Leyen", "H20", "J. Smith", "Chef"]);
    }

    #[test]
    fn a_german_noun_is_a_name_only_if_it_is_that_of_an_institution() {
        let text = "Der Speicher soll nach Angaben der Hafengesellschaft 400 Leute und den größten Kran brauchen, sagte \
                    Meinhardt. Die Umweltbehörde des Landes prüft. Fällt der Beschluss, müsste Brunsend neu wählen. Meinhardt \
                    rechnet mit hohen Kosten. Brunsend wartet; das Ministerium Wendel nicht. Unterlagen des Landtags fehlen.";
        let found = names(text, CueLanguage::German);
        assert_eq!(
            found,
            [
                "Hafengesellschaft",
                "Meinhardt",
                "Umweltbehörde",
                "Brunsend",
                "Meinhardt",
                "Brunsend",
                "Ministerium Wendel",
                "Landtags"
            ]
        );
    }

    #[test]
    fn english_names_are_found() {
        let text = "Shares fell. The Bank of England and Johnson & Johnson bought Boeing 737 jets in May 2024. Many shares of \
                    Nvidia’s rose, O'Brien said. eBay did not.";
        let found = names(text, CueLanguage::English);
        assert_eq!(
            found,
            ["Bank of England", "Johnson & Johnson", "Boeing 737", "Nvidia", "O'Brien", "eBay"]
        );
    }

    #[test]
    fn a_word_that_begins_a_sentence_is_a_name_only_if_it_is_one_elsewhere() {
        let text = "Doubts from the town\nNine members agreed. Consumer groups do not. Averill conceded it. Work stops, Averill \
                    said. OpenGrid and North Wharf wait. Competition grows.";
        assert_eq!(names(text, CueLanguage::English), ["Averill", "Averill", "OpenGrid", "North Wharf"]);
        let part = "Averill conceded it.";
        let found = name_runs_of(part, &[CueLanguage::English], |word| stands_within_sentence(text, word));
        assert_eq!(found.first(), Some(&(0..7)), "what is said in another paragraph counts");
    }

    #[test]
    fn words_are_without_marks_and_numbers_whole() {
        let words = |text| words(text).into_iter().map(|word| &text[word]).collect::<Vec<&str>>();
        assert_eq!(
            words("„Öl\u{ad}preis“ fiel um 1,5 %, (−7) H20-Chips."),
            ["Öl\u{ad}preis", "fiel", "um", "1,5", "−7", "H20", "Chips"]
        );
        assert_eq!(words("\u{ad}他来了 हिन्दी"), ["他", "来", "了", "हिन्दी"]);
        assert_eq!(words(" …\u{ad} "), [""; 0]);
    }

    proptest! {
        #[test]
        fn runs_are_words_in_a_row(text in "([A-Za-zÄö]{1,5}|[0-9]{1,3}|von|of|the|\u{ad})([ .,\\-&'\n]{1,2}([A-Za-z]{1,5}|von|der|[0-9]{1,3})){0,12}") {
            let words = words(&text);
            let mut end = 0;
            for run in name_runs(&text, &[]) {
                prop_assert!(end <= run.start && run.start < run.end);
                prop_assert!(words.iter().any(|word| word.start == run.start));
                prop_assert!(words.iter().any(|word| word.end == run.end));
                prop_assert!(!text[run.clone()].contains('\n'));
                end = run.end;
            }
        }
    }
}
