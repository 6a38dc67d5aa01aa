//! The least a ratatui program does: it takes the terminal, paints one frame and waits for a key. What the reader's first
//! frame is measured against.

use std::io;

use ratatui::widgets::{Block, Paragraph};

fn main() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let drawn = terminal.draw(|frame| {
        let page = Paragraph::new("bare").block(Block::bordered());
        frame.render_widget(page, frame.area());
    });
    let waited = drawn.and_then(|_| crossterm::event::read());
    ratatui::restore();
    waited.map(|_| ())
}
