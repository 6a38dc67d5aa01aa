//! Whether the clause around a date speaks of what was or of what will be, as far as its verbs tell.

use super::phrase::Reader;
use super::tokens::{Key, Kind};

const FUTURE: [&str; 42] = [
    "will",
    "ll",
    "shall",
    "upcoming",
    "scheduled",
    "reschedule",
    "rescheduled",
    "due",
    "slated",
    "expected",
    "expects",
    "plan",
    "plans",
    "planned",
    "pending",
    "awaits",
    "set",
    "begins",
    "starts",
    "opens",
    "resumes",
    "expires",
    "ends",
    "returns",
    "would",
    "hopes",
    "intends",
    "must",
    "should",
    "can",
    "could",
    "may",
    "deadline",
    "takes",
    "looms",
    "wants",
    "want",
    "effective",
    "payable",
    "redemption",
    "maturing",
    "convenes",
];

/// Past only where `to` and a verb do not follow: "ordered to appear on Friday".
const BOUND: [&str; 22] = [
    "ordered",
    "summoned",
    "told",
    "asked",
    "invited",
    "urged",
    "agreed",
    "vowed",
    "decided",
    "pledged",
    "promised",
    "prepared",
    "poised",
    "wanted",
    "hoped",
    "going",
    "pushed",
    "postponed",
    "delayed",
    "adjourned",
    "moved",
    "extended",
];

const PAST: [&str; 72] = [
    "was", "were", "had", "did", "said", "told", "went", "came", "took", "made", "got", "gave",
    "found", "shot", "left", "met", "saw", "began", "fell", "rose", "held", "led", "won", "lost",
    "sent", "spent", "struck", "broke", "wrote", "ran", "stood", "brought", "became", "knew",
    "felt", "kept", "heard", "hit", "put", "cut", "has", "have", "been", "sold", "bought", "paid",
    "drove", "flew", "fled", "grew", "hid", "laid", "sat", "sought", "spoke", "stole", "taught",
    "thought", "threw", "wore", "fought", "caught", "built", "sank", "shut", "swore", "beat",
    "dropped", "drew", "drop", "set", "says",
];

/// Some(true) for what is to come, Some(false) for what was, None where no verb tells.
pub(super) fn future(reader: Reader<'_>, first: usize, last: usize) -> Option<bool> {
    let mut found = None;
    let mut at = first;
    // Far enough for a clause; a longer way would reach another one.
    for _ in 0..24 {
        if at == 0 || reader.before(at).is_none() || ends_sentence(reader, at - 1) {
            break;
        }
        at -= 1;
        found = cue(reader, at);
        if found.is_some() {
            break;
        }
    }
    let opens = first.saturating_sub(at) < 4;
    // "a Friday shooting", "Friday's vote": the verb that follows says nothing of it.
    let said_of = matches!(reader.before(first), Some(Kind::Key(Key::A | Key::The)))
        || reader.mark(last + 1, '\'');
    let until = matches!(reader.before(first), Some(Kind::Key(Key::Until))).then_some(true);
    if said_of {
        return found.or(reader.is(last + 1, "deadline").then_some(true));
    }
    found.or(until).or_else(|| ahead(reader, last + 1, opens))
}

/// The tense of the verb behind a date. Far behind, and for `said` and the like, only where the date opens its sentence: "due
/// by Friday, police said".
fn ahead(reader: Reader<'_>, from: usize, opens: bool) -> Option<bool> {
    for at in from..from + if opens { 24 } else { 8 } {
        if reader.before(at).is_none() || ends_sentence(reader, at - 1) {
            return None;
        }
        let speech =
            !opens && reader.is_any(at, &["said", "says", "told", "reported", "announced"]);
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
    stop && !short && (reader.capital(i + 1) || reader.mark(i + 1, '"') || reader.mark(i + 1, '“'))
}

/// What the word at `i` tells.
fn cue(reader: Reader<'_>, i: usize) -> Option<bool> {
    let word = reader.word(i);
    if matches!(reader.kind(i), Some(Kind::Key(Key::Next | Key::Tomorrow))) {
        return Some(true);
    }
    if reader.kind(i) != Some(Kind::Word) && !matches!(word, "may" | "set") || word.len() > 12 {
        return None;
    }
    let to = reader.key(i + 1, Key::To);
    if reader.is_any(i, &BOUND)
        && (to || reader.key(i + 1, Key::Until))
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
    if reader.is_any(i, &FUTURE) {
        // "had been due to expire".
        let once = reader.is(i.wrapping_sub(2), "had") && reader.is(i.wrapping_sub(1), "been");
        if once {
            return Some(false);
        }
        // "would have", "could have been".
        let unreal = reader.is(i + 1, "have") && !reader.is(i, "will");
        return Some(!unreal);
    }
    if reader.is_any(i, &["is", "are"]) && to {
        return Some(true);
    }
    if reader.is_any(i, &PAST) {
        if reader.is(i.wrapping_sub(1), "be") {
            return Some(true);
        }
        // "will have been" and "is to have" are found at their first word.
        let led = reader.is_any(i.wrapping_sub(1), &["will", "to", "would"]);
        return (!led).then_some(false);
    }
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
        return Some(true);
    }
    Some(false)
}
