//! Everything that is checked of the program from outside, in one binary: linking it once is quicker than linking it thirty times.

mod actors;
mod ascii;
mod bare;
mod bars;
mod both;
mod brief;
mod charts;
mod check;
mod coastline;
mod common;
mod compare;
mod coverage;
#[cfg(unix)]
mod exits;
mod export;
mod facts;
mod faulty;
mod figures;
mod fits;
mod format;
mod golden;
mod honest;
mod house;
mod lanes;
mod lines;
mod map;
mod mutations;
mod old;
mod overview;
mod picture;
mod precise;
mod preview;
mod reading;
mod readme;
mod relink;
mod reports;
mod reworded;
mod score;
mod screen;
mod shipped;
mod sound;
mod table;
#[cfg(unix)]
mod terminal;
mod themes;
mod unread;
