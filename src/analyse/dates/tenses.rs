//! Words that tell whether something was or will be. How they are read is in [`super::verbs`].

/// Verbs of what is to come.
pub(super) const FUTURE: [&str; 54] = [
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
    "closes",
    "meets",
    "departs",
    "arrives",
    "awaiting",
    "awaited",
    "forecast",
    "forthcoming",
    "expect",
    "becomes",
    "joins",
    "retires",
    "decides",
    "announces",
];

/// Past only where `to` and a verb do not follow: "ordered to appear on Friday".
pub(super) const BOUND: [&str; 28] = [
    "supposed",
    "subpoenaed",
    "closed",
    "suspended",
    "halted",
    "remanded",
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

/// Verbs of what was, but for those in -ed.
pub(super) const PAST: [&str; 100] = [
    "was", "were", "had", "did", "said", "told", "went", "came", "took", "made", "got", "gave",
    "found", "shot", "left", "met", "saw", "began", "fell", "rose", "held", "led", "won", "lost",
    "sent", "spent", "struck", "broke", "wrote", "ran", "stood", "brought", "became", "knew",
    "felt", "kept", "heard", "hit", "put", "cut", "has", "have", "been", "sold", "bought", "paid",
    "drove", "flew", "fled", "grew", "hid", "laid", "sat", "sought", "spoke", "stole", "taught",
    "thought", "threw", "wore", "fought", "caught", "built", "sank", "shut", "swore", "beat",
    "dropped", "drew", "drop", "set", "says", "tore", "chose", "froze", "rang", "rode", "shook",
    "shrank", "slept", "slid", "spun", "swept", "swung", "wept", "woke", "bore", "drank", "dug",
    "fed", "ate", "blew", "bit", "lent", "lit", "meant", "quit", "hung", "sprang", "stung",
];

/// Verbs of what is to come where `to` follows.
pub(super) const WISHES: [&str; 11] = [
    "planning", "plan", "plans", "hope", "intend", "aim", "aims", "likely", "unlikely", "seeks",
    "bound",
];

/// Verbs that tell of a day to come in the present tense: "talks resume Tuesday". Behind `to` the verb before it tells.
pub(super) const TIMETABLE: [&str; 7] = [
    "resume", "begin", "meet", "expire", "convene", "reopen", "become",
];

/// The same where a thing follows: "the ministry releases its report Friday".
pub(super) const DOES: [&str; 10] = [
    "leaves",
    "releases",
    "publishes",
    "delivers",
    "presents",
    "hosts",
    "faces",
    "visits",
    "holds",
    "launches",
];

/// The same of who is named or are many: "Spurs host Fulham on Saturday", "the Rada votes on Thursday".
pub(super) const FIXTURES: [&str; 17] = [
    "host", "hosts", "face", "faces", "play", "plays", "vote", "votes", "kick", "kicks", "visit",
    "visits", "travel", "travels", "start", "open", "close",
];

/// What is due to happen: "due to open", where "due to snow" tells why.
pub(super) const DUE_TO: [&str; 24] = [
    "appear", "arrive", "be", "begin", "close", "come", "end", "expire", "face", "go", "hold",
    "host", "launch", "leave", "make", "meet", "open", "play", "publish", "report", "return",
    "speak", "start", "take",
];

/// Where something was said: "in a statement on Monday".
pub(super) const SOURCES: [&str; 10] = [
    "statement",
    "interview",
    "tweet",
    "filing",
    "memo",
    "email",
    "report",
    "note",
    "post",
    "letter",
];

/// What goes on: "stays shut until Thursday".
pub(super) const STAYS: [&str; 6] = ["stay", "stays", "remain", "remains", "keep", "keeps"];
