//! Answers by formula how a queue is in the long run: one JSON object a line in, one a line out. See `answer`.

mod answer;
#[path = "../common/lines.rs"]
mod lines;
#[path = "../common/whole.rs"]
mod whole;

fn main() -> std::io::Result<()> {
    lines::answer_each(answer::answer)
}
