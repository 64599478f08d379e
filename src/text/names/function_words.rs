//! Words that are no names even with the capital of a sentence's beginning.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::cues::CueLanguage;

/// Articles, pronouns, prepositions, conjunctions, auxiliaries and the commonest adverbs.
const GERMAN: &str = "der die das dem den des ein eine einen einem einer eines und oder aber doch denn sondern als wie wenn weil dass ob \
    obwohl während bevor nachdem seit seitdem seither bis in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur über unter \
    durch für gegen ohne um laut trotz wegen neben zwischen hinter innerhalb außerhalb ich du er sie es wir ihr man sich mich mir dich dir \
    ihn ihm uns euch ihnen mein meine dein seine sein seiner seinen ihre ihren ihrer ihrem unser unsere euer kein keine keiner keinen \
    dieser diese dieses diesen diesem jener jene jenes jede jeder jedes jeden alle allen aller alles viele vielen einige mehrere manche \
    beide beiden auch noch nur schon so sehr nicht nichts hier dort da dann nun jetzt heute gestern morgen damit dafür dabei dazu daher \
    daran darauf darin darüber davon dagegen deshalb dennoch trotzdem allerdings jedoch zudem außerdem zwar sogar bereits bisher erst \
    inzwischen mittlerweile künftig zunächst zuletzt zugleich später wer was wo wann warum wieso welche welcher welches wessen ist sind \
    war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten soll sollen sollte will wollen wollte muss \
    müssen musste darf dürfen mag möchte hätte hätten wäre wären würde würden könnte könnten sollten müsste dürfte eigentlich einzelne neue weitere etwa rund fast mehr weniger ganz gar je ja nein";

const ENGLISH: &str = "the a an and or but nor so yet if when while because although though unless as than that this these those there here \
    it its he his him she her they them their we us our you your i my me who whom whose what which where why how in on at by for from to \
    of with without about against between among into onto over under above below after before since until till during through across \
    along around behind beyond despite except inside outside near off out up down upon via within not no only also even still just then \
    now today yesterday tomorrow again already always never often is are was were be been being am has have had do does did will would \
    can could may might must shall should some any many much most several all both each every other another such more less few one two \
    however meanwhile moreover instead thus therefore perhaps once yes according like neither either";

static GERMAN_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| GERMAN.split_whitespace().collect());
static ENGLISH_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH.split_whitespace().collect());

/// Whether a word, written small, is one in one of these languages.
pub(crate) fn is_function_word(word: &str, languages: &[CueLanguage]) -> bool {
    languages.iter().any(|language| match language {
        CueLanguage::German => GERMAN_WORDS.contains(word),
        CueLanguage::English => ENGLISH_WORDS.contains(word),
    })
}
