//! Stated links between stories and the kinds they come in.

use serde_json::{Map, Value};

/// A link that the data states, from the story that holds it to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The id of the story it leads to.
    pub to: String,
    pub kind: LinkKind,
    /// The reason, a phrase that reads well from both ends.
    pub why: String,
    pub extra: Map<String, Value>,
}

/// What the story a link leads to is to the story that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkKind {
    SamePlace,
    SameActor,
    SameDay,
    Cause,
    Consequence,
    Precedent,
    FollowUp,
    Rival,
}

impl LinkKind {
    pub const ALL: [Self; 8] = [
        Self::SamePlace,
        Self::SameActor,
        Self::SameDay,
        Self::Cause,
        Self::Consequence,
        Self::Precedent,
        Self::FollowUp,
        Self::Rival,
    ];

    /// The name in story files.
    pub fn name(self) -> &'static str {
        match self {
            Self::SamePlace => "same-place",
            Self::SameActor => "same-actor",
            Self::SameDay => "same-day",
            Self::Cause => "cause",
            Self::Consequence => "consequence",
            Self::Precedent => "precedent",
            Self::FollowUp => "follow-up",
            Self::Rival => "rival",
        }
    }

    /// The kind with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::SamePlace => "same place",
            Self::SameActor => "same actor",
            Self::SameDay => "same day",
            Self::FollowUp => "follow-up",
            other => other.name(),
        }
    }

    /// The same link seen from its other end.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Cause => Self::Consequence,
            Self::Consequence => Self::Cause,
            Self::Precedent => Self::FollowUp,
            Self::FollowUp => Self::Precedent,
            other => other,
        }
    }
}
