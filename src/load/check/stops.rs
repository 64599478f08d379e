//! What a stop shows large, and what it finds: the figures and words in it have to be those of what it shows.

use foldhash::{HashSet, HashSetExt as _};

use crate::dossier::{Dossier, Id, Kind, LocalText, Observation, Ref, Stop, StopPanel, When};
use crate::i18n::dates::{self, DateSigns};
use crate::i18n::language::Language;
use crate::i18n::runs::{Run, runs};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::tables::{StopEntry, Tables};

/// The languages in which dates and numbers are written.
const LANGUAGES: [Language; 2] = [Language::De, Language::En];

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
        if let Some(strange) = stop.big.as_ref().and_then(|big| ground.lacks(dossier, big, Wanted::All)) {
            add(entry, "big", &strange, report);
            kept.big = None;
            kept.big_label = None;
        }
        let finding = stop.finding.as_ref();
        if let Some(strange) = finding.and_then(|finding| ground.lacks(dossier, finding, Wanted::Figures)) {
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
    things: Vec<&'a Ref>,
    observations: Vec<&'a Observation>,
    dates: Vec<&'a When>,
}

impl<'a> Ground<'a> {
    fn of(dossier: &'a Dossier, stop: &'a Stop) -> Self {
        let things: Vec<&Ref> = stop.things().collect();
        let named = stop.view.as_deref().filter(|_| stop.panel == StopPanel::Trend);
        let is_shown = |kind: Kind, id: &Id| things.iter().any(|thing| thing.kind == kind && thing.id == *id);
        let observations: Vec<&Observation> = dossier
            .observations
            .iter()
            .filter(|figure| {
                is_shown(Kind::Series, &figure.series)
                    || named == Some(figure.series.as_str())
                    || figure.place.as_ref().is_some_and(|place| is_shown(Kind::Place, place))
            })
            .collect();
        let events = things.iter().filter(|thing| thing.kind == Kind::Event);
        let events = events.filter_map(|thing| dossier.event(&thing.id)).map(|event| &event.date);
        let evidence = things.iter().filter_map(|thing| dossier.evidence(thing));
        let sources = evidence
            .flat_map(|evidence| &evidence.sources)
            .chain(things.iter().filter(|thing| thing.kind == Kind::Source).map(|thing| &thing.id));
        let issued = sources.filter_map(|id| dossier.source(id)?.issued.as_ref());
        let figures = observations.iter().filter_map(|figure| figure.date.as_ref());
        let dates = events.chain(issued).chain(figures).collect();
        Self { things, observations, dates }
    }

    /// The first run of digits or letters of a text that nothing here supports.
    fn lacks(&self, dossier: &Dossier, text: &LocalText, wanted: Wanted) -> Option<String> {
        for (language, text) in text.versions() {
            // A text that serves every language has to be supported in one of them.
            let languages =
                LANGUAGES.into_iter().filter(|own| language.is_none_or(|it| it.primary() == own.tag()));
            let mut missing = None;
            let mut is_supported = false;
            for language in languages {
                let known = self.words(dossier, language);
                let strange = runs(text, language).find(|run| match run {
                    Run::Figure(figure) => !known.contains(figure),
                    Run::Word(word) => wanted == Wanted::All && !known.contains(word),
                });
                match strange {
                    Some(run) => missing = missing.or_else(|| Some(run.into_text())),
                    None => is_supported = true,
                }
            }
            if let Some(missing) = missing.filter(|_| !is_supported) {
                return Some(missing);
            }
        }
        None
    }

    /// All runs of what the stop shows, in a language.
    fn words(&self, dossier: &Dossier, language: Language) -> HashSet<String> {
        let mut found = HashSet::new();
        let mut add = |text: &str, language: Language| found.extend(runs(text, language).map(Run::into_text));
        let article = &dossier.article;
        // The article's words as its own language writes them, whatever the language of the interface.
        let articles =
            if article.language.primary() == Language::De.tag() { Language::De } else { Language::En };
        for thing in &self.things {
            for text in dossier.searchable_texts(thing, language.tag()) {
                add(text, language);
            }
            for anchor in dossier.evidence(thing).into_iter().flat_map(|evidence| &evidence.anchors) {
                add(&anchor.quote.exact, articles);
                let translation = article.translation_unless_read(language.tag());
                let passage = anchor.passage().zip(translation);
                let translated = passage.and_then(|(passage, own)| own.of_passage(article, &passage));
                if let Some(translated) = translated {
                    add(translated.words, language);
                }
            }
        }
        for figure in &self.observations {
            if let Some(value) = figure.value {
                add(&language.number(value), language);
            }
            let series = dossier.series_by_id(&figure.series);
            let unit = figure.unit.as_ref().or_else(|| series?.unit.as_ref());
            let short = series.and_then(|series| series.unit_short.as_ref());
            let parts = unit.into_iter().chain(short).chain(&figure.part_name);
            for text in parts.filter_map(|text| text.shown(language.tag(), &article.language)) {
                add(text.text, language);
            }
        }
        for date in &self.dates {
            add(&dates::full(date, language, DateSigns { to: "-", at_least: "", at_most: "" }), language);
        }
        // A month is also written `05`, and as a number without the nought.
        let parts = self.dates.iter().flat_map(|date| date.text().split(|c: char| !c.is_ascii_digit()));
        for part in parts.filter(|part| !part.is_empty()) {
            found.insert(part.to_owned());
            found.insert(part.trim_start_matches('0').to_owned());
        }
        found
    }
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
             sources = [\"s\"]\n[[place]]\nid = \"p\"\nname = \"Port\"\n\
             [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"stock\"\ntitle = \"A\"\ndefinition = \"D.\"\n\
             [[stop]]\ntitle = \"Left\"\n{stop}\n"
        );
        let files = Memory::default()
            .with("dossier.toml", dossier)
            .with("a.txt", "Title\nThey suddenly left.\n")
            .with("o.csv", "series,place,date,value,qualifier,source\na,p,2024-40,1401,exact,s\n");
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
        for big in ["900", "900 boats", "SUDDENLY", "05/11/2025", "5 Nov 2025"] {
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
        for big in ["1.4 MW", "401 MW", "1401 GW"] {
            assert!(!is_kept(&format!("{series} = \"{big}\"")), "{big}");
        }
        // Another language does not make up for one that lacks it.
        assert!(!is_kept("select = \"claim:c\"\nbig.en = \"900\"\nbig.de = \"901\""));
    }

    #[test]
    fn a_finding_is_asked_for_its_figures_alone() {
        assert!(is_kept("select = \"claim:c\"\nfinding = \"Nobody knows who went in 900 boats.\""));
        assert!(!is_kept("select = \"claim:c\"\nfinding = \"Nobody knows who went in 90 boats.\""));
    }
}
