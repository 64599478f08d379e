//! A dossier of an article that nobody has prepared, made by keys alone: how many that takes, and that it is sound.

use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};
use fundstelle::look::theme::Role;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::Desk;

/// The most keys, besides one's own words.
const MOST_KEYS: usize = 400;

/// What is made of a sentence, in the order of the article.
struct Sentence {
    begins: &'static str,
    /// Whether it asserts something, and whether a source was found for it.
    claim: Claim,
    /// The title and the kind of an event.
    event: Option<(&'static str, &'static str)>,
    /// A name in it, and what it is the name of.
    actor: Option<(&'static str, &'static str)>,
}

/// What is to become of what a sentence asserts.
enum Claim {
    None,
    Open,
    /// It is assessed by a source of this outlet at this address.
    Assessed(&'static str, &'static str),
}

struct Work {
    language: Language,
    article: &'static str,
    dossier: &'static str,
    /// How a claim is assessed that a source was found for.
    assessment: &'static str,
    sentences: &'static [Sentence],
}

macro_rules! sentences {
    ($($begins:literal $(claim $found:expr)?; $(event $title:literal $event:literal;)? $(actor $name:literal $kind:literal;)?)*) => {
        &[$(Sentence {
            begins: $begins,
            claim: sentences!(@claim $($found)?),
            event: sentences!(@option $(($title, $event))?),
            actor: sentences!(@option $(($name, $kind))?),
        }),*]
    };
    (@claim) => { Claim::None };
    (@claim $value:expr) => { $value };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
}

const GERMAN: Work = Work {
    language: Language::De,
    article: include_str!("articles/de.txt"),
    dossier: "# Handgeschrieben.\nformat = 1\nid = \"faehren\"\ntitle = \"Fähren\"\n\n[article]\nfile = \"article.txt\"\n\
              language = \"de\"\npublished = \"2026-03-05\"\n# Ende.\n",
    assessment: "belegt",
    sentences: sentences! {
        "Die Reederei Nordlicht will" claim Claim::Assessed("Reederei Nordlicht", "https://nordlicht.example/batterien");
            actor "Reederei Nordlicht" "Firma";
        "Das gab das Unternehmen"; event "Reederei stellt Pläne vor" "Äußerung";
        "Nach eigenen Angaben" claim Claim::Open;
        "Das Verkehrsministerium hat" claim Claim::Assessed("Amtsblatt", "https://amtsblatt.example/60");
            event "Ministerium sagt Förderung zu" "Entscheidung"; actor "Verkehrsministerium" "Behörde";
        "Ministerin Helga Brandt"; actor "Helga Brandt" "Person";
        "Die Umweltgruppe Wattwacht" claim Claim::Assessed("Tiefenhafener Bote", "https://bote.example/wattwacht");
            actor "Wattwacht" "Gruppe";
        "Ihr Sprecher Jonas Reimer" claim Claim::Open; actor "Jonas Reimer" "Person";
        "Am 12. November 2024"; event "Brand auf der Möwe" "anderes";
        "Seither baut"; actor "Volterra" "Firma";
        "Sein Werk in Ostau"; event "Werk in Ostau eröffnet" "anderes";
        "Laut Volterra" claim Claim::Assessed("Netzblatt", "https://netz.example/ostau");
        "Am 12. Januar 2026"; event "Stadtrat beschließt Ladesäulen" "Entscheidung";
        "Den Auftrag"; actor "Stadtwerke Tiefenhafen" "Firma";
        "Angeblich" claim Claim::Open;
        "Fachleute schätzen" claim Claim::Assessed("Küstenfunk", "https://funk.example/anschluss");
        "Die Gewerkschaft Seewind"; actor "Seewind" "Organisation";
        "Am 2. Februar 2026"; event "Erster Kurs beginnt" "anderes";
    },
};

const ENGLISH: Work = Work {
    language: Language::En,
    article: include_str!("articles/en.txt"),
    dossier: "# By hand.\nformat = 1\nid = \"ferries\"\ntitle = \"Ferries\"\n\n[article]\nfile = \"article.txt\"\n\
              language = \"en\"\npublished = \"2026-03-05\"\n# The end.\n",
    assessment: "borne out",
    sentences: sentences! {
        "The shipping line Northlight" claim Claim::Assessed("Northlight", "https://northlight.example/batteries");
            actor "Northlight" "company";
        "The company announced"; event "The line presents its plans" "statement";
        "By its own account" claim Claim::Open;
        "The Department for Transport" claim Claim::Assessed("Gazette", "https://gazette.example/60");
            event "Department pledges a grant" "decision"; actor "Department for Transport" "agency";
        "The minister, Helen Brand"; actor "Helen Brand" "person";
        "The campaign group Tidewatch" claim Claim::Assessed("Ellery Post", "https://post.example/tidewatch");
            actor "Tidewatch" "group";
        "Its spokesman, Jonah Rymer" claim Claim::Open; actor "Jonah Rymer" "person";
        "On 12 November 2024"; event "Fire on the Gull" "other";
        "Since then the manufacturer"; actor "Volterra" "company";
        "Its plant in Eastmere"; event "Plant in Eastmere opens" "other";
        "According to Volterra" claim Claim::Assessed("Grid Weekly", "https://grid.example/eastmere");
        "On 12 January 2026"; event "Council votes for towers" "decision";
        "The contract went"; actor "Ellery Power" "company";
        "Allegedly" claim Claim::Open;
        "Experts estimate" claim Claim::Assessed("Coast Radio", "https://radio.example/grid");
        "The union Seawind"; actor "Seawind" "organisation";
        "On 2 February 2026"; event "The first course begins" "other";
    },
};

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

impl Desk {
    /// The words that look marked.
    fn marked(&self) -> String {
        let theme = self.screen.app().theme();
        let wears = |cell: &Cell, role: Role| {
            let own = theme.style(role).add_modifier;
            let is_reversed = |modifier: Modifier| modifier.contains(Modifier::REVERSED);
            cell.modifier.contains(own) && is_reversed(cell.modifier) == is_reversed(own)
        };
        let cells = self.screen.buffer().content.iter();
        let marked = cells.filter(|cell| wears(cell, Role::Marked) || wears(cell, Role::MarkedEnd));
        marked.map(Cell::symbol).collect()
    }

    /// Begins to mark, and goes by sentences to the one that begins so.
    fn mark_sentence(&mut self, article: &str, begins: &str) {
        let (article, begins) = (squeezed(article), squeezed(begins));
        let wanted = article.find(&begins).unwrap_or_else(|| panic!("no {begins} in the article"));
        self.press("V");
        for _ in 0..60 {
            let marked = squeezed(&self.marked());
            if marked.starts_with(&begins) {
                return;
            }
            let at = article
                .find(&marked)
                .unwrap_or_else(|| panic!("{marked} is marked:\n{}", self.screen.text()));
            self.press(if at < wanted { "Down" } else { "Up" });
        }
        panic!("{begins} is never marked:\n{}", self.screen.text());
    }

    /// Goes on by names to this one.
    fn mark_name(&mut self, name: &str) {
        for _ in 0..8 {
            self.press("n");
            let wanted = squeezed(name);
            while wanted.starts_with(&squeezed(&self.marked())) && squeezed(&self.marked()) != wanted {
                self.press("Right");
            }
            if squeezed(&self.marked()).contains(&wanted) {
                return;
            }
        }
        panic!("{name} is never marked:\n{}", self.screen.text());
    }
}

fn make(work: &Work) {
    let files = Memory::default().with("article.txt", work.article).with("dossier.toml", work.dossier);
    let mut desk = Desk::open(files, (80, 24), work.language);
    desk.screen.set_today("2026-11-30".parse().expect("a date"));
    let written = |desk: &Desk| desk.text_of("dossier.toml").len();
    for Sentence { begins, claim, event, actor } in work.sentences {
        let mut before = written(&desk);
        let mut assert_written = |desk: &Desk, what: &str| {
            assert!(written(desk) > before, "{what} of {begins:?} is not written:\n{}", desk.screen.text());
            before = written(desk);
        };
        if !matches!(claim, Claim::None) {
            desk.mark_sentence(work.article, begins);
            desk.press("c Enter");
            assert_written(&desk, "the claim");
        }
        if let Claim::Assessed(outlet, address) = claim {
            desk.press("x a");
            desk.choose(work.assessment);
            desk.type_words(outlet).press("Enter Tab").type_words(address);
            // Kind, date of issue, date of reading: today.
            desk.press("Tab Tab Tab Right Enter Enter");
            assert_written(&desk, "the source");
        }
        if let Some((title, kind)) = event {
            desk.mark_sentence(work.article, begins);
            desk.press("e");
            desk.choose(kind);
            desk.type_words(title).press("Enter");
            assert_written(&desk, "the event");
        }
        if let Some((name, kind)) = actor {
            desk.mark_sentence(work.article, begins);
            desk.mark_name(name);
            desk.press("a");
            desk.choose(kind);
            desk.press("Enter");
            assert_written(&desk, "the actor");
        }
    }
    println!("{:?}: {} keys, and {} letters of one's own", work.language, desk.keys, desk.typed);
    assert!(desk.keys <= MOST_KEYS, "{} keys", desk.keys);

    // What was there is there, and what was added is sound.
    let dossier = desk.text_of("dossier.toml");
    assert!(dossier.starts_with(work.dossier), "{dossier}");
    assert_eq!(desk.text_of("article.txt"), work.article);
    let loaded = load(&desk.files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let problems: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}\n{dossier}");
    let made = &loaded.dossier;
    let counts = [made.actors.len(), made.claims.len(), made.events.len(), made.sources.len()];
    assert_eq!(counts, [8, 8, 6, 5], "{dossier}");
    assert!(made.claims.iter().all(|claim| claim.evidence.anchors.len() == 1));

    // All of it is taken back, one after the other.
    desk.press(&"u ".repeat(27));
    assert_eq!(desk.text_of("dossier.toml"), work.dossier);
}

#[test]
fn a_german_article_becomes_a_dossier_by_keys_alone() {
    make(&GERMAN);
}

#[test]
fn an_english_article_becomes_a_dossier_by_keys_alone() {
    make(&ENGLISH);
}
