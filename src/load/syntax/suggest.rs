//! The name an author probably meant.

/// The candidate that is fewest edits away, if it is near enough to be a slip; of equally near ones the first.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 80;
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let word: Vec<char> = word.chars().collect();
    // Of a single letter nothing would be left that is alike.
    let mut best = (word.len() / 3).clamp(1, 3).min(word.len() - 1) + 1;
    let mut found = None;
    for candidate in candidates {
        if candidate.len() > LONGEST {
            continue;
        }
        let letters: Vec<char> = candidate.chars().collect();
        if letters.len().abs_diff(word.len()) >= best {
            continue;
        }
        let distance = edits(&word, &letters);
        if distance < best {
            (best, found) = (distance, Some(candidate));
        }
    }
    found
}

/// "did you mean …?", or what is given instead.
pub(crate) fn suggestion<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(word, candidates).map_or_else(otherwise, |meant| format!("did you mean \"{meant}\"?"))
}

/// Insertions, deletions, replacements and swaps of neighbours.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &y) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognized() {
        assert_eq!(nearest("bytedanse", ["alibaba", "bytedance"]), Some("bytedance"));
        assert_eq!(nearest("laels", ["label", "kind"]), None);
        assert_eq!(nearest("tilte", ["title", "tiles"]), Some("title"));
        assert_eq!(nearest("us", ["eu", "us-government"]), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("x", ["much-longer"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }

    #[test]
    fn distances() {
        let edits = |a: &str, b: &str| edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("ab", "ba"), 1);
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("abc", ""), 3);
    }
}
