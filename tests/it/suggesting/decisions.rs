//! What each decision writes, and that it is taken back to the byte.

use fundstelle::edit::Refused;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files as _, load};
use fundstelle::protocol::effect::Effect;

use super::{HEAD, KNOWN, SMALL, Suggested as _, desk, folder};
use crate::authoring::Desk;

#[test]
fn a_name_is_accepted_with_the_letter_of_its_kind_and_all_its_forms() {
    for language in [Language::En, Language::De] {
        let mut desk = desk(SMALL, language);
        desk.press("S").go_to("Tidewatch").press("a");
        assert_eq!(desk.text_of("dossier.toml"), HEAD, "nothing is asserted before its kind is chosen");
        desk.choose(if language == Language::En { "group" } else { "Gruppe" });
        let made = load(&desk.files).expect("a dossier").dossier.clone();
        let actor = made.actors.iter().find(|actor| &*actor.kind == "group").expect("an actor");
        assert!(actor.aliases.iter().any(|alias| &**alias == "Tidewatch"));
        let kept = &made.suggested.decisions;
        assert!(kept.len() == 1 && kept[0].is_accepted, "{kept:?}");
        desk.assert_offers_another_than("Tidewatch");

        desk.press("Backspace").assert_offers("Tidewatch");
        assert_eq!(desk.text_of("dossier.toml"), HEAD);
    }
}

#[test]
fn the_letter_that_accepts_takes_the_kind_that_is_chosen() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Tidewatch").press("a Right");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    desk.press("a");
    assert!(desk.text_of("dossier.toml").contains("[[actor]]"), "{}", desk.screen.text());
}

#[test]
fn a_known_actor_is_offered_first_and_takes_a_single_key() {
    let mut desk = Desk::open(folder().with("suggested.toml", KNOWN), SMALL, Language::En);
    desk.press("S").assert_offers("Norsund AG").assert_shows("ferries").press("a");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let norsund = dossier.actors.iter().find(|actor| actor.id.as_str() == "norsund").expect("it is there");
    assert_eq!(&*norsund.kind, "company");
    assert!(desk.text_of("suggested.toml").starts_with(KNOWN), "what stood there stays");
}

#[test]
fn a_name_can_be_a_further_name_of_an_actor_who_is_there() {
    let actor =
        "\n[[actor]]\nid = \"watch\"\nkind = \"group\"\nname = \"The Watch\"\naliases = [\"battery\"]\n";
    let files = folder().with("dossier.toml", format!("{HEAD}{actor}"));
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S").go_to("Tidewatch").press("=").type_words("wat").press("Enter");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let aliases = &dossier.actors[0].aliases;
    assert!(aliases.iter().any(|alias| &**alias == "Tidewatch"), "{aliases:?}\n{}", desk.screen.text());
    desk.press("Backspace").assert_offers("Tidewatch");
    assert_eq!(desk.text_of("dossier.toml"), format!("{HEAD}{actor}"));
}

#[test]
fn the_list_of_actors_is_given_up_with_nothing_written() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Tidewatch").press("=").assert_offers("Tidewatch");
    desk.press("a").choose("group").press("1 = Enter").assert_shows("Further names");
    desk.press("Esc");
    assert!(!desk.shows("Further names"), "{}", desk.screen.text());
    assert!(!desk.screen.offered().is_empty());
    assert_eq!(desk.text_of("dossier.toml").matches("[[actor]]").count(), 1);
}

#[test]
fn a_sentence_that_has_it_from_somebody_is_a_claim_with_one_key() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S 2").go_to("The campaign group Tidewatch says").press("a");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    assert_eq!(dossier.claims.len(), 1, "{}", desk.screen.text());
    desk.press("u").assert_offers("The campaign group Tidewatch says");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
}

#[test]
fn what_is_rejected_is_kept_and_not_offered_again() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Tidewatch").press("x");
    let kept = load(&desk.files).expect("a dossier").dossier.suggested.decisions.clone();
    assert!(kept.len() == 1 && !kept[0].is_accepted, "{kept:?}");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);

    let mut again = Desk::open(desk.files.clone(), SMALL, Language::En);
    again.press("S");
    for _ in 0..20 {
        assert_ne!(again.screen.offered(), "Tidewatch");
        again.press("Space");
    }
    desk.press("Backspace").assert_offers("Tidewatch");
    let kept = load(&desk.files).expect("a dossier").dossier.suggested.decisions.clone();
    assert!(kept.is_empty(), "{kept:?}");
}

#[test]
fn a_name_is_changed_in_its_form_and_keeps_all_its_forms() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Helen Brandvik").press("e").type_words(" MP").press("Tab");
    desk.choose("person").press("Enter");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let actor = dossier.actors.first().unwrap_or_else(|| panic!("{}", desk.screen.text()));
    assert_eq!(actor.name.texts().collect::<Vec<_>>(), ["Helen Brandvik MP"]);
    let aliases: Vec<&str> = actor.aliases.iter().map(|alias| &**alias).collect();
    assert!(aliases.contains(&"Helen Brandvik") && aliases.contains(&"Brandvik"), "{aliases:?}");
    assert_eq!(dossier.suggested.decisions.len(), 1);
    desk.assert_offers_another_than("Helen Brandvik");
}

#[test]
fn the_sentence_of_a_name_becomes_a_claim_and_the_name_is_offered_still() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Helen Brandvik").press("c Enter").assert_offers("Helen Brandvik");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    assert_eq!((dossier.claims.len(), dossier.suggested.decisions.len()), (1, 0));
    desk.press("Backspace").assert_offers("Helen Brandvik");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
}

#[test]
fn a_form_that_is_given_up_leads_back_to_the_suggestion() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Tidewatch").press("e").assert_shows("Kind").press("Esc");
    desk.assert_offers("Tidewatch").press("x").assert_offers_another_than("Tidewatch");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
}

#[test]
fn a_refusal_is_shown_and_loses_nothing() {
    for size in [SMALL, (40, 10)] {
        let mut desk = desk(size, Language::En);
        let file = "dossier.toml".to_owned();
        desk.hindrance = Some(Refused::OpenElsewhere { file, lock: ".dossier.toml.swp".to_owned() });
        desk.press("S 2").go_to("The campaign group").press("a");
        assert_eq!(desk.text_of("dossier.toml"), HEAD);
        desk.assert_shows(".dossier.toml.swp").assert_offers("The campaign group");
        desk.press("Esc").assert_offers("The campaign group");
        desk.press("a a");
        assert!(desk.text_of("dossier.toml").contains("[[claim]]"), "{}", desk.screen.text());
    }
}

#[test]
fn what_would_be_written_can_be_copied() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S 2 y");
    let copied = desk.screen.escaped().iter().rev().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.clone()),
        _ => None,
    });
    assert!(copied.is_some_and(|text| text.contains("[[claim]]")), "{}", desk.screen.text());
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    assert_eq!(desk.files.list().len(), 2);
}
