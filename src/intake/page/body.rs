//! The words of a page's article as Markdown: menus, teasers and comments are left out by `dom_smoothie`; what it leaves is put
//! into the shapes that our Markdown has.

use dom_smoothie::Readability;

use super::articles::{self, Articles};
use super::choice;
use crate::text::language::guess;
use crate::text::letters::letters;
use crate::text::markdown::{Addresses, escaped};

/// The article's words.
pub(super) struct Body {
    /// As Markdown, with the title as its one heading of the first level.
    pub(super) markdown: String,
    /// The captions of its pictures.
    pub(super) captions: Vec<String>,
    /// The page's articles, if it has several.
    pub(super) articles: Option<Articles>,
}

/// What shows no words.
const PICTURES: &str = "img, picture, source, svg, video, audio, track, iframe, canvas, object, embed, map, button, input, select, \
                        textarea, script, style, template, dialog";

/// What stands apart from the words around it, and would be run together with them.
const APART: &str = "figure, figcaption, header, footer, main, aside, address, details, summary, nav, form, fieldset, legend, center, \
                     hgroup, dl, dt, dd, amp-img, amp-video";

/// What says what a picture shows, or who made it.
const CAPTIONS: &str = "figcaption, [class*='caption'], [class*='Caption'], [class*='bildunterschrift'], [class*='Bildunterschrift'], \
                        [class*='image-credit'], [class*='photo-credit'], [class*='bildquelle']";

/// A longer one has the article inside.
const LONGEST_CAPTION: usize = 600;

/// No table has more columns, and no page more cells that are wide.
const MOST_COLUMNS: usize = 40;
const MOST_ADDED: usize = 20_000;

/// Stand for the marks of struck words until the rest is Markdown. No page may have these characters.
const STRUCK: [&str; 2] = ["\u{fdd0}", "\u{fdd1}"];

/// What stands as a block within others.
const BLOCKS: [&str; 8] = ["p", "div", "ul", "ol", "li", "table", "blockquote", "pre"];

/// The article of a parsed page; none where nothing looks like one. The page is used up.
pub(super) fn read(
    mut page: Readability,
    address: Option<&str>,
    title: Option<&str>,
    language: Option<&str>,
) -> Option<Body> {
    page.doc_url = address.map(str::to_owned);
    part_titles(&page);
    keep_speakers(&page);
    quote(&page, language);
    let several = articles::find(&page, title);
    let article = Readability::from(choice::content(page)?);
    let several = several.map(|found| found.taken(&article.doc.select("body").text()));
    let captions = part_captions(&article);
    shape(&article);
    let body = article.doc.select("body");
    let markdown = body.nodes().first()?.md(None).to_string();
    let markdown = struck(&tidied(&without_tags(&without_title(&markdown, title))));
    // A rule that parts nothing.
    let markdown = markdown.trim().trim_start_matches("---\n").trim_end_matches("\n---").trim();
    if markdown.is_empty() || markdown == "---" {
        return None;
    }
    let markdown = match title {
        Some(title) => format!("# {}\n\n{markdown}\n", escaped(title, Addresses::Plain)),
        None => format!("{markdown}\n"),
    };
    Some(Body { markdown, captions, articles: several })
}

/// Parts what stands in one heading and is set apart by looks alone: the line above the title, and the title.
fn part_titles(page: &Readability) {
    for part in page.doc.select("h1 > *, h2 > *, h3 > *").nodes() {
        if part.next_sibling().is_some_and(|next| next.is_element()) {
            let blank = part.tree.new_text(" ");
            part.insert_after(&blank);
        }
    }
}

/// Makes paragraphs of what says whose words a quotation has. As a footer it would be left out.
fn keep_speakers(page: &Readability) {
    for speaker in page.doc.select("blockquote footer, blockquote > cite").nodes() {
        speaker.remove_all_attrs();
        speaker.rename("div");
    }
}

/// Puts the quotation marks around `<q>` that a browser draws there.
fn quote(page: &Readability, language: Option<&str>) {
    let own = page.doc.select("q");
    if !own.exists() {
        return;
    }
    let said = language.map(str::to_owned).or_else(|| {
        let words = page.doc.select("p").iter().take(60).map(|words| words.text().to_string());
        guess(&words.collect::<Vec<_>>().join(" ")).map(str::to_owned)
    });
    let tag = said.unwrap_or_default().to_lowercase().replace('_', "-");
    let marks = match tag.split('-').next().unwrap_or_default() {
        "de" if tag.ends_with("-ch") => ["«", "»", "‹", "›"],
        "de" | "cs" | "sk" | "sl" | "bg" | "is" | "lt" | "et" => ["„", "“", "‚", "‘"],
        "pl" | "ro" | "hu" | "hr" => ["„", "”", "«", "»"],
        "fr" => ["«\u{a0}", "\u{a0}»", "“", "”"],
        "es" | "it" | "pt" | "el" | "ru" | "uk" | "no" | "nb" | "nn" => ["«", "»", "“", "”"],
        "sv" | "fi" => ["”", "”", "’", "’"],
        "ja" => ["「", "」", "『", "』"],
        _ => ["“", "”", "‘", "’"],
    };
    for quoted in own.nodes() {
        let words = quoted.text();
        // Some write them, too, and have a style take away those of the browser.
        let before = quoted.prev_sibling().map(|before| before.text().to_string()).unwrap_or_default();
        let is_mark = |c: char| "\"'“”„«»‹›‘’‚「『".contains(c);
        if words.trim().is_empty() || words.trim_start().starts_with(is_mark) || before.ends_with(is_mark) {
            continue;
        }
        let inner = quoted.ancestors_it(None).filter(|around| around.has_name("q")).count() % 2 * 2;
        let begin = quoted.tree.new_text(marks[inner]);
        quoted.prepend_child(&begin);
        let end = quoted.tree.new_text(marks[inner + 1]);
        quoted.append_child(&end);
    }
}

/// Makes captions paragraphs of their own, and says what they are.
fn part_captions(article: &Readability) -> Vec<String> {
    let mut captions = Vec::new();
    for caption in article.doc.select(CAPTIONS).nodes() {
        let words = caption.text();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || words.len() > LONGEST_CAPTION {
            continue;
        }
        captions.push(words);
        if !caption.has_name("p") {
            caption.rename("div");
        }
    }
    captions
}

/// Puts the article into shapes that Markdown has.
fn shape(article: &Readability) {
    let doc = &article.doc;
    for picture in doc.select(PICTURES).nodes() {
        // A reader sees it between the words beside it.
        let blank = picture.tree.new_text(" ");
        picture.insert_after(&blank);
        picture.remove_from_parent();
    }
    level_headings(article);
    for caption in doc.select("table > caption").nodes() {
        if let Some(table) = caption.parent() {
            table.insert_before(caption);
            caption.rename("p");
        }
    }
    doc.select(APART).rename("div");
    // A heading is one line.
    doc.select("h2 div, h2 p, h3 div, h3 p, h4 div, h4 p, h5 div, h5 p, h6 div, h6 p").rename("span");
    // Where a heading or a cell has several lines, a blank parts them.
    for line_end in doc.select("h1 br, h2 br, h3 br, h4 br, h5 br, h6 br, td br, th br, a br").nodes() {
        let blank = line_end.tree.new_text(" ");
        line_end.insert_after(&blank);
        line_end.remove_from_parent();
    }
    for block in doc.select("td p, th p, td div, th div, td li, th li, td ul, th ul").nodes() {
        let blank = block.tree.new_text(" ");
        block.insert_after(&blank);
        block.rename("span");
    }
    for link in doc.select("a").nodes() {
        let address = link.attr("href").filter(|address| is_web(address));
        if address.is_none() {
            link.rename("span");
            link.remove_all_attrs();
        } else {
            link.remove_attr("title");
        }
    }
    shift_figures(article);
    // Cells that stand across several columns, and cells of tables that become no tables, would run into what is beside them.
    let mut added = 0;
    for cell in doc.select("td, th").nodes() {
        let across = cell.attr("colspan").and_then(|number| number.trim().parse::<usize>().ok()).unwrap_or(1);
        for _ in 1..across.min(MOST_COLUMNS) {
            if added >= MOST_ADDED {
                break;
            }
            added += 1;
            let empty = cell.tree.new_element("td");
            cell.insert_after(&empty);
        }
        let blank = cell.tree.new_text(" ");
        cell.insert_after(&blank);
    }
    for struck in doc.select("del, s, strike").nodes() {
        let has_blocks = struck.descendants_it().any(|inner| BLOCKS.iter().any(|name| inner.has_name(name)));
        if !has_blocks && !struck.text().trim().is_empty() {
            let begin = struck.tree.new_text(STRUCK[0]);
            struck.prepend_child(&begin);
            let end = struck.tree.new_text(STRUCK[1]);
            struck.append_child(&end);
        }
    }
}

/// Writes raised and lowered figures as such: flat they are other numbers.
fn shift_figures(article: &Readability) {
    for (element, shifted) in [("sup", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻"), ("sub", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ₋")]
    {
        for node in article.doc.select(element).nodes() {
            let words = node.text();
            let words = words.trim();
            let says_number = words.contains(|c: char| c.is_ascii_digit() || c == 'n');
            let sign = |c: char| {
                let place = "0123456789+-=()n\u{2212}".chars().position(|plain| plain == c)?;
                shifted.chars().nth(place)
            };
            let before = node.prev_sibling().map(|before| before.text().to_string()).unwrap_or_default();
            let is_behind_digit = before.ends_with(|c: char| c.is_ascii_digit());
            match words.chars().map(sign).collect::<Option<String>>() {
                Some(signs) if says_number => node.set_text(signs),
                // A power that has no signs of its own, as 1.5.
                None if element == "sup"
                    && is_behind_digit
                    && words.starts_with(|c: char| c.is_ascii_digit() || "+-\u{2212}".contains(c))
                    && words.chars().all(|c| c.is_ascii_digit() || "+-\u{2212}.,/".contains(c)) =>
                {
                    node.set_text(format!("^{words}"));
                }
                _ => {}
            }
        }
    }
}

/// Makes the highest level of headings the second: the first is the title's.
fn level_headings(article: &Readability) {
    let doc = &article.doc;
    let level = |number: usize| format!("h{}", number.min(6));
    let Some(highest) = (1..=6).find(|number| doc.select(&level(*number)).exists()) else { return };
    match highest {
        // From the lowest on, or one level would become another twice.
        1 => (1..=5).rev().for_each(|number| doc.select(&level(number)).rename(&level(number + 1))),
        _ => (highest..=6).for_each(|number| doc.select(&level(number)).rename(&level(number + 2 - highest))),
    }
}

/// Whether an address leads to a page, and can stand in Markdown.
fn is_web(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\".contains(c))
}

/// The Markdown without what repeats the title at its beginning.
fn without_title(markdown: &str, title: Option<&str>) -> String {
    let Some(title) = title.map(letters).filter(|title| !title.is_empty()) else {
        return markdown.to_owned();
    };
    let blocks: Vec<&str> = markdown.split("\n\n").collect();
    let is_title = |block: &&str| letters(block.trim_start_matches('#')) == title;
    let place = blocks.iter().take(4).position(is_title);
    let kept = blocks.iter().enumerate().filter(|(at, _)| Some(*at) != place).map(|(_, block)| *block);
    kept.collect::<Vec<_>>().join("\n\n")
}

/// The Markdown with the marks of struck words, which stand right at the words.
fn struck(markdown: &str) -> String {
    let [begin, end] = STRUCK;
    if !markdown.contains(begin) {
        return markdown.to_owned();
    }
    let mut marked = markdown.to_owned();
    for _ in 0..4 {
        marked = marked.replace(&format!(" {begin} "), &format!(" {begin}"));
        marked = marked.replace(&format!(" {end} "), &format!("{end} "));
        marked = marked.replace(&format!("{begin} "), &format!(" {begin}"));
        marked = marked.replace(&format!(" {end}"), &format!("{end} "));
    }
    marked.replace([begin, end].map(|mark| mark.chars().next().unwrap_or_default()), "~~")
}

/// The Markdown without the one tag that its writer uses: the end of a line within a cell or a link. In words a `<` stands
/// behind a backslash.
fn without_tags(markdown: &str) -> String {
    let mut fenced = false;
    let lines = markdown.split('\n').map(|line| {
        fenced ^= line.trim_start().starts_with("```");
        if fenced || !line.contains("<br>") {
            return line.to_owned();
        }
        let parts: Vec<&str> = line.split("<br>").collect();
        let mut joined = String::with_capacity(line.len());
        for (number, part) in parts.iter().enumerate() {
            joined.push_str(part);
            if number + 1 < parts.len() {
                joined.push_str(if part.ends_with('\\') { "<br>" } else { " " });
            }
        }
        joined
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The Markdown without items of lists that have no words, without backslashes where nothing needs them, and with one blank
/// where a link or a picture left two. What may be program text stays.
fn tidied(markdown: &str) -> String {
    let mut tidy = String::with_capacity(markdown.len());
    let mut fenced = false;
    for line in markdown.split('\n') {
        fenced ^= line.trim_start().starts_with("```");
        if !fenced && is_empty_item(line) {
            continue;
        }
        if fenced || line.contains('`') {
            tidy.push_str(line);
        } else {
            push_tidied(line, &mut tidy);
        }
        tidy.push('\n');
    }
    tidy.truncate(tidy.len().saturating_sub(1));
    tidy
}

/// Whether a line is the mark of an item and nothing else.
fn is_empty_item(line: &str) -> bool {
    let mark = line.trim();
    let digits = mark.trim_end_matches('.');
    matches!(mark, "-" | "*" | "+")
        || digits.len() + 1 == mark.len()
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn push_tidied(line: &str, tidy: &mut String) {
    let begin = line.len() - line.trim_start().len();
    // Two blanks at its end are the end of a line.
    let end = line.trim_end().len().max(begin);
    tidy.push_str(&line[..begin]);
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}');
    let mut before = None;
    let mut chars = line[begin..end].chars().peekable();
    while let Some(c) = chars.next() {
        // Only at the beginning of a line it would be a list.
        let is_needless = c == '\\'
            && chars.peek() == Some(&'-')
            && before.is_some_and(|before: char| !before.is_whitespace() && !"\\|>-".contains(before));
        if is_needless || is_blank(c) && before.is_some_and(is_blank) {
            continue;
        }
        tidy.push(c);
        before = Some(c);
    }
    tidy.push_str(&line[end..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_links_and_pictures_is_tidied() {
        for (markdown, tidy) in [
            ("A\n\n- \n-\n- one\n1.\n\nB", "A\n\n- one\n\nB"),
            ("nach *TRF*\\-Recherchen, so", "nach *TRF*-Recherchen, so"),
            ("\\- no item", "\\- no item"),
            ("a \\- b", "a \\- b"),
            ("a\\\\-b", "a\\\\-b"),
            ("hier  sind   zwei  ", "hier sind zwei  "),
            ("  - an  item", "  - an item"),
            ("a |\u{a0} b", "a |\u{a0}b"),
            ("```\n-\na  b\n```\n- ", "```\n-\na  b\n```"),
            ("`a  b\\-`", "`a  b\\-`"),
        ] {
            assert_eq!(tidied(markdown), tidy, "{markdown}");
        }
    }
}
