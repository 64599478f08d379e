//! Whether a text is German or English, by the small words that a sentence of either cannot do without.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation as _;

/// Words that are frequent in the language and rare in its neighbours: Dutch has `die` and `als` too, Danish `der` and `den`,
/// but nowhere near as many of them.
const GERMAN: &str = "und der die das nicht ist mit auf für von dem den ein eine sich auch des zu im als wird werden bei nach aus \
                      dass sind einer einem einen eines über oder hat haben zum zur sie wie noch nur";
const ENGLISH: &str = "the of and to that is for it was with as on by at from this have has were are be which not but an their would \
                       been its they had will said more than who about after";

/// At least this many of them: fewer may be a quotation or a name.
const FEWEST: usize = 6;
/// At least this part of all words, in a hundred. In either language it is more than a third.
const SHARE: usize = 15;
/// At least this many times as many as of the other language.
const TIMES: usize = 4;

/// The tag of the language, where that is clear.
pub fn guess(text: &str) -> Option<&'static str> {
    let known = |list: &'static str, tag: &'static str| list.split_whitespace().map(move |word| (word, tag));
    let known: HashMap<&str, &str> = known(GERMAN, "de").chain(known(ENGLISH, "en")).collect();
    let (mut all, mut german, mut english) = (0_usize, 0_usize, 0_usize);
    for word in text.unicode_words() {
        all += 1;
        match known.get(word.to_lowercase().as_str()) {
            Some(&"de") => german += 1,
            Some(_) => english += 1,
            None => {}
        }
    }
    let (tag, most, other) = if german > english { ("de", german, english) } else { ("en", english, german) };
    let is_clear = most >= FEWEST && most * 100 >= all * SHARE && most >= other * TIMES;
    is_clear.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DE: &str = "Der Stadtrat hat am Montag entschieden, dass die alte Brücke im Mai gesperrt wird. Nach Angaben der Stadt \
                      ist das Tragwerk nicht mehr sicher, und eine Sanierung wäre teurer als ein Neubau.";
    const EN: &str = "The council decided on Monday that the old bridge is to be closed in May. According to the city its frame is \
                      no longer safe, and repairs would be more expensive than a new one.";

    #[test]
    fn german_and_english_are_known_by_their_small_words() {
        assert_eq!(guess(DE), Some("de"));
        assert_eq!(guess(EN), Some("en"));
        assert_eq!(guess(&DE.to_uppercase()), Some("de"));
        assert_eq!(guess(&format!("{DE} {DE} {DE} Er sagte: „The show must go on.“")), Some("de"));
    }

    #[test]
    fn what_is_not_clear_is_not_guessed() {
        for text in [
            "",
            "Bridge",
            "The bridge",
            // Dutch, Danish, French, Luxembourgish
            "De gemeenteraad heeft maandag besloten dat de oude brug in mei wordt gesloten. Volgens de stad is de constructie, die \
             uit de jaren zestig stamt, niet meer veilig, en een renovatie zou duurder zijn dan een nieuwe brug als die er komt.",
            "Byrådet besluttede mandag, at den gamle bro skal lukkes i maj. Ifølge byen er konstruktionen, der stammer fra \
             tresserne, ikke længere sikker, og en renovering ville være dyrere end en ny bro for byen.",
            "Le conseil municipal a décidé lundi de fermer le vieux pont en mai. Selon la ville, la structure n'est plus sûre et \
             une rénovation serait plus chère qu'un pont neuf.",
            "De Gemengerot huet e Méindeg decidéiert, datt déi al Bréck am Mee zougemaach gëtt. D'Struktur ass no Angabe vun der \
             Stad net méi sécher, an eng Renovatioun wier méi deier wéi eng nei Bréck.",
            "Лондон остаётся столицей. Старый мост закроют в мае, сообщил городской совет.",
        ] {
            assert_eq!(guess(text), None, "{text}");
        }
        assert_eq!(guess(&format!("{DE} {EN}")), None, "both");
    }
}
