//! The few marks of HTML that titles have in CSL-JSON: italics, small capitals, a word that keeps its letters.

/// The tags that CSL-JSON knows.
const TAGS: [&str; 6] = ["i", "b", "sub", "sup", "sc", "span"];

/// The text without such marks. All else between angle brackets is text.
pub(super) fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = tag_length(rest).unwrap_or_else(|| {
            plain.push('<');
            1
        });
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// How long the tag is with which a text begins; none if it begins with no such tag.
fn tag_length(text: &str) -> Option<usize> {
    /// Longer ones are none: `<span style="font-variant: small-caps;">` is one of the longest.
    const LONGEST: usize = 80;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = text[1..end].strip_prefix('/').unwrap_or(&text[1..end]);
    let name = inside.split(' ').next().unwrap_or_default();
    TAGS.contains(&name).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_marks_of_csl_go() {
        for (text, plain) in [
            ("The <i>Echo</i> on H<sub>2</sub>O", "The Echo on H2O"),
            ("<span class=\"nocase\">iPhone</span> sales", "iPhone sales"),
            ("<span style=\"font-variant:small-caps;\">Brücke</span>", "Brücke"),
            ("a < b > c", "a < b > c"),
            ("use <video> and <i", "use <video> and <i"),
            ("<<i>x</i>", "<x"),
        ] {
            assert_eq!(without_markup(text), plain);
        }
    }
}
