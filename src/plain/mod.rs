//! A dossier read line by line: an entry is printed, an answer is typed, the next is printed. For screen readers, braille
//! displays, terminals that can do nothing else, and scripts. Pure: an answer in, text out; what stands in an entry is the
//! text export's ([`Edition`]).

mod command;
mod going;

use command::{Command, Unclear};

use crate::export::{Chapter, Edition, Page, PageKind};
use crate::i18n::language::Language;
use crate::i18n::strings::PlainTexts;
use crate::protocol::names;
use crate::text::cut::first_chars;
use crate::text::find::Finder;
use crate::text::sanitize::sanitize_line;
use crate::text::wrap;

/// A reading: where one is, and how one got there.
#[derive(Clone, Debug)]
pub struct Reading {
    edition: Edition,
    at: usize,
    /// Where one came from by a jump, the last at the end.
    back: Vec<usize>,
    /// The pages that numbers lead to: those of the page, or of the list that was printed last.
    links: Vec<usize>,
}

/// What follows an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reply {
    /// This is printed.
    Text(String),
    /// The reading ends.
    Quit,
}

/// The most entries that a list of hits names.
const MAX_HITS: usize = 40;
/// The most characters of an answer that are repeated.
const MAX_REPEATED: usize = 60;
/// The most jumps one can go back.
const MAX_BACK: usize = 1000;

impl Reading {
    /// At the beginning of an edition.
    pub fn new(edition: Edition) -> Self {
        let links = edition.pages.first().map(|page| page.links.clone()).unwrap_or_default();
        Self { edition, at: 0, back: Vec::new(), links }
    }

    /// What is printed first: the first page, and what can be typed.
    pub fn begin(&self) -> String {
        let commands = self.texts().commands.replace("{}", &self.commands());
        format!("{}\n{}", self.page().text, self.lines(&commands))
    }

    /// What is printed after an answer.
    pub fn answer(&mut self, typed: &str) -> Reply {
        let typed = sanitize_line(typed);
        let typed = typed.trim();
        let texts = self.texts();
        if !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Reply::Text(self.follow(typed));
        }
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let rest = rest.trim();
        let command = if word.is_empty() { Ok(Command::Next) } else { Command::typed(self.language(), word) };
        let text = match command {
            Ok(Command::Quit) => return Reply::Quit,
            Ok(Command::Next) => self.step(true),
            Ok(Command::Previous) => self.step(false),
            Ok(Command::Card) if rest.is_empty() => self.arrive(self.at),
            Ok(Command::Card) if rest.bytes().all(|byte| byte.is_ascii_digit()) => self.follow(rest),
            Ok(Command::Card) => self.say(texts.no_number, &[Command::Card.word(self.language())]),
            Ok(Command::Words) => self.part_of_page(|page| &page.words, self.language().strings().no_words),
            Ok(Command::Sources) => self.sources(),
            Ok(Command::Find) => self.find(rest),
            Ok(Command::Go) => self.go(rest),
            Ok(Command::List) => self.list(rest),
            Ok(Command::Where) => self.place(),
            Ok(Command::Back) => self.return_back(),
            Ok(Command::Help) => self.help(),
            Err(Unclear::Unknown) => self.say(texts.no_command, &[repeated(typed), &self.commands()]),
            Err(Unclear::Ambiguous(commands)) => {
                let words: Vec<&str> = commands.iter().map(|command| command.word(self.language())).collect();
                self.say(texts.ambiguous, &[repeated(typed), &words.join(", ")])
            }
        };
        Reply::Text(text)
    }

    fn language(&self) -> Language {
        self.edition.language
    }

    fn texts(&self) -> &'static PlainTexts {
        &self.language().strings().plain
    }

    fn page(&self) -> &Page {
        &self.edition.pages[self.at]
    }

    /// A text of ours in lines.
    fn lines(&self, text: &str) -> String {
        let lines = wrap::wrap(text, self.edition.columns);
        lines.into_iter().flat_map(|line| [text[line.range].trim_end(), "\n"]).collect()
    }

    /// The same with these put in, in their order.
    fn say(&self, text: &str, put_in: &[&str]) -> String {
        let mut said = String::new();
        let mut rest = text;
        // What is put in is not looked through for places.
        for word in put_in {
            let Some((before, after)) = rest.split_once("{}") else { break };
            said.push_str(before);
            said.push_str(word);
            rest = after;
        }
        said.push_str(rest);
        self.lines(&said)
    }

    fn commands(&self) -> String {
        let words: Vec<&str> = Command::ALL.iter().map(|command| command.word(self.language())).collect();
        words.join(", ")
    }

    /// Puts one on a page; what is printed there.
    fn arrive(&mut self, at: usize) -> String {
        self.at = at;
        self.links.clone_from(&self.edition.pages[at].links);
        self.page().text.clone()
    }

    /// The same from elsewhere, so that one can go back.
    fn jump(&mut self, to: usize) -> String {
        if to != self.at {
            if self.back.len() == MAX_BACK {
                self.back.remove(0);
            }
            self.back.push(self.at);
        }
        self.arrive(to)
    }

    fn step(&mut self, on: bool) -> String {
        let (language, texts) = (self.language(), self.texts());
        let to = if on { Some(self.at + 1) } else { self.at.checked_sub(1) };
        match to.filter(|to| *to < self.edition.pages.len()) {
            Some(to) => self.arrive(to),
            None if on => {
                let [quit, go] = [Command::Quit, Command::Go].map(|command| command.word(language));
                self.say(texts.at_end, &[quit, go, texts.start])
            }
            None => self.say(texts.at_start, &[Command::Next.word(language)]),
        }
    }

    fn follow(&mut self, number: &str) -> String {
        let (language, texts) = (self.language(), self.texts());
        let to = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match to.and_then(|place| self.links.get(place).copied()) {
            Some(to) => self.jump(to),
            None if self.links.is_empty() => self.say(texts.no_links, &[Command::Next.word(language)]),
            None => self.say(texts.no_link, &[repeated(number), &language.count(self.links.len())]),
        }
    }

    /// Part of what stands on the page, with the same numbers; or that there is none.
    fn part_of_page(&mut self, part: fn(&Page) -> &String, none: &str) -> String {
        let text = part(self.page()).clone();
        if text.is_empty() {
            return self.lines(none);
        }
        self.links = self.page().links.clone();
        text
    }

    fn sources(&mut self) -> String {
        let strings = self.language().strings();
        let is_source = self.page().kind == PageKind::Thing(crate::dossier::Kind::Source);
        let none = if is_source { strings.is_source } else { strings.no_sources };
        self.part_of_page(|page| &page.sources, none)
    }

    fn find(&mut self, typed: &str) -> String {
        let (language, texts) = (self.language(), self.texts());
        let Some(finder) = Finder::new(typed) else {
            return self.say(texts.find_what, &[Command::Find.word(language)]);
        };
        let pages = self.edition.pages.iter().enumerate();
        let found = pages.filter(|(_, page)| finder.first(&page.prose()).is_some());
        let found: Vec<usize> = found.map(|(place, _)| place).collect();
        if found.is_empty() {
            return self.say(texts.not_found, &[repeated(typed), Command::Help.word(language)]);
        }
        self.listed(&found)
    }

    fn list(&mut self, typed: &str) -> String {
        let (language, texts) = (self.language(), self.texts());
        let chapter =
            if typed.is_empty() { Some(self.page().chapter) } else { going::chapter(&self.edition, typed) };
        let Some(chapter) = chapter else {
            return self.say(texts.no_part, &[repeated(typed), &self.parts()]);
        };
        let of_chapter: Vec<usize> = self.of_chapter(chapter);
        let head =
            format!("{}: {}", names::capitalized(chapter.name(language)), language.count(of_chapter.len()));
        format!("{}{}", self.lines(&head), self.numbered(&of_chapter))
    }

    /// The entries of a part; of the first page the parts.
    fn of_chapter(&self, chapter: Chapter) -> Vec<usize> {
        if chapter == Chapter::Start {
            return self.edition.pages[0].links.clone();
        }
        let pages = self.edition.pages.iter().enumerate();
        let entries = pages.filter(|(_, page)| page.chapter == chapter && page.kind != PageKind::Opening);
        entries.map(|(place, _)| place).collect()
    }

    /// The parts there are, as one types them.
    fn parts(&self) -> String {
        let are_there = Chapter::ALL
            .into_iter()
            .filter(|chapter| self.edition.pages.iter().any(|page| page.chapter == *chapter));
        let names: Vec<&str> = are_there.map(|chapter| chapter.name(self.language())).collect();
        names.join(", ")
    }

    /// Entries that were found, by number; of very many the first.
    fn listed(&mut self, found: &[usize]) -> String {
        let (language, texts) = (self.language(), self.texts());
        let head = language.plural(found.len(), &texts.found).replace("{}", &language.count(found.len()));
        let shown = &found[..found.len().min(MAX_HITS)];
        let mut text = format!("{}{}", self.lines(&head), self.numbered(shown));
        if found.len() > shown.len() {
            text.push_str(&self.say(texts.more, &[&language.count(found.len() - shown.len())]));
        }
        text
    }

    /// Pages by number; numbers lead to them from now on.
    fn numbered(&mut self, pages: &[usize]) -> String {
        self.links = pages.to_vec();
        let line = |(number, place): (usize, &usize)| {
            let page = &self.edition.pages[*place];
            self.lines(&format!("[{number}] {}", page.line))
        };
        (1..).zip(pages).map(line).collect()
    }

    fn place(&self) -> String {
        let (language, page) = (self.language(), self.page());
        let chapter = names::capitalized(page.chapter.name(language));
        let [number, count] = [self.at + 1, self.edition.pages.len()].map(|number| language.count(number));
        let head = self.lines(&page.head);
        format!("{head}{}", self.say(self.texts().you_are, &[&chapter, &number, &count]))
    }

    fn return_back(&mut self) -> String {
        match self.back.pop() {
            Some(to) => self.arrive(to),
            None => self.say(self.texts().no_way_back, &[Command::Previous.word(self.language())]),
        }
    }

    fn help(&self) -> String {
        let language = self.language();
        let line = |command: &Command| self.say(command.help(language), &[command.word(language)]);
        let lines: String = Command::ALL.iter().map(line).collect();
        format!("{lines}{}", self.lines(self.texts().help_short))
    }
}

/// What was typed, as far as it is repeated.
fn repeated(typed: &str) -> &str {
    first_chars(typed, MAX_REPEATED)
}
