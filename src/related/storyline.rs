//! A story's incidents and linked stories in time order.

use super::Moment;
use crate::library::{Place, Row};
use crate::story::PartialDate;

/// Incidents in time order, around the story they were gathered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storyline {
    /// The id of the story whose storyline this is.
    pub anchor: String,
    pub nodes: Vec<Node>,
}

/// One incident of a storyline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The story that reports it; none where it is only mentioned.
    pub story: Option<String>,
    pub date: Option<PartialDate>,
    place: Place,
}

impl From<&Row> for Node {
    fn from(row: &Row) -> Self {
        Self {
            story: Some(row.id.clone()),
            date: row.date,
            place: row.place,
        }
    }
}

impl Node {
    /// An incident that is only mentioned, if its date is known.
    pub(super) fn mentioned(moment: &Moment) -> Option<Self> {
        let date = moment.from?;
        Some(Self {
            story: None,
            date: Some(date),
            place: Place {
                day: date.code(),
                key: 0,
            },
        })
    }
}

impl Storyline {
    /// The storyline of the story `anchor`.
    pub fn new(anchor: &str, nodes: impl IntoIterator<Item = Node>) -> Self {
        let mut nodes: Vec<Node> = nodes.into_iter().collect();
        nodes.sort_by_key(|node| node.place);
        Self {
            anchor: anchor.to_owned(),
            nodes,
        }
    }

    /// How many stories it has.
    pub fn stories(&self) -> usize {
        self.nodes
            .iter()
            .filter(|node| node.story.is_some())
            .count()
    }

    /// The story that lies `by` stories from another.
    pub fn neighbour(&self, story: &str, by: isize) -> Option<&str> {
        let stories: Vec<&str> = self
            .nodes
            .iter()
            .filter_map(|n| n.story.as_deref())
            .collect();
        let at = stories.iter().position(|s| *s == story)?;
        stories.get(at.checked_add_signed(by)?).copied()
    }

    /// Where a story stands in it.
    pub fn position(&self, story: &str) -> Option<usize> {
        self.nodes
            .iter()
            .position(|node| node.story.as_deref() == Some(story))
    }
}
