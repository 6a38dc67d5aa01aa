//! A query as a tree. What the words of its language mean is decided in the parser.

use super::{Field, Ignored};

/// A query that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// What stories must match; nothing when nothing was asked.
    pub root: Option<Node>,
    /// The order asked for.
    pub sort: Option<Sort>,
    /// Parts that were not understood, in the order of the text.
    pub ignored: Vec<Ignored>,
}

impl Query {
    /// The order of the results: as asked, else by relevance where there are words to be relevant to.
    pub fn order(&self) -> Sort {
        let relevant = self.root.as_ref().is_some_and(Node::ranks);
        self.sort.unwrap_or(if relevant {
            Sort::Relevance
        } else {
            Sort::Newest
        })
    }
}

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By BM25, best first.
    Relevance,
    Newest,
    Oldest,
}

/// One condition on a story.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// All of them; every story when there are none.
    All(Vec<Node>),
    /// At least one of them.
    Any(Vec<Node>),
    Not(Box<Node>),
    /// Words in the headline, summary, body or a name.
    Text(Words),
    /// Words of the name or an alias of an entity that the story names.
    Name(Names, Words),
    /// Words of a publisher or an address.
    Source(Words),
    /// A tag, the kind of an entity or a link, or a whole name, folded.
    Label(Field, String),
    /// The story's date lies within these codes of [`crate::story::PartialDate`], both included.
    Dated(u32, u32),
    /// The text tells of a day within these codes, both included.
    Tells(u32, u32),
    Is(State),
    /// The story's sources disagree.
    Disagreement,
}

impl Node {
    /// Whether stories match it more or less well.
    fn ranks(&self) -> bool {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(Self::ranks),
            Self::Text(_) | Self::Name(..) => true,
            _ => false,
        }
    }

    /// The words it asks for, not those it excludes.
    pub(super) fn wanted<'n>(&'n self, words: &mut Vec<&'n Words>) {
        match self {
            Self::All(nodes) | Self::Any(nodes) => {
                for node in nodes {
                    node.wanted(words);
                }
            }
            Self::Text(text) | Self::Name(_, text) => words.push(text),
            _ => {}
        }
    }
}

/// Folded words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// At least one.
    pub words: Vec<String>,
    /// The last is still being typed: any word that begins so will do.
    pub open: bool,
}

/// Which entities a name is looked for among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    People,
    /// Regulators too.
    Organisations,
    Places,
    All,
}

/// What the reader has done with a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Read,
    Unread,
    Starred,
}
