use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::protocol::position::StopMark;

/// Far longer than anything takes, for machines that are busy with other things.
const DEADLINE: Duration = Duration::from_secs(20);

/// One end of a link, without the program around it.
struct Screen {
    link: Link,
    incoming: Receiver<Incoming>,
    /// What an app would show.
    shows: Position,
    companion: Option<Companion>,
    began: Option<u64>,
    since: Option<u64>,
}

fn stop(number: usize) -> Position {
    let stop = StopMark { number, title: format!("Stop {number}"), select: None };
    Position { points: 0, black: false, details: false, reading: false, stop }
}

impl Screen {
    fn new(folder: &TempDir, seat: Seat, leads: bool) -> Self {
        let state = folder.path().to_string_lossy().into_owned();
        let variable = |name: &str| (name == "FUNDSTELLE_STATE").then(|| state.clone());
        let file = StateFile::of(None, variable).expect("a folder");
        let (main, incoming) = mpsc::channel();
        let link = Link::new(Some(Talk::new(&file, seat, leads)), main);
        Self { link, incoming, shows: stop(0), companion: None, began: None, since: None }
    }

    /// Shows a stop, as after a key.
    fn show(&mut self, number: usize, now: u64) {
        self.shows = stop(number);
        let heard = self.link.show(Some(self.shows.clone()), now);
        self.take_in(heard);
    }

    /// Waits for the other screen, and follows it.
    fn hear(&mut self, now: u64) {
        let Ok(Incoming::Companion(found)) = self.incoming.recv_timeout(DEADLINE) else {
            panic!("nothing was heard");
        };
        let heard = self.link.hear(found, now);
        self.take_in(heard);
    }

    fn take_in(&mut self, heard: Heard) {
        self.began = heard.began.or(self.began);
        let mut follows = false;
        for message in heard.messages {
            match message {
                Message::Presented { position, since } => {
                    follows = true;
                    (self.shows, self.since) = (position, Some(since));
                }
                Message::Companion(companion) => self.companion = Some(companion),
                other => panic!("{other:?}"),
            }
        }
        if follows {
            self.link.followed(Some(self.shows.clone()));
        }
    }

    /// Hears all that is said, until it shows this stop.
    fn hear_until(&mut self, number: usize, now: u64) {
        while self.shows != stop(number) {
            self.hear(now);
        }
    }

    fn end(self) {
        self.link.presence().expect("a file").end();
    }
}

#[test]
fn each_follows_the_other_whichever_was_first() {
    for first in [Seat::Audience, Seat::Speaker] {
        let folder = tempfile::tempdir().unwrap();
        let mut one = Screen::new(&folder, first, false);
        one.show(4, 1_000);
        assert_eq!((one.companion, one.began), (None, Some(1_000)));
        let mut other = Screen::new(&folder, first.other(), false);
        other.show(0, 9_000);
        assert_eq!(
            (&other.shows, other.companion),
            (&stop(4), Some(Companion::Joined)),
            "it follows what it finds"
        );
        assert_eq!((other.began, other.since), (Some(1_000), Some(0)));
        one.hear(9_100);
        assert_eq!((&one.shows, one.companion), (&stop(4), Some(Companion::Joined)));

        other.show(5, 61_000);
        one.hear_until(5, 61_001);
        assert_eq!(one.since, Some(60));
        one.show(6, 70_000);
        other.hear_until(6, 70_001);
        assert_eq!(other.since, Some(69));

        // The clock is set on both.
        let heard = one.link.restart(80_000);
        one.take_in(heard);
        while other.began != Some(80_000) {
            other.hear(80_001);
        }
        assert_eq!((&other.shows, other.since, one.began), (&stop(6), Some(0), Some(80_000)));

        one.end();
        while other.companion != Some(Companion::Left) {
            other.hear(90_000);
        }
        other.show(7, 91_000);
        other.end();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
    }
}

#[test]
fn a_screen_that_is_asked_for_a_stop_is_followed_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut speaker = Screen::new(&folder, Seat::Speaker, false);
    speaker.show(4, 1_000);
    let mut audience = Screen::new(&folder, Seat::Audience, true);
    audience.show(8, 2_000);
    assert_eq!((&audience.shows, audience.companion), (&stop(8), Some(Companion::Joined)));
    assert_eq!(audience.began, Some(1_000), "the talk began before");
    speaker.hear_until(8, 2_001);
}

#[test]
fn where_both_move_at_once_the_audience_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let mut audience = Screen::new(&folder, Seat::Audience, false);
    audience.show(0, 1_000);
    let mut speaker = Screen::new(&folder, Seat::Speaker, false);
    speaker.show(0, 1_000);
    audience.hear(1_000);
    audience.show(3, 2_000);
    speaker.show(5, 2_000);
    speaker.hear_until(3, 2_001);
    while let Ok(Incoming::Companion(found)) = audience.incoming.recv_timeout(Duration::from_millis(200)) {
        let heard = audience.link.hear(found, 2_002);
        audience.take_in(heard);
    }
    assert_eq!(audience.shows, stop(3));
}

/// Its file stays, without its lock.
#[test]
fn what_a_killed_process_left_is_ignored_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = Screen::new(&folder, Seat::Audience, false);
    killed.show(9, 1_000);
    drop(killed);
    assert!(folder.path().join("shipped.audience").is_file());
    let mut speaker = Screen::new(&folder, Seat::Speaker, false);
    speaker.show(2, 5_000);
    assert_eq!((&speaker.shows, speaker.companion, speaker.began), (&stop(2), None, Some(5_000)));
    let mut audience = Screen::new(&folder, Seat::Audience, false);
    audience.show(0, 6_000);
    assert_eq!(audience.shows, stop(2), "its seat is free");
    speaker.hear(6_001);
    assert_eq!(speaker.companion, Some(Companion::Joined));
}

#[test]
fn a_seat_is_taken_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut audience = Screen::new(&folder, Seat::Audience, false);
    audience.show(1, 1_000);
    let mut another = Screen::new(&folder, Seat::Audience, false);
    another.show(5, 2_000);
    assert_eq!((&another.shows, another.companion), (&stop(5), Some(Companion::Taken)));
    another.show(6, 3_000);
    another.end();
    let mut speaker = Screen::new(&folder, Seat::Speaker, false);
    speaker.show(0, 4_000);
    assert_eq!(speaker.shows, stop(1), "the one that was first is followed");
}

#[test]
fn without_a_folder_that_works_a_screen_is_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("state"), "no folder").unwrap();
    let state = folder.path().join("state").to_string_lossy().into_owned();
    let file = StateFile::of(None, |name: &str| (name == "FUNDSTELLE_STATE").then(|| state.clone())).unwrap();
    let mut link = Link::new(Some(Talk::new(&file, Seat::Speaker, false)), mpsc::channel().0);
    let heard = link.show(Some(stop(1)), 1_000);
    assert!(matches!(heard.messages[..], [Message::Companion(Companion::Unlinked)]), "{heard:?}");
    assert!(link.show(Some(stop(2)), 1_000).messages.is_empty());
    assert_eq!(link.restart(3_000).began, Some(3_000), "its own clock can still be set");
    let mut off = Link::new(None, mpsc::channel().0);
    assert!(off.presence().is_none() && off.show(Some(stop(1)), 1_000).messages.is_empty());
}

#[test]
fn times_that_cannot_be_are_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let mut audience = Screen::new(&folder, Seat::Audience, false);
    // Its clock is ahead.
    audience.show(3, u64::MAX);
    let mut speaker = Screen::new(&folder, Seat::Speaker, false);
    speaker.show(0, 5_000);
    assert_eq!((&speaker.shows, speaker.since), (&stop(3), Some(0)));
    assert_eq!(speaker.began, Some(5_000));
}
