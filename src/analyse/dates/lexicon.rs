//! The words a date can be made of, with what each may mean. A word that is not here means nothing in a date.

use super::tokens::{Key, Kind};

/// In the order of their bytes, to be searched by halves.
#[rustfmt::skip]
const WORDS: [(&str, Kind, u32); 213] = [
    ("a", Kind::Key(Key::A), 0), ("about", Kind::Key(Key::Around), 0), ("ad", Kind::Key(Key::Ad), 0),
    ("after", Kind::Key(Key::After), 0), ("afternoon", Kind::PartOfDay, 0), ("afterwards", Kind::Key(Key::Later), 0),
    ("ago", Kind::Key(Key::Ago), 0), ("an", Kind::Key(Key::A), 0), ("and", Kind::Key(Key::And), 0),
    ("any", Kind::Key(Key::Each), 0), ("apr", Kind::MonthShort, 4), ("april", Kind::Month, 4),
    ("around", Kind::Key(Key::Around), 0), ("aug", Kind::MonthShort, 8), ("august", Kind::Month, 8),
    ("autumn", Kind::Season, 2), ("bc", Kind::Key(Key::Bc), 0), ("bce", Kind::Key(Key::Bc), 0),
    ("before", Kind::Key(Key::Before), 0), ("beginning", Kind::Key(Key::Start), 0),
    ("between", Kind::Key(Key::Between), 0), ("by", Kind::Key(Key::By), 0), ("ce", Kind::Key(Key::Ad), 0),
    ("centuries", Kind::Unit, 8), ("century", Kind::Unit, 8), ("circa", Kind::Key(Key::Around), 0),
    ("close", Kind::Key(Key::End), 0), ("coming", Kind::Key(Key::Next), 0), ("couple", Kind::Key(Key::Couple), 0),
    ("current", Kind::Key(Key::Current), 0), ("dawn", Kind::PartOfDay, 0), ("day", Kind::Unit, 1),
    ("days", Kind::Unit, 1), ("dec", Kind::MonthShort, 12), ("decade", Kind::Unit, 7), ("decades", Kind::Unit, 7),
    ("december", Kind::Month, 12), ("during", Kind::Key(Key::During), 0), ("each", Kind::Key(Key::Each), 0),
    ("earlier", Kind::Key(Key::Earlier), 0), ("early", Kind::Key(Key::Early), 0), ("eight", Kind::Count, 8),
    ("eighteen", Kind::Count, 18), ("eighteenth", Kind::Nth, 18), ("eighth", Kind::Nth, 8),
    ("eighties", Kind::Decade, 1980), ("eighty", Kind::Count, 80), ("eleven", Kind::Count, 11),
    ("eleventh", Kind::Nth, 11), ("end", Kind::Key(Key::End), 0), ("evening", Kind::PartOfDay, 0),
    ("every", Kind::Key(Key::Each), 0), ("fall", Kind::Fall, 2), ("feb", Kind::MonthShort, 2),
    ("february", Kind::Month, 2), ("few", Kind::Few, 0), ("fifteen", Kind::Count, 15), ("fifteenth", Kind::Nth, 15),
    ("fifth", Kind::Nth, 5), ("fifties", Kind::Decade, 1950), ("fifty", Kind::Count, 50), ("first", Kind::Nth, 1),
    ("five", Kind::Count, 5), ("following", Kind::Key(Key::Following), 0), ("forthcoming", Kind::Key(Key::Next), 0),
    ("forties", Kind::Decade, 1940), ("fortnight", Kind::Unit, 9), ("forty", Kind::Count, 40), ("four", Kind::Count, 4),
    ("fourteen", Kind::Count, 14), ("fourteenth", Kind::Nth, 14), ("fourth", Kind::Nth, 4),
    ("fri", Kind::WeekdayShort, 4), ("friday", Kind::Weekday, 4), ("fridays", Kind::Weekdays, 4),
    ("from", Kind::Key(Key::From), 0), ("half", Kind::Key(Key::Half), 0), ("hour", Kind::Unit, 0),
    ("hours", Kind::Unit, 0), ("hundred", Kind::Count, 100), ("in", Kind::Key(Key::In), 0),
    ("jan", Kind::MonthShort, 1), ("january", Kind::Month, 1), ("jul", Kind::MonthShort, 7), ("july", Kind::Month, 7),
    ("jun", Kind::MonthShort, 6), ("june", Kind::Month, 6), ("last", Kind::Key(Key::Last), 0),
    ("late", Kind::Key(Key::Late), 0), ("later", Kind::Key(Key::Later), 0), ("many", Kind::Few, 0),
    ("mar", Kind::MonthShort, 3), ("march", Kind::Month, 3), ("may", Kind::Month, 5), ("mid", Kind::Key(Key::Mid), 0),
    ("middle", Kind::Key(Key::Mid), 0), ("midnight", Kind::PartOfDay, 0), ("midway", Kind::Key(Key::Mid), 0),
    ("mon", Kind::WeekdayShort, 0), ("monday", Kind::Weekday, 0), ("mondays", Kind::Weekdays, 0),
    ("month", Kind::Unit, 4), ("months", Kind::Unit, 4), ("morning", Kind::PartOfDay, 0),
    ("next", Kind::Key(Key::Next), 0), ("night", Kind::PartOfDay, 0), ("nine", Kind::Count, 9),
    ("nineteen", Kind::Count, 19), ("nineteenth", Kind::Nth, 19), ("nineties", Kind::Decade, 1990),
    ("ninety", Kind::Count, 90), ("ninth", Kind::Nth, 9), ("noon", Kind::PartOfDay, 0), ("nov", Kind::MonthShort, 11),
    ("november", Kind::Month, 11), ("oct", Kind::MonthShort, 10), ("october", Kind::Month, 10),
    ("of", Kind::Key(Key::Of), 0), ("on", Kind::Key(Key::On), 0), ("one", Kind::Count, 1),
    ("or", Kind::Key(Key::Or), 0), ("over", Kind::Key(Key::During), 0), ("past", Kind::Key(Key::Past), 0),
    ("preceding", Kind::Key(Key::Previous), 0), ("previous", Kind::Key(Key::Previous), 0),
    ("prior", Kind::Key(Key::Prior), 0), ("quarter", Kind::Unit, 5), ("quarters", Kind::Unit, 5),
    ("same", Kind::Key(Key::Same), 0), ("sat", Kind::WeekdayShort, 5), ("saturday", Kind::Weekday, 5),
    ("saturdays", Kind::Weekdays, 5), ("second", Kind::Nth, 2), ("sep", Kind::MonthShort, 9),
    ("sept", Kind::MonthShort, 9), ("september", Kind::Month, 9), ("seven", Kind::Count, 7),
    ("seventeen", Kind::Count, 17), ("seventeenth", Kind::Nth, 17), ("seventh", Kind::Nth, 7),
    ("seventies", Kind::Decade, 1970), ("seventy", Kind::Count, 70), ("several", Kind::Few, 0),
    ("since", Kind::Key(Key::Since), 0), ("six", Kind::Count, 6), ("sixteen", Kind::Count, 16),
    ("sixteenth", Kind::Nth, 16), ("sixth", Kind::Nth, 6), ("sixties", Kind::Decade, 1960), ("sixty", Kind::Count, 60),
    ("some", Kind::Few, 0), ("spring", Kind::Season, 0), ("springtime", Kind::Season, 0),
    ("start", Kind::Key(Key::Start), 0), ("subsequent", Kind::Key(Key::Following), 0), ("summer", Kind::Season, 1),
    ("summertime", Kind::Season, 1), ("sun", Kind::WeekdayShort, 6), ("sunday", Kind::Weekday, 6),
    ("sundays", Kind::Weekdays, 6), ("ten", Kind::Count, 10), ("tenth", Kind::Nth, 10),
    ("that", Kind::Key(Key::That), 0), ("the", Kind::Key(Key::The), 0), ("thereafter", Kind::Key(Key::Later), 0),
    ("third", Kind::Nth, 3), ("thirteen", Kind::Count, 13), ("thirteenth", Kind::Nth, 13),
    ("thirties", Kind::Decade, 1930), ("thirtieth", Kind::Nth, 30), ("thirty", Kind::Count, 30),
    ("this", Kind::Key(Key::This), 0), ("three", Kind::Count, 3), ("through", Kind::Key(Key::To), 0),
    ("throughout", Kind::Key(Key::During), 0), ("thru", Kind::Key(Key::To), 0), ("thu", Kind::WeekdayShort, 3),
    ("thur", Kind::WeekdayShort, 3), ("thurs", Kind::WeekdayShort, 3), ("thursday", Kind::Weekday, 3),
    ("thursdays", Kind::Weekdays, 3), ("til", Kind::Key(Key::Until), 0), ("till", Kind::Key(Key::Until), 0),
    ("to", Kind::Key(Key::To), 0), ("today", Kind::Key(Key::Today), 0), ("tomorrow", Kind::Key(Key::Tomorrow), 0),
    ("tonight", Kind::Key(Key::Tonight), 0), ("tue", Kind::WeekdayShort, 1), ("tues", Kind::WeekdayShort, 1),
    ("tuesday", Kind::Weekday, 1), ("tuesdays", Kind::Weekdays, 1), ("twelfth", Kind::Nth, 12),
    ("twelve", Kind::Count, 12), ("twenties", Kind::Decade, 1920), ("twentieth", Kind::Nth, 20),
    ("twenty", Kind::Count, 20), ("two", Kind::Count, 2), ("until", Kind::Key(Key::Until), 0),
    ("upcoming", Kind::Key(Key::Next), 0), ("wed", Kind::WeekdayShort, 2), ("wednesday", Kind::Weekday, 2),
    ("wednesdays", Kind::Weekdays, 2), ("weds", Kind::WeekdayShort, 2), ("week", Kind::Unit, 2),
    ("weekend", Kind::Unit, 3), ("weekends", Kind::Unit, 3), ("weeks", Kind::Unit, 2), ("winter", Kind::Season, 3),
    ("wintertime", Kind::Season, 3), ("within", Kind::Key(Key::During), 0), ("year", Kind::Unit, 6),
    ("years", Kind::Unit, 6), ("yesterday", Kind::Key(Key::Yesterday), 0),
];

/// Where the words of each letter begin above, and behind the last one its end: most words are no dates, and few steps tell.
const STARTS: [usize; 27] = {
    let mut starts = [WORDS.len(); 27];
    let mut at = WORDS.len();
    while at > 0 {
        at -= 1;
        let letter = (WORDS[at].0.as_bytes()[0] - b'a') as usize;
        starts[letter] = at;
    }
    // A letter without words begins where the next one does.
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        if starts[letter] > starts[letter + 1] {
            starts[letter] = starts[letter + 1];
        }
    }
    starts
};

/// The longest word above.
const LONGEST: usize = 11;

/// What a word may mean, in whatever case it is written, and its number.
pub(crate) fn look_up(word: &str) -> (Kind, u32) {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return (Kind::Word, 0);
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let letter = lower
        .first()
        .map_or(usize::MAX, |b| usize::from(b.wrapping_sub(b'a')));
    let (Some(from), Some(to)) = (STARTS.get(letter), STARTS.get(letter.wrapping_add(1))) else {
        return (Kind::Word, 0);
    };
    let words = &WORDS[*from..*to];
    let known = words.binary_search_by(|(w, _, _)| w.as_bytes().cmp(lower));
    known.map_or((Kind::Word, 0), |at| (words[at].1, words[at].2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_complete() {
        assert!(WORDS.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!(WORDS.iter().map(|w| w.0.len()).max(), Some(LONGEST));
        for (word, kind, n) in WORDS {
            assert_eq!(look_up(word), (kind, n));
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(look_up("MARCH"), (Kind::Month, 3));
        assert_eq!(look_up("marché"), (Kind::Word, 0));
        assert_eq!(look_up("antidisestablishment"), (Kind::Word, 0));
    }
}
