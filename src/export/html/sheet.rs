//! How much room the handout takes on paper. What is measured here is what `brief.rs` writes, in the same order, with the sizes
//! of `brief.css`.

use super::chart::sheet_height;
use crate::export::document::Inline;
use crate::export::document::brief::{
    Address, Block, Brief, Finding, Item, Publication, SeriesLines, Summary, lines, width_in_ems,
};
use crate::export::figure::Figure;
use crate::i18n::language::Language;

/// The parts of a page, in points. Of the two sizes of paper A4 is the narrower, Letter the lower.
mod size {
    /// Its width; lists are set in by some of it.
    pub(super) const WIDTH: f64 = 515.0;
    /// What lists are set in by, in ems.
    pub(super) const IN: f64 = 2.0;
    /// What is between columns at most, in ems.
    pub(super) const BETWEEN: f64 = 1.5;
    /// Its height, less what rounding may take.
    pub(super) const HEIGHT: f64 = 716.0;
    /// The sizes of type: text, notes, sources, the title.
    pub(super) const TEXT: f64 = 9.0;
    pub(super) const SMALL: f64 = 8.0;
    pub(super) const SOURCE: f64 = 7.5;
    pub(super) const TITLE: f64 = 13.0;
    /// From line to line of text, of notes, of sources, of the title.
    pub(super) const LINE: f64 = 11.25;
    pub(super) const SMALL_LINE: f64 = 10.0;
    pub(super) const SOURCE_LINE: f64 = 9.0;
    pub(super) const TITLE_LINE: f64 = 15.6;
    /// A heading with what is above and below it.
    pub(super) const HEADING: f64 = 19.5;
    /// What is above and below a finding.
    pub(super) const APART: f64 = 3.0;
    /// A row of tiles, in which each tile takes so much and the name of a block as well.
    pub(super) const TILES: f64 = 14.0;
    pub(super) const TILE: f64 = 25.0;
    pub(super) const BLOCK: f64 = 22.0;
    /// The columns of figures: the name of a line, then each figure.
    pub(super) const NAME: f64 = 0.34 * WIDTH;
    pub(super) const FIGURE: f64 = 0.22 * WIDTH;
    /// How much wider bold type is.
    pub(super) const BOLD: f64 = 1.15;
    /// The highest axis of time.
    pub(super) const AXIS: f64 = 280.0;
}

/// How high both pages are on paper at most, as shares of the paper that there is.
pub(in crate::export) fn brief_heights(language: Language, brief: &Brief) -> [f64; 2] {
    let title = lines(&brief.title.marked(), size::WIDTH / size::TITLE / size::BOLD) * size::TITLE_LINE;
    let standing: f64 = brief.standing.iter().map(|line| text(&joined(line))).sum();
    let warnings: f64 = brief.warnings.iter().map(|line| bold(line)).sum();
    let answer = brief.answer.as_ref().map_or(0.0, |answer| bold(answer));
    let trust: f64 = brief.trust.iter().map(|sentence| text(sentence)).sum();
    let trust = if brief.trust.is_empty() { 0.0 } else { size::HEADING + trust };
    let first =
        title + standing + answer + warnings + summary_height(&brief.summary) + trust + size::SMALL_LINE;
    let events = brief.events.as_ref().map_or(0.0, |(events, figure)| {
        let drawn = figure.as_ref().and_then(|figure| axis_height(figure, language).zip(Some(figure)));
        drawn.map_or_else(
            || items_height(events),
            |(axis, figure)| size::HEADING + axis + figure.notes.iter().map(|note| small(note)).sum::<f64>(),
        )
    });
    let sources: f64 = brief.sources.iter().map(|source| publication_height(source, language)).sum();
    let made = small(language.strings().export.brief_made) + size::SMALL_LINE;
    let figures = brief.figures.as_ref().map_or(0.0, figures_height);
    let second = figures + events + size::HEADING + sources + made;
    [first, second].map(|height| height / size::HEIGHT)
}

/// How high text is, set in as lists are, and small text.
fn text(words: &str) -> f64 {
    lines(words, size::WIDTH / size::TEXT - size::IN) * size::LINE
}

/// The same in bold type.
fn bold(words: &str) -> f64 {
    lines(words, (size::WIDTH / size::TEXT - size::IN) / size::BOLD) * size::LINE
}

fn small(words: &str) -> f64 {
    lines(words, size::WIDTH / size::SMALL - size::IN) * size::SMALL_LINE
}

fn joined(pieces: &[Inline]) -> String {
    let words = pieces.iter().filter_map(|piece| match piece {
        Inline::Words(words) => Some(&*words.text),
        _ => None,
    });
    words.collect()
}

/// How high the axis is; none where it is too high for its page.
pub(super) fn axis_height(figure: &Figure, language: Language) -> Option<f64> {
    let height = sheet_height(figure, language)? * size::WIDTH;
    (height <= size::AXIS).then_some(height)
}

/// An address as it is written on paper: without what a browser adds by itself.
pub(super) fn written(address: &crate::text::address::Address) -> &str {
    let whole = address.as_str();
    whole.strip_prefix("https://").unwrap_or(whole)
}

fn publication_height(source: &Publication, language: Language) -> f64 {
    let address = match &source.address {
        Address::Opens(address) => written(address),
        Address::Shown(address) => address,
        Address::Elsewhere => language.strings().export.brief_address,
        Address::None => "",
    };
    let said = source.title.iter().chain(&source.date);
    let said = said.fold(format!("° {} {address}", source.outlet), |said, part| format!("{part}, {said}"));
    lines(&said, size::WIDTH / size::SOURCE - size::IN) * size::SOURCE_LINE
}

fn figures_height(block: &Block<SeriesLines>) -> f64 {
    let series = block.items.iter().map(|series| {
        let heading = format!("{} ({}){CITES}", series.heading.marked(), series.publisher);
        let heading = lines(&heading, size::WIDTH / size::TEXT / size::BOLD);
        let rows = series.lines.iter().map(|line| {
            let cell = |words: &str, width: f64| lines(words, (width - 5.0) / size::TEXT);
            let cells = [line.first.as_deref(), Some(&*line.last), line.change.as_deref()];
            let cells = cells.into_iter().flatten().map(|words| cell(words, size::FIGURE));
            cells.fold(cell(&line.name, size::NAME), f64::max)
        });
        let more = if series.more.count > 0 { size::SMALL_LINE } else { 0.0 };
        (heading + rows.sum::<f64>()) * size::LINE + 1.0 + more
    });
    size::LINE + series.sum::<f64>() + around(block)
}

/// What the numbers of the sources of a thing take at most.
const CITES: &str = " [00] [00]";

fn summary_height(summary: &Summary) -> f64 {
    let score = summary.score.as_ref().map_or(0.0, |score| {
        let taken = size::TILE * score.tiles() as f64 + size::BLOCK * score.blocks.len() as f64;
        let rows = (taken / (size::WIDTH - size::TILE)).ceil();
        let totals = score.totals.iter().map(|(sign, word, count)| format!("{sign} {word} {count} nnnn"));
        let legend = if score.blocks.is_empty() { 0.0 } else { small(&score.legend) };
        size::HEADING + rows * size::TILES + legend + text(&totals.collect::<Vec<_>>().join(" "))
    });
    let findings = summary.findings.as_ref().map_or(0.0, |block| {
        let findings = block.items.iter().map(|finding| {
            let Finding { verdict, text: found, source, .. } = finding;
            // The verdict is bold.
            text(&format!("MM {verdict} nnn {}{CITES}", found.marked())) + small(source) + size::APART
        });
        findings.sum::<f64>() + around(block)
    });
    let items = [&summary.gaps, &summary.later, &summary.open].into_iter().flatten().map(items_height);
    score + findings + items.sum::<f64>()
}

fn items_height(block: &Block<Item>) -> f64 {
    let (mut height, mut is_beside) = (0.0, false);
    for item in &block.items {
        let is_short = is_short(item);
        if is_short && is_beside {
            is_beside = false;
        } else {
            height += text(&said(item));
            is_beside = is_short;
        }
    }
    height + around(block)
}

/// Whether an item is a line in half the width: two of these stand beside each other.
pub(super) fn is_short(item: &Item) -> bool {
    width_in_ems(&said(item)) <= size::WIDTH / 2.0 / size::TEXT - size::IN - size::BETWEEN
}

/// What an item takes room for.
fn said(item: &Item) -> String {
    let cites = " [00]".repeat(item.cites.len());
    format!("{} {}{cites}", item.lead.as_deref().unwrap_or_default(), item.text.marked())
}

/// What stands around items: their heading, what is said of them, and how many more there are.
fn around<T>(block: &Block<T>) -> f64 {
    let intro = block.intro.as_ref().map_or(0.0, |intro| small(intro));
    size::HEADING + intro + if block.more.count > 0 { size::SMALL_LINE } else { 0.0 }
}
