//! Which row may already tell of the resolution and of the closing.
//!
//! An export repeats the final resolution in every row, also in the first one, written when nobody could know
//! of it. As events, these values appear where they came true.

use itsm::incident::State;

use super::grid::UNKNOWN;

/// What the rules below look at.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// When it was written, in seconds since 1970.
    pub at: i64,
    /// The incident's state from this row on.
    pub state: State,
    /// Whether no later row of its incident is here.
    pub last: bool,
}

impl Row {
    /// Whether it may tell how, by whom and when the incident was resolved. While Resolved or Closed: from that
    /// instant on (the last row tells even of later ones; an unknown instant is now). While open: only of the
    /// past, because minutes are all that logs have.
    pub fn tells_of_resolution(self, resolved_at: i64) -> bool {
        self.tells(resolved_at, matches!(self.state, State::Resolved | State::Closed))
    }

    /// Whether it may tell when the incident was closed; likewise.
    pub fn tells_of_closing(self, closed_at: i64) -> bool {
        self.tells(closed_at, self.state == State::Closed)
    }

    fn tells(self, at: i64, done: bool) -> bool {
        match (at, done) {
            (UNKNOWN, _) => done,
            (at, true) => at <= self.at || self.last,
            (at, false) => at < self.at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 43_200;

    fn row(state: State) -> Row {
        Row { at: NOON, state, last: false }
    }

    #[test]
    fn an_open_row_does_not_tell_of_the_resolution_to_come() {
        assert!(!row(State::InProgress).tells_of_resolution(NOON + 60));
        assert!(!row(State::InProgress).tells_of_resolution(NOON), "the same minute is no proof");
        assert!(row(State::InProgress).tells_of_resolution(NOON - 60), "it was resolved before");
        assert!(!row(State::New).tells_of_resolution(UNKNOWN));
    }

    #[test]
    fn a_resolved_row_tells_of_it_but_not_of_a_later_second_resolution() {
        assert!(row(State::Resolved).tells_of_resolution(NOON));
        assert!(row(State::Resolved).tells_of_resolution(UNKNOWN));
        assert!(!row(State::Resolved).tells_of_resolution(NOON + 60));
        assert!(Row { last: true, ..row(State::Resolved) }.tells_of_resolution(NOON + 60));
    }

    #[test]
    fn only_a_closed_row_tells_of_a_closing_of_that_minute() {
        assert!(!row(State::Resolved).tells_of_closing(NOON));
        assert!(row(State::Closed).tells_of_closing(NOON));
    }
}
