//! From words of the article and words of one's own to a change: what an author means, in the terms of the format.
//!
//! Nothing is written that loading derives, and nothing that nobody asked for. Texts come as they were typed: blanks at their ends
//! do not count, and one of nothing but blanks is none.

mod actors;
mod claims;
mod dates;
mod derived;
mod events;
mod figures;
mod own_words;
mod present;
mod quoting;
mod saying;
mod sources;
mod speaker;
mod stops;
mod suggested;
mod table;

pub use actors::{ActorWords, actor, alias, mention, role};
pub use claims::{ClaimWords, GapWords, assess, claim, gap, note};
pub use dates::{date, date_typed};
pub use derived::hedge;
pub use events::{EventWords, MOST_TITLE, event};
pub use figures::figure;
pub(in crate::edit) use own_words::text_under;
pub use present::text_key;
pub use quoting::{quotation, visible};
pub use sources::{Publication, SourceWords, existing_source, has_sources, source};
pub use speaker::{attribution, speaker};
pub use stops::stop;
pub use suggested::{aliases, attributed_claim, decided, decision, known_actor, leftover, name_group};

#[cfg(test)]
mod tests;
