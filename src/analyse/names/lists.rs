//! Open lists of names and words that the tagger goes by, as hashes: places, given names, family names, ordinary words.

use std::collections::HashMap;

use super::classes::Classes;
use super::hashed::{Hashed, hash};
use super::tables::{DEMONYMS, ORGANISATIONS, ROLES, SURNAMES_TOO, TITLES};

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
    /// An organisation's name.
    Body = 128,
}

/// The most words of a listed phrase.
pub(super) const LONGEST: usize = 4;

/// Phrases by the hash of their lower-case form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    listed: HashMap<u32, u8, Hashed>,
    pub classes: Classes,
}

/// Whether a word is a title, as `Senator` is: alone it names nobody.
pub(super) fn is_title(word: &str) -> bool {
    // Initials, as in MS Dhoni.
    if word == "MS" {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    [TITLES.as_slice(), &ROLES]
        .iter()
        .any(|titles| titles.binary_search(&lower.as_str()).is_ok())
}

/// Whether a title is also many people's surname, as `King` is.
pub(super) fn is_surname_too(title: &str) -> bool {
    SURNAMES_TOO
        .iter()
        .any(|surname| title.eq_ignore_ascii_case(surname))
}

/// Whether a name says where somebody is from, as `South Korean` does: it names nobody.
pub fn is_demonym(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let lower = last.to_ascii_lowercase();
    let one = lower.strip_suffix('s').unwrap_or(&lower);
    [lower.as_str(), one]
        .iter()
        .any(|word| DEMONYMS.binary_search(word).is_ok())
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

    pub(super) fn from_entries(entries: impl Iterator<Item = (u32, u8)>, classes: Classes) -> Self {
        Self {
            listed: entries.collect(),
            classes,
        }
    }
}

fn key(lower: &str) -> u32 {
    let hash = hash(0, lower.as_bytes());
    (hash ^ (hash >> 32)) as u32
}

#[test]
fn what_is_searched_for_is_in_order() {
    assert!(DEMONYMS.is_sorted() && TITLES.is_sorted() && ROLES.is_sorted());
    assert!(is_title("Gov.") && is_title("chair") && !is_title("MS"));
    assert!(is_demonym("South Koreans") && is_demonym("swiss") && !is_demonym("Korea"));
}
