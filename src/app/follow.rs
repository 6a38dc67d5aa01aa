//! Following what stands under the cursor: opening stories by choice, along the storyline and along the trail.

use super::layout::{Breadth, breadth};
use super::model::{Model, Pane};
use super::open::{self, Opening};
use super::{Effect, LinkedTarget, names};

/// Enter: opens or follows what is under the cursor.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    match model.pane {
        Pane::List => {
            if let Some(effects) = super::saved::open(model) {
                return effects;
            }
            let Some(id) = model.list.current().map(|e| e.row.id.clone()) else {
                return Vec::new();
            };
            model.pane = Pane::Article;
            choose(model, &id)
        }
        Pane::Article => {
            open::anchor(model);
            open::commit(model)
        }
        Pane::Linked => {
            let Some(article) = &model.article else {
                return Vec::new();
            };
            match model.linked.target(&article.context) {
                Some(LinkedTarget::Named(_)) => names::stories(model),
                Some(LinkedTarget::Money(detail) | LinkedTarget::Date(detail)) => {
                    let (label, spans) = (detail.label.clone(), detail.spans.clone());
                    names::go_to(model, &label, &spans);
                    Vec::new()
                }
                Some(LinkedTarget::Mentioned(node)) => {
                    let spans: Vec<_> = node.mentioned_in.into_iter().collect();
                    names::go_to(model, "Only mentioned here", &spans);
                    Vec::new()
                }
                Some(LinkedTarget::Copy(related) | LinkedTarget::Related(related)) => {
                    let id = related.row.id.clone();
                    if breadth(model.size) != Breadth::Wide {
                        model.pane = Pane::Article;
                    }
                    choose(model, &id)
                }
                None => Vec::new(),
            }
        }
    }
}

/// Opens a story by choice; one that is already shown only begins its storyline.
fn choose(model: &mut Model, id: &str) -> Vec<Effect> {
    if model.article.as_ref().is_some_and(|a| a.id() == id) {
        let mut effects: Vec<Effect> = open::stay(model).into_iter().collect();
        open::anchor(model);
        effects.extend(open::commit(model));
        return effects;
    }
    let mut effects = open::commit(model);
    effects.push(open::ask(model, id, Opening::Choice));
    effects
}

/// `[` and `]`: the story that lies `by` stories on in the storyline.
pub(super) fn walk(model: &mut Model, by: isize) -> Vec<Effect> {
    let (Some(article), Some(storyline)) = (&model.article, &model.storyline) else {
        return Vec::new();
    };
    let Some(id) = storyline.neighbour(article.id(), by).map(str::to_owned) else {
        let end = if by < 0 { "No earlier" } else { "No later" };
        let cure = if storyline.anchor == article.id() {
            ""
        } else {
            "; Enter takes up this story's own"
        };
        model.notice = Some(format!("{end} incident in this storyline{cure}"));
        return Vec::new();
    };
    let mut effects = open::commit(model);
    effects.push(open::ask(model, &id, Opening::Walk));
    effects
}

/// Back and forward: the stop that lies `by` stops on along the trail.
pub(super) fn along_trail(model: &mut Model, by: isize) -> Vec<Effect> {
    // A story that was only looked at is not on the trail: back leads to the stop it was looked at from.
    let shown = model.article.as_ref().map(|a| a.id().to_owned());
    let looking = model
        .trail
        .here()
        .is_some_and(|stop| Some(&stop.story) != shown.as_ref());
    let by = if looking && by < 0 { by + 1 } else { by };
    // What was read here is noted before the trail moves on.
    let save = open::save_trail(model);
    let Some(stop) = model.trail.step(by).cloned() else {
        model.notice = Some(
            if by < 0 {
                "The trail begins here"
            } else {
                "The trail ends here"
            }
            .into(),
        );
        return Vec::new();
    };
    vec![
        save,
        open::ask(model, &stop.story, Opening::Return(stop.scroll)),
    ]
}
