//! What things are called in one line, the same in every panel.

use std::ops::Range;

use crate::dossier::{
    ArticleLink, Assessment, Id, Kind, Observation, Qualifier, Ref, Series, Source, Standing,
};
use crate::facts::{self, Mark, SomeWords, Wording};
use crate::i18n::language::Language;
use crate::i18n::plural::Plural;
use crate::look::glyphs::{self, Glyphs};
use crate::look::panel::Panel;
use crate::look::signs::{self, Sign};
use crate::look::theme::Theme;
use crate::protocol::context::Context;
use crate::protocol::quoted::{of_article, of_article_nested};
use crate::protocol::search::Search;
use crate::protocol::wording::meant;
use crate::text::address::{AddressError, display_char};

pub use crate::protocol::wording::assessment;

/// What to call a thing in a list, a link or the status line.
pub fn name(context: &Context, of: &Ref) -> String {
    let dossier = &context.dossier;
    let id = &of.id;
    match facts::wording(dossier, of) {
        Some(Wording::Ours(own)) => return context.text(own),
        Some(Wording::Article(words)) => return called_by_article(context, &words),
        // The sign of broken evidence does not stand everywhere with it.
        Some(Wording::NoEvidence(words)) => {
            return format!("{}: {}", context.strings().no_evidence, called_by_article(context, &words));
        }
        None => {}
    }
    let found = match of.kind {
        Kind::Relation => dossier.relation(id).map(|relation| {
            let end = |id| name(context, &Ref::new(Kind::Actor, id));
            let (does, whom) = (context.glyph(glyphs::DOES), context.glyph(glyphs::WHOM));
            let label = context.text(&relation.label);
            format!("{}{does}{label}{whom}{}", end(&relation.from), end(&relation.to))
        }),
        Kind::Series => dossier
            .series_by_id(id)
            .map(|series| format!("{}: {}", series.outlet, context.text(&series.title))),
        Kind::Observation => dossier.observation(id).map(|observation| figure(context, observation)),
        Kind::Source => dossier.source(id).map(|source| publication(context, source)),
        Kind::Link => dossier.article.link(id).map(|link| link_words(context, link)),
        _ => None,
    };
    found.unwrap_or_else(|| of.to_string())
}

/// A link by its words.
fn link_words(context: &Context, link: &ArticleLink) -> String {
    some_words(context, &SomeWords::of(&context.dossier.article.text[link.range.clone()]))
}

/// Words of the article that stand for a thing, and that they go on where they do.
fn some_words(context: &Context, words: &SomeWords) -> String {
    if words.is_cut {
        format!("{} {}", words.words, context.glyph(glyphs::ELLIPSIS))
    } else {
        words.words.to_string()
    }
}

/// The same in the article's quotation marks, so that nobody takes them for ours.
pub(crate) fn called_by_article(context: &Context, words: &SomeWords) -> String {
    of_article(&context.dossier, &some_words(context, words))
}

/// The same as [`name`]; a quotation within words of the article has the inner marks.
pub(crate) fn name_nested(context: &Context, of: &Ref) -> String {
    match facts::wording(&context.dossier, of) {
        Some(Wording::Article(words)) => of_article_nested(&context.dossier, &some_words(context, &words)),
        _ => name(context, of),
    }
}

/// Whether a thing is called by words of the article, in quotation marks.
pub(crate) fn is_by_article(context: &Context, of: &Ref) -> bool {
    matches!(facts::wording(&context.dossier, of), Some(Wording::Article(_)))
}

/// Words of the article in its quotation marks, on a line.
pub fn of_article_on_a_line(context: &Context, words: &Range<usize>) -> String {
    of_article_nested(&context.dossier, &context.dossier.article.text[words.clone()])
}

/// A source by outlet and day: `Reuters, 5.11.2025`.
pub fn publication(context: &Context, source: &Source) -> String {
    match &source.issued {
        Some(issued) => format!("{}, {}", source.outlet, context.date(issued)),
        None => source.outlet.to_string(),
    }
}

/// How a claim is judged, in a word; that its evidence is broken, on which nothing is judged.
pub fn judgement(language: Language, judged: Option<Assessment>) -> &'static str {
    judged.map_or(language.strings().standing_broken, |judged| assessment(language, judged))
}

/// Where a thing comes from, in a few words.
pub fn standing(language: Language, standing: Standing) -> &'static str {
    let strings = language.strings();
    match standing {
        Standing::Article => strings.standing_article,
        Standing::Both => strings.standing_both,
        Standing::Background => strings.standing_background,
        Standing::Inferred => strings.standing_inferred,
        Standing::Broken => strings.standing_broken,
    }
}

/// An observation by place, period and value: `Johor · 2. Halbjahr 2024 · 401 MW`.
pub fn figure(context: &Context, observation: &Observation) -> String {
    let place = observation.place.as_ref().map(|id| name(context, &Ref::new(Kind::Place, id)));
    let date = observation.date.as_ref().map(|date| context.date(date));
    let part = observation.part_name.as_ref().map(|part| context.text(part));
    let parts = [place, date, part, Some(value(context, observation))];
    context.joined(&parts.into_iter().flatten().collect::<Vec<_>>())
}

/// Who gives a figure: the article, where its words do, and the source; `Article · Reuters, 5.11.2025`.
pub fn given_by(context: &Context, observation: &Observation) -> String {
    let given = facts::given_by(&context.dossier, observation);
    let article = given.words.map(|_| context.strings().article.to_owned());
    let source = given.source.map(|source| publication(context, source));
    context.joined(&article.into_iter().chain(source).collect::<Vec<_>>())
}

/// The words of the article that give a figure, in its quotation marks; none where it does not.
pub fn words_of_figure(context: &Context, observation: &Observation) -> Option<String> {
    let words = facts::given_by(&context.dossier, observation).words?;
    Some(of_article_on_a_line(context, &words))
}

/// Where figures come from, in a few words, with the sign of that.
pub fn figures_from(context: &Context, standing: Standing) -> (Sign, &'static str) {
    let strings = context.strings();
    match standing {
        Standing::Article | Standing::Inferred => (signs::ARTICLE, strings.from_article),
        Standing::Both => (signs::BACKGROUND, strings.from_article_and_sources),
        Standing::Background => (signs::BACKGROUND, strings.not_from_article),
        Standing::Broken => (signs::BROKEN, strings.standing_broken),
    }
}

/// The figures that a chart leaves out because it is open where or when they are; nothing where it leaves out none.
pub fn unplaced(context: &Context, figures: &[Ref]) -> Option<String> {
    /// More are only counted: all of them stand in the table.
    const MOST: usize = 4;
    let marked = |of: &Ref| match context.link_sign(of) {
        signs::BROKEN => format!("{} {}", context.glyph(signs::BROKEN.glyph), name(context, of)),
        _ => name(context, of),
    };
    let mut named: Vec<String> = figures.iter().take(MOST).map(marked).collect();
    if figures.len() > MOST {
        named.push(format!("+{}", context.language.count(figures.len() - MOST)));
    }
    (!named.is_empty()).then(|| format!("{}: {}", context.strings().unplaced, named.join("; ")))
}

/// How many rows of a series' figures were left out because of errors; nothing where none was.
pub fn left_out(language: Language, series: &Series) -> Option<String> {
    (series.left_out > 0).then(|| rows_left_out(language, series.left_out))
}

/// `2 rows left out`.
pub fn rows_left_out(language: Language, count: usize) -> String {
    counted(language, count, &language.strings().rows_left_out)
}

/// An observation's value with its unit and how it is meant: `> 1.000 MW`, `um 917 MW`; in words where there is none.
pub fn value(context: &Context, observation: &Observation) -> String {
    let Some(number) = observation.value else { return context.strings().no_figure.to_owned() };
    let amount = context.language.number(number);
    let series = context.dossier.series_by_id(&observation.series);
    let unit = observation.unit.as_ref().or_else(|| series.and_then(|series| series.unit.as_ref()));
    let amount = match unit {
        Some(unit) => format!("{amount} {}", context.text(unit)),
        None => amount,
    };
    meant(context.language, context.glyphs, amount, observation.qualifier)
}

/// A number and how it is meant, without its unit.
pub fn bare_value(language: Language, glyphs: Glyphs, number: f64, qualifier: Qualifier) -> String {
    meant(language, glyphs, language.number(number), qualifier)
}

/// Why an address is not opened, with the address.
pub fn not_opened(language: Language, address: &str, wrong: AddressError) -> String {
    let strings = language.strings();
    let why = match wrong {
        AddressError::NotHttps => strings.only_https,
        AddressError::NoHost => strings.address_without_host,
        AddressError::BadHost => strings.address_with_bad_host,
        AddressError::UserName => strings.address_with_user,
        AddressError::BadPort => strings.address_with_bad_port,
        AddressError::BadPercent => strings.address_with_bad_percent,
        AddressError::Character(c) => {
            return strings.address_with_character.replace("{c}", &display_char(c)).replace("{}", address);
        }
    };
    why.replace("{}", address)
}

/// What a panel is called.
pub fn panel(language: Language, panel: Panel) -> &'static str {
    let strings = language.strings();
    match panel {
        Panel::Article => strings.article,
        Panel::Actors => strings.panel_actors,
        Panel::Timeline => strings.panel_timeline,
        Panel::Trend => strings.panel_trend,
        Panel::Claims => strings.panel_claims,
    }
}

/// What a view of a panel is called, after the panel's name, by the name it has in a stop of the tour.
pub fn view(language: Language, view: &str) -> &str {
    let strings = language.strings();
    match view {
        "prominent" => strings.prominent,
        "all" => strings.view_all,
        "list" => strings.view_list,
        "compare" => strings.view_compare,
        "overview" => strings.view_overview,
        "map" => strings.view_map,
        "lanes" => strings.view_lanes,
        "score" => strings.view_score,
        "original" => strings.view_original,
        "both" => strings.view_both,
        other => other,
    }
}

/// What a theme is called.
pub fn theme(language: Language, theme: Theme) -> &'static str {
    let strings = language.strings();
    match theme {
        Theme::Default => strings.theme_default,
        Theme::Dark => strings.theme_dark,
        Theme::Light => strings.theme_light,
        Theme::Projector => strings.theme_projector,
        Theme::Contrast => strings.theme_contrast,
        Theme::Mono => strings.theme_mono,
    }
}

/// What kind of actor it is, in a word.
pub fn actor_kind(language: Language, kind: &str) -> &str {
    let strings = language.strings();
    match kind {
        "company" => strings.company,
        "government" => strings.government,
        "agency" => strings.agency,
        "parliament" => strings.parliament,
        "court" => strings.court,
        "party" => strings.party,
        "organisation" => strings.organisation,
        "person" => strings.person,
        "place" => strings.place,
        "product" => strings.product,
        "medium" => strings.medium,
        "group" => strings.group,
        other => other,
    }
}

/// What kind of event it is, in a word.
pub fn event_kind(language: Language, kind: &str) -> &str {
    let strings = language.strings();
    match kind {
        "control" => strings.control,
        "relaxation" => strings.relaxation,
        "mandate" => strings.mandate,
        "guidance" => strings.guidance,
        "enforcement" => strings.enforcement,
        "report" => strings.report,
        "decision" => strings.decision,
        "statement" => strings.statement,
        "other" => strings.other_event,
        other => other,
    }
}

/// The same where there is little room.
pub fn short_event_kind(language: Language, kind: &str) -> &str {
    let strings = language.strings();
    match kind {
        "control" => strings.control_short,
        "relaxation" => strings.relaxation_short,
        "enforcement" => strings.enforcement_short,
        other => event_kind(language, other),
    }
}

/// What kind of publication it is, in a word; CSL's own word where we have none.
pub fn source_kind(language: Language, kind: &str) -> &str {
    let strings = language.strings();
    match kind {
        "article" => strings.any_article,
        "article-journal" => strings.journal_article,
        "article-magazine" => strings.magazine_article,
        "article-newspaper" => strings.newspaper,
        "bill" => strings.bill,
        "book" => strings.book,
        "broadcast" => strings.broadcast,
        "chapter" => strings.chapter,
        "classic" => strings.classic,
        "collection" => strings.collection,
        "dataset" => strings.dataset,
        "document" => strings.document,
        "entry" => strings.entry,
        "entry-dictionary" => strings.dictionary_entry,
        "entry-encyclopedia" => strings.encyclopedia_entry,
        "event" => strings.meeting,
        "figure" => strings.illustration,
        "graphic" => strings.graphic,
        "hearing" => strings.hearing,
        "interview" => strings.interview,
        "legal_case" => strings.court_case,
        "legislation" => strings.legislation,
        "manuscript" => strings.manuscript,
        "map" => strings.map,
        "motion_picture" => strings.film,
        "musical_score" => strings.musical_score,
        "pamphlet" => strings.pamphlet,
        "paper-conference" => strings.conference_paper,
        "patent" => strings.patent,
        "performance" => strings.performance,
        "periodical" => strings.periodical,
        "personal_communication" => strings.personal_communication,
        "post" | "post-weblog" => strings.post,
        "regulation" => strings.regulation,
        "report" => strings.report,
        "review" => strings.review,
        "review-book" => strings.book_review,
        "software" => strings.software,
        "song" => strings.song,
        "speech" => strings.speech,
        "standard" => strings.standard,
        "thesis" => strings.thesis,
        "treaty" => strings.treaty,
        "webpage" => strings.webpage,
        other => other,
    }
}

/// The text with its first letter as a capital, as a heading begins.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The text with its first letter small, as it goes on after a semicolon.
pub fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// `3 Ereignisse`, `1 event`.
pub fn counted(language: Language, number: usize, forms: &Plural) -> String {
    format!("{} {}", language.count(number), language.plural(number, forms))
}

/// `searching … 40 %`: how far a search is.
pub fn searching(context: &Context, search: &Search) -> String {
    let percent = context.language.percent(&search.percent(&context.dossier).to_string());
    format!("{} {} {percent}", context.strings().searching, context.glyph(glyphs::ELLIPSIS))
}

/// `2 in the article, 1 in the translation`: hits in words of both, each counted apart; none where the translation has none.
pub fn hits_in_both(language: Language, search: &Search) -> Option<String> {
    let (article, translation) = (search.hits().len(), search.translated().len());
    let counts = [article, translation].map(|count| language.count(count));
    let text = language.strings().hits_in_both;
    (translation > 0)
        .then(|| counts.iter().fold(text.to_owned(), |text, count| text.replacen("{}", count, 1)))
}

/// How many passages name an actor, and how many of these are inferred: `3 passages (1 inferred)`.
pub fn passages(context: &Context, actor: &Id) -> String {
    let (all, inferred) = facts::passage_counts(&context.dossier, actor);
    let all = counted(context.language, all, &context.strings().passage);
    if inferred == 0 {
        return all;
    }
    let of_them = context.strings().of_them_inferred.replace("{}", &context.language.count(inferred));
    format!("{all} ({of_them})")
}

/// What the status line says of the selection: its name, and how much hangs on it.
pub fn summary(context: &Context, of: &Ref) -> String {
    let language = context.language;
    let strings = context.strings();
    let mut parts = vec![name(context, of)];
    let mark = facts::mark(&context.dossier, context.faults(), of);
    let is_broken = mark == Mark::Broken;
    match of.kind {
        Kind::Actor => parts.push(passages(context, &of.id)),
        Kind::Event if mark == Mark::Perhaps => parts.push(strings.perhaps_meant.to_owned()),
        Kind::Event if mark == Mark::Inferred => parts.push(strings.standing_inferred.to_owned()),
        Kind::Claim => {
            if let Mark::Assessed(judged) = mark {
                parts.insert(0, assessment(language, judged).to_owned());
            }
        }
        Kind::Gap => parts.insert(0, strings.gap.one.to_owned()),
        Kind::Link => parts.extend(context.dossier.article.link(&of.id).map(|link| link.address.to_string())),
        // Of what is broken it is not known where it comes from.
        _ if context.lit().passages.is_empty() && !is_broken => parts.push(strings.background.to_owned()),
        _ => {}
    }
    if is_broken {
        parts.insert(0, strings.standing_broken.to_owned());
    }
    // Actors, places and series are what figures and statements are about, not what hangs on the selection.
    let is_counted = |kind: &Kind| !matches!(kind, Kind::Actor | Kind::Series | Kind::Place | Kind::Link);
    let mut kinds: Vec<Kind> = Kind::ALL.into_iter().filter(is_counted).collect();
    kinds.sort_by_key(|kind| *kind != Kind::Relation);
    for of_kind in kinds {
        let number = context.lit().count(of_kind) - usize::from(of.kind == of_kind);
        if number > 0 {
            // What rests on a source by way of those that repeat it is not counted.
            let forms = match (of.kind, of_kind) {
                (Kind::Source, Kind::Claim) => &strings.claims_citing,
                _ => strings.kind(of_kind),
            };
            parts.push(counted(language, number, forms));
        }
    }
    context.joined(&parts)
}
