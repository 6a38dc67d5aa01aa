//! Key script in, screen out: one line a feature.

use crate::stage::{Stage, stage, stage_of};

macro_rules! screens {
    ($($name:ident: $stage:expr;)*) => {
        $(#[test]
        fn $name() {
            let stage: Stage = $stage;
            insta::assert_snapshot!(stage.screen());
        })*
    };
}

const EMPTY: &str = "[]";
const MIXED: &str = r#"{"collection": {"id": "mine", "title": "我的故事"}, "entities": [
  {"id": "xu", "name": "徐明星", "kind": "person", "aliases": ["Star Xu"]},
  {"id": "huobi", "name": "Huobi", "kind": "organisation", "aliases": ["火币"]}],
 "stories": [
  {"id": "a", "headline": "徐明星在北京接受警方问询后离开派出所并发表声明称自己没有被捕也没有被调查", "published": "2018-09-11",
   "body": "徐明星昨日表示，他没有被捕。火币没有回应。\n\nStar Xu said he was not arrested.",
   "links": [{"to": "b", "kind": "follow-up", "why": "同一个人，两天之后"}]},
  {"id": "b", "headline": "A headline that goes on and on, as headlines of agencies sometimes do when nobody at the desk has had the time to cut it down to the length that any list can show",
   "published": "2018-09-13", "body": "Short.", "disagreements": ["One source says this, another that."]},
  {"id": "c", "body": "A story with neither headline nor date."}]}"#;

/// Stories of a person's own that state no links.
const OWN: &str = r#"[
  {"id": "closed", "headline": "Rotterdam closes Boompjes tunnel until autumn", "published": "2024-05-07",
   "body": "ROTTERDAM - The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks on 11 April and called them widening.\n\nThe repair will cost 40 million euros ($43 million), the council said, and buses will cross the river by the Erasmus Bridge.",
   "sources": [{"title": "Tunnel closes", "publisher": "Herald"}]},
  {"id": "closed-too", "headline": "Boompjes tunnel to close", "published": "2024-05-08",
   "body": "The city council of Rotterdam decided on Monday to close the Boompjes tunnel until the autumn after divers found cracks in its eastern wall. Port Authority engineers measured the cracks on 11 April and called them widening.\n\nThe repair will cost 40 million euros ($43 million), the council said, and buses will cross the river by the Erasmus Bridge.",
   "sources": [{"title": "Tunnel to close", "publisher": "Courier"}]},
  {"id": "reopened", "headline": "Boompjes tunnel open again", "published": "2024-10-02",
   "body": "Traffic has been flowing through the Boompjes tunnel in Rotterdam since Tuesday, the Port Authority said. It had been shut since 6 May, when the city council acted on cracks that divers had found. The Erasmus Bridge had to be closed for an hour on 19 August, when a crane hit it."},
  {"id": "garden", "headline": "Botanic garden shows its first banana", "published": "2024-05-09",
   "body": "Visitors queued in the rain for a look at a fruit the size of a thumb."}]"#;

screens! {
    first_run_wide: stage(140, 40);
    first_run_medium: stage(80, 24);
    first_run_narrow: stage(40, 12);
    first_run_very_wide: stage(220, 50);
    too_small: stage(19, 5);
    list_has_the_keys: stage(100, 24).keys("Tab Tab");
    list_moves_and_shows_what_it_stands_on: stage(100, 24).keys("h j j");
    list_counts: stage(100, 24).keys("h 5j");
    list_last: stage(100, 24).keys("h G");
    list_half_page: stage(100, 24).keys("h g Ctrl-d");
    list_jumps_from_year_to_year: stage(100, 24).keys("h }");
    linked_jumps_from_heading_to_heading: stage(140, 40).keys("Tab } } }");
    what_was_read_among_results_is_read_in_the_list: stage(100, 24).keys("/ pesticide Enter Esc");
    article_pages: stage(100, 24).keys("Space");
    article_end_shows_disagreements_and_sources: stage(100, 30).keys("G");
    article_only: stage(120, 24).keys("z");
    article_narrower: stage(140, 24).keys("z - - - - -");
    linked_slides_over: stage(80, 24).keys("l");
    linked_cursor_on_related: stage(140, 40).keys("Tab 13j");
    linked_alone_on_narrow: stage(40, 20).keys("Tab 12j");
    earlier_incident: stage(140, 40).keys("[");
    earlier_twice_keeps_the_storyline: stage(140, 40).keys("[ [");
    storyline_ends: stage(100, 24).keys("] ]");
    enter_takes_up_the_storyline: stage(140, 40).keys("[ [ Enter");
    back_along_the_trail: stage(100, 24).keys("[ [ H");
    trail_begins: stage(100, 24).keys("H");
    entity_lists_its_stories: stage(140, 40).keys("Tab Enter");
    entity_by_e_and_escape: stage(140, 40).keys("Tab e Tab Esc");
    mention_after_mention: stage(100, 24).keys("m m m");
    amounts_and_dates_go_to_their_mention: stage(140, 40).keys("Tab 19j Enter");
    why_a_link_is_one: stage(140, 40).keys("Tab 30j w");
    found_links_and_what_is_only_mentioned: stage_of(OWN, 140, 40).keys("Tab Tab");
    a_found_name_lists_its_stories: stage_of(OWN, 140, 40).keys("Tab Tab Enter");
    hollow_incident_goes_to_its_sentence: stage_of(OWN, 100, 30).keys("Tab Tab G Enter");
    search_as_you_type: stage(140, 40).keys("/ pest");
    search_finds_an_alias: stage(100, 24).keys("/ 徐明星");
    search_opens_with_matches_marked: stage(100, 30).keys("/ pesticide Enter n");
    search_says_what_it_ignored: stage(100, 24).keys("/").typed("preson:xu okex on:2018-13");
    search_completes_a_field: stage(100, 24).keys("/").typed("okex pers").keys("Tab");
    search_completes_a_name: stage(100, 24).keys("/ org:huo").keys("Tab Tab");
    search_by_fields_newest_first: stage(100, 24).keys("/").typed("huobi after:2018-06 sort:newest");
    search_gets_a_name: stage(100, 24).keys("/ hack Enter S").typed("Thefts");
    saved_searches_stand_above_the_list: stage(100, 24).keys("/ hack Enter S").typed("Thefts").keys("Enter Esc k");
    saved_search_opens: stage(100, 24).keys("/ hack Enter S").typed("Thefts").keys("Enter Esc h g k Enter");
    search_cancelled: stage(100, 24).keys("/ pesticide Esc");
    search_nothing: stage(100, 24).keys("/ xyzzyx");
    search_nothing_and_back: stage(100, 24).keys("/ xyzzyx Enter Esc");
    search_narrow: stage(40, 12).keys("/ huobi");
    starred_and_unread: stage(100, 24).keys("h s j s r");
    unread_only: stage(100, 24).keys("h u");
    help: stage(100, 40).keys("?");
    help_scrolled_narrow: stage(40, 12).keys("? j j j");
    click_and_wheel: stage(140, 40).keys("click:5,10 wheel:60,20,3");
    empty_library: stage_of(EMPTY, 80, 24);
    cjk_and_long_headlines: stage_of(MIXED, 80, 24);
    cjk_linked: stage_of(MIXED, 140, 30).keys("h G Enter Tab");
    cjk_narrow: stage_of(MIXED, 40, 12).keys("Tab Tab");
    resized_down_and_up: stage(140, 40).keys("Space ~40x12 ~100x24");
}

#[test]
fn without_colours_nothing_is_coloured_but_the_cursor_shows() {
    let mut stage = stage(100, 24).keys("h");
    stage.theme = backstory::ui::Theme::plain();
    let screen = stage.screen();
    assert!(screen.contains("stands out"), "{screen}");
    insta::assert_snapshot!(screen);
}

#[test]
fn following_a_link_and_back_restores_the_scroll() {
    let before = stage(100, 24).keys("8j");
    let top = before.model.article.as_ref().expect("open").scroll;
    let there = before.keys("Tab G Enter");
    assert_ne!(there.story(), "okcoin-office-breakin-2018-10");
    let back = there.keys("H");
    assert_eq!(back.story(), "okcoin-office-breakin-2018-10");
    assert_eq!(back.model.article.as_ref().expect("open").scroll, top);
}

#[test]
fn the_trail_survives_a_restart() {
    let left = stage(100, 24).keys("[ 6j");
    let (story, screen) = (
        left.story().to_owned(),
        left.model.article.as_ref().expect("open").scroll,
    );
    let again = left.reopen();
    assert_eq!(again.story(), story);
    assert_eq!(again.model.article.as_ref().expect("open").scroll, screen);
    assert_eq!(again.keys("H").story(), "okcoin-office-breakin-2018-10");
}

#[test]
fn marks_survive_a_restart() {
    let again = stage(100, 24).keys("s [ r").reopen().keys("H");
    let row = &again
        .model
        .article
        .as_ref()
        .expect("open")
        .context
        .stored
        .row;
    assert!(row.starred && row.read);
    assert_eq!(
        again.model.counts.unread, 63,
        "the second story was marked unread again"
    );
}

#[test]
fn saved_searches_survive_a_restart() {
    let left = stage(100, 24).keys("/ hack Enter S").typed("Thefts");
    let again = left.keys("Enter Esc").reopen();
    let names: Vec<&str> = again
        .model
        .saved
        .iter()
        .map(|row| row.saved.name.as_str())
        .collect();
    assert_eq!(names, ["Thefts"]);
}

#[test]
fn new_stories_of_another_process_do_not_move_the_cursor() {
    let mut stage = stage(100, 24).keys("h 5j");
    let (cursor, story) = (
        stage.model.list.current().expect("a row").row.id.clone(),
        stage.story().to_owned(),
    );
    stage.import(
        r#"[{"id": "new-1", "headline": "Newest of all", "published": "2030-01-01"},
            {"id": "new-2", "headline": "Old news", "published": "2001-01-01"}]"#,
    );
    stage.look();
    assert_eq!(stage.model.list.current().expect("a row").row.id, cursor);
    assert_eq!(stage.story(), story);
    let screen = stage.screen();
    assert!(screen.contains("2 new stories"), "{screen}");
    let screen = stage.keys("g").screen();
    assert!(screen.contains("Newest of all"), "{screen}");
}

#[test]
fn what_is_found_again_stands_once() {
    let mut stage = stage_of(OWN, 140, 40).keys("Tab Tab");
    let before = stage.screen();
    stage.event(backstory::app::Event::Indexed);
    assert_eq!(stage.screen(), before);
}
