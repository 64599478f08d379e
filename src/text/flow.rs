//! Blocks to chunks to lines.
