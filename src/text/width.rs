//! How many cells text takes.
