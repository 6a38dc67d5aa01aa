//! The fields of the language in one table: parsing, completion and suggestions come from it.

/// A field: what stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Person,
    Org,
    Place,
    Entity,
    Name,
    Source,
    Tag,
    Kind,
    Before,
    After,
    On,
    MentionsDate,
    Is,
    Has,
    Sort,
}

impl Field {
    pub const ALL: [Self; 15] = [
        Self::Person,
        Self::Org,
        Self::Place,
        Self::Entity,
        Self::Name,
        Self::Source,
        Self::Tag,
        Self::Kind,
        Self::Before,
        Self::After,
        Self::On,
        Self::MentionsDate,
        Self::Is,
        Self::Has,
        Self::Sort,
    ];

    /// The name as it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Org => "org",
            Self::Place => "place",
            Self::Entity => "entity",
            Self::Name => "name",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::Kind => "kind",
            Self::Before => "before",
            Self::After => "after",
            Self::On => "on",
            Self::MentionsDate => "mentions-date",
            Self::Is => "is",
            Self::Has => "has",
            Self::Sort => "sort",
        }
    }

    /// What its value has to be.
    pub fn expects(self) -> &'static str {
        match self {
            Self::Person | Self::Org | Self::Place | Self::Entity => "a name",
            Self::Name => "a whole name",
            Self::Source => "a publisher or an address",
            Self::Tag => "a tag",
            Self::Kind => "a kind of entity or link",
            Self::Before | Self::After | Self::On | Self::MentionsDate => {
                "a date: 2018, 2018-03 or 2018-03-24"
            }
            Self::Is => "read, unread or starred",
            Self::Has => "disagreement",
            Self::Sort => "newest, oldest or relevance",
        }
    }

    /// Every value it takes, where those are few.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Is => &["unread", "read", "starred"],
            Self::Has => &["disagreement"],
            Self::Sort => &["newest", "oldest", "relevance"],
            _ => &[],
        }
    }

    /// The field with a name, whatever its case.
    pub fn from_name(name: &str) -> Option<Self> {
        let same = |field: &Self| field.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(same)
    }

    /// The field a misspelt name is meant to be, if one is near: one slip in a short name, two in a longer one.
    pub fn near(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let length = name.chars().count();
        // Nobody types a field of twenty letters by mistake; and two letters are near to everything.
        if !(3..=16).contains(&length) {
            return None;
        }
        let slips = if length <= 4 { 1 } else { 2 };
        Self::ALL
            .into_iter()
            .map(|field| (strsim::osa_distance(&name, field.name()), field))
            .filter(|(distance, field)| *distance <= slips && field.name().len() > 2)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, field)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_other_words_are_not() {
        assert_eq!(Field::near("preson"), Some(Field::Person));
        assert_eq!(Field::near("entitiy"), Some(Field::Entity));
        assert_eq!(Field::near("mention-date"), Some(Field::MentionsDate));
        assert_eq!(Field::near("soruce"), Some(Field::Source));
        for other in ["http", "https", "re", "note", "chapter", "warning"] {
            assert_eq!(Field::near(other), None, "{other}");
        }
    }
}
