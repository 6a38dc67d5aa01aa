//! The program in a real terminal: walked, searched, quit, stopped by signals and by a panic, and the terminal as it was.

#![cfg(unix)]

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use backstory::library::{Filter, From, Library};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Longest wait for a screen, on the busiest machine.
const PATIENCE: Duration = Duration::from_secs(60);

struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    screen: vt100::Parser,
    /// The terminal's settings before the program ran.
    settings: String,
}

fn start(library: &Path, environment: &[(&str, &str)]) -> Session {
    let size = PtySize {
        rows: 40,
        cols: 140,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).expect("a pty");
    let settings = settings(pair.master.as_ref());
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backstory"));
    command.arg("--library");
    command.arg(library);
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    for (name, value) in environment {
        command.env(name, value);
    }
    let child = pair.slave.spawn_command(command).expect("starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let input = pair.master.take_writer().expect("a writer");
    let (send, output) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..n].to_vec()).is_err() {
                return;
            }
        }
    });
    Session {
        child,
        master: pair.master,
        output,
        input,
        screen: vt100::Parser::new(cells(40), cells(140), 0),
        settings,
    }
}

fn cells(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).expect("a size")
}

fn settings(master: &dyn MasterPty) -> String {
    let termios = master.get_termios().expect("settings");
    format!(
        "{:?} {:?} {:?}",
        termios.input_flags, termios.output_flags, termios.local_flags
    )
}

impl Session {
    fn shows(&self, text: &str) -> bool {
        self.screen.screen().contents().contains(text)
    }

    /// Continues the stopped program. It leaves the screen a moment before it stops, and a signal in that moment would be
    /// lost: so again and again, until it answers.
    fn continued(&mut self) {
        while !self.screen.screen().alternate_screen() {
            self.signal("CONT");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
            }
        }
    }

    fn wait(&mut self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !seen(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("never saw {what}:\n{}", self.screen.screen().contents())
                }
            }
        }
    }

    fn sees(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    fn types(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).expect("typed");
        self.input.flush().expect("typed");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("running").to_string();
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(sent.expect("kill").success());
    }

    /// Waits for the end; gives what was printed, and checks that the terminal is as it was.
    fn ends(mut self) -> (String, portable_pty::ExitStatus) {
        let end = Instant::now() + PATIENCE;
        let mut raw = Vec::new();
        loop {
            // The reader's side closes when the program is gone.
            match self
                .output
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    raw.extend(bytes);
                }
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => panic!("does not end"),
            }
        }
        let status = self.child.wait().expect("ended");
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(settings(self.master.as_ref()), self.settings);
        (String::from_utf8_lossy(&raw).into_owned(), status)
    }
}

/// The number of unread stories that the screen tells.
fn unread(screen: &vt100::Screen) -> Option<u64> {
    let contents = screen.contents();
    let before = contents.lines().next()?.split(" unread").next()?;
    before.rsplit(' ').next()?.parse().ok()
}

#[test]
fn marks_the_screen_has_counted_survive_a_kill() {
    const KILLS: u64 = 25;
    let mut random = 11_u64;
    for round in 0..KILLS {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let counted = 64 - 1 - (random >> 33) % 12;
        let library = crate::stage::bundled_copy();
        let mut session = start(library.path(), &[]);
        session.sees(LEAD);
        // The list takes the keys; then one story after another is marked as read, more of them than are waited for.
        session.types("h");
        session.types(&"jr".repeat(18));
        session.wait("the count", |screen| {
            unread(screen).is_some_and(|n| n <= counted)
        });
        let told = unread(session.screen.screen()).expect("a count");
        session.signal("KILL");
        session.child.wait().expect("ended");
        let library = Library::open(library.path()).expect("opens without repair");
        let counts = library.counts().expect("counts");
        assert!(
            counts.unread <= told,
            "round {round}: {counts:?}, told {told}"
        );
        let filter = Filter {
            unread: true,
            ..Filter::default()
        };
        let rows = library.page(&filter, From::Newest, 100).expect("a page");
        assert_eq!(rows.len() as u64, counts.unread, "round {round}");
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

const LEAD: &str = "Intruders smash up OKCoin's Beijing office";

#[test]
fn walk_search_and_quit() {
    let library = folder();
    let mut session = start(library.path(), &[]);
    session.sees(LEAD);
    // Earlier along the storyline, to the suicide threat at the same office, and all the way back.
    let mut steps = 0;
    while !session.shows("bottle of pesticide.") {
        steps += 1;
        session.types("[");
        let at = format!("{} of 13 in this storyline", 12 - steps);
        session.sees(&at);
    }
    session.sees("Man with pesticide threatens suicide");
    session.types(&format!("{steps}H"));
    session.sees(LEAD);
    session.types("/pesticide");
    session.sees("Results");
    session.sees("Man with pesticide");
    session.types("\r");
    session.sees("n N match");
    session.types("\x03");
    let (_, status) = session.ends();
    assert!(status.success());
}

#[test]
fn sigterm_restores_the_terminal() {
    let library = folder();
    let mut session = start(library.path(), &[]);
    session.sees(LEAD);
    session.signal("TERM");
    let (_, status) = session.ends();
    assert!(!status.success());
}

#[test]
fn sighup_restores_the_terminal() {
    let library = folder();
    let mut session = start(library.path(), &[]);
    session.sees(LEAD);
    session.signal("HUP");
    session.ends();
}

#[test]
fn a_panic_restores_the_terminal_and_is_told() {
    let library = folder();
    let mut session = start(library.path(), &[("BACKSTORY_TEST_PANIC", "1")]);
    session.sees(LEAD);
    session.types("j");
    let (output, status) = session.ends();
    assert!(output.contains("a panic was asked for"), "{output}");
    assert!(!status.success());
}

#[test]
fn suspended_and_continued() {
    let library = folder();
    let mut session = start(library.path(), &[]);
    session.sees(LEAD);
    session.types("\x1a");
    session.wait("the shell's screen", |screen| !screen.alternate_screen());
    session.continued();
    session.sees(LEAD);
    session.types("q");
    session.ends();
}

#[test]
fn no_color_prints_no_colour() {
    let library = folder();
    let mut session = start(library.path(), &[("NO_COLOR", "1")]);
    session.sees(LEAD);
    let screen = session.screen.screen();
    for row in 0..40 {
        for column in 0..140 {
            let cell = screen.cell(row, column).expect("a cell");
            assert_eq!(cell.fgcolor(), vt100::Color::Default, "{row},{column}");
            assert_eq!(cell.bgcolor(), vt100::Color::Default, "{row},{column}");
        }
    }
    session.types("h");
    session.wait("the cursor's bar", |screen| {
        (0..40).any(|row| screen.cell(row, 5).is_some_and(vt100::Cell::inverse))
    });
    session.types("q");
    session.ends();
}

#[test]
fn without_a_terminal_it_says_so() {
    let library = folder();
    let output = Command::new(env!("CARGO_BIN_EXE_backstory"))
        .arg("--library")
        .arg(library.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("needs a terminal"), "{said}");
}
