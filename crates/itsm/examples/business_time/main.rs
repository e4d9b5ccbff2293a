//! Answers questions about business time: one JSON object a line in, one a line out. See `answer` for the questions.

mod answer;
mod text;

use std::io::{self, BufRead, Read, Write};

use serde_json::{Value, json};

/// Bytes of a line; a calendar with a thousand holidays has 20 kB. What is longer is passed over unread, so that no
/// input takes all memory.
const LONGEST_LINE: u64 = 4 << 20;

fn main() -> io::Result<()> {
    let mut questions = io::stdin().lock();
    let mut answers = io::stdout().lock();
    while let Some(answer) = next_answer(&mut questions)? {
        writeln!(answers, "{answer}")?;
        answers.flush()?;
    }
    Ok(())
}

/// The answer to the next line; `None` after the last.
fn next_answer(questions: &mut impl BufRead) -> io::Result<Option<Value>> {
    let mut line = Vec::new();
    let length = questions.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    if length as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
        questions.skip_until(b'\n')?;
        return Ok(Some(json!({ "error": format!("this line is longer than {LONGEST_LINE} bytes") })));
    }
    // A line that is not UTF-8 is no JSON either, and gets the error that says so.
    Ok((length > 0).then(|| answer::answer(&String::from_utf8_lossy(&line))))
}
