use super::super::words::Words;
use super::*;
use crate::dossier::Qualifier::{self, About, AtLeast, Exact, MoreThan, UpTo};
use crate::text::cues::CueLanguage;

type Expected<'a> = (&'a str, &'a str, &'a str, &'a str, Qualifier);

/// The figures of a text in this language: the words, value, unit, qualifier.
fn check(language: &'static [CueLanguage], cases: &[Expected<'_>]) {
    for (text, expected, value, unit, qualifier) in cases {
        let words = Words::of(text, 0..text.len(), language);
        let found = find(&words, &[]).into_iter().map(|(places, figure)| {
            let Figure { value, unit, qualifier } = figure;
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
        &[CueLanguage::German],
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

#[test]
fn figures_and_times_share_no_word() {
    let text = "Am 3. Mai 2025 Euro 5 Millionen Euro";
    let words = Words::of(text, 0..text.len(), &[CueLanguage::German]);
    let found = find(&words, std::slice::from_ref(&(1..5)));
    assert!(found.iter().all(|(places, _)| places.start >= 5), "{found:?}");
}
