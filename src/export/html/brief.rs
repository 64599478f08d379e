//! The handout as a page that prints on exactly two, A4 or Letter; and its first page's content before all else in the full one.

use super::sheet::{axis_height, is_short, written};
use super::{Page, STYLE};
use crate::export::document::Words;
use crate::export::document::brief::{
    Address, Block, Brief, Finding, Item, More, ScoreStrip, SeriesLines, Summary,
};
use crate::i18n::language::Language;
use crate::protocol::names;

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
        if let Some(answer) = &brief.answer {
            self.out.element("p", &[("class", "answer")], answer);
            self.out.raw("\n");
        }
        for warning in &brief.warnings {
            self.fault_line(warning);
        }
        self.out.raw("</header>\n");
        self.summary(&brief.summary, 2);
        self.trust(brief);
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
                    self.out.raw("<div>\n");
                    self.out.element("h2", &[], &events.heading);
                    self.sheet_lanes(figure);
                    self.out.raw("</div>\n");
                }
                None => self.items(events, 2),
            }
        }
        if !brief.sources.is_empty() {
            self.publications(brief);
        }
        self.out.element("p", &[("class", "made")], texts.brief_made);
        self.foot(2);
        self.out.raw("</div>\n");
    }

    fn trust(&mut self, brief: &Brief) {
        if brief.trust.is_empty() {
            return;
        }
        self.out.raw("<div>\n");
        self.out.element("h2", &[], self.texts().brief_trust);
        self.out.raw("<ul>\n");
        for sentence in &brief.trust {
            self.out.element("li", &[], sentence);
        }
        self.out.raw("</ul>\n</div>\n");
    }

    fn foot(&mut self, number: usize) {
        let foot = self.texts().brief_page.replace("{}", &self.language.count(number));
        self.out.element("p", &[("class", "foot")], &foot);
        self.out.raw("\n");
    }

    fn publications(&mut self, brief: &Brief) {
        let texts = self.texts();
        self.out.raw("<div>\n");
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
                    self.out.element("a", &[("href", to), ("rel", "noreferrer")], written(address));
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
        self.out.raw("</ol>\n</div>\n");
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
        self.out.raw("<div class=\"score strip\">\n");
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
        self.out.raw("</ul>\n</div>\n");
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
        if block.items.is_empty() {
            self.end(block.more);
            return;
        }
        self.out.raw("<ul class=\"items\">\n");
        for item in &block.items {
            self.out.raw(if is_short(item) { "<li>" } else { "<li class=\"wide\">" });
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
        let columns = columns.map(names::capitalized);
        for column in &columns {
            self.out.element("th", &[("scope", "col")], column);
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
                let cells = [line.first.as_deref(), Some(&line.last), line.change.as_deref()];
                for (cell, column) in cells.into_iter().zip(&columns[1..]) {
                    self.out.element("td", &[("data-column", column)], cell.unwrap_or_default());
                }
                self.out.raw("</tr>\n");
            }
            if let Some(more) = series.more.words(self.language, true) {
                self.out.raw("<tr>");
                self.out.element("td", &[("class", "more"), ("colspan", "4")], &more);
                self.out.raw("</tr>\n");
            }
        }
        self.out.raw("</tbody>\n</table>\n");
        self.end(block.more);
    }

    /// Words, in the full document with the way to what they are about.
    fn led(&mut self, words: &Words, to: Option<&str>) {
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
        self.out.raw("<div>\n");
        self.out.element(&format!("h{level}"), &[], &block.heading);
        self.out.raw("\n");
        if let Some(intro) = &block.intro {
            self.out.element("p", &[("class", "intro")], intro);
            self.out.raw("\n");
        }
    }

    fn end(&mut self, more: More) {
        if let Some(more) = more.words(self.language, self.brief.is_some()) {
            self.out.element("p", &[("class", "more")], &more);
            self.out.raw("\n");
        }
        self.out.raw("</div>\n");
    }
}
