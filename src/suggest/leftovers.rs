//! Lines of an article that look like a web page's own: share bars, teasers, captions, bylines, notes on cookies. They are only
//! listed: an author decides, and a line that was the article's is not lost.

mod phrases;

use foldhash::{HashSet, HashSetExt as _};

use self::phrases::Phrases;
use super::{Reason, Suggestion, What};
use crate::dossier::anchor::fold;
use crate::dossier::{Article, Block, BlockKind, ContainerKind, When};
use crate::load::{DateGuess, guess_date};
use crate::text::letters::letters;
use crate::text::months;

/// Words of share bars, menus and counts: a line of nothing else is one.
const LABELS: &str = "\
    teilen geteilt share shares facebook twitter x whatsapp telegram linkedin xing pinterest reddit flipboard bluesky mastodon threads \
    instagram youtube threema signal rss e-mail email mail per via auf on link kopieren kopiert copy drucken print merken gemerkt \
    merkliste save saved speichern kommentare kommentar comments comment kommentieren artikel article seite page diesen this den the \
    anhören vorlesen listen hören feedback schriftgröße menü menu suche search startseite home abo abonnieren subscribe login anmelden \
    registrieren register und and or oder nach oben back to top anzeige werbung advertisement ad ads plus premium mehr more related \
    next weiter zurück prev previous schließen close folgen follow tweet post senden send pdf bookmark bookmarks";

/// Words of lines that say when a page was made or changed, beside the names of the months.
const TIMES: &str = "\
    stand aktualisiert zuletzt veröffentlicht publiziert erschienen erstellt geändert updated update published posted \
    modified last first created am um at on den der the uhr vom von seit vor ago hours hour minutes minute stunden stunde \
    minuten min mins sec read lesezeit lesedauer reading time est edt et gmt bst cet cest mez mesz utc pst pdt a.m. p.m. am \
    pm a.m p.m montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so monday tuesday wednesday \
    thursday friday saturday sunday mon tue wed thu fri sat sun heute gestern today yesterday";

/// How the line begins that says who wrote.
const BYLINES: [&str; 14] = [
    "von ",
    "by ",
    "text:",
    "text von ",
    "autor:",
    "autorin:",
    "author:",
    "words by ",
    "ein gastbeitrag von ",
    "ein kommentar von ",
    "eine analyse von ",
    "reporting by ",
    "editing by ",
    "interview:",
];

/// Words between names and offices.
const JOINING: [&str; 26] = [
    "und", "and", "sowie", "von", "van", "vom", "zu", "zum", "der", "den", "die", "des", "de", "del", "la",
    "le", "di", "da", "al", "bin", "of", "for", "für", "the", "in", "at",
];

/// How lines begin that say when the page was made.
const MADE: [&str; 15] = [
    "stand",
    "aktualisiert",
    "zuletzt",
    "veröffentlicht",
    "publiziert",
    "erschienen",
    "published",
    "updated",
    "update",
    "posted",
    "last",
    "first",
    "modified",
    "erstellt",
    "created",
];

/// Agencies, which stand alone behind an article.
const AGENCIES: [&str; 10] = ["dpa", "afp", "ap", "reuters", "epd", "kna", "sid", "apa", "pa", "lnw"];

/// A line with more words has something to say.
const MOST_WORDS: usize = 32;

/// No caption has more bytes.
const LONGEST_CAPTION: usize = 2000;

/// So many blocks after a lead its author and the day may stand.
const BELOW_LEAD: usize = 4;

/// A byline of more words says more than who wrote.
const MOST_OF_BYLINE: usize = 14;

/// More lines would help nobody.
const MOST: usize = 200;

/// A paragraph of so many words is the article's.
const LONG: usize = 20;

/// The lines of an article that look like leftovers, without those that were rejected. Lines that stand together are suggested
/// together. `captions` are those of a page's pictures.
pub(super) fn find(
    article: &Article,
    captions: &[Box<str>],
    is_rejected: impl Fn(&str) -> bool,
) -> Vec<Suggestion> {
    let blocks: Vec<&Block> = article.text_blocks().collect();
    let reasons = reasons(article, &blocks, captions);
    let text = |block: &Block| &article.text[block.range.clone()];
    // Whoever leaves out a line leaves out all that read the same.
    let kept = blocks.iter().zip(&reasons).filter(|(_, reason)| reason.is_none());
    let kept: HashSet<String> = kept.map(|(block, _)| fold(text(block))).collect();
    let mut found: Vec<Suggestion> = Vec::new();
    let (mut last, mut count) = (None, 0);
    for (place, block) in blocks.iter().enumerate() {
        let Some(reason) = reasons[place] else { continue };
        let line = text(block);
        if count == MOST || line.is_empty() || kept.contains(&fold(line)) || is_rejected(line) {
            continue;
        }
        count += 1;
        let before = last.replace(place);
        match found.last_mut() {
            Some(Suggestion { range, what: What::Leftover(lines), reason: of_all })
                if before.is_some_and(|before| before + 1 == place) =>
            {
                range.end = block.range.end;
                lines.push(block.range.clone());
                if *of_all != reason {
                    *of_all = Reason::Page;
                }
            }
            _ => {
                let what = What::Leftover(vec![block.range.clone()]);
                found.push(Suggestion { range: block.range.clone(), what, reason });
            }
        }
    }
    found
}

/// The lines of an article that are captions, each once.
pub(super) fn captions(article: &Article, of_page: &[String]) -> Vec<Box<str>> {
    let mut wanted: HashSet<String> = of_page.iter().map(|caption| letters(caption)).collect();
    wanted.remove("");
    let lines = article.text_blocks().map(|block| &article.text[block.range.clone()]);
    // What is too long for a text of a file is no caption.
    let lines = lines.filter(|line| line.len() <= LONGEST_CAPTION && wanted.remove(&letters(line)));
    lines.map(|line| fold(line).trim().into()).collect()
}

/// Of each block why it looks like a leftover; none if it does not.
fn reasons(article: &Article, blocks: &[&Block], captions: &[Box<str>]) -> Vec<Option<Reason>> {
    let text = |block: &Block| &article.text[block.range.clone()];
    let longs: Vec<usize> = (0..blocks.len()).filter(|place| is_long(text(blocks[*place]))).collect();
    let body = longs.first().copied().zip(longs.last().copied());
    let captions: HashSet<String> = captions.iter().map(|caption| letters(caption)).collect();
    let lists = Lists::new();
    let links = LinkedBlocks::of(article, blocks);
    // A label such as "Read more" stands above the teasers that it is about.
    let mut in_teasers = false;
    let of_block = |(place, block): (usize, &&Block)| {
        let line = text(block);
        let is_of_table = || is_table_row(line) || is_among_rows(blocks, place, text);
        if block.kind == BlockKind::Title || block.kind == BlockKind::Code || is_of_table() {
            return None;
        }
        let edge = match body {
            Some((first, _)) if place < first => Edge::Before,
            Some((_, last)) if place > last => Edge::After,
            _ => Edge::None,
        };
        let words = line.split_whitespace().count();
        let is_label = words <= MOST_WORDS && lists.is_leftover(line, words, links.is_link(place));
        let is_heading = matches!(block.kind, BlockKind::Heading | BlockKind::Subheading);
        in_teasers = if is_label && (is_heading || words <= 6) {
            true
        } else {
            in_teasers && !is_heading && words < LONG
        };
        let is_item =
            block.containers.iter().any(|container| matches!(container.kind, ContainerKind::Item { .. }));
        let is_teaser = links.is_link(place) && words <= LONG && !is_heading;
        if !captions.is_empty() && captions.contains(&letters(line)) {
            return Some(Reason::Caption);
        }
        if is_label {
            return Some(Reason::Page);
        }
        if is_teaser && (in_teasers || !is_item || edge != Edge::None) {
            return Some(Reason::Link);
        }
        if is_heading {
            return None;
        }
        let is_plain = !is_item && block.containers.is_empty();
        if edge == Edge::None {
            // Below a long lead stand its author and the day.
            let is_near_top = body.is_some_and(|(first, _)| place <= first + BELOW_LEAD);
            return is_plain.then(|| of_line_below_lead(line, words, is_near_top, &lists)).flatten();
        }
        of_edge_line(line, words, edge, is_item, block, &lists)
    };
    blocks.iter().enumerate().map(of_block).collect()
}

/// Where a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Before the first long paragraph.
    Before,
    /// After the last one.
    After,
    /// Between them, or there are none.
    None,
}

/// Why a short line at an edge of the article is what pages have there: a byline, a date, a kicker, an agency's sign.
fn of_edge_line(
    line: &str,
    words: usize,
    edge: Edge,
    is_item: bool,
    block: &Block,
    lists: &Lists,
) -> Option<Reason> {
    let small = line.to_lowercase();
    let ends = line
        .trim_end_matches(['"', '”', '“', '»', '«', '’', ')'])
        .ends_with(['.', '!', '?', '…', ':', ';', ',']);
    if words <= MOST_OF_BYLINE && !ends && is_byline(line, &small) {
        return Some(Reason::Byline);
    }
    // An hour alone may stand above each entry of a log.
    let is_time = words <= 14
        && small.contains(|c: char| c.is_ascii_digit())
        && (words > 1 || is_day(line))
        && lists.says_when(&small);
    if is_time {
        return Some(Reason::Dateline);
    }
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    let is_agency = words <= 4 && bare.split(['/', ' ', ',']).all(|part| AGENCIES.contains(&part.trim()));
    let is_credit =
        words <= 6 && small.split_once('/').is_some_and(|(first, _)| AGENCIES.contains(&first.trim()));
    let is_path = words <= 14 && [" › ", " > ", " » ", " | "].iter().any(|sign| line.contains(sign));
    if is_agency || is_credit || is_path || line.starts_with('©') {
        return Some(Reason::Page);
    }
    // A kicker above, a signature or a list of topics below.
    let is_short = !ends
        && !is_item
        && !is_numbered(line)
        && block.containers.is_empty()
        && line.contains(char::is_alphabetic)
        && line.chars().count() <= 60
        && match edge {
            Edge::Before => words <= 4,
            Edge::After => words <= 6,
            Edge::None => false,
        };
    is_short.then_some(Reason::Edge)
}

/// Whether a line is one of several that count: `3. Die Fähre`, or a note, `[7] …`.
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches('[');
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    digits > 0
        && digits <= 3
        && (rest[digits..].starts_with(". ")
            || rest[digits..].starts_with(") ")
            || line.starts_with('[') && rest[digits..].starts_with(']'))
}

/// Why a line after the first long paragraph is the page's: a byline of nothing but names, or the day that it was made. Another day or
/// hour may stand above the entries of a log.
fn of_line_below_lead(line: &str, words: usize, is_near_top: bool, lists: &Lists) -> Option<Reason> {
    if words > MOST_OF_BYLINE {
        return None;
    }
    let small = line.to_lowercase();
    let ends = line.ends_with(['.', '!', '?', '…', ':', ';', ',']);
    if !ends && words > 1 && is_byline(line, &small) && has_only_names(line) {
        return Some(Reason::Byline);
    }
    let says_made =
        small.split(|c: char| !c.is_alphabetic()).next().is_some_and(|first| MADE.contains(&first));
    let is_day_and_hour = is_near_top && words > 1 && small.contains(':');
    let is_time = small.contains(|c: char| c.is_ascii_digit()) && lists.says_when(&small);
    let has_day = line.split_whitespace().any(|word| is_day(word.trim_end_matches([',', '|'])));
    (is_time && (says_made || is_day_and_hour && has_day)).then_some(Reason::Dateline)
}

/// Whether behind the first word stand only words with capitals, and those that join names.
fn has_only_names(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1).map(bare).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| word.starts_with(char::is_uppercase) || JOINING.contains(&word))
}

/// Whether a line says who wrote: it begins with a word for that, and a capital follows.
fn is_byline(line: &str, small: &str) -> bool {
    BYLINES.iter().any(|begin| {
        // In small letters a line may have another length, but not in these, which are ASCII.
        let rest = line.get(begin.len()..).filter(|_| small.starts_with(begin));
        rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    })
}

/// Whether a line is a day and nothing else.
fn is_day(line: &str) -> bool {
    let begins = line.get(..10).filter(|_| line.as_bytes().get(10).is_none_or(|next| *next == b'T'));
    begins.is_some_and(|day| When::parse(day).is_ok()) || matches!(guess_date(line), Some(DateGuess::One(_)))
}

/// Whether a paragraph has so much to say that it is the article's.
fn is_long(text: &str) -> bool {
    let is_wide = |c: char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    !is_table_row(text)
        && (text.split_whitespace().nth(LONG - 1).is_some()
            || text.chars().filter(|c| is_wide(*c)).nth(39).is_some())
}

fn is_table_row(line: &str) -> bool {
    line.contains(" | ") && line.contains(|c: char| c.is_ascii_digit())
}

/// Whether a line without figures is a row of a table: the one above or below has as many cells. A menu stands alone.
fn is_among_rows<'t>(blocks: &[&Block], place: usize, text: impl Fn(&Block) -> &'t str) -> bool {
    let cells = |place: usize| blocks.get(place).map_or(0, |block| text(block).matches(" | ").count());
    let own = cells(place);
    own > 0 && (place.checked_sub(1).is_some_and(|above| cells(above) == own) || cells(place + 1) == own)
}

/// The lists of words, ready to be looked up.
struct Lists {
    phrases: Phrases,
    labels: HashSet<&'static str>,
    times: HashSet<&'static str>,
}

impl Lists {
    fn new() -> Self {
        Self {
            phrases: Phrases::new(),
            labels: LABELS.split_whitespace().collect(),
            times: TIMES.split_whitespace().collect(),
        }
    }

    /// Whether a line is one wherever it stands. `is_link`: it is one link.
    fn is_leftover(&self, line: &str, words: usize, is_link: bool) -> bool {
        let small = line.to_lowercase();
        let small = small.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.phrases.begin(small, words, is_link)
            || Phrases::is_credit(line)
            || words <= 14 && self.is_label(small)
    }

    /// Whether all words are such as stand on buttons.
    fn is_label(&self, small: &str) -> bool {
        let mut words = small.split_whitespace().map(bare).filter(|word| !word.is_empty()).peekable();
        let mut has_word = false;
        words.peek().is_some()
            && words.all(|word| {
                let is_number = word.chars().all(|c| c.is_ascii_digit());
                has_word |= !is_number;
                is_number || self.labels.contains(word)
            })
            && has_word
    }

    /// Whether all words say when. Of numbers alone one has to be a day or an hour: "28,2 %" and a number of a telephone are none.
    fn says_when(&self, small: &str) -> bool {
        let words = || small.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '–' | '-' | ','));
        let says_time = || {
            small.contains(':')
                || is_day(small)
                || words().any(|word| is_day(word) || self.times.contains(bare(word)))
        };
        let are_times = words().all(|word| {
            let word = bare(word);
            let is_number = word.starts_with(|c: char| c.is_ascii_digit())
                && word.chars().all(|c| c.is_ascii_digit() || ".:/tz+".contains(c));
            word.is_empty() || is_number || self.times.contains(word) || months::is_one(word)
        });
        are_times && says_time()
    }
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Which blocks are one link and nothing else.
struct LinkedBlocks(HashSet<usize>);

impl LinkedBlocks {
    fn of(article: &Article, blocks: &[&Block]) -> Self {
        let mut linked = HashSet::new();
        for link in &article.links {
            let place = blocks.partition_point(|block| block.range.start < link.range.start);
            let is_whole = |place: &usize| {
                blocks.get(*place).is_some_and(|block| {
                    link.range.start <= block.range.start && block.range.end <= link.range.end
                })
            };
            linked.extend(Some(place).filter(is_whole));
        }
        Self(linked)
    }

    fn is_link(&self, place: usize) -> bool {
        self.0.contains(&place)
    }
}

#[cfg(test)]
mod tests;
