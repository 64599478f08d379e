//! The panels. Each has a state, an `update` that turns an action into requests, and a `draw` that only reads. None of them
//! knows another.

pub mod actors;
pub mod article;
pub mod claims;
pub mod timeline;
pub mod trend;
