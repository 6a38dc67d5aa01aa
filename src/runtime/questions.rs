//! The worker thread: owns the library and takes up the reader's questions, the newest of each sort first.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::worker::{Worker, start};
use super::{Message, send};
use crate::app::{Effect, Event, Start};
use crate::library::Library;

/// How often the library is looked at for changes that others made.
const LOOK: Duration = Duration::from_secs(1);

/// The worker thread, from the loop's side.
pub(super) struct Handle {
    questions: Sender<Effect>,
    thread: JoinHandle<()>,
}

impl Handle {
    pub(super) fn ask(&self, effect: Effect) {
        // A worker that is gone has said why; the reader can still quit.
        let _ = self.questions.send(effect);
    }

    /// Waits until everything asked for is done.
    pub(super) fn finish(self) {
        drop(self.questions);
        let _ = self.thread.join();
    }
}

/// What the worker tells first.
pub(super) struct Begun {
    pub(super) start: Start,
    /// Where the library lies, if on disk.
    pub(super) folder: Option<PathBuf>,
}

/// Starts the thread: it opens the library, tells what the reader opens with, and from then on answers.
pub(super) fn spawn(
    open: impl FnOnce() -> anyhow::Result<Library> + Send + 'static,
    sender: Sender<Message>,
) -> io::Result<(Handle, Receiver<anyhow::Result<Begun>>)> {
    let (questions, receive) = channel();
    let (tell, begun) = channel();
    let work = move || {
        let opened = open().and_then(|library| {
            let begun = Begun {
                start: start(&library)?,
                folder: library.folder().map(Path::to_owned),
            };
            Ok((library, begun))
        });
        match opened {
            Ok((library, begun)) => {
                // Nobody to tell means that the terminal could not be taken: the program is ending.
                if tell.send(Ok(begun)).is_ok() {
                    work(&mut Worker::new(library), &receive, &sender);
                }
            }
            Err(error) => drop(tell.send(Err(error))),
        }
    };
    let thread = thread::Builder::new().name("worker".into()).spawn(work)?;
    Ok((Handle { questions, thread }, begun))
}

fn work(worker: &mut Worker, questions: &Receiver<Effect>, sender: &Sender<Message>) {
    loop {
        match questions.recv_timeout(LOOK) {
            Ok(first) => {
                let waiting = newest(
                    &std::iter::once(first)
                        .chain(questions.try_iter())
                        .collect::<Vec<_>>(),
                );
                for effect in waiting {
                    if let Some(event) = worker.answer(effect) {
                        send(sender, event);
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) => match worker.look() {
                Ok(events) => events.into_iter().for_each(|event| send(sender, event)),
                Err(error) => send(sender, Event::Failed(error.to_string())),
            },
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Drops every question that a later one of its sort has overtaken; marks and trails all stay. What is to be found around a story
/// comes last, and not at all where another story is about to be opened: that one asks for its own, and where it does not come
/// the model asks again.
fn newest(waiting: &[Effect]) -> Vec<Effect> {
    let last = |sort: fn(&Effect) -> bool| waiting.iter().rposition(sort);
    let open = last(|e| matches!(e, Effect::Open { .. }));
    let relate = last(|e| matches!(e, Effect::Relate { .. })).filter(|at| Some(*at) > open);
    let kept = [
        last(|e| matches!(e, Effect::List { .. })),
        open,
        last(|e| matches!(e, Effect::Search { .. })),
    ];
    let question = |e: &Effect| {
        matches!(
            e,
            Effect::List { .. }
                | Effect::Open { .. }
                | Effect::Search { .. }
                | Effect::Relate { .. }
        )
    };
    let wanted = waiting.iter().enumerate();
    let wanted = wanted.filter(|(i, e)| !question(e) || kept.contains(&Some(*i)));
    let last = relate.map(|at| &waiting[at]);
    wanted.map(|(_, e)| e).chain(last).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(id: &str) -> Effect {
        Effect::Open {
            generation: 1,
            id: id.into(),
        }
    }

    fn relate(id: &str) -> Effect {
        Effect::Relate { id: id.into() }
    }

    #[test]
    fn only_the_newest_questions_are_answered_and_related_stories_last() {
        let waiting = [open("a"), relate("a"), open("b"), Effect::CountSaved];
        assert_eq!(newest(&waiting), [open("b"), Effect::CountSaved]);
        let waiting = [open("b"), relate("a"), relate("b"), Effect::CountSaved];
        assert_eq!(
            newest(&waiting),
            [open("b"), Effect::CountSaved, relate("b")]
        );
    }
}
