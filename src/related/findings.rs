//! What nobody has stated around a story and the analysis finds: related stories, the stories that report what this one
//! mentions, and what it mentions that no story reports.

use std::collections::HashSet;
use std::ops::Range;

use super::Node;
use super::found::{Found, found};
use super::own::is_own;
use super::reports::report;
use super::score::List;
use crate::analyse::Incident;
use crate::library::{Library, Result, Row, Told};
use crate::text::fold;

/// Related stories looked at, copies of each other as one, or more where more are stated.
const RELATED: usize = 24;
/// The score from which a found story is worth showing.
const SHOWN: f32 = 0.25;

/// What was found around one story.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The id of the story.
    pub story: String,
    /// In how many stories of the library each new name stands, by the name as this story has it.
    pub names: Vec<(String, u64)>,
    /// Related stories, best first: every stated one with its score, and the found ones that are worth showing.
    pub related: Vec<Found>,
    /// The stories that report an incident this one mentions, in its order.
    pub reported: Vec<Row>,
    /// The incidents it mentions that no story reports, in its order.
    pub mentioned: Vec<Node>,
}

/// What is found around the story with an id.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn findings(library: &Library, id: &str) -> Result<Option<Findings>> {
    library.at_once(|library| {
        let Some(row) = library.row(id)? else {
            return Ok(None);
        };
        let Some(told) = library.told(row.place.key)? else {
            return Ok(None);
        };
        find(library, &row, &told).map(Some)
    })
}

fn find(library: &Library, row: &Row, told: &Told) -> Result<Findings> {
    let links = library.links(&row.id)?;
    let count = RELATED.max(links.len());
    let mut related = found(library, (row, told.clone()), &links, List::Storyline, count)?;
    let shown = |found: &Found| found.stated.is_some() || found.total() >= SHOWN;
    let groups: HashSet<String> = related
        .iter()
        .filter(|f| shown(f))
        .map(|f| f.group.clone())
        .collect();
    // A copy comes with what it is a copy of.
    related.retain(|found| groups.contains(&found.group));
    let mut findings = Findings {
        story: row.id.clone(),
        names: Vec::new(),
        related,
        reported: Vec::new(),
        mentioned: Vec::new(),
    };
    find_incidents(library, (row, told), &mut findings)?;
    let mut known = HashSet::new();
    for new in &told.analysis.names {
        if known.insert(new.name.as_str()) {
            let stories = library.stories_with_name(&fold(&new.name))?;
            findings.names.push((new.name.clone(), stories));
        }
    }
    Ok(findings)
}

/// Finds who reports the incidents that a story mentions.
fn find_incidents(
    library: &Library,
    (row, told): (&Row, &Told),
    findings: &mut Findings,
) -> Result<()> {
    let incidents = told.analysis.incidents(&told.body, told.speaks_from);
    let (mut hollow, mut reports) = (Vec::new(), Vec::new());
    let mut known = HashSet::new();
    for incident in &incidents {
        let own = is_own(told, incident, &incidents);
        match report(library, (row, told), incident, own)? {
            Some(report) => {
                reports.push((incident.sentence.clone(), report.place.key));
                if known.insert(report.place.key) {
                    findings.reported.push(report);
                }
            }
            None if own => {}
            None => hollow.push(incident),
        }
    }
    for incident in hollow {
        if !is_told_by(library, &reports, incident)? {
            findings.mentioned.push(Node::mentioned(told, incident));
        }
    }
    Ok(())
}

/// Whether a story that another date of the same sentence led to tells of an incident too: "sent in December, as became known
/// in January".
fn is_told_by(
    library: &Library,
    reports: &[(Range<usize>, i64)],
    hollow: &Incident,
) -> Result<bool> {
    for (sentence, key) in reports {
        if *sentence == hollow.sentence
            && let Some(other) = library.told(*key)?
            && other.analysis.tells_of(hollow)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
