//! What the tagger sees of a token: its letters and shape, its neighbours, the lists it stands in, and how the rest of the
//! text writes it. All as numbers, since a tagger that builds strings is ten times slower.

use std::borrow::Cow;
use std::collections::HashMap;

use super::classes::DEPTH;
use super::hashed::{Hashed, hash, mix};
use super::lists::{LONGEST, List, Lists};

/// The only feature of a word with no capital in it or beside it.
const FAR: u64 = 0x5bd1_e995;

/// What is known of one word wherever it stands.
struct Seen<'w> {
    word: u64,
    shape: u64,
    capital: bool,
    lists: u64,
    /// Its classes, finest first.
    classes: [u16; DEPTH],
    lower: Cow<'w, str>,
}

/// How a text writes a word.
#[derive(Debug, Clone, Copy, Default)]
struct Written {
    lower: bool,
    /// With a capital where no sentence begins.
    capital: bool,
}

/// For each token of each sentence the numbers of its features; tokens are compared across the sentences of the text.
pub fn features(sentences: &[Vec<&str>], lists: &Lists) -> Vec<Vec<Vec<u64>>> {
    let seen: Vec<Vec<Seen>> = sentences
        .iter()
        .map(|words| words.iter().map(|word| Seen::new(word, lists)).collect())
        .collect();
    let mut written: HashMap<u64, Written, Hashed> = HashMap::default();
    for words in &seen {
        for (at, word) in words.iter().enumerate() {
            let written = written.entry(word.word).or_default();
            written.lower |= !word.capital;
            written.capital |= word.capital && at > 0;
        }
    }
    seen.iter()
        .zip(sentences)
        .map(|(seen, words)| of_sentence(words, seen, &written, lists))
        .collect()
}

impl<'w> Seen<'w> {
    fn new(word: &'w str, lists: &Lists) -> Self {
        // Most words are in lower case as they stand.
        let lower = if !word.is_ascii() {
            Cow::Owned(word.to_lowercase())
        } else if word.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
        // Figures are alike: their lengths are in the shape.
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        Self {
            word: if digits {
                7
            } else {
                hash(20, lower.as_bytes())
            },
            shape: shape(word),
            capital: word.chars().any(char::is_uppercase),
            lists: u64::from(lists.of(&lower)),
            classes: lists.classes.of(&lower),
            lower,
        }
    }

    /// The first characters.
    fn prefix(&self, count: usize) -> u64 {
        let end = self
            .lower
            .char_indices()
            .nth(count)
            .map_or(self.lower.len(), |(at, _)| at);
        hash(count as u64, &self.lower.as_bytes()[..end])
    }

    /// The last characters.
    fn suffix(&self, count: usize) -> u64 {
        let start = self
            .lower
            .char_indices()
            .rev()
            .nth(count - 1)
            .map_or(0, |(at, _)| at);
        hash(count as u64 + 10, &self.lower.as_bytes()[start..])
    }
}

/// `Xxx`, `XX`, `d`: runs of more than two alike are two.
fn shape(word: &str) -> u64 {
    let mut shape: Vec<u8> = Vec::with_capacity(8);
    for c in word.chars() {
        let class = match c {
            _ if c.is_uppercase() => b'X',
            _ if c.is_alphabetic() => b'x',
            _ if c.is_numeric() => b'd',
            _ => c as u8,
        };
        let same = shape.iter().rev().take_while(|s| **s == class).count();
        if same < 2 {
            shape.push(class);
        }
    }
    hash(30, &shape)
}

/// For each token where it stands in a listed name of several words: 0 in none, 1 first and 2 later of a place's, 3 and 4 of
/// an organisation's.
fn listed_names(seen: &[Seen], lists: &Lists) -> Vec<u64> {
    let mut marks = vec![0; seen.len()];
    let mut phrase = String::new();
    for at in 0..seen.len() {
        if !seen[at].capital || marks[at] != 0 {
            continue;
        }
        for count in (2..=LONGEST.min(seen.len() - at)).rev() {
            let words = &seen[at..at + count];
            if !words[count - 1].capital {
                continue;
            }
            phrase.clear();
            for word in words {
                phrase.push_str(if phrase.is_empty() { "" } else { " " });
                phrase.push_str(&word.lower);
            }
            let listed = lists.of(&phrase);
            let first = match listed {
                _ if listed & List::Body as u8 != 0 => 3,
                _ if listed & List::Place as u8 != 0 => 1,
                _ => continue,
            };
            marks[at] = first;
            marks[at + 1..at + count].fill(first + 1);
            break;
        }
    }
    marks
}

fn of_sentence(
    words: &[&str],
    seen: &[Seen],
    written: &HashMap<u64, Written, Hashed>,
    lists: &Lists,
) -> Vec<Vec<u64>> {
    let places = listed_names(seen, lists);
    let letters = |word: &&&str| word.chars().any(char::is_alphabetic);
    let alphabetic = words.iter().filter(letters).count();
    let capitals = words
        .iter()
        .filter(letters)
        .filter(|w| !w.chars().any(char::is_lowercase))
        .count();
    let titled = words
        .iter()
        .filter(letters)
        .filter(|w| w.starts_with(char::is_uppercase))
        .count();
    // A line in capitals, or one where each word has one: its capitals tell nothing.
    let style = match () {
        () if alphabetic > 2 && capitals == alphabetic => 2,
        () if alphabetic > 3 && titled * 5 >= alphabetic * 4 => 1,
        () => 0,
    };
    let capital = |at: usize| seen.get(at).is_some_and(|s: &Seen| s.capital);
    let behind = |at: usize, back: usize| at.checked_sub(back).is_some_and(capital);
    (0..words.len())
        .map(|at| {
            // Most words of a text have no capital and stand between no two that have one, and are in no name.
            let between = behind(at, 1) && (capital(at + 1) || capital(at + 2))
                || behind(at, 2) && capital(at + 1);
            if capital(at) || between {
                of_token(at, seen, &places, style, written)
            } else {
                vec![FAR]
            }
        })
        .collect()
}

fn of_token(
    at: usize,
    seen: &[Seen],
    places: &[u64],
    style: u64,
    written: &HashMap<u64, Written, Hashed>,
) -> Vec<u64> {
    let here = &seen[at];
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| seen.get(at));
    let word = |offset| near(offset).map_or(1, |s| s.word);
    let shape = |offset| near(offset).map_or(1, |s| s.shape);
    let listed = |offset: isize| near(offset).map_or(0, |s| s.lists);
    let first = u64::from(at == 0);
    let mut list = Vec::with_capacity(48);
    let mut add = |kind: u64, value: u64| list.push(mix(kind, value));
    add(1, word(0));
    add(2, word(-1));
    add(3, word(1));
    add(4, word(-2));
    add(5, word(2));
    add(6, mix(word(-1), word(0)));
    add(7, mix(word(0), word(1)));
    add(8, mix(shape(0), first + 2 * style));
    add(9, mix(shape(-1), shape(0)));
    add(10, mix(shape(0), shape(1)));
    for n in 2..=4 {
        add(20 + n as u64, here.prefix(n));
        add(25 + n as u64, mix(here.suffix(n), u64::from(here.capital)));
    }
    let mine = listed(0);
    add(40, mix(mine, u64::from(here.capital)));
    add(41, mix(mix(listed(-1), mine), u64::from(here.capital)));
    add(42, mix(mix(mine, listed(1)), u64::from(here.capital)));
    add(43, mix(mix(listed(-1), mine), mix(listed(1), shape(0))));
    add(
        44,
        mix(places[at], places.get(at + 1).copied().unwrap_or(3)),
    );
    let text = written.get(&here.word).copied().unwrap_or_default();
    let text = u64::from(text.lower) + 2 * u64::from(text.capital);
    add(50, mix(text, mix(shape(0), first + 2 * style)));
    add(
        51,
        mix(text, mix(mine, u64::from(here.capital) + 2 * first)),
    );
    // What stands on both sides says much of a name that was never seen.
    add(60, mix(mix(word(-1), shape(0)), word(1)));
    add(61, mix(word(-2), mix(word(-1), shape(0))));
    let class = |offset, depth: usize| near(offset).map_or(0, |s| u64::from(s.classes[depth]));
    for depth in 0..DEPTH {
        let kind = 80 + 10 * depth as u64;
        let mine = class(0, depth);
        add(kind, mix(mine, u64::from(here.capital)));
        add(kind + 1, class(-1, depth));
        add(kind + 2, class(1, depth));
    }
    // The head of a row of capitalised words: Bank of China, Leeds United.
    let head = (at..seen.len()).take_while(|i| seen[*i].capital).last();
    if let Some(head) = head.filter(|head| *head > at) {
        add(70, seen[head].word);
        add(71, seen[head].suffix(3));
        add(72, listed((head - at) as isize));
        add(75, u64::from(seen[head].classes[0]));
        add(76, u64::from(seen[head].classes[1]));
    }
    let begun = (0..=at).rev().take_while(|i| seen[*i].capital).last();
    if let Some(begun) = begun.filter(|begun| *begun < at) {
        add(73, seen[begun].word);
        add(74, mix(listed(-((at - begun) as isize)), mine));
    }
    list
}
