//! What a page says of itself, and what stands in it and says something else.

use fundstelle::intake::{Article, Found, take_in};

const WORDS: &str = "<p>The council said on Monday that the old bridge would close in May because the pillars had cracked during \
                     the winter, and that nobody knew when it would be opened again for the cars of the town.</p>";

fn page(head: &str, body: &str) -> Article {
    let words = WORDS.repeat(4);
    let html = format!(
        "<!doctype html><html lang=en><head>{head}</head><body><article>{body}{words}</article></body></html>"
    );
    match take_in(Some("page.html"), html.into_bytes(), false) {
        Ok(article) => article,
        Err(unfit) => panic!("{unfit:?}"),
    }
}

fn value(found: Option<&Found>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

fn markdown(article: &Article) -> String {
    String::from_utf8_lossy(&article.bytes).into_owned()
}

#[test]
fn what_is_said_of_another_article_is_not_taken() {
    let other = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Another story altogether\",\
                 \"datePublished\":\"2020-01-01\",\"author\":{\"name\":\"Otto Other\"},\"publisher\":{\"name\":\"Elsewhere\"},\
                 \"url\":\"https://elsewhere.example/x\"}</script>";
    let head = format!(
        "<title>Bridge closes in May</title><meta property='og:title' content='Bridge closes in May'>\
         <meta property='article:published_time' content='2026-03-02'>{other}"
    );
    for head in [head.as_str(), &format!("<title>Bridge closes in May</title>{other}")] {
        let article = page(head, "<h1>Bridge closes in May</h1>");
        let metadata = &article.metadata;
        assert_eq!(value(metadata.title.as_ref()), Some("Bridge closes in May"));
        assert_eq!(
            value(metadata.published.as_ref()),
            head.contains("published_time").then_some("2026-03-02")
        );
        assert_eq!((&metadata.author, &metadata.outlet, &metadata.address), (&None, &None, &None));
    }
}

#[test]
fn the_heading_of_a_page_is_its_title_whatever_its_template_says() {
    let head = "<title>Valley tests 2018</title><meta property='og:title' content='valley-test-autumn-18'>";
    let article = page(head, "<h1>18 seats compared: four models fail</h1>");
    assert_eq!(value(article.metadata.title.as_ref()), Some("18 seats compared: four models fail"));
    // That of a section is none.
    let article = page("<title>Bridge closes in May</title>", "<h1>News</h1>");
    assert_eq!(value(article.metadata.title.as_ref()), Some("Bridge closes in May"));
}

#[test]
fn only_a_day_beside_the_heading_or_marked_as_such_is_when_it_came_out() {
    for (body, published) in [
        (
            "<h1>Bridge closes</h1><p>The war of <time datetime=1914-07-28>28 July 1914</time> was long ago.</p>",
            None,
        ),
        ("<h1>Bridge closes</h1><p>Updated <time datetime=2024-05-06>6 May 2024</time></p>", None),
        ("<h1>Bridge closes</h1><div>Last updated: <time datetime=2024-05-06>6 May 2024</time></div>", None),
        (
            "<h1>Bridge closes</h1><p class=updated><time itemprop=dateModified datetime=2024-05-06>6 May</time></p>",
            None,
        ),
        ("<h1>Bridge closes</h1><aside class=related><time datetime=2018-01-01>1 Jan</time></aside>", None),
        ("<h1>Bridge closes</h1><div class=comment>Bob, <time datetime=2018-01-01>1 Jan</time></div>", None),
        (
            "<h1>Bridge closes</h1><p class=byline>By Ann, <time datetime=2026-03-02>2 March</time></p>",
            Some("2026-03-02"),
        ),
        (
            "<h1>Bridge closes</h1><div><time datetime=2026-03-02>2 March</time>, updated <time datetime=2026-03-04>4 March</time></div>",
            Some("2026-03-02"),
        ),
        (
            "<header><time datetime=2026-03-02>2 March</time><h1>Bridge closes</h1></header>",
            Some("2026-03-02"),
        ),
        (
            "<h1>Bridge closes</h1><time class='entry-date published updated' datetime=2026-03-02>2 March</time>",
            Some("2026-03-02"),
        ),
        ("<h1>Bridge closes</h1><meta itemprop=datePublished content=2026-03-02>", Some("2026-03-02")),
    ] {
        let article = page("<title>Bridge closes</title>", body);
        assert_eq!(value(article.metadata.published.as_ref()), published, "{body}");
    }
    let long = format!("<h1>Bridge closes</h1>{WORDS}<div><time datetime=2018-01-01>1 Jan</time></div>");
    assert_eq!(page("<title>Bridge closes</title>", &long).metadata.published, None);
}

#[test]
fn what_programs_write_where_they_have_nothing_is_nothing() {
    let head = "<title>Bridge</title><meta property='article:published_time' content='0001-01-01T00:00:00Z'>\
                <meta name=author content=undefined><meta property='og:site_name' content=null>\
                <meta name='dcterms.created' content='1999-01-01'>";
    let metadata = page(head, "<h1>Bridge</h1>").metadata;
    assert_eq!((metadata.published, metadata.author, metadata.outlet), (None, None, None));
}

#[test]
fn raised_figures_quotation_marks_and_struck_words_stay() {
    let article = page(
        "<title>Signs</title>",
        "<h1>Signs</h1><p>About 10<sup>-6</sup> of it, 2<sup>n</sup> people, 10<sup>1.5</sup> cells, 5<sup>th</sup>, \
         <q>The bridge is <q>safe</q> again</q>, he wrote, and <s>500</s> <del> 600 </del> 400 came; \
         ‘<q>so be it</q>’, “<q>yes</q>”.</p><blockquote><p>We will win.</p><footer>— Ann Roe</footer></blockquote>",
    );
    let text = markdown(&article);
    for words in [
        "10⁻⁶ of it, 2ⁿ people",
        "1.5 cells, 5th,",
        "“The bridge is ‘safe’ again”, he wrote",
        "and ~~500~~ ~~600~~ 400 came",
        "“yes”.",
        "> — Ann Roe",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(article.loaded.dossier.article.text.contains("10^1.5"), "{text}");
}

#[test]
fn cells_do_not_run_into_each_other() {
    let article = page(
        "<title>Cells</title>",
        "<h1>Cells</h1><table><tr><td>Talheim</td><td>3,500</td></tr><tr><td colspan=2>Rest of it</td></tr></table>",
    );
    let text = &article.loaded.dossier.article.text;
    assert!(text.contains("Talheim") && !text.contains("Talheim3,500"), "{text}");
}
