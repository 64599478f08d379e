//! `fundstelle export`: a dossier as a document, to be handed out, or its figures as CSV.

use std::process::ExitCode;

use super::args::{ExportArgs, ExportFormat, ExportPart, language};
use super::io::{at, exit_code_after_write, print, print_error};
use super::{WRONG_USAGE, open, refuse};
use crate::dossier::Ref;
use crate::export::{self, Choice, Options, PartOfDossier};
use crate::i18n::language::Language;
use crate::load::{Loaded, nearest};
use crate::runtime::write_atomically;

pub(super) fn run(asked: &ExportArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let wrong = wrong(asked);
    if !wrong.is_empty() {
        print_error(&format!("fundstelle: {wrong}"));
        return ExitCode::from(WRONG_USAGE);
    }
    let loaded = match open(&asked.dossier) {
        Ok(loaded) => loaded,
        Err(refusal) => return refuse(&refusal, environment),
    };
    let language = language(asked.lang, environment);
    let written = match written(asked, &loaded, language) {
        Ok(written) => written,
        Err(message) => {
            print_error(&format!("fundstelle: {message}"));
            return ExitCode::from(WRONG_USAGE);
        }
    };
    let outcome = match &asked.output {
        Some(path) => write_atomically(path, written.as_bytes()).map_err(|error| at(path, &error)),
        None => print(&written),
    };
    // CSV has no place to say it, and what is incomplete has to be called so.
    let left_out: usize = loaded.dossier.series.iter().map(|series| series.left_out).sum();
    if asked.format == ExportFormat::Csv && left_out > 0 {
        print_error(&format!(
            "fundstelle: rows left out because of errors: {left_out}; run fundstelle check for where they are"
        ));
    }
    exit_code_after_write("the document", outcome, ExitCode::SUCCESS)
}

/// What does not go together; nothing where all does.
fn wrong(asked: &ExportArgs) -> &'static str {
    let has_part = !asked.only.is_empty() || asked.about.is_some() || !asked.assessment.is_empty();
    if asked.format == ExportFormat::Csv {
        return match asked.only[..] {
            _ if asked.brief => "--brief is words and pictures, csv is figures: leave out one of them",
            _ if asked.about.is_some() || !asked.assessment.is_empty() => {
                "csv holds all figures: leave out --about and --assessment"
            }
            [] => "csv holds figures and nothing else: add --only series",
            [ExportPart::Series] if asked.with_notes => {
                "csv has no notes for the speaker: leave out --with-notes"
            }
            [ExportPart::Series] => "",
            _ => "csv holds figures and nothing else: --only series alone goes with it",
        };
    }
    if asked.format == ExportFormat::CslJson {
        if asked.brief {
            return "--brief is words and pictures, csl-json is sources: leave out one of them";
        }
        if asked.with_notes {
            return "csl-json has no notes for the speaker: leave out --with-notes";
        }
    }
    match &asked.only[..] {
        _ if has_part && asked.with_notes => {
            "the notes for the speaker belong to the tour, which is in no part: leave out --with-notes"
        }
        [ExportPart::Claims] => "",
        _ if !asked.assessment.is_empty() => {
            "--assessment chooses among the claims and goes with them alone: write --only claims"
        }
        _ => "",
    }
}

/// The document, or why there is none.
fn written(asked: &ExportArgs, loaded: &Loaded, language: Language) -> Result<String, String> {
    let options = Options { language, with_notes: asked.with_notes };
    let is_part = !asked.only.is_empty() || asked.about.is_some();
    if is_part && !matches!(asked.format, ExportFormat::Csv | ExportFormat::CslJson) {
        let part = part(asked, loaded, language)?;
        return Ok(match asked.format {
            ExportFormat::Html => part.html(),
            ExportFormat::Text => part.text(),
            ExportFormat::Markdown | ExportFormat::Csv | ExportFormat::CslJson => part.markdown(),
        });
    }
    Ok(match (asked.format, asked.brief) {
        (ExportFormat::Html, false) => export::html(loaded, options),
        (ExportFormat::Html, true) => export::brief_html(loaded, language),
        (ExportFormat::Text, false) => export::text(loaded, options),
        (ExportFormat::Text, true) => export::brief_text(loaded, language),
        (ExportFormat::Markdown, false) => export::markdown(loaded, options),
        (ExportFormat::Markdown, true) => export::brief_markdown(loaded, language),
        (ExportFormat::Csv, _) => export::series_csv(loaded, language),
        (ExportFormat::CslJson, _) => {
            let choice = is_part.then(|| choice(asked, loaded)).transpose()?;
            let nothing = "this part of the dossier cites no sources: ask for another";
            export::csl_json(loaded, language, choice.as_ref()).ok_or(nothing)?
        }
    })
}

/// The part of the dossier that is asked for.
fn part(asked: &ExportArgs, loaded: &Loaded, language: Language) -> Result<PartOfDossier, String> {
    let choice = choice(asked, loaded)?;
    let nothing = "nothing in the dossier is in this part: ask for another kind, assessment or thing";
    export::part(loaded, language, &choice).ok_or_else(|| nothing.to_owned())
}

/// Which part is asked for.
fn choice(asked: &ExportArgs, loaded: &Loaded) -> Result<Choice, String> {
    let about = asked.about.as_deref().map(|name| thing(loaded, name)).transpose()?;
    Ok(Choice {
        kinds: asked.only.iter().map(|part| part.kind()).collect(),
        assessments: asked.assessment.iter().map(|name| name.assessment()).collect(),
        about,
    })
}

/// The thing that is called like this in files.
fn thing(loaded: &Loaded, name: &str) -> Result<Ref, String> {
    let item: Ref = name.parse().map_err(|_| {
        format!("--about {name}: write the kind and the id of a thing, as in actor:bytedance")
    })?;
    let dossier = &loaded.dossier;
    if dossier.contains(&item) {
        return Ok(item);
    }
    let names: Vec<String> = dossier.all_of(item.kind).map(|other| other.to_string()).collect();
    let meant = nearest(name, names.iter().map(String::as_str));
    let meant = meant.map_or_else(String::new, |meant| format!("; did you mean {meant}?"));
    Err(format!("--about {name}: there is no such thing in the dossier{meant}"))
}
