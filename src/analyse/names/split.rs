//! Names that the tagger took for one: parted by a verb, by what the one is to the other, by an owner's `'s`, by `of` and `and`.

use super::lists::{List, Lists};
use super::trim::{Marked, spelled};
use crate::story::Kind;

/// What one name may be to the next: `Call of Duty maker Activision`.
const COMPANIES: [&str; 8] = [
    "maker",
    "rival",
    "owner",
    "parent",
    "giant",
    "unit",
    "operator",
    "developer",
];
const PEOPLE: [&str; 10] = [
    "boss", "chief", "coach", "founder", "leader", "manager", "star", "striker", "captain",
    "driver",
];
/// Verbs that the news sets between two names, other than in -ed and -ing.
const VERBS: [&str; 20] = [
    "struck", "beat", "beats", "won", "lost", "hit", "hits", "said", "says", "met", "meets", "led",
    "took", "sold", "bought", "told", "tells", "saw", "sees", "left",
];
/// Last words of companies' names, behind which the name is over.
const COMPANY_ENDS: [&str; 13] = [
    "Corp",
    "Corp.",
    "Co",
    "Co.",
    "Inc",
    "Inc.",
    "Ltd",
    "Ltd.",
    "Holdings",
    "Industries",
    "Plc",
    "PLC",
    "Airlines",
];

/// The parts of a marked row, in order.
pub(super) fn parts<'t>(marked: Marked<'t>, lists: &Lists) -> Vec<Marked<'t>> {
    let count = marked.tokens.len();
    let parted = (1..count.saturating_sub(1)).find_map(|at| {
        let later = at + 1 + usize::from(marked.word(at + 1) == "the");
        let capitals = [at - 1, later]
            .iter()
            .all(|at| marked.word(*at).starts_with(char::is_uppercase));
        let between = between(&marked, at, lists)?;
        (capitals || is_owner(marked.word(at))).then_some((at, between))
    });
    let Some((at, between)) = parted else {
        return vec![marked];
    };
    let front = marked.part(0, at, Kind::Other);
    let made = matches!(marked.word(at), "maker" | "developer");
    let front = Marked {
        kind: if made {
            Kind::Product
        } else {
            likely(&front, marked.kind, lists)
        },
        ..front
    };
    let rest = marked.part(at + 1, count, marked.kind);
    let mut parts = vec![front];
    let kind = match between {
        Between::Told(kind) => kind,
        Between::Untold => likely(&rest, marked.kind, lists),
    };
    parts.extend(self::parts(Marked { kind, ..rest }, lists));
    parts
}

/// What stands between two names, as far as it tells what the later one is.
enum Between {
    Told(Kind),
    Untold,
}

/// What a token parts two names as, if it does.
fn between(marked: &Marked<'_>, at: usize, lists: &Lists) -> Option<Between> {
    let (word, before) = (marked.word(at), marked.word(at - 1));
    let count = marked.tokens.len();
    match word {
        _ if COMPANIES.contains(&word) => Some(Between::Told(Kind::Organisation)),
        _ if PEOPLE.contains(&word) => Some(Between::Told(Kind::Person)),
        _ if VERBS.contains(&word) || is_verb(word) => Some(Between::Untold),
        "and" if COMPANY_ENDS.contains(&before) => Some(Between::Told(Kind::Organisation)),
        "of" if COMPANY_ENDS.contains(&before) => Some(Between::Told(Kind::Place)),
        _ if is_owner(word) && marked.kind != Kind::Person && at + 2 < count => {
            let owner = marked.part(0, at, marked.kind);
            let listed = lists.of(&spelled(&owner).to_lowercase());
            let of = (at + 1..count).any(|at| marked.word(at) == "of");
            let known = listed & (List::Place as u8 | List::Body as u8) != 0;
            (known && !of || marked.word(0) == "University" && at > 2)
                .then_some(Between::Told(marked.kind))
        }
        _ => None,
    }
}

fn is_owner(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

fn is_verb(word: &str) -> bool {
    word.len() > 5
        && word.chars().all(char::is_lowercase)
        && (word.ends_with("ing") || word.ends_with("ed"))
}

/// What a part is by the lists, or else what the whole was taken for.
fn likely(part: &Marked<'_>, otherwise: Kind, lists: &Lists) -> Kind {
    let listed = lists.of(&spelled(part).to_lowercase());
    match listed {
        _ if listed & List::Body as u8 != 0 => Kind::Organisation,
        _ if listed & List::Place as u8 != 0 => Kind::Place,
        // Who does something to another is mostly a company where it is nobody.
        _ if otherwise == Kind::Other => Kind::Organisation,
        _ => otherwise,
    }
}
