//! Whatever people save, an article comes out of it that can be read, or a message.

use fundstelle::intake::{DossierFile, Form, suggested_file, take_in};
use fundstelle::load::{Grade, Memory, load};

/// Takes in a file. Its first byte says what it is called.
pub(crate) fn check(input: &[u8]) {
    let (name, bytes) = match input {
        [b'T', rest @ ..] => (Some("a.txt"), rest),
        [b'M', rest @ ..] => (Some("a.md"), rest),
        [b'P', rest @ ..] => (None, rest),
        _ => (Some("a.html"), input),
    };
    let Ok(article) = take_in(name, bytes.to_vec(), false) else { return };
    let text = std::str::from_utf8(&article.bytes);
    if article.form == Form::Page {
        let text = text.expect("what is made of a page is UTF-8");
        assert!(!text.contains(['\u{ad}', '\u{200b}']), "{text}");
        assert!(!article.loaded.dossier.article.text.contains("<script"), "{text}");
    }
    let toml = DossierFile::of(&article, None, None).toml();
    let lines: Vec<String> = article.leftovers.iter().map(|line| format!("{line:?}")).collect();
    let without =
        toml.replacen("\n# boilerplate = [\"\"]", &format!("\nboilerplate = [{}]", lines.join(", ")), 1);
    let without = if lines.iter().any(|line| line.contains("\\u{")) { toml.clone() } else { without };
    let suggested = suggested_file(&[], &article.captions).unwrap_or_default();
    for toml in [toml, without] {
        let files = Memory::default()
            .with(&article.name, article.bytes.clone())
            .with("suggested.toml", suggested.clone().into_bytes())
            .with("dossier.toml", toml.clone().into_bytes());
        match load(&files) {
            Ok(loaded) => {
                let wrong = loaded.problems.iter().find(|problem| {
                    // What is wrong with the words was so before.
                    problem.grade() == Grade::Error && problem.location.file.ends_with(".toml")
                });
                assert!(wrong.is_none(), "{wrong:?}\n{toml}");
            }
            // All lines may be leftovers.
            Err(refusal) => {
                assert!(
                    refusal.problems.iter().all(|problem| problem.rule.id() == "article-empty"),
                    "{refusal:?}\n{toml}"
                );
            }
        }
    }
}
