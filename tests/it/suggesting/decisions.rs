//! What each decision writes, and that it is taken back to the byte.

use fundstelle::app::Message;
use fundstelle::edit::Refused;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files as _, load};
use fundstelle::protocol::effect::Effect;

use super::{ARTICLE, HEAD, KNOWN, SMALL, Suggested as _, desk, folder};
use crate::authoring::Desk;

#[test]
fn a_name_is_accepted_with_the_letter_of_its_kind_and_all_its_forms() {
    for language in [Language::En, Language::De] {
        let mut desk = desk(SMALL, language);
        desk.press("S").go_to("Tidewatch").press("k");
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
    desk.press("S").go_to("Tidewatch").press("k Right");
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
    desk.press("k").choose("group").press("1 =").assert_shows("Further names");
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

#[test]
fn a_name_whose_kind_is_shown_is_accepted_as_that_by_one_key() {
    for (language, does) in [(Language::En, "a accept as person"), (Language::De, "a annehmen als Person")] {
        for size in [SMALL, (120, 40)] {
            let mut desk = desk(size, language);
            desk.press("S").go_to("Helen Brandvik").assert_shows(does);
            assert!(
                desk.screen.text().lines().last().expect("a key bar").contains(does),
                "{}",
                desk.screen.text()
            );
            desk.press("a");
            let made = load(&desk.files).expect("a dossier").dossier.clone();
            assert_eq!(made.actors.iter().map(|actor| &*actor.kind).collect::<Vec<_>>(), ["person"]);
        }
    }
}

#[test]
fn a_name_of_no_known_kind_asks_for_it_and_says_so_before() {
    let article =
        "Ships\n\nThe boats of Quendlo lie in the harbour. Quendlo is large. They saw Quendlo again.\n";
    let files = folder().with("article.txt", article);
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S").go_to("Quendlo").assert_shows("a accept, choose its kind").press("a a Enter");
    assert_eq!(desk.text_of("dossier.toml"), HEAD, "no kind was chosen");
    desk.choose("place");
    assert!(desk.text_of("dossier.toml").contains("kind = \"place\""), "{}", desk.screen.text());
}

#[test]
fn enter_accepts_nothing_whatever_is_asked() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S")
        .go_to("Tidewatch")
        .press("Enter")
        .assert_shows("Enter accepts nothing")
        .assert_offers("Tidewatch");
    desk.press("k Right Enter").assert_shows("Enter accepts nothing").press("Esc");
    for _ in 0..60 {
        desk.press("Enter Enter Space Enter");
    }
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    assert_eq!(desk.files.list().len(), 2, "nothing was decided");
}

#[test]
fn what_was_typed_while_a_decision_was_written_does_not_decide_the_next() {
    let key = |key: &str| Message::Key(key.parse().expect("a key"));
    let mut desk = desk(SMALL, Language::En);
    assert!(
        !desk.screen.app().was_meant_for_another(None, &key("a")),
        "outside of suggestions every key is meant"
    );
    desk.press("S").go_to("Helen Brandvik");
    let seen = desk.screen.app().question();
    desk.press("n k");
    assert!(!desk.screen.app().was_meant_for_another(seen, &key("p")), "it is the same name still");
    desk.press("Esc a");
    for typed in ["a", "x", "Space", "Backspace"] {
        assert!(desk.screen.app().was_meant_for_another(seen, &key(typed)), "{typed}");
    }
    assert!(!desk.screen.app().was_meant_for_another(seen, &key("Ctrl+c")), "the program can be left");
    let now = desk.screen.app().question();
    assert!(now.is_some() && now != seen && !desk.screen.app().was_meant_for_another(now, &key("a")));
}

/// The texts of this key in a piece of TOML: one, or those of a list.
fn texts_of(toml: &str, key: &str) -> Vec<String> {
    let lines = toml.lines().filter_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
    lines
        .flat_map(|value| value.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn all_that_would_be_written_is_shown_before() {
    for size in [SMALL, (120, 40)] {
        let mut desk = desk(size, Language::En);
        // Somebody who can be the speaker.
        desk.press("S").go_to("Helen Brandvik").press("a 1");
        let (mut shown, mut count) = (0, 0);
        while !desk.screen.offered().is_empty() && count < 60 {
            desk.press("y");
            let copied = desk.screen.escaped().iter().rev().find_map(|effect| match effect {
                Effect::Copy { text, .. } => Some(text.clone()),
                _ => None,
            });
            for key in ["aliases", "hedge", "attribution", "name"] {
                for text in texts_of(copied.as_deref().unwrap_or_default(), key) {
                    desk.assert_shows(&text);
                    shown += 1;
                }
            }
            desk.press("x");
            count += 1;
        }
        assert!(shown > 3, "{shown} of {count}");
    }
}

#[test]
fn a_kind_has_the_same_letter_in_the_form_and_among_suggestions() {
    for (language, words) in
        [(Language::En, ["person", "product", "place"]), (Language::De, ["Person", "Produkt", "Ort"])]
    {
        let letters = |desk: &Desk| {
            let text = desk.screen.text().replace('●', " ");
            let shown: Vec<&str> = text.split_whitespace().collect();
            // "1 place" says where it stands.
            let is_letter = |key: &str| key.chars().count() == 1 && key.chars().all(char::is_alphabetic);
            words.map(|word| {
                let mut pairs = shown.windows(2);
                let pair = pairs.find(|two| two[1] == word && is_letter(two[0]));
                pair.unwrap_or_else(|| panic!("{word}:\n{text}"))[0].to_owned()
            })
        };
        let mut desk = desk((120, 40), language);
        desk.press("S").go_to("Tidewatch").press("k");
        let in_mode = letters(&desk);
        desk.press("Esc V a");
        assert_eq!(letters(&desk), in_mode, "{}", desk.screen.text());
    }
}

#[test]
fn the_actor_who_fits_best_is_taken_by_enter_and_without_one_nothing_is() {
    let actor = |name: &str| {
        format!("\n[[actor]]\nid = \"watch\"\nkind = \"group\"\nname = \"{name}\"\naliases = [\"{name}\"]\n")
    };
    let files = |name: &str| folder().with("dossier.toml", format!("{HEAD}{}", actor(name)));
    let mut fits = Desk::open(files("Tidewatch International"), SMALL, Language::En);
    fits.press("S").go_to("Tidewatch").press("= Enter");
    let dossier = load(&fits.files).expect("a dossier").dossier.clone();
    assert!(dossier.actors[0].aliases.iter().any(|alias| &**alias == "Tidewatch"), "{}", fits.screen.text());

    let mut alone = Desk::open(files("Norsund"), SMALL, Language::En);
    alone.press("S").go_to("Tidewatch").press("= Enter").assert_shows("No actor chosen");
    assert_eq!(alone.text_of("dossier.toml"), format!("{HEAD}{}", actor("Norsund")));
}

#[test]
fn a_decision_that_was_taken_back_is_made_again_and_counts() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S 2").go_to("The campaign group").press("a");
    let (toml, kept) = (desk.text_of("dossier.toml"), desk.text_of("suggested.toml"));
    desk.press("u").assert_offers("The campaign group").press("Ctrl+r");
    assert_eq!((desk.text_of("dossier.toml"), desk.text_of("suggested.toml")), (toml, kept));
    desk.assert_offers_another_than("The campaign group").press("Esc").assert_shows("1 accepted");
    desk.press("S Backspace").assert_offers("The campaign group");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
}

#[test]
fn what_is_changed_says_that_it_is_from_the_suggestion() {
    let mut desk = desk((120, 40), Language::En);
    desk.press("S").go_to("Helen Brandvik").press("e").assert_shows("from the suggestion");
    assert!(!desk.shows("from the mark"), "{}", desk.screen.text());
}

#[test]
fn a_time_that_has_no_date_is_not_offered_and_is_counted() {
    let files = folder()
        .with("article.txt", "Prices\n\nA few weeks ago the ferry burned. It sailed in the summer.\n");
    for (language, said) in [(Language::En, "without a certain date"), (Language::De, "ohne sicheres Datum")]
    {
        let mut desk = Desk::open(files.clone(), SMALL, language);
        desk.press("S");
        for _ in 0..20 {
            assert!(!desk.shows("Time?") && !desk.shows("Zeit?"), "{}", desk.screen.text());
            desk.press("Space");
        }
        desk.press("Esc S");
        while !desk.screen.offered().is_empty() {
            desk.press("x");
        }
        desk.assert_shows(said);
    }
}

#[test]
fn what_is_not_the_articles_is_left_out_by_the_key_that_accepts() {
    let files = folder().with("article.txt", format!("{ARTICLE}\nShare this article\n"));
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S")
        .assert_offers("Share this article")
        .assert_shows("a leave it out")
        .assert_shows("x belongs to it");
    desk.press("a");
    assert!(desk.text_of("dossier.toml").contains("boilerplate"), "{}", desk.screen.text());
    assert!(!desk.shows("Share this article") || desk.shows("Written"), "{}", desk.screen.text());
    desk.press("Backspace").assert_offers("Share this article").press("x");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    desk.assert_offers_another_than("Share this article");
}

#[test]
fn what_is_taken_back_between_two_times_of_suggestions_is_decided_no_more() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S 2").go_to("The campaign group").press("a Space Esc").assert_shows("1 accepted");
    desk.press("u");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    // First what was put off is returned to, on both sides of it; after that there is nothing, and nothing counts.
    desk.press("S Backspace Backspace Backspace").assert_shows("Nothing to take back");
    desk.press("Esc");
    assert!(!desk.shows("accepted"), "{}", desk.screen.text());
    // What is written in the place of the one that was taken back is that, and not the other.
    desk.press("S").go_to("Helen Brandvik").press("a Esc").assert_shows("1 accepted");
    desk.press("S Backspace").assert_offers("Helen Brandvik");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    desk.press("Esc");
    assert!(!desk.shows("accepted"), "{}", desk.screen.text());
}

#[test]
fn what_is_made_again_outside_of_suggestions_is_decided_again() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Helen Brandvik").press("a").go_to("The campaign group").press("a Space Esc");
    desk.assert_shows("2 accepted");
    let written = desk.text_of("dossier.toml");
    desk.press("u u");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    desk.press("Ctrl+r Ctrl+r");
    assert_eq!(desk.text_of("dossier.toml"), written);
    desk.press("S Esc").assert_shows("2 accepted");
    desk.press("S Backspace").assert_offers("The campaign group");
    desk.press("Backspace").assert_offers("Helen Brandvik");
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
}

#[test]
fn a_name_can_be_left_out_of_what_is_changed() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Helen Brandvik").press("e").assert_shows("Helen Brandvik; Brandvik");
    desk.press("Tab").choose("person").press("Ctrl+u").type_words("Helen Brandvik").press("Enter");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let actor = dossier.actors.first().unwrap_or_else(|| panic!("{}", desk.screen.text()));
    assert_eq!(actor.aliases.iter().map(|alias| &**alias).collect::<Vec<_>>(), ["Helen Brandvik"]);
}

#[test]
fn an_actor_of_another_dossier_stays_that_when_it_is_changed() {
    let known =
        KNOWN.replace("name = \"Norsund AG\"", "name.de = \"Die Norsund\"\nname.en = \"Norsund Ltd\"");
    let files = folder().with("suggested.toml", known);
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S").go_to("Norsund AG").press("e").type_words(" of Tarvik").press("Enter");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let actor = dossier.actors.first().unwrap_or_else(|| panic!("{}", desk.screen.text()));
    assert_eq!((actor.id.as_str(), &*actor.kind), ("norsund", "company"));
    assert_eq!(actor.name.texts().collect::<Vec<_>>(), ["Die Norsund", "Norsund Ltd of Tarvik"]);
    assert_eq!(actor.aliases.iter().map(|alias| &**alias).collect::<Vec<_>>(), ["Norsund AG"]);
}

#[test]
fn a_limit_is_the_date_of_an_event_as_a_marked_sentence_has_it() {
    let article = "Tarvik digs\n\nThe mine opens no earlier than March 2027.\n";
    let mut desk = Desk::open(folder().with("article.txt", article), SMALL, Language::En);
    desk.press("S 3").assert_shows("[2027-03..]");
    desk.press("a").type_words("Mine opens").press("Enter");
    let dossier = load(&desk.files).expect("a dossier").dossier.clone();
    let date = dossier.events.first().map(|event| event.date.text().to_owned());
    assert_eq!(date.as_deref(), Some("[2027-03..]"), "{}", desk.screen.text());
}
