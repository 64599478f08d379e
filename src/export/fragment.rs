//! Addresses that lead to words: text fragments (`#:~:text=`), as browsers read them.
//!
//! A quotation stands whole in its fragment, or, if it is long or runs over several paragraphs, by its first and last
//! words; where the same words stand elsewhere too, with some of those around them.
//!
//! Soft hyphens and the like are left out: a page may have them where its copy has none, or the other way round, and
//! browsers pass over them where they look for words.

use std::fmt::Write as _;
use std::ops::Range;

use crate::dossier::Article;
use crate::text::address::Address;
use crate::text::invisible::{is_invisible, without_invisible};

/// The longest quotation that stands whole, in characters: browsers look for no more than a few hundred.
const WHOLE: usize = 120;
/// The words that stand for the beginning or the end of a longer one, or for what is around it; more where these do not
/// distinguish it from others.
const FEW: usize = 4;
/// The most of them.
const MANY: usize = 12;
/// In articles of more bytes nobody looks whether fewer words do: a quotation would cost a walk through all of it.
const LONG: usize = 1 << 20;

/// The address of words of an article where it was published; none where that is not known. Whether the same words
/// may stand elsewhere is known by who quotes them: they then have a prefix or a suffix.
pub(super) fn original(article: &Article, passage: &Range<usize>, may_repeat: bool) -> Option<Address> {
    let address = article.url.as_deref()?;
    let directive = directive(article, passage, may_repeat)?;
    // What follows a directive in an address is none of the page's business.
    let page = address.split(":~:").next().unwrap_or(address);
    let hash = if page.contains('#') { "" } else { "#" };
    Address::new(&format!("{page}{hash}:~:text={directive}")).ok()
}

fn directive(article: &Article, passage: &Range<usize>, may_repeat: bool) -> Option<String> {
    let text = &article.text;
    let passage = whole_words(text, passage);
    let words = without_invisible(&text[passage.clone()]);
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let is_one_block = !words.contains('\n');
    let mut found = if is_one_block && words.chars().count() <= WHOLE {
        encoded(words)
    } else {
        let start = telling(text, words.split('\n').next().unwrap_or(words), true);
        let end = telling(text, words.rsplit('\n').next().unwrap_or(words), false);
        // A browser looks for the end behind the beginning: the two must not share words.
        if is_one_block && start.len() + end.len() >= words.len() {
            encoded(words)
        } else {
            format!("{},{}", encoded(start), encoded(end))
        }
    };
    if is_one_block && may_repeat {
        let line = text[..passage.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = without_invisible(&text[line..passage.start]);
        let before = edge(&before, FEW, false);
        if !before.is_empty() {
            found = format!("{}-,{found}", encoded(before));
        }
        let rest = &text[passage.end..];
        let after = without_invisible(&rest[..rest.find('\n').unwrap_or(rest.len())]);
        let after = edge(&after, FEW, true);
        if !after.is_empty() {
            let _ = write!(found, ",-{}", encoded(after));
        }
    }
    Some(found)
}

/// A passage that does not begin or end amid a word: browsers find whole words only.
fn whole_words(text: &str, passage: &Range<usize>) -> Range<usize> {
    let seen = |c: &char| !is_invisible(*c);
    let inside = |at: usize| {
        let (before, after) = (text[..at].chars().rev().find(seen), text[at..].chars().find(seen));
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    let (mut start, mut end) = (passage.start, passage.end);
    if inside(start) {
        let before = text[..start].char_indices().rev().filter(|(_, c)| seen(c));
        start = before.take_while(|(_, c)| c.is_alphanumeric()).last().map_or(start, |(at, _)| at);
    }
    if inside(end) {
        let after = text[end..].char_indices().filter(|(_, c)| seen(c));
        let last = after.take_while(|(_, c)| c.is_alphanumeric()).last();
        end += last.map_or(0, |(at, c)| at + c.len_utf8());
    }
    start..end
}

/// The first or last words of a line, so many that they stand in the text once, if that can be.
fn telling<'t>(text: &str, line: &'t str, first: bool) -> &'t str {
    if text.len() > LONG {
        return edge(line, MANY, first);
    }
    let text = without_invisible(text);
    let mut words = edge(line, FEW, first);
    for count in FEW + 1..=MANY {
        if text.matches(words).nth(1).is_none() {
            break;
        }
        words = edge(line, count, first);
    }
    words
}

/// The first or last words of a line.
fn edge(line: &str, count: usize, first: bool) -> &str {
    let line = line.trim();
    if first {
        let gaps = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        gaps.take(count).nth(count - 1).map_or(line, |end| line[..end].trim_end())
    } else {
        let gaps = line.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        gaps.take(count).nth(count - 1).map_or(line, |start| line[start..].trim_start())
    }
}

/// Words as they stand in a directive: a hyphen, a comma and an ampersand have a meaning there.
fn encoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 3);
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::LanguageTag;
    use proptest::prelude::*;

    fn article(text: &str, url: &str) -> Article {
        let mut article = Article::from_text(text, LanguageTag::new("en"), &[], &[]);
        article.url = Some(url.into());
        article
    }

    fn to(text: &str, words: &str) -> String {
        let at = text.find(words).unwrap();
        let address =
            original(&article(text, "https://a.example/b"), &(at..at + words.len()), false).unwrap();
        address.as_str().strip_prefix("https://a.example/b#:~:text=").unwrap().to_owned()
    }

    #[test]
    fn a_short_quotation_stands_whole() {
        let text = "Title\nA well-known fact, they say & mean it. So.";
        assert_eq!(
            to(text, "well-known fact, they say & mean"),
            "well%2Dknown%20fact%2C%20they%20say%20%26%20mean"
        );
        assert_eq!(to("T\nGrüße aus 東京.", "Grüße aus 東京"), "Gr%C3%BC%C3%9Fe%20aus%20%E6%9D%B1%E4%BA%AC");
    }

    #[test]
    fn a_long_one_by_its_ends() {
        let middle = "word ".repeat(60);
        let text = format!("T\nOne two three four five {middle}six seven eight nine ten. End");
        let words = &text[2..text.len() - 4];
        assert_eq!(to(&text, words), "One%20two%20three%20four,seven%20eight%20nine%20ten.");
    }

    #[test]
    fn a_long_one_of_few_words_stands_whole() {
        for words in ["Donaudampfschifffahrtsgesellschaft ".repeat(5), "東京".repeat(80)] {
            let words = words.trim();
            assert_eq!(to(&format!("T\n{words}."), words), encoded(words));
        }
    }

    #[test]
    fn over_a_paragraph_by_its_ends() {
        let text = "T\nFirst one here.\nSecond one there.";
        assert_eq!(to(text, "one here.\nSecond one"), "one%20here.,Second%20one");
    }

    #[test]
    fn what_stands_twice_has_its_surroundings() {
        let text = "T\nThe old bridge closes.\nThen the new bridge opens at noon today, they say.";
        let at = text.rfind("bridge").unwrap();
        let address = original(&article(text, "https://a.example/#top"), &(at..at + 6), true).unwrap();
        assert_eq!(
            address.as_str(),
            "https://a.example/#top:~:text=Then%20the%20new-,bridge,-opens%20at%20noon%20today%2C"
        );
    }

    #[test]
    fn a_piece_of_a_word_is_found_by_the_word() {
        assert_eq!(to("T\nThe bridgehead falls.", "bridge"), "bridgehead");
    }

    #[test]
    fn what_no_reader_sees_is_left_out() {
        let text = "T\nDie Donau\u{ad}dampf\u{200b}schiff\u{2060}fahrt\u{feff} endet.";
        assert_eq!(
            to(text, "Donau\u{ad}dampf\u{200b}schiff\u{2060}fahrt\u{feff} endet"),
            "Donaudampfschifffahrt%20endet"
        );
        assert_eq!(to(text, "dampf\u{200b}schiff"), "Donaudampfschifffahrt");
        let text = "T\nDie alte Do\u{ad}nau.\nDie neue Do\u{ad}nau.";
        let at = text.rfind("neue").unwrap();
        let address = original(&article(text, "https://a.example/"), &(at..at + 4), true).unwrap();
        assert_eq!(address.as_str(), "https://a.example/#:~:text=Die-,neue,-Donau.");
    }

    /// A run of invisible characters as long as an article may be: stepping through it one by one, looking to both
    /// sides each time, would take hours.
    #[test]
    fn invisible_characters_within_a_word_are_passed_over() {
        let run = "\u{200b}".repeat(1 << 20);
        let text = format!("T\n東{run}京 x");
        let word = 2..text.len() - 2;
        let middle = word.start + 3 * (1 << 19);
        for passage in [word.clone(), word.start..middle, middle..word.end, middle..middle + 3] {
            assert_eq!(whole_words(&text, &passage), word);
        }
        // What is invisible beside a word is none of it.
        let text = "a \u{200b}bc\u{200b} d";
        assert_eq!(&text[whole_words(text, &(6..6))], "bc");
    }

    proptest! {
        /// The same as one step at a time.
        #[test]
        fn whole_words_are_found_in_one_go(text in "[ab東, \u{ad}\u{200b}-]{1,24}", from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (from, to) = (*from.get(&places), *to.get(&places));
            let passage = from.min(to)..from.max(to);
            let seen = |c: &char| !is_invisible(*c);
            let inside = |at: usize| {
                let (before, after) = (text[..at].chars().rev().find(seen), text[at..].chars().find(seen));
                before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
            };
            let start = places.iter().rev().find(|at| **at <= passage.start && !inside(**at)).unwrap();
            let end = places.iter().find(|at| **at >= passage.end && !inside(**at)).unwrap();
            prop_assert_eq!(whole_words(&text, &passage), *start..*end);
        }

        #[test]
        fn any_passage_of_any_text(text in "[ a-cÄ東,&\\n\u{ad}\u{200b}-]{1,80}", from in 0_usize..80, length in 0_usize..80, may_repeat in any::<bool>()) {
            let boundary = |mut at: usize| { at = at.min(text.len()); while !text.is_char_boundary(at) { at -= 1; } at };
            let (from, to) = (boundary(from), boundary(from + length));
            if let Some(address) = original(&article(&text, "https://a.example"), &(from..to), may_repeat) {
                let (_, directive) = address.as_str().split_once(":~:text=").unwrap();
                prop_assert!(directive.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.~%,-".contains(&b)));
                prop_assert!(directive.matches(',').count() <= 3);
                prop_assert!(!directive.contains("%C2%AD") && !directive.contains("%E2%80%8B"));
            }
        }
    }
}
