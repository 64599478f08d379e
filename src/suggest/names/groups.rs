//! Which names are presumably one actor's.

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt as _};

use super::super::Reason;
use super::candidate::Candidate;
use super::lists;
use super::shapes::is_acronym;
use super::tokens::{Gap, Tokens};

/// A form of a name: the same words wherever they stand.
pub(super) struct Form {
    /// Its words, parted by one blank; hyphens are kept.
    pub(super) words: Vec<String>,
    /// As it stands where it is found first.
    pub(super) text: String,
    pub(super) reason: Reason,
    pub(super) kind: Option<&'static str>,
    entry: Option<usize>,
    is_genitive: bool,
    /// The group that it is in: the number of a form, which is its own only of the first.
    parent: usize,
}

/// All forms, and which belong together.
pub(super) struct Forms {
    pub(super) list: Vec<Form>,
    numbers: HashMap<String, usize>,
}

/// The words of these places, each as written; what stands between them does not count.
fn words_of(tokens: &Tokens<'_>, candidate: &Candidate) -> Vec<String> {
    candidate.places.clone().map(|place| tokens.word(place).to_owned()).collect()
}

impl Forms {
    /// The forms of these candidates, which are in the order of the text.
    pub(super) fn of(tokens: &Tokens<'_>, candidates: &[Candidate]) -> Self {
        let mut forms = Self { list: Vec::new(), numbers: HashMap::new() };
        let mut numbers: Vec<usize> = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            numbers.push(forms.add(tokens, candidate));
        }
        forms.join_listed();
        forms.join_genitives();
        forms.join_spellings();
        forms.join_institutions();
        forms.join_acronyms(tokens, candidates, &numbers);
        forms.join_short_ones();
        forms.flatten();
        forms
    }

    fn add(&mut self, tokens: &Tokens<'_>, candidate: &Candidate) -> usize {
        let words = words_of(tokens, candidate);
        let key = words.join(" ");
        if let Some(number) = self.numbers.get(&key) {
            let form = &mut self.list[*number];
            form.reason = form.reason.min(candidate.reason);
            form.kind = form.kind.or(candidate.kind);
            form.entry = form.entry.or(candidate.entry);
            form.is_genitive &= candidate.is_genitive;
            return *number;
        }
        let number = self.list.len();
        self.numbers.insert(key, number);
        self.list.push(Form {
            words,
            text: tokens.words(&candidate.places).to_owned(),
            reason: candidate.reason,
            kind: candidate.kind,
            entry: candidate.entry,
            is_genitive: candidate.is_genitive,
            parent: number,
        });
        number
    }

    /// The form of a candidate.
    pub(super) fn number(&self, tokens: &Tokens<'_>, candidate: &Candidate) -> Option<usize> {
        self.numbers.get(&words_of(tokens, candidate).join(" ")).copied()
    }

    /// The group of a form.
    pub(super) fn group_of(&self, number: usize) -> usize {
        self.list[number].parent
    }

    /// The first form of a group while groups are put together.
    fn first_of(&mut self, mut number: usize) -> usize {
        while self.list[number].parent != number {
            let next = self.list[number].parent;
            // Shortens the way for the next who asks.
            self.list[number].parent = self.list[next].parent;
            number = next;
        }
        number
    }

    /// Makes each form point to the first of its group: that comes before it.
    fn flatten(&mut self) {
        for number in 0..self.list.len() {
            self.list[number].parent = self.list[self.list[number].parent].parent;
        }
    }

    /// Puts two forms into one group, that of the one that comes first.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first_of(one), self.first_of(other));
        let (first, second) = (one.min(other), one.max(other));
        self.list[second].parent = first;
    }

    /// Names of one entry of the lists.
    fn join_listed(&mut self) {
        let mut entries: HashMap<usize, usize> = HashMap::new();
        for number in 0..self.list.len() {
            if let Some(entry) = self.list[number].entry {
                let first = *entries.entry(entry).or_insert(number);
                self.join(first, number);
            }
        }
    }

    /// "Wellgards" and "Wellgard".
    fn join_genitives(&mut self) {
        for number in 0..self.list.len() {
            let key = self.list[number].words.join(" ");
            let stems = ["s", "es", "ns"].iter().filter_map(|ending| key.strip_suffix(ending));
            let base = stems
                .filter(|stem| stem.chars().count() > 2)
                .find_map(|stem| self.numbers.get(stem).copied());
            if let Some(base) = base {
                self.list[number].is_genitive = true;
                self.join(base, number);
            }
        }
    }

    /// "NATO" and "Nato", "Deutsche Bank" and "Deutschen Bank", "The Times" and "Times".
    fn join_spellings(&mut self) {
        let mut keys: HashMap<String, usize> = HashMap::new();
        for number in 0..self.list.len() {
            let form = &self.list[number];
            let mut words = form.words.iter().map(|word| word.to_lowercase()).collect::<Vec<String>>();
            if words.len() > 1 {
                let count = words.len();
                for word in &mut words[..count - 1] {
                    for ending in ["en", "er", "es", "em", "e"] {
                        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 3) {
                            *word = stem.to_owned();
                            break;
                        }
                    }
                }
            }
            let first = *keys.entry(words.join("")).or_insert(number);
            self.join(first, number);
        }
    }

    /// "Bundeskartellamt" and "Kartellamt".
    fn join_institutions(&mut self) {
        let mut ends: HashMap<String, usize> = HashMap::new();
        for (number, form) in self.list.iter().enumerate() {
            if let [word] = &form.words[..]
                && let Some(stem) = ["Bundes", "Landes"].iter().find_map(|state| word.strip_prefix(state))
            {
                ends.entry(stem.to_owned()).or_insert(number);
            }
        }
        for number in 0..self.list.len() {
            if let [word] = &self.list[number].words[..]
                && let Some(long) = ends.get(&word.to_lowercase()).copied()
            {
                self.join(long, number);
            }
        }
    }

    /// "Financial Times" and "FT", "Bundesnetzbehörde (BNB)".
    fn join_acronyms(&mut self, tokens: &Tokens<'_>, candidates: &[Candidate], numbers: &[usize]) {
        for (pair, own) in candidates.windows(2).zip(numbers.windows(2)) {
            let [long, short] = pair else { continue };
            let is_beside =
                long.places.end == short.places.start && tokens.list[short.places.start].gap == Gap::Bracket;
            if is_beside
                && short.places.len() == 1
                && is_short_for(tokens.word(short.places.start), &self.list[own[0]].words)
            {
                self.join(own[0], own[1]);
            }
        }
        let mut initials: HashMap<String, usize> = HashMap::new();
        for (number, form) in self.list.iter().enumerate() {
            if form.words.len() > 1 {
                let letters: String = form
                    .words
                    .iter()
                    .filter_map(|word| word.chars().next())
                    .filter(|c| c.is_uppercase())
                    .collect();
                if letters.len() > 1 {
                    initials.entry(letters).or_insert(number);
                }
            }
        }
        for number in 0..self.list.len() {
            let form = &self.list[number];
            if form.words.len() == 1 && is_acronym(&form.words[0]) && form.entry.is_none() {
                let letters: String = form.words[0].chars().filter(|c| c.is_alphabetic()).collect();
                if let Some(long) = initials.get(&letters).copied() {
                    self.join(long, number);
                }
            }
        }
    }

    /// Surnames of persons, the first words of companies, and what has a legal form.
    fn join_short_ones(&mut self) {
        let mut surnames: HashMap<String, usize> = HashMap::new();
        let mut firsts: HashMap<String, usize> = HashMap::new();
        let mut lasts: HashMap<String, usize> = HashMap::new();
        for (number, form) in self.list.iter().enumerate() {
            let words = &form.words;
            if words.len() < 2 {
                continue;
            }
            if form.kind == Some("place") {
                let last = words.last().map_or("", |last| last);
                if matches!(last, "Islands" | "Isles" | "Island" | "County" | "Province" | "Peninsula") {
                    firsts.entry(words[..words.len() - 1].join(" ")).or_insert(number);
                }
                continue;
            }
            if form.kind == Some("person") {
                if let Some(last) = words.last() {
                    surnames.entry(last.clone()).or_insert(number);
                }
                if let Some(first) = words.first() {
                    surnames.entry(first.clone()).or_insert(number);
                }
                let double = words[words.len() - 2..].join(" ");
                surnames.entry(double).or_insert(number);
                continue;
            }
            // Nothing tells what "Kris de Vries" is but the particle: "Bank of Lund" has none.
            if form.kind.is_none() && words.len() == 3 && PARTICLES.contains(&words[1].as_str()) {
                surnames.entry(words[2].clone()).or_insert(number);
                surnames.entry(words[1..].join(" ")).or_insert(number);
            }
            // "Harwick Lido Trust" is not Harwick.
            if !matches!(form.kind, None | Some("company" | "product")) {
                continue;
            }
            for count in 1..words.len() {
                firsts.entry(words[..count].join(" ")).or_insert(number);
                // "Bank of Lund" is not Lund.
                if words[count - 1].starts_with(char::is_uppercase) {
                    lasts.entry(words[count..].join(" ")).or_insert(number);
                }
            }
        }
        for number in 0..self.list.len() {
            let form = &self.list[number];
            let key = form.words.join(" ");
            if form.entry.is_some() {
                continue;
            }
            let own = |map: &HashMap<String, usize>| {
                let stem = key.strip_suffix('s').filter(|stem| stem.chars().count() > 2);
                map.get(&key).or_else(|| map.get(stem?)).copied().filter(|long| *long != number)
            };
            let long = own(&surnames).or_else(|| {
                let is_person = form.kind == Some("person");
                let is_common = form.words.len() == 1
                    && (lists::COMMON_EN.contains(&*key) || lists::BEGINNINGS_EN.contains(&*key));
                (!is_person && !is_common).then(|| own(&firsts).or_else(|| own(&lasts))).flatten()
            });
            if let Some(long) = long {
                self.join(long, number);
            }
        }
    }

    /// The forms of a group in the order in which its actor would be called by them.
    pub(super) fn ordered(&self, mut numbers: Vec<usize>) -> Vec<usize> {
        numbers.sort_by_key(|number| {
            let form = &self.list[*number];
            let has_legal_form = form.words.last().is_some_and(|last| lists::LEGAL_FORMS.contains(&**last));
            let is_acronym = form.words.len() == 1 && is_acronym(&form.words[0]);
            (form.is_genitive, is_acronym, has_legal_form, Reverse(form.words.len()), *number)
        });
        numbers
    }
}

/// What stands between a first name and a surname. "Banco de Sabadell" has one, too, and is seldom called by its last word alone.
const PARTICLES: [&str; 7] = ["de", "van", "von", "di", "ter", "bin", "ibn"];

/// Whether an acronym in brackets may stand for the words before it: its letters stand in them in this order.
fn is_short_for(short: &str, words: &[String]) -> bool {
    let text = words.join("").to_lowercase();
    let mut letters = text.chars();
    let small = short.to_lowercase();
    let begins = small.chars().next() == text.chars().next();
    begins && small.chars().filter(|c| c.is_alphabetic()).all(|letter| letters.any(|c| c == letter))
}
