//! Kinds of figures that were missed, or were none, in pages from the net. The sentences are our own.

use super::{English, German, check_shown, find, shown};
use crate::suggest::words::Words;
use crate::text::cues::CueLanguage;

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
