//! The article: its blocks with their marked words, and beside each what hangs on it.

use super::Page;
use crate::dossier::{BlockKind, Container, ContainerKind};
use crate::export::document::{Look, Prose, Run, Target};

/// What is open around the blocks of the article.
#[derive(Default)]
pub(super) struct Nesting {
    open: Vec<ContainerKind>,
    /// The level of the last heading; none before the first.
    level: Option<u8>,
}

impl Page<'_> {
    pub(super) fn prose(&mut self, prose: &Prose, nesting: &mut Nesting) {
        self.enter(nesting, &prose.containers);
        let element = match prose.kind {
            BlockKind::Title | BlockKind::Heading | BlockKind::Subheading => {
                let wanted = match prose.kind {
                    BlockKind::Title => 3,
                    BlockKind::Heading => 4,
                    _ => 5,
                };
                // No level is left out.
                let level = nesting.level.map_or(3, |last| wanted.min(last + 1).max(3));
                nesting.level = Some(level);
                ["h3", "h4", "h5"][usize::from(level - 3).min(2)]
            }
            BlockKind::Paragraph => "p",
            BlockKind::Code => "pre",
            BlockKind::Break => {
                self.out.raw("<hr/>\n");
                return;
            }
        };
        self.out.raw("<div class=\"passage\">\n");
        let mut attributes = vec![("class", "text"), ("dir", "auto")];
        let language = self.article_language;
        attributes.extend(language.map(|language| ("lang", language)));
        self.out.open(element, &attributes);
        for run in &prose.runs {
            self.run(run);
        }
        self.out.close(element);
        self.out.raw("\n");
        if let Some((label, translation)) = &prose.translation {
            let ours = self.language;
            let own = translation.language.as_deref().unwrap_or(ours.tag());
            self.out.open("p", &[("class", "ours"), ("dir", "auto"), ("lang", own)]);
            self.out.open("span", &[("class", "label"), ("lang", ours.tag())]);
            self.out.text(label);
            self.out.raw(":</span> ");
            self.out.text(&translation.text);
            self.out.raw("</p>\n");
        }
        if !prose.claims.is_empty() || !prose.here.is_empty() {
            self.here(prose);
        }
        self.out.raw("</div>\n");
    }

    /// What hangs on a block: its claims and gaps, and on demand everything else.
    fn here(&mut self, prose: &Prose) {
        let texts = self.texts();
        self.out.raw("<div class=\"here\">\n");
        if !prose.claims.is_empty() {
            self.out.element("p", &[("class", "label")], texts.here);
            self.links(&prose.claims);
            self.out.raw("\n");
        }
        if !prose.here.is_empty() {
            self.out.raw("<details>");
            self.out.element("summary", &[], texts.more_here);
            self.out.raw("<dl>\n");
            for (label, links) in &prose.here {
                self.out.raw("<div>");
                self.out.element("dt", &[], label);
                self.out.raw("<dd>");
                self.links(links);
                self.out.raw("</dd></div>\n");
            }
            self.out.raw("</dl></details>\n");
        }
        self.out.raw("</div>\n");
    }

    fn run(&mut self, run: &Run) {
        match run {
            Run::Words { text, emphasis, strong, struck, to } => {
                match to {
                    Some(Target::Actor { anchor, place, inferred, .. }) => {
                        let mut attributes =
                            vec![("class", if *inferred { "name inferred" } else { "name" })];
                        attributes.extend(place.as_deref().map(|place| ("id", place)));
                        let to = format!("#{anchor}");
                        attributes.push(("href", &to));
                        self.out.open("a", &attributes);
                    }
                    Some(Target::ExternalLink(address)) => {
                        self.out.open(
                            "a",
                            &[("class", "away told"), ("href", address.as_str()), ("rel", "noreferrer")],
                        );
                    }
                    None => {}
                }
                let weights = [(*emphasis, "em"), (*strong, "strong"), (*struck, "s")];
                let weights: Vec<&str> =
                    weights.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
                for name in &weights {
                    self.out.open(name, &[]);
                }
                self.out.text(text);
                for name in weights.iter().rev() {
                    self.out.close(name);
                }
                if to.is_some() {
                    self.out.raw("</a>");
                }
                if let Some(Target::Actor { name: Some(name), place: Some(_), .. }) = to {
                    // Who is meant cannot be read from these words.
                    let document = self.language;
                    self.out.open("span", &[("class", "meant"), ("lang", document.tag())]);
                    let meant = document.strings().export.meant.replace("{}", name);
                    self.out.element("span", &[("class", "heard")], &format!(" [{meant}] "));
                    self.out.raw("<span aria-hidden=\"true\">?</span></span>");
                }
            }
            Run::Open { anchor, look } => {
                let class = match look {
                    Look::Claim => "claim",
                    Look::Gap => "gap",
                    Look::Located => "located",
                    Look::Silent => "",
                };
                let mut attributes = Vec::new();
                attributes.extend(anchor.as_deref().map(|anchor| ("id", anchor)));
                if !class.is_empty() {
                    attributes.push(("class", class));
                }
                self.out.open("span", &attributes);
            }
            Run::Close => self.out.close("span"),
            Run::Marker { anchor, mark, name, number, .. } => {
                let ours = self.language.tag();
                self.out.open("a", &[("class", "marker"), ("href", &format!("#{anchor}")), ("lang", ours)]);
                self.out.raw("<span class=\"heard\"> [");
                self.out.text(&format!("{name}, {}", mark.word));
                self.out.raw("] </span><span aria-hidden=\"true\">");
                self.out.text(&format!("{}{number}", mark.glyph()));
                self.out.raw("</span></a>");
            }
        }
    }

    /// Ends what the next block does not stand within, and begins what it does.
    fn enter(&mut self, nesting: &mut Nesting, containers: &[Container]) {
        let same = containers
            .iter()
            .zip(&nesting.open)
            .take_while(|(nest, open)| !nest.begins && nest.kind == **open);
        let same = same.count();
        // The next item of the same list.
        let goes_on = match (nesting.open.get(same), containers.get(same)) {
            (
                Some(ContainerKind::Item { number: before, .. }),
                Some(Container { kind: ContainerKind::Item { number, .. }, begins: true }),
            ) => before.and_then(|before| before.checked_add(1)) == *number,
            _ => false,
        };
        self.leave(nesting, if goes_on { same + 1 } else { same });
        for (depth, nest) in containers.iter().enumerate().skip(same) {
            let is_next = goes_on && depth == same;
            if is_next {
                self.out.raw("</li>\n");
                nesting.open.pop();
            }
            match nest.kind {
                ContainerKind::Quote => self.out.raw("<blockquote class=\"within\">\n"),
                ContainerKind::Item { number, .. } => {
                    if !is_next {
                        self.out.raw(if number.is_some() { "<ol>\n" } else { "<ul>\n" });
                    }
                    match number.filter(|number| *number < 1_000_000_000) {
                        Some(number) => self.out.open("li", &[("value", &number.to_string())]),
                        None => self.out.raw("<li>"),
                    }
                    self.out.raw("\n");
                }
            }
            nesting.open.push(nest.kind);
        }
    }

    /// Ends what is open beyond a depth.
    pub(super) fn leave(&mut self, nesting: &mut Nesting, depth: usize) {
        while nesting.open.len() > depth {
            match nesting.open.pop() {
                Some(ContainerKind::Quote) => self.out.raw("</blockquote>\n"),
                Some(ContainerKind::Item { number, .. }) => {
                    self.out.raw(if number.is_some() { "</li>\n</ol>\n" } else { "</li>\n</ul>\n" });
                }
                None => {}
            }
        }
    }
}
