//! What a stop shows large, and what it finds: the figures and words in it have to be those of what it shows.

use foldhash::HashSet;

use crate::dossier::{Dossier, Kind, LocalText, Observation, Qualifier, Stop, When};
use crate::facts;
use crate::i18n::dates::{self, DateSigns};
use crate::i18n::language::Language;
use crate::i18n::runs::{Run, runs};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::tables::{StopEntry, Tables};
use crate::load::syntax::words::PICTURES;

/// The languages in which dates and numbers are written.
const LANGUAGES: [Language; 2] = [Language::De, Language::En];

/// Reports stops that show something of which the dossier has nothing.
pub(crate) fn empty_pictures(dossier: &Dossier, tables: &Tables<'_>, report: &mut Report) {
    for (stop, entry) in dossier.stops.iter().zip(tables.stops()) {
        if stop.select.is_some() || !stop.picture.is_of_all() || facts::stop_has_any(dossier, stop) {
            continue;
        }
        let word =
            PICTURES.iter().find(|(_, picture)| *picture == stop.picture).map_or("", |(word, _)| *word);
        let message = format!("a stop shows {}, and there is nothing of it", quoted(word));
        let hint = "leave the stop out, or write what it is to show";
        report.add(Rule::StopEmpty, entry.value_at("show"), None, message, hint);
    }
}

/// Reports what stands in `big` or in a finding of a stop and not in what the stop shows, and leaves it out: it would be shown
/// as what that says.
pub(crate) fn unsupported_figures(dossier: &mut Dossier, tables: &Tables<'_>, report: &mut Report) {
    let needs = |stop: &Stop| stop.big.is_some() || stop.finding.is_some();
    if !dossier.stops.iter().any(needs) {
        return;
    }
    let mut stops = dossier.stops.clone();
    for (place, (stop, kept)) in dossier.stops.iter().zip(&mut stops).enumerate() {
        if !needs(stop) {
            continue;
        }
        let ground = Ground { dossier, stop };
        let Some(entry) = tables.stops().get(place) else { continue };
        if let Some(strange) = stop.big.as_ref().and_then(|big| ground.lacks(big, Wanted::All)) {
            add(entry, "big", &strange, report);
            kept.big = None;
            kept.big_label = None;
        }
        let finding = stop.finding.as_ref();
        if let Some(strange) = finding.and_then(|finding| ground.lacks(finding, Wanted::Figures)) {
            add(entry, "finding", &strange, report);
            kept.finding = None;
            kept.brief = false;
        }
    }
    dossier.set_stops(stops);
}

fn add(entry: &StopEntry<'_>, key: &str, strange: &str, report: &mut Report) {
    let message = format!("\"{key}\" has {}, which stands in nothing that the stop shows", quoted(strange));
    let hint = "write it as the selected thing, its anchors, dates, values or units have it, or name what has it in \"items\"";
    report.add(Rule::StopFigureUnsupported, entry.value_at(key), None, message, hint);
}

/// What of a text has to be supported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Its digits and its letters.
    All,
    /// Its digits alone.
    Figures,
}

/// What a stop shows.
struct Ground<'a> {
    dossier: &'a Dossier,
    stop: &'a Stop,
}

/// What says that a value is a bound, from above and from below.
const BOUND_SIGNS: [&[char]; 2] = [&['<', '≤'], &['>', '≥']];

/// Signs, and the words of which one supports them.
const SIGN_WORDS: [(&str, &[&str]); 4] = [
    ("%", &["percent", "prozent", "cent"]),
    ("$", &["dollar", "dollars", "usd"]),
    ("€", &["euro", "euros", "eur"]),
    ("£", &["pound", "pounds", "pfund", "gbp"]),
];

impl Ground<'_> {
    /// The first run of digits or letters of a text that nothing here supports.
    fn lacks(&self, text: &LocalText, wanted: Wanted) -> Option<String> {
        text.versions().find_map(|(language, text)| {
            // A text that serves every language, or is in one that the program does not speak, has to be supported in one of
            // these.
            let is_own = |own: &&Language| language.is_some_and(|it| it.primary() == own.tag());
            let own = LANGUAGES.iter().find(is_own);
            let tried = own.map_or(&LANGUAGES[..], std::slice::from_ref);
            let mut missing = tried.iter().map(|own| self.lacks_in(*own, text, wanted));
            let first = missing.next()??;
            missing.all(|missing| missing.is_some()).then_some(first)
        })
    }

    /// The same of a text in this language. What the stop shows is read only until all is found.
    fn lacks_in(&self, language: Language, text: &str, wanted: Wanted) -> Option<String> {
        let mut asked = Asked::of(text, language, wanted);
        let is_all_found = self.words(&mut asked) || self.figures(&mut asked) || self.dates(&mut asked);
        if is_all_found { None } else { asked.missing.into_iter().next() }
    }

    /// Looks in the words of what the stop shows, and in those that it is quoted with.
    fn words(&self, asked: &mut Asked) -> bool {
        let (article, language) = (&self.dossier.article, asked.language);
        let translation = article.translation_unless_read(language.tag());
        self.stop.things().any(|thing| {
            let own = self.dossier.searchable_texts(thing, language.tag());
            own.into_iter().any(|text| asked.find(text, language))
                || self.dossier.evidence(thing).into_iter().flat_map(|evidence| &evidence.anchors).any(
                    |anchor| {
                        let passage = anchor.passage().zip(translation.as_ref());
                        let translated = passage.and_then(|(passage, own)| own.of_passage(article, &passage));
                        asked.find(&anchor.quote.exact, self.articles_language())
                            || translated.is_some_and(|translated| asked.find(translated.words, language))
                    },
                )
        })
    }

    /// Looks in the figures that the stop shows: their values, their units, and their words in the article.
    fn figures(&self, asked: &mut Asked) -> bool {
        let articles = self.articles_language();
        facts::stop_figures(self.dossier, self.stop).into_iter().any(|figure| {
            let mut anchors = figure.evidence.anchors.iter();
            asked.find_figure(self.dossier, figure)
                || anchors.any(|anchor| asked.find(&anchor.quote.exact, articles))
        })
    }

    /// Looks in the dates of what the stop shows. When a source came out may be shown, but no part of that date by itself.
    fn dates(&self, asked: &mut Asked) -> bool {
        let figures = facts::stop_figures(self.dossier, self.stop);
        figures.into_iter().filter_map(|figure| figure.date.as_ref()).any(|date| asked.find_date(date))
            || self.stop.things().any(|thing| {
                let event = self.dossier.event(&thing.id).filter(|_| thing.kind == Kind::Event);
                let own = (thing.kind == Kind::Source).then_some(&thing.id);
                let evidence =
                    self.dossier.evidence(thing).into_iter().flat_map(|evidence| &evidence.sources);
                let mut sources = evidence.chain(own).filter_map(|id| self.dossier.source(id));
                event.is_some_and(|event| asked.find_date(&event.date))
                    || sources.any(|source| {
                        source.issued.as_ref().is_some_and(|date| asked.is_of(&asked.parts_of(date)))
                    })
            })
    }

    /// The language in which the article's words are read, whatever the language of the interface.
    fn articles_language(&self) -> Language {
        if self.dossier.article.language.primary() == Language::De.tag() {
            Language::De
        } else {
            Language::En
        }
    }
}

/// What a text of a stop says, and what of it has not been found yet.
struct Asked {
    language: Language,
    all: Vec<String>,
    /// Its words, also where they do not have to be supported.
    words: Vec<String>,
    missing: Vec<String>,
    /// Whether a value that is a bound, from above and from below, may support it.
    signed: [bool; 2],
}

impl Asked {
    fn of(text: &str, language: Language, wanted: Wanted) -> Self {
        let is_asked = |run: &Run| wanted == Wanted::All || matches!(run, Run::Figure(_));
        let all: Vec<String> = runs(text, language).filter(is_asked).map(Run::into_text).collect();
        let words =
            runs(text, language).filter(|run| matches!(run, Run::Word(_))).map(Run::into_text).collect();
        let signed = BOUND_SIGNS.map(|signs| wanted == Wanted::Figures || text.contains(signs));
        Self { language, missing: all.clone(), all, words, signed }
    }

    /// Takes away what these runs support; whether nothing is missing any more.
    fn take(&mut self, found: impl IntoIterator<Item = String>) -> bool {
        if self.missing.is_empty() {
            return true;
        }
        for run in found {
            let sign = SIGN_WORDS.iter().find(|(_, words)| words.contains(&&*run)).map(|(sign, _)| *sign);
            self.missing.retain(|missing| *missing != run && Some(&**missing) != sign);
        }
        self.missing.is_empty()
    }

    fn find(&mut self, text: &str, language: Language) -> bool {
        self.take(runs(text, language).map(Run::into_text))
    }

    fn find_figure(&mut self, dossier: &Dossier, figure: &Observation) -> bool {
        let language = self.language;
        let value = figure.value.map(|value| language.number(value)).unwrap_or_default();
        let is_level = match figure.qualifier {
            Qualifier::UpTo => self.signed[0],
            Qualifier::MoreThan | Qualifier::AtLeast => self.signed[1],
            Qualifier::Exact | Qualifier::About | Qualifier::Rounded | Qualifier::Forecast => true,
        };
        let series = dossier.series_by_id(&figure.series);
        let unit = figure.unit.as_ref().or_else(|| series?.unit.as_ref());
        let short = series.and_then(|series| series.unit_short.as_ref());
        let parts = unit.into_iter().chain(short).chain(&figure.part_name);
        let mut shown = parts.filter_map(|text| text.shown(language.tag(), &dossier.article.language));
        is_level && self.find(&value, language) || shown.any(|shown| self.find(shown.text, language))
    }

    /// A year may stand anywhere; all else only as part of the date. A month is also written `05`.
    fn find_date(&mut self, date: &When) -> bool {
        let parts = self.parts_of(date);
        self.is_of(&parts) || self.take(parts.into_iter().filter(|part| is_year(part)))
    }

    /// Whether all that is asked for is of this one date. Numbers alone are no date: a year or a month in words says that they are one.
    fn is_of(&self, date: &HashSet<String>) -> bool {
        let is_month = |word: &String| !word.bytes().any(|byte| byte.is_ascii_digit()) && date.contains(word);
        let is_date = self.all.iter().any(|run| is_year(run)) || self.words.iter().any(is_month);
        is_date && self.all.iter().all(|run| date.contains(run))
    }

    /// The runs of a date, in figures and in words.
    fn parts_of(&self, date: &When) -> HashSet<String> {
        let written = dates::full(date, self.language, DateSigns { to: "-", at_least: "", at_most: "" });
        let mut parts: HashSet<String> = runs(&written, self.language).map(Run::into_text).collect();
        for part in date.text().split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()) {
            parts.extend([part.to_owned(), part.trim_start_matches('0').to_owned()]);
        }
        parts
    }
}

/// Whether a run is a year of four digits.
fn is_year(run: &str) -> bool {
    run.len() == 4 && run.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Memory, load};

    /// Whether what a stop shows large is kept.
    fn is_kept(stop: &str) -> bool {
        let dossier = format!(
            "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\nissued = \"2025-11-05\"\naccessed = \"2026-01-02\"\n\
             [[claim]]\nid = \"c\"\nanchors = [\"suddenly left\"]\ntext = \"They left in 900 boats\"\nassessment = \"qualified\"\n\
             sources = [\"s\"]\n[[place]]\nid = \"p\"\nname = \"Port\"\n[[place]]\nid = \"q\"\nname = \"Quay\"\n\
             [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"stock\"\ntitle = \"A\"\ndefinition = \"D.\"\n\
             [[stop]]\ntitle = \"Left\"\n{stop}\n"
        );
        let files = Memory::default()
            .with("dossier.toml", dossier)
            .with("a.txt", "Title\nThey suddenly left.\n")
            .with("o.csv", "series,place,date,value,qualifier,source\na,p,2024-40,1401,exact,s\na,q,2024-40,77,more-than,s\n");
        let loaded = load(&files).expect("it opens");
        let stop = &loaded.dossier.stops[0];
        let is_kept = stop.big.is_some() || stop.finding.is_some();
        assert_eq!(is_kept, loaded.problems.is_empty(), "{:#?}", loaded.problems);
        if let [problem] = &loaded.problems[..] {
            assert_eq!(problem.rule, Rule::StopFigureUnsupported);
        }
        is_kept
    }

    #[test]
    fn what_the_selection_says_may_be_shown_large() {
        for big in ["900", "900 boats", "SUDDENLY"] {
            assert!(is_kept(&format!("select = \"claim:c\"\nbig = \"{big}\"")), "{big}");
        }
        let series = "select = \"claim:c\"\nitems = [\"series:a\"]\nbig";
        for big in ["1401 MW", "1,401 MW", "1.401 MW", "2024"] {
            assert!(is_kept(&format!("{series} = \"{big}\"")), "{big}");
        }
    }

    #[test]
    fn what_nothing_supports_is_not_shown() {
        for big in ["999 MW", "90 boats", "901", "never", "1401 MW"] {
            assert!(!is_kept(&format!("select = \"claim:c\"\nbig = \"{big}\"")), "{big}");
        }
        let series = "select = \"claim:c\"\nitems = [\"series:a\"]\nbig";
        for big in ["1.4 MW", "401 MW", "1401 GW", "-1401 MW", "1401 %"] {
            assert!(!is_kept(&format!("{series} = \"{big}\"")), "{big}");
        }
        // The day on which a source came out is no figure of what it says.
        assert!(!is_kept("select = \"claim:c\"\nbig = \"5\""));
        assert!(is_kept("select = \"source:s\"\nbig = \"5 Nov 2025\""));
        // Nor has a figure another place, or no sign where it is a bound.
        let place = "select = \"series:a\"\nitems = [\"place:q\"]\nbig";
        assert!(!is_kept(&format!("{place} = \"1401 MW\"")));
        assert!(is_kept(&format!("{place} = \"> 77 MW\"")) && !is_kept(&format!("{place} = \"77 MW\"")));
        assert!(!is_kept("select = \"claim:c\"\nbig.fr = \"999\""));
        assert!(is_kept("show = \"overview\"\npanel = \"trend\"\nview = \"a\"\nbig = \"1401 MW\""));
        // Another language does not make up for one that lacks it.
        assert!(!is_kept("select = \"claim:c\"\nbig.en = \"900\"\nbig.de = \"901\""));
    }

    #[test]
    fn a_finding_is_asked_for_its_figures_alone() {
        assert!(is_kept("select = \"claim:c\"\nfinding = \"Nobody knows who went in 900 boats.\""));
        assert!(!is_kept("select = \"claim:c\"\nfinding = \"Nobody knows who went in 90 boats.\""));
        // Two numbers that a date has are no date.
        assert!(!is_kept("select = \"claim:c\"\nfinding = \"Only 5 of 11 boats left.\""));
        assert!(is_kept("select = \"claim:c\"\nfinding = \"It was said on 5 Nov.\""));
    }
}
