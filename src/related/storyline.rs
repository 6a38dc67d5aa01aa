//! A story's incidents and linked stories in time order.

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
    pub story: String,
    pub headline: String,
    pub date: Option<PartialDate>,
    place: Place,
}

impl From<&Row> for Node {
    fn from(row: &Row) -> Self {
        Self {
            story: row.id.clone(),
            headline: row.headline.clone(),
            date: row.date,
            place: row.place,
        }
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

    /// Where a story stands in it.
    pub fn position(&self, story: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.story == story)
    }
}
