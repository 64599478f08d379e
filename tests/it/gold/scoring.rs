//! How good suggestions are: what of them is right, and what of the gold they find. The rules stand in `tests/gold/README.md`.

use std::fmt::Write as _;
use std::ops::{AddAssign, Range};

use fundstelle::suggest::{Figure, Suggestions, Time, What, find};

use super::texts::{GoldFigure, GoldName, GoldPlace, GoldText, GoldTime, HALVES, texts};

/// The languages of the texts.
pub(crate) const LANGUAGES: [&str; 2] = ["de", "en"];

/// The environment variable that asks for each miss and each wrong one of the half that may be seen.
const MISSES: &str = "GOLD_MISSES";

/// Words that may stand before a date without changing it.
const BEFORE_TIMES: [&str; 20] = [
    "am", "an", "auf", "das", "dem", "den", "der", "des", "die", "im", "in", "vom", "zum", "jahr", "jahre",
    "at", "during", "of", "on", "the",
];

/// Words that may stand before a number without being part of it: they say how exact it is, or are articles.
const BEFORE_FIGURES: [&str; 55] = [
    "als",
    "beinahe",
    "bis",
    "ca.",
    "circa",
    "das",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "etwa",
    "fast",
    "gut",
    "höchstens",
    "knapp",
    "maximal",
    "mehr",
    "mindestens",
    "nahezu",
    "nur",
    "rund",
    "über",
    "um",
    "ungefähr",
    "unter",
    "weniger",
    "wenigstens",
    "zirka",
    "zu",
    "about",
    "almost",
    "an",
    "approximately",
    "around",
    "as",
    "at",
    "estimated",
    "fewer",
    "just",
    "least",
    "less",
    "more",
    "most",
    "much",
    "nearly",
    "only",
    "over",
    "perhaps",
    "roughly",
    "some",
    "than",
    "to",
    "under",
    "up",
];

/// How many there are, and how many of them are right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Rate {
    pub(crate) right: usize,
    pub(crate) all: usize,
}

impl Rate {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// The right ones' part; all of nothing.
    pub(crate) fn part(self) -> f64 {
        if self.all == 0 { 1.0 } else { self.right as f64 / self.all as f64 }
    }
}

impl AddAssign for Rate {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
    }
}

/// How good suggestions of one kind are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Score {
    /// Of what is offered, what is right.
    pub(crate) precision: Rate,
    /// Of what should be offered, what is.
    pub(crate) recall: Rate,
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.precision += other.precision;
        self.recall += other.recall;
    }
}

/// How good suggestions are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Scores {
    pub(crate) names: Score,
    pub(crate) times: Score,
    pub(crate) figures: Score,
    pub(crate) attributed: Score,
    /// Of the times found that have a date, those with the right one.
    pub(crate) dates: Rate,
    /// Of these, those that are known by the right thing.
    pub(crate) bases: Rate,
    /// Of the times found that are vague, those that got no date.
    pub(crate) vague: Rate,
    /// Of the figures found, those with the right value, unit and qualifier.
    pub(crate) values: Rate,
    pub(crate) units: Rate,
    pub(crate) qualifiers: Rate,
}

impl AddAssign for Scores {
    fn add_assign(&mut self, other: Self) {
        self.names += other.names;
        self.times += other.times;
        self.figures += other.figures;
        self.attributed += other.attributed;
        self.dates += other.dates;
        self.bases += other.bases;
        self.vague += other.vague;
        self.values += other.values;
        self.units += other.units;
        self.qualifiers += other.qualifiers;
    }
}

/// What is to be reached: precision and recall of each kind.
pub(crate) struct Goals {
    pub(crate) names: (f64, f64),
    pub(crate) times: (f64, f64),
    pub(crate) figures: (f64, f64),
    pub(crate) attributed: (f64, f64),
}

/// What is to be reached in a language.
pub(crate) fn goals(language: &str) -> Goals {
    match language {
        "de" => Goals {
            names: (0.65, 0.75),
            times: (0.88, 0.82),
            figures: (0.85, 0.95),
            attributed: (0.85, 0.75),
        },
        _ => Goals {
            names: (0.85, 0.90),
            times: (0.95, 0.88),
            figures: (0.92, 0.95),
            attributed: (0.85, 0.90),
        },
    }
}

impl Scores {
    /// What is not reached, a line each.
    pub(crate) fn short_of(&self, goals: &Goals) -> Vec<String> {
        let kinds = [
            ("names", self.names, goals.names),
            ("times", self.times, goals.times),
            ("figures", self.figures, goals.figures),
            ("attributed", self.attributed, goals.attributed),
        ];
        let both = |(kind, score, (precision, recall)): (&str, Score, (f64, f64))| {
            [
                (format!("{kind}, precision"), score.precision, precision),
                (format!("{kind}, recall"), score.recall, recall),
            ]
        };
        let rest = [
            ("dates".to_owned(), self.dates, 0.95),
            ("no date for vague words".to_owned(), self.vague, 1.0),
            ("values".to_owned(), self.values, 0.98),
        ];
        let all = kinds.into_iter().flat_map(both).chain(rest);
        let missed = all.filter(|(_, rate, goal)| rate.part() < *goal);
        missed
            .map(|(what, rate, goal)| {
                format!("{what}: {:.2} ({} of {}) < {goal:.2}", rate.part(), rate.right, rate.all)
            })
            .collect()
    }
}

/// The scores of all texts of a half that are in a language.
pub(crate) fn scores(half: &str, language: &str) -> Scores {
    let mut all = Scores::default();
    for text in texts(half).iter().filter(|text| text.language == language) {
        all += score(text, &find(&text.dossier), &mut |_| ());
    }
    all
}

/// All scores as a table; on request also each miss and each wrong suggestion of the half that may be seen.
pub(crate) fn table() -> String {
    let mut table = format!(
        "{:<10}{:<10}{:<10}{:<10}{:<12}{:<6}{:<6}{:<6}{:<7}{:<6}{}\n",
        "", "names", "times", "figures", "attributed", "date", "basis", "vague", "value", "unit", "qualifier"
    );
    for half in HALVES {
        for language in LANGUAGES {
            let scores = scores(half, language);
            let pair = |score: Score| format!("{:.2} {:.2}", score.precision.part(), score.recall.part());
            let part = |rate: Rate| format!("{:.2}", rate.part());
            let _ = writeln!(
                table,
                "{:<10}{:<10}{:<10}{:<10}{:<12}{:<6}{:<6}{:<6}{:<7}{:<6}{}",
                format!("{half} {language}"),
                pair(scores.names),
                pair(scores.times),
                pair(scores.figures),
                pair(scores.attributed),
                part(scores.dates),
                part(scores.bases),
                part(scores.vague),
                part(scores.values),
                part(scores.units),
                part(scores.qualifiers),
            );
        }
    }
    if std::env::var_os(MISSES).is_some() {
        for text in texts("seen") {
            score(&text, &find(&text.dossier), &mut |line| {
                let _ = writeln!(table, "{} {line}", text.name);
            });
        }
    }
    table
}

/// How good these suggestions of a text are; `tell` is told of each miss and each wrong one.
pub(crate) fn score(gold: &GoldText, suggestions: &Suggestions, tell: &mut dyn FnMut(&str)) -> Scores {
    let text = &*gold.dossier.article.text;
    let mut scores = Scores { names: score_names(&gold.names, suggestions, tell), ..Scores::default() };
    score_times(text, &gold.times, suggestions, &mut scores, tell);
    score_figures(text, &gold.figures, suggestions, &mut scores, tell);
    let offers = suggestions.found.iter().filter(|offer| matches!(offer.what, What::Attributed(_)));
    let offers: Vec<_> = offers.map(|offer| offer.range.clone()).collect();
    scores.attributed = overlapping(text, &gold.sentences, &offers, tell);
    scores
}

fn score_names(gold: &[GoldName], suggestions: &Suggestions, tell: &mut dyn FnMut(&str)) -> Score {
    let mut score = Score::default();
    let mut taken = vec![false; gold.len()];
    for group in &suggestions.groups {
        let same: Vec<usize> = (0..gold.len())
            .filter(|&name| gold[name].forms.iter().any(|form| group.forms.contains(form)))
            .collect();
        if let Some(&name) = same.iter().find(|&&name| !taken[name] && !gold[name].optional) {
            taken[name] = true;
            score.precision.count(true);
        } else if !same.iter().any(|&name| gold[name].optional) {
            score.precision.count(false);
            let why = if same.is_empty() { "wrong" } else { "a second time" };
            tell(&format!("name, {why}: {:?}", group.forms));
        }
    }
    for (name, taken) in gold.iter().zip(taken).filter(|(name, _)| !name.optional) {
        score.recall.count(taken);
        if !taken {
            tell(&format!("name, missed: {:?}", name.forms));
        }
    }
    score
}

fn score_times(
    text: &str,
    gold: &[GoldTime],
    suggestions: &Suggestions,
    scores: &mut Scores,
    tell: &mut dyn FnMut(&str),
) {
    let times = suggestions.found.iter().filter_map(|offer| match &offer.what {
        What::Time(time) => Some((offer.range.clone(), time)),
        _ => None,
    });
    let (ranges, times): (Vec<_>, Vec<&Time>) = times.unzip();
    let places: Vec<_> = gold.iter().map(|time| &time.place).collect();
    let (score, pairs) = exact("time", text, &places, &ranges, &BEFORE_TIMES, tell);
    scores.times = score;
    for (wanted, offered) in pairs {
        let (words, offered) = (&text[places[wanted].range.clone()], times[offered]);
        let date = offered.date.as_ref().map(|date| date.text().replace('~', ""));
        let Some((edtf, basis)) = &gold[wanted].date else {
            scores.vague.count(date.is_none());
            if let Some(date) = date {
                tell(&format!("time, vague, with a date: {words:?}, {date}"));
            }
            continue;
        };
        let right = date.as_ref() == Some(edtf);
        scores.dates.count(right);
        if !right {
            tell(&format!("time, date: {words:?}, {date:?} is not {edtf}"));
            continue;
        }
        scores.bases.count(offered.basis == *basis);
        if offered.basis != *basis {
            tell(&format!("time, basis: {words:?}, {:?}", offered.basis));
        }
    }
}

fn score_figures(
    text: &str,
    gold: &[GoldFigure],
    suggestions: &Suggestions,
    scores: &mut Scores,
    tell: &mut dyn FnMut(&str),
) {
    let figures = suggestions.found.iter().filter_map(|offer| match &offer.what {
        What::Figure(figure) => Some((offer.range.clone(), figure)),
        _ => None,
    });
    let (ranges, figures): (Vec<_>, Vec<&Figure>) = figures.unzip();
    let places: Vec<_> = gold.iter().map(|figure| &figure.place).collect();
    let (score, pairs) = exact("figure", text, &places, &ranges, &BEFORE_FIGURES, tell);
    scores.figures = score;
    for (wanted, offered) in pairs {
        let (words, wanted, offered) = (&text[places[wanted].range.clone()], &gold[wanted], figures[offered]);
        let value =
            offered.value.parse::<f64>().is_ok_and(|value| wanted.values.iter().any(|own| same(*own, value)));
        let unit = offered.unit == wanted.unit;
        let qualifier = offered.qualifier == wanted.qualifier;
        scores.values.count(value);
        scores.units.count(unit);
        scores.qualifiers.count(qualifier);
        if !(value && unit && qualifier) {
            tell(&format!("figure, what it says: {words:?}, {offered:?}"));
        }
    }
}

/// Whether two values are the same; of a fraction below 1, to one hundredth.
fn same(wanted: f64, offered: f64) -> bool {
    let off = if wanted < 1.0 { 0.01 } else { wanted * 1e-9 };
    (wanted - offered).abs() <= off
}

/// What is offered at exactly the places wanted, but for words before: the score, and which offer is which place's.
fn exact(
    kind: &str,
    text: &str,
    gold: &[&GoldPlace],
    offers: &[Range<usize>],
    before: &[&str],
    tell: &mut dyn FnMut(&str),
) -> (Score, Vec<(usize, usize)>) {
    let (mut score, mut pairs) = (Score::default(), Vec::new());
    let wanted: Vec<_> = gold.iter().map(|place| without(text, &place.range, before)).collect();
    let mut taken = vec![false; gold.len()];
    for (number, offer) in offers.iter().enumerate() {
        let own = without(text, offer, before);
        if let Some(place) =
            (0..gold.len()).find(|&place| !gold[place].optional && !taken[place] && wanted[place] == own)
        {
            taken[place] = true;
            score.precision.count(true);
            pairs.push((place, number));
        } else if !gold.iter().any(|place| place.optional && overlap(&place.range, &own)) {
            score.precision.count(false);
            tell(&format!("{kind}, wrong: {:?}", &text[offer.clone()]));
        }
    }
    for (place, taken) in gold.iter().zip(taken).filter(|(place, _)| !place.optional) {
        score.recall.count(taken);
        if !taken {
            tell(&format!("{kind}, missed: {:?}", &text[place.range.clone()]));
        }
    }
    (score, pairs)
}

/// What is offered that overlaps with what is wanted.
fn overlapping(text: &str, gold: &[GoldPlace], offers: &[Range<usize>], tell: &mut dyn FnMut(&str)) -> Score {
    let mut score = Score::default();
    for offer in offers {
        let wanted =
            |optional| gold.iter().any(|place| place.optional == optional && overlap(&place.range, offer));
        if wanted(false) {
            score.precision.count(true);
        } else if !wanted(true) {
            score.precision.count(false);
            tell(&format!("attributed, wrong: {:?}", &text[offer.clone()]));
        }
    }
    for place in gold.iter().filter(|place| !place.optional) {
        let found = offers.iter().any(|offer| overlap(&place.range, offer));
        score.recall.count(found);
        if !found {
            tell(&format!("attributed, missed: {:?}", &text[place.range.clone()]));
        }
    }
    score
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The place without these words at its beginning; never without all of its words.
fn without(text: &str, range: &Range<usize>, words: &[&str]) -> Range<usize> {
    let mut start = range.start;
    while let Some((first, rest)) = text[start..range.end].split_once(char::is_whitespace) {
        if rest.trim().is_empty() || !words.contains(&first.to_lowercase().as_str()) {
            break;
        }
        start = range.end - rest.trim_start().len();
    }
    start..range.end
}
