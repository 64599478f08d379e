//! Pages that mean harm, or are damaged, end in an article or in a message, soon.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::sound::intake::check;
use fundstelle::intake::{Article, PageError, Unfit, take_in};

/// Words enough for an article.
const WORDS: &str = "<p>The council has decided that the old bridge is to be closed in May, because its frame is no longer safe, as the \
                     city said on Monday, and repairs would be more expensive than a new one.</p>";

fn taken(page: &str) -> Result<Article, Unfit> {
    take_in(Some("page.html"), page.as_bytes().to_vec(), false)
}

fn text(page: &str) -> String {
    match taken(page) {
        Ok(article) => article.loaded.dossier.article.text.to_string(),
        Err(unfit) => panic!("{unfit:?}"),
    }
}

#[test]
fn nesting_without_end_does_not_overflow() {
    for (open, close) in
        [("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</li></ul>"), ("<blockquote>", "")]
    {
        let page = format!("<html><body>{}{WORDS}{}{WORDS}", open.repeat(2000), close.repeat(2000));
        assert!(text(&page).contains("old bridge is to be closed"), "{open}");
    }
    // What a parser closes otherwise than it seems.
    for piece in [
        "<b><div></b>",
        "<span><div></span>",
        "<form><div></form>",
        "<div><table><tr><td></div>",
        "<p><b><i><div></i></b>",
        "<a href=x><div></a>",
        "<h1><div></h1>",
        "<x-y><div></x-y>",
        "<ul><li></ul><div></li>",
        "<button><div></button>",
    ] {
        let page = format!("<html><body>{WORDS}{}{WORDS}", piece.repeat(600));
        assert!(text(&page).contains("old bridge is to be closed"), "{piece}");
    }
    let styles = (0..400).map(|number| format!("<p><b class={number}>x")).collect::<Vec<_>>().concat();
    assert!(text(&format!("<html><body>{WORDS}{styles}")).contains("old bridge is to be closed"));
    let page = format!("<table><tr><td>{}</table>{WORDS}", "<table><tr><td>".repeat(400));
    assert!(text(&page).contains("old bridge is to be closed"));
}

#[test]
fn scripts_and_pictures_of_any_size_cost_nothing() {
    let page = format!(
        "<html><body><script>{}</script><img src=\"data:image/png;base64,{}\"><!-- {} -->{WORDS}{WORDS}",
        "if (a<b) {'</p>'} ".repeat(100_000),
        "A".repeat(2_000_000),
        "-".repeat(1_000_000),
    );
    let text = text(&page);
    assert!(text.contains("old bridge") && !text.contains("if (a"), "{text}");
}

#[test]
fn what_is_damaged_is_read_as_far_as_it_goes() {
    assert!(text(&format!("<html><body>{}", WORDS.replace("old", "o\0ld").repeat(3))).contains("old bridge"));
    assert!(
        text(&format!("<html><body>{WORDS}{WORDS}<a href=\"never closed {WORDS}")).contains("old bridge")
    );
    // In the middle of a character, and with bytes that are none.
    let mut bytes = format!("<html><head><meta charset=utf-8></head><body>{WORDS}{WORDS}ä„–ö").into_bytes();
    bytes.extend_from_slice(b"\xff\xfe\xc3");
    assert!(take_in(Some("page.html"), bytes, false).is_ok());
}

#[test]
fn a_page_without_an_article_says_so() {
    for page in [
        "<html></html>",
        "",
        "<html><body><script>fetch('/article')</script><div id=\"root\"></div>",
        "\0\0\0\0<html>",
    ] {
        let unfit = taken(page).map(|article| article.bytes).unwrap_err();
        assert!(matches!(unfit, Unfit::Page(PageError::NoArticle)), "{page}: {unfit:?}");
    }
    let archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n--x";
    assert!(matches!(taken(archive), Err(Unfit::Page(PageError::Archive))));
    let russian = b"<html><head><meta charset=windows-1251></head><p>\xcc\xee\xf1\xf2".to_vec();
    let unfit = take_in(Some("page.html"), russian, false).map(|article| article.bytes).unwrap_err();
    assert!(matches!(&unfit, Unfit::Page(PageError::Encoding(name)) if name == "windows-1251"), "{unfit:?}");
}

#[test]
fn what_a_page_says_of_itself_cannot_harm() {
    let page = format!(
        "<html lang='xx-nonsense-very-long'><head><title>A\u{1b}[31m # \"b\" \\ {}</title>\
         <link rel=canonical href='javascript:alert(1)'><meta name=author content='a\nb\u{7}'>\
         <meta property='og:site_name' content='&lt;script&gt;'></head><body>{WORDS}{WORDS}",
        "x".repeat(100_000)
    );
    let article = taken(&page).map_err(|unfit| format!("{unfit:?}")).unwrap();
    let value = |found: &Option<fundstelle::intake::Found>| found.as_ref().map(|found| found.value.clone());
    assert_eq!((value(&article.metadata.title), value(&article.metadata.address)), (None, None));
    assert_eq!(value(&article.metadata.author).as_deref(), Some("a b"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Pages of all kinds, cut, doubled and with something put in.
    #[test]
    fn a_page_that_was_damaged_is_an_article_or_a_message(
        page in any::<Index>(),
        cuts in prop::collection::vec((any::<Index>(), 0_usize..80), 0..4),
        put in prop::collection::vec((any::<Index>(), "<[a-z]{1,5}>|</[a-z]{1,5}>|<!--|\"|'|\\PC|\0|<script>|&#0;|<table>|# |---\n"), 0..6),
    ) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        pages.sort();
        let mut bytes = fs::read(page.get(&pages)).unwrap();
        for (at, length) in cuts {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + length).min(bytes.len()));
            if bytes.is_empty() {
                return Ok(());
            }
        }
        for (at, words) in put {
            let at = at.index(bytes.len());
            bytes.splice(at..at, words.bytes());
        }
        check(&bytes);
    }

    #[test]
    fn any_note_and_any_text_is_an_article_or_a_message(text in "[TMP](---\n|title: |author:\n|- |a|ä| |\n|\"|: |\\[|# |\u{ad}|>|\0){0,40}") {
        check(text.as_bytes());
    }
}
