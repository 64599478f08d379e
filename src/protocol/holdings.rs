//! What a dossier holds, with what its things are called in the interface's languages, so that the next reading can say what
//! is new.

use std::sync::Arc;

use crate::dossier::Dossier;
use crate::dossier::news::{Names, Snapshot};
use crate::i18n::language::Language;
use crate::protocol::context::Context;
use crate::protocol::{names, slide};

/// What a dossier holds now.
pub fn snapshot(dossier: &Arc<Dossier>) -> Snapshot {
    let contexts = [Language::De, Language::En].map(|language| Context::new(Arc::clone(dossier), language));
    let in_each = |say: &dyn Fn(&Context) -> String| {
        Names::new(contexts.iter().map(|context| (context.language.tag(), say(context))))
    };
    let stop = |number: usize| {
        in_each(&|context| {
            let stop = context.dossier.stops.get(number);
            stop.map(|stop| slide::title(context, stop)).unwrap_or_default()
        })
    };
    Snapshot::of(dossier, |item| in_each(&|context| names::name(context, item)), stop)
}
