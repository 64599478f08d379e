//! What may be shown.
