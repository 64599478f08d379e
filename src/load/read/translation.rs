//! The files that translate the article: block by block, so that each stands beside what it translates.

use std::ops::Range;

use crate::dossier::{Article, Block, BlockKind, Container, ContainerKind, LanguageTag, Translation};
use crate::text::hard_wrap::{self, Joined};
use crate::text::sanitize::sanitize;

use crate::load::read::header::{self, ArticleNote};
use crate::load::read::markdown::{self, Markdown, TooDeep};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::source::files::Files;
use crate::load::source::limits;
use crate::load::source::text_file::{TextFile, read_text};

/// What stands for a block that is left as it is: a line without words would not be counted.
const UNTRANSLATED: &str = "—";

/// Reads the article in other languages. The files are put among the others, of which the first is file number `first`. One
/// that does not fit the article is reported and left out: a sentence beside the wrong one would be worse than none.
pub(super) fn read(
    files: &dyn Files,
    note: &ArticleNote,
    article: &Article,
    first: usize,
    others: &mut Vec<TextFile>,
    report: &mut Report,
) -> Vec<Translation> {
    let mut translations: Vec<Translation> = Vec::new();
    let mut languages: Vec<&LanguageTag> = Vec::new();
    for (Spanned { value: language, at }, name) in &note.translations {
        let tag = quoted(language.tag());
        if *language == article.language {
            let message = format!("the article itself is in {tag}");
            let hint = "give the tag of the language it is translated into, or correct \"language\"";
            report.add(Rule::TranslationLanguage, *at, None, message, hint);
        } else if languages.contains(&language) {
            let message = format!("there are two translations into {tag}");
            report.add(Rule::TranslationLanguage, *at, None, message, "keep one of them");
        } else {
            languages.push(language);
            let reading = Reading { article, note, language, name };
            translations.extend(reading.read(files, first + others.len(), others, report));
        }
    }
    translations
}

/// A translation that is being read.
struct Reading<'a> {
    article: &'a Article,
    note: &'a ArticleNote,
    language: &'a LanguageTag,
    name: &'a Spanned<String>,
}

impl Reading<'_> {
    fn read(
        &self,
        files: &dyn Files,
        file: usize,
        others: &mut Vec<TextFile>,
        report: &mut Report,
    ) -> Option<Translation> {
        let name = &self.name.value;
        if let Some((message, hint)) = header::unreadable(name) {
            let hint = hint.replace("the article", "the translation");
            report.add(Rule::TranslationUnreadable, self.name.at, None, message, hint);
            return None;
        }
        let (text, fault) = read_text(files, name, limits::ARTICLE);
        if let Some(fault) = fault {
            let (at, message, hint) = fault.describe("translation", files, self.name, file);
            report.add(Rule::TranslationUnreadable, at, None, message, hint);
            others.push(text);
            return None;
        }
        let blocks =
            if header::is_markdown(name) { of_markdown(&text.text) } else { Ok(of_lines(&text.text)) };
        let read = match blocks {
            Ok(blocks) => self.fit(blocks, file, &text.text, report),
            Err(TooDeep(offset)) => {
                let message = format!("this nests more than {} levels deep", markdown::LEVELS);
                let hint = "nest its lists and quotations less deeply";
                report.add(Rule::TranslationUnreadable, Span::point(file, offset), None, message, hint);
                None
            }
        };
        others.push(text);
        read
    }

    /// The translation if it has as many blocks as the article; else where it does not.
    fn fit(&self, blocks: Blocks, file: usize, source: &str, report: &mut Report) -> Option<Translation> {
        let Blocks { text, ranges, starts, shapes } = blocks;
        let wanted = self.article.text_blocks().count();
        let read = Translation::new(self.article, self.language.clone(), text.into(), &ranges);
        if read.is_none() {
            let name = quoted(&self.name.value);
            let (begins, what) = if let Some((place, what)) = self.first_unlike(&shapes) {
                (starts.get(place), what)
            } else if starts.len() > wanted {
                (starts.get(wanted), "here begins one too many".to_owned())
            } else {
                (starts.last(), "it ends too soon".to_owned())
            };
            let at = Span::point(file, begins.copied().unwrap_or(0));
            let message =
                format!("the translation {name} has {}, the article {wanted}: {what}", counted(ranges.len()));
            let is_empty = source.trim().is_empty();
            let compare = if is_empty { "" } else { "compare both files up to this line: " };
            let hint = format!(
                "{compare}give each block of the article one of its own, in the same order; write {UNTRANSLATED} for one \
                 that is not translated"
            );
            // An empty file has no line to point at that says anything.
            let at = if is_empty { Span::start_of(file) } else { at };
            report.add(Rule::TranslationBlocks, at, None, message, hint);
        }
        read
    }

    /// The first block that is of another shape than the article's in its place, and how they differ. Only Markdown has
    /// shapes.
    fn first_unlike(&self, shapes: &[Option<Shape>]) -> Option<(usize, String)> {
        if !header::is_markdown(&self.note.file.value) {
            return None;
        }
        // Which paragraphs of the article are headings is said in `dossier.toml`, and not in its file.
        let may_be_heading = !self.note.headings.is_empty();
        let is_like = |own: &Shape, there: &Shape| {
            let is_made = there.is_heading() && own.kind == BlockKind::Paragraph && may_be_heading;
            own.nesting == there.nesting && (own.kind == there.kind || is_made)
        };
        let pairs = shapes.iter().zip(self.article.text_blocks().map(Shape::of)).enumerate();
        let mut pairs = pairs.filter_map(|(place, (own, there))| Some((place, own.as_ref()?, there)));
        let (place, own, there) = pairs.find(|(_, own, there)| !is_like(own, there))?;
        let (here, there) = (own.name(), there.name());
        let what = if here == there {
            format!("here is {here}, in the article one that is nested otherwise")
        } else {
            format!("here is {here}, in the article {there}")
        };
        Some((place, what))
    }
}

/// What a block is, whatever it says: its kind, headings of all levels alike, and what it is nested in.
#[derive(PartialEq, Eq)]
struct Shape {
    kind: BlockKind,
    nesting: Vec<Nesting>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Quote,
    /// The first block of an item.
    Item,
    /// A further one.
    WithinItem,
}

impl Shape {
    fn of(block: &Block) -> Self {
        let kind = match block.kind {
            BlockKind::Title | BlockKind::Subheading => BlockKind::Heading,
            kind => kind,
        };
        let nesting = |container: &Container| match container.kind {
            ContainerKind::Quote => Nesting::Quote,
            ContainerKind::Item { .. } if container.begins => Nesting::Item,
            ContainerKind::Item { .. } => Nesting::WithinItem,
        };
        Self { kind, nesting: block.containers.iter().map(nesting).collect() }
    }

    fn is_heading(&self) -> bool {
        self.kind == BlockKind::Heading
    }

    /// What reports call it.
    fn name(&self) -> &'static str {
        match (self.kind, self.nesting.last()) {
            (BlockKind::Heading, _) => "a heading",
            (BlockKind::Code, _) => "a line of code",
            (_, Some(Nesting::Item)) => "a list item",
            (_, Some(Nesting::WithinItem)) => "a further line of a list item",
            (_, Some(Nesting::Quote)) => "a quotation",
            (_, None) => "a paragraph",
        }
    }
}

fn counted(blocks: usize) -> String {
    if blocks == 1 { "1 block".to_owned() } else { format!("{blocks} blocks") }
}

/// The blocks of a file: its text, their bytes of it, none of those that are not translated, and where each begins in the
/// file.
struct Blocks {
    text: String,
    ranges: Vec<Range<usize>>,
    starts: Vec<usize>,
    /// Of Markdown the shape of each, none of those that are not translated.
    shapes: Vec<Option<Shape>>,
}

/// A block a line, or a paragraph where a program broke the lines, as in the article.
fn of_lines(source: &str) -> Blocks {
    let text = sanitize(source).into_owned();
    if let Some(joined) = hard_wrap::join(&text, |line| line == UNTRANSLATED) {
        return of_joined(&joined, &text, source);
    }
    let (mut ranges, mut starts) = (Vec::new(), Vec::new());
    let (mut start, mut begins) = (0, 0);
    // What is sanitized has the lines of the file, but not always as many bytes.
    for (line, raw) in text.split_inclusive('\n').zip(source.split_inclusive('\n')) {
        let words = line.trim_start();
        let first = start + line.len() - words.len();
        let range = first..first + words.trim_end().len();
        if !range.is_empty() {
            starts.push(begins + raw.len() - raw.trim_start().len());
            ranges.push(range);
        }
        start += line.len();
        begins += raw.len();
    }
    Blocks { ranges: without_untranslated(&text, ranges), text, starts, shapes: Vec::new() }
}

/// A block a paragraph. `lines` is what was joined, and has the lines of the file.
fn of_joined(joined: &Joined, lines: &str, source: &str) -> Blocks {
    let begins = |text: &str| {
        std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect::<Vec<_>>()
    };
    let (sanitized, raw) = (begins(lines), begins(source));
    let ranges: Vec<Range<usize>> = joined.paragraphs().collect();
    let start = |range: &Range<usize>| {
        let from = joined.piece_at(range.start).map_or(0, |piece| piece.from);
        let line = sanitized.partition_point(|begin| *begin <= from).saturating_sub(1);
        let begin = raw.get(line).copied().unwrap_or_default();
        let words = source.get(begin..).unwrap_or_default();
        begin + words.len() - words.trim_start().len()
    };
    let starts = ranges.iter().map(start).collect();
    let text = joined.text.clone();
    Blocks { ranges: without_untranslated(&text, ranges), text, starts, shapes: Vec::new() }
}

/// The blocks of Markdown that have words.
fn of_markdown(source: &str) -> Result<Blocks, TooDeep> {
    let Markdown { text, blocks, starts, .. } = markdown::read(source)?;
    let worded = blocks.into_iter().zip(starts).filter(|(block, _)| block.kind != BlockKind::Break);
    let shape = |block: &Block| (text[block.range.clone()] != *UNTRANSLATED).then(|| Shape::of(block));
    let (shapes, (ranges, starts)): (_, (Vec<_>, _)) =
        worded.map(|(block, start)| (shape(&block), (block.range, start))).unzip();
    Ok(Blocks { ranges: without_untranslated(&text, ranges), text, starts, shapes })
}

fn without_untranslated(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let words = |range: Range<usize>| {
        if &text[range.clone()] == UNTRANSLATED { range.start..range.start } else { range }
    };
    ranges.into_iter().map(words).collect()
}
