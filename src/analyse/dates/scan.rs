//! The walk over a text's tokens that tries every rule where its first word stands.

use super::phrase::{Phrase, Reader};
use super::tokens::{Key, Kind};

/// The phrases of a text in order, none over another.
pub(super) fn phrases(reader: Reader<'_>) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut i = 0;
    while let Some(kind) = reader.kind(i) {
        if matches!(kind, Kind::Word | Kind::Figure | Kind::Mark(_) | Kind::Few)
            && !reader.may_open(i)
        {
            i += 1;
            continue;
        }
        if let Some(end) = reader.weekly(i) {
            i = end;
            continue;
        }
        if let Some(phrase) = reader.phrase(i) {
            i = phrase.last + 1;
            let second = reader.second_day(i, &phrase);
            // "the day before yesterday" reaches back, never into what was found.
            if found.last().is_none_or(|last| last.last < phrase.first) {
                found.push(phrase);
            }
            if let Some(second) = second {
                i = second.last + 1;
                found.push(second);
            }
        } else {
            i += 1;
        }
    }
    found
}

impl Reader<'_> {
    /// Whether a token that is no word of dates can open one: `Christmas`, `Q3`, `24.10.2018`.
    fn may_open(self, i: usize) -> bool {
        match self.kind(i) {
            Some(Kind::Word) => {
                self.capital(i)
                    || self.word(i).starts_with("lat") && self.is_any(i, &["latter", "latest"])
                    || self.word(i).len() == 9 && self.is(i, "overnight")
                    || matches!(self.word(i).as_bytes(), [b'1'..=b'4', b'Q' | b'H', ..])
            }
            Some(Kind::Figure) => true,
            Some(Kind::Mark('\'')) => matches!(self.kind(i + 1), Some(Kind::Number | Kind::Decade)),
            _ => false,
        }
    }

    /// The phrase that begins at the token.
    fn phrase(self, i: usize) -> Option<Phrase> {
        let parted = self.part(i).and_then(|(part, at)| {
            let whole = self.whole(at).or_else(|| self.context_unit(at))?;
            // "early on 3 March" is the day.
            Some(Phrase { part, ..whole }.from(i))
        });
        parted.or_else(|| self.whole(i)).or_else(|| self.counted(i))
    }

    /// A phrase without `early` and the like before it.
    fn whole(self, i: usize) -> Option<Phrase> {
        match self.kind(i)? {
            Kind::Number => self
                .numeric(i)
                .or_else(|| self.han(i))
                .or_else(|| self.nine_eleven(i))
                .or_else(|| self.range(i))
                .or_else(|| self.first_of_two(i))
                .or_else(|| self.calendar_day(i))
                .or_else(|| self.reported(i))
                .or_else(|| self.lone_year(i)),
            Kind::Figure => self.numeric(i),
            Kind::Nth => self
                .part_of_year(i)
                .or_else(|| self.range(i))
                .or_else(|| self.monthly(i))
                .or_else(|| self.first_of_two(i))
                .or_else(|| self.calendar_day(i))
                .or_else(|| self.quarter(i))
                .or_else(|| self.age(i))
                .or_else(|| self.feast(i)),
            Kind::Month | Kind::MonthShort => self
                .nine_eleven(i)
                .or_else(|| self.range(i))
                .or_else(|| self.calendar_day(i))
                .or_else(|| self.feast(i))
                .or_else(|| self.first_of_months(i))
                .or_else(|| self.lone_month(i)),
            Kind::Weekday | Kind::WeekdayShort => self.weekday(i),
            Kind::Season | Kind::Fall => self.season(i),
            Kind::Decade => self.age(i),
            Kind::Key(Key::From | Key::Between) => self.range(i),
            Kind::Key(Key::The) => self.after_the(i),
            Kind::Key(Key::Last | Key::This | Key::Next | Key::Same) => self
                .part_of_year(i)
                .or_else(|| self.monthly(i))
                .or_else(|| self.reported(i))
                .or_else(|| self.framed(i)),
            Kind::Key(_) => self.simple(i).or_else(|| self.framed(i)),
            Kind::Unit => self.reported(i).or_else(|| self.unit_end(i)),
            Kind::Mark('\'') => self.short_year(i),
            Kind::Han => self.han_word(i),
            Kind::Count => self.spoken_year(i),
            Kind::Word if self.is(i, "latest") => self.reported(i),
            Kind::Word if self.is(i, "overnight") => self.overnight(i),
            Kind::Word => self.quarter(i).or_else(|| self.feast(i)),
            _ => None,
        }
    }

    fn after_the(self, i: usize) -> Option<Phrase> {
        if let Some((part, at)) = self.part(i + 1) {
            let whole = self.whole(at).or_else(|| self.context_unit(at))?;
            return Some(Phrase { part, ..whole }.from(i));
        }
        if let Some(found) = self.part_of_year(i) {
            return Some(found);
        }
        if self.may_report(i + 1)
            && let Some(found) = self.reported(i)
        {
            return Some(found);
        }
        if let Some(found) = self.monthly(i) {
            return Some(found);
        }
        // "the day before yesterday" is longer than "the day before".
        let far = self.simple(i + 3).filter(|found| found.first == i);
        far.or_else(|| self.framed(i))
            .or_else(|| self.day_of_month(i))
            .or_else(|| {
                let inner = match self.kind(i + 1)? {
                    Kind::Nth => self
                        .calendar_day(i + 1)
                        .or_else(|| self.quarter(i + 1))
                        .or_else(|| self.age(i + 1)),
                    Kind::Decade => self.age(i + 1),
                    _ => self
                        .quarter(i + 1)
                        .filter(|_| self.is_any(i + 1, &["latter", "last"])),
                };
                inner.map(|found| found.from(i))
            })
    }
}
