//! A text cut into words, numbers and marks, each with the meaning it may have in a date. Whether it has it is decided elsewhere.

use super::lexicon::look_up;

/// What a token may mean. `n` of the [`Token`] is given in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits only, at most nine (their value).
    Number,
    /// A number with thousands or decimals, or one too long.
    Figure,
    /// `24th` or `third` (its value).
    Nth,
    /// `two` (its value).
    Count,
    /// `few`, `several`: a number that is not told.
    Few,
    /// `1990s` or `90s` (its number).
    Decade,
    /// `March` (1 to 12).
    Month,
    /// `Mar` (1 to 12).
    MonthShort,
    /// `Tuesday` (0 for Monday to 6).
    Weekday,
    /// `Tue` (the same).
    WeekdayShort,
    /// `Tuesdays` (the same).
    Weekdays,
    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    Season,
    /// `fall` (2), which is more often a verb.
    Fall,
    /// `day`, `days` (a [`super::phrase::Unit`] as number).
    Unit,
    /// `morning`, `night`.
    PartOfDay,
    Key(Key),
    /// A character of Han script (its code).
    Han,
    Mark(char),
    /// A word that means nothing here.
    Word,
}

/// Words that steer the reading of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    A,
    Ad,
    After,
    Ago,
    And,
    Around,
    Bc,
    Before,
    Between,
    By,
    Couple,
    Current,
    During,
    Each,
    Earlier,
    Early,
    End,
    Following,
    From,
    Half,
    In,
    Last,
    Late,
    Later,
    Mid,
    Next,
    Of,
    On,
    Or,
    Past,
    Previous,
    Prior,
    Same,
    Since,
    Start,
    That,
    The,
    This,
    To,
    Today,
    Tomorrow,
    Tonight,
    Until,
    Yesterday,
}

/// A word, number or mark with its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: usize,
    /// The first byte after it.
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// See [`Kind`].
    pub(crate) n: u32,
    /// Whether white space stands before it.
    pub(crate) gap: bool,
    /// Counts the blank lines before it.
    pub(crate) paragraph: u32,
}

/// The tokens of a text in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut list = Vec::with_capacity(text.len() / 5 + 4);
    let (mut at, mut gap, mut lines, mut paragraph) = (0, true, 0, 0);
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            gap = true;
            lines += u32::from(c == '\n');
            at += c.len_utf8();
            continue;
        }
        paragraph += u32::from(lines > 1);
        let (end, kind, n) = token_at(text, at, c);
        list.push(Token {
            start: at,
            end,
            kind,
            n,
            gap,
            paragraph,
        });
        (at, gap, lines) = (end, false, 0);
    }
    list
}

/// The end, kind and number of the token that begins at `at` with `c`.
fn token_at(text: &str, at: usize, c: char) -> (usize, Kind, u32) {
    let rest = &text[at..];
    if c.is_ascii_digit() {
        return number_at(rest, at);
    }
    if is_han(c) {
        return (at + c.len_utf8(), Kind::Han, c as u32);
    }
    if c.is_alphanumeric() {
        let len = word_len(rest);
        let (kind, n) = look_up(&rest[..len]);
        return (at + len, kind, n);
    }
    let mark = match c {
        '–' | '—' | '‑' | '‐' | '−' => '-',
        '’' | '‘' | '`' => '\'',
        other => other,
    };
    (at + c.len_utf8(), Kind::Mark(mark), 0)
}

fn word_len(rest: &str) -> usize {
    let inside = |c: char| c.is_alphanumeric() && !is_han(c);
    rest.find(|c| !inside(c)).unwrap_or(rest.len())
}

fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

fn digits_len(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

fn number_at(rest: &str, at: usize) -> (usize, Kind, u32) {
    let digits = digits_len(rest);
    let mut len = digits;
    while let Some(more) = group_len(&rest[len..]) {
        len += more;
    }
    if len > digits || digits > 9 {
        return (at + len + word_len(&rest[len..]), Kind::Figure, 0);
    }
    let n = rest[..digits].parse().unwrap_or(0);
    let letters = &rest[digits..digits + word_len(&rest[digits..])];
    let kind = match letters {
        "" => Kind::Number,
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" if digits <= 2 => Kind::Nth,
        "s" => Kind::Decade,
        _ => Kind::Word,
    };
    (at + digits + letters.len(), kind, n)
}

/// The length of `,000` or `.5` at the beginning.
fn group_len(rest: &str) -> Option<usize> {
    let mark = rest.bytes().next().filter(|b| matches!(b, b',' | b'.'))?;
    let digits = digits_len(&rest[1..]);
    let fits = if mark == b',' {
        digits == 3
    } else {
        digits > 0
    };
    fits.then_some(1 + digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart() {
        let kinds = |text: &str| -> Vec<(Kind, u32)> {
            tokens(text).iter().map(|t| (t.kind, t.n)).collect()
        };
        assert_eq!(
            kinds("24th 1990s 2,641 3.5 2018"),
            [
                (Kind::Nth, 24),
                (Kind::Decade, 1990),
                (Kind::Figure, 0),
                (Kind::Figure, 0),
                (Kind::Number, 2018)
            ]
        );
        assert_eq!(kinds("24,2018").len(), 3);
        assert_eq!(kinds("99999999999"), [(Kind::Figure, 0)]);
        assert_eq!(kinds("3月")[1], (Kind::Han, '月' as u32));
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        let list = tokens("a\nb\n\nc \n \n d");
        let paragraphs: Vec<u32> = list.iter().map(|t| t.paragraph).collect();
        assert_eq!(paragraphs, [0, 0, 1, 2]);
    }
}
