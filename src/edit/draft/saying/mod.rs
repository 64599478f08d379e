//! Where a sentence says that somebody says something, with which words, and who that is, as far as it can be seen.

mod lists;
mod phrase;

use std::ops::Range;

use crate::dossier::anchor::fold;
use crate::dossier::{Dossier, Id};
use crate::load::sentence_of;
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
}

/// Words by which somebody says something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Saying {
    /// All that belongs to them, never half of it. None where it cannot be seen how far they go.
    pub(super) whole: Option<Range<usize>>,
    /// Whether somebody must be meant by them.
    pub(super) names_somebody: bool,
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
    Leading {
        is_german: bool,
    },
    /// `zufolge`.
    Trailing,
    /// `beruft sich auf`.
    Relying,
    /// `hieß es aus`.
    Impersonal,
    /// `bestätigte das nicht`.
    Denied,
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
            return Self { text: String::new(), cues: Vec::new(), all: Vec::new() };
        };
        let first = dossier.mentions.partition_point(|mention| mention.passage.start < whole.start);
        let inside = dossier.mentions[first..].iter().take_while(|mention| mention.passage.start < whole.end);
        let names: Vec<(Range<usize>, &Id)> = inside
            .filter(|mention| !mention.inferred && mention.passage.end <= whole.end)
            .map(|mention| {
                let name = index.folded_range(&mention.passage);
                (name.start - place.start..name.end - place.start, &mention.actor)
            })
            .collect();
        let mut cues = cues(text, languages);
        cues.retain(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
        let reader = Reader {
            dossier,
            sentence: Sentence::new(text, names.iter().map(|(name, _)| name.clone()).collect()),
            names,
        };
        let sayings = cues.iter().filter(|cue| cue.kind == CueKind::Attribution);
        let all = sayings.map(|cue| reader.saying(&cue.range)).collect();
        Self { text: text.to_owned(), all, cues }
    }
}

struct Reader<'t> {
    dossier: &'t Dossier,
    sentence: Sentence<'t>,
    /// The names of actors in it.
    names: Vec<(Range<usize>, &'t Id)>,
}

impl Reader<'_> {
    fn saying(&self, cue: &Range<usize>) -> Saying {
        let nobody = |whole| Saying { whole, names_somebody: false, who: None, actor: None };
        match self.role(cue) {
            Role::Other => nobody(Some(cue.clone())),
            Role::Denied => nobody(self.up_to(cue, "nicht")),
            Role::Verb { is_german } => self.by_verb(cue, is_german),
            Role::Leading { is_german: true } => {
                self.leading(cue, self.german_after(cue.end, &["von", "vom"]).as_ref())
            }
            Role::Leading { is_german: false } => {
                let first = self.place_after(cue.end);
                let found =
                    first.and_then(|first| self.sentence.english(first..usize::MAX, &lists::CONJUNCTIONS));
                self.leading(cue, found.as_ref())
            }
            Role::Trailing => self.trailing(cue),
            Role::Relying => self.relying(cue),
            Role::Impersonal => self.impersonal(cue),
        }
    }

    fn role(&self, cue: &Range<usize>) -> Role {
        let small = self.sentence.text[cue.clone()].to_lowercase();
        let is = |list: &[&str]| list.contains(&&*small);
        let place = self.sentence.place_from(cue.start);
        let before = place.checked_sub(1).and_then(|place| self.sentence.word(place)).unwrap_or_default();
        match () {
            () if is(&lists::CONFIRMING) && self.up_to(cue, "nicht").is_some() => Role::Denied,
            // "It is said that".
            () if matches!(before, "is" | "are" | "was" | "were" | "been" | "being") => Role::Other,
            () if is(&lists::ENGLISH_VERBS) => Role::Verb { is_german: false },
            () if self.is_german_verb(cue, &small) => Role::Verb { is_german: true },
            () if is(&lists::ENGLISH_LEADING) => Role::Leading { is_german: false },
            () if is(&lists::GERMAN_LEADING) => Role::Leading { is_german: true },
            () if is(&lists::RELYING) => Role::Relying,
            () if is(&lists::IMPERSONAL) => Role::Impersonal,
            () if small == "zufolge" => Role::Trailing,
            () => Role::Other,
        }
    }

    /// Whether these words are a German verb of saying with a subject: no infinitive, no participle.
    fn is_german_verb(&self, cue: &Range<usize>, small: &str) -> bool {
        let is_known = lists::GERMAN_VERBS.contains(&small)
            || cues::saying_verb(small) == Some(CueLanguage::German)
                && (!small.ends_with('n') || small.ends_with("ten"));
        // "Das wurde erklärt", "es hat beklagt": with a verb before it in the clause it is a participle.
        is_known && !self.is_participle(cue)
    }

    /// Whether a form that may be a participle is one: an auxiliary is the verb of its clause.
    fn is_participle(&self, cue: &Range<usize>) -> bool {
        let small = self.sentence.text[cue.clone()].to_lowercase();
        if !small.ends_with('t') || small.ends_with("te") {
            return false;
        }
        let is_auxiliary = |place: usize| {
            self.sentence.word(place).is_some_and(|word| lists::AUXILIARIES.contains(&&*word.to_lowercase()))
        };
        let own = self.sentence.place_from(cue.start);
        let before = self.sentence.clause_before(cue.start).unwrap_or(own..own);
        before.into_iter().any(is_auxiliary) || is_auxiliary(own + 1)
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
            places.clone().find_map(phrase)
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
        Saying { whole: Some(whole), names_somebody: true, who, actor: None }
    }

    fn by_verb(&self, cue: &Range<usize>, is_german: bool) -> Saying {
        let verb = self.sentence.text[cue.clone()].to_lowercase();
        let is_separable = is_german && !cues::particles(&verb).is_empty();
        let particle = cues::particles(&verb).iter().find_map(|particle| self.up_to(cue, particle));
        let whole = if is_separable { particle } else { Some(cue.clone()) };
        let before = self.sentence.text[..cue.start].trim_end();
        // "He said it leaves, but insisted it was safe": the same says it.
        if self.is_second_verb(cue) {
            return Saying { whole, names_somebody: false, who: None, actor: None };
        }
        let after = || {
            let found = if is_german {
                self.german_after_verb(cue.end)
            } else {
                let first = self.place_after(cue.end)?;
                self.sentence.english(first..usize::MAX, &lists::AFTER_NAME)
            };
            let found = found.filter(|phrase| !(is_german && self.sentence.is_object(phrase)));
            found.filter(|phrase| self.sentence.ends_after(phrase))
        };
        let is_after = is_after_speech(before) || is_german && self.is_fronted(cue.start);
        let inserted = || if before.ends_with(',') { self.around_insertion(before, is_german) } else { None };
        // "X, which pays, said it had paid": what comes after the verb may be what is said, or of whom.
        let found = match inserted() {
            Some(found) => Some(found),
            None if is_after => after().map(|phrase| self.with_name_after(phrase)),
            None => self.before_verb(cue.start, is_german).map(|phrase| (phrase.clone(), phrase)),
        };
        let Some((who, speaker)) = found else { return self.by(whole, None) };
        let mut saying = self.by(whole, Some(&speaker));
        let who_words = self.sentence.bare(&who);
        if saying.actor.is_none() {
            // The verb alone says little of who it is.
            let joined = if who.range.start >= cue.end {
                cue.start..who.range.end.max(saying.whole.as_ref().map_or(0, |whole| whole.end))
            } else {
                who.range.start..cue.end
            };
            let is_near = who.range.start >= cue.end || self.sentence.is_blank(who.range.end..cue.start);
            if is_near && !is_separable {
                saying.whole = Some(joined);
            }
            saying.who = Some(who_words);
        }
        saying
    }

    /// Whether a verb has its subject from the one before: "said it leaves, but insisted".
    fn is_second_verb(&self, cue: &Range<usize>) -> bool {
        let own = self.sentence.place_from(cue.start);
        let mut before = own;
        while before > 0
            && self.sentence.word(before - 1).is_some_and(|word| lists::BEFORE_VERB.contains(&word))
        {
            before -= 1;
        }
        let is_joined = before.checked_sub(1).and_then(|place| self.sentence.word(place));
        is_joined.is_some_and(|word| matches!(word, "and" | "but" | "und" | "aber" | "sondern"))
    }

    /// Whether a German clause begins with when or where, so that its subject comes after the verb.
    fn is_fronted(&self, verb: usize) -> bool {
        let Some(places) = self.sentence.clause_before(verb) else { return false };
        let first = self.sentence.word(places.start).unwrap_or_default().to_lowercase();
        lists::FRONTED.contains(&&*first)
    }

    /// "said its director, Priya Nandal": the name after a description.
    fn with_name_after(&self, phrase: Phrase) -> (Phrase, Phrase) {
        let named = self.names.iter().find(|(name, _)| {
            self.sentence.text.get(phrase.range.end..name.start).is_some_and(|gap| gap.trim() == ",")
                && self.sentence.text[name.end..].trim_start().starts_with([',', '.', ';', '“', '”', '"'])
        });
        let is_description = self.actor_of(&phrase).is_none() && {
            let first = self.sentence.place_from(phrase.range.start);
            self.sentence.word(first).is_some_and(|word| lists::DETERMINERS.contains(&word))
        };
        match named.filter(|_| is_description) {
            Some((name, _)) => (phrase, Phrase { range: name.clone(), core_end: name.end }),
            None => (phrase.clone(), phrase),
        }
    }

    fn before_verb(&self, verb: usize, is_german: bool) -> Option<Phrase> {
        let mut places = self.sentence.clause_before(verb)?;
        while places.len() > 1
            && self.sentence.word(places.end - 1).is_some_and(|word| lists::BEFORE_VERB.contains(&word))
        {
            places.end -= 1;
        }
        self.sentence.whole(&places, is_german)
    }

    /// "X, who leads the council, said" and "its director, X, said": who is described, and who is named.
    fn around_insertion(&self, before: &str, is_german: bool) -> Option<(Phrase, Phrase)> {
        let inner_end = before.len() - 1;
        // What is put in may have commas itself.
        let commas = [before[..inner_end].find(','), before[..inner_end].rfind(',')];
        commas.into_iter().flatten().find_map(|comma| self.around(comma, before, is_german))
    }

    /// The same for what is put in after this comma.
    fn around(&self, comma: usize, before: &str, is_german: bool) -> Option<(Phrase, Phrase)> {
        let inner_end = before.len() - 1;
        let outer = self.sentence.clause_before(comma)?;
        let outer = self.sentence.whole(&outer, is_german)?;
        if is_german && self.sentence.is_object(&outer) {
            return None;
        }
        let inner = comma + 1 + (before[comma + 1..].len() - before[comma + 1..].trim_start().len());
        let is_name = self.names.iter().any(|(name, _)| *name == (inner..inner_end));
        let outer_actor = self.actor_of(&outer);
        if is_name {
            // Two names side by side: which of them is described by the other cannot be seen.
            let phrase = Phrase { range: inner..inner_end, core_end: inner_end };
            return outer_actor.is_none().then_some((outer, phrase));
        }
        let first = self.sentence.word(self.sentence.place_from(inner))?;
        let describes = lists::RELATIVE.contains(&first)
            || lists::DETERMINERS.contains(&first)
            || lists::BEFORE_RELATIVE.contains(&first)
            || is_german && phrase::is_capital(first) && !has_verb(&before[inner..inner_end]);
        describes.then(|| (outer.clone(), outer))
    }

    /// From a verb to a word that belongs to it, within the clause.
    fn up_to(&self, cue: &Range<usize>, wanted: &str) -> Option<Range<usize>> {
        const REACH: usize = 12;
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

    /// The German phrase after a byte, and after one of these words if it stands there.
    fn german_after(&self, byte: usize, skipped: &[&str]) -> Option<Phrase> {
        let mut place = self.place_after(byte)?;
        if self.sentence.word(place).is_some_and(|word| skipped.contains(&word)) {
            place += 1;
        }
        self.sentence.german(place, false, None)
    }

    fn german_after_verb(&self, byte: usize) -> Option<Phrase> {
        self.sentence.german(self.place_after(byte)?, true, None)
    }

    fn by(&self, whole: Option<Range<usize>>, found: Option<&Phrase>) -> Saying {
        let actor = found.and_then(|phrase| self.actor_of(phrase));
        let who = found.filter(|_| actor.is_none()).map(|phrase| self.sentence.bare(phrase));
        Saying { whole, names_somebody: true, who, actor }
    }

    /// The only actor whose name is the noun of these words, apart from an article and an office before it.
    fn actor_of(&self, phrase: &Phrase) -> Option<Id> {
        let own = self.names.iter().filter(|(name, _)| {
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
        if self.names.iter().any(|(name, _)| name.start < phrase.core_end && phrase.range.start < name.end) {
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

/// Whether a stretch of a German sentence has an auxiliary: "X, Y und Z hätten gewusst, teilte die Behörde mit" says something of
/// several, and describes nobody.
fn has_verb(stretch: &str) -> bool {
    stretch.split(|c: char| !c.is_alphabetic()).any(|word| lists::AUXILIARIES.contains(&word))
}

/// Whether what was said stands before the verb: after it somebody else could be named.
fn is_after_speech(before: &str) -> bool {
    before.ends_with([',', '“', '”', '"', '«', '»', '‘', '’', '?', '!'])
        || matches!(before.trim_start(), "Das" | "Dies" | "So" | "Davon" | "Darüber")
}
