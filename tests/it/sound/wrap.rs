//! Laid out at any width, a text is all there, once, in order, and fits.

use std::ops::Range;

use fundstelle::text::width::{cells, graphemes, truncate};
use fundstelle::text::{hyphenate, sanitize, wrap};

/// Lays out a text. The first line of the input is `width language`.
pub(crate) fn check(input: &str) {
    let (head, text) = input.split_once('\n').unwrap_or(("", input));
    let (width, language) = head.split_once(' ').unwrap_or((head, "und"));
    let width = width.parse::<u16>().unwrap_or(20);
    // As it comes out of a file, and as it may be shown.
    check_text(text, width, language);
    check_text(&sanitize::sanitize(text), width, language);
}

fn check_text(text: &str, width: u16, language: &str) {
    let chunks = wrap::chunks(text, 0..text.len());
    check_all_once(text, &chunks);
    let mut broken = Vec::new();
    for chunk in chunks {
        assert!(!chunk.is_empty());
        let hyphens = hyphenate::break_points(text, chunk.clone(), language);
        assert!(hyphens.windows(2).all(|two| two[0] < two[1]), "{hyphens:?}");
        assert!(hyphens.iter().all(|at| chunk.contains(at) && text.is_char_boundary(*at)), "{hyphens:?}");
        let lines = wrap::lines(text, chunk.clone(), width, &hyphens);
        assert!(lines.last().is_none_or(|line| !line.hyphen), "the last line ends its word");
        for line in &lines {
            assert!(chunk.start <= line.range.start && line.range.end <= chunk.end);
            assert!(!line.hyphen || hyphens.contains(&line.range.end), "a hyphen stands at no place");
            check_width(&text[line.range.clone()], line.hyphen, width);
        }
        assert_eq!(lines, wrap::lines(text, chunk, width, &hyphens));
        broken.extend(lines.into_iter().map(|line| line.range));
    }
    check_all_once(text, &broken);
    let wrapped: Vec<Range<usize>> = wrap::wrap(text, width).into_iter().map(|line| line.range).collect();
    for line in &wrapped {
        check_width(&text[line.clone()], false, width);
    }
    check_all_once(text, &wrapped);
    let cut = truncate(text, usize::from(width), "…");
    assert!(cells(&cut) <= usize::from(width), "{cut:?} has no room in {width}");
}

/// A line fits, or is the single grapheme that never will.
fn check_width(words: &str, hyphen: bool, width: u16) {
    let fits = cells(words) + usize::from(hyphen) <= usize::from(width.max(1));
    let single = || graphemes(words).filter(|one| one.cells > 0).count() == 1 && !hyphen;
    assert!(fits || single(), "{words:?} has no room in {width}");
}

/// Every grapheme that is to be seen stands in exactly one of the ranges, which are in order.
fn check_all_once(text: &str, ranges: &[Range<usize>]) {
    let mut starts = Vec::new();
    for range in ranges {
        starts.extend(seen(&text[range.clone()]).map(|start| range.start + start));
    }
    assert!(
        starts.iter().copied().eq(seen(text)),
        "something is lost or shown twice: {ranges:?} of {text:?}"
    );
    assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start), "{ranges:?}");
}

/// The starts of the graphemes that are no blanks.
fn seen(text: &str) -> impl Iterator<Item = usize> {
    let holds = |one: char| matches!(one, '\u{A0}' | '\u{2007}' | '\u{202F}');
    graphemes(text)
        .filter(move |one| !one.symbol.chars().all(|c| c.is_whitespace() && !holds(c)))
        .map(|one| one.start)
}
