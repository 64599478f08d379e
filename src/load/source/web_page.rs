//! Whether a file is a web page as a browser saves it, whatever its name says.

/// How far one looks for what it begins with.
const BEGINNING: usize = 2048;

/// What a page was saved as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WebPage {
    /// As HTML.
    Html,
    /// As one file with all that belongs to it (MHTML).
    Archive,
}

/// What a text is by its beginning; none that is no web page. A piece of HTML within Markdown is none.
pub(crate) fn web_page(text: &str) -> Option<WebPage> {
    let text = text.trim_start();
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= BEGINNING).unwrap_or(text.len());
    let beginning = text[..end].to_ascii_lowercase().replace("\r\n", "\n");
    let head = beginning.split("\n\n").next().unwrap_or_default();
    let is_archive =
        head.lines().any(|line| line.starts_with("mime-version:")) && head.contains("multipart/related");
    if is_archive {
        return Some(WebPage::Archive);
    }
    let rest = without_preamble(&beginning);
    let begins = |element: &str| {
        let after = rest.strip_prefix(element);
        after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_whitespace() || c == '>'))
    };
    (begins("<!doctype html") || begins("<html") || begins("<head")).then_some(WebPage::Html)
}

/// What follows comments and the declaration of XML.
fn without_preamble(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        let end = [("<!--", "-->"), ("<?xml", "?>")].into_iter().find_map(|(begin, end)| {
            let inner = text.strip_prefix(begin)?;
            inner.find(end).map(|at| begin.len() + at + end.len())
        });
        let Some(end) = end else { return text };
        text = &text[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_their_beginning() {
        for page in [
            "<!DOCTYPE html>\n<html lang=\"en\"><head>",
            "\n <HTML>\n<body>",
            "<!-- saved from url=(0014)about:internet -->\n<html>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">",
            "<head><title>x</title>",
        ] {
            assert_eq!(web_page(page), Some(WebPage::Html), "{page}");
        }
        let archive = "From: <Saved by Blink>\r\nSubject: Old bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n--";
        assert_eq!(web_page(archive), Some(WebPage::Archive));
        for other in [
            "# Title\n\n<html> is how a page begins.",
            "<header>A</header>",
            "<div>a</div>",
            "",
            "<!-- ",
            "Words\n",
        ] {
            assert_eq!(web_page(other), None, "{other}");
        }
    }
}
