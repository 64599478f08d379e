//! **Fundstelle**: a terminal dashboard for reading an annotated news article.
//!
//! The article is on one side; on the other are its key actors, the timeline of policy events, a trend in figures, and its
//! claims. Every item is tied to the exact words of the article or to a named source, and what the article says is never
//! mixed up with what was added.
//!
//! # Modules
//!
//! A module may use only those above it in this list, there are no import cycles between files (a module and its submodules
//! aside), and no panel knows another. `tests/it/house` checks this and lists the exceptions.
//!
//! | module | job |
//! |---|---|
//! | [`text`] | text on a grid, and nothing else: what may be shown, how wide it is, wrapping, search, addresses |
//! | [`dossier`] | what is known, pure: the model, dates, anchors, links, where things come from, chart model and scales |
//! | [`notes`] | the reader's notes file: what stands in its text, and changes to that which leave all else as it is |
//! | [`i18n`] | the interface's languages: one table of strings, and how each language writes dates and numbers |
//! | [`facts`] | everything known of one thing, whose words it is in and how sure it is; every output lays this out |
//! | [`load`] | bytes in, (dossier, problems) out: files, TOML, CSV, checks; only `load/source/files.rs` reads files |
//! | [`intake`] | what people save (text, Markdown with a head, web pages) as an article and the first `dossier.toml`; pure |
//! | [`references`] | publications of reference managers, in and out: CSL-JSON, BibTeX |
//! | [`look`] | how the screen looks: theme, glyphs, signs, frames, layout |
//! | [`input`] | keys, actions, the keymap, mouse gestures |
//! | [`settings`] | what a reader's `config.toml` says, and what the program remembers of keys that change its looks; pure |
//! | [`protocol`] | what panels, overlays, app and runtime exchange: context, requests, effects, filters, the search, what a reload changes |
//! | [`export`] | a dossier as a document: HTML, text, Markdown; its figures as CSV, its sources as CSL-JSON; one thing of it as a citation |
//! | [`plain`] | a document walked through line by line: an answer in, text out |
//! | [`widgets`] | building blocks of panels: list, scroll, prompt, row, quotation |
//! | [`panels`] | one file or folder per panel, each a state behind [`panels::PanelState`]; only [`panels::Panels`] lists them |
//! | [`card`] | everything known of one thing |
//! | [`tour`] | the stops of a talk |
//! | [`search`] | the search view: hits in the article, its translation and all entries |
//! | [`overlays`] | what is drawn over the panels, each behind [`overlays::Overlay`]: help, problems, filter, go to, stops, what is new, a note and the list of notes |
//! | [`app`] | the state of the screen: owns the context with the selection and the panels, carries out their requests |
//! | [`render`] | a drawn buffer as text, ANSI, SVG, PNG, HTML; uses no other module but how text is escaped |
//! | [`runtime`] | the edge: terminal, input, signals, clipboard, browser, files watched and written; the only threads and the only clock |
//! | [`cli`] | the command line: arguments, standard input and output, the files its commands write |
//!
//! # One keypress
//!
//! 1. [`runtime`] reads the terminal's bytes (one thread each for input and signals, one channel) and turns them into keys,
//!    pastes and mouse gestures; the terminal's answers to queries are dropped.
//! 2. The current [`input::keymap`] maps a key to an [`input::action::Action`].
//! 3. [`app::update`] passes it to the focused panel, carries out the [`protocol::request::Request`]s that the panel returns,
//!    and returns [`protocol::effect::Effect`]s.
//! 4. The update ends with the layout: areas, and the lines of what is visible.
//! 5. [`runtime`] performs the effects; their outcomes return as messages.
//! 6. When the queue is empty and something has changed, [`app::view`] draws into a buffer. It only reads: same state, same
//!    buffer.
//! 7. [`runtime`] sends the difference to the terminal inside a synchronized update; rows with text whose width terminals
//!    disagree on are sent whole.
//!
//! Work that would delay a key, a search, is done in slices: while the app has work and no key is waiting, `runtime` sends
//! [`app::Message::Work`] and draws now and then; [`app::settle`] does all of it at once where no one is waiting.
//!
//! `fundstelle render`, the tests and the benches stop after step 6: there is only one drawing path.
//!
//! # To add something
//!
//! What is missing does not compile, or a test fails; the exceptions are named.
//!
//! | to add | touch |
//! |---|---|
//! | a string | `i18n/strings.rs` (the help of a key: `input/action.rs`; the label of a fact: `i18n/label.rs`), and where it is used |
//! | a key | `input/action.rs` (the action, its table row), and what carries it out: a panel, an overlay or `app/actions.rs`; the README, if it has a key |
//! | a panel | its file, `panels/mod.rs`, `look/panel.rs`, `look/layout.rs`, `dossier/model.rs` (`StopPanel`), `load/syntax/words.rs` (`PANELS`), `load/read/tour.rs` (its views), `protocol/names.rs`, `i18n/strings.rs`, `input/action.rs`, `assets/format.md`; silent: the place it has in `look/layout.rs`, the lists that `check --size` draws in `cli/overflow.rs` |
//! | an overlay | its file, `overlays/mod.rs` (`open`), `input/action.rs`, `i18n/strings.rs`; silent: whether the tour lets its key through (`app/tour.rs`) |
//! | a kind of actor | `load/syntax/words.rs` (`ACTOR_KINDS`), `protocol/names.rs`, `i18n/strings.rs`, `assets/format.md` |
//! | a kind of event | `load/syntax/words.rs` (`EVENT_KINDS`), `look/glyphs.rs`, `look/signs.rs` (its sign), `protocol/names.rs`, `i18n/strings.rs`, `export/html/chart/shape.rs`, `assets/format.md`, the README |
//! | a view of another panel | its file, the panel's `mod.rs` (what the view key, `views`, `place` and `restore` do), `load/read/tour.rs` (its name), `protocol/names.rs` (`view`), `i18n/strings.rs`, `load/format/fields.rs` and `assets/format.md` (`view` of a stop) |
//! | a view of the trend | its file, `panels/trend/view.rs` (`Form`), `panels/trend/mod.rs` (which series it is for); one that a stop may name: `load/syntax/words.rs` (`TREND_VIEWS`), `assets/format.md` |
//! | a field of a claim (of another kind likewise) | `dossier/model.rs` (the field, and whether it is a text or a link), `load/read/claims.rs`, `load/format/fields.rs`, `assets/format.md`, `facts/claims.rs`, `i18n/label.rs` if it has a label of its own; silent: `protocol/search/texts.rs`, if the screen shows something that is made of it |
//! | a kind of thing | `dossier`: `kind.rs` (its row), `model.rs` (what it is, its list in `Parts`); `load`: its reader in `read`, `read/mod.rs`, `format/fields.rs`; `facts`: its file, `mod.rs`; its noun in `i18n/strings.rs`; its section in `export/build/sections.rs`; `assets/format.md`; a thing of it in `tests/it/facts/port.rs`, and the golden file of reports, which lists the kinds |
//! | a setting | `settings/mod.rs` (the field, its key), `settings/template.rs` (the default with comments), and what it is for: `app/settings.rs`, or `cli/choices.rs` if an option comes before it |
//! | a colour by role | its row in `look/theme.rs`, with the name that settings call it |
//! | a check with a rule | `load/report/rule.rs`, the check (`load/check`, or the reader concerned), `assets/format.md`, a case in `tests/it/reports.rs` |
//!
//! A kind of thing is listed in search, "go to", documents' marks, stops and the cards of what it is linked to by itself;
//! `Kind::is_authored`, `facts::mark`, `protocol::filter` (which values), `names::summary`, and in documents what stands beside its
//! name and whether links to it say their mark in words, have defaults for it, to be changed where they do not fit; the
//! quotations of it that are no evidence are passages only if `dossier/links.rs` says so, and a dossier that ships with a file
//! of them names it in `load/source/shipped.rs`. One that is called by several of its parts needs a line in `protocol/names.rs`, a text of it with a
//! heading of its own a label in `i18n/label.rs`. No test asks for what the README says of it.
//!
//! # Rules everywhere
//!
//! * Identity is an id ([`dossier::Ref`]), never a row number.
//! * The dossier is built only by [`load`] and never changes afterwards.
//! * No text from a file reaches the screen, or an error report, before [`text::sanitize`].
//! * A colour is always a role of the [`look::theme`].
//! * Nothing runs while nothing happens: no ticks, no polling.

pub mod app;
pub mod card;
pub mod cli;
pub mod dossier;
pub mod edit;
pub mod export;
pub mod facts;
pub mod i18n;
pub mod input;
pub mod intake;
pub mod load;
pub mod look;
pub mod notes;
pub mod overlays;
pub mod panels;
pub mod plain;
pub mod protocol;
pub mod references;
pub mod render;
pub mod runtime;
pub mod search;
pub mod settings;
pub mod suggest;
pub mod text;
pub mod tour;
pub mod widgets;
