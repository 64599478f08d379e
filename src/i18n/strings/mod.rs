//! What the interface says, in every language it speaks. A missing text does not compile, and neither does one that
//! nothing shows any more.

mod de;
mod en;
mod export;

use super::plural::Plural;

pub use de::DE;
pub use en::EN;
pub use export::Export;

/// The texts of one language. `{}` stands for what is put in.
#[derive(Debug)]
#[deny(dead_code)] // A text that nothing shows any more.
pub struct Strings {
    /// The months in full.
    pub(crate) months: [&'static str; 12],
    /// The months, short.
    pub(crate) short_months: [&'static str; 12],
    /// The halves of a year.
    pub(crate) half_years: [&'static str; 2],
    /// Before the number of a half year.
    pub(crate) half: &'static str,
    /// The quarters of a year.
    pub(crate) quarters: [&'static str; 4],
    /// Before the number of a quarter.
    pub(crate) quarter: &'static str,
    /// Before a day.
    pub(crate) not_before: &'static str,
    /// Before a day.
    pub(crate) not_after: &'static str,
    /// Before a day.
    pub(crate) since: &'static str,
    /// Before a day.
    pub(crate) until: &'static str,
    /// Before a date.
    pub(crate) around: &'static str,
    /// Before a number.
    pub(crate) about: &'static str,
    /// Before a number.
    pub(crate) rounded: &'static str,
    /// After a number.
    pub(crate) forecast: &'static str,
    /// In place of a value, in a table.
    pub(crate) no_figure_short: &'static str,
    /// In place of a value.
    pub(crate) no_figure: &'static str,
    /// The panels' names, in the order of their numbers.
    pub(crate) panels: [&'static str; 5],
    /// The article.
    pub(crate) article: &'static str,
    /// The card, in the status line.
    pub(crate) card: &'static str,
    /// The title of the help.
    pub(crate) help: &'static str,
    /// The title of what goes to anything.
    pub(crate) go_to: &'static str,
    /// While nothing is typed.
    pub(crate) go_to_what: &'static str,
    /// In its key bar, of a command.
    pub(crate) run: &'static str,
    /// Where it finds nothing; `{}` is what was typed.
    pub(crate) nothing_found: &'static str,
    /// Where a search finds nothing; `{}` is what was looked for.
    pub(crate) found_nowhere: &'static str,
    /// Where nothing has been typed.
    pub(crate) search_hint: &'static str,
    /// Over what was looked for before.
    pub(crate) searched_before: &'static str,
    /// A kind of thing to go to.
    pub(crate) command: &'static str,
    /// In its key bar.
    pub(crate) go_there: &'static str,
    /// The title of the search.
    pub(crate) search: &'static str,
    /// In its key bar.
    pub(crate) next_group: &'static str,
    /// In its key bar.
    pub(crate) search_ends: &'static str,
    /// Before how much of it is read.
    pub(crate) searching: &'static str,
    /// Before a number.
    pub(crate) more_than: &'static str,
    /// Places and things found.
    pub(crate) hit: Plural<'static>,
    /// In the key bar while a search is in force.
    pub(crate) next_hit: &'static str,
    /// After a hit's number, where the first follows the last.
    pub(crate) from_the_start: &'static str,
    /// After a hit's number, where the last follows the first.
    pub(crate) from_the_end: &'static str,
    /// In the status line while a search is in force; with its three keys.
    pub(crate) search_in_force: &'static str,
    /// The same while Esc closes something else first; with its two keys.
    pub(crate) search_goes_on: &'static str,
    /// After the key for the next hit; with the key that ends the search.
    pub(crate) no_hit_in_article: &'static str,
    /// In the key bar of the help.
    pub(crate) scroll: &'static str,
    /// In the key bar of the trend.
    pub(crate) period: &'static str,
    /// In the key bar of the trend.
    pub(crate) place_short: &'static str,
    /// Over a column of a table.
    pub(crate) part: &'static str,
    /// Over a column of a table.
    pub(crate) value: &'static str,
    /// In the key bar of the card.
    pub(crate) follow_link: &'static str,
    /// After the key that follows a link, on a card that has none.
    pub(crate) no_link: &'static str,
    /// After the same where none is in hand; with the keys that take one in hand.
    pub(crate) no_link_in_hand: &'static str,
    /// On a screen that is too small; `{}` is the size needed.
    pub(crate) too_small: &'static str,
    /// Before the month the facts run to.
    pub(crate) as_of: &'static str,
    /// At the end of what is copied, before its title.
    pub(crate) dossier: &'static str,
    /// In the title bar.
    pub(crate) errors: Plural<'static>,
    /// The same, of the other kind of problem.
    pub(crate) warnings: Plural<'static>,
    /// In the title bar, while the dossier's files cannot be opened as they are.
    pub(crate) not_reread: &'static str,
    /// Over the list of why.
    pub(crate) last_good: &'static str,
    /// The title of that list, and of the problems of a dossier that opens.
    pub(crate) problems: &'static str,
    /// After the key for it, where there are none; and in the list, once all are mended.
    pub(crate) no_problems: &'static str,
    /// At the end of the list; `{}` is how many.
    pub(crate) unlisted_problems: &'static str,
    /// Grades of a problem.
    pub(crate) error: &'static str,
    /// Grades of a problem.
    pub(crate) warning: &'static str,
    /// What the speaker's notes are called.
    pub(crate) notes: &'static str,
    /// That there are none.
    pub(crate) no_notes: &'static str,
    /// Before the number that is typed.
    pub(crate) to_stop: &'static str,
    /// What the index of the tour is called.
    pub(crate) stops: &'static str,
    /// Of a tour that nobody wrote.
    pub(crate) derived_tour: &'static str,
    /// That there is no tour.
    pub(crate) no_tour: &'static str,
    /// After leaving the tour: the key that resumes it, before the stop's number.
    pub(crate) tour_left: &'static str,
    /// After a number that is none.
    pub(crate) no_such_stop: &'static str,
    /// At the end of the tour.
    pub(crate) last_stop: &'static str,
    /// At its beginning.
    pub(crate) first_stop: &'static str,
    /// Of the tour that needs no keys.
    pub(crate) by_itself: &'static str,
    /// Of a key that does something there alone.
    pub(crate) not_in_tour: &'static str,
    /// How far the facts run.
    pub(crate) background_until: &'static str,
    /// Of what a source says.
    pub(crate) in_our_words: &'static str,
    /// Of a stop that selects nothing.
    pub(crate) stop_is_empty: &'static str,
    /// The verdict on a gap, in a word.
    pub(crate) left_out_verdict: &'static str,
    /// What the first keys of the tour do: next, back, index, leave, help.
    pub(crate) tour_steps: [&'static str; 5],
    /// After the key that reads the dossier again.
    pub(crate) read_again: &'static str,
    /// After the same key, where nothing has changed.
    pub(crate) read_the_same: &'static str,
    /// After the same key, where it cannot be opened; with the key for why.
    pub(crate) still_not_read: &'static str,
    /// After the same key, where the dossier is part of the program.
    pub(crate) shipped_stays: &'static str,
    /// Where changes cannot be noticed; with that key.
    pub(crate) unwatched: &'static str,
    /// After a change; `{}` is what was selected.
    pub(crate) selection_gone: &'static str,
    /// Before a number of items.
    pub(crate) all: &'static str,
    /// Before a number of items.
    pub(crate) prominent: &'static str,
    /// A value of a filter.
    pub(crate) not_prominent: &'static str,
    /// Between a part and the whole.
    pub(crate) out_of: &'static str,
    /// What a list leaves out; `{}` are how many, and the key of the view.
    pub(crate) others: &'static str,
    /// What follows out of sight; `{}` is how many.
    pub(crate) and_more: &'static str,
    /// After a number of items that only the view of all lists; `{}` is its key.
    pub(crate) in_view_all: &'static str,
    /// Before the values of a filter, in a frame.
    pub(crate) filtered: &'static str,
    /// After a number of items, or the word for the selection.
    pub(crate) hidden_by_filter: &'static str,
    /// Before what a list does with it.
    pub(crate) selection: &'static str,
    /// In a list whose filter lets nothing pass.
    pub(crate) nothing_passes: &'static str,
    /// In the article's frame, while the claims are filtered.
    pub(crate) signs_filtered: &'static str,
    /// In a frame: only what came after the article, or may have.
    pub(crate) only_after: &'static str,
    /// After the key for it: the two keys that show all again, and what is shown; the end is what can be missed.
    pub(crate) only_after_on: [&'static str; 4],
    /// After the same key.
    pub(crate) only_after_off: &'static str,
    /// After the same key, where it can do nothing.
    pub(crate) article_undated: &'static str,
    /// In a trend without a figure after the article.
    pub(crate) none_after: &'static str,
    /// After the filter key, where there is nothing to choose from.
    pub(crate) nothing_to_filter: &'static str,
    /// The title of the chooser, before the name of the panel.
    pub(crate) filter: &'static str,
    /// In the key bar of the chooser.
    pub(crate) toggle: &'static str,
    /// A line of the chooser and its key: nothing chosen any more.
    pub(crate) show_all: &'static str,
    /// After closing, before the name of the panel.
    pub(crate) filter_lifted: &'static str,
    /// After closing.
    pub(crate) all_filters_lifted: &'static str,
    /// A group of the filter.
    pub(crate) by_prominence: &'static str,
    /// A group of the filter.
    pub(crate) by_lane: &'static str,
    /// A group of the filter.
    pub(crate) by_kind: &'static str,
    /// A group of the filter.
    pub(crate) by_country: &'static str,
    /// A group of the filter.
    pub(crate) by_judgement: &'static str,
    /// A group of the filter.
    pub(crate) by_standing: &'static str,
    /// A group of the filter.
    pub(crate) by_attribution: &'static str,
    /// Where a thing comes from.
    pub(crate) standing_article: &'static str,
    /// Where a thing comes from.
    pub(crate) standing_both: &'static str,
    /// Where a thing comes from.
    pub(crate) standing_background: &'static str,
    /// Where a thing comes from.
    pub(crate) standing_inferred: &'static str,
    /// Where a thing comes from.
    pub(crate) standing_broken: &'static str,
    /// A value of a filter.
    pub(crate) attributed: &'static str,
    /// A value of a filter.
    pub(crate) not_attributed: &'static str,
    /// After a number of things.
    pub(crate) linked_to_selection: &'static str,
    /// Where a panel has nothing to do with the selection.
    pub(crate) nothing_linked: &'static str,
    /// Where a series has nothing on the selection.
    pub(crate) nothing_on: &'static str,
    /// Where a series has nothing on the selection, and another has.
    pub(crate) nothing_here: &'static str,
    /// After a number of places that are linked.
    pub(crate) undrawn: &'static str,
    /// After a number of figures; `{}` are the series' number, and the key of the view.
    pub(crate) in_series: &'static str,
    /// After a number of figures; `{}` are how many series, and the key of the view.
    pub(crate) in_other_series: &'static str,
    /// In the article's frame, when nothing in it bears the selection.
    pub(crate) no_words_short: &'static str,
    /// In the article's frame, when all of it is in sight.
    pub(crate) whole_article: &'static str,
    /// In an empty article.
    pub(crate) no_article: &'static str,
    /// In an empty panel.
    pub(crate) no_actors: &'static str,
    /// In an empty panel.
    pub(crate) no_events: &'static str,
    /// In an empty panel.
    pub(crate) no_claims: &'static str,
    /// In an empty panel.
    pub(crate) no_series: &'static str,
    /// Beside a series.
    pub(crate) not_from_article: &'static str,
    /// After the number of a series whose lines have no room.
    pub(crate) table_for_lines: &'static str,
    /// Why it is a table.
    pub(crate) no_room_for_lines: &'static str,
    /// After a number of places that have no line.
    pub(crate) not_drawn: Plural<'static>,
    /// Before figures that a chart leaves out.
    pub(crate) unplaced: &'static str,
    /// Before places without a figure.
    pub(crate) no_value_for: &'static str,
    /// After the view key.
    pub(crate) only_series: &'static str,
    /// After a key for another period, where the figures are a table; with the keys that go through it.
    pub(crate) only_up_and_down: &'static str,
    /// After a key that shows a panel's next view, in one that has no other.
    pub(crate) only_view: &'static str,
    /// After a key: claims stand with both wordings.
    pub(crate) compared: &'static str,
    /// After the same key: claims stand as a list again.
    pub(crate) not_compared: &'static str,
    /// After the whole-screen key, where there is room for one panel only.
    pub(crate) whole_already: &'static str,
    /// On opening where one left off, and how to get to the beginning; `{}` is the key.
    pub(crate) resumed: [&'static str; 2],
    /// In the status line while nothing is selected.
    pub(crate) welcome: &'static str,
    /// The same, where there is nothing but the article.
    pub(crate) welcome_alone: &'static str,
    /// After that: the keys that are of use there.
    pub(crate) welcome_alone_steps: [&'static str; 2],
    /// After that, each behind its key: to a name, to a claim, to the panels, to the help.
    pub(crate) welcome_steps: [&'static str; 4],
    /// After a key that needs a selection; `{}` are the keys that select a name and a claim.
    pub(crate) nothing_selected: &'static str,
    /// The same where the article has neither.
    pub(crate) nothing_to_select: &'static str,
    /// After the words key.
    pub(crate) no_words: &'static str,
    /// After the sources key, on a source.
    pub(crate) is_source: &'static str,
    /// After the sources key.
    pub(crate) no_sources: &'static str,
    /// Once the terminal was asked to copy; `{}` is what.
    pub(crate) copied: &'static str,
    /// While a copy of it, or of something before it, is under way.
    pub(crate) copying: &'static str,
    /// Once tmux has it and nobody else can.
    pub(crate) only_in_tmux: &'static str,
    /// After the copy key; `{}` is how much would have been too much.
    pub(crate) too_long_to_copy: &'static str,
    /// Once the platform was asked to open an address.
    pub(crate) browsing: &'static str,
    /// Where it is being opened, or was just now.
    pub(crate) already_browsing: &'static str,
    /// Where there is nothing to ask.
    pub(crate) not_browsed: &'static str,
    /// The same where the line has no room for the address.
    pub(crate) address_on_card: &'static str,
    /// After the same key, on an address of another kind.
    pub(crate) only_https: &'static str,
    /// The same where no host is named.
    pub(crate) address_without_host: &'static str,
    /// The same where the host is no name of one.
    pub(crate) address_with_bad_host: &'static str,
    /// The same where a user name stands before the host.
    pub(crate) address_with_user: &'static str,
    /// The same where the port is no port.
    pub(crate) address_with_bad_port: &'static str,
    /// The same with a percent sign that no digits follow.
    pub(crate) address_with_bad_percent: &'static str,
    /// The same with a character that has to be percent-encoded, which stands for `{c}`.
    pub(crate) address_with_character: &'static str,
    /// At the end of the article.
    pub(crate) no_next_name: &'static str,
    /// At the beginning of the article.
    pub(crate) no_previous_name: &'static str,
    /// After the last claim.
    pub(crate) no_next_claim: &'static str,
    /// Before the first claim.
    pub(crate) no_previous_claim: &'static str,
    /// After the back key.
    pub(crate) no_back: &'static str,
    /// After the forward key.
    pub(crate) no_forward: &'static str,
    /// Over the address a link leads to.
    pub(crate) address: &'static str,
    /// Before the number of links.
    pub(crate) in_the_article: &'static str,
    /// Before the number of a passage.
    pub(crate) passage: &'static str,
    /// After the marks key.
    pub(crate) marks_prominent: &'static str,
    /// After the marks key.
    pub(crate) marks_all: &'static str,
    /// After the marks key.
    pub(crate) marks_none: &'static str,
    /// After the mouse key: that it is on, and how to select text all the same.
    pub(crate) mouse_on: [&'static str; 2],
    /// After the mouse key.
    pub(crate) mouse_off: &'static str,
    /// After the theme key; `{}` is which.
    pub(crate) theme: &'static str,
    /// The themes, in the order of the key.
    pub(crate) themes: [&'static str; 4],
    /// After the language key.
    pub(crate) language: &'static str,
    /// A kind of actor.
    pub(crate) company: &'static str,
    /// A kind of actor.
    pub(crate) government: &'static str,
    /// A kind of actor.
    pub(crate) agency: &'static str,
    /// A kind of actor.
    pub(crate) person: &'static str,
    /// A kind of actor.
    pub(crate) place: &'static str,
    /// A kind of actor.
    pub(crate) product: &'static str,
    /// A kind of actor.
    pub(crate) medium: &'static str,
    /// A kind of actor.
    pub(crate) group: &'static str,
    /// A kind of event.
    pub(crate) control: &'static str,
    /// A kind of event.
    pub(crate) relaxation: &'static str,
    /// A kind of event.
    pub(crate) mandate: &'static str,
    /// A kind of event.
    pub(crate) guidance: &'static str,
    /// A kind of event.
    pub(crate) enforcement: &'static str,
    /// A kind of event.
    pub(crate) report: &'static str,
    /// A kind of publication.
    pub(crate) newspaper: &'static str,
    /// A kind of publication.
    pub(crate) bill: &'static str,
    /// A kind of publication.
    pub(crate) broadcast: &'static str,
    /// A kind of publication.
    pub(crate) dataset: &'static str,
    /// A kind of publication.
    pub(crate) document: &'static str,
    /// A kind of publication.
    pub(crate) hearing: &'static str,
    /// A kind of publication.
    pub(crate) post: &'static str,
    /// A kind of publication.
    pub(crate) regulation: &'static str,
    /// A kind of publication.
    pub(crate) speech: &'static str,
    /// A kind of publication.
    pub(crate) webpage: &'static str,
    /// An assessment.
    pub(crate) borne_out: &'static str,
    /// An assessment.
    pub(crate) qualified: &'static str,
    /// An assessment.
    pub(crate) contradicted: &'static str,
    /// An assessment.
    pub(crate) open: &'static str,
    /// A kind of thing.
    pub(crate) actor: Plural<'static>,
    /// A kind of thing.
    pub(crate) relation: Plural<'static>,
    /// A kind of thing.
    pub(crate) claim: Plural<'static>,
    /// A kind of thing.
    pub(crate) gap: Plural<'static>,
    /// A kind of thing.
    pub(crate) event: Plural<'static>,
    /// A kind of thing.
    pub(crate) series: Plural<'static>,
    /// A kind of thing.
    pub(crate) observation: Plural<'static>,
    /// A kind of thing.
    pub(crate) measured_place: Plural<'static>,
    /// A kind of thing.
    pub(crate) source: Plural<'static>,
    /// A kind of thing.
    pub(crate) link: Plural<'static>,
    /// A kind of thing.
    pub(crate) mention: Plural<'static>,
    /// How many have said it on their own.
    pub(crate) origin: Plural<'static>,
    /// The same for more than one; `{}` is how many.
    pub(crate) at_most_origins: &'static str,
    /// Beside a number of mentions; `{}` is how many.
    pub(crate) of_them_inferred: &'static str,
    /// In the status line, of a candidate.
    pub(crate) perhaps_meant: &'static str,
    /// Over a candidate sentence.
    pub(crate) perhaps_meant_here: &'static str,
    /// In the status line.
    pub(crate) background: &'static str,
    /// On a card; with the key for why.
    pub(crate) broken: &'static str,
    /// On a card, before words that are quoted and stand no more.
    pub(crate) quoted_was: &'static str,
    /// On a card, before the words that stand in their place.
    pub(crate) located_now: &'static str,
    /// In the status line, when one is at such words.
    pub(crate) located: &'static str,
    /// In what is copied, before a quotation that bears nothing.
    pub(crate) no_evidence: &'static str,
    /// After that.
    pub(crate) stands_more_than_once: &'static str,
    /// After that.
    pub(crate) stands_no_more: &'static str,
    /// On a card, of any other error; with the key for which.
    pub(crate) faulty: &'static str,
    /// On an actor's card.
    pub(crate) not_named: &'static str,
    /// Before the other names of an actor.
    pub(crate) also_called: &'static str,
    /// On a background thing's card.
    pub(crate) not_in_article: &'static str,
    /// Over the article's words.
    pub(crate) the_article: &'static str,
    /// Before those an assertion is attributed to.
    pub(crate) attributed_to: &'static str,
    /// Before what is said of a claim without any source.
    pub(crate) our_remark: &'static str,
    /// Over what the sources say.
    pub(crate) the_sources: &'static str,
    /// Over the events that came after the article.
    pub(crate) after_the_article: &'static str,
    /// Of an event, on its card.
    pub(crate) after_article: &'static str,
    /// Of an event of which that cannot be told.
    pub(crate) perhaps_after_article: &'static str,
    /// Over the events without a date.
    pub(crate) undated: &'static str,
    /// Over the gaps at a claim.
    pub(crate) left_out_here: &'static str,
    /// Over the words a gap bears on.
    pub(crate) left_out: &'static str,
    /// Over the claims at a gap.
    pub(crate) claim_here: &'static str,
    /// Before an event's status.
    pub(crate) status: &'static str,
    /// Over the events it follows.
    pub(crate) follows: &'static str,
    /// Over the events that follow it.
    pub(crate) followed_by: &'static str,
    /// Over the events of a figure's period.
    pub(crate) in_this_period: &'static str,
    /// On a series' card: what its values are.
    pub(crate) series_stock: &'static str,
    /// On a series' card: what its values are.
    pub(crate) series_flow: &'static str,
    /// On a series' card: what its values are.
    pub(crate) series_list: &'static str,
    /// In what is copied, before a series' definition.
    pub(crate) what_is_counted: &'static str,
    /// On a place's card, over the series that have none.
    pub(crate) no_figure_in: &'static str,
    /// After a latitude.
    pub(crate) north_south: [&'static str; 2],
    /// After a longitude.
    pub(crate) east_west: [&'static str; 2],
    /// On a source's card.
    pub(crate) no_address: &'static str,
    /// Before a day.
    pub(crate) read_on: &'static str,
    /// On a source.
    pub(crate) not_read: &'static str,
    /// Before the outlets a source tells again.
    pub(crate) repeating: &'static str,
    /// Over the sources it tells again.
    pub(crate) repeats: &'static str,
    /// Over the sources that tell it again.
    pub(crate) repeated_by: &'static str,
    /// Over the ends of the chain of sources it tells again.
    pub(crate) goes_back_to: &'static str,
    /// Over the actors whose role a source bears.
    pub(crate) roles: &'static str,
    /// What only a document says.
    pub(crate) export: Export,
    /// A heading of the help.
    pub(crate) help_signs: &'static str,
    /// A heading of the help.
    pub(crate) help_keys: &'static str,
    /// A sign's meaning.
    pub(crate) help_article: &'static str,
    /// A sign's meaning.
    pub(crate) help_background: &'static str,
    /// A sign's meaning.
    pub(crate) help_inferred: &'static str,
    /// A sign's meaning.
    pub(crate) help_borne_out: &'static str,
    /// A sign's meaning.
    pub(crate) help_qualified: &'static str,
    /// A sign's meaning.
    pub(crate) help_contradicted: &'static str,
    /// A sign's meaning.
    pub(crate) help_gap: &'static str,
    /// A sign's meaning.
    pub(crate) help_broken: &'static str,
    /// A sign's meaning.
    pub(crate) help_selected: &'static str,
    /// A sign's meaning.
    pub(crate) help_cursor: &'static str,
    /// A sign's meaning.
    pub(crate) help_lit: &'static str,
    /// A sign's meaning; `{}` are the marks.
    pub(crate) help_full: &'static str,
    /// A sign's meaning; `{}` are the marks.
    pub(crate) help_hollow: &'static str,
    /// A sign's meaning; `{}` is its opposite.
    pub(crate) help_bound: &'static str,
    /// A sign's meaning.
    pub(crate) help_missing: &'static str,
    /// A sign's meaning.
    pub(crate) help_event_mark: &'static str,
}

#[cfg(test)]
mod tests {
    use super::{DE, EN, Strings};

    /// A line a text, in the order of the struct: the same in every language.
    fn lines(strings: &Strings) -> Vec<String> {
        format!("{strings:#?}").lines().map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn what_is_put_in_is_put_in_in_every_language() {
        let (german, english) = (lines(&DE), lines(&EN));
        assert_eq!(german.len(), english.len());
        let placed = |line: &String| line.matches("{}").count();
        for (german, english) in german.iter().zip(&english) {
            assert_eq!(placed(german), placed(english), "{german} / {english}");
        }
        assert!(german.iter().any(|line| placed(line) > 0));
    }

    #[test]
    fn no_text_is_empty_or_has_blanks_at_its_ends() {
        for line in lines(&DE).into_iter().chain(lines(&EN)) {
            let Some((_, text)) = line.split_once('"') else { continue };
            let text = text.trim_end_matches(',').trim_end_matches('"');
            assert!(!text.is_empty() && text.trim() == text, "{line}");
        }
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        for line in lines(&DE) {
            assert!(!line.contains('”') && line.matches('„').count() == line.matches('“').count(), "{line}");
        }
        for line in lines(&EN) {
            assert!(!line.contains('„') && line.matches('“').count() == line.matches('”').count(), "{line}");
        }
    }
}
