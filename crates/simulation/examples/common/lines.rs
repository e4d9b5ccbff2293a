//! One JSON object a line in, one a line out.

use std::io::{self, BufRead, Read, Write};

use serde_json::{Value, json};

/// Bytes of a line; a million customers have some 40 MB. What is longer is passed over unread, so that no input takes
/// all memory.
const LONGEST_LINE: u64 = 256 << 20;

/// Answers each line of the standard input on the standard output. What cannot be answered gives
/// `{"error":".."}`, and the next line is still answered.
pub fn answer_each(answer: impl Fn(&str) -> Result<Value, String>) -> io::Result<()> {
    let mut questions = io::stdin().lock();
    let mut answers = io::BufWriter::new(io::stdout().lock());
    while let Some(line) = next_line(&mut questions)? {
        let reply = line.and_then(|line| answer(&line)).unwrap_or_else(|error| json!({ "error": error }));
        writeln!(answers, "{reply}")?;
        answers.flush()?;
    }
    Ok(())
}

fn next_line(questions: &mut impl BufRead) -> io::Result<Option<Result<String, String>>> {
    let mut line = Vec::new();
    let length = questions.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    if length as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
        questions.skip_until(b'\n')?;
        return Ok(Some(Err(format!("this line is longer than {LONGEST_LINE} bytes"))));
    }
    // A line that is not UTF-8 is no JSON either, and gets the error that says so.
    Ok((length > 0).then(|| Ok(String::from_utf8_lossy(&line).into_owned())))
}
