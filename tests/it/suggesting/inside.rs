//! A name that stands inside of another actor's name does not count there: that is shown, and written in the same step. And who was
//! decided is not offered again by a part of the name.

use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};

use super::{HEAD, SMALL, Suggested as _};
use crate::authoring::Desk;

const ARTICLE: &str = "A bank closes\n\n\
    The Bank of Tarvik has closed its doors, the minister Helen Brandvik said in Tarvik on Monday. Brandvik said that Tarvik \
    needs no second bank. The Lender of Tarvik and the Bank will merge, said Helen Brandvik.\n";

const TARVIK: &str =
    "\n[[actor]]\nid = \"tarvik\"\nkind = \"place\"\nname = \"Tarvik\"\naliases = [\"Tarvik\"]\n";
const BANK: &str =
    "\n[[actor]]\nid = \"bank\"\nkind = \"company\"\nname = \"The bank\"\naliases = [\"Bank of Tarvik\"]\n";
const OTHER: &str = "\n[[actor]]\nid = \"other\"\nkind = \"group\"\nname = \"Others\"\n";
const KNOWN: &str = "[[known]]\nid = \"bank\"\nkind = \"company\"\nname = \"Bank of Tarvik\"\n\
                     aliases = [\"Bank of Tarvik\"]\nfrom = \"banks\"\n";

fn open(actors: &str, language: Language) -> Desk {
    let files =
        Memory::default().with("dossier.toml", format!("{HEAD}{actors}")).with("article.txt", ARTICLE);
    Desk::open(files, SMALL, language)
}

/// How often each actor is named.
fn counts(desk: &Desk) -> Vec<(String, usize)> {
    let dossier = load(&desk.files).expect("a dossier").dossier;
    let count = |id| dossier.mentions_of(id).count();
    dossier.actors.iter().map(|actor| (actor.id.as_str().to_owned(), count(&actor.id))).collect()
}

fn expected(all: &[(&str, usize)]) -> Vec<(String, usize)> {
    all.iter().map(|(id, count)| ((*id).to_owned(), *count)).collect()
}

#[test]
fn a_suggested_name_shows_its_exception_and_takes_one_key() {
    for (language, says) in
        [(Language::En, "no longer counts in it"), (Language::De, "zählt ein Name von Tarvik nicht mehr")]
    {
        let mut desk = open(TARVIK, language);
        let files = desk.files.clone().with("suggested.toml", KNOWN);
        desk = Desk::open(files, SMALL, language);
        desk.press("S").assert_offers("Bank of Tarvik").assert_shows(says).press("a");
        let file = desk.text_of("dossier.toml");
        assert!(file.contains("not_in = [\"Bank of Tarvik\"]"), "{file}\n{}", desk.screen.text());
        assert_eq!(counts(&desk), expected(&[("tarvik", 3), ("bank", 1)]));
        desk.press("Backspace").assert_offers("Bank of Tarvik");
        assert_eq!(desk.text_of("dossier.toml"), format!("{HEAD}{TARVIK}"));
    }
}

#[test]
fn on_a_low_screen_the_exception_is_shown_before_it_is_written() {
    let files = open(TARVIK, Language::En).files.with("suggested.toml", KNOWN);
    let mut desk = Desk::open(files, (40, 10), Language::En);
    desk.press("S").assert_offers("Bank of Tarvik").press("a").assert_shows("no longer counts in it");
    assert_eq!(desk.text_of("dossier.toml"), format!("{HEAD}{TARVIK}"));
    desk.press("a");
    assert!(desk.text_of("dossier.toml").contains("not_in = [\"Bank of Tarvik\"]"), "{}", desk.screen.text());
}

#[test]
fn a_further_name_says_what_is_written_before_it_is() {
    let mut desk = open(&format!("{BANK}{OTHER}"), Language::En);
    desk.press("S").go_to("Tarvik").assert_shows("Inside “Bank of Tarvik” it does not count");
    assert!(!desk.text_of("dossier.toml").contains("not_in"));
    desk.press("=").type_words("oth").press("Enter");
    assert_eq!(counts(&desk), expected(&[("bank", 1), ("other", 3)]), "{}", desk.text_of("dossier.toml"));
}

#[test]
fn a_marked_name_says_what_is_written_before_it_is() {
    for (language, says) in [
        (Language::En, "Inside “Bank of Tarvik” it does not count"),
        (Language::De, "In “Bank of Tarvik” zählt er nicht mit"),
    ] {
        let mut desk = open(&format!("{BANK}{OTHER}"), language);
        desk.mark("Tarvik").press("+").type_words("oth").press("Tab Enter");
        desk.assert_shows(says);
        assert!(!desk.text_of("dossier.toml").contains("not_in"));
        desk.press("Enter");
        let file = desk.text_of("dossier.toml");
        assert!(file.contains("not_in = [\"Bank of Tarvik\"]"), "{file}\n{}", desk.screen.text());
        assert_eq!(counts(&desk), expected(&[("bank", 1), ("other", 3)]));
        desk.press("u");
        assert_eq!(desk.text_of("dossier.toml"), format!("{HEAD}{BANK}{OTHER}"));
    }
}

fn all_offered(desk: &mut Desk) -> Vec<String> {
    desk.press("S");
    let mut all = Vec::new();
    for _ in 0..40 {
        let offered = desk.screen.offered();
        if offered.is_empty() || all.contains(&offered) {
            return all;
        }
        all.push(offered);
        desk.press("Space");
    }
    panic!("it goes on and on: {all:?}");
}

#[test]
fn a_person_who_is_there_or_rejected_is_not_offered_by_the_surname() {
    let helen = "\n[[actor]]\nid = \"helen\"\nkind = \"person\"\nname = \"Helen Brandvik\"\naliases = [\"Helen Brandvik\"]\n";
    let rejected = "[[decided]]\nkind = \"name\"\nwords = \"Helen Brandvik\"\ndecision = \"rejected\"\n";
    let left_out =
        "[[decided]]\nkind = \"name\"\nwords = [\"Helen Brandvik\", \"Brandvik\"]\ndecision = \"accepted\"\n";
    let mut open_desk = open("", Language::En);
    assert!(all_offered(&mut open_desk).contains(&"HelenBrandvik".to_owned()), "{}", open_desk.screen.text());
    for (actors, decided) in [(helen, ""), ("", rejected), (helen, left_out)] {
        let files = open(actors, Language::En).files.with("suggested.toml", decided);
        let mut desk = Desk::open(files, SMALL, Language::En);
        let offered = all_offered(&mut desk);
        assert!(!offered.iter().any(|words| words == "Brandvik" || words == "HelenBrandvik"), "{offered:?}");
    }
}
