//! How a TOML file is laid out: which tables are opened where and how, and which bytes their values take.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A table, however it is written.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) form: Form,
    /// In the order in which they are first written. A file has few tables, and a table has few keys.
    entries: Vec<Keyed>,
}

/// A key of a table, and what stands under it.
#[derive(Debug)]
struct Keyed {
    name: String,
    /// The key with its value; none of a table that is written otherwise.
    pair: Option<Range<usize>>,
    entry: Entry,
}

/// How a table is written.
#[derive(Debug)]
pub(super) enum Form {
    /// With keys on lines of their own: the file itself, below `[name]` or `[[name]]`.
    Lines {
        /// Where it is opened, brackets included; none for the file itself.
        header: Option<Range<usize>>,
        /// Its last own key with its value.
        last: Option<Range<usize>>,
    },
    /// `{ … }`
    Inline(Items),
    /// By keys such as `note.de`.
    Dotted(Dotted),
    /// Only as the beginning of the names of others.
    Implied,
}

/// A table that dotted keys make.
#[derive(Debug)]
pub(super) struct Dotted {
    /// What stands before the dot, in the last of these keys.
    pub(super) prefix: Range<usize>,
    /// The last of these keys with its value.
    pub(super) last: Range<usize>,
    /// Whether that stands in a `{ … }`.
    pub(super) is_inline: bool,
}

/// What a key stands for.
#[derive(Debug)]
pub(super) enum Entry {
    /// A text, a number, a date, yes or no.
    Scalar(Range<usize>),
    /// `[ … ]`
    Array(Array),
    /// A table.
    Table(Table),
    /// Tables below `[[name]]`, each.
    Tables(Vec<Table>),
}

/// A list between brackets.
#[derive(Debug)]
pub(super) struct Array {
    pub(super) items: Items,
    pub(super) elements: Vec<Entry>,
}

/// What stands between brackets or braces, separated by commas.
#[derive(Debug)]
pub(super) struct Items {
    /// Brackets included.
    pub(super) span: Range<usize>,
    /// The last item.
    pub(super) last: Option<Range<usize>>,
    /// Where the comma after it ends, if there is one.
    pub(super) comma: Option<usize>,
    /// Where the comment ends that stands in the same line after it, or after its comma.
    pub(super) comment: Option<usize>,
    /// Whether there are comments anywhere between the brackets.
    pub(super) has_comments: bool,
}

impl Entry {
    /// The bytes it takes; of tables on lines of their own where the last is opened.
    pub(super) fn span(&self) -> Range<usize> {
        match self {
            Self::Scalar(span) => span.clone(),
            Self::Array(array) => array.items.span.clone(),
            Self::Table(table) => table.span(),
            Self::Tables(tables) => tables.last().map_or(0..0, Table::span),
        }
    }
}

impl Table {
    fn new(form: Form) -> Self {
        Self { form, entries: Vec::new() }
    }

    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|keyed| keyed.name == key).map(|keyed| &keyed.entry)
    }

    /// The bytes of a key with its value, where it is written so.
    pub(super) fn pair(&self, key: &str) -> Option<&Range<usize>> {
        self.entries.iter().find(|keyed| keyed.name == key)?.pair.as_ref()
    }

    /// Its keys, and what stands under them.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|keyed| (keyed.name.as_str(), &keyed.entry))
    }

    /// Where it is opened.
    pub(super) fn span(&self) -> Range<usize> {
        match &self.form {
            Form::Lines { header, .. } => header.clone().unwrap_or(0..0),
            Form::Inline(items) => items.span.clone(),
            Form::Dotted(dotted) => dotted.prefix.clone(),
            Form::Implied => self.entries.first().map_or(0..0, |keyed| keyed.entry.span()),
        }
    }

    fn entry(&mut self, key: &str) -> &mut Entry {
        let found = self.entries.iter().position(|keyed| keyed.name == key);
        let place = found.unwrap_or_else(|| {
            let entry = Entry::Table(Self::new(Form::Implied));
            self.entries.push(Keyed { name: key.to_owned(), pair: None, entry });
            self.entries.len() - 1
        });
        &mut self.entries[place].entry
    }

    /// The table that headers and keys mean by this path: of several the last.
    fn at_path(&mut self, path: &[String]) -> Option<&mut Self> {
        let Some((key, rest)) = path.split_first() else { return Some(self) };
        match self.entry(key) {
            Entry::Table(table) => table.at_path(rest),
            Entry::Tables(tables) => tables.last_mut()?.at_path(rest),
            Entry::Scalar(_) | Entry::Array(_) => None,
        }
    }

    /// Takes in a key, dotted or not, with its value.
    fn take_in(
        &mut self,
        keys: &[(String, Range<usize>)],
        pair: &Range<usize>,
        is_inline: bool,
        value: Entry,
    ) {
        match keys {
            [] => {}
            [(key, _)] => {
                self.entries.push(Keyed { name: key.clone(), pair: Some(pair.clone()), entry: value });
            }
            [(key, at), rest @ ..] => {
                if let Entry::Table(table) = self.entry(key) {
                    if matches!(table.form, Form::Implied | Form::Dotted(_)) {
                        let prefix = pair.start..at.end;
                        table.form = Form::Dotted(Dotted { prefix, last: pair.clone(), is_inline });
                    }
                    table.take_in(rest, pair, is_inline, value);
                }
            }
        }
    }
}

/// The layout of a file that is TOML, without a byte order mark. None of one that is not, as far as that is seen here: what a
/// parser of values has accepted always has one.
pub(super) fn layout(text: &str) -> Option<Table> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events: Vec<Event> = Vec::with_capacity(tokens.len());
    let mut errors = Vec::new();
    parse_document(&tokens, &mut events, &mut errors);
    if !errors.is_empty() {
        return None;
    }
    Reader { source, events: &events, next: 0, comments: 0 }.document()
}

/// Goes through the events of a file.
struct Reader<'e, 't> {
    source: Source<'t>,
    events: &'e [Event],
    next: usize,
    /// How many comments were passed.
    comments: usize,
}

fn range(event: &Event) -> Range<usize> {
    event.span().start()..event.span().end()
}

impl Reader<'_, '_> {
    fn take(&mut self) -> Option<Event> {
        let event = *self.events.get(self.next)?;
        self.next += 1;
        if event.kind() == EventKind::Comment {
            self.comments += 1;
        }
        Some(event)
    }

    fn document(mut self) -> Option<Table> {
        let mut root = Table::new(Form::Lines { header: None, last: None });
        let mut current: Vec<String> = Vec::new();
        while let Some(event) = self.take() {
            match event.kind() {
                EventKind::StdTableOpen => {
                    let (path, end) = self.header(EventKind::StdTableClose)?;
                    let header = Some(range(&event).start..end);
                    root.at_path(&path)?.form = Form::Lines { header, last: None };
                    current = path;
                }
                EventKind::ArrayTableOpen => {
                    let (path, end) = self.header(EventKind::ArrayTableClose)?;
                    let (key, parent) = path.split_last()?;
                    let table =
                        Table::new(Form::Lines { header: Some(range(&event).start..end), last: None });
                    let parent = root.at_path(parent)?;
                    match parent.get(key) {
                        None => {
                            let entry = Entry::Tables(vec![table]);
                            parent.entries.push(Keyed { name: key.clone(), pair: None, entry });
                        }
                        Some(_) => match parent.entry(key) {
                            Entry::Tables(tables) => tables.push(table),
                            _ => return None,
                        },
                    }
                    current = path;
                }
                EventKind::SimpleKey => {
                    let keys = self.keys(event, EventKind::KeyValSep)?;
                    let value = self.value()?;
                    let pair = keys.first()?.1.start..self.reached();
                    let table = root.at_path(&current)?;
                    if let Form::Lines { last, .. } = &mut table.form {
                        *last = Some(pair.clone());
                    }
                    table.take_in(&keys, &pair, false, value);
                }
                _ => {}
            }
        }
        Some(root)
    }

    /// Where the event ends that was taken last.
    fn reached(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.events.get(last)).map_or(0, |event| range(event).end)
    }

    /// The name of a table, and where its brackets end.
    fn header(&mut self, close: EventKind) -> Option<(Vec<String>, usize)> {
        loop {
            let event = self.take()?;
            if event.kind() == EventKind::SimpleKey {
                let keys = self.keys(event, close)?;
                return Some((keys.into_iter().map(|(key, _)| key).collect(), self.reached()));
            }
        }
    }

    /// The parts of a dotted key from its first on, up to what ends it, which is taken, too.
    fn keys(&mut self, first: Event, end: EventKind) -> Option<Vec<(String, Range<usize>)>> {
        let mut keys = vec![self.key(first)?];
        loop {
            let event = self.take()?;
            match event.kind() {
                EventKind::SimpleKey => keys.push(self.key(event)?),
                kind if kind == end => return Some(keys),
                _ => {}
            }
        }
    }

    fn key(&self, event: Event) -> Option<(String, Range<usize>)> {
        let mut key = Cow::Borrowed("");
        self.source.get(event)?.decode_key(&mut key, &mut ());
        Some((key.into_owned(), range(&event)))
    }

    fn value(&mut self) -> Option<Entry> {
        loop {
            let event = self.take()?;
            match event.kind() {
                EventKind::Whitespace | EventKind::Comment | EventKind::Newline => {}
                _ => return self.value_from(event),
            }
        }
    }

    fn value_from(&mut self, event: Event) -> Option<Entry> {
        match event.kind() {
            EventKind::Scalar => Some(Entry::Scalar(range(&event))),
            EventKind::ArrayOpen => {
                let mut elements = Vec::new();
                let items = self.items(&event, EventKind::ArrayClose, |reader, event| {
                    elements.push(reader.value_from(event)?);
                    Some(range(&event).start)
                })?;
                Some(Entry::Array(Array { items, elements }))
            }
            EventKind::InlineTableOpen => {
                let mut table = Table::new(Form::Implied);
                let items = self.items(&event, EventKind::InlineTableClose, |reader, event| {
                    let keys = reader.keys(event, EventKind::KeyValSep)?;
                    let value = reader.value()?;
                    let start = keys.first()?.1.start;
                    table.take_in(&keys, &(start..reader.reached()), true, value);
                    Some(start)
                })?;
                table.form = Form::Inline(items);
                Some(Entry::Table(table))
            }
            _ => None,
        }
    }

    /// What stands up to the bracket that closes. `item` takes in one item from its first event on and says where it begins.
    fn items(
        &mut self,
        open: &Event,
        close: EventKind,
        mut item: impl FnMut(&mut Self, Event) -> Option<usize>,
    ) -> Option<Items> {
        let mut items =
            Items { span: range(open), last: None, comma: None, comment: None, has_comments: false };
        let comments = self.comments;
        let mut is_same_line = false;
        loop {
            let event = self.take()?;
            match event.kind() {
                EventKind::Whitespace => {}
                EventKind::Newline => is_same_line = false,
                EventKind::Comment => {
                    if is_same_line {
                        items.comment = Some(range(&event).end);
                    }
                }
                EventKind::ValueSep => {
                    items.comma = Some(range(&event).end);
                    (items.comment, is_same_line) = (None, true);
                }
                kind if kind == close => {
                    items.span.end = range(&event).end;
                    items.has_comments = self.comments > comments;
                    return Some(items);
                }
                _ => {
                    let start = item(self, event)?;
                    items.last = Some(start..self.reached());
                    (items.comma, items.comment, is_same_line) = (None, None, true);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'t>(table: &'t Table, key: &str) -> &'t Entry {
        table.get(key).unwrap()
    }

    #[test]
    fn tables_are_found_however_they_are_written() {
        let text = "a.b = 1\n[[x]]\nid = 'one' # first\n[x.note]\nde = \"\"\"\nx\n\"\"\"\n[[ x . \"m\" ]]\nexact = 'It'\n\
                    [[x]]\nnote.de = 'a'\nnote . en = { k = [1, 2, ], j.k = 2 }\n";
        let root = layout(text).unwrap();
        let Entry::Tables(tables) = at(&root, "x") else { panic!("{root:?}") };
        let Form::Lines { last, .. } = &tables[0].form else { panic!("{root:?}") };
        assert_eq!(&text[last.clone().unwrap()], "id = 'one'");
        let Entry::Table(note) = at(&tables[0], "note") else { panic!("{root:?}") };
        assert!(matches!(note.form, Form::Lines { .. }));
        assert!(matches!(at(&tables[0], "m"), Entry::Tables(several) if several.len() == 1));
        let Entry::Table(note) = at(&tables[1], "note") else { panic!("{root:?}") };
        let Form::Dotted(dotted) = &note.form else { panic!("{root:?}") };
        assert_eq!(&text[dotted.prefix.clone()], "note");
        assert_eq!(&text[dotted.last.clone()], "note . en = { k = [1, 2, ], j.k = 2 }");
        let Entry::Table(inline) = at(note, "en") else { panic!("{root:?}") };
        let Form::Inline(items) = &inline.form else { panic!("{root:?}") };
        assert_eq!(&text[items.last.clone().unwrap()], "j.k = 2");
        let Entry::Array(array) = at(inline, "k") else { panic!("{root:?}") };
        assert_eq!(array.elements.len(), 2);
        assert!(array.items.comma.is_some());
    }

    #[test]
    fn what_no_table_is_made_of_has_no_layout() {
        for text in ["[a", "a = [1", "[a]\na"] {
            assert!(layout(text).is_none(), "{text:?}");
        }
    }
}
