//! A document as one HTML page that needs nothing else, and is well-formed XML.

mod article;
mod brief;
mod chart;
mod entry;
mod markup;
mod score;
mod sheet;

pub(super) use self::brief::brief;
use self::markup::Markup;
pub(super) use self::sheet::brief_heights;
use super::document::brief::Brief;
use super::document::{BRIEF, Document, Inline, Mark, Part, Section, Words};
use crate::i18n::language::Language;
use crate::i18n::strings::Export;

/// How it looks, in both schemes and on paper.
const STYLE: &str = include_str!("style.css");

/// What the explanation of the signs is found by.
const SIGNS: &str = "signs";

/// The page.
pub(super) fn write(document: &Document) -> String {
    let mut page = Page::new(document.language, document.article_language.as_deref());
    page.head(&document.title.text, &[STYLE]);
    page.body(document);
    page.out.finish()
}

/// A page being written.
struct Page<'a> {
    out: Markup,
    language: Language,
    /// The article's, where that is another and known.
    article_language: Option<&'a str>,
    /// The handout, if that is what is written.
    brief: Option<&'a Brief>,
}

impl<'a> Page<'a> {
    fn new(language: Language, article_language: Option<&'a str>) -> Self {
        Self { out: Markup::default(), language, article_language, brief: None }
    }

    /// What only a document says.
    fn texts(&self) -> &'static Export {
        &self.language.strings().export
    }

    fn head(&mut self, title: &str, styles: &[&str]) {
        let out = &mut self.out;
        out.raw("<!DOCTYPE html>\n");
        out.open("html", &[("lang", self.language.tag())]);
        out.raw("\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
        out.text(title);
        out.raw("</title>\n<style>\n");
        for style in styles {
            out.raw(style);
        }
        out.raw("</style>\n</head>\n");
    }

    fn body(&mut self, document: &'a Document) {
        let texts = self.texts();
        self.out.raw("<body>\n");
        self.out.element("a", &[("class", "skip"), ("href", "#main")], texts.skip);
        self.out.raw("\n<header>\n<h1>");
        self.words(&document.title);
        self.out.raw("</h1>\n");
        for line in &document.standing {
            self.out.raw("<p>");
            self.pieces(line);
            self.out.raw("</p>\n");
        }
        for warning in &document.warnings {
            self.fault_line(warning);
        }
        self.out.raw("</header>\n");
        self.contents(document);
        self.out.raw("<main id=\"main\">\n");
        let (brief, others): (Vec<_>, Vec<_>) =
            document.sections.iter().partition(|section| section.is_brief());
        for section in brief {
            self.section(section);
        }
        self.signs(document);
        for section in others {
            self.section(section);
        }
        self.out.raw("</main>\n<footer>\n<p>");
        self.out.text(document.made);
        self.out.raw("</p>\n</footer>\n<p class=\"up\">");
        self.out.element("a", &[("href", "#contents")], &format!("↑ {}", texts.contents));
        self.out.raw("</p>\n</body>\n</html>\n");
    }

    /// The way to each part, and what the signs mean as the second of them.
    fn contents(&mut self, document: &Document) {
        let texts = self.texts();
        self.out.open("nav", &[("id", "contents"), ("aria-label", texts.contents)]);
        self.out.raw("\n<ul>\n");
        let parts = document.sections.iter().map(|section| (section.id, &*section.name));
        let (brief, others): (Vec<_>, Vec<_>) = parts.partition(|(id, _)| *id == BRIEF);
        for (id, name) in brief.into_iter().chain([(SIGNS, texts.signs)]).chain(others) {
            self.out.raw("<li>");
            self.out.element("a", &[("href", &format!("#{id}"))], name);
            self.out.raw("</li>\n");
        }
        self.out.raw("</ul>\n</nav>\n");
    }

    fn signs(&mut self, document: &Document) {
        let (texts, heading) = (self.texts(), format!("{SIGNS}-heading"));
        self.out.open("section", &[("id", SIGNS), ("aria-labelledby", &heading)]);
        self.out.raw("\n");
        self.out.element("h2", &[("id", &heading)], texts.signs);
        self.out.raw("\n");
        self.out.element("p", &[("class", "intro")], texts.voices);
        self.out.raw("\n<ul class=\"signs\">\n");
        for (glyph, word) in &document.signs {
            self.out.raw("<li><span class=\"sign\">");
            self.out.text(glyph);
            self.out.raw("</span> ");
            self.out.text(word);
            self.out.raw("</li>\n");
        }
        self.out.raw("</ul>\n</section>\n");
    }

    fn section(&mut self, section: &'a Section) {
        let heading = format!("{}-heading", section.id);
        self.out.open("section", &[("id", section.id), ("aria-labelledby", &heading)]);
        self.out.raw("\n");
        self.out.element("h2", &[("id", &heading)], &section.name);
        self.out.raw("\n");
        if let Some(intro) = &section.intro {
            self.out.element("p", &[("class", "intro")], intro);
            self.out.raw("\n");
        }
        // Entries stand below the heading of their group, or else below that of the section.
        let mut level = 3;
        let mut article = article::Nesting::default();
        for part in &section.parts {
            match part {
                Part::Group(name) => {
                    self.out.element("h3", &[("class", "group")], name);
                    self.out.raw("\n");
                    level = 4;
                }
                Part::Rule(text) => {
                    self.out.element("p", &[("class", "rule")], text);
                    self.out.raw("\n");
                }
                Part::Prose(prose) => self.prose(prose, &mut article),
                Part::Overview(table) => self.table(table),
                Part::Score(score) => self.score(score),
                Part::Summary(summary) => self.summary(summary, 3),
                Part::Chart(figure) => self.chart(figure),
                Part::Entry(entry) => self.entry(entry, level),
                Part::Stop(stop) => self.stop(stop),
            }
        }
        self.leave(&mut article, 0);
        self.out.raw("</section>\n");
    }

    /// Words in their own language, which is named where there is no reason for it but a missing translation.
    fn words(&mut self, words: &Words) {
        match &words.language {
            Some(language) => {
                self.out.open("span", &[("lang", language)]);
                self.out.isolated(&words.text);
                self.out.raw("</span>");
                if words.is_marked {
                    self.out.text(&format!(" [{language}]"));
                }
            }
            None => self.out.isolated(&words.text),
        }
    }

    fn pieces(&mut self, pieces: &[Inline]) {
        for piece in pieces {
            match piece {
                Inline::Words(words) => self.words(words),
                Inline::Unlinked(address) => self.out.isolated(address),
                Inline::Deleted(text) => self.out.element("del", &[], text),
                Inline::Inserted(text) => self.out.element("ins", &[], text),
                Inline::ExternalLink { address, words } => {
                    let address = address.as_str();
                    // On paper an address is written after words that do not say it.
                    let class = if words.is_some() { "away told" } else { "away" };
                    let words = words.as_deref().unwrap_or(address);
                    self.out.element(
                        "a",
                        &[("class", class), ("href", address), ("rel", "noreferrer")],
                        words,
                    );
                }
                Inline::Thing { anchor, words, .. } => {
                    self.out.open("a", &[("href", &format!("#{anchor}"))]);
                    self.words(words);
                    self.out.raw("</a>");
                }
            }
        }
    }

    fn fault_line(&mut self, fault: &str) {
        self.out.raw("<p class=\"fault\"><span class=\"sign\">!</span> ");
        self.out.text(fault);
        self.out.raw("</p>\n");
    }

    /// The sign of an error, before a mark that does not say so itself.
    fn fault(&mut self, mark: &Mark, is_at_fault: bool) {
        if is_at_fault && !mark.kind.is_fault() {
            self.out.raw("<span class=\"sign\">!</span> ");
        }
    }

    /// A sign to be seen, and what it says to be heard, unless that is said anyway.
    fn sign(&mut self, mark: &Mark, is_heard: bool) {
        self.out.raw("<span class=\"sign\" aria-hidden=\"true\">");
        self.out.text(mark.glyph());
        self.out.raw("</span>");
        if is_heard {
            self.out.element("span", &[("class", "heard")], &format!("{}: ", mark.word));
        }
    }
}
