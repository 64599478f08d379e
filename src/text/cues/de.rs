//! The cues of German.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::CueKind::{Attribution, Hedge};
use super::tokens::Tokens;
use super::{CueKind, Phrase, is_capital, verbs};

/// Words and phrases that are cues wherever they stand, as they are written within a sentence.
pub(super) const PHRASES: [Phrase; 14] = [
    (
        Hedge,
        "angeblich, angebliche, angeblichen, angeblicher, angebliches, mutmaßlich, mutmaßliche, mutmaßlichen, mutmaßlicher, \
         vermeintlich, vermeintliche, vermeintlichen, vermeintlicher, offenbar, anscheinend, scheinbar, vermutlich, womöglich, \
         möglicherweise, vielleicht, voraussichtlich, wahrscheinlich, höchstwahrscheinlich, schätzungsweise, wohl, scheint, \
         scheinen, schien, schienen, dürfte, dürften, könnte, könnten",
    ),
    (
        Hedge,
        "dem Vernehmen nach, Gerüchten zufolge, nicht bestätigt, nicht ausgeschlossen, es heißt, so heißt es, wie es heißt, \
         gilt als, gelten als, soweit bekannt, unbestätigte, unbestätigten, nach unbestätigten",
    ),
    (
        Attribution,
        "zufolge, nach Angaben, nach eigenen Angaben, nach Informationen, nach Berichten, nach Medienberichten, nach einem \
         Bericht, nach Einschätzung, nach Aussage, nach Aussagen, nach Ansicht, nach Auffassung, nach Meinung, nach \
         Darstellung, nach Schätzung, nach Schätzungen, nach Recherchen, den Angaben nach, aus Sicht, unter Berufung, beruft \
         sich, berief sich, in den Worten, heißt es, hieß es",
    ),
    (
        Attribution,
        "sagte, sagten, sagt, gesagt, sprach von, sprachen von, spricht von, sprechen von, meinte, meinten, meint",
    ),
    (
        Attribution,
        "erklärte, erklärten, erklärt, betonte, betonten, betont, berichtete, berichteten, berichtet, berichten",
    ),
    (
        Attribution,
        "schrieb, schrieben, schreibt, meldete, meldeten, meldet, melden, zitierte, zitiert, verlautete",
    ),
    (
        Attribution,
        "warnte, warnten, warnt, warnen, kritisierte, kritisierten, kritisiert, forderte, forderten, fordert",
    ),
    (
        Attribution,
        "behauptete, behaupteten, behauptet, behaupten, beteuerte, beteuert, versicherte, versicherten",
    ),
    (
        Attribution,
        "bestätigte, bestätigten, bestätigt, bestritt, bestritten, bestreitet, dementierte, dementierten, dementiert",
    ),
    (
        Attribution,
        "bezifferte, bezifferten, beziffert, räumte ein, räumten ein, gab an, gaben an, gibt an, geben an, kündigte, kündigten, verwies, verwiesen, ergänzte, \
         hielt fest, urteilte, schätzt, schätzen, schätzte, schätzten, rechnet mit, rechnen mit, geht davon aus, gehen davon aus",
    ),
    (
        Attribution,
        "erzählt, erzählte, erzählten, fragt, fragte, glaubt, glauben, glaubte, hofft, hoffen, hoffte, befürchtet, \
         befürchten, befürchtete, erwartet, erwarten, sagen, meinen, bilanziert, bilanzierte, resümiert, resümierte, urteilt, \
         spottet, spottete, scherzt, scherzte, erinnert sich, erinnerte sich, zeigte sich, zeigt sich, verspricht, versprach, \
         beschreibt, beschrieb, nennt es, nannte es, spricht sich, sprach sich, stellt fest, stellte fest, weiß, ahnt, \
         schimpfte, schimpften, schimpft, klagte, klagten, klagt, mahnte, mahnten, mahnt, monierte, monierten, moniert, bemängelte, \
         bemängelten, bemängelt, beklagte, beklagten, beklagt, argumentierte, argumentierten, argumentiert, entgegnete, \
         entgegneten, entgegnet, erwiderte, erwiderten, erwidert, antwortete, antworteten, bekräftigte, bekräftigten, bekräftigt, \
         prophezeite, prophezeit, prognostizierte, prognostizierten, prognostiziert, prognostizieren, widersprach, widersprachen, \
         widerspricht, rügte, rügten, rügt, unterstrich, beschwerte sich, lobte, lobten, lobt, vermutet, vermuten, vermutete",
    ),
    (Attribution, "demnach"),
    (
        Hedge,
        "unklar, ungewiss, fraglich, ist offen, noch offen, bleibt offen, denkbar, nicht auszuschließen, ist möglich dass, \
         allem Anschein nach, augenscheinlich, deutet, deuten, deutete, deuteten, Anzeichen, Hinweise auf, Hinweise \
         darauf, Gerüchte, Gerüchten, Spekulation, Spekulationen, Verdacht, unter Verdacht, mutmaßen, wird erwartet, werden \
         erwartet, gerechnet, steht im Raum, ausgegangen, müsste, müssten",
    ),
    (
        Attribution,
        "Vorwurf, Vorwürfe, Vorwürfen, Behauptung, Behauptungen, Befürchtung, Befürchtungen, Vermutung, Vermutungen, \
         Prognose, Prognosen, Schätzung, Schätzungen, Einschätzung, Aussage, Aussagen, in einer Mitteilung, \
         in der Mitteilung, Pressemitteilung, in einem Interview, im Interview, auf Anfrage, auf Nachfrage, der Ansicht, der \
         Meinung, der Auffassung, der Überzeugung, die Ansicht, die Auffassung, die Überzeugung, überzeugt, zuversichtlich, \
         skeptisch, besorgt, Sorge dass, Sorge vor, Hoffnung dass, Hoffnung auf, Angst dass, den Eindruck, klar dass, deutlich dass, \
         sicher dass, zeigt dass, zeigen dass, zeigte dass, zeigten dass, die Rede, es hieß, geht hervor, aus seiner Sicht, \
         aus ihrer Sicht, in seinen Augen, in ihren Augen, seinen Worten, ihren Worten, Ankündigung, Forderung, Forderungen, \
         Zitat, wörtlich, sprach, sprachen, spricht",
    ),
];

/// Verbs that are verbs of saying with what stands at the end of their clause.
const WITH_PARTICLE: [(&str, &[&str]); 18] = [
    ("räumte räumten räumt räumen", &["ein"]),
    ("wies wiesen weist weisen", &["zurück", "hin"]),
    ("warf warfen wirft werfen", &["vor"]),
    ("gab gaben gibt geben", &["an", "zu", "bekannt", "Auskunft"]),
    ("stellte stellten stellt stellen", &["klar", "fest", "Aussicht", "Frage"]),
    ("fügte fügten fügt", &["hinzu"]),
    ("teilte teilten teilt teilen", &["mit"]),
    ("kündigte kündigten kündigt kündigen", &["an"]),
    ("lehnte lehnten lehnt lehnen", &["ab"]),
    ("hob hoben hebt", &["hervor"]),
    ("rief riefen ruft rufen", &["auf"]),
    ("schlug schlugen schlägt schlagen", &["vor"]),
    ("ließ ließen lässt lassen", &["wissen", "mitteilen", "durchblicken", "verlauten", "ausrichten"]),
    ("machte machten macht machen", &["deutlich", "geltend", "klar", "verantwortlich"]),
    ("geht gehen ging gingen", &["hervor", "aus"]),
    ("mahnte mahnten mahnt mahnen prangert prangerte prangerten", &["an"]),
    (
        "zeigte zeigten zeigt zeigen",
        &["überzeugt", "besorgt", "zuversichtlich", "erfreut", "enttäuscht", "skeptisch"],
    ),
    ("tritt trat traten", &["entgegen"]),
];

/// Verbs that are such with a word somewhere after them.
const WITH_WORD: [(&str, &str); 5] = [
    ("rechnet rechnen rechnete rechneten", "mit"),
    ("hält halten hielt hielten", "für"),
    ("sieht sehen sah sahen", "als"),
    ("gilt gelten galt galten", "als"),
    ("bittet bat baten", "um"),
];

/// What may belong to a verb at the end of its clause, if it is a verb of saying with it.
pub(super) fn particles(verb: &str) -> Option<&'static [&'static str]> {
    static BY_FORM: LazyLock<HashMap<&str, &[&str]>> = LazyLock::new(|| {
        let of_verb = |(forms, particles): &(&'static str, &'static [&'static str])| {
            let particles = *particles;
            forms.split(' ').map(move |form| (form, particles))
        };
        // Of two verbs with one form the first counts.
        WITH_PARTICLE.iter().rev().flat_map(of_verb).collect()
    });
    BY_FORM.get(verb).copied()
}

/// Nouns after `nach` for what somebody says or has found out; also as the end of a compound.
const SOURCES: [&str; 36] = [
    "zählung",
    "zählungen",
    "angaben",
    "informationen",
    "information",
    "recherchen",
    "recherche",
    "einschätzung",
    "einschätzungen",
    "ansicht",
    "aussage",
    "aussagen",
    "bericht",
    "berichten",
    "meinung",
    "auffassung",
    "darstellung",
    "schätzung",
    "schätzungen",
    "worten",
    "bekunden",
    "erkenntnissen",
    "überzeugung",
    "berechnungen",
    "berechnung",
    "prognose",
    "prognosen",
    "mitteilung",
    "lesart",
    "meldungen",
    "plänen",
    "studie",
    "umfrage",
    "analyse",
    "erhebung",
    "gutachten",
];

/// The last word of a phrase that begins with `nach` here and names what the sentence has it from: `nach Recherchen`, `nach
/// eigener Aussage`, `nach Branchenschätzungen`.
pub(super) fn source(tokens: &Tokens<'_>, place: usize) -> Option<usize> {
    /// So many words may stand before the noun.
    const BEFORE: usize = 4;
    if tokens.word(place) != "nach" {
        return None;
    }
    for later in place + 1..=place + 1 + BEFORE {
        if tokens.ends_clause(later - 1) {
            return None;
        }
        let small = tokens.text(Some(later)).to_lowercase();
        let is_noun = is_capital(tokens.list.get(later));
        if is_noun && SOURCES.iter().any(|noun| small.ends_with(noun)) {
            return Some(later);
        }
    }
    None
}

/// Reported speech: the subjunctive of common verbs where it differs from the indicative.
const REPORTED: [&str; 27] = [
    "sei", "seien", "habe", "werde", "könne", "müsse", "wolle", "solle", "dürfe", "gehe", "komme", "gebe",
    "stehe", "bleibe", "wisse", "brauche", "liege", "lasse", "sehe", "nehme", "bringe", "halte", "plane",
    "arbeite", "verfüge", "erwarte", "führe",
];

/// Further ones, of verbs that are less common. As all of them they end in `e`, and the first person is the same.
const REPORTED_TOO: &str = "bedeute zwinge mache tue stelle zeige finde glaube denke spreche rechne hoffe fordere lehne gelte \
     fehle biete diene leiste zahle kaufe steige sinke wachse helfe treffe trage treibe bestehe entstehe verstehe ergebe \
     erhalte enthalte behalte benötige ermögliche verhindere unterstütze beteilige erfülle erreiche sorge dauere kenne nutze \
     setze lebe leide liefere verliere gewinne beginne laufe fahre falle gefalle gehöre höre spiele warte zähle suche versuche \
     verfolge verdiene verlange verkaufe verletze verschwinde wirke betreffe betrage beschäftige befinde bekomme erlaube \
     entspreche widerspreche begrüße bestätige prüfe drohe ziehe schaffe stimme lasse weise rufe handele handle lohne \
     passiere geschehe gelinge gelange scheine verbiete verstoße fließe schließe genieße beziehe reiche spüre fühle frage antworte \
     rede schreibe lese erkläre wünsche investiere verzichte arbeite vertraue bedrohe gefährde verbessere verschlechtere \
     erhöhe senke kämpfe vertrete übernehme unternehme mitmache nenne erinnere ändere verändere wechsele müsse";

/// The other subjunctive of common verbs, in which somebody's words are reported where this one is like the indicative.
const REPORTED_MANY: [&str; 14] = [
    "würde",
    "würden",
    "wäre",
    "wären",
    "hätte",
    "hätten",
    "käme",
    "kämen",
    "gäbe",
    "gäben",
    "ginge",
    "ließe",
    "bräuchte",
    "bräuchten",
];

/// Articles and the like, after which a name or a noun stands.
const DETERMINERS: [&str; 20] = [
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "eines", "diesem", "dieser",
    "mehreren", "mehrerer", "ersten", "eigenen", "einigen", "seinem", "ihrem",
];

/// What this word is a cue for by its form or by what stands around it.
pub(super) fn mood(tokens: &Tokens<'_>, place: usize) -> Option<CueKind> {
    let word = tokens.word(place);
    let next = tokens.text(Some(place + 1));
    let names = || is_capital(tokens.list.get(place + 1)) || DETERMINERS.contains(&next);
    match word {
        "laut" if names() => Some(Attribution),
        // `…, so die Behörde.`
        "so" if place > 0
            && names()
            && tokens.gap_after(place - 1).trim_end().ends_with([',', '“', '”', '«', '»']) =>
        {
            Some(Attribution)
        }
        "soll" | "sollen" if has_infinitive(tokens, place) => Some(Hedge),
        _ if has_its_particle(tokens, place) || has_its_word(tokens, place) => Some(Attribution),
        // "Sie nannte das „einen Irrtum“", but "er nannte keine Zahl".
        "nannte" | "nannten" | "nennt" if has_quotation_after(tokens, place) => Some(Attribution),
        // "Sie findet das gut", but "das Fest findet statt".
        "findet" if !has_particle(tokens, place, "statt") => Some(Attribution),
        // "Er wollte sich nicht äußern."
        "äußern" => None,
        _ if verbs::is_german(word) => Some(Attribution),
        _ if is_subjunctive(word) && is_reported(tokens, place) => Some(Attribution),
        // "Kritik kam auch von der Kammer."
        "kam" | "kamen" | "kommt" | "kommen" | "gab" | "gibt" if is_reaction_of(tokens, place) => {
            Some(Attribution)
        }
        // "Er will es gesehen haben."
        "will" | "wollen" if ends_in_perfect(tokens, place) => Some(Hedge),
        _ => None,
    }
}

/// Whether this word is a participle of a verb of saying before its noun, with what belongs to it after an article: "die
/// erwarteten Zahlen", "die von Kritikern verlangten Preise", "im selbst verfassten Bericht".
pub(super) fn is_attributive(tokens: &Tokens<'_>, place: usize) -> bool {
    /// So many words stand between the article and the participle.
    const NEAR: usize = 6;
    let word = tokens.word(place);
    let is_form =
        word.ends_with("te") || word.ends_with("ten") || word.ends_with("tes") || word.ends_with("ter");
    if place == 0 || !is_form || !verbs::is_german(word) || tokens.ends_clause(place) {
        return false;
    }
    // Adjectives may come between it and the noun.
    let mut noun = place + 1;
    while tokens
        .list
        .get(noun)
        .is_some_and(|next| next.text.starts_with(char::is_lowercase) && next.text.ends_with("en"))
        && !tokens.ends_clause(noun)
    {
        noun += 1;
    }
    if !is_capital(tokens.list.get(noun)) {
        return false;
    }
    let is_article = |place: usize| ARTICLES.contains(&&*tokens.text(Some(place)).to_lowercase());
    let before = (place.saturating_sub(NEAR)..place).rev().take_while(|before| !tokens.ends_clause(*before));
    let mut article = before.filter(|before| is_article(*before));
    // The last article with nothing but what belongs to the participle after it: itself, or a preposition or an adverb.
    article.next().is_some_and(|article| {
        let next = article + 1;
        // "Das meldete Lund."
        let is_pronoun = tokens.word(article) == "das" && (article == 0 || tokens.ends_clause(article - 1));
        next == place && !is_pronoun || INSIDE.contains(&tokens.text(Some(next)))
    }) || article.next().is_some_and(|article| INSIDE.contains(&tokens.text(Some(article + 1))))
}

/// Articles before a noun of which a participle stands.
const ARTICLES: [&str; 18] = [
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "diese",
    "dieser", "diesen", "diesem", "im", "vom",
];

/// Words after an article with which what belongs to a participle begins.
const INSIDE: [&str; 26] = [
    "von",
    "vom",
    "mit",
    "durch",
    "in",
    "im",
    "am",
    "auf",
    "bei",
    "nach",
    "vor",
    "seit",
    "unter",
    "bereits",
    "schon",
    "oft",
    "viel",
    "lange",
    "zuvor",
    "bisher",
    "ebenfalls",
    "selbst",
    "zuletzt",
    "gestern",
    "immer",
    "zu",
];

/// Whether this word may be a subjunctive.
fn is_subjunctive(word: &str) -> bool {
    static MORE: LazyLock<HashSet<&str>> = LazyLock::new(|| REPORTED_TOO.split_whitespace().collect());
    // "kontrolliere": no adjective and no noun that is written small ends so.
    let is_foreign =
        || word.len() > "iere".len() + 1 && word.ends_with("iere") && word.starts_with(char::is_lowercase);
    REPORTED.contains(&word) || REPORTED_MANY.contains(&word) || MORE.contains(word) || is_foreign()
}

/// Whether a verb has a word for praise or blame before it and where that comes from after it.
fn is_reaction_of(tokens: &Tokens<'_>, place: usize) -> bool {
    const REACTIONS: [&str; 12] = [
        "kritik",
        "lob",
        "widerspruch",
        "zustimmung",
        "protest",
        "zuspruch",
        "widerstand",
        "einwände",
        "bedenken",
        "unterstützung",
        "beifall",
        "warnungen",
    ];
    /// Between them stands no more than an adverb.
    const NEAR: usize = 3;
    let is_reaction = |word: &str| {
        let small = word.to_lowercase();
        word.starts_with(char::is_uppercase) && REACTIONS.iter().any(|noun| small.ends_with(noun))
    };
    let before = place.checked_sub(1).is_some_and(|before| is_reaction(tokens.text(Some(before))));
    let next = (place + 1..=place + NEAR).take_while(|next| !tokens.ends_clause(next - 1));
    before && next.into_iter().any(|next| matches!(tokens.text(Some(next)), "von" | "vom" | "aus"))
}

/// Whether the clause of `will` ends with "gesehen haben".
fn ends_in_perfect(tokens: &Tokens<'_>, place: usize) -> bool {
    let last = (place..tokens.list.len()).take(REACH).find(|place| tokens.ends_clause(*place));
    last.is_some_and(|last| {
        last > place + 1
            && matches!(tokens.text(Some(last)), "haben" | "sein")
            && tokens.before(last).ends_with(['n', 't'])
    })
}

/// Whether a form of [`REPORTED`] is no other: `ich habe`, `es sei denn`, `wie dem auch sei`, and the imperative that begins a
/// sentence.
fn is_reported(tokens: &Tokens<'_>, place: usize) -> bool {
    /// The first person stands so near.
    const NEAR: usize = 6;
    let next = tokens.text(Some(place + 1));
    let before = tokens.before(place);
    let is_first_person =
        || (place.saturating_sub(NEAR)..place).any(|place| matches!(tokens.text(Some(place)), "ich" | "Ich"));
    place > 0 && before != "auch" && !matches!(next, "denn" | "ich") && !is_first_person()
}

/// Whether words are quoted later in the sentence.
fn has_quotation_after(tokens: &Tokens<'_>, place: usize) -> bool {
    let mut later = (place..tokens.list.len()).take(REACH);
    later.any(|later| tokens.gap_after(later).contains(['„', '“', '»', '«', '"']))
}

/// So many words are looked through for what belongs to a verb.
const REACH: usize = 60;

/// Whether an infinitive belongs to `soll`: at the end of its clause, or before it in one that begins with a conjunction.
fn has_infinitive(tokens: &Tokens<'_>, place: usize) -> bool {
    let is_infinitive =
        |text: &str| text.len() > 3 && text.ends_with('n') && text.starts_with(char::is_lowercase);
    let last = (place..tokens.list.len()).take(REACH).find(|place| tokens.ends_clause(*place));
    let after = last.is_some_and(|last| last > place && is_infinitive(tokens.text(Some(last))));
    // A part that is put in between commas hides the end.
    let later = || tokens.list[place + 1..].last().is_some_and(|last| is_infinitive(last.text));
    after || later() || tokens.ends_clause(place) && is_infinitive(tokens.before(place))
}

/// Whether what makes this verb one of saying ends its clause.
fn has_its_particle(tokens: &Tokens<'_>, place: usize) -> bool {
    let word = tokens.word(place);
    let Some(particles) = particles(word) else { return false };
    particles.iter().any(|particle| {
        // "Die Polizei geht von einem Unfall aus", but not "das Licht ging aus".
        let is_open = *particle != "aus" || has_word_after(tokens, place, &["von", "davon", "vom"]);
        is_open && has_particle(tokens, place, particle)
    })
}

/// Whether the word that makes this verb one of saying comes after it in its clause.
fn has_its_word(tokens: &Tokens<'_>, place: usize) -> bool {
    let word = tokens.word(place);
    let mut own = WITH_WORD.iter().filter(|(forms, _)| forms.split(' ').any(|form| form == word));
    own.any(|(_, wanted)| has_word_after(tokens, place, &[*wanted]))
}

/// Whether one of these words comes later in the clause.
fn has_word_after(tokens: &Tokens<'_>, place: usize, wanted: &[&str]) -> bool {
    let mut later =
        (place + 1..tokens.list.len()).take(REACH).take_while(|later| !tokens.ends_clause(later - 1));
    later.any(|later| wanted.contains(&tokens.text(Some(later))))
}

/// Whether a verb's particle ends its clause or the sentence.
fn has_particle(tokens: &Tokens<'_>, place: usize, particle: &str) -> bool {
    (place + 1..tokens.list.len()).take(REACH).any(|later| {
        tokens.text(Some(later)) == particle && (tokens.ends_clause(later) || later + 1 == tokens.list.len())
    })
}
