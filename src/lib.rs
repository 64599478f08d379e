//! **Fundstelle**: a terminal dashboard for reading an annotated news article.
//!
//! The article's text stands on one side; on the other stand its key actors, the timeline of policy events, a
//! trend in figures, and its claims. Every item is tied to the exact words of the article or to a named source,
//! and what the article says is never confused with what was added.
//!
//! # The house
//!
//! Imports run strictly upward in this list, no file uses itself by way of others (a module and its submodules aside), and
//! no panel knows another. `tests/it/house` holds it, and lists what is excepted.
//!
//! | module | one job |
//! |---|---|
//! | [`text`] | text on a grid, knows nothing else: what may be shown, how wide it is, how it breaks into lines |
//! | [`dossier`] | what is known, pure: the model, dates, anchors, links between things, their standing |
//! | [`i18n`] | the interface's languages: its strings, and how each writes dates and numbers |
//! | [`facts`] | everything known of one thing, whose words it is in and how sure it is; what every output lays out |
//! | [`load`] | bytes in, (dossier, problems) out: files, TOML, CSV, the check; only `load/source/files.rs` reads files |
//! | [`look`] | how the screen looks: theme, glyphs, signs, frames, which panel stands where |
//! | [`input`] | keys and the actions they ask for, the keymap, mouse gestures |
//! | [`protocol`] | what panels, overlays, app and runtime say to each other: context, requests, effects, filters, what a reload changes |
//! | [`export`] | a dossier as a document: HTML, text, Markdown; one thing of it as a citation |
//! | [`widgets`] | what panels are made of: list, scroll, prompt, row, quotation |
//! | [`panels`] | one file or folder a panel, each a state behind [`panels::PanelState`]; [`panels::Panels`] is the only place that lists them |
//! | [`card`] | everything known of one thing |
//! | [`tour`] | the stops of a briefing |
//! | [`search`] | words looked for in the article and in what was added |
//! | [`overlays`] | what lies over the panels, each behind [`overlays::Overlay`]: help, problems, filter, go to, the index of stops |
//! | [`app`] | what is on screen: owns the context with the selection and the panels, carries out their requests |
//! | [`render`] | a drawn buffer to text, ANSI, SVG, PNG, HTML; uses no other module but how text is escaped |
//! | [`runtime`] | the edge: terminal, input, signals, clipboard, browser, files watched and written; the only threads and the only clock |
//! | [`cli`] | the command line: its arguments, standard input and output, and what its commands write |
//!
//! # One keypress
//!
//! 1. [`runtime`] reads the terminal's bytes (one thread each for input and signals, one channel) and makes keys, pastes and
//!    mouse gestures of them; answers of the terminal are dropped.
//! 2. The [`input::keymap`] in force makes it an [`input::action::Action`].
//! 3. [`app::update`] hands it to the focused panel, whose [`protocol::request::Request`]s only `app` carries out, and
//!    returns [`protocol::effect::Effect`]s.
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
//! * Asking for a colour means asking the [`look::theme`] for a role.
//! * Nothing runs while nothing happens.

pub mod app;
pub mod card;
pub mod cli;
pub mod dossier;
pub mod export;
pub mod facts;
pub mod i18n;
pub mod input;
pub mod load;
pub mod look;
pub mod overlays;
pub mod panels;
pub mod protocol;
pub mod render;
pub mod runtime;
pub mod search;
pub mod text;
pub mod tour;
pub mod widgets;
