//! The reader at work: the terminal, the threads and the loop. The only place with a clock, threads and key codes.

mod index;
mod input;
mod keys;
mod questions;
mod signals;
mod terminal;
mod worker;

use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Result;
use ratatui::layout::Size;

use crate::app::{Effect, Event, Model, update};
use crate::library::Library;
use crate::ui::{Theme, opening, view};
use terminal::Terminal;

pub use keys::name as key_name;
pub use signals::interrupted;
pub use worker::{Worker, start};

/// What reaches the loop from its threads.
enum Message {
    /// A key, a click or a new size, as the terminal told it.
    Input(crossterm::event::Event),
    /// An answer.
    Event(Event),
    /// The program was asked to end, by this signal.
    Terminate(i32),
    /// The shell asked the program to stop for now.
    Suspend,
    /// The terminal is gone.
    Closed,
}

/// Runs the reader on a library until the reader quits. The first frame does not wait for the library to open.
///
/// # Errors
/// When the terminal or the library cannot be used.
pub fn run(open: impl FnOnce() -> Result<Library> + Send + 'static) -> Result<()> {
    // Before the terminal is taken: whoever ends the program from now on finds it given back.
    let (send, receive) = channel();
    signals::spawn(send.clone())?;
    let mut terminal = Terminal::enter()?;
    let theme = theme();
    terminal.draw(|frame| opening(&theme, frame))?;
    let (worker, opened) = questions::spawn(open, send.clone())?;
    let opened = opened.recv()??;
    let mut model = Model::new(terminal.size()?, opened.start);
    terminal.draw(|frame| view(&model, &theme, frame))?;

    input::spawn(send.clone())?;
    index::spawn(opened.folder, send)?;
    for effect in model.begin() {
        worker.ask(effect);
    }
    let ended = events(&mut model, &theme, &mut terminal, &receive, &worker);
    // Whatever ended the loop: the place on the trail is kept.
    let last = update(&mut model, Event::Asked(crate::app::Action::ForceQuit));
    for effect in last {
        worker.ask(effect);
    }
    worker.finish();
    drop(terminal);
    if let Some(signal) = ended? {
        signals::die_of(signal);
    }
    Ok(())
}

/// The colours of the terminal, or none where `NO_COLOR` is set and not empty (no-color.org).
fn theme() -> Theme {
    let none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if none {
        Theme::plain()
    } else {
        Theme::sixteen()
    }
}

/// Takes what happens, in batches, and paints once after each. Gives the signal that ended it, if one did.
fn events(
    model: &mut Model,
    theme: &Theme,
    terminal: &mut Terminal,
    receive: &Receiver<Message>,
    worker: &questions::Handle,
) -> Result<Option<i32>> {
    while let Ok(first) = receive.recv() {
        for message in std::iter::once(first).chain(receive.try_iter()) {
            let event = match message {
                Message::Input(input) => keys::event(model, &input),
                Message::Event(event) => Some(event),
                Message::Terminate(signal) => return Ok(Some(signal)),
                Message::Closed => return Ok(None),
                Message::Suspend => {
                    suspend(terminal)?;
                    None
                }
            };
            for effect in event.map(|e| update(model, e)).unwrap_or_default() {
                match effect {
                    Effect::Quit => return Ok(None),
                    Effect::Suspend => suspend(terminal)?,
                    Effect::Redraw => terminal.clear()?,
                    question => worker.ask(question),
                }
            }
        }
        fit(model, terminal, worker)?;
        terminal.draw(|frame| view(model, theme, frame))?;
        debug_panic();
    }
    Ok(None)
}

/// A resize that came while nobody listened must not be lost: the terminal is asked before each frame.
fn fit(model: &mut Model, terminal: &Terminal, worker: &questions::Handle) -> Result<()> {
    let size: Size = terminal.size()?;
    if size != model.size {
        for effect in update(model, Event::Resized(size)) {
            worker.ask(effect);
        }
    }
    Ok(())
}

fn suspend(terminal: &mut Terminal) -> Result<()> {
    Terminal::leave()?;
    signals::stop()?;
    terminal.come_back()
}

/// In debug builds a test can ask for a panic after a frame, to see the terminal restored.
fn debug_panic() {
    if cfg!(debug_assertions) {
        assert!(
            std::env::var_os("BACKSTORY_TEST_PANIC").is_none(),
            "a panic was asked for"
        );
    }
}

/// Sends unless the loop has ended.
fn send(sender: &Sender<Message>, event: Event) {
    let _ = sender.send(Message::Event(event));
}
