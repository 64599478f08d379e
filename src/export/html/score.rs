//! The claims at a glance: tiles that lead to the claims, totals with bars, and who repeats whom as a nested list.

use super::Page;
use crate::dossier::Assessment;
use crate::export::document::{Score, ScoreTile, TreeItem};
use crate::facts::Mark;

impl Page<'_> {
    pub(super) fn score(&mut self, score: &Score) {
        self.out.raw("<div class=\"score\">\n");
        self.tiles(score.name, &score.blocks);
        self.out.element("p", &[("class", "key")], &score.legend);
        self.out.raw("\n");
        self.totals(score);
        for sentence in &score.sentences {
            self.out.element("p", &[], sentence);
            self.out.raw("\n");
        }
        if !score.tree.is_empty() {
            self.out.element("p", &[("class", "repeats")], &score.repeats);
            self.out.raw("\n");
            self.tree(&score.tree);
            if let Some(others) = &score.others {
                self.out.element("p", &[("class", "others")], others);
                self.out.raw("\n");
            }
        }
        self.out.raw("</div>\n");
    }

    /// The tiles of each block of the article.
    pub(super) fn tiles(&mut self, name: &str, blocks: &[(String, Vec<ScoreTile>)]) {
        self.out.open("ol", &[("class", "tiles"), ("aria-label", name)]);
        self.out.raw("\n");
        for (block, tiles) in blocks {
            self.out.raw("<li>");
            self.out.element("span", &[("class", "block")], block);
            for tile in tiles {
                self.tile(tile);
            }
            self.out.raw("</li>\n");
        }
        self.out.raw("</ol>\n");
    }

    fn tile(&mut self, tile: &ScoreTile) {
        self.out.raw(" ");
        let class = format!("tile {}", class(tile.mark.kind));
        let title = match &tile.gaps {
            Some((_, gaps)) => format!("{} ({gaps})", tile.name.text),
            None => tile.name.text.clone(),
        };
        // The claims are not in the handout.
        let (element, to) = match self.brief {
            Some(_) => ("span", None),
            None => ("a", Some(format!("#{}", tile.anchor))),
        };
        let to = to.as_deref().map(|to| ("href", to));
        let attributes = [("class", &*class), ("title", &title)].into_iter().chain(to);
        self.out.open(element, &attributes.collect::<Vec<_>>());
        self.out.text(&tile.number);
        self.sign(&tile.mark, false);
        self.out.element("span", &[("class", "heard")], &format!(" {}", tile.mark.word));
        if let Some((sign, _)) = &tile.gaps {
            self.out.element("span", &[("class", "left-out"), ("aria-hidden", "true")], sign);
        }
        self.out.close(element);
    }

    /// A table whose rows are bars too, each as long as its share of the longest.
    fn totals(&mut self, score: &Score) {
        let table = &score.totals;
        let most = score.counts.iter().copied().max().unwrap_or(0).max(1);
        self.out.raw("<table class=\"totals\" role=\"table\">\n");
        self.out.element("caption", &[], &table.caption);
        self.out.raw("\n<tbody role=\"rowgroup\">\n");
        for (row, count) in table.rows.iter().zip(&score.counts) {
            self.out.raw("<tr role=\"row\">");
            for (number, cell) in row.cells.iter().enumerate() {
                let (name, attributes) = match number {
                    0 => ("th", [("scope", "row"), ("role", "rowheader")]),
                    _ => ("td", [("class", "value"), ("role", "cell")]),
                };
                self.out.open(name, &attributes);
                self.pieces(cell);
                self.out.close(name);
            }
            self.out.raw("<td class=\"length\" role=\"cell\" aria-hidden=\"true\">");
            let (most, count) = (most.to_string(), count.to_string());
            self.out.element("meter", &[("min", "0"), ("max", &most), ("value", &count)], "");
            self.out.raw("</td></tr>\n");
        }
        self.out.raw("</tbody>\n</table>\n");
    }

    /// Sources, and below each those that repeat it; nowhere deeper than the facts have it.
    fn tree(&mut self, items: &[TreeItem]) {
        self.out.raw("<ul class=\"tree\">\n");
        for item in items {
            self.out.raw("<li>");
            self.pieces(&item.pieces);
            if !item.below.is_empty() {
                self.out.raw("\n");
                self.tree(&item.below);
            }
            self.out.raw("</li>\n");
        }
        self.out.raw("</ul>\n");
    }
}

/// How a tile is to be seen.
fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Assessed(Assessment::BorneOut) => "borne-out",
        Mark::Assessed(Assessment::Qualified) => "qualified",
        Mark::Assessed(Assessment::Contradicted) => "contradicted",
        Mark::Assessed(Assessment::Open) => "open",
        _ => "unsound",
    }
}
