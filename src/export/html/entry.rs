//! The entry of a thing: its name, and what is known of it.

use super::Page;
use crate::dossier::Kind;
use crate::export::document::{Entry, Item, Link, Quote, Stop, Table};
use crate::facts::{Attribution, Mark};

impl Page<'_> {
    pub(super) fn entry(&mut self, entry: &Entry, level: u8) {
        let class = format!("entry {}", entry.of.kind.word());
        self.out.open("div", &[("class", &class), ("id", &entry.anchor)]);
        self.out.raw("\n");
        let heading = format!("h{level}");
        self.out.open(&heading, &[]);
        self.fault(&entry.mark, entry.is_at_fault());
        let is_said = entry.lead.as_ref().is_some_and(|lead| lead.ends_with(entry.mark.word));
        self.sign(&entry.mark, !is_said);
        if let Some(lead) = &entry.lead {
            self.out.element("span", &[("class", "lead")], lead);
            self.out.raw(" ");
        }
        self.words(&entry.name);
        self.out.close(&heading);
        self.out.raw("\n");
        for fault in &entry.faults {
            self.fault_line(fault);
        }
        let mut listed = false;
        for item in &entry.items {
            let is_labelled = match item {
                Item::Line { label, .. } => label.is_some(),
                Item::Quotes { .. } | Item::Links { .. } | Item::Places { .. } | Item::Stops { .. } => true,
                Item::Chart(_) | Item::Table(_) | Item::Fault(_) => false,
            };
            if is_labelled != listed {
                self.out.raw(if is_labelled { "<dl>\n" } else { "</dl>\n" });
                listed = is_labelled;
            }
            self.item(item);
        }
        if listed {
            self.out.raw("</dl>\n");
        }
        self.out.raw("</div>\n");
    }

    pub(super) fn stop(&mut self, stop: &Stop) {
        self.out.open("div", &[("class", "entry stop"), ("id", &stop.anchor)]);
        self.out.raw("\n<h3>");
        self.out.element("span", &[("class", "lead")], &format!("{}.", stop.number));
        self.out.raw(" ");
        self.words(&stop.title);
        self.out.raw("</h3>\n");
        if let Some(big) = &stop.big {
            self.out.element("p", &[("class", "big")], big);
            self.out.raw("\n");
        }
        if let Some((sign, verdict)) = &stop.verdict {
            self.out.raw("<p><span class=\"sign\" aria-hidden=\"true\">");
            self.out.text(sign);
            self.out.raw("</span> ");
            self.out.element("b", &[("class", "verdict")], verdict);
            self.out.raw("</p>\n");
        }
        if let Some(finding) = &stop.finding {
            self.out.raw("<p>");
            self.words(finding);
            self.out.raw("</p>\n");
        }
        self.out.element("p", &[("class", "who")], &stop.source);
        self.out.raw("\n");
        if let Some(shows) = &stop.shows {
            self.links(std::slice::from_ref(shows));
            self.out.raw("\n");
        }
        if let Some(speaker) = &stop.speaker {
            self.out.raw("<dl><div class=\"added\">");
            self.out.element("dt", &[], self.texts().speaker);
            self.out.raw("<dd>");
            self.words(speaker);
            self.out.raw("</dd></div></dl>\n");
        }
        self.out.raw("</div>\n");
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Line { label: None, by, pieces } => {
                self.out.open("p", &[("class", line_class(*by))]);
                self.pieces(pieces);
                self.out.raw("</p>\n");
            }
            Item::Line { label: Some(label), by, pieces } => {
                self.out.open("div", &[("class", line_class(*by))]);
                self.out.element("dt", &[], label);
                self.out.raw("<dd>");
                self.pieces(pieces);
                self.out.raw("</dd></div>\n");
            }
            Item::Quotes { label, quotes } => {
                self.out.raw("<div class=\"said\"><dt>");
                self.pieces(label);
                self.out.raw("</dt><dd>\n");
                for quote in quotes {
                    self.quote(quote);
                }
                self.out.raw("</dd></div>\n");
            }
            Item::Links { label, links } => {
                self.out.raw("<div>");
                self.out.element("dt", &[], label);
                self.out.raw("<dd>");
                self.links(links);
                self.out.raw("</dd></div>\n");
            }
            Item::Places { label, one, anchors } => {
                let named = (1..).zip(anchors).map(|(number, anchor)| (format!("{one} {number}"), &**anchor));
                self.places(label, named);
            }
            Item::Stops { label, stops } => {
                self.places(label, stops.iter().map(|(name, anchor)| (name.clone(), &**anchor)));
            }
            Item::Chart(figure) => self.chart(figure),
            Item::Table(table) => self.table(table),
            Item::Fault(fault) => self.fault_line(fault),
        }
    }

    fn places<'p>(&mut self, label: &str, places: impl Iterator<Item = (String, &'p str)>) {
        self.out.raw("<div>");
        self.out.element("dt", &[], label);
        self.out.raw("<dd><ul class=\"inline\">");
        for (name, anchor) in places {
            self.out.raw("<li>");
            self.out.element("a", &[("href", &format!("#{anchor}"))], &name);
            self.out.raw("</li>");
        }
        self.out.raw("</ul></dd></div>\n");
    }

    fn quote(&mut self, quote: &Quote) {
        let texts = self.texts();
        let broken = quote.is_broken();
        self.out.open("blockquote", &[("class", if broken { "broken" } else { "words" })]);
        self.out.raw("<p>");
        // What the article says needs no other sign than its rule and its heading.
        if quote.mark.kind != Mark::Article {
            self.out.raw("<span class=\"sign\">");
            self.out.text(quote.mark.glyph());
            self.out.raw("</span> ");
        }
        if let Some(label) = &quote.label {
            self.out.element("span", &[("class", "label")], &format!("{}:", label.text()));
            self.out.raw(" ");
        }
        let language = quote.language.as_deref().map(|language| ("lang", language));
        let attributes: Vec<_> = [("dir", "auto")].into_iter().chain(language).collect();
        self.out.open("span", &attributes);
        self.pieces(&quote.pieces);
        self.out.raw("</span></p>");
        if quote.place.is_some() || quote.original.is_some() {
            self.out.raw("<p class=\"ways\">");
            if let Some(place) = &quote.place {
                self.out.element("a", &[("href", &format!("#{place}"))], texts.to_words);
            }
            if let Some(original) = &quote.original {
                self.out.raw(if quote.place.is_some() { " · " } else { "" });
                let attributes = [("class", "away"), ("href", original.as_str()), ("rel", "noreferrer")];
                self.out.element("a", &attributes, texts.to_original);
            }
            self.out.raw("</p>");
        }
        self.out.raw("</blockquote>\n");
    }

    pub(super) fn links(&mut self, links: &[Link]) {
        let short =
            |link: &Link| matches!(link.to.kind, Kind::Actor | Kind::Observation) && link.under.is_empty();
        let class = if links.iter().all(short) { "inline" } else { "links" };
        self.out.open("ul", &[("class", class)]);
        for link in links {
            self.out.raw("<li>");
            self.fault(&link.mark, link.is_at_fault);
            self.sign(&link.mark, true);
            // In a part of a dossier what it leads to may not be there.
            if link.anchor.is_empty() {
                self.words(&link.words);
            } else {
                self.out.open("a", &[("href", &format!("#{}", link.anchor))]);
                self.words(&link.words);
                self.out.raw("</a>");
            }
            for under in &link.under {
                self.out.raw(" <span class=\"under\">");
                self.words(under);
                self.out.raw("</span>");
            }
            self.out.raw("</li>");
        }
        self.out.raw("</ul>");
    }

    /// A table. On a phone each of its rows is a card, and says of each value what it is; the roles are named because there
    /// they are lost with the layout of a table.
    pub(super) fn table(&mut self, table: &Table) {
        // It scrolls where it is wider than the page, by keys too.
        self.out.open(
            "div",
            &[("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-label", &table.caption)],
        );
        // Of a figure its period, place, part and value stand together.
        let class =
            if matches!(table.values[..], [_]) { [("class", "figures")] } else { [("class", "trends")] };
        self.out.open("table", &[("role", "table")].into_iter().chain(class).collect::<Vec<_>>());
        self.out.raw("\n");
        self.out.element("caption", &[], &table.caption);
        self.out.raw("\n<thead role=\"rowgroup\"><tr role=\"row\">");
        for column in &table.columns {
            self.out.element("th", &[("scope", "col"), ("role", "columnheader")], column);
        }
        self.out.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for row in &table.rows {
            let anchor = row.anchor.as_deref().map(|anchor| ("id", anchor));
            self.out.open("tr", &[("role", "row")].into_iter().chain(anchor).collect::<Vec<_>>());
            if row.is_heading {
                let span = table.columns.len().to_string();
                let attributes =
                    [("scope", "rowgroup"), ("role", "rowheader"), ("class", "group"), ("colspan", &span)];
                self.out.open("th", &attributes);
                for cell in &row.cells {
                    self.pieces(cell);
                }
                self.out.raw("</th></tr>\n");
                continue;
            }
            for (number, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                let label = ("data-column", &**column);
                let name = if number == 0 { "th" } else { "td" };
                let mut attributes = if number == 0 {
                    vec![("scope", "row"), ("role", "rowheader")]
                } else {
                    vec![("role", "cell"), label]
                };
                if table.values.contains(&number) {
                    attributes.push(("class", "value"));
                }
                self.out.open(name, &attributes);
                self.pieces(cell);
                self.out.close(name);
            }
            self.out.raw("</tr>\n");
        }
        self.out.raw("</tbody>\n</table>\n</div>\n");
    }
}

fn line_class(by: Attribution) -> &'static str {
    match by {
        Attribution::Ours => "added",
        Attribution::Source => "added own",
        Attribution::Article | Attribution::Nobody => "plain",
    }
}
