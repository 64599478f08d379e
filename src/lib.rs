//! **Fundstelle**: a terminal dashboard for reading an annotated news article.
//!
//! The article's text stands on one side; on the other stand its key actors, the timeline of policy events, a
//! trend in figures, and its claims. Every item is tied to the exact words of the article or to a named source,
//! and what the article says is never confused with what was added.
//!
//! # The house
//!
//! Imports run strictly upward in this list, no file uses itself by way of others (a module and its submodules aside), and
//! no panel knows another. `tests/house` holds it, and lists what is excepted.
//!
//! | module | one job |
//! |---|---|
//! | [`text`] | text on a grid, knows nothing else: what may be shown, how wide it is, how it breaks into lines |
//! | [`dossier`] | what is known, pure: the model, dates, anchors, links between things, their standing |
//! | [`i18n`] | the interface's languages: its strings, and how each writes dates and numbers |
//! | [`load`] | bytes in, (dossier, problems) out: files, TOML, CSV, the check; only `load/files.rs` reads files |
//! | [`ui`] | the vocabulary of the screen: actions and keys, selection, requests, effects, theme, layout |
//! | [`export`] | a dossier as a document: HTML, text, Markdown; one thing of it as a citation |
//! | [`panels`] | one room a panel, each a state, an `update` that returns requests, and a `draw` |
//! | [`app`] | what is on screen: owns the selection, gives panels their context, carries out their requests |
//! | [`render`] | a drawn buffer to text, ANSI, SVG, PNG, HTML; uses no other module |
//! | [`runtime`] | the edge: terminal, input, signals, clipboard, browser, files watched and written; the only threads and the only clock |
//! | [`cli`] | the command line: its arguments, standard input and output, and what its commands write |
//!
//! # One keypress
//!
//! 1. [`runtime`] reads the terminal's bytes (one thread each for input and signals, one channel) and makes keys, pastes and
//!    mouse gestures of them; answers of the terminal are dropped.
//! 2. [`ui::keymap`] makes it an [`ui::action::Action`].
//! 3. [`app::update`] hands it to the focused panel, whose [`ui::request::Request`]s only `app` carries out, and
//!    returns [`ui::effect::Effect`]s.
//! 4. The update ends with the layout: areas, and the lines of what is visible.
//! 5. [`runtime`] performs the effects; their outcomes return as messages.
//! 6. With the queue empty, all waiting keys read and something changed, [`app::view`] draws into a buffer. It only
//!    reads: same state, same buffer.
//! 7. [`runtime`] sends the difference to the terminal inside a synchronized update; rows with text whose width terminals
//!    disagree on are sent whole.
//!
//! What takes longer than a key may, a search, is done in slices: while the app has work and no key waits, `runtime` hands
//! it [`app::Message::Work`] and draws now and then; [`app::settle`] does all of it where nobody waits.
//!
//! `fundstelle render`, the tests and the benches stop after step 6: there is one drawing path.
//!
//! # Rules that hold everywhere
//!
//! * Identity is an id ([`dossier::Ref`]), never a row number.
//! * The dossier is built only by [`load`] and does not change afterwards.
//! * No text from a file reaches the screen, or an error report, before [`text::sanitize`].
//! * Asking for a colour means asking the [`ui::theme`] for a role.
//! * Nothing runs while nothing happens.

pub mod app;
pub mod cli;
pub mod dossier;
pub mod export;
pub mod i18n;
pub mod load;
pub mod panels;
pub mod render;
pub mod runtime;
pub mod text;
pub mod ui;
