//! Changes of real files, and what keeps us from them.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::dossier::{Decision, SuggestionKind};
#[cfg(unix)]
use crate::edit::SystemError;
use crate::edit::{Hindrance, NewTable, Step, TableKind, Value};

const HEAD: &str = "format = 1\nid = \"valley\"\ntitle = \"Valley\"\n\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n";
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May, the mayor said.\n";
const SOURCES: &str =
    "[[source]]\nid = \"minutes\"\ntype = \"document\"\noutlet = \"Council\"\ntitle = \"Minutes\"\n";
const CLAIMS: &str = "# what is asserted\n[[claim]]\nid = \"may\"\nassessment = \"open\"\nanchors = [\"in May\"]\nsources = [\"minutes\"]\n";

/// A dossier on the disk.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (name, text) in [
            ("dossier.toml", HEAD),
            ("article.txt", ARTICLE),
            ("sources.toml", SOURCES),
            ("claims.toml", CLAIMS),
        ] {
            fs::write(desk.file(name), text).unwrap();
        }
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// All that lies there, by name.
    fn all(&self) -> Vec<(String, Vec<u8>)> {
        let mut all: Vec<_> = fs::read_dir(self.path())
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                let bytes = fs::read(&path).unwrap_or_default();
                (path.file_name().unwrap().to_string_lossy().into_owned(), bytes)
            })
            .collect();
        all.sort();
        all
    }

    /// Writes a claim and must be kept from it by this; nothing is another then.
    fn refused(&self, why: &Refused) {
        let before = self.all();
        assert_eq!(write(self.path(), &claim(), false).unwrap_err(), *why);
        assert_eq!(self.all(), before);
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A claim, which goes into `claims.toml`.
fn claim() -> Change {
    let keys = [
        ("id", text("close")),
        ("assessment", text("open")),
        ("anchors", Value::List(vec![text("will close the old bridge")])),
    ];
    change(vec![table(TableKind::Claim, &keys)])
}

/// A source and a claim that rests on it: two files.
fn sourced_claim() -> Change {
    let source = [
        ("id", text("letter")),
        ("type", text("document")),
        ("outlet", text("Town hall")),
        ("title", text("The mayor's letter")),
    ];
    let keys = [
        ("id", text("close")),
        ("assessment", text("open")),
        ("anchors", Value::List(vec![text("will close the old bridge")])),
        ("sources", Value::List(vec![text("letter")])),
    ];
    change(vec![table(TableKind::Source, &source), table(TableKind::Claim, &keys)])
}

fn table(kind: TableKind, keys: &[(&str, Value)]) -> Step {
    let keys = keys.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    Step::Table(NewTable { kind, keys })
}

fn change(steps: Vec<Step>) -> Change {
    Change { steps, ..Change::default() }
}

fn not_ours(file: &str, why: Hindrance) -> Refused {
    Refused::NotOurs { file: file.to_owned(), why }
}

#[test]
fn a_change_is_written_and_taken_back_to_the_byte() {
    let desk = Desk::new();
    let before = desk.all();
    let plan = write(desk.path(), &sourced_claim(), false).unwrap();
    assert_eq!(plan.order, ["sources.toml", "claims.toml"], "what is referred to first");
    let written = desk.all();
    assert!(desk.read("claims.toml").starts_with(CLAIMS) && desk.read("claims.toml").contains("\"close\""));
    assert!(desk.read("sources.toml").starts_with(SOURCES));
    assert_eq!(desk.read("dossier.toml"), HEAD);
    for (name, change) in &plan.files {
        assert_eq!(change.after, fs::read(desk.file(name)).ok(), "{name}");
    }
    let undone = revert(desk.path(), &plan.undo, false).unwrap();
    assert_eq!(desk.all(), before);
    revert(desk.path(), &undone.undo, false).unwrap();
    assert_eq!(desk.all(), written, "and again");
}

#[test]
fn the_dossier_is_found_by_its_head_and_by_its_article_too() {
    for name in ["dossier.toml", "article.txt"] {
        let desk = Desk::new();
        write(&desk.file(name), &claim(), false).unwrap();
        assert!(desk.read("claims.toml").contains("\"close\""), "{name}");
    }
}

#[test]
fn an_article_alone_has_no_file_to_write_into() {
    let desk = Desk::new();
    fs::remove_file(desk.file("dossier.toml")).unwrap();
    for path in [desk.path().to_owned(), desk.file("article.txt")] {
        assert_eq!(write(&path, &claim(), false).unwrap_err(), Refused::NoDossier);
    }
    // The dossier beside it is of another article.
    fs::write(desk.file("dossier.toml"), HEAD.replace("article.txt", "other.txt")).unwrap();
    fs::write(desk.file("other.txt"), ARTICLE).unwrap();
    let before = desk.all();
    assert_eq!(write(&desk.file("article.txt"), &claim(), false).unwrap_err(), Refused::NoDossier);
    assert_eq!(desk.all(), before);
}

#[test]
fn an_editor_that_has_the_file_is_asked_about() {
    let desk = Desk::new();
    // Another file of the dossier is of no concern.
    fs::write(desk.file(".events.toml.swp"), "").unwrap();
    fs::write(desk.file(".sources.toml.swp"), "").unwrap();
    let open =
        |file: &str, lock: &str| Refused::OpenElsewhere { file: file.to_owned(), lock: lock.to_owned() };
    let before = desk.all();
    let why = write(desk.path(), &sourced_claim(), false).unwrap_err();
    assert_eq!(why, open("sources.toml", ".sources.toml.swp"));
    assert_eq!(desk.all(), before, "not the other file either");
    let plan = write(desk.path(), &claim(), false).unwrap();
    fs::write(desk.file(".claims.toml.swp"), "").unwrap();
    assert_eq!(revert(desk.path(), &plan.undo, false).unwrap_err(), open("claims.toml", ".claims.toml.swp"));
    revert(desk.path(), &plan.undo, true).unwrap();
    assert_eq!(desk.read("claims.toml"), CLAIMS);
    write(desk.path(), &sourced_claim(), true).unwrap();
}

#[test]
fn a_file_that_is_marked_read_only_stays() {
    let desk = Desk::new();
    let mut permissions = fs::metadata(desk.file("claims.toml")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.file("claims.toml"), permissions).unwrap();
    desk.refused(&not_ours("claims.toml", Hindrance::ReadOnly));
    // The file that would have been written before it is not written either.
    let before = desk.all();
    assert!(write(desk.path(), &sourced_claim(), true).is_err());
    assert_eq!(desk.all(), before);
}

/// Whoever writes between reading and the rename is not overwritten: the change is planned on what stands there then.
#[test]
fn what_is_written_meanwhile_is_not_lost() {
    let desk = Desk::new();
    let folder = folder_at(desk.path()).unwrap();
    let stale = edit::plan(&folder, &sourced_claim()).unwrap();
    let theirs = format!("{CLAIMS}# theirs\n");
    fs::write(desk.file("claims.toml"), &theirs).unwrap();
    let outcome = put(&folder, &stale, false).unwrap();
    assert!(matches!(outcome, Put::Changed(file) if file == "claims.toml"));
    assert_eq!((desk.read("claims.toml"), desk.read("sources.toml")), (theirs.clone(), SOURCES.to_owned()));
    write(desk.path(), &sourced_claim(), false).unwrap();
    assert!(desk.read("claims.toml").starts_with(&theirs) && desk.read("claims.toml").contains("\"close\""));
    assert_eq!(desk.all().len(), 4, "nothing is left beside them: {:?}", desk.all());
}

/// Somebody who writes all the time is not overwritten, and does not keep us forever.
#[test]
fn whoever_never_stops_writing_is_given_up() {
    let desk = Desk::new();
    let (path, mut plans) = (desk.file("claims.toml"), std::cell::Cell::new(0));
    let plan = |folder: &Folder| {
        let plan = edit::plan(folder, &claim());
        plans.set(plans.get() + 1);
        fs::write(&path, format!("{CLAIMS}# {}\n", plans.get())).unwrap();
        plan
    };
    assert_eq!(
        attempt(desk.path(), false, plan).unwrap_err(),
        Refused::KeepsChanging("claims.toml".to_owned())
    );
    assert_eq!(desk.read("claims.toml"), format!("{CLAIMS}# {}\n", plans.get_mut()));
}

/// The first file takes its place, the second cannot: the first is as it was.
#[test]
fn of_several_files_all_are_written_or_none() {
    let desk = Desk::new();
    let folder = folder_at(desk.path()).unwrap();
    let plan = edit::plan(&folder, &sourced_claim()).unwrap();
    let theirs = format!("{CLAIMS}# theirs\n");
    let mut seen = Vec::new();
    let outcome = put_watched(&folder, &plan, false, |name| {
        seen.push((name.to_owned(), desk.read("sources.toml")));
        fs::write(desk.file("claims.toml"), &theirs).unwrap();
    });
    assert!(matches!(outcome, Ok(Put::Changed(file)) if file == "claims.toml"));
    assert!(
        matches!(&*seen, [(name, text)] if name == "sources.toml" && text.contains("\"letter\"")),
        "{seen:?}"
    );
    assert_eq!((desk.read("sources.toml"), desk.read("claims.toml")), (SOURCES.to_owned(), theirs));
    assert_eq!(desk.all().len(), 4, "nothing is left beside them: {:?}", desk.all());
}

/// What somebody else wrote into the first file just after it took its place is not put back.
#[test]
fn what_others_write_after_us_is_not_put_back() {
    let desk = Desk::new();
    let folder = folder_at(desk.path()).unwrap();
    let plan = edit::plan(&folder, &sourced_claim()).unwrap();
    let outcome = put_watched(&folder, &plan, false, |_| {
        fs::write(desk.file("sources.toml"), "# theirs\n").unwrap();
        fs::write(desk.file("claims.toml"), "# theirs, too\n").unwrap();
    });
    assert!(matches!(outcome, Ok(Put::Changed(file)) if file == "claims.toml"));
    assert_eq!(
        (desk.read("sources.toml"), desk.read("claims.toml")),
        ("# theirs\n".to_owned(), "# theirs, too\n".to_owned())
    );
}

/// A file that is gone when it is to be written makes us look again at what there is.
#[test]
fn a_file_that_is_gone_is_planned_anew() {
    let desk = Desk::new();
    let folder = folder_at(desk.path()).unwrap();
    let plan = edit::plan(&folder, &claim()).unwrap();
    fs::remove_file(desk.file("claims.toml")).unwrap();
    assert!(matches!(put(&folder, &plan, false), Ok(Put::Changed(file)) if file == "claims.toml"));
    write(desk.path(), &claim(), false).unwrap();
    assert!(desk.read("dossier.toml").contains("\"close\""));
}

/// What is rejected, which goes into a file that is not there yet.
fn rejection() -> Change {
    let words = vec!["mayor".into()];
    edit::draft::decision(Decision { of: SuggestionKind::Name, words, is_accepted: false })
}

#[test]
fn a_new_file_is_made_and_goes_again() {
    let desk = Desk::new();
    let before = desk.all();
    let first = write(desk.path(), &rejection(), false).unwrap();
    let made = desk.all();
    assert!(desk.read("suggested.toml").contains("\"mayor\""));
    let second = write(desk.path(), &rejection(), false).unwrap();
    revert(desk.path(), &second.undo, false).unwrap();
    assert_eq!(desk.all(), made);
    let undone = revert(desk.path(), &first.undo, false).unwrap();
    assert_eq!(desk.all(), before, "the file is gone");
    revert(desk.path(), &undone.undo, false).unwrap();
    assert_eq!(desk.all(), made, "and is there again");
}

/// Somebody makes the file, or removes it, between reading and writing.
#[test]
fn a_new_file_takes_the_place_of_no_other() {
    let desk = Desk::new();
    let folder = folder_at(desk.path()).unwrap();
    let stale = edit::plan(&folder, &rejection()).unwrap();
    fs::write(desk.file("suggested.toml"), "# theirs\n").unwrap();
    assert!(matches!(put(&folder, &stale, false), Ok(Put::Changed(file)) if file == "suggested.toml"));
    assert_eq!(desk.read("suggested.toml"), "# theirs\n");
    let plan = write(desk.path(), &rejection(), false).unwrap();
    assert!(desk.read("suggested.toml").starts_with("# theirs\n\n[[decided]]"));
    fs::remove_file(desk.file("suggested.toml")).unwrap();
    assert!(matches!(revert(desk.path(), &plan.undo, false), Err(Refused::ChangedSince(_))));
}

/// The new file is there, the second file cannot be written: the new one goes.
#[test]
fn a_new_file_goes_where_the_rest_is_not_written() {
    let desk = Desk::new();
    let before = desk.all();
    let folder = folder_at(desk.path()).unwrap();
    let mut both = claim();
    both.steps.extend(rejection().steps);
    let plan = edit::plan(&folder, &both).unwrap();
    assert_eq!(plan.order, ["suggested.toml", "claims.toml"]);
    let theirs = format!("{CLAIMS}# theirs\n");
    let outcome = put_watched(&folder, &plan, false, |_| {
        fs::write(desk.file("claims.toml"), &theirs).unwrap();
    });
    assert!(matches!(outcome, Ok(Put::Changed(file)) if file == "claims.toml"));
    assert!(!desk.file("suggested.toml").exists());
    assert_eq!(desk.all().len(), before.len());
}

#[test]
fn what_cannot_be_read_is_not_written_into() {
    let desk = Desk::new();
    fs::write(desk.file("claims.toml"), format!("{CLAIMS}<<<<<<< HEAD\n")).unwrap();
    let before = desk.all();
    assert!(matches!(write(desk.path(), &claim(), false), Err(Refused::Unreadable(_))));
    assert!(matches!(write(&desk.file("missing"), &claim(), false), Err(Refused::Unreadable(_))));
    assert_eq!(desk.all(), before);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};

    use super::*;

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn permissions_and_links_stay() {
        let desk = Desk::new();
        fs::create_dir(desk.file("real")).unwrap();
        fs::rename(desk.file("claims.toml"), desk.file("real/c.toml")).unwrap();
        symlink("real/c.toml", desk.file("claims.toml")).unwrap();
        mode(&desk.file("real/c.toml"), 0o640);
        write(desk.path(), &claim(), false).unwrap();
        assert!(fs::symlink_metadata(desk.file("claims.toml")).unwrap().is_symlink());
        assert!(desk.read("real/c.toml").contains("\"close\""));
        assert_eq!(fs::metadata(desk.file("real/c.toml")).unwrap().mode() & 0o777, 0o640);
        // An editor leaves its file beside the one or the other.
        for (lock, named) in [(".claims.toml.swp", ".claims.toml.swp"), ("real/.c.toml.swp", ".c.toml.swp")] {
            fs::write(desk.file(lock), "").unwrap();
            let why = Refused::OpenElsewhere { file: "claims.toml".to_owned(), lock: named.to_owned() };
            let change = change(vec![Step::Key {
                of: "claim:may".parse().unwrap(),
                key: "assessment".to_owned(),
                value: text("qualified"),
            }]);
            assert_eq!(write(desk.path(), &change, false).unwrap_err(), why);
            fs::remove_file(desk.file(lock)).unwrap();
        }
    }

    #[test]
    fn a_file_with_several_names_keeps_them() {
        let desk = Desk::new();
        fs::hard_link(desk.file("claims.toml"), desk.file("other")).unwrap();
        desk.refused(&not_ours("claims.toml", Hindrance::HardLinks));
    }

    /// What was to take the second file's place is gone when the first one has taken its own.
    #[test]
    fn what_the_system_refuses_halfway_is_put_back() {
        let desk = Desk::new();
        let folder = folder_at(desk.path()).unwrap();
        let plan = edit::plan(&folder, &sourced_claim()).unwrap();
        let mut written = String::new();
        let outcome = put_watched(&folder, &plan, false, |_| {
            written = desk.read("sources.toml");
            for (name, _) in desk.all().iter().filter(|(name, _)| name.starts_with(".fundstelle-")) {
                fs::remove_file(desk.file(name)).unwrap();
            }
        });
        let missing = Refused::Io { file: "claims.toml".to_owned(), kind: SystemError::NotFound };
        assert_eq!(outcome.err(), Some(missing));
        assert!(written.contains("\"letter\""));
        assert_eq!(
            (desk.read("sources.toml"), desk.read("claims.toml")),
            (SOURCES.to_owned(), CLAIMS.to_owned())
        );
    }

    #[test]
    fn a_file_of_another_user_stays_theirs() {
        let desk = Desk::new();
        // Only who may do anything can give a file away.
        if chown(desk.file("claims.toml"), Some(1), None).is_ok() {
            desk.refused(&not_ours("claims.toml", Hindrance::OtherOwner));
            assert_eq!(fs::metadata(desk.file("claims.toml")).unwrap().uid(), 1);
        }
    }

    #[test]
    fn into_a_folder_that_is_marked_read_only_nothing_is_written() {
        let desk = Desk::new();
        mode(desk.path(), 0o555);
        let why = write(desk.path(), &rejection(), false).unwrap_err();
        assert_eq!(why, not_ours("suggested.toml", Hindrance::FolderReadOnly));
        assert!(why.is_of_any_change());
        desk.refused(&not_ours("claims.toml", Hindrance::FolderReadOnly));
        mode(desk.path(), 0o755);
        write(desk.path(), &claim(), false).unwrap();
    }

    /// The head names a file of figures in a folder that is a link to another.
    #[test]
    fn a_new_file_does_not_lead_out_of_the_folder() {
        let desk = Desk::new();
        let elsewhere = tempfile::tempdir().unwrap();
        symlink(elsewhere.path(), desk.file("data")).unwrap();
        let head = HEAD.replacen("\n\n", "\nobservations = \"data/figures.csv\"\n\n", 1);
        fs::write(desk.file("dossier.toml"), head).unwrap();
        let dossier = crate::load::load(&folder_at(desk.path()).unwrap()).unwrap().dossier;
        let at = dossier.article.text.find("in May").unwrap();
        let figure = crate::suggest::Figure {
            value: "5".to_owned(),
            unit: "months".to_owned(),
            qualifier: crate::dossier::Qualifier::Exact,
            beside: crate::suggest::Beside::Nothing,
        };
        let change = edit::draft::figure(&dossier, &(at..at + 6), &figure, "en").unwrap();
        let before = desk.all();
        assert!(write(desk.path(), &change, false).is_err());
        assert_eq!(desk.all(), before);
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }

    /// The file was replaced by a folder between reading and writing.
    #[test]
    fn what_is_no_file_any_more_is_left_alone() {
        let desk = Desk::new();
        let folder = folder_at(desk.path()).unwrap();
        let plan = edit::plan(&folder, &claim()).unwrap();
        fs::remove_file(desk.file("claims.toml")).unwrap();
        fs::create_dir(desk.file("claims.toml")).unwrap();
        let outcome = put(&folder, &plan, false);
        assert_eq!(outcome.err(), Some(not_ours("claims.toml", Hindrance::NoFile)));
        fs::remove_dir(desk.file("claims.toml")).unwrap();
        // A link that leads out of the folder, put there just now.
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("c.toml"), CLAIMS).unwrap();
        symlink(elsewhere.path().join("c.toml"), desk.file("claims.toml")).unwrap();
        let outcome = put(&folder, &plan, false);
        assert_eq!(outcome.err(), Some(not_ours("claims.toml", Hindrance::NoFile)));
        assert_eq!(fs::read_to_string(elsewhere.path().join("c.toml")).unwrap(), CLAIMS);
    }
}
