//! Questions that another one overtakes, and questions that fail: what the reader has open stays whole.

use backstory::app::{Action, Effect, Event, Opened, update};

use crate::related::HALT;
use crate::stage::{Stage, stage_of};

/// Asks for something, and gives what is to be done for it undone.
fn undone(stage: &mut Stage, action: Action) -> Vec<Effect> {
    update(&mut stage.model, Event::Asked(action))
}

fn answered(stage: &mut Stage, effects: Vec<Effect>) -> Vec<Effect> {
    let answers = effects.into_iter().filter_map(|e| stage.worker.answer(e));
    let answers: Vec<Event> = answers.collect();
    let effects = answers.into_iter().map(|e| update(&mut stage.model, e));
    effects.flatten().collect()
}

fn relates(effects: &[Effect], story: &str) -> bool {
    effects
        .iter()
        .any(|e| matches!(e, Effect::Relate { id } if id == story))
}

/// The list's cursor on the newest story, which is open; what is found around it is asked for, but not yet there.
fn open_but_not_related() -> (Stage, String) {
    let mut stage = stage_of(HALT, 140, 40).keys("h g j");
    let up = undone(&mut stage, Action::Up);
    let related = answered(&mut stage, up);
    let story = stage.story().to_owned();
    assert!(relates(&related, &story), "{related:?}");
    (stage, story)
}

#[test]
fn what_is_found_is_asked_for_again_when_the_reader_comes_back_before_it_was_there() {
    let (mut stage, story) = open_but_not_related();
    // The question for another story overtakes it; that story is not wanted any more before it comes.
    let down = undone(&mut stage, Action::Down);
    assert!(down.iter().any(|e| matches!(e, Effect::Open { .. })));
    let up = undone(&mut stage, Action::Up);
    assert!(relates(&up, &story), "{up:?}");
    answered(&mut stage, down);
    assert_eq!(stage.story(), story);
    // Once it is there, nobody asks for it again.
    answered(&mut stage, up);
    let _ = undone(&mut stage, Action::Down);
    let up = undone(&mut stage, Action::Up);
    assert!(!relates(&up, &story), "{up:?}");
}

#[test]
fn what_is_found_is_asked_for_again_when_the_other_story_is_gone() {
    let (mut stage, story) = open_but_not_related();
    let down = undone(&mut stage, Action::Down);
    for effect in down {
        let Effect::Open { generation, id } = effect else {
            continue;
        };
        for context in [Ok(None), Err("cannot be read".to_owned())] {
            let opened = Opened {
                generation,
                id: id.clone(),
                context,
            };
            let effects = update(&mut stage.model, Event::Opened(Box::new(opened)));
            assert!(relates(&effects, &story), "{effects:?}");
            assert!(stage.model.notice.is_some());
        }
    }
}

#[test]
fn a_question_that_fails_does_not_undo_the_choice_of_a_story() {
    let mut stage = stage_of(HALT, 140, 40).keys("h g");
    let shown = stage.story().to_owned();
    let down = undone(&mut stage, Action::Down);
    let open = undone(&mut stage, Action::Open);
    let failed = Event::Failed("what is found could not be read".into());
    assert!(update(&mut stage.model, failed).is_empty());
    answered(&mut stage, down);
    answered(&mut stage, open);
    assert_ne!(stage.story(), shown);
    let row = &stage
        .model
        .article
        .as_ref()
        .expect("open")
        .context
        .stored
        .row;
    assert!(row.read, "the reader chose it");
    let here = stage.model.trail.here().expect("on the trail");
    assert_eq!(here.story, stage.story());
}

#[test]
fn a_search_that_is_left_gives_back_the_story_with_what_is_found_around_it() {
    let (mut stage, story) = open_but_not_related();
    let slash = undone(&mut stage, Action::Search);
    assert!(slash.is_empty(), "{slash:?}");
    let typed = undone(&mut stage, Action::Type('k'));
    let opened = answered(&mut stage, typed);
    answered(&mut stage, opened);
    let left = undone(&mut stage, Action::Leave);
    assert_eq!(stage.story(), story);
    assert!(relates(&left, &story), "{left:?}");
}
