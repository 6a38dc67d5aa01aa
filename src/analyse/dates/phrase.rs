//! What a phrase says about time before anything is counted: `two days later` is a phrase, its date comes in [`super::resolve`].

use jiff::civil::Date;

use super::tokens::{Key, Kind, Token};

/// A unit of time, numbered as in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Fortnight,
}

/// What a date is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The day of publication.
    Published,
    /// The date the text named last.
    Told,
    /// `the day before the crash`: what the text is about.
    Event,
    /// `the end of the year`: in news the day of publication, in history the date told last.
    Context,
}

/// Which of several Tuesdays, Marches or summers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Not said: tense and context decide.
    Open,
    Last,
    This,
    Next,
    /// `that Tuesday`: near the date told last.
    Told,
    /// `the following Tuesday`.
    Following,
    /// `the previous Tuesday`.
    Previous,
    /// `the year-earlier third quarter`.
    YearBefore,
}

/// A feast that has its name instead of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    Fixed(i8, i8),
    /// The n-th such weekday of a month: month, weekday, n (-1 is the last).
    Nth(i8, i8, i8),
    /// `Black Friday`: so many days after such a weekday.
    After(i8, i8, i8, i32),
    /// `the last day of January`.
    LastDay(i8),
    /// Days from Easter Sunday.
    Easter(i32),
}

/// A point or stretch of time as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// A day of a month, with what else is said of it.
    Date {
        year: Option<i16>,
        month: i8,
        day: i8,
        weekday: Option<i8>,
    },
    /// `the 24th`.
    DayOfMonth(i8),
    /// `the 3rd of last month`: the day, and so many months on.
    DayOf(i8, i32),
    Month(Option<i16>, i8, Which),
    Quarter(Option<i16>, i8, Which),
    Half(Option<i16>, i8),
    Season(Option<i16>, i8, Which),
    Feast(Option<i16>, Feast, Which),
    Year(i16),
    Decade(i16),
    /// By its first year: 1800 for the 19th.
    Century(i16),
    Weekday(i8, Which),
    /// `Monday week`: the next such weekday, and so many weeks on.
    WeekdayAfter(i8, i32),
    /// `Thursday last week`: the weekday, and so many weeks on.
    WeekdayOf(i8, i32),
    /// So many units on (or back), as whole units: `last week`, `two days later`.
    Shift(Unit, i32, Anchor),
    /// The quarter that the text reports on, so many years before: `the quarter`, `the year-earlier quarter`.
    Reported(i16),
    /// The same quarter of a year: `the 1988 quarter`.
    ReportedIn(i16),
    /// From so many units ago until publication: `the past two weeks`.
    Past(Unit, i32),
}

/// Which part of a month, season or year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// Its first sixth, where `early` is the first third.
    Start,
    Early,
    Middle,
    Late,
    /// Its last sixth.
    End,
    /// `earlier this year`: until publication.
    Before,
    /// `later this year`: from publication on.
    After,
    /// `the week of April 22`: the week in which a day lies.
    WeekOf,
}

/// A phrase found in a text, by its tokens (both included).
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) part: Part,
    pub(super) point: Point,
    /// Where the phrase tells a range.
    pub(super) until: Option<Point>,
    /// How sure it is that the phrase is a date at all, 0 to 1.
    pub(super) sure: f32,
}

impl Phrase {
    pub(super) fn new(first: usize, last: usize, point: Point, sure: f32) -> Self {
        Self {
            first,
            last,
            part: Part::Whole,
            point,
            until: None,
            sure,
        }
    }

    pub(super) fn range(first: usize, last: usize, point: Point, until: Point) -> Self {
        Self {
            until: Some(until),
            ..Self::new(first, last, point, 1.0)
        }
    }

    pub(super) fn from(self, first: usize) -> Self {
        Self { first, ..self }
    }
}

/// A text with its tokens. Every question about a token outside the text is answered with "no such".
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// The day that `last year` counts from.
    pub(super) published: Option<Date>,
}

impl<'t> Reader<'t> {
    pub(super) fn token(self, i: usize) -> Option<&'t Token> {
        self.tokens.get(i)
    }

    pub(super) fn kind(self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// The kind of the token before `i`, if it stands in the same paragraph.
    pub(super) fn before(self, i: usize) -> Option<Kind> {
        let (before, here) = (self.token(i.checked_sub(1)?)?, self.token(i)?);
        (before.paragraph == here.paragraph).then_some(before.kind)
    }

    pub(super) fn word(self, i: usize) -> &'t str {
        self.token(i).map_or("", |t| &self.text[t.start..t.end])
    }

    pub(super) fn is(self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(i, w))
    }

    pub(super) fn key(self, i: usize, key: Key) -> bool {
        self.kind(i) == Some(Kind::Key(key))
    }

    pub(super) fn mark(self, i: usize, mark: char) -> bool {
        self.kind(i) == Some(Kind::Mark(mark))
    }

    /// Whether the token follows the one before it without a blank.
    pub(super) fn joined(self, i: usize) -> bool {
        i > 0 && self.token(i).is_some_and(|t| !t.gap)
    }

    pub(super) fn capital(self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a sentence begins with the token, as far as its neighbour tells.
    pub(super) fn opens(self, i: usize) -> bool {
        match self.before(i) {
            None => true,
            Some(Kind::Mark(c)) => matches!(c, '.' | '!' | '?' | ':' | '"' | '“' | '('),
            Some(_) => false,
        }
    }

    /// The unit of time a token names.
    pub(super) fn unit(self, i: usize) -> Option<Unit> {
        const UNITS: [Unit; 10] = [
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Weekend,
            Unit::Month,
            Unit::Quarter,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
            Unit::Fortnight,
        ];
        let token = self.token(i).filter(|t| t.kind == Kind::Unit)?;
        UNITS.get(token.n as usize).copied()
    }

    /// A number of at most three digits or in words, `a`, or `a couple of`; and the token behind it.
    pub(super) fn count(self, i: usize) -> Option<(i32, usize)> {
        let token = self.token(i)?;
        match token.kind {
            Kind::Count if token.n >= 20 && self.mark(i + 1, '-') => {
                let ones = self.token(i + 2).filter(|t| t.kind == Kind::Count)?;
                Some(((token.n + ones.n) as i32, i + 3))
            }
            Kind::Count => Some((token.n as i32, i + 1)),
            Kind::Number if token.n < 1000 => Some((token.n as i32, i + 1)),
            Kind::Key(Key::A) if self.key(i + 1, Key::Couple) => {
                Some((2, i + 2 + usize::from(self.key(i + 2, Key::Of))))
            }
            Kind::Key(Key::A) => Some((1, i + 1)),
            _ => None,
        }
    }
}
