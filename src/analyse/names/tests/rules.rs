//! What the rules around the tagger make of its names, on sentences of the news's own kind.

use super::*;

fn kinds(text: &str) -> Vec<(&str, Kind)> {
    find(text)
        .iter()
        .map(|name| (&text[name.start..name.end], name.kind))
        .collect()
}

#[track_caller]
fn has(text: &str, names: &[(&str, Kind)]) {
    let found = kinds(text);
    for name in names {
        assert!(found.contains(name), "{name:?} in {found:?}");
    }
}

#[test]
fn places_in_a_dateline_may_be_several_or_small() {
    let place = Kind::Place;
    has(
        "LISBON/ROME/ADDIS ABABA (Reuters) - Ministers met on Monday.",
        &[("LISBON", place), ("ROME", place), ("ADDIS ABABA", place)],
    );
    has(
        "Tafraout (Morocco) (AFP) – Villagers waited for help.",
        &[("Tafraout", place), ("Morocco", place)],
    );
    has(
        "QUXBURGH — Voters chose a mayor on Tuesday.",
        &[("QUXBURGH", place)],
    );
    assert!(
        !kinds("QUXBURGH – what a word – said the judge.").contains(&("QUXBURGH", place)),
        "a dash within a sentence makes no dateline"
    );
}

#[test]
fn bodies_are_named_with_what_they_are_for() {
    let body = Kind::Organisation;
    has(
        "The Department for Transport, Food and Rural Affairs closed it.",
        &[("Department for Transport, Food and Rural Affairs", body)],
    );
    has(
        "The Board of Control for Hockey in Kenya fined two clubs.",
        &[("Board of Control for Hockey in Kenya", body)],
    );
    has(
        "Officials at York City Council met the National Oceanic and Atmospheric Administration.",
        &[
            ("York City Council", body),
            ("National Oceanic and Atmospheric Administration", body),
        ],
    );
}

#[test]
fn figures_belong_to_the_names_that_are_counted() {
    assert!(named("The FTSE 100 rose in London on Friday.").contains(&"FTSE 100"));
    assert!(!named("Shares of Microsoft 100 years on.").contains(&"Microsoft 100"));
}

#[test]
fn a_storm_is_one_name_and_nobody() {
    let other = Kind::Other;
    has(
        "Florida was hit by Hurricane Michael on Wednesday, and later by Tropical Storm Nadine.",
        &[
            ("Hurricane Michael", other),
            ("Tropical Storm Nadine", other),
        ],
    );
}

#[test]
fn initials_are_part_of_a_name() {
    let text = "They met at the M. A. Chidambaram Stadium in Chennai.";
    assert!(named(text).contains(&"M. A. Chidambaram Stadium"));
}

#[test]
fn a_verb_or_what_the_one_is_to_the_other_parts_two_names() {
    for (text, names) in [
        (
            "The cup returns with Pirelli replacing Bridgestone.",
            ["Pirelli", "Bridgestone"],
        ),
        (
            "They include BlackRock's iShares Bitcoin Trust.",
            ["BlackRock", "iShares Bitcoin Trust"],
        ),
        (
            "It sold both to Harbour Point Holdings and China Overseas Land & Investment.",
            ["Harbour Point Holdings", "China Overseas Land & Investment"],
        ),
    ] {
        let found = named(text);
        assert!(names.iter().all(|name| found.contains(name)), "{found:?}");
    }
    assert!(
        named("He works for Moody's Investors Service.").contains(&"Moody's Investors Service")
    );
}

#[test]
fn bodies_and_secretaries_before_a_name_are_no_part_of_it() {
    has(
        "FEMA Administrator Brock Long spoke. U.S. Secretary of State John Kerry left.",
        &[
            ("FEMA", Kind::Organisation),
            ("Brock Long", Kind::Person),
            ("U.S.", Kind::Place),
            ("John Kerry", Kind::Person),
        ],
    );
}

#[test]
fn the_words_around_a_company_tell_that_it_is_one() {
    let body = Kind::Organisation;
    has(
        "Valued by analysts at Bernstein at $5 billion, Goldin Financial fell. Valdor's shares rose. Valdor said so.",
        &[
            ("Bernstein", body),
            ("Goldin Financial", body),
            ("Valdor", body),
        ],
    );
    has(
        "Berlin's Social Democrats beat the Free Democrats.",
        &[("Social Democrats", body), ("Free Democrats", body)],
    );
    has(
        "Mr. Ford's rival Henry Miller won in Ohio.",
        &[("Henry Miller", Kind::Person)],
    );
}

#[test]
fn who_heads_a_company_is_none() {
    has(
        "Buffett, the firm's chairman, said so. Safaricom, the biggest firm in Nairobi, agreed with Norway's Statoil.",
        &[
            ("Buffett", Kind::Person),
            ("Safaricom", Kind::Organisation),
            ("Statoil", Kind::Organisation),
        ],
    );
}

#[test]
fn one_name_is_of_one_kind_in_one_text() {
    let text =
        "Suncor Energy and others cut output. Costs rose. The chief executive of Suncor left.";
    has(text, &[("Suncor", Kind::Organisation)]);
    let text = "Hurricane Michael came ashore. Two deaths were blamed on Michael on Friday.";
    has(text, &[("Michael", Kind::Other)]);
}

#[test]
fn what_the_tagger_passes_over_is_found_where_its_words_leave_no_doubt() {
    let body = Kind::Organisation;
    has(
        "In the capital the Federal Aviation Administration met the heads of the XQRT on Monday.",
        &[("Federal Aviation Administration", body), ("XQRT", body)],
    );
    has(
        "Zorbanix set aside a million euros on Monday. It was for the town of Quxholm.",
        &[("Zorbanix", body), ("Quxholm", Kind::Place)],
    );
    for text in [
        "Justices will hear the case in the spring.",
        "The CEO said the GDP and the ERA were fine at USD 5m.",
        "Laundering said nothing to anybody.",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn in_a_report_on_a_match_a_town_with_a_club_is_the_club() {
    let club = Kind::Organisation;
    let text = "The striker scored a penalty for Norwich City in the second half. Brighton, relegated from the Premier \
                League last season, drew at Leicester, their manager said in Leeds.";
    has(
        text,
        &[
            ("Norwich City", club),
            ("Brighton", club),
            ("Leicester", club),
            ("Leeds", Kind::Place),
        ],
    );
    has(
        "The council of Brighton met in Leicester.",
        &[("Brighton", Kind::Place), ("Leicester", Kind::Place)],
    );
}

#[test]
fn a_last_word_tells_a_lake_from_a_marathon() {
    has(
        "The fire that hit Slave Lake came before the Berlin Marathon.",
        &[
            ("Slave Lake", Kind::Place),
            ("Berlin Marathon", Kind::Other),
        ],
    );
}

#[test]
fn an_acronym_is_a_body_before_who_leads_it_and_before_a_hyphen() {
    let body = Kind::Organisation;
    has(
        "A FIFA-sanctioned match was held. XQT chairman Ann Miller was there on Friday.",
        &[("FIFA", body), ("XQT", body), ("Ann Miller", Kind::Person)],
    );
}

#[test]
fn a_time_zone_is_no_name() {
    for text in [
        "The call is at 2:00 P.M. Pacific Time on Friday.",
        "It ends at noon Central European Time today.",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}
