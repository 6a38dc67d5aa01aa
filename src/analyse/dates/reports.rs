//! The quarters that companies report on: `the quarter ended Sept. 30`, `the year-earlier quarter`, `the 1988 period`.

use super::calendar::Stretch;
use super::context::Context;
use super::phrase::{Phrase, Point, Reader, Unit, Which};
use super::tokens::{Key, Kind};

/// Paragraphs: so far a report's quarter is compared with "a year ago".
const REPORT: u32 = 2;

/// Tokens: no sentence is looked at further back.
const SENTENCE: usize = 60;

/// Words of reports; "latest" is taken by itself.
const WORDS: [&str; 3] = ["comparable", "corresponding", "latest"];

/// What tells which quarter is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// `the quarter`.
    Nothing,
    /// `the latest quarter`.
    Latest,
    /// `the same quarter`: only with a year behind it.
    Same,
    /// `the year-earlier quarter`.
    YearBefore,
    /// `the 1988 quarter`.
    Year(i16),
}

impl Reader<'_> {
    /// The quarter of a report, with or without `the`; also `year-earlier` alone: "a year-earlier loss".
    pub(super) fn reported(self, i: usize) -> Option<Phrase> {
        let at = i + usize::from(self.key(i, Key::The));
        let (said, next) = self.report_said(at);
        if let Some((n, end)) = self.quarter_name(next) {
            return named_quarter(i, said, n, end);
        }
        let hyphen = self.mark(next + 1, '-') && self.joined(next + 1);
        let quarter = self.is(next, "quarter") && !hyphen;
        let period = self.is(next, "period") && said != Said::Nothing;
        if !quarter && !period {
            let alone = said == Said::YearBefore && self.kind(next) == Some(Kind::Word);
            return alone.then(|| Phrase::new(at, next - 1, Point::Reported(1), 0.7));
        }
        if said == Said::Nothing && at == i {
            return None;
        }
        if let Some(month) = self.ended(next + 1) {
            let point = Point::Quarter(None, (month + 2) / 3, Which::Open);
            return Some(Phrase::new(i, next, point, 0.9));
        }
        let (said, end) = self.report_behind(said, next + 1);
        let point = match said {
            Said::Year(year) => Point::ReportedIn(year),
            Said::YearBefore => Point::Reported(1),
            Said::Latest | Said::Nothing => Point::Reported(0),
            Said::Same => return None,
        };
        // "the quarter" alone is one only where a report has told which.
        let sure = if said == Said::Nothing { 0.5 } else { 0.8 };
        Some(Phrase::new(i, end - 1, point, sure))
    }

    /// Whether a quarter may begin with the word behind `the`; asked first, since few do.
    pub(super) fn may_report(self, i: usize) -> bool {
        match self.kind(i) {
            Some(Kind::Word) => self.word(i).len() > 5 && self.is_any(i, &WORDS),
            Some(kind) => !matches!(kind, Kind::Mark(_) | Kind::Month | Kind::Weekday),
            None => false,
        }
    }

    /// What stands before the quarter, and the token behind it.
    fn report_said(self, at: usize) -> (Said, usize) {
        if let Some((year, next)) = self.whose_year(at) {
            return (Said::Year(year), next);
        }
        if self.is(at, "year") && self.mark(at + 1, '-') {
            let before = matches!(self.kind(at + 2), Some(Kind::Key(Key::Ago | Key::Earlier)));
            return if before {
                (Said::YearBefore, at + 3)
            } else {
                (Said::Nothing, at)
            };
        }
        let prior = matches!(self.kind(at), Some(Kind::Key(Key::Prior | Key::Previous)));
        if prior && self.mark(at + 1, '-') && self.is(at + 2, "year") {
            return (Said::YearBefore, at + 3);
        }
        if self.is_any(at, &WORDS[..2]) {
            let (said, next) = self.report_said(at + 1);
            return match said {
                Said::Nothing => (Said::YearBefore, at + 1),
                said => (said, next),
            };
        }
        match self.kind(at) {
            Some(Kind::Key(Key::Same)) => (Said::Same, at + 1),
            Some(Kind::Word) if self.is(at, "latest") => (Said::Latest, at + 1),
            _ => (Said::Nothing, at),
        }
    }

    /// `1988`, `1988's` and `last year's`, and the token behind.
    fn whose_year(self, at: usize) -> Option<(i16, usize)> {
        let owner = |next: usize| {
            let owns = self.mark(next, '\'') && self.joined(next) && self.is(next + 1, "s");
            owns.then_some(next + 2)
        };
        if let Some((year, next)) = self.year_by_publication(at) {
            return Some((year, owner(next)?));
        }
        let year = self.year_at(at)?;
        Some((year, owner(at + 1).unwrap_or(at + 1)))
    }

    /// The same behind the quarter: `last year`, `of 1988`, `a year earlier`.
    fn report_behind(self, said: Said, at: usize) -> (Said, usize) {
        if let Some(end) = self.year_before(at) {
            return (Said::YearBefore, end);
        }
        match self.year_behind(at) {
            Some((year, end)) => (Said::Year(year), end),
            None => (said, at),
        }
    }

    /// The token behind `a year ago` and `a year earlier`.
    pub(super) fn year_before(self, at: usize) -> Option<usize> {
        let back = matches!(self.kind(at + 2), Some(Kind::Key(Key::Ago | Key::Earlier)));
        (self.key(at, Key::A) && self.is(at + 1, "year") && back).then_some(at + 3)
    }

    /// `third quarter` or `third-quarter`: its number and the token behind.
    fn quarter_name(self, i: usize) -> Option<(i8, usize)> {
        let nth = self.token(i).filter(|t| t.kind == Kind::Nth && t.n <= 4)?;
        let at = i + 1 + usize::from(self.mark(i + 1, '-'));
        self.is(at, "quarter").then_some((nth.n as i8, at + 1))
    }

    /// The month in which the quarter ended: `ended Sept. 30`.
    fn ended(self, at: usize) -> Option<i8> {
        let day = self
            .calendar_day(at + 1)
            .filter(|_| self.is_any(at, &["ended", "ending"]))?;
        match day.point {
            Point::Date { month, .. } => Some(month),
            _ => None,
        }
    }
}

/// `the 1988 third quarter`, `the year-earlier third quarter`; others are found without this.
fn named_quarter(first: usize, said: Said, n: i8, end: usize) -> Option<Phrase> {
    let point = match said {
        Said::Year(year) => Point::Quarter(Some(year), n, Which::Open),
        Said::YearBefore => Point::Quarter(None, n, Which::YearBefore),
        _ => return None,
    };
    Some(Phrase::new(first, end - 1, point, 0.9))
}

impl Context<'_> {
    /// The month or quarter that figures of "a year ago" are of: "5% in September, from 4% a year earlier".
    pub(super) fn year_before(&self, paragraph: u32) -> Option<(Stretch, f32)> {
        let counted = self.reader.year_before(self.here.0).is_some();
        if !counted || self.history {
            return None;
        }
        if let Some(month) = self.month_of_sentence() {
            let meant = Stretch::month(month.from.year().checked_sub(1)?, month.from.month())?;
            return Some((meant, 0.6));
        }
        let near = self
            .report
            .is_some_and(|(_, told)| told + REPORT >= paragraph);
        near.then(|| self.reported(1))?
    }

    /// The quarter that a text reports on, so many years before. "The year-earlier period" may stand for a year.
    pub(super) fn reported(&self, back: i16) -> Option<(Stretch, f32)> {
        let Some(quarter) = self.reported_quarter(back > 0) else {
            let published = self.published.filter(|_| back > 0)?;
            let year = Stretch::shifted(published, Unit::Year, -i32::from(back))?;
            return Some((year, 0.4));
        };
        // "the quarter" of a text without a report may be of a game, or of a town.
        let known = back > 0 || self.report.is_some() || self.says("latest");
        let (year, n) = quarter_of(quarter);
        let meant = Stretch::quarter(year.checked_sub(back)?, n)?;
        known.then_some((meant, 0.7))
    }

    /// The same quarter in a year, or the year.
    pub(super) fn reported_in(&self, year: i16) -> Option<(Stretch, f32)> {
        let meant = match self.reported_quarter(true) {
            Some(quarter) => Stretch::quarter(year, quarter_of(quarter).1),
            None => Stretch::year(year),
        };
        meant.map(|stretch| (stretch, 0.6))
    }

    fn reported_quarter(&self, compared: bool) -> Option<Stretch> {
        let report = self.report.map(|(quarter, _)| quarter);
        if self.says("quarter") {
            return report.or_else(|| Stretch::shifted(self.published?, Unit::Quarter, -1));
        }
        report.filter(|_| !compared || !self.tells_months())
    }

    /// Whether the phrase that is being placed has a word.
    fn says(&self, word: &str) -> bool {
        (self.here.0..=self.here.1).any(|i| self.reader.is(i, word))
    }

    /// Whether the sentence tells of more than a quarter: "in the first nine months".
    fn tells_months(&self) -> bool {
        let here = self.here.0;
        (here.saturating_sub(SENTENCE)..here)
            .rev()
            .take_while(|i| !self.stops(*i))
            .any(|i| self.reader.is_any(i, &["months", "half"]))
    }
}

/// The year and number of a quarter.
fn quarter_of(stretch: Stretch) -> (i16, i8) {
    (stretch.from.year(), (stretch.from.month() + 2) / 3)
}
