//! The days that phrases mean: counted from publication in news, from the date told last in history.

use jiff::civil::Date;

use super::calendar::{Stretch, plus};
use super::choose;
use super::context::{Context, year_of};
use super::cues;
use super::phrase::{Part, Phrase, Point, Reader, Unit, Which};
use super::tokens::{Key, Kind};
use super::{DateMention, Grain};

/// Mentions for the phrases that can be placed.
pub(super) fn resolve(
    reader: Reader<'_>,
    phrases: &[Phrase],
    published: Option<Date>,
) -> Vec<DateMention> {
    let mut context = Context::new(reader, phrases, published);
    phrases
        .iter()
        .filter_map(|phrase| context.mention(phrase))
        .collect()
}

impl Context<'_> {
    fn mention(&mut self, phrase: &Phrase) -> Option<DateMention> {
        let (first, last) = (
            self.reader.token(phrase.first)?,
            self.reader.token(phrase.last)?,
        );
        self.here = (phrase.first, phrase.last);
        // A named year needs no tense to be found.
        let open = year_of(phrase.point).is_none();
        let future = if !open {
            None
        } else if self.is_coupled(phrase) {
            self.couple.1
        } else {
            cues::future(self.reader, phrase.first, phrase.last)
        };
        self.couple = (phrase.last, future);
        let (mut stretch, mut confidence) = self.place(phrase.point, future, first.paragraph)?;
        if let Some(until) = phrase.until {
            let (other, sure) = self.place_end(until, stretch, future, first.paragraph)?;
            confidence = sure.min(confidence);
            let to = (other.to >= stretch.from).then_some(other.to)?;
            stretch = Stretch {
                from: stretch.from,
                to,
                grain: Grain::Range,
            };
        }
        self.record(phrase, stretch, first.paragraph);
        stretch = stretch.part(phrase.part, self.limit(phrase.part));
        Some(DateMention {
            start: first.start,
            end: last.end,
            from: stretch.from,
            to: stretch.to,
            grain: stretch.grain,
            confidence: (confidence * phrase.sure).clamp(0.05, 1.0),
            to_come: future,
        })
    }

    /// Whether the phrase is the second of a pair, "on Friday and Saturday": one verb tells of both.
    fn is_coupled(&self, phrase: &Phrase) -> bool {
        let and = matches!(
            self.reader.before(phrase.first),
            Some(Kind::Key(Key::And | Key::Or))
        );
        and && self.couple.0 + 2 == phrase.first
    }

    /// What `earlier` or `later this year` ends or begins with.
    fn limit(&self, part: Part) -> Option<Date> {
        let counted = matches!(part, Part::Before | Part::After) && !self.history;
        self.published.filter(|_| counted)
    }

    /// The stretch a point means, and how sure that is.
    fn place(&self, point: Point, future: Option<bool>, paragraph: u32) -> Option<(Stretch, f32)> {
        let fixed = match point {
            Point::Date {
                year: Some(year),
                month,
                day,
                ..
            } => Date::new(year, month, day).ok().map(Stretch::day),
            Point::Month(Some(year), month, _) => Stretch::month(year, month),
            Point::Quarter(Some(year), n, _) => Stretch::quarter(year, n),
            Point::Half(Some(year), n) => Stretch::half(year, n),
            Point::Season(Some(year), n, _) => Stretch::season(year, n),
            Point::Feast(Some(year), feast, _) => {
                super::calendar::feast(feast, year).map(Stretch::day)
            }
            Point::Year(year) => Stretch::year(year),
            Point::Decade(year) => Stretch::decade(year),
            Point::Century(year) => Stretch::century(year),
            Point::WeekdayOf(n, weeks) => {
                let week = Stretch::shifted(self.published?, Unit::Week, weeks)?;
                let day = plus(week.from, i32::from(n))?;
                return Some((Stretch::day(day), 0.95));
            }
            Point::WeekdayAfter(n, weeks) => {
                let next = super::calendar::weekday_from(plus(self.published?, 1)?, n)?;
                let day = plus(next, weeks.checked_mul(7)?)?;
                return Some((Stretch::day(day), 0.8));
            }
            Point::DayOf(day, months) => {
                let month = Stretch::shifted(self.published?, Unit::Month, months)?.from;
                let date = Date::new(month.year(), month.month(), day).ok()?;
                return Some((Stretch::day(date), 0.95));
            }
            Point::Weekday(n, which) => return self.weekday(n, which, future, paragraph),
            Point::Shift(unit, by, anchor) => {
                return self.shift(unit, by, anchor, future, paragraph);
            }
            Point::Past(unit, n) => return self.past(unit, n),
            Point::Reported(back) => return self.reported(back),
            Point::ReportedIn(year) => return self.reported_in(year),
            Point::DayOfMonth(day) => return self.day_of_month(day, future),
            _ => return self.yearless(point, future, paragraph),
        };
        fixed.map(|stretch| (stretch, 1.0))
    }

    /// The later end of a range: the first such date from its beginning on.
    fn place_end(
        &self,
        point: Point,
        from: Stretch,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        match point {
            Point::Weekday(n, _) => {
                let day = super::calendar::weekday_from(from.from, n)?;
                Some((Stretch::day(day), 0.8))
            }
            Point::Shift(..) => self.place(point, future, paragraph),
            point if year_of(point).is_none() => {
                let found = (0..2).filter_map(|by| choose::in_year(point, from.from.year() + by));
                found
                    .into_iter()
                    .find(|s| s.to >= from.to)
                    .map(|s| (s, 0.85))
            }
            point => self.place(point, future, paragraph),
        }
    }

    /// A day, month or season whose year is not said.
    fn yearless(
        &self,
        point: Point,
        future: Option<bool>,
        paragraph: u32,
    ) -> Option<(Stretch, f32)> {
        let which = match point {
            Point::Month(_, _, w)
            | Point::Quarter(_, _, w)
            | Point::Season(_, _, w)
            | Point::Feast(_, _, w) => w,
            _ => Which::Open,
        };
        let narrated = matches!(
            which,
            Which::Open | Which::Told | Which::Previous | Which::Following
        );
        // "Last June" counts from the day of writing even in an old tale.
        let deictic = which == Which::Last && self.published.is_some();
        if narrated || self.history && !deictic {
            let fresh = self.fresh(point, which, future).filter(|_| !self.history);
            let meant = self
                .latest
                .or(self.told)
                .filter(|_| which == Which::Told)
                .map(|t| t.stretch);
            if let Some(told) = meant
                .or_else(|| self.narrative(paragraph))
                .filter(|_| fresh.is_none())
            {
                let near = choose::near(point, which, told);
                // "Tuesday, Aug. 29" is of no year in which that is a Thursday.
                if let Some(found) =
                    near.filter(|s| self.history || choose::weekday_fits(point, *s))
                {
                    return Some((found, 0.7));
                }
            }
            // Older than news is: the year comes later in the text.
            let old = |year: i16| self.published.is_none_or(|p| year < p.year() - 10);
            if self.history
                && let Some(year) = self.opening.filter(|y| old(*y))
            {
                return choose::in_year(point, year).map(|s| (s, 0.4));
            }
        }
        let published = self.published?;
        choose::by_publication(point, which, published, future).map(|s| (s, 0.9))
    }

    /// A day of the last two weeks before publication: those are what news is about, whatever was told before them.
    fn fresh(&self, point: Point, which: Which, future: Option<bool>) -> Option<Stretch> {
        let published = self.published?;
        let found = choose::by_publication(point, which, published, future)?;
        let age = (published - found.from).get_days();
        (found.grain == Grain::Day && (-1..=14).contains(&age)).then_some(found)
    }
}
