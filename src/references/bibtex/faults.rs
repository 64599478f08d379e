//! What is wrong with a block that the parser does not take, in words that help to find it.

use biblatex::{ParseError, ParseErrorKind, Token};

/// Where a block is broken, and how.
pub(super) fn broken(error: &ParseError, block: &str) -> (usize, String) {
    // A sign that is missing is only missed later.
    let why = match error.kind {
        ParseErrorKind::Expected(Token::Comma) => {
            "a comma is missing here, or before it a bracket or quotation mark is not closed"
        }
        ParseErrorKind::Expected(Token::Equals) => "a field has no \"=\"",
        ParseErrorKind::Expected(Token::Identifier) => "the name of a field is missing",
        ParseErrorKind::Expected(Token::OpeningBrace | Token::QuotationMark) => {
            "a field has no value in braces or quotation marks"
        }
        ParseErrorKind::UnexpectedEof | ParseErrorKind::Expected(Token::ClosingBrace) => {
            "a bracket or quotation mark is not closed"
        }
        _ => return (error.span.start.min(block.len()), error.kind.to_string()),
    };
    (error.span.start.min(block.len()), why.to_owned())
}
