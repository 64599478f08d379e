//! Asks git which commit is being built, for `--version` and the date of the man pages. It stands here because this is where
//! Cargo looks for it; in `src` it would be a file of the library that no module declares.
//!
//! In a packaged crate Cargo has noted the commit in `.cargo_vcs_info.json`. Where neither says anything, the version is the
//! number alone. The date is the commit's, so that the same sources make the same binary on any day.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is compiled into the program: changes elsewhere do not make it another one.
const COMPILED: [&str; 5] = ["src", "assets", "build.rs", "Cargo.toml", "Cargo.lock"];

const PACKAGED: &str = ".cargo_vcs_info.json";

/// So many digits of a commit are shown.
const DIGITS: usize = 7;

/// The commit that is built.
struct Built {
    /// Its first digits, with `+` if files were changed since.
    commit: String,
    /// Its day, where that is known.
    date: Option<String>,
}

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let built = packaged(&folder).or_else(|| checked_out(&folder));
    let number = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let date = built.as_ref().and_then(|built| built.date.clone()).unwrap_or_default();
    let version = match built {
        Some(Built { commit, date: Some(date) }) => format!("{number} ({commit} {date})"),
        Some(Built { commit, date: None }) => format!("{number} ({commit})"),
        None => number,
    };
    println!("cargo:rustc-env=FUNDSTELLE_VERSION={version}");
    println!("cargo:rustc-env=FUNDSTELLE_DATE={date}");
}

/// The commit that a crate was packaged from.
fn packaged(folder: &Path) -> Option<Built> {
    let text = fs::read_to_string(folder.join(PACKAGED)).ok()?;
    println!("cargo:rerun-if-changed={PACKAGED}");
    let (_, rest) = text.split_once("\"sha1\"")?;
    let commit = rest.split('"').nth(1)?.get(..DIGITS)?.to_owned();
    let dirty = text
        .split_once("\"dirty\"")
        .is_some_and(|(_, rest)| rest.trim_start_matches([':', ' ']).starts_with("true"));
    Some(Built { commit: with_sign(commit, dirty), date: None })
}

/// The commit that is checked out, if this folder is the root of a work tree: in the folder of another project git would
/// name a commit of that.
fn checked_out(folder: &Path) -> Option<Built> {
    let root = git(folder, &["rev-parse", "--show-toplevel"])?;
    if fs::canonicalize(root).ok()? != fs::canonicalize(folder).ok()? {
        return None;
    }
    rerun_when_moved(folder);
    let commit = git(folder, &["rev-parse", "HEAD"])?.get(..DIGITS)?.to_owned();
    let date = git(folder, &["show", "--no-patch", "--format=%cs", "HEAD"])?;
    let status: Vec<&str> = ["status", "--porcelain", "--"].into_iter().chain(COMPILED).collect();
    let changed = git(folder, &status).is_some_and(|files| !files.is_empty());
    Some(Built { commit: with_sign(commit, changed), date: Some(date) })
}

fn with_sign(commit: String, changed: bool) -> String {
    if changed { commit + "+" } else { commit }
}

/// Runs again when another commit is checked out, and when a file changes that is compiled: then the program is built anew
/// anyway, and may not be that of the commit any more.
fn rerun_when_moved(folder: &Path) {
    for path in COMPILED {
        println!("cargo:rerun-if-changed={path}");
    }
    // The reflog grows whatever moves HEAD or its branch. Without one, the branch is watched itself, or the file with the
    // packed ones. What does not exist is not named: Cargo would run the script every time.
    let branch = git(folder, &["symbolic-ref", "--quiet", "HEAD"]);
    let names = ["HEAD", "logs/HEAD", "packed-refs"].into_iter().chain(branch.as_deref());
    for path in names.filter_map(|name| git(folder, &["rev-parse", "--git-path", name])) {
        let path = folder.join(path);
        if path.exists() {
            println!("cargo:rerun-if-changed={}", path.display());
        }
    }
}

/// What git answers; nothing where it fails or is not there.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    // In a hook these name another repository.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(variable);
    }
    let output = command.arg("--no-optional-locks").args(arguments).current_dir(folder).output().ok()?;
    let text = output.status.success().then(|| String::from_utf8(output.stdout).ok())??;
    Some(text.trim().to_owned())
}
