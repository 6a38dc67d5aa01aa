//! What is known at one place of a text: the dates told before it, and whether it is news or history.

use jiff::civil::Date;

use super::Grain;
use super::calendar::{Stretch, plus};
use super::days::Days;
use super::phrase::{Anchor, Phrase, Point, Reader, Unit};
use super::tokens::{Key, Kind};

/// Years: a bare year farther from the date told last does not move the tale.
const ASIDE: i32 = 10;

/// Days: what happened longer ago is not what a piece of news is about.
const NEWS: i32 = 14;

/// A date the text told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) stretch: Stretch,
    /// Whether its year was named, by itself or by the date it was counted from.
    pub(super) dated: bool,
    paragraph: u32,
    /// Its last token.
    last: usize,
}

impl Told {
    pub(super) fn is_in(self, paragraph: u32) -> bool {
        self.paragraph == paragraph
    }

    /// Whether a paragraph goes on from it.
    pub(super) fn is_near(self, paragraph: u32) -> bool {
        self.paragraph + 1 >= paragraph
    }
}

/// What is known at one place of the text.
#[derive(Debug)]
pub(super) struct Context<'t> {
    pub(super) reader: Reader<'t>,
    pub(super) published: Option<Date>,
    /// Whether dates without a year go by the dates before them.
    pub(super) history: bool,
    pub(super) told: Option<Told>,
    pub(super) days: Days,
    /// As `told`, but years named in passing count too.
    pub(super) latest: Option<Told>,
    /// The day of what a piece of news is about: the first it tells, if that is recent.
    pub(super) event: Option<Date>,
    /// The quarter the text reports on, and its paragraph.
    pub(super) report: Option<(Stretch, u32)>,
    /// The first year the text names, for dates before it.
    pub(super) opening: Option<i16>,
    /// The last token of the phrase before, and whether its clause speaks of what is to come.
    pub(super) couple: (usize, Option<bool>),
    /// The first and last token of the phrase that is being placed.
    pub(super) here: (usize, usize),
}

/// Years long past and hardly a weekday or a `yesterday`.
fn is_history(phrases: &[Phrase], published: Option<Date>) -> bool {
    let Some(published) = published else {
        return true;
    };
    let (mut distant, mut near) = (0, 0);
    for phrase in phrases {
        match phrase.point {
            Point::Weekday(..)
            | Point::WeekdayOf(..)
            | Point::Shift(_, _, Anchor::Published)
            | Point::Past(..) => {
                near += 1;
            }
            point => distant += u32::from(year_of(point).is_some_and(|y| y < published.year() - 1)),
        }
    }
    distant >= 3 && near * 3 <= distant
}

/// Whether a point is only compared with: "up from $3 million a year earlier".
fn is_comparison(point: Point) -> bool {
    matches!(
        point,
        Point::Shift(Unit::Year, -1, Anchor::Told | Anchor::Published) | Point::Reported(1)
    )
}

/// The year a point names.
pub(super) fn year_of(point: Point) -> Option<i16> {
    match point {
        Point::Date { year, .. }
        | Point::Month(year, ..)
        | Point::Quarter(year, ..)
        | Point::Half(year, _)
        | Point::Season(year, ..)
        | Point::Feast(year, ..) => year,
        Point::Year(year) => Some(year),
        _ => None,
    }
}

impl<'t> Context<'t> {
    pub(super) fn new(reader: Reader<'t>, phrases: &[Phrase], published: Option<Date>) -> Self {
        Self {
            reader,
            published,
            history: is_history(phrases, published),
            told: None,
            days: Days::default(),
            latest: None,
            couple: (0, None),
            here: (0, 0),
            event: None,
            report: None,
            opening: phrases.iter().find_map(|p| year_of(p.point)),
        }
    }

    /// Takes note of what a phrase has told.
    pub(super) fn record(&mut self, phrase: &Phrase, stretch: Stretch, paragraph: u32) {
        if is_comparison(phrase.point) && !self.history {
            return;
        }
        self.note_report(phrase.point, stretch, paragraph);
        let named = year_of(phrase.point).or(phrase.until.and_then(year_of));
        let from = if stretch.grain == Grain::Range {
            stretch.to
        } else {
            stretch.from
        };
        let told = Told {
            // A tale goes on from the end of a range, or somewhere in its last year.
            stretch: match phrase.until {
                Some(Point::Year(year)) => Stretch::year(year).unwrap_or(stretch),
                _ => Stretch { from, ..stretch },
            },
            dated: named.is_some() || self.inherits(phrase.point),
            paragraph,
            last: phrase.last,
        };
        if phrase.sure >= 0.7 && !matches!(phrase.point, Point::Past(..)) {
            self.latest = Some(told);
        }
        if self.tells(phrase) {
            if self.event.is_none() && stretch.grain == Grain::Day {
                let published = self.published.unwrap_or(stretch.from);
                let ago = (published - stretch.from).get_days();
                self.event = (0..=NEWS).contains(&ago).then_some(stretch.from);
            }
            self.told = Some(told);
            if told.stretch.grain == Grain::Day {
                self.days.record(told, self.published);
            }
        }
    }

    /// Takes note of the quarter that a company reports on: the latest that is over.
    fn note_report(&mut self, point: Point, stretch: Stretch, paragraph: u32) {
        let over = self.published.is_none_or(|p| stretch.to < p);
        let later = self.report.is_none_or(|(r, _)| r.from <= stretch.from);
        if stretch.grain == Grain::Quarter && over && later && !matches!(point, Point::Past(..)) {
            self.report = Some((stretch, paragraph));
        }
    }

    /// Whether dates behind the phrase may be counted from it.
    fn tells(&self, phrase: &Phrase) -> bool {
        let aside =
            (phrase.first.saturating_sub(3)..phrase.first).any(|i| self.reader.is(i, "born"));
        let since = self.reader.key(phrase.first.wrapping_sub(1), Key::Since);
        let bracket =
            !self.history && matches!(self.reader.before(phrase.first), Some(Kind::Mark('(')));
        let broad = matches!(
            phrase.point,
            Point::Past(..) | Point::Decade(_) | Point::Century(_)
        );
        // "as it is today" is no part of an old tale.
        let now = self.history && matches!(phrase.point, Point::Shift(_, _, Anchor::Published));
        let broad = broad || now || self.is_aside(phrase);
        phrase.sure >= 0.8 && !aside && !since && !bracket && !broad
    }

    /// Whether a bare year is named in passing: "a book of 2009". One that opens a sentence goes on with the tale; so does,
    /// in history, one not far from it.
    fn is_aside(&self, phrase: &Phrase) -> bool {
        let Point::Year(year) = phrase.point else {
            return false;
        };
        let apart = |told: Told| i32::from(year) - i32::from(told.stretch.from.year());
        let far = !self.history || self.told.is_some_and(|t| apart(t).abs() > ASIDE);
        let opens =
            self.reader.opens(phrase.first) || self.reader.opens(phrase.first.saturating_sub(1));
        phrase.until.is_none() && far && !opens
    }

    /// Whether a phrase without a year has taken it from a dated one.
    fn inherits(&self, point: Point) -> bool {
        let counted = matches!(
            point,
            Point::Weekday(..) | Point::Shift(_, _, Anchor::Published)
        );
        !counted && self.told.is_some_and(|t| t.dated)
    }

    /// The day told last.
    pub(super) fn day_told(&self) -> Option<Date> {
        self.days.last.map(|told| told.stretch.from)
    }

    /// The day that "On Monday, two days after the quake," tells once more, or "It fell on Monday, two days after the quake".
    pub(super) fn just_told(&self) -> Option<Date> {
        let told = self.days.last?;
        let first = self.here.0;
        let comma = first > told.last + 1 && self.reader.mark(first - 1, ',');
        let same = !(told.last + 1..first).any(|i| self.stops(i) || self.reader.mark(i, ';'));
        (comma && same).then_some(told.stretch.from)
    }

    /// The month that the sentence has told last.
    pub(super) fn month_of_sentence(&self) -> Option<Stretch> {
        let told = self.told.filter(|t| t.stretch.grain == Grain::Month)?;
        let same = !(told.last + 1..self.here.0).any(|i| self.stops(i));
        same.then_some(told.stretch)
    }

    /// Whether the paragraph or the one before it has told a day; in history every day is near.
    pub(super) fn day_is_near(&self, paragraph: u32) -> bool {
        self.history || self.days.last.is_some_and(|told| told.is_near(paragraph))
    }

    /// Whether the sentence has told a day.
    pub(super) fn day_in_sentence(&self) -> bool {
        let told = self.days.last.map(|told| told.last);
        told.is_some_and(|last| !(last + 1..self.here.0).any(|i| self.stops(i)))
    }

    /// Whether a sentence ends with a token.
    pub(super) fn stops(&self, i: usize) -> bool {
        let reader = self.reader;
        reader.mark(i, '.') && reader.token(i + 1).is_some_and(|t| t.gap) && reader.capital(i + 1)
    }

    /// The date told last, where dates without a year go by it.
    pub(super) fn narrative(&self, paragraph: u32) -> Option<Stretch> {
        let told = self.told?;
        let distant = self
            .published
            .is_none_or(|p| told.stretch.to < plus(p, -300).unwrap_or(p));
        let near = told.dated && told.paragraph == paragraph && distant && self.goes_on(told.last);
        (self.history || near).then_some(told.stretch)
    }

    /// Whether the phrase goes on with the tale of the date that ended with a token: in its sentence, or in one behind it that
    /// says "he" or "it", or begins with "its". Otherwise a date without a year is of the latest year, as news has it.
    fn goes_on(&self, last: usize) -> bool {
        const SAME: [&str; 4] = ["he", "she", "it", "they"];
        // "Chaoyang district, for its part": the owner may be new.
        const OWNED: [&str; 4] = ["his", "her", "its", "their"];
        let (first, end) = self.here;
        let reader = self.reader;
        // What will be is no part of an old tale.
        if (last + 1..end + 6).any(|i| reader.is(i, "will")) {
            return false;
        }
        let mut between = (last + 1..first).filter(|i| self.stops(*i));
        let Some(stop) = between.next() else {
            return true;
        };
        // Who is spoken of stands before the verb: "Hong Kong said on Dec. 22 that it was ready".
        let subject = if first < stop + 4 { end + 4 } else { first };
        let said = (stop..subject).any(|i| reader.is_any(i, &SAME));
        let owned = (stop..stop + 4).any(|i| reader.is_any(i, &OWNED));
        between.next().is_none() && (said || owned)
    }
}
