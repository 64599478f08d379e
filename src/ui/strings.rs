//! What the interface says, in every language it speaks. A missing text does not compile, and neither does one that
//! nothing shows any more.

use super::language::Plural;

/// The texts of one language. `{}` stands for what is put in.
#[derive(Debug)]
pub struct Strings {
    /// The months in full.
    pub(crate) months: [&'static str; 12],
    /// The months, short.
    pub(crate) short_months: [&'static str; 12],
    /// The halves of a year.
    pub(crate) half_years: [&'static str; 2],
    /// Before the number of a half year.
    pub(crate) half: &'static str,
    /// Before the number of a quarter.
    pub(crate) quarter: &'static str,
    /// Before a day.
    pub(crate) not_before: &'static str,
    /// Before a day.
    pub(crate) not_after: &'static str,
    /// Before a day.
    pub(crate) since: &'static str,
    /// Before a day.
    pub(crate) until: &'static str,
    /// Before a number or a date.
    pub(crate) about: &'static str,
    /// Before a number.
    pub(crate) rounded: &'static str,
    /// After a number.
    pub(crate) forecast: &'static str,
    /// In place of a value.
    pub(crate) no_figure: &'static str,
    /// The panels' names, in the order of their numbers.
    pub(crate) panels: [&'static str; 5],
    /// The article.
    pub(crate) article: &'static str,
    /// The title of the help.
    pub(crate) help: &'static str,
    /// The Backspace key.
    pub(crate) backspace: &'static str,
    /// In the key bar of the help.
    pub(crate) scroll: &'static str,
    /// In the key bar of the trend.
    pub(crate) period: &'static str,
    /// In the key bar of the trend.
    pub(crate) place_short: &'static str,
    /// In the key bar of the card.
    pub(crate) follow_link: &'static str,
    /// On a screen that is too small; `{}` is the size needed.
    pub(crate) too_small: &'static str,
    /// Before the month the facts run to.
    pub(crate) as_of: &'static str,
    /// In the title bar.
    pub(crate) errors: Plural<'static>,
    /// Before a number of items.
    pub(crate) all: &'static str,
    /// Before a number of items.
    pub(crate) prominent: &'static str,
    /// Between a part and the whole.
    pub(crate) out_of: &'static str,
    /// After a number of items a list leaves out.
    pub(crate) others: &'static str,
    /// After a number.
    pub(crate) more: &'static str,
    /// After a number of items that only the view of all lists.
    pub(crate) in_view_all: &'static str,
    /// Between a number and the selection's name.
    pub(crate) linked_to: &'static str,
    /// Where a panel has nothing to do with the selection.
    pub(crate) nothing_linked: &'static str,
    /// Where a series has nothing on the selection, `{}`.
    pub(crate) nothing_on: &'static str,
    /// After a number of events.
    pub(crate) off_axis: &'static str,
    /// In the article's frame, when nothing in it bears the selection.
    pub(crate) no_words_short: &'static str,
    /// In the article's frame, when all of it is in sight.
    pub(crate) whole_article: &'static str,
    /// In an empty article.
    pub(crate) no_article: &'static str,
    /// In an empty panel.
    pub(crate) no_actors: &'static str,
    /// In an empty panel.
    pub(crate) no_events: &'static str,
    /// In an empty panel.
    pub(crate) no_claims: &'static str,
    /// In an empty panel.
    pub(crate) no_series: &'static str,
    /// Beside a series.
    pub(crate) not_from_article: &'static str,
    /// Before places without a figure.
    pub(crate) no_value_for: &'static str,
    /// After the view key.
    pub(crate) only_series: &'static str,
    /// After the view key.
    pub(crate) only_view: &'static str,
    /// In the status line while nothing is selected.
    pub(crate) welcome: &'static str,
    /// After a key that needs a selection.
    pub(crate) nothing_selected: &'static str,
    /// After the words key.
    pub(crate) no_words: &'static str,
    /// After the sources key.
    pub(crate) no_sources: &'static str,
    /// At the end of the article.
    pub(crate) no_next_name: &'static str,
    /// At the beginning of the article.
    pub(crate) no_previous_name: &'static str,
    /// After the last claim.
    pub(crate) no_next_claim: &'static str,
    /// Before the first claim.
    pub(crate) no_previous_claim: &'static str,
    /// After the back key.
    pub(crate) no_back: &'static str,
    /// After the forward key.
    pub(crate) no_forward: &'static str,
    /// Before the number of a passage.
    pub(crate) passage: &'static str,
    /// After the marks key.
    pub(crate) marks_prominent: &'static str,
    /// After the marks key.
    pub(crate) marks_all: &'static str,
    /// After the marks key.
    pub(crate) marks_none: &'static str,
    /// A kind of actor.
    pub(crate) company: &'static str,
    /// A kind of actor.
    pub(crate) government: &'static str,
    /// A kind of actor.
    pub(crate) agency: &'static str,
    /// A kind of actor.
    pub(crate) person: &'static str,
    /// A kind of actor.
    pub(crate) place: &'static str,
    /// A kind of actor.
    pub(crate) product: &'static str,
    /// A kind of actor.
    pub(crate) medium: &'static str,
    /// A kind of actor.
    pub(crate) group: &'static str,
    /// A kind of event.
    pub(crate) control: &'static str,
    /// A kind of event.
    pub(crate) relaxation: &'static str,
    /// A kind of event.
    pub(crate) mandate: &'static str,
    /// A kind of event.
    pub(crate) guidance: &'static str,
    /// A kind of event.
    pub(crate) enforcement: &'static str,
    /// A kind of event.
    pub(crate) report: &'static str,
    /// An assessment.
    pub(crate) borne_out: &'static str,
    /// An assessment.
    pub(crate) qualified: &'static str,
    /// An assessment.
    pub(crate) contradicted: &'static str,
    /// An assessment.
    pub(crate) open: &'static str,
    /// A kind of thing.
    pub(crate) actor: Plural<'static>,
    /// A kind of thing.
    pub(crate) relation: Plural<'static>,
    /// A kind of thing.
    pub(crate) claim: Plural<'static>,
    /// A kind of thing.
    pub(crate) gap: Plural<'static>,
    /// A kind of thing.
    pub(crate) event: Plural<'static>,
    /// A kind of thing.
    pub(crate) series: Plural<'static>,
    /// A kind of thing.
    pub(crate) observation: Plural<'static>,
    /// A kind of thing.
    pub(crate) measured_place: Plural<'static>,
    /// A kind of thing.
    pub(crate) source: Plural<'static>,
    /// A kind of thing.
    pub(crate) mention: Plural<'static>,
    /// How many have said it on their own.
    pub(crate) origin: Plural<'static>,
    /// After a number of mentions.
    pub(crate) inferred: &'static str,
    /// Beside a number of mentions; `{}` is how many.
    pub(crate) of_them_inferred: &'static str,
    /// In the status line, of a candidate.
    pub(crate) perhaps_meant: &'static str,
    /// Over a candidate sentence.
    pub(crate) perhaps_meant_here: &'static str,
    /// In the status line.
    pub(crate) background: &'static str,
    /// On a card.
    pub(crate) broken: &'static str,
    /// On an actor's card.
    pub(crate) not_named: &'static str,
    /// On a background thing's card.
    pub(crate) not_in_article: &'static str,
    /// Over the article's words.
    pub(crate) the_article: &'static str,
    /// Over what the sources say.
    pub(crate) the_sources: &'static str,
    /// Over the events that came after the article.
    pub(crate) after_the_article: &'static str,
    /// Over the gaps at a claim.
    pub(crate) left_out_here: &'static str,
    /// Over the words a gap bears on.
    pub(crate) left_out: &'static str,
    /// Over the claims at a gap.
    pub(crate) claim_here: &'static str,
    /// Before an event's status.
    pub(crate) status: &'static str,
    /// Over the events it follows.
    pub(crate) follows: &'static str,
    /// Over the events that follow it.
    pub(crate) followed_by: &'static str,
    /// Over the events of a figure's period.
    pub(crate) in_this_period: &'static str,
    /// On a source's card.
    pub(crate) no_address: &'static str,
    /// Before a day.
    pub(crate) read_on: &'static str,
    /// On a source.
    pub(crate) not_read: &'static str,
    /// Over the sources it tells again.
    pub(crate) repeats: &'static str,
    /// Over the sources that tell it again.
    pub(crate) repeated_by: &'static str,
    /// A heading of the help.
    pub(crate) help_signs: &'static str,
    /// A heading of the help.
    pub(crate) help_keys: &'static str,
    /// A sign's meaning.
    pub(crate) help_article: &'static str,
    /// A sign's meaning.
    pub(crate) help_background: &'static str,
    /// A sign's meaning.
    pub(crate) help_inferred: &'static str,
    /// A sign's meaning.
    pub(crate) help_borne_out: &'static str,
    /// A sign's meaning.
    pub(crate) help_qualified: &'static str,
    /// A sign's meaning.
    pub(crate) help_contradicted: &'static str,
    /// A sign's meaning.
    pub(crate) help_gap: &'static str,
    /// A sign's meaning.
    pub(crate) help_broken: &'static str,
    /// A sign's meaning.
    pub(crate) help_selected: &'static str,
    /// A sign's meaning.
    pub(crate) help_cursor: &'static str,
    /// A sign's meaning.
    pub(crate) help_lit: &'static str,
    /// A sign's meaning.
    pub(crate) help_full: &'static str,
    /// A sign's meaning.
    pub(crate) help_hollow: &'static str,
    /// A sign's meaning.
    pub(crate) help_bound: &'static str,
    /// A sign's meaning.
    pub(crate) help_missing: &'static str,
    /// A sign's meaning.
    pub(crate) help_event_mark: &'static str,
}

/// German.
pub static DE: Strings = Strings {
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    short_months: ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    half_years: ["1. Halbjahr", "2. Halbjahr"],
    half: "H",
    quarter: "Q",
    not_before: "nicht vor",
    not_after: "nicht nach",
    since: "seit",
    until: "bis",
    about: "um",
    rounded: "gerundet",
    forecast: "Prognose",
    no_figure: "gesucht, kein Wert gefunden",
    panels: ["Artikel", "Akteure", "Zeitleiste", "Trend", "Aussagen"],
    article: "Artikel",
    help: "Hilfe",
    backspace: "Rück",
    scroll: "blättern",
    period: "Periode",
    place_short: "Ort",
    follow_link: "folgen",
    too_small: "Fundstelle braucht {} Zeichen",
    as_of: "Fakten bis",
    errors: Plural { one: "Fehler", many: "Fehler" },
    all: "alle",
    prominent: "wichtige",
    out_of: "von",
    others: "weitere in der Ansicht „alle“",
    more: "weitere",
    in_view_all: "in „alle“ (v)",
    linked_to: "zu",
    nothing_linked: "nichts zur Auswahl",
    nothing_on: "Zu {}: keine Angabe",
    off_axis: "außerhalb der Achse",
    no_words_short: "keine Worte zur Auswahl",
    whole_article: "ganz",
    no_article: "Der Artikel ist leer.",
    no_actors: "Noch keine Akteure. Sie stehen als [[actor]] in dossier.toml.",
    no_events: "Noch keine Ereignisse. Sie stehen als [[event]] in dossier.toml.",
    no_claims: "Noch keine Aussagen. Sie stehen als [[claim]] und [[gap]] in dossier.toml.",
    no_series: "Noch keine Reihen. Sie stehen als [[series]] in dossier.toml, die Werte in der CSV-Datei daneben.",
    not_from_article: " Hintergrund, nicht Artikel",
    no_value_for: "Kein Wert",
    only_series: "Das Dossier hat nur diese eine Reihe.",
    only_view: "Dieses Feld hat nur diese eine Ansicht.",
    welcome: "Nichts gewählt.  → nächster Name · c nächste Aussage · Tab zu den Feldern · ? Hilfe",
    nothing_selected: "Noch nichts gewählt: → wählt den nächsten Namen, c die nächste Aussage.",
    no_words: "Der Artikel hat dazu keine Worte.",
    no_sources: "Dazu ist keine Quelle verzeichnet; es steht im Artikel selbst.",
    no_next_name: "Kein weiterer Name im Artikel.",
    no_previous_name: "Kein Name davor.",
    no_next_claim: "Keine weitere Aussage oder Lücke.",
    no_previous_claim: "Keine Aussage oder Lücke davor.",
    no_back: "Hier begann der Weg; weiter zurück geht es nicht.",
    no_forward: "Weiter vor geht es nicht.",
    passage: "Stelle",
    marks_prominent: "Unterstrichen: Namen wichtiger Akteure",
    marks_all: "Unterstrichen: alle Namen, auch erschlossene",
    marks_none: "Unterstrichen: nichts",
    company: "Firma",
    government: "Regierung",
    agency: "Behörde",
    person: "Person",
    place: "Ort",
    product: "Produkt",
    medium: "Medium",
    group: "Gruppe",
    control: "Beschränkung",
    relaxation: "Lockerung",
    mandate: "Vorgabe",
    guidance: "Hinweis",
    enforcement: "Durchsetzung",
    report: "Bericht",
    borne_out: "belegt",
    qualified: "eingeschränkt",
    contradicted: "widersprochen",
    open: "offen",
    actor: Plural { one: "Akteur", many: "Akteure" },
    relation: Plural { one: "Relation", many: "Relationen" },
    claim: Plural { one: "Aussage", many: "Aussagen" },
    gap: Plural { one: "Lücke", many: "Lücken" },
    event: Plural { one: "Ereignis", many: "Ereignisse" },
    series: Plural { one: "Reihe", many: "Reihen" },
    observation: Plural { one: "Angabe", many: "Angaben" },
    measured_place: Plural { one: "Messort", many: "Messorte" },
    source: Plural { one: "Quelle", many: "Quellen" },
    mention: Plural { one: "Nennung", many: "Nennungen" },
    origin: Plural { one: "Ursprung", many: "unabhängige Ursprünge" },
    inferred: "erschlossen",
    of_them_inferred: "davon {} erschlossen",
    perhaps_meant: "im Artikel vielleicht gemeint",
    perhaps_meant_here: "Vielleicht gemeint (von uns erschlossen)",
    background: "Hintergrund",
    broken: "Beleg nicht in Ordnung: „fundstelle check“ sagt, warum.",
    not_named: "Der Artikel nennt diesen Akteur nicht.",
    not_in_article: "Nicht im Artikel: Hintergrund aus Quellen.",
    the_article: "Der Artikel",
    the_sources: "Die Quellen, in unseren Worten",
    after_the_article: "Ereignisse nach dem Artikel",
    left_out_here: "Hier lässt der Artikel weg",
    left_out: "Weggelassen an dieser Stelle",
    claim_here: "Aussage an dieser Stelle",
    status: "Stand",
    follows: "Folgt auf",
    followed_by: "Darauf folgt",
    in_this_period: "Ereignisse in dieser Periode",
    no_address: "keine Adresse verzeichnet",
    read_on: "gelesen am",
    not_read: "nicht selbst gelesen",
    repeats: "Gibt wieder",
    repeated_by: "Wiedergegeben von",
    help_signs: "Zeichen",
    help_keys: "Tasten",
    help_article: "steht im Artikel",
    help_background: "Hintergrund: nur aus Quellen, nicht im Artikel",
    help_inferred: "von uns erschlossen, vielleicht gemeint, oder offen",
    help_borne_out: "Aussage durch Quellen belegt",
    help_qualified: "Aussage durch Quellen eingeschränkt",
    help_contradicted: "Aussage von Quellen widersprochen",
    help_gap: "Lücke: das lässt der Artikel weg",
    help_broken: "Beleg nicht in Ordnung",
    help_selected: "gewählt",
    help_cursor: "hier beginnt der nächste Schritt",
    help_lit: "hängt mit der Auswahl zusammen",
    help_full: "Wert wie veröffentlicht (je Ort ein Zeichen: ● ◆ ■ ▼)",
    help_hollow: "hohl: gerundet, ungefähr oder Prognose",
    help_bound: "Untergrenze (↓ Obergrenze), kein Punkt der Linie",
    help_missing: "gesucht, kein Wert gefunden",
    help_event_mark: "auf der Zeitachse: Ereignis zur Auswahl",
};

/// English.
pub static EN: Strings = Strings {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    half_years: ["first half of", "second half of"],
    half: "H",
    quarter: "Q",
    not_before: "not before",
    not_after: "not after",
    since: "since",
    until: "until",
    about: "about",
    rounded: "rounded",
    forecast: "forecast",
    no_figure: "looked for, no figure found",
    panels: ["Article", "Actors", "Timeline", "Trend", "Claims"],
    article: "Article",
    help: "Help",
    backspace: "Bksp",
    scroll: "scroll",
    period: "period",
    place_short: "place",
    follow_link: "follow",
    too_small: "Fundstelle needs {} cells",
    as_of: "Facts to",
    errors: Plural { one: "error", many: "errors" },
    all: "all",
    prominent: "key",
    out_of: "of",
    others: "more in the view “all”",
    more: "more",
    in_view_all: "in “all” (v)",
    linked_to: "linked to",
    nothing_linked: "nothing on the selection",
    nothing_on: "{}: no figure here",
    off_axis: "off the axis",
    no_words_short: "no words on the selection",
    whole_article: "whole",
    no_article: "The article is empty.",
    no_actors: "No actors yet. Write them as [[actor]] into dossier.toml.",
    no_events: "No events yet. Write them as [[event]] into dossier.toml.",
    no_claims: "No claims yet. Write them as [[claim]] and [[gap]] into dossier.toml.",
    no_series: "No series yet. Write them as [[series]] into dossier.toml, their values into the CSV file beside it.",
    not_from_article: " background, not the article",
    no_value_for: "No figure",
    only_series: "This dossier has this one series only.",
    only_view: "This panel has this one view only.",
    welcome: "Nothing selected.  → next name · c next claim · Tab to the panels · ? help",
    nothing_selected: "Nothing selected yet: → selects the next name, c the next claim.",
    no_words: "The article has no words on this.",
    no_sources: "No source is recorded for this; it stands in the article itself.",
    no_next_name: "No further name in the article.",
    no_previous_name: "No name before this.",
    no_next_claim: "No further claim or gap.",
    no_previous_claim: "No claim or gap before this.",
    no_back: "This is where you started; there is nothing further back.",
    no_forward: "There is nothing further forward.",
    passage: "Passage",
    marks_prominent: "Underlined: names of key actors",
    marks_all: "Underlined: all names, inferred ones too",
    marks_none: "Underlined: nothing",
    company: "company",
    government: "government",
    agency: "agency",
    person: "person",
    place: "place",
    product: "product",
    medium: "medium",
    group: "group",
    control: "control",
    relaxation: "relaxation",
    mandate: "mandate",
    guidance: "guidance",
    enforcement: "enforcement",
    report: "report",
    borne_out: "borne out",
    qualified: "qualified",
    contradicted: "contradicted",
    open: "open",
    actor: Plural { one: "actor", many: "actors" },
    relation: Plural { one: "relation", many: "relations" },
    claim: Plural { one: "claim", many: "claims" },
    gap: Plural { one: "gap", many: "gaps" },
    event: Plural { one: "event", many: "events" },
    series: Plural { one: "series", many: "series" },
    observation: Plural { one: "figure", many: "figures" },
    measured_place: Plural { one: "place measured", many: "places measured" },
    source: Plural { one: "source", many: "sources" },
    mention: Plural { one: "mention", many: "mentions" },
    origin: Plural { one: "origin", many: "independent origins" },
    inferred: "inferred",
    of_them_inferred: "{} inferred",
    perhaps_meant: "perhaps meant in the article",
    perhaps_meant_here: "Perhaps meant (inferred by us)",
    background: "background",
    broken: "Evidence is broken: “fundstelle check” says why.",
    not_named: "The article does not name this actor.",
    not_in_article: "Not in the article: background from sources.",
    the_article: "The article",
    the_sources: "The sources, in our words",
    after_the_article: "Events after the article",
    left_out_here: "Here the article leaves out",
    left_out: "Left out at these words",
    claim_here: "Claim at these words",
    status: "Status",
    follows: "Follows",
    followed_by: "Followed by",
    in_this_period: "Events in this period",
    no_address: "no address recorded",
    read_on: "read on",
    not_read: "not read by us",
    repeats: "Repeats",
    repeated_by: "Repeated by",
    help_signs: "Signs",
    help_keys: "Keys",
    help_article: "the article says it",
    help_background: "background: from sources only, not in the article",
    help_inferred: "inferred by us, perhaps meant, or open",
    help_borne_out: "claim borne out by sources",
    help_qualified: "claim qualified by sources",
    help_contradicted: "claim contradicted by sources",
    help_gap: "gap: the article leaves this out",
    help_broken: "evidence broken",
    help_selected: "selected",
    help_cursor: "the next step starts here",
    help_lit: "linked to the selection",
    help_full: "value as published (a mark a place: ● ◆ ■ ▼)",
    help_hollow: "hollow: rounded, about, or forecast",
    help_bound: "lower bound (↓ upper), not a point of the line",
    help_missing: "looked for, no figure found",
    help_event_mark: "on the time axis: an event linked to the selection",
};
