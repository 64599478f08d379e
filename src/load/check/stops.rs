//! What a stop shows large, and what it finds: the figures and words in it have to be those of what it shows.

use foldhash::{HashSet, HashSetExt as _};

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
        let ground = Ground::of(dossier, stop);
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

/// What a stop shows, in the languages in which dates and numbers are written.
struct Ground {
    languages: Vec<Known>,
}

/// What a stop shows, in a language.
struct Known {
    language: Language,
    /// The runs of its words, and of values that are levels.
    runs: HashSet<String>,
    /// Those of values that are bounds from above, and from below: they need a sign.
    bounds: [HashSet<String>; 2],
    /// Those of each date: a day or a month is only one as part of a date.
    dates: Vec<HashSet<String>>,
}

/// What says that a value is a bound, from above and from below.
const BOUND_SIGNS: [&[char]; 2] = [&['<', '≤'], &['>', '≥']];

impl Ground {
    fn of(dossier: &Dossier, stop: &Stop) -> Self {
        Self { languages: LANGUAGES.map(|language| Known::of(dossier, stop, language)).into() }
    }

    /// The first run of digits or letters of a text that nothing here supports.
    fn lacks(&self, text: &LocalText, wanted: Wanted) -> Option<String> {
        text.versions().find_map(|(language, text)| {
            // A text that serves every language, or is in one that the program does not speak, has to be supported in one of
            // these.
            let is_own = |known: &&Known| language.is_some_and(|it| it.primary() == known.language.tag());
            let own: Vec<&Known> = self.languages.iter().filter(is_own).collect();
            let tried = if own.is_empty() { self.languages.iter().collect() } else { own };
            let mut missing = tried.into_iter().map(|known| known.lacks(text, wanted));
            let first = missing.next()??;
            missing.all(|missing| missing.is_some()).then_some(first)
        })
    }
}

impl Known {
    fn of(dossier: &Dossier, stop: &Stop, language: Language) -> Self {
        let mut known =
            Self { language, runs: HashSet::new(), bounds: Default::default(), dates: Vec::new() };
        let article = &dossier.article;
        // The article's words as its own language writes them, whatever the language of the interface.
        let articles =
            if article.language.primary() == Language::De.tag() { Language::De } else { Language::En };
        for thing in stop.things() {
            for text in dossier.searchable_texts(thing, language.tag()) {
                known.add(text, language);
            }
            for anchor in dossier.evidence(thing).into_iter().flat_map(|evidence| &evidence.anchors) {
                known.add(&anchor.quote.exact, articles);
                let translation = article.translation_unless_read(language.tag());
                let passage = anchor.passage().zip(translation);
                let translated = passage.and_then(|(passage, own)| own.of_passage(article, &passage));
                if let Some(translated) = translated {
                    known.add(translated.words, language);
                }
            }
            if let Some(event) = dossier.event(&thing.id).filter(|_| thing.kind == Kind::Event) {
                known.add_date(&event.date);
            }
            // When a source came out may be shown, but no part of that date by itself.
            let own = (thing.kind == Kind::Source).then_some(&thing.id);
            let evidence = dossier.evidence(thing).into_iter().flat_map(|evidence| &evidence.sources);
            for source in evidence.chain(own).filter_map(|id| dossier.source(id)) {
                let parts = source.issued.as_ref().map(|date| known.parts_of(date));
                known.dates.extend(parts);
            }
        }
        for figure in facts::stop_figures(dossier, stop) {
            known.add_figure(dossier, figure);
            for anchor in &figure.evidence.anchors {
                known.add(&anchor.quote.exact, articles);
            }
        }
        known.add_signs();
        known
    }

    fn add(&mut self, text: &str, language: Language) {
        self.runs.extend(runs(text, language).map(Run::into_text));
    }

    fn add_figure(&mut self, dossier: &Dossier, figure: &Observation) {
        let language = self.language;
        let value = figure.value.map(|value| language.number(value)).unwrap_or_default();
        let value = runs(&value, language).map(Run::into_text);
        match figure.qualifier {
            Qualifier::UpTo => self.bounds[0].extend(value),
            Qualifier::MoreThan | Qualifier::AtLeast => self.bounds[1].extend(value),
            Qualifier::Exact | Qualifier::About | Qualifier::Rounded | Qualifier::Forecast => {
                self.runs.extend(value);
            }
        }
        let series = dossier.series_by_id(&figure.series);
        let unit = figure.unit.as_ref().or_else(|| series?.unit.as_ref());
        let short = series.and_then(|series| series.unit_short.as_ref());
        let parts = unit.into_iter().chain(short).chain(&figure.part_name);
        let shown = |text: &LocalText| {
            text.shown(language.tag(), &dossier.article.language).map(|shown| shown.text.to_owned())
        };
        for text in parts.filter_map(shown) {
            self.add(&text, language);
        }
        figure.date.iter().for_each(|date| self.add_date(date));
    }

    /// A year may stand anywhere; all else only as part of the date. A month is also written `05`.
    fn add_date(&mut self, date: &When) {
        let parts = self.parts_of(date);
        self.runs.extend(parts.iter().filter(|part| is_year(part)).cloned());
        self.dates.push(parts);
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

    /// A sign is supported by the words for it.
    fn add_signs(&mut self) {
        let signs: [(&str, &[&str]); 4] = [
            ("%", &["percent", "prozent", "cent"]),
            ("$", &["dollar", "dollars", "usd"]),
            ("€", &["euro", "euros", "eur"]),
            ("£", &["pound", "pounds", "pfund", "gbp"]),
        ];
        for (sign, words) in signs {
            if words.iter().any(|word| self.runs.contains(*word)) {
                self.runs.insert(sign.to_owned());
            }
        }
    }

    /// The first run of a text in this language that is not known.
    fn lacks(&self, text: &str, wanted: Wanted) -> Option<String> {
        let is_asked = |run: &Run| wanted == Wanted::All || matches!(run, Run::Figure(_));
        let asked: Vec<String> = runs(text, self.language).filter(is_asked).map(Run::into_text).collect();
        // A number alone is no date.
        let is_date = asked.len() > 1 || asked.iter().any(|run| is_year(run));
        if is_date && self.dates.iter().any(|date| asked.iter().all(|run| date.contains(run))) {
            return None;
        }
        let signed = BOUND_SIGNS.map(|signs| wanted == Wanted::Figures || text.contains(signs));
        let is_known = |run: &String| {
            let mut bounds = self.bounds.iter().zip(signed);
            self.runs.contains(run) || bounds.any(|(bounds, is_signed)| is_signed && bounds.contains(run))
        };
        asked.into_iter().find(|run| !is_known(run))
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
    }
}
