//! The day that a page shows with its article. Days stand everywhere in a page: in sentences, in comments, beside other articles.
//! That of the article stands near its heading, or is marked as such.

use std::collections::HashSet;

use dom_smoothie::Readability;

use crate::intake::metadata::{Found, day, first, line};

/// What is not the article, or not the day on which it came out.
const ELSEWHERE: &str = "aside, footer, nav, blockquote, figure, [class*='comment' i], [id*='comment' i], [class*='related' i], \
                         [class*='recommend' i], [class*='teaser' i], [class*='sidebar' i], [class*='widget' i], [class*='event' i], \
                         [itemprop='comment'], [itemtype*='Comment'], [itemtype*='Event'], \
                         [class*='modif' i]:not([class*='publish' i]), [class*='updat' i]:not([class*='publish' i]), \
                         time[itemprop]:not([itemprop~='datePublished'])";

/// Classes of paragraphs that are no sentences.
const BYLINES: [&str; 9] =
    ["date", "time", "meta", "byline", "publish", "author", "info", "dachzeile", "datum"];

/// What is said before the day of a change, in the languages of Europe that are most read.
const CHANGED: [&str; 14] = [
    "updat",
    "modif",
    "revised",
    "edited",
    "aktualisiert",
    "aktualisierung",
    "geändert",
    "überarbeitet",
    "mis à jour",
    "mise à jour",
    "actualiz",
    "atualiz",
    "aggiorna",
    "bijgewerkt",
];

/// A longer paragraph is one of the article's own.
const LONG: usize = 150;

/// The words right before a place, up to the heading or another day. A macro, for the nodes' type has no name here.
macro_rules! words_before {
    ($node:expr) => {{
        /// More is a sentence of its own.
        const MOST: usize = 60;
        let mut words = String::new();
        let mut here = Some($node.clone());
        for _ in 0..3 {
            let Some(node) = here else { break };
            let mut before = node.prev_sibling();
            let mut at_end = false;
            while let Some(sibling) = before {
                let text = sibling.text();
                let is_other = ["time", "h1", "h2", "h3"].iter().any(|name| sibling.has_name(name));
                if is_other || text.len() > MOST && sibling.is_element() {
                    at_end = true;
                    break;
                }
                let skipped = text.chars().count().saturating_sub(MOST);
                words.insert_str(0, &text.chars().skip(skipped).collect::<String>());
                if words.len() > MOST {
                    at_end = true;
                    break;
                }
                before = sibling.prev_sibling();
            }
            if at_end || !words.trim().is_empty() {
                break;
            }
            here = node.parent();
        }
        words
    }};
}

/// The day that is shown, if there is no doubt that it is the article's.
pub(super) fn shown(page: &Readability, heading: Option<&str>) -> Option<Found> {
    let doc = &page.doc;
    let headings = doc.select("h1");
    let headings = headings.nodes();
    let own = headings.iter().find(|own| line(&own.text()).as_deref() == heading).or(headings.first());
    let own_around: Vec<_> = own.into_iter().flat_map(|own| own.ancestors_it(None)).collect();
    let around: HashSet<_> = own_around.iter().map(|node| node.id).collect();
    let elsewhere = doc.select(ELSEWHERE);
    // Themes say of a whole page that it has comments or a sidebar.
    let elsewhere = elsewhere
        .nodes()
        .iter()
        .filter(|node| !around.contains(&node.id) && !node.has_name("body") && !node.has_name("html"));
    let elsewhere: HashSet<_> = elsewhere.map(|node| node.id).collect();
    // A line above the title stands in one block with it.
    let block: HashSet<_> = own_around
        .iter()
        .enumerate()
        .filter(|(up, node)| *up == 0 && !node.has_name("body") || node.has_name("header"))
        .map(|(_, node)| node.id)
        .collect();
    let (mut begun, mut ended) = (own.is_none(), false);
    let mut near = None;
    let places = "h1, p, time[datetime], [itemprop~='datePublished'], [class*='publish' i][datetime]";
    for node in doc.select(places).nodes() {
        if node.has_name("h1") {
            ended |= begun && own.is_some();
            begun |= own.is_some_and(|own| own.id == node.id);
            continue;
        }
        let marked = node
            .attr("itemprop")
            .is_some_and(|of| of.split_whitespace().any(|of| of == "datePublished"))
            || node.has_attr("pubdate")
            || class_has(node.attr("class").as_deref(), &["publish"])
            || node.parent().is_some_and(|parent| class_has(parent.attr("class").as_deref(), &["publish"]));
        if node.has_name("p") && !marked {
            ended |= begun && node.text().trim().len() > LONG;
            continue;
        }
        if elsewhere.contains(&node.id)
            || node.ancestors_it(None).any(|node| elsewhere.contains(&node.id))
            || is_changed(&words_before!(node))
        {
            continue;
        }
        let said = node.attr("datetime").or_else(|| node.attr("content"));
        let Some(found) = first([(said.as_deref(), if marked { "datePublished" } else { "<time>" })], day)
        else {
            continue;
        };
        if marked && node.has_attr("itemprop") {
            return Some(found);
        }
        let paragraph = node.ancestors_it(None).find(|node| node.has_name("p"));
        let in_sentence = paragraph.is_some_and(|paragraph| {
            !class_has(paragraph.attr("class").as_deref(), &BYLINES)
                && paragraph.text().trim() != node.text().trim()
        });
        if in_sentence {
            continue;
        }
        if marked {
            return Some(found);
        }
        let in_block = || node.ancestors_it(None).any(|node| block.contains(&node.id));
        if near.is_none() && !ended && (begun || in_block()) {
            near = Some(found);
        }
    }
    near
}

fn class_has(class: Option<&str>, words: &[&str]) -> bool {
    class.is_some_and(|class| {
        let class = class.to_lowercase();
        words.iter().any(|word| class.contains(word))
    })
}

/// Whether words end by saying that something was changed.
fn is_changed(words: &str) -> bool {
    let words = words.to_lowercase();
    CHANGED.iter().any(|changed| words.contains(changed))
}
