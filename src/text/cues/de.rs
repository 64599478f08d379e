//! The cues of German.

use super::CueKind::{Attribution, Hedge};
use super::tokens::Tokens;
use super::{CueKind, Phrase, is_capital};

/// Words and phrases that are cues wherever they stand, as they are written within a sentence.
pub(super) const PHRASES: [Phrase; 12] = [
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
        "erzählt, erzählte, erzählten, fragt, fragte, findet, glaubt, glauben, glaubte, hofft, hoffen, hoffte, befürchtet, \
         befürchten, befürchtete, erwartet, erwarten, sagen, meinen, bilanziert, bilanzierte, resümiert, resümierte, urteilt, \
         spottet, spottete, scherzt, scherzte, erinnert sich, erinnerte sich, zeigte sich, zeigt sich, verspricht, versprach, \
         beschreibt, beschrieb, nennt es, nannte es, spricht sich, sprach sich, stellt fest, stellte fest, weiß, ahnt, \
         schimpfte, schimpften, schimpft, klagte, klagten, klagt, mahnte, mahnten, mahnt, monierte, monierten, moniert, bemängelte, \
         bemängelten, bemängelt, beklagte, beklagten, beklagt, argumentierte, argumentierten, argumentiert, entgegnete, \
         entgegneten, entgegnet, erwiderte, erwiderten, erwidert, antwortete, antworteten, bekräftigte, bekräftigten, bekräftigt, \
         prophezeite, prophezeit, prognostizierte, prognostizierten, prognostiziert, prognostizieren, widersprach, widersprachen, \
         widerspricht, rügte, rügten, rügt, unterstrich, beschwerte sich, lobte, lobten, lobt, vermutet, vermuten, vermutete",
    ),
    (
        Attribution,
        "demnach, nach eigener Zählung, nach eigener Darstellung, nach eigener Aussage, nach eigenen Worten, nach eigenem \
         Bekunden, Kritik kam von, Kritik kommt von, Kritik kam aus",
    ),
];

/// Reported speech: the subjunctive of common verbs where it differs from the indicative.
const REPORTED: [&str; 27] = [
    "sei", "seien", "habe", "werde", "könne", "müsse", "wolle", "solle", "dürfe", "gehe", "komme", "gebe",
    "stehe", "bleibe", "wisse", "brauche", "liege", "lasse", "sehe", "nehme", "bringe", "halte", "plane",
    "arbeite", "verfüge", "erwarte", "führe",
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
        "räumte" | "räumten" | "räumt" if has_particle(tokens, place, "ein") => Some(Attribution),
        "wies" | "wiesen" | "weist" if has_particle(tokens, place, "zurück") => Some(Attribution),
        "warf" | "warfen" | "wirft" if has_particle(tokens, place, "vor") => Some(Attribution),
        "gab" | "gaben" | "gibt" if has_particle(tokens, place, "zu") => Some(Attribution),
        "stellte" | "stellten" | "stellt" if has_particle(tokens, place, "klar") => Some(Attribution),
        "fügte" | "fügten" | "fügt" if has_particle(tokens, place, "hinzu") => Some(Attribution),
        "teilte" | "teilten" | "teilt" | "teilen" if has_particle(tokens, place, "mit") => Some(Attribution),
        // "Sie nannte das „einen Irrtum“", but "er nannte keine Zahl".
        "nannte" | "nannten" | "nennt" if has_quotation_after(tokens, place) => Some(Attribution),
        _ if REPORTED.contains(&word) && is_reported(tokens, place) => Some(Attribution),
        _ => None,
    }
}

/// Whether a form of [`REPORTED`] is no other: `ich habe`, `es sei denn`, `wie dem auch sei`, and the imperative that begins a
/// sentence.
fn is_reported(tokens: &Tokens<'_>, place: usize) -> bool {
    let next = tokens.text(Some(place + 1));
    place > 0 && !matches!(tokens.before(place), "ich" | "auch" | "Ich") && !matches!(next, "denn" | "ich")
}

/// Whether words are quoted later in the sentence.
fn has_quotation_after(tokens: &Tokens<'_>, place: usize) -> bool {
    let from = tokens.list.get(place).map_or(0, |token| token.range.end);
    tokens.sentence[from..].contains(['„', '“', '»', '«', '"'])
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

/// Whether a verb's particle ends its clause or the sentence.
fn has_particle(tokens: &Tokens<'_>, place: usize, particle: &str) -> bool {
    (place + 1..tokens.list.len()).take(REACH).any(|later| {
        tokens.text(Some(later)) == particle && (tokens.ends_clause(later) || later + 1 == tokens.list.len())
    })
}
