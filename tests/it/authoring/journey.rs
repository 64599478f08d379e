//! A dossier written while reading.
