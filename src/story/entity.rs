//! Entities: the people, organisations, places and things that stories name.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{PartialDate, Source};

/// A person, organisation, place or thing, with every name it goes by.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Unique within a library.
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Other names, in any script.
    pub aliases: Vec<String>,
    pub about: String,
    pub relations: Vec<Relation>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub sources: Vec<Source>,
    pub extra: Map<String, Value>,
}

impl Entity {
    /// An entity of which no more is known than its name and what it is.
    pub fn new(id: String, name: String, kind: Kind) -> Self {
        Self {
            id,
            name,
            kind,
            aliases: Vec::new(),
            about: String::new(),
            relations: Vec::new(),
            latitude: None,
            longitude: None,
            sources: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Every name it goes by, the first one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(String::as_str)
    }

    /// Takes another name, unless it has it already.
    pub fn add_alias(&mut self, name: String) {
        if name != self.name && !self.aliases.contains(&name) {
            self.aliases.push(name);
        }
    }

    /// The name and the first alias in another script: `Star Xu 徐明星`.
    pub fn label(&self) -> String {
        let foreign = self.aliases.iter().find(|a| !a.is_ascii());
        match foreign.filter(|_| self.name.is_ascii()) {
            Some(alias)
                if alias
                    .chars()
                    .all(|c| !c.is_ascii_alphabetic() && c > '\u{2e80}') =>
            {
                format!("{} {alias}", self.name)
            }
            _ => self.name.clone(),
        }
    }

    /// The JSON object of the entity, unknown keys included.
    pub fn to_value(&self) -> Value {
        super::encode::encode_entity(self)
    }
}

/// What an entity is. The order is the order on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Person,
    Organisation,
    Regulator,
    Place,
    Product,
    Currency,
    Other,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Regulator,
        Self::Place,
        Self::Product,
        Self::Currency,
        Self::Other,
    ];

    /// The name in story files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Regulator => "regulator",
            Self::Place => "place",
            Self::Product => "product",
            Self::Currency => "currency",
            Self::Other => "other",
        }
    }

    /// The kind with this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The heading over entities of this kind.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Person => "PEOPLE",
            Self::Organisation => "ORGANISATIONS",
            Self::Regulator => "REGULATORS",
            Self::Place => "PLACES",
            Self::Product => "PRODUCTS",
            Self::Currency => "CURRENCIES",
            Self::Other => "OTHER",
        }
    }
}

/// What one entity is, or was, to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// In words with hyphens: `founder-of`.
    pub kind: String,
    /// The id of the other entity.
    pub to: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
    pub extra: Map<String, Value>,
}
