//! The actors that a claim or an event names without saying so.

use fundstelle::dossier::Ref;
use fundstelle::load::load;

use super::{CLAIM, EVENT, dossier, open, reports};
use crate::common::thing;

const ACTORS: &str = "[[actor]]\nid = \"board\"\nkind = \"agency\"\nname = \"Board\"\naliases = [\"board\"]\n\
    [[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"Council\"\naliases = [\"council\"]\n\
    mentions = [{ exact = \"It\", suffix = \" may\", inferred = true }]\n\
    [[actor]]\nid = \"bridge\"\nkind = \"place\"\nname = \"Bridge\"\naliases = [\"old bridge\"]\n";

/// The actors that are linked to a thing of a dossier with these tables.
fn linked(tables: &str, to: &str) -> Vec<String> {
    let files = dossier(&format!("{ACTORS}{tables}"));
    assert_eq!(reports(&files), [""; 0]);
    let dossier = load(&files).unwrap().dossier;
    let to = thing(to);
    let actors = dossier.linked_of(&to, fundstelle::dossier::Kind::Actor);
    actors.map(Ref::to_string).collect()
}

fn claim(anchors: &str) -> String {
    CLAIM.replace("\"close the old bridge in May\"", anchors)
}

#[test]
fn a_claim_names_those_whom_its_quotations_name() {
    let found = |anchors| linked(&claim(anchors), "claim:closes");
    // In the order of the article, each once.
    assert_eq!(found("\"The council will close the old bridge\""), ["actor:council", "actor:bridge"]);
    assert_eq!(found("\"The board met\", \"The council will close\""), ["actor:council", "actor:board"]);
    // By an inferred mention too.
    assert_eq!(found("\"It may reopen\""), ["actor:council"]);
    // Only whole: not where the quotation cuts the name.
    assert_eq!(found("\"bridge in May\""), [""; 0]);
    assert_eq!(found("\"Lorries have damaged\""), [""; 0]);
}

#[test]
fn what_is_written_counts() {
    let council = claim("\"The council will close the old bridge\"");
    assert_eq!(linked(&format!("{council}actors = [\"board\"]\n"), "claim:closes"), ["actor:board"]);
    assert_eq!(linked(&format!("{council}actors = []\n"), "claim:closes"), [""; 0]);
}

#[test]
fn an_event_names_them_too_and_background_names_nobody() {
    assert_eq!(linked(EVENT, "event:met"), ["actor:board"]);
    assert_eq!(linked(&format!("{EVENT}actors = []\n"), "event:met"), [""; 0]);
    let source = super::SOURCE;
    let background = EVENT.replace("anchors = [\"The board met in March\"]", "sources = [\"minutes\"]");
    assert_eq!(linked(&format!("{source}{background}"), "event:met"), [""; 0]);
}

#[test]
fn a_quotation_that_is_not_exact_names_nobody() {
    let files = dossier(&format!("{ACTORS}{}", claim("\"The council will shut the old bridge\"")));
    let dossier = load(&files).unwrap().dossier;
    assert_eq!(dossier.linked_of(&thing("claim:closes"), fundstelle::dossier::Kind::Actor).count(), 0);
}

#[test]
fn the_links_are_there_wherever_links_are() {
    let files = dossier(&format!("{ACTORS}{}", claim("\"The council will close the old bridge\"")));
    let mut screen = open(&files);
    screen.press("5");
    assert!(screen.lit().has(&thing("actor:council")) && screen.lit().has(&thing("actor:bridge")));
    screen.press("Enter");
    let card = screen.framed("Claim").prose();
    assert!(card.contains("Actors Council Bridge"), "{card}");
    screen.press("q 2").select("actor:council").press("Enter");
    assert!(
        screen.framed("Actor").prose().contains("“The council will close the old bridge”"),
        "{}",
        screen.text()
    );
}
