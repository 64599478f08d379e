//! Pages with several articles, titles that are not where they should be, and what pages have within their words.

#![cfg(feature = "html")]

use fundstelle::intake::{Article, Articles, Taken, take_in};

const PARAGRAPHS: [&str; 3] = [
    "The council of Valley Falls decided on Monday evening that the old bridge over the Lauer will be closed to all traffic at the \
     beginning of May. According to the city, the frame of 1961 is no longer safe, and a repair would cost more than a new bridge.",
    "The detour over the north bridge is 4.5 miles long. A count of last autumn says that about 6,200 cars and 90 buses use the old \
     bridge each day, and several hundred people on bicycles and on foot, most of them on their way to school or to work.",
    "The shops in the lower town fear for their customers. Already during the works of three years ago they lost a quarter of their \
     sales, says Ada Sample, who runs a bookshop at the foot of the bridge and speaks for the other shops.",
];

const OTHERS: [&str; 3] = [
    "The ferry across the lake sank on Friday night while nobody was on board. The company that runs it had it checked in spring, and \
     says that all was well then; the water police now looks for the cause, and wants to have the boat raised within a week.",
    "Until then a smaller boat takes people across, twelve at a time and without bicycles. It leaves at each full hour from six in the \
     morning until eight in the evening, and costs as much as the ferry did, as a spokesman of the company said on Saturday.",
    "A new ferry had been ordered in any case. It is built in a yard in the north, has room for ninety people and forty bicycles, and \
     should have come in two years; whether that can be sooner the yard does not want to promise, since steel is hard to get.",
];

fn text(paragraphs: &[&str]) -> String {
    paragraphs.iter().map(|words| ["<p>", words, "</p>"].concat()).collect()
}

fn page(head: &str, body: &str) -> Article {
    let html = format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    );
    match take_in(Some("page.html"), html.into_bytes(), false) {
        Ok(article) => article,
        Err(unfit) => panic!("{unfit:?}"),
    }
}

fn markdown(article: &Article) -> String {
    String::from_utf8(article.bytes.clone()).unwrap_or_default()
}

fn has(article: &Article, paragraph: &str) -> bool {
    markdown(article).contains(paragraph)
}

#[test]
fn of_several_articles_that_is_taken_which_has_the_title() {
    let one = format!("<article><h1>Old bridge to close</h1>{}</article>", text(&PARAGRAPHS));
    let other = format!("<article><h2>Ferry sank</h2>{}</article>", text(&OTHERS));
    for body in [format!("<main>{one}{other}</main>"), format!("<main>{other}{one}</main>")] {
        let article = page("<title>Old bridge to close</title>", &body);
        assert!(PARAGRAPHS.iter().all(|words| has(&article, words)), "{}", markdown(&article));
        assert!(!OTHERS.iter().any(|words| has(&article, words)), "{}", markdown(&article));
        assert_eq!(article.changes.articles, Some(Articles { count: 2, taken: Taken::Titled }));
    }
}

#[test]
fn where_none_has_the_title_it_is_said_which_are_there() {
    // That one has a heading of a higher level than the others does not make it the page's.
    for levels in [["h2", "h2"], ["h1", "h2"], ["h2", "h1"]] {
        let posts: String = [PARAGRAPHS, OTHERS]
            .iter()
            .zip(levels)
            .map(|(words, level)| format!("<article><{level}>An entry</{level}>{}</article>", text(words)))
            .collect::<Vec<_>>()
            .concat();
        let body = format!("<main><h1>All of today</h1><div>{posts}</div></main>");
        let article = page("<title>All of today</title>", &body);
        let mut all = PARAGRAPHS.iter().chain(&OTHERS);
        assert!(all.all(|words| has(&article, words)), "{levels:?}: {}", markdown(&article));
        let articles = Some(Articles { count: 2, taken: Taken::Several(2) });
        assert_eq!(article.changes.articles, articles, "{levels:?}");
    }
}

/// Themes say in the class of an article that it may be commented on.
#[test]
fn the_article_with_the_title_is_no_comment_whatever_it_is_called() {
    let others = format!(
        "<article><h1>Ferry sank</h1>{0}</article><article><h2>Boat raised</h2>{0}</article>",
        text(&OTHERS)
    );
    for called in ["class='post comments-open'", "class=comment", "id=comments-are-closed", "id=comment-7"] {
        let own = format!("<article {called}><h1>Old bridge to close</h1>{}</article>", text(&PARAGRAPHS));
        let article = page("<title>Old bridge to close</title>", &format!("<main>{own}{others}</main>"));
        assert!(PARAGRAPHS.iter().all(|words| has(&article, words)), "{called}: {}", markdown(&article));
        assert!(!OTHERS.iter().any(|words| has(&article, words)), "{called}: {}", markdown(&article));
        let articles = Some(Articles { count: 3, taken: Taken::Titled });
        assert_eq!(article.changes.articles, articles, "{called}");
    }
    // Without the title, only whole words make a comment.
    for (called, count) in
        [("class='post comments-open'", 3), ("class='comment even'", 2), ("id=comment-7", 2)]
    {
        let posts = format!("<article {called}><h2>An entry</h2>{}</article>{others}", text(&PARAGRAPHS));
        let article = page("<title>All of today</title>", &format!("<main><div>{posts}</div></main>"));
        let articles =
            article.changes.articles.map(|articles| (articles.count, articles.taken == Taken::Titled));
        assert_eq!(articles, Some((count, false)), "{called}");
    }
}

/// The lead is short, and the story stands in an article without a heading: that one of them may be missing has to be said.
#[test]
fn a_lead_in_an_article_of_its_own_is_spoken_of() {
    let lead = "<article><h1>Old bridge to close</h1><p>The mayor denied that he took 5 million euros.</p></article>";
    let body = format!("<main>{lead}<article>{}</article></main>", text(&PARAGRAPHS));
    let article = page("<title>Old bridge to close</title>", &body);
    assert!(PARAGRAPHS.iter().all(|words| has(&article, words)), "{}", markdown(&article));
    let articles = article.changes.articles.map(|articles| (articles.count, articles.taken == Taken::Titled));
    assert_eq!(articles, Some((2, false)));
}

/// Teasers are no articles, and what stands within one is a part of it.
#[test]
fn one_article_is_nothing_to_speak_of() {
    let teasers = "<article><h2>Ferry sank</h2><p>The ferry sank on Friday night; nobody was on board of it then.</p></article>";
    let body = format!(
        "<article><h1>Old bridge to close</h1>{}<article>{}</article></article>{teasers}",
        text(&PARAGRAPHS[..1]),
        text(&PARAGRAPHS[1..])
    );
    let article = page("<title>Old bridge to close</title>", &body);
    assert_eq!(article.changes.articles, None);
    assert!(PARAGRAPHS.iter().all(|words| has(&article, words)), "{}", markdown(&article));
}

#[test]
fn a_slogan_or_the_sites_name_is_no_title() {
    let title = "Old bridge over the Lauer to close in May";
    let head = format!(
        "<title>{title} | Valley Courier</title><meta property=og:title content='{title}'><meta property=og:site_name content='The Courier.example \
         News'>"
    );
    for heading in ["The first daily paper of the valley", "Log In", "...", "Courier.example"] {
        let body =
            format!("<header><h1>{heading}</h1></header><main><h2>{title}</h2>{}</main>", text(&PARAGRAPHS));
        let article = page(&head, &body);
        assert_eq!(article.loaded.dossier.article.title(), Some(title), "{heading}");
    }
    // What a page shows as its title may have other words than what it tells machines.
    let body = format!("<main><article><h1>Good bye, old one</h1>{}</article></main>", text(&PARAGRAPHS));
    let article = page(&head, &body);
    assert_eq!(article.loaded.dossier.article.title(), Some("Good bye, old one"));
}

/// What a page marks as its article is that, whatever the class is called.
#[test]
fn what_the_page_marks_as_its_article_is_taken_where_much_less_is_found() {
    let (small, large) = (text(&PARAGRAPHS), text(&OTHERS).repeat(2));
    let body = format!("<div class=content>{small}</div><div itemprop=articleBody class=extra>{large}</div>");
    let article = page("<title>Ferry sank</title>", &body);
    assert!(OTHERS.iter().all(|words| has(&article, words)), "{}", markdown(&article));
    assert!(!PARAGRAPHS.iter().any(|words| has(&article, words)), "{}", markdown(&article));
}

#[test]
fn words_that_stand_for_others_are_not_read_twice() {
    let ruby = "<p>橋は<ruby>五月<rp>(</rp><rt>ごがつ</rt><rp>)</rp></ruby>に閉まる。</p>";
    let article = page(
        "<title>Old bridge to close</title>",
        &format!("<article><h1>Old bridge to close</h1>{}{ruby}</article>", text(&PARAGRAPHS)),
    );
    assert!(has(&article, "橋は五月に閉まる。"), "{}", markdown(&article));
}

/// The words of a picture that nobody sees are none of the article's; struck ones are, with their marks.
#[test]
fn pictures_have_no_words_and_struck_words_their_marks() {
    let beside = "<p>It cost <s>300</s> 400 euros. <img src=x alt='A bridge of Harald Pattern'></p><figure><img src=y alt='Nobody sees \
                  it'><figcaption>The bridge in winter.</figcaption></figure><pre><code>x = 1\ny = 2</code></pre>";
    let article = page(
        "<title>Old bridge to close</title>",
        &format!(
            "<article><h1>Old bridge to close</h1>{}{beside}{}</article>",
            text(&PARAGRAPHS[..2]),
            text(&PARAGRAPHS[2..])
        ),
    );
    let markdown = markdown(&article);
    assert!(!markdown.contains("Harald Pattern") && !markdown.contains("Nobody sees"), "{markdown}");
    assert!(markdown.contains("It cost ~~300~~ 400 euros."), "{markdown}");
    assert!(markdown.contains("x = 1\ny = 2"), "{markdown}");
    assert_eq!(article.captions, [Box::from("The bridge in winter.")]);
}
