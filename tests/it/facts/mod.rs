//! Every thing of a dossier in every state, in every output: what is so is so in all of them.
//!
//! What each output says is compared with the facts. It may say less of a thing, but nothing else: the same assessment or
//! that it is withheld, where a thing comes from, when it was, which sources there are and whether we read them, how many
//! origins, which quotations and what each is worth, which links.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod harbour;
mod port;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fundstelle::dossier::{Assessment, Id, Kind, Ref};
use fundstelle::export::{self, Options, citation};
use fundstelle::facts::{self, Detail, Facts, Label, Moment, Quotation, Sources, State, Value};
use fundstelle::i18n::language::Language;
use fundstelle::load::Loaded;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::signs;
use fundstelle::protocol::context::Context;
use fundstelle::protocol::{names, words};
use port::{card_of, everything, port, stop_of, with_context};
use roxmltree::{Document, Node, ParsingOptions};

const LANGUAGES: [Language; 2] = [Language::De, Language::En];

/// What the interface says in a language.
struct Phrases {
    broken: &'static str,
    /// On a card, before the key that says more.
    card_broken: &'static str,
    card_faulty: &'static str,
    document_broken: &'static str,
    document_faulty: &'static str,
    read: &'static str,
    unread: &'static str,
    out_of: &'static str,
    as_we_read_it: &'static str,
    quoted_was: &'static str,
    ambiguous: &'static str,
    lost: &'static str,
    hedge_unconfirmed: &'static str,
    attribution_unconfirmed: &'static str,
    row_left_out: &'static str,
}

const GERMAN: Phrases = Phrases {
    broken: "kein gültiger Beleg",
    card_broken: "Kein gültiger Beleg (e",
    card_faulty: "Dieser Eintrag hat einen Fehler (e",
    document_broken: "Kein gültiger Beleg: „fundstelle check“ sagt, warum.",
    document_faulty: "Dieser Eintrag hat einen Fehler: „fundstelle check“ sagt, welchen.",
    read: "gelesen am",
    unread: "nicht gelesen",
    out_of: "von",
    as_we_read_it: "Der Artikel, von uns gedeutet",
    quoted_was: "Bisher zitiert",
    ambiguous: "Kommt mehrmals im Artikel vor, kein Beleg",
    lost: "Nicht im Artikel, kein Beleg",
    hedge_unconfirmed: "Vorbehalt nicht bestätigt, kein Beleg",
    attribution_unconfirmed: "Zuschreibung nicht bestätigt, kein Beleg",
    row_left_out: "1 Zeile ausgelassen",
};

const ENGLISH: Phrases = Phrases {
    broken: "no valid evidence",
    card_broken: "No valid evidence (e",
    card_faulty: "This entry has an error (e",
    document_broken: "No valid evidence: “fundstelle check” says why.",
    document_faulty: "This entry has an error: “fundstelle check” says which.",
    read: "read on",
    unread: "not read by us",
    out_of: "of",
    as_we_read_it: "The article, as we read it",
    quoted_was: "Was quoted",
    ambiguous: "Occurs more than once in the article, no evidence",
    lost: "Not in the article, no evidence",
    hedge_unconfirmed: "Hedge not confirmed, no evidence",
    attribution_unconfirmed: "Attribution not confirmed, no evidence",
    row_left_out: "1 row left out",
};

fn phrases(context: &Context) -> &'static Phrases {
    match context.language {
        Language::De => &GERMAN,
        Language::En => &ENGLISH,
    }
}

/// What the outputs say of one thing, without blanks, so that it does not matter where lines break.
struct Said {
    card: String,
    /// The same as its lines.
    card_lines: Vec<String>,
    /// None of what no stop can show.
    tour: Option<String>,
    copy: String,
    /// Its entry in each kind of document; none of what has none, as places have none.
    documents: BTreeMap<&'static str, String>,
    /// Where its entry on the page leads.
    page_links: BTreeSet<String>,
    page_quotations: usize,
    /// The sign at its name on the page.
    page_sign: Option<String>,
}

/// Without blanks, the bars that run along a text, the marks of a change of wording, and what keeps Markdown from seeing
/// marks of its own.
fn squeezed(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !"▏┊\\".contains(*c)).collect();
    ["[-", "-]", "[+", "+]"].iter().fold(text, |text, mark| text.replace(mark, ""))
}

/// A line without what `squeezed` leaves out, but with its sign.
fn squeezed_line(line: &str) -> String {
    let sign = line.trim_start().chars().next().unwrap_or_default();
    format!("{sign}{}", squeezed(line.trim_start().trim_start_matches(sign)))
}

fn has(text: &str, words: &str) -> bool {
    text.contains(&squeezed(words))
}

fn count(text: &str, words: &str) -> usize {
    text.matches(&squeezed(words)).count()
}

/// The documents of a dossier, each cut into the entries of its things by the name that heads them.
struct Documents {
    page: String,
    markdown: String,
    text: String,
}

impl Documents {
    fn of(loaded: &Loaded, language: Language) -> Self {
        let options = Options { language, with_notes: false };
        Self {
            page: export::html(loaded, options),
            markdown: export::markdown(loaded, options),
            text: export::text(loaded, options),
        }
    }

    /// The paragraph that begins with a name, perhaps after a number or a date; none where there is none.
    fn in_text(&self, name: &str) -> Option<String> {
        let name = squeezed(name);
        let is_it = |paragraph: &&str| {
            let mut lines = paragraph.trim_start_matches('\n').lines();
            let first = lines.next().unwrap_or_default();
            let is_entry = !first.starts_with(' ') && paragraph.contains("\n    ");
            // Lines of the head begin below its words, not four blanks in.
            let more = lines.take_while(|line| line.starts_with("  ") && !line.starts_with("    "));
            let head = squeezed(&std::iter::once(first).chain(more).collect::<String>());
            let head = head.trim_start_matches('!');
            let head = head.split_once(']').filter(|_| head.starts_with('[')).map_or(head, |(_, head)| head);
            is_entry && (head == name || head.ends_with(&format!(":{name}")))
        };
        let found: Vec<&str> = self.text.split("\n\n").filter(is_it).collect();
        assert!(found.len() < 2, "{name}: {found:?}");
        found.first().map(|entry| squeezed(entry))
    }

    /// What stands between the heading that ends in a name and the next one; of a source its footnote.
    fn in_markdown(&self, item: &Ref, name: &str) -> Option<String> {
        if item.kind == Kind::Source {
            let mark = format!("[^{}]:", anchor(item, None));
            return self.markdown.lines().find(|line| line.starts_with(&mark)).map(squeezed);
        }
        let name = squeezed(name);
        let mut found = None;
        for part in self.markdown.split("\n#") {
            let (head, rest) = part.split_once('\n').unwrap_or((part, ""));
            let head = squeezed(head);
            let head = head.trim_start_matches('#').trim_start_matches('!');
            let plain: String = head.chars().skip(1).collect();
            if plain == name || head == name || plain.ends_with(&format!(":{name}")) {
                assert!(found.is_none(), "{name} stands over two entries");
                found = Some(squeezed(rest.split("\n---\n").next().unwrap()) + head);
            }
        }
        found
    }
}

/// What a thing is found by within a page.
fn anchor(item: &Ref, place: Option<usize>) -> String {
    match (item.kind, place) {
        (Kind::Observation | Kind::Link, Some(place)) => format!("{}--{place}", item.kind.word()),
        _ => format!("{}-{}", item.kind.word(), item.id),
    }
}

fn text_of(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// All that is said of a thing.
fn said(context: &Context, documents: &Documents, page: &Document, item: &Ref) -> Said {
    let name = names::name(context, item);
    let card = card_of(context, item);
    let place = context.dossier.index_of(item);
    let entry = page.descendants().find(|node| node.attribute("id") == Some(&anchor(item, place)));
    let entry = entry.filter(|entry| entry.attribute("class").is_some_and(|class| class.contains("entry")));
    let mut said = Said {
        card_lines: card.lines().map(str::to_owned).collect(),
        card: squeezed(&card),
        tour: stop_of(context, item).map(|stop| squeezed(&stop)),
        copy: squeezed(&citation::of_thing(context, item)),
        documents: BTreeMap::new(),
        page_links: BTreeSet::new(),
        page_quotations: 0,
        page_sign: None,
    };
    let Some(entry) = entry else { return said };
    let lists = entry.descendants().filter(|node| node.has_tag_name("ul") || node.has_tag_name("dt"));
    let lists: Vec<Node> = lists.collect();
    let links = lists.iter().flat_map(Node::descendants).filter_map(|node| node.attribute("href"));
    let own = |to: &&str| !to.starts_with("#stop-") && !to.starts_with("#name-");
    said.page_links = links.filter(own).map(|to| to.trim_start_matches('#').to_owned()).collect();
    said.page_quotations = entry.descendants().filter(|node| node.has_tag_name("blockquote")).count();
    let sign = entry
        .descendants()
        .find(|node| node.attribute("class") == Some("sign") && node.attribute("aria-hidden").is_some());
    said.page_sign = sign.map(text_of);
    said.documents.insert("page", squeezed(&text_of(entry)));
    // These write the name as a source's reader would.
    said.documents.insert("text", documents.in_text(&name).unwrap_or_else(|| panic!("no text on {item}")));
    let markdown = documents.in_markdown(item, &name).unwrap_or_else(|| panic!("no Markdown on {item}"));
    said.documents.insert("Markdown", markdown);
    said
}

/// A thing, what is said of it, and in which language.
type Walked = (Language, Ref, Said);

/// The dossier, and what is said of each of its things in each language. It takes a while, so all tests share it.
static PORT: LazyLock<(Loaded, Vec<Walked>)> = LazyLock::new(|| {
    let loaded = port();
    let mut all = Vec::new();
    for language in LANGUAGES {
        let documents = Documents::of(&loaded, language);
        let parsing = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let page = Document::parse_with_options(&documents.page, parsing).unwrap();
        with_context(&loaded, language, |context| {
            for item in everything(&loaded) {
                let said = said(context, &documents, &page, &item);
                all.push((language, item, said));
            }
        });
    }
    (loaded, all)
});

/// Walks every thing of the dossier in both languages.
fn walk(then: impl Fn(&Context, &Facts, &Said)) {
    let (loaded, all) = &*PORT;
    for (language, item, said) in all {
        with_context(loaded, *language, |context| {
            then(context, &facts::of(&context.dossier, context.faults(), item), said);
        });
    }
}

impl Said {
    /// Every output, with what it is called; those of documents only where the thing has an entry.
    fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let documents = self.documents.iter().map(|(name, text)| (*name, &**text));
        let tour = self.tour.as_deref().map(|tour| ("tour", tour));
        [("card", &*self.card), ("copy", &*self.copy)].into_iter().chain(tour).chain(documents)
    }

    /// All but the tour, which shows only part of most things.
    fn whole(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.all().filter(|(name, _)| *name != "tour")
    }
}

fn lists_of_sources<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = (Label, &'f Sources<'a>)> {
    facts.facts.iter().filter_map(|fact| match &fact.value {
        Value::Sources(sources) => Some((fact.label, sources)),
        _ => None,
    })
}

fn quotations<'f, 'a>(facts: &'f Facts<'a>) -> impl Iterator<Item = (Label, &'f Quotation<'a>)> {
    facts.facts.iter().flat_map(|fact| {
        let quotations = match &fact.value {
            Value::Quotations(list) => &list.quotations[..],
            _ => &[],
        };
        quotations.iter().map(move |quotation| (fact.label, quotation))
    })
}

/// Every kind in every state is there: what is not cannot be compared.
#[test]
fn the_dossier_has_every_state() {
    let (loaded, _) = &*PORT;
    let (mut states, mut moments, mut judged) = (Vec::new(), Vec::new(), Vec::new());
    let (mut kinds, mut labels, mut provenances) = (Vec::new(), Vec::new(), Vec::new());
    let (mut unread, mut repeated, mut faulty) = (0, 0, 0);
    with_context(loaded, Language::En, |context| {
        for item in everything(loaded) {
            let facts = facts::of(&context.dossier, context.faults(), &item);
            kinds.push(item.kind);
            assert_ne!(names::name(context, &item), item.to_string(), "it has a name");
            labels.extend(facts.facts.iter().map(|fact| fact.label));
            states.extend(quotations(&facts).map(|(_, quotation)| quotation.state));
            moments.extend(facts.moment());
            faulty += usize::from(facts.is_faulty);
            for fact in &facts.facts {
                match &fact.value {
                    Value::Judgement(assessment) => judged.push(*assessment),
                    Value::Provenance(standing, inferred) => {
                        provenances.push(format!("{standing:?} {inferred}"));
                    }
                    Value::Sources(sources) => {
                        unread += sources.unread();
                        repeated += usize::from(
                            sources.origins.is_some_and(|origins| origins < sources.sources.len()),
                        );
                    }
                    _ => {}
                }
            }
        }
    });
    for kind in Kind::ALL {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    let all = [
        State::Exact,
        State::Inferred,
        State::Candidate,
        State::Reworded,
        State::Ambiguous,
        State::Lost,
        State::UnconfirmedHedge,
        State::UnconfirmedAttribution,
    ];
    for state in all {
        assert!(states.contains(&state), "{state:?}");
    }
    for moment in [Moment::Before, Moment::PerhapsAfter, Moment::After, Moment::Undated] {
        assert!(moments.contains(&moment), "{moment:?}");
    }
    let assessments =
        [Assessment::BorneOut, Assessment::Qualified, Assessment::Contradicted, Assessment::Open];
    for judgement in assessments.map(Some).into_iter().chain([None]) {
        assert!(judged.contains(&judgement), "{judgement:?}");
    }
    for provenance in ["Article false", "Article true", "Both false", "Background false", "Broken false"] {
        assert!(provenances.iter().any(|found| found == provenance), "{provenance}");
    }
    for label in Label::ALL {
        assert!(labels.contains(label), "{label:?}");
    }
    assert!(unread > 0 && repeated > 0 && faulty > 0);
}

/// Places stand in no document, figures in the table of their series, links in the article.
#[test]
fn documents_have_an_entry_for_all_other_things() {
    walk(|_, facts, said| {
        let has_none = matches!(facts.item.kind, Kind::Place | Kind::Observation | Kind::Link);
        assert_eq!(said.documents.is_empty(), has_none, "{}", facts.item);
    });
}

#[test]
fn a_claim_is_judged_alike_everywhere_or_nowhere() {
    walk(|context, facts, said| {
        let Some(Value::Judgement(judged)) = facts.get(Label::Judgement).map(|fact| &fact.value) else {
            return;
        };
        let all = [Assessment::BorneOut, Assessment::Qualified, Assessment::Contradicted, Assessment::Open];
        for other in all {
            let word = names::assessment(context.language, other);
            let is_so = *judged == Some(other);
            let item = &facts.item;
            let loud = word.to_uppercase();
            assert_eq!(has(&said.card, &loud), is_so, "card of {item}: {word}\n{}", said.card);
            assert_eq!(has(said.tour.as_ref().unwrap(), &loud), is_so, "tour of {item}: {word}");
            let line = format!("**{}:** {word}", words::label(context.language, Label::Judgement));
            assert_eq!(has(&said.copy, &line), is_so, "copy of {item}: {word}\n{}", said.copy);
            for (output, text) in &said.documents {
                let lead = format!("· {word}: {}", names::name(context, item));
                let lead = if *output == "page" { lead.replacen(": ", "", 1) } else { lead };
                assert_eq!(has(text, &lead), is_so, "{output} on {item}: {word}\n{text}");
            }
        }
        let broken = phrases(context).broken;
        for (output, text) in said.all() {
            let shown = if said.documents.contains_key(output) {
                // What it is linked to may be broken as well.
                let lead = format!("· {broken}: {}", names::name(context, &facts.item));
                has(text, &if output == "page" { lead.replacen(": ", "", 1) } else { lead })
            } else {
                let capital = names::capitalized(broken);
                [broken, &*capital, phrases(context).card_broken].iter().any(|words| has(text, words))
            };
            assert_eq!(shown, judged.is_none(), "{output} on {}\n{text}", facts.item);
        }
    });
}

#[test]
fn faults_are_shown_wherever_a_thing_is() {
    walk(|context, facts, said| {
        let phrases = phrases(context);
        for (is_so, card, document) in [
            (facts.is_broken, phrases.card_broken, phrases.document_broken),
            (facts.is_faulty, phrases.card_faulty, phrases.document_faulty),
        ] {
            assert_eq!(has(&said.card, card), is_so, "card of {}", facts.item);
            for (output, text) in &said.documents {
                // A footnote has its sign alone.
                if (*output, facts.item.kind) != ("Markdown", Kind::Source) {
                    assert_eq!(has(text, document), is_so, "{output} on {}\n{text}", facts.item);
                }
            }
        }
        let copy = has(&said.copy, phrases.document_broken) || has(&said.copy, phrases.broken);
        assert_eq!(copy, facts.is_broken, "copy of {}\n{}", facts.item, said.copy);
        assert_eq!(has(&said.copy, phrases.document_faulty), facts.is_faulty, "copy of {}", facts.item);
        if let Some(tour) = &said.tour {
            let broken = names::capitalized(phrases.broken);
            assert_eq!(has(tour, &broken), facts.is_broken, "tour of {}\n{tour}", facts.item);
            assert_eq!(has(tour, phrases.card_faulty), facts.is_faulty, "tour of {}\n{tour}", facts.item);
        }
    });
}

#[test]
fn where_a_thing_comes_from_is_the_same_everywhere() {
    walk(|context, facts, said| {
        for fact in &facts.facts {
            if let Value::Provenance(standing, inferred) = fact.value {
                let line = words::provenance(context, standing, inferred);
                let line = format!("**{}:** {line}", words::label(context.language, Label::Provenance));
                let copy = said.copy.split(&squeezed(&line)).nth(1);
                let rest = copy.unwrap_or_else(|| panic!("{line}: copy of {}\n{}", facts.item, said.copy));
                assert!(!rest.starts_with('·'), "{line}: copy of {}", facts.item);
            }
            // What is said of it stands beside the sign of where that comes from.
            if let (Some(mark), Value::Text(text)) = (fact.mark, &fact.value) {
                let text = context.text(text);
                let sign = signs::of_mark(mark).glyph.get(Glyphs::Unicode);
                let own = format!("{sign} {text}");
                let headed = format!("{sign} {}", words::label(context.language, fact.label));
                let lines = &said.card_lines;
                let found = match fact.label {
                    // The series' line comes before what it counts.
                    Label::SeriesDefinition => true,
                    // These need no heading.
                    Label::Role | Label::Summary | Label::Definition | Label::FigureNote => {
                        lines.iter().any(|line| line.trim() == own)
                    }
                    _ => lines.windows(2).any(|pair| pair[0].trim() == headed && pair[1].trim() == text),
                };
                assert!(found, "{own} or {headed}: card of {}\n{}", facts.item, lines.join("\n"));
            }
        }
        let word = words::mark(context.language, facts.mark);
        let glyph = signs::of_mark(facts.mark).glyph.get(Glyphs::Unicode);
        if let Some(page) = said.documents.get("page") {
            assert_eq!(said.page_sign.as_deref(), Some(glyph), "page on {}", facts.item);
            assert!(has(page, word), "{word}: page on {}\n{page}", facts.item);
        }
        if facts.item.kind == Kind::Event {
            for output in ["text", "Markdown"] {
                let text = &said.documents[output];
                assert!(has(text, &format!("{word} ·")), "{word}: {output} on {}\n{text}", facts.item);
            }
        }
    });
}

#[test]
fn what_a_thing_is_and_when_it_was_is_the_same_everywhere() {
    walk(|context, facts, said| {
        let details: Vec<String> =
            facts.details().filter_map(|detail| words::detail(context, detail)).collect();
        // The date of an event stands before its name, and what a source is in the copy within its reference.
        let dated: Vec<String> = facts
            .details()
            .filter(|detail| !matches!(detail, Detail::Date(_)))
            .filter_map(|detail| words::detail(context, detail))
            .collect();
        if !details.is_empty() {
            let line = context.joined(&details);
            assert!(has(&said.card, &line), "{line}: card of {}\n{}", facts.item, said.card);
            for (output, text) in &said.documents {
                let line = context.joined(&dated);
                assert!(has(text, &line), "{line}: {output} on {}\n{text}", facts.item);
            }
            if facts.item.kind != Kind::Source {
                // What else an actor is called, its quotations show.
                let shown = facts.details().filter(|detail| !matches!(detail, Detail::AlsoCalled(..)));
                let shown: Vec<String> = shown.filter_map(|detail| words::detail(context, detail)).collect();
                let line = context.joined(&shown);
                assert!(has(&said.copy, &line), "{line}: copy of {}\n{}", facts.item, said.copy);
            }
        }
        let Some(moment) = facts.moment() else { return };
        for other in [Moment::PerhapsAfter, Moment::After] {
            let phrase = words::moment(context.language, other).unwrap();
            for (output, text) in said.all().filter(|(output, _)| *output != "tour") {
                let shown = has(text, &format!("· {phrase}"));
                assert_eq!(shown, moment == other, "{phrase}: {output} on {}\n{text}", facts.item);
            }
            // Where the evidence is broken a stop says only that.
            let tour = said.tour.as_ref().unwrap();
            let loud = squeezed(&phrase.to_uppercase());
            let perhaps =
                squeezed(&words::moment(context.language, Moment::PerhapsAfter).unwrap().to_uppercase());
            let shown = tour.replace(&perhaps, if loud == perhaps { &loud } else { "" }).contains(&loud);
            assert_eq!(
                shown,
                moment == other && !facts.is_broken,
                "{phrase}: tour of {}\n{tour}",
                facts.item
            );
        }
    });
}

/// What a tree says of a source beside what it is called. Whom it repeats is said only where it does not stand below that one.
fn in_tree(language: Language, id: &Id, sources: &Sources) -> String {
    let is_cited = |other: &str| sources.sources.iter().any(|source| source.id.as_str() == other);
    let (german, english) = match id.as_str() {
        "minutes" => ("gelesen am 1.3.2026", "read on 1 Mar 2026"),
        "echo" | "loose" => ("gelesen am 4.3.2026", "read on 4 Mar 2026"),
        "wire" if is_cited("echo") => ("nicht gelesen", "not read by us"),
        "wire" => ("nicht gelesen · nach Evening Echo", "not read by us · repeats Evening Echo"),
        "rumour" => ("nicht gelesen · Ursprung unbekannt", "not read by us · origin unknown"),
        _ => ("nicht gelesen", "not read by us"),
    };
    match language {
        Language::De => german.to_owned(),
        Language::En => english.to_owned(),
    }
}

#[test]
fn sources_and_whether_we_read_them_are_the_same_everywhere() {
    walk(|context, facts, said| {
        let (read, unread) = (phrases(context).read, phrases(context).unread);
        let readings = |text: &str| (count(text, read), count(text, unread));
        let mut expected = (0, 0);
        let mut own = (0, 0);
        for (label, sources) in lists_of_sources(facts) {
            for source in &sources.sources {
                let publication = names::publication(context, source);
                let reading = words::reading(context, source);
                let repeats = words::repeats(context, source).map(|repeats| format!("· {repeats}"));
                let line = format!("{reading} {}", repeats.unwrap_or_default());
                // On a card where one repeats another it stands below that one.
                let branch = sources.tree.branches.iter().find(|branch| branch.source.id == source.id);
                let branch = branch.filter(|_| sources.tree.has_repeats());
                let in_tree = branch.map(|_| in_tree(context.language, &source.id, sources));
                for (output, text) in said.whole() {
                    let line = in_tree.as_ref().filter(|_| output == "card").unwrap_or(&line);
                    let is_part = match output {
                        // What a source repeats is left out of what is copied but for its reference.
                        "copy" => label == Label::Sources,
                        "Markdown" => facts.item.kind != Kind::Source,
                        _ => true,
                    };
                    if is_part {
                        assert!(has(text, &publication), "{publication}: {output} on {}\n{text}", facts.item);
                        assert!(has(text, line), "{line}: {output} on {}\n{text}", facts.item);
                    }
                }
            }
            let (all, not) = (sources.sources.len(), sources.unread());
            expected = (expected.0 + all - not, expected.1 + not);
            if label == Label::Sources {
                own = (all - not, not);
            }
        }
        if let Some(source) =
            context.dossier.source(&facts.item.id).filter(|_| facts.item.kind == Kind::Source)
        {
            own = if source.accessed.is_some() { (1, 0) } else { (0, 1) };
            expected = (expected.0 + own.0, expected.1 + own.1);
        }
        for (output, text) in said.whole() {
            let expected = match output {
                "copy" => own,
                // A footnote names those it repeats.
                "Markdown" if facts.item.kind == Kind::Source => own,
                _ => expected,
            };
            assert_eq!(readings(text), expected, "{output} on {}\n{text}", facts.item);
        }
        if let (Some(tour), Some(sources)) = (&said.tour, shown_at_a_stop(context, facts)) {
            let named = sources.sources.iter().take(2).map(|source| names::publication(context, source));
            for publication in named.filter(|_| facts.item.kind != Kind::Series) {
                assert!(has(tour, &publication), "{publication}: tour of {}\n{tour}", facts.item);
            }
            let (unread, all) = (sources.unread(), sources.sources.len());
            let language = context.language;
            let line =
                format!("{} {} {}", language.count(unread), phrases(context).out_of, language.count(all));
            let line = format!("{line} {}", phrases(context).unread);
            assert_eq!(has(tour, &line), unread > 0, "{line}: tour of {}\n{tour}", facts.item);
            assert_eq!(
                count(tour, phrases(context).unread),
                usize::from(unread > 0),
                "tour of {}",
                facts.item
            );
        }
    });
}

/// The sources whose number a stop says: of figures those of the newest, which it shows; of a source itself.
fn shown_at_a_stop<'a>(context: &'a Context, facts: &Facts<'a>) -> Option<Sources<'a>> {
    if facts.item.kind == Kind::Source {
        return Some(Sources::of(&context.dossier, &[&facts.item.id]));
    }
    match facts.figures() {
        Some(figures) => Some(Sources::of_figures(&context.dossier, &facts::newest(figures))),
        None => facts.sources().cloned(),
    }
}

#[test]
fn there_are_as_many_origins_everywhere() {
    walk(|context, facts, said| {
        let mut possible: BTreeSet<String> = BTreeSet::new();
        for origins in 0..9 {
            possible.insert(squeezed(&words::origins(context.language, origins)));
        }
        let found = |text: &str| {
            let found = possible.iter().filter(|origins| text.contains(&***origins));
            // `at most 3 origins` holds no `3 origins`, `11 origins` no one.
            found.cloned().collect::<Vec<_>>()
        };
        let own = |sources: Option<&Sources>| {
            let origins = sources.and_then(|sources| sources.origins);
            let own = origins.map(|origins| squeezed(&words::origins(context.language, origins)));
            own.into_iter().collect::<Vec<_>>()
        };
        for (output, text) in said.whole() {
            assert_eq!(found(text), own(facts.sources()), "{output} on {}\n{text}", facts.item);
        }
        if let Some(tour) = &said.tour {
            let sources = shown_at_a_stop(context, facts);
            assert_eq!(found(tour), own(sources.as_ref()), "tour of {}\n{tour}", facts.item);
        }
    });
}

#[test]
fn quotations_and_what_they_are_worth_are_the_same_everywhere() {
    walk(|context, facts, said| {
        let (phrases, item) = (phrases(context), &facts.item);
        for (label, quotation) in quotations(facts) {
            let quoted = format!("“{}”", quotation.words);
            let sign = match quotation.state {
                State::Exact => "▏",
                State::Inferred => "∴",
                State::Candidate => "⇢",
                _ => "!",
            };
            // A link is shown with the words around it.
            if item.kind != Kind::Link {
                let (hedge, attribution) = (phrases.hedge_unconfirmed, phrases.attribution_unconfirmed);
                let line = match quotation.state {
                    State::UnconfirmedHedge => format!("{sign} {hedge}: {quoted}"),
                    State::UnconfirmedAttribution => format!("{sign} {attribution}: {quoted}"),
                    State::Reworded => format!("{sign} {}: {quoted}", phrases.quoted_was),
                    _ => format!("{sign} {quoted}"),
                };
                let found = said.card_lines.iter().any(|own| squeezed_line(own) == squeezed_line(&line));
                assert!(found, "{line}: card of {item}\n{}", said.card_lines.join("\n"));
                assert!(has(&said.card, &quoted), "{quoted}: card of {item}");
            }
            // A copy may quote the whole sentence.
            assert!(has(&said.copy, quotation.words), "{quoted}: copy of {item}\n{}", said.copy);
            let why = words::broken_quotation(context.language, quotation.state);
            if let Some(why) = why {
                assert!(has(&said.copy, &format!("{why}: {quoted}")), "{why}: copy of {item}\n{}", said.copy);
            }
            let read = match quotation.state {
                State::Exact => words::label(context.language, label),
                State::Inferred => phrases.as_we_read_it.to_owned(),
                State::Candidate => words::label(context.language, Label::PerhapsMeant),
                State::Reworded => phrases.quoted_was.to_owned(),
                State::Ambiguous => phrases.ambiguous.to_owned(),
                State::Lost => phrases.lost.to_owned(),
                State::UnconfirmedHedge => phrases.hedge_unconfirmed.to_owned(),
                State::UnconfirmedAttribution => phrases.attribution_unconfirmed.to_owned(),
            };
            for (output, text) in &said.documents {
                assert!(has(text, &quoted), "{quoted}: {output} on {item}\n{text}");
                assert!(has(text, &read), "{read}: {output} on {item}\n{text}");
            }
        }
        let lists = quotations(facts).filter(|_| !said.documents.is_empty());
        let quoted = lists.map(|(_, quotation)| 1 + usize::from(quotation.state == State::Reworded));
        assert_eq!(said.page_quotations, quoted.sum::<usize>(), "page on {item}");
        let Some(tour) = &said.tour else { return };
        // A stop shows the first two of each list, what no longer stands before all else.
        for fact in &facts.facts {
            let is_left_out = match fact.label {
                Label::Words => item.kind == Kind::Actor && facts.get(Label::Mentions).is_some(),
                Label::MissingMentions => facts.get(Label::Mentions).is_some(),
                Label::PerhapsMeant => facts.get(Label::Words).is_some(),
                _ => false,
            };
            let Value::Quotations(list) = &fact.value else { continue };
            let (broken, sound): (Vec<_>, Vec<_>) = list.quotations.iter().partition(|one| one.is_broken());
            let shown = broken.iter().filter(|one| !one.state.is_beside()).chain(&sound).take(2);
            let shown = shown.filter(|one| fact.label != Label::PerhapsMeant || !one.is_broken());
            for quotation in shown.filter(|_| !is_left_out) {
                assert!(has(tour, &format!("“{}”", quotation.words)), "tour of {item}\n{tour}");
            }
            if let Some(hedge) = list.hedge {
                for (output, text) in said.all() {
                    assert!(has(text, &format!("“{hedge}”")), "{hedge}: {output} on {item}\n{text}");
                }
            }
            let others = list.attribution.map(|words| format!("“{words}”"));
            for to in list.attributed_to.iter().map(|actor| names::name(context, actor)).chain(others) {
                for (output, text) in said.whole() {
                    assert!(has(text, &to), "{to}: {output} on {item}\n{text}");
                }
            }
        }
    });
}

#[test]
fn links_are_the_same_wherever_links_are_shown() {
    walk(|context, facts, said| {
        let (dossier, item) = (&context.dossier, &facts.item);
        let mut links: Vec<(Label, Ref)> = Vec::new();
        for fact in &facts.facts {
            match &fact.value {
                Value::Links(things) => links.extend(things.iter().map(|thing| (fact.label, thing.clone()))),
                Value::Sources(list) => {
                    links.extend(list.sources.iter().map(|source| (fact.label, source.to_ref())));
                }
                Value::Figures(figures) => {
                    links.extend(figures.iter().map(|figure| (fact.label, figure.to_ref())));
                }
                _ => {}
            }
        }
        for (label, to) in &links {
            let name = names::name(context, to);
            assert!(has(&said.card, &name), "{to}: card of {item}\n{}", said.card);
            if !matches!(label, Label::Sources | Label::Figures | Label::OtherLinks) {
                let heading = words::label(context.language, *label);
                assert!(has(&said.card, &heading), "{heading}: card of {item}");
            }
            for (output, text) in &said.documents {
                // Places have no entry; a footnote says only what a source is.
                let is_shown = (to.kind != Kind::Place || *label == Label::NoValueFor)
                    && !(item.kind == Kind::Series && *label == Label::Figures)
                    && (*output != "Markdown" || item.kind != Kind::Source);
                assert!(!is_shown || has(text, &name), "{to}: {output} on {item}\n{text}");
            }
        }
        if said.documents.is_empty() {
            return;
        }
        let with_entry = links.iter().filter(|(label, to)| {
            to.kind != Kind::Place && !(item.kind == Kind::Series && *label == Label::Figures)
        });
        let expected: BTreeSet<String> = with_entry.map(|(_, to)| anchor(to, dossier.index_of(to))).collect();
        assert_eq!(said.page_links, expected, "page on {item}");
    });
}

#[test]
fn what_is_said_in_words_is_said_everywhere() {
    walk(|context, facts, said| {
        for fact in &facts.facts {
            let text = match &fact.value {
                Value::Text(text) => context.text(text),
                Value::Verbatim(text) => (*text).to_owned(),
                Value::Count(count) => {
                    assert_eq!(*count, 1);
                    phrases(context).row_left_out.to_owned()
                }
                _ => continue,
            };
            for (output, shown) in said.all() {
                assert!(has(shown, &text), "{text}: {output} on {}\n{shown}", facts.item);
            }
        }
    });
}
