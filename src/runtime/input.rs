//! The input thread: waits for the terminal and passes on what it sends.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use super::Message;

pub(super) fn spawn(send: Sender<Message>) -> io::Result<()> {
    let wait = move || {
        loop {
            let message = crossterm::event::read().map_or(Message::Closed, Message::Input);
            let closed = matches!(message, Message::Closed);
            if send.send(message).is_err() || closed {
                return;
            }
        }
    };
    thread::Builder::new().name("input".into()).spawn(wait)?;
    Ok(())
}
