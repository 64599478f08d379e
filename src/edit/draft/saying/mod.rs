//! Where a sentence says that somebody says something, with which words, and who that is, as far as it can be seen.

mod forms;
mod lists;
mod phrase;
mod verb;

use std::ops::Range;

use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, Id};
use crate::load::sentence_of;
use crate::suggest::quoted_words;
use crate::text::cues::{self, Cue, CueKind, CueLanguage, cues};

use phrase::{Phrase, Sentence};

/// What a sentence says of who says it.
pub(super) struct Sayings {
    /// The sentence without what no reader sees.
    pub(super) text: String,
    /// Its cues for doubt and for what others say.
    pub(super) cues: Vec<Cue>,
    /// What the latter are, in their order.
    pub(super) all: Vec<Saying>,
    /// What stands in quotation marks: those are somebody's words, not the article's.
    pub(super) quoted: Vec<Range<usize>>,
}

/// Words by which somebody says something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Saying {
    /// All that belongs to them, never half of it. None where it cannot be seen how far they go.
    pub(super) whole: Option<Range<usize>>,
    /// Whether somebody must be meant by them.
    pub(super) names_somebody: bool,
    /// Whether they are a verb, and not `laut` or the like.
    pub(super) is_verb: bool,
    /// The words that name who it is.
    pub(super) who: Option<Range<usize>>,
    /// The actor who it is.
    pub(super) actor: Option<Id>,
}

/// Where words that attribute something have the speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Verb {
        is_german: bool,
    },
    /// A verb that has only its subject before it: "told Nvidia".
    SubjectBefore,
    /// A verb that says less plainly that somebody speaks: it counts where no other does.
    Weak,
    Leading {
        is_german: bool,
    },
    /// `as noted by`.
    By,
    /// `zufolge`.
    Trailing,
    /// `beruft sich auf`.
    Relying,
    /// `hieß es aus`.
    Impersonal,
    /// `bestätigte das nicht`, "said nothing", up to this byte.
    Denied(usize),
    /// By the form of the verb alone, or a verb beside which somebody else may stand.
    Other,
}

impl Sayings {
    /// Those of the sentence of these words.
    pub(super) fn of(dossier: &Dossier, words: &Range<usize>) -> Self {
        let article = &dossier.article;
        let whole = sentence_of(article, words);
        let languages = CueLanguage::of_tag(article.language.primary());
        let index = article.index();
        let place = index.folded_range(&whole);
        let Some(text) = index.text().get(place.clone()) else {
            return Self { text: String::new(), cues: Vec::new(), all: Vec::new(), quoted: Vec::new() };
        };
        let first = dossier.mentions.partition_point(|mention| mention.passage.start < whole.start);
        let inside = dossier.mentions[first..].iter().take_while(|mention| mention.passage.start < whole.end);
        let mut names: Vec<(Range<usize>, &Id)> = inside
            .filter(|mention| !mention.inferred && mention.passage.end <= whole.end)
            .map(|mention| {
                let name = index.folded_range(&mention.passage);
                (name.start - place.start..name.end - place.start, &mention.actor)
            })
            .collect();
        names.sort_by_key(|(name, _)| name.start);
        let mut cues = cues(text, languages);
        cues.retain(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
        let reader = Reader {
            dossier,
            sentence: Sentence::new(text, names.iter().map(|(name, _)| name.clone()).collect()),
            names,
        };
        let quoted = quoted_words(dossier, &whole)
            .iter()
            .map(|quoted| index.folded_range(quoted))
            .map(|quoted| quoted.start.saturating_sub(place.start)..quoted.end.saturating_sub(place.start))
            .collect();
        let sentence = Self { text: text.to_owned(), cues, all: Vec::new(), quoted };
        let attributions = sentence.cues.iter().filter(|cue| cue.kind == CueKind::Attribution);
        let sayings = attributions.map(|cue| {
            // Whom somebody quotes in turn is not whom the article has it from.
            if sentence.is_quoted(&cue.range) {
                (reader.role(&cue.range), Saying::nobodys(Some(cue.range.clone())))
            } else {
                reader.saying(&cue.range)
            }
        });
        let mut all: Vec<(Role, Saying)> = sayings.collect();
        if all.iter().any(|(role, saying)| *role != Role::Weak && saying.names_somebody) {
            for (_, saying) in all.iter_mut().filter(|(role, _)| *role == Role::Weak) {
                *saying = Saying::nobodys(saying.whole.take());
            }
        }
        Self { all: all.into_iter().map(|(_, saying)| saying).collect(), ..sentence }
    }

    /// Whether these words of the sentence are somebody's, in quotation marks.
    pub(super) fn is_quoted(&self, words: &Range<usize>) -> bool {
        // They stand one after the other: only the last that has begun can have them.
        let begun = self.quoted.partition_point(|quoted| quoted.start <= words.start);
        self.quoted[..begun].last().is_some_and(|quoted| words.end <= quoted.end)
    }
}

impl Saying {
    /// Words by which nobody is named.
    fn nobodys(whole: Option<Range<usize>>) -> Self {
        Self { whole, names_somebody: false, is_verb: false, who: None, actor: None }
    }
}

struct Reader<'t> {
    dossier: &'t Dossier,
    sentence: Sentence<'t>,
    /// The names of actors in it, by where they begin.
    names: Vec<(Range<usize>, &'t Id)>,
}

/// No more names belong to one phrase.
const MOST_NAMES: usize = 32;

impl Reader<'_> {
    fn saying(&self, cue: &Range<usize>) -> (Role, Saying) {
        let role = self.role(cue);
        let mut saying = match role {
            Role::Other => Saying::nobodys(Some(cue.clone())),
            Role::Denied(end) => Saying::nobodys(Some(cue.start..end)),
            Role::Verb { is_german } => self.by_verb(cue, is_german),
            Role::SubjectBefore => self.by_subject_before(cue),
            Role::Weak => self.weakly(cue),
            Role::Leading { is_german: true } => self.leading(cue, self.german_source(cue.end).as_ref()),
            Role::Leading { is_german: false } => self.leading(cue, self.english_after(cue.end).as_ref()),
            Role::By => self.said_by(cue),
            Role::Trailing => self.trailing(cue),
            Role::Relying => self.relying(cue),
            Role::Impersonal => self.impersonal(cue),
        };
        saying.is_verb = matches!(role, Role::Verb { .. } | Role::SubjectBefore | Role::Weak);
        (role, saying)
    }

    fn role(&self, cue: &Range<usize>) -> Role {
        let small = self.sentence.text[cue.clone()].to_lowercase();
        let is = |list: &[&str]| list.contains(&&*small);
        let place = self.sentence.place_from(cue.start);
        let before = place.checked_sub(1).and_then(|place| self.sentence.word(place)).unwrap_or_default();
        let next = self.next_word(cue.end);
        let is_english_verb = cues::saying_verb(&small) == Some(CueLanguage::English);
        match () {
            () if let Some(end) = self.denial(cue, &small, next) => Role::Denied(end),
            () if next == "by"
                && (before == "as" && (is(&lists::ENGLISH_VERBS) || is_english_verb) || is(&lists::TOLD)) =>
            {
                Role::By
            }

            // "It is said that".
            () if matches!(before, "is" | "are" | "was" | "were" | "been" | "being") => Role::Other,
            () if is(&lists::ENGLISH_VERBS) => Role::Verb { is_german: false },
            // "They can be told apart", "all told".
            () if is(&lists::TOLD) && next != "apart" && before != "all" => Role::SubjectBefore,
            () if self.is_german_verb(cue, &small) => Role::Verb { is_german: true },
            () if is_english_verb && is_weakly_saying(&small, next) => Role::Weak,

            () if is(&lists::ENGLISH_LEADING) => Role::Leading { is_german: false },
            () if is(&lists::GERMAN_LEADING) => Role::Leading { is_german: true },
            () if is(&lists::RELYING) => Role::Relying,
            () if is(&lists::IMPERSONAL) => Role::Impersonal,
            () if small == "zufolge" => Role::Trailing,
            () => Role::Other,
        }
    }

    fn leading(&self, cue: &Range<usize>, found: Option<&Phrase>) -> Saying {
        let whole = found.map(|phrase| cue.start..phrase.range.end);
        self.by(whole, found)
    }

    fn trailing(&self, cue: &Range<usize>) -> Saying {
        let clause = self.sentence.clause_before(cue.start);
        let found = clause.and_then(|places| {
            // Other words of the clause may come before: the shortest phrase that begins with an article, else the noun.
            let phrase = |first: usize| self.sentence.whole(&(first..places.end), true);
            // "Firmen wie X zufolge": not X alone.
            let mut firsts = places.clone().take_while(|place| !self.sentence.begins_examples(*place));
            firsts.find_map(phrase)
        });
        self.by(found.as_ref().map(|phrase| phrase.range.start..cue.end), found.as_ref())
    }

    /// Who relies on something is named before, what it is after.
    fn relying(&self, cue: &Range<usize>) -> Saying {
        let found = self.german_after(cue.end, &["auf"]);
        let mut saying = self.leading(cue, found.as_ref());
        let subject = self.subject_of(cue);
        if subject.is_some() || !self.sentence.text[cue.clone()].to_lowercase().starts_with("unter") {
            saying.actor = subject;
        }
        saying
    }

    /// The actor at the beginning of the sentence, if the verb is its own or a second one after `und`.
    fn subject_of(&self, cue: &Range<usize>) -> Option<Id> {
        let first = self.sentence.german(0, false, None)?;
        let before = self.sentence.place_from(cue.start).checked_sub(1)?;
        let is_second = self.sentence.word(before) == Some("und");
        let is_next = self.sentence.is_blank(first.range.end..cue.start);
        if is_second || is_next { self.actor_of(&first) } else { None }
    }

    fn impersonal(&self, cue: &Range<usize>) -> Saying {
        let found = self
            .german_after(cue.end, &["aus"])
            .filter(|_| self.place_after(cue.end).and_then(|place| self.sentence.word(place)) == Some("aus"));
        let whole = cue.start..found.as_ref().map_or(cue.end, |phrase| phrase.range.end);
        let who = found.map(|phrase| self.sentence.bare(&phrase));
        Saying { names_somebody: true, who, ..Saying::nobodys(Some(whole)) }
    }

    /// From a verb to a word that belongs to it, within the clause.
    fn up_to(&self, cue: &Range<usize>, wanted: &str) -> Option<Range<usize>> {
        const REACH: usize = 24;
        let first = self.sentence.place_from(cue.end);
        let found = (first..first + REACH).find(|place| self.sentence.word(*place) == Some(wanted))?;
        let end = self.sentence.range_of(found)?.end;
        let is_clause = !self.sentence.text[cue.end..end].contains([',', ';', ':', '.', '–', '—']);
        is_clause.then_some(cue.start..end)
    }

    /// The place of the word after a byte, if only blanks come before it.
    fn place_after(&self, byte: usize) -> Option<usize> {
        let place = self.sentence.place_from(byte);
        let start = self.sentence.range_of(place)?.start;
        self.sentence.is_blank(byte..start).then_some(place)
    }

    /// The word after a byte, if only blanks come before it; else nothing.
    fn next_word(&self, byte: usize) -> &str {
        self.place_after(byte).and_then(|place| self.sentence.word(place)).unwrap_or_default()
    }

    /// The names that begin before a byte, near it.
    fn names_before(&self, byte: usize) -> &[(Range<usize>, &Id)] {
        let end = self.names.partition_point(|(name, _)| name.start < byte);
        &self.names[end.saturating_sub(MOST_NAMES)..end]
    }

    /// The first names that begin there or after it.
    fn names_from(&self, byte: usize) -> &[(Range<usize>, &Id)] {
        let first = self.names.partition_point(|(name, _)| name.start < byte);
        &self.names[first..self.names.len().min(first + MOST_NAMES)]
    }

    /// The German phrase after a byte, and after one of these words if it stands there.
    fn german_after(&self, byte: usize, skipped: &[&str]) -> Option<Phrase> {
        let mut place = self.place_after(byte)?;
        if self.sentence.word(place).is_some_and(|word| skipped.contains(&word)) {
            place += 1;
        }
        self.sentence.german(place, false, None)
    }

    /// The German phrase that names whom something is from: of figures and reports with whose they are.
    fn german_source(&self, byte: usize) -> Option<Phrase> {
        let found = self.german_after(byte, &["von", "vom"])?;
        let core = self.sentence.text[found.range.start..found.core_end].to_lowercase();
        if !lists::SOURCES.iter().any(|noun| core.ends_with(noun)) {
            return Some(found);
        }
        let first = self.sentence.place_from(found.range.start);
        self.sentence.german(first, true, None)
    }

    /// The English phrase after a byte.
    fn english_after(&self, byte: usize) -> Option<Phrase> {
        self.sentence.english(self.place_after(byte)?..usize::MAX, &lists::CONJUNCTIONS)
    }

    /// The German phrase after a verb, and after an adverb beside it: "sagt auch X".
    fn german_after_verb(&self, byte: usize) -> Option<Phrase> {
        let mut place = self.place_after(byte)?;
        if self.sentence.word(place).is_some_and(|word| lists::AFTER_GERMAN_VERB.contains(&word)) {
            place = self.place_after(self.sentence.range_of(place)?.end)?;
        }
        self.sentence.german(place, true, None)
    }

    fn by(&self, whole: Option<Range<usize>>, found: Option<&Phrase>) -> Saying {
        let actor = found.and_then(|phrase| self.actor_of(phrase));
        let who = found.filter(|_| actor.is_none()).map(|phrase| self.sentence.bare(phrase));
        // "den Angaben zufolge": whose they are is not said.
        let is_nobodys =
            |who: &Range<usize>| lists::SOURCES.contains(&&*self.sentence.text[who.clone()].to_lowercase());
        let who = who.filter(|who| !is_nobodys(who));
        Saying { names_somebody: true, who, actor, ..Saying::nobodys(whole) }
    }

    /// The only actor whose name is the noun of these words, apart from an article and an office before it.
    fn actor_of(&self, phrase: &Phrase) -> Option<Id> {
        if self.is_nobody(phrase) {
            return None;
        }
        let own = self.names_before(phrase.core_end).iter().filter(|(name, _)| {
            name.start >= phrase.range.start
                && name.end == phrase.core_end
                && self.sentence.is_title(phrase.range.start..name.start, &self.sentence.text[name.clone()])
        });
        let mut own: Vec<&Id> = own.map(|(_, actor)| *actor).collect();
        own.dedup();
        match own[..] {
            [only] => Some(only.clone()),
            [] => self.actor_in_genitive(phrase),
            _ => None,
        }
    }

    /// "nach Angaben des Hafenamts": the alias is "Hafenamt".
    fn actor_in_genitive(&self, phrase: &Phrase) -> Option<Id> {
        let core = self.sentence.text.get(phrase.range.start..phrase.core_end)?;
        if self.names_before(phrase.core_end).iter().any(|(name, _)| phrase.range.start < name.end) {
            return None;
        }
        let has = |alias: &str| {
            let before = ["s", "es", "’s", "'s"]
                .iter()
                .find_map(|end| core.strip_suffix(end).and_then(|core| core.strip_suffix(&*fold(alias))));
            before.is_some_and(|before| {
                before.is_empty()
                    || before.ends_with(' ')
                        && self
                            .sentence
                            .is_title(phrase.range.start..phrase.range.start + before.len(), alias)
            })
        };
        let mut found =
            self.dossier.actors.iter().filter(|actor| actor.aliases.iter().any(|alias| has(alias)));
        let only = found.next()?;
        found.next().is_none().then(|| only.id.clone())
    }
}

/// Whether a less plain English verb, with the word after it, has somebody who says so: the past, no participle that stands after
/// its noun, no other sense.
fn is_weakly_saying(small: &str, next: &str) -> bool {
    let has_object = lists::DETERMINERS.contains(&next) || next.bytes().all(|byte| byte.is_ascii_digit());
    match small {
        // "She asked for a second one": nothing is said.
        "asked" | "proposed" | "informed" | "guessed" => false,
        // "recalled the product".
        "recalled" => !has_object,
        _ => small.ends_with("ed") && !matches!(next, "of" | "in" | "on" | "by"),
    }
}
