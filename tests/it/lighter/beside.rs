//! What may stand beside a claim or a source: to whom the article attributes it, what was looked for in vain, a copy.

use fundstelle::export::citation;
use fundstelle::facts::{self, Address};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::protocol::effect::Effect;

use super::{
    CLAIM, LANGUAGES, SOURCE, context, documents, dossier, flat, open, open_in, place_of, reports, shown,
};
use crate::common::{Screen, thing};

/// The prose of a claim's card.
fn card(files: &Memory, language: Language) -> String {
    let mut screen = open_in(files, (120, 40), language, Glyphs::Unicode);
    screen.press("5 Enter");
    screen.framed(if language == Language::De { "Aussage" } else { "Claim" }).prose()
}

/// The claim's card, its entry in each document, and its copy.
fn everywhere(files: &Memory, language: Language) -> Vec<(&'static str, String)> {
    let [(_, page), text, markdown] = documents(files, language);
    let copy = citation::of_thing(&context(files, language), &thing("claim:closes"));
    vec![("card", card(files, language)), ("page", shown(&page)), text, markdown, ("copy", flat(&copy))]
}

// ---- Attribution ---------------------------------------------------------------------------------------------------

#[test]
fn to_whom_the_article_attributes_a_claim_stands_in_its_words() {
    let actor = "[[actor]]\nid = \"board\"\nkind = \"agency\"\nname = \"Board\"\naliases = [\"board\"]\n";
    let alone = dossier(&format!("{CLAIM}attribution = \"two officials\"\n"));
    let both =
        dossier(&format!("{actor}{CLAIM}attributed_to = [\"board\"]\nattribution = \"two officials\"\n"));
    for (files, to) in [(alone, "“two officials”"), (both, "Board, “two officials”")] {
        assert_eq!(reports(&files), [""; 0]);
        for (language, label) in [(Language::De, "zugeschrieben"), (Language::En, "attributed to")] {
            for (output, text) in everywhere(&files, language) {
                // Markdown links the actor, a page numbers nothing.
                let text = text.replace("[Board](#board)", "Board");
                assert!(text.contains(&format!("{label}: {to}")), "{output}: {text}");
            }
        }
    }
}

#[test]
fn an_attribution_that_does_not_stand_there_is_no_evidence() {
    for anchors in ["\"close the old bridge in May\"", "\"nothing like this at all\""] {
        let tables =
            CLAIM.replace("\"close the old bridge in May\"", anchors) + "attribution = \"three officials\"\n";
        let files = dossier(&tables);
        let found = reports(&files);
        let is_exact = anchors.contains("close");
        let expected = if is_exact {
            format!("{}: attribution-lost", place_of(&tables, "\"three officials\""))
        } else {
            format!("{}: anchor-lost", place_of(&tables, anchors))
        };
        assert_eq!(found, [expected]);
        let loaded = load(&files).unwrap();
        assert!(loaded.faulty.evidence.contains(&thing("claim:closes")));
        assert!(!loaded.dossier.claims[0].is_attributed());
        for (output, text) in everywhere(&files, Language::En) {
            assert!(text.contains("Attribution not confirmed, no evidence"), "{output}: {text}");
            assert!(!text.contains("attributed to: “three"), "{output}: {text}");
        }
    }
    // What cannot be read does not make a flat statement of it.
    for slip in ["attribution = 5", "atribution = \"two officials\""] {
        let files = dossier(&format!("{CLAIM}{slip}\n"));
        assert_eq!(reports(&files).len(), 1, "{slip}");
        assert!(load(&files).unwrap().faulty.evidence.contains(&thing("claim:closes")), "{slip}");
    }
}

#[test]
fn an_attribution_is_found_and_counted() {
    let other =
        CLAIM.replace("\"closes\"", "\"other\"").replace("close the old bridge in May", "It may reopen");
    let mut screen = open(&dossier(&format!("{CLAIM}attribution = \"two officials\"\n{other}")));
    screen.press("/ o f f i c i a l s");
    assert!(screen.text().contains("? “close the old … · two officials"), "{}", screen.text());
    screen.press("Esc Esc 5 f");
    let chooser = screen.framed("Filter: Claims");
    let row = chooser.row_with("attributed to someone").text();
    assert!(row.contains('1'), "{}", screen.text());
}

// ---- What was looked for in vain -----------------------------------------------------------------------------------

#[test]
fn what_was_looked_for_in_vain_is_ours_and_has_a_label() {
    let tables = format!("{CLAIM}searched = {{ de = \"Den Beschluss.\", en = \"The order.\" }}\n");
    let files = dossier(&tables);
    assert_eq!(reports(&files), [""; 0]);
    for (language, label, text) in [
        (Language::De, "Vergeblich gesucht", "Den Beschluss."),
        (Language::En, "Looked for in vain", "The order."),
    ] {
        for (output, said) in everywhere(&files, language) {
            let said = said.replace("**", "");
            let line = match output {
                "card" => format!("{label} {text}"),
                "page" => format!("{label}{text}"),
                _ => format!("{label}: {text}"),
            };
            assert!(said.contains(&line), "{output}: {said}");
        }
        let mut screen = open_in(&files, (120, 40), language, Glyphs::Unicode);
        screen.press("5 v z");
        let compare = screen.framed(if language == Language::De { "5 Aussagen" } else { "5 Claims" }).prose();
        assert!(compare.contains(&format!("{label}: {text}")), "{}", screen.text());
        assert!(screen.text().contains(&format!("∴ {label}: ")), "{}", screen.text());
        let mut found = open_in(&files, (120, 40), language, Glyphs::Unicode);
        found.press(if language == Language::De { "/ B e s c h l u s s" } else { "/ o r d e r" });
        assert!(found.text().contains("“close the old"), "{}", found.text());
    }
    // It supports nothing.
    let alone = "[[claim]]\nid = \"c\"\ntext = \"It.\"\nassessment = \"open\"\nsearched = \"The order.\"\n";
    assert!(reports(&dossier(alone))[0].ends_with("evidence-missing"));
}

#[test]
fn on_a_stop_it_stands_apart_from_what_sources_say() {
    let source = format!("{SOURCE}accessed = \"2026-03-01\"\n");
    let claim = CLAIM.replace("\"open\"", "\"qualified\"\nsources = [\"minutes\"]\nnote = \"Only lorries.\"");
    let stop = "[[stop]]\ntitle = \"Stop\"\nselect = \"claim:closes\"\n";
    let mut screen = open(&dossier(&format!("{source}{claim}searched = \"The order.\"\n{stop}")));
    let text = flat(&screen.press("b v").text());
    let remark = text.split("OUR REMARK").nth(1).unwrap_or_else(|| panic!("no remark:\n{}", screen.text()));
    assert!(remark.contains("Looked for in vain: The order."), "{}", screen.text());
}

// ---- Copies --------------------------------------------------------------------------------------------------------

const COPY: &str = "https://archive.example/minutes";

/// A claim by a source that is written with these keys as well.
fn cited(keys: &str) -> Memory {
    dossier(&format!("{SOURCE}{keys}\n{CLAIM}sources = [\"minutes\"]\n"))
}

/// Where the browser is sent from the source's card.
fn browsed(files: &Memory) -> Option<String> {
    let mut screen: Screen = open(files);
    screen.press(": T o w n Space c o u n c i l Enter");
    assert_eq!(screen.selection(), "source:minutes", "{}", screen.text());
    screen.press("o");
    screen.escaped().iter().rev().find_map(|effect| match effect {
        Effect::Browse { address, .. } => Some(address.as_str().to_owned()),
        _ => None,
    })
}

#[test]
fn a_copy_is_opened_where_the_page_cannot_be() {
    let page = "https://board.example/minutes";
    let copy = format!("archived = \"{COPY}\"");
    assert_eq!(browsed(&cited(&format!("url = \"{page}\"\n{copy}"))).as_deref(), Some(page));
    assert_eq!(browsed(&cited(&copy)).as_deref(), Some(COPY));
    assert_eq!(browsed(&cited(&format!("url = \"http://board.example/\"\n{copy}"))).as_deref(), Some(COPY));
    assert_eq!(browsed(&cited("archived = \"http://archive.example/x\"")), None);
    let dossier = load(&cited("archived = \"http://archive.example/x\"")).unwrap().dossier;
    assert_eq!(facts::readable_at(&dossier.sources[0]), Address::Shown("http://archive.example/x"));
}

#[test]
fn a_copy_that_may_not_be_opened_is_reported() {
    let keys = "archived = \"http://archive.example/x\"";
    let tables = format!("{SOURCE}{keys}\n{CLAIM}sources = [\"minutes\"]\n");
    let place = place_of(&tables, "\"http://archive");
    assert_eq!(reports(&dossier(&tables)), [format!("{place}: address-invalid")]);
}

#[test]
fn a_copy_stands_beside_the_page_everywhere() {
    let page = "https://board.example/minutes";
    for keys in [format!("url = \"{page}\"\narchived = \"{COPY}\""), format!("archived = \"{COPY}\"")] {
        let files = cited(&keys);
        assert_eq!(reports(&files), [""; 0]);
        for (language, label, none) in
            [(Language::De, "Kopie", "keine Adresse"), (Language::En, "Copy", "no address")]
        {
            let mut screen = open_in(&files, (120, 40), language, Glyphs::Unicode);
            screen.press(": T o w n Space c o u n c i l Enter");
            let shows = flat(&screen.text());
            assert!(shows.contains(&format!("{label}: {COPY}")), "{}", screen.text());
            assert!(!shows.contains(none), "{}", screen.text());
            let context = context(&files, language);
            let reference = citation::of_thing(&context, &thing("source:minutes"));
            assert!(reference.contains(&format!("{label}: <{COPY}>")), "{reference}");
            assert!(!reference.contains(none), "{reference}");
            for (output, text) in documents(&files, language) {
                assert!(text.contains(COPY), "{output}: {text}");
                let text = if output == "page" { shown(&text) } else { text };
                assert!(text.contains(label), "{output}: {text}");
            }
            assert!(documents(&files, language)[0].1.contains(&format!("href=\"{COPY}\"")));
        }
        let mut found = open(&files);
        found.press("/ a r c h i v e . e x a m p l e");
        assert!(found.text().contains("Town council"), "{}", found.text());
    }
    // Where the handout names the source, one can go there.
    for language in LANGUAGES {
        let judged = CLAIM.replace("\"open\"", "\"qualified\"");
        let keys = format!("archived = \"{COPY}\"\naccessed = \"2026-03-01\"\n");
        let files = dossier(&format!("{SOURCE}{keys}{judged}sources = [\"minutes\"]\n"));
        let brief = fundstelle::export::brief_text(&load(&files).unwrap(), language);
        assert!(brief.contains(COPY), "{brief}");
    }
}
