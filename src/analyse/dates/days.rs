//! The days a text told, as far as later ones are counted from them: `the day before`, `the same Friday`.

use jiff::civil::Date;

use super::context::Told;

/// The days told so far.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub(super) last: Option<Told>,
    /// The last one that had come when the text was published.
    come: Option<Told>,
    /// The last of each weekday, from Monday on.
    weekdays: [Option<Date>; 7],
}

impl Days {
    pub(super) fn record(&mut self, told: Told, published: Option<Date>) {
        let day = told.stretch.from;
        self.last = Some(told);
        // A day told in full is part of the tale, whenever the rest was written.
        if told.dated || published.is_none_or(|p| day <= p) {
            self.come = Some(told);
        }
        let weekday = day.weekday().to_monday_zero_offset();
        if let Some(place) = self.weekdays.get_mut(weekday as usize) {
            *place = Some(day);
        }
    }

    /// The day that a step is counted from. What has happened was the day before something that has come, not before a
    /// deadline: unless the two stand together and no verb says so.
    pub(super) fn anchor(&self, future: Option<bool>, paragraph: u32) -> Option<Date> {
        let last = self.last?;
        let together = last.is_in(paragraph) && future != Some(false);
        let told = if future == Some(true) || together {
            last
        } else {
            self.come.unwrap_or(last)
        };
        Some(told.stretch.from)
    }

    /// The day that `the same Friday` tells once more.
    pub(super) fn same(&self, weekday: i8) -> Option<Date> {
        *self.weekdays.get(usize::try_from(weekday).ok()?)?
    }
}
