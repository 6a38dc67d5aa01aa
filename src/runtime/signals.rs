//! Signals: the requests to end become messages, so that the terminal is restored and the trail kept first.

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::Sender;
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::flag::{register, register_conditional_default};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use crate::runtime::Message;

    pub(in crate::runtime) fn spawn(send: Sender<Message>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
        let wait = move || {
            for signal in signals.forever() {
                let message = if signal == SIGTSTP {
                    Message::Suspend
                } else {
                    Message::Terminate(signal)
                };
                if send.send(message).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("signals".into()).spawn(wait)?;
        Ok(())
    }

    /// A flag that Ctrl-C and a request to end set, instead of ending the process. A second Ctrl-C ends it.
    ///
    /// # Errors
    /// When the system takes no handler.
    pub fn interrupted() -> io::Result<Arc<AtomicBool>> {
        let flag = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            register_conditional_default(signal, Arc::clone(&flag))?;
            register(signal, Arc::clone(&flag))?;
        }
        Ok(flag)
    }

    /// Stops the process until the shell continues it.
    pub(in crate::runtime) fn stop() -> io::Result<()> {
        emulate_default_handler(SIGTSTP)
    }

    /// Ends as the signal would have ended the process, so that whoever sent it sees that.
    pub(in crate::runtime) fn die_of(signal: i32) {
        let _ = emulate_default_handler(signal);
    }
}

#[cfg(not(unix))]
mod other {
    use std::io;
    use std::sync::mpsc::Sender;

    use crate::runtime::Message;

    #[expect(
        clippy::unnecessary_wraps,
        clippy::needless_pass_by_value,
        reason = "the same shape as on Unix"
    )]
    pub(in crate::runtime) fn spawn(_send: Sender<Message>) -> io::Result<()> {
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
    pub(in crate::runtime) fn stop() -> io::Result<()> {
        Ok(())
    }

    pub(in crate::runtime) fn die_of(_signal: i32) {}

    /// Never set here: Ctrl-C ends the process, and what was acknowledged stays.
    ///
    /// # Errors
    /// None.
    pub fn interrupted() -> io::Result<std::sync::Arc<std::sync::atomic::AtomicBool>> {
        Ok(std::sync::Arc::default())
    }
}

#[cfg(not(unix))]
pub use other::interrupted;
#[cfg(not(unix))]
pub(super) use other::{die_of, spawn, stop};
#[cfg(unix)]
pub use unix::interrupted;
#[cfg(unix)]
pub(super) use unix::{die_of, spawn, stop};
