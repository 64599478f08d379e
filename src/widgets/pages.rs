//! What `PageDown` and `PageUp` mean, in every list, overlay, card and text:
//!
//! **The next page begins where the one in sight ends, and turning back at once undoes it.**
//!
//! * What is read line by line (article, card, help, problems) keeps one line: the last one in sight becomes the first,
//!   so that the eye finds its place. A page is the rows of the window less one.
//! * What is chosen from item by item (the panels' lists, filter, go to, search, index of stops) tiles: the first item that
//!   is not wholly in sight becomes the first, with the cursor on it.
//! * At the end the window stays, and a cursor goes to the last item; at the beginning likewise. A chart, which always
//!   shows all its lines, is such a window.
//!
//! Half a page moves window and cursor by half of its rows, everywhere; it needs no memory, for it can be seen where it led.
//!
//! Turning back needs a memory: items differ in height and the selected one may grow, and the last page is seldom whole.

/// The pages just turned. `P` is what turning back restores, `K` identifies where the last turn led:
/// its place and the room it was made in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pages<P, K> {
    turns: Vec<Turn<P, K>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Turn<P, K> {
    down: bool,
    from: P,
    to: K,
}

impl<P, K> Default for Pages<P, K> {
    fn default() -> Self {
        Self { turns: Vec::new() }
    }
}

impl<P, K: PartialEq> Pages<P, K> {
    /// Where turning in this direction leads if it undoes the last turn; none if it does not, or if the reader has moved
    /// since.
    pub(crate) fn undo(&mut self, down: bool, here: &K) -> Option<P> {
        match self.turns.last() {
            Some(turn) if turn.to != *here => {
                self.turns.clear();
                None
            }
            Some(turn) if turn.down != down => self.turns.pop().map(|turn| turn.from),
            _ => None,
        }
    }

    /// Remembers a turn that moved something.
    pub(crate) fn turned(&mut self, down: bool, from: P, to: K) {
        self.turns.push(Turn { down, from, to });
    }

    /// Forgets the turns: the reader has moved in another way.
    pub(crate) fn clear(&mut self) {
        self.turns.clear();
    }
}

impl<P: Clone + PartialEq, R: PartialEq> Pages<P, (P, R)> {
    /// Turns a page of what is read line by line, in a room: in another, lines are laid out differently. Returns where that
    /// leads: to before the last turn, or else `next`.
    pub(crate) fn turn(&mut self, down: bool, here: P, room: R, next: impl FnOnce() -> P) -> P {
        let key = (here, room);
        if let Some(before) = self.undo(down, &key) {
            return before;
        }
        let (here, room) = key;
        let next = next();
        if next != here {
            self.turned(down, here, (next.clone(), room));
        }
        next
    }
}

/// How far half a page moves: half of the window's rows.
pub(crate) fn half(rows: u16) -> u16 {
    (rows / 2).max(1)
}

/// How far a page moves in a window of this many rows: all but one, so that a line stays in sight.
pub(crate) fn lines(rows: u16) -> u16 {
    rows.saturating_sub(1).max(1)
}
