//! How much two stories belong together, and by what: every part of the score can be shown.

use jiff::civil::Date;

use super::features::Features;
use crate::library::{Frequencies, Slot};
use crate::story::PartialDate;

/// What a part counts beside the cosine of the texts. Chosen on local news by `examples/measure`, whose figures stand in `assets/linking.md`.
const TITLE: f32 = 0.15;
const RAREST_NAME: f32 = 0.15;
const ALL_NAMES: f32 = 0.15;
const DAY: f32 = 0.12;
const NEAR: f32 = 0.04;
const APART: f32 = -0.03;
const PLACE: f32 = 0.15;

/// The part of the score that time does not take away, where everything is asked for and along a storyline, whose end may
/// lie years from its beginning.
const TIMELESS: [f32; 2] = [0.5, 0.6];
/// Time takes the rest away by a factor e in so many days.
const DECAY: f32 = 30.0;
/// A shared day at least as rare as this stops time.
const TELLING: f32 = 0.3;
/// Something dated up to so many days before the other's publication is likely what it reports.
pub(super) const REPORTED_WITHIN: i32 = 3;

/// The score of two stories in its parts, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// The cosine of the texts.
    pub words: f32,
    /// The cosine of the headlines.
    pub title: f32,
    /// The rarity of the rarest name that both have.
    pub rarest_name: f32,
    /// The cosine over the names.
    pub names: f32,
    /// The rarity of the rarest day that both tell of.
    pub day: f32,
    /// Whether one tells of a day on which, or shortly before which, the other appeared.
    pub near: f32,
    /// Whether both tell of days and share none.
    pub apart: f32,
    /// Whether both happened in the same place.
    pub place: f32,
    /// What time leaves of it all.
    pub time: f32,
}

impl Score {
    /// All parts in one number; about 1 for copies, below 0.1 for strangers.
    pub fn total(&self) -> f32 {
        let weighed = self.weighed().into_iter();
        let sum: f32 = weighed.map(|(_, value, weight)| value * weight).sum();
        (sum * self.time).max(0.0)
    }

    /// Every part that is added up, with its value and its weight.
    pub fn weighed(&self) -> [(&'static str, f32, f32); 8] {
        self.table()
            .map(|(_, name, value, weight)| (name, value, weight))
    }

    /// What each part adds, the largest first, by its name.
    pub(super) fn parts(&self) -> Vec<(Part, f32)> {
        let mut parts: Vec<(Part, f32)> = Vec::new();
        for (part, _, value, weight) in self.table() {
            match parts.iter_mut().find(|(known, _)| *known == part) {
                Some((_, sum)) => *sum += value * weight,
                None => parts.push((part, value * weight)),
            }
        }
        parts.retain(|(_, value)| *value > 0.0);
        parts.sort_by(|a, b| b.1.total_cmp(&a.1));
        parts
    }

    fn table(&self) -> [(Part, &'static str, f32, f32); 8] {
        [
            (Part::Words, "words", self.words, 1.0),
            (Part::Title, "headline", self.title, TITLE),
            (Part::Names, "rarest name", self.rarest_name, RAREST_NAME),
            (Part::Names, "all names", self.names, ALL_NAMES),
            (Part::Day, "day both tell of", self.day, DAY),
            (Part::Near, "day one reports", self.near, NEAR),
            // Where it counts there is no day to tell.
            (Part::Day, "no day in common", self.apart, APART),
            (Part::Place, "place", self.place, PLACE),
        ]
    }
}

/// A part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Words,
    Title,
    Names,
    Day,
    Near,
    Place,
}

/// What a score is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Everything,
    Storyline,
}

pub(super) fn score(a: &Features, b: &Features, list: List, frequencies: &Frequencies) -> Score {
    let (rarest_name, names) = names(a, b, frequencies);
    let day = shared_day(a, b, frequencies).map_or(0.0, |(_, share)| share);
    let near = near(a, b).map_or(0.0, |near| near.confidence);
    let dated = !a.days.is_empty() && !b.days.is_empty();
    let place = a.place.is_some() && a.place == b.place;
    Score {
        words: a.text.cosine(&b.text),
        title: a.title.cosine(&b.title),
        rarest_name,
        names,
        day,
        near,
        apart: f32::from(u8::from(dated && day == 0.0)),
        place: f32::from(u8::from(place)),
        time: time((a.date, b.date), list, near, day),
    }
}

fn time(dates: (Option<PartialDate>, Option<PartialDate>), list: List, near: f32, day: f32) -> f32 {
    // Without a date nothing tells how far they lie apart.
    let (Some(a), Some(b)) = dates else {
        return 1.0;
    };
    let days = (a.first_day() - b.first_day()).get_days().unsigned_abs() as f32;
    let telling = f32::from(u8::from(day > TELLING));
    let stays = (-days / DECAY).exp().max(near).max(telling);
    let timeless = TIMELESS[list as usize];
    timeless + (1.0 - timeless) * stays
}

/// The names both have, the rarest first.
pub(super) fn shared_names<'a>(
    a: &'a Features,
    b: &Features,
    frequencies: &Frequencies,
) -> Vec<(&'a str, f32)> {
    let has = |slot: Slot| b.names.binary_search_by_key(&slot, |(s, _)| *s).is_ok();
    let mut shared: Vec<(&str, f32)> = a
        .names
        .iter()
        .filter(|(slot, _)| has(*slot))
        .map(|(slot, name)| (name.as_str(), frequencies.rarity(*slot)))
        .collect();
    shared.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(y.0)));
    shared
}

fn names(a: &Features, b: &Features, frequencies: &Frequencies) -> (f32, f32) {
    let shared = shared_names(a, b, frequencies);
    let Some((_, rarest)) = shared.first() else {
        return (0.0, 0.0);
    };
    let length = |f: &Features| -> f32 {
        let squares = f
            .names
            .iter()
            .map(|(slot, _)| frequencies.rarity(*slot).powi(2));
        squares.sum::<f32>().sqrt()
    };
    let both: f32 = shared.iter().map(|(_, rarity)| rarity * rarity).sum();
    let lengths = length(a) * length(b);
    (*rarest, if lengths > 0.0 { both / lengths } else { 0.0 })
}

/// The rarest day both tell of, with its rarity times how sure it is.
pub(super) fn shared_day(
    a: &Features,
    b: &Features,
    frequencies: &Frequencies,
) -> Option<(Date, f32)> {
    let value = |(day, sure): &(Date, f32)| {
        let at = b.days.binary_search_by_key(day, |(d, _)| *d).ok()?;
        let code = PartialDate::of_day(*day)?.code();
        Some((
            *day,
            frequencies.rarity(Slot::of_day(code)) * sure.min(b.days[at].1),
        ))
    };
    a.days
        .iter()
        .filter_map(value)
        .max_by(|x, y| x.1.total_cmp(&y.1))
}

/// A day that one of two stories tells of and on which, or shortly after which, the other appeared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Near {
    pub(super) day: Date,
    pub(super) confidence: f32,
    /// When the other appeared.
    pub(super) published: Date,
    /// Whether the first of the two tells of it.
    pub(super) told_here: bool,
}

/// The surest such day.
pub(super) fn near(a: &Features, b: &Features) -> Option<Near> {
    let reported = |days: &[(Date, f32)], published: Option<Date>, told_here| {
        let published = published?;
        let before = |day: Date| (0..=REPORTED_WITHIN).contains(&(published - day).get_days());
        let found = days.iter().filter(|(day, _)| before(*day));
        let near = found.map(|(day, confidence)| Near {
            day: *day,
            confidence: *confidence,
            published,
            told_here,
        });
        near.max_by(|x, y| x.confidence.total_cmp(&y.confidence))
    };
    let (one, other) = (
        reported(&a.days, b.published, true),
        reported(&b.days, a.published, false),
    );
    one.into_iter()
        .chain(other)
        .max_by(|x, y| x.confidence.total_cmp(&y.confidence))
}
