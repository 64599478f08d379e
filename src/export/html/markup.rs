//! Writes elements, and escapes what strangers have written.

use crate::text::escape::escape;

/// Markup being written.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// Markup of ours, as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text, which can never become markup.
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    /// Text whose direction is its own affair: what is written from right to left does not turn what follows.
    pub(super) fn isolated(&mut self, text: &str) {
        if text.chars().any(is_right_to_left) {
            self.raw("<bdi>");
            self.text(text);
            self.raw("</bdi>");
        } else {
            self.text(text);
        }
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.raw("<");
        self.raw(name);
        for (attribute, value) in attributes {
            self.raw(" ");
            self.raw(attribute);
            self.raw("=\"");
            self.text(value);
            self.raw("\"");
        }
        self.raw(">");
    }

    /// Ends it.
    pub(super) fn close(&mut self, name: &str) {
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }

    /// An element with a text in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.isolated(text);
        self.close(name);
    }

    /// The same where nothing but text may stand, as in a picture: no direction is isolated.
    pub(super) fn plain_element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// All that was written.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Hebrew, Arabic and their neighbours, and the marks that set a direction.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
