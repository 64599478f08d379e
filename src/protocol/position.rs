//! Where a talk is: which stop of the tour is shown, and how. The audience's screen and the speaker's tell each other, and
//! the stop is remembered when a talk ends. Plain data, which may come from anywhere: it leads to a stop of the dossier, or
//! nowhere.

use serde::{Deserialize, Serialize};

use crate::dossier::{LocalText, Stop};

/// A stop, known by what it selects and its title. The number alone would lead elsewhere once stops are added or moved.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct StopMark {
    /// Its number, from 0.
    pub number: usize,
    /// Its title, in the language that its author wrote first: two screens may speak different languages.
    pub title: String,
    /// What it selects, as `actor:bytedance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
}

impl StopMark {
    /// The mark of a stop; none if there is no stop of that number.
    pub fn of(stops: &[Stop], number: usize) -> Option<Self> {
        let stop = stops.get(number)?;
        Some(Self { number, title: title(&stop.title).to_owned(), select: select(stop) })
    }

    /// The number of the stop now: the one with the same title and selection, else one of which only the title was
    /// reworded or only the selection changed. None if it is gone.
    pub fn find(&self, stops: &[Stop]) -> Option<usize> {
        let is_titled = |stop: &Stop| title(&stop.title) == self.title;
        let is_about = |stop: &Stop| select(stop) == self.select;
        self.nearest(stops, |stop| is_titled(stop) && is_about(stop))
            .or_else(|| self.nearest(stops, |stop| stop.select.is_some() && is_about(stop)))
            .or_else(|| self.nearest(stops, |stop| !self.title.is_empty() && is_titled(stop)))
    }

    /// The stop of which this is true, nearest to the number it had.
    fn nearest(&self, stops: &[Stop], is_it: impl Fn(&Stop) -> bool) -> Option<usize> {
        let found = stops.iter().enumerate().filter(|(_, stop)| is_it(stop)).map(|(number, _)| number);
        found.min_by_key(|number| number.abs_diff(self.number))
    }
}

fn title(title: &LocalText) -> &str {
    title.texts().next().unwrap_or_default()
}

fn select(stop: &Stop) -> Option<String> {
    stop.select.as_ref().map(ToString::to_string)
}

/// What one screen of a talk shows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Position {
    /// How many of the stop's points are shown.
    pub points: usize,
    /// Whether the screen is black.
    pub black: bool,
    /// Whether the details of the stop are shown.
    pub details: bool,
    /// Whether the tour was left to read.
    pub reading: bool,
    /// The stop.
    pub stop: StopMark,
}

/// What became of the other screen of a talk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Companion {
    /// It is there, and both follow each other.
    Joined,
    /// It has ended.
    Left,
    /// Another screen of this kind is there already, and has the other's ear.
    Taken,
    /// Files cannot be written or watched there, so that no screen can follow another.
    Unlinked,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{LanguageTag, Picture, Ref, StopPanel};

    fn stop(title: &str, select: Option<&str>) -> Stop {
        let german = (LanguageTag::new("de"), title.into());
        let english = (LanguageTag::new("en"), format!("{title} in English").into());
        let title = if title.is_empty() {
            LocalText::default()
        } else {
            LocalText::by_language(vec![german, english])
        };
        let select: Option<Ref> = select.map(|name| name.parse().unwrap());
        Stop { select, ..Stop::new(&title, Picture::Words, StopPanel::Claims) }
    }

    fn stops(those: &[(&str, Option<&str>)]) -> Vec<Stop> {
        those.iter().map(|(title, select)| stop(title, *select)).collect()
    }

    #[test]
    fn a_stop_is_found_wherever_it_stands_now() {
        let before = stops(&[("Eins", Some("claim:a")), ("Zwei", Some("claim:b")), ("Drei", None)]);
        let marks: Vec<StopMark> = (0..3).map(|number| StopMark::of(&before, number).unwrap()).collect();
        assert_eq!(StopMark::of(&before, 3), None);
        let after = stops(&[("Drei", None), ("Neu", Some("claim:c")), ("Eins", Some("claim:a"))]);
        assert_eq!(marks[0].find(&after), Some(2));
        assert_eq!(marks[1].find(&after), None, "it is gone, though there is a stop of its number");
        assert_eq!(marks[2].find(&after), Some(0));
    }

    #[test]
    fn a_title_may_be_reworded_or_another_thing_be_selected() {
        let mark = StopMark::of(&stops(&[("Eins", Some("claim:a"))]), 0).unwrap();
        assert_eq!(mark.find(&stops(&[("Neu", None), ("Anders", Some("claim:a"))])), Some(1));
        assert_eq!(mark.find(&stops(&[("Neu", None), ("Eins", Some("claim:b"))])), Some(1));
        // Both as they were go before either.
        let both = [("Anders", Some("claim:a")), ("Eins", Some("claim:b")), ("Eins", Some("claim:a"))];
        assert_eq!(mark.find(&stops(&both)), Some(2));
    }

    /// As in a tour that nobody wrote: they are told apart by their number alone.
    #[test]
    fn stops_without_title_and_selection_keep_their_number() {
        let derived = stops(&[("Eins", Some("claim:a")), ("", None), ("", None)]);
        for number in 0..3 {
            assert_eq!(StopMark::of(&derived, number).unwrap().find(&derived), Some(number));
        }
        let mark = StopMark { number: usize::MAX, title: String::new(), select: Some("x".to_owned()) };
        assert_eq!(mark.find(&derived), None);
        assert_eq!(StopMark::default().find(&[]), None);
    }
}
