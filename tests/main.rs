//! Tests of what a person or a program outside sees.

mod architecture;
mod bundled;
mod commands;
mod copies;
mod durability;
mod edits;
mod faults;
mod index;
mod linking;
mod merges;
mod overtaken;
mod pty;
mod readme;
mod related;
mod robust;
mod screens;
mod stage;
