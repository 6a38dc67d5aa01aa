//! The storyline: the stories that belong to a story and the incidents it only mentions, in time order.

use super::context::context;
use super::findings::findings;
use crate::analyse::Incident;
use crate::library::{Library, Result, Row, Told};
use crate::story::{Gap, PartialDate};

/// Incidents in time order, around the story they were gathered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storyline {
    /// The id of the story whose storyline this is.
    pub anchor: String,
    /// Earliest first.
    pub nodes: Vec<Node>,
}

/// One node of a storyline: a story, or an incident that is only mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The first and the last day it can have happened.
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    /// The story that reports it; none for what is only mentioned.
    pub story: Option<Row>,
    /// The headline, or the sentence that mentions it.
    pub text: String,
    /// How long after the node before, in words; empty for the first.
    pub gap: String,
    /// Where the story whose storyline this is mentions it: bytes of its body.
    pub mentioned_in: Option<(usize, usize)>,
}

impl Node {
    /// An incident that a story only mentions.
    pub(super) fn mentioned(told: &Told, incident: &Incident) -> Self {
        let sentence = incident.sentence.clone();
        Self {
            from: PartialDate::of_day(incident.from),
            to: PartialDate::of_day(incident.to),
            story: None,
            text: told.body[sentence.clone()].replace('\n', " "),
            gap: String::new(),
            mentioned_in: Some((sentence.start, sentence.end)),
        }
    }

    /// When it happened, in words: a day, a month, a year, or from when to when.
    pub fn when(&self) -> String {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return String::new();
        };
        PartialDate::stretch(from.first_day(), to.first_day())
    }

    fn id(&self) -> Option<&str> {
        self.story.as_ref().map(|row| row.id.as_str())
    }
}

impl From<Row> for Node {
    fn from(row: Row) -> Self {
        Self {
            from: row.date,
            to: row.date,
            text: row.headline.clone(),
            story: Some(row),
            gap: String::new(),
            mentioned_in: None,
        }
    }
}

impl Storyline {
    /// The storyline of the story `anchor`.
    pub fn new(anchor: &str, nodes: impl IntoIterator<Item = Node>) -> Self {
        let mut nodes: Vec<Node> = nodes.into_iter().collect();
        nodes.sort_by_key(|node| (node.from, node.story.as_ref().map(|row| row.place.key)));
        for at in 1..nodes.len() {
            if let (Some(before), Some(here)) = (nodes[at - 1].from, nodes[at].from) {
                nodes[at].gap = Gap::between(before, here).words_later();
            }
        }
        Self {
            anchor: anchor.to_owned(),
            nodes,
        }
    }

    /// The ids of its stories, earliest first.
    pub fn stories(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().filter_map(Node::id)
    }

    /// The story that lies `by` stories from another.
    pub fn neighbour(&self, story: &str, by: isize) -> Option<&str> {
        let stories: Vec<&str> = self.stories().collect();
        let at = stories.iter().position(|s| *s == story)?;
        stories.get(at.checked_add_signed(by)?).copied()
    }

    /// Where a story stands in it.
    pub fn position(&self, story: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id() == Some(story))
    }
}

/// The storyline of the story with an id, with all that is found around it.
///
/// # Errors
/// When the library or its index cannot be read.
pub fn storyline(library: &Library, id: &str) -> Result<Option<Storyline>> {
    let (Some(mut context), Some(findings)) = (context(library, id)?, findings(library, id)?)
    else {
        return Ok(None);
    };
    context.take(findings);
    Ok(Some(context.storyline()))
}
