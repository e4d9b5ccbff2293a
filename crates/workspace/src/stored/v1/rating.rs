//! Stored answers of satisfaction: a score from 1 to 5 and words.

use std::sync::Arc;

use itsm::satisfaction::Score;

use crate::stored::Unreadable;
use crate::stored::row::{Row, small, text};

pub(super) fn write(row: Row, score: Score, words: &Arc<str>) -> Row {
    row.with("score", score.get()).with_some("text", &**words)
}

pub(super) fn read(row: &Row) -> Result<(Score, Arc<str>), Unreadable> {
    let score = row.take("score", |score| Score::new(small(score)?))?;
    Ok((score, row.maybe("text", text)?.unwrap_or_else(|| Arc::from(""))))
}
