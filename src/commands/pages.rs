//! What `annotate` prints of one text after the other: lines of JSON, one array or object, or pages for people.

use std::io::{self, BufWriter, StdoutLock, Write, stdout};

use super::annotated::{Annotated, Known};
use super::output::write_json;

/// How texts are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One object a line.
    Lines,
    Array,
    Object,
    /// For people; of several texts each stands below its headline.
    Page,
    Several,
}

impl Form {
    pub(super) fn of(json: bool, several: bool) -> Self {
        match (json, several) {
            (true, true) => Self::Array,
            (true, false) => Self::Object,
            (false, true) => Self::Several,
            (false, false) => Self::Page,
        }
    }
}

/// Texts on their way to standard output.
pub(super) struct Pages<'k> {
    known: &'k Known,
    form: Form,
    count: usize,
    out: BufWriter<StdoutLock<'static>>,
}

impl<'k> Pages<'k> {
    pub(super) fn new(known: &'k Known) -> Self {
        Self {
            known,
            form: Form::Lines,
            count: 0,
            out: BufWriter::new(stdout().lock()),
        }
    }

    /// Says how the texts are to be printed that follow.
    pub(super) fn begin(&mut self, form: Form) {
        self.form = form;
    }

    pub(super) fn add(&mut self, text: &Annotated) -> io::Result<()> {
        let before: &[u8] = match (self.form, self.count) {
            (Form::Array, 0) => b"[",
            (Form::Array, _) => b",",
            (Form::Several, 1..) => b"\n",
            _ => b"",
        };
        self.out.write_all(before)?;
        self.count += 1;
        match self.form {
            Form::Page | Form::Several => {
                let page = text.for_people(self.known, self.form == Form::Several);
                self.out.write_all(page.as_bytes())
            }
            Form::Array => write_json(&mut self.out, &text.found(self.known)),
            Form::Lines | Form::Object => {
                write_json(&mut self.out, &text.found(self.known))?;
                self.out.write_all(b"\n")?;
                // Whoever sends one line may wait for the answer before the next.
                self.out.flush()
            }
        }
    }

    pub(super) fn end(&mut self) -> io::Result<()> {
        if self.form == Form::Array {
            self.out
                .write_all(if self.count == 0 { b"[]\n" } else { b"]\n" })?;
        }
        self.out.flush()
    }
}
