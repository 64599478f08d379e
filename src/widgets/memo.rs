//! A value that is derived from others and kept until they change.

/// What was made last, and what it was made for.
#[derive(Clone, Debug)]
pub(crate) struct Memo<K, V> {
    known: Option<(K, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { known: None }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for this key, made if the last one was for another.
    pub(crate) fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let known = self.known.take().filter(|(known, _)| *known == key);
        &mut self.known.insert(known.unwrap_or_else(|| (key, make()))).1
    }

    /// The value that was made last, whatever for.
    pub(crate) fn last(&self) -> Option<&V> {
        self.known.as_ref().map(|(_, value)| value)
    }

    /// Forgets the value: something changed that is not in the key.
    pub(crate) fn forget(&mut self) {
        self.known = None;
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn a_value_is_made_once_for_each_key() {
        let mut memo = Memo::default();
        let mut made = Vec::new();
        for key in [1, 1, 2, 2, 1] {
            let value = *memo.get(key, || {
                made.push(key);
                key * 10
            });
            assert_eq!(value, key * 10);
        }
        assert_eq!(made, [1, 2, 1]);
        memo.forget();
        assert!(memo.last().is_none());
        assert_eq!(*memo.get(1, || 11), 11);
    }
}
