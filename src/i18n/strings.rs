//! The interface's texts in all its languages: one table with an entry for each text. An entry that lacks a language does
//! not compile, and neither does one that is no longer used.

use super::plural::Plural;
use crate::dossier::Kind;

/// Makes the structs and the statics of all languages from one table. An entry is `key: "German", "English";`, where
/// `["one", "many"]` is a noun with its plural and twelve texts in brackets are the months. Entries after a line
/// `[field: Name]` go to a struct of their own, which is a field of [`Strings`].
macro_rules! strings {
    (
        $($key:ident: $de:tt, $en:tt;)*
        $($(#[$doc:meta])* [$group:ident: $Group:ident] $($own:ident: $own_de:tt, $own_en:tt;)*)*
    ) => {
        /// The texts of one language. `{}` is a placeholder.
        #[derive(Debug)]
        #[deny(dead_code)]
        pub struct Strings {
            $(pub(crate) $key: text_type!($de),)*
            $($(#[$doc])* pub(crate) $group: $Group,)*
        }

        $(
            $(#[$doc])*
            #[derive(Debug)]
            #[deny(dead_code)]
            pub struct $Group {
                $(pub(crate) $own: text_type!($own_de),)*
            }
        )*

        /// German.
        pub static DE: Strings = Strings {
            $($key: text!($de),)*
            $($group: $Group { $($own: text!($own_de),)* },)*
        };

        /// English.
        pub static EN: Strings = Strings {
            $($key: text!($en),)*
            $($group: $Group { $($own: text!($own_en),)* },)*
        };
    };
}

macro_rules! text_type {
    ($text:literal) => { &'static str };
    ([$one:literal, $many:literal]) => { Plural<'static> };
    ([$($month:literal),+]) => { [&'static str; 12] };
}

macro_rules! text {
    ($text:literal) => { $text };
    ([$one:literal, $many:literal]) => { Plural { one: $one, many: $many } };
    ([$($month:literal),+]) => { [$($month),+] };
}

// Comments say where a text appears. One on a line of its own is about the entries up to the next blank line or comment, one
// after an entry is about that entry.
strings! {
    // --- Dates and numbers ---
    months:
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    // At most three letters: a short date has nine cells.
    short_months:
        ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    // Before a year.
    first_half: "1. Halbjahr", "first half of";
    second_half: "2. Halbjahr", "second half of";
    first_quarter: "1. Quartal", "first quarter of";
    second_quarter: "2. Quartal", "second quarter of";
    third_quarter: "3. Quartal", "third quarter of";
    fourth_quarter: "4. Quartal", "fourth quarter of";

    // In a short date, before the number of the half year or quarter.
    half: "H", "H";
    quarter: "Q", "Q";

    // {}: a date.
    not_before: "frühestens {}", "{} or later";
    not_after: "spätestens {}", "{} or earlier";

    // Before a date.
    since: "seit", "since";
    until: "bis", "until";
    around: "etwa", "about";

    // With a number.
    about: "rund", "about"; // Before it.
    rounded: "gerundet", "rounded"; // Before it.
    more_than: "mehr als", "more than"; // Before it.
    forecast: "Prognose", "forecast"; // After it, in parentheses.
    forecast_letter: "P", "F"; // After it, where there is no room for the word.

    // In place of a value.
    no_figure_short: "kein Wert", "no figure"; // In a table.
    no_figure: "gesucht, kein Wert verfügbar", "looked for, no figure available";

    out_of: "von", "of"; // Between a part and the whole: 3 of 12.

    // After a latitude or longitude, one letter.
    north: "N", "N";
    south: "S", "S";
    east: "O", "E";
    west: "W", "W";

    // --- Panels ---
    article: "Artikel", "Article"; // The article, and the panel that shows it.
    panel_actors: "Akteure", "Actors";
    panel_timeline: "Zeitleiste", "Timeline";
    panel_trend: "Trend", "Trend";
    panel_claims: "Aussagen", "Claims";

    // In an empty panel.
    no_article: "Der Artikel ist leer.", "The article is empty.";
    // {}: the key that goes through suggestions, the key that marks words.
    no_actors:
        "Noch keine Akteure: {} geht Vorschläge durch, {} markiert Worte des Artikels, die einen nennen.",
        "No actors yet: {} goes through suggestions, {} marks words of the article that name one.";
    no_events:
        "Noch keine Ereignisse: {} geht Vorschläge durch, {} markiert Worte des Artikels, die von einem berichten.",
        "No events yet: {} goes through suggestions, {} marks words of the article that report one.";
    no_claims:
        "Noch keine Aussagen: {} geht Vorschläge durch, {} markiert einen Satz des Artikels, der eine ist.",
        "No claims yet: {} goes through suggestions, {} marks a sentence of the article that is one.";
    // {}: the key that goes through suggestions.
    no_series:
        "Noch keine Reihen: {} bietet Zahlen des Artikels an; andere als [[series]] in dossier.toml, Werte als CSV.",
        "No series yet: {} offers figures of the article; others as [[series]] in dossier.toml, values as CSV.";

    // In the article's frame.
    not_mentioned: "im Artikel nicht erwähnt", "not mentioned in the article";
    whole_article: "ganz", "all"; // In place of a percentage.
    signs_filtered: "Zeichen gefiltert", "signs filtered";

    // What a list shows.
    all: "alle", "all"; // Before a number of items.
    prominent: "wichtige", "main"; // Before “of”: 12 main of 51; also a value of a filter.
    not_prominent: "übrige", "other"; // A value of a filter.
    // {}: how many, the key of the view.
    others: "noch {} in der Ansicht „alle“ ({})", "{} more in the view “all” ({})";
    and_more: "noch {}", "{} more"; // {}: how many.
    in_view_all: "in „alle“ ({})", "in “all” ({})"; // After a number of items; {}: the key of the view.

    // What is linked to the selection.
    linked_to_selection: "zur Auswahl", "linked to the selection"; // After a number of things.
    nothing_linked: "nichts verknüpft", "nothing linked";
    // In a series without a figure on the selection.
    nothing_on: "Kein Wert zur Auswahl", "No figure for the selection";
    nothing_here: "Hier kein Wert", "No figure here"; // The same, where another series has one.
    undrawn: "nicht gezeichnet", "not drawn"; // After a number of places.
    // After a number of figures; {}: the number of the series, the key of the view.
    in_series: "in Reihe {} ({})", "in series {} ({})";
    // After a number of figures; {}: how many series, the key of the view.
    in_other_series: "in {} anderen Reihen ({})", "in {} other series ({})";
    // After a number of items, or after “selection”.
    hidden_by_filter: "vom Filter ausgeblendet", "hidden by the filter";
    selection: "Auswahl", "selection";

    // Names of views, after that of their panel.
    view_all: "alle", "all";
    view_list: "Liste", "list";

    // Of the article and its translation.
    view_original: "Original", "original"; // In the article's frame: which view is shown.
    view_both: "mit Übersetzung", "with translation"; // The same.
    translation_is_ours: // In the last row of the article.
        "unsere Übersetzung, nicht die Worte des Artikels", "our translation, not the article's words";
    not_translated: "nicht übersetzt", "not translated"; // In place of a block.
    translation: "Übersetzung", "Translation"; // A group of hits.
    // {} {}: how many hits.
    hits_in_both: "{} im Artikel, {} in der Übersetzung", "{} in the article, {} in the translation";
    our_translation: "unsere Übersetzung", "our translation"; // After a translated block, or at its head.
    our_translation_of_block: // The same, where fewer words were quoted.
        "unsere Übersetzung des ganzen Absatzes", "our translation of the whole paragraph";
    our_translation_of_heading: // The same, of a title or a heading.
        "unsere Übersetzung der ganzen Überschrift", "our translation of the whole heading";
    our_translation_of_sentence: // The same, of a sentence of which only some words were quoted.
        "unsere Übersetzung des ganzen Satzes", "our translation of the whole sentence";
    our_translation_of_sentences: // The same, of several.
        "unsere Übersetzung der ganzen Sätze", "our translation of the whole sentences";
    // In brackets, instead of the translation of what was quoted.
    translation_left_out: "Übersetzung weggelassen: zu lang", "translation left out: too long";

    // In the status line, after the view key.
    only_view: "Dieser Bereich hat nur eine Ansicht.", "This panel has only one view.";
    compared:
        "Aussagen, Worte des Artikels und, in unseren Worten, was Quellen sagen",
        "Claims beside the article's words and what the sources say, in our words";
    not_compared: "Aussagen als Liste", "Claims as a list";

    // In the status line, after the key for the whole screen.
    whole_already: "Jeder Bereich füllt schon den Bildschirm.", "Each panel already fills the screen.";

    // --- The trend ---
    // Over a column, and the first two in the key bar.
    period: "Zeitraum", "period";
    place_short: "Ort", "place";
    part: "Teil", "part";
    value: "Wert", "value";

    // --- The overview of the trend ---
    view_overview: "Überblick", "overview"; // The name of the view, in the frame.
    // After a number of lines.
    went_up: "mehr", "up";
    went_down: "weniger", "down";
    went_level: "gleich", "unchanged";
    went_open: "unklar", "unclear";
    went_single: "einzeln", "single";
    lines_rose: "gestiegen", "rose";
    lines_fell: "gefallen", "fell";
    lines_level: "unverändert", "did not change";
    lines_open: "nicht vergleichbar", "not comparable";
    lines_single: "mit nur einem Wert", "with one figure only";
    our_arithmetic: "unsere Rechnung", "our arithmetic"; // After those: the changes.
    shape: "Verlauf", "shape"; // Over a column.
    to_series: "{} führt zur Reihe dieser Zeile.", "{} leads to the series of this row."; // {}: the key.
    no_figure_found: "kein Wert verfügbar", "no figure available"; // Before places.

    // Over bars: how they are filled, what ends them, and what stands in a column.
    fill_first: "zuerst", "first";
    fill_added: "dazu", "added";
    fill_gone: "weg", "gone";
    lower_bound: "Untergrenze", "lower bound";
    upper_bound: "Obergrenze", "upper bound";
    undivided: "ungeteilt", "not divided"; // Beside the parts of a total.
    other_parts: "{} andere", "{} others"; // {}: how many parts that have no fill of their own.
    change: "Änderung", "change";
    change_since_first: "seit dem ersten Wert", "since the first"; // A change, of lines of three figures or more.
    // Before figures below a rule, and before those whose time is not known.
    other_lengths:
        "andere Zeitspannen: mit nichts darüber vergleichen",
        "other lengths of time: compare with nothing above";
    no_dates: "ohne Datum", "without a date";
    no_period: "kein Wert in der Reihe", "not in the series"; // Between two periods, after the sign for it.
    // Below the bars.
    one_figure: "ein Wert: keine Änderung", "one figure: no change";

    not_from_article: "Hintergrund: aus Quellen", "background: from sources";
    // After the number of a series' rows of figures that have errors.
    rows_left_out: ["Zeile ausgelassen", "Zeilen ausgelassen"], ["row left out", "rows left out"];

    // After the number of a series.
    rows_for_chart: "Zeilen", "rows";
    bars_for_chart: "Balken", "bars";
    no_room_for_chart: "kein Platz für die Grafik", "no room for the chart"; // Why it is rows.
    // After a number.
    not_drawn:
        ["weiterer Ort ist nicht gezeichnet", "weitere Orte sind nicht gezeichnet"],
        ["more place is not drawn", "more places are not drawn"];
    // Before figures.
    unplaced: "Nicht gezeichnet, weil die Zeit unbekannt ist", "Not drawn because the time is unknown";
    no_value_for: "Kein Wert", "No figure"; // Before places.
    // --- The map ---
    view_map: "Karte", "map"; // The name of the view, in the frame.
    // After the signs of circles, where a series has no short name.
    map_running: "vorhanden", "existing";
    map_planned: "geplant", "planned";
    // {there}: what is counted; {planned}: what is counted of plans, or that it is planned.
    map_both: "{there}, und {planned}", "{there}, and {planned}";
    map_area: "die Fläche ist der Wert", "the area is the figure"; // What a circle says.
    map_area_short: "Fläche = Wert", "area = figure"; // The same.
    // After what is planned, in brackets: figures are sums that nobody published.
    map_ours: "Summe der Teile: unsere Rechnung", "sum of its parts: our arithmetic";
    map_ours_short: "unsere Summe", "our sum";
    map_partly_ours: // The same, of some of them; in the readout their parts stand.
        "zum Teil Summen der Teile: unsere Rechnung", "some are sums of parts: our arithmetic";
    map_partly_ours_short: "zum Teil unsere Summen", "some our sums";
    map_place: "der Ort", "the place"; // After the sign that stands where a place is.
    map_place_short: "Ort", "place"; // The same.
    map_mixed: "Werte aus verschiedenen Zeiten.", "Figures from different times.";
    map_latest: "jüngster Wert jedes Ortes", "latest figure of each place"; // Which figures are shown.
    map_latest_short: "zuletzt", "latest"; // The same, after the editions.
    map_edition: "Ausgabe", "edition"; // In the key bar.
    map_off: "nicht auf der Karte", "not on the map"; // Before places without coordinates.
    no_room_for_map: "kein Platz für die Karte", "no room for the map"; // Why it is rows.
    no_map_in_ascii: "keine Karte in ASCII", "no map in ASCII"; // The same.
    map_not_in_edition: "nicht in dieser Ausgabe", "not in this edition"; // After the sign for it.
    // After a number.
    map_uncircled: ["Ort ohne Kreis", "Orte ohne Kreis"], ["place without a circle", "places without a circle"];
    // After a number: so many places lie too near to others.
    map_crowded:
        ["Ort ohne eigenes Zeichen", "Orte ohne eigenes Zeichen"],
        ["place without a sign of its own", "places without a sign of their own"];

    // --- Line charts ---
    events_head: "Ereignisse", "events"; // At the left of the row of events.
    article_day: "Artikel", "article"; // What the rule through a chart stands for.
    // {}: how many events there are on either side of the axis.
    events_before: "{} früher", "{} earlier";
    events_after: "{} später", "{} later";
    unit_is: "Einheit: {}", "unit: {}"; // Below a chart.
    // After a number. What has no room in a chart.
    values_without_room: ["Wert ohne Platz", "Werte ohne Platz"], ["value without room", "values without room"];
    names_without_room: ["Name ohne Platz", "Namen ohne Platz"], ["name without room", "names without room"];
    // After a number, of figures that are large.
    thousands: "Tsd.", "k";
    millions: "Mio.", "m";
    billions: "Mrd.", "bn";
    before_christ: "{} v. Chr.", "{} BC"; // {}: a year.

    // After the view key.
    only_series: "Das Dossier hat nur eine Reihe.", "This dossier has only one series.";
    // {} {}: the keys.
    only_up_and_down:
        "In der Tabelle führen {} {} von Wert zu Wert.",
        "In a table, {} {} move from figure to figure.";
    // {}: the key of the view, the key that ends the filter.
    none_after:
        "Kein Wert nach dem Artikel. {} zeigt die nächste Reihe, {} wieder alles.",
        "No figure after the article. {} shows the next series, {} shows everything again.";

    // --- The lanes of the timeline ---
    view_lanes: "Spuren", "lanes"; // The name of the view, in the frame.
    lane: "Spur", "lane"; // In the key bar.
    lanes_shown: "Spuren {}", "lanes {}"; // {}: which part of them.
    // In the frame, where a list stands in for them: why.
    no_room_for_lanes: "kein Platz für Spuren", "no room for lanes";
    nothing_dated: "Spuren brauchen ein Datum", "lanes need a date";
    zoom: "Zoom {} von {}", "zoom {} of {}"; // {} {}: which of how many.
    // After a number.
    days_a_column: ["Tag je Spalte", "Tage je Spalte"], ["day a column", "days a column"];
    days_a_mark: ["Tag je Zeichen", "Tage je Zeichen"], ["day a mark", "days a mark"];
    years_a_column: ["Jahr je Spalte", "Jahre je Spalte"], ["year a column", "years a column"];
    years_a_mark: ["Jahr je Zeichen", "Jahre je Zeichen"], ["year a mark", "years a mark"];
    columns_a_day: ["Spalte je Tag", "Spalten je Tag"], ["column a day", "columns a day"];
    // {} {}: how many of how many.
    main_named: "{} von {} wichtigen benannt", "{} of {} main events named";
    main_named_short: "{}/{} wichtige benannt", "{} of {} main named";
    other_events: ["anderes", "andere"], ["other", "others"]; // After a number.
    outside: "{} außerhalb", "{} outside"; // {}: how many.
    period_sign: "Zeitraum", "period"; // What a bar on the axis is.
    count_sign: "so viele", "so many"; // What a number on the axis is.
    many_sign: "zehn oder mehr", "ten or more"; // What stands where a digit cannot say it.
    // After a key that zooms.
    nothing_to_zoom: "Hier gibt es nichts zu zoomen.", "There is nothing to zoom here.";
    closest: "Näher geht es nicht.", "This is as close as it gets.";
    farthest: "Das ist schon der ganze Zeitraum.", "Already showing the whole period.";

    // --- Claims ---
    number: "Nr.", "No."; // Over the numbers of claims and gaps.
    or: "oder", "or"; // Before the last of several dates of which one is meant.
    between: "zwischen {} und {}", "between {} and {}"; // {} {}: dates; it was one day of them.
    view_compare: "Vergleich", "compare"; // The name of the view, in the frame.

    // --- The score of the claims ---
    view_score: "Bilanz", "score"; // The name of the view, in the frame.
    no_room_for_score: "Liste: kein Platz für die Bilanz", "list: no room for the score"; // In the frame.
    scored: "Aussagen auf einen Blick: eine Kachel je Aussage", "Claims at a glance: one tile per claim";
    in_article_order: "in der Reihenfolge des Artikels", "in the article's order"; // After a number of claims.
    left_out_tile: "hier lässt der Artikel etwas weg", "the article leaves something out here"; // After the sign.
    left_out_tile_short: "weggelassen", "left out"; // After the sign.
    heading_letter: "Ü", "H"; // Below the claims of a heading, and of the title.
    title_letter: "T", "T";
    // After those letters.
    title_of_article: "Titel", "title";
    heading_of_article: "Überschrift", "heading";
    paragraph_of_article: "Absatz", "paragraph";
    cell_is: "ein Feld: {} Aussagen", "one cell: {} claims"; // {}: a number; of a bar.
    nothing_tested: "Noch ist keine Aussage an Quellen geprüft.", "No claim has been tested against sources yet.";
    support_head: "Unabhängige Quellen je Aussage", "Independent sources per claim";
    support_none: "keine", "none"; // In rows below that.
    support_one: "eine", "one";
    support_several: "bis zu {}", "up to {}"; // {}: the most that one claim has.
    support_one_and_unknown: "eine, weitere unbekannt", "one, others unknown";
    support_unknown: "unbekannt", "unknown";
    // After a number of claims, with a dot between them; the short forms where there is no room.
    without_source: "ohne Quelle", "without a source";
    with_one_source: "mit nur einer unabhängigen Quelle", "with only one independent source";
    with_one_source_short: "mit nur einer", "with only one";
    with_several_sources: "mit bis zu {}", "with up to {}"; // {}: the most that one claim has.
    with_one_and_unknown:
        "mit einer unabhängigen Quelle und weiteren unbekannten Ursprungs",
        "with one independent source and others of unknown origin";
    with_one_and_unknown_short: "mit einer und weiteren unbekannten", "with one and others unknown";
    with_unknown_origin: "unbekannten Ursprungs", "of unknown origin";
    // {}: how many claims; then sources, each with its number of claims.
    rest_on_one: "{} beruhen auf je einer einzigen Quelle", "{} each rest on a single source";
    rests_on_one: "Eine beruht auf einer einzigen Quelle", "One rests on a single source";
    single_source: "Einzige Quelle", "Single source"; // The same, short, before them.
    none_read: "keine davon gelesen", "none of them read by us";
    who_repeats_whom: "Wer gibt wen wieder", "Who repeats whom";
    claims_on_it: "Aussagen", "claims"; // Over a column of numbers.
    alone: "allein", "alone"; // The same.
    alone_on_it: "nur darauf", "on it alone"; // After a number of claims.
    // After a number: claims that were assessed with a source itself.
    claims_citing:
        ["Aussage unmittelbar an ihr geprüft", "Aussagen unmittelbar an ihr geprüft"],
        ["claim assessed with it directly", "claims assessed with it directly"];
    also_by_repeats: "auch über Wiedergaben", "also by way of repeats"; // After claims that rest on a source.
    // {}: a source, how many go back to it; then where that is seen.
    most_repeated: "Am häufigsten wiedergegeben: {}, von {}", "Most repeated: {}, by {}";
    repeats_on_card: "zur Karte mit {}", "go to its card with {}"; // {}: the key that goes to a thing.
    other_origins: ["weitere Quelle", "weitere Quellen"], ["other source", "other sources"]; // After a number.
    only_repeated: "nur in den Wiedergaben darunter", "only as repeated below"; // After a source.
    origin_unknown: "Ursprung unbekannt", "origin unknown"; // The same.
    others_unknown: "Ursprung weiterer unbekannt", "origin of others unknown"; // After a number of independent sources.
    no_source: "keine Quelle", "no source";
    choose_claim: "Aussage", "claim"; // In the key bar.
    choose_block: "Absatz", "paragraph"; // The same.

    // --- Filters ---
    filter: "Filter", "Filter"; // A title, before the name of the panel.
    filtered: "gefiltert", "filtered"; // In a frame, before the values.
    toggle: "an/aus", "on/off"; // In the key bar.
    show_all: "alles zeigen", "show all";
    // {}: the key that changes the filter, the key that clears it.
    nothing_passes:
        "Nichts passt zum Filter. {} ändert ihn, {} hebt ihn auf.",
        "Nothing passes the filter. {} changes it, {} clears it.";
    // {}: the key that shows all again.
    no_event_after: "Kein Ereignis nach dem Artikel. {} zeigt alles.", "No event after the article. {} shows all.";
    nothing_to_filter: "Hier gibt es nichts zu filtern.", "There is nothing to filter here.";
    filter_lifted: "Filter aufgehoben:", "Filter cleared:"; // Before the name of the panel.
    all_filters_lifted: "Alle Filter aufgehoben.", "All filters cleared.";

    // A group of values.
    by_prominence: "Wichtigkeit", "Importance";
    by_lane: "Spur", "Lane";
    by_kind: "Art", "Kind";
    by_country: "Land", "Country";
    by_assessment: "Urteil", "Assessment";
    by_provenance: "Herkunft", "Where it comes from";
    by_attribution: "Zuschreibung", "Attribution";

    // Where a thing comes from.
    standing_article: "im Artikel", "in the article";
    standing_both: "im Artikel und in Quellen", "in the article and in sources";
    standing_background: "Hintergrund", "background";
    standing_inferred: "erschlossen", "inferred";
    standing_broken: "kein gültiger Beleg", "no valid evidence";

    attributed: "jemandem zugeschrieben", "attributed to someone";
    not_attributed: "niemandem zugeschrieben", "not attributed";

    only_after: "nach Artikel", "after article"; // In a frame.

    // One line, whose end may be cut off. {}: the key that shows all again.
    only_after_end: "{} zeigt alles", "{} shows all";
    only_after_what: "Nur, was (vielleicht) nach dem Artikel kam", "Only what came, or may have come, after the article";
    only_after_where: "Zeitleiste und Trend", "timeline and trend";

    only_after_off: "Zeitleiste und Trend zeigen wieder alles.", "Timeline and trend show everything again.";
    article_undated:
        "Der Artikel hat kein Datum; was danach kam, lässt sich nicht sagen.",
        "The article has no date, so there is no telling what came after it.";

    // --- Go to anything ---
    go_to: "Gehe zu", "Go to"; // A title.
    // While nothing is typed.
    go_to_what:
        "Name von Akteur, Ereignis, Aussage, Ort, Reihe, Quelle, Ansicht oder Befehl",
        "name of an actor, event, claim, place, series, source, view or command";
    run: "ausführen", "run"; // In the key bar, of a command.
    go_there: "hingehen", "go there"; // In the key bar.
    command: "Befehl", "command"; // A kind of thing to go to.
    nothing_found: "Nichts mit dem Namen „{}“.", "Nothing is called “{}”."; // {}: what was typed.

    // --- Search ---
    search: "Suche", "Search"; // A title.
    // While nothing is typed.
    search_hint:
        "Durchsucht den Artikel und alle Einträge, auch Daten und Werte. Wörter werden von ihrem Anfang an gefunden, in jeder Reihenfolge; was in Anführungszeichen steht, genau so. Groß- und Kleinschreibung ist egal; „ae“ und „a“ finden „ä“, „ss“ findet „ß“, „e“ findet „é“.",
        "Searches the article and all entries, dates and figures too. Words are found from their beginning, in any order; what stands in quotation marks, exactly so. Case does not matter; “ae” and “a” find “ä”, “ss” finds “ß”, “e” finds “é”.";
    searched_before: "Zuletzt gesucht", "Last search";
    // {}: what was typed.
    found_nowhere:
        "„{}“ kommt weder im Artikel noch in einem Eintrag vor.",
        "“{}” is neither in the article nor in any entry.";

    // In the key bar.
    next_group: "Gruppe", "group";
    search_ends: "abbrechen", "cancel";
    next_hit: "nächster Treffer", "next hit";

    searching: "sucht", "searching"; // Before a percentage.
    hit: ["Treffer", "Treffer"], ["hit", "hits"];

    // In the status line.
    from_the_start: "wieder von vorn", "from the start again"; // After the number of a hit.
    from_the_end: "weiter vom Ende", "from the end again"; // The same.
    // {} {}: the keys for the hits, and {} the key that ends the search.
    search_keys: "{} {} weitere Treffer, {} beendet", "{} {} other hits, {} ends";
    search_keys_short: "{} {} weitere Treffer", "{} {} other hits"; // {} {}: the keys for the hits.

    // --- The card ---
    card: "Karte", "card";
    follow_link: "folgen", "follow"; // In the key bar.
    no_link: "Diese Karte hat keine Verweise.", "This card has no links.";
    // {} {}: the keys.
    no_current_link: "{} {} wählen eine Zeile mit Verweis.", "{} {} choose a line with a link.";
    // {}: the key that shows why.
    broken: "Kein gültiger Beleg ({} zeigt, warum).", "No valid evidence ({} shows why).";
    // Before the hedge of a claim that is not in the sentence of its quotation, or whose quotation was not found.
    hedge_unconfirmed:
        "Vorbehalt nicht bestätigt, kein Beleg",
        "Hedge not confirmed, no evidence";
    // {}: the key that shows which.
    faulty: "Dieser Eintrag hat einen Fehler ({} zeigt, welchen).", "This entry has an error ({} shows which).";
    quoted_was: "Bisher zitiert", "Was quoted"; // Before words that are no longer in the article.
    // Before the words in their place.
    located_now: "Dort steht jetzt (gefunden, nicht belegt)", "Now in its place (located, not proven)";
    // In the status line.
    located:
        "Gefunden, nicht belegt: Hier stand das Zitat oder etwas Ähnliches.",
        "Located, not proven: the quotation or something like it stood here.";
    perhaps_meant: "im Artikel vielleicht gemeint", "perhaps meant in the article"; // In the status line.
    // Over a sentence.
    perhaps_meant_here: "Vielleicht gemeint (von uns erschlossen)", "Perhaps meant (inferred by us)";
    also_called: "auch:", "also:"; // Before names.
    not_in_article:
        "Nicht im Artikel: Hintergrund aus Quellen.",
        "Not in the article: background from sources.";
    the_article: "Der Artikel", "The article"; // Over the article's words.
    attributed_to: "zugeschrieben", "attributed to"; // Before names.
    our_remark: "Unsere Anmerkung", "Our remark";
    in_our_words: "in unseren Worten", "in our words";
    after_article: "nach dem Artikel", "after the article"; // Of one event.
    perhaps_after_article: "vielleicht nach dem Artikel", "perhaps after the article"; // Of one event.
    undated: "ohne Datum", "undated";
    left_out_here: "Hier weggelassen", "Left out here"; // Over gaps.

    // What the values of a series are.
    series_stock: "Stand am Stichtag", "level at a date";
    series_flow: "Summe über einen Zeitraum", "sum over a period";
    series_list: "nicht vergleichbare Werte", "figures that cannot be compared";

    no_address: "keine Adresse verzeichnet", "no address recorded";
    read_on: "gelesen am", "read on"; // Before a day.
    not_read: "nicht gelesen", "not read by us";
    not_read_short: "ungelesen", "unread"; // The same where there is no room for it.
    sources_not_read: "{} von {} Quellen nicht gelesen", "{} of its {} sources not read"; // {} {}: how many of how many.
    repeating: "nach", "repeats"; // Before outlets.
    repeating_more: "und {} weiteren", "and {} more"; // After outlets; {}: how many.
    roles: "Rollen", "Roles";

    // --- The tour ---
    notes: "Notizen", "Notes";
    no_notes: "Keine Notizen zu dieser Station.", "No notes for this stop.";
    to_stop: "Zu Station", "To stop"; // Before the number that is typed.
    stops: "Stationen", "Stops";
    derived_tour: "aus dem Dossier erzeugt", "made from the dossier";
    no_tour:
        "Nichts zum Vortragen: keine Station, Aussage oder Lücke, kein wichtiges Ereignis, keine Reihe.",
        "Nothing to present: no stop, claim or gap, no main event, no series.";
    // {}: the key; a number follows.
    tour_left: "{}: weiter im Vortrag bei Station", "{}: resume the tour at stop";
    no_such_stop: "Diese Station gibt es nicht.", "There is no such stop.";
    last_stop: "Das war die letzte Station.", "That was the last stop.";
    first_stop: "Das ist die erste Station.", "This is the first stop.";
    by_itself: "läuft von selbst, bis eine Taste gedrückt wird", "runs by itself until a key is pressed";
    not_in_tour: "Nur im Vortrag ({}).", "Only in the tour ({})."; // {}: the key.
    background_until: "Hintergrund bis {}", "Background up to {}"; // {}: a date.
    stop_is_empty: "Diese Station verweist auf nichts im Dossier.", "This stop points to nothing in the dossier.";
    left_out_verdict: "weggelassen", "left out"; // In capitals.

    // --- The speaker's screen ---
    speaker_talk: "Vortrag", "talk"; // Before how long it has lasted.
    speaker_here: "diese Station", "this stop"; // Before how long it has been shown.
    speaker_next: "Danach", "Next";
    speaker_no_next: "Das ist die letzte Station.", "This is the last stop.";
    speaker_more: "{} blättert um", "{} turns the page"; // {}: the key.
    speaker_restart: "Uhr auf 0:00", "clock to 0:00";
    // After {}, a key.
    speaker_restart_asks: "{} noch einmal setzt beide Uhren auf 0:00", "{} again sets both clocks to 0:00";
    speaker_no_search:
        "Gesucht wird auf der Publikumsansicht. Nach Esc oder Enter gelten die Tasten wieder.",
        "Search on the audience’s screen. After Esc or Enter the keys work again.";
    speaker_quit: "beenden", "quit";
    speaker_left:
        "Die Referentenansicht ist beendet; hier geht der Vortrag weiter.",
        "The speaker’s screen has ended; the tour goes on here.";
    audience_missing:
        "Noch keine Publikumsansicht: fundstelle brief in einem zweiten Terminal",
        "No audience’s screen yet: fundstelle brief in a second terminal";
    audience_follows: "Die Publikumsansicht folgt", "The audience’s screen follows";
    audience_reads: "Dort ist gerade die Leseansicht", "The audience’s screen shows the reading view";
    audience_left:
        "Die Publikumsansicht ist beendet; hier geht der Vortrag weiter",
        "The audience’s screen has ended; the tour goes on here";
    audience_black: "SCHWARZ", "BLACK";
    audience_details: "Details", "details";
    talk_taken:
        "Für diesen Vortrag ist diese Ansicht schon geöffnet; diese hier läuft für sich.",
        "This view of the talk is already open elsewhere; this one runs on its own.";
    talk_unlinked:
        "Im Zustandsordner lässt sich nichts schreiben oder beobachten; dieser Bildschirm läuft für sich.",
        "The state folder cannot be written to or watched; this screen runs on its own.";
    other_version:
        "Der andere Bildschirm zeigt eine Station, die es hier nicht gibt.",
        "The other screen shows a stop that does not exist here.";
    talk_resumed:
        "Weiter bei Station {}, wo der letzte Vortrag endete",
        "At stop {}, where the last talk ended"; // {}: the number.
    talk_resumed_first: "{}: zur ersten", "{}: to the first"; // {}: the key.

    // --- The slides of the tour ---
    // How a claim holds, for an audience.
    slide_borne_out: "BELEGT", "BORNE OUT";
    slide_partly: "STIMMT TEILWEISE", "PARTLY TRUE";
    slide_contradicted: "WIDERSPROCHEN", "CONTRADICTED";
    slide_open: "OFFEN", "OPEN";
    slide_in_article: "STEHT IM ARTIKEL", "IN THE ARTICLE";
    slide_not_in_article: "NICHT IM ARTIKEL", "NOT IN THE ARTICLE";
    slide_inferred: "VON UNS ERSCHLOSSEN", "INFERRED BY US";
    slide_part: "{} VON {} IM ARTIKEL", "{} OF {} IN THE ARTICLE"; // {} {}: how many of how many.
    slide_read: "VON UNS GELESEN", "READ BY US";
    slide_not_read: "VON UNS NICHT GELESEN", "NOT READ BY US";
    // {}: how many times.
    slide_retold: ["EINE QUELLE, EINMAL WIEDERGEGEBEN", "EINE QUELLE, {}-MAL WIEDERGEGEBEN"], ["ONE SOURCE, RETOLD ONCE", "ONE SOURCE, RETOLD {} TIMES"];
    slide_untested: "NOCH NICHTS GEPRÜFT", "NOTHING TESTED YET";
    // {}: how many claims.
    slide_carries: ["EINE AUSSAGE BERUHT ALLEIN AUF EINER QUELLE", "{} AUSSAGEN BERUHEN ALLEIN AUF EINER QUELLE"], ["ONE CLAIM RESTS ON ONE SOURCE ALONE", "{} CLAIMS REST ON ONE SOURCE ALONE"];
    // {} {}: how many claims, how many sources.
    slide_carry: "{} AUSSAGEN BERUHEN AUF JE EINER VON {} QUELLEN", "{} CLAIMS REST ON ONE OF {} SOURCES ALONE";
    slide_hold: "{} VON {} AUSSAGEN BELEGT", "{} OF {} CLAIMS BORNE OUT";
    slide_gaps_title: "Was der Artikel weglässt", "What the article leaves out";
    slide_lanes_title: "Was wann geschah", "What happened when";
    slide_figures_title: "Was die Zahlen zeigen", "What the figures show";
    slide_score_title: "Was von {} bleibt", "What is left of {}"; // {}: "29 claims".
    slide_facts_until: "Stand {}", "facts to {}"; // {}: a date.
    slide_ours: "Bewertung von uns", "assessments are ours";

    // After a key.
    tour_next: "weiter", "next";
    tour_back: "zurück", "back";
    tour_stops: "Stationen", "stops";
    tour_read: "lesen", "read";

    // --- Keys of the tour ---
    tour_details: "Details", "details";
    tour_slide: "Folie", "slide"; // After the key that shows it in the place of the details.
    auto_ended: "läuft nicht mehr von selbst", "no longer runs by itself";
    // Above the keys of the tour and above those of reading, where both are listed.
    tour_help: "Tasten im Vortrag", "Keys of the tour";
    tour_help_reading: "Tasten beim Lesen", "Keys while reading";
    tour_help_on:
        "weiter: nächster Punkt, dann nächste Station (auch {})",
        "on: the next point, then the next stop (also {})"; // {}: a key.
    tour_help_back: "zurück (auch {})", "back (also {})"; // {}: a key.
    // {} {}: the keys that scroll; {} {}: those that close the details.
    tour_help_details:
        "Details der Station: Zitate, Quellen, Anmerkungen; {} {} blättern, {} oder {} schließt sie",
        "details of the stop: quotations, sources, remarks; {} {} scroll, {} or {} closes them";
    tour_help_index:
        "Verzeichnis der Stationen: Nummer oder Wörter des Titels tippen",
        "index of the stops: type a number or words of a title";
    tour_help_number: "zur Station mit dieser Nummer", "to the stop of that number";
    tour_help_ends: "erste und letzte Station", "first and last stop";
    // {}: the key that closes.
    tour_help_search:
        "suchen, gehe zu: eine Frage beantworten; mit {} ohne Auswahl zurück zur Station",
        "search, go to: answer a question; {} without a choice comes back to the stop";
    tour_help_black:
        "schwarzer Bildschirm, bis eine Taste gedrückt wird",
        "black screen until a key is pressed";
    tour_help_notes: "Notizen und Uhr auf diesem Bildschirm", "notes and clock on this screen";
    // {}: the key that resumes the tour.
    tour_help_read:
        "lesen, was die Station zeigt; mit {} weiter im Vortrag",
        "read on at what the stop shows; {} resumes the tour";
    tour_help_looks: "Farben, Sprache", "colours, language";
    stop_what: "Nummer oder Wörter des Titels", "number, or words of the title";
    no_stop_with: "Keine Station hat „{}“ im Titel.", "No stop has “{}” in its title."; // {}: what is typed.
    clear_typed: "leeren", "clear"; // In the key bar: what is typed.
    // {}: the key that closes.
    tour_help_exit: "Programm beenden; {} verlässt den Vortrag nie", "quit the program; {} never leaves the tour";
    quit_again: "{} noch einmal beendet das Programm.", "{} again quits the program."; // {}: the key.
    theme_projector: "Projektor", "projector";
    theme_contrast: "hoher Kontrast", "high contrast";

    // --- The title bar ---
    // Alone on the screen; {}: columns by rows.
    too_small: "Fundstelle braucht {} Zeichen", "Fundstelle needs {} cells";
    as_of: "Fakten bis", "Facts up to"; // Before a date.
    errors: ["Fehler", "Fehler"], ["error", "errors"]; // After a number.
    warnings: ["Warnung", "Warnungen"], ["warning", "warnings"]; // After a number.
    not_reread: "nicht neu geladen", "not reloaded"; // While the dossier's files cannot be opened.

    // --- Problems of the dossier ---
    problems: "Fehler und Warnungen", "Errors and warnings"; // A title.
    no_problems:
        "Das Dossier hat weder Fehler noch Warnungen.",
        "The dossier has neither errors nor warnings.";
    last_good:
        "In diesem Zustand lässt sich das Dossier nicht öffnen. Zu sehen ist der letzte lesbare Stand.",
        "The dossier cannot be opened as it is now. The screen shows the last version that could be read.";
    // {}: how many.
    unlisted_problems:
        "Nicht aufgeführt: {} weitere. Beheben Sie zuerst diese.",
        "Not listed: {} more. Fix these first.";
    error: "Fehler", "error";
    warning: "Warnung", "warning";

    // --- The status line ---
    welcome: "Nichts ausgewählt.", "Nothing selected.";
    welcome_alone:
        "Nur der Artikel: Eine dossier.toml daneben füllt die Bereiche.",
        "Article only: a dossier.toml beside it fills the panels.";

    // After a key.
    step_translation: "Übersetzung", "translation";
    step_next_name: "nächster Name", "next name";
    step_row: "Zeile wählen", "select a row";
    step_next_claim: "nächste Aussage", "next claim";
    step_panels: "Bereiche", "to the panels";
    step_whole: "Vollbild", "full screen";
    step_suggest: "Vorschläge durchsehen", "go through suggestions";
    step_help: "Hilfe", "help";

    // One line.
    resumed: "Weiter, wo Sie waren", "Where you left off";
    resumed_start: "{}: zum Anfang", "{}: to the start"; // {}: the key.

    // {}: the keys that select a name and a claim.
    nothing_selected:
        "Noch nichts ausgewählt: {} wählt den nächsten Namen, {} die nächste Aussage.",
        "Nothing selected yet: {} selects the next name, {} the next claim.";
    no_row_selected:
        "Noch nichts ausgewählt: {} {} wählen eine Zeile.",
        "Nothing selected yet: {} {} select a row.";
    nothing_to_select:
        "Im Artikel gibt es keine Namen, Links oder Aussagen zum Auswählen.",
        "The article has no names, links or claims to select.";
    no_words: "Nicht im Artikel.", "Not in the article.";
    is_source:
        "Das ist selbst eine Quelle; ihre Karte zeigt, was sie wiedergibt.",
        "This is itself a source; its card shows what it repeats.";
    no_sources:
        "Dazu ist keine Quelle verzeichnet; der Artikel selbst sagt es.",
        "No source is recorded for this; the article itself says it.";
    no_next_name: "Kein weiterer Name oder Link im Artikel.", "No further name or link in the article.";
    no_previous_name: "Kein Name oder Link davor.", "No name or link before this.";
    no_next_claim: "Keine weitere Aussage oder Lücke.", "No further claim or gap.";
    no_previous_claim: "Keine Aussage oder Lücke davor.", "No claim or gap before this.";
    no_back: "Weiter zurück geht es nicht.", "There is nothing further back.";
    no_forward: "Weiter vorwärts geht es nicht.", "There is nothing further forward.";
    marks_prominent: "Unterstrichen: Namen wichtiger Akteure, Links", "Underlined: names of main actors, links";
    marks_all:
        "Unterstrichen: alle Namen, auch erschlossene, und Links",
        "Underlined: all names, including inferred ones, and links";
    marks_none: "Unterstrichen: nichts", "Underlined: nothing";

    // One line.
    mouse_on: "Maus an", "Mouse on";
    mouse_selects: "Text markieren: Umschalt halten", "select text: hold Shift";

    mouse_off: "Maus aus", "Mouse off";
    theme: "Farben: {}", "Colours: {}"; // {}: one of those that follow.
    theme_default: "die des Terminals", "the terminal's own";
    theme_dark: "dunkel", "dark";
    theme_light: "hell", "light";
    theme_mono: "keine", "none";
    language: "Sprache: Deutsch", "Language: English";
    read_again: "Neu geladen.", "Reloaded.";
    read_the_same: "Neu geladen: Nichts hat sich geändert.", "Reloaded: nothing has changed.";
    // {}: the key that shows why.
    still_not_read:
        "Nicht geladen: In diesem Zustand lässt sich das Dossier nicht öffnen. {} zeigt, warum.",
        "Not reloaded: the dossier cannot be opened as it is now. {} shows why.";
    shipped_stays:
        "Dieses Dossier gehört zum Programm und ändert sich nicht.",
        "This dossier is part of the program and does not change.";
    // {}: the key.
    unwatched:
        "Änderungen erscheinen hier nicht von selbst; {} lädt neu.",
        "Changes do not appear by themselves here; {} reloads.";
    selection_gone: "Nicht mehr im Dossier: {}", "No longer in the dossier: {}"; // {}: what was selected.

    // --- The reader's editor ---
    edit_no_file: "Nichts zu bearbeiten: Das Dossier ist keine Datei.", "Nothing to edit: the dossier is no file.";
    // {}: the file, line and column.
    edit_no_editor:
        "Kein Editor bekannt: VISUAL oder EDITOR nennt ihn. Die Stelle ist {}.",
        "No editor is known: set VISUAL or EDITOR. The place is {}.";
    // {} {}: the editor, and why.
    edit_failed: "{} lässt sich nicht starten: {}", "{} cannot be started: {}";
    // {} {}: the editor, and how.
    edit_ended: "{} endete mit einem Fehler: {}", "{} ended with an error: {}";

    // --- Copying and opening ---
    // {}: the format and what, "Markdown: …".
    copied:
        "Zum Kopieren ans Terminal übergeben, als {}",
        "Sent to the terminal to copy, as {}";
    // {}: the same. tmux may be in between and drop it.
    maybe_copied:
        "tmux reicht es womöglich nicht weiter; übergeben als {}",
        "tmux may not pass it on; sent as {}";
    copying: "Wird gerade kopiert: {}", "Copying: {}"; // {}: what.
    // {}: what.
    only_in_tmux:
        "Nicht in der Zwischenablage: GNU screen steht im Weg. In tmux einfügen mit Präfix ]: {}",
        "Not on the clipboard: GNU screen is in the way. In tmux, paste with prefix ]: {}";
    // {}: how many.
    too_long_to_copy:
        "Nicht kopiert: Terminals nehmen höchstens {} Bytes an.",
        "Not copied: terminals accept at most {} bytes.";

    // {}: the address.
    browsing: "An den Browser übergeben: {}", "Sent to the browser: {}";
    already_browsing: "Wird bereits geöffnet: {}", "Already being opened: {}";
    not_browsed:
        "Hier lässt sich kein Browser öffnen. Adresse: {}",
        "No browser can be opened here. Address: {}";
    address_on_card:
        "Hier lässt sich kein Browser öffnen; die Adresse steht auf der Karte.",
        "No browser can be opened here; the address is on the card.";
    only_https: "Geöffnet werden nur https-Adressen, nicht {}", "Only https addresses are opened, not {}";
    address_without_host:
        "Nicht geöffnet: Diese Adresse nennt keinen Host: {}",
        "Not opened: this address names no host: {}";
    address_with_bad_host:
        "Nicht geöffnet: Diese Adresse nennt keinen gültigen Host: {}",
        "Not opened: this address names no valid host: {}";
    address_with_user:
        "Nicht geöffnet: In dieser Adresse steht ein Benutzername vor dem Host: {}",
        "Not opened: this address has a user name before its host: {}";
    address_with_bad_port:
        "Nicht geöffnet: Der Port dieser Adresse ist ungültig: {}",
        "Not opened: this address has no valid port: {}";
    address_with_bad_percent:
        "Nicht geöffnet: In dieser Adresse folgen auf ein % keine zwei Hexadezimalziffern: {}",
        "Not opened: a % in this address is not followed by two hexadecimal digits: {}";
    // {c}: the character.
    address_with_character:
        "Nicht geöffnet: {c} darf in einer Adresse nicht stehen: {}",
        "Not opened: {c} is not allowed in an address: {}";

    // In what is copied.
    dossier: "Dossier", "Dossier"; // Before the dossier's title.
    no_evidence: "Kein Beleg", "No evidence"; // Before the next two.
    quotation_ambiguous:
        "Das Zitat kommt im Artikel mehrfach vor",
        "The quotation occurs more than once in the article";
    quotation_lost: "Das Zitat kommt im Artikel nicht vor", "The quotation is not in the article";

    // --- Kinds of actors ---
    company: "Firma", "company";
    government: "Regierung", "government";
    agency: "Behörde", "agency";
    parliament: "Parlament", "parliament";
    court: "Gericht", "court";
    party: "Partei", "party";
    organisation: "Organisation", "organisation";
    person: "Person", "person";
    place: "Ort", "place";
    product: "Produkt", "product";
    medium: "Medium", "medium";
    group: "Gruppe", "group";

    // --- Kinds of events ---
    control: "Verschärfung", "tightening";
    relaxation: "Lockerung", "loosening";
    mandate: "Vorgabe", "order";
    guidance: "Hinweis", "advice";
    enforcement: "Vollzug", "enforcement";
    report: "Bericht", "report"; // Of publications too.
    decision: "Entscheidung", "decision";
    statement: "Äußerung", "statement";
    other_event: "anderes", "other";
    // The same where there is little room.
    control_short: "strenger", "tighter";
    relaxation_short: "lockerer", "looser";
    enforcement_short: "Vollzug", "enforced";

    // --- Kinds of publications ---
    newspaper: "Zeitungsartikel", "newspaper article";
    bill: "Gesetzentwurf", "bill";
    broadcast: "Sendung", "broadcast";
    dataset: "Datensatz", "dataset";
    document: "Dokument", "document";
    hearing: "Anhörung", "hearing";
    post: "Beitrag", "post";
    regulation: "Vorschrift", "regulation";
    speech: "Rede", "speech";
    webpage: "Webseite", "web page";
    any_article: "Artikel", "article";
    book: "Buch", "book";
    book_review: "Buchbesprechung", "book review";
    chapter: "Kapitel", "chapter";
    classic: "Klassiker", "classic";
    collection: "Sammlung", "collection";
    conference_paper: "Konferenzbeitrag", "conference paper";
    court_case: "Gerichtsentscheidung", "court case";
    dictionary_entry: "Wörterbucheintrag", "dictionary entry";
    encyclopedia_entry: "Lexikoneintrag", "encyclopedia entry";
    entry: "Eintrag", "entry";
    film: "Film", "film";
    graphic: "Grafik", "graphic";
    illustration: "Abbildung", "figure";
    interview: "Interview", "interview";
    journal_article: "Zeitschriftenaufsatz", "journal article";
    legislation: "Gesetz", "legislation";
    magazine_article: "Magazinartikel", "magazine article";
    manuscript: "Manuskript", "manuscript";
    map: "Karte", "map";
    meeting: "Veranstaltung", "event";
    musical_score: "Partitur", "musical score";
    pamphlet: "Broschüre", "pamphlet";
    patent: "Patent", "patent";
    performance: "Aufführung", "performance";
    periodical: "Zeitschrift", "periodical";
    personal_communication: "persönliche Mitteilung", "personal communication";
    review: "Besprechung", "review";
    software: "Software", "software";
    song: "Lied", "song";
    standard: "Norm", "standard";
    thesis: "Hochschulschrift", "thesis";
    treaty: "Vertrag", "treaty";

    // --- Assessments ---
    borne_out: "belegt", "borne out";
    qualified: "teilweise", "partly";
    contradicted: "widersprochen", "contradicted";
    open: "offen", "open";

    // --- Kinds of things, and numbers of them ---
    actor: ["Akteur", "Akteure"], ["actor", "actors"];
    relation: ["Beziehung", "Beziehungen"], ["relation", "relations"];
    claim: ["Aussage", "Aussagen"], ["claim", "claims"];
    gap: ["Lücke", "Lücken"], ["gap", "gaps"];
    event: ["Ereignis", "Ereignisse"], ["event", "events"];
    series: ["Reihe", "Reihen"], ["series", "series"];
    observation: ["Wert", "Werte"], ["figure", "figures"];
    measured_place: ["Ort der Messung", "Orte der Messung"], ["place measured", "places measured"];
    source: ["Quelle", "Quellen"], ["source", "sources"];
    link: ["Link", "Links"], ["link", "links"];
    mention: "Nennung", "mention";
    passage: ["Stelle", "Stellen"], ["passage", "passages"];
    origin: ["unabhängige Quelle", "unabhängige Quellen"], ["independent source", "independent sources"];
    at_most_origins: "höchstens {} unabhängige Quellen", "up to {} independent sources"; // {}: a number above one.
    of_them_inferred: "davon {} erschlossen", "{} inferred"; // Beside a number of passages; {}: how many.
    // How the article names an actor; {}: how often.
    named_times: "{} genannt", "named {}"; // By its name.
    otherwise_times: "{} anders bezeichnet", "called something else {}";
    meant_times: "{} gemeint", "meant {}"; // By a pronoun and the like.
    once: "einmal", "once";
    twice: "zweimal", "twice";
    times: "{}-mal", "{} times";
    background: "Hintergrund", "background";

    // --- Help ---
    help: "Hilfe", "Help"; // A title.
    help_signs: "Zeichen", "Signs";
    scroll: "blättern", "scroll"; // In the key bar.

    // What a sign means.
    help_article: "steht im Artikel", "the article says it";
    help_background:
        "Hintergrund: nur aus Quellen, nicht im Artikel",
        "background: from sources only, not in the article";
    help_inferred:
        "von uns erschlossen: Der Artikel sagt es nicht ausdrücklich",
        "inferred by us: the article does not say it outright";
    help_perhaps:
        "Ereignis, das der Artikel vielleicht meint; ein Beleg ist das nicht",
        "event that the article perhaps means, which is no evidence";
    help_borne_out: "Aussage durch Quellen belegt", "claim borne out by sources";
    help_qualified: "Aussage durch Quellen teilweise belegt", "claim partly borne out by sources";
    help_contradicted: "Quellen widersprechen der Aussage", "claim contradicted by sources";
    help_open: "Aussage offen: Quellen entscheiden sie nicht", "claim open: sources do not settle it";
    help_gap: "Lücke: das lässt der Artikel weg", "gap: the article leaves this out";
    help_broken: "kein gültiger Beleg", "no valid evidence";
    help_selected: "ausgewählt", "selected";
    help_cursor: "hier steht der Cursor", "the cursor";
    help_lit: "hängt mit der Auswahl zusammen", "linked to the selection";
    // {}: the marks.
    // {}: the sign of about, the letter of a forecast.
    help_point: "Wert in der Grafik ({} rund, {} Prognose)", "value in a chart ({} about, {} forecast)";
    help_unsure_point: "Wert, dessen Zeit unsicher ist", "value of an uncertain date";
    help_article_day: "Tag des Artikels", "day of the article";
    // {}: the opposite sign.
    help_bound:
        "Untergrenze ({} Obergrenze), kein Punkt der Linie",
        "lower bound ({} upper), not a point of the line";
    help_missing: "gesucht, kein Wert verfügbar", "looked for, no figure available";
    // {}: the signs.
    help_event_mark:
        "Ereignis unter der Zeitachse; eine Ziffer: so viele ({} davor, {} danach)",
        "event below the time axis; a digit: so many ({} before it, {} after)";
    // {}: the opposite sign.
    help_open_end:
        "auf der Zeitachse: dann oder später ({} oder früher)",
        "on the time axis: then or later ({} or earlier)";
    help_period: "Ereignis: so lange, oder irgendwann darin", "event: so long, or at some time within";
    // {} {} {}: signs of dates.
    help_dates:
        "von einem Datum bis zu einem anderen ({} ungefähr, {} frühestens, {} spätestens)",
        "from one date to another ({} about, {} or later, {} or earlier)";
    help_kind: "Ereignis: {}", "event: {}"; // {}: the kind.

    // --- Keys that announce themselves ---
    cancel: "abbrechen", "cancel"; // In the key bar.
    // {}: what was pressed, the key for help.
    unknown_key: "{} ist hier nicht belegt, {} zeigt alle Tasten", "{} is no key here, {} lists the keys";
    // {}: what was pressed; {}: the key that may have been meant.
    other_layout: "{}: andere Belegung", "{}: another layout";
    other_layout_meant: "{}: andere Belegung, gemeint wohl {}", "{}: another layout, you may mean {}";
    latin_keys: "Tasten sind hier lateinische Buchstaben", "keys here are Latin letters"; // After one of those.
    // In the first line; {}: how many stops.
    step_tour: ["Vortrag, {} Station", "Vortrag, {} Stationen"], ["the tour, {} stop", "the tour, {} stops"];
    step_go_to: "gehe zu allem", "go to anything"; // The same.
    typed_erases: "löscht", "erases"; // In the tour, after the key that erases a digit.
    // Why a panel has no view of that name.
    view_no_translation: "Der Artikel hat keine Übersetzung.", "The article has no translation.";
    view_no_main: "Hier ist nichts als wichtig markiert: alles ist aufgeführt.", "Nothing is marked as main here: everything is listed.";
    view_no_map: "Für eine Karte fehlen Bestände von Orten mit Koordinaten.", "A map needs levels of places with coordinates.";
    view_no_overview: "Für einen Überblick fehlen Werte, die sich vergleichen lassen.", "An overview needs comparable figures.";
    // The help that is searched.
    help_search: "Suchen", "Search"; // Before what is typed.
    help_search_what: "Taste oder Wort", "key or word"; // While nothing is typed.
    help_search_none: "Keine Taste und kein Zeichen mit „{}“.", "No key and no sign with “{}”."; // {}: what is typed.
    // Filters.
    by_selection: "Auswahl", "Selection"; // A group of values.
    linked_only: "nur verknüpft mit {}", "only linked to {}"; // {}: a thing.
    // After a number of items, or after “selection”; {}: the key that shows all.
    hidden_as_earlier: "vor dem Artikel ({})", "before the article ({})";
    // --- Where words of the article are, and notes ---
    sentence_of_article: ["Satz", "Sätze"], ["sentence", "sentences"]; // Before a number, or two with a dash.
    place_to_place: "bis", "to"; // Between the places where words begin and end, in different blocks.
    notes_title: "Notizen", "Notes"; // Over the notes file and the list of notes.
    your_note: "Eigene Anmerkung", "Your note"; // Over what the reader has written.
    note_on: "Anmerkung zu", "Note on"; // Before what it is about.
    help_note: "eine eigene Anmerkung des Lesers", "a note of the reader's own";
    // In the status line, before the path of the file; {}: which entry of it.
    note_collected: "Gesammelt als Eintrag {}", "Collected as entry {}";
    note_already_there: "Steht schon dort: Eintrag {}", "Already there: entry {}";
    note_saved: "Anmerkung steht in Eintrag {}", "Note saved in entry {}";
    note_beside:
        "Die Datei hatte inzwischen eine andere Anmerkung: Beide stehen in Eintrag {}",
        "The file has another note by now: both stand in entry {}";
    note_removed: "Anmerkung entfernt", "Note removed";
    note_removed_only: "Anmerkung entfernt, der Rest des Eintrags bleibt", "Note removed, the rest of its entry stays";
    note_changed_elsewhere:
        "Nicht entfernt: Die Anmerkung lautet in der Datei inzwischen anders",
        "Not removed: the note reads differently in the file by now";
    note_unchanged: "Anmerkung unverändert", "Note unchanged";
    // The same; {}: the error with the path of the file.
    notes_not_written: "Nichts geschrieben: {}", "Nothing written: {}";
    // Over the key that copies the evidence instead; {}: that key.
    copy_instead: "{} kopiert den Beleg stattdessen", "{} copies the evidence instead";
    // {}: the path of the file.
    note_by_hand:
        "Die Anmerkung hat mehrere Zeilen, sie wird in der Datei geändert: {}",
        "This note has several lines, edit it in the file: {}";
    note_full: "Länger kann eine Anmerkung hier nicht werden", "A note cannot be longer here"; // Below it.
    notes_not_read: "Die Notizen sind nicht lesbar: {}", "The notes cannot be read: {}"; // {}: the error with the path.
    notes_off:
        "Keine Notizen: FUNDSTELLE_NOTES steht auf off, oder config.toml hat einen Fehler",
        "No notes are kept: FUNDSTELLE_NOTES is off, or config.toml has an error";
    notes_empty: "Noch keine Notizen: {} schreibt eine Anmerkung, {} sammelt Belege", "No notes yet: {} writes a note, {} collects evidence"; // {}: keys.
    nothing_to_annotate: "Hier steht nichts, was sich anmerken ließe", "There is nothing to annotate here";
    // In the line that a note is typed in.
    note_what: "ein Absatz; leer entfernt die Anmerkung", "a paragraph; empty removes the note";
    save_note: "speichern", "save"; // What Enter does.
    discard_note: "verwerfen", "discard"; // What Esc does, once asked.
    note_not_saved: "Noch nicht gespeichert.", "Not saved yet.";
    // In the list of notes.
    note_lost: "nicht mehr zu finden", "no longer found";
    note_only_collected: "gesammelter Beleg", "collected evidence";

    // --- Export of a part ---
    // At the head of a document. {}: kinds of things.
    only_part: "Nur ein Teil des Dossiers: {}", "Only a part of the dossier: {}";
    // After that. {part}: how many; {all}: of how many.
    part_of_all: "{part} von {all}", "{part} of {all}";
    linked_to_it: "verknüpft mit {}", "linked to {}"; // {}: a thing.
    sources_cited: "Quellen dazu", "Sources of these"; // Over the sources of a part.
    // --- Words near what was looked for in vain ---
    nearest_words: "Ähnliche Wörter", "Nearest words";
    found_apart: "Nur getrennt gefunden", "Only found apart";
    // --- Figures that the article gives ---
    from_article: "aus dem Artikel", "from the article"; // Beside a heading of figures.
    from_article_and_sources: "aus dem Artikel und aus Quellen", "from the article and from sources";
    // Over the figures of a document.
    trend_intro_article:
        "Die Zahlen stehen im Artikel. Jede Reihe hat einen Herausgeber und eine Definition; Reihen lassen sich nicht zusammenzählen.",
        "The figures stand in the article. Each series has one publisher and one definition; series cannot be added up.";
    trend_intro_both:
        "Die Zahlen stammen aus ihren Quellen; wo Worte des Artikels daneben stehen, aus dem Artikel. Jede Reihe hat einen Herausgeber und eine Definition; Reihen lassen sich nicht zusammenzählen.",
        "The figures come from their sources, and from the article where words of it stand beside them. Each series has one publisher and one definition; series cannot be added up.";

    /// What only a document says: a page, a text, Markdown.
    [export: Export]
    // --- Of the whole document ---
    skip: "Zum Inhalt", "Skip to the content";
    contents: "Inhalt", "Contents";
    signs: "Zeichen", "Signs";
    voices:
        "Die Worte des Artikels stehen in Anführungszeichen an einem durchgezogenen Strich und sind mit „Der Artikel“ überschrieben. Was wir hinzufügen, steht ohne Anführungszeichen an einem gepunkteten Strich.",
        "The article's words are in quotation marks beside a solid rule, headed “The article”. What we add has no quotation marks and stands beside a dotted rule.";
    // {}: how many.
    errors:
        "Das Dossier hat {}. Was fehlerhaft ist, trägt „!“; ein Zitat, das so nicht mehr im Artikel steht, gilt nicht als Beleg.",
        "The dossier has {}. What is wrong is marked “!”; a quotation no longer found in the article does not count as evidence.";
    broken:
        "Kein gültiger Beleg: „fundstelle check“ sagt, warum.",
        "No valid evidence: “fundstelle check” says why.";
    faulty:
        "Dieser Eintrag hat einen Fehler: „fundstelle check“ sagt, welchen.",
        "This entry has an error: “fundstelle check” says which.";
    made:
        "Mit Fundstelle aus dem Dossier erzeugt. Zu jeder Angabe stehen die Worte des Artikels oder eine Quelle.",
        "Made from the dossier with Fundstelle. Every statement comes with words of the article or with a source.";
    // Instead, where the dossier has errors.
    made_with_errors:
        "Mit Fundstelle aus dem Dossier erzeugt. Angaben ohne gültigen Beleg tragen „!“.",
        "Made from the dossier with Fundstelle. Statements without valid evidence are marked “!”.";
    no_address: "keine verzeichnet", "none recorded"; // After "Address".
    at_the_publisher: "Artikel beim Verlag", "The article on the publisher's site"; // A link, as the next two.
    to_words: "im Text", "in the text"; // From a quotation to its words in the article.
    to_original: "im Original", "in the original"; // From a quotation to the page of its publisher.

    // --- In brief: before all else, and the handout of two pages ---
    in_brief: "Kurz gefasst", "In brief"; // A heading, as the next seven.
    brief_findings: "Befunde", "Findings";
    brief_later: "Seit dem Artikel", "Since the article";
    brief_open: "Was offen ist", "What is open"; // Before a number of claims.
    brief_trust: "Wie weit das trägt", "How far to trust this";
    brief_sources: "Quellen (° nicht von uns gelesen)", "Sources (° not read by us)";
    // Before claims.
    brief_claims: "Aussagen des Artikels, von uns an Quellen geprüft", "The article’s claims as we assessed them";
    brief_arithmetic: // Before figures.
        "Erster und letzter Wert; die Änderung ist unsere Rechnung.",
        "First and last figure; the change is our arithmetic.";
    brief_axis: // Under the events on a time axis.
        "Jedes Zeichen steht an seinem Tag; ein Balken ist ein Zeitraum oder ein ungenaues Datum. Benannt sind wichtige Ereignisse.",
        "Each mark stands at its day; a bar is a period or an inexact date. Main events are named.";
    // A sentence: {} claims, then the clauses below, with commas between them.
    brief_answer: "Von {} {}.", "Of {}, {}.";
    brief_none: "keine", "none"; // In place of a number in these clauses.
    brief_borne_out: ["ist {} belegt", "sind {} belegt"], ["{} is borne out", "{} are borne out"];
    brief_partly: ["{} ist es zum Teil", "{} sind es zum Teil"], ["{} holds in part", "{} hold in part"];
    brief_undecided: ["{} ist offen", "{} sind offen"], ["{} is open", "{} are open"];
    brief_contradicted:
        ["{} steht im Widerspruch zu Quellen", "{} stehen im Widerspruch zu Quellen"],
        ["{} is contradicted", "{} are contradicted"];
    brief_broken:
        ["{} hat keinen gültigen Beleg", "{} haben keinen gültigen Beleg"],
        ["{} has no valid evidence", "{} have no valid evidence"];
    // A sentence after how many claims rest on a single source each. {} {}: how many of these sources, how many claims.
    brief_carry:
        ["{} dieser Quellen trägt allein {} Aussagen.", "{} dieser Quellen tragen allein {} Aussagen."],
        ["{} of these sources carries {} claims alone.", "{} of these sources carry {} claims alone."];
    // How many sources we read, by how many we did not read; {} {}: these, and all. The next two by how many there are.
    brief_unread:
        ["{} von {} Quellen haben wir nicht gelesen (°)", "{} von {} Quellen haben wir nicht gelesen (°)"],
        ["We did not read {} of {} sources (°)", "We did not read {} of {} sources (°)"];
    brief_none_read:
        ["Die einzige Quelle haben wir nicht gelesen (°)", "Keine der {} Quellen haben wir gelesen (°)"],
        ["We did not read the only source (°)", "We read none of the {} sources (°)"];
    brief_all_read:
        ["Die einzige Quelle haben wir gelesen", "Alle {} Quellen haben wir gelesen"],
        ["We read the only source", "We read all {} sources"];
    // After that, of those we did not read: all of them, or {} of them, stand in others that we read.
    brief_known_all:
        ["; wir kennen sie nur aus anderen", "; wir kennen sie nur aus anderen"],
        ["; we know it only from others", "; we know them only from others"];
    brief_known:
        ["; {} davon kennen wir aus anderen, die sie wiedergeben", "; {} davon kennen wir aus anderen, die sie wiedergeben"],
        ["; {} of these we know from others that repeat it", "; {} of these we know from others that repeat them"];
    // After a list; {} {}: how many, and of what.
    brief_more: "noch {} {} im vollständigen Dokument", "{} more {} in the full document";
    more_below: "noch {} {} weiter unten", "{} more {} below";
    brief_finding: ["Befund", "Befunde"], ["finding", "findings"]; // What there are more of, as the next two.
    brief_point: ["Punkt", "Punkte"], ["point", "points"];
    brief_row: ["Zeile", "Zeilen"], ["row", "rows"];
    brief_address: "Adresse im vollständigen Dokument", "address in the full document"; // In place of an address.
    brief_page: "Seite {} von 2", "page {} of 2"; // {}: which.
    brief_made: // At the end.
        "Mit Fundstelle aus dem Dossier erzeugt. Das vollständige Dokument, mit den Worten des Artikels und allen Quellen, schreibt „fundstelle export“.",
        "Made from the dossier with Fundstelle. “fundstelle export” writes the full document, with the article’s words and all sources.";

    // --- The article ---
    article_intro:
        "Der Text, wie er erschien. Namen führen zu den Akteuren; gepunktet unterstrichene Worte gehören zu einer Aussage oder Lücke, deren Nummer dahinter steht.",
        "The text as it was published. Names link to the actors; words with a dotted underline belong to a claim or gap, whose number follows.";
    // The same, where nothing is underlined.
    article_intro_plain:
        "Der Text, wie er erschien. Was wir dazu sagen, steht getrennt davon.",
        "The text as it was published. What we say about it is kept separate.";
    // Before the article's words.
    words_inferred: "Der Artikel, von uns gedeutet", "The article, as we read it";
    // Before a quotation.
    ambiguous: "Kommt mehrmals im Artikel vor, kein Beleg", "Occurs more than once in the article, no evidence";
    // Before a quotation.
    lost: "Nicht im Artikel, kein Beleg", "Not in the article, no evidence";
    here: "Dazu", "On this"; // Before the claims and gaps of a paragraph.
    more_here: "Weiteres zu diesen Worten", "More on these words";
    meant: "gemeint ist wohl: {}", "probably meant: {}"; // {}: an actor.
    also_meant: "Auch gemeint", "Also meant"; // Before actors.

    // --- The tour as a section of documents ---
    tour: "Vortrag", "Tour";
    tour_intro:
        "Ein Weg durch das Dossier. Die Belege stehen bei dem, was die Stationen zeigen.",
        "A path through the dossier. The evidence is with what the stops show.";
    stop: ["Station", "Stationen"], ["stop", "stops"];
    speaker: "Für den Vortrag", "For the speaker"; // Before notes for the speaker.

    // --- Actors, timeline, figures, claims ---
    key_actors: "Wichtige Akteure", "Main actors";
    other_actors: "Weitere Akteure", "Other actors";
    actors_intro:
        "Um wen es im Artikel geht und wer dazugehört. „Hintergrund“ heißt: Der Artikel nennt diesen Akteur nicht.",
        "Who the article is about, and who else belongs to the story. “Background” means that the article does not name them.";
    timeline_intro:
        "Was wann geschah. Was nicht im Artikel steht, ist Hintergrund aus Quellen. Der Tag des Artikels trennt, was er wissen konnte, von dem, was danach kam.",
        "What happened when. What the article does not say is background from sources. The day of the article separates what it could know from what came later.";
    article_day: "Artikel erschienen: {}", "Article published: {}"; // {}: a day.
    lanes_title: "Die Ereignisse auf der Zeitachse", "The events on a time axis";
    lanes_note:
        "Jedes Zeichen steht an seinem Tag und führt zu seinem Eintrag; ein Balken ist ein Zeitraum oder ein ungenaues Datum, ein Pfeil ein offenes Ende. Wichtige Ereignisse sind benannt, wo Platz ist.",
        "Each mark stands at its day and leads to its entry; a bar is a period or an inexact date, an arrow an open end. Main events are named where there is room.";
    trend_intro:
        "Die Zahlen stammen aus ihren Quellen, nicht aus dem Artikel. Jede Reihe hat einen Herausgeber und eine Definition; Reihen lassen sich nicht zusammenzählen.",
        "The figures come from their sources, not from the article. Each series has one publisher and one definition; series cannot be added up.";
    // Under a chart of lines.
    chart_lines:
        "Linien verbinden nur Werte desselben Ortes, deren Zeiträume direkt aufeinander folgen; jedes Zeichen steht in der Mitte seines Zeitraums.",
        "Lines join only values of one place whose periods follow each other directly; each mark stands in the middle of its period.";
    // The same, as the next, where there are such.
    chart_arrows:
        "Ein Pfeil nach oben ist eine Untergrenze, einer nach unten eine Obergrenze.",
        "An arrow up is a lower bound, one down an upper bound.";
    chart_hollow:
        "Hohle Zeichen sind gerundet, ungefähr, Prognose oder nicht sicher datiert.",
        "Hollow marks are rounded, approximate, forecast or of an uncertain date.";
    // Under a chart of columns.
    chart_columns:
        "Jede Säule ist die Summe eines Zeitraums und beginnt bei null.",
        "Each column is the sum over a period and starts at zero.";
    chart_hollow_columns:
        "Hohle Säulen sind gerundet, ungefähr oder nicht sicher datiert.",
        "Hollow columns are rounded, approximate or of an uncertain date.";
    // Under a chart of bars.
    chart_bars:
        "Jeder Balken beginnt bei null; alle haben denselben Maßstab.",
        "Each bar starts at zero; all have the same scale.";
    // The same, where there are such.
    chart_heads:
        "Eine Pfeilspitze heißt: Der Wert ist nur eine Unter- oder Obergrenze.",
        "An arrowhead means that the value is only a lower or upper bound.";
    // After a number.
    chart_older:
        ["älterer Balken ist nicht gezeichnet", "ältere Balken sind nicht gezeichnet"],
        ["older bar is not drawn", "older bars are not drawn"];
    // Between bars.
    chart_other_length:
        "Über eine andere Zeitspanne: mit den Werten darüber nicht vergleichbar, nicht zusammenzuzählen",
        "Over another length of time: not comparable with the figures above, not to be added to them";
    // Under a chart, as the next; {}: the article's day.
    chart_dashed: "Gestrichelt: der Tag des Artikels ({}).", "Dashed: the article's day ({}).";
    chart_not_dashed:
        "Nicht eingezeichnet: der Tag des Artikels ({}).",
        "Not drawn: the article's day ({}).";
    // Under a chart. {publisher}, {unit}: whose figures, and their unit.
    chart_source: "Herausgeber: {publisher} · Einheit: {unit}", "Publisher: {publisher} · Unit: {unit}";
    // Before the unit of an axis.
    in_thousands: "Tausend", "thousand";
    in_millions: "Millionen", "million";
    in_billions: "Milliarden", "billion";
    in_trillions: "Billionen", "trillion";
    // Over a map; {title}: what is counted.
    map_title: "{title}: jüngster Wert jedes Ortes", "{title}: latest figure of each place";
    // Under a map.
    map_circles:
        "Die Fläche eines Kreises ist der Wert, die Linie führt zum Ort.",
        "The area of a circle is the figure, its line leads to the place.";
    map_sums: "Summen der Teile, unsere Rechnung", "Sums of parts, our arithmetic"; // Before places and sums.
    map_coast: "Küstenlinie: Natural Earth.", "Coastline: Natural Earth.";
    map_off: "Nicht auf der Karte, weil die Lage fehlt", "Not on the map because coordinates are missing"; // Before places.
    // Over the first and the last figure of each line, and over the columns of that table.
    overview: "Auf einen Blick: erster und letzter Wert", "At a glance: first and last figure";
    overview_line: "Ort oder Teil", "place or part";
    overview_first: "erster Wert", "first figure";
    overview_last: "letzter Wert", "last figure";
    overview_change: "Änderung (unsere Rechnung)", "change (our arithmetic)";
    table: "Werte: {}", "Figures: {}"; // {}: what it shows.
    note: "Anmerkung", "Note"; // Over a column.
    claims_intro:
        "Was der Artikel behauptet und was die Quellen dazu sagen; dazwischen, was er weglässt. In der Reihenfolge des Artikels.",
        "What the article asserts and what the sources say about it; in between, what it leaves out. In the article's order.";
    // The score of the claims: names of what is drawn, heads of columns.
    tiles: "Aussagen in der Reihenfolge des Artikels", "Claims in the article's order";
    totals: "Aussagen nach Urteil", "Claims by assessment";
    gaps_here: ["Lücke hier", "Lücken hier"], ["gap here", "gaps here"]; // After a number.

    // --- Sources ---
    sources_intro:
        "Eine Quelle, die eine andere wiedergibt, ist nicht unabhängig von ihr. „Nicht gelesen“ heißt: Wir kennen sie nur aus anderen Quellen.",
        "A source that repeats another is not independent of it. “Not read by us” means that we know it only from other sources.";

    /// What is new in the dossier since it was last open.
    [news: NewsTexts]
    title: "Was ist neu", "What is new"; // A title.
    // In the status line. {}: how many of each, as the next three say.
    since: "Neu, seit Sie zuletzt hier waren: {}", "New since you were last here: {}";
    count_added: "{} dazugekommen", "{} added";
    count_gone: "{} entfallen", "{} gone";
    count_changed: "{} geändert", "{} changed";
    shows: "{} zeigt es", "{} shows them"; // {}: the key.
    since_short: "Neu: {}", "New: {}"; // Where the longer one has no room.
    nothing: // Where there is nothing to show.
        "Nichts Neues: Das Dossier ist, wie es war, als es zuletzt offen war.",
        "Nothing is new: the dossier is as it was when it was last open.";
    unknown:
        "Was neu ist, lässt sich nicht sagen: Was das Dossier zuletzt enthielt, ist nicht bekannt.",
        "What is new cannot be said: what the dossier held before is not known.";
    is_gone: "Das steht nicht mehr im Dossier.", "This is no longer in the dossier.";

    // What became of an entry.
    added: "neu", "new";
    gone: "entfallen", "gone";
    changed: "geändert", "changed";

    // Before what it was and what it is.
    assessment: "Urteil", "assessment";
    date: "Datum", "date";
    figure: "Wert", "figure";
    read: "gelesen", "read";
    not_read: "von uns nicht gelesen", "not read by us"; // In place of a day.
    none: "ohne", "none"; // In place of a date.
    // Before the names of sources.
    source_added: "neue Quelle", "new source";
    source_gone: "Quelle entfallen", "source gone";
    // Of the article; {}: how many.
    paragraphs:
        ["Der Text hat sich in {} Absatz geändert", "Der Text hat sich in {} Absätzen geändert"],
        ["the text has changed in {} paragraph", "the text has changed in {} paragraphs"];
    translation:
        ["unsere Übersetzung hat sich in {} Absatz geändert", "unsere Übersetzung hat sich in {} Absätzen geändert"],
        ["our translation has changed in {} paragraph", "our translation has changed in {} paragraphs"];
    // What differs, in a list.
    words: "Worte des Artikels dazu", "words of the article";
    links: "Verweise", "links";
    details: "Angaben", "details";
    name: "Name", "name";
    text: "Text", "text";
    note: "Anmerkung", "note";
    hedge: "Einschränkung des Artikels", "hedge";
    role: "Rolle", "role";
    alias: "Namen im Artikel", "names in the article";
    summary: "Zusammenfassung", "summary";
    status: "Status", "status";
    finding: "Befund", "finding";
    definition: "Definition", "definition";
    quote: "Worte der Quelle", "the source’s words";
    address: "Adresse", "address";

    /// The edition that is walked through on standard output.
    [plain: PlainTexts]
    // The parts, as one types them too.
    start: "anfang", "start";
    article: "artikel", "article";
    claims: "aussagen", "claims";
    gaps: "lücken", "gaps";
    events: "ereignisse", "events";
    actors: "akteure", "actors";
    trend: "trend", "trend";
    sources: "quellen", "sources";
    tour: "vortrag", "tour";

    // On a page.
    parts: "Teile", "Parts"; // Before the parts.
    paragraph: "Absatz", "paragraph"; // Before a number.
    title: "Titel", "title"; // What a block of the article is, as the next.
    heading: "Überschrift", "heading";
    named: "Hier genannt", "Named here"; // Before names.
    link: "Link des Artikels", "link of the article"; // Before words and an address.

    // What one types.
    next: "weiter", "next";
    previous: "vorige", "previous";
    card: "karte", "card";
    words: "wortlaut", "words";
    of_sources: "quellen", "sources";
    find: "suche", "find";
    go: "gehe", "go";
    list: "liste", "list";
    place: "wo", "where";
    back: "zurück", "back";
    help: "hilfe", "help";
    quit: "ende", "quit";

    // What that does; {}: the word.
    help_next: "{}: der nächste Eintrag; Enter allein genügt", "{}: the next entry; Enter alone does the same";
    help_previous: "{}: der Eintrag davor", "{}: the entry before";
    help_card:
        "{} 3: dem Verweis 3 folgen, die Nummer allein genügt; ohne Nummer: dieser Eintrag noch einmal",
        "{} 3: follow link 3, as the number alone does; without a number: this entry once more";
    help_words: "{}: die Worte des Artikels zu diesem Eintrag", "{}: the article's words for this entry";
    help_sources: "{}: die Quellen dieses Eintrags", "{}: the sources of this entry";
    help_find: "{} TEXT: die Einträge, in denen er steht", "{} TEXT: the entries that have it";
    help_go:
        "{} zu NAME: der Eintrag, der so heißt; ein Teil; oder Art und Nummer, etwa Aussage 3",
        "{} to NAME: the entry of that name; a part; or a kind and a number, such as claim 3";
    help_list:
        "{} TEIL: dessen Einträge; allein: die dieses Teils",
        "{} PART: its entries; alone: those of this part";
    help_place: "{}: wo Sie sind", "{}: where you are";
    help_back: "{}: dorthin, woher Sie gesprungen sind", "{}: to where you came from by a link, find or go";
    help_help: "{}: diese Liste", "{}: this list";
    help_quit: "{}: beenden", "{}: end";
    help_short: "Der Anfang eines Wortes genügt, wenn er eindeutig ist.", "The beginning of a word is enough if only one word has it.";
    // On the first page; {}: the words.
    commands: "Enter geht weiter, eine Nummer folgt dem Verweis. Sonst: {}.", "Enter goes on, a number follows a link. Otherwise: {}.";

    // Answers. {}: what was typed, where one stands in quotation marks.
    no_command: "„{}“ ist kein Befehl. Befehle: {}.", "“{}” is no command. The commands: {}.";
    ambiguous: "„{}“ kann {} heißen. Tippen Sie mehr davon.", "“{}” may be {}. Type more of it.";
    no_link: "Hier gibt es keinen Verweis {}, nur 1 bis {}.", "There is no link {} here, only 1 to {}.";
    no_links: "Von hier führt kein Verweis weiter. „{}“ geht zum nächsten Eintrag.", "No link leads on from here. “{}” goes to the next entry.";
    no_number: "Auf „{}“ folgt die Nummer eines Verweises.", "After “{}” comes the number of a link.";
    find_what: "Auf „{}“ folgt, was zu suchen ist.", "After “{}” comes what to look for.";
    go_where:
        "Auf „{}“ folgt ein Name, oder einer dieser Teile: {}.",
        "After “{}” comes a name, or one of these parts: {}.";
    no_part: "„{}“ ist kein Teil. Teile: {}.", "“{}” is no part. The parts: {}.";
    not_found: "Nirgends steht „{}“. „{}“ sagt, was Sie tippen können.", "“{}” is nowhere. “{}” says what you can type.";
    no_such: "Nichts heißt so: „{}“. „{}“ und ein Text sucht überall.", "Nothing is called “{}”. “{}” and a text looks everywhere.";
    found: ["{} Eintrag. Die Nummer führt hin:", "{} Einträge. Eine Nummer führt hin:"], ["{} entry. The number leads there:", "{} entries. A number leads there:"];
    more: "und {} weitere; mit mehr Worten werden es weniger", "and {} more; more words leave fewer";
    at_end: "Das ist der letzte Eintrag. „{}“ beendet, „{} {}“ beginnt von vorn.", "This is the last entry. “{}” ends, “{} {}” begins again.";
    at_start: "Das ist der erste Eintrag. „{}“ geht weiter.", "This is the first entry. “{}” goes on.";
    no_way_back: "Sie sind noch nirgendwohin gesprungen. „{}“ geht zum Eintrag davor.", "You have not gone anywhere yet. “{}” goes to the entry before.";
    you_are: "Teil „{}“, Eintrag {} von {} im Ganzen", "part “{}”, entry {} of {} in all";
    /// The settings of the reader.
    [settings: SettingsStrings]

    // {} {}: the file, the line.
    error: "{}: 1 Fehler, in Zeile {}", "{}: 1 error, in line {}";
    // {} {} {}: the file, how many errors, the line of the first.
    errors: "{}: {}, der erste in Zeile {}", "{}: {}, first in line {}";
    unread: "{} kann nicht gelesen werden", "{} cannot be read"; // {}: the file.
    // After these, in their order.
    which: "fundstelle config --check sagt, welcher", "fundstelle config --check says which";
    all: "fundstelle config --check zeigt sie", "fundstelle config --check lists them";
    why: "fundstelle config --check sagt, warum", "fundstelle config --check says why";

    /// What may stand with a thing, or be left out.
    [optional: OptionalTexts]
    // What differs in a claim, in the list of what is new.
    attribution: "Zuschreibung im Artikel", "the article’s attribution";
    searched: "vergeblich Gesuchtes", "what was looked for in vain";
    // Before the words for whom the article has a claim from, where they are not in the sentence of its quotation.
    attribution_unconfirmed:
        "Zuschreibung nicht bestätigt, kein Beleg",
        "Attribution not confirmed, no evidence";
    other_lane: "Weitere", "Other"; // The lane of events that have none, where others have one.

    /// Articles that were opened without a dossier.
    [lone: LoneStrings]

    // In the status line, while nothing is selected.
    welcome_stream: "Nur der Artikel, aus einer Pipe gelesen.", "Article only, read from a pipe.";
    // After the key that reloads.
    stream_stays:
        "Der Artikel kam aus einer Pipe und lässt sich nicht neu laden.",
        "The article came through a pipe and cannot be reloaded.";
    // {}: the name of its article's file.
    dossier_of_another:
        "Die dossier.toml daneben gehört zu einem anderen Artikel: {}",
        "The dossier.toml beside it is about another article: {}";
    notes_of_stream:
        "Keine Notizen: Der Artikel kam aus einer Pipe, nichts sagt, wohin sie gehören",
        "No notes are kept: the article came through a pipe, and nothing says where they belong";

    /// Forms in which an author writes into the dossier.
    [forms: FormStrings]

    // What the fields are called.
    name: "Name", "Name";
    kind: "Art", "Kind";
    actor: "Akteur", "Actor";
    reach: "Gilt", "Applies";
    text: "Text", "Text";
    assessment: "Urteil", "Assessment";
    hedge: "Vorbehalt", "Hedge";
    speakers: "Wer sagt es", "Said by";
    attribution: "Zuschreibung", "Attribution";
    date: "Datum", "Date";
    title: "Titel", "Title";
    lane: "Spur", "Lane";
    sources: "Quellen", "Sources";
    role: "Rolle", "Role";
    note: "Anmerkung", "Note";
    source_type: "Art", "Type";
    outlet: "Herausgeber", "Outlet";
    url: "Adresse", "Address";
    issued: "Erschienen", "Issued";
    accessed: "Gelesen am", "Read on";
    quote: "Wortlaut", "Quotation";

    // How far another name of an actor counts.
    everywhere: "überall, wo es steht", "wherever it stands";
    here: "nur hier", "here only";
    by_reading: "hier, von uns erschlossen", "here, as we read it";

    // What frames call some forms.
    heading_alias: "Weiterer Name", "Another name";
    heading_source: "Neue Quelle", "New source";
    heading_stop: "Station des Vortrags", "Stop of the tour";

    // At the right of a field: where what stands in it comes from.
    from_words: "aus der Markierung", "from the mark";
    from_suggestion: "aus dem Vorschlag", "from the suggestion";
    from_sentence: "aus dem Satz", "from the sentence";
    from_dossier: "steht im Dossier", "in the dossier";
    from_published: "vom Erscheinungstag aus gezählt", "counted from the day of publication";
    as_usual: "wie meistens", "most common";

    // What a key does.
    write: "eintragen", "write";
    take_over: "übernehmen", "take over"; // A new source into another form.
    write_anyway: "trotzdem eintragen", "write anyway";
    try_again: "noch einmal", "try again";
    next_field: "nächstes Feld", "next field";
    cancel: "abbrechen", "cancel";
    discard: "verwerfen", "discard";
    change: "ändern", "change it";
    copy_toml: "TOML kopieren", "copy TOML";
    plain_text: "Text", "text"; // What was copied, where that is no TOML: before what it is.
    is_needed: "nötig", "required"; // In the frame, after the sign of a field that must not stay empty.
    previous_field: "voriges Feld", "previous field";
    empty_field: "leeren", "empty the field";
    quit: "beenden, ohne einzutragen", "quit without writing";

    // Below the fields: what can be done in the one that keys go to.
    hint_choice: "Ein Buchstabe wählt und geht weiter, ← → wählen auch.", "A letter chooses and goes on; ← → choose as well.";
    hint_take: "Enter oder Tab übernimmt {}, ↑ ↓ wählen.", "Enter or Tab takes {}, ↑ ↓ choose."; // {}: the candidate.
    hint_make: "Enter oder Tab legt eine neue Quelle an, ↑ ↓ wählen eine vorhandene.", "Enter or Tab creates a new source, ↑ ↓ choose one that is there.";
    hint_names: "Ein paar Buchstaben vom Anfang eines Worts genügen.", "A few letters from the beginning of a word are enough.";
    hint_chosen: "Backspace entfernt die letzte, Ctrl+u alle.", "Backspace removes the last one, Ctrl+u all of them.";
    hint_sources: "Herausgeber, Titel oder ID tippen; was es noch nicht gibt, wird neu angelegt.", "Type an outlet, a title or an id; what is not there yet is created.";
    hint_date: "Wie man es schreibt, oder EDTF: 2024-10, Oktober 2024, 2. Quartal 2025.", "As one writes it, or EDTF: 2024-10, October 2024, Q2 2025.";
    hint_today: "→ setzt heute ein, {}. Leer: nicht gelesen.", "→ puts in today, {}. Empty: not read."; // {}: the date.
    hint_claim: "Leer lassen: dann stehen die Worte des Artikels dafür.", "Leave it empty: then the article’s words stand for it.";
    hint_hedge: "Die Worte, mit denen der Artikel Abstand hält, genau wie sie im Satz stehen.", "The words by which the article keeps its distance, exactly as in the sentence.";
    hint_attribution: "Wer es sagt, ohne Akteur zu sein: genau wie im Satz.", "Who says so without being an actor: exactly as in the sentence.";
    hint_quote: "Der genaue Wortlaut der Quelle, unübersetzt.", "The source’s exact words, not translated.";
    hint_write: "Enter trägt ein.", "Enter writes it.";
    hint_keys: "{} zeigt die Tasten.", "{} shows the keys."; // {}: the key.
    hint_take_over: "Enter übernimmt sie in das Formular davor.", "Enter takes it over into the form before."; // Of a new source.
    full: "Mehr passt nicht hinein.", "It takes no more.";

    // Below the fields: what keeps them from being written.
    // {}: the field.
    needed: "{} fehlt noch.", "{} is still missing.";
    needed_choice: "{} fehlt noch: Ein Buchstabe wählt.", "{} is still missing: a letter chooses.";
    needed_name: "{} fehlt noch: Ein paar Buchstaben, dann Tab.", "{} is still missing: a few letters, then Tab.";
    not_known: "So heißt hier nichts.", "Nothing here is called that.";
    no_date: "Das ist kein Datum. Etwa: 2024, 2024-10, Oktober 2024, 5.10.2024, 2024-10~ (ungefähr).", "That is no date. Such as: 2024, 2024-10, October 2024, 5 October 2024, 2024-10~ (about).";
    date_either: "Das kann {} oder {} heißen: so hinschreiben, wie es gemeint ist.", "That may be {} or {}: write which is meant."; // {} {}: the dates.
    too_long: "Höchstens {} Zeichen.", "At most {} characters."; // {}: how many.
    needs_read_source: "Ein anderes Urteil als „offen“ braucht eine Quelle, die gelesen wurde.", "An assessment other than “open” needs a source that was read.";
    not_written: "Noch nicht eingetragen.", "Not written yet.";

    // A candidate of a field for sources; {}: its outlet, its title or its address.
    new_source_outlet: "+ neue Quelle, Herausgeber: {}", "+ new source, outlet: {}";
    new_source_title: "+ neue Quelle, Titel: {}", "+ new source, title: {}";
    new_source_url: "+ neue Quelle, Adresse: {}", "+ new source, address: {}";
    new_source_any: "+ neue Quelle", "+ new source";

    // After a change, in the status line.
    written: "Eingetragen: {}", "Written: {}"; // {}: the thing.
    undoes: "{} nimmt es zurück", "{} takes it back"; // {}: the key.
    taken_back: "Zurückgenommen: {}", "Taken back: {}"; // {}: the thing.
    made_again: "Wiederhergestellt: {}", "Redone: {}"; // {}: the thing.
    nothing_to_undo: "Nichts zurückzunehmen; das geht nur mit Einträgen seit dem Start", "Nothing to take back; that works only since the program started";
    something: "eine Änderung", "a change"; // What was changed, where it has no name.
    did_part: "Änderung an {}", "change of {}"; // {}: the thing.
    did_leave_out: "Zeilen, die nicht zum Artikel gehören", "lines that are not the article’s";
    nothing_to_redo: "Nichts wiederherzustellen", "Nothing to redo";
    unchanged: "Steht schon so da, nichts eingetragen", "It says so already, nothing written";
    new_warnings: ["neue Warnung", "neue Warnungen"], ["new warning", "new warnings"];

    // What was written, in the status line.
    did_alias: "Alias {} für {}", "Alias {} of {}"; // {} {}: the words, the actor.
    did_mention: "Erwähnung von {}", "Mention of {}"; // {}: the actor.
    did_role: "Rolle von {}", "Role of {}"; // {}: the actor.
    did_assessment: "Urteil zu {}", "Assessment of {}"; // {}: the thing.
    did_note: "Anmerkung zu {}", "Note on {}"; // {}: the thing.
    did_source: "Quelle {} für {}", "Source {} for {}"; // {} {}: who published it, the thing.

    // Where nothing can be written, in the status line.
    no_stop: "Daraus lässt sich keine Station machen", "This cannot become a stop";
    no_sources: "Dafür lassen sich keine Quellen eintragen", "No sources can be written for this";
    only_for_claims: "Das geht nur mit einer Aussage", "That works only for a claim";
    no_actors: "Das Dossier hat noch keine Akteure: erst einen anlegen", "The dossier has no actors yet: create one first";
    nothing_to_change: "Hier lässt sich nichts ändern", "Nothing can be changed here";
    nothing_marked: "Nichts ist markiert", "Nothing is marked";
    // What stands in the menu of an item.
    assess: "Urteil, Quelle, Anmerkung", "assessment, source, note";
    add_source: "Quelle hinzufügen", "add a source";
    write_note: "Anmerkung", "note";
    make_stop: "Station daraus machen", "make it a stop";

    /// Forms that change what is there, and what they find there.
    [editing: EditingStrings]

    edit: "bearbeiten", "edit"; // In the menu of an item.
    // In the status line, of what has no form; {}: the key.
    in_editor: "Dafür gibt es kein Formular; {} öffnet den Editor an der Zeile", "There is no form for this; {} opens the editor at its line";
    // What the fields are called.
    country: "Land", "Country";
    status: "Stand", "Status";
    summary: "Zusammenfassung", "Summary";
    // Below the fields.
    // {}: the field.
    goes_out: "Leer: Enter nimmt „{}“ aus dem Dossier.", "Empty: Enter takes “{}” out of the dossier.";
    must_stay: "„{}“ muss bleiben, der Eintrag braucht es. Ändern geht.", "“{}” has to stay, the entry needs it. It can be changed.";
    without_words: "Diese Aussage zitiert nichts aus dem Artikel, also braucht sie einen Text.", "This claim quotes nothing from the article, so it needs a text.";
    gap_needs_source: "Eine Lücke braucht eine Quelle, die das Ausgelassene belegt.", "A gap needs a source that says what is left out.";
    alias_there: "Dieser Akteur heißt hier schon so.", "The actor has this name already.";
    mention_there: "Diese Worte meinen ihn schon.", "These words mean the actor already.";
    role_there: "Diese Rolle steht mit diesen Worten schon da.", "The role is there already, with these words.";
    source_there: "Diese Quelle ist schon eingetragen.", "This source is there already.";
    no_country: "Zwei Buchstaben nach ISO 3166, etwa DE.", "Two letters of ISO 3166, such as GB.";
    no_address: "Das ist keine Adresse. Etwa: https://…", "That is no address. Such as: https://…";
    no_day: "Gelesen wird an einem Tag: 2026-03-05.", "It is read on a day: 2026-03-05.";
    not_in_sentence: "Das steht so nicht im Satz der Markierung; genau so schreiben oder leeren.", "The marked sentence does not say that; write it exactly so, or empty the field.";
    // {}: what stands there.
    otherwise: "Inzwischen steht dort: {}.", "Meanwhile it says: {}.";
    gone: "Inzwischen steht dort nichts mehr.", "Meanwhile there is nothing any more.";
    write_over: "überschreiben", "write over it"; // What a key does.

    /// Why a change of the dossier was not made, and what may not be meant by it.
    [refusals: RefusalStrings]

    no_dossier: "Ein Artikel allein hat kein Dossier: „fundstelle new ARTIKEL“ macht eines. Kopieren und eigene Notizen gehen.", "An article alone has no dossier: “fundstelle new ARTICLE” makes one. Copying and your own notes work.";
    shipped: "Dieses Dossier gehört zum Programm: „fundstelle new --example DIR“ macht eine Kopie zum Ändern.", "This dossier is part of the program: “fundstelle new --example DIR” makes a copy that can be changed.";
    stream: "Artikel aus einer Pipe: erst als Datei speichern, dann „fundstelle new ARTIKEL“.", "Article from a pipe: save it as a file, then “fundstelle new ARTICLE”.";

    // {}: one of the reasons below.
    not_written: "Nicht eingetragen: {}", "Not written: {}";
    not_taken_back: "Nicht zurückgenommen: {}", "Not taken back: {}";
    not_redone: "Nicht wiederhergestellt: {}", "Not redone: {}";

    // {}: place, what, what to do.
    unreadable: "Die Dateien sind so nicht lesbar. {}.", "the files cannot be read as they are. {}.";
    no_table: "{} steht in keiner Tabelle, die sich ändern lässt.", "{} is in no table that could be changed."; // {}: the id.
    // {} {} {}: place, name of the table, the same.
    single_table: "{} hat eine einzelne Tabelle [{}]; erst [[{}]] daraus machen, dann passt eine zweite dazu.", "{} has a single [{}]; write it as [[{}]] first.";
    // {} {}: place, key.
    not_a_list: "In {} ist „{}“ keine Liste; als Liste schreiben, etwa [\"…\"].", "at {} “{}” is no list; write it as one, such as [\"…\"].";
    not_a_text: "In {} ist „{}“ kein einzelner Text; einen Text daraus machen.", "at {} “{}” is not a single text; make it one.";
    languages: "In {} lässt sich „{}“ nicht ergänzen: Für alle Sprachen steht dort ein Text, oder für einzelne; bei einem von beiden bleiben.", "at {} “{}” cannot be added: there is a text for all languages, or one for each; keep to one of the two.";
    split: "In {} ist „{}“ auf mehrere Tabellen verteilt; zusammenschreiben oder im Editor ergänzen.", "at {} “{}” is spread over several tables; write it in one place, or add to it in an editor.";
    comment: "In {} steht in „{}“ ein Kommentar, der dabei verloren ginge; im Editor ändern.", "at {} a comment within “{}” would be lost; change it in an editor.";
    lines: "In {} hat „{}“ mehrere Zeilen, die hier zu einer würden; im Editor bleiben sie.", "at {} “{}” has several lines, which would become one here; your editor keeps them.";
    not_tables: "In {} ist „{}“ ein Wert; Tabellen dieses Namens brauchen [[…]], also den Wert entfernen.", "at {} “{}” is a value; tables of that name are written [[…]], so remove the value.";
    faulty: "Es würde eine Regel verletzen. {}.", "it would break a rule: {}."; // {}: place, what, what to do.
    would_change: "Anderes würde dadurch anders gelesen, {}. Im Editor eintragen.", "something else would be read differently, {}. Write it in an editor."; // {}: what.
    words_gone: "Die Worte stehen nicht mehr genau einmal im Artikel. Neu markieren.", "the words no longer stand in the article exactly once. Mark them again.";
    // {} {}: the file, the columns.
    no_columns: "In {} fehlen Spalten: {}. Im Kopf und in jeder Zeile ergänzen, dann passt die Zahl hinein.", "{} lacks columns: {}. Add them to the header and to every row.";
    name_taken: "{} gibt es schon, ohne dass es gelesen wird; im Kopf als observations nennen oder umbenennen.", "{} is there and is not read: name it in the head as observations, or rename it."; // {}: the file.
    // The files, each but once.
    changed_since: "In {} wurde seither daran geändert.", "it has been changed in {} since.";
    needed_by: "{} braucht es inzwischen ({}).", "{} needs it by now ({})."; // {} {}: the thing, the place.
    needed_at: "{} verweist inzwischen darauf.", "{} refers to it by now."; // {}: the place.
    // {} {}: the file, what shows that it is open.
    open_elsewhere: "{} ist in einem Editor offen ({}): dort erst speichern und schließen.", "{} is open in an editor ({}): save and close it there first.";
    // {}: the file.
    other_owner: "{} gehört jemand anderem und würde beim Ersetzen den Besitzer wechseln.", "{} belongs to another user, and would become yours if it were replaced.";
    hard_links: "{} hat mehrere Namen (harte Links), von denen einer alt bliebe.", "{} has several names (hard links), of which one would stay as it was.";
    read_only: "{} ist schreibgeschützt.", "{} is read-only.";
    folder_read_only: "In den Ordner von {} darf nichts geschrieben werden.", "nothing may be written into the folder of {}.";
    no_file: "{} ist keine gewöhnliche Datei.", "{} is no regular file.";
    keeps_changing: "Ein anderes Programm ändert {} laufend.", "another program keeps changing {}.";
    // {} {}: the file, what the system says.
    io: "{}: {}.", "{}: {}.";
    io_not_found: "nicht gefunden", "not found";
    io_full: "kein Platz mehr", "no space left";
    io_other: "das System verweigert es", "the system refuses";

    // What could not be taken back or redone: what is said after the reason, before the lines that are left to change.
    by_hand: "Von Hand:", "By hand:";
    // After those: {}: the key that takes back the change before.
    no_longer: "Es wird nicht mehr angeboten; {} nimmt das davor zurück.", "It is no longer offered; {} takes back the one before.";
    no_longer_redone: "Es wird nicht mehr angeboten.", "It is no longer offered.";
    heading_undo: "Zurücknehmen", "Take back";
    heading_redo: "Wiederherstellen", "Redo";
    anyway: "trotzdem", "anyway"; // What the key does that was pressed before.

    // What may not be meant.
    alias_known: "Dieser Name steht schon beim Akteur.", "The actor has this name already.";
    alias_of_another: "Diesen Namen hat auch {}: Wo er steht, wären beide gemeint.", "{} has this name, too: wherever it stands, both would be meant."; // {}: the actor.
    alias_inside: "Er steht auch in anderen Namen und zählt dort mit: {}.", "It stands inside other names, too, and counts there: {}."; // {}: the names.
    aliases_within: "Darin steht ein Name von {}, der dort weiter mitzählt.", "It has a name of {} inside, which still counts there."; // {}: the actors.
    // What is written with an alias into not_in; {}: the names, the actors.
    not_inside: "In {} zählt er nicht mit (not_in).", "Inside {} it does not count (not_in).";
    no_longer_within: "Darin zählt ein Name von {} nicht mehr mit (not_in).", "A name of {} no longer counts in it (not_in).";
    actor_named: "Einen Akteur dieses Namens gibt es schon: {}.", "There is an actor of this name already: {}."; // {}: the actor.
    quoted: "Diese Worte stehen schon hier: {}.", "These words are quoted already: {}."; // {}: the thing.
    source_known: "Eine Quelle mit dieser Adresse gibt es schon: {}.", "There is a source with this address already: {}."; // {}: the source.
    has_role: "Der Akteur hat schon eine Rolle, die damit wegfällt: {}.", "The actor has a role already, which this replaces: {}."; // {}: its text.
    only_a_name: "Das ist nur ein Name oder ein einzelnes Wort: besser den Satz markieren.", "That is only a name or a single word: better mark the sentence.";
    source_there: "Diese Quelle steht dort schon.", "This source is there already.";
    exception_without_alias: "In {} steht kein Name des Akteurs, es ändert also nichts.", "No name of the actor stands in {}, so it changes nothing."; // {}: the text.

    /// Marking words of the article, to write them into the dossier.
    [marking: MarkingStrings]

    badge: "Markieren", "mark"; // In the frame of the article.
    menu: "Markierte Worte", "Marked words"; // The frame of the menu.
    // What marked words may become: in the menu, after a letter.
    as_actor: "neuer Akteur", "new actor";
    as_alias: "Alias/Erwähnung von {}", "alias or mention of {}"; // {}: the sign that something is left out.
    as_claim: "Aussage", "claim";
    as_event: "Ereignis", "event";
    as_gap: "Lücke", "gap";
    as_role: "Rolle von {}", "role of {}"; // The same.
    as_note: "eigene Anmerkung", "note of your own";
    as_anchor: "als Anker kopieren (TOML)", "copy as an anchor (TOML)";
    inside: "darin", "in it"; // Before what the dossier has in the marked words.
    choose: "wählen", "choose"; // In the key bar, of the menu.

    // In the status line, with a number.
    words: ["Wort", "Wörter"], ["word", "words"];
    characters: ["Zeichen", "Zeichen"], ["character", "characters"];

    // In the status line, of a key that changes nothing. {}: the most characters.
    too_long: "Mehr als {} Zeichen lassen sich nicht markieren", "No more than {} characters can be marked";
    cut:
        "Der Satz hat mehr als {} Zeichen: markiert ist sein Anfang",
        "The sentence has more than {} characters: its beginning is marked";

    // In the status line, of a key that changes nothing.
    one_word_left: "Ein Wort bleibt markiert", "One word stays marked";
    block_ends: "Hier endet der Absatz: eine Markierung bleibt in einem", "The paragraph ends here: a mark stays within one";
    no_sentence: "In dieser Richtung kommt kein Satz mehr", "No sentence follows in that direction";
    no_next_name: "Danach kommt kein Name mehr", "No name follows";
    no_previous_name: "Davor steht kein Name mehr", "No name stands before";
    nothing: "Hier gibt es keine Sätze zum Markieren", "There are no sentences to mark here";
    gone: "Die markierten Worte stehen nicht mehr im Artikel", "The marked words are no longer in the article";
    no_anchor:
        "Nichts unterscheidet diese Worte von gleichen an anderer Stelle: mehr davon markieren",
        "Nothing tells these words from the same ones elsewhere: mark more of them";

    // {}: the key that was pressed, that ends marking, that helps.
    no_key: "{} tut beim Markieren nichts; {} beendet es, {} zeigt die Tasten", "{} does nothing while marking; {} ends it, {} shows the keys";
    // The same, in a menu.
    menu_no_key: "{} wählt hier nichts; {} schließt, {} zeigt die Tasten", "{} chooses nothing here; {} closes, {} shows the keys";

    // In the key bar, after a key.
    key_sentence: "Satz", "sentence";
    key_word: "Wort", "word";
    key_menu: "wird zu", "use as";
    key_actor: "Akteur", "actor";
    key_alias: "Alias", "alias";
    key_role: "Rolle", "role";
    key_name: "Name", "name";
    key_other_end: "anderes Ende", "other end";
    key_leave: "beenden", "end";
    key_one_word: "ein Wort", "one word";
    key_whole: "ganzer Satz", "whole sentence";
    key_end_by_sentence: "bis Satzende", "by sentence";

    // In the help, after keys.
    help: "Beim Markieren", "While marking"; // A heading.
    help_sentence: "der vorige oder nächste ganze Satz", "the previous or next whole sentence";
    help_word: "das bewegte Ende ein Wort nach links oder rechts", "the moving end, a word to the left or right";
    help_other_end: "das andere Ende bewegen", "move the other end";
    // {}: keys.
    help_end_by_sentence:
        "das bewegte Ende satzweise, im selben Absatz (auch {} und {})",
        "the moving end, by sentences of its paragraph (also {} and {})";
    help_name: "das vorige oder nächste Wort, das wie ein Name aussieht", "the previous or next words that look like a name";
    help_one_word: "nur das Wort am bewegten Ende", "only the word at the moving end";
    help_whole: "auf ganze Sätze erweitern", "widen to whole sentences";
    help_page: "eine Seite blättern: der erste Satz darauf", "turn a page: its first sentence";
    help_ends: "der erste oder letzte Satz des Artikels", "the first or last sentence of the article";
    help_menu:
        "wählen, was aus den Worten wird: Akteur, Alias, Aussage, Ereignis, Lücke, Rolle, Anmerkung",
        "choose what the words become: actor, alias, claim, event, gap, role, note";
    help_at_once:
        "dasselbe ohne die Auswahl; Aussage, Ereignis, Lücke und Rolle nehmen von einem Namen den ganzen Satz",
        "the same without the list; claim, event, gap and role take a name's whole sentence";
    help_leave: "nichts mehr markieren", "mark nothing any more";

    /// What is written into a dossier in our words.
    [drafts: DraftStrings]

    article: "Der Artikel", "The article"; // Who published its figures, where nobody has written that.
    figures: "Im Artikel", "In the article"; // The series of the figures that the article gives.
    figures_definition: "Zahlen, die der Artikel nennt", "Figures that the article gives";

    /// What could be made of the article, and why.
    [suggest: SuggestStrings]

    // Why something is suggested: after its words.
    page: "wie Seiten es um einen Artikel haben", "as pages have it around an article";
    caption: "steht unter einem Bild", "stands below a picture";
    link: "ein Link und sonst nichts", "a link and nothing else";
    byline: "sagt, wer geschrieben hat", "says who wrote it";
    dateline: "sagt, von wann die Seite ist", "says when the page was made";
    edge: "kurze Zeile vor oder hinter dem Text", "short line before or after the text";
    known: "aus einem anderen Dossier", "in another dossier";
    shape: "Großbuchstabe oder Ziffer im Wort", "capital or digit inside the word";
    acronym: "Abkürzung", "acronym";
    list: "auf der Liste bekannter Namen", "on the list of well-known names";
    title: "davor steht ein Amt oder Titel", "follows an office or a title";
    first_name: "beginnt mit einem Vornamen", "begins with a first name";
    legal_form: "mit Rechtsform", "with its legal form";
    institution: "klingt nach einer Einrichtung", "named as an institution";
    apposition: "mit erklärendem Nomen daneben", "described by the noun beside it";
    speaker: "sagt etwas", "says something";
    genitive: "Genitiv vor einem Nomen", "genitive before a noun";
    capitals: "mehrere großgeschriebene Wörter", "several words with capitals";
    compound: "vor einem Bindestrich", "before a hyphen";
    capital: "großgeschrieben, aber wohl kein Nomen", "capital within a sentence";
    form: "so geschrieben", "as it is written";
    attribution: "jemand anders sagt es", "somebody else says it";
    hedge: "es ist nicht verbürgt", "it is not vouched for";
    quotation: "wörtliche Rede", "part of a quotation";

    /// Suggestions, offered one at a time at their words.
    [suggesting: SuggestingStrings]

    badge: "Vorschläge", "suggestions"; // In the frame of the article.
    heading: "Vorschlag", "Suggestion"; // The frame of the block at the bottom.

    // What it may be, before the kind of actor or the number of places.
    leftover: "Gehört nicht zum Artikel?", "Not the article’s?";
    name: "Name?", "Name?";
    attributed: "Angabe von anderen?", "Attributed?";
    time: "Zeit?", "Time?";
    figure: "Zahl?", "Figure?";
    // The same of many: after a number, and in the frame.
    leftovers: "Reste der Seite", "leftovers of the page";
    names: "Namen", "names";
    attributed_many: "Angaben anderer", "attributed sentences";
    times: "Zeiten", "times";
    figures: "Zahlen", "figures";
    places: ["Stelle", "Stellen"], ["place", "places"];
    place: "Stelle", "place"; // Before its number.

    no_date: "kein sicheres Datum", "no certain date";
    why: "Grund: {}", "why: {}"; // {}: the reason.
    // The reason, where the words alone are one.
    why_attributed: "so formuliert, dass andere es sagen", "said by somebody";
    why_hedged: "so formuliert, dass es offenbleibt", "not vouched for";
    why_time: "Worte, die eine Zeit nennen", "words that name a time";
    why_figure: "eine Zahl mit dem, was sie zählt", "a number with what it counts";
    // What the key that accepts does, after that key. {}: what it becomes.
    accept_as: "annehmen als {}", "accept as {}";
    accept_leaving_out: "weglassen", "leave it out";
    accept_choosing: "annehmen, Art wählen", "accept, choose its kind";
    accept_titled: "annehmen, Titel schreiben", "accept, write its title";
    figure_one: "Zahl", "figure";
    in_all: "{} insgesamt", "{} in all"; // {}: how many suggestions.
    // Times that are not offered. {}: how many.
    undated: ["ungenaue Zeit", "ungenaue Zeiten"], ["vague time", "vague times"];
    undated_left_out:
        "{} ohne sicheres Datum ausgelassen: fundstelle suggest zählt sie auf",
        "{} without a certain date left out: fundstelle suggest lists them";

    // At the end, and when the mode is left.
    all_offered: "Alle Vorschläge sind durchgesehen", "All suggestions have been offered";
    accepted: ["angenommen", "angenommen"], ["accepted", "accepted"];
    rejected: ["abgelehnt", "abgelehnt"], ["rejected", "rejected"];
    put_off: ["zurückgestellt", "zurückgestellt"], ["put off", "put off"];
    open: ["offen", "offen"], ["open", "open"];
    // {}: the key that marks, that changes the selection.
    next:
        "Weiter: {} markiert, was kein Vorschlag traf; {} gibt der ausgewählten Aussage Urteil und Quellen",
        "Next: {} marks what no suggestion caught; {} gives the selected claim its assessment and sources";
    next_later: "{} zeigt die zurückgestellten noch einmal", "{} goes through those once more"; // {}: the key.

    // In the status line.
    nothing: "Kein Vorschlag ist offen; {} markiert Worte von Hand", "No suggestion is open; {} marks words by hand"; // {}: the key.
    nothing_left: "Kein Vorschlag ist mehr offen", "No suggestion is open any more";
    none_of_kind: "Nichts mehr offen: {}", "None of these is open: {}"; // {}: the kind.
    only_place: "Das ist die einzige Stelle", "That is the only place";
    only_names: "Nur ein Name kann ein weiterer Name eines Akteurs sein", "Only a name can be a further name of an actor";
    no_kind: "Nur ein Name hat eine Art", "Only a name has a kind";
    // {}: the key that makes a claim.
    no_row:
        "Ohne Einheit keine Zeile der Zahlen: {} macht den Satz zur Aussage",
        "Without a unit no row of figures: {} makes the sentence a claim";
    // {}: the key that accepts, what it does.
    enter_accepts_nothing: "Enter nimmt nichts an; {} {}", "Enter accepts nothing; {} {}";
    enter_ends_nothing: "Alles durchgesehen; {} beendet", "All is offered; {} ends"; // {}: the key.
    choose_kind: "Die Art mit ihrem Buchstaben wählen", "Choose the kind by its letter";
    for_this_run:
        "Abgelehnt, aber nur bis zum Ende des Programms: hier lässt sich nichts eintragen",
        "Rejected, but only until the program ends: nothing can be written here";
    // A decision on a suggestion that is kept for this run only; {}: the reason.
    not_kept: "Entscheidung nur bis zum Programmende gemerkt: {}", "Decision kept until the program ends only: {}";
    no_form_of_leftover:
        "Ein Rest der Seite wird angenommen, wie er dasteht, oder abgelehnt",
        "A leftover is accepted as it stands, or rejected";
    no_form_of_figure:
        "Eine Zahl wird angenommen, wie sie dasteht, oder abgelehnt",
        "A figure is accepted as it stands, or rejected";
    did_reject: "abgelehnt {}", "rejected {}"; // {}: its words. After what says that it is written.
    // {}: the key that was pressed, that ends suggestions, that helps.
    no_key:
        "{} tut bei Vorschlägen nichts; {} beendet sie, {} zeigt die Tasten",
        "{} does nothing with suggestions; {} leaves suggestions, {} shows the keys";

    // The list of actors.
    same_as_heading: "Weitere Namen:", "Further names:"; // In its frame, before the names.
    same_as: "von", "of"; // Before the actor that is typed.
    aliases: "Aliasse", "Aliases"; // Of an actor, in its form.
    hint_aliases: "Mit Semikolon getrennt; was hier fehlt, zählt nicht mehr als Name.", "Separated by semicolons; names missing here no longer count.";
    no_such_actor: "Kein Akteur heißt so", "No actor is called that";
    no_actor_chosen: "Kein Akteur gewählt: ein paar Buchstaben seines Namens tippen", "No actor chosen: type a few letters of the name";

    // In the key bar, after a key.
    key_accept: "annehmen", "accept";
    key_other_kind: "andere Art", "other kind";
    key_reject: "ablehnen", "reject";
    key_belongs: "gehört dazu", "belongs to it"; // The same of what may not be the article's.
    key_later: "später", "later";
    key_same_as: "derselbe wie", "same as";
    key_undo: "rückgängig", "undo";
    key_edit: "ändern", "edit";
    key_place: "Stelle", "place";
    key_leave: "beenden", "end";
    key_claim: "Aussage", "claim";
    key_mark: "markieren", "mark";
    key_kind: "Art", "kind";
    key_choose: "wählen", "choose";
    key_back: "zurück", "back";
    key_copy: "kopieren", "copy";
    key_again: "noch einmal", "again";

    // In the help, after keys.
    help: "Bei Vorschlägen", "With suggestions"; // A heading.
    help_accept:
        "annehmen: was nicht zum Artikel gehört, wird weggelassen; ein Name wird ein Akteur der angezeigten Art, ohne eine wird sie gewählt; ein Satz eine Aussage, eine Zeit ein Ereignis, eine Zahl eine Zeile der Liste",
        "accept: what is not the article’s is left out; a name becomes an actor of the kind shown, without one you choose it; a sentence a claim, a time an event, a figure a row of the list";
    help_other_kind: "annehmen als Akteur einer anderen Art, mit deren Buchstaben", "accept as an actor of another kind, by its letter";
    help_redo: "Zurückgenommenes wiederherstellen", "redo what was taken back";
    help_sign: "davor steht ein Vorschlag (beim Durchsehen)", "before words that are suggested, while one goes through them";
    help_reject: "ablehnen: wird nicht mehr vorgeschlagen", "reject: it is not suggested again";
    help_later: "später: kommt am Ende noch einmal", "later: it comes again at the end";
    help_same_as: "der Name ist ein weiterer Name eines Akteurs", "the name is a further name of an actor";
    help_undo: "die letzte Entscheidung zurücknehmen", "take back the last decision";
    help_edit: "vor dem Annehmen ändern: Name und Art, oder das Formular der Aussage", "change it before accepting: name and kind, or the form of the claim";
    help_claim: "den ganzen Satz zu einer Aussage machen", "make the whole sentence a claim";
    help_mark: "stattdessen markieren, von diesen Worten aus", "mark words instead, beginning with these";
    help_place: "die anderen Stellen desselben Namens ansehen", "look at the other places of the same name";
    help_kind: "zur nächsten Art; zu Resten der Seite, Namen, Angaben anderer, Zeiten, Zahlen", "to the next kind; to leftovers of the page, names, attributed sentences, times, figures";
    help_copy: "kopieren, was eingetragen würde (TOML)", "copy what would be written (TOML)";
    help_page: "im Artikel blättern", "scroll the article";
    help_leave: "keine Vorschläge mehr", "no more suggestions";
}

impl Strings {
    /// What kind of thing it is, as a noun.
    pub fn kind(&self, kind: Kind) -> &Plural<'static> {
        match kind {
            Kind::Actor => &self.actor,
            Kind::Relation => &self.relation,
            Kind::Claim => &self.claim,
            Kind::Gap => &self.gap,
            Kind::Event => &self.event,
            Kind::Series => &self.series,
            Kind::Observation => &self.observation,
            Kind::Place => &self.measured_place,
            Kind::Source => &self.source,
            Kind::Link => &self.link,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DE, EN, Strings};

    /// A line a text, in the order of the struct: the same in every language.
    fn lines(strings: &Strings) -> Vec<String> {
        format!("{strings:#?}").lines().map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn what_is_put_in_is_put_in_in_every_language() {
        let (german, english) = (lines(&DE), lines(&EN));
        assert_eq!(german.len(), english.len());
        let placed = |line: &String| line.matches("{}").count();
        for (german, english) in german.iter().zip(&english) {
            assert_eq!(placed(german), placed(english), "{german} / {english}");
        }
        assert!(german.iter().any(|line| placed(line) > 0));
    }

    #[test]
    fn no_text_is_empty_or_has_blanks_at_its_ends() {
        for line in lines(&DE).into_iter().chain(lines(&EN)) {
            let Some((_, text)) = line.split_once('"') else { continue };
            let text = text.trim_end_matches(',').trim_end_matches('"');
            assert!(!text.is_empty() && text.trim() == text, "{line}");
        }
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        for line in lines(&DE) {
            assert!(!line.contains('”') && line.matches('„').count() == line.matches('“').count(), "{line}");
        }
        for line in lines(&EN) {
            assert!(!line.contains('„') && line.matches('“').count() == line.matches('”').count(), "{line}");
        }
    }
}
