//! Dates in Chinese: `2018年10月24日`, `昨天`, `上周五`.

use super::absolute::YEARS;
use super::phrase::{Anchor, Phrase, Point, Reader, Unit, Which};
use super::tokens::Kind;

/// Words by what they mean: a step from publication.
const STEPS: [(&str, Unit, i32); 21] = [
    ("前天", Unit::Day, -2),
    ("昨天", Unit::Day, -1),
    ("昨日", Unit::Day, -1),
    ("昨晚", Unit::Day, -1),
    ("今天", Unit::Day, 0),
    ("今日", Unit::Day, 0),
    ("明天", Unit::Day, 1),
    ("明日", Unit::Day, 1),
    ("上周", Unit::Week, -1),
    ("上週", Unit::Week, -1),
    ("本周", Unit::Week, 0),
    ("本週", Unit::Week, 0),
    ("下周", Unit::Week, 1),
    ("下週", Unit::Week, 1),
    ("上个月", Unit::Month, -1),
    ("上個月", Unit::Month, -1),
    ("下个月", Unit::Month, 1),
    ("下個月", Unit::Month, 1),
    ("去年", Unit::Year, -1),
    ("今年", Unit::Year, 0),
    ("明年", Unit::Year, 1),
];

/// The weekdays from Monday on, and the other name of Sunday.
const WEEKDAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];

impl Reader<'_> {
    /// A date that begins with a number: `2018年10月24日` and what is left of it.
    pub(super) fn han(self, i: usize) -> Option<Phrase> {
        let part = |at: usize, marks: &[char]| {
            let number = self.token(at).filter(|t| t.kind == Kind::Number)?;
            let fits = marks.iter().any(|mark| self.sign(at + 1) == Some(*mark));
            fits.then_some(number.n)
        };
        let year = part(i, &['年']).filter(|y| YEARS.contains(y));
        let at = if year.is_some() { i + 2 } else { i };
        let month = part(at, &['月']).filter(|m| (1..=12).contains(m));
        let day = part(at + 2, &['日', '号']).filter(|_| month.is_some());
        let year = year.map(|y| y as i16);
        match (year, month, day) {
            (year, Some(month), Some(day)) => {
                let point = Point::Date {
                    year,
                    month: month as i8,
                    day: i8::try_from(day).ok()?,
                    weekday: None,
                };
                Some(Phrase::new(i, at + 3, point, 1.0))
            }
            (year, Some(month), None) => {
                let point = Point::Month(year, month as i8, Which::Open);
                Some(Phrase::new(i, at + 1, point, 0.9))
            }
            (Some(year), None, _) => Some(Phrase::new(i, i + 1, Point::Year(year), 1.0)),
            _ => None,
        }
    }

    /// A date of signs alone: `昨天`, `上周五`, `星期五`.
    pub(super) fn han_word(self, i: usize) -> Option<Phrase> {
        if let Some((weekday, end)) = self.han_weekday(i) {
            let point = Point::Weekday(weekday, Which::Open);
            return Some(Phrase::new(i, end - 1, point, 0.8));
        }
        let rest = &self.text[self.token(i)?.start..];
        let (word, unit, by) = STEPS.iter().find(|(word, ..)| rest.starts_with(word))?;
        let last = i + word.chars().count() - 1;
        // "上周五" names the week by its first two signs and the day by its last two.
        if let Some((weekday, end)) = self.han_weekday(last).filter(|_| *unit == Unit::Week) {
            let point = Point::WeekdayOf(weekday, *by);
            return Some(Phrase::new(i, end - 1, point, 0.9));
        }
        // "去年3月" names the year and then the month, perhaps the day.
        if *unit == Unit::Year
            && let Some(found) = self.han(last + 1)
            && let Some(point) = self.in_year_of(found.point, *by)
        {
            return Some(Phrase::new(i, found.last, point, 1.0));
        }
        let point = Point::Shift(*unit, *by, Anchor::Published);
        Some(Phrase::new(i, last, point, 0.9))
    }

    /// A month or day of the year so many years from publication's.
    fn in_year_of(self, point: Point, by: i32) -> Option<Point> {
        let year = self
            .published?
            .year()
            .checked_add(i16::try_from(by).ok()?)?;
        match point {
            Point::Month(None, month, which) => Some(Point::Month(Some(year), month, which)),
            Point::Date {
                year: None,
                month,
                day,
                weekday,
            } => Some(Point::Date {
                year: Some(year),
                month,
                day,
                weekday,
            }),
            _ => None,
        }
    }

    /// `周五` or `星期五`, and the token behind.
    fn han_weekday(self, i: usize) -> Option<(i8, usize)> {
        let at = match self.sign(i)? {
            '周' | '週' => i + 1,
            '星' if self.sign(i + 1) == Some('期') => i + 2,
            _ => return None,
        };
        let sign = self.sign(at)?;
        let n = WEEKDAYS.iter().position(|known| *known == sign)?;
        // "周日" but not "周日本": the sign may begin another word.
        let free = sign != '日' || self.sign(at + 1) != Some('本');
        free.then_some((n.min(6) as i8, at + 1))
    }

    /// The Han sign at a token.
    fn sign(self, i: usize) -> Option<char> {
        let token = self.token(i).filter(|t| t.kind == Kind::Han)?;
        char::from_u32(token.n)
    }
}
