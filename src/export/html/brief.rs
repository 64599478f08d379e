//! The handout as a page that prints on exactly two, A4 or Letter; and its first page's content before all else in the full one.

use super::chart::sheet_height;
use super::{Page, STYLE};
use crate::export::brief::{
    Address, Block, Brief, Finding, Item, Publication, ScoreStrip, SeriesLines, Summary, lines,
};
use crate::export::document::Inline;
use crate::export::figure::Figure;
use crate::i18n::language::Language;

/// How the handout looks beyond the rest, on a screen and on paper.
const BRIEF_STYLE: &str = include_str!("brief.css");

/// The handout.
pub(in crate::export) fn brief(language: Language, brief: &Brief) -> String {
    let mut page = Page::new(language, None);
    page.brief = Some(brief);
    page.head(&brief.title.text, &[STYLE, BRIEF_STYLE]);
    page.out.raw("<body class=\"brief\">\n<main>\n");
    page.first_page(brief);
    page.second_page(brief);
    page.out.raw("</main>\n</body>\n</html>\n");
    page.out.finish()
}

impl<'a> Page<'a> {
    fn first_page(&mut self, brief: &'a Brief) {
        self.out.raw("<div class=\"sheet\">\n<header>\n<h1>");
        self.words(&brief.title);
        self.out.raw("</h1>\n");
        for line in &brief.standing {
            self.out.raw("<p>");
            self.pieces(line);
            self.out.raw("</p>\n");
        }
        for warning in &brief.warnings {
            self.fault_line(warning);
        }
        self.out.raw("</header>\n");
        self.summary(&brief.summary, 2);
        self.foot(1);
        self.out.raw("</div>\n");
    }

    fn second_page(&mut self, brief: &'a Brief) {
        let texts = self.texts();
        self.out.raw("<div class=\"sheet\">\n");
        if let Some(figures) = &brief.figures {
            self.figures(figures);
        }
        if let Some((events, figure)) = &brief.events {
            match figure.as_ref().filter(|figure| axis_height(figure, self.language).is_some()) {
                Some(figure) => {
                    self.out.raw("<section>\n");
                    self.out.element("h2", &[], &events.heading);
                    self.sheet_lanes(figure);
                    self.out.raw("</section>\n");
                }
                None => self.items(events, 2),
            }
        }
        if !brief.trust.is_empty() {
            self.out.raw("<section>\n");
            self.out.element("h2", &[], texts.brief_trust);
            self.out.raw("<ul>\n");
            for sentence in &brief.trust {
                self.out.element("li", &[], sentence);
            }
            self.out.raw("</ul>\n</section>\n");
        }
        if !brief.sources.is_empty() {
            self.publications(brief);
        }
        self.out.element("p", &[("class", "made")], texts.brief_made);
        self.foot(2);
        self.out.raw("</div>\n");
    }

    fn foot(&mut self, number: usize) {
        let foot = self.texts().brief_page.replace("{}", &self.language.count(number));
        self.out.element("p", &[("class", "foot")], &foot);
        self.out.raw("\n");
    }

    fn publications(&mut self, brief: &Brief) {
        let texts = self.texts();
        self.out.raw("<section>\n");
        self.out.element("h2", &[], texts.brief_sources);
        self.out.raw("<ol class=\"publications\">\n");
        for source in &brief.sources {
            self.out.open("li", &[("id", &source.anchor)]);
            if !source.is_read {
                self.out.element("span", &[("title", self.language.strings().not_read)], "°");
            }
            self.out.isolated(&source.outlet);
            for part in source.title.iter().chain(&source.date) {
                self.out.raw(", ");
                self.out.isolated(part);
            }
            match &source.address {
                Address::Opens(address) => {
                    let to = address.as_str();
                    self.out.raw(" ");
                    self.out.element("a", &[("href", to), ("rel", "noreferrer")], to);
                }
                Address::Shown(address) => {
                    self.out.raw(" ");
                    self.out.isolated(address);
                }
                Address::Elsewhere => self.out.text(&format!(" ({})", texts.brief_address)),
                Address::None => {}
            }
            self.out.raw("</li>\n");
        }
        self.out.raw("</ol>\n</section>\n");
    }

    /// How the claims hold, what was found, what is left out, and what came since, each below a heading of this level.
    pub(super) fn summary(&mut self, summary: &'a Summary, level: u8) {
        if let Some(score) = &summary.score {
            self.strip(score, level);
        }
        if let Some(findings) = &summary.findings {
            self.begin(findings, level);
            self.out.raw("<ol class=\"findings\">\n");
            for finding in &findings.items {
                self.finding(finding);
            }
            self.out.raw("</ol>\n");
            self.end(findings.more);
        }
        for items in [&summary.gaps, &summary.later, &summary.open].into_iter().flatten() {
            self.items(items, level);
        }
    }

    fn strip(&mut self, score: &ScoreStrip, level: u8) {
        self.out.raw("<section class=\"score strip\">\n");
        self.out.element(&format!("h{level}"), &[], &score.heading);
        if !score.blocks.is_empty() {
            self.tiles(score.name, &score.blocks);
            self.out.element("p", &[("class", "key")], &score.legend);
        }
        self.out.raw("<ul class=\"sums\">\n");
        for (sign, word, count) in &score.totals {
            self.out.raw("<li><span class=\"sign\">");
            self.out.text(sign);
            self.out.raw("</span> ");
            self.out.text(&format!("{word} "));
            self.out.element("b", &[], &self.language.count(*count));
            self.out.raw("</li>\n");
        }
        self.out.raw("</ul>\n</section>\n");
    }

    fn finding(&mut self, finding: &Finding) {
        self.out.raw("<li><span class=\"sign\" aria-hidden=\"true\">");
        self.out.text(finding.sign);
        self.out.raw("</span> ");
        self.out.element("b", &[("class", "verdict")], &finding.verdict);
        self.out.raw(" ");
        self.led(&finding.text, finding.to.as_deref());
        self.cited(&finding.cites);
        self.out.raw("<br/>");
        self.out.element("span", &[("class", "who")], &finding.source);
        self.out.raw("</li>\n");
    }

    fn items(&mut self, block: &Block<Item>, level: u8) {
        self.begin(block, level);
        self.out.raw("<ul>\n");
        for item in &block.items {
            self.out.raw("<li>");
            if let Some(lead) = &item.lead {
                self.out.element("span", &[("class", "lead")], lead);
                self.out.raw(" ");
            }
            self.led(&item.text, item.to.as_deref());
            self.cited(&item.cites);
            self.out.raw("</li>\n");
        }
        self.out.raw("</ul>\n");
        self.end(block.more);
    }

    fn figures(&mut self, block: &Block<SeriesLines>) {
        let texts = self.texts();
        self.begin(block, 2);
        let columns =
            [texts.overview_line, texts.overview_first, texts.overview_last, self.language.strings().change];
        self.out.raw("<table class=\"trends\">\n");
        self.out.element("caption", &[("class", "heard")], texts.overview);
        self.out.raw("\n<thead><tr>");
        for column in columns {
            self.out.element("th", &[("scope", "col")], &crate::protocol::names::capitalized(column));
        }
        self.out.raw("</tr></thead>\n<tbody>\n");
        for series in &block.items {
            self.out.raw("<tr><th class=\"group\" scope=\"rowgroup\" colspan=\"4\">");
            self.words(&series.heading);
            self.out.text(&format!(" ({})", series.publisher));
            self.cited(&series.cites);
            self.out.raw("</th></tr>\n");
            for line in &series.lines {
                self.out.raw("<tr>");
                self.out.element("th", &[("scope", "row")], &line.name);
                for cell in [line.first.as_deref(), Some(&line.last), line.change.as_deref()] {
                    self.out.element("td", &[], cell.unwrap_or_default());
                }
                self.out.raw("</tr>\n");
            }
            if series.more > 0 {
                self.out.raw("<tr><td class=\"more\" colspan=\"4\">");
                self.left(series.more);
                self.out.raw("</td></tr>\n");
            }
        }
        self.out.raw("</tbody>\n</table>\n");
        self.end(block.more);
    }

    /// Words, in the full document with the way to what they are about.
    fn led(&mut self, words: &crate::export::document::Words, to: Option<&str>) {
        match to.filter(|_| self.brief.is_none()) {
            Some(to) => {
                self.out.open("a", &[("href", &format!("#{to}"))]);
                self.words(words);
                self.out.raw("</a>");
            }
            None => self.words(words),
        }
    }

    /// The numbers of sources in the handout; in the full document they are with what is found.
    fn cited(&mut self, cites: &[String]) {
        let Some(brief) = self.brief else { return };
        for number in brief.numbers(cites) {
            let to = format!("#{}", brief.sources[number - 1].anchor);
            self.out.raw(" ");
            self.out.element("a", &[("class", "cite"), ("href", &to)], &format!("[{number}]"));
        }
    }

    fn begin<T>(&mut self, block: &Block<T>, level: u8) {
        self.out.raw("<section>\n");
        self.out.element(&format!("h{level}"), &[], &block.heading);
        self.out.raw("\n");
        if let Some(intro) = &block.intro {
            self.out.element("p", &[("class", "intro")], intro);
            self.out.raw("\n");
        }
    }

    fn end(&mut self, more: usize) {
        if more > 0 {
            self.out.raw("<p class=\"more\">");
            self.left(more);
            self.out.raw("</p>\n");
        }
        self.out.raw("</section>\n");
    }

    /// How many more there are, and where.
    fn left(&mut self, more: usize) {
        let texts = self.texts();
        let form = if self.brief.is_some() { texts.brief_more } else { texts.more_below };
        self.out.text(&form.replace("{}", &self.language.count(more)));
    }
}

/// The parts of a page of the handout on paper, in points: see `brief.css`. A4 is the narrower of two sizes, Letter the lower.
mod sheet {
    /// Its width; lists are set in by some of it.
    pub(super) const WIDTH: f64 = 515.0;
    /// What lists are set in by, in ems.
    pub(super) const IN: f64 = 2.0;
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

/// How high both pages are on paper at most, as shares of the paper that there is. What is written above, in the same order.
pub(in crate::export) fn brief_heights(language: Language, brief: &Brief) -> [f64; 2] {
    let title = lines(&brief.title.marked(), sheet::WIDTH / sheet::TITLE / sheet::BOLD) * sheet::TITLE_LINE;
    let standing: f64 = brief.standing.iter().map(|line| text(&joined(line))).sum();
    let warnings: f64 = brief.warnings.iter().map(|line| text(line) * sheet::BOLD).sum();
    let first = title + standing + warnings + summary_height(&brief.summary) + sheet::SMALL_LINE;
    let events = brief.events.as_ref().map_or(0.0, |(events, figure)| {
        let drawn = figure.as_ref().and_then(|figure| axis_height(figure, language).zip(Some(figure)));
        drawn.map_or_else(
            || items_height(events),
            |(axis, figure)| sheet::HEADING + axis + figure.notes.iter().map(|note| small(note)).sum::<f64>(),
        )
    });
    let trust: f64 = brief.trust.iter().map(|sentence| text(sentence)).sum();
    let sources: f64 = brief.sources.iter().map(|source| publication_height(source, language)).sum();
    let made = small(language.strings().export.brief_made) + sheet::SMALL_LINE;
    let figures = brief.figures.as_ref().map_or(0.0, figures_height);
    let second = figures + events + 2.0 * sheet::HEADING + trust + sources + made;
    [first, second].map(|height| height / sheet::HEIGHT)
}

/// How high text is, set in as lists are, and small text.
fn text(words: &str) -> f64 {
    lines(words, sheet::WIDTH / sheet::TEXT - sheet::IN) * sheet::LINE
}

fn small(words: &str) -> f64 {
    lines(words, sheet::WIDTH / sheet::SMALL - sheet::IN) * sheet::SMALL_LINE
}

fn joined(pieces: &[Inline]) -> String {
    let words = pieces.iter().filter_map(|piece| match piece {
        Inline::Words(words) => Some(&*words.text),
        _ => None,
    });
    words.collect()
}

/// How high the axis is; none where it is too high for its page.
fn axis_height(figure: &Figure, language: Language) -> Option<f64> {
    let height = sheet_height(figure, language)? * sheet::WIDTH;
    (height <= sheet::AXIS).then_some(height)
}

fn publication_height(source: &Publication, language: Language) -> f64 {
    let address = match &source.address {
        Address::Opens(address) => address.as_str(),
        Address::Shown(address) => address,
        Address::Elsewhere => language.strings().export.brief_address,
        Address::None => "",
    };
    let said = source.title.iter().chain(&source.date);
    let said = said.fold(format!("° {} {address}", source.outlet), |said, part| format!("{part}, {said}"));
    lines(&said, sheet::WIDTH / sheet::SOURCE - sheet::IN) * sheet::SOURCE_LINE
}

fn figures_height(block: &Block<SeriesLines>) -> f64 {
    let series = block.items.iter().map(|series| {
        let heading = format!("{} ({}){CITES}", series.heading.marked(), series.publisher);
        let heading = lines(&heading, sheet::WIDTH / sheet::TEXT / sheet::BOLD);
        let rows = series.lines.iter().map(|line| {
            let cell = |words: &str, width: f64| lines(words, (width - 5.0) / sheet::TEXT);
            let cells = [line.first.as_deref(), Some(&*line.last), line.change.as_deref()];
            let cells = cells.into_iter().flatten().map(|words| cell(words, sheet::FIGURE));
            cells.fold(cell(&line.name, sheet::NAME), f64::max)
        });
        let more = if series.more > 0 { sheet::SMALL_LINE } else { 0.0 };
        (heading + rows.sum::<f64>()) * sheet::LINE + 1.0 + more
    });
    sheet::LINE + series.sum::<f64>() + around(block)
}

/// What the numbers of the sources of a thing take at most.
const CITES: &str = " [00] [00]";

fn summary_height(summary: &Summary) -> f64 {
    let score = summary.score.as_ref().map_or(0.0, |score| {
        let taken = sheet::TILE * score.tiles() as f64 + sheet::BLOCK * score.blocks.len() as f64;
        let rows = (taken / (sheet::WIDTH - sheet::TILE)).ceil();
        let totals = score.totals.iter().map(|(sign, word, count)| format!("{sign} {word} {count} nnnn"));
        let legend = if score.blocks.is_empty() { 0.0 } else { small(&score.legend) };
        sheet::HEADING + rows * sheet::TILES + legend + text(&totals.collect::<Vec<_>>().join(" "))
    });
    let findings = summary.findings.as_ref().map_or(0.0, |block| {
        let findings = block.items.iter().map(|finding| {
            let Finding { verdict, text: found, source, .. } = finding;
            // The verdict is bold.
            text(&format!("MM {verdict} nnn {}{CITES}", found.marked())) + small(source)
        });
        findings.sum::<f64>() + around(block)
    });
    let items = [&summary.gaps, &summary.later, &summary.open].into_iter().flatten().map(items_height);
    score + findings + items.sum::<f64>()
}

fn items_height(block: &Block<Item>) -> f64 {
    let items = block.items.iter().map(|item| {
        let lead = item.lead.as_deref().unwrap_or_default();
        text(&format!("{lead} {}{CITES}", item.text.marked()))
    });
    items.sum::<f64>() + around(block)
}

/// What stands around items: their heading, what is said of them, and how many more there are.
fn around<T>(block: &Block<T>) -> f64 {
    let intro = block.intro.as_ref().map_or(0.0, |intro| small(intro));
    sheet::HEADING + intro + if block.more > 0 { sheet::SMALL_LINE } else { 0.0 }
}
