//! The terminal in the reader's hands, and given back as it was: on leaving, on a panic, on a signal.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::panic;

use anyhow::{Context as _, Result};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect, Size};

/// More than a frame of 200 columns and 60 rows takes (bytes).
const FRAME: usize = 1 << 16;

/// The terminal; dropped, it is as it was before.
pub(super) struct Terminal {
    /// A frame goes out in one piece: standard output by itself would send it a kilobyte at a time.
    inner: ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Terminal {
    /// Takes the terminal.
    pub(super) fn enter() -> Result<Self> {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // Before the message prints, or it would vanish with the alternate screen.
            let _ = restore();
            before(info);
        }));
        take().context(
            "this needs a terminal; backstory search and backstory check work without one",
        )?;
        let inner = ratatui::Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
            FRAME,
            stdout(),
        )))
        .inspect_err(|_| {
            let _ = restore();
        })?;
        Ok(Self { inner })
    }

    pub(super) fn size(&self) -> Result<Size> {
        Ok(self.inner.size()?)
    }

    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> Result<()> {
        self.inner.draw(paint)?;
        Ok(())
    }

    /// Paints every cell at the next frame. `clear` would do, but it asks the terminal where its cursor is, and waits for
    /// an answer that not every terminal gives.
    pub(super) fn clear(&mut self) -> Result<()> {
        let area = Rect::from((Position::ORIGIN, self.inner.size()?));
        self.inner.resize(area)?;
        Ok(())
    }

    /// Gives the terminal back for a while.
    pub(super) fn leave() -> Result<()> {
        Ok(restore()?)
    }

    /// Takes it again after [`leave`](Self::leave).
    pub(super) fn come_back(&mut self) -> Result<()> {
        take()?;
        self.clear()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = restore();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        stdout(),
        EnterAlternateScreen,
        SetTitle("backstory"),
        EnableMouseCapture,
        EnableBracketedPaste,
        cursor::Hide
    )
}

fn restore() -> io::Result<()> {
    let screen = execute!(
        stdout(),
        DisableBracketedPaste,
        DisableMouseCapture,
        ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    disable_raw_mode()?;
    screen?;
    stdout().flush()
}
