//! Plays the story of the sample company through `decide` and writes it as an exported workspace.
//!
//! `cargo run -p workspace --example company > public/samples/company.json`. The story is the text beside this file
//! (`README.md` says how it is written); the same text always gives the same file, byte for byte. If a step is
//! refused, the refusals are listed by line and nothing is written.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for people at a desk")]

mod cast;
mod catalogue;
mod changes;
mod configuration;
mod improvements;
mod knowledge;
mod levels;
mod play;
mod problems;
mod records;
mod requests;
mod script;
mod watching;

use std::process::ExitCode;

fn main() -> ExitCode {
    match play::export() {
        Ok(file) => {
            print!("{file}");
            ExitCode::SUCCESS
        }
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            eprintln!("{} faults; nothing was written.", faults.len());
            ExitCode::FAILURE
        }
    }
}
