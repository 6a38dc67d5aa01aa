//! One kind for one name in one text: what a cue, a dateline, a storm or a fuller form tells of a name holds wherever it
//! stands.

use std::collections::HashMap;

use super::cues::is_company;
use super::lists::{List, Lists};
use super::longer::STORMS;
use super::{Name, dateline};
use crate::story::Kind;

/// Last words of bodies that stand in a place, or are founded by somebody, and are named for it.
const FOUNDED: [&str; 9] = [
    "Association",
    "Commission",
    "Council",
    "FC",
    "Federation",
    "Foundation",
    "Institute",
    "Ministry",
    "University",
];

/// The kinds that the text leaves no doubt of, by name.
pub(super) type Sure<'t> = HashMap<&'t str, Kind>;

/// Gives the names in a text the kinds that it is sure of somewhere.
pub(super) fn agree<'t>(text: &'t str, names: &mut [Name], sure: &Sure<'t>, lists: &Lists) {
    let (short, loose) = short_forms(text, names, lists);
    let loud: Vec<String> = names
        .iter()
        .filter(|name| name.kind == Kind::Place && dateline::opens(text, name.start))
        .map(|name| &text[name.start..name.end])
        .filter(|own| own.len() > 3 && !own.contains(char::is_lowercase))
        .map(str::to_lowercase)
        .collect();
    for name in names {
        let own = &text[name.start..name.end];
        let home = !loud.is_empty() && {
            let lower = own.to_lowercase();
            let both = List::Body as u8 | List::Place as u8;
            loud.contains(&lower) && lists.of(&lower) & both != List::Body as u8
        };
        let nobody = || {
            loose
                .get(own)
                .filter(|_| matches!(name.kind, Kind::Person | Kind::Other))
        };
        let kind = sure.get(own).or_else(|| short.get(own)).or_else(nobody);
        if let Some(kind) = kind.or(home.then_some(&Kind::Place)) {
            name.kind = *kind;
        }
    }
}

/// Parts of longer names that stand for the whole, with what they are: `Suncor` for `Suncor Energy`, `Michael` for
/// `Hurricane Michael`; and those that may stand for it, which a place's name need not: `Montreal` for `Montreal Symphony`.
/// None that is part of somebody's name.
fn short_forms<'t>(text: &'t str, names: &[Name], lists: &Lists) -> (Sure<'t>, Sure<'t>) {
    let (mut short, mut loose) = (Sure::new(), Sure::new());
    for name in names {
        let full = &text[name.start..name.end];
        let (Some((first, rest)), Some((_, last))) = (full.split_once(' '), full.rsplit_once(' '))
        else {
            continue;
        };
        let listed = lists.of(&first.to_lowercase());
        let taken = List::Place as u8 | List::Demonym as u8 | List::Given as u8 | List::Title as u8;
        let known = taken | List::Family as u8;
        match name.kind {
            Kind::Other if STORMS.contains(&first) || rest.starts_with("Storm ") => {
                short.insert(last, Kind::Other);
            }
            Kind::Organisation
                if is_company(last)
                    && !FOUNDED.contains(&last)
                    && first.len() > 2
                    && listed & taken == 0
                    && !text.contains(&format!("in {first}")) =>
            {
                short.insert(first, Kind::Organisation);
            }
            Kind::Organisation if !rest.contains(' ') && first.len() > 3 && listed & known == 0 => {
                loose.insert(first, Kind::Organisation);
            }
            _ => {}
        }
    }
    for name in names.iter().filter(|n| n.kind == Kind::Person) {
        let full = &text[name.start..name.end];
        for part in full.split(' ').filter(|part| *part != full) {
            short.remove(part);
            loose.remove(part);
        }
    }
    (short, loose)
}
