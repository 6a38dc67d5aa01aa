//! The year of a day, month or season that is told without one: near a date told before, or near publication.

use jiff::civil::Date;

use super::Grain;
use super::calendar::{Stretch, feast};
use super::phrase::{Point, Which};

/// The stretch a point without a year would be in that year.
pub(super) fn in_year(point: Point, year: i16) -> Option<Stretch> {
    match point {
        Point::Date { month, day, .. } => Date::new(year, month, day).ok().map(Stretch::day),
        Point::Month(_, month, _) => Stretch::month(year, month),
        Point::Quarter(_, n, _) => Stretch::quarter(year, n),
        Point::Half(_, n) => Stretch::half(year, n),
        Point::Season(_, n, _) => Stretch::season(year, n),
        Point::Feast(_, f, _) => feast(f, year).map(Stretch::day),
        _ => None,
    }
}

/// Whether the weekday that is named with a date fits it in that year.
pub(super) fn weekday_fits(point: Point, stretch: Stretch) -> bool {
    match point {
        Point::Date {
            weekday: Some(n), ..
        } => stretch.from.weekday().to_monday_zero_offset() == n,
        _ => true,
    }
}

/// The years around one that can be meant; where a weekday is named, those that fit it, if any does.
fn candidates(point: Point, year: i16) -> impl Iterator<Item = Stretch> {
    let all = move |reach: i16| {
        (-reach..=reach).filter_map(move |by| in_year(point, year.checked_add(by)?))
    };
    let fitting = move |reach| all(reach).filter(move |s| weekday_fits(point, *s));
    let bound = matches!(
        point,
        Point::Date {
            weekday: Some(_),
            ..
        }
    ) && fitting(3).next().is_some();
    // Three years before or after, a date falls on every weekday but two or three.
    let reach = if bound { 3 } else { 1 };
    all(reach).filter(move |s| !bound || weekday_fits(point, *s))
}

/// The one that continues a tale best: soon after what was told, or not long before.
pub(super) fn near(point: Point, which: Which, told: Stretch) -> Option<Stretch> {
    let mut around = candidates(point, told.from.year());
    match which {
        Which::Previous | Which::Last => return around.filter(|s| s.to < told.from).last(),
        Which::Following | Which::Next => return around.find(|s| s.from > told.to),
        _ => {}
    }
    if told.grain >= Grain::Year && told.grain != Grain::Range {
        return in_year(point, told.from.year());
    }
    candidates(point, told.from.year()).min_by_key(|s| {
        let days = (s.from - told.from).get_days();
        if days < 0 && s.to < told.from {
            -days * 2
        } else {
            days.abs()
        }
    })
}

/// The one that news of that day means: what was, unless the sentence speaks of what will be.
pub(super) fn by_publication(
    point: Point,
    which: Which,
    published: Date,
    future: Option<bool>,
) -> Option<Stretch> {
    if which == Which::YearBefore {
        let found = by_publication(point, Which::Open, published, future)?;
        return in_year(point, found.from.year() - 1);
    }
    if let Point::Half(..) = point {
        let this = in_year(point, published.year())?;
        // What has not begun is not reported on.
        let ahead = this.from > published && future != Some(true);
        return if ahead {
            in_year(point, published.year() - 1)
        } else {
            Some(this)
        };
    }
    let over = |s: &Stretch| match which {
        Which::Last => s.to < published,
        Which::Next => s.from > published,
        _ => true,
    };
    candidates(point, published.year())
        .filter(over)
        .min_by_key(|s| cost(*s, published, which, future))
}

/// How unlikely a stretch is, in days.
fn cost(stretch: Stretch, published: Date, which: Which, future: Option<bool>) -> i32 {
    let ahead = (stretch.from - published).get_days();
    let past = (published - stretch.to).get_days();
    if which == Which::This {
        // This March is that of this year, however far.
        return if stretch.from.year() == published.year() {
            0
        } else {
            ahead.abs().max(past.abs())
        };
    }
    if which != Which::Open {
        return ahead.max(past);
    }
    // Whole quarters are reported when they are over.
    if stretch.grain == Grain::Quarter && ahead <= 0 && past < 0 && future != Some(true) {
        return 100;
    }
    if ahead <= 0 && past <= 0 {
        return 0;
    }
    match future {
        Some(true) if ahead > 0 => ahead,
        Some(true) if stretch.grain != Grain::Day => past * 6 + 5,
        Some(true) => past * 3 + 5,
        // A verb that tells of the past outweighs nearness.
        Some(false) if ahead > 0 && stretch.grain != Grain::Day => ahead * 12 + 400,
        Some(false) if ahead > 0 => ahead * 12 + 60,
        _ if ahead > 0 && stretch.grain == Grain::Day => ahead * 4 + 5,
        _ if ahead > 0 => ahead * 6 + 60,
        _ => past,
    }
}
