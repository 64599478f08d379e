//! Names in the article, and which of them are presumably one actor's.

use foldhash::{HashMap, HashMapExt as _};

use super::{NameGroup, Reason, Suggestion, What, known};
use crate::dossier::Dossier;
use crate::text::invisible::without_invisible;

/// What the shown blocks of the article name: the groups in the order in which they are offered, and their places in the order of
/// the article, none of which overlap.
pub(crate) fn names(dossier: &Dossier) -> (Vec<NameGroup>, Vec<Suggestion>) {
    let article = &dossier.article;
    let actors = &dossier.suggested.known;
    let mut groups: Vec<NameGroup> = Vec::new();
    let mut found: Vec<Suggestion> = Vec::new();
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for (actor, range) in known::find(article, actors) {
        let own = &actors[actor];
        let number = *numbers.entry(actor).or_insert_with(|| {
            let known = Some(own.clone());
            groups.push(NameGroup { forms: Vec::new(), kind: None, known, reason: Reason::Known });
            groups.len() - 1
        });
        let form = without_invisible(&article.text[range.clone()]);
        let forms = &mut groups[number].forms;
        if !forms.iter().any(|known| *known == form) {
            forms.push(form.into_owned());
        }
        found.push(Suggestion { range, what: What::Name(number), reason: Reason::Known });
    }
    (groups, found)
}
