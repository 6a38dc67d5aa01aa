//! Which of the incidents a text tells are what its story itself reports.

use jiff::civil::Date;

use super::score::REPORTED_WITHIN;
use crate::analyse::{Grain, Incident};
use crate::library::Told;

/// Days: news of a first report is what happened so long before it.
const NEWS: i32 = 14;

/// Whether an incident, one of all that the text tells, is what the story itself reports: it happened on the story's day, on
/// the day beside it where one sentence tells both, or is what the lead dates to the days of the first report. Where nothing
/// but the day of publication is known, it happened shortly before.
pub(super) fn is_own(told: &Told, incident: &Incident, all: &[Incident]) -> bool {
    let Some(date) = told.date() else {
        return false;
    };
    let day = date.first_day();
    let on_its_day = |i: &Incident| i.from <= day && day <= i.to;
    let ago = (day - incident.from).get_days();
    let news = told.occurred.is_none() && (0..=REPORTED_WITHIN).contains(&ago);
    // "Between the evening of 19 June and the morning of 20 June".
    let night = incident.grain == Grain::Day
        && ago.abs() == 1
        && all.iter().any(|other| {
            other.grain == Grain::Day && on_its_day(other) && shares_sentence(other, incident)
        });
    // A story known to the month reports what its lead dates within that month.
    let month = date.day().is_none() && in_lead(told, incident) && {
        incident.from <= day.last_of_month() && day <= incident.to
    };
    news || on_its_day(incident) || night || month || is_news_of_lead(told, incident, day)
}

/// Whether the first paragraph dates an incident to the days of the first report: "Jiji reported on 20 September".
fn is_news_of_lead(told: &Told, incident: &Incident, day: Date) -> bool {
    let Some(report) = told.speaks_from else {
        return false;
    };
    let ago = (report.first - incident.from).get_days();
    let after = (incident.from - day).get_days();
    let fits = (0..=NEWS).contains(&ago) && after >= -1 || after == 1;
    incident.grain == Grain::Day && fits && in_lead(told, incident)
}

fn in_lead(told: &Told, incident: &Incident) -> bool {
    let body = told.body.trim_end();
    let lead = body.trim_start().find("\n\n").map_or(body.len(), |end| {
        end + (body.len() - body.trim_start().len())
    });
    incident.sentence.start < lead
}

fn shares_sentence(one: &Incident, other: &Incident) -> bool {
    one.told
        .iter()
        .any(|sentence| other.told.contains(sentence))
}
