//! CommonMark as a reader sees it: the text without its marks, and what the marks say of it. Of GitHub's Markdown tables are
//! read too, a row a line, words struck out (with their marks), and footnotes, whose numbers stand in brackets; of HTML the words are kept.
//!
//! The whole is linear in the file: the parser does not recurse, and what could make it slow is refused before.

pub(crate) mod front;
mod html;
mod sheet;

use std::borrow::Cow;
use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::html::Piece as HtmlPiece;
use self::sheet::Sheet;
use crate::dossier::{ArticleLink, Block, BlockKind, ContainerKind, LanguageTag, StyledSpan};

/// A Markdown file as a reader sees it.
pub(super) struct Markdown {
    /// The words, a block a line.
    pub(super) text: String,
    /// The lines.
    pub(super) blocks: Vec<Block>,
    /// What is set off, in order.
    pub(super) styled_spans: Vec<StyledSpan>,
    /// The links, in order.
    pub(super) links: Vec<ArticleLink>,
    /// The language, where the file's head names one.
    pub(super) language: Option<LanguageTag>,
    /// Where in the file each of the lines begins, or the paragraph that it is of.
    pub(super) starts: Vec<usize>,
    /// Where in the file the stretches of the text stand, in the order of the text.
    pub(super) pieces: Vec<Piece>,
}

/// A stretch of the text, which stands as it is in a line of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Its first byte of the text.
    pub(super) at: usize,
    /// Its first byte of the file.
    pub(super) from: usize,
}

/// The most levels of quotations and lists that one line may open. The parser looks at each open level for every line,
/// and nobody reads what stands deeper.
pub(super) const LEVELS: usize = 64;

/// A line, by its first byte, that nests deeper than [`LEVELS`].
#[derive(Debug)]
pub(super) struct TooDeep(pub(super) usize);

/// Reads a file.
pub(super) fn read(source: &str) -> Result<Markdown, TooDeep> {
    let (front, body) = front::split(source);
    let mut at = source.len() - body.len();
    for line in body.split_inclusive('\n') {
        if levels(line.trim_end()) > LEVELS {
            return Err(TooDeep(at));
        }
        at += line.len();
    }
    let mut reader = Reader::default();
    if let Some(title) = front.title {
        reader.sheet.front(title);
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        // Program text within a line stands within its marks.
        let within = match &event {
            Event::Code(words) => body[range.clone()].find(&**words).unwrap_or(0),
            _ => 0,
        };
        reader.sheet.reach(source.len() - body.len() + range.start + within);
        reader.take(event);
    }
    let (starts, pieces) = reader.sheet.take_places();
    let (text, blocks, styled_spans, links) = reader.sheet.finish();
    Ok(Markdown { text, blocks, styled_spans, links, language: front.language, starts, pieces })
}

/// How many levels of quotations and lists a line can open or go on with, at most.
fn levels(line: &str) -> usize {
    let is_rule = |mark: u8| line.bytes().all(|byte| byte == mark || byte == b' ' || byte == b'\t');
    if is_rule(b'-') || is_rule(b'*') {
        return 0;
    }
    let mut rest = line.as_bytes();
    let (mut marks, mut blanks, mut listed) = (0, 0, false);
    loop {
        if let Some(after) = after_item(rest) {
            marks += 1;
            listed = true;
            rest = without_blank(after);
            continue;
        }
        match rest {
            [b'>', after @ ..] => {
                marks += 1;
                rest = without_blank(after);
            }
            // What a footnote says is nested in it.
            [b'[', b'^', after @ ..] => match after.windows(2).position(|window| window == b"]:") {
                Some(end) => {
                    marks += 1;
                    rest = &after[end + 2..];
                }
                None => return if listed { marks + blanks / 2 } else { marks },
            },
            [b' ', after @ ..] => {
                blanks += 1;
                rest = after;
            }
            [b'\t', after @ ..] => {
                blanks += 4;
                rest = after;
            }
            // Blanks alone may be program text; before an item they stand for the items around it.
            _ => return if listed { marks + blanks / 2 } else { marks },
        }
    }
}

/// What comes after the mark of an item.
fn after_item(rest: &[u8]) -> Option<&[u8]> {
    let digits = rest.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    let (mark, after) = rest[digits..].split_first()?;
    let marks: &[u8] = if digits > 0 { b".)" } else { b"-+*" };
    let ends = matches!(after.first(), None | Some(b' ' | b'\t'));
    (marks.contains(mark) && ends).then_some(after)
}

/// The blank after a mark belongs to it.
fn without_blank(rest: &[u8]) -> &[u8] {
    rest.strip_prefix(b" ").unwrap_or(rest)
}

/// What is open while the events come in.
#[derive(Default)]
struct Reader<'a> {
    sheet: Sheet,
    /// How many links and images are open; only the outermost counts.
    linked: usize,
    /// Program text or HTML that is being gathered.
    gathered: Vec<Cow<'a, str>>,
    in_code: bool,
    /// The inline HTML element whose content is nothing to read.
    muted: Option<&'static str>,
    in_table: bool,
    /// The rows of the table so far, and the cells of its row.
    rows: usize,
    cells: usize,
    /// The numbers of the footnotes, in the order in which they are first met, by their names.
    notes: HashMap<String, usize>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.gathered.push(text.into()),
            Event::Html(text) => self.gathered.push(text.into()),
            _ if self.muted.is_some() && !matches!(event, Event::InlineHtml(_)) => {}
            Event::Text(text) | Event::Code(text) => self.sheet.words(&text),
            Event::SoftBreak => self.sheet.blank(),
            Event::HardBreak => self.sheet.break_line(),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::Rule => self.sheet.rule(),
            Event::FootnoteReference(name) => {
                let number = self.number_of(&name);
                self.sheet.words(&format!("[{number}]"));
            }
            // What the options do not ask for does not come. The boxes of a list of tasks are words as they stand.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph => self.sheet.begin_paragraph(),
            Tag::Heading { level, .. } => {
                self.sheet.end();
                match level {
                    HeadingLevel::H1 => self.sheet.first_level(),
                    HeadingLevel::H2 => self.sheet.kind(BlockKind::Heading),
                    _ => self.sheet.kind(BlockKind::Subheading),
                }
            }
            Tag::BlockQuote(_) => self.sheet.enter(ContainerKind::Quote),
            Tag::List(first) => self.sheet.begin_list(first),
            Tag::Item => self.sheet.begin_item(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.sheet.end();
                self.in_code = true;
            }
            Tag::HtmlBlock => self.sheet.end(),
            Tag::Table(_) => {
                self.sheet.end();
                self.in_table = true;
                self.rows = 0;
            }
            Tag::TableHead => {
                self.cells = 0;
                self.sheet.strong(true);
            }
            Tag::TableRow => self.cells = 0,
            Tag::TableCell => {
                if self.cells > 0 {
                    self.sheet.words(" | ");
                }
                self.cells += 1;
            }
            Tag::Emphasis => self.sheet.emphasis(true),
            Tag::Strong => self.sheet.strong(true),
            Tag::Strikethrough => self.sheet.struck(true),
            Tag::FootnoteDefinition(name) => {
                let number = self.number_of(&name);
                self.sheet.begin_note(number);
            }
            Tag::Link { dest_url, .. } => self.begin_link(&dest_url),
            Tag::Image { dest_url, .. } => {
                self.begin_link(&dest_url);
                self.sheet.begin_image();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.muted = None;
                self.sheet.end_paragraph();
            }
            TagEnd::Heading(_) => {
                self.muted = None;
                self.sheet.end();
                self.sheet.kind(BlockKind::Paragraph);
            }
            TagEnd::BlockQuote(_) => self.sheet.leave(),
            TagEnd::Item => {
                self.muted = None;
                self.sheet.leave();
            }
            TagEnd::List(_) => self.sheet.end_list(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                let code = std::mem::take(&mut self.gathered).concat();
                self.sheet.code(&code);
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.gathered).concat();
                html::read(&html, |piece| match piece {
                    HtmlPiece::Words(words) => self.sheet.words(words),
                    HtmlPiece::Blank => self.sheet.blank(),
                    HtmlPiece::Break => self.sheet.end(),
                    HtmlPiece::LineBreak => self.sheet.break_line(),
                });
                self.sheet.end();
            }
            TagEnd::TableHead => {
                self.sheet.strong(false);
                self.end_row();
            }
            TagEnd::TableRow => self.end_row(),
            TagEnd::Table => self.in_table = false,
            TagEnd::Emphasis => self.sheet.emphasis(false),
            TagEnd::Strong => self.sheet.strong(false),
            TagEnd::Strikethrough => self.sheet.struck(false),
            TagEnd::FootnoteDefinition => {
                self.muted = None;
                self.sheet.end_note();
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => {
                self.sheet.end_image();
                self.end_link();
            }
            _ => {}
        }
    }

    /// The number of the footnote with this name.
    fn number_of(&mut self, name: &str) -> usize {
        let next = self.notes.len() + 1;
        *self.notes.entry(name.to_owned()).or_insert(next)
    }

    fn begin_link(&mut self, address: &str) {
        self.linked += 1;
        if self.linked == 1 {
            self.sheet.begin_link(address);
        }
    }

    fn end_link(&mut self) {
        self.linked = self.linked.saturating_sub(1);
        if self.linked == 0 {
            self.sheet.end_link();
        }
    }

    fn end_row(&mut self) {
        self.muted = None;
        if self.sheet.end_row(self.rows > 0) {
            self.rows += 1;
        }
    }

    fn inline_html(&mut self, tag: &str) {
        let (name, closes) = html::name(tag);
        match self.muted {
            Some(muted) if closes && name.eq_ignore_ascii_case(muted) => self.muted = None,
            Some(_) => {}
            None if name.eq_ignore_ascii_case("br") && self.in_table => self.sheet.blank(),
            None if name.eq_ignore_ascii_case("br") => self.sheet.break_line(),
            None if ["del", "s", "strike"].iter().any(|element| name.eq_ignore_ascii_case(element)) => {
                self.sheet.struck(!closes);
            }
            None if name.eq_ignore_ascii_case("sup") && !closes => self.sheet.shifted("^"),
            None if name.eq_ignore_ascii_case("sub") && !closes => self.sheet.shifted("_"),
            None if !closes => self.muted = html::unreadable(name),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests;
