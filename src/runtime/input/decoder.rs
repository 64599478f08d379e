//! Parser and bursts together: bytes and silence in, what was meant out. Knows no clock.

use std::sync::Arc;
use std::time::Duration;

use super::Input;
use super::burst::Burst;
use super::parser::{Parser, SETTLE};
use crate::input::keymap::Keymap;

/// Reads what a terminal sends.
#[derive(Debug)]
pub(super) struct Decoder {
    parser: Parser,
    burst: Burst,
    /// How long nothing has come.
    silence: Duration,
}

impl Decoder {
    pub(super) fn new(keymap: Arc<Keymap>) -> Self {
        Self { parser: Parser::new(), burst: Burst::new(keymap), silence: Duration::ZERO }
    }

    /// How long to wait for bytes before [`Self::quiet`]; forever, if nothing is unfinished.
    pub(super) fn wait(&self) -> Option<Duration> {
        let settle = self.parser.is_waiting().then_some(SETTLE);
        let next = settle.into_iter().chain(self.burst.wait()).min();
        next.map(|next| next.saturating_sub(self.silence))
    }

    /// Takes bytes that came before the wait was over.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        self.silence = Duration::ZERO;
        let mut tokens = Vec::new();
        self.parser.feed(bytes, &mut tokens);
        if tokens.len() == 1 && !self.parser.is_waiting() {
            self.burst.take_single(tokens.remove(0), out);
            return;
        }
        for token in tokens {
            self.burst.take(token, out);
        }
    }

    /// Nothing came for so long.
    pub(super) fn quiet(&mut self, time: Duration, out: &mut Vec<Input>) {
        self.silence += time;
        self.burst.quiet(self.silence, out);
        if self.parser.is_waiting() && self.silence >= SETTLE {
            let mut tokens = Vec::new();
            self.parser.settle(&mut tokens);
            for token in tokens {
                self.burst.take(token, out);
            }
            // They came as long ago.
            self.burst.quiet(self.silence, out);
        }
    }
}
