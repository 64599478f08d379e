//! Verbs by which somebody says, thinks, wants or fears something.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether this form of a German verb has beside it who says so.
pub(super) fn is_german(word: &str) -> bool {
    GERMAN.contains(word)
}

/// The same of an English one.
pub(super) fn is_english(word: &str) -> bool {
    ENGLISH.contains(word)
}

static GERMAN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let weak = GERMAN_STEMS.split_whitespace().flat_map(german_forms);
    weak.chain(GERMAN_FORMS.split_whitespace().map(str::to_owned)).collect()
});

static ENGLISH: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let regular = ENGLISH_REGULAR.split_whitespace().flat_map(|base| [third_person(base), past(base)]);
    let only_past = ENGLISH_PAST.split_whitespace().map(past);
    regular.chain(only_past).chain(ENGLISH_FORMS.split_whitespace().map(str::to_owned)).collect()
});

/// Weak verbs without their endings. Those that mean something else as often are left out.
const GERMAN_STEMS: &str = "annoncier appellier argumentier attestier äußer bedauer befürcht befürwort begrüß begründ \
     beharr behaupt beklag bekräftig bekund bemängel bemerk beschuldig bestätig beteuer beton beurteil bewert bezeichn \
     bezichtig beziffer bezweifel bilanzier charakterisier dementier diagnostizier empör enthüll entgegn entschuldig ergänz \
     erklär erläuter erwart erwider fabulier folger forder fürcht glaub hoff insistier kommentier konstatier konter \
     kritisier lob mahn meld monier mutmaß orakel plädier poch präzisier prognostizier prophezei protestier \
     rechtfertig relativier resümier rüg sag schätz schilder schimpf schlussfolger schwärm signalisier spekulier \
     spott suggerier thematisier tadel unterstell urteil verdächtig verkünd verlang verlautbar vermeld vermut versicher verteidig \
     verurteil warn wert würdig zitier zweifel beabsichtig";

/// Forms of other verbs, and those verbs with a particle that is joined to them in a subordinate clause.
const GERMAN_FORMS: &str = "meint meinte meinten bestreitet bestritt bestritten bestreiten verspricht versprach versprachen versprechen \
     widerspricht widersprach widersprachen widersprechen beschreibt beschrieb beschrieben beschreiben unterstreicht \
     unterstrich unterstrichen empfiehlt empfahl empfahlen empfehlen rät rieten verweist verwies verwiesen verweisen bekennt \
     erwägt erwägen erwog gesteht gestand befand \
     mitteilt mitteilte mitteilten mitgeteilt ankündigt ankündigte ankündigten angekündigt angibt angab angaben angegeben \
     einräumt einräumte einräumten eingeräumt zugibt zugab zugaben zugegeben hinweist hinwies hinwiesen hingewiesen \
     hinzufügt hinzufügte hinzufügten hinzugefügt zurückweist zurückwies zurückwiesen zurückgewiesen vorwirft vorwarf \
     vorwarfen vorgeworfen klarstellt klarstellte klarstellten klargestellt bekanntgab bekanntgaben bekanntgegeben \
     hervorhebt hervorhob hervorhoben hervorgehoben feststellt feststellte feststellten festgestellt festhielt \
     vorschlug vorschlugen vorgeschlagen vorschlägt ablehnt ablehnte ablehnten abgelehnt anmahnte angemahnt anprangert anprangerte \
     hervorgeht hervorging hervorgehen aussagte ausgesagt gesagt geschrieben gesprochen gewarnt gefordert gemeldet \
     geäußert geschätzt geschildert gehofft gelobt gerügt gemahnt geheißen vorwerfen mitteilen einräumen";

/// Verbs of saying whose third person is one too.
const ENGLISH_REGULAR: &str = "acknowledge advise advocate allege anticipate argue assert assure boast caution claim complain \
     concede conclude condemn confess confide contend criticise criticize declare decry demand denounce deny \
     deplore deride describe disclose dismiss dispute doubt emphasise emphasize envisage envision explain fear \
     hail hint hope imply indicate insist joke lambast lament maintain muse observe opine pledge praise predict proclaim \
     profess promise reaffirm reassure recall reckon recommend recount reiterate remember reveal \
     rue signal speculate stress suggest surmise suspect testify theorize threaten tout underline underscore urge vent vow warn \
     worry";

/// Those of which only the past is: the rest is a noun as often, or something else.
const ENGLISH_PAST: &str = "accuse add affirm agree announce answer appeal ask blame believe brand comment confirm challenge \
     characterise characterize charge defend counter detail dub elaborate expect express inform interject label mention \
     murmur note object plead portray propose question rebut recite refute reject reply report respond retort state \
     voice welcome whisper yell guess";

/// Forms of irregular verbs, and of others that are plain only as they stand here.
const ENGLISH_FORMS: &str = "admits admitted quips quipped brags bragged foresees foresaw foresee swears swore thinks thought writes wrote says \
     said told tells believes believe agrees agree disagrees disagreed expects expect insist argue think describe admit warn predict \
     suggest contend adds denies learnt arguing claiming insisting alleging asserting contending describing telling stating citing \
     believing predicting vowing urging denying accusing hoping fearing expecting suspecting confirming announcing \
     acknowledging suggesting insinuated intends intend unsure skeptical sceptical adamant unconvinced";

/// The forms of a weak verb, of one person and of several, now and then.
fn german_forms(stem: &str) -> [String; 4] {
    let joint =
        if stem.ends_with(['d', 't']) || stem.ends_with("chn") || stem.ends_with("gn") { "e" } else { "" };
    let infinitive = if stem.ends_with("er") || stem.ends_with("el") { "n" } else { "en" };
    [
        format!("{stem}{joint}t"),
        format!("{stem}{joint}te"),
        format!("{stem}{joint}ten"),
        format!("{stem}{infinitive}"),
    ]
}

/// Whether a word ends in a consonant and `y`.
fn ends_in_y(base: &str) -> bool {
    base.ends_with('y') && !["ay", "ey", "oy"].iter().any(|end| base.ends_with(end))
}

fn third_person(base: &str) -> String {
    match base {
        _ if base.ends_with('s') || base.ends_with("sh") || base.ends_with("ch") || base.ends_with('x') => {
            format!("{base}es")
        }
        _ if ends_in_y(base) => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match base {
        _ if base.ends_with('e') => format!("{base}d"),
        _ if ends_in_y(base) => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{base}ed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_their_forms() {
        for word in [
            "fordert",
            "forderten",
            "fordern",
            "verkündete",
            "bezeichnet",
            "bemängeln",
            "mitteilte",
            "schätzen",
        ] {
            assert!(is_german(word), "{word}");
        }
        for word in ["vowed", "denies", "testified", "stresses", "argues", "urged", "admitted", "replied"] {
            assert!(is_english(word), "{word}");
        }
        for word in ["Stadt", "baut", "sollen", ""] {
            assert!(!is_german(word), "{word}");
        }
        for word in ["states", "estimates", "builds", "reports", "notes", ""] {
            assert!(!is_english(word), "{word}");
        }
    }
}
