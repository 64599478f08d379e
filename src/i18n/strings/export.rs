//! What only a document says: a page, a text, Markdown.

use crate::i18n::plural::Plural;

/// The texts of one language. `{}` stands for what is put in.
#[derive(Debug)]
#[deny(dead_code)] // A text that nothing shows any more.
pub struct Export {
    /// The first link of a page.
    pub(crate) skip: &'static str,
    /// Over the list of its parts.
    pub(crate) contents: &'static str,
    /// Over the signs.
    pub(crate) signs: &'static str,
    /// How the article's words look, and how ours.
    pub(crate) voices: &'static str,
    /// Of a dossier with errors: how many there are.
    pub(crate) errors: &'static str,
    /// Of a thing whose evidence is at fault.
    pub(crate) broken: &'static str,
    /// Of a thing with any other error.
    pub(crate) faulty: &'static str,
    /// At the end.
    pub(crate) made: &'static str,
    /// The address of the article.
    pub(crate) at_the_publisher: &'static str,
    /// From a quotation to its words.
    pub(crate) to_words: &'static str,
    /// From a quotation to the same words where the article was published.
    pub(crate) to_original: &'static str,
    /// Before the article's words.
    pub(crate) words: &'static str,
    /// Before such of them as take a reading.
    pub(crate) words_inferred: &'static str,
    /// Before a quotation that stands several times.
    pub(crate) ambiguous: &'static str,
    /// Before a quotation that does not stand in the article.
    pub(crate) lost: &'static str,
    /// Before the claims and gaps of a paragraph.
    pub(crate) here: &'static str,
    /// Before what else hangs on it.
    pub(crate) more_here: &'static str,
    /// After words that mean an actor by a reading of ours; `{}` is the actor.
    pub(crate) meant: &'static str,
    /// Actors that a paragraph means by the words of another.
    pub(crate) also_meant: &'static str,
    /// What its author shows and says.
    pub(crate) briefing: &'static str,
    /// What stands over it.
    pub(crate) briefing_intro: &'static str,
    /// A part of it.
    pub(crate) stop: Plural<'static>,
    /// Before what is for the speaker alone.
    pub(crate) speaker: &'static str,
    /// What stands over the article.
    pub(crate) article_intro: &'static str,
    /// The same where nothing is underlined.
    pub(crate) article_told: &'static str,
    /// What stands over the actors.
    pub(crate) actors_intro: &'static str,
    /// What stands over the timeline.
    pub(crate) timeline_intro: &'static str,
    /// What stands over the figures.
    pub(crate) trend_intro: &'static str,
    /// What stands over the claims.
    pub(crate) claims_intro: &'static str,
    /// What stands over the sources.
    pub(crate) sources_intro: &'static str,
    /// Over the short list of actors.
    pub(crate) key_actors: &'static str,
    /// Over the rest of them.
    pub(crate) other_actors: &'static str,
    /// What a source says, where it is not quoted.
    pub(crate) summary: &'static str,
    /// The article's day among the events; `{}` is the day.
    pub(crate) article_day: &'static str,
    /// Under the title of a chart.
    pub(crate) chart: &'static str,
    /// What a series counts.
    pub(crate) definition: &'static str,
    /// A column of a table.
    pub(crate) note: &'static str,
    /// A series' figures as a table; `{}` is what it shows.
    pub(crate) table: &'static str,
    /// A source's own words.
    pub(crate) own_words: &'static str,
    /// Before the title of a source.
    pub(crate) title: &'static str,
    /// Of a source that nothing in the dossier names.
    pub(crate) unused: &'static str,
}

/// German.
pub(super) const DE: Export = Export {
    skip: "Zum Inhalt",
    contents: "Inhalt",
    signs: "Zeichen",
    voices: "Worte des Artikels stehen in Anführungszeichen an einem durchgezogenen Strich und heißen „Der Artikel“. Was wir hinzufügen, steht ohne Anführungszeichen an einem gepunkteten Strich.",
    errors: "Das Dossier hat Fehler: {}. Was fehlerhaft ist, trägt „!“; ein Zitat, das so nicht mehr im Artikel steht, gilt nicht als Beleg.",
    broken: "Beleg nicht in Ordnung: „fundstelle check“ sagt, warum.",
    faulty: "Dieser Eintrag des Dossiers hat einen Fehler: „fundstelle check“ sagt, welchen.",
    made: "Aus dem Dossier geschrieben mit Fundstelle. Jede Angabe steht mit Worten des Artikels oder mit einer Quelle.",
    at_the_publisher: "Artikel beim Verlag",
    to_words: "im Text",
    to_original: "im Original",
    words: "Der Artikel",
    words_inferred: "Der Artikel, von uns gedeutet",
    ambiguous: "Steht mehrmals im Artikel, kein Beleg",
    lost: "Steht nicht im Artikel, kein Beleg",
    here: "Dazu",
    more_here: "Weiteres zu diesen Worten",
    meant: "gemeint ist wohl: {}",
    also_meant: "Auch gemeint",
    briefing: "Vortrag",
    briefing_intro: "Der Weg durch das Dossier. Was belegt ist und wodurch, steht dort, wohin jede Station führt.",
    stop: Plural { one: "Station", many: "Stationen" },
    speaker: "Für den Vortrag",
    article_intro: "Der Text, wie er erschien. Namen führen zu ihren Trägern; gepunktet unterstrichene Worte tragen eine Aussage oder eine Lücke, deren Nummer dahinter steht.",
    article_told: "Der Text, wie er erschien. Was dazu zu sagen ist, stammt von uns und steht getrennt von ihm.",
    actors_intro: "Von wem der Artikel handelt und wer dazugehört. „Hintergrund“ heißt: Der Artikel nennt ihn nicht.",
    timeline_intro: "Was wann geschah. Was nicht im Artikel steht, ist Hintergrund aus Quellen. Der Tag des Artikels trennt, was er wissen konnte, von dem, was danach kam.",
    trend_intro: "Die Zahlen sind Hintergrund und stehen nicht im Artikel. Jede Reihe hat einen Herausgeber und eine Definition; Reihen lassen sich nicht zusammenzählen.",
    claims_intro: "Was der Artikel behauptet und wie es zu den Quellen steht; dazwischen, was er weglässt. In der Reihenfolge des Artikels.",
    sources_intro: "Eine Quelle, die eine andere wiedergibt, ist von ihr nicht unabhängig. „Nicht selbst gelesen“ heißt: Wir kennen sie nur aus anderen.",
    key_actors: "Wichtige Akteure",
    other_actors: "Weitere Akteure",
    summary: "Was geschah, in unseren Worten",
    article_day: "Der Artikel erschien: {}",
    chart: "Linien verbinden nur Werte desselben Ortes, deren Zeiträume direkt aufeinander folgen. Ein Pfeil nach oben ist eine Untergrenze, einer nach unten eine Obergrenze; hohle Zeichen sind gerundet, ungefähr oder Prognose; × heißt: gesucht, kein Wert gefunden. Alle Werte stehen in der Tabelle darunter.",
    definition: "Gezählt wird",
    note: "Anmerkung",
    table: "Werte: {}",
    own_words: "Die Quelle, in ihren Worten",
    title: "Titel",
    unused: "Nichts im Dossier stützt sich auf diese Quelle.",
};

/// English.
pub(super) const EN: Export = Export {
    skip: "Skip to the content",
    contents: "Contents",
    signs: "Signs",
    voices: "Words of the article stand in quotation marks at a solid rule and are headed “The article”. What we add stands without quotation marks at a dotted rule.",
    errors: "The dossier has errors: {}. What is at fault is marked “!”; a quotation that no longer stands in the article is no evidence.",
    broken: "Evidence is broken: “fundstelle check” says why.",
    faulty: "This entry of the dossier has an error: “fundstelle check” says which.",
    made: "Written from the dossier with Fundstelle. Every statement stands with words of the article or with a source.",
    at_the_publisher: "The article at its publisher",
    to_words: "in the text",
    to_original: "in the original",
    words: "The article",
    words_inferred: "The article, as we read it",
    ambiguous: "Stands more than once in the article, no evidence",
    lost: "Does not stand in the article, no evidence",
    here: "On this",
    more_here: "More on these words",
    meant: "probably meant: {}",
    also_meant: "Meant as well",
    briefing: "Briefing",
    briefing_intro: "The way through the dossier. What bears it stands where each stop leads.",
    stop: Plural { one: "stop", many: "stops" },
    speaker: "For the speaker",
    article_intro: "The text as it was published. Names lead to who bears them; words with a dotted underline bear a claim or a gap, whose number follows.",
    article_told: "The text as it was published. What is to be said of it is ours and stands apart from it.",
    actors_intro: "Who the article is about, and who belongs to it. “Background” means that the article does not name them.",
    timeline_intro: "What happened when. What the article does not say is background from sources. The article's day divides what it could know from what came after.",
    trend_intro: "The figures are background and do not stand in the article. Each series has one publisher and one definition; series cannot be added up.",
    claims_intro: "What the article asserts and how that stands against the sources; between them, what it leaves out. In the article's order.",
    sources_intro: "A source that repeats another is not independent of it. “Not read by us” means that we know it only from others.",
    key_actors: "Key actors",
    other_actors: "Other actors",
    summary: "What happened, in our words",
    article_day: "The article was published: {}",
    chart: "Lines join only values of one place whose periods follow each other directly. An arrow up is a lower bound, one down an upper bound; hollow marks are rounded, about or forecast; × was looked for and not found. All values stand in the table below.",
    definition: "What is counted",
    note: "Note",
    table: "Figures: {}",
    own_words: "The source, in its own words",
    title: "Title",
    unused: "Nothing in the dossier rests on this source.",
};
