//! The dossier that comes with the program.

use crate::load::source::files::Embedded;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../assets/dossiers/ki-exodus/", $name)))),*]
    };
}

/// The shipped dossier.
pub fn shipped() -> Embedded {
    Embedded::new(files![
        "dossier.toml",
        "sources.toml",
        "actors.toml",
        "claims.toml",
        "events.toml",
        "series.toml",
        "tour.toml",
        "article.txt",
        "article.en.txt",
        "observations.csv",
    ])
}
