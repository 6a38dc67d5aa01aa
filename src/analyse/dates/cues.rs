//! Whether the clause around a date speaks of what was or of what will be: the verbs are looked for here, what one tells is
//! in [`super::verbs`].

use super::phrase::Reader;
use super::tenses::STAYS;
use super::tokens::{Key, Kind};
use super::verbs::cue;

/// What is named after the day it will be on: "before Tuesday's election".
const AWAITED: [&str; 10] = [
    "election",
    "vote",
    "meeting",
    "deadline",
    "match",
    "game",
    "hearing",
    "summit",
    "debate",
    "referendum",
];

/// Some(true) for what is to come, Some(false) for what was, None where no verb tells.
pub(super) fn future(reader: Reader<'_>, first: usize, last: usize) -> Option<bool> {
    if is_on(reader, first)
        || is_called_for(reader, first, last)
        || is_at_the_earliest(reader, first)
    {
        return Some(true);
    }
    let mut found = None;
    let mut at = first;
    // Far enough for a clause; a longer way would reach another one.
    for _ in 0..24 {
        if at == 0 || reader.before(at).is_none() || ends_sentence(reader, at - 1) {
            break;
        }
        at -= 1;
        found = is_ahead_of(reader, at, first)
            .then_some(true)
            .or_else(|| cue(reader, at));
        if found.is_some() {
            break;
        }
    }
    let opens = first.saturating_sub(at) < 4;
    let before = reader.before(first);
    if reader.is_any(last + 1, &["delivery", "futures"]) {
        return Some(true);
    }
    if reader.mark(last + 1, '\'') && reader.is(last + 2, "s") {
        return found_of(reader, first, last, found);
    }
    // "a Friday shooting": the verb that follows says nothing of it.
    if matches!(before, Some(Kind::Key(Key::A | Key::The))) {
        return found.or(reader.is(last + 1, "deadline").then_some(true));
    }
    if is_former(reader, first, last) {
        return Some(false);
    }
    let limit = limit(reader, first);
    if limit.is_some() && found == Some(false) && is_open(reader, at, first, last) {
        return Some(true);
    }
    // "Flights were cancelled through April 24": the nearer one.
    let day = reader.kind(first) != Some(Kind::Weekday);
    if found == Some(false) && day && reader.is(before_clock(reader, first), "through") {
        return None;
    }
    let until = (limit == Some(Key::Until)).then_some(true);
    let by = (limit == Some(Key::By)).then_some(true);
    let told = found.or(until);
    told.or_else(|| ahead(reader, last + 1, opens)).or(by)
}

/// "Shares rose ahead of the vote on Thursday", but not "ahead of the trip, he said on Thursday".
fn is_ahead_of(reader: Reader<'_>, at: usize, first: usize) -> bool {
    reader.is(at, "ahead")
        && reader.key(at + 1, Key::Of)
        && !(at..first).any(|i| reader.mark(i, ','))
}

/// `until` or `by` before a date and the time of its day: "until 9 a.m. Tuesday".
fn limit(reader: Reader<'_>, first: usize) -> Option<Key> {
    let at = before_clock(reader, first);
    // "Until at least Thursday".
    let least = at > 1 && reader.is(at, "least") && reader.is(at - 1, "at");
    let at = if least { at - 2 } else { at };
    match reader.before(at.wrapping_add(1))? {
        Kind::Key(key @ (Key::Until | Key::By)) => Some(key),
        _ if reader.is(at, "through") => Some(Key::Until),
        _ => None,
    }
}

/// Whether a limit is still to come although the verb at `verb` is past: "a programme to pay it back by February", "gave it
/// until Friday to answer", "has extended the loan through January".
fn is_open(reader: Reader<'_>, verb: usize, first: usize, last: usize) -> bool {
    let purpose = |at: usize| {
        reader.key(at, Key::To)
            && reader.kind(at + 1) == Some(Kind::Word)
            && reader.lower_word(at + 1)
    };
    let perfect = |at: usize| reader.is_any(at, &["has", "have"]) && !reader.is(at + 1, "been");
    let never = reader.is(verb, "would") && reader.is(verb + 1, "not");
    let stays = (verb.saturating_sub(3)..first).any(|at| reader.is_any(at, &STAYS));
    never
        || stays
        || (verb..first).any(purpose)
        || purpose(last + 1)
        || perfect(verb)
        || perfect(verb.wrapping_sub(1))
}

/// The same for "Friday's vote": the verb that follows says nothing of it, unless it is "will".
fn found_of(reader: Reader<'_>, first: usize, last: usize, found: Option<bool>) -> Option<bool> {
    let ahead = reader.is(first.wrapping_sub(2), "ahead") && reader.key(first - 1, Key::Of);
    let awaited = reader.key(first.wrapping_sub(1), Key::Before)
        && (last + 3..last + 5).any(|i| reader.is_any(i, &AWAITED));
    if ahead || awaited {
        return Some(true);
    }
    let awaits = ["will", "could", "expected", "scheduled", "due", "planned"];
    let will = (last + 3..last + 7).any(|i| reader.is_any(i, &awaits) && !reader.capital(i));
    found.or((will || reader.is(last + 3, "deadline")).then_some(true))
}

/// "Zhao, until February chief technology officer,": what somebody was.
fn is_former(reader: Reader<'_>, first: usize, last: usize) -> bool {
    const NO_ROLE: [&str; 10] = [
        "at", "when", "if", "for", "as", "while", "it", "he", "she", "they",
    ];
    let until = first > 1 && reader.key(first - 1, Key::Until) && reader.mark(first - 2, ',');
    let role = reader.kind(last + 1) == Some(Kind::Word) && reader.lower_word(last + 1);
    until && role && !reader.is_any(last + 1, &NO_ROLE)
}

/// "The hearing is on Thursday", "the race is at 2 p.m. Sunday", but not "today is Friday".
fn is_on(reader: Reader<'_>, first: usize) -> bool {
    let at = before_clock(reader, first);
    // "Is out on 10 November", "is released on 14 June".
    let word = reader.word(at);
    let done = reader.key(first.wrapping_sub(1), Key::On)
        && reader.kind(first) != Some(Kind::Weekday)
        && (reader.is(at, "out") || word.len() > 4 && word.ends_with("ed"));
    let at = at.wrapping_sub(usize::from(done));
    let subject = at.wrapping_sub(1);
    reader.is_any(at, &["is", "are"])
        && !reader.is_any(subject, &["it", "today", "this", "there", "that"])
}

/// "Called a strike for Wednesday", but not "for Wednesday's".
fn is_called_for(reader: Reader<'_>, first: usize, last: usize) -> bool {
    const CALLED: [&str; 12] = [
        "strike", "strikes", "walkout", "rally", "protest", "protests", "vote", "meeting",
        "hearing", "election", "trial", "summit",
    ];
    let called =
        reader.is(first.wrapping_sub(1), "for") && reader.is_any(first.wrapping_sub(2), &CALLED);
    called && !reader.mark(last + 1, '\'')
}

/// The token before the time of the day that stands before a date, if one does: `is` of "is at 2 p.m. Sunday".
fn before_clock(reader: Reader<'_>, first: usize) -> usize {
    const TIMES: [&str; 8] = ["a", "p", "m", "am", "pm", "at", "on", "noon"];
    let time = |i: usize| {
        matches!(reader.kind(i), Some(Kind::Number | Kind::Mark(':' | '.')))
            || reader.is_any(i, &TIMES)
    };
    let mut at = first.wrapping_sub(1);
    for _ in 0..8 {
        if at < first && time(at) && !ends_sentence(reader, at) {
            at = at.wrapping_sub(1);
        }
    }
    at
}

/// "As soon as Tuesday", "as early as May".
fn is_at_the_earliest(reader: Reader<'_>, first: usize) -> bool {
    let word = |back: usize, words: &[&str]| first >= 3 && reader.is_any(first - back, words);
    word(1, &["as"]) && word(2, &["soon", "early"]) && word(3, &["as"])
}

/// The tense of the verb behind a date. Far behind, and for `said` and the like, only where the date opens its sentence: "due
/// by Friday, police said".
fn ahead(reader: Reader<'_>, from: usize, opens: bool) -> Option<bool> {
    for at in from..from + if opens { 24 } else { 8 } {
        if reader.before(at).is_none() || ends_sentence(reader, at - 1) {
            return None;
        }
        // "The bank on Monday said it will": the verb of the day itself stands next to it.
        let speech = !opens
            && at > from
            && reader.is_any(at, &["said", "says", "told", "reported", "announced"]);
        if let Some(told) = cue(reader, at).filter(|_| !speech) {
            return Some(told);
        }
    }
    None
}

fn ends_sentence(reader: Reader<'_>, i: usize) -> bool {
    let stop = matches!(
        reader.kind(i),
        Some(Kind::Mark('.' | '!' | '?' | ';' | '。'))
    );
    // "Oct. 5", "J. Smith", "p.m. Monday".
    let short = i > 0
        && (reader.kind(i - 1) == Some(Kind::MonthShort)
            || reader.word(i - 1).chars().count() < 2
            || reader.is_any(
                i - 1,
                &[
                    "st", "mr", "mrs", "ms", "dr", "lt", "sgt", "co", "inc", "no",
                ],
            ));
    let semicolon = reader.mark(i, ';');
    semicolon
        || stop
            && !short
            && (reader.capital(i + 1) || reader.mark(i + 1, '"') || reader.mark(i + 1, '“'))
}
