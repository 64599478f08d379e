use super::super::words::Words;
use super::*;
use crate::dossier::Qualifier::{self, About, AtLeast, Exact, MoreThan, UpTo};
use crate::suggest::Beside::{Denial, Doubt, Limit};
use crate::text::cues::CueLanguage::{self, English, German};

type Expected<'a> = (&'a str, &'a str, &'a str, &'a str, Qualifier);

/// The figures of a text in this language: the words, value, unit, qualifier.
fn check(language: &'static [CueLanguage], cases: &[Expected<'_>]) {
    for (text, expected, value, unit, qualifier) in cases {
        let words = Words::of(text, 0..text.len(), language);
        let found = find(&words, &[]).into_iter().map(|(places, figure)| {
            let Figure { value, unit, qualifier, .. } = figure;
            (text[words.bytes(&places)].to_owned(), value, unit, qualifier)
        });
        let wanted = ((*expected).to_owned(), (*value).to_owned(), (*unit).to_owned(), *qualifier);
        let wanted = if expected.is_empty() { vec![] } else { vec![wanted] };
        assert_eq!(found.collect::<Vec<_>>(), wanted, "{text}");
    }
}

const NONE: (&str, &str, &str, Qualifier) = ("", "", "", Exact);

/// A text without figures.
fn none(text: &str) -> Expected<'_> {
    let (words, value, unit, qualifier) = NONE;
    (text, words, value, unit, qualifier)
}

#[test]
fn german_figures() {
    check(
        &[German],
        &[
            ("Es kostet rund 48,5 Millionen Euro.", "48,5 Millionen Euro", "48500000", "Euro", About),
            ("Es kostet 17,5 Mio. Euro.", "17,5 Mio. Euro", "17500000", "Euro", Exact),
            ("Er stieg um bis zu vier Prozent.", "vier Prozent", "4", "Prozent", UpTo),
            ("Er stieg um 3,5%.", "3,5%", "3.5", "%", Exact),
            ("Mehr als 1.200 Firmen kamen.", "1.200 Firmen", "1200", "Firmen", MoreThan),
            ("Sie baut 300 neue Wohnungen.", "300 neue Wohnungen", "300", "neue Wohnungen", Exact),
            ("Statt 6,8 Millionen waren es mehr.", "6,8 Millionen", "6800000", "", Exact),
            ("Knapp ein Drittel ging.", "ein Drittel", "0.3333", "", About),
            ("Drei Viertel gingen.", "Drei Viertel", "0.75", "", Exact),
            ("Mehr als die Hälfte ging.", "Hälfte", "0.5", "", MoreThan),
            ("Es sind 2000 bis 2500 Gäste.", "2000 bis 2500 Gäste", "2000", "Gäste", Exact),
            (
                "Es sind zwei bis drei Millionen Tonnen.",
                "zwei bis drei Millionen Tonnen",
                "2000000",
                "Tonnen",
                Exact,
            ),
            ("Das 500-Megawatt-Werk steht.", "500-Megawatt", "500", "Megawatt", Exact),
            (
                "Mindestens zweieinhalb Milliarden Euro fehlen.",
                "zweieinhalb Milliarden Euro",
                "2500000000",
                "Euro",
                AtLeast,
            ),
            ("Eine halbe Million Menschen kam.", "Eine halbe Million Menschen", "500000", "Menschen", Exact),
            ("Zwei Billionen Euro sind viel.", "Zwei Billionen Euro", "2000000000000", "Euro", Exact),
            none("Seit 14 Jahren ist er da."),
            none("Er ist 58 Jahre alt."),
            none("Um 19 Uhr kam er."),
            none("Zwölf Kurse gab es."),
            none("Es waren Millionen Menschen."),
            none("Am Gleis 7 Reisende."),
            none("Covid-19 Patienten kamen."),
        ],
    );
}

#[test]
fn english_figures() {
    check(
        &[English],
        &[
            ("It cost roughly $1.5 million a week.", "$1.5 million", "1500000", "$", About),
            ("It cost £2.25m.", "£2.25m", "2250000", "£", Exact),
            ("It cost US$ 5bn.", "US$ 5bn", "5000000000", "US$", Exact),
            ("It rose by as much as 7.5 per cent.", "7.5 per cent", "7.5", "per cent", UpTo),
            ("It fell by 15% to 20%.", "15% to 20%", "15", "%", Exact),
            ("It fell by 20 to 30 percent.", "20 to 30 percent", "20", "percent", Exact),
            ("At least 11,482 residents signed.", "11,482 residents", "11482", "residents", AtLeast),
            (
                "More than two hundred thousand units sold.",
                "two hundred thousand units",
                "200000",
                "units",
                MoreThan,
            ),
            ("It is about six miles away.", "six miles", "6", "miles", About),
            ("Nearly a third of it broke.", "a third", "0.3333", "", About),
            ("Two-thirds of it broke.", "Two-thirds", "0.6667", "", Exact),
            ("It covers half of it.", "half", "0.5", "", Exact),
            ("A 15-megawatt plant stands there.", "15-megawatt", "15", "megawatt", Exact),
            ("Some 1,200 new homes stand there.", "1,200 new homes", "1200", "new homes", About),
            (
                "There were twenty-five thousand people.",
                "twenty-five thousand people",
                "25000",
                "people",
                Exact,
            ),
            none("It took 30 days."),
            none("The 34-year-old ship sank."),
            none("It was shortly before 7 a.m. there."),
            none("Four crew members left."),
            none("A model named Mosaic 2 reads them."),
            none("It took half an hour."),
            none("A third party came."),
            none("The second quarter was bad."),
        ],
    );
}

/// The first figure of a text as it would stand in a row: `< 20 Prozent` where no row can say so, and what else a row cannot.
fn shown(text: &str, languages: &'static [CueLanguage]) -> String {
    let words = Words::of(text, 0..text.len(), languages);
    let found = find(&words, &[]);
    let Some((_, figure)) = found.first() else { return String::new() };
    let sign = match (figure.beside, figure.qualifier) {
        (OtherEnd, _) => "one end ",
        (Remainder, _) => "not all ",
        (Denial, _) => "not ",
        (Doubt, _) => "perhaps ",
        (Limit, UpTo) => "< ",
        (Limit, other) => panic!("{text}: below, and {other:?}"),
        (Nothing, Exact) => "",
        (Nothing, About) => "≈ ",
        (Nothing, MoreThan) => "> ",
        (Nothing, AtLeast) => "≥ ",
        (Nothing, UpTo) => "≤ ",
        (Nothing, other) => panic!("{text}: {other:?}"),
    };
    format!("{sign}{} {}", figure.value, figure.unit)
}

fn check_shown(languages: &'static [CueLanguage], cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shown(text, languages).trim_end(), *expected, "{text}");
    }
}

#[test]
fn billion_is_read_by_the_language() {
    let capital = "Harbour Invests $5 Billion";
    check_shown(
        &[English],
        &[(capital, "5000000000 $"), ("It Costs Two Trillion Dollars", "2000000000000 Dollars")],
    );
    check_shown(&[German], &[("Sie zahlt eine Billion Euro.", "1000000000000 Euro")]);
    check_shown(
        &CueLanguage::ALL,
        &[
            (capital, ""),
            ("Es sind 5 bis 10 Billion Euro.", ""),
            ("It costs 5 billion euros.", "5000000000 euros"),
            ("Es kostet 5 Billionen Euro.", "5000000000000 Euro"),
        ],
    );
}

#[test]
fn a_number_with_blanks_is_whole() {
    for blank in [" ", "\u{a0}", "\u{202f}"] {
        for languages in [&[German][..], &[English]] {
            let text = format!("Es sind 10{blank}000 Euro, 1{blank}200 €.");
            assert_eq!(shown(&text, languages), "10000 Euro", "{text}");
        }
    }
    check_shown(&[German], &[("Tel. 030 123 Menschen", ""), ("Im Jahr 2019 300 Gäste", "300 Gäste")]);
}

#[test]
fn a_minus_is_kept() {
    check_shown(
        &[German],
        &[
            ("Es waren minus 12 Grad.", "-12 Grad"),
            ("Es waren -5 °C.", "-5 °C"),
            ("Es waren −5,5 °C.", "-5.5 °C"),
            ("Es waren (–5 °C).", "-5 °C"),
            ("Es waren minus zwölf Grad.", "-12 Grad"),
            ("Es waren minus 10 bis minus 5 Grad.", "one end -10 Grad"),
            ("Es waren 5 Grad unter null.", "-5 Grad"),
            ("Es sind 10 minus 5 Euro.", ""),
            ("Das Covid-19 Euro.", ""),
            ("Es sind 5-10 Euro.", "one end 5 Euro"),
        ],
    );
    check_shown(
        &[English],
        &[
            ("It was minus 12 degrees.", "-12 degrees"),
            ("It was -5 °C.", "-5 °C"),
            ("It lost -$5 million.", "-5000000 $"),
            ("It is $-5 million.", ""),
            ("It was 5 degrees below zero.", "-5 degrees"),
            ("It grew—5 percent.", "5 percent"),
        ],
    );
}

#[test]
fn a_bound_is_not_turned_round() {
    check_shown(
        &[German],
        &[
            ("Nicht über 20 Prozent gingen.", "≤ 20 Prozent"),
            ("Er stieg um nicht mehr als 20 Prozent.", "≤ 20 Prozent"),
            ("Er stieg nicht um mehr als 20 Prozent.", "≤ 20 Prozent"),
            ("Es sind nicht unter 20 Prozent.", "≥ 20 Prozent"),
            ("Nicht weniger als 20 Prozent kamen.", "≥ 20 Prozent"),
            ("Weniger als 20 Prozent kamen.", "< 20 Prozent"),
            ("Unter 20 Prozent kamen.", "< 20 Prozent"),
            ("Unter den 20 Teilnehmern war er.", "20 Teilnehmern"),
            ("Er spricht über die 300 Mitarbeiter.", "300 Mitarbeiter"),
            ("Der Kaufvertrag über 20 Euro gilt.", "20 Euro"),
            ("Kaum mehr als 20 Prozent kamen.", "≈ 20 Prozent"),
            ("Nicht einmal 20 Prozent kamen.", "< 20 Prozent"),
            ("Es sind nicht 20 Prozent.", "not 20 Prozent"),
            ("Es sind nicht nur 20 Prozent.", "20 Prozent"),
            ("Mindestens weitere 20 Firmen kamen.", "≥ 20 Firmen"),
            ("Bis zu durchschnittlich zwei Prozent gehen.", "≤ 2 Prozent"),
            ("Es sind 20 Prozent oder mehr.", "≥ 20 Prozent"),
            ("Es sind 20 oder mehr Firmen.", "≥ 20 Firmen"),
        ],
    );
    check_shown(
        &[English],
        &[
            ("Not more than 30 ships came.", "≤ 30 ships"),
            ("It did not exceed 30 percent.", "≤ 30 percent"),
            ("It didn't rise; no more than 30 percent.", "≤ 30 percent"),
            ("It never fell by more than 30 percent.", "> 30 percent"),
            ("No fewer than 30 ships came.", "≥ 30 ships"),
            ("Fewer than 30 ships came.", "< 30 ships"),
            ("It is no longer under 30 percent.", "≥ 30 percent"),
            ("It lies below 30 percent.", "< 30 percent"),
            ("Under the 30 rules it may.", "30 rules"),
            ("It took over 30 shops.", "30 shops"),
            ("More than another 30 ships came.", "> 30 ships"),
            ("Up to 30 ships came.", "≤ 30 ships"),
            ("Up to now 30 ships came.", "30 ships"),
            ("It is 30 percent or more.", "≥ 30 percent"),
            ("There are 30 or more ships.", "≥ 30 ships"),
            ("It is not 30 percent.", "not 30 percent"),
        ],
    );
}

#[test]
fn a_range_is_no_value_and_a_change_is_none_of_its_old_value() {
    check_shown(
        &[German],
        &[
            ("Es sind 20 bis 30 Prozent.", "one end 20 Prozent"),
            ("Es sind zwischen 20 und 30 Prozent.", "one end 20 Prozent"),
            ("Es sind 20 oder 30 Prozent.", "one end 20 Prozent"),
            ("Er fiel von 10 auf 5 Prozent.", "5 Prozent"),
            ("Er stieg um 10 Prozent bis 2030.", "10 Prozent"),
            ("Zwei Drittel gingen.", "not all 0.6667"),
        ],
    );
    check_shown(
        &[English],
        &[
            ("It is 20 to 30 percent.", "one end 20 percent"),
            ("It is ranging from 20 to 30 percent.", "one end 20 percent"),
            ("It fell from 10 to 5 percent.", "5 percent"),
            ("It fell from about 10 to 5 percent.", "5 percent"),
            ("It fell from 10 percent to 5 percent.", "10 percent"),
            ("It rose from $5 to $10 million.", "10000000 $"),
            ("It costs $5 to $10 million.", "one end 5000000 $"),
            ("It rose 10 percent to 5 million euros.", "10 percent"),
            ("Two-thirds broke.", "not all 0.6667"),
        ],
    );
}

#[test]
fn signs_belong_to_units_and_ordinals_to_no_share() {
    check_shown(
        &[German],
        &[
            ("Es waren 25 °C.", "25 °C"),
            ("Es fuhr 80 km/h.", "80 km/h"),
            ("Es sind 100 Mbit/s.", "100 Mbit/s"),
        ],
    );
    check_shown(
        &[English],
        &[
            ("It was 25°C.", "25 °C"),
            ("It made 80 km/h.", "80 km/h"),
            ("A third and final round begins.", ""),
            ("A third, final round begins.", ""),
            ("A third in the line came.", ""),
            ("It rose by a third in May.", "not all 0.3333"),
            ("A quarter fewer came.", "0.25"),
        ],
    );
}

#[test]
fn a_number_is_read_whole_or_not_at_all() {
    check_shown(
        &[English],
        &[
            ("Two thousand three hundred people came.", "2300 people"),
            ("Two million three hundred thousand and five people came.", "2300005 people"),
            ("Three point five percent went.", "3.5 percent"),
            ("Three point two five million people came.", "3250000 people"),
            ("A few hundred people, several 100 people came.", ""),
            ("Two thousand and three hundred people came.", ""),
            ("Two million 300 people came.", ""),
            ("1.000 people came.", ""),
            ("It weighs 1,0000 tonnes.", ""),
            ("737 jets and 007 agents came.", ""),
            ("It is 50-50 people.", ""),
            ("It is No. 10 people.", ""),
        ],
    );
    check_shown(
        &[German],
        &[
            ("Drei Komma fünf Prozent gingen.", "3.5 Prozent"),
            ("Zwei Millionen dreihunderttausend Menschen kamen.", "2300000 Menschen"),
            ("Ein paar hundert Menschen kamen.", ""),
            ("Ein paar Hundert Menschen kamen.", ""),
            ("Mehrere 100 Menschen kamen.", ""),
            ("1,000 Menschen kamen.", ""),
            ("Nach § 5 Euro.", ""),
        ],
    );
}

#[test]
fn a_short_word_for_a_large_number_is_known() {
    check_shown(
        &[English],
        &[
            ("It costs 5m to 10m euros.", "one end 5000000 euros"),
            ("It costs $5m to 10m.", "one end 5000000 $"),
            ("It costs $5-10m.", "one end 5000000 $"),
            ("It is 5m long.", "5 m"),
        ],
    );
    check_shown(
        &[German],
        &[
            ("Es sind 5 Mia. Franken.", "5000000000 Franken"),
            ("Es sind 5 Mill. Franken.", "5000000 Franken"),
            ("Es sind 5 Bio. Euro.", "5000000000000 Euro"),
            ("Es sind 5 Bio-Eier.", "5 Bio-Eier"),
            ("Es sind 300 E-Autos.", "300 E-Autos"),
        ],
    );
}

#[test]
fn no_word_about_a_number_is_lost() {
    check_shown(
        &[English],
        &[
            ("A maximum of 20 people came.", "≤ 20 people"),
            ("A minimum of 20 people came.", "≥ 20 people"),
            ("Came 20 people at least.", "≥ 20 people"),
            ("Came 300 people at least once.", "perhaps 300 people"),
            ("Came 20 people or fewer.", "≤ 20 people"),
            ("It is < 20 percent.", "< 20 percent"),
            ("It is >20 percent.", "> 20 percent"),
            ("It is ≥ 20 percent.", "≥ 20 percent"),
            ("It is ~20 percent.", "≈ 20 percent"),
            ("It is ±20 percent.", ""),
            ("As few as 20 people came.", "≥ 20 people"),
            ("It is 20+ people.", "≥ 20 people"),
            ("It is other than 20 percent.", "perhaps 20 percent"),
        ],
    );
    check_shown(
        &[German],
        &[
            ("Keine 20 Prozent kamen.", "not 20 Prozent"),
            ("Kaum 20 Prozent kamen.", "≈ 20 Prozent"),
            ("An die 20 Firmen kamen.", "≈ 20 Firmen"),
            ("Um die 20 Firmen kamen.", "≈ 20 Firmen"),
            ("Gegen 20 Firmen wird geklagt.", "perhaps 20 Firmen"),
            ("Ab 20 Euro geht es.", "≥ 20 Euro"),
            ("Bis 20 Prozent geht es.", "≤ 20 Prozent"),
            ("Bestenfalls 20 Prozent gingen.", "≤ 20 Prozent"),
            ("Es sind 20 und mehr Firmen.", "≥ 20 Firmen"),
        ],
    );
}

#[test]
fn a_row_says_what_the_words_say_or_there_is_none() {
    for (text, can_be) in [
        ("20 percent", true),
        ("more than 20 percent", true),
        ("less than 20 percent", false),
        ("20 to 30 percent", false),
        ("not 20 percent", false),
        ("6.8 million", false),
        ("Half of it", false),
    ] {
        let words = Words::of(text, 0..text.len(), &[English]);
        assert_eq!(find(&words, &[])[0].1.can_be_row(), can_be, "{text}");
    }
}

#[test]
fn figures_and_times_share_no_word() {
    let text = "Am 3. Mai 2025 Euro 5 Millionen Euro";
    let words = Words::of(text, 0..text.len(), &[German]);
    let found = find(&words, std::slice::from_ref(&(1..5)));
    assert!(found.iter().all(|(places, _)| places.start >= 5), "{found:?}");
}

// Kinds of figures that were missed, or were none, in pages from the net. The sentences are our own.

#[test]
fn words_between_a_number_and_its_german_noun_are_gone_over() {
    check_shown(
        &[German],
        &[
            ("Die 27 übrigen EU-Staaten zahlen.", "27 übrigen EU-Staaten"),
            (
                "Mehr als 20 nationale und internationale Partner halfen.",
                "> 20 nationale und internationale Partner",
            ),
            ("Es sind 180 große, kleine und neue Vereine.", "180 große, kleine und neue Vereine"),
            ("Es kamen 26 unerlaubt eingereiste Personen.", "26 unerlaubt eingereiste Personen"),
            ("Nur 16 überwiegend kleine Gemeinden blieben.", "16 überwiegend kleine Gemeinden"),
            ("Sie nahm 50 hoch-auflösende Bilder auf.", "50 hoch-auflösende Bilder"),
            ("Nur 7 HR Posten sind frei.", "7 HR Posten"),
            ("Sie baute 80 LKW im Monat.", "80 LKW"),
            ("Es laufen noch 20 AKWs.", "20 AKWs"),
            ("Sie versorgt 7500 Vier-Personen-Haushalte.", "7500 Vier-Personen-Haushalte"),
            // Another part of the sentence begins.
            ("Die 300 blieben jeden Sommer.", ""),
            ("Von den 300 haben alle Kinder.", ""),
            ("Die 300 kommen, große Häuser stehen leer.", ""),
            ("Von 300 stimmten junge Leute zu.", ""),
        ],
    );
}

#[test]
fn words_between_a_number_and_its_english_noun_are_gone_over() {
    check_shown(
        &[English],
        &[
            ("It paid for 60 major art exhibitions.", "60 major art exhibitions"),
            ("Then 95 House members left.", "95 House members"),
            ("It has 55 WordPress communities.", "55 WordPress communities"),
            ("Only 31 Republicans came.", "31 Republicans"),
            ("She saw two dozen new ships.", "24 new ships"),
            ("Half a percentage point is little.", "0.5 percentage point"),
            ("The 300 went home for drinks.", ""),
            ("Of the 300 each has ships.", ""),
            ("The map for the 2020 reunites both.", ""),
            ("As Figure 2 shows it rose.", ""),
            ("It took half an hour.", ""),
            ("A dozen ships came.", ""),
            ("Sales were down a quarter on May.", "0.25"),
        ],
    );
}

#[test]
fn a_sentence_that_ends_with_room_does_not_take_the_next_number() {
    check_shown(&[German], &[("Sie sucht ein Zimmer. 200 Bewerbungen schrieb sie.", "200 Bewerbungen")]);
    check_shown(&[English], &[("She needs a room. 200 people do.", "200 people")]);
    check_shown(&[German], &[("Sie wohnt in Zimmer 200 Gäste.", "")]);
}

#[test]
fn a_number_alone_counts_where_it_is_of_thousands_with_their_groups_parted() {
    check_shown(
        &[German],
        &[
            ("Das waren 452.000 weniger als im Mai.", "452000"),
            ("Es wurden fast 39.000, sagte er.", "≈ 39000"),
            ("Das waren 452 weniger als im Mai.", ""),
            ("Die 2.000er Jahre waren gut.", ""),
            ("Sie wohnt in Zimmer 1.200.", ""),
        ],
    );
    check_shown(&[English], &[("It looks more like 60,000.", "60000"), ("It looks more like 60.", "")]);
}

#[test]
fn percentages_and_halves_are_known_in_every_form() {
    check_shown(
        &[German],
        &[
            ("Bei einer 3,45-prozentigen Verzinsung bleibt es.", "3.45 Prozent"),
            ("Es gibt keine 100-prozentige Sicherheit.", "not 100 Prozent"),
            ("Sie fordert ein 10- bis 15-prozentiges Plus.", "one end 10 Prozent"),
            ("Sie fordert mindestens zehnprozentige Abschläge.", "≥ 10 Prozent"),
            ("Sie fordert zweieinhalbprozentige Abschläge.", "2.5 Prozent"),
            ("Der prozentige Anteil sinkt.", ""),
            ("Es starb etwa ein halbes Prozent.", "≈ 0.5 Prozent"),
            ("Sie trank einen halben Liter.", "0.5 Liter"),
            ("Sie wartete eine halbe Stunde.", ""),
            ("Eine knappe Million Euro fehlt.", "≈ 1000000 Euro"),
            ("Eine gute halbe Million Menschen kam.", "≈ 500000 Menschen"),
            ("Gute 20 Prozent kamen.", "≈ 20 Prozent"),
            ("Ein weiteres Drittel heizt mit Öl.", "not all 0.3333"),
            ("Ein gutes Viertel ging.", "≈ 0.25"),
            ("Zu sieben Zehnteln ist sie leer.", "0.7"),
            ("Dreiviertel der Sitze sind leer.", "0.75"),
            ("Um dreiviertel zehn kam sie.", ""),
        ],
    );
}

#[test]
fn dozens_are_numbers_where_there_are_more_than_one() {
    check_shown(
        &[German],
        &[
            ("Er schrieb vier Dutzend Bücher.", "48 Bücher"),
            ("Mehr als zwei Dutzend neue Firmen kamen.", "> 24 neue Firmen"),
            ("Ein Dutzend Firmen kam.", ""),
            ("Mehrere Dutzend Firmen kamen.", ""),
        ],
    );
}

#[test]
fn how_often_counts_where_it_is_more_than_a_dozen_times() {
    check_shown(
        &[German],
        &[
            ("Das Buch wurde 1,5 Millionen Mal verkauft.", "1500000 Mal"),
            ("Er rief 14 Mal an.", "14 Mal"),
            ("Er rief 3 Mal an.", ""),
            ("Er rief drei Mal an.", ""),
        ],
    );
    check_shown(&[English], &[("It was seen 2 million times.", "2000000 times"), ("It rang 3 times.", "")]);
}

#[test]
fn prices_without_cents_have_a_dash() {
    check_shown(
        &[German],
        &[
            ("Es kostet rund 49,- Euro.", "≈ 49 Euro"),
            ("Es kostet 800,– €.", "800 €"),
            ("Es kostet € 65,-- je Nacht.", "65 €"),
        ],
    );
}

#[test]
fn two_numbers_with_a_comma_are_about_so_much() {
    check_shown(
        &[German],
        &[
            ("Das denken 70, 80 Prozent.", "one end 70 Prozent"),
            ("Es kamen 20, 30 Leute.", "one end 20 Leute"),
            ("Es waren 20, 30 oder 40 Prozent.", "one end 30 Prozent"),
            ("Es kamen zwei, drei Leute.", ""),
            ("In Zeile 5, 20 Menschen stehen dort.", "20 Menschen"),
        ],
    );
}

#[test]
fn the_sides_of_a_surface_are_no_figures() {
    check_shown(
        &[German],
        &[("Das Feld misst 20 x 30 Meter.", ""), ("Sie hat 240 × 320 Pixel und 5 GB.", "5 GB")],
    );
    check_shown(
        &[English],
        &[
            ("The room is 10 by 20 feet.", ""),
            ("It will cost $2.5 billion by 2030.", "2500000000 $"),
            ("It will have 60,000 by 2030.", "60000"),
        ],
    );
}

#[test]
fn a_postal_code_counts_no_towns() {
    check_shown(
        &[German],
        &[
            ("Sie wohnt in 34117 Kassel.", ""),
            ("Es kamen 20000 Menschen.", "20000 Menschen"),
            ("Es kamen 34.117 Menschen.", "34117 Menschen"),
        ],
    );
}

#[test]
fn no_bound_of_two_is_lost() {
    check_shown(
        &[German],
        &[
            ("Mindestens etwa 20 Firmen kamen.", "≥ 20 Firmen"),
            ("Es sind mehr als rund 20 Prozent.", "> 20 Prozent"),
            ("Es gibt sie ab ca. 9 Euro.", "≥ 9 Euro"),
            ("Bis zu rund 20 Prozent gehen.", "≤ 20 Prozent"),
            ("Der Weg führt über rund 20 Kilometer.", "≈ 20 Kilometer"),
            ("Es dauerte, bis etwa 20 Firmen kamen.", "≈ 20 Firmen"),
            ("Es passen max. 4 Gäste hinein.", "≤ 4 Gäste"),
            ("Es dauert, kostet aber mind. 4 Euro.", "≥ 4 Euro"),
            ("Es kostet 20 Euro aufwärts.", "≥ 20 Euro"),
        ],
    );
}

#[test]
fn an_over_that_belongs_to_its_verb_is_no_bound() {
    check_shown(
        &[German],
        &[
            ("Sie verfügt über 20 Schiffe.", "20 Schiffe"),
            ("Sie verfügen heute über ein Viertel der Schiffe.", "0.25"),
            ("Eine Reederei, die über 20 Schiffe verfügt, kam.", "20 Schiffe"),
            ("Sie verhandeln über 20 Millionen Euro.", "20000000 Euro"),
            ("Verfügbar sind über 20 Schiffe.", "> 20 Schiffe"),
            ("Es kamen über 20 Schiffe.", "> 20 Schiffe"),
        ],
    );
}

#[test]
fn units_of_engines_kitchens_and_screens_are_known() {
    for (text, expected) in [
        ("Er leistet 150 PS.", "150 PS"),
        ("Sie hat 350 qm.", "350 qm"),
        ("Strom kostet 15,4 ct/kWh.", "15.4 ct/kWh"),
        ("Es hält 50 mbar aus.", "50 mbar"),
        ("Die 12-Megapixel-Kamera kam.", "12 Megapixel"),
        ("Es wiegt 30 KG.", "30 KG"),
        ("Der Eintritt kostet zwei Mark.", "2 Mark"),
        ("Es fehlt ein Meter.", "1 Meter"),
    ] {
        assert_eq!(shown(text, &[German]), expected, "{text}");
    }
}

/// Every kind of hostile text is read in one go: none takes so long that a test of it is slow.
#[test]
fn what_is_no_text_is_gone_through_once() {
    for part in
        ["1", "1 ", "1,", "1, ", "1.000.", "- ", "über 5 ", "x 5 ", "zwei ", "hundertund", "20, 30 ", "a "]
    {
        let text = part.repeat(20_000 / part.len());
        let words = Words::of(&text, 0..text.len(), &CueLanguage::ALL);
        assert!(find(&words, &[]).len() <= words.list.len(), "{part}");
    }
}
