//! The handout as Markdown.

use std::fmt::Write as _;

use super::{Markdown, at_start, escaped, linked, words};
use crate::export::document::brief::{Address, Block, Brief, Item, More, Summary};
use crate::i18n::language::Language;

/// The handout.
pub(in crate::export) fn brief(language: Language, brief: &Brief) -> String {
    let numbers = brief.sources.iter().map(|source| &*source.anchor).zip(1..);
    let mut markdown = Markdown::new(language);
    markdown.numbers = Some(numbers.collect());
    markdown.brief(brief);
    markdown.out
}

impl<'a> Markdown<'a> {
    fn brief(&mut self, brief: &'a Brief) {
        self.paragraph("# ", &words(&brief.title));
        for line in &brief.standing {
            let line = self.joined(line);
            self.paragraph("", &at_start(&line));
        }
        if let Some(answer) = &brief.answer {
            self.paragraph("", &format!("**{}**", escaped(answer)));
        }
        for warning in &brief.warnings {
            self.paragraph("", &format!("**!** {}", escaped(warning)));
        }
        self.summary(&brief.summary, "## ");
        if let Some(figures) = &brief.figures {
            self.heading("## ", figures);
            for series in &figures.items {
                let cites = self.cited(&series.cites);
                let about = format!("**{}** ({}){cites}", words(&series.heading), escaped(&series.publisher));
                self.paragraph("", &at_start(&about));
                for line in &series.lines {
                    let first = line.first.as_ref().map(|first| format!("{first} → ")).unwrap_or_default();
                    let change = line.change.as_ref().map(|change| format!(", {change}")).unwrap_or_default();
                    let text = format!("{}: {first}{}{change}", line.name, line.last);
                    self.bullet(&at_start(&escaped(&text)));
                }
                if let Some(more) = self.left(series.more) {
                    self.bullet(&more);
                }
                self.out.push('\n');
            }
            self.more(figures.more);
        }
        let events = brief.events.iter().map(|(events, _)| events);
        for items in events {
            self.items(items, "## ");
        }
        if !brief.trust.is_empty() {
            self.paragraph("## ", &escaped(self.texts.brief_trust));
            for sentence in &brief.trust {
                self.bullet(&at_start(&escaped(sentence)));
            }
            self.out.push('\n');
        }
        if !brief.sources.is_empty() {
            self.paragraph("## ", &escaped(self.texts.brief_sources));
        }
        for (number, source) in (1..).zip(&brief.sources) {
            let said = [source.title.as_deref(), source.date.as_deref()].into_iter().flatten();
            let said = said.fold(source.outlet.clone(), |said, part| format!("{said}, {part}"));
            let unread = if source.is_read { "" } else { "° " };
            let said = match &source.address {
                Address::Opens(address) => format!("{unread}{}", linked(&said, address)),
                Address::Shown(address) => escaped(&format!("{unread}{said}: {address}")),
                Address::Elsewhere => escaped(&format!("{unread}{said} ({})", self.texts.brief_address)),
                Address::None => escaped(&format!("{unread}{said}")),
            };
            let _ = writeln!(self.out, "{number}. {}", at_start(&said));
        }
        self.out.push_str("\n---\n\n");
        self.paragraph("", &escaped(self.texts.brief_made));
    }

    /// How the claims hold, what was found, what is left out, and what came since, each below a heading of this level.
    pub(super) fn summary(&mut self, summary: &'a Summary, level: &str) {
        if let Some(score) = &summary.score {
            self.paragraph(level, &escaped(&score.heading));
            for (sign, word, count) in &score.totals {
                let count = self.language.count(*count);
                self.bullet(&format!("{} {}: {count}", escaped(sign), escaped(word)));
            }
            self.out.push('\n');
        }
        if let Some(findings) = &summary.findings {
            self.heading(level, findings);
            for (number, finding) in (1..).zip(&findings.items) {
                let cites = self.cited(&finding.cites);
                let (sign, verdict) = (escaped(finding.sign), escaped(&finding.verdict));
                let text = format!("{sign} **{verdict}:** {}{cites}", words(&finding.text));
                let _ = writeln!(self.out, "{number}. {} ({})", at_start(&text), escaped(&finding.source));
            }
            self.more(findings.more);
        }
        for items in [&summary.gaps, &summary.later, &summary.open].into_iter().flatten() {
            self.items(items, level);
        }
    }

    fn items(&mut self, block: &'a Block<Item>, level: &str) {
        self.heading(level, block);
        for Item { lead, text, cites, .. } in &block.items {
            let cites = self.cited(cites);
            let lead = lead.as_ref().map(|lead| format!("{} ", escaped(lead)));
            let text = format!("{}{}{cites}", lead.unwrap_or_default(), words(text));
            self.bullet(&at_start(&text));
        }
        self.more(block.more);
    }

    fn heading<T>(&mut self, level: &str, block: &Block<T>) {
        self.paragraph(level, &escaped(&block.heading));
        if let Some(intro) = &block.intro {
            self.paragraph("", &at_start(&escaped(intro)));
        }
    }

    fn bullet(&mut self, text: &str) {
        let _ = writeln!(self.out, "- {text}");
    }

    /// How many more there are, and where, below a list.
    fn more(&mut self, more: More) {
        self.out.push('\n');
        if let Some(more) = self.left(more) {
            self.paragraph("", &more);
        }
    }

    fn left(&self, more: More) -> Option<String> {
        let more = more.words(self.language, self.numbers.is_some())?;
        Some(at_start(&escaped(&more)))
    }

    /// The numbers of sources in the handout; in the full document their footnotes.
    fn cited(&mut self, cites: &'a [String]) -> String {
        let Some(numbers) = &self.numbers else {
            return cites.iter().map(|cite| self.asked(cite)).collect();
        };
        let numbers = cites.iter().filter_map(|cite| numbers.get(&**cite));
        let numbers: Vec<String> = numbers.map(|number| format!("[{number}]")).collect();
        let numbers = numbers.concat();
        if numbers.is_empty() { numbers } else { format!("\u{a0}{}", escaped(&numbers)) }
    }
}
