//! From name to name.

use std::ops::Range;

use super::stretches::{Unit, fitting};
use super::{Obstacle, Stepped, TextMark};
use crate::dossier::{Article, Dossier};

impl TextMark {
    /// The next words that look like a name and name no actor yet, or those before; where none are left, any.
    pub fn to_new_name(&self, dossier: &Dossier, forward: bool) -> Stepped {
        let article = &dossier.article;
        match self.to_name(article, forward, |name| !is_known(dossier, name)) {
            Stepped::Not(_) => self.to_name(article, forward, |_| true),
            found => found,
        }
    }

    /// The next name of those that are wanted. Of a whole sentence the names in it come first.
    pub(super) fn to_name(
        &self,
        article: &Article,
        forward: bool,
        is_wanted: impl Fn(&Range<usize>) -> bool,
    ) -> Stepped {
        let Range { start, end } = *self.range();
        let fit = |name: Range<usize>| fitting(article, &name).filter(|found| *found == name);
        let found = if forward {
            let from = if self.is_whole_sentence(article) { start } else { end };
            let names = Unit::Name.after(article, from).filter(|name| name.start >= from);
            names.filter(|name| name != self.range() && is_wanted(name)).find_map(fit)
        } else {
            let names = Unit::Name.before(article, start).filter(|name| name.end <= start);
            names.filter(|name| is_wanted(name)).find_map(fit)
        };
        found.map_or(Stepped::Not(Obstacle::None), |name| Stepped::Mark(Self::new(name)))
    }
}

/// Whether an actor is named in these words.
fn is_known(dossier: &Dossier, name: &Range<usize>) -> bool {
    /// More mentions never begin within one that goes on.
    const MOST: usize = 16;
    let end = dossier.mentions.partition_point(|mention| mention.passage.start < name.end);
    dossier.mentions[..end].iter().rev().take(MOST).any(|mention| name.start < mention.passage.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Memory, load};

    #[test]
    fn steps_go_to_names_that_nobody_has_yet() {
        let toml = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                    [[actor]]\nid = \"lund\"\nkind = \"company\"\nname = \"Lund\"\naliases = [\"Lund\"]\n";
        let text = "Title\nThe town asked Lund and Ida Berg. Nine agreed, Lund said, but not Moe. In the end Lund left.\n";
        let files = Memory::default().with("dossier.toml", toml).with("a.txt", text);
        let dossier = load(&files).expect("it opens").dossier;
        let said = |mark: &TextMark| dossier.article.text[mark.range().clone()].to_owned();
        let step = |mark: &TextMark, forward| match mark.to_new_name(&dossier, forward) {
            Stepped::Mark(mark) => mark,
            other => panic!("{other:?}"),
        };
        let berg = step(&TextMark::sentence_at(&dossier.article, 6).expect("a sentence"), true);
        assert_eq!(said(&berg), "Ida Berg");
        let moe = step(&berg, true);
        assert_eq!(said(&moe), "Moe");
        assert_eq!(said(&step(&moe, false)), "Ida Berg");
        assert_eq!(said(&step(&moe, true)), "Lund", "nothing new is left");
    }
}
