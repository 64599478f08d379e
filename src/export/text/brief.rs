//! The handout as plain text: two pages, each line of at most 80 columns.

use super::{COLUMNS, FAULT, IN, Text};
use crate::export::document::brief::{
    Address, Block, Brief, Finding, Item, More, ScoreStrip, SeriesLines, Summary, clipped,
};
use crate::i18n::language::Language;

/// The longest bar of the score, in columns.
const BAR: usize = 40;
/// The longest assessment, in columns.
const ASSESSMENT: usize = 18;
/// The most columns of the title at the foot of a page.
const FOOT: usize = 50;
/// A finding is set in by its number.
const FINDING: usize = 3;

/// Both pages.
pub(in crate::export) fn brief_pages(language: Language, brief: &Brief) -> [String; 2] {
    let texts = &language.strings().export;
    [1, 2].map(|number| {
        let numbers = brief.sources.iter().map(|source| &*source.anchor).zip(1..).collect();
        let (out, columns) = (String::new(), COLUMNS);
        let mut text = Text { out, texts, language, numbers, is_brief: true, columns, walk: None };
        match number {
            1 => text.first_page(brief),
            _ => text.second_page(brief),
        }
        text.blank();
        let foot = texts.brief_page.replace("{}", &language.count(number));
        text.lines("", &format!("{} · {foot}", clipped(&brief.title.text, FOOT)), 0);
        text.out
    })
}

impl Text<'_> {
    fn first_page(&mut self, brief: &Brief) {
        self.lines("", &brief.title.marked(), 0);
        for line in &brief.standing {
            let line = self.joined(line);
            self.lines("", &line, 0);
        }
        if let Some(answer) = &brief.answer {
            self.lines("", answer, 0);
        }
        for warning in &brief.warnings {
            self.lines(FAULT, warning, 0);
        }
        self.summary(&brief.summary);
    }

    fn second_page(&mut self, brief: &Brief) {
        if let Some(figures) = &brief.figures {
            self.heading(&figures.heading);
            self.intro(figures);
            for series in &figures.items {
                self.series(series);
            }
            self.more(figures.more);
        }
        // An axis is not drawn in text.
        if let Some((events, _)) = &brief.events {
            self.items(events);
        }
        if !brief.trust.is_empty() {
            self.heading(self.texts.brief_trust);
            for sentence in &brief.trust {
                self.lines("- ", sentence, 0);
            }
        }
        if !brief.sources.is_empty() {
            self.heading(self.texts.brief_sources);
        }
        for (number, source) in (1..).zip(&brief.sources) {
            let unread = if source.is_read { "" } else { "°" };
            let said = [source.title.as_deref(), source.date.as_deref()].into_iter().flatten();
            let said = said.fold(source.outlet.clone(), |said, part| format!("{said}, {part}"));
            let said = match &source.address {
                // An address that goes over the end of a line is held together.
                Address::Opens(address) => format!("{said}: <{}>", address.as_str()),
                Address::Shown(address) => format!("{said}: {address}"),
                Address::Elsewhere => format!("{said} ({})", self.texts.brief_address),
                Address::None => said,
            };
            self.lines(&format!("[{number}]{unread} "), &said, 0);
        }
        self.blank();
        self.lines("", self.texts.brief_made, 0);
    }

    /// How the claims hold, what was found, what is left out, and what came since.
    pub(super) fn summary(&mut self, summary: &Summary) {
        if let Some(score) = &summary.score {
            self.heading(&score.heading);
            self.strip(score);
        }
        if let Some(findings) = &summary.findings {
            self.heading(&findings.heading);
            self.intro(findings);
            for (number, finding) in (1..).zip(&findings.items) {
                self.finding(number, finding);
            }
            self.more(findings.more);
        }
        for items in [&summary.gaps, &summary.later, &summary.open].into_iter().flatten() {
            self.items(items);
        }
    }

    /// A sign a claim, those of a block together; then each assessment with its bar.
    fn strip(&mut self, score: &ScoreStrip) {
        let blocks = score.blocks.iter().map(|(block, tiles)| {
            let tiles = tiles.iter().map(|tile| {
                let gap = if tile.gaps.is_some() { "+" } else { "" };
                format!("{}{gap}", tile.mark.glyph())
            });
            // What stands together is not torn.
            format!("{block}\u{a0}{}", tiles.collect::<String>())
        });
        let blocks: Vec<String> = blocks.collect();
        if !blocks.is_empty() {
            self.lines("", &blocks.join("  "), 0);
            self.lines("", &score.legend, 0);
        }
        let most = score.totals.iter().map(|(.., count)| *count).max().unwrap_or(0).max(1);
        for (sign, word, count) in &score.totals {
            let counted = self.language.count(*count);
            // A bar ends where the next column would be too many; what is there has at least one.
            let bar = "█".repeat((BAR * count).div_ceil(most));
            self.lines("", &format!("{sign} {word:ASSESSMENT$} {counted:>6} {bar}"), 0);
        }
    }

    fn finding(&mut self, number: usize, finding: &Finding) {
        let Finding { verdict, text, source, cites, .. } = finding;
        let cites = self.cited(cites);
        self.lines(&format!("{number}. "), &format!("{verdict}: {}{cites}", text.marked()), 0);
        self.lines("", source, FINDING);
    }

    fn items(&mut self, block: &Block<Item>) {
        self.heading(&block.heading);
        self.intro(block);
        for Item { lead, text, cites, .. } in &block.items {
            let cites = self.cited(cites);
            let lead = lead.as_ref().map(|lead| format!("{lead} "));
            self.lines("- ", &format!("{}{}{cites}", lead.unwrap_or_default(), text.marked()), 0);
        }
        self.more(block.more);
    }

    fn series(&mut self, series: &SeriesLines) {
        let cites = self.cited(&series.cites);
        self.lines("", &format!("{} ({}){cites}", series.heading.marked(), series.publisher), 0);
        for line in &series.lines {
            let first = line.first.as_ref().map(|first| format!("{first} → ")).unwrap_or_default();
            let change = line.change.as_ref().map(|change| format!(", {change}")).unwrap_or_default();
            self.lines("- ", &format!("{}: {first}{}{change}", line.name, line.last), IN);
        }
        if let Some(more) = series.more.words(self.language, self.is_brief) {
            self.lines("", &more, IN);
        }
    }

    fn heading(&mut self, heading: &str) {
        self.blank();
        self.lines("", &heading.to_uppercase(), 0);
    }

    fn intro<T>(&mut self, block: &Block<T>) {
        if let Some(intro) = &block.intro {
            self.lines("", intro, 0);
        }
    }

    /// How many more there are, and where.
    fn more(&mut self, more: More) {
        if let Some(more) = more.words(self.language, self.is_brief) {
            self.lines("", &more, 0);
        }
    }

    /// The numbers of sources: ` [3][7]`.
    fn cited(&self, cites: &[String]) -> String {
        let numbers = cites.iter().filter_map(|cite| self.numbers.get(&**cite));
        let numbers: Vec<String> = numbers.map(|number| format!("[{number}]")).collect();
        let numbers = numbers.concat();
        if numbers.is_empty() { numbers } else { format!("\u{a0}{numbers}") }
    }
}
