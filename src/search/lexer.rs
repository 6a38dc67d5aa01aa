//! A query's text cut into brackets, signs, phrases and words with their fields. It knows no field's meaning.

/// One piece of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Open,
    Close,
    Or,
    /// `AND`: what holds between words anyhow.
    And,
    /// A minus right before something, or `NOT`.
    Minus,
    /// A value, with the name before its colon where there is one.
    Value {
        field: Option<&'t str>,
        value: &'t str,
        quoted: bool,
        /// It reaches the end of the text: it may still be typed.
        last: bool,
    },
}

const QUOTES: [char; 3] = ['"', '“', '”'];

/// The pieces in order, each with the byte it begins at.
pub(super) fn pieces(text: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (piece, len) = piece(&text[at..], c);
        pieces.push((at, piece));
        at += len;
    }
    pieces
}

/// The piece at the start of a text that begins with `first`, and its length.
fn piece(text: &str, first: char) -> (Piece<'_>, usize) {
    match first {
        '(' => return (Piece::Open, 1),
        ')' => return (Piece::Close, 1),
        // A dash between blanks is a dash.
        '-' if text[1..].starts_with(|c: char| !c.is_whitespace()) => return (Piece::Minus, 1),
        _ if QUOTES.contains(&first) => {
            let (value, len, last) = phrase(text, first);
            return (value_of(None, value, true, last), len);
        }
        _ => {}
    }
    let len = text.find(ends_word).unwrap_or(text.len());
    let word = &text[..len];
    match word {
        "OR" => return (Piece::Or, len),
        "AND" => return (Piece::And, len),
        "NOT" => return (Piece::Minus, len),
        _ => {}
    }
    let Some((field, value)) = word.split_once(':').filter(|(f, _)| is_name(f)) else {
        return (value_of(None, word, false, len == text.len()), len);
    };
    match text[len..].chars().next() {
        Some(quote) if value.is_empty() && QUOTES.contains(&quote) => {
            let (value, more, last) = phrase(&text[len..], quote);
            (value_of(Some(field), value, true, last), len + more)
        }
        next => (value_of(Some(field), value, false, next.is_none()), len),
    }
}

fn value_of<'t>(field: Option<&'t str>, value: &'t str, quoted: bool, last: bool) -> Piece<'t> {
    Piece::Value {
        field,
        value,
        quoted,
        last,
    }
}

/// What stands between quotes, its length with the quotes, and whether the closing one is missing.
fn phrase(text: &str, quote: char) -> (&str, usize, bool) {
    let inside = &text[quote.len_utf8()..];
    match inside.char_indices().find(|(_, c)| QUOTES.contains(c)) {
        Some((end, close)) => (
            &inside[..end],
            quote.len_utf8() + end + close.len_utf8(),
            false,
        ),
        None => (inside, text.len(), true),
    }
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || c == '(' || c == ')' || QUOTES.contains(&c)
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphabetic() || c == '-' || c == '_')
}
