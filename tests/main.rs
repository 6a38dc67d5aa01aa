//! Tests of what a person or a program outside sees.

mod architecture;
mod bundled;
mod commands;
mod durability;
mod edits;
mod faults;
mod index;
mod linking;
mod overtaken;
mod pty;
mod readme;
mod related;
mod robust;
mod screens;
mod stage;
