//! Clubs that bear the names of their towns: in a report on a match a town that has one may be the club.

use super::Name;
use super::lists::{List, Lists};
use crate::story::Kind;

/// Words of which a report on a match has several.
const MATCH: [&str; 20] = [
    " goal",
    " striker",
    " midfielder",
    " defender",
    " goalkeeper",
    " league",
    " League",
    " fixture",
    " relegat",
    " promoted",
    " play-off",
    " half-time",
    " kick-off",
    " penalty",
    " scored",
    " substitute",
    " manager",
    " season",
    " points clear",
    " draw ",
];
/// How many of them one has.
const FEW: usize = 5;
/// Last words of clubs' names of several words.
#[rustfmt::skip]
const ENDS: [&str; 46] = [
    "Albion", "Athletic", "Astros", "Bears", "Braves", "Broncos", "Bulls", "Canadiens", "Capitals", "Celtics", "Chargers",
    "Cowboys", "Cubs", "Devils", "Dodgers", "Dolphins", "Falcons", "Flyers", "Giants", "Hotspur", "Indians", "Jets", "Knights",
    "Lakers", "Lions", "Mavericks", "Mets", "Oilers", "Packers", "Panthers", "Patriots", "Penguins", "Phillies", "Pirates",
    "Raiders", "Raptors", "Rhinos", "Rockets", "Rovers", "Royals", "Sharks", "Tigers", "Titans", "Wanderers", "Warriors",
    "Yankees",
];

/// Gives towns and persons the kind of the clubs that bear their names, where they are that.
pub(super) fn mark(text: &str, names: &mut [Name], lists: &Lists) {
    let mut is_match = None;
    for name in names.iter_mut().filter(|n| n.kind != Kind::Organisation) {
        let own = &text[name.start..name.end];
        let last = own.rsplit(' ').next().unwrap_or_default();
        let several = last.len() < own.len();
        if several && ENDS.contains(&last) {
            name.kind = Kind::Organisation;
        }
        let both = List::Place as u8 | List::Body as u8;
        let town = name.kind == Kind::Place && lists.of(&own.to_lowercase()) & both == both;
        if town
            && !is_where(&text[..name.start])
            && *is_match.get_or_insert_with(|| is_on_a_match(text))
        {
            name.kind = Kind::Organisation;
        }
    }
}

fn is_on_a_match(text: &str) -> bool {
    let found = |word: &&&str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    MATCH.iter().filter(found).take(FEW).count() == FEW
}

/// Whether what stands before a town tells that something is there.
fn is_where(before: &str) -> bool {
    [" in ", "In ", " near ", " of ", " through ", " from "]
        .iter()
        .any(|word| before.ends_with(word))
        || before.ends_with('(')
}
