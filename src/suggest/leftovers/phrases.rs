//! How the lines begin that ask a reader of a page for something, or name a part of it. A beginning alone proves little: an article may
//! say "Datenschutz ist für den Rat ein Fremdwort", and "Copyright law was changed". Such a line has to look like one, too.

/// No article begins a line so: with a sign behind a word, or with what only pages say.
const CERTAIN: &str = "\
    unser newsletter|abonnieren sie|jetzt abonnieren|jetzt anmelden|lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|\
    lesen sie außerdem|lies auch|lesetipp:|mehr zum thema:|zum thema:|passend zum thema:|mehr dazu:|empfohlener redaktioneller inhalt|empfohlene artikel|auch interessant:|\
    an dieser stelle finden sie|foto:|fotos:|bild:|bilder:|bildquelle:|bildrechte:|symbolbild:|archivbild:|grafik:|\
    video:|quelle: dpa|artikel teilen|diesen artikel teilen|auf facebook teilen|wir verwenden cookies|weiterlesen:|hier weiterlesen|\
    diese website verwendet|diese webseite verwendet|cookie-einstellungen|alle rechte vorbehalten|artikel anhören|\
    dieser artikel erschien zuerst|jetzt testen|jetzt weiterlesen|sie haben bereits ein abo|bereits abonnent|datenschutz & cookies|\
    subscribe to our|subscribe now|already a subscriber|read more|read also|also read|read next|related:|\
    related stories|related articles|related topics|related content|more on this|recommended for you|\
    recommended stories|you may also like|you might also like|advertisement|photo:|photos:|photograph:|image:|image credit|\
    picture:|credit:|share this article|share this story|leave a comment|join the conversation|view comments|show comments|\
    follow the topics|we use cookies|this site uses|this website uses|this site is protected|cookie settings|all rights reserved|\
    continue reading|listen to this article|skip to content|skip to main|filed under|print this|\
    sign up for our|our newsletter|start your free trial|scroll to continue|story continues below|this article was originally|\
    über dieses thema berichtete|über dieses thema berichteten|dieses thema im programm|mehr zu den hintergründen|sendung:|\
    dieser beitrag lief|siehe auch:|about the author:|keine kommentare|no comments|lade weitere|bild anzeigen|\
    artikel gefallen|vorschau auf den nächsten|wir respektieren deine|der beitrag wurde am|vergiss nicht zu teilen|\
    ähnliche beiträge|ähnliche artikel|empfohlene beiträge|related coverage|related posts|das thema könnte dich|das thema könnte sie|\
    auch lesen:|schon gelesen?|war der artikel nützlich|war dieser artikel hilfreich|this entry was posted|suggested citation|\
    externer inhalt|join our newsletter|le puede interesar|te puede interesar|puedes ver:|valora esta noticia|artikel drucken|\
    rezept drucken|seite drucken|\
    à lire aussi|lire aussi|veja também|leia também|lea también|lee también|leggi anche|lees ook|czytaj też|czytaj także";

/// So a page asks for something: in few words, or with a word for what it offers.
const ASKING: &str = "\
    zum newsletter|den newsletter|weitere beiträge|weitere themen|mehr themen|keine neuigkeiten|join our|verpasse keine|verpassen sie keine|\
    abonniere|melden sie sich|registrieren sie sich|lesetipp|mehr dazu|mehr aus|weitere artikel|\
    weitere nachrichten|weitere meldungen|das könnte sie|das könnte dich|mit ihrer zustimmung|diesen artikel|diskutieren sie|ihre meinung|\
    kommentar schreiben|kommentare lesen|kommentare anzeigen|zur startseite|zur merkliste|auf die merkliste|folgen sie uns|folgen sie|\
    testen sie|nächste seite|vorherige seite|auf seite|zum vergrößern|weiterlesen|siehe auch|auch interessant|mit informationen von|\
    sign up|subscribe to|subscribe for|more from|more about|more stories|recommended for|you may also|you might also|share this|share on|\
    share via|follow us|log in|listen to this|get the|to view this|click here|watch:|photo by|photograph by|picture by|image by|next page|\
    previous page|if you enjoyed reading|if you enjoyed this";

/// So a part of a page is called. Behind it no sentence goes on.
const NAMES: &str = "\
    weiterführende links|weitere informationen|zum weiterlesen|meist-diskutiert|meistkommentiert|inhaltsverzeichnis|newsletter|mehr zum thema|mehr zu diesem thema|passend zum thema|zum thema|bildquelle|bildrechte|symbolbild|archivbild|archivfoto|\
    symbolfoto|datenschutz|impressum|nach oben|lesezeit|schlagworte|schlagwörter|meistgelesen|seite 1|seite 2|seite 3|\
    die wichtigsten nachrichten|über den autor|über die autorin|sponsored|getty images|privacy policy|terms of use|terms of service|\
    copyright|back to top|last modified|most read|most popular|trending|page 1|page 2|page 3|about the author";

/// Words for what pages offer and ask for.
const OFFERED: [&str; 56] = [
    "newsletter",
    "newsletters",
    "konto",
    "account",
    "app",
    "facebook",
    "twitter",
    "instagram",
    "whatsapp",
    "telegram",
    "youtube",
    "linkedin",
    "pinterest",
    "podcast",
    "rss",
    "mail",
    "email",
    "e-mail",
    "inbox",
    "postfach",
    "cookie",
    "cookies",
    "abo",
    "abonnement",
    "abonnieren",
    "subscription",
    "subscriber",
    "subscribers",
    "kostenlos",
    "kostenlose",
    "kostenlosen",
    "gratis",
    "free",
    "hier",
    "here",
    "artikel",
    "article",
    "articles",
    "beitrag",
    "post",
    "story",
    "stories",
    "video",
    "website",
    "webseite",
    "kommentar",
    "kommentare",
    "comments",
    "kanal",
    "channel",
    "liste",
    "merkliste",
    "browser",
    "briefing",
    "edition",
    "rubrik",
];

/// Verbs that make a sentence of a line, in the forms in which news has them.
const VERBS: &str = "\
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten soll sollen sollte sollten muss müssen \
    musste darf dürfen gilt gelten bleibt bleiben sagt sagte kommt kommen kam geht gehen ging macht machen steht stehen fordert heißt gibt \
    gab fehlt lässt sieht wäre würde könnte betrifft verlangt zeigt is are was were has have had will would can could should must may might \
    does did do says said makes made takes took gets got goes went remains means applies protects became becomes comes came shows seems";

/// A label has no more words.
const OF_LABEL: usize = 6;

/// A page asks for something in no more words, unless it says what it offers.
const OF_ASKING: usize = 7;

/// The lists of words, ready to be looked up.
pub(super) struct Phrases {
    certain: Vec<&'static str>,
    asking: Vec<&'static str>,
    names: Vec<&'static str>,
    verbs: Vec<&'static str>,
}

impl Phrases {
    pub(super) fn new() -> Self {
        let list = |text: &'static str| text.split('|').map(str::trim).collect();
        Self {
            certain: list(CERTAIN),
            asking: list(ASKING),
            names: list(NAMES),
            verbs: VERBS.split_whitespace().collect(),
        }
    }

    /// Whether a line of so many words, in small letters, begins as one of a page and looks like one. `is_link`: it is one link.
    pub(super) fn begin(&self, small: &str, words: usize, is_link: bool) -> bool {
        if after(&self.certain, small).is_some() {
            return true;
        }
        if after(&self.asking, small).is_some() {
            // "Get the vaccine, she said" asks for nothing that a page has.
            let has_offer = || words_of(small).any(|word| OFFERED.contains(&word));
            return is_link || words <= OF_ASKING && !is_sentence(small) || has_offer();
        }
        after(&self.names, small).is_some_and(|rest| self.is_label(rest, small, words) || is_link)
    }

    /// Whether a line ends with who made a picture: `Eine Brücke. (Foto: Ada Beispiel)`. Behind the sign stand few words.
    pub(super) fn is_credit(line: &str) -> bool {
        const SIGNS: [&str; 11] = [
            "foto:",
            "fotos:",
            "photo:",
            "photos:",
            "bild:",
            "bilder:",
            "©",
            "photo by ",
            "photograph by ",
            "picture by ",
            "image by ",
        ];
        const WORDS: usize = 8;
        let small = line.to_lowercase();
        let found = SIGNS.iter().filter_map(|sign| small.rfind(sign).map(|at| (at, sign)));
        found.max_by_key(|(at, _)| *at).is_some_and(|(at, sign)| {
            let behind = &small[at + sign.len()..];
            // Alone, `Foto:` begins a caption, and is known by that.
            let is_behind = at > 0 || sign.ends_with("by ");
            let is_own_word = !small[..at].ends_with(char::is_alphabetic);
            let count = behind.split_whitespace().count();
            // Names, and no speech: `sagte sie der Bild: "Nein."`
            let mut names = line.split_whitespace().rev().take(count);
            let is_name = |word: &str| {
                let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
                !word.contains(['"', '“', '„', '”', '»', '«'])
                    && (bare.chars().nth(3).is_none()
                        || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            };
            is_own_word && is_behind && (1..=WORDS).contains(&count) && names.all(is_name)
        })
    }

    /// Whether what stands behind the name of a part makes no sentence of it.
    fn is_label(&self, rest: &str, small: &str, words: usize) -> bool {
        let rest = rest.trim_start();
        let first = rest.chars().next();
        // A year, a sign, or nothing.
        let is_parted = first.is_none_or(|first| !first.is_alphabetic() && first != ',');
        let says_verb = || words_of(rest).any(|word| self.verbs.contains(&word));
        let is_rights =
            || ["rights reserved", "rechte vorbehalten"].iter().any(|words| small.contains(words));
        is_parted && !says_verb() || is_rights() || words <= OF_LABEL && !is_sentence(small) && !says_verb()
    }
}

/// What stands behind the beginning that a line has, if it has one of these.
fn after<'l>(beginnings: &[&str], small: &'l str) -> Option<&'l str> {
    beginnings.iter().find_map(|begin| {
        let rest = small.strip_prefix(begin)?;
        (begin.ends_with(':') || rest.chars().next().is_none_or(|next| !next.is_alphanumeric()))
            .then_some(rest)
    })
}

/// Whether a line ends as a sentence does.
fn is_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '“', '»', '«', '’', ')']).ends_with(['.', '?'])
}

fn words_of(small: &str) -> impl Iterator<Item = &str> {
    small.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(line: &str) -> bool {
        Phrases::new().begin(&line.to_lowercase(), line.split_whitespace().count(), false)
    }

    #[test]
    fn a_line_may_end_with_who_made_its_picture() {
        for line in [
            "Eine Brücke im Tal. (Foto: Ada Beispiel)",
            "Die Bürgermeisterin im Rathaus. | © Talbote/Ada Beispiel",
            "The old bridge in winter. Photo: Ida Sample",
            "Photograph by Ida Sample, Flora & Fauna of the Valley",
        ] {
            assert!(Phrases::is_credit(line), "{line}");
        }
        for line in [
            "Auf dem Foto: die Brücke, der Fluss und das Tal, wie es vor fünfzig Jahren aussah",
            "She took the photo",
            "Ein Passfoto: das wollte er nicht.",
            "Das sagte sie der Bild: „Nein, niemals.“",
            "Foto: das war ihr Beruf. Heute malt sie.",
        ] {
            assert!(!Phrases::is_credit(line), "{line}");
        }
    }

    #[test]
    fn a_line_that_begins_as_one_of_a_page_has_to_look_like_one() {
        for line in [
            "Datenschutz",
            "Datenschutz | Impressum",
            "Impressum und Kontakt",
            "Copyright 2026 Talbote. All rights reserved. Do not copy it.",
            "Copyright © Valley Courier",
            "Zum Thema: Die Fähre kommt",
            "Mehr zum Thema",
            "Newsletter bestellen",
            "Sign up for the valley briefing and get the news each day.",
            "Get the best stories of the week in your inbox.",
            "Melden Sie sich hier für unseren täglichen Überblick an.",
            "Lesen Sie auch: Die Fähre kommt, und mit ihr kommen viele Gäste aus dem Tal",
            "Folgen Sie uns",
            "Trending now",
        ] {
            assert!(begins(line), "{line}");
        }
        for line in [
            "Datenschutz ist für den Rat ein Fremdwort",
            "Datenschutz bleibt wichtig.",
            "Copyright law was changed in May, and nobody knows how.",
            "Copyright law protects the plans",
            "Newsletter werden selten gelesen",
            "Nach oben kletterten die Preise in allen Orten des Tals",
            "Get the vaccine, she said, before the winter comes to the valley.",
            "Folgen Sie dem Rat der Ärzte, und bleiben Sie zwei Tage im Bett.",
            "Zum Thema Fähre sagte sie nichts.",
            "Getty Images sued the company in London.",
            "Mehr aus dem Tal wollte sie nicht sagen, und sie ging nach Hause.",
            "Seite 3 fehlt in dem Bericht.",
            "Trending upwards since May, prices have doubled.",
        ] {
            assert!(!begins(line), "{line}");
        }
    }
}
