//! Answers questions about business time: one JSON object a line in, one a line out. See `answer` for the questions.

mod answer;
mod text;

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut questions = io::stdin().lock();
    let mut answers = io::stdout().lock();
    let mut line = Vec::new();
    while questions.read_until(b'\n', &mut line)? > 0 {
        // A line that is not UTF-8 is no JSON either, and gets the error that says so.
        writeln!(answers, "{}", answer::answer(&String::from_utf8_lossy(&line)))?;
        answers.flush()?;
        line.clear();
    }
    Ok(())
}
