//! What people save becomes an article: twenty-six kinds of pages, each made after the way some publishers build theirs, and
//! pages that mean harm.

mod facts;
mod hostile;
mod pages;
mod several;
