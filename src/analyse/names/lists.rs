//! Open lists of names and words that the tagger goes by, as hashes: places, given names, family names, ordinary words.

use std::collections::HashMap;

use super::hashed::{Hashed, hash};

/// Titles before a person's name.
const TITLES: [&str; 40] = [
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "miss",
    "sir",
    "lord",
    "lady",
    "president",
    "minister",
    "premier",
    "chancellor",
    "senator",
    "sen.",
    "rep.",
    "governor",
    "gov.",
    "mayor",
    "judge",
    "justice",
    "general",
    "gen.",
    "colonel",
    "col.",
    "captain",
    "capt.",
    "sergeant",
    "sgt.",
    "officer",
    "detective",
    "coach",
    "king",
    "queen",
    "prince",
    "pope",
    "professor",
];

/// Words that organisations' names end in, or hold.
const ORGANISATIONS: [&str; 62] = [
    "inc",
    "inc.",
    "corp",
    "corp.",
    "ltd",
    "ltd.",
    "co",
    "co.",
    "plc",
    "llc",
    "ag",
    "gmbh",
    "sa",
    "nv",
    "bank",
    "group",
    "company",
    "corporation",
    "holdings",
    "university",
    "college",
    "school",
    "institute",
    "ministry",
    "department",
    "agency",
    "commission",
    "committee",
    "council",
    "court",
    "party",
    "union",
    "association",
    "federation",
    "league",
    "club",
    "fc",
    "united",
    "police",
    "army",
    "navy",
    "force",
    "airlines",
    "airways",
    "motors",
    "industries",
    "systems",
    "international",
    "partners",
    "capital",
    "securities",
    "exchange",
    "times",
    "post",
    "news",
    "journal",
    "foundation",
    "office",
    "bureau",
    "board",
    "authority",
    "organization",
];

/// Endings of words for people of a country.
const DEMONYMS: [&str; 44] = [
    "american",
    "british",
    "english",
    "scottish",
    "welsh",
    "irish",
    "french",
    "german",
    "spanish",
    "italian",
    "dutch",
    "belgian",
    "swiss",
    "austrian",
    "swedish",
    "norwegian",
    "danish",
    "finnish",
    "russian",
    "ukrainian",
    "polish",
    "czech",
    "greek",
    "turkish",
    "israeli",
    "palestinian",
    "arab",
    "iranian",
    "iraqi",
    "syrian",
    "egyptian",
    "chinese",
    "japanese",
    "korean",
    "indian",
    "pakistani",
    "afghan",
    "australian",
    "canadian",
    "mexican",
    "brazilian",
    "african",
    "european",
    "asian",
];

/// What a phrase is listed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Place = 1,
    Given = 2,
    Family = 4,
    /// Seen in lower case in the training data.
    Ordinary = 8,
    /// Stands before a person's name.
    Title = 16,
    /// The last word, or one of them, of organisations' names.
    Organisation = 32,
    /// For the people of a country.
    Demonym = 64,
}

/// The most words of a listed phrase.
pub(super) const LONGEST: usize = 3;

/// Phrases by the hash of their lower-case form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    listed: HashMap<u32, u8, Hashed>,
}

/// Whether a word is a title, as `Senator` is: alone it names nobody.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.iter().any(|title| word.eq_ignore_ascii_case(title))
}

/// Whether a name says where somebody is from, as `South Korean` does: it names nobody.
pub fn is_demonym(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    DEMONYMS
        .iter()
        .any(|demonym| last.eq_ignore_ascii_case(demonym))
}

impl Lists {
    /// The lists that come with the program: titles, organisations' words, demonyms.
    pub fn built_in() -> Self {
        let mut lists = Self::default();
        for (list, words) in [
            (List::Title, TITLES.as_slice()),
            (List::Organisation, &ORGANISATIONS),
            (List::Demonym, &DEMONYMS),
        ] {
            for word in words {
                lists.add(list, word);
            }
        }
        lists
    }

    /// Lists a phrase; its words are joined by single blanks.
    pub fn add(&mut self, list: List, phrase: &str) {
        *self.listed.entry(key(&phrase.to_lowercase())).or_default() |= list as u8;
    }

    /// The lists of a phrase in lower case, as bits.
    pub(super) fn of(&self, lower: &str) -> u8 {
        self.listed.get(&key(lower)).copied().unwrap_or(0)
    }

    pub(super) fn entries(&self) -> Vec<(u32, u8)> {
        let mut entries: Vec<(u32, u8)> = self
            .listed
            .iter()
            .map(|(key, bits)| (*key, *bits))
            .collect();
        entries.sort_unstable();
        entries
    }

    pub(super) fn from_entries(entries: impl Iterator<Item = (u32, u8)>) -> Self {
        Self {
            listed: entries.collect(),
        }
    }
}

fn key(lower: &str) -> u32 {
    let hash = hash(0, lower.as_bytes());
    (hash ^ (hash >> 32)) as u32
}
