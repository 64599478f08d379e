//! Where the elements of a list or an object begin and end in a text that is JSON, without reading what is in them: each entry can
//! then be read on its own, at its place.

use std::ops::Range;

/// The bytes of the elements of the list, or of the members of the object, whose bracket opens first in `range`. The text is known
/// to be JSON.
pub(super) fn elements(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = range.start;
    let mut is_text = false;
    let mut at = range.start;
    while at < range.end {
        match bytes[at] {
            b'\\' if is_text => at += 1,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'[' | b'{' => {
                depth += 1;
                if depth == 1 {
                    start = at + 1;
                }
            }
            b',' if depth == 1 => {
                found.push(trimmed(text, start..at));
                start = at + 1;
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let last = trimmed(text, start..at);
                    if !last.is_empty() || !found.is_empty() {
                        found.push(last);
                    }
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The same stretch without the blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = range.start + (whole.len() - whole.trim_start().len());
    start..start + whole.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn texts(text: &str) -> Vec<&str> {
        elements(text, 0..text.len()).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn elements_are_found_whatever_is_in_them() {
        assert_eq!(texts(" [ {\"a\": [1, 2]} , \"],\\\"\" ,3]"), ["{\"a\": [1, 2]}", "\"],\\\"\"", "3"]);
        assert_eq!(texts("{ \"a\" : {\"b\": 1}, \"c\": []}"), ["\"a\" : {\"b\": 1}", "\"c\": []"]);
        assert_eq!(texts("[ ]"), [""; 0]);
    }

    proptest! {
        #[test]
        fn each_element_is_what_it_is_in_the_list(texts in prop::collection::vec("[\\[\\]{},:\"\\\\ aä]{0,8}", 0..6)) {
            let list = Value::from(texts.iter().map(|text| serde_json::json!({ "a": [text, 1] })).collect::<Vec<_>>());
            for written in [list.to_string(), serde_json::to_string_pretty(&list).unwrap()] {
                let found = elements(&written, 0..written.len());
                let found: Vec<Value> = found.into_iter().map(|at| serde_json::from_str(&written[at]).unwrap()).collect();
                prop_assert_eq!(Value::from(found), list.clone());
            }
        }
    }
}
