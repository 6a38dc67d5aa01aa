//! The `backstory` program: everything is in the library crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    backstory::commands::main()
}
