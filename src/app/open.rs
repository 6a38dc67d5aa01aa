//! Opening stories: from the list, over links, along the storyline and the trail.

use super::model::{Model, Pane};
use super::{Article, Effect, Linked, LinkedTarget, Opened};
use crate::library::Mark;
use crate::related::{Context, Findings};
use crate::search::highlight;

/// Why a story is being opened, which decides what else changes.
/// Between two questions it is [`Preview`](Self::Preview).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Opening {
    /// The cursor of the list passes over it: shown, not yet read.
    #[default]
    Preview,
    /// The reader chose it: its own storyline begins.
    Choice,
    /// `[` or `]`: the storyline stays.
    Walk,
    /// Back or forward: it opens at the position where it was left.
    Return(usize),
}

/// Asks for a story.
pub(super) fn ask(model: &mut Model, id: &str, opening: Opening) -> Effect {
    note_scroll(model);
    model.asked.open += 1;
    model.opening = opening;
    Effect::Open {
        generation: model.asked.open,
        id: id.to_owned(),
    }
}

/// No story that was asked for is wanted any more: the open one stays.
pub(super) fn stay(model: &mut Model) -> Option<Effect> {
    model.asked.open += 1;
    model.opening = Opening::Preview;
    ask_related_again(model)
}

/// Nobody looks for what can be found around a story once another is asked for. Where that other one does not come after
/// all, it is asked for again, unless it is there.
fn ask_related_again(model: &Model) -> Option<Effect> {
    if model.article.as_ref()?.found {
        return None;
    }
    ask_related(model)
}

/// Takes the story that was asked for.
pub(super) fn opened(model: &mut Model, opened: Opened) -> Vec<Effect> {
    if opened.generation != model.asked.open {
        return Vec::new();
    }
    let opening = std::mem::take(&mut model.opening);
    let gone = || format!("{} is not in the library any more", opened.id);
    let context = match opened.context.and_then(|context| context.ok_or_else(gone)) {
        Ok(context) => context,
        Err(why) => {
            model.notice = Some(why);
            return ask_related_again(model).into_iter().collect();
        }
    };
    let kept = match opening {
        Opening::Walk | Opening::Return(_) => model
            .storyline
            .take()
            .filter(|s| s.position(&opened.id).is_some()),
        Opening::Preview | Opening::Choice => None,
    };
    model.storyline = Some(kept.unwrap_or_else(|| context.storyline()));
    show(model, context);
    let position = match opening {
        Opening::Return(position) => position,
        _ => 0,
    };
    super::update::settle(model);
    if let Some(article) = &mut model.article {
        article.set_position(position);
    }
    match opening {
        Opening::Preview => return ask_related(model).into_iter().collect(),
        Opening::Return(_) => {}
        Opening::Choice | Opening::Walk => model.trail.push(&opened.id),
    }
    model.list.seek(&opened.id);
    let mut effects = vec![save_trail(model)];
    effects.extend(mark_read(model));
    effects.extend(ask_related(model));
    effects
}

/// Asks what can be found around the open story. It comes after the story itself: reading need not wait for it.
pub(super) fn ask_related(model: &Model) -> Option<Effect> {
    let id = model.article.as_ref()?.id().to_owned();
    Some(Effect::Relate { id })
}

/// Takes what was found around the open story.
pub(super) fn related(model: &mut Model, findings: Findings) {
    let Some(article) = &mut model.article else {
        return;
    };
    if article.id() != findings.story {
        return;
    }
    // What is found comes between the links, and must not move the cursor off its own.
    let under = model
        .linked
        .target(&article.context)
        .and_then(LinkedTarget::link);
    let under = under.map(|related| related.row.id.clone());
    article.context.take(findings);
    article.found = true;
    if let Some(id) = under {
        model.linked.seek(&id, &article.context);
    }
    if model
        .storyline
        .as_ref()
        .is_some_and(|s| s.anchor == article.id())
    {
        model.storyline = Some(article.context.storyline());
    }
}

/// Shows the story the reader was in when the program last ended, or the lead on the first run.
pub(super) fn resume(model: &mut Model, context: Context) {
    let id = context.stored.row.id.clone();
    let position = match model.trail.here() {
        Some(stop) if stop.story == id => stop.scroll,
        _ => 0,
    };
    model.trail.push(&id);
    model.storyline = Some(context.storyline());
    model.list.seek(&id);
    show(model, context);
    super::update::settle(model);
    if let Some(article) = &mut model.article {
        article.set_position(position);
    }
}

fn show(model: &mut Model, context: Context) {
    let mut article = Article::new(context);
    if let Some(query) = &model.query {
        article.matches = highlight(query, article.body());
    }
    let named = &article.context.named;
    let chosen = model.entity.as_ref();
    if chosen.is_some_and(|who| named.iter().all(|n| n.who != *who)) {
        model.entity = None;
    }
    model.article = Some(article);
    model.linked = Linked::default();
}

/// A story that was only shown is now read: it joins the trail.
pub(super) fn commit(model: &mut Model) -> Vec<Effect> {
    let Some(id) = model.article.as_ref().map(|a| a.id().to_owned()) else {
        return Vec::new();
    };
    if model.trail.here().is_some_and(|stop| stop.story == id) {
        return mark_read(model).into_iter().collect();
    }
    model.trail.push(&id);
    let mut effects = vec![save_trail(model)];
    effects.extend(mark_read(model));
    effects
}

/// The story that is open begins a storyline of its own.
pub(super) fn anchor(model: &mut Model) {
    if let Some(article) = &model.article {
        model.storyline = Some(article.context.storyline());
    }
}

/// The trail as it should be stored now.
pub(super) fn save_trail(model: &mut Model) -> Effect {
    note_scroll(model);
    Effect::SaveTrail {
        stops: model.trail.stops().to_vec(),
        at: model.trail.at(),
    }
}

fn note_scroll(model: &mut Model) {
    if let Some(article) = &model.article {
        let (id, position) = (article.id().to_owned(), article.position());
        model.trail.note_scroll(&id, position);
    }
}

/// Sets a mark on the open story, if it is not set yet.
fn mark_read(model: &mut Model) -> Option<Effect> {
    let row = &model.article.as_ref()?.context.stored.row;
    if row.read {
        return None;
    }
    let id = row.id.clone();
    Some(set_mark(model, &id, Mark::Read, true))
}

/// Sets or clears a mark wherever the story stands on the screen, and in the library.
pub(super) fn set_mark(model: &mut Model, id: &str, mark: Mark, on: bool) -> Effect {
    let article = model.article.as_mut().map(|a| &mut a.context.stored.row);
    let rows = model.list.entries.iter_mut().map(|e| &mut e.row);
    let kept = model.before.iter_mut().flat_map(|before| before.rows());
    for row in rows.chain(article).chain(kept).filter(|row| row.id == id) {
        match mark {
            Mark::Read => row.read = on,
            Mark::Starred => row.starred = on,
        }
    }
    Effect::Mark {
        id: id.to_owned(),
        mark,
        on,
    }
}

/// Moves to a pane; whoever goes into a story reads it.
pub(super) fn go_to(model: &mut Model, pane: Pane) -> Vec<Effect> {
    model.pane = pane;
    if pane == Pane::List {
        return Vec::new();
    }
    commit(model)
}
