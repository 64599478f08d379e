//! The name an author probably meant.

/// The candidate with the fewest edits, if it is near enough to be a misspelling; of equally near ones the first.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 80;
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let length = word.chars().count();
    // A single letter with an edit has nothing in common with the original.
    let mut best = (length / 3).clamp(1, 3).min(length - 1) + 1;
    let mut found = None;
    for candidate in candidates {
        if candidate.len() > LONGEST {
            continue;
        }
        if candidate.chars().count().abs_diff(length) >= best {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        if distance < best {
            (best, found) = (distance, Some(candidate));
        }
    }
    found
}

/// "did you mean …?", or what is given instead.
pub(crate) fn suggest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(word, candidates).map_or_else(otherwise, |meant| format!("did you mean \"{meant}\"?"))
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
        // Two letters swapped are one edit.
        assert_eq!(nearest("ba", ["ab"]), Some("ab"));
        assert_eq!(nearest("größe", ["grösse", "größen"]), Some("größen"));
    }
}
