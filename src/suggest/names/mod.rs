//! Names in the article, and which of them are presumably one actor's.

mod candidate;
mod english;
mod evidence;
mod finder;
mod german;
mod groups;
mod lists;
mod nouns;
mod shapes;
mod tokens;

use std::borrow::Cow;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{NameGroup, Reason, Suggestion, What, known};
use crate::dossier::{Article, BlockKind, Dossier};
use crate::text::cues::CueLanguage;
use crate::text::invisible::{is_invisible, without_invisible};
use finder::{Group, Place};
use tokens::Part;

/// What the shown blocks of the article name: the groups in the order in which they are offered, and their places in the order of
/// the article, none of which overlap.
pub(crate) fn names(dossier: &Dossier) -> (Vec<NameGroup>, Vec<Suggestion>) {
    let article = &dossier.article;
    let (groups, places) = found(article);
    let mut names = Names::default();
    // A name of several words wins over a known one inside of it: "Bank of England" is not England.
    let mut longer = places.iter().peekable();
    let mut by_group: HashMap<usize, usize> = HashMap::new();
    for (actor, range) in known::find(article, &dossier.suggested.known) {
        while longer.next_if(|place| place.range.end <= range.start).is_some() {}
        let own = longer.peek().filter(|place| place.range.start < range.end);
        if own.is_some_and(|own| {
            own.range != range && own.range.start <= range.start && range.end <= own.range.end
        }) {
            continue;
        }
        let number = names.known(&dossier.suggested.known, actor);
        if let Some(own) = own.filter(|own| own.range == range) {
            by_group.entry(own.group).or_insert(number);
        }
        names.add(article, number, range, Reason::Known);
    }
    let known = std::mem::take(&mut names.found);
    let mut taken = known.iter().map(|suggestion| suggestion.range.clone()).peekable();
    for place in places {
        while taken.next_if(|range| range.end <= place.range.start).is_some() {}
        if taken.peek().is_some_and(|range| range.start < place.range.end) {
            continue;
        }
        let number = *by_group.entry(place.group).or_insert_with(|| names.new_group(&groups[place.group]));
        names.add(article, number, place.range, place.reason);
    }
    names.found.extend(known);
    names.found.sort_by_key(|suggestion| suggestion.range.start);
    names.order(&groups);
    (names.groups, names.found)
}

/// Groups and places as they are put together.
#[derive(Default)]
struct Names {
    groups: Vec<NameGroup>,
    found: Vec<Suggestion>,
    by_actor: HashMap<usize, usize>,
    /// Of each group the forms that it has.
    forms: HashSet<(usize, String)>,
}

impl Names {
    /// The group of a known actor.
    fn known(&mut self, actors: &[crate::dossier::KnownActor], actor: usize) -> usize {
        let groups = &mut self.groups;
        *self.by_actor.entry(actor).or_insert_with(|| {
            let known = Some(actors[actor].clone());
            groups.push(NameGroup { forms: Vec::new(), kind: None, known, reason: Reason::Known });
            groups.len() - 1
        })
    }

    fn new_group(&mut self, group: &Group) -> usize {
        let Group { kind, reason, forms: _ } = *group;
        self.groups.push(NameGroup { forms: Vec::new(), kind, known: None, reason });
        self.groups.len() - 1
    }

    /// Adds a place of a group.
    fn add(&mut self, article: &Article, group: usize, range: Range<usize>, reason: Reason) {
        let form = without_invisible(&article.text[range.clone()]);
        if self.forms.insert((group, form.to_string())) {
            self.groups[group].forms.push(form.into_owned());
        }
        self.found.push(Suggestion { range, what: What::Name(group), reason });
    }

    /// Puts the forms of each group in order: first the one that its actor would be called by.
    fn order(&mut self, groups: &[Group]) {
        let mut ranks: HashMap<&str, usize> = HashMap::new();
        for group in groups {
            for (rank, form) in group.forms.iter().enumerate() {
                ranks.entry(form).or_insert(rank);
            }
        }
        for group in &mut self.groups {
            group.forms.sort_by_key(|form| ranks.get(&**form).copied().unwrap_or(0));
        }
    }
}

/// A form as its actor is called: that of an institution or of a name on the lists without the ending of the genitive, if the
/// article has it in no other case.
pub(super) fn nominative(form: &str, reason: Reason) -> Option<String> {
    let (first, rest) = form.split_once(' ').map_or((form, ""), |(first, rest)| (first, rest));
    let stem = |is_one: &dyn Fn(&str) -> bool| {
        ["es", "s"].iter().find_map(|end| first.strip_suffix(end).filter(|stem| is_one(stem)))
    };
    let bare = match reason {
        Reason::Institution => stem(&german::is_institution)?,
        Reason::List if rest.is_empty() && !lists::LISTED.contains_key(form) => {
            stem(&|stem| lists::LISTED.contains_key(stem))?
        }
        Reason::Genitive if rest.is_empty() => first.strip_suffix('s')?,
        _ => return None,
    };
    Some(if rest.is_empty() { bare.to_owned() } else { format!("{bare} {rest}") })
}

/// What the rules find in an article.
fn found(article: &Article) -> (Vec<Group>, Vec<Place>) {
    let languages = CueLanguage::of_tag(article.language.primary());
    let (text, places) = shown(&article.text);
    let blocks = article.text_blocks().filter(|block| block.kind != BlockKind::Code);
    let parts: Vec<Part> = blocks
        .map(|block| Part {
            range: places.own(block.range.start)..places.own(block.range.end),
            is_heading: matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Subheading),
        })
        .collect();
    let (groups, mut found) = finder::find(&text, &parts, languages);
    for place in &mut found {
        place.range = places.original(&place.range);
    }
    (groups, found)
}

/// Where characters stood that nobody sees.
struct Invisible {
    /// For each of them the byte of the text without them, and the bytes left out up to there.
    left_out: Vec<(usize, usize)>,
}

/// The text without such characters.
fn shown(text: &str) -> (Cow<'_, str>, Invisible) {
    let mut left_out = Vec::new();
    let mut sum = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_invisible(*c)) {
        let place = at - sum;
        sum += c.len_utf8();
        left_out.push((place, sum));
    }
    (without_invisible(text), Invisible { left_out })
}

impl Invisible {
    /// The byte without them of this byte of the text.
    fn own(&self, at: usize) -> usize {
        let before = self.left_out.partition_point(|(place, sum)| place + sum <= at);
        at - before.checked_sub(1).map_or(0, |last| self.left_out[last].1)
    }

    /// The bytes of the text of these without them: none of those left out at either end.
    fn original(&self, range: &Range<usize>) -> Range<usize> {
        let left_out = |count: usize| count.checked_sub(1).map_or(0, |last| self.left_out[last].1);
        let start = left_out(self.left_out.partition_point(|(place, _)| *place <= range.start));
        let end = left_out(self.left_out.partition_point(|(place, _)| *place < range.end));
        range.start + start..range.end + end
    }
}

#[cfg(test)]
mod tests;
