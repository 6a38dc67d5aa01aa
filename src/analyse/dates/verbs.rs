//! What one word tells of the time of its clause: `will` of what is to come, `said` of what was.

use super::phrase::Reader;
use super::tenses::{BOUND, DOES, DUE_TO, FIXTURES, FUTURE, PAST, SOURCES, TIMETABLE, WISHES};
use super::tokens::{Key, Kind};

/// What the word at `i` tells.
pub(super) fn cue(reader: Reader<'_>, i: usize) -> Option<bool> {
    let word = reader.word(i);
    // "Next to the embassy" says where.
    let beside = reader.is(i, "next") && reader.key(i + 1, Key::To);
    if matches!(reader.kind(i), Some(Kind::Key(Key::Next | Key::Tomorrow))) && !beside {
        return Some(true);
    }
    let other = matches!(word, "may" | "set" | "start" | "close");
    if reader.kind(i) != Some(Kind::Word) && !other || word.len() > 12 {
        return None;
    }
    let to = reader.key(i + 1, Key::To);
    let whom = reader.is_any(i + 1, &["him", "her", "them"]) && reader.key(i + 2, Key::To);
    if reader.is_any(i, &BOUND)
        && (to || whom || reader.key(i + 1, Key::Until))
        && !reader.is_any(i + 2, &["the", "a"])
    {
        return Some(true);
    }
    if reader.is(i, "set") {
        let future = to || reader.is(i + 1, "for");
        return Some(future);
    }
    // "Read Friday's paper".
    if word == "Read" {
        return Some(true);
    }
    // "payable 2 January to stock of record 15 December".
    if reader.is(i, "record") && reader.key(i.wrapping_sub(1), Key::Of) {
        return Some(true);
    }
    if let Some(told) = phrase_cue(reader, i, to) {
        return Some(told);
    }
    if reader.is_any(i, &FUTURE) {
        return future_cue(reader, i, to);
    }
    if reader.is_any(i, &PAST) || reader.is_any(i, &["is", "are"]) {
        return past_cue(reader, i, to);
    }
    participle_cue(reader, i, word)
}

/// What a word tells by those around it: "go on trial", "in a statement". None where it is silent.
fn phrase_cue(reader: Reader<'_>, i: usize, to: bool) -> Option<bool> {
    let led = reader.key(i.wrapping_sub(1), Key::To);
    if reader.is_any(i, &TIMETABLE) {
        return (!led).then_some(true);
    }
    if reader.is_any(i, &DOES)
        && (is_thing(reader, i + 1) || reader.is_any(i + 1, &["its", "their", "his", "her", "for"]))
    {
        return Some(true);
    }
    if is_fixture(reader, i) {
        return Some(true);
    }
    if reader.is_any(i, &["stand", "stands"]) && reader.is(i + 1, "trial") {
        return Some(true);
    }
    if reader.is(i, "return") && to && !led && !is_owned(reader, i) {
        return Some(true);
    }
    if reader.is_any(i, &["go", "goes"]) && !led {
        let comes = reader.is_any(i + 1, &["to", "on", "into", "before"]);
        return comes.then_some(true);
    }
    if reader.is_any(i, &["report", "reports"]) && reader.is_any(i + 1, &["results", "earnings"]) {
        return (!led).then_some(true);
    }
    if reader.is_any(i, &WISHES) && to {
        // "unveiled plans to build": those are things, and the verb before them tells.
        let thing = reader.word(i.wrapping_sub(1)).ends_with("ed") || is_owned(reader, i);
        return (!thing).then_some(true);
    }
    if reader.is(i, "delivery") {
        let ordered = reader.is(i.wrapping_sub(1), "for");
        return ordered.then_some(true);
    }
    if reader.is(i, "likely") && reader.is_any(i.wrapping_sub(1), &["is", "are"]) {
        return Some(true);
    }
    let source = reader.is(i, "according") && to
        || reader.is_any(i, &SOURCES)
            && (i.saturating_sub(4)..i)
                .any(|at| reader.key(at, Key::In) && reader.key(at + 1, Key::A));
    source.then_some(false)
}

/// Whether a verb tells what is arranged: its subject is named just before it or is many. "The vote", "a Senate vote" are
/// things.
fn is_fixture(reader: Reader<'_>, i: usize) -> bool {
    if i == 0 || !reader.is_any(i, &FIXTURES) || !reader.lower_word(i) {
        return false;
    }
    let subject = reader.word(i - 1);
    let many = subject.len() > 3 && subject.ends_with('s') && !subject.ends_with("ss");
    let one = reader.word(i).ends_with('s');
    let named = reader.capital(i - 1) && reader.kind(i - 1) == Some(Kind::Word);
    // "Chelsea play Arsenal".
    let both = named && reader.capital(i + 1);
    let off = reader.is_any(i, &["kick", "kicks"]) && reader.is(i + 1, "off");
    let noun = matches!(reader.kind(i.wrapping_sub(2)), Some(Kind::Key(Key::A)));
    off && !reader.key(i - 1, Key::To) || (both || one && named || many && !one) && !noun
}

/// Whether an article opens the name of a thing.
fn is_thing(reader: Reader<'_>, i: usize) -> bool {
    matches!(reader.kind(i), Some(Kind::Key(Key::The | Key::A)))
}

/// Whether an article or owner makes the word a thing.
fn is_owned(reader: Reader<'_>, i: usize) -> bool {
    const OWNERS: [&str; 8] = ["the", "a", "its", "his", "her", "their", "of", "new"];
    reader.is_any(i.wrapping_sub(1), &OWNERS)
}

fn future_cue(reader: Reader<'_>, i: usize, to: bool) -> Option<bool> {
    // "more than expected", "as planned".
    if reader.is_any(i.wrapping_sub(1), &["than", "as"]) {
        return None;
    }
    // "closed due to snow", where "was due to open" tells of what is to come.
    let was = ["is", "are", "was", "were", "be", "been", "s", "not"];
    let to_do = reader.is_any(i.wrapping_sub(1), &was) || reader.is_any(i + 2, &DUE_TO);
    if reader.is(i, "due") && to && !to_do {
        return None;
    }
    // "had been due to expire".
    let once = reader.is(i.wrapping_sub(2), "had") && reader.is(i.wrapping_sub(1), "been");
    if once {
        return Some(false);
    }
    if reader.is_any(i, &["could", "would"]) && reader.is(i + 1, "not") {
        return Some(false);
    }
    // "would have", "could have been", but not "would have until Friday".
    let owns = reader.key(i + 2, Key::Until) || is_thing(reader, i + 2);
    let unreal = reader.is(i + 1, "have") && !reader.is(i, "will") && !owns;
    Some(!unreal)
}

fn past_cue(reader: Reader<'_>, i: usize, to: bool) -> Option<bool> {
    // "is to rule", "was to have spoken".
    if to && reader.is_any(i, &["is", "are", "was", "were"]) {
        return Some(true);
    }
    if reader.is_any(i, &["is", "are"]) {
        return None;
    }
    if reader.is(i.wrapping_sub(1), "be") {
        return Some(!could_not(reader, i));
    }
    if is_condition(reader, i) {
        return Some(true);
    }
    // "will have been" and "is to have" are found at their first word.
    let led = reader.is_any(i.wrapping_sub(1), &["will", "to", "would"]);
    (!led).then_some(false)
}

/// What a word in -ed tells.
fn participle_cue(reader: Reader<'_>, i: usize, word: &str) -> Option<bool> {
    let participle = word.len() > 3 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
    if !participle
        || matches!(
            word,
            "need" | "speed" | "indeed" | "exceed" | "proceed" | "succeed"
        )
    {
        return None;
    }
    // "No details are being released until Monday": not done yet, and not to come either.
    if reader.is(i.wrapping_sub(1), "being") {
        return None;
    }
    if reader.is(i.wrapping_sub(1), "be") || reader.is(i.wrapping_sub(2), "be") {
        return Some(!could_not(reader, i));
    }
    Some(is_condition(reader, i) || is_foreseen(reader, i))
}

/// "Miners will see their reward halved in April": the verb behind "will" tells.
fn is_foreseen(reader: Reader<'_>, participle: usize) -> bool {
    (participle.saturating_sub(6)..participle.saturating_sub(1))
        .any(|i| reader.is(i, "will") && reader.is_any(i + 1, &["see", "have", "get"]))
}

/// "When the case is heard in May", "if the bill is passed on Tuesday": the present of what is to come.
fn is_condition(reader: Reader<'_>, participle: usize) -> bool {
    let passive = reader.is_any(participle.wrapping_sub(1), &["is", "are"]);
    passive
        && (participle.saturating_sub(7)..participle)
            .any(|i| reader.is_any(i, &["when", "if", "once", "until", "unless"]))
}

/// "Could not be reached on Friday", "neither could be found": that was tried, and is over.
fn could_not(reader: Reader<'_>, i: usize) -> bool {
    let near = |back: usize, word: &str| (1..=back).any(|n| reader.is(i.wrapping_sub(n), word));
    near(4, "could") && (near(3, "not") || near(14, "neither") || near(14, "nobody"))
}
