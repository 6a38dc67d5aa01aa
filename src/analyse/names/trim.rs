//! What of a stretch that the tagger marked is the name: titles, articles, other people's homes and marks around it are not.

use super::given_away::is_address;
use super::lists::{self, List, Lists};
use super::split;
use super::tables::{BRANDS, OFFICES};
use super::tokens::Token;
use crate::story::Kind;
use crate::text::is_cjk;

/// What may stand behind a surname.
const SUFFIXES: [&str; 6] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III"];
/// Small words that are parts of names.
const PARTICLES: [&str; 18] = [
    "al", "el", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der",
    "ten", "bin", "ibn", "bint",
];

/// A row of tokens of one text, marked as one name.
#[derive(Clone, Copy)]
pub(super) struct Marked<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) kind: Kind,
}

impl<'t> Marked<'t> {
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    pub(super) fn part(self, from: usize, to: usize, kind: Kind) -> Self {
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        Self {
            tokens,
            kind,
            ..self
        }
    }
}

/// The names in a marked row.
pub(super) fn names<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let parts = split::parts(marked, lists);
    parts
        .into_iter()
        .flat_map(|part| bare(part, lists))
        .collect()
}

/// The names in a row that was marked as one and is not parted.
fn bare<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let marked = without_article(without_words(marked));
    match marked.kind {
        _ if is_people(&marked) => vec![Marked {
            kind: Kind::Other,
            ..marked
        }],
        _ if marked.tokens.len() > 1 && is_address(marked.word(0)) => person(marked, lists),
        // "U.S. Secretary" before "of State" is nobody either.
        Kind::Person if ends_in_title(&marked) && !origins(&marked, 1, lists).is_empty() => {
            origins(&marked, marked.tokens.len(), lists)
        }
        Kind::Person => owned(marked, lists),
        // "U.S. District Judge" is nobody's name without the judge's.
        _ if ends_in_title(&marked) => origins(&marked, marked.tokens.len(), lists),
        Kind::Organisation => apart(marked, lists),
        _ => vec![marked],
    }
}

/// Without tokens at either end that have no letter or figure, or are words without a capital: `north Mogadishu`, `Thialf
/// stadium`, but `al Qaeda` and `de Gaulle`.
fn without_words(marked: Marked<'_>) -> Marked<'_> {
    let count = marked.tokens.len();
    let says = |at: &usize| {
        marked
            .word(*at)
            .chars()
            .any(|c| c.is_numeric() || c.is_uppercase() || is_cjk(c))
    };
    let own = |at: &usize| says(at) || PARTICLES.contains(&marked.word(*at));
    let Some(first) = (0..count).find(own) else {
        return marked.part(0, count, marked.kind);
    };
    let last = (first..count).rfind(says).unwrap_or(count - 1);
    let brand = BRANDS.contains(&marked.word(last)) && marked.word(last + 1).ends_with('s');
    marked.part(first, last + 1 + usize::from(brand), marked.kind)
}

/// Whether the last word is a title and no end of a name, as in `Court of Justice` and `Burger King`.
fn ends_in_title(marked: &Marked<'_>) -> bool {
    let Some(last) = marked.tokens.len().checked_sub(1).filter(|last| *last > 0) else {
        return false;
    };
    let word = marked.word(last);
    lists::is_title(word) && !lists::is_surname_too(word) && marked.word(last - 1) != "of"
}

/// Whether it says no more than where somebody is from: `Swiss`, `South Koreans`.
fn is_people(marked: &Marked<'_>) -> bool {
    let count = marked.tokens.len();
    let compass = count == 2 && is_compass(marked.word(0));
    (count == 1 || compass) && lists::is_demonym(marked.word(count - 1))
}

fn is_compass(word: &str) -> bool {
    matches!(
        word,
        "South" | "North" | "West" | "East" | "Latin" | "New" | "Northern" | "Southern"
    )
}

fn without_article(marked: Marked<'_>) -> Marked<'_> {
    let count = marked.tokens.len();
    let (Some(first), Some(last)) = (marked.tokens.first(), marked.tokens.last()) else {
        return marked;
    };
    let whole = &marked.text[first.start..last.end];
    if count > 1 && (marked.word(0) == "the" || has_article(whole)) {
        marked.part(1, count, marked.kind)
    } else {
        marked
    }
}

/// A person behind an owner, `McLaren's Lando Norris`, and the owner.
fn owned<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let count = marked.tokens.len();
    let owns = |at: &usize| matches!(marked.word(*at), "'s" | "’s" | "'" | "’");
    let Some(at) = (1..count.saturating_sub(1)).rfind(owns) else {
        return person(marked, lists);
    };
    let owner = marked.part(0, at, Kind::Organisation);
    let listed = lists.of(&spelled(&owner).to_lowercase());
    let place = listed & List::Place as u8 != 0 && listed & List::Body as u8 == 0;
    let kind = if place {
        Kind::Place
    } else {
        Kind::Organisation
    };
    let mut both = vec![Marked { kind, ..owner }];
    both.extend(person(marked.part(at + 1, count, Kind::Person), lists));
    both
}

/// A person without titles and without what follows `of`; who is behind the title or the `of` is named too.
fn person<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let count = marked.tokens.len();
    // "U.S. Secretary of State John Kerry" has three parts, and what he is the secretary of is no name of his.
    let office = (1..count.saturating_sub(2)).find(|of| {
        marked.word(*of) == "of"
            && lists::is_title(marked.word(of - 1))
            && OFFICES.contains(&marked.word(of + 1))
    });
    if let Some(of) = office {
        let mut found = origins(&marked, of - 1, lists);
        found.push(marked.part(of + 2, count, Kind::Person));
        return found;
    }
    let start = after_title(&marked).max(after_demonym(&marked));
    let of = (start + 2..count).find(|at| marked.word(*at) == "of");
    let mut found = origins(&marked, start, lists);
    found.push(marked.part(start, of.unwrap_or(count), Kind::Person));
    if let Some(of) = of {
        let home = without_article(marked.part(of + 1, count, Kind::Place));
        let place = home.tokens.len() == 1
            || lists.of(&spelled(&home).to_lowercase()) & List::Place as u8 != 0;
        let kind = if place {
            Kind::Place
        } else {
            Kind::Organisation
        };
        found.push(Marked { kind, ..home });
    }
    found.retain(|name| !name.tokens.is_empty());
    found
}

/// The places and peoples among the first tokens, as in the title `U.S. District Judge`.
fn origins<'t>(marked: &Marked<'t>, until: usize, lists: &Lists) -> Vec<Marked<'t>> {
    let origin = |at: usize| {
        let listed = lists.of(&marked.word(at).to_lowercase());
        let place = List::Place as u8;
        match listed {
            _ if listed & List::Demonym as u8 != 0 => Some(marked.part(at, at + 1, Kind::Other)),
            _ if is_loud(marked.word(at)) && listed & place == 0 => {
                Some(marked.part(at, at + 1, Kind::Organisation))
            }
            _ if listed & (place | List::Title as u8) == place => {
                Some(marked.part(at, at + 1, Kind::Place))
            }
            _ => None,
        }
    };
    (0..until).filter_map(origin).collect()
}

/// Whether a word is an acronym: `FEMA Administrator Brock Long`.
fn is_loud(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase())
}

pub(super) fn spelled(marked: &Marked<'_>) -> String {
    let words: Vec<&str> = (0..marked.tokens.len()).map(|at| marked.word(at)).collect();
    words.join(" ")
}

/// Where the name begins behind the last title: `U.S. District Judge Lewis Kaplan`.
fn after_title(marked: &Marked<'_>) -> usize {
    let count = marked.tokens.len();
    let behind = |at: usize| {
        let rest = marked.word(at + 1);
        at + 1 < count && !SUFFIXES.contains(&rest) && rest != "of"
    };
    // King and Pope are surnames too, so that they are titles in front only.
    (0..count)
        .rfind(|at| {
            behind(*at)
                && lists::is_title(marked.word(*at))
                && (*at == 0 || !lists::is_surname_too(marked.word(*at)))
        })
        .map_or(0, |at| at + 1)
}

/// Where the name begins behind where the person is from: `Kenyan Jacob Okello`.
fn after_demonym(marked: &Marked<'_>) -> usize {
    let count = marked.tokens.len();
    let at = (0..2).find(|at| lists::is_demonym(marked.word(*at)));
    match at {
        Some(0) if count > 2 => 1,
        Some(1) if count > 3 && is_compass(marked.word(0)) => 2,
        _ => 0,
    }
}

/// Two bodies that are joined: by `and the`, or by `and` beside one that is listed.
fn apart<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let count = marked.tokens.len();
    let is_listed = |from: usize, to: usize| {
        let name = spelled(&marked.part(from, to, marked.kind)).to_lowercase();
        lists.of(&name) & List::Body as u8 != 0
    };
    let joint = (1..count.saturating_sub(1)).find(|at| {
        let and = marked.word(*at) == "and";
        let the = marked.word(at + 1) == "the" && at + 2 < count;
        and && (the || is_listed(0, *at) || is_listed(at + 1, count))
    });
    let Some(at) = joint else {
        return vec![marked];
    };
    let mut both = vec![marked.part(0, at, marked.kind)];
    let other = without_article(marked.part(at + 1, count, marked.kind));
    both.extend(apart(other, lists));
    both
}

/// Whether a name begins with an article that is none of its own, as those of towns and newspapers are.
fn has_article(name: &str) -> bool {
    const TOWNS: [&str; 3] = ["Hague", "Bronx", "Gambia"];
    const PAPERS: [&str; 15] = [
        "Times",
        "Post",
        "Guardian",
        "Herald",
        "Tribune",
        "Journal",
        "Observer",
        "Independent",
        "Economist",
        "Telegraph",
        "Sun",
        "Mail",
        "Star",
        "Globe",
        "Verge",
    ];
    let rest = name.strip_prefix("The ").or(name.strip_prefix("THE "));
    let own = |rest: &str| {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        TOWNS.contains(&rest) || PAPERS.contains(&last) || !rest.starts_with(char::is_uppercase)
    };
    rest.is_some_and(|rest| !own(rest))
}

/// How many tokens behind a person's name belong to it: `Erik` | `ten Hag`.
pub(super) fn surname_behind(text: &str, behind: &[Token]) -> usize {
    let word = |at: usize| behind.get(at).map_or("", |t| &text[t.start..t.end]);
    let particles = (0..2)
        .take_while(|at| PARTICLES.contains(&word(*at)))
        .count();
    let surname = word(particles).starts_with(char::is_uppercase);
    if particles > 0 && surname {
        particles + 1
    } else {
        0
    }
}
